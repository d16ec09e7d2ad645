"""Who was arrested or dismissed for what he said: اعتقلت الشرطة الناشطة فلانة بعد أن دعت إلى كذا."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.model import Statement
from qawl.phrases import noun_phrase
from qawl.scene import Scene
from qawl.speakers.likeness import same_gender
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage
from qawl.speakers.subjectwords import PEOPLE

_FARTHEST = 25
"""Tokens between the verb and what it was done for."""
_MOST_WORDS = 8
"""Words of whoever is named right before that."""


def punished(stage: Stage, statement: Statement) -> Mention | None:
    """The object of a verb of punishing, where the cue tells what it was done for: … بعد أن دعا، … لأنه قال;
    not where the verb tells what who spoke did (قال الوزير إنه أقال المدير بعد أن …).
    """
    scene, cue = stage.scenes[statement.sentence], stage.cue_token(statement)
    end = _reason(scene, cue)
    verb = scene.tokens[cue].word.verb
    if not end or not statement.by.startswith("verb") or statement.number == "p" or verb and verb.pronoun:
        return None  # not بعد أن اتهمتها بالفساد
    if stage.spoke_in(statement.sentence):
        return None
    verbs = range(end - 2, max(end - _FARTHEST, -1), -1)
    act = next((at for at in verbs if scene.tokens[at].word.rules & t.PUNISHING), -1)
    if act < 0:
        return None
    for start in range(max(act + 2, end - _MOST_WORDS), end):
        word = scene.tokens[start].word
        if word.tags & PEOPLE and word.nominal and not word.conjunction:
            phrase = noun_phrase(scene, start, end, frozenset())
            made = stage.mention_of(scene, phrase) if phrase is not None and phrase.end == end else None
            if made is not None and made.kind in ("person", "unnamed") and _fits(made, statement):
                return made
    people = stage.people_in(statement.sentence)
    behind = [who for who in people if scene.tokens[act + 1].end < who.start < scene.tokens[end].start]
    return behind[0] if len(behind) == 1 and _fits(behind[0], statement) else None


def _reason(scene: Scene, cue: int) -> int:
    """The token with which a clause begins that tells after what or why, 0 where none does."""
    before = scene.tokens[cue - 1].word if cue else None
    if before is None or cue < 2:
        return 0
    if before.tags & t.SUBORDINATOR:
        return cue - 1  # بعدما دعا، لأنه دعا
    after = scene.tokens[cue - 2].word
    return (
        cue - 2
        if before.tags & t.COMPLEMENTIZER and after.tags & t.TIME and after.tags & t.PREPOSITION
        else 0
    )


def _fits(who: Mention, statement: Statement) -> bool:
    """Whether one who is known to be a woman is told of as one: not طردت أستراليا السفير بعد أن اتهمت."""
    if statement.gender == "f" and who.gender != "f":
        return False
    return not who.plural and same_gender(who.gender, statement.gender)
