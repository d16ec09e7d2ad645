"""Whom or what a relative clause tells of, with الذي or without; a text or claim that it quotes."""

from __future__ import annotations

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import feminine
from qawl.lexicon.word import Form, Word
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import COMMAS, Scene
from qawl.statements.agreement import PRONOUNS, agrees
from qawl.statements.antecedents import before_pause, before_relative

_FARTHEST = 12
"""Tokens from a text, with what it belongs to and is about, to the relative."""
_OF_NO_TEXT = ("announce", "reveal", "promise")
"""Senses of verbs of which a text is rather the object: النتائج التي أعلنت."""
_SHOWN = {
    ("m", "s"): t.RELATIVE_MASCULINE,
    ("f", "s"): t.RELATIVE_FEMININE,
    ("m", "p"): t.RELATIVE_PLURAL,
}
"""The relatives that a pronoun can go back to."""
_WITHIN = ("(", ")", '"', "«", "»", "“", "”")
"""Signs that a text may hold: المادة (32)."""


def of_another_subject(relative: Word, verb: Form) -> bool:
    """Whether what a relative stands for cannot be the subject of the verb: اللاجئين، الذين قال إن قضيتهم,
    المتهم الذي أفادت أنباء بأنه، القرن الذي وعدونا به.
    """
    if verb.number != "s":
        return verb.number == "p" and bool(relative.rules & t.RELATIVE_MASCULINE)
    other = t.RELATIVE_MASCULINE if verb.gender == "f" else t.RELATIVE_FEMININE
    return bool(relative.rules & (t.RELATIVE_PLURAL | other))


def of_object(relative: Word, verb: Form) -> bool:
    """Whether the pronoun of the verb may be what a relative stands for: الخطة التي وصفها; not روسيا التي
    اعتبرته خطرا، النقاد الذين وصفوه.
    """
    shown = PRONOUNS.get(verb.pronoun)
    return shown is not None and (shown not in _SHOWN or bool(relative.rules & _SHOWN[shown]))


def tells_of(scene: Scene, phrase: Phrase, candidate: Candidate) -> bool:
    """Whether a verb with a pronoun, behind an indefinite noun and a comma, tells of that noun: إن جماعة،
    وصفها بالخطرة، نصبت كمينا; not مصدر أمني، وصفها بالخطرة.
    """
    first, shown = scene.tokens[phrase.start].word, PRONOUNS.get(candidate.form.pronoun)
    apart = phrase.end == candidate.at - 1 and scene.tokens[phrase.end].word.text in COMMAS
    if not apart or shown is None or phrase.named or first.article or first.pronoun:
        return False
    if first.tags & t.GROUP:
        return shown != ("m", "s")
    return shown == (("f" if feminine(first) else "m"), "s")


def quoted_text(scene: Scene, candidate: Candidate, lowest: int) -> Phrase | None:
    """The nearest definite text before the relative of the verb, with which the verb agrees: الشائعات التي
    تقول إن، المادة الأولى من القرار التي نصت على.
    """
    form = candidate.form
    if form.number != "s" or form.entry.sense in _OF_NO_TEXT:
        return None
    end = before_pause(scene, before_relative(scene, candidate.at), lowest)
    for start in range(end - 1, max(lowest, end - _FARTHEST) - 1, -1):
        word = scene.tokens[start].word
        if word.kind == "sign" and word.text not in _WITHIN:
            return None
        if word.verbal or word.tags & (t.COMPLEMENTIZER | t.RELATIVE | t.CONNECTIVE):
            return None
        owned = start + 1 < end and scene.tokens[start + 1].word.article
        if not _is_text(word) or word.pronoun or not (word.article or owned):
            continue
        phrase = noun_phrase(scene, start, end, frozenset(), attached=True)
        if phrase is not None and agrees(scene, phrase, form):
            return phrase
    return None


def _is_text(word: Word) -> bool:
    """Whether a noun is a text, or what somebody claimed or said: المادة، الأنباء، الاتهامات."""
    if not (word.nominal or word.preposition):
        return False
    said = any(form.tense == "s" for form in word.forms)
    return bool(said or word.tags & (t.DOCUMENT | t.CLAIM_NOUN | t.LAW) or word.rules & t.ISSUED_DOCUMENT)


def definite_claim(word: Word) -> bool:
    """Whether a word right before a relative is what somebody claimed: نفت الشركة المزاعم التي تقول."""
    return word.article and bool(word.tags & t.CLAIM_NOUN) and not word.tags & t.SETTING
