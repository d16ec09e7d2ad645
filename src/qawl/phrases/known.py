"""A name that the tables know behind a noun phrase that is complete."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import another_given, man_behind_woman, to_outlet
from qawl.lexicon.word import Word
from qawl.phrases.state import TAKES_OBJECTS, TAKES_PEOPLE
from qawl.phrases.unknown import SHORT_NAME, Unknown

_WORSHIPPED = ("الله", "النبي")
"""What such names end in: ضيف الله، جار النبي."""


class Known(Unknown):
    """Whether a known name goes on with the phrase, or is whom the verb takes."""

    def _name(self, word: Word) -> int | None:
        """A word that may be a name: حسن فضل الله، رياض سلامة، وزير الخارجية فلان."""
        tags = word.tags
        if tags & t.VERBAL_NOUN and self.last == "name" and self._act_of_another():
            return 0
        if tags & t.VERBAL_NOUN and self.last == "name":
            role = self.head & t.ROLE and not word.forms or tags & t.NAME  # سلامة أحمد سلامة
            if (
                self._name_words() == SHORT_NAME
                and role
                and self.governed
                and "NP" not in self.governed
                and self._ends_here()
            ):
                return 1  # الوزير محمد حنيف اتمار
            if tags & t.NAME and self._role_follows():
                return 1
            if self._name_words() == 1 and self._surname_though_noun(word):
                return 1  # طه عودة أوغلو، رياض سلامة
        particle = tags & t.NAME_PARTICLE and self.named  # سامي بو شبكة
        sure = tags & t.NAME and (particle or not tags & (t.PLACE | t.VERBAL_NOUN))
        sure = sure or tags & t.SURE_NAME and self.named
        return self._known_name(tags) if sure or tags & t.NAME and self._name_of_bearers() else None

    def _act_of_another(self) -> bool:
        """Whether an act that is a name too is what was said, as it belongs to the definite noun behind it:
        استبعد فلان الفلاني رحيل اللاعب.
        """
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        owned = following is not None and following.article and not following.tags & t.NAME
        return owned and "NP" in self.governed and self._name_words() > 1

    def _theophoric(self, word: Word) -> bool:
        """Whether a name of two words goes on with the phrase: حسن فضل الله, القاضي ضيف الله الحربي, الصادق
        جار النبي.
        """
        if not word.rules & t.THEOPHORIC or word.conjunction or word.preposition or self.at + 1 >= self.end:
            return False
        bearer = self.closed and self.head & (t.ROLE | t.TITLE) and not self.named
        if word.tags & t.ORGANISATION or self.last != "name" and not (bearer and word.tags & t.ROLE):
            return False
        return self.tokens[self.at + 1].word.key in _WORSHIPPED

    def _name_of_bearers(self) -> bool:
        """Whether the name of who bears a role, or of one of two, begins: الناشط عيسى عمرو."""
        if not (self.head & t.ROLE or self._of_two()) or self.named:
            return False
        if self._name_goes_on():
            return True
        clause = self._complementizer_follows() and not self.governed & TAKES_PEOPLE
        alone = clause or not self.governed & TAKES_OBJECTS and self._ends_here()
        return bool(self.closed and self.governed and alone)  # قال الوزير حداد أمس إن

    def _known_name(self, tags: int) -> int:
        """A name of the tables behind a complete role or another name."""
        if self._name_of_another(self.tokens[self.at].word) or self._told_outlet():
            return 0
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
            and not self._of_two()
        ):
            return int(self._belongs_to_its_name(self.tokens[self.at].word))  # شركة بيل هانت
        self.last, self.named = "name", True
        return 1

    def _told_outlet(self) -> bool:
        """Whether the outlet that somebody told ends before the name of who spoke: قال لوكالة فرانس برس |
        سامي النجار إن.
        """
        before = self.tokens[self.at - 1].word
        outlet = before.tags & t.OUTLET or before.rules & t.BOUND
        return bool(outlet) and to_outlet(self.tokens[self.start].word)

    def _only_body(self) -> bool:
        """Whether a body is told of by a word that is a surname too: البيت الأبيض."""
        first = self.tokens[self.start].word
        return first.article and bool(first.tags & t.ORGANISATION) and not first.tags & (t.ROLE | t.TITLE)

    def _woman_before(self, word: Word) -> bool:
        """Whether a man is named behind a word for a woman or body, of whom he so is no part."""
        return self.closed and man_behind_woman(
            [token.word for token in self.tokens[self.start : self.at]], word
        )

    def _name_of_another(self, word: Word) -> bool:
        """Whether the verb takes the person who is named behind a body or country, which goes on with no such
        name: اتهمت الحكومة العراقية فلانا; not عائلة الأسير فلان.
        """
        second = self.named and self.last == "name" and self._name_words() > 1
        second = second and bool(not self.governed or self.governed & TAKES_PEOPLE)  # محمود عباس أبو مازن
        following = self.tokens[min(self.at + 1, self.end - 1)].word
        if second and another_given(self.tokens[self.at - 1].word, word, following):
            return True  # اتهم كريم المالكي سعاد الجبوري
        if not self.governed & TAKES_PEOPLE or not word.tags & t.SURE_NAME:
            return False
        ends = self._complement_next() or self.at + 1 >= self.end or following.text in (".", "!", "؟")
        if self.named and self._name_words() > 1 and word.rules & t.ONLY_SURNAME and ends:
            return True  # اتهم حسن نصر الله نتنياهو بالكذب
        bodies = t.ORGANISATION | t.GROUP | t.MEDIA | t.PLACE | t.KNOWN_ORGANISATION
        if self.named:
            return False
        if self._woman_before(word):
            return True
        if not self.head & bodies or self.head & (t.ROLE | t.TITLE | t.NAME) and not self._only_body():
            return False
        previous = self.tokens[self.at - 1].word
        if self.at == self.start + 2 and previous.tags and not (previous.tags & ~t.NAMES or previous.article):
            return False  # حذرت شركة كرافت هاينز من كذا
        people = previous.tags & (t.ROLE | t.TITLE | t.RELATION)
        if previous.article and previous.stem.endswith("ية") and word.rules & (t.MAN | t.ONLY_SURNAME):
            people = 0  # القوى السياسية نتنياهو
        if people or self.tokens[self.start].word.rules & t.FAMILY or self._of_two():
            return False
        return self.closed
