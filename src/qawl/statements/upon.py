"""Upon what, amid what or how long after something was said: ندد بالقرار، | إثر طرد السفير."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS
from qawl.lexicon.word import Word
from qawl.scene import COMMAS, Scene
from qawl.statements.against import PLEDGES
from qawl.statements.agreement import PRONOUNS, agreement
from qawl.statements.draft import Draft
from qawl.statements.openings import STOPS

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
_VIEWS = (_ATTITUDES | {"deny", "doubt", "stress", "confirm", "admit"}) - PLEDGES
"""Senses of verbs that mostly tell of no act for which there is an occasion."""
_MEETING = t.MUTUAL | t.GATHERING
"""What takes place itself where others meet: محادثات."""
_WHO = HEADS & ~t.DOCUMENT | t.NAMES
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


def on_occasion(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether it is told, with no comma before it, on what occasion a view was voiced: رحب بالقرار | على
    هامش القمة, نفى رغبته في الرحيل | لدى وصوله; not أكد عقد لقاء على هامش القمة, أدان توقيف موكله لدى وصوله.
    """
    word = scene.tokens[at].word
    if draft.entry.sense not in _VIEWS or word.key not in ("على", "لدى") or at + 2 >= len(scene.tokens):
        return False
    told = [token.word for token in scene.tokens[draft.start : at]]
    if any(other.tags & t.RELATIVE for other in told):
        return False
    following = scene.tokens[at + 1].word
    if word.key == "على" and following.key == "هامش":
        return not any(other.rules & _MEETING or other.tags & t.SETTING for other in told)
    gender, number = agreement(scene, draft)
    own = PRONOUNS.get(following.pronoun) == (gender, number) and following.tags & t.VERBAL_NOUN
    if word.key != "لدى" or not own or following.conjunction:
        return False
    unknown = (other for other in told if not other.tags & t.VERBAL_NOUN)
    return not any(other.tags & _WHO or other.pronoun and other.nominal for other in unknown)


def past_day(scene: Scene, draft: Draft, at: int, limit: int) -> int:
    """The sign or limit behind the day, between commas, on which a noun was said: أعلن استقالته، | الأربعاء،
    مؤكدا أن; else the token: دعا إلى لقاء، غدا; أعلن العطلة الأحد، الاثنين; أدان هجوما استهدف مسجدا، أمس.
    """
    then = at
    while then < limit and _tells_day(scene.tokens[then].word):
        then += 1
    if then == at or then < limit and scene.tokens[then].word.text not in (*COMMAS, *STOPS):
        return at
    told = [token.word for token in scene.tokens[draft.start : at - 1]]
    other = told[-1].tags & (t.TIME | t.MONTH) or told[-1].kind == "number"
    return at if other or any(word.tags & (t.RELATIVE | t.VERB) or word.verb for word in told[1:]) else then


def _tells_day(word: Word) -> bool:
    """أمس، الأربعاء، مساء، اليوم, a date; not غدا، المقبل."""
    return bool(word.tags & (t.TIME | t.MONTH) or word.kind == "number") and not word.rules & t.UPCOMING


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
