"""Blocks: headline, sub-headline, caption, body, and what is no part of the article; no text is cut out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qawl import clean
from qawl.lexicon import Lexicon
from qawl.model import Article, Block

HEADLINE = "السد الجديد يمتلئ قبل الشتاء"
LEAD = "قالت وزيرة المياه ليلى الحداد إن السد الجديد سيمتلئ قبل نهاية الشتاء وإن القرى كلها ستشرب منه."
BODY = "وأضافت الحداد أن الوزارة لن ترفع سعر المتر المكعب هذا العام رغم ارتفاع كلفة الكهرباء والصيانة."

UNKNOWN_LINE = pytest.mark.xfail(strict=True, reason="boilerplate.tsv has no such line")


def blocks(lexicon: Lexicon, *lines: str, gap: str = "\n\n") -> list[tuple[str, str]]:
    """Kind and text of each block."""
    text = gap.join(lines)
    return [(block.kind, text[block.start : block.end]) for block in found(lexicon, text)]


def found(lexicon: Lexicon, text: str) -> tuple[Block, ...]:
    return clean.blocks(Article(text), lexicon)


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\n \n\n"])
def test_headline_and_paragraphs(compiled_lexicon: Lexicon, gap: str) -> None:
    assert blocks(compiled_lexicon, HEADLINE, LEAD, BODY, gap=gap) == [
        ("headline", HEADLINE),
        ("body", LEAD),
        ("body", BODY),
    ]


def test_paragraphs_are_numbered_by_lines_that_are_not_empty(compiled_lexicon: Lexicon) -> None:
    text = f"{HEADLINE}\n\n\n{LEAD}\n \n{BODY}\n"
    assert [block.paragraph for block in found(compiled_lexicon, text)] == [0, 1, 2]


def test_an_article_may_have_no_headline(compiled_lexicon: Lexicon) -> None:
    assert blocks(compiled_lexicon, LEAD, BODY) == [("body", LEAD), ("body", BODY)]


def test_a_short_line_between_paragraphs_is_a_subheadline(compiled_lexicon: Lexicon) -> None:
    kinds = blocks(compiled_lexicon, HEADLINE, LEAD, "أسعار ثابتة", BODY)
    assert kinds[2] == ("subheadline", "أسعار ثابتة")


@pytest.mark.parametrize("label", ["صورة:", pytest.param("تعليق الصورة:", marks=UNKNOWN_LINE)])
def test_a_caption_is_told_by_its_label(compiled_lexicon: Lexicon, label: str) -> None:
    kinds = blocks(compiled_lexicon, HEADLINE, LEAD, f"{label} السد الجديد في الشمال", BODY)
    assert kinds[2][0] == "caption"


@pytest.mark.parametrize("line", ["اقرأ أيضا", "اقرأ المزيد", "قد يعجبك أيضا", "مواضيع ذات صلة"])
def test_related_links_and_what_follows_are_not_read(compiled_lexicon: Lexicon, line: str) -> None:
    kinds = blocks(compiled_lexicon, HEADLINE, LEAD, BODY, line, "الوزير: لن نغلق السوق", "الطقس غدا حار")
    assert [kind for kind, _ in kinds] == ["headline", "body", "body", *["boilerplate"] * 3]


@pytest.mark.parametrize(
    "line", [pytest.param("شارك", marks=UNKNOWN_LINE), "طباعة", "Share this page", "12:30 GMT"]
)
def test_buttons_and_lines_of_the_page_are_not_read(compiled_lexicon: Lexicon, line: str) -> None:
    kinds = blocks(compiled_lexicon, HEADLINE, line, LEAD, BODY)
    assert kinds[1] == ("boilerplate", line)
    assert [kind for kind, _ in kinds[2:]] == ["body", "body"]


@pytest.mark.parametrize(
    "dateline",
    ["القاهرة - رويترز - ", "القاهرة (رويترز) - ", "(CNN)-- ", pytest.param("موسكو - ", marks=UNKNOWN_LINE)],
)
def test_the_dateline_is_no_part_of_the_lead(compiled_lexicon: Lexicon, dateline: str) -> None:
    kinds = blocks(compiled_lexicon, HEADLINE, dateline + LEAD, BODY)
    assert kinds[1] == ("body", LEAD)


@pytest.mark.xfail(strict=True, reason="a signature after the full stop stays")
@pytest.mark.parametrize("signature", [" (رويترز)", " (أ ف ب)", " (وكالات)"])
def test_the_agency_at_the_end_is_no_part_of_the_body(compiled_lexicon: Lexicon, signature: str) -> None:
    kinds = blocks(compiled_lexicon, HEADLINE, LEAD, BODY + signature)
    assert kinds[2] == ("body", BODY)


def test_of_a_paragraph_that_stands_twice_one_is_read(compiled_lexicon: Lexicon) -> None:
    kinds = blocks(compiled_lexicon, HEADLINE, LEAD, LEAD, BODY)
    assert sorted(kind for kind, words in kinds if words == LEAD) == ["body", "copy"]


@pytest.mark.xfail(strict=True, reason="the last copy is read, not the fullest")
def test_of_a_short_and_a_full_copy_the_full_one_is_read(compiled_lexicon: Lexicon) -> None:
    kinds = blocks(compiled_lexicon, HEADLINE, f"{LEAD} {BODY}", LEAD, BODY)
    assert ("body", f"{LEAD} {BODY}") in kinds


def test_one_line_with_wide_spaces_for_paragraphs_is_divided(compiled_lexicon: Lexicon) -> None:
    assert [kind for kind, _ in blocks(compiled_lexicon, LEAD, BODY, gap="     ")] == ["body", "body"]


@given(text=st.text(alphabet=st.sampled_from("قال وزير\n\r\t .:؟-()") | st.characters()))
def test_blocks_stand_in_order_and_in_the_text(compiled_lexicon: Lexicon, text: str) -> None:
    at = 0
    for block in found(compiled_lexicon, text):
        assert at <= block.start < block.end <= len(text)
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        at = block.end
