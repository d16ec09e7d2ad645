"""Where a content ends, and what kind of statement it makes."""

from __future__ import annotations

from msgspec import structs

from qawl.lexicon import tags as t
from qawl.lexicon.shape import imperfect
from qawl.lexicon.word import Token, Word
from qawl.model import Cue, Form, Sentence, Span, Statement, StatementType, Strength, Via
from qawl.scene import COMMAS, Scene
from qawl.statements.draft import Draft

_TRIMMED = " \t\n\r\u00a0\u200f\u200e،,؛;.:؟!?…-–—ـ"
_DASHES = ("-", "–")
_ELLIPSES = ("..", "...", "…")
_LONGEST_HEADLINE_SUBJECT = 5
_LONGEST_NAME = 5
_SHORT_NAME = 3
_NEAR = 3
_SUBJECT = 14
"""Within how many tokens after إلا أن a verb of saying makes its subject another speaker."""


def statement(
    scene: Scene, draft: Draft, drafts: list[Draft], before: Sentence | None, text: str
) -> Statement | None:
    """The statement that the draft makes, None where nothing is left of its content."""
    tokens = scene.tokens
    if draft.rule == "backward":
        if before is None:
            return None
        spans = [_trim(text, before.start, before.end)]
        return _made(scene, draft, spans, "indirect")
    end = draft.content_end if draft.content_end >= 0 else _end(scene, draft, drafts)
    start = draft.start
    if draft.rule == "attributive-trailing":
        start, end, covered = _before(scene, draft, drafts)
        if covered:
            return None
    if start >= end or start >= len(tokens):
        return None
    if draft.rule == "attributive-inside" and draft.second is not None:
        first, last = draft.second
        while start < end and tokens[start].word.tags & (t.CONNECTIVE | t.PERFECTIVE):
            start += 1
        if start >= end:
            return None
        stop = _end(
            scene,
            structs.replace(draft, start=first, by="clause"),
            drafts,
        )
        spans = [
            _trim(text, tokens[start].start, tokens[end - 1].end),
            _trim(text, tokens[first].start, tokens[min(stop, last) - 1].end),
        ]
        return _made(scene, draft, spans, "mixed" if _quotes(scene, start, stop) else "indirect")
    direct = _direct(scene, draft, start, end)
    if direct is not None:
        spans = [_trim(text, *direct)]
        if draft.second is not None:
            opening, closing = draft.second
            spans.append(
                _trim(
                    text, tokens[opening].end, tokens[closing].start if closing < len(tokens) else scene.end
                )
            )
        kind: StatementType = "direct"
    else:
        spans = [_trim(text, tokens[start].start, tokens[end - 1].end, keep=end - 1 in scene.opening)]
        kind = "mixed" if _quotes(scene, start, end) else "indirect"
    spans = [span for span in spans if span.start < span.end]
    if not spans or not any(ch.isalnum() for ch in text[spans[0].start : spans[0].end]):
        return None
    return _made(scene, draft, spans, kind)


def _made(scene: Scene, draft: Draft, spans: list[Span], kind: StatementType) -> Statement:
    tokens = scene.tokens
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
        _strength(draft),
        draft.rule,
        draft.because,
        _name(scene, draft),
        *_agreement(scene, draft),
    )


def _name(scene: Scene, draft: Draft) -> Span | None:
    phrase = draft.source
    if phrase is None or phrase.name_end <= phrase.name_start:
        return None
    return Span(scene.tokens[phrase.name_start].start, scene.tokens[phrase.name_end - 1].end)


def _agreement(scene: Scene, draft: Draft) -> tuple[str, str]:
    """Gender and number of who speaks, as the cue shows them: by its ending, or by the pronoun of قولها."""
    for form in scene.tokens[draft.cue].word.forms:
        if form.entry is draft.entry:
            if form.tense in "ms":
                return {"ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p"), "هما": ("", "d")}.get(
                    form.pronoun, ("", "")
                )
            return form.gender, form.number
    return "", ""


