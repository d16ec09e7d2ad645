"""One article as it lies in its input, before it is decoded: what is sent to a worker."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct


class Document(Struct, frozen=True):
    """The bytes of a text or a page. `charset` and `url` are what its container (a crawl) knows of it.

    `whole` is true where the text is the file itself.
    """

    path: str
    data: bytes
    kind: Literal["text", "html"]
    whole: bool = False
    charset: str | None = None
    url: str | None = None


class JsonValue(Struct, frozen=True):
    """The bytes of one JSON value of the container `path`; `number` counts lines or elements from 1."""

    path: str
    data: bytes
    number: int


class Row(Struct, frozen=True):
    """The named fields of one row of the container `path`; `number` counts rows from 1.

    `guessed` is the encoding of the row if it had to be guessed.
    """

    path: str
    fields: dict[str, Any]
    number: int
    guessed: str | None = None


Item = Document | JsonValue | Row


def weight(item: Item) -> int:
    """About how many bytes there are to read in it."""
    if isinstance(item, Row):
        return sum(len(value) for value in item.fields.values() if isinstance(value, str))
    return len(item.data)
