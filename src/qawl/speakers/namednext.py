"""Whose role stands first and whose name follows in the next statement: قال وزير النقل … وأضاف فلان."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.model import Statement
from qawl.speakers import figures
from qawl.speakers.likeness import same_gender
from qawl.speakers.mention import Mention
from qawl.speakers.offices import same_role
from qawl.speakers.stage import CONTINUING, Stage, holds

_NEARBY = 3
"""Sentences from a role to the name of its holder."""


def named_next(stage: Stage, source: Mention) -> Mention | None:
    """The person who is named where a source stands next, with no more of the role than its head or, where he
    has none in the article, by name alone.
    """
    if not source.tags & (t.ROLE | t.TITLE) or source.role or source.plural or not source.definite:
        return None
    said = list(zip(stage.statements, stage.sources, strict=True))
    after = ((by, own) for by, own in said if own is not None and own.start > source.start)
    statement, named = next(after, (None, None))
    if statement is None or named is None:
        return None
    near = statement.sentence - stage.scenes.at(source.start) <= _NEARBY
    fits = named.name and named.kind == "person" and same_gender(statement.gender, source.gender)
    if near and fits and not named.role and _brought_in_here(stage, statement, named):
        told_of = any(own is source and holds(by, named.start) for by, own in said)
        if not told_of:  # أكد المحافظ أن فلانا أقر
            return named
    return _only_of_the_role(stage, source)


def _only_of_the_role(stage: Stage, source: Mention) -> Mention | None:
    """The one named person of the role's head who speaks later, told of by no more than that, where others
    who hold such a role are of another country: وزير الخارجية القطري … وقال الوزير فلان, not الوزير الأميركي.
    """
    holders = [role for role in stage.roles_with(source.head) if same_role(source, [source.head], role)]
    others = {role.name_keys[-1] for role in holders if figures.differ(stage.lexicon, source.keys, role.keys)}
    held = [role for role in holders if role.name_keys[-1] not in others]
    sources = {named.start for named in stage.sources if named is not None}
    spoke = [role for role in held if role.start > source.start and role.start in sources]
    bare = [role for role in spoke if len(role.keys) == 1]
    return bare[0] if bare and len({role.name_keys[-1] for role in held}) == 1 else None


def _brought_in_here(stage: Stage, statement: Statement, named: Mention) -> bool:
    """Whether nobody is told of by a name before, nor what he is: an article brings in no stranger so."""
    surname = named.name_keys[-1]
    if stage.sentences_with(surname)[:1] != [statement.sentence]:
        return False
    alone = len(named.name_keys) == 1
    if figures.figure_of(stage.lexicon, named.name) or alone and surname in stage.lexicon.surnames:
        return False
    known = (person for n in stage.sentences_with(surname) for person in stage.people_in(n))
    told = any(person.role and person.name_keys[-1] == surname for person in known)
    return not told and (not alone or statement.cue.sense in CONTINUING)
