"""Why a verb of saying reports nothing where it stands: nobody who speaks, a bare object, an act."""

from __future__ import annotations

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.word import Entry
from qawl.phrases import Phrase
from qawl.scene import COMMAS, Scene
from qawl.statements import content
from qawl.statements.choice import is_act, returns
from qawl.statements.subjects import CAN_SPEAK

_NOMINAL = frozenset({"NP", "ب", "الى", "عن", "على"})
_SHOWS = t.DOCUMENT | t.ORGANISATION | t.GROUP | t.MEDIA
"""What can show something."""
_NEAR = 3
_LONGEST_ACT = 20
"""Tokens between the act or thing that a verb belongs to and the verb."""
_NEAR = 4
_PERSONS = ("ون", "ين", "ان", "ي")
"""How words for people end: plurals, duals, surnames and nationalities."""


def hopeless(scene: Scene, candidate: Candidate) -> str:
    """Why the verb can report nothing in this sentence whatever stands around it; empty where it may.

    A first look that spares the search: such a verb reports only with what the sentence does not hold.
    """
    tokens, at, entry = scene.tokens, candidate.at, candidate.form.entry
    if any(token.word.tags & t.DEMONSTRATIVE for token in tokens[at + 1 : at + 4]):
        return ""  # وصرح بذلك
    if entry.evidence == "light":
        nouns = entry.light_nouns
        return (
            ""
            if any(token.word.stem in nouns for token in tokens[at + 1 :])
            else "reports only with its noun"
        )
    if (
        entry.evidence not in ("quote", "clause")
        or scene.closing
        or any(token.word.text == ":" for token in tokens)
    ):
        return ""
    if entry.evidence == "quote":
        return "reports only with a quotation or a colon"
    if entry.governed & _NOMINAL or any(take.startswith("source+") for take in entry.governed):
        return ""
    return "" if any(token.word.alef for token in tokens[at + 1 :]) else "reports only with a clause"


def no_speaker(scene: Scene, candidate: Candidate, subject: Phrase | None) -> str:
    """Why nobody can have said it, whatever the content; empty where somebody can."""
    form, entry = candidate.form, candidate.form.entry
    verb = scene.tokens[candidate.at].word
    if "inner" in entry.takes and _unvoiced(scene, candidate, subject):
        return "a thought that nobody voices here"
    before = scene.tokens[candidate.at - 1].word if candidate.at else verb
    behind = subject is not None and subject.start > candidate.at
    thing = before.rules & t.THING and not (before.article or before.tags & t.NAME)
    if thing and form.tense == "i" and not (form.prefix or behind):
        return "a thing's relative clause (أدلة تشير إلى)"
    if subject is None:
        if entry.evidence == "show" and form.number != "p":
            return "nothing is named that shows it"
        if verb.rules & t.OTHER_VERB:
            return "the verb is another one, which says nothing (يبلغ طوله)"
        then = scene.tokens[candidate.at + 1].word if candidate.at + 1 < len(scene.tokens) else verb
        passive = (
            "impersonal" in entry.takes and form.tense == "i" and (form.gender, form.number) == ("m", "s")
        )
        if passive and not form.prefix and then.tags & t.VERBAL_NOUN and not then.pronoun:
            return "impersonal: nobody is named who says it"  # كما يتوقع حضور الوزير
        return "an act or a thing stands before it" if _after_act(scene, candidate) else ""
    head = scene.tokens[subject.start].word
    nobody = not (subject.named or subject.head or head.article)
    if nobody and subject.start > candidate.at and _after_act(scene, candidate):
        return "an act or a thing stands before it"  # إن جريمة قتله تكشف معنى …
    apart = subject.end <= candidate.at and scene.tokens[candidate.at - 1].word.text in COMMAS
    counted = subject.head & t.QUANTIFIER and not subject.head & (CAN_SPEAK & ~t.QUANTIFIER)
    if verb.rules & t.OTHER_VERB and (apart or counted):
        return "the verb is another one, which says nothing (…، تبين أن)"
    if head.rules & t.THING and not (subject.named and head.tags & t.NAME):
        return "the subject is a thing"
    if entry.evidence == "show" and subject.head & (t.NAME | t.ROLE) and not subject.head & _SHOWS:
        return "the subject is nothing that shows it"
    if (
        verb.rules & t.OTHER_VERB
        and not subject.named
        and not subject.head & (CAN_SPEAK | t.KNOWN_ORGANISATION)
    ):
        return "the verb is another one, which says nothing (يبلغ طوله)"
    speaks = subject.head & (CAN_SPEAK | t.KNOWN_ORGANISATION)
    if form.tense == "i" and "object+predicate" in entry.takes and not speaks:
        return "the passive, which is written alike (يعتبر القرار خطأ)"
    masculine = form.tense == "i" and (form.gender, form.number) == ("m", "s")
    event = head.tags & t.VERBAL_NOUN and not subject.named and not subject.head & CAN_SPEAK
    if "impersonal" in entry.takes and masculine and event:
        return "impersonal: nobody is named who says it"  # ويتوقع إعلان النتائج غدا
    own = head.pronoun or head.article  # وجددت دعوتها، ووجه الشكر
    if f"noun:{head.stem}" in entry.takes and subject.start > candidate.at and not own:
        return "the passive, whose subject is what was told (وجهت له اتهامات)"
    if entry.sense == "condemn" and head.rules & t.COURT:
        return "a verdict, not a statement"
    alone = subject.end == subject.start + 1
    if head.rules & t.POINTING and alone or not alone and is_act(head):
        return "the subject is nobody who speaks"
    if head.key == "عدد" and not alone and scene.tokens[subject.start + 1].word.key != "من":
        return "the subject is a number"
    return ""


