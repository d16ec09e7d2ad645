"""The texts in which something is said: جاء في البيان, نشر النادي بيانا جاء فيه."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import OF_HIM
from qawl.lexicon.word import NOTHING, Word
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import Scene

_FARTHEST_TEXT = 25
"""Tokens between a document and جاء فيه."""


def holds_words(scene: Scene, source: Phrase) -> bool:
    """Whether what a preposition heads is a text or speech: البيان, كلمته; not أعقاب كذا."""
    head = scene.tokens[source.start].word
    if head.rules & t.OCCASION:
        return False  # جاء ذلك في أعقاب …
    texts = t.DOCUMENT | t.SETTING | t.MEDIA | t.LAW
    return bool(source.head & texts) or any(form.tense in "ms" for form in head.forms)


def text_before(scene: Scene, at: int) -> Phrase | None:
    """نشر النادي بيانا جاء فيه: "…", بعث برقية تعزية جاء فيها: the document or speech that the pronoun points
    back to.
    """
    for k in range(at - 1, max(at - _FARTHEST_TEXT, -1), -1):
        word = scene.tokens[k].word
        speech = any(form.tense == "s" for form in word.forms)
        if (word.tags & (t.DOCUMENT | t.SETTING) and not word.tags & t.TIME or speech) and not word.verb:
            whole = scene.tokens[k - 1].word if k else NOTHING
            owns = speech and whole.tags & t.DOCUMENT and not (whole.article or whole.pronoun)
            return noun_phrase(scene, k - bool(owns), at, frozenset())
    return None


def is_own_speech(word: Word) -> bool:
    """واختتم حديثه بالتأكيد على …: the words of whoever spoke before."""
    return word.key.endswith(OF_HIM) and any(form.tense == "s" for form in word.forms)
