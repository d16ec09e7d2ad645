"""Builds names.tsv, the single words that personal names are made of. Run by hand, see README.md here.

In: the name units of arabic-name-romanizer (its Wikidata part), the dictionary of arabnamer, the people of
ArWikiCats; the tables people.tsv, countries.tsv and places.tsv of the lexicon; always_names.txt,
given_names.txt, surnames.txt, sometimes_names.txt and dropped.txt in this folder; and camel-tools' analyser
with its morphology database, which tells whether a word has another reading than a proper name. Out: rows
`name  use  sure`.

The romanizer's keys are folded (alef forms, ى as ي, ة as ه); its Latin spellings tell what was folded: a
final ي read as "a" was ى, a final ه read as "a" was ة, an initial ا read as "i" or "e" was إ.
"""

from __future__ import annotations

import collections
import json
import re
import sqlite3
import sys
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from camel_tools.morphology.analyzer import Analyzer
from camel_tools.morphology.database import MorphologyDB

HERE = Path(__file__).parent
LEXICON = HERE.parents[1] / "src" / "qawl" / "lexicon" / "ar"

ARABIC_WORD = re.compile(r"[ء-غف-ي]{2,}")
FOLD = str.maketrans("أإآىةڤ", "ااايهف")
# Countries that write Persian or Urdu: their names need more evidence, and final ه stays.
NOT_ARAB = {"IR", "PK", "AF"}
INFINITIVE = re.compile(r"(?:ا.ت.?ا.|ان..ا.|است..?ا.|ابن)$")
PARTICLE_AND_ARTICLE = ("وال", "بال", "فال", "كال", "لل")
# The lists of words that are always names, by their use.
KEPT = {"both": "always_names.txt", "given": "given_names.txt", "surname": "surnames.txt"}
KEPT_COUNT = 5
# Letters that the press writes for a hard g.
G_LETTERS = "غج"

Counts = dict[str, collections.Counter[str]]


def package_file(package: str, path: str) -> Path:
    return Path(str(distribution(package).locate_file(path)))


