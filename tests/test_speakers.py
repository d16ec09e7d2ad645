"""Who speaks, where a role, a body or nobody is written."""

from __future__ import annotations

import pytest

from qawl.lexicon import Lexicon
from qawl.model import Article
from qawl.pipeline import analyse

_CASES = (
    (
        "قال رئيس حزب النور سامي النجار إن الحزب فاز. وقال رئيس حزب الوطن إن النتائج مزورة.",
        "رئيس حزب الوطن",
    ),
    ("قال رئيس حزب النور سامي النجار إن الحزب فاز. وقال رئيس الحزب إن النتائج عادلة.", "سامي النجار"),
    (
        "أكد وزير النقل أن الطرق آمنة. وقال فؤاد درويش إن الصيانة مستمرة. وأضاف الوزير أن الجسر مغلق.",
        "فؤاد درويش",
    ),
    ("كذب ناطق باسم الحكومة إعلان نقابة الصيادين بدء الإضراب. وقالت إنها لن تتراجع.", "نقابة الصيادين"),
    ("اتهم معارضون الوزير هاني كريم بالفساد، لكنه نفى هذه الاتهامات.", "هاني كريم"),
    ("قال خبراء في الزراعة إن الماء قليل. ويرى هؤلاء أن الحل قريب.", "خبراء في الزراعة"),
    ("توفي الكاتب سمير حداد أمس. وكان الراحل قد قال إن الكتابة حياة.", "سمير حداد"),
    (
        "زار الوزير مقر صندوق النقد الدولي للاطلاع على العمل.\nوقال الصندوق إن الوضع جيد.",
        "صندوق النقد الدولي",
    ),
    ("صدرت مذكرة عن حزب النور أمس. وأضافت المذكرة أن الحل قريب.", "حزب النور"),
)


@pytest.mark.parametrize(("text", "last"), _CASES)
def test_the_last_speaker(compiled_lexicon: Lexicon, text: str, last: str) -> None:
    speaker = analyse(Article(text), compiled_lexicon).speakers[-1]
    assert speaker is not None
    assert speaker.name == last


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("ووفقا لوزير الري سامي النجار، فإن السد سليم.", "وزير الري"),
        ("ووفقا للوزير سامي النجار، فإن السد سليم.", "الوزير"),
        (
            "قال الأمين العام لاتحاد الصيادين (الأمل) سامي النجار إن الموسم جيد.",
            "الأمين العام لاتحاد الصيادين (الأمل)",
        ),
    ],
)
def test_a_role_stands_without_what_is_attached_to_it_and_with_all_its_marks(
    compiled_lexicon: Lexicon, text: str, role: str
) -> None:
    speaker = analyse(Article(text), compiled_lexicon).speakers[-1]
    assert speaker is not None
    assert (speaker.name, speaker.role) == ("سامي النجار", role)
