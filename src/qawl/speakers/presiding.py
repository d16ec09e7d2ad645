"""Who is named as leading a body: لجنة الصناعة برئاسة فلان … رئيس اللجنة."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.word import Word
from qawl.model import HEADLINES
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage

_WITH_BODY = 2
"""Words of a head with his body: رئيس اللجنة."""
_LONGEST_BODY = 8
"""Tokens of a body before who leads it."""


def presiding(stage: Stage, source: Mention) -> Mention | None:
    """Who is named last before the source as leading the body whose head it tells of, or from a headline
    first behind it; رئيسها tells of a body of the feminine.
    """
    owner = stage.lexicon.words[source.text.split()[0]].pronoun if source.points_back else ""
    if not stage.is_a(source.head, t.RULER) or not owner and len(source.keys) < _WITH_BODY:
        return None
    last = stage.scenes.at(source.start)
    leading = {word.removeprefix("ب") for word in stage.lexicon.having[t.LED]}
    numbers = stage.scenes.holding(leading)
    before = [number for number in reversed(numbers) if number <= last]
    headline = stage.scenes[last].kind in HEADLINES
    for number in before or (numbers if owner and headline else []):
        tokens = stage.scenes[number].tokens
        for at, token in enumerate(tokens):
            if not token.word.rules & t.LED:
                continue
            body = [other.word for other in tokens[max(at - _LONGEST_BODY, 0) : at]]
            if _is_theirs(body, owner) if owner else source.keys[1] in {word.stem for word in body}:
                people = stage.people_in(number)
                return next((person for person in people if person.start > token.start), None)
    return None


def _is_theirs(words: list[Word], owner: str) -> bool:
    """Whether the first body among the words is of the gender that a pronoun shows: رفضت اللجنة برئاسة فلان …
    رئيسها.
    """
    body = next((word for word in words if word.tags & t.ORGANISATION), None)
    return body is not None and body.stem.endswith("ة") == (owner == "ها")
