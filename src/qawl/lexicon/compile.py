"""Tables into what the stages ask: words by their spelling, people and places by their names."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from qawl import dates, fold
from qawl.lexicon.figures import Known, borne_by_men, public_figures, surnames
from qawl.lexicon.letters import letters
from qawl.lexicon.load import Row, rows, spellings
from qawl.lexicon.roletables import honorific_offices, kin, offices, synonyms
from qawl.lexicon.saying import nouns_of_saying, verbs
from qawl.lexicon.segmentation import Segmentation
from qawl.lexicon.strengths import Weights, weights
from qawl.lexicon.tags import NAME, RULE, SURE_NAME, SURNAME, TAG
from qawl.lexicon.wholes import whole_names
from qawl.lexicon.words import Words

_SERVANT = "عبدال"
"""How given names begin that may be surnames too: عبدالسلام."""


class Lexicon(Struct, frozen=True):
    """Everything the stages ask of the tables."""

    words: Words
    rules: dict[str, int]
    """Classes of `tags.RULE` by the key of each word."""
    having: dict[int, frozenset[str]]
    """The keys of the words of each of these classes."""
    people: dict[str, Known]
    """Public figures by the key of each spelling of their name."""
    surnames: dict[str, frozenset[str]]
    """The ids of the public figures that bear a surname, by its key."""
    known: dict[str, Known]
    """Countries, places, organisations and outlets by the key of each spelling."""
    attributives: dict[str, tuple[tuple[tuple[str, ...], Row], ...]]
    """Attributive expressions by the key of their first word: the keys of the others and the line, longest
    first."""
    lines: dict[str, re.Pattern[str]]
    """Lines of a page that are not the article: patterns by what they mark (see boilerplate.tsv)."""
    abbreviations: frozenset[str]
    calendar: dates.Calendar
    nations: dict[str, str]
    """ISO codes by the stems of countries and nationalities of one word."""
    offices: dict[str, frozenset[str]]
    """The offices of people.tsv by the stems of what the press calls them."""
    called: dict[str, frozenset[str]]
    """The first words of the names of those for whom a noun stands, by the noun: الحركة، المملكة."""
    kin: dict[str, frozenset[str]]
    """The nouns for bodies of one kind, by each of them: شركة، مجموعة."""
    honorifics: dict[str, tuple[tuple[str, ...], ...]]
    """The offices and titles that each honorific goes with, by the stems of their words."""
    synonyms: dict[str, frozenset[str]]
    """What else one may be called who is called so, by the stems of the words."""
    weights: Weights
    """What the clues of a record say for and against it."""

    def __repr__(self) -> str:
        """Without the tables, which are megabytes: notebooks show it, and tests that tell what they got."""
        return f"{type(self).__name__}({len(self.words)} words met)"


def compile_lexicon(folder: Path) -> Lexicon:
    """The lexicon of the tables in `folder`. Raises LexiconError naming file, line and entry."""
    tags: dict[str, int] = {}
    rules: dict[str, int] = {}
    names = _names(folder, rules)
    spelled = _classes(folder, tags, rules, names)
    honorifics = honorific_offices(folder, tags)
    patterns = _verbal_nouns(folder, tags)
    readings = verbs(folder)
    nouns = nouns_of_saying(folder)
    attributives = _attributives(folder, tags)
    people = public_figures(folder, names)
    for surname in borne_by_men(people):
        if rules.get(surname, 0) & RULE["only_surname"]:
            rules[surname] |= RULE["borne_by_men"]
    known = _places(folder, tags, rules) | _organisations(folder, tags)
    own_alef = frozenset(word for word, bits in rules.items() if bits & RULE["own_alef"])
    segmentation = Segmentation(tags, names, readings, nouns, patterns, spelled, own_alef, letters(folder))
    lines = _lines(folder)
    abbreviations = frozenset(
        row["abbreviation"] for row in rows(folder, "abbreviations.tsv", ("abbreviation", "note"))
    )
    calendar = _calendar(folder)
    for name in calendar.months:
        month = fold.key(name).partition(" ")[0]  # تشرين الأول
        tags[month] = tags.get(month, 0) | TAG["month"]
    return Lexicon(
        Words(segmentation, rules, whole_names(people, known, tags)),
        rules,
        _having(rules),
        people,
        surnames(people),
        known,
        attributives,
        lines,
        abbreviations,
        calendar,
        _nations(folder),
        offices(folder),
        _called(known),
        kin(folder),
        honorifics,
        synonyms(folder),
        weights(folder),
    )


def _having(rules: dict[str, int]) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = {bit: set() for bit in RULE.values()}
    for key, bits in rules.items():
        while bits:
            lowest = bits & -bits
            found[lowest].add(key)
            bits ^= lowest
    return {bit: frozenset(keys) for bit, keys in found.items()}


def _calendar(folder: Path) -> dates.Calendar:
    months: dict[str, int] = {}
    for row in rows(folder, "months.tsv", ("number", "spellings")):
        if not row["number"].isdecimal() or not 1 <= int(row["number"]) <= 12:
            raise row.wrong("no month has this number")
        months |= dict.fromkeys(spellings(row["spellings"]), int(row["number"]))
    roles = {row["word"]: row["role"] for row in rows(folder, "dateline.tsv", ("word", "role"))}
    return dates.calendar(months, roles)


_PERSONS = TAG["role"] | TAG["title"]


def _classes(
    folder: Path, tags: dict[str, int], rules: dict[str, int], names: dict[str, int]
) -> dict[str, int]:
    """Reads the classes into `tags` and `rules`; the classes of the words that only their hamza tells from a
    preposition or a common noun: إمام and أمام، آمر and أمر. A name is no plural without its ن: ناجي.
    """
    spelled: dict[str, int] = {}
    oblique: set[str] = set()
    listed: set[str] = set()
    for name in ("grammar.tsv", "heads.tsv"):
        for row in rows(folder, name, ("class", "words", "note")):
            rule = RULE.get(row["class"])
            if rule is not None:
                for word in row["words"].split():
                    rules[fold.key(word)] = rules.get(fold.key(word), 0) | rule
                continue
            bit = TAG.get(row["class"])
            if bit is None:
                raise row.wrong("no such class")
            for word in row["words"].split():
                word_key = fold.key(word)
                before = word[0] == "إ" and tags.get(word_key, 0) & TAG["preposition"]
                thing = word[0] == "آ" and rules.get(word_key, 0) & RULE["no_adjective"]
                if (before or thing) and bit & _PERSONS:
                    spelled[word] = bit
                    continue
                tags[word_key] = tags.get(word_key, 0) | bit
                if name == "heads.tsv" and word_key.endswith("ون") and len(word_key) > 4:
                    stem = word_key.removesuffix("ون")
                    for other in (stem + "و", stem + "ين", stem + "ي"):  # مسؤولو، مسؤولين، لاعبي
                        if not names.get(other, 0) & SURE_NAME:
                            tags[other] = tags.get(other, 0) | bit
                    if not names.get(stem + "ي", 0) & SURE_NAME:
                        oblique.add(stem + "ي")
                listed.add(word_key)
    for word_key in oblique - listed:
        rules[word_key] = rules.get(word_key, 0) | RULE["oblique"]
    return spelled


def _verbal_nouns(folder: Path, tags: dict[str, int]) -> re.Pattern[str]:
    patterns: list[str] = []
    for row in rows(folder, "verbal_nouns.tsv", ("class", "words", "note")):
        if row["class"] == "pattern":
            patterns += [fold.key(word) for word in row["words"].split()]
        elif row["class"] in ("noun", "claim"):
            bits = TAG["verbal_noun"] | (TAG["claim_noun"] if row["class"] == "claim" else 0)
            for word in row["words"].split():
                tags[fold.key(word)] = tags.get(fold.key(word), 0) | bits
        else:
            raise row.wrong("the class is neither pattern nor noun nor claim")
    return re.compile(f"(?:{'|'.join(patterns)})")


def _attributives(folder: Path, tags: dict[str, int]) -> dict[str, tuple[tuple[tuple[str, ...], Row], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Row]]] = {}
    for row in rows(folder, "attributives.tsv", ("phrase", "takes", "sense", "position", "note")):
        phrase = fold.key(row["phrase"])
        first, *others = phrase.split()
        found.setdefault(first, []).append((tuple(others), row))
        alone = not others or not tags.get(first, 0) & TAG["preposition"]
        noun = alone and row["takes"].split() != ["verb"]
        bits = (
            TAG["attributive_start"]
            | (TAG["attributive"] if alone else 0)
            | (TAG["attributive_noun"] if noun else 0)
        )
        tags[first] = tags.get(first, 0) | bits
        if not alone:
            tags[others[0]] = tags.get(others[0], 0) | TAG["attributive_second"]
    return {
        first: tuple(sorted(phrases, key=lambda phrase: -len(phrase[0]))) for first, phrases in found.items()
    }


def _names(folder: Path, rules: dict[str, int]) -> dict[str, int]:
    names: dict[str, int] = {}
    for row in rows(folder, "names.tsv", ("name", "use", "sure")):
        use = row["use"]
        key = fold.key(row["name"])
        names[key] = NAME | (SURE_NAME if row["sure"] == "yes" else 0) | (SURNAME if use != "given" else 0)
        if use == "surname" and not key.startswith(_SERVANT):
            rules[key] = rules.get(key, 0) | RULE["only_surname"]
    return names


def _nations(folder: Path) -> dict[str, str]:
    nations: dict[str, str] = {}
    columns = ("name", "iso", "spellings", "capital", "capital_spellings", "gender", "nationality", "people")
    for row in rows(folder, "countries.tsv", columns):
        for nationality in spellings(row["nationality"]):
            stem = fold.key(nationality)
            for form in (stem, stem + "ة"):
                nations.setdefault(form, row["iso"])
        for name in [row["name"], *spellings(row["spellings"])]:
            if " " not in name:
                key = fold.key(name)
                nations.setdefault(key, row["iso"])
                nations.setdefault(key.removeprefix("ال"), row["iso"])
    return nations


def _called(known: dict[str, Known]) -> dict[str, frozenset[str]]:
    first: dict[str, set[str]] = {}
    for name, entry in known.items():
        words = name.split()
        for noun in entry.nouns:
            bare = len(words) > 1 and words[0] == noun  # نادي برشلونة، برشلونة
            first.setdefault(noun, set()).update(words[: 1 + bare])
    return {noun: frozenset(words) for noun, words in first.items()}


def _lines(folder: Path) -> dict[str, re.Pattern[str]]:
    patterns: dict[str, list[Row]] = {}
    for row in rows(folder, "boilerplate.tsv", ("class", "pattern", "note")):
        patterns.setdefault(row["class"], []).append(row)
    return {name: _any_of(found) for name, found in patterns.items()}


def _any_of(found: list[Row]) -> re.Pattern[str]:
    try:
        return re.compile("|".join(f"(?:{row['pattern']})" for row in found))
    except re.error:
        for row in found:
            _check(row)
        raise


def _check(row: Row) -> None:
    try:
        re.compile(row["pattern"])
    except re.error as error:
        raise row.wrong(f"not a regular expression: {error}") from error


def _places(folder: Path, tags: dict[str, int], rules: dict[str, int]) -> dict[str, Known]:
    """Countries with their genders, capitals and nationalities, and other places."""
    known: dict[str, Known] = {}
    columns = ("name", "iso", "spellings", "capital", "capital_spellings", "gender", "nationality", "people")
    for row in rows(folder, "countries.tsv", columns):
        names = [row["name"], *spellings(row["spellings"])]
        country = Known(row["name"], "place", None, row["iso"], row["gender"], nouns=_heads(names, tags))
        for form in names:
            _add(form, country, TAG["place"], known, tags)
            stem = fold.key(form.removeprefix("ال"))
            rules[stem] = rules.get(stem, 0) | RULE["masculine" if row["gender"] == "m" else "feminine"]
        if row["capital"]:
            capital = Known(row["capital"], "place", None, None, "f", row["name"])
            for form in [row["capital"], *spellings(row["capital_spellings"])]:
                bit = TAG["place"] if fold.key(form) in known else TAG["place"] | TAG["capital"]
                _add(form, capital, bit, known, tags)
        for nationality in spellings(row["nationality"]):
            stem = fold.key(nationality)
            for form in (stem, stem + "ة", stem + "ا", stem + "ون", stem + "ين", stem + "ات"):
                tags[form] = tags.get(form, 0) | TAG["nationality"]
        for people in spellings(row["people"]):
            form = fold.key(people)
            tags[form] = tags.get(form, 0) | TAG["group"] | TAG["nationality"]
            bare = form.removeprefix("ال")
            tags[bare] = tags.get(bare, 0) | TAG["nationality"]
    for row in rows(folder, "places.tsv", ("name", "spellings", "country", "kind", "sure")):
        place = Known(row["name"], "place", None, None, "f")
        for form in [row["name"], *spellings(row["spellings"])]:
            _add(form, place, TAG["place"] if row["sure"] == "yes" else 0, known, tags)
    return known


def _organisations(folder: Path, tags: dict[str, int]) -> dict[str, Known]:
    """Organisations and outlets. Of a name of several words only the whole is known, not its words."""
    known: dict[str, Known] = {}
    kinds, wider = {}, {}
    for row in rows(folder, "kinds.tsv", ("kind", "nouns", "wider", "note")):
        kinds[row["kind"]] = frozenset(map(fold.key, row["nouns"].split()))
        wider[row["kind"]] = frozenset(map(fold.key, row["wider"].split()))
    for row in rows(folder, "organisations.tsv", ("name", "latin", "spellings", "kind", "ambiguous")):
        nouns = _nouns(row, kinds, tags)
        organisation = Known(
            row["name"],
            "organisation",
            row["latin"] or None,
            None,
            nouns=nouns,
            wider=wider.get(row["kind"], frozenset()),
            body=row["kind"],
        )
        for form in [row["name"], *spellings(row["spellings"])]:
            bit = 0 if form in spellings(row["ambiguous"]) else TAG["known_organisation"]
            _add(form, organisation, bit, known, tags)
    for row in rows(folder, "outlets.tsv", ("name", "latin", "spellings", "kind", "domain", "ambiguous")):
        nouns = _nouns(row, kinds, tags)
        outlet = Known(row["name"], "organisation", row["latin"] or None, None, nouns=nouns)
        for form in [row["name"], *spellings(row["spellings"])]:
            _add(form, outlet, 0 if form in spellings(row["ambiguous"]) else TAG["outlet"], known, tags)
    return known


def _nouns(row: Row, kinds: dict[str, frozenset[str]], tags: dict[str, int]) -> frozenset[str]:
    """The nouns that stand for an organisation: those that its names begin with, with those of its kind where
    one of them is of its kind or none is known.
    """
    own = _heads([row["name"], *spellings(row["spellings"])], tags)
    of_kind = kinds.get(row["kind"], frozenset())
    return own | of_kind if not own or own & of_kind else own


def _heads(names: list[str], tags: dict[str, int]) -> frozenset[str]:
    """The nouns for an organisation that names of several words begin with, without ال."""
    first = {fold.key(name).split()[0].removeprefix("ال") for name in names if " " in name}
    return frozenset(key for key in first if tags.get(key, 0) & TAG["organisation"])


def _add(form: str, entry: Known, bit: int, known: dict[str, Known], tags: dict[str, int]) -> None:
    form_key = fold.key(form)
    if bit or " " in form_key:
        known.setdefault(form_key, entry)
    if bit and " " not in form_key:
        tags[form_key] = tags.get(form_key, 0) | bit
