"""The relative clause without الذي that tells of a speech or meeting who made it, when and where: في بيان
نشره على موقعه.
"""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.word import Word
from qawl.phrases import noun_phrase
from qawl.scene import Scene
from qawl.statements.objects import is_plain_object, may_end
from qawl.statements.openings import PAUSES, STOPS, opens, says_in_it

_LONGEST_COPY = 8


def opens_relative(scene: Scene, at: int, end: int) -> bool:
    """Whether such a clause begins at the token; not في بيان | رفع الأسعار, where the act was said."""
    return at < end and relates(scene.tokens[at].word) and not _act_of(scene, at, end)


def _act_of(scene: Scene, at: int, end: int) -> bool:
    """Whether a word that may be a verb is rather the act behind which stands what is done: نشر الوثائق; not
    نشر أمس، صدر عن الوزارة.
    """
    word = scene.tokens[at].word
    act = word.tags & t.VERBAL_NOUN or any(form.tense == "m" for form in word.forms)
    if not act or word.pronoun or any(form.pronoun for form in word.forms) or at + 1 >= end:
        return False
    of = scene.tokens[at + 1].word
    return of.nominal and not (of.tags & (t.PREPOSITION | t.TIME | t.MONTH) or of.preposition)


def past_copy(scene: Scene, at: int, end: int) -> int:
    """Past the relative clause that tells who got a copy: في بيان تلقت رويترز نسخة منه; 0 if none does."""
    for k in range(at + 1, min(at + _LONGEST_COPY, end)):
        word = scene.tokens[k].word
        marks = k in scene.closing or k in scene.opening  # تلقت «النهار» نسخة منه
        if word.kind == "sign" and not marks or word.tags & t.COMPLEMENTIZER:
            return 0
        if word.rules & t.RETURNING and scene.tokens[k - 1].word.stem == "نسخة":
            return k + 1
    return 0


def relates(word: Word) -> bool:
    """Whether a verb goes on with an indefinite noun as its relative clause: في بيان نشره
    …, في كلمة ألقاها …, في بيان صدر أمس …
    """
    return (
        bool(word.tags & t.VERB)
        and word.key.endswith(("ه", "ها"))
        or word.rules & t.ISSUED > 0
        and not word.article
        or not word.tags & t.VERBAL_NOUN
        and any(form.pronoun or form.tense == "p" for form in word.forms)
    )


def relative_clause_end(scene: Scene, at: int, end: int) -> int:
    """Past a relative clause without الذي, up to a comma, a colon, the complementizer, a quotation that is
    speech or a bare object: في مؤتمر عقده في القاهرة مقتل جندي; or else past what tells by whom and where it
    was made: في بيان بثته وكالة سانا الهجوم.
    """
    clause = at
    while at < end:
        word = scene.tokens[at].word
        if opens(scene, at):
            return at
        if word.text in (*PAUSES, *STOPS):
            break
        if word.tags & t.DEMONSTRATIVE:
            noun = at + 1 < end and scene.tokens[at + 1].word.article
            if noun or scene.tokens[at - 1].word.tags & t.TIME:
                return at  # في تقرير نشره الثلاثاء هذا الخفض
        if at > clause and is_plain_object(word) and not word.tags & t.SETTING and may_end(scene, at - 1):
            return at
        at = scene.closing[at] + 1 if at in scene.closing else at + 1
    return at if says_in_it(scene, clause) else min(at, _past_making(scene, clause + 1, end))


def _past_making(scene: Scene, at: int, end: int) -> int:
    """Past the noun phrase and the prepositional phrases behind the verb of a relative clause, or behind the
    two verbs: بيان أصدره ووزعته وكالة كذا.
    """
    first = at + (at < end and scene.tokens[at].word.rules & t.RETURNING > 0)  # أجرتها معه قناة كذا
    if first < end and scene.tokens[first].word.conjunction == "و" and relates(scene.tokens[first].word):
        first += 1
    at = first
    while at < end:
        word = scene.tokens[at].word
        told = word.preposition != "" and bool(word.tags & (t.MEDIA | t.OUTLET | t.LISTENER))
        if word.tags & (t.TIME | t.MONTH) or word.kind == "number":
            at += 1
            continue
        if word.tags & t.PREPOSITION and not word.pronoun:
            phrase = noun_phrase(scene, at + 1, end, frozenset({"NP"}))
        elif told or at == first and word.nominal:
            phrase = noun_phrase(scene, at, end, frozenset({"NP"}), attached=told)
        else:
            return end if word.conjunction else at
        if phrase is None:
            return end
        at = phrase.end
    return end
