"""The noun that a verb of saying governs by a preposition: رحب بالقرار, دعا إلى الحوار."""

from __future__ import annotations

from msgspec import Struct

from qawl.lexicon import tags as t
from qawl.lexicon.shape import OF_HIM, accusative, feminine, imperfect, only_imperfect, relational
from qawl.lexicon.word import Entry, Word
from qawl.scene import COMMAS, DETACHED, Scene
from qawl.statements.enclosed import past_body
from qawl.statements.objects import is_bare_object, is_plain_object
from qawl.statements.openings import (
    Content,
    complements,
    detached_la,
)
from qawl.statements.repeated import repeated
from qawl.statements.whereabouts import SAYING, by_means, came_from, published, said_there

_BEHIND_MIN = ("قبل", "خلال", "على", "دون")
"""Before which من is never what the verb governs."""
_SOON = 3
"""Tokens among which بأن follows an act that tells where: بقتل مدني، بأنه."""
_NEAR = 10
"""Tokens behind a word with ل among which stands إلى, to what is called."""
_FAR = 20
"""Tokens behind the first عن in which the second stands."""
_LONGEST_COMPLEMENT = 8
"""Tokens behind a participle in which what it governs ends: الدول الراعية لاتفاق وقف إطلاق النار."""
_LONGEST_PLACE = 8
"""Words between where somebody is and what he said: المدير بتوزر، رضا بن علي، بأن."""
REPLIES = ("answer", "comment")
"""Senses of nouns after which على tells what was answered."""


class Place(Struct, frozen=True):
    """Where the content of a verb is looked for: its words end at `after`, its subject at `subject_end`, what
    belongs to both at `begins`, where a bare object would stand. `nominal` says whether a noun may be it.
    """

    scene: Scene
    entry: Entry
    after: int
    subject_end: int
    begins: int
    end: int
    nominal: bool


def governed(place: Place, at: int) -> Content | int | None:
    """The noun that the verb governs by a preposition at the token, or the token to go on with where the
    word is surely none, else None.
    """
    scene, entry, end = place.scene, place.entry, place.end
    word = scene.tokens[at].word
    if at < place.begins and (entry.objects or detached_la(word)):
        return at + 1  # أشار في تصريح لـ«النهار» إلى، عزت الشركة، في بيان إلى السوق، الارتفاع إلى
    following = scene.tokens[at + 1].word if at + 1 < end else None
    if _attached_relative(scene, at, end) in entry.prepositions:
        return Content(at, "attached", "nominal")
    if _of_participle(place, at) or of_reply(scene, at):
        return at + 1
    if word.key in ("عما", "عمن") and "عن" in entry.prepositions:
        asked = following is not None and following.key in ("اذا", "ان")
        return Content(at, "preposition", "clause" if asked else "nominal")
    if word.tags & t.DEMONSTRATIVE and not (following is not None and following.article):
        return at + 1
    before = scene.tokens[at - 1].word if at else None
    reply = t.PREPOSITION | t.ADVERBIAL_PARTICIPLE  # ردا على، تعليقا على
    attributive = before is not None and (before.tags & t.ATTRIBUTIVE or before.tags & reply == reply)
    if word.key == "من" and before is not None and before.key in ("اكثر", "اقل"):
        return None
    if word.key == "من" and following is not None and following.key == "جديد":
        return at + 2  # حذر من جديد من كذا
    if word.key == "من" and following is not None and following.key in _BEHIND_MIN:
        return at + 2  # قوبل بشكاوى من قبل السكان، حذر من خلال حسابه من الفتنة
    if word.key == "من" and following is not None and _is_verb(following):
        return at + 1  # حذر كل من يخالف القرار من العقوبة
    if word.key == "من" and at == place.subject_end and (then := _past_own_body(scene, at, end)) > at:
        return then
    aside = word.key == "عن" and (
        _for_whom(place, at)
        or by_means(scene, at, end)
        or at < place.begins
        and came_from(scene, at, place.after)
    )
    if aside or word.key == "على" and published(scene, at, end):
        return at + 1
    if word.preposition in entry.prepositions or word.key in entry.prepositions:
        again = repeated(scene, place.subject_end, at, end)
        if again > at:
            return again
    if word.text in ("ب", "بـ") and "ب" in entry.prepositions:
        return Content(at, "attached", "nominal")
    if word.key in entry.prepositions and "NP" in entry.governed:
        act = next((k for k in (at - 1, at - 2) if _is_act(place, k, at)), -1)
        if act >= 0:
            return Content(act, "object", "nominal")
    if word.key in entry.prepositions and following is not None and not attributive:
        third = scene.tokens[at + 2].word if at + 2 < end else word
        if (
            complements(following, word, entry)
            or following.text in COMMAS
            and complements(third, word, entry)
        ):
            return at + 1
        thus = scene.tokens[max(place.after - 2, 0)].word.key == "كما"  # كما ينص على ذلك القانون
        if following.rules & t.POINTING and (thus or not third.article):
            return at + 1  # أشار إلى ذلك
        doubted = entry.sense == "doubt" and following.article and at == place.subject_end  # شكك في الإعلان
        if doubted or not _tells_where(word, following):
            if (
                "NP" in entry.governed
                and place.begins < at
                and is_bare_object(scene, place.begins, place.subject_end)
            ):
                return Content(place.begins, "object", "nominal")
            return behind_preposition(scene, at + 1)
    if is_attached(place, at):
        return Content(at, "attached", "nominal")
    return None


