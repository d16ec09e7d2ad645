"""The types that pass from stage to stage. They hold values and compute nothing.

All positions count Unicode code points of the article's text exactly as it was decoded. A span is half-open:
`text[start:end]`. Annotations carry `by`, the construction or lexicon line that made them, so that every
result can be followed back to the line behind it.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

BlockKind = Literal["headline", "subheadline", "caption", "body", "boilerplate", "copy"]
HEADLINES: tuple[BlockKind, ...] = ("headline", "subheadline")
StatementType = Literal["direct", "indirect", "mixed"]
Form = Literal["clause", "nominal"]
SpeakerKind = Literal["person", "organisation", "place", "group", "unnamed", "document"]
Strength = Literal["sure", "likely", "guess"]
ViaRole = Literal["carrier", "addressee"]


class Span(Struct, frozen=True, gc=False):
    """A half-open stretch of the article's text."""

    start: int
    end: int


class Article(Struct, frozen=True):
    """A text to read and what is known of where it came from. `published` is ISO 8601."""

    text: str
    path: str = "-"
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None


class Block(Struct, frozen=True, gc=False):
    """A paragraph of the article (a non-empty line, or a part of one) and what it is on the page."""

    start: int
    end: int
    kind: BlockKind
    paragraph: int
    by: str


class Mark(Struct, frozen=True, gc=False):
    """A pair of quotation marks.

    `[start, inner_start)` is the opening mark, `[inner_end, end)` the closing one.
    An unclosed mark is closed at the end of its paragraph, with `inner_end == end` and `repaired` true.
    """

    start: int
    inner_start: int
    inner_end: int
    end: int
    repaired: bool = False


class Sentence(Struct, frozen=True, gc=False):
    """A sentence: its place in the text, its block (an index), and its number in the article from 0."""

    start: int
    end: int
    block: int
    number: int


class Via(Struct, frozen=True, gc=False):
    """Who carried the words or to whom they were said, where it is not the speaker."""

    start: int
    end: int
    role: ViaRole


class Cue(Struct, frozen=True, gc=False):
    """The words that signal an attribution, with the dictionary form and the sense of what they say."""

    start: int
    end: int
    lemma: str
    sense: str
    by: str


class Statement(Struct, frozen=True):
    """One act of reported speech, its speaker not yet resolved.

    `source` is None where the subject is only in the verb. `sentence` is an index into the analysis's
    sentences, the one the cue stands in. `by` is the id of the construction; `because` the lexicon lines and
    conditions it rests on. `name` is the personal name inside the source; `gender` (m, f) and `number` (s, d,
    p) are those the cue shows.
    """

    spans: tuple[Span, ...]
    type: StatementType
    form: Form
    cue: Cue
    source: Span | None
    via: tuple[Via, ...]
    sentence: int
    strength: Strength
    by: str
    because: tuple[str, ...] = ()
    name: Span | None = None
    gender: str = ""
    number: str = ""


class Speaker(Struct, frozen=True):
    """Who said it, resolved within the article. `because` tells how, step by step."""

    name: str
    kind: SpeakerKind
    role: str | None = None
    affiliation: str | None = None
    latin: str | None = None
    id: str | None = None
    members: tuple[str, ...] | None = None
    strength: Strength = "sure"
    because: tuple[str, ...] = ()


class Rejected(Struct, frozen=True):
    """A place where something was looked for and not found, and the first condition that was not met."""

    start: int
    end: int
    by: str
    why: str


class Analysis(Struct, frozen=True):
    """Everything found in one article.

    `speakers[i]` is the speaker of `statements[i]`, None where nobody fits; `strengths[i]` tells how far the
    two may be trusted.
    """

    article: Article
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    sentences: tuple[Sentence, ...]
    statements: tuple[Statement, ...]
    speakers: tuple[Speaker | None, ...]
    strengths: tuple[Strength, ...]
    published: str | None = None
