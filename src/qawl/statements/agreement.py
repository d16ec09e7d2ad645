"""Who a cue agrees with: the gender and number of its speaker."""

from __future__ import annotations

from qawl.scene import Scene
from qawl.statements.draft import Draft

_PRONOUNS = {"ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p"), "هما": ("", "d")}


def agreement(scene: Scene, draft: Draft) -> tuple[str, str]:
    """Gender and number of who speaks, as the cue shows them: by its ending, or by the pronoun of قولها."""
    for form in scene.tokens[draft.cue if draft.voice < 0 else draft.voice].word.forms:
        if form.entry is draft.entry or draft.voice >= 0 and form.tense in "pims":
            if form.tense in "ms":
                return _PRONOUNS.get(form.pronoun, ("", ""))
            return form.gender, form.number
    return "", ""
