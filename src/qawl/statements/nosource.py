"""Which nouns behind وفقا and its like name nobody who spoke: وفق القانون, حسب الجودة, بحسب قوله."""

from __future__ import annotations

import re

from qawl.lexicon import tags as t
from qawl.lexicon.shape import OF_HIM, feminine
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import COMMAS, Scene
from qawl.statements.apposed import tells_who
from qawl.statements.headlines import HEADLINE_NOUNS
from qawl.statements.openings import opens

_OWNERS = t.ORGANISATION | t.MEDIA | t.NAME | t.PLACE | t.KNOWN_ORGANISATION | t.OUTLET
"""Whose estimates or data may be a source: توقعات المعهد."""
_ELATIVE = re.compile("أ\\w{3}")


def is_nobody(scene: Scene, source: Phrase, sense: str) -> bool:
    """Whether the phrase names nobody who spoke: وفقا للقانون، بحسب قوله، في تقدير سطوتهم، من منظور مختلف."""
    following = scene.tokens[min(source.start + 1, source.end - 1)].word
    charge = any(form.entry.sense == "accuse" for form in following.forms)  # لائحة الاتهام
    law = source.head & t.LAW and not (source.named or charge or _is_issued(scene, source))
    if law or _only_pronoun(scene, source):
        return True
    first = scene.tokens[source.start].word
    return sense == "think" and not (source.named or first.tags or first.rules & t.LIKE_NAME)


def is_thing(scene: Scene, source: Phrase, sense: str) -> bool:
    """Whether the phrase is a thing and nobody's words: وفق الجودة, حسب أهوائه; not بحسب قياسات نشرتها
    الهيئة.
    """
    told = _tells_no_source(scene, source) or _is_definite_thing(scene, source, sense)
    return (told or _proceeds(scene, source)) and not _is_issued(scene, source)


def _proceeds(scene: Scene, source: Phrase) -> bool:
    """Whether the phrase tells how what is told by the verb right before goes on: يسير وفق البرنامج الزمني,
    ينفذ وفق توجيهات الوزير; not تم وفق الوزارة.
    """
    verb = scene.tokens[max(source.start - 2, 0)].word
    speaks = source.head & (HEADLINE_NOUNS | _OWNERS) & ~t.DOCUMENT
    return bool(verb.rules & t.PROCEEDING) and not (speaks and not source.head & t.PLAIN)


def _is_issued(scene: Scene, source: Phrase) -> bool:
    """Whether it is told right behind the noun who issued it: بحسب تصنيف جديد أصدرته مجلة كذا."""
    near = scene.tokens[source.start + 1 : source.end + 1]
    return any(token.word.rules & t.ISSUED for token in near)


def with_name(scene: Scene, source: Phrase, end: int) -> Phrase:
    """The phrase of an unknown calling, or the role, with the name between commas behind it: وفقا للمشخص
    الطبي، سالم الحداد; وبحسب مدير المركز، الطبيب البيروفي أوسكار فلان، فإن.
    """
    tokens = scene.tokens
    head = tokens[source.start].word
    if source.named or source.end + 2 >= end or tokens[source.end].word.text not in COMMAS:
        return source
    calling = head.article and not head.tags and tokens[source.end - 1].word.article
    role = source.head & t.ROLE and tells_who(scene, source.end + 1, end, False) == "role"
    if not (calling or role):
        return source
    name = noun_phrase(scene, source.end + 1, end, frozenset())
    if name is None or not name.named or name.end == name.start + 1:
        return source
    if role and not (name.name_end == name.end and _then_begins(scene, name.end, end)):
        return source
    if calling and name.name_start > name.start:
        return source
    if name.end < end and tokens[name.end].word.kind != "sign":
        return source
    return Phrase(
        source.start, name.end, t.ROLE, True, name.start if calling else name.name_start, name.name_end
    )


