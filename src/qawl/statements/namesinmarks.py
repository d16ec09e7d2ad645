"""What stands in quotation marks and is a name, not what somebody said: مركز "بيلا سنتر"، درب "زبيدة"."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import definite, opens_clause
from qawl.lexicon.word import Word
from qawl.scene import COMMAS, DETACHED, LETTER, Scene

LONGEST_NAME = 5
SHORT_NAME = 3
_LONGEST_LIST = 8
"""Quotations that و joins: "المساء" و"الشروق" و"الصباح"."""
_JOINS = ("و", "أو")
_BETWEEN = 2
"""From the closing mark of one to the opening mark of the next."""
_FUTURE = ("سي", "ست", "سن")
_FUTURE_LETTERS = 4
_CALLED = t.NAMES | t.KNOWN_ORGANISATION | t.OUTLET | t.PLACE | t.CAPITAL


def named(scene: Scene, opening: int) -> bool:
    """Whether a short quotation is a name, by its words, by what stands before it or before the first that
    و joins: صحيفتا "المساء" و"صوت الساحل".
    """
    if sure_name(scene, opening):
        return True
    for _ in range(_LONGEST_LIST):
        if opening < _BETWEEN or scene.tokens[opening - 1].word.text not in _JOINS:
            break
        before = scene.opening.get(opening - _BETWEEN, scene.opening.get(opening - _BETWEEN - 1, -1))
        if before < 0:
            break
        opening = before
    return _is_name(scene, opening, length(scene, opening))


def sure_name(scene: Scene, opening: int) -> bool:
    """Whether a quotation is a name whatever else stands around it."""
    if _calls_itself(scene, opening) or opening > 1 and _calling(scene, opening):
        return True
    return opening > 1 and between_commas(scene, opening)


def between_commas(scene: Scene, opening: int) -> bool:
    """Whether a short quotation between commas tells who speaks, as إن follows: قالت الشركة، "بلو ويف"،
    إن; not قال الوزير، "لن نتراجع"، مؤكدا أن.
    """
    then = scene.closing[opening] + 1
    if then + 1 >= len(scene.tokens) or length(scene, opening) > SHORT_NAME:
        return False
    paused = scene.tokens[opening - 1].word.text in COMMAS and scene.tokens[then].word.text in COMMAS
    noun, first = scene.tokens[opening - 2].word, scene.tokens[opening + 1].word
    return paused and noun.nominal and bool(scene.tokens[then + 1].word.alef) and not says_of_it(noun, first)


def length(scene: Scene, opening: int) -> int:
    """The Arabic words of a quotation."""
    inside = scene.tokens[opening + 1 : scene.closing[opening]]
    return sum(token.word.kind != "sign" and not token.word.text.isascii() for token in inside)


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
    if detached and before.rules & t.CALLING:
        return True  # يعرف بـ"جمعة السوق"
    styled = opening > 1 and before.rules & t.STYLING
    if detached or styled and scene.tokens[opening - 2].word.key.endswith("ما"):
        return False  # ما أسماه "سياسة التجويع"
    called = bool(before.rules & (t.TITLING | t.NAMED))
    if called and not before.article and not (before.pronoun and says_of_it(before, first)):
        return True
    if says_of_it(before, first) or before.article and words >= SHORT_NAME and not first.article:
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


def _calling(scene: Scene, opening: int) -> bool:
    """Whether a verb of calling stands before a quotation: أطلقت عليه "بسطة سالم"، على نفسها "جند الحق"."""
    before = scene.tokens[opening - 1].word
    if before.tags & t.CALLED and scene.tokens[opening - 2].word.key != "عن":
        return True  # قرية تدعى "عين الرمل"
    verb = opening - 2 if before.stem.startswith("علي") else opening - 3
    on = scene.tokens[verb + 1].word if verb >= 0 else before
    return verb >= 0 and bool(scene.tokens[verb].word.rules & t.CALLING) and (on.key == "على" or on is before)


def _calls_itself(scene: Scene, opening: int) -> bool:
    """Whether the words of a short quotation show that they are a name: Latin letters in brackets behind them
    ("الدولة الأولى بالرعاية" (MFN)), the name of a Latin letter ("بي سي آر"), a number at the end ("ميغ 31"),
    a body or outlet that is known ("حركة شباب المجاهدين"، "فيس بوك"), somebody ("أبو عاقلة").
    """
    closing = scene.closing[opening]
    words = [token.word for token in scene.tokens[opening + 1 : closing] if token.word.text != "."]
    behind = [token.word for token in scene.tokens[closing + 1 : closing + 3]]
    latin = behind[-1:] and behind[-1].kind == "word" and behind[-1].text.isascii()
    if latin and behind[0].text == "(":
        return True
    if not words or _foreign(words):
        return bool(words)
    first, last = words[0], words[-1]
    if all(word.tags & t.OUTLET for word in words):
        return True
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
    if last.kind == "number" and len(words) > 1:
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
        or len(word.key) < LETTER
        or word.tags & (t.SURE_NAME | t.KNOWN_ORGANISATION | t.PLACE)
        for word in read
    )


def _strange(word: Word) -> bool:
    """Whether no table knows a word, which has the letters of a name or is as short as that of a letter."""
    if word.tags or word.forms or word.article or word.preposition or word.pronoun:
        return False
    return bool(word.rules & t.LIKE_NAME) or len(word.key) <= LETTER and not word.rules


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
