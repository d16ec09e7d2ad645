"""What الذي stands for: the noun phrase before it."""

from __future__ import annotations

from qawl.cues.candidates import before_happened
from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS as _HEADS
from qawl.lexicon.shape import feminine
from qawl.lexicon.word import NOTHING, Form, Word
from qawl.phrases import Phrase, noun_phrase
from qawl.phrases.apart import before_object
from qawl.scene import COMMAS, DASHES, Scene
from qawl.statements.agreement import PRONOUNS

_LONGEST_WHOLE = 12
"""Words of a role with its body and its name."""
_LONGEST_WHOSE = 8
"""Tokens between the commas of who somebody's kin or servant is: ، مستشار الرئيس الأسبق، فلان."""


def antecedent(scene: Scene, stop: int, lowest: int) -> Phrase | None:
    """What الذي stands for: the noun phrase that ends at `stop`, or before a comma or dash there."""
    end = before_pause(scene, stop, lowest)
    end -= _to_him(scene, end, lowest)
    start = _start(scene, end, lowest)
    if start >= end:
        return None
    found = _person(scene, start, end) or _text(scene, start, end) or _joined_body(scene, start, lowest, end)
    found = found or _called_text(scene, start, stop, lowest, end) or _between_two(scene, start, stop, end)
    if found is not None:
        return with_bearer(scene, _behind_subject(scene, found), lowest)
    first = scene.tokens[start].word
    if first.preposition and scene.tokens[max(start - 1, 0)].word.rules & t.COMPLEMENTED:
        whole = whole_antecedent(scene, end, lowest)  # لجنة الرصد التابعة للأمم المتحدة | والتي
        if whole is not None:
            return whole
    if first.preposition and first.tags:
        return noun_phrase(scene, start, end, frozenset(), attached=True)
    phrase = noun_phrase(scene, start, end, frozenset())
    if phrase is None and start + 1 < end:
        return noun_phrase(scene, start + 1, end, frozenset())
    return phrase and with_bearer(scene, _behind_subject(scene, _last(scene, phrase, end)), lowest)


def _to_him(scene: Scene, end: int, lowest: int) -> bool:
    """Whether what completes an adjective before الذي is but a pronoun: الأحزاب المؤيدة | له | التي."""
    if end < lowest + 2:
        return False
    word, before = scene.tokens[end - 1].word, scene.tokens[end - 2].word
    return bool(word.rules & t.RETURNING and before.rules & t.COMPLEMENTED and before.article)


def _last(scene: Scene, phrase: Phrase, end: int) -> Phrase:
    """The text behind the phrase that was found, where only that reaches the end: وقع المشاركون | وثيقة فيينا
    | التي.
    """
    if phrase.end >= end or not _is_text(scene, phrase.end):
        return phrase
    text = noun_phrase(scene, phrase.end, end, frozenset())
    return text if text is not None and text.end == end else phrase


def with_bearer(scene: Scene, phrase: Phrase, lowest: int) -> Phrase:
    """The role with the name of its bearer before the comma: التقى سامي النجار، رئيس النقابة، الذي أكد; ليلى
    الحداد، زوجة الوزير سامر الحداد، التي قالت.
    """
    phrase = _with_whose(scene, phrase, lowest)
    comma = phrase.start - 1
    role = phrase.head & t.ROLE and not phrase.named or _of_somebody(scene, phrase)
    if not role or comma <= lowest or scene.tokens[comma].word.text not in COMMAS:
        return phrase
    for start in range(_start(scene, comma, lowest), comma):
        if not scene.tokens[start].word.tags & (t.NAMES | t.ROLE | t.TITLE | t.RELATION):
            continue
        attached = scene.tokens[start].word.preposition != ""  # التقى بسامي النجار
        name = noun_phrase(scene, start, comma, frozenset(), attached=attached)
        if name is not None and name.named and name.name_end == name.end == comma:
            return Phrase(start, phrase.end, name.head, True, name.name_start, comma)
    return phrase


