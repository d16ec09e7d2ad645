"""What shows that a word written like a verb of saying is a noun or a name."""

from __future__ import annotations

from itertools import takewhile

from qawl.cues.joined import joined_act, joined_purpose
from qawl.cues.verbs import ON_HIM
from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, feminine, happened_before, nominative, relational
from qawl.lexicon.word import NOTHING, Form, Token, Word
from qawl.scene import COMMAS

_ADJECTIVE = ("ي", "يا", "ية")
"""How adjectives end that tell what somebody belongs to: أمريكي، أمريكيا، أمريكية."""
_FARTHEST_BEFORE = 10
"""Tokens between سبق and its verb, at most."""
_NEAR = 8
"""Words among which a preposition stands twice: بين … وبين …"""
_SHORTEST_ROOT = 3
"""Letters of a noun, to which ي makes an adjective: أمر ضروري; not نشر حي كذا."""
_YEAR = 4
"""Digits of a year."""


def is_noun(tokens: list[Token], at: int, verb: Form, homograph: bool) -> bool:
    """Whether the word that may be a verb is none here; a `homograph` is a word that the tables know as
    something else too.
    """
    if not at:
        return _elative(tokens, at, verb)
    before = tokens[at - 1].word
    if tokens[at].word.tags & t.NAME and before.verbal and before.verb is not None and not verb.prefix:
        return True  # اتهم بارك الشمال
    return (
        _marked(tokens, at)
        or between_two(tokens, at)
        or tokens[at].word.key[-1] == "ا"
        and before.rules & t.ELATIVE > 0  # الأشد فقرا
        or homograph
        and before.rules & t.EXISTENCE > 0
        and not verb.prefix
        and not _acts_there(tokens, at)  # هناك أمر أكيد
        or homograph
        and before.rules & t.BACKGROUND > 0
        and at + 1 < len(tokens)
        and tokens[at + 1].word.verb is not None  # وهو أمر وصفته الوزارة بأنه
        or homograph
        and (
            _construct(tokens, at, verb)
            or _surname(tokens, at, verb)
            or _after_anna(tokens, at, verb)
            or _has_adjective(tokens, at, verb)
        )
        or _elative(tokens, at, verb)
        or _by_means(tokens, at, verb)
        or bool(verb.prefix)
        and (_body_of_name(tokens, at) or joined_act(tokens, at) or _somebody(tokens, at))
        or joined_purpose(tokens, at, verb)
        or _studies(tokens, at)
    )


def _body_of_name(tokens: list[Token], at: int) -> bool:
    """وحلف الناتو: the noun of a body, with its name right behind it."""
    following = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    named = following.tags & t.KNOWN_ORGANISATION or following.rules & t.BOUND
    return bool(tokens[at].word.tags & t.ORGANISATION and named)


def _somebody(tokens: list[Token], at: int) -> bool:
    """كل فرد عليه واجب، 30 فرد أمن: the noun for somebody; not …، فرد الوزير, nor فرد عليه، فرد قائلا، فرد
    بأن.
    """
    before, following = tokens[at - 1].word, tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    answers = following.key in ON_HIM or following.participle is not None
    answers = answers or following.alef != "" and following.preposition == "ب"
    answers = answers and not before.tags & t.QUANTIFIER
    return bool(tokens[at].word.tags & t.UNNAMED) and before.kind != "sign" and not answers


def _studies(tokens: list[Token], at: int) -> bool:
    """فلان، طالب بكلية التجارة: who studies there; not طالب بكلية جديدة, nor وطالب بجامعة القاهرة."""
    where = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    then = tokens[at + 2].word if at + 2 < len(tokens) else NOTHING
    if not (tokens[at].word.tags & t.ROLE and where.preposition == "ب" and where.rules & t.SCHOOLING):
        return False
    return where.article or then.article or bool(then.tags & (t.PLACE | t.VERBAL_NOUN | t.NAME))


def between_two(tokens: list[Token], at: int) -> bool:
    """بينه وبين الأعضاء، بين البلدين وبين جيرانهما: the preposition again, written like a verb."""
    word = tokens[at].word
    if not word.tags & t.PREPOSITION or not word.conjunction:
        return False
    for k in range(at - 1, max(at - _NEAR, -1), -1):
        if tokens[k].word.kind == "sign":
            return False
        if tokens[k].word.stem == word.stem and tokens[k].word.tags & t.PREPOSITION:
            return True
    return False


