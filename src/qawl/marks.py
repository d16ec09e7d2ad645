"""Pairs quotation marks of every style within the blocks of an article and repairs what is unbalanced."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from msgspec import Struct, structs

from qawl.lexicon import Lexicon
from qawl.lexicon.word import Token, Word
from qawl.model import Block, Mark
from qawl.scene import COMMAS, ends_in

# One class of first characters, so that the search runs over the text at full speed.
_SIGN = re.compile("[«»“”„‟\"″‹›‘’‚《》≪≫]|&(?=[#lrqLRQ])|\\((?=\\()|\\)(?=\\))|'|<(?=<)|>(?=>)|`(?=`)")
_ENTITY = re.compile(
    r"&(?:quot|[lr]aquo|[lr]dquo|[lr]squo|#0*34|#0*171|#0*187|#0*822[01]|#0*821[67]|#x22|#xab|#xbb);",
    re.IGNORECASE,
)
_TWICE = "()<>`"
_BLANKS = 2
"""Blanks between two marks that are one."""
_SINGLE = frozenset("‘’‚'")
_DOUBLED = "'‘’"
"""Two of them are one mark."""
_BEFORE_OPENING = frozenset(("", *" \t\u00a0\u200f\n([،,:-–—…"))
_AFTER_CLOSING = frozenset(" \t\u00a0\u200f\n.،,؛:)]!؟?-–—…")
_STYLE = {
    **dict.fromkeys(
        (
            "«",
            "»",
            "《",
            "》",
            "≪",
            "≫",
            "<<",
            ">>",
            "&laquo;",
            "&raquo;",
            "&#171;",
            "&#187;",
            "&#xab;",
            "&#xbb;",
        ),
        "guillemets",
    ),
    **dict.fromkeys(
        ("“", "”", "„", "‟", "″", "‘‘", "’’", "&ldquo;", "&rdquo;", "&#8220;", "&#8221;"), "curly"
    ),
    **dict.fromkeys(("((", "))"), "parentheses"),
    **dict.fromkeys(("‹", "›"), "single guillemets"),
    **dict.fromkeys(("‘", "’", "‚", "&lsquo;", "&rsquo;", "&#8216;", "&#8217;"), "single"),
    "'": "single",
    "''": "primes",
    "``": "primes",
}
_STRAIGHT = "straight"
_NEUTRAL = (_STRAIGHT, "primes")
"""The styles whose opening mark is their closing mark."""
_OPENING = frozenset(
    "« 《 ≪ “ „ ‟ ‹ ‘ ‘‘ ‚ (( << &laquo; &ldquo; &lsquo; &#171; &#8220; &#8216; &#xab;".split()
)
_DOUBLE = ("straight", "curly", "guillemets")
"""The styles of speech: they run on over paragraphs, and one may close another where an editor mixed them."""
_SPEECH = frozenset('«»“”„‟"″')
"""Marks of those styles that are no tokens where they stand in no pair."""
_STOP = re.compile(r"[.؟!…](?=\s)")
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"،\s*(\w+)(?:\s+(?:إلى\s+|على\s+)?[بو]?[أإ]نّ?(?:ه|ها|هم|نا)?\b|\s*:)")
"""A comma, a word and the particle that opens a clause, or a colon."""
_OPENS = re.compile(r":|\b(?:[بول]?[أإ]نّ?(?:ه|ها|هم|نا)?)\b")
"""What opens the clause or quotation of a verb of saying."""
_CLAUSE_HEAD = re.compile(r"\s*([^\W\d_]+)(?:[\s،]+([^\W\d_]+))?(?:[\s،]+([^\W\d_]+))?")
"""The first words of a sentence; among them stands the verb of a reporting clause (من جهته قال)."""


class _Sign(Struct, frozen=True, gc=False):
    start: int
    end: int
    style: str
    opens: bool
    """What the sign itself says, where it says anything (" does not)."""
    fits_opening: bool
    fits_closing: bool

    @property
    def closes_only(self) -> bool:
        return self.fits_closing and not self.fits_opening

    @property
    def begins(self) -> bool:
        """Whether it reads as the beginning of a quotation rather than the end of one."""
        return self.fits_opening if self.style in _NEUTRAL else self.opens and not self.fits_closing

    def opposes(self, other: _Sign) -> bool:
        """Whether both were written the other way round, with blanks (إن » المتحف مفتوح « .), or with the
        blank on the wrong side (" المتحف مفتوح "وأضاف).
        """
        if self.style in _NEUTRAL:
            return not self.fits_opening and other.fits_opening
        return not self.opens and other.opens and not other.fits_opening


def pair(text: str, blocks: tuple[Block, ...], lexicon: Lexicon) -> tuple[Mark, ...]:
    """The pairs of quotation marks, in order of their opening.

    Marks are read by what they are and by where they stand, so reversed (»…«) and mixed pairs (“…") close. A
    mark that is never closed ends with its block, or before another quotation or a reporting clause. Over
    paragraphs it runs on to its closing mark where neither begins in between; an opening mark repeated at the
    head of a paragraph belongs to it. A closing mark that was never opened quotes nothing.
    """
    found: list[Mark] = []
    carried: _Sign | None = None
    limit = 0
    for block in blocks:
        if block.kind in ("boilerplate", "copy"):
            continue
        signs = _signs(text, block)
        if carried is not None:
            if signs and signs[0].closes_only and not _attributes(text, block.start, signs[0].start, lexicon):
                found.append(Mark(carried.start, carried.end, signs[0].start, signs[0].end))
                del signs[0]
            elif signs and signs[0].start == block.start and signs[0].style == carried.style:
                signs[0] = carried
            elif not signs and _may_be_speech(text, block, lexicon):
                continue
            else:
                found += _unclosed(text, carried, limit, limit, lexicon)
        pairs, left = _pairs(text, block.start, signs, lexicon) if signs else ([], None)
        found += pairs
        if left is not carried:
            limit = block.end
        carried = left
    if carried is not None:
        found += _unclosed(text, carried, limit, limit, lexicon)
    return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end)))


