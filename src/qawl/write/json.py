"""Records -> one JSON array, a record a line."""

from __future__ import annotations

import msgspec

from qawl.records import Record
from qawl.write.formats import Format

_encoder = msgspec.json.Encoder()


def encode(records: tuple[Record, ...]) -> bytes:
    """The elements of the array."""
    return b",\n".join(map(_encoder.encode, records))


FORMAT = Format(encode, head=b"[\n", between=b",\n", tail=b"\n]\n")
