"""What a word must be to be a verb that brings in a subject, or the subject of such a verb."""

from __future__ import annotations

import re

from qawl.lexicon import tags as t
from qawl.lexicon.shape import (
    HEADS,
    OF_OTHERS,
    accusative,
    feminine,
    feminine_perfect,
    happened_before,
    imperfect,
    is_act,
    may_answer,
    one_of_several,
)
from qawl.lexicon.word import NOTHING, Token, Word
from qawl.scene import COMMAS

SPEAKING = (HEADS & ~t.DOCUMENT) | t.NAME | t.PLACE | t.TITLE | t.KNOWN_ORGANISATION | t.HONORIFIC
PEOPLE = SPEAKING & ~(t.PLACE | t.QUANTIFIER)
RELATIVE = t.RELATIVE | t.RELATIVE_FREE
GOVERNED = frozenset({"NP", "addressee", "عن", "من", "على", "الى", "ل", "ب"})
"""What a verb that is no cue may take: تحدثت الشرطة عن الحادث."""
_SHORT_NOUN = 3
"""Letters of a word in ت that is rather a noun: بيت، وقت."""
_ONLY_IMPERFECT = re.compile(r"تست.{2,}|ت.ت.{2,}|تت[^اب].{2,}|تن.{3}|ت.+ي")
"""Stems in ت that are of her and of no past: تستقبل، تكتفي، تنطلق، تدعي، تتولى; not تطرق، تناول."""
_NOMINATIVE = ("ون", "و")
"""How plurals end that no noun before them owns: خفض محللون."""
_LAST_OUTER = 3
"""The last token of an أن with which a sentence begins: وكان من المقرر أن."""
_LONGEST_RELATIVE = 10
"""Tokens of a relative clause before a second verb with و."""
_MOST_TO_BACKGROUND = 4
"""Tokens from وهو to the verb of its relative: وهو ما رفضته الحركة."""


def is_clause_verb(tokens: list[Token], at: int, end: int) -> bool:
    """Whether token `at` is the finite verb of a clause whose subject may speak before token `end`."""
    word, before = tokens[at].word, tokens[at - 1].word if at else NOTHING
    if word.rules & t.LISTING and before.text in COMMAS:
        return False  # زارت وفود، بينها اليونيسف، المخيم وأكدت
    if before.rules & t.MATTER:
        return False  # وبخصوص عقد اللاعب فلان، أشار إلى أن
    if word.tags & t.PREPOSITION and at + 1 < end and tokens[at + 1].word.tags & (t.DOCUMENT | t.SETTING):
        return False  # رد عبر بيان أوضح فيه
    told = _in_headless_relative(tokens, at)
    relative = before.tags & (RELATIVE | t.COMPLEMENTIZER) or before.rules & t.RELATIVE_HEADLESS
    habit = at > 1 and before.key == "ما" and tokens[at - 2].word.rules & t.HABIT  # نادرا ما تعلق الحكومة
    negated = at == 1 and before.tags & t.NEGATION and not has_object(word)  # ما زال الوزير
    if habit or negated or before.tags & t.COMPLEMENTIZER and _is_outer(tokens, at - 1):
        relative = False
    told_of = before.tags & t.NEGATION or word.conjunction and _relative_goes_on(tokens, at)
    if not told and (relative or told_of and has_object(word)):
        return False  # وفقا لما نقل الراديو، المواعيد لا يحضرها المرضى
    if told or word.tags & t.VERB or imperfect(word) or before.tags & t.NEGATION and _imperfect_name(word):
        return True
    if word.verb is not None and (not word.nominal or _opens(word, before) or _fronted(tokens, at)):
        return True
    if _can_only_act(tokens, at) or _acts_there(tokens, at, end):
        return True
    if at + 2 < end and tokens[at + 1].word.tags & t.PREPOSITION and tokens[at + 1].word.pronoun:
        return _bare(word) and bool(tokens[at + 2].word.tags & PEOPLE)  # واتفق معه الباحث
    return at + 1 < end and _only_a_verb(word, tokens[at + 1].word)


