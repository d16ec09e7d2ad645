"""A body by another word for what it is: شركة كذا … المجموعة، تنظيم كذا … التنظيم المتشدد."""

from __future__ import annotations

from qawl import fold
from qawl.lexicon import tags as t
from qawl.lexicon.shape import relational
from qawl.lexicon.word import Word
from qawl.model import Speaker
from qawl.speakers import figures
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage


def of_kin(stage: Stage, source: Mention) -> Speaker | None:
    """The organisation that spoke last, where its name begins with a noun of the source's kind."""
    first, *others = (stage.lexicon.words[word] for word in source.text.split())
    if (
        source.name
        or not first.article
        or figures.country(stage.lexicon, source.keys)
        or not all(map(tells_apart_from_none, others))
    ):
        return None
    last = stage.last(lambda speaker, *_: speaker.kind == "organisation")
    if last is None or " " not in last.name:
        return None
    own = [stage.lexicon.words[key].stem for key in fold.key(last.name).split()]
    nouns = stage.lexicon.kin.get(source.head, frozenset((source.head,)))
    return last if own[0] in nouns else None


def tells_apart_from_none(word: Word) -> bool:
    """Whether an adjective tells a body from no other of its kind: الأميركية، المتشدد; not المنافسة."""
    return word.article and (relational(word) or bool(word.rules & t.JUDGING))
