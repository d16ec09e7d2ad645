"""The name that no table knows behind a complete role, told by what shuts it in."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, imperfect, prepositional, to_outlet
from qawl.lexicon.word import NOTHING, Word
from qawl.phrases.ahead import Ahead
from qawl.phrases.phrase import FULL_NAME
from qawl.phrases.state import MAGHREBI, TAKES_OBJECTS
from qawl.scene import COMMAS, DETACHED_LA, HYPHENS

_LONGEST = 5
"""Words of a full name."""
_SHORTEST = 4
"""Letters of a name that stands alone."""
_LONG = 6
"""Letters of a word in ا from which on it is rather a foreign name than an accusative."""
_COMMON = ("ة", "ات")
"""Endings of common nouns."""
_OWN = t.NAMES | t.NAME_PARTICLE
_OTHERS = (
    t.BOUND | t.BEFORE_NAME | t.GRADE | t.NICKNAMED | t.DESCRIBING | t.COMPLEMENTED | t.OTHER | t.TWO_THINGS
)
"""The classes of words that are no names, though they have no other class: عالميا, ركن, سابق, هدفين."""
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


def _accusative(word: Word) -> bool:
    """Whether an unknown word looks like an accusative: مؤتمرا; not شتاغيترا."""
    return word.key.endswith("ا") and (word.key != word.stem or len(word.key) < _LONG)


class Bearer(Ahead):
    """Whether the words behind a complete role are the name of who bears it, though like no name."""

    def _unknown_bearer(self, at: int) -> int:
        """How many tokens the name goes on that begins at the token and runs, unknown to the tables, up to
        what can be no part of it: المتحدثة باسم الوزارة كوسنوش ميلغيت اليوم, الوزير يانفيل تينغور أن; 0 where
        none does.
        """
        first = self.tokens[self.start].word
        nation = self.head & t.NATIONALITY and first.article and at == self.start + 1
        before = self.tokens[at - 1 - (self.tokens[at - 1].word.text in COMMAS)].word
        titled = before.tags & t.TITLE and before.article
        if not (self.head & (t.ROLE | t.TITLE) or nation) or not (self.closed or titled):
            return 0
        begun = self.tokens[at].word
        spoken_for = begun.key == "باسم" and first.rules & t.SPOKESMAN  # المتحدث باسم كورنال
        if spoken_for or begun.tags and not self._unknown_behind(at):
            return 0
        then = self._unknown_until(at)
        if then == at or not self._shut(then):
            return 0
        behind = self.tokens[then].word if then < self.end else None
        return then - at if self._is_name([token.word for token in self.tokens[at:then]], behind) else 0

    def _unknown_behind(self, at: int) -> bool:
        """Whether an unknown word stands behind the known given name at the token: أحمد فيلميل; nobody may
        stand behind a surname (هنأ الرئيس ماكرون فلانا).
        """
        if self.tokens[at].word.rules & t.ONLY_SURNAME and self.governed & TAKES_OBJECTS:
            return False
        words = [token.word for token in self.tokens[at + 1 : min(at + FULL_NAME + 1, self.end)]]
        return any(word.kind == "word" and not (word.tags or word.article) for word in words)

    def _unknown_until(self, at: int) -> int:
        """Where the first word from the token on stands that can be of no unknown name."""
        words = 0
        while at < self.end and words < _LONGEST:
            if words and self._joined_in_name(at):
                at += 1
            word = self.tokens[at].word
            if not (self._may_be_unknown(word, words) or words and self._last_before_saying(at)):
                break
            at, words = at + 1, words + 1
        return at

    def _in_compound(self, word: Word) -> bool:
        """Whether a dash joins the word to a name, whatever it looks like: فاسرمان-كليه، شولته-كرامر."""
        if self.last != "name":
            return False
        joined = self._joined_in_name(self.at - 1) != self._joined_in_name(self.at + 1)
        other = word.tags & (t.ROLE | t.TITLE | t.GROUP | t.NATIONALITY | t.PREPOSITION | t.TIME)
        return joined and not other and (not word.article or word.conjunction != "")

    def _is_name(self, read: list[Word], behind: Word | None) -> bool:
        """Whether the words, shut in by the one behind them, look like nothing else than a name."""
        first, last = read[0], read[-1]
        if len(read) < FULL_NAME:
            return self._is_one_name(first, behind)
        if last.article and last.preposition != "ك" and len(read) == FULL_NAME and first.preposition:
            return False  # قال الوزير لزملائه …
        clause = behind is not None and behind.tags & t.COMPLEMENTIZER
        if self.governed & TAKES_OBJECTS and not clause and all(_accusative(word) for word in read):
            return False  # عقد الوزير مؤتمرا صحافيا
        pause = clause or behind is None or behind.kind == "sign"
        taken = self.governed and not self._heads_clause()  # not الأمير مشاري يفتتح الملتقى ويؤكد
        return bool(taken or pause) or not any(imperfect(word) for word in read)

    def _is_one_name(self, word: Word, behind: Word | None) -> bool:
        """Whether one word behind a definite noun is a name, since the verb takes no noun."""
        if not self.governed or self.governed & TAKES_OBJECTS or not self.tokens[self.at - 1].word.article:
            return False
        if behind is None or behind.text in COMMAS or len(word.key) < _SHORTEST:
            return False
        if word.pronoun and word.key.startswith("ل"):
            return False  # اعتذر الفنان لجمهوره
        return not (word.preposition or word.conjunction or _accusative(word) or word.key.endswith(_COMMON))

    def _begins_unknown(self) -> int:
        """How many words right behind a verb are the name of who speaks, though they look like no name: قال
        كالمسكي لوففيل إن, أكد يانفيل تينغور, رئيس البلدية, أن; 0 where none do.
        """
        at = self._unknown_until(self.at)
        if at < self.at + FULL_NAME:
            return 0
        read = [token.word for token in self.tokens[self.at : at]]
        if not self.governed:
            begins = self._heads_clause()
            behind = self.tokens[at].word if at < self.end else None
            return at - self.at if begins and self._shut(at) and self._is_name(read, behind) else 0
        if at >= self.end:
            return 0
        behind = self.tokens[at].word
        pause = behind.text in COMMAS and at + 1 < self.end
        told = self.tokens[at + 1].word.tags if pause else behind.tags
        sure = told & (t.COMPLEMENTIZER | t.ROLE | t.TIME) or behind.participle is not None
        sure = sure or behind.key in self.governed  # نبه كالمسكي لوففيل إلى أن
        if not sure and (self.governed & TAKES_OBJECTS or not self._shut(at)):
            return 0
        return at - self.at if sure and not read[-1].article or self._is_name(read, behind) else 0

    def _joined_in_name(self, at: int) -> bool:
        """Whether a dash without a space joins two words of a name: جان-بيير."""
        if at + 1 >= self.end or self.tokens[at].word.text not in HYPHENS:
            return False
        before, after = self.tokens[at - 1], self.tokens[at + 1]
        return before.end == self.tokens[at].start and after.start == self.tokens[at].end

    def _may_be_unknown(self, word: Word, read: int) -> bool:
        """Whether the word is a name or one that no table knows, behind `read` others of the name."""
        if word.kind != "word" or word.tags & ~_OWN or word.forms or "\u064b" in word.text:
            return False
        if word.rules & _OTHERS:
            return False
        if word.article and word.preposition != "ك":
            return read > 0 and not word.preposition and word.stem.endswith("ي")
        if word.conjunction == "و" or word.pronoun not in ("", "ه"):
            return False
        if word.stem.endswith(_COMMON) and (
            self.governed & TAKES_OBJECTS or not self.governed or word.preposition
        ):
            return False
        return len(word.key) > 1

    def _last_before_saying(self, at: int) -> bool:
        """Whether an unknown word with ال stands right before what is said, so that it is the last of a name:
        عن المدير نارثل القصالر قوله, قال المدير نارثل القصالر إن.
        """
        word, behind = self.tokens[at].word, self.tokens[at + 1].word if at + 1 < self.end else NOTHING
        said = behind.noun is not None and behind.pronoun or behind.alef and not behind.preposition
        known = word.tags or word.forms or word.rules & _OTHERS
        return bool(word.article and said) and not (word.preposition or word.conjunction or known)

    def _shut(self, at: int) -> bool:
        """Whether nothing of a name can stand at the token: أن, a comma, في, what the verb takes."""
        if at >= self.end:
            return True
        word = self.tokens[at].word
        if word.kind == "sign":
            return True
        if word.noun is not None and word.pronoun:
            return True  # نقل عن تورال غينوش قوله
        if not self.governed:
            return bool(word.tags & t.COMPLEMENTIZER)
        taken = word.tags and word.preposition and word.preposition in self.governed
        if word.tags & _BEHIND or taken or to_outlet(word) or word.participle is not None:
            return True
        if not self.governed & TAKES_OBJECTS or word.preposition:
            return False
        return word.article or bool(word.tags & _TAKEN) or word.kind == "number"

    def _described_next(self) -> bool:
        """Whether an adjective follows that shows the word to be a noun: قال سلمان بلهجته المعهودة."""
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        if following is None or not following.article or following.tags:
            return False
        return bool(following.rules & t.DESCRIBING) or following.stem.startswith("م")

    def _maghrebi_surname(self, word: Word) -> bool:
        """Whether a word that begins like ب is a surname behind a given name, the last or before another: أكد
        سمير بوقطاية أن, قال سمير بوقطاية الوزاني.
        """
        if not word.key.startswith(MAGHREBI) or word.tags or self.last != "name":
            return False
        words = self._name_words()
        if words != 1 and not (words == FULL_NAME and self.tokens[self.at - 1].word.article):
            return False  # الحسن بوطاهر، عبد القادر بوطاهر
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else NOTHING
        free = word.preposition not in self.governed and (
            prepositional(following) or following.text in DETACHED_LA
        )
        another = following.article and following.tags & t.SURNAME and not following.tags & ~t.NAMES
        return self._complementizer_follows() or self._pause_follows() or free or bool(another)
