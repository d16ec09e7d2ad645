"""Why a verb of saying reports nothing where it stands, whatever its content: nobody speaks, another verb."""

from __future__ import annotations

import re

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import OF_HIM, feminine, himself
from qawl.lexicon.word import NOTHING, Entry, Form, Word
from qawl.phrases import Phrase
from qawl.scene import COMMAS, DASHES, Scene
from qawl.statements.agreement import CAN_SPEAK
from qawl.statements.choice import is_act
from qawl.statements.issuing import text_before_colon
from qawl.statements.things import after_act, goes_on_with_thing, tells_of_thing

_NOMINAL = frozenset({"NP", "ب", "الى", "عن", "على"})
_SHOWS = t.DOCUMENT | t.ORGANISATION | t.GROUP | t.MEDIA
"""What can show something."""
_SEEN = frozenset({"think", "point_out", "show"})
"""Senses of what one who only looks on may do."""
_SPEAKS = CAN_SPEAK | t.KNOWN_ORGANISATION
_OF_THEM = re.compile("من(?:هم|هن|ها|ا)?")
"""What stands behind عدد where it counts who speaks: عدد من السكان، عدد منهم."""
_FARTHEST_OBJECT = 10
"""Tokens behind a verb among which its object stands."""
_LONGEST_NAME = 4
"""Tokens from mark to mark of what something is called."""


def hopeless(scene: Scene, candidate: Candidate) -> str:
    """Why the verb can report nothing in this sentence whatever stands around it; empty where it may.

    A first look that spares the search: such a verb reports only with what the sentence does not hold.
    """
    tokens, at, entry = scene.tokens, candidate.at, candidate.form.entry
    if entry.evidence not in ("light", "quote", "clause"):
        return ""
    if entry.light_nouns and any(token.word.stem in entry.light_nouns for token in tokens[at + 1 :]):
        return ""
    if entry.evidence == "light":
        return "" if "text" in entry.takes and text_before_colon(scene, at) else "reports only with its noun"
    if scene.closing or any(token.word.text == ":" for token in tokens):
        return ""
    if tokens[0].word.rules & t.THUS:
        return ""  # "…". هكذا اختصر المزارع معاناته
    if entry.evidence == "quote":
        return "reports only with a quotation or a colon"
    held = "object+predicate" in entry.governed  # عدّ القرار باطلا
    if held or entry.governed & _NOMINAL or any(take.startswith("source+") for take in entry.governed):
        return ""
    opens = t.QUESTION if "هل" in entry.governed else 0  # ويروي فلان كيف
    if entry.sense in ("add", "continue") and "quote" in entry.takes:
        return ""  # وتابع لن نقبل
    clause = any(token.word.alef or token.word.tags & opens for token in tokens[at + 1 :])
    return "" if clause else "reports only with a clause"


def _said_of_thing(scene: Scene, candidate: Candidate) -> bool:
    """Whether an indefinite thing is what is told of, by those whom the verb alone shows: في هجمات يقولون
    إنها رد على القصف, عقوبات تقول إنها مؤقتة; not وثيقة تقول إنها, أدلة تشير إلى أنها.
    """
    form, at = candidate.form, candidate.at
    thing, following = scene.tokens[at - 1].word, scene.tokens[min(at + 1, len(scene.tokens) - 1)].word
    itself = following.tags & t.COMPLEMENTIZER and following.pronoun in ("ه", "ها")
    if not itself or form.entry.sense != "say" or thing.article:
        return False
    aside = scene.tokens[at - 2].word.text in DASHES  # التي ترفض – لأسباب تقول إنها أمنية – المسح
    several = form.number == "p" and form.gender == "m"
    return several or not (aside or thing.tags & (t.DOCUMENT | t.MEDIA | t.ORGANISATION))


