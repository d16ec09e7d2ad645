"""Whether a word written like a verb goes on with an act told of before it: للتعريف بالقانون وحث الناس."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, feminine_perfect, imperfect
from qawl.lexicon.word import Form, Token
from qawl.scene import COMMAS

_NEAR = 8
"""Words among which the act stands that another goes on with."""
_SHORTEST_ACT = 3
"""Tokens before an act that goes on with another one: بعد إعلان النتائج …"""


def joined_act(tokens: list[Token], at: int) -> bool:
    """بعد إعلان النتائج وطلب المرشح إعادة الفرز، …: an act that goes on with another one behind a preposition
    at the head of the sentence, with no verb before it.
    """
    if at < _SHORTEST_ACT or not tokens[at].word.tags & t.VERBAL_NOUN:
        return False
    first, act = tokens[0].word, tokens[1].word
    acts = act.tags & (t.VERBAL_NOUN | t.PREPOSITION) or act.noun is not None
    if not first.tags & t.PREPOSITION or not acts:
        return False
    between = [token.word for token in tokens[2:at]]
    verbs = t.VERB | t.AUXILIARY | t.COMPLEMENTIZER | t.RELATIVE
    if any(word.kind == "sign" or word.tags & verbs or word.verbal for word in between):
        return False
    return any(token.word.text in COMMAS for token in tokens[at + 1 :])


def joined_purpose(tokens: list[Token], at: int, verb: Form) -> bool:
    """أطلقت الوزارة حملة للتعريف بالقانون وحث الناس: an act that goes on with another behind ل or إلى, where
    the sentence begins with a verb of another gender or tense and nobody stands behind; not وحث رئيسها الناس.
    """
    act = verb.prefix == "و" and any(form.tense == "m" for form in tokens[at].word.forms)
    if not act or (verb.tense, verb.gender, verb.number) != ("p", "m", "s"):
        return False
    main, following = tokens[0].word, tokens[min(at + 1, len(tokens) - 1)].word
    present = imperfect(main) or main.tags & t.VERB and main.stem[0] in "يت"
    somebody = following.tags & (HEADS & ~t.GROUP | t.NAMES | t.TITLE) or following.kind != "word"
    if somebody or not (feminine_perfect(main) or present):
        return False
    for k in range(at - 1, max(at - _NEAR, 0), -1):
        word = tokens[k].word
        if word.kind == "sign" or word.verb is not None or word.alef or word.tags & t.RELATIVE:
            return False
        if word.tags & t.VERBAL_NOUN and (word.preposition == "ل" or tokens[k - 1].word.key == "الى"):
            return True
    return False
