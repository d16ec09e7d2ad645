"""Which letters tell a name from a common word: makes src/qawl/lexicon/ar/letters.tsv.

    python tools/name_letters.py ARTICLES_DIR

It also prints how many of every fifth name and word, left out, would be taken for like a name.

The names are those of names.tsv; the common words the lexicon's own and those that stand in three or more of
the articles of the folder and are no name there. What is kept is how much oftener each run of three letters
stands in the one than in the other, not a word of an article.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from qawl import fold, lexicon
from qawl.lexicon import tags as t
from qawl.lexicon.letters import Letters, runs
from qawl.lexicon.load import ARABIC, rows
from qawl.lexicon.segmentation import LIKE_A_NAME, NO_NAME, SHORTEST_NAME

TABLE = ARABIC / "letters.tsv"
OWN = ("inflections.tsv", "heads.tsv", "grammar.tsv", "verbal_nouns.tsv", "nouns_of_saying.tsv", "roles.tsv")
FEWEST_ARTICLES = 3
FEWEST_WORDS = 3
"""Words that letters must stand in to get odds."""
LEAST_ODDS = 0.3
"""Odds nearer to none are left out."""
_WORD = re.compile("[ء-غف-ي]{3,}")


def main() -> None:
    """Makes the table of the articles of the folder that the command line names."""
    parser = argparse.ArgumentParser(description="Make letters.tsv.")
    parser.add_argument("articles", type=Path, help="a folder of articles, searched with all below it")
    folder = parser.parse_args().articles
    names = {fold.key(row["name"]) for row in rows(ARABIC, "names.tsv", ("name", "use", "sure"))}
    names = {name for name in names if " " not in name and not name.startswith("ال")}
    common = {word for word in _common(folder) | _own() if word not in names and not word.startswith("ال")}
    print(f"left out, like a name: {_taken(names, names, common)} of the names, ", end="")
    print(f"{_taken(common, names, common)} of the common words")
    TABLE.write_text(as_table(odds(names, common)), "utf-8")


def _taken(words: set[str], names: set[str], common: set[str]) -> str:
    """The share of every fifth of the words that is like a name by the odds of the others."""
    left_out = set(sorted(words)[::5])
    weighed = Letters(odds(names - left_out, common - left_out))
    long = [word for word in left_out if len(word) > SHORTEST_NAME and not word.endswith(NO_NAME)]
    return f"{sum(weighed.odds(word) >= LIKE_A_NAME for word in long) / len(long):.0%}"


def odds(names: Iterable[str], common: Iterable[str]) -> dict[str, float]:
    """The log-odds of each run of letters, with half a word added to both sides of each."""
    of_names = Counter(run for name in names for run in runs(name))
    of_common = Counter(run for word in common for run in runs(word))
    every = sorted(of_names.keys() | of_common.keys())
    half = 0.5 * len(every)
    shift = math.log((of_common.total() + half) / (of_names.total() + half))
    found = {run: math.log((of_names[run] + 0.5) / (of_common[run] + 0.5)) + shift for run in every}
    return {
        run: round(weight, 1)
        for run, weight in found.items()
        if abs(weight) >= LEAST_ODDS and of_names[run] + of_common[run] >= FEWEST_WORDS
    }


def as_table(weights: dict[str, float]) -> str:
    """The lines of letters.tsv."""
    head = "# What runs of letters say for a name. Made by tools/name_letters.py: never change it by hand."
    return "\n".join([head, "letters\todds", *(f"{run}\t{weight}" for run, weight in weights.items())]) + "\n"


def _common(folder: Path) -> set[str]:
    """The words of several articles that the lexicon has for no name."""
    articles: Counter[str] = Counter()
    for path in sorted(folder.rglob("*.txt")):
        articles.update({fold.key(word) for word in _WORD.findall(path.read_text("utf-8-sig"))})
    words = lexicon.load().words
    named = t.NAME | t.PLACE | t.OUTLET | t.KNOWN_ORGANISATION
    return {word for word, n in articles.items() if n >= FEWEST_ARTICLES and not words[word].tags & named}


def _own() -> set[str]:
    """The words of the lexicon's tables of verbs, nouns and grammar."""
    texts = ((ARABIC / name).read_text("utf-8").splitlines() for name in OWN)
    lines = (line for text in texts for line in text if not line.startswith("#"))
    return {fold.key(word) for line in lines for word in _WORD.findall(line)}


if __name__ == "__main__":
    main()
