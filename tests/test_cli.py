"""The command, through real processes."""

from __future__ import annotations

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import qawl
from conftest import ARTICLE, COMMAND, Extract


def records_in(output: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.decode().split("\n") if line]


def test_quotes_writes_records_to_stdout_and_a_summary_to_stderr(
    extract: Extract, article: Path, record_schema: Draft202012Validator
) -> None:
    done = extract("quotes", article)
    records = records_in(done.stdout)
    assert done.returncode == 0
    assert len(records) >= 3
    for record in records:
        record_schema.validate(record)
        assert record["path"] == str(article)
        assert " … ".join(ARTICLE[start:end] for start, end in record["spans"]) == record["quote"]
    assert done.stderr.decode().startswith(f"extract: 1 article, {len(records)} statements by ")


def test_quotes_reads_a_pipe(extract: Extract, article: Path) -> None:
    piped, named = extract("quotes", stdin=ARTICLE.encode()), extract("quotes", "-", stdin=ARTICLE.encode())
    assert piped.stdout == named.stdout
    assert {record["path"] for record in records_in(piped.stdout)} == {"-"}


def test_quotes_without_anything_to_read_is_wrong_usage() -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run([COMMAND, "quotes"], stdin=theirs, capture_output=True, timeout=60, check=False)
    for end in (ours, theirs):
        os.close(end)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"nothing to read" in done.stderr


@pytest.mark.parametrize("asked", ["الحداد", "الحدّاد ليلى", "لَيْلَى"])
def test_speaker_is_compared_by_folded_parts_of_the_name(extract: Extract, article: Path, asked: str) -> None:
    records = records_in(extract("quotes", article, "--speaker", asked).stdout)
    assert records
    assert {record["speaker"]["name"] for record in records} == {"ليلى الحداد"}


def test_speaker_may_be_several(extract: Extract, article: Path) -> None:
    done = extract("quotes", article, "--speaker", "سامر", "--speaker", "الحداد")
    assert {record["speaker"]["name"] for record in records_in(done.stdout)} == {"ليلى الحداد", "سامر الخطيب"}
    assert records_in(extract("quotes", article, "--speaker", "nobody").stdout) == []


def test_speaker_is_found_by_the_latin_name(extract: Extract) -> None:
    text = "قالت المتحدثة باسم وزارة الخارجية الروسية ماريا زاخاروفا إن المحادثات ستبدأ غدا.\n"
    (record,) = records_in(extract("quotes", "--speaker", "zakharova", stdin=text.encode()).stdout)
    assert record["speaker"]["name"] == "ماريا زاخاروفا"


def test_type_and_form_choose(extract: Extract, article: Path) -> None:
    everything = records_in(extract("quotes", article).stdout)
    for option, key, value in [("--type", "type", "direct"), ("--form", "form", "nominal")]:
        chosen = records_in(extract("quotes", article, option, value).stdout)
        assert chosen == [record for record in everything if record[key] == value]
        assert chosen


@pytest.mark.parametrize(
    "arguments",
    [
        ["--type", "spoken"],
        ["--form", "verse"],
        ["--encoding", "nonsense"],
        ["--unknown"],
        ["-o", "no/such/folder/f"],
    ],
)
def test_wrong_usage_is_one_clear_answer(extract: Extract, article: Path, arguments: list[str]) -> None:
    done = extract("quotes", article, *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert arguments[-1].strip("-") in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_bad_inputs_get_a_line_each_and_the_others_are_done(extract: Extract, article: Path) -> None:
    folder = article.parent
    (folder / "picture.txt").write_bytes(b"\x89PNG\0\0\xff")
    (folder / "cyrillic.txt").write_bytes("Правительство заявило".encode("windows-1251"))
    (folder / "void").mkdir()
    (folder / "empty.txt").touch()
    (folder / "latin.txt").write_text("No Arabic here.\n")
    bad = [folder / name for name in ("picture.txt", "cyrillic.txt", "void", "missing.txt", "*.csv")]
    done = extract("quotes", *bad, folder / "empty.txt", folder / "latin.txt", article)
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert done.stdout == extract("quotes", article).stdout
    assert [line.removeprefix("extract: ").split(": ")[0] for line in lines[:-1]] == [
        str(path) for path in bad
    ]
    assert all("; " in line for line in lines)
    assert "; 5 failed: " in lines[-1]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that even root cannot read")
def test_an_unreadable_file_is_reported(extract: Extract) -> None:
    done = extract("quotes", "/proc/self/mem")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"extract: /proc/self/mem: cannot be read (Input/output error); ")


def test_empty_input_gives_no_records(extract: Extract) -> None:
    done = extract("quotes", stdin=b"")
    assert (done.returncode, done.stdout) == (0, b"")


