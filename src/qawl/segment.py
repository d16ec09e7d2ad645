"""Blocks into sentences. A full stop in a quotation, a number or an abbreviation ends no sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter

from qawl.lexicon import Lexicon
from qawl.lexicon.shape import may_be_name
from qawl.lexicon.tags import (
    ATTRIBUTIVE,
    ATTRIBUTIVE_NOUN,
    CONNECTIVE,
    FUNCTION,
    GROUP,
    KNOWN_ORGANISATION,
    NAME,
    ORGANISATION,
    PLACE,
    PREPOSITION,
    RETURNING,
    ROLE,
    TITLE,
    UNDEFINED,
    VERB,
)
from qawl.model import HEADLINES, Block, Mark, Sentence
from qawl.scene import COMMAS

_STOP = re.compile(r"[.؟!…]+")
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_LETTERS_APART = re.compile(r"[(«]\s*(?:[^\W\d_]\s*\.\s*)*[^\W\d_]\s*\Z")
"""Letters that stand for a name, up to one of their stops: المتهم (م . ص . ج)."""
_LONGEST_ABBREVIATION = 12
_LONGEST = 3000
"""Characters of a sentence, twice as many as in any that was read in the news. More is a page without stops,
all of whose cues would be weighed together.
"""
_LONGEST_QUOTED = 15_000
"""Characters of a sentence that ends in a quotation, which may run on over paragraphs."""
_SOMEBODY = ROLE | ORGANISATION | KNOWN_ORGANISATION | PLACE | NAME | GROUP
_GAP = re.compile(r"\s|(?<=[،,؛;])(?!\d)")
"""Between two words: white space, or what stands without any behind a comma."""
_OPENING = "([«“\"'‘،"
_CLOSING = "»”\"'’)"
_NO_END_BEFORE = "،,:؛"
_ANEW = re.compile(r"[^\S\n]*(?:[و\n]|\Z)")
_NEXT_WORD = re.compile(r"\s*([^\W\d_]+)")
_ONLY_SOURCE = re.compile(r"\s*([^\W\d_]+)(?: [^\W\d_]+){1,6}(?=[.\n]|\Z)")
"""What stands from stop to stop, where it may be but an expression with its source."""
_AFTER_STOP_IN_QUOTATION = re.compile(r"[^\w\n]{0,6}")
_WORD = re.compile(r"(?<![&#\w])\w")
"""The first character of a word, which the name of an entity (&quot;) is not."""


def sentences(
    text: str, blocks: tuple[Block, ...], marks: tuple[Mark, ...], lexicon: Lexicon
) -> tuple[Sentence, ...]:
    """The sentences of the blocks that are read (boilerplate and copies are not), numbered from 0.

    A quotation that runs on over several blocks makes one sentence of them. A sentence belongs to the block
    in which it begins.
    """
    quotations = _outermost(marks)
    ends = [block.end for block in blocks]
    starts = [block.start for block in blocks]
    found: list[Sentence] = []
    covered = 0
    at = 0
    for block in blocks:
        if block.start < covered or block.kind in ("boilerplate", "copy"):
            continue
        covered = block.end
        while at < len(quotations) and quotations[at].end <= block.start:
            at += 1
        last = at
        while last < len(quotations) and quotations[last].start < covered:
            if quotations[last].end > covered:
                covered = ends[bisect_left(ends, quotations[last].end)]
            last += 1
        line = block.kind in HEADLINES
        for start, end in _split(text, block.start, covered, quotations[at:last], lexicon, line):
            found.append(Sentence(start, end, bisect_right(starts, start) - 1, len(found)))
        at = last
    return tuple(found)


def _outermost(marks: tuple[Mark, ...]) -> list[Mark]:
    """The quotations that are closed and stand in no other."""
    found: list[Mark] = []
    for mark in marks:
        if not mark.repaired and (not found or mark.start >= found[-1].end):
            found.append(mark)
    return found


def _split(
    text: str, start: int, end: int, quotations: list[Mark], lexicon: Lexicon, headline: bool
) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]`, without outer white space. Signs alone belong to the one before."""
    pieces: list[tuple[int, int]] = []
    at = start
    number = 0
    for match in _STOP.finditer(text, start, end):
        if match.start() < at:
            continue
        while number < len(quotations) and quotations[number].end <= match.start():
            number += 1
        quotation = quotations[number] if number < len(quotations) else None
        stop = match.end()
        if quotation and quotation.start < match.start():
            if not _quotation_ends_sentence(text, match, quotation, at, end, lexicon):
                continue
            stop = quotation.end
        elif not _ends(text, match, at, end, lexicon) or headline and _joins(text, match, at, end, lexicon):
            continue
        while stop < end and text[stop] in _CLOSING and not (quotation and quotation.start == stop):
            stop += 1
        _add(text, at, stop, quotations, pieces)
        at = stop
    _add(text, at, end, quotations, pieces)
    return pieces


