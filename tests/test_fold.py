"""Keys: the spellings of one word are made one, and words that differ stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given

from qawl import fold
from texts import any_text


@pytest.mark.parametrize(
    "spellings",
    [
        "أكد اكد أكَّد أكّد أكـد",
        "إن ان أن أنّ إنّ",
        "الآن الان الأن",
        "مسؤول مسئول",
        "روسيا روسیا",
        "بلينكن بلینکن",
        "كييف کییف",
        "لافروف لاڤروف",
        "گوغل كوغل",
        "ﻗﺎﻝ قال",
        "٢٠٢١ 2021 ۲۰۲۱",
        "CNN cnn",
        "قال\u200f قال",
    ],
)
def test_spellings_of_one_word_have_one_key(spellings: str) -> None:
    assert len({fold.key(spelling) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize("words", ["على علي", "نفى نفي", "علم عالم", "قال قائل", "سورة سوره", "ذكر ذاكر"])
def test_words_that_differ_have_keys_that_differ(words: str) -> None:
    one, other = words.split()
    assert fold.key(one) != fold.key(other)


@pytest.mark.parametrize(
    ("word", "other"), [("فى", "في"), ("نفي", "نفى"), ("على", None), ("علي", None), ("قال", None)]
)
def test_final_ya_has_another_reading_save_where_it_makes_another_word(word: str, other: str | None) -> None:
    assert fold.with_other_ya(fold.key(word)) == other


@pytest.mark.parametrize(("word", "alef"), [("أن", "أ"), ("إن", "إ"), ("ان", "ا"), ("وأنه", "أ"), ("قل", "")])
def test_the_first_alef_is_told_as_it_stands(word: str, alef: str) -> None:
    assert fold.alef_of(word) == alef


def test_without_marks_keeps_the_spelling() -> None:
    assert fold.without_marks("أكَّدَت\u200f") == "أكدت"


@given(any_text)
def test_a_key_is_its_own_key(word: str) -> None:
    assert fold.key(fold.key(word)) == fold.key(word)
