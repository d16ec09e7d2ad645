"""Which verb a word is, of those that are written alike."""

from __future__ import annotations

from itertools import pairwise, takewhile

from qawl.lexicon import tags as t
from qawl.lexicon.shape import himself
from qawl.lexicon.word import NOTHING, Form, Token, Word

OPENING = ('"', "«", "“")
_SHADDA = "\u0651"
_NEAR = 8
"""Words in which the noun of a light verb stands."""
_ANSWERING = t.ROLE | t.NAME | t.TITLE | t.ORGANISATION | t.KNOWN_ORGANISATION | t.UNNAMED
ON_HIM = frozenset({"عليه", "عليها", "عليهم"})
"""After ورد they tell that somebody answered: ورد عليه الوزير."""
FOR_HIM = frozenset({"له", "لها", "لهم", "لهما"})
"""Behind سبق and before a noun of thought they tell of whom: سبق له أن، له رأي."""


def verb_here(tokens: list[Token], at: int) -> Form | None:
    """The verb of saying that token `at` may be, as the words after it read it."""
    verb = tokens[at].word.verb
    if verb is None or _rather_passive(tokens, at, verb):
        return None
    if _SHADDA in tokens[at].word.text:
        verb = _of_doubled(tokens[at].word.forms, verb)
    if len(tokens[at].word.forms) > 1 and (held := _of_held(tokens, at, verb)) is not None:
        return held
    if verb.entry.evidence == "light":
        verb = _of_noun(tokens, at, verb)
    elif len(tokens[at].word.forms) > 1:
        verb = _of_preposition(tokens, at, verb)
    verb = _of_answerer(tokens, at, verb)
    verb = _of_answered(tokens, at, verb)
    if verb.gender == "m" and len(tokens[at].word.forms) > 1:
        verb = _of_subject(tokens, at, verb)
    return verb


def _rather_passive(tokens: list[Token], at: int, verb: Form) -> bool:
    """Whether an imperfect in ى, which some write for ي, is the passive: رجل يدعى زيد، ويوصى بالحذر; not
    ويدعى المتهم أن، الطبيب يوصى بالحذر.
    """
    word = tokens[at].word
    if word.passive is None or verb.tense != "i" or not word.key.endswith("ى") or verb.pronoun:
        return False
    if word.tags & t.CALLED and _called_behind(tokens, at):
        return True
    if word.tags & t.CALLED:
        near = takewhile(lambda token: token.word.kind != "sign", tokens[at + 1 : at + _NEAR])
        return not any(token.word.alef == "a" for token in near)
    following = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    before = tokens[at - 1].word if at else NOTHING
    if following.tags & t.DEMONSTRATIVE:
        then = tokens[at + 2].word if at + 2 < len(tokens) else NOTHING
        return following.key != "هءلاء" and not then.alef  # ويعزى ذلك إلى; not ويرى هؤلاء أن
    act = following.tags & t.VERBAL_NOUN and not following.tags & _ANSWERING
    if act and "object+إلى" not in verb.entry.takes:  # ويعزى الارتفاع إلى المضاربة
        return any(token.word.key == "الى" for token in tokens[at + 2 : at + _NEAR])
    return bool(following.preposition or following.tags & t.PREPOSITION) and not before.nominal


def _called_behind(tokens: list[Token], at: int) -> bool:
    """Whether an indefinite noun stands before the verb and a name behind it: قال مزارع يدعى سامي إن."""
    before = tokens[at - 1].word if at else NOTHING
    name = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    indefinite = before.nominal and not (before.article or before.pronoun or before.tags & t.NAME)
    return indefinite and bool(name.tags & (t.SURE_NAME | t.NAME_PARTICLE))


def _of_doubled(forms: tuple[Form, ...], verb: Form) -> Form:
    """وعدّ الوزير القرار خطأ: written so, it is و with a verb of two letters, not وعد."""
    return next(
        (
            f
            for f in forms
            if f.tense == "p" and f.prefix and f.person == "3" and not f.passive and len(f.entry.lemma) == 2
        ),
        verb,
    )


