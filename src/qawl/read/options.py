"""What a user may say about the inputs."""

from __future__ import annotations

from msgspec import Struct

LARGEST = 64_000_000
"""Bytes of the largest article, unpacked, where nothing else is said: what a bomb may cost."""


class ReadOptions(Struct, frozen=True):
    """How to read: None stands for what is recognised or guessed. `largest` is in bytes, of one article."""

    encoding: str | None = None
    input_format: str | None = None
    text_field: str | None = None
    title_field: str | None = None
    date_field: str | None = None
    id_field: str | None = None
    largest: int = LARGEST
