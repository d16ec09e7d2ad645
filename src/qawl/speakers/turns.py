"""Who of those that spoke has the floor: not whom another names in passing, but who acts in the sentence."""

from __future__ import annotations

from qawl.model import Statement
from qawl.speakers.introduced import agree
from qawl.speakers.stage import Spoken, Stage, holds, nested, of_inner
from qawl.speakers.subjects import Subjects


def tells_as_subject(stage: Stage, subjects: Subjects, statement: Statement) -> bool:
    """Whether who says something in a relative clause is the subject of its sentence, in which nobody else
    speaks: وحل محله المدرب فلان، الذي قال. وأضاف; not وانتقد فلانا الذي قال. وأضاف.
    """
    number = statement.sentence
    if statement.source is None or not statement.by.startswith("relative") or len(stage.spoke_in(number)) > 1:
        return False
    verb = stage.scenes[number].tokens[0].word.verb
    if verb is not None and not verb.pronoun:
        return False
    subject = subjects.subject_of(number, stage.place_in_sentence(statement.source.end))
    return subject is not None and subject.start < statement.source.end <= subject.end


def told_by_person(entry: Spoken) -> bool:
    """Whether somebody is named who told what the writer says: ارتفعت الأسعار، حسبما قال فلان. وأضاف."""
    told, speaker = entry[:2]
    named = told.source is not None and speaker.kind in ("person", "unnamed", "group")
    return named and told.by.startswith("attributive")


def in_passing(earlier: Statement, statement: Statement, entries: list[Spoken]) -> bool:
    """Whether who carries what another says is named in passing before that other goes on: أعرب فلان، بحسب
    الوكالة، عن قلقه، داعيا.
    """
    return earlier.by.startswith("attributive") and any(
        holds(earlier, other.cue.start) and other is not earlier and agree(statement, gender, plural)
        for other, _, gender, plural in entries
    )


def left(earlier: Statement, statement: Statement, entries: list[Spoken]) -> bool:
    """Whether the earlier statement stands inside the content of another that ended since, so that its
    speaker has left the stage.
    """
    if earlier.sentence == statement.sentence and earlier.spans[-1].end > statement.cue.start:
        return False
    ended = [
        entry
        for entry in entries
        if not (holds(entry[0], statement.cue.start) or entry[0].by.startswith("attributive"))
    ]
    return nested(earlier, ended) or statement.sentence > earlier.sentence and of_inner(earlier, ended)
