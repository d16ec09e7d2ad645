"""Relative clauses around a content and behind it: الدول التي دعت إلى الحوار ترحب بذلك; …، والذي قال إن …"""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import accusative, definite, feminine_perfect, imperfect
from qawl.lexicon.word import Word
from qawl.scene import COMMAS, Scene
from qawl.statements.acts import NEGATIONS_OF_VERBS, clauseless
from qawl.statements.agreement import agreement, one_speaks
from qawl.statements.antecedents import past_auxiliaries
from qawl.statements.draft import Draft

_NEAR = 3
"""Tokens before a cue among which its الذي stands: التي كانت قد دعت."""


def main_verb(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether the main clause goes on with its verb behind a relative clause that says a noun: الدول التي دعت
    إلى وقف الحرب | تسعى إلى حل; الوزير الذي نفى علمه بالصفقة | حضر الجلسة.
    """
    opened = scene.tokens[max(draft.cue - _NEAR, 0) : draft.cue]
    if not any(token.word.tags & t.RELATIVE for token in opened):
        return False
    return verb_of_its_own(scene, draft, at)


def verb_of_its_own(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether a verb right behind a definite noun that was said can be no part of it."""
    word, before = scene.tokens[at].word, scene.tokens[at - 1].word
    if word.conjunction or word.article or (word.tags | before.tags) & t.PREPOSITION or word.preposition:
        return False  # الملفات الشائكة بين البلدين
    closed = definite(before) or before.tags & (t.NAMES | t.TIME) or at - 1 in scene.opening
    if not closed or not _acts(word):
        return False
    counted = scene.tokens[max(at - 3, draft.start)].word
    some = scene.tokens[at - 2].word.key == "من" and counted.tags & (t.NUMBER_WORD | t.QUANTIFIER)
    if some or accusative(scene.tokens[draft.start].word):
        return False  # خمسة من موظفيها كانوا يحتفلون; فيلما شديد الهدوء لم يعجبنا
    return clauseless(scene, draft, at)


def told_in_it(scene: Scene, at: int) -> bool:
    """Whether a verb of saying tells what stands in the noun before: عبر عن رأيه في رسالة | قال فيها إن …"""
    word = scene.tokens[at].word
    if word.verb is None or word.verb.tense != "p" or word.verb.prefix or at + 2 >= len(scene.tokens):
        return False
    following, then = scene.tokens[at + 1].word, scene.tokens[at + 2].word
    return bool(following.rules & t.SAID_IN) and (
        then.text == ":" or then.alef != "" or at + 2 in scene.closing
    )


def goes_on_relating(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether و and a perfect behind a comma go on with a relative in a noun that was said, agreeing with it
    and not with who speaks: أدانت الوزارة الهجوم الذي استهدف الحافلة، | وأسفر عن قتلى; أشاد المدير بالموظفين
    الذين عملوا ليلا، | وأعادوا التيار; not one with its own subject: الانتخابات التي جرت، وأظهرت النتائج.
    """
    word = scene.tokens[at].word
    near = range(at - 2, draft.start, -1)
    stop = (scene.tokens[k].word for k in near)
    last = next((w for w in stop if w.tags & t.RELATIVE or w.text in COMMAS), None)
    if last is None or not last.tags & t.RELATIVE or word.key[0] != "و" or word.tags & t.AUXILIARY:
        return False
    if last.rules & t.RELATIVE_PLURAL:
        return word.key.endswith("وا") and one_speaks(scene, draft)
    if at + 1 < len(scene.tokens) and scene.tokens[at + 1].word.article:
        return False
    gender = "f" if feminine_perfect(word) else "m"
    speakers, _ = agreement(scene, draft)
    alike = last.rules & (t.RELATIVE_FEMININE if gender == "f" else t.RELATIVE_MASCULINE)
    return bool(alike) and speakers not in ("", gender)


def _acts(word: Word) -> bool:
    """Whether a word is a finite verb and no noun, or what stands before one: تسعى، حضر، لم."""
    if word.tags & t.NEGATION:
        return word.stem in NEGATIONS_OF_VERBS
    if word.tags & (t.PERFECTIVE | t.AUXILIARY) or imperfect(word):
        return True
    if word.verb is not None:
        return not word.verb.prefix and not any(form.tense in "ms" for form in word.forms)
    return bool(word.tags & t.VERB) and not word.tags & (t.VERBAL_NOUN | t.NAMES | t.PLACE)


def relative_apart(scene: Scene, draft: Draft, other: Draft) -> int:
    """The relative of another attribution that is no part of the content before it, else -1: ثمن موقف الوزير،
    | الذي كان قد صرح أن.
    """
    if scene.inside[other.cue] != scene.inside[draft.cue]:
        return -1
    at = past_auxiliaries(scene, other.cue)
    if at == other.cue or not scene.tokens[at].word.tags & t.RELATIVE:
        return -1
    return at if _and_which(scene, draft, at, other.cue) or _which_he(scene, draft, other) else -1


def _and_which(scene: Scene, draft: Draft, at: int, cue: int) -> bool:
    """Whether the cue of another attribution stands after والذي, after a comma and الذي where it surely
    reports, or after الذي and somebody's name in a noun that was said: the writer's words (طالب باستقالة
    ساركوزي الذي اتهمه بالفساد), unless marks show that they were said.
    """
    word, before = scene.tokens[at].word, scene.tokens[max(at - 1, 0)].word
    said = scene.tokens[cue].word.verb
    told = said is not None and said.tense == "p" and said.entry.evidence == "strong" and said.entry.clause
    if before.text in COMMAS and told and scene.inside[cue] < 0:
        return True  # …، الذي قال إن
    named = bool(before.tags & t.NAME) and not before.tags & ~t.NAMES
    return word.conjunction == "و" or draft.form == "nominal" and named


def _which_he(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether behind a noun that was said a relative tells what who spoke says of it: شكك في الرواية التي قال
    إنها ملفقة; not انتقد الخطة التي وصفها بأنها متسرعة.
    """
    verb = scene.tokens[other.cue].word.verb
    if draft.form != "nominal" or other.source is not None or other.by != "clause":
        return False
    told = verb is not None and verb.tense == "p" and other.entry.sense != "describe"
    return told and agreement(scene, other) == agreement(scene, draft)
