"""Where in a sentence a personal name begins and ends of which some words are known."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import another_given, imperfect
from qawl.lexicon.word import NOTHING, Token, Word
from qawl.scene import COMMAS
from qawl.speakers.namewords import (
    as_called,
    definite_before_father,
    is_ayatollah,
    is_middle_name,
    is_name_word,
    is_unknown,
    joined,
    owned,
)

MOST_NAME_WORDS = 6
_SHORT_ROLE = 3
"""Words of a spokesman's title before باسم: المتحدث العسكري الرسمي."""
_LONGEST_ROLE = 8
"""Words of a role before the name that only its place shows: مدير معهد الدراسات الاقتصادية في جاكرتا فلان."""
_MOST_APPOSITION_WORDS = 4
"""Tokens after the first words of a name between commas, the comma that closes it among them."""
_NO_BEGINNING = ("ابن", "ال", "اي", "لا")


def name_start(tokens: list[Token], start: int, introduced: bool) -> int:
    """Where the name begins of which token `start` is a word. Where the article has it for the first time, as
    `introduced` says, an unknown word before it is its own.
    """
    apposition = _apposition_start(tokens, start)
    if apposition:
        return apposition
    at = _without_leading(tokens, _first_word(tokens, start, introduced), start)
    if at and start - at > 1 and owned(tokens[at].word, tokens[at - 1].word):
        return _without_leading(tokens, at + 1, start)  # حركة أحرار الشام | أبو يوسف
    return min(_past_institution(tokens, at), start)


def _past_institution(tokens: list[Token], at: int) -> int:
    """Past the name at token `at` where it is a body's that is called by a king or sheikh: جامعة الملك سعود |
    زينب فلانة, جامعة الأمير محمد بن فهد | سامي فلان.
    """
    if at < 2 or tokens[at - 2].word.article or not tokens[at - 2].word.tags & t.ORGANISATION:
        return at
    if not tokens[at - 1].word.article or not tokens[at - 1].word.rules & t.EPONYM:
        return at
    end = at + 1
    while end < len(tokens) and (
        tokens[end - 1].word.tags & t.NAME_PARTICLE or tokens[end].word.rules & t.FILIAL
    ):
        end += 1
    return end


def _first_word(tokens: list[Token], start: int, introduced: bool) -> int:
    """The first word of the name, going back from token `start`, the first that is known."""
    at = start
    while at > 0 and start - at < MOST_NAME_WORDS:
        if _hyphenated(tokens, at):
            at -= 2
            continue
        if tokens[at].word.conjunction and tokens[at].word.key != tokens[at].word.stem:
            return at
        if _name_with_particle(tokens[at - 1].word):
            return at - 1
        if tokens[at - 1].word.pronoun and tokens[at - 1].word.tags & t.RELATION:
            return at  # ابنها نزار
        more = _words_before(tokens, at, start, introduced)
        if not more:
            return at
        at -= more
    return at


def _hyphenated(tokens: list[Token], at: int) -> bool:
    """Whether a hyphen joins token `at` to the word before: أوكازيو-كورتيز."""
    return joined(tokens, at - 1)


def _name_with_particle(word: Word) -> bool:
    """Whether a name begins with this word, to which a particle is attached: أندريه كوفال ولينا بيرغ، مقال
    لروبرت فيسك.
    """
    if not word.tags & t.SURE_NAME:
        return False
    if word.conjunction:
        return not (word.preposition or word.forms)
    return word.preposition == "ل" and not word.article


