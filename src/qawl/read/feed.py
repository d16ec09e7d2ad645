"""RSS and Atom -> rows, an entry each."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

from qawl.read.errors import InputError
from qawl.read.item import Row
from qawl.read.stream import Stream

_PARTS = {
    "title": "title",
    "encoded": "content",
    "content": "content",
    "description": "summary",
    "summary": "summary",
    "pubDate": "published",
    "published": "published",
    "date": "published",
    "updated": "updated",
    "guid": "id",
    "id": "id",
    "source": "source",
}


def entries(stream: Stream) -> Iterator[Row]:
    """The entries of a feed with their content, or their summary where that is all.

    Raises `InputError` where the XML is broken; the entries before are done.
    """
    outlet: str | None = None
    number = 0
    open_tags: list[str] = []
    parents: list[ElementTree.Element] = []
    try:
        for event, element in ElementTree.iterparse(stream.reader, events=("start", "end")):
            tag = element.tag.rpartition("}")[2]
            if event == "start":
                open_tags.append(tag)
                parents.append(element)
                continue
            open_tags.pop()
            parents.pop()
            if tag == "title" and open_tags[-1:] in (["channel"], ["feed"]):
                outlet = (element.text or "").strip() or None
            elif tag in ("item", "entry"):
                number += 1
                yield Row(stream.path, _fields(element, outlet), number)
                if parents:
                    parents[-1].remove(element)  # A feed may be long.
    except ElementTree.ParseError as error:
        stream.check()
        where, what = f"{stream.path}#{number + 1}", str(error)
        raise InputError(
            where, "not valid XML", "what stands before is done; correct the feed", what
        ) from None


def _fields(entry: ElementTree.Element, outlet: str | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in entry:
        tag = part.tag.rpartition("}")[2]
        if tag == "link":
            address = part.get("href") or (part.text or "").strip()
            if address and part.get("rel", "alternate") == "alternate":
                found.setdefault("url", address)
        elif (name := _PARTS.get(tag)) and not (tag == "source" and len(part)):
            text = "".join(part.itertext()).strip()
            if part.get("type") == "xhtml":
                text = ElementTree.tostring(part, encoding="unicode")
            if text:
                found.setdefault(name, text)
    fields = {
        "html": found.get("content") or found.get("summary", ""),
        "title": found.get("title", ""),
        "published": found.get("published") or found.get("updated", ""),
        "url": found.get("url", ""),
        "outlet": found.get("source") or outlet or "",
    }
    if "id" in found:
        fields["id"] = found["id"]
    return fields
