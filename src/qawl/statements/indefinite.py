"""An indefinite noun right before the verb, of which it tells without الذي: ورود تقارير أفادت بأن."""

from __future__ import annotations

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, feminine
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import Scene
from qawl.statements.agreement import PRONOUNS, agrees


def told_by_text(scene: Scene, candidate: Candidate) -> Phrase | None:
    """The indefinite text right before an imperfect that tells what it says: على علم بتقرير يفيد بأن; not one
    that somebody speaks in (الوزير في بيان يؤكد).
    """
    at = candidate.at
    if at < 1:
        return None
    word, before = scene.tokens[at - 1].word, scene.tokens[max(at - 2, 0)].word
    form = candidate.form
    if form.tense != "i" or form.prefix or not form.entry.clause or word.article or word.pronoun:
        return None
    if (
        not word.tags & t.DOCUMENT
        or not (word.preposition or before.tags & t.PREPOSITION)
        or before.key == "في"
    ):
        return None
    phrase = noun_phrase(scene, at - 1, at, frozenset(), attached=True)
    return phrase if phrase is not None and agrees(scene, phrase, form) else None


def indefinite_before(scene: Scene, stop: int, candidate: Candidate) -> Phrase | None:
    """ورود تقارير أفادت بـ: an indefinite noun before the verb, which is a relative clause without الذي."""
    tokens, start = scene.tokens, stop
    then = tokens[candidate.at + 1].word if candidate.at + 1 < len(tokens) else None
    if then is not None and then.rules & t.SAID_IN and not candidate.form.prefix:
        return None  # أصدر النادي بيانا أكد فيه …: what it was said in
    shown = PRONOUNS.get(then.pronoun) if then is not None and then.tags & t.COMPLEMENTIZER else None
    several = shown == ("m", "p") and candidate.form.number == "s"
    if several or shown == ("m", "s") and candidate.form.gender == "f":
        return None  # أفراد قالت إنهم، رجل قالت إنه: others say it of them
    while start > 0 and start > stop - 4:
        word = tokens[start - 1].word
        if word.kind != "word" or word.article or word.tags & t.FUNCTION:
            return None
        if word.forms and not word.tags & t.DOCUMENT:
            return None
        made = candidate.form.gender == "f" or shown and not word.tags & (t.ROLE | t.GROUP | t.UNNAMED)
        his = candidate.form.gender == "m" and word.tags & t.DOCUMENT and feminine(word)  # في تغريدة قال
        if his or candidate.form.number == "p" or made and word.key.endswith("ا"):
            return None  # تسجيلا قالت إنه، صورا قال إنها: the noun is what was made, not who says it
        start -= 1
        if start and word.tags & t.ROLE and scene.tokens[start - 1].word.tags & t.SETTING:
            continue  # في تصريح إعلامي أفاد فلان
        if word.tags & (t.DOCUMENT | t.UNNAMED | t.GROUP | t.ROLE) and not word.preposition:
            before = scene.tokens[start - 1].word if start else word
            owner = before.tags & HEADS and before.nominal and not (before.article or before.pronoun)
            return noun_phrase(scene, start - 1 if owner else start, stop, frozenset())  # مشروع قرار
    return None