def _marked(tokens: list[Token], at: int) -> bool:
    """Whether the word before makes this one a noun: في رد، بعد تعهد الوزير، هذا الطلب; not منذ أعلن."""
    before = tokens[at - 1].word
    if before.rules & t.RELATIVE_HEADLESS or tokens[at].word.forms[0].prefix:
        return before.key == "من" and at > 1 and _governs_of(tokens[at - 2].word, tokens[at].word)
    if before.tags & t.PREPOSITION and not before.tags & (t.TIME | t.NAME | t.CONNECTIVE):
        return True
    if before.kind == "number" and _counted(before, tokens[at + 1].word if at + 1 < len(tokens) else NOTHING):
        return bool(tokens[at].word.tags & (t.PLAIN | t.VERBAL_NOUN))
    if before.rules & t.HAPPENED and before.key != "منذ":
        return at == 1 or tokens[at - 2].word.key != "من"  # اعتذر من قبل طلب
    return bool(before.tags & t.QUANTIFIER and before.rules & t.UNDEFINED)


def _counted(number: Word, following: Word) -> bool:
    """Whether a number counts the noun behind it, which an indefinite noun follows: 42 طلب إحاطة، 15 رد
    فعل; not في 2014 طلب الوزير, nor القناة 12 ذكرت أن.
    """
    plain = following.nominal and not (following.article or following.preposition or following.pronoun)
    other = HEADS & ~t.DOCUMENT | t.NAMES | t.TIME | t.PLACE | t.KNOWN_ORGANISATION | t.TITLE
    return bool(plain) and len(number.key) < _YEAR and not following.tags & other


def _acts_there(tokens: list[Token], at: int) -> bool:
    """Whether a subject or a clause follows, so that somebody spoke there: وهناك طلب الرئيس من الجنود, وهناك
    ذكر أن.
    """
    following = tokens[at + 1].word if at + 1 < len(tokens) else None
    return following is not None and (following.article or bool(following.alef or following.tags & HEADS))


def _governs_of(word: Word, following: Word) -> bool:
    """لا بد من ذكر كذا، مزيد من طلب: من is a preposition between nouns; not كل من قال."""
    noun = word.nominal and not (word.tags & (t.QUANTIFIER | t.DEMONSTRATIVE) or word.forms)
    owned = following.noun is not None and following.noun.pronoun  # خروج من وصفهم بأنهم …
    plain = following.tags & (t.VERBAL_NOUN | t.PLAIN) or following.noun is not None
    return noun and bool(plain) and not owned


def _construct(tokens: list[Token], at: int, verb: Form) -> bool:
    """Whether a word that is a noun too stands where a noun stands: right after another noun (تقديم طلب) or a
    pronoun.
    """
    then = tokens[at + 1].word if at + 1 < len(tokens) else tokens[at].word
    returns = then.rules & t.RETURNING or nominative(then)  # كلمة عبر فيها عن، فيديو زعم ناشروه أن
    verb_only = verb.tense == "i" and not tokens[at].word.tags & t.VERBAL_NOUN  # شبكة تواصل
    before = tokens[at - 1].word
    if verb.prefix or verb_only or returns or _told_of(before, verb, then) or _tells(before, verb, then):
        return False
    if tokens[at].word.tags & t.PREPOSITION and then.key in verb.entry.prepositions:
        return False  # أن تورال غينوش عبر عن قلقه
    # not من المهم للناس تذكر أن
    somebody = before.preposition and before.tags & (t.GROUP | t.NATIONALITY | t.ROLE)
    complete = _no_owner(before) or before.article and verb.tense == "p" and not somebody
    if before.kind == "word" and complete and _told_to(then, verb):
        return False  # مسؤول أمريكي ذكر أن، مصدرا كبيرا ذكر لرويترز أن، البيان الختامي للقمة ذكر أن
    if before.kind != "word" and at > 1 and before.text not in COMMAS:
        return tokens[at - 2].word.alef != "" and tokens[at - 2].word.pronoun != ""  # إنه "أمر رائع"
    if before.kind != "word" or before.rules & t.RELATIVE_HEADLESS:
        return False
    asks = then.preposition == "ب" and "ب" in verb.entry.prepositions and then.tags & t.VERBAL_NOUN
    if asks and tokens[at].word.tags & t.ROLE:
        return False  # مصدر أمني طالب بالإفراج
    if before.tags & t.PRONOUN:
        return True
    opening = tokens[at - 2].word if at > 1 else NOTHING
    opens = opening.tags & t.PREPOSITION and before.rules & t.POINTING or opening.rules & t.SIDE
    if opens and then.tags & (t.ROLE | t.UNNAMED | t.ORGANISATION):
        return False  # إلى ذلك كشف مصدر، من جهة أخرى كشف مصدر
    if before.tags & (
        t.CONNECTIVE | t.PERFECTIVE | t.AUXILIARY | t.RELATIVE | t.COMPLEMENTIZER | t.NAME | t.TIME | t.PLACE
    ):
        return False
    if before.tags & t.OUTLET and not before.tags & t.MEDIA or _unknown_surname(tokens, at - 1):
        return False  # وفي صحيفة معاريف رأى المعلق أن
    owned = before.pronoun or not before.tags and before.key.endswith(("ته", "ها", "هم"))  # من جهته توقع …
    return not (before.article or owned) or bool(before.preposition)