def _unvoiced(scene: Scene, candidate: Candidate, subject: Phrase | None) -> bool:
    """الجنود الذين يعتقدون، قال إن الجنود يعتقدون، اعتقدت الحكومة، تأمل الشركة."""
    form, at = candidate.form, candidate.at
    if {"think": "p", "express": "i"}.get(form.entry.sense) == form.tense or candidate.relative:
        return True
    begin = subject.start if subject is not None and subject.start < at else at
    while begin > 0 and scene.tokens[begin - 1].word.tags & (t.PERFECTIVE | t.AUXILIARY):
        begin -= 1
    before = scene.tokens[begin - 1].word if begin else None
    return before is not None and bool(before.tags & t.COMPLEMENTIZER)


def _after_act(scene: Scene, candidate: Candidate) -> bool:
    """وتداول المقطع منذ عام، ينفي …: an imperfect whose clause begins with an act or a thing, its subject."""
    tokens, at = scene.tokens, candidate.at
    if candidate.form.tense != "i" or candidate.form.prefix or at == 0 or candidate.relative:
        return False
    begin = at
    while begin > max(scene.inside[at] + 1, at - _LONGEST_ACT, 0):
        word = tokens[begin - 1].word
        if word.tags & t.VERB and not word.tags & t.VERBAL_NOUN or word.verb is not None:
            return False
        if word.tags & (t.COMPLEMENTIZER | t.CONNECTIVE) or word.text == ":":
            break
        begin -= 1
    first = tokens[begin].word
    definite_act = first.tags == t.VERBAL_NOUN and first.article and not first.forms and begin + 1 < at
    return begin < at and (is_act(first) or definite_act or bool(first.rules & t.THING))


def withholds_name(scene: Scene, at: int) -> bool:
    """Whether what is asked for or refused is to be named: طلب عدم نشر اسمه، رفض الكشف عن هويته."""
    words = [token.word for token in scene.tokens[at : at + _NEAR]]
    return any(word.rules & t.IDENTITY for word in words[1:]) and bool(
        words[0].key == "عدم" or words[0].rules & t.WITHHELD
    )


