"""What the verbs, participles and nouns of saying in a sentence report, one cue after the other."""

from __future__ import annotations

from msgspec import structs

from qawl import cues
from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import accusative
from qawl.lexicon.word import NOTHING
from qawl.model import HEADLINES, Rejected
from qawl.phrases import Phrase
from qawl.scene import COMMAS, Scene
from qawl.statements import doubts, verbs
from qawl.statements.agreement import CAN_SPEAK, agrees
from qawl.statements.draft import Draft
from qawl.statements.headlines import headline_colon, with_colon, with_dots
from qawl.statements.leftover import left_over
from qawl.statements.nouns import noun
from qawl.statements.participles import participle
from qawl.statements.preceding import backward, behind_quotation, quotation_first, thus_said
from qawl.statements.things import is_one_thing

_TOLD = frozenset({"say", "explain", "announce", "reveal", "mention"})
"""Senses of verbs that tell ذلك, the sentence before."""
_NEAR = 8
"""Tokens between a verb and the participle or noun that says it with it: ختم حديثه قائلا."""
_FARTHEST_PARTICIPLE = 30
"""Tokens between a verb that reports nothing and the participle that says what its subject said."""


def of_cues(here: Scene, looked_at: list[int], trace: list[Rejected] | None) -> list[Draft]:
    """The attributions of the sentence's verbs, participles and nouns of saying, and of a colon."""
    colon = headline_colon(here)
    found = [colon] if colon is not None else []
    candidates = cues.candidates(here.tokens, looked_at, trace)
    last_without_verb = max((c.at for c in candidates if c.kind != "verb"), default=-1)
    subject: Phrase | None = None  # of a verb that reports nothing, for a participle behind it
    subject_at = silent = -1
    for candidate in candidates:
        at = candidate.at
        if candidate.kind == "verb":
            if at > last_without_verb and (why := doubts.hopeless(here, candidate)):
                _reject(here, candidate, why, trace)
                continue
            draft, phrase, why = _of_verb(here, candidate, found)
            subject, subject_at = left_over(here, at, draft, phrase, found), at
            silent = at if draft is None and candidate.form.prefix == "و" else -1
        else:
            near = at - subject_at < _FARTHEST_PARTICIPLE
            pending = subject if near and subject and agrees(here, subject, candidate.form) else None
            pending = None if pending and is_one_thing(here, candidate, pending) else pending
            construction = participle if candidate.kind == "participle" else noun
            draft, why = construction(here, candidate, pending)
            subject = subject if draft is None else None
            draft = draft and _with_verb(here, draft, silent)
        if draft is not None:
            found, draft = _of_saying(here, found, candidate, draft)
            found = _without_relative(here, found, candidate, draft)
            why = _gives_way(here, candidate, draft, found)
        if draft is not None and colon is not None and at < colon.cue and draft.start == colon.start:
            why = "what is said behind the headline's colon"  # الكرملين معلقا على القرار: …
        if draft is None or why:
            _reject(here, candidate, why, trace)
        else:
            found = _with(here, draft, found, candidate)
    if colon is not None or here.kind not in HEADLINES:
        return found
    return with_dots(here, with_colon(here, found))


def _with_verb(here: Scene, draft: Draft, verb: int) -> Draft:
    """The attribution of a participle or noun that begins at the verb before it, which says nothing else: …،
    وختم حديثه قائلا؛ …، ورد على سؤال بالقول.
    """
    near = 0 <= verb < draft.cue <= verb + _NEAR and draft.by in ("clause", "quotation", "colon")
    if not near or any(token.word.kind == "sign" for token in here.tokens[verb : draft.cue]):
        return draft
    return structs.replace(draft, begin=verb, sibling=True)


def _reject(here: Scene, candidate: Candidate, why: str, trace: list[Rejected] | None) -> None:
    if trace is not None:
        token = here.tokens[candidate.at]
        trace.append(Rejected(token.start, token.end, candidate.kind, why))


