"""How far a record may be trusted: the clues that its statement and speaker give."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from qawl.lexicon.strengths import Clue, Weights
from qawl.model import Sentence, Speaker, Statement, Strength

_MOST_WORDS = 5
"""Words of a source that are told apart."""
_FARTHEST = 5
"""Doublings of the distance between source and cue that are told apart."""
_MOST_CONTENT_WORDS = 64
_MOST_RECORDS = 4
"""Statements of one speaker that are told apart."""
_LARGEST_GAP = 16
"""Words between a cue and the content behind it that are told apart."""
_SENTENCE = 16
"""Words by which the lengths of sentences are told apart."""
_LONGEST = 5
"""So many times `_SENTENCE` words, and more."""
_MOST_OTHERS = 2
"""Others who spoke meanwhile that are told apart."""
_LOOKED_AT = 20
"""Statements before one without a source, among which its speaker was named."""


def strengths(
    text: str,
    sentences: tuple[Sentence, ...],
    statements: tuple[Statement, ...],
    speakers: tuple[Speaker | None, ...],
    weights: Weights,
) -> tuple[Strength, ...]:
    """The strength of each statement with its speaker, in order; without a speaker it is a guess."""
    return tuple(
        weights.strength(seen) if speaker else "guess"
        for seen, speaker in zip(clues(text, sentences, statements, speakers), speakers, strict=True)
    )


def clues(
    text: str,
    sentences: tuple[Sentence, ...],
    statements: tuple[Statement, ...],
    speakers: tuple[Speaker | None, ...],
) -> Iterator[tuple[Clue, ...]]:
    """What is seen of each statement with its speaker, in order: names and values as in strength.tsv, which
    tells why each name is a clue.
    """
    records = Counter(speaker.name for speaker in speakers if speaker)
    nested = _nested(statements)
    numbers = {statement.sentence for statement in statements}
    lengths = {i: len(text[sentences[i].start : sentences[i].end].split()) for i in numbers}
    for at, (statement, speaker) in enumerate(zip(statements, speakers, strict=True)):
        words = sum([len(text[span.start : span.end].split()) for span in statement.spans])
        gap = len(text[statement.cue.end : statement.spans[0].start].split())
        length = lengths[statement.sentence]
        yield (
            ("any", "record"),
            ("construction", statement.by),
            ("type", statement.type),
            ("words", str(min(2 ** max(words.bit_length() - 1, 0), _MOST_CONTENT_WORDS))),
            ("gap", str(min(gap, _LARGEST_GAP) // 2)),
            ("sentence", str(min(length // _SENTENCE, _LONGEST) * _SENTENCE)),
            ("nested", nested[at]),
            *_of_source(text, statement, speaker),
            ("meanwhile", _meanwhile(at, statements, speakers)),
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


def _of_source(text: str, statement: Statement, speaker: Speaker | None) -> tuple[Clue, ...]:
    """Whether the source is only in the cue, is the speaker's name or of how many words, and how far from the
    cue it stands.
    """
    source = statement.source
    if source is None:
        return (("source", "elided"),)
    words = text[source.start : source.end]
    gap = max(source.start - statement.cue.end, statement.cue.start - source.end, 0)
    name = speaker is not None and words == speaker.name
    length = "the name" if name else f"{min(len(words.split()), _MOST_WORDS)} words"
    return (("source", length), ("away", str(min(gap.bit_length(), _FARTHEST))))


def _meanwhile(at: int, statements: tuple[Statement, ...], speakers: tuple[Speaker | None, ...]) -> str:
    """How many others spoke since the speaker of a statement without a source was named."""
    speaker = speakers[at]
    if statements[at].source or speaker is None:
        return "source written"
    others = set()
    for before in range(at - 1, max(at - 1 - _LOOKED_AT, -1), -1):
        other = speakers[before]
        if other and other.name != speaker.name:
            others.add(other.name)
        elif other and statements[before].source:
            break
    return str(min(len(others), _MOST_OTHERS))


def _of_speaker(speaker: Speaker | None) -> tuple[Clue, ...]:
    """How the speaker was resolved: how surely, the kind of its first step, and whether with a role."""
    if speaker is None:
        return (("resolved", "none"),)
    return (
        ("resolved", speaker.strength),
        ("first step", speaker.because[0].split(":")[0]),
        ("role", "known" if speaker.role else "unknown"),
    )
