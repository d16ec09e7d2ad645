"""What a file holds, by its first bytes and its name."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from qawl.read.decode import marked_encoding
from qawl.read.fieldnames import TEXT

Format = Literal["text", "html", "jsonl", "json", "csv", "tsv", "feed", "warc", "parquet", "zip", "tar"]

HEAD = 8192
"""Bytes that are looked at; a tar file is known by its 257th."""

_PACKED = r"(?:\.(?:gz|bz2|xz|zst))?"
_KNOWN = re.compile(
    rf"\.(?:txt|html?|xhtml|jsonl|ndjson|json|csv|tsv|rss|atom|xml|warc|parquet|tar){_PACKED}$|\.(?:zip|tgz|tbz2|txz|tzst)$"
    r"|\.(?:html?|php|aspx?|jsp|cgi)(?:\?.*)?$",  # A page saved under the name of its address.
    re.IGNORECASE | re.DOTALL,
)
_NAMED: tuple[tuple[str, Format], ...] = (
    (".jsonl", "jsonl"),
    (".ndjson", "jsonl"),
    (".json", "json"),
    (".csv", "csv"),
    (".tsv", "tsv"),
)
_NOT_READ = (b"%PDF-", b"{\\rtf", b"\xd0\xcf\x11\xe0")
"""How PDF, RTF and old Office documents begin."""
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]")
_PAGE = re.compile(r"<!doctype html|<(?:html|head|body|meta|title)[\s>]", re.IGNORECASE)


def is_readable(name: str) -> bool:
    """Whether a file in a folder or an archive is taken for one to read, by its name."""
    return bool(_KNOWN.search(name))


def recognise(head: bytes, name: str) -> Format | None:
    """The format of a file that begins with `head` and is called `name` (without the suffix of its packing).

    None for what is known not to be readable: PDF, Office documents, other XML.
    """
    if head.startswith(b"PK\x03\x04"):
        return None if b"[Content_Types].xml" in head else "zip"
    if head.startswith(b"PK\x05\x06"):  # An empty archive.
        return "zip"
    if head.startswith(_NOT_READ):
        return None
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"WARC/"):
        return "warc"
    if head[257:262] == b"ustar":
        return "tar"
    start = head.decode(marked_encoding(head) or "latin-1", "replace").lstrip("\ufeff \t\r\n")
    if start.startswith("\u00ef\u00bb\u00bf"):
        start = start[3:].lstrip()
    return _of_text(start, name.lower())


def _of_text(start: str, name: str) -> Format | None:
    if start.startswith("<"):
        if _FEED.search(start):
            return "feed"
        if _PAGE.search(start) or not name.endswith((".xml", ".txt")):
            return "html"
        return None if start.startswith("<?xml") else "text"
    named = next((kind for suffix, kind in _NAMED if name.endswith(suffix)), None)
    if named == "json" or named is None:
        if start.startswith("{") and _is_object(start.partition("\n")[0]):
            return "jsonl"
        if named is None and re.match(r"\[\s*\{", start):
            return "json"
    if named is None and not name.endswith(".txt"):
        cells = start.partition("\n")[0].strip().split("\t" if "\t" in start.partition("\n")[0] else ",")
        if len(cells) > 1 and any(cell.strip(' "').lower() in TEXT for cell in cells):
            return "tsv" if "\t" in start.partition("\n")[0] else "csv"
    return named or "text"


def _is_object(line: str) -> bool:
    """Whether a line is a JSON object; one that is longer than what is looked at is taken for one."""
    if len(line) > HEAD // 2 and not line.rstrip().endswith("}"):
        return True
    try:
        return isinstance(msgspec.json.decode(line.encode("utf-8", "replace")), dict)
    except msgspec.DecodeError:
        return False
