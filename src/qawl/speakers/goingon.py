"""A name that goes on where it stands beside a role: العداءة تيغيست أسيفا ديميسي … وقالت أسيفا."""

from __future__ import annotations

from qawl import fold
from qawl.lexicon import tags as t
from qawl.lexicon.shape import prepositional
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage


def going_on_beside_role(stage: Stage, full: str) -> str | None:
    """The name with which a role stands, and which has one word more than the name found: فازت العداءة تيغيست
    أسيفا ديميسي; not الجنرال دوغلاس ليوت أرفع مسؤول.
    """
    keys = tuple(fold.key(full).split())
    names = {
        person.name
        for number in stage.sentences_with(keys[0])
        for person in stage.people_in(number)
        if person.role
        and person.name_keys[:-1] == keys
        and _ends_in_name(stage, person)
        and not _before_another(stage, number, person)
    }
    return names.pop() if len(names) == 1 else None


def _ends_in_name(stage: Stage, person: Mention) -> bool:
    """Whether the last word of what was read as a name can but be one."""
    last = stage.lexicon.words[person.name.split()[-1]]
    name = last.tags & t.NAMES or last.rules & t.LIKE_NAME
    return bool(name) and not (last.tags & ~t.NAMES or last.rules & (t.ELATIVE | t.SUPERLATIVE))


def _before_another(stage: Stage, number: int, person: Mention) -> bool:
    """Whether the last word may be whom a verb before the role takes, or a verb: هنأ الوزير جون كيري | مادورو
    بالفوز; كان الزعيم كيم جونغ أون | أشرف على الاختبار.
    """
    tokens, behind = stage.scenes[number].tokens, stage.place_in_sentence(person.end)
    if behind >= len(tokens) or tokens[behind].word.kind == "sign":
        return False
    before = stage.word_before(person.start)
    acts = before is not None and (
        before.verb is not None or before.tags & t.VERB or before.rules & t.MEETING
    )
    return bool(acts) or prepositional(tokens[behind].word)
