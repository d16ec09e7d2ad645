"""Plain text -> Article."""

from __future__ import annotations

from qawl.model import Article
from qawl.read.decode import decode
from qawl.read.inputs import as_unicode
from qawl.read.options import LARGEST
from qawl.read.stream import Meter, open_stream

__all__ = ["as_unicode", "read_text"]


def read_text(path: str, encoding: str | None = None) -> tuple[Article, str | None]:
    """The article in the text file `path` (`-` for standard input), and the encoding if it had to be guessed.

    Raises `InputError` where the file cannot be opened or its bytes are not text.
    """
    with open_stream(path, Meter()) as stream:
        data = stream.read_whole(LARGEST)
    text, guessed = decode(data, stream.path, encoding)
    return Article(text=text, path=stream.path), guessed
