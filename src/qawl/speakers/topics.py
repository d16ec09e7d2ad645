"""The body with which a sentence begins since another of its kind spoke: ناقشت لجنة كذا … وأوصت اللجنة."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.speakers.called import Called
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage
from qawl.speakers.subjectwords import has_object, is_finite

_MOST_TO_TOPIC = 2
"""Tokens before the outlet with which a sentence begins: أما صحيفة كذا."""


def topic_since(stage: Stage, called: Called, source: Mention, after: int) -> Mention | None:
    """The body of the source's kind with which a sentence after a place begins, an outlet behind other words
    too: وفي صحيفة كذا كتب فلان … وقالت الصحيفة.
    """
    outlet = source.tags & t.MEDIA
    if not outlet and source.start in stage.going_on:
        return None  # وأضافت اللجنة
    begins = _begins_or_wrote if outlet else _acts
    named = [
        other
        for other in stage.organisations_with(source.head)
        if after < other.start < source.start and other.head == source.head and begins(stage, other)
    ]
    known = called.named_first(source, after, _MOST_TO_TOPIC) if outlet else None
    if known is not None and not any(other.start <= known.start < other.end for other in named):
        named.append(known)
    return max(named, key=lambda other: other.start, default=None)


def _acts(stage: Stage, body: Mention) -> bool:
    """Whether a sentence begins with a verb and the body's full name: وناقشت لجنة المسابقات الجدول."""
    before = stage.word_before(body.start)
    told = len(body.keys) > 1 and stage.place_in_sentence(body.start) == 1
    since = stage.spoke[-1][0].cue.start > body.start
    return told and not since and before is not None and is_finite(before) and not has_object(before)


def _begins_or_wrote(stage: Stage, outlet: Mention) -> bool:
    """Whether a sentence begins with an outlet or it stands behind a verb of writing: وتحت عنوان كذا، كتبت
    صحيفة كذا مقالا.
    """
    before = stage.word_before(outlet.start)
    wrote = before is not None and bool(before.rules & t.ISSUED)
    return wrote or stage.place_in_sentence(outlet.start) <= _MOST_TO_TOPIC
