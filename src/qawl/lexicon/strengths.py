"""What each clue says for or against a record, and from where on a record is sure or a guess."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from qawl.lexicon.load import LexiconError, rows
from qawl.model import Strength

_NUMBER = re.compile(r"-?\d+(\.\d+)?")

LIMIT = "at least"
"""The clue of the rows that hold the limits."""

Clue = tuple[str, str]
"""The name of a clue and its value: ("construction", "verb-subject-clause")."""


class Weights(Struct, frozen=True):
    """The weight of each clue, in log-odds, 0.0 where the table has none; the least probabilities of being
    right with which a record is sure, or likely.
    """

    of: dict[Clue, float]
    sure: float
    likely: float

    def probability(self, clues: Iterable[Clue]) -> float:
        """How probably a record with these clues is right in content and speaker, from 0 to 1."""
        return 1 / (1 + math.exp(-sum([self.of.get(clue, 0.0) for clue in clues])))

    def strength(self, clues: Iterable[Clue]) -> Strength:
        """The strength of a record with these clues."""
        probability = self.probability(clues)
        if probability >= self.sure:
            return "sure"
        return "likely" if probability >= self.likely else "guess"


def weights(folder: Path) -> Weights:
    """The weights of strength.tsv in `folder`. Raises LexiconError where a weight is no number, a clue stands
    twice or a limit is missing.
    """
    found: dict[Clue, float] = {}
    for row in rows(folder, "strength.tsv", ("clue", "value", "weight")):
        clue = row["clue"], row["value"]
        if not _NUMBER.fullmatch(row["weight"]):
            raise row.wrong("the weight is no number")
        if clue in found:
            raise row.wrong(f"{row['value']} has a weight already")
        found[clue] = float(row["weight"])
    try:
        sure, likely = (found.pop((LIMIT, strength)) for strength in ("sure", "likely"))
    except KeyError as error:
        raise LexiconError(f"strength.tsv: no row {' '.join(error.args[0])}") from None
    return Weights(found, sure, likely)
