"""Verbs of saying in a clause that was said, whose subject is somebody in that clause: أكد اللاعب أن المدرب
انتقده واتهمه بالتخاذل.
"""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.word import Word
from qawl.scene import Scene
from qawl.statements.agreement import PRONOUNS, agreement, one_speaks
from qawl.statements.draft import Draft


def told_within(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether a verb with no subject of its own goes on with what somebody else did in the clause, as it is
    in the plural where one speaks, has the object of the verb before it, or speaks to whom he met.
    """
    if draft.by != "clause" or other.source is not None or not other.rule.startswith("verb"):
        return False
    return (
        _they_tell(scene, draft, other) or _to_same(scene, draft, other) or _to_whom_met(scene, draft, other)
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


def _has_object(word: Word, pronoun: str, behind_subject: bool) -> bool:
    """Whether a word is a verb with the pronoun for its object: زاره; right behind a noun also ضربه."""
    if word.verb is not None:
        return word.verb.pronoun == pronoun
    if word.pronoun != pronoun or word.preposition or word.article:
        return False
    act = word.tags & t.VERBAL_NOUN
    return bool(behind_subject if act else word.tags & t.VERB)
