"""Who a relative clause tells of: the last somebody before it who can be the subject of its verb."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS
from qawl.lexicon.word import Form, Word
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import Scene
from qawl.statements.agreement import agrees

_FARTHEST = 14
"""Tokens of somebody with his office, body and name."""
_PEOPLE = t.ROLE | t.TITLE | t.RELATION
_BODIES = t.ORGANISATION | t.KNOWN_ORGANISATION | t.GROUP | t.UNNAMED
_ACTS = t.VERBAL_NOUN | t.SETTING | t.DOCUMENT
"""What is somebody's, and is not told of where he can be: زيارة الوزير الذي قال."""


def who_is_told_of(scene: Scene, end: int, lowest: int, verb: Form) -> Phrase | None:
    """The nearest person or body whose noun phrase ends at the token and agrees with the verb: حضر الحفل |
    أستاذ الطب في جامعة كذا فلان | الذي دعا إلى. None where none does.
    """
    found: Phrase | None = None
    for start in range(end - 1, max(lowest, end - _FARTHEST) - 1, -1):
        word = scene.tokens[start].word
        if word.kind != "word" or word.verbal or word.tags & (t.COMPLEMENTIZER | t.RELATIVE):
            break
        if not word.nominal:
            continue
        if found is not None and not (found.named and word.tags & _PEOPLE):
            continue
        bodies = _BODIES if verb.tense == "p" else 0  # not برنامج يرحب بالناس، القضاء الذي يعتبر نزيها
        if not (word.tags & (_PEOPLE | bodies) or word.tags & t.SURE_NAME and not word.tags & t.PLACE):
            continue
        phrase = noun_phrase(scene, start, end, frozenset())
        if phrase is None or phrase.end != end or not agrees(scene, phrase, verb):
            continue
        if found is not None:
            same = phrase.name_end == found.name_end == end
            found = phrase if same and phrase.name_start <= found.name_start else found
        elif _is_own(scene, start, phrase):
            found = phrase
    return found


def _is_own(scene: Scene, start: int, phrase: Phrase) -> bool:
    """Whether what begins at the token is no adjective of the noun before it, nor owned by another who may be
    told of: not عضو | الحزب الذي, مكتب | الرئاسة.
    """
    word = scene.tokens[start].word
    before = scene.tokens[start - 1].word if start else None
    if before is None or before.kind == "sign" or before.preposition and before.article:
        return True
    if before.article:
        return not (word.article and _describes(word))
    owner = before.nominal and not before.pronoun and not before.tags & (t.PLACE | t.KNOWN_ORGANISATION)
    if not owner:
        return True
    if phrase.named or word.tags & _PEOPLE:
        return not before.tags & (_PEOPLE | HEADS & ~t.DOCUMENT | t.NAME)
    return bool(before.tags & _ACTS) and not before.tags & (_PEOPLE | _BODIES)


def _describes(word: Word) -> bool:
    """Whether a definite word may be but the adjective of the one before it: المعارض، الحاكم، المدافع."""
    return bool(
        word.rules & t.DESCRIBING or word.tags & t.ADJECTIVE or word.stem.endswith(("ي", "ية", "ين", "ون"))
    )
