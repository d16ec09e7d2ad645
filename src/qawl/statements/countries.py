"""Whether a country before the colon of a headline speaks, or its news are told: تركيا: سنرد; مصر: قتلى في
حريق.
"""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import feminine
from qawl.lexicon.word import NOTHING, Token, Word
from qawl.scene import Scene

_SHORT_QUOTATION = 3
"""Tokens from mark to mark of two words, which may be a name."""
_DENIES = ("لا", "ليس", "ليست")
_NEAR = 3
"""Words after a country and a colon among which a denial stands."""
_LONGEST_NOUN = 3
"""Letters of a word in ن that is rather a noun: نفط."""
_SOON = 5
"""Words behind a colon among which speech shows itself."""


def speaks(scene: Scene, at: int, capital: bool) -> bool:
    """Whether what follows a country and a colon is said by it (a promise, a refusal, we) rather than news
    from there.
    """
    word = scene.tokens[at].word
    then = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else NOTHING
    if at in scene.closing:
        return scene.closing[at] - at > _SHORT_QUOTATION + (not goes_on_behind(scene, at))
    if word.tags & (t.NEGATION | t.DEMONSTRATIVE | t.COMPLEMENTIZER | t.PRONOUN | t.FUTURE):
        return True
    if word.key == "على" or word.tags & t.BEFORE_AN and not word.tags & t.PREPOSITION:
        return True  # إيران: يجب وقف الحرب; not هايتي: بعد الزلزال
    denied = any(token.word.key in _DENIES for token in scene.tokens[at + 1 : at + _NEAR])
    abroad = any(
        token.word.tags & (t.PLACE | t.KNOWN_ORGANISATION) for token in scene.tokens[at : at + _NEAR]
    )
    if word.article and denied or abroad and _may_be(scene.tokens[at + 1 : at + _SOON]):
        return True  # إسرائيل: المناورات لا تستهدف أحدا، فرنسا: العقوبات على إيران ستبقى
    if capital and (
        word.article or word.tags & (t.NATIONALITY | t.PLACE) or any(form.tense == "m" for form in word.forms)
    ):
        return True
    ready = word.nominal and not word.tags and word.key.endswith("ون") and not word.article
    if ready and (then.preposition in ("ل", "ب") or then.key in ("على", "من", "ل", "الى")):
        return True  # تركيا: مستعدون للحوار
    if word.first_person or word.tags & t.VERB and word.key[0] == "ن" and not word.tags & ~t.VERB:
        return True  # إيران: نريد السلام، تركيا: سنرد
    near = scene.tokens[at : at + _NEAR]
    if any(token.word.pronoun == "نا" for token in near):
        return True  # مصر: موقفنا لم يتغير
    return begins_with_we(word)


def goes_on_behind(scene: Scene, at: int) -> bool:
    """Whether a phrase goes on behind the marks that open at the token: واشنطن: "أدلة قاطعة" على مقتله."""
    behind = scene.closing.get(at, len(scene.tokens)) + 1
    return behind < len(scene.tokens) and bool(scene.tokens[behind].word.tags & t.PREPOSITION)


def _may_be(ahead: list[Token]) -> bool:
    """Whether it is denied, possible or still to come what is told of another state: الصين لن تتراجع."""
    told = t.NEGATION | t.PERFECTIVE | t.FUTURE
    words = [token.word for token in ahead]
    return any(word.tags & told or word.key.startswith(("سي", "ست")) and not feminine(word) for word in words)


def begins_with_we(word: Word) -> bool:
    """Whether an unknown word begins as the first person plural does: سنعود، نقترض."""
    return word.key.startswith(("سن", "ن")) and len(word.key) > _LONGEST_NOUN and not word.tags
