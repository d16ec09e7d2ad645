"""Nouns without a preposition that are what was said, and what may stand before them."""

from __future__ import annotations

import re

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, OF_OTHERS, definite, detached_object, himself, imperfect, relational
from qawl.lexicon.word import Entry, Word
from qawl.phrases import noun_phrase
from qawl.scene import COMMAS, Scene
from qawl.statements.openings import STOPS, chanted, is_amount

_OWNED = re.compile("(من|ل)(?:ه|ها|هم|هما|هن|نا|ني|ي)")
"""A preposition that bears whom it was said to: منهم، لها."""
ANY = ("اي", "اية")
_LIKE = ("غير", "بمثابة")
"""What begins what something is held to be and is no noun."""
_LONGEST_SHARE = 4
"""Words of a share in the blame: جزءا كبيرا جدا من المسؤولية."""
_FARTHEST = 12
"""Within how many tokens after an object stands what it is blamed for, or said to be."""


def is_plain_object(word: Word) -> bool:
    """A noun that stands for what was said and can be nothing else: مقتل، استعداده، ضرورة."""
    name = 0 if word.tags & t.PLAIN else t.NAME
    other = t.ROLE | t.ORGANISATION | name | t.GROUP | t.TIME | t.DOCUMENT | t.QUANTIFIER
    return (
        bool(word.tags & t.VERBAL_NOUN)
        and not word.article
        and not word.preposition
        and not word.conjunction
        and not word.tags & other
    )


def may_end(scene: Scene, at: int) -> bool:
    """Whether a phrase may end at the token: with ال, a pronoun, a name, a day; not a noun that needs the
    next one, nor a preposition.
    """
    word = scene.tokens[at].word
    if word.tags & (t.PREPOSITION | t.CONNECTIVE):
        return False
    if word.tags & t.SETTING and word.key.endswith(OF_OTHERS):
        return True  # على صفحته
    names = t.TIME | t.MONTH | t.NATIONALITY | t.OUTLET | t.NAME
    counted = at > 0 and scene.tokens[at - 1].word.tags & (t.QUANTIFIER | t.NUMBER_WORD)
    return bool(word.kind != "word" or definite(word) or word.tags & names or counted) or word.key.endswith(
        "يا"
    )


def is_object_of_participle(scene: Scene, at: int) -> bool:
    """A verbal noun with ال right after a participle, which takes no subject: مؤكدا الاتفاق على …"""
    word = scene.tokens[at].word
    return (
        scene.tokens[at - 1].word.participle is not None
        and bool(word.tags & t.VERBAL_NOUN)
        and not word.preposition
        and not word.tags & (HEADS & ~t.DOCUMENT | t.NAME)
    )


def object_at(scene: Scene, at: int, subject_end: int, end: int) -> int:
    """The token where a bare object begins if one stands at token `at`, past the circumstances; else -1."""
    if at >= end:
        return -1
    word = scene.tokens[at].word
    if at in scene.closing:
        return at
    if word.key in ("ما", "من") and at + 1 < end:
        return at
    timed = scene.tokens[at - 1].word.tags & t.TIME and word.tags & t.VERBAL_NOUN  # أعلن الخميس رفضه القرار
    if word.verb is not None and any(form.pronoun for form in word.forms) and at > subject_end and not timed:
        return -1  # في بيان نشره …
    if at == subject_end and is_amount(scene, at):
        return at
    told = word.tags & t.LISTENER and word.key.startswith("لل")
    if word.kind != "word" or word.conjunction or word.preposition == "ل" or told:
        return -1  # أوضح للمجلس، أوضح للصحفيين
    if scene.tokens[at - 1].word.text == "/":
        return -1  # يناير/ كانون الثاني
    if word.nominal or word.tags & (t.VERBAL_NOUN | t.DEMONSTRATIVE | t.QUANTIFIER | t.SETTING | t.NEGATION):
        return at
    return -1


def is_bare_object(scene: Scene, at: int, subject_end: int) -> bool:
    """Whether an indefinite noun that can be no speaker stands between the subject and what follows: أعلن في
    بيان مسؤولية حركته عن …
    """
    word = scene.tokens[at].word
    speaker = HEADS & ~t.DOCUMENT | t.NAME | t.PLACE | t.NATIONALITY | t.TITLE | t.TIME | t.DEMONSTRATIVE
    return (
        not word.article
        and not word.tags & speaker
        and at not in scene.closing
        and object_at(scene, at, subject_end, len(scene.tokens)) >= 0
    )


def before_quotation(scene: Scene, at: int, quotation: int, subject_end: int, predicate: bool) -> bool:
    """Whether what was said begins with a noun before the quotation: اعتبر القرار المتخذ "خطوة جيدة", أوضح
    ضرورة "الحوار"; but رددوا هتاف "…", هتافات منها "…".
    """
    if predicate and at < quotation and _definite_thing(scene.tokens[at].word):
        return True
    if chanted(scene, quotation):
        return False
    named = at + 1 == quotation and not scene.tokens[at].word.tags & t.VERBAL_NOUN
    return at < quotation and not named and is_bare_object(scene, at, subject_end)


