"""What the lexicon knows of one written word: its classes, its attached particles, the cues it may be."""

from __future__ import annotations

from msgspec import Struct

NEGATED = "لا"
"""What a complementizer bears in ألا and بألا, in place of a pronoun."""


class Entry(Struct, frozen=True, gc=False):
    """A verb (or noun, or expression) of saying: one line of a table.

    `takes` are the codes of what may follow it, `evidence` how much it needs before it is a statement, `line`
    where it stands in the lexicon ("verbs.tsv:12").
    """

    lemma: str
    sense: str
    takes: frozenset[str]
    evidence: str
    line: str
    governed: frozenset[str] = frozenset()
    """What it takes, as keys: what heads its content or addressee, and so is no part of its subject."""
    prepositions: frozenset[str] = frozenset()
    """The keys of the prepositions, detached or attached, after which its content stands."""
    before_an: frozenset[str] = frozenset()
    """The keys of the prepositions after which it takes أن."""
    clause: bool = False
    """Whether it takes a clause with إن or أن at all."""
    objects: bool = False
    """Whether an object belongs to its content (اتهم … بـ)."""
    light_nouns: frozenset[str] = frozenset()
    """The stems of the nouns with which alone a light verb reports."""
    distant: bool = False
    """Whether another noun phrase may stand between its subject and its content."""
    others: frozenset[str] = frozenset()
    """The stems of the nouns that, as its object, make it another verb."""

    @property
    def of_things(self) -> bool:
        """Whether what it is said of is a thing rather than a clause: أدان القرار، انتقد الهجوم."""
        return not self.clause or self.sense == "condemn"

    @property
    def blames(self) -> bool:
        """Whether it takes somebody and what he is blamed for: حملت الحكومة الحزب مسؤولية الهجوم."""
        return "object+مسءولية" in self.governed


class Inflection(Struct, frozen=True, gc=False):
    """A form of an entry.

    `tense` is p (perfect), i (imperfect), a (participle in the accusative), n (participle otherwise), m
    (verbal noun) or s (noun of saying).
    """

    entry: Entry
    tense: str
    passive: bool
    person: str
    gender: str
    number: str


class Form(Inflection, frozen=True, gc=False):
    """A word read as a form of an entry: `prefix` holds what is attached before (و, ف, س, ل, ب, ال),
    `pronoun` what is attached after.
    """

    prefix: str
    pronoun: str


class Word(Struct, frozen=True, gc=False):
    """One spelling. `tags` are bits of `tags.TAG`; `stem` is the key without conjunction, preposition and
    article.

    `conjunction` is و or ف or "", `preposition` ب, ل, ك or "", `article` whether ال is attached, `pronoun` an
    attached pronoun of a complementizer or noun. `kind` is word, number or sign. `alef` is i, a or ? for the
    alef of إن, أن, ان.
    """

    text: str
    key: str
    stem: str
    kind: str
    tags: int = 0
    conjunction: str = ""
    preposition: str = ""
    article: bool = False
    pronoun: str = ""
    alef: str = ""
    forms: tuple[Form, ...] = ()
    verb: Form | None = None
    """The finite active form in the third person, if it may be one; and so for the next three."""
    passive: Form | None = None
    participle: Form | None = None
    noun: Form | None = None
    first_person: bool = False
    nominal: bool = False
    """Whether it can begin a noun phrase; verbal: read as a verb or participle of saying and as nothing else;
    plain: a noun or adjective inside a phrase that needs no other question (see shape.py)."""
    verbal: bool = False
    plain: bool = False
    rules: int = 0
    """Bits of `tags.RULE`: the classes that one rule asks for."""
    stops: bool = False
    """Whether a content may end before it: a sign, بحسب, في بيان."""
    looked_at: bool = False
    """Whether it may be a cue or begin an attributive phrase."""
    signals: int = 0
    """2 where the word may signal an attribution by itself (a verb of saying, بحسب, تنديد, a colon), 1 where
    it needs أن or a quotation beside it (the other nouns of saying), 0 where it signals nothing."""
    wholes: Wholes | None = None
    """The names read as a whole that may begin with it."""


Wholes = dict[str, tuple[tuple[Word, ...], ...]]
"""The words of names that begin alike by the key of the second, longest name first."""
NOTHING = Word("", "", "", "")
"""What stands before the first word of a sentence."""


class Token(Struct, frozen=True, gc=False):
    """A word, number or sign at `[start, end)` of the text, and what the lexicon knows of it."""

    start: int
    end: int
    word: Word
