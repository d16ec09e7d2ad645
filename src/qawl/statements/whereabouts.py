"""Where something was said or published, or how it is done, told with the preposition that its verb takes:
أكد على موقع الحملة: «…»; صرح بالرباط أن.
"""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import relational
from qawl.lexicon.word import NOTHING, Entry
from qawl.scene import COMMAS, Scene
from qawl.statements.openings import complements

SAYING = frozenset(
    {"say", "inform", "comment", "conclude", "mention", "confirm", "announce", "add", "answer"}
)
"""Senses of verbs after which ب with a speech or meeting tells where it was said."""
_NEAR = 10
"""Tokens of what something was published on."""


def published(scene: Scene, at: int, end: int) -> bool:
    """Whether على tells where something was published whose clause or quotation stands behind: أكد المنظمون
    على موقع الحملة: «…», على منصته تروث سوشال أن.
    """
    tokens = scene.tokens
    if at + 1 >= end:
        return False
    where = tokens[at + 1].word
    if not (where.tags & (t.MEDIA | t.OUTLET | t.SETTING) or where.rules & t.PAGE):
        return False
    for k in range(at + 2, min(at + _NEAR, end - 1)):
        word = tokens[k].word
        if word.text == ":":
            return k + 1 in scene.closing
        if word.tags & t.COMPLEMENTIZER or word.verbal:
            return word.alef in ("a", "?")
    return False


def said_there(scene: Scene, entry: Entry, at: int, end: int) -> bool:
    """Whether a place with ب stands right before the clause or quotation: صرح الوزير، الجمعة بالرباط، "أن …";
    behind a day, a word that no table knows too: أمس بجندوبة: «…».
    """
    word, before = scene.tokens[at].word, scene.tokens[at - 1].word
    unknown = word.plain and not word.tags and not word.forms
    if entry.sense not in SAYING or not (word.tags & t.PLACE or before.tags & t.TIME and unknown):
        return False
    then = at + 1 + (at + 1 < end and scene.tokens[at + 1].word.text in (*COMMAS, ":"))
    if then >= end:
        return False
    return then in scene.closing or complements(scene.tokens[then].word, None, entry)


def by_means(scene: Scene, at: int, end: int) -> bool:
    """Whether عن at the token tells how something is done, not what is told: أعلنت اللجنة فتح باب التسجيل عن
    طريق الموقع، تقديم الدروس عن بعد; not كشف عن بعد جديد.
    """
    if at + 1 >= end or not scene.tokens[at + 1].word.rules & t.MEANS or scene.tokens[at + 1].word.article:
        return False
    behind = scene.tokens[at + 2].word if at + 2 < end else NOTHING
    described = behind.rules & t.DESCRIBING or relational(behind)
    return not described or behind.article


def came_from(scene: Scene, at: int, lowest: int) -> bool:
    """Whether عن behind the time when a text came out tells who issued it: كشف تقرير صدر اليوم | عن الوزارة
    أن.
    """
    before = at - 1
    while before > lowest and scene.tokens[before].word.tags & t.TIME:
        before -= 1
    return before < at - 1 and bool(scene.tokens[before].word.rules & t.ISSUED)
