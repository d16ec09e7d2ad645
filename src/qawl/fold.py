"""A word's key: what is left of it when the spellings of one word are made one.

The only place that knows Arabic orthography. Keys are compared, never written: the text itself stays as it
is. Alef forms become ا, diacritics, tatweel and invisible marks go, hamza on و, ي or ى becomes ء (مسؤول =
مسئول), Persian ی ک and presentation forms become the Arabic letters, foreign letters their usual Arabic
ones, Arabic-Indic digits the European ones. Final ى and ي stay apart, so that على is not علي and نفى
("denied") not نفي ("denial"); `with_other_ya` gives the other spelling where a table is asked again.
"""

from __future__ import annotations

import re
import unicodedata

from camel_tools.utils.normalize import normalize_alef_ar

VOWELS = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
DIRECTIONS = "\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad"
INVISIBLE = VOWELS + DIRECTIONS
"""Characters inside a word that a reader does not read, the marks of its letters and what tells where words
break or run, each as the inside of a character class.
"""

_SKIPPED = re.compile(f"[{INVISIBLE}]+")
_OWN_LETTER = re.compile("[وف]?\u064e?(?:[بلك]\u064f|ب\u064e)")
_KEY_ALREADY = re.compile("[ءا-غف-ي ]+").fullmatch
"""Whether words have none of the letters and marks that a key has not: most words of a text."""
_LETTERS = str.maketrans(
    {
        "ؤ": "ء",
        "ئ": "ء",
        "ٲ": "ا",
        "ٳ": "ا",
        "ٵ": "ا",
        "ی": "ي",
        "ک": "ك",
        "ۀ": "ة",
        "ہ": "ه",
        "گ": "ك",
        "ڤ": "ف",
        "پ": "ب",
        "چ": "ج",
        "ژ": "ز",
        **{chr(0x660 + n): str(n) for n in range(10)},
        **{chr(0x6F0 + n): str(n) for n in range(10)},
    }
)
_OTHER_YA = {"ى": "ي", "ي": "ى"}


def key(word: str) -> str:
    """The key of one word as it stands in a text."""
    if _KEY_ALREADY(word):
        return word.replace("ىء", "ء")
    folded = _SKIPPED.sub("", word)
    if not folded.isascii():
        folded = normalize_alef_ar(unicodedata.normalize("NFKC", folded)).translate(_LETTERS)
        folded = folded.replace("ىء", "ء")
    return folded.lower()


def begins_with_own_letter(word: str) -> bool:
    """Whether its first vowel shows that the word begins with no preposition: بُناة، لُبنان."""
    return _OWN_LETTER.match(word) is not None


def without_marks(word: str) -> str:
    """The word without diacritics, tatweel and invisible characters, otherwise as it is spelled."""
    return _SKIPPED.sub("", word)


def with_other_ya(word_key: str) -> str | None:
    """The key with its final ى read as ي or the reverse (فى = في), None where it ends in neither.

    على has no other.
    """
    other = _OTHER_YA.get(word_key[-1:])
    if other is None or word_key.endswith(("على", "علي")):
        return None
    return word_key[:-1] + other


def alef_of(word: str) -> str:
    """The first alef of the word as it stands (أ, إ, ا, …), or an empty string.

    Tells إن from أن where it is spelled.
    """
    for letter in word:
        if letter in "أإآا":
            return letter
    return ""
