"""Records -> Parquet, where its extra is installed: the columns of a record, nested as in the JSON."""

from __future__ import annotations

from typing import BinaryIO

import msgspec
import pyarrow
from pyarrow import parquet

_ROWS = 10_000
"""Rows in a group: what is in memory at once."""

_PASSAGE = [("text", pyarrow.string()), ("start", pyarrow.int64()), ("end", pyarrow.int64())]
_SPEAKER = [(name, pyarrow.string()) for name in ("name", "kind", "role", "affiliation", "latin", "id")]
SCHEMA = pyarrow.schema(
    [
        ("schema", pyarrow.int8()),
        *((name, pyarrow.string()) for name in "id path title outlet url published type form quote".split()),
        ("spans", pyarrow.list_(pyarrow.list_(pyarrow.int64()))),
        ("speaker", pyarrow.struct([*_SPEAKER, ("members", pyarrow.list_(pyarrow.string()))])),
        ("source", pyarrow.struct(_PASSAGE)),
        (
            "cue",
            pyarrow.struct(
                [_PASSAGE[0], ("lemma", pyarrow.string()), ("sense", pyarrow.string()), *_PASSAGE[1:]]
            ),
        ),
        ("via", pyarrow.list_(pyarrow.struct([_PASSAGE[0], ("role", pyarrow.string()), *_PASSAGE[1:]]))),
        ("part", pyarrow.string()),
        ("paragraph", pyarrow.int64()),
        ("sentence", pyarrow.int64()),
        ("context", pyarrow.struct(_PASSAGE)),
        ("strength", pyarrow.string()),
        ("rule", pyarrow.string()),
    ]
)


class ParquetFile:
    """Takes JSON Lines and writes Parquet to `stream`, which is whole when `close` has been called."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._writer = parquet.ParquetWriter(stream, SCHEMA, compression="zstd")
        self._rows: list[dict[str, object]] = []

    def write(self, lines: bytes) -> None:
        """Adds records."""
        self._rows += map(msgspec.json.decode, lines.splitlines())
        if len(self._rows) >= _ROWS:
            self._flush()

    def close(self) -> None:
        """Writes what is left and the foot of the file."""
        self._flush()
        self._writer.close()
        self._stream.close()

    def _flush(self) -> None:
        self._writer.write_table(pyarrow.Table.from_pylist(self._rows, schema=SCHEMA))
        self._rows = []
