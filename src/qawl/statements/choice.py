"""Which of the noun phrases around a verb of saying is its subject: the one before it, the one after it."""

from __future__ import annotations

from msgspec import structs

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import himself, nominative
from qawl.lexicon.word import NOTHING, Form, Word
from qawl.phrases import Phrase, noun_phrase
from qawl.phrases.apart import before_object
from qawl.phrases.phrase import LONGEST_QUOTED_NAME
from qawl.scene import COMMAS, DASHES, DETACHED, Scene
from qawl.statements import content
from qawl.statements.agreement import CAN_SPEAK, PRONOUNS, agrees, is_one
from qawl.statements.apposed import whole_subject
from qawl.statements.complements import told_to
from qawl.statements.enclosed import past
from qawl.statements.following import goes_on_after, only_word, past_adverbs
from qawl.statements.namesinmarks import says_of_it
from qawl.statements.objecthood import is_object, owned_in_marks
from qawl.statements.objects import has_predicate, past_share
from qawl.statements.openings import detached_la
from qawl.statements.settings import past_outlet

TAKES_PERSON = frozenset(
    {
        "addressee",
        "NP",
        "object+ب",
        "object+بان",
        "object+على",
        "object+ل",
        "object+الى",
        "object+مسءولية",
        "object+predicate",
    }
)
"""What a verb takes that may be a person beside its subject."""
_DESCRIBES = frozenset({"object+ب", "object+بان", "object+predicate", "object+الى"})
_THINGS = t.PLAIN | t.VERBAL_NOUN | t.DOCUMENT | t.SETTING | t.CLAIM_NOUN
_NAMED_IN_MARKS = t.ORGANISATION | t.KNOWN_ORGANISATION | t.MEDIA | t.OUTLET | t.DOCUMENT | t.GROUP
"""Whose names stand in marks: حركة "فتح", وكالة الأنباء "إرنا"."""
_NAMES = t.NAMES | t.PLACE | t.FUNCTION | t.KNOWN_ORGANISATION | t.OUTLET
_LONGEST_SUBJECT = 20
_LONGEST_NAME = 3
"""Tokens from mark to mark of what may be a name, though it begins like a clause: «تقدم»."""
_NEAR = 7
"""Within how many tokens of مسؤولية stands who is blamed."""
TAKES_ANOTHER = TAKES_PERSON - {"NP"}


def after_verb(scene: Scene, candidate: Candidate, before: Phrase | None, end: int) -> Phrase | None:
    """The noun phrase after the verb, past adverbs and those spoken to, where it may be the subject: no
    object and not who is accused. `before` is the subject that stands before the verb.
    """
    form, at = candidate.form, candidate.at
    takes = form.entry.governed
    start = _start_behind(scene, candidate, end)
    if start + 2 < end and scene.tokens[start].word.text == "(":
        return in_brackets(scene, start, end)
    if start + 1 < end and "NP" in takes and scene.tokens[start].word.key == "ذلك":
        start += bool(scene.tokens[start + 1].word.tags & CAN_SPEAK)  # أوضح ذلك الوزير
    governed = takes - {"addressee"} if form.pronoun else takes  # خاطبها المدرب فلان: she is spoken to
    if "object+predicate" in takes and _clause_soon(scene, start, end):
        governed = governed - {"object+predicate"}
    phrase = noun_phrase(scene, start, end, governed) or only_word(scene, start, end, governed)
    if phrase is None or start in scene.closing and not _is_called(scene, start, phrase, end):
        return None
    somebody = phrase.head & (CAN_SPEAK | t.NAME | t.TITLE | t.KNOWN_ORGANISATION)
    thing = not (somebody or scene.tokens[phrase.start].word.article)
    if thing and _is_said(scene, start, end, form):
        return None  # قال هناك نقاط ضعف، قال هذا القرار صائب
    if "object+predicate" in governed and not form.pronoun:
        phrase = _without_object(scene, phrase, end)
    if "object+predicate" in takes and form.pronoun:
        phrase = _without_predicate(scene, phrase)
    if before is not None and at + 1 < end and scene.tokens[at + 1].word.text in COMMAS:
        return None  # المتحدث، قال، الخميس، خلال مؤتمر صحفي، إن
    if form.prefix and "object+predicate" in takes and _held(scene, phrase, end):
        return None  # واعتبر القرار خطوة جيدة
    if form.pronoun and "object+predicate" in takes and _is_said_of_it(scene.tokens[phrase.start].word):
        return None  # واعتبره إخلالا بالأمن
    first = scene.tokens[phrase.start].word
    if first.conjunction or is_object(scene, phrase, form, takes):
        return None
    if phrase.head & t.LISTENER and scene.tokens[phrase.start].word.key.startswith("ل"):
        told = scene.tokens[phrase.start].word
        # وقال للصحفيين الوزير …، قال لبي بي سي إن
        following = scene.tokens[min(phrase.start + 1, end - 1)].word
        several = told.article or told.stem.endswith("ين") and not following.article  # للصحفيين | فلان
        phrase = noun_phrase(scene, phrase.start + 1 if several else phrase.end, end, takes)
        if phrase is None or phrase.start in scene.closing:
            return None
    if takes & _DESCRIBES and _nothing(scene.tokens[phrase.start].word):
        return None  # ووصف ذلك بأنه …
    phrase = whole_subject(scene, phrase, end, takes)
    if form.entry.objects and not form.pronoun:
        phrase = _without_himself(scene, phrase, form, end)
    behind = form.entry.sense == "inform" and "addressee" in takes and _told_behind(scene, phrase)
    if before is None and (behind or _accused(scene, phrase, form, takes, end)):
        if not phrase.object:
            subject = before_object(scene, phrase)
            if subject.end == phrase.end and _described_another(scene, phrase, form, end):
                subject = _without_last(scene, phrase)
            return subject if subject.end < phrase.end else None  # وصف محاميه | الحكم بأنه
        name = (phrase.name_start, phrase.name_end) if phrase.name_start < phrase.object else (0, 0)
        phrase = Phrase(  # اتهم فلان الرئيس بكذا، أبلغ الأمين العام | الرئيس فلانا أن
            phrase.start, phrase.object, phrase.head, name[1] > 0, *name
        )
    return _by_whom(scene, phrase, end, takes) or phrase


