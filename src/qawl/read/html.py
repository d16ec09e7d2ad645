"""A page of HTML -> its article, and what its metadata say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec import Struct
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from qawl.read.outlets import outlet_of
from qawl.read.times import iso_time

_MARKUP = re.compile(
    r"</(?:p|div|span|a|b|i|em|strong|h[1-6]|li|ul|ol|blockquote|figure|section|article)>|<(?:br|p)[\s/>]",
    re.I,
)
_WHOLE = re.compile(r"<(?:html|body)[\s>]", re.I)
_SPACES = re.compile(r"\s+")
_OUTLET_IN_TITLE = re.compile(r"\s+[-–—|]\s+[^-–—|]{1,40}$")
_TITLES = ("og:title", "twitter:title")
_TIMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
)


class Page(Struct, frozen=True):
    """An article taken out of its page. `text` begins with the headline, where the page has one."""

    text: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None


def looks_like_markup(text: str) -> bool:
    """Whether a field holds HTML and not plain text."""
    return bool(_MARKUP.search(text))


def read_fragment(markup: str) -> str:
    """The text of a part of a page: all of it is the article. A whole page is read as one."""
    if _WHOLE.search(markup):
        return read_page(markup).text
    return _plain(HTMLTree.parse(markup), main=False)


def read_page(markup: str, address: str | None = None) -> Page:
    """The article of a page; `address` is where the page is from, if that is known. `text` may be empty."""
    tree = HTMLTree.parse(markup)
    facts = _facts(tree)
    metas = _metas(tree)
    headline = _text_of(tree, "h1")
    title = _first(_string(facts.get("headline")), *(metas.get(name) for name in _TITLES), headline)
    if not title and tree.title:
        title = _OUTLET_IN_TITLE.sub("", _one_line(tree.title)) or None
    url = _first(address, metas.get("og:url"), _attribute(tree, 'link[rel="canonical"]', "href"))
    publisher = facts.get("publisher")
    outlet = _first(
        outlet_of(url),
        metas.get("og:site_name"),
        _string(publisher.get("name")) if isinstance(publisher, dict) else _string(publisher),
        metas.get("application-name"),
    )
    times = (
        facts.get("datePublished"),
        *(metas.get(name) for name in _TIMES),
        _attribute(tree, "time[datetime]", "datetime"),
    )
    published = next(filter(None, map(iso_time, times)), None)
    return Page(_with_headline(_plain(tree, main=True), headline, title), title, outlet, url, published)


def _plain(tree: HTMLTree, main: bool) -> str:
    text: str = extract_plain_text(tree, main_content=main, alt_texts=False, list_bullets=False)
    return text


def _with_headline(text: str, headline: str | None, title: str | None) -> str:
    """The text with the headline before it, unless it stands there already."""
    shown = headline or title
    if not shown or not text.strip():
        return text
    standing = {_one_line(line) for line in text.split("\n")}
    return text if {headline, title} & standing else f"{shown}\n\n{text}"


def _metas(tree: HTMLTree) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in _all(tree, "meta[content]"):
        name = meta.getattr("property") or meta.getattr("name") or meta.getattr("itemprop")
        content = _one_line(meta.getattr("content") or "")
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _facts(tree: HTMLTree) -> dict[str, Any]:
    """The first JSON-LD object with a headline or a date of publication."""
    for script in _all(tree, 'script[type="application/ld+json"]'):
        try:
            data = msgspec.json.decode((script.text or "").strip().encode())
        except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
            continue
        for node in _objects(data):
            if "headline" in node or "datePublished" in node:
                return node
    return {}


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    for node in data if isinstance(data, list) else [data]:
        if isinstance(node, dict):
            yield node
            graph = node.get("@graph")
            yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def _all(tree: HTMLTree, selector: str) -> Iterable[Any]:
    return tree.document.query_selector_all(selector) if tree.document else ()


def _text_of(tree: HTMLTree, selector: str) -> str | None:
    element = next(iter(_all(tree, selector)), None)
    return _one_line(element.text or "") or None if element else None


def _attribute(tree: HTMLTree, selector: str, name: str) -> str | None:
    element = next(iter(_all(tree, selector)), None)
    return (element.getattr(name) or "").strip() or None if element else None


def _one_line(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _string(value: object) -> str | None:
    return _one_line(value) or None if isinstance(value, str) else None


def _first(*values: str | None) -> str | None:
    return next(filter(None, values), None)
