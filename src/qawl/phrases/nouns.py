"""The nouns, adjectives and names after the first word of a noun phrase."""

from __future__ import annotations

import re

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS as _HEADS
from qawl.lexicon.shape import imperfect as _looks_imperfect
from qawl.lexicon.word import Word
from qawl.phrases.definite import Definite
from qawl.phrases.state import TAKES_OBJECTS, TAKES_PEOPLE

_OWNED = ("ته", "تها", "تهم")
"""Endings of a noun in ة with a pronoun."""
_MOST_UNKNOWN_NAME_WORDS = 4
_NOMINATIVE = re.compile("ؤ(?:ه|ها|هم|هن)$")
"""On the waw a hamza shows the nominative: آراؤهم."""
_SHORT_NAME = 2
"""Words after which a name needs no other, so that an unknown one is doubted."""


class Nouns(Definite):
    """Whether a phrase goes on with a noun, an adjective or a name."""

    def _further(self, word: Word) -> int:
        """A noun or adjective after the first word."""
        tags = word.tags
        previous = self.tokens[self.at - 1].word
        if previous.tags & t.NAME_PARTICLE and self.last == "name":
            return 1
        objects = (
            ("NP" in self.governed or "claim" in self.governed and tags & t.CLAIM_NOUN)
            and tags & t.VERBAL_NOUN
            and not tags & (t.ROLE | t.NATIONALITY)
            and not (tags & t.NAME and not (word.article and (previous.article or self._name_words() > 1)))
            and not word.rules & t.COMPLEMENTED
        )
        if objects and self.closed and word.article and tags & t.NAME:
            return 0  # تمنى نواف سلام الشفاء للجرحى
        if self._person_object(word) or self._after_indefinite(word, previous):
            return 0
        if word.article:
            return self._definite(word, previous, bool(objects))
        if (
            previous.tags & t.TITLE
            and previous.article
            and not self.tokens[self.at - 2].word.tags & t.NAME_PARTICLE
            and not tags & (_HEADS | t.PLACE | t.TITLE)
            and not word.article
            and (not word.forms or tags & t.SURE_NAME)
        ):
            self.last, self.named, self.closed = "name", True, True
            return 1
        if not self.closed:
            if tags & t.OUTLET and self.governed & TAKES_PEOPLE and not previous.tags & _HEADS:
                return 0  # أبلغ مسؤول رفيع رويترز
            if previous.article and tags & t.DOCUMENT and not tags & t.NAME:
                return 0  # بعث الملك برقية
            if (
                previous.stem.endswith("ون")
                and previous.tags
                and not previous.article
                and tags & t.VERBAL_NOUN
            ):
                return 0  # a plural with its ن owns nothing: وجه ممثلون اتحاديون اتهامات
            if (
                self.governed & TAKES_OBJECTS
                and tags & (t.ORGANISATION | t.GROUP | t.MEDIA)
                and not tags & t.ROLE
                and previous.tags & t.NATIONALITY
                and not previous.article
                and self.at > self.start + 1
            ):
                return 0  # اتهمت دول غربية حكومة …
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
            owner = owner and not (self.at + 2 < self.end and self.tokens[self.at + 2].word.article)
            if (
                owner
                and not word.rules & t.LOCALITY
                and not previous.article
                and not tags & (t.PLACE | _HEADS)
                and not word.forms
            ):
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

    def _after_closed(self, word: Word, tags: int) -> int:
        if word.pronoun and self.tokens[self.at - 1].word.article and _NOMINATIVE.search(word.text):
            return 1  # المستطلعة آراؤهم
        if word.key.endswith(_OWNED) and not (
            tags & (t.NAMES | _HEADS | t.REFLEXIVE) or self._adjective_before()
        ):
            return 0  # ختم الراعي عظته قائلا; but المنتهية ولايته
        if word.pronoun and self.governed & TAKES_OBJECTS and not tags & t.REFLEXIVE:
            return 0  # اتهمت الطالبة معلمها
        if word.key.isascii() and self.last == "organisation" and not tags & t.OUTLET:
            return 1
        if self._complement_here(word, tags):
            self._open(self.last)
            return 1
        if (
            self.head & t.GROUP
            and (word.key.endswith(("ون", "ين")) or tags & (t.NATIONALITY | t.GROUP))
            and self.at == self.start + 1
        ):
            return 1
        if tags & t.TITLE and tags & t.NAME and self._name_words() == 1 and self._ends_here():
            return 1  # الوزير السابق غازي السلطان
        if tags & t.TITLE and not (tags & t.ROLE and self.last == "name"):
            if self.governed & TAKES_PEOPLE and self._name_words() > 1 and not self._name_of_institution():
                return 0  # شكر المدير فلان الفلاني معالي الوزير
            self._name_again()
            return 1
        if tags & t.OUTLET and self.head & t.MEDIA:
            return 1
        before = self.tokens[self.at - 1].word
        if (
            self.head & t.MEDIA
            and before.tags & t.PLACE
            and not before.article
            and self.at == self.start + 2
            and not tags
        ):
            return 1  # صحيفة واشنطن بوست
        if word.key.endswith("ون") and before.stem.endswith("ون") and self.at <= self.start + 4:
            return 1  # مسؤولون أمنيون إيرانيون
        if (
            tags & t.ROLE
            and self.head & (t.GROUP | t.ORGANISATION | t.PLACE)
            and not self.head & t.ROLE
            and self.governed & {"addressee", "NP"}
        ):
            return 0
        if (
            tags & t.ROLE
            and tags & t.NAME
            and self.last == "name"
            and (
                self._name_goes_on()
                or self._pause_follows()
                or self._complementizer_follows()
                or self._name_words() == 1
                and self._role_follows()
            )
            and not self.tokens[min(self.at + 1, self.end - 1)].word.rules & t.LOCALITY
        ):
            return 1  # عباس أمين صاحب مكتب, but فلان أمير منطقة عسير
        if tags & t.GROUP and self.last == "name" and self._name_words() >= _SHORT_NAME and self._owns():
            return 0  # التقى النقيب خالد البلشي أسر المعتقلين
        if tags & t.ROLE and not (
            tags & t.NAME and self.head & t.ROLE and not self.named and self._name_goes_on()
        ):
            self._open("role")
            return 1
        after_role = (
            (bool(self.head & t.ROLE) or self._of_two())
            and not self.named
            and bool(tags & t.NAME)
            and self._name_goes_on()
        )
        if tags & t.REFLEXIVE:
            return 1
        if tags & t.SETTING and not tags & t.SURE_NAME:
            return 0
        god = self.at + 1 < self.end and self.tokens[self.at + 1].word.key == "الله"
        if tags & t.NAME and self.last == "name" and god:
            return 1  # حسن فضل الله
        if tags & t.VERBAL_NOUN and self.last == "name":
            if tags & t.NAME and self._role_follows():
                return 1
            if self._name_words() == 1 and self._surname_though_noun(word):
                return 1  # طه عودة أوغلو، رياض سلامة
        if (
            tags & t.NAME
            and not tags & (t.PLACE | t.VERBAL_NOUN)
            or tags & t.SURE_NAME
            and self.named
            or after_role
        ):
            return self._known_name(tags)
        if tags & t.PLACE and (self._surname_here(word) or self._capital_before()):
            return 1
        if tags & t.PLACE and tags & t.SURNAME and self._surname_of_role():
            self.last, self.named = "name", True
            return 1
        if (self.last == "organisation" or self.head & t.MEDIA) and self._belongs_to_its_name(word):
            return 1
        if (
            self.last == "name"
            and self.named
            and (tags & t.NATIONALITY and word.stem.endswith("ي") or self._nothing_else_fits())
        ):
            return 1  # ماركو روسي: no indefinite adjective follows a name
        if tags & (
            t.PLACE | t.VERBAL_NOUN | _HEADS | t.NUMBER_WORD | t.MONTH | t.NATIONALITY | t.KNOWN_ORGANISATION
        ):
            return 0
        unnamed = not self.named and self.last != "role" and not self._nothing_else_fits()
        if word.key.endswith("ا") and len(word.key) > 4 and unnamed:
            return 0
        if word.forms and not tags & t.SURE_NAME:
            return 0
        if self.last == "name" or (self.last == "role" and not self.named):
            return self._unknown_name(word)
        return 0

    def _known_name(self, tags: int) -> int:
        """A name of the tables behind a complete role or another name."""
        first = self.tokens[self.start].word
        if (
            self.governed & TAKES_PEOPLE
            and first.article
            and self.at == self.start + 1
            and not self._of_two()
            and not first.tags & (t.ROLE | t.TITLE | t.RELATION | t.NATIONALITY)
            and (not first.tags & t.SURE_NAME or first.tags & t.SURNAME)
        ):
            return 0  # يتهم اليمين فلانا
        if (
            self.last == "organisation"
            and not self.named
            and not tags & t.SURE_NAME
            and not self.head & t.ROLE
        ):
            return 0
        self.last, self.named = "name", True
        return 1

    def _unknown_name(self, word: Word) -> int:
        """An unknown word behind a name or a complete role."""
        if self.at + 1 < self.end and self.tokens[self.at + 1].word.tags & t.DEMONSTRATIVE:
            return 0  # وصف المسؤول طبيعة تلك الحوادث
        self.unknown += 1
        words = self._name_words()
        whole = self.at - self.name_start if self.name_end else 0
        if (words >= _SHORT_NAME or whole > _SHORT_NAME) and word.key.endswith(("ة", "ات", "ين")):
            return 0  # السفيرة مها سليمان طه نسخة من أوراقها
        if (
            "NP" in self.governed
            and words >= _SHORT_NAME
            and word.key.endswith("ا")
            and not self._ends_here()
        ):
            return 0  # وقع الرئيس دونالد ترامب أمرا تنفيذيا
        surname_first = (
            self.name_end and self.tokens[self.name_start].word.article and self.name_start == self.start
        )
        if "NP" in self.governed and words == 1 and self.name_start == self.start and self.at + 1 < self.end:
            name, following = self.tokens[self.start].word, self.tokens[self.at + 1].word
            if following.article and (not name.tags or name.tags & t.SURNAME):
                return 0
        if (
            surname_first
            or self.unknown > _MOST_UNKNOWN_NAME_WORDS
            or words > 1
            and not (self._ends_here() or self._role_follows() or self._name_ends_soon())
            or word.pronoun
            and not (word.pronoun == "ه" and words == 1 and not self.governed & TAKES_OBJECTS)
            or _looks_imperfect(word)
        ):
            return 0
        self.last, self.named = "name", True
        return 1

    def _owns(self) -> bool:
        """Whether a definite noun follows, to which the word may belong."""
        return self.at + 1 < self.end and self.tokens[self.at + 1].word.article

    def _complement_here(self, word: Word, tags: int) -> bool:
        """Whether an unknown word with ل belongs to an organisation: الجمعية البريطانية لعلوم الأرض."""
        if tags or word.key[0] != "ل" or self.last == "name":
            return False
        kinds = self.head & (t.ROLE | t.UNNAMED) or self.named
        ends = (
            word.key.endswith(("ة", "ات")) or self.last == "organisation"
        )  # المفوض السامي للأمم المتحدة لحقوق
        if not (self.head & t.ORGANISATION or kinds and ends):
            return False
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        return self.tokens[self.at - 1].word.article and following is not None and following.article
