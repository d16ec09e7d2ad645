"""The fullest form of a personal name that the article gives."""

from __future__ import annotations

from qawl import fold
from qawl.lexicon import tags as t
from qawl.lexicon.shape import imperfect
from qawl.lexicon.word import Token, Word
from qawl.scene import COMMAS, Scenes

MOST_NAME_WORDS = 6
_MOST_APPOSITION_WORDS = 4
"""Tokens after the first words of a name between commas, the comma that closes it among them."""


def fullest_name(scenes: Scenes, written: str, keys: tuple[str, ...]) -> str:
    """The fullest form of a personal name that the article gives, empty where it gives no fuller one.

    `written` is the name as one place has it, `keys` the keys of its words: it is looked for by its last
    word, in the spelling of that place.
    """
    last = _core(written.split()[-1]) if written else ""
    spellings = [(key, fold.with_other_ya(key)) for key in keys]
    definite = fold.key(written.split()[-1]).startswith("ال") if written else False
    best, best_keys = "", keys
    introduced = True
    place = scenes.text.find(last) if last else -1
    sentence = -1
    while place >= 0:
        number = scenes.at(place)
        place = scenes.text.find(last, place + len(last))
        if number == sentence:
            continue
        sentence = number
        scene = scenes[number]
        tokens = scene.tokens
        for at, token in enumerate(tokens):
            start = at - len(keys) + 1
            if start < 0 or not _is_word(token.word, *spellings[-1]):
                continue
            if token.word.article and not definite and not token.word.tags & t.NAME:
                continue  # مستشفيات is not who is named before المستشفيات
            if not all(_is_word(tokens[start + n].word, *pair) for n, pair in enumerate(spellings[:-1])):
                continue
            left = _extend_left(tokens, start, introduced and scene.kind == "body")
            right = _extend_right(tokens, left, at + 1, introduced and scene.kind == "body")
            introduced = introduced and scene.kind != "body"
            words = tuple(tokens[k].word.key for k in range(left, right))
            if len(words) > len(best_keys):
                best, best_keys = scenes.text[tokens[left].start : tokens[right - 1].end], words
                best = best[len(tokens[left].word.conjunction + tokens[left].word.preposition) :]
    return best


def _core(word: str) -> str:
    """A word without the letters at its ends that are spelled in more than one way: أوباما، اوباما."""
    return word.lstrip("أإآا").rstrip("يىةه") or word


def _is_word(word: Word, key: str, with_other_ya: str | None) -> bool:
    """Whether a word is the one of the key, in one of its spellings: اليوبي، اليوبى."""
    return key in (word.key, word.stem) or with_other_ya in (word.key, word.stem)


