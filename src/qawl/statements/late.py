"""The subject that stands after circumstances or those spoken to: وقال لرويترز مسؤول في البنك إن …"""

from __future__ import annotations

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, one_of_several, relational, to_outlet
from qawl.lexicon.word import Word
from qawl.phrases import Phrase, noun_phrase
from qawl.phrases.phrase import FULL_NAME
from qawl.scene import COMMAS, Scene
from qawl.statements import content
from qawl.statements.agreement import agrees
from qawl.statements.apposed import whole_subject
from qawl.statements.following import past_adverbs
from qawl.statements.openings import STOPS, detached_la

_FARTHEST = 14
_PUT_BEFORE = t.PREPOSITION | t.TIME | t.LISTENER
_COMPLETE = t.TIME | t.MONTH | t.PLACE | t.OUTLET | t.LISTENER

_PERSON = t.ROLE | t.TITLE | t.NATIONALITY | t.NAMES | t.GROUP | t.RELATION | t.ORGANISATION
"""What a name behind it may be of: مع الوزير فلان."""


def late_subject(scene: Scene, candidate: Candidate, end: int) -> Phrase | None:
    """The noun phrase right before the content, behind prepositional phrases that follow the verb: وقال في
    القاهرة أمس الناطق باسم الحكومة إن …
    """
    takes, tokens = candidate.form.entry.governed, scene.tokens
    start = past_adverbs(scene, candidate.at + 1, end, candidate.form)
    if start >= end or candidate.form.number != "s" or not _put_before(scene, start, end, takes):
        return None
    for at in range(start, min(end, start + _FARTHEST)):
        if at in scene.closing and at == start + 1:
            continue  # لـ«الشرق الأوسط»
        word = tokens[at].word
        if content.opens(scene, at) or word.text in STOPS or _holds_object(word):
            return None
        if (
            at == start
            or _attends(scene, start, at)
            or not (_may_begin(word) or _is_some_or_land(scene, at) or _unknown(word))
            or not (_needs_no_noun(scene, at) or _after_outlet(scene, start, at))
        ):
            continue
        found = noun_phrase(scene, at, end, takes)
        if found is None or not agrees(scene, found, candidate.form):
            continue
        if _unknown(word) and not (found.name_start == at and found.name_end >= at + FULL_NAME):
            continue
        found = whole_subject(scene, found, end, takes)
        sure = found.named or not word.article or _apart(scene, at)
        past = _past_aside(scene, found.end, end)
        reaches = sure and _content_follows(scene, past, end, takes)
        if reaches or word.tags & t.ROLE:
            return found if reaches else None
    return None


def _put_before(scene: Scene, at: int, end: int, takes: frozenset[str]) -> bool:
    """Whether the words after a verb begin with what may stand before its subject."""
    word = scene.tokens[at].word
    outlet = word.tags & (t.MEDIA | t.OUTLET | t.LISTENER)
    whole = at + 1 < end and scene.tokens[at + 1].word.rules & t.BOUND
    told = word.key.startswith("ل") and (outlet or whole)  # لرويترز، لفرانس برس
    occasion = at + 1 < end and scene.tokens[at + 1].word.rules & t.OCCASION  # أكد على هامش القمة فلان أن
    if not (told or occasion) and (word.key in takes or word.preposition in takes):
        return False
    return bool(word.tags & _PUT_BEFORE or told) or detached_la(word)


def _holds_object(word: Word) -> bool:
    """Whether a noun of an act with its pronoun may take what follows as its object: خلال استقباله; not من
    جانبه.
    """
    return bool(word.pronoun and word.tags & (t.VERBAL_NOUN | t.SETTING)) and not word.rules & t.SIDE


def _may_begin(word: Word) -> bool:
    return bool(word.tags & (HEADS | t.TITLE | t.SURE_NAME)) and not (
        word.preposition or word.conjunction or word.tags & (t.PLACE | t.SETTING | t.DOCUMENT | t.QUANTIFIER)
    )


def _attends(scene: Scene, start: int, at: int) -> bool:
    """Whether a noun is the subject in a clause about the occasion: في الندوة التي أدارها فلان، التي شارك
    فيها فلان; not in التصريحات التي أدلى بها فلان.
    """
    tokens = scene.tokens
    before = tokens[at - 1].word
    if before.rules & t.HOSTING:
        return True
    back = before.rules & t.RETURNING and before.key[0] != "ب" and at - start > 2
    return bool(back and any(tokens[k].word.tags & t.RELATIVE for k in range(start, at - 2)))


def _unknown(word: Word) -> bool:
    """Whether a word may be of a name that no table knows."""
    return word.kind == "word" and not (word.tags or word.forms or word.article or word.rules & t.BOUND)


