"""Where the subject behind a verb ends and the verb's object begins, with no word between them."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import feminine, is_act, relational_plural
from qawl.lexicon.word import Token, Word
from qawl.phrases.phrase import Phrase
from qawl.scene import Scene

_HOLDERS = t.ROLE | t.ORGANISATION | t.GROUP | t.TITLE | t.PLACE
_NOUNS = t.VERBAL_NOUN | t.DOCUMENT | t.SETTING | t.ORGANISATION | t.MEDIA | t.PLACE
_PLURAL = ("ون", "ين")
_ELATIVE = 4
"""Letters of أعلى، أحمر."""


def before_object(scene: Scene, phrase: Phrase) -> Phrase:
    """The phrase up to the definite noun that is no adjective of its head, nor of the noun that owns its
    head: استقبل الوزير | السفير، غادر وزير الصحة | القاعة، وصف محاميه | الحكم, رفض بعض السكان | الرحيل.
    """
    head = _past_count(scene.tokens, phrase)
    first = scene.tokens[head].word
    if met := another_office(scene.tokens, phrase):
        return Phrase(phrase.start, met, phrase.head, False)
    if phrase.named or not first.tags & _HOLDERS:
        return phrase
    owner: Word | None = None
    at = head
    while at < phrase.end:
        word = scene.tokens[at].word
        if at in scene.closing:  # خفض محللو "جيفريز" | السعر
            owner, at = scene.tokens[at + 1].word, scene.closing[at] + 1
            continue
        if word.kind != "word" or word.tags & t.PREPOSITION or at > head and not _bare(word):
            return phrase
        if owner is None:
            owner = word if word.article or word.pronoun else None
        elif head > phrase.start and not _thing(word):
            return phrase  # بعض السكان الغاضبين
        elif not word.article or not (_describes(first, word) or _describes(owner, word)):
            return Phrase(phrase.start, at, phrase.head, False) if word.article else phrase
        at += 1
    return phrase


def _past_count(tokens: list[Token], phrase: Phrase) -> int:
    """The noun behind a word that tells how many it is: بعض | السكان، عدد من | النواب; else the first."""
    at = phrase.start + 1
    counts = tokens[phrase.start].word.tags & t.QUANTIFIER and at + 1 < phrase.end
    return at + (tokens[at].word.key == "من") if counts and tokens[at].word.kind == "word" else phrase.start


def _thing(word: Word) -> bool:
    """Whether a definite word is a noun that tells nothing of several persons: الرحيل، القاعة."""
    noun = is_act(word) or word.tags & (_NOUNS | t.PLAIN) or word.stem.endswith("ة")
    return bool(noun) and not word.stem.endswith(_PLURAL)


def another_office(tokens: list[Token], phrase: Phrase) -> int:
    """Where the office of whoever a verb of meeting needs begins, behind a whole one with no name: استقبل
    رئيس الوزراء | وزير الخارجية فلانا; 0 where none does. Some hold two: ولي العهد وزير الدفاع فلان.
    """
    if not phrase.start or not tokens[phrase.start - 1].word.rules & t.MEETING:
        return 0
    first = tokens[phrase.start].word
    if not first.tags & t.ROLE or first.tags & t.TITLE or first.rules & t.TWOFOLD:
        return 0
    for at in range(phrase.start + 1, (phrase.name_start or phrase.end) - 1):
        word, before = tokens[at].word, tokens[at - 1].word
        office = word.tags & t.ROLE and not (word.article or word.tags & t.NAME) and _bare(word)
        if office and (before.article or before.tags & t.PLACE):
            return at
    return 0


def _bare(word: Word) -> bool:
    return not (word.preposition or word.conjunction)


def _describes(noun: Word, word: Word) -> bool:
    """Whether a definite word may be the adjective of a definite noun, or a name: المنتخب الوطني."""
    if is_act(word) and not relational_plural(word):
        return False
    if word.tags & (t.ADJECTIVE | t.NATIONALITY | t.NAME | t.TITLE):
        return True
    if word.rules & (t.DESCRIBING | t.COMPLEMENTED | t.OTHER):
        return True
    if word.tags & t.ROLE:
        return not noun.tags & t.ROLE or relational_plural(word)  # الطبيب الشرعي
    if word.stem.endswith("ة") and not feminine(noun) and not noun.tags & t.GROUP:
        return False
    if word.tags & _NOUNS or word.tags & t.PLAIN:
        return relational_plural(word)
    elative = word.stem[0] == "ا" and len(word.stem) == _ELATIVE or word.stem.endswith(("ى", "يا"))
    return elative or relational_plural(word) or word.stem[0] == "م"  # الأعلى، العليا، الفريق المضيف
