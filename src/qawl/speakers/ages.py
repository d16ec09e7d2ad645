"""Who is told of by his age or home alone: ابن الثالثة والثلاثين، السبعينية، ابن مدينة فاس."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import counts_children
from qawl.lexicon.word import NOTHING, Word
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage

_SON = ("ابن", "ابنة")
_AGED = ("ية", "ي")
"""Endings that make of a number the age of somebody: سبعينية، ثمانيني."""
_LONGEST_FAMILY = 4
"""More words than الأم لخمسة أطفال."""


def tells_age_or_home(stage: Stage, source: Mention) -> bool:
    """Whether a source tells but how old or from where somebody is whom the text named before."""
    words = [stage.lexicon.words[word] for word in source.text.split()]
    if words[0].stem in _SON and len(words) > 1 and not words[0].article:
        return _age_of_son(words[1:]) or _home(words[1:])
    return _years(source, words) or _in_tens(stage, words) or _of_children(words)


def _years(source: Mention, words: list[Word]) -> bool:
    """صاحب الـ36 عاما، ابنة الثلاثين عاما، الأم البالغة 29 عاما"""
    if len(words) < 2 or not words[-1].rules & t.YEARS:
        return False
    number = words[-2]
    return _is_number(number) and (source.definite or number.article)


def _age_of_son(words: list[Word]) -> bool:
    """Behind ابن: الثالثة والثلاثين، الخمسين، الـ33 ربيعا."""
    if words[0].rules & t.ORDINAL and words[0].article:
        return len(words) > 1 and bool(words[1].tags & t.NUMBER_WORD)
    number = next((word for word in words if word.key != "ال"), NOTHING)  # الـ 33
    return _is_number(number) and (number is not words[0] or number.article)


def _home(words: list[Word]) -> bool:
    """Behind ابن: مدينة فاس، الجنوب، بيروت."""
    place = words[0].rules & t.LOCALITY or words[0].tags & t.PLACE and not words[0].tags & t.NAMES
    return bool(place) and not words[0].conjunction


def _of_children(words: list[Word]) -> bool:
    """الأم لخمسة أطفال، الأب لطفلين"""
    parent = words[0].article and bool(words[0].tags & t.RELATION)
    return parent and 1 < len(words) < _LONGEST_FAMILY and counts_children(words[1])


def _in_tens(stage: Stage, words: list[Word]) -> bool:
    """السبعينية، الرجل الثمانيني"""
    told = words[-1]
    number = next((told.stem.removesuffix(end) for end in _AGED if told.stem.endswith(end)), "")
    somebody = len(words) == 1 or len(words) == 2 and words[0].article and words[0].tags & t.ANY_ROLE
    return bool(told.article and number and somebody and stage.lexicon.words[number].tags & t.NUMBER_WORD)


def _is_number(word: Word) -> bool:
    return word.stem.isdigit() or bool(word.tags & t.NUMBER_WORD)
