"""The organisations of an article and how far their names go, wherever they stand."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import accusative, feminine, relational
from qawl.lexicon.word import NOTHING, Token, Word
from qawl.model import Span
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import Scene, Scenes
from qawl.speakers.cast import holding
from qawl.speakers.mention import Mention, mention

_SHORT_NAME = 2
"""Words of a body's name that may go on behind a nationality: الهيئة السعودية للرقابة, not
الكنيسة الأرثوذكسية الروسية للانفصال.
"""
_MOST_IN_MARKS = 5
"""Tokens of a name in marks that are not read as its words, and the mark that closes it."""


def organisations(scenes: Scenes, head: str) -> list[Mention]:
    """Organisations and outlets in the article, named with more than their head, that hold the word `head` (a
    stem).
    """
    found = []
    for number in holding(scenes, head):
        scene = scenes[number]
        tokens = scene.tokens
        for at, token in enumerate(tokens):
            word = token.word
            if (
                not word.tags & (t.ORGANISATION | t.MEDIA | t.GROUP | t.OUTLET)
                or word.tags & t.SURE_NAME
                or word.pronoun
            ):
                continue
            kind = word.tags & (t.GENERIC | t.ORGANISATION)
            if word.stem != head and not (kind and _named_so(scene, at, head)):
                continue
            at = _double_ministry(tokens, at)
            phrase = noun_phrase(scene, at, len(tokens), frozenset({"NP"}), attached=True)
            if phrase is None:
                continue
            named = phrase.name_end and phrase.name_start > at and not _part_of_name(tokens, phrase)
            end = phrase.name_start if named else phrase.end
            end = next((k for k in range(at + 1, end) if _leaves_the_name(tokens, at, k)), end)
            end = _closing(scene, at, end)
            if end == at + 1:
                continue
            made = mention(scenes.text, tokens, Span(tokens[at].start, tokens[end - 1].end), None)
            if made is not None and len(made.keys) > 1:
                found.append(made)
    return found


def _double_ministry(tokens: list[Token], at: int) -> int:
    """Where a ministry's name begins of which token `at` is the second half: وزارة التربية | والتعليم."""
    word, first = tokens[at].word, tokens[at - 2].word if at > 1 else NOTHING
    second = word.rules & t.MINISTRY and word.conjunction and first.tags & t.GENERIC and not first.article
    return at - 2 if second and tokens[at - 1].word.rules & t.MINISTRY else at


def _named_so(scene: Scene, at: int, head: str) -> bool:
    """Whether the name behind a word for a body begins with `head`, in marks or not: صحيفة "لوموند"."""
    at += 1 + (at + 1 in scene.closing)
    return at < len(scene.tokens) and scene.tokens[at].word.stem == head


