"""The stages, in their one order."""

from __future__ import annotations

from bisect import bisect_left

from qawl import clean, marks, segment, speakers
from qawl.lexicon import Lexicon
from qawl.model import Analysis, Article, Rejected, Statement
from qawl.scene import scene
from qawl.statements import has_cue, of_sentence
from qawl.tokenise import tokenise


def analyse(article: Article, lexicon: Lexicon, trace: list[Rejected] | None = None) -> Analysis:
    """Everything that is said in the article. With `trace`, what was looked at and rejected is appended to it."""
    text = article.text
    blocks = clean.blocks(article, lexicon)
    marks_of_text = marks.pair(text, blocks)
    sentences = segment.sentences(text, blocks, marks_of_text, lexicon)
    starts = [mark.start for mark in marks_of_text]
    scenes = []
    found: list[Statement] = []
    for number, sentence in enumerate(sentences):
        tokens = tokenise(text, sentence.start, sentence.end, lexicon)
        within = marks_of_text[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        here = scene(text, tokens, within, number, blocks[sentence.block].kind, sentence.end)
        scenes.append(here)
        if has_cue(tokens):
            found += of_sentence(here, lexicon, sentences[number - 1] if number else None, text, trace)
    statements = tuple(found)
    return Analysis(article, blocks, marks_of_text, sentences, statements, speakers.resolve(text, scenes, statements, lexicon))
