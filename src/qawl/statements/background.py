"""What وهو brings in behind what was said: the writer's own words, or more of what was said."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import imperfect
from qawl.lexicon.word import Word
from qawl.scene import COMMAS, Scene
from qawl.statements.draft import Draft
from qawl.statements.turns import denied_by_another

_COUNTED = 3
"""Tokens before وهي among which a number tells how many things are listed."""


def background(scene: Scene, draft: Draft, at: int, limit: int) -> bool:
    """Whether وهو goes on in the writer's own words, and tells neither what a number announced (ثلاثة شروط،
    وهي …) nor, in a clause, the state that was reported too (نقل إلى المستشفى، وهو يعاني من كسور). What
    stands behind a colon is all said: وأضاف: الموسم جيد، وهو الأفضل منذ سنوات.
    """
    following = scene.tokens[at + 1].word if at + 1 < limit else None
    if following is not None and following.tags & t.COMPLEMENTIZER:
        return False
    if draft.by == "colon" and draft.rule != "headline-colon":
        return False
    whence = following is not None and _whence(scene, at + 1)
    if following is not None and following.tags & t.RELATIVE_FREE and not whence:
        return True
    if draft.form != "nominal" and following is not None and (whence or _state(following)):
        return False
    start = draft.start
    listed = at + 1 in scene.closing  # على 3 محاور، وهي "خفض الأسعار، وتوفير السكن"
    if listed and any(token.word.kind == "number" for token in scene.tokens[at - 1 - _COUNTED : at - 1]):
        return False
    comma = next((k for k in range(at - 2, start, -1) if scene.tokens[k].word.text in COMMAS), start)
    return not any(token.word.rules & t.COUNTING for token in scene.tokens[comma:at])


def _whence(scene: Scene, at: int) -> bool:
    """Whether من tells where somebody is from: وهو من قرية في الشمال; not وهو من قرر, وهو من أكبر المصانع."""
    if scene.tokens[at].word.key != "من" or at + 1 >= len(scene.tokens):
        return False
    word = scene.tokens[at + 1].word
    return word.nominal and not (word.verbal or word.rules & t.SUPERLATIVE)


def _state(word: Word) -> bool:
    """Whether a word after وهو tells a state, not what somebody is: a preposition, an imperfect."""
    if word.tags & t.PREPOSITION and not word.tags & t.RELATIVE_FREE or imperfect(word):
        return True
    return not word.conjunction and bool(word.tags & t.VERB) and word.key[0] in "يت"


def denied(scene: Scene, at: int, limit: int) -> bool:
    """Whether the writer tells, with no comma before it, what another says to it: … وهو ما نفته الوزارة; …
    وهي اتهامات تنفيها الحكومة.
    """
    if not scene.tokens[at].word.rules & t.BACKGROUND or at + 2 >= limit:
        return False
    noun = scene.tokens[at + 1].word
    bare = noun.kind == "word" and not (noun.article or noun.pronoun or noun.tags & t.PREPOSITION)
    return (noun.key == "ما" or bare) and denied_by_another(scene, at + 2, limit)
