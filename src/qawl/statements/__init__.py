"""Cue -> content, type, form and source: the attributions of a sentence and where each content ends."""

from __future__ import annotations

from collections.abc import Sequence

from qawl.lexicon import Lexicon
from qawl.model import Rejected, Span, Statement
from qawl.scene import Scene
from qawl.statements import expressions, reporting
from qawl.statements.draft import Draft
from qawl.statements.leading import as_carriers
from qawl.statements.making import statement
from qawl.statements.quoted import after_colon

__all__ = ["of_sentence"]


def of_sentence(
    here: Scene, lexicon: Lexicon, before: Sequence[Span], trace: list[Rejected] | None
) -> list[Statement]:
    """The statements whose cue stands in the sentence; `before` is what the sentence before it says, for
    cues that point back.
    """
    drafts = _drafts(here, lexicon, trace)
    return [made for draft in drafts if (made := statement(here, draft, drafts, before)) is not None]


def _drafts(here: Scene, lexicon: Lexicon, trace: list[Rejected] | None) -> list[Draft]:
    """The attributions of the sentence, in the order of their cues."""
    looked_at = [n for n, token in enumerate(here.tokens) if token.word.looked_at]
    found = reporting.of_cues(here, looked_at, trace)
    found += [draft for made in found if (draft := after_colon(here, made, found)) is not None]
    found = expressions.with_expressions(here, looked_at, lexicon, found)
    return as_carriers(here, sorted(found, key=lambda draft: draft.cue))
