"""WARC -> the pages of a crawl."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

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
            _Forward(stream.reader), record_types=WarcRecordType.response, parse_http=True, auto_decode="all"
        ):
            found = _page(record, stream.path, largest)
            if found is not None:
                yield found
    except (OSError, ValueError, RuntimeError) as error:
        remedy = "what could be read is done; fetch the file again"
        raise InputError(stream.path, "damaged or cut short", remedy, str(error)) from None


def _page(record: WarcRecord, container: str, largest: int) -> Document | InputError | None:
    name = (record.record_id or "").removeprefix("<urn:uuid:").removesuffix(">")
    path = f"{container}#{name}"
    headers = record.http_headers
    if headers is None:
        return InputError(path, "damaged or cut short", "fetch the file again", "no HTTP headers")
    kind = (record.http_content_type or "").lower()
    if headers.status_code != _OK or kind not in ("text/html", "application/xhtml+xml", "text/plain"):
        return None
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


class _Forward:
    """A stream that is only read on: fastwarc 2 panics where one that says it has `seek` cannot."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self._position = 0

    def read(self, size: int = -1) -> bytes:
        data = self._source.read(size)
        self._position += len(data)
        return data

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = 0) -> int:
        raise OSError("cannot go back")

    def close(self) -> None:
        """The source closes itself."""
