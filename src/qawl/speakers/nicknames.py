"""Who is meant by the name that stands in marks behind his own once: أحمد حسام «ميدو»، أحمد الشرع (أبو محمد
الجولاني)، محمد حمدان دقلو، الملقب بـ"حميدتي".
"""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.word import Token
from qawl.scene import COMMAS
from qawl.speakers.stage import Stage

_MOST_WORDS = 4
"""Tokens from the bracket, or the word that tells of a nickname, to the nickname's last."""
_MARKS = ('"', "«", "“", "‘", "'")
_BETWEEN = (*_MARKS, "ب", "بـ")


def own_name(stage: Stage, keys: tuple[str, ...]) -> str:
    """The name of whoever bears the nickname of which these are the keys; empty where nobody does."""
    forms = {keys[-1], keys[-1].removeprefix("ال")}
    for number in stage.scenes.holding(forms):
        tokens = stage.scenes[number].tokens
        for at, token in enumerate(tokens):
            last = _before_nickname(tokens, at) if token.word.stem in forms else -1
            if last < 0:
                continue
            end = tokens[last].end
            for person in stage.people_in(number):
                if person.name and stage.text.endswith(person.name, person.start, end):
                    return person.name
                if person.name and last and person.end == tokens[last - 1].end and _is_surname(tokens[last]):
                    return f"{person.name} {stage.text[tokens[last].start : end]}"
    return ""


def _before_nickname(tokens: list[Token], at: int) -> int:
    """The token that the brackets with a nickname follow, or the word that tells of it; -1 where neither
    stands before.
    """
    for k in range(at - 1, max(at - _MOST_WORDS - 1, 0), -1):
        word = tokens[k].word
        if word.text == "(" or word.text in _MARKS and tokens[k - 1].word.text not in _BETWEEN:
            return k - 1
        if word.rules & t.NICKNAMED:
            return k - 1 - (tokens[k - 1].word.text in COMMAS)
        if not word.tags & (t.NAMES | t.NAME_PARTICLE):
            return -1
    return -1


def _is_surname(token: Token) -> bool:
    return bool(token.word.tags & t.SURNAME) and not token.word.tags & ~t.NAMES
