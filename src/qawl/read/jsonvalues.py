"""JSON Lines and JSON arrays -> the bytes of their values, one after the other.

Only where a value begins and ends is looked for here; the values are decoded in the workers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qawl.read.errors import InputError
from qawl.read.item import JsonValue
from qawl.read.stream import Stream, too_large

_PART = 1 << 18
_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+("?)|[\[\]{},]', re.DOTALL)


def lines(stream: Stream, largest: int) -> Iterator[JsonValue | InputError]:
    """The values of JSON Lines. A line of more than `largest` bytes is passed over with an error."""
    number = 0
    while line := stream.reader.readline(largest):
        number += 1
        if not line.endswith(b"\n") and len(line) >= largest:
            yield too_large(f"{stream.path}#{number}", largest)
            while (rest := stream.reader.readline(_PART)) and not rest.endswith(b"\n"):
                pass
        elif line.strip():
            if not line.endswith(b"\n"):
                stream.check()  # The last line of a damaged file is no line.
            yield JsonValue(stream.path, line, number)


def elements(stream: Stream, largest: int) -> Iterator[JsonValue | InputError]:
    """The elements of a JSON array; where there is none, the objects that stand one after the other.

    An element that is broken inside fails alone, where it is decoded, as long as its brackets close.
    Raises `InputError` where the array does not end.
    """
    scan = _Scan()
    number = 0
    while part := stream.reader.read(_PART):
        for value in scan.feed(part):
            number += 1
            yield JsonValue(stream.path, value, number)
        if scan.waiting > largest:
            raise too_large(f"{stream.path}#{number + 1}", largest)
    for value in scan.end():
        number += 1
        yield JsonValue(stream.path, value, number)
    if scan.depth:
        stream.check()
        raise InputError(
            stream.path,
            "damaged or cut short",
            "what could be read is done; fetch the file again",
            "the array does not end",
        )


class _Scan:
    """Cuts bytes into values. `depth` counts open brackets, `waiting` bytes of an unfinished value."""

    def __init__(self) -> None:
        self.depth = 0
        self._floor: int | None = None  # The depth at which values stand: 1 in an array, 0 without one.
        self._rest = b""
        self._looked = 0

    @property
    def waiting(self) -> int:
        return len(self._rest)

    def feed(self, part: bytes) -> Iterator[bytes]:
        data = self._rest + part if self._rest else part
        start, at = 0, self._looked
        if self._floor is None and data.strip():
            self._floor = 1 if data.lstrip().startswith(b"[") else 0
        while token := _TOKEN.search(data, at):
            byte = token[0][:1]
            if byte == b'"':
                if not token[1]:  # The string goes on in the next part.
                    at = token.start()
                    break
            elif byte in b"[{":
                self.depth += 1
                if self._floor == 1 and self.depth == 1:
                    start = token.end()
            elif byte in b"]}":
                self.depth -= 1
                if self.depth == 0 and self._floor == 0:
                    yield data[start : token.end()]
                    start = token.end()
                elif self.depth == 0:
                    if value := data[start : token.start()].strip():
                        yield value
                    start = token.end()
            elif self.depth == 1 and self._floor == 1:
                yield data[start : token.start()].strip()
                start = token.end()
            at = token.end()
        else:
            at = len(data)
        self._rest = data[start:]
        self._looked = at - start

    def end(self) -> Iterator[bytes]:
        """What is left over: nothing, or something that is no array and no object."""
        if self._rest.strip() and not self.depth:
            yield self._rest.strip()
