"""Which of two holders of an office has the floor: قال الوزير فلان …. وبعد لقائه الوزير علانا، قال الوزير."""

from __future__ import annotations

from qawl import fold
from qawl.lexicon import tags as t
from qawl.speakers.mention import Mention
from qawl.speakers.offices import of_a_body
from qawl.speakers.stage import Spoken, Stage, holds
from qawl.speakers.subjects import Subjects


def last_on_floor(stage: Stage, source: Mention) -> Spoken | None:
    """What was said last before the source, None where no person said it or the source is told of inside what
    somebody says: قال الوزير فلان إن الوزير السابق وعد بذلك.
    """
    last = stage.spoke[-1] if stage.spoke else None
    if last is None or last[1].kind != "person":
        return None
    return None if any(holds(statement, source.start) for statement, *_ in stage.spoke) else last


def has_the_floor(stage: Stage, subjects: Subjects, role: Mention, source: Mention, last: Spoken) -> bool:
    """Whether the holder of a role spoke last before the source, or was the subject of a sentence since: قال
    الوزير فلان …. وقال الوزير.
    """
    if stage.is_a(source.head, t.RULER) and of_a_body(stage, role):
        return False  # الرئيس is not رئيس البلدية فلان
    statement, speaker, *_ = last
    if role.name_keys[-1:] == (fold.key(speaker.name.split()[-1]),):
        return True
    if source.start in stage.going_on or role.start < statement.cue.start:
        return False
    number = stage.scenes.at(role.start)
    subject = subjects.subject_of(number, len(stage.scenes[number].tokens))
    return subject is not None and subject.start == role.start
