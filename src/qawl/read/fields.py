"""Named fields (of a JSON object, a row of a table, an entry of a feed) -> Article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from qawl.model import Article
from qawl.read import fieldnames
from qawl.read.errors import InputError
from qawl.read.html import looks_like_markup, read_fragment
from qawl.read.options import ReadOptions
from qawl.read.outlets import outlet_of
from qawl.read.times import iso_time

_SHOWN = 8
"""How many fields an error names."""


def read_fields(fields: Mapping[str, Any], container: str, number: int, options: ReadOptions) -> Article:
    """The article in `fields`. Its path is `container#id`, or `container#number` where there is no id.

    Plain text stays as it is; markup becomes the text that a reader sees. Raises `InputError` where no field
    holds the text, or one that was named is not there.
    """
    lowered = {name.strip().lower(): value for name, value in fields.items()}
    identifier = _named(lowered, options.id_field, fieldnames.ID)
    path = f"{container}#{number if identifier is None else identifier}"
    text = _text(lowered, path, options)
    url = _string(_named(lowered, None, fieldnames.URL))
    outlet = _string(_named(lowered, None, fieldnames.OUTLET))
    return Article(
        text=text,
        path=path,
        title=_string(_named(lowered, options.title_field, fieldnames.TITLE)),
        outlet=outlet_of(outlet) or outlet or outlet_of(url),
        url=url,
        published=iso_time(_named(lowered, options.date_field, fieldnames.DATE)),
    )


def _text(fields: Mapping[str, Any], path: str, options: ReadOptions) -> str:
    value = _named(fields, options.text_field, fieldnames.TEXT)
    if isinstance(value, str):
        return read_fragment(value) if looks_like_markup(value) else value
    if options.text_field is None and isinstance(page := _named(fields, None, fieldnames.HTML), str):
        return read_fragment(page)
    if any(fields.get(name) == "" for name in ((options.text_field or "").lower(), *fieldnames.TEXT)):
        return ""  # An article that nobody wrote yet, not a field that is missing.
    there = ", ".join(list(fields)[:_SHOWN]) + (" …" if len(fields) > _SHOWN else "")
    wanted = f"no text in the field {options.text_field}" if options.text_field else "no field with a text"
    raise InputError(
        path, wanted, "name the right one with --text-field", f"it has {there}" if there else "it has none"
    )


def _named(fields: Mapping[str, Any], asked: str | None, guesses: Iterable[str]) -> Any:
    """The value under the name asked for, or else under the first guess that has one; None without."""
    for name in (asked.lower(),) if asked else guesses:
        value: Any = fields
        for part in (name,) if name in fields else name.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        if value is not None and value != "" and not isinstance(value, Mapping | list):
            return value
    return None


def _string(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
