"""What is done with one item: read it, analyse it, keep what was asked for, encode it.

A pure function of the item and the job, so that it does not matter which process does it or how often.
"""

from __future__ import annotations

import hashlib
import os
from functools import cache
from urllib.parse import quote

from msgspec import Struct

from qawl import lexicon
from qawl.pipeline import analyse
from qawl.read.article import read_article
from qawl.read.errors import InputError
from qawl.read.item import Document, Item
from qawl.read.options import ReadOptions
from qawl.records import records_of
from qawl.select import Selection
from qawl.write import formats
from qawl.write.formats import OutputFormat

_LONGEST_NAME = 200
"""Characters of a file name; file systems take 255 bytes."""


class Job(Struct, frozen=True):
    """What is the same for all items of a run."""

    reading: ReadOptions
    selection: Selection
    output_format: OutputFormat
    texts: str | None = None
    """The folder for the texts of articles that are not files themselves."""


class Done(Struct, frozen=True):
    """What an article gave: encoded records, how many and by whom; the encoding if it had to be guessed."""

    path: str
    output: bytes
    statements: int
    speakers: tuple[str, ...]
    guessed: str | None


Outcome = Done | InputError


def do(entry: Item | InputError, job: Job) -> Outcome:
    """The outcome of one item; an input that failed to be opened stays one that failed."""
    if isinstance(entry, InputError):
        return entry
    try:
        return _extract(entry, job)
    except InputError as error:
        return error
    except OSError as error:
        return InputError(
            entry.path,
            "its text cannot be saved",
            "make room or choose another --save-text",
            str(error.strerror),
        )
    except (KeyboardInterrupt, SystemExit):
        raise
    except (
        BaseException
    ) as error:  # A mistake must not lose the other inputs; a panic of Rust is no Exception.
        detail = f"{type(error).__name__}: {error}"
        return InputError(
            entry.path, "stopped by a mistake in Qawl", "please report it with the file", detail
        )


def text_file(path: str) -> str:
    """The name under which the text of article `path` is saved: percent-encoded, cut with a hash if long."""
    name = quote(path, safe=" ()[]@+=,#")
    if len(name) > _LONGEST_NAME:
        name = f"{name[:_LONGEST_NAME]}-{hashlib.sha256(path.encode('utf-8', 'replace')).hexdigest()[:16]}"
    return f"{name}.txt"


def _extract(item: Item, job: Job) -> Done:
    article, guessed = read_article(item, job.reading)
    if job.texts is not None and not (isinstance(item, Document) and item.whole):
        with open(
            os.path.join(job.texts, text_file(article.path)), "w", encoding="utf-8", newline=""
        ) as file:
            file.write(article.text)
    records = tuple(filter(job.selection.keeps, records_of(analyse(article, lexicon.load()))))
    speakers = dict.fromkeys(record.speaker.name for record in records if record.speaker)
    return Done(
        article.path, _format(job.output_format).encode(records), len(records), tuple(speakers), guessed
    )


@cache
def _format(name: OutputFormat) -> formats.Format:
    return formats.load(name)
