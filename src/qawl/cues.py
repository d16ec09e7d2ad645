"""Cues: the words of a sentence that may signal an attribution, those that are negated, asked, wished for or
to come left out.
"""

from __future__ import annotations

import re

from msgspec import Struct

from qawl.lexicon import tags as t
from qawl.lexicon.word import NEGATED, Form, Token
from qawl.model import Rejected

_PASSIVE = re.compile("[وف]?\u064e?[يت]\u064f")
"""يُعتقد، يُذكر: written with the vowel of the passive, which in some derived verbs is the active's too."""
_PASSIVE_PERFECT = re.compile("[وف]?\u064e?[^\u064b-\u0652]\u064f")
"""نُشر، كُشف: no perfect of the active begins so."""


class Candidate(Struct, frozen=True):
    """A token that may be a cue: its index, the form it is read as, and what it is: verb, participle or noun.

    `free_relative` is true after ما or من (ما أعلنته), `relative` after الذي and its like.
    """

    at: int
    form: Form
    kind: str
    relative: bool = False
    free_relative: bool = False
    homograph: bool = False


def candidates(tokens: list[Token], looked_at: list[int], trace: list[Rejected] | None) -> list[Candidate]:
    """The candidates of a sentence in order, at most one a token; `looked_at` are the
    tokens that may be one.
    """
    found = []
    for at in looked_at:
        token = tokens[at]
        if not token.word.forms:
            continue
        candidate, why = _candidate(tokens, at)
        if candidate is not None:
            found.append(candidate)
        elif trace is not None and why:
            trace.append(Rejected(token.start, token.end, "cue", why))
    return found


def _candidate(tokens: list[Token], at: int) -> tuple[Candidate | None, str]:
    word = tokens[at].word
    if (
        at
        and tokens[at - 1].word.tags & (t.NAME_PARTICLE | t.TITLE)
        and not tokens[at - 1].word.tags & t.ROLE
    ):
        return None, "part of a name"
    if word.tags & t.ADVERBIAL_PARTICIPLE:
        return None, "an adverb here"
    before = tokens[at - 1].word if at else None
    verb, passive, participle, noun = word.verb, word.passive, word.participle, word.noun
    if verb is not None and verb.entry.evidence == "light":
        verb = _of_noun(tokens, at, verb)
    if verb is not None and at + 1 < len(tokens) and tokens[at + 1].word.tags & _ANSWERING:
        # ورد الوزير: he answered, not it was reported.
        attached = [
            f for f in word.forms if f.tense in "pi" and f.prefix and not f.passive and f.person == "3"
        ]
        verb = (
            attached[0] if attached and any(take.startswith("source+") for take in verb.entry.takes) else verb
        )
    answers = at + 2 < len(tokens) and tokens[at + 2].word.alef and tokens[at + 2].word.preposition == "ب"
    answers = (
        answers and tokens[at + 1].word.article or tokens[min(at + 1, len(tokens) - 1)].word.key in _ON_HIM
    )
    if verb is not None and answers:  # ورد الزائر بأنه …: he answered
        verb = next(
            (f for f in word.forms if f.tense == "p" and f.prefix and f.entry.sense == "answer"), verb
        )
    if verb is not None and verb.gender == "m" and len(word.forms) > 1:
        verb = _of_subject(tokens, at, verb)
    governed = before is not None and before.tags & t.PREPOSITION and not before.tags & t.TIME
    if noun is not None and noun.tense == "m" and not any(form.tense == "s" for form in word.forms):
        noun = None  # a verbal noun that nouns_of_saying.tsv does not know
    if participle and not governed and not (verb and verb.prefix):
        if _adjective(tokens, at, participle):
            return None, "an adjective or a noun here"
        return Candidate(at, participle, "participle"), ""
    if verb:
        why = _not_stated(tokens, at, verb)
        if (
            not why
            and verb.entry.sense in ("think", "express", "predict")
            and before is not None
            and before.tags & t.COMPLEMENTIZER
            and _inside(tokens, at)
        ):
            why = "a thought inside what was said (أنه يعتقد أن)"
        if why:
            return None, why
        homograph = bool(noun) or bool(word.tags & ~t.NAMES)
        marked = before is not None and (
            _marks_noun(tokens, at)
            or homograph
            and (_construct(tokens, at, verb) or _surname(tokens, at, verb) or _after_anna(tokens, at, verb))
            or _elative(tokens, at, verb)
        )
        if not marked and _impersonal(tokens, at, verb):
            return None, "impersonal: nobody is named who says it"
        if not marked:
            relative = before is not None and bool(before.tags & t.RELATIVE) or _behind_relative(tokens, at)
            free = before is not None and before.rules & t.RELATIVE_HEADLESS > 0
            return Candidate(at, verb, "verb", relative, free, homograph), ""
    if (
        noun
        and noun.prefix.endswith("ال")
        and noun.entry.lemma == "قال"
        and at + 1 < len(tokens)
        and tokens[at + 1].word.tags & t.COMPLEMENTIZER
    ):
        return Candidate(at, noun, "noun"), ""
    if noun and (
        noun.pronoun or noun.prefix.endswith(("ب", "بال")) or noun.tense == "m" or noun.prefix.endswith("ال")
    ):
        return Candidate(at, noun, "noun"), ""
    if noun and not verb:
        return Candidate(at, noun, "noun"), ""
    if passive:
        return None, "a passive has no speaker"
    if word.first_person:
        return None, "the first person speaks for itself"
    return None, "a noun here, not a verb of saying" if verb else ""


