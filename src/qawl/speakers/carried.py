"""Who speaks where those around him hand on what he said: نقل زوار الرئيس فلان عنه قوله إن."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.model import Statement
from qawl.phrases import noun_phrase
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage

_NEAR = 12
"""Tokens between a verb and the عنه that goes with it."""
_OF = "من"


def carried(stage: Stage, statement: Statement) -> Mention | None:
    """The person to whom those belong who hand on with عنه what he said: نقل زوار الرئيس فلان | عنه أنه، نقلت
    أوساط الوزير | عنه قوله; not نقلت الوكالة عنه.
    """
    if not statement.by.startswith(("relay", "noun")):
        return None
    scene, cue = stage.scenes[statement.sentence], stage.cue_token(statement)
    tokens = scene.tokens
    relays = statement.by.startswith("relay")
    around = range(cue + 1, min(cue + _NEAR, len(tokens))) if relays else range(max(cue - 2, 0), cue)
    him = next((at for at in around if tokens[at].word.rules & t.FROM_HIM), 0)
    for at in range(him - 1, max(him - _NEAR, 0), -1):
        word = tokens[at].word
        if word.kind != "word":
            return None
        if word.tags & (t.GROUP | t.UNNAMED) and tokens[at - 1].word.verb is not None:
            first = at + 1 + (tokens[at + 1].word.key == _OF)
            phrase = noun_phrase(scene, first, him, frozenset())
            whole = phrase is not None and phrase.end == him
            made = stage.mention_of(scene, phrase) if phrase is not None and whole else None
            return made if made is not None and made.definite and made.kind == "person" else None
    return None
