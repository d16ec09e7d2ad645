"""Where a noun phrase ends: the source of a statement with its titles, complements, name and apposition."""

from __future__ import annotations

from msgspec import structs

from qawl.lexicon import tags as t
from qawl.lexicon.shape import superlative
from qawl.phrases.phrase import LONGEST_QUOTED_NAME, Phrase
from qawl.phrases.reader import Reader
from qawl.phrases.state import TAKES_OBJECTS, TAKES_PEOPLE, takes_noun
from qawl.scene import Scene

__all__ = ["TAKES_OBJECTS", "TAKES_PEOPLE", "Phrase", "acts_by_name", "noun_phrase"]

_YEAR = 4
"""Digits of a year, which counts nothing."""


def noun_phrase(
    scene: Scene, at: int, end: int, governed: frozenset[str], attached: bool = False
) -> Phrase | None:
    """The noun phrase that begins at token `at`, not beyond `end`; None where none begins there.

    `governed` are the prepositions and NP that the verb takes: what they head is no part of its subject. With
    `attached` the first word may carry a preposition (للمتحدثة).
    """
    tokens = scene.tokens
    if at >= end:
        return None
    first = tokens[at].word
    if first.rules & t.SUPERLATIVE and at + 1 < end and superlative(first, tokens[at + 1].word):
        ranked = noun_phrase(scene, at + 1, end, governed)  # أرفع مسؤول في البلاد
        return structs.replace(ranked, start=at) if ranked is not None else None
    if first.tags & t.ROLE and first.tags & t.ADVERBIAL_PARTICIPLE and not _spokesman(scene, at, end):
        return None  # قال متحدثا إلى الصحفيين
    quoted = at in scene.closing and scene.closing[at] - at <= LONGEST_QUOTED_NAME
    if not (
        attached
        or quoted
        or first.nominal
        or first.tags & t.DEMONSTRATIVE
        and not first.preposition
        or (first.kind == "number" and _counts(scene, at, end))
    ):
        unknown = first.kind == "word" and not (first.tags or first.forms)
        return Reader(scene, at, end, governed).read_unknown() if unknown else None
    return Reader(scene, at, end, governed).read()


def acts_by_name(scene: Scene, at: int, end: int) -> Phrase | None:
    """The subject, by title and name, of a verb with و, where nothing but the two stands from the token to
    `end`: …، | وتداخل الدكتور سامي الفايز | مطالبا.
    """
    verb = scene.tokens[at].word
    if verb.key[0] != "و" or verb.tags & (t.NAMES | t.PREPOSITION) or verb.preposition or at + 1 >= end:
        return None
    subject = noun_phrase(scene, at + 1, end, frozenset())
    if subject is None or subject.end != end or not subject.named:
        return None
    return subject if subject.head & (t.ROLE | t.TITLE) else None


def _spokesman(scene: Scene, at: int, end: int) -> bool:
    """Whether متحدثا is a spokesman in the accusative: لكن متحدثا باسم الشركة قال, لكن متحدثا باسمها قال."""
    following = scene.tokens[at + 1].word if at + 1 < end else scene.tokens[at].word
    return following.key == "باسم" or following.preposition == "ب" and following.tags & t.CALLED > 0


def _counts(scene: Scene, at: int, end: int) -> bool:
    if at + 2 < end and (scene.tokens[at + 1].word.rules & t.PERCENT or takes_noun(scene.tokens, at)):
        return True
    if at + 1 >= end or len(scene.tokens[at].word.text) == _YEAR:
        return False
    counted = scene.tokens[at + 1].word
    return counted.nominal and not counted.tags & t.MONTH  # اعتبر 7 مايو يوما مجيدا
