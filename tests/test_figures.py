"""Public figures by less than their full name: a surname, an office and its country."""

from __future__ import annotations

import pytest

from qawl import Extractor


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("قالت زاخاروفا إن موسكو مستعدة للحوار.", "maria-zakharova"),
        ("قالت زاخاروفا إن الحوار ممكن.", None),
        ("قالت رودريغيز إن الحوار ممكن.", None),
        ("وصل فلاديمير بوتين إلى المدينة. وقال الرئيس الروسي إن الحوار ممكن.", "vladimir-putin"),
        ("وصل فلاديمير بوتين إلى المدينة. وقال الرئيس التركي إن الحوار ممكن.", None),
    ],
)
def test_figure_is_named_only_where_the_article_bears_it_out(text: str, identity: str | None) -> None:
    (record,) = Extractor().extract(text)
    assert record.speaker is not None
    assert record.speaker.id == identity


def test_minister_of_another_country_is_not_the_one_named_before() -> None:
    text = "قال وزير الخارجية العماني سالم الراشدي إن الاجتماع قريب. وأكد الوزير القطري أن الاتفاق ممكن."
    speakers = [record.speaker.name for record in Extractor().extract(text) if record.speaker is not None]
    assert speakers == ["سالم الراشدي", "الوزير القطري"]
