"""What a single word is to a personal name."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import TO_WHOM, relational
from qawl.lexicon.word import NOTHING, Token, Word
from qawl.scene import HYPHENS

_BY_NAME = ("باسم", "باسمه", "باسمها")


def is_name_word(word: Word, strict: bool = False) -> bool:
    """Whether a word may be part of a personal name; `strict` asks for one that the tables know as such."""
    if (
        word.kind != "word"
        or word.conjunction
        or word.preposition
        or word.tags & t.VERB
        or word.forms
        and any(not form.prefix for form in word.forms)
        or word.rules & (t.GRADE | t.DEDICATED | t.THING | t.CALLING)
        and not word.tags & t.NAME
        or word.tags & t.FUNCTION
        and not word.rules & t.NAME_WORD
    ):
        return False
    if word.rules & t.NAME_WORD or word.tags & t.NAME_PARTICLE:
        return True
    if word.tags & (
        t.ROLE
        | t.ORGANISATION
        | t.GROUP
        | t.TIME
        | t.PLACE
        | t.TITLE
        | t.MEDIA
        | t.QUANTIFIER
        | t.VERBAL_NOUN
    ):
        return bool(word.tags & t.SURE_NAME) and not word.tags & (t.PLACE | t.ROLE | t.TITLE)
    if word.tags & t.SURE_NAME:
        return True
    if word.tags & t.NAME:
        return not strict
    if word.rules & t.LIKE_NAME:
        return True
    return (
        not strict
        and not word.tags
        and not word.article
        and not word.pronoun
        and not word.forms
        and len(word.key) > 2
        and not word.key.endswith(("ات", "ة", "ا", "ون", "ين"))
        and word.key[0] not in "يتوف"
    )


def is_unknown(word: Word) -> bool:
    """Whether the tables know nothing of a word that stands alone."""
    return (
        word.kind == "word"
        and not (word.tags or word.article or word.pronoun or word.preposition or word.conjunction)
        and not word.forms
    )


def is_middle_name(word: Word) -> bool:
    """Whether a word after a sure name and before a surname can only be a part of the name: جيرالدين بيرن
    ناسون، محمد المختار الخليل.
    """
    if word.conjunction or word.forms or word.kind != "word":
        return False
    return bool(word.tags & (t.NAME | t.PLACE)) if not word.preposition else not word.tags


def owned(word: Word, before: Word) -> bool:
    """Whether a word is the name of the body before it: الباحثة في مركز كارنيغي مها يحيى، معهد باستور."""
    own = word.tags & t.KNOWN_ORGANISATION or not word.tags & t.SURE_NAME or before.rules & t.DEDICATED
    return bool(before.tags & t.ORGANISATION) and bool(own) and not before.article


def joined(tokens: list[Token], at: int) -> bool:
    """Whether token `at` is a hyphen that joins the words beside it: آن-ماري."""
    return (
        0 < at < len(tokens) - 1
        and tokens[at].word.text in HYPHENS
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
    )


def is_of_land(word: Word, before: Word) -> bool:
    """Whether a word before a name belongs to the land of a noble: أميرة ويلز البريطانية | كيت ميدلتون."""
    if before.rules & t.FIEF:
        return word.article and bool(word.tags & t.NATIONALITY)
    return bool(word.rules & t.FIEF and before.tags & t.ROLE) and not before.article


def is_of_body(word: Word, before: Word) -> bool:
    """Whether a word before a name belongs to the body before it: جماعة الحوثي | فلان, حركة أحرار الشام."""
    if owned(word, before):
        return True
    noun = before.tags & t.ORGANISATION or not before.tags & ~t.PLAIN
    return word.article and bool(noun) and not (before.article or before.pronoun or before.preposition)


def may_be_given_before_father(given: Word) -> bool:
    """Whether an unknown word may be the given name before the father's: الداه ولد سيدي; not المتطرف بن
    غفير.
    """
    if given.kind != "word" or given.tags & ~t.NAMES or given.forms or given.preposition or given.conjunction:
        return False
    return not (given.pronoun or relational(given) or given.article and given.stem.startswith("م"))


def definite_before_father(word: Word, before: Word = NOTHING) -> bool:
    """Whether a word with ال is a given name, though it may tell of a nation, before the father's: العربي بن
    عمار، الصديق بن شريف; not المختار, which is an office too, but where one stands before: الوزير المختار ولد
    فلان.
    """
    if not word.tags & t.NAME or not word.key.startswith("ال"):
        return False
    office = word.tags & t.SURNAME and not (word.tags & (t.TITLE | t.NATIONALITY) or word.rules & t.EPONYM)
    if office and before.article:
        return True
    return not (word.rules & t.ONLY_SURNAME or word.tags & ~(t.NAMES | t.NATIONALITY))


def as_called(tokens: list[Token], first: int, at: int) -> bool:
    """Whether باسم brings in what somebody calls himself or wants to be called: عرف نفسه باسم فلان, طلب
    الإشارة إليه باسم فلان; not تحدث باسم الوزارة.
    """
    if not at or tokens[at].word.key not in _BY_NAME:
        return False
    before = tokens[at - 1].word
    itself = any(token.word.tags & t.REFLEXIVE for token in tokens[first:at])
    return itself or before.key in TO_WHOM or bool(before.rules & (t.CALLING | t.NICKNAMED))


def is_ayatollah(word: Word, following: Word) -> bool:
    """Whether two words are a title, before the name: آية الله فلان; not the name ضيف الله."""
    return bool(word.tags & t.ROLE and following.rules & t.DEITY) and word.stem.endswith("ة")


def given_and_surname(given: Word, surname: Word) -> bool:
    """Whether a word that may be a name, and nothing else, stands before one with ال that the tables do not
    know: صالح الشمايلة.
    """
    unknown = surname.article and not (surname.tags or surname.forms)
    return bool(given.tags & t.NAME) and not given.tags & ~t.NAMES and unknown
