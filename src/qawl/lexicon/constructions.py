"""The constructions by which statements are found, with examples that are run as tests: loads their file."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import msgspec
from msgspec import Struct

from qawl.lexicon.load import LexiconError
from qawl.model import Form, StatementType

FILE = "constructions.toml"

_HEADER = re.compile(r"\s*\[\[\s*(construction(?:\.\w+)?)\s*\]\]")
_ID = re.compile(r"""\s*id\s*=\s*["']([^"']*)["']""")
_INDEX = re.compile(r"\$\.construction\[(\d+)\](?:\.(\w+)\[(\d+)\])?")
_SYNTAX_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)")
_FEWEST_EXAMPLES = 2
_JOINED = " … "


class Example(Struct, frozen=True, forbid_unknown_fields=True):
    """A text in which the construction finds exactly one statement, and the parts of that statement.

    `content` is the record's quote, its spans joined by ` … `. `source` is left out where the subject is only
    in the verb, `speaker` where nobody fits. `pending` says why it does not work yet.
    """

    text: str
    content: str
    cue: str
    type: StatementType
    form: Form
    source: str | None = None
    speaker: str | None = None
    pending: str | None = None


class Counterexample(Struct, frozen=True, forbid_unknown_fields=True):
    """A text in which the construction finds nothing: `why`, and `pending`, why it still finds something."""

    text: str
    why: str
    pending: str | None = None


class Construction(Struct, frozen=True, forbid_unknown_fields=True):
    """One construction: the id that records carry as `rule`, its name and a note in Arabic, its examples."""

    id: str
    name: str
    note: str
    example: tuple[Example, ...] = ()
    counterexample: tuple[Counterexample, ...] = ()
    line: int = 0
    """Where its id stands in the file, from 1. Filled in by the loader."""


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    construction: tuple[Construction, ...] = ()


def load_constructions(folder: Path) -> tuple[Construction, ...]:
    """The constructions of `folder` in their order. Raises LexiconError with file and line of a mistake."""
    try:
        text = (folder / FILE).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{FILE}: cannot be read: {error}") from error
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _SYNTAX_LINE.search(str(error))
        line = int(place[1]) if place else len(text.splitlines())
        raise LexiconError(f"{FILE}:{line}: not TOML: {_SYNTAX_LINE.sub('', str(error))}") from error
    places = _Places(text)
    try:
        constructions = msgspec.convert(table, _File).construction
    except msgspec.ValidationError as error:
        raise LexiconError(f"{FILE}:{places.of(str(error))}: {error}") from error
    ids: set[str] = set()
    for number, construction in enumerate(constructions):
        _check(construction, number, places, ids)
    return tuple(
        msgspec.structs.replace(construction, line=places.id_line(number))
        for number, construction in enumerate(constructions)
    )


def _check(construction: Construction, number: int, places: _Places, ids: set[str]) -> None:
    def wrong(reason: str, part: str = "", at: int = 0) -> LexiconError:
        line = places.part_line(number, part, at) if part else places.id_line(number)
        return LexiconError(f"{FILE}:{line}: {construction.id}: {reason}")

    if places.id_at(number) != construction.id or construction.line:
        raise wrong("its id must stand on a line of its own, and it takes no line number")
    if construction.id in ids:
        raise wrong("the id stands twice")
    ids.add(construction.id)
    if not construction.name or not construction.note:
        raise wrong("needs a name and a note")
    if len(construction.example) < _FEWEST_EXAMPLES:
        raise wrong(f"needs at least {_FEWEST_EXAMPLES} examples")
    if not construction.counterexample:
        raise wrong("needs a counterexample")
    for at, example in enumerate(construction.example):
        for name, words in (("content", example.content), ("cue", example.cue), ("source", example.source)):
            for piece in (words or "").split(_JOINED):
                if piece not in example.text:
                    raise wrong(f"the {name} is not in the text: {piece}", "example", at)


class _Places:
    """The lines of a file on which constructions and their parts stand, which `tomllib` does not tell."""

    def __init__(self, text: str) -> None:
        self._ids: list[tuple[int, str]] = []
        self._parts: dict[tuple[int, str], list[int]] = {}
        construction = -1
        for line, words in enumerate(text.splitlines(), 1):
            if header := _HEADER.match(words):
                kind = header[1]
                if kind == "construction":
                    construction += 1
                    self._ids.append((line, ""))
                self._parts.setdefault((construction, kind.removeprefix("construction.")), []).append(line)
            elif construction >= 0 and not self._ids[construction][1] and (found := _ID.match(words)):
                self._ids[construction] = (line, found[1])

    def id_line(self, number: int) -> int:
        """The line of the id of construction `number`, its header's where it has none."""
        return self._ids[number][0] if number < len(self._ids) else 1

    def id_at(self, number: int) -> str:
        """The id on that line."""
        return self._ids[number][1] if number < len(self._ids) else ""

    def part_line(self, number: int, part: str, at: int) -> int:
        """The line of the header of example or counterexample `at` of construction `number`."""
        lines = self._parts.get((number, part), [])
        return lines[at] if at < len(lines) else self.id_line(number)

    def of(self, message: str) -> int:
        """The line that a message about `$.construction[2].example[0]` means."""
        place = _INDEX.search(message)
        if place is None:
            return 1
        number = int(place[1])
        return self.part_line(number, place[2], int(place[3])) if place[2] else self.id_line(number)
