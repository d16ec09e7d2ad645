"""بلاده -> the country of whoever is said to speak: قال وزير الخارجية الإيطالي إن بلاده تدعو إلى التهدئة."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.model import Speaker
from qawl.speakers import figures
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage, holds


def homeland(stage: Stage, source: Mention) -> Speaker | None:
    """The country that the source names by a pronoun only, None where it does not or none is known."""
    words = source.text.split()
    if len(words) != 1 or not stage.is_a(source.head, t.STATE) or not stage.lexicon.words[words[0]].pronoun:
        return None
    speaker = next(
        (speaker for statement, speaker, *_ in reversed(stage.spoke) if holds(statement, source.start)), None
    )
    iso = country_of(stage, speaker) if speaker is not None else ""
    name = _name(stage, iso) if iso else ""
    return (
        stage.identified(Speaker(name, "place", because=(f"whose country: {source.text}",))) if name else None
    )


def country_of(stage: Stage, speaker: Speaker) -> str:
    """The ISO code of a speaker's country, by the tables or else by the role or the name of the body."""
    figure = figures.figure_of(stage.lexicon, speaker.name) if speaker.kind == "person" else None
    if figure is not None and figure.country:
        return figure.country
    told = (
        f"{speaker.role or ''} {speaker.name}" if speaker.kind != "person" else speaker.role or speaker.name
    )
    return figures.country(stage.lexicon, [stage.lexicon.words[word].stem for word in told.split()])


def _name(stage: Stage, iso: str) -> str:
    """The name of a country by its code."""
    countries = (known.name for known in stage.lexicon.known.values() if known.id == iso)
    return next(countries, "")
