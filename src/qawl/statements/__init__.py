"""Cue -> content, type, form and source: the attributions of a sentence and where each content ends."""

from __future__ import annotations

from msgspec import structs

from qawl import cues
from qawl.lexicon import Lexicon
from qawl.lexicon import tags as t
from qawl.model import Rejected, Sentence, Statement
from qawl.phrases import Phrase
from qawl.scene import Scene
from qawl.statements import attributives, doubts, headlines, others, verbs
from qawl.statements.draft import Draft
from qawl.statements.making import statement
from qawl.statements.quoted import after_colon
from qawl.statements.subjects import CAN_SPEAK

__all__ = ["of_sentence"]

_PERSONS = ("ون", "ين", "ان", "ي", "ة")
"""How words for people end: plurals, duals, surnames and nationalities, women."""


def of_sentence(
    here: Scene, lexicon: Lexicon, before: Sentence | None, trace: list[Rejected] | None
) -> list[Statement]:
    """The statements whose cue stands in the sentence; `before` is the sentence before it, for cues that
    point back.
    """
    drafts = _drafts(here, lexicon, trace)
    return [made for draft in drafts if (made := statement(here, draft, drafts, before)) is not None]


def _somebody(here: Scene, phrase: Phrase | None) -> bool:
    """Whether the subject of a verb that reports nothing can be who says what a participle brings in."""
    if phrase is None:
        return False
    first = here.tokens[phrase.start].word
    if first.preposition or first.pronoun and not first.tags:
        return False
    return bool(phrase.head) or phrase.named or first.stem.endswith(_PERSONS)


def _drafts(here: Scene, lexicon: Lexicon, trace: list[Rejected] | None) -> list[Draft]:
    tokens = here.tokens
    found: list[Draft] = []
    subject: Phrase | None = None
    subject_at = -1
    taken: set[int] = set()
    colon = headlines.headline_colon(here)
    if colon is not None:
        found.append(colon)
        taken.add(colon.start)
    looked_at = [n for n, token in enumerate(tokens) if token.word.looked_at]
    candidates = cues.candidates(tokens, looked_at, trace)
    last_without_verb = max(
        [candidate.at for candidate in candidates if candidate.kind != "verb"], default=-1
    )
    for candidate in candidates:
        at = candidate.at
        draft: Draft | None
        if candidate.kind == "verb":
            if at > last_without_verb and (why := doubts.hopeless(here, candidate)):
                if trace is not None:
                    trace.append(Rejected(tokens[at].start, tokens[at].end, candidate.kind, why))
                continue
            draft, phrase, why = verbs.verb(here, candidate, found)
            first = (
                others.quotation_first(here, candidate, phrase, taken)
                if draft is not None and draft.by == "quotation"
                else None
            )
            following = tokens[at + 1].word if at + 1 < len(tokens) else None
            if first is not None:
                draft = first
            elif following is not None and following.tags & t.DEMONSTRATIVE and following.preposition == "ب":
                draft = others.backward(here, candidate, phrase) or draft
            elif draft is None or draft.start in taken:
                draft = (
                    others.quotation_first(here, candidate, phrase, taken)
                    or others.backward(here, candidate, phrase)
                    or draft
                )
            if draft is None:
                main = (
                    not found
                    or tokens[at].word.conjunction != ""
                    or at > 0
                    and tokens[at - 1].word.text in ("،", ",")
                )
                subject, subject_at = (phrase if main and _somebody(here, phrase) else None), at
            else:
                subject = phrase if draft.rule == "backward" else None
                subject_at = at
                if draft.rule == "backward" or draft.by == "quotation":
                    taken.add(draft.start)
        else:
            pending = subject if subject is not None and at - subject_at < 30 else None
            if candidate.kind == "participle":
                draft, why = others.participle(here, candidate, pending)
            else:
                draft, why = others.noun(here, candidate, pending)
            if draft is not None:
                subject = None
            begun = [d for d in found if d.start == at]
            if draft is not None and begun and (candidate.form.pronoun or begun[0].by == "attached"):
                if candidate.form.entry.lemma == "قال":
                    found = [d for d in found if d.start != at]  # شدد على قوله إن …
                else:
                    draft, why = None, "begins what another said (أعلنت تمسكها بأن …)"
        if (
            draft is not None
            and any(d.start == draft.start for d in found)
            and (
                candidate.kind == "verb"
                and draft.rule != "quotation-verb"
                or draft.rule == "noun-source-clause"
                or _in_setting(here, draft)
            )
        ):
            draft, why = None, "stands between another attribution and its content"
        if draft is not None:
            same = [d for d in found if _same_content(d, draft)]
            if same and draft.source is None and candidate.form.entry.lemma == "قال":
                draft = structs.replace(draft, source=_somebody_before(same[-1], at))
            found = [d for d in found if d not in same]
            found.append(draft)
            if draft.start >= 0:
                taken.add(draft.start)
        elif trace is not None:
            trace.append(Rejected(tokens[at].start, tokens[at].end, candidate.kind, why))
    found += [draft for made in found if (draft := after_colon(here, made, found)) is not None]
    for at in [n for n in looked_at if tokens[n].word.tags & t.ATTRIBUTIVE_START]:
        following = tokens[at + 1].word if at + 1 < len(tokens) else None
        if following is None or not (
            tokens[at].word.tags & t.ATTRIBUTIVE_NOUN
            or following.tags & t.ATTRIBUTIVE_SECOND
            or tokens[at].word.tags & t.ATTRIBUTIVE
            and (
                following.verb is not None or following.tags & (t.PERFECTIVE | t.AUXILIARY | t.RELATIVE_FREE)
            )
        ):
            continue
        if not any(d.cue <= at < d.cue_end for d in found):
            draft = attributives.attributive(here, at, lexicon, found)
            if (
                draft is not None
                and draft.entry.lemma in _ALSO_CONNECTIVES
                and any(draft.cue < d.cue < draft.cue_end + 3 for d in found)
            ):
                continue
            if draft is not None and draft.entry.lemma == "نقلا" and draft.source is not None:
                draft, found = _relayed(draft, found)
            if draft is not None:
                found = [
                    d
                    for d in found
                    if not (
                        draft.source and draft.cue < d.cue < draft.source.start and d.source == draft.source
                    )
                ]
                found.append(draft)
    return sorted(found, key=lambda draft: draft.cue)


