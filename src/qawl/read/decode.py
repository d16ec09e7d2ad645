"""Bytes -> text.

The order of trial: the encoding asked for; a byte-order mark; the encoding that a page declares; UTF-8; then
windows-1256 or ISO-8859-6, the eight-bit encodings of older Arabic texts, where the result looks like Arabic.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from qawl.read.errors import InputError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([-\w:.]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([-\w:.]+)""",
    re.IGNORECASE,
)
_LOOKED_AT = 8192
"""Bytes of a page in which its declaration is looked for."""


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


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte-order mark at the start of `data` tells, or None."""
    return next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), None)


def decode(data: bytes, path: str, encoding: str | None = None) -> Decoded:
    """The text of `data`. Raises `InputError`, naming `path`, for binary data and unknown encodings."""
    if encoding is None:
        encoding = marked_encoding(data)
    if encoding is not None:
        return Decoded(_strictly(data, path, encoding))
    if b"\0" in data:
        raise InputError(
            path,
            "not a text file",
            "if it is UTF-16 without a byte-order mark, say --encoding utf-16-le or utf-16-be",
            f"a NUL byte at {data.index(0)}",
        )
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        guess = _eight_bit(data)
        if guess is not None:
            return guess
        raise InputError(
            path,
            "neither UTF-8 nor windows-1256 nor ISO-8859-6",
            "convert it to UTF-8 or name its encoding with --encoding",
            f"byte 0x{data[error.start]:02x} at {error.start}",
        ) from None


def decode_page(data: bytes, path: str, encoding: str | None, header: str | None) -> Decoded:
    """The text of a page of HTML, whose `header` (HTTP) or own declaration may name the encoding.

    Western encodings are not believed: on Arabic pages they are what a server says by default. Bytes that fit
    nothing become U+FFFD: one broken letter does not cost the page. Raises `InputError` for binary data.
    """
    if encoding is not None or marked_encoding(data):
        return decode(data, path, encoding)
    for name in (header, _declared(data)):
        if name and is_encoding(name) and not _is_western(name):
            try:
                return Decoded(data.decode(name).removeprefix("\ufeff"))
            except UnicodeError:
                continue
    try:
        return decode(data, path)
    except InputError:
        if b"\0" in data[:_LOOKED_AT]:
            raise
        return Decoded(data.decode("utf-8", "replace"))


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, _LOOKED_AT)
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def _is_western(name: str) -> bool:
    return codecs.lookup(name).name in ("iso8859-1", "cp1252", "ascii", "iso8859-15")


def _strictly(data: bytes, path: str, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeError as error:
        at = f"at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise InputError(
            path, f"not valid {encoding}", "check the file or name another --encoding", at
        ) from None
    if "\0" in text:
        where = f"a NUL character at {text.index(chr(0))}"
        raise InputError(path, "not a text file", "check the file or its --encoding", where)
    return text.removeprefix("\ufeff")


def _eight_bit(data: bytes) -> Decoded | None:
    """The text in the eight-bit encoding whose reading has more articles: ال, the commonest pair of letters.

    The two encodings agree on alef and differ on lam, so that one's ال is the other's اف or ان.
    """
    readings = []
    for name in ("windows-1256", "iso-8859-6"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if _looks_arabic(text):
            readings.append(Decoded(text, name))
    return max(readings, key=lambda reading: reading.text.count("ال"), default=None)


def _looks_arabic(text: str) -> bool:
    """Whether a text decoded as Arabic was written so.

    Other eight-bit encodings come out as a mixture of Arabic and accented Latin letters; damaged UTF-8 as
    Arabic letters without alef and lam, which make up a quarter of the letters of Arabic prose.
    """
    if any(character < " " and character not in "\t\n\v\f\r" for character in text):
        return False
    letters = [character for character in text if character > "\x7f" and character.isalpha()]
    arabic = sum("\u0621" <= letter <= "\u064a" for letter in letters)
    return arabic >= 0.9 * len(letters) and text.count("ا") + text.count("ل") >= 0.1 * arabic > 0
