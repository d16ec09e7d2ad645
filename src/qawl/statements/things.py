"""The act or thing that a clause tells of, to which a verb behind it belongs: مقتل الشاب كشف عن كذا."""

from __future__ import annotations

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import OF_HIM, feminine
from qawl.lexicon.word import NOTHING, Word
from qawl.phrases import Phrase
from qawl.scene import COMMAS, Scene
from qawl.statements.agreement import CAN_SPEAK, PRONOUNS
from qawl.statements.choice import is_act

_LONGEST = 20
"""Tokens between the act or thing that a verb belongs to and the verb."""
_NEAR = 5
"""Tokens from a thing to the verb that tells of it without الذي, more than which it is not looked for."""
_THINGS = t.VERBAL_NOUN | t.PLAIN | t.CLAIM_NOUN


def after_act(scene: Scene, candidate: Candidate) -> bool:
    """وتداول المقطع منذ عام، ينفي …: an imperfect whose clause begins with an act or a thing, its subject; or
    a perfect right behind what belongs to that, مقتل الشاب كشف عن.
    """
    tokens, at = scene.tokens, candidate.at
    thought = "inner" in candidate.form.entry.takes
    people = (candidate.form.gender, candidate.form.number) == ("m", "p") and not thought  # مقطعا يزعمون أنه
    if candidate.form.prefix or at == 0 or candidate.relative or people:
        return False
    perfect = candidate.form.tense == "p"
    if perfect and not tokens[at - 1].word.article:
        return False
    begin = at
    while begin > max(scene.inside[at] + 1, at - _LONGEST, 0):
        word = tokens[begin - 1].word
        if word.tags & t.VERB and not word.tags & t.VERBAL_NOUN or word.verb is not None:
            what = begin > 1 and tokens[begin - 2].word.key == "ما" and tokens[begin - 2].word.tags
            opens = (
                begin == 2
                or tokens[begin - 3].word.text == "."
                or tokens[begin - 3].word.tags & t.COMPLEMENTIZER
            )
            if what and what & t.RELATIVE_FREE and opens:
                return True  # ما يجري في الصين ينذر بكذا
            return begin > 1 and _noun_after_anna(word, tokens[begin - 2].word)
        if word.tags & (t.COMPLEMENTIZER | t.CONNECTIVE) or word.text == ":":
            break
        opens = is_act(tokens[begin].word) or tokens[begin].word.tags & t.ADVERBIAL_PARTICIPLE
        if word.text in COMMAS and opens:
            break  # …، وتداول المقطع منذ عام ينفي; …، وردا على سؤال عن الكلفة قال
        begin -= 1
    first = tokens[begin].word
    if perfect and (first.key.endswith("ا") or feminine(first) != (candidate.form.gender == "f")):
        return False  # تعقيبا على القرار كشف أن
    definite_act = first.tags == t.VERBAL_NOUN and first.article and not first.forms and begin + 1 < at
    return begin < at and (is_act(first) or definite_act or bool(first.rules & t.THING))


def _noun_after_anna(word: Word, before: Word) -> bool:
    """لكن أن توقيعه هذا الشهر ينفي: after أنّ a noun stands, though it is written like a verb."""
    anna = before.tags & t.COMPLEMENTIZER and not before.pronoun
    return bool(anna) and word.key.startswith("ت") and word.key.endswith(OF_HIM)


def tells_of_thing(scene: Scene, candidate: Candidate) -> bool:
    """Whether an indefinite thing that agrees stands right before an imperfect, which tells of it without
    الذي: هذه الأرقام إجابة تؤكد أن, إجابة مثيرة للاهتمام تقول إن; not رحلة تقول إنها, بنبرة حادة تقول.
    """
    tokens, at, form = scene.tokens, candidate.at, candidate.form
    then = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    told_of = PRONOUNS.get(then.pronoun) == (form.gender, "s") or then.rules & t.SAID_IN
    if (form.tense, form.number) != ("i", "s") or form.prefix or told_of:
        return False
    for k in range(at - 1, max(at - _NEAR, 0), -1):
        word, before = tokens[k].word, tokens[k - 1].word
        if word.kind != "word" or word.conjunction or word.pronoun or word.verbal:
            return False
        if word.rules & t.THING and not word.article:
            apart = word.preposition or before.tags & (t.QUANTIFIER | t.SETTING)
            return not apart and feminine(word) == (form.gender == "f")
        if word.article and not word.preposition:
            return False
    return False


def goes_on_with_thing(scene: Scene, candidate: Candidate) -> bool:
    """Whether و and an imperfect with nobody named go on with what أن tells of an act or thing: أكد أن هذه
    القرارات لا تفيد، وتشير إلى كذا, قال إن الارتفاع مستمر ويهدد بكذا; not قال إن القرار خطأ ويطالب بكذا.
    """
    form = candidate.form
    if form.prefix != "و" or form.tense != "i" or form.number != "s":
        return False
    for k in range(candidate.at - 1, max(candidate.at - _LONGEST, scene.inside[candidate.at], 0), -1):
        word = scene.tokens[k - 1].word
        if scene.tokens[k].word.kind == "sign" and scene.tokens[k].word.text not in COMMAS:
            return False
        if word.tags & t.COMPLEMENTIZER:
            again = _teller(scene, k - 1) == (form.tense, form.gender)  # يرى أن الحرب طويلة ويحذر منها
            return not (again or word.pronoun) and _is_thing(scene, k, form.gender)
    return False


def _teller(scene: Scene, stop: int) -> tuple[str, str]:
    """Tense and gender of the last verb of saying before the token; empty where none is."""
    verbs = (scene.tokens[k].word.verb for k in range(stop - 1, max(stop - _LONGEST, -1), -1))
    return next(((verb.tense, verb.gender) for verb in verbs if verb is not None), ("", ""))


def _is_thing(scene: Scene, at: int, gender: str) -> bool:
    """Whether the noun at the token is no one who speaks, and a verb of the gender may go on with it."""
    first = scene.tokens[at].word
    shown = first.tags & t.DEMONSTRATIVE
    head = scene.tokens[at + 1].word if shown else first
    if head.tags & CAN_SPEAK or head.forms or not head.nominal:
        return False
    thing = shown or head.tags & _THINGS or head.rules & t.THING or feminine(head) and not head.tags
    return bool(thing) and (feminine(head) or first.key == "هذه") == (gender == "f")


def is_one_thing(scene: Scene, candidate: Candidate, phrase: Phrase) -> bool:
    """Whether an act or text stands before a participle of several: أثار خبر الإغلاق غضبا، مؤكدين أن."""
    first = scene.tokens[phrase.start].word
    thing = is_act(first) or first.tags & t.DOCUMENT and not first.stem.endswith("ات")
    return candidate.kind == "participle" and candidate.form.number == "p" and bool(thing)