def _of_verb(
    here: Scene, candidate: Candidate, found: list[Draft]
) -> tuple[Draft | None, Phrase | None, str]:
    """The attribution of a verb whose content stands behind it, in the quotation before it or in the
    sentence before; its subject; why there is none.
    """
    draft, phrase, why = verbs.verb(here, candidate, found)
    taken = {other.start for other in found}
    paused = candidate.at > 0 and here.tokens[candidate.at - 1].word.text in COMMAS
    apart = (
        paused
        or draft is not None
        and draft.start in here.closing
        and behind_quotation(here, candidate, phrase)
    )
    before = here.tokens[candidate.at - 1].word if candidate.at else NOTHING
    thus = before.rules & t.THUS and before.key != "كما"  # "…"، هكذا يلخص المزارع معاناته
    behind = draft is not None and paused and _of_another_verb(here, candidate.at, draft)
    if draft is not None and (draft.by == "quotation" or draft.by == "colon" and apart or behind or thus):
        first = quotation_first(here, candidate, phrase, taken)
        if first is not None:
            return first, phrase, why
    own = draft is not None and draft.by in ("clause", "quotation", "colon")
    if not own and thus_said(here, candidate):
        draft = backward(here, candidate, phrase) or draft
    elif _points_back(here, candidate):
        this = here.tokens[candidate.at + 1].word.rules & t.POINTING
        told = draft is not None and not (this and draft.by in ("quotation", "attached"))
        draft = backward(here, candidate, phrase) or (draft if told else None)
    elif draft is None or draft.start in taken:
        first = quotation_first(here, candidate, phrase, taken)
        draft = first or backward(here, candidate, phrase) or draft
    return draft, phrase, why


def _of_another_verb(here: Scene, at: int, draft: Draft) -> bool:
    """Whether what was found belongs to a verb behind a relative or قبل أن: "…"، قال فلان، الذي أضاف أن."""
    for k in range(at + 2, draft.start):
        before = here.tokens[k - 1].word
        if here.tokens[k].word.verb is not None and before.tags & (t.RELATIVE | t.COMPLEMENTIZER):
            return True
    return False


def _points_back(here: Scene, candidate: Candidate) -> bool:
    """وصرح بذلك …، أوضح ذلك …، كشف عن ذلك …"""
    at, entry = candidate.at + 1, candidate.form.entry
    if entry.sense == "reveal" and at + 1 < len(here.tokens) and here.tokens[at].word.key == "عن":
        at += 1
    word = here.tokens[at].word if at < len(here.tokens) else None
    if word is None or not word.tags & t.DEMONSTRATIVE:
        return False
    relayed = any(take.startswith("source+") for take in entry.takes)  # جاء ذلك في كلمة
    told = entry.sense in _TOLD and not (entry.objects or relayed)
    return word.preposition == "ب" or word.key == "ذلك" and told


def _of_saying(
    here: Scene, found: list[Draft], candidate: Candidate, draft: Draft
) -> tuple[list[Draft], Draft]:
    """Without a verb that takes but the noun of saying, which is the cue and has its subject: خلص الوزير إلى
    القول إن, وختمت الكاتبة بالدعوة إلى كذا.
    """
    said = next((other for other in found if other.start == candidate.at), None)
    if said is None or candidate.kind == "verb":
        return found, draft
    concludes = said.entry.sense == "conclude" and said.by == "attached" and not candidate.form.pronoun
    if candidate.form.entry.lemma != "قال" and not concludes:
        return found, draft
    source = draft.source or _somebody_before(here, said, candidate.at)
    return [other for other in found if other is not said], structs.replace(draft, source=source)


def _begins_content(found: list[Draft], candidate: Candidate) -> bool:
    """Whether the content of another begins with the participle or noun: أعلنت تمسكها بأن …"""
    begun = next((draft for draft in found if draft.start == candidate.at), None)
    if begun is None:
        return False
    if candidate.kind == "verb":  # قدم شكره للعاملين، أعلنت الوزيرة تعهد "البلاد بكذا"
        noun = candidate.form.pronoun or candidate.homograph and not candidate.form.prefix
        return begun.by == "object" and bool(noun)
    return candidate.form.pronoun != "" or begun.by == "attached"


def _gives_way(here: Scene, candidate: Candidate, draft: Draft, found: list[Draft]) -> str:
    """Why an attribution gives way to those found before it; empty where it stays."""
    if _begins_content(found, candidate):
        return "begins what another said (أعلنت تمسكها بأن …)"
    if candidate.kind == "verb" and any(_names(other.source, candidate.at) for other in found):
        return "part of the name of who speaks (اتهم بارك جين)"
    if draft.source is not None and any(_quotes(other, draft.source) for other in found):
        return "its subject is what another said («…»، بهذه الكلمات هنأ الرئيس اللاعبين)"
    verb = candidate.kind == "verb" and draft.rule != "quotation-verb"
    ended = _is_ended(candidate, draft, found)
    if not (verb or ended or draft.rule == "noun-source-clause" or _in_setting(here, draft)):
        return ""
    if _goes_on_saying(candidate, found, draft):
        return ""
    if any(other.start == draft.start for other in found):
        return "stands between another attribution and its content"
    return ""


