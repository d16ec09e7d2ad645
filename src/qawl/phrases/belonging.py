"""Words with ل inside a noun phrase: whom or what the noun before is for, or who is told."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS as _HEADS
from qawl.lexicon.shape import counts_children, prepositional, relational
from qawl.lexicon.word import Word
from qawl.phrases.ahead import Ahead
from qawl.phrases.state import told_body

_LONGEST_KIND = 12
"""Words of an organisation's name before that of who speaks for it."""
_LONGEST_PAGE = 3
"""Words of a page's name before whose it is: الموقع الإلكتروني الرسمي."""
_LONGEST_SHORT_NAME = 4
"""Tokens of a body's short name in brackets or marks, with these."""
_LONGEST_SERVICE = 6
"""Tokens from what a body serves to what it calls for."""
_LONGEST_COMPANY = 3
"""Words of a company's name before what it is for."""
_OFFICES = t.OFFICE | t.SPOKESMAN | t.ENVOY | t.PLAYER | t.DEPUTY
"""Those of a body or an outlet, which ل brings in: متحدث للشرطة."""
_AIMED = t.ORGANISATION | t.GROUP | t.ROLE
"""What is called by what it is for."""


class Belonging(Ahead):
    """Whether a phrase goes on with a word with ل."""

    def _owner_inside(self, word: Word, after: Word | None) -> bool:
        """Whether a word with ل goes on with the phrase: المتحدث باسم الجمعية الوطنية للصيادين."""
        if self.at == self.start + 1 and self.head & t.RELATION and counts_children(word):
            return True  # قالت أم لثلاثة أطفال، الأب لطفلين
        if word.pronoun or word.tags & t.QUANTIFIER and not word.tags & t.ORGANISATION:
            return False  # أكد الوزير لنظيره, وجهت السلطات لكل من فلان وفلان
        if self.tokens[self.start].word.rules & t.PAGE and self.at <= self.start + _LONGEST_PAGE:
            return True  # الموقع الإلكتروني لصحيفة كذا
        kind = word.tags & t.ORGANISATION and not word.tags & t.MEDIA  # عميل لشركة بوينغ
        if self._told_by_anyone(word) or self._told_by_one(word) or self._rules_nation():
            return False
        bound = after is not None and after.rules & t.BOUND and not kind
        called = word.tags & t.NATIONALITY if word.article else self.at == self.start + 1  # للعربي الجديد
        if bound and called and self.head & t.ROLE and "addressee+ل" in self.governed:
            return False  # قال المسؤول لفرانس برس
        if self.head & t.UNNAMED and "addressee+ل" in self.governed and word.tags & t.ORGANISATION:
            return False  # قال مصدر لفريق التحقيق
        if word.article and "ل" in self.governed and self._of_service(word):
            return True
        governs = "ل" in self.governed and after is not None and after.key in self.governed
        called = "addressee" in self.governed and word.tags & t.VERBAL_NOUN  # دعا الوزير للعودة إلى الحوار
        if governs and not called and not word.tags & (t.LISTENER | t.OUTLET | t.MEDIA):
            return True  # يشير مدير معرض الدوحة للكتاب إلى أن
        tags = self._tags_of_owner(word, after)
        if tags & (t.MEDIA | t.OUTLET) and self.head & t.UNNAMED:
            return False
        before = self.tokens[self.at - 1].word
        told = tags & (t.MEDIA | t.OUTLET | t.ORGANISATION | t.KNOWN_ORGANISATION)
        if told and before.pronoun and before.tags & (t.ROLE | t.RELATION) and "addressee+ل" in self.governed:
            return False  # قالت زوجته | لموقع كذا, قال محاميه | لمنظمة كذا
        document = self.head & t.DOCUMENT and not self.head & t.ROLE and not (self.named or self.closed)
        if tags & (t.MEDIA | t.OUTLET) and document:
            return True  # تقرير لرويترز: no document speaks to an outlet
        if tags & t.MEDIA and before.tags & t.LISTENER and not before.article:
            return True  # مراسلون لوكالة كذا
        if tags & t.MEDIA and self._outlet_is_told(word, before, after):
            return False
        if self._of_members(word):
            return True
        if tags & (t.LISTENER | t.OUTLET) and not tags & t.MEDIA:
            return bool(tags & (t.OUTLET | t.MEDIA)) and self._role_of_outlet(after)
        of_name = self.head & t.ROLE and not self.named and self._name_follows()
        # وزيرة الدولة للتعاون فلانة
        if "ل" in self.governed and tags & t.VERBAL_NOUN and not of_name or self._is_told(word, tags, before):
            return False
        if not self.last and tags & (t.ORGANISATION | t.KNOWN_ORGANISATION):
            return not self.head & t.PLACE  # أعربت فرنسا للحكومة
        if tags & t.PLAIN and self.head & t.ORGANISATION and self.at - self.start <= _LONGEST_COMPANY:
            return True  # شركة بيكر هيوز لخدمات الطاقة
        thing = word.article and not word.tags & (t.ROLE | t.TITLE | t.LISTENER)
        # المدير السابق لمعرض المدينة للكتاب فلان
        return self.last in ("role", "organisation") or bool(of_name and thing)

    def _rules_nation(self) -> bool:
        """Whether the phrase is who rules a state, whole with its nationality: الرئيس السوداني | للمنظمات."""
        first, last = self.tokens[self.start].word, self.tokens[self.at - 1].word
        ruler = first.rules & t.RULER and first.article and self.at == self.start + 2
        nation = last.tags & t.NATIONALITY and last.article and not last.rules & t.EXECUTIVE
        return bool(ruler and nation) and not self._name_follows()

    def _told_by_anyone(self, word: Word) -> bool:
        """Whether an outlet, or a body that hears people, is told by somebody of no office, or of one whose
        body is named: قال مسؤول للوكالة, قالت والدة الطفل للشرطة; not قال متحدث للشرطة.
        """
        hears = word.rules & t.HEARING and "addressee+ل" in self.governed
        outlet = word.tags & (t.MEDIA | t.OUTLET) and self.governed
        if not (hears or outlet) or self.named or self._name_follows():
            return False
        words = [token.word for token in self.tokens[self.start : self.at]]
        if not words[0].tags & (t.ROLE | t.UNNAMED | t.GROUP | t.QUANTIFIER) or words[0].article:
            return False
        if self.closed:
            return bool(word.rules & t.HEARING)
        offices = _OFFICES | (t.REPRESENTATIVE if hears else 0)  # ممثلة للمنظمة; قال مسؤول للوكالة
        return not any(w.rules & offices or w.tags & t.RELATION for w in words)

    def _told_by_one(self, word: Word) -> bool:
        """Whether people, a body or whoever has an office are told by somebody of none, or people by who is
        over something: قالت الأم لعناصر الإنقاذ, قالت المتهمة لقاضي التحقيق, قال وزير الصحة لأطباء الريف; not
        قال المدرب السابق لفريق كذا, قال المندوب لمنظمة كذا.
        """
        first, before = self.tokens[self.start].word, self.tokens[self.at - 1].word
        alone = self.at == self.start + 1 and first.article
        adjective = before.tags & (t.ADJECTIVE | t.NATIONALITY) or before.rules & t.DESCRIBING
        owned = self.at == self.start + 2 and before.article and not (first.article or adjective)
        owned = owned and word.tags & t.GROUP > 0 and not relational(before)
        if not (alone or owned) or not first.tags & t.ROLE or "addressee+ل" not in self.governed:
            return False
        told = word.tags & (t.GROUP | t.ROLE | t.ORGANISATION)
        office = first.rules & (_OFFICES & ~(t.OFFICE if owned else 0) | t.REPRESENTATIVE)
        return bool(told) and not (office or word.article or self._name_follows())

    def _of_service(self, word: Word) -> bool:
        """Whether a body with its adjective is called by what it serves, as what it calls for stands behind:
        دعت المديرية العامة للدفاع المدني السكان إلى كذا; not دعت الأحزاب للعودة إلى الحوار.
        """
        before = self.tokens[self.at - 1].word
        body = self.at > self.start + 1 and self.head & t.ORGANISATION and before.article
        if not body or not word.tags & (t.VERBAL_NOUN | t.ORGANISATION):
            return False
        for at in range(self.at + 1, min(self.at + _LONGEST_SERVICE, self.end)):
            behind = self.tokens[at].word
            if behind.tags & t.PREPOSITION and behind.key in self.governed:
                return at > self.at + 1 or word.tags & t.ORGANISATION > 0
            if not (behind.article or behind.tags & (t.PREPOSITION | t.SETTING)):
                return False
        return False

    def _claimed(self, word: Word) -> bool:
        """Whether a word with ب is what a movement is for: حركة المطالبة بالتعويضات."""
        claim, body = self.tokens[self.at - 1].word, self.tokens[self.at - 2].word
        if self.at < self.start + 2 or "ب" in self.governed or not body.tags & t.ORGANISATION:
            return False
        return claim.article and word.article and bool(claim.tags & t.VERBAL_NOUN)

    def _of_placed_body(self, word: Word) -> bool:
        """Whether a body that is named by its place is for a thing: هيئة الشارقة للكتاب."""
        place, body = self.tokens[self.at - 1].word, self.tokens[self.at - 2].word
        if (
            word.preposition != "ل"
            or self.at < self.start + 2
            or not (place.tags & t.PLACE and body.tags & t.ORGANISATION)
        ):
            return False
        thing = word.tags & (t.PLAIN | t.VERBAL_NOUN | t.DOCUMENT) and not word.tags & (t.LISTENER | t.OUTLET)
        return word.article and not body.article and bool(thing)

    def _tags_of_owner(self, word: Word, after: Word | None) -> int:
        """The classes of the word, without that of an outlet where it is none: لوكالة الأونروا."""
        tags = word.tags
        if after is not None and after.tags & t.KNOWN_ORGANISATION:
            tags &= ~(t.OUTLET if after.tags & t.OUTLET else t.MEDIA)  # المفوض العام لوكالة الأونروا
        if tags & t.ORGANISATION and self.head & t.ROLE and not self.named and self._name_ahead():
            tags &= ~t.MEDIA  # المديرة التنفيذية لبرنامج الأغذية العالمي فلانة
        if tags & t.MEDIA and self.tokens[self.start].word.rules & t.SPOKESMAN and self._name_ahead():
            tags &= ~t.MEDIA  # المتحدث باسم الجيش لوسائل الإعلام العربية فلان
        if tags & t.MEDIA and after is not None and word.article and after.article and self._named_at(2):
            tags &= ~t.MEDIA  # المتحدث باسم الجيش للإعلام العربي فلان
        return tags

    def _named_at(self, ahead: int) -> bool:
        """Whether the name of who bears the role begins so many words ahead."""
        if not self.head & t.ROLE or self.named or self.at + ahead >= self.end:
            return False
        word = self.tokens[self.at + ahead].word
        known = word.tags & t.SURE_NAME and not (word.article or word.tags & ~t.NAMES)
        return bool(known) or self._foreign_name(self.at + ahead)

    def _outlet_is_told(self, word: Word, before: Word, after: Word | None) -> bool:
        """Whether an outlet is who was spoken to: قال الوزير لصحيفة كذا; not مدير لقناة كذا."""
        if self.head & (t.ROLE | t.GROUP | t.UNNAMED) and self._indefinite_adjective():
            return True  # قالت صحف أمريكية لوكالة كذا
        if before.tags & t.ROLE and not before.article or self._has_task(word):
            return False
        if before.rules & t.EXECUTIVE and self.last == "role":
            return False  # المديرة التنفيذية لبرنامج الأغذية العالمي
        if (
            self.last == "role"
            and self.tokens[self.start].word.tags & t.LISTENER
            and self.at > self.start + 1
        ):
            return False  # المراسل العسكري لإذاعة الجيش
        if after is not None and after.tags & t.SURE_NAME and self.closed:
            return False
        if self.last != "organisation":
            return True
        says = "addressee+ل" in self.governed and not self.head & t.DOCUMENT
        complete = self.closed or says  # قال ضابط شرطة لوكالة كذا إن
        told = word.tags & t.GENERIC and after is not None and after.tags & t.COMPLEMENTIZER
        if complete and told and not before.stem.endswith("ة"):
            return True  # أكد اتحاد الصحفيين للصحيفة أن; not الهيئة العامة للإذاعة
        return complete and not (word.article and self.head & t.ORGANISATION)

    def _has_task(self, word: Word) -> bool:
        """Whether what sounds like an outlet is a body with a task: المدير العام للوكالة الدولية للطاقة."""
        adjective = self.tokens[self.at + 1].word if self.at + 2 < self.end else None
        role = self.head & t.ROLE or self.last == "role"  # فلان المدير العام
        if adjective is None or not (word.article and adjective.article and role):
            return False
        return self.tokens[self.at + 2].word.preposition == "ل"

    def _role_of_outlet(self, after: Word | None) -> bool:
        """Whether a role is an outlet's, since a name follows: المدير العام للجزيرة فلان."""
        if self.last != "role" or self.named or after is None or after.rules & t.BOUND:
            return False
        if after.key.isascii() or after.tags & t.OUTLET:
            return False
        if after.tags & t.SURE_NAME:
            return True
        return after.kind == "word" and not (after.tags or after.article or after.forms)

    def _is_told(self, word: Word, tags: int, before: Word) -> bool:
        """Whether the word is who was spoken to: قال محامو الرئيس للمحكمة; not المفوضية العليا للاجئين."""
        if "addressee+ل" not in self.governed:
            return False
        if not word.article and self._told_by_owner(word, before):
            return True
        if not self.closed:
            return False
        if not word.article:  # قالت الشاهدة لمحققي الشرطة
            return bool(tags & t.GROUP) and word.stem.endswith("ي")
        if self.head & t.ROLE and not self.named:
            many = tags & t.GROUP and not tags & (t.ROLE | t.LISTENER)
            if self._name_follows() if many else self._name_ahead():
                return False  # المدير السابق للمعرض الدولي للكتاب فلان
        if tags & (t.ROLE | t.TITLE | t.GROUP) and not tags & t.ORGANISATION:
            return True
        return bool(word.rules & t.COURT and self.head & t.GROUP) or told_body(
            self.tokens, self.start, self.at
        )

    def _told_by_owner(self, word: Word, before: Word) -> bool:
        """Whether somebody is told by who has an office of what stands right behind it, of a nation or of
        nothing, and so none of his: قال مدير المدرسة لسليمان, قال الوزير لكريم حسان إن; not قال المستشار
        السابق لسليمان, مستشار الأمن لسليمان فلان.
        """
        if not word.tags & t.SURE_NAME or word.tags & t.PLACE or not before.article:
            return False
        first = self.tokens[self.start].word
        serves = first.tags & t.RELATION or first.rules & (t.SPOKESMAN | t.DEPUTY | t.ENVOY)
        adjective = before.tags & (t.ADJECTIVE | t.NATIONALITY) or before.rules & t.DESCRIBING
        if self.at == self.start + 2 and not first.article:
            owned = not (adjective or relational(before))
        else:
            nation = self.at == self.start + 2 and before.tags & t.NATIONALITY
            owned = bool(self.at == self.start + 1 or nation) and not serves
        return owned and (not self._name_follows() or self._name_ends_before_clause())

    def _name_ends_before_clause(self) -> bool:
        """Whether one more word of a name stands before أن or إن: لكريم | حسان إن."""
        then = self.at + 2
        return then < self.end and bool(self.tokens[then].word.tags & t.COMPLEMENTIZER)

    def _bearer_behind_place(self, word: Word) -> bool:
        """Whether the name of who bears a role stands behind the place where he is, whatever that is: تاجر
        الحبوب بسوق البلدة سامي حداد, الممرضة بالقسم ليلى حداد.
        """
        if self.last != "role" or self.named or not self.closed or "ب" in self.governed or word.pronoun:
            return False
        act = word.tags & t.VERBAL_NOUN and not word.article  # بحضور الوزير فلان
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else word
        return not (act or following.preposition) and self._name_follows()

    def _name_follows(self) -> bool:
        """Whether a personal name follows at once, or behind the rest of an organisation's name."""
        return self._given_name_at(1) or self._name_ahead()

    def _name_ahead(self) -> bool:
        """Whether a personal name follows an organisation: لبرنامج الأغذية العالمي فلانة."""
        at, end = self.at + 2, min(self.at + _LONGEST_KIND, self.end)
        while at < end:
            word = self.tokens[at].word
            short = self._short_name(at)
            if short:
                at = short
                continue
            at += 1
            if word.kind != "word" or word.preposition not in ("", "ل") or word.tags & (t.FUNCTION | t.TIME):
                return False
            if word.tags & t.SURE_NAME and not (word.article or word.tags & (t.PLACE | _HEADS)):
                return not word.preposition  # not قال المدير بالقسم لخالد
        return False

    def _short_name(self, at: int) -> int:
        """Past the short name in brackets or marks that begins at the token: وكالة غوث اللاجئين (أونروا)
        فلان; 0 where none does.
        """
        close = self.scene.closing.get(at, 0)
        if self.tokens[at].word.text == "(":
            brackets = range(at + 2, min(at + _LONGEST_SHORT_NAME, self.end))
            close = next((k for k in brackets if self.tokens[k].word.text == ")"), 0)
        return close + 1 if 0 < close - at <= _LONGEST_SHORT_NAME else 0

    def _aimed(self, after: Word) -> bool:
        """Whether من أجل tells what a body is for: محامون من أجل العدالة، الحركة من أجل التغيير."""
        if after.key != "اجل" or self.at + 3 >= self.end or not self.head & _AIMED:
            return False
        aim, then = self.tokens[self.at + 2].word, self.tokens[self.at + 3].word
        body = self.head & t.ORGANISATION and self.tokens[self.at - 1].word.article
        owned = body and then.article and not aim.tags & t.VERBAL_NOUN  # من أجل ديمقراطية الانتخابات
        return owned or aim.article and not prepositional(then)  # not من أجل التوصل إلى اتفاق

    def _purpose(self, previous: Word) -> bool:
        """Whether what a body is for stands before, behind ل: المركز الأوروبي للوقاية."""
        body = self.at > self.start + 1 and self.tokens[self.at - 2].word.tags & t.ORGANISATION
        own = previous.preposition == "ل" or body and not previous.preposition  # إدارة الحماية من الضوضاء
        aim = own and previous.article and previous.tags & (t.VERBAL_NOUN | t.PLAIN)
        if "addressee+من" in self.governed:
            return False  # طلبت هيئة الدفاع من المحكمة مهلة
        return bool(aim and self.head & (t.ORGANISATION | t.ROLE | t.NAME))

    def _member_of(self, after: Word) -> bool:
        """Whether من tells of what body a person is who was named: قالت ماريا زامبون من وكالة الأمن الصحي."""
        if self.last != "name" or not self.named or not self.governed:
            return False
        if self.governed & {"من", "addressee+من"}:
            return False  # طلب فلان من مجلس الأمن التدخل
        body = after.tags & (t.ORGANISATION | t.GROUP) and not (after.article or after.pronoun)
        return bool(body) and self._name_words() > 1  # سعاد أحمد من سكان البلدة

    def _comes_from(self, place: Word, role: Word) -> bool:
        """Whether who bears a definite role is named behind where he is from: المزارع من قرية الزيتون سامي
        حداد.
        """
        single = role.article and role.tags & t.ROLE and self.at == self.start + 1
        named = self._given_name_at(2) or bool(place.rules & t.LOCALITY) and self._given_name_at(3)
        return bool(single) and named

    def _mutual(self, previous: Word) -> bool:
        """Whether the noun before, with or without an adjective, is of what two do or share: المفاوضات."""
        if previous.rules & t.MUTUAL:
            return True
        adjective = relational(previous) and self.at > self.start + 1
        return bool(adjective and self.tokens[self.at - 2].word.rules & t.MUTUAL)
