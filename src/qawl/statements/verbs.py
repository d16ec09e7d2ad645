"""The constructions around a finite verb of saying: its subject before or after it."""

from __future__ import annotations

from itertools import pairwise

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import OF_HIM
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import Scene
from qawl.statements.addressees import is_addressee
from qawl.statements.agreement import CAN_SPEAK, agrees
from qawl.statements.antecedents import is_resumed
from qawl.statements.attribution import attribution, told_first
from qawl.statements.choice import TAKES_PERSON, after_verb, follows, relative_object
from qawl.statements.draft import Draft
from qawl.statements.introduced import after_amma, after_before
from qawl.statements.inverted import inverted, resumed_first
from qawl.statements.late import late_subject
from qawl.statements.onlysubject import some_alone, without_person
from qawl.statements.relays import relay
from qawl.statements.subjects import subject_before

_NEAR = 15
"""Tokens behind ما جاء among which stands what is claimed."""


def verb(scene: Scene, candidate: Candidate, earlier: list[Draft]) -> tuple[Draft | None, Phrase | None, str]:
    """The attribution of a finite verb, the subject found for it either way, and why
    there is no attribution.
    """
    form, at = candidate.form, candidate.at
    takes = form.entry.governed
    end = scene.limit(at)
    relayed = [take for take in takes if take.startswith("source+")]
    if relayed and (not candidate.free_relative or _claimed(scene, candidate, end)):
        return relay(scene, candidate, relayed, takes, end)
    if form.pronoun and not candidate.relative and not candidate.free_relative and not takes & TAKES_PERSON:
        return None, None, "the pronoun points back: a relative clause without الذي"
    if not (candidate.relative or candidate.free_relative) and _points_back(scene, candidate):
        return None, None, "the pronoun points back: a relative clause without الذي"
    if (resumed := resumed_first(scene, candidate, end)) is not None:
        return told_first(scene, candidate, *resumed, end)
    happened_to = after_before(scene, candidate)
    before = happened_to or subject_before(scene, candidate, takes) or after_amma(scene, candidate)
    turned = inverted(scene, candidate, end) if before is None else None
    if turned is not None:
        return told_first(scene, candidate, *turned, end)
    if before is not None and any(draft.cue == before.start for draft in earlier):
        before = None  # وبينما طالب الوزير بكذا، دعا السفير …
    following = after_verb(scene, candidate, before, end) if happened_to is None else None
    if before is None and following is None and not candidate.relative:
        following = late_subject(scene, candidate, end)
    if following is not None and before is None and _holds_subject(scene, candidate, takes):
        past = following.end if "addressee" in takes else at + 1
        return attribution(scene, candidate, None, past, "verb", end)
    if following is not None and before is None and is_addressee(scene, following, candidate, takes, earlier):
        return attribution(scene, candidate, None, following.end, "verb", end)
    other = None  # the subject before, where the one behind has nothing to say
    if before is not None and following is not None and follows(scene, candidate, before, following, end):
        other, before = before, None
    if (
        before is not None
        and candidate.relative
        and (
            not agrees(scene, before, form)
            or is_resumed(scene, at, form, before)
            or relative_object(scene, candidate, before, following)
        )
    ):
        before = None
    if before is not None:
        subject_end = following.end if following is not None and "addressee" in takes else at + 1
        order = "relative" if candidate.relative else "subject-verb"
        return attribution(scene, candidate, before, subject_end, order, end)
    if following is not None:
        return _by_subject_behind(scene, candidate, following, other, end)
    told = attribution(scene, candidate, None, at + 1, "verb", end)
    spoken_to = noun_phrase(scene, at + 1, end, takes) if told[0] is None and "addressee" in takes else None
    if spoken_to is None or form.pronoun:
        return told
    return attribution(scene, candidate, None, spoken_to.end, "verb", end)  # فيما نصح زملاءه بكذا