def no_speaker(scene: Scene, candidate: Candidate, subject: Phrase | None) -> str:
    """Why nobody can have said it, whatever the content; empty where somebody can."""
    form, at = candidate.form, candidate.at
    if "inner" in form.entry.takes and _unvoiced(scene, candidate, subject):
        return "a thought that nobody voices here"
    behind = subject is not None and subject.start > at
    following = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else None
    much = following is not None and (following.key == "من" or following.kind == "number")
    if scene.tokens[at].word.rules & t.OTHER_VERB and much:
        return "the verb is another one, which says nothing (يبلغ من العمر، يبلغ 50 عاما)"
    if form.entry.others and has_other_object(scene, candidate):
        return "with this object it is another verb, which says nothing (شدد القيود)"
    told = "told" in form.entry.takes and not (form.pronoun or behind)
    if told and following is not None and following.preposition == "ب" and not following.rules & t.RETURNING:
        return "the passive, which is written alike (الأسرة أبلغت بالقرار)"
    thing = at > 0 and _is_thing(scene.tokens[at - 1].word) and not _owned_by_somebody(scene, at - 1)
    thing = thing and not _said_of_thing(scene, candidate)
    if thing and (form.tense == "i" or form.entry.sense == "warn") and not (form.prefix or behind):
        return "a thing's relative clause or adjective (أدلة تشير إلى، هدوء حذر)"
    if subject is None:
        return _nobody_named(scene, candidate) or _is_asked_of(scene, candidate)
    return (
        _says_nothing(scene, candidate, subject)
        or _is_passive(scene, candidate, subject)
        or _is_no_person(scene, candidate.form.entry, subject)
    )


def has_other_object(scene: Scene, candidate: Candidate) -> bool:
    """شددت السلطات القيود، شدد قبضته، قضى على خصمه، اعترف بدولة, لاح في الأفق, which the table has with its
    ال; not شددت هيئة الرقابة على, whose subject ends with the noun.
    """
    entry, at = candidate.form.entry, candidate.at
    taken = entry.prepositions | entry.before_an
    before = scene.tokens[at].word
    for k in range(at + 1, min(at + _FARTHEST_OBJECT, len(scene.tokens))):
        word = scene.tokens[k].word
        if candidate.form.tense == "p" and scene.closing.get(k, 0) > k + _LONGEST_NAME:
            return False  # وتابع "سنواصل العمل …"
        stem = word.stem[:-1] + "ة" if word.pronoun and word.stem.endswith("ت") else word.stem
        other = not {word.key, word.stem, stem}.isdisjoint(entry.others)
        if word.preposition in taken or (k == at + 1 and word.key in entry.others):
            return other
        if (
            word.kind == "sign"
            and word.text != "/"
            and k not in scene.closing
            or word.tags & t.COMPLEMENTIZER
            or word.key in taken
        ):
            behind = scene.tokens[k + 1].word.stem if k + 1 < len(scene.tokens) else ""
            return f"{word.key}+{behind}" in entry.others  # اعتذر المدرب عن | تولي المهمة
        owned = k > at + 1 and before.nominal and not (before.article or before.pronoun)  # مرجعا حقوقه
        owned = owned and not before.tags & (t.NAMES | t.PLACE)
        owned = owned or bool(before.rules & t.TITLING)  # باسم الحكومة
        fixed = word.key in entry.others and word.key != word.stem
        if fixed and k > at + 1:
            return True
        if other and not (owned or word.preposition or word.conjunction or before.tags & t.PREPOSITION):
            return True
        before = word
    return False


def _is_thing(word: Word) -> bool:
    """Whether a word is an indefinite thing: أدلة; in the accusative of any common noun: برنامجا، خططا."""
    common = word.tags & (t.PLAIN | t.CLAIM_NOUN) and not word.tags & CAN_SPEAK
    object_ = common and word.key == word.stem + "ا" and word.key != word.stem
    return bool(word.rules & t.THING or object_) and not (word.article or word.tags & t.NAME)


def _owned_by_somebody(scene: Scene, at: int) -> bool:
    """Whether a noun belongs to what somebody is: ربة منزل تقول، بائع خضار يقول."""
    before = scene.tokens[max(at - 1, 0)].word
    return (
        at >= 0 and bool(before.tags & t.ROLE) and before.nominal and not (before.article or before.pronoun)
    )


