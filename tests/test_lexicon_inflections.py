"""The cue tables: the forms generated from verbs.tsv, their freshness, and how a wrong row is reported."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from qawl.lexicon import generate
from qawl.lexicon.generate import TableError

ROOT = Path(generate.__file__).parents[3]
GUIDE = ROOT / "docs" / "lexicon.md"
VERB_HEADER = "\t".join(generate.VERB_COLUMNS) + "\n"
OVERRIDE_HEADER = "\t".join(generate.OVERRIDE_COLUMNS) + "\n"
TABLES = {
    "verbs.tsv": generate.VERB_COLUMNS,
    "nouns_of_saying.tsv": ("noun", "lemma", "sense", "takes", "evidence", "note"),
    "attributives.tsv": ("phrase", "takes", "sense", "position", "note"),
    "light_verbs.tsv": ("verb", "noun", "sense", "takes", "note"),
    "inflection_overrides.tsv": generate.OVERRIDE_COLUMNS,
}


def table(name: str) -> list[tuple[str, dict[str, str]]]:
    columns = TABLES[name]
    rows = generate.read_rows(generate.TABLES / name, columns)
    return [(row.where, dict(zip(columns, row.cells, strict=True))) for row in rows]


def codes_of_guide(section: str) -> set[str]:
    """The codes that a table of the guide explains: what stands in backquotes at the head of its rows."""
    text = GUIDE.read_text(encoding="utf-8").split(f"## {section}\n")[1].split("\n## ")[0]
    return {
        code
        for head in re.findall(r"^\| (.*?) \|", text, re.MULTILINE)
        for code in re.findall(r"`([^`]+)`", head)
    }


@pytest.fixture(scope="module")
def forms() -> dict[str, dict[str, set[str]]]:
    """The committed forms by lemma and feature."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in generate.read_rows(generate.INFLECTIONS, ("form", "lemma", "features")):
        form, lemma, feature = row.cells
        found[lemma][feature].add(form)
    return found


# A conjugated line per kind of root: what a reader of the paper would write.
PARADIGMS = {
    "قال": "p3ms=قال p3fs=قالت p3mp=قالوا p3fd=قالتا p1s=قلت p1p=قلنا i3ms=يقول,يقل i3fs=تقول,تقل "
    "i3mp=يقولون,يقولوا i1p=نقول vp3ms=قيل vi3ms=يقال a-ms=قائلا a-fs=قائلة a-mp=قائلين a-fp=قائلات "
    "n-ms=قائل n-mp=قائلون m=قول",
    "رأى": "p3ms=رأى p3fs=رأت p3mp=رأوا p1s=رأيت i3ms=يرى i3fs=ترى i3mp=يرون,يروا m=رأي",
    "دعا": "p3ms=دعا p3fs=دعت p3mp=دعوا p3fd=دعتا i3ms=يدعو,يدع i3mp=يدعون,يدعوا vi3ms=يدعى "
    "a-ms=داعيا a-mp=داعين n-ms=داع,داعي m=دعوة",
    "نفى": "p3fs=نفت p3mp=نفوا i3ms=ينفي,ينف i3mp=ينفون,ينفوا a-ms=نافيا a-fs=نافية m=نفي",
    "ادعى": "p3fs=ادعت p3mp=ادعوا i3ms=يدعي,يدع a-ms=مدعيا m=ادعاء",
    "حكى": "p3fs=حكت i3ms=يحكي,يحك a-ms=حاكيا m=حكاية",
    "رد": "p3ms=رد p3fs=ردت p3mp=ردوا p1s=رددت i3ms=يرد i3mp=يردون,يردوا m=رد",
    "أجاب": "p3fs=أجابت p1s=أجبت i3ms=يجيب a-ms=مجيبا m=إجابة",
    "أضاف": "p3ms=أضاف p3fs=أضافت p3mp=أضافوا p1s=أضفت i3ms=يضيف,يضف vi3ms=يضاف a-fs=مضيفة m=إضافة",
    "هنأ": "p3fs=هنأت p3mp=هنأوا,هنؤوا i3ms=يهنئ i3mp=يهنئون,يهنئوا a-ms=مهنئا m=تهنئة",
    "أنبأ": "p3mp=أنبأوا,أنبؤوا i3ms=ينبئ m=إنباء",
    "سأل": "p3ms=سأل p3fs=سألت i3ms=يسأل vp3ms=سئل m=سؤال",
    "أكد": "p3fs=أكدت i3ms=يؤكد i1s=أؤكد a-ms=مؤكدا a-mp=مؤكدين m=تأكيد",
    "أمر": "p3fs=أمرت i3ms=يأمر i1s= a-ms=آمرا",
    "وعد": "p3fs=وعدت i3ms=يعد a-ms=واعدا",
    "اتهم": "p3ms=اتهم i3fs=تتهم a-ms=متهما m=اتهام",
    "أوضح": "p3fs=أوضحت i3ms=يوضح a-fs=موضحة m=إيضاح",
    "استأنف": "vp3ms=استؤنف m=استئناف",
    "تساءل": "p3fs=تساءلت i3ms=يتساءل a-ms=متسائلا m=تساؤل",
    "عزى": "i3ms=يعزي,يعز a-ms=معزيا m=تعزية",
    "تحدى": "a-ms=متحديا m=تحد,تحدي",
    "طمأن": "p3fs=طمأنت i3ms=يطمئن a-ms=مطمئنا m=طمأنة",
    "جاء": "p3ms=جاء p3fs=جاءت p3mp=جاؤوا,جاءوا i3ms=يجيء,يجئ",
    "ذكر": "a-ms=ذاكرا,مذكرا m=ذكر,تذكير",
}


