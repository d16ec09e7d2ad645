"""Which record gives which statement of the gold, and which of both count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from qawl.evaluate.gold import GoldStatement, Predicted
from qawl.evaluate.words import content_of, dice, name_key, words_of

FOUND = 0.5
"""The least Dice overlap of the contents' words with which a record gives a statement."""

_COPY = 0.9


class Paired(Struct, frozen=True):
    """One article's statements and records, paired: `(statement, record, Dice)`.

    `counts` says of each statement whether it counts; `harmless` are the records that count neither way, as
    they give an optional one.
    """

    text: str
    wanted: tuple[GoldStatement, ...]
    got: tuple[Predicted, ...]
    pairs: tuple[tuple[int, int, float], ...]
    counts: tuple[bool, ...]
    harmless: frozenset[int]


def same_speaker(wanted: GoldStatement, got: Predicted) -> bool:
    """Whether the record names the speaker or one of the aliases; of nobody, whether it names nobody."""
    names = {name_key(name) for name in (wanted.speaker, *wanted.aliases) if name}
    return name_key(got.name) in names if got.name else not names


def pair(text: str, wanted: tuple[GoldStatement, ...], got: Sequence[Predicted]) -> Paired:
    """The statements and records of one article, paired."""
    contents = [content_of(text, statement.spans) for statement in wanted]
    found = [content_of(text, record.spans) for record in got]
    pairs = _pairs(wanted, got, contents, found)
    counts = _counting(text, wanted, {i: overlap for i, _, overlap in pairs})
    paired = {j: i for i, j, _ in pairs}
    optional = [content for content, counted in zip(contents, counts, strict=True) if not counted]
    harmless = frozenset(
        j
        for j, content in enumerate(found)
        if (
            not counts[paired[j]] if j in paired else any(dice(other, content) >= FOUND for other in optional)
        )
    )
    return Paired(text, wanted, tuple(got), pairs, counts, harmless)


def _pairs(
    wanted: Sequence[GoldStatement],
    got: Sequence[Predicted],
    contents: Sequence[frozenset[int]],
    found: Sequence[frozenset[int]],
) -> tuple[tuple[int, int, float], ...]:
    """Statements and records one to one, most overlap first; of equals the one with the right speaker."""
    possible = sorted(
        (-overlap, not same_speaker(wanted[i], got[j]), i, j)
        for i, content in enumerate(contents)
        for j, other in enumerate(found)
        if (overlap := dice(content, other)) >= FOUND
    )
    pairs: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for overlap, _, i, j in possible:
        if i not in pairs and j not in used:
            pairs[i] = (j, -overlap)
            used.add(j)
    return tuple((i, j, overlap) for i, (j, overlap) in pairs.items())


def _counting(text: str, wanted: Sequence[GoldStatement], overlaps: dict[int, float]) -> tuple[bool, ...]:
    """Whether each statement counts: not the optional ones.

    Of a text that stands twice in the article, the copy that was found counts in the place of the other.
    """
    counts = [not statement.optional for statement in wanted]
    words = [Counter(words_of(text, statement.spans).values()) for statement in wanted]
    for i, statement in enumerate(wanted):
        if not counts[i] or overlaps.get(i) == 1.0:
            continue
        for k, other in enumerate(wanted):
            if counts[k] or other.speaker != statement.speaker or overlaps.get(k, 0) <= overlaps.get(i, 0):
                continue
            if 2 * (words[i] & words[k]).total() / (words[i].total() + words[k].total()) >= _COPY:
                counts[i], counts[k] = False, True
                break
    return tuple(counts)
