"""Two who speak together: الرئيسان الروسي فلان والأميركي فلان، كل من السعودية والإمارات."""

from __future__ import annotations

from bisect import bisect_left

from qawl.lexicon import tags as t
from qawl.lexicon.word import Token, Word
from qawl.phrases import noun_phrase
from qawl.scene import COMMAS
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage

_SHORT_NAME = 2
"""Words of a name before و that tell it from a noun."""


def together(stage: Stage, source: Mention) -> str | None:
    """The names of two who speak together, as they stand: الرئيس فلان والوزيرة فلانة."""
    if source.kind not in ("person", "group"):
        return None
    text = stage.text
    scene = stage.scenes[stage.scenes.at(source.start)]
    tokens = scene.tokens
    if not source.name:
        return _each(text, tokens[_place(tokens, source.start) : _place(tokens, source.end)])
    begin = text.find(source.name, source.start)
    first, end = _place(tokens, begin), _place(tokens, source.end)
    at = next((k for k in range(first + 1, end) if tokens[k].word.conjunction == "و"), end)
    if at == first + 1 == end - 1 and _surname(tokens[first].word) and _surname(tokens[at].word):
        return source.name  # الأسد وعباس
    if at == first + 1 < end and tokens[first].word.tags & tokens[at].word.tags & t.KNOWN_ORGANISATION:
        return text[source.start : tokens[end - 1].end]  # إيرباص وبوينغ
    if at == first + 1 and end - first > _SHORT_NAME and _only_given(tokens[first:end]):
        return source.name  # سامي وخالد وعمر
    if at == first + 1 < end and source.head.endswith("ان") and tokens[at].word.tags & t.NAME:
        return source.name  # الشقيقان سامر ورامي النجار
    if at < end and (body := _body_joined(stage, source, at)):
        return body  # فلان وزملاؤه
    comma = at < end and tokens[at - 1].word.text in COMMAS
    his = at < end and tokens[at].word.pronoun and tokens[at].word.tags & t.ROLE  # بوتين ونظيره الصيني
    if (
        at == end
        or at - first < _SHORT_NAME
        and not (comma or his)
        or tokens[at - 1].word.kind == "sign"
        and not comma
    ):
        return None
    word, close = tokens[at].word, begin + len(source.name)
    if word.tags & (t.ROLE | t.TITLE) and not word.tags & t.SURE_NAME:
        other = noun_phrase(scene, at, end, frozenset(), attached=True)
        made = stage.mention_of(scene, other) if other is not None else None
        one = text[begin : min(close, tokens[at - 1 - comma].end)]  # نور الدين الصالح | والوزير فلان
        if made is None or not made.name and (tokens[at - 1 - comma].end != close or comma and made.definite):
            return None  # فلان رئيس الحزب ونائب الوزير، فلان، ورئيس الحزب
        return f"{one} و{made.name or made.text}"
    if comma and tokens[at - 2].end == close and word.tags & t.SURE_NAME:
        return f"{source.name} و{text[tokens[at].start + 1 : tokens[end - 1].end]}"  # أوباما، وكلينتون
    if comma or tokens[at].start >= close:
        return None
    if _of_nation(stage, word) and at + 1 < end:  # الوزير الفرنسي فلان والألماني فلان
        return f"{text[begin : tokens[at - 1].end]} و{text[tokens[at + 1].start : close]}"
    return source.name if word.tags & t.NAME else None


def _body_joined(stage: Stage, source: Mention, at: int) -> str | None:
    """A person and the body or others joined to the name by the token: فلان ووزارة الصحة، الأسد والحكومة
    السورية، فلان وعدد من زملائه.
    """
    scene = stage.scenes[stage.scenes.at(source.start)]
    begin = stage.text.find(source.name, source.start)
    close, word = begin + len(source.name), scene.tokens[at].word
    others = t.ORGANISATION | t.KNOWN_ORGANISATION | t.GROUP | t.QUANTIFIER
    body = word.tags & others and not word.tags & (t.ROLE | t.NAME)
    if not body or scene.tokens[at - 1].end != close:
        return None
    other = noun_phrase(scene, at, _place(scene.tokens, source.end), frozenset(), attached=True)
    made = stage.mention_of(scene, other) if other is not None else None
    return f"{source.name} و{made.text}" if made is not None and not made.name else None


def _each(text: str, words: list[Token]) -> str | None:
    """The names of those of whom each speaks, where nothing but names follows: كل من سامي عوض وليلى حداد."""
    of_each = len(words) > _SHORT_NAME and words[0].word.rules & t.EVERYONE and words[1].word.key == "من"
    names = words[2:]
    if not of_each or any(token.word.tags & ~(t.NAMES | t.NAME_PARTICLE) for token in names):
        return None
    several = any(token.word.conjunction == "و" for token in names[1:])
    known = names[0].word.tags & t.NAME and several
    return text[names[0].start : names[-1].end] if known else None


def _of_nation(stage: Stage, word: Word) -> bool:
    """Whether a word with و tells the second's nation, though it is a surname too: والمصري."""
    bare = word.key[1:].removeprefix("ال")
    return 0 < len(bare) == len(word.key) - 3 and bool(stage.lexicon.words[bare].tags & t.NATIONALITY)


def _only_given(names: list[Token]) -> bool:
    """Whether each of several is called by one name: سامي وخالد وعمر."""
    words = [token.word for token in names]
    given = all(word.tags & t.SURE_NAME or word.rules & (t.MAN | t.WOMAN) for word in words)
    return given and all(word.conjunction for word in words[1:])


def _surname(word: Word) -> bool:
    """Whether a word is a surname and nothing else."""
    return bool(word.tags & t.SURNAME and word.tags & t.SURE_NAME) and not word.tags & ~t.NAMES


def _place(tokens: list[Token], place: int) -> int:
    return bisect_left(tokens, place, key=lambda token: token.start)
