"""Why a statement was found in an article, or none where one was looked for: the story of a result."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from qawl.lexicon import Lexicon
from qawl.lexicon import tags as t
from qawl.lexicon.constructions import FILE, Construction, load_constructions
from qawl.lexicon.load import ARABIC
from qawl.lexicon.strengths import Clue, Weights
from qawl.lexicon.word import Token
from qawl.model import Analysis, Article, Block, Rejected, Sentence, Span
from qawl.pipeline import analyse
from qawl.read.errors import InputError
from qawl.records import CuePassage, Passage, Record, ViaPassage, by_statement
from qawl.strength import clues
from qawl.tokenise import tokenise

_NOT_RECORDED = "another attribution has it, or none came of it: no condition is recorded"


class Line(Struct, frozen=True):
    """A line of the lexicon: file (from the working directory where it lies below it), number and text."""

    file: str
    number: int
    text: str


class WeighedClue(Struct, frozen=True):
    """What was seen of a record, and what it adds to the log-odds of the record's being right."""

    name: str
    value: str
    weight: float


class Told(Struct, frozen=True):
    """A statement found, with what it rests on.

    `found` are the conditions that the construction saw met, `resolved` the steps from the source to the
    speaker. `probability` is that of content and speaker being right, from the weights of `clues`.
    """

    record: Record
    contents: tuple[Passage, ...]
    block: str
    construction: str
    construction_line: Line | None
    cue_line: Line | None
    found: tuple[str, ...]
    resolved: tuple[str, ...]
    probability: float
    clues: tuple[WeighedClue, ...]


class Missed(Struct, frozen=True):
    """A cue that gave no statement: the lines of the lexicon it may be, and the first condition not met."""

    text: str
    start: int
    end: int
    readings: tuple[Line, ...]
    why: str


class Silence(Struct, frozen=True):
    """A place without a statement, or one inside a statement with a cue that gave none.

    `missed` are the cues of its sentence, or of the place alone where a statement covers it.
    `sentence` is None where the place is not read at all, for the reason in `block`.
    """

    place: Passage
    block: str
    sentence: Passage | None
    missed: tuple[Missed, ...]


class Story(Struct, frozen=True):
    """Statements in the order of the text, places without one, and how many cues of the article gave none."""

    path: str
    statements: tuple[Told, ...]
    silences: tuple[Silence, ...]
    missed: int

    def to_dict(self) -> dict[str, Any]:
        """The story as plain dictionaries, lists, strings and numbers."""
        story: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))
        return story


def explain(article: Article, lexicon: Lexicon, at: str | None = None) -> Story:
    """The story of every statement, or of what stands at the words `at`, wherever they stand.

    Words are found in any spelling that the program holds for the same. Raises InputError where they are not
    in the article, LexiconError where the file of constructions is wrong.
    """
    trace: list[Rejected] = []
    analysis = analyse(article, lexicon, trace)
    told = tuple(_told(analysis, lexicon))
    if at is None:
        return Story(article.path, told, (), len(trace))
    places = _places(article.text, at, lexicon)
    if not places:
        raise InputError(article.path, f"the words {at!r} are not in it", "copy them from the article")
    here = tuple(one for one in told if any(_touches(one.record, place) for place in places))
    silences = []
    for place in places:
        covered = any(_touches(one.record, place) for one in here)
        silence = _silence(analysis, place, covered, lexicon, trace)
        if silence.missed or not covered:
            silences.append(silence)
    return Story(article.path, here, tuple(silences), len(trace))


# What was found


def _told(analysis: Analysis, lexicon: Lexicon) -> Iterator[Told]:
    """The statements in the order of their records."""
    seen = list(clues(analysis.article.text, analysis.sentences, analysis.statements, analysis.speakers))
    for i, record in by_statement(analysis).items():
        statement, speaker = analysis.statements[i], analysis.speakers[i]
        construction = _constructions().get(statement.by)
        yield Told(
            record,
            tuple(Passage(analysis.article.text[start:end], start, end) for start, end in record.spans),
            _described(analysis.blocks[analysis.sentences[statement.sentence].block]),
            construction.name if construction else "",
            _line(f"{FILE}:{construction.line}") if construction else None,
            _line(statement.cue.by),
            tuple(reason for reason in statement.because if not reason.startswith(statement.cue.by)),
            speaker.because if speaker else (),
            round(lexicon.weights.probability(seen[i]), 2),
            _weighed(seen[i], lexicon.weights),
        )


def _weighed(found: tuple[Clue, ...], weights: Weights) -> tuple[WeighedClue, ...]:
    """The clues that have a weight, those that say most first."""
    weighed = [WeighedClue(*clue, weights.of[clue]) for clue in found if clue in weights.of]
    return tuple(sorted(weighed, key=lambda clue: -abs(clue.weight)))


def _touches(record: Record, place: Span) -> bool:
    parts = [*record.spans, (record.cue.start, record.cue.end)]
    if record.source:
        parts.append((record.source.start, record.source.end))
    return any(start < place.end and place.start < end for start, end in parts)


def _described(block: Block) -> str:
    return f"{block.kind} ({block.by})"


@cache
def _constructions() -> dict[str, Construction]:
    return {construction.id: construction for construction in load_constructions(ARABIC)}


def _line(where: str) -> Line | None:
    """The line that `verbs.tsv:12` names, None for what stands in no file."""
    name, _, number = where.rpartition(":")
    if not name or not number.isdigit():
        return None
    path = str(ARABIC / name)
    below = os.path.relpath(path)
    shown = path if below.startswith(os.pardir) else below
    return Line(shown, int(number), _lines(name)[int(number) - 1])


@cache
def _lines(name: str) -> list[str]:
    return (ARABIC / name).read_text("utf-8").split("\n")


