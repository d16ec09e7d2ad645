"""Prepositions inside a noun phrase, apart or written to their noun."""

from __future__ import annotations

from itertools import pairwise, takewhile

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS as _HEADS
from qawl.lexicon.shape import adjective_alone, relational, some_text, to_outlet
from qawl.lexicon.word import Word
from qawl.phrases.delegates import LONGEST_OBJECT, Delegates
from qawl.phrases.phrase import LONGEST_QUOTED_NAME
from qawl.phrases.state import part_of_text, takes_noun
from qawl.scene import COMMAS

_WITHIN = ("في", "لدى", "لدي")
"""Before the body in marks to which somebody belongs: المحلل لدى «كورنال» فلان."""


class Prepositions(Delegates):
    """Whether a phrase goes on over a preposition or ends before it."""

    def _preposition_inside(self, word: Word) -> bool:
        """Whether a preposition belongs to the phrase: عدد من السكان، هيئة الرقابة على الأدوية."""
        if self.at + 1 >= self.end:
            return False
        key, after = word.key, self.tokens[self.at + 1].word
        previous = self.tokens[self.at - 1].word
        if self.at + 1 in self.scene.closing:
            return key in _WITHIN and key not in self.governed and self._of_marked()
        surname = previous.article and previous.tags & t.NAME
        surname = surname and not (self.last == "role" and previous.tags & t.ROLE)  # الناجية من الحريق
        complemented = self._complemented() and not surname
        noun = self.tokens[self.at + 2].word if self.at + 2 < self.end else after
        pointing = after.rules & t.POINTING and (noun.preposition or not noun.article)  # رد على ذلك بالقول
        if (
            complemented and after.kind == "word" and not (pointing or self._of_verb(key))
        ):  # not وأعرب الصدر عن
            event = after.article and not after.tags & t.TIME
            return key != "في" or event or not after.tags & (t.SETTING | t.TIME)
        if key == "من" and after.rules & t.SIDE:
            return False  # وزارة الصحة من جهتها
        if key == "من" and (self._purpose(previous) or self._aimed(after)) and self._free(key):
            return True  # المركز الأوروبي للوقاية من الأمراض، الحركة المصرية من أجل التغيير
        if key == "مع" and self._mutual(previous) and after.kind == "word" and self._free(key):
            return True  # لجنة المفاوضات مع صندوق النقد
        if key == "في" and previous.rules & t.TAKING_PART and after.kind == "word":
            theirs = after.key.endswith("هم") or noun.key.endswith("هم")
            told = theirs and after.tags & t.SETTING or after.rules & t.OCCASION
            return not told  # المشاركون في الدراسة | في بيانهم الختامي، المشاركات | في ختام الجلسة
        if previous.kind == "number" and takes_noun(self.tokens, self.at - 1):
            return True
        if key == "على" and after.rules & t.ACQUAINTANCE and not self.named:
            return not self._prepositional()  # مصدر على دراية بالملف
        if key == "على" and after.key == "مستوى" and self._at_level_of(noun):
            return True
        before = self.tokens[self.at - 1].word
        if key == "من" and before.text in COMMAS and self.named:
            return True  # فلانة، من مركز كذا
        if key == "من" and self._member_of(after):
            return True  # ماريا زامبون من وكالة الأمن الصحي
        if key == "الى" and self._posted() or key == "عن" and self._represents(after):
            return True
        if key == "من" and previous.tags & t.QUANTIFIER and after.kind == "number":
            return True  # أكثر من 87 بالمئة
        if after.kind != "word" or after.tags & (t.COMPLEMENTIZER | t.DEMONSTRATIVE) or key in self.governed:
            return after.kind == "word" and self._though_governed(key, after, previous)
        if key == "في":
            return self._in_inside(after)
        if key == "من":
            return bool(previous.rules & t.PERCENT) or self._from_inside(after, previous)
        return self._direction_or_task(word, after, previous)

    def _prepositional(self) -> bool:
        """Whether the phrase went on over a preposition before."""
        return any(token.word.tags & t.PREPOSITION for token in self.tokens[self.start : self.at])

    def _though_governed(self, key: str, after: Word, previous: Word) -> bool:
        """Whether a preposition is the noun's though the verb takes it too, or هذا or أن stands
        behind it: حذر عدد من الخبراء من كذا, حذر باحثون من جامعة كذا من كذا.
        """
        if key in ("من", "في") and previous.tags & t.QUANTIFIER:
            act = after.tags & t.VERBAL_NOUN and not after.article
            alone = previous.key.endswith(("ون", "هم", "البعض"))
            return not (act and alone)  # حذر آخرون من عواقب القرار، حذر بعضهم من خطر
        task = previous.rules & t.TASK and self._task_goes_on(after, previous)
        if key in ("على", "عن") and task and (self._governed_again(key) or self._object_behind(after)):
            return True  # كشف مسؤول الرقابة عن المنشطات أن
        if key == "على" and self._online(after, previous):
            return True  # أكد ناشطون على مواقع التواصل أن
        whence = after.tags & (t.ORGANISATION | t.GROUP | t.PLACE) and not after.tags & t.COMPLEMENTIZER
        if key == "من" and previous.tags & t.GROUP and after.nominal:
            whence = not after.tags & t.VERBAL_NOUN  # حذر صيادون من أبناء المنطقة من كذا
        if not whence or not self._governed_again(key):
            return False
        if key == "في":  # شكك الأستاذ في جامعة كذا في النتائج
            return self._in_inside(after)
        return key == "من" and self._from_inside(after, previous)

    def _object_behind(self, after: Word) -> bool:
        """Whether a noun that the verb takes stands behind the noun after the preposition, which so is of the
        body: أعلنت هيئة الكشف عن المنشطات موعد الفحص.
        """
        if "NP" not in self.governed or not after.article or self.at + 2 >= self.end:
            return False
        word = self.tokens[self.at + 2].word
        return word.nominal and not (word.article or word.preposition or word.conjunction)

    def _free(self, key: str) -> bool:
        return key not in self.governed or self._governed_again(key)

    def _complemented(self) -> bool:
        """Whether the word before takes a complement: مصدر مطلع على الملف، الحركة المعارضة للاتفاق، المشرف
        العام على المركز; not المعارضة, زعيم المعارضة.
        """
        word = self.tokens[self.at - 1].word
        if not word.rules & t.COMPLEMENTED:
            noun = self.tokens[self.at - 2].word if self.at > self.start + 1 else word
            described = word.article and (word.tags & t.ADJECTIVE or word.rules & t.DESCRIBING)
            return bool(described and noun.article and noun.tags & t.ROLE and noun.rules & t.COMPLEMENTED)
        body = word.tags & t.ORGANISATION and word.article and self.at != self.complement
        if body and word.preposition:
            return False  # دعا الأمين العام للمنظمة إلى كذا
        return not body or self.at > self.start + 1 and self.tokens[self.at - 2].word.article

    def _of_verb(self, key: str) -> bool:
        """Whether a preposition is the verb's, which takes it and finds it nowhere else: طالبت مصادر مطلعة
        بوقف القتال; not طالب النائب المكلف بالملف بوقف القتال.
        """
        ours = self.at == self.complement or self.tokens[self.at - 1].word.rules & t.ISSUED
        own = self.tokens[self.at - 1].word.rules & t.DEPENDENT and key == "ل"  # الإعلام التابع للحكومة
        if key not in self.governed or ours or own:
            return False
        clause = t.COMPLEMENTIZER if "ان" in self.governed else 0
        noun = self.tokens[self.at].word
        act = noun.tags & t.VERBAL_NOUN and not noun.article
        if "NP" in self.governed and self.head & t.UNNAMED and self._act_behind():
            return False  # أكدت مصادر مطلعة على الملف ضرورة كذا
        near = self.tokens[self.at : min(self.at + LONGEST_OBJECT, self.end)]
        for before, token in pairwise(near):
            word = token.word
            if before.word.text in COMMAS and word.verb is not None:
                return True  # وفيما تطالب المعارضة برحيل الحكومة، أكد الوزير أن
            if act and word.tags & t.RELATIVE:
                return True  # طالبت المعارضة باستقالة الوزير الذي اتهمته بالفساد
            if key in (word.key, word.preposition) or word.tags & clause:
                return False
        return True

    def _of_marked(self) -> bool:
        """Whether the body in marks that follows is where the bearer of a role or a source belongs: القيادي
        في «حماس» فلان، مصدر في «حزب الله».
        """
        short = self.scene.closing[self.at + 1] - self.at <= LONGEST_QUOTED_NAME
        first = self.tokens[self.at + 2].word
        body = not first.tags & (t.DOCUMENT | t.SETTING | t.VERBAL_NOUN) or first.tags & t.ORGANISATION
        somebody = self.head & (t.ROLE | t.UNNAMED | t.GROUP | t.TITLE)
        return bool(short and body and somebody) and not self.named

    def _in_inside(self, after: Word) -> bool:
        """Whether في belongs to the phrase: المدير في الشركة; not قال المدير في بيان."""
        body = self.last in ("role", "organisation") or self._some_people()
        adjective = after.tags & t.ADJECTIVE and not after.tags & t.ORGANISATION or adjective_alone(after)
        if not body or after.tags & (t.TIME | t.MONTH) or adjective:  # not زميله في المنتخب
            return False
        if after.tags & t.QUANTIFIER:
            then = self.tokens[self.at + 2].word if self.at + 2 < self.end else after
            if after.rules & t.EVERYONE and then.key == "من":
                return True  # مسؤولون في كل من سوريا والعراق
            proper = (
                after.article or then.article or then.rules & t.LIKE_NAME or self.at + 2 in self.scene.closing
            )
            if not (after.tags & t.ORGANISATION and proper):
                return False  # not الخبير في مجموعة كورنال
        if after.pronoun and not after.tags & _HEADS:
            return False  # قال الادعاء في مقره
        team = self.head & t.ORGANISATION and not self.head & (t.ROLE | t.GROUP | t.DOCUMENT)
        if after.tags & t.MEDIA and not after.tags & t.ORGANISATION and team:
            return False  # كتب الفريق في مجلة كذا
        if not after.tags & t.ORGANISATION:
            if part_of_text(self.tokens, self.at + 1, self.end):
                return False
            field = after.stem == "شان" and after.article and self.head & t.ROLE  # خبير في الشأن الإيراني
            if after.tags & (t.SETTING | t.DOCUMENT) and not (field or self._name_after_next()):
                return False
            field = self.head & t.ROLE and not self.named and self._name_ahead()  # الباحث في تاريخ القدس فلان
            if after.tags & t.VERBAL_NOUN and not (after.article or field):
                return False
            if team and self.at + 2 < self.end and some_text(after, self.tokens[self.at + 2].word):
                return False  # قالت الجمعية في ورقة بحثية
        return self.named or bool(self.head & (_HEADS | t.LISTENER | t.NATIONALITY))

    def _some_people(self) -> bool:
        """Whether the phrase is no more yet than some people, who are told of by where they are or come
        from: يمنيون في مدينة تعز.
        """
        first = self.tokens[self.start].word
        some = first.tags & (t.GROUP | t.NATIONALITY) and not (first.article or first.pronoun)
        return bool(some) and self.at == self.start + 1

    def _direction_or_task(self, word: Word, after: Word, previous: Word) -> bool:
        """Whether another preposition tells what a body or role is for: هيئة الرقابة على الأدوية."""
        key = word.key
        if word.rules & t.DIRECTION and word.conjunction:
            return self.head & t.ROLE > 0 and after.tags & t.PLACE > 0  # في الشرق الأوسط وشمال أفريقيا
        joined = previous.preposition == "ب" and self.at > self.start + 1
        aim = joined and self.tokens[self.at - 2].word.rules & t.COMPLEMENTED
        if aim and previous.tags & t.VERBAL_NOUN and key in ("على", "عن"):
            return True  # المنظمة المعنية بالدفاع عن الحقوق
        if self._task_goes_on(after, previous) and key in ("على", "عن"):
            return True  # هيئة الرقابة على الأدوية، خبراء السلامة على الطرق
        if key == "على" and self._online(after, previous):
            return True
        player = previous if previous.tags or previous.article else self.tokens[self.at - 2].word
        if key == "وسط" and player.rules & t.PLAYER and not player.article:
            return True  # لاعب وسط الفريق, لاعب خط وسط الفريق
        if word.rules & t.DIRECTION:
            if word.preposition == "ل" and self.head & t.ROLE and not self.named:
                return after.article or after.tags & t.PLACE > 0  # المدير الإقليمي للمنظمة لشرق المتوسط
            if previous.rules & (t.ROLE_PREPOSITION | t.QUARTER) or previous.key == "من" or self._lies():
                return True  # السلطات في جنوب البلاد
            bare = not (self.closed or previous.article) and after.tags & t.PLACE
            if bare and (previous.rules & t.OFFICE or self.head & t.ROLE and self.at > self.start + 1):
                return True  # والي شمال دارفور, رئيس اتحاد بلديات شرق زحلة
            where = after.tags & (t.PLACE | t.ORGANISATION) or after.article and key != "وسط"
            some = where and self.head & (t.GROUP | t.UNNAMED | t.QUANTIFIER)
            # سكان الحي جنوب صنعاء، مصادر داخل الحكومة
            return bool(some or previous.tags & t.ORGANISATION and not self.closed)
        return bool(word.rules & t.ROLE_PREPOSITION) and self._of_role(key, after)

    def _online(self, after: Word, previous: Word) -> bool:
        """Whether على tells where on the net a page or those who write there are: صفحات على فيسبوك, ناشطون
        على مواقع التواصل.
        """
        page = previous.rules & t.PAGE and not previous.article and self.at == self.start + 1
        where = after.tags & (t.OUTLET | t.MEDIA) or after.rules & t.PAGE
        return bool((page or previous.rules & t.ONLINE) and where)

    def _at_level_of(self, body: Word) -> bool:
        """Whether على مستوى tells at which body or in which place a role is: المكلف بالإعلام على مستوى
        المديرية, رئيس المصلحة على مستوى المستشفى; not شدد على مستوى الخدمات.
        """
        role = self.head & t.ROLE and not self.named and self.at > self.start + 1
        return bool(role and (body.tags & (t.ORGANISATION | t.PLACE) or body.rules & t.LOCALITY))

    def _task_goes_on(self, after: Word, previous: Word) -> bool:
        """Whether the word before is what a body or those who know of it are for: مركز الرقابة."""
        if self.head & t.MEDIA or self.named:
            return False
        if self.head & t.ROLE and previous.rules & t.MINISTRY:
            body = self.tokens[self.at - 2].word.tags & t.ORGANISATION  # رئيس هيئة الدفاع عن المعتقلين
            return bool(body and after.tags & (t.GROUP | t.ROLE) and not after.pronoun)
        if not self.head & (t.ORGANISATION | t.GROUP | t.ROLE) or self.at == self.start + 1:
            return False
        where = after.tags & (t.SETTING | t.MEDIA | t.OUTLET) or after.rules & t.OCCASION
        if where or not previous.article:
            return False
        if previous.rules & t.TASK:
            return True
        return bool(self.governed and self.head & t.ORGANISATION and previous.tags & t.VERBAL_NOUN)

    def _of_role(self, key: str, after: Word) -> bool:
        """Whether a preposition goes on with a role: المسؤول عن الملف، النائب عن حزب كذا."""
        if self.named and self.last != "role" or not (self.last == "role" or self.head & t.ROLE):
            return False
        if after.tags & (t.SETTING | t.TIME | t.VERBAL_NOUN | t.OUTLET) or after.rules & (
            t.OCCASION | t.POINTING
        ):
            return False
        if key == "الى" and (not self._envoy() or self._prepositional()):
            return False  # وصل الوزير إلى بيروت، وصل السفير لدى دمشق إلى بيروت
        if key == "على":
            return bool(after.tags) and not after.tags & ~t.NAMES  # Ali, as the Egyptian press spells him
        if key == "عن":  # النائب عن حزب كذا; not وتحدث الوزير عن الأزمة
            return any(self.tokens[k].word.rules & t.REPRESENTATIVE for k in (self.at - 1, self.start))
        if key == "ضد":  # المقررة المعنية بالعنف ضد المرأة; not لعب المهاجم ضد الأهلي
            return self.at > self.start + 1 and not self.tokens[self.at - 1].word.tags & t.ROLE
        return key not in ("حول", "بشان")

    def _begun_anew(self) -> bool:
        """Whether the word before stands behind a comma: فلان، مواطن من سكان كذا."""
        return self.at - 2 > self.start and self.tokens[self.at - 2].word.text in COMMAS

    def _from_inside(self, after: Word, previous: Word) -> bool:
        """Whether من goes on with the phrase: عدد من السكان، بيان من المدير."""
        if "addressee+من" in self.governed and not previous.tags & t.QUANTIFIER:
            return False
        counted = self.head & t.QUANTIFIER and self.at - self.start <= 3
        if counted or previous.tags & (t.QUANTIFIER | t.UNNAMED):
            return True
        if after.tags & t.GROUP and not self.closed and self.head & (t.ORGANISATION | t.GROUP):
            return True
        if (
            self.head & (t.DOCUMENT | t.ORGANISATION)
            and (self.at == self.start + 1 or self._indefinite_adjective())
            and not previous.article
            and after.tags & (t.ROLE | t.ORGANISATION)
        ):
            return True  # بيان من المدير، وفد من الحكومة، فريق بحثي من جامعة كذا
        place = after.tags & t.PLACE or after.rules & (t.LOCALITY | t.DIRECTION)
        if place and self._comes_from(after, previous):
            return True
        if place and not self.closed and (not self.named or self.last == "role"):
            return bool(self.head & (t.ROLE | t.GROUP | t.UNNAMED))  # سائق أجرة من مدينة كذا
        if previous.tags & t.ROLE and (previous.article or after.tags & t.ADJECTIVE):
            return False  # وأعلنت الوزيرة من جديد أن
        joined = previous.conjunction == "و" and not previous.article
        joined = joined or self.head & t.UNNAMED > 0 and self.at == self.start + 2  # مصدر مسؤول من الإدارة
        return bool(previous.tags & (t.GROUP | t.ROLE)) and (
            self.at == self.start + 1 or joined or self._begun_anew()
        )

    def _attached_inside(self, word: Word) -> bool:
        """Whether a word with ب or ل belongs to the phrase: مصدر على دراية بالملف، جمعية للصيادين."""
        tags = word.tags
        after = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        if word.rules & t.ACTING and self.head & t.ROLE and not self.named:
            return True
        taking = self._complemented() or self.tokens[self.at - 1].word.rules & t.ACQUAINTANCE
        project = tags & t.ORGANISATION and word.article and "addressee+ل" not in self.governed
        told = to_outlet(word) and not project  # المتحمسون للبرنامج
        if taking and not told and not self._of_verb(word.preposition):
            return True
        if self._of_placed_body(word):
            return True  # هيئة الشارقة للكتاب
        adverbial = tags & (t.SETTING | t.MANNER | t.TIME) and not tags & t.ORGANISATION
        if adverbial and not (word.preposition == "ل" and self._owned_by_role(word, after)):
            return False
        if word.preposition == "ل":
            return self._owner_inside(word, after)
        return word.preposition == "ب" and (self._claimed(word) or self._place_inside(word, after))

    def _owned_by_role(self, word: Word, after: Word | None) -> bool:
        """Whether ل with what sounds like a time or place goes on with a role, a body's name or a text:
        المدير السابق لمعرض الدوحة، الجبهة العراقية للحوار الوطني، البيان الختامي للمؤتمر.
        """
        before, first = self.tokens[self.at - 1].word, self.tokens[self.at - 2].word
        text = first.rules & t.ISSUED_DOCUMENT and before.article and self.at == self.start + 2
        if text and word.article and ("ل" not in self.governed or self._complement_next()):
            return True
        if after is None or self.last != "role":
            adjective = self.tokens[self.at - 1].word
            body = self.last == "organisation" and (adjective.tags & t.NATIONALITY or relational(adjective))
            if body and word.article and after is not None and after.article:
                return True
            return bool(word.article and self.head & t.ROLE and not self.named) and self._name_follows()
        return after.article or bool(after.tags & (t.PLACE | t.NAME))

    def _place_inside(self, word: Word, after: Word | None) -> bool:
        """Whether a word with ب tells where a role or body is: أمير المنطقة بمنطقة جازان."""
        if "ب" in self.governed and word.tags & t.VERBAL_NOUN:
            return False  # هدد الوزير بمقاطعة الانتخابات
        if self.governed & {"ب", "NP"} == {"ب"} and not self._content_behind():
            return False  # ندد المدير بالشركة
        body = bool(word.tags & (t.ORGANISATION | t.PLACE | t.OUTLET))
        body = body or bool(
            word.rules & t.LOCALITY and after is not None and after.article | (not word.article)
        )
        if word.rules & t.LOCALITY and word.article and self.head & t.ROLE and not self.named:
            body = body or self._name_after_comma() or self._given_name_at(1)  # قائد الشرطة بالإقليم، فلان
        if not body and word.rules & t.LOCALITY and self._object_with_b():
            return self.head & (t.GROUP | t.ROLE | t.ORGANISATION) > 0
        if not body and ("ب" in self.governed or not word.tags & t.KNOWN_ORGANISATION):
            return self._bearer_behind_place(word)
        return self.last in ("role", "organisation")

    def _object_with_b(self) -> bool:
        """Whether what the verb takes with ب stands behind a place with it: طالبت جمعيات بالمنطقة | الوزير
        بالتدخل, ندد تجار بالسوق | بالقرار.
        """
        if not self.governed & {"ب", "object+ب"}:
            return False
        behind = (token.word for token in self.tokens[self.at + 1 : min(self.at + LONGEST_OBJECT, self.end)])
        near = takewhile(lambda word: word.kind == "word" and not (word.conjunction or word.verbal), behind)
        return any(word.preposition == "ب" for word in near)