def is_name_word(word: Word, strict: bool = False) -> bool:
    """Whether a word may be part of a personal name; `strict` asks for one that the tables know as such."""
    if (
        word.kind != "word"
        or word.conjunction
        or word.preposition
        or any(not form.prefix for form in word.forms)
        or word.tags & t.VERB
        or word.rules & t.GRADE
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


def _in_role_context(tokens: list[Token], at: int) -> bool:
    """Whether a role or title in the words before token `at` makes a name likely: الرئيس الأميركي السابق
    باراك …
    """
    for token in reversed(tokens[max(0, at - 5) : at]):
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


def _extend_left(tokens: list[Token], start: int, introduced: bool) -> int:
    """Where the name that ends before `start` + 1 begins. Where it is `introduced`, an unknown word before it
    is its own.
    """
    at = _apposition_start(tokens, start)
    if at:
        return at
    at = start
    while at > 0 and start - at < MOST_NAME_WORDS:
        word = tokens[at - 1].word
        glued = tokens[at - 1].end
        if (
            word.text in "-–"
            and at >= 2
            and glued == tokens[at].start
            and tokens[at - 2].end == tokens[at - 1].start
        ):
            at -= 2
            continue
        if tokens[at].word.conjunction and tokens[at].word.key != tokens[at].word.stem:
            break
        if at >= 2 and tokens[at - 2].word.tags & t.SURE_NAME and _middle_name(word):
            at -= 1
            continue
        if word.conjunction and word.tags & t.SURE_NAME and not (word.preposition or word.forms):
            return at - 1  # أندريه كوفال ولينا بيرغ
        if word.preposition == "ل" and not word.article and word.tags & t.SURE_NAME and not word.conjunction:
            return at - 1  # مقال لروبرت فيسك
        governed = at >= 2 and tokens[at - 2].word.tags & t.PREPOSITION
        if governed and (word.tags & t.VERBAL_NOUN or at < start and not word.tags & t.SURE_NAME):
            break  # تحت إشراف فلان
        if is_name_word(word, strict=True) or word.tags & t.NAME and is_name_word(word):
            at -= 1
            continue
        if (
            word.tags & t.NAME
            and word.tags & t.ROLE
            and at >= 2
            and tokens[at - 2].word.tags & (t.ROLE | t.TITLE)
        ):
            at -= 1
            continue
        named_too = word.tags & t.SURE_NAME or at == start and at >= 2 and tokens[at - 2].word.article
        if (
            named_too
            and word.tags & t.NAME
            and word.tags & t.PLACE
            and not word.preposition
            and _in_role_context(tokens, at - 1)
        ):
            at -= 1  # رئيسة الوزراء الإيطالية جورجيا ميلوني
            continue
        if is_name_word(word) and (
            _in_role_context(tokens, at - 1) or introduced and at == start and at >= 2
        ):
            at -= 1
            continue
        if at == start and _named_as_subject(tokens, at):
            at -= 1
            continue
        # Two names that are also ordinary words, after a role: الرئيس حسن روحاني
        if (
            at >= 2
            and is_name_word(word)
            and is_name_word(tokens[at - 2].word)
            and _in_role_context(tokens, at - 2)
        ):
            at -= 2
            continue
        break
    while at < start and tokens[at].word.key.startswith("ال") and len(tokens[at].word.key) > 3:
        at += 1
    while (
        at < start
        and tokens[at].word.key in ("ابن", "ال", "اي", "لا")
        and at > 0
        and not tokens[at - 1].word.tags & t.NAME
    ):
        at += 1
    return at


def _middle_name(word: Word) -> bool:
    """Whether a word after a sure name and before a surname can only be a part of the name: جيرالدين بيرن
    ناسون، محمد المختار الخليل.
    """
    if word.conjunction or word.forms or word.kind != "word":
        return False
    return bool(word.tags & (t.NAME | t.PLACE)) if not word.preposition else not word.tags


def _named_as_subject(tokens: list[Token], at: int) -> bool:
    """Whether the word before token `at` is the first word of a subject that a role or an age follows: قال
    ميرتشيا جيوانا نائب الأمين العام، قالت جادية مارتينيز (77 عاما).
    """
    if at < 2 or at + 1 >= len(tokens) or tokens[at - 2].word.verb is None:
        return False
    if tokens[at + 1].word.text == "(" and at + 2 < len(tokens) and tokens[at + 2].word.kind == "number":
        return _unknown(tokens[at - 1].word)
    after = tokens[at + 1 + (tokens[at + 1].word.text in COMMAS and at + 2 < len(tokens))].word
    role = after.tags & t.ROLE and not (after.conjunction or after.preposition)
    return _unknown(tokens[at - 1].word) and bool(role)


def _extend_right(tokens: list[Token], start: int, end: int, introduced: bool) -> int:
    """Where the name that begins at `start` and goes on to `end` at least ends."""
    at = end
    while at < len(tokens) and at - end < 3:
        word = tokens[at].word
        if word.key in ("بن", "ال", "ابو") and at + 1 < len(tokens) and tokens[at + 1].word.kind == "word":
            at += 2
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
            or word.tags & t.FUNCTION
        ):
            return 0
    return 0


def _apposition_end(tokens: list[Token], start: int, end: int) -> int:
    """Where a name between two commas ends, 0 where it stands otherwise: المتحدث، كيم هو نيون، …"""
    if not start or tokens[start - 1].word.text not in COMMAS:
        return 0
    for at in range(end, min(end + _MOST_APPOSITION_WORDS, len(tokens))):
        word = tokens[at].word
        if word.text in COMMAS:
            return at if at > end else 0
        if not _unknown(word) and not word.tags & (t.NAME | t.PRONOUN) or word.forms:
            return 0
    return 0


def _unknown(word: Word) -> bool:
    """Whether the tables know nothing of a word that stands alone."""
    return (
        word.kind == "word"
        and not (word.tags or word.article or word.pronoun or word.preposition or word.conjunction)
        and not word.forms
    )


def _surname_follows(tokens: list[Token], at: int) -> bool:
    """Whether the word after a first name that is brought in here is its surname: كان عرفان آزاد تاجرا."""
    if at >= len(tokens) or at < 2 or not tokens[at - 1].word.tags & t.SURE_NAME:
        return False
    before, word = tokens[at - 2].word, tokens[at].word
    if before.verb is not None or before.tags & t.VERB:
        return False  # يصف حمزة شعوره
    if word.tags & (t.ROLE | t.ORGANISATION | t.PLACE | t.FUNCTION | t.TIME) or word.forms:
        return False
    if word.article:
        return word.stem.endswith("ي") and not word.tags
    if word.kind != "word" or word.preposition or word.conjunction or word.pronoun or imperfect(word):
        return False
    return bool(word.tags & t.NAME) or not word.tags and not word.key.endswith(("ا", "ه", "ة", "ات", "ت"))
