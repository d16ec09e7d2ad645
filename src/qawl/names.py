"""Surnames that only the article tells: ليوني بالتر once, and بالتر is a name wherever it stands."""

from __future__ import annotations

from itertools import pairwise

from qawl.lexicon import tags as t
from qawl.lexicon.shape import imperfect
from qawl.lexicon.word import Token, Word

_NOT_GIVEN = t.PLACE | t.ROLE | t.ORGANISATION | t.TITLE | t.NATIONALITY
_NO_NAME = ("ة", "ات", "ين", "ون")
"""Endings of common nouns behind a preposition: الأمير محمد بمنطقة."""


def with_surnames(sentences: list[list[Token]]) -> list[list[Token]]:
    """The tokens of each sentence, those read as surnames that the article brings in after a given name.

    Such a word is unknown and looks like another word with a preposition, or like a verb; it is a surname
    where it follows a verb of saying too (وقالت بالتر), as no complement of a first name does (محمد بجروح).
    """
    after_verb = {
        token.word.text
        for tokens in sentences
        for before, token in pairwise(tokens)
        if before.word.verb is not None
    }
    surnames = {
        word.text
        for tokens in sentences
        for before, token in pairwise(tokens)
        if (word := token.word).text in after_verb and _may_be_surname(word) and _may_be_given(before.word)
    }
    if not surnames:
        return sentences
    return [
        [
            Token(token.start, token.end, _surname(token.word)) if token.word.text in surnames else token
            for token in tokens
        ]
        for tokens in sentences
    ]


def _may_be_given(word: Word) -> bool:
    if word.tags & t.SURE_NAME:
        return not word.tags & _NOT_GIVEN
    return word.kind == "word" and not (word.tags or word.forms or word.article or word.conjunction)


def _may_be_surname(word: Word) -> bool:
    if word.tags:
        return not (word.tags & ~t.NAMES or word.article or word.rules & t.BOUND)
    if word.kind != "word" or word.forms or word.article and not word.preposition:
        return False
    return bool(word.preposition) and not word.stem.endswith(_NO_NAME) or imperfect(word)


def _surname(word: Word) -> Word:
    return Word(word.text, word.key, word.key, "word", t.NAMES, nominal=True, plain=True)
