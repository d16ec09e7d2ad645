"""An article into blocks: what is headline, sub-headline, caption and body, and what is no part of the article.

A paragraph is a non-empty line; runs of white space inside a line, as flattened pages have them, divide it into several
blocks of one paragraph. Nothing is cut out of the text: blocks that are not read keep their places.
"""

from __future__ import annotations

import re

from qawl.lexicon import Lexicon
from qawl.model import Article, Block, BlockKind

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_GAP = re.compile(r"[ \t\u00a0]{4,}|\t+")
_ARABIC = re.compile(r"[ء-ي]")
_FINISHED = re.compile(r"[.؟!?…:»\"”)]\s*$")
_LONGEST_HEADING = 160
_LONGEST_SUBHEADING = 70
_COPY_HEAD = 60
"""Two blocks that share so many characters from their start are taken for copies of one text."""


def blocks(article: Article, lexicon: Lexicon) -> tuple[Block, ...]:
    """The blocks of the article in order, without outer white space."""
    pieces = _pieces(article.text)
    if not pieces:
        return ()
    kinds = _kinds(article.text, pieces, lexicon)
    found = []
    for (start, end, paragraph), (kind, by) in zip(pieces, kinds, strict=True):
        if kind in ("body", "headline"):
            start, end = _without_frame(article.text, start, end, lexicon)
        if start < end:
            found.append(Block(start, end, kind, paragraph, by))
    return tuple(found)


def _pieces(text: str) -> list[tuple[int, int, int]]:
    pieces = []
    paragraph = 0
    for line in _LINE.finditer(text):
        start, end = line.span()
        if not line.group().strip():
            continue
        at = start
        for gap in [*_GAP.finditer(text, start, end), None]:
            stop = gap.start() if gap else end
            piece = text[at:stop]
            if piece.strip():
                lead = len(piece) - len(piece.lstrip())
                pieces.append((at + lead, at + lead + len(piece.strip()), paragraph))
            if gap:
                at = gap.end()
        paragraph += 1
    return pieces


def _kinds(text: str, pieces: list[tuple[int, int, int]], lexicon: Lexicon) -> list[tuple[BlockKind, str]]:
    kinds: list[tuple[BlockKind, str]] = []
    copies = _copies(text, pieces)
    body_begins = next(
        (n for n, (start, end, _) in enumerate(pieces) if end - start > _LONGEST_HEADING or _is_sentence(text, start, end)),
        len(pieces),
    )
    tail = links = False
    heading_seen = False
    for number, (start, end, _) in enumerate(pieces):
        content = text[start:end]
        short = end - start <= _LONGEST_HEADING
        finished = _is_sentence(text, start, end) or not short
        if links and finished:
            links = False
        if tail:
            kinds.append(("boilerplate", "after related links"))
        elif short and (by := _line_of(content, "tail", lexicon)) and number > body_begins:
            tail = True
            kinds.append(("boilerplate", by))
        elif short and (by := _line_of(content, "links", lexicon)):
            links = True
            kinds.append(("boilerplate", by))
        elif links:
            kinds.append(("boilerplate", "under related links"))
        elif by := _line_of(content, "meta", lexicon):
            kinds.append(("boilerplate", by))
        elif short and (by := _line_of(content, "line", lexicon) or _line_of(content, "tail", lexicon)):
            kinds.append(("boilerplate", by))
        elif not _ARABIC.search(content):
            kinds.append(("boilerplate", "no Arabic"))
        elif number in copies:
            kinds.append(("copy", "stands again more fully"))
        elif short and (by := _line_of(content, "caption", lexicon)):
            kinds.append(("caption", by))
        elif short and (by := _line_of(content, "byline", lexicon)) and not _is_sentence(text, start, end):
            kinds.append(("boilerplate", by))
        elif number < body_begins and short:
            kinds.append(("subheadline" if heading_seen else "headline", "before the body"))
            heading_seen = True
        elif number == 0 and short and len(pieces) > 1 and not content.rstrip().endswith("."):
            kinds.append(("headline", "first line"))
            heading_seen = True
        elif end - start <= _LONGEST_SUBHEADING and not _FINISHED.search(content):
            kinds.append(("subheadline", "a short line"))
        else:
            kinds.append(("body", "a paragraph"))
    return kinds


def _is_sentence(text: str, start: int, end: int) -> bool:
    content = text[start:end]
    return end - start > 40 and content.rstrip().endswith((".", ".\"", ".”", ".»")) and not content.endswith("..")


def _line_of(content: str, name: str, lexicon: Lexicon) -> str:
    pattern = lexicon.lines.get(name)
    return f"boilerplate.tsv: {name}" if pattern and pattern.fullmatch(content.strip()) else ""


def _copies(text: str, pieces: list[tuple[int, int, int]]) -> set[int]:
    """Blocks whose beginning stands again in a later block that is at least as long."""
    heads: dict[str, list[int]] = {}
    for number, (start, end, _) in enumerate(pieces):
        if end - start >= _COPY_HEAD:
            heads.setdefault(text[start : start + _COPY_HEAD], []).append(number)
    copies = set()
    for numbers in heads.values():
        if len(numbers) > 1:
            fullest = max(numbers, key=lambda n: (n, pieces[n][1] - pieces[n][0]))
            copies.update(n for n in numbers if n != fullest)
    return copies


def _without_frame(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """The block without the dateline before it and the agency's sign after it."""
    dateline = lexicon.lines.get("dateline")
    match = dateline.match(text, start, min(end, start + 140)) if dateline else None
    if match:
        start = match.end()
    signature = lexicon.lines.get("signature")
    match = signature.search(text, max(start, end - 40), end) if signature else None
    if match:
        end = match.start()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