def _part_of_name(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the name in an organisation's phrase is that of a person whose it is (عائلة الصحفي فلان) or its
    own: صحيفة الشرق الأوسط.
    """
    head, before, first = (tokens[k].word for k in (phrase.start, phrase.name_start - 1, phrase.name_start))
    if before is head:
        return bool(head.tags & t.MEDIA and first.tags & (t.OUTLET | t.PLACE))
    return before.article and bool(before.tags & t.ROLE) and phrase.name_start == phrase.start + 2


def _closing(scene: Scene, at: int, end: int) -> int:
    """Where a name ends of which a mark is still open at `end`: موقع "ميدل إيست آي"."""
    for opening in range(at, end):
        if opening in scene.closing and _says_of_it(scene, at, opening):
            return opening
    closing = max((scene.closing.get(k, 0) for k in range(at, end)), default=0)
    return closing + 1 if end <= closing < min(end + _MOST_IN_MARKS, len(scene.tokens)) else end


def _says_of_it(scene: Scene, at: int, opening: int) -> bool:
    """Whether the words in marks are told of the body, no name of it: الكنيسة الروسية "تعيش وضعا صعبا"،
    الاتحاد "لن يتراجع"، اللجنة "غير مستعدة للحوار"; not الشبكة "سي إن إن".
    """
    first = scene.tokens[opening + 1].word
    if first.tags & (t.VERB | t.NEGATION | t.FUTURE):
        return True
    told = scene.closing[opening] - opening > _SHORT_NAME + 1 and not (first.article or first.tags)
    return told and scene.tokens[at].word.article and opening == at + 1


def _leaves_the_name(tokens: list[Token], head: int, at: int) -> bool:
    """Whether token `at` is no part of the organisation's name that begins at `head`: where it is, or what it
    does (… دخول المستوطنين).
    """
    first, before, word = tokens[head].word, tokens[at - 1].word, tokens[at].word
    if word.tags & t.TITLE and word.article and at > head + 1:
        return True  # عميد القبول في جامعة نجران الدكتور فلان
    if _of_officer(tokens, head, at):
        return True  # وكيل وزارة الصحة | المساعد
    if word.key == "في" and _of_a_country(tokens, head, at):
        return False
    if word.key == "مع" and _mutual(tokens, head, at):
        return False
    if word.tags & t.PREPOSITION and not word.article and (word.key != "من" or first.tags & t.QUANTIFIER):
        return True  # حذرت مجموعة كورنال الفرنسية من كذا
    if word.tags & t.NUMBER_WORD and not word.article:
        return True  # في مصنع كورنال ألف عامل
    if word.preposition == "ب" and (word.tags or word.article):
        return True
    if word.conjunction == "و" and (word.tags & t.QUANTIFIER or word.pronoun):
        return True  # العائلة وكثير من، نادي النصر وغريمه
    if word.preposition == "ل" and _ends_before_lam(tokens, head, at):
        return True
    if not word.article and accusative(word) or _person_behind(tokens, head, at):
        return True  # عينت الشركة مديرا، كرم النادي اللاعب فلانا
    if at > head + 1 and _new_thing(tokens, at):
        return True
    following = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    if word.rules & t.TOLD_OF and word.article and (following.preposition == "ل" or following.key == "من"):
        return True  # الشركة المملوكة للدولة
    if at == head + 2 and before.rules & t.MINISTRY and (word.preposition == "ل" or word.key == "من"):
        return True  # دفعت وزارة المالية للموظفين
    nation = before.article and before.tags & t.NATIONALITY
    if nation and (ends := _ends_behind_nation(tokens, head, at)) is not None:
        return ends
    if first.article and _described(tokens, head + 1, at) and not _may_describe(first, word):
        return True
    if at == head + 1 and not first.article and following.article:
        return False  # وكالة أنباء الأصداء، منظمة إنقاذ الطفولة
    if _person_begins(tokens, head, at):
        return True
    joined = word.conjunction and not (before.article or first.article)  # وكالة غوث وتشغيل اللاجئين
    return bool(word.tags & t.VERBAL_NOUN) and not (
        joined or word.article or word.preposition or word.tags & (t.ORGANISATION | t.NAME)
    )


def _mutual(tokens: list[Token], head: int, at: int) -> bool:
    """Whether the مع at token `at` goes with the act that names a body: لجنة التضامن مع الأسرى."""
    act, following = tokens[at - 1].word, tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    named = at == head + 2 and not tokens[head].word.article and act.article and act.tags & t.VERBAL_NOUN
    return bool(named) and (following.article or bool(following.tags & t.PLACE))


def _new_thing(tokens: list[Token], at: int) -> bool:
    """Whether an indefinite noun in ة with its adjective stands behind an unknown name: أطلقت شركة كورنال
    بلاس | خدمة جديدة.
    """
    word, before = tokens[at].word, tokens[at - 1].word
    following = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    noun = word.nominal and word.key.endswith("ة") and not (word.article or word.tags & t.NAMES)
    told = following.nominal and following.key.endswith("ة") and not following.article
    return noun and told and not (before.tags or before.article or before.forms)


def _of_officer(tokens: list[Token], head: int, at: int) -> bool:
    """Whether an adjective behind a body in the feminine tells of its officer before it: وكيل وزارة الصحة |
    المساعد لشؤون كذا، رئيس جامعة صنعاء | المكلف.
    """
    word, offices = tokens[at].word, [token.word for token in tokens[max(head - 2, 0) : head]]
    if not word.article or at < head + 2 or not feminine(tokens[head].word) or feminine(word):
        return False
    if not any(office.tags & t.ROLE and not office.article for office in offices):
        return False
    own = t.LESSER | t.EXECUTIVE | t.DESCRIBING | t.COMPLEMENTED  # not مدير مؤسسة النقل العام
    other = word.tags & t.ADJECTIVE and (word.rules & own or feminine(tokens[at - 1].word))
    return bool(other or word.rules & (t.LESSER | t.EXECUTIVE))


def _ends_before_lam(tokens: list[Token], head: int, at: int) -> bool:
    """Whether a word with ل is no part of the name: it tells for what, or to whom or where, the body acts."""
    first, before, word = tokens[head].word, tokens[at - 1].word, tokens[at].word
    if first.rules & t.POWER or first.article and _aim(tokens, head, at):
        return True  # تمنح الحكومة اليمنية للحوثيين
    return bool(word.rules & t.ERRAND) or _is_whole(tokens, head, at) or _of_others(first, before, word)


def _ends_behind_nation(tokens: list[Token], head: int, at: int) -> bool | None:
    """Whether a word behind the nationality of the body is no part of the name; None where that does not
    tell.
    """
    word, following = tokens[at].word, tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    if following.tags & t.QUANTIFIER:
        return True  # وزارة الصحة السودانية لتشمل المزيد من القرى
    if word.preposition != "ل":
        somebody = word.tags & (t.ROLE | t.GROUP) and not word.tags & t.NATIONALITY
        return True if word.article and somebody else None  # استدعت وزارة الخارجية الفرنسية السفير
    if word.tags & t.VERBAL_NOUN:
        whole = at - head > _SHORT_NAME and all(token.word.article for token in tokens[head:at])
        return whole or not word.article and _aim(tokens, head, at)
    united = tokens[head].word.rules & t.UNITING and at == head + 2
    return bool(word.tags & (t.GROUP | t.SURE_NAME)) and not united


def _of_others(first: Word, before: Word, word: Word) -> bool:
    """Whether a word with ل behind the complete name of a body says to whom or where it did something."""
    if first.article or not (before.article or before.tags & t.KNOWN_ORGANISATION):
        return False
    return bool(word.rules & (t.AUDIENCE | t.ENTERING) or word.tags & t.CAPITAL)


def _is_whole(tokens: list[Token], head: int, at: int) -> bool:
    """Whether the name of a body from token `head` up to `at` goes on with no ل: صندوق النقد الدولي | لدعم
    كذا، شركة المياه | للعملاء; but المركز الوطني للأرصاد، صندوق أبوظبي للتنمية.
    """
    word, before, second = tokens[at].word, tokens[at - 1].word, tokens[head + 1].word
    if at == head + 1:
        return tokens[head].word.article  # الشركة للعملاء
    if before.rules & t.BOUND or before.tags & t.KNOWN_ORGANISATION:
        goes_on = word.rules & t.BOUND or word.tags & t.DOCUMENT  # وكالة فارس للأنباء
        return bool(word.tags & (t.VERBAL_NOUN | t.GROUP)) and not goes_on
    named = t.NAMES | t.PLACE | t.TITLE | t.KNOWN_ORGANISATION | t.OUTLET
    proper = second.kind == "sign" or second.tags & named or not second.article
    following = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    task = at == head + 2 and tokens[head].word.article and following.article  # الهيئة الوطنية لحماية كذا
    return not (proper or task or word.article) and bool(word.tags & t.VERBAL_NOUN)


def _person_behind(tokens: list[Token], head: int, at: int) -> bool:
    """Whether somebody is named behind a body with what he is: كرم النادي | اللاعب فلانا."""
    word = tokens[at].word
    role = word.article and word.tags & t.ROLE and not word.tags & (t.ORGANISATION | t.NAME)
    following = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    return bool(role and at > head + 1 and following.tags & t.SURE_NAME and not following.tags & t.PLACE)


def _person_begins(tokens: list[Token], head: int, at: int) -> bool:
    """Whether a person is named behind an organisation's name in unknown words: بنك نوردين سامر العطار."""
    word, before = tokens[at].word, tokens[at - 1].word
    following = tokens[at + 1].word if at + 1 < len(tokens) else None
    if at < head + 2 or word.article or not word.tags & t.SURE_NAME or word.tags & (t.PLACE | t.ORGANISATION):
        return False
    return following is not None and bool(following.tags & t.NAME) and not before.tags and not before.article


def _of_a_country(tokens: list[Token], head: int, at: int) -> bool:
    """Whether the preposition at token `at` says of which country a definite body is that no proper name
    tells from others: المحكمة العليا في بريطانيا.
    """
    inner = [token.word for token in tokens[head:at]]
    plain = all(word.article and word.kind == "word" and not word.tags & t.NATIONALITY for word in inner)
    plain = plain or bool(tokens[head].word.rules & t.POSTED)  # سفارة النرويج في تونس
    return plain and at + 1 < len(tokens) and bool(tokens[at + 1].word.tags & t.PLACE)


def _aim(tokens: list[Token], head: int, at: int) -> bool:
    """Whether a word with ل says what for, as no name does: اللجنة لتنظيم كذا, not المنظمة العربية لمكافحة
    الفساد.
    """
    word, following = tokens[at].word, tokens[at + 1].word if at + 1 < len(tokens) else None
    if not word.tags & t.VERBAL_NOUN or word.article:
        return False
    return at == head + 1 or following is None or not following.article


def _described(tokens: list[Token], start: int, end: int) -> bool:
    """Whether nothing but definite adjectives stands between a definite noun and token `end`."""
    return all(tokens[k].word.article and not tokens[k].word.preposition for k in range(start, end))


def _may_describe(noun: Word, word: Word) -> bool:
    """Whether a word after a definite noun may be its adjective: not of another gender or number, and after و
    only where it is definite: القوات الحكومية والحوثيين.
    """
    if word.conjunction:
        return word.article and relational(word)
    if word.preposition or not word.article:
        return not word.tags & t.SURE_NAME  # المستشفيات سليمان هارون
    if word.stem.endswith(("ون", "ين")) and not word.tags & (t.ADJECTIVE | t.NAME):
        return bool(noun.tags & t.GROUP and word.tags & t.NATIONALITY)  # الأسرى الفلسطينيون
    return (
        not noun.stem.endswith("ة") or word.stem.endswith(("ة", "ى", "ا", "اء")) or bool(word.tags & t.NAME)
    )
