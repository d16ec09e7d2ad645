"""Source -> speaker: who speaks in each statement, resolved within the article."""

from __future__ import annotations

from qawl.lexicon import Lexicon
from qawl.model import Speaker, Statement
from qawl.scene import Scenes
from qawl.speakers.figures import without_master, without_nation
from qawl.speakers.mention import mention
from qawl.speakers.resolver import Resolver
from qawl.speakers.stage import Stage


def resolve(
    scenes: Scenes, statements: tuple[Statement, ...], lexicon: Lexicon
) -> tuple[Speaker | None, ...]:
    """The speaker of each statement in order; None where nobody in the article fits."""
    if not statements:
        return ()
    sources = [
        mention(scenes.text, scenes.tokens[statement.sentence], statement.source, statement.name)
        if statement.source
        else None
        for statement in statements
    ]
    sources = [without_nation(lexicon, without_master(lexicon, source)) for source in sources]
    return tuple(Resolver(Stage(scenes, lexicon, statements, sources)).run())
