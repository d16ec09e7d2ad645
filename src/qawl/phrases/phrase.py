"""A noun phrase."""

from __future__ import annotations

from msgspec import Struct

LONGEST_QUOTED_NAME = 6
"""Tokens between the marks of a name in quotation marks."""
FULL_NAME = 2
"""Words of a full name."""
LONGEST_APPOSITION = 14
"""Tokens between the dashes around the role of who was named."""


class Phrase(Struct, frozen=True):
    """A noun phrase over tokens `[start, end)`; `head` the classes of its first noun, `named` whether a name
    stands in it.

    `[name_start, name_end)` are the tokens of the first personal name in it, empty where there is none.
    """

    start: int
    end: int
    head: int
    named: bool
    name_start: int = 0
    name_end: int = 0
    object: int = 0
    """The token of a role after the name with no comma between, which may be the verb's object; 0 where none.
    """
