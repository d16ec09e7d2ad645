"""Public figures: the table of people, their surnames, and what the tables know of anybody by name."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from qawl import fold
from qawl.lexicon.load import rows, spellings
from qawl.lexicon.tags import TAG


class Known(Struct, frozen=True, gc=False):
    """A person, place, organisation or outlet of the tables, by its fullest spelling."""

    name: str
    kind: str
    latin: str | None
    id: str | None
    gender: str = ""
    capital_of: str = ""
    office: str = ""
    country: str = ""
    """For a public figure: the office best known for, the ISO code of its country."""
    nouns: frozenset[str] = frozenset()
    """For an organisation or country: the stems of the nouns that stand for it once it was named: الحركة."""
    wider: frozenset[str] = frozenset()
    """The stems of the nouns that stand for an organisation where it spoke last, whatever it is called."""
    body: str = ""
    """For an organisation: what kind of organisation it is."""


def public_figures(folder: Path, names: dict[str, int]) -> dict[str, Known]:
    """The people of people.tsv by the key of each spelling; the words of their names are added to `names`."""
    people: dict[str, Known] = {}
    for row in rows(folder, "people.tsv", ("id", "latin", "spellings", "gender", "role", "country")):
        if row["gender"] not in ("m", "f"):
            raise row.wrong("the gender is neither m nor f")
        forms = spellings(row["spellings"])
        person = Known(
            forms[0], "person", row["latin"], row["id"], row["gender"], "", row["role"], row["country"]
        )
        for form in forms:
            form_key = fold.key(form)
            people.setdefault(form_key, person)
            for word in form_key.split():
                if len(word) > 1:
                    names.setdefault(word, TAG["name"] | (TAG["surname"] if word.startswith("ال") else 0))
    return people


def surnames(people: dict[str, Known]) -> dict[str, frozenset[str]]:
    """The ids of those who bear a surname, by its key."""
    found: dict[str, set[str]] = {}
    for spelling, person in people.items():
        if person.id and " " in spelling:
            found.setdefault(spelling.rsplit(" ", 1)[1], set()).add(person.id)
    return {surname: frozenset(ids) for surname, ids in found.items()}


def borne_by_men(people: dict[str, Known]) -> frozenset[str]:
    """The surnames that men of the tables bear and no woman: بوتين; not كلينتون, nor الحداد of many."""
    bearers: dict[str, set[str]] = {"m": set(), "f": set()}
    for spelling, person in people.items():
        bearers[person.gender].add(spelling.rsplit(" ", 1)[-1])
    return frozenset(name for name in bearers["m"] - bearers["f"] if not name.startswith("ال"))
