"""The gold and the records to measure against it: their types and their files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from qawl.model import Form, SpeakerKind, StatementType, Strength
from qawl.read.errors import InputError


class GoldStatement(Struct, frozen=True):
    """A line of `statements/NAME.jsonl`; positions as in the record. `optional`: counts neither way."""

    type: StatementType
    spans: tuple[tuple[int, int], ...]
    form: Form = "clause"
    kind: SpeakerKind | None = None
    cue: tuple[int, int] | None = None
    source: tuple[int, int] | None = None
    speaker: str | None = None
    aliases: tuple[str, ...] = ()
    optional: bool = False


class Place(Struct, frozen=True):
    """A stretch of the text."""

    start: int
    end: int


class Who(Struct, frozen=True):
    """The speaker of a record."""

    name: str | None = None
    kind: str | None = None


class Predicted(Struct, frozen=True):
    """What is measured of a record, this program's or another's."""

    path: str
    spans: tuple[tuple[int, int], ...]
    type: str | None = None
    form: str = "clause"
    cue: Place | None = None
    source: Place | None = None
    speaker: Who | None = None
    strength: Strength | None = None

    @property
    def name(self) -> str | None:
        """The speaker's name."""
        return self.speaker.name if self.speaker else None


class Gold(Struct, frozen=True):
    """The articles to score, by name: text and statements. `unread` are those whose errors are not listed."""

    texts: dict[str, str]
    statements: dict[str, tuple[GoldStatement, ...]]
    articles: frozenset[str]
    unread: frozenset[str]


def read_gold(folder: Path, docs: Path | None = None) -> Gold:
    """The gold in `folder`; of the articles only those that the file `docs` names, one a line.

    Raises InputError, naming file and line, where something cannot be read.
    """
    only = frozenset(_text(docs).split()) if docs else None
    articles = sorted((folder / "articles").glob("*.txt"))
    texts, statements = {}, {}
    for path in articles:
        annotated = folder / "statements" / f"{path.stem}.jsonl"
        if (only is None or path.stem in only) and annotated.exists():
            texts[path.stem] = _text(path)
            statements[path.stem] = tuple(_lines(annotated, GoldStatement))
    if not texts:
        raise InputError(
            str(folder), "no articles/NAME.txt with statements/NAME.jsonl to score", "name a folder of gold"
        )
    check = folder / "check.txt"
    unread = frozenset(_text(check).split()) if check.exists() else frozenset()
    return Gold(texts, statements, frozenset(path.stem for path in articles), unread)


def read_predicted(path: Path) -> list[Predicted]:
    """The records in a file of JSON Lines. Raises InputError with file and line."""
    return list(_lines(path, Predicted))


def _text(path: Path) -> str:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return file.read()
    except OSError as error:
        raise InputError(
            str(path), f"cannot be read ({error.strerror})", "check its name and permissions"
        ) from None
    except UnicodeDecodeError:
        raise InputError(str(path), "is not UTF-8", "save it as UTF-8") from None


_Line = TypeVar("_Line", GoldStatement, Predicted)


def _lines(path: Path, kind: type[_Line]) -> Iterable[_Line]:
    decoder = msgspec.json.Decoder(kind)
    for number, line in enumerate(_text(path).split("\n"), 1):
        if line.strip():
            try:
                yield decoder.decode(line)
            except msgspec.MsgspecError as error:
                raise InputError(f"{path}:{number}", f"no statement: {error}", "correct the line") from None
