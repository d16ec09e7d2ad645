"""Verbs of saying in a clause that was said, whose subject is somebody in that clause: أكد اللاعب أن المدرب
انتقده واتهمه بالتخاذل.
"""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.word import Word
from qawl.scene import COMMAS, Scene
from qawl.statements.against import PLEDGES
from qawl.statements.agreement import BY_HIM, PRONOUNS, agreement, one_speaks
from qawl.statements.draft import Draft


def told_within(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether a verb goes on with what was done in the clause, as it stands before another clause of what was
    said; with no subject of its own also where it is in the plural and one speaks, has the object of the verb
    before it, or speaks to whom he met.
    """
    if draft.by != "clause" or not other.rule.startswith("verb"):
        return False
    if _between_clauses(scene, draft, other):
        return True
    return other.source is None and (
        _they_tell(scene, draft, other)
        or _to_same(scene, draft, other)
        or _to_whom_met(scene, draft, other)
        or _answers_him(scene, draft, other)
    )


def _they_tell(scene: Scene, draft: Draft, other: Draft) -> bool:
    """قال الأستاذ إن الباحثين درسوا الطلاب، ووجدوا أن …; not قال المحتجون إن الوزراء فشلوا، وطالبوا …"""
    return agreement(scene, other)[1] == "p" and one_speaks(scene, draft)


def _to_same(scene: Scene, draft: Draft, other: Draft) -> bool:
    """أكد اللاعب أن المدرب انتقده واتهمه بالتخاذل; not قال المدرب إن اللاعب تأخر وهدده بالإبعاد."""
    verb = scene.tokens[other.cue].word.verb
    if verb is None or not verb.pronoun or PRONOUNS.get(verb.pronoun) != agreement(scene, draft):
        return False
    near = scene.tokens[draft.start + 1 : other.begin]
    behind_subject = scene.tokens[draft.start].word.article
    return any(
        _has_object(token.word, verb.pronoun, behind_subject and at == 0) for at, token in enumerate(near)
    )


def _to_whom_met(scene: Scene, draft: Draft, other: Draft) -> bool:
    """قال الناطق إن الرئيس اتصل بنظيره وأكد له أن، أن الملك استقبله وأبلغه بأن; not إنه اتصل به وأكد له."""
    tokens = scene.tokens
    verb = tokens[other.cue].word.verb
    if verb is None or not verb.prefix or not tokens[draft.start].word.nominal:
        return False
    then = tokens[other.cue + 1].word if other.cue + 1 < len(tokens) else tokens[other.cue].word
    if verb.pronoun not in PRONOUNS and not (
        then.rules & t.RETURNING and then.key.startswith(("ل", "الي", "من"))
    ):
        return False
    near = [token.word for token in tokens[draft.start + 1 : other.begin]]
    opens = any(word.tags & (t.COMPLEMENTIZER | t.RELATIVE) for word in near)
    return not opens and any(word.rules & (t.MEETING | t.CONTACT) for word in near)


def _between_clauses(scene: Scene, draft: Draft, other: Draft) -> bool:
    """قال الشاهد إن المتهم استوقفه، وطلب منه مالا، وإنه رفض; أكد أنه رآه، فسأله عن اسمه، وأنه لم يرد:
    behind a verb that opens no such clause goes on what was said; not وأكد ضرورة التعاون، وأن الحكومة ستدعمه.
    """
    opened = opening_alef(scene, draft.start)
    if not opened or other.by not in ("object", "preposition", "attached"):
        return False
    verb = scene.tokens[other.cue].word.verb
    told = verb is not None and bool(verb.pronoun or verb.prefix == "ف")
    may_open = "ان" in other.entry.governed and other.entry.sense not in PLEDGES
    if opened == "a" and (may_open or not told):
        return False
    for at in range(other.start + 1, len(scene.tokens)):
        word = scene.tokens[at].word
        if word.tags & t.COMPLEMENTIZER and scene.inside[at] == scene.inside[other.cue]:
            paused = scene.tokens[at - 1].word.text in COMMAS
            return paused and word.conjunction == "و" and word.alef == opened and not word.preposition
    return False


def _answers_him(scene: Scene, draft: Draft, other: Draft) -> bool:
    """قال الوزير إنه سأل نظيره عن المعبر فأكد له أنه مفتوح; not قال إنه تعب فأكد أن."""
    first, verb = scene.tokens[draft.start].word, scene.tokens[other.cue].word.verb
    if verb is None or verb.prefix != "ف" or not (first.tags & t.COMPLEMENTIZER and first.pronoun):
        return False
    then = scene.tokens[min(other.cue + 1, len(scene.tokens) - 1)].word
    return verb.pronoun in PRONOUNS or then.key in BY_HIM


def _has_object(word: Word, pronoun: str, behind_subject: bool) -> bool:
    """Whether a word is a verb with the pronoun for its object: زاره; right behind a noun also ضربه."""
    if word.verb is not None:
        return word.verb.pronoun == pronoun
    if word.pronoun != pronoun or word.preposition or word.article:
        return False
    act = word.tags & t.VERBAL_NOUN
    return bool(behind_subject if act else word.tags & t.VERB)


def opening_alef(scene: Scene, start: int) -> str:
    """The alef of the particle that opens a clause, which may be its first word: إن، أنها."""
    opened = scene.tokens[start].word.alef if start < len(scene.tokens) else ""
    return opened or scene.tokens[start - 1].word.alef
