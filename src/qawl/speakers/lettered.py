"""Names that what stands before them shows: behind a title in letters (د. معيط), of a mother (أم كريم), in
marks behind المعروف باسم.
"""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import title_in_letters
from qawl.lexicon.word import Token, Word
from qawl.scene import QUOTATION_MARKS

_SHORT_NAME = 2
"""Words of a name that nothing else shows."""


def behind_letters(words: list[Token]) -> list[Token]:
    """The name behind a title in letters, where no sure one is in it: اللواء د. معيط، وزير المالية."""
    at = next((k for k, token in enumerate(words) if title_in_letters(token.word)), -1)
    if at < 0:
        return []
    while at < len(words) and title_in_letters(words[at].word):
        at += 1
    given = at + 1 < len(words) and _given_though_office(words[at].word)  # د. سلطان الدويش، د. حاكم المطيري
    begin = at + given
    end = next((k for k in range(begin, len(words)) if not _may_be_surname(words[k].word)), len(words))
    whole = end == len(words) or words[end].word.tags & (t.ROLE | t.TITLE)
    return words[at:end] if whole and end - at <= _SHORT_NAME else []


def _given_though_office(word: Word) -> bool:
    """Whether an office without ال is the given name of who is called by a title in letters."""
    return bool(word.tags & t.ROLE) and not (word.article or word.pronoun or word.preposition)


def _may_be_surname(word: Word) -> bool:
    """Whether a word is a name, or one that the tables do not know."""
    return word.kind == "word" and not word.tags & ~(t.NAMES | t.NAME_PARTICLE) and not word.forms


def mother(words: list[Token]) -> list[Token]:
    """The name of who is called after a child, a man's title behind it, which cannot be hers, too: أم كريم،
    ربة منزل; أم هاشم السيد.
    """
    first = words[0].word
    if not first.tags & t.NAME_PARTICLE or not first.tags & t.RELATION or first.pronoun or first.article:
        return []
    at = 1
    while at < len(words) and words[at].start == words[at - 1].end + 1:
        word = words[at].word
        titles = t.TITLE | t.ROLE if first.key == "ام" and word.tags & t.SURNAME and at > 1 else 0
        titles = 0 if word.stem.endswith("ة") else titles
        if not word.tags & t.NAME or word.tags & ~(t.NAMES | t.NAME_PARTICLE | titles) or word.conjunction:
            break
        at += 1
    return words[:at] if at > 1 else []


def known_as(text: str, words: list[Token]) -> list[Token]:
    """The words in marks at the end of a source that tell by what name somebody is known: المغرد المعروف باسم
    | «صقر الجزيرة».
    """
    for at, token in enumerate(words[:-2]):
        if token.word.rules & t.NICKNAMED and words[at + 1].word.rules & t.TITLING:
            name = words[at + 2 :]
            around = text[name[0].start - 1], text[name[-1].end : name[-1].end + 1]
            return name if all(mark in QUOTATION_MARKS for mark in around) else []
    return []
