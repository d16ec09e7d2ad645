"""What holds for any text at all: no exception, true offsets, valid records, the same result again."""

from __future__ import annotations

import tomllib
from importlib import resources

from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from qawl.lexicon import Lexicon
from qawl.model import Article
from qawl.pipeline import analyse
from qawl.records import records_of
from qawl.write.jsonl import encode_lines
from texts import any_text

# Pieces of news, put together without sense: this is how the rules meet what nobody wrote on purpose.
WORDS = """
قال قالت وقال وأضاف وأضافت أكد يؤكد وأكدت أعلن مشيرا إلى موضحة لافتا مضيفا قائلا قائلة نفى حذر دعا طالب اتهم
وصرح صرحت بذلك إن إنه أن أنه أنها بأن بأنه عن من على في بـ لـ وفقا بحسب حسب نقلا نقلت وكالة لصحيفة باسم جاء
ذلك خلال كان قد لم لن سوف الوزير الوزيرة المتحدث المتحدثة الرئيس رئيس وزارة الخارجية الروسية مصدر ماريا
زاخاروفا بيسكوف ليلى الحداد موسكو البيان د. السيد السلام الحرب الماء المدينة يوم الاثنين 2021 ٣ كانون الأول
""".split()
MARKS = [
    '"',
    "«",
    "»",
    "“",
    "”",
    "((",
    "))",
    "'",
    "‘",
    "’",
    "&quot;",
    ":",
    "،",
    ".",
    "...",
    "؟",
    "!",
    "-",
    "(",
    ")",
    "\n",
]
ODD = [
    "\r\n",
    "\r",
    "\t",
    "\u00a0",
    "\u200f",
    "\u200b",
    "\ufeff",
    "ـ",
    "َ",
    "\u2028",
    "\x00",
    "\x1c",
    "𐍈",
    "ﻻ",
    "e\u0301",
]

news = st.lists(st.sampled_from(WORDS) | st.sampled_from(MARKS) | st.sampled_from(ODD)).map(" ".join)
EXAMPLES = [
    example["text"].split()
    for construction in tomllib.loads(
        (resources.files("qawl.lexicon") / "ar/constructions.toml").read_text("utf-8")
    )["construction"]
    for example in construction["example"]
]
"""The words of the texts that show the constructions."""


@st.composite
def cut(draw: st.DrawFn) -> str:
    """Some words of an example, broken off anywhere, as headlines and feeds are."""
    words = draw(st.sampled_from(EXAMPLES))
    begin = draw(st.integers(0, len(words) - 1))
    return " ".join(words[begin : draw(st.integers(begin + 1, len(words)))]).rstrip(".")


broken = st.lists(cut(), min_size=1, max_size=4).flatmap(
    lambda cuts: st.sampled_from([" ", ". ", "\n"]).map(lambda by: by.join(cuts))
)
glued = st.lists(st.sampled_from(WORDS) | st.sampled_from(MARKS) | st.sampled_from([*ODD, " "])).map("".join)


@settings(max_examples=30)  # the longest test: its texts are long
@given(text=news | glued | broken | any_text)
@example(text="")
@example(text="قال")
@example(text=":")
@example(text='"' * 50)
@example(text="«قال" * 50)
@example(text="قال فلان إن " * 50)
@example(text="انتقد النائب الحكومة، مستنكرا هذا")
@example(text="وناشد")
@example(text="وقد كان. وقال إن الموسم جيد.")
@example(text="قال الليبي-عبد-الباسط إن الموسم جيد.")
@example(text="تدعو مبعوث الرئيس الأميركي دونالد ترامب إلى")
@example(text="أما سمير قائلا إن")
@example(text="وصل الوفد، قال الوزير إنه")
@example(text="في، جاء سالم إن")
@example(text="متابعة\nوصل الوزير إلى القاهرة.")
@example(text="مصرا")
@example(text="ل:لق:")
@example(text="وقال المدير إن الطريق مغلق، علما")
@example(text="وأكد أن الاتفاق، على")
@example(text='وأضاف: "لم ..')
@example(text="الرئيس الباكستاني سامر النجار وال: لا")
@example(text="في موعده، بحسب البيان سامر")
@example(text="هيلاري كلين ون وال:ئيس الباكستاني: عاصف علي")
@example(text="ال: قال الدولي")
@example(text="مقابلة: خبير صيني:")
@example(text="س:م:")
@example(text="قال آل سعود إن البيت قديم. وقال المسؤولان إن العمل انتهى.")
@example(text='وندد ا،م."ر')
@example(text="قال الوزير في " + "1" * 5000 + " من الشهر إن الأمر انتهى.")
@example(text="ولفت الأستاذ نفسه إلى أن الجميع ينتظر النتائج.")
@example(text="وقال: «" * 20 + "\n" + "»" * 20)
def test_any_text_gives_sound_records(
    compiled_lexicon: Lexicon, record_schema: Draft202012Validator, text: str
) -> None:
    article = Article(text)
    records = records_of(analyse(article, compiled_lexicon))
    for record in records:
        record_schema.validate(record.to_dict())
        assert record.quote == " … ".join(text[start:end] for start, end in record.spans)
        assert all(start < end for start, end in record.spans)
        assert list(record.spans) == sorted(record.spans)
        for passage in (record.source, record.cue, record.context, *record.via):
            assert passage is None or passage.text == text[passage.start : passage.end]
        assert record.context.start <= record.spans[0][0] and record.spans[-1][1] <= record.context.end
    assert len({record.id for record in records}) == len(records)
    assert encode_lines(records) == encode_lines(records_of(analyse(article, compiled_lexicon)))


@given(text=news)
def test_a_trace_changes_nothing(compiled_lexicon: Lexicon, text: str) -> None:
    article = Article(text)
    assert analyse(article, compiled_lexicon, []) == analyse(article, compiled_lexicon)
