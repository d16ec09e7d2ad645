"""Every spelling that was met, with what the lexicon knows of it."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from qawl.lexicon import shape
from qawl.lexicon import tags as t
from qawl.lexicon.segmentation import Segmentation
from qawl.lexicon.word import Form, Wholes, Word

_MOST_WORDS = 300_000
"""Spellings kept at once: bounds memory over any number of articles."""
_SHORTEST_DUAL = 5
"""Letters of a dual in ين."""
_BY_STEM = (
    t.NAMED
    | t.UNIT
    | t.TERRITORIAL
    | t.THEOPHORIC
    | t.WOMAN
    | t.MAN
    | t.ASKING
    | t.COMPLAINT
    | t.LESSER
    | t.ENVOY
    | t.HEARTFELT
    | t.OBLIQUE
    | t.INTERLOCUTOR
    | t.EPONYM
    | t.DEDICATED
    | t.SCHOOLING
    | t.CHANTED
    | t.POINTING
    | t.CROWD
    | t.COMPLEMENTED
    | t.SIDING
    | t.DEPENDENT
    | t.TAKING_PART
    | t.LOCALITY
    | t.MASCULINE
    | t.ISSUED_DOCUMENT
    | t.ISSUED_WORDS
    | t.POWER
    | t.SPOKESMAN
    | t.RULER
    | t.ESSAY
    | t.AUTHOR
    | t.DEPUTY
    | t.TWOFOLD
    | t.DIRECTION
    | t.THING
    | t.COURT
    | t.HEARING
    | t.GRADE
    | t.NO_PERSONS
    | t.CAME
    | t.ASKED
    | t.NO_ADJECTIVE
    | t.DESCRIBING
    | t.JUDGING
    | t.TRADE
    | t.MATCH
    | t.ONLINE
    | t.PLAYER
    | t.MINISTRY
    | t.REPRESENTATIVE
    | t.AUDIENCE
    | t.FEMININE
    | t.UNITING
    | t.TOLD_OF
    | t.FAMILY
    | t.POSTED
    | t.PAGE
    | t.MUTUAL
    | t.TASK
    | t.EPICENE
    | t.HONOUR
    | t.THREATENED
    | t.DOOM
    | t.SURNAMED
    | t.ONLOOKER
    | t.SERVICE
    | t.ENTERING
    | t.INVOLVING
    | t.CHANGING
    | t.UPCOMING
    | t.COINCIDING
    | t.ERRAND
    | t.UNSAID
    | t.LATEST
    | t.BLAME
    | t.APART
    | t.CRAFT
)
"""Classes of `tags.RULE` that are looked up by the stem; the others by the whole word."""
_SHORTEST_WHAT = 4
"""Letters of ما with a verb: ماتم."""
_BEHIND_CONJUNCTION = (
    t.ISSUED
    | t.CONTINUING
    | t.MEETING
    | t.PUNISHING
    | t.EMERGING
    | t.DEED
    | t.RELATIVE_MASCULINE
    | t.RELATIVE_FEMININE
    | t.RELATIVE_PLURAL
    | t.LEADING_TO
    | t.SHARING_IN
    | t.MEETING_WITH
    | t.HASTENING
)
"""Classes of `tags.RULE` of words that bear و or ف besides: ونشرته، والتي."""


class Words(dict[str, Word]):
    """Every spelling met so far with what the lexicon knows of it; a new one is looked up when it is asked
    for.
    """

    def __init__(
        self,
        segmentation: Segmentation,
        rules: dict[str, int],
        wholes: dict[str, Wholes],
    ) -> None:
        super().__init__()
        self._segmentation = segmentation
        self._rules = rules
        self._wholes = wholes

    def __missing__(self, text: str) -> Word:
        if len(self) >= _MOST_WORDS:
            self.clear()
        word = self._segmentation.word(text)
        forms = word.forms
        if forms:
            word = msgspec.structs.replace(
                word,
                verb=_first(word, lambda f: f.tense in "pi" and not f.passive and f.person == "3"),
                passive=_first(word, lambda f: f.tense in "pi" and f.passive),
                participle=_first(word, lambda f: f.tense == "a"),
                noun=_first(word, lambda f: f.tense == "s") or _first(word, lambda f: f.tense == "m"),
                first_person=any(f.person == "1" for f in forms),
                conjunction=word.conjunction or _conjunction(word),
            )
        if self._tells_what(word):
            word = msgspec.structs.replace(
                word, tags=t.VERBAL_NOUN | t.CLAIM_NOUN, rules=word.rules | t.WHAT_WAS
            )
        two = t.TWO_THINGS if self._tells_two(word) else 0
        word = msgspec.structs.replace(word, rules=self._of_rules(word) | word.rules | two)
        if word.article and word.rules & t.OBLIQUE:
            word = msgspec.structs.replace(word, tags=word.tags & ~t.GROUP)  # السائقي owns no noun: a surname
        word = msgspec.structs.replace(
            word,
            verbal=shape.verbal(word),
            nominal=shape.nominal(word),
            plain=shape.plain(word),
            stops=shape.stops(word),
            looked_at=bool(forms or word.tags & t.TAG["attributive_start"]),
            signals=_signals(word),
            wholes=self._beginning_with(word.key),
        )
        self[text] = word
        return word

    def _beginning_with(self, key: str) -> Wholes | None:
        names = self._wholes.get(key)
        if names is None and key.startswith("لل"):  # للمحكمة الدولية، للجنة الأولمبية
            names = self._wholes.get(f"ال{key[2:]}") or self._wholes.get(f"ا{key}")
        if names is None and key[:1] in ("و", "ل", "ب"):
            names = self._wholes.get(key[1:])
        return names

    def _tells_what(self, word: Word) -> bool:
        """Whether ما and a verb are written as one word that no table knows: استنكر ماحدث."""
        key = word.key
        if word.tags & ~t.PLAIN or word.forms or not key.startswith("ما") or len(key) < _SHORTEST_WHAT:
            return False
        verb = self._segmentation.word(word.text[2:])
        if verb.tags & t.PREPOSITION:
            return False  # مابين
        told = any(form.tense in "pi" and form.person == "3" and not form.prefix for form in verb.forms)
        rules = self._rules.get(verb.key, 0)
        if rules & t.CONTINUING:
            return False  # مازالوا
        return bool(told or verb.tags & t.VERB or rules & (t.CAME | t.ISSUED | t.HAPPENED | t.DEED))

    def _tells_two(self, word: Word) -> bool:
        """Whether a word that no table knows is the dual of a noun that is no name: هدفين، رسالتين."""
        key = word.key
        if word.tags or word.forms or word.stem != key or not key.endswith("ين") or len(key) < _SHORTEST_DUAL:
            return False
        one = key[:-2] if key[-3] != "ت" else f"{key[:-3]}ة"
        noun = self._segmentation.word(one)
        thing = noun.tags & ~t.NAMES or self._rules.get(one, 0) & t.THING
        return bool(thing) and noun.stem == one and not noun.tags & t.SURE_NAME

    def _of_rules(self, word: Word) -> int:
        key = word.key
        if key[-1:] == "ى" and word.stem[-1:] == "ي":
            key = key[:-1] + "ي"  # المجنى عليه
        bits = self._rules.get(key, 0) & ~_BY_STEM | self._rules.get(word.stem, 0) & _BY_STEM
        if word.pronoun and word.stem[-1:] == "ت":
            bits |= self._rules.get(f"{word.stem[:-1]}ة", 0) & _BY_STEM  # تجربته
        if key[0] in "وف":
            bare = f"{word.key[1:-1]}ى" if word.text[-1] == "ى" else word.key[1:]  # وبكى
            bits |= self._rules.get(bare, 0) & _BEHIND_CONJUNCTION
        return bits


def _first(word: Word, fits: Callable[[Form], bool]) -> Form | None:
    return next((form for form in word.forms if fits(form)), None)


def _conjunction(word: Word) -> str:
    """The و or ف that a word has in all that it may be, with the pronoun behind it: ووصفته، فأخبره."""
    first = word.key[0]
    alone = not word.tags and all(form.prefix == first and form.pronoun for form in word.forms)
    return first if alone and first in "وف" else ""


def _signals(word: Word) -> int:
    if word.text == ":" or word.tags & (t.ATTRIBUTIVE_NOUN | t.TAG["attributive_second"]):
        return 2
    if word.rules & t.LEARNT:
        return 2  # حسبما علم لدى الشرطة
    if any(form.tense in "pia" for form in word.forms):
        return 2
    if any(form.pronoun or form.prefix.endswith(("ب", "بال")) for form in word.forms):
        return 2
    if any(form.tense == "s" and form.entry.evidence == "strong" and not word.article for form in word.forms):
        return 2  # بعد تنديد الحكومة بالقرار
    return 1 if word.forms else 0
