"""What a morphological analyser would add: the figures with and without it as evidence for unknown words.

    python tools/morphology_gain.py DATABASE GOLD_DIR [--docs FILE]

DATABASE is a file of camel-tools (`morphology.db`). A word that no table knows counts as a verb where every
analysis is one, as a name where every analysis is one. The command itself uses no analyser: this is how that
was decided, and how to decide it anew.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from qawl import lexicon
from qawl.evaluate import evaluate, predict, read_gold
from qawl.evaluate.gold import Gold
from qawl.lexicon import Lexicon, shape, tags
from qawl.lexicon.word import Word
from qawl.tokenise import tokenise

EVIDENCE = {
    "without": {},
    "verbs": {"verb": tags.VERB},
    "verbs and names": {"verb": tags.VERB, "noun_prop": tags.NAME},
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure what a morphological analyser adds.")
    parser.add_argument("database", type=Path, help="morphology.db of camel-tools")
    parser.add_argument("gold", type=Path, help="a folder of gold")
    parser.add_argument("--docs", type=Path, help="only the articles that this file names, one a line")
    arguments = parser.parse_args()
    gold = read_gold(arguments.gold, arguments.docs)
    for name, classes in EVIDENCE.items():
        compiled = lexicon.load()
        compiled.words.clear()
        start = time.perf_counter()
        told = teach(compiled, gold, arguments.database, classes)
        seconds = time.perf_counter() - start
        figures = evaluate(gold, predict(gold, compiled)).groups["all"].levels
        levels = ", ".join(f"{level} {100 * ratio.f1:.1f}" for level, ratio in figures.items())
        print(f"{name}: {levels} F1; {told} words told in {seconds:.1f} s")


def teach(compiled: Lexicon, gold: Gold, database: Path, classes: dict[str, int]) -> int:
    """Gives the unknown words of the articles the classes that all their analyses agree on; how many."""
    if not classes:
        return 0
    analyse = analyser(database)
    told = 0
    for text in gold.texts.values():
        for token in tokenise(text, 0, len(text), compiled):
            word = token.word
            if word.kind != "word" or word.tags or word.forms or len(word.key) < 3:
                continue
            parts = {analysis["pos"] for analysis in analyse(word.text)}
            if len(parts) == 1 and (bit := classes.get(parts.pop())):
                compiled.words[word.text] = known(word, bit)
                told += 1
    return told


def known(word: Word, bit: int) -> Word:
    """The word with one more class, and with what follows from its classes."""
    word = msgspec.structs.replace(word, tags=bit)
    return msgspec.structs.replace(
        word,
        nominal=shape.nominal(word),
        plain=shape.plain(word),
        verbal=shape.verbal(word),
        stops=shape.stops(word),
    )


def analyser(database: Path) -> Callable[[str], list[dict[str, str]]]:
    """camel-tools' analyser over a database file. Its data module wants a catalogue before it is imported."""
    with tempfile.TemporaryDirectory() as folder:
        catalogue = {"version": "1.6.0", "packages": {}, "components": {}}
        Path(folder, "catalogue.json").write_text(json.dumps(catalogue), "utf-8")
        os.environ["CAMELTOOLS_DATA"] = folder
        from camel_tools.morphology.analyzer import Analyzer
        from camel_tools.morphology.database import MorphologyDB

        return Analyzer(MorphologyDB(str(database))).analyze


if __name__ == "__main__":
    main()
