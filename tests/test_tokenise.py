"""Tokens: every character but white space and marks of direction belongs to exactly one, at its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qawl import fold
from qawl.lexicon import Lexicon, tags
from qawl.tokenise import tokenise
from texts import any_text


def tokens(lexicon: Lexicon, text: str) -> list[str]:
    return [text[token.start : token.end] for token in tokenise(text, 0, len(text), lexicon)]


@pytest.mark.parametrize(
    "expected",
    [
        ["قال", "الوزير", ":", '"', "نعم", '"', "."],
        ["لـ", '"', "الساحل", '"'],
        ["((", "نعم", "))"],
        ["وشدّدَت", "على", "أنّ"],
        ["12.5", "%"],
        ["16.12.2021"],
        ["١٢٫٥"],
        ["&quot;", "نعم", "&quot;"],
        ["''", "نعم", "''"],
        ["نعم", "..."],
        ["القاهرة", "-", "رويترز"],
        ["عام", "2021", "م"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("space", [" ", "\u00a0", "\n"])
def test_words_numbers_and_signs_are_told_apart(
    compiled_lexicon: Lexicon, expected: list[str], space: str
) -> None:
    assert tokens(compiled_lexicon, space.join(expected)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('قال:"نعم".', ["قال", ":", '"', "نعم", '"', "."]),
        ("المستقبل.وكان", ["المستقبل", ".", "وكان"]),
        ("اليوم،وأضاف", ["اليوم", "،", "وأضاف"]),
        ("عام2021", ["عام", "2021"]),
        ("حزيران/يونيو", ["حزيران", "/", "يونيو"]),
        ("(رويترز)", ["(", "رويترز", ")"]),
    ],
)
def test_what_is_written_together_is_told_apart(
    compiled_lexicon: Lexicon, text: str, expected: list[str]
) -> None:
    assert tokens(compiled_lexicon, text) == expected


def test_only_the_stretch_asked_for_is_read(compiled_lexicon: Lexicon) -> None:
    text = "قال الوزير نعم"
    assert [token.start for token in tokenise(text, 4, 10, compiled_lexicon)] == [4]


def unread(gap: str) -> str:
    """What stands between two tokens beside white space and marks of direction."""
    return re.sub(f"[{fold.DIRECTIONS}]", "", gap).strip()


@given(text=st.text(alphabet=st.sampled_from('قولأَّـ٣3.،:"«»() \n\u200f\u00a0&;-ab𐍈')) | any_text)
def test_tokens_cover_the_text_in_order(compiled_lexicon: Lexicon, text: str) -> None:
    at = 0
    for token in tokenise(text, 0, len(text), compiled_lexicon):
        assert at <= token.start < token.end
        assert not unread(text[at : token.start])
        at = token.end
    assert not unread(text[at:])


@pytest.mark.parametrize(
    ("text", "grammar"),
    [
        ("قال بان كي مون إن الأمر معقد", ["إن"]),
        ("ذكرت شبكة سي إن إن أن الأمر معقد", ["أن"]),
        ("قال إن صالح غادر", ["إن"]),
    ],
)
def test_a_name_that_holds_words_of_the_grammar_is_a_name(
    compiled_lexicon: Lexicon, text: str, grammar: list[str]
) -> None:
    found = tokenise(text, 0, len(text), compiled_lexicon)
    assert [
        text[token.start : token.end] for token in found if token.word.tags & tags.COMPLEMENTIZER
    ] == grammar
