"""إن and أن, with what is attached: وأنه، بأنها، ألا."""

from __future__ import annotations

import re

from qawl import fold
from qawl.lexicon.tags import COMPLEMENTIZER, NAMES
from qawl.lexicon.word import NEGATED, Word

_COMPLEMENTIZER = re.compile(r"([وف]?)([بل]?)ان(ه|ها|هم|هما|هن|نا|ني|ى|ي|ك|كم)?")
_NEGATED = re.compile("([وف]?)(ب?)ألا")
"""أن لا in one word, as an editor writes it; إلا is another word."""


def complementizer(text: str, key: str, written: str) -> Word | None:
    """The word as إن or أن, None where it is another word: وأنه، بأنها، ألا; not آن هيدالغو."""
    negated = _NEGATED.fullmatch(written) if key[-2:] == "لا" else None
    if negated:
        conjunction, preposition = negated.groups()
        return Word(text, key, "ان", "word", COMPLEMENTIZER, conjunction, preposition, False, NEGATED, "a")
    match = _COMPLEMENTIZER.fullmatch(key)
    if match is None or match[2] == "ل":
        return None
    if text[0] == "آ":
        return Word(text, key, key, "word", NAMES) if key == "ان" else None  # آن هيدالغو
    conjunction, preposition, pronoun = match.groups(default="")
    alef = {"إ": "i", "أ": "a"}.get(fold.alef_of(text), "?")
    return Word(text, key, "ان", "word", COMPLEMENTIZER, conjunction, preposition, False, pronoun, alef)
