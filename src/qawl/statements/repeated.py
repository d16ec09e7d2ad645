"""The preposition that a verb governs, where a circumstance before it has the same one."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import accusative, definite
from qawl.lexicon.word import Word
from qawl.scene import COMMAS, Scene

_FAR = 9
"""Tokens behind the first preposition in which the second stands."""
_ACTS = t.VERBAL_NOUN | t.CLAIM_NOUN
_NO_NOUN = t.PREPOSITION | t.MANNER | t.TIME | t.CONNECTIVE | t.DEMONSTRATIVE | t.RELATIVE
_CLAUSES = t.COMPLEMENTIZER | t.RELATIVE | t.RELATIVE_FREE | t.CONNECTIVE | t.AUXILIARY | t.NEGATION


def repeated(scene: Scene, subject_end: int, at: int, end: int) -> int:
    """Where the preposition that the token bears stands again before what was said, as the first one belongs
    to what tells when and where: حذر بعد ساعات من الانفجار من كارثة, شدد خلال اطلاعه على المشروع على أهمية
    الوقت; -1 where it does not: دعا في كلمته إلى العودة إلى الحوار.
    """
    word = scene.tokens[at].word
    attached = word.preposition
    first = at if attached else at + 1
    if first >= end or attached == "ل" or word.conjunction or not _circumstantial(scene, subject_end, at):
        return -1
    told, owned = scene.tokens[first].word, _is_owned(scene, at - 1)
    known = told.article or told.pronoun or told.tags & (t.PLACE | t.NAME)
    if not (known or owned and definite(scene.tokens[at - 1].word)) or told.tags & _CLAUSES:
        return -1
    if told.tags & _ACTS and not owned:
        return -1
    opened = scene.tokens[subject_end].word.text in COMMAS
    for k in range(first + 1, min(first + _FAR, end - 1)):
        word, before = scene.tokens[k].word, scene.tokens[k - 1].word
        if opened and word.text in COMMAS and _is_same(scene.tokens[k + 1].word, scene.tokens[at].word):
            continue
        clause = word.tags & _CLAUSES and not word.tags & t.PREPOSITION or word.verb is not None
        if word.kind == "sign" or clause:
            return -1
        if _is_same(word, scene.tokens[at].word):
            noun = k + (not attached)
            then = scene.tokens[min(noun + 1, end - 1)].word
            return k if _may_be_said(scene.tokens[noun].word, then) and not _governs(before, owned) else -1
    return -1


def _circumstantial(scene: Scene, start: int, at: int) -> bool:
    """Whether what stands before the token, behind the subject, tells when, where or how it was said."""
    if start < at and scene.tokens[start].word.text in COMMAS:
        start += 1
    if start >= at:
        return False
    word = scene.tokens[start].word
    told = t.PREPOSITION | t.TIME | t.ADVERBIAL_PARTICIPLE
    return bool(word.tags & told or word.participle or _adverb(word))


def _adverb(word: Word) -> bool:
    """Whether an indefinite accusative tells how: بعيدا عن, انطلاقا من; not أعضاءها."""
    return accusative(word) and word.key.endswith("ا") and not word.pronoun


def _is_owned(scene: Scene, at: int) -> bool:
    """Whether the preposition behind the token belongs to the noun there: خلال اطلاعه على, بعد ساعات من, في
    معرض حديثه عن, بعيدا عن; not خلال لقائه.
    """
    word, before = scene.tokens[at].word, scene.tokens[at - 1].word
    if _adverb(word):
        return True
    headed = before.tags & t.PREPOSITION or before.preposition or before.tags & t.SETTING
    return bool(headed) and _governs(word, False)


def _governs(word: Word, thing: bool) -> bool:
    """Whether a noun takes a preposition: اطلاعه على, القادمة من; not لقائه, nor a `thing`: الهجوم."""
    if word.rules & t.COMPLEMENTED:
        return True
    told = word.participle is not None or any(form.tense in "ms" for form in word.forms)
    act = word.tags & _ACTS and not word.tags & t.SETTING
    return not (thing and word.article) and (
        told or bool(act or word.tags & t.TIME or word.rules & t.TIME_UNIT)
    )


def _is_same(word: Word, first: Word) -> bool:
    """Whether a word bears the preposition of another, attached or apart."""
    if word.conjunction:
        return False
    return word.preposition == first.preposition if first.preposition else word.key == first.key


def _may_be_said(noun: Word, following: Word) -> bool:
    """Whether the noun behind the second preposition may be what was said."""
    if noun.rules & t.POINTING and following.article:
        return True  # بهذه الخطوة
    if noun.kind != "word" or noun.tags & _NO_NOUN and not noun.tags & _ACTS:
        return False
    return bool(noun.tags & _ACTS or noun.nominal and not noun.article)
