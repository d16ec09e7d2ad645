"""Speech that nothing opens behind a verb of saying: قال لن نقبل; وأضاف المدير نحن مستعدون."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import definite, imperfect
from qawl.lexicon.word import Word
from qawl.statements.circumstances import skip_all_circumstances
from qawl.statements.governed import Place
from qawl.statements.interruptions import FARTHEST_OPENING

SPEAKING = frozenset({"say", "add", "continue", "answer"})
"""Senses of verbs behind which speech may stand with nothing that opens it."""
_WILL = ("سي", "ست", "سن", "سا")
"""What a verb of the future begins with: سيعمل، ستكون، سنعمل، سأعمل."""
_TELLS_OF_IT = t.RELATIVE_FREE | t.NEGATION | t.PRONOUN
"""What may stand behind هذا, of which it is said: قال هذا ما نريده، هذا غير صحيح."""
_FIRST_PERSON = "نا"
"""What pronouns of the first person begin with: نحن، أنا."""


def opens_speech(place: Place, at: int) -> bool:
    """Whether a word right behind a verb of saying and its subject opens what was said with neither إن nor
    marks: قال لن نقبل; وأضاف المدير نحن مستعدون; قال ينبغي أن نعمل; وتابع لا شك أن; قال هذا القرار صائب.
    """
    entry, end = place.entry, place.end
    if entry.sense not in SPEAKING or not {"إن", "quote"} <= entry.takes or at + 2 >= end:
        return False
    if at > place.subject_end and not _behind_circumstances(place, at):
        return False
    word, following = place.scene.tokens[at].word, place.scene.tokens[at + 1].word
    ahead = place.scene.tokens[at + 1 : min(at + FARTHEST_OPENING, end)]
    if (
        word.key[0] in "وف"
        or following.kind != "word"
        or any(token.word.alef == "i" and token.word.conjunction != "ف" for token in ahead)
    ):
        return False
    negated = word.tags & t.NEGATION and not word.tags & (t.CONNECTIVE | t.RELATIVE_FREE | t.BEFORE_AN)
    negated = negated and not word.preposition  # أجابت بلا تردد
    mine = in_first_person(word)
    exists = word.rules & t.CONCLUDING and not word.tags & (t.PRONOUN | t.VERBAL_NOUN)  # قال هناك من يريد
    if negated or word.tags & t.PERFECTIVE or _to_come(word):
        return not _tells_of_subject(place, at)
    ours = word.tags & (t.AUXILIARY | t.PREPOSITION) and word.key.endswith("نا")  # قال كنا نعمل، لدينا خطة
    if mine or exists or ours or word.key == "اذا":  # قال إذا استمر الوضع فسنغادر
        return True
    if word.tags & t.DEMONSTRATIVE and word.rules & t.POINTING and not word.preposition:
        told = following.article and not following.tags & t.TIME or following.tags & _TELLS_OF_IT
        return at == place.subject_end and entry.sense != "continue" and bool(told)
    if word.key == "من":  # قال من المهم أن
        return following.article and bool(following.tags & t.BEFORE_AN)
    return bool(word.tags & t.BEFORE_AN) and word.key[0] == "ي"


def in_first_person(word: Word) -> bool:
    """Whether who speaks means himself with a word: أنا، نحن، أعتقد."""
    return bool(word.tags & t.PRONOUN and word.key[0] in _FIRST_PERSON) or word.first_person


def _behind_circumstances(place: Place, at: int) -> bool:
    """Whether nothing but where and when it was said stands between the subject and the token, which tells
    nothing of that: قال أمس نحن مستعدون; not في تصريحات نقلتها الصحيفة.
    """
    last, word = place.scene.tokens[at - 1].word, place.scene.tokens[at].word
    if not (definite(last) or last.tags & t.TIME or word.tags & t.PRONOUN):
        return False
    return skip_all_circumstances(place.scene, place.subject_end, at, frozenset()) == at


def _to_come(word: Word) -> bool:
    """Whether a verb of the future or of the first person plural stands here: ستكون، سنعمل، نحتاج, سوف."""
    if word.tags & t.VERB and not word.tags & ~t.VERB:
        return word.key[:2] in _WILL or word.key[0] == "ن"
    return bool(word.tags & t.FUTURE)


def _tells_of_subject(place: Place, at: int) -> bool:
    """Whether a negation or قد tells more of an indefinite subject: وأضاف مسؤول لم يكشف عن هويته أن; not قال
    مسؤول لن نقبل.
    """
    last, following = place.scene.tokens[at - 1].word, place.scene.tokens[at + 1].word
    named = last.tags & t.NAMES and not last.tags & (t.SETTING | t.DOCUMENT)
    if at == place.after or definite(last) or named or following.key[0] == "ن":
        return False
    ahead = place.scene.tokens[at + 1 : place.end]
    return any(_opens(token.word, ahead[k + 1].word) for k, token in enumerate(ahead[:-1]))


def _opens(word: Word, following: Word) -> bool:
    """Whether a content begins behind a word: أن المبنى, a colon or a quotation; not لا بد من أن يتوقف."""
    governs = word.alef in ("a", "?") and not imperfect(following)
    return word.alef == "i" or governs or word.text in (":", "«")
