"""The story of a result: what it names exists, what it says is so, and the page shows what it prints."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from conftest import Extract
from qawl import explain
from qawl.lexicon import Lexicon
from qawl.lexicon.load import ARABIC
from qawl.model import Article
from qawl.read.errors import InputError

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "explain.md").read_text("utf-8")
SAMPLE = ROOT / "samples" / "zakharova-consultations.txt"

TEXT = """\
الحداد: السد سيمتلئ قبل الشتاء

قالت وزيرة المياه ليلى الحداد إن السد الجديد سيمتلئ قبل نهاية الشتاء، مشيرة إلى أن الأمطار وفيرة.

ولم تؤكد الوزيرة أن الأسعار ستنخفض.

هطلت أمطار غزيرة على المدينة مساء أمس.

ووفقا لما جرى أمس.

اقرأ أيضا

قالت وزيرة الثقافة إن المسرح سيفتح.
"""


def story(lexicon: Lexicon, at: str | None = None) -> explain.Story:
    return explain.explain(Article(TEXT, "water.txt"), lexicon, at)


def test_every_statement_names_lines_that_exist(compiled_lexicon: Lexicon) -> None:
    told = story(compiled_lexicon).statements
    assert len(told) == 3
    for one in told:
        assert one.construction_line is not None
        assert one.construction_line.text == f'id = "{one.record.rule}"'
        for line in (one.construction_line, one.cue_line):
            if line is not None:
                lines = (ARABIC / Path(line.file).name).read_text("utf-8").split("\n")
                assert lines[line.number - 1] == line.text
        assert one.resolved
        assert " … ".join(content.text for content in one.contents) == one.record.quote


def test_the_cue_leads_to_its_row_of_the_lexicon(compiled_lexicon: Lexicon) -> None:
    (one,) = story(compiled_lexicon, "السد الجديد").statements
    assert one.record.rule == "verb-subject-clause"
    assert one.cue_line is not None
    assert one.cue_line.file.endswith("verbs.tsv")
    assert one.cue_line.text.split("\t")[0] == "قال"


def test_steps_to_a_speaker_that_is_not_written_are_told(compiled_lexicon: Lexicon) -> None:
    (one,) = story(compiled_lexicon, "الأمطار وفيرة").statements
    assert one.record.source is None
    assert any("elided" in step for step in one.resolved)
    assert "elided" in explain.as_text(story(compiled_lexicon, "الأمطار وفيرة"))


@pytest.mark.parametrize("words", ["الأسعار ستنخفض", "الاسعار، ستنخفض", "الأسْعار ستنخفض"])
def test_a_negated_cue_is_told_where_nothing_was_found(compiled_lexicon: Lexicon, words: str) -> None:
    told = story(compiled_lexicon, words)
    assert told.statements == ()
    (silence,) = told.silences
    assert silence.place.text == "الأسعار ستنخفض"
    (missed,) = [missed for missed in silence.missed if missed.text == "تؤكد"]
    assert missed.why == "negated"
    assert [line.text.split("\t")[0] for line in missed.readings] == ["أكد"]


def test_an_expression_that_gave_nothing_is_told_with_its_row(compiled_lexicon: Lexicon) -> None:
    (missed,) = story(compiled_lexicon, "لما جرى").silences[0].missed
    assert missed.text == "ووفقا"
    assert "وفقا" in [line.text.split("\t")[0] for line in missed.readings]


def test_a_sentence_without_a_cue_says_so(compiled_lexicon: Lexicon) -> None:
    told = story(compiled_lexicon, "هطلت أمطار")
    assert told.silences[0].missed == ()
    assert "none: no verb, noun or expression of the lexicon" in explain.as_text(told)


def test_a_place_that_is_not_read_says_why(compiled_lexicon: Lexicon) -> None:
    told = story(compiled_lexicon, "وزيرة الثقافة")
    assert told.silences[0].sentence is None
    assert re.search(r"not read +boilerplate \(", explain.as_text(told))


@pytest.mark.parametrize("words", ["القطار السريع", "", "،"])
def test_words_that_are_not_there_are_an_error(compiled_lexicon: Lexicon, words: str) -> None:
    with pytest.raises(InputError, match=r"water\.txt: the words .* are not in it"):
        story(compiled_lexicon, words)


def test_an_empty_article_has_an_empty_story(compiled_lexicon: Lexicon) -> None:
    empty = explain.explain(Article(""), compiled_lexicon)
    assert (empty.statements, empty.silences, empty.missed) == ((), (), 0)


def test_the_command_tells_as_many_statements_as_quotes_writes(extract: Extract) -> None:
    ids = [json.loads(line)["id"] for line in extract("quotes", SAMPLE).stdout.splitlines()]
    first, second = extract("explain", SAMPLE), extract("explain", SAMPLE)
    assert first.stdout == second.stdout
    assert re.findall(r"^   record +(\w+)", first.stdout.decode(), re.MULTILINE) == ids
    told = json.loads(extract("explain", SAMPLE, "--json").stdout)
    assert [one["record"]["id"] for one in told["statements"]] == ids


def test_the_command_reads_a_pipe(extract: Extract) -> None:
    assert "ليلى الحداد" in extract("explain", "-", stdin=TEXT.encode()).stdout.decode()


@pytest.mark.parametrize("arguments", [["nowhere.txt"], [SAMPLE, "--at", "القطار السريع"]])
def test_what_is_not_there_is_one_line(extract: Extract, arguments: list[object]) -> None:
    done = extract("explain", *arguments)
    assert (done.returncode, done.stdout) == (1, b"")
    assert re.fullmatch(r"extract: .+: .+; .+\n", done.stderr.decode())


def test_the_page_shows_what_the_command_prints(extract: Extract) -> None:
    """Line numbers of the tables apart: they move with every row that is added."""
    command, shown = shown_case(PAGE)
    printed = extract(*shlex.split(command)[1:], cwd=ROOT).stdout.decode()
    assert re.sub(r"(?<=[a-z]:)\d+", "N", shown) == re.sub(r"(?<=[a-z]:)\d+", "N", printed)


def shown_case(page: str) -> tuple[str, str]:
    """The command and the output of the second case of the page; the first is of an error that is mended."""
    command, _, shown = re.findall(r"^```console\n\$ (.*?)^```$", page, re.DOTALL | re.MULTILINE)[
        1
    ].partition("\n")
    return command, shown
