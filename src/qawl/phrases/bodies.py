"""The name that no table knows behind the kind of a body: شركة كورنال, رئيس نادي كورنال."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS
from qawl.lexicon.word import Word
from qawl.phrases.bearer import Bearer
from qawl.phrases.phrase import FULL_NAME

_LONGEST_FOREIGN = 2
"""Words of a foreign body's name."""


def given_name(word: Word) -> bool:
    """Whether a word is a known given name."""
    return bool(word.tags & t.SURE_NAME) and not word.rules & t.ONLY_SURNAME


class Bodies(Bearer):
    """How far such a name goes, and what stands behind it."""

    def _behind_unknown_body(self) -> bool:
        """Whether what stands between the kind of a body and the word is its name, which no table knows:
        أعلنت شركة إندرز تراجع أرباحها, شركة لوكال وورلد, رئيس نادي إندرز.
        """
        kind = self.at - 1
        while kind > self.start and self._may_name_body(self.tokens[kind].word):
            kind -= 1
        if not 0 < self.at - 1 - kind <= _LONGEST_FOREIGN:
            return False
        word = self.tokens[kind].word
        own = kind == self.start and self.head & t.ORGANISATION > 0
        return own or bool(
            (word.tags & (t.ORGANISATION | t.MEDIA | t.ROLE | t.PREPOSITION) or word.key == "باسم")
            and self.tokens[kind + 1].word.rules & t.LIKE_NAME
        )

    def _may_name_body(self, word: Word) -> bool:
        """Whether a word is known as nothing else than a name, and not shaped like another noun."""
        if word.kind != "word" or word.tags & ~t.NAMES or word.article or word.forms:
            return False
        return not word.stem.endswith(("ة", "ات", "ين", "ون"))

    def _name_of_body(self, word: Word, previous: Word) -> int:
        """How many words name the body of a role, behind which its bearer may be named: رئيس نادي كاين | جان
        فرنسوا فورتان, المتحدث باسم شركة كورنال فيستان | سامي حداد; 0 where no such name stands here.
        """
        inside = previous.key in ("في", "لدى") and word.tags & t.SURNAME and not word.tags & ~t.NAMES
        governs = previous.tags & t.PREPOSITION or previous.key == "باسم"  # المتحدث باسم كورنال
        if self.head & t.ROLE and (inside or governs and word.rules & t.LIKE_NAME):
            return self._words_up_to_bearer() or 1
        if not self.head & t.ROLE or previous.article:
            return 0
        if previous.tags & t.ROLE and word.rules & t.LIKE_NAME:  # رئيس كورنال | فيليب نيمارك
            words = self._words_up_to_bearer()
            return words if self.at + words < self._unknown_until(self.at) else 0
        if not previous.tags & (t.ORGANISATION | t.MEDIA):
            return 0
        if word.rules & t.LOCALITY or word.tags & (t.PLACE | HEADS) or word.forms:
            return 0
        if word.rules & t.LIKE_NAME and (words := self._words_up_to_bearer()):
            return words
        if self.at + 2 < self.end and self.tokens[self.at + 2].word.article:
            return 0
        return int(self._name_goes_on())

    def _words_up_to_bearer(self) -> int:
        """How many of the unknown words that begin here name a body; 0 where one stands alone."""
        then = self._unknown_until(self.at)
        words = [token.word for token in self.tokens[self.at : then]]
        if len(words) < FULL_NAME:
            return 0
        return self._words_of_body(words, self._shut(then) or self._goes_on_as_body(then))

    def _body_behind_lam(self) -> int:
        """How many words name the body whose officer speaks, behind ل that seems to be its own letter: الرئيس
        التنفيذي لسكيلوف | سامي حداد; 0 where they may be the officer's own name.
        """
        role, before = self.tokens[self.at - 2].word, self.tokens[self.at - 1].word
        if self.at != self.start + 2 or not (role.article and role.tags & t.ROLE and before.article):
            return 0
        if not (before.rules & t.EXECUTIVE or before.tags & t.ADJECTIVE):
            return 0  # not الخبير الاقتصادي
        then = self._unknown_until(self.at)
        words = [token.word for token in self.tokens[self.at : then]]
        apart = words and words[0].preposition == "ل"  # no name begins so
        if len(words) == FULL_NAME and not (apart or given_name(words[1])):
            return 0
        if len(words) == 1 and then < self.end and self.tokens[then].word.tags & t.NAME:
            return 0
        return self._words_of_body(words, bool(apart) and self._shut(then))

    def _words_of_body(self, words: list[Word], shut: bool) -> int:
        """How many of some unknown words are the body's, and not its officer's: what stands before a known
        given name, two that no name follows, or the first two of four.
        """
        given = (k for k in range(1, len(words)) if given_name(words[k]) and not given_name(words[k - 1]))
        bearer = next(given, 0)
        whole = len(words) == FULL_NAME and shut and not words[-1].tags
        return bearer or (FULL_NAME if whole or len(words) == FULL_NAME * 2 else 1)

    def _goes_on_as_body(self, at: int) -> bool:
        """Whether what a body is for, or its adjective, stands here: شركة كورنال فيستان | للطيران."""
        word = self.tokens[at].word
        return word.preposition == "ل" or word.article and not word.tags & t.NAME

    def _number_of_unit(self) -> int:
        """How many tokens the number of a military unit and its arm go on: اللواء 35 مدرع، قائد الفرقة 101
        فلان; not قتلت الكتيبة 22 مسلحا.
        """
        unit = self.tokens[self.at - 1].word
        if self.at == self.start or not (unit.article and unit.rules & t.UNIT):
            return 0
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        if following is not None and following.rules & t.ARM:
            return 2
        if following is None or following.article or not following.nominal:
            return 1
        return int(bool(following.tags & (t.VERBAL_NOUN | t.NAME)))