# What was not


def _places(text: str, at: str, lexicon: Lexicon) -> list[Span]:
    """Where the words stand in the text; punctuation between them does not matter."""
    wanted = [token.word.key for token in _words(at, lexicon)]
    tokens = _words(text, lexicon)
    keys = [token.word.key for token in tokens]
    return [
        Span(tokens[first].start, tokens[first + len(wanted) - 1].end)
        for first in range(len(keys) - len(wanted) + 1)
        if wanted and keys[first : first + len(wanted)] == wanted
    ]


def _words(text: str, lexicon: Lexicon) -> list[Token]:
    return [token for token in tokenise(text, 0, len(text), lexicon) if token.word.kind != "sign"]


def _silence(
    analysis: Analysis, place: Span, covered: bool, lexicon: Lexicon, trace: list[Rejected]
) -> Silence:
    text = analysis.article.text
    block = next((b for b in analysis.blocks if b.start <= place.start < b.end), None)
    described = _described(block) if block else "outside the paragraphs (dateline, signature)"
    passage = Passage(text[place.start : place.end], place.start, place.end)
    number = bisect_right([sentence.start for sentence in analysis.sentences], place.start) - 1
    if number < 0 or analysis.sentences[number].end <= place.start:
        return Silence(passage, described, None, ())
    sentence = analysis.sentences[number]
    missed = _missed(analysis, place if covered else sentence, lexicon, trace)
    return Silence(
        passage,
        described,
        Passage(text[sentence.start : sentence.end], sentence.start, sentence.end),
        tuple(missed),
    )


def _missed(
    analysis: Analysis, within: Span | Sentence, lexicon: Lexicon, trace: list[Rejected]
) -> Iterator[Missed]:
    """The cues that gave no statement, in order."""
    text = analysis.article.text
    why = {rejected.start: rejected.why for rejected in trace}
    used = [statement.cue for statement in analysis.statements]
    for token in tokenise(text, within.start, within.end, lexicon):
        word = token.word
        if not (word.forms or word.tags & t.ATTRIBUTIVE or token.start in why):
            continue
        if any(cue.start <= token.start < cue.end for cue in used):
            continue
        lines = [form.entry.line for form in word.forms]
        if word.tags & t.ATTRIBUTIVE:
            first = word.stem if word.conjunction else word.key
            lines += [row.line for _, row in lexicon.attributives.get(first, ())]
        readings = tuple(line for where in dict.fromkeys(lines) if (line := _line(where)))
        reason = why.get(token.start, _NOT_RECORDED)
        yield Missed(text[token.start : token.end], token.start, token.end, readings, reason)


# For people


def as_text(story: Story) -> str:
    """The story for a terminal: one block a statement or place, every fact on a line of its own."""
    blocks = [_statement(number, told) for number, told in enumerate(story.statements, 1)]
    blocks += [_place(silence) for silence in story.silences]
    if not story.silences:
        count = f"{len(story.statements)} shown, {story.missed} cues in the article gave none"
        blocks.append([f'{count}; --at "words" tells why'])
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n"


def _statement(number: int, told: Told) -> list[str]:
    record = told.record
    lines = [f"{number}. {_flat(record.quote)}"]
    lines += _entry("record", f"{record.id} {record.type} {record.form}")
    lines += _entry("stands in", f"{told.block}, paragraph {record.paragraph}, sentence {record.sentence}")
    lines += _entry(
        "construction",
        f"{record.rule}: {told.construction or f'not in {FILE}'}",
        *(
            [f"{told.construction_line.file}:{told.construction_line.number}"]
            if told.construction_line
            else []
        ),
        *told.found,
    )
    lines += _entry(
        "cue",
        f"{_passage(record.cue)} {record.cue.lemma}, {record.cue.sense}",
        *_row(told.cue_line),
    )
    for content in told.contents:
        lines += _entry("content", _passage(content))
    lines += _entry("source", _passage(record.source) if record.source else "none: only in the cue")
    for via in record.via:
        lines += _entry(via.role, _passage(via))
    speaker = record.speaker
    lines += _entry(
        "speaker",
        f"{speaker.name} ({speaker.kind})" if speaker else "nobody in the article fits",
        *told.resolved,
    )
    lines += _entry(
        "strength",
        f"{record.strength}: right with a probability of {told.probability:.2f}"
        if speaker
        else f"{record.strength}: no speaker was resolved",
        *(f"{clue.weight:+.2f} {clue.name}: {clue.value}" for clue in told.clues),
    )
    return lines


def _place(silence: Silence) -> list[str]:
    place = silence.place
    lines = [f"No statement at {_passage(place)}"]
    if silence.sentence is None:
        return lines + _entry("not read", silence.block)
    sentence = silence.sentence
    lines += _entry("stands in", silence.block)
    lines += _entry("sentence", _passage(sentence))
    if not silence.missed:
        lines += _entry("cues", "none: no verb, noun or expression of the lexicon, no colon")
    for missed in silence.missed:
        readings = [row for line in missed.readings for row in _row(line)]
        lines += _entry("cue", f"{_passage(missed)}: {missed.why}", *readings)
    return lines


def _entry(name: str, first: str, *more: str) -> list[str]:
    """A fact with its name in the first column, and what it rests on below it."""
    return [f"   {name:14}{first}", *(f"   {'':16}{line}" for line in more)]


def _row(line: Line | None) -> tuple[str, ...]:
    return (f"{line.file}:{line.number}: {' | '.join(line.text.split(chr(9))).rstrip(' |')}",) if line else ()


def _passage(passage: Passage | CuePassage | ViaPassage | Missed) -> str:
    return f"{passage.start}-{passage.end} {_flat(passage.text)}"


def _flat(text: str) -> str:
    return " ".join(text.split())
