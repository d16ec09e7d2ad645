"""Offices: who is named as leading a body (لجنة الصناعة برئاسة فلان … رئيس اللجنة), which are the same."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.speakers.likeness import base, without_feminine
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage

_LONGEST_BODY = 8
"""Tokens of a body before who leads it."""


def presiding(stage: Stage, source: Mention) -> Mention | None:
    """Who is named last before the source as leading the body whose head it tells of."""
    if not stage.is_a(source.head, t.RULER) or len(source.keys) < 2:
        return None
    last = stage.scenes.at(source.start)
    leading = (stage.scenes.holding(word.removeprefix("ب")) for word in stage.lexicon.having[t.LED])
    for number in sorted(set().union(*leading), reverse=True):
        tokens = stage.scenes[number].tokens if number <= last else []
        for at, token in enumerate(tokens):
            body = {other.word.stem for other in tokens[max(at - _LONGEST_BODY, 0) : at]}
            if token.word.rules & t.LED and source.keys[1] in body:
                people = stage.people_in(number)
                return next((person for person in people if person.start > token.start), None)
    return None


def is_lesser(stage: Stage, role: Mention, source: Mention) -> bool:
    """Whether an office is not the one of the source: الأمين العام المساعد, of الأمين العام."""
    lesser = stage.lexicon.having[t.LESSER]
    return not lesser.isdisjoint(role.keys[1:]) and lesser.isdisjoint(source.keys)


def same_role(source: Mention, wanted: list[str], role: Mention) -> bool:
    keys = set(role.keys)
    if not wanted:
        return False
    if without_feminine(wanted[0]) not in {without_feminine(key) for key in role.offices}:
        return False
    if source.gender == "f" and role.gender == "m":
        return False
    if not wanted[0].endswith("ة") and f"{wanted[0]}ة" in role.offices and wanted[0] not in role.offices:
        return False  # مراسل القناة is not مراسلة القناة فلانة
    return all(base(key) in {base(other) for other in keys} for key in wanted[1:])
