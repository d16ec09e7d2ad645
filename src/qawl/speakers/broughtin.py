"""Persons whom a sentence brings in by their names alone, right behind a verb: كان كاظم جابر يعد التمر."""

from __future__ import annotations

from collections.abc import Callable

from qawl.lexicon import tags as t
from qawl.lexicon.shape import imperfect, relational
from qawl.lexicon.word import NOTHING, Token, Word
from qawl.scene import COMMAS
from qawl.speakers.namebounds import is_another
from qawl.speakers.namewords import is_name_word, joined
from qawl.speakers.subjectwords import has_object, is_finite, verb_gender

_MOST_WORDS = 5
_LONGEST_ASSIMILATED = 6
"""Letters of التحق، التحقت, which only seem to have ال."""
_SHORTEST = 3
"""Letters of a verb that nothing but its place shows: جلس."""
_OPENING = t.CONNECTIVE | t.AUXILIARY | t.NEGATION | t.PERFECTIVE | t.TIME | t.COMPLEMENTIZER | t.SUBJUNCTIVE
_NO_NAME_ENDINGS = ("ات", "ون", "ين", "وا")
_EVENTS = t.VERBAL_NOUN | t.PLAIN | t.NAME_PARTICLE
"""What a verb without vowels is spelled like at the head of a sentence: رفع، ولد."""
_BEFORE_CLAUSE = (*COMMAS, '"', "»", "”", ":")
_NO_NAME = t.ORGANISATION | t.GROUP | t.MEDIA | t.TIME | t.QUANTIFIER | t.VERBAL_NOUN | t.PLAIN | t.DOCUMENT

Named = tuple[int, int, str]
"""The tokens of a name, and the gender that its verb shows."""


def brought_in(tokens: list[Token], again: Callable[[str], bool]) -> Named | None:
    """The first person whom a sentence names behind a verb with no role; `again` says whether the article has
    a word in another sentence too, as it has names.
    """
    for at in range(len(tokens) - 1):
        word = tokens[at].word
        if not _verb(tokens, at):
            continue
        start = at + 1
        if word.tags & t.AUXILIARY and not tokens[start].word.tags & t.NAME and _verb(tokens, start):
            continue  # كان يجلس فلان
        end = _name_end(tokens, start, again)
        names = [token.word for token in tokens[start:end]]
        several = len(names) > 1 and any(name.tags & t.NAME or again(name.key) for name in names)
        single = len(names) == 1 and names[0].tags & t.SURE_NAME and not names[0].tags & ~t.NAMES
        if several or single and again(names[0].key):
            return start, end, verb_gender(word)
    return None


def _verb(tokens: list[Token], at: int) -> bool:
    """Whether token `at` is a finite verb that opens a clause, by its classes, its letters or its place."""
    word, before = tokens[at].word, tokens[at - 1].word if at else NOTHING
    if word.kind != "word" or word.preposition or before.tags & t.RELATIVE:
        return False
    first = not at or bool(before.tags & _OPENING) or before.text in _BEFORE_CLAUSE
    if not first and not (tokens[0].word.tags & (t.PREPOSITION | t.TIME) and not before.tags & t.PREPOSITION):
        return False
    assimilated = word.article and word.key.startswith("الت") and len(word.key) <= _LONGEST_ASSIMILATED
    if word.tags & (t.AUXILIARY | t.PERFECTIVE) or is_finite(word):
        return not word.article or assimilated and bool(word.tags & t.VERB)
    noun = _EVENTS if not at else 0  # رفع فلان علم بلاده
    if word.tags & ~t.NAMES & ~noun or word.tags & t.SURE_NAME or word.pronoun or has_object(word):
        return False
    if word.article:
        return not word.tags and assimilated
    if imperfect(word) or word.stem.startswith("ت") and len(word.stem) > _SHORTEST:
        return True
    return first and len(word.stem) >= _SHORTEST and not word.text.endswith(("ة", "ات", "ية"))


def _name_end(tokens: list[Token], start: int, again: Callable[[str], bool]) -> int:
    """Where the name ends that begins at token `start`, `start` itself where none does."""
    at = start
    while at < min(start + _MOST_WORDS, len(tokens)):
        word = tokens[at].word
        if at > start and joined(tokens, at):
            at += 2
            continue
        following = tokens[at + 1].word if at + 1 < len(tokens) else None
        if at > start and is_another(tokens, at, at == start + 1):
            break
        if at > start + 1 and again(tokens[at - 1].word.key) and _adverb(word, again):
            break  # تعيش فاضلة أفنديتش | وحيدة
        if not (_first(word, following, again) if at == start else _next(tokens, at, again)):
            break
        at += 1
    while at > start and _particle(tokens[at - 1].word):
        at -= 1
    return at


def _adverb(word: Word, again: Callable[[str], bool]) -> bool:
    """Whether a word in ة that may be a name too tells rather how somebody does something: وحيدة."""
    sure = word.tags & t.SURE_NAME or again(word.key)
    return word.stem.endswith("ة") and not (sure or word.article)


def _particle(word: Word) -> bool:
    """Whether a word must have another of the name behind it: بن، دو."""
    return bool(word.tags & t.NAME_PARTICLE or word.rules & t.NAME_WORD)


def _first(word: Word, following: Word | None, again: Callable[[str], bool]) -> bool:
    """Whether a word may be a given name behind a verb."""
    if word.kind != "word" or word.conjunction or word.pronoun and word.tags & t.RELATION:
        return False  # يعمل ابنها نزار
    if word.tags & t.NAME_PARTICLE or word.key == "باسم":
        return following is not None and bool(following.tags & t.NAME)  # أم ليث
    if word.article:
        return bool(word.tags & t.SURE_NAME) and not word.tags & ~t.NAMES
    if word.tags & t.NAME:
        return not word.tags & (t.ORGANISATION | t.GROUP) or bool(word.tags & t.SURE_NAME)
    if word.tags or word.forms or word.key.endswith(_NO_NAME_ENDINGS):
        return False
    if following is None or following.article and not following.tags & t.NAME:
        return False
    if again(word.key) or not following.article and again(following.key):
        return True
    return not (word.pronoun or word.preposition or following.article)


def _next(tokens: list[Token], at: int, again: Callable[[str], bool]) -> bool:
    """Whether a word goes on with a name."""
    word, before = tokens[at].word, tokens[at - 1].word
    if word.kind != "word" or word.conjunction:
        return False
    if _particle(before):
        return not word.tags & t.FUNCTION
    if _particle(word):
        return True
    if word.tags & t.NAME:
        return not word.tags & _NO_NAME or bool((word.tags | before.tags) & t.SURE_NAME)  # ليلى حداد
    if word.tags or word.forms or word.key.endswith(_NO_NAME_ENDINGS):
        return False
    if word.article:
        return relational(word) or bool(before.tags & t.SURE_NAME) and again(word.key)
    following = tokens[at + 1].word if at + 1 < len(tokens) else None
    if again(word.key) or following is not None and _ends(following, again):
        return True
    return is_name_word(word)


def _ends(word: Word, again: Callable[[str], bool]) -> bool:
    """Whether a word that the article has again ends the name: أمير سوليا | غيتش."""
    known = word.tags & ~t.NAMES or word.article or word.key.endswith(_NO_NAME_ENDINGS)
    return word.kind == "word" and not known and again(word.key)
