"""How much the letters of an unknown word look like those of a name: توموناغا, not مزارعون."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from qawl.lexicon.load import LexiconError, rows

WIDTH = 3
"""Letters that are weighed together."""
EDGE = "^"
"""Stands before the first letter of a word and behind its last."""

_NUMBER = re.compile(r"-?\d+\.\d+")


class Letters(Struct, frozen=True):
    """The log-odds of name against common word for each run of letters, 0.0 where the table has none: a naive
    Bayes model of letter trigrams (Cavnar and Trenkle 1994 tell languages apart so).
    """

    of: dict[str, float]

    def odds(self, key: str) -> float:
        """The log-odds that a word with this folded key, which no table has, is a name."""
        get = self.of.get
        return sum([get(run, 0.0) for run in runs(key)])


def runs(key: str) -> list[str]:
    """The runs of letters of a word's folded key, with the edges."""
    edged = f"{EDGE}{key}{EDGE}"
    return [edged[at : at + WIDTH] for at in range(len(edged) - WIDTH + 1)]


def letters(folder: Path) -> Letters:
    """The odds of letters.tsv in `folder`. Raises LexiconError where an odds is no number."""
    found: dict[str, float] = {}
    for row in rows(folder, "letters.tsv", ("letters", "odds")):
        if not _NUMBER.fullmatch(row["odds"]):
            raise row.wrong("the odds are no number")
        found[row["letters"]] = float(row["odds"])
    if not found:
        raise LexiconError("letters.tsv: no rows")
    return Letters(found)
