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


@pytest.mark.parametrize("label", ["صورة:", "تعليق الصورة:"])
def test_a_caption_is_told_by_its_label(compiled_lexicon: Lexicon, label: str) -> None:
    kinds = blocks(compiled_lexicon, HEADLINE, LEAD, f"{label} السد الجديد في الشمال", BODY)
    assert kinds[2][0] == "caption"


@pytest.mark.parametrize("line", ["اقرأ أيضا", "اقرأ المزيد", "قد يعجبك أيضا", "مواضيع ذات صلة"])
def test_related_links_and_what_follows_are_not_read(compiled_lexicon: Lexicon, line: str) -> None:
    kinds = blocks(compiled_lexicon, HEADLINE, LEAD, BODY, line, "الوزير: لن نغلق السوق", "الطقس غدا حار")
    assert [kind for kind, _ in kinds] == ["headline", "body", "body", *["boilerplate"] * 3]


@pytest.mark.parametrize("line", ["شارك", "طباعة", "Share this page", "12:30 GMT"])
def test_buttons_and_lines_of_the_page_are_not_read(compiled_lexicon: Lexicon, line: str) -> None:
    kinds = blocks(compiled_lexicon, HEADLINE, line, LEAD, BODY)
    assert kinds[1] == ("boilerplate", line)
    assert [kind for kind, _ in kinds[2:]] == ["body", "body"]


@pytest.mark.parametrize(
    "dateline",
    ["القاهرة - رويترز - ", "القاهرة (رويترز) - ", "(CNN)-- ", "موسكو - "],
)
def test_the_dateline_is_no_part_of_the_lead(compiled_lexicon: Lexicon, dateline: str) -> None:
    kinds = blocks(compiled_lexicon, HEADLINE, dateline + LEAD, BODY)
    assert kinds[1] == ("body", LEAD)


@pytest.mark.parametrize("signature", [" (رويترز)", " (أ ف ب)", " (وكالات)"])
def test_the_agency_at_the_end_is_no_part_of_the_body(compiled_lexicon: Lexicon, signature: str) -> None:
    kinds = blocks(compiled_lexicon, HEADLINE, LEAD, BODY + signature)
    assert kinds[2] == ("body", BODY)


def test_of_a_paragraph_that_stands_twice_one_is_read(compiled_lexicon: Lexicon) -> None:
    kinds = blocks(compiled_lexicon, HEADLINE, LEAD, LEAD, BODY)
    assert sorted(kind for kind, words in kinds if words == LEAD) == ["body", "copy"]


def test_of_a_short_and_a_full_copy_the_full_one_is_read(compiled_lexicon: Lexicon) -> None:
    kinds = blocks(compiled_lexicon, HEADLINE, f"{LEAD} {BODY}", LEAD, BODY)
    assert ("body", f"{LEAD} {BODY}") in kinds


def test_one_line_with_wide_spaces_for_paragraphs_is_divided(compiled_lexicon: Lexicon) -> None:
    assert [kind for kind, _ in blocks(compiled_lexicon, LEAD, BODY, gap="     ")] == ["body", "body"]


def test_lines_broken_at_a_comma_are_one_paragraph(compiled_lexicon: Lexicon) -> None:
    lines = "ذكرت البلدية أن الجسر أغلق مساء السبت،\nإذ ظهرت شقوق في قاعدته،\nوأن العمل فيه يبدأ غدا."
    assert blocks(compiled_lexicon, HEADLINE, lines, BODY) == [
        ("headline", HEADLINE),
        ("body", lines),
        ("body", BODY),
    ]


def test_lines_as_wide_as_a_column_are_one_paragraph(compiled_lexicon: Lexicon) -> None:
    lines = (
        "أعلنت بلدية الساحل مساء السبت أنها ستغلق الجسر القديم\n"
        "أمام الشاحنات الثقيلة طوال فصل الشتاء بسبب الشقوق\n"
        "التي ظهرت في قاعدته، ودعت السائقين إلى الطريق الجديد\n"
        "الذي افتتح في الربيع الماضي شرقي المدينة، مضيفة أن\n"
        "العمل سينتهي قريبا."
    )
    assert blocks(compiled_lexicon, HEADLINE, lines) == [("headline", HEADLINE), ("body", lines)]


def test_lines_of_a_column_are_joined_between_paragraphs_of_one_line(compiled_lexicon: Lexicon) -> None:
    long = "وقالت الوزيرة إن الجسر القديم سيبقى مفتوحا أمام المشاة طوال الشهر وإن الحافلات ستسلك طريقا آخر."
    lines = (
        "وكان مهندس في البلدية ذكر لصحيفة محلية أن الشقوق\n"
        "ظهرت بعد الفيضان الأخير وأن الدعامة الشرقية التي\n"
        "أقيمت قبل خمسين عاما تحركت عن مكانها بضعة أمتار\n"
        "فقط."
    )
    assert blocks(compiled_lexicon, HEADLINE, f"{long}\n{lines}\n{BODY}") == [
        ("headline", HEADLINE),
        ("body", long),
        ("body", lines),
        ("body", BODY),
    ]


