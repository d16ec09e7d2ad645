"""The subject behind what was said: ورحب بالاتفاق الرئيس فلان; ونفى هذه الاتهامات وزير الدفاع."""

from __future__ import annotations

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, feminine, relational_plural
from qawl.lexicon.word import Word
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import Scene
from qawl.statements import content
from qawl.statements.agreement import CAN_SPEAK, agrees
from qawl.statements.following import stretched
from qawl.statements.objects import is_plain_object
from qawl.statements.openings import STOPS, Content, is_reporting

_LONGEST_OBJECT = 12
_SOON = 25
"""Tokens behind a subject among which stands the clause that it was told."""
_SHORT_OBJECT = 2
"""Words of an object after which a name alone is the subject: وهنأها بالفوز كوفي عنان."""
_BODIES = t.ORGANISATION | t.KNOWN_ORGANISATION | t.MEDIA | t.UNNAMED | t.QUANTIFIER
_SPEAKER = t.ROLE | t.TITLE | t.NAME | t.PLACE | t.TIME | t.LISTENER | t.COMPLEMENTIZER
_ENDS = t.COMPLEMENTIZER | t.RELATIVE | t.CONNECTIVE | t.VERB | t.ADVERBIAL_PARTICIPLE


def inverted(scene: Scene, candidate: Candidate, end: int) -> tuple[Phrase, Content, int] | None:
    """The subject behind the object or preposition of the verb, what was said, and where that ends; None
    where no subject stands there.
    """
    form = candidate.form
    single = any(f.number == "s" and f.tense in "pi" for f in scene.tokens[candidate.at].word.forms)
    if form.entry.evidence != "strong" or not single or candidate.relative or candidate.free_relative:
        return None
    found = _told_first(scene, candidate, end)
    if found is None:
        return None
    persons = False
    for at in range(found.start + 1, min(found.start + _LONGEST_OBJECT, end)):
        word = scene.tokens[at].word
        if word.kind != "word" or word.tags & _ENDS or word.verbal:
            return None
        also = word.tags & t.TIME and not word.nominal  # أيضا، كذلك، أمس
        if not also and _may_begin(scene, found.start, at, persons):
            subject = noun_phrase(scene, at, end, frozenset())
            apart = form.gender == "m" and word.tags & t.TITLE  # رحب بالخطوة البارونة فلانة
            if subject is None or _counts_times(scene, subject) or _says_more(scene, candidate, subject, end):
                return None
            told = scene.tokens[found.start].word
            bare = found.by == "object" and not (told.article or told.tags & t.DEMONSTRATIVE)
            if bare and not subject.named:
                return None  # وانتقد سياسة الحكومة الرئيس فلان
            if apart or agrees(scene, subject, form):
                stop = at
                while scene.tokens[stop - 1].word.tags & (t.TIME | t.MANNER):
                    stop -= 1
                return stretched(scene, subject, end, frozenset()), found, stop
        person = (
            word.tags & (t.ROLE | t.TITLE) or word.tags & t.NAME and not (word.tags & HEADS or word.article)
        )
        persons = persons or bool(person)
    return None


def resumed_first(scene: Scene, candidate: Candidate, end: int) -> tuple[Phrase, Content, int] | None:
    """The subject behind what was said in a relative clause, a noun with the pronoun of whom or what the
    clause tells of: القرار الذي انتقد توقيته | حزب الشعب، العقد الذي رحبت بتوقيعه | باريس; not الحزب الذي
    أعلن رئيسه.
    """
    form, at = candidate.form, candidate.at + 1
    single = any(f.number == "s" and f.tense in "pi" for f in scene.tokens[candidate.at].word.forms)
    if (
        not candidate.relative
        or form.pronoun
        or form.entry.evidence != "strong"
        or not single
        or at + 1 >= end
    ):
        return None
    word, following = scene.tokens[at].word, scene.tokens[at + 1].word
    relative = scene.tokens[candidate.at - 1].word.rules
    his = relative & t.RELATIVE_MASCULINE and "ه" or relative & t.RELATIVE_FEMININE and "ها"
    taken = word.preposition in form.entry.prepositions if word.preposition else "NP" in form.entry.takes
    if not taken or not his or word.pronoun != his or word.tags & (_SPEAKER | HEADS & ~t.DOCUMENT):
        return None
    if (
        not following.tags & (_BODIES | t.ROLE | t.TITLE | t.NAME | t.GROUP | t.PLACE)
        or following.tags & t.TIME
    ):
        return None
    subject = noun_phrase(scene, at + 1, end, frozenset())
    if subject is None or following.preposition or following.conjunction or not agrees(scene, subject, form):
        return None
    by = "attached" if word.preposition else "object"
    return stretched(scene, subject, end, frozenset()), Content(at, by, "nominal"), at + 1


