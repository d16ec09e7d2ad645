"""What somebody hastens, turns or does not hesitate to say: سارع الوزير إلى نفي الخبر."""

from __future__ import annotations

from msgspec import structs

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import feminine_perfect
from qawl.lexicon.word import NOTHING, Form
from qawl.phrases import noun_phrase
from qawl.scene import COMMAS, Scene
from qawl.statements import content
from qawl.statements.circumstances import skip_all_circumstances
from qawl.statements.draft import Draft
from qawl.statements.subjects import subject_before
from qawl.statements.verbdrafts import verb_draft

_FARTHEST = 16
"""Tokens from the verb to the noun of saying, at most."""
_LONGEST = 30
"""Tokens behind the noun in which its content is looked for."""
_TO = frozenset({"الى", "على"})
"""What leads from a verb of haste to the noun of saying: سارع إلى نفي، حرص على توضيح."""
_IN = frozenset({"في", "عن"})
"""What leads there from one that is negated: لم يتردد في اتهام، لم يتوان عن انتقاد."""


def hastened(scene: Scene, candidate: Candidate, end: int) -> Draft | None:
    """The attribution of a noun of saying that tells what the subject of a verb of haste said: سارع الوزير
    إلى نفي الخبر، بادر فلان بالاعتذار عن الخطأ، لم يتردد المدرب في انتقاد الحكم.
    """
    at, form = candidate.at, candidate.form
    led = at > 0 and scene.tokens[at - 1].word.key in _TO | _IN and form.prefix in ("", "ال")
    if form.pronoun or not (led or form.prefix == "بال"):
        return None
    verb = _verb_before(scene, at - led)
    act = _verbal(scene, candidate)
    if verb < 0:
        return None
    found, _ = content.find(scene, at + 1, at + 1, act.entry, min(end, at + _LONGEST), True)
    if found is None or found.form == "nominal" and act.entry.evidence != "strong":
        return None
    subject = noun_phrase(scene, verb + 1, at - led, frozenset({"NP"}))
    behind = subject.end if subject is not None else verb + 1
    if not _reaches(scene, behind, at - led):
        return None
    leader = _as_verb(scene, candidate, verb, act)
    if subject is None:
        subject = subject_before(scene, leader, frozenset())
    draft = verb_draft(scene, leader, subject, at + 1, found, "noun", end)
    object_too = found.form == "nominal" and act.entry.objects  # إلى اتهام | المعارضة بالتحريض
    return structs.replace(draft, cue=at, cue_end=at + 1, start=at + 1 if object_too else found.start)


def _reaches(scene: Scene, at: int, end: int) -> bool:
    """Whether only when and where it was, or an aside or relative clause, stands from the token to the
    complement of a verb of haste; not حرص الوزير | على الحضور وعمل نائبه على تأكيد كذا.
    """
    at = skip_all_circumstances(scene, at, end, frozenset())
    word = scene.tokens[at].word
    aside = word.text in COMMAS and not scene.tokens[at + 1].word.conjunction
    return at >= end or aside or bool(word.tags & t.RELATIVE)


def _verbal(scene: Scene, candidate: Candidate) -> Form:
    """The noun of saying as what its verb takes tells: تهنئة الفائز, as in هنأ الفائز."""
    forms = scene.tokens[candidate.at].word.forms
    prefix = candidate.form.prefix
    return next((form for form in forms if form.tense == "m" and form.prefix == prefix), candidate.form)


def _as_verb(scene: Scene, candidate: Candidate, verb: int, act: Form) -> Candidate:
    """The verb of haste read like one of saying, for its subject: الوزارة | سارعت إلى نفي."""
    word = scene.tokens[verb].word
    prefix = word.key[0] if word.key[0] in "وف" else ""
    gender = "f" if feminine_perfect(word) or word.key[len(prefix)] == "ت" else "m"
    form = structs.replace(act, prefix=prefix, gender=gender, tense="p", number="s")
    return Candidate(verb, form, "verb", verb > 0 and scene.tokens[verb - 1].word.tags & t.RELATIVE > 0)


def _verb_before(scene: Scene, at: int) -> int:
    """The verb of haste whose complement begins at the token, with its subject between; -1 where none does or
    nothing was said: لم يسارع إلى نفي، يجب أن يبادر إلى الاعتذار.
    """
    to = scene.tokens[at].word.key
    verbs = t.HESITATING if to in _IN else t.HASTENING
    for k in range(at - 1, max(at - _FARTHEST, -1), -1):
        word = scene.tokens[k].word
        if word.rules & verbs:
            before = scene.tokens[k - 1].word if k else NOTHING
            if before.tags & t.PREPOSITION:
                continue  # في أسرع وقت
            if before.tags & t.NEGATION:
                return k if verbs == t.HESITATING else -1
            to_come = before.tags & (t.FUTURE | t.BEFORE_AN) or before.rules & t.WISH or before.alef
            wished = bool(to_come) and word.key[0] in "يت"
            return -1 if verbs == t.HESITATING or wished else k
        if word.kind == "sign" and word.text not in COMMAS or word.alef or word.verb is not None:
            return -1
    return -1
