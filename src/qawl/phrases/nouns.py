"""The nouns, adjectives and names after the first word of a noun phrase."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS as _HEADS
from qawl.lexicon.shape import feminine, relational
from qawl.lexicon.word import Word
from qawl.phrases.another import Another
from qawl.phrases.closed import Closed
from qawl.phrases.definite import Definite
from qawl.phrases.owners import Owners

_NOUNS = t.DOCUMENT | t.GROUP | t.ORGANISATION | t.MEDIA | t.VERBAL_NOUN
"""What آخر before it does not describe: وصف مستخدم آخر بيان الشركة بكذا."""


class Nouns(Another, Definite, Owners, Closed):
    """Whether a phrase goes on with a noun, an adjective or a name."""

    def _further(self, word: Word) -> int:
        """A noun or adjective after the first word."""
        previous = self.tokens[self.at - 1].word
        if previous.tags & t.NAME_PARTICLE and self.last == "name":
            return 1
        taken = self._taken(word, previous)
        if taken and self.closed and word.article and word.tags & t.NAME:
            return 0  # تمنى نواف سلام الشفاء للجرحى
        other = previous.rules & t.OTHER and not previous.article and self.at > self.start + 1
        if other and (word.article or word.tags & _NOUNS):
            return 0  # وصف مستخدم آخر المنتج بأنه ثقيل
        if word.article and word.rules & t.COMPLEMENTED and self._tells_of_body(word, previous):
            self.complement = self.at + 1
            return 1
        if self._person_object(word) or self._another_person(word, previous):
            return 0
        if self.last == "name" and self._behind_lone_surname(word, previous):
            return 0
        if self._after_indefinite(word, previous) or self._counted_object(word):
            return 0
        if word.article and previous.tags & t.GROUP and not previous.article:
            denied = "claim" in self.governed and word.tags & t.CLAIM_NOUN
            if previous.key.endswith("ون") or denied:
                return 0  # أرجع محللون التراجع إلى، رفض علماء الاتهامات
        if word.article:
            return self._definite(word, previous, taken)
        if self._thing_beside_title(word, previous):
            return 0
        if self._name_behind_title(word, previous):
            self.last, self.named, self.closed = "name", True, True
            return 1
        if self.closed:
            return self._after_closed(word, previous)
        return 0 if self._owned_by_none(word, previous, taken) else self._owner(word, previous)

    def _taken(self, word: Word, previous: Word) -> bool:
        """Whether the verb takes such a noun as its object: نفى الوزير وجود خلاف."""
        tags = word.tags
        if not tags & t.VERBAL_NOUN or tags & (t.ROLE | t.NATIONALITY):
            return False
        if word.rules & t.COMPLEMENTED or word.rules & t.DESCRIBING and feminine(previous):
            return False  # قرية مجاورة
        if word.rules & t.COMPLETING and previous.tags & t.ORGANISATION and not word.article:
            return False  # مديرية أمن المدينة
        if tags == t.VERBAL_NOUN and relational(word) and not (word.article or self._noun_follows()):
            return False  # مصادر ملاحية, but مصادر أهمية الحوار
        if not ("NP" in self.governed or "claim" in self.governed and tags & t.CLAIM_NOUN):
            return False
        return not tags & t.NAME or word.article and (previous.article or self._name_words() > 1)

    def _noun_follows(self) -> bool:
        return self.at + 1 < self.end and self.tokens[self.at + 1].word.nominal

    def _thing_beside_title(self, word: Word, previous: Word) -> bool:
        """Whether an indefinite noun behind a title with ال is a thing, which that cannot own: بعث الأمير |
        برقية إلى، زار الملك | مدرسة; not السيد وزير العدل.
        """
        if not (previous.article and previous.tags & t.TITLE) or word.conjunction or word.preposition:
            return False
        somebody = word.tags & (t.ROLE | t.GROUP | t.NAMES | t.TITLE | t.PLACE) or word.rules & t.LIKE_NAME
        return bool(word.tags & (t.DOCUMENT | t.SETTING | t.ORGANISATION)) and not somebody

    def _name_behind_title(self, word: Word, previous: Word) -> bool:
        """Whether a word without ال behind a title is a given name: الدكتور فلان، معالي فلان."""
        title = previous.article or previous.rules & t.HONOUR
        titled = previous.tags & t.TITLE and title or self.scene.after_short_title(self.at - 1)
        if not titled or word.pronoun or word.tags & t.REFLEXIVE:
            return False  # قال الدكتور نفسه
        act = word.tags & t.VERBAL_NOUN and not word.tags & t.NAMES  # أعلن الملك تأجيل الحفل
        if act or word.tags & (_HEADS | t.PLACE | t.TITLE):
            return False
        if self.at > self.start + 1 and self.tokens[self.at - 2].word.tags & t.NAME_PARTICLE:
            return False  # عبد الملك فلان
        return not word.forms or bool(word.tags & t.SURE_NAME)