def _is_verb(word: Word) -> bool:
    """Whether a word is surely a verb, so that من before it is who, not from."""
    if word.tags & t.VERB and not word.tags & ~t.VERB or imperfect(word):
        return not word.article
    return only_imperfect(word)


def _of_participle(place: Place, at: int) -> bool:
    """Whether the preposition at the token belongs to the participle before it, since what the verb governs
    stands behind: دعا الدول الراعية للاتفاق إلى الالتزام به, حث العاملين على الحدود على الحذر.
    """
    scene, governed = place.scene, place.entry.prepositions
    if at < 2:
        return False
    before, word = scene.tokens[at - 1].word, scene.tokens[at].word
    described = before.rules & t.COMPLEMENTED and scene.tokens[at - 2].word.article
    if not (before.article and (described or _called_there(place, at))):
        return False
    if word.preposition not in governed and word.key not in governed or before.preposition:
        return False  # دعا الأمين العام للمنظمة إلى وقف فوري لإطلاق النار
    for k in range(at + 1, min(at + _LONGEST_COMPLEMENT, place.end)):
        word, noun = scene.tokens[k].word, scene.tokens[min(k + 1, place.end - 1)].word
        if word.kind == "sign" or word.verb is not None or word.tags & (t.CONNECTIVE | t.COMPLEMENTIZER):
            return False
        if word.key in governed and noun.tags & t.VERBAL_NOUN:
            return True
        if word.preposition in governed and word.tags & t.VERBAL_NOUN:
            return True
    return False


def _called_there(place: Place, at: int) -> bool:
    """Whether the preposition at the token tells where those are who are called on: حث القاطنين على الضفاف
    على كذا, دعا المسافرين إلى المغرب إلى كذا; not دعا اللبنانيين إلى الحوار.
    """
    word = place.scene.tokens[at].word
    noun = word if word.preposition else place.scene.tokens[min(at + 1, place.end - 1)].word
    several = place.scene.tokens[at - 1].word.stem.endswith("ين")
    return several and "addressee" in place.entry.governed and not noun.tags & t.VERBAL_NOUN


def _past_own_body(scene: Scene, at: int, end: int) -> int:
    """Past the body of who speaks where من stands again, before what is said: حذر هانز مولر من معهد كيل | من
    ركود، حذر رايلي من جامعة ليدز، الذي لم يشارك، | من التسرع; else the token.
    """
    then = past_body(scene, at, end)
    if then == at or then >= end:
        return at
    if scene.tokens[then].word.text in COMMAS:
        closing = (k + 1 for k in range(then + 1, end - 1) if scene.tokens[k].word.text in COMMAS)
        then = next(closing, then)
    return then if scene.tokens[then].word.key == "من" else at


