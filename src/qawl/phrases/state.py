"""What is known of a noun phrase while it is read."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import OF_OTHERS
from qawl.lexicon.word import Token, Word
from qawl.scene import Scene

TAKES_PEOPLE = frozenset({"addressee", "object+ب", "object+بان", "person", "object+مسءولية"})
"""What a verb takes after whose subject a person or organisation may stand."""
TAKES_OBJECTS = TAKES_PEOPLE | {"NP", "claim", "object+predicate", "object+الى", "object+ل"}
"""And where any object may."""
BEFORE_SUBJECT = t.COMPLEMENTIZER | t.AUXILIARY | t.CONNECTIVE | t.ATTRIBUTIVE | t.PREPOSITION
"""What stands before a subject that no verb stands before: لكن فلان, وكان فلان, بحسب فلان."""

_TO_WHOLE = 4
"""Words from a part to the whole that it is of: النسخة الكاملة من المقابلة."""
MAGHREBI = ("بن", "بو", "بل")
"""How surnames begin that are written in one word: بنعيسى، بوعزة، بلماحي."""


def takes_noun(tokens: list[Token], at: int) -> bool:
    """Whether من or في المئة stands after the number at `at`: 7 من المسؤولين، 52 في المئة من السكان."""
    following, after = tokens[at + 1].word, tokens[at + 2].word
    share = following.key == "في" and after.rules & t.PERCENT
    return following.key == "من" or bool(share or following.key == "على" and after.rules & t.ACQUAINTANCE)


def told_body(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the body at the token was spoken to by the somebody of no office at `start`, of whom it has no
    officer: قال المتهم للشرطة إن, قال المشتبه به للمحكمة إن.
    """
    first, before, body = tokens[start].word, tokens[at - 1].word, tokens[at].word
    single = at == start + 1 or at == start + 2 and bool(before.pronoun)
    if not (single and first.article and first.tags & t.ROLE and at + 1 < len(tokens)):
        return False
    told = body.article and body.tags & t.ORGANISATION and tokens[at + 1].word.tags & t.COMPLEMENTIZER
    return bool(told) and not first.rules & (t.OFFICE | t.SPOKESMAN | t.ENVOY)