def _strength(draft: Draft) -> Strength:
    if draft.by in ("clause", "quotation", "colon") and draft.rule.startswith(("verb", "participle", "noun")):
        return "sure"
    return "guess" if draft.by == "object" and draft.source is None else "likely"


def _trim(text: str, start: int, end: int, keep: bool = False) -> Span:
    while start < end and (text[start].isspace() or text[start] in "،,:؛-–"):
        start += 1
    while end > start and text[end - 1] in _TRIMMED:
        end -= 1
    return Span(start, end)


def _direct(scene: Scene, draft: Draft, start: int, end: int) -> tuple[int, int] | None:
    """The words inside the marks where the whole content stands in them."""
    if start not in scene.closing:
        return None
    closing = scene.closing[start]
    if draft.by in ("quotation", "colon") and end <= closing + 1 or draft.rule == "quotation-verb":
        whole = True
    else:
        whole = closing >= end - 1 or all(_nothing(token) for token in scene.tokens[closing + 1 : end])
    if not whole or (draft.form == "nominal" and closing - start <= 3):
        return None
    inner_end = scene.tokens[closing].start if closing < len(scene.tokens) else scene.end
    return scene.tokens[start].end, inner_end


def _nothing(token: Token) -> bool:
    return token.word.kind == "sign"


def _quotes(scene: Scene, start: int, end: int) -> bool:
    """Whether two words or more of the content stand in quotation marks as the speaker's own."""
    for opening in range(start, end):
        closing = scene.closing.get(opening)
        if closing is None:
            continue
        words = sum(
            token.word.kind != "sign" and not token.word.text.isascii()
            for token in scene.tokens[opening + 1 : closing]
        )
        if words < 2:
            continue
        if words <= _LONGEST_NAME and _is_name(scene, opening):
            continue
        after = scene.tokens[closing + 1].word if closing + 1 < end else None
        if opening == start and words <= _SHORT_NAME and after is not None and _predicate(after):
            continue  # "درب الجمال" يمر بالمدينة
        return True
    return False


def _is_name(scene: Scene, opening: int) -> bool:
    """Whether a short quotation is what somebody or something is called: حركة "نداء تونس"، لعبة "فيفا"; but
    الحكومة "تبيع الوهم".
    """
    if not opening:
        return False
    before, first = scene.tokens[opening - 1].word, scene.tokens[opening + 1].word
    if before.rules & (t.TITLING | t.NAMED):
        return True
    clause = first.tags & (t.VERB | t.NEGATION | t.PERFECTIVE | t.COMPLEMENTIZER | t.PRONOUN | t.BEFORE_AN)
    if clause or first.verb is not None or imperfect(first):
        return False
    return bool(before.tags & (t.ORGANISATION | t.MEDIA | t.OUTLET | t.ROLE | t.PLACE))


def _limit(scene: Scene, draft: Draft, drafts: list[Draft]) -> int:
    """The token before which the content ends at the latest: the end of the quotation that the cue stands in,
    the next attribution of the same speaker, the content of the verb whose subject this clause belongs to.
    """
    limit = scene.limit(draft.cue)
    for other in drafts:
        if (
            other.sibling
            and other.begin > draft.start + (draft.by == "clause")
            and other is not draft
            and scene.inside[other.begin] == scene.inside[draft.cue]
            and _may_be_speakers(scene, draft, other)
        ):
            limit = min(limit, other.begin)
            break
    for other in drafts:
        if other.cue < draft.cue and draft.start < other.start and other.by in ("clause", "colon"):
            stop = _before_content(scene, other)
            if scene.tokens[stop].word.kind == "sign" and not draft.rule.startswith("attributive"):
                limit = min(limit, stop)
        if _encloses(other, draft):
            limit = min(limit, _next_clause(scene, draft.start, limit))
    if scene.kind != "body" and draft.form == "nominal":
        limit = min(limit, _second_news(scene, draft.start, limit))
    return limit


