"""Long runs through real processes: workers, order, kills, interrupts, resuming, failures."""

from __future__ import annotations

import csv
import gzip
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from conftest import ARTICLE, COMMAND, Extract
from qawl.batch.pool import Pool
from test_read_formats import tar_of, zip_of

ARTICLES = 200
"""Enough of them for workers to start and be killed at work."""


def records_in(output: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.decode().split("\n") if line]


def article_number(number: int) -> str:
    """An article of its own, the longer the higher its last digit."""
    text = ARTICLE.replace("هذا العام", f"عام {2000 + number}")
    return text + f"\nوأوضح الخطيب أن الخطة رقم {number} جاهزة.\n" * (number % 10)


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("news")
    for number in range(ARTICLES):
        (folder / f"{number:04}.txt").write_text(article_number(number), "utf-8")
    return folder


@pytest.fixture(scope="module")
def dump(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dump") / "dump.jsonl"
    lines = (json.dumps({"text": article_number(number)}) + "\n" for number in range(ARTICLES))
    path.write_text("".join(lines))
    return path


@pytest.fixture(scope="module")
def expected(extract: Extract, news: Path) -> bytes:
    return extract("quotes", news, "--jobs", 1).stdout


@contextmanager
def running(command: list[Any], **more: Any) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is gone in the end, also where the test fails while it waits for something."""
    with subprocess.Popen(list(map(str, command)), **more) as run:
        try:
            yield run
        finally:
            run.kill()


def children_of(process: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, check=False)
    return [int(line) for line in found.stdout.split()]


def wait_until(happens: Callable[[], object]) -> None:
    for _ in range(3000):
        if happens():
            return
        time.sleep(0.01)
    raise AssertionError("it never happened")


def test_output_is_the_same_whatever_the_number_of_jobs(
    extract: Extract, news: Path, dump: Path, expected: bytes
) -> None:
    assert len(records_in(expected)) > 3 * ARTICLES
    for jobs in (2, 3):
        assert extract("quotes", news, "--jobs", jobs).stdout == expected
    paths = {extract("quotes", dump, "-j", jobs).stdout for jobs in (1, 2)}
    assert len(paths) == 1
    (output,) = paths
    assert [r["path"].rpartition("#")[2] for r in records_in(output)] == [
        str(int(Path(r["path"]).stem) + 1) for r in records_in(expected)
    ]


def test_one_small_file_starts_no_worker(article: Path) -> None:
    with running(
        [str(COMMAND), "quotes", str(article), "-", "--jobs", "4"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as run:
        assert run.stdout and run.stdin
        assert run.stdout.readline()
        assert children_of(run.pid) == []
        run.communicate(b"", timeout=60)


def test_a_killed_worker_is_replaced_and_nothing_is_lost(news: Path, expected: bytes, tmp_path: Path) -> None:
    output = tmp_path / "o.jsonl"
    with running([COMMAND, "quotes", news, "--jobs", "2", "-o", output], stderr=subprocess.PIPE) as run:
        wait_until(lambda: children_of(run.pid))
        killed = children_of(run.pid)[0]
        os.kill(killed, signal.SIGKILL)
        _, errors = run.communicate(timeout=60)
    assert (run.returncode, output.read_bytes()) == (0, expected), errors.decode()


def test_an_item_that_kills_its_worker_is_given_up_alone() -> None:
    with Pool(2, deadly, lambda item: -item) as pool:
        assert list(pool.in_order([[1, 2, 3], [4, 5, 6], [7]])) == [1, 2, 3, 4, -5, 6, 7]


def deadly(item: int) -> int:
    """Dies of 5."""
    if item == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def test_workers_end_when_the_run_is_killed(news: Path, tmp_path: Path) -> None:
    with running([COMMAND, "quotes", news, "-o", tmp_path / "o.jsonl", "--jobs", "2"]) as run:
        wait_until(lambda: len(children_of(run.pid)) == 2)
        workers = children_of(run.pid)
        run.kill()
    wait_until(lambda: not any(is_running(worker) for worker in workers))


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("suffix", ["jsonl", "json", "csv"])
def test_killed_runs_are_resumed_to_the_same_bytes(
    extract: Extract, dump: Path, tmp_path: Path, suffix: str
) -> None:
    whole, output, errors = tmp_path / f"whole.{suffix}", tmp_path / f"o.{suffix}", tmp_path / "errors.jsonl"
    broken = tmp_path / "broken.jsonl"
    broken.write_bytes(b"{broken\n" * 50 + dump.read_bytes())
    assert extract("quotes", broken, "-o", whole, "--errors", tmp_path / "all.jsonl").returncode == 1
    choice = random.Random(suffix)
    for _ in range(3):
        with running(
            [COMMAND, "quotes", broken, "-o", output, "--errors", errors, "--resume", "-q"],
            stderr=subprocess.DEVNULL,
        ) as run:
            wait_until(
                lambda: output.with_name(f"{output.name}.unfinished").exists() or run.poll() is not None
            )  # noqa: B023
            time.sleep(choice.uniform(0, 0.5))
            run.kill()
        assert not output.exists() or output.read_bytes() == whole.read_bytes()
    done = extract("quotes", broken, "-o", output, "--errors", errors, "--resume")
    assert done.returncode == 1, done.stderr.decode()
    assert output.read_bytes() == whole.read_bytes()
    assert errors.read_bytes() == (tmp_path / "all.jsonl").read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {
        *(whole.name, output.name, "all.jsonl", "errors.jsonl", "broken.jsonl")
    }


@pytest.fixture
def interrupted(news: Path, tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """A folder of articles and an output whose run was interrupted after the first of them."""
    folder = tmp_path / "articles"
    shutil.copytree(news, folder)
    os.mkfifo(folder / "0001.txt.pipe")
    output = tmp_path / "o.jsonl"
    with running(
        [COMMAND, "quotes", folder, folder / "0001.txt.pipe", "-o", output, "--jobs", "2"],
        stderr=subprocess.PIPE,
    ) as run:
        unfinished = output.with_name("o.jsonl.unfinished")
        wait_until(lambda: unfinished.exists() and unfinished.stat().st_size > 1000)
        start = time.monotonic()
        run.send_signal(signal.SIGINT)
        _, errors = run.communicate(timeout=60)
        assert run.returncode == 130
        assert time.monotonic() - start < 1
        assert b"interrupted after " in errors
        assert b"--resume goes on with it" in errors
    yield folder, output


def test_an_interrupted_run_is_whole_up_to_there_and_can_be_resumed(
    extract: Extract, interrupted: tuple[Path, Path]
) -> None:
    folder, output = interrupted
    there = output.with_name("o.jsonl.unfinished").read_bytes()
    assert there.endswith(b"\n") and records_in(there)
    with running([COMMAND, "quotes", folder, folder / "0001.txt.pipe", "-o", output, "--resume"]) as run:
        (folder / "0001.txt.pipe").write_text(article_number(7), "utf-8")
        assert run.wait(60) == 0
    assert output.read_bytes().startswith(there)
    (folder / "0001.txt.pipe").unlink()
    assert output.read_bytes().startswith(extract("quotes", folder).stdout)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda folder: (folder / "0003.txt").write_text("قصير"), b"an input was added, removed or changed"),
        (lambda folder: (folder / "9999.txt").touch(), b"an input was added, removed or changed"),
        (lambda folder: ["--type", "direct"], b"the options are not the same"),
    ],
    ids=["changed", "added", "options"],
)
def test_what_changed_since_is_not_resumed(
    extract: Extract, interrupted: tuple[Path, Path], change: Callable[[Path], Any], said: bytes
) -> None:
    folder, output = interrupted
    before = output.with_name("o.jsonl.unfinished").read_bytes()
    options = change(folder)
    more = options if isinstance(options, list) else []
    done = extract("quotes", folder, folder / "0001.txt.pipe", "-o", output, "--resume", *more)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert said in done.stderr
    assert output.with_name("o.jsonl.unfinished").read_bytes() == before


def test_resume_without_what_it_needs_is_wrong_usage(extract: Extract, article: Path, tmp_path: Path) -> None:
    assert extract("quotes", article, "--resume").returncode == 2
    assert extract("quotes", "-", "--resume", "-o", tmp_path / "o.jsonl").returncode == 2
    done = extract("quotes", article, "--resume", "-o", tmp_path / "o.jsonl")
    assert (done.returncode, (tmp_path / "o.jsonl").read_bytes()) == (0, extract("quotes", article).stdout)


def test_own_files_are_no_input(extract: Extract, article: Path) -> None:
    folder = article.parent
    arguments = ["quotes", folder, "-o", folder / "o.jsonl", "--errors", folder / "e.jsonl"]
    first, second = extract(*arguments), extract(*arguments)
    assert (first.returncode, second.returncode) == (0, 0), second.stderr.decode()
    assert (folder / "e.jsonl").read_bytes() == b""


def bad_inputs(folder: Path) -> dict[Path, str]:
    """Inputs with something wrong, and the reason that is told for each."""
    whole = gzip.compress(os.urandom(3000).hex().encode() + ARTICLE.encode())
    files = {
        "cut.txt.gz": (whole[:-100], "damaged or cut short"),
        "cut.zip": (zip_of({"a.txt": ARTICLE.encode()})[:-40], "damaged or cut short"),
        "cut.tar": (tar_of({"a.txt": ARTICLE.encode() * 100})[:5000], "damaged or cut short"),
        "bomb.txt.gz": (gzip.compress(bytes(3_000_000)), "too large"),
        "bomb.zip": (zip_of({"a.txt": bytes(3_000_000)}), "too large"),
        "bomb.jsonl": (b'{"text": "' + b"a" * 3_000_000, "too large"),
        "page.html": (b"<html><body><script>x()</script></body></html>", "a page without an article"),
        "line.jsonl": (b'{"text": \n', "not valid JSON"),
        "list.jsonl": (b'{"text": ""}\n["text"]\n', "no JSON object"),
        "nothing.csv": (b"a,b\n1,2\n", "no field with a text"),
        "open.json": (b'[{"text": ""}, {"text": "', "damaged or cut short"),
        "feed.rss": (b"<rss><channel><item></channel></rss>", "not valid XML"),
        "data.xml": (b"<?xml version='1.0'?><data/>", "not a kind of file that is read"),
        "paper.txt": (b"%PDF-1.7\n", "not a kind of file that is read"),
        "picture.txt": (b"\x89PNG\0\0", "not a text file"),
    }
    for name, (data, _) in files.items():
        (folder / name).write_bytes(data)
    (folder / "loop.txt").symlink_to("loop.txt")
    reasons = {folder / name: reason for name, (_, reason) in files.items()}
    return reasons | {folder / "loop.txt": "cannot be read", folder / "gone.txt": "no such file"}


def test_each_failure_is_one_line_and_one_entry_and_the_rest_is_done(extract: Extract, article: Path) -> None:
    folder = article.parent
    reasons = bad_inputs(folder)
    errors = folder / "errors.list"
    done = extract("quotes", *reasons, article, "--max-size", 2, "--errors", errors)
    assert done.returncode == 1
    assert done.stdout == extract("quotes", article).stdout
    entries = records_in(errors.read_bytes())
    assert [(entry["path"].partition("#")[0], entry["reason"]) for entry in entries] == [
        (str(path), reason) for path, reason in reasons.items()
    ]
    lines = done.stderr.decode().splitlines()
    assert len(lines) == len(reasons) + 1
    assert f"; {len(reasons)} failed: " in lines[-1]
    assert "4 damaged or cut short" in lines[-1]


def test_fail_fast_stops_at_the_first_failure(extract: Extract, article: Path) -> None:
    copy = article.with_name("copy.txt")
    shutil.copy(article, copy)
    done = extract("quotes", article, "gone.txt", "lost.txt", copy, "--fail-fast")
    assert (done.returncode, done.stdout) == (1, extract("quotes", article).stdout)
    assert len(done.stderr.splitlines()) == 1


def test_a_broken_line_costs_itself_alone(extract: Extract, dump: Path, tmp_path: Path) -> None:
    lines = dump.read_bytes().splitlines(keepends=True)
    path = tmp_path / "dump.jsonl"
    path.write_bytes(b"".join([*lines[:3], b'{"text": "\n', b"\n", *lines[3:]]))
    done = extract("quotes", path, "--jobs", 2)
    assert done.returncode == 1
    assert f"{path}#4: not valid JSON (".encode() in done.stderr
    assert len(records_in(done.stdout)) == len(records_in(extract("quotes", dump).stdout))


def test_what_can_be_read_of_a_damaged_archive_is_done(extract: Extract, dump: Path, tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl.gz"
    path.write_bytes(gzip.compress(dump.read_bytes())[:-200])
    done = extract("quotes", path)
    assert done.returncode == 1
    assert records_in(done.stdout)
    assert len(done.stderr.splitlines()) == 2


def test_names_in_an_archive_lead_nowhere(extract: Extract, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name, data in {
        "a.zip": zip_of({"../../evil.txt": ARTICLE.encode(), "/etc/evil.txt": ARTICLE.encode()}),
        "a.tar": tar_of({"../../evil.txt": ARTICLE.encode(), "/etc/evil.txt": ARTICLE.encode()}),
    }.items():
        (folder / name).write_bytes(data)
        done = extract("quotes", folder / name, "--save-text", folder / "texts")
        assert done.returncode == 0
        paths = {record["path"] for record in records_in(done.stdout)}
        assert paths == {f"{folder / name}#../../evil.txt", f"{folder / name}#/etc/evil.txt"}
    assert {path.name for path in tmp_path.iterdir()} == {"folder"}
    assert {path.name for path in folder.iterdir()} == {"a.zip", "a.tar", "texts"}
    assert len(list((folder / "texts").iterdir())) == 4


def test_a_cell_of_ten_megabytes(extract: Extract, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["text"], ["كلمة " * 1_200_000], [ARTICLE]])
    done = extract("quotes", path)
    assert done.returncode == 0, done.stderr.decode()
    assert {record["path"] for record in records_in(done.stdout)} == {f"{path}#2"}


def test_ten_thousand_nested_tags(extract: Extract, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    paragraphs = "".join(f"<p>{line}</p>" for line in ARTICLE.split("\n\n"))
    path.write_text("<div>" * 10_000 + paragraphs + "</div>" * 10_000, "utf-8")
    done = extract("quotes", path)
    assert done.returncode == 0, done.stderr.decode()
    assert len(records_in(done.stdout)) >= 3


def test_a_file_that_changes_while_it_is_read_is_reported(dump: Path, tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_bytes(dump.read_bytes() * 2)
    with running(
        [COMMAND, "quotes", path, "--jobs", "1"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        assert run.stdout
        assert run.stdout.readline()
        with path.open("ab") as file:
            file.write(b"\n")
        _, errors = run.communicate(timeout=60)
    assert run.returncode == 1
    assert b"dump.jsonl: changed while it was read; " in errors


def test_no_permission(extract: Extract, article: Path) -> None:
    article.chmod(0)
    command = [str(COMMAND), "quotes", str(article)]
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root may read everything, and there is no setpriv")
        for folder in article.parents:
            if folder.stat().st_uid == 0 and folder.is_relative_to("/tmp") and folder != Path("/tmp"):
                folder.chmod(0o755)
        command = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", *command]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert done.returncode == 1
    assert b"water.txt: cannot be read (Permission denied); check its permissions" in done.stderr


def test_a_full_disk_leaves_whole_records_to_go_on_with(
    extract: Extract, news: Path, expected: bytes, tmp_path: Path
) -> None:
    output = tmp_path / "o.jsonl"
    limited = f"ulimit -f 200; trap '' XFSZ; exec {COMMAND} quotes {news} -o {output}"
    done = subprocess.run(["bash", "-c", limited], capture_output=True, timeout=60, check=False)
    lines = done.stderr.decode().splitlines()
    assert (done.returncode, len(lines)) == (1, 2)
    assert "o.jsonl: cannot be written (File too large); make room" in lines[0]
    there = output.with_name("o.jsonl.unfinished").read_bytes()
    assert there.endswith(b"\n") and expected.startswith(there)
    assert extract("quotes", news, "-o", output, "--resume").returncode == 0
    assert output.read_bytes() == expected


def test_log_lines_and_bar_do_not_change_the_output(news: Path, expected: bytes) -> None:
    import pty

    ours, theirs = pty.openpty()
    with running([COMMAND, "quotes", news, "--jobs", "2"], stdout=subprocess.PIPE, stderr=theirs) as run:
        os.close(theirs)
        assert run.stdout
        output = run.stdout.read()
        shown = b""
        while chunk := read_terminal(ours):
            shown += chunk
    os.close(ours)
    assert (run.returncode, output) == (0, expected)
    assert b"articles" in shown and b"statements/s" not in shown
    assert f"{ARTICLES} articles, ".encode() in shown


def read_terminal(terminal: int) -> bytes:
    """What stands there; nothing when the other side is closed."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_spawned_workers_do_the_same(news: Path, expected: bytes) -> None:
    program = (
        "import multiprocessing, sys\n"
        "from qawl.batch import pool\n"
        "if __name__ == '__main__':\n"
        "    pool._CONTEXT = multiprocessing.get_context('spawn')\n"
        "    pool._FORKED = False\n"
        "    from qawl.cli import main\n"
        f"    main(['quotes', {str(news)!r}, '--jobs', '2'])\n"
    )
    script = news.parent / "spawned.py"
    script.write_text(program)
    done = subprocess.run([sys.executable, script], capture_output=True, timeout=60, check=False)
    assert done.stdout == expected, done.stderr.decode()
