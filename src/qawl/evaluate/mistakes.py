"""What is wrong, statement by statement."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from qawl.evaluate.figures import CONTENT
from qawl.evaluate.pairing import Paired, same_speaker

ERROR_KINDS = ("missed", "spurious", "boundary", "speaker", "type", "form")


class Mistake(Struct, frozen=True):
    """One error: its kind, the article, what the gold has and what was got, None where there is nothing."""

    kind: str
    article: str
    gold: str | None
    got: str | None


def mistakes_of(article: str, one: Paired) -> list[Mistake]:
    """The errors of one article, statements first."""
    found = {i: (one.got[j], overlap) for i, j, overlap in one.pairs}
    paired = {j for _, j, _ in one.pairs}
    mistakes = []
    for i, wanted in enumerate(one.wanted):
        if not one.counts[i]:
            continue
        said = _shown(one.text, wanted.spans)
        if i not in found:
            mistakes.append(Mistake("missed", article, f"[{wanted.speaker}] {said}", None))
            continue
        got, overlap = found[i]
        if overlap < CONTENT:
            mistakes.append(Mistake("boundary", article, said, _shown(one.text, got.spans)))
        if not same_speaker(wanted, got):
            mistakes.append(Mistake("speaker", article, f"[{wanted.speaker}] {said}", f"[{got.name}]"))
        if got.type != wanted.type:
            mistakes.append(Mistake("type", article, f"{wanted.type}: {said}", got.type))
        if got.form != wanted.form:
            mistakes.append(Mistake("form", article, f"{wanted.form}: {said}", got.form))
    for j, got in enumerate(one.got):
        if j not in paired and j not in one.harmless:
            mistakes.append(Mistake("spurious", article, None, f"[{got.name}] {_shown(one.text, got.spans)}"))
    return mistakes


def _shown(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The beginning and end of a content on one line."""
    said = " ".join(" … ".join(text[start:end] for start, end in spans).split())
    return said if len(said) <= 120 else f"{said[:80]} […] {said[-35:]}"
