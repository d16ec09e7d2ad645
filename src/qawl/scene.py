"""A sentence as the constructions see it: its tokens, its quotation marks by token, its cues."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Set

from msgspec import Struct

from qawl.lexicon.shape import TO_WHOM, by_name
from qawl.lexicon.tags import CALLING, GRADE, IDENTITY, PRONOUN, ROLE, TIME, TITLE, VERBAL_NOUN, WITHHELD
from qawl.lexicon.word import Token
from qawl.model import BlockKind, Mark

QUOTATION_MARKS = ('"', "«", "»", "“", "”")
"""Signs that stand around words, whichever end of them."""
COMMAS = ("،", ",")
TOPIC = ("اما", "واما")
"""Bring in whom a clause tells of: أما فلان، فقال."""
HYPHENS = ("-", "–")
"""Between two words of a name, or around an aside."""
DASHES = (*HYPHENS, "—", "--")
DRAWN_DASHES = (*DASHES, "ـ", "ــ")
"""With the drawn-out line that joins letters, where it can be nothing but a dash: behind a source."""
DETACHED_LA = ("ل", "لـ", "لل", "للـ")
DETACHED = ("ب", "بـ", *DETACHED_LA)
"""Prepositions that are written apart from what they govern: بـ«الإفراج عنه»."""
LETTER = 3
"""Letters of the name of a Latin letter: بي، إكس."""
_NEAR = 4
"""Words in which what is to be withheld is named: عدم الكشف عن هويته."""


class Scene(Struct, frozen=True):
    """A sentence under analysis. Places are indices of tokens; `[a, b)` is half-open.

    `closing` gives for each token that opens a quotation the one that closes it (the number of tokens where
    it runs to the end), `opening` the reverse; `inside[i]` is the opening token of the innermost quotation
    around token i, or -1.
    """

    text: str
    tokens: list[Token]
    closing: dict[int, int]
    opening: dict[int, int]
    inside: list[int]
    sentence: int
    kind: BlockKind
    end: int
    """Where the sentence ends in the text."""

    def limit(self, at: int) -> int:
        """Where what belongs to a cue ends at the latest: the quotation it stands in, or the sentence."""
        mark = self.inside[at]
        return min(self.closing[mark], len(self.tokens)) if mark >= 0 else len(self.tokens)

    def after_short_title(self, at: int) -> bool:
        """Whether the sign at token `at` belongs to a title of one letter, or is the slash behind any or
        behind a definite role: د. فلان، م/ فلان، المهندس/ فلان، النائب/ فلان; not المدير/ المسؤول.
        """
        if not at or self.tokens[at].word.text not in (".", "/"):
            return False
        before = self.tokens[at - 1].word
        if len(before.key) == 1 or self.tokens[at].word.text == ".":
            return len(before.key) == 1 and bool(before.tags & TITLE)
        titled = before.tags & TITLE or before.article and (before.tags & ROLE or before.rules & GRADE)
        return bool(titled) and at + 1 < len(self.tokens) and not self.tokens[at + 1].word.article

    def inside_word(self, at: int) -> bool:
        """Whether the stop at token `at` stands inside an abbreviation, since a letter follows at once, or
        short words stand around it: شبكة سي.إن.إن، هيئة بي. بي. سي.
        """
        if self.tokens[at].word.text != "." or not 0 < at < len(self.tokens) - 1:
            return False
        before, after = self.tokens[at - 1].word, self.tokens[at + 1].word
        if after.kind == "word" and len(before.key) <= LETTER and len(after.key) <= LETTER:
            return self.inside[at] < 0
        return self.tokens[at + 1].start == self.tokens[at].end and self.tokens[at + 1].word.kind == "word"

    def inside_compound(self, at: int) -> bool:
        """Whether the sign at token `at` stands between two words with no space: جان-بيير."""
        tokens = self.tokens
        if tokens[at].word.text not in HYPHENS or not 0 < at < len(tokens) - 1:
            return False
        return tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start

    def withholds_name(self, at: int) -> bool:
        """Whether what is asked for or refused at token `at` is to be named: طلب عدم نشر اسمه، رفض الكشف عن
        هويته، طلبت تعريفها باسم "سلوى".
        """
        while at + 1 < len(self.tokens) and self.tokens[at].word.tags & (TIME | PRONOUN):
            at += 2 if self.tokens[at].word.tags & PRONOUN and self.tokens[at + 1].word.article else 1
        first = self.tokens[at].word if at < len(self.tokens) else None  # طالبا هو الآخر عدم نشر اسمه
        if first is None or first.rules & IDENTITY and first.tags & VERBAL_NOUN:
            return first is not None
        near = [token.word for token in self.tokens[at + 1 : at + 3]]
        if near and (first.rules & CALLING or near[0].key in TO_WHOM):
            return any(map(by_name, near))  # أن يشار إليه باسم فلان
        if not (first.rules & WITHHELD or first.key == "عدم"):
            return False
        return any(token.word.rules & IDENTITY for token in self.tokens[at + 1 : at + _NEAR])

    def opens_alone(self, opening: int) -> bool:
        """Whether the quotation that opens at the token begins the sentence or stands right behind a sign."""
        return opening == 0 or self.tokens[opening - 1].word.kind == "sign"

    def quotation_is_last(self, at: int) -> bool:
        """Whether nothing that could be said stands behind the quotation at token `at`, which therefore is
        what was said and no name: قال الوزير "لا نريد حربا"، وغادر; not قال الفريق "الأحمر" إن.
        """
        after = self.closing[at] + 1
        if after >= len(self.tokens):
            return True
        word = self.tokens[after].word
        if word.verb is not None and word.verb.prefix == "و":
            return True  # قال الوزير "لا نريد حربا" وأضاف
        if word.text not in COMMAS:
            return word.kind == "sign" and word.text not in (":", "(", "-", "–")
        rest = self.tokens[after + 1 :]
        if rest and (rest[0].word.participle or rest[0].word.verb and rest[0].word.conjunction):
            return True
        return not any(token.word.alef or token.word.text == ":" for token in rest)


def scene(
    text: str, tokens: list[Token], marks: tuple[Mark, ...], sentence: int, kind: BlockKind, end: int
) -> Scene:
    """The scene of the sentence whose tokens and quotation marks are given."""
    starts = [token.start for token in tokens] if marks else []
    closing: dict[int, int] = {}
    opening: dict[int, int] = {}
    inside = [-1] * len(tokens)
    for mark in marks:
        first = bisect_left(starts, mark.start)
        if first >= len(tokens) or starts[first] != mark.start:
            continue
        last = len(tokens) if mark.repaired and mark.end >= end else bisect_left(starts, mark.inner_end)
        if last <= first or first + 1 == len(tokens):
            continue  # nothing stands in the marks here
        closing[first] = last
        opening[last] = first
        for at in range(first + 1, min(last, len(tokens))):
            inside[at] = first
    return Scene(text, tokens, closing, opening, inside, sentence, kind, end)


class Scenes:
    """The scenes of an article, made when they are first asked for. `tokens[n]` are the
    tokens of sentence n.
    """

    def __init__(
        self, text: str, tokens: list[list[Token]], make: Callable[[int], Scene], starts: list[int]
    ) -> None:
        self.text = text
        self.tokens = tokens
        self._make = make
        self._starts = starts
        self._made: dict[int, Scene] = {}
        self._holding: dict[str, list[int]] = {}
        """By stem the numbers of the sentences that hold it."""

    def __getitem__(self, sentence: int) -> Scene:
        found = self._made.get(sentence)
        if found is None:
            found = self._made[sentence] = self._make(sentence)
        return found

    def __len__(self) -> int:
        return len(self.tokens)

    def holding(self, stems: Set[str]) -> list[int]:
        """The numbers of the sentences that hold a word of one of the stems, in order."""
        if not self._holding:
            for number, tokens in enumerate(self.tokens):
                for stem in {token.word.stem for token in tokens}:
                    self._holding.setdefault(stem, []).append(number)
        return sorted({number for stem in stems for number in self._holding.get(stem, ())})

    def at(self, place: int) -> int:
        """The number of the sentence that a place in the text belongs to (the first where it lies before
        all).
        """
        return max(bisect_right(self._starts, place) - 1, 0)


def ends_in(text: str, end: int) -> str:
    """The last character before a place of the text that is no white space, empty where there is none."""
    while end and text[end - 1].isspace():
        end -= 1
    return text[end - 1 : end]