def fitted(sentences: list[list[Token]], pairs: tuple[Mark, ...], lexicon: Lexicon) -> list[list[Token]]:
    """The tokens of the sentences without the marks of speech that are in no pair (in تنفذ في موعدها،" موضحة
    أن nothing stands between the comma and the participle), and with one of no width where a pair lacks its
    opening mark.
    """
    paired = {
        at
        for mark in pairs
        for at in (*range(mark.start, mark.inner_start), *range(mark.inner_end, mark.end))
    }
    lacking = [mark.start for mark in pairs if mark.start == mark.inner_start]
    found = []
    for tokens in sentences:
        if any(token.word.text in _SPEECH and token.start not in paired for token in tokens):
            tokens = [token for token in tokens if token.word.text not in _SPEECH or token.start in paired]
        while lacking and tokens and lacking[0] <= tokens[-1].start:
            at = bisect_left(tokens, lacking[0], key=lambda token: token.start)
            tokens = [*tokens[:at], Token(lacking[0], lacking[0], lexicon.words['"']), *tokens[at:]]
            del lacking[0]
        found.append(tokens)
    return found


def _signs(text: str, block: Block) -> list[_Sign]:
    signs: list[_Sign] = []
    for match in _SIGN.finditer(text, block.start, block.end):
        start = match.start()
        if signs and start < signs[-1].end:
            continue
        end = _sign_end(text, start, block)
        if end < 0:
            continue
        sign = text[start:end].lower()
        space_after = end == block.end or text[end] in _AFTER_CLOSING
        behind = "" if start == block.start else text[start - 1]
        closes = space_after and behind in COMMAS  # لن نعود،" مضيفا
        space_before = behind in _BEFORE_OPENING and not closes
        signs.append(
            _Sign(
                start,
                end,
                _STYLE.get(sign, _STRAIGHT),
                sign in _OPENING or sign == "'" and text[end : end + 1].isalpha(),
                space_before and not space_after,
                space_after and not space_before,
            )
        )
    return signs


