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
    """Whether two roles have one head and are of two bodies of a kind, of two places or of two teams, or
    another number: مدير مستشفى الأمل and مدير مستشفى الشفاء, محافظ أسوان and محافظ سوهاج, المتهم الأول and
    المتهم الثاني.
    """
    (head, *own), (other_head, *others) = _words(lexicon, one), _words(lexicon, other)
    if base(head.stem) != base(other_head.stem):
        return False
    number, other_number = _number(own), _number(others)
    if number and other_number and number != other_number:
        return True
    here, there = {base(word.stem) for word in own}, {base(word.stem) for word in others}
    club, other_club = _club(head, own), _club(other_head, others)
    rest = [w for w in own if (w is club or _tells(lexicon, w)) and base(w.stem) not in there]
    other_rest = [w for w in others if (w is other_club or _tells(lexicon, w)) and base(w.stem) not in here]
    if not (rest and other_rest):
        return False
    if any(_is_kind(word) and base(word.stem) in there for word in own):
        return True
    alike = not here.isdisjoint(there) or head.tags & t.RELATION
    names = (next((w for w in left if not _is_kind(w)), left[0]) for left in (rest, other_rest))
    return not alike and all(w in (club, other_club) or _by_name(w) for w in names)


def _words(lexicon: Lexicon, role: str) -> list[Word]:
    """The words of a role up to where or with what it is held."""
    words = [lexicon.words[word] for word in fold.key(_SIGNS.sub(" ", role)).split()]
    return list(takewhile(_belongs, words)) or words[:1] or [NOTHING]


def _belongs(word: Word) -> bool:
    attached = word.preposition == "ب" and (word.article or word.tags)  # not بيرزيت
    return word.key == _IN_THE_NAME or not (word.tags & t.PREPOSITION or attached)


def _number(own: list[Word]) -> str:
    """Which of several somebody is by what is told of a role: المتهم | الثاني."""
    return next((base(word.stem) for word in own if word.article and word.rules & t.ORDINAL), "")


def _club(head: Word, own: list[Word]) -> Word | None:
    """What looks like an adjective behind a head that it cannot describe, having ال: مدرب | الأهلي."""
    owner = own[0] if own and own[0].article and not head.article else None
    return owner if owner is not None and relational(owner) else None


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