def _nobody_named(scene: Scene, candidate: Candidate) -> str:
    """Why a verb without a subject in the sentence reports nothing; empty where it may."""
    form, entry = candidate.form, candidate.form.entry
    verb = scene.tokens[candidate.at].word
    if entry.evidence == "show" and form.number != "p":
        return "nothing is named that shows it"
    which = scene.tokens[candidate.at - 1].word if candidate.at else verb
    if entry.sense == "think" and which.rules & t.RELATIVE_PLURAL and form.number != "p":
        return "a thought that nobody voices here"  # الأشخاص الذين يرى أنهم خطرون
    if scene.inside[candidate.at] >= 0 and _of_first_person(scene, candidate):
        return "those in marks speak of themselves («لاحظت أن», «لقد طالبونا»)"
    if verb.rules & t.OTHER_VERB:
        return "the verb is another one, which says nothing (يبلغ طوله)"
    then = scene.tokens[candidate.at + 1].word if candidate.at + 1 < len(scene.tokens) else verb
    if entry.blames and not form.pronoun and then.rules & t.BLAME and not _whose(scene, candidate.at + 2):
        return "nobody is named whom it is blamed on (المشاركة في العمل وتحمل المسؤولية)"
    event = then.tags & t.VERBAL_NOUN and not then.pronoun
    if _lacks_its_object(scene, candidate):
        return "the passive, which is written alike (وصفت إصابته بالخطيرة، يتهم سالم بالقتل)"
    before = scene.tokens[candidate.at - 1].word if candidate.at else verb
    if before.key == "او" and form.tense == "i":
        return "what anybody may do besides (من يهدد أمننا أو يشكك في قدرتنا)"
    if _may_be_impersonal(form) and before.rules & t.RELATIVE_FEMININE:
        return "impersonal: nobody is named who says it"  # البضائع التي يزعم أنها مهربة
    if _may_be_impersonal(form) and not form.prefix and event:
        return "impersonal: nobody is named who says it"  # كما يتوقع حضور الوزير
    thing = after_act(scene, candidate) or goes_on_with_thing(scene, candidate)
    thing = thing or tells_of_thing(scene, candidate)
    return "an act or a thing stands before it" if thing else ""


def _lacks_its_object(scene: Scene, candidate: Candidate) -> bool:
    """Whether a verb with nobody named has no object of its own, so that it is the passive: وصفت إصابته
    بالخطيرة، السيول التي وصفت بأنها، ويتهم سالم بالقتل، وأمس، أعلن عن وفاة فلان.
    """
    form, entry, at = candidate.form, candidate.form.entry, candidate.at
    if form.pronoun or form.number != "s" or at + 1 >= len(scene.tokens):
        return False
    then = scene.tokens[at + 1].word
    if entry.sense == "describe" and form.tense == "p":
        return then.preposition == "ب" or form.gender == "f" and not form.prefix and feminine(then)
    if entry.sense == "accuse" and (form.tense, form.gender) == ("i", "m"):
        several = then.article and then.key.endswith("ون")
        return several or bool(then.tags & (t.SURE_NAME | t.NAME_PARTICLE) and not then.preposition)
    return form.gender == "m" and form.tense == "p" and not form.prefix and _told_by_nobody(scene, at)


def _told_by_nobody(scene: Scene, at: int) -> bool:
    """والثلاثاء الماضي، أعلن عن وفاة فلان، وقد أبلغ عن حالات: a verb right behind a comma or قد, with عن and
    a noun that is of nobody named before.
    """
    if at + 2 >= len(scene.tokens) or scene.tokens[at + 1].word.key != "عن":
        return False
    before, told = scene.tokens[at - 1].word if at else NOTHING, scene.tokens[at + 2].word
    opens = before.text in COMMAS or before.tags & t.PERFECTIVE
    return bool(opens) and told.nominal and not (told.pronoun or told.article or told.tags & t.NAMES)


def _whose(scene: Scene, at: int) -> bool:
    """Whether ل, إلى or على tells near whose the blame is: وحمل مسؤولية الأزمة للحكومة."""
    near = (token.word for token in scene.tokens[at : at + _FARTHEST_OBJECT])
    return any(word.preposition == "ل" or word.key in ("الى", "على", "ل", "لـ") for word in near)


def _of_first_person(scene: Scene, candidate: Candidate) -> bool:
    """Whether the first word in marks may be in the first person, or a verb there in the plural, with nobody
    named, has who speaks there as its object.
    """
    at, form = candidate.at, candidate.form
    alike = form.tense == "p" and any(f.person == "1" for f in scene.tokens[at].word.forms)
    return alike and scene.inside[at] == at - 1 or form.number == "p" and form.pronoun in ("نا", "ني")


