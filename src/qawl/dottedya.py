"""The spelling of papers that write ي for every final ى, as the Egyptian ones long did: ونفي المتحدث, شدد علي
أن, يري الخبير.
"""

from __future__ import annotations

from msgspec import structs

from qawl import fold
from qawl.lexicon import Lexicon
from qawl.lexicon import tags as t
from qawl.lexicon.word import NOTHING, Token, Word

_ON = fold.key("علي")
_LONG = 400
"""Letters of a text in which ى stands more than once where it is written at all."""
_OPENING = ('"', "«", "“", "(")
_PART = t.NAMES | t.NAME_PARTICLE
_THING = t.VERBAL_NOUN | t.PLACE | t.POINTING | t.RELATIVE_FREE | t.TIME


def with_dotted_ya(text: str, sentences: list[list[Token]], lexicon: Lexicon) -> list[list[Token]]:
    """The tokens of each sentence, على, verbs and particles read as such where the article writes them so."""
    if not _dots_every_ya(text, lexicon):
        return sentences
    return [_read(tokens, lexicon) for tokens in sentences]


def _dots_every_ya(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is of a paper that writes ي for every final ى: أشار إلي أن، علي أن."""
    undotted = text.count("ى")
    if undotted * _LONG > len(text):
        return False
    surely = not undotted and len(text) > _LONG  # علي may be a name where the text is short
    lines = lexicon.lines
    return bool(lines["dotted_ya"].search(text) or surely and lines["dotted_on"].search(text))


def _read(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    found = list(tokens)
    for at, token in enumerate(tokens):
        if token.word.key[-1] != "ي" or token.word != lexicon.words[token.word.text]:
            continue
        other = lexicon.words[f"{fold.without_marks(token.word.text)[:-1]}ى"]
        if not _is_ali(found, at) if token.word.stem == _ON else _rather_verb(found, at, other):
            found[at] = structs.replace(token, word=other)
    return found


def _is_ali(tokens: list[Token], at: int) -> bool:
    """Whether the word is the name Ali: الدكتور علي المصيلحي، محمد علي، رئيس النادي، انتقد الفنان علي الجندي;
    not حرص محمد علي الحضور، شدد الوزير علي أن.
    """
    first, verb, before = (tokens[k].word if k >= 0 else NOTHING for k in range(at - 3, at))
    following = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    sure = following.tags & t.SURE_NAME or following.rules & t.LIKE_NAME
    called = before.tags & (t.TITLE | t.ROLE | t.NAME) or not following.article
    if (sure or called and following.tags & _PART) and not following.tags & _THING:
        return not _takes_on(before)
    given = before.tags & t.NAME and not (before.article or before.tags & t.ROLE or verb.tags & _PART)
    titled = before.tags & t.TITLE > 0
    if following.tags & t.COMPLEMENTIZER:
        return bool(given) or titled and not (_takes_on(verb) or _takes_on(first))
    office = before.article and before.tags & t.ROLE and verb.verb is not None and not _takes_on(verb)
    if following.article and (titled and following.plain or office):
        return True
    closed = following.kind == "sign" and following.text not in _OPENING
    ends = closed or following.tags & (t.TITLE | t.ROLE) or following.verb is not None
    return bool(ends and (given or titled))


def _takes_on(word: Word) -> bool:
    """Whether a word is a verb that takes على: شدد، اتفق."""
    return word.verb is not None and "على" in word.verb.entry.governed


def _rather_verb(tokens: list[Token], at: int, other: Word) -> bool:
    """Whether the word is a verb in ى: ونفي المتحدث، كما رأي الخبير; not في رأي الخبير، محاولة نفي."""
    word = tokens[at].word
    if word.verb is not None or word.tags & t.VERB or word.article or word.preposition:
        return False
    if word.tags & t.SURE_NAME or word.rules & (t.MAN | t.WOMAN):
        return False  # فتحي, نهي
    if other.verb is None:
        return bool(other.tags & (t.VERB | t.QUANTIFIER)) and not word.tags & ~t.NAMES
    if not word.tags & ~t.NAMES:
        return True
    before = tokens[at - 1].word if at else NOTHING
    if before.tags & t.PREPOSITION or before.verb is not None or before.tags & t.VERB:
        return False
    owned = before.nominal and not (before.article or before.tags & (t.TITLE | t.ROLE | _PART))
    return not owned or bool(word.conjunction)
