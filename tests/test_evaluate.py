"""The measure: what each figure counts, agreement with the shared scorer, and what bad gold is told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from conftest import Extract
from qawl.evaluate import Evaluation, as_table, evaluate, predict, read_gold, read_predicted
from qawl.lexicon import Lexicon

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "tests" / "gold"
KEPT = ROOT / "tests" / "measure"
SHARED = ROOT.parent / "shared" / "gold"

TEXT = """\
قالت الوزيرة ليلى الحداد إن السد الجديد سيمتلئ قبل نهاية الشتاء.
وأضافت: "لن نرفع الأسعار هذا العام".
ورحب سامي الخوري بالقرار الجديد.
"""


def place(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


DAM: dict[str, Any] = {
    "type": "indirect",
    "form": "clause",
    "kind": "person",
    "spans": [place("السد الجديد سيمتلئ قبل نهاية الشتاء")],
    "cue": place("قالت"),
    "source": place("الوزيرة ليلى الحداد"),
    "speaker": "ليلى الحداد",
}
PRICES: dict[str, Any] = {
    "type": "direct",
    "form": "clause",
    "kind": "person",
    "spans": [place("لن نرفع الأسعار هذا العام")],
    "cue": place("وأضافت"),
    "source": None,
    "speaker": "ليلى الحداد",
}
WELCOME: dict[str, Any] = {
    "type": "indirect",
    "form": "nominal",
    "kind": "person",
    "spans": [place("بالقرار الجديد")],
    "cue": place("ورحب"),
    "source": place("سامي الخوري"),
    "speaker": "سامي الخوري",
}


def as_record(statement: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """A record that says what the statement says, save what is changed."""
    record = {**statement, "path": "news/water.txt", **changed}
    for part in ("cue", "source"):
        if record[part]:
            record[part] = {"start": record[part][0], "end": record[part][1]}
    record["speaker"] = {"name": record["speaker"], "kind": record.pop("kind")} if record["speaker"] else None
    return record


def scored(folder: Path, statements: list[dict[str, Any]], records: list[dict[str, Any]]) -> Evaluation:
    for name in ("articles", "statements"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "articles" / "water.txt").write_text(TEXT, "utf-8")
    lines = [json.dumps(statement, ensure_ascii=False) for statement in statements]
    (folder / "statements" / "water.jsonl").write_text("\n".join(lines), "utf-8")
    (folder / "records.jsonl").write_text("\n".join(map(json.dumps, records)), "utf-8")
    return evaluate(read_gold(folder), read_predicted(folder / "records.jsonl"))


def f1(result: Evaluation, group: str = "all") -> dict[str, float]:
    return {level: ratio.f1 for level, ratio in result.groups[group].levels.items()}


def kinds(result: Evaluation) -> list[str]:
    return [mistake.kind for mistake in result.mistakes]


def test_the_gold_itself_is_wholly_right(tmp_path: Path) -> None:
    gold = [DAM, PRICES, WELCOME]
    result = scored(tmp_path, gold, [as_record(statement) for statement in gold])
    assert set(f1(result).values()) == {1.0}
    assert set(result.groups["all"].of_found.values()) == {1.0}
    counts = {group: (figures.gold, figures.predicted) for group, figures in result.groups.items()}
    assert counts == {"all": (3, 3), "clause": (2, 2), "direct+mixed": (1, 1), "nominal": (1, 1)}
    assert result.mistakes == ()


def test_nothing_found_is_nothing_right(tmp_path: Path) -> None:
    result = scored(tmp_path, [DAM], [])
    assert set(f1(result).values()) == {0.0}
    assert kinds(result) == ["missed"]


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("السد الجديد سيمتلئ قبل نهاية الشتاء", {"found", "content", "exact", "speaker", "full"}),
        ("إن السد الجديد سيمتلئ قبل نهاية الشتاء", {"found", "content", "exact", "speaker", "full"}),
        ("السد الجديد سيمتلئ قبل نهاية", {"found", "content", "speaker", "full"}),
        ("السد الجديد سيمتلئ", {"found", "speaker"}),
        ("السد", set()),
    ],
)
def test_a_level_is_reached_by_the_words_shared(tmp_path: Path, words: str, right: set[str]) -> None:
    result = scored(tmp_path, [DAM], [as_record(DAM, spans=[place(words)])])
    assert {level for level, value in f1(result).items() if value} == right


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("ليلى الحداد", True),
        ("ليلي الحداد", True),
        ("الدكتور ليلى الحدّاد", True),
        ("الحداد", False),
        ("وزيرة المياه", True),
        (None, False),
    ],
)
def test_a_speaker_is_right_by_name_or_alias(tmp_path: Path, name: str | None, right: bool) -> None:
    gold = {**DAM, "aliases": ["وزيرة المياه"]}
    result = scored(tmp_path, [gold], [as_record(DAM, speaker=name)])
    assert f1(result)["found"] == 1.0
    assert f1(result)["full"] == float(right)
    assert kinds(result) == ([] if right else ["speaker"])


def test_a_wrong_form_costs_in_both_groups(tmp_path: Path) -> None:
    result = scored(tmp_path, [DAM, WELCOME], [as_record(DAM), as_record(WELCOME, form="clause")])
    assert f1(result)["found"] == 1.0
    assert f1(result, "nominal")["found"] == 0.0
    assert result.groups["clause"].levels["found"].p == 0.5
    assert kinds(result) == ["form"]


def test_an_optional_statement_counts_neither_way(tmp_path: Path) -> None:
    gold = [DAM, {**WELCOME, "optional": True}]
    for records in ([DAM], [DAM, WELCOME]):
        result = scored(tmp_path, gold, [as_record(statement) for statement in records])
        assert (f1(result)["full"], kinds(result)) == (1.0, [])


def test_precision_is_told_by_strength(tmp_path: Path) -> None:
    records = [
        as_record(DAM, strength="sure"),
        as_record(PRICES, strength="sure", speaker="سامي الخوري"),
        as_record(WELCOME, strength="guess"),
    ]
    result = scored(tmp_path, [DAM, PRICES, {**WELCOME, "optional": True}], records)
    precision = result.to_dict()["strength"]
    assert precision == {
        "sure": {"records": 2, "found": 1.0, "full": 0.5},
        "likely": {"records": 0, "found": 0.0, "full": 0.0},
        "guess": {"records": 0, "found": 0.0, "full": 0.0},
    }
    assert as_table(result, 0).endswith("of the 2 sure: found 100.0%, full 50.0%\n")


def test_a_second_record_of_one_statement_is_spurious(tmp_path: Path) -> None:
    short = as_record(DAM, spans=[place("السد الجديد سيمتلئ قبل نهاية")])
    result = scored(tmp_path, [DAM], [short, as_record(DAM)])
    assert (f1(result)["exact"], kinds(result)) == (round(2 / 3, 4), ["spurious"])


def test_records_of_other_articles_are_counted_apart(tmp_path: Path) -> None:
    result = scored(tmp_path, [DAM], [as_record(DAM), as_record(DAM, path="elsewhere.txt")])
    assert (f1(result)["full"], result.unknown) == (1.0, 1)
    assert "1 records name no article" in as_table(result, 0)


def test_errors_of_articles_that_are_only_scored_are_never_listed(tmp_path: Path) -> None:
    (tmp_path / "check.txt").write_text("water\n", "utf-8")
    result = scored(tmp_path, [DAM], [])
    assert (result.mistakes, f1(result)["found"]) == ((), 0.0)


def test_show_lists_so_many_errors_of_each_kind(tmp_path: Path) -> None:
    result = scored(tmp_path, [DAM, PRICES], [as_record(WELCOME)])
    table = as_table(result, 1)
    assert "missed: 2\n" in table and "spurious: 1\n" in table
    assert table.count("    gold [") == 1
    assert "missed" not in as_table(result, 0)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared gold is not beside this checkout")
@pytest.mark.parametrize(
    ("folder", "docs"),
    [(OWN, None), (SHARED / "seeds", None), (SHARED / "dev", None), (SHARED / "dev", "check.txt")],
    ids=["own", "seeds", "dev", "check"],
)
def test_figures_are_those_of_the_shared_scorer(
    compiled_lexicon: Lexicon, tmp_path: Path, folder: Path, docs: str | None
) -> None:
    gold = read_gold(folder, folder / docs if docs else None)
    written = tmp_path / "records.jsonl"
    written.write_bytes(b"\n".join(map(msgspec.json.encode, predict(gold, compiled_lexicon))))
    theirs = figures_of_the_shared_scorer(folder, written, ["--docs", str(folder / docs)] if docs else [])
    assert theirs.items() <= evaluate(gold, read_predicted(written)).to_dict().items()


def test_the_measure_itself_does_not_move() -> None:
    """Kept records against the project's gold give the figures that the shared scorer gave for them."""
    result = evaluate(read_gold(OWN), read_predicted(KEPT / "records.jsonl"))
    assert json.loads((KEPT / "figures.json").read_text("utf-8")).items() <= result.to_dict().items()