def _second_news(scene: Scene, start: int, limit: int) -> int:
    """Where a headline turns to other news: … تعلن النتائج | وحزب المعارضة يطعن فيها."""
    for at in range(start + 1, limit):
        word = scene.tokens[at].word
        if word.text in _ELLIPSES and not scene.tokens[min(at + 1, limit - 1)].word.conjunction:
            return at
        verbal = word.tags & (t.VERB | t.FUNCTION) or any(form.tense in "pi" for form in word.forms)
        if word.conjunction != "و" or verbal:
            continue
        for then in range(at + 1, min(at + _LONGEST_HEADLINE_SUBJECT, limit)):
            verb = scene.tokens[then].word
            if imperfect(verb) or any(form.tense == "i" and not form.prefix for form in verb.forms):
                return at
            if verb.tags & t.VERB and verb.key[0] in "يت":
                return at
            if not verb.nominal and not verb.plain:
                break
    return limit


def _encloses(outer: Draft, inner: Draft) -> bool:
    """Whether a noun that was said stands in a clause that was said: قال إن الوزير طلب توضيحات …"""
    return outer.by == "clause" and outer.start <= inner.begin and inner.form == "nominal"


def _next_clause(scene: Scene, start: int, limit: int) -> int:
    """The comma before وأن, which goes on with the clause around a noun: …، وأن الرئيس سيرد."""
    for at in range(start, limit - 1):
        word = scene.tokens[at + 1].word
        if scene.tokens[at].word.text in COMMAS and word.conjunction == "و" and word.tags & t.COMPLEMENTIZER:
            return at
    return limit


def _end(scene: Scene, draft: Draft, drafts: list[Draft]) -> int:
    """The token at which the content ends."""
    tokens = scene.tokens
    start = draft.start
    limit = _limit(scene, draft, drafts)
    if start in scene.closing and _quotation_is_all(scene, draft):
        return min(scene.closing[start] + 1, limit)
    at = start
    nominal = draft.form == "nominal"
    before = max(draft.cue - _NEAR, 0)
    parenthesis = draft.rule.startswith("relative") and any(
        tokens[k].word.tags & t.RELATIVE and k > 0 and tokens[k - 1].word.text in COMMAS
        for k in range(before, draft.cue)
    )
    fronted = _fronted(scene, draft)
    relative = draft.rule.startswith("relative")
    if start in scene.closing:
        at = min(scene.closing[start], limit)
    while at < limit:
        if at != start and at in scene.closing:
            at = min(scene.closing[at] + 1, limit)
            continue
        word = tokens[at].word
        if nominal and at > start and _joined_act(scene, draft, at):
            return at
        if not word.stops:
            at += 1
            continue
        if word.text in (*COMMAS, "؛") and at + 1 < limit:
            close = _parenthesis_end(scene, at, limit)
            if close > at:
                at = close
                continue
            if _leaves(scene, draft, at + 1, limit):
                return at
        if word.text in COMMAS and parenthesis and at + 1 < limit and _predicate(tokens[at + 1].word):
            return at
        if word.text in COMMAS and at + 1 < limit:
            following = tokens[at + 1].word
            if (fronted or relative and following.tags & t.COMPLEMENTIZER) and _main_clause(following):
                return at
        if False or word.text == ")" and not any(tokens[k].word.text == "(" for k in range(start, at)):
            return at
        if word.text in _DASHES and tokens[_opening_sign(scene, draft)].word.text == word.text:
            return at
        if at > start and (_meanwhile(scene, at, limit) or _unconfirmed(scene, at, limit)):
            return at
        own_words = word.tags & t.ATTRIBUTIVE_START and at > start and _own_words(scene, at)
        if own_words and not _interrupts(scene, at, limit):
            return at
        if nominal and at > start and _overtaken(scene, at, limit):
            return at
        if at > start and (nominal and _circumstance(scene, at) or _writer_comments(scene, at, nominal)):
            return at
        apart = nominal or tokens[at - 1].word.kind == "sign"
        if at > start and word.key == "وذلك" and apart and _tells_when(tokens[at + 1 : min(at + 3, limit)]):
            return at
        at += 1
    return limit


