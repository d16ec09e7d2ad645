"""How far the noun phrase after a verb of saying goes that is who speaks, and what may stand before it."""

from __future__ import annotations

from msgspec import Struct

from qawl.lexicon import tags as t
from qawl.lexicon.shape import (
    OF_HIM,
    accusative,
    adjective_alone,
    another_given,
    calls_so,
    man_behind_woman,
    superlative,
    the_saying,
)
from qawl.lexicon.word import NOTHING, Form, Word
from qawl.phrases import TAKES_OBJECTS, TAKES_PEOPLE, Phrase
from qawl.scene import COMMAS, DASHES, Scene
from qawl.statements import content
from qawl.statements.complements import told_to
from qawl.statements.objects import is_plain_object

_FARTHEST_NAME = 10
"""Tokens between a role and the name or complementizer that shows what stands there to be the subject."""
_MOST_COMMAS = 2
"""Commas inside a subject: قال المدعي العام، فلان، إن."""
_OF_ME = ("مني", "منا")
"""من with the pronoun, a name elsewhere."""
_DESCRIBES = frozenset({"object+ب", "object+بان"})


def past_adverbs(scene: Scene, at: int, end: int, form: Form) -> int:
    """Past adverbs between verb and subject: أمس، خلالها، طلب مني, and accusatives such as قطعيا, never its
    subject; after a verb in the feminine with no noun behind it, such a word is a woman's name (كاروليا).
    """
    while at < end:
        word = scene.tokens[at].word
        if at + 1 < end and superlative(word, scene.tokens[at + 1].word):
            break  # قال أول رئيس منتخب
        adverb = (
            "\u064b" in word.text
            or not word.tags
            and not word.article
            and word.key.endswith("يا")
            and len(word.key) > 4
            and (form.gender != "f" or at + 1 < end and scene.tokens[at + 1].word.nominal)
        )
        asked = word.key in _OF_ME and "addressee+من" in form.entry.takes
        if not (
            asked
            or word.tags & t.TIME
            and not word.nominal
            and not word.tags & t.PREPOSITION
            or adverb
            and word.kind == "word"
            and not word.forms
        ):
            break
        at += 1
    return at


def only_word(scene: Scene, at: int, end: int, takes: frozenset[str]) -> Phrase | None:
    """An unknown word between the verb and its complementizer or bare object, or the participle that says the
    same, which is the subject whatever its shape: قالت فيروخي إن, وتابع ذكار قائلا, استبعد بولتن نقل المقر;
    or before a comma and who it is: أوضحت نوغا، وهي باحثة.
    """
    if takes & (TAKES_OBJECTS - {"NP"}) or at + 1 >= end:
        return None
    following = scene.tokens[at + 1].word
    told = "NP" in takes and is_plain_object(following)
    introduced = following.text in COMMAS and at + 3 < end and _identifies(scene, at + 2)
    if not (told or following.tags & t.COMPLEMENTIZER or following.participle or introduced):
        return None
    word = scene.tokens[at].word
    if word.kind != "word" or word.tags or word.forms or "\u064b" in word.text:
        return None
    if word.preposition == "ل" and word.article:
        return None  # أظهرت للغرب أنها
    return Phrase(at, at + 1, word.tags, True, at, at + 1)


def _identifies(scene: Scene, at: int) -> bool:
    """Whether the words at the token tell who somebody is: وهي باحثة، التي قادت الفريق، أستاذة الطب."""
    word, following = scene.tokens[at].word, scene.tokens[at + 1].word
    if word.tags & t.PRONOUN and word.conjunction:
        return bool(following.tags & t.ROLE)
    return bool(word.tags & (t.RELATIVE | t.ROLE)) and not (word.conjunction or word.preposition)


