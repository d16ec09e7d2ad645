"""Countries, towns, bodies and outlets that no table knows, learnt from what the article calls them: حكومة
لوقستان, مدينة صبيدو, شركة زينوفا once, and the word is that place or body wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import structs

from qawl.learning import LONG, attached, occurrences, reread, whole, word_at
from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS
from qawl.lexicon.word import Token, Word

_IN = "في"
_SHORTEST = 3
_NO_NAME = ("ة", "ي", "ات", "ون", "ين", "وا")
"""Endings of adjectives and common nouns with ال."""
_ENDS = t.COMPLEMENTIZER | t.PREPOSITION | t.TIME | t.PERFECTIVE
"""What stands behind the one word for a subject."""
_PEOPLE = t.NAMES | t.ROLE | t.TITLE | t.NAME_PARTICLE
_Words = list[Word]


def with_new_places(sentences: list[list[Token]], datelines: Iterable[Word]) -> list[list[Token]]:
    """The tokens of each sentence, the places and bodies among them that only the article tells read as such;
    `datelines` are the words before which the agency stands at the head of a paragraph.
    """
    read = [[token.word for token in tokens] for tokens in sentences]
    learnt = _Learnt({word.key for word in datelines if not (word.tags or word.forms) and _may_be_told(word)})
    for number, words in enumerate(read):
        for at, word in enumerate(words):
            if not (word.tags & ~t.NAMES or word.forms or word.kind != "word"):
                learnt.look(words, number, at)
    told = learnt.told()
    if not (told or learnt.here):
        return sentences
    here = learnt.here
    return [
        _named(tokens, words, told, here.get(number, {}))
        for number, (tokens, words) in enumerate(zip(sentences, read, strict=True))
    ]


class _Learnt:
    """What the article tells of the words that it has met so far, by their keys."""

    def __init__(self, places: set[str]) -> None:
        self.places = places
        self.bodies: dict[str, int] = {}
        self.inside: set[str] = set()
        self.speaking: set[str] = set()
        self.persons: set[str] = set()
        self.here: dict[int, dict[int, int]] = {}
        """The classes of the words that are places or bodies where they stand, by sentence and token."""

    def look(self, words: _Words, number: int, at: int) -> None:
        """Learns what the words beside token `at` of a sentence tell of it."""
        word, before, key = words[at], word_at(words, at - 1), words[at].key
        tags = t.PLACE if not word.tags and _of_place(words, at) else _of_body(words, at)
        if tags:
            self.here.setdefault(number, {})[at] = tags
        if word.tags:
            return
        if tags and not _may_be_proper(word):  # محافظة كلدار, قضاء مشوار
            learnt = self.inside
        elif tags == t.PLACE:
            learnt = self.places
        elif tags:
            self.bodies[key] = tags
            return
        elif before.key == _IN:
            learnt = self.inside
        elif _speaks(words, at):
            learnt = self.speaking
        elif before.tags & _PEOPLE or before.rules & t.LIKE_NAME and not before.tags:
            learnt = self.persons
        else:
            return
        if _may_be_told(word):
            learnt.add(key)

    def told(self) -> dict[str, int]:
        """The classes of the words that are places or bodies wherever they stand."""
        found = dict.fromkeys(self.places | self.inside & self.speaking, t.PLACE) | self.bodies
        return {key: tags for key, tags in found.items() if key not in self.persons}


def _may_be_proper(word: Word) -> bool:
    """Whether a word that no table knows has the shape of a name by itself: زينوفا, الجبولب."""
    if word.kind != "word" or word.forms or len(word.key) < _SHORTEST or word.rules & ~t.LIKE_NAME:
        return False
    if word.article:
        return not (word.pronoun or word.key.endswith(_NO_NAME))
    return bool(word.rules & t.LIKE_NAME)


def _may_be_called(word: Word) -> bool:
    """Whether a word that no table knows may be a name where one stands: شركة كلدار, مدينة نوهراد; not بلدية
    كبرى.
    """
    if word.rules & t.LIKE_NAME:
        return True
    attached = word.article or word.pronoun or word.preposition or word.conjunction or word.rules
    if attached or len(word.key) < _SHORTEST or word.key.endswith((*_NO_NAME, "ى")):
        return False
    return not word.key.endswith("ا") or len(word.key) >= LONG


def _may_be_told(word: Word) -> bool:
    """Whether a word that no table knows may be a name where more than one thing tells so."""
    return _may_be_called(word) or _may_be_proper(word)


def _of_place(words: _Words, at: int) -> bool:
    """Whether what stands before the word can only be of a place: مدينة صبيدو, حكومة لوقستان, وزير خارجية
    لوقستان, العاصمة البريطانية صبيدو.
    """
    before, two_before = word_at(words, at - 1), word_at(words, at - 2)
    if before.pronoun:
        return False
    if before.article:
        of_place = before.tags & t.NATIONALITY and two_before.rules & t.LOCALITY
    elif before.rules & (t.LOCALITY | t.TERRITORIAL):
        of_place = True
    else:
        of_place = before.rules & t.MINISTRY and two_before.tags & (t.ROLE | t.ORGANISATION)
    return bool(of_place) and _may_be_called(words[at])


def _of_body(words: _Words, at: int) -> int:
    """The class of the body that the word before shows a word to name by itself: شركة زينوفا, صحيفة زينوفا,
    أستاذ القانون بجامعة زينوفا | كريم المصري; 0 where none.
    """
    word, before, following = words[at], word_at(words, at - 1), word_at(words, at + 1)
    if not before.tags & (t.ORGANISATION | t.MEDIA) or before.article or before.pronoun or word.article:
        return 0
    namesake = word.tags & t.SURE_NAME and before.rules & t.NAMED and not word.key.endswith("ة")
    if not (namesake or not word.tags and _may_be_called(word)) or word.text.isascii():
        return 0
    if following.article and not following.tags & HEADS:
        return 0  # شركة زينوفا العربية
    given = following.tags & t.SURE_NAME or following.rules & (t.MAN | t.WOMAN)
    bearer = given and not following.rules & t.ONLY_SURNAME and _may_be_named(word_at(words, at + 2))
    if not bearer and (following.rules & t.LIKE_NAME or following.tags & t.NAMES):
        return 0
    if before.tags & t.GENERIC:
        return t.OUTLET if before.tags & t.MEDIA else t.KNOWN_ORGANISATION
    return t.KNOWN_ORGANISATION if bearer and not word.tags else 0


def _may_be_named(word: Word) -> bool:
    """Whether a word may be the surname behind a given name."""
    return bool(word.tags & t.NAMES or word.rules & t.LIKE_NAME or word.article and not word.forms)


def _speaks(words: _Words, at: int) -> bool:
    """Whether the word is by itself the subject of a verb in the feminine, or begins a headline before a
    colon: أعلنت لوقستان أن, لوقستان تنفي, لوقستان: لن نقبل.
    """
    before, following = word_at(words, at - 1), word_at(words, at + 1)
    if not at:
        return following.text == ":" or _feminine(following)
    return _feminine(before) and (following.kind == "sign" or bool(following.tags & _ENDS))


def _feminine(word: Word) -> bool:
    """Whether a word is a verb of saying in the feminine with no pronoun: أعلنت; not أعلنته."""
    return word.verb is not None and word.verb.gender == "f" and not word.verb.pronoun


def _named(tokens: list[Token], words: _Words, told: dict[str, int], here: dict[int, int]) -> list[Token]:
    """The tokens of a sentence with the places and bodies among its words read as such."""
    read = {at: _proper(words[at], letter, told) for at, letter in occurrences(words, told)}
    return reread(tokens, read | {at: _called(words[at], tags) for at, tags in here.items()})


def _proper(word: Word, letter: str, told: dict[str, int]) -> Word:
    """The word read as what it is told to be, with the letter attached before it, if any."""
    return attached(word, letter, told[word.key[1:]]) if letter else _called(word, told[word.key])


def _called(word: Word, tags: int) -> Word:
    if word.article:
        return structs.replace(word, tags=tags)
    return whole(word, tags, word.rules & t.LIKE_NAME)