def _is_some_or_land(scene: Scene, at: int) -> bool:
    """Whether some or a country may be the subject behind those spoken to: وقال للصحفيين أحد السكان، وقالت من
    جهتها واشنطن.
    """
    word, before = scene.tokens[at].word, scene.tokens[at - 1].word
    if scene.tokens[min(at + 1, len(scene.tokens) - 1)].word.rules & t.TIME_UNIT:
        return False  # أعرب في تقريره الصادر قبل عشرة أيام عن مخاوفه
    told = before.tags & (t.LISTENER | t.OUTLET | t.TIME) or before.rules & t.SIDE or _described(scene, at)
    told = told or one_of_several(word) and before.article  # أعلن عقب الاجتماع أحد الأعضاء
    some = word.tags & (t.QUANTIFIER | t.PLACE | t.KNOWN_ORGANISATION)
    return bool(told and some and word.nominal) and not (word.preposition or word.conjunction)


def _needs_no_noun(scene: Scene, at: int) -> bool:
    """Whether the words before a token need no noun after them: في القاهرة، لرويترز، مساء الثلاثاء."""
    word, before = scene.tokens[at].word, scene.tokens[at - 1].word
    if at - 1 in scene.opening or before.rules & t.BOUND:
        return not (before.rules & word.rules & t.BOUND)  # أحمد أبو | الغيط
    if not word.tags & (
        HEADS | t.TITLE | t.PLACE | t.KNOWN_ORGANISATION
    ):  # a name may go on with what stands before: الرئيس الفرنسي فلان
        thing = before.article and (before.tags & t.MEDIA or not before.tags & _PERSON)
        thing = thing and word.tags & (t.SURE_NAME | t.NAME_PARTICLE)  # على هامش القمة، مع الصحيفة
        told = before.tags & (t.TIME | t.LISTENER | t.OUTLET | t.PLACE) or before.rules & t.SIDE
        return bool(told or thing or _described(scene, at))  # في وقت سابق، في مؤتمر صحفي
    return before.kind == "word" and (
        before.article
        or bool(before.pronoun or before.tags & _COMPLETE or before.rules & t.SIDE)
        or _described(scene, at)
    )


def _apart(scene: Scene, at: int) -> bool:
    """Whether a definite noun is no adjective of what stands before it: في القاهرة الجيش."""
    before = scene.tokens[at - 1].word
    complete = before.tags & _COMPLETE or before.rules & t.SIDE
    return bool(complete) or not before.article and _described(scene, at)


def _after_outlet(scene: Scene, start: int, at: int) -> bool:
    """لقناة الجزيرة مباشر المحلل السياسي: a role with ال, which is no part of an outlet's name."""
    word = scene.tokens[at].word
    if not (word.article and word.tags & t.ROLE):
        return False
    return any(to_outlet(scene.tokens[k].word) for k in range(start, at - 1))


def _described(scene: Scene, at: int) -> bool:
    """تصريح صحفي: an adjective behind an indefinite noun."""
    adjective, noun = scene.tokens[at - 1].word, scene.tokens[at - 2].word
    describes = relational(adjective) or adjective.rules & t.DESCRIBING and not adjective.article
    if adjective.tags & t.PREPOSITION:
        return False  # على حسابها في منصة كذا
    return bool(describes and noun.tags & (t.SETTING | t.DOCUMENT))


def _past_aside(scene: Scene, at: int, end: int) -> int:
    """Past what tells of who was named, up to the comma or content behind it: فلان، وهو مزارع، إن; فلان الذي
    زار المدينة إن; فلان (57) إن.
    """
    if at + 1 >= end:
        return at
    if scene.tokens[at].word.text == "(":
        return next(
            (k + 1 for k in range(at, min(end, at + _FARTHEST)) if scene.tokens[k].word.text == ")"), at
        )
    comma = scene.tokens[at].word.text in COMMAS
    word = scene.tokens[at + comma].word
    aside = word.tags & t.RELATIVE or word.rules & (t.BACKGROUND | t.NICKNAMED | t.AGED)
    if not (aside or scene.withholds_name(at + comma + 1)):
        return at
    for then in range(at + 1, min(end, at + _FARTHEST)):
        word = scene.tokens[then].word
        if content.opens(scene, then) or comma and word.text in COMMAS:
            return then
        if word.text in STOPS or word.verb is not None and word.verb.entry.clause:
            return at
    return at


def _content_follows(scene: Scene, at: int, end: int, takes: frozenset[str]) -> bool:
    at += at < end and scene.tokens[at].word.text in COMMAS
    if at >= end:
        return False
    word = scene.tokens[at].word
    if content.opens(scene, at) or "NP" in takes and word.tags & t.VERBAL_NOUN and not word.article:
        return True
    if word.preposition and word.preposition in takes:
        return bool(word.tags & t.VERBAL_NOUN)  # طالب أمس في بيان الوزير فلان بوقف الحرب
    return word.key in takes and at + 1 < end
