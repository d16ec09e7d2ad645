"""What the press commonly writes: short texts written for it, each with all the statements it holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from qawl.lexicon import Lexicon
from qawl.model import Article
from qawl.pipeline import analyse
from qawl.records import records_of

FOLDER = Path(__file__).resolve().parent / "cases"


def cases() -> list[Any]:
    """One case a line, a known failure marked so that it fails where it passes."""
    read = [
        json.loads(line)
        for path in sorted(FOLDER.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    return [
        pytest.param(
            case["text"],
            case["statements"],
            id=case["id"],
            marks=[pytest.mark.xfail(strict=True, reason="not read yet")] if case.get("pending") else [],
        )
        for case in read
    ]


@pytest.mark.parametrize(("text", "statements"), cases())
def test_case_gives_its_statements(
    compiled_lexicon: Lexicon, text: str, statements: list[dict[str, Any]]
) -> None:
    found = [
        {
            "content": [text[start:end] for start, end in record.spans],
            "cue": record.cue.text,
            "source": record.source.text if record.source else None,
            "speaker": record.speaker.name if record.speaker else None,
            "kind": record.speaker.kind if record.speaker else None,
            "type": record.type,
        }
        for record in records_of(analyse(Article(text), compiled_lexicon))
    ]
    assert found == statements
