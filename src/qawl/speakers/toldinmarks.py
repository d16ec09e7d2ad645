"""Of whom a verb is that stands in the words of another: قال فلان: "كلمة المستشار واضحة، فقد حذر من كذا"."""

from __future__ import annotations

from msgspec import structs

from qawl.lexicon import tags as t
from qawl.model import Speaker, Statement
from qawl.speakers.authors import fitting
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage, holds
from qawl.speakers.subjectwords import PEOPLE


def told_in_marks(stage: Stage, statement: Statement, speaker: Speaker) -> Mention | None:
    """The one other person named in a sentence of the speaker's own words in marks before a verb of the third
    person there: قال المحلل فلان: "كلمة المستشار واضحة، فقد حذر"; not what the writer goes on with where
    marks are not closed ("… وقال), or what is written alike (أعلنا).
    """
    scene = stage.scenes[statement.sentence]
    at = stage.cue_token(statement)
    cue = scene.tokens[at].word
    if speaker.kind != "person" or statement.number != "s" or not statement.by.startswith("verb"):
        return None
    if cue.conjunction or any(form.person == "1" for form in cue.forms if form.tense in "pi"):
        return None
    begin = _own_words(stage, statement, speaker)
    if begin is None:
        return None
    found: dict[str, Mention] = {}
    end = 0
    for k in range(at):
        token = scene.tokens[k]
        if (
            token.start < max(begin, end)
            or not token.word.nominal
            or not token.word.tags & (PEOPLE & ~t.DOCUMENT)
        ):
            continue
        made = fitting(stage, scene, k, at, statement)
        if made is not None and made.kind == "person" and not made.plural:
            found.setdefault(made.text, made)
            end = made.end
    return _without_predicate(stage, next(iter(found.values()))) if len(found) == 1 else None


def _without_predicate(stage: Stage, one: Mention) -> Mention:
    """The role alone, where what looks like the name behind it tells something of it: كلمة المستشار واضحة."""
    last = one.text.split()[-1]
    if not one.role or len(one.name_keys) != 1 or stage.lexicon.words[last].tags & t.NAMES:
        return one
    end = one.start + len(one.role)
    return structs.replace(one, text=one.role, end=end, name="", name_keys=())


def _own_words(stage: Stage, statement: Statement, speaker: Speaker) -> int | None:
    """Where the speaker's own words in marks begin in which the statement stands; None where in none."""
    for other, who, *_ in reversed(stage.spoke):
        if other.type == "direct" and holds(other, statement.cue.start):
            return other.spans[0].start if who.name == speaker.name else None
    return None