def _described_another(scene: Scene, phrase: Phrase, form: Form, end: int) -> bool:
    """Whether the pronoun of بأنها right behind a phrase that the verb agrees with is none of its head, so
    that the phrase holds the object too: وصف رئيس بلدية كذا | المتهمين بأنهم، وصف سالم | الخطة بأنها.
    """
    opening = scene.tokens[phrase.end].word if phrase.end < end else NOTHING
    shown = PRONOUNS.get(opening.pronoun) if opening.tags & t.COMPLEMENTIZER else None
    if shown is None or form.number != "s" or not (phrase.named or is_one(scene, phrase)):
        return False
    another = shown[1] == "p" or form.gender != shown[0] and shown[1] == "s"
    return another and agrees(scene, phrase, form)


def _without_last(scene: Scene, phrase: Phrase) -> Phrase:
    """The phrase of one person without the last noun, or the last two of which one owns the other."""
    at = phrase.end - 1
    owned = at - 1 > phrase.start and not scene.tokens[at].word.article
    at -= owned
    if at <= phrase.start:
        return phrase
    name = (phrase.name_start, min(phrase.name_end, at)) if phrase.name_start < at else (0, 0)
    return Phrase(phrase.start, at, phrase.head, name[1] > 0, *name)


def _start_behind(scene: Scene, candidate: Candidate, end: int) -> int:
    """Where the subject may begin behind the verb: past adverbs, what stands between commas or dashes, and an
    outlet that is spoken to.
    """
    at = candidate.at
    start = past_adverbs(scene, at + 1 + (candidate.relative and returns(scene, at)), end, candidate.form)
    if start < end and scene.tokens[start].word.text in COMMAS:
        behind = _past_told(scene, start, end)  # قال، لـ«المدى»، فلان
        start = behind or content.skip_circumstances(scene, start, end)  # دعا، في وقت سابق، أعضاء …
    elif start < end and scene.tokens[start].word.text in DASHES:
        then = past(scene, start, scene.tokens[start].word.text, end)
        start = then if then > start + 1 else start  # قال -في تصريحات- الوزير
    if start + 1 in scene.closing and detached_la(scene.tokens[start].word):
        return past_outlet(scene, start, end)  # وقال لـ«كذا» فلان
    return start


def _past_told(scene: Scene, comma: int, end: int) -> int:
    """Past the comma behind those who are spoken to between commas; 0 where none are."""
    if comma + 1 >= end or not told_to(scene.tokens[comma + 1].word):
        return 0
    near = range(comma + 2, min(comma + LONGEST_QUOTED_NAME, end))
    return next((k + 1 for k in near if scene.tokens[k].word.text in COMMAS), 0)


