"""Records -> CSV (RFC 4180) and TSV, a statement a row: for spreadsheets.

Both begin with a byte-order mark, without which spreadsheets do not take them for UTF-8. A cell that a
spreadsheet would take for a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from functools import partial

from qawl.records import Record
from qawl.write.formats import Format

COLUMNS = (
    "schema id path title outlet url published type form quote spans"
    " speaker speaker_kind speaker_role speaker_affiliation speaker_latin speaker_id speaker_members"
    " source source_start source_end cue cue_lemma cue_sense cue_start cue_end via"
    " part paragraph sentence context context_start context_end strength rule"
).split()

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def _rows(records: tuple[Record, ...], delimiter: str) -> bytes:
    if not records:
        return b""
    return _encode([_cells(record) for record in records], delimiter)


def _encode(rows: list[list[str | int | None]], delimiter: str) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return buffer.getvalue().encode()


def _cells(record: Record) -> list[str | int | None]:
    speaker, source, cue, context = record.speaker, record.source, record.cue, record.context
    return [
        _safe(cell)
        for cell in (
            record.schema,
            record.id,
            record.path,
            record.title,
            record.outlet,
            record.url,
            record.published,
            record.type,
            record.form,
            record.quote,
            " ".join(f"{start}:{end}" for start, end in record.spans),
            speaker.name if speaker else None,
            speaker.kind if speaker else None,
            speaker.role if speaker else None,
            speaker.affiliation if speaker else None,
            speaker.latin if speaker else None,
            speaker.id if speaker else None,
            " | ".join(speaker.members or ()) if speaker else None,
            source.text if source else None,
            source.start if source else None,
            source.end if source else None,
            cue.text,
            cue.lemma,
            cue.sense,
            cue.start,
            cue.end,
            " | ".join(f"{via.role}: {via.text}" for via in record.via),
            record.part,
            record.paragraph,
            record.sentence,
            context.text,
            context.start,
            context.end,
            record.strength,
            record.rule,
        )
    ]


def _safe(cell: str | int | None) -> str | int | None:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _table(delimiter: str) -> Format:
    head = b"\xef\xbb\xbf" + _encode([list(COLUMNS)], delimiter)
    return Format(partial(_rows, delimiter=delimiter), head=head)


FORMAT = _table(",")
TSV = _table("\t")
