"""Verbs and nouns of saying: their entries, and what each of their forms may be."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from qawl import fold
from qawl.lexicon.load import Row, rows
from qawl.lexicon.word import Entry, Inflection

_FEATURES = re.compile(r"(v?)([pianms])(?:-?([123]?)([mf]?)([sdp]))?")
_NOUNS_THAT_SAY_NOTHING = frozenset({"say", "inform", "answer", "ask", "write"})
"""A statement, speech or answer that is given says nothing by its noun: its content comes with another cue.
"""
_TELL_OF_WHAT = frozenset({"warn", "threaten"})
"""A warning or threat is no content where it is not told of what: وجه تحذيرا للحركة."""
_PREPOSITIONS = frozenset({"عن", "من", "الى", "على", "في", "ب", "ل"})
_NO_ALEF = ("ة", "ء", "ا", "ات", "ي")
"""Ends of nouns whose accusative is written without ا."""


class Reading(Inflection, frozen=True, gc=False):
    """What one generated form may be."""

    alef: str
    """The alef the form begins with as an editor writes it (أ إ آ ا), or nothing: tells أعتقد from اعتقد."""


def verbs(folder: Path) -> dict[str, tuple[Reading, ...]]:
    """What each generated form may be, by its key."""
    columns = ("lemma", "root", "pattern", "sense", "takes", "evidence", "note")
    light, others = _light_nouns(folder), _other_senses(folder)
    entries = {
        row["lemma"]: _entry(
            row, row["lemma"], light.get(row["lemma"], ()), others.get(row["lemma"], frozenset())
        )
        for row in rows(folder, "verbs.tsv", columns)
    }
    readings: dict[str, list[Reading]] = {}
    for row in rows(folder, "inflections.tsv", ("form", "lemma", "features")):
        entry = entries.get(row["lemma"])
        features = _features(row["features"])
        if entry is None or features is None:
            raise row.wrong(
                "no such verb" if entry is None else f"features {row['features']} are not understood"
            )
        passive, tense, person, gender, number = features
        alef = row["form"][0] if row["form"][0] in "أإآا" else ""
        reading = Reading(entry, tense, bool(passive), person, gender, number, alef)
        for form in _written(fold.key(row["form"]), reading):
            readings.setdefault(form, []).append(reading)
    return {form: tuple(sorted(found, key=_dual)) for form, found in readings.items()}


def _dual(reading: Reading) -> bool:
    """What comes last among the readings of a form: مؤكدين are rather several than two."""
    return reading.number == "d"


@cache
def _features(code: str) -> tuple[str, ...] | None:
    """Voice, tense, person, gender and number; None where the code is not understood."""
    match = _FEATURES.fullmatch(code)
    return match.groups(default="") if match is not None else None


def _written(form: str, reading: Reading) -> tuple[str, ...]:
    """How an imperfect in ي is written: some newspapers give every final ي as ى (ينفى الوزير); not of a light
    verb, which is another one then (تلقى رسالة).
    """
    active = reading.tense == "i" and not reading.passive and reading.person == "3"
    if active and form.endswith("ي") and reading.entry.evidence != "light":
        return form, form[:-1] + "ى"
    return (form,)


def _light_nouns(folder: Path) -> dict[str, tuple[str, ...]]:
    """For each light verb the nouns it reports with, as codes: noun:رفض, ب+noun:مسؤولية, outside:نظر;
    spoken:هجوم beside noun:هجوم; of+من:تحذير beside noun:تحذير, what the noun takes.
    """
    found: dict[str, tuple[str, ...]] = {}
    for row in rows(folder, "light_verbs.tsv", ("verb", "noun", "sense", "takes", "note")):
        if row["sense"] in _NOUNS_THAT_SAY_NOTHING:
            continue
        takes = row["takes"].split()
        how = [take for take in takes if take.endswith("noun") or take in ("outside", "spoken")] or ["noun"]
        if row["sense"] in _TELL_OF_WHAT:
            how += [f"of+{take}" for take in takes if take in _PREPOSITIONS]
        noun = fold.key(row["noun"])
        forms = (noun,) if noun.endswith(_NO_ALEF) else (noun, noun + "ا")  # قطع وعدا
        codes = (f"{code}:{form}" for code in how for form in forms)
        found[row["verb"]] = (*found.get(row["verb"], ()), *codes)
    return found


def _other_senses(folder: Path) -> dict[str, frozenset[str]]:
    """For each verb the nouns whose stems, as its object, make it another verb: شدد القيود."""
    found: dict[str, frozenset[str]] = {}
    for row in rows(folder, "other_senses.tsv", ("verb", "nouns", "note")):
        nouns = frozenset(fold.key(noun) for noun in row["nouns"].split())
        found[row["verb"]] = found.get(row["verb"], frozenset()) | nouns
    return found


def nouns_of_saying(folder: Path) -> dict[str, Entry]:
    """The entries of the nouns of saying by the key of each."""
    nouns = {}
    for row in rows(folder, "nouns_of_saying.tsv", ("noun", "lemma", "sense", "takes", "evidence", "note")):
        nouns[fold.key(row["noun"])] = _entry(row, row["lemma"] or row["noun"])
    return nouns


def _entry(row: Row, lemma: str, light: tuple[str, ...] = (), others: frozenset[str] = frozenset()) -> Entry:
    """An entry with what follows from the codes of what it takes."""
    takes = (*row["takes"].split(), *light)
    keys = frozenset(_key(take) for take in takes if not take.startswith("of+"))
    objects = {key.removeprefix("object+") for key in keys if key.startswith("object+")}
    return Entry(
        lemma,
        row["sense"],
        frozenset(takes),
        row["evidence"],
        row.line,
        keys,
        frozenset(p for p in _PREPOSITIONS if p in keys or p in objects),
        frozenset(key.removesuffix("+ان") for key in keys if key.endswith("+ان")),
        bool(keys & {"ان", "بان", "clause"}) or any("+ان" in key or key.endswith("بان") for key in keys),
        bool(objects),
        frozenset(take.partition("noun:")[2] for take in takes if "noun:" in take),
        "addressee" in keys or bool(objects) or any(key.startswith("addressee+") for key in keys),
        others,
    )


def _key(take: str) -> str:
    """A code with its Arabic part folded; أن and إن stay what they are only in `takes`."""
    return take.replace("إ", "ا").replace("أ", "ا").replace("ؤ", "ء")