def in_another_clause(scene: Scene, subject_end: int, quotation: int, entry: Entry) -> bool:
    """Whether a quotation stands in the clause that ف or a relative opens behind a comma: أضاف اللاعب هدفا،
    فاشتعلت المدرجات "بهتاف"; واصلت الفرقة عروضها في المدن، التي تعد "عاصمة الفن".
    """
    commas = (k for k in range(quotation - 1, subject_end, -1) if scene.tokens[k].word.text in COMMAS)
    comma = next(commas, quotation)
    if comma >= quotation - 2:
        return False
    word = scene.tokens[comma + 1].word
    so = word.conjunction == "ف" or word.key[0] == "ف" and word.tags & t.VERB
    return bool(so or word.tags & t.RELATIVE and entry.evidence == "clause")


def _definite_thing(word: Word) -> bool:
    """Whether a word is a definite noun that does not speak: القرار, فيلمه, ذلك, إياهم."""
    other = HEADS & ~t.DOCUMENT | t.NAME | t.TITLE | t.TIME | t.PREPOSITION
    stands = word.tags & t.DEMONSTRATIVE or detached_object(word)
    noun = word.nominal and (word.article or word.pronoun and not (word.preposition or word.conjunction))
    act = word.pronoun and word.tags & t.VERBAL_NOUN  # مشروعها
    return bool(noun or stands) and (bool(act) or not word.tags & other)


def names_blame(scene: Scene, at: int, end: int, told: bool) -> bool:
    """حملت الحكومة الحزب مسؤولية الهجوم: the object and what it is blamed for.

    `told` says whether a subject stands before it; right after the verb it may be تحمُّل مسؤولية.
    """
    for k in range(at, min(at + _FARTHEST, end)):
        word = scene.tokens[k].word
        if word.rules & t.BLAME:
            return k > at or word.article or told
        if word.kind == "sign" and k not in scene.closing and k not in scene.opening or word.tags & t.VERB:
            return False
    return False


def past_share(scene: Scene, at: int, end: int) -> int:
    """Past how much of the blame somebody bears: حمل الوزارة | جزءا كبيرا من المسؤولية، كامل المسؤولية; else
    the token.
    """
    for k in range(at, min(at + _LONGEST_SHARE, end - 1)):
        word = scene.tokens[k].word
        if k == at and not (word.key.endswith("ا") or word.tags & (t.QUANTIFIER | t.PLAIN)):
            return at
        if word.kind != "word" or definite(word) or word.tags & t.PREPOSITION and word.key != "من":
            return at
        if scene.tokens[k + 1].word.rules & t.BLAME:
            return k + 1
    return at


def has_predicate(scene: Scene, at: int, end: int) -> bool:
    """اعتبر الوزير القرار خطأ: a definite object, and after it an indefinite word that says what it is."""
    if at >= end:
        return False
    word = scene.tokens[at].word
    relative = word.key == "ما" and at + 1 < end  # ما حدث كارثة
    known = (
        definite(word)
        or word.tags & (t.NAME | t.DEMONSTRATIVE | t.VERBAL_NOUN)
        or himself(word)
        or _is_construct(scene, at, end)
        or detached_object(word)
    )
    governed = scene.tokens[at - 1].word.tags & t.PREPOSITION  # بعد ذلك
    if word.kind != "word" or word.conjunction or word.preposition or governed or not (known or relative):
        return False
    first = at + 1 + relative
    for k in range(first, min(at + _FARTHEST, end)):
        word = scene.tokens[k].word
        if scene.tokens[k - 1].word.tags & t.RELATIVE:
            continue  # الانتخابات التي جرت أمس خطوة
        verb = word.tags & t.VERB and not word.tags & t.VERBAL_NOUN  # تجاوزا may be two who did
        if verb or word.tags & t.COMPLEMENTIZER or word.text in (*STOPS, ":"):
            return False
        if word.key in ("هو", "هي") and definite(scene.tokens[k - 1].word):
            return True  # اعتبر الحل الوحيد هو الحوار
        if word.rules & t.UTMOST and (definite(scene.tokens[k - 1].word) or k > first):
            return True  # اعتبر الحوار الحل الوحيد، القرار الأسوأ منذ عقود
        indefinite = word.kind == "word" and not (word.article or word.pronoun or word.preposition)
        accusative = word.key.endswith("ا")
        if not indefinite or word.conjunction or word.key == "ال" or word.tags & t.TIME and not accusative:
            continue
        unsure = 0 if word.tags & t.SURE_NAME else t.NAMES  # شأنا
        other = ~(t.VERBAL_NOUN | t.CLAIM_NOUN | t.DOCUMENT | t.VERB | t.PLAIN | unsure)
        unknown = not word.tags & other and len(word.key) > 3
        if "\u064b" in word.text or accusative and (unknown or word.tags & t.TIME):
            return True  # اعتبر القرار نهائيا
        before = scene.tokens[k - 1].word
        pronoun = himself(before) or detached_object(before)  # معتبرا إياها غير كافية
        complete = definite(before) or before.tags & (t.DEMONSTRATIVE | t.SURE_NAME) or pronoun
        ended = complete or relative and k == first
        if ended and (word.nominal or word.key in _LIKE):
            return bool(word.tags & t.VERBAL_NOUN or not word.tags & t.NAMES)
    return False


