"""Given names that are other words too, read as names where they stand as such: الدكتور رفعت السعيد، الدكتور
على جمعة.
"""

from __future__ import annotations

from qawl.learning import reread
from qawl.lexicon import tags as t
from qawl.lexicon.shape import relational, title_in_letters
from qawl.lexicon.word import NOTHING, Token, Word

_ALI = "على"
"""Written for علي where every final ي is written so."""
_MOST_YA = 4
"""Final ى for one final ي, in a text where every ي is written so."""
_TO_AND_UPON = "لى "
"""How على and إلى end everywhere."""
_CLUB = ("نادي", "نادى")
_NEAR = 5
"""Words before a name in which the role begins that it belongs to."""
_FAR = 8
"""Words between a verb of saying and the given name behind a role: قال وزير الصحة اللبناني نجاح الأحمر إن."""
_LONGEST_SURNAME = 3
"""Words of a surname behind its particle: فان دير بيلين."""
_PARTS = t.NAMES | t.NAME_PARTICLE
_PERSON = t.ROLE | t.TITLE
_TOLD = t.ATTRIBUTIVE | t.ATTRIBUTIVE_NOUN | t.AUXILIARY
"""What brings in who speaks, beside a verb of saying: بحسب، كان."""


def with_namesakes(text: str, sentences: list[list[Token]]) -> list[list[Token]]:
    """The tokens of each sentence of the text, given names that are other words too read as what they are."""
    bits = t.NAMESAKE | t.NAME_WORD
    alike = [
        [at for at, token in enumerate(tokens) if token.word.rules & bits and _is_alike(token.word)]
        + _behind_roles(tokens)
        for tokens in sentences
    ]
    if not any(alike):
        return sentences
    ali = text.count("ي ") * _MOST_YA < text.count("ى ") - text.count(_TO_AND_UPON)
    return [
        _named(tokens, [at for at in found if ali or tokens[at].word.key != _ALI]) if found else tokens
        for tokens, found in zip(sentences, alike, strict=True)
    ]


def _named(tokens: list[Token], found: list[int]) -> list[Token]:
    return reread(tokens, {at: _given(tokens[at].word) for at in found if _stands_as_name(tokens, at)})


def _behind_roles(tokens: list[Token]) -> list[int]:
    """Where an act or a thing stands between a complete role and a surname, as only a name does before a
    clause: قال رئيس اللجنة نجاح الأحمر إن; not أكد رئيس اللجنة نجاح المؤتمر.
    """
    found = []
    before = NOTHING
    for at, token in enumerate(tokens):
        word = token.word
        complete = before.article or before.tags & t.PLACE
        before = word
        act = complete and (word.tags & t.VERBAL_NOUN or word.rules & t.THING)
        if act and _may_be_given(word) and _between_role_and_surname(tokens, at):
            found.append(at)
    return found


def _may_be_given(word: Word) -> bool:
    """Whether an act or a thing may be a given name too, for all that is attached to it: نجاح، مطر، تحرير;
    not نجاحا، النجاح.
    """
    if word.article or word.preposition or word.conjunction or word.pronoun or word.key.endswith("ا"):
        return False
    return not (word.rules & t.NAMESAKE or word.tags & ~(t.NAMES | t.VERBAL_NOUN | t.PLAIN))


def _between_role_and_surname(tokens: list[Token], at: int) -> bool:
    """Whether a role stands before the word and a surname behind it, and what follows is told by the clause
    or quotation of a verb that takes no noun: قال الوزير نجاح الأحمر أمس، بحسب الوزير نجاح الأحمر.
    """
    surname, then = _word(tokens, at + 1), _word(tokens, at + 2)
    if surname.conjunction or surname.preposition or not (surname.tags & t.NAME or _family(surname)):
        return False
    near = [token.word for token in tokens[max(at - _FAR, 0) : at]]
    if not any(word.tags & _PERSON for word in near):
        return False
    told = (word for word in reversed(near) if word.verb is not None or word.tags & _TOLD)
    last = next(told, NOTHING)
    if then.tags & (t.COMPLEMENTIZER | t.PERFECTIVE) or then.text == ":":
        return last is not NOTHING
    ends = then.kind == "sign" or then.preposition or then.tags & (t.PREPOSITION | t.TIME)
    takes = last.verb is None or "NP" in last.verb.entry.governed
    return bool(ends) and (not takes or bool(last.tags & (t.ATTRIBUTIVE | t.ATTRIBUTIVE_NOUN)))