def _relayed(draft: Draft, found: list[Draft]) -> tuple[Draft, list[Draft]]:
    """ذكرت الوكالة نقلا عن فلان أن …: one statement, فلان's; the verb's subject carries it."""
    assert draft.source is not None
    for other in found:
        if (
            other.cue < draft.cue
            and other.start >= draft.source.end
            and other.rule.startswith(("verb-subject", "subject-verb"))
        ):
            via = ((other.source.start, other.source.end, "carrier"),) if other.source is not None else ()
            relayed = Draft(
                "attributive-relay",
                other.begin,
                draft.cue,
                draft.cue_end,
                draft.entry,
                draft.source,
                other.start,
                other.by,
                other.form,
                other.sibling,
                via=via,
                because=draft.because,
                cue_text=draft.cue_text,
            )
            return relayed, [d for d in found if d is not other]
    return draft, found


_ALSO_CONNECTIVES = frozenset({"كما", "مثلما", "على ما", "فيما"})
"""Attributive before a verb without content of its own (كما قال), connectives before one that has it (كما قال
إن)."""


def _in_setting(here: Scene, draft: Draft) -> bool:
    """في بيان …، بمنشور …: a noun of saying that only tells where it was said."""
    word = here.tokens[draft.cue].word
    before = here.tokens[draft.cue - 1].word if draft.cue else None
    return (
        draft.rule.startswith("noun")
        and bool(word.tags & t.SETTING)
        and (word.preposition != "" or before is not None and bool(before.tags & t.PREPOSITION))
    )


def _somebody_before(draft: Draft, at: int) -> Phrase | None:
    """Who concludes or begins with what a noun of saying brings in: ختم الوزير كلمته بالقول إن."""
    source = draft.source
    if source is None or source.end > at or not (source.named or source.head & CAN_SPEAK & ~t.DOCUMENT):
        return None
    return source


def _same_content(earlier: Draft, later: Draft) -> bool:
    """A verb and a participle before one content are one statement, the later cue's."""
    same = earlier.start == later.start and earlier.start >= 0 and earlier.cue < later.cue
    return (
        same
        and earlier.rule != "quotation-verb"
        and later.rule.startswith(("participle", "noun", "backward"))
    )
