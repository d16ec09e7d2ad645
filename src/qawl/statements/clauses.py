"""Where an attributive expression stands in its clause, and where that clause goes on: …، حسب الوزارة، …"""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import imperfect
from qawl.lexicon.word import NOTHING, Word
from qawl.phrases import Phrase
from qawl.scene import COMMAS, DRAWN_DASHES, TOPIC, Scene
from qawl.statements.asides import breaks_off, predicate
from qawl.statements.circumstances import skip_all_circumstances
from qawl.statements.openings import STOPS

LONGEST_RELATIVE = 25
"""Tokens of a relative clause between a source and the main clause."""
_LONGEST_ADDRESSEE = 6
_LONGEST_TELLING = 12
"""Tokens behind the source that tell when, where and to whom it was said."""


def past_time(scene: Scene, at: int, end: int) -> int:
    """Past what tells, right behind the source and before a comma, when and where it was said: حسب الوزارة في
    بيانها الأخير، …; else the token itself.
    """
    word = scene.tokens[at].word if at < end else None
    if word is None or word.conjunction or not word.tags & t.PREPOSITION:
        return at
    near = range(at + 1, min(at + _LONGEST_ADDRESSEE, end))
    return next((k for k in near if scene.tokens[k].word.text in COMMAS), at)


def opens_clause(scene: Scene, at: int) -> bool:
    """Whether a clause begins with the expression: أنه، وفقا للتقرير، …; التي بحسب وصفه …;
    لكن بحسب …; هي: وفق …
    """
    before = scene.tokens[at - 1].word
    if before.text in COMMAS and at > 1:
        before = scene.tokens[at - 2].word
    owned = before.pronoun and not before.rules & t.PRONOMINAL  # مكتبة وغيرها، حسب تقرير …
    leads = t.COMPLEMENTIZER | t.RELATIVE | (0 if owned else t.CONNECTIVE)
    return bool(before.tags & leads) or before.text == ":"


def main_clause(scene: Scene, at: int, end: int) -> int:
    """Where the main clause begins behind a source and what belongs to it: حسب الوزارة فإن …، وفقا للجنة التي
    … فقد …; -1 where no word shows it.
    """
    for k in range(at, min(end, at + LONGEST_RELATIVE)):
        word = scene.tokens[k].word
        if word.conjunction == "ف" and word.tags & t.COMPLEMENTIZER or word.key == "فقد":
            return k
    return -1


def parenthesis(scene: Scene, at: int, close: int, end: int) -> bool:
    """Whether the expression stands between commas in a clause that waits for a noun, a preposition or أن:
    أغنية ألفها، حسب الرواة، شاعر ضرير.
    """
    tokens = scene.tokens
    if at < 1 or scene.inside[at] >= 0 or close + 2 >= end or tokens[close].word.text not in COMMAS:
        return False
    word, following = tokens[close + 1].word, tokens[close + 2].word
    if tokens[at - 1].word.text in COMMAS and breaks_off(tokens[max(at - 2, 0)].word, word):
        return True
    if word.conjunction or following.tags & (t.SETTING | t.TIME):
        return False
    return bool(word.tags & t.PREPOSITION) or bool(word.tags & t.COMPLEMENTIZER) and word.alef != "i"


def continues(scene: Scene, at: int, end: int) -> bool:
    """Whether the clause around the expression goes on with أن: واللافت بحسب التقرير أن …"""
    if at < end and scene.tokens[at].word.text in COMMAS:
        at += 1
    word = scene.tokens[at].word if at < end else None
    return (
        word is not None and bool(word.tags & t.COMPLEMENTIZER) and not word.conjunction and word.alef != "i"
    )


def wanted(scene: Scene, source: Phrase, end: int) -> bool:
    """Whether the clause around the expression, with no comma between, waits for what follows the source:
    تضم الفرق حسب الوزارة ممثلين عن …, الطول بحسب المصادر نحو متر.
    """
    if source.end >= end:
        return False
    word = scene.tokens[source.end].word
    following = scene.tokens[source.end + 1].word if source.end + 1 < end else word
    about = _number(following) and word.kind == "word" and not word.conjunction  # نحو 20، نحو ألف
    if _number(word) or about and not word.tags & (t.TIME | t.SETTING):
        return True
    telling = t.PREPOSITION | t.CONNECTIVE | t.RELATIVE | t.DEMONSTRATIVE | t.TIME | t.SETTING | t.ATTRIBUTIVE
    free = not (word.article or word.conjunction or word.preposition or word.tags & telling or word.forms)
    relative = word.tags & t.VERB and not scene.tokens[source.start].word.article and not source.named
    return word.kind == "word" and free and not relative


def awaits_verb(scene: Scene, at: int, source: Phrase, end: int) -> bool:
    """Whether the expression stands between كان with its subject and the verb told of it: وكان عدد السياح وفق
    الوزارة ارتفع.
    """
    first = max(scene.inside[at] + 1, 0)
    words = [token.word for token in scene.tokens[first:at]]
    if source.end >= end or not words or not words[0].tags & t.AUXILIARY:
        return False
    acts = t.VERB | t.NEGATION | t.AUXILIARY | t.PERFECTIVE | t.COMPLEMENTIZER | t.RELATIVE
    if any(word.kind == "sign" or word.tags & acts or word.verb for word in words[1:]):
        return False
    document = source.head & t.DOCUMENT and not scene.tokens[source.start].word.article  # تقرير نشر أمس
    return not document and predicate(scene.tokens[source.end].word)


