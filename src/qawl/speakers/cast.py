"""The article's cast: the roles beside names and the organisations it holds, wherever they stand."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import relational
from qawl.lexicon.word import NOTHING, Token, Word
from qawl.model import Span
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import COMMAS, Scene, Scenes
from qawl.speakers.mention import Mention, mention
from qawl.speakers.namebounds import MOST_NAME_WORDS
from qawl.speakers.namewords import is_name_word

_SHORT_NAME = 2
"""Words of a body's name that may go on behind a nationality: الهيئة السعودية للرقابة, not
الكنيسة الأرثوذكسية الروسية للانفصال.
"""
_MOST_IN_MARKS = 5
"""Tokens of a name in marks that are not read as its words, and the mark that closes it."""


def roles_in(scenes: Scenes, number: int) -> list[Mention]:
    """Roles that stand beside a name in a sentence."""
    found = []
    scene = scenes[number]
    tokens = scene.tokens
    at = 0
    while at < len(tokens):
        word = tokens[at].word
        if not word.tags & (t.ROLE | t.TITLE) or word.tags & t.SURE_NAME or _in_a_name(tokens, at):
            at += 1
            continue
        phrase = noun_phrase(
            scene, at, len(tokens), frozenset(), attached=bool(word.preposition or word.conjunction)
        )
        if phrase is None or not phrase.name_end or _body(tokens, phrase):
            before = _named_before(scenes, tokens, at, phrase.end) if phrase is not None else None
            found += [before] if before is not None else []
            at += 1
            continue
        met = _met(tokens, phrase)
        if met:
            at = met  # استقبل المحافظ السفير فلانا
            continue
        end = _next_person(tokens, phrase)
        span = Span(tokens[phrase.start].start, tokens[end - 1].end)
        name = Span(tokens[phrase.name_start].start, tokens[min(end, phrase.name_end) - 1].end)
        made = mention(scenes.text, tokens, span, name)
        single = made is not None and len(made.name_keys) == 1
        if made is None or not made.name or single and not is_name_word(tokens[phrase.name_start].word):
            at += 1  # نجل وزيرة الهجرة فلانة, المصورة مهتمة
            continue
        found.append(made)
        if word.tags & t.TITLE and phrase.name_end < end:
            after = mention(scenes.text, tokens, Span(name.start, span.end), name)
            found += [after] if after is not None else []  # الأمير فلان، ولي العهد
        joined = phrase.name_end < phrase.end and tokens[phrase.name_end].word.conjunction
        at = max(phrase.name_end if joined else end, at + 1)
    return found


def _in_a_name(tokens: list[Token], at: int) -> bool:
    """Whether a role that is a name too ends one or stands in its midst: سامر النجار، محمد سيد طنطاوي."""
    word, after = tokens[at].word, tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    if at and word.article and word.tags & t.SURNAME and tokens[at - 1].word.tags & t.SURE_NAME:
        return not word.preposition
    if not at or word.article or not word.tags & tokens[at - 1].word.tags & after.tags & t.NAME:
        return False
    own = not (after.article or after.tags & (t.PLACE | t.ORGANISATION | t.ROLE | t.TITLE))
    return bool(own and tokens[at - 1].word.tags & t.SURE_NAME)


def _body(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the one word that looks like a name is a body's: شيخ الجامع الأزهر."""
    word = tokens[phrase.name_start].word
    single = phrase.name_end - phrase.name_start == 1
    return single and bool(word.article and word.tags & t.KNOWN_ORGANISATION)


def _met(tokens: list[Token], phrase: Phrase) -> int:
    """Where the object begins that a verb of meeting needs, in a phrase that reads it as one with the
    subject: استقبل رئيس الجامعة | السفير فلانا; 0 where another follows (استقبل المحافظ اللواء فلان وفدا).
    """
    if not phrase.start or not tokens[phrase.start - 1].word.rules & t.MEETING:
        return 0
    for at in range(phrase.name_start, phrase.start, -1):
        word = tokens[at].word
        second = (
            word.tags & (t.ROLE | t.TITLE) and word.article and not (word.preposition or word.conjunction)
        )
        if second and tokens[at - 1].word.article | bool(tokens[at - 1].word.tags & t.PLACE):
            return 0 if _met_behind(tokens, phrase) else at
    return 0