@pytest.mark.parametrize("lemma", PARADIGMS)
def test_forms_are_those_that_are_written(lemma: str, forms: dict[str, dict[str, set[str]]]) -> None:
    for cell in PARADIGMS[lemma].split(" "):
        feature, _, expected = cell.partition("=")
        assert forms[lemma][feature] == set(filter(None, expected.split(","))), feature


def test_the_committed_table_is_fresh() -> None:
    assert generate.main(["--check"]) == 0


def test_every_verb_has_the_forms_that_report(forms: dict[str, dict[str, set[str]]]) -> None:
    lemmas = {row["lemma"] for _, row in table("verbs.tsv")}
    assert len(lemmas) >= 190
    assert forms.keys() == lemmas
    overrides = table("inflection_overrides.tsv")
    other_words = {
        row["lemma"]
        for _, row in overrides
        if row["feature"] in ("p3ms", "i3ms") and row["forms"] == generate.NO_FORM and row["note"]
    }  # the note says which word is written so: يتم الأمر، الظرف دون
    incomplete = [
        lemma for lemma in lemmas - other_words if not (forms[lemma]["p3ms"] and forms[lemma]["i3ms"])
    ]
    assert incomplete == []


@pytest.mark.parametrize(
    "word", ["مدينة", "منه", "مصر", "يجب", "تجب", "أنه", "نصف", "مركز", "ردا", "نقلا", "ووفق"]
)
def test_words_of_every_page_are_not_taken_for_a_verb(
    word: str, forms: dict[str, dict[str, set[str]]]
) -> None:
    readings = [
        (lemma, name) for lemma, names in forms.items() for name, written in names.items() if word in written
    ]
    assert readings == []


@pytest.mark.parametrize("name", TABLES)
def test_every_code_is_explained_in_the_guide(name: str) -> None:
    known = {
        "sense": codes_of_guide("Senses"),
        "takes": codes_of_guide("What a cue takes"),
        "evidence": codes_of_guide("Evidence"),
        "position": codes_of_guide("Attributive phrases: `attributives.tsv`"),
    }
    unknown = [
        f"{where}: {column} {code}"
        for where, row in table(name)
        for column, explained in known.items()
        for code in row.get(column, "").split()
        if code not in explained
    ]
    assert unknown == []


@pytest.mark.parametrize("guide", ["lexicon.md", "lexicon.ar.md"])
@pytest.mark.parametrize("name", ["grammar.tsv", "heads.tsv", "verbal_nouns.tsv", "boilerplate.tsv"])
def test_every_class_of_words_is_explained_in_both_guides(guide: str, name: str) -> None:
    column = "pattern" if name == "boilerplate.tsv" else "words"
    text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
    rows = generate.read_rows(generate.TABLES / name, ("class", column, "note"))
    assert sorted({row.cells[0] for row in rows if f"`{row.cells[0]}`" not in text}) == []


