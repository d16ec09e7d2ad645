"""Parquet -> rows, where its extra is installed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from qawl.read.errors import InputError
from qawl.read.item import Row

_AT_ONCE = 64
"""Rows that are in memory together."""


def rows(file: IO[bytes], path: str) -> Iterator[Row]:
    """The rows of a Parquet file, which must be seekable. Raises `InputError` where it cannot be read."""
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        remedy = "install it: pip install 'pyarrow>=20'"
        raise InputError(path, "Parquet needs the package pyarrow", remedy) from None
    number = 0
    try:
        for batch in parquet.ParquetFile(file).iter_batches(batch_size=_AT_ONCE):
            for fields in batch.to_pylist():
                number += 1
                yield Row(path, fields, number)
    except (ArrowException, OSError) as error:
        detail = str(error).partition("\n")[0]
        raise InputError(path, "damaged or cut short", "write the file again", detail) from None
