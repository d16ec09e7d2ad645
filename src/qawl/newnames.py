"""Names that no table knows, learnt from how the article names whom it lets speak: قال المستشار تورال بيسكوف
… وأضاف بيسكوف, and both words are names wherever they stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from qawl.learning import (
    LONG,
    MOST_BEFORE,
    attached,
    ends,
    first_of_name,
    occurrences,
    reread,
    whole,
    word_at,
)
from qawl.lexicon import tags as t
from qawl.lexicon.shape import imperfect, relational
from qawl.lexicon.word import NOTHING, Token, Word
from qawl.scene import COMMAS, DASHES

_SHORTEST = 3
_LONGEST_ROLE = 8
"""Words between a role and the name of whoever holds it."""
_NO_NAME = ("ة", "ات", "ون", "وا", "ية")
"""Endings of common words that no table knows."""
_NUNATION = ("\u064b", "\u064b\u0627", "\u064c", "\u064d")
_PERSON = t.ROLE | t.TITLE
_INTRODUCES = _PERSON | t.AUXILIARY | t.ATTRIBUTIVE_NOUN
"""What may stand right before a name by itself, beside a verb of saying."""
_Words = list[Word]


def with_new_names(sentences: list[list[Token]]) -> list[list[Token]]:
    """The tokens of each sentence, the names among them that are learnt from the article read as such."""
    read = [[token.word for token in tokens] for tokens in sentences]
    names = _learnt(read, _spoken_of(read))
    if not names:
        return sentences
    return [_named(tokens, words, names) for tokens, words in zip(sentences, read, strict=True)]


def _spoken_of(read: list[_Words]) -> set[str]:
    """The keys of the words that stand alone where a person is named: behind a verb of saying, a title or a
    definite role, بحسب; before such a verb; or learnt before.
    """
    found: set[str] = set()
    for words in read:
        before = two_before = NOTHING
        for at, word in enumerate(words):
            introduced = before.verb is not None or before.tags & _INTRODUCES
            behind = introduced and not word.tags and _names_behind(before, word)
            behind = behind and (_may_be_last(word) or _says_a_clause(before, word, word_at(words, at + 1)))
            if behind or word.rules & t.LAST_NAME:
                found.add(word.key)
            elif word.verb is not None and not before.tags and _opens(two_before) and _may_be_last(before):
                found.add(before.key)  # وذكرت الوكالة أن فلان أعلن
            two_before, before = before, word
    return found


def _names_behind(before: Word, word: Word) -> bool:
    """Whether a word may be a name by itself for the word before it: قال فلان، بحسب فلان، الرئيس فلان."""
    if before.verb is not None or before.tags & (t.AUXILIARY | t.ATTRIBUTIVE_NOUN):
        return True
    return before.article and bool(before.tags & _PERSON) and word.preposition != "ل"


def _opens(word: Word) -> bool:
    return word is NOTHING or bool(word.tags & t.COMPLEMENTIZER)


def _may_be_last(word: Word) -> bool:
    """Whether a word that no table knows may be a surname."""
    if word.kind != "word" or word.tags or word.forms or len(word.key) < _SHORTEST:
        return False
    if word.pronoun or word.text.endswith(_NUNATION):
        return False  # أعلن فلان خطوبته، وضع أسسا
    if word.article:
        return not (word.preposition or word.key.endswith((*_NO_NAME, "ين")))
    return not (word.key.endswith(_NO_NAME) or word.key.endswith("ا") and len(word.key) < LONG or _verb(word))


def _says_a_clause(before: Word, word: Word, following: Word) -> bool:
    """Whether an unknown word that ends as common ones do can only be who speaks, since what was said
    follows: أوضح بوزقة أن, كان بوزقة قد; so that it is a name if it stands behind a given one too.
    """
    if word.kind != "word" or word.forms or word.pronoun or word.rules & t.THING or len(word.key) < _SHORTEST:
        return False
    if before.verb is None:
        return bool(before.tags & t.AUXILIARY and following.tags & (t.COMPLEMENTIZER | t.PERFECTIVE))
    told = following.tags & (t.COMPLEMENTIZER | t.PERFECTIVE) or following.text == ":"
    return bool(told) or ends(following) and "NP" not in before.verb.entry.governed  # قال بوزقة في تصريح


def _verb(word: Word) -> bool:
    """Whether a word has the shape of an imperfect, without a first letter that may be its own: فيلدمان."""
    return imperfect(word) and word.key[0] != "ف"


def _learnt(read: list[_Words], wanted: set[str]) -> set[str]:
    """The keys of the words of the names that one of the words `wanted` ends or begins, or that stand in full
    behind a role.
    """
    given: set[str] = set()
    surnames: dict[str, set[str]] = {}
    for words in read:
        for start, last in _names(words, wanted):
            before = {_bare(other) for other in words[start:last] if not other.tags}
            given |= before
            surnames.setdefault(words[last].key, set()).update(before)
    if not surnames:
        return given
    common = _elsewhere(read, given, set(surnames))
    return given - common | {
        key for key, own in surnames.items() if not (own and own <= common) and key not in common
    }


def _bare(word: Word) -> str:
    """The key of a word without the ل that the expression before it takes: وفقا لتورال بيسكوف."""
    return word.stem if word.preposition == "ل" else word.key


def _names(words: _Words, wanted: set[str]) -> Iterator[tuple[int, int]]:
    """The first and last words of the names in a sentence that no table knows."""
    final = len(words) - 1
    for at, word in enumerate(words):
        if word.key in wanted:
            start = first_of_name(words, at, _may_be_given)
            if start < at and stands_as_name(words, start, at + 1):
                yield start, at
        if 0 < at < final and not (word.tags or words[at + 1].tags) and (last := _in_full(words, at, wanted)):
            yield at, last


def _in_full(words: _Words, start: int, wanted: set[str]) -> int:
    """The last word of a name of several words behind a complete role, a verb of saying or عن, as what
    follows shows; 0 where none begins: وزير الصحة تورال بيسكوف إن، نقلت عن تورال بيسكوف وزير الصحة, or as
    the first is one of the words `wanted`: فاز اللاعب تورال بيسكوف بكذا.
    """
    before, first = words[start - 1], words[start]
    apart = before.text in COMMAS
    said = before.verb is not None or before.key == "عن" or bool(before.tags & t.ATTRIBUTIVE_NOUN)
    if not (said or apart or before.article or before.tags & (t.PLACE | t.KNOWN_ORGANISATION)):
        return 0
    if not _may_be_given(first) or (_joined(first) or first.preposition) and not said:
        return 0  # قال الوزير لأنجام نزاد إن
    end = start + 1
    while end < len(words) and end - start <= MOST_BEFORE and _may_be_last(words[end]):
        end += 1
    if end - start < 2 or _joined(words[end - 1]) or _owned(first, words[end - 1], word_at(words, end)):
        return 0
    told = _told_more(words, end)
    following = word_at(words, end)
    if said:
        subject = before.verb is not None and not _accusative(words[end - 1])
        return end - 1 if told or subject and _does_it_to(following) else 0
    named = bool(following.tags & t.COMPLEMENTIZER) or told
    if not named and (_accusative(first) or first.key[0] in "بل" and not apart):
        return 0  # كلفه الرئيس ببناء جسر
    closed = named or following.kind == "sign" or following is NOTHING
    spoken_of = first.key in wanted and not _may_own(words[end - 1])  # not شرح الوزير نمط الاستهلاك في
    closed = closed or spoken_of and ends(following)
    return end - 1 if closed and _behind_role(words, start) else 0


def _owned(first: Word, last: Word, following: Word) -> bool:
    """Whether a noun may stand with its owner where a name would: ينصح بشرب الحليب الذي، قارىء القرآن الشيخ
    فلان، وصف الوزير أسعار الخبز بأنها.
    """
    shown = first.preposition or following.article or following.preposition
    return _may_own(last) and bool(shown)


def _may_own(last: Word) -> bool:
    """Whether a word with ال may be the noun that owns the one before it: أسعار الخبز; not تورال الكواشي."""
    return last.article and not relational(last)


def _joined(word: Word) -> bool:
    """Whether an unknown word has rather و than begins with it: حقا وعدلا, not وولدمان."""
    return word.key[0] == "و" and word.key[1] != "و"


def _accusative(word: Word) -> bool:
    """Whether an unknown word ends as an object does: لاعبين، أمرا."""
    return word.key.endswith("ين") or word.key.endswith("ا") and len(word.key) < LONG


def _told_more(words: _Words, end: int) -> bool:
    """Whether what follows shows that a person is named: إن, a role, وهو, الذي, an age."""
    word, following = word_at(words, end), word_at(words, end + 1)
    if word.text == "(":
        return following.kind == "number"
    if word.text in COMMAS:
        word = following
    stated = word.conjunction == "و" and word.tags & t.PRONOUN
    return word.alef == "i" or bool(stated) or word.key == "الذي" or _told_of(words, end)


def _does_it_to(word: Word) -> bool:
    """Whether a word may be what somebody named before it speaks of, or how: اتهم تورال بيسكوف الحكومة، نفى
    تورال بيسكوف وجود، علق تورال بيسكوف قائلا.
    """
    if word.preposition or word.conjunction:
        return False
    return bool(word.article or word.tags & (t.VERBAL_NOUN | t.ADVERBIAL_PARTICIPLE))


def _may_be_given(word: Word) -> bool:
    """Whether a word before a surname may be a name too: تورال، عبد اللطيف."""
    if word.kind != "word" or word.forms or len(word.key) < _SHORTEST:
        return False
    if word.article and (not word.tags & t.NAME or relational(word)):
        return False
    if word.tags:
        return not word.tags & ~(t.NAMES | t.NAME_PARTICLE) and not (word.preposition or word.conjunction)
    return not (word.pronoun or word.key.endswith(_NO_NAME) or _verb(word))


def stands_as_name(words: _Words, start: int, end: int) -> bool:
    """Whether unknown words stand where a person is named: behind a title or a complete role, before a role,
    between a verb of saying and what was said, before the colon of a headline.
    """
    before = word_at(words, start - 1)
    following = word_at(words, end)
    if not start and following.text == ":":
        return True
    if before.verb is not None and not before.verb.prefix.endswith("ل"):
        return ends(following) or _told_of(words, end)
    if _behind_role(words, start):
        return True
    first = words[start]
    verbal = before.tags & (t.RELATIVE | t.CONNECTIVE | t.AUXILIARY) or first.key[0] in "وف" or not start
    return not verbal and _told_of(words, end)


def _behind_role(words: _Words, start: int) -> bool:
    """Whether a title, or a role that needs no other word, stands before token `start`, or before a comma."""
    before = word_at(words, start - 1)
    somewhere = False
    if before.text in COMMAS and start > 1:
        before, start = words[start - 2], start - 1
        somewhere = before.key[:1] == "ب" and not (before.tags or before.forms)  # مدير المدرسة بأزيلال، فلان
    elif before.article and before.tags & t.NATIONALITY and start > 1 and words[start - 2].verb is not None:
        return True  # قال الألماني فلان
    rank = start > 1 and before.tags & words[start - 2].tags & t.TITLE  # العقيد ركن
    titled = before.article or rank and words[start - 2].article
    if titled and before.tags & _PERSON and not before.tags & t.SURE_NAME:
        return True
    if not (somewhere or before.article or before.tags & (t.PLACE | t.KNOWN_ORGANISATION)):
        return False
    for at in range(start - 2, max(start - 2 - _LONGEST_ROLE, -1), -1):
        word = words[at]
        if word.kind == "sign" or word.forms or word.tags & t.VERB:
            return False
        if word.tags & _PERSON and not word.tags & t.SURE_NAME:
            return True
    return False


def _told_of(words: _Words, end: int) -> bool:
    """Whether a role follows, behind a comma or dash or none."""
    following = word_at(words, end)
    if (following.text in COMMAS or following.text in DASHES) and end + 1 < len(words):
        following = words[end + 1]
    if following.conjunction or following.preposition or following.tags & t.SURE_NAME:
        return False
    return bool(following.tags & t.ROLE) and following.key != f"{following.stem}ا"


def _elsewhere(read: list[_Words], given: set[str], surnames: set[str]) -> set[str]:
    """Those of the words that stand elsewhere too, as no name does, or with ال."""
    found: set[str] = set()
    definite = {f"ال{key}": key for key in given | surnames}
    for words in read:
        for at, word in enumerate(words):
            key = word.key
            if key in definite:
                found.add(definite[key])
            elif key in given and at + 1 < len(words) and not _in_name(words[at + 1], given, surnames):
                found.add(key)
    return found


def _in_name(following: Word, given: set[str], surnames: set[str]) -> bool:
    """Whether what follows shows that a word may be a name: the rest of one, a sign, a verb of saying, إن."""
    if following.key in surnames or following.key in given or following.kind != "word":
        return True
    return following.verb is not None or bool(following.tags & t.COMPLEMENTIZER)


def _named(tokens: list[Token], words: _Words, names: set[str]) -> list[Token]:
    """The tokens of a sentence with the names among its words read as such."""
    return reread(tokens, {at: _name(words[at], letter) for at, letter in occurrences(words, names)})


def _name(word: Word, letter: str) -> Word:
    """The word read as a name, with the letter attached before it, if any."""
    rules = word.rules & t.WOMAN
    if letter:
        return attached(word, letter, t.NAMES, rules)
    if word.article and not word.preposition:
        return structs.replace(word, tags=t.NAMES, rules=rules)
    return whole(word, t.NAMES, rules)
