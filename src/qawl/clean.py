"""An article into blocks: headline, sub-headline, caption and body, and what is no part of the article.

A paragraph is a non-empty line. Runs of white space inside a line, as flattened pages have them, divide it
into several blocks of one paragraph; lines broken inside a sentence make one block. Nothing is cut out of the
text: blocks that are not read keep their places.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from math import ceil

from msgspec import Struct

from qawl import fold
from qawl.lexicon import Lexicon
from qawl.lexicon.tags import COMPLEMENTIZER, FUTURE, NEGATION, PERFECTIVE, PREPOSITION, RELATIVE
from qawl.lexicon.word import NOTHING, Word
from qawl.model import Article, Block, BlockKind

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_GAP = re.compile(r"[\t \u00a0](?:(?<=\t)[\t \u00a0]*|[ \u00a0]{3}[\t \u00a0]*)")
_ARABIC = re.compile(r"[ء-ي]")
_CLOSING = r"(?:[\"”»’')\]\s]|&\#?\w{2,6};)*$"
_STOPPED = re.compile(r"(?<!\.)\." + _CLOSING)
_FINISHED = re.compile(r"(?:[.؟!?…:،]|[»\"”)]|&\#?\w{2,6};)\s*$")
_LONGEST_HEADING = 160
_LONGEST_SUBHEADING = 70
_SHORTEST_SENTENCE = 40
_LONGEST_CLOSING = 40
_COPY_HEAD = 60
"""Two blocks that share so many characters from their start are taken for copies of one text."""
_COPIED = 0.8
"""The share of a block that stands at the beginning of the fuller one, where it is its copy."""
_MOST_BEHIND = 0.5
"""How many sentences may stand behind an article's tail, as a share of its own: the beginnings of others.
Where there are more, another whole article follows in the same file.
"""
_SHORTEST_TITLE = 12
_TITLE_PART = re.compile(r"\s[-–—|]\s")
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e]")

_CANNOT_BEGIN = re.compile(r"[،؛)\]»”]|[.,:](?![.\w])|\"(?=\s)")
_LIST_ITEM = re.compile(r"[-–—•●▪◉*]|\d+\s*[-.)]")
_BROKEN_AFTER = "،,"
_QUOTED = '«“"„'
_FIRST_WORD = re.compile(r"\S+")
_LAST_WORD = re.compile(r"\w+$")
_SHORTEST_WRAPPED = 40
_FEWEST_WRAPPED = 3
"""Lines that show how wide a column is."""
_LEADS_ON = PREPOSITION | RELATIVE | COMPLEMENTIZER | NEGATION | FUTURE | PERFECTIVE
"""After such a word no sentence ends."""

_OPENED = re.compile(
    r"([\w /]{2,25}?)(?:[،,]\s?([\w /]{2,30}?))?(?:\s?\([^()]{2,20}\))?"
    r"\s?[-–—]{1,2}\s(?![^.]{0,120}\s[-–—]\s?)"
)
"""A place, perhaps with its country or an agency, and a dash that no other dash answers: القاهرة - قال,
طوكيو (كيودو) - قال.
"""
_SENT = re.compile(r"([\w ]{1,25}?)\s?(?:[-–—/]+|[،,]|(:))\s?(?=\w)")
"""A part of where and when an outlet sends the news, and the colon where one ends it: أنقرة / محمد كارا /
الأناضول - قال.
"""
_MOST_SENT = 5
"""Such parts: طهران / 9 تموز / يوليو / إرنا - أكد."""
_DATED = re.compile(r"\s*(\w{3,}(?:[ ،,]+\w{3,}){0,3})\s*(?:\([\w. ]+\)\s*[-–—:]|[-–—/])")
"""What stands before the agency in a dateline: القاهرة، مصر (CNN)--."""
_SHORTEST_DATELINE = 8
"""Characters between paragraphs from which on they may hold a place and an agency."""
_REPORTER = re.compile(r"(\w{2,}) [\w ]{2,30}\s?[:：]\s*(\w+)")
"""Who reports from there, before the first word of the report: القاهرة - سامي الحداد: قالت."""


class _Piece(Struct, frozen=True, gc=False):
    start: int
    end: int
    paragraph: int
    sentence: bool
    """Whether it is prose and no heading: long and ended by a full stop, or running over lines."""

    @property
    def short(self) -> bool:
        return self.end - self.start <= _LONGEST_HEADING

    @property
    def prose(self) -> bool:
        return self.sentence or not self.short


def blocks(article: Article, lexicon: Lexicon) -> tuple[Block, ...]:
    """The blocks of the article in order, without outer white space."""
    text = article.text
    pieces = _joined(text, _pieces(text), lexicon)
    kinds = _kinds(text, pieces, lexicon)
    found = []
    for number, (piece, (kind, by)) in enumerate(zip(pieces, kinds, strict=True)):
        start, end = piece.start, piece.end
        if kind in ("body", "headline", "subheadline"):
            if label := lexicon.lines["label"].match(text, start, end):
                start = label.end()  # 21:40 عاجل | فلان: …
            if number == 0 or kinds[number - 1][0] != "body":
                start = _after_dateline(text, start, end, lexicon)
            last = number == len(pieces) - 1 or kinds[number + 1][0] != "body"
            if last or kind == "headline":
                end = _before_signature(text, start, end, lexicon)
        if start < end:
            found.append(Block(start, end, kind, piece.paragraph, by))
    return tuple(found)


def _pieces(text: str) -> list[_Piece]:
    pieces = []
    paragraph = 0
    for line in _LINE.finditer(text):
        content = line[0].strip()
        if not content:
            continue
        at = line.start() + line[0].index(content)
        end = at + len(content)
        if "  " in content or "\t" in content or "\u00a0" in content:
            for gap in _GAP.finditer(text, at, end):
                if text[at : gap.start()].strip():
                    pieces.append(_piece(text, at, gap.start(), paragraph))
                at = gap.end()
        pieces.append(_piece(text, at, end, paragraph))
        paragraph += 1
    return pieces


def _piece(text: str, start: int, end: int, paragraph: int) -> _Piece:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    closing = max(start, end - _LONGEST_CLOSING)
    return _Piece(
        start, end, paragraph, end - start > _SHORTEST_SENTENCE and bool(_STOPPED.search(text, closing, end))
    )


def _joined(text: str, pieces: list[_Piece], lexicon: Lexicon) -> list[_Piece]:
    """The pieces, with those of one sentence that a line break divides put together."""
    wrapped = _wrapped(text, pieces)
    found: list[_Piece] = []
    for number, piece in enumerate(pieces):
        before = pieces[number - 1] if number else None
        if before and (number in wrapped or _goes_on(text, before, piece, lexicon)):
            first = found.pop()
            found.append(_Piece(first.start, piece.end, first.paragraph, True))
        else:
            found.append(piece)
    return found


def _goes_on(text: str, piece: _Piece, following: _Piece, lexicon: Lexicon) -> bool:
    """Whether the second piece goes on with a sentence that the first leaves unfinished."""
    last = text[piece.end - 1]
    if sign := _CANNOT_BEGIN.match(text, following.start, following.end):
        return last.isalnum() and (sign[0] != '"' or text.count('"', piece.start, piece.end) % 2 == 1)
    if last == ":" and text[following.start] in _QUOTED:
        return _next_line(text, piece, following)  # وقال فلان: | «…»
    if last not in _BROKEN_AFTER and not last.isalpha() or not _next_line(text, piece, following):
        return False
    if last not in _BROKEN_AFTER:
        last_word = _LAST_WORD.search(text, max(piece.start, piece.end - 12), piece.end)
        word = lexicon.words[last_word[0]] if last_word is not None else NOTHING
        attached = PREPOSITION if word.preposition else 0  # عنب بلدي: not ب with لدى
        if not word.tags & _LEADS_ON & ~attached:
            return False
        if lexicon.lines["dateline"].match(text, following.start, following.end):
            return False  # … يتم التحكم فيها عن بعد | القاهرة، مصر (CNN)--
    if _LIST_ITEM.match(text, following.start, following.end):
        return False
    return not (following.short and _page_line(text[following.start : following.end], lexicon))


def _next_line(text: str, piece: _Piece, following: _Piece) -> bool:
    gap = text[piece.end : following.start]
    return following.paragraph == piece.paragraph + 1 and gap.count("\n") <= 1 and gap.count("\r") <= 1


def _wrapped(text: str, pieces: list[_Piece]) -> set[int]:
    """The pieces that begin in the middle of a sentence because the lines are as long as a column is wide."""
    found: set[int] = set()
    first = 0
    for number in range(1, len(pieces) + 1):
        if number < len(pieces) and _next_line(text, pieces[number - 1], pieces[number]):
            continue
        if number - first > _FEWEST_WRAPPED:
            found |= _full(text, pieces, first, number)
        first = number
    return found


def _full(text: str, pieces: list[_Piece], first: int, end: int) -> set[int]:
    """Of lines in a row those that follow one with no room for their first word, where most do so."""
    unfinished = []
    for number in range(first + 1, end):
        before = pieces[number - 1]
        length = before.end - before.start
        word = _FIRST_WORD.match(text, pieces[number].start, pieces[number].end)
        if length >= _SHORTEST_WRAPPED and not before.sentence and word:
            unfinished.append((number, length, length + 1 + len(word[0])))
    if len(unfinished) < _FEWEST_WRAPPED:
        return set()
    # The column is as wide as most of them say: lines that are not wrapped may be longer.
    lengths = sorted(length for _, length, _ in unfinished)
    too_long = sorted(longer for _, _, longer in unfinished)
    width = max(
        (length for _, length, _ in unfinished),
        key=lambda width: bisect_right(lengths, width) - bisect_right(too_long, width),
    )
    fullest = {number for number, length, longer in unfinished if length <= width < longer}
    enough = len(fullest) >= _FEWEST_WRAPPED and 3 * len(fullest) >= 2 * len(unfinished)
    return fullest if enough else set()


def _kinds(text: str, pieces: list[_Piece], lexicon: Lexicon) -> list[tuple[BlockKind, str]]:
    kinds: list[tuple[BlockKind, str]] = []
    code = [match.start() for match in lexicon.lines["meta"].finditer(text)]
    prose = (n for n, p in enumerate(pieces) if p.prose and not _is_code(text, p, code))
    body_begins = next(prose, len(pieces))
    sentences = ((piece.end - piece.start) * piece.sentence for piece in reversed(pieces))
    to_come = [*accumulate(sentences, initial=0)][::-1]
    article = 0
    copies = _copies(text, pieces, body_begins)
    tail = links = heading_seen = False
    for number, piece in enumerate(pieces):
        kind, by = _kind(text, piece, code, lexicon)
        links = links and not piece.prose
        if by.endswith(": tail") and number <= body_begins:
            by = by.replace("tail", "line")
        elif by.endswith(": tail") and to_come[number] > _MOST_BEHIND * (to_come[article] - to_come[number]):
            by, article = by.replace("tail", "line"), number
        if tail:
            kind, by = "boilerplate", "after related links"
        elif by.endswith(": tail"):
            tail = True
        elif by.endswith(": links"):
            links = True
        elif links:
            kind, by = "boilerplate", "under related links"
        elif kind == "body" and number in copies:
            kind, by = "copy", "stands again more fully"
        elif kind == "body" and piece.short:
            content = text[piece.start : piece.end]
            if number < body_begins:
                kind, by = "subheadline" if heading_seen else "headline", "before the body"
                heading_seen = True
            elif number == 0 and len(pieces) > 1 and not content.endswith("."):
                kind, by = "headline", "first line"
                heading_seen = True
            elif len(content) <= _LONGEST_SUBHEADING and not _FINISHED.search(content):
                kind, by = "subheadline", "a short line"
        kinds.append((kind, by))
    return kinds


def _kind(text: str, piece: _Piece, code: list[int], lexicon: Lexicon) -> tuple[BlockKind, str]:
    """What a piece is by itself, wherever it stands."""
    content = text[piece.start : piece.end]
    if _is_code(text, piece, code):
        return "boilerplate", "boilerplate.tsv: meta"
    if not _ARABIC.search(content):
        return "boilerplate", "no Arabic"
    if piece.short and (name := _page_line(content, lexicon)):
        if name == "byline" and piece.sentence:
            return "body", "a paragraph"
        return "caption" if name == "caption" else "boilerplate", f"boilerplate.tsv: {name}"
    return "body", "a paragraph"


def _is_code(text: str, piece: _Piece, code: list[int]) -> bool:
    """Whether one of the places of page code makes a piece no prose: not a link left in a paragraph."""
    first = bisect_left(code, piece.start)
    if first == len(code) or code[first] >= piece.end:
        return False
    heading = piece.short and not piece.sentence
    return heading or not _ARABIC.search(text, piece.start, code[first])


def _page_line(content: str, lexicon: Lexicon) -> str:
    """The class of boilerplate.tsv that a whole line is of, or nothing."""
    content = _DIRECTION.sub("", content).strip()
    for name in ("tail", "links", "line", "caption", "byline"):
        if lexicon.lines[name].fullmatch(content):
            return name
    return ""


def _copies(text: str, pieces: list[_Piece], body_begins: int) -> set[int]:
    """Pieces that stand again more fully: same beginning, or page titles that repeat a heading."""
    heads: dict[str, list[int]] = {}
    titles: dict[str, list[int]] = {}
    for number, piece in enumerate(pieces):
        if piece.end - piece.start >= _COPY_HEAD:
            heads.setdefault(text[piece.start : piece.start + _COPY_HEAD], []).append(number)
        if number < body_begins:
            for part in _TITLE_PART.split(_DIRECTION.sub("", text[piece.start : piece.end])):
                if len(part) >= _SHORTEST_TITLE:
                    titles.setdefault(part.strip(), []).append(number)
    copies: set[int] = set()
    for numbers in heads.values():
        if len(numbers) > 1:
            fullest = max(numbers, key=lambda n: (pieces[n].end - pieces[n].start, n))
            whole = text[pieces[fullest].start : pieces[fullest].end]
            others = (n for n in numbers if n != fullest)
            copies.update(n for n in others if _stands_in(whole, text[pieces[n].start : pieces[n].end]))
    for numbers in titles.values():
        if len(numbers) > 1:
            # Of a heading and the page title that contains it the heading is the shorter one.
            plain = min(numbers, key=lambda n: (pieces[n].end - pieces[n].start, -n))
            copies.update(n for n in numbers if n != plain)
            copies.discard(plain)
    return copies


def _stands_in(whole: str, content: str) -> bool:
    """Whether all but the end of a piece is the beginning of the fuller one."""
    return whole.startswith(content[: ceil(len(content) * _COPIED)])


def _after_dateline(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Where the block begins without the place and agency before it."""
    match = lexicon.lines["dateline"].match(text, start, min(end, start + 140))
    match = match or _sent(text, start, end, lexicon)
    if not match and (opened := _OPENED.match(text, start, end)):
        match = opened if all(_is_place(part, lexicon) for part in opened.groups() if part) else None
    if match:
        start = match.end()
        reporter = _REPORTER.match(text, start, end)
        if reporter and not lexicon.words[reporter[1]].forms and _is_past(lexicon.words[reporter[2]]):
            start = reporter.start(2)
    while start < end and text[start].isspace():
        start += 1
    return start


