"""A verb of saying with its subject inside the clause that it reports, or behind it: أما النمو -يضيف التقرير-
فسيتراجع; هذا الاتفاق لن يصمد طويلا، يقول الكاتب.
"""

from __future__ import annotations

from qawl.cues.stated import vowelled_passive
from qawl.lexicon import tags as t
from qawl.lexicon.word import Form
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import COMMAS, DASHES, Scene
from qawl.statements.agreement import agrees
from qawl.statements.draft import Draft
from qawl.statements.headlines import HEADLINE_NOUNS
from qawl.statements.openings import STOPS
from qawl.statements.placing import placed

_SAYING = frozenset({"say", "add", "continue", "explain", "comment", "conclude", "confirm", "write"})
"""Senses of verbs that may stand so."""


def interposed(scene: Scene, at: int, drafts: list[Draft]) -> Draft | None:
    """The attribution of the verb at the token, between dashes or commas or at the end of its sentence."""
    form = scene.tokens[at].word.verb
    if form is None or not 0 < at < len(scene.tokens) - 1 or not _reports_alone(scene, at, form):
        return None
    opening, end = scene.tokens[at - 1].word.text, scene.limit(at)
    source = noun_phrase(scene, at + 1, _closing(scene, at + 1, end), frozenset())
    if source is None or not _speaks(scene, source, form):
        return None
    closing = scene.tokens[source.end].word.text if source.end < end else "."
    if closing not in ((opening,) if opening in DASHES else (*COMMAS, *STOPS)):
        return None
    bare = Draft(
        "interposed",
        at,
        at,
        at + 1,
        form.entry,
        source,
        -1,
        "clause",
        "clause",
        False,
        because=(f"{form.entry.line} {form.entry.lemma}", "between the signs that interrupt its clause"),
    )
    draft = placed(scene, bare, source, "trailing", drafts)
    if draft is None or draft.rule == "attributive-inside":
        return draft
    attributed = any(other.rule == "attributive-trailing" for other in drafts)
    return draft if closing in STOPS and not attributed else None


def _closing(scene: Scene, at: int, end: int) -> int:
    """The first comma behind the verb, past that before somebody's role or name: يقول فلان، مدير المعهد،."""
    comma = next((k for k in range(at, end - 1) if scene.tokens[k].word.text in COMMAS), end)
    tells = comma < end and scene.tokens[comma + 1].word.tags & (t.ROLE | t.TITLE | t.NAME)
    return end if tells else comma


def _reports_alone(scene: Scene, at: int, form: Form) -> bool:
    """Whether the verb may report what stands around it: behind a comma or dash, and nothing attached."""
    if form.pronoun:
        return False
    if form.number != "s" or form.entry.sense not in _SAYING:
        return False
    return "quote" in form.entry.takes and not vowelled_passive(scene.tokens[at].word.text, form)


def _speaks(scene: Scene, source: Phrase, form: Form) -> bool:
    """Whether the phrase behind the verb is somebody who may be its subject."""
    return bool(source.named or source.head & HEADLINE_NOUNS) and agrees(scene, source, form)
