"""Reads the tables of the lexicon. Every error names the file, the line and the entry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

ARABIC = Path(__file__).parent / "ar"
"""The folder of the Arabic tables."""


class LexiconError(ValueError):
    """A table that cannot be used; the message is one line: file, line, entry, reason."""


class Row(Struct, frozen=True, gc=False):
    """A line of a table: its cells by column name, and where it stands."""

    cells: dict[str, str]
    table: str
    number: int

    @property
    def line(self) -> str:
        """Where it stands: verbs.tsv:12."""
        return f"{self.table}:{self.number}"

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def wrong(self, reason: str) -> LexiconError:
        """The error to raise where this row cannot be used."""
        return LexiconError(f"{self.line}: {next(iter(self.cells.values()), '')}: {reason}")


def rows(folder: Path, name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of `folder/name`, a TSV whose first line (comments aside) must name exactly `columns`.

    Lines that are empty or begin with # are passed over; cells missing at the end are empty.
    """
    try:
        text = (folder / name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{name}: cannot be read: {error}") from error
    header: tuple[str, ...] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = tuple(cells)
            if header != columns:
                raise LexiconError(
                    f"{name}:{number}: the columns are {' '.join(header)}, expected {' '.join(columns)}"
                )
            continue
        missing = len(columns) - len(cells)
        if missing < 0:
            raise LexiconError(f"{name}:{number}: {cells[0]}: {len(cells)} cells for {len(columns)} columns")
        if missing:
            cells += [""] * missing
        yield Row(dict(zip(columns, cells, strict=True)), name, number)


def spellings(cell: str) -> list[str]:
    """The spellings in a cell, fullest first."""
    return [part.strip() for part in cell.split("|") if part.strip()]
