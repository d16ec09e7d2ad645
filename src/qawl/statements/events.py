"""What the speaker did before or meanwhile, between a verb and its content: بعد لقائه نظيره."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import OF_OTHERS
from qawl.phrases import noun_phrase
from qawl.scene import Scene
from qawl.statements.objects import is_plain_object

COMPLEMENTS = ("على", "الى", "من", "عن")
"""Prepositions that mostly head what a verb takes, not where or when it was said."""


def past_event(scene: Scene, at: int, end: int) -> int:
    """Past what the speaker did before or meanwhile, with its object: بعد لقائه نظيره المصري، خلال استقباله
    السفير؛ the token itself where no such thing begins.
    """
    word = scene.tokens[at].word
    if not word.tags & t.PREPOSITION or word.key in COMPLEMENTS or at + 2 >= end:
        return at
    act = scene.tokens[at + 1].word
    acts = act.tags & (t.VERBAL_NOUN | t.SETTING) and not act.tags & t.DOCUMENT and word.key != "في"
    if not acts or act.article or not act.key.endswith(OF_OTHERS):
        return at
    following = scene.tokens[at + 2].word
    preposition = following.tags & t.PREPOSITION and following.key in ("مع", "ب", "الى")
    noun = at + 3 if preposition else at + 2
    met = noun_phrase(scene, noun, end, frozenset({"NP"})) if preposition or following.nominal else None
    if met is None or is_plain_object(scene.tokens[met.start].word):
        return at
    if act.tags & t.SETTING and following.article and following.tags & t.VERBAL_NOUN:
        return at  # خلال زيارته الهجوم
    return met.end