def _is_asked_of(scene: Scene, candidate: Candidate) -> str:
    """Why the verb of a relative is the passive, of what is asked of whom the relative stands for, or of
    somebody behind قد; empty where it may not be.
    """
    then = scene.tokens[candidate.at + 1].word if candidate.at + 1 < len(scene.tokens) else None
    if then is None or not then.rules & t.RETURNING:
        return ""
    before = scene.tokens[candidate.at - 1].word if candidate.at else then
    if not (candidate.relative and candidate.form.tense == "i" or before.tags & t.PERFECTIVE):
        return ""
    asked = "addressee+من" in candidate.form.entry.takes and then.key.startswith("من")
    return "the passive, which is written alike (التي يطلب منها أن)" if asked else ""


def _says_nothing(scene: Scene, candidate: Candidate, subject: Phrase) -> str:
    """Why the verb says nothing of the subject; empty where it may."""
    entry, at = candidate.form.entry, candidate.at
    head = noun_of(scene, subject)
    other = scene.tokens[at].word.rules & t.OTHER_VERB
    nobody = not (subject.named or subject.head or head.article)
    if nobody and subject.start > at and after_act(scene, candidate):
        return "an act or a thing stands before it"  # إن جريمة قتله تكشف معنى …
    then = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else head
    apart = subject.end < at and bool(then.tags & t.COMPLEMENTIZER)  # المشاهد، وبالبحث عنها تبين أن
    apart = apart or subject.end <= at and scene.tokens[at - 1].word.text in COMMAS
    counted = subject.head & t.QUANTIFIER and not subject.head & (CAN_SPEAK & ~t.QUANTIFIER)
    if other and (apart or counted):
        return "the verb is another one, which says nothing (…، تبين أن)"
    if other and then.nominal and then.key.endswith(OF_HIM) and not then.tags & CAN_SPEAK:
        return "the verb is another one, which says nothing (يبلغ طوله)"
    first = scene.tokens[subject.start].word
    shown = bool(first.tags & t.DEMONSTRATIVE)  # هذه المشاركة
    told = entry.sense != "say" and not subject.named and (shown or head is first)
    act = told and _is_definite_act(head, shown)
    person = head.rules & t.INTERLOCUTOR or subject.named and head.tags & t.NAME  # وأضاف محدثنا
    if act or head.rules & t.THING and not person:
        return "the subject is a thing"
    if head.rules & t.ONLOOKER and candidate.form.tense == "i" and entry.sense in _SEEN and not subject.named:
        return "anybody sees it, nobody says it (يلاحظ القارئ أن)"
    if entry.evidence == "show" and subject.head & (t.NAME | t.ROLE) and not subject.head & _SHOWS:
        return "the subject is nothing that shows it"
    if other and not (subject.named or subject.head & _SPEAKS):
        return "the verb is another one, which says nothing (يبلغ طوله)"
    return ""


def noun_of(scene: Scene, subject: Phrase) -> Word:
    """The noun that heads a subject, behind هذا and كل and their like: هذه الخطوة، كل هذه الآثار، العديد من
    القيم.
    """
    at = subject.start
    while at + 1 < subject.end and _leads_noun(scene.tokens[at].word, at > subject.start):
        at += 1
    return scene.tokens[at].word


def _leads_noun(word: Word, behind_another: bool) -> bool:
    """Whether a word only tells which or how many of what the noun behind it names."""
    which = word.tags & (t.DEMONSTRATIVE | t.QUANTIFIER) or word.rules & t.UNDEFINED
    return bool(which) and not word.tags & t.ORGANISATION or behind_another and word.key == "من"


def _is_definite_act(word: Word, shown: bool) -> bool:
    """الاكتشاف، هذه المشاركة; not الاتحاد, which is a body, nor التحذير, which is said, nor المقاومة."""
    act = word.tags & ~t.PLAIN == t.VERBAL_NOUN and not word.forms
    return act and word.article and (shown or not word.key.endswith("ة"))


