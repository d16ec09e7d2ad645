"""The constructions around a finite verb of saying: its subject before or after it, its content after it."""

from __future__ import annotations

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import imperfect
from qawl.lexicon.word import Entry
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import COMMAS, Scene
from qawl.statements import content
from qawl.statements.choice import (
    TAKES_ANOTHER,
    TAKES_PERSON,
    after_verb,
    follows,
    relative_object,
)
from qawl.statements.doubts import clause_begins, doubtful_nominal, no_speaker
from qawl.statements.draft import Draft
from qawl.statements.following import (
    is_addressee,
    without_person,
)
from qawl.statements.late import late_subject
from qawl.statements.openings import says_in_it
from qawl.statements.relays import free_relative, light, relay, without_empty_noun
from qawl.statements.subjects import after_amma, after_before, agrees, subject_before

_FARTHEST_QUOTE = 10
"""Tokens between a verb that speaks only with a quotation, or its subject, and that quotation."""
_SHADDA = "\u0651"
"""عبّر, بيّن: no preposition is written with it."""
_NEAR = 8


def verb(scene: Scene, candidate: Candidate, earlier: list[Draft]) -> tuple[Draft | None, Phrase | None, str]:
    """The attribution of a finite verb, the subject found for it either way, and why
    there is no attribution.
    """
    form, at = candidate.form, candidate.at
    takes = form.entry.governed
    end = scene.limit(at)
    relayed = [take for take in takes if take.startswith("source+")]
    if relayed and not candidate.free_relative:
        return relay(scene, candidate, relayed, takes, end)
    if form.pronoun and not candidate.relative and not candidate.free_relative and not takes & TAKES_PERSON:
        return None, None, "the pronoun points back: a relative clause without الذي"
    happened_to = after_before(scene, candidate)
    before = happened_to or subject_before(scene, candidate, takes) or after_amma(scene, candidate)
    following = after_verb(scene, candidate, before, end) if happened_to is None else None
    if before is None and following is None and not candidate.relative:
        following = late_subject(scene, candidate, end)
    if following is not None and before is None and _holds_subject(scene, candidate):
        past = following.end if "addressee" in takes else at + 1
        return _attribution(scene, candidate, None, past, "verb", end)
    if following is not None and before is None and is_addressee(scene, following, candidate, takes, earlier):
        return _attribution(scene, candidate, None, following.end, "verb", end)
    if before is not None and following is not None and follows(scene, candidate, before, following, end):
        before = None
    if (
        before is not None
        and candidate.relative
        and not (agrees(scene, before, form) and not relative_object(scene, candidate, following))
    ):
        before = None
    if before is not None:
        subject_end = following.end if following is not None and "addressee" in takes else at + 1
        order = "relative" if candidate.relative else "subject-verb"
        return _attribution(scene, candidate, before, subject_end, order, end)
    if following is not None:
        told = _attribution(scene, candidate, following, following.end, "verb-subject", end)
        cut = without_person(scene, following) if "person" in takes and not form.pronoun else None
        if cut is None or told[0] is not None and told[0].start > following.end + 1:
            return told
        again = _attribution(scene, candidate, cut, cut.end, "verb-subject", end)
        return again if again[0] is not None else told
    return _attribution(scene, candidate, None, at + 1, "verb", end)


def _holds_subject(scene: Scene, candidate: Candidate) -> bool:
    """Whether the verb cannot have its subject after it: طالبوا الوزير بكذا، ندعو الحكومة إلى كذا."""
    forms = scene.tokens[candidate.at].word.forms
    return not candidate.form.pronoun and not any(
        form.tense in "pi" and form.person == "3" and form.number == "s" for form in forms
    )


