"""Surnames that only the article tells: ليوني بالتر once, and بالتر is a name wherever it stands."""

from __future__ import annotations

from itertools import pairwise

from msgspec import structs

from qawl.learning import reread, whole
from qawl.lexicon import tags as t
from qawl.lexicon.shape import imperfect
from qawl.lexicon.word import Token, Word
from qawl.scene import DETACHED

_NOT_GIVEN = t.PLACE | t.ROLE | t.ORGANISATION | t.TITLE | t.NATIONALITY
_NO_NAME = ("ة", "ات", "ين", "ون")
"""Endings of common nouns behind a preposition: الأمير محمد بمنطقة."""
_LONG = 7
"""Letters of a word in ا from which on it is rather a foreign name than an accusative."""


def with_surnames(sentences: list[list[Token]]) -> list[list[Token]]:
    """The tokens of each sentence, those read as surnames that the article brings in after a given name.

    Such a word is unknown, or looks like another word with a preposition, or like a verb; it is a surname
    where it follows a verb of saying too (وقالت بالتر), as no complement of a first name does (محمد بجروح).
    The last word of a name that is read as a whole is one right behind the verb alone (نبيه بري، ووصف بري).
    """
    read = [[token.word for token in tokens] for tokens in sentences]
    heard, told = _behind_verbs(read)
    surnames, of_whole = _brought_in(read, heard, told)
    if not surnames and not of_whole:
        return sentences
    return [_named(tokens, words, surnames, of_whole) for tokens, words in zip(sentences, read, strict=True)]


def _behind_verbs(sentences: list[list[Word]]) -> tuple[set[str], set[str]]:
    """The words behind verbs of saying, as written; the keys of those that are told to say something: دحلة
    يقول إن، قال أموم إن.
    """
    heard: set[str] = set()
    told: set[str] = set()
    for words in sentences:
        if len(words) > 1 and _says(words[1]):
            told.add(words[0].key)
        for at, before in enumerate(words[:-1], 1):
            verb = before.verb
            if verb is None:
                continue
            word = words[at]
            attached = word.preposition in verb.entry.takes  # هدد بضرب المدينة
            if not attached and word.text not in DETACHED:  # قال لـ«النهار»
                heard.add(word.text)
            if not verb.entry.objects and at + 1 < len(words) and words[at + 1].tags & t.COMPLEMENTIZER:
                told.add(word.key)
    return heard, told


def _says(word: Word) -> bool:
    return word.verb is not None and not word.verb.prefix and word.verb.tense == "i"


def _brought_in(sentences: list[list[Word]], heard: set[str], told: set[str]) -> tuple[set[str], set[str]]:
    """Of the words `heard` behind a verb those that may be surnames and stand behind a given name elsewhere,
    or behind any unknown word where they are `told` to say something (قال أموم إن, of باقان أموم); and the
    keys of the last words of names read as a whole.
    """
    surnames: set[str] = set()
    of_whole: set[str] = set()
    bound = t.BOUND
    for words in sentences:
        for given, word in pairwise(words):
            if given.rules & bound and given.tags == t.NAMES and not word.rules & bound:
                of_whole.add(given.key)
            elif word.text in heard and _is_surname(given, word):
                surnames.add(word.text)
            elif word.key in told and _unknown(word) and _may_be_given(given):
                surnames.add(word.key)
    return surnames, of_whole


def _named(tokens: list[Token], words: list[Word], surnames: set[str], of_whole: set[str]) -> list[Token]:
    """The tokens of a sentence with the surnames among its words read as such, in whatever spelling."""
    either = surnames | of_whole
    found = [
        at
        for at, word in enumerate(words)
        if word.text in surnames or word.key in either and (word.key in of_whole or _unknown(word))
    ]
    read: dict[int, Word] = {}
    for at in found:
        word = words[at]
        behind = at > 0 and words[at - 1].verb is not None and not word.rules & t.BOUND
        if word.key not in of_whole or word.text in surnames or behind:
            read[at] = _surname(word)
    return reread(tokens, read)


def _is_surname(given: Word, word: Word) -> bool:
    if _may_be_given(given) and _may_be_surname(word) or _is_foreign(given, word):
        return True
    # يوضح فالكوني: no و or ف stands between a verb and its subject
    return word.conjunction == "ف" and bool(given.tags & t.SURE_NAME)


def _may_be_given(word: Word) -> bool:
    if word.tags & t.SURE_NAME:
        return not word.tags & _NOT_GIVEN
    if word.article and word.tags & t.NAME:
        return not word.tags & ~t.NAMES  # عبد الحفيظ بخوش
    return word.kind == "word" and not (word.tags or word.forms or word.article or word.conjunction)


def _may_be_surname(word: Word) -> bool:
    if word.rules & t.NAME_WORD:
        return False  # دو بويسون
    shaped = t.VERBAL_NOUN if word.preposition == "ك" and not word.forms else 0  # حامد كارزاي
    if word.tags & ~shaped:
        return not (word.tags & ~t.NAMES or word.article or word.rules & t.BOUND)
    if word.forms and all(form.person == "1" or form.pronoun == "نا" for form in word.forms):
        return True  # خالد المحنا
    if word.kind != "word" or word.article and not word.preposition:
        return False
    if word.forms:
        return all("س" in form.prefix for form in word.forms)  # جاك سترو
    return bool(word.preposition) and not word.stem.endswith(_NO_NAME) or imperfect(word)


def _unknown(word: Word) -> bool:
    return word.nominal and not (word.tags or word.forms or word.article or word.pronoun or word.conjunction)


def _is_foreign(given: Word, word: Word) -> bool:
    """Whether a word that no table knows stands behind a given name: غيتاتشو."""
    if not given.tags & t.SURE_NAME or given.tags & _NOT_GIVEN or word.tags or word.kind != "word":
        return False
    if word.forms or word.conjunction or word.pronoun or word.rules & t.BOUND:
        return False
    if word.article:
        return word.key.endswith("ي") and not word.preposition  # حكمت الهجري
    return not word.key.endswith((*_NO_NAME, "ا")) or word.key.endswith("ا") and len(word.key) >= _LONG


def _surname(word: Word) -> Word:
    rules = t.LAST_NAME | word.rules & (t.WOMAN | t.ONLY_SURNAME | t.BORNE_BY_MEN)
    if word.article and not (word.preposition or word.forms):
        return structs.replace(word, tags=t.NAMES, rules=rules)
    return whole(word, t.NAMES, rules)
