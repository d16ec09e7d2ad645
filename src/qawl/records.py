"""Analysis -> records: what is written about each statement, whole in itself.

The record is a contract, described in docs/record.md and, for machines, in schema/record.json.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from typing import Any, Literal

import msgspec
from msgspec import Struct

from qawl.model import (
    Analysis,
    BlockKind,
    Form,
    Sentence,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    StatementType,
    Strength,
    ViaRole,
)

Part = Literal["headline", "subheadline", "caption", "body"]

_PARTS: dict[BlockKind, Part] = {"headline": "headline", "subheadline": "subheadline", "caption": "caption"}


class Passage(Struct, frozen=True):
    """A stretch of the article with its text, `[start, end)` in code points."""

    text: str
    start: int
    end: int


class CuePassage(Struct, frozen=True):
    """The words that signal the attribution."""

    text: str
    lemma: str
    sense: str
    start: int
    end: int


class ViaPassage(Struct, frozen=True):
    """Who carried the words, or to whom they were said."""

    text: str
    role: ViaRole
    start: int
    end: int


class SpeakerEntry(Struct, frozen=True):
    """Who said it."""

    name: str
    kind: SpeakerKind
    role: str | None
    affiliation: str | None
    latin: str | None
    id: str | None
    members: tuple[str, ...] | None


class Record(Struct, frozen=True):
    """One statement, whole without the article. The order of the fields is the contract."""

    schema: Literal[1]
    id: str
    path: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    type: StatementType
    form: Form
    quote: str
    spans: tuple[tuple[int, int], ...]
    speaker: SpeakerEntry | None
    source: Passage | None
    cue: CuePassage
    via: tuple[ViaPassage, ...]
    part: Part
    paragraph: int
    sentence: int
    context: Passage
    strength: Strength
    rule: str

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dictionaries, lists, strings and numbers, as in the JSON."""
        record: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))
        return record


def records_of(analysis: Analysis) -> tuple[Record, ...]:
    """The records of an article, in the order of its text. Of statements with one id the first stays."""
    return tuple(by_statement(analysis).values())


def by_statement(analysis: Analysis) -> dict[int, Record]:
    """The records in the order of the text, by the index of the statement that each is of."""
    article = analysis.article
    text_hash = hashlib.sha256(article.text.encode("utf-8", "surrogatepass"))
    title = article.title or _headline(analysis)
    sentence_starts = [sentence.start for sentence in analysis.sentences]
    records: dict[int, Record] = {}
    ids: set[str] = set()
    order = sorted(
        range(len(analysis.statements)),
        key=lambda i: (analysis.statements[i].spans[0].start, analysis.statements[i].cue.start),
    )
    for i in order:
        statement = analysis.statements[i]
        sentence = analysis.sentences[statement.sentence]
        block = analysis.blocks[sentence.block]
        cue = statement.cue
        source = statement.source
        record_id = _id(text_hash.copy(), statement)
        if record_id in ids:
            continue
        ids.add(record_id)
        records[i] = Record(
            schema=1,
            id=record_id,
            path=article.path,
            title=title,
            outlet=article.outlet,
            url=article.url,
            published=analysis.published or article.published,
            type=statement.type,
            form=statement.form,
            quote=" … ".join(article.text[span.start : span.end] for span in statement.spans),
            spans=tuple((span.start, span.end) for span in statement.spans),
            speaker=_speaker_entry(analysis.speakers[i]),
            source=_passage(article.text, source.start, source.end) if source else None,
            cue=CuePassage(
                text=article.text[cue.start : cue.end],
                lemma=cue.lemma,
                sense=cue.sense,
                start=cue.start,
                end=cue.end,
            ),
            via=tuple(
                ViaPassage(
                    text=article.text[via.start : via.end], role=via.role, start=via.start, end=via.end
                )
                for via in statement.via
            ),
            part=_PARTS.get(block.kind, "body"),
            paragraph=block.paragraph,
            sentence=sentence.number,
            context=_context(article.text, statement, analysis.sentences, sentence_starts),
            strength=analysis.strengths[i],
            rule=statement.by,
        )
    return records


def _id(text_hash: hashlib._Hash, statement: Statement) -> str:
    """The hash goes on over `start-end` of each span and the cue's start: `12-40,52-80@5`."""
    spans = ",".join(f"{span.start}-{span.end}" for span in statement.spans)
    text_hash.update(f"\0{spans}@{statement.cue.start}".encode())
    return text_hash.hexdigest()[:16]


def _headline(analysis: Analysis) -> str | None:
    for block in analysis.blocks:
        if block.kind == "headline":
            return analysis.article.text[block.start : block.end]
    return None


def _speaker_entry(speaker: Speaker | None) -> SpeakerEntry | None:
    if speaker is None:
        return None
    return SpeakerEntry(
        name=speaker.name,
        kind=speaker.kind,
        role=speaker.role,
        affiliation=speaker.affiliation,
        latin=speaker.latin,
        id=speaker.id,
        members=speaker.members,
    )


def _context(
    text: str, statement: Statement, sentences: tuple[Sentence, ...], sentence_starts: list[int]
) -> Passage:
    """The sentences in which cue and content stand, from the start of the first to the end of the last."""
    places = (*statement.spans, Span(statement.cue.start, statement.cue.end))
    start = min(place.start for place in places)
    end = max(place.end for place in places)
    first = sentences[max(bisect_right(sentence_starts, start) - 1, 0)]
    last = sentences[max(bisect_right(sentence_starts, end - 1) - 1, 0)]
    return _passage(text, min(first.start, start), max(last.end, end))


def _passage(text: str, start: int, end: int) -> Passage:
    return Passage(text=text[start:end], start=start, end=end)