def _number(word: Word) -> bool:
    return word.kind == "number" or bool(word.tags & t.NUMBER_WORD) and not word.conjunction


def clause_start(scene: Scene, at: int, lowest: int) -> int:
    """Where the clause that ends before token `at` begins: after the nearest comma or connective that stands
    in no quotation inside it.
    """
    while at > lowest:
        opening = scene.opening.get(at - 1, -1)
        if opening >= lowest:
            at = opening  # بمديري المناطق "نجران، جازان"
            continue
        before = scene.tokens[at - 1].word
        if before.text in COMMAS or before.tags & t.CONNECTIVE:
            break
        at -= 1
    return at


def second_clause(scene: Scene, lowest: int, at: int, after: int) -> int:
    """Where the clause of an expression between commas begins, which is the second of its sentence, its
    subject all that stands before the comma: ارتفعت الأسعار، فالأزمة، بحسب الخبير، لن تنتهي; else `lowest`.
    """
    start = clause_start(scene, at - 2, lowest)
    word, before = scene.tokens[start].word, scene.tokens[start - 1].word if start > lowest else NOTHING
    apart = before.text in COMMAS and word.conjunction in ("و", "ف") or before.key in ("لكن", "ولكن")
    if (
        not apart
        or word.rules & t.BACKGROUND
        or any(_acts(token.word) for token in scene.tokens[start : at - 1])
    ):
        return lowest
    told = scene.tokens[after + 1].word
    goes_on = word.conjunction != "و" or _acts(told) or told.nominal and not told.tags & t.PREPOSITION
    return start if goes_on and any(_acts(token.word) for token in scene.tokens[lowest:start]) else lowest


def topic_answer(scene: Scene, lowest: int, at: int, after: int, end: int) -> int:
    """Where behind an expression with its source what is told of the topic begins: أما السبب، وفق الدراسة
    التي نشرت أمس، فهو السرعة; -1 where أما opens no such clause.
    """
    opens = next((k for k in (lowest, lowest + 1) if scene.tokens[k].word.key in TOPIC), -1)
    if not 0 <= opens < at - 1:
        return -1
    for k in range(after, min(after + LONGEST_RELATIVE, end - 1)):
        word = scene.tokens[k].word
        if word.key[0] == "ف" and (word.conjunction == "ف" or word.key != word.stem or _acts(word)):
            return k
    return -1


def _acts(word: Word) -> bool:
    """Whether a word is a verb, or what stands before one: غادر، لن، قد."""
    acts = t.VERB | t.NEGATION | t.AUXILIARY | t.PERFECTIVE
    return bool(word.tags & acts) or word.verb is not None or imperfect(word)


def past_telling(scene: Scene, at: int, end: int) -> int:
    """Past whom it was said to, when and where, up to the sign that closes the expression or the end: وفق ما
    أعلن الوزير لـ«النهار»، …; (كما أفاد شهود أمس في بيان); else `at`.
    """
    signs = (*COMMAS, *DRAWN_DASHES, *STOPS, "؛", ")", ":")
    near = range(at, min(at + _LONGEST_TELLING, end))
    sign = next((k for k in near if scene.tokens[k].word.text in signs), end)
    told = skip_all_circumstances(scene, at, min(sign + 1, end), frozenset())
    return sign if told >= sign > at else at


def relative_around(scene: Scene, at: int, source_end: int, lowest: int, end: int) -> tuple[int, int]:
    """The bounds of the relative clause between signs that holds the expression: الطريق -الذي يبلغ طوله بحسب
    الوزارة ألف متر- يمتد; الحرب، التي قتل فيها ألفان وفق الوزارة، تتواصل; else `lowest` and `end`.
    """
    tokens = scene.tokens
    for k in range(at - 1, max(at - LONGEST_RELATIVE, lowest), -1):
        sign = tokens[k - 1].word.text
        if sign in STOPS:
            break
        if not tokens[k].word.tags & t.RELATIVE or sign not in (*COMMAS, *DRAWN_DASHES, "("):
            continue
        closes = _closes_relative(scene, k, at, source_end, end)
        return (k + 1, closes) if closes >= 0 else (lowest, end)
    return lowest, end


def _closes_relative(scene: Scene, first: int, at: int, source_end: int, end: int) -> int:
    """The sign that closes the relative clause that begins, behind its sign, at the token `first`; -1 where
    none does. A comma does right behind the source where the clause around goes on with no و.
    """
    tokens, sign = scene.tokens, scene.tokens[first - 1].word.text
    if sign in COMMAS:
        closed = source_end + 1 < end and tokens[source_end].word.text in COMMAS
        goes_on = closed and tokens[at - 1].word.kind == "word"
        return source_end if goes_on and not goes_elsewhere(tokens[source_end + 1].word) else -1
    signs = (")",) if sign == "(" else DRAWN_DASHES
    close = next((k for k in range(first, end) if tokens[k].word.text in signs), -1)
    return close if close >= source_end else -1


def goes_elsewhere(word: Word) -> bool:
    """Whether what follows the source is no part of the clause before it: a connective, و, a participle of
    saying.
    """
    return bool(
        word.conjunction or word.tags & (t.CONNECTIVE | t.RELATIVE) or any(f.tense == "a" for f in word.forms)
    )
