"""Records: every key says what docs/record.md promises, from an analysis made by hand."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

from qawl.model import (
    Analysis,
    Article,
    Block,
    BlockKind,
    Cue,
    Form,
    Sentence,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    StatementType,
    Strength,
    Via,
    ViaRole,
)
from qawl.records import Part, Record, records_of
from qawl.schema import RECORD
from qawl.write.jsonl import encode_lines

TEXT = """عودة القطار
قال سامر الخطيب لصحيفة "الميدان" إن القطار سيعود. "الموعد قريب"، قال الخطيب، "والتذاكر رخيصة".
"""
LINE = TEXT.index("\n") + 1


def place(words: str) -> Span:
    start = TEXT.index(words, LINE)
    return Span(start, start + len(words))


def cue(words: str) -> Cue:
    span = place(words)
    return Cue(span.start, span.end, "قال", "say", "verbs.tsv:1")


SAMER = Speaker(
    "سامر الخطيب", "person", role="مدير القطارات", latin="Samer al-Khatib", id="samer", strength="likely"
)
INDIRECT = Statement(
    spans=(place("القطار سيعود"),),
    type="indirect",
    form="clause",
    cue=cue("قال سامر"[:3]),
    source=place("سامر الخطيب"),
    via=(Via(place('لصحيفة "الميدان"').start, place('لصحيفة "الميدان"').end, "addressee"),),
    sentence=1,
    strength="sure",
    by="verb-subject-inna",
)
DIRECT = Statement(
    spans=(place("الموعد قريب"), place("والتذاكر رخيصة")),
    type="direct",
    form="clause",
    cue=Cue(place("قال الخطيب").start, place("قال الخطيب").start + 3, "قال", "say", "verbs.tsv:1"),
    source=place("الخطيب،"),
    via=(),
    sentence=2,
    strength="guess",
    by="quotation-verb-subject",
)


def analysis(
    *pairs: tuple[Statement, Speaker | None], kind: BlockKind = "body", **of_article: Any
) -> Analysis:
    second = place('"الموعد').start
    return Analysis(
        article=Article(TEXT, "news/a.txt", **of_article),
        blocks=(Block(0, LINE - 1, "headline", 0, "first-line"), Block(LINE, len(TEXT) - 1, kind, 1, "body")),
        marks=(),
        sentences=(
            Sentence(0, LINE - 1, 0, 0),
            Sentence(LINE, second - 1, 1, 1),
            Sentence(second, len(TEXT) - 1, 1, 2),
        ),
        statements=tuple(statement for statement, _ in pairs),
        speakers=tuple(speaker for _, speaker in pairs),
        strengths=tuple("likely" for _ in pairs),
    )


def test_record_holds_everything_its_reader_needs() -> None:
    (record,) = records_of(analysis((INDIRECT, SAMER)))
    quote, context = INDIRECT.spans[0], TEXT[LINE : place('"الموعد').start - 1]
    assert record.to_dict() == {
        "schema": 1,
        "id": hashlib.sha256(f"{TEXT}\0{quote.start}-{quote.end}@{LINE}".encode()).hexdigest()[:16],
        "path": "news/a.txt",
        "title": "عودة القطار",
        "outlet": None,
        "url": None,
        "published": None,
        "type": "indirect",
        "form": "clause",
        "quote": "القطار سيعود",
        "spans": [[quote.start, quote.end]],
        "speaker": {
            "name": "سامر الخطيب",
            "kind": "person",
            "role": "مدير القطارات",
            "affiliation": None,
            "latin": "Samer al-Khatib",
            "id": "samer",
            "members": None,
        },
        "source": {"text": "سامر الخطيب", "start": LINE + 4, "end": LINE + 15},
        "cue": {"text": "قال", "lemma": "قال", "sense": "say", "start": LINE, "end": LINE + 3},
        "via": [{"text": 'لصحيفة "الميدان"', "role": "addressee", "start": LINE + 16, "end": LINE + 32}],
        "part": "body",
        "paragraph": 1,
        "sentence": 1,
        "context": {"text": context, "start": LINE, "end": LINE + len(context)},
        "strength": "likely",
        "rule": "verb-subject-inna",
    }


def test_quote_joins_the_spans() -> None:
    (record,) = records_of(analysis((DIRECT, SAMER)))
    assert record.quote == "الموعد قريب … والتذاكر رخيصة"


def test_json_line_keeps_arabic_and_the_order_of_keys() -> None:
    line = encode_lines(records_of(analysis((INDIRECT, SAMER))))
    assert line.endswith(b"}\n") and line.count(b"\n") == 1
    assert '"quote":"القطار سيعود"' in line.decode()
    assert list(json.loads(line)) == list(Record.__struct_fields__)


def test_records_stand_in_the_order_of_the_text_each_once() -> None:
    twice = msgspec.structs.replace(INDIRECT, by="another-rule")
    records = records_of(analysis((DIRECT, None), (INDIRECT, SAMER), (twice, None)))
    assert [(r.quote[:6], r.rule) for r in records] == [
        ("القطار", "verb-subject-inna"),
        ("الموعد", "quotation-verb-subject"),
    ]


def test_id_follows_the_text_not_the_path() -> None:
    here = analysis((INDIRECT, SAMER))
    there = msgspec.structs.replace(here, article=Article(TEXT, "elsewhere.txt"))
    other = msgspec.structs.replace(here, article=Article(TEXT + " ", "news/a.txt"))
    ids = [records_of(a)[0].id for a in (here, there, other)]
    assert ids[0] == ids[1] != ids[2]


def test_context_reaches_from_the_first_sentence_to_the_last() -> None:
    backwards = msgspec.structs.replace(DIRECT, spans=INDIRECT.spans)
    (record,) = records_of(analysis((backwards, None)))
    assert (record.context.start, record.context.end) == (LINE, len(TEXT) - 1)


@pytest.mark.parametrize(
    ("kind", "part"),
    [("headline", "headline"), ("subheadline", "subheadline"), ("caption", "caption"), ("copy", "body")],
)
def test_part_is_the_kind_of_the_block(kind: BlockKind, part: Part) -> None:
    (record,) = records_of(analysis((INDIRECT, SAMER), kind=kind))
    assert record.part == part


def test_facts_of_the_article_come_first() -> None:
    (record,) = records_of(
        analysis((INDIRECT, SAMER), title="عنوان", outlet="الميدان", published="2024-03-01")
    )
    assert (record.title, record.outlet, record.published) == ("عنوان", "الميدان", "2024-03-01")


@pytest.mark.parametrize(
    ("keys", "choices"),
    [
        (("properties", "type"), StatementType),
        (("properties", "form"), Form),
        (("properties", "part"), Part),
        (("properties", "strength"), Strength),
        (("$defs", "speaker", "properties", "kind"), SpeakerKind),
        (("properties", "via", "items", "properties", "role"), ViaRole),
    ],
)
def test_schema_lists_the_same_values_as_the_types(keys: tuple[str, ...], choices: Any) -> None:
    schema = json.loads(RECORD)
    for name in keys:
        schema = schema[name]
    assert schema["enum"] == list(choices.__args__)


def test_schema_has_the_keys_of_the_record() -> None:
    schema = json.loads(RECORD)
    Draft202012Validator.check_schema(schema)
    assert list(schema["properties"]) == schema["required"] == list(Record.__struct_fields__)


def test_schema_takes_these_records_and_no_others(record_schema: Draft202012Validator) -> None:
    for record in records_of(analysis((INDIRECT, SAMER), (DIRECT, None), published="2024-03")):
        good = record.to_dict()
        record_schema.validate(good)
        assert not record_schema.is_valid({**good, "spans": []})
        assert not record_schema.is_valid({**good, "published": "في آذار"})
        assert not record_schema.is_valid({**good, "more": 1})
