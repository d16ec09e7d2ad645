"""The stages, in their one order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import structs

from qawl import clean, marks, segment, speakers
from qawl.commonnames import with_common_surnames
from qawl.dates import published
from qawl.dottedya import with_dotted_ya
from qawl.firstletters import with_first_letters
from qawl.lexicon import Lexicon
from qawl.lexicon.tags import COMPLEMENTIZER, HASTENING, HESITATING, THUS
from qawl.lexicon.word import Token
from qawl.model import (
    HEADLINES,
    Analysis,
    Article,
    Block,
    Mark,
    Rejected,
    Sentence,
    Span,
    Speaker,
    Statement,
)
from qawl.names import with_surnames
from qawl.namesakes import with_namesakes
from qawl.newnames import with_new_names
from qawl.newplaces import with_new_places
from qawl.scene import Scene, Scenes, scene
from qawl.statements import of_sentence
from qawl.strength import strengths
from qawl.tokenise import tokenise

_LONGEST = 1000
"""Sentences of an article, many times as many as of any in the news. In what is longer, many articles in one
file, nobody is looked for over all of them: each so many sentences have their own cast.
"""


def analyse(article: Article, lexicon: Lexicon, trace: list[Rejected] | None = None) -> Analysis:
    """Everything that is said in the article. What was looked at and rejected is appended to `trace`."""
    text = article.text
    blocks = clean.blocks(article, lexicon)
    pairs = marks.pair(text, blocks, lexicon)
    sentences = segment.sentences(text, blocks, pairs, lexicon)
    words = [tokenise(text, sentence.start, sentence.end, lexicon) for sentence in sentences]
    words = marks.fitted(with_dotted_ya(text, words, lexicon), pairs, lexicon)
    words = with_new_names(
        with_surnames(with_common_surnames(with_first_letters(with_namesakes(text, words))))
    )
    tokens = with_new_places(words, clean.datelines(text, blocks, lexicon))
    statements: list[Statement] = []
    resolved: list[Speaker | None] = []
    for first in range(0, len(sentences), _LONGEST):
        part = slice(first, first + _LONGEST)
        scenes = _scenes(text, blocks, pairs, sentences[part], tokens[part])
        found = _statements(scenes, sentences[part], lexicon, trace)
        resolved += speakers.resolve(scenes, found, lexicon)
        statements += (structs.replace(made, sentence=first + made.sentence) for made in found)
    when = article.published or published(text, lexicon.calendar)
    said, speaking = tuple(statements), tuple(resolved)
    trusted = strengths(text, sentences, said, speaking, lexicon.weights)
    return Analysis(article, blocks, pairs, sentences, said, speaking, trusted, when)


def _scenes(
    text: str,
    blocks: tuple[Block, ...],
    pairs: tuple[Mark, ...],
    sentences: tuple[Sentence, ...],
    tokens: list[list[Token]],
) -> Scenes:
    """The scenes of the sentences, which are numbered anew."""
    mark_starts = [mark.start for mark in pairs]

    def make(number: int) -> Scene:
        sentence = sentences[number]
        within = pairs[bisect_left(mark_starts, sentence.start) : bisect_left(mark_starts, sentence.end)]
        return scene(text, tokens[number], within, number, blocks[sentence.block].kind, sentence.end)

    return Scenes(text, tokens, make, [sentence.start for sentence in sentences])


def _statements(
    scenes: Scenes, sentences: tuple[Sentence, ...], lexicon: Lexicon, trace: list[Rejected] | None
) -> tuple[Statement, ...]:
    """The statements of the sentences, in order."""
    found: list[Statement] = []
    for number, own in enumerate(scenes.tokens):
        if _may_hold(own) or _begins_marked(own) and scenes[number].kind in HEADLINES:
            before = _said_before(found, number - 1, sentences[number - 1]) if number else ()
            found += of_sentence(scenes[number], lexicon, before, trace)
    return tuple(found)


def _said_before(found: list[Statement], number: int, sentence: Sentence) -> Sequence[Span]:
    """What the sentence before says: what was said last in it (قال الوزير إن السد آمن. وهذا ما أكده المدير),
    else the whole sentence.
    """
    if found and found[-1].sentence == number:
        return found[-1].spans
    return (Span(sentence.start, sentence.end),)


def _may_hold(tokens: list[Token]) -> bool:
    """Whether a sentence with these tokens may hold an attribution: where it may not, it is left at that."""
    weak = False
    for token in tokens:
        signals = token.word.signals
        if signals == 2:
            return True
        if signals:
            weak = True
    return weak and any(
        token.word.tags & COMPLEMENTIZER or token.word.rules & (HASTENING | HESITATING | THUS)
        for token in tokens
    )


def _begins_marked(tokens: list[Token]) -> bool:
    """Whether a sentence begins with a sign, as a headline with somebody's words: "لن نبيع".. رئيس النادي
    يحسم الجدل.
    """
    return bool(tokens) and tokens[0].word.kind == "sign"