def may_be_subject(tokens: list[Token], start: int, end: int, verb: Word) -> bool:
    """Whether token `start` begins the subject of the verb before it, one that can speak."""
    word = tokens[start].word
    if not word.nominal or accusative(word) or word.rules & t.DEITY or is_act(word):  # حفظه الله، رفضت السماح
        return False
    kinds = PEOPLE if verb_gender(verb) == "m" else PEOPLE | t.PLACE
    return (
        bool(word.tags & kinds or is_one_of(tokens, start))
        or _speaking_document(verb, word)
        or bool(word.rules & t.PAGE and (verb.rules & t.ISSUED or has_object(verb)))  # نشر حساب النادي
        or described(tokens, start, end)
    )


def is_one_of(tokens: list[Token], at: int) -> bool:
    """Whether token `at` says that one of several people is meant: أحد السكان، إحدى المارة."""
    if not one_of_several(tokens[at].word):
        return False
    return at + 1 < len(tokens) and bool(tokens[at + 1].word.tags & PEOPLE)


def may_lead(tokens: list[Token], start: int, end: int) -> bool:
    """Whether token `start` begins a subject before its verb; ويشار is no noun."""
    word = tokens[start].word if start < end else None
    if word is None or not word.nominal or word.rules & t.REMARK:
        return False
    if word.conjunction and (word.forms or _names_no_one(tokens, start, end)):
        return False
    if start + 1 < len(tokens) and may_answer(word) and _says(tokens[start + 1].word):
        return False  # فرد قائلا، فرد عليها قائلا
    return may_speak(tokens, start, end) or described(tokens, start, end)


def _says(word: Word) -> bool:
    """Whether a word goes with a verb of answering before it: قائلا، بالقول، عليها."""
    noun = not word.nominal and any(form.tense in "ms" for form in word.forms)
    return word.participle is not None or noun or word.rules & t.RETURNING > 0


