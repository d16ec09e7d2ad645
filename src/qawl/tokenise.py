"""Sentences into tokens: words, numbers and signs with their places in the text."""

from __future__ import annotations

import re
from itertools import accumulate

from qawl.fold import INVISIBLE
from qawl.lexicon import Lexicon
from qawl.lexicon.word import Token

# The first branch is the plain Arabic word before a space or a common sign: most tokens, the cheapest test.
_TOKEN = re.compile(
    r"([ء-غف-ي]++(?=[ .،])"
    rf"|[^\W\d_]+(?:[{INVISIBLE}]+[^\W\d_]*)*"
    r"|\d+(?:[.,:/٫\u200f]+\d+)*"
    r"|&\#?\w{2,6};|\(\(|\)\)|''|\.{2,}|--+|\S)"
)


def tokenise(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """The tokens of `text[start:end]`. White space is no token; every other character belongs to one."""
    parts = _TOKEN.split(text[start:end])  # gap, token, gap, token, …, gap
    places = list(accumulate(map(len, parts), initial=start))
    return list(map(Token, places[1::2], places[2::2], map(lexicon.words.__getitem__, parts[1::2])))
