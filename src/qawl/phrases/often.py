"""How often something was said, which belongs neither to who said it nor to what was said."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.word import Token


def occurrence(tokens: list[Token], at: int, end: int) -> int:
    """The token that stands for the times, where they are told of from token `at` on: مرة أخرى، كل مرة، غير
    مرة، أكثر من مرة، ثلاث مرات; -1 where they are not.
    """
    word = tokens[at].word
    counted = at + (bool(word.tags & (t.QUANTIFIER | t.NUMBER_WORD)) or word.key == "غير")
    if at < counted < end and tokens[counted].word.key == "من":
        counted += 1
    return counted if counted < end and tokens[counted].word.rules & t.OCCURRENCE else -1
