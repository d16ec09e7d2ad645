"""Plain text -> Article."""

from __future__ import annotations

import os

from qawl.model import Article
from qawl.read.decode import decode
from qawl.read.errors import InputError
from qawl.read.inputs import STDIN

_STDIN = 0


def read_text(path: str, encoding: str | None = None) -> tuple[Article, str | None]:
    """The article in the file `path` (`-` for standard input), and the encoding if it had to be guessed.

    Raises `InputError` where the file cannot be opened or its bytes are not text.
    """
    name = as_unicode(path)
    try:
        if path == STDIN:
            with open(_STDIN, "rb", closefd=False) as file:
                data = file.read()
        else:
            with open(path, "rb") as file:
                data = file.read()
    except FileNotFoundError:
        raise InputError(name, "no such file", "check the spelling and the folder") from None
    except OSError as error:
        raise InputError(name, f"cannot be read ({error.strerror})", "check its permissions") from None
    text, guessed = decode(data, name, encoding)
    return Article(text=text, path=name), guessed


def as_unicode(path: str) -> str:
    """A path that any output can hold: bytes of a file name that are not UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")
