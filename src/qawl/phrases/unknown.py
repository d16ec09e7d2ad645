"""A word that no table knows behind a name or a complete role."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import imperfect, prepositional
from qawl.lexicon.word import Word
from qawl.phrases.ahead import Ahead
from qawl.phrases.state import TAKES_OBJECTS, TAKES_PEOPLE
from qawl.scene import COMMAS

_MOST_UNKNOWN_NAME_WORDS = 4
SHORTEST_OWNED = 4
"""Letters of a noun with its pronoun, at least; لاي تشينغ ته is a name."""
SHORT_NAME = 2
"""Words after which a name needs no other, so that an unknown one is doubted."""
_ADJECTIVE = ("ية", "يات")
"""How adjectives of nouns in the plural end."""
_OBJECT = ("ا", "ة", "ات", "ين")
"""Endings of an object, and of few foreign names."""


class Unknown(Ahead):
    """Whether such a word goes on with the name, or begins what was said."""

    def _unknown_name(self, word: Word) -> int:
        """How many tokens the name goes on with the word: 1, or 0 where it ends."""
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        somebody = self.head or self.tokens[self.start].word.rules & t.LIKE_NAME  # not منطوق حكمين
        if word.rules & t.TWO_THINGS and somebody or word.rules & t.THING and not self.named:
            return 0  # وضع المدرب خيارين، وصف المدير أسعار الخبز بأنها، أثار المدرب جدلا
        if following is not None and self._is_noun(word, following):
            return 0
        degree = word.rules & t.AGED and following is not None and following.article
        if word.rules & t.ELATIVE or degree:
            return 0  # وذهب فلان أبعد من ذلك، تقرير فلان بالغ الأهمية
        surname = self.tokens[self.at - 1].word.rules & t.LAST_NAME
        if surname and (self.at == self.start + 1 or not self._ends_here()):
            return 0  # وصف فلان منظومة العمل
        self.unknown += 1
        words = self._name_words()
        if self._behind_whole_name(word, words) or self._behind_lone_name(words):
            return 0
        if not self._may_go_on(word, words):
            return 0
        self.last, self.named = "name", True
        return 1

    def _is_noun(self, word: Word, following: Word) -> bool:
        """Whether what follows shows the word to be a noun: وصف المسؤول طبيعة تلك الحوادث, نشر اللاعب صورة
        على صفحته, صورة له, استبعد المحامي فرضية الانتحار.
        """
        surname = self._name_words() == 1 and not word.stem.endswith("ة")
        if following.tags & t.DEMONSTRATIVE and not (surname or self._time_follows()):
            return True
        if self.named:
            return False
        if word.key.endswith("ة"):
            apart = following.tags & t.PREPOSITION and "quote" not in self.governed
            if apart or following.rules & t.RETURNING:
                return True
        return self._owned_object(word, following)

    def _time_follows(self) -> bool:
        """Whether هذا belongs to a time: قال الوزير زيميس هذا الأسبوع."""
        return self.at + 2 < self.end and bool(self.tokens[self.at + 2].word.tags & t.TIME)

    def _behind_whole_name(self, word: Word, words: int) -> bool:
        """Whether the word is shaped like what was said behind a name that needs no other word: السفيرة مها
        سليمان طه نسخة من أوراقها, سجل صلاح هدفين, وقع الرئيس دونالد ترامب أمرا تنفيذيا.
        """
        whole = self.at - self.name_start if self.name_end else 0
        if (words >= SHORT_NAME or whole > SHORT_NAME) and word.key.endswith(("ة", "ات", "ين")):
            return True
        plain = self.governed >= {"NP", "addressee"} and "quote" not in self.governed  # it reports nothing
        if plain and words and word.key.endswith(("ة", "ين", "ا")) and not word.rules & t.LIKE_NAME:
            return True  # سجل نيمار ثلاثية
        shaped = word.key.endswith("ا") and not self._ends_here()
        return "NP" in self.governed and words >= SHORT_NAME and shaped

    def _behind_lone_name(self, words: int) -> bool:
        """Whether a definite word stands behind the present one, which owns it since a verb that takes nouns
        has but one name for its subject; not قال إبراهيم تانيمو المسؤول في المنظمة.
        """
        after_preposition = self.start > 0 and self.tokens[self.start - 1].word.tags & t.PREPOSITION
        taken = self.governed & {"NP", "addressee"} and not after_preposition
        if not taken or words != 1 or self.name_start != self.start or self.at + 1 >= self.end:
            return False
        if self.tokens[self.at - 1].word.key == "الدين":
            return False  # انتقد بدر الدين عرودكي القرار
        name, following = self.tokens[self.start].word, self.tokens[self.at + 1].word
        after = self.tokens[min(self.at + 2, self.end - 1)].word
        if following.tags & t.ROLE and prepositional(after):
            return False
        return following.article and bool(not name.tags or name.tags & t.SURNAME)

    def _may_go_on(self, word: Word, words: int) -> bool:
        """Whether the name may have another word, which looks like no verb and no noun with a pronoun."""
        first = self.tokens[self.name_start].word
        if self.name_end and first.article and self.name_start == self.start:
            return False  # a surname stands first
        if self.unknown > _MOST_UNKNOWN_NAME_WORDS or word.tags & t.BEFORE_AN or word.rules & t.CALLING:
            return False  # كلينتون سبق أن أعلنت, عامل في المصنع عرف نفسه
        if words > 1 and not (self._ends_here() or self._role_follows() or self._name_ends_soon()):
            return False
        if word.pronoun and not self._foreign_ending(word, words):
            return False
        return not imperfect(word) or self._surname_like_verb(word, self.tokens[self.at - 1].word)

    def _owned_object(self, word: Word, following: Word) -> bool:
        """Whether an unknown word behind a role is a noun that owns the definite one after it, or has its
        adjective there: وصف المدير أسواق المدينة, أسواق مصر, انتقد عقودا قديمة, عقود وهمية.
        """
        if not self.governed & TAKES_OBJECTS or word.tags & ~(t.PLAIN | t.LAW) or word.rules & t.LIKE_NAME:
            return False
        if following.tags & (t.NAMES | t.ROLE | t.TITLE | t.TIME) or following.preposition:
            return False
        adjective = following.key.endswith(_ADJECTIVE) and not following.conjunction
        return following.article or adjective or bool(following.tags & t.PLACE)

    def _foreign_ending(self, word: Word, words: int) -> bool:
        """Whether what looks like a pronoun is the end of a foreign name: أوليه سينيهوبوف، كوباخيدزه."""
        if word.pronoun != "ه" or word.tags or word.forms:
            return False
        if words == 1 or len(word.key) < SHORTEST_OWNED:
            return not self.governed & TAKES_OBJECTS or self.name_start > self.start and self._ends_here()
        return not words and self._unknown_follows() and self._name_ends_soon()

    def _belongs_to_its_name(self, word: Word) -> bool:
        """Whether a word after the name of an organisation is of that name: حركة طالبان باكستان أن، نادي
        بوروسيا دورتموند الألماني.
        """
        before = self.tokens[self.at - 1].word
        if word.article or word.pronoun or self.at + 1 >= self.end:
            return False
        if before.article and not self.head & t.MEDIA:
            return self._named_behind_work(word)
        following = self.tokens[self.at + 1].word
        if word.tags & ~t.NAMES:
            return bool(
                not self.governed & TAKES_PEOPLE and word.tags & t.PLACE and following.tags & t.COMPLEMENTIZER
            )
        bodies = t.KNOWN_ORGANISATION | t.OUTLET if word.rules & t.LIKE_NAME else 0  # شركة توتال إنرجيز
        if word.forms or word.preposition or before.tags & ~(t.NAMES | t.PLACE | bodies):
            return False
        if following.article and following.tags & t.NATIONALITY or following.tags & t.COMPLEMENTIZER:
            return True
        unknown = not (following.tags & ~t.NAMES or following.article or following.forms)
        if "NP" in self.governed:
            said = following.tags & t.VERBAL_NOUN  # أعلنت شركة جونستون بريس تراجع أرباحها
            return self._ends_here() and bool(said or self._clause_soon())
        if self._ends_here() and not word.key.endswith(_OBJECT):
            return True
        return following.text in COMMAS or following.kind == "word" and unknown and self._name_ends_soon()

    def _named_behind_work(self, word: Word) -> bool:
        """Whether a body is named behind what it does or makes, since what was said begins right behind:
        أعلنت شركة السيارات اليابانية ميتسوكا أن, كشف عملاق التجارة الإلكترونية أمازون عن كذا.
        """
        first = self.tokens[self.start].word
        body = first.tags & t.ORGANISATION and not first.article and not self.head & (t.ROLE | t.GROUP)
        if not body or self.governed & TAKES_PEOPLE or not self.governed:
            return False
        known = word.tags & (t.KNOWN_ORGANISATION | t.OUTLET) or not word.tags & ~t.NAMES and not word.forms
        return bool(known) and not word.preposition and (self._complement_next() or self._foreign_aside())

    def _foreign_aside(self) -> bool:
        """Whether the foreign spelling stands in brackets behind the word: ميتا (META)."""
        sign, behind = (self.tokens[min(self.at + k, self.end - 1)].word for k in (1, 2))
        return sign.text == "(" and behind.key.isascii() and behind.kind == "word"
