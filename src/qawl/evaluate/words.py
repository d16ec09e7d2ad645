"""Words, contents and names as the measure compares them.

This reading of a word is coarser than `fold.key` and must stay as it is: another reading, or another list,
would change every figure, and figures of different days could no longer be compared.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

_INVISIBLE = re.compile(
    r"[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_WORD = re.compile(rf"[^\W_](?:[^\W_]|{_INVISIBLE.pattern})*")
_LETTERS = str.maketrans(dict(zip("أإآٱىیةؤئگڤپچژک", "ااااييهويكفبجزك", strict=True)))
_COMPLEMENTIZERS = frozenset("ان بان فان وان".split())
_TITLES = frozenset(
    "السيد السيده الدكتور د الرئيس الوزير وزير الشيخ الامير الملك الجنرال اللواء العميد السفير المهندس النائب"
    " البروفيسور الاستاذ".split()
)


def _folded(text: str) -> str:
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).translate(_LETTERS).lower()


def words_of(text: str, spans: Iterable[tuple[int, int]]) -> dict[int, str]:
    """The words in the spans by where they start, folded."""
    return {
        start + word.start(): _folded(word.group())
        for start, end in spans
        for word in _WORD.finditer(text[start:end])
    }


def content_of(text: str, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Where the words of a content start, without complementizers at its head."""
    words = list(words_of(text, spans).items())
    head = next((at for at, (_, word) in enumerate(words) if word not in _COMPLEMENTIZERS), len(words))
    return frozenset(start for start, _ in words[head:])


def dice(one: frozenset[int], other: frozenset[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def name_key(name: str) -> str:
    """A name to compare: its words folded, without titles before it."""
    words = _WORD.findall(_folded(name))
    while len(words) > 1 and words[0] in _TITLES:
        del words[0]
    return " ".join(words)
