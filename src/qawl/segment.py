"""Blocks into sentences. A full stop inside a quotation ends no sentence, nor one inside a number or an abbreviation."""

from __future__ import annotations

import re
from bisect import bisect_right

from qawl.lexicon import Lexicon
from qawl.model import Block, Mark, Sentence

_STOP = re.compile(r"(?:\.{2,}|[.؟!?…])+")
_ABBREVIATED = re.compile(r"(?:^|[\s(،\"«])((?:[\wء-ي]\.)+[\wء-ي]|[\wء-ي]+)$")
_LONGEST_MARK = 1500
"""A repaired mark longer than this does not hold a sentence together."""


def sentences(text: str, blocks: tuple[Block, ...], marks: tuple[Mark, ...], lexicon: Lexicon) -> tuple[Sentence, ...]:
    """The sentences of the blocks that are read (boilerplate and copies are not), numbered from 0.

    A quotation that runs on over several blocks makes one sentence of them; it belongs to the block it begins in.
    """
    holding = _holding(marks)
    found: list[Sentence] = []
    covered = 0
    for number, block in enumerate(blocks):
        if block.kind in ("boilerplate", "copy"):
            continue
        start = max(block.start, covered)
        if start >= block.end:
            continue
        end = _end(block.end, holding)
        for piece_start, piece_end in _split(text, start, end, holding, lexicon):
            found.append(Sentence(piece_start, piece_end, number, len(found)))
        covered = end
    return tuple(found)


def _holding(marks: tuple[Mark, ...]) -> list[tuple[int, int]]:
    """The stretches inside quotation marks, outermost ones only."""
    spans: list[tuple[int, int]] = []
    for mark in marks:
        if mark.repaired:
            continue
        if spans and mark.start < spans[-1][1]:
            continue
        spans.append((mark.start, mark.end))
    return spans


def _inside(at: int, holding: list[tuple[int, int]]) -> tuple[int, int] | None:
    number = bisect_right(holding, (at, 1 << 60)) - 1
    if number >= 0 and holding[number][0] < at < holding[number][1]:
        return holding[number]
    return None


def _end(end: int, holding: list[tuple[int, int]]) -> int:
    mark = _inside(end, holding)
    return mark[1] if mark else end


def _split(
    text: str, start: int, end: int, holding: list[tuple[int, int]], lexicon: Lexicon
) -> list[tuple[int, int]]:
    pieces = []
    at = start
    position = start
    while match := _STOP.search(text, position, end):
        position = match.end()
        mark = _inside(match.start(), holding)
        if mark is not None:
            position = max(position, mark[1])
            if mark[1] >= end or not _quotation_ends_sentence(text, match, mark, end):
                continue
            stop = mark[1]
        elif _ends(text, match, at, end, lexicon):
            stop = match.end()
            while stop < end and text[stop] in "»”\"')":
                if _inside(stop, holding):
                    break
                stop += 1
        else:
            continue
        pieces.append((at, stop))
        at = position = max(position, stop)
    pieces.append((at, end))
    return [trimmed for piece in pieces if (trimmed := _trimmed(text, *piece))]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _quotation_ends_sentence(text: str, match: re.Match[str], mark: tuple[int, int], end: int) -> bool:
    """Whether the stop stands right before the closing mark and a new sentence begins after it ("….” وقال)."""
    if text[match.end() : mark[1]].strip(" \t»”\"'’)&;quotra#0123456789") or "\n" in text[match.end() : mark[1]]:
        return False
    after = text[mark[1] : end].lstrip()
    return bool(after) and after[0].isalpha() and (after[0] in "وف" or text[mark[1] : mark[1] + 1] == "\n")


def _ends(text: str, match: re.Match[str], start: int, end: int, lexicon: Lexicon) -> bool:
    sign = match.group()
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    if sign == ".":
        if before.isdigit() and after.isdigit():
            return False
        word = _ABBREVIATED.search(text, max(start, match.start() - 12), match.start())
        if word and (word.group(1) in lexicon.abbreviations or len(word.group(1)) == 1 and not word.group(1).isdigit()):
            return False
        if after.isascii() and after.isalpha() and before.isascii() and before.isalpha():
            return False
    if sign.startswith(("..", "…")):
        return after.isspace() and _begins_anew(text, match.end(), end)
    return after not in "،,:؛"


def _begins_anew(text: str, at: int, end: int) -> bool:
    rest = text[at:end].lstrip()
    return rest[:1] in "و\n" or not rest
