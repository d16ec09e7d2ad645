"""Several who have one surname: who is meant where it stands alone."""

from __future__ import annotations

from qawl import fold
from qawl.lexicon import tags as t
from qawl.speakers.likeness import same_gender
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage


def namesake(stage: Stage, named: list[Mention], source: Mention, keys: tuple[str, ...]) -> str | None:
    """The one of the surname whom the article let speak last before, where it names several of it; `named`
    are the sources that hold a whole name.
    """
    if len(keys) != 1:
        return None
    bearers = [other for other in named if other.name_keys[-1] == keys[0]]
    before = [other for other in bearers if other.start < source.start]
    if not before:
        return None
    alike = [other for other in before if same_gender(other.gender, source.gender)]  # وأضافت ترامب
    alike = [other for other in alike if not _kin_before(stage, other, source)] or alike
    last = max(alike or _not_speaking(stage, source, keys) or before, key=lambda other: other.start)
    if len({other.name_keys[0] for other in bearers} | {last.name_keys[0]}) > 1:
        return last.name
    if not stage.lexicon.words[last.name.split()[0]].tags & t.SURE_NAME:
        return None
    full = stage.fullest_name(source.name or source.text, keys)
    return last.name if full and fold.key(full)[0] != last.name_keys[0][0] else None


def _kin_before(stage: Stage, other: Mention, source: Mention) -> bool:
    """Whether a bearer of the surname was but told of as somebody's kin, before the sentence that stands
    before the source: وهدد شقيقه الأكبر فاضل الجابري بالإضراب. … وقال الجابري.
    """
    first = stage.lexicon.words[other.text.split()[0]]
    kin = first.tags & t.RELATION and first.pronoun
    return bool(kin) and stage.scenes.at(source.start) - stage.scenes.at(other.start) > 1


def _not_speaking(stage: Stage, source: Mention, keys: tuple[str, ...]) -> list[Mention]:
    """The bearers of the surname named before, though not as who speaks, of the gender that the source shows:
    فاز موسى كيبيت بالسباق. وقالت شقيقته نعومي كيبيت … وأضاف كيبيت.
    """
    return [
        person
        for number in stage.sentences_with(keys[0])
        for person in stage.people_in(number)
        if len(person.name_keys) > 1
        and person.name_keys[-1] == keys[0]
        and person.start < source.start
        and person.gender == source.gender
    ]
