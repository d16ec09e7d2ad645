"""Precision, recall and what else is counted, by group of statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from qawl.evaluate.gold import GoldStatement, Predicted
from qawl.evaluate.pairing import Paired, same_speaker
from qawl.evaluate.words import content_of, dice
from qawl.model import Strength

LEVELS = ("found", "content", "exact", "speaker", "full")
"""found: Dice of the contents' words at least 0.5; content: at least 0.8; exact: the same words; speaker:
found, and the right speaker; full: content and the right speaker."""

OF_FOUND = ("speaker", "type", "form", "cue", "kind", "source")
"""What is counted as right among the statements found."""

GROUPS = ("all", "clause", "direct+mixed", "nominal")
"""A pair counts in a group where statement and record both belong to it."""

CONTENT = 0.8
"""The least Dice overlap with which a content, or a source, is right."""


class Ratio(Struct, frozen=True):
    """Precision, recall and their harmonic mean, from 0 to 1."""

    p: float
    r: float
    f1: float


class Figures(Struct, frozen=True):
    """The figures of one group. `levels` by `LEVELS`, `of_found` by `OF_FOUND`."""

    gold: int
    predicted: int
    levels: dict[str, Ratio]
    of_found: dict[str, float]

    def to_dict(self) -> dict[str, object]:
        """One flat dictionary, the levels beside the counts."""
        ratios = {level: msgspec.to_builtins(ratio) for level, ratio in self.levels.items()}
        return {"gold": self.gold, "predicted": self.predicted, **ratios, "of_found": self.of_found}


class Precision(Struct, frozen=True):
    """Of so many records, the shares that give a statement, and that give its content and speaker right."""

    records: int
    found: float
    full: float


class Outcome(Struct, frozen=True):
    """What became of a record that counts: whether it gives a statement, and whether content and speaker are
    right too.
    """

    record: int
    found: bool
    full: bool


def outcomes(one: Paired) -> Iterator[Outcome]:
    """The outcome of each record of an article that counts; `record` is its index."""
    paired = {j: (i, overlap) for i, j, overlap in one.pairs}
    for j, record in enumerate(one.got):
        if j in one.harmless:
            continue
        i, overlap = paired.get(j, (0, 0.0))
        right = overlap >= CONTENT and same_speaker(one.wanted[i], record)
        yield Outcome(j, j in paired, right)


def precision_of(strength: Strength, articles: Iterable[Paired]) -> Precision:
    """How many of the records of a strength are right, over the articles."""
    tally: Counter[str] = Counter()
    for one in articles:
        for outcome in outcomes(one):
            if one.got[outcome.record].strength == strength:
                tally["records"] += 1
                tally["found"] += outcome.found
                tally["full"] += outcome.full
    records = tally["records"]
    return Precision(
        records,
        round(tally["found"] / records, 4) if records else 0.0,
        round(tally["full"] / records, 4) if records else 0.0,
    )


def figures_of(group: str, articles: Iterable[Paired]) -> Figures:
    """The figures of a group over the articles."""
    tally: Counter[str] = Counter()
    for one in articles:
        tally["gold"] += sum(
            counted and _belongs(group, statement)
            for statement, counted in zip(one.wanted, one.counts, strict=True)
        )
        tally["got"] += sum(
            _belongs(group, record) and j not in one.harmless for j, record in enumerate(one.got)
        )
        for i, j, overlap in one.pairs:
            wanted, got = one.wanted[i], one.got[j]
            if one.counts[i] and _belongs(group, wanted) and _belongs(group, got):
                tally.update(_rights(one.text, wanted, got, overlap))
    found = tally["found"]
    return Figures(
        tally["gold"],
        tally["got"],
        {level: _ratio(tally[level], tally["got"], tally["gold"]) for level in LEVELS},
        {name: round(tally[name] / found, 4) if found else 0.0 for name in OF_FOUND},
    )


def _rights(text: str, wanted: GoldStatement, got: Predicted, overlap: float) -> dict[str, bool]:
    """What is right about a pair."""
    speaker = same_speaker(wanted, got)
    return {
        "found": True,
        "content": overlap >= CONTENT,
        "exact": overlap == 1.0,
        "speaker": speaker,
        "full": speaker and overlap >= CONTENT,
        "type": got.type == wanted.type,
        "form": got.form == wanted.form,
        "cue": _same_cue(wanted, got),
        "kind": (got.speaker.kind if got.speaker else None) == wanted.kind,
        "source": _same_source(text, wanted, got),
    }


def _ratio(right: int, got: int, gold: int) -> Ratio:
    p, r = right / got if got else 0.0, right / gold if gold else 0.0
    return Ratio(round(p, 4), round(r, 4), round(2 * p * r / (p + r), 4) if p + r else 0.0)


def _belongs(group: str, one: GoldStatement | Predicted) -> bool:
    if group == "direct+mixed":
        return one.type in ("direct", "mixed")
    return group in ("all", one.form)


def _same_source(text: str, wanted: GoldStatement, got: Predicted) -> bool:
    if not wanted.source or not got.source:
        return not wanted.source and not got.source
    there = content_of(text, [(got.source.start, got.source.end)])
    return dice(content_of(text, [wanted.source]), there) >= CONTENT


def _same_cue(wanted: GoldStatement, got: Predicted) -> bool:
    return bool(wanted.cue and got.cue and got.cue.start < wanted.cue[1] and got.cue.end > wanted.cue[0])