def goes_on_after(scene: Scene, phrase: Phrase, end: int) -> bool:
    """Whether something is said after a quoted noun phrase, so that it can be who says it: أعلنت "يونايت" أن،
    أعلنت «حماس»، الثلاثاء، أن.
    """
    if phrase.end >= end:
        return False
    word = scene.tokens[phrase.end].word
    if word.text in COMMAS:
        then = content.skip_circumstances(scene, phrase.end, end)
        if then <= phrase.end + 1 or then >= end:
            return False
        word = scene.tokens[then].word
        return word.kind == "word" and not (word.conjunction or word.preposition == "ل")
    if phrase.end in scene.closing:
        return scene.quotation_is_last(phrase.end)  # كتبت "ليبراسيون" اليسارية "انتهت اللعبة".
    return word.kind in ("word", "number") and not word.conjunction or word.text == ":"


class _Reach(Struct):
    """How far a subject has been read: the next token, where it ends at the latest, its name so far."""

    at: int
    last: int
    name_start: int
    name_end: int
    role: bool
    """Whether it is a role without a name, which may go on with a preposition."""
    commas: int = 0
    governed: bool = False
    """Whether the words behind such a preposition are read, behind which a name has to stand."""


def stretched(scene: Scene, phrase: Phrase, end: int, takes: frozenset[str]) -> Phrase:
    """The subject up to the complementizer, colon, addressee or setting where only nouns and names stand
    between.

    What stands there is the subject whatever the words are: قال المدعي العام الهندي، أجوال نيكام، لشبكة CNN
    إن. After a role it may go on with one preposition if a name follows: قال قائد الشرطة بالإقليم، سيد أحمد
    سامي، إن.
    """
    paused = phrase.end < end and scene.tokens[phrase.end].word.text in COMMAS
    organisation = bool(phrase.head & t.ORGANISATION) and paused
    if not (phrase.head & (t.ROLE | t.TITLE | t.NAME | t.LISTENER) or phrase.named or organisation):
        return phrase
    last = scene.tokens[phrase.end - 1].word
    single = phrase.end - max(phrase.name_start, phrase.start) == 1 or phrase.named and not last.article
    behind = scene.tokens[phrase.end].word if phrase.end < end else NOTHING
    alone = single and bool(last.rules & t.ONLY_SURNAME) and not behind.tags & t.RELATION
    full = phrase.name_end - phrase.name_start > 1 and last.rules & t.ONLY_SURNAME
    two = alone or (full or last.rules & t.BOUND) and behind.rules & t.ONLY_SURNAME
    titled = phrase.name_end - phrase.name_start > 1 and behind.article and behind.tags & t.TITLE
    if (two or titled) and takes & TAKES_PEOPLE:
        return (
            phrase  # وصف ترامب زيلينسكي بأنه، وصف الرئيس جو بايدن بوتين بأنه، وصف سامي عوض الدكتور عمر بأنه
        )
    if behind.key == behind.stem + "ا" and not phrase.named and behind.tags & ~t.NAMES:
        return phrase  # نشر لاعب سابق صورا
    after = scene.tokens[phrase.end + 1].word if phrase.end + 1 < end else NOTHING
    words = [token.word for token in scene.tokens[phrase.start : phrase.end]]
    if not phrase.named and takes & TAKES_PEOPLE and man_behind_woman(words, behind):
        return phrase  # دعت المعارضة نتنياهو إلى الحوار
    if phrase.name_end - phrase.name_start > 1 and another_given(last, behind, after):
        return phrase  # دعا الرئيس كريم المالكي سعاد الجبوري إلى الحوار
    farthest = min(end, phrase.end + _FARTHEST_NAME)
    role = bool(phrase.head & (t.ROLE | t.TITLE)) and not phrase.named
    again = _named_before_bi(scene, phrase.end, farthest) if role else 0
    if again or "بان" in takes and _clause_with_bi(scene, phrase.end, farthest):
        takes -= {"ب"}  # أفاد مدير الصحة بالولاية، فلان، بأن
    reach = _Reach(phrase.end, phrase.end, phrase.name_start, phrase.name_end, role)
    subject: bool | None = None
    while subject is None and reach.at < farthest:
        subject = reach.at == again or _ends_subject(scene, reach, end, takes)
        if subject is None:
            subject = _read_on(scene, phrase, reach, end, takes)
    if not subject or reach.last == phrase.end:
        return phrase
    if (reach.governed or organisation) and reach.name_end != reach.last:
        return phrase
    return Phrase(
        phrase.start, reach.last, phrase.head, bool(reach.name_end), reach.name_start, reach.name_end
    )


