"""Records against gold: how many statements were found, how much of each, and by whom they were said.

A folder of gold holds `articles/NAME.txt` and `statements/NAME.jsonl`; `check.txt`, where there is one, names
the articles whose errors are never listed, so that they stay unread. A record is paired with the statement
whose content shares the most words with it, one to one, best pairs first. docs/accuracy.md says what each
figure means.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from typing import get_args

import msgspec
from msgspec import Struct

from qawl.evaluate.figures import GROUPS, LEVELS, Figures, Precision, figures_of, precision_of
from qawl.evaluate.gold import Gold, Predicted, read_gold, read_predicted
from qawl.evaluate.mistakes import ERROR_KINDS, Mistake, mistakes_of
from qawl.evaluate.pairing import pair
from qawl.lexicon import Lexicon
from qawl.model import Article, Strength
from qawl.pipeline import analyse
from qawl.records import records_of

__all__ = ["Evaluation", "as_table", "evaluate", "predict", "read_gold", "read_predicted"]


class Evaluation(Struct, frozen=True):
    """The figures by group, the precision by strength, the errors of the articles that may be read, and how
    many records name no article.
    """

    articles: int
    groups: dict[str, Figures]
    strengths: dict[str, Precision]
    mistakes: tuple[Mistake, ...]
    unknown: int

    def to_dict(self) -> dict[str, object]:
        """The figures alone, as `--json` writes them."""
        groups = {group: figures.to_dict() for group, figures in self.groups.items()}
        return {"docs": self.articles, **groups, "strength": msgspec.to_builtins(self.strengths)}


def predict(gold: Gold, lexicon: Lexicon) -> list[Predicted]:
    """What this program finds in the articles to score."""
    found = []
    for name, text in gold.texts.items():
        records = records_of(analyse(Article(text, f"{name}.txt"), lexicon))
        found += msgspec.convert([record.to_dict() for record in records], list[Predicted])
    return found


def evaluate(gold: Gold, predicted: Iterable[Predicted]) -> Evaluation:
    """The figures of the records against the gold; records of articles that are not scored are left out."""
    by_article: dict[str, list[Predicted]] = {name: [] for name in gold.texts}
    unknown = 0
    for record in predicted:
        name = PurePath(record.path).name.removesuffix(".txt")
        if name in by_article:
            by_article[name].append(record)
        else:
            unknown += name not in gold.articles
    scored = {name: pair(text, gold.statements[name], by_article[name]) for name, text in gold.texts.items()}
    mistakes = [
        mistake
        for name, one in scored.items()
        if name not in gold.unread
        for mistake in mistakes_of(name, one)
    ]
    groups = {group: figures_of(group, scored.values()) for group in GROUPS}
    strengths = {strength: precision_of(strength, scored.values()) for strength in get_args(Strength)}
    mistakes.sort(key=lambda mistake: ERROR_KINDS.index(mistake.kind))
    return Evaluation(len(scored), groups, strengths, tuple(mistakes), unknown)


def as_table(evaluation: Evaluation, show: int) -> str:
    """The figures in percent for people, after the first `show` errors of each kind."""
    lines = []
    if show:
        for kind in ERROR_KINDS:
            mistakes = [mistake for mistake in evaluation.mistakes if mistake.kind == kind]
            lines.append(f"{kind}: {len(mistakes)}")
            for mistake in mistakes[:show]:
                sides = (("gold", mistake.gold), ("got", mistake.got))
                lines.append(f"  {mistake.article}")
                lines += [f"    {side:4} {words}" for side, words in sides if words is not None]
        lines.append("")
    if evaluation.unknown:
        lines.append(f"{evaluation.unknown} records name no article of the gold")
    lines.append(
        f"{'group':14}{'gold':>6}{'got':>6}  " + "".join(f"{level + ' P/R/F1':>22}" for level in LEVELS)
    )
    for group, figures in evaluation.groups.items():
        ratios = "".join(
            f"{100 * ratio.p:8.1f}{100 * ratio.r:7.1f}{100 * ratio.f1:7.1f}"
            for ratio in figures.levels.values()
        )
        lines.append(f"{group:14}{figures.gold:6}{figures.predicted:6}  {ratios}")
    right = ", ".join(
        f"{name} {100 * share:.1f}%" for name, share in evaluation.groups["all"].of_found.items()
    )
    lines.append(f"of the found: {right}")
    lines += [
        f"of the {of.records} {strength}: found {100 * of.found:.1f}%, full {100 * of.full:.1f}%"
        for strength, of in evaluation.strengths.items()
        if of.records
    ]
    return "\n".join(lines) + "\n"
