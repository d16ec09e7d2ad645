"""How far a record may be trusted: the clues that its statement and speaker give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from qawl.lexicon.strengths import Clue, Weights
from qawl.model import Speaker, Statement, Strength

_MOST_WORDS = 5
"""Words of a source that are told apart."""
_FARTHEST = 5
"""Doublings of the distance between source and cue that are told apart."""
_MOST_CONTENT_WORDS = 64
_MOST_RECORDS = 4
"""Statements of one speaker that are told apart."""


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

    `words` is the largest power of two that the content's words reach, up to 64.
    """
    records = Counter(speaker.name for speaker in speakers if speaker)
    for statement, speaker in zip(statements, speakers, strict=True):
        words = sum(len(text[span.start : span.end].split()) for span in statement.spans)
        yield (
            ("any", "record"),
            ("cue", statement.cue.lemma),
            ("construction", statement.by),
            ("found", statement.strength),
            ("words", str(min(2 ** max(words.bit_length() - 1, 0), _MOST_CONTENT_WORDS))),
            ("source", _source(text, statement, speaker)),
            *_of_speaker(speaker),
            ("records", str(min(records[speaker.name], _MOST_RECORDS)) if speaker else "0"),
        )


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
