"""How fast: MB of UTF-8 and articles a second on one process, and the time to the first record.

usage: python tests/benchmarks/speed.py [DIRECTORY]

DIRECTORY defaults to ../shared/corpus beside the checkout, else to samples/.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

from qawl import lexicon
from qawl.pipeline import analyse
from qawl.read.errors import InputError
from qawl.read.inputs import find_inputs
from qawl.read.text import read_text
from qawl.records import records_of
from qawl.write.jsonl import encode_lines

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
SAMPLES = ROOT / "samples"
COMMAND = Path(sys.executable).with_name("extract")
STARTS = 15


def main() -> None:
    """Prints the figures."""
    directory = sys.argv[1] if len(sys.argv) > 1 else str(CORPUS if CORPUS.is_dir() else SAMPLES)
    articles = [read_text(path)[0] for path in find_inputs([directory]) if not isinstance(path, InputError)]
    megabytes = sum(len(article.text.encode()) for article in articles) / 1e6
    print(f"{directory}: {len(articles):,} articles, {megabytes:.1f} MB of UTF-8")

    start = time.perf_counter()
    compiled = lexicon.load()
    print(f"lexicon loaded in {time.perf_counter() - start:.3f} s")

    start = time.perf_counter()
    statements = 0
    for article in articles:
        records = records_of(analyse(article, compiled))
        encode_lines(records)
        statements += len(records)
    report(f"extraction, {statements:,} statements", megabytes, len(articles), time.perf_counter() - start)

    start = time.perf_counter()
    subprocess.run([COMMAND, "quotes", "--quiet", directory, "-o", "/dev/null"], check=False)
    report("the whole command", megabytes, len(articles), time.perf_counter() - start)

    page = max(SAMPLES.glob("*.txt"), key=lambda path: path.stat().st_size)
    times = sorted(time_to_first_record(page) for _ in range(STARTS))
    median = statistics.median(times)
    print(f"first record of {page.name}: median {median:.3f} s, worst {times[-1]:.3f} s of {STARTS}")


def report(what: str, megabytes: float, articles: int, seconds: float) -> None:
    """One line of figures."""
    print(f"{what}: {megabytes / seconds:.1f} MB/s, {articles / seconds:,.0f} articles/s ({seconds:.2f} s)")


def time_to_first_record(page: Path) -> float:
    """Seconds from the start of a process to its first line of output."""
    start = time.perf_counter()
    with subprocess.Popen([COMMAND, "quotes", "--quiet", page], stdout=subprocess.PIPE) as run:
        assert run.stdout
        run.stdout.readline()
        seconds = time.perf_counter() - start
        run.stdout.read()
    return seconds


if __name__ == "__main__":
    main()
