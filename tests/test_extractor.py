"""Qawl in a program."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from conftest import ARTICLE, Extract
from qawl import Extractor, Record


def test_extractor_gives_the_records_of_the_command(extract: Extract) -> None:
    records = Extractor().extract(ARTICLE)
    assert all(isinstance(record, Record) for record in records)
    lines = extract("quotes", stdin=ARTICLE.encode()).stdout.decode().splitlines()
    assert [record.to_dict() for record in records] == [json.loads(line) for line in lines]


def test_what_is_known_of_the_article_goes_into_its_records() -> None:
    known = {"path": "7", "title": "ع", "outlet": "م", "url": "http://m.example", "published": "2021-12-16"}
    for record in Extractor().extract(ARTICLE, **known):
        assert {key: record.to_dict()[key] for key in known} == known


def test_a_column_of_a_table_is_two_lines() -> None:
    extract = Extractor().extract
    statements = list(map(extract, [ARTICLE, "", ARTICLE]))
    assert [bool(found) for found in statements] == [True, False, True]


@pytest.mark.parametrize("value", [None, float("nan"), b"text"])
def test_what_is_no_text_is_said(value: object) -> None:
    with pytest.raises(TypeError, match="an article is a string, not"):
        Extractor().extract(value)  # type: ignore[arg-type]


def test_no_such_name() -> None:
    import qawl

    with pytest.raises(AttributeError, match="Quotes"):
        qawl.Quotes  # noqa: B018


def test_python_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    readme = (Path(__file__).resolve().parent.parent / "README.md").read_text("utf-8")
    example, column = re.findall(r"^```python\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)
    exec(example)
    assert "ليلى الحداد say السد سيمتلئ قبل نهاية الشتاء" in capsys.readouterr().out
    assert len(column.splitlines()) == 2
    assert "extractor.extract)" in column
