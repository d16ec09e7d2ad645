"""Who speaks in a relative clause: the noun phrase before الذي, or whom what stands there belongs to."""

from __future__ import annotations

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS
from qawl.lexicon.word import NOTHING, Form, Word
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import Scene
from qawl.statements.agreement import CAN_SPEAK, agrees
from qawl.statements.antecedents import (
    antecedent,
    before_pause,
    before_relative,
    past_auxiliaries,
    whole_antecedent,
    with_bearer,
)
from qawl.statements.standsfor import definite_claim, of_another_subject, of_object, quoted_text
from qawl.statements.told_of import who_is_told_of

_FARTHEST_SUBJECT = 45
_LONGEST_OWNER = 12
"""Tokens of what the last noun before الذي belongs to, with that noun."""
_PEOPLE = ("ون", "ين")


def of_relative(scene: Scene, candidate: Candidate, takes: frozenset[str]) -> Phrase | None:
    """Who speaks in a relative clause: الوزير الذي قال إن, تصريحات الوزير التي قال فيها إن."""
    tokens, at = scene.tokens, candidate.at
    if of_another_subject(tokens[at - 1].word, candidate.form):
        return None
    if at + 1 < len(tokens) and tokens[at + 1].word.rules & t.RETURNING:
        return _owner(scene, at, takes)
    if has_other_perfective(tokens[at - 1].word) or of_object(tokens[at - 1].word, candidate.form):
        return None
    stop, lowest = past_auxiliaries(scene, at), lowest_subject(scene, at)
    pause = before_pause(scene, stop, lowest)
    if pause > lowest and definite_claim(tokens[pause - 1].word):
        return quoted_text(scene, candidate, lowest)
    told = who_is_told_of(scene, pause, lowest, candidate.form)
    person = told is not None and (told.named or told.head & (t.ROLE | t.TITLE))
    if told is not None and person and _may_speak(scene, told):
        return with_bearer(scene, told, lowest)
    found = antecedent(scene, stop, lowest)
    if scene.tokens[stop].word.rules & t.RELATIVE_PLURAL and candidate.form.number == "p":
        found = _several(scene, found, pause, lowest, candidate.form) or found
    speaks = found is not None and (found.named or found.head & (CAN_SPEAK | t.KNOWN_ORGANISATION))
    if candidate.form.pronoun and not speaks:
        return told
    if told is not None and not (found is not None and speaks and agrees(scene, found, candidate.form)):
        return told
    if found is not None and not agrees(scene, found, candidate.form):
        found = _owner_that_agrees(scene, found, lowest, candidate.form) or found
    if found is not None and _may_speak(scene, found) and not _only_described(scene, found):
        return found
    whole = whole_antecedent(scene, stop, lowest) if candidate.form.number == "s" else None
    if whole is not None and not agrees(scene, whole, candidate.form):
        whole = None
    if whole is None and found is not None and _may_speak(scene, found):
        whole = found
    return whole or quoted_text(scene, candidate, lowest)


def _owner(scene: Scene, at: int, takes: frozenset[str]) -> Phrase | None:
    """تصريحات فلان التي قال فيها: who the words before الذي belong to, unless the subject
    follows the verb.
    """
    end = len(scene.tokens)
    if at + 2 < end and noun_phrase(scene, at + 2, end, takes) is not None:
        return None
    words = antecedent(scene, before_relative(scene, at), max(scene.inside[at] + 1, 0))
    if words is None or not scene.tokens[words.start].word.tags & (
        t.SETTING | t.DOCUMENT | t.CLAIM_NOUN | t.VERBAL_NOUN
    ):
        return None
    return noun_phrase(scene, words.start + 1, words.end, frozenset())


