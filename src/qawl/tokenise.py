"""Sentences into tokens: words, numbers and signs with their places in the text."""

from __future__ import annotations

import re

from qawl.fold import INVISIBLE
from qawl.lexicon import Lexicon
from qawl.lexicon.word import Token

_TOKEN = re.compile(
    rf"[^\W\d_]+(?:[{INVISIBLE}]+[^\W\d_]*)*"
    r"|\d+(?:[.,:/٫\u200f]+\d+)*"
    r"|&\#?\w{2,6};|\(\(|\)\)|''|\.{2,}|--+|\S"
)


def tokenise(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """The tokens of `text[start:end]`. White space is no token; every other character belongs to one."""
    known = lexicon.words
    return [Token(m.start(), m.end(), known[m[0]]) for m in _TOKEN.finditer(text, start, end)]