def figures_of_the_shared_scorer(folder: Path, records: Path, options: list[str]) -> Any:
    command = [sys.executable, str(SHARED / "score.py"), str(folder), str(records), "--json", *options]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def test_the_command_scores_records_and_the_program(extract: Extract, tmp_path: Path) -> None:
    scored(tmp_path, [DAM, PRICES], [as_record(DAM)])
    of_records = json.loads(extract("evaluate", tmp_path, tmp_path / "records.jsonl", "--json").stdout)
    assert of_records["all"]["full"] == {"p": 1.0, "r": 0.5, "f1": 0.6667}
    of_program = extract("evaluate", tmp_path, "--show", "3").stdout.decode()
    assert of_program.startswith("missed: ")
    assert "\nof the found: speaker " in of_program


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        ("statements/water.jsonl", b"\n{not json\n", "water.jsonl:2: no statement: "),
        ("statements/water.jsonl", b'{"type": "spoken", "spans": []}\n', "water.jsonl:1: no statement: "),
        ("articles/water.txt", b"\xff\xfe\x00", "water.txt: is not UTF-8; "),
        ("records.jsonl", b'{"path": "water.txt"}\n', "records.jsonl:1: no statement: "),
    ],
)
def test_bad_gold_is_one_line(extract: Extract, tmp_path: Path, file: str, content: bytes, told: str) -> None:
    scored(tmp_path, [DAM], [])
    (tmp_path / file).write_bytes(content)
    done = extract("evaluate", tmp_path, tmp_path / "records.jsonl")
    assert (done.returncode, done.stdout) == (1, b"")
    assert told in done.stderr.decode() and done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("missing", ["nowhere", "records.jsonl", "docs.txt"])
def test_what_is_missing_is_named(extract: Extract, tmp_path: Path, missing: str) -> None:
    scored(tmp_path, [DAM], [])
    (tmp_path / "records.jsonl").unlink()
    arguments: dict[str, list[object]] = {
        "nowhere": [tmp_path / "nowhere"],
        "records.jsonl": [tmp_path, tmp_path / "records.jsonl"],
        "docs.txt": [tmp_path, "--docs", tmp_path / "docs.txt"],
    }
    done = extract("evaluate", *arguments[missing])
    assert done.returncode == 1
    assert done.stderr.decode().startswith(f"extract: {tmp_path / missing}: ")


if __name__ == "__main__":  # The gold was corrected: the kept records get new figures.
    figures = figures_of_the_shared_scorer(OWN, KEPT / "records.jsonl", [])
    (KEPT / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
