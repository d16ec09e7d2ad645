"""A bare noun or name behind a noun that may own it yet."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS as _HEADS
from qawl.lexicon.word import Word
from qawl.phrases.ahead import Ahead
from qawl.phrases.state import TAKES_OBJECTS, TAKES_PEOPLE


class Owners(Ahead):
    """Whether a noun without ال goes on with a chain of nouns that is not complete: رئيس نادي …"""

    def _owned_by_none(self, word: Word, previous: Word, taken: bool) -> bool:
        """Whether the noun is the object of the verb, since the word before it owns nothing. `taken` says
        whether the verb takes such a noun: نفى مصدر أمني وجود خلاف.
        """
        tags = word.tags
        if tags & t.OUTLET and self.governed & TAKES_PEOPLE and not previous.tags & _HEADS:
            return True  # أبلغ مسؤول رفيع رويترز
        if previous.article and tags & t.DOCUMENT and not tags & t.NAME:
            return True  # بعث الملك برقية
        plural = previous.stem.endswith("ون") and previous.tags and not previous.article
        if plural and tags & t.VERBAL_NOUN:
            return True  # a plural with its ن owns nothing: وجه ممثلون اتحاديون اتهامات
        if self._body_behind_nationality(tags, previous):
            return True  # اتهمت دول غربية حكومة …
        if word.pronoun and previous.tags & t.NATIONALITY and self.governed & TAKES_OBJECTS:
            return True  # دعا ناشط سعودي زملاءه
        return taken and (
            bool(previous.tags & (t.UNNAMED | t.NATIONALITY))
            or not previous.tags & t.PREPOSITION
            and previous.key.endswith(("ي", "ية", "ون", "ين"))
        )

    def _body_behind_nationality(self, tags: int, previous: Word) -> bool:
        """Whether a second body stands behind an indefinite one: اتهمت دول غربية حكومة …"""
        if not self.governed & TAKES_OBJECTS or self.at <= self.start + 1:
            return False
        if not previous.tags & t.NATIONALITY or previous.article:
            return False
        return bool(tags & (t.ORGANISATION | t.GROUP | t.MEDIA)) and not tags & t.ROLE

    def _owner(self, word: Word, previous: Word) -> int:
        """The word goes on with the chain; a name completes it: نجل فلان، رئيس نادي كاين جان فورتان."""
        if previous.rules & t.LOCALITY and not previous.article:
            compound = self.at + 1 < self.end and self.tokens[self.at + 1].word.text in ("-", "–")
            self.closed = not compound  # ولاية بادن-فورتمبرغ
            return 1  # مدير الصحة بمنطقة عسير
        name = word.tags & t.SURE_NAME and not word.tags & (t.PLACE | _HEADS)
        if name and previous.tags & t.RELATION and self.at == self.start + 1:
            self.closed = True
            return 1
        if self._name_of_body(word, previous):
            self.closed = True
            return 1
        if name and not self._after_preposition(previous) and self._of_person():
            self.last, self.named, self.closed = "name", True, True
            return 1
        self._noun(word)
        body = word.tags & t.NAME and previous.tags & t.ORGANISATION and self._behind_preposition()
        if body and not self._name_goes_on():
            self.closed = True  # طبيب في مستشفى ناصر
        return 1

    def _behind_preposition(self) -> bool:
        """Whether a preposition stands before the noun that the present word goes on with."""
        return self.at > self.start + 2 and bool(self.tokens[self.at - 2].word.tags & t.PREPOSITION)

    def _name_of_body(self, word: Word, previous: Word) -> bool:
        """Whether an unknown word names the body of a role, whose bearer follows: رئيس نادي كاين جان فرنسوا
        فورتان.
        """
        if not (self.head & t.ROLE and previous.tags & t.ORGANISATION) or previous.article:
            return False
        if word.rules & t.LOCALITY or word.tags & (t.PLACE | _HEADS) or word.forms:
            return False
        if self.at + 2 < self.end and self.tokens[self.at + 2].word.article:
            return False
        return self._name_goes_on()

    def _after_preposition(self, previous: Word) -> bool:
        """Whether the word before is an organisation right behind a preposition: صادر عن مكتب كرزاي."""
        return bool(previous.tags & t.ORGANISATION) and self._behind_preposition()

    def _of_person(self) -> bool:
        """Whether a name may be a person's: not that of an outlet or body (مؤسسة فلان)."""
        return bool(self.head & t.ROLE) or not self.head & (t.MEDIA | t.ORGANISATION)
