"""What shows that a word written like a participle of saying is an adjective, a noun or an adverb."""

from __future__ import annotations

from itertools import takewhile

from qawl.lexicon import tags as t
from qawl.lexicon.shape import detached_object, feminine, relational
from qawl.lexicon.word import NOTHING, Form, Token
from qawl.scene import COMMAS, QUOTATION_MARKS

_NEAR = 8
"""Words at the head of a line among which stands the colon of who says it."""
_OBJECTS = frozenset({"NP", "addressee", "object+ب", "object+على", "object+إلى"})
"""What the participle takes that may be described like a noun."""


def is_adjective(tokens: list[Token], at: int, participle: Form) -> bool:
    """عقوبات مشددة، كان متوقعا، أشارت كاتبة السيناريو: a participle that says something about the noun before
    it, or is a noun itself.
    """
    if at == 0:
        return _is_named_role(tokens)
    before = tokens[at - 1].word
    following = tokens[at + 1].word if at + 1 < len(tokens) else None
    counted = before.kind == "number" or before.tags & (t.QUANTIFIER | t.NUMBER_WORD)
    counted = counted or before.rules & t.COUNTING  # ثماني مدعيات
    if _is_described(tokens, at, participle) or _is_said(tokens, at, participle):
        return True
    several = counted and participle.number != "s" and not before.key.endswith("ون")  # أربعة متهمين
    several = several or before.kind == "number" and bool(tokens[at].word.tags & t.ROLE)  # 416 طالبا
    if several or before.tags & (t.AUXILIARY | t.NEGATION):
        return True
    if before.tags & t.COMPLEMENTIZER and not before.pronoun:
        return True  # إن ناقلة صينية، أن مطالبة موسكو
    act = before.verb is not None and (before.verb.gender, participle.gender) == ("m", "f")
    if act or following is not None and _by_somebody(tokens, at + 1):
        return True  # واقترح مطالبة السياح، المتهمين من قبل اللجنة
    if at > 1 and tokens[at - 2].word.tags & t.COMPLEMENTIZER and before.nominal:
        return not tokens[at - 2].word.pronoun  # إن أوروبا مطالبة بالدفاع
    if participle.gender == "f" and (_of_those_who_say(tokens, at) or _says_it(tokens, at)):
        return True
    if participle.gender != "f" or following is None or following.kind != "word" or following.alef:
        return False
    then = tokens[at + 2].word if at + 2 < len(tokens) else None
    told = then is not None and then.alef and then.preposition and before.text in COMMAS
    text = tokens[at].word.tags & t.DOCUMENT and following.nominal and not told
    if text and "addressee" not in participle.entry.takes:
        return True  # وصف مذكرة التوقيف بأنها; not …، مذكرة الأندية بأنها
    role = tokens[at].word.tags & t.ROLE
    if role and following.article and not participle.entry.takes & _OBJECTS:
        return True
    after_verb = before.verb is not None and before.verb.gender == "f" or before.tags & t.CONNECTIVE
    if role and after_verb and following.key.startswith("باسم"):
        return True  # قالت متحدثة باسم الوزارة، لكن متحدثة باسمها قالت
    return (
        feminine(before)
        and not before.article
        and not before.tags & (t.NAME | t.PLACE)
        and not (following.tags & t.PREPOSITION and then is not None and then.alef)
    )


def _of_those_who_say(tokens: list[Token], at: int) -> bool:
    """Whether the word tells which sources say it, right behind a verb of saying: وقالت مصادر متابعة إن."""
    start = at - 1
    while start and relational(tokens[start].word) and not tokens[start].word.article:
        start -= 1
    source, verb = tokens[start].word, tokens[start - 1].word.verb if start else None
    return bool(source.rules & t.NO_PERSONS) and verb is not None and verb.entry.clause and not source.article


