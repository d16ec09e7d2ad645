"""The stages, in their one order."""

from __future__ import annotations

from bisect import bisect_left

from qawl import clean, marks, segment, speakers
from qawl.lexicon import Lexicon
from qawl.model import Analysis, Article, Rejected, Statement
from qawl.statements import has_cue, of_sentence, scene
from qawl.tokenise import tokenise


def analyse(article: Article, lexicon: Lexicon, trace: list[Rejected] | None = None) -> Analysis:
    """Everything that is said in the article. With `trace`, what was looked at and rejected is appended to it."""
    text = article.text
    blocks = clean.blocks(article, lexicon)
    pairs = marks.pair(text, blocks)
    sentences = segment.sentences(text, blocks, pairs, lexicon)
    found: list[Statement] = []
    starts = [mark.start for mark in pairs]
    for number, sentence in enumerate(sentences):
        tokens = tokenise(text, sentence.start, sentence.end, lexicon)
        if not has_cue(tokens):
            continue
        within = pairs[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        here = scene(text, tokens, within, number, blocks[sentence.block].kind, sentence.end)
        found += of_sentence(here, lexicon, sentences[number - 1] if number else None, text, trace)
    statements = tuple(found)
    return Analysis(article, blocks, pairs, sentences, statements, speakers.resolve(text, statements))
