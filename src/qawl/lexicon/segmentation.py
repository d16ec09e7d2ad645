"""One written word into its parts: conjunction, preposition, article, stem, pronoun; and what it may be."""

from __future__ import annotations

import re

from qawl import fold
from qawl.lexicon.complementizers import complementizer
from qawl.lexicon.cueforms import NOUN_PRONOUN, PRONOUNS, CueForms
from qawl.lexicon.letters import Letters
from qawl.lexicon.saying import Reading
from qawl.lexicon.tags import (
    ATTRIBUTIVE,
    FUNCTION,
    LIKE_NAME,
    NAME,
    NAMES,
    SURE_NAME,
    TAG,
    VERBAL_NOUN,
)
from qawl.lexicon.word import Entry, Form, Word

_TWICE = re.compile(r"^(و?)([وا])\2")
"""An alef or و written twice by mistake at the head of a word."""
_SPELLED = {"فى": "في", "وفى": "وفي", "لل": "ل"}
"""Prepositions as some newspapers write them: فى مصر، للـ"الخبر"."""
_HEADS = TAG["role"] | TAG["organisation"] | TAG["group"] | TAG["unnamed"] | TAG["document"] | TAG["media"]
_NO_NAMES = FUNCTION | TAG["time"] | TAG["quantifier"] | TAG["reflexive"]
_VERB_IN_ALEF = re.compile("..ى|[ينات]..ى|ي.+ى|ت(?:ت|ست)?..ى|ا.ت.ى|است..ى|ان..ى")
"""Shapes that a verb in ى has: سعى، أعطى، تولى، يبقى، انتهى، استدعى، انحنى."""
_LONG_NAME = 4
"""Letters with ل after which a name that may be something else is one: لفريد."""
_CONTENT = _HEADS | TAG["setting"] | TAG["verbal_noun"]
"""Where ب or ل and one of these make what is a rare name too (برد، لأمين), it is no name."""
_SURELY = 3.0
"""So much more is an unknown word like a name with its first letters than without, where these end in ال."""
_PARTICLE = TAG["name_particle"]
_SHORTEST_OWNED = 4
"""Letters of an unknown noun with a pronoun before which و is taken for the conjunction: وحلفاؤها."""
_WITHOUT_PRONOUN = TAG["outlet"] | TAG["known_organisation"]
"""Names that bear no pronoun: فوفانا is not وفا with نا."""
_LONG_PLURAL = 6
"""Letters of an unknown plural with و after which it has the conjunction: وتعثرات."""
_WITHOUT_HAMZA = TAG["time"] | NAMES
"""What a verb with its hamza inside is not: سأل is no سال, هنأ no هنا."""

LIKE_A_NAME = 3.0
"""Log-odds by its letters from which on an unknown word is like a name: of names that the table lacks 82 %
reach it, of common words 4 % (tools/name_letters.py)."""
SURELY_A_NAME = 7.0
"""The same for one that ends like a common noun: بوشيلين."""
SHORTEST_NAME = 3
"""Letters of an unknown word that tell too little."""
NO_NAME = ("ة", "ات", "ون", "ين")
"""Endings of common nouns, which many names have too."""

_HAMZAS = ("أ", "إ", "آ")
"""Letters with which no article begins."""
_Parts = tuple[str, str, bool, str, str, int]
"""Conjunction, preposition, whether it bears the article, stem, pronoun and classes of a word."""


