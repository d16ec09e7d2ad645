"""Qawl reads Arabic news and tells who said what.

from qawl import Extractor

for record in Extractor().extract(text):
    print(record.speaker, record.quote)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qawl.extractor import Extractor as Extractor
    from qawl.records import Record as Record

__version__ = "0.1.0"
__all__ = ["Extractor", "Record"]


def __getattr__(name: str) -> object:
    """The public names, imported when they are asked for: the command starts without them."""
    if name == "Extractor":
        from qawl.extractor import Extractor

        return Extractor
    if name == "Record":
        from qawl.records import Record

        return Record
    raise AttributeError(f"module 'qawl' has no attribute {name!r}")
