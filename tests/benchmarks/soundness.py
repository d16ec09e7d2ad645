"""Whether every record over a whole corpus follows the schema and stands at its offsets, and no file fails.

usage: python tests/benchmarks/soundness.py [DIRECTORY]

DIRECTORY defaults to ../shared/corpus beside the checkout, else to samples/. Exit status 1 if one is wrong.
"""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator

from qawl.read.text import read_text
from qawl.schema import RECORD

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
COMMAND = Path(sys.executable).with_name("extract")


def main() -> None:
    """Prints what is wrong, then the counts."""
    directory = sys.argv[1] if len(sys.argv) > 1 else str(CORPUS if CORPUS.is_dir() else ROOT / "samples")
    run = subprocess.run([COMMAND, "quotes", directory], stdout=subprocess.PIPE, check=False)
    validator = Draft202012Validator(json.loads(RECORD))
    lines = run.stdout.decode().split("\n")[:-1]
    ids: set[tuple[str, str]] = set()
    wrong = 0
    for line in lines:
        record = json.loads(line)
        path = record["path"]
        text = text_of(path)
        faults = [error.message for error in validator.iter_errors(record)]
        if record["quote"] != " … ".join(text[start:end] for start, end in record["spans"]):
            faults.append("the quote is not what stands at its spans")
        passages = [record["cue"], record["context"], *record["via"], *filter(None, [record["source"]])]
        faults += [
            f"{passage['text']!r} is not what stands at {passage['start']}"
            for passage in passages
            if passage["text"] != text[passage["start"] : passage["end"]]
        ]
        if (path, record["id"]) in ids:
            faults.append("the id stands twice")
        ids.add((path, record["id"]))
        for fault in faults:
            print(f"{path} {record['id']}: {fault}")
        wrong += bool(faults)
    print(f"{len(lines):,} records, {wrong} wrong; exit status of the command {run.returncode}")
    sys.exit(bool(wrong or run.returncode))


@cache
def text_of(path: str) -> str:
    """The text that the records of `path` count in."""
    return read_text(path)[0].text


if __name__ == "__main__":
    main()
