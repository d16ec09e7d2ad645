"""A nickname -> who bears it: أحمد حسام «ميدو»، محمد حمدان دقلو (حميدتي)."""

from __future__ import annotations

from qawl.lexicon.word import Token
from qawl.speakers.stage import Stage

_MARKS = frozenset({"«»", "“”", '""', "()", "''", "‘’", "””"})


def bearer(stage: Stage, nickname: str) -> str | None:
    """The name of the one behind whose name the key of the nickname stands in marks."""
    scenes = stage.scenes
    for number in sorted(scenes.holding(nickname) | scenes.holding(nickname.removeprefix("ال"))):
        tokens = scenes[number].tokens
        for at in range(2, len(tokens) - 1):
            if tokens[at].word.key == nickname and _in_marks(tokens, at):
                last = tokens[at - 2]
                for other in stage.people_in(number):
                    if other.start < last.start and other.name_keys[-1:] == (last.word.key,):
                        return other.name
    return None


def _in_marks(tokens: list[Token], at: int) -> bool:
    return tokens[at - 1].word.text + tokens[at + 1].word.text in _MARKS