def _of_noun(tokens: list[Token], at: int, verb: Form) -> Form:
    """The verb that its noun or preposition shows, of those written alike: توجه اتهامات, يعد بالتغيير."""
    stems = {token.word.stem for token in tokens[at + 1 : at + _NEAR]}
    alike = [f for f in tokens[at].word.forms if f.tense == verb.tense and f.person == "3" and not f.passive]
    following = tokens[at + 1].word if at + 1 < len(tokens) else None
    for form in alike:
        if form.entry.light_nouns & stems:
            return form
        if (
            following is not None
            and following.preposition
            and following.preposition in form.entry.prepositions
        ):
            verb = form
    return verb


def _of_subject(tokens: list[Token], at: int, verb: Form) -> Form:
    """The verb that agrees with a feminine subject after it, of those written alike: نعت الوزارة الفنان."""
    following = tokens[at + 1].word if at + 1 < len(tokens) else None
    if following is None or not following.stem.endswith("ة"):
        return verb
    alike = (f for f in tokens[at].word.forms if f.tense == "p" and f.gender == "f" and f.person == "3")
    return next((f for f in alike if not f.passive and f.entry is not verb.entry), verb)


def _inside(tokens: list[Token], at: int) -> bool:
    """Whether the complementizer before the verb makes it part of what was said: أنه يعتقد, منذ أن اعتقدت."""
    before = tokens[at - 2].word if at > 1 else None
    if not tokens[at - 1].word.pronoun:
        return before is not None and bool(before.rules & t.HAPPENED)
    return before is None or not before.rules & t.TURNING


def _construct(tokens: list[Token], at: int, verb: Form) -> bool:
    """Whether a word that is a noun too stands where a noun stands: right after another noun (تقديم طلب) or a
    pronoun.
    """
    returns = at + 1 < len(tokens) and tokens[at + 1].word.rules & t.RETURNING  # كلمة عبر فيها عن
    verb_only = verb.tense == "i" and not tokens[at].word.tags & t.VERBAL_NOUN  # شبكة تواصل
    if verb.prefix or verb_only or returns:
        return False
    before = tokens[at - 1].word
    if before.kind != "word" or before.rules & t.RELATIVE_HEADLESS:
        return False
    if before.tags & t.PRONOUN:
        return True
    if before.tags & (
        t.CONNECTIVE | t.PERFECTIVE | t.AUXILIARY | t.RELATIVE | t.COMPLEMENTIZER | t.NAME | t.TIME | t.PLACE
    ):
        return False
    owned = before.pronoun or not before.tags and before.key.endswith(("ته", "ها", "هم"))  # من جهته توقع …
    return not (before.article or owned) or bool(before.preposition)


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


def _after_anna(tokens: list[Token], at: int, verb: Form) -> bool:
    """أن ثمن اللتر مرتفع: what is a noun too is one after أنّ; not after بعد أن."""
    before, two_before = tokens[at - 1].word, tokens[at - 2].word if at > 1 else None
    return (
        verb.tense == "p"
        and not verb.prefix
        and bool(before.tags & t.COMPLEMENTIZER)
        and not before.pronoun
        and bool(tokens[at].word.tags & t.PLAIN)
        and not (two_before is not None and two_before.rules & t.HAPPENED)
    )


