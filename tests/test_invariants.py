"""What holds for any text at all: no exception, true offsets, valid records, the same result again."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from qawl.lexicon import Lexicon
from qawl.model import Article
from qawl.pipeline import analyse
from qawl.records import records_of
from qawl.write.jsonl import encode_lines

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
glued = st.lists(st.sampled_from(WORDS) | st.sampled_from(MARKS) | st.sampled_from([*ODD, " "])).map("".join)


@given(text=news | glued | st.text())
@example(text="")
@example(text="قال")
@example(text=":")
@example(text='"' * 50)
@example(text="«قال" * 50)
@example(text="قال فلان إن " * 50)
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
