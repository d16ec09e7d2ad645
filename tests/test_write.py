"""The formats of the output: each holds every statement, and what reads it can read it."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import msgspec
import pytest

from conftest import ARTICLE, Extract
from qawl.records import Record
from qawl.write import table, tei
from qawl.write.formats import format_of, load

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

TRAP: dict[str, Any] = {
    **{
        "schema": 1,
        "id": "0123456789abcdef",
        "path": "a b/ج.txt",
        "title": "=cmd()",
        "outlet": "@Sum",
        "url": None,
    },
    **{
        "published": None,
        "type": "direct",
        "form": "clause",
        "quote": '+ قال: "نعم، لا"\r\nثم\x01 ذهب & <عاد>',
    },
    "spans": [[5, 8], [10, 14]],
    "speaker": {
        **{
            "name": "-علي & حسن",
            "kind": "group",
            "role": None,
            "affiliation": None,
            "latin": None,
            "id": None,
        },
        "members": ["علي", "حسن"],
    },
    "source": {"text": "له", "start": 2, "end": 4},
    "cue": {"text": "قا", "lemma": "قال", "sense": "say", "start": 0, "end": 2},
    "via": [{"text": "لصحيفة", "role": "addressee", "start": 9, "end": 10}],
    **{"part": "body", "paragraph": 0, "sentence": 0, "strength": "sure", "rule": "r"},
    "context": {"text": "قاله:نعم\x01،بلى.&<>", "start": 0, "end": 17},
}


@pytest.fixture
def trap() -> Record:
    """A record full of what is special to one format or another."""
    return msgspec.convert(TRAP, Record)


@pytest.fixture
def two(article: Path) -> list[Path]:
    """Two files with the same article and one without statements between them."""
    paths = [article, article.with_name("none.txt"), article.with_name("other.txt")]
    paths[1].write_text("لا شيء هنا.\n", "utf-8")
    paths[2].write_text(ARTICLE, "utf-8")
    return paths


def records_of(extract: Extract, paths: list[Path]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in extract("quotes", *paths).stdout.decode().splitlines()]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        *(("a.jsonl", "jsonl"), ("a.JSON", "json"), ("a.csv", "csv"), ("a.tsv", "tsv"), ("a.xml", "tei")),
        *(("a.jsonld", "jsonld"), ("a.parquet", "parquet"), ("a", "jsonl"), (None, "jsonl")),
    ],
)
def test_format_follows_from_the_name(name: str | None, kind: str) -> None:
    assert format_of(name) == kind


@pytest.mark.parametrize("kind", ["json", "csv", "tsv", "jsonld", "tei"])
def test_format_is_the_same_by_name_and_by_option(
    extract: Extract, two: list[Path], tmp_path: Path, kind: str
) -> None:
    output = tmp_path / f"o.{kind}"
    assert extract("quotes", *two, "-o", output).returncode == 0
    assert extract("quotes", *two, "--format", kind).stdout == output.read_bytes()


def test_json_is_the_array_of_the_records(extract: Extract, two: list[Path]) -> None:
    assert json.loads(extract("quotes", *two, "--format", "json").stdout) == records_of(extract, two)
    assert json.loads(extract("quotes", two[1], "--format", "json").stdout) == []


@pytest.mark.parametrize(("kind", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_table_has_a_row_for_each_statement(
    extract: Extract, two: list[Path], kind: str, delimiter: str
) -> None:
    text = extract("quotes", *two, "--format", kind).stdout.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    records = records_of(extract, two)
    assert [row["quote"] for row in rows] == [record["quote"] for record in records]
    assert [row["speaker"] for row in rows] == [record["speaker"]["name"] for record in records]
    assert [row["cue_start"] for row in rows] == [str(record["cue"]["start"]) for record in records]
    assert text.count("\r\n") == len(rows) + 1


def test_table_holds_everything_and_no_formula(trap: Record) -> None:
    text = (table.FORMAT.head + table.FORMAT.encode((trap,))).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    assert (row["title"], row["outlet"], row["speaker"]) == ("'=cmd()", "'@Sum", "'-علي & حسن")
    assert row["quote"] == f"'{TRAP['quote']}"
    assert (row["spans"], row["speaker_members"]) == ("5:8 10:14", "علي | حسن")
    assert (row["source_start"], row["via"], row["url"]) == ("2", "addressee: لصحيفة", "")
    assert None not in row and None not in row.values()


def test_annotations_point_at_the_words(extract: Extract, two: list[Path]) -> None:
    page = json.loads(extract("quotes", *two, "--format", "jsonld").stdout)
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    records = records_of(extract, two)
    assert len(page["items"]) == len(records)
    for annotation, record in zip(page["items"], records, strict=True):
        assert annotation["body"][0]["value"] == record["speaker"]["name"]
        for target, (start, end) in zip(annotation["target"], record["spans"], strict=True):
            position, words = target["selector"]
            assert (position["start"], position["end"]) == (start, end)
            assert words["prefix"] + words["exact"] + words["suffix"] in ARTICLE
            assert words["exact"] == ARTICLE[start:end]


def test_tei_is_sound_and_its_references_resolve(extract: Extract, two: list[Path]) -> None:
    corpus = ElementTree.fromstring(extract("quotes", *two, "--format", "tei").stdout)
    records = records_of(extract, two)
    ids = [element.get(XML_ID) for element in corpus.iter() if element.get(XML_ID)]
    assert len(ids) == len(set(ids))
    passages = list(corpus.iter(f"{TEI}ab"))
    assert ["".join(passage.itertext()) for passage in passages] == [r["context"]["text"] for r in records]
    for passage, record in zip(passages, records, strict=True):
        said = list(passage.iter(f"{TEI}said"))
        assert " … ".join("".join(element.itertext()) for element in said) == record["quote"]
        for element in said:
            assert element.get("direct") == ("true" if record["type"] == "direct" else "false")
            name = next(e for e in corpus.iter() if e.get(XML_ID) == (element.get("who") or "")[1:])
            assert name[0].text == record["speaker"]["name"]


def test_tei_takes_any_text_and_several_pieces(trap: Record) -> None:
    corpus = ElementTree.fromstring(tei.FORMAT.head + tei.encode((trap,)) + tei.FORMAT.tail)
    first, second = corpus.iter(f"{TEI}said")
    assert (first.text, second.text) == ("نعم", "بلى.")
    assert (first.get("next"), second.get("prev")) == (f"#{second.get(XML_ID)}", f"#{first.get(XML_ID)}")
    (cue,), (source,) = corpus.iter(f"{TEI}seg"), corpus.iter(f"{TEI}rs")
    assert (cue.text, source.text) == ("قا", "له")


@pytest.mark.parametrize("kind", ["jsonl", "json", "csv", "tsv", "jsonld", "tei"])
def test_nothing_comes_of_no_records(kind: str) -> None:
    assert load(kind).encode(()) == b""
