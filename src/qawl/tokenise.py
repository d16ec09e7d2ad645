"""Sentences into tokens: words, numbers and signs with their places in the text."""

from __future__ import annotations

import re
from itertools import accumulate

from msgspec import structs

from qawl.fold import DIRECTIONS, INVISIBLE, VOWELS
from qawl.lexicon import Lexicon
from qawl.lexicon import tags as t
from qawl.lexicon.shape import may_be_name, relational
from qawl.lexicon.word import Token, Word

# The first branch is the plain Arabic word before a space or a common sign: most tokens, the cheapest test.
_TOKEN = re.compile(
    r"([ء-غف-ي]++(?=[ .،])"
    rf"|[^\W\d_]+(?:[{INVISIBLE}]+[^\W\d_]+)*[{VOWELS}]*"
    r"|\d+(?:[.,:/٫\u200f]+\d+)*"
    r"|&\#?\w{2,6};|\(\(|\)\)|''|‘‘|’’|``|<<|>>|\.{2,}|--+"
    rf"|[^\s{DIRECTIONS}])"
)
_OPENING, _CLOSING = ('"', "«", "“", "(", "'", "‘"), ('"', "»", "”", ")", "'", "’")
_CALLED_SO = t.ROLE | t.TITLE | t.CALLED
_SHORTEST = 3
"""Letters of an unknown word with ل."""


