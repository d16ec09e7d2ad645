"""Which roles are one, and which only begin like it."""

from __future__ import annotations

from itertools import takewhile

from qawl import fold
from qawl.lexicon import tags as t
from qawl.lexicon.figures import Known
from qawl.speakers import figures
from qawl.speakers.called import MINISTRY
from qawl.speakers.likeness import base, without_feminine
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage

_MOST_BEFORE_BODY = 4
"""Words of a role before the body it is of: المتحدث الرسمي باسم الكرملين."""
_MOST_WORDS_TO_TITLE = 4
"""Words of a role before the title of who bears it."""


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


def no_longer(stage: Stage, source: Mention, wanted: list[str]) -> Mention | None:
    """The one person who is called one that was, where the source says it in another word: الرئيس المعزول
    فلان … الرئيس السابق.
    """
    words = stage.lexicon.words
    if len(wanted) != 1 or not all(words[f"ال{key}"].tags & t.ADJECTIVE for key in source.keys[1:]):
        return None
    found = {
        role.name_keys[-1]: role
        for role in stage.roles_with(wanted[0])
        if len(role.name_keys) > 1
        and same_role(source, wanted, role)
        and any(
            words[f"ال{key}"].tags & t.ADJECTIVE or words[key].rules & t.DESCRIBING for key in role.keys[1:]
        )
    }
    return found.popitem()[1] if len(found) == 1 else None


def of_same_body(stage: Stage, source: Mention, wanted: list[str]) -> Mention | None:
    """Who holds the office in the body that the source calls by another name: المتحدث باسم الكرملين فلان, by
    المتحدث باسم الرئاسة الروسية.
    """
    ministry = wanted[1:] == [MINISTRY]
    body = "" if ministry else _body(stage, source)
    if not (body or ministry):
        return None
    spokesmen = stage.lexicon.having[t.SPOKESMAN]
    heads = sorted(spokesmen) if wanted[0] in spokesmen else wanted[:1]
    held = [
        role
        for head in heads
        for role in stage.roles_with(head)
        if role.start != source.start
        and same_role(source, [head], role)
        and not is_lesser(stage, role, source)
        and (_of_a_ministry(stage, role) if ministry else _body(stage, role) == body)
    ]
    return min(held, key=lambda role: abs(role.start - source.start), default=None)


def _of_a_ministry(stage: Stage, role: Mention) -> bool:
    """Whether a role is of a ministry called without that word: المتحدث باسم الخارجية الروسية."""
    return any(stage.is_a(key, t.MINISTRY) for key in role.keys[1:])


def _body(stage: Stage, role: Mention) -> str:
    """The name of the organisation of the tables of which a role is, empty where it is of none."""
    words = fold.key(role.role or role.text).split()
    words = [word.removeprefix("لل") if word.startswith("لل") else word for word in words]
    for start in range(1, min(len(words), _MOST_BEFORE_BODY)):
        for end in range(len(words), start, -1):
            first = words[start]
            for name in (first, first.removeprefix("ل"), f"ال{first}"):
                known = stage.lexicon.known.get(" ".join([name, *words[start + 1 : end]]))
                if known is not None and known.kind == "organisation":
                    return known.name
    return ""


def of_a_body(stage: Stage, role: Mention) -> bool:
    """Whether a role is held in a body that is no state: رئيس البلدية، رئيس الوزراء; not رئيس الدولة."""
    bodies = (key for key in role.keys[1:] if stage.is_body(key))
    return of_a_group(stage, role) or any(not stage.is_a(key, t.STATE) for key in bodies)


def of_a_group(stage: Stage, role: Mention) -> bool:
    """Whether a role is held among several: رئيس الوزراء."""
    return any(stage.lexicon.words[key].tags & t.GROUP for key in role.keys[1:2])


def of_another_titled(stage: Stage, role: Mention) -> bool:
    """Whether the name behind a role is rather another's with his title: لأمير الدولة تحيات | الملك فلان."""
    far = role.role != "" and len(role.keys) > _MOST_WORDS_TO_TITLE and role not in stage.roles
    return far and bool(stage.lexicon.words[role.role.rpartition(" ")[2]].tags & t.TITLE)


def without_adjectives(stage: Stage, source: Mention, wanted: list[str]) -> list[str]:
    """A role without what tells of which nation or kind it is: المدير الجديد، الناشط المعتقل."""
    words = [stage.lexicon.words[word] for word in source.text.split()]
    agreeing = list(takewhile(lambda word: word.article and not word.preposition, words))
    told = {word.stem for word in agreeing[1:]}
    owner = words[1].stem if len(words) > 1 and words[1].article and not words[0].article else ""
    rest = (key for key in wanted[1:] if key == owner or key not in told and not _adjective(stage, key))
    return [wanted[0], *rest]  # مدرب الأهلي is of a club


def _adjective(stage: Stage, key: str) -> bool:
    """Whether a stem in a role tells of which nation or kind it is: الوفد البرلماني."""
    words = stage.lexicon.words
    if words[key].tags & t.NATIONALITY or words[f"ال{key}"].tags & t.ADJECTIVE:
        return True
    return key.endswith(("ي", "ية")) and not words[key].tags & (t.ORGANISATION | t.PLACE | t.GROUP)


def in_office(stage: Stage, source: Mention) -> tuple[Known, str] | None:
    """The public figure who holds the office in the country that the mention names, and the name: the one
    named in the article, or of several the one named more often than the others together.
    """
    country = figures.country(stage.lexicon, source.keys)
    offices = figures.offices(stage.lexicon, source.keys)
    if not country or not offices:
        return None
    fitting = [entry for entry in stage.figures if entry[0].country == country and entry[0].office in offices]
    counts = {name: stage.times_named(name.split()[-1]) for _, name in fitting}
    best = max(fitting, key=lambda entry: counts[entry[1]], default=None)
    return best if best is not None and 2 * counts[best[1]] > sum(counts.values()) else None