def _then_begins(scene: Scene, at: int, end: int) -> bool:
    """Whether the sentence ends at the token, or a comma closes there what tells who somebody is: ، فإن; not
    ، 30 عاما، كان.
    """
    if at + 1 >= end:
        return True
    word = scene.tokens[at + 1].word
    begins = (
        word.conjunction == "ف" or word.verbal or word.tags & (t.VERB | t.NEGATION) or opens(scene, at + 1)
    )
    return scene.tokens[at].word.text in COMMAS and bool(begins)


def _is_definite_thing(scene: Scene, source: Phrase, sense: str) -> bool:
    """وفق الخطة الجديدة, but حسب التوقعات: an unknown definite noun that is no noun of saying."""
    speaks = HEADLINE_NOUNS | t.DOCUMENT | t.QUANTIFIER | t.TITLE | t.LISTENER
    head = scene.tokens[source.start].word
    if source.head & speaks or not head.article:
        return False
    said = sense != "think" and any(form.tense in "ms" for form in head.forms)
    return not said and (source.end - source.start > 1 or feminine(head))


def _tells_no_source(scene: Scene, source: Phrase) -> bool:
    """حسب النوع، وفق أجندات سياسية، باعتراف دولي, وفقا لكل حالة: an unknown noun that is nobody's name."""
    tokens = scene.tokens
    head = tokens[source.start].word
    if head.tags & t.QUANTIFIER and source.start + 1 < source.end:
        head = tokens[source.start + 1].word
        thing = head.rules & t.THING or not head.tags & ~(t.VERBAL_NOUN | t.PLAIN)
        return bool(thing) and head.stem.endswith("ة")
    following = tokens[source.start + 1].word if source.start + 1 < source.end else head
    standard = following.tags & t.LAW or following.rules & t.THING  # وفق أحدث المعايير; not أمير المنطقة
    standard = standard and not head.tags & HEADLINE_NOUNS
    if _ELATIVE.fullmatch(head.text.removeprefix(head.preposition)) and (standard or not head.tags):
        return True  # وفق أسوأ التقديرات
    if head.kind == "number" and source.start + 1 < source.end:
        return not tokens[source.start + 1].word.tags & HEADLINE_NOUNS  # استنادا إلى 300 حالة
    somebody = source.named and head.tags & t.NAME and not (head.article and head.tags & t.VERBAL_NOUN)
    thing = head.rules & t.THING and not somebody  # وفق الجودة; not وفقا لعمر …
    if thing or head.tags & t.PLAIN and not head.tags & HEADLINE_NOUNS:
        return True
    joined = tokens[min(source.start + 1, source.end - 1)].word
    both = joined.conjunction and joined.tags & head.tags & t.VERBAL_NOUN and head.article
    if both or head.tags == t.VERBAL_NOUN and not head.forms:
        return True  # وفق رؤيته، بحسب الجودة والتصنيع
    said = any(form.tense in "ms" for form in head.forms)
    owned = head.pronoun in OF_HIM and not head.key.startswith("ما")  # ماذكرته is two words
    if owned and not (head.tags & ~t.VERBAL_NOUN or said):
        return True  # حسب تخصصاتهم، وفق أهوائها، حسب قدرته
    if head.tags or head.pronoun or source.start in scene.closing:
        return False
    alone = source.end == source.start + 1
    if head.article:
        return alone and not head.stem.endswith(("ي", "ون", "ين", "ان"))
    expression = tokens[source.start - 1].word
    adjective = alone and head.key.endswith("ي") and any(form.tense in "ms" for form in expression.forms)
    owned = any(tokens[k].word.tags & _OWNERS for k in range(source.start + 1, source.end))
    return head.stem.endswith("ات") and not owned or adjective


def _only_pronoun(scene: Scene, source: Phrase) -> bool:
    """بحسب قوله، وفق تعبيره: the speaker is the one who speaks already."""
    word = scene.tokens[source.start].word
    return source.end == source.start + 1 and any(form.tense in "ms" and form.pronoun for form in word.forms)
