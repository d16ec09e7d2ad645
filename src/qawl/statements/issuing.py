"""The words of a text that somebody issues, behind its colon: أصدر الحزب البيان الآتي: «…»."""

from __future__ import annotations

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS
from qawl.phrases import noun_phrase
from qawl.scene import Scene
from qawl.statements.draft import Draft

_FARTHEST = 20
"""Tokens between the verb and the colon."""
_MOST_ADJECTIVES = 2
"""Words that tell of the text: البيان الرسمي الآتي."""
_ISSUERS = HEADS & ~t.DOCUMENT | t.TITLE | t.NAME | t.PLACE | t.KNOWN_ORGANISATION


def text_at(scene: Scene, at: int) -> int:
    """The token of the noun that names the text whose words stand behind the first colon after the verb at
    token `at`; -1 where there is none.
    """
    tokens = scene.tokens
    last = min(at + _FARTHEST, len(tokens) - 1)
    colon = next((k for k in range(at + 2, last) if tokens[k].word.text == ":"), -1)
    for noun in range(colon - 1, max(colon - 2 - _MOST_ADJECTIVES, at), -1):
        if tokens[noun].word.rules & t.ISSUED_DOCUMENT and not tokens[noun].word.preposition:
            return noun
        if not tokens[noun].word.article:
            break
    return -1


def issued_text(scene: Scene, candidate: Candidate) -> Draft | None:
    """The attribution of a text to whom the verb, or عن behind it, names: أصدرت الحركة بيانا: «…», صدر عن
    قيادة الجيش البيان الآتي: «…».
    """
    entry, at = candidate.form.entry, candidate.at
    noun = text_at(scene, at) if "text" in entry.takes else -1
    if noun < 0:
        return None
    start = at + 1 + (scene.tokens[at + 1].word.key == "عن")
    issuer = noun_phrase(scene, start, noun, frozenset())
    if issuer is None or issuer.end != noun or not (issuer.named or issuer.head & _ISSUERS):
        return None
    colon = next(k for k in range(noun, len(scene.tokens)) if scene.tokens[k].word.text == ":")
    return Draft(
        "verb-subject-colon",
        at,
        at,
        at + 1,
        entry,
        issuer,
        colon + 1,
        "colon",
        "clause",
        False,
        because=(f"{entry.line} {entry.lemma}", "the words of the text before the colon"),
    )
