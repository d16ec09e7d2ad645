"""How much of a content stands in quotation marks: all of it, some, or only a name."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import definite, imperfect, opens_clause
from qawl.lexicon.word import Word
from qawl.scene import COMMAS, Scene
from qawl.statements.asides import predicate
from qawl.statements.draft import Draft
from qawl.statements.openings import DETACHED

_LONGEST_NAME = 5
_SHORT_NAME = 3
_LONGEST_LIST = 8
"""Quotations that و joins: "المساء" و"الشروق" و"الصباح"."""
_JOINS = ("و", "أو")
_BETWEEN = 2
"""From the closing mark of one to the opening mark of the next."""
_FUTURE = ("سي", "ست", "سن")
_FUTURE_LETTERS = 4
_LETTER = 3
"""Letters of the name of a Latin letter: بي، إكس."""
_CALLED = t.NAMES | t.KNOWN_ORGANISATION | t.OUTLET | t.PLACE


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
    near = colon - draft.start < (1 if noun else _LONGEST_NAME)
    if colon >= end or scene.tokens[colon].word.text != ":" or near:
        return None
    length = scene.closing.get(quotation, 0) - quotation - 1
    if length < _SHORT_NAME:
        return None
    if length < _LONGEST_NAME and not says_of_it(
        scene.tokens[colon - 1].word, scene.tokens[quotation + 1].word
    ):
        return None
    if scene.tokens[colon - 1].word.forms or any(draft.start < d.start <= quotation for d in found):
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
    inner_end = scene.tokens[closing].start if closing < len(scene.tokens) else scene.end
    opening = scene.tokens[start]
    doubled = scene.tokens[start + 1].word is opening.word and start + 1 not in scene.closing  # ""…""
    return scene.tokens[start + doubled].end, inner_end


def quotation_is_all(scene: Scene, draft: Draft) -> bool:
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
        return not joined
    return comma or draft.by in ("quotation", "colon")


def quotes(scene: Scene, start: int, end: int) -> bool:
    """Whether two words or more of the content stand in quotation marks as the speaker's own."""
    for opening, closing in scene.closing.items():
        if not start <= opening < end:
            continue
        words = _length(scene, opening)
        if words < 2:
            continue
        if (
            words <= _LONGEST_NAME
            and _named(scene, opening)
            and not _is_predicate(scene, start, opening, closing, end)
        ):
            continue
        after = scene.tokens[closing + 1].word if closing + 1 < end else None
        if opening == start and words <= _SHORT_NAME and after is not None and predicate(after):
            continue  # "درب الجمال" يمر بالمدينة
        return True
    return False


def _named(scene: Scene, opening: int) -> bool:
    """Whether a short quotation is a name, by its words, by what stands before it or before the first that
    و joins: صحيفتا "المساء" و"صوت الساحل".
    """
    if _calls_itself(scene, opening):
        return True
    for _ in range(_LONGEST_LIST):
        if opening < _BETWEEN or scene.tokens[opening - 1].word.text not in _JOINS:
            break
        before = scene.opening.get(opening - _BETWEEN, scene.opening.get(opening - _BETWEEN - 1, -1))
        if before < 0:
            break
        opening = before
    return _is_name(scene, opening, _length(scene, opening))


def _length(scene: Scene, opening: int) -> int:
    """The Arabic words of a quotation."""
    inside = scene.tokens[opening + 1 : scene.closing[opening]]
    return sum(token.word.kind != "sign" and not token.word.text.isascii() for token in inside)


