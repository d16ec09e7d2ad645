"""Past what stands between who speaks and the content: a parenthesis, a relative, who asked for the view."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import TO_WHOM, by_name
from qawl.lexicon.word import Word
from qawl.phrases import noun_phrase
from qawl.scene import Scene
from qawl.statements.openings import PAUSES, STOPS

_LONGEST_PARENTHESIS = 25
_LONGEST_RELATIVE = 30
_FARTHEST_VIEW = 6
"""Tokens between استطلعت and آراءهم."""
_LONGEST_WISH = 9
_THEIRS = ("هم", "ها", "ه")
_LONGEST_BODY = 8
"""Tokens of the name of a body in marks."""


def relative_end(scene: Scene, at: int, end: int) -> int:
    """The comma that closes a relative clause between the subject and its content, -1 where the content comes
    before one.
    """
    k = at + 1
    told = False
    while k < min(end, at + _LONGEST_RELATIVE):
        word = scene.tokens[k].word
        if k in scene.closing:
            k = scene.closing[k] + 1
            continue
        if word.text in PAUSES:
            return k
        if word.tags & t.COMPLEMENTIZER and (word.alef == "i" or not told) or word.text in (":", *STOPS):
            return -1
        told = told or word.verb is not None or bool(word.tags & t.BEFORE_AN) or bool(word.forms)
        k += 1
    return -1


def past(scene: Scene, at: int, sign: str, end: int) -> int:
    """Past the next sign of a kind, or past the token where none is near."""
    for close in range(at + 1, min(at + _LONGEST_PARENTHESIS, end)):
        if scene.tokens[close].word.text == sign:
            return close + 1
    return at + 1


def past_withholding(scene: Scene, at: int, end: int) -> int:
    """Past what tells that who speaks is not to be named, and why: رفض الكشف عن هويته، شرط عدم ذكر اسمه، لم
    يذكر اسمه، طلب عدم نشر اسمه لأنه غير مخول بالحديث، يعمل في السوق وطلب عدم ذكر اسمه; else the token itself.
    """
    if (own := _past_own_name(scene, at, end)) > at:
        return own
    asked = scene.tokens[at + 1].word if at + 2 < end else None
    if (
        asked is None
        or not (asked.rules & t.WITHHELD or asked.key == "عدم")
        or not scene.withholds_name(at + 1)
    ):
        return at
    word = scene.tokens[at].word
    joined = word.conjunction and not (word.conjunction == "و" and any(f.tense == "p" for f in word.forms))
    if joined or word.tags & (t.TIME | t.COMPLEMENTIZER) or scene.withholds_name(at):
        return at  # طلب [عدم نشر اسمه]: the verb's own object; إن [الكشف عن هويته] خطر
    named = next((k + 1 for k in range(at + 2, end) if by_name(scene.tokens[k].word)), at)
    return _past_reason(scene, named, end)


def _past_own_name(scene: Scene, at: int, end: int) -> int:
    """Past the wish of who speaks to be called by a name: طلب أن يشار إليه باسم فلان | إن, أن يعرف باسم فلان;
    else the token itself.
    """
    words = [token.word for token in scene.tokens[at : min(at + _LONGEST_WISH, end)]]
    if len(words) < _LONGEST_WISH or words[0].conjunction or words[1].key != "ان":
        return at
    pointed = words[3].key in TO_WHOM
    if not (pointed or words[2].rules & t.CALLING) or not words[3 + pointed].rules & t.TITLING:
        return at
    then = (k for k, word in enumerate(words) if k > 1 and word.tags & t.COMPLEMENTIZER)
    return at + next(then, 0)


def _past_reason(scene: Scene, at: int, end: int) -> int:
    """Up to what is said behind the clause with لأن at the token: لأنه يخشى العقاب | "…"; لأن المحادثات
    سرية | إن; else the token itself.
    """
    if at >= end or not _gives_reason(scene.tokens[at].word):
        return at
    for k in range(at + 1, min(at + _LONGEST_RELATIVE, end)):
        word = scene.tokens[k].word
        if k in scene.closing or word.alef and not word.conjunction:
            return k
        if word.kind == "sign":
            return at
    return at


def _gives_reason(word: Word) -> bool:
    """Whether it is لأن with or without a pronoun; not لانتمائه."""
    return bool(word.tags & t.SUBORDINATOR) and word.key.startswith("لان")


def past_polled(scene: Scene, at: int, end: int) -> int:
    """Past who asked those who speak for their view: [خبراء] استطلعت رويترز آراءهم، [تجار] التقت بهم الصحيفة،
    [سكان] استطلعتهم (الرأي); the token itself where nobody did.
    """
    if not scene.tokens[at].word.rules & t.POLLED or at + 1 >= end:
        return at
    them = next((k for k in range(at, min(at + _FARTHEST_VIEW, end)) if _of_them(scene.tokens[k].word)), -1)
    if them < 0:
        return at
    asker = them + 1
    if them > at + 1 or asker >= end:
        return asker  # آراءهم ends it
    if asker in scene.closing:
        return scene.closing[asker] + 1
    if scene.tokens[asker].word.text == "(":
        return past(scene, asker, ")", end)
    phrase = noun_phrase(scene, asker, end, frozenset({"NP"}))
    return phrase.end if phrase is not None else asker


def _of_them(word: Word) -> bool:
    """التقتهم، بهم، آراءهم: what bears the pronoun of those who are asked."""
    return word.key.endswith(_THEIRS) and not word.article


def past_body(scene: Scene, at: int, end: int) -> int:
    """Past the body that a person named before the token is of: هانز مولر | من معهد كيل | انتقد; else the
    token itself.
    """
    tokens = scene.tokens
    if tokens[at].word.key != "من" or not 0 < at < end - 1 or not _named(tokens[at - 1].word):
        return at
    if at + 1 in scene.closing:
        close = scene.closing[at + 1]
        return close + 1 if close - at <= _LONGEST_BODY and close < end else at
    word = tokens[at + 1].word
    body = word.tags & (t.ORGANISATION | t.KNOWN_ORGANISATION | t.OUTLET)
    if not body or word.pronoun or word.tags & t.VERBAL_NOUN:
        return at
    phrase = noun_phrase(scene, at + 1, end, frozenset({"NP", "من"}))
    return phrase.end if phrase is not None else at


def _named(word: Word) -> bool:
    """Whether a word may end the name of a person: مولر, غوتيريش; not الحركة, المدير, وطالب."""
    known = word.article or word.pronoun or word.conjunction or word.preposition or word.verbal
    other = t.PREPOSITION | t.ROLE | t.GROUP | t.VERB | t.TIME | t.CONNECTIVE | t.VERBAL_NOUN
    return word.kind == "word" and bool(word.tags & t.NAMES or not (known or word.tags & other))
