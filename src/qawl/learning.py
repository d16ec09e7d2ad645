"""What the modules share that learn from an article how its words are to be read: names, places, bodies."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from qawl.lexicon import tags as t
from qawl.lexicon.word import NOTHING, Token, Word

LONG = 5
"""Letters of an unknown word in ا from which on it is rather a foreign name than an accusative: جدا."""
_ATTACHED = "وفبلك"
"""Letters that an unknown word may have before it."""
MOST_BEFORE = 3
"""Words of a name before its last."""


def word_at(words: list[Word], place: int) -> Word:
    """The word at a place of a sentence; NOTHING before its first and past its last."""
    return words[place] if 0 <= place < len(words) else NOTHING


def ends(word: Word) -> bool:
    """Whether a word ends the name before it: a sign, إن, a preposition, a time."""
    return word.kind == "sign" or bool(word.tags & (t.COMPLEMENTIZER | t.PREPOSITION | t.TIME))


def first_of_name(words: list[Word], last: int, may_be_given: Callable[[Word], bool]) -> int:
    """Where the words begin that may be the name of which token `last` is the last word, `last` where no
    given name is before: تورال | بيسكوف.
    """
    first = last
    while first and last - first < MOST_BEFORE and may_be_given(words[first - 1]):
        first -= 1
    return first


def occurrences(words: list[Word], keys: Container[str]) -> Iterator[tuple[int, str]]:
    """Where a word that no table knows is one of the keys, and the letter attached before it that is no part
    of the key: بيسكوف, ولبيسكوف no more than لبيسكوف.
    """
    for place, word in enumerate(words):
        key = word.key
        if word.tags or word.forms:
            continue
        if key in keys:
            yield place, ""
        elif key[0] in _ATTACHED and key[1:] in keys:
            yield place, key[0]


def whole(word: Word, tags: int, rules: int = 0) -> Word:
    """The word read as a name, a place or a body, its first letters and its last as its own."""
    return Word(word.text, word.key, word.key, "word", tags, nominal=True, plain=True, rules=rules)


def attached(word: Word, letter: str, tags: int, rules: int = 0) -> Word:
    """The word read as a name, a place or a body behind the letter that is attached to it: وبيسكوف."""
    joined = letter in "وف"
    return Word(
        word.text,
        word.key,
        word.key[1:],
        "word",
        tags,
        conjunction=letter if joined else "",
        preposition="" if joined else letter,
        nominal=joined,
        rules=rules,
    )


def reread(tokens: list[Token], read: dict[int, Word]) -> list[Token]:
    """The tokens of a sentence, the words at some places read otherwise."""
    if not read:
        return tokens
    tokens = tokens.copy()
    for place, word in read.items():
        tokens[place] = Token(tokens[place].start, tokens[place].end, word)
    return tokens
