"""Where a noun of saying is not what somebody said, or what stands behind it belongs to something else."""

from __future__ import annotations

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, OF_OTHERS, imperfect, relational
from qawl.lexicon.word import NOTHING, Form
from qawl.scene import COMMAS, Scene
from qawl.statements import content

_LONGEST_WORD = 4
"""Tokens from mark to mark of what something is called."""
_LONGEST_REJECTING = 8
"""Tokens from a verb of rejecting to the القول that it rejects, at most."""
_FARTHEST_DESCRIBING = 12
"""Tokens from a verb that describes to what it describes, with its subject between."""
_LONGEST_IDEA = 5
"""Tokens of a thought with what describes it: فكرة شائعة بين الناس | مفادها."""


def is_owned(form: Form) -> bool:
    """قوله, تأكيدهم"""
    return form.pronoun in OF_OTHERS


def is_manner(form: Form) -> bool:
    """بقوله, بالقول"""
    return form.prefix.endswith(("ب", "بال"))


def other_use(scene: Scene, candidate: Candidate, found: content.Content, saying: bool) -> str:
    """Why the noun belongs to something else than what was found; empty where it does not."""
    tokens, at = scene.tokens, candidate.at
    owned = is_owned(candidate.form)
    before = tokens[at - 1].word.tags if at else 0
    if saying and candidate.form.prefix == "ال" and _anybody_may(scene, at):
        return "may be said, is not (لا بد من القول إن، القول إن … خطأ)"
    begun = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    told = begun.alef or begun.key in candidate.form.entry.prepositions  # ردت بالإعلان عن تعليق الاتفاق
    if candidate.form.prefix.endswith("بال") and tokens[at].word.tags & t.DOCUMENT and not told:
        return "a text, not what is said (الصورة المرفقة بالمنشور)"
    with_bi = "ب" in candidate.form.prefix  # علق على ذلك بقوله، علق زعيم المعارضة بالقول
    if owned and at and tokens[at - 1].word.tags & t.ATTRIBUTIVE and candidate.form.entry.sense == "think":
        return "the attributive expression has it (بحسب رأيه)"
    if owned and before & (t.VERB | t.BEFORE_AN) and not (with_bi or before & t.PREPOSITION):
        return "the object of the verb before it (يتم وصفه)"
    if saying and not with_bi and _refused(scene, at):
        return "refused, not said (رفض القول إن)"
    if saying and before & t.BEFORE_AN and not before & (t.PREPOSITION | t.DEMONSTRATIVE):
        return "may be said, is not (يمكن القول إن)"
    short = found.by == "quotation" and scene.closing[found.start] - found.start <= _LONGEST_WORD
    if short and candidate.form.entry.lemma != "قال":
        return "what something is called (أشار إليها بكلمة «…»، روايته «…»)"
    between = range(at + 2 - candidate.form.prefix.endswith("بال"), found.start - 1)
    apart = any(tokens[k].word.text in COMMAS for k in between)
    if apart and (owned or is_manner(candidate.form)) and candidate.form.entry.lemma != "قال":
        return "the clause is another's"
    if tokens[at].word.stem == "مفاد" and _unsaid(scene, at):
        return "thought, not said (فكرة مفادها أن)"
    if owned and _is_described(scene, at, found.start):
        return "the object of the verb that describes it (وصف روايته بأنها)"
    if found.by == "clause" and _of_other_verb(scene, at, found.start):
        return "أن belongs to the verb before it (بعد سماع أقوالهما ينتظر أن)"
    return ""


def _unsaid(scene: Scene, at: int) -> bool:
    """Whether مفاده at the token tells of what many think, with what describes it: فكرة شائعة بين الناس
    مفادها; not أرسلت القاعدة رسالة مفادها.
    """
    for token in reversed(scene.tokens[max(at - _LONGEST_IDEA, 0) : at]):
        word = token.word
        if word.rules & t.UNSAID:
            return True
        said = word.tags & (t.DOCUMENT | t.CLAIM_NOUN) or any(form.tense in "ms" for form in word.forms)
        if said or not (word.nominal or word.tags & t.PREPOSITION):
            return False
    return False


def _is_described(scene: Scene, at: int, start: int) -> bool:
    """Whether the noun is the object of a verb before it that takes the بأن at the token: وصف الناقد روايته
    بأنها; not أخبر المحكمة في شهادته بأنه.
    """
    if start >= len(scene.tokens) or scene.tokens[start].word.alef == "":
        return False
    if scene.tokens[start].word.preposition != "ب" or scene.tokens[at].word.preposition:
        return False
    for k in range(at - 1, max(at - _FARTHEST_DESCRIBING, -1), -1):
        word = scene.tokens[k].word
        if any("object+بان" in form.entry.governed for form in word.forms):
            return not scene.tokens[at - 1].word.tags & t.PREPOSITION
        if word.kind == "sign" and k not in scene.opening and k not in scene.closing:
            return False
    return False


def _of_other_verb(scene: Scene, at: int, start: int) -> bool:
    """Whether a verb behind the noun takes the أن before the token: أقوالهما ينتظر أن، بتصريحات الوزير الذي
    قال إن.
    """
    opened = start if start < len(scene.tokens) and scene.tokens[start].word.alef else start - 1
    k = opened - 1
    before = scene.tokens[k].word
    if k > at and before.verb is not None and scene.tokens[k - 1].word.tags & t.RELATIVE:
        return True
    verb = imperfect(before) or before.tags & (t.VERB | t.BEFORE_AN) and before.key[0] == "ي"
    return k > at and bool(verb) and not scene.tokens[k - 1].word.tags & (t.RELATIVE | t.NEGATION)


def _refused(scene: Scene, at: int) -> bool:
    """Whether القول at the token is what somebody rejects: رفض القول إن، رفض نائب الحزب القول إن."""
    for k in range(at - 1, max(at - _LONGEST_REJECTING, -1), -1):
        word = scene.tokens[k].word
        if any(form.entry.sense == "reject" for form in word.forms):
            return True
        if word.kind == "sign" or word.tags & (t.VERB | t.PREPOSITION) or word.preposition:
            return False
    return False


def _anybody_may(scene: Scene, at: int) -> bool:
    """Whether القول at the token is nobody's: at the head of a clause, after a verb of another subject or a
    noun (يبقى القول إن، خلاصة القول إن), من or عن.
    """
    if at == 0 or scene.tokens[at].word.conjunction:
        return at == 0
    before = scene.tokens[at - 1].word
    if before.tags & t.PREPOSITION:
        return before.key in ("من", "عن")
    if before.kind == "sign":
        return (at - 1) not in scene.opening and at == 1
    if before.key == "حد":
        return False  # ذهب إلى حد القول إن
    described = at > 1 and relational(before) and scene.tokens[at - 2].word.tags & (HEADS & ~t.DOCUMENT)
    somebody = described or before.tags & (HEADS | t.NAMES | t.PLACE | t.TITLE | t.TIME) or before.article
    return not (somebody or before.forms)
