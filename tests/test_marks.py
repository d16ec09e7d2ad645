"""Quotation marks of every style, pairs that are broken, and quotations over several paragraphs."""

from __future__ import annotations

import pytest

from qawl import clean, marks
from qawl.lexicon import Lexicon
from qawl.model import Article, Mark

SPEECH = "سنعيد فتح الجسر قبل نهاية العام"


def pairs(lexicon: Lexicon, text: str) -> list[Mark]:
    return list(marks.pair(text, clean.blocks(Article(text), lexicon), lexicon))


def inside(lexicon: Lexicon, text: str) -> list[str]:
    """What stands between each pair of marks."""
    return [text[mark.inner_start : mark.inner_end] for mark in pairs(lexicon, text)]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ('"', '"'),
        ("«", "»"),
        ("“", "”"),
        ("”", "“"),
        ("»", "«"),
        ("„", "”"),
        ("„", "“"),
        ("‟", "”"),
        ("”", "”"),
        ("“", "“"),
        ("‹", "›"),
        ("((", "))"),
        ("''", "''"),
        ("‘", "’"),
        ("'", "'"),
        ("“", '"'),
        ('"', "”"),
        ("«", '"'),
        ("&quot;", "&quot;"),
        ("&#34;", "&#34;"),
        ("&laquo;", "&raquo;"),
        ("&ldquo;", "&rdquo;"),
        ("&#171;", "&#187;"),
        ("<<", ">>"),
        ("“", "″"),
    ],
)
def test_a_pair_of_any_style_is_as_wide_as_it_stands(
    compiled_lexicon: Lexicon, opening: str, closing: str
) -> None:
    text = f"قال رئيس البلدية كريم النجار: {opening}{SPEECH}{closing}."
    (mark,) = pairs(compiled_lexicon, text)
    assert text[mark.start : mark.inner_start] == opening
    assert text[mark.inner_start : mark.inner_end] == SPEECH
    assert text[mark.inner_end : mark.end] == closing
    assert not mark.repaired


@pytest.mark.parametrize("tail", [".", ".»", "»."])
def test_the_full_stop_may_stand_on_either_side(compiled_lexicon: Lexicon, tail: str) -> None:
    text = f"قال رئيس البلدية: «{SPEECH}{tail}" + ("" if "»" in tail else "»")
    assert [words.rstrip(".") for words in inside(compiled_lexicon, text)] == [SPEECH]


def test_several_pairs_stay_apart(compiled_lexicon: Lexicon) -> None:
    text = 'وقال "نعم للحوار" ثم أضاف "لا للحرب" وسكت.'
    assert inside(compiled_lexicon, text) == ["نعم للحوار", "لا للحرب"]


def test_spaces_inside_the_marks_do_not_matter(compiled_lexicon: Lexicon) -> None:
    text = f'وقال المدير: " {SPEECH} ".'
    assert [words.strip() for words in inside(compiled_lexicon, text)] == [SPEECH]


def test_other_marks_inside_a_quotation_are_its_own(compiled_lexicon: Lexicon) -> None:
    text = 'وقال المدير: «قرأت في صحيفة "الساحل" أن الجسر مغلق».'
    assert inside(compiled_lexicon, text) == ['قرأت في صحيفة "الساحل" أن الجسر مغلق', "الساحل"]


def test_marks_never_cross(compiled_lexicon: Lexicon) -> None:
    text = 'وقال المدير: «قرأت في "الساحل أن الجسر مغلق» وسكت "قليلا.'
    found = pairs(compiled_lexicon, text)
    for one in found:
        for other in found:
            assert not (one.start < other.start < one.end < other.end)


def test_an_apostrophe_quotes_nothing(compiled_lexicon: Lexicon) -> None:
    assert pairs(compiled_lexicon, "زار الوفد مقر شركة L'Oreal ومدينة N'Djamena أمس.") == []
    assert pairs(compiled_lexicon, "قرأ the boys' room ثم زار متجر Macy's في الساعة 10' مساء.") == []


def test_a_quotation_never_closed_ends_with_its_paragraph(compiled_lexicon: Lexicon) -> None:
    text = f'وقال المدير: "{SPEECH}.\n\nوغادر الوفد المدينة بعد ظهر أمس دون تصريح آخر.'
    (mark,) = pairs(compiled_lexicon, text)
    assert mark.repaired
    assert text[mark.inner_start : mark.inner_end].rstrip(".") == SPEECH


