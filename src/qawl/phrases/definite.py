"""A definite noun or adjective in a noun phrase."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS as _HEADS
from qawl.lexicon.shape import feminine, prepositional, relational, relational_plural, the_saying
from qawl.lexicon.word import Word
from qawl.phrases.aftername import AfterName
from qawl.phrases.state import TAKES_OBJECTS, TAKES_PEOPLE

_MEN = 5
"""Letters of a plural in ون or ين."""
_SHORT_ADJECTIVE = 5
"""Letters of an adjective such as أوسط, أعلى, مشترك."""
_NO_ADJECTIVE = t.ORGANISATION | t.ROLE | t.GROUP | t.QUANTIFIER
"""What ends like an adjective and is a noun: المعارضة، غالبية."""


def _adjective(word: Word) -> bool:
    """Whether a word with ال may be an adjective beside a name: الاتحادية، الشمالي."""
    if word.tags & t.ADJECTIVE:
        return True
    return word.stem.endswith(("ي", "ية", "ى")) and not word.tags & (t.VERBAL_NOUN | t.GROUP)


def _may_agree(word: Word) -> bool:
    """Whether a definite word after a definite noun may be its adjective: by its ending, its class, or the
    shape of أفعل.
    """
    if word.tags & (t.ADJECTIVE | t.NATIONALITY | t.ROLE | t.TITLE | t.NAME):
        return True
    if word.tags & t.PLACE and not word.stem.endswith(("ي", "ية")):
        return False  # الصين، الأردن
    return (
        bool(word.rules & t.DESCRIBING)
        or word.stem.endswith(("ي", "ة", "ون", "ين", "ات"))
        or word.stem[0] == "ا"
        and len(word.stem) < _SHORT_ADJECTIVE
        or word.stem[0] == "م"
        and len(word.stem) <= _SHORT_ADJECTIVE
    )


class Definite(AfterName):
    """Whether a phrase goes on with a word that bears ال."""

    def _definite(self, word: Word, previous: Word, taken: bool) -> int:
        """`taken` says whether the verb takes such a noun as its object. The first answer decides."""
        if previous.rules & t.LOCALITY and not (self.closed or previous.article):
            self.closed = True
            return 1  # سكان حي الزيتون
        if word.tags & t.PLACE and self.closed and self._capital_before():
            return 1  # العاصمة السودانية الخرطوم
        if previous.rules & t.EVERYONE and previous.article:
            return 0  # تبادل الجميع | التهنئة
        if self.closed and the_saying(word):
            return 0  # تابع الوزير | القول: «…»
        owed = f"object+{word.stem}" in self.governed  # حملت النقابة المسؤولية للوزارة
        if owed or self._people_as_object(word) or self._object_behind_marks(word):
            return 0
        if self.last == "name" and (step := self._definite_behind_name(word, previous)) is not None:
            return step
        if taken and self.closed and not self._complementizer_follows():
            return 0
        if self.closed and self.head & (t.ROLE | t.TITLE) and self._given_with_article(word):
            self.last, self.named = "name", True
            return 1  # الوزير الأسبق البشير العكرمي
        titled = self._behind_bare_title(word, previous)
        if (self.closed or titled) and self._behind_definite(word, previous):
            return 0
        proper = previous.rules & t.LIKE_NAME or previous.text == ")"
        if proper and not self.named and self._behind_unknown_name(word):
            return 0
        if word.tags & t.PLACE and self._country_as_object(word, previous):
            return 0
        if self.closed and self._behind_proper(word, previous):
            return 0
        if self._surname_behind_title(word, previous):
            self.last, self.named, self.closed = "name", True, True
            return 1
        if self._surname_behind_role(word, previous):
            self.last, self.named, self.closed = "name", True, True
            return 1
        if self._taken_by_class(word, previous) or self._second_body(word, previous):
            return 0
        if self._person_behind_body(word, previous) or self._titled_behind_body(word):
            return 0
        if word.tags & t.ROLE:
            if self._told_behind(word):
                self.object = self.object or self.at
            self.last = "role"
        elif word.tags & t.ORGANISATION and not self.last:
            self.last = "organisation"  # أحدث إحصاءات الجهاز المركزي للتعبئة
        if word.tags & t.TITLE and not self._rank_alone(previous):
            self._name_again()
        self.closed = True
        return 1

    def _people_as_object(self, word: Word) -> bool:
        """Whether a plural in ين is the object: طالبت الحركة الفلسطينيين، حث راسموسين الأمريكيين."""
        if not word.stem.endswith("ين") or word.tags & t.NAME:
            return False
        if self.last == "name" and self.governed & TAKES_PEOPLE:
            return True  # حث راسموسين الأمريكيين
        previous = self.tokens[self.at - 1].word
        known = self.head & (t.PLACE | t.KNOWN_ORGANISATION | t.ORGANISATION) and not self.head & t.ROLE
        whole = previous.rules & t.BOUND or previous.tags & t.KNOWN_ORGANISATION or self.at == self.start + 1
        if known and whole and self.governed & TAKES_OBJECTS and not self.head & t.GROUP:
            return self.closed  # انتقد الكرملين المواطنين، انتقد السودان الطرفين
        adjective = previous.tags & t.ADJECTIVE and self.head & t.ORGANISATION  # الادعاء العام
        body = adjective or previous.stem.endswith(("ة", "ي")) or previous.tags & t.ORGANISATION
        body = body and not self.head & (t.GROUP | t.QUANTIFIER)
        same = previous.stem.endswith("ين") and relational_plural(word)  # كبير المستشارين الطبيين
        dual = previous.article and not (word.tags or same) and (body or self.last == "name")
        if dual and self.closed and self.governed & TAKES_OBJECTS:
            return True  # حملت الحركة المنخرطين في كذا المسؤولية، أدانت الأمم المتحدة التفجيرين
        if self.at != self.start + 1 or not word.tags & (t.NATIONALITY | t.GROUP):
            return False
        return self._subject() and not self.tokens[self.start].word.tags & t.VERBAL_NOUN

    def _definite_behind_name(self, word: Word, previous: Word) -> int | None:
        """A word with ال behind a name or what was taken for one: معد الاستطلاع، فلان العامل في كذا."""
        if self.at == self.start + 1 and self._construct(word):
            self.last, self.named, self.name_start, self.name_end = "role", False, 0, 0
            self.closed = True
            return 1
        if not self.named:
            return None
        if previous.rules & t.LAST_NAME and not word.tags & (t.NAMES | t.ROLE | t.TITLE):
            return 0  # نبيه بري، … ووصف بري الاجتماع
        if word.rules & t.COMPLEMENTED and not word.tags & t.NAME:
            self._open("role")
            self.closed = True
            return 1  # فلان العامل في كذا
        return self._definite_after_name(word, previous)

    def _construct(self, word: Word) -> bool:
        """Whether an unknown noun before a definite one is no name but a construct: معد الاستطلاع."""
        first = self.tokens[self.start].word
        named = self._role_follows() and not self.tokens[self.at + 1].word.tags & t.TITLE
        if first.article or named:
            return False  # أوضح نوفال الولرز وزير النقل; not قارىء القرآن الشيخ فلان
        if not first.tags:
            body = word.tags & (t.PLACE | t.ORGANISATION | t.KNOWN_ORGANISATION | t.GROUP)
            if body and first.rules & t.LIKE_NAME and self.governed & TAKES_PEOPLE:
                return False  # هاجم كورنال الأمم المتحدة
            return not first.key.endswith("ا")  # دعا لاكباسا المجتمع الدولي
        return bool(first.tags & t.NAME) and not first.tags & t.SURE_NAME and not word.tags & t.NAME

    def _behind_bare_title(self, word: Word, previous: Word) -> bool:
        """Whether a known noun that is no name stands behind a title: نفى الملك | الأنباء."""
        title = previous.tags & t.TITLE and self.at == self.start + 1
        return bool(title and word.tags and not word.tags & (t.NAMES | t.ROLE | t.TITLE))

    def _behind_definite(self, word: Word, previous: Word) -> bool:
        """Whether the object stands behind a definite noun: وصفت وسائل الإعلام الإيرانية الخسائر بالكبيرة."""
        known = previous.tags & t.KNOWN_ORGANISATION or previous.rules & t.BOUND
        whole = bool(known) and previous.stem.startswith("ال")  # الأزهر، الولايات المتحدة
        whole = whole or previous.rules & t.BEFORE_NAME > 0  # الحكومة المعترف بها دوليا
        if not (previous.article or whole) or not self.governed & TAKES_OBJECTS:
            return False
        thing = word.rules & t.THING and not word.rules & t.DESCRIBING  # not المبعوث الأميركي الخاص
        dismissed = (
            word.rules & t.DESCRIBING and previous.tags & t.ORGANISATION and not previous.tags & t.MEDIA
        )
        if word.tags & (t.DOCUMENT | t.SETTING) and not (dismissed or self._of_kind(word, previous)) or thing:
            return True  # not الحكومة المقالة
        if word.tags & t.CLAIM_NOUN and self.governed & {"claim", "NP", "object+ب", "object+predicate"}:
            return True  # رفضت الحكومة المزاعم، وصفت المزاعم بكذا
        plural = word.stem.endswith("ات") and not previous.tags & t.GROUP
        if plural and not previous.stem.endswith("ات"):
            return True
        agrees = _may_agree(word) and not self._is_object(word, previous)
        surname = word.rules & t.ONLY_SURNAME and not word.tags & ~t.NAMES and not relational(word)
        body = self.head & (t.ORGANISATION | t.KNOWN_ORGANISATION) and not self.head & (t.ROLE | t.TITLE)
        if surname and body and not word.rules & t.DESCRIBING:
            return True  # أعلنت الوزارة الحداد، أعلن الاتحاد الأوروبي الحداد
        if not agrees and not word.rules & t.COMPLEMENTED:
            return True
        if self._not_of_men(word, previous):
            return True  # وصف بعض الاقتصاديين الاستقالة بكذا
        # وصفت وزارة الصحة الكويتية المباراة بالصعبة، أدانت كوريا الجنوبية التجربة
        country = self.head & t.PLACE and not self.head & _HEADS
        object_ = (previous.tags & t.NATIONALITY or country) and word.stem.endswith("ة")
        if not object_ or _adjective(word):
            return False
        describes = word.rules & t.DESCRIBING or word.rules & t.COMPLEMENTED and self._complement_follows()
        return not (word.tags & (t.ADJECTIVE | _HEADS) or describes)

    def _complement_follows(self) -> bool:
        """Whether what a participle takes is behind it: الصادرة من لندن."""
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        return following is not None and prepositional(following)

    def _not_of_men(self, word: Word, previous: Word) -> bool:
        """Whether a noun in ة stands behind men in the plural, with which no word in ة agrees."""
        if (
            not word.stem.endswith("ة")
            or not previous.stem.endswith(("ين", "ون"))
            or len(previous.stem) < _MEN
        ):
            return False
        first = self.tokens[self.start].word
        if not previous.tags & (t.GROUP | t.NATIONALITY):
            return False  # خبير البراكين الطينية
        return not (feminine(first) or self.head & t.ORGANISATION)

    def _behind_proper(self, word: Word, previous: Word) -> bool:
        """Whether a noun stands behind a name without ال, and is no adjective: اتهمت كييف القوات."""
        eponym = self.lowest_name == self.at and self.governed & TAKES_OBJECTS  # جامعة الملك سعود
        if not (previous.tags & (t.PLACE | t.KNOWN_ORGANISATION | t.OUTLET) or eponym):
            return False
        place = previous.tags & t.PLACE and self.at > self.start + 1
        if place and self.governed and not self.governed & TAKES_OBJECTS:
            return False  # قال مدير قسم آسيا الباسيفيك، مديرة بنك أبوظبي التجاري
        if previous.tags & t.PLACE and word.tags & t.ORGANISATION and self.at == self.start + 1:
            return not word.tags & t.NATIONALITY  # طالبت النمسا المفوضية الأوروبية
        whole = (
            previous.rules & t.BOUND
            and previous.tags & t.PLACE
            and ("NP" in self.governed or not word.tags & t.VERBAL_NOUN)
        )
        if (previous.article or previous.stem.startswith("ال")) and not whole:
            return False
        if word.tags & (t.TITLE | t.ROLE) or word.tags & previous.tags & t.PLACE:
            return False
        if place and word.rules & t.DESCRIBING:
            return False  # مندوب روسيا الدائم
        return not (_adjective(word) or word.rules & (t.COMPLEMENTED | t.TOLD_OF))

    def _behind_unknown_name(self, word: Word) -> bool:
        """Whether a noun stands behind what a body is called, and is no adjective: انتقد رئيس بلدية كورنال
        القرار, طالبت شركة كورنال الحكومة; not شركة كورنال الدولية.
        """
        if not self.governed & TAKES_OBJECTS or _adjective(word) or self._role_follows():
            return False  # ذكر توراب الولرز المحلل السياسي أن
        if word.stem.endswith("ة") and not word.tags & ~t.ROLE:
            return False  # شركة كورنال المحدودة
        return not (word.rules & (t.DESCRIBING | t.COMPLEMENTED | t.DIRECTION) or word.tags & t.TITLE)

    def _country_as_object(self, word: Word, previous: Word) -> bool:
        """Whether a country is whom the verb takes: اتهمت كوريا الجنوبية الصين, حذر الرئيس الأمريكي السعودية;
        not مدينة جدة السعودية.
        """
        if not (self.closed and self.governed & TAKES_OBJECTS):
            return False
        country = self.head & t.PLACE and self.at == self.start + 1
        adjective = word.tags & t.NATIONALITY and self.head & t.ORGANISATION  # شركة طيران ناس السعودية
        whole = previous.rules & t.BOUND and not adjective
        whole = whole and bool(self.head & t.PLACE or not previous.tags & t.PLACE)
        if country or whole or previous.tags & t.NATIONALITY and not feminine(previous):
            return True
        abroad = previous.tags & t.PLACE and self.tokens[self.at - 2].word.tags & t.PREPOSITION
        return bool(abroad) and not word.tags & t.NATIONALITY  # السفير الإيراني في بغداد الأردن

    def _surname_behind_title(self, word: Word, previous: Word) -> bool:
        """Whether a surname is all that follows a title: الدكتور الجفري، سعادة الدكتور الجفري."""
        honoured = self.tokens[self.start].word.rules & t.HONOUR > 0
        if not previous.tags & t.TITLE or self.at != self.start + 1 + (honoured and previous.article):
            return False
        if not (previous.article or honoured):
            return False
        tags = word.tags
        if tags & (t.NATIONALITY | t.ADJECTIVE | t.ROLE) or word.rules & t.DESCRIBING:
            return False  # الفريق الفائز
        if not tags & t.NAME and (tags or not word.stem.endswith("ي") or self._given_name_at(1)):
            return False
        return not self._name_after_comma()

    def _told_behind(self, word: Word) -> bool:
        """Whether a second office with its bearer may be whom somebody tells: أبلغ الأمين العام الرئيس فلانا
        أن; not المستشار السياسي لفلان.
        """
        second = self.closed and self.head & t.ROLE and not word.tags & t.TITLE and not relational(word)
        return bool(second) and self._name_goes_on() and not self.tokens[self.at + 1].word.preposition

    def _surname_behind_role(self, word: Word, previous: Word) -> bool:
        """Whether a surname with ال is all that follows a definite role: قال الرئيس السيسي, رئيس الوزراء
        العبادي; not المواطن المقدسي.
        """
        single = self.at == self.start + 1 and previous.tags & t.ROLE
        head = self.tokens[self.start].word
        if not previous.article or not (single or self.head & t.ROLE and self.closed) or self.named:
            return False
        told = relational(word) and not (head.rules & t.SURNAMED and word.tags & t.SURE_NAME)
        sure = word.tags & (t.SURNAME if single else t.SURE_NAME) and word.tags & t.SURNAME and not told
        if not sure or word.tags & ~t.NAMES or word.rules & (t.DESCRIBING | t.COMPLEMENTED):
            return False
        if self._name_after_comma():
            return False
        if self.governed & TAKES_PEOPLE and (not single or self._another_object()):
            return self._another_object()
        return not single or self._ends_here() or self._role_follows()

    def _taken_by_class(self, word: Word, previous: Word) -> bool:
        """Whether the verb takes what is written or who is told: نشر الموقع الخبر."""
        tags = word.tags
        detached = not previous.preposition and (previous.article or "NP" in self.governed)
        if self.closed and detached and tags & t.DOCUMENT and not tags & t.ROLE:
            return not self._of_kind(word, previous)  # نشر الموقع الخبر
        if not word.stem.endswith("ين") or tags & (t.NAME | t.NATIONALITY | t.ADJECTIVE):
            return False
        if self._completed(word, previous):
            return False
        complete = previous.article or previous.tags & t.NATIONALITY
        return bool(complete and self.governed & {"addressee", "object+ب"})

    def _of_kind(self, word: Word, previous: Word) -> bool:
        """Whether what is also a noun is the adjective of the noun before, since what the verb takes or a
        relative follows: كشفت النشرة الإحصائية عن.
        """
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        goes_on = following is not None and (following.tags & t.RELATIVE or self._complement_next())
        return bool(goes_on and relational(word) and feminine(word) and feminine(previous))

    def _second_body(self, word: Word, previous: Word) -> bool:
        """Whether a group or body is whom the verb takes: دعا متظاهرون في قيسارية الحكومة."""
        tags = word.tags
        if not tags & (t.ORGANISATION | t.GROUP | t.MEDIA) or self._organising(word, previous):
            return False
        one = self.head & t.ROLE and not word.stem.endswith(("ة", "ون", "ين", "ات"))
        if one and word.rules & t.COMPLEMENTED and self._complement_follows():
            return False  # القيادي الموالي للحركة
        if self.head & t.ROLE and not self.named and self._given_name_at(1):
            return False  # الرئيس المنتخب فلان
        takes_people = self.governed & TAKES_PEOPLE
        if not takes_people and "NP" not in self.governed:
            return False
        adjective = previous.key.endswith(("ية", "ي", "ة"))
        noun = previous.tags & _NO_ADJECTIVE or previous.rules & t.NO_ADJECTIVE  # جمعية رعاية المسنين
        adjective = adjective and not (previous.preposition or noun)
        if not self.closed and tags & t.GROUP and adjective:
            return True
        inside = self.at > self.start + 2 and not previous.tags
        place = inside and self.tokens[self.at - 2].word.tags & t.PREPOSITION
        place = place and not self.tokens[self.at - 3].word.rules & t.COMPLEMENTED
        if takes_people and place and tags & (t.ORGANISATION | t.GROUP):
            return True  # دعا متظاهرون في قيسارية الحكومة
        return self.closed and not self._agreeing(word, previous) and not self._titles(word)

    def _person_behind_body(self, word: Word, previous: Word) -> bool:
        """Whether a person behind a body, which is no adjective, is whom the verb takes: اتهمت المعارضة
        الرئيس, طالب نواب التيار الصدري المالكي.
        """
        body = self.head & (t.ORGANISATION | t.GROUP | t.PLACE)
        body = body and not (self.head & t.ROLE and self.head & t.GROUP)  # مفتي is one and many
        if not (body and self.closed and previous.article and self.governed & TAKES_PEOPLE):
            return False
        if word.tags & t.SURE_NAME and word.tags & t.SURNAME and not word.tags & ~t.NAMES:
            return relational(previous)
        masculine = word.tags & (t.ROLE | t.TITLE) and not word.stem.endswith(("ة", "ات", "ي", "ون", "ين"))
        return bool(masculine) and previous.stem.endswith("ة")

    def _titled_behind_body(self, word: Word) -> bool:
        """Whether its officer with a title is named behind a body: حزب الله الشيخ فلان."""
        body = self.head & (t.ORGANISATION | t.KNOWN_ORGANISATION) and not self.head & t.ROLE
        bearer = self._given_name_at(1) or word.rules & t.GRADE and self._name_goes_on()
        return bool(body and self.closed and word.tags & t.TITLE and bearer)

    def _agreeing(self, word: Word, previous: Word) -> bool:
        """Whether a group or body is told of as by an adjective: القادة العرب، الدول الأعضاء."""
        stem = word.stem
        if self.head & t.MEDIA and word.tags & t.MEDIA and stem.endswith("ية"):
            return True  # قناة «العربية» الفضائية
        woman = previous.article and previous.tags & t.ROLE and feminine(previous)
        if woman and stem.endswith("ية") and word.tags & t.PLAIN:
            return True  # النائبة الجمهورية
        if previous.article:
            masculine = previous.tags & t.NATIONALITY and not previous.stem.endswith("ة")
            other = t.ROLE | t.NAME | t.ORGANISATION | t.GROUP
            place = previous.tags & t.PLACE and not self.head & t.MEDIA
            if stem.endswith("ية") and not (previous.tags & other or place or masculine):
                return True
            if stem.endswith(("ون", "ين")) and previous.stem.endswith(stem[-2:]):
                return True
        if previous.tags & t.GROUP and word.tags & t.NATIONALITY and self.at > self.start + 1:
            return True  # عائلات الأسرى الإسرائيليين
        if self._completed(word, previous):
            return True
        if not previous.tags & t.GROUP or stem.endswith("ين"):
            return False
        return bool(word.tags & t.NATIONALITY or word.rules & t.DESCRIBING or stem.endswith("يون"))

    def _completed(self, word: Word, previous: Word) -> bool:
        """Whether a participle with its complement tells of a group in the genitive: عدد من العمال المتضررين
        من السيول; not دعا بعض النواب المسؤولين إلى.
        """
        many = previous.tags & t.GROUP and previous.article and word.rules & (t.COMPLEMENTED | t.TAKING_PART)
        genitive = self.tokens[self.at - 2].word.tags & (t.QUANTIFIER | t.PREPOSITION)
        return bool(many and genitive) and self._complement_follows()

    def _is_object(self, word: Word, previous: Word) -> bool:
        """Whether a definite noun that looks like an adjective is none: غادر الوزير القاعة."""
        if word.rules & t.NO_ADJECTIVE:
            return True
        if not word.stem.endswith("ة") or word.stem.endswith("ية") or word.tags & (t.ROLE | t.TITLE | t.NAME):
            return False
        nouns = (self.tokens[self.start].word, previous)
        return all(noun.tags & t.ROLE and not noun.stem.endswith("ة") for noun in nouns)
