"""A definite noun, adjective or surname behind a name."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import prepositional, relational
from qawl.lexicon.word import NOTHING, Word
from qawl.phrases.ahead import Ahead
from qawl.phrases.phrase import FULL_NAME
from qawl.phrases.state import BEFORE_SUBJECT, TAKES_OBJECTS, TAKES_PEOPLE
from qawl.scene import DETACHED_LA

_NO_SURNAME = t.NATIONALITY | t.GROUP | t.ORGANISATION | t.VERBAL_NOUN | t.PLACE | t.MEDIA | t.DOCUMENT
"""A word with ال behind a name that is one of these begins something else."""

_THINGS = t.VERBAL_NOUN | t.CLAIM_NOUN | t.DOCUMENT | t.PLAIN
"""What a surname in ي is not described by, so that it is who did something to it: أدان الشامي | الهجوم."""
_NISBA = t.NAMES | t.NATIONALITY

_COMMON = ("ة", "ات", "ين", "ون")
"""Endings of common nouns."""
_KUNYA = 2
"""Words of who is called by his child: أبو عمر."""


def _describes(word: Word) -> bool:
    """Whether a word with ال may be the adjective of a role: المدير السابق، المدير التنفيذي."""
    adjective = word.tags & (t.ADJECTIVE | t.NATIONALITY) or word.rules & (t.DESCRIBING | t.COMPLEMENTED)
    return bool(adjective) or relational(word)


class AfterName(Ahead):
    """Whether a name goes on with a word that bears ال, or is followed by its role."""

    def _definite_after_name(self, word: Word, previous: Word) -> int:
        """A word with ال behind a name: ليلى الخطيب، فلان المدير; not اتهم المالكي الأجهزة."""
        tags = word.tags
        if word.forms and not tags & (t.NAME | t.ROLE):
            return 0
        if word.rules & t.NO_ADJECTIVE and self.governed & TAKES_OBJECTS:
            return 0  # شجب جورج بوش العدوان
        if self.at == self.start + 1 and previous.article:
            return self._after_lone_surname(tags, previous)
        if self._nationality_of_role(tags, previous) or self._of_descent(word):
            return 1
        if tags & t.NATIONALITY and self._nisba_surname(word, previous):
            return 1
        if self._shaped_as_act(word, previous):
            return 1
        office = 0 if tags & t.DOCUMENT else t.ROLE  # وصف فلان الحكم بأنه جائر
        words = self._name_words()
        if words == 1 and previous.tags & t.SURE_NAME and tags & t.GROUP and self._object_in_full():
            return 1  # انتقد سامي القضاة قرار الحكومة
        if tags & _NO_SURNAME and not tags & (t.SURNAME | office):
            return 0
        if self.governed & TAKES_PEOPLE and self._people_behind(word):
            return 1
        if self.governed & TAKES_PEOPLE and self._object_after_name(word, previous, words):
            return 0
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        if self._surname_with_article(word, previous, following, words):
            return 1
        if self._apposition(tags, following):
            if tags & t.TITLE:
                self._name_again()
            self._open("role")
            self.closed = True
            return 1
        if words > 1 and following is not None and self._second_office(following):
            return 0  # كريم حداد المالك والعضو المنتدب
        return self._unknown_surname(word, previous, words)

    def _second_office(self, following: Word) -> bool:
        """Whether an office is joined to the word before, which is one too then: المالك والعضو المنتدب."""
        return bool(following.tags & t.ROLE and following.conjunction) and following.article

    def _after_lone_surname(self, tags: int, previous: Word) -> int:
        """A word behind what looked like a surname, which was none, or else ends the phrase; but a surname
        behind a given name (الحسن الداودي).
        """
        if previous.rules & t.MAN and tags & t.SURE_NAME and tags & t.SURNAME and not tags & ~t.NAMES:
            return 1
        body = tags & (t.ORGANISATION | t.GROUP | t.MEDIA) and not previous.tags & ~t.NAMES
        thing = tags & _THINGS and not tags & ~_THINGS and previous.stem.endswith("ي")
        surname = previous.tags & t.SURE_NAME or body or thing and not previous.tags & ~_NISBA
        if surname and self.governed & TAKES_OBJECTS and not tags & t.NAME:
            return 0  # اتهم المالكي الأجهزة، اتهم البشير المحكمة، أدان الشامي الهجوم
        self.last, self.named, self.name_start, self.name_end = "", False, 0, 0
        return 1

    def _nationality_of_role(self, tags: int, previous: Word) -> bool:
        """Whether a nationality stands behind one name that belongs to the role: مدرب ليفربول الألماني."""
        if not tags & t.NATIONALITY or previous.article:
            return False
        return self.at - self.name_start == 1 and self.start < self.name_start

    def _of_descent(self, word: Word) -> bool:
        """Whether an unknown word in ي, behind بنت in ية, is the surname of who is told by the father's name:
        بحضور السفير رعد بن كثير المندهي محافظ مسندم، طالبت ثريا بنت حمدان البريدية بكذا; not جائزة حمدان بن
        راشد الخيرية.
        """
        if word.tags or word.forms or not relational(word):
            return False
        names = [token.word for token in self.tokens[self.name_start : self.at]]
        father = next((name for name in reversed(names[:-1]) if name.rules & t.FILIAL), NOTHING)
        if father is NOTHING or word.stem.endswith("ة") != (father.rules & t.FEMININE > 0):
            return False
        if not (self.start == self.name_start or self.head & (t.ROLE | t.TITLE)):
            return False
        before = self.tokens[self.start - 1].word if self.start else NOTHING
        owner = before.nominal and not (before.forms or before.article or before.preposition == "ب")
        return not owner or self._role_follows()

    def _shaped_as_act(self, word: Word, previous: Word) -> bool:
        """Whether a word in ة or ي that is shaped like an act is a surname behind a given name, or behind
        that and the father's, since the verb cannot take it: قال غازي المشاقبة إن، أكد محمود ذيب التلاوي أن;
        not أعلن غازي المقاطعة.
        """
        if word.tags != t.VERBAL_NOUN or not word.stem.endswith(("ة", "ي")) or word.forms:
            return False
        words = self._name_words()
        borne = previous.tags & t.NAME and bool(self.head & (t.ROLE | t.TITLE))  # الشيخ صخر المراشدة
        given = previous.tags & t.SURE_NAME or borne
        given = given and not (previous.article or previous.rules & t.ONLY_SURNAME)
        father = words == FULL_NAME and previous.tags & t.NAME and not previous.article
        return bool(given and words == 1 or father) and self._no_object_here()

    def _nisba_surname(self, word: Word, previous: Word) -> bool:
        """Whether a nationality is the surname of who was named by one name, since the role follows: قال سالم
        السويدي مدير الغرفة.
        """
        if self.name_start > self.start or self._name_words() != 1 or not word.stem.endswith("ي"):
            return False
        if self.tokens[self.name_start].word.tags & t.NAME_PARTICLE and self.at == self.name_start + _KUNYA:
            alone = self._complement_next() or self._pause_follows()
            return not self.governed & TAKES_PEOPLE or alone  # قال أبو عمر الشيشاني إن
        return bool(previous.tags & t.SURE_NAME) and self._role_follows() and not self.governed & TAKES_PEOPLE

    def _object_after_name(self, word: Word, previous: Word, words: int) -> bool:
        """Whether the name is complete and the object begins: هنأت الوزيرة نيفين الكيلاني الأديب الكبير."""
        honoured = previous.tags & t.TITLE or self.tokens[self.at - 2].word.tags & t.NAME_PARTICLE
        complete = words > 1 and previous.article and not honoured
        if word.tags & t.GROUP and not word.tags & t.SURE_NAME:
            return True  # دعا عبد العزيز آل الشيخ الشبان
        institution = word.tags & t.TITLE and self._name_of_institution()
        surname = (
            not word.tags and word.stem.endswith("ي") and self._pause_follows()
        )  # فاطمة الزهراء التامني،
        if complete and not (word.tags & t.SURE_NAME or institution or surname):
            return True
        if self._only_object(word, previous, words):
            return True
        if not word.tags and words == 1 and self.head & t.ROLE and self.name_start > self.start:
            return False  # المهاجم عمر السومة
        # نصح المذيع فلان الوزيرة
        return word.stem.endswith("ة") and not self.tokens[self.start].word.stem.endswith("ة")

    def _people_behind(self, word: Word) -> bool:
        """Whether an unknown word is a surname, since whom the verb takes stands behind it: طالب ياسر
        الزعاترة الحكومة بكذا.
        """
        if word.tags or word.forms or word.rules & t.THING or self.at + 1 >= self.end:
            return False
        following = self.tokens[self.at + 1].word
        people = following.article and following.tags & (t.ORGANISATION | t.GROUP)
        return bool(people) and not (relational(following) or following.rules & t.COMPLEMENTED)

    def _only_object(self, word: Word, previous: Word, words: int) -> bool:
        """Whether nothing but the word can be whom the verb takes, behind a surname without ال: هنأ رئيس
        الوزراء فيكتور أوربان الفائز.
        """
        complete = words > 1 or previous.rules & t.ONLY_SURNAME
        if not complete or word.tags & t.SURE_NAME or previous.article:
            return False
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        office = word.tags & t.ROLE and (word.rules & t.SURNAMED or not word.tags & (t.SURNAME | t.TITLE))
        office = office and self.start < self.name_start
        if following is not None and words > 1 and office:
            taken = following.preposition or following.key
            if self.governed & {taken, f"object+{taken}"}:
                return True  # طالب النائب سامي شوقي | الوزير بالاستقالة
        if not {"NP", "person"} <= self.governed:
            return False
        ends = following is None or following.kind == "sign" or prepositional(following)
        return bool(ends and previous.tags & t.SURNAME)

    def _surname_with_article(self, word: Word, previous: Word, following: Word | None, words: int) -> bool:
        """Whether the word completes the name: ليلى الخطيب، محمد المختار الخليل."""
        tags = word.tags
        if tags & t.ROLE and words > 1 and (self._in_body() or self._begins_full_name(self.at + 1)):
            return False  # ترافيان سكيلوف الخبير في شركة كورنال, استقبل ماهر حداد | الوزير سامي
        surnamed = self.start < self.name_start or tags & t.SURNAME  # قال أحمد الخطيب، وهو مزارع، إن
        whole = self.start < self.name_start or surnamed and self._pause_follows()  # دونالد ترامب الابن،
        office = tags & t.ROLE and (words == 1 and surnamed or words == 2 and whole)
        if office and (self._ends_here() or tags & t.SURNAME and self._role_follows()):
            return True  # قال سامي الخطيب مدير المركز إن
        if words >= 2 and not tags and word.stem.endswith("ي") and self._third_name(previous, following):
            return True
        if (
            words >= 2
            and not (tags or word.forms)
            and following is not None
            and self._of_line(word, following)
        ):
            return True
        if not tags & t.SURNAME or words != 1 and (not tags & t.ROLE or word.rules & t.SPOKESMAN):
            return False
        if following is None or not following.article or following.tags & t.SURNAME:
            return True  # قال سامي الخطيب للصحفيين، محمد المختار الخليل
        office = tags & t.ROLE and _describes(following)  # الدكتور سامي النجار الأمين العام
        if self.head & t.ROLE and not (office and words > 1):
            return bool(self.governed & TAKES_OBJECTS)  # انتقدت النائبة ليلى الخطيب الرئيس
        return not office  # انتقد سامي القاضي القرار

    def _in_body(self) -> bool:
        """Whether the word is an office in the body behind it: الخبير في معهد كذا; not الخطيب في بيان."""
        if self.at + 2 >= self.end or self.tokens[self.at + 1].word.key != "في":
            return False
        body = self.tokens[self.at + 2].word
        field = body.tags == t.PLAIN and not body.article  # الخبير في شؤون الطاقة
        return bool(body.tags & t.ORGANISATION or field) and not body.tags & (
            t.SETTING | t.DOCUMENT | t.MEDIA
        )

    def _third_name(self, previous: Word, following: Word | None) -> bool:
        """Whether an unknown word in ي may be the last of a long name: فلان بن فلان الفلاني."""
        if following is not None and following.article and following.tags & t.ROLE:
            return True
        if not self._ends_here():
            return False
        names = self.tokens[self.name_start : self.at]
        return previous.article or any(token.word.tags & t.NAME_PARTICLE for token in names)

    def _of_line(self, word: Word, following: Word) -> bool:
        """Whether an unknown word is a surname, since what the verb takes stands behind it: خالد بن عبدالعزيز
        الصفيان المواطنين, بدء العمل, بجهود العاملين, ما وصفه بكذا.
        """
        if word.stem.endswith(_COMMON):
            return False
        if following.tags == t.RELATIVE_FREE and following.key == "ما":
            return "NP" in self.governed
        names = self.tokens[self.name_start : self.at]
        line = any(token.word.rules & t.FILIAL for token in names)  # told by the father's name
        if following.article or following.preposition:
            taken = following.preposition in self.governed and (line or "NP" not in self.governed)
            people = following.tags & (t.GROUP | t.ORGANISATION | t.ROLE) or following.stem.endswith("ين")
            people = people if self.governed & TAKES_PEOPLE else 0
            thing = following.rules & t.THING or following.tags & (t.VERBAL_NOUN | t.DOCUMENT)
            thing = thing and "NP" in self.governed and not relational(following)
            return bool(people or thing) or taken and not self.governed & TAKES_PEOPLE
        act = "NP" in self.governed and following.tags & t.VERBAL_NOUN and not following.tags & t.NAME
        other = "NP" in self.governed or not line and self.governed & TAKES_PEOPLE
        return bool(act) or not other and self._complement_next()

    def _apposition(self, tags: int, following: Word | None) -> bool:
        """Whether the role of who was named follows: فلان الرئيس التنفيذي."""
        if not tags & (t.ROLE | t.TITLE):
            return False
        described = following is not None and following.article and not following.tags & t.NAME
        return described or not tags & t.SURE_NAME

    def _unknown_surname(self, word: Word, previous: Word, words: int) -> int:
        """A word with ال behind a name, of which nothing else is known: عبد الله المبطي."""
        father = words > 1 and not word.tags and self.tokens[self.at - 2].word.rules & t.FILIAL
        family = self._ends_here() and not (word.forms or word.stem.endswith(("ة", "ات", "ين")))
        told = self._ends_here() and self._told_soon()
        if father and (told or family or self._role_follows()):
            return 1  # أفاد خالد بن صالح الصخرة في بيانه بأن, قال خالد بن صالح الجريان مدير المعهد إن
        if not (word.tags or word.forms or word.rules) and self._shown_by_next(words):
            return 1
        of_the_noun = previous.rules & t.ONLY_SURNAME or word.tags & t.ADJECTIVE
        owned = word.stem.endswith("ة") and of_the_noun  # خطة الرئيس ترامب الجديدة
        unknown = not (word.tags or word.forms or word.rules & t.THING or previous.article or owned)
        if unknown and self._no_object_here():
            return 1  # قال نبيل سامي الجريان إن
        if not word.tags & t.NAME:
            role = self.head & t.ROLE and self.name_start > self.start
            surname = words == 1 and role and self._ends_here() and not owned
            surname = surname or words == 1 and self._role_follows()  # جمال الشلاخنة السفير في تونس
            surname = surname or words == 1 and not word.tags and self._object_in_full()
            if not surname and (words > 1 or word.stem.endswith(("ة", "ات", "ين"))):
                return 0
        one = self.tokens[self.at - 2].word.tags & t.NAME_PARTICLE  # عبد الله المبطي
        one = one or words == 1 and self.at > self.name_start + 1  # علاء الدين المعصالح
        return 1 if one or not previous.article or word.tags & t.NAME else 0

    def _shown_by_next(self, words: int) -> bool:
        """Whether what stands behind an unknown word with ال shows that it is of the name: نفى سالم العولقي
        الأجدع، مدير المكتب، وجود أزمة; قال كريم السمكة بولرباح إن.
        """
        if self._pause_follows() and self.at + 2 < self.end:
            role = self.tokens[self.at + 2].word
            return bool(role.tags & t.ROLE) and not (role.article or role.preposition or role.conjunction)
        return words == 1 and not self.governed & TAKES_OBJECTS and self._name_ends_soon()

    def _told_soon(self) -> bool:
        """Whether a comma, where one speaks or the complementizer comes behind the word: فلان، في بيانه
        لوكالة الأنباء، أن.
        """
        where = self.tokens[self.at + 2].word if self.at + 2 < self.end else NOTHING
        spoke = where.tags & (t.SETTING | t.DOCUMENT) and not where.article
        spoke = spoke or self._pause_follows() and prepositional(where)
        thing = self.tokens[self.at].word.rules & t.THING
        return self._clause_soon() or bool(spoke) and not thing

    def _object_in_full(self) -> bool:
        """Whether a thing, or a bare noun that owns a definite one, stands behind the word and so is what the
        verb takes: نفى سعد الختاتنة الخبر، عزا سعد الختاتنة ارتفاع النسبة إلى كذا; not اعتبر سعد العملية نجاح
        المدرب.
        """
        governed = self.governed
        several = governed & (TAKES_PEOPLE - {"person"})
        if self.at + 2 >= self.end or "object+predicate" in governed or several:
            return False
        noun, owner = self.tokens[self.at + 1].word, self.tokens[self.at + 2].word
        if not governed & TAKES_OBJECTS or noun.preposition or noun.conjunction:
            return False
        thing = noun.tags & (t.VERBAL_NOUN | t.PLAIN | t.DOCUMENT) or noun.rules & t.THING
        if noun.article:
            return bool(thing) and not relational(noun)
        return bool(thing) and owner.article and not noun.tags & (t.TIME | t.PREPOSITION)

    def _no_object_here(self) -> bool:
        """Whether the phrase ends after the present word, and no verb can take that word: none that takes a
        noun stands before, or what is said, what the verb takes or how it is said comes behind.
        """
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else NOTHING
        adverbial = following.participle is not None
        to_somebody = following.preposition == "ل" or following.text in DETACHED_LA
        told = to_somebody and "addressee+ل" in self.governed and self._clause_soon()
        if not (adverbial or told or self._ends_here()):  # قال غازي المشاقبة للغد إن
            return False
        if not self.governed:
            before = self.tokens[self.start - 1].word if self.start else NOTHING
            return not self.start or before.kind == "sign" or bool(before.tags & BEFORE_SUBJECT)
        taken = adverbial or not {following.key, following.preposition}.isdisjoint(self.governed)
        if self.governed & (TAKES_OBJECTS - {"NP"}):
            given = self.tokens[self.at - 1].word.rules & (t.MAN | t.WOMAN)  # not حذر بوتين الغرب من
            return bool(given) and taken and not self.tokens[self.at].word.stem.endswith(_COMMON)
        acted_on = following.tags & t.VERBAL_NOUN
        return bool("NP" not in self.governed or taken or acted_on) or self._clause_soon()

    def _object_behind_marks(self, word: Word) -> bool:
        """Whether a noun with ال that is no adjective of a body is the object behind the name in marks that
        opens the phrase: عزت «سابك» | التراجع إلى كذا; not قالت «الحياة» اللندنية إن.
        """
        alone = self.scene.closing.get(self.start) == self.at - 1 and self.governed & TAKES_OBJECTS
        described = relational(word) or word.rules & t.COMPLEMENTED  # «حزب الله» المدعوم من إيران
        return bool(alone) and not (described or word.tags & (t.ADJECTIVE | t.NAME | t.ROLE))