def _quotes(draft: Draft, phrase: Phrase) -> bool:
    """Whether the phrase stands in the quotation that is all that was said."""
    return draft.start <= phrase.start < draft.content_end


def _goes_on_saying(candidate: Candidate, found: list[Draft], draft: Draft) -> bool:
    """Whether يقول is the cue, next to the content of the verb before it: ومضى الوزير يقول إن …"""
    form = candidate.form
    if form.entry.lemma != "قال" or form.tense != "i" or form.prefix or form.pronoun or candidate.relative:
        return False
    first = next((other for other in found if other.start == draft.start), None)
    if first is None or not first.rule.startswith("verb-") or first.rule == "quotation-verb":
        return False
    return candidate.at == (first.source.end if first.source is not None else first.cue + 1)


def _is_ended(candidate: Candidate, draft: Draft, found: list[Draft]) -> bool:
    """Whether a noun of saying is what the verb before it ends or goes on with: وختم الوزير حديثه: …"""
    if candidate.kind != "noun" or candidate.form.entry.evidence != "quote":
        return False
    return any(other.start == draft.start and other.rule.startswith("verb-") for other in found)


def _without_relative(here: Scene, found: list[Draft], candidate: Candidate, draft: Draft) -> list[Draft]:
    """Without a relative clause that only tells of who says it: الوزيرة، التي كانت تتحدث، قالت إن; nor a verb
    without a subject behind which another with its own begins: وعن المقاطع وما تتحدث عنه، يؤكد الوزير أن; nor
    what only tells who carries it: وبحسب ما ذكرت الصحيفة، قال الوزير إن; nor one before a relative clause
    that tells of another: علق الوزير على كلام النائب الذي قال إن.
    """
    at = candidate.at
    if _surely_says(here, candidate, draft):
        return [o for o in found if o.start != draft.start or not _of_another(o, draft.source)]
    if candidate.kind != "verb" or candidate.relative or here.tokens[at].word.conjunction:
        return found
    paused = here.tokens[at - 1].word.text in COMMAS
    own = paused and draft.source is not None and draft.source.start == at + 1
    main = own or paused and draft.start <= at + 2 and draft.by == "clause"
    return [
        o
        for o in found
        if not (
            o.start == draft.start
            and o.cue < draft.cue
            and (
                own
                and (o.source is None and o.cue < draft.cue - 2 or _leads(here, o))
                or main
                and _only_leads(here, o, own)
                or _in_relative(here, o)
            )
        )
    ]


def _surely_says(here: Scene, candidate: Candidate, draft: Draft) -> bool:
    """Whether a verb in a relative clause, or one that tells of an object before it, has its clause right
    behind it: الذي قال إن، الذي أكد للمحكمة أن، رصد الفريق منشورا | زعم أن; not التي نشرتها الصحيفة أن.
    """
    between, text = range(candidate.at + 1, draft.start), draft.source
    of_text = text is not None and text.end == candidate.at and accusative(here.tokens[text.start].word)
    told = (candidate.relative or of_text) and candidate.kind == "verb" and not candidate.form.pronoun
    told = told and draft.by == "clause" and len(between) <= _NEAR
    return told and all(here.tokens[k].word.kind != "sign" for k in between)


def _of_another(draft: Draft, speaker: Phrase | None) -> bool:
    """Whether who speaks in a relative clause stands behind an attribution and its subject."""
    if speaker is None or draft.cue > speaker.start:
        return False
    return draft.source is None or draft.source.end <= speaker.start


def _leads(here: Scene, draft: Draft) -> bool:
    """Whether the verb is that of an attributive expression: لما ذكرت الصحيفة، حسبما أفادت، وكما قال."""
    before = here.tokens[draft.cue - 1].word if draft.cue else NOTHING
    return bool(before.tags & (t.RELATIVE_FREE | t.ATTRIBUTIVE)) or before.key == "لما"


