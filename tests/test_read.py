"""Reading: which files, in which order, and the exact text of each."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest

from qawl.read.decode import decode, is_encoding
from qawl.read.errors import InputError
from qawl.read.inputs import find_inputs
from qawl.read.text import as_unicode, read_text

SENTENCE = "قال المدير إن العمل بدأ،\r\nوأضاف: «لن يتوقف».\n"
PLAIN = 'قال المدير إن العمل بدأ،\r\nوأضاف: "لن يتوقف".\n'


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(SENTENCE.encode(), SENTENCE, id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + SENTENCE.encode(), SENTENCE, id="utf-8 with a mark"),
        pytest.param(SENTENCE.encode("utf-16"), SENTENCE, id="utf-16 of this machine with a mark"),
        pytest.param(
            codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"), SENTENCE, id="utf-16-be with a mark"
        ),
        pytest.param(SENTENCE.encode("windows-1256"), SENTENCE, id="windows-1256"),
        pytest.param(PLAIN.encode("windows-1256"), PLAIN, id="windows-1256 that is valid ISO-8859-6"),
        pytest.param(PLAIN.encode("iso-8859-6"), PLAIN, id="iso-8859-6"),
    ],
)
def test_decode_gives_the_text_without_mark_and_with_its_newlines(data: bytes, text: str) -> None:
    assert decode(data, "a.txt").text == text


def test_decode_says_what_it_guessed() -> None:
    assert decode(SENTENCE.encode("windows-1256"), "a.txt").guessed == "windows-1256"
    assert decode(PLAIN.encode("iso-8859-6"), "a.txt").guessed == "iso-8859-6"
    assert decode(SENTENCE.encode(), "a.txt").guessed is None
    assert decode(SENTENCE.encode("windows-1256"), "a.txt", "windows-1256").guessed is None


def test_decode_leaves_only_the_first_mark_out() -> None:
    assert decode("\ufeff\ufeffقال".encode(), "a.txt").text == "\ufeffقال"


def test_decode_takes_the_encoding_asked_for() -> None:
    text = "قال المدير"
    assert decode(text.encode("iso-8859-6"), "a.txt", "iso-8859-6").text == text
    assert decode(text.encode("utf-16-le"), "a.txt", "utf-16-le").text == text
    assert decode(codecs.BOM_UTF8 + text.encode(), "a.txt", "utf-8").text == text


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff", None, id="a picture"),
        pytest.param("قال\0المدير".encode(), None, id="a NUL character"),
        pytest.param(SENTENCE.encode("utf-16-le"), None, id="utf-16 without a mark"),
        pytest.param("Правительство заявило об этом".encode("windows-1251"), None, id="Cyrillic"),
        pytest.param("Le ministre a été blessé".encode("latin-1"), None, id="French"),
        pytest.param(SENTENCE.encode()[:-4] + b"\xff" + SENTENCE.encode(), None, id="damaged utf-8"),
        pytest.param(SENTENCE.encode("windows-1256"), "utf-8", id="not the encoding asked for"),
        pytest.param(codecs.BOM_UTF16_LE + b"\x00\xd8", None, id="half a character of utf-16"),
        pytest.param(b"\x9d", "cp1252", id="a byte the encoding lacks"),
    ],
)
def test_decode_refuses_what_is_not_text_it_knows(data: bytes, encoding: str | None) -> None:
    with pytest.raises(InputError) as refused:
        decode(data, "a.txt", encoding)
    assert str(refused.value).startswith("a.txt: ")
    assert refused.value.reason and refused.value.remedy


@pytest.mark.parametrize(
    ("name", "known"),
    [("utf-8", True), ("Windows-1256", True), ("base64", False), ("nonsense", False), ("", False)],
)
def test_is_encoding(name: str, known: bool) -> None:
    assert is_encoding(name) is known


@pytest.mark.parametrize("text", ["", "\n\n", "No Arabic here.\n"])
def test_read_text_takes_files_without_arabic(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    article, guessed = read_text(str(path))
    assert (article.text, article.path, guessed) == (text, str(path), None)


def test_read_text_names_what_is_missing() -> None:
    with pytest.raises(InputError, match="no such file"):
        read_text("nowhere.txt")


def test_as_unicode_replaces_what_is_no_utf8() -> None:
    assert as_unicode(os.fsdecode(b"a\xff.txt")) == "a\ufffd.txt"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        *("b.txt", "a.txt", "c.html", "deep/z.txt", "deep/er/y.TXT", "deep/notes.md", "empty/readme.md"),
        *(
            "mixed/dump.jsonl.gz",
            "mixed/page.php?id=3",
            "mixed/photo.jpg",
            "mixed/.hidden.txt",
            "mixed/x.tgz",
        ),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("named", "found"),
    [
        (["b.txt", "a.txt"], ["b.txt", "a.txt"]),
        (["deep"], ["deep/er/y.TXT", "deep/z.txt"]),
        (["mixed"], ["mixed/dump.jsonl.gz", "mixed/page.php?id=3", "mixed/x.tgz"]),
        (["deep/"], ["deep/er/y.TXT", "deep/z.txt"]),
        (["*.txt"], ["a.txt", "b.txt"]),
        (["**/*.txt"], ["a.txt", "b.txt", "deep/z.txt"]),
        (["c.html"], ["c.html"]),
        (["-", "a.txt"], ["-", "a.txt"]),
        (["a.txt", "*.txt", "a.txt"], ["a.txt", "b.txt"]),
        (["missing.txt"], ["missing.txt"]),
    ],
)
def test_find_inputs_in_order_each_once(folder: Path, named: list[str], found: list[str]) -> None:
    assert list(find_inputs(named)) == found


def test_find_inputs_takes_a_name_that_looks_like_a_pattern(folder: Path) -> None:
    (folder / "a[1].txt").touch()
    assert list(find_inputs(["a[1].txt"])) == ["a[1].txt"]


@pytest.mark.parametrize("named", ["empty", "*.csv"])
def test_find_inputs_says_where_there_is_nothing(folder: Path, named: str) -> None:
    (found,) = find_inputs([named])
    assert isinstance(found, InputError)
    assert found.path == named


def test_find_inputs_does_not_follow_links_in_circles(folder: Path) -> None:
    (folder / "deep" / "back").symlink_to(folder, target_is_directory=True)
    assert list(find_inputs(["deep"])) == ["deep/er/y.TXT", "deep/z.txt"]