def _says_it(tokens: list[Token], at: int) -> bool:
    """Whether a woman behind a verb of saying is its subject, as إن follows, which participles do not take:
    قالت كاتبة سويدية إن; not قالت مؤكدة أن.
    """
    verb, word = tokens[at - 1].word.verb, tokens[at].word
    if verb is None or verb.gender != "f" or not verb.entry.clause or word.pronoun:
        return False
    if word.participle is not None and word.participle.entry.sense == "say":
        return False  # وأضافت قائلة إن
    near = [token.word for token in tokens[at + 1 : at + 3]]
    described = near and near[0].nominal and near[0].stem.endswith("ة") and not near[0].tags & t.VERBAL_NOUN
    opening = near[1] if len(near) > 1 and described else near[0] if near else NOTHING
    somebody = described or word.tags & t.ROLE
    takes = somebody and "إن" in verb.entry.takes and opening.alef in ("i", "?")
    return takes or bool(word.tags & t.ROLE and described and opening.alef)


def _is_named_role(tokens: list[Token]) -> bool:
    """كاتبة في الصحيفة: …: a role at the head of a line, with more of who it is before the colon."""
    words = [token.word for token in tokens[:_NEAR]]
    colon = next((k for k, word in enumerate(words) if word.text == ":"), 0)
    told = words[1:colon]
    return bool(words[0].tags & t.ROLE and told) and not any(word.alef or word.forms for word in told)


def _is_described(tokens: list[Token], at: int, participle: Form) -> bool:
    """Whether the word is a noun or adjective with its own adjective (مقرا مؤقتا، معلقا قانونيا), or a thing
    behind which nothing that the participle takes comes before a comma (لافتة باللغة العربية، …).
    """
    word, following = tokens[at].word, tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    if following.kind != "word":
        return False
    takes = participle.entry
    if word.tags & t.PLAIN and participle.gender == "f":
        near = takewhile(lambda token: token.word.text not in (*COMMAS, ".", "؛"), tokens[at + 1 :])
        return not any(
            token.word.alef
            or token.word.key in takes.prepositions
            or token.word.preposition in takes.prepositions
            for token in near
        )
    then = tokens[at + 2].word if at + 2 < len(tokens) else NOTHING
    adverb = t.TIME | t.MANNER | t.ADVERBIAL_PARTICIPLE | t.PREPOSITION | t.RELATIVE_FREE  # مشيدا بما
    described = word.key[-1] == following.key[-1] == "ا" and following.nominal
    described = described and not following.tags & adverb and following.participle is None
    described = described and not (following.preposition or following.pronoun or following.tags & t.FUNCTION)
    described = described and not detached_object(following)  # محملا إياهما
    objects = takes.takes & (_OBJECTS | {"object+predicate", "quote+NP"})
    taken = then.alef or then.key in takes.prepositions or then.preposition in takes.prepositions
    return bool(described and then.kind != "sign" and not (objects or taken))


def _is_said(tokens: list[Token], at: int, participle: Form) -> bool:
    """أعد الوزير مقترحا بإلغاء الرسوم: the participle stands for what is said, with a preposition that only
    the noun takes; not …، مقترحا إلغاء الرسوم, nor مقترحا بأن.
    """
    following = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    if not tokens[at].word.tags & t.CLAIM_NOUN or tokens[at - 1].word.text in COMMAS or following.alef:
        return False
    return following.preposition not in ("", *participle.entry.prepositions)


def _by_somebody(tokens: list[Token], at: int) -> bool:
    """من قبل: by whom it was done; not من قبل أن."""
    if tokens[at].word.key != "من" or at + 2 >= len(tokens):
        return False
    return tokens[at + 1].word.key == "قبل" and not tokens[at + 2].word.alef


def is_adverb(tokens: list[Token], at: int) -> bool:
    """أكد الوزير مجددا أن: a participle that is an adverb too, unless it stands after a comma before what it
    takes (…، مجددا دعوته إلى الحوار، مجددا «التزام بلاده»).
    """
    word = tokens[at].word
    if word.participle is None or not word.tags & t.TIME:
        return False
    paused = at > 0 and tokens[at - 1].word.text in COMMAS
    if not paused or at + 1 >= len(tokens):
        return True
    following = tokens[at + 1].word
    return following.kind == "sign" and following.text not in QUOTATION_MARKS
