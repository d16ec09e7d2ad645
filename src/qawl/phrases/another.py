"""A second person behind a role, with no comma between."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import feminine, prepositional, relational
from qawl.lexicon.word import Word
from qawl.phrases.ahead import Ahead
from qawl.phrases.state import TAKES_PEOPLE
from qawl.scene import HYPHENS

_ASKS = frozenset({"addressee", "هل"})
"""What a verb of asking takes."""
_NAMED = t.NAMES | t.NAME_PARTICLE
_OFFICES = 20
"""Words that the offices of one person go on at most."""


class Another(Ahead):
    """Whether a role is somebody else's than the one that was read."""

    def _person_object(self, word: Word) -> bool:
        """Whether a role after the subject is the person whom the verb takes, with no comma between: أبلغ
        رئيس الوزراء فلان الرئيس الأميركي; not النائب فلان رئيس اللجنة, nor المدرب المساعد.
        """
        person = t.ROLE | t.TITLE if word.article else t.ROLE
        if not self.governed & TAKES_PEOPLE or not word.tags & person or word.tags & t.SURE_NAME:
            return False
        if self._is_asked(word):
            return True
        surname = self._name_words() == 1 and not (word.tags & t.TITLE and self._name_goes_on())
        if word.tags & t.NAME and (surname or not word.article):
            return False  # ليلى الخطيب
        woman = feminine(self.tokens[self.start].word) and not self.named  # not الداعية
        if woman and self.closed and word.article and word.tags & t.ROLE and not word.stem.endswith("ة"):
            return True  # اتهمت المعارضة الرئيس فلانا
        before = self.tokens[self.at - 1].word
        if not self.named:
            return self._behind_nameless(word, before)
        if self.last != "name" or self.name_end != self.at:
            return False
        if self.name_start == self.start:
            return word.article and self._name_words() == 1
        surnamed = before.article and self.name_start == self.start + 1 == self.at - 1
        if surnamed and word.article and not word.tags & t.TITLE and self._name_goes_on():
            return True  # أبلغ الرئيس السيسي الرئيس ماكرون
        honoured = self.tokens[self.name_start - 1].word.tags & t.TITLE
        lettered = self.scene.after_short_title(self.name_start - 1) and self.name_start == self.start + 2
        return self.name_start - self.start > 1 and not (lettered or honoured and self._name_words() == 1)

    def _is_asked(self, word: Word) -> bool:
        """Whether a role is who is asked, right behind who asks: سأل القاضي | المتهم عن, سأل رئيس المحكمة |
        المتهم سيف الراشدي عن; not سأل رئيس المحكمة القاضي سيف الراشدي المتهم عن.
        """
        closed = self.closed or self.tokens[self.start].word.article
        if not (closed and self.governed >= _ASKS) or self.named or relational(word):
            return False
        at = self.at + 1
        while at < self.end and (self.tokens[at].word.article or self.tokens[at].word.tags & _NAMED):
            at += 1
        behind = self.tokens[at].word if at < self.end else word
        return behind.key in self.governed or bool(behind.tags & t.QUESTION or behind.alef)

    def _tells_of_body(self, word: Word, previous: Word) -> bool:
        """Whether a participle tells what the body before it does, since what it takes is behind it: اللجنة
        المنظمة للبطولة, الشركة المالكة لكذا; not دعت الحكومة المعارضة للحوار.
        """
        if not word.stem.endswith("ة") or self.at + 1 >= self.end:
            return False
        following = self.tokens[self.at + 1].word
        body = previous.tags & t.ORGANISATION and previous.article and feminine(previous)
        if not body or not prepositional(following):
            return False
        key = following.preposition or following.key
        free = key not in self.governed and f"object+{key}" not in self.governed
        return free or not word.tags & t.ORGANISATION or key == "ل" and self._organising(word, previous)

    def _behind_nameless(self, word: Word, before: Word) -> bool:
        """Whether the role is another's than the body or role without a name before it: نعى حزب الله القيادي
        فلانا; not المكتب السياسي.
        """
        nobody = self.head & (t.ORGANISATION | t.GROUP | t.PLACE | t.MEDIA | t.KNOWN_ORGANISATION)
        # الهيئة السياسية, المكتب السياسي
        adjective = before.article and not before.tags & t.ROLE and relational(word)
        given = self.tokens[min(self.at + 1, self.end - 1)].word
        man = feminine(word) and given.rules & (t.MAN | t.ONLY_SURNAME)  # القوى السياسية نتنياهو
        # الوزارة الصحفية ليلى حداد
        adjective = adjective and not (word.article and self._given_name_at(1) and not man)
        adjective = adjective and not before.rules & t.BOUND  # حزب الله القيادي فلانا
        adjective = adjective or before.article and word.rules & t.DESCRIBING > 0  # الحزب الحاكم
        adjective = adjective or before.article and self._organising(word, before)
        competent = word.rules & t.COMPLEMENTED and word.stem.endswith("ة") and not word.tags & t.ORGANISATION
        adjective = adjective or before.article and bool(competent)  # السلطات المختصة
        if word.article and nobody and not self.head & t.ROLE and self.closed and not adjective:
            return True  # نعى حزب الله القيادي فلانا
        if word.article:  # شكر الأمين العام الوزير
            apart = self.at - self.start > 1 and not before.tags & (t.ROLE | t.TITLE)
            named = self._name_goes_on() or self._titles(word)
            another = self.closed and apart and not (adjective or named or word.rules & t.DESCRIBING)
        else:
            another = self.closed and not before.tags & t.TITLE
        return another and not self._titled_before_object()

    def _titled_before_object(self) -> bool:
        """Whether the offices from the token on are those of the titled name behind them, since the object
        stands behind that: حث مدير الجامعة عضو المجلس الدكتور فلان الفلاني | الطلاب على, الذين يغيبون على,
        كل من يغيب على; not الدكتور فلان الفلاني على.
        """
        end = min(self.at + _OFFICES, self.end)
        title = next((k for k in range(self.at, end) if self._begins_titled(k)), end)
        between = self.tokens[self.at : title]
        if title == end or any(token.word.kind == "sign" or token.word.forms for token in between):
            return False
        at = title + 1
        while at < end and self.tokens[at].word.tags & (t.NAMES | t.NAME_PARTICLE | t.TITLE):
            at += 1
        if at in (title + 1, end):
            return False
        behind = self.tokens[at].word
        several = behind.rules & t.RELATIVE_PLURAL or behind.tags & (t.QUANTIFIER | t.GROUP)
        return not behind.preposition and bool(behind.article and behind.nominal or several)

    def _begins_titled(self, at: int) -> bool:
        """Whether a title at the token has a name behind it: الدكتور فلان, الشيخ الدكتور فلان."""
        word = self.tokens[at].word
        following = self.tokens[min(at + 1, self.end - 1)].word
        named = following.tags & (t.NAMES | t.NAME_PARTICLE | t.TITLE)
        return bool(word.article and word.tags & t.TITLE and named)

    def _another_person(self, word: Word, previous: Word) -> bool:
        """Whether a second role is somebody else's than the one that was read and no name completes: استقبل
        الرئيس الفرنسي نظيره فلانا، التقى الوزير رئيسة البعثة، التقى السفير الروسي المبعوث الأميركي.
        """
        if self._taken_alone(word, previous):
            return True
        person = word.tags & t.ROLE and not word.tags & (t.NAME | t.ORGANISATION | t.NATIONALITY)
        if not (person and self.head & t.ROLE and self.closed) or self.named:
            return False
        if self.governed and not self.governed & TAKES_PEOPLE:
            return False
        if word.pronoun:
            return True
        matter = previous.preposition and previous.tags & t.PLAIN and relational(word)
        if word.article and (previous.stem.endswith("ة") or matter):
            return False  # رئيس اللجنة المنظمة، الأمين العام المساعد للشؤون السياسية
        described = previous.article and relational(word) and not previous.tags & (t.ROLE | t.NATIONALITY)
        if described and not (word.article and self._given_name_at(1)):
            return False  # أستاذ العلوم السياسية; but رئيس الوزراء الصحفية ليلى حداد
        if feminine(word) != feminine(self.tokens[self.start].word):
            epicene = self.tokens[self.start].word.rules & t.EPICENE and word.tags & t.TITLE
            return not epicene  # عضو المجلس الدكتورة فلانة
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else word
        nations = previous.tags & following.tags & t.NATIONALITY and previous.article and following.article
        return bool(word.article and nations) and previous.stem != following.stem

    def _taken_alone(self, word: Word, previous: Word) -> bool:
        """Whether a role with ال behind one such role is whom the verb takes, since what it says of him
        stands right behind: اتهم النائب | الوزير السابق بالكذب; not اتهم النائب الدكتور فلان.
        """
        roles = previous.article and word.article and previous.tags & word.tags & t.ROLE
        if not roles or self.at != self.start + 1 or not self.governed & TAKES_PEOPLE or relational(word):
            return False
        at = self.at + 1
        adjective = self.tokens[min(at, self.end - 1)].word
        at += adjective.article and not adjective.preposition and not adjective.tags & ~t.ADJECTIVE
        behind = self.tokens[min(at, self.end - 1)].word
        governs = behind.preposition and {behind.preposition, f"object+{behind.preposition}"} & self.governed
        return bool(governs or behind.alef or behind.rules & t.BLAME)

    def _behind_lone_surname(self, word: Word, previous: Word) -> bool:
        """Whether somebody else stands behind who is told by the surname alone: وصف ترامب زيلينسكي بأنه, حذر
        ماكرون دونالد ترامب من, هنأ الرئيس ماكرون السيسي; not بوش الابن.
        """
        if not self.governed & TAKES_PEOPLE or self.name_end != self.at or word.tags & t.RELATION:
            return False
        first = self.tokens[self.start].word
        second = self.at == self.start + 2
        if not (second and first.rules & t.FILIAL):  # بن سلمان
            alone = self.at == self.start + 1 or second and first.article
            learnt = previous.tags == t.NAMES and not previous.rules and word.tags & t.ROLE
            if not (alone and (previous.rules & t.ONLY_SURNAME or learnt and not word.tags & t.NAMES)):
                return False
        if word.article:
            return bool(word.tags & (t.SURNAME | t.ROLE | t.TITLE)) and not previous.article
        if word.tags & t.NAME_PARTICLE and not word.preposition:
            return True
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else word
        named = following.tags & t.NAME and not following.preposition  # دونالد ترامب
        office = word.tags & t.ROLE and following.article
        if word.tags & t.NAME and not word.rules & t.ONLY_SURNAME and named or office:
            return True
        act = "NP" in self.governed and following.article and following.tags & t.VERBAL_NOUN
        pause = following.kind == "sign" and following.text not in HYPHENS
        over = following is word or pause or following.tags & (t.MANNER | t.TIME)
        ends = act or over or self._complement_next()
        return bool((word.rules & t.ONLY_SURNAME or word.tags & t.PLACE) and ends)