def _words_before(tokens: list[Token], at: int, start: int, introduced: bool) -> int:
    """How many words right before token `at` belong to the name: none, one, or two at once."""
    word, two_before = tokens[at - 1].word, tokens[at - 2].word if at > 1 else NOTHING
    last = at == start
    two = word.rules & tokens[at].word.rules & t.ONLY_SURNAME
    if two and last and not (is_name_word(two_before) and at > 1):
        return 0  # اتهم بايدن بوتين
    if word.tags & t.ATTRIBUTIVE and word.forms:
        return 0  # برأي ماكدونالد
    if _another_begins(tokens, at) and is_name_word(two_before):
        return 0  # هزم كريم المالكي | سعاد الجبوري
    if _master(two_before, word, tokens[at].word):
        return 0  # مبعوث ترامب ستيف ويتكوف
    if word.rules & t.FIEF and two_before.tags & t.ROLE and not two_before.article:
        return 0  # أميرة ويلز كيت ميدلتون
    if word.key == "باسم" and _spoken_for(tokens, at - 1):
        return 0  # المتحدثة باسم نتنياهو
    if two_before.rules & t.HONOUR and word.nominal and not (word.article or word.tags & (t.ROLE | t.TITLE)):
        return 1  # سعادة سرور حمد الزحمي
    if word.rules & t.HONOUR and not (word.tags | two_before.tags) & t.SURE_NAME:
        return 0  # رعى الحفل سعادة حمد بن صقر
    if tokens[at].word.tags & t.NAME_PARTICLE and not last and _before_particle(word):
        return 1  # سلطان بن سعود
    if tokens[at].word.key == "ابن" and not (word.tags & t.NAMES or word.rules & t.LIKE_NAME):
        return 0  # كان تشبع | ابن سينا بالفلسفة
    if two_before.tags & t.SURE_NAME and is_middle_name(word):
        return 1
    if two_before.tags & t.PREPOSITION and _governed(word, last) or _place_of_role(two_before, word):
        return 0
    if (
        is_name_word(word, strict=True)
        or word.tags & t.NAME
        and is_name_word(word)
        or word.tags & t.NAME
        and word.tags & t.ROLE
        and two_before.tags & (t.ROLE | t.TITLE)
        or _name_of_place(tokens, at, last)
        or is_name_word(word)
        and (_in_role_context(tokens, at - 1) or introduced and last and at > 1 and not _feminine_verb(word))
        or last
        and (_named_as_subject(tokens, at) or _named_behind_role(tokens, at) or _holds_no_office(word))
    ):
        return 1
    return 2 if _two_common_words(tokens, at) else 0


def _master(role: Word, word: Word, given: Word) -> bool:
    """Whether a word can but be the surname of whoever is served by the one whose name begins behind it."""
    if not word.rules & t.ONLY_SURNAME or given.rules & t.ONLY_SURNAME or not given.tags & t.SURE_NAME:
        return False
    return bool(role.tags & (t.ROLE | t.RELATION)) and not (role.article or role.tags & t.TITLE)


def _spoken_for(tokens: list[Token], at: int) -> bool:
    """Whether a spokesman or an account is told of right before باسم, or whoever is called so: متحدث باسم
    بوتين، حساب باسم فلان, عرف نفسه باسم فلان.
    """
    first = max(0, at - _SHORT_ROLE)
    told = any(token.word.rules & (t.SPOKESMAN | t.PAGE) for token in tokens[first:at])
    return told or as_called(tokens, first, at)


def _feminine_verb(word: Word) -> bool:
    """Whether an unknown word before a name can be a verb: عندما جلست ليلى."""
    return not word.tags and word.key.endswith("ت")


def _before_particle(word: Word) -> bool:
    """Whether a word may be the given name before a particle of a name, though it is a role too."""
    return word.kind == "word" and bool(word.tags & t.NAME) and not (word.article or word.preposition)


def _governed(word: Word, last: bool) -> bool:
    """Whether a word behind a preposition is governed by it and no name: تحت إشراف فلان."""
    return bool(word.tags & t.VERBAL_NOUN) or not last and not word.tags & t.SURE_NAME


def _place_of_role(before: Word, word: Word) -> bool:
    """Whether a word that may be a name is the place of the office or body before it: عمدة ليون فلان, مدينة
    ليون, بلدية ليون.
    """
    if before.article or before.pronoun:
        return False
    office = before.tags & (t.ROLE | t.ORGANISATION) and not before.tags & t.NAMES
    return bool(before.rules & t.LOCALITY or office and word.tags & t.PLACE)


def _name_of_place(tokens: list[Token], at: int, last: bool) -> bool:
    """Whether the place before token `at` is a first name: رئيسة الوزراء الإيطالية جورجيا ميلوني."""
    word = tokens[at - 1].word
    if not word.tags & t.NAME or not word.tags & t.PLACE or word.preposition:
        return False
    named_too = word.tags & t.SURE_NAME or last and at > 1 and tokens[at - 2].word.article
    return bool(named_too) and _in_role_context(tokens, at - 1)


def _two_common_words(tokens: list[Token], at: int) -> bool:
    """Whether two names that are also ordinary words follow a role: الرئيس حسن روحاني."""
    return (
        at > 1
        and is_name_word(tokens[at - 1].word)
        and is_name_word(tokens[at - 2].word)
        and _in_role_context(tokens, at - 2)
    )


