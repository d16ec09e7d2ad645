"""The date that a container gives for an article -> ISO 8601."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache

from qawl.dates import Calendar, published, read_calendar
from qawl.lexicon.load import ARABIC

_MILLISECONDS = 1e11
"""A count of seconds since 1970 beyond this is one of milliseconds."""


def iso_time(value: object) -> str | None:
    """The time in a field: ISO 8601, RFC 2822, (milli)seconds since 1970, or a date in Arabic; else None."""
    if isinstance(value, date):  # A datetime is one, too.
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        return _since_1970(float(value))
    if not isinstance(value, str) or not (text := value.strip()):
        return None
    if text.isdecimal() and len(text) >= 9:
        return _since_1970(float(text))
    for read in (date.fromisoformat, datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(text).isoformat()
        except (ValueError, TypeError):
            continue
    return published(text, _calendar())


def _since_1970(seconds: float) -> str | None:
    try:
        return datetime.fromtimestamp(
            seconds / 1000 if abs(seconds) > _MILLISECONDS else seconds, UTC
        ).isoformat()
    except (ValueError, OverflowError, OSError):
        return None


@cache
def _calendar() -> Calendar:
    return read_calendar(ARABIC)