def _met_behind(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether somebody else who was met follows the name: التقى الوزير الشيخ فلان قائد القوات."""
    inside = range(phrase.name_end, phrase.end)
    roles = (at for at in inside if tokens[at].word.tags & t.ROLE and tokens[at - 1].word.text not in COMMAS)
    return any(roles) or _next_person(tokens, phrase) < phrase.end or _object_at(tokens, phrase.end)


def _object_at(tokens: list[Token], at: int) -> bool:
    """Whether a noun stands at token `at`, or behind what stands there between commas: …، اليوم، وفدا."""
    if at < len(tokens) and tokens[at].word.text in COMMAS:
        told = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
        if not (told.preposition or told.tags & (t.PREPOSITION | t.TIME)):
            return False
        at = next((k for k in range(at + 1, len(tokens)) if tokens[k].word.text in COMMAS), len(tokens)) + 1
    if at >= len(tokens):
        return False
    word = tokens[at].word
    aside = word.preposition or word.conjunction or word.tags & (t.PREPOSITION | t.TIME | t.RELATIVE)
    return word.kind == "word" and word.nominal and not aside


def _next_person(tokens: list[Token], phrase: Phrase) -> int:
    """Where another person begins in a phrase that holds a name, or the phrase ends: التقى الملك فلان |
    الأمير فلانا، استقبل الوزير فلان | نظيره الروسي فلانا.
    """
    for at in range(phrase.name_start + 2, phrase.end - 1):
        word, before = tokens[at].word, tokens[at - 1].word
        if not word.tags & (t.ROLE | t.TITLE) or word.tags & t.SURE_NAME or before.text in COMMAS:
            continue
        titled = before.tags & (t.ROLE | t.TITLE) and not before.tags & t.NAME
        first = tokens[phrase.start].word
        met = phrase.start and tokens[phrase.start - 1].word.rules & t.MEETING and not first.tags & t.TITLE
        if met and not first.article and at >= phrase.name_end and not (titled or word.conjunction):
            return at  # استقبل رئيس المجلس فلان | قائد القوات فلانا
        if titled or at < phrase.name_end and not word.key.startswith("ال"):
            continue
        names = [token.word for token in tokens[at + 1 : phrase.end] if token.word.tags & t.SURE_NAME]
        if names and not any(name.tags & t.PLACE for name in names[:1]):
            return at
    return phrase.end


def people_in(scenes: Scenes, number: int, roles: list[Mention]) -> list[Mention]:
    """The persons named in a sentence, with their `roles` or without, in order."""
    found = roles.copy()
    tokens = scenes[number].tokens
    end = 0
    for at, token in enumerate(tokens):
        word = token.word
        if at < end or not word.tags & t.SURE_NAME or word.tags & t.PLACE:
            continue
        if any(person.start <= token.start < person.end for person in found):
            continue
        end = at + 1
        while end < len(tokens) and is_name_word(tokens[end].word, strict=True):
            end += 1
        name = Span(token.start, tokens[end - 1].end)
        made = mention(scenes.text, tokens, name, name)
        found += [made] if made is not None and made.kind == "person" else []
    return sorted(found, key=lambda person: person.start)


def _named_before(scenes: Scenes, tokens: list[Token], role: int, end: int) -> Mention | None:
    """The person whose name a role follows, after a comma or as the subject of a verb of saying: رافي إيتان،
    وزير شؤون المتقاعدين; رافي إيتان، وهو وزير.
    """
    word = tokens[role].word
    if word.conjunction or word.preposition or role < 2:
        return None
    pronoun = tokens[role - 1].word
    stated = pronoun.tags & t.PRONOUN and pronoun.conjunction == "و"
    last = role - 1 if stated else role
    last -= tokens[last - 1].word.text in COMMAS
    first = last
    while first > 0 and last - first < MOST_NAME_WORDS:
        if not (is_name_word(tokens[first - 1].word) or _in_a_name(tokens, first - 1)):
            break
        first -= 1
    if last - first < 2 or not any(tokens[at].word.tags & t.SURE_NAME for at in range(first, last)):
        return None
    following = tokens[role + 1].word if role + 1 < len(tokens) else None
    dual = following is not None and following.article and not following.preposition
    becomes = word.key != word.stem and word.key == f"{word.stem}ا" and not dual  # عين فلانا مديرا للمصرف
    if last == role and not becomes and (first == 0 or tokens[first - 1].word.verb is None):
        return None  # التقى فلان وزير الخارجية
    name = Span(tokens[first].start, tokens[last - 1].end)
    return mention(scenes.text, tokens, Span(name.start, tokens[end - 1].end), name)


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
        if opening in scene.closing and scene.tokens[opening + 1].word.tags & t.VERB:
            return opening  # الكنيسة الروسية "تعيش وضعا صعبا"
    closing = max((scene.closing.get(k, 0) for k in range(at, end)), default=0)
    return closing + 1 if end <= closing < min(end + _MOST_IN_MARKS, len(scene.tokens)) else end


def _leaves_the_name(tokens: list[Token], head: int, at: int) -> bool:
    """Whether token `at` is no part of the organisation's name that begins at `head`: where it is, or what it
    does (… دخول المستوطنين).
    """
    first, before, word = tokens[head].word, tokens[at - 1].word, tokens[at].word
    if word.tags & t.TITLE and word.article and at > head + 1:
        return True  # عميد القبول في جامعة نجران الدكتور فلان
    if word.key == "في" and _of_a_country(tokens, head, at):
        return False
    if before.key == "في" and _of_a_country(tokens, head, at - 1):
        return False
    if word.tags & t.PREPOSITION and not word.article and word.key != "من":
        return True
    if word.preposition == "ب" and (word.tags or word.article):
        return True
    if word.conjunction == "و" and (word.tags & t.QUANTIFIER or word.pronoun):
        return True  # العائلة وكثير من، نادي النصر وغريمه
    if word.preposition == "ل" and (first.rules & t.POWER or first.article and _aim(tokens, head, at)):
        return True  # تمنح الحكومة اليمنية للحوثيين
    if word.preposition == "ل" and (first.article and at == head + 1 or _of_others(first, before, word)):
        return True  # ما تقدمه الشركة للعملاء, شركة المياه الوطنية للعملاء
    if at == head + 2 and before.rules & t.MINISTRY and (word.preposition == "ل" or word.key == "من"):
        return True  # دفعت وزارة المالية للموظفين
    following = tokens[at + 1].word if at + 1 < len(tokens) else word
    if before.tags & t.NATIONALITY and before.article and following.tags & t.QUANTIFIER:
        return True  # وزارة الصحة السودانية لتشمل المزيد من القرى
    if word.preposition == "ل" and before.tags & t.NATIONALITY and before.article:
        if word.tags & t.VERBAL_NOUN:
            whole = at - head > _SHORT_NAME and all(token.word.article for token in tokens[head:at])
            return whole or not word.article and _aim(tokens, head, at)
        united = first.rules & t.UNITING and at == head + 2
        return bool(word.tags & (t.GROUP | t.SURE_NAME)) and not united
    agreeing = before.article and before.tags & t.NATIONALITY
    if agreeing and word.article and word.tags & (t.ROLE | t.GROUP) and not word.tags & t.NATIONALITY:
        return True  # استدعت وزارة الخارجية الفرنسية السفير
    if first.article and _described(tokens, head + 1, at) and not _may_describe(first, word):
        return True
    if at == head + 1 and not first.article and at + 1 < len(tokens) and tokens[at + 1].word.article:
        return False  # وكالة أنباء الأصداء، منظمة إنقاذ الطفولة
    if _person_begins(tokens, head, at):
        return True
    joined = word.conjunction and not (before.article or first.article)  # وكالة غوث وتشغيل اللاجئين
    return bool(word.tags & t.VERBAL_NOUN) and not (
        joined or word.article or word.preposition or word.tags & (t.ORGANISATION | t.NAME)
    )


def _of_others(first: Word, before: Word, word: Word) -> bool:
    """Whether a word with ل behind the complete name of a body says to whom or where it did something."""
    if first.article or not (before.article or before.tags & t.KNOWN_ORGANISATION):
        return False
    return bool(word.rules & (t.AUDIENCE | t.ENTERING) or word.tags & t.CAPITAL)


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


def holding(scenes: Scenes, head: str) -> list[int]:
    """The sentences that hold a word of the stem, in either gender."""
    stems = {head, head.removesuffix("ة"), head + "ة", "ال" + head}  # الأمير is a name too, with its article
    return sorted(set().union(*map(scenes.holding, stems)))