def _is_predicate(scene: Scene, start: int, opening: int, closing: int, end: int) -> bool:
    """Whether a quotation that ends a clause is what is told of its subject, which stands alone before it: إن
    ملف القضية "فارغ قانونيا"; not أنه رئيس حركة "نداء تونس".
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
    opened = scene.tokens[start - 1].word.tags & t.COMPLEMENTIZER
    words = [token.word for token in scene.tokens[start:opening]]
    if first.key == "ما" and opening - start <= _LONGEST_NAME:
        return True  # ما تبثه القناة "محض أكاذيب"
    other = t.VERB | t.PREPOSITION | t.NEGATION | t.PERFECTIVE | t.AUXILIARY | t.CONNECTIVE
    return bool(opened) and not any(
        word.kind == "sign" or word.tags & other or word.preposition or word.verb or imperfect(word)
        for word in words
    )


def _is_name(scene: Scene, opening: int, words: int) -> bool:
    """Whether a short quotation is what somebody or something is called: حركة "نداء تونس"، لعبة "فيفا"; but
    الحكومة "تبيع الوهم"، المشروع "سيغير وجه المنطقة".
    """
    if not opening:
        return False
    detached = opening > 1 and scene.tokens[opening - 1].word.text in DETACHED
    before, first = scene.tokens[opening - 1 - detached].word, scene.tokens[opening + 1].word
    if first.kind == "number" and before.article or before.rules & t.NICKNAMED or before.tags & t.CALLED:
        return True  # المعروفة بـ"النخيل الخضراء"
    if detached or before.rules & t.STYLING and scene.tokens[opening - 2].word.key.endswith("ما"):
        return False  # ما أسماه "سياسة التجويع"
    called = bool(before.rules & (t.TITLING | t.NAMED))
    if called and not before.article and not (before.pronoun and says_of_it(before, first)):
        return True
    if says_of_it(before, first) or before.article and words >= _SHORT_NAME and not first.article:
        return False
    if called or before.tags & (t.ORGANISATION | t.MEDIA | t.OUTLET | t.ROLE):
        return True
    if (
        opening > 1
        and before.article
        and scene.tokens[opening - 2].word.article
        and not first.tags & ~t.NAMES
    ):
        body, owned = scene.tokens[opening - 2].word, scene.tokens[max(opening - 3, 0)].word
        free = not owned.nominal or definite(owned)  # not قرار الوزارة الأخير "ضربة للاقتصاد"
        if free and (body.rules & t.NAMED or body.tags & (t.ORGANISATION | t.MEDIA)):
            return True  # الشركة الروسية "فيرتيكال تي"
    return first.article and bool(before.tags & t.PLACE)


def _calls_itself(scene: Scene, opening: int) -> bool:
    """Whether the words of a short quotation show that they are a name: Latin letters in brackets behind them
    ("الدولة الأولى بالرعاية" (MFN)), the name of a Latin letter ("بي سي آر"), a number at the end ("ميغ 31"),
    a body that is known ("حركة شباب المجاهدين"), somebody ("أبو عاقلة").
    """
    closing = scene.closing[opening]
    words = [token.word for token in scene.tokens[opening + 1 : closing] if token.word.text != "."]
    behind = [token.word for token in scene.tokens[closing + 1 : closing + 3]]
    latin = behind[-1:] and behind[-1].kind == "word" and behind[-1].text.isascii()
    if latin and behind[0].text == "(":
        return True
    if _foreign(words):
        return True
    first, last = words[0], words[-1]
    letter = any(len(word.key) == 2 and word.key[1] == "ي" and not word.tags & ~t.NAMES for word in words)
    if letter and not any(word.tags & t.PREPOSITION for word in words):
        return True
    unknown = not first.tags & ~t.NAMES and not first.article and not first.forms
    if last.kind == "number" and unknown and first.kind == "word" or first.tags & t.NAME_PARTICLE:
        return True
    if first.tags & t.SURE_NAME and first.stem == first.key:
        return last.article or bool(last.tags & t.NAMES)
    if first.article or first.pronoun or first.preposition:
        return False
    body = bool(first.tags & (t.ORGANISATION | t.MEDIA))
    named = last.tags & (t.SURE_NAME | t.PLACE | t.KNOWN_ORGANISATION) or last.rules & t.LIKE_NAME
    if named and (body or first.rules & t.NAMED) and all(word.nominal for word in words):
        return True  # درب زبيدة، حركة نداء تونس
    if last.kind == "number":
        last, words = words[-2], words[:-1]  # قوة المهام المشتركة 151
    return (
        body
        and definite(last)
        and all(word.plain or word.article and not word.preposition for word in words[1:])
    )


def _foreign(words: list[Word]) -> bool:
    """Whether words that mean nothing in Arabic look like a name: بيلا سنتر، وود ماكنزي، يو إس إس كول."""
    read = [word for word in words if word.kind == "word"]
    names = [bool(word.tags) and not word.tags & ~_CALLED for word in read]
    if not all(name or _strange(word) for word, name in zip(read, names, strict=True)):
        return False
    return any(
        word.rules & t.LIKE_NAME
        or len(word.key) < _LETTER
        or word.tags & (t.SURE_NAME | t.KNOWN_ORGANISATION)
        for word in read
    )


def _strange(word: Word) -> bool:
    """Whether no table knows a word, which has the letters of a name or is as short as that of a letter."""
    if word.tags or word.forms or word.article or word.preposition or word.pronoun:
        return False
    return bool(word.rules & t.LIKE_NAME) or len(word.key) <= _LETTER and not word.rules


def says_of_it(before: Word, first: Word) -> bool:
    """Whether a quotation begins like what is said of the word before it, not like a name: with a verb, a
    negation, a preposition.
    """
    clause = first.tags & (t.VERB | t.NEGATION | t.PERFECTIVE | t.COMPLEMENTIZER | t.PRONOUN | t.BEFORE_AN)
    if clause or first.tags & t.PREPOSITION or first.verb is not None or opens_clause(first):
        return True
    if first.preposition and not first.tags & t.NAME or first.conjunction:
        return True
    feminine = before.stem.endswith("ة") and first.key.endswith("ت") and not first.tags
    return feminine or first.key.startswith(_FUTURE) and len(first.key) > _FUTURE_LETTERS and not first.tags
