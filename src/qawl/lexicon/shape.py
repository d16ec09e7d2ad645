"""What a word can be in a phrase, by its classes and its shape: decided once a spelling, asked for at every
token.
"""

from __future__ import annotations

import re

from qawl.lexicon import tags as t
from qawl.lexicon.word import Word

TO_WHOM = ("اليه", "اليها")
"""Behind a verb of pointing, who is to be called something: أن يشار إليه باسم فلان."""
OF_HIM = ("ه", "ها", "هم")
"""What is written to a noun that is his, hers or theirs."""
OF_OTHERS = (*OF_HIM, "هما")
"""With what is of two."""
TO_ME = ("لي", "لنا", "مني", "منا", "علينا")
"""To or of whom somebody speaks who is told of by his own listener or by the writer: قال لي، طلب منا."""
HEADS = t.ROLE | t.ORGANISATION | t.GROUP | t.UNNAMED | t.DOCUMENT | t.MEDIA | t.QUANTIFIER
"""Nouns that can head the source of a statement."""
NEVER = (
    t.RELATIVE
    | t.CONNECTIVE
    | t.NEGATION
    | t.AUXILIARY
    | t.PERFECTIVE
    | t.PRONOUN
    | t.FUTURE
    | t.SUBJUNCTIVE
    | t.QUESTION
)
"""Words that end a noun phrase."""
_SPECIAL = (
    NEVER
    | t.COMPLEMENTIZER
    | t.PREPOSITION
    | t.TIME
    | t.ATTRIBUTIVE
    | t.ADVERBIAL_PARTICIPLE
    | t.ADJECTIVE
    | t.LISTENER
    | t.DEMONSTRATIVE
    | t.VERB
    | t.MANNER
    | t.RELATIVE_FREE
    | t.CALLED
)
_RELATIONAL = ("ي", "ية", "يون", "يين", "يان")
"""Endings of adjectives that tell what somebody belongs to, alone or of several; not يات, as عمليات has."""
_LONG_PLURAL = 7
"""Letters from which on an unknown word in يون is no name."""
_LONGEST_WEAK = 4
"""Letters of التنحي, المضي without ال; a longer one is an adjective (تنظيمي)."""
_NISBA = ("ية", "يون", "يين", "يات")
"""Endings of adjectives, which no verb has: فيدراليون."""
_PERFECT = re.compile(r"[وف]ا(?:(?:ست|ن)[^اةوي]{3}|[^لا]ت[^اةوي]{2})(?:ت|وا)?")
"""و or ف with a perfect of استفعل، انفعل or افتعل."""
_SHORTEST_VERB = 4
"""Letters of an imperfect: يقول."""
_LONGEST_VERB = 9
"""Letters of an imperfect with ف: فينيديكتوفا is a name."""
_ONE = "احد"
_IN_NAME = ("واسم", "وباسم")
"""Joined to باسمه they tell in whose name besides his own somebody speaks."""
_OWN_RULES = frozenset({"باسم", "فان", "ال"})


_HAMZA_BEFORE_PRONOUN = re.compile("ء\u064e?(?:ه|ها|هم|هن|نا)$")
"""On the line it shows the accusative: أعضاءه is the object, أعضاؤه the subject."""
_THEIR = ("وه", "وها", "وهم")
_SHORT_PLURAL = 4
"""Letters of a word in ين that is no plural: اليمين."""


def imperfect(word: Word) -> bool:
    """Whether an unknown word has the shape of an imperfect verb, as no foreign name written after another
    has.
    """
    if len(word.key) < _SHORTEST_VERB:
        return False
    short = _SHORTEST_VERB < len(word.key) <= _LONGEST_VERB
    attached = word.key[0] in "وف" and short and not word.key.endswith(_NISBA)
    key = word.key[1:] if attached else word.key
    if key.startswith(("سيست", "ستست")) and not word.tags:
        return True  # ستستثمر
    others = t.SURNAME | t.BEFORE_AN | (t.NAME if not word.tags & t.SURE_NAME else 0)  # ينبغي
    return key[:1] == "ي" and len(key) >= _SHORTEST_VERB and not word.tags & ~others


def future(word: Word) -> bool:
    """Whether a word is a verb of what is to come: سيبدأ، وستعقد."""
    return bool(word.tags & t.VERB) and word.stem.startswith(("سي", "ست"))


def only_imperfect(word: Word) -> bool:
    """Whether the imperfect of a verb of saying is all that a word can be: يطالب."""
    return bool(word.forms) and not word.tags and all(form.tense == "i" for form in word.forms)