class Segmentation:
    """The parts and classes of any spelling, by the compiled tables. Asked through `Words`, which keeps the
    answers.
    """

    def __init__(
        self,
        tags: dict[str, int],
        names: dict[str, int],
        readings: dict[str, tuple[Reading, ...]],
        nouns: dict[str, Entry],
        verbal_nouns: re.Pattern[str],
        spelled: dict[str, int],
        own_alef: frozenset[str],
        letters: Letters,
    ) -> None:
        self._tags = tags
        self._names = names
        self._readings = readings
        self._nouns = nouns
        self._verbal_nouns = verbal_nouns
        self._spelled = spelled
        self._own_alef = own_alef
        self._letters = letters
        self._cues = CueForms(tags, names, readings, nouns)

    def word(self, text: str) -> Word:
        """All that is known of one spelling (a token's text)."""
        first = text[0]
        if text.isascii() and first.isupper() and not text.isupper() and len(text) > 1:
            latin = text.lower()
            return Word(text, latin, latin, "word", NAMES | self._tags.get(latin, 0))
        if not first.isalpha():
            return Word(text, text.lower(), text, "number" if first.isdigit() else "sign")
        key = fold.key(text)
        if not key:
            return Word(text, text, text, "sign")
        written = fold.without_marks(text)
        key = _SPELLED.get(key, key)
        if written in ("إلي", "وإلي", "الي"):
            key = key[:-1] + "ى"
        found = complementizer(text, key, written) or self._divided(text, key, written)
        if found.tags or found.forms or (once := _TWICE.sub(r"\1\2", key)) == key:
            return found
        meant = self._divided(text, once, once)  # وووفقا، واأضاف
        return meant if meant.tags & ATTRIBUTIVE or any(f.tense in "pia" for f in meant.forms) else found

    def _divided(self, text: str, key: str, written: str) -> Word:
        """A word by its parts, and the cues it may be."""
        conjunction, preposition, article, stem, pronoun, tags = self._parts(key, written)
        own = len(conjunction + preposition)
        if article and preposition and written[own : own + 1] in _HAMZAS:  # لألمانيا, not للمانيا
            article = False
            stem, pronoun, tags = self._stem(key[own:])
        if preposition and fold.begins_with_own_letter(text):
            preposition, stem, pronoun, tags = "", key[len(conjunction) :], "", 0
        if "أ" in written[len(conjunction) + 1 :] and not tags & ~_WITHOUT_HAMZA and stem in self._readings:
            tags = 0
        forms = tuple(self._cues.of(key, written, tags, not conjunction))
        if tags & VERBAL_NOUN and self._only_shaped_so(key, written, stem, forms):
            tags &= ~VERBAL_NOUN
        if any(form.tense == "m" and not form.prefix for form in forms) and not tags & (_HEADS | FUNCTION):
            tags |= VERBAL_NOUN
        if tags & SURE_NAME and stem == key and not tags & ~NAMES:
            forms = tuple(form for form in forms if form.prefix)
        if stem[-1] == "ى" and not forms:
            stem = self._with_ya(stem, article)
            if stem[-1] == "ي" and key not in self._tags and key not in self._names:
                key = key[:-1] + "ي"
        known = tags or forms or article and (preposition != "ب" or stem in self._readings)
        least = SURELY_A_NAME if article or key.endswith(NO_NAME) else LIKE_A_NAME  # باليستيروس
        if known or len(key) <= SHORTEST_NAME or (odds := self._letters.odds(key)) < least:
            return Word(text, key, stem, "word", tags, conjunction, preposition, article, pronoun, "", forms)
        if (conjunction or preposition) and odds <= self._letters.odds(stem) + _SURELY * article:
            return Word(text, key, stem, "word", 0, conjunction, preposition, article, pronoun)
        return Word(text, key, key, "word", rules=LIKE_NAME)  # باخلوف, تراوريه: no ب, no ه is attached

    def _with_ya(self, stem: str, article: bool) -> str:
        """A stem in ى with ي where it is another spelling of that, as some newspapers write it: القيادى،
        رسمى; not كبرى, nor what may be a verb, يسعى.
        """
        other = fold.with_other_ya(stem)
        if other is None or stem in self._own_alef or self._classes(stem):
            return stem
        return other if article or self._classes(other) or not _VERB_IN_ALEF.fullmatch(stem) else stem

    def _only_shaped_so(self, key: str, written: str, stem: str, forms: tuple[Form, ...]) -> bool:
        """Whether a word has the shape of a verbal noun, and is none: أفاد is a verb, أطفال are children."""
        if stem in self._tags:
            return False
        if stem[0] == "ا" and len(written) == len(key) and written.startswith("أ", key.find(stem)):
            return True  # أطفال is no verbal noun as إغلاق is
        tenses = {form.tense for form in forms}
        return not tenses.isdisjoint("pi") and "m" not in tenses and key not in self._tags

    def _parts(self, key: str, written: str) -> _Parts:
        """The parts of a word: as a whole where the tables know it, behind و or ف, else as a noun."""
        bare = written.removeprefix("و")
        noun = bare.removeprefix("ال")
        if noun in self._spelled:
            stem = fold.key(noun)
            tags = self._spelled[noun] | self._names.get(stem, 0)
            if noun != bare:
                tags |= self._tags.get(fold.key(bare), 0)
            spelled = noun if noun[0] == "آ" else stem  # none of the rules of أمر for آمر
            return "و" if bare != written else "", "", noun != bare, spelled, "", tags
        if key[0] in "بل" and written[1:2] in ("أ", "إ") and key in self._names and key not in self._tags:
            return "", key[0], False, *self._stem(key[1:])  # لأمين is no لامين
        conjunction = key[0] in "وف"
        whole = self._known(key)
        if whole:
            whole = self._undivided(key, written, whole)
        elif conjunction and key[-1] == "ا":
            own = self._tags.get(key[:-1], 0)
            if own & _HEADS and own & TAG["plain"]:
                return "", "", False, key[:-1], "", own  # وفدا، فريقا
        if whole & ~NAMES:
            return self._whole(key, written, whole)
        if conjunction:
            parts = self._with_own_first(key, whole) or self._behind_conjunction(key, written, whole)
            if parts:
                return parts
        if whole:
            return self._whole(key, written, whole)
        if written[0] in "أإآ":
            return "", "", False, *self._stem(key)
        return "", *self._noun(key)

    def _undivided(self, key: str, written: str, whole: int) -> int:
        """The classes of a word that the tables know as a `whole`; none where its first letter is rather
        attached, names where only another word is written so.
        """
        behind, own = self._tags.get(key[1:], 0), self._tags.get(key)
        surname = key[0] == "ف" and whole & SURE_NAME  # فيدان، فيشر
        function = behind & FUNCTION and not (surname and behind & _PARTICLE)
        if key[0] in "وف" and own is None and (function or key[1:] in self._readings and not surname):
            return 0  # ولما، وقال
        if self._rather_attached(key):
            return 0  # بحركة
        if written[0] == "آ":
            now = whole & TAG["time"] and written.startswith("آل")
            if now or whole & FUNCTION and key == "انا":
                return self._names.get(key, 0) or NAMES  # آلان is no الآن, آنا no أنا
        return whole

    def _rather_attached(self, key: str) -> bool:
        """Whether what may be a rare name or place is rather ب or ل with a noun: بحركة، بالأمين."""
        if (
            key[0] not in "بل"
            or len(key) < _SHORTEST_OWNED
            or self._tags.get(key) not in (None, TAG["place"])
        ):
            return False
        noun = key[3:] if key.startswith("بال") and len(key) > 5 else key[1:]
        return bool((self._tags.get(key[1:], 0) | self._tags.get(noun, 0)) & _CONTENT)

    def _whole(self, key: str, written: str, whole: int) -> _Parts:
        """A word that the tables know, with its article: الوزارة; not أليكسي، إلياس, nor a given name spelled
        without its hamza (الكسي), nor a verb that begins so (التقى).
        """
        given = whole & NAME and not whole & (TAG["surname"] | TAG["title"])
        bears = key.startswith("ال") and (len(key) > 4 or key == "الله") and written[0] == "ا"
        verb = whole & ~NAMES == TAG["verb"]
        if not bears or given or verb or whole & (FUNCTION | VERBAL_NOUN):
            return "", "", False, key, "", whole
        stem = key[2:]
        return "", "", True, stem, "", whole | self._known(stem) & (_HEADS | TAG["nationality"])

    def _with_own_first(self, key: str, whole: int) -> _Parts | None:
        """The parts of a noun with a pronoun whose و or ف is its own: والده، وزارتها، فكرته."""
        if whole or not key.endswith(PRONOUNS):
            return None
        if key[0] == "و" and key[1:] not in self._names:
            stem, pronoun, tags = self._stem(key)
            if pronoun and tags & _HEADS:
                return "", "", False, stem, pronoun, tags
        own = self._with_own_letter(key)
        return ("", "", False, *own) if own else None

    def _behind_conjunction(self, key: str, written: str, whole: int) -> _Parts | None:
        """The parts of a word behind و or ف, where it makes more sense so than as the name it may be."""
        if len(key) <= 2:
            return None
        preposition, article, stem, pronoun, tags = self._noun(key[1:])
        if tags and stem == key[1:] and len(written) == len(key):
            _, _, article, stem, _, tags = self._whole(stem, written[1:], tags)  # والشاهد، والوزير
        if article and not tags and (own := self._stem(key))[2] & _HEADS:
            return "", "", False, *own  # والده is no و with الده
        if whole:
            particle = key[0] == "ف" and whole & SURE_NAME and tags & _PARTICLE  # فام مينه تشينه
            divided = not particle and bool(tags & FUNCTION or tags & ~NAMES and not whole & SURE_NAME)
        else:
            said = preposition and stem in self._nouns  # وبسؤال
            divided = bool(tags or article or said or pronoun and len(stem) > _SHORTEST_OWNED)
        if divided:
            return key[0], preposition, article, stem, pronoun, tags
        plural = key[0] == "و" and key.endswith("ات") and len(key) > _LONG_PLURAL  # وتعثرات
        if not whole and (plural or key[1:] in self._readings):
            return key[0], "", False, key[1:], "", 0
        return None

    def _known(self, key: str) -> int:
        tags = self._classes(key)
        if not tags:
            other = fold.with_other_ya(key)
            joined = key[0] in "وف" and key[1:] in self._readings  # فرأى is no فراي
            tags = self._classes(other) & (~NAMES if joined else -1) if other else 0
        return tags or self._to_come(key)

    def _to_come(self, key: str) -> int:
        """The class of a future whose imperfect the tables know as a verb, and no verb of saying: سيبدأ."""
        future = key[:1] == "س" and key[1:2] in ("ي", "ت") and key not in self._readings
        return TAG["verb"] if future and self._tags.get(key[1:]) == TAG["verb"] else 0

    def _classes(self, key: str) -> int:
        tags = self._tags.get(key, 0)
        return tags if tags & _NO_NAMES else tags | self._names.get(key, 0)

    def _noun(self, key: str) -> tuple[str, bool, str, str, int]:
        """Preposition, article, stem, pronoun and classes of a word without its conjunction."""
        tags = self._known(key)
        surely = tags == TAG["place"] or key.startswith("بال")  # بولي is a name too, and not said of a ولي
        if tags and not (surely and self._rather_attached(key)):
            return "", False, key, "", tags
        if key.startswith("ال") and len(key) > 3:
            if key.endswith(PRONOUNS) and (own := self._with_own_letter(key)):
                return "", False, *own  # التزامه
            return "", True, *self._stem(key[2:], True)
        if key.startswith("لل") and len(key) > 3:
            whole = self._known(key[1:])
            whole &= -1 if whole & SURE_NAME else ~NAMES  # لليلى
            if whole and not self._known(key[2:]) & ~NAMES:  # للجنة is ل with اللجنة, للبنان with لبنان
                named = whole & (TAG["place"] | SURE_NAME)  # not اللجنة
                return "ل", not named, key[1:], "", self._known(key[1:])
            return "ل", True, *self._stem(key[2:], True)
        if key.endswith("ا") and len(key) > 3 and self._tags.get(key[:-1], 0) & (_HEADS | _CONTENT):
            return "", False, key[:-1], "", self._tags[key[:-1]]  # بيانا is no name after ب
        owned = NOUN_PRONOUN.fullmatch(key) if key[0] in "بلك" and key.endswith(PRONOUNS) else None
        if owned and owned[1] in self._tags:
            return "", False, owned[1], owned[2], self._tags[owned[1]]  # بلاده begins with no preposition
        if owned and (own := self._with_own_letter(key)):
            return "", False, *own  # براءته
        if key[0] in "بلك" and (len(key) > 3 or len(key) > 2 and key[1:] in self._tags):
            if key[1:3] == "ال" and len(key) > 4:
                return key[0], True, *self._stem(key[3:], True)
            stem, pronoun, tags = self._stem(key[1:])
            if key[1:] == stem + "ا":
                return "", False, key, "", 0  # an accusative stands behind no preposition: لاكباسا
            if tags & NAME and not tags & (SURE_NAME | ~NAMES) and key[0] in "بل":
                tags |= self._verbal(stem)  # باعتماد القرار
            if not tags & ~NAMES and (
                key[0] == "ك"
                or not tags & SURE_NAME
                and tags
                and not (key[0] == "ل" and len(key) > _LONG_NAME)
            ):
                tags = 0
            elif tags or key[0] == "ب":
                return key[0], False, stem, pronoun, tags
        return "", False, *self._stem(key)

    def _stem(self, key: str, article: bool = False) -> tuple[str, str, int]:
        tags = self._known(key)
        if article:  # التواصل is no تواصل, الوسط no وسط
            other = TAG["preposition"] | (TAG["verb"] if self._verbal_nouns.fullmatch(key) else 0)
            tags = tags & ~other | self._known("ال" + key) or self._dual(key)
        if not tags:
            feminine = f"{key[:-1]}ة" if article and key.endswith("ه") else ""
            if feminine in self._tags:
                return feminine, "", self._tags[feminine]  # الوزاره
            owned = key.endswith(PRONOUNS) and not article  # no الانتبا with ه
            match = NOUN_PRONOUN.fullmatch(key) if owned else None
            if match:
                stem, pronoun = match.groups()
                feminine = stem[:-1] + "ة" if stem.endswith("ت") else stem
                act = self._tags.get(feminine, 0) & VERBAL_NOUN or self._verbal(feminine)
                noun = act and self._tags.get(stem) == TAG["verb"]
                counted = self._tags.get(feminine, 0) & TAG["quantifier"] and stem in self._readings
                for candidate in (feminine,) if noun else (stem, *(() if counted else (feminine,))):
                    tags = self._tags.get(candidate, 0)  # سيطرته is no verb, عدته is one
                    if tags & ~_WITHOUT_PRONOUN or candidate != stem and candidate in self._nouns:  # مطالبته
                        return candidate, pronoun, tags | self._verbal(candidate)
                for candidate in (stem, feminine):
                    if self._verbal_nouns.fullmatch(candidate):
                        return candidate, pronoun, VERBAL_NOUN
                if pronoun in ("ها", "هم", "هما") and len(stem) > 2 or pronoun == "ه" and len(stem) > 3:
                    return stem, pronoun, 0
            if key.endswith("تي") and not article:  # صديقتي، مديرتي; صديقي may be a surname
                own = self._tags.get(key[:-2] + "ة", 0)
                if own & TAG["role"]:
                    return key[:-2] + "ة", "ي", own
            if key.endswith("ا") and len(key) > 4 and not article:
                tags = self._tags.get(key[:-1], 0) & _HEADS
                if tags:
                    return key[:-1], "", tags
            if key.endswith("ا") and len(key) > 5 and self._verbal_nouns.fullmatch(key[:-1]):
                return key[:-1], "", VERBAL_NOUN
            if self._verbal_nouns.fullmatch(key) or (
                key.endswith("ات") and self._verbal_nouns.fullmatch(key[:-2])
            ):
                tags |= VERBAL_NOUN
        return key, "", tags

    def _dual(self, key: str) -> int:
        """The class of two with ال who are what the tables know of one: المهاجمان، العداءتان."""
        one = f"{key[:-3]}ة" if key.endswith("تان") else key[:-2]
        return TAG["group"] if key.endswith("ان") and self._tags.get(one, 0) & TAG["role"] else 0

    def _with_own_letter(self, key: str) -> tuple[str, str, int] | None:
        """The parts of a verbal noun or a body whose first letters are its own: فكرته، التزامه، بعثتها."""
        match = NOUN_PRONOUN.fullmatch(key)
        if match is None:
            return None
        stem, pronoun = match.groups()
        for candidate in (stem, stem[:-1] + "ة" if stem.endswith("ت") else stem):
            body = candidate != stem and key[0] == "ب" and TAG["organisation"]
            if (tags := self._tags.get(candidate, 0)) & (VERBAL_NOUN | body):
                return candidate, pronoun, tags
        return None

    def _verbal(self, key: str) -> int:
        return VERBAL_NOUN if self._verbal_nouns.fullmatch(key) else 0
