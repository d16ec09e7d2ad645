"""Relative clauses behind a content in which the writer goes on: …، والذي قال إن …"""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.scene import COMMAS, Scene
from qawl.statements.agreement import agreement
from qawl.statements.draft import Draft


def relates(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether another attribution is a relative clause that is no part of the content before it."""
    if scene.inside[other.cue] != scene.inside[draft.cue]:
        return False
    if not scene.tokens[other.cue - 1].word.tags & t.RELATIVE:
        return False
    return _and_which(scene, draft, other.cue) or _which_he(scene, draft, other)


def _and_which(scene: Scene, draft: Draft, cue: int) -> bool:
    """Whether the cue of another attribution stands after والذي, after a comma and الذي where it surely
    reports, or after الذي and somebody's name in a noun that was said: the writer's words (طالب باستقالة
    ساركوزي الذي اتهمه بالفساد), unless marks show that they were said.
    """
    word, before = scene.tokens[cue - 1].word, scene.tokens[max(cue - 2, 0)].word
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