def _for_whom(place: Place, at: int) -> bool:
    """Whether عن tells whose deputy speaks, and another عن stands before what is said: عبر النائب فلان عن
    كتلة كذا، في تصريح، عن أمله.
    """
    scene = place.scene
    noun = scene.tokens[min(at + 1, place.end - 1)].word
    deputy = any(token.word.rules & t.REPRESENTATIVE for token in scene.tokens[place.after : at])
    if place.entry.sense != "express" or not deputy or at > place.subject_end:
        return False  # كشف الوزير عن مصنع، وتحدث عن الخطط
    if not noun.tags & (t.ORGANISATION | t.PLACE) or noun.tags & t.VERBAL_NOUN:
        return False
    return any(token.word.key == "عن" for token in scene.tokens[at + 2 : min(at + _FAR, place.end)])


def of_reply(scene: Scene, at: int) -> bool:
    """Whether the preposition at the token tells what was answered where it was said: أكد في رد على أسئلة
    رويترز أن.
    """
    if (
        not 1 < at < len(scene.tokens)
        or scene.tokens[at].word.key != "على"
        or scene.tokens[at - 2].word.key != "في"
    ):
        return False
    noun = scene.tokens[at - 1].word.noun
    return noun is not None and noun.entry.sense in REPLIES


def behind_preposition(scene: Scene, at: int) -> Content:
    """The content at a token that a preposition stands before: بـ«الإفراج عنه» keeps it, as بالإفراج does; a
    clause where it opens inside the marks: لفت إلى "أن هناك نقصا".
    """
    if at in scene.closing and scene.tokens[at + 1].word.tags & t.COMPLEMENTIZER:
        return Content(at, "quotation", "clause")
    if scene.tokens[at - 1].word.text in DETACHED:
        return Content(at - 1, "attached", "nominal")
    return Content(at, "preposition", "nominal")


def _tells_where(word: Word, following: Word) -> bool:
    """Whether a preposition and the word after it tell where, when or by whom it was said: في بيان, على
    صفحته, على لسان فلان.
    """
    if following.key == "لسان" or following.rules & (t.OCCASION | t.SIDE):
        return True
    if word.key == "على" and following.tags & t.OUTLET:
        return True  # على تويتر
    whereabouts = word.key not in ("الى", "عن")  # اعتذر عن تصريحاته
    own = following.tags & t.SETTING and following.key.endswith(("ه", "ها")) and whereabouts
    return bool(following.tags & (t.SETTING | t.TIME) and word.key == "في" or own)


def _is_act(place: Place, at: int, preposition: int) -> bool:
    """Whether the noun before a preposition is what was said: أعلنت الحركة … مسؤوليتها عن الهجوم, أعلن …
    مسؤولية حركته عن الهجوم.
    """
    tokens = place.scene.tokens
    if at < place.subject_end or tokens[at - 1].word.tags & t.PREPOSITION:
        return False
    owned = tokens[preposition - 1].word.pronoun != "" and tokens[preposition - 1].word.nominal
    return owned and is_plain_object(tokens[at].word) and not tokens[at].word.tags & t.SETTING


def _his_part(scene: Scene, at: int, end: int) -> bool:
    """اعترف بدوره في الهجوم: a part in what no speech or meeting is; not أقر بدوره في بيان."""
    if at + 2 >= end or scene.tokens[at + 1].word.key != "في":
        return False
    word, what = scene.tokens[at].word, scene.tokens[at + 2].word
    where = t.SETTING | t.DOCUMENT | t.TIME | t.PLACE | t.MEDIA
    return bool(word.rules & t.SIDE and word.key.startswith("بدور")) and not what.tags & where


