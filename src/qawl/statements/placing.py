"""Where the content of an attributive expression stands: behind it, around it or before it."""

from __future__ import annotations

from msgspec import structs

from qawl.lexicon import tags as t
from qawl.lexicon.shape import feminine_perfect, imperfect
from qawl.lexicon.word import NOTHING
from qawl.phrases import Phrase
from qawl.scene import COMMAS, DRAWN_DASHES, Scene
from qawl.statements.asides import enclosed, enclosing, predicate
from qawl.statements.circumstances import skip_all_circumstances
from qawl.statements.clauses import (
    LONGEST_RELATIVE,
    awaits_verb,
    clause_start,
    continues,
    goes_elsewhere,
    main_clause,
    opens_clause,
    parenthesis,
    past_telling,
    past_time,
    relative_around,
    second_clause,
    topic_answer,
    wanted,
)
from qawl.statements.draft import Draft
from qawl.statements.enclosed import past
from qawl.statements.openings import STOPS, is_content_quotation

_LONGEST_BEFORE_PARENTHESIS = 12
_OF_THE_CLAUSE = frozenset({"في", "من", "الى", "على", "عن"})
"""Behind the day they go on with what was said: …، بحسب شهود، الأحد في العاصمة."""


def placed(scene: Scene, bare: Draft, source: Phrase, position: str, drafts: list[Draft]) -> Draft | None:
    """The attribution with its content: behind the source, around the expression, or before it; `bare` is
    the expression with its source, and no content yet.
    """
    at = bare.cue
    end = scene.limit(at)
    lowest = max(scene.inside[at] + 1, 0)
    lowest, end = relative_around(scene, at, source.end, lowest, end)
    main = main_clause(scene, source.end, end)
    if source.head & (t.MEDIA | t.OUTLET) and _hands_on(drafts, at, source):
        return None
    leads = position != "trailing" and _leads(scene, at, source.end, main, lowest, end)
    if leads or at == lowest and _quotes(scene, source.end, end):
        start = _behind(scene, source.end, main, end)
        if source.head & (t.MEDIA | t.OUTLET) and _says_itself(scene, start, drafts):
            return None
        return structs.replace(bare, rule="attributive-leading", start=start) if start >= 0 else None
    around = _around(scene, bare, source, drafts, lowest, end)
    if around is not None:
        return around
    return structs.replace(
        bare,
        rule="attributive-trailing",
        start=_past_semicolon(scene, at, lowest),
        by="before",
        sibling=True,
        content_end=at,
    )


def _past_semicolon(scene: Scene, at: int, lowest: int) -> int:
    """Where the last clause before the expression begins, past a semicolon and what joins it: …؛ إذ إن …"""
    start = next((k + 1 for k in range(at - 1, lowest, -1) if scene.tokens[k].word.text == "؛"), lowest)
    if start == lowest or start + 2 >= at:
        return lowest
    joins = scene.tokens[start].word.tags & t.CONNECTIVE and scene.tokens[start + 1].word.alef
    return start + (2 if joins and not scene.tokens[start + 1].word.pronoun else 0)


def _hands_on(drafts: list[Draft], at: int, source: Phrase) -> bool:
    """Whether the expression stands between another's verb and its content, whose outlet it only tells: قال
    الوزير، وفق ما نقلت عنه وكالة تاس، إن …
    """
    return any(draft.cue < at and draft.start >= source.end for draft in drafts)


def _says_itself(scene: Scene, start: int, drafts: list[Draft]) -> bool:
    """Whether somebody speaks in the clause behind the outlet's name by القول: وبحسب رويترز، سارع الوزير إلى
    القول إن.
    """
    nouns = (draft.cue for draft in drafts if draft.rule.startswith("noun") and draft.cue > start >= 0)
    said = next(nouns, 0)
    return said > 0 and not any(token.word.alef for token in scene.tokens[start:said])


def _quotes(scene: Scene, at: int, end: int) -> bool:
    """Whether a quotation follows the source at once: على حد تعبير المدير "لن ينجح أحد في ذلك"."""
    at += at < end and scene.tokens[at].word.text == ":"
    return at < end and at in scene.closing and is_content_quotation(scene, at)


def _leads(scene: Scene, at: int, source_end: int, main: int, lowest: int, end: int) -> bool:
    """Whether the expression stands before its clause: وفقا للوزارة، …; وبحسب مصدر فإن …"""
    if at == lowest or opens_clause(scene, at):
        return True
    paused = source_end < end and scene.tokens[source_end].word.text in COMMAS
    return scene.tokens[at].word.conjunction == "و" and (main >= 0 or paused)


