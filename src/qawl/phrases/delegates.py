"""Envoys with where they were sent, members with whom they speak for: the prepositions of both, though the
verb takes them too.
"""

from __future__ import annotations

from itertools import pairwise

from qawl.lexicon import tags as t
from qawl.lexicon.word import Word
from qawl.phrases.belonging import Belonging
from qawl.scene import COMMAS

_FARTHEST_NAME = 6
"""Tokens between إلى and the name behind the place."""
LONGEST_OBJECT = 16
"""Tokens up to where what the verb takes stands at the latest."""
_LONGEST_ASIDE = 24
"""Tokens up to where what the verb takes stands at the latest behind an aside."""


class Delegates(Belonging):
    """Whether a role goes on over a preposition that may be the verb's."""

    def _envoy(self) -> bool:
        """Whether the role, which may stand behind its name, is one that is sent somewhere, or of those who
        are: المبعوث، رئيس بعثة كذا.
        """
        at = self.name_end if self.start < self.name_end < self.at else self.start
        at += self.tokens[at].word.text in COMMAS
        role, of_whom = self.tokens[at].word, self.tokens[min(at + 1, self.at)].word
        sent = of_whom.tags & t.ORGANISATION and not (role.article or of_whom.article)
        return bool(role.rules & t.ENVOY or sent and of_whom.rules & t.ENVOY)

    def _posted(self) -> bool:
        """Whether إلى tells where an envoy was sent, though the verb takes it too: دعا المبعوث الأميركي إلى
        سوريا فلان إلى التهدئة. A name follows the place, or إلى again.
        """
        place = self.tokens[self.at + 1].word
        role_behind = self.named and self.last == "role"  # فلان المبعوث الأممي إلى سوريا
        if not self._envoy() or self.named and not role_behind:
            return False
        said = (token.word for token in self.tokens[self.at + 2 : min(self.at + LONGEST_OBJECT, self.end)])
        told = any(word.key == "الى" or word.tags & t.COMPLEMENTIZER for word in said)
        if not told or not place.tags & (t.PLACE | t.ORGANISATION | t.KNOWN_ORGANISATION):
            return False
        if role_behind:
            return True
        for token in self.tokens[self.at + 2 : min(self.at + _FARTHEST_NAME, self.end)]:
            word = token.word
            if word.key == "الى":
                return True
            if word.text in COMMAS:
                continue  # أشار المبعوث الأممي إلى اليمن، فلان، إلى أن
            if not word.article and not word.tags & t.NATIONALITY:
                return (
                    word.kind == "word" and not word.tags & ~t.NAMES and not (word.forms or word.preposition)
                )
        return False

    def _represents(self, after: Word) -> bool:
        """Whether عن tells whose member speaks, though the verb takes it: أعلن النائب عن الحزب فلان كذا, أعرب
        العضو عن الشمال عن أسفه.
        """
        if self.named or not self.tokens[self.start].word.rules & t.REPRESENTATIVE or after.pronoun:
            return False
        body = after.tags & (t.PLACE | t.ORGANISATION | t.KNOWN_ORGANISATION) and not after.tags & t.SETTING
        if body and ("عن" not in self.governed or self._act_ahead()):
            return True
        people = body or after.article or after.tags & t.GROUP or after.rules & t.LOCALITY
        return bool(people) and (self._governed_again("عن") or self._resumes("عن"))

    def _act_ahead(self) -> bool:
        """Whether an act that may be what was said stands further on: أعلن النائب عن الحزب فلان استقالته."""
        ahead = (token.word for token in self.tokens[self.at + 2 : min(self.at + LONGEST_OBJECT, self.end)])
        return any(
            word.tags & t.VERBAL_NOUN and not word.article and not word.tags & t.NAME for word in ahead
        )

    def _governed_again(self, key: str) -> bool:
        """Whether what the verb takes follows before anything else: the preposition again, a clause."""
        clause = t.COMPLEMENTIZER if "ان" in self.governed else 0
        for before, token in pairwise(self.tokens[self.at : min(self.at + LONGEST_OBJECT, self.end)]):
            word = token.word
            if word.key == key or word.tags & clause:
                return not before.word.tags & (t.PREPOSITION | t.BEFORE_AN)
            if word.kind == "sign" or word.participle or word.verb or word.tags & t.RELATIVE:
                return False
        return False

    def _resumes(self, key: str) -> bool:
        """Whether what the verb takes stands right behind an aside: كشف النائب عن الحزب، في مقابلة، أن."""
        clause = t.COMPLEMENTIZER if "ان" in self.governed else 0
        ahead = self.tokens[self.at : min(self.at + _LONGEST_ASIDE, self.end)]
        return any(
            before.word.text in COMMAS and (token.word.key == key or token.word.tags & clause)
            for before, token in pairwise(ahead)
        )