def _tells(before: Word, verb: Form, then: Word) -> bool:
    """Whether an indefinite text or somebody stands before the verb, and what it takes right behind it: تقرير
    زعم أن، رجل توعد بمزيد.
    """
    if not before.tags & (t.DOCUMENT | t.UNNAMED | t.GROUP | t.ROLE) or not before.nominal:
        return False
    if before.article or before.pronoun or feminine(before) != (verb.gender == "f"):
        return False
    taken = then.preposition in verb.entry.prepositions and then.preposition != "ل"
    return taken or then.alef == "a" and not then.conjunction


def _unknown_surname(tokens: list[Token], at: int) -> bool:
    """Whether a word with the letters of a name stands behind another of a name, or any unknown word behind a
    sure one: راؤول كاستيانوس كشف، فادي غطامون رد.
    """
    word, given = tokens[at].word, tokens[at - 1].word if at else NOTHING
    if given.article or given.conjunction:
        return False
    if not word.rules & t.LIKE_NAME:
        unknown = word.nominal and not (word.tags or word.forms or word.preposition or word.pronoun)
        return bool(unknown and given.tags & t.SURE_NAME) and not (word.article or given.tags & ~t.NAMES)
    return bool(given.rules & t.LIKE_NAME or given.tags & (t.NAME | t.NAME_PARTICLE))


def _told_of(before: Word, verb: Form, then: Word) -> bool:
    """Whether an indefinite noun is told of by the pronoun of the verb, whose subject follows: أسلحة وصفها
    الرئيس بأنها، اتفاقا وصفه الحزب بأنه، خطوة وصفها خبراء بأنها; not إثر وصفه الرئيس بأنه, ولا وصفه مهاجرين
    بأنهم.
    """
    if not verb.pronoun or before.tags & (t.PREPOSITION | t.TIME | t.FUNCTION):
        return False
    if not before.nominal or before.article or before.pronoun or before.preposition:
        return False
    alike = verb.pronoun == "ها" or verb.pronoun == "ه" and not feminine(before)
    somebody = then.article and then.tags & (t.ROLE | t.TITLE | t.ORGANISATION | t.GROUP)
    if not (then.article or then.pronoun or then.key.endswith("ين")):
        somebody = then.tags & (t.ROLE | t.GROUP | t.UNNAMED) or then.nominal and then.key.endswith("ون")
    return alike and bool(somebody or then.tags & (t.SURE_NAME | t.PLACE)) and not then.preposition


def _no_owner(word: Word) -> bool:
    """Whether a word can have no noun that it belongs to right behind it: an adjective, a noun in ا."""
    adjective = (
        word.stem.endswith(_ADJECTIVE) and not word.tags & (t.PREPOSITION | t.VERBAL_NOUN) and not word.forms
    )
    described = word.rules & t.DESCRIBING > 0 and not word.article and not word.pronoun  # تقرير جديد
    return adjective or described or word.key == word.stem + "ا"