def _with_whose(scene: Scene, phrase: Phrase, lowest: int) -> Phrase:
    """The name with the kin or servant between commas before it, whose own name stands before that: هدى فلان،
    | ابنة الوزير، سالم النجار | ، التي قالت.
    """
    comma = phrase.start - 1
    if phrase.name_start != phrase.start or comma <= lowest or scene.tokens[comma].word.text not in COMMAS:
        return phrase
    back = range(comma - 1, max(lowest, comma - _LONGEST_WHOSE), -1)
    begin = next((k + 1 for k in back if scene.tokens[k].word.text in COMMAS), -1)
    whole = Phrase(begin, phrase.end, t.ROLE, True, phrase.name_start, phrase.name_end)
    led = begin > 0 and scene.tokens[comma - 1].word.tags & (t.ROLE | t.TITLE)
    kin = begin > 0 and scene.tokens[begin].word.tags & t.RELATION
    return whole if (led or kin) and _of_somebody(scene, whole) else phrase


def _of_somebody(scene: Scene, phrase: Phrase) -> bool:
    """Whether the name in a phrase is of him whose kin or servant is told of: ابنة الرئيس فلان، مديرة مكتب
    الوزير فلان; not رئيس النقابة فلان.
    """
    before = scene.tokens[phrase.name_start - 1].word
    before = scene.tokens[phrase.name_start - 2].word if before.text in COMMAS else before
    first = scene.tokens[phrase.start].word
    if not phrase.named or first.article or first.conjunction or phrase.name_start <= phrase.start:
        return False
    other = before.article and before.tags & (t.ROLE | t.TITLE) and phrase.name_start > phrase.start + 1
    return bool(first.tags & t.RELATION) or bool(first.tags & t.ROLE and other)


def before_pause(scene: Scene, stop: int, lowest: int) -> int:
    """The token where what stands before a comma or dash at `stop` ends."""
    while stop > lowest and scene.tokens[stop - 1].word.text in (*COMMAS, *DASHES):
        stop -= 1
    return stop


def before_relative(scene: Scene, at: int) -> int:
    """The token where what stands before the relative of the verb at `at` ends: الوزير | الذي كان قد أعلن."""
    while at > 0 and scene.tokens[at - 1].word.tags & (t.RELATIVE | t.PERFECTIVE | t.AUXILIARY):
        at -= 1
    return at


def past_auxiliaries(scene: Scene, at: int) -> int:
    """Back past what stands between a subject and its verb: الوزير الذي كان قد أعلن, ما زال يقول."""
    between = t.PERFECTIVE | t.AUXILIARY | t.RELATIVE | t.NEGATION
    if at > 1 and scene.tokens[at - 1].word.key == "ما" and scene.tokens[at - 2].word.rules & t.HABIT:
        at -= 2  # الجماعة عادة ما تنفي
    at = before_happened(scene.tokens, at)
    while at > 0:
        before = scene.tokens[at - 1].word
        if not (before.tags & between or before.rules & t.CONTINUING):
            break
        at -= 1
    return at


def _behind_subject(scene: Scene, phrase: Phrase) -> Phrase:
    """The antecedent without the subject of its verb before it: التقى المبعوث | الجيش الذي."""
    subject = before_object(scene, phrase)
    if subject.end == phrase.end:
        return phrase
    return noun_phrase(scene, subject.end, phrase.end, frozenset()) or phrase


def whole_antecedent(scene: Scene, stop: int, lowest: int) -> Phrase | None:
    """The body or role, with its name, that reaches the relative over a preposition or an adjective that is a
    role too: الأمين العام لجامعة الدول العربية فلان الذي …, نقابات العمال في غينيا التي …, حزب الشعب المعارض.
    """
    end = before_pause(scene, stop, lowest)
    for start in range(max(lowest, end - _LONGEST_WHOLE), end - 1):
        word = scene.tokens[start].word
        if not word.tags & (t.ROLE | t.ORGANISATION) or word.preposition or word.conjunction:
            continue
        phrase = noun_phrase(scene, start, end, frozenset())
        if phrase is None or phrase.end != end:
            continue
        bearer = phrase.head & t.ROLE and phrase.name_end == end
        if bearer or phrase.head & t.ORGANISATION and not phrase.named and _stands(scene, start):
            return phrase
    return None