def _sent(text: str, start: int, end: int, lexicon: Lexicon) -> re.Match[str] | None:
    """The last part of the place, the day and the outlet that send the news: طهران / 9 تموز / إرنا - أكد."""
    part = _SENT.match(text, start, end)
    if not part or part[2] or not _is_place(part[1], lexicon):
        return None
    for _ in range(_MOST_SENT):
        part = _SENT.match(text, part.end(), end)
        if not part or _is_outlet(part[1], lexicon):
            return part
    return None


def datelines(text: str, found: tuple[Block, ...], lexicon: Lexicon) -> Iterator[Word]:
    """The words of the places before the agency at the head of paragraphs: القاهرة، مصر (CNN)--."""
    before = 0
    for block in found:
        if block.start - before > _SHORTEST_DATELINE and (line := _DATED.match(text, before, block.start)):
            yield from (lexicon.words[name] for name in re.findall(r"\w+", line[1]))
        before = block.end


def _is_past(word: Word) -> bool:
    """Whether a word may be a verb of saying in the past, which no quotation begins with: قال، أعلنت."""
    return any(form.tense == "p" and not form.prefix for form in word.forms)


def _is_place(name: str, lexicon: Lexicon) -> bool:
    known = lexicon.known.get(" ".join(map(fold.key, name.split())))
    return known is not None and known.kind == "place"


def _is_outlet(name: str, lexicon: Lexicon) -> bool:
    """Whether an outlet is called so, as it stands or behind its kind: الأناضول, (وكالة) فارس."""
    key = " ".join(map(fold.key, name.split()))
    return any(
        known.kind == "organisation"
        for known in map(lexicon.known.get, (key, fold.key(f"وكالة {key}")))
        if known
    )


def _before_signature(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Where the block ends without the agency's sign after it."""
    if match := lexicon.lines["signature"].search(text, max(start, end - 60), end):
        end = match.start()
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
