"""Whether a verb of saying states something: not where it is negated, asked, conditional, wished for or still
to come.
"""

from __future__ import annotations

import re

from qawl.lexicon import tags as t
from qawl.lexicon.shape import accusative, imperfect, whether
from qawl.lexicon.word import NEGATED, NOTHING, Form, Token, Word
from qawl.scene import COMMAS, QUOTATION_MARKS, TOPIC

_NO_ONE = 4
"""Words among which the negation of أحد or من stands."""
_NEAR = 8
"""Words around a verb that are asked what they make of it."""
_SHORTEST_NOTHING = 3
"""Tokens before what nothing tells: لم ترد معلومات تفيد."""
_SHORTEST_TOLD = 5
"""Tokens of the shortest name with what is told of it between commas."""
_SHORTEST_TOPIC = 3
"""Tokens before a verb where أما, somebody and a comma precede it, at least."""
_SOMEBODY = t.NAME | t.ROLE | t.TITLE | t.ORGANISATION
_SHOWN_NEGATED = ("استبعد", "نفى", "أنكر")
"""Verbs that say something negated too: لم يستبعد."""
_CONFIRMS = ("confirm", "deny", "comment", "admit")
"""Senses of verbs that are negated together: لم يؤكد ولم ينف."""
_LONGEST_SUBJECT = 12
"""Tokens from عما إذا to the verb of what is asked."""
_YOU = ("ك", "كم")
_DAMMA = "\u064f"
_SHADDA = "\u0651"
_PASSIVE = re.compile("[وف]?\u064e?[يت]\u064f")
"""يُعتقد، يُذكر: written with the vowel of the passive, which in some derived verbs is the active's too."""
_PASSIVE_PERFECT = re.compile("[وف]?\u064e?[^\u064b-\u0652]\u064f")
"""نُشر، كُشف: no perfect of the active begins so."""


def not_stated(tokens: list[Token], at: int, verb: Form) -> str:
    """Why the verb states nothing; empty where it does."""
    text = tokens[at].word.text
    last = at - 1
    if last > 0 and tokens[last].word.kind == "sign" and tokens[last - 1].word.tags & t.COMPLEMENTIZER:
        last -= 1  # يريد أن "يعترف" بذنبه
    before = tokens[last].word if at else NOTHING
    two_before = tokens[last - 1].word if last > 0 else NOTHING
    if "hamza" in verb.entry.takes and text.lstrip("وف")[0] == "ا":
        return "another verb without its hamza (اطلع)"
    if before.rules & t.NEGATOR and verb.tense == "i":
        return "" if _says_negated(tokens, at, verb) else "negated"
    if verb.entry.evidence == "negated":
        return "says something only when it is negated"
    if before.key == "ما" and two_before.rules & t.CONCLUDING and verb.pronoun:
        return ""  # وهو ما يؤكده فلان
    return (
        _concluded(before, two_before, verb)
        or _spoken_to(tokens, at, verb)
        or _in_relative_clause(tokens, at, verb)
        or _shown_by_vowel_or_prefix(text, verb, tokens[at + 1 : at + 2])
        or _supposed(tokens, at, verb, before)
        or _aimed_at(before, two_before, verb)
        or _conditional_or_asked(before, two_before)
        or _in_same_condition(tokens, at, verb)
        or _asked_whether(tokens, at, verb)
        or _of_nothing(tokens, at, verb)
        or _said_by_nobody(tokens, at)
    )


def _says_negated(tokens: list[Token], at: int, verb: Form) -> bool:
    """Whether a negated verb says something by that: لم يستبعد الوزير …, not لن يستبعد."""
    if verb.entry.evidence != "negated" and verb.entry.lemma not in _SHOWN_NEGATED:
        return False
    return not tokens[at - 1].word.key.endswith("لن") and not _neither(tokens, at)


def _concluded(before: Word, two_before: Word, verb: Form) -> str:
    """What the writer concludes from what happened, which nobody said."""
    after_ma = before.key == "ما"
    which = before.key in ("مما", "وما", "بما") or after_ma and two_before.kind == "sign"
    told = verb.entry.sense in ("say", "claim")  # بما يقول المحققون إنه سكين
    if which and verb.tense == "i" and not (verb.pronoun or told):
        return "what the writer concludes (مما يؤكد أن)"
    if after_ma and two_before.rules & t.CONCLUDING:
        return "what the writer concludes (وهو ما يؤكد أن)"
    return ""