@pytest.mark.parametrize("guide", ["lexicon.md", "lexicon.ar.md"])
def test_every_table_is_in_both_guides(guide: str) -> None:
    text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
    assert [path.name for path in generate.TABLES.iterdir() if f"`{path.name}`" not in text] == []


@pytest.mark.parametrize("name", ["grammar.tsv", "heads.tsv"])
def test_no_word_stands_twice_in_a_class(name: str) -> None:
    rows = generate.read_rows(generate.TABLES / name, ("class", "words", "note"))
    words = Counter((row.cells[0], word) for row in rows for word in row.cells[1].split())
    assert [entry for entry, times in words.items() if times > 1] == []


def test_light_verbs_are_verbs_and_no_pair_stands_twice() -> None:
    lemmas = {row["lemma"] for _, row in table("verbs.tsv")}
    pairs = [(row["verb"], row["noun"]) for _, row in table("light_verbs.tsv")]
    assert {verb for verb, _ in pairs} <= lemmas
    assert len(pairs) == len(set(pairs))
    light = {row["lemma"] for _, row in table("verbs.tsv") if row["evidence"] == "light"}
    assert light <= {verb for verb, _ in pairs}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("قال\tقول\tفعل\tsay", "«قال» cannot"),
        ("قال\tقول\tأفعل\tsay", "«أقال»"),
        ("قَالَ\tقول\tفعَل يفعُل\tsay", "one Arabic word"),
        ("قال\tقول\tفعَل يفعُل\tsay\tإن\tstrong\t\tمزيد", "8 cells for 7 columns"),
    ],
)
def test_a_wrong_verb_is_reported_with_file_line_and_entry(tmp_path: Path, row: str, reason: str) -> None:
    verbs, overrides = tmp_path / "verbs.tsv", tmp_path / "inflection_overrides.tsv"
    verbs.write_text(f"{VERB_HEADER}# say\nأكد\tءكد\tفعّل\tconfirm\n{row}\n", encoding="utf-8")
    overrides.write_text(OVERRIDE_HEADER, encoding="utf-8")
    with pytest.raises(TableError) as error:
        generate.generate(verbs, overrides)
    assert str(error.value).startswith("verbs.tsv:4: «")
    assert reason in str(error.value)
    assert "\n" not in str(error.value)


def test_a_verb_that_stands_twice_is_reported_with_both_lines(tmp_path: Path) -> None:
    verbs = tmp_path / "verbs.tsv"
    verbs.write_text(VERB_HEADER + "أكد\tءكد\tفعّل\n" * 2, encoding="utf-8")
    with pytest.raises(TableError, match=r"^verbs\.tsv:3: «أكد» .*verbs\.tsv:2"):
        generate.read_verbs(verbs)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("صاغ\tm\tصياغة", "verbs.tsv"),
        ("قال\tz9\tقول", "z9"),
        ("قال\tm\tقَول", "one Arabic word"),
        ("قال\tm\tقول\nقال\tm\tمقال", "m given twice"),
    ],
)
def test_a_wrong_override_is_reported_with_file_line_and_entry(tmp_path: Path, row: str, reason: str) -> None:
    overrides = tmp_path / "inflection_overrides.tsv"
    overrides.write_text(f"{OVERRIDE_HEADER}{row}\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"^inflection_overrides\.tsv:[23]: «") as error:
        generate.read_overrides(overrides, frozenset({"قال"}))
    assert reason in str(error.value)


def test_a_stale_table_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stale = tmp_path / "inflections.tsv"
    stale.write_text(generate.INFLECTIONS.read_text(encoding="utf-8") + "قالو\tقال\tp3mp\n", encoding="utf-8")
    monkeypatch.setattr(generate, "INFLECTIONS", stale)
    assert generate.main(["--check"]) == 1
    assert capsys.readouterr().err == "inflections.tsv: is not what the tables give; run `make lexicon`\n"
    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0


def test_the_command_checks_without_writing() -> None:
    before = generate.INFLECTIONS.stat().st_mtime_ns
    command = [sys.executable, "-m", "qawl.lexicon.generate", "--check"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert generate.INFLECTIONS.stat().st_mtime_ns == before
