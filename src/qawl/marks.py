"""Pairs quotation marks of every style within the blocks of an article and repairs what is unbalanced."""

from __future__ import annotations

import re

from msgspec import Struct

from qawl.model import Block, Mark

# One class of first characters, so that the search runs over the text at full speed.
_SIGN = re.compile("[«»“”„‟\"‹›‘’‚]|&(?=[#lrqLRQ])|\\((?=\\()|\\)(?=\\))|'(?=')")
_ENTITY = re.compile(
    r"&(?:quot|[lr]aquo|[lr]dquo|[lr]squo|#0*34|#0*171|#0*187|#0*822[01]|#0*821[67]|#x22|#xab|#xbb);", re.IGNORECASE
)
_SINGLE = frozenset("‘’‚")
_OPENING = frozenset({"«", "“", "„", "‟", "‹", "‘", "‚", "((", "&laquo;", "&ldquo;", "&lsquo;", "&#171;", "&#8220;", "&#8216;", "&#xab;"})
_CLOSING = frozenset({"»", "”", "›", "’", "))", "&raquo;", "&rdquo;", "&rsquo;", "&#187;", "&#8221;", "&#8217;", "&#xbb;"})
_STYLE = {
    **dict.fromkeys(("((", "))"), "parentheses"),
    **dict.fromkeys(("‹", "›"), "single guillemets"),
    **dict.fromkeys(("‘", "’", "‚", "&lsquo;", "&rsquo;", "&#8216;", "&#8217;"), "single"),
    "''": "primes",
}
_STYLES_THAT_RUN_ON = ("double",)
_STOP = re.compile(r"[.؟!?](?=\s)")


class _Sign(Struct, frozen=True):
    start: int
    end: int
    style: str
    opens: bool
    """What the sign itself says: an opening one (for " whatever its surroundings say)."""
    fits_opening: bool
    fits_closing: bool
    straight: bool


def pair(text: str, blocks: tuple[Block, ...]) -> tuple[Mark, ...]:
    """The pairs of quotation marks, in order of their opening.

    Marks are read by what they are and by where they stand, so reversed (»…«) and mixed pairs (“…") close. A mark that is
    never closed ends at the end of its block, or of its sentence where another quotation begins after it; where the next
    block holds the closing mark before any other, the quotation runs on into it. One never opened quotes nothing.
    """
    found: list[Mark] = []
    carried: _Sign | None = None
    readable = [block for block in blocks if block.kind != "boilerplate"]
    for at, block in enumerate(readable):
        signs = _signs(text, block)
        if carried is not None:
            if signs and (signs[0].fits_closing and not signs[0].fits_opening):
                found.append(Mark(carried.start, carried.end, signs[0].start, signs[0].end))
                signs = signs[1:]
            else:
                end = readable[at - 1].end
                found.append(Mark(carried.start, carried.end, end, end, repaired=True))
        pairs, carried = _pairs(text, signs)
        found += pairs
    if carried is not None:
        found.append(Mark(carried.start, carried.end, readable[-1].end, readable[-1].end, repaired=True))
    return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end)))


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
        space_before = start == block.start or text[start - 1] in " \t\u00a0\u200f([،,:-–—…"
        space_after = end == block.end or text[end] in " \t\u00a0\u200f.،,؛:)]!؟?-–—…"
        straight = sign not in _OPENING and sign not in _CLOSING
        signs.append(
            _Sign(
                start,
                end,
                _STYLE.get(sign, "double"),
                sign in _OPENING or (straight and space_before and not space_after),
                space_before and not space_after,
                space_after and not space_before,
                straight,
            )
        )
    return signs


def _sign_end(text: str, start: int, block: Block) -> int:
    """Where the mark that may begin at `start` ends, -1 where it is none (an apostrophe, another entity)."""
    first = text[start]
    if first == "&":
        entity = _ENTITY.match(text, start, block.end)
        return entity.end() if entity else -1
    if first in "()'":
        return start + 2 if start + 1 < block.end else -1
    if first in _SINGLE:
        before = start > block.start and (text[start - 1].isalnum() or text[start - 1] == "_")
        after = start + 1 < block.end and (text[start + 1].isalnum() or text[start + 1] == "_")
        closes = start > block.start and (before or text[start - 1] in ".!؟?،") and not after and first != "‚"
        return start + 1 if not before and after or closes else -1
    return start + 1


def _pairs(text: str, signs: list[_Sign]) -> tuple[list[Mark], _Sign | None]:
    """The pairs of one block, and the outermost sign that is left open at its end."""
    found: list[Mark] = []
    waiting: list[_Sign] = []
    after = _counts(signs)
    for at, sign in enumerate(signs):
        partner = next((w for w in reversed(waiting) if w.style == sign.style), None)
        if partner is None:
            if sign.opens or sign.straight or sign.fits_opening:
                waiting.append(sign)
        elif not _opens_inside(sign, partner):
            found.append(Mark(partner.start, partner.end, sign.start, sign.end))
            del waiting[waiting.index(partner) :]
        elif after[at] % 2 == 0:
            # What follows pairs by itself: the one before was never closed.
            found.append(_cut_short(text, partner, sign.start))
            del waiting[waiting.index(partner) :]
            waiting.append(sign)
        else:
            waiting.append(sign)
    left = [sign for sign in waiting if sign.style in _STYLES_THAT_RUN_ON]
    return found, left[0] if left else None


def _counts(signs: list[_Sign]) -> list[int]:
    """For each sign how many of its style there are from it on, itself counted."""
    seen: dict[str, int] = {}
    counts = [0] * len(signs)
    for at in range(len(signs) - 1, -1, -1):
        style = signs[at].style
        counts[at] = seen[style] = seen.get(style, 0) + 1
    return counts


def _opens_inside(sign: _Sign, partner: _Sign) -> bool:
    """Whether a sign opens another quotation although one of its style is open."""
    if sign.straight:
        return sign.fits_opening and partner.straight
    if sign.opens:
        return not sign.fits_closing
    return False


def _cut_short(text: str, sign: _Sign, limit: int) -> Mark:
    stops = [match.end() for match in _STOP.finditer(text, sign.end, limit)]
    end = stops[-1] if stops else limit
    return Mark(sign.start, sign.end, end, end, repaired=True)
