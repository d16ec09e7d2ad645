"""Which roles are one, and which only begin like it."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.speakers.likeness import base, without_feminine
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage


def is_lesser(stage: Stage, role: Mention, source: Mention) -> bool:
    """Whether an office is not the one of the source: الأمين العام المساعد, of الأمين العام."""
    lesser = stage.lexicon.having[t.LESSER]
    return not lesser.isdisjoint(role.keys[1:]) and lesser.isdisjoint(source.keys)


def same_role(source: Mention, wanted: list[str], role: Mention) -> bool:
    """Whether a role is the source's, whose words are `wanted`: وزير خارجية فرنسا، وزير الخارجية الفرنسي."""
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
