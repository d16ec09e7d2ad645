"""How much of a content stands in quotation marks: all of it, some, or only a name."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import definite, imperfect
from qawl.phrases import noun_phrase
from qawl.scene import COMMAS, Scene
from qawl.statements.asides import predicate
from qawl.statements.draft import Draft
from qawl.statements.namesinmarks import LONGEST_NAME, SHORT_NAME, length, named, says_of_it, sure_name


def after_colon(scene: Scene, draft: Draft, found: list[Draft]) -> Draft | None:
    """The quotation behind a colon at the end of a reported clause or noun, a statement of its own: قال
    إن الخطة جاهزة: "سنبدأ غدا في كل المدن", حذر من الانهيار: "لن نسكت على ما يجري".
    """
    noun = draft.form == "nominal" and draft.rule.startswith(("verb", "subject", "participle"))
    if draft.by != "clause" and not noun or draft.rule.startswith("attributive"):
        return None
    end = scene.limit(draft.cue)
    colon = next((k for k in range(draft.start, end) if scene.tokens[k].word.kind == "sign"), end)
    quotation = colon + 1
    if colon >= end or scene.tokens[colon].word.text != ":" or colon == draft.start:
        return None
    if not noun and colon - draft.start < LONGEST_NAME and not _tells(scene, draft.start, colon):
        return None
    tokens = scene.closing.get(quotation, 0) - quotation - 1
    if tokens < SHORT_NAME:
        return None
    said = says_of_it(scene.tokens[colon - 1].word, scene.tokens[quotation + 1].word)
    if tokens < LONGEST_NAME and not said and (noun or named(scene, quotation)):
        return None
    if (
        scene.tokens[colon - 1].word.forms
        and not _told_of(scene, colon - 1)
        or any(draft.start < d.start <= quotation for d in found)
    ):
        return None
    return Draft(
        "verb-colon",
        colon,
        colon,
        quotation,
        draft.entry,
        None,
        quotation,
        "colon",
        "clause",
        True,
        because=(*draft.because, "the quotation behind a clause and a colon"),
    )


def _tells(scene: Scene, start: int, colon: int) -> bool:
    """Whether the few words before a colon are a whole clause: أن النتائج أولية: «…», إن قطر شريك موثوق: «…»,
    أنه نجا بأعجوبة: «…»; not إنه يمثل: «…», nor أن وزير الخارجية: «…».
    """
    first, last = scene.tokens[start].word, scene.tokens[colon - 1].word
    pronoun = first.tags & t.COMPLEMENTIZER
    subject = None if pronoun else noun_phrase(scene, start, colon, frozenset())
    told = colon - (subject.end if subject is not None else start + bool(pronoun))
    if told > 1:
        return not last.tags & (t.PREPOSITION | t.RELATIVE)
    before = scene.tokens[colon - 2].word
    if before.tags & t.ROLE and not before.article and colon - start > SHORT_NAME - 1:
        return last.plain and not (last.article or last.tags & t.NAMES or last.rules & t.LIKE_NAME)
    known = pronoun or definite(before) and not before.preposition
    named = last.tags & t.NAMES and not pronoun
    predicate = last.plain or _told_of(scene, colon - 1)
    return bool(known) and predicate and not (last.article or last.pronoun or named)


def _told_of(scene: Scene, at: int) -> bool:
    """Whether a participle in the feminine tells of what stands before it, and not how it is said: أن الأرقام
    مشجعة: «…»; not …، محذرة: «…».
    """
    forms, before = scene.tokens[at].word.forms, scene.tokens[at - 1].word
    feminine = {(form.tense, form.gender) for form in forms} == {("a", "f")}
    return feminine and before.kind == "word"


def direct(scene: Scene, draft: Draft, start: int, end: int) -> tuple[int, int] | None:
    """The words inside the marks where the whole content stands in them."""
    if start not in scene.closing:
        return None
    closing = scene.closing[start]
    if draft.by in ("quotation", "colon") and end <= closing + 1 or draft.rule == "quotation-verb":
        whole = True
    else:
        whole = closing >= end - 1 or all(
            token.word.kind == "sign" for token in scene.tokens[closing + 1 : end]
        )
    if not whole or (draft.form == "nominal" and closing - start <= 3):
        return None
    if end < closing and end + 1 < len(scene.tokens) and scene.tokens[end + 1].word.participle is not None:
        closing = end  # "…، مؤكدا أنه …"
    inner_end = scene.tokens[closing].start if closing < len(scene.tokens) else scene.end
    opening = scene.tokens[start]
    doubled = scene.tokens[start + 1].word is opening.word and start + 1 not in scene.closing  # ""…""
    return scene.tokens[start + doubled].end, inner_end


def quotation_is_all(scene: Scene, draft: Draft) -> bool:
    """Whether the quotation with which the content begins is all of it: "…"، but not "…"، وأن …, nor a noun
    of which more is told ("الاعتداء الغاشم"، الذي استهدف السفارة; "وحدة الصف"، من أجل السلام), nor the name
    that opens a headline: مسؤول: "الهلال" يستعيد نجمه.
    """
    after = scene.closing[draft.start] + 1
    goes_on = after < len(scene.tokens) and scene.tokens[after].word.kind == "word"
    if draft.by == "colon" and goes_on and after - draft.start - 2 < SHORT_NAME:
        return False
    comma = after + 1 < len(scene.tokens) and scene.tokens[after].word.text in COMMAS
    word = scene.tokens[after + 1].word if comma else None
    if word is not None and word.conjunction == "و":
        joined = bool(word.tags & t.COMPLEMENTIZER) or draft.form == "nominal" and word.article
        return not joined
    if word is not None and draft.form == "nominal" and word.tags & (t.RELATIVE | t.PREPOSITION):
        return False
    follows = scene.tokens[after].word.verb if goes_on else None
    if follows is not None and follows.prefix == "و" and follows.tense == "p":
        return True  # أكد أن "العمل صعب" وتمنى لهم النجاح
    return comma or draft.by in ("quotation", "colon")


def quotes(scene: Scene, draft: Draft, start: int, end: int) -> bool:
    """Whether two words or more of the content stand in quotation marks as the speaker's own."""
    for opening, closing in scene.closing.items():
        if not start <= opening < end:
            continue
        words = length(scene, opening)
        if words < 2:
            continue
        is_name = sure_name if opening == start else named  # انتقد الوزير "الصمت الدولي"
        if (
            words <= LONGEST_NAME
            and is_name(scene, opening)
            and not _is_predicate(scene, draft, start, opening, closing, end)
        ):
            continue
        after = scene.tokens[closing + 1].word if closing + 1 < end else None
        if opening == start and words <= SHORT_NAME and after is not None and predicate(after):
            continue  # "درب الجمال" يمر بالمدينة
        return True
    return False


