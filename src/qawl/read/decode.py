"""Bytes -> text.

The order of trial: the encoding asked for; a byte-order mark; UTF-8; windows-1256, the eight-bit encoding of
older Arabic pages, where the result looks like Arabic.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from qawl.read.errors import InputError

_GUESS = "windows-1256"
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Decoded(NamedTuple):
    """A text without its byte-order mark, newlines as in the bytes; the encoding if it was guessed."""

    text: str
    guessed: str | None = None


def is_encoding(name: str) -> bool:
    """Whether `name` is a text encoding that Python knows."""
    try:
        "a".encode(name)
    except (LookupError, ValueError):
        return False
    return True


def decode(data: bytes, path: str, encoding: str | None = None) -> Decoded:
    """The text of `data`. Raises `InputError`, naming `path`, for binary data and unknown encodings."""
    if encoding is not None:
        return Decoded(_strictly(data, path, encoding))
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data, path, name))
    if b"\0" in data:
        raise InputError(
            path,
            f"not a text file (a NUL byte at {data.index(0)})",
            "if it is UTF-16 without a byte-order mark, say --encoding utf-16-le or utf-16-be",
        )
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        text = data.decode(_GUESS)
        if _looks_arabic(text):
            return Decoded(text, _GUESS)
        raise InputError(
            path,
            f"neither UTF-8 (byte 0x{data[error.start]:02x} at {error.start}) nor {_GUESS}",
            "convert it to UTF-8 or name its encoding with --encoding",
        ) from None


def _strictly(data: bytes, path: str, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeError as error:
        at = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise InputError(
            path, f"not valid {encoding}{at}", "check the file or name another --encoding"
        ) from None
    if "\0" in text:
        raise InputError(path, f"a NUL character at {text.index(chr(0))}", "check the file or its --encoding")
    return text.removeprefix("\ufeff")


def _looks_arabic(text: str) -> bool:
    """Whether a text decoded as windows-1256 was written in it.

    Other eight-bit encodings come out as a mixture of Arabic and accented Latin letters; damaged UTF-8 as
    Arabic letters without alef and lam, which make up a quarter of the letters of Arabic prose.
    """
    if any(character < " " and character not in "\t\n\v\f\r" for character in text):
        return False
    letters = [character for character in text if character > "\x7f" and character.isalpha()]
    arabic = sum("\u0621" <= letter <= "\u064a" for letter in letters)
    return arabic >= 0.9 * len(letters) and text.count("ا") + text.count("ل") >= 0.1 * arabic > 0
