"""What somebody takes part in, wishes for or fails in: part of a noun that was said, not where it was."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS
from qawl.lexicon.word import Word
from qawl.scene import Scene

_LONGEST_OWNER = 6
"""Tokens from a noun to its في, behind whose it is: مشاركة نجوم السينما الكبار في."""
_COUNTED = t.QUANTIFIER | t.NUMBER_WORD
_TEXTS = t.ISSUED_DOCUMENT | t.ISSUED_WORDS | t.GATHERING


def no_text(setting: Word, owner: Word) -> bool:
    """Whether a word for what something is said in is another one here: في معرض الكتاب, في تقرير المصير; not
    في معرض رده.
    """
    show = setting.rules & t.OCCASION and setting.rules & t.NAMED
    return bool(show) and not (owner.forms or owner.noun) or owner.stem == "مصير"


def goes_with_noun(scene: Scene, start: int, at: int) -> bool:
    """Whether في belongs to a noun before it in what was said: مشاركتها في فيديو توعوي، رغبة بلاده في زيارة
    وفد, فشل الفريق في تسجيل الأهداف; not البقاء في بيان, نجاح الخطة في مؤتمر صحفي.
    """
    tokens = scene.tokens
    setting, owner = (tokens[min(k, len(tokens) - 1)].word for k in (at + 1, at + 2))
    if tokens[at - 1].word.rules & t.ENTERING and setting.noun is None:
        return True
    if not _owned(setting, owner):
        return False
    for k in range(at - 1, max(start, at - _LONGEST_OWNER) - 1, -1):
        word = tokens[k].word
        if word.kind != "word" or word.key == "في" or word.verb is not None or word.tags & t.RELATIVE:
            return False
        if word.rules & t.INVOLVING and not setting.rules & _TEXTS:
            return True
        if word.rules & t.ENTERING:
            return not setting.rules & (t.ISSUED_DOCUMENT | t.ISSUED_WORDS)
    return False


def _owned(setting: Word, owner: Word) -> bool:
    """Whether the noun behind tells of what the setting is, as an adjective does not: تسجيل الأهداف، زيارة
    وفد; not تسجيل صوتي، لقاء مع الصحفيين.
    """
    if setting.pronoun or owner.preposition or owner.conjunction:
        return False
    noun = owner.article or owner.kind == "number" or owner.tags & (t.VERBAL_NOUN | t.PLACE | _COUNTED)
    return bool(noun or owner.tags & HEADS and not owner.key.endswith("ي")) and owner.nominal
