"""What tells when and where something was said, between a verb, its subject and its content."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import OF_OTHERS, in_names, to_outlet
from qawl.lexicon.word import Word
from qawl.phrases import noun_phrase
from qawl.phrases.often import occurrence
from qawl.scene import DASHES, DETACHED, Scene
from qawl.statements.enclosed import past, past_body, past_polled, past_withholding, relative_end
from qawl.statements.events import COMPLEMENTS, past_event
from qawl.statements.governed import all_of
from qawl.statements.made_in import past_copy
from qawl.statements.objects import is_plain_object
from qawl.statements.openings import PAUSES, is_amount
from qawl.statements.settings import past_asked, past_setting

_LONGEST_APPOSITION = 40
_LONGEST_SUBJECT = 8
"""Tokens from a verb on among which its own noun stands: نفى المتحدث باسم الجيش نفيا قاطعا."""


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
        and not (word.key == "من" and (_from_where(scene.tokens[at + 1].word) or _since(scene, at)))
        or word.tags & t.COMPLEMENTIZER
    ):
        return at
    if reply:
        return past_asked(scene, at + 1, end) or at
    phrase = noun_phrase(scene, at + 1, end, governed)
    return _past_platform(scene, at + 1, phrase.end, end) if phrase is not None else at


def _past_platform(scene: Scene, page: int, at: int, end: int) -> int:
    """Past what somebody's page is called behind it: على منصته | تروث سوشال |; else the token itself."""
    word = scene.tokens[page].word
    if not (word.rules & t.PAGE or word.tags & t.MEDIA and word.pronoun):
        return at
    while at < end and scene.tokens[at].word.tags & t.OUTLET:
        at += 1
    return at


def _since(scene: Scene, at: int) -> bool:
    """Whether the preposition at the token tells how long after or before what: بعد ساعات من الهجوم."""
    if at < 2:
        return False
    return bool(scene.tokens[at - 1].word.rules & t.TIME_UNIT and scene.tokens[at - 2].word.tags & t.TIME)


def _from_where(word: Word) -> bool:
    """من دمشق، من منفاه، من مقره: from where who speaks says it; not من سماهم."""
    if word.tags & t.PLACE:
        return True
    owned = word.key.endswith(OF_OTHERS) and word.nominal and not word.rules & t.STYLING
    return owned and not word.tags & (t.VERBAL_NOUN | t.GROUP | t.ROLE)