def _quotation_is_all(scene: Scene, draft: Draft) -> bool:
    """Whether the quotation with which the content begins is all of it: "…"، but not "…"، وأن …, nor the name
    that opens a headline: مسؤول: "الهلال" يستعيد نجمه.
    """
    after = scene.closing[draft.start] + 1
    goes_on = after < len(scene.tokens) and scene.tokens[after].word.kind == "word"
    if draft.by == "colon" and goes_on and after - draft.start - 2 < _SHORT_NAME:
        return False
    comma = after + 1 < len(scene.tokens) and scene.tokens[after].word.text in COMMAS
    word = scene.tokens[after + 1].word if comma else None
    if word is not None and word.conjunction == "و":
        joined = bool(word.tags & t.COMPLEMENTIZER) or draft.form == "nominal" and word.article
        return not joined and word.key != "وذلك"
    return comma or draft.by in ("quotation", "colon")


def _before_content(scene: Scene, outer: Draft) -> int:
    """Where the clause ends that stands between a verb and its content: قال الوزير، الذي نفى التهمة، إن …"""
    end = outer.start
    while scene.tokens[end - 1].word.kind == "sign" or scene.tokens[end - 1].word.tags & t.COMPLEMENTIZER:
        end -= 1
    return end


def _opening_sign(scene: Scene, draft: Draft) -> int:
    """The token before the attribution, past what relates it to the words before: -الذي يقول، -وهو يقول."""
    at = draft.cue - 1
    if at > 0 and (scene.tokens[at].word.tags & t.RELATIVE or scene.tokens[at].word.rules & t.BACKGROUND):
        at -= 1
    return at


def _fronted(scene: Scene, draft: Draft) -> bool:
    """Whether the attribution stands in a clause that opens the sentence and waits for its main clause: وفيما
    قال الوزير إن …، فقد أكد …
    """
    first = max(scene.inside[draft.cue] + 1, 0)
    while first < draft.cue and (
        scene.tokens[first].word.kind == "sign" or scene.tokens[first].word.tags & t.CONNECTIVE
    ):
        if scene.tokens[first].word.rules & t.FRONTING:
            break
        first += 1
    words = [token.word for token in scene.tokens[first : draft.cue]]
    return bool(words) and bool(words[0].rules & t.FRONTING) and all(w.text not in COMMAS for w in words)


def _main_clause(word: Word) -> bool:
    """Whether a word begins the main clause after a fronted one: with ف, or a verb without و."""
    if word.key.startswith("ف") and (word.conjunction or word.verb is not None or word.tags & t.PERFECTIVE):
        return True
    return word.verb is not None and word.verb.tense == "p" and not word.verb.prefix


def _tells_when(words: list[Token]) -> bool:
    """Whether what follows وذلك tells when and where it was said, not what for: بعد …، في رد على …"""
    if len(words) < 2 or not words[0].word.tags & t.PREPOSITION:
        return False
    return bool(words[0].word.tags & t.TIME or words[1].word.tags & (t.SETTING | t.TIME))


def _own_speech(scene: Scene, draft: Draft) -> bool:
    """Whether the content is the speaker's words after a colon, in which verbs of saying are the speaker's:
    وأضاف: بلغنا الشرطة وأفادونا بأن …
    """
    if draft.by != "colon" or draft.rule == "headline-colon" or draft.start in scene.closing:
        return False
    return not scene.tokens[draft.start - 1].word.tags & t.COMPLEMENTIZER


