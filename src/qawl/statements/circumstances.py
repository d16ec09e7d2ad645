"""What tells when and where something was said, between a verb, its subject and its content."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, OF_OTHERS, feminine, relational, to_outlet
from qawl.lexicon.word import Token, Word
from qawl.phrases import noun_phrase
from qawl.phrases.often import occurrence
from qawl.scene import DASHES, Scene
from qawl.statements.enclosed import past, past_withholding, relative_end
from qawl.statements.events import COMPLEMENTS, past_event
from qawl.statements.governed import REPLIES, of_reply
from qawl.statements.made_in import opens_relative, past_copy, relates, relative_clause_end
from qawl.statements.objects import is_plain_object
from qawl.statements.openings import DETACHED, PAUSES, detached_la

_LONGEST_APPOSITION = 40
_ACTIVE = 4
"""Letters of the active participle of a simple verb: سابق."""


def skip_circumstances(scene: Scene, at: int, end: int, before_object: bool = False) -> int:
    """Past what tells when and where it was said: days, dates, في بيان …, phrases between commas or dashes;
    `before_object` says that an object without a preposition is still to come: أدان في بيان إسرائيل.
    """
    while at < end:
        then = _past_circumstance(scene, at, end, before_object)
        if then == at:
            break
        at = then
    return at


def skip_all_circumstances(
    scene: Scene, at: int, end: int, governed: frozenset[str], before_object: bool = False
) -> int:
    """As `skip_circumstances`, and past those who were spoken to and what a preposition heads that is not
    among those `governed` by the verb: أمام أنصاره، بعد لقائه نظيره، ردا على سؤال.
    """
    while at < end:
        then = skip_circumstances(scene, at, end, before_object)
        if before_object and then < end and scene.tokens[then].word.article:
            return then
        then = _past_phrase(scene, then, end, governed)
        if then == at:
            break
        at = then
    return at


def _past_phrase(scene: Scene, at: int, end: int, governed: frozenset[str]) -> int:
    """Past an addressee or a preposition with its noun phrase; the token itself where none begins there."""
    if at + 1 >= end:
        return at
    word = scene.tokens[at].word
    if word.text in DETACHED and word.text not in governed and at + 1 in scene.closing:
        return min(scene.closing[at + 1] + 1, end)  # لـ"القدس العربي"
    if word.tags & t.LISTENER and scene.tokens[at + 1].word.tags & (t.CLAIM_NOUN | t.DEMONSTRATIVE):
        return at + 1  # رفض الوزير للصحفيين الاتهامات
    if word.tags & t.LISTENER or to_outlet(word):
        phrase = noun_phrase(scene, at, end, governed, attached=True)
        return phrase.end if phrase is not None else at
    reply = word.tags & t.PREPOSITION and word.tags & t.ADVERBIAL_PARTICIPLE  # ردا على، تعليقا على
    if reply and scene.tokens[at + 1].word.tags & t.PREPOSITION:
        at, word = at + 1, scene.tokens[at + 1].word
    elif (
        not word.tags & t.PREPOSITION
        or word.key in governed
        or word.key in COMPLEMENTS
        and not (word.key == "على" and scene.tokens[at + 1].word.tags & t.OUTLET)  # على تويتر
        and not (word.key == "من" and _from_where(scene.tokens[at + 1].word))
        or word.tags & t.COMPLEMENTIZER
    ):
        return at
    if reply:
        return _past_asked(scene, at + 1, end) or at
    phrase = noun_phrase(scene, at + 1, end, governed)
    return phrase.end if phrase is not None else at


def _past_asked(scene: Scene, at: int, end: int) -> int:
    """Past what was answered, which is no more than سؤال where what was said follows; 0 where nothing is."""
    following = scene.tokens[at + 1].word if at + 1 < end else None
    if following is not None and scene.tokens[at].word.rules & t.ASKED and _is_said(following):
        return at + 1  # رفض ردا على سؤال هذه الاتهامات
    phrase = noun_phrase(scene, at, end, frozenset({"NP"}))
    return phrase.end if phrase is not None else 0


def _is_said(word: Word) -> bool:
    return is_plain_object(word) or bool(word.tags & t.DEMONSTRATIVE)


def _from_where(word: Word) -> bool:
    """من دمشق، من منفاه، من مقره: from where who speaks says it."""
    if word.tags & t.PLACE:
        return True
    return (
        word.key.endswith(OF_OTHERS) and word.nominal and not word.tags & (t.VERBAL_NOUN | t.GROUP | t.ROLE)
    )


def _past_circumstance(scene: Scene, at: int, end: int, before_object: bool) -> int:
    """Past one circumstance that begins at the token; the token itself where none does."""
    word = scene.tokens[at].word
    if word.text in PAUSES:
        return _past_apposition(scene, at, end)
    if scene.closing.get(at) == at + 2 and scene.tokens[at + 1].word.tags & t.TIME:
        return min(at + 3, end)  # اتهم أمس "الثلاثاء" الشركة
    if word.text in DASHES:
        return past(scene, at, word.text, end)
    if word.tags & t.RELATIVE:
        close = relative_end(scene, at, end)
        return close + 1 if close >= 0 else at
    if (then := past_event(scene, at, end)) > at or (then := past_withholding(scene, at, end)) > at:
        return then
    if word.tags & t.PREPOSITION and at + 1 < end and (then := _past_pointing(scene, at, end)) > at:
        return then
    timed = word.tags & t.PREPOSITION and word.tags & t.TIME and at + 1 < end
    if (timed or word.key == "منذ" and at + 1 < end) and scene.tokens[at + 1].word.rules & t.TIME_UNIT:
        return at + 2  # قبل يومين، منذ أيام
    if timed and (then := _past_setting(scene, at, end)) > at + 2:
        return then  # بعد اجتماع عقده مع نظيره
    if (
        word.kind == "number"
        or word.tags & (t.TIME | t.MONTH | t.NUMBER_WORD)
        and not word.tags & t.VERBAL_NOUN
    ):
        return at + 1
    if word.rules & t.QUARTER and at + 1 < end and scene.tokens[at + 1].word.tags & t.PLACE:
        return at + 2  # شرقي أوكرانيا
    if word.rules & t.POINTING and word.preposition == "ل" and word.stem == "ذلك":
        return at + 1
    if (then := _past_times(scene, at, end)) > at:
        return then
    if word.tags & t.DEMONSTRATIVE and word.preposition == "ب" and _setting_with_article(scene, at + 1, end):
        return at + 2  # بهذا الخصوص
    if word.key == "من" and at + 1 < end and scene.tokens[at + 1].word.key == "جديد":
        return at + 2
    if word.rules & t.IN_SUCH_A_WAY and at + 1 < end and not scene.tokens[at + 1].word.tags & t.VERBAL_NOUN:
        return _past_words(scene, at + 1, end)
    if word.rules & t.ATTENDANCE and at + 1 < end and scene.tokens[at + 1].word.article:
        attending = noun_phrase(scene, at + 1, end, frozenset({"NP"}))
        return attending.end if attending is not None else at + 1  # بحضور السفير الفرنسي
    if word.tags & t.MANNER and word.key.endswith(OF_OTHERS) and at + 1 < end:
        office = scene.tokens[at + 1].word.tags & t.ROLE and noun_phrase(
            scene, at + 1, end, frozenset({"NP"})
        )
        if office:
            return office.end  # بصفته رئيسا للجنة
    if word.text in ("/", ")") or word.tags & t.MANNER and not word.tags & (t.VERBAL_NOUN | t.SETTING):
        return at + 1
    if word.text == "(":
        return past(scene, at, ")", end)
    if word.tags & t.PREPOSITION and at + 1 < end:
        return _past_setting(scene, at, end, before_object)
    return at


def _of_tone(word: Word, following: Word) -> bool:
    """Whether an adjective with what it is said of tells of a text: شديد اللهجة، قوي اللهجة."""
    shaped = word.key[2:3] == "ي" and len(word.key) == _ACTIVE
    plain = word.nominal and not (word.tags or word.article or word.pronoun)
    return plain and shaped and following.article and feminine(following)


def _past_words(scene: Scene, at: int, end: int) -> int:
    """Past what tells how it was said behind بأشد and its like: العبارات، عبارات الشجب والتنديد."""
    words = [token.word for token in scene.tokens[at : min(at + 3, end)]]
    owned = len(words) > 1 and words[0].stem.endswith("ات") and not words[0].article and words[1].article
    if not owned or words[1].conjunction or words[1].preposition:
        return at + 1
    joined = len(words) > 2 and words[2].conjunction == "و" and words[2].article
    return at + (3 if joined else 2)


def _setting_with_article(scene: Scene, at: int, end: int) -> bool:
    word = scene.tokens[at].word if at < end else None
    return word is not None and word.article and bool(word.tags & t.SETTING)


def _past_times(scene: Scene, at: int, end: int) -> int:
    """Past how often it was said: مرة أخرى، للمرة الأولى، كل مرة، أكثر من مرة، في أكثر من مناسبة."""
    tokens = scene.tokens
    first = at + 1 if tokens[at].word.key == "في" and at + 1 < end else at
    counted = occurrence(tokens, first, end)
    if counted < 0:
        return at
    if counted > first or counted + 1 == end:
        return counted + 1
    following = tokens[counted + 1].word
    ordinal = following.article == tokens[counted].word.article and following.key.endswith(
        ("ى", "ي", "ه", "ة")
    )
    noun = following.tags & ~(t.NAMES | t.ADJECTIVE) or following.preposition
    return counted + 1 + (ordinal and not noun)


def _past_pointing(scene: Scene, at: int, end: int) -> int:
    """Past a preposition that no verb of saying takes, with a demonstrative alone: بعد ذلك، ردا على ذلك; else
    the token itself.
    """
    tokens = scene.tokens
    reply = tokens[at].word.tags & t.ADVERBIAL_PARTICIPLE and tokens[at + 1].word.tags & t.PREPOSITION
    pointing = at + 2 if reply else at + 1
    if not reply and tokens[at].word.key in COMPLEMENTS or pointing >= end:
        return at
    alone = pointing + 1 == end or not tokens[pointing + 1].word.article
    points = tokens[pointing].word.rules & t.POINTING
    if not points or not (alone or tokens[pointing].word.key == "ذلك"):
        return at
    return pointing + 1


def _past_apposition(scene: Scene, at: int, end: int) -> int:
    """Past a comma, and past the phrase between it and the next one: ، في بيان، …"""
    if at + 1 >= end:
        return at
    following = scene.tokens[at + 1].word
    adverbial = t.PREPOSITION | t.TIME | t.ATTRIBUTIVE | t.ADVERBIAL_PARTICIPLE | t.RELATIVE | t.CONDITION
    role = following.tags & t.ROLE and not following.article
    told_of = following.rules & t.BACKGROUND or role  # ، وهي متقاعدة،
    if not (following.tags & adverbial or following.preposition or told_of or _unnamed_did(scene, at)):
        return at + 1
    farthest = min(at + _LONGEST_APPOSITION, end)
    return next((k + 1 for k in range(at + 2, farthest) if scene.tokens[k].word.text in PAUSES), at + 1)


def _unnamed_did(scene: Scene, at: int) -> bool:
    """Whether behind the comma a verb tells what somebody did who is not named: مسؤول، طلب عدم نشر اسمه، …"""
    before, word = scene.tokens[at - 1].word, scene.tokens[at + 1].word
    verb = word.verb is not None and word.verb.tense == "p" or word.tags & t.VERB
    known = before.article or before.pronoun or before.tags & (t.NAME | t.PLACE) or before.kind != "word"
    if scene.withholds_name(at + 2):
        return bool(verb) and not word.conjunction  # مصدر في الوزارة، طلب عدم ذكر اسمه، …
    return bool(verb) and not (known or word.conjunction or word.article)


def _past_setting(scene: Scene, at: int, end: int, before_object: bool = False) -> int:
    """Past a preposition with a time or setting and what belongs to it: في بيان مقتضب نشره; else `at`."""
    tokens = scene.tokens
    if tokens[at + 1].word.tags & t.DEMONSTRATIVE and at + 2 < end:
        at += 1  # في هذا السياق
    setting = tokens[at + 1].word
    if of_reply(scene, at + 2):
        return _past_asked(scene, at + 3, end) or at + 2
    if setting.rules & (t.OCCASION | t.SIDE):
        return _past_occasion(scene, at + 1, end)
    hour = setting.rules & t.TIME_UNIT and not setting.article  # في ساعة متأخرة من الليل
    if not (setting.tags & (t.SETTING | t.TIME | t.MONTH) or hour or _dates(scene, at + 1, end)):
        return at
    if not setting.article and (then := past_copy(scene, at + 2, end)) > 0:
        return then
    at += 2
    if at + 1 < end and not setting.article and _of_tone(tokens[at].word, tokens[at + 1].word):
        at += 2  # في بيان شديد اللهجة
    second = at + 1  # في مؤتمر صحفي مشترك
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
        at += 1
    at = _past_answered(scene, second, past_outlet(scene, at, end), end)
    if at + 1 < end and tokens[at].word.rules & t.TITLING and at + 1 in scene.closing:
        at = min(scene.closing[at + 1] + 1, end)  # في ندوة بعنوان "مستقبل النقل"
    if not setting.article and opens_relative(scene, at, end):
        at = relative_clause_end(scene, at, end)
    return at


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
    word = tokens[at].word
    return (
        (word.article or bool(word.tags & t.PLACE))
        and word.nominal
        and not (tokens[at - 1].word.tags & t.PREPOSITION)
    )


def _past_occasion(scene: Scene, at: int, end: int) -> int:
    """Past على هامش القمة، في ختام زيارته إلى بيروت، من جهة أخرى, whose noun stands at the token."""
    word = scene.tokens[at].word
    if word.article or word.pronoun or at + 1 >= end or not scene.tokens[at + 1].word.nominal:
        return at + 1
    if word.rules & t.SIDE:
        return at + 1 if word.key.endswith(OF_OTHERS) else at + 2  # من جهته; من جهة أخرى
    phrase = noun_phrase(scene, at + 1, end, frozenset({"NP"}))
    then = phrase.end if phrase is not None else at + 1
    if then + 1 < end and scene.tokens[then].word.tags & t.PREPOSITION:
        then += 2 * bool(scene.tokens[then + 1].word.tags & t.PLACE)  # في ختام زيارته إلى بيروت
    return _past_answered(scene, at + 1, then, end)


def _dates(scene: Scene, at: int, end: int) -> bool:
    """الثالث من إبريل, 3 من إبريل."""
    return (
        at + 2 < end
        and scene.tokens[at + 1].word.key == "من"
        and bool(scene.tokens[at + 2].word.tags & t.MONTH)
    )


def _goes_on(word: Word, before: Word) -> bool:
    """Whether a word goes on with the phrase that a setting began: بيان مقتضب، مؤتمر صحفي مشترك، وقت سابق من
    اليوم.
    """
    if word.kind != "word":
        return word.kind == "number"
    if word.tags & t.SETTING and word.key.endswith("ات") and not before.tags & t.PREPOSITION:
        return False  # في بيان تصريحات الوزير
    ended = before.article or before.tags & (t.TIME | t.PLACE) and not before.tags & t.SETTING  # أول تعليق
    if ended and word.tags & t.SETTING and word.tags & t.VERBAL_NOUN and not word.article:
        return False  # مساء الاثنين تعليق المحادثات
    if (
        word.tags & (t.TIME | t.MONTH | t.SETTING | t.NUMBER_WORD | t.REFLEXIVE)
        or before.kind == "number"
        or before.tags & (t.NUMBER_WORD | t.QUANTIFIER)
    ):
        return True
    if before.tags & t.ORGANISATION and not before.article and word.pronoun:
        return True
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