def _past_circumstance(scene: Scene, at: int, end: int, before_object: bool) -> int:
    """Past one circumstance that begins at the token; the token itself where none does."""
    word = scene.tokens[at].word
    if word.text in PAUSES:
        copy = past_copy(scene, at + 1, end)  # بيان للحزب، تلقت الصحيفة نسخة منه،
        return min(copy + 1, end) if copy else _past_apposition(scene, at, end)
    if word.text in DASHES:
        return past(scene, at, word.text, end)
    if word.tags & t.RELATIVE:
        close = relative_end(scene, at, end)
        return close + 1 if close >= 0 else at
    if word.rules & t.ISSUED and (then := _past_coming_out(scene, at, end)) > at:
        return then
    if (then := _past_mouth(scene, at, end)) > at:
        return then
    if (then := past_event(scene, at, end)) > at or (then := past_withholding(scene, at, end)) > at:
        return then
    if (then := past_polled(scene, at, end)) > at or (then := past_body(scene, at, end)) > at:
        return then
    if word.tags & t.PREPOSITION and at + 1 < end and (then := _past_pointing(scene, at, end)) > at:
        return then
    timed = word.tags & t.PREPOSITION and word.tags & t.TIME and at + 1 < end
    if (timed or word.key == "منذ" and at + 1 < end) and scene.tokens[at + 1].word.rules & t.TIME_UNIT:
        return at + 2  # قبل يومين، منذ أيام
    if timed and (then := past_setting(scene, at, end)) > at + 2:
        return then  # بعد اجتماع عقده مع نظيره
    if timed and word.key not in COMPLEMENTS and _happens(scene.tokens[at + 1].word):
        since = noun_phrase(scene, at + 1, end, frozenset({"NP"}))
        return since.end if since is not None else at + 1  # قبيل الهجوم, بعد عرض الفيلم
    if (
        timed
        and at + 2 < end
        and scene.tokens[at + 1].word.pronoun
        and is_plain_object(scene.tokens[at + 2].word)
    ):
        return at + 2  # بعد إفلاسها | بيع أصولها
    if is_amount(scene, at):
        return at
    if (
        word.kind == "number"
        or word.tags & (t.TIME | t.MONTH | t.NUMBER_WORD)
        and not word.tags & t.VERBAL_NOUN
    ):
        if of_its_kind(scene, at, end):
            return at
        told = word.tags & (t.TIME | t.MONTH) and at + 1 < end and _tells_which(scene.tokens[at + 1].word)
        return at + 1 + bool(told)
    if word.rules & t.QUARTER and at + 1 < end and scene.tokens[at + 1].word.tags & t.PLACE:
        return at + 2  # شرقي أوكرانيا
    if (then := _past_times(scene, at, end)) > at:
        return then
    if word.tags & t.DEMONSTRATIVE and word.preposition == "ب" and _setting_with_article(scene, at + 1, end):
        return at + 2  # بهذا الخصوص
    if word.key == "من" and at + 1 < end and scene.tokens[at + 1].word.key == "جديد":
        return at + 2
    way = word.rules & t.IN_SUCH_A_WAY and at + 1 < end and not all_of(scene, at, end)
    if way and (word.key == "بكل" or not scene.tokens[at + 1].word.tags & t.VERBAL_NOUN):
        return _past_words(scene, at + 1, end)
    if at + 1 < end and (
        word.key == "جملة" and scene.tokens[at + 1].word.rules & t.WHOLLY or _cognate(scene, at)
    ):
        return at + 2
    if word.rules & t.ATTENDANCE and at + 1 < end and scene.tokens[at + 1].word.article:
        attending = noun_phrase(scene, at + 1, end, frozenset({"NP"}))
        return attending.end if attending is not None else at + 1  # بحضور السفير الفرنسي
    if word.tags & t.MANNER and word.key.endswith(OF_OTHERS) and (then := _past_office(scene, at + 1, end)):
        return then  # بصفته رئيسا للجنة
    if at + 2 < end and in_names(word, scene.tokens[at + 1].word):
        owners = noun_phrase(scene, at + 2, end, frozenset({"NP"}))
        return owners.end if owners is not None else at  # باسمه واسم شعب المملكة
    if word.text in ("/", ")") or word.tags & t.MANNER and not word.tags & (t.VERBAL_NOUN | t.SETTING):
        return at + 1
    if word.text == "(":
        return past(scene, at, ")", end)
    if word.tags & t.PREPOSITION and at + 1 < end:
        return past_setting(scene, at, end, before_object)
    return at


def _past_coming_out(scene: Scene, at: int, end: int) -> int:
    """Past a verb behind an indefinite text that tells when it came out, and from whom: كشف تقرير | نشر أمس |
    هجرة الأطباء, كشف تقرير | صدر اليوم عن وزارة الصحة | أن; else the token itself.
    """
    text = scene.tokens[at - 1].word
    then = at + 1
    while then < end and scene.tokens[then].word.tags & t.TIME:
        then += 1
    if then == at + 1 or text.article or text.pronoun or not text.tags & t.DOCUMENT:
        return at
    came, of = scene.tokens[at].word.stem.startswith("صدر"), scene.tokens[min(then, end - 1)].word
    body = scene.tokens[min(then + 1, end - 1)].word.tags & (t.ORGANISATION | t.KNOWN_ORGANISATION)
    issuer = (
        noun_phrase(scene, then + 1, end, frozenset({"NP"})) if came and of.key == "عن" and body else None
    )
    return issuer.end if issuer is not None and issuer.end < end else then


def _tells_which(word: Word) -> bool:
    """Whether an adjective behind a time tells which is meant: أمس الأول، كانون الثاني، الشهر الحالي."""
    return word.article and bool(word.tags & t.ADJECTIVE or word.rules & t.ORDINAL) and not word.tags & t.TIME


