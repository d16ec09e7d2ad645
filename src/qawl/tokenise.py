"""Sentences into tokens: words, numbers and signs with their places in the text."""

from __future__ import annotations

import re

from qawl.fold import INVISIBLE
from qawl.lexicon import Lexicon
from qawl.lexicon.word import Token, Word

_TOKEN = re.compile(
    rf"[^\W\d_](?:[^\W\d_]|[{INVISIBLE}])*"
    r"|\d+(?:[.,:/٫\u200f]+\d+)*"
    r"|&\#?\w{2,6};|\(\(|\)\)|''|\.{2,}|--+|\S"
)


def words(text: str, start: int, end: int, lexicon: Lexicon) -> list[Word]:
    """What the lexicon knows of each token of `text[start:end]`, without its place: cheaper where that is all one asks."""
    known = lexicon.words
    return [known[written] for written in _TOKEN.findall(text, start, end)]


def tokenise(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """The tokens of `text[start:end]`. White space is no token; every other character belongs to one."""
    known = lexicon.words
    return [Token(m.start(), m.end(), known[m.group()]) for m in _TOKEN.finditer(text, start, end)]
