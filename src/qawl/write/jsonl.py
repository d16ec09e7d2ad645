"""Records -> JSON Lines."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from qawl.records import Record
from qawl.write.formats import Format

_encoder = msgspec.json.Encoder()


def encode_lines(records: Iterable[Record]) -> bytes:
    """One JSON object a line in UTF-8, Arabic as it is written, keys in the order of the record."""
    return b"".join(_encoder.encode(record) + b"\n" for record in records)


FORMAT = Format(encode_lines)