def _attribution(
    scene: Scene, candidate: Candidate, subject: Phrase | None, subject_end: int, order: str, end: int
) -> tuple[Draft | None, Phrase | None, str]:
    form, at = candidate.form, candidate.at
    entry = form.entry
    takes = entry.governed
    evidence = entry.evidence
    subject, subject_end = without_empty_noun(scene, subject, subject_end, entry)
    if (
        candidate.homograph
        and not says_in_it(scene, at)
        and scene.tokens[at].word.tags & t.PREPOSITION
        and _SHADDA not in scene.tokens[at].word.text
    ):
        follows = scene.tokens[subject_end].word if subject_end < end else None
        passed = form.prefix or scene.tokens[min(at + 1, end - 1)].word.rules & t.RETURNING
        parenthesis = content.skip_circumstances(scene, subject_end, end) if passed else subject_end
        after = scene.tokens[parenthesis].word if parenthesis < end else None
        if not any(
            w is not None and (w.key in entry.governed or w.tags & t.COMPLEMENTIZER) for w in (follows, after)
        ):
            return None, None, "a preposition here"
    why = no_speaker(scene, candidate, subject)
    if why:
        return None, None, why
    if evidence == "light" or entry.light_nouns and "NP" not in takes:
        told = light(scene, candidate, subject, subject_end, end)
        if evidence == "light" or told[0] is not None:
            return told
    nominal = evidence in ("strong", "negated") or (
        evidence == "clause"
        and (not candidate.homograph or form.prefix != "" or clause_begins(scene, at))
        and bool({"NP", "ب", "إلى", "عن", "على"} & entry.takes)
    )
    if form.pronoun and not (candidate.relative or candidate.free_relative or takes & TAKES_ANOTHER):
        return None, subject, "the pronoun stands for what was said"
    if form.pronoun and (candidate.free_relative or candidate.relative and not entry.objects):
        return free_relative(scene, candidate, subject, subject_end, end)
    thought = candidate.relative and form.tense == "i" and subject is None  # الأدوية التي يعتبرونها وقائية
    if (
        form.pronoun
        and not thought
        and "object+predicate" in takes
        and _is_predicate(scene, subject_end, end)
    ):
        why = ""
        found: content.Content | None = content.Content(subject_end, "object", "clause")  # واعتبره شرطا …
    else:
        found, why = content.find(scene, at + 1, subject_end, entry, end, nominal)
    if found is None and subject is not None and order == "verb-subject" and _needs_object(entry):
        found, subject = content.Content(subject.start, "object", "nominal"), None
        order, subject_end = "verb", at + 1
    if found is None or found.start >= len(scene.tokens):
        return None, subject, why or "nothing follows it"
    if evidence == "quote" and (
        found.by not in ("quotation", "colon") or found.start > subject_end + _FARTHEST_QUOTE
    ):
        return None, subject, "reports only with a quotation or a colon near it"
    if form.pronoun and candidate.relative and found.by in ("quotation", "colon"):
        return None, subject, "what the relative stands for is not said here"
    held = found.by == "object" and found.form == "clause"
    named = scene.tokens[found.start].word.tags & t.RELATIVE_FREE
    if held and subject is None and form.tense == "i" and not form.pronoun and not named:
        return None, None, "the passive, which is written alike (يعتبر هذا مفيدا)"
    if (
        entry.sense == "conclude"
        and found.by == "quotation"
        and found.start > subject_end
        and scene.tokens[found.start - 1].word.kind == "word"
        and not scene.tokens[found.start - 1].word.tags & t.SETTING
    ):
        return None, subject, "what was ended has this name (اختتم دورة «…»)"
    if found.by == "clause" and _goes_with_source(scene, at, found.start):
        return None, subject, "the clause is that of the attributive expression before it"
    if found.form == "nominal":
        why = doubtful_nominal(scene, candidate, subject, found, order)
        if why:
            return None, subject, why
    start = found.start
    accused = found.by == "clause" and entry.sense == "accuse"
    if entry.objects and (accused or found.form == "nominal" and found.by != "object"):
        past_subject = subject_end if subject is not None else at + 1
        start = _object_start(scene, at, subject, past_subject, start, end)
    begin = subject.start if subject is not None and subject.start < at else at
    while begin > 0 and scene.tokens[begin - 1].word.tags & (
        t.CONNECTIVE | t.AUXILIARY | t.PERFECTIVE | t.RELATIVE
    ):
        begin -= 1
    turned = (
        begin > 1
        and scene.tokens[begin - 1].word.tags & t.COMPLEMENTIZER
        and scene.tokens[begin - 2].word.rules & t.TURNING
    )
    if turned:
        begin -= 2
    begin = _with_setting(scene, begin)
    opening = scene.tokens[begin].word
    sibling = (
        bool(turned)
        or opening.conjunction != ""
        and (not candidate.relative or bool(opening.tags & t.RELATIVE))
        or begin == at
        and form.prefix[:1] in ("و", "ف")
        and not opening.tags & t.PLAIN
        or begin < at
        and bool(opening.tags & t.CONNECTIVE and not opening.tags & (t.SUBORDINATOR | t.COMPLEMENTIZER))
    )
    return (
        Draft(
            f"{order}-{found.by}",
            begin,
            at,
            at + 1,
            entry,
            subject,
            start,
            found.by,
            found.form,
            sibling,
            via=_addressee(scene, at + 1, start),
            because=(f"{entry.line} {entry.lemma}", f"content by {found.by}"),
        ),
        subject,
        "",
    )