def _is_called(scene: Scene, at: int, phrase: Phrase, end: int) -> bool:
    """Whether a phrase in marks right behind the verb names who speaks, and is not what was said: not وأضاف
    "ستكون أكبر بعثة" ترسلها المنظمة.
    """
    long = scene.closing[at] - at > _LONGEST_NAME
    clause = long and says_of_it(scene.tokens[at - 1].word, scene.tokens[at + 1].word)
    return not (clause or owned_in_marks(scene, at)) and goes_on_after(scene, phrase, end)


def _by_whom(scene: Scene, phrase: Phrase, end: int, takes: frozenset[str]) -> Phrase | None:
    """Who speaks where a verb that cannot do without its object is passive, though written like the active:
    اتهم الوزير من قبل خصومه بكذا; not هدد الرئيس من قبل أوروبا بكذا, which may be "before".
    """
    at = phrase.end
    if "object+ب" not in takes or at + 2 >= end or scene.tokens[at].word.key != "من":
        return None
    if scene.tokens[at + 1].word.key != "قبل":
        return None
    agent = noun_phrase(scene, at + 2, end, takes)
    follows = agent is not None and agent.end < end and scene.tokens[agent.end].word.preposition == "ب"
    return agent if follows else None


def in_brackets(scene: Scene, at: int, end: int) -> Phrase | None:
    """The outlet or body that stands alone in brackets: ذكرت (واس) أن, أوضحت (سي.إن.إن)، الأحد، أن."""
    phrase = noun_phrase(scene, at + 1, end, frozenset())
    if phrase is None or phrase.end >= end or scene.tokens[phrase.end].word.text != ")":
        return None
    known = phrase.head & (t.OUTLET | t.KNOWN_ORGANISATION | t.MEDIA | t.ORGANISATION)
    abbreviated = any(token.word.text == "." for token in scene.tokens[phrase.start : phrase.end])
    return phrase if known or abbreviated or phrase.end == phrase.start + 1 else None


def _told_behind(scene: Scene, phrase: Phrase) -> bool:
    """Whether somebody else is named behind an office: أبلغ الأمين العام | الرئيس فلانا أن."""
    behind = 0 < phrase.object <= phrase.name_start
    return behind and scene.tokens[phrase.object].word.article


def _clause_soon(scene: Scene, at: int, end: int) -> bool:
    """Whether a verb that takes an object and its predicate takes a clause here: اعتبر المجلس الأعلى أن …"""
    for k in range(at, min(at + _LONGEST_SUBJECT, end)):
        word = scene.tokens[k].word
        if word.alef and not word.conjunction:
            return True
        if "\u064b" in word.text or word.participle is not None and scene.tokens[k - 1].word.text in COMMAS:
            return False
        if word.kind == "sign" and word.text not in COMMAS:
            return False
    return False


def _is_said(scene: Scene, at: int, end: int, form: Form) -> bool:
    """Whether a noun phrase behind هناك, or that begins with هذا, is what was said, since nothing else opens
    it.
    """
    if scene.tokens[at - 1].word.rules & t.EXISTENCE:
        return not _clause_soon(scene, at, end)
    shown = scene.tokens[at].word.tags & t.DEMONSTRATIVE and form.entry.sense in ("say", "add")
    ahead = range(at, min(at + _LONGEST_SUBJECT, end))
    return bool(shown) and not any(content.opens(scene, k) for k in ahead)


def _without_object(scene: Scene, phrase: Phrase, end: int) -> Phrase:
    """The phrase of a body or person without the noun that looks like its adjective, where only that one can
    be what is held to be something: عدت الحركة | العملية خرقا.
    """
    last = phrase.end - 1
    word = scene.tokens[last].word
    thing = word.article and word.tags & _THINGS and not word.tags & ~_THINGS
    if last == phrase.start or not thing or not phrase.head & (CAN_SPEAK | t.KNOWN_ORGANISATION):
        return phrase
    following = scene.tokens[min(phrase.end, end - 1)].word
    object_behind = has_predicate(scene, phrase.end, end) and not following.key.endswith("ا")
    if object_behind or not has_predicate(scene, last, end):
        return phrase
    return Phrase(phrase.start, last, phrase.head, phrase.named, phrase.name_start, phrase.name_end)