def _is_predicate(scene: Scene, draft: Draft, start: int, opening: int, closing: int, end: int) -> bool:
    """Whether a quotation that ends a clause is what is told of its subject, which stands alone before it: إن
    ملف القضية "فارغ قانونيا", اعتبر فيلمه "صرخة ضد الحرب"; not أنه رئيس حركة "نداء تونس".
    """
    after = scene.tokens[closing + 1].word if closing + 1 < end else None
    ends = after is None or after.kind == "sign" and after.text != "("
    before, first = scene.tokens[opening - 1].word, scene.tokens[start].word
    if not ends or not (before.article or before.pronoun):
        return False
    if first.tags & t.COMPLEMENTIZER:
        return opening == start + 1  # بأنه "برلمان العار"
    if scene.tokens[opening + 1].word.article or start == 0:
        return False
    if draft.by == "object" and draft.form == "clause" and opening == start + 1:
        return True
    opened = scene.tokens[start - 1].word.tags & t.COMPLEMENTIZER
    words = [token.word for token in scene.tokens[start:opening]]
    if first.key == "ما" and opening - start <= LONGEST_NAME:
        return True  # ما تبثه القناة "محض أكاذيب"
    other = t.VERB | t.PREPOSITION | t.NEGATION | t.PERFECTIVE | t.AUXILIARY | t.CONNECTIVE
    return bool(opened) and not any(
        word.kind == "sign" or word.tags & other or word.preposition or word.verb or imperfect(word)
        for word in words
    )
