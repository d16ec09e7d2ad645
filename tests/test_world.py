"""The tables of the world hold what a reader of the news expects; no name means two things by accident."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import pytest

import qawl

FOLDER = Path(qawl.__file__).parent / "lexicon" / "ar"
COLUMNS = {
    "names": ["name", "use", "sure"],
    "people": ["id", "latin", "spellings", "gender", "role", "country"],
    "countries": [
        "name",
        "iso",
        "spellings",
        "capital",
        "capital_spellings",
        "gender",
        "nationality",
        "people",
    ],
    "places": ["name", "spellings", "country", "kind", "sure"],
    "organisations": ["name", "latin", "spellings", "kind", "ambiguous"],
    "outlets": ["name", "latin", "spellings", "kind", "domain", "ambiguous"],
}
AT_LEAST = {
    "names": 20_000,
    "people": 800,
    "countries": 195,
    "places": 2_000,
    "organisations": 550,
    "outlets": 400,
}
CLOSED = {
    ("names", "use"): {"given", "surname", "both"},
    ("names", "sure"): {"yes", "no"},
    ("people", "gender"): {"m", "f"},
    ("countries", "gender"): {"m", "f"},
    ("places", "kind"): {"capital", "city", "region", "area", "continent"},
    ("places", "sure"): {"yes", "no"},
    ("outlets", "kind"): {"agency", "newspaper", "channel", "radio", "magazine", "site", "platform"},
}


def rows(table: str) -> list[dict[str, str]]:
    header, *lines = (FOLDER / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    columns = header.split("\t")
    return [
        dict(zip(columns, line.split("\t"), strict=True))
        for line in lines
        if line and not line.startswith("#")
    ]


def spellings(row: dict[str, str]) -> list[str]:
    first = [row["name"]] if "name" in row else []
    return first + [spelling for spelling in row["spellings"].split(" | ") if spelling]


@pytest.mark.parametrize("table", COLUMNS)
def test_a_table_has_its_columns_and_its_breadth(table: str) -> None:
    found = rows(table)
    assert list(found[0]) == COLUMNS[table]
    assert len(found) >= AT_LEAST[table]


@pytest.mark.parametrize("table", COLUMNS)
def test_cells_are_clean(table: str) -> None:
    for row in rows(table):
        for column, cell in row.items():
            assert cell == " ".join(cell.split()), (column, cell)
            assert not any(unicodedata.combining(character) for character in cell if character > "؀"), cell
            assert "ـ" not in cell or cell.startswith("القناة"), cell


@pytest.mark.parametrize(("table", "column"), CLOSED)
def test_closed_columns(table: str, column: str) -> None:
    assert {row[column] for row in rows(table)} <= CLOSED[table, column]


@pytest.mark.parametrize(
    ("table", "key"), [("people", "id"), ("people", "latin"), ("countries", "iso"), ("names", "name")]
)
def test_keys_are_unique(table: str, key: str) -> None:
    assert [value for value, count in Counter(row[key] for row in rows(table)).items() if count > 1] == []


@pytest.mark.parametrize("table", ["people", "countries", "organisations", "outlets"])
def test_no_spelling_has_two_meanings(table: str) -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows(table):
        for spelling in spellings(row):
            owners[spelling].add(next(iter(row.values())))
    assert {spelling: names for spelling, names in owners.items() if len(names) > 1} == {}


@pytest.mark.parametrize("table", ["organisations", "outlets"])
def test_ambiguous_names_are_names_of_their_row(table: str) -> None:
    for row in rows(table):
        assert set(filter(None, row["ambiguous"].split(" | "))) <= set(spellings(row)), row["name"]


@pytest.mark.parametrize(
    ("id_", "spelling"),
    [
        ("maria-zakharova", "ماريا زاخاروفا"),
        ("dmitry-peskov", "ديميتري بيسكوف"),
        ("sergei-ryabkov", "سيرجي ريابكوف"),
        ("sergei-lavrov", "سيرغي لافروف"),
        ("vladimir-putin", "فلاديمير بوتين"),
        ("joe-biden", "جو بايدن"),
        ("donald-trump", "دونالد ترامب"),
        ("antony-blinken", "أنتوني بلينكن"),
        ("karine-jean-pierre", "كارين جان بيير"),
        ("avichay-adraee", "أفيخاي أدرعي"),
    ],
)
def test_the_most_quoted_are_known(id_: str, spelling: str) -> None:
    assert spelling in next(row["spellings"] for row in rows("people") if row["id"] == id_).split(" | ")


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("countries", "الولايات المتحدة الأميركية"),
        ("countries", "سورية"),
        ("countries", "المملكة المتحدة"),
        ("countries", "فلسطين"),
        ("places", "الضفة الغربية"),
        ("places", "قطاع غزة"),
        ("places", "الشرق الأوسط"),
        ("places", "موسكو"),
        ("organisations", "الناتو"),
        ("organisations", "حماس"),
        ("organisations", "مجلس الأمن الدولي"),
        ("outlets", "أ ف ب"),
        ("outlets", "ريا نوفوستي"),
        ("outlets", "CNN"),
    ],
)
def test_names_of_the_news_are_there(table: str, name: str) -> None:
    assert any(name in spellings(row) for row in rows(table))


def test_ordinary_words_are_never_sure_names() -> None:
    ordinary = (
        "أمل جهاد نور بيان عن قائد كريم سعيد ناصر جميل صالح خبير رئيس وزير متحدث قال من في على وقال أضاف أكد "
        "مصدر صادق شريف عادل سلام وعد نصر فتح جمال عمر شهيد بدر هدف حكيم أمين رضا جديد كبير مدير عام سفير "
        "نائب حاكم عميد شيخ أمير ملك الملك الأمير الرئيس الوزير الشيخ اليوم أمس الخميس الجمعة مايو مارس "
        "روسي الروسي أمريكي الأميركية موسكو روسيا طهران إيران جبل بحر نهر وردة زهرة حرب سيد السيد مؤكدا"
    ).split()
    sure = {row["name"] for row in rows("names") if row["sure"] == "yes"}
    assert [word for word in ordinary if word in sure] == []


def test_common_names_are_sure() -> None:
    names = (
        "أحمد محمد محمود علي حسن حسين خالد مصطفى عبدالله ماريا سيرغي سيرجي دميتري أنتوني فلاديمير نتنياهو "
        "أردوغان ماكرون السيسي الأسد لافروف بوتين بايدن ترامب بلينكن زاخاروفا بيسكوف ريابكوف الغنوشي المرزوقي"
    ).split()
    sure = {row["name"] for row in rows("names") if row["sure"] == "yes"}
    assert [name for name in names if name not in sure] == []
