"""المصدر -> the one without a name who was told of or spoke last, or else whoever spoke."""

from __future__ import annotations

from itertools import takewhile

from qawl import fold
from qawl.lexicon import tags as t
from qawl.lexicon.shape import relational
from qawl.lexicon.word import Word
from qawl.model import Speaker
from qawl.phrases import noun_phrase
from qawl.speakers import figures
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage

SOURCE = "مصدر"
SOURCES = "مصادر"
_GOVERNED = frozenset({"NP", "addressee", "ل", "عن"})
"""What may stand behind a source whose verb is no cue: كشف مصدر في الوزارة لرويترز عن كذا."""
_SENTENCES_BACK = 2
"""Sentences before in which a source who does not speak there may be told of."""


def same_source(stage: Stage, source: Mention) -> Speaker | None:
    """Whom المصدر means: كشف مصدر أمني لرويترز عن كذا. وقال المصدر; قالت الوكالة … وأضاف المصدر."""
    nameless = next((entry for entry in reversed(stage.spoke) if entry[1].kind == "unnamed"), None)
    own = fold.key(nameless[1].name).split() if nameless is not None else []
    rest = source.keys[1:]
    of_outlet = bool(rest) and all(stage.lexicon.words[key].tags & t.OUTLET for key in rest)  # مصدر هسبريس
    if not (of_outlet or source.definite and set(rest) <= set(own)):
        return nameless[1] if nameless is not None and told_more_of(stage, source, nameless[1]) else None
    told = _told_of(stage, source, nameless[0].cue.start if nameless is not None else 0)
    if told is not None:
        return told
    outlet = _outlet(stage, source) if nameless is None or nameless[3] else None
    if outlet is not None:
        return Speaker(outlet.text, "organisation", because=(f"told of before: {outlet.text}",))
    outer = stage.last_outer()
    several = bool(own) and stage.lexicon.words[own[0]].rules & t.NO_PERSONS  # مصادر أمنية
    body = outer is not None and outer.kind == "organisation"
    return (
        one_of_two(stage, nameless[1], source) if nameless is not None and not (several and body) else outer
    )


def same_sources(stage: Stage, source: Mention) -> Speaker | None:
    """Whom المصادر alone means, where they are told of since anybody spoke: علمت الصحيفة من مصادر مطلعة أن …
    وتوقعت المصادر.
    """
    last = stage.spoke[-1][0].cue.start if stage.spoke else 0
    return _told_of(stage, source, last) if source.definite and len(source.keys) == 1 else None


def one_of_two(stage: Stage, speaker: Speaker, source: Mention) -> Speaker:
    """Which of two who spoke together without a name the source's head is: مصدر مطلع ومسؤول أميركي … وأضاف
    المصدر; مصدر طبي وشهود … وقال المصدر; the speaker where they are not two or both are called so.
    """
    words = speaker.name.split()
    known = stage.lexicon.words
    people = t.ROLE | t.UNNAMED | t.GROUP
    second = next(
        (
            at
            for at in range(1, len(words))
            if known[words[at]].conjunction == "و" and known[words[at]].tags & people
        ),
        0,
    )
    if not second or speaker.kind != "unnamed":
        return speaker
    parts = [" ".join(words[:second]), " ".join(words[second:]).removeprefix("و")]
    heads = [known[part.split()[0]].stem for part in parts]
    if heads.count(source.head) != 1:
        return speaker
    name = parts[heads.index(source.head)]
    return Speaker(name, "unnamed", name, strength="likely", because=(*speaker.because, f"of two: {name}"))


def second_of_two(stage: Stage, source: Mention) -> Speaker | None:
    """The second of two who spoke together without a name, where the source repeats what he is called: مصدر
    مطلع ومسؤول أميركي … وقال المسؤول الأميركي.
    """
    if not source.definite:
        return None
    for _, speaker, *_ in reversed(stage.spoke):
        if speaker.kind != "unnamed" or " و" not in speaker.name:
            continue
        found = one_of_two(stage, speaker, source)
        if found is not speaker and set(source.keys) <= set(fold.key(found.name).split()):
            return found
    return None


def told_more_of(stage: Stage, source: Mention, nameless: Speaker) -> bool:
    """Whether a role with adjectives may be one who spoke without a name and was told of otherwise: مصدر في
    الكرملين … المصدر الروسي، مسؤول أمني … المسؤول العراقي; not مصدر طبي … المصدر الأمني.
    """
    words = stage.lexicon.words
    first, *others = (words[word] for word in source.text.split())
    adjectives = others and all(word.article and relational(word) for word in others)
    if not (first.article and adjectives and source.definite and stage.is_a(source.head, t.ANY_OFFICIAL)):
        return False
    head, *own = (words[word] for word in nameless.name.split())
    if head.rules & t.NO_PERSONS:
        return False  # مصادر أمنية
    told = [word for word in takewhile(relational, own) if not words[word.stem].tags & t.NATIONALITY]
    told_here = [word for word in others if not words[word.stem].tags & t.NATIONALITY]
    if told and told_here and {word.stem for word in told}.isdisjoint(word.stem for word in told_here):
        return False
    return not figures.differ(stage.lexicon, source.keys, [word.stem for word in own])


def _told_of(stage: Stage, source: Mention, after: int) -> Speaker | None:
    """The source told of last between a place and where it is called المصدر."""
    last = stage.scenes.at(source.start)
    for number in range(last, max(last - _SENTENCES_BACK, 0) - 1, -1):
        scene = stage.scenes[number]
        for at in range(len(scene.tokens) - 1, -1, -1):
            word, start = scene.tokens[at].word, scene.tokens[at].start
            if word.stem != source.head or word.article or word.pronoun or not after < start < source.start:
                continue
            if at + 1 == len(scene.tokens) or not _describes(scene.tokens[at + 1].word):
                continue  # مصدر قلق
            phrase = noun_phrase(scene, at, len(scene.tokens), _GOVERNED, attached=True)
            made = stage.mention_of(scene, phrase) if phrase is not None else None
            if made is not None and made.kind == "unnamed":
                because = (f"told of before: {made.text}",)
                return Speaker(made.text, "unnamed", made.text, strength="likely", because=because)
    return None


def _outlet(stage: Stage, source: Mention) -> Mention | None:
    """The outlet told of since anybody spoke, not as who was told: نشر موقع كذا الصورة. وأشار المصدر."""
    last = stage.scenes.at(source.start)
    for number in range(last, max(last - _SENTENCES_BACK, 0) - 1, -1):
        if stage.spoke_in(number):
            return None
        scene = stage.scenes[number]
        for at in range(len(scene.tokens) - 1, -1, -1):
            word = scene.tokens[at].word
            if not word.tags & t.MEDIA or word.preposition == "ل" or scene.tokens[at].start >= source.start:
                continue
            phrase = noun_phrase(scene, at, len(scene.tokens), _GOVERNED, attached=True)
            made = stage.mention_of(scene, phrase) if phrase is not None else None
            if made is not None and made.kind == "organisation" and len(made.text.split()) > 1:
                return made
    return None


def _describes(word: Word) -> bool:
    """Whether a word tells which source is meant: مصدر أمني، مصدر موثوق، مصدر في الوزارة."""
    told = word.tags & (t.ADJECTIVE | t.PREPOSITION) or word.rules & (
        t.COMPLEMENTED | t.TOLD_OF | t.DESCRIBING
    )
    return not word.article and bool(told or relational(word))