def _ends_subject(scene: Scene, reach: _Reach, end: int, takes: frozenset[str]) -> bool | None:
    """True where the subject ends before the token, False where what was read is not all its own; None where
    neither shows.
    """
    at = reach.at
    word = scene.tokens[at].word
    if word.rules & t.NAME_WORD and reach.name_end == at:
        return None  # توماس فان دايك
    called = word.rules & t.NICKNAMED or at + 1 < end and calls_so(word, scene.tokens[at + 1].word)
    if _begins_content(scene, at, takes) or called or word.tags & t.QUESTION:
        return True  # روى الكاتب كيف أن
    if told_to(word) or word.key == "ب":
        return "object+ب" not in takes  # اتهم فلان، رئيس البلدية، الشركات بـ«التربح»
    if at + 1 < end and _told_how(word, scene.tokens[at + 1].word):
        return True
    closed = reach.name_end and scene.tokens[at - 1].word.text in COMMAS
    if closed and takes & TAKES_PEOPLE and word.tags & t.GROUP and not word.conjunction:
        return True  # اتهم شقيق القتيل، سالم باهر، جهات لم يسمها بكذا
    people = takes & TAKES_PEOPLE and not reach.commas
    known = word.tags & (t.PLACE | t.KNOWN_ORGANISATION) and reach.at == reach.last
    if people and (
        known or word.rules & t.DEITY or _is_another(scene, at, bool(reach.name_end or takes & _DESCRIBES))
    ):
        return False
    return True if at + 1 < end and _tells_where_said(word, scene.tokens[at + 1].word) else None


def _told_how(word: Word, following: Word) -> bool:
    """Whether a word with ب tells how somebody spoke, or what comes next: بدهائه المعهود، بما يلي."""
    if word.key == "بما":
        return True
    attached = word.preposition == "ب" and not (word.article or word.tags & t.NAMES)
    return attached and following.article and word.key.endswith(OF_HIM)


def _read_on(scene: Scene, phrase: Phrase, reach: _Reach, end: int, takes: frozenset[str]) -> bool | None:
    """Reads the token as the subject's. True where the subject ends there, False where what was read is not
    all its own, else None.
    """
    at, word = reach.at, scene.tokens[reach.at].word
    if scene.after_short_title(at):
        reach.at += 1
    elif word.text in COMMAS:
        reach.commas += 1
        reach.governed = reach.governed and reach.name_end != at
        reach.at += 1
        return False if reach.commas > _MOST_COMMAS else None
    elif _complemented(scene, reach, end, takes):
        reach.governed = True
        reach.name_start = reach.name_end = 0
        reach.at += 2 if word.tags & t.PREPOSITION and not word.preposition else 1
        reach.last = reach.at
    elif not _may_belong(word, takes, reach.name_end == at):
        return False
    elif reach.name_end == at and at - reach.name_start > 1 and _is_described(word, takes):
        reach.last = at
        return not phrase.named
    else:
        reach.name_start, reach.name_end = _name_with(
            word, at, reach.name_start, reach.name_end, reach.governed
        )
        reach.at = reach.last = at + 1
    return None


def _complemented(scene: Scene, reach: _Reach, end: int, takes: frozenset[str]) -> bool:
    """Whether the role goes on with a preposition here: قائد الشرطة بالإقليم."""
    if not reach.role or reach.governed or reach.at + 1 >= end:
        return False
    return _opens_complement(scene.tokens[reach.at].word, scene.tokens[reach.at + 1].word, takes)


