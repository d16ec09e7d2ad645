"""A noun, adjective or name without ال behind a chain of nouns that is complete."""

from __future__ import annotations

import re

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS as _HEADS
from qawl.lexicon.shape import himself, imperfect, relational
from qawl.lexicon.word import Word
from qawl.phrases.known import Known
from qawl.phrases.state import TAKES_OBJECTS, TAKES_PEOPLE
from qawl.phrases.unknown import SHORT_NAME, SHORTEST_OWNED
from qawl.scene import COMMAS, HYPHENS

_OWNED = ("ته", "تها", "تهم")
"""Endings of a noun in ة with a pronoun."""
_NOMINATIVE = re.compile("ؤ(?:ه|ها|هم|هن)$")
"""On the waw a hamza shows the nominative: آراؤهم."""
_SHORTEST_FIELD = 3
"""Letters of a noun with ل, at least: لطب."""
_NO_NAME = t.PLACE | t.VERBAL_NOUN | _HEADS | t.NUMBER_WORD | t.MONTH | t.NATIONALITY | t.KNOWN_ORGANISATION
"""What is known as something else than the name of who bears a role."""


class Closed(Known):
    """What may follow a definite noun or a name. A question without an answer gives None."""

    def _after_closed(self, word: Word, before: Word) -> int:
        """A word without ال behind a complete chain: وزير الخارجية فلان. The first answer decides."""
        tags = word.tags
        if word.rules & t.QUARTER and self._lies():
            self.closed = False
            return 1
        if word.rules & t.BEFORE_NAME and not (tags or self.named):
            return int(self._name_goes_on())  # اللاعب المصنف عالميا فلان; not العالم الشهير عالميا في كذا
        if before.text in COMMAS and self.last == "name" and not self.name_end:
            return 1  # المراسل، امتياز طيب، …
        if self._has_body(word, before):
            self.last, self.named, self.closed, self.name_start, self.name_end = "role", False, False, 0, 0
            self.head |= t.ROLE
            return 1
        if (step := self._with_pronoun(word, before)) is not None:
            return step
        if word.key.isascii() and self.last == "organisation" and not tags & t.OUTLET:
            return 1
        if self._complement_here(word):
            self._open(self.last)
            return 1
        if self._kind_of_group(word):
            return 1
        if self._foreign_bearer(word, before):
            self.last, self.named = "name", True
            return 1
        if self._one_of_several(word):
            self._open("role")
            return 1
        if self._theophoric(word):
            self.last, self.named = "name", True
            return 1
        if tags & t.TITLE and (step := self._title(tags)) is not None:
            return step
        if self._name_of_outlet(tags, before) or self._plural_adjective(word, before):
            return 1
        if tags & (t.ROLE | t.GROUP) and (step := self._role_or_group(tags)) is not None:
            return step
        if tags & t.REFLEXIVE:  # المدير نفسه; not كرر المدير نفس الكلام, خاتمي ذو الاتجاهات
            having = self.last == "name" and not (word.article or himself(word))
            return int(not (word.rules & t.UNDEFINED or having))
        if tags & t.SETTING and not tags & t.SURE_NAME:
            return 0
        if tags & (t.NAME | t.VERBAL_NOUN | t.SURE_NAME) and (step := self._name(word)) is not None:
            return step
        if tags & t.PLACE and self._place_belongs(word):
            return 1
        if self._of_the_name(word):
            return 1
        if self._behind_place(word):
            self.last, self.named, self.name_start, self.name_end = "name", True, self.start, self.at
            return 1
        if self._no_name(word):
            return 0
        if self._field_of_body(word, before):
            self._noun(word)
            return 1
        role = self.last == "role" or word.rules & t.LIKE_NAME and self.head & t.ROLE
        if self.last == "name" or role and not self.named or self._bearer_follows(word):
            return self._unknown_name(word)
        return 0

    def _field_of_body(self, word: Word, before: Word) -> bool:
        """Whether an unknown word in ل, with the one that owns it, tells for what a body is, behind which
        stands who holds its office: رئيس الجمعية السعودية لطب الأعصاب فلان.
        """
        if self.named or not (self.head & t.ROLE and before.article) or self.at + 2 >= self.end:
            return False
        if word.key[0] != "ل" or len(word.key) < _SHORTEST_FIELD or word.tags or word.forms or word.article:
            return False
        body = any(token.word.tags & t.ORGANISATION for token in self.tokens[self.start : self.at])
        owner, named = self.tokens[self.at + 1].word, self.tokens[self.at + 2].word
        another = named.tags & (t.COMPLEMENTIZER | t.PREPOSITION | t.TIME) or named.verb is not None
        return body and owner.article and named.kind == "word" and not (named.article or another)

    def _has_body(self, word: Word, before: Word) -> bool:
        """Whether a role that is a name too has the body behind it: مالك شركة العقارات."""
        body = word.tags & t.ORGANISATION and not word.tags & t.NAME
        return bool(body) and self.at == self.start + 1 and before.tags == t.NAME and not before.article

    def _foreign_bearer(self, word: Word, before: Word) -> bool:
        """Whether the foreign name of who bears a role stands behind his body: عالم الفلك في جامعة ليدن إغناس
        سنيلن.
        """
        if not self.head & t.ROLE or self.named:
            return False
        body = before.tags & t.PLACE or self.last == "organisation" and self._name_ends_soon()
        return bool(body) and (self._foreign_name(self.at) or self._of_club(word))

    def _of_club(self, word: Word) -> bool:
        """Whether one unknown word ends the phrase behind a club that is named by its town: المدير الرياضي
        لنادي برشلونة ديكو.
        """
        if word.tags or word.forms or word.pronoun or word.preposition or imperfect(word):
            return False
        return bool(self.tokens[self.at - 2].word.tags & t.ORGANISATION) and self._ends_here()

    def _bearer_follows(self, word: Word) -> bool:
        """Whether an unknown given name with a known surname stands behind the body of a role: المدعي العام
        للمحكمة الجنائية الدولية كاجا الخطيب.
        """
        if not self.head & t.ROLE or self.last != "organisation" or self.named or self.at + 1 >= self.end:
            return False
        following = self.tokens[self.at + 1].word
        return not word.tags and bool(following.tags & (t.SURNAME | t.NAME_PARTICLE))

    def _one_of_several(self, word: Word) -> bool:
        """Whether who was named is one of several: قال فلان أحد مسؤولي الأمن إن."""
        if self.last != "name" or not word.tags & t.QUANTIFIER or self.governed & TAKES_OBJECTS:
            return False
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        return following is not None and bool(following.tags & t.GROUP)

    def _with_pronoun(self, word: Word, before: Word) -> int | None:
        """A noun with a pronoun is an object: ختم الراعي عظته، اتهمت الطالبة معلمها; not المستطلعة آراؤهم."""
        if word.pronoun and any(form.tense == "s" for form in word.forms):
            return 0  # تختم فلانة حديثها
        participle = before.article and before.stem.startswith("م") and self.at > self.start + 1
        owned = participle and self.tokens[self.at - 2].word.article
        told = word.tags & t.VERBAL_NOUN and "NP" in self.governed  # أعلنت الحكومة المؤقتة سيطرتها
        if owned and word.key.endswith(_OWNED) and not (word.tags & t.NAMES or told):
            return 1  # الحكومة المنتهية ولايتها، رئيس الحكومة المنتهية ولايته
        if word.pronoun and before.article and _NOMINATIVE.search(word.text):
            return 1  # المستطلعة آراؤهم
        if self._surname_before_object(word):
            return None
        if word.key.endswith(_OWNED) and not (
            word.tags & (t.NAMES | _HEADS | t.REFLEXIVE) or self._adjective_before()
        ):
            return 0  # ختم الراعي عظته قائلا; but المنتهية ولايته
        reflexive = word.tags & t.REFLEXIVE or self._foreign_ending(word, self._name_words())
        if word.pronoun and self.governed & TAKES_OBJECTS and not reflexive:
            return 0  # اتهمت الطالبة معلمها
        return None

    def _surname_before_object(self, word: Word) -> bool:
        """Whether an unknown word is a foreign name, since the object or قد stands right behind it: استبعد
        الوزير إيراكلي كوباخيدزه إجراء انتخابات.
        """
        if word.tags or word.pronoun not in ("", "ه") or self.last != "name" or self.at + 1 >= self.end:
            return False
        following = self.tokens[self.at + 1].word
        act = following.tags & t.VERBAL_NOUN and not (following.article or following.preposition)
        return bool(act and self._name_words() == 1 or following.tags & t.PERFECTIVE)

    def _kind_of_group(self, word: Word) -> bool:
        """Whether the second word tells of what kind a group is: مسؤولون أمنيون."""
        if not self.head & t.GROUP or self.at != self.start + 1:
            return False
        if self.tokens[self.start].word.article and self.governed & TAKES_PEOPLE:
            return False  # ناشد المتظاهرون أعضاء المجلس
        owns = self.at + 1 < self.end and self.tokens[self.at + 1].word.article
        if word.tags & t.GROUP and not word.stem.endswith(("ون", "ين")) and owns:
            return not self.governed & TAKES_PEOPLE  # حمل متظاهرون قادة المعارضة المسؤولية
        plural = word.key.endswith(("ون", "ين")) and not word.tags & t.NAME  # الكاتبان جوين ثورن
        return plural or bool(word.tags & (t.NATIONALITY | t.GROUP))

    def _title(self, tags: int) -> int | None:
        """A title: the name of somebody follows, or it is a name itself, or the object begins."""
        if tags & t.NAME and self._name_words() == 1 and self._ends_here():
            return 1  # الوزير السابق غازي السلطان
        if tags & t.ROLE and self.last == "name":
            return None
        if self._honours_another() or self._a_state():
            return 0  # شكر المدير المهندس فلان الفلاني معالي الوزير، اتهم الرئيس دولة مجاورة
        if self.governed & TAKES_PEOPLE and self._name_words() > 1 and not self._name_of_institution():
            return 0  # شكر المدير فلان الفلاني الدكتور علانا
        self._name_again()
        return 1

    def _honours_another(self) -> bool:
        """Whether the word only honours whoever bears an office, behind a whole name or an office without
        one: معالي الوزير، سعادة السفير; not مدير المطار سعادة المهندس فلان.
        """
        word = self.tokens[self.at].word
        if not word.rules & t.HONOUR or word.article or self.at + 1 >= self.end:
            return False
        office = self.head & t.ROLE and not self.named and self.governed & TAKES_PEOPLE
        titled = self.tokens[self.at + 1].word.tags & t.TITLE
        return self._name_words() > 1 or bool(office and not titled) and self._role_follows()

    def _name_of_outlet(self, tags: int, before: Word) -> bool:
        """Whether the word goes on with the name of an outlet: صحيفة واشنطن بوست."""
        if not self.head & t.MEDIA:
            return False
        if tags & t.OUTLET:
            return True
        return self.at == self.start + 2 and not tags and bool(before.tags & t.PLACE) and not before.article

    def _plural_adjective(self, word: Word, before: Word) -> bool:
        """Whether a plural stands behind another: مسؤولون أمنيون إيرانيون، خبراء عسكريون روس; not باسم
        البنتاغون جون فلان.
        """
        nation = word.tags & t.NATIONALITY and not (word.article or word.key.endswith(("ي", "ة")))
        plurals = before.stem.endswith("ون") and (word.key.endswith("ون") or bool(nation))
        return plurals and self.at <= self.start + 4 and not word.tags & t.SURE_NAME

    def _role_or_group(self, tags: int) -> int | None:
        """A role behind what is complete begins anew, unless it is a surname or the object."""
        if self._role_as_object(tags):
            return 0
        if tags & t.ROLE and self.last == "name" and (self._fathered() or self._surname_though_role(tags)):
            return 1
        his_role = tags & t.ROLE and self.governed and not self.governed & TAKES_OBJECTS
        several = tags & t.GROUP and self.last == "name" and not his_role  # not قال فلان محامي الدفاع إن
        if several and self._name_words() >= SHORT_NAME and self._owns():
            return 0  # التقى النقيب خالد البلشي أسر المعتقلين
        if not tags & t.ROLE or tags & t.NAME and self._name_of_role():
            return None
        self._open("role")
        return 1

    def _role_as_object(self, tags: int) -> bool:
        """Whether a role behind a body is the object: طالب الديوان مساعدة الوزارات."""
        thing = tags & t.DOCUMENT or tags & t.VERBAL_NOUN and self.last == "name"
        if thing and "NP" in self.governed:
            return True  # طلب بايدن مساعدة الحلفاء، أدان الوزير حكم الإعدام
        if not tags & t.ROLE or self.head & t.ROLE or not self.governed & {"addressee", "NP"}:
            return False
        return bool(self.head & (t.GROUP | t.ORGANISATION | t.PLACE))

    def _surname_though_role(self, tags: int) -> bool:
        """Whether a role that is a name too is a name: عباس أمين صاحب مكتب, but فلان أمير منطقة عسير; and any
        that owns nothing, right behind a given name (قال سلام مسافر إن).
        """
        if not tags & t.NAME:
            single = not self.tokens[self.at].word.stem.endswith("ة") and self._name_words() == 1
            return single and (self._complementizer_follows() or self._before_family())
        if self.tokens[min(self.at + 1, self.end - 1)].word.rules & t.LOCALITY or self._office_of_named():
            return False
        if self._name_goes_on() or self._pause_follows() or self._complementizer_follows():
            return True
        if self._name_words() == 1 and self._mark_follows():
            return True  # حذر الوزير إسماعيل خطيب "دول الجوار"
        return self._name_words() == 1 and (self._role_follows() or self._lone_object_follows())

    def _before_family(self) -> bool:
        """Whether the last word of the name stands behind a role that is a verb too: كريم طالب الجبوري إن;
        not كريم مدرب الأهلي.
        """
        if self.at + 2 >= self.end:
            return False
        family, then = self.tokens[self.at + 1].word, self.tokens[self.at + 2].word
        ends = then.tags & t.COMPLEMENTIZER or then.text in COMMAS
        student = self.tokens[self.at].word.forms and family.article and relational(family)
        return bool(ends and student) and not family.tags & ~t.NAMES

    def _office_of_named(self) -> bool:
        """Whether an office stands behind a name that ends in a surname with ال, before the place that no
        table knows: الشيخ غصن بن هلال المشيفري والي صحم; not سالم الكعبي أمين،
        """
        if not self.tokens[self.at].word.rules & t.OFFICE or self.at + 1 >= self.end:
            return False
        place = self.tokens[self.at + 1].word
        unknown = place.plain and not (place.tags or place.article)
        return unknown and self.tokens[self.at - 1].word.article and self._name_words() > 1

    def _lone_object_follows(self) -> bool:
        """Whether the one thing that the role could be over is what the verb takes, as nothing else is left
        for it: وصف حازم إمام القرار بأنه خاطئ, أعلن حازم إمام اعتزاله; not انتقد سامي قائد الجيش القرار.
        """
        at = self.at + 1
        if at + 1 >= self.end or not self.governed & TAKES_OBJECTS:
            return False
        thing, behind = self.tokens[at].word, self.tokens[at + 1].word
        if thing.tags & t.VERBAL_NOUN and thing.pronoun:
            return "NP" in self.governed
        charged = f"object+{behind.preposition or behind.key}" in self.governed
        ends = behind.kind == "sign" and behind.text not in HYPHENS or charged
        told = thing.tags & (t.VERBAL_NOUN | t.DOCUMENT | t.CLAIM_NOUN) and not thing.tags & t.ORGANISATION
        return bool(told) and thing.article and not thing.preposition and ends

    def _name_of_role(self) -> bool:
        """Whether a role was read and the name of its bearer begins: الأفغاني أمير خان متقي."""
        return bool(self.head & t.ROLE) and not self.named and self._name_goes_on()

    def _place_belongs(self, word: Word) -> bool:
        """Whether a place's name is a surname or that of the capital: الوزير أوستن، العاصمة صنعاء."""
        if self._surname_here(word) or self._capital_before():
            return True
        if not word.tags & t.SURNAME or not self._surname_of_role():
            return False
        self.last, self.named = "name", True
        return True

    def _of_the_name(self, word: Word) -> bool:
        """Whether the word goes on with the name before: حركة طالبان باكستان؛ ماركو روسي."""
        if self.at - 1 in self.scene.opening:
            return False  # تقرير لـ«منظمة العفو الدولية» | صدر أمس
        if (self.last == "organisation" or self.head & t.MEDIA) and self._belongs_to_its_name(word):
            return True
        if self.last != "name" or not self.named:
            return False
        if word.tags & t.NATIONALITY and word.stem.endswith("ي"):
            return True  # ماركو روسي: no indefinite adjective follows a name
        return self._nothing_else_fits()

    def _behind_place(self, word: Word) -> bool:
        """Whether a place's name is a given name, since an unknown word and a role follow: قالت غانا ماليار
        نائبة الوزير.
        """
        place = self.tokens[self.start].word
        if (
            self.at != self.start + 1
            or not place.tags & t.PLACE
            or place.article
            or place.tags & t.NATIONALITY
        ):
            return False
        if (
            word.tags
            or word.forms
            or imperfect(word)
            or self.at + 1 >= self.end
            or self.governed & TAKES_OBJECTS
        ):
            return False
        following = self.tokens[self.at + 1].word
        return bool(following.tags & (t.ROLE | t.COMPLEMENTIZER)) and not following.article

    def _no_name(self, word: Word) -> bool:
        """Whether the word is known as something else than a name, or is an accusative: مؤتمرا."""
        if word.tags & _NO_NAME:
            return not self._only_shaped_like_act(word)
        unnamed = not self.named and self.last != "role"
        if unnamed and word.key.endswith("ا") and len(word.key) > 4 and not self._nothing_else_fits():
            return True
        return bool(word.forms) and not word.tags & t.SURE_NAME

    def _only_shaped_like_act(self, word: Word) -> bool:
        """Whether a name shaped like إفعال is a name, as a role is before it, a foreign surname behind:
        قال وزير الدفاع إيفار فولسدال إن; not أعلن الوزير إطلاق فولسدال.
        """
        shaped = word.tags == t.VERBAL_NOUN and word.key[0] == "ا" and not (word.pronoun or word.forms)
        if not shaped or self.named or self.last != "role" or self.at + 2 >= self.end:
            return False
        surname, then = self.tokens[self.at + 1].word, self.tokens[self.at + 2].word
        foreign = surname.rules & t.LIKE_NAME and not surname.tags and not surname.article
        pause = then.text in COMMAS and "NP" not in self.governed
        return bool(foreign) and bool(pause or then.tags & t.COMPLEMENTIZER or then.text == ":")

    def _owns(self) -> bool:
        """Whether a definite noun follows, to which the word may belong."""
        return self.at + 1 < self.end and self.tokens[self.at + 1].word.article

    def _complement_here(self, word: Word) -> bool:
        """Whether an unknown word with ل or ب belongs to an organisation: الجمعية البريطانية لعلوم الأرض."""
        before = self.tokens[self.at - 1].word
        noun = not word.tags & ~t.PLAIN and self._owns()  # المقرر المعني بحرية التعبير
        if (
            word.key[0] == "ب"
            and before.article
            and before.rules & t.COMPLEMENTED
            and (noun or not word.tags)
        ):
            return True  # المحكمة الخاصة بيوغوسلافيا
        if word.tags or word.key[0] != "ل" or self.last == "name":
            return False
        kinds = self.head & (t.ROLE | t.UNNAMED) or self.named
        # المفوض السامي للأمم المتحدة لحقوق
        ends = word.key.endswith(("ة", "ات")) or self.last == "organisation"
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        if following is None or not self.tokens[self.at - 1].word.article:
            return False
        if self.named and self.last == "role":
            return True  # فلان، الرئيس التنفيذي لشوتايم
        if not following.article:
            return False
        noun = not following.tags & t.NAMES and len(word.key) > SHORTEST_OWNED  # المدير العام لصوامع الغلال
        return bool(self.head & t.ORGANISATION or kinds and (ends or noun))