def is_attached(place: Place, at: int) -> bool:
    """Whether the word bears the preposition that the verb takes, and is not the manner, place or addressee:
    طالب بالإفراج; but أكد للصحفيين, بثقة.
    """
    scene, entry, end = place.scene, place.entry, place.end
    word = scene.tokens[at].word
    follows = scene.tokens[at + 1].word if at + 1 < end else word
    if word.rules & t.OCCURRENCE or _on_this_occasion(place, at) or said_there(scene, entry, at, end):
        return False  # للمرة الأولى
    if word.rules & t.POINTING and (not follows.article or follows.tags & (t.ROLE | t.TITLE)):
        return False
    attached = word.preposition or ("ب" if word.tags & t.MANNER and word.key.startswith("ب") else "")
    if "ب" in entry.prepositions and _his_part(scene, at, end):
        return True
    if entry.sense == "demand" and attached in entry.prepositions and word.pronoun and word.tags & t.MANNER:
        return True  # طالب بحقه
    described = at > 1 and scene.tokens[at - 2].word.text in COMMAS and not entry.objects
    before = scene.tokens[at - 1].word
    if described and _describes(before) and not accusative(before):
        return False  # دعا فلان، الخاضع للإقامة الجبرية، إلى; not طالب الوزير، في كلمته، المسؤولين بكذا
    present = word.rules & t.ATTENDANCE and entry.sense not in SAYING  # رحب بمشاركة فلان
    if (
        not attached
        or attached not in entry.prepositions
        or word.tags & t.PREPOSITION
        and not (word.preposition or present)
    ):
        return False
    if entry.sense == "mention" and not word.tags & (t.VERBAL_NOUN | t.CLAIM_NOUN | t.RELATIVE_FREE):
        return False  # ذكر بالاسم, not ذكّر بموقف بلاده
    told_in = t.SETTING if entry.sense in SAYING else 0  # صرح ببيان, not ندد بتصريحات
    of_it = follows.article and not follows.preposition  # أشاد بقوة الفريق, not بقوة بالفريق
    manner = (
        word.tags & (t.MANNER | told_in | t.TIME)
        and not all_of(scene, at, end)
        and not (entry.sense == "praise" and (of_it or word.key.endswith(OF_HIM)))  # أشاد بهدوئه
        and not (present or at + 1 < end and _happened(word, follows))
        and not (at + 1 < end and follows.tags & t.VERBAL_NOUN and not (word.article or follows.preposition))
    )
    asks = "addressee" in entry.governed and not told_in  # ناشد جندي بتبوك الأمير بمساعدته
    where = word.tags & t.PLACE and (asks or not entry.distant)
    if manner or where:
        return False
    if attached == "ل":
        told = word.tags & (t.MEDIA | t.LISTENER | t.OUTLET)
        return not told and not _called_on_before(scene, at, end, entry)
    return attached != "ب" or not _clause_soon(scene, at + 1, end, entry, word.tags & t.VERBAL_NOUN == 0)


def all_of(scene: Scene, at: int, end: int) -> bool:
    """Whether بكل tells not how it was said: ندد بكل أشكال العنف، رحب بكل من حضر; not بكل ثقة."""
    if scene.tokens[at].word.key != "بكل" or at + 2 >= end:
        return False
    noun, owner = scene.tokens[at + 1].word, scene.tokens[at + 2].word
    owned = (
        noun.nominal and not noun.article and owner.article and not (owner.preposition or owner.conjunction)
    )
    return owned or bool(noun.tags & t.RELATIVE_FREE)


def _on_this_occasion(place: Place, at: int) -> bool:
    """Whether بهذه المناسبة tells when, or برئاسة who led it, as what the verb governs stands behind: أشاد
    بهذه المناسبة بالعلاقات، طالب المجلس في جلسته برئاسة فلان الوزارة بكذا; not رحب بهذه المناسبة السعيدة.
    """
    tokens, governed = place.scene.tokens, place.entry.prepositions
    word, following = tokens[at].word, tokens[min(at + 1, place.end - 1)].word
    if not (word.rules & t.POINTING and following.stem == "مناسبة" or word.rules & t.LED):
        return False
    behind = (token.word for token in tokens[at + 2 : min(at + _NEAR, place.end)])
    return any(word.preposition in governed or word.key in governed for word in behind)


