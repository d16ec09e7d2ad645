"""The formats of the output: by name and by the suffix of a file."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Literal, get_args

from msgspec import Struct

from qawl.records import Record

OutputFormat = Literal["jsonl", "json", "csv", "tsv", "parquet", "jsonld", "tei"]

_SUFFIXES: dict[str, OutputFormat] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
    ".jsonld": "jsonld",
    ".tei": "tei",
    ".xml": "tei",
}


class Format(Struct, frozen=True):
    """How records become bytes: `head`, what `encode` makes of the records of each article, `tail`.

    `encode` gives nothing for an article without records; `between` stands between two that have some.
    """

    encode: Callable[[tuple[Record, ...]], bytes]
    head: bytes = b""
    between: bytes = b""
    tail: bytes = b""


def format_of(path: str | None) -> OutputFormat:
    """The format that the suffix of the output's name asks for; JSON Lines where it tells nothing."""
    name = (path or "").lower()
    return next((found for suffix, found in _SUFFIXES.items() if name.endswith(suffix)), "jsonl")


def load(name: str) -> Format:
    """The format called `name`, one of `OutputFormat`. Parquet is made of JSON Lines by who writes it."""
    assert name in get_args(OutputFormat)
    module = {"csv": "table", "tsv": "table", "parquet": "jsonl"}.get(name, name)
    found: Format = getattr(import_module(f"qawl.write.{module}"), "TSV" if name == "tsv" else "FORMAT")
    return found