def of_its_kind(scene: Scene, at: int, end: int) -> bool:
    """Whether what is first, or the end of something, is what was said, and not when: أعلنت مصر | أول إصابة
    بالوباء، أعلن | نهاية الحرب; not أعلن أول أمس رفضه، أعلن نهاية الموسم اعتزاله.
    """
    word, of = scene.tokens[at].word, scene.tokens[min(at + 1, end - 1)].word
    when = of.tags & (t.TIME | t.MONTH | t.PREPOSITION | t.NUMBER_WORD) or of.rules & t.TIME_UNIT
    if not word.rules & (t.SUPERLATIVE | t.OCCASION) or word.article or when or not of.nominal:
        return False
    if at and scene.tokens[at - 1].word.text in PAUSES and _past_apposed(scene, at, end):
        return False  # انتقدت كندا، أكبر زبون للشركة، التأخير
    phrase = noun_phrase(scene, at + 1, end, frozenset({"NP"}))
    then = phrase.end if phrase is not None else at + 2
    return then >= end or not is_plain_object(scene.tokens[then].word)


def _past_apposed(scene: Scene, at: int, end: int) -> bool:
    """Whether a comma, with a noun behind it, closes what began behind the comma before the token."""
    near = range(at + 2, min(at + _LONGEST_APPOSITION, end - 1))
    comma = next((k for k in near if scene.tokens[k].word.text in PAUSES), -1)
    behind = scene.tokens[comma + 1].word if comma >= 0 else None
    return behind is not None and behind.nominal and not behind.conjunction


def _cognate(scene: Scene, at: int) -> bool:
    """Whether a verb's own noun tells with an adjective how firmly it was said: نفى المتحدث | نفيا قاطعا."""
    noun, adjective = scene.tokens[at].word, scene.tokens[at + 1].word
    own = noun.tags & t.VERBAL_NOUN and not (noun.article or adjective.article)
    if not own or noun.key[-1] + adjective.key[-1] not in ("اا", "ةة"):
        return False
    verbs = (token.word.verb for token in scene.tokens[max(at - _LONGEST_SUBJECT, 0) : at])
    return any(verb is not None and _holds_letters(noun.key, verb.entry.lemma) for verb in verbs)


def _holds_letters(noun: str, lemma: str) -> bool:
    """Whether a noun has the strong letters of a verb in their order: إدانة، أدان; انتقادا، انتقد."""
    strong, letters = [letter for letter in lemma if letter not in "أاىويءئإ"], iter(noun)
    return len(strong) > 1 and all(letter in letters for letter in strong)


def _past_mouth(scene: Scene, at: int, end: int) -> int:
    """Past by whose mouth a body said it: أدانت الحركة على لسان أمينها العام | الهجوم; else the token."""
    if scene.tokens[at].word.key != "على" or at + 2 >= end or scene.tokens[at + 1].word.key != "لسان":
        return at
    mouth = noun_phrase(scene, at + 2, end, frozenset({"NP"}))
    return mouth.end if mouth is not None else at


def _happens(word: Word) -> bool:
    """Whether a noun behind a preposition of time tells what happened: الهجوم, عرض الفيلم."""
    return word.article or bool(word.tags & t.VERBAL_NOUN) and not word.pronoun


def _past_office(scene: Scene, at: int, end: int) -> int:
    """Past the office in which somebody says something, behind بصفته; 0 where none stands at the token."""
    if at >= end or not scene.tokens[at].word.tags & t.ROLE:
        return 0
    office = noun_phrase(scene, at, end, frozenset({"NP"}))
    return office.end if office is not None else 0


def _past_words(scene: Scene, at: int, end: int) -> int:
    """Past what tells how it was said behind بأشد and its like: العبارات، عبارات الشجب والتنديد."""
    words = [token.word for token in scene.tokens[at : min(at + 3, end)]]
    owned = len(words) > 1 and words[0].stem.endswith("ات") and not words[0].article and words[1].article
    if not owned or words[1].conjunction or words[1].preposition:
        return at + 1
    joined = len(words) > 2 and words[2].conjunction == "و" and words[2].article
    return at + (3 if joined else 2)


def _setting_with_article(scene: Scene, at: int, end: int) -> bool:
    """Whether a definite setting stands at the token, as behind بهذا: الخصوص، السياق."""
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
