"""How far a record may be trusted: the clues that its statement and speaker give."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from qawl.lexicon.strengths import Clue, Weights
from qawl.model import Speaker, Statement, Strength

_MOST_WORDS = 5
"""Words of a source that are told apart."""
_FARTHEST = 5
"""Doublings of the distance between source and cue that are told apart."""
_MOST_CONTENT_WORDS = 64
_MOST_RECORDS = 4
"""Statements of one speaker that are told apart."""
_MOST_COMMAS = 4
"""Commas in a content that are told apart."""
_LARGEST_GAP = 16
"""Words between a cue and the content behind it that are told apart."""


def strengths(
    text: str, statements: tuple[Statement, ...], speakers: tuple[Speaker | None, ...], weights: Weights
) -> tuple[Strength, ...]:
    """The strength of each statement with its speaker, in order; without a speaker it is a guess."""
    return tuple(
        weights.strength(seen) if speaker else "guess"
        for seen, speaker in zip(clues(text, statements, speakers), speakers, strict=True)
    )


def clues(
    text: str, statements: tuple[Statement, ...], speakers: tuple[Speaker | None, ...]
) -> Iterator[tuple[Clue, ...]]:
    """What is seen of each statement with its speaker, in order: names and values as in strength.tsv.

    `words` is the largest power of two that the content's words reach, up to 64; `gap` half the words from
    the cue to the content behind it.
    """
    records = Counter(speaker.name for speaker in speakers if speaker)
    nested = _nested(statements)
    for at, (statement, speaker) in enumerate(zip(statements, speakers, strict=True)):
        content = " ".join([text[span.start : span.end] for span in statement.spans])
        words = len(content.split())
        gap = len(text[statement.cue.end : statement.spans[0].start].split())
        yield (
            ("any", "record"),
            ("cue", statement.cue.lemma),
            ("construction", statement.by),
            ("found", statement.strength),
            ("words", str(min(2 ** max(words.bit_length() - 1, 0), _MOST_CONTENT_WORDS))),
            ("commas", str(min(content.count("،"), _MOST_COMMAS))),
            ("gap", str(min(gap, _LARGEST_GAP) // 2)),
            ("nested", nested[at]),
            ("source", _source(text, statement, speaker)),
            *_of_speaker(speaker),
            ("records", str(min(records[speaker.name], _MOST_RECORDS)) if speaker else "0"),
        )


def _nested(statements: tuple[Statement, ...]) -> list[str]:
    """Of each statement whether it stands in what another reports, holds another itself, or neither."""
    spans = sorted((span.start, span.end) for statement in statements for span in statement.spans)
    starts = [start for start, _ in spans]
    furthest = list(accumulate((end for _, end in spans), max))
    cues = sorted(statement.cue.start for statement in statements)
    found = []
    for statement in statements:
        before = bisect_right(starts, statement.cue.start) - 1
        inside = before >= 0 and statement.cue.start < furthest[before]
        holds = any(bisect_left(cues, span.start) < bisect_left(cues, span.end) for span in statement.spans)
        found.append("inside another" if inside else "holds another" if holds else "no")
    return found


def _source(text: str, statement: Statement, speaker: Speaker | None) -> str:
    """Whether the source is only in the cue, is the speaker's name or of how many words, and how far from the
    cue it stands.
    """
    source = statement.source
    if source is None:
        return "elided"
    words = text[source.start : source.end]
    gap = max(source.start - statement.cue.end, statement.cue.start - source.end, 0)
    name = speaker is not None and words == speaker.name
    length = "the name" if name else f"{min(len(words.split()), _MOST_WORDS)} words"
    return f"{length}, {min(gap.bit_length(), _FARTHEST)} away"


def _of_speaker(speaker: Speaker | None) -> tuple[Clue, ...]:
    """How the speaker was resolved: the kinds of its first and last step."""
    if speaker is None:
        return (("resolved", "none"),)
    first, last = speaker.because[0], speaker.because[-1]
    return (
        ("resolved", speaker.strength),
        ("first step", first.split(":")[0]),
        ("last step", last.split(":")[0]),
    )
