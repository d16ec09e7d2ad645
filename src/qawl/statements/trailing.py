"""What was said, where it stands before its attribution: …، بحسب الوزارة."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.word import Word
from qawl.scene import COMMAS, DRAWN_DASHES, Scene
from qawl.statements.additions import told_where, writer_comments
from qawl.statements.agreement import agrees
from qawl.statements.draft import Draft
from qawl.statements.ends import end

_PEOPLE = ("ون", "ين")
"""How plurals of persons end: وفقا لمسؤولين."""
_MENTIONS = frozenset({"mention", "point_out"})
_NEAR = 3
"""Within how many tokens before its cue stands الذي where the attribution is a relative clause."""


def clause_before(scene: Scene, draft: Draft, drafts: list[Draft]) -> tuple[int, int] | None:
    """The clause before a trailing attributive phrase, None where it already has its speaker."""
    tokens = scene.tokens
    if _has_speaker(scene, draft, drafts):
        return None
    start, stop = draft.start, draft.cue
    for other in drafts:
        if (
            other is not draft
            and other.begin < stop
            and other.rule == "attributive-trailing"
            and other.begin > start
        ):
            start = other.source.end if other.source else start
    while start < stop and _introduces(tokens[start].word):
        start += 1
    start = _past_remark(scene, _past_turn(scene, start, stop), stop)
    said = start + 2 < len(tokens)
    if said and tokens[start].word.rules & t.CAME and tokens[start + 1].word.rules & t.POINTING:
        came = any(form.tense == "p" for form in tokens[start].word.forms)
        if came and not tokens[start + 2].word.article:
            return None  # جاء ذلك خلال لقائه الوفد، بحسب بيان
    while stop > start and (
        tokens[stop - 1].word.text in (*COMMAS, "(", *DRAWN_DASHES)
        or tokens[stop - 1].word.key in ("وذلك", "ذلك")
    ):
        stop -= 1
    return start, stop


def _has_speaker(scene: Scene, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether the clause before the phrase is another's; a person after بحسب is nevertheless its speaker."""
    if any(other.cue < draft.cue < other.start for other in drafts):
        return True  # أكدت الوزارة، حسبما أفادت الوكالة، أن …: between a verb and its content
    source = draft.source
    if source is None:  # على حد قوله
        return any(other.cue < draft.cue for other in drafts)
    first = scene.tokens[source.start].word
    plural = first.stem.endswith(_PEOPLE) and not source.head & t.MEDIA
    apart = scene.tokens[draft.cue - 1].word.text in COMMAS
    another = source.head & t.UNNAMED and apart and not first.article  # …، وفق مصدر مطلع; not بحسب المصدر
    if (plural or source.head & t.ROLE or another or source.named) and draft.entry.sense == "according":
        return _speaks_already(scene, draft, drafts)
    return any(
        other is not draft
        and other.cue < draft.cue
        and other.rule != "attributive-trailing"
        and (draft.entry.lemma == "كما" or not _aside(scene, other))
        and (_reaches(scene, other, draft.cue) or other.rule == "quotation-verb")
        for other in drafts
    )


