"""The name that no table knows behind a complete role, told by what shuts it in."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, imperfect, to_outlet
from qawl.lexicon.word import Word
from qawl.phrases.ahead import Ahead
from qawl.phrases.phrase import FULL_NAME
from qawl.phrases.state import TAKES_OBJECTS
from qawl.scene import HYPHENS

_LONGEST = 5
"""Words of a full name."""
_COMMON = ("ة", "ات")
"""Endings of common nouns."""
_OWN = t.NAMES | t.NAME_PARTICLE
_BEHIND = (
    t.COMPLEMENTIZER
    | t.PREPOSITION
    | t.TIME
    | t.RELATIVE
    | t.LISTENER
    | t.DEMONSTRATIVE
    | t.ADVERBIAL_PARTICIPLE
    | t.PERFECTIVE
    | t.MANNER
    | t.ROLE
)
"""What stands behind a subject, whatever the verb takes."""
_TAKEN = HEADS | t.VERBAL_NOUN | t.CLAIM_NOUN | t.PLAIN | t.PLACE | t.KNOWN_ORGANISATION | t.SURE_NAME
"""What a verb takes that stands behind its subject without ال."""


class Bearer(Ahead):
    """Whether the words behind a complete role are the name of who bears it, though they look like no name."""

    def _unknown_bearer(self) -> int:
        """How many tokens the name goes on that begins here and runs, unknown to the tables, up to what can be
        no part of it: المتحدثة باسم الوزارة كوسنوش ميلغيت اليوم, الوزير يانفيل تينغور أن, مدير مستشفى الأمل
        كوسنوش الدعفوسي القرار; 0 where none does.
        """
        first = self.tokens[self.start].word
        nation = self.head & t.NATIONALITY and first.article and self.at == self.start + 1
        if not (self.head & (t.ROLE | t.TITLE) or nation):
            return 0
        at, words = self.at, 0
        while at < self.end and words < _LONGEST:
            if words and self._joined_in_name(at):
                at += 1
            if not self._may_be_unknown(self.tokens[at].word, words):
                break
            at, words = at + 1, words + 1
        if words < FULL_NAME or not self._shut(at):
            return 0
        read = [token.word for token in self.tokens[self.at : at]]
        if read[-1].article and read[-1].preposition != "ك" and words == FULL_NAME and read[0].preposition:
            return 0  # قال الوزير لزملائه …
        if all(word.key.endswith("ا") for word in read):
            return 0  # عقد الوزير مؤتمرا صحافيا
        if any(imperfect(word) for word in read) and not (self.governed or at == self.end):
            return 0
        return at - self.at

    def _joined_in_name(self, at: int) -> bool:
        """Whether a dash without a space joins two words of a name: جان-بيير."""
        if self.tokens[at].word.text not in HYPHENS or at + 1 >= self.end:
            return False
        before, after = self.tokens[at - 1], self.tokens[at + 1]
        return before.end == self.tokens[at].start and after.start == self.tokens[at].end

    def _may_be_unknown(self, word: Word, read: int) -> bool:
        """Whether the word is a name or one that no table knows, behind `read` others of the name."""
        if word.kind != "word" or word.tags & ~_OWN or word.forms or "\u064b" in word.text:
            return False
        if word.article and word.preposition != "ك":
            return read > 0 and not word.preposition and word.stem.endswith("ي")
        if word.conjunction == "و" or word.pronoun not in ("", "ه") or word.stem.endswith(_COMMON):
            return False
        return len(word.key) > 1

    def _shut(self, at: int) -> bool:
        """Whether nothing of a name can stand at the token: أن, a comma, a preposition, what the verb takes."""
        if at >= self.end:
            return True
        word = self.tokens[at].word
        if word.kind == "sign":
            return True
        if not self.governed:
            return bool(word.tags & t.COMPLEMENTIZER)
        taken = word.tags and word.preposition and word.preposition in self.governed
        if word.tags & _BEHIND or taken or to_outlet(word):
            return True
        if not self.governed & TAKES_OBJECTS or word.preposition:
            return False
        return word.article or bool(word.tags & _TAKEN) or word.kind == "number"
