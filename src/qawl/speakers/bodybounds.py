"""Which words of a noun phrase name the body that it tells of: not who leads it, what is told of it behind a
comma, where it is.
"""

from __future__ import annotations

from itertools import pairwise

from qawl.lexicon import tags as t
from qawl.lexicon.shape import prepositional, relational, superlative
from qawl.lexicon.word import Token
from qawl.model import Span
from qawl.scene import COMMAS
from qawl.speakers.traits import is_definite

_BODIES = t.ORGANISATION | t.MEDIA | t.OUTLET | t.KNOWN_ORGANISATION


def led(inside: list[Token]) -> int:
    """How many tokens tell of a body before who leads it: لجنة الصناعة | برئاسة النائب فلان; not التحالف
    بقيادة السعودية.
    """
    if not (inside and inside[0].word.tags & (_BODIES | t.GROUP)) or inside[0].word.tags & t.ROLE:
        return len(inside)
    for at, (before, token) in enumerate(pairwise(inside)):
        if at and before.word.rules & t.LED and not token.word.tags & t.PLACE:
            return at
    return len(inside)


def before_apposition(inside: list[Token]) -> int:
    """How many tokens name a body before the comma behind which it is told of: كتائب القسام، | الجناح العسكري
    للحركة; الحركة، | والممثلة بلجنة كذا.
    """
    head = next((token.word.tags for token in inside if token.word.kind == "word"), 0)
    if not head & (_BODIES | t.GROUP):
        return len(inside)
    for at, (before, token) in enumerate(pairwise(inside)):
        word = token.word
        if word.conjunction == "و" and word.tags & (t.ORGANISATION | t.KNOWN_ORGANISATION):
            continue  # حركة كذا، وحزب كذا
        if before.word.text in COMMAS and (word.article or word.kind == "word" and not word.tags & t.NAME):
            return at
    return len(inside)


def called_behind(inside: list[Token]) -> int:
    """Where the name begins of a body told of before the comma: شركة كبرى، | هيوليت باكارد; 0 if not."""
    at = next((at for at, token in enumerate(inside) if token.word.text in COMMAS), 0)
    told = inside[superlatives(inside[:at]) : at]
    if not told or at + 1 >= len(inside) or not told[0].word.tags & _BODIES:
        return 0
    if told[0] is inside[0] and is_definite(told) or told[0].word.tags & (t.NAME | t.QUANTIFIER):
        return 0
    word = inside[at + 1].word
    own = word.kind == "word" and not word.tags & (t.SURE_NAME | ~(t.NAMES | t.KNOWN_ORGANISATION | t.OUTLET))
    return at + 1 if own and not (word.article or word.conjunction or word.preposition) else 0


def before_master(inside: list[Token]) -> int:
    """How many tokens name a body before the comma and the name of who leads it: مكتب الرئيس، | فلان; not
    دفاع المتهم، المحامي فلان.
    """
    at = next((at for at, token in enumerate(inside) if token.word.text in COMMAS), len(inside))
    if at + 1 < len(inside) and inside[at + 1].word.article and inside[at + 1].word.tags & t.RELATION:
        return len(inside)
    office = at > 1 and inside[0].word.tags & t.ORGANISATION and inside[1].word.tags & t.ROLE
    return at if office and not inside[0].word.article and not inside[0].word.tags & t.ROLE else len(inside)


def superlatives(words: list[Token]) -> int:
    """How many words before an office or body say that it is the first of its kind: ثاني أكبر | شركة."""
    at = 0
    while at + 1 < len(words) and superlative(words[at].word, words[at + 1].word):
        at += 1
    return at


def before_adjunct(inside: list[Token], span: Span) -> Span:
    """The name of an organisation without what is told of it: قناة "المسيرة" التابعة للحوثيين، مصرف الرشيد
    المملوك للدولة، حركة طالبان في أفغانستان.
    """
    for at, (before, token) in enumerate(pairwise(inside)):
        word = before.word
        if token.word.text == "(" and _told_aside(inside[at + 2 :]):
            return Span(span.start, before.end)
        proper = not (word.article or word.tags) or word.tags & t.KNOWN_ORGANISATION
        body = at and token.word.tags & t.ORGANISATION and inside[at - 1].word.tags & t.PREPOSITION
        adjunct = token.word.article and token.word.rules & t.COMPLEMENTED
        adjunct = adjunct and not body  # مقاتل في صفوف المعارضة
        told = token.word.article and token.word.rules & t.TOLD_OF and _with_complement(inside, at + 1)
        head = inside[inside[0].word.kind == "sign"].word
        if at and told and head.tags & (_BODIES | t.GENERIC | t.PLACE):
            return Span(span.start, before.end)  # "حزب الله" | المدعوم من كذا، القدس العربي | الصادرة من لندن
        place = token.word.key == "في" and at + 2 < len(inside) and inside[at + 2].word.tags & t.PLACE
        if at and proper and (adjunct or place and inside[0].word.tags & t.GENERIC):
            return Span(span.start, before.end)
    return span


def _told_aside(inside: list[Token]) -> bool:
    """Whether what stands in brackets is told of somebody and no other name: (رفض الكشف عن اسمه)، (رسمية)."""
    if len(inside) == 2 and relational(inside[0].word):
        return not inside[0].word.article
    return len(inside) > 2 and bool(inside[0].word.forms or inside[0].word.tags & (t.NEGATION | t.VERB))


def _with_complement(inside: list[Token], at: int) -> bool:
    """Whether a preposition goes on with the word: الصادرة من لندن، المملوك للدولة، الجناح العسكري للحزب."""
    behind = [token.word for token in inside[at + 1 : at + 3]]
    if len(behind) > 1 and behind[0].article and not behind[0].preposition:
        return behind[1].preposition == "ل"
    return bool(behind) and prepositional(behind[0])