def doubtful_nominal(
    scene: Scene, candidate: Candidate, subject: Phrase | None, found: content.Content, order: str
) -> str:
    """Why a nominal content is not believed, empty where it is."""
    form, entry = candidate.form, candidate.form.entry
    word = scene.tokens[candidate.at].word
    if candidate.free_relative:
        return "what ما stands for is no content"
    if withholds_name(scene, found.start):
        return "asks not to be named (طلب عدم نشر اسمه)"
    if (
        subject is not None
        and found.by == "object"
        and any(token.word.rules & t.PERCENT for token in scene.tokens[subject.start + 1 : subject.start + 3])
    ):
        return "a share of those asked holds it (يؤيد 53 في المئة من السكان الفكرة)"
    if (
        subject is not None
        and not subject.named
        and (found.by in ("object", "attached", "preposition") or candidate.relative)
    ):
        head = scene.tokens[subject.start].word
        doubtful = candidate.relative or found.by == "object" or "addressee" in entry.takes
        if (
            head.article
            and not head.tags
            and (head.stem.endswith("ات") or doubtful and not head.stem.endswith(_PERSONS))
        ):
            return "the subject is nobody who speaks"
    if (
        found.by == "attached"
        and found.start == candidate.at + 1
        and not entry.takes & {"ب", "ل", "addressee"}
        and not form.pronoun
    ):
        return "the object that it takes is missing: accused, not accusing"
    own = subject is not None and subject.start < candidate.at and found.start == candidate.at + 1
    if (
        candidate.relative
        and own
        and not form.pronoun
        and scene.tokens[found.start].word.tags & t.VERBAL_NOUN
    ):
        return ""  # البيان الذي نفى صدور القرار
    said_of_it = subject is not None and subject.start > candidate.at and _own_object(scene, found.start)
    object_told = found.by == "object" and not returns(scene, candidate.at) and not said_of_it
    if subject is None and form.tense == "i" and not form.prefix and _after_indefinite(scene, candidate.at):
        return "a relative clause of the noun before it (شعب يدعو إلى السلام)"
    told_of = candidate.relative and subject is None and not form.pronoun
    if told_of and _told_of_thing(scene, candidate.at):
        return "a thing's relative clause (الأسباب التي دعت إلى)"
    if candidate.relative and (object_told or subject is None and form.tense == "i"):
        return "what the relative stands for is not said here"

    if entry.evidence == "clause" and found.by == "object":
        first = scene.tokens[found.start].word
        attacked = "person" in entry.takes and first.tags & (t.ROLE | t.TITLE | t.ORGANISATION)
        attacked = attacked and subject is not None and subject.named  # هاجم فلان الرئيس السابق
        if not attacked and (not first.tags & t.VERBAL_NOUN or subject is None):
            return "a bare object, and the verb reports only with a clause"
    if (
        candidate.homograph
        and subject is None
        and not returns(scene, candidate.at)
        and not form.prefix
        and candidate.at > 0
        and order == "verb"
        and form.pronoun in ("", "نا")
        and not _pronoun_before(scene, candidate.at)
    ):
        return "may be a noun here"
    passive = entry.sense in ("announce", "accuse", "reveal") and form.tense == "p" and not form.pronoun
    if passive and subject is None and candidate.at == 0 and not form.prefix and scene.kind == "body":
        return "the passive, which is written alike (أعلنت حالة الطوارئ)"
    if found.by == "attached" and entry.sense == "point_out":
        shown = scene.tokens[found.start].word
        if shown.preposition == "ل" and not shown.tags & t.VERBAL_NOUN:
            return "points at somebody (يشير لعناصر)"
    if entry.sense == "point_out" and form.tense == "i" and candidate.at:
        gesture = scene.tokens[candidate.at - 1].word.rules & t.BACKGROUND
        if gesture and not scene.tokens[found.start].word.tags & (t.VERBAL_NOUN | t.RELATIVE_FREE):
            return "a gesture (وهو يشير إلى بيته)"
    if why := _thing_told(scene, entry, found):
        return why
    if form.prefix.endswith("ل"):
        return "an aim, not a statement (ليكشف)"
    if found.by == "object" and subject is None and order == "verb":
        first = scene.tokens[found.start].word
        pointed = not entry.clause and (first.tags & t.DEMONSTRATIVE or first.stem.endswith("ين"))
        if not (
            first.tags & (t.VERBAL_NOUN | t.RELATIVE_FREE)
            or first.pronoun
            or found.start in scene.closing
            or pointed
        ):
            return "no subject, and no noun that stands for what was said"
    if (
        found.by == "preposition"
        and entry.evidence == "clause"
        and subject is None
        and word.conjunction == ""
    ):
        return "a preposition alone does not make it speech"
    return ""