def _told_to(then: Word, verb: Form) -> bool:
    """Whether the word behind a verb opens its clause or is one spoken to."""
    told = then.preposition == "ل" and "addressee+ل" in verb.entry.takes
    return told and verb.entry.clause or then.alef == "a" and not then.conjunction and not then.preposition


def _surname(tokens: list[Token], at: int, verb: Form) -> bool:
    """فهد زاد، جيريمي وير: a name after a name, unless what the verb takes follows at once."""
    if not tokens[at].word.tags & t.NAME or not tokens[at - 1].word.tags & (t.NAME | t.TITLE):
        return False
    following = tokens[at + 1].word if at + 1 < len(tokens) else None
    return following is None or not (
        following.tags & t.COMPLEMENTIZER
        or following.key in verb.entry.prepositions
        or following.article
        and following.tags
    )


def brings_in(tokens: list[Token], at: int) -> bool:
    """Whether سبق stands at the token and whom it happened to behind it: سبق للوزير."""
    return happened_before(tokens[at].word) and tokens[at + 1].word.preposition == "ل"


def _happened_to(tokens: list[Token], at: int) -> bool:
    """Whether the verb tells what somebody did before: سبق للوزير أن وصف."""
    return any(brings_in(tokens, k) for k in range(max(at - _FARTHEST_BEFORE, 0), at - 1))


def _after_anna(tokens: list[Token], at: int, verb: Form) -> bool:
    """أن ثمن اللتر مرتفع: what is a noun too is one after أنّ; not after بعد أن."""
    before, two_before = tokens[at - 1].word, tokens[at - 2].word if at > 1 else None
    return (
        verb.tense == "p"
        and not verb.prefix
        and bool(before.tags & t.COMPLEMENTIZER)
        and not before.pronoun
        and bool(tokens[at].word.tags & t.PLAIN)
        and not (two_before is not None and (two_before.rules & t.HAPPENED or happened_before(two_before)))
        and not _happened_to(tokens, at)
    )


def _has_adjective(tokens: list[Token], at: int, verb: Form) -> bool:
    """الحاجة إليهم أمر ضروري، شبكة تواصل اجتماعي: a word that no table knows, in ي with no ال, right behind a
    word that is a noun too is its adjective.
    """
    following = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    unknown = not (following.tags or following.forms or following.article or following.conjunction)
    noun = verb.tense == "p" or verb.gender == "f"  # not يعتقد زوجي أن
    if verb.prefix or verb.pronoun or not (unknown and noun):
        return False
    adjective = following.key.endswith("ي") and relational(following)
    return adjective and len(following.key) > _SHORTEST_ROOT


def _by_means(tokens: list[Token], at: int, verb: Form) -> bool:
    """كشف الفحص عبر جهاز الأشعة عن كسر: the preposition عبر, behind a verb to which the next عن belongs."""
    word = tokens[at].word
    if not word.tags & t.PREPOSITION or verb.prefix or "عن" not in verb.entry.prepositions:
        return False
    behind = (token.word for token in reversed(tokens[max(at - _NEAR, 0) : at]))
    near = list(takewhile(lambda word: word.kind == "word" and word.key != "عن", behind))
    return any(w.verb is not None and "عن" in w.verb.entry.prepositions for w in near)


def _elative(tokens: list[Token], at: int, verb: Form) -> bool:
    """من أخطر ما جاء في الاتفاق، أبرز المجلدات هي، أبرز الكتب التي: the comparative, written like the
    perfect of أفعل.
    """
    following = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    if verb.tense != "p" or verb.prefix or verb.entry.lemma != tokens[at].word.text:
        return False
    behind = tokens[at + 2].word if at + 2 < len(tokens) else NOTHING
    things = feminine(following) or behind.rules & t.RELATIVE_FEMININE
    several = tokens[at].word.rules & t.SUPERLATIVE and following.article and things
    free = at > 0 and tokens[at - 1].word.key == "من" and following.tags & t.RELATIVE_FREE
    return bool(free or several and verb.gender == "m")