def _without_himself(scene: Scene, phrase: Phrase, form: Form, end: int) -> Phrase:
    """The phrase of somebody who says of himself what stands behind: اعتبر الوزير | نفسه مسؤولا عن الحادث،
    اتهم اللاعب | نفسه بالتقصير; not اعتبر الوزير نفسه القرار خطأ, وصف المحامي المادة نفسها بأنها.
    """
    for at in range(phrase.start + 1, min(phrase.end, end - 1)):
        word, then = scene.tokens[at].word, scene.tokens[at + 1].word
        if himself(word):
            held = "object+predicate" in form.entry.governed and not then.article
            told = not {then.preposition, then.key}.isdisjoint(form.entry.prepositions)
            told = told or form.entry.blames and then.rules & t.BLAME > 0
            told = told or held and has_predicate(scene, at, end)
            his = told and word.key.endswith("ها") == (form.gender == "f")
            return structs.replace(phrase, end=at, name_end=min(phrase.name_end, at)) if his else phrase
    return phrase


def _without_predicate(scene: Scene, phrase: Phrase) -> Phrase:
    """The phrase of a person without the words at its end that tell what something is held to be: in marks
    (اعتبرها سالم | "جوهرة") or in the accusative (اعتبره الوزير | دليلا).
    """
    for at in range(phrase.start + 1, phrase.end):
        before, word = scene.tokens[at - 1].word, scene.tokens[at].word
        person = (before.article or before.tags & (t.NAMES | t.PLACE)) and not phrase.head & _NAMED_IN_MARKS
        held = word.key.endswith("ا") and not (word.article or word.preposition or word.tags & _NAMES)
        if held or person and scene.closing.get(at) == phrase.end - 1:
            start, name_end = min(phrase.name_start, at), min(phrase.name_end, at)
            return Phrase(phrase.start, at, phrase.head, start < name_end, start, name_end)
    return phrase


def _held(scene: Scene, phrase: Phrase, end: int) -> bool:
    """Whether the noun phrase is no person, and right after it stands what it is held to be."""
    if phrase.named or phrase.head & (CAN_SPEAK & ~t.DOCUMENT) or phrase.end >= end:
        return False
    word = scene.tokens[phrase.end].word
    return not word.article and has_predicate(scene, phrase.start, phrase.end + 1)


def _is_said_of_it(word: Word) -> bool:
    """Whether an indefinite noun is what something is held to be and nobody who holds it so."""
    shaped = word.tags & t.VERBAL_NOUN or word.key.endswith("ا") or "\u064b" in word.text
    return bool(shaped) and not (word.article or word.tags & CAN_SPEAK)


def follows(scene: Scene, candidate: Candidate, before: Phrase, following: Phrase, end: int) -> bool:
    """Whether the phrase after the verb is its subject and not the one before it."""
    form, at = candidate.form, candidate.at
    takes = form.entry.governed
    tokens = scene.tokens
    if tokens[at - 1].word.text in COMMAS and not takes & TAKES_ANOTHER:
        return True
    if before.start in scene.closing and scene.closing[before.start] + 1 >= before.end:
        names = t.KNOWN_ORGANISATION | t.ORGANISATION | t.OUTLET | t.PLACE | t.NAME
        called = tokens[before.start + 1].word.tags & names and takes & TAKES_ANOTHER
        return not called  # "…" قال فلان, but "حزب الله" يتهم الحكومة
    if before.end == before.start + 1 and tokens[before.start].word.rules & t.POINTING:
        return True
    if not agrees(scene, following, form):
        return False
    noun = tokens[before.start].word
    if form.pronoun[:1] == "ه" and before.end == at and not (before.named or noun.article):
        return True  # في قرار اعتبره الوزير خطأ
    if nominative(tokens[following.start].word):
        return True  # فيديو زعم ناشروه أن
    if not agrees(scene, before, form):
        return True
    speaks = following.head & CAN_SPEAK
    text = before.head & t.DOCUMENT and not (before.named or tokens[before.start].word.article)
    people = following.named or following.head & (t.ROLE | t.GROUP | t.UNNAMED)
    if text and people and _opens(scene, following.end, end, takes):
        return True  # وهو قرار يرى خبراء أنه خاطئ
    somebody = speaks or following.named or tokens[following.start].word.article
    if somebody and not takes & TAKES_PERSON and _opens(scene, following.end, end, takes):
        return True  # مواقع قالت إسرائيل إنها …: the verb takes nothing else that could stand there
    somebody = before.named or before.head & (CAN_SPEAK | t.KNOWN_ORGANISATION)
    return bool(speaks) and not (somebody or takes & TAKES_ANOTHER)