def _after_indefinite(scene: Scene, at: int) -> bool:
    """Whether an indefinite noun, and no text that speaks, stands right before the verb, which then tells
    of it.
    """
    if at == 0:
        return False
    word = scene.tokens[at - 1].word
    other = t.TIME | t.MANNER | t.KNOWN_ORGANISATION | t.VERB | CAN_SPEAK
    definite = word.article or word.pronoun or word.conjunction or word.tags & other or word.forms
    text = any(token.word.tags & t.DOCUMENT for token in scene.tokens[max(at - _NEAR, 0) : at])
    return word.nominal and not (definite or text or word.key.endswith("ا") or word.key.startswith("و"))


def _told_of_thing(scene: Scene, at: int) -> bool:
    """Whether the noun before الذي is a thing."""
    while at > 0 and scene.tokens[at - 1].word.tags & (t.RELATIVE | t.PERFECTIVE | t.AUXILIARY):
        at -= 1
    return at > 0 and bool(scene.tokens[at - 1].word.rules & t.THING)


def _thing_told(scene: Scene, entry: Entry, found: content.Content) -> str:
    """Why what stands for the content is a thing or another verb's subject, empty where it is not."""
    told = scene.tokens[_first_told(scene, found.start)].word.tags
    act = "claim" in entry.takes and found.by in ("attached", "preposition")
    if act and not told & (t.VERBAL_NOUN | t.CLAIM_NOUN | t.RELATIVE_FREE):
        return "a thing, not speech (لوح بالأعلام)"
    if found.by == "object" and entry.sense == "praise" and scene.tokens[found.start].word.rules & t.THING:
        return "an act (يحيي ذكرى)"
    if entry.evidence == "negated" and not told & t.VERBAL_NOUN:
        return "another verb (لم تخف وطأتها)"
    return ""


def _first_told(scene: Scene, at: int) -> int:
    """The first word of the content, past marks and a preposition written apart: لوّح بـ"عقوبات"."""
    while at + 1 < len(scene.tokens) and (at in scene.closing or scene.tokens[at].word.text in ("ب", "بـ")):
        at += 1
    return at


def _own_object(scene: Scene, at: int) -> bool:
    """الهجمات التي أعلن التنظيم مسؤوليته عنها، التهم التي نفى صحتها: an object whose pronoun points back."""
    word = scene.tokens[at].word
    return bool(word.tags & t.VERBAL_NOUN and word.pronoun)


def _pronoun_before(scene: Scene, at: int) -> bool:
    """لكنه طالب …، وإنها دعت …: after these stands a verb."""
    before = scene.tokens[at - 1].word
    also = before.tags & t.CONNECTIVE and not before.nominal and before.kind == "word" and len(before.key) > 2
    return bool(before.tags & t.COMPLEMENTIZER and before.pronoun or before.rules & t.PRONOMINAL or also)


def clause_begins(scene: Scene, at: int) -> bool:
    """Whether a verb may stand here and a preposition may not: at the sentence's start, after a sign, كما,
    قد, أنه.
    """
    if at == 0:
        return True
    before = scene.tokens[at - 1].word
    return before.kind == "sign" or bool(
        before.tags & (t.CONNECTIVE | t.PERFECTIVE | t.AUXILIARY | t.COMPLEMENTIZER)
    )
