"""The prepositional phrases that belong to the subject after a verb of saying."""

from __future__ import annotations

from itertools import takewhile

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, adjective_alone, some_text, the_saying, to_outlet
from qawl.lexicon.word import Word
from qawl.phrases import TAKES_PEOPLE, Phrase, noun_phrase
from qawl.phrases.state import part_of_text, told_body
from qawl.scene import COMMAS, Scene
from qawl.statements import content
from qawl.statements.agreement import CAN_SPEAK
from qawl.statements.antecedents import some_of_those

_FARTHEST_NAME = 14
"""Tokens between a role and what was said, with its name."""
_LONGEST_NAME = 5
_SERVES = t.ROLE | t.TITLE | t.GROUP | t.UNNAMED
"""Who may work for another: محلل لدى الشركة."""
_NOBODY = t.VERBAL_NOUN | t.PLAIN | t.SETTING | t.DOCUMENT | t.PLACE | t.ORGANISATION | t.MEDIA
"""What bears no personal name."""
_TAKES_CLAUSES = frozenset({"ان", "بان", "quote"})


def with_complements(scene: Scene, phrase: Phrase, end: int, takes: frozenset[str]) -> Phrase:
    """The subject with the prepositional phrases that belong to it and stand between it and what was said:
    قال مسؤول في مكتب الحاكم إن. Where it was said and to whom are none (قال مسؤول لشبكة كذا، في مؤتمر).
    """
    if "addressee" in takes or not takes & _TAKES_CLAUSES:
        return phrase
    last = k = phrase.end
    name_start, name_end = phrase.name_start, phrase.name_end
    while k < end and (complement := _complement(scene, phrase, k, end, takes)) is not None:
        last = k = complement.end
    if last == phrase.end or k == end:
        return phrase
    named = (
        _name_after(scene, k, end, takes) if phrase.head & (t.ROLE | t.TITLE) and not phrase.named else None
    )
    if named is not None:
        last, name_start, name_end = named.end, named.name_start, named.name_end
    elif not content.opens(scene, k) and not _ends_complement(scene, k, takes):
        return phrase
    return Phrase(phrase.start, last, phrase.head, bool(name_end), name_start, name_end)


def _ends_complement(scene: Scene, at: int, takes: frozenset[str]) -> bool:
    """Whether a subject with its complements may end before the token: a sign, whom it was said to, where
    it was said, the preposition of what was said.
    """
    word = scene.tokens[at].word
    if word.tags & t.PREPOSITION and at + 1 < len(scene.tokens):
        return word.key in takes or bool(scene.tokens[at + 1].word.tags & t.SETTING)
    return word.kind == "sign" or told_to(word) or bool(word.tags & t.TIME)


def _name_after(scene: Scene, at: int, end: int, takes: frozenset[str]) -> Phrase | None:
    """The name that ends a long role: الأستاذ المساعد بقسم الهندسة في جامعة كذا الدكتور فلان."""
    if scene.tokens[at].word.text in COMMAS:
        at += 1
    phrase = noun_phrase(scene, at, end, takes)
    if phrase is None or not phrase.named or phrase.end == end:
        return None
    ends = content.opens(scene, phrase.end) or _ends_complement(scene, phrase.end, takes)
    return phrase if ends else None


