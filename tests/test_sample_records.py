"""The tool that draws records for cold reading."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def sheet(seed: int, count: int) -> str:
    command = [
        sys.executable,
        "tools/sample_records.py",
        "samples",
        "--seed",
        str(seed),
        "--count",
        str(count),
    ]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, timeout=60, check=True).stdout.decode()


def test_the_same_seed_gives_the_same_records() -> None:
    first = sheet(1, 5)
    assert first == sheet(1, 5)
    assert first != sheet(2, 5)
    assert [line.split(".")[0] for line in first.split("\n\n") if line] == ["1", "2", "3", "4", "5"]


def test_each_record_shows_content_cue_and_speaker() -> None:
    paragraphs = [paragraph for paragraph in sheet(1, 10_000).split("\n\n") if paragraph]
    assert len(paragraphs) > 20
    for paragraph in paragraphs:
        place, sentence, facts = paragraph.split("\n")
        assert place.endswith(".txt")
        assert sentence.count("⟦") == sentence.count("⟧") >= 1
        assert sentence.count("{") == sentence.count("}") == 1
        cue = sentence[sentence.index("{") + 1 : sentence.index("}")]
        assert facts.startswith(f"cue: {cue} | source: ")
        assert " | speaker: " in facts
