"""The samples give the records of tests/samples; `make samples` writes those anew."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from conftest import COMMAND

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = sorted((ROOT / "samples").glob("*.txt"))


def expected(article: Path) -> Path:
    return ROOT / "tests" / "samples" / f"{article.stem}.jsonl"


def extracted(article: Path) -> bytes:
    command = [str(COMMAND), "quotes", "--quiet", str(article.relative_to(ROOT))]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, timeout=60, check=True).stdout


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_sample_gives_its_expected_records(article: Path) -> None:
    assert extracted(article).decode().split("\n") == expected(article).read_text("utf-8").split("\n")


def test_every_expected_file_has_its_sample() -> None:
    assert len(ARTICLES) >= 8
    assert sorted((ROOT / "tests" / "samples").iterdir()) == sorted(map(expected, ARTICLES))


if __name__ == "__main__":
    for article in ARTICLES:
        expected(article).parent.mkdir(exist_ok=True)
        expected(article).write_bytes(extracted(article))
