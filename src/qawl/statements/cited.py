"""Whom an outlet cites that an attributive expression names: بحسب رويترز نقلا عن مسؤولين."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import OF_HIM
from qawl.lexicon.word import Word
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import Scene
from qawl.statements.circumstances import skip_circumstances

RELAYING = "نقلا"


def cited(scene: Scene, verb: int, carrier: Phrase, end: int) -> tuple[Phrase, Phrase] | None:
    """Whom the outlet cites, and the outlet: وفق ما نقلته رويترز عن مصادر مطلعة, وفق معلومات نقلتها رويترز عن
    مصادر, بحسب رويترز نقلا عن مسؤولين.
    """
    tokens = scene.tokens
    if carrier.head & t.DOCUMENT and carrier.end + 1 < end and _cites(tokens[carrier.end].word, OF_HIM):
        verb, told = carrier.end, noun_phrase(scene, carrier.end + 1, end, frozenset({"عن"}))
        carrier = told if told is not None else carrier
    at = past_day(scene, carrier, end)
    relays = at < end and tokens[at].word.key == RELAYING and carrier.head & (t.MEDIA | t.OUTLET)
    cites = verb >= 0 and _cites(tokens[verb].word)
    at += 1 if relays else 0
    if not (relays or cites) or at + 1 >= end or tokens[at].word.key != "عن":
        return None
    named = noun_phrase(scene, at + 1, end, frozenset())
    return (named, carrier) if named is not None else None


def past_day(scene: Scene, outlet: Phrase, end: int) -> int:
    """Past when the outlet told it, where نقلا follows: بحسب ما أوردت رويترز الثلاثاء | نقلا عن مسؤولين."""
    at = skip_circumstances(scene, outlet.end, end)
    return at if at < end and scene.tokens[at].word.key == RELAYING else outlet.end


def _cites(word: Word, pronouns: tuple[str, ...] = ()) -> bool:
    """Whether the word is a verb of passing on what another said, with one of the pronouns if they are given:
    نقلت، نقلتها.
    """
    forms = (form for form in word.forms if not pronouns or form.pronoun in pronouns)
    return any("source+عن" in form.entry.takes for form in forms)