def is_resumed(scene: Scene, at: int, verb: Form, phrase: Phrase) -> bool:
    """Whether a thing before الذي is what is told of, by the pronoun on the إن of the verb at `at`: القرار
    الذي قال إنه خطأ; not الحزب الذي قال إنه سيشارك، الاتهامات التي تقول إنه كاذب.
    """
    opening = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else NOTHING
    body = phrase.head & (_HEADS | t.KNOWN_ORGANISATION) and not phrase.head & (t.DOCUMENT | t.VERBAL_NOUN)
    if phrase.named or body or not opening.tags & t.COMPLEMENTIZER:
        return False
    if phrase.head & t.CLAIM_NOUN and verb.tense == "i":
        return False  # المزاعم التي تقول إنها ستفلس
    return PRONOUNS.get(opening.pronoun) == (verb.gender, "s")


def some_of_those(scene: Scene, phrase: Phrase, end: int) -> bool:
    """Whether the phrase is but some, of those whom a relative clause tells of: بعض الذين، كثير ممن."""
    if phrase.end != phrase.start + 1 or phrase.end + 1 >= end or not phrase.head & t.QUANTIFIER:
        return False
    return bool(scene.tokens[phrase.end].word.tags & (t.RELATIVE | t.RELATIVE_FREE))


def with_relative(scene: Scene, phrase: Phrase, stop: int) -> Phrase:
    """Some with the relative clause that alone tells who they are, up to the verb: بعض الذين حضروا قالوا."""
    commas = any(token.word.text in COMMAS for token in scene.tokens[phrase.end : stop])
    if commas or stop - phrase.end > _LONGEST_WHOLE or not some_of_those(scene, phrase, stop):
        return phrase
    return Phrase(phrase.start, stop, phrase.head, False)


def _stands(scene: Scene, at: int) -> bool:
    """Whether the noun at the token is owned by none before it: نقابات العمال، تقرير لجنة الرصد; not مقر
    نقابات العمال.
    """
    before = scene.tokens[at - 1].word if at else None
    if before is None or before.kind == "sign" or before.tags & t.DOCUMENT:
        return True
    return before.article or before.key != "في" and not before.nominal


def _start(scene: Scene, end: int, lowest: int) -> int:
    """Where the nouns that end at the token begin, back to an act, a preposition or و."""
    start = end
    while start > lowest:
        if (start - 1) in scene.opening and scene.opening[start - 1] >= lowest:
            start = scene.opening[start - 1]
            continue
        word = scene.tokens[start - 1].word
        act = word.tags & t.VERBAL_NOUN and not word.tags & (t.ROLE | t.ORGANISATION | t.GROUP)
        if not word.nominal or act:
            return start - 1 if word.preposition and not word.tags & t.TIME else start
        if word.rules & t.LISTING and start < end:
            return start  # خصوصا | النقابات التي
        start -= 1
        if word.conjunction and not word.tags & (t.PLACE | t.NAME | t.ROLE | t.ORGANISATION):
            break
    return start


def _person(scene: Scene, start: int, end: int) -> Phrase | None:
    """The last role or title among the nouns, with what it belongs to and stands with, up to their end."""
    people = [k for k in range(start, end) if _is_person(scene.tokens[k].word) and not _surname(scene, k)]
    if not people:
        return None
    at = people[-1]
    while at > start:
        before, word = scene.tokens[at - 1].word, scene.tokens[at].word
        if not before.nominal or before.article or word.article:
            break
        at -= 1
    while at - 1 in people:
        before, word = scene.tokens[at - 1].word, scene.tokens[at].word
        described = before.rules & t.PLAYER and word.article  # المدافع المصاب فلان
        if before.article != word.article or not (word.tags & t.TITLE or described):
            break
        at -= 1
    phrase = noun_phrase(scene, at, end, frozenset())
    return phrase if phrase is not None and phrase.end == end else None