def _behind(scene: Scene, start: int, main: int, end: int) -> int:
    """Where the clause behind a source that ends at `start` begins; -1 where none is left."""
    tokens = scene.tokens
    paused = main >= 0 and tokens[start].word.text in COMMAS and main > start + 1
    if main >= 0 and (not paused or any(scene.withholds_name(k) for k in (start + 1, start + 2))):
        start = main  # وفقا لمصدر، طلب عدم ذكر اسمه، فإن
    if start < end and tokens[start].word.text in DRAWN_DASHES:
        start = past(scene, start, tokens[start].word.text, end)  # نقلا عن رويترز -بتصرف-: …
    start = past_time(scene, start, end)
    told = past_telling(scene, start, end)
    if told < end and tokens[told].word.text in (*COMMAS, ":"):
        start = told
    while start < end and tokens[start].word.text in (*COMMAS, ":"):
        start += 1
    if start < end and (tokens[start].word.tags & t.RELATIVE or _begins_relative(scene, start, end)):
        start = _past_relative(scene, start, end)
    if 0 <= start < end and tokens[start].word.tags & t.COMPLEMENTIZER and not tokens[start].word.pronoun:
        start += 1
    return start if start < end - 1 else -1


def _begins_relative(scene: Scene, at: int, end: int) -> bool:
    """Whether a verb right behind the source tells of it: وفقا لدراسة نشرت في مجلة كذا، …; وفقا لوثيقة اطلعت
    عليها رويترز، …; بحسب مسح أجراه المعهد وتضمن عشرين سؤالا، …
    """
    if at + 1 >= end or scene.tokens[at - 1].word.text in COMMAS:
        return False
    word, following = scene.tokens[at].word, scene.tokens[at + 1].word
    also = word.conjunction == "و" and word.tags & t.VERB or word.key[0] == "و" and word.rules & t.STATIVE
    return bool(also or word.rules & t.ISSUED or following.rules & t.RETURNING and not word.article)


def _past_relative(scene: Scene, at: int, end: int) -> int:
    """Past the comma that closes the source's relative clause (بحسب الوزارة، التي تتابع الأمر، …), or where
    the main clause shows itself with no comma: وفقا لوثائق حصلت عليها الصحيفة يتضح أن; -1 where neither is.
    """
    for k in range(at, min(end, at + LONGEST_RELATIVE)):
        if scene.tokens[k].word.text in COMMAS:
            return k + 1
        word = scene.tokens[k].word
        verb = word.tags & t.VERB or word.tags & t.BEFORE_AN and imperfect(word) or word.rules & t.OTHER_VERB
        opens = k > at + 1 and k + 1 < end and scene.tokens[k + 1].word.tags & t.COMPLEMENTIZER
        if opens and verb and not word.conjunction:
            return k
    return -1


def _around(
    scene: Scene, bare: Draft, source: Phrase, drafts: list[Draft], lowest: int, end: int
) -> Draft | None:
    """The attribution of a clause that begins before the expression and goes on behind it; None where the
    clause ends with the expression.
    """
    at = bare.cue
    after = max(past_telling(scene, source.end, end), _past_clause(scene, source, end))
    if after > source.end and (after >= end or scene.tokens[after].word.text in STOPS):
        return None
    after = enclosing(scene, at, after, end)
    first = at - lowest <= _LONGEST_BEFORE_PARENTHESIS and not any(draft.cue < at for draft in drafts)
    dashed = _is_dashed(scene, at, after, end)
    if dashed and _another_speaks(scene, drafts, after + 1):
        return None
    if dashed:
        outer, begins = _outer_start(scene, drafts, at), clause_start(scene, at - 1, lowest)
        apart = scene.tokens[begins].word.rules & t.BACKGROUND  # …، وهو ما يعني -وفق المعهد- أن
        begins = begins if outer < 0 or apart else outer
    elif (answer := topic_answer(scene, lowest, at, after, end)) >= after:
        begins, after = lowest, answer - 1
    elif _is_aside(scene, at, after, end) and (first or second_clause(scene, lowest, at, after) > lowest):
        begins = second_clause(scene, lowest, at, after)
    elif parenthesis(scene, at, after, end) or _parts(scene, drafts, at, after, end):
        outer = _outer_start(scene, drafts, at)
        begins = max(outer if outer >= 0 else lowest, clause_start(scene, at - 1, lowest))
    elif first and _breaks_in(scene, at, source, end):
        begins, after = lowest, source.end - 1
    else:
        return None
    return structs.replace(
        bare,
        rule="attributive-inside",
        start=begins,
        by="around",
        content_end=at - 1 if dashed else at,
        second=(after + 1, end),
    )


