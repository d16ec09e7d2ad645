"""The subject before the verb that a word of its own brings in: أما فلان فقال, سبق لفلان أن قال."""

from __future__ import annotations

from qawl.cues import Candidate
from qawl.cues.nouns import brings_in
from qawl.lexicon import tags as t
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import COMMAS, TOPIC, Scene
from qawl.statements.agreement import CAN_SPEAK, agrees
from qawl.statements.beginnings import CLAUSE_SIGNS

_SPEAKS = CAN_SPEAK & ~(t.DOCUMENT | t.QUANTIFIER) | t.KNOWN_ORGANISATION
"""What may be the subject of a verb behind فقد, where one may follow: أما النتائج فقد أعلنها الوزير."""
_SHORTEST_BEFORE = 3
"""Tokens before a verb that سبق may bring in, at least."""
_FARTHEST_BEFORE = 12
"""Tokens between سبق and its verb, at most."""


def after_amma(scene: Scene, candidate: Candidate) -> Phrase | None:
    """أما فلان فقال, أما فلان، فقد قال: the noun phrase after أما, asked for where none other precedes."""
    tokens, at = scene.tokens, candidate.at
    if at and tokens[at - 1].word.tags & t.PERFECTIVE:
        at -= 1
    surely = tokens[at].word.conjunction == "ف"
    if not (surely or tokens[at].word.key == "فقد"):
        return None
    for k in range(at - 1, max(at - 20, -1), -1):
        if tokens[k].word.key in TOPIC:
            phrase = _with_bearer(scene, noun_phrase(scene, k + 1, at, frozenset()), at)
            if surely or phrase is None:
                return None if phrase is not None and _is_topic(scene, candidate, phrase) else phrase
            told = candidate.form.pronoun or _another_speaks(scene, candidate)
            return phrase if not told and _may_say(scene, candidate, phrase) else None
        if tokens[k].word.text in CLAUSE_SIGNS and not scene.after_short_title(k):
            return None
    return None


def _with_bearer(scene: Scene, phrase: Phrase | None, stop: int) -> Phrase | None:
    """The role with the other behind a comma that names its bearer: أما شقيقه، الموظف بالشركة فلان، فقال."""
    if phrase is None or phrase.named or not phrase.head & t.ROLE or phrase.end + 1 >= stop:
        return phrase
    if scene.tokens[phrase.end].word.text not in COMMAS:
        return phrase
    other = noun_phrase(scene, phrase.end + 1, stop, frozenset())
    if other is None or not other.named or other.name_end != other.end:
        return phrase
    if not stop - 1 <= other.end <= stop or scene.tokens[other.end].word.kind != "sign" and other.end < stop:
        return phrase
    return Phrase(phrase.start, other.end, phrase.head, True, other.name_start, other.name_end)


def _another_speaks(scene: Scene, candidate: Candidate) -> bool:
    """Whether a subject and what it says stand behind the verb: أما الفريق فقد أكد المدرب أنه جاهز; not whom
    one calls on (فقد دعا المواطنين إلى الهدوء), nor what was said: فقد أكد رحيل المدرب.
    """
    if {"addressee", "person"} & candidate.form.entry.governed:
        return False
    end = scene.limit(candidate.at)
    phrase = noun_phrase(scene, candidate.at + 1, end, candidate.form.entry.governed)
    if phrase is None or all(token.word.kind == "sign" for token in scene.tokens[phrase.end : end]):
        return False
    return _may_say(scene, candidate, phrase)


def _is_topic(scene: Scene, candidate: Candidate, phrase: Phrase) -> bool:
    """Whether what stands behind أما is but what is told of: أما النفق فأشار إلى أنه يحتاج إلى عام; أما
    المكافآت فأوضح أنها ستصرف.
    """
    head = scene.tokens[phrase.start].word
    if phrase.named or phrase.head & _SPEAKS & ~t.PLAIN:
        return False
    things = head.stem.endswith("ات") and not agrees(scene, phrase, candidate.form)
    return bool(head.rules & t.THING) or things


def _may_say(scene: Scene, candidate: Candidate, phrase: Phrase) -> bool:
    """Whether a noun phrase can be the subject of the verb of saying."""
    speaks = phrase.named or phrase.head & _SPEAKS
    return bool(speaks) and agrees(scene, phrase, candidate.form)


def after_before(scene: Scene, candidate: Candidate) -> Phrase | None:
    """سبق للوزير أن صرح: the noun phrase between سبق and أن."""
    tokens, at = scene.tokens, candidate.at
    if at < _SHORTEST_BEFORE or tokens[at - 1].word.alef not in ("a", "?") or tokens[at - 1].word.pronoun:
        return None
    for k in range(at - 2, max(at - _FARTHEST_BEFORE, 0), -1):
        if tokens[k].word.kind == "sign":
            return None
        if brings_in(tokens, k - 1):
            phrase = noun_phrase(scene, k, at - 1, frozenset(), attached=True)
            return phrase if phrase is not None and phrase.end == at - 1 else None
    return None
