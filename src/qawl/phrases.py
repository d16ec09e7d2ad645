"""Where a noun phrase ends: the source of a statement with its titles, complements, name and apposition."""

from __future__ import annotations

from msgspec import Struct

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS as _HEADS
from qawl.lexicon.shape import NEVER as _NEVER
from qawl.lexicon.shape import imperfect as _looks_imperfect
from qawl.lexicon.word import Word
from qawl.scene import Scene

_COMMAS = ("،", ",")
_ISSUED = ("اصدر", "صدر", "صادر", "نشر", "اعد", "كتب", "بث", "وزع")
_NAME_ONLY = t.NAME | t.SURE_NAME | t.SURNAME
_LONGEST_QUOTED_NAME = 6
_MOST_UNKNOWN_NAME_WORDS = 4
_TAKES_OBJECTS = frozenset({"addressee", "object+ب", "object+بان", "NP", "claim"})
_SHORT_ADJECTIVE = 5
"""Letters of an adjective such as أوسط, أعلى, مشترك."""
_SHORT_NAME = 2
"""Words after which a name needs no other, so that an unknown one is doubted."""
_YEAR = 4
"""Digits of a year, which counts nothing."""


class Phrase(Struct, frozen=True):
    """A noun phrase over tokens `[start, end)`; `head` the classes of its first noun, `named` whether a name stands in it.

    `[name_start, name_end)` are the tokens of the first personal name in it, empty where there is none.
    """

    start: int
    end: int
    head: int
    named: bool
    name_start: int = 0
    name_end: int = 0


def noun_phrase(
    scene: Scene, at: int, end: int, governed: frozenset[str], attached: bool = False
) -> Phrase | None:
    """The noun phrase that begins at token `at`, not beyond `end`; None where none begins there.

    `governed` are the prepositions and NP that the verb takes: what they head is no part of its subject. With `attached`
    the first word may carry a preposition (للمتحدثة).
    """
    tokens = scene.tokens
    if at >= end:
        return None
    first = tokens[at].word
    quoted = at in scene.closing and scene.closing[at] - at <= _LONGEST_QUOTED_NAME
    if not (
        attached
        or quoted
        or first.nominal
        or first.tags & t.DEMONSTRATIVE
        and not first.preposition
        or (first.kind == "number" and _counts(scene, at, end))
    ):
        return None
    return _Reader(scene, at, end, governed).read()


def _adjective(word: Word) -> bool:
    """Whether a word with ال may be an adjective beside a name: الاتحادية، الشمالي."""
    if word.tags & t.ADJECTIVE:
        return True
    return word.stem.endswith(("ي", "ية", "ى")) and not word.tags & (t.VERBAL_NOUN | t.GROUP)


def _may_agree(word: Word) -> bool:
    """Whether a definite word after a definite noun may be its adjective: by its ending, its class, or the shape of أفعل."""
    if word.tags & (t.ADJECTIVE | t.NATIONALITY | t.ROLE | t.TITLE | t.NAME):
        return True
    return word.stem.endswith(("ي", "ة", "ون", "ين", "ات")) or word.stem[0] in "ام" and len(word.stem) <= _SHORT_ADJECTIVE


def _counts(scene: Scene, at: int, end: int) -> bool:
    if at + 2 < end and scene.tokens[at + 1].word.text in ("%", "٪"):
        return scene.tokens[at + 2].word.key == "من"
    return at + 1 < end and scene.tokens[at + 1].word.nominal and len(scene.tokens[at].word.text) != _YEAR