class State:
    """How far a phrase was read, and what was begun in it."""

    def __init__(self, scene: Scene, at: int, end: int, governed: frozenset[str]) -> None:
        self.scene = scene
        self.tokens = scene.tokens
        self.start = self.at = at
        self.conjunct = at
        """Where the last of the nouns begins that و joins."""
        self.end = end
        self.governed = governed
        self.head = 0
        self.last = ""
        """What was last begun: role, organisation, name, or nothing in particular."""
        self.closed = False
        """Whether the chain of nouns is complete: a definite noun or a name was reached."""
        self.named = False
        self.unknown = 0
        self.object = 0
        """Where a role stands after a name with no comma between, 0 where none does: it may begin the object.
        """
        self.name_start = self.name_end = 0
        self.master_end = 0
        """Where the name ends of whom a role serves, 0 where it serves nobody named."""
        self.complement = 0
        """Where what a participle takes begins behind a body of which it tells: اللجنة المشرفة | على كذا."""
        self.lowest_name = at
        """Where the name of the phrase may begin: behind the one after whom its body is named."""

    def _open(self, last: str) -> None:
        if last == "role" and self.named and self.governed & TAKES_PEOPLE:
            self.object = self.at if self.tokens[self.at].word.kind == "word" else 0
        self.closed = False
        self.last = last

    def _begin(self, word: Word) -> None:
        tags = word.tags
        if tags & (t.ROLE | t.TITLE | t.LISTENER):
            self.last = "role"
        elif tags & (t.ORGANISATION | t.MEDIA | t.DOCUMENT | t.UNNAMED | t.GROUP | t.QUANTIFIER):
            self.last = "organisation"
        elif tags & t.KNOWN_ORGANISATION and not tags & t.SURE_NAME:
            self.last = ""  # الأزهر
        elif tags & t.NAME and not tags & t.PLACE and not (word.article and self.at > self.start):
            self.last = "name"
            self.named = True
        elif (
            self.at == self.start
            and not tags
            and not word.article
            and word.preposition != "ب"
            and not word.pronoun
        ):
            self.last = "name"
        else:
            self.last = ""
        self.closed = self._is_definite(word) or bool(tags & t.GROUP and word.stem.endswith("ون"))

    def _is_definite(self, word: Word) -> bool:
        if word.tags & t.TITLE or self._own_lam(word):
            return False
        return (
            bool(word.article or word.pronoun or word.tags & (t.PLACE | t.KNOWN_ORGANISATION | t.OUTLET))
            or self.last == "name"
            or bool(word.tags & t.QUANTIFIER and word.key.endswith(OF_OTHERS))  # بعضهم، أحدهم
            or bool(word.tags & t.SURNAME and word.tags & t.SURE_NAME and self.head & t.ORGANISATION)
        )

    def _own_lam(self, word: Word) -> bool:
        """Whether what looks like ل with ال before a noun in ل is ل alone, since a noun follows that is no
        adjective: وفقا للجنة الانتخابات, للجنة حقوق الإنسان.
        """
        if word.preposition != "ل" or word.stem[0] != "ل" or not word.tags & t.ORGANISATION:
            return False
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else word
        if following.rules & t.LIKE_NAME:
            return True  # للجنة كورنال
        if following is word or not following.nominal or following.preposition or following.conjunction:
            return False
        if following.tags & t.VERBAL_NOUN and not following.article:
            return True  # للجنة حماية الصحفيين
        return not (following.stem.endswith(("ة", "ية", "ى")) or following.tags & (t.ADJECTIVE | t.TIME))

    def _noun(self, word: Word) -> None:
        if word.tags & t.ROLE:
            self.last = "role"
        elif word.tags & t.ORGANISATION:
            self.last = "organisation"
        self.closed = self._is_definite(word)

    def _name_again(self) -> None:
        """A title after a role and a name: the name before belongs to the role (مدير مطار الملك خالد المهندس
        …).
        """
        if self.conjunct >= self.name_end > 0:
            return  # الوزير فلان وقائد الشرطة العقيد فلان
        if self.head & t.ROLE and self.named and self.name_start > self.start + 1:
            self.named, self.name_start, self.name_end = False, 0, 0
            self.last = "role"

    def _name_words(self) -> int:
        """How many names were read of the last who is named: عبد الرحيم is one, and so are عطاء الله,
        بدر الدين and جان-بيير.
        """
        if not self.name_end:
            return 0
        start = self.name_start
        for k in range(start + 1, self.name_end):
            word = self.tokens[k].word
            start = k if word.conjunction == "و" and word.tags & t.NAME else start
        words = self.tokens[start : self.name_end]
        surname = self.name_start == self.start  # نصر الله
        servant = words[0].word.tags & t.NAME_PARTICLE  # عبد الله
        return len(words) - sum(
            2
            if token.word.kind == "sign"
            else bool(token.word.tags & t.NAME_PARTICLE)
            or token.word.key == "الله"
            and not (surname or servant)
            or token.word.key == "الدين"
            for token in words
        )

    def _name_of_institution(self) -> bool:
        """Whether the name that was read is an institution's, behind a title: مدير مطار الملك فهد."""
        title = self.name_start - 1
        return bool(self.head & t.ROLE and title > self.start and self.tokens[title].word.tags & t.TITLE)

    def _act_behind(self) -> bool:
        """Whether what was said stands behind a preposition with one definite noun."""
        at = self.at + (not self.tokens[self.at].word.preposition)
        if at + 1 >= self.end:
            return False
        noun, act = self.tokens[at].word, self.tokens[at + 1].word
        return noun.article and bool(act.tags & t.VERBAL_NOUN) and not (act.article or act.preposition)

    def _of_members(self, word: Word) -> bool:
        """Whether those whom a body unites stand behind its adjective: النقابة الوطنية للصحفيين."""
        if self.at != self.start + 2 or not word.tags & (t.GROUP | t.LISTENER):
            return False
        if not (word.article or word.tags & t.LISTENER):
            return False
        body, adjective = self.tokens[self.start].word, self.tokens[self.at - 1].word
        return bool(body.rules & t.UNITING) and body.article and adjective.article

    def _subject(self) -> bool:
        """Whether the phrase is the subject of a verb before it and so in the nominative."""
        first = self.tokens[self.start].word
        return bool(self.governed & TAKES_OBJECTS) and first.article and not first.stem.endswith("ين")

    def _accusative_head(self) -> bool:
        """Whether the head is in the accusative, so that its adjectives are: لكن ناطقاً رسمياً."""
        text = self.tokens[self.start].word.text
        return "\u064b" in text or text.endswith("ا")

    def _name_goes_on(self) -> bool:
        """Whether another word of a name follows: فيكتوريا نولاند after a role is a person, not a place."""
        if self.at + 1 >= self.end:
            return False
        word = self.tokens[self.at + 1].word
        return (
            bool(word.tags & (t.NAME | t.NAME_PARTICLE))
            or word.kind == "word"
            and not word.tags
            and not word.article
            and not word.forms
        )


def part_of_text(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a definite thing with its adjective is the part of a text or show in which it was said: قال
    الوزير في النسخة الكاملة من المقابلة.
    """
    words = [token.word for token in tokens[at : min(at + _TO_WHOLE, end)]]
    if len(words) < _TO_WHOLE or words[0].tags & (t.PLACE | t.GROUP | t.ORGANISATION):
        return False
    part, adjective, of, whole = words
    return part.article and adjective.article and of.key == "من" and whole.nominal
