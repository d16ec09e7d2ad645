"""What the clues of a record say for and against it, measured on annotated articles.

    python tools/strength.py collect GOLD_DIR [GOLD_DIR ...]
    python tools/strength.py fit

`collect` writes tools/strength_records.tsv: the clues of every record over the articles of the folders
(annotated as docs/accuracy.md tells; those of a check.txt are left out), and how many records with just these
clues were right and wrong in content and speaker. No words of an article stand in it. `fit` makes of that
file the table strength.tsv: a logistic regression of right on the clues, one weight after the other by
Newton's method, large weights held back.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec

from qawl import lexicon
from qawl.evaluate import read_gold
from qawl.evaluate.figures import outcomes
from qawl.evaluate.gold import Predicted
from qawl.evaluate.pairing import pair
from qawl.lexicon.load import ARABIC
from qawl.lexicon.strengths import LIMIT, Clue, Weights
from qawl.model import Article
from qawl.pipeline import analyse
from qawl.records import by_statement
from qawl.strength import clues

RECORDS = Path(__file__).with_name("strength_records.tsv")
TABLE = ARABIC / "strength.tsv"
SHARE_OF_SURE = 0.55
"""Of the records collected: where sentences are longer than there it is a half."""
LEAST_LIKELY = 0.75
"""A record that is right less probably than this is a guess."""
FEWEST = 15
"""Records that a clue must have been seen with to get a weight."""
HOLD = 4.0
"""A weight must gain half of this times its square in log-likelihood."""
SWEEPS = 40
"""Times that each weight is fitted; the last ones change none by a hundredth."""

REASONS = {
    "any": "what every record begins with",
    "construction": "a verb before its subject is plainer than a noun or a relative clause",
    "type": "quotation marks tell where a content begins and ends",
    "words": "of a word or two it may be no statement, of very many it may run on",
    "gap": "half the words from the cue to the content: between them another verb may stand",
    "sentence": "words of the cue's sentence, in steps: a long one holds more ends and more nouns",
    "nested": "a statement in another's content, or that holds one, has two speakers to choose from",
    "source": "words of the source: the name alone, or a title that may be cut short",
    "away": "doublings of the letters between source and cue: another noun may stand nearer",
    "meanwhile": "others who spoke since the speaker of a cue without a source was named",
    "resolved": "how plainly the source led to the speaker",
    "first step": "how the source led to the speaker",
    "role": "whom the article gives a role is introduced in it, with the full name",
    "records": "who speaks often is the one the article is about",
}
"""Why each is a clue."""

Seen = tuple[tuple[Clue, ...], int, int]
"""Clues, and how many records with just these were right and wrong."""


def main() -> None:
    """Collects or fits, as the command line tells."""
    parser = argparse.ArgumentParser(description="Weigh the clues of a record.")
    commands = parser.add_subparsers(dest="command", required=True)
    collecting = commands.add_parser("collect", help="note the clues of records that are right and wrong")
    collecting.add_argument("gold", type=Path, nargs="+", help="a folder of gold")
    commands.add_parser("fit", help="make strength.tsv of what was collected")
    arguments = parser.parse_args()
    if arguments.command == "collect":
        RECORDS.write_text(as_lines(collect(arguments.gold)), "utf-8")
    else:
        TABLE.write_text(as_table(fit(read(RECORDS.read_text("utf-8")))), "utf-8")


def collect(folders: Sequence[Path]) -> list[Seen]:
    """What is seen of the records over the articles of the folders."""
    right: Counter[tuple[Clue, ...]] = Counter()
    wrong: Counter[tuple[Clue, ...]] = Counter()
    compiled = lexicon.load()
    for folder in folders:
        gold = read_gold(folder)
        for name in sorted(gold.texts.keys() - gold.unread):
            analysis = analyse(Article(gold.texts[name], f"{name}.txt"), compiled)
            records = by_statement(analysis)
            predicted = msgspec.convert([record.to_dict() for record in records.values()], list[Predicted])
            text = analysis.article.text
            seen = list(clues(text, analysis.sentences, analysis.statements, analysis.speakers))
            of_record = [seen[i] for i in records]
            for outcome in outcomes(pair(gold.texts[name], gold.statements[name], predicted)):
                (right if outcome.full else wrong)[of_record[outcome.record]] += 1
    return [(found, right[found], wrong[found]) for found in sorted(right.keys() | wrong.keys())]


def as_lines(collected: Sequence[Seen]) -> str:
    """The lines of strength_records.tsv: a column for each clue, empty where a record lacks it."""
    names = sorted({name for found, _, _ in collected for name, _ in found})
    lines = ["\t".join(["right", "wrong", *names])]
    for found, right, wrong in collected:
        values = dict(found)
        lines.append("\t".join([str(right), str(wrong), *(values.get(name, "") for name in names)]))
    return "\n".join(lines) + "\n"


def read(text: str) -> list[Seen]:
    """What the lines of strength_records.tsv hold."""
    header, *lines = text.splitlines()
    names = header.split("\t")[2:]
    found = []
    for line in lines:
        right, wrong, *values = line.split("\t")
        clued = tuple((name, value) for name, value in zip(names, values, strict=True) if value)
        found.append((clued, int(right), int(wrong)))
    return found


def fit(collected: Sequence[Seen]) -> Weights:
    """The weights under which what was collected is likeliest, and the limits of sure and likely."""
    holding: dict[Clue, list[int]] = {}
    for at, (found, _, _) in enumerate(collected):
        for clue in found:
            holding.setdefault(clue, []).append(at)
    counts = [right + wrong for _, right, wrong in collected]
    holding = {clue: ats for clue, ats in holding.items() if sum(counts[at] for at in ats) >= FEWEST}
    weights = dict.fromkeys(holding, 0.0)
    odds = [0.0] * len(collected)
    for _ in range(SWEEPS):
        for clue, ats in holding.items():
            slope, bend = -HOLD * weights[clue], HOLD
            for at in ats:
                probability = 1 / (1 + math.exp(-odds[at]))
                slope += collected[at][1] - counts[at] * probability
                bend += counts[at] * probability * (1 - probability)
            weights[clue] += slope / bend
            for at in ats:
                odds[at] += slope / bend
    rounded = {clue: round(weight, 2) for clue, weight in weights.items()}
    return Weights(rounded, _least_of_sure(collected, Weights(rounded, 1.0, 0.0)), LEAST_LIKELY)


def _least_of_sure(collected: Sequence[Seen], weights: Weights) -> float:
    """The probability that the better part of the records reaches."""
    probabilities = sorted(
        (weights.probability(found) for found, right, wrong in collected for _ in range(right + wrong)),
        reverse=True,
    )
    return round(probabilities[int(SHARE_OF_SURE * len(probabilities))], 3)


def as_table(weights: Weights) -> str:
    """The lines of strength.tsv."""
    lines = [
        "# Made by tools/strength.py: not by hand. A weight is what the clue adds to the log-odds",
        "# of being right; `at least` are the probabilities of a record that is sure, or likely.",
        *(f"# {name}: {reason}" for name, reason in REASONS.items()),
        "clue\tvalue\tweight",
        f"{LIMIT}\tsure\t{weights.sure}",
        f"{LIMIT}\tlikely\t{weights.likely}",
    ]
    lines += [f"{name}\t{value}\t{weight:.2f}" for (name, value), weight in sorted(weights.of.items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
