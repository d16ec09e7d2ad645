"""The stages, in their one order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from qawl import clean, marks, segment, speakers
from qawl.commonnames import with_common_surnames
from qawl.dates import published
from qawl.lexicon import Lexicon
from qawl.lexicon.tags import COMPLEMENTIZER
from qawl.lexicon.word import Token
from qawl.model import HEADLINES, Analysis, Article, BlockKind, Rejected, Sentence, Span, Statement
from qawl.names import with_surnames
from qawl.namesakes import with_namesakes
from qawl.newnames import with_new_names
from qawl.newplaces import with_new_places
from qawl.scene import Scene, Scenes, scene
from qawl.statements import of_sentence
from qawl.strength import strengths
from qawl.tokenise import tokenise


def analyse(article: Article, lexicon: Lexicon, trace: list[Rejected] | None = None) -> Analysis:
    """Everything that is said in the article. What was looked at and rejected is appended to `trace`."""
    text = article.text
    blocks = clean.blocks(article, lexicon)
    pairs = marks.pair(text, blocks, lexicon)
    sentences = segment.sentences(text, blocks, pairs, lexicon)
    mark_starts = [mark.start for mark in pairs]

    def make(number: int) -> Scene:
        sentence = sentences[number]
        within = pairs[bisect_left(mark_starts, sentence.start) : bisect_left(mark_starts, sentence.end)]
        return scene(text, tokens[number], within, number, blocks[sentence.block].kind, sentence.end)

    words = [tokenise(text, sentence.start, sentence.end, lexicon) for sentence in sentences]
    words = marks.fitted(words, pairs, lexicon)
    words = with_new_names(with_surnames(with_common_surnames(with_namesakes(text, words))))
    tokens = with_new_places(words, clean.datelines(text, blocks, lexicon))
    scenes = Scenes(text, tokens, make, [sentence.start for sentence in sentences])
    found: list[Statement] = []
    for number, own in enumerate(tokens):
        if _may_hold(own) or _begins_marked(own, blocks[sentences[number].block].kind):
            before = _said_before(found, sentences[number - 1]) if number else ()
            found += of_sentence(scenes[number], lexicon, before, trace)
    statements = tuple(found)
    resolved = speakers.resolve(scenes, statements, lexicon)
    when = article.published or published(text, lexicon.calendar)
    trusted = strengths(text, sentences, statements, resolved, lexicon.weights)
    return Analysis(article, blocks, pairs, sentences, statements, resolved, trusted, when)


def _said_before(found: list[Statement], sentence: Sentence) -> Sequence[Span]:
    """What the sentence before says: what was said last in it (قال الوزير إن السد آمن. وهذا ما أكده المدير),
    else the whole sentence.
    """
    if found and found[-1].sentence == sentence.number:
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
    return weak and any(token.word.tags & COMPLEMENTIZER for token in tokens)


def _begins_marked(tokens: list[Token], kind: BlockKind) -> bool:
    """Whether a headline begins with a sign, as with somebody's words: "لن نبيع".. رئيس النادي يحسم الجدل."""
    return kind in HEADLINES and bool(tokens) and tokens[0].word.kind == "sign"