def _of_held(tokens: list[Token], at: int, verb: Form) -> Form | None:
    """The verb of holding something to be something, of those written alike: وعدته محاولة لكذا، يعده آخرون
    تنازلا، تعدّ الحركة هذه الخطوة خطأ، تعد نفسها ضحية; not وعدته الحكومة بمنحة، تعد الحكومة خطة.
    """
    if at + 1 >= len(tokens) or "object+predicate" in verb.entry.governed:
        return None
    own = himself(tokens[at + 1].word) or _SHADDA in tokens[at].word.text
    alike = (f for f in tokens[at].word.forms if "object+predicate" in f.entry.governed and not f.passive)
    for form in alike:
        told = _predicate_behind(tokens, at) if form.pronoun else own and form.tense == "i"
        told = told or form.prefix == "و" and not form.pronoun and _held_behind(tokens, at)
        if told and form.person == "3":
            return form
    return None


def _predicate_behind(tokens: list[Token], at: int) -> bool:
    """Whether an indefinite noun in the accusative stands behind a verb, next to it or to who is its subject,
    and nothing with ب or أن behind that, as what is promised would have.
    """
    behind = tokens[at + 1 : at + _NEAR]
    near = [token.word for token in takewhile(lambda token: token.word.kind == "word", behind)]
    first = near[0] if near else NOTHING
    if first.stem.endswith("ة") and first.nominal and not first.tags & (_ANSWERING | t.GROUP):
        return not (first.article or first.pronoun)
    if any(word.preposition == "ب" or word.alef for word in near):
        return False
    other = t.TIME | t.PREPOSITION
    return any(word.key.endswith("ا") and word.key != word.stem and not word.tags & other for word in near)


def _held_behind(tokens: list[Token], at: int) -> bool:
    """Whether a definite thing stands behind a verb and its subject and next to it what it is held to be,
    with no ب or أن as what is promised would have: وعد المجلس القرار خطوة, not وعد الوزير المزارعين خيرا.
    """
    behind = tokens[at + 1 : at + _NEAR + _NEAR]
    near = [token.word for token in takewhile(lambda token: token.word.kind == "word", behind)]
    if not near or any(word.alef for word in near) or near[0].tags & t.PREPOSITION:
        return False
    for k, (thing, held) in enumerate(pairwise(near)):
        definite = thing.article or thing.pronoun or thing.tags & t.DEMONSTRATIVE
        other = held.article or held.pronoun or held.tags & (t.TIME | t.PREPOSITION | t.NAME)
        if thing.preposition == "ب" or held.preposition == "ب":
            return False
        object_here = k or thing.tags & (t.DEMONSTRATIVE | t.VERBAL_NOUN)
        shaped = held.nominal and (held.key.endswith("ا") or held.stem.endswith("ة"))
        if object_here and definite and shaped and not other and not thing.tags & t.GROUP:
            return True
    return False


def _of_answerer(tokens: list[Token], at: int, verb: Form) -> Form:
    """ورد الوزير, وردت مصادر حكومية على ذلك, وردت "المرام" في بيان: they answered, not it was reported."""
    if not any(take.startswith("source+") for take in verb.entry.takes):
        return verb
    following = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    tags = following.tags if not following.preposition else 0
    sources = tags & t.GROUP and tags & t.RELATIVE_MASCULINE
    if not (tags & (_ANSWERING | t.PLACE) or sources or _name_in_marks(tokens, at + 1)):
        return verb
    return next(
        (f for f in tokens[at].word.forms if f.prefix and not f.passive and f.person == "3"),
        verb,
    )


def _name_in_marks(tokens: list[Token], at: int) -> bool:
    """Whether marks open here on what may be a name: "المرام"; not «أن الطريق مغلق», "تقرير"."""
    if at + 1 >= len(tokens) or tokens[at].word.text not in OPENING:
        return False
    first = tokens[at + 1].word
    return not (first.alef or first.preposition or first.tags & (t.DOCUMENT | t.COMPLEMENTIZER | t.NEGATION))