def _counts_times(scene: Scene, subject: Phrase) -> bool:
    """أكثر من مرة: a quantity of nobody who speaks."""
    if not subject.head & t.QUANTIFIER:
        return False
    speaks = CAN_SPEAK & ~t.QUANTIFIER
    return not any(token.word.tags & speaks for token in scene.tokens[subject.start + 1 : subject.end])


def _says_more(scene: Scene, candidate: Candidate, subject: Phrase, end: int) -> bool:
    """Whether what was said follows the subject, so that all before it is the subject: وأكدت المعالجة
    النفسية الدكتورة فلانة أن …
    """
    if not candidate.form.entry.clause:
        return False
    for at in range(subject.end, min(subject.end + _SOON, end)):
        word = scene.tokens[at].word
        if content.opens(scene, at):
            return True
        if word.text in STOPS or is_reporting(scene, at) or word.tags & t.RELATIVE:
            return False
    return False


def _told_first(scene: Scene, candidate: Candidate, end: int) -> Content | None:
    """What stands right after the verb and can only be what was said: بالقرار، عن أسفه، هذه الاتهامات."""
    at, entry = candidate.at + 1, candidate.form.entry
    if at + 1 >= end:
        return None
    word, following = scene.tokens[at].word, scene.tokens[at + 1].word
    told = entry.objects and not candidate.form.pronoun  # اتهم بالتقصير
    if not told and word.preposition in entry.prepositions and not word.tags & t.MANNER:
        return Content(at, "attached", "nominal") if not word.tags & _SPEAKER else None
    if not told and word.key in entry.prepositions and word.tags & t.PREPOSITION:
        return Content(at + 1, "preposition", "nominal") if not following.tags & _SPEAKER else None
    if not entry.takes & {"NP", "claim"} or candidate.form.pronoun or word.preposition:
        return None
    if word.tags & t.DEMONSTRATIVE:
        told = _is_object(candidate, following) or content.is_claim(scene, at, end)
        pointed = following.article and _is_told(following) and told
        denied = word.key == "ذلك" and candidate.form.entry.sense in ("deny", "reject")
        return Content(at, "object", "nominal") if pointed or denied else None
    bare = word.article and _is_told(word) and _is_object(candidate, word)
    owned = is_plain_object(word) and not word.pronoun and following.article
    owned = owned and not following.tags & _SPEAKER
    return Content(at, "object", "nominal") if bare or owned and _is_object(candidate, word) else None


def _is_object(candidate: Candidate, word: Word) -> bool:
    """Whether a definite noun is what is confirmed or denied: an act, a thing, of another gender than the
    verb; what others say or want where the verb takes nothing else.
    """
    if "NP" not in candidate.form.entry.takes:
        return bool(word.tags & t.CLAIM_NOUN)
    other = candidate.form.gender == "m" and word.stem.endswith("ة")
    return other or bool(word.tags & (t.VERBAL_NOUN | t.CLAIM_NOUN | t.DOCUMENT) or word.rules & t.THING)


def _is_told(word: Word) -> bool:
    """Whether a noun with no preposition is nobody who speaks."""
    return not word.tags & (_SPEAKER | HEADS & ~t.DOCUMENT | t.KNOWN_ORGANISATION)


def _may_begin(scene: Scene, start: int, at: int, persons: bool) -> bool:
    """Whether a second noun phrase begins at the token, which is no part of what was said: بالقرار | الرئيس,
    بالعملية | رئيس الحكومة, بالخطوة أيضا | واشنطن.
    """
    word, before = scene.tokens[at].word, scene.tokens[at - 1].word
    if word.conjunction or not word.nominal or persons:
        return False
    if word.tags & t.PREPOSITION or before.tags & t.PREPOSITION and not before.article:
        return False
    if at == start + 1 and before.tags & t.DEMONSTRATIVE:
        return bool(word.tags & (t.ROLE | t.TITLE | _BODIES))  # ونفى ذلك الوزير
    dated = scene.tokens[at - 2].word.tags & t.PREPOSITION  # من شهر محرم
    strongly = before.tags & t.MANNER and word.tags & (t.ROLE | t.TITLE)  # رفض الاتهامات بشدة المتحدث
    also = bool((before.tags & t.TIME or strongly) and not (before.article or dated))
    if not also and not (before.article or before.pronoun or before.tags & t.PLACE):
        return False
    described = relational_plural(word) or word.stem.endswith("ة") and feminine(before)
    if word.article and described and not word.tags & (t.TITLE | _BODIES):
        return False  # التداعيات الكبيرة، التدخل العسكري
    if word.tags & (t.ROLE | t.TITLE | _BODIES):
        return True
    return bool(word.tags & (t.NAME | t.PLACE)) and not word.article and (also or at - start < _SHORT_OBJECT)
