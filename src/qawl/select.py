"""Which records a user asked for."""

from __future__ import annotations

import unicodedata

from msgspec import Struct

from qawl import fold
from qawl.records import Record, SpeakerEntry


class Selection(Struct, frozen=True):
    """What to keep; an empty part keeps all. Of several values in one part, any one will do."""

    speakers: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()

    def keeps(self, record: Record) -> bool:
        """Whether the record is one of those asked for."""
        return (
            (not self.types or record.type in self.types)
            and (not self.forms or record.form in self.forms)
            and (not self.speakers or any(_is(record.speaker, asked) for asked in self.speakers))
        )


def _is(speaker: SpeakerEntry | None, asked: str) -> bool:
    """Whether each word asked for is a part of the speaker's name as a table of names would compare it."""
    if speaker is None:
        return False
    names = " ".join(filter(None, (speaker.name, *(speaker.members or ()), speaker.latin, speaker.id)))
    return all(word in _compared(names) for word in _compared(asked).split())


def _compared(name: str) -> str:
    """Arabic words as their keys, Latin ones in lower case without accents (Erdoğan = erdogan)."""
    keys = " ".join(fold.key(word) for word in name.split())
    return "".join(
        letter for letter in unicodedata.normalize("NFD", keys) if not unicodedata.combining(letter)
    )
