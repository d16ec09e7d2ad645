"""The date that a page gives for itself.

In: an article's text. Out: an ISO 8601 date, or date and time where the page gives a time. Only a date
that stands as the page's own counts: alone on its line, with a label (آخر تحديث، نشر في), or in a dateline.
A date in a sentence is news, not metadata. Only the head and the tail of the text are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

from msgspec import Struct

HEAD, TAIL = 4000, 1500
"""How many code points of the text's two ends are looked at: a page's menu may stand before its date line."""
LONGEST_LINE = 120
"""Code points; a longer line is prose."""
NEAR_THE_TITLE, NEAR_THE_END = 12, 6
"""How many lines from either end may hold a date beside other words (القاهرة - 12 مايو 2015)."""

_PLAIN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹أإآ", "01234567890123456789ااا")
# Vowel marks, tatweel and invisible direction marks; pages of right-to-left text are full of the latter.
_UNSEEN = "[\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
_INVISIBLE = re.compile(_UNSEEN)
_LINE_END = re.compile(r"[\n\r\v\f\x85\u2028\u2029\t]")
_PART_END = re.compile(r"\s+[-–—|•·]+\s+|\s*\|\s*")
_WORD = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(r"(?<![\d:/.+-])(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?![\d:])")
_CLOCK_OF_FOUR_DIGITS = re.compile(r"(?<!\d)([01]\d|2[0-3])([0-5]\d)(?=\s*\(?GMT)")
_ZONE = re.compile(
    r"(?:GMT|UTC)(?:\s*([+-])\s*(\d{1,2}):?(\d{2})?)?|(?<=\d)Z\b|(?<=\d)([+-])(\d{2}):?(\d{2})\b"
)
_YEAR_FIRST = re.compile(r"(?<![\d/.-])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[/.-]\d)")
_YEAR_LAST = re.compile(r"(?<![\d/.-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?((?:19|20)?\d{2})(?!\d|[/.-]\d)")
_AFTER_ELLIPSIS = re.compile(r"(?:\.\.\.|…)\s*(\d{1,2}[./-]\d{1,2}[./-]\d{4})$")
# What each date has, in raw text: a year of four digits, or 5/6/ and the like. Most lines have neither.
_HINT = re.compile(
    r"[0-9٠-٩۰-۹]~(?:[09٠٩۰۹]~\d~\d|(?:\s~)?[-/.]~(?:\s~)?\d~(?:\d~)?(?:\s~)?[-/.])".replace(
        "~", f"{_UNSEEN}*"
    )
)
# بكين 16 ديسمبر 2021 (شينخوا) -- : place, date, agency in parentheses, dash; the article goes on after it.
_DATELINE = re.compile(r"^(?P<when>[^()]{6,50})\([^()]{2,25}\)\s*[-–—:ـ]")


class Calendar(Struct, frozen=True):
    """What is needed to read dates: month names and the words of a date line, compiled.

    `months` maps a name without diacritics to 1..12, `roles` a word beside a date to what it is there: label,
    weekday, am, pm or filler. `named` matches a day, a month's name and a year.
    """

    months: Mapping[str, int]
    roles: Mapping[str, str]
    named: re.Pattern[str]


def calendar(months: Mapping[str, int], roles: Mapping[str, str]) -> Calendar:
    """Compiles month names (ordinary spelling, to 1..12) and the roles of date-line words."""
    by_key = {_plain(name): number for name, number in months.items()}
    longest_first = sorted(by_key, key=len, reverse=True)
    name = "(?:" + "|".join(re.escape(key).replace(r"\ ", r"\s+") for key in longest_first) + ")"
    # 14 ديسمبر/ كانون الأول, 2009 and 14 يناير (كانون الثاني) 2009: the second name repeats the first.
    named = re.compile(
        rf"(?<!\d)(\d{{1,2}})\s*(?:من\s+)?[-/،,]?\s*({name})(?:\s*[/(-]\s*{name}\s*\)?)?\s*[-/،,]?\s*((?:19|20)\d{{2}})(?!\d)"
    )
    return Calendar(by_key, {_plain(word): role for word, role in roles.items()}, named)


def read_calendar(folder: Path) -> Calendar:
    """The calendar of the tables `months.tsv` and `dateline.tsv` in a lexicon folder."""
    months = {
        name: int(number)
        for number, spellings in _rows(folder / "months.tsv")
        for name in spellings.split(" | ")
    }
    return calendar(months, dict(_rows(folder / "dateline.tsv")))


def published(text: str, known: Calendar) -> str | None:
    """The date that the page gives for itself, ISO 8601, or None.

    A labelled date goes before an unlabelled one, the head before the tail. The result has a time, to the
    minute, where the line gives one, and an offset from UTC where it names one.
    """
    first: str | None = None
    for line in _promising_lines(text):
        found = _own_date(line, text, known)
        if found is None:
            continue
        value, labelled = found
        if labelled:
            return value
        first = first or value
    return first


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        if line and not line.startswith("#"):
            left, right = line.split("\t")
            yield left, right


def _plain(text: str) -> str:
    return _INVISIBLE.sub("", text).translate(_PLAIN)


def _windows(text: str) -> tuple[tuple[int, int], ...]:
    if len(text) <= HEAD + TAIL:
        return ((0, len(text)),)
    return (0, HEAD), (len(text) - TAIL, len(text))


def _lines(text: str, start: int, end: int) -> list[str]:
    """The lines of a window or of a part of it, stripped; those that a window's edge cuts are left out.

    Saved pages run their lines together, so that two spaces end a line as well.
    """
    lines = _LINE_END.split(text[start:end].replace("\xa0", " ").replace("  ", "\n"))
    if len(text) > HEAD + TAIL:
        lines = lines[start == len(text) - TAIL : len(lines) - (end == HEAD)]
    return [stripped for line in lines if (stripped := line.strip())]


def _promising_lines(text: str) -> Iterator[str]:
    """The lines at both ends that may hold a date, plain."""
    for start, end in _windows(text):
        position = start
        while hint := _HINT.search(text, position, end):
            begin = text.rfind("\n", position, hint.start()) + 1 or position
            stop = text.find("\n", hint.start(), end)
            position = end if stop < 0 else stop + 1
            for line in _lines(text, begin, end if stop < 0 else stop):
                if len(line) > LONGEST_LINE:
                    # A dateline opens its paragraph, a teaser's date closes it.
                    line = line[:60] + "\n" + line[-15:]
                if _HINT.search(line):
                    yield _plain(line)


def _stands_near_an_edge(line: str, text: str) -> bool:
    """Whether a plain line stands near the very beginning or end of the text."""
    lines = [line for start, end in _windows(text) for line in _lines(text, start, end)]
    return line in map(_plain, lines[:NEAR_THE_TITLE] + lines[-NEAR_THE_END:])


def _own_date(line: str, text: str, known: Calendar) -> tuple[str, bool] | None:
    """The date of a line of the text that is a date line, and whether a label says so."""
    if opening := _DATELINE.match(line):
        found = _find_date(opening["when"], known)
        if found and len(_WORD.findall(opening["when"][: found[1]])) <= 3:
            return found[0].isoformat(), False
    if closing := _AFTER_ELLIPSIS.search(line):
        found = _find_date(closing[1], known)
        return (found[0].isoformat(), False) if found else None
    if "\n" in line:
        return None
    found = _find_date(line, known)
    if found is None:
        return None
    day, start, end = found
    roles: list[str] = []
    for part in _PART_END.split(line[:start] + "\n" + line[end:]):
        words = _WORD.findall(part)
        known_roles = [known.roles.get(word) for word in words]
        if all(known_roles):
            roles += [role for role in known_roles if role]
        elif "\n" in part or len(words) > 4 or not _stands_near_an_edge(line, text):
            return None
    moment = _find_time(line[:start] + " \n " + line[end:], roles)
    value = day.isoformat() if moment is None else datetime.combine(day, moment).isoformat(timespec="minutes")
    return value, "label" in roles


def _find_date(text: str, known: Calendar) -> tuple[date, int, int] | None:
    """The only date of a text with its place, None where there is none, or more than one."""
    found = []
    for match in known.named.finditer(text):
        month = known.months[re.sub(r"\s+", " ", match[2])]
        found.append((_valid(int(match[3]), month, int(match[1])), match.start(), match.end()))
    for match in _YEAR_FIRST.finditer(text):
        found.append((_valid(int(match[1]), int(match[3]), int(match[4])), match.start(), match.end()))
    for match in _YEAR_LAST.finditer(text):
        day, month, year = int(match[1]), int(match[3]), int(match[4])
        if month > 12 >= day:  # the American order
            day, month = month, day
        found.append((_valid(year if year > 99 else 2000 + year, month, day), match.start(), match.end()))
    if len({day for day, _, _ in found}) != 1 or found[0][0] is None:
        return None
    return found[0][0], found[0][1], found[-1][2]


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _find_time(text: str, roles: list[str]) -> time | None:
    clock = _CLOCK.search(text) or _CLOCK_OF_FOUR_DIGITS.search(text)
    if clock is None or int(clock[1]) > 23 or int(clock[2]) > 59:
        return None
    hour = int(clock[1])
    if "pm" in roles and hour < 12:
        hour += 12
    elif "am" in roles and hour == 12:
        hour = 0
    return time(hour, int(clock[2]), tzinfo=_find_zone(text))


def _find_zone(text: str) -> timezone | None:
    zone = _ZONE.search(text)
    if zone is None:
        return None
    sign, hours, minutes = (zone[1], zone[2], zone[3]) if zone[1] else (zone[4], zone[5], zone[6])
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    if offset >= timedelta(hours=24):
        return None
    return timezone(-offset if sign == "-" else offset)