def _clause_with_bi(scene: Scene, at: int, end: int) -> bool:
    """Whether بأن stands near, before the clause ends."""
    for token in scene.tokens[at:end]:
        if token.word.preposition == "ب" and token.word.alef:
            return True
        if token.word.kind == "sign" and token.word.text not in COMMAS or token.word.conjunction:
            return False
    return False


def _named_before_bi(scene: Scene, at: int, end: int) -> int:
    """The token of a noun with ب before which somebody is named behind another such noun: طالب ممثل السكان
    بالمنطقة، الشيخ فلان، بإنشاء جسر; 0 where none is.
    """
    first = scene.tokens[at].word if at < end else NOTHING
    if first.preposition != "ب" or first.alef or first.tags & (t.VERBAL_NOUN | t.NAMES | t.SETTING):
        return 0
    named = False
    for second in range(at + 1, end):
        word = scene.tokens[second].word
        if word.preposition == "ب" and not word.tags & t.NAMES:
            return second if named else 0
        if word.conjunction or word.verbal or word.kind != "word" and word.text not in COMMAS:
            return 0
        person = word.tags & t.SURE_NAME and not word.tags & (t.PLACE | t.ORGANISATION)
        named = named or bool(person or word.article and word.tags & t.TITLE)
        if not named and word.tags & (t.PREPOSITION | t.VERBAL_NOUN):
            return 0
    return 0


def _begins_content(scene: Scene, at: int, takes: frozenset[str]) -> bool:
    """Whether what was said begins at the token: قال الوزير … إن, أعرب الوزير … عن."""
    word = scene.tokens[at].word
    if content.opens(scene, at) or _governs(word, takes):
        return True
    if "claim" in takes and content.is_claim(scene, at, len(scene.tokens)):
        return True  # رفض وزير العدل يلماز تونتش الاتهامات
    return word.key in takes and not takes & TAKES_OBJECTS and not scene.tokens[at - 1].word.preposition


def _tells_where_said(word: Word, following: Word) -> bool:
    """قال المتحدث في بيان إن, قال المتحدث فلان -للجزيرة نت- إن"""
    if word.tags & t.PREPOSITION and following.tags & (t.SETTING | t.TIME):
        return True
    return word.text in DASHES and told_to(following)


def _is_described(word: Word, takes: frozenset[str]) -> bool:
    """ووصف طبيب الأطفال نضال عبيدات الوضع بأنه …: what is described, behind a name."""
    return bool(takes & _DESCRIBES and word.article) and not word.tags & (t.NAME | t.ROLE | t.TITLE)


def _name_with(word: Word, at: int, start: int, end: int, governed: bool) -> tuple[int, int]:
    """Where the name of the subject begins and ends once the word at the token is read."""
    if (word.tags & t.TITLE or word.rules & t.GRADE) and not word.tags & t.SURE_NAME:
        return 0, 0  # العقيد ركن فلان
    if end == at and word.article and word.stem.endswith("ة"):
        return 0, 0  # مدينة الملك سعود الطبية: the name is part of the institution's
    if end == at and not word.tags & (t.ROLE | t.QUANTIFIER):
        return start, at + 1
    other = word.article or word.tags & (t.ROLE | t.ORGANISATION | t.PLACE | t.NATIONALITY)
    return (at, at + 1) if (governed or not end) and not other else (start, end)


def _governs(word: Word, takes: frozenset[str]) -> bool:
    """Whether what was said begins with the preposition here: أعرب الشيخ صباح خالد الحمد الصباح عن …"""
    governed = word.kind == "word" and word.key in takes and bool(word.tags & t.PREPOSITION)
    return governed and not takes & TAKES_OBJECTS


