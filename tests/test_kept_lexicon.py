"""The lexicon that is kept between starts."""

from __future__ import annotations

import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from conftest import ARTICLE
from qawl.lexicon import kept as kept_lexicon
from qawl.lexicon.kept import compiled
from qawl.lexicon.load import ARABIC, LexiconError
from qawl.model import Article
from qawl.pipeline import analyse
from qawl.records import records_of


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the tables, where the compiled lexicon may be kept."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return Path(shutil.copytree(ARABIC, tmp_path / "ar"))


def kept(tables: Path) -> list[Path]:
    """What is kept of the lexicon in `tables`."""
    return sorted((tables.parent / "__pycache__").glob("*"))


def test_the_kept_lexicon_reads_as_the_compiled_one(tables: Path) -> None:
    article = Article(ARTICLE)
    records = [records_of(analyse(article, compiled(tables))) for _ in range(2)]
    assert records[0] == records[1] != ()
    assert len(kept(tables)) == 1


def test_it_is_kept_once(tables: Path) -> None:
    compiled(tables)
    (file,) = kept(tables)
    before = file.stat().st_mtime_ns
    compiled(tables)
    assert file.stat().st_mtime_ns == before


def test_a_changed_table_is_compiled_anew(tables: Path) -> None:
    assert "ظظظ" not in compiled(tables).abbreviations
    with (tables / "abbreviations.tsv").open("a", encoding="utf-8") as table:
        table.write("ظظظ\t\n")
    assert "ظظظ" in compiled(tables).abbreviations


@pytest.mark.parametrize("damage", [b"", b"\x80\x05.", b"no lexicon"])
def test_a_damaged_file_is_replaced(tables: Path, damage: bytes) -> None:
    compiled(tables)
    (file,) = kept(tables)
    whole = file.stat().st_size
    file.write_bytes(damage)
    assert compiled(tables).abbreviations
    assert file.stat().st_size == whole


def test_a_file_that_breaks_off_is_replaced(tables: Path) -> None:
    compiled(tables)
    (file,) = kept(tables)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    assert compiled(tables).abbreviations
    assert file.stat().st_size == len(whole)


def test_nothing_is_kept_where_python_may_not_write(tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert compiled(tables).abbreviations
    assert kept(tables) == []


def test_a_folder_that_cannot_be_written_to_does_no_harm(tables: Path) -> None:
    (tables.parent / "__pycache__").write_text("in the way")
    assert compiled(tables).abbreviations


def test_the_lock_of_an_editor_does_no_harm(tables: Path) -> None:
    (tables / ".#verbs.tsv").symlink_to("editor@host.1234")  # as Emacs writes it: there is no such file
    assert compiled(tables).abbreviations
    assert len(kept(tables)) == 1


def test_a_folder_that_is_not_there_is_told(tables: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        compiled(tables / "none")


def test_a_python_without_bytecode_compiles(tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.implementation, "cache_tag", None)
    assert compiled(tables).abbreviations


def test_another_version_compiles_anew(tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled(tables)
    (file,) = kept(tables)
    before = file.stat().st_mtime_ns
    monkeypatch.setattr(kept_lexicon, "__version__", "0.0.0")
    compiled(tables)
    assert file.stat().st_mtime_ns != before


def test_a_moved_lexicon_is_read_where_it_is_now(tables: Path) -> None:
    compiled(tables)
    shutil.copytree(tables.parent, moved := tables.parent.with_name("moved"))
    (file,) = kept(moved / "ar")
    before = file.stat().st_mtime_ns
    compiled(moved / "ar")
    assert file.stat().st_mtime_ns == before


def test_two_that_start_at_once_leave_one_whole_file(tables: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        lexicons = list(pool.map(compiled, [tables] * 2))
    (file,) = kept(tables)
    before = file.stat().st_mtime_ns
    assert compiled(tables).abbreviations == lexicons[0].abbreviations
    assert file.stat().st_mtime_ns == before
