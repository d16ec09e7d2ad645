"""Who it is."""

from __future__ import annotations

from qawl.model import Speaker, Statement


def resolve(text: str, statements: tuple[Statement, ...]) -> tuple[Speaker | None, ...]:
    last = None
    out = []
    for s in statements:
        if s.source:
            last = Speaker(text[s.source.start : s.source.end], "person")
        out.append(last)
    return tuple(out)
