"""Where a headline, behind what was said, turns to other news or to who said it."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import imperfect
from qawl.lexicon.word import Form, Word
from qawl.phrases import noun_phrase
from qawl.scene import Scene

_ELLIPSES = ("..", "...", "…")
_LONGEST_SUBJECT = 5
"""Tokens of a subject in a headline before its verb."""
_REACTS = ("comment", "answer", "deny")
"""Senses of verbs that in a headline need no content: والمعارضة ترد."""
_CAN_TALK = t.ROLE | t.NAME | t.PLACE | t.ORGANISATION | t.KNOWN_ORGANISATION
"""What may talk behind the first news of a headline."""


def second_news(scene: Scene, start: int, limit: int) -> int:
    """Where a headline turns to other news: … تعلن النتائج | وحزب المعارضة يطعن فيها."""
    for at in range(start + 1, limit):
        word = scene.tokens[at].word
        if word.text == ":":
            return at  # هدد بالقتل: تفاصيل الجريمة
        if word.text in _ELLIPSES and not scene.tokens[min(at + 1, limit - 1)].word.conjunction:
            return at
        verbal = word.tags & (t.VERB | t.FUNCTION) or any(form.tense in "pi" for form in word.forms)
        named = word.key[0] == "و" and word.tags & t.NAMES and at + 1 < limit
        if named and present(scene.tokens[at + 1].word):  # … وروته يدعو إلى الهدوء
            return at
        if word.conjunction == "و" and not verbal and _verb_follows(scene, at, limit):
            return at
    return limit


def another_talks(scene: Scene, start: int, limit: int) -> int:
    """Where, behind the dots of a headline, somebody else talks: الوزير: الحوار مستمر.. | والبيت الأبيض يتحدث
    عن تقدم; with no dots where he but reacts: الوزير: الحوار مستمر | والمعارضة ترد.
    """
    for at in range(start + 1, limit - 2):
        word, dots = scene.tokens[at + 1].word, scene.tokens[at].word.text in _ELLIPSES
        if not (word.conjunction == "و" or word.key[0] == "و" and word.tags & t.NAMES):
            continue
        subject = noun_phrase(scene, at + 1, limit, frozenset(), attached=True)
        if subject is None or subject.end >= limit or not subject.head & _CAN_TALK:
            continue
        verb = scene.tokens[subject.end].word.verb
        if verb is None or verb.prefix or not dots and not _reacts(scene, verb, subject.end, limit):
            continue
        return at if dots else at + 1
    return limit


def _reacts(scene: Scene, verb: Form, at: int, limit: int) -> bool:
    """Whether a verb in a headline tells that somebody comments or answers, and not what: يعلق, ترد ببيان."""
    behind = scene.tokens[at + 1].word if at + 1 < limit else None
    ends = behind is None or behind.kind == "sign" or behind.key.startswith(("ب", "على"))
    return verb.tense == "i" and verb.entry.sense in _REACTS and ends


def news_told(scene: Scene, start: int, limit: int) -> int:
    """Where a headline, its first words said, tells who says them: اعتبره خطأ.. فلان ينتقد القرار."""
    return next((at for at in range(start, limit) if scene.tokens[at].word.text in _ELLIPSES), limit)


def _verb_follows(scene: Scene, at: int, limit: int) -> bool:
    """Whether the subject at the token of a headline has a verb of its own: وحزب المعارضة يطعن."""
    for then in range(at + 1, min(at + _LONGEST_SUBJECT, limit)):
        word = scene.tokens[then].word
        if present(word):
            return True
        if not word.nominal and not word.plain:
            return False
    return False


def present(word: Word) -> bool:
    """Whether a word reads as a verb of the imperfect."""
    if imperfect(word) or any(form.tense == "i" and not form.prefix for form in word.forms):
        return True
    return bool(word.tags & t.VERB) and word.key[0] in "يت"