def _is_alike(word: Word) -> bool:
    """Whether the word may be a name here and something else there: رفعت; فان, not بن nor فإن."""
    return bool(word.rules & t.NAMESAKE) or word.alef == "?"


def _stands_as_name(tokens: list[Token], at: int) -> bool:
    if not tokens[at].word.rules & (t.NAMESAKE | t.NAME_WORD):
        return True  # told by its place already
    particle = tokens[at].word.rules & t.NAME_WORD
    return _is_particle(tokens, at) if particle else _is_name(tokens, at)


def _is_particle(tokens: list[Token], at: int) -> bool:
    """Whether فان is no فإن, but begins a surname behind a name, a verb of saying, its subject's role or
    بحسب: روبن فان بيرسي، قال فان دير بيلين إن، أكد المدرب فان غال أن.
    """
    before, end = _word(tokens, at - 1), at + 1
    while end <= at + _LONGEST_SURNAME and _may_be_name(_word(tokens, end), False):
        end += 1
    if end == at + 1:
        return False
    if before.verb is not None:
        return not (before.article or _word(tokens, at - 2).tags & t.ATTRIBUTIVE)  # كما ذكر فان عددا
    if before.tags & t.ATTRIBUTIVE and not before.pronoun:
        return True  # بحسب فان دايك
    if before.rules & t.LIKE_NAME and not (before.preposition or before.conjunction):
        return True
    if before.tags & t.NAME and not before.tags & ~t.NAMES and not before.rules & t.ONLY_SURNAME:
        return True
    then = _word(tokens, end)
    opens = then.tags & t.COMPLEMENTIZER or _word(tokens, end + 1).tags & t.COMPLEMENTIZER
    shut = then.kind == "sign" or then.tags & t.COMPLEMENTIZER
    said = opens if then.kind == "sign" else _said_before(tokens, at)
    return bool(shut and said and before.article and before.tags & _PERSON)


def _is_name(tokens: list[Token], at: int) -> bool:
    """Whether the word is a name here: by the title, role, verb or name before it and what follows."""
    word, before, following = tokens[at].word, _word(tokens, at - 1), _word(tokens, at + 1)
    if following.tags & (t.ROLE | t.PLACE | t.NATIONALITY) and word.tags & (t.ROLE | t.VERBAL_NOUN):
        return False  # مساعد الوزير، إصلاح المغرب
    if word.tags & t.ROLE and following.rules & t.ONLY_SURNAME and not following.article + word.article:
        return False  # مساعد بوتين
    if (
        before.tags & t.SURE_NAME
        and not before.tags & ~_PARTS
        and not before.conjunction + before.preposition
    ):
        return not word.article and (_name_ends(tokens, at) or _unknown_ends(tokens, at))
    if before.article and before.tags & _PERSON and not word.article and _family(following):
        object_of = word.verb is not None and _governs(word, _word(tokens, at + 2).preposition or "إن")
        return not object_of  # النائب تمام الرياطي; not النائب طالب الرياطي بالرد
    titled = _is_title(tokens, at - 1)
    if titled and following.article and not (following.tags or following.forms or following.preposition):
        return True  # الشيخ خلف الدعيج
    if _before_unknown_surname(tokens, at):
        return True
    if not _may_be_name(following, word.key == _ALI):
        return False
    if titled:
        return True
    if word.article or word.key in _CLUB and (following.article or not following.tags & t.SURE_NAME):
        return False  # السيد عمرو موسى، نادي النصر
    if before is NOTHING:
        return any(token.word.text == ":" for token in tokens[at + 2 : at + _NEAR])
    if before.verb is not None:
        known = following.tags & _PARTS > 0 or _name_ends(tokens, at + 1)
        return known and not _governs(before, word.key)  # إسرائيل ترد على ميدفيديف
    complete = before.article or before.tags & t.PLACE or not (before.tags or before.forms)
    office = before.article and before.tags & _PERSON  # السفير على العشيرى
    role = office or any(token.word.tags & _PERSON for token in tokens[max(at - _NEAR, 0) : at - 1])
    if not (complete and role):
        return False
    surname = following.rules & t.ONLY_SURNAME and _said_before(tokens, at)
    return bool(surname) or not office and _name_ends(tokens, at + 1)