def _by_subject_behind(
    scene: Scene, candidate: Candidate, following: Phrase, other: Phrase | None, end: int
) -> tuple[Draft | None, Phrase | None, str]:
    """The attribution to the phrase behind the verb; where that says nothing, to the `other` one before it,
    and where it holds the object too, to what is left of it.
    """
    takes = candidate.form.entry.governed
    bracket = following.end < end and scene.tokens[following.end].word.text == ")"
    told = attribution(scene, candidate, following, following.end + bracket, "verb-subject", end)
    somebody = other is not None and (other.named or other.head & CAN_SPEAK)
    if told[0] is None and somebody and "NP" in takes and not candidate.relative:
        instead = attribution(scene, candidate, other, candidate.at + 1, "subject-verb", end)
        if instead[0] is not None and instead[0].start == following.start:
            return instead  # فلان، المتحدث باسم الجيش، نفى الأنباء
    if told[0] is None and _may_be_called_on(scene, candidate, following):
        return attribution(scene, candidate, None, following.end, "verb", end)
    cut = without_person(scene, following) if "person" in takes and not candidate.form.pronoun else None
    if cut is None and told[0] is None and "NP" in takes:
        cut = some_alone(scene, following)
    if cut is None or told[0] is not None and _goes_on(told[0], following):
        return told
    again = attribution(scene, candidate, cut, cut.end, "verb-subject", end)
    return again if again[0] is not None else told


def _claimed(scene: Scene, candidate: Candidate, end: int) -> bool:
    """Whether a text follows and what it claims: ما جاء في التقرير من أن."""
    near = scene.tokens[candidate.at + 1 : min(candidate.at + _NEAR, end)]
    if not near or near[0].word.key not in ("في", "على") or candidate.form.pronoun:
        return False
    return any(before.word.key == "من" and token.word.alef == "a" for before, token in pairwise(near))


def _points_back(scene: Scene, candidate: Candidate) -> bool:
    """Whether the preposition that the verb takes has a pronoun for the indefinite noun before: خطة كشف عنها
    الوزير; not بيان أعلن فيه أن.
    """
    at = candidate.at
    if not at or at + 2 >= len(scene.tokens) or candidate.form.prefix:
        return False
    before, back = scene.tokens[at - 1].word, scene.tokens[at + 1].word
    taken = back.key.startswith(tuple(candidate.form.entry.prepositions)) and back.rules & t.RETURNING
    thing = before.nominal and not (before.article or before.pronoun or before.tags & (t.NAME | t.SURE_NAME))
    return bool(taken and thing) and not scene.tokens[at + 2].word.alef


def _goes_on(told: Draft, subject: Phrase) -> bool:
    """Whether what was found begins apart from the subject, or is an object of its own: انتقد سامي النجار
    قرار الحكومة.
    """
    return told.start > subject.end + 1 or told.by == "object" and told.start == subject.end


def _may_be_called_on(scene: Scene, candidate: Candidate, following: Phrase) -> bool:
    """Whether those behind the verb, who are not known to speak, may be whom it calls on: . وطالبت الصيدليات
    بوقف البيع.
    """
    word = scene.tokens[candidate.at].word
    if "addressee" not in candidate.form.entry.takes or not word.conjunction:
        return False
    head = scene.tokens[following.start].word
    then = scene.tokens[following.end].word if following.end < len(scene.tokens) else word
    governed = candidate.form.entry.prepositions
    thing = head.rules & t.THING  # وتنذر الأزمة بكارثة
    return head.article and not (head.tags or thing) and bool({then.key, then.preposition} & governed)


def _follows_pronoun(scene: Scene, candidate: Candidate) -> bool:
    """Whether the subject is the pronoun before the verb, so that who stands behind it is its object: أكدت
    أنها دعت الحكومة إلى كذا, لكنه أبلغ فلانا أن, وهو يطالب الحكومة بكذا.
    """
    at = candidate.at
    while at > 0 and (scene.tokens[at - 1].word.key == "قد" or at - 1 in scene.closing):
        at -= 1  # أنها قد دعت، أنها "دعت
    before = scene.tokens[at - 1].word if at else None
    if before is None:
        return False
    if before.tags & t.PRONOUN:
        return (before.stem == "هي") == (candidate.form.gender == "f")
    if not (before.pronoun and before.tags & t.COMPLEMENTIZER or before.rules & t.PRONOMINAL):
        return False
    return before.key.endswith(OF_HIM) and before.key.endswith("ها") == (candidate.form.gender == "f")


def _holds_subject(scene: Scene, candidate: Candidate, takes: frozenset[str]) -> bool:
    """Whether the verb cannot have its subject after it: طالبوا الوزير بكذا، ندعو الحكومة إلى كذا."""
    if takes & TAKES_PERSON and _follows_pronoun(scene, candidate):
        return True
    forms = scene.tokens[candidate.at].word.forms
    return not candidate.form.pronoun and not any(form.person == "3" and form.number == "s" for form in forms)