def test_file_names_that_are_no_utf8_or_span_lines(extract: Extract, tmp_path: Path) -> None:
    for name in (b"a\xff.txt", b"two\nlines.txt"):
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:
            file.write(ARTICLE.encode())
    done = extract("quotes", tmp_path, os.fsencode(tmp_path) + b"/gone\xff\n.txt")
    paths = {record["path"] for record in records_in(done.stdout)}
    assert done.returncode == 1
    assert paths == {f"{tmp_path}/a\ufffd.txt", f"{tmp_path}/two\nlines.txt"}
    assert len(done.stderr.decode().splitlines()) == 2


def test_windows_1256_is_read_and_said_once(extract: Extract, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(ARTICLE.encode("windows-1256"))
    done = extract("quotes", tmp_path)
    assert done.returncode == 0
    assert len(records_in(done.stdout)) >= 6
    assert done.stderr.count(b"windows-1256") == 1
    assert extract("quotes", tmp_path, "--encoding", "windows-1256").stdout == done.stdout


def test_output_file_is_whole_or_as_it_was(extract: Extract, article: Path) -> None:
    output = article.with_name("statements.jsonl")
    assert extract("quotes", article, "-o", output).stdout == b""
    assert output.read_bytes() == extract("quotes", article).stdout
    assert {path.name for path in article.parent.iterdir()} == {"water.txt", "statements.jsonl"}


def test_output_to_a_device_leaves_the_device(extract: Extract, article: Path) -> None:
    assert extract("quotes", article, "-o", "/dev/null").returncode == 0
    assert not Path("/dev/null").is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_one_line(article: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [COMMAND, "quotes", article], stdout=full, stderr=subprocess.PIPE, timeout=60, check=False
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"extract: standard output: cannot be written (No space left on device)")
    assert len(done.stderr.splitlines()) == 1


def test_quiet_says_only_what_failed(extract: Extract, article: Path) -> None:
    assert extract("quotes", article, "--quiet").stderr == b""
    assert len(extract("quotes", article, "missing.txt", "--quiet").stderr.splitlines()) == 1


def test_a_closed_pipe_ends_quietly(article: Path) -> None:
    copies = []
    for number in range(300):
        copies.append(article.with_name(f"{number}.txt"))
        copies[-1].write_text(ARTICLE, "utf-8")
    command = [str(COMMAND), "quotes", str(article.parent)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout and run.stderr
        assert json.loads(run.stdout.readline())
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 0


def test_an_interrupt_ends_with_130_and_no_traceback(article: Path) -> None:
    output = article.with_name("statements.jsonl")
    run = subprocess.Popen(
        [COMMAND, "quotes", article, "/dev/stdin", "-o", output],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    unfinished = output.with_name(f"{output.name}.unfinished")
    for _ in range(2000):
        if unfinished.exists() and unfinished.stat().st_size:
            break
        time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    _, errors = run.communicate(timeout=60)
    assert run.returncode == 130
    assert errors.startswith(b"extract: interrupted after 1 article\n")
    assert b"Traceback" not in errors
    assert not output.exists()


def test_records_come_as_soon_as_their_article_is_done(article: Path) -> None:
    with subprocess.Popen(
        [COMMAND, "quotes", article, "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as run:
        assert run.stdout
        assert json.loads(run.stdout.readline())["path"] == str(article)
        run.communicate(b"", timeout=60)
    assert run.returncode == 0


def test_same_input_same_bytes(extract: Extract, article: Path) -> None:
    outputs = {
        extract("quotes", article, env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1


def test_a_mistake_in_a_table_of_the_lexicon_is_one_line(tmp_path: Path) -> None:
    shutil.copytree(Path(qawl.__file__).parent, tmp_path / "qawl")
    table = tmp_path / "qawl" / "lexicon" / "ar" / "verbs.tsv"
    table.write_text(table.read_text("utf-8").replace("lemma", "word", 1), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "from qawl.cli import main; main(['quotes', '-'])"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        input=ARTICLE.encode(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, b"", 1)
    assert b"verbs.tsv" in done.stderr


def test_schema_is_printed(extract: Extract) -> None:
    Draft202012Validator.check_schema(json.loads(extract("schema").stdout))


def test_version_and_help(extract: Extract) -> None:
    assert extract("--version").stdout.startswith(b"qawl ")
    assert extract("--help").returncode == 0
    told = extract("quotes", "--help").stdout.decode()
    for word in (
        "--speaker",
        "--type",
        "--form",
        "--output",
        "--encoding",
        "--quiet",
        "article.txt",
        "Exit status",
    ):
        assert word in told
