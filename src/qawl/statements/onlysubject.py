"""A subject without the noun behind it, which its verb takes: انتقد فلان | الرئيس, أدان خبراء | الهجوم."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.phrases import Phrase
from qawl.scene import Scene


def _one_behind_some(scene: Scene, phrase: Phrase) -> int:
    """Where the one man begins behind some of several, of whom he is none: هنأ عدد من النواب | الرئيس; 0
    where none does.
    """
    if scene.tokens[min(phrase.start + 1, phrase.end - 1)].word.key != "من":
        return 0
    for at in range(phrase.start + 3, phrase.end):
        word, before = scene.tokens[at].word, scene.tokens[at - 1].word
        one = word.article and word.tags & (t.ROLE | t.TITLE) and not word.tags & t.GROUP
        apart = before.article and not (word.conjunction or word.preposition)
        if one and apart and not word.stem.endswith(("ي", "ية", "ين", "ون")):
            return at
    return 0


def without_person(scene: Scene, phrase: Phrase) -> Phrase | None:
    """The subject up to the role that follows its name or its own role, where that may be the person whom
    the verb takes: انتقد سمير جعجع الرئيس الأميركي, هنأ الوزير الرئيس الجديد; None where none does.
    """
    first = scene.tokens[phrase.start].word
    if first.tags & t.QUANTIFIER and (man := _one_behind_some(scene, phrase)):
        return Phrase(phrase.start, man, phrase.head, False)
    at = phrase.name_end if phrase.named else phrase.start + 1
    if at >= phrase.end or not (phrase.named or first.article and first.tags & t.ROLE):
        return None
    word = scene.tokens[at].word
    if word.kind != "word" or not word.tags & (t.ROLE | t.TITLE) or word.conjunction or word.tags & t.NAME:
        return None
    return Phrase(phrase.start, at, phrase.head, phrase.named, phrase.name_start, phrase.name_end)


def some_alone(scene: Scene, phrase: Phrase) -> Phrase | None:
    """Some people without the noun behind them, which may be the verb's object: أدان خبراء | الهجوم, نفى
    نشطاء | هذه المزاعم; None where none stands there.
    """
    if phrase.end < phrase.start + 2:
        return None
    first, second = (token.word for token in scene.tokens[phrase.start : phrase.start + 2])
    if not first.tags & t.GROUP or first.article or first.pronoun:
        return None
    if not (second.article or second.tags & t.DEMONSTRATIVE):
        return None
    return Phrase(phrase.start, phrase.start + 1, phrase.head, False)