def _complement(scene: Scene, phrase: Phrase, at: int, end: int, takes: frozenset[str]) -> Phrase | None:
    """The noun phrase that a preposition at `at` joins to the subject."""
    word = scene.tokens[at].word
    detached = bool(word.tags & t.PREPOSITION) and not word.preposition
    taken = word.preposition in takes and not _governs_behind(scene, at, end, takes)
    if word.key in takes or taken or at + 1 >= end:
        return None
    if f"addressee+{word.key}" in takes:
        return None  # التمس المحامي من المحكمة التأجيل
    topic = f"topic+{word.key}" in takes and not phrase.head & t.DOCUMENT
    if topic or f"{word.key}+ان" in takes or word.key == "حول":
        return None  # تحدثت الوزارة عن الأزمة، دافعت الوزارة عن القرار، قائلة
    if word.key == "عن" and not phrase.head & t.DOCUMENT and not _stands_for(scene, phrase):
        return None  # كتبت الوزارة عن القرار: "…"
    if word.key == "لدى" and not (phrase.head & _SERVES or scene.tokens[phrase.start].word.rules & t.POSTED):
        return None  # احتجت الحكومة اليابانية لدى بكين على
    if word.preposition == "ب" and "بان" in takes and "ان" not in takes:
        return None  # قضت المحكمة بسجنه
    parts = any(token.word.key == "من" for token in scene.tokens[phrase.start : phrase.end])
    several = parts or phrase.head & (t.QUANTIFIER | t.GROUP)  # مجموعة من أعضاء المجلس من الحزبين
    some = word.key == "من" and several and not phrase.named
    if not (detached and (word.rules & t.ROLE_PREPOSITION or some) or word.preposition in ("ل", "ب")):
        return None
    head = scene.tokens[at + 1].word if detached else word
    if (
        head.kind == "number"
        or head.rules & (t.OCCURRENCE | t.SIDE)
        or head.tags & t.QUANTIFIER
        and word.key == "في"
        or head.tags & (t.SETTING | t.TIME | t.MONTH | t.LISTENER | t.MANNER | t.DEMONSTRATIVE | t.PRONOUN)
        or head.pronoun
    ):
        return None
    # Where the verb takes none, the phrase has it already.
    hears = head.rules & (t.HEARING | t.FAMILY) and "addressee+ل" in takes
    if word.preposition == "ل" and (
        hears or head.tags & (CAN_SPEAK & ~t.ORGANISATION) or told_body(scene.tokens, phrase.start, at)
    ):
        return None  # whom it was said to
    if word.key == "في" and adjective_alone(head) or the_saying(head):
        return None  # قالت مصادر في الرابع عشر من الشهر, ما دفع الحكومة إلى القول
    if word.key == "في" and head.tags & t.DOCUMENT and not head.tags & t.ORGANISATION:
        return None  # قال السائق في التحقيقات
    team = phrase.head & t.ORGANISATION and not phrase.head & (_SERVES | t.DOCUMENT)
    if word.key == "في" and team and at + 2 < end and some_text(head, scene.tokens[at + 2].word):
        return None  # قالت الجمعية في ورقة بحثية
    if word.key == "في" and part_of_text(scene.tokens, at + 1, end):
        return None
    if phrase.name_end == at:
        return None  # where or how somebody named said it
    counted = scene.tokens[phrase.start].word.kind == "number"
    if not (phrase.head & (HEADS | t.NAME | t.TITLE) or counted):
        return None
    before = scene.tokens[at - 1].word
    if word.key == "على" and not before.rules & t.COMPLEMENTED:
        body = head.tags & (t.ORGANISATION | t.MEDIA | t.OUTLET)  # قال الرئيس على منصة كذا
        if body or not before.tags & t.ROLE or "topic+على" in takes:
            return None  # رد المدير على شكاوى الأهالي بأن
    found = noun_phrase(scene, at + detached, end, frozenset(), attached=not detached)
    return found and _before_title(scene, found)


def _governs_behind(scene: Scene, at: int, end: int, takes: frozenset[str]) -> bool:
    """Whether a place with ب belongs to the subject, as what the verb takes stands behind: ألمح مدير المرور
    بالمنطقة فلان إلى أن.
    """
    word = scene.tokens[at].word
    if not (word.preposition == "ب" and "الى" in takes and (word.rules & t.LOCALITY or word.tags & t.PLACE)):
        return False
    near = (token.word for token in scene.tokens[at + 1 : min(at + _LONGEST_NAME + 1, end)])
    return any(after.key == "الى" for after in takewhile(lambda after: after.kind == "word", near))


def _stands_for(scene: Scene, phrase: Phrase) -> bool:
    """Whether a subject may go on with عن: النائب عن الحزب، المسؤول عن الملف, وفد عن النقابة."""
    stands = t.COMPLEMENTED | t.REPRESENTATIVE | t.TASK
    words = (token.word for token in scene.tokens[phrase.start : phrase.end])
    return any(word.rules & stands for word in words)


