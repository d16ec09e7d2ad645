"""Unknown names whose first letters look like something attached to ال or to an imperfect, told by their
place: قال والاري كاموش إن، قال الوزير البريطاني بالدوين إن، قال الوزير فالكان كاموش إن، قال وينيفريد كاموش
إن.
"""

from __future__ import annotations

from collections.abc import Iterator

from qawl.learning import ends, reread, whole
from qawl.lexicon import tags as t
from qawl.lexicon.shape import imperfect
from qawl.lexicon.word import NOTHING, Token, Word
from qawl.scene import COMMAS

_NO_NAME = ("ة", "ات", "اء")
"""Endings of common words."""
_PERSON = t.ROLE | t.TITLE


def with_first_letters(sentences: list[list[Token]]) -> list[list[Token]]:
    """The tokens of each sentence, such words read as names wherever they stand once one place shows them."""
    found = {
        word.key: t.NAME | t.SURE_NAME if imperfect(word) else 0
        for tokens in sentences
        for word in _own(tokens)
    }
    if not found:
        return sentences
    return [
        reread(
            tokens,
            {
                at: whole(token.word, found[token.word.key], t.LIKE_NAME)
                for at, token in enumerate(tokens)
                if token.word.key in found
            },
        )
        for tokens in sentences
    ]


def _own(tokens: list[Token]) -> Iterator[Word]:
    """The words of a sentence whose first letters are their own."""
    for at, token in enumerate(tokens):
        word = token.word
        if word.tags or word.forms:
            continue
        joined = word.article and bool(word.conjunction or word.preposition)
        verbal = bool(word.rules & t.LIKE_NAME) and word.key[0] == "و" and imperfect(word)
        if at and (joined or verbal) and not word.key.endswith(_NO_NAME) and _is_named(tokens, at):
            yield word


def _is_named(tokens: list[Token], at: int) -> bool:
    """Whether nothing can be attached to the word by what stands before it, and a name is ended behind it."""
    word, before = tokens[at].word, tokens[at - 1].word
    following = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    then = tokens[at + 2].word if at + 2 < len(tokens) else NOTHING
    alone = bool(following.tags & t.COMPLEMENTIZER)
    if not alone and not (_may_be_surname(following) and _ends(then)):
        return False
    if before.verb is not None:
        return not word.preposition or word.preposition not in before.verb.entry.takes and not alone
    if before.text in COMMAS:
        office = at > 1 and tokens[at - 2].word.article
        return bool(office) and then.text in COMMAS
    if not before.article or alone and not word.conjunction:
        return False
    titled = before.tags & t.TITLE or before.rules & t.SURNAMED  # السفيرة بالدها كاموش
    return word.conjunction == "ف" or bool(titled or word.preposition and before.tags & t.NATIONALITY)


def _may_be_surname(word: Word) -> bool:
    """Whether a word may go on with the name: كاموش، الكاموش."""
    return word.kind == "word" and not (word.tags & ~t.NAMES or word.forms or word.pronoun)


def _ends(word: Word) -> bool:
    """Whether a name ends before the word."""
    return ends(word) or bool(word.tags & (_PERSON | t.PERFECTIVE) or word.forms)
