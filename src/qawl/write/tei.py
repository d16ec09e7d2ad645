"""Records -> TEI P5: a corpus with a text for each article, a passage for each statement, with <said>.

<said> has @direct and the speaker, @who, who is listed in the header of the text; the cue stands in <seg>,
the words that name the speaker in <rs>. A statement in pieces is several <said>, linked by @next and @prev.
https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-said.html
"""

from __future__ import annotations

import hashlib
import re
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct

from qawl.records import Record, SpeakerEntry
from qawl.write.formats import Format

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LISTS = {"person": ("listPerson", "person", "persName"), "place": ("listPlace", "place", "placeName")}
_OTHERS = ("listOrg", "org", "orgName")


class _Piece(Struct, frozen=True):
    start: int
    end: int
    opening: str
    closing: str


def encode(records: tuple[Record, ...]) -> bytes:
    """The <TEI> element of an article."""
    if not records:
        return b""
    first = records[0]
    key = hashlib.sha256(first.path.encode()).hexdigest()[:12]
    speakers: dict[SpeakerEntry, str] = {}
    for record in records:
        if record.speaker is not None:
            speakers.setdefault(record.speaker, f"speaker-{key}-{len(speakers) + 1}")
    passages = "".join(_passage(record, key, speakers) for record in records)
    body = f"<text><body>\n{passages}</body></text>\n"
    return f'<TEI xml:id="text-{key}">\n{_header(first, speakers)}{body}</TEI>\n'.encode()


def _header(record: Record, speakers: dict[SpeakerEntry, str]) -> str:
    source = "".join(
        f"<{tag}>{_plain(value)}</{tag}>"
        for tag, value in (
            ("title", record.title),
            ("publisher", record.outlet),
            ("date", record.published),
            ("idno", record.url),
            ("idno", record.path),
        )
        if value
    )
    lists = "".join(_listed(speaker, name) for speaker, name in speakers.items())
    described = f"<profileDesc><particDesc>{lists}</particDesc></profileDesc>" if lists else ""
    return (
        f"<teiHeader><fileDesc><titleStmt><title>{_plain(record.title or record.path)}</title></titleStmt>"
        f"<publicationStmt><p>Statements found by Qawl</p></publicationStmt>"
        f"<sourceDesc><bibl>{source}</bibl></sourceDesc></fileDesc>{described}</teiHeader>\n"
    )


def _listed(speaker: SpeakerEntry, name: str) -> str:
    group, entry, called = _LISTS.get(speaker.kind, _OTHERS)
    role = f"<note>{_plain(speaker.role)}</note>" if speaker.role else ""
    named = f"<{called}>{_plain(speaker.name)}</{called}>"
    return f'<{group}><{entry} xml:id="{name}">{named}{role}</{entry}></{group}>'


def _passage(record: Record, key: str, speakers: dict[SpeakerEntry, str]) -> str:
    pieces = _said(record, key, speakers)
    cue, source = record.cue, record.source
    opening = f'<seg type="cue" subtype="{cue.sense}" n={_attribute(cue.lemma)}>'
    around = [_Piece(cue.start, cue.end, opening, "</seg>")]
    if source is not None:
        around.append(_Piece(source.start, source.end, '<rs type="source">', "</rs>"))
    for piece in around:  # What was said is never left out; a cue or source that crosses it is.
        if all(piece.end <= other.start or other.end <= piece.start for other in pieces):
            pieces.append(piece)
    text, offset = record.context.text, record.context.start
    parts, at = [], offset
    for piece in sorted(pieces, key=lambda piece: piece.start):
        parts += [_plain(text[at - offset : piece.start - offset]), piece.opening]
        parts += [_plain(text[piece.start - offset : piece.end - offset]), piece.closing]
        at = piece.end
    parts.append(_plain(text[at - offset :]))
    where = f"paragraph-{record.paragraph} sentence-{record.sentence} {record.part}"
    opening = (
        f'<ab xml:id="statement-{key}-{record.id}" type="statement" subtype="{record.type}" n="{where}">'
    )
    return f"{opening}{''.join(parts)}</ab>\n"


def _said(record: Record, key: str, speakers: dict[SpeakerEntry, str]) -> list[_Piece]:
    who = f' who="#{speakers[record.speaker]}"' if record.speaker is not None else ""
    direct = "true" if record.type == "direct" else "false"
    last = len(record.spans) - 1
    pieces = []
    for number, (start, end) in enumerate(record.spans):
        name = f"said-{key}-{record.id}"
        links = f' xml:id="{name}-{number}"'
        links += f' next="#{name}-{number + 1}"' if number < last else ""
        links += f' prev="#{name}-{number - 1}"' if number else ""
        pieces.append(_Piece(start, end, f'<said{links}{who} direct="{direct}">', "</said>"))
    return pieces


def _plain(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_NO_XML.sub("\ufffd", text))


FORMAT = Format(
    encode,
    head=b"""<?xml version="1.0" encoding="UTF-8"?>
<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>Statements</title></titleStmt><publicationStmt><p>Written by Qawl</p>\
</publicationStmt><sourceDesc><p>The articles below</p></sourceDesc></fileDesc></teiHeader>
""",
    tail=b"</teiCorpus>\n",
)
