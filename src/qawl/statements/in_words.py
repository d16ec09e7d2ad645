"""What somebody did with the words quoted before or behind: "…". بهذه الكلمات أنهى المدرب حديثه."""

from __future__ import annotations

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import COMMAS, Scene
from qawl.statements import content
from qawl.statements.draft import Draft, at_word
from qawl.statements.preceding import (
    BEFORE_IT,
    behind_spoken,
    may_end_quotation,
    of_quotation,
    of_sentence_before,
)

_SPEAKERS = HEADS & ~t.DOCUMENT | t.TITLE
_BETWEEN = (*COMMAS, ".", "-", "–", "..", "...", "…")
"""What may stand between the quotation and the words that point to it."""

_AFTER = " .\n\t،…"
"""What may stand between them where the quotation ends a sentence."""
_OPENS = {'"': '"', "»": "«", "”": "“"}
"""The mark that opens a quotation, by the one that closes it."""
_ENDS = ".!؟?\n…"
"""What ends the sentence before the quotation."""


def in_these_words(scene: Scene, candidate: Candidate, end: int) -> Draft | None:
    """The attribution of a quotation to the subject of a verb that says nothing itself: "…". بهذه الكلمات
    أنهى المدرب حديثه; بهذه العبارة استقبل الجد حفيده: "…"; not بهذه الكلمات علق الوزير, whose verb says it.
    """
    tokens, at = scene.tokens, candidate.at
    this = tokens[at - 1].word if at else tokens[at].word
    if not (this.rules & t.THUS and this.preposition == "ب" and tokens[at].word.article):
        return None
    verb = at + 1
    while verb + 1 < end and tokens[verb].word.article:
        verb += 1  # بهذه الكلمات البسيطة
    acts = tokens[verb].word if verb < end else tokens[at].word
    says = acts.verb is not None and not acts.verb.prefix and may_end_quotation(acts.verb.entry)
    unknown = acts.kind == "word" and not (acts.tags or acts.article or acts.preposition)
    if says or not (acts.verbal or acts.tags & t.VERB or unknown):
        return None
    subject = noun_phrase(scene, verb + 1, end, frozenset({"NP"}))
    if subject is not None and not (subject.named or subject.head & _SPEAKERS):
        subject = None
    return _before(scene, candidate, subject) or _behind(scene, candidate, subject, verb, end)


def _before(scene: Scene, candidate: Candidate, subject: Phrase | None) -> Draft | None:
    """The attribution of the quotation before the words, in this sentence or at the end of the one before."""
    k = candidate.at - 2
    while k >= 0 and scene.tokens[k].word.text in _BETWEEN:
        k -= 1
    if k in scene.opening:
        return of_quotation(candidate, subject, scene.opening[k], k)
    if k >= 0 or not (behind_spoken(scene) and _stands_alone(scene)):
        return None
    return of_sentence_before(candidate, subject, BEFORE_IT)


def _stands_alone(scene: Scene) -> bool:
    """Whether the quotation before the sentence is all that its own says: not قال: "…". بهذه الكلمات بدأت."""
    text, end = scene.text, scene.tokens[0].start
    while end and text[end - 1] in _AFTER:
        end -= 1
    mark = _OPENS.get(text[end - 1 : end])
    opening = before = text.rfind(mark, 0, end - 1) if mark else -1
    while before > 0 and text[before - 1] in " \t":
        before -= 1
    return opening >= 0 and (not before or text[before - 1] in _ENDS)


def _behind(scene: Scene, candidate: Candidate, subject: Phrase | None, verb: int, end: int) -> Draft | None:
    """The attribution of what a colon or marks open behind the verb."""
    entry, at = candidate.form.entry, candidate.at
    after = subject.end if subject is not None else verb + 1
    found, _ = content.find(scene, after, after, entry, end, False)
    if found is None or found.by not in ("colon", "quotation"):
        return None
    return at_word("noun", at, entry, subject, found, True, why=(f"content by {found.by}",))
