"""Every example of every construction, and how a mistake in their file is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qawl.lexicon import Lexicon, LexiconError
from qawl.lexicon.constructions import FILE, Counterexample, Example, load_constructions
from qawl.lexicon.load import ARABIC
from qawl.model import Article
from qawl.pipeline import analyse
from qawl.records import Record, records_of

ROOT = Path(__file__).resolve().parent.parent
CONSTRUCTIONS = load_constructions(ARABIC)


def cases(kind: str) -> list[object]:
    """One case an example, a known failure marked so that it fails where it passes."""
    return [
        pytest.param(
            construction.id,
            example,
            id=f"{construction.id}-{number}",
            marks=[pytest.mark.xfail(strict=True, reason=example.pending)] if example.pending else [],
        )
        for construction in CONSTRUCTIONS
        for number, example in enumerate(getattr(construction, kind), 1)
    ]


EXAMPLES = cases("example")
COUNTEREXAMPLES = cases("counterexample")


def found(lexicon: Lexicon, text: str, rule: str) -> list[Record]:
    return [record for record in records_of(analyse(Article(text), lexicon)) if record.rule == rule]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example_gives_its_statement(compiled_lexicon: Lexicon, rule: str, example: Example) -> None:
    statements = [
        {
            "content": record.quote,
            "cue": record.cue.text,
            "source": record.source.text if record.source else None,
            "speaker": record.speaker.name if record.speaker else None,
            "type": record.type,
            "form": record.form,
        }
        for record in found(compiled_lexicon, example.text, rule)
    ]
    names = ("content", "cue", "source", "speaker", "type", "form")
    assert statements == [{name: getattr(example, name) for name in names}]


@pytest.mark.parametrize(("rule", "example"), COUNTEREXAMPLES)
def test_counterexample_gives_nothing(compiled_lexicon: Lexicon, rule: str, example: Counterexample) -> None:
    assert [record.quote for record in found(compiled_lexicon, example.text, rule)] == []


def test_every_example_is_collected() -> None:
    headers = [line.strip() for line in (ARABIC / FILE).read_text("utf-8").splitlines()]
    assert len(EXAMPLES) == headers.count("[[construction.example]]") >= 80
    assert len(COUNTEREXAMPLES) == headers.count("[[construction.counterexample]]") >= 40


def test_every_construction_that_finds_something_has_its_examples(compiled_lexicon: Lexicon) -> None:
    known = {construction.id for construction in CONSTRUCTIONS}
    articles = [*(ROOT / "samples").glob("*.txt"), *(ROOT / "tests" / "gold" / "articles").glob("*.txt")]
    used = {
        statement.by
        for path in articles
        for statement in analyse(Article(path.read_text("utf-8-sig")), compiled_lexicon).statements
    }
    assert len(used) >= 20
    assert used - known == set()


def test_the_page_explains_every_id() -> None:
    page = (ROOT / "docs" / "constructions.md").read_text("utf-8")
    named = set(re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE))
    for construction in CONSTRUCTIONS:
        parts = [(construction.id[:at], construction.id[at + 1 :]) for at in range(len(construction.id))]
        assert construction.id in named or any(first in named and last in named for first, last in parts)


WHOLE = """\
[[construction]]
id = "one"
name = "واحد"
note = "ملاحظة"

[[construction.example]]
text = "قالت ليلى إن البئر جفت."
content = "البئر جفت"
cue = "قالت"
source = "ليلى"
speaker = "ليلى"
type = "indirect"
form = "clause"

[[construction.example]]
text = "قال سامي إن المطر قريب."
content = "المطر قريب"
cue = "قال"
source = "سامي"
type = "indirect"
form = "clause"

[[construction.counterexample]]
text = "لم يقل سامي شيئا."
why = "منفي"
"""


def test_a_whole_file_loads_with_its_line(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("# تعليق\n" + WHOLE, "utf-8")
    (one,) = load_constructions(tmp_path)
    assert (one.id, one.line, one.example[1].speaker) == ("one", 3, None)


@pytest.mark.parametrize(
    ("before", "after", "line", "reason"),
    [
        ("# تعليق\n[[construction]]", "[[construction]", 1, "not TOML"),
        ('note = "ملاحظة"', 'note = "ملاحظة', 4, "not TOML"),
        ('why = "منفي"', 'why = "منفي" "', 25, "not TOML"),
        ('cue = "قالت"\n', "", 6, "cue"),
        ('form = "clause"\n\n[[construction.c', 'form = "word"\n\n[[construction.c', 15, "form|enum"),
        ('why = "منفي"', 'pending = "لاحقا"', 23, "why"),
        ('why = "منفي"', 'why = "منفي"\nwhen = "غدا"', 23, "when"),
        ('name = "واحد"\n', "", 2, "name"),
        ('name = "واحد"', 'name = ""', 2, "name"),
        ('id = "one"', "id = 1", 1, "id|str"),
        ('id = "one"\nname = "واحد"', 'name = "واحد"\n"id" = "one"', 1, "line of its own"),
        ('content = "المطر قريب"', 'content = "المطر بعيد"', 15, "not in the text"),
        (WHOLE[WHOLE.index("[[construction.c") :], "", 2, "counterexample"),
        (WHOLE, WHOLE + WHOLE, 27, "twice"),
        (
            WHOLE[WHOLE.index("[[construction.e") : WHOLE.index('[[construction.example]]\ntext = "قال ')],
            "",
            2,
            "at least 2",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line(
    tmp_path: Path, before: str, after: str, line: int, reason: str
) -> None:
    text = "# تعليق\n" + WHOLE if before.startswith("#") else WHOLE
    assert before in text
    (tmp_path / FILE).write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(LexiconError, match=reason) as raised:
        load_constructions(tmp_path)
    assert str(raised.value).startswith(f"{FILE}:{line}: ")
    assert "\n" not in str(raised.value)


def test_no_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=rf"^{FILE}: cannot be read"):
        load_constructions(tmp_path)