def _speaks_already(scene: Scene, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether the expression names again who speaks in the sentence: قالت الكاتبة منى إن …، بحسب الكاتبة."""
    own = _stems(scene, draft)
    before = [other for other in drafts if other.cue < draft.cue and not _aside(scene, other)]
    return any(own <= _stems(scene, other) or _cites_again(scene, draft, other) for other in before)


def _cites_again(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether whom the expression cites is the subject that the other verb has in itself: وأضاف "…" وفقا لما
    نقلته القناة عن الوزير.
    """
    if not draft.via or draft.source is None or other.source is not None:
        return False
    form = scene.tokens[other.cue].word.verb
    agreeing = form is not None and agrees(scene, draft.source, form)
    return agreeing and _reaches(scene, other, draft.cue)


def _stems(scene: Scene, draft: Draft) -> set[str]:
    """The stems of the words that name the source; in المسؤول نفسه only of المسؤول."""
    source = draft.source
    named = (token.word for token in scene.tokens[source.start : source.end]) if source else ()
    return {word.stem for word in named if not word.tags & t.REFLEXIVE}


def _aside(scene: Scene, draft: Draft) -> bool:
    """Whether the other attribution is but a relative clause of a sentence that the writer asserts: غادر
    الوزير الذي أعلن استقالته، بحسب الصحيفة.
    """
    near = range(max(draft.cue - _NEAR, 0), draft.cue)
    return any(scene.tokens[k].word.tags & t.RELATIVE for k in near)


def _past_turn(scene: Scene, start: int, stop: int) -> int:
    """Past what turns to another matter at the head of the clause: وعلى صعيد متصل، …; من جهة أخرى، …"""
    if start + 1 >= stop or not scene.tokens[start].word.tags & t.PREPOSITION:
        return start
    if not scene.tokens[start + 1].word.rules & t.SIDE:
        return start
    for k in range(start + 2, min(start + 2 + _NEAR, stop)):
        if scene.tokens[k].word.text in COMMAS:
            return k + 1
    return start


def _past_remark(scene: Scene, start: int, stop: int) -> int:
    """Past the words with which the writer reminds of something: يذكر أن | الفيلم …، بحسب الشركة; وتجدر
    الإشارة إلى أن | الموسم …; not ويتوقع أن تبدأ الدراسة، بحسب الوزارة.
    """
    if start >= stop:
        return start
    word = scene.tokens[start].word
    mentions = any(
        form.tense == "i" and "impersonal" in form.entry.takes and form.entry.sense in _MENTIONS
        for form in word.forms
    )
    if not mentions and not word.rules & t.REMARK:
        return start
    for k in range(start + 1, min(start + 2 + _NEAR, stop)):
        if scene.tokens[k].word.tags & t.COMPLEMENTIZER:
            return k + (not scene.tokens[k].word.pronoun)
    return start


def _introduces(word: Word) -> bool:
    """Whether a word only leads to the clause: a comma, كما, قد."""
    if word.text in COMMAS:
        return True
    leads = word.tags & (t.CONNECTIVE | t.PERFECTIVE) and not word.tags & (t.NEGATION | t.TIME)
    return bool(leads) and not word.conjunction


def _reaches(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether the other attribution's content is still running at the token."""
    stop = end(scene, draft, []) if draft.content_end < 0 else draft.content_end
    if stop < at and (
        writer_comments(scene, stop, draft.form == "nominal")
        or _told_besides(scene, stop)
        or _told_where(scene, draft, stop, at)
    ):
        stop = at  # …، في خطوة مفاجئة، وفق الصحيفة
    return 0 <= draft.start < at <= stop + 2


def _told_where(scene: Scene, draft: Draft, stop: int, at: int) -> bool:
    """Whether between a noun that was said and the token it is only told where and when: أعلن النتيجة في
    رسالة إلى الوزير، وفق الصحيفة; not …، وغادر البلاد، وفق الصحيفة.
    """
    if draft.form != "nominal" or not told_where(scene, draft.start, stop):
        return False
    commas = (k for k in range(stop, at - 1) if scene.tokens[k].word.text in COMMAS)
    return not any(scene.tokens[k + 1].word.conjunction for k in commas)


def _told_besides(scene: Scene, stop: int) -> bool:
    """Whether a content ends where it is told of what it named: …، وهو مرض قديم، حسب الموقع; not …، وهو ما
    تنفيه الشركة.
    """
    at = stop + (scene.tokens[stop].word.text in COMMAS)
    words = [token.word for token in scene.tokens[at : at + 2]]
    return len(words) > 1 and bool(words[0].rules & t.BACKGROUND) and words[1].key != "ما"
