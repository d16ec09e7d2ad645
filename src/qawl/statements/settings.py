"""Past a setting in which something was said, with what belongs to it: في بيان مقتضب نشره، على هامش القمة."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, OF_OTHERS, feminine, relational, to_outlet
from qawl.lexicon.word import Token, Word
from qawl.phrases import noun_phrase
from qawl.scene import Scene
from qawl.statements.enclosed import past
from qawl.statements.governed import REPLIES, of_reply
from qawl.statements.made_in import opens_relative, past_copy, relates, relative_clause_end
from qawl.statements.objects import is_plain_object
from qawl.statements.openings import detached_la

_ACTIVE = 4
"""Letters of the active participle of a simple verb: سابق."""
_YEARS = range(1900, 2100)
"""Numbers that tell when something was said."""
_NEAR_EVENT = 12
"""Tokens from what an event is held for to what was said there."""
_DIGITS = 4
"""Digits of such a number."""


def past_setting(scene: Scene, at: int, end: int, before_object: bool = False) -> int:
    """Past a preposition with a time or setting and what belongs to it: في بيان مقتضب نشره; else `at`."""
    tokens = scene.tokens
    if tokens[at].word.key == "عن":
        return at  # أعلن عن اجتماع طارئ
    first = at
    if tokens[at + 1].word.tags & t.DEMONSTRATIVE and at + 2 < end:
        at += 1  # في هذا السياق
    setting = tokens[at + 1].word
    if of_reply(scene, at + 2):
        return past_asked(scene, at + 3, end) or at + 2
    if setting.rules & (t.OCCASION | t.SIDE):
        return _past_occasion(scene, at + 1, end)
    hour = setting.rules & t.TIME_UNIT and not setting.article  # في ساعة متأخرة من الليل
    if not (setting.tags & (t.SETTING | t.TIME | t.MONTH) or hour or _dates(scene, at + 1, end)):
        return first  # طلب من هذه الدول
    if not setting.article and (then := past_copy(scene, at + 2, end)) > 0:
        return then
    at += 2
    if at + 1 < end and not setting.article and _of_tone(tokens[at].word, tokens[at + 1].word):
        at += 2  # في بيان شديد اللهجة
    second = at + 1  # في مؤتمر صحفي مشترك
    at += at < end and not setting.article and _of_event(scene, at, end)
    while at < end and (
        _goes_on(tokens[at].word, tokens[at - 1].word)
        and not to_outlet(tokens[at].word)
        or at == second
        and not tokens[at].word.tags
        and _describes(tokens[at].word, setting)
    ):
        if not setting.article and relates(tokens[at].word):
            break  # تصريحات نشرتها الصحيفة
        if before_object and _ends_before(tokens, at, setting):
            break
        if tokens[at].word.key == "على" and at + 1 < end and tokens[at + 1].word.key == "لسان":
            break  # في بيان | على لسان أمينه العام
        at += 1
    clause = at < end and tokens[at].word.tags & t.COMPLEMENTIZER
    if at > second and tokens[at - 1].word.rules & t.OCCASION and tokens[at - 2].word.tags & t.PREPOSITION:
        at -= 2  # في تصريح | على هامش إطلاق المشروع
    elif at >= second and tokens[at - 1].word.tags & t.PREPOSITION and not clause:
        at -= 1  # في منشور | بعد انطلاق الاجتماع
    at = _past_answered(scene, second, past_outlet(scene, at, end), end)
    if at + 1 < end and tokens[at].word.rules & t.TITLING and at + 1 in scene.closing:
        at = min(scene.closing[at + 1] + 1, end)  # في ندوة بعنوان "مستقبل النقل"
    if at < end and at in scene.closing and _of_platform(tokens[at - 1].word):
        at = min(scene.closing[at] + 1, end)  # عبر حسابه على منصة "إكس"
    if not setting.article and opens_relative(scene, at, end):
        at = relative_clause_end(scene, at, end)
    return at


def _of_platform(word: Word) -> bool:
    """Whether the marks behind a word hold the name of a page or body where it was said: منصة، موقع."""
    kind = word.tags & (t.ORGANISATION | t.MEDIA) or word.rules & t.PAGE
    return bool(kind) and not (word.article or word.pronoun)


def past_asked(scene: Scene, at: int, end: int) -> int:
    """Past what was answered, which is no more than سؤال where what was said follows; 0 where nothing is."""
    following = scene.tokens[at + 1].word if at + 1 < end else None
    if following is not None and scene.tokens[at].word.rules & t.ASKED and _is_said(following):
        return at + 1  # رفض ردا على سؤال هذه الاتهامات
    phrase = noun_phrase(scene, at, end, frozenset({"NP"}))
    return phrase.end if phrase is not None else 0


def _of_event(scene: Scene, at: int, end: int) -> bool:
    """Whether a verbal noun tells what the event before it is held for, since what was said begins with أن
    behind a sign: خلال جلسة استماع بالبرلمان، "أن …"; not خلال جلسة رفض المقترح.
    """
    held, act = scene.tokens[at - 1].word, scene.tokens[at].word
    bare = not (act.article or act.pronoun or act.preposition)
    if held.tags & t.DOCUMENT or not (bare and act.tags & t.VERBAL_NOUN):
        return False
    for k in range(at + 1, min(at + _NEAR_EVENT, end)):
        word = scene.tokens[k].word
        if word.tags & t.COMPLEMENTIZER:
            return not word.conjunction and scene.tokens[k - 1].word.kind == "sign"
        if word.forms or word.participle is not None:
            return False
    return False


def _is_told(word: Word) -> bool:
    """Whether a word behind a noun with its owner goes not on with it: في ختام زيارته | الهجوم, هذه المزاعم،
    جهود الأطباء; but الرسمية، بيروت.
    """
    if word.article or word.tags & t.PLACE:
        return bool(word.tags & t.VERBAL_NOUN)
    return word.nominal and not word.preposition and not word.conjunction


def _past_answered(scene: Scene, first: int, at: int, end: int) -> int:
    """Past what was commented on or answered: في أول تعليق له على الحادث، في رد رسمي على الاتهامات; else the
    token itself.
    """
    then = at + (at < end and scene.tokens[at].word.key in ("له", "لها", "لهم"))
    if then + 1 >= end or scene.tokens[then].word.key != "على":
        return at
    nouns = (scene.tokens[k].word.noun for k in range(first - 1, at))
    if not any(noun is not None and noun.entry.sense in REPLIES for noun in nouns):
        return at
    phrase = noun_phrase(scene, then + 1, end, frozenset({"NP"}))
    return phrase.end if phrase is not None else then + 1


def _past_occasion(scene: Scene, at: int, end: int) -> int:
    """Past على هامش القمة، في ختام زيارته إلى بيروت، من جهة أخرى, whose noun stands at the token."""
    word = scene.tokens[at].word
    if word.article or word.pronoun or at + 1 >= end or not scene.tokens[at + 1].word.nominal:
        return at + 1
    if word.rules & t.SIDE:
        return at + 1 if word.key.endswith(OF_OTHERS) else at + 2  # من جهته; من جهة أخرى
    phrase = noun_phrase(scene, at + 1, end, frozenset({"NP"}))
    then = phrase.end if phrase is not None else at + 1
    if (
        then > at + 2
        and scene.tokens[at + 1].word.key.endswith(OF_OTHERS)
        and _is_told(scene.tokens[at + 2].word)
    ):
        then = at + 2
    if then + 1 < end and scene.tokens[then].word.tags & t.PREPOSITION:
        then += 2 * bool(scene.tokens[then + 1].word.tags & t.PLACE)  # في ختام زيارته إلى بيروت
    return _past_answered(scene, at + 1, then, end)


def past_outlet(scene: Scene, at: int, end: int) -> int:
    """Past the outlet that was spoken to: لـ«الشروق»، لـ(الزمان)، لقناة الجزيرة; else the token itself."""
    if at + 1 >= end:
        return at
    word, name = scene.tokens[at].word, at + 1
    detached = detached_la(word)
    if (detached or word.tags & t.MEDIA and to_outlet(word)) and name in scene.closing:
        return min(scene.closing[name] + 1, end)
    if detached and scene.tokens[name].word.text == "(":
        return past(scene, name, ")", end)
    if not to_outlet(word):
        return at
    if word.tags & t.MEDIA and scene.tokens[name].word.tags & t.OUTLET:
        return name + 1  # لقناة الجزيرة قائد الجيش
    phrase = noun_phrase(scene, at, end, frozenset({"NP"}), attached=True)
    return phrase.end if phrase is not None else name


def _dates(scene: Scene, at: int, end: int) -> bool:
    """Whether a date begins at the token: الثالث من إبريل, 3 من إبريل, 17 بالشهر نفسه, 17 مارس, 2021."""
    if at + 2 >= end:
        return False
    day, following, month = (token.word for token in scene.tokens[at : at + 3])
    if _is_year(day) and scene.tokens[at - 1].word.key == "في":
        return True
    if following.key == "من":
        return bool(month.tags & t.MONTH)
    dated = following.tags & t.MONTH or following.tags & t.TIME and following.preposition == "ب"
    return day.kind == "number" and bool(dated)


def _is_year(word: Word) -> bool:
    return len(word.key) == _DIGITS and word.key.isdecimal() and int(word.key) in _YEARS


def _ends_before(tokens: list[Token], at: int, setting: Word) -> bool:
    """Whether an object stands at the token, and not what a setting belongs to: أدان في بيان إسرائيل، اتهم في
    وقت سابق الشركة، اتهم مساء الثلاثاء الشركة.
    """
    if not _object_at(tokens, at) or tokens[at].word.tags & (t.TIME | t.MONTH | t.SETTING):
        return False
    if setting.tags & t.DOCUMENT and not setting.article:
        return True
    before, somebody = tokens[at - 1].word, tokens[at].word.tags & (HEADS | t.PLACE | t.NATIONALITY)
    described = not setting.article and before is not setting and before.plain and _describes(before, setting)
    return described or bool(before.tags & t.TIME and somebody)


def _object_at(tokens: list[Token], at: int) -> bool:
    """Whether a definite noun without a preposition stands at the token."""
    word, before = tokens[at].word, tokens[at - 1].word
    owns = (
        at > 1 and tokens[at - 2].word.key in ("الى", "مع") and not (before.article or before.tags & t.PLACE)
    )
    return (
        (word.article or bool(word.tags & t.PLACE))
        and word.nominal
        and not (before.tags & t.PREPOSITION or owns)  # في رسالة إلى مجلس الأمن
    )


def _goes_on(word: Word, before: Word) -> bool:
    """Whether a word goes on with the phrase that a setting began: بيان مقتضب، مؤتمر صحفي مشترك، وقت سابق من
    اليوم.
    """
    if word.kind != "word":
        return word.kind == "number" or word.text == "/" and bool(before.tags & t.MONTH)  # مايو/أيار
    if word.tags & t.SETTING and word.key.endswith("ات") and not before.tags & t.PREPOSITION:
        return False  # في بيان تصريحات الوزير
    ended = before.article or before.tags & (t.TIME | t.PLACE) and not before.tags & t.SETTING  # أول تعليق
    ended = ended or before.tags & t.DOCUMENT and not before.pronoun  # في بيان تعليق المحادثات
    if ended and word.tags & t.SETTING and word.tags & t.VERBAL_NOUN and not word.article:
        return False  # مساء الاثنين تعليق المحادثات
    if _is_year(before) and word.article and not word.tags & (t.TIME | t.ADJECTIVE):
        return False  # في مايو 2019 التهم الموجهة إليه
    if (
        word.tags & (t.TIME | t.MONTH | t.SETTING | t.NUMBER_WORD | t.REFLEXIVE)
        or before.kind == "number"
        and not is_plain_object(word)  # في عام 2015 مقتل جندي
        or before.tags & (t.NUMBER_WORD | t.QUANTIFIER)
    ):
        return True
    if before.tags & t.ORGANISATION and not before.article and (word.pronoun or word.article):
        return True  # في اجتماع بلجنة التخطيط
    if before.tags & t.SETTING and word.tags & t.ROLE and relational(word) and not word.pronoun:
        return word.article == before.article  # مؤتمر صحفي
    if _closed(before) and word.nominal and (word.article or word.tags & t.PLACE):
        return False  # في مؤتمر صحفي المجتمع الدولي
    if before.tags & t.PREPOSITION and word.nominal and not word.tags & (t.VERBAL_NOUN | t.CLAIM_NOUN):
        return True
    body = word.article and word.tags & t.ORGANISATION  # عقب اجتماع الحكومة
    if word.tags & ((0 if body else t.VERBAL_NOUN) | t.RELATIVE_FREE | t.COMPLEMENTIZER | t.MANNER):
        return word.rules & t.CHANGING > 0  # في ساعة متأخرة
    if word.preposition:
        return word.article or bool(word.tags & (t.PLACE | t.ORGANISATION | t.KNOWN_ORGANISATION))
    return (
        word.article
        or bool(word.tags & (t.PREPOSITION | t.PLACE | t.NATIONALITY | t.OUTLET | t.KNOWN_ORGANISATION))
        or not word.tags
        and (word.key.endswith(("ي", "ة")) or _describes(word, before))
    )


def _closed(word: Word) -> bool:
    """Whether an indefinite adjective ends the phrase, so that no definite noun goes on with it: صحفي."""
    other = t.PLACE | t.NAMES | t.NATIONALITY | t.OUTLET | t.TIME | t.SETTING | t.ORGANISATION | t.PREPOSITION
    return relational(word) and not word.article and not word.tags & other


def _describes(word: Word, before: Word) -> bool:
    """وقت سابق، بيان مقتضب: an indefinite noun of the setting with a word shaped like a participle."""
    if not before.tags & t.SETTING or before.article or word.pronoun or word.forms:
        return False
    return word.key[0] == "م" or word.key[1:2] == "ا" and len(word.key) <= _ACTIVE


def _of_tone(word: Word, following: Word) -> bool:
    """Whether an adjective with what it is said of tells of a text: شديد اللهجة، قوي اللهجة."""
    shaped = word.key[2:3] == "ي" and len(word.key) == _ACTIVE
    plain = word.nominal and not (word.tags or word.article or word.pronoun)
    return plain and shaped and following.article and feminine(following)


def _is_said(word: Word) -> bool:
    """Whether what was said may begin with the word: هذه الاتهامات."""
    return is_plain_object(word) or bool(word.tags & t.DEMONSTRATIVE)
