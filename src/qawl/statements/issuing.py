"""The words of a text that somebody issues, behind its colon: أصدر الحزب البيان الآتي: «…»."""

from __future__ import annotations

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS
from qawl.phrases import noun_phrase
from qawl.scene import Scene
from qawl.statements.draft import Draft, at_word
from qawl.statements.openings import Content

_FARTHEST = 20
"""Tokens between the verb and the colon."""
_MOST_ADJECTIVES = 2
"""Words that tell of the text: البيان الرسمي الآتي."""
_ISSUERS = HEADS & ~t.DOCUMENT | t.TITLE | t.NAME | t.PLACE | t.KNOWN_ORGANISATION


def text_before_colon(scene: Scene, at: int) -> tuple[int, int] | None:
    """The tokens of the noun that names the text, and of its colon, the first after the verb at token `at`;
    None where there is none.
    """
    tokens = scene.tokens
    last = min(at + _FARTHEST, len(tokens) - 1)
    colon = next((k for k in range(at + 2, last) if tokens[k].word.text == ":"), -1)
    for noun in range(colon - 1, max(colon - 2 - _MOST_ADJECTIVES, at), -1):
        if tokens[noun].word.rules & t.ISSUED_DOCUMENT and not tokens[noun].word.preposition:
            return noun, colon
        if not tokens[noun].word.article:
            break
    return None


def issued_text(scene: Scene, candidate: Candidate) -> Draft | None:
    """The attribution of a text to whom the verb, or عن behind it, names: أصدرت الحركة بيانا: «…», صدر عن
    قيادة الجيش البيان الآتي: «…».
    """
    entry, at = candidate.form.entry, candidate.at
    text = text_before_colon(scene, at) if "text" in entry.takes else None
    if text is None:
        return None
    noun, colon = text
    start = at + 1 + (scene.tokens[at + 1].word.key == "عن")
    issuer = noun_phrase(scene, start, noun, frozenset())
    if issuer is None or issuer.end != noun or not (issuer.named or issuer.head & _ISSUERS):
        return None
    said = Content(colon + 1, "colon", "clause")
    why = ("the words of the text before the colon",)
    return at_word("verb-subject", at, entry, issuer, said, False, why=why)