def _owner_that_agrees(scene: Scene, owned: Phrase, lowest: int, verb: Form) -> Phrase | None:
    """The role or body of which the antecedent is but the last noun, where only the whole agrees with the
    verb: زعيم المعارضة الذي قال، المدعي العام للمحكمة الذي طالب.
    """
    for start in range(owned.start - 1, max(lowest, owned.end - _LONGEST_OWNER) - 1, -1):
        word = scene.tokens[start].word
        if word.preposition or not (word.nominal or word.tags & t.TIME):  # مدير عام الشركة
            return None
        phrase = noun_phrase(scene, start, owned.end, frozenset()) if word.tags & CAN_SPEAK else None
        if phrase is not None and phrase.end == owned.end and agrees(scene, phrase, verb):
            return phrase
    return None


def _several(scene: Scene, found: Phrase | None, end: int, lowest: int, verb: Form) -> Phrase | None:
    """The people before one thing that ends at the token, of which الذين cannot be said: العاملين في القطاع
    الصحي | الذين، المهتمين بالشأن الزراعي | الذين; None where there are none or what was found is several.
    """
    words = [token.word for token in scene.tokens[found.start : found.end]] if found is not None else []
    some = words and (_people(words[0]) or words[0].tags & t.QUANTIFIER)
    if some or any(word.conjunction for word in words):
        return None
    for start in range(end - 1, max(lowest, end - _LONGEST_OWNER) - 1, -1):
        word = scene.tokens[start].word
        if not (word.nominal or word.preposition or word.tags & t.PREPOSITION) or word.tags & t.DEMONSTRATIVE:
            return None  # أولئك الذين
        if not _people(word) or word.conjunction:
            continue
        before = scene.tokens[start - 1].word if start else NOTHING
        if word.article and not before.article and before.tags & (t.GROUP | t.QUANTIFIER):
            start -= 1  # noqa: PLW2901  أسر المفقودين
        phrase = noun_phrase(scene, start, end, frozenset(), attached=True)
        if phrase is None or phrase.end != end:
            phrase = Phrase(start, end, t.GROUP, False)
        if agrees(scene, phrase, verb):
            return phrase
    return None


def _people(word: Word) -> bool:
    """Whether a noun is of several people: سكان، العاملين; one unknown by its ending: المهتمين."""
    return bool(word.tags & t.GROUP) or not word.tags and word.article and word.stem.endswith(_PEOPLE)


def _only_described(scene: Scene, antecedent: Phrase) -> bool:
    """Whether the antecedent is but the last adjective of a body, a role elsewhere (حزب الشعب المعارض), or
    begins with what a role is for or where it is (الأمين العام لجامعة الدول العربية فلان، المديرة في «كورنال»
    فلانة).
    """
    if scene.tokens[antecedent.start].word.preposition:
        return True
    if antecedent.named and antecedent.start in scene.closing:
        return antecedent.start > 0 and scene.tokens[antecedent.start - 1].word.tags & t.PREPOSITION > 0
    word, before = scene.tokens[antecedent.start].word, scene.tokens[antecedent.start - 1].word
    alone = antecedent.end == antecedent.start + 1 and antecedent.start > 0
    return alone and word.article and before.article and bool(word.tags & t.ROLE)


def _may_speak(scene: Scene, antecedent: Phrase) -> bool:
    """Whether the relative is said of somebody who can speak, not of a place or thing behind a preposition
    (الغلاء في السوق الذي قال إنه …، حرائق الغابة التي قالت إنها …).
    """
    if antecedent.start == 0:
        return True
    before = scene.tokens[antecedent.start - 1].word
    governed = bool(before.tags & t.PREPOSITION) or scene.tokens[antecedent.start].word.preposition != ""
    if antecedent.head & t.PLACE and not antecedent.head & (HEADS | t.NAME):
        return not before.tags & t.VERBAL_NOUN and before.key != "في"
    return antecedent.named or bool(antecedent.head & CAN_SPEAK) or not governed


def lowest_subject(scene: Scene, at: int) -> int:
    """The first token that may belong to the subject of the verb at the token."""
    return max(scene.inside[at] + 1, at - _FARTHEST_SUBJECT, 0)


def has_other_perfective(before: Word) -> bool:
    """Whether a word as قد stands before the verb, and is not قد: لقد كشفت الوزارة."""
    return before.tags & t.PERFECTIVE > 0 and before.key != "قد"
