"""The documents say what is so: commands exist and run, keys and senses are complete, the example is real."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from conftest import COMMAND, Extract
from qawl.schema import RECORD

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
RECORD_PAGE = (ROOT / "docs" / "record.md").read_text("utf-8")
SCHEMA = json.loads(RECORD)


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


ONE_LINERS = [line for block in blocks("sh") for line in block.splitlines() if "| jq" in line]


def test_readme_names_every_command_and_option(extract: Extract) -> None:
    commands = re.findall(
        r"^  (\w+) {2,}", extract("--help").stdout.decode().partition("Commands:")[2], re.MULTILINE
    )
    assert commands
    for command in commands:
        assert f"`extract {command}" in README
        for option in re.findall(r"--[a-z]+", extract(command, "--help").stdout.decode()):
            assert f"{option}" in README


def test_readme_has_three_one_liners() -> None:
    assert len(ONE_LINERS) == 3


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
@pytest.mark.parametrize("line", ONE_LINERS)
def test_one_liner_of_the_readme_runs(line: str) -> None:
    path = f"{COMMAND.parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=ROOT,
        env={**os.environ, "PATH": path},
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert len(run.stdout.splitlines()) >= 3


def test_record_in_the_readme_is_what_the_command_writes(extract: Extract) -> None:
    (article,), (shown,) = blocks("text"), blocks("json")
    assert json.loads(extract("quotes", stdin=article.encode()).stdout) == json.loads(shown)


def test_documents_know_every_key_in_order() -> None:
    keys = list(SCHEMA["properties"])
    tables = (
        RECORD_PAGE.partition("## Senses")[0],
        README.partition("## The record")[2].partition("## Install")[0],
    )
    for table in tables:
        named = [key for key in re.findall(r"`(\w+)`", table, re.ASCII) if key in keys]
        assert list(dict.fromkeys(named)) == keys


def test_senses_are_one_closed_list() -> None:
    listed = re.findall(r"^\| `(\w+)` \|", RECORD_PAGE.partition("## Senses")[2], re.MULTILINE)
    assert listed == SCHEMA["properties"]["cue"]["properties"]["sense"]["enum"]


@pytest.mark.parametrize("table", ["verbs.tsv", "nouns_of_saying.tsv", "attributives.tsv"])
def test_lexicon_uses_listed_senses_only(table: str) -> None:
    lines = files("qawl.lexicon").joinpath("ar", table).read_text("utf-8").splitlines()
    column = lines[0].split("\t").index("sense")
    used = {line.split("\t")[column] for line in lines[1:] if line and not line.startswith("#")}
    assert used and used <= set(SCHEMA["properties"]["cue"]["properties"]["sense"]["enum"])


def test_make_help_names_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    for target in set(phony.split()) - {"help", "clean"}:
        assert re.search(rf'@echo "make {target} ', makefile), target
