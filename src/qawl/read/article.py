"""Items -> articles: decoding, pages, fields. What costs time in reading is done here, in the workers."""

from __future__ import annotations

import re

import msgspec

from qawl.model import Article
from qawl.read.decode import decode, decode_page
from qawl.read.errors import InputError
from qawl.read.item import Document, Item, JsonValue, Row
from qawl.read.options import ReadOptions

_LETTER = re.compile(r"[^\W\d_]")


def read_article(item: Item, options: ReadOptions) -> tuple[Article, str | None]:
    """The article of an item, and its encoding if that had to be guessed. Raises `InputError`."""
    match item:
        case Document(kind="text"):
            text, guessed = decode(item.data, item.path, options.encoding or item.charset)
            return Article(text=text, path=item.path, url=item.url), guessed
        case Document():
            return _page(item, options)
        case JsonValue():
            return _json(item, options)
        case Row():
            from qawl.read.fields import read_fields

            return read_fields(item.fields, item.path, item.number, options), item.guessed


def _page(item: Document, options: ReadOptions) -> tuple[Article, str | None]:
    from qawl.read.html import read_page

    markup, guessed = decode_page(item.data, item.path, options.encoding, item.charset)
    page = read_page(markup, item.url)
    if not _LETTER.search(page.text):
        raise InputError(item.path, "a page without an article", "save the article's text if there is one")
    article = Article(
        text=page.text,
        path=item.path,
        title=page.title,
        outlet=page.outlet,
        url=page.url,
        published=page.published,
    )
    return article, guessed


def _json(item: JsonValue, options: ReadOptions) -> tuple[Article, str | None]:
    from qawl.read.fields import read_fields

    where = f"{item.path}#{item.number}"
    text, guessed = decode(item.data, where)
    try:
        value = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise InputError(where, "not valid JSON", "correct it and run again", str(error)) from None
    if not isinstance(value, dict):
        raise InputError(where, "no JSON object", "each article is an object with a field for its text")
    return read_fields(value, item.path, item.number, options), guessed
