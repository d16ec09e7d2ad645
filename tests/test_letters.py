"""Unknown words whose letters names have: src/qawl/lexicon/letters.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from qawl.lexicon import Lexicon, LexiconError
from qawl.lexicon import tags as t
from qawl.lexicon.letters import letters, runs


@pytest.mark.parametrize("word", ["سكيلوف", "توموناغا", "وندلبرغ", "باخدوف"])
def test_a_foreign_name_no_table_has_is_like_a_name_with_all_its_letters(
    compiled_lexicon: Lexicon, word: str
) -> None:
    found = compiled_lexicon.words[word]
    assert found.rules & t.LIKE_NAME
    assert (found.stem, found.conjunction, found.preposition) == (word, "", "")


@pytest.mark.parametrize("word", ["سيرتدون", "بمكوناتها", "وتتجاوزها", "متسارع"])
def test_an_arabic_word_is_not(compiled_lexicon: Lexicon, word: str) -> None:
    assert not compiled_lexicon.words[word].rules & t.LIKE_NAME


def test_a_word_runs_from_edge_to_edge() -> None:
    assert runs("بلو") == ["^بل", "بلو", "لو^"]


def test_odds_that_are_no_number_are_told_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "letters.tsv").write_text("letters\todds\nابج\t1.5\nبجد\tmuch\n", "utf-8")
    with pytest.raises(LexiconError, match="letters.tsv:3"):
        letters(tmp_path)