def _spoken_to(tokens: list[Token], at: int, verb: Form) -> str:
    """إذا شعر بأنك تشكك في قوله، أنك تهرب وتعتقد أن: what the reader does."""
    if verb.tense != "i" or verb.gender != "f" or verb.number != "s":
        return ""
    near = tokens[max(at - _NEAR, 0) : at]
    you = any(token.word.tags & t.COMPLEMENTIZER and token.word.pronoun in _YOU for token in near)
    return "the second person (أنك تعتقد أن)" if you else ""


def _in_relative_clause(tokens: list[Token], at: int, verb: Form) -> str:
    """A verb that tells of which document or setting the words before speak; with فيه the document speaks."""
    if at < 2 or verb.entry.evidence != "clause" or verb.prefix:
        return ""
    before = tokens[at - 1].word
    indefinite = not (before.article or before.pronoun or before.rules & t.FRONTING)
    if not before.tags & (t.SETTING | t.DOCUMENT) or not indefinite:
        return ""
    said_in = at + 1 < len(tokens) and tokens[at + 1].word.rules & t.SAID_IN
    if said_in or not tokens[at - 2].word.tags & t.PREPOSITION:
        return ""
    return "a relative clause after an indefinite noun (في بيان نشر …)"


def _shown_by_vowel_or_prefix(text: str, verb: Form, following: list[Token]) -> str:
    """What the word itself shows: يُعتقد، سيعلن; but in نُقل عن الوزير أن the source follows."""
    sourced = bool(following) and f"source+{following[0].word.key}" in verb.entry.takes
    if vowelled_passive(text, verb) and not sourced:
        return "a passive has no speaker"
    return "still to come" if verb.prefix.endswith("س") else ""


def _supposed(tokens: list[Token], at: int, verb: Form, before: Word) -> str:
    """What has not happened, or only may have."""
    if before.rules & t.TO_COME:
        return "still to come"
    if verb.prefix in ("ول", "فل") and (not at or before.kind == "sign"):
        return "wished for (وليتذكر هؤلاء أن)"
    return "supposed, not stated" if before.rules & t.SUPPOSED or _may_have(tokens, at) else ""


def _aimed_at(before: Word, two_before: Word, verb: Form) -> str:
    """An imperfect that the word before puts off: what somebody wants, will do or may do."""
    if verb.tense != "i":
        return ""
    aim = before.alef in ("a", "?") and before.pronoun in ("", NEGATED)
    if aim:
        happened = two_before.rules & t.HAPPENED and two_before.key.endswith("قبل")  # قبل أن يضيف: …
        return "" if happened else "an aim, not a statement (أن before an imperfect)"
    when = before.key == "حين" and two_before.key != "في"
    if before.tags & t.SUBORDINATOR and (before.key.endswith("ما") or when):
        return "conditional"  # عندما، حينما، كلما، حين
    return "possible or wished for" if before.rules & t.WISH else ""


def _conditional_or_asked(before: Word, two_before: Word) -> str:
    """A condition or a question in the words before, or anybody who may say it."""
    in_case = before.key == "حال" and two_before.tags & t.PREPOSITION  # في حال أعلن
    if before.tags & t.CONDITION and not before.tags & t.PREPOSITION and (in_case or before.key != "حال"):
        return "conditional"
    if before.rules & t.INTERROGATIVE:
        return "asked"
    if before.key == "من" and two_before.rules & t.UNDEFINED:
        return "whoever may say it (كل من يقول)"
    if before.tags & t.AUXILIARY and two_before.tags & t.CONDITION and two_before.key in ("اذا", "لو"):
        return "conditional"  # إذا كان قال
    if before.alef == "i" and not before.pronoun and not before.conjunction:
        return "conditional"  # إن قال
    return ""


def _in_same_condition(tokens: list[Token], at: int, verb: Form) -> str:
    """إذا غربت الشمس وادعى أحد أن: the second verb of a condition at the head of its clause; not سيستقيل إذا
    فشل وأضاف أن.
    """
    if not verb.prefix.startswith("و"):
        return ""
    for k in range(at - 1, max(at - _NEAR, -1), -1):
        word = tokens[k].word
        if word.kind == "sign" or word.tags & t.COMPLEMENTIZER:
            return ""
        if word.tags & t.CONDITION and word.tags & t.SUBORDINATOR:
            heads = k == 0 or tokens[k - 1].word.kind == "sign"
            return "conditional" if heads else ""
    return ""


