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


def test_a_sentence_that_never_ends_is_read_to_its_end(compiled_lexicon: Lexicon) -> None:
    """However long: tests/benchmarks/growth.py measures that the time grows with the text only."""
    told = 'قال الوزير "لن نعود إلى الوراء"، '
    text = told * (60_000 // len(told.encode()))
    statements = analyse(Article(text), compiled_lexicon).statements
    assert {text[span.start : span.end] for made in statements for span in made.spans} == {
        "لن نعود إلى الوراء"
    }
    assert text.count(told) * 0.99 < len(statements) <= text.count(told)
    assert statements[-1].cue.start >= len(text) - len(told)


def test_a_quotation_that_never_ends_is_read_too(compiled_lexicon: Lexicon) -> None:
    text = "قال الوزير: «" + "العمل جيد، " * 1500 + "»"
    analysis = analyse(Article(text), compiled_lexicon)
    assert [made.type for made in analysis.statements] == ["direct"]
    assert analysis.statements[0].spans[0].start == text.index("العمل")


def test_the_names_of_a_file_of_many_articles_are_those_nearby(compiled_lexicon: Lexicon) -> None:
    story = "وصل الوزير {0} إلى {1}.\n\nوقال {2} إن العمل جيد.\n\n"
    first, last = ("سامي الحداد", "القاهرة", "الحداد"), ("كريم النجار", "تونس", "النجار")
    weather = "".join(f"هطل المطر {day} مرات.\n\n" for day in range(1200))
    text = story.format(*first) + weather + story.format(*last) + "وقال الحداد إن المطر غزير.\n\n"
    analysis = analyse(Article(text), compiled_lexicon)
    names = [speaker and speaker.name for speaker in analysis.speakers]
    assert names == ["سامي الحداد", "كريم النجار", "الحداد"]
    numbers = [analysis.sentences[made.sentence].number for made in analysis.statements]
    assert numbers == [1, 1203, 1204]


def test_a_role_told_only_behind_a_name_is_no_title(compiled_lexicon: Lexicon) -> None:
    text = (
        "تحاور الصحيفة الناقد السينمائي الدكتور سامي الحداد وهو أستاذ زائر في النقد السينمائي، ورئيس "
        "المهرجان الدولي للأفلام القصيرة. وصل الوفد أمس. وقال رئيس المهرجان إن العمل جيد."
    )
    speakers = analyse(Article(text), compiled_lexicon).speakers
    assert [speaker and speaker.name for speaker in speakers] == ["سامي الحداد"]
