"""Draws records at random from a directory of articles and prints them for cold reading.

    python tools/sample_records.py DIRECTORY --seed 1 --count 100

The same seed over the same articles with the same program gives the same records.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

from qawl import Extractor, Record


def drawn(directory: Path, seed: int, count: int) -> list[Record]:
    """As many records as asked for, or all where there are fewer, in random order."""
    extractor = Extractor()
    records = [
        record
        for file in sorted(directory.rglob("*.txt"))
        for record in extractor.extract(
            file.read_bytes().decode("utf-8-sig", "replace"), path=file.relative_to(directory).as_posix()
        )
    ]
    return random.Random(seed).sample(records, min(count, len(records)))


def marked(record: Record) -> str:
    """The sentences around the record, with its content in ⟦ ⟧ and its cue in { }."""
    signs = [(record.cue.start, "{"), (record.cue.end, "}")]
    for start, end in record.spans:
        signs += [(start, "⟦"), (end, "⟧")]
    text, at = "", record.context.start
    # At one place what closes goes before what opens.
    for place, sign in sorted(signs, key=lambda pair: (pair[0], pair[1] in "{⟦")):
        text += record.context.text[at - record.context.start : place - record.context.start] + sign
        at = place
    return " ".join((text + record.context.text[at - record.context.start :]).split())


def sheet(records: list[Record]) -> Iterator[str]:
    """A paragraph for each record."""
    for number, record in enumerate(records, 1):
        speaker = f"{record.speaker.name} ({record.speaker.kind})" if record.speaker else "-"
        yield (
            f"{number}. {record.path}\n"
            f"{marked(record)}\n"
            f"cue: {record.cue.text} | source: {record.source.text if record.source else '-'}"
            f" | speaker: {speaker} | {record.type}, {record.form}\n"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description="Print records drawn at random, for cold reading.")
    parser.add_argument("directory", type=Path, help="articles, *.txt in it and below")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    options = parser.parse_args()
    for paragraph in sheet(drawn(options.directory, options.seed, options.count)):
        print(paragraph)


if __name__ == "__main__":
    main()