def _elative(tokens: list[Token], at: int, verb: Form) -> bool:
    """من أخطر ما جاء في الاتفاق: the comparative that is written like the perfect of أفعل."""
    following = tokens[at + 1].word if at + 1 < len(tokens) else None
    return (
        verb.tense == "p"
        and not verb.prefix
        and verb.entry.lemma == tokens[at].word.text
        and tokens[at - 1].word.key == "من"
        and following is not None
        and bool(following.tags & t.RELATIVE_FREE)
    )


def _adjective(tokens: list[Token], at: int, participle: Form) -> bool:
    """عقوبات مشددة، كان متوقعا، أشارت كاتبة السيناريو: a participle that says something about the noun before
    it, or is a noun itself.
    """
    if at == 0:
        return False
    before = tokens[at - 1].word
    following = tokens[at + 1].word if at + 1 < len(tokens) else None
    if before.tags & (t.AUXILIARY | t.NEGATION):
        return True
    if at > 1 and tokens[at - 2].word.tags & t.COMPLEMENTIZER and before.nominal:
        return not tokens[at - 2].word.pronoun  # إن أوروبا مطالبة بالدفاع
    if participle.gender != "f" or following is None or following.kind != "word" or following.alef:
        return False
    role = tokens[at].word.tags & t.ROLE
    if role and following.article and not participle.entry.takes & _OBJECTS:
        return True
    if role and before.verb is not None and before.verb.gender == "f" and following.key == "باسم":
        return True  # قالت متحدثة باسم الوزارة
    then = tokens[at + 2].word if at + 2 < len(tokens) else None
    return (
        before.stem.endswith(("ة", "ات"))
        and not before.article
        and not before.tags & (t.NAME | t.PLACE)
        and not (following.tags & t.PREPOSITION and then is not None and then.alef)
    )


def _impersonal(tokens: list[Token], at: int, verb: Form) -> bool:
    """يذكر أن، يشار إلى أن: a passive in writing where the clause follows at once and nobody stands before
    it.
    """
    if (
        "impersonal" not in verb.entry.takes
        or verb.tense != "i"
        or (verb.gender, verb.number) != ("m", "s")
        or verb.pronoun
    ):
        return False
    before = tokens[at - 1].word if at else None
    opening = t.CONNECTIVE | t.COMPLEMENTIZER | t.RELATIVE_FREE
    if before is not None and before.kind == "word" and not before.tags & opening:
        return False
    if before is not None and before.tags & t.COMPLEMENTIZER and before.pronoun:
        return False
    following = tokens[at + 1 : at + 3]
    return bool(following) and (
        bool(following[0].word.tags & t.COMPLEMENTIZER)
        or following[0].word.tags & t.PREPOSITION > 0
        and len(following) > 1
        and bool(following[1].word.tags & t.COMPLEMENTIZER)
    )


def _behind_relative(tokens: list[Token], at: int) -> bool:
    """الذي كان قد قال."""
    steps = 0
    while at > 0 and steps < 3 and tokens[at - 1].word.tags & (t.PERFECTIVE | t.AUXILIARY | t.TIME):
        at -= 1
        steps += 1
    return steps > 0 and at > 0 and bool(tokens[at - 1].word.tags & t.RELATIVE)


def _marks_noun(tokens: list[Token], at: int) -> bool:
    """Whether the word before makes this one a noun: في رد، هذا الطلب، بعض ما."""
    before = tokens[at - 1].word
    if before.rules & t.RELATIVE_HEADLESS or tokens[at].word.forms[0].prefix:
        return False
    if before.tags & t.PREPOSITION and not before.tags & (t.TIME | t.NAME | t.CONNECTIVE):
        return True
    return bool(before.tags & t.QUANTIFIER and before.rules & t.UNDEFINED)


_ON_HIM = frozenset({"عليه", "عليها", "عليهم"})
"""After ورد they tell that somebody answered: ورد عليه الوزير."""
_OBJECTS = frozenset({"NP", "addressee", "object+ب", "object+على", "object+إلى"})
_NEAR = 8
_ANSWERING = t.ROLE | t.NAME | t.TITLE | t.ORGANISATION | t.KNOWN_ORGANISATION


def _neither(tokens: list[Token], at: int) -> bool:
    """لم يؤكد الخبر ولم ينفه: what is neither confirmed nor denied is not said."""
    return any(
        tokens[k].word.verb is not None and tokens[k - 1].word.rules & t.NEGATOR
        for k in range(max(at - _NEAR, 1), min(at + _NEAR, len(tokens)))
        if k != at
    )