def _asked_whether(tokens: list[Token], at: int, verb: Form) -> str:
    """سئل عما إذا كان الوزير قد طلب ذلك، إن كانت قد أبلغت نظيرها; not سئل عما إذا كان سيستقيل، فأجاب."""
    if verb.prefix:
        return ""
    for k in range(at - 1, max(at - _LONGEST_SUBJECT, 0), -1):
        word = tokens[k].word
        if word.alef and whether(tokens[k - 1].word, word, tokens[k + 1].word):
            return "asked (إن كان الوزير قد قال)"
        # عما إذا كان اللاعب مصابا أكد المدرب أنه
        predicate = (
            accusative(word) or word.key == word.stem + "ا" or word.verb is not None or imperfect(word)
        )
        if (
            word.kind == "sign"
            and word.text not in QUOTATION_MARKS
            or word.tags & t.COMPLEMENTIZER
            or predicate
        ):
            return ""
        if word.key == "اذا":
            return "asked (عما إذا كان قد قال)" if tokens[k - 1].word.key.endswith("ما") else ""
    return ""


def _of_nothing(tokens: list[Token], at: int, verb: Form) -> str:
    """لم ترد معلومات تفيد بأن، لا توجد أدلة تشير إلى: what nothing that there is tells."""
    if at < _SHORTEST_NOTHING or verb.tense != "i" or verb.prefix or not tokens[at - 1].word.nominal:
        return ""
    for k in range(at - 1, max(at - _NEAR, -1), -1):
        word = tokens[k].word
        named = word.article and k == at - 1 or word.tags & (t.COMPLEMENTIZER | t.RELATIVE | t.NAMES)
        if word.kind == "sign" or named or word.rules & t.CONTINUING:  # لا يزال سكان يقولون
            return ""
        if word.rules & t.NEGATOR or word.rules & t.CONCLUDING and word.key == "ليس":
            return "negated (لم ترد معلومات تفيد بأن)"
    return ""


def _said_by_nobody(tokens: list[Token], at: int) -> str:
    """لا أحد يقول، لا يوجد من يقول"""
    before = tokens[at - 1].word if at else NOTHING
    if before.key not in ("احد", "من"):
        return ""
    negated = any(token.word.rules & t.NEGATOR for token in tokens[max(at - _NO_ONE, 0) : at - 1])
    return "said by nobody (لا أحد يقول)" if negated else ""


def thought_inside(tokens: list[Token], at: int, verb: Form) -> str:
    """Why a thought is no statement of its own: it is part of what was said."""
    if not at or verb.entry.sense not in ("think", "express", "predict"):
        return ""
    if tokens[at - 1].word.tags & t.COMPLEMENTIZER and _inside(tokens, at):
        return "a thought inside what was said (أنه يعتقد أن)"
    return ""


def impersonal(tokens: list[Token], at: int, verb: Form) -> bool:
    """يذكر أن، يشار إلى أن، وكان يفترض أن: a passive in writing where the clause follows at once and nobody
    stands before it.
    """
    if (
        "impersonal" not in verb.entry.takes
        or verb.tense != "i"
        or (verb.gender, verb.number) != ("m", "s")
        or verb.pronoun
        or tokens[at].word.text.endswith("ي")  # يروي, its passive is يروى
    ):
        return False
    then = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    doubled = _SHADDA in tokens[at].word.text and then.preposition == "ب"  # ويذكّر بأن
    if doubled or _told_of(tokens, at):
        return False
    thus = at == 1 and tokens[0].word.rules & t.POINTING and tokens[at].word.conjunction  # هذا ويفترض أن
    before = tokens[at - 1].word if at and not thus else None
    opening = t.CONNECTIVE | t.COMPLEMENTIZER | t.RELATIVE_FREE | t.AUXILIARY
    if before is not None and before.kind == "word" and not before.tags & opening:
        return False
    if before is not None and before.tags & t.COMPLEMENTIZER and before.pronoun:
        return False
    following = tokens[at + 1 : at + 3]
    pointing = len(following) > 1 and following[1].word.rules & t.POINTING
    if following and following[0].word.key == "من" and ("inner" in verb.entry.takes or pointing):
        return True  # ويلاحظ من القائمة أن، ويستنتج من ذلك أن
    return bool(following) and (
        bool(following[0].word.tags & t.COMPLEMENTIZER)
        or following[0].word.tags & t.PREPOSITION > 0
        and len(following) > 1
        and bool(following[1].word.tags & t.COMPLEMENTIZER)
    )