def opens_clause(word: Word) -> bool:
    """Whether a word that opens a quotation is an imperfect, and no foreign name in وي or في: فيرتيكال."""
    return imperfect(word) and word.key[0] not in "وف"


def whether(before: Word, word: Word, auxiliary: Word) -> bool:
    """Whether words open what somebody asks: ما إذا كان، عما إذا كانت، إن كان; not أن كان, إذا كان."""
    asks = word.key == "اذا" and before.key.endswith("ما") or word.key == "ان" and word.alef == "i"
    return asks and bool(auxiliary.tags & t.AUXILIARY)


def perfect(word: Word) -> bool:
    """Whether an unknown word with و or ف has the shape of a perfect that no noun has: واستجلب، فانسحبت."""
    return not word.tags and not word.article and _PERFECT.fullmatch(word.key) is not None


def one_of_several(word: Word) -> bool:
    """Whether a word says that one of those behind it is meant: أحد السكان، إحدى الصحف، أحدهم."""
    return bool(word.tags & t.QUANTIFIER) and word.key.startswith(_ONE)


def happened_before(word: Word) -> bool:
    """Whether a word is سبق, which has whom it tells of behind ل: سبق للوزير أن."""
    return word.stem == "سبق"


def title_in_letters(word: Word) -> bool:
    """Whether a word is a title in letters, or an initial: د. فلان، أ.د. فلان، النزيل «م. ح»."""
    text = word.text
    if word.kind != "word" or len(text) > 1 and "." not in text:
        return False
    return all(len(part) <= 1 for part in text.split("."))


def superlative(word: Word, following: Word) -> bool:
    """Whether a word says that the office or body behind it is the first of its kind: أرفع مسؤول, ثاني أكبر
    شركة.
    """
    if not word.rules & t.SUPERLATIVE or word.article or word.preposition or word.pronoun:
        return False
    if following.rules & t.SUPERLATIVE:
        return True
    somebody = following.tags & (t.ROLE | t.ORGANISATION | t.GROUP) and not following.tags & t.SURE_NAME
    bare = not (following.preposition or following.conjunction or following.pronoun)
    several = following.tags & t.GROUP or following.stem.endswith("ين")  # أول المتحدثين
    return bool(somebody) and bare and bool(several or not following.article)


def tells_in_what(word: Word, before: Word) -> bool:
    """Whether a noun tells in what somebody is the most: اللاعب الأكثر تتويجا، الصحيفة الأوسع انتشارا، المتهم
    الأكبر سنا; not الأكثر من ذلك.
    """
    if not before.article or word.article or word.preposition or word.conjunction or not word.nominal:
        return False
    most = before.rules & t.ELATIVE and word.key.endswith(("ا", "ة", "اء"))
    return bool(most or word.rules & t.IN_WHAT and before.stem.startswith("ا"))


def calls_so(word: Word, following: Word) -> bool:
    """Whether a verb tells what somebody is called: ناشط يلقب بـ«كذا»، جندي عرف عن نفسه باسم كذا."""
    names = following.tags & (t.PREPOSITION | t.REFLEXIVE) or following.key == "ب"
    return bool(word.rules & t.CALLING and names) and not word.article


def by_name(word: Word) -> bool:
    """Whether a word is a name told or withheld: هويته, or brings in what somebody is called: باسم فلان."""
    return word.rules & t.IDENTITY > 0 or word.key == "باسم"


def relational(word: Word) -> bool:
    """Whether a word ends as an adjective does that tells what somebody belongs to: صحفي، سياسية."""
    return word.stem.endswith(("ي", "ية")) and not _of_weak_verb(word)


def relational_plural(word: Word) -> bool:
    """Whether a word ends as such an adjective does, alone or of several: صحفيون، سياسيين."""
    return word.stem.endswith(_RELATIONAL) and not _of_weak_verb(word)


def unknown_plural(word: Word) -> bool:
    """Whether a word that no table knows names several by what they are: تربويون; not ليون، ماريون."""
    unknown = not (word.tags or word.forms or word.article)
    return unknown and word.stem.endswith(("يون", "يين")) and len(word.stem) >= _LONG_PLURAL


def _of_weak_verb(word: Word) -> bool:
    """Whether a word in ي is the verbal noun of a verb with a weak end: التنحي، المضي، الوصاية."""
    if not word.tags & t.VERBAL_NOUN:
        return False
    return word.stem.endswith("اية") or word.stem.endswith("ي") and len(word.stem) <= _LONGEST_WEAK


