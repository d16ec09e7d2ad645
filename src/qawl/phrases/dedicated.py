"""Names that are told by another's: جامعة الملك خالد and جسر الشيخ جابر, السالكة بنت محمد."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import relational
from qawl.lexicon.word import Word
from qawl.phrases.state import State


class Dedicated(State):
    """Whether a phrase goes on with the one after whom a body is named, who is not who speaks, or with the
    father's name.
    """

    def _before_father(self, before: Word) -> bool:
        """Whether the word before is an unknown given name, since the father's follows: السالكة بنت محمد; not
        النائب المتطرف بن غفير.
        """
        if self.named or self.last == "name" or self.at + 1 >= self.end:
            return False
        if before.kind != "word" or before.tags & ~t.NAMES or before.preposition or before.conjunction:
            return False
        if before.article and self.at > self.start + 1 and (relational(before) or before.stem[0] == "م"):
            return False
        father = self.tokens[self.at + 1].word
        return father.tags & (t.NAME | t.NAME_PARTICLE) > 0 and not father.preposition

    def _named_after(self, word: Word, before: Word) -> int:
        """How many tokens tell after whom the body before is named: جامعة الأمير سطام بن عبدالعزيز."""
        body = before.rules & t.DEDICATED and not (before.article or before.pronoun)
        if not (body and word.article) or self.at + 1 >= self.end:
            return 0
        given = self.tokens[self.at + 1].word
        if not given.tags & t.NAME or given.article or given.conjunction or given.preposition:
            return 0
        at = self.at + 1 + bool(given.tags & t.NAME_PARTICLE)
        while at + 2 < self.end and self.tokens[at + 1].word.tags & t.NAME_PARTICLE:
            at += 2
            at += self.tokens[at].word.tags & t.NAME_PARTICLE > 0 and at + 1 < self.end
        return min(at + 1, self.end) - self.at
