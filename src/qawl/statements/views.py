"""Who holds a view that stands behind a colon: للخبير رأي آخر: «…»."""

from __future__ import annotations

from msgspec import structs

from qawl.cues import Candidate
from qawl.cues.verbs import FOR_HIM
from qawl.lexicon import tags as t
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import Scene
from qawl.statements import content
from qawl.statements.agreement import CAN_SPEAK
from qawl.statements.draft import Draft, at_word
from qawl.statements.subjects import subject_before

_FARTHEST_COLON = 4
"""Tokens from the noun to the colon: رأي آخر مختلف تماما: …"""
_LONGEST_HOLDER = 12
"""Tokens of who holds the view."""
_SENSES = frozenset({"think", "say"})
"""Senses of the nouns: رأي، كلام، رواية."""


def held(scene: Scene, candidate: Candidate, end: int) -> tuple[Draft | None, str] | None:
    """الطالبة جود لها رأي أبسط: «…», وكان للخبير رأي مختلف: «…»: the words of whom it is said to
    be; None where it is said of nobody.
    """
    at, entry, tokens = candidate.at, candidate.form.entry, scene.tokens
    near = range(at + 1, min(at + _FARTHEST_COLON, end - 1))
    colon = next((k for k in near if tokens[k].word.text == ":"), -1)
    if colon < 0 or not at or candidate.form.prefix or entry.sense not in _SENSES:
        return None
    holder = _holder(scene, candidate)
    if holder is None:
        return None
    found, why = content.find(scene, colon, colon, entry, end, False)
    if found is None:
        return None, why
    draft = at_word("noun-source", at, entry, holder, found, True)
    return structs.replace(draft, begin=min(holder.start, at), rule="noun-source-clause"), ""


def _holder(scene: Scene, candidate: Candidate) -> Phrase | None:
    """Who stands before له, or behind ل: جود لها | رأي, كان للخبير | رأي."""
    his = candidate.at - 1
    if scene.tokens[his].word.key.removeprefix("ف") in FOR_HIM:
        while his and scene.tokens[his - 1].word.tags & t.AUXILIARY:
            his -= 1
        return subject_before(scene, structs.replace(candidate, at=his), frozenset())
    for k in range(his, max(his - _LONGEST_HOLDER, -1), -1):
        if scene.tokens[k].word.preposition == "ل":
            holder = noun_phrase(scene, k, candidate.at, frozenset(), attached=True)
            if holder is None or holder.end != candidate.at:
                return None
            return holder if holder.named or holder.head & CAN_SPEAK else None  # not عادت للواجهة مقولة: …
    return None
