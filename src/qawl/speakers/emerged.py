"""The text, or its issuer, of which a verb with و goes on: صدرت دراسة عن جامعة بازل. وأكدت أن الهواء ملوث."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import feminine
from qawl.lexicon.word import Word
from qawl.model import Statement
from qawl.phrases import noun_phrase
from qawl.speakers.leading import past_asides, past_connectives
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage

_OF_TEXT = frozenset({"في", "على", "ب"})
"""What tells more of a text and is no part of its name: وثيقة | في الملف."""
_ISSUERS = t.ORGANISATION | t.KNOWN_ORGANISATION | t.MEDIA | t.OUTLET


def emerged(stage: Stage, statement: Statement) -> Mention | None:
    """The text that the sentence before, or the clause with which this one begins, brings in with a verb of
    appearing: ظهرت وثيقة رسمية من الوزارة، وبينت أن.
    """
    cue = stage.cue_token(statement)
    number = statement.sentence - (not cue)
    if number < 0 or not statement.by.startswith("verb") or statement.number != "s":
        return None
    said = stage.scenes.tokens[statement.sentence][cue].word
    tells = cue and said.verb is not None and said.verb.tense == "i" and not said.verb.prefix
    if not (said.conjunction == "و" or tells):  # ظهرت وثيقة تطلب
        return None
    scene = stage.scenes[number]
    if stage.spoke_in(number) or scene.kind != "body":
        return None
    end = cue or len(scene.tokens)
    at = past_connectives(scene.tokens, end)
    start = past_asides(scene.tokens, at + 1, end)
    if start >= end or not scene.tokens[at].word.rules & t.EMERGING:
        return None
    word = scene.tokens[start].word
    if not word.tags & t.DOCUMENT or not word.nominal or _gender(word) != statement.gender:
        return None
    phrase = noun_phrase(scene, start, end, _OF_TEXT)
    if phrase is not None and phrase.end + 1 < end and scene.tokens[phrase.end].word.key == "عن":
        issuer = scene.tokens[phrase.end + 1].word
        if issuer.tags & _ISSUERS:  # وصدرت دراسة عن | جامعة بازل
            phrase = noun_phrase(scene, phrase.end + 1, end, frozenset())
    return stage.mention_of(scene, phrase) if phrase is not None else None


def _gender(word: Word) -> str:
    """The gender of a text, or of several: دراسة، وثائق; تقرير."""
    one = word.rules & t.MASCULINE or word.stem.endswith(("ير", "ان", "ار"))
    return "f" if feminine(word) or not one else "m"
