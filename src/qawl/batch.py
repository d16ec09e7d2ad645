"""Many inputs, one after the other: read, analyse, make records. One that fails stops no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from qawl.lexicon import Lexicon
from qawl.pipeline import analyse
from qawl.read.errors import InputError
from qawl.read.text import as_unicode, read_text
from qawl.records import Record, records_of


class Extracted(Struct, frozen=True):
    """The records of one input, and the encoding if it had to be guessed."""

    path: str
    records: tuple[Record, ...]
    guessed: str | None


def extract_each(
    inputs: Iterable[str | InputError], lexicon: Lexicon, encoding: str | None = None
) -> Iterator[Extracted | InputError]:
    """What became of each input. `inputs` are paths, `-` for stdin; errors among them are passed on."""
    for named in inputs:
        if isinstance(named, InputError):
            yield named
            continue
        try:
            article, guessed = read_text(named, encoding)
            yield Extracted(article.path, records_of(analyse(article, lexicon)), guessed)
        except InputError as error:
            yield error
        except Exception as error:  # A mistake in Qawl must not lose the other inputs of a long run.
            reason = f"stopped by a mistake in Qawl ({type(error).__name__}: {error})"
            yield InputError(as_unicode(named), reason, "please report it with the file")
