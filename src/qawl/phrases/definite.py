"""A definite noun or adjective in a noun phrase."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS as _HEADS
from qawl.lexicon.word import Word
from qawl.phrases.ahead import Ahead
from qawl.phrases.state import TAKES_OBJECTS, TAKES_PEOPLE

_SHORT_ADJECTIVE = 5
"""Letters of an adjective such as أوسط, أعلى, مشترك."""


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
    return (
        bool(word.rules & t.DESCRIBING)
        or word.stem.endswith(("ي", "ة", "ون", "ين", "ات"))
        or word.stem[0] == "ا"
        and len(word.stem) < _SHORT_ADJECTIVE
        or word.stem[0] == "م"
        and len(word.stem) <= _SHORT_ADJECTIVE
    )


class Definite(Ahead):
    """Whether a phrase goes on with a word that bears ال."""

    def _definite(self, word: Word, previous: Word, objects: bool) -> int:
        """`objects` says whether the verb takes such a noun as its object."""
        tags = word.tags
        first = self.tokens[self.start].word
        common = not first.tags or first.tags & t.NAME and not first.tags & t.SURE_NAME and not tags & t.NAME
        people = word.stem.endswith("ين") and not tags & t.NAME
        if (
            people
            and tags & (t.NATIONALITY | t.GROUP)
            and self.at == self.start + 1
            and self._subject()
            and not first.tags & t.VERBAL_NOUN
        ):
            return 0  # طالبت الحركة الفلسطينيين
        if self.last == "name" and self.governed & TAKES_PEOPLE and people:
            return 0  # حث راسموسين الأمريكيين
        if self.at == self.start + 1 and self.last == "name" and common and not first.article:
            # An unknown noun before a definite one is no name but a construct: معد الاستطلاع …
            self.last, self.named, self.name_start, self.name_end = "role", False, 0, 0
            self.closed = True
            return 1
        if self.named and self.last == "name" and word.rules & t.COMPLEMENTED and not tags & t.NAME:
            self._open("role")
            self.closed = True
            return 1  # فلان العامل في كذا
        if self.named and self.last == "name":
            return self._definite_after_name(word, previous)
        if objects and self.closed and not self._complementizer_follows():
            return 0
        if self.closed and previous.article and self.governed & TAKES_OBJECTS:
            plural = word.stem.endswith("ات") and not (
                previous.stem.endswith("ات") or previous.tags & t.GROUP
            )
            agrees = _may_agree(word) and not self._is_object(word, previous)
            claim = tags & t.CLAIM_NOUN and self.governed & {"claim", "NP"}
            if (
                plural
                or claim
                or tags & (t.DOCUMENT | t.SETTING)
                or not (agrees or word.rules & t.COMPLEMENTED)
            ):
                return 0  # ووصفت وسائل الإعلام الإيرانية الخسائر بالكبيرة
            apart = previous.tags & t.NATIONALITY and word.stem.endswith("ة") and not _adjective(word)
            if apart and not (tags & (t.ADJECTIVE | _HEADS) or word.rules & t.DESCRIBING):
                return 0  # وصفت وزارة الصحة الكويتية المباراة بالصعبة
        if (
            self.closed
            and previous.tags & (t.PLACE | t.KNOWN_ORGANISATION | t.OUTLET)
            and not (previous.article or previous.stem.startswith("ال"))
            and not (_adjective(word) or word.rules & t.COMPLEMENTED)
            and not tags & (t.TITLE | t.ROLE)
            and not tags & previous.tags & t.PLACE
        ):
            return 0
        if (
            previous.tags & t.TITLE
            and previous.article
            and self.at == self.start + 1
            and (tags & t.NAME or not tags and word.stem.endswith("ي"))
            and not tags & (t.NATIONALITY | t.ADJECTIVE | t.ROLE)
            and not (not tags and self._given_name_follows())
            and not self._name_after_comma()
        ):
            self.last, self.named, self.closed = "name", True, True
            return 1
        detached = previous.article and not previous.preposition
        if self.closed and detached and tags & t.DOCUMENT and not tags & t.ROLE:
            return 0  # نشر الموقع الخبر
        takes_people = self.governed & (TAKES_PEOPLE | {"NP"})
        if (
            self.governed & {"addressee", "object+ب"}
            and (previous.article or previous.tags & t.NATIONALITY)
            and word.stem.endswith("ين")
            and not tags & (t.NAME | t.NATIONALITY | t.ADJECTIVE)
        ):
            return 0
        if (
            takes_people
            and not self.closed
            and tags & t.GROUP
            and previous.key.endswith(("ية", "ي", "ة"))
            and not previous.tags & (t.ORGANISATION | t.ROLE | t.GROUP)
        ):
            return 0
        place = not previous.tags and bool(self.tokens[self.at - 2].word.tags & t.PREPOSITION)
        if self.governed & TAKES_PEOPLE and place and tags & (t.ORGANISATION | t.GROUP):
            return 0  # دعا متظاهرون في قيسارية الحكومة
        agreeing = previous.article and (
            word.stem.endswith("ية")
            and not previous.tags & (t.ROLE | t.NAME | t.ORGANISATION | t.GROUP)
            or word.stem.endswith(("ون", "ين"))
            and previous.stem.endswith(word.stem[-2:])
        )
        agreeing = agreeing or bool(
            previous.tags & t.GROUP
            and (tags & t.NATIONALITY or word.rules & t.DESCRIBING)
            and not word.stem.endswith("ين")
        )  # القادة العرب، الدول الأعضاء
        other = self.closed and tags & (t.ORGANISATION | t.GROUP | t.MEDIA) and takes_people
        if other and not agreeing and not self._titles(word):
            return 0
        if self.closed and self.head & t.ROLE and self._given_with_article(word):
            self.last, self.named = "name", True
            return 1  # الوزير الأسبق البشير العكرمي
        if tags & t.ROLE:
            self.last = "role"
        if tags & t.TITLE:
            self._name_again()
        self.closed = True
        return 1

    def _given_with_article(self, word: Word) -> bool:
        """Whether a word can only be the given name of somebody whose surname follows: البشير العكرمي."""
        only_name = word.tags & t.NAME and not word.tags & ~t.NAMES and not word.stem.endswith("ي")
        if self.named or not only_name or self.at + 1 >= self.end:
            return False
        surname = self.tokens[self.at + 1].word
        sure = surname.article and surname.tags & t.SURE_NAME and not surname.tags & ~t.NAMES
        return bool(sure) and not surname.conjunction

    def _is_object(self, word: Word, previous: Word) -> bool:
        """Whether a definite noun that looks like an adjective is none: غادر الوزير القاعة."""
        if word.rules & t.NO_ADJECTIVE:
            return True
        if not word.stem.endswith("ة") or word.stem.endswith("ية") or word.tags & (t.ROLE | t.TITLE | t.NAME):
            return False
        nouns = (self.tokens[self.start].word, previous)
        return all(noun.tags & t.ROLE and not noun.stem.endswith("ة") for noun in nouns)

    def _definite_after_name(self, word: Word, previous: Word) -> int:
        tags = word.tags
        if word.forms and not tags & (t.NAME | t.ROLE):
            return 0
        if self.at == self.start + 1 and previous.article:
            if previous.tags & t.SURE_NAME and self.governed & TAKES_OBJECTS and not tags & t.NAME:
                return 0  # اتهم المالكي الأجهزة
            self.last, self.named, self.name_start, self.name_end = "", False, 0, 0
            return 1
        if (
            tags & t.NATIONALITY
            and self.at - self.name_start == 1
            and self.start < self.name_start
            and not previous.article
        ):
            return 1
        if (
            tags & (t.NATIONALITY | t.GROUP | t.ORGANISATION | t.VERBAL_NOUN | t.PLACE | t.MEDIA)
            and not tags & t.SURNAME
        ):
            return 0
        words = self._name_words()
        titled = previous.tags & t.TITLE or self.tokens[self.at - 2].word.tags & t.NAME_PARTICLE
        if (
            self.governed & TAKES_PEOPLE
            and words > 1
            and previous.article
            and not titled | tags & t.SURE_NAME
            and not (tags & t.TITLE and self._name_of_institution())
        ):
            return 0  # هنأت الوزيرة نيفين الكيلاني الأديب الكبير
        if (
            self.governed & TAKES_PEOPLE
            and word.stem.endswith("ة")
            and not self.tokens[self.start].word.stem.endswith("ة")
        ):
            return 0  # نصح المذيع فلان الوزيرة
        surnamed = self.start < self.name_start or tags & t.SURNAME  # قال أحمد الخطيب، وهو مزارع، إن
        if words in (1, 2) and tags & t.ROLE and surnamed and self._ends_here():
            return 1
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        titled = following is not None and following.article and bool(following.tags & t.ROLE)
        son = any(token.word.tags & t.NAME_PARTICLE for token in self.tokens[self.name_start : self.at])
        if (
            words >= 2
            and (previous.article or titled or son)
            and word.stem.endswith("ي")
            and not tags
            and (titled or self._ends_here())
        ):
            return 1
        alone = self.governed & TAKES_OBJECTS or following is not None and not following.article
        if words == 1 and tags & t.SURNAME and self.head & t.ROLE and alone:
            return 1  # انتقدت النائبة ليلى الخطيب الرئيس
        if words == 1 and following is not None and tags & following.tags & t.SURNAME:
            return 1  # محمد المختار الخليل
        apposition = following is not None and following.article and not following.tags & t.NAME
        if tags & (t.ROLE | t.TITLE) and (not tags & t.SURE_NAME or apposition):
            if tags & t.TITLE:
                self._name_again()
            self._open("role")
            self.closed = True
            return 1
        surname = words == 1 and self.head & t.ROLE and self.name_start > self.start and self._ends_here()
        if not (tags & t.NAME or surname) and (words > 1 or word.stem.endswith(("ة", "ات", "ين"))):
            return 0
        one = self.tokens[self.at - 2].word.tags & t.NAME_PARTICLE  # عبد الله المبطي
        return 1 if one or not previous.article or tags & t.NAME else 0
