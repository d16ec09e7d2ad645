"""The attributive expressions of a sentence among the attributions that its other cues made."""

from __future__ import annotations

from msgspec import structs

from qawl.lexicon import Lexicon
from qawl.lexicon import tags as t
from qawl.phrases import Phrase
from qawl.scene import COMMAS, DASHES, Scene
from qawl.statements.asides import AS
from qawl.statements.attributives import attributive
from qawl.statements.cited import RELAYING
from qawl.statements.draft import Draft
from qawl.statements.interposed import interposed

_ALSO_CONNECTIVES = frozenset({*AS, "على ما", "فيما"})
"""Attributive before a verb without content of its own (كما قال), connectives before one that has it (كما قال
إن)."""


def with_expressions(here: Scene, looked_at: list[int], lexicon: Lexicon, found: list[Draft]) -> list[Draft]:
    """The attributions found, and those of وفقا للوزارة and its like."""
    for at in looked_at:
        word = here.tokens[at].word
        paused = at > 0 and here.tokens[at - 1].word.text in (*COMMAS, *DASHES)
        if paused and word.verb is not None and not word.verb.prefix:
            found = _with_interposed(here, at, found)
        if not word.tags & t.ATTRIBUTIVE_START or not _may_begin(here, at):
            continue
        if any(draft.cue <= at < draft.cue_end or _cites_before(draft, at) for draft in found):
            continue
        draft = attributive(here, at, lexicon, found)
        if draft is not None and not _is_connective(draft, found):
            found = _with(draft, found)
    return found


def _cites_before(draft: Draft, at: int) -> bool:
    """Whether the token stands between an outlet and whom it cites, before a colon: رويترز نقلا عن مصدر: …"""
    source = draft.source if draft.rule == "headline-colon" else None
    return source is not None and any(outlet <= at < source.start for outlet, _, _ in draft.via)


def _with_interposed(here: Scene, at: int, found: list[Draft]) -> list[Draft]:
    """The attributions found, and that of a verb inside the clause that it reports: الميزانية، يضيف المدير،
    لا تكفي, where what follows the second comma is no clause of its own.
    """
    its = [draft for draft in found if draft.cue == at]
    if any(not _goes_on(here, draft) for draft in its):
        return found
    others = [draft for draft in found if draft.cue != at] if its else found
    draft = interposed(here, at, others)
    if draft is None or its and (draft.rule != "attributive-inside" or not _opens(here, draft.start)):
        return found
    return [*others, draft]


def _goes_on(here: Scene, draft: Draft) -> bool:
    """Whether what was found may be the rest of a clause that began before the verb: …، لا تكفي."""
    paused = here.tokens[draft.start - 1].word.text in (*COMMAS, *DASHES)
    return paused and bool(here.tokens[draft.start].word.tags & (t.NEGATION | t.PERFECTIVE))


def _opens(here: Scene, at: int) -> bool:
    """Whether a clause may begin with the token, as with its subject; not ومن جهته، وهنا."""
    word = here.tokens[at].word
    return word.nominal and not word.tags & (t.PREPOSITION | t.TIME | t.CONNECTIVE)


def _may_begin(here: Scene, at: int) -> bool:
    """Whether the word after the token lets an expression begin there: وفق الوزارة, على حد قوله, كما أعلن."""
    if at + 1 >= len(here.tokens):
        return False
    word, following = here.tokens[at].word, here.tokens[at + 1].word
    if word.tags & t.ATTRIBUTIVE_NOUN or following.tags & t.ATTRIBUTIVE_SECOND:
        return True
    verbal = following.verb is not None or following.tags & (t.PERFECTIVE | t.AUXILIARY | t.RELATIVE_FREE)
    verbal = verbal or following.rules & t.LEARNT  # حسبما علم لدى الشرطة
    return bool(word.tags & t.ATTRIBUTIVE and verbal)


def _is_connective(draft: Draft, found: list[Draft]) -> bool:
    """Whether the verb behind كما has content of its own: كما قال إن …"""
    return draft.entry.lemma in _ALSO_CONNECTIVES and any(
        draft.cue < other.cue < draft.cue_end + 3 for other in found
    )


def _with(draft: Draft, found: list[Draft]) -> list[Draft]:
    """The attributions found and the expression's, without those whose cue is part of the expression."""
    source = draft.source
    if source is None:  # وبحسب رأيه، فإن
        return [*(d for d in found if not draft.cue < d.cue < draft.cue_end), draft]
    if draft.entry.lemma == RELAYING:
        draft, found = _relayed(draft, source, found)
    inside = range(draft.cue + 1, source.start)
    kept = [d for d in found if not (d.cue in inside and (d.source == source or draft.via))]
    return [*kept, draft]


def _relayed(draft: Draft, source: Phrase, found: list[Draft]) -> tuple[Draft, list[Draft]]:
    """ذكرت الوكالة نقلا عن فلان أن …: one statement, فلان's; the verb's subject carries it."""
    orders = ("verb", "subject-verb")
    for other in found:
        if other.cue < draft.cue and other.start >= source.end and other.rule.startswith(orders):
            carrier = other.source
            relayed = structs.replace(
                other,
                rule="attributive-relay",
                cue=draft.cue,
                cue_end=draft.cue_end,
                entry=draft.entry,
                source=source,
                via=((carrier.start, carrier.end, "carrier"),) if carrier is not None else (),
                because=draft.because,
                cue_text=draft.cue_text,
            )
            return relayed, [d for d in found if d is not other]
    return draft, found
