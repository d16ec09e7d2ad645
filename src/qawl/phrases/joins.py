"""What goes on with a noun phrase beside nouns: signs, appositions, prepositions, و."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS as _HEADS
from qawl.lexicon.word import Word
from qawl.phrases.ahead import Ahead
from qawl.phrases.phrase import LONGEST_QUOTED_NAME
from qawl.phrases.state import takes_noun
from qawl.scene import COMMAS

_FARTHEST_NAME = 6
"""Tokens between إلى and the name behind the place."""

_LONGEST_OBJECT = 16

_LONGEST_KIND = 6
"""Words of an organisation's name before that of who speaks for it."""


class Joins(Ahead):
    """Whether a phrase goes on over what is no noun."""

    def _joins(self, word: Word) -> bool:
        """Whether a noun with و goes on with the phrase: وزير الداخلية والدفاع، موسكو وواشنطن."""
        if word.verbal or word.preposition or word.tags & (t.TIME | t.ATTRIBUTIVE):
            return False
        if word.tags & t.VERBAL_NOUN and not word.article and self.head & t.ORGANISATION and not self.closed:
            return True
        if (
            word.tags & t.VERBAL_NOUN
            and self.tokens[self.at - 1].word.tags & t.VERBAL_NOUN
            and not self.closed
        ):
            return True  # لجنة إنقاذ وتأهيل المدينة
        if word.tags & t.DOCUMENT and self.head & t.DOCUMENT and not word.article:
            return True  # بيانات وتصريحات
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else word
        second = self.head & t.ROLE and not self.named and self.start + 1 < self.at
        if second and following.article and word.tags & (t.VERBAL_NOUN | t.PLAIN) and not word.article:
            return self.tokens[self.at - 1].word.article  # وزير الزراعة واستصلاح الأراضي
        if self.last == "organisation" and following.article and word.stem.endswith("ة"):
            return True  # هيئة الاتصالات وتقنية المعلومات
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
            if close - at <= LONGEST_QUOTED_NAME and close < self.end:
                if at == self.start:
                    self.last = "name"
                self.closed = True
                return close + 1 - at
            return 0
        if at > self.start and scene.after_short_title(at):
            return 1
        if word.text == "(" and at > self.start and not self._age():
            inside = self.tokens[at + 1].word if at + 1 < self.end else word
            if inside.verb is not None and not inside.tags:
                return 0  # سائق (رفض الكشف عن اسمه)
            for close in range(at + 1, min(at + 9, self.end)):
                if self.tokens[close].word.text == ")":
                    return close + 1 - at
            return 0
        if word.text in COMMAS and at > self.start and at + 1 < self.end:
            return 1 if self._apposition_follows(self.tokens[at + 1].word) else 0
        compound = word.text in ("-", "–") and self._compound_follows()
        if compound or word.text in ("-", "–", "/", ".") and self.last == "name":
            return 1 if self._glued() else 0
        return 0

    def _compound_follows(self) -> bool:
        """Whether the word after a dash may be the second part of a place's name: ولاية بادن-فورتمبرغ."""
        if self.at + 1 >= self.end:
            return False
        word, before = self.tokens[self.at + 1].word, self.tokens[self.at - 1].word
        return not (word.tags & ~t.NAMES or word.forms or before.tags & ~(t.NAMES | t.PLACE))

    def _glued(self) -> bool:
        """Whether the sign stands between two words with no space: غوميز-سانشيز."""
        at = self.at
        if at + 1 >= self.end or at <= self.start or self.tokens[at + 1].word.kind != "word":
            return False
        return (
            self.tokens[at - 1].end == self.tokens[at].start
            and self.tokens[at + 1].start == self.tokens[at].end
        )

    def _name_between_commas(self, word: Word) -> bool:
        """Whether two words with ال between commas are a name: النائب عن الجبهة، الجيلاني الهمامي، …"""
        if self.at + 3 >= self.end or word.tags & ~t.NAMES:
            return False
        surname, after = self.tokens[self.at + 2].word, self.tokens[self.at + 3].word
        known = word.tags | surname.tags & (t.NAME | t.SURNAME)
        return (
            bool(known)
            and not surname.tags & ~t.NAMES
            and (after.text in COMMAS or bool(after.tags & t.COMPLEMENTIZER))
        )

    def _name_ahead(self) -> bool:
        """Whether a personal name follows an organisation: لبرنامج الأغذية العالمي فلانة."""
        for token in self.tokens[self.at + 2 : min(self.at + _LONGEST_KIND, self.end)]:
            word = token.word
            if word.kind != "word" or word.preposition or word.tags & (t.FUNCTION | t.TIME):
                return False
            if word.tags & t.SURE_NAME and not (word.article or word.tags & (t.PLACE | _HEADS)):
                return True
        return False

    def _own_name_follows(self, word: Word) -> bool:
        """Whether a second name after a comma is the speaker's: محامي الرئيس السابق فلان، فلان، …"""
        head = self.tokens[self.start].word
        if not (head.tags & t.RELATION or head.rules & t.SPOKESMAN) or self.last != "name":
            return False
        return self.name_start > self.start + 1 and bool(word.tags & t.NAME) and not word.tags & ~t.NAMES

    def _age(self) -> bool:
        """Whether a parenthesis after a name begins with a number: فلان (44 عاما)."""
        return self.at + 1 < self.end and self.tokens[self.at + 1].word.kind == "number"

    def _apposition_follows(self, word: Word) -> bool:
        """After a comma: a name after a role, a role after a name."""
        if word.conjunction == "و" and word.tags & t.ROLE and self.head & t.ROLE and not self.named:
            self._open("role")
            return True  # أستاذ الآثار، ورئيس المختبر، فلان
        if word.tags & t.CALLED and not self.named and self.at + 2 < self.end:
            return True  # أحد المحتجين، ويدعى كريم، …
        if word.conjunction or word.preposition or word.kind != "word":
            return False
        if self.named:
            if self._own_name_follows(word):
                self.name_start, self.name_end = 0, 0
                return True
            if word.tags & (t.ROLE | t.RELATION) or (
                word.article and word.stem.startswith("م") and word.nominal and not word.tags & t.TIME
            ):
                self._open("role")
                self.closed = False
                return True
            return False
        if self.head & t.ROLE and word.article and self._name_between_commas(word):
            self.last, self.named, self.closed = "name", True, True
            return True
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
        if previous.rules & t.COMPLEMENTED and after.kind == "word":
            event = after.article and not after.tags & t.TIME
            return key != "في" or event or not after.tags & (t.SETTING | t.TIME)
        if previous.kind == "number" and takes_noun(self.tokens, self.at - 1):
            return True
        if key == "على" and after.rules & t.ACQUAINTANCE and not self.named:
            said = (token.word.tags for token in self.tokens[self.start : self.at])
            return not any(tags & t.PREPOSITION for tags in said)  # مصدر على دراية بالملف
        if key == "الى" and self._posted():
            return True
        if key == "من" and previous.tags & t.QUANTIFIER and after.kind == "number":
            return True  # أكثر من 87 بالمئة
        if after.kind != "word" or after.tags & (t.COMPLEMENTIZER | t.DEMONSTRATIVE) or key in self.governed:
            return key in ("من", "في") and bool(previous.tags & t.QUANTIFIER) and after.kind == "word"
        if key == "في":
            if (
                self.last == "name"
                or after.tags & (t.TIME | t.MONTH | t.ADJECTIVE)
                or after.tags & (t.SETTING | t.DOCUMENT)
                and not after.tags & t.ORGANISATION
                and not self._name_after_next()
                or after.tags & t.VERBAL_NOUN
                and not after.article
                and not after.tags & t.ORGANISATION
            ):
                return False
            return self.last in ("role", "organisation") and (
                self.named or bool(self.head & (_HEADS | t.LISTENER | t.NATIONALITY))
            )
        if key == "من" and previous.rules & t.PERCENT:
            return True
        if key == "من":
            return self._from_inside(after, previous)
        if word.rules & t.DIRECTION and word.conjunction:
            return self.head & t.ROLE > 0 and after.tags & t.PLACE > 0  # في الشرق الأوسط وشمال أفريقيا
        task = self.head & t.ORGANISATION and previous.article and previous.tags & t.VERBAL_NOUN
        if task and self.at > self.start + 1 and key in ("على", "عن") and self.governed and not self.named:
            return True  # هيئة الرقابة على الأدوية
        if key == "وسط" and previous.rules & t.PLAYER:
            return True  # لاعب وسط الفريق
        if word.rules & t.DIRECTION:
            return bool(previous.tags & t.ORGANISATION) and not self.closed
        if word.rules & t.ROLE_PREPOSITION:
            return (
                (self.last == "role" or bool(self.head & t.ROLE))
                and not self.named
                and not after.tags & (t.SETTING | t.TIME | t.VERBAL_NOUN | t.OUTLET)
                and not (key == "عن" and after.tags & t.NAME and not after.tags & t.PLACE)
            )
        return False

    def _kind_of_institution(self, before: Word) -> bool:
        """Whether an adjective stands between an institution and those it is for: المفوضية العليا للاجئين."""
        adjective = self.at > self.start + 1 and before.article and not before.tags & t.NATIONALITY
        return bool(self.head & t.ORGANISATION) and adjective

    def _posted(self) -> bool:
        """Whether إلى tells where an envoy was sent, though the verb takes it too: دعا المبعوث الأميركي إلى
        سوريا فلان إلى التهدئة. A name follows the place, or إلى again.
        """
        place = self.tokens[self.at + 1].word
        if not self.tokens[self.start].word.rules & t.ENVOY or self.named:
            return False
        said = (token.word for token in self.tokens[self.at + 2 : min(self.at + _LONGEST_OBJECT, self.end)])
        told = any(word.key == "الى" or word.tags & t.COMPLEMENTIZER for word in said)
        if not told or not place.tags & (t.PLACE | t.ORGANISATION | t.KNOWN_ORGANISATION):
            return False
        for token in self.tokens[self.at + 2 : min(self.at + _FARTHEST_NAME, self.end)]:
            word = token.word
            if word.key == "الى":
                return True
            if not word.article and not word.tags & t.NATIONALITY:
                return (
                    word.kind == "word" and not word.tags & ~t.NAMES and not (word.forms or word.preposition)
                )
        return False

    def _from_inside(self, after: Word, previous: Word) -> bool:
        """Whether من goes on with the phrase: عدد من السكان، بيان من المدير."""
        if "addressee+من" in self.governed and not previous.tags & t.QUANTIFIER:
            return False
        if (
            previous.tags & (t.QUANTIFIER | t.UNNAMED)
            or self.head & t.QUANTIFIER
            and self.at - self.start <= 3
        ):
            return True
        if after.tags & t.GROUP and not self.closed and self.head & (t.ORGANISATION | t.GROUP):
            return True
        if (
            self.head & (t.DOCUMENT | t.ORGANISATION)
            and self.at == self.start + 1
            and not previous.article
            and after.tags & (t.ROLE | t.ORGANISATION)
        ):
            return True  # بيان من المدير، وفد من الحكومة
        if (after.tags & t.PLACE or after.rules & t.LOCALITY) and not self.closed and not self.named:
            return bool(self.head & (t.ROLE | t.GROUP))  # سائق أجرة من مدينة كذا
        if previous.tags & t.ROLE and (previous.article or after.tags & t.ADJECTIVE):
            return False  # وأعلنت الوزيرة من جديد أن
        joined = previous.conjunction == "و" and not previous.article
        return bool(previous.tags & (t.GROUP | t.ROLE)) and (self.at == self.start + 1 or joined)

    def _attached_inside(self, word: Word) -> bool:
        tags = word.tags
        after = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        outlet = word.preposition == "ل" and tags & (t.MEDIA | t.OUTLET)
        if self.tokens[self.at - 1].word.rules & (t.COMPLEMENTED | t.ACQUAINTANCE) and not outlet:
            return True
        owned = False
        if self.last == "role" and word.preposition == "ل" and after is not None:
            owned = bool(after.article or after.tags & (t.PLACE | t.NAME))
        if tags & (t.SETTING | t.MANNER | t.TIME) and not tags & t.ORGANISATION and not owned:
            return False
        if word.preposition == "ل":
            return self._owner_inside(word, after)
        if word.preposition == "ب":
            region = word.rules & t.LOCALITY and after is not None and after.tags & t.PLACE  # بمنطقة جازان
            if "ب" in self.governed and not (tags & (t.ORGANISATION | t.PLACE) or region):
                return False
            body = bool(region) or bool(tags & (t.ORGANISATION | t.PLACE | t.KNOWN_ORGANISATION))
            return body and self.last in ("role", "organisation")
        return False

    def _owner_inside(self, word: Word, after: Word | None) -> bool:
        """Whether a word with ل goes on with the phrase: المتحدث باسم الجمعية الوطنية للصيادين."""
        tags = word.tags
        if word.pronoun and not tags & t.ROLE:
            return False
        governs = "ل" in self.governed and after is not None and after.key in self.governed
        if governs and not tags & (t.LISTENER | t.OUTLET | t.MEDIA):
            return True  # يشير مدير معرض الدوحة للكتاب إلى أن
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        if following is not None and following.tags & t.KNOWN_ORGANISATION:
            tags &= ~(t.OUTLET if following.tags & t.OUTLET else t.MEDIA)  # المفوض العام لوكالة الأونروا
        if tags & t.ORGANISATION and self.head & t.ROLE and not self.named and self._name_ahead():
            tags &= ~t.MEDIA  # المديرة التنفيذية لبرنامج الأغذية العالمي فلانة
        if tags & (t.MEDIA | t.OUTLET) and self.head & t.UNNAMED:
            return False
        before = self.tokens[self.at - 1].word
        if tags & t.MEDIA and before.tags & t.LISTENER and not before.article:
            return True  # مراسلون لوكالة كذا
        if (
            tags & t.MEDIA
            and (
                self.last != "organisation"
                or self.closed
                and not (word.article and self.head & t.ORGANISATION)
            )
            and not (
                self.tokens[self.at - 1].word.tags & t.ROLE and not self.tokens[self.at - 1].word.article
            )
            and not (following is not None and following.tags & t.SURE_NAME and self.closed)
        ):
            return False
        if tags & (t.LISTENER | t.OUTLET) and not tags & t.MEDIA or tags & t.MEDIA and self.last == "name":
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
            and not self._kind_of_institution(before)
            and (
                tags & (t.ROLE | t.TITLE | t.GROUP)
                and not tags & t.ORGANISATION
                or word.rules & t.COURT
                and self.head & t.GROUP
            )
        ):
            return False
        if not self.last and tags & (t.ORGANISATION | t.KNOWN_ORGANISATION):
            return True
        return self.last in ("role", "organisation") and not (self.named and self.last == "name")