def _is_another(scene: Scene, at: int, named: bool) -> bool:
    """Whether the word begins the object of a verb that takes people, after a name or in a plural: أبلغ فلان
    نظيره أن, طمأن الوزير المواطنين بأن.
    """
    word = scene.tokens[at].word
    surname = word.tags & t.NAME and not (word.article and scene.tokens[at - 1].word.article)
    if word.kind != "word" or surname:
        return False
    if named and word.tags & (t.PLACE | t.KNOWN_ORGANISATION):
        return True  # أبلغ فلان إيران أن
    people = word.tags & t.GROUP or word.article and word.stem.endswith("ين")
    role = word.tags & t.ROLE and not word.tags & t.TITLE  # أبلغ رئيس الحكومة السفير الأميركي بأن
    return bool(word.pronoun or people or role or named and word.article)


def _may_belong(word: Word, takes: frozenset[str], named: bool) -> bool:
    """Whether a word between the subject and what was said may be of the subject, or of the name right
    before it: a noun or a name.
    """
    if word.rules & t.NAME_WORD and named:
        return True
    if word.rules & t.OCCURRENCE or word.tags & t.ADVERBIAL_PARTICIPLE and not word.article:
        return False  # قال فلان مرة أخرى، قالت الطبيبة ضاحكة
    if takes & TAKES_PEOPLE and (word.pronoun or word.tags & t.PLACE and named):
        return False
    if takes & TAKES_OBJECTS and word.article and accusative(word) and not word.tags:
        return False  # أدان الملك محمد السادس التفجيرين
    manner = word.stem.endswith("ة") and not word.key.startswith("با")  # بخفة, not باسلمة
    foreign = word.preposition == "ب" and not (word.tags or word.article or manner)
    if word.preposition and not foreign:
        return False
    other = t.FUNCTION | t.TIME | t.VERB | t.SETTING | t.ATTRIBUTIVE | t.MANNER
    called = word.tags & t.NAME and "NP" not in takes  # قال المدير بالإقليم، رضا بن علي، إن
    other |= 0 if called else t.VERBAL_NOUN
    if word.kind != "word" or word.tags & other or word.conjunction or "\u064b" in word.text:
        return False
    if word.verbal and not word.tags & t.NAME or the_saying(word):
        return False
    bodies = t.MEDIA | t.ORGANISATION | t.OUTLET | t.KNOWN_ORGANISATION
    bodies |= t.GROUP if word.article else 0
    if takes & {"addressee", "person"} and word.tags & bodies:
        return False  # طمأن فلان، مدير المشفى، | السكان بأن
    return not ("NP" in takes and word.article and word.tags & t.DOCUMENT)


def _opens_complement(word: Word, following: Word, takes: frozenset[str]) -> bool:
    """Whether a preposition may go on with a role: مدير الشرطة بالإقليم, القاضية السابقة في جرائم الحرب."""
    if word.key in takes or word.preposition in takes:
        return False
    if word.preposition:
        called = word.stem.endswith("ة") and following.tags & t.SURE_NAME  # المحكمة بمنوبة أنيس عون
        place = word.preposition == "ب" and (following.text in COMMAS or called)
        return (
            word.preposition in ("ب", "ل")
            and bool(word.article or word.tags or place)
            and not word.pronoun  # أكد الوزير لنظيره فلان أن
            and not word.tags & (t.SETTING | t.TIME | t.LISTENER | t.MANNER)
            and not (
                word.preposition == "ل" and word.rules & (t.HEARING | t.FAMILY) and "addressee+ل" in takes
            )
        )
    if word.key == "على" and following.tags & (t.ORGANISATION | t.MEDIA) and not following.article:
        return False  # قال الرئيس على منصة كذا إن
    if adjective_alone(following):
        return False  # قال الرئيس في الرابع عشر من الشهر إن
    return word.key in ("في", "عن", "لدى", "الى", "على") and not following.tags & (
        t.SETTING | t.TIME | t.VERBAL_NOUN | t.FUNCTION
    )