def relative_object(scene: Scene, candidate: Candidate, before: Phrase, following: Phrase | None) -> bool:
    """Whether what الذي stands for is no subject, because one follows the verb: الذي قال الوزير إنه …; not
    الرئيس الذي هنأ المنتخب.
    """
    form, takes = candidate.form, candidate.form.entry.governed
    if following is None or "addressee" in takes:
        return False
    if _accused(scene, following, form, takes, scene.limit(candidate.at)):
        return False  # النائبة التي اتهمت الحكومة بالتقصير
    if (
        "person" in takes
        and not candidate.form.pronoun
        and (before.named or before.head & (t.ROLE | t.TITLE))
    ):
        return False
    verbal = following.head & t.VERBAL_NOUN and not following.head & (t.ORGANISATION | t.PLACE | t.ROLE)
    return bool(following.head & CAN_SPEAK and not verbal) and agrees(scene, following, candidate.form)


def _opens(scene: Scene, at: int, end: int, takes: frozenset[str]) -> bool:
    """Whether the content begins at the token, or after the preposition there that the verb takes."""
    if at >= end:
        return False
    if content.opens(scene, at):
        return True
    return scene.tokens[at].word.key in takes and at + 1 < end and content.opens(scene, at + 1)


def returns(scene: Scene, at: int) -> bool:
    """Whether a pronoun after the verb points back to where it was said: اليوم الذي أعلنت فيه الحكومة …"""
    return at + 1 < len(scene.tokens) and bool(scene.tokens[at + 1].word.rules & t.RETURNING)


def _accused(scene: Scene, following: Phrase, form: Form, takes: frozenset[str], end: int) -> bool:
    """Whether the only noun phrase before بـ is the object of a verb that needs one: واتهمت إسرائيل بكذا"""
    if form.pronoun or following.end >= end:
        return False
    if form.entry.blames:
        return _blamed(scene, following, end)
    word = scene.tokens[following.end].word
    speaks = (
        form.gender == "f" and following.head & (t.ORGANISATION | t.PLACE) and agrees(scene, following, form)
    )
    speaks = speaks or bool(following.head & t.HONORIFIC)
    if {"addressee", "على"} <= takes and word.key == "على" and not (following.named or speaks):
        return True  # كما حض الشركات على مغادرتها
    if word.key in ("على", "الى") and f"object+{word.key}" in takes:
        return True  # وشكر البنك الدولي على دعمه
    if not takes & {"object+بان", "person"}:
        return False
    marked = word.key == "ب" and following.end + 1 in scene.closing  # واتهمت الحكومة بـ"التملص"
    attached = word.preposition == "ب" and (word.tags & t.COMPLEMENTIZER or not word.tags & t.SETTING)
    return bool(marked or attached)


def _blamed(scene: Scene, following: Phrase, end: int) -> bool:
    """Whether only one noun phrase stands between a verb of blaming and مسؤولية, and nobody who is blamed
    behind it: لكنها حملت الفصائل مسؤولية الأزمة; not حملت الحركة مسؤولية الأزمة لإسرائيل.
    """
    behind = (k for k in range(following.start, following.end) if scene.tokens[k].word.rules & t.BLAME)
    at = next(behind, following.end)
    at += at + 1 < end and scene.tokens[at].word.text in COMMAS  # وحمل الرئيس، فلانا، مسؤولية كذا
    at = past_share(scene, at, end)
    if at == following.start or at >= end or not scene.tokens[at].word.rules & t.BLAME:
        return False
    near = (token.word for token in scene.tokens[at + 1 : at + _NEAR])
    return not any(word.preposition == "ل" or word.key == "الى" or word.text in DETACHED for word in near)


def _nothing(word: Word) -> bool:
    return bool(word.rules & (t.THING | t.POINTING)) or is_act(word)


def is_act(word: Word) -> bool:
    """تنامي الزراعة، محاولة الوزارة; not أصحاب، أعضاء, which are shaped like the verbal noun of أفعل, nor
    تقديرات, nor سيادة المطران.
    """
    shaped = word.stem[:1] == "ا" and word.stem[3:4] == "ا"
    return bool(word.tags & t.VERBAL_NOUN and not word.rules & t.HONOUR) and not (
        word.article or word.preposition or shaped or word.stem.endswith("ات") or word.tags & CAN_SPEAK
    )
