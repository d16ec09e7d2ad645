"""What came of saying something, where the noun of saying is the subject of a verb: أدى إعلان الشركة إغلاق
المصنع | إلى احتجاجات.
"""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import accusative, definite
from qawl.lexicon.word import Word
from qawl.scene import COMMAS, Scene
from qawl.statements.draft import Draft

_WHEN = ("مع", "وسط", "في")
"""What tells, besides words of time, when something was said: جاء إعلان النادي … وسط انتقادات."""


def outcome(scene: Scene, draft: Draft, limit: int) -> int:
    """The token at which the sentence goes on from a noun of saying that is its subject: تسبب إعلان الرئيس
    تأميم القناة | في حرب; جاء إعلان الهيئة تأجيل السباق | بعد ساعات; else `limit`.
    """
    verb = _verb_of(scene, draft)
    rules = scene.tokens[verb].word.rules if verb >= 0 else 0
    if not rules & (t.CAME | t.LEADING_TO | t.SHARING_IN | t.MEETING_WITH):
        return limit
    clause = draft.by == "clause"
    if clause and rules & t.MEETING_WITH:
        return limit
    behind = range(draft.start + 1, limit)
    for at in reversed(behind) if clause else behind:
        word, before = scene.tokens[at].word, scene.tokens[at - 1].word
        if word.conjunction or before.tags & t.PREPOSITION:
            continue
        following = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else word
        if _goes_on(rules, word, before, following):
            return at - (before.text in COMMAS)
    return limit


def _verb_of(scene: Scene, draft: Draft) -> int:
    """The verb whose subject the noun of saying is: أدى إعلان, also where جاء itself was read as the cue with
    the noun for its subject (جاء إعلان الوزارة أن); -1 where there is none.
    """
    if draft.rule.startswith("noun"):
        return draft.cue - 1
    source = draft.source
    said = source is not None and source.start == draft.cue + 1 and scene.tokens[source.start].word.noun
    return draft.cue if said else -1


def _goes_on(rules: int, word: Word, before: Word, following: Word) -> bool:
    """Whether the word is what the verb before the noun of saying takes, or tells when it was said."""
    if rules & t.CAME:
        when = word.tags & t.PREPOSITION and (word.tags & t.TIME or word.key in _WHEN)
        return bool(when) and (word.key != "في" or bool(following.tags & (t.TIME | t.SETTING)))
    if rules & t.LEADING_TO:
        return word.key == "الى" and not following.tags & t.PLACE
    if rules & t.SHARING_IN:
        return word.key == "في" and not following.tags & t.PLACE
    met = word.plain and not word.article and not word.tags & (t.TIME | t.ADJECTIVE)
    return word.preposition == "ب" or accusative(word) or met and definite(before)