def _add(text: str, start: int, end: int, quotations: list[Mark], pieces: list[tuple[int, int]]) -> None:
    while end - start > _LONGEST:
        last = min(end, start + _LONGEST_QUOTED)
        cut = _gap(text, start + _LONGEST, last, quotations)
        if cut == end:
            break
        if cut == last and (space := text.rfind(" ", start + _LONGEST, last)) > 0:
            cut = space  # inside a quotation
        _add_trimmed(text, start, cut, pieces)
        start = cut
    _add_trimmed(text, start, end, pieces)


def _gap(text: str, at: int, end: int, quotations: list[Mark]) -> int:
    """The first gap between words from `at` on that stands in no quotation, `end` where there is none."""
    while (gap := _GAP.search(text, at, end)) is not None:
        around = bisect_right(quotations, gap.start(), key=attrgetter("start")) - 1
        if around < 0 or quotations[around].end <= gap.start():
            return gap.start()
        at = quotations[around].end
    return end


def _add_trimmed(text: str, start: int, end: int, pieces: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if _WORD.search(text, start, end):
        pieces.append((start, end))
    elif pieces and start < end:
        pieces[-1] = (pieces[-1][0], end)


def _quotation_ends_sentence(
    text: str, match: re.Match[str], quotation: Mark, start: int, end: int, lexicon: Lexicon
) -> bool:
    """Whether a stop ends the quotation and a new sentence, no attribution, comes after it (“….” وقال)."""
    rest = _AFTER_STOP_IN_QUOTATION.match(text, match.end(), quotation.end)
    if rest is None or rest.end() < quotation.inner_end:
        return False
    before = text[max(match.start() - 2, 0) : match.start()]
    letter = before[-1:].isalpha() and not before[:-1].isalnum()
    if match[0] == "." and letter:
        return False  # "الحسين أ."
    after = _NEXT_WORD.match(text, quotation.end, end)
    if after is None:
        return False
    word = lexicon.words[after[1]]
    if after[1][0] in "وف":
        return not word.tags & ATTRIBUTIVE
    return match[0] == "." and quotation.start > start and not word.verbal and not word.tags & ATTRIBUTIVE


def _ends(text: str, match: re.Match[str], start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a stop outside quotations ends the sentence that begins at `start`."""
    sign = match[0]
    after = text[match.end()] if match.end() < end else " "
    if sign == ".":
        source = _ONLY_SOURCE.match(text, match.end(), end)
        if source is not None and _is_only_source(source[0].split(), lexicon):
            return False
        if after.isspace():
            if _shortened(text, start, match.start(), end, lexicon):
                return False
            return not _abbreviated(text, start, match.start(), after, lexicon)
        before = text[match.start() - 1] if match.start() > start else " "
        if before.isdigit() and after.isdigit() or before.isascii() and before.isalpha() and after.isascii():
            return False
        return after not in _NO_END_BEFORE and not _abbreviated(text, start, match.start(), after, lexicon)
    if sign.startswith(("..", "…")):
        return after.isspace() and _ANEW.match(text, match.end(), end) is not None
    return after not in _NO_END_BEFORE


def _is_only_source(words: list[str], lexicon: Lexicon) -> bool:
    """Whether the words from stop to stop only name a source: انهار الجسر. بحسب رويترز.; … وفق ما ذكرت
    الشرطة.; not وبحسبه فإن العمل كثير.
    """
    first, *rest = [lexicon.words[word] for word in words]
    if not first.tags & ATTRIBUTIVE_NOUN or first.conjunction or first.pronoun:
        return False
    if len(rest) > 1 and rest[0].key in ("ما", "لما") and rest[1].verb is not None:
        rest = rest[2:]
    return not any(word.alef or word.verb is not None or word.tags & VERB for word in rest)


def _joins(text: str, match: re.Match[str], start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether two stops in a headline go on with what is said behind its colon: الوزير: القاعة جاهزة..
    والافتتاح قريب; not … القصر.. والجيش ينفي.
    """
    said = ":" in text[start : match.start()] and ":" not in text[match.end() : end]
    if not said or not match[0].startswith(("..", "…")):
        return False
    words = [lexicon.words[word] for word in text[match.end() : end].split(maxsplit=2)[:2]]
    return len(words) > 1 and not (words[0].tags & _SOMEBODY and words[1].key[0] in "يت")


def _abbreviated(text: str, start: int, stop: int, after: str, lexicon: Lexicon) -> bool:
    """Whether the word before a stop is one that a stop abbreviates: a letter, letters with stops between."""
    if _LETTERS_APART.search(text, max(start, stop - _LONGEST_ABBREVIATION), stop) is not None:
        return True
    begin = max(start, stop - _LONGEST_ABBREVIATION, text.rfind(" ", start, stop) + 1)
    word = text[begin:stop].lstrip(_OPENING)
    if _is_foreign_letter(word.rpartition(".")[2], lexicon):
        following = _NEXT_WORD.match(text, stop + 1)
        if after.isalpha() or following is not None and _goes_on(text, following, lexicon):
            return True  # (سي.إن.إن)، جيه.دي فانس، بي. بي. سي
        letter = lexicon.words[word]
        function = letter.tags & FUNCTION or letter.rules & RETURNING or letter.alef  # اغتيلت فيه. قال
        if following is not None and not function and _is_initial(text, begin, following[1], lexicon):
            return True  # بي. جي. كراولي
    if "." in word:
        known = word in lexicon.abbreviations or _INITIALS.fullmatch(word) is not None
        letters = filter(None, word.split("."))
        title = all(lexicon.words[letter].tags & TITLE for letter in letters)  # أ.د. فلان
        return known and (title or not after.isspace() or text[stop + 2 : stop + 3].isdigit())
    if len(word) == 1 and word.isalpha():
        return after.isalpha() or begin < 2 or not text[begin - 2].isdigit()  # 322 ق.م
    return word in lexicon.abbreviations


def _shortened(text: str, start: int, stop: int, end: int, lexicon: Lexicon) -> bool:
    """Whether one letter stands for a surname behind a given name and a stop: المتهم أحمد. م، 34 سنة."""
    letter = _NEXT_WORD.match(text, stop + 1, end)
    if letter is None or len(letter[1]) != 1 or text.startswith(".", letter.end()):
        return False
    if letter[1] == "و" and text[letter.end() : letter.end() + 1] not in COMMAS:
        return False  # غادر سامي. و قال المدير
    name = text[text.rfind(" ", start, stop) + 1 : stop].lstrip(_OPENING)
    return bool(name) and bool(lexicon.words[name].tags & NAME)


def _goes_on(text: str, following: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the word behind a stop goes on with the names of letters: بي. بي. سي; not بي بي سي. أي حل."""
    if not _is_foreign_letter(following[1], lexicon):
        return False
    word = lexicon.words[following[1]]
    opens = word.alef or word.rules & UNDEFINED or word.tags & (CONNECTIVE | PREPOSITION)
    return not opens or text.startswith(".", following.end())


def _is_initial(text: str, begin: int, name: str, lexicon: Lexicon) -> bool:
    """Whether the foreign letter at `begin` is an initial, for a name may follow and no other letter without
    a stop stands before: بي. جي. كراولي; not بي بي سي. سامي.
    """
    before = text[max(begin - _LONGEST_ABBREVIATION, 0) : begin].split()[-1:]
    spelled = bool(before) and _is_foreign_letter(before[0], lexicon)
    return not spelled and may_be_name(lexicon.words[name])


def _is_foreign_letter(word: str, lexicon: Lexicon) -> bool:
    """Whether the word is the name of a Latin letter, which a stop may follow in an abbreviation: سي، لإن."""
    attached = word[:1] in "ولب" and f"{word[1:]}." in lexicon.abbreviations
    return attached or f"{word}." in lexicon.abbreviations