def fold(word: str) -> str:
    return word.translate(FOLD)


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of a lexicon table by column."""
    lines = (LEXICON / table).read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    for line in lines[1:]:
        if line and not line.startswith("#"):
            yield dict(zip(header, line.split("\t"), strict=True))


def given_and_surname(spelling: str) -> Iterator[tuple[str, str]]:
    """The words of a full name with their use; what stands in the middle may be either."""
    words = re.sub(r"\(.*?\)", "", spelling).split()
    for index, word in enumerate(words):
        if len(words) > 1 and ARABIC_WORD.fullmatch(word):
            yield word, "given" if index == 0 else "surname"


def romanized_units() -> Iterator[tuple[str, str, int]]:
    """Respelled units of arabic-name-romanizer: word, use, how often seen."""
    path = package_file("arabic-name-romanizer", "arabic_name_romanizer/resources/names.sqlite3")
    units: dict[str, list[tuple[str, str, str, int]]] = collections.defaultdict(list)
    with sqlite3.connect(path) as database:
        query = "select arabic_key, latin, country, role, count from units where source = 'wikidata'"
        for key, latin, country, role, count in database.execute(query):
            if ARABIC_WORD.fullmatch(key):
                units[key].append((latin.lower(), country, role, count))
    for key, seen in units.items():
        arab = sum(count for _, country, _, count in seen if country not in NOT_ARAB)
        other = sum(count for _, country, _, count in seen if country in NOT_ARAB)
        if arab + other / 2 < (1.5 if key.startswith("ال") else 2):
            continue
        for word in sorted(respelled(key, seen, arab >= other)):
            for _, _, role, count in seen:
                yield word, role, count


def respelled(key: str, seen: list[tuple[str, str, str, int]], arab: bool) -> set[str]:
    """The ordinary spellings behind a folded key."""
    total = sum(count for *_, count in seen)
    ends_in_a = sum(count for latin, *_, count in seen if re.search(r"[aà]h?$", latin)) * 2 > total
    bare = [(re.sub(r"^(?:al|el)[- ]?", "", latin), count) for latin, _, _, count in seen]
    starts_in_i = sum(count for latin, count in bare if re.match("[ie]", latin)) * 2 > total
    article, stem = ("ال", key[2:]) if key.startswith("الا") else ("", key)
    if stem.startswith("ا") and len(stem) > 2 and stem[1] != "ل" and not INFINITIVE.fullmatch(stem):
        stem = ("إ" if starts_in_i else "أ") + stem[1:]
    word = article + stem
    if word.endswith("ي") and ends_in_a:
        return {word[:-1] + "ى"}
    if word.endswith("ه") and len(word) > 3 and not word.endswith("الله"):
        as_ta = word[:-1] + "ة"
        if not arab:
            return {word, as_ta}
        if ends_in_a or any(latin.endswith(("eh", "a", "ah")) for latin, *_ in seen):
            return {as_ta}
    return {word}


def dictionary_words() -> Iterator[tuple[str, str]]:
    """Pairs (Latin, Arabic word) of arabnamer, less the entries that gained an article."""
    entries = json.loads(
        package_file("arabnamer", "arabnamer/data/dict_FINAL.json").read_text(encoding="utf-8")
    )
    for latin, arabic in entries.items():
        word = arabic.replace("ڤ", "ف")
        if not ARABIC_WORD.fullmatch(word) or len(word) < 3:
            continue
        if word.startswith("ال") and not latin.startswith(("al", "el", "il", "ul")):
            continue
        yield latin, word


def press_variants(latin: str, word: str) -> Iterator[str]:
    """سيرغي / سيرجي: the press writes a hard g either way; Latin j is no g."""
    if (
        "j" in latin
        or "gh" in latin
        or latin.count("g") != 1
        or re.search("g[eiy]|ng$", latin)
        and "gey" not in latin
    ):
        return
    if sum(word.count(letter) for letter in G_LETTERS) == 1:
        here = next(letter for letter in G_LETTERS if letter in word)
        yield word.replace(here, G_LETTERS[1 - G_LETTERS.index(here)])


def build() -> list[tuple[str, str, str]]:
    uses: Counts = collections.defaultdict(collections.Counter)
    spelled: Counts = collections.defaultdict(collections.Counter)

    def add(word: str, use: str, count: int = 1) -> None:
        uses[word][use if use in ("given", "surname") else "both"] += count
        spelled[fold(word)][word] += count

    for person in rows("people.tsv"):
        for spelling in person["spellings"].split(" | "):
            for word, use in given_and_surname(spelling):
                add(word, use, 5)
    encyclopedia = package_file("ArWikiCats", "ArWikiCats/jsons/people/peoples.json")
    for spelling in json.loads(encyclopedia.read_text(encoding="utf-8")).values():
        for word, use in given_and_surname(spelling.replace("ڤ", "ف")):
            add(word, use)
    for latin, word in dictionary_words():
        for spelling in dict.fromkeys((word, *press_variants(latin, word))):
            add(spelling, "both")
    for word, use, count in romanized_units():
        # Where another source spells the word, its spelling stands.
        known = spelled.get(fold(word))
        best = word if known is None or word in known else known.most_common(1)[0][0]
        add(best, use, count)

    not_always, dropped = words_of("sometimes_names.txt"), words_of("dropped.txt")
    for word in sorted(not_always):
        add(word, "both")
    always: set[str] = set()
    for use, file in KEPT.items():
        kept = words_of(file)
        for word in sorted(kept):
            add(word, use, 1 if use == "both" else KEPT_COUNT)
        always |= kept
    places = {name for table in ("countries.tsv", "places.tsv") for name in place_names(table)}
    analyzer = Analyzer(MorphologyDB.builtin_db())
    result = []
    for word, counts in uses.items():
        if word in dropped or (len(word) == 2 and word not in always):
            continue
        if word in places - always and counts.total() < 5:
            continue
        # Of a place that is also a person's name, only the context tells which.
        unsure = word in not_always or word in places or has_other_reading(analyzer, word)
        is_sure = word in always - not_always or not unsure
        result.append((word, dominant(counts), "yes" if is_sure else "no"))
    return sorted(result)


def words_of(file: str) -> set[str]:
    lines = (HERE / file).read_text(encoding="utf-8").splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()}


def has_other_reading(analyzer: Analyzer, word: str) -> bool:
    """Whether a word is also an ordinary one.

    A reading with an attached particle or pronoun (ب + لنكن, فيد + ك) counts only where the particle stands
    before an article: most of what the analyser cuts up like that are foreign names.
    """
    return word.startswith(PARTICLE_AND_ARTICLE) or any(
        reading["pos"] not in ("noun_prop", "foreign")
        and all(reading.get(clitic, "0") in ("0", "na") for clitic in ("prc1", "prc2", "prc3", "enc0"))
        for reading in analyzer.analyze(word)
    )


def place_names(table: str) -> Iterator[str]:
    for row in rows(table):
        yield row["name"]
        for column in ("spellings", "capital", "capital_spellings", "nationality", "people"):
            yield from row.get(column, "").split(" | ")


def dominant(use: collections.Counter[str]) -> str:
    given, surname = use["given"], use["surname"]
    if given + surname < 2 or use["both"] > given + surname:
        return "both"
    if given > 4 * surname:
        return "given"
    return "surname" if surname > 4 * given else "both"


if __name__ == "__main__":
    table = build()
    with (LEXICON / "names.tsv").open("w", encoding="utf-8", newline="\n") as out:
        out.write("name\tuse\tsure\n")
        out.writelines("\t".join(row) + "\n" for row in table)
    print(f"{len(table)} names, {sum(row[2] == 'yes' for row in table)} of them sure", file=sys.stderr)
