"""Draft -> statement: the spans of its content, its type, what its cue shows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from qawl.lexicon import tags as t
from qawl.model import Cue, Form, Span, Statement, StatementType, Strength, Via
from qawl.scene import COMMAS, QUOTATION_MARKS, Scene
from qawl.statements.agreement import agreement
from qawl.statements.draft import Draft
from qawl.statements.ends import end
from qawl.statements.quoted import direct, quotes
from qawl.statements.trailing import clause_before

_ENTITY = re.compile(r"&#?\w{2,6};$")
"""A mark written as on a web page, whose last character is its own."""
_CLOSES = ("", *".؟!\"”»’'؛:")
"""Before one of these or the end of the text a content has ended."""
_NEAR = 3
"""Characters behind a content, among them its closing mark."""
_TRIMMED = " \t\n\r\u00a0\u200f\u200e،,؛;.:؟!?…-–—ـ(["


def statement(scene: Scene, draft: Draft, drafts: list[Draft], before: Sequence[Span]) -> Statement | None:
    """The statement that the draft makes, None where nothing is left of its content."""
    text = scene.text
    if draft.rule == "backward":
        if len(before) == 1 and (inner := _inside_marks(text, before[0])) is not None:
            return _made(scene, draft, [inner], "direct")
        spans = [_trim(text, span.start, span.end) for span in before]
        return _made(scene, draft, spans, "indirect") if spans else None
    bounds = _bounds(scene, draft, drafts)
    if bounds is None or bounds[0] >= min(bounds[1], len(scene.tokens)):
        return None
    if draft.rule == "attributive-inside" and draft.second is not None:
        return _around(scene, draft, drafts, *bounds, draft.second)
    spans, kind = _spans(scene, draft, *bounds)
    spans = _filled(spans)
    if not spans or not any(ch.isalnum() for ch in text[spans[0].start : spans[0].end]):
        return None
    return _made(scene, draft, spans, kind)


def _inside_marks(text: str, span: Span) -> Span | None:
    """What stands in the marks of a sentence that is a quotation and nothing else."""
    start, end = span.start, span.end
    while end > start and text[end - 1] in " \t\n.":
        end -= 1
    marks = [at for at in range(start, end) if text[at] in QUOTATION_MARKS]
    return Span(start + 1, end - 1) if marks == [start, end - 1] else None


def _bounds(scene: Scene, draft: Draft, drafts: list[Draft]) -> tuple[int, int] | None:
    """The tokens of the content, or of its first piece, None where another has said it."""
    if draft.rule == "attributive-trailing":
        return clause_before(scene, draft, drafts)
    return draft.start, draft.content_end if draft.content_end >= 0 else end(scene, draft, drafts)


def _around(
    scene: Scene, draft: Draft, drafts: list[Draft], start: int, stop: int, second: tuple[int, int]
) -> Statement | None:
    """The statement whose content stands around its attribution: الاتفاق، بحسب الوزير، يشمل …"""
    tokens, text = scene.tokens, scene.text
    while start < stop and tokens[start].word.tags & (t.CONNECTIVE | t.PERFECTIVE):
        start += 1
    if start >= stop:
        return None
    first, last = second
    close = end(scene, structs.replace(draft, start=first, by="clause"), drafts)
    spans = _filled(
        [
            _trim(text, tokens[start].start, tokens[stop - 1].end),
            _trim(text, tokens[first].start, tokens[min(close, last) - 1].end),
        ]
    )
    kind: StatementType = "mixed" if quotes(scene, draft, start, close) else "indirect"
    return _made(scene, draft, spans, kind) if spans else None


def _spans(scene: Scene, draft: Draft, start: int, stop: int) -> tuple[list[Span], StatementType]:
    """The words of the content: inside its marks where it is a quotation, with its second piece."""
    tokens, text = scene.tokens, scene.text
    stop -= stop - 1 > start and tokens[stop - 1].word.key == "وذلك"  # …، وذلك وفقا للوزارة
    start += tokens[start].word.text == ":" and start + 1 in scene.closing  # قال إن: "…"
    inner = direct(scene, draft, start, stop)
    if inner is None:
        while stop - 1 > start and _closes_nothing(scene, stop - 1):
            stop -= 1
        span = _trim(text, tokens[start].start, tokens[stop - 1].end)
        return [span], "mixed" if quotes(scene, draft, start, stop) else "indirect"
    spans = [_trim(text, *inner)]
    second = draft.second or _joined(scene, scene.closing[start])
    if second is not None:
        opening, closing = second
        close = tokens[closing].start if closing < len(tokens) else scene.end
        spans.append(_trim(text, tokens[opening].end, close))
    return spans, "direct"


def _joined(scene: Scene, closing: int) -> tuple[int, int] | None:
    """The quotation that و joins to the one that closes at the token: "العمل متواصل" و"السكان يساعدون"."""
    opening = closing + 2
    if opening not in scene.closing or scene.tokens[closing + 1].word.text != "و":
        return None
    return (opening, scene.closing[opening]) if scene.closing[opening] - opening > _NEAR else None


def _filled(spans: list[Span]) -> list[Span]:
    """The spans that hold something: signs alone hold nothing."""
    return [span for span in spans if span.start < span.end]


def _closes_nothing(scene: Scene, at: int) -> bool:
    """Whether the token is a stop or comma, before which a mark may stand that was never opened: قال إن
    المتحف مفتوح"، داعيا إلى زيارته.
    """
    text = scene.tokens[at].word.text
    return text in (".", *COMMAS) or text in QUOTATION_MARKS and at not in scene.opening


def _made(scene: Scene, draft: Draft, spans: list[Span], kind: StatementType) -> Statement:
    tokens, text = scene.tokens, scene.text
    cue_start, cue_end = draft.cue_text or (tokens[draft.cue].start, tokens[draft.cue_end - 1].end)
    source = None
    if draft.source is not None:
        source = Span(tokens[draft.source.start].start, tokens[draft.source.end - 1].end)
    form: Form = "nominal" if draft.form == "nominal" else "clause"
    via = tuple(
        Via(tokens[a].start, tokens[b - 1].end, "carrier" if role == "carrier" else "addressee")
        for a, b, role in draft.via
    )
    return Statement(
        tuple(spans),
        kind,
        form,
        Cue(cue_start, cue_end, draft.entry.lemma, draft.entry.sense, draft.entry.line),
        source,
        via,
        scene.sentence,
        _strength(draft, text[spans[-1].end : spans[-1].end + _NEAR]),
        draft.rule,
        draft.because,
        _name(scene, draft),
        *agreement(scene, draft),
    )


def _name(scene: Scene, draft: Draft) -> Span | None:
    phrase = draft.source
    if phrase is None or phrase.name_end <= phrase.name_start:
        return None
    return Span(scene.tokens[phrase.name_start].start, scene.tokens[phrase.name_end - 1].end)


def _strength(draft: Draft, after: str) -> Strength:
    """`after` is the text right behind the content. Sure is a clause or quotation told by a verb, participle
    or noun where a mark ends it or its source has a name; a guess is an object without a source.
    """
    ends = after.strip()[:1] in _CLOSES or draft.source is not None and draft.source.named
    said = draft.by in ("clause", "quotation", "colon")
    if said and ends and draft.rule.startswith(("verb", "participle", "noun")):
        return "sure"
    return "guess" if draft.by == "object" and draft.source is None else "likely"


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in "،,:؛-–"):
        start += 1
    while end > start and text[end - 1] in _TRIMMED and not _ENTITY.search(text, start, end):
        end -= 1
    return Span(start, end)
