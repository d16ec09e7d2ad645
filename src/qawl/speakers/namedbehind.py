"""The name that a sentence gives behind a word for it, at some distance: قال أحد الشهود لنا، ويدعى فلان."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.model import Span
from qawl.phrases import noun_phrase
from qawl.scene import COMMAS, Scene
from qawl.speakers.mention import Mention, mention
from qawl.speakers.namewords import is_name_word
from qawl.speakers.stage import Stage

_MOST_WORDS = 9
"""Tokens between a source and the name."""
_LONGEST_NAME = 5
_MOST_TO_OWN_NAME = 6
"""Tokens between a body and the mark before its name: جماعة عراقية تطلق على نفسها اسم "كذا"."""
_MARKS = ('"', "«", "“")
_ENDS = (":", ".", *_MARKS)


def named_behind(stage: Stage, source: Mention) -> Mention | None:
    """Who a nameless source is, by the name that its sentence gives before what is said."""
    if source.name or source.plural or source.kind not in ("person", "unnamed"):
        return None
    scene = stage.scenes[stage.scenes.at(source.start)]
    tokens = scene.tokens
    first = stage.place_in_sentence(source.end)
    stated = _stated(stage, scene, first)
    if stated is not None:
        return stated
    for at in range(first, min(first + _MOST_WORDS, len(tokens) - 1)):
        word = tokens[at].word
        if word.tags & (t.COMPLEMENTIZER | t.VERBAL_NOUN) or word.text in _ENDS:
            return None  # رفض ذكر اسمه
        if word.tags & t.CALLED and not word.preposition:
            start = at + 1 + (tokens[at + 1].word.text in _MARKS)
            end = start
            while end < min(start + _LONGEST_NAME, len(tokens)) and is_name_word(tokens[end].word):
                end += 1
            if start < end < len(tokens) - 1 and tokens[end + 1].word.text in COMMAS:
                end += tokens[end].word.article  # ناصر علي الشيخ،
            if end == start:
                return None
            name = Span(tokens[start].start, tokens[end - 1].end)
            made = mention(stage.text, tokens, name, name)
            return made if made is not None and made.name else None
    return None


def body_named_behind(stage: Stage, source: Mention) -> str:
    """The name that a body gives itself in marks behind the word for it: جماعة تطلق على نفسها "جيش الأحرار";
    empty where none does.
    """
    if source.definite or source.name or source.kind not in ("organisation", "group"):
        return ""
    scene = stage.scenes[stage.scenes.at(source.start)]
    tokens = scene.tokens
    first = stage.place_in_sentence(source.end)
    for at in range(first + 1, min(first + _MOST_TO_OWN_NAME, len(tokens) - 1)):
        if at not in scene.closing:
            continue
        calls = any(token.word.rules & (t.CALLING | t.STYLING) for token in tokens[first : at - 1])
        itself = any(token.word.tags & t.REFLEXIVE for token in tokens[first + 1 : at])
        before = tokens[at - 1].word
        if calls and itself or before.tags & t.CALLED or before.rules & t.CALLING:
            return stage.text[tokens[at + 1].start : tokens[scene.closing[at] - 1].end]
        break
    return ""


def called_elsewhere(stage: Stage, source: Mention) -> Mention | None:
    """Who a definite role is, by the name that the article gives it between commas in another place: المشتبه
    به، وهو نيجيري يدعى فلان، وصل أمس … وقال المشتبه به.
    """
    if source.name or source.kind != "person" or source.plural or not source.text.startswith("ال"):
        return None
    for number in stage.scenes.holding({source.head}):
        scene = stage.scenes[number]
        for at, token in enumerate(scene.tokens):
            if token.word.stem != source.head or not token.word.article or token.start == source.start:
                continue
            phrase = noun_phrase(scene, at, len(scene.tokens), frozenset(), attached=True)
            made = stage.mention_of(scene, phrase) if phrase is not None else None
            if (
                phrase is None
                or made is None
                or made.keys[: len(source.keys)] != source.keys
                or phrase.end >= len(scene.tokens)
            ):
                continue
            aside = scene.tokens[phrase.end].word.text in COMMAS
            found = named_behind(stage, made) if aside else None
            if found is not None:
                return found
    return None


def _stated(stage: Stage, scene: Scene, at: int) -> Mention | None:
    """Who it is, as said between commas behind the source: أعلن مصدر آخر، وهو العقيد فلان، أن."""
    tokens = scene.tokens
    if at + 2 >= len(tokens) or tokens[at].word.text not in COMMAS:
        return None
    pronoun = tokens[at + 1].word
    if not pronoun.tags & t.PRONOUN or pronoun.conjunction != "و":
        return None
    phrase = noun_phrase(scene, at + 2, len(tokens), frozenset())
    made = stage.mention_of(scene, phrase) if phrase is not None else None
    closed = phrase is not None and phrase.end < len(tokens) and tokens[phrase.end].word.text in COMMAS
    return made if closed and made is not None and made.name else None