def _of_answered(tokens: list[Token], at: int, verb: Form) -> Form:
    """ورد الزائر بأنه …، ورد عليه: he answered."""
    following = tokens[at + 1].word if at + 1 < len(tokens) else None
    if following is None or not (
        following.text == ":"
        or following.key in ON_HIM
        or following.article
        and _clause_with_bi(tokens, at + 2)
    ):
        return verb
    forms = tokens[at].word.forms
    return next((f for f in forms if f.tense == "p" and f.prefix and f.entry.sense == "answer"), verb)


def _clause_with_bi(tokens: list[Token], at: int) -> bool:
    """بأن، بأنه"""
    return at < len(tokens) and tokens[at].word.alef != "" and tokens[at].word.preposition == "ب"


def _of_noun(tokens: list[Token], at: int, verb: Form) -> Form:
    """The verb that its noun or preposition shows, of those written alike: توجه اتهامات, يعد بالتغيير."""
    stems = {token.word.stem for token in tokens[at + 1 : at + _NEAR]}
    alike = [f for f in tokens[at].word.forms if f.tense == verb.tense and f.person == "3" and not f.passive]
    following = tokens[at + 1].word if at + 1 < len(tokens) else None
    for form in alike:
        if form.entry.light_nouns & stems:
            return form
        taken = following is not None and following.preposition in form.entry.prepositions
        if (
            taken
            or _marked(tokens, at, form)
            or "addressee" in form.entry.governed
            and _people_told(tokens, at, form)
        ):
            verb = form
    return verb


def _marked(tokens: list[Token], at: int, form: Form) -> bool:
    """Whether the verb takes the ب that stands before marks near it: ويعد الرئيس بـ"عصر ذهبي"."""
    near = takewhile(lambda token: token.word.kind == "word", tokens[at + 1 : at + _NEAR])
    return any(token.word.key == "ب" and "ب" in form.entry.prepositions for token in near)


def _people_told(tokens: list[Token], at: int, form: Form) -> bool:
    """Whether those stand behind the verb to whom it was said, right before its preposition: يعد سالم زبائنه
    بفرع جديد.
    """
    behind = tokens[at + 1 : at + _NEAR]
    near = [token.word for token in takewhile(lambda token: token.word.kind == "word", behind)]
    return any(
        (before.tags & t.GROUP or before.rules & t.AUDIENCE)
        and not before.preposition
        and word.preposition in form.entry.prepositions
        for before, word in pairwise(near)
        if word.preposition
    )


def _of_preposition(tokens: list[Token], at: int, verb: Form) -> Form:
    """يدعون إلى: of those written alike the verb that takes the preposition right after it."""
    following = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    if not following.tags & t.PREPOSITION or following.key in verb.entry.prepositions | verb.entry.before_an:
        return verb
    alike = (f for f in tokens[at].word.forms if f.person == "3" and f.tense == verb.tense and not f.passive)
    return next((f for f in alike if following.key in f.entry.prepositions), verb)


def _of_subject(tokens: list[Token], at: int, verb: Form) -> Form:
    """The verb that agrees with a feminine subject after it, of those written alike: نعت الوزارة الفنان."""
    following = tokens[at + 1].word if at + 1 < len(tokens) else None
    if following is None or not (_feminine_subject(following) or _body_without_complement(tokens, at + 1)):
        return verb
    alike = (f for f in tokens[at].word.forms if f.tense == "p" and f.gender == "f" and f.person == "3")
    return next((f for f in alike if not f.passive and f.entry is not verb.entry), verb)


def _feminine_subject(word: Word) -> bool:
    """Whether a verb before the noun stands in the feminine: الوزارة، كتائب كذا."""
    noun = word.rules & (t.FEMININE | t.NO_PERSONS) and not word.tags & t.PLACE
    return word.stem.endswith("ة") or bool(noun)


def _body_without_complement(tokens: list[Token], at: int) -> bool:
    """Whether a country or a body known by its name stands here with nothing with ب behind it, as what is
    described would have: نعت حماس القيادي فلانا, not نعت إسرائيل بالكيان الغاصب.
    """
    if not tokens[at].word.tags & (t.PLACE | t.KNOWN_ORGANISATION):
        return False
    return not any(token.word.preposition == "ب" for token in tokens[at + 1 : at + _NEAR])
