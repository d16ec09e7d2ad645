"""A body that is called by what it is for: الأرصاد, the المركز الوطني للأرصاد."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.word import Word
from qawl.speakers import figures
from qawl.speakers.called import MINISTRY
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage

_NO_FIELD = t.MEDIA | t.GROUP | t.OUTLET | t.DOCUMENT | t.ROLE | t.NATIONALITY


def by_field(stage: Stage, source: Mention) -> Mention | None:
    """The body with the longest name that tells what the source says it is for, with or without a nation."""
    first, *others = (stage.lexicon.words[word] for word in source.text.split())
    described = all(word.article or word.conjunction for word in others)
    if source.kind != "organisation" or not (first.article and described):
        return None
    body = first.tags & t.ORGANISATION
    power = first.rules & t.POWER or first.tags & (_NO_FIELD | t.GENERIC)
    if power and not first.rules & t.MINISTRY:
        return None
    own = {word.stem for word in others if word.stem not in stage.lexicon.nations}
    named = _bodies(stage, source, {source.keys[0], *own})
    if first.rules & t.MINISTRY:  # النفط is no لجنة النفط
        whole = set(source.keys if body else source.keys[:1])  # not الخارجية السودانية
        named = [other for other in named if other.head == MINISTRY and whole <= set(other.keys)]
    elif body:  # المؤسسة العامة للخطوط الحديدية
        named = [other for other in named if f" لل{source.text.removeprefix('ال')}" in other.text]
    return max(named, key=lambda other: len(other.keys), default=None)


def _bodies(stage: Stage, source: Mention, wanted: set[str]) -> list[Mention]:
    """The bodies of no other nation whose names hold the words behind their head."""
    inside = (
        word
        for number in stage.scenes.holding({source.keys[0]})
        for word in _before(stage, number, source.keys[0])
    )
    bodies = (word for word in inside if word.tags & t.ORGANISATION and not word.tags & t.MEDIA)
    heads = sorted({word.stem for word in bodies if not word.rules & t.MINISTRY})
    return [
        other
        for head in heads
        for other in stage.organisations_with(head)
        if other.head == head
        and other.definite  # البحرية is no حملة بحرية
        and wanted <= set(other.keys[1:])
        and not figures.differ(stage.lexicon, source.keys, other.keys)
    ]


def _before(stage: Stage, sentence: int, stem: str) -> list[Word]:
    """The words of a sentence before the last one of the stem, which it holds."""
    words = [token.word for token in stage.scenes.tokens[sentence]]
    return words[: max(at for at, word in enumerate(words) if word.stem == stem)]