def only_most(scene: Scene, at: int) -> bool:
    """Whether a definite noun has but an adjective that makes it the most of its kind: المدينة الأولى، الشركة
    الوطنية الوحيدة; not السلام الخيار الأفضل.
    """
    then = at + 1
    while then + 1 < len(scene.tokens) and relational(scene.tokens[then].word):
        then += 1
    known = scene.tokens[at].word.article and then < len(scene.tokens)
    return known and bool(scene.tokens[then].word.rules & t.UTMOST)


def is_predicate(scene: Scene, at: int, end: int) -> bool:
    """Whether what something is held to be stands at the token: اعتبره شرطا, يشكل تهديدا, غير كاف."""
    if at >= end:
        return False
    word = scene.tokens[at].word
    noun = word.nominal and not word.article and (word.key.endswith(("ا", "ة")) or not word.tags)
    return noun or word.key in _LIKE or word.tags & t.VERB > 0 or bool(imperfect(word))


def _is_construct(scene: Scene, at: int, end: int) -> bool:
    """Whether a noun that the next one makes definite stands at the token: قرار الحكومة; not أكثر المدن."""
    word = scene.tokens[at].word
    some = word.tags & t.QUANTIFIER or word.rules & t.SUPERLATIVE
    return word.nominal and not some and at + 1 < end and scene.tokens[at + 1].word.article


def past_addressee(scene: Scene, at: int, end: int, entry: Entry) -> int:
    """Past whom it was said to, where a bare object follows: أكدت الوزيرة للسفيرة دعمها, طلب منه حذفه, طلب من
    الحكومة التدخل.
    """
    if at + 1 >= end or "NP" not in entry.takes:
        return at
    word, then = scene.tokens[at].word, at + 1
    called = word.preposition == "ب" and "addressee+ب" in entry.takes
    detached = word.tags & t.PREPOSITION and f"addressee+{word.text}" in entry.takes
    person = word.tags & (t.ROLE | t.NAME | t.GROUP | t.ORGANISATION) or word.stem.endswith("ين")
    wished = word.preposition == "ل" and entry.sense == "express" and "addressee+ل" in entry.takes
    if wished and (meant := noun_phrase(scene, at, end, entry.governed, attached=True)) is not None:
        then = _past_times(scene, meant.end, end)
    elif detached:
        then = _past_asked(scene, then, end)
    elif called or f"addressee+{word.preposition}" in entry.takes and person:
        then = _past_them(scene, then, end, called)
    elif not (match := _OWNED.fullmatch(word.key)) or f"addressee+{match[1]}" not in entry.takes:
        return at
    if then == end:
        return at
    word = scene.tokens[then].word
    again = called and word.preposition == "ب"  # أهاب بالسكان بضرورة الحذر
    act = word.tags & t.VERBAL_NOUN and not (word.preposition and not again or word.conjunction)
    asked = (called or wished) and act  # أهاب بالسكان الابتعاد عن البحر، تمنى للطلاب التوفيق
    thing = detached and not word.preposition and object_at(scene, then, then, end) == then  # الوثائق
    stands = is_plain_object(word) or asked or thing or word.tags & t.DEMONSTRATIVE and not word.preposition
    return then if stands else at


def _past_asked(scene: Scene, at: int, end: int) -> int:
    """Past the noun phrase of those of whom it was asked: طلب من حلفائه الأوروبيين أمس الدعم."""
    asked = noun_phrase(scene, at, end, frozenset({"NP"}))
    then = asked.end if asked is not None else at + 1
    while then < end and scene.tokens[then].word.article and scene.tokens[then].word.stem.endswith("ين"):
        then += 1
    return _past_times(scene, then, end)


def is_asked_of(scene: Scene, after: int, at: int, entry: Entry) -> bool:
    """Whether the object at the token stands behind those of whom the verb asks it: وطلب من السكان الحذر."""
    word = scene.tokens[after].word
    owned = _OWNED.fullmatch(word.key)
    return at > after and f"addressee+{owned[1] if owned else word.text}" in entry.takes


def _past_them(scene: Scene, at: int, end: int, called: bool) -> int:
    """Past the words that go on with those spoken to, and the time behind them."""
    while at < end and _goes_on_with(scene.tokens[at].word, called):
        at += 1
    return _past_times(scene, at, end)


def _past_times(scene: Scene, at: int, end: int) -> int:
    """Past the words that tell when, from the token on."""
    while at < end and scene.tokens[at].word.tags & t.TIME:
        at += 1  # أكدت لشركائها مرارا رغبتها
    return at


def _goes_on_with(word: Word, called: bool) -> bool:
    """Whether the word goes on with those spoken to: أهاب بالمواطنين والمقيمين الالتزام."""
    joined = called and word.conjunction == "و" and not word.preposition and word.verb is None
    return (word.plain or joined) and not word.tags & t.VERBAL_NOUN