def _without_leading(tokens: list[Token], at: int, start: int) -> int:
    """Where the name begins without the words before it that begin none: those with ال, ابن or لا where no
    name stands before, آية الله.
    """
    if at + 1 < start and is_ayatollah(tokens[at].word, tokens[at + 1].word):
        at += 2
    while at < start and tokens[at].word.text.startswith("ال") and len(tokens[at].word.key) > 3:
        given = tokens[at].word.tags & t.SURE_NAME or definite_before_father(tokens[at].word)
        if given and tokens[at + 1].word.rules & t.FILIAL:
            break  # الشاذلي بن عمار، العربي بن عمار
        at += 1
    while 0 < at < start and tokens[at].word.key in _NO_BEGINNING and not tokens[at - 1].word.tags & t.NAME:
        at += 1
    return at


def _in_role_context(tokens: list[Token], at: int, most: int = 5) -> bool:
    """Whether a role or title in the words before token `at` makes a name likely: الرئيس الأميركي السابق
    باراك …
    """
    for token in reversed(tokens[max(0, at - most) : at]):
        word = token.word
        if word.tags & (t.ROLE | t.TITLE) and not word.tags & t.SURE_NAME:
            return True
        if (
            word.kind == "sign"
            and word.text not in ("،", ",", '"', "«", "»")
            or word.forms
            or word.tags & t.VERB
        ):
            return False
    return False


def _named_behind_role(tokens: list[Token], at: int) -> bool:
    """Whether the word before token `at` stands right behind a definite role, so that it can but begin a
    name whatever its letters are: زعيم المعارضة رايلا أودينغا، البروفيسور تريستينو مارينييلو.
    """
    if at < 2 or not _in_role_context(tokens, at - 1, _LONGEST_ROLE):
        return False
    role, word = tokens[at - 2].word, tokens[at - 1].word
    definite = role.article or role.tags & (t.PLACE | t.KNOWN_ORGANISATION)
    finite = word.verb is not None and not word.tags & t.NAME  # يزيد زرهوني
    if not definite or word.kind != "word" or word.article or word.conjunction or finite:
        return False
    if word.rules & t.BOUND:
        return False  # والي سيدي بوزيد | فلان
    if word.tags & t.NAME and not word.preposition:
        return True  # الخبيرة انتصار مرعي
    others = t.ROLE | t.OUTLET | t.PLAIN if word.preposition else 0  # بولي برادين، لانسانا كونتي
    if word.preposition and word.key.endswith("ة"):
        return False  # وختمت المراسلة بقصة أناستاسيا
    return not word.tags & ~(t.NAMES | t.PLACE | others)


def _holds_no_office(word: Word) -> bool:
    """Whether a word that is a name and an office stands before a surname, of which it is no office: سلطان
    الجابر.
    """
    bare = not (word.article or word.preposition or word.pronoun or word.tags & t.RELATION)
    return bare and bool(word.tags & t.NAME and word.tags & (t.ROLE | t.TITLE))


def _named_as_subject(tokens: list[Token], at: int) -> bool:
    """Whether the word before token `at` is the first word of a subject that a role or an age follows: قال
    ميرتشيا جيوانا نائب الأمين العام، قالت جادية مارتينيز (77 عاما).
    """
    if at >= 2 and tokens[at - 2].word.tags & t.AUXILIARY and at + 1 < len(tokens):
        return is_unknown(tokens[at - 1].word) and not tokens[at].word.article  # كان ألدوس هكسلي
    if at < 2 or at + 1 >= len(tokens) or tokens[at - 2].word.verb is None:
        return False
    if tokens[at + 1].word.text == "(" and at + 2 < len(tokens) and tokens[at + 2].word.kind == "number":
        return is_unknown(tokens[at - 1].word)
    after = tokens[at + 1 + (tokens[at + 1].word.text in COMMAS and at + 2 < len(tokens))].word
    role = after.tags & t.ROLE and not (after.conjunction or after.preposition)
    word = tokens[at - 1].word
    attached = word.preposition and not (
        word.tags or word.article or word.forms
    )  # أكد باقان أموم الأمين العام
    return bool((is_unknown(word) or attached) and role)


def _apposition_start(tokens: list[Token], last: int) -> int:
    """Where a name between two commas after a role begins, 0 where it stands otherwise: رئيس البرلمان، شيخ
    أدان مادو، …
    """
    if last + 1 >= len(tokens) or tokens[last + 1].word.text not in COMMAS:
        return 0
    for at in range(last - 1, max(last - _MOST_APPOSITION_WORDS, 0), -1):
        word = tokens[at].word
        if word.text in COMMAS:
            described = at and tokens[at - 1].word.article and tokens[at + 1].word.tags & t.SURE_NAME
            return at + 1 if at + 1 < last and (described or _in_role_context(tokens, at)) else 0
        if (
            word.kind != "word"
            or word.article
            or word.preposition
            or word.conjunction
            or word.tags & (t.FUNCTION | t.CALLED)  # شاهدة عيان، تدعى هند، …
        ):
            return 0
    return 0