def with_those(scene: Scene, phrase: Phrase, end: int, takes: frozenset[str]) -> Phrase:
    """Some with the relative clause that alone tells who they are, up to what was said: قال بعض الذين حضروا
    إن, أشار أحد من حضروا إلى أن.
    """
    if not some_of_those(scene, phrase, end):
        return phrase
    for at in range(phrase.end + 2, min(phrase.end + _FARTHEST_NAME, end)):
        word = scene.tokens[at].word
        taken = word.key in takes and word.tags & t.PREPOSITION and at + 1 < end
        if word.text in COMMAS or content.opens(scene, at) or taken and content.opens(scene, at + 1):
            return Phrase(phrase.start, at, phrase.head, False)
    return phrase


def named_at_last(scene: Scene, phrase: Phrase, end: int, takes: frozenset[str]) -> Phrase:
    """A role with all that tells of it up to its name, which stands right before what was said: ذكر الناشط ضد
    الهدم فلان الفلاني أن, قال مدير المستشفى الذي استقبل الجرحى فلان الفلاني إن.
    """
    if phrase.named or not phrase.head & (t.ROLE | t.TITLE) or takes & TAKES_PEOPLE:
        return phrase
    for at in range(phrase.end, min(phrase.end + _FARTHEST_NAME, end)):
        word = scene.tokens[at].word
        opens = content.opens(scene, at)
        ends = opens or told_to(word) or word.key in takes
        if ends and at > phrase.end + 1:
            name = _full_name_before(scene, at, phrase.end)
            if name:
                return Phrase(phrase.start, at, phrase.head, True, name, at)
        if opens:
            break
    return phrase


def _full_name_before(scene: Scene, end: int, lowest: int) -> int:
    """Where a full name begins that ends before the token, behind a complete noun; 0 where none does."""
    at = end
    while at > lowest and end - at < _LONGEST_NAME and _may_be_of_name(scene.tokens[at - 1].word, at == end):
        at -= 1
    sure = any(token.word.tags & t.SURE_NAME for token in scene.tokens[at:end])
    return at if end - at > 1 and sure and at > lowest and _bears_no_name(scene, at - 1, lowest) else 0


def _bears_no_name(scene: Scene, at: int, lowest: int) -> bool:
    """Whether the definite noun that ends at the token is nobody whose name could follow: الجرحى، الهدم،
    الحزب الحاكم; not القتيل، اللاعب البرازيلي، زعيم التنظيم.
    """
    word = scene.tokens[at].word
    if word.tags & (t.PLACE | t.KNOWN_ORGANISATION) or word.article and word.tags & t.TITLE:
        return True
    while at > lowest and word.article and scene.tokens[at - 1].word.article:
        at -= 1
        word = scene.tokens[at].word
    several = word.tags & t.GROUP or word.stem.endswith("ات")
    thing = word.tags & _NOBODY and not word.tags & t.ROLE
    led = at > lowest and scene.tokens[at - 1].word.tags & t.ROLE
    return bool(word.article and (several or thing) and not led)


def _may_be_of_name(word: Word, last: bool) -> bool:
    """Whether the word can be of a name, an article can stand before its last one only."""
    if word.kind != "word" or word.preposition or word.conjunction or word.forms or word.article and not last:
        return False
    return word.article and bool(word.tags & t.NAME) or not word.tags & ~(t.NAMES | t.NAME_PARTICLE)


def _before_title(scene: Scene, phrase: Phrase) -> Phrase:
    """A complement without the title and name of whom it belongs to: مدير السياحة بالمنطقة المهندس فلان."""
    for k in range(phrase.start + 1, phrase.name_start):
        if scene.tokens[k].word.article and scene.tokens[k].word.tags & t.TITLE:
            return Phrase(phrase.start, k, phrase.head, False)
    return phrase


def told_to(word: Word) -> bool:
    """Whether those who were spoken to begin here: للصحفيين، لوكالة كذا، لسامي حداد."""
    owned = word.pronoun and word.key.startswith("ل") and not word.tags  # اعتذرت سلاف لجمهورها
    named = word.preposition == "ل" and word.tags & t.SURE_NAME and not word.tags & ~t.NAMES
    return bool(word.tags & t.LISTENER or owned or named) or word.key == "ل" or to_outlet(word)
