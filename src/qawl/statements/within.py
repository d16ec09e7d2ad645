"""Verbs of saying in a clause that was said, whose subject is somebody in that clause: أكد اللاعب أن المدرب
انتقده واتهمه بالتخاذل.
"""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import feminine, feminine_perfect, prepositional
from qawl.lexicon.word import Word
from qawl.scene import COMMAS, Scene
from qawl.statements.acts import verb_with_wa
from qawl.statements.agreement import PRONOUNS, agreement
from qawl.statements.draft import Draft

_HIM = ("ه", "ها", "هم", "هما")
_SEVERAL = ("ون", "ين", "ات", "ان")
"""How nouns of several end."""


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


def acts_himself(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether و and a perfect in the masculine tell what who spoke did, as none but a feminine noun stands in
    the clause before: قال الوزير إن الحكومة ملتزمة، | وانسحب من الجلسة; not إن الأزمة انتهت، وعاد السكان.
    """
    first, word = scene.tokens[draft.start].word, scene.tokens[at].word
    if draft.by != "clause" or not (first.article and feminine(first)) or at + 1 >= len(scene.tokens):
        return False
    if not verb_with_wa(word) or word.tags & (t.NEGATION | t.PERFECTIVE | t.AUXILIARY):
        return False
    if word.key[0] != "و" or feminine_perfect(word) or word.key.endswith("وا"):
        return False
    if agreement(scene, draft) != ("m", "s") or not one_speaks(scene, draft):
        return False
    told = (token.word for token in scene.tokens[draft.start + 1 : at - 1])
    others = t.ROLE | t.NAMES | t.GROUP | t.TITLE | t.UNNAMED
    if any(other.tags & others or other.text in COMMAS for other in told):
        return False
    following = scene.tokens[at + 1].word
    return prepositional(following) or bool(following.pronoun) or following.article and feminine(following)


def one_speaks(scene: Scene, draft: Draft) -> bool:
    """Whether the cue and who is named with it show that one speaks: قال الأستاذ; not قال المحتجون."""
    if agreement(scene, draft)[1] != "s":
        return False
    if draft.source is None:
        return True
    words = [token.word for token in scene.tokens[draft.source.start : draft.source.end]]
    plural = t.GROUP | t.QUANTIFIER | t.UNNAMED | t.MEDIA
    several = words[0].tags & plural or words[0].stem.endswith(_SEVERAL)
    return not several and not any(word.conjunction for word in words)


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
    if verb.pronoun not in _HIM and not (
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