def _may_have(tokens: list[Token], at: int) -> bool:
    """لا يمكن أن يكون قد وعد: after أن and يكون, what may have been said."""
    for k in range(at - 1, max(at - _NEAR, 0), -1):
        word, before = tokens[k].word, tokens[k - 1].word
        if word.kind != "word" or word.tags & t.COMPLEMENTIZER:
            return False
        if word.tags & t.AUXILIARY:
            aim = before.tags & t.COMPLEMENTIZER and before.alef in ("a", "?") and not before.pronoun
            return bool(aim) and word.key[0] in "يت"
    return False


_DAMMA = "\u064f"


def _vowelled_passive(text: str, verb: Form) -> bool:
    if verb.tense == "p":
        inner = _DAMMA in text[2:] and not text.endswith("وا")  # تذكُّر is a noun, نقلتُ the first person
        return inner or bool(_PASSIVE_PERFECT.match(text))
    lemma = verb.entry.lemma
    return bool(_PASSIVE.match(text)) and (len(lemma) == 3 or lemma.startswith(("ا", "ت")))


def _not_stated(tokens: list[Token], at: int, verb: Form) -> str:
    """Why the verb states nothing: negated, asked, conditional, wished for or still to come; empty where it
    does.
    """
    before = tokens[at - 1].word if at else None
    two_before = tokens[at - 2].word if at > 1 else None
    negatable = verb.entry.evidence == "negated" or verb.entry.lemma in ("استبعد", "نفى", "أنكر")
    negatable = negatable and not _neither(tokens, at)
    negated = before is not None and bool(before.rules & t.NEGATOR) and verb.tense == "i"
    if "hamza" in verb.entry.takes and tokens[at].word.text.lstrip("وف")[0] == "ا":
        return "another verb without its hamza (اطلع)"
    if verb.entry.evidence == "negated" and not negated:
        return "says something only when it is negated"
    if negated:
        return "" if negatable and before is not None and not before.key.endswith("لن") else "negated"
    if (
        before is not None
        and (
            before.key in ("مما", "وما")
            or before.key == "ما"
            and two_before is not None
            and two_before.kind == "sign"
        )
        and verb.tense == "i"
        and not verb.pronoun
    ):
        return "what the writer concludes (مما يؤكد أن)"
    if (
        before is not None
        and before.key == "ما"
        and two_before is not None
        and two_before.rules & t.CONCLUDING
    ):
        return "" if verb.pronoun else "what the writer concludes (وهو ما يؤكد أن)"
    if (
        before is not None
        and verb.entry.evidence == "clause"
        and before.tags & (t.SETTING | t.DOCUMENT)
        and not (before.article or before.rules & t.FRONTING)
    ) and (
        two_before is not None
        and two_before.tags & t.PREPOSITION
        and not before.pronoun
        and not verb.prefix
        and not (at + 1 < len(tokens) and tokens[at + 1].word.rules & t.SAID_IN)
    ):
        return "a relative clause after an indefinite noun (في بيان نشر …)"
    if _vowelled_passive(tokens[at].word.text, verb):
        return "a passive has no speaker"
    if verb.prefix.endswith("س") or (before is not None and before.rules & t.TO_COME):
        return "still to come"
    if before is None:
        return ""
    if before.rules & t.SUPPOSED or _may_have(tokens, at):
        return "supposed, not stated"
    if verb.tense == "i":
        happened = two_before is not None and two_before.rules & t.HAPPENED
        if (
            before.tags & t.COMPLEMENTIZER
            and before.alef in ("a", "?")
            and before.pronoun in ("", NEGATED)
            and not happened
        ):
            return "an aim, not a statement (أن before an imperfect)"
        if before.key == "عندما":
            return "conditional"
        if before.rules & t.WISH:
            return "possible or wished for"
    if before.tags & t.CONDITION and not before.tags & t.PREPOSITION and before.key not in ("حال",):
        return "conditional"
    if before.rules & t.INTERROGATIVE:
        return "asked"
    if before.key == "من" and two_before is not None and two_before.rules & t.UNDEFINED:
        return "whoever may say it (كل من يقول)"
    if (
        two_before is not None
        and before.tags & t.AUXILIARY
        and two_before.tags & t.CONDITION
        and two_before.key in ("اذا", "لو")
    ):
        return "conditional"
    return ""
