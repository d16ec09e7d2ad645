"""Upon what, amid what or how long after something was said: ندد بالقرار، | إثر طرد السفير."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.word import Word
from qawl.scene import Scene
from qawl.statements.against import PLEDGES
from qawl.statements.draft import Draft

_ATTITUDES = PLEDGES | {
    "condemn",
    "criticise",
    "welcome",
    "express",
    "praise",
    "thank",
    "reject",
    "complain",
}
"""Senses of verbs that tell of no event, so that what it came after tells when they were said."""
_LONGEST_TIME = 6
"""Tokens of a time from بعد to what it is counted from: بعد أقل من أسبوع على."""
_UPON = ("اثر", "عقب", "فور", "بعدما", "وسط", "غداة", "عشية")
"""What tells upon what, or amid what, an attitude was voiced."""


def upon(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether it is told upon what an attitude was voiced: ندد بالقرار، إثر طرد السفير; طالب بتنظيف الشاطئ،
    بعد أن تسرب النفط; رحب بالاتفاق، بعد ساعات من توقيعه; or how long after what another said: أعلنت إغلاق
    المعبر، بعد يوم من إعلان جارتها كذا; not أعلن مقتل شخصين، إثر انهيار مبنى.
    """
    word, following = scene.tokens[at].word, scene.tokens[at + 1].word
    since = _since(scene, at)
    if since is not None and any(
        form.tense in "ms" and form.entry.evidence == "strong" for form in since.forms
    ):
        return True
    own = draft.entry.sense == "announce" and bool(scene.tokens[draft.start].word.pronoun)
    if draft.entry.sense not in _ATTITUDES and not own:  # أعلن استقالته، عقب الخسارة
        return False
    if since is not None:
        return word.key == "بعد" or draft.entry.sense not in PLEDGES
    after = word.key == "بعد" and following.tags & t.COMPLEMENTIZER
    return bool(after) or word.key in _UPON or bool(word.rules & t.COINCIDING)


def _since(scene: Scene, at: int) -> Word | None:
    """What happened so long before or after: بعد أيام قليلة من | إعلان، قبل أقل من أسبوع على | بدء."""
    if scene.tokens[at].word.key not in ("بعد", "قبل"):
        return None
    timed = False
    for k in range(at + 1, min(at + _LONGEST_TIME, len(scene.tokens) - 1)):
        word = scene.tokens[k].word
        if timed and word.key in ("من", "على"):
            return scene.tokens[k + 1].word
        timed = timed or bool(word.rules & t.TIME_UNIT or word.tags & t.TIME)
    return None
