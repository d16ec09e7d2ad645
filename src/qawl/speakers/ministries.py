"""A ministry told without its nation -> that of the country that spoke: نفت فرنسا ذلك، وقالت الخارجية."""

from __future__ import annotations

from qawl import fold
from qawl.lexicon import tags as t
from qawl.model import Speaker
from qawl.speakers import figures
from qawl.speakers.called import MINISTRY
from qawl.speakers.homelands import country_of
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage

_SENTENCES_BACK = 2
"""Sentences before in which whoever spoke last tells the country."""


def ministry(stage: Stage, source: Mention) -> Speaker | None:
    """The ministry that spoke last where its words go on, else that of the country whose body or official
    spoke last; the source as it stands where that was the country itself and the article names the ministries
    of others only.
    """
    field = next((key for key in source.keys if stage.is_a(key, t.MINISTRY)), "")
    told = source.kind != "organisation" or source.head not in (MINISTRY, field)
    if not field or told or not stage.spoke or figures.country(stage.lexicon, source.keys):
        return None
    statement, last, *_ = stage.spoke[-1]
    if source.start in stage.going_on or last.name == source.text:
        return stage.last(
            lambda speaker, *_: speaker.kind == "organisation" and _is_of(stage, field, speaker)
        )
    iso = _of_place(stage, last) or country_of(stage, last)
    if not iso or stage.scenes.at(source.start) - statement.sentence > _SENTENCES_BACK:
        return None
    named = [(other, figures.country(stage.lexicon, other.keys)) for other in _named(stage, field)]
    found = next((other.text for other, nation in named if nation == iso), None)
    if found is None and not (last.kind == "place" and any(nation for _, nation in named)):
        return None
    because = (f"the country that spoke last: {last.name}",)
    return stage.identified(Speaker(found or source.text, "organisation", because=because))


def _named(stage: Stage, field: str) -> list[Mention]:
    """The ministries of a field that the article names, by that word or without it: الخارجية الروسية."""
    return [other for other in stage.organisations_with(field) if field in other.keys]


def _is_of(stage: Stage, field: str, speaker: Speaker) -> bool:
    """Whether a speaker is a ministry of a field."""
    return any(stage.lexicon.words[word].stem == field for word in speaker.name.split()[:2])


def _of_place(stage: Stage, speaker: Speaker) -> str:
    """The ISO code of a country that speaks, be it by its capital."""
    known = stage.lexicon.known.get(fold.key(speaker.name)) if speaker.kind == "place" else None
    return stage.lexicon.nations.get(fold.key(known.capital_of), "") if known is not None else ""
