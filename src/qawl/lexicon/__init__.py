"""The linguistic knowledge: loaded, checked and compiled once."""

from __future__ import annotations


class Lexicon:
    """Placeholder until the tables are in."""


def load() -> Lexicon:
    """The compiled lexicon of Arabic."""
    return Lexicon()