def _sign_end(text: str, start: int, block: Block) -> int:
    """Where the mark that may begin at `start` ends, -1 where it is none (an apostrophe, another entity)."""
    first = text[start]
    if first == "&":
        entity = _ENTITY.match(text, start, block.end)
        return entity.end() if entity else -1
    if first in _TWICE:
        return start + 2 if start + 1 < block.end else -1
    if first in _DOUBLED and text[start + 1 : start + 2] == first:
        return min(start + 2, block.end)
    if first in _SINGLE:
        before = start > block.start and (text[start - 1].isalnum() or text[start - 1] == "_")
        after = start + 1 < block.end and (text[start + 1].isalnum() or text[start + 1] == "_")
        closes = start > block.start and (before or text[start - 1] in ".!؟?،") and not after and first != "‚"
        opens = not before and after and (first != "'" or "ء" <= text[start + 1] <= "ي")
        return start + 1 if opens or closes else -1
    return start + 1


def _pairs(text: str, start: int, signs: list[_Sign], lexicon: Lexicon) -> tuple[list[Mark], _Sign | None]:
    """The pairs of one block, and the outermost sign that is left open at its end."""
    found: list[Mark] = []
    waiting = _Waiting()
    following = _Following(signs)
    for at, sign in enumerate(signs):
        depth = waiting.innermost(sign.style)
        if depth < 0 and sign.style in _DOUBLE and not sign.begins:
            depth = max(
                (waiting.innermost(style) for style in _DOUBLE if not following.closes(style, at)), default=-1
            )
        if depth < 0:
            if _may_open(sign, following.next(sign.style, at)):
                waiting.add(sign)
            elif sign.style in _DOUBLE and sign.closes_only and not waiting.signs:
                found += _unopened(text, start, signs[at - 1].end if at else start, sign, lexicon)
            continue
        partner = waiting.signs[depth]
        if not sign.begins and partner.end == sign.start or _said_twice(text, partner, sign):
            waiting.signs[depth] = structs.replace(partner, end=sign.end)  # ""…""
        elif not sign.begins or partner.opposes(sign) and not following.closes_both[at]:
            found.append(Mark(partner.start, partner.end, sign.start, sign.end))
            waiting.leave(depth)
        elif not following.closes_both[at] and _STOP.search(text, partner.end, sign.start):
            found += _unclosed(text, partner, sign.start, _last_stop(text, partner.end, sign.start), lexicon)
            waiting.leave(depth)
            waiting.add(sign)
        elif not following.closes_both[at] and _brought_in(text, partner.end, sign.start, lexicon):
            found += _unclosed(text, partner, sign.start, sign.start, lexicon)
            waiting.leave(depth)
            waiting.add(sign)
        else:
            waiting.add(sign)
    return found, next((sign for sign in waiting.signs if sign.style in _DOUBLE), None)


def _said_twice(text: str, first: _Sign, second: _Sign) -> bool:
    """Whether an opening mark is written again behind a blank: : " "لن نعود"."""
    blank = text[first.end : second.start]
    return second.begins and first.style == second.style and blank.isspace() and len(blank) <= _BLANKS


def _may_open(sign: _Sign, following: _Sign | None) -> bool:
    """Whether a sign opens a quotation where none is open."""
    if sign.fits_opening:
        return True
    if not sign.opens and sign.style not in _NEUTRAL:
        return following is not None and (
            sign.opposes(following) or not (sign.closes_only or following.begins)
        )
    return not sign.closes_only or following is not None and not following.begins


class _Waiting:
    """The signs that are open, and for each style where they stand among them."""

    def __init__(self) -> None:
        self.signs: list[_Sign] = []
        self._depths: dict[str, list[int]] = {}

    def innermost(self, style: str) -> int:
        depths = self._depths.get(style)
        return depths[-1] if depths else -1

    def add(self, sign: _Sign) -> None:
        self._depths.setdefault(sign.style, []).append(len(self.signs))
        self.signs.append(sign)

    def leave(self, depth: int) -> None:
        """Takes away the sign at a depth and all inside it."""
        while len(self.signs) > depth:
            self._depths[self.signs.pop().style].pop()


class _Following:
    """What comes after each sign of a block.

    `closes_both[at]` tells whether the sign, opened inside another of its style, is closed, and that one too.
    """

    def __init__(self, signs: list[_Sign]) -> None:
        self._signs = signs
        self._places: dict[str, list[int]] = {}
        for at, sign in enumerate(signs):
            self._places.setdefault(sign.style, []).append(at)
        self.closes_both = [False] * len(signs)
        lowest: dict[str, int] = {}
        for at in range(len(signs) - 1, -1, -1):
            sign = signs[at]
            depth = (1 if sign.begins else -1) + min(0, lowest.get(sign.style, 0))
            lowest[sign.style] = depth
            self.closes_both[at] = depth < 0

    def next(self, style: str, at: int) -> _Sign | None:
        places = self._places.get(style, [])
        number = bisect_right(places, at)
        return self._signs[places[number]] if number < len(places) else None

    def closes(self, style: str, at: int) -> bool:
        """Whether the next sign of a style is a closing one."""
        sign = self.next(style, at)
        return sign is not None and not sign.begins


