"""Surnames that are common words too, learnt from how the article names whom it lets speak: قال الوزير حازم
الجبل … وأضاف الجبل, and الجبل is a name where somebody speaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import structs

from qawl.learning import ends, first_of_name, reread, word_at
from qawl.lexicon import tags as t
from qawl.lexicon.word import NOTHING, Token, Word
from qawl.newnames import stands_as_name

_COMMON = t.NAMES | t.PLAIN | t.VERBAL_NOUN | t.ROLE | t.TITLE | t.NATIONALITY
"""What a surname may be too."""
_OFFICE = t.ROLE | t.TITLE
_NAMES_BEHIND = t.ATTRIBUTIVE | t.ATTRIBUTIVE_NOUN
"""What stands right before who is named by himself: بحسب، وفقا لـ."""
_Key = tuple[bool, str]


def with_common_surnames(sentences: list[list[Token]]) -> list[list[Token]]:
    """The tokens of each sentence, the common words among them read as surnames that stand behind a given
    name once and elsewhere alone where somebody speaks.
    """
    read = [[token.word for token in tokens] for tokens in sentences]
    alone = {_key(words[at]) for words in read for at in _alone(words)}
    if not alone:
        return sentences
    surnames = {_key(words[at]) for words in read for at in _in_full(words, alone)}
    surnames -= {_key(word) for words in read for word in _titles(words, surnames)} if surnames else set()
    if not surnames:
        return sentences
    return [_named(tokens, words, surnames) for tokens, words in zip(sentences, read, strict=True)]


def _key(word: Word) -> _Key:
    return word.article, word.stem


def _alone(words: list[Word]) -> Iterator[int]:
    """Where a common word stands by itself as whoever speaks: وقال الجبل إن، بحسب حرب، لكن الجبل أوضح."""
    before = NOTHING
    for at, word in enumerate(words):
        if word.verb is not None and at and _may_be_surname(before) and _opens(word_at(words, at - 2)):
            yield at - 1
        told = before.verb is not None or before.tags & _NAMES_BEHIND or before.key == "عن"
        told = told or before.article and before.tags & t.TITLE  # السيد الشريف
        told = told and (not word.preposition or before.tags & t.ATTRIBUTIVE)
        did = _of_family(word) and before.verb is not None and before.verb.entry.governed & {"NP"}
        if told and _may_be_surname(word) and (did or _ends(word_at(words, at + 1))):
            yield at
        before = word


def _may_be_surname(word: Word) -> bool:
    """Whether a word is common, and shaped as a surname: الجبل، حرب، القاضي."""
    if word.kind != "word" or word.conjunction or word.pronoun or word.forms or word.tags & ~_COMMON:
        return False
    if word.preposition not in ("", "ل"):
        return False
    if word.key.endswith(("ات", "ة")) and not word.tags & t.NAME:
        return _of_family(word)
    return bool(word.tags & ~t.NAMES or word.rules & t.THING)


def _of_family(word: Word) -> bool:
    """Whether an unknown word with ال may name a family or a tribe: الجعافرة."""
    return word.article and word.key.endswith("ة") and not word.tags


def _opens(word: Word) -> bool:
    """Whether a clause with its subject first begins behind the word: لكن الجبل أوضح."""
    return bool(word.tags & (t.COMPLEMENTIZER | t.CONNECTIVE))


def _in_full(words: list[Word], alone: set[_Key]) -> Iterator[int]:
    """Where one of the words `alone` ends a name that begins with a given one: الوزير حازم الجبل."""
    for at, word in enumerate(words):
        if not at or _key(word) not in alone or word.preposition or not _may_be_surname(word):
            continue
        start = first_of_name(words, at, _may_be_given)
        if start == at:
            continue
        following = word_at(words, at + 1)
        headline = not start and following.text == ":"
        closed = _ends(following) or following.tags & t.ROLE
        told = closed and stands_as_name(words, start, at + 1) and not _may_be_told(words, start, at)
        if headline or told:
            yield at


def _may_be_told(words: list[Word], start: int, at: int) -> bool:
    """Whether a thing behind a name is what was said: أدان الرئيس حازم الهجوم; not الجبل before إن."""
    if words[at].tags & t.NAME or word_at(words, at + 1).tags & t.COMPLEMENTIZER:
        return False
    verb = next((word.verb for word in reversed(words[:start]) if word.verb is not None), None)
    return verb is not None and "NP" in verb.entry.governed


def _ends(word: Word) -> bool:
    """Whether a word ends the name before it: a sign, إن, a preposition, a verb; not الأمين العام."""
    return not word.tags & t.ADJECTIVE and (ends(word) or bool(word.forms or word.preposition))


def _may_be_given(word: Word) -> bool:
    """Whether a word is a given name: حازم، رفيق; not شيخ."""
    if word.tags & _OFFICE and not word.rules & (t.MAN | t.WOMAN) or word.rules & t.TITLING:
        return False  # باسم
    known = word.tags & t.NAME and not word.tags & ~_COMMON and not word.rules & t.ONLY_SURNAME
    return bool(known) and not (word.article or word.preposition or word.conjunction or word.verb)


def _titles(words: list[Word], surnames: set[_Key]) -> Iterator[Word]:
    """Those of the words that stand before a name as a role or title: القاضي سامي النجار."""
    for word, following in pairwise(words):
        if word.tags & _OFFICE and _key(word) in surnames and following.tags & t.NAME:
            yield word


def _named(tokens: list[Token], words: list[Word], surnames: set[_Key]) -> list[Token]:
    """The tokens of a sentence with the surnames among its words read as such."""
    found = {at for at in (*_alone(words), *_in_full(words, surnames)) if _key(words[at]) in surnames}
    return reread(tokens, {at: _surname(words[at]) for at in found})


def _surname(word: Word) -> Word:
    rules = t.LAST_NAME | word.rules & t.ONLY_SURNAME
    return structs.replace(word, tags=t.NAMES, rules=rules, nominal=True)
