"""A role that serves somebody named, whose bearer's own name follows: مستشار الرئيس فلان للأمن | فلان."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.word import Word
from qawl.phrases.ahead import Ahead
from qawl.phrases.phrase import FULL_NAME

_LISTENERS = t.LISTENER | t.OUTLET | t.MEDIA
"""Those to whom is spoken."""
_NO_TASK = t.ROLE | t.TITLE | t.SETTING | _LISTENERS
"""What stands in no task."""
_LONGEST_TASK = 6
"""Words up to the name of who is charged with a task."""


class Servers(Ahead):
    """Whether the name that was read is that of whom a role serves, since another follows."""

    def _after_master(self) -> bool:
        """Whether a title stands between the role and the name: مبعوث الرئيس الأميركي فلان, المتحدث باسم
        الرئيس فلان; not النائب الدكتور فلان.
        """
        if not self.head & t.ROLE or self.tokens[self.start].word.article and not self._in_anothers_name():
            return False
        titles = self.tokens[self.start + 1 : self.name_start]
        return any(token.word.tags & (t.ROLE | t.TITLE) for token in titles)

    def _in_anothers_name(self) -> bool:
        """Whether who bears the role speaks for somebody: المتحدث باسم الرئيس."""
        return self.tokens[self.start + 1].word.key == "باسم"

    def _bearer_from_here(self, word: Word) -> int:
        """How many words stand up to the end of the first of the bearer's name, here or behind the task: إلى
        السودان فلان, للأمن القومي فلان; 0 where no name follows.
        """
        task = word.rules & t.ROLE_PREPOSITION or word.key in ("في", "الى") or word.preposition == "ل"
        if task and not word.tags & _LISTENERS:
            at = self._bearer_behind(self.at + (not word.preposition))
        else:
            at = self.at if self._after_whole_name(word) else 0
        if not at:
            return 0
        self.master_end, self.name_start, self.name_end = at, at, at + 1
        self.last, self.named, self.closed, self.unknown = "name", True, True, 0
        return at + 1 - self.at

    def _bearer_behind(self, task: int) -> int:
        """The token where a name begins behind the nouns of the task; 0 where none does."""
        if (
            task >= self.end
            or self.tokens[task].word.tags & t.VERBAL_NOUN
            and not self.tokens[task].word.article
        ):
            return 0  # لدى لقائه فلانا
        for at in range(task, min(task + _LONGEST_TASK, self.end - 1)):
            word, before = self.tokens[at].word, self.tokens[at - 1].word
            known = t.NAME if before.article or before.tags & t.PLACE else t.SURE_NAME
            given = word.tags & known and not word.tags & t.PLACE
            if at > task and not word.article and (given or self._foreign_name(at)):
                return at
            apart = at > task and (word.preposition or word.tags & (t.FUNCTION | t.TIME))
            if word.kind != "word" or word.pronoun or apart or word.tags & _NO_TASK:
                return 0
        return 0

    def _after_whole_name(self, word: Word) -> bool:
        """Whether a given name with another behind it follows a name that its surname ends: المتحدث باسم
        الرئيس فلاديمير بوتين | دميتري بيسكوف.
        """
        before = self.tokens[self.at - 1].word
        surname = before.rules & t.ONLY_SURNAME or self._in_anothers_name() and before.tags & t.SURNAME
        if not surname or self._name_words() != FULL_NAME or not word.tags & t.SURE_NAME:
            return False
        return not (word.article or word.conjunction or word.rules & t.ONLY_SURNAME) and self._name_goes_on()