def _before_unknown_surname(tokens: list[Token], at: int) -> bool:
    """Whether a verb of saying, or its subject's complete role, stands before the word, and behind it an
    unknown word with ال and the clause that the verb takes: قال رجل الأعمال خلف الحبتور إن، قال خلف المرشود.
    """
    before, surname = _word(tokens, at - 1), _word(tokens, at + 1)
    unknown = surname.article and not (surname.tags or surname.forms or surname.preposition)
    if tokens[at].word.key == _ALI or not (unknown and _word(tokens, at + 2).tags & t.COMPLEMENTIZER):
        return False
    near = [token.word for token in tokens[max(at - _FAR, 0) : at]]
    person = before.verb is not None or before.article and any(word.tags & _PERSON for word in near)
    return person and any(word.verb is not None for word in near)


def _family(word: Word) -> bool:
    """Whether a word with its article is a surname, or may be one: الكيلاني، الرياطي."""
    unknown = not (word.tags or word.forms) and relational(word)
    return word.article and bool(unknown or word.tags & t.SURE_NAME and not word.tags & ~t.NAMES)


def _governs(verb: Word, preposition: str) -> bool:
    return any(take.endswith(preposition) for form in verb.forms for take in form.entry.takes)


def _said_before(tokens: list[Token], at: int) -> bool:
    """Whether the nearest verb before the word is one of saying that does not take it as its preposition:
    وأشار وزير التموين على المصيلحى.
    """
    near = [token.word for token in tokens[max(at - _NEAR, 0) : at]]
    verbs = [word for word in near if word.verb is not None]
    return bool(verbs) and not _governs(verbs[-1], tokens[at].word.key)


def _is_title(tokens: list[Token], at: int) -> bool:
    """الدكتور، المستشار، د."""
    word = _word(tokens, at)
    if word.text == ".":
        return title_in_letters(_word(tokens, at - 1))
    rank = word.tags & t.TITLE and word.tags & t.ROLE or word.key == "المستشار"
    return bool(rank) and word.article and not word.stem.endswith("ة")


def _name_ends(tokens: list[Token], at: int) -> bool:
    """Whether the name ends with the word, or goes on: a sign, إن or another name stands behind it."""
    following = _word(tokens, at + 1)
    if following.tags & t.COMPLEMENTIZER:
        return tokens[at].word.key != _ALI or following.alef == "i"  # شدد محمد على أن
    name = following.tags & t.NAMES and not following.tags & ~_PARTS
    return following.kind == "sign" or bool(name) or bool(following.tags & t.ROLE)


def _unknown_ends(tokens: list[Token], at: int) -> bool:
    """Whether an unknown surname and إن stand behind the word: قال عباس على كدكهوداى إن."""
    surname, then = _word(tokens, at + 1), _word(tokens, at + 2)
    return not (surname.tags or surname.forms or surname.article) and then.alef == "i"


def _may_be_name(word: Word, surely: bool) -> bool:
    """Whether a word may be the surname; `surely` where it would be one that the tables know."""
    if word.kind != "word" or word.conjunction or word.preposition or word.pronoun:
        return False
    if word.tags & (t.NAMES | t.NAME_PARTICLE):
        return not word.tags & ~(_PARTS | t.ROLE | t.TITLE | t.PLACE | t.NATIONALITY | t.VERB)
    return not (surely or word.tags or word.forms or word.article)


def _word(tokens: list[Token], at: int) -> Word:
    return tokens[at].word if 0 <= at < len(tokens) else NOTHING


def _given(word: Word) -> Word:
    key = "علي" if word.key == _ALI else word.key
    own = word.rules & (t.THEOPHORIC | t.NAME_WORD)  # خير الله، فان دايك
    tags = t.SURNAME | t.NAME_PARTICLE if own & t.NAME_WORD else t.SURE_NAME
    return Word(word.text, key, key, "word", t.NAME | tags, nominal=True, plain=True, rules=own)
