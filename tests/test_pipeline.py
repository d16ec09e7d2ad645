"""What the stages together say of an article as a whole."""

from __future__ import annotations

import pytest

from qawl.lexicon import Lexicon
from qawl.model import Article
from qawl.pipeline import analyse

PAGE = (
    "السد الجديد يمتلئ قبل الشتاء\n16 ديسمبر 2021\nقالت وزيرة المياه ليلى الحداد إن السد سيمتلئ قبل الشتاء."
)


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (Article(PAGE), "2021-12-16"),
        (Article(PAGE, published="2022-01-05T10:00+03:00"), "2022-01-05T10:00+03:00"),
        (Article(PAGE.replace("16 ديسمبر 2021\n", "")), None),
    ],
    ids=["the page's own date", "the container's date goes before it", "no date"],
)
def test_when_an_article_was_published(
    compiled_lexicon: Lexicon, article: Article, expected: str | None
) -> None:
    assert analyse(article, compiled_lexicon).published == expected


def test_a_surname_that_looks_like_a_preposition_is_learned_from_the_article(
    compiled_lexicon: Lexicon,
) -> None:
    text = "نشرت الباحثة ليوني بترسون دراسة جديدة.\n\nوقالت بترسون في مؤتمر إن النتائج واضحة."
    analysis = analyse(Article(text), compiled_lexicon)
    assert [speaker and speaker.name for speaker in analysis.speakers] == ["ليوني بترسون"]


def test_what_follows_a_first_name_is_no_surname_for_that(compiled_lexicon: Lexicon) -> None:
    text = "أصيب محمد بجروح.\n\nوقال محمد إن السائق أصيب بجروح."
    analysis = analyse(Article(text), compiled_lexicon)
    assert [speaker and speaker.name for speaker in analysis.speakers] == ["محمد"]


def test_names_that_no_table_knows_are_learnt_from_the_article(compiled_lexicon: Lexicon) -> None:
    text = (
        "التقى وزير الصحة فيلتونغ بيرداسكو رئيس المستشفى.\n\nوقال بيرداسكو إن العلاج متوفر.\n\n"
        "وحث بيرداسكو السكان على الهدوء."
    )
    speakers = analyse(Article(text), compiled_lexicon).speakers
    assert [speaker and speaker.name for speaker in speakers] == ["فيلتونغ بيرداسكو"] * 2


def test_a_word_that_stands_with_its_article_elsewhere_is_no_name(compiled_lexicon: Lexicon) -> None:
    text = "شرح المدير تقلب أسعار، الدواء غال.\n\nوأظهرت أسعار الأسبوع أن الأسعار ارتفعت."
    speakers = analyse(Article(text), compiled_lexicon).speakers
    assert all(speaker is None or speaker.name != "تقلب أسعار" for speaker in speakers)