def may_be_name(word: Word) -> bool:
    """Whether a word may be of a personal name as it stands: a name, or unknown, with nothing attached."""
    known = word.tags & t.NAMES or not word.tags
    return bool(known) and word.plain and not (word.article or word.forms)


def is_act(word: Word) -> bool:
    """Whether a word is a definite verbal noun that no table knows as somebody, though a given name or a
    surname may be written so: السماح، الهجرة، العودة; not الإدارة.
    """
    return bool(word.article and word.tags & t.VERBAL_NOUN) and not word.tags & (HEADS | t.SURE_NAME)


def feminine(word: Word) -> bool:
    """Whether a noun or adjective ends as one in the feminine does: الوزيرة، السلطات; not القضاة، الداعية."""
    return word.stem.endswith(("ة", "ات")) and not word.rules & t.MASCULINE


def counts_children(word: Word) -> bool:
    """Whether a word with ل behind a parent begins how many children there are: لخمسة أطفال، لطفلين."""
    if word.preposition == "ل":
        return bool(word.tags & t.QUANTIFIER) and not word.article
    both = word.key.startswith("ل") and word.key.endswith("ين") and not word.key.startswith("لل")
    return both and not word.tags


def some_text(noun: Word, adjective: Word) -> bool:
    """Whether two words behind في are a noun with its adjective and no place: في ورقة بحثية."""
    thing = not noun.article and noun.key.endswith(("ة", "ات")) and adjective.key.endswith("ة")
    known = noun.tags & ~(t.PLAIN | t.VERBAL_NOUN) or noun.rules & t.LOCALITY
    return thing and not (known or adjective.article or adjective.tags & t.PLACE)


def feminine_perfect(word: Word) -> bool:
    """Whether a word ends as a verb of a feminine subject does, and as no plural: باشرت."""
    return word.key.endswith("ت") and not word.key.endswith("ات")


def verbal(word: Word) -> bool:
    """Whether a word is read as a verb or participle of saying and as nothing else."""
    if word.tags & (HEADS | t.NAME | t.PLACE | t.PREPOSITION | t.VERBAL_NOUN | t.TIME):
        return False
    return word.verb is not None or word.participle is not None or word.passive is not None


def nominal(word: Word) -> bool:
    """Whether a word can begin a noun phrase."""
    tags = word.tags
    if word.kind != "word" or len(word.key) < 2 and not tags & t.TITLE:
        return False
    if tags & t.VERB and not word.article or imperfect(word):
        return False
    if word.first_person and not tags:
        return False
    if tags & (HEADS | t.NAME | t.PLACE | t.TITLE):
        return not tags & (t.COMPLEMENTIZER | t.RELATIVE) and not word.preposition
    if tags & (
        NEVER | t.COMPLEMENTIZER | t.PREPOSITION | t.TIME | t.ATTRIBUTIVE | t.ADVERBIAL_PARTICIPLE | t.MANNER
    ):
        return False
    if word.preposition:
        return False
    return not verbal(word) or word.article


def plain(word: Word) -> bool:
    """Whether a word inside a phrase is a noun or adjective that needs no other question."""
    return (
        word.kind == "word"
        and len(word.key) > 1
        and not word.tags & _SPECIAL
        and not (word.preposition or word.conjunction or word.forms)
        and word.key not in _OWN_RULES
        and not imperfect(word)
    )


def stops(word: Word) -> bool:
    """Whether a content may end before the word: what `statements/ends.py` looks at, and nothing else."""
    return (
        word.kind == "sign"
        or bool(word.tags & (t.ATTRIBUTIVE_START | t.PREPOSITION))
        or word.key == "وذلك"
        or word.key == "ولم"
        or bool(word.rules & (t.BACKGROUND | t.PRONOMINAL))
        or word.verb is not None
        and (word.verb.entry.sense == "reject" or word.verb.prefix == "ل" and word.verb.tense == "i")
        or word.participle is not None
        and word.participle.entry.sense == "reject"
        or word.conjunction == "ف"
        and bool(word.tags & t.COMPLEMENTIZER)
        or bool(word.tags & t.CONNECTIVE and not word.tags & t.SUBORDINATOR)
    )


def prepositional(word: Word) -> bool:
    """Whether a word is a preposition or has one attached: من لندن، للدولة."""
    return bool(word.preposition or word.tags & t.PREPOSITION)