def _past_clause(scene: Scene, source: Phrase, end: int) -> int:
    """The sign behind the clause that tells of an indefinite source: …، بحسب مصادر تحدثت إلى الصحيفة، …; else
    where the source ends.
    """
    tokens = scene.tokens
    definite = any(token.word.article for token in tokens[source.start : source.end])
    verb = tokens[source.end].word if source.end < end else NOTHING
    if definite or source.named or not (verb.verbal or verb.tags & t.VERB or feminine_perfect(verb)):
        return source.end
    near = range(source.end, min(source.end + LONGEST_RELATIVE, end - 1))
    sign = next((k for k in near if tokens[k].word.text in (*COMMAS, *DRAWN_DASHES)), source.end)
    then = tokens[min(sign + 1, end - 1)].word
    return source.end if then.tags & t.PREPOSITION or then.preposition else sign


def _is_dashed(scene: Scene, at: int, after: int, end: int) -> bool:
    """Whether the expression stands between dashes or brackets: الهدنة – وفق الوزارة – تبدأ غدا."""
    tokens = scene.tokens
    if at == 0 or after >= end - 1 or tokens[after + 1].word.text in STOPS:
        return False
    return enclosed(tokens[at - 1].word.text, tokens[after].word.text)


def _another_speaks(scene: Scene, drafts: list[Draft], at: int) -> bool:
    """Whether behind the dashes it is told what another said meanwhile: رفعت الشركة الأسعار - وفق وثيقة -
    فيما نفى المدير.
    """
    word = scene.tokens[at].word
    meanwhile = word.tags & t.CONNECTIVE and word.rules & t.FRONTING
    return bool(meanwhile) and any(draft.cue == at + 1 for draft in drafts)


def _is_aside(scene: Scene, at: int, after: int, end: int) -> bool:
    """Whether the clause goes on behind the commas around the expression: الهدنة، وفق الوزارة، تبدأ غدا."""
    tokens = scene.tokens
    if at == 0 or after + 2 >= end or goes_elsewhere(tokens[after + 1].word):
        return False
    if _only_dated(scene, after + 1, end):
        return False
    pauses = (*COMMAS, *DRAWN_DASHES)
    return tokens[at - 1].word.text in pauses and tokens[after].word.text in pauses


def _parts(scene: Scene, drafts: list[Draft], at: int, after: int, end: int) -> bool:
    """Whether the expression stands between commas behind the bare subject of another's clause, whose verb
    follows: قال المدير إن عدد القتلى، حسب الوزارة، ارتفع إلى خمسة.
    """
    tokens, begins = scene.tokens, _outer_start(scene, drafts, at)
    if begins < 0 or after + 2 >= end or not predicate(tokens[after + 1].word):
        return False
    if tokens[at - 1].word.text not in COMMAS or tokens[after].word.text not in COMMAS:
        return False
    words = [token.word for token in tokens[begins : at - 1]]
    acts = t.VERB | t.NEGATION | t.AUXILIARY | t.PERFECTIVE
    return not any(w.kind == "sign" or w.tags & acts or w.verb or imperfect(w) for w in words)


def _only_dated(scene: Scene, at: int, end: int) -> bool:
    """Whether nothing follows but the day or the document in which it was said, or another clause behind it:
    …، وفق ما أعلنت الشرطة، يوم السبت، وتقول السلطات إن …
    """
    word = scene.tokens[at].word
    document = bool(word.tags & t.PREPOSITION and scene.tokens[at + 1].word.tags & t.DOCUMENT)
    if not (document or word.tags & (t.TIME | t.MONTH)):
        return False
    then = skip_all_circumstances(scene, at, end, _OF_THE_CLAUSE)
    if then + 1 < end and scene.tokens[then].word.text in COMMAS:
        then += 1
    return then >= end or scene.tokens[then].word.text in STOPS or goes_elsewhere(scene.tokens[then].word)


def _breaks_in(scene: Scene, at: int, source: Phrase, end: int) -> bool:
    """Whether the expression stands with no signs around it in a clause that goes on: واللافت بحسب التقرير أن
    …, تضم الفرق حسب الوزارة ممثلين عن …, كانت الأسعار وفق الوزارة تراجعت.
    """
    if continues(scene, source.end, end):
        return True
    if scene.tokens[at - 1].word.kind != "word":
        return False
    return wanted(scene, source, end) or awaits_verb(scene, at, source, end)


def _outer_start(scene: Scene, drafts: list[Draft], at: int) -> int:
    """Where the content that an attribution before the expression brings in begins, which no marks have
    closed; -1 where none does: أضاف الخبير "…"، وفي هذه الحالة -كما يقول- يجب الحذر.
    """
    begun = (draft.start for draft in reversed(drafts) if draft.cue < at and 0 <= draft.start < at)
    return next((start for start in begun if scene.closing.get(start, at) >= at), -1)