def _is_person(word: Word) -> bool:
    return word.tags & (t.ROLE | t.TITLE) > 0 and not word.preposition


def _surname(scene: Scene, at: int) -> bool:
    """Whether a role behind a given name is a surname: سامي النجار الذي."""
    names = scene.tokens[at].word.tags & t.SURNAME and scene.tokens[at - 1].word.tags & t.NAME if at else 0
    return bool(names) and not scene.tokens[at - 1].word.tags & t.ROLE


def _joined_body(scene: Scene, start: int, lowest: int, end: int) -> Phrase | None:
    """هيئة المساءلة والعدالة التي أعلنت: the body, where the second of its tasks is all that was found."""
    last, first = scene.tokens[start].word, start - 2
    if (
        start + 1 != end
        or first < lowest
        or last.conjunction != "و"
        or not last.article
        or last.tags & _HEADS
    ):
        return None
    body = scene.tokens[first].word
    task = scene.tokens[start - 1].word
    if not body.tags & t.ORGANISATION or body.article or not task.article or task.tags & _HEADS:
        return None
    whole = noun_phrase(scene, first, end, frozenset())
    return whole if whole is not None and whole.end == end else None


def _called_text(scene: Scene, start: int, stop: int, lowest: int, end: int) -> Phrase | None:
    """نداء باريس الذي، الاتفاقية التجارية التي، الاتفاقية بين فرنسا واليابان التي: the text, where the place
    after which it is called, its adjective or those who made it are all that was found.
    """
    head = start - 1
    joined = head > lowest and scene.tokens[head].word.key == "بين"
    head -= joined
    while joined and head > lowest and scene.tokens[head].word.article and not _is_text(scene, head):
        head -= 1  # الاتفاقية التجارية بين
    if head <= lowest or not _is_text(scene, head):
        return None
    word, named = scene.tokens[head].word, scene.tokens[start].word
    relative = scene.tokens[stop].word.rules
    alike = relative & (t.RELATIVE_FEMININE if feminine(word) else t.RELATIVE_MASCULINE)
    described = word.article and named.article
    place = named.tags & t.PLACE and end == start + 1 and not word.article
    if not alike or not (joined or described or place):
        return None
    return noun_phrase(scene, head, end, frozenset(), attached=True)


def _is_text(scene: Scene, at: int) -> bool:
    word = scene.tokens[at].word
    text = word.tags & t.LAW or word.rules & t.ISSUED_DOCUMENT
    return bool(text and word.nominal) and not word.pronoun


def _between_two(scene: Scene, start: int, stop: int, end: int) -> Phrase | None:
    """الخلاف بين فرنسا وإيطاليا | التي: the last of two places, where the relative stands for one."""
    last = end - 1
    word, before = scene.tokens[last].word, scene.tokens[start - 1].word if start else None
    one = scene.tokens[stop].word.rules & (t.RELATIVE_FEMININE | t.RELATIVE_MASCULINE)
    if before is None or before.key != "بين" or last == start or not one:
        return None
    if word.conjunction != "و" or not word.tags & t.PLACE:
        return None
    return noun_phrase(scene, last, end, frozenset(), attached=True)


def _text(scene: Scene, start: int, end: int) -> Phrase | None:
    """البيان الختامي للمؤتمر الذي دعا إلى: the text, where the nouns behind its ل are all that was found."""
    if scene.tokens[start].word.preposition != "ل" or start < 2:
        return None
    for head in (start - 1, start - 2):
        word = scene.tokens[head].word
        if word.tags & t.DOCUMENT and not word.preposition:
            whole = noun_phrase(scene, head, end, frozenset())
            if whole is not None and whole.end == end:
                return whole
    return None
