"""Sentences: where they end and where a full stop ends nothing."""

from __future__ import annotations

import pytest

from qawl import clean, marks, segment
from qawl.lexicon import Lexicon
from qawl.model import Article


def sentences(lexicon: Lexicon, text: str) -> list[str]:
    blocks = clean.blocks(Article(text), lexicon)
    found = segment.sentences(text, blocks, marks.pair(text, blocks, lexicon), lexicon)
    assert [sentence.number for sentence in found] == list(range(len(found)))
    return [text[sentence.start : sentence.end] for sentence in found]


@pytest.mark.parametrize(
    "expected",
    [
        ["وصل الوفد إلى المدينة مساء أمس.", "وقال رئيسه إن الزيارة قصيرة."],
        ["هل تعود السفن إلى الميناء قبل العيد؟", "يقول التجار إنها لن تعود."],
        ["عاد المطر أخيرا إلى القرى!", "وفرح الفلاحون به."],
        ["قالت الوزيرة إن السد سيمتلئ..", "وأضافت أن القرى ستشرب."],
        ["قال د. سامي الخوري إن العملية نجحت.", "وغادر المريض أمس."],
        ["ذكرت أ.ف.ب أن الطريق مغلق.", "ولم تذكر السبب."],
        ["بلغ المعدل 12.5 بالمئة في آذار.", "وكان أعلى من ذلك."],
        ["وقع الاتفاق في 16.12.2021 بعد جلسة طويلة.", "ثم عاد الوفد."],
        ["نشرت الشركة بيانها على موقع example.com أمس.", "ولم تعلق بعده."],
        ['قال المدير: "الجسر جاهز. لن نتأخر يوما."', "وغادر القاعة بعد ذلك."],
        ['قال المدير: "الجسر جاهز. لن نتأخر يوما".', "وغادر القاعة بعد ذلك."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(compiled_lexicon: Lexicon, expected: list[str]) -> None:
    assert sentences(compiled_lexicon, " ".join(expected)) == expected


@pytest.mark.parametrize(
    "text",
    [
        'وقال المدير "الجسر جاهز." وفقا لما نشرته صحيفة الساحل.',
        '"الجسر جاهز." قال المدير.',
        '"هل عاد الوفد؟" سأل المدير.',
        "وصلت وثائق أ.ف.ب أمس.",
        "بلغت مساحة ص.ب. 15 فدانا.",
    ],
)
def test_what_is_one_sentence_stays_one(compiled_lexicon: Lexicon, text: str) -> None:
    assert sentences(compiled_lexicon, text) == [text]


@pytest.mark.parametrize(
    "expected",
    [
        ["وصل الوفد في عام 2021 م.", "وغادر بعد يومين."],
        ["وقال المدير: «الجسر جاهز.»", "من جهته أكد الوزير ذلك."],
        ["كتبت وكالة أ.ف.ب.", "وغادر الوفد بعد يومين."],
    ],
)
def test_a_stop_after_an_abbreviation_or_inside_a_mark_may_end_it(
    compiled_lexicon: Lexicon, expected: list[str]
) -> None:
    assert sentences(compiled_lexicon, " ".join(expected)) == expected


def test_a_stop_alone_is_no_sentence(compiled_lexicon: Lexicon) -> None:
    text = "وصل الوفد إلى المدينة مساء أمس. . وغادر بعد يومين . ."
    assert [sentence.strip(". ") for sentence in sentences(compiled_lexicon, text)] == [
        "وصل الوفد إلى المدينة مساء أمس",
        "وغادر بعد يومين",
    ]


def test_a_sentence_after_a_quotation_over_paragraphs_belongs_to_its_own_block(
    compiled_lexicon: Lexicon,
) -> None:
    text = "وقال رئيس البلدية: «سنعيد فتح الجسر. لن نتأخر.\n\nهذا وعد». وغادر بعد ذلك القاعة مع الوفد."
    blocks = clean.blocks(Article(text), compiled_lexicon)
    found = segment.sentences(text, blocks, marks.pair(text, blocks, compiled_lexicon), compiled_lexicon)
    assert [sentence.block for sentence in found] == [0, 1]


@pytest.mark.parametrize(
    "text", [". " * 100_000, "ن. " * 100_000, "... " * 100_000, '"ن." ' * 50_000, "«" + "ن. " * 100_000 + "»"]
)
def test_very_many_stops_are_read_too(compiled_lexicon: Lexicon, text: str) -> None:
    """Quadratic work on these would not end within the patience of a test run."""
    assert all(sentences(compiled_lexicon, text))


@pytest.mark.parametrize("piece", ["وقال محمد وأحمد إن ", "وأكد «قال إن ", "وقال «نعم» إن "])
def test_a_page_without_stops_is_read_in_pieces(compiled_lexicon: Lexicon, piece: str) -> None:
    """As one sentence, its cues would all be weighed against each other: hours for a page of a megabyte."""
    found = sentences(compiled_lexicon, piece * 20_000)
    assert max(map(len, found)) < 10_000
    assert " ".join(found).split() == (piece * 20_000).split()


def test_a_page_without_stops_is_not_cut_inside_a_quotation(compiled_lexicon: Lexicon) -> None:
    quotation = "«" + "نعم " * 3_000 + "»"
    found = sentences(compiled_lexicon, "وقال أحمد " * 500 + quotation + " وقال أحمد" * 500)
    assert any(quotation in sentence for sentence in found)
    assert len(found) == 4


def test_a_page_without_stops_or_spaces_is_cut_behind_a_comma(compiled_lexicon: Lexicon) -> None:
    found = sentences(compiled_lexicon, "قال،" * 5_000)
    assert max(map(len, found)) <= 3_004
    assert "".join(found) == "قال،" * 5_000


def test_a_quotation_longer_than_any_is_read_in_pieces(compiled_lexicon: Lexicon) -> None:
    found = sentences(compiled_lexicon, "وقال أحمد «" + "نعم " * 20_000 + "»")
    assert max(map(len, found)) <= 15_000
    assert sum(sentence.count("نعم") for sentence in found) == 20_000


def test_a_full_stop_needs_no_space_after_it(compiled_lexicon: Lexicon) -> None:
    text = "تحدث الوزير عن خطط المستقبل.وكان الوفد قد وصل أمس."
    assert sentences(compiled_lexicon, text) == ["تحدث الوزير عن خطط المستقبل.", "وكان الوفد قد وصل أمس."]


def test_dots_of_hesitation_end_no_sentence(compiled_lexicon: Lexicon) -> None:
    text = "قال إن الجسر... جاهز للسيارات منذ أمس."
    assert sentences(compiled_lexicon, text) == [text]


def test_paragraphs_are_sentences_even_without_a_full_stop(compiled_lexicon: Lexicon) -> None:
    first = "قالت وزيرة المياه ليلى الحداد إن السد الجديد سيمتلئ قبل نهاية الشتاء وإن القرى ستشرب منه"
    second = "وأضافت أن الوزارة لن ترفع سعر المتر المكعب هذا العام رغم غلاء الكهرباء"
    assert sentences(compiled_lexicon, f"{first}\n{second}.") == [first, f"{second}."]


def test_a_quotation_over_paragraphs_is_one_sentence(compiled_lexicon: Lexicon) -> None:
    text = "وقال رئيس البلدية: «سنعيد فتح الجسر. لن نتأخر.\n\nهذا وعد».\n\nوغادر بعد ذلك القاعة مع الوفد."
    assert len(sentences(compiled_lexicon, text)) == 2


def test_a_mark_never_closed_swallows_no_sentence(compiled_lexicon: Lexicon) -> None:
    text = 'وقال المدير: "الجسر جاهز تماما. وغادر القاعة بعد ذلك. ثم عاد الوفد إلى المدينة.'
    assert len(sentences(compiled_lexicon, text)) == 3


def test_boilerplate_has_no_sentences(compiled_lexicon: Lexicon) -> None:
    text = "قالت وزيرة المياه ليلى الحداد إن السد سيمتلئ قبل الشتاء المقبل.\n\nاقرأ أيضا\n\nالطقس غدا حار."
    assert sentences(compiled_lexicon, text) == [text.split("\n")[0]]


@pytest.mark.parametrize("text", ["", " \n\n ", "...", "؟"])
def test_a_text_without_words_breaks_nothing(compiled_lexicon: Lexicon, text: str) -> None:
    assert all(sentence.strip() for sentence in sentences(compiled_lexicon, text))
