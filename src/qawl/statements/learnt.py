"""Who told what was learnt: حسبما علم لدى الشرطة، وفق ما علمته الجريدة من مصدر أمني."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import COMMAS, Scene
from qawl.statements.openings import STOPS

_FROM = ("من", "لدى")
_FARTHEST = 9
"""Tokens between the verb and the preposition: علمت صحيفة «كذا» اليوم الخميس من."""


def told_to_learners(scene: Scene, at: int, end: int) -> Phrase | None:
    """The noun phrase behind من or لدى after a verb of learning at the token; None where none is."""
    if at >= end or not scene.tokens[at].word.rules & t.LEARNT:
        return None
    for k in range(at + 1, min(at + _FARTHEST, end - 1)):
        word = scene.tokens[k].word
        if word.key in _FROM:
            return noun_phrase(scene, k + 1, end, frozenset())
        if word.text in (*COMMAS, *STOPS):
            return None
    return None
