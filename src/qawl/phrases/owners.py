"""A bare noun or name behind a noun that may own it yet."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS as _HEADS
from qawl.lexicon.shape import OF_HIM, definite, feminine, relational
from qawl.lexicon.word import Word
from qawl.phrases.bodies import Bodies, given_name
from qawl.phrases.phrase import FULL_NAME
from qawl.phrases.state import TAKES_PEOPLE
from qawl.scene import HYPHENS


def _may_be_name(word: Word) -> bool:
    """Whether a word without ال is a name, or one that the tables do not know."""
    if word.kind != "word" or word.article or word.conjunction or word.preposition or word.tags & ~t.NAMES:
        return False
    return bool(word.tags) or not word.forms


class Owners(Bodies):
    """Whether a noun without ال goes on with a chain of nouns that is not complete: رئيس نادي …"""

    def _owned_by_none(self, word: Word, previous: Word, taken: bool) -> bool:
        """Whether the noun is the object of the verb, or rather a verb of its own, since the word before it
        owns nothing. `taken` says whether the verb takes such a noun: نفى مصدر أمني وجود خلاف.
        """
        tags = word.tags
        somebody = self.at == self.start + 1 and previous.tags & t.ROLE
        if somebody and word.rules & t.DEED and self._preposition_follows():
            return True  # شاهد نجا من الهجوم
        if self._thing_handled(word):
            return True
        if tags & t.OUTLET and self.governed & TAKES_PEOPLE and not previous.tags & _HEADS:
            return True  # أبلغ مسؤول رفيع رويترز
        plural = previous.stem.endswith("ون") and previous.tags and not previous.article
        if plural and tags & t.VERBAL_NOUN:
            return True  # a plural with its ن owns nothing: وجه ممثلون اتحاديون اتهامات
        if tags & t.PLACE and previous.rules & t.LIKE_NAME and self.governed & TAKES_PEOPLE:
            return True  # اتهمت شركة كورنال تركيا
        his = word.pronoun or word.tags & t.SETTING and word.key.endswith(OF_HIM)
        if his and not previous.article and self._indefinite_adjective():
            return True  # دعا ناشط سعودي زملاءه، ختم مسؤول أمني حديثه
        return taken and (
            bool(previous.article or previous.tags & (t.UNNAMED | t.NATIONALITY))  # أعلن الملك تأجيل
            or self._unknown_place(previous)
            or self._behind_unknown_body()
            or not previous.tags & (t.PREPOSITION | t.ORGANISATION)
            and previous.key.endswith(("ي", "ية", "ون", "ين"))
        )

    def _thing_handled(self, word: Word) -> bool:
        """Whether the object stands behind an indefinite somebody and his adjective, whatever the verb: ألقى
        سائق غاضب حجارة, رفعت طالبة سعودية لافتات; not سائق سيارة أجرة.
        """
        first = self.tokens[self.start].word
        if self.at != self.start + 2 or not first.tags & (t.ROLE | t.GROUP | t.UNNAMED):
            return False
        thing = word.rules & t.THING or word.stem.endswith("ات") or word.tags & t.DOCUMENT
        thing = (
            thing
            or word.stem.endswith("ة")
            and not (feminine(first) or first.rules & t.NO_PERSONS)  # مصادر بارزة
            and not word.tags & (_HEADS | t.NAMES)
        )
        return bool(thing) and not (first.article or relational(word)) and self._indefinite_adjective()

    def _unknown_place(self, previous: Word) -> bool:
        """Whether the word before is where a body is, in a place that no table knows: أعلنت النيابة العامة في
        نانتير إحالة المتهم.
        """
        unknown = not (previous.tags or previous.article or previous.forms)
        return unknown and self.tokens[self.at - 2].word.key == "في" and self.head & t.ORGANISATION > 0

    def _counted_object(self, word: Word) -> bool:
        """Whether what somebody told begins with how much of it, or is what happened: كشف مصدر مطلع | بعض
        التفاصيل, كل ما جرى, حقيقة ما جرى.
        """
        described = self.tokens[self.at - 1].word.stem.endswith(("ي", "يون", "يين")) and self.last != "name"
        somebody = self.head & t.UNNAMED or self.head & t.ROLE and described  # مسؤول محلي; not سامي علي
        if not somebody or self.at < self.start + 2 or self.at + 1 >= self.end:
            return False
        following = self.tokens[self.at + 1].word
        told = word.plain and not word.article and following.tags & t.RELATIVE_FREE and following.key == "ما"
        return "NP" in self.governed and bool(word.tags & t.QUANTIFIER or told)

    def _owner(self, word: Word, previous: Word) -> int:
        """The word goes on with the chain; a name completes it: نجل فلان، رئيس نادي كاين جان فورتان."""
        if previous.rules & t.LOCALITY and not previous.article:
            compound = self.at + 1 < self.end and self.tokens[self.at + 1].word.text in HYPHENS
            self.closed = not compound  # ولاية بادن-فورتمبرغ
            return 1  # مدير الصحة بمنطقة عسير
        if words := self._master(word, previous):
            return words
        name = word.tags & t.SURE_NAME and not word.tags & (t.PLACE | t.KNOWN_ORGANISATION | _HEADS)
        if words := self._name_of_body(word, previous):
            self.closed, self.lowest_name = True, self.at + words
            return words
        if name and not self._after_preposition(previous) and self._of_person():
            self.last, self.named, self.closed = "name", True, True
            return 1
        self._noun(word)
        body = word.tags & t.NAME and previous.tags & t.ORGANISATION and self._behind_preposition()
        if body and not self._name_goes_on() or word.tags & t.MONTH:
            self.closed = True  # طبيب في مستشفى ناصر، أحداث أكتوبر
        return 1

    def _behind_preposition(self) -> bool:
        """Whether a preposition stands before the noun that the present word goes on with."""
        return self.at > self.start + 2 and bool(self.tokens[self.at - 2].word.tags & t.PREPOSITION)

    def _master(self, word: Word, previous: Word) -> int:
        """How many words name whom a role serves: مستشار ترامب | فلان, مستشار السيسي; 0 where none does."""
        if (
            self.closed
            or not word.tags & t.SURE_NAME
            or word.tags & (t.PLACE | t.KNOWN_ORGANISATION | _HEADS)
        ):
            return 0  # رئيس بوينغ فلان
        if word.article and word.tags & ~t.NAMES or not self._serves(previous):
            return 0
        self.last, self.closed = "role", True
        words = self._words_of_master(word)
        self.master_end = self.at + words
        return words

    def _serves(self, previous: Word) -> bool:
        """Whether a name can but be that of whom a role without ال serves: مستشار ترامب للأمن القومي فلان,
        مدير مكتب نتنياهو, متحدث باسم بوتين.
        """
        relation = previous.tags & t.RELATION and not previous.tags & t.NAME_PARTICLE
        if relation and self.at == self.start + 1 or previous.key == "باسم":
            return True
        grade = previous.rules & t.GRADE and self.at > self.start + 1
        adjective = relational(previous) and not previous.tags & t.GROUP or grade
        name = previous.tags & (t.NAME | t.NAME_PARTICLE | t.TITLE)  # أمير رودريغيز، لواء يازجي
        known = definite(previous) or previous.stem.startswith("ال")
        if known or name or adjective or self.named:
            return False
        apart = self.at > self.start + 1 and self.tokens[self.at - 2].word.article  # الكولونيل جنرال فلان
        if not self.head & t.ROLE or apart:
            return False
        office = previous.tags & t.ORGANISATION and self.at > self.start + 1
        return bool(office or previous.tags & (t.ROLE | t.GROUP))

    def _words_of_master(self, word: Word) -> int:
        """How many words name whom a role serves, who is mostly told by the surname: مستشار ترامب | فلان
        الفلاني; محامي دونالد ترامب.
        """
        following = self.at + 1
        more = not word.article and following < self.end and _may_be_name(self.tokens[following].word)
        if more and word.tags & t.SURNAME and given_name(self.tokens[following].word):
            more = self._unknown_until(self.at) != self.at + FULL_NAME + 1  # مدير ميشلان | جون نيمارك
        return FULL_NAME if more and not word.rules & t.ONLY_SURNAME else 1

    def _after_preposition(self, previous: Word) -> bool:
        """Whether the word before is an organisation right behind a preposition: صادر عن مكتب كرزاي."""
        return bool(previous.tags & t.ORGANISATION) and self._behind_preposition()

    def _of_person(self) -> bool:
        """Whether a name may be a person's: not that of an outlet or body (مؤسسة فلان)."""
        return bool(self.head & t.ROLE) or not self.head & (t.MEDIA | t.ORGANISATION)
