"""The attribution that a finite verb of saying makes with its subject and what was said."""

from __future__ import annotations

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, relational
from qawl.lexicon.word import Entry
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import COMMAS, Scene
from qawl.statements import content
from qawl.statements.circumstances import skip_all_circumstances
from qawl.statements.draft import Draft
from qawl.statements.objects import may_end
from qawl.statements.openings import detached_la


def verb_draft(
    scene: Scene,
    candidate: Candidate,
    subject: Phrase | None,
    subject_end: int,
    found: content.Content,
    order: str,
    end: int,
) -> Draft:
    """The attribution of the content found, where its clause begins and whom it was said to."""
    at, entry = candidate.at, candidate.form.entry
    start = found.start
    accused = found.by == "clause" and entry.sense == "accuse"
    if entry.objects and (accused or found.form == "nominal" and found.by != "object"):
        past_subject = subject_end if subject is not None else at + 1
        start = _object_start(scene, at, past_subject, start, end, entry)
    clause = _clause_start(scene, subject.start if subject is not None and subject.start < at else at)
    turned = _past_turn(scene, clause)
    begin = _with_setting(scene, turned)
    return Draft(
        f"{order}-{found.by}",
        begin,
        at,
        at + 1,
        entry,
        subject,
        start,
        found.by,
        found.form,
        turned < clause or _is_sibling(scene, candidate, begin),
        via=_addressee(scene, subject, at + 1, start),
        because=(f"{entry.line} {entry.lemma}", f"content by {found.by}"),
    )


def _object_start(scene: Scene, at: int, past_subject: int, start: int, end: int, entry: Entry) -> int:
    """With اتهم and its like the object belongs to the content: it begins after the subject."""
    if any(form.pronoun for form in scene.tokens[at].word.forms):
        return start
    first = max(at + 1, past_subject)
    begin = skip_all_circumstances(scene, first, end, entry.governed, True)
    if begin >= start and entry.sense == "accuse" and first < start:
        return _last_noun(scene, first, start)
    return min(begin, start)


def _last_noun(scene: Scene, first: int, start: int) -> int:
    """Where the definite noun before what somebody is accused of begins, behind all that tells where: اتهم في
    كلمته أمام البرلمان الشركة بالإهمال; the token itself where none stands there.
    """
    at = start - 1
    while at > first and relational(scene.tokens[at].word) and scene.tokens[at - 1].word.article:
        at -= 1
    word = scene.tokens[at].word
    if not (word.article or word.tags & (t.PLACE | t.NATIONALITY)) or at == first or word.preposition:
        return start
    head = scene.tokens[at - 1].word
    owned = head.tags & HEADS and not (head.article or head.preposition) and may_end(scene, at - 2)
    return at - bool(owned) if may_end(scene, at - 1) or owned or head.plain else start


def _clause_start(scene: Scene, begin: int) -> int:
    """With what leads to the verb or its subject: كما, وكان قد, الذي, ولم (ولم يستبعد)."""
    leads = t.CONNECTIVE | t.AUXILIARY | t.PERFECTIVE | t.RELATIVE | t.NEGATION
    while begin > 0 and scene.tokens[begin - 1].word.tags & leads:
        begin -= 1
    return begin


def _past_turn(scene: Scene, begin: int) -> int:
    """With the words before it that turn to another attribution: غير أن المدير رجح."""
    if (
        begin > 1
        and scene.tokens[begin - 1].word.tags & t.COMPLEMENTIZER
        and scene.tokens[begin - 2].word.rules & t.TURNING
    ):
        return begin - 2
    return begin


def _with_setting(scene: Scene, begin: int) -> int:
    """Where the clause of the attribution begins: ، وعن المستوى قال المدرب begins at وعن, ، وبدوره أكد at
    وبدوره.
    """
    if scene.tokens[begin].word.verb is not None and scene.tokens[begin].word.key[0] in "وف":
        return begin  # …، وعلى رأسها مصر وتابع
    for k in range(begin - 1, max(begin - 8, 0), -1):
        word = scene.tokens[k].word
        if word.text in COMMAS and k + 1 < begin:
            opening = scene.tokens[k + 1].word
            setting = opening.tags & (t.PREPOSITION | t.TIME) or opening.preposition
            return k + 1 if opening.conjunction == "و" and setting else begin
        if word.forms or word.tags & (t.COMPLEMENTIZER | t.VERB) or word.kind == "sign":
            break
    return begin


def _is_sibling(scene: Scene, candidate: Candidate, begin: int) -> bool:
    """Whether the clause that begins at the token stands beside what runs before it: وأضاف أن, كما أعلن."""
    opening = scene.tokens[begin].word
    if opening.conjunction and (not candidate.relative or opening.tags & t.RELATIVE):
        return True
    if begin == candidate.at:
        return candidate.form.prefix[:1] in ("و", "ف") and not opening.tags & t.PLAIN
    return bool(opening.tags & t.CONNECTIVE and not opening.tags & (t.SUBORDINATOR | t.COMPLEMENTIZER))


def _addressee(scene: Scene, subject: Phrase | None, at: int, end: int) -> tuple[tuple[int, int, str], ...]:
    """Whom it was said to, where that is an outlet or listeners: قال لوكالة سبوتنيك، للصحفيين; not what is of
    the subject: قال المفوض العام للوكالة فلان.
    """
    for k in range(at, min(end, at + 25)):
        if subject is not None and subject.start < k < subject.end:
            continue
        word = scene.tokens[k].word
        if word.preposition == "ل" and word.tags & (t.MEDIA | t.LISTENER | t.OUTLET):
            stop = subject.start if subject is not None and subject.start > k else end
            phrase = noun_phrase(scene, k + 1, stop, frozenset()) if not word.tags & t.LISTENER else None
            stop = phrase.end if phrase is not None and not scene.tokens[k + 1].word.verbal else k + 1
            return ((k, stop, "addressee"),)
        if (k + 1) in scene.closing and k + 1 < end and detached_la(word):
            return ((k, min(scene.closing[k + 1] + 1, end), "addressee"),)
    return ()