@pytest.mark.parametrize(
    "item", ["- جسر المدينة القديم", "2. جسر المدينة القديم", "اقرأ أيضا: جسر المدينة القديم"]
)
def test_items_and_links_stay_apart_from_the_line_before(compiled_lexicon: Lexicon, item: str) -> None:
    text = f"وأضافت الوزيرة أن الجسور التي ستغلق هذا العام كثيرة،\n{item}"
    assert [text[block.start : block.end] for block in found(compiled_lexicon, text)][-1] == item


def test_a_line_broken_before_the_closing_mark_goes_on(compiled_lexicon: Lexicon) -> None:
    line = 'وصرح الوزير لصحيفة "الساحل\n" بأن الجسر سيغلق غدا أمام كل السيارات.'
    assert blocks(compiled_lexicon, HEADLINE, LEAD, line) == [
        ("headline", HEADLINE),
        ("body", LEAD),
        ("body", line),
    ]


def test_a_parenthesis_between_dashes_is_no_dateline(compiled_lexicon: Lexicon) -> None:
    line = "موسكو - التي زارها الوزير أمس - قالت إنها ترحب بالاتفاق الجديد مع جيرانها في الشمال."
    assert blocks(compiled_lexicon, HEADLINE, line)[1] == ("body", line)


def test_page_titles_that_repeat_the_headline_are_copies(compiled_lexicon: Lexicon) -> None:
    kinds = blocks(compiled_lexicon, f"أخبار الساحل - {HEADLINE}", HEADLINE, LEAD, BODY)
    assert kinds[:2] == [("copy", f"أخبار الساحل - {HEADLINE}"), ("headline", HEADLINE)]


@pytest.mark.parametrize(
    "code",
    ['content="قالت الوزيرة إن السد سيمتلئ" />', 'alt="وزيرة المياه"', "BBC Arabic - العالم - السد يمتلئ"],
)
def test_page_code_in_the_text_is_not_read(compiled_lexicon: Lexicon, code: str) -> None:
    assert blocks(compiled_lexicon, HEADLINE, code, LEAD, BODY)[1] == ("boilerplate", code)


def test_tags_left_in_a_paragraph_do_not_cost_it(compiled_lexicon: Lexicon) -> None:
    linked = LEAD.replace("السد", '<a href="/dam">السد</a>')
    bold = BODY.replace("الوزارة", "<strong>الوزارة</strong>")
    kinds = blocks(compiled_lexicon, HEADLINE, linked, bold)
    assert kinds[1:] == [("body", linked), ("body", bold)]


def test_a_long_piece_of_page_code_does_not_begin_the_body(compiled_lexicon: Lexicon) -> None:
    code = f'content="{LEAD} {BODY}" />'
    kinds = blocks(compiled_lexicon, HEADLINE, code, HEADLINE, LEAD, BODY)
    assert [kind for kind, _ in kinds] == ["copy", "boilerplate", "headline", "body", "body"]


def test_behind_the_tail_of_an_article_another_is_read(compiled_lexicon: Lexicon) -> None:
    kinds = blocks(
        compiled_lexicon, HEADLINE, LEAD, BODY, "قد يعجبك أيضا", "الطقس غدا حار", LEAD[:-1] + " غدا."
    )
    assert [kind for kind, _ in kinds[3:]] == ["boilerplate", "subheadline", "body"]


def test_after_related_links_the_body_goes_on(compiled_lexicon: Lexicon) -> None:
    links = ["روابط ذات علاقة", "الوزير: لن نغلق السوق", "الطقس غدا حار"]
    kinds = blocks(compiled_lexicon, HEADLINE, LEAD, *links, BODY, gap="     ")
    assert [kind for kind, _ in kinds] == ["headline", "body", *["boilerplate"] * 3, "body"]


@pytest.mark.parametrize(
    "text",
    [
        " " * 300_000,
        "\t " * 100_000,
        "قال،\n" * 30_000,
        '" ن\n' * 30_000,
        ". " * 100_000,
        "".join("كلمة " * (9 + number % 5) + "\n" for number in range(30_000)),
    ],
)
def test_very_long_texts_of_signs_are_read_too(compiled_lexicon: Lexicon, text: str) -> None:
    """Quadratic work on these would not end within the patience of a test run."""
    assert all(block.end <= len(text) for block in found(compiled_lexicon, text))


@given(text=st.text(alphabet=st.sampled_from("قال وزير\n\r\t .:؟-()") | st.characters()))
def test_blocks_stand_in_order_and_in_the_text(compiled_lexicon: Lexicon, text: str) -> None:
    at = 0
    for block in found(compiled_lexicon, text):
        assert at <= block.start < block.end <= len(text)
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        at = block.end
