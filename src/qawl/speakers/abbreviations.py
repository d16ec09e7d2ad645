"""The name in full of an organisation called by what stands in marks or brackets behind its name once."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from qawl import fold
from qawl.lexicon import tags as t
from qawl.lexicon.word import Token
from qawl.model import Span
from qawl.phrases import noun_phrase
from qawl.scene import DETACHED, Scene, Scenes
from qawl.speakers.mention import Mention, mention

_MOST_WORDS = 9
"""Words of a name before its abbreviation."""
_START = attrgetter("start")
_OPENING = ("(", '"', "«", "“")


def spelled_out(scenes: Scenes, written: str) -> Mention | None:
    """The organisation's name that the abbreviation stands behind: منظمة الصحة العالمية (WHO)، حركة
    المقاومة الإسلامية "حماس".
    """
    key, place = fold.key(written), scenes.text.find(written)
    while place >= 0:
        scene = scenes[scenes.at(place)]
        found = _before(scenes, scene, key, place)
        if found is not None:
            return found
        place = scenes.text.find(written, place + len(written))
    return None


def _before(scenes: Scenes, scene: Scene, key: str, place: int) -> Mention | None:
    """The name before the abbreviation at a place in the text, with it."""
    tokens = scene.tokens
    at = bisect_left(tokens, place, key=_START)
    if not 3 <= at < len(tokens) or tokens[at].start != place or tokens[at].word.key != key:
        return None
    marked = tokens[at - 1].word.text in _OPENING
    if not marked and not (key.isascii() and tokens[at - 1].word.article):
        return None  # وكالة الأنباء الفرنسية AFP
    if marked and at + 1 < len(tokens) and tokens[at + 1].word.kind != "sign":
        return None  # كأس العالم (قطر 2022)
    if tokens[at - 1 - marked].word.tags & t.GENERIC:
        return None  # لحركة "حماس"
    if tokens[at - 1 - marked].word.text in DETACHED:
        return None  # المركز الإعلامي لـ"قسد"
    heads = [
        first
        for first in range(max(at - _MOST_WORDS - 1, 0), at - 2)
        if _begins(scene, first, at) and not _broken(tokens, first, at - 1)
    ]
    if not heads:
        return None
    own = [
        k for k in heads if tokens[k].word.tags & t.GENERIC and not tokens[k - 1].word.rules & t.COMPLEMENTED
    ]
    first = own[-1] if own else heads[0]
    end = min(at + 1 + marked, len(tokens))
    return mention(scenes.text, tokens, Span(tokens[first].start, tokens[end - 1].end), None)


def _begins(scene: Scene, first: int, at: int) -> bool:
    """Whether an organisation's name that begins at token `first` holds token `at`."""
    word = scene.tokens[first].word
    if not word.tags & (t.ORGANISATION | t.MEDIA) or word.pronoun:
        return False
    phrase = noun_phrase(scene, first, len(scene.tokens), frozenset(), attached=True)
    return phrase is not None and phrase.end > at


def _broken(tokens: list[Token], first: int, end: int) -> bool:
    """Whether a sign or a verb stands between a head and the mark."""
    return any(token.word.kind == "sign" or token.word.tags & t.VERB for token in tokens[first:end])