def _names_no_one(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a word with و that may be a name is a verb, for somebody's role follows: وخالف الموظف فلان."""
    word, following = tokens[at].word, tokens[at + 1].word if at + 1 < end else NOTHING
    doubtful = word.tags & t.NAME and not word.tags & (t.SURE_NAME | t.ROLE)
    return bool(doubtful and not word.article and following.tags & (t.ROLE | t.TITLE) and following.nominal)


def may_speak(tokens: list[Token], start: int, end: int) -> bool:
    """Whether token `start` is of those who can speak; بعض الصادرات are not."""
    word = tokens[start].word
    if word.tags & t.QUANTIFIER and not word.tags & ~(t.QUANTIFIER | t.VERBAL_NOUN):
        return any(token.word.tags & PEOPLE for token in tokens[start + 1 : min(start + 3, end)])
    return bool(word.tags & SPEAKING)


def described(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a definite word before a personal name is what the person is: فازت المغربية نوال المتوكل."""
    word = tokens[start].word
    adjective = start + 1 < end and tokens[start + 1].word.article  # الأسير المحرر فلان
    first = start + 1 + adjective
    names = [token.word for token in tokens[first : min(first + 2, end)]]
    if not word.article or len(names) < 2 or not names[0].tags & t.NAME or names[0].article:
        return False
    return any(name.tags & t.SURE_NAME and not name.tags & t.PLACE for name in names)


def is_finite(word: Word) -> bool:
    """Whether a word can only be a finite verb that is no auxiliary: زار، أكدت; not بين الشوطين."""
    only = word.verb is not None and not (word.nominal or word.tags & t.PREPOSITION)
    return bool(word.tags & t.VERB) or only


def is_state(word: Word) -> bool:
    """Whether a word is a participle that tells how somebody acts: مكتفيا."""
    said = word.participle is not None or word.tags & t.ADVERBIAL_PARTICIPLE and not word.tags & t.PREPOSITION
    return bool(said) and not word.article


def verb_gender(word: Word) -> str:
    """The gender of the subject of a finite verb, empty where it shows none: تطرق الوزير، تدعم الوزيرة; of a
    participle.
    """
    if is_state(word):
        return "f" if word.stem.endswith("ة") else "m"
    if word.verb is not None:
        return word.verb.gender
    if word.stem.endswith("ت") or word.stem.startswith(("ست", "لت")):
        return "f"  # ستزور الوزيرة، لتصل الوزيرة
    if word.stem.startswith("ت"):  # تكون الوزيرة
        return "f" if word.tags & t.AUXILIARY or _ONLY_IMPERFECT.fullmatch(word.stem) else ""
    return "m"


def verb_number(word: Word) -> str:
    """Whether a verb or participle is of one or of several."""
    if word.verb is not None:
        return word.verb.number
    return "p" if word.key.endswith(("وا", "ون", "ين")) else "s"


def _speaking_document(verb: Word, word: Word) -> bool:
    """Whether a definite document is the subject of a verb: يغطي التقرير, not what is issued or comes: أصدر
    البيان، جاء الإعلان.
    """
    return bool(word.rules & t.ISSUED_DOCUMENT and word.article) and not (verb.rules & (t.ISSUED | t.CAME))


def _imperfect_name(word: Word) -> bool:
    """Whether a word that may be a name is an imperfect behind a negation: لم ينس الوزير."""
    return word.kind == "word" and word.key[0] in "يت" and not word.tags & ~t.NAMES


def _relative_goes_on(tokens: list[Token], at: int) -> bool:
    """Whether a relative clause goes on to token `at` with no comma between: الاتفاق الذي يدعمه الرئيس
    ويراجعه المجلس.
    """
    for token in reversed(tokens[max(at - _LONGEST_RELATIVE, 0) : at]):
        if token.word.kind == "sign":
            return False
        if token.word.tags & t.RELATIVE:
            return True
    return False


def _is_outer(tokens: list[Token], at: int) -> bool:
    """Whether the clause of the أن at token `at` tells what the sentence is about, for nobody acts before it:
    وقبل أن يغادر الوزير القاعة، ومن المقرر أن يزور الوزير المدينة، وكان مقررا أن يزورها.
    """
    if at == 1:
        return bool(tokens[0].word.tags & t.TIME) or happened_before(tokens[0].word)  # وسبق أن زار الوزير
    planned, before = tokens[at - 1].word, tokens[at - 2].word
    was = before.tags & t.AUXILIARY and planned.key.endswith("ا")
    return bool(at <= _LAST_OUTER and (was or planned.article and before.key in ("من", "ومن")))


def _in_headless_relative(tokens: list[Token], at: int) -> bool:
    """Whether the verb at token `at` has its object in a relative that a clause with وهو brings, or that
    tells more of all that was said: …، وهو ما رفضته الحركة، وهذا ما أشار إليه الوزير; …، الأمر الذي نفاه.
    """
    returns = at + 1 < len(tokens) and tokens[at + 1].word.rules & t.RETURNING
    if not (returns or any(form.pronoun and form.tense in "pi" for form in tokens[at].word.forms)):
        return False
    led = [token.word for token in tokens[max(at - _MOST_TO_BACKGROUND, 0) : at]]
    thus = any(word.tags & t.DEMONSTRATIVE and word.conjunction for word in led)
    comma, noun, relative = (NOTHING, NOTHING, NOTHING, *led)[-3:]
    matter = comma.text in COMMAS and noun.article and not noun.tags & SPEAKING and relative.tags & t.RELATIVE
    return bool(thus or matter) or any(word.rules & t.BACKGROUND for word in led)


def _bare(word: Word) -> bool:
    """Whether a word may be a verb, for nothing is attached to it but و and no class is known."""
    return word.kind == "word" and not (word.tags or word.article or word.preposition)


def has_object(word: Word) -> bool:
    """Whether a verb ends as one with its object in a pronoun does: يحضرها, مقابلة أجراها فلان."""
    return word.key.endswith(OF_OTHERS)


def tells_of_noun(tokens: list[Token], at: int) -> bool:
    """Whether a verb with its object in a pronoun tells of the indefinite noun before it, with no الذي:
    معرضا | نظمته الجامعة، خطوة | وصفها خبراء بأنها خطيرة.
    """
    word, before = tokens[at].word, tokens[at - 1].word if at else NOTHING
    other = t.NAMES | t.PLACE | t.TIME | t.FUNCTION | t.TITLE
    indefinite = before.nominal and not (before.article or before.pronoun or before.tags & other)
    return has_object(word) and indefinite and not word.conjunction


def _opens(word: Word, before: Word) -> bool:
    """Whether a word that may be a verb or a noun opens a clause: …، تحدث الكاتب عن …؛ …، فرد النادي ببيان"""
    if word.article or word.preposition or not word.tags & (t.VERBAL_NOUN | t.UNNAMED):
        return False
    return (
        before.text in COMMAS or bool(before.tags & (t.CONNECTIVE | t.PERFECTIVE)) or word.conjunction != ""
    )


def _can_only_act(tokens: list[Token], at: int) -> bool:
    """Whether a word that is no known verb must be one for what stands before it: وقد وضع الاتحاد، كما نشر
    الجيش.
    """
    word, before = tokens[at].word, tokens[at - 1].word if at else NOTHING
    if word.kind != "word" or word.article or word.preposition:
        return False
    if before.tags & t.PERFECTIVE:
        return True
    planned = before.tags & t.COMPLEMENTIZER and at > 1 and _is_outer(tokens, at - 1)
    if planned and word.key[0] in "يت" and not (word.pronoun or feminine(word)):
        return True  # وكان من المقرر أن توقف الشركة
    if word.tags & ~t.VERBAL_NOUN or word.conjunction or feminine(word):
        return False
    if before.tags & t.CONNECTIVE:
        return not before.pronoun  # not وكأنه تحرك
    if at == 1 and before.tags & t.TIME:
        return True  # وأمس صوت البرلمان
    return before.text in COMMAS and _led(tokens, at)


def _acts_there(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a word that is no known noun stands between a place or time and somebody's role: وعقب الجلسة |
    بكى والد الضحية.
    """
    word = tokens[at].word
    if at + 1 >= end or word.kind != "word" or word.article or word.preposition or word.conjunction:
        return False
    someone = tokens[at + 1].word
    role = someone.tags & (t.ROLE | t.TITLE) and someone.nominal and not someone.conjunction
    known = word.tags & ~(t.VERBAL_NOUN | t.PLAIN) or word.pronoun or feminine(word)
    return bool(role) and not known and _fronted(tokens, at)


def _fronted(tokens: list[Token], at: int) -> bool:
    """Whether nothing but a definite noun with its preposition stands before token `at`: وحول هذا المعرض تحدث
    رئيس النادي.
    """
    return _led(tokens, at) and tokens[at - 1].word.article


def _led(tokens: list[Token], at: int) -> bool:
    """Whether what stands before token `at` begins with a preposition and holds no verb."""
    before = [token.word for token in tokens[:at]]
    led = before and (before[0].tags & t.PREPOSITION or before[0].preposition)
    return bool(led) and not any(word.tags & t.VERB or word.verb for word in before)


def _only_a_verb(word: Word, following: Word) -> bool:
    """Whether a word that may be a noun or is unknown can only be a verb: with a pronoun before a noun (رفضه
    الوزير), of a feminine subject (قلصت الوكالة توقعاتها).
    """
    if word.verb is not None and word.verb.pronoun or word.rules & t.ISSUED and has_object(word):
        return following.nominal and bool(following.tags & PEOPLE or following.rules & t.PAGE)  # نشرته صفحة
    if following.tags & t.GROUP and following.key.endswith(_NOMINATIVE) and word.kind == "word":
        return not (word.article or word.preposition or word.tags & ~t.VERBAL_NOUN)  # خفض محللون
    return (
        word.kind == "word"
        and not (word.tags or word.article or word.preposition)
        and len(word.stem) > _SHORT_NOUN
        and feminine_perfect(word)
        and bool(following.tags & PEOPLE)
        and feminine(following)
    )
