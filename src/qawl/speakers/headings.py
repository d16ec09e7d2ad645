"""Lines that are nothing but a name, under which its bearer speaks."""

from __future__ import annotations

from functools import cached_property

from qawl.lexicon import tags as t
from qawl.model import Span, Statement
from qawl.speakers.mention import Mention, mention
from qawl.speakers.namewords import is_name_word
from qawl.speakers.stage import Stage

_MOST_NAME_WORDS = 4
"""Words of a name that is a heading."""


class Headings:
    """Looks for the name alone under which a statement stands."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def above(self, statement: Statement) -> Mention | None:
        """The person whose name alone is the heading that the statement stands under, where several speak so
        in turn: a line with a name, under it وأضاف.
        """
        last = self._stage.spoke[-1][0].sentence if self._stage.spoke else -1
        under = [number for number in self._names if last < number < statement.sentence]
        if len(self._names) < 2 or not under:
            return None
        tokens = self._stage.scenes[under[-1]].tokens
        name = Span(tokens[0].start, tokens[-1].end)
        return mention(self._stage.text, tokens, name, name)

    @cached_property
    def _names(self) -> list[int]:
        """The sentences that are nothing but a personal name."""
        return [
            number
            for number, tokens in enumerate(self._stage.scenes.tokens)
            if 1 < len(tokens) <= _MOST_NAME_WORDS
            and all(token.word.tags & t.NAME or is_name_word(token.word) for token in tokens)
            and any(token.word.tags & (t.SURE_NAME | t.SURNAME) for token in tokens)
        ]