class _Reader:
    """Reads one noun phrase word by word."""

    def __init__(self, scene: Scene, at: int, end: int, governed: frozenset[str]) -> None:
        self.scene = scene
        self.tokens = scene.tokens
        self.start = self.at = at
        self.end = end
        self.governed = governed
        self.head = 0
        self.last = ""
        """What was last begun: role, organisation, name, or nothing in particular."""
        self.closed = False
        """Whether the chain of nouns is complete: a definite noun or a name was reached."""
        self.named = False
        self.unknown = 0
        self.name_start = self.name_end = 0

    def read(self) -> Phrase | None:
        while self.at < self.end:
            step = self._step()
            if not step:
                break
            if self.last == "name" and self.tokens[self.at].word.text not in (*_COMMAS, "("):
                if self.name_end == 0:
                    self.name_start, self.name_end = self.at, self.at + step
                elif self.name_end == self.at:
                    self.name_end += step
            self.at += step
        while (
            self.name_end
            and self.name_start > self.start
            and self._begins_name(self.tokens[self.name_start - 1].word)
        ):
            self.name_start -= 1
        end = self.at
        while end > self.start and (
            self.tokens[end - 1].word.tags & t.PREPOSITION
            and not self.tokens[end - 1].word.tags & (t.NAME | _HEADS)
            or self.tokens[end - 1].word.text in _COMMAS
        ):
            end -= 1
        if end <= self.start:
            return None
        return Phrase(self.start, end, self.head, self.named, self.name_start, min(self.name_end, end))

    def _step(self) -> int:
        """How many tokens the phrase goes on, 0 where it ends."""
        word = self.tokens[self.at].word
        if word.kind == "sign":
            return self._sign(word)
        if word.kind == "number":
            if self.at > self.start and self.tokens[self.at - 1].end == self.tokens[self.at].start:
                return 1
            if self.tokens[self.at - 1].word.key == "ال" and self.at > self.start:
                return 1
            if self.head & t.MEDIA and self.at == self.start + 1:
                return 1  # القناة 13
            return 1 if self.at == self.start or self.last in ("", "organisation") and not self.closed else 0
        first = self.at == self.start
        if word.plain and not first:
            if self.last == "name" and self.tokens[self.at - 1].word.tags & t.NAME_PARTICLE:
                return 1
            return self._further(word)
        tags = word.tags
        if tags & t.CALLED and not first:
            self.last, self.named, self.closed = "role", False, True
            return 1 if self._name_goes_on() else 0
        if not first and self.last == "name" and self.tokens[self.at - 1].word.tags & t.NAME_PARTICLE:
            return 1
        if (
            word.key == "فان"
            and self.last == "name"
            and self.tokens[self.at - 1].word.tags & t.NAME
            and not self._ends_here()
        ):
            following = self.tokens[self.at + 1].word
            if not following.article and not following.tags & ~(t.NAME | t.SURE_NAME | t.SURNAME):
                return 2
        if tags & t.COMPLEMENTIZER or (tags & _NEVER and not tags & (t.NAME | _HEADS)):
            return 0
        issued = word.key.startswith(_ISSUED) and self.at <= self.start + 2
        if self.head & t.DOCUMENT and not first and issued:
            self._open("organisation")
            return 1
        if (
            word.verbal
            and not first
            and not self.closed
            and any(f.tense in "ms" and not f.prefix for f in word.forms)
        ):
            if (
                self.tokens[self.at - 1].word.tags & (t.ORGANISATION | t.GROUP | t.ROLE)
                and not self.tokens[self.at - 1].word.article
            ):
                return 1
        foreign = not self.closed and self.tokens[self.at - 1].word.tags & t.ORGANISATION  # شركة يوبكويتس
        foreign = foreign or self.last == "name" and word.key[0] == "ف" and not word.forms  # ماركو فينانزيو
        if (word.verbal or tags & t.VERB or not (first or foreign) and _looks_imperfect(word)) and not word.article:
            return 0
        if tags & (t.LISTENER | t.MANNER) and not first and not tags & _NAME_ONLY:
            return 0
        if tags & t.DEMONSTRATIVE:
            return 1 if first or not self.closed else 0
        if tags & t.ADJECTIVE and not first and self._adjective_here(word):
            return 1
        if (
            tags & t.TIME
            and self.head & t.QUANTIFIER
            and self.at == self.start + 1
            and word.stem.startswith("من")
        ):
            return 1  # عدد منهم
        if (
            not first
            and tags & (t.TIME | t.ATTRIBUTIVE | t.ADVERBIAL_PARTICIPLE)
            and not (tags & (t.NAME | _HEADS) and not self.closed)
        ):
            return 0
        if (
            word.key == "ال"
            and not first
            and self.at + 1 < self.end
            and self.tokens[self.at + 1].word.kind == "number"
        ):
            return 2
        if word.key == "باسم" and not self.head & (t.ROLE | t.UNNAMED | t.TITLE | t.NAME):
            return 0
        if word.key == "باسم":
            if (
                self.closed
                and not self.named
                and self.head & t.ROLE
                and self._name_goes_on()
                and self.start + 1 < self.at
            ):
                self.last, self.named = "name", True
                return 1
            self._open("role")
            return 1
        if tags & t.PREPOSITION and not tags & (_HEADS | t.NAME) and not word.article:
            if first or not self._preposition_inside(word):
                return 0
            self._open(self.last)
            return 1
        if (
            word.preposition == "ب"
            and not tags
            and self.last == "name"
            and not word.stem.endswith(("ة", "ات", "ين"))
            and ("ب" not in self.governed or self._ends_here())
        ):
            return self._after_closed(word, tags)
        if word.preposition and not first:
            if not self._attached_inside(word):
                return 0
            self._noun(word)
            return 1
        if len(word.key) == 1 and not first:
            return 0
        if word.conjunction and not first:
            if word.conjunction == "ف" and self.last == "name" and not tags & ~_NAME_ONLY and not word.forms:
                return 1  # فيراري
            if word.conjunction == "ف" or not self._joins(word):
                return 0
            if tags & t.NAME and self.named:
                return 1
            begun = self.last
            self._begin(word)
            self.last = self.last or begun
            return 1
        if first:
            self.head = tags
            self._begin(word)
            return 1
        return self._further(word)

    def _adjective_here(self, word: Word) -> bool:
        """Whether a word that is also an adverb of time belongs to the noun before it: مدير عام، الادعاء العام."""
        previous = self.tokens[self.at - 1].word
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        if following is not None and (following.tags & t.TIME or following.kind == "number"):
            return False
        if word.article or word.key.startswith("ال"):
            return previous.article and (not self.named or self.last != "name")
        return not self.closed and bool(previous.tags & (t.ROLE | t.UNNAMED))

    def _begins_name(self, word: Word) -> bool:
        """Whether a word that stood open to be a noun belongs to the name after it: جلوي بن محمد."""
        if word.tags & t.NAME_PARTICLE:
            return self.name_start - 1 > self.start
        particle = self.tokens[self.name_start].word.tags & t.NAME_PARTICLE and not word.article
        return (
            word.kind == "word"
            and not word.conjunction
            and bool(
                particle
                and not word.tags & ~(t.NAME | t.SURE_NAME | t.SURNAME)
                or word.tags & t.SURE_NAME
                and not word.tags & (t.PLACE | _HEADS | t.TITLE)
            )
        )

    def _open(self, last: str) -> None:
        self.closed = False
        self.last = last

    def _begin(self, word: Word) -> None:
        tags = word.tags
        if tags & (t.ROLE | t.TITLE | t.LISTENER):
            self.last = "role"
        elif tags & (t.ORGANISATION | t.MEDIA | t.DOCUMENT | t.UNNAMED | t.GROUP | t.QUANTIFIER):
            self.last = "organisation"
        elif tags & t.NAME and not tags & t.PLACE and not (word.article and self.at > self.start):
            self.last = "name"
            self.named = True
        elif (
            self.at == self.start
            and not tags
            and not word.article
            and not word.pronoun
            and word.kind == "word"
        ):
            self.last = "name"
        else:
            self.last = ""
        self.closed = self._is_definite(word) or bool(tags & t.GROUP and word.stem.endswith("ون"))

    def _is_definite(self, word: Word) -> bool:
        if word.tags & t.TITLE:
            return False
        return (
            bool(word.article or word.pronoun or word.tags & (t.PLACE | t.KNOWN_ORGANISATION))
            or self.last == "name"
        )

    def _noun(self, word: Word) -> None:
        if word.tags & t.ROLE:
            self.last = "role"
        elif word.tags & t.ORGANISATION:
            self.last = "organisation"
        self.closed = self._is_definite(word)

    def _further(self, word: Word) -> int:
        """A noun or adjective after the first word."""
        tags = word.tags
        previous = self.tokens[self.at - 1].word
        if previous.tags & t.NAME_PARTICLE and self.last == "name":
            return 1
        objects = (
            "NP" in self.governed and tags & t.VERBAL_NOUN and not tags & (t.ROLE | t.NAME | t.NATIONALITY)
        )
        if word.article:
            first = self.tokens[self.start].word
            common = (
                not first.tags or first.tags & t.NAME and not first.tags & t.SURE_NAME and not tags & t.NAME
            )
            if self.at == self.start + 1 and self.last == "name" and common and not first.article:
                # An unknown noun before a definite one is no name but a construct: معد الاستطلاع …
                self.last, self.named, self.name_start, self.name_end = "role", False, 0, 0
                self.closed = True
                return 1
            if self.named and self.last == "name":
                if word.forms and not tags & (t.NAME | t.ROLE):
                    return 0
                if self.at == self.start + 1 and previous.article:
                    self.last, self.named, self.name_start, self.name_end = "", False, 0, 0
                    return 1
                if (
                    tags & t.NATIONALITY
                    and self.at - self.name_start == 1
                    and self.start < self.name_start
                    and not previous.article
                ):
                    return 1
                if (
                    tags & (t.NATIONALITY | t.GROUP | t.ORGANISATION | t.VERBAL_NOUN | t.PLACE)
                    and not tags & t.SURNAME
                ):
                    return 0
                words = self.at - self.name_start
                if words in (1, 2) and tags & t.ROLE and self.start < self.name_start and self._ends_here():
                    return 1
                following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
                titled = following is not None and following.article and bool(following.tags & t.ROLE)
                if (
                    words >= 2
                    and (previous.article or titled)
                    and word.stem.endswith("ي")
                    and not tags
                    and (titled or self._ends_here())
                ):
                    return 1
                apposition = following is not None and following.article and not following.tags & t.NAME
                if tags & (t.ROLE | t.TITLE) and (not tags & t.SURE_NAME or apposition):
                    if tags & t.TITLE:
                        self._name_again()
                    self._open("role")
                    self.closed = True
                    return 1
                if self.tokens[self.name_start].word.key == "عبد":
                    words -= 1
                surname = words == 1 and self.head & t.ROLE and self.name_start > self.start and self._ends_here()
                if not (tags & t.NAME or surname) and (words > 1 or word.stem.endswith(("ة", "ات", "ين"))):
                    return 0
                return 1 if not previous.article or tags & t.NAME else 0
            if objects and self.closed:
                return 0
            if self.closed and previous.article and self.governed & _TAKES_OBJECTS and not _may_agree(word):
                return 0  # ووصفت وسائل الإعلام الإيرانية الخسائر بالكبيرة
            if (
                self.closed
                and previous.tags & (t.PLACE | t.KNOWN_ORGANISATION | t.OUTLET)
                and not previous.article
                and not _adjective(word)
                and not tags & (t.TITLE | t.ROLE)
            ):
                return 0
            if (
                previous.tags & t.TITLE
                and previous.article
                and self.at == self.start + 1
                and (tags & t.NAME or not tags and word.stem.endswith("ي"))
                and not tags & (t.NATIONALITY | t.ADJECTIVE | t.ROLE)
                and not self._name_after_comma()
            ):
                self.last, self.named, self.closed = "name", True, True
                return 1
            takes_people = self.governed & {"addressee", "object+ب", "NP"}
            if (
                self.governed & {"addressee", "object+ب"}
                and previous.article
                and word.stem.endswith("ين")
                and not tags & (t.NAME | t.NATIONALITY | t.ADJECTIVE)
            ):
                return 0
            if (
                takes_people
                and not self.closed
                and tags & t.GROUP
                and previous.key.endswith(("ية", "ي", "ة"))
                and not previous.tags & (t.ORGANISATION | t.ROLE)
            ):
                return 0
            agreeing = previous.article and (
                word.stem.endswith("ية")
                and not previous.tags & (t.ROLE | t.NAME | t.ORGANISATION | t.GROUP)
                or word.stem.endswith("ون")
                and previous.stem.endswith("ون")
            )
            if self.closed and tags & (t.ORGANISATION | t.GROUP | t.MEDIA) and takes_people and not agreeing:
                return 0
            if tags & t.ROLE:
                self.last = "role"
            if tags & t.TITLE:
                self._name_again()
            self.closed = True
            return 1
        if (
            previous.tags & t.TITLE
            and previous.article
            and not tags & (_HEADS | t.PLACE | t.TITLE)
            and not word.article
            and (not word.forms or tags & t.SURE_NAME)
        ):
            self.last, self.named, self.closed = "name", True, True
            return 1
        if not self.closed:
            if objects and (
                previous.tags & (t.UNNAMED | t.NATIONALITY)
                or not previous.tags & t.PREPOSITION
                and previous.key.endswith(("ي", "ية", "ون", "ين"))
            ):
                return 0
            if (
                tags & t.SURE_NAME
                and not tags & (t.PLACE | _HEADS)
                and previous.tags & t.RELATION
                and self.at == self.start + 1
            ):
                self.closed = True
                return 1
            owner = self.head & t.ROLE and previous.tags & t.ORGANISATION and self._name_goes_on()
            if owner and not previous.article and not tags & (t.PLACE | _HEADS) and not word.forms:
                self.closed = True  # رئيس نادي كاين جان فرنسوا فورتان
                return 1
            governed = (
                self.at > self.start + 2
                and previous.tags & t.ORGANISATION
                and self.tokens[self.at - 2].word.tags & t.PREPOSITION
            )
            if (
                tags & t.SURE_NAME
                and not tags & (t.PLACE | _HEADS)
                and not governed
                and not (self.head & (t.MEDIA | t.ORGANISATION) and not self.head & t.ROLE)
            ):
                self.last, self.named, self.closed = "name", True, True
                return 1
            self._noun(word)
            return 1
        return self._after_closed(word, tags)

    def _name_again(self) -> None:
        """A title after a role and a name: the name before belongs to the role (مدير مطار الملك خالد المهندس …)."""
        if self.head & t.ROLE and self.named and self.name_start > self.start + 1:
            self.named, self.name_start, self.name_end = False, 0, 0
            self.last = "role"

    def _after_closed(self, word: Word, tags: int) -> int:
        if (
            self.head & t.GROUP
            and (word.key.endswith(("ون", "ين")) or tags & (t.NATIONALITY | t.GROUP))
            and self.at == self.start + 1
        ):
            return 1
        if tags & t.TITLE:
            self._name_again()
            return 1
        if tags & t.OUTLET and self.head & t.MEDIA:
            return 1
        before = self.tokens[self.at - 1].word
        if self.head & t.MEDIA and before.tags & t.PLACE and not before.article and self.at == self.start + 2 and not tags:
            return 1  # صحيفة واشنطن بوست
        if word.key.endswith("ون") and before.stem.endswith("ون") and self.at <= self.start + 4:
            return 1  # مسؤولون أمنيون إيرانيون
        if (
            tags & t.ROLE
            and self.head & (t.GROUP | t.ORGANISATION | t.PLACE)
            and not self.head & t.ROLE
            and "addressee" in self.governed
        ):
            return 0
        if tags & t.ROLE and tags & t.NAME and self.last == "name" and self._name_goes_on():
            return 1
        if tags & t.ROLE and not (
            tags & t.NAME and self.head & t.ROLE and not self.named and self._name_goes_on()
        ):
            self._open("role")
            return 1
        after_role = (
            bool(self.head & t.ROLE) and not self.named and bool(tags & t.NAME) and self._name_goes_on()
        )
        if tags & t.REFLEXIVE:
            return 1
        if tags & t.SETTING and not tags & t.SURE_NAME:
            return 0
        if tags & t.NAME and tags & t.VERBAL_NOUN and self.last == "name" and self._role_follows():
            return 1
        if (
            tags & t.NAME
            and not tags & (t.PLACE | t.VERBAL_NOUN)
            or tags & t.SURE_NAME
            and self.named
            or after_role
        ):
            if (
                self.last == "organisation"
                and not self.named
                and not tags & t.SURE_NAME
                and not self.head & t.ROLE
            ):
                return 0
            self.last, self.named = "name", True
            return 1
        if tags & (
            t.PLACE | t.VERBAL_NOUN | _HEADS | t.NUMBER_WORD | t.MONTH | t.NATIONALITY | t.KNOWN_ORGANISATION
        ):
            return 0
        if word.key.endswith("ا") and len(word.key) > 4 and not self.named and self.last != "role":
            return 0
        if word.forms and not tags & t.SURE_NAME:
            return 0
        if self.last == "name" or (self.last == "role" and not self.named):
            self.unknown += 1
            words = self.at - self.name_start if self.name_end else 0
            if words >= _SHORT_NAME and word.key.endswith(("ة", "ات", "ين")):
                return 0  # السفيرة مها سليمان طه نسخة من أوراقها
            surname_first = (
                self.name_end and self.tokens[self.name_start].word.article and self.name_start == self.start
            )
            if (
                "NP" in self.governed
                and words == 1
                and self.name_start == self.start
                and self.at + 1 < self.end
            ):
                name, following = self.tokens[self.start].word, self.tokens[self.at + 1].word
                if following.article and (not name.tags or name.tags & t.SURNAME):
                    return 0
            if (
                surname_first
                or self.unknown > _MOST_UNKNOWN_NAME_WORDS
                or words > 1
                and not (self._ends_here() or self._role_follows())
                or word.pronoun
                or _looks_imperfect(word)
            ):
                return 0
            self.last, self.named = "name", True
            return 1
        return 0

    def _name_after_comma(self) -> bool:
        """المهندس المعماري، محمد علي: the word before the comma is no name."""
        if self.at + 2 >= self.end or self.tokens[self.at + 1].word.text not in _COMMAS:
            return False
        return bool(self.tokens[self.at + 2].word.tags & t.NAME)

    def _role_follows(self) -> bool:
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        return following is not None and bool(following.tags & t.ROLE) and not following.tags & t.SURE_NAME

    def _name_goes_on(self) -> bool:
        """Whether another word of a name follows: فيكتوريا نولاند after a role is a person, not a place."""
        if self.at + 1 >= self.end:
            return False
        word = self.tokens[self.at + 1].word
        return (
            bool(word.tags & t.NAME)
            or word.kind == "word"
            and not word.tags
            and not word.article
            and not word.forms
        )

    def _ends_here(self) -> bool:
        """Whether the phrase must end after the present word: the complementizer, a sign or a preposition follows."""
        if self.at + 1 >= self.end:
            return True
        word = self.tokens[self.at + 1].word
        if (
            "NP" in self.governed
            and word.tags & t.VERBAL_NOUN
            and not word.article
            and not word.tags & (t.NAME | _HEADS)
        ):
            return True
        return word.kind == "sign" or bool(
            word.tags & (t.COMPLEMENTIZER | t.PREPOSITION | t.TIME | t.LISTENER | t.SETTING)
        )

    def _joins(self, word: Word) -> bool:
        """Whether a noun with و goes on with the phrase: وزير الداخلية والدفاع، موسكو وواشنطن."""
        if word.verbal or word.preposition or word.tags & (t.TIME | t.ATTRIBUTIVE):
            return False
        if word.tags & t.VERBAL_NOUN and not word.article and self.head & t.ORGANISATION and not self.closed:
            return True
        if word.tags & (t.VERBAL_NOUN | t.PREPOSITION) and not word.article:
            return False
        if word.tags & (_HEADS | t.NAME | t.PLACE | t.NATIONALITY | t.KNOWN_ORGANISATION):
            return True
        return word.article or bool(word.pronoun)

    def _sign(self, word: Word) -> int:
        scene, at = self.scene, self.at
        if at in scene.closing:
            close = scene.closing[at]
            before = self.tokens[at - 1].word if at > self.start else word
            if self.last == "name" and self.named and at > self.start:
                return 0
            if (
                "addressee" in self.governed
                and at > self.start
                and not before.tags & (_HEADS | t.KNOWN_ORGANISATION)
            ):
                return 0
            if close - at <= _LONGEST_QUOTED_NAME and close < self.end:
                if at == self.start:
                    self.last = "name"
                self.closed = True
                return close + 1 - at
            return 0
        if (
            word.text == "."
            and at > self.start
            and self.tokens[at - 1].word.tags & t.TITLE
            and len(self.tokens[at - 1].word.key) == 1
        ):
            return 1
        if word.text in ("%", "٪") and at == self.start + 1:
            return 1
        if word.text == "(" and at > self.start:
            for close in range(at + 1, min(at + 9, self.end)):
                if self.tokens[close].word.text == ")":
                    return close + 1 - at
            return 0
        if word.text in _COMMAS and at > self.start and at + 1 < self.end:
            return 1 if self._apposition_follows(self.tokens[at + 1].word) else 0
        if (
            word.text in ("-", "–", "/", ".")
            and self.last == "name"
            and at + 1 < self.end
            and at > self.start
        ):
            glued = (
                self.tokens[at - 1].end == self.tokens[at].start
                and self.tokens[at + 1].start == self.tokens[at].end
            )
            return 1 if glued and self.tokens[at + 1].word.kind == "word" else 0
        return 0

    def _apposition_follows(self, word: Word) -> bool:
        """After a comma: a name after a role, a role after a name."""
        if word.conjunction or word.preposition or word.kind != "word":
            return False
        if self.named:
            if word.tags & t.ROLE or (
                word.article and word.stem.startswith("م") and word.nominal and not word.tags & t.TIME
            ):
                self._open("role")
                self.closed = False
                return True
            return False
        if (self.last == "role" or self.head & t.ROLE) and word.nominal and not word.article:
            following = self.tokens[self.at + 2].word if self.at + 2 < self.end else None
            if (
                word.tags & t.ROLE
                and following is not None
                and following.tags & t.NAME
                and not following.article
            ):
                self.last, self.named, self.closed = "name", True, True
                return True
            if word.tags & t.NAME or not word.tags and not word.key.endswith(("ة", "ا", "ين")):
                self.last, self.named, self.closed = "name", True, True
                return True
        if (self.last == "role" or self.head & t.ROLE) and word.tags & t.TITLE:
            return True
        if self.head & t.ROLE and word.tags & t.NATIONALITY and word.article and self.at + 2 < self.end:
            name = self.tokens[self.at + 2].word
            return bool(name.tags & t.NAME) or name.kind == "word" and not name.tags and not name.article
        return False

    def _preposition_inside(self, word: Word) -> bool:
        if self.at + 1 >= self.end:
            return False
        key, after = word.key, self.tokens[self.at + 1].word
        previous = self.tokens[self.at - 1].word
        if after.kind != "word" or after.tags & (t.COMPLEMENTIZER | t.DEMONSTRATIVE) or key in self.governed:
            return key in ("من", "في") and bool(previous.tags & t.QUANTIFIER) and after.kind == "word"
        if key == "في":
            if (
                self.last == "name"
                or after.tags & (t.TIME | t.MONTH | t.ADJECTIVE)
                or after.tags & t.SETTING
                and not after.article
            ):
                return False
            return self.last in ("role", "organisation") and bool(self.head & (_HEADS | t.LISTENER))
        if key == "من" and previous.text in ("%", "٪"):
            return True
        if key == "من":
            if f"addressee+{key}" in self.governed and not previous.tags & t.QUANTIFIER:
                return False
            if (
                previous.tags & (t.QUANTIFIER | t.UNNAMED)
                or self.head & t.QUANTIFIER
                and self.at - self.start <= 3
            ):
                return True
            if after.tags & t.GROUP and not self.closed and self.head & (t.ORGANISATION | t.GROUP):
                return True
            if previous.stem.startswith(("قريب", "مقرب")):
                return True
            return bool(previous.tags & t.GROUP) and self.at == self.start + 1
        if previous.stem.startswith("صادر"):
            return True
        if key in ("شمال", "جنوب", "شرق", "غرب"):
            return bool(previous.tags & t.ORGANISATION) and not self.closed
        if key in ("عن", "على", "الى", "الي", "لدى", "لدي", "بين", "حول"):
            return (
                (self.last == "role" or bool(self.head & t.ROLE))
                and not self.named
                and not after.tags & (t.SETTING | t.TIME | t.VERBAL_NOUN)
            )
        return False

    def _attached_inside(self, word: Word) -> bool:
        tags = word.tags
        after = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        owned = self.last == "role" and word.preposition == "ل" and after is not None
        owned = owned and bool(after.article or after.tags & (t.PLACE | t.NAME))
        if tags & (t.SETTING | t.MANNER | t.TIME) and not tags & t.ORGANISATION and not owned:
            return False
        if word.preposition == "ل":
            if word.pronoun and not tags & t.ROLE:
                return False
            following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
            if (
                tags & t.MEDIA
                and self.last != "organisation"
                and not (
                    self.tokens[self.at - 1].word.tags & t.ROLE and not self.tokens[self.at - 1].word.article
                )
                and not (following is not None and following.tags & t.SURE_NAME and self.closed)
            ):
                return False
            if (
                tags & (t.LISTENER | t.OUTLET)
                and not tags & t.MEDIA
                or tags & t.MEDIA
                and self.last == "name"
            ):
                if (
                    tags & (t.OUTLET | t.MEDIA)
                    and self.last == "role"
                    and not self.named
                    and self.at + 1 < self.end
                ):
                    following = self.tokens[self.at + 1].word
                    if following.key.isascii() or following.tags & t.OUTLET:
                        return False
                    return (
                        bool(following.tags & t.SURE_NAME)
                        or following.kind == "word"
                        and not (following.tags or following.article or following.forms)
                    )
                return False
            if "ل" in self.governed and tags & t.VERBAL_NOUN:
                return False
            if (
                "addressee+ل" in self.governed
                and self.closed
                and word.article
                and tags & (t.ROLE | t.TITLE | t.GROUP)
            ):
                return False
            if not self.last and tags & (t.ORGANISATION | t.KNOWN_ORGANISATION):
                return True
            return self.last in ("role", "organisation") and not (self.named and self.last == "name")
        if word.preposition == "ب":
            if "ب" in self.governed and not tags & (t.ORGANISATION | t.PLACE):
                return False
            return bool(tags & (t.ORGANISATION | t.PLACE | t.KNOWN_ORGANISATION)) and self.last in (
                "role",
                "organisation",
            )
        return False
