"""Who is named as leading a body: لجنة الصناعة برئاسة فلان … رئيس اللجنة."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage

_LONGEST_BODY = 8
"""Tokens of a body before who leads it."""


def presiding(stage: Stage, source: Mention) -> Mention | None:
    """Who is named last before the source as leading the body whose head it tells of."""
    if not stage.is_a(source.head, t.RULER) or len(source.keys) < 2:
        return None
    last = stage.scenes.at(source.start)
    leading = {word.removeprefix("ب") for word in stage.lexicon.having[t.LED]}
    for number in reversed(stage.scenes.holding(leading)):
        tokens = stage.scenes[number].tokens if number <= last else []
        for at, token in enumerate(tokens):
            body = {other.word.stem for other in tokens[max(at - _LONGEST_BODY, 0) : at]}
            if token.word.rules & t.LED and source.keys[1] in body:
                people = stage.people_in(number)
                return next((person for person in people if person.start > token.start), None)
    return None
