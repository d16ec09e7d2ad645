"""Where the writer turns, after a comma, to another speaker or to words of his own."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.scene import COMMAS, Scene

_NEAR = 7
"""Within how many tokens after من جهة أخرى the other speaker's verb stands."""
_CLAUSE = 5
"""Within how many tokens after وتجدر stands its أن."""


def turns(scene: Scene, at: int, limit: int, nominal: bool) -> bool:
    """Whether the words at the token, behind a comma, are no longer what was said."""
    if at + 2 >= limit:
        return False
    known = scene.tokens[at].word.key == "علما" and scene.tokens[at + 1].word.preposition == "ب"
    if known and not nominal:
        return False  # قال إن الملعب جاهز، علما بأن المباراة غدا
    return (
        _another(scene, at, limit)
        or _remark(scene, at, limit)
        or _asked(scene, at)
        or _met(scene, at, limit)
        or _had_done(scene, at, limit)
    )


def denied_by_another(scene: Scene, at: int, limit: int) -> bool:
    """Whether the verb at the token, with a pronoun, tells what another says to it: الأمر الذي نفته الوزارة;
    وهو ما نفته الوزارة.
    """
    verb = scene.tokens[at].word.verb if at < limit else None
    return verb is not None and verb.pronoun != ""


def _another(scene: Scene, at: int, limit: int) -> bool:
    """Whether another begins to speak: …، من جانبه أكد الوزير; …، بدوره قال; …، من جهة أخرى أعلنت الحكومة."""
    then = at if scene.tokens[at].word.rules & t.SIDE else at + 1
    if (
        not scene.tokens[then].word.rules & t.SIDE
        or then > at
        and not scene.tokens[at].word.tags & t.PREPOSITION
    ):
        return False
    then += scene.tokens[then + 1].word.text in COMMAS
    for token in scene.tokens[then + 1 : min(then + _NEAR, limit)]:
        if token.word.text in COMMAS or token.word.tags & t.COMPLEMENTIZER:
            return False
        if token.word.verb is not None:
            return token.word.verb.tense == "p"
    return False


def _remark(scene: Scene, at: int, limit: int) -> bool:
    """Whether the writer remarks something: …، وتجدر الإشارة إلى أن; …، يذكر أن; …، ومن الجدير بالذكر أن."""
    words = [token.word for token in scene.tokens[at : min(at + _CLAUSE, limit)]]
    clause = next((k for k, word in enumerate(words) if word.tags & t.COMPLEMENTIZER), 0)
    if not clause or words[clause].pronoun:
        return False
    if any(word.rules & t.REMARK for word in words[:2]):
        return True
    passive = words[0].forms and words[0].conjunction == "" and clause <= 2
    return bool(passive) and any(
        form.tense == "i"
        and "impersonal" in form.entry.takes
        and form.entry.sense in ("mention", "point_out")
        and (form.gender, form.number) == ("m", "s")
        for form in words[0].forms
    )


def _had_done(scene: Scene, at: int, limit: int) -> bool:
    """Whether it is told what somebody had done before: …، وكان الوزير قد وعد بذلك; not …، وكان قد وعد."""
    word, subject = scene.tokens[at].word, scene.tokens[at + 1].word
    was = word.text.startswith("وكان")  # not وكأن
    if not was or not (subject.article or subject.tags & (t.NAMES | t.PLACE)):
        return False
    near = scene.tokens[at + 2 : min(at + _CLAUSE, limit)]
    return any(token.word.tags & t.PERFECTIVE and not token.word.conjunction for token in near)


def _asked(scene: Scene, at: int) -> bool:
    """Whether it is told what was commented or answered: …، تعليقا على القرار; …، ردا على سؤال, or what is
    answered next: …، وردا على سؤال عن الميزانية قال إنها كافية.
    """
    word, following, noun = (token.word for token in scene.tokens[at : at + 3])
    if not word.tags & t.ADVERBIAL_PARTICIPLE or following.key not in ("على", "عن"):
        return False
    return word.key not in ("ردا", "وردا") and not word.conjunction or bool(noun.rules & t.ASKED)


def _met(scene: Scene, at: int, limit: int) -> bool:
    """Whether it is told at what meeting it was said: …، بعد لقائه نظيره; …، على هامش القمة."""
    word, following = scene.tokens[at].word, scene.tokens[at + 1].word
    if any(token.word.text in COMMAS for token in scene.tokens[at:limit]):
        return False
    if word.key == "على" and following.key == "هامش":
        return True
    return (
        word.key in ("بعد", "عقب", "لدى", "اثر", "اثناء")
        and bool(following.tags & t.SETTING)
        and following.key[-1] in "ها"
    )