def _happened(word: Word, follows: Word) -> bool:
    """Whether a word for what something is said in is an act here: أفاد بتسجيل 24 إصابة, بتعليق الدراسة; not
    بتسجيل صوتي.
    """
    if not word.tags & t.VERBAL_NOUN or not word.tags & t.SETTING or word.article or word.preposition != "ب":
        return False
    counted = follows.kind == "number" or follows.tags & (t.VERBAL_NOUN | t.QUANTIFIER | t.NUMBER_WORD)
    owned = follows.article and not follows.preposition or feminine(follows) and follows.nominal
    return bool(counted or owned) and not relational(follows)


def also_says(place: Place, at: int) -> bool:
    """Whether another reports here, and an object stands before: نفت برلين الاتهامات كما قال الوزير إن …"""
    tokens = place.scene.tokens
    reports = tokens[at].word.verb is not None and tokens[at - 1].word.key == "كما"
    return reports and "NP" in place.entry.governed and place.begins + 1 < at


def _called_on_before(scene: Scene, at: int, end: int, entry: Entry) -> bool:
    """Whether a word with ل still tells who is called on, and إلى to what: الدول الراعية لاتفاق السلام إلى …,
    الأحزاب المعارضة للحكومة إلى …
    """
    if not {"ل", "الى"} <= entry.prepositions:
        return False
    near = range(at + 1, min(at + _NEAR, end))
    stop = next((k for k in near if scene.tokens[k].word.kind == "sign"), end)
    called = next((k for k in near if scene.tokens[k].word.key == "الى" and k < stop), -1)
    if called < 0:
        return False
    word, before = scene.tokens[at].word, scene.tokens[at - 1].word
    if word.tags & (t.ORGANISATION | t.PLACE | t.GROUP | t.ROLE) or word.stem.endswith("ات"):
        return True
    body = scene.tokens[at - 2].word
    task = before.article and relational(before) and body.article and body.tags & t.ORGANISATION
    if task and word.tags & t.VERBAL_NOUN and called > at + 1:
        return True  # الوكالة الوطنية لتنمية الواحات إلى …
    describes = _describes(before)
    other = t.GROUP | t.NAMES | (0 if scene.tokens[at - 2].word.article else t.ROLE)
    return called > at + 1 and describes and not before.tags & other


def _describes(word: Word) -> bool:
    """Whether a word is shaped like a definite participle: الخاضع، المنتمي."""
    return word.article and (word.stem[0] == "م" or word.stem[1:2] == "ا")


def _attached_relative(scene: Scene, at: int, end: int) -> str:
    """The preposition of بما، مما، ممن before a verb that names it: ندد بما وصفه بالظلم."""
    key = scene.tokens[at].word.key
    if key[1:] not in ("ما", "من") or at + 1 >= end:
        return ""
    verb = scene.tokens[at + 1].word
    noun = verb.article or not verb.tags & t.VERBAL_NOUN  # بما تحقق
    verbal = (
        verb.forms
        or verb.tags & (t.VERB | t.PERFECTIVE | t.AUXILIARY)
        or verb.rules & (t.TITLING | t.STYLING)
    )
    if not verbal and not imperfect(verb) and noun:
        return ""
    return {"ب": "ب", "م": "من"}.get(key[0], "")


def _clause_soon(scene: Scene, at: int, end: int, entry: Entry, place: bool) -> bool:
    """Whether بأن follows, so that what stands before it tells where: أفاد مصدرنا بالجهة، فلان، بأن …; an act
    (بقتل مدني، بأنه) tells where only right before it.
    """
    for k in range(at, min(at + (_LONGEST_PLACE if place else _SOON), end)):
        word = scene.tokens[k].word
        if word.text in COMMAS and place:
            continue
        if word.kind == "sign" or word.conjunction or word.verbal or word.participle:
            return False
        if word.preposition == "ب" and complements(word, None, entry):
            return True
        if word.key in entry.before_an and k + 1 < end and complements(scene.tokens[k + 1].word, word, entry):
            return True  # ألمح المدير بالمنطقة فلان إلى أن
    return False