def _unclosed(text: str, sign: _Sign, limit: int, end: int, lexicon: Lexicon) -> list[Mark]:
    """The quotation of a sign that is never closed, none where it holds no word.

    It goes to `end`, or before a sentence that begins with a reporting clause, or another attribution behind
    a comma: "الجسر آمن، موضحا أن … Behind a colon the sentences before such a clause are the speaker's.
    """
    if not _WORD.search(text, sign.end, end):
        return []
    spoken = end < limit
    for stop in _STOP.finditer(text, sign.end, end):
        first = _WORD.search(text, stop.end(), limit)
        goes_on = first is not None and lexicon.words[first[0]].participle is not None  # مشيرا إلى أن
        if goes_on or _reports(text, stop.end(), limit, lexicon):
            end, spoken = stop.end(), True
            break
    end = _brought_in(text, sign.end, end, lexicon) or end
    holds = spoken and ends_in(text, sign.start) == ":"
    return [Mark(sign.start, sign.end, end, end, repaired=not holds)]


def _unopened(text: str, start: int, after: int, sign: _Sign, lexicon: Lexicon) -> list[Mark]:
    """The quotation of a mark that was never opened, where what it closes was brought in by a colon behind
    the mark before: وأضاف: لن نغلق المصنع. سنعمل ليل نهار". None where something else is told on the way.
    """
    colon = text.find(":", after, sign.start)
    if colon < 0:
        return []
    begin = max((match.end() for match in _STOP.finditer(text, start, colon)), default=start)
    first = _WORD.search(text, colon, sign.start)
    if (
        first is None
        or not _reports(text, begin, colon, lexicon)
        or _brought_in(text, colon, sign.start, lexicon)
    ):
        return []
    stops = (match.end() for match in _STOP.finditer(text, colon, sign.start))
    told = any(_reports(text, stop, sign.start, lexicon) for stop in stops)
    return [] if told else [Mark(first.start(), first.start(), sign.start, sign.end)]


def _brought_in(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Where the first attribution behind a comma begins, 0 where there is none: "الجسر آمن، وأضاف: "…"."""
    clauses = _CLAUSE.finditer(text, start, end)
    return next((clause.start() for clause in clauses if _brings_in(lexicon.words[clause[1]])), 0)


def _brings_in(word: Word) -> bool:
    """Whether the word before a particle tells that somebody goes on to say something: موضحا أن، وأضاف أن."""
    return word.participle is not None or word.verb is not None and word.verb.prefix == "و"


def _last_stop(text: str, start: int, limit: int) -> int:
    return max((match.end() for match in _STOP.finditer(text, start, limit)), default=limit)


def _may_be_speech(text: str, block: Block, lexicon: Lexicon) -> bool:
    """Whether a block without marks may stand inside a quotation: prose that reports nothing itself."""
    prose = block.kind == "body" or text[block.end - 1] in ".؟!"
    return prose and not _reports(text, block.start, block.end, lexicon)


def _attributes(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a sentence begins with a reporting clause that goes on from another or brings something in:
    ونقلت قناة كذا, أكد فلان أن, قال:; not رفضت الشركة كل عروضنا.
    """
    if not _reports(text, start, end, lexicon):
        return False
    return text[start:end].lstrip().startswith("و") or _OPENS.search(text, start, end) is not None


def _reports(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a sentence begins with a reporting clause: a verb of saying, third person of the perfect."""
    head = _CLAUSE_HEAD.match(text, start, end)
    words = [lexicon.words[word] for word in head.groups() if word] if head else []
    denied = bool(words) and words[0].stem == "لم"  # ولم يكشف
    told = ("p", "i") if denied else ("p",)
    return any(word.verbal and word.verb is not None and word.verb.tense in told for word in words)
