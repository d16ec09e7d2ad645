"""Who a cue agrees with: the gender and number of its speaker."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.word import Form
from qawl.phrases import Phrase
from qawl.scene import Scene
from qawl.statements.draft import Draft

PRONOUNS = {"ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p"), "هما": ("", "d")}
"""Gender and number of each attached pronoun."""
BY_HIM = {f"ل{pronoun}": shown for pronoun, shown in PRONOUNS.items()}
"""What وفقا له shows of who spoke."""
FROM_HIM = {f"عن{pronoun}": shown for pronoun, shown in PRONOUNS.items()}
"""What نقلت عنه الوكالة shows of who spoke."""


def agreement(scene: Scene, draft: Draft) -> tuple[str, str]:
    """Gender and number of who speaks, as the cue shows them: by its ending, or by the pronoun of قولها.
    Where the draft has a voice of its own (وفقا لها, حسب قوله), that outranks the cue.
    """
    if draft.rule.startswith("relay") and draft.voice < 0:
        return "", ""  # نقلت الوكالة عن فلان أن: the verb is the agency's
    voice = scene.tokens[draft.voice].word
    if draft.voice >= 0 and (shown := BY_HIM.get(voice.key) or FROM_HIM.get(voice.key)):
        return shown
    if draft.voice >= 0 and voice.tags & t.ATTRIBUTIVE_NOUN:
        return PRONOUNS.get(voice.pronoun, ("", ""))
    forms = scene.tokens[draft.cue if draft.voice < 0 else draft.voice].word.forms
    for form in sorted(forms, key=_of_first_person):
        if form.entry is draft.entry or draft.voice >= 0 and form.tense in "pims":
            if form.tense in "ms":
                return PRONOUNS.get(form.pronoun, ("", ""))
            return form.gender, form.number
    return "", ""


def is_one(scene: Scene, phrase: Phrase) -> bool:
    """Whether one person is named by an office: مدير الأمن; not المدير والوزير، مديرو الأمن."""
    first = scene.tokens[phrase.start].word
    if not first.tags & t.ROLE or first.tags & (t.GROUP | t.QUANTIFIER | t.ORGANISATION):
        return False
    several = first.stem.endswith(("ون", "ين", "ان", "و", "ات", "ا", "اء"))
    return not several and not any(
        token.word.conjunction for token in scene.tokens[phrase.start : phrase.end]
    )


def _of_first_person(form: Form) -> bool:
    """Whether a form is the first person's, which a cue spelled alike is last of all: أنتقد, not انتقد."""
    return form.person == "1"