def _needs_object(entry: Entry) -> bool:
    """وأدانت هذا العمل، كما انتقد المسلحين: the only noun phrase after such a verb is its object."""
    return "NP" in entry.takes and not entry.clause and entry.evidence == "strong"


def _is_predicate(scene: Scene, at: int, end: int) -> bool:
    """شرطا, يشكل تهديدا: what something is held to be."""
    if at >= end:
        return False
    word = scene.tokens[at].word
    noun = word.nominal and not word.article and (word.key.endswith(("ا", "ة")) or not word.tags)
    return noun or word.tags & t.VERB > 0 or bool(imperfect(word))


def _goes_with_source(scene: Scene, at: int, start: int) -> bool:
    """وبحسب سكان تحدثوا للوكالة، فإن …: what follows فإن belongs to بحسب."""
    opening = scene.tokens[start if scene.tokens[start].word.alef else start - 1].word
    return opening.conjunction == "ف" and any(
        scene.tokens[k].word.tags & t.ATTRIBUTIVE_NOUN for k in range(max(at - _NEAR, 0), at)
    )


def _with_setting(scene: Scene, begin: int) -> int:
    """Where the clause of the attribution begins: ، وعن المستوى قال المدرب begins at وعن, ، وبدوره أكد at
    وبدوره.
    """
    for k in range(begin - 1, max(begin - 8, 0), -1):
        word = scene.tokens[k].word
        if word.text in COMMAS and k + 1 < begin:
            opening = scene.tokens[k + 1].word
            return (
                k + 1
                if opening.conjunction == "و"
                and (opening.tags & (t.PREPOSITION | t.TIME) or opening.preposition)
                else begin
            )
        if word.forms or word.tags & (t.COMPLEMENTIZER | t.VERB) or word.kind == "sign":
            break
    return begin


def _object_start(
    scene: Scene, at: int, subject: Phrase | None, subject_end: int, start: int, end: int
) -> int:
    """With اتهم and its like the object belongs to the content: it begins after the subject."""
    begin = max(at + 1, subject_end)
    form = scene.tokens[at].word.forms
    if any(f.pronoun for f in form):
        return start
    begin = content.skip_circumstances(scene, begin, end)
    return begin if at < begin < start or begin <= start else start


def _addressee(scene: Scene, at: int, end: int) -> tuple[tuple[int, int, str], ...]:
    """Whom it was said to, where that is an outlet or listeners: قال لوكالة سبوتنيك، للصحفيين."""
    for k in range(at, min(end, at + 25)):
        word = scene.tokens[k].word
        if word.preposition == "ل" and word.tags & (t.MEDIA | t.LISTENER | t.OUTLET):
            phrase = noun_phrase(scene, k + 1, end, frozenset()) if not word.tags & t.LISTENER else None
            stop = phrase.end if phrase is not None and not scene.tokens[k + 1].word.verbal else k + 1
            return ((k, stop, "addressee"),)
        if word.text in ("ل", "لـ") and k + 1 < end and (k + 1) in scene.closing:
            return ((k, min(scene.closing[k + 1] + 1, end), "addressee"),)
    return ()
