"""Where the writer turns against what was said, or tells what is not known: لكن، إلا أن، غير أن."""

from __future__ import annotations

from itertools import pairwise

from qawl.lexicon import tags as t
from qawl.lexicon.shape import imperfect, prepositional
from qawl.scene import Scene
from qawl.statements.acts import past_act
from qawl.statements.agreement import agreement
from qawl.statements.draft import Draft, is_noun

_SUBJECT = 14
"""Within how many tokens after إلا أن a verb of saying makes its subject another speaker."""
PLEDGES = frozenset({"promise", "threaten", "demand", "request", "call"})
"""Senses of verbs behind whose أن stands what is to be done."""


def others_view(scene: Scene, draft: Draft, at: int, limit: int) -> bool:
    """Whether إلا أن or غير أن brings in somebody else: …، إلا أن التحقيق كشف غير ذلك. A concession before it
    (رغم الهدنة، إلا أن …) wants it as its own main clause.
    """
    tokens = scene.tokens
    if not (tokens[at].word.rules & t.CONTRAST and at + 1 < limit):
        return False
    if not tokens[at + 1].word.tags & t.COMPLEMENTIZER:
        return False
    if any(token.word.rules & t.CONCESSION for token in tokens[draft.start : at]):
        return False
    reports = any(token.word.verb is not None for token in tokens[at + 2 : min(at + _SUBJECT, limit)])
    doubted = draft.form == "nominal" or draft.entry.sense in ("claim", "deny")  # زعم أنه حق، غير أن الصور …
    return doubted or reports and not tokens[at + 1].word.pronoun


def left_open(scene: Scene, at: int, limit: int) -> bool:
    """Whether the writer tells what is not known: …، ولم يوضح البيان السبب؛ …، إلا أنه لم يتضح السبب."""
    negation = "ولم"
    if scene.tokens[at].word.rules & t.CONTRAST:
        negation, at = "لم", at + 2
        refuses = scene.tokens[at].word.verb if at + 1 < limit else None
        if refuses is not None and refuses.entry.sense == "reject":
            return bool(scene.tokens[at + 1].word.rules & t.WITHHELD)  # …، إلا أنه رفض الكشف عن
    if at + 1 >= limit or scene.tokens[at].word.key != negation:
        return False
    return bool(scene.tokens[at + 1].word.rules & t.WITHHELD)


def turns_against(scene: Scene, draft: Draft, at: int, limit: int) -> bool:
    """Whether the writer turns against what was said: قالت … لكنها لم تقدم دليلا; not where the pronoun is
    not of who speaks: ذكر فلان أن المفاوضات بدأت، لكنها لم تدم.
    """
    word = scene.tokens[at].word
    if at + 1 >= limit or not word.key.startswith(("لكن", "ولكن")):
        return False
    following = scene.tokens[at + 1].word
    verb = following.key == "لم" or any(form.tense in "pi" for form in following.forms)
    called = draft.entry.sense == "describe" and word.key.endswith("لكن")  # بأنه ناجح، لكن الصور تنفي ذلك
    if is_noun(draft) or called or _pledged(scene, draft):
        return not _limits(scene, at, limit)
    gender = agreement(scene, draft)[0]
    another = gender == "m" and word.key.endswith("ها") or gender == "f" and word.key.endswith("ه")
    return word.key[-1] in "هام" and verb and not another


def _limits(scene: Scene, at: int, limit: int) -> bool:
    """Whether لكن brings in but how it is so: أعلن قبوله الهدنة، | ولكن بشرط واحد، ولكن ليس بأي ثمن; not أعلن
    فتح المعبر، لكن بعد ساعات عاد الجنود.
    """
    then = at + 1 + (scene.tokens[at + 1].word.key == "ليس")
    if then >= limit:
        return False
    word = scene.tokens[then].word
    condition = word.tags & t.BEFORE_AN and word.key[0] == "ب"
    if not (prepositional(word) or condition):
        return False
    ahead = [token.word for token in scene.tokens[then + 1 : min(then + _SUBJECT, limit)]]
    for verb, subject in pairwise(ahead):
        if verb.kind == "sign" or verb.tags & (t.RELATIVE | t.COMPLEMENTIZER):
            return True
        noun = verb.conjunction or verb.tags & t.VERBAL_NOUN
        if past_act(verb) and not noun and (subject.article or subject.tags & t.NAMES):
            return False
    return True


def _pledged(scene: Scene, draft: Draft) -> bool:
    """Whether what was said is what will be done, after أن: تعهد بأن تصل المساعدات، لكن الطرق مغلقة; or what
    may be: لم يستبعد أن يبلغ مليارا، لكن الرقم لم يعلن.
    """
    if draft.by != "clause" or not scene.tokens[draft.start - 1].word.tags & t.COMPLEMENTIZER:
        return False
    opening, first = scene.tokens[draft.start - 1].word, scene.tokens[draft.start].word
    may_be = opening.alef != "i" and (imperfect(first) or first.tags & t.VERB)
    return draft.entry.sense in PLEDGES or bool(may_be)