def _may_be_speakers(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether a cue without a subject of its own may be the speaker's: not a verb after و, nor a participle
    right after its noun, that does not agree. مضيفا أن التصريحات لا تنفع وتشير إلى …: تشير was said.
    """
    if _own_speech(scene, draft) and other.rule.startswith(("verb", "subject")):
        return other.by in ("quotation", "colon")
    apart = scene.tokens[other.begin - 1].word.kind == "sign"
    if (
        other.source is not None
        or other.begin < other.cue
        or other.by in ("quotation", "colon")
        or other.entry.sense in ("add", "continue")
        or other.begin - 1 - apart in scene.opening
        or other.rule.startswith("participle")
        and (apart or other.by == "clause" and other.start <= other.cue + _NEAR)
    ):
        return True
    mine, _ = _agreement(scene, draft)
    its, _ = _agreement(scene, other)
    return not mine or not its or mine == its


def _predicate(word: Word) -> bool:
    """Whether the main clause goes on after a parenthesis between commas: a verb that is no part of it."""
    return not word.conjunction and bool(
        word.tags & (t.VERB | t.NEGATION | t.PERFECTIVE)
        or word.verb is not None
        or word.kind == "word"
        and imperfect(word)
        or not word.tags
        and not word.article
        and word.kind == "word"
    )


def _parenthesis_end(scene: Scene, at: int, limit: int) -> int:
    """The comma that closes a parenthesis with وهو in the middle of a clause, -1 where the clause ends before
    it: السفينة، وهي الأولى من نوعها، ستبحر غدا.
    """
    if not scene.tokens[at + 1].word.rules & t.BACKGROUND:
        return -1
    close = next((k for k in range(at + 2, limit) if scene.tokens[k].word.text in COMMAS), -1)
    if close < 0 or close + 1 >= limit:
        return -1
    return close if _predicate(scene.tokens[close + 1].word) else -1


def _leaves(scene: Scene, draft: Draft, at: int, limit: int) -> bool:
    """Whether what follows a comma is no longer what was said."""
    nominal = draft.form == "nominal"
    word = scene.tokens[at].word
    following = scene.tokens[at + 1].word if at + 1 < limit else None
    if word.rules & t.BACKGROUND:
        return _background(scene, draft.start, at, following)
    if _others_view(scene, draft, at, limit) or _left_open(scene, at, limit):
        return True
    if (
        _turns_against(word, following, nominal)
        or _next_event(word, following, nominal)
        or _participle(scene, draft, word)
    ):
        return True
    if _new_line(scene, at):
        return True
    if following is None:
        return False
    if nominal and (_result(scene, at, limit) or _writers_sentence(scene, at, limit)):
        return True
    if nominal and word.conjunction == "و" and word.tags & t.PRONOUN:
        return True  # طلب أفكارا أخرى، ونحن نعمل
    if word.key not in ("في", "خلال", "عبر"):
        return False
    if following.tags & t.SETTING:
        return all(token.word.text not in COMMAS for token in scene.tokens[at:limit])
    return nominal and word.key != "عبر" and bool(following.tags & t.TIME)


_LONGEST_FRONTED = 10
"""Within how many tokens after وبعد or وفي the verb of a new clause stands."""


def _writers_sentence(scene: Scene, at: int, limit: int) -> bool:
    """Whether, after a noun that was said, a time or place with و opens a clause of the writer's: …، وبعد ذلك
    وقعت هجمات.
    """
    word = scene.tokens[at].word
    if not word.key.startswith("و") or not word.tags & (t.PREPOSITION | t.TIME):
        return False
    for token in scene.tokens[at + 1 : min(at + _LONGEST_FRONTED, limit)]:
        if token.word.tags & (t.COMPLEMENTIZER | t.RELATIVE | t.RELATIVE_FREE):
            return False
        if token.word.tags & t.VERB and token.word.key[0] not in "يتن" and not token.word.conjunction:
            return True
    return False


def _new_line(scene: Scene, at: int) -> bool:
    """Whether a comma ends the line, and the next begins with the writer's own step: وبالبحث …، هذا وقد …"""
    word = scene.tokens[at].word
    if "\n" not in scene.text[scene.tokens[at - 1].end : scene.tokens[at].start]:
        return False
    return bool(
        word.conjunction and word.preposition or word.tags & t.DEMONSTRATIVE or word.key in ("فيما", "بينما")
    )


def _background(scene: Scene, start: int, at: int, following: Word | None) -> bool:
    """Whether وهو goes on in the writer's own words, and does not tell what a number announced: ثلاثة شروط،
    وهي …
    """
    if following is not None and following.tags & t.COMPLEMENTIZER:
        return False
    comma = next((k for k in range(at - 2, start, -1) if scene.tokens[k].word.text in COMMAS), start)
    return not any(token.word.rules & t.COUNTING for token in scene.tokens[comma:at])


def _left_open(scene: Scene, at: int, limit: int) -> bool:
    """Whether the writer tells what is not known: …، ولم يوضح البيان السبب؛ …، إلا أنه لم يتضح السبب."""
    negation = "ولم"
    if scene.tokens[at].word.rules & t.CONTRAST:
        negation, at = "لم", at + 2
    if at + 1 >= limit or scene.tokens[at].word.key != negation:
        return False
    return bool(scene.tokens[at + 1].word.rules & t.WITHHELD)


def _others_view(scene: Scene, draft: Draft, at: int, limit: int) -> bool:
    """Whether إلا أن or غير أن brings in somebody else: …، إلا أن التحقيق كشف غير ذلك. A concession before it
    (رغم الهدنة، إلا أن …) wants it as its own main clause.
    """
    tokens = scene.tokens
    if not (tokens[at].word.rules & t.CONTRAST and at + 1 < limit):
        return False
    if not tokens[at + 1].word.tags & t.COMPLEMENTIZER:
        return False
    if any(token.word.rules & t.CONCESSION for token in tokens[draft.start : at]):
        return False
    reports = any(token.word.verb is not None for token in tokens[at + 2 : min(at + _SUBJECT, limit)])
    return draft.form == "nominal" or reports and not tokens[at + 1].word.pronoun


def _participle(scene: Scene, draft: Draft, word: Word) -> bool:
    """Whether a participle in the accusative tells, after a comma, how it was said: …، مسجلا احترازه."""
    gender, _ = _agreement(scene, draft)
    known = word.participle
    if known is not None:
        return not (word.conjunction and known.gender == "f") and (not gender or known.gender == gender)
    shaped = word.stem[:1] == "م" and word.stem[-1:] == "ا" and len(word.stem) > 4
    return (
        shaped
        and gender != "f"
        and not (word.tags & ~t.ADVERBIAL_PARTICIPLE or word.forms or word.stem.endswith("تا"))
    )


def _writer_comments(scene: Scene, at: int, nominal: bool) -> bool:
    """Whether the writer comments on what was said: في خطوة …، دون أن يكشف …، دون تقديم أدلة."""
    word = scene.tokens[at].word
    following = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else None
    if following is None:
        return False
    apart = scene.tokens[at - 1].word.text in COMMAS or at - 1 in scene.opening
    if word.key == "في":
        return apart and bool(following.rules & t.COMMENT)
    if word.key not in ("دون", "بدون") or not (apart or nominal):
        return False
    if following.tags & t.COMPLEMENTIZER and at + 2 < len(scene.tokens):
        following = scene.tokens[at + 2].word
        return bool(following.forms) or bool(following.rules & t.WITHHELD)
    return bool(following.rules & t.WITHHELD)


def _turns_against(word: Word, following: Word | None, nominal: bool) -> bool:
    """Whether the writer turns against what was said: … لكنها لم تقدم دليلا."""
    if following is None or not word.key.startswith(("لكن", "ولكن")):
        return False
    verb = following.key in ("لم", "لا") or any(form.tense in "pi" for form in following.forms)
    if nominal:
        return not (following.preposition or following.tags & t.PREPOSITION)
    return word.key[-1] in "هام" and verb


def _next_event(word: Word, following: Word | None, nominal: bool) -> bool:
    """Whether a comma, و and a verb tell what happened next: after a noun that was said any verb (أعلن افتتاح
    الجسر، وبدأ العمل فيه), after a clause a verb with a subject of its own (…، وعقد المدير العام اجتماعا).
    """
    joined = word.conjunction == "و" or word.key[0] == "و" or nominal and word.key[0] == "ف"
    if following is None or not joined:
        return False
    happened = any(form.tense == "p" and form.prefix in ("و", "ف") for form in word.forms)
    if not happened and not word.tags & t.VERB:
        return False
    if nominal and (happened or word.key[1] not in "يتنس"):
        return True
    own_subject = t.ROLE | t.ORGANISATION | t.KNOWN_ORGANISATION | t.TITLE
    return bool(following.tags & own_subject) and not following.preposition


def _meanwhile(scene: Scene, at: int, limit: int) -> bool:
    """Whether فيما or بينما brings in what another said: … فيما نفى مالك السفينة علمه بذلك."""
    word = scene.tokens[at].word
    if not (word.tags & t.CONNECTIVE and word.rules & t.FRONTING) or at + 1 >= limit:
        return False
    verb = scene.tokens[at + 1].word.verb
    return verb is not None and verb.tense == "p" and not verb.prefix and verb.entry.evidence == "strong"


_OTHERS_NAME = 8
"""Within how many tokens after لكن stands what another did not confirm."""


def _unconfirmed(scene: Scene, at: int, limit: int) -> bool:
    """Whether the writer tells what another did not: … لكن القوات لم تؤكد ذلك; رغم أن الشركة لم تحدد عددا."""
    word = scene.tokens[at].word
    if word.key == "في" and at + 1 < limit and scene.tokens[at + 1].word.key == "حين":
        word = scene.tokens[at + 1].word
    if not word.rules & (t.FRONTING | t.CONCESSION) and word.key not in ("لكن", "ولكن"):
        return False
    for k in range(at + 1, min(at + _OTHERS_NAME, limit - 1)):
        word = scene.tokens[k].word
        if word.kind == "sign" or word.tags & t.RELATIVE:
            return False
        if word.key == "لم":
            return any(token.word.rules & t.WITHHELD for token in scene.tokens[k + 1 : k + 3])
    return False


def _own_words(scene: Scene, at: int) -> bool:
    """على حد تعبيره، وفق قوله: the speaker again, no part of what was said."""
    word = scene.tokens[at].word
    following = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else None
    if following is None:
        return False
    if word.key == "على" and following.key == "حد":
        return True
    if scene.tokens[at - 1].word.key == "على":
        return False  # على حسب رغبته
    own = bool(following.pronoun) or any(form.pronoun for form in following.forms)
    return bool(word.tags & t.ATTRIBUTIVE) and own and any(form.tense in "ms" for form in following.forms)


def _interrupts(scene: Scene, at: int, limit: int) -> bool:
    """Whether the clause goes on after على حد تعبيره: … كانت، على حد وصفه، «في الموعد»."""
    before = scene.tokens[at - 1].word
    if before.tags & (t.SUBORDINATOR | t.COMPLEMENTIZER):
        return True  # لأنه حسب تعبيره لا يعرف
    after = at + (3 if scene.tokens[at + 1].word.key == "حد" else 2)
    closed = after < limit and scene.tokens[after].word.text in COMMAS
    after += closed
    if after >= limit:
        return False
    return closed and after in scene.closing or _predicate(scene.tokens[after].word)


def _result(scene: Scene, at: int, limit: int) -> bool:
    """Whether the writer tells after a comma what came of it: …، ما أدى إلى توتر; …، الأمر الذي أثار قلقا."""
    tokens, then = scene.tokens, at + 1
    if tokens[at].word.key == "الامر" and then < limit and tokens[then].word.tags & t.RELATIVE:
        then += 1
    elif tokens[at].word.key not in ("ما", "مما"):
        return False
    return then < limit and _perfect(tokens[then].word)


def _joined_act(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether و and a verb that can be no noun go on from the cue, where nothing said before it is a verb:
    نددوا بالحادث وهاجموا التصريحات.
    """
    word = scene.tokens[at].word
    verb = word.verb
    if verb is None or verb.tense != "p" or verb.prefix != "و" or not (verb.pronoun or verb.number == "p"):
        return False
    verbal = t.VERB | t.RELATIVE | t.RELATIVE_FREE | t.COMPLEMENTIZER | t.AUXILIARY
    between = [token.word for token in scene.tokens[draft.start : at]]
    return not any(w.tags & verbal or w.forms or w.kind == "sign" for w in between)


def _overtaken(scene: Scene, at: int, limit: int) -> bool:
    """Whether the writer tells with قبل أن what happened afterwards: طالب بالإقالة قبل أن يتراجع."""
    tokens = scene.tokens
    before_an = tokens[at].word.key == "قبل" and at + 1 < limit
    return before_an and bool(tokens[at + 1].word.tags & t.COMPLEMENTIZER)


def _perfect(word: Word) -> bool:
    """Whether a word without و reads as a verb of the perfect."""
    if word.tags & t.VERB and word.key[0] not in "يتن":
        return True
    return any(form.tense == "p" for form in word.forms)


def _circumstance(scene: Scene, at: int) -> bool:
    word = scene.tokens[at].word
    if word.key not in ("في", "خلال", "عبر", "اثناء", "بحسب", "عقب", "لدى"):
        return False
    if at + 1 >= len(scene.tokens):
        return False
    if scene.tokens[at - 1].word.forms and scene.tokens[at - 2].word.tags & t.RELATIVE_FREE:
        return False  # ما ورد في تقرير
    following = scene.tokens[at + 1].word
    after = scene.tokens[at + 2].word if at + 2 < len(scene.tokens) else following
    if following.key == "وقت" and not after.tags & t.TIME:
        return False  # في وقت مناسب
    return (
        bool(following.tags & t.SETTING)
        and not following.tags & (t.TIME | t.ORGANISATION)
        and not following.article
    )


def _before(scene: Scene, draft: Draft, drafts: list[Draft]) -> tuple[int, int, bool]:
    """The clause before a trailing attributive phrase, and whether it already has its speaker."""
    tokens = scene.tokens
    end = draft.cue
    start = draft.start
    covering = [
        d
        for d in drafts
        if d is not draft
        and d.cue < draft.cue
        and d.rule != "attributive-trailing"
        and _reaches(scene, d, end)
    ]
    if any(d.cue < draft.cue < d.start for d in drafts):
        return start, end, True  # أكدت الوزارة، حسبما أفادت الوكالة، أن …: between a verb and its content
    source = draft.source
    assert source is not None
    personal = bool(source.head & t.ROLE) or source.named
    if covering and not (personal and draft.entry.sense == "according"):
        return start, end, True
    if covering and not personal:
        return start, end, True
    for other in drafts:
        if (
            other is not draft
            and other.begin < end
            and other.rule == "attributive-trailing"
            and other.begin > start
        ):
            start = other.source.end if other.source else start
    while start < end and (
        tokens[start].word.text in COMMAS
        or tokens[start].word.tags & (t.CONNECTIVE | t.PERFECTIVE)
        and not tokens[start].word.tags & (t.NEGATION | t.TIME)
        and not tokens[start].word.conjunction
    ):
        start += 1
    while end > start and (
        tokens[end - 1].word.text in COMMAS or tokens[end - 1].word.key in ("وذلك", "ذلك")
    ):
        end -= 1
    return start, end, False


def _reaches(scene: Scene, draft: Draft, end: int) -> bool:
    """Whether the other attribution's content is still running at the token."""
    stop = _end(scene, draft, []) if draft.content_end < 0 else draft.content_end
    if stop < end and _writer_comments(scene, stop, draft.form == "nominal"):
        stop = end  # …، في خطوة مفاجئة، وفق الصحيفة
    between = scene.tokens[min(draft.start, end) : end]
    return draft.start <= end and stop >= end - 2 and bool(between)
