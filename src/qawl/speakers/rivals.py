"""Which offices begin alike and are held in two bodies: رئيس حزب النور, رئيس حزب الوطن."""

from __future__ import annotations

import re
from itertools import takewhile

from qawl import fold
from qawl.lexicon import Lexicon
from qawl.lexicon import tags as t
from qawl.lexicon.shape import relational
from qawl.lexicon.word import NOTHING, Word
from qawl.speakers.likeness import base

_KINDS = t.ORGANISATION | t.MEDIA | t.GENERIC
_IN_THE_NAME = "باسم"
_SIGNS = re.compile(r"[^\w\s]")


def rivals(lexicon: Lexicon, one: str, other: str) -> bool:
    """Whether two roles have one head and are of two bodies of a kind, of two places or of two teams: مدير
    مستشفى الأمل and مدير مستشفى الشفاء, محافظ أسوان and محافظ سوهاج.
    """
    (head, *own), (other_head, *others) = _words(lexicon, one), _words(lexicon, other)
    if base(head.stem) != base(other_head.stem):
        return False
    here, there = {base(word.stem) for word in own}, {base(word.stem) for word in others}
    rest = [word for word in own if _tells(lexicon, word) and base(word.stem) not in there]
    other_rest = [word for word in others if _tells(lexicon, word) and base(word.stem) not in here]
    if not (rest and other_rest):
        return False
    if any(_is_kind(word) and base(word.stem) in there for word in own):
        return True
    alike = not here.isdisjoint(there) or head.tags & t.RELATION
    return not alike and all(_by_name(word) for word in (rest[0], other_rest[0]))


def _words(lexicon: Lexicon, role: str) -> list[Word]:
    """The words of a role up to where or with what it is held."""
    words = [lexicon.words[word] for word in fold.key(_SIGNS.sub(" ", role)).split()]
    return list(takewhile(_belongs, words)) or words[:1] or [NOTHING]


def _belongs(word: Word) -> bool:
    attached = word.preposition == "ب" and (word.article or word.tags)  # not بيرزيت
    return word.key == _IN_THE_NAME or not (word.tags & t.PREPOSITION or attached)


def _is_kind(word: Word) -> bool:
    return not word.article and bool(word.tags & _KINDS or word.rules & t.LOCALITY)


def _tells(lexicon: Lexicon, word: Word) -> bool:
    """Whether a word tells of what an office is, as neither an adjective does nor the mere kind of a body
    with ال: رئيس الحزب، المدير العام، السفير الفرنسي.
    """
    nation = lexicon.words[word.stem].tags & t.NATIONALITY and not word.tags & t.PLACE
    adjective = word.tags & (t.ADJECTIVE | t.GENERIC) or relational(word) and not word.tags & t.VERBAL_NOUN
    return not word.article or not (nation or adjective)


def _by_name(word: Word) -> bool:
    return bool(word.tags & (t.PLACE | t.KNOWN_ORGANISATION) or word.article and word.tags & t.NAME)