def _another_begins(tokens: list[Token], at: int) -> bool:
    following = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    return another_given(tokens[at - 1].word, tokens[at].word, following)


def is_another(tokens: list[Token], at: int, first: bool) -> bool:
    """Whether somebody else begins behind a name: اتهم بايدن | بوتين، اتهم جو بايدن | بوتين، حذر ماكرون |
    دونالد ترامب.
    """
    if not first and _another_begins(tokens, at):
        return True  # هزم كريم المالكي | سعاد الجبوري
    before, word = tokens[at - 1].word, tokens[at].word
    following = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    alone = first and before.rules & t.ONLY_SURNAME
    if alone and word.tags & t.SURE_NAME and following.rules & (t.ONLY_SURNAME | t.BOUND):
        return True
    return bool((alone or before.rules & t.BOUND) and word.rules & t.ONLY_SURNAME)


def name_end(tokens: list[Token], start: int, end: int, introduced: bool) -> int:
    """Where the name that begins at `start` and goes on to `end` at least ends."""
    at = end
    while at < len(tokens) and at - end < 3:
        word = tokens[at].word
        if is_another(tokens, at, at == start + 1):
            break
        following = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
        if word.key in ("بن", "ال", "ابو") and following.kind == "word" or _foreign(word, following):
            at += 2
            continue
        if at > end and tokens[at - 1].word.tags & t.NAME_PARTICLE and word.kind == "word":
            at += 1  # بلال عبد الله
            continue
        if (
            word.tags & t.SURE_NAME
            and not word.tags & (t.PLACE | t.ROLE | t.ORGANISATION | t.NATIONALITY)
            and not (word.conjunction or word.preposition or word.forms)
        ):
            at += 1
            continue
        break
    if at > end:
        return at
    closed = _apposition_end(tokens, start, end)
    if closed:
        return closed
    return end + 1 if introduced and end - start == 1 and _surname_follows(tokens, end) else end


def _foreign(word: Word, following: Word) -> bool:
    """Whether a word is nothing but the particle of a foreign surname behind it: رفائيل دا سيلفا."""
    particle = word.tags & t.NAME_PARTICLE and not word.tags & ~(t.NAMES | t.NAME_PARTICLE)
    return bool(particle) and not word.conjunction and (is_unknown(following) or is_name_word(following))


def _apposition_end(tokens: list[Token], start: int, end: int) -> int:
    """Where a name between two commas ends, 0 where it stands otherwise: المتحدث، كيم هو نيون، …"""
    if not start or tokens[start - 1].word.text not in COMMAS:
        return 0
    for at in range(end, min(end + _MOST_APPOSITION_WORDS, len(tokens))):
        word = tokens[at].word
        if word.text in COMMAS:
            return at if at > end else 0
        if not is_unknown(word) and not word.tags & (t.NAME | t.PRONOUN) or word.forms:
            return 0
    return 0


def _surname_follows(tokens: list[Token], at: int) -> bool:
    """Whether the word after a first name that is brought in here is its surname: كان عرفان آزاد تاجرا."""
    if at >= len(tokens) or at < 2 or not tokens[at - 1].word.tags & t.SURE_NAME:
        return False
    before, word = tokens[at - 2].word, tokens[at].word
    if is_another(tokens, at, True):
        return False  # وصف الرئيس ترامب زيلينسكي
    if word.article and word.stem.endswith("ي") and not word.preposition:
        return not word.tags & ~(t.NAMES | t.NATIONALITY) or bool(word.tags & t.SURNAME)  # سميرة القاضي
    if before.verb is not None or before.tags & t.VERB:
        return False  # يصف حمزة شعوره
    others = t.ROLE | t.ORGANISATION | t.PLACE | t.FUNCTION | t.TIME | t.BEFORE_AN  # كلينتون سبق أن أعلنت
    if word.tags & others or word.forms or word.article:
        return False
    if word.kind != "word" or word.preposition or word.conjunction or word.pronoun or imperfect(word):
        return False
    if word.rules & (t.TWO_THINGS | t.THING) and not word.tags & t.NAME:
        return False  # سجل صلاح هدفين، هدف الفوز
    return bool(word.tags & t.NAME) or not word.tags and not word.key.endswith(("ا", "ه", "ة", "ات", "ت"))
