"""What was said, looked for token by token after the verb and its subject."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import imperfect
from qawl.lexicon.word import Word
from qawl.scene import COMMAS, DASHES, Scene
from qawl.statements.circumstances import skip_all_circumstances
from qawl.statements.enclosed import past, past_withholding, relative_end
from qawl.statements.governed import Place, also_says, behind_preposition, governed
from qawl.statements.interruptions import (
    behind_manner,
    behind_meanwhile,
    behind_relative,
    colon_ahead,
    main_clause_begun,
    noun_behind_relative,
)
from qawl.statements.objects import before_quotation, in_another_clause
from qawl.statements.openings import (
    PAUSES,
    STOPS,
    Content,
    chanted,
    complements,
    conditional,
    detached_la,
    is_content_quotation,
    is_reporting,
    says_in_it,
)
from qawl.statements.questions import asks
from qawl.statements.speech import SPEAKING, opens_speech

NOWHERE = -1
"""Where a search ends that met a colon with nothing after it."""
_FARTHEST = 60
"""How many steps there may be between a verb and its content."""
_STATING = frozenset({"confirm", "inform", "stress", "announce", "explain", "mention", "point_out"})
"""Of verbs that state what stands behind حيث with what it tells."""
_ACTS = frozenset({"show", "think"})
"""Senses of verbs whose verbal noun with a preposition has an أن of its own: بإثبات أن، باعتبار أن."""
_ASKS = frozenset({"addressee", "object+ب"})
"""What a verb takes behind whose circumstances who is asked or accused may stand."""


def search(place: Place) -> tuple[Content | None, int]:
    """The content that something opens after the verb; or none, and where the search ended."""
    tokens = place.scene.tokens
    at = place.after
    for _ in range(_FARTHEST):
        if at >= place.end:
            break
        step = _at_sign(place, at) if tokens[at].word.kind == "sign" else _at_word(place, at)
        if isinstance(step, Content):
            return step, at
        if step in (at, NOWHERE):
            return None, step
        at = step
    return None, at


def _at_sign(place: Place, at: int) -> Content | int:
    """The content that a sign opens, or the token to go on with: the sign itself where it ends the search."""
    text = place.scene.tokens[at].word.text
    if text == ":":
        if at < place.subject_end:
            return at + 1  # المواطن: فلان إن
        if _opens_list(place.scene, at):
            return NOWHERE
        return _after_colon(place.scene, at) if at + 1 < place.end else NOWHERE
    if at in place.scene.closing:
        return _quotation(place, at) or min(place.scene.closing[at] + 1, place.end)
    if text in COMMAS and at >= place.subject_end and (close := _aside_end(place, at)) > at:
        return close + 1
    if text == "(":
        return past(place.scene, at, ")", place.end)
    if text in DASHES and at >= place.subject_end:
        return past(place.scene, at, text, place.end)
    follows = place.scene.tokens[at + 1].word if at + 1 < place.end else None
    if text == "؛" and follows is not None and (follows.alef or asks(place, at + 1)):
        return at + 1  # وتساءل الكاتب؛ هل تنجح الخطة
    inner = place.scene.after_short_title(at) or place.scene.inside_word(at)
    return at if text in (*STOPS, "؛") and not inner else at + 1


def _opens_list(scene: Scene, colon: int) -> bool:
    """Whether what follows a colon is a list: كتب أبرزها: …، يعرض على: …; not في رسالة، هذا نص منها: «…»."""
    before = scene.tokens[colon - 1].word
    marked = colon + 1 in scene.closing and before.tags & (t.TIME | t.PREPOSITION)
    return bool(before.rules & t.LISTING and not marked)


def _aside_end(place: Place, at: int) -> int:
    """The comma that closes a phrase of circumstance before the clause: أشار، خلال اجتماع للوزراء، إلى أن …;
    -1 where none does.
    """
    tokens, end = place.scene.tokens, place.end
    first = tokens[at + 1].word if at + 2 < end else None
    told = t.PREPOSITION | t.TIME | t.ADVERBIAL_PARTICIPLE
    like = first is not None and first.preposition == "ك"  # يرى فلان، كغيره من السكان، أن
    if first is None:
        return -1
    besides = _tells_besides(place, at + 1)
    manner = first.participle is not None and "إن" in place.entry.takes  # قال، معقبا على القرار، إن
    when = (
        first.tags & t.SUBORDINATOR and "quote" in place.entry.takes
    )  # قالت الشركة، عندما علمت أن الأجهزة معطوبة، إنها
    if not (manner or when or first.tags & told or first.rules & t.BACKGROUND or like or besides):
        return -1
    close = _next_sign(place.scene, at + 2, end)
    if close > 0 and first.rules & t.BACKGROUND and tokens[close].word.text == ":" and close + 1 < end:
        return close - 1  # حذر فلان، وهو من سكان المدينة: "…"
    if close < 0 or close + 2 >= end or tokens[close].word.text not in COMMAS:
        return -1
    if not when and any(
        token.word.alef and token.word.preposition != "ل" for token in tokens[at + 1 : close]
    ):
        return -1
    word, before = tokens[close + 1].word, tokens[close].word
    if word.key in place.entry.before_an:
        word, before = tokens[close + 2].word, word
    if complements(word, before, place.entry):
        return close
    prepositions, noun = place.entry.prepositions, tokens[close + 1].word
    if not place.nominal or first.key in prepositions or besides:
        return -1
    taken = noun.key in prepositions or noun.preposition in prepositions
    asked = place.entry.governed & _ASKS and noun.nominal and not noun.preposition
    return close if taken or asked else -1


def _tells_besides(place: Place, at: int) -> bool:
    """Whether a clause opens that only tells more of what stands before it: المنظمة، وتتخذ من جنيف مقرا لها،
    المقال، ونشرته الصحيفة، المصدر، وطلب عدم نشر اسمه; not الوزير، وأضاف.
    """
    word = place.scene.tokens[at].word
    if place.scene.withholds_name(at + 1):
        return True
    if word.conjunction != "و" or word.participle is not None:
        return False
    if word.rules & t.OTHER_VERB:
        return True
    says = word.verb is not None and not word.verb.pronoun
    return not says and bool(word.tags & t.VERB or word.passive or word.verb or imperfect(word))


def _next_sign(scene: Scene, at: int, end: int) -> int:
    """The next sign that is no mark of quotation, past what such marks hold; -1 where none is."""
    while at < end:
        if at in scene.closing:
            at = scene.closing[at]
        elif scene.tokens[at].word.kind == "sign":
            return at
        at += 1
    return -1


def _quotation(place: Place, at: int) -> Content | None:
    """The content at a quotation, if it is one, or ends one that began before it: اعتبر القرار "خطوة"."""
    scene, entry, begins, subject_end = place.scene, place.entry, place.begins, place.subject_end
    if at < subject_end:
        return None
    before = scene.tokens[at - 1].word if at else None
    predicate = "object+predicate" in entry.governed
    if (
        place.nominal
        and (predicate or "NP" in entry.governed)
        and before_quotation(scene, begins, at, subject_end, predicate)
    ):
        return Content(begins, "object", "clause" if predicate else "nominal")
    told = before is not None and detached_la(before) and begins > at  # في تصريح لـ«الشروق»
    governs = place.nominal and before is not None and before.key in entry.prepositions
    if governs and at > place.after + 1 and not told:
        return behind_preposition(scene, at)
    if scene.closing[at] == at + 2 and scene.tokens[at + 1].word.tags & t.MANNER:
        return None  # الرد "بحزم" على ذلك
    if in_another_clause(scene, subject_end, at, entry):
        return None
    if _governed_within(scene, at, max(subject_end + 1, begins), entry.prepositions):
        return Content(at, "quotation", "nominal")
    near = (
        entry.evidence in ("strong", "quote") or chanted(scene, at) or at <= subject_end + 4 or begins >= at
    )
    near = near or skip_all_circumstances(scene, subject_end, at, entry.governed) >= at - 1  # الجزيرة نت
    speech = "quote" in entry.takes or complements(scene.tokens[at + 1].word, before, entry)  # بين "أن …"
    if near and speech and is_content_quotation(scene, at):
        return Content(at, "quotation", "clause")
    return None


def _at_word(place: Place, at: int) -> Content | int:
    """The content that a word opens, or the token to go on with: the word itself where it ends the search."""
    scene, entry = place.scene, place.entry
    word = scene.tokens[at].word
    behind = at >= place.subject_end
    if behind and word.rules & t.REMARK and at + 1 < place.end and scene.tokens[at + 1].word.alef:
        return at  # علما بأن
    if behind and (then := past_withholding(scene, at, place.end)) > at:
        return then
    if behind and (word.tags & t.RELATIVE or word.key == "حيث" and _where(place, at)):
        close = relative_end(scene, at, place.end)
        if close > at:
            object_ = noun_behind_relative(place, at) if _acts_behind(place, close) else None
            return object_ if object_ is not None and object_.by == "object" else close + 1
        if (opening := behind_relative(place, at)) > at:
            return opening
        if (noun := noun_behind_relative(place, at)) is not None:
            return noun
    if behind and word.participle and (opening := behind_manner(place, at)) > at:
        return opening
    if at == place.subject_end and (opening := behind_meanwhile(place, at)) > at:
        return opening
    attributive = word.tags & t.ATTRIBUTIVE and not word.tags & t.CONNECTIVE
    if behind and attributive and scene.tokens[at - 1].word.text in PAUSES:
        words = ((k, scene.tokens[k].word) for k in range(at + 1, place.end))
        return next((k for k, w in words if w.text in (*PAUSES, ":") or w.tags & t.COMPLEMENTIZER), at)
    if behind and word.alef and entry.evidence == "quote" and _by_saying(scene, at):
        return at
    if behind and word.alef and word.conjunction == "و":
        return at  # وأن goes on with a clause that was opened elsewhere
    if behind and "هل" in entry.governed and asks(place, at):
        return Content(at, "clause", "clause")
    if behind and at + 1 < place.begins and _governed_later(place, at):
        return place.begins
    if behind and (colon := colon_ahead(place, at)):
        says = scene.tokens[min(colon + 1, place.end - 1)].word.verb  # تنصح فلانة بالآتي: تقول الخبيرة
        return NOWHERE if says is not None and not says.prefix else colon
    opens = word.tags & t.COMPLEMENTIZER
    if opens and _owned(place, at):
        return at + 1
    if opens and complements(word, _word_before(place, at), entry):
        if word.pronoun and place.nominal and "object+predicate" in entry.governed and _held(place, at):
            return Content(place.begins, "object", "clause")  # اعتبر هذا القرار أنه خطأ
        whole = word.pronoun or conditional(place.scene, at)
        return Content(at if whole else at + 1, "clause", "clause")
    if behind and opens_speech(place, at):
        return Content(at, "clause", "clause")
    if behind and place.nominal and (entry.distant or at == place.subject_end or place.begins >= at):
        step = governed(place, at)
        if step is not None:
            return at if isinstance(step, Content) and main_clause_begun(place, at) else step
    return at if behind and _goes_elsewhere(place, at) else at + 1


def _owned(place: Place, at: int) -> bool:
    """Whether أن belongs to another verb right before it, behind the subject, to an act with a preposition
    before it, or to ما: نشر الحزب صورا يزعم أنها، رفض تحديا بإثبات أن، رفض ما قيل من أن; not قال فلان يقول
    إن, عاد ليؤكد أن.
    """
    if at - 1 < max(place.subject_end, place.after):
        return False
    before, verb = place.scene.tokens[at - 1].word, place.scene.tokens[at - 1].word.verb
    if before.key == "من" and "من" not in place.entry.prepositions:
        return any(token.word.key == "ما" for token in place.scene.tokens[place.after : at])
    if verb is not None and verb.tense == "i" and "ان" in verb.entry.governed:
        return verb.entry.sense not in SPEAKING and not verb.prefix.endswith("ل")
    governed = before.preposition or place.scene.tokens[at - 2].word.tags & t.PREPOSITION
    return bool(governed) and any(f.tense == "m" and f.entry.sense in _ACTS for f in before.forms)


def _acts_behind(place: Place, comma: int) -> bool:
    """Whether another act follows the comma, and so nothing that the verb takes: أعلن القائد الذي عين أمس بدء
    الهجوم، وأقال نائبه.
    """
    word = place.scene.tokens[min(comma + 1, place.end - 1)].word
    return word.conjunction == "و" and bool(word.tags & t.VERB or word.verb is not None)


def _where(place: Place, at: int) -> bool:
    """Whether حيث tells where and at what somebody said something, not what he said there: قال من بيروت، حيث
    يزور المعرض، إن.
    """
    following = place.scene.tokens[min(at + 1, place.end - 1)].word
    if following.verb is not None or following.alef:
        return False
    speaks = place.entry.sense in SPEAKING | _STATING and "quote" in place.entry.takes
    if not speaks or place.subject_end == place.after:
        return False
    return skip_all_circumstances(place.scene, place.subject_end, at, frozenset()) >= at - 1


def _held(place: Place, at: int) -> bool:
    """Whether the object of which it is said stands before the complementizer."""
    return place.begins < at and before_quotation(place.scene, place.begins, at, place.subject_end, True)


def _word_before(place: Place, at: int) -> Word | None:
    """The word that a complementizer may go with: ذلك أن; not the last one of a phrase (بعد ذلك أن), nor the
    verb itself behind what is told of its subject (فلان، مدير المعهد، يتوقع أن).
    """
    scene = place.scene
    before = scene.tokens[at - 1].word if at else None
    if (
        at > 1
        and before is not None
        and before.text in COMMAS
        and scene.tokens[at - 2].word.tags & t.PREPOSITION
    ):
        return scene.tokens[at - 2].word  # مشيرا إلى، أن
    if at > 1 and at == place.after and scene.tokens[at - 2].word.text in COMMAS:
        return None
    if before is None or not before.tags & t.DEMONSTRATIVE or at < 2:
        return before
    return None if scene.tokens[at - 2].word.tags & t.PREPOSITION else before


def _by_saying(scene: Scene, at: int) -> bool:
    """Whether a noun of saying opens the clause of the complementizer: استهل كلمته بالتأكيد على أن …"""
    noun = scene.tokens[at - 1 - bool(scene.tokens[at - 1].word.tags & t.BEFORE_AN)].word
    return noun.key.startswith("بال") and noun.noun is not None


def _governed_later(place: Place, at: int) -> bool:
    """Whether the token stands in what tells where and when, behind which stands what the verb takes: حذر في
    وقت متأخر من مساء الاثنين من كذا; أشار في ختام زيارته إلى بيروت إلى كذا; أكد في بيان نشر على موقعه أن.
    """
    word, following = place.scene.tokens[at].word, place.scene.tokens[at + 1].word
    told = following.tags & (t.TIME | t.PLACE) or following.tags & t.SETTING and not following.article
    if place.begins >= place.end or not word.tags & t.PREPOSITION or not told:
        return False
    between = (token.word for token in place.scene.tokens[at : place.begins])
    if any(passed.conjunction or passed.kind == "sign" for passed in between):
        return False
    then = place.scene.tokens[place.begins].word
    if then.tags & t.COMPLEMENTIZER:
        return not then.conjunction
    return then.key in place.entry.prepositions and then.key == word.key and "NP" not in place.entry.governed


def _goes_elsewhere(place: Place, at: int) -> bool:
    """Whether another attribution or clause begins at a word behind the subject."""
    scene, after = place.scene, place.after
    word = scene.tokens[at].word
    reports = at > after and is_reporting(scene, at) and not _published(place, at)
    if reports or says_in_it(scene, at) or also_says(place, at):
        return True
    joined = word.tags & t.VERB and word.conjunction == "و"
    if joined and not any(_about_source(token.word) for token in scene.tokens[after:at]):
        return True  # رفض وحاول أن …: another clause
    other = word.key == "او" and at == place.subject_end
    if other and scene.tokens[min(at + 1, place.end - 1)].word.key == "ما":
        return False  # التنظيم أو ما يسمى كذا
    if not word.tags & t.CONNECTIVE or word.tags & (t.TIME | t.PREPOSITION | t.NAME_PARTICLE | t.AUXILIARY):
        return False
    counted = scene.tokens[min(at + 1, place.end - 1)].word.kind == "number"
    if word.key == "و" and counted and place.entry.evidence == "strong":
        return False  # حذرت سكان العاصمة و12 مدينة أخرى من أن
    if word.key.endswith("سيما") and not scene.tokens[min(at + 1, place.end - 1)].word.alef:
        return False  # الدول ولا سيما المجاورة
    return word.key not in ("كما", "قد", "اما") and (word.key != "غير" or _turns(scene, at))


def _published(place: Place, at: int) -> bool:
    """Whether و and a verb tell where a text was published, behind who made it: دراسة أعدتها جامعة كذا |
    ونشرتها مجلة كذا.
    """
    tokens, word = place.scene.tokens, place.scene.tokens[at].word
    sends = any(form.entry.sense == "write" for form in word.forms) and word.rules & t.ISSUED
    text = tokens[place.after].word.tags & t.DOCUMENT
    before = [token.word for token in tokens[place.after : at]] if sends and text else []
    return any(_about_source(word) or word.rules & t.ISSUED for word in before)


def _after_colon(scene: Scene, at: int) -> Content:
    """What a colon opens, without the complementizer that may follow it."""
    start = at + 1
    word = scene.tokens[start].word
    bare = word.tags & t.COMPLEMENTIZER and not (word.pronoun or conditional(scene, start))
    if bare and start + 1 < len(scene.tokens):
        return Content(start + 1, "colon", "clause")
    return Content(start, "colon", "clause")


def _governed_within(scene: Scene, at: int, latest: int, prepositions: frozenset[str]) -> bool:
    """ندد الأمير "بالهجوم الإرهابي", طالبت الوزارة "بوقف القصف": the preposition that the verb takes, inside
    the marks at token `latest` at the latest, behind its subject and whom it asks.
    """
    inner = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else None
    return (
        inner is not None
        and at <= latest
        and scene.closing[at] > at + 2
        and (inner.preposition in prepositions if inner.preposition else inner.key in prepositions)
    )


def _about_source(word: Word) -> bool:
    """What makes a verb after it go on with a clause about the source: بيان أصدره ووزعته, وهو أستاذ وسيطر."""
    return bool(word.tags & (t.RELATIVE | t.VERB) or word.rules & t.BACKGROUND or word.verb is not None)


def _turns(scene: Scene, at: int) -> bool:
    """Whether غير means but: غير أن, not غير المشارك."""
    return at + 1 < len(scene.tokens) and bool(scene.tokens[at + 1].word.tags & t.COMPLEMENTIZER)
