"""The linguistic knowledge: loaded, checked and compiled once."""

from __future__ import annotations

from functools import cache

from qawl.lexicon.compile import Lexicon
from qawl.lexicon.kept import compiled
from qawl.lexicon.load import ARABIC, LexiconError

__all__ = ["Lexicon", "LexiconError", "load"]


@cache
def load() -> Lexicon:
    """The compiled lexicon of Arabic. Raises LexiconError where a table is wrong."""
    return compiled(ARABIC)