def definite(word: Word) -> bool:
    """Whether the word shows what is known without a noun behind it: الوزير، قراره، بيروت، الأمم المتحدة."""
    return bool(word.article or word.pronoun or word.tags & (t.PLACE | t.KNOWN_ORGANISATION))


def adjective_alone(word: Word) -> bool:
    """Whether a word behind في is an adjective, which can but be of a day: في الرابع عشر من الشهر."""
    return word.article and bool(word.rules & t.DESCRIBING) and not word.tags & ~t.NAMES


def in_names(word: Word, following: Word) -> bool:
    """Whether two words tell that somebody speaks for others besides himself: باسمه واسم شعبه، باسمه وباسم
    حزبه.
    """
    return bool(word.tags & t.CALLED) and word.preposition == "ب" and following.key in _IN_NAME


def to_outlet(word: Word) -> bool:
    """Whether an outlet is spoken to: لوكالة كذا، للجزيرة."""
    return word.preposition == "ل" and bool(word.tags & (t.MEDIA | t.OUTLET))


def nominative(word: Word) -> bool:
    """Whether a plural with its pronoun shows by its ending that it is a subject: ناشروه، منظموها."""
    return bool(word.tags & t.GROUP) and word.key.endswith(_THEIR)


def himself(word: Word) -> bool:
    """Whether a word stands for the one just named: نفسه، أنفسهم; not ذات."""
    return bool(word.tags & t.REFLEXIVE) and word.key.endswith(OF_HIM)


def detached_object(word: Word) -> bool:
    """Whether a word is an object's pronoun that stands by itself: إياه، إياهما."""
    return word.key.startswith("ايا")


def accusative(word: Word) -> bool:
    """Whether the noun shows by its ending that it is no subject: المتمردين، دولا، أعضاءه، مواطنيه."""
    if _HAMZA_BEFORE_PRONOUN.search(word.text) or word.text.endswith("\u064e"):
        return True  # رئيسَ الحكومة
    if word.rules & t.OBLIQUE and not word.article and not word.pronoun:
        return True  # سائقي المركبات
    if word.key == word.stem + "ا" and not word.tags & t.ROLE:  # وزيرا الدفاع are two
        return True
    if (
        word.stem.endswith("ين")
        and len(word.stem) > _SHORT_PLURAL
        and (word.article or word.tags & t.GROUP)
        and not word.tags & (t.NAME | t.PLACE | t.ORGANISATION)  # الكرملين
    ):
        return True
    known = word.tags & (t.ROLE | t.ORGANISATION)  # ناديه
    return word.pronoun in OF_HIM and word.stem.endswith("ي") and not known


def man_behind_woman(subject: list[Word], word: Word) -> bool:
    """Whether a man is named behind a word for a woman or body, of whom he so is no part: دعت المعارضة |
    نتنياهو, المستشارة الألمانية | دونالد ترامب; not زوجة الرئيس فلان, المستشارة ميركل.
    """
    first, *others = subject
    if not (first.tags & t.ROLE and feminine(first)) or first.tags & t.RELATION or first.rules & t.EPICENE:
        return False
    if any(other.tags & (t.ROLE | t.TITLE | t.RELATION | t.PREPOSITION) for other in others):
        return False
    known = word.rules & t.ONLY_SURNAME or word.tags == t.NAMES and not word.rules  # دونالد ترامب
    return bool(word.rules & t.MAN or first.tags & t.ORGANISATION and known)


def another_given(surname: Word, word: Word, following: Word) -> bool:
    """Whether the full name of another begins at the word behind a whole name, which can but end in the word
    before: هزم كريم المالكي | سعاد الجبوري; not عبد الحكيم رجب.
    """
    if not surname.rules & (t.ONLY_SURNAME | t.BOUND):
        return False
    if word.tags == t.NAMES and not word.rules and following.rules & t.BOUND:
        return True
    if not surname.tags & t.SURE_NAME:
        return False  # صلاح الدين محمد حسن
    if not word.rules & (t.MAN | t.WOMAN) or word.article or word.conjunction or word.preposition:
        return False
    return bool(following.tags & t.NAME) and not (word.rules & t.ONLY_SURNAME or following.conjunction)


def the_saying(word: Word) -> bool:
    """Whether it is القول, what the verb takes behind its subject: تابع الوزير | القول."""
    return word.article and word.noun is not None and word.noun.entry.lemma == "قال"


def may_answer(word: Word) -> bool:
    """Whether a word may be a verb of answering: فأجاب، رد."""
    return any(form.entry.sense == "answer" and form.tense == "p" for form in word.forms)