def _only_leads(here: Scene, draft: Draft, own: bool) -> bool:
    """Whether the verb but tells what the main clause behind the comma goes on from, or of what a preposition
    governs where that clause has its `own` subject: بينما تتحدث الحكومة عن النمو، يقول الخبراء إن; تعليقا على
    استطلاع أظهر تراجعه، قال فلان إن.
    """
    subject = draft.source
    first = subject.start if subject is not None and 0 < subject.start < draft.cue else draft.cue
    before = [token.word for token in here.tokens[max(first - 2, 0) : first]]
    fronted = any(word.rules & t.FRONTING for word in before)
    return fronted or own and first < draft.cue and bool(before[-1].tags & t.PREPOSITION)


def _in_relative(here: Scene, draft: Draft) -> bool:
    """Whether the verb stands in a relative clause: الذي قال، السكان الذين تحدثت إليهم الوكالة، خبراء تحدث
    إليهم مراسلنا.
    """
    before = here.tokens[draft.cue - 1].word if draft.cue else NOTHING
    after = here.tokens[draft.cue + 1].word
    return (
        draft.rule.startswith("relative-")
        or bool(before.tags & t.RELATIVE)
        or bool(after.rules & t.RETURNING and before.nominal and not before.article)
    )


def _names(source: Phrase | None, at: int) -> bool:
    """Whether the token belongs to the name in a source."""
    return source is not None and source.name_start <= at < source.name_end


def _in_setting(here: Scene, draft: Draft) -> bool:
    """في بيان …، بمنشور …: a noun of saying that only tells where it was said."""
    word = here.tokens[draft.cue].word
    before = here.tokens[draft.cue - 1].word if draft.cue else None
    return (
        draft.rule.startswith("noun")
        and bool(word.tags & t.SETTING)
        and (word.preposition != "" or before is not None and bool(before.tags & t.PREPOSITION))
    )


def _with(here: Scene, draft: Draft, found: list[Draft], candidate: Candidate) -> list[Draft]:
    """The attributions found and this one, which takes the place of those with the same content."""
    on = _goes_on_saying(candidate, found, draft)
    same = [other for other in found if on and other.start == draft.start or _same_content(other, draft)]
    opening = here.tokens[same[0].begin].word if same and same[0].sibling else None
    if opening is not None and opening.key != "حيث" and draft.rule != "backward":  # …، لكنه أردف قائلا
        draft = structs.replace(draft, begin=same[0].begin)
    if on:
        draft = structs.replace(draft, source=same[-1].source, begin=same[-1].begin, rule=same[-1].rule)
    elif same and draft.source is None and _is_of_verb(here, candidate):
        draft = structs.replace(draft, source=_somebody_before(here, same[-1], candidate.at))
    if any(_runs_into(here, other, draft) for other in found):
        return found
    return [*(other for other in found if not (other in same or _runs_into(here, draft, other))), draft]


def _runs_into(here: Scene, draft: Draft, other: Draft) -> bool:
    """Whether what is said runs into the quotation that another verb before it seemed to bring in: مسؤول،
    تحدث أمس، أقر بتوقيف «عدد محدود»; وصفها تجار تحدثوا للصحيفة بأنها «كارثة على الناس».
    """
    if other.by != "quotation" or draft.by == "quotation" or not other.cue < draft.start < other.start:
        return False
    return all(token.word.kind != "sign" for token in here.tokens[draft.start : other.start])


def _is_of_verb(here: Scene, candidate: Candidate) -> bool:
    """Whether the cue only says with the verb what it tells: وأضاف الوزير متابعا: …; قوله, القول."""
    beside = candidate.kind == "participle" and here.tokens[candidate.at - 1].word.text not in COMMAS
    return beside or candidate.form.entry.lemma == "قال"


def _somebody_before(here: Scene, draft: Draft, at: int) -> Phrase | None:
    """Who concludes or begins with what a noun of saying brings in: ختم الوزير كلمته بالقول إن, وعلقت
    "المرام" قائلة إن.
    """
    source = draft.source
    if source is None or source.end > at:
        return None
    somebody = source.named or source.head & CAN_SPEAK & ~t.DOCUMENT or source.start in here.closing
    return source if somebody else None


def _same_content(earlier: Draft, later: Draft) -> bool:
    """A verb and a participle before one content are one statement, the later cue's."""
    same = earlier.start == later.start and earlier.start >= 0 and earlier.cue < later.cue
    return (
        same
        and earlier.rule != "quotation-verb"
        and later.rule.startswith(("participle", "noun", "backward"))
    )
