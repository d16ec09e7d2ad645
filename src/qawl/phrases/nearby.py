"""What stands right behind the present word of a noun phrase."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS as _HEADS
from qawl.lexicon.shape import imperfect
from qawl.lexicon.word import NOTHING, Word
from qawl.phrases.state import MAGHREBI, State
from qawl.scene import COMMAS

_SOON = 6
"""Tokens before a complementizer that stands near."""


class Nearby(State):
    """The next words, asked for one thing each."""

    def _unknown_follows(self) -> bool:
        word = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        if word is None or word.kind != "word" or word.forms or word.article:
            return False
        return not word.tags & ~t.NAMES and not imperfect(word)

    def _foreign_name(self, at: int) -> bool:
        """Whether two unknown words stand here, as a foreign name does: في الدراسة إنغريد هانسن."""
        words = [token.word for token in self.tokens[at : min(at + 2, self.end)]]
        return len(words) > 1 and not any(
            word.kind != "word"
            or word.tags & ~t.NAMES
            or word.forms
            or word.article
            or word.preposition
            or word.conjunction
            or word.pronoun
            or imperfect(word)
            for word in words
        )

    def _lies(self) -> bool:
        """Whether the word tells where the place lies in which somebody is: مسؤولون في البنجاب شرقي باكستان,
        في بلدة كذا شمال غرب حلب.
        """
        if self.at + 1 >= self.end or self.at < self.start + 2:
            return False
        kind, place, after = (self.tokens[at].word for at in (self.at - 2, self.at - 1, self.at + 1))
        if not (place.tags & t.PLACE or kind.rules & t.LOCALITY):
            return False
        if not (after.article or after.tags & t.PLACE or after.rules & t.QUARTER):
            return False
        return any(token.word.tags & t.PREPOSITION for token in self.tokens[self.start : self.at])

    def _complementizer_follows(self) -> bool:
        return self.at + 1 < self.end and bool(self.tokens[self.at + 1].word.tags & t.COMPLEMENTIZER)

    def _preposition_follows(self) -> bool:
        return self.at + 1 < self.end and bool(self.tokens[self.at + 1].word.tags & t.PREPOSITION)

    def _rank_alone(self, previous: Word) -> bool:
        """Whether a title behind a comma tells of who is named before, as no name follows it: فلانة، الأستاذة
        في جامعة كذا; فلان، العقيد المتقاعد; not مدير مطار الملك خالد، المهندس فلان.
        """
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else previous
        described = following.article and following.rules & t.DESCRIBING and not following.tags & t.SURE_NAME
        return previous.text in COMMAS and (self._preposition_follows() or bool(described))

    def _pause_follows(self) -> bool:
        return self.at + 1 < self.end and self.tokens[self.at + 1].word.text in COMMAS

    def _mark_follows(self) -> bool:
        return self.at + 1 in self.scene.closing and self.at + 1 < self.end

    def _given_name_at(self, ahead: int) -> bool:
        """Whether a sure name without ال stands so many words ahead."""
        word = self.tokens[self.at + ahead].word if self.at + ahead < self.end else None
        return word is not None and bool(word.tags & t.SURE_NAME) and not word.article

    def _named_next(self) -> bool:
        """Whether a name stands behind the word, one with its title or not: وزير النفط آنذاك | فلان، وكيل
        الدفاع عنه | المحامي فلان.
        """
        word = self.tokens[self.at + 1].word if self.at + 1 < self.end else NOTHING
        titled = word.article and word.tags & (t.ROLE | t.TITLE) and self._given_name_at(2)
        return bool(titled) or self._name_goes_on() or self.closed and self._foreign_name(self.at + 1)

    def _begins_full_name(self, at: int) -> bool:
        """Whether a name stands at the token, one that is sure or has another word of it behind: سامي, كريم
        بوزيان.
        """
        word, following = (self.tokens[k].word if k < self.end else NOTHING for k in (at, at + 1))
        unknown = following.kind == "word" and not (following.tags or following.article or following.forms)
        known = following.tags & (t.NAME | t.NAME_PARTICLE)
        sure = word.tags & t.SURE_NAME or word.tags & t.NAME and (known or unknown)
        return bool(sure) and not word.article

    def _role_follows(self) -> bool:
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        return following is not None and bool(following.tags & t.ROLE) and not following.tags & t.SURE_NAME

    def _name_after_comma(self) -> bool:
        """المهندس المعماري، محمد علي: the word before the comma is no name."""
        if self.at + 2 >= self.end or self.tokens[self.at + 1].word.text not in COMMAS:
            return False
        return bool(self.tokens[self.at + 2].word.tags & t.NAME)

    def _given_with_article(self, word: Word) -> bool:
        """Whether a word can only be a given name, as a surname follows: البشير العكرمي، الطيب كعواش."""
        own = word.rules & t.MAN or not word.tags & ~t.NAMES  # الأمين حمودي
        shaped = word.stem.endswith(("ي", "ى", "ة"))
        man = word.rules & t.MAN and word.tags & t.SURE_NAME and not word.tags & ~t.NAMES  # المهدي بنزعيم
        only_name = word.tags & t.NAME and own and (man or not shaped)
        told = word.rules & (t.ONLY_SURNAME | t.DESCRIBING)
        if self.named or told or not only_name or self.at + 1 >= self.end:
            return False
        surname = self.tokens[self.at + 1].word
        known = surname.tags & t.SURNAME and not surname.tags & ~t.NAMES or surname.tags & t.NAME_PARTICLE
        taken = surname.preposition and (
            surname.preposition in self.governed or not surname.key.startswith(MAGHREBI)
        )
        unknown = not (taken or surname.conjunction) and self._name_ends_soon()
        return bool(known and not surname.conjunction) or unknown

    def _another_object(self) -> bool:
        """Whether the object of the verb may stand behind the word: اتهم رئيس الحكومة المالكي المعارضة."""
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        if following is None or following.preposition or following.conjunction or not following.nominal:
            return False
        return following.article or bool(following.tags & (_HEADS | t.VERBAL_NOUN | t.PLACE))

    def _graded(self, word: Word, before: Word) -> bool:
        """Whether a grade stands between an office and its body: وكيل أول وزارة الصحة."""
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        if following is None or not word.rules & t.GRADE or not before.tags & t.ROLE or before.article:
            return False
        return bool(following.tags & t.ORGANISATION)

    def _clause_soon(self) -> bool:
        """Whether the complementizer stands near: أكد خبراء إدارة الأزمات أن."""
        near = self.tokens[self.at : min(self.at + _SOON, self.end)]
        return any(token.word.tags & t.COMPLEMENTIZER for token in near)

    def _other_object_soon(self) -> bool:
        """Whether an object of a verb that is no cue stands near, so that what stands here is none: نظم عمال
        توصيل الطرود | إضرابا; not أعلن عمال إلغاء الإضراب احتجاجا.
        """
        if not self.start or self.tokens[self.start - 1].word.forms:
            return False
        for token in self.tokens[self.at + 1 : min(self.at + _SOON, self.end)]:
            word = token.word
            if word.kind != "word" or word.conjunction or word.verbal:
                return False
            if word.key == word.stem + "ا" and not word.tags & (t.ADVERBIAL_PARTICIPLE | t.TIME | t.NAMES):
                return True
        return False

    def _fathered(self) -> bool:
        """Whether the father's name stands behind ابن, which is no role there: حميد ابن الشاهد; not سليم ابن
        القائد, ابن مدينة صفاقس.
        """
        word, father = self.tokens[self.at].word, self.tokens[min(self.at + 1, self.end - 1)].word
        named = father.tags & t.NAMES and not father.tags & (t.ROLE | t.TITLE | t.PLACE | t.NUMBER_WORD)
        named = named and not (father.rules & t.ORDINAL or father.pronoun)  # ابن السابعة عشرة
        return bool(word.rules & t.FILIAL and named) and self.name_end == self.at

    def _name_ends_soon(self) -> bool:
        """Whether the next word is the last of the name: كارلوس خوسيه أرغويلو غوميز."""
        if self.at + 2 >= self.end:
            return False
        word, after = self.tokens[self.at + 1].word, self.tokens[self.at + 2].word
        unknown = not word.tags & ~t.NAMES and not (word.forms or word.article)
        when = after.tags & t.TIME and not after.rules & t.RETURNING  # not له
        ends = after.kind == "sign" or bool(after.tags & (t.COMPLEMENTIZER | t.PREPOSITION) or when)
        said = after.tags & t.VERBAL_NOUN and not (after.article or after.tags & (t.NAME | _HEADS))
        ends = ends or bool(said) and "NP" in self.governed  # أعلن المدير نتاليا انتيلافا انتهاء الأزمة
        return word.kind == "word" and not word.conjunction and unknown and ends

    def _letters_in_marks(self) -> bool:
        """Whether behind this word somebody's initials stand in marks or brackets: المدعو "ب. كمال"."""
        if self.at + 3 >= self.end:
            return False
        mark, name = self.tokens[self.at + 1].word, self.tokens[self.at + 2].word
        return mark.kind == "sign" and bool(name.tags & t.SURE_NAME) and "." in name.text

    def _organising(self, word: Word, previous: Word) -> bool:
        """Whether المنظمة tells what a committee does: مصدر من اللجنة المنظمة, not أبلغت الوزارة المنظمة."""
        organising = word.tags & t.GENERIC and word.rules & t.COMPLEMENTED
        return bool(previous.rules & t.UNITING and organising and word.article)
