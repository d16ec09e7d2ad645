"""The date that a page gives for itself is read; dates that are news are not."""

from __future__ import annotations

from pathlib import Path

import pytest

import qawl
from qawl.dates import Calendar, published, read_calendar

HEADLINE = "الوزير يفتتح الجسر الجديد\n"
BODY = "افتتح الوزير الجسر الجديد بعد عامين من العمل، وقال إن الطريق صار أقصر.\n"


@pytest.fixture(scope="module")
def known() -> Calendar:
    return read_calendar(Path(qawl.__file__).parent / "lexicon" / "ar")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("١٦ ديسمبر ٢٠٢١", "2021-12-16"),
        ("الخميس 19 نوفمبر 2015", "2015-11-19"),
        ("16.12.2021", "2021-12-16"),
        ("2021/12/16", "2021-12-16"),
        ("03/31/2019", "2019-03-31"),
        ("2021-12-16T10:05:00Z", "2021-12-16T10:05+00:00"),
        ("آخر تحديث: الاثنين, 14 ديسمبر/ كانون الأول, 2009, 16:14 GMT", "2009-12-14T16:14+00:00"),
        ("الأحد، 7 آذار/مارس 2010، آخر تحديث 09:30 (GMT+0400)", "2010-03-07T09:30+04:00"),
        ("0930 (GMT+04:00) - 07/03/10", "2010-03-07T09:30+04:00"),
        ("نشر في: 12 أوت 2014", "2014-08-12"),
        ("نُشِر بتاريخ 3 جانفي 2014 الساعة 8:15 مساءً", "2014-01-03T20:15"),
        ("25 يوليوز 2018 - 12:10 صباحا", "2018-07-25T00:10"),
        ("4 يناير (كانون الثاني) 2016", "2016-01-04"),
        ("الرباط - 4 غشت 2016", "2016-08-04"),
        ("٢٨ تشرين الثاني 2012", "2012-11-28"),
    ],
)
def test_a_date_line_under_the_headline_is_read(line: str, expected: str, known: Calendar) -> None:
    assert published(HEADLINE + line + "\n" + BODY, known) == expected


@pytest.mark.parametrize(
    "line",
    [
        "وكان المشروع قد بدأ في 12 مايو 2015.",
        "بدأ المشروع في 12 مايو 2015",
        "نشر التقرير في 12 مايو 2015",
        "تولى الوزارة من 4 يناير 1995 ولغاية 3 يناير 2006",
        "31/02/2015",
        "مايو 2015",
        "12 مايو",
        "هاتف 12-05-20154",
    ],
)
def test_a_date_inside_the_news_is_not_the_page_s(line: str, known: Calendar) -> None:
    assert published(HEADLINE + BODY + line + "\n" + BODY, known) is None


def test_run_together_lines_of_a_saved_page(known: Calendar) -> None:
    stamp = "آخر تحديث:   الجمعة, 4 يونيو/ حزيران, 2010, 07:05 GMT"
    text = f"{HEADLINE}      القائمة     {stamp}      الوزير يفتتح\n{BODY}"
    assert published(text, known) == "2010-06-04T07:05+00:00"


def test_agency_dateline_opens_the_first_paragraph(known: Calendar) -> None:
    assert published(HEADLINE + "عمان 16 ديسمبر 2021 (بترا) -- " + BODY, known) == "2021-12-16"


def test_date_after_a_cut_teaser(known: Calendar) -> None:
    teaser = BODY.strip() * 2 + " وصار الطريق... 13.08.2025\n"
    assert published(HEADLINE + teaser + BODY, known) == "2025-08-13"


def test_a_label_goes_before_a_bare_date(known: Calendar) -> None:
    text = HEADLINE + "5 مايو 2020\n" + BODY + "تاريخ النشر: 7 مايو 2020\n"
    assert published(text, known) == "2020-05-07"


def test_only_the_ends_of_a_long_text_are_looked_at(known: Calendar) -> None:
    middle = BODY * 500
    assert published(HEADLINE + middle + "5 مايو 2020\n" + middle, known) is None
    assert published(HEADLINE + middle + "5 مايو 2020\n", known) == "2020-05-05"


@pytest.mark.parametrize("text", ["", "\n", "5" * 10_000, "(" * 10_000, "5 مايو 2020" * 2_000, "\x00 ١ / ٢"])
def test_odd_texts_give_nothing(text: str, known: Calendar) -> None:
    assert published(text, known) is None
