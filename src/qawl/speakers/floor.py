"""Which of two holders of an office has the floor: قال الوزير فلان …. وبعد لقائه الوزير علانا، قال الوزير."""

from __future__ import annotations

from qawl import fold
from qawl.lexicon import tags as t
from qawl.speakers.mention import Mention
from qawl.speakers.offices import of_a_body
from qawl.speakers.stage import Stage, holds
from qawl.speakers.subjects import Subjects


def has_the_floor(stage: Stage, subjects: Subjects, role: Mention, source: Mention) -> bool:
    """Whether the holder of a role spoke last before the source, or was the subject of a sentence since; not
    where the last who spoke tells of one who has it: قال الوزير فلان إن الوزير السابق وعد بذلك.
    """
    if not stage.spoke or any(holds(entry[0], source.start) for entry in stage.spoke):
        return False
    if stage.is_a(source.head, t.RULER) and of_a_body(stage, role):
        return False  # الرئيس is not رئيس البلدية فلان
    statement, speaker, *_ = stage.spoke[-1]
    if speaker.kind != "person":
        return False
    if role.name_keys[-1:] == (fold.key(speaker.name.split()[-1]),):
        return True
    if source.start in stage.going_on or role.start < statement.cue.start:
        return False
    number = stage.scenes.at(role.start)
    subject = subjects.subject_of(number, len(stage.scenes[number].tokens))
    return subject is not None and subject.start == role.start
