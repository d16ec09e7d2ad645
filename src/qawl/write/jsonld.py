"""Records -> W3C Web Annotation, in JSON-LD.

One AnnotationPage; an Annotation for each statement, whose body names the speaker and whose targets are the
spans, each with its position (in code points, as the standard counts) and its words with those around them.
https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import msgspec

from qawl.records import Record
from qawl.write.formats import Format

_CONTEXT = 32
"""Code points before and after the words, by which they are found again in another copy of the text."""

_encoder = msgspec.json.Encoder()


def encode(records: tuple[Record, ...]) -> bytes:
    """The annotations of an article."""
    return b",\n".join(_encoder.encode(_annotation(record)) for record in records)


def _annotation(record: Record) -> dict[str, Any]:
    bodies = [_body("classifying", f"{record.cue.sense} ({record.type}, {record.form})", "en")]
    if record.speaker is not None:
        bodies.insert(0, _body("identifying", record.speaker.name, "ar"))
        if record.speaker.id is not None:
            bodies[0]["id"] = f"urn:qawl:speaker:{quote(record.speaker.id, safe='')}"
    return {
        "id": f"urn:qawl:statement:{record.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": bodies,
        "target": [_target(record, start, end) for start, end in record.spans],
    }


def _body(purpose: str, value: str, language: str) -> dict[str, str]:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": value,
        "format": "text/plain",
        "language": language,
    }


def _target(record: Record, start: int, end: int) -> dict[str, Any]:
    text, offset = record.context.text, record.context.start
    first, last = start - offset, end - offset
    return {
        "type": "SpecificResource",
        "source": record.url or quote(record.path, safe="/#"),
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": text[first:last],
                "prefix": text[max(first - _CONTEXT, 0) : first],
                "suffix": text[last : last + _CONTEXT],
            },
        ],
    }


FORMAT = Format(
    encode,
    head=b'{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":[\n',
    between=b",\n",
    tail=b"\n]}\n",
)
