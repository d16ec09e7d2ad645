"""What is asked, behind a verb of asking: هل، كيف، أي قانون، إلى متى."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import imperfect
from qawl.lexicon.word import Word
from qawl.statements.governed import Place


def asks(place: Place, at: int) -> bool:
    """هل، كيف، إذا، ما الذي، ما هو: opens an indirect question."""
    word = place.scene.tokens[at].word
    following = place.scene.tokens[at + 1].word if at + 1 < place.end else None
    if following is not None and following.key == "اذا" and word.key.endswith("ما"):
        return True  # شكك فيما إذا كانت
    if following is not None and place.entry.sense == "ask" and _inquires(word, following):
        return True
    if word.key == "ما" and following is not None:
        return bool(following.tags & (t.RELATIVE | t.PRONOUN))
    return word.key == "اذا" or bool(word.tags & t.QUESTION and not word.tags & t.NEGATION)


def _inquires(word: Word, following: Word) -> bool:
    """Whether two words open what is asked behind a verb of asking: أي قانون، كم تبلغ، إلى متى، لمن تدفع، من
    سيدفع، ما جدوى، ما إذا كانت، إن كانت.
    """
    if word.rules & t.INQUIRING:
        return True
    if word.stem == "ان" and word.alef == "i" and following.key.startswith("كان"):
        return True
    if word.key == "ما":
        return following.nominal and not (following.tags & t.VERB or following.verbal or imperfect(following))
    if word.stem == "من":
        acts = following.tags & (t.VERB | t.FUTURE) or following.verb is not None or imperfect(following)
        return bool(acts) or following.tags & t.QUESTION > 0
    asks = following.tags & t.QUESTION or following.rules & t.INQUIRING
    return bool(word.tags & t.PREPOSITION and asks)
