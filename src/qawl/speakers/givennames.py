"""Two who have one given name: الطفلة سلمى … المديرة سلمى نمر."""

from __future__ import annotations

from qawl import fold
from qawl.lexicon import tags as t
from qawl.speakers.likeness import without_feminine
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage


def is_another(stage: Stage, source: Mention, keys: tuple[str, ...], full: str) -> bool:
    """Whether whoever is told of by a given name alone, with a role, is not the one of the full name, who
    comes in only later and with another role: شاب يدعى محمد … المحامي محمد عليان.
    """
    if len(keys) != 1 or " " not in full or fold.key(full.split()[0]) != keys[0]:
        return False
    alone = source if source.role else next((one for one in stage.roles if one.name_keys == keys), None)
    at = stage.text.find(full)
    if alone is None or alone.tags & t.TITLE or at < alone.start:
        return False
    if stage.scenes[stage.scenes.at(alone.start)].kind != "body":
        return False
    later = next((one for one in stage.people_in(stage.scenes.at(at)) if one.name == full), None)
    return later is not None and bool(later.role) and not _one_office(stage, alone.role, later.role)


def _one_office(stage: Stage, one: str, other: str) -> bool:
    """Whether two roles have a word in common or begin with words for one role: الفنانة، المطربة, المدرب،
    المدير الفني, or are both of sportsmen: اللاعب، قائد المنتخب.
    """
    own, others = _called(stage, one), _called(stage, other)
    synonyms = (stage.lexicon.synonyms.get(role, frozenset()) for role in own)
    plays = (any(stage.is_a(role, t.PLAYER) for role in roles) for roles in (own, others))
    return not others.isdisjoint(own.union(*synonyms)) or all(plays)


def _called(stage: Stage, role: str) -> set[str]:
    """The words of a role without the feminine, and its first two together: مدير، فني، مدير فني."""
    stems = [without_feminine(stage.lexicon.words[word].stem) for word in role.split()]
    return {*stems, " ".join(stems[:2])}