def tokenise(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """The tokens of `text[start:end]`. White space and what only tells the direction are no tokens; every
    other character belongs to one.
    """
    parts = _TOKEN.split(text[start:end])  # gap, token, gap, token, …, gap
    places = list(accumulate(map(len, parts), initial=start))
    words = list(map(lexicon.words.__getitem__, parts[1::2]))
    last = len(words) - 1
    for at, word in enumerate(words):
        if word.wholes is not None and at < last and words[at + 1].key in word.wholes:
            _read_whole(words, at, word.wholes[words[at + 1].key])
        if word.rules & t.TOPONYM and 0 < at < last - 1:
            _read_town(words, at)
        elif word.tags & t.ATTRIBUTIVE_NOUN and at < last:
            words[at + 1] = _behind_attributive(word, words[at + 1], lexicon)
    if text.find("فان ", start, end) >= 0:
        _read_particles(words)
    stopped = text.find(".", start, end - 1) >= 0
    if stopped:
        _read_initials(words, parts[0::2])
    tokens = list(map(Token, places[1::2], places[2::2], words))
    return _with_initials(tokens, lexicon) if stopped else tokens


def _with_initials(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens with the initials before a surname as one of them, a name: بي. جي. كراولي، ج. د. فانسن; not
    د. سامي, whose letter is a title. So is the letter of a surname with its stop behind a name: أحمد. م،
    سامي ر. اعترف.
    """
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        behind = tokens[at : at + 3]
        if found and (_shortens(found[-1], behind) or _shortened(found[-1], behind)):
            found.append(Token(tokens[at].start, tokens[at + 1].end, _initials(tokens[at : at + 2])))
            at += 2
            continue
        end = _letters_of_somebody(tokens, at, lexicon)
        if end > at:
            name = structs.replace(_initials(tokens[at:end]), tags=t.NAME | t.SURE_NAME)
            found.append(Token(tokens[at].start, tokens[end - 1].end, name))
            at = end
            continue
        end = _past_letters(tokens, at, lexicon)
        spelled = bool(found) and end > at and _is_letter(found[-1].word, lexicon)
        if end > at and not spelled and _before_surname(tokens, at, end):
            found.append(Token(tokens[at].start, tokens[end - 1].end, _initials(tokens[at:end])))
        else:
            end = max(end, at + 1)
            found += tokens[at:end]
        at = end
    return found


def _letters_of_somebody(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """Past the letters, or the letter and the given name, that stand for somebody behind his role, in marks
    or joined: المتهم "ب. كمال"، شاب (م.أ)، المتهم ع.س; the token where none do, as in مراسل (أ.ف.ب).
    """
    if not at or at + 3 >= len(tokens) or not _one_letter(tokens[at].word) or tokens[at + 1].word.text != ".":
        return at
    marked = tokens[at - 1].word.text in _OPENING
    role = tokens[max(at - 1 - marked, 0)].word
    if not role.tags & _CALLED_SO or not (marked or role.article):
        return at
    end = at
    while end + 1 < len(tokens) and _one_letter(tokens[end].word) and tokens[end + 1].word.text == ".":
        end += 2
    last = tokens[min(end, len(tokens) - 1)].word
    end += last.kind == "word" and (len(last.text) == 1 or marked and bool(last.tags & t.NAME))
    name = "".join(token.word.text for token in tokens[at:end])
    if end >= len(tokens) or name in lexicon.abbreviations or name[-1] == ".":
        return at
    joined = tokens[end - 1].end - tokens[at].start == len(name)
    return end if (tokens[end].word.text in _CLOSING if marked else joined) else at


def _shortens(name: Token, behind: list[Token]) -> bool:
    """Whether a stop and one letter stand for the surname behind a given name: أحمد. م، 34 سنة."""
    if not name.word.tags & t.NAME or len(behind) < 2 or behind[0].word.text != ".":
        return False
    letter = behind[1].word
    apart = behind[0].start == name.end and behind[1].start > behind[0].end
    single = letter.kind == "word" and len(letter.text) == 1 and letter.text != "و"
    return apart and single and behind[-1].word.text != "."


def _shortened(name: Token, behind: list[Token]) -> bool:
    """Whether one letter with its stop stands for the surname behind a given name, for the clause goes on:
    اعترف المتهم سامي ر. بالتهم، قال سامي ر.، وهو تاجر، إن; not سامي ف. كرم.
    """
    if not name.word.tags & t.NAME or len(behind) < _SHORTEST or behind[1].word.text != ".":
        return False
    letter, _, then = behind
    single = letter.word.kind == "word" and len(letter.word.text) == 1 and letter.word.text != "و"
    goes_on = then.word.kind == "word" and not then.word.conjunction and not may_be_name(then.word)
    goes_on = goes_on or then.word.text == "،"
    return single and letter.start > name.end and goes_on


def _before_surname(tokens: list[Token], at: int, end: int) -> bool:
    """Whether the letters up to token `end`, not all of them titles, stand before a name, behind a space."""
    own = any(not token.word.tags & t.TITLE for token in tokens[at:end:2])
    apart = tokens[end].start > tokens[end - 1].end  # not سي.إن.إن
    return own and apart and may_be_name(tokens[end].word)


def _past_letters(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """Past the letters with stops that begin at the token, before another word."""
    while at + 2 < len(tokens) and tokens[at + 1].word.text == "." and _is_letter(tokens[at].word, lexicon):
        at += 2
    return at


def _is_letter(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is a letter or the name of a Latin one: ج، جيه."""
    if word.tags & t.FUNCTION or word.rules & t.RETURNING or word.alef:
        return False  # اغتيلت فيه. is no V
    return _one_letter(word) or f"{word.text}." in lexicon.abbreviations


def _one_letter(word: Word) -> bool:
    """Whether a word is one letter, no digit and no sign: م."""
    return len(word.text) == 1 and word.kind == "word"


def _initials(tokens: list[Token]) -> Word:
    text = "".join(token.word.text for token in tokens)
    return Word(text, text, text, "word", t.NAME, nominal=True, plain=True)


def _read_town(words: list[Word], at: int) -> None:
    """Makes a place of the two words of which the first begins the names of towns, between the bare office or
    body to which it belongs and the name of who has it: عمدة سيدي علي فلان, رئيس بلدية عين الصفراء فلان; not
    وزير عين فلانا.
    """
    before, town, name = words[at - 1], words[at + 1], words[at + 2]
    office = before.tags & (t.ROLE | t.ORGANISATION) and not before.tags & t.RELATION
    if not (office or before.rules & t.LOCALITY) or before.article or before.pronoun or words[at].conjunction:
        return
    plain = town.plain and not (town.preposition or town.conjunction or town.tags & ~(t.NAMES | t.PLACE))
    appointed = words[at].tags & t.VERB and town.rules & (t.MAN | t.WOMAN)
    bearer = name.tags & (t.NAMES | t.NAME_PARTICLE | t.TITLE) or name.rules & t.LIKE_NAME
    if plain and bearer and not (appointed or name.tags & t.COMPLEMENTIZER):
        words[at] = _of_place(words[at], 0)
        words[at + 1] = _of_place(town, t.BOUND)


def _of_place(word: Word, rules: int) -> Word:
    return Word(word.text, word.key, word.key, "word", t.PLACE, rules=rules, nominal=True, plain=True)


def _read_particles(words: list[Word]) -> None:
    """Makes what looks like فإن a particle between the words of a name: لويس فان خال, أورسولا فان دير لاين;
    قال المدافع الهولندي فان دايك إن; not وبحسب ماكرون فان باريس, وبحسب ارقام رسمية فان حصة الفرد.
    """
    for at in range(1, len(words) - 2):
        word, before, after = words[at], words[at - 1], words[at + 1]
        if not (word.tags & t.COMPLEMENTIZER and word.rules & t.NAME_WORD) or word.key[0] != "ف":
            continue
        described = relational(before) or before.stem.endswith("ة")
        given = may_be_name(before) and not before.rules & t.ONLY_SURNAME
        given = given and not (described and not before.tags & t.SURE_NAME)
        given = given or bool(may_be_name(after) and words[at + 2].alef)
        family = may_be_name(after) or after.plain and bool(words[at + 2].alef)
        family = family or bool(after.tags & t.NAME_PARTICLE)  # فان دن بيرغ
        another = after.article or after.tags & (t.PLACE | t.TITLE) or after.rules & (t.MAN | t.WOMAN)
        if given and family and not another:
            words[at] = Word(
                word.text,
                word.key,
                word.key,
                "word",
                t.NAME_PARTICLE,
                rules=word.rules,
                nominal=True,
                plain=True,
            )


def _read_initials(words: list[Word], gaps: list[str]) -> None:
    """Makes the words of an abbreviation with stops what no table knows: in سي.إن.إن there is no إن."""
    for at in range(1, len(words) - 1):
        if words[at].text != "." or gaps[at] or gaps[at + 1]:
            continue
        for beside in (at - 1, at + 1):
            word = words[beside]
            if word.tags & t.FUNCTION and word.kind == "word":
                rules = t.BOUND if beside > at else 0
                words[beside] = Word(
                    word.text, word.key, word.key, "word", nominal=True, plain=True, rules=rules
                )


def _read_whole(words: list[Word], at: int, names: tuple[tuple[Word, ...], ...]) -> None:
    """Puts the words of a name in their places where it stands there: in بان كي مون there is no أن. `names`
    are those of which the first two words stand there.
    """
    word = words[at]
    if word.rules & t.BOUND:
        return
    for name in names:
        end = at + len(name)
        if [part.key for part in name[2:]] != [there.key for there in words[at + 2 : end]]:
            continue
        if any(part.tags & t.PREPOSITION and part.text[0] == "أ" for part in words[at + 1 : end]):
            continue  # محمد عادل أمام المحكمة is not عادل إمام
        today = word.tags & t.PLACE and end < len(words) and words[end - 1].tags & words[end].tags & t.TIME
        if today and not words[at - 1].tags & t.MEDIA:
            continue  # قالت روسيا اليوم السبت
        if not name[0].tags:
            if not word.tags or word.article and word.tags == t.VERBAL_NOUN and not word.forms:
                words[at] = structs.replace(word, tags=t.ORGANISATION)  # الجنائية الدولية، الدعم السريع
            words[at + 1 : end] = map(_bound, words[at + 1 : end])
            return
        words[at:end] = name
        if word.key != name[0].key:
            words[at] = _attached(word, name[0])
        return


def _behind_attributive(before: Word, word: Word, lexicon: Lexicon) -> Word:
    """A word that no table knows with its ل behind an expression that takes one: وفقا لروستيخ."""
    unknown = word.key[0] == "ل" and len(word.key) >= _SHORTEST and not (word.tags or word.forms)
    if not unknown or word.preposition or word.conjunction or word.article:
        return word
    rows = lexicon.attributives.get(before.stem if before.conjunction else before.key, ())
    takes_lam = any(not others and "ل+NP" in row["takes"].split() for others, row in rows)
    return _attached(word, lexicon.words[word.text[1:]]) if takes_lam else word


def _bound(word: Word) -> Word:
    """A word as part of a name: in الاتحاد الدولي للصحفيين nobody is spoken to, تنظيم الدولة has no title."""
    return structs.replace(word, tags=word.tags & ~(t.LISTENER | t.TITLE), rules=word.rules | t.BOUND)


def _attached(word: Word, first: Word) -> Word:
    """The first word of a name with what is attached to it: لمانشستر يونايتد."""
    joined = word.key[0] == "و"
    return structs.replace(
        first,
        text=word.text,
        key=word.key,
        conjunction="و" if joined else "",
        preposition="" if joined else word.key[0],
        article=not joined and word.article,
        nominal=joined,
        plain=False,
    )
