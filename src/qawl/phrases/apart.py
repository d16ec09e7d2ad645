"""Where the subject behind a verb ends and the verb's object begins, with no word between them."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.word import Word
from qawl.phrases.phrase import Phrase
from qawl.scene import Scene

_HOLDERS = t.ROLE | t.ORGANISATION | t.GROUP | t.TITLE
_NOUNS = t.VERBAL_NOUN | t.DOCUMENT | t.SETTING | t.ORGANISATION | t.MEDIA | t.PLACE
_RELATIONAL = ("ي", "ية", "يون", "يين", "يات")
"""Endings of adjectives that tell what somebody belongs to."""


def before_object(scene: Scene, phrase: Phrase) -> Phrase:
    """The phrase up to the definite noun that is no adjective of its head: استقبل الوزير | السفير، ودع الفريق
    | البطولة.
    """
    first = scene.tokens[phrase.start].word
    if phrase.named or not first.article or not first.tags & _HOLDERS:
        return phrase
    for at in range(phrase.start + 1, phrase.end):
        word = scene.tokens[at].word
        if word.kind != "word" or not word.article or word.preposition or word.conjunction:
            return phrase
        if not _describes(first, word):
            return Phrase(phrase.start, at, phrase.head, False)
    return phrase


def _describes(noun: Word, word: Word) -> bool:
    """Whether a definite word may be the adjective of a definite noun, or a name: المنتخب الوطني."""
    if word.tags & (t.ADJECTIVE | t.NATIONALITY | t.NAME | t.TITLE):
        return True
    if word.rules & (t.DESCRIBING | t.COMPLEMENTED | t.OTHER):
        return True
    if word.tags & t.ROLE:
        return not noun.tags & t.ROLE or word.stem.endswith(_RELATIONAL)  # الطبيب الشرعي
    if word.stem.endswith("ة") and not noun.stem.endswith(("ة", "ات")) and not noun.tags & t.GROUP:
        return False
    if word.tags & _NOUNS or word.tags & t.PLAIN:
        return word.stem.endswith(_RELATIONAL)
    return word.stem.endswith(_RELATIONAL) or word.stem[0] in "ما"  # الفريق المضيف، المجلس الأعلى