def _is_passive(scene: Scene, candidate: Candidate, subject: Phrase) -> str:
    """Why what seems the subject is what is told; empty where it may be who tells it."""
    form, entry = candidate.form, candidate.form.entry
    head = scene.tokens[subject.start].word
    his_own = himself(scene.tokens[min(candidate.at + 1, len(scene.tokens) - 1)].word)
    held = form.tense == "i" and "object+predicate" in entry.takes and not his_own
    if held and not subject.head & _SPEAKS:
        return "the passive, which is written alike (يعتبر القرار خطأ)"
    act = head.tags & t.VERBAL_NOUN or any(f.tense == "m" for f in head.forms)
    event = act and not subject.named and not subject.head & (CAN_SPEAK & ~t.DOCUMENT)
    if _may_be_impersonal(form) and event:
        return "impersonal: nobody is named who says it"  # ويتوقع إعلان النتائج غدا
    own = head.pronoun or head.article or entry.sense == "stress"  # ووجه الشكر، وجدد استعداد بلاده
    counted = head.kind == "number" or head.rules & t.COUNTING
    told = scene.tokens[subject.start + 1].word if counted and subject.start + 1 < len(scene.tokens) else head
    if f"noun:{told.stem}" in entry.takes and subject.start > candidate.at and not own:
        return "the passive, whose subject is what was told (وجهت له اتهامات، وجهت إليه ست تهم)"
    return ""


def _may_be_impersonal(form: Form) -> bool:
    """يتوقع, يرجح: it is expected."""
    masculine = (form.tense, form.gender, form.number) == ("i", "m", "s")
    return masculine and "impersonal" in form.entry.takes


def _is_no_person(scene: Scene, entry: Entry, subject: Phrase) -> str:
    """Why the subject is nobody who speaks; empty where it may be somebody."""
    head = scene.tokens[subject.start].word
    if entry.sense == "condemn" and head.rules & t.COURT:
        return "a verdict, not a statement"
    words = [token.word for token in scene.tokens[subject.start : subject.end]]
    alone = len(words) == 1
    points = any(word.rules & t.POINTING for word in words)
    if points and all(word.rules & t.POINTING or word.stem == "كل" for word in words):
        return "the subject is nobody who speaks"  # كل هذا يؤكد أن
    if entry.sense == "complain" and head.rules & t.LOCALITY and not subject.named:
        return "a place suffers, and says nothing"  # وتشكو المدينة من تراكم النفايات
    if not alone and is_act(head) and not head.rules & t.ISSUED_DOCUMENT:
        return "the subject is nobody who speaks"  # not نداء باريس
    if head.key == "عدد" and not alone and not _OF_THEM.fullmatch(scene.tokens[subject.start + 1].word.key):
        return "the subject is a number"
    return ""


def _unvoiced(scene: Scene, candidate: Candidate, subject: Phrase | None) -> bool:
    """الجنود الذين يعتقدون، قال إن الجنود يعتقدون، كان الجنود يعتقدون، اعتقدت الحكومة، تأمل الشركة."""
    form, at = candidate.form, candidate.at
    if {"think": "p", "express": "i"}.get(form.entry.sense) == form.tense or candidate.relative:
        return True
    begin = subject.start if subject is not None and subject.start < at else at
    while begin > 0 and (
        scene.tokens[begin - 1].word.tags & (t.PERFECTIVE | t.AUXILIARY)
        or scene.tokens[begin - 1].word.key == "وكان"  # written like وكأن
    ):
        begin -= 1
        if not scene.tokens[begin].word.tags & t.PERFECTIVE and form.entry.sense == "think":
            return True
    if subject is None and form.number == "p" and scene.inside[at] == at - 1 >= 0:
        return True  # "يعتقدون أننا سنرحل"
    before = scene.tokens[begin - 1].word if begin else None
    return before is not None and bool(before.tags & t.COMPLEMENTIZER)


def clause_begins(scene: Scene, at: int) -> bool:
    """Whether a verb may stand here and a preposition may not: at the sentence's start, after a sign, كما,
    قد, أنه.
    """
    if at == 0:
        return True
    before = scene.tokens[at - 1].word
    return before.kind == "sign" or bool(
        before.tags & (t.CONNECTIVE | t.PERFECTIVE | t.AUXILIARY | t.COMPLEMENTIZER)
    )
