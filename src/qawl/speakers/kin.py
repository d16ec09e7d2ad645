"""A body by another word for what it is: شركة كذا … المجموعة، تنظيم كذا … التنظيم المتشدد."""

from __future__ import annotations

from qawl import fold
from qawl.lexicon import tags as t
from qawl.lexicon.shape import relational
from qawl.lexicon.word import Word
from qawl.model import Speaker
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage


def of_kin(stage: Stage, source: Mention) -> Speaker | None:
    """The last organisation that spoke and whose name begins with a noun of the source's kind."""
    first, *others = (stage.lexicon.words[word] for word in source.text.split())
    judged = all(word.article and word.rules & t.JUDGING for word in others)
    if source.name or source.kind != "organisation" or not (first.article and judged):
        return None
    nouns = stage.lexicon.kin.get(source.head, frozenset((source.head,)))
    return stage.last(
        lambda who, *_: who.kind in ("organisation", "group") and _begins(stage, who.name, nouns)
    )


def _begins(stage: Stage, name: str, nouns: frozenset[str]) -> bool:
    """Whether a name of several words begins with one of the nouns."""
    first, _, rest = fold.key(name).partition(" ")
    return bool(rest) and stage.lexicon.words[first].stem in nouns


def tells_apart_from_none(word: Word) -> bool:
    """Whether an adjective tells a body from no other of its kind: الأميركية، المتشدد; not المنافسة."""
    return word.article and (relational(word) or bool(word.rules & t.JUDGING))


def tells_field(body: Word, adjective: Word) -> bool:
    """Whether an adjective tells what a body is for, and so which of its kind it is: المجلس الوزاري، اللجنة
    القضائية; not المجلس الأميركي، nor المنظمة الحقوقية, as the press calls one that has another name.
    """
    kind = body.tags & t.ORGANISATION and not (body.tags & t.GENERIC or body.rules & t.NAMED)
    told = adjective.tags & t.NATIONALITY or adjective.rules & t.JUDGING
    return bool(kind) and adjective.article and relational(adjective) and not told
