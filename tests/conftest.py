"""What the tests share: the command as a real process, an article, the compiled lexicon, the schema."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from jsonschema import Draft202012Validator

from qawl import lexicon
from qawl.schema import RECORD

settings.register_profile("qawl", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("qawl")

COMMAND = Path(sys.executable).with_name("extract")

ARTICLE = """\
ليلى الحداد: السد سيمتلئ قبل نهاية الشتاء

قالت وزيرة المياه ليلى الحداد إن السد الجديد سيمتلئ قبل نهاية الشتاء.

وأضافت الحداد: "لن نرفع سعر المتر المكعب هذا العام".

ودعا رئيس اتحاد المزارعين سامر الخطيب إلى توزيع المياه على القرى بالتساوي.
"""


Extract = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def extract() -> Extract:
    """Runs the command with the arguments given, in a process of its own."""

    def run(*arguments: object, stdin: bytes = b"", **more: Any) -> subprocess.CompletedProcess[bytes]:
        command = [str(COMMAND), *(a if isinstance(a, bytes) else str(a) for a in arguments)]
        return subprocess.run(command, input=stdin, capture_output=True, timeout=60, check=False, **more)

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file that holds `ARTICLE`."""
    path = tmp_path / "water.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


@pytest.fixture(scope="session")
def compiled_lexicon() -> lexicon.Lexicon:
    """The lexicon, compiled once for all tests."""
    return lexicon.load()


@pytest.fixture(scope="session")
def record_schema() -> Draft202012Validator:
    """A validator for one record."""
    return Draft202012Validator(json.loads(RECORD))