def test_after_one_never_closed_the_next_pairs_by_itself(compiled_lexicon: Lexicon) -> None:
    text = f"وقال المدير: «{SPEECH}. وأضافت الوزيرة: «لن نرفع الأسعار هذا العام»."
    assert inside(compiled_lexicon, text)[-1] == "لن نرفع الأسعار هذا العام"
    assert len(pairs(compiled_lexicon, text)) == 2


def test_a_closing_mark_that_was_never_opened_quotes_nothing(compiled_lexicon: Lexicon) -> None:
    assert pairs(compiled_lexicon, "وقال المدير إن الجسر جاهز». وسيفتح قريبا أمام السيارات.") == []


def test_a_broken_paragraph_does_not_break_the_next(compiled_lexicon: Lexicon) -> None:
    text = f'وقال المدير: "الجسر جاهز تماما.\n\nوقالت الوزيرة: "{SPEECH}".'
    assert inside(compiled_lexicon, text)[-1] == SPEECH


def test_a_quotation_runs_on_over_paragraphs_to_its_closing_mark(compiled_lexicon: Lexicon) -> None:
    text = "وقال رئيس البلدية: «سنعيد فتح الجسر.\n\nلن نتأخر يوما واحدا.\n\nهذا وعد».\n\nوغادر بعد ذلك."
    (words,) = inside(compiled_lexicon, text)
    assert words.startswith("سنعيد") and words.endswith("هذا وعد")


def test_a_mark_at_the_head_of_each_paragraph_belongs_to_one_quotation(compiled_lexicon: Lexicon) -> None:
    text = 'وقال رئيس البلدية: "سنعيد فتح الجسر.\n\n"لن نتأخر يوما واحدا.\n\n"هذا وعد".\n\nوغادر بعد ذلك.'
    (words,) = inside(compiled_lexicon, text)
    assert words.startswith("سنعيد") and words.endswith("هذا وعد")


def test_a_reporting_clause_ends_a_quotation_never_closed(compiled_lexicon: Lexicon) -> None:
    text = f'وقال المدير: "{SPEECH}. لن نتأخر. وأضاف أن العمال كثيرون. وغادر القاعة بعد ذلك.'
    assert inside(compiled_lexicon, text) == [f"{SPEECH}. لن نتأخر."]


def test_a_quotation_does_not_run_on_over_a_reporting_clause(compiled_lexicon: Lexicon) -> None:
    text = f'وقال المدير: "{SPEECH}.\n\nوأضافت الوزيرة أن الجسر قديم.\n\nوغادر الوفد" القاعة.'
    assert inside(compiled_lexicon, text) == [f"{SPEECH}."]


def test_a_name_in_marks_inside_a_quotation_with_the_same_marks(compiled_lexicon: Lexicon) -> None:
    text = 'وقال المدير: "قرأت في صحيفة "الساحل" أن الجسر مغلق". وسكت.'
    assert inside(compiled_lexicon, text) == ['قرأت في صحيفة "الساحل" أن الجسر مغلق', "الساحل"]


def test_a_stray_closing_mark_does_not_turn_the_others_round(compiled_lexicon: Lexicon) -> None:
    text = 'وقال المدير إن الجسر جاهز". وتابع "سنفتحه غدا"، مضيفا "هذا وعد".'
    assert inside(compiled_lexicon, text) == ["سنفتحه غدا", "هذا وعد"]


@pytest.mark.parametrize("signs", ['"', "«", "»", "“ ", "‘ ”", '"ن "', "« ن. ", '"نعم. وقال '])
def test_very_many_marks_that_do_not_pair_are_read_too(compiled_lexicon: Lexicon, signs: str) -> None:
    """Quadratic work on this text would not end within the patience of a test run."""
    text = signs * 50_000
    assert all(mark.end <= len(text) for mark in pairs(compiled_lexicon, text))


def test_very_many_marks_pair_too(compiled_lexicon: Lexicon) -> None:
    """Quadratic work on this text would not end within the patience of a test run."""
    assert len(pairs(compiled_lexicon, '"نعم" ' * 30_000)) == 30_000
