"""The fullest form of a personal name that the article gives."""

from __future__ import annotations

from collections.abc import Iterator

from qawl import fold
from qawl.lexicon import tags as t
from qawl.lexicon.word import NOTHING, Token
from qawl.scene import Scenes
from qawl.speakers.namebounds import name_end, name_start

_SERVANT = " عبد ال"
"""How a name of a servant of God begins, the words apart."""
_PARTICLES = "بلكوف"
"""Letters that may be attached before a word."""
Spellings = frozenset[str | None]
"""A key, and the same with the other ya at its end: اليوبي، اليوبى."""


def fullest_name(scenes: Scenes, written: str, keys: tuple[str, ...]) -> str:
    """The fullest form of a personal name that the article gives, empty where it gives no fuller one.

    `written` is the name as one place has it, `keys` the keys of its words: it is looked for by its last
    word, in the spelling of that place.
    """
    if not written:
        return ""
    definite = fold.key(written.split()[-1]).startswith("ال")
    other = _servant_otherwise(keys)
    return _fuller(scenes, keys, definite) or (
        _fuller(scenes, other, other[-1].startswith("ال")) if other != keys else ""
    )


def _servant_otherwise(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name with عبد written apart where it is joined, and joined where it is apart: عبدالله بن
    فهد, عبد الله بن فهد.
    """
    words = f" {' '.join(keys)} "
    joined = words.replace(_SERVANT, _SERVANT[:-3] + "ال")
    apart = words.replace(_SERVANT[:-3] + "ال", _SERVANT)
    return tuple((joined if joined != words else apart).split())


def _fuller(scenes: Scenes, keys: tuple[str, ...], definite: bool) -> str:
    """The longest form in the article of the name whose words have these keys; `definite` says whether its
    last word has ال.
    """
    spellings = [frozenset((key, fold.with_other_ya(key))) for key in keys]
    best, longest = "", len(keys)
    introduced = True
    for number in _sentences_with(scenes, spellings[-1]):
        tokens, body = scenes[number].tokens, scenes[number].kind == "body"
        for start in _places(tokens, spellings, definite):
            if start and tokens[start - 1].word.rules & t.FILIAL:
                continue  # حمدان بن محمد بن راشد is not محمد بن راشد
            left = name_start(tokens, start, introduced and body)
            right = name_end(tokens, left, start + len(keys), introduced and body)
            if right > start + len(keys):
                left = name_start(tokens, start, False)  # أسس كاظم جابر, looked for by كاظم
            introduced = introduced and not body
            if right - left > longest:
                best, longest = _written(scenes.text, tokens, left, right), right - left
    return best


def _sentences_with(scenes: Scenes, spelt: Spellings) -> list[int]:
    """The numbers of the sentences in which a word stands, with ال or without, or with a first letter that is
    taken for a particle (بلجون), in order.
    """
    keys = [key for key in spelt if key]
    stems = {stem for key in keys for stem in (key, key.removeprefix("ال"))}
    stems |= {key[1:] for key in keys if key[0] in _PARTICLES}
    return scenes.holding(stems)


def _places(tokens: list[Token], name: list[Spellings], definite: bool) -> Iterator[int]:
    """Where in a sentence the words of the name stand; `definite` says whether its last word has ال."""
    *before, last = name
    for at in range(len(before), len(tokens)):
        word = tokens[at].word
        if word.key not in last and word.stem not in last:
            continue
        if word.article and not definite and not word.tags & t.NAME:
            continue  # مستشفيات is not who is named before المستشفيات
        start = at - len(before)
        if all(
            not spelt.isdisjoint((tokens[start + n].word.key, tokens[start + n].word.stem))
            for n, spelt in enumerate(before)
        ):
            yield start


def _written(text: str, tokens: list[Token], start: int, end: int) -> str:
    """The name as the text has it, without what is attached before it: لروبرت فيسك, روبرت فيسك; not what can
    but be its own behind a title or verb: الدكتور بارق شبر، أكد باقان أموم.
    """
    first = tokens[start].word
    other = first.tags & ~(t.NAMES | t.PLACE) and not first.tags & t.NAMES  # بولي برادين is none of ولي
    office = t.ROLE | t.TITLE | t.NATIONALITY | t.PLACE  # السفيرة في تونس لاورا باييزا
    before = tokens[start - 1].word if start else NOTHING
    said = before.verb is not None and first.preposition != "ل"
    titled = not first.tags and (said or before.tags & office)
    own = first.preposition and (other or titled)
    attached = 0 if own else len(first.conjunction + first.preposition)
    return text[tokens[start].start + attached : tokens[end - 1].end]