def _told_of(tokens: list[Token], at: int) -> bool:
    """سامي النجار، مدير المعهد، يتوقع أن: behind the comma that ends what is told of somebody at the
    sentence's head stands what that one says; behind أما the comma may follow at once: أما الخبير، فيعتبر أن.
    """
    topic = tokens[0].word.key in TOPIC
    if at < (_SHORTEST_TOPIC if topic else _SHORTEST_TOLD) or tokens[at - 1].word.text not in COMMAS:
        return False
    if tokens[at].word.conjunction != ("ف" if topic else ""):
        return False
    words = [token.word for token in tokens[topic:at]]
    commas = [k for k, word in enumerate(words) if word.text in COMMAS]
    somebody = words[0].tags & _SOMEBODY and words[0].nominal and not words[0].preposition
    if topic and len(commas) == 1:
        return bool(somebody)
    if len(commas) != 2 or not somebody or not words[commas[0] + 1].nominal:
        return False
    return not any(word.verb is not None or word.tags & t.VERB or word.alef for word in words)


def _inside(tokens: list[Token], at: int) -> bool:
    """Whether the complementizer before the verb makes it part of what was said: أنه يعتقد, منذ أن اعتقدت."""
    before = tokens[at - 2].word if at > 1 else None
    if not tokens[at - 1].word.pronoun:
        return before is not None and bool(before.rules & t.HAPPENED)
    return before is None or not before.rules & t.TURNING


def _neither(tokens: list[Token], at: int) -> bool:
    """لم يؤكد الخبر ولم ينفه: what is neither confirmed nor denied is not said; but
    قال إن الأسعار لن ترتفع، لكنه لم يستبعد.
    """
    return any(
        word.verb is not None and word.verb.entry.sense in _CONFIRMS and tokens[k - 1].word.rules & t.NEGATOR
        for k in range(max(at - _NEAR, 1), min(at + _NEAR, len(tokens)))
        if k != at and (word := tokens[k].word)
    )


def _may_have(tokens: list[Token], at: int) -> bool:
    """لا يمكن أن يكون قد وعد: after أن and يكون, what may have been; لم يكن الوزير قد وعد، كاد الوزير يعلن،
    كأن الوزير يعلن: what was not.
    """
    told = False  # of one who did speak: لم يكن الوزير الذي قال إن … حاضرا
    for k in range(at - 1, max(at - _NEAR, -1), -1):
        word, before = tokens[k].word, tokens[k - 1].word if k else NOTHING
        if "كأن" in word.text and not word.tags & t.VERBAL_NOUN:
            return True
        if word.kind != "word" or word.tags & t.COMPLEMENTIZER:
            return False
        told = told or bool(word.tags & t.RELATIVE)
        if word.verb is not None and tokens[at].word.verbal and tokens[at].word.key[0] in "وف":
            return False  # نفى أن يكون قد طلب ذلك وأضاف
        if not told and (word.rules & t.HARDLY or word.tags & t.AUXILIARY and before.rules & t.NEGATOR):
            return True
        if word.tags & t.AUXILIARY:
            aim = before.alef in ("a", "?") and not before.pronoun
            return bool(aim) and word.key[0] in "يت"
    return False


def vowelled_passive(text: str, verb: Form) -> bool:
    """Whether a vowel in writing shows the passive: يُعتقد، كُشف."""
    if verb.tense == "p":
        inner = _DAMMA in text[2:] and not text.endswith("وا")  # تذكُّر is a noun, نقلتُ the first person
        return inner or bool(_PASSIVE_PERFECT.match(text))
    lemma = verb.entry.lemma
    doubled = lemma.startswith("أ") and not any(letter in "أؤئ" for letter in text)  # يُصر, not يُؤمر
    return bool(_PASSIVE.match(text)) and (len(lemma) == 3 and not doubled or lemma.startswith(("ا", "ت")))
