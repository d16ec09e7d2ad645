"""WARC -> the pages of a crawl."""

from __future__ import annotations

from collections.abc import Iterator

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from qawl.read.errors import InputError
from qawl.read.item import Document
from qawl.read.stream import Stream, too_large

_OK = 200


def pages(stream: Stream, largest: int) -> Iterator[Document | InputError]:
    """The responses that are pages or plain text and came with status 200; others are no articles.

    Raises `InputError` where the file is no WARC any more.
    """
    try:
        for record in ArchiveIterator(
            stream.reader, record_types=WarcRecordType.response, parse_http=True, auto_decode="all"
        ):
            found = _page(record, stream.path, largest)
            if found is not None:
                yield found
    except (OSError, ValueError, RuntimeError) as error:
        remedy = "what could be read is done; fetch the file again"
        raise InputError(stream.path, "damaged or cut short", remedy, str(error)) from None


def _page(record: WarcRecord, container: str, largest: int) -> Document | InputError | None:
    headers = record.http_headers
    if headers is None or headers.status_code != _OK:
        return None
    kind = (record.http_content_type or "").lower()
    if kind not in ("text/html", "application/xhtml+xml", "text/plain"):
        return None
    name = (record.record_id or "").removeprefix("<urn:uuid:").removesuffix(">")
    path = f"{container}#{name}"
    encoded = headers.get("Content-Encoding") or headers.get("Transfer-Encoding")
    data = record.reader.read(largest + 1)
    if len(data) > largest:
        return too_large(path, largest)
    if not encoded and len(data) < record.content_length:
        return InputError(path, "damaged or cut short", "fetch the file again", "the record is not whole")
    return Document(
        path,
        data,
        "text" if kind == "text/plain" else "html",
        charset=record.http_charset,
        url=record.headers.get("WARC-Target-URI"),
    )
