"""The kin or servant of somebody, told again by his name alone: محامي اللاعب كمال الهادي … محامي الهادي."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.word import Word
from qawl.model import Speaker, Statement
from qawl.scene import COMMAS
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage

_MOST_WORDS = 7
"""Words from what somebody is to the end of the name of whose he is: مدير أعمال اللاعب السابق كمال الهادي."""
_LEAST_WITH_NAME = 3
"""Words of what somebody is with a full name: محامي كمال الهادي."""


def servant_of(stage: Stage, source: Mention) -> Speaker | None:
    """The last who spoke as the kin or servant of whom the source names in short: والدة كمال الهادي … والدة
    كمال.
    """
    words = [stage.lexicon.words[word] for word in source.text.split()]
    if source.name or source.plural or len(words) != 2 or words[0].article or words[0].pronoun:
        return None
    head, name = words
    if not head.tags & (t.ROLE | t.RELATION) or name.tags and not name.tags & t.NAMES:
        return None
    told = ((_words(stage, said), speaker) for said, speaker, *_ in reversed(stage.spoke))
    return next((who for words, who in told if who.kind == "person" and _tells_of(words, head, name)), None)


def serves_another(stage: Stage, source: Mention) -> bool:
    """Whether the source names in full whose kin or servant it is, and who spoke as such is another's: محامي
    المتهم كمال الهادي … محامي المتهم سالم الفهد.
    """
    words = [stage.lexicon.words[word] for word in source.text.split()]
    if source.name or len(words) < _LEAST_WITH_NAME or words[0].article:
        return False
    head, given, name = words[0], words[-2], words[-1]
    if not (head.tags & (t.ROLE | t.RELATION) and given.tags & t.SURE_NAME) or name.preposition:
        return False
    spoke = [_words(stage, said) for said, speaker, *_ in stage.spoke if speaker.kind == "person"]
    alike = [said for said in spoke if any(word.stem == head.stem and not word.article for word in said)]
    named = any(word.key == name.key for said in alike for word in said)
    return bool(alike) and not named and not any(name.text in role.text.split() for role in stage.roles)


def _words(stage: Stage, said: Statement) -> list[Word]:
    """The words that name who speaks."""
    if said.source is None:
        return []
    tokens = stage.scenes[said.sentence].tokens
    return [token.word for token in tokens if said.source.start <= token.start < said.source.end]


def _tells_of(said: list[Word], head: Word, name: Word) -> bool:
    """Whether words tell that somebody is what `head` says of a man with the name, who is named in full."""
    for at, word in enumerate(said):
        if word.stem != head.stem or word.article:
            continue
        behind = said[at + 1 : at + _MOST_WORDS]
        end = next((k for k, w in enumerate(behind) if w.text in COMMAS), len(behind))
        named = zip(behind, behind[1:end], strict=False)
        return any(w.key == name.key and (w.tags | before.tags) & t.NAMES for before, w in named)
    return False
