"""CSV and TSV -> rows."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from qawl.read.decode import decode
from qawl.read.errors import InputError
from qawl.read.item import Row
from qawl.read.stream import Stream, too_large

_DELIMITERS = (",", ";", "\t", "|", "،", "؛")


def rows(stream: Stream, largest: int, tab: bool) -> Iterator[Row]:
    """The rows under the header; the delimiter is a tab, or else the one the header has most of.

    Raises `InputError` where the rows cannot be told apart any more.
    """
    csv.field_size_limit(largest)
    lines = _Lines(stream, largest)
    first = next(lines, "")
    delimiter = "\t" if tab else max(_DELIMITERS, key=first.count)
    reader = csv.reader(lines.again(first), delimiter=delimiter)
    header = [name.strip() for name in next(reader, [])]
    number = 0
    while True:
        lines.guessed = None
        try:
            row = next(reader, None)
        except csv.Error as error:
            where = f"{stream.path}#{number + 1}"
            if "field limit" in str(error):
                raise too_large(where, largest) from None
            raise InputError(where, "not valid CSV", "correct the row and run again", str(error)) from None
        if row is None:
            return
        if row:
            number += 1
            yield Row(stream.path, dict(zip(header, row, strict=False)), number, lines.guessed)


class _Lines:
    """The decoded lines of a stream. `guessed` is the encoding of the last one that is not UTF-8."""

    def __init__(self, stream: Stream, largest: int) -> None:
        self.guessed: str | None = None
        self._stream = stream
        self._largest = largest
        self._pending: list[str] = []

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self._pending:
            return self._pending.pop()
        line = self._stream.reader.readline(self._largest)
        if not line.endswith(b"\n"):
            self._stream.check()  # The last row of a damaged file is no row.
        if not line:
            raise StopIteration
        if len(line) >= self._largest:
            raise too_large(self._stream.path, self._largest)
        text, guessed = decode(line, self._stream.path)
        self.guessed = guessed or self.guessed
        return text

    def again(self, line: str) -> _Lines:
        """The same lines with `line` before them."""
        self._pending = [line] if line else []
        return self
