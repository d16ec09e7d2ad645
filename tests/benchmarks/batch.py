"""Long runs: what two jobs save, how much memory one takes, whether killed runs resume to the same bytes.

usage: python tests/benchmarks/batch.py jobs|memory|kills [DIRECTORY]

jobs    the articles of DIRECTORY repeated until one job takes 60 s; two jobs must take at most 0.6 of that
memory  the peak of one process over a 500 MB JSON Lines file of them; it must stay under 300 MB
kills   twenty runs over 5,000 files killed at random moments and resumed; each must end with the same bytes

DIRECTORY defaults to ../shared/corpus beside the checkout, else to samples/. Exit status 1: a bound missed.
"""

from __future__ import annotations

import filecmp
import itertools
import json
import math
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from qawl.read.errors import InputError
from qawl.read.inputs import find_inputs
from qawl.read.text import read_text

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
COMMAND = Path(sys.executable).with_name("extract")
SECONDS, SHARE = 60, 0.6
MEGABYTES, PEAK = 500, 300
FILES, KILLS = 5000, 20


def main() -> None:
    """Runs the one asked for in a folder that is gone afterwards."""
    measures: dict[str, Callable[[list[str], Path], bool]] = {"jobs": jobs, "memory": memory, "kills": kills}
    if len(sys.argv) not in (2, 3) or sys.argv[1] not in measures:
        sys.exit(__doc__)
    directory = sys.argv[2] if len(sys.argv) > 2 else str(CORPUS if CORPUS.is_dir() else ROOT / "samples")
    texts = [read_text(path)[0].text for path in find_inputs([directory]) if not isinstance(path, InputError)]
    with tempfile.TemporaryDirectory() as folder:
        well = measures[sys.argv[1]](texts, Path(folder))
    sys.exit(not well)


def jobs(texts: list[str], folder: Path) -> bool:
    """Prints the time of one and of two jobs."""
    dump = folder / "dump.jsonl"
    write_dump(dump, texts, 1)
    once = timed(dump, folder / "1.jsonl", 1)
    write_dump(dump, texts, math.ceil(1.5 * SECONDS / once))
    one = timed(dump, folder / "1.jsonl", 1)
    two = timed(dump, folder / "2.jsonl", 2)
    same = filecmp.cmp(folder / "1.jsonl", folder / "2.jsonl", shallow=False)
    size = dump.stat().st_size / 1e6
    print(f"{size:.0f} MB: one job {one:.1f} s, two jobs {two:.1f} s ({two / one:.2f}); outputs", end=" ")
    print("identical" if same else "DIFFER")
    return same and two <= SHARE * one


def memory(texts: list[str], folder: Path) -> bool:
    """Prints the peak of resident memory."""
    dump = folder / "dump.jsonl"
    write_dump(dump, texts, math.ceil(MEGABYTES * 1e6 / sum(len(line(text)) for text in texts)))
    seconds = timed(dump, Path("/dev/null"), 1)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{dump.stat().st_size / 1e6:.0f} MB in {seconds:.0f} s: peak {peak:.0f} MB of memory")
    return peak < PEAK


def kills(texts: list[str], folder: Path) -> bool:
    """Prints in how many of the runs that were killed the output is the same in the end."""
    news = folder / "news"
    news.mkdir()
    for number, text in zip(range(FILES), itertools.cycle(texts)):
        (news / f"{number:05}.txt").write_text(text, "utf-8")
    whole, output = folder / "whole.jsonl", folder / "o.jsonl"
    seconds = timed(news, whole, 2)
    same = unkilled = 0
    for _ in range(KILLS):
        output.unlink(missing_ok=True)
        moment = random.uniform(0, seconds)
        run = subprocess.Popen([COMMAND, "quotes", "--quiet", news, "-o", output])
        try:
            run.wait(moment)
            unkilled += 1
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
        subprocess.run([COMMAND, "quotes", "--quiet", news, "-o", output, "--resume"], check=False)
        same += filecmp.cmp(whole, output, shallow=False)
    print(
        f"{KILLS} runs over {FILES:,} files, killed within {seconds:.1f} s ({unkilled} had ended): ", end=""
    )
    print(f"{same} with identical output after --resume")
    return same == KILLS


def line(text: str) -> bytes:
    """A line of the dump."""
    return json.dumps({"text": text}, ensure_ascii=False).encode() + b"\n"


def write_dump(path: Path, texts: list[str], times: int) -> None:
    """All texts, so many times."""
    lines = [line(text) for text in texts]
    with path.open("wb") as file:
        for _ in range(times):
            file.writelines(lines)


def timed(source: Path, output: Path, jobs: int) -> float:
    """Seconds that the command takes."""
    start = time.perf_counter()
    subprocess.run([COMMAND, "quotes", "--quiet", source, "-o", output, "--jobs", str(jobs)], check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
