"""The command `quotes` behind its options: what was asked for -> a plan -> the run and what is said of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import get_args

from msgspec import Struct

from qawl import lexicon
from qawl.batch import checkpoint
from qawl.batch.run import Plan, Stopped, Tally, run
from qawl.batch.work import Job
from qawl.progress import Bar, Lines, size_of
from qawl.read.decode import is_encoding
from qawl.read.errors import InputError
from qawl.read.formats import Format
from qawl.read.inputs import STDIN, find_inputs
from qawl.read.options import ReadOptions
from qawl.select import Selection
from qawl.write.formats import OutputFormat, format_of
from qawl.write.target import STDOUT, is_special, obstacle, unfinished_path

FAILED = 1
INTERRUPTED = 130
_STDERR = 2


class Request(Struct, frozen=True):
    """What the options of the command say. `format` None is told from `output`."""

    paths: tuple[str, ...]
    selection: Selection
    reading: ReadOptions
    output: str | None
    format: str | None
    texts: str | None
    errors: str | None
    jobs: int | None
    resume: bool
    fail_fast: bool
    quiet: bool


class UsageError(Exception):
    """What was asked for cannot be done, and why."""


def plan(request: Request) -> Plan:
    """The plan for a request. Raises `UsageError`, and `LexiconError` where a table is wrong."""
    _check(request)
    lexicon.load()  # Once, before there are workers, who then have it.
    output, errors = request.output, request.errors
    kind = _output_format(request)
    job = Job(request.reading, request.selection, kind, request.texts)
    written = set(checkpoint.files_of(output) if output else ()) | (
        {os.path.realpath(errors)} if errors else set()
    )
    inputs = tuple(
        found
        for found in find_inputs(request.paths)
        if isinstance(found, InputError) or os.path.realpath(found) not in written
    )
    origin = None
    if output is not None and not is_special(output) and kind != "parquet" and STDIN not in inputs:
        origin = checkpoint.origin_of(job, inputs, errors)
    start = _start(output, origin) if request.resume and output is not None else None
    jobs = request.jobs or _cores()
    return Plan(inputs, job, jobs, output, errors, request.fail_fast, origin, start)


def perform(todo: Plan, quiet: bool, say: Callable[[str], None]) -> int:
    """Runs the plan, telling how it goes through `say`; the exit status."""
    tally = Tally()
    report = _Report(todo, quiet, say)
    try:
        run(todo, tally, report)
    except BrokenPipeError:  # The reader has seen enough: `extract quotes … | head -1`.
        report.close()
        return 0
    except OSError as error:
        report.close()
        say(
            f"{todo.output or 'standard output'}: cannot be written ({error.strerror});"
            " make room or write elsewhere"
        )
        report.tell_what_is_left()
        return FAILED
    except KeyboardInterrupt:
        report.close()
        if not quiet:
            say(f"interrupted after {_counted(tally.articles, 'article')}")
            report.tell_what_is_left()
        return INTERRUPTED
    except Stopped:
        report.close()
        report.tell_what_is_left()
        return FAILED
    report.close()
    if not quiet:
        _summarise(todo, tally, say)
    return FAILED if tally.failures or (todo.start and todo.start.failed) else 0


class _Report:
    def __init__(self, todo: Plan, quiet: bool, say: Callable[[str], None]) -> None:
        self._todo = todo
        self._quiet = quiet
        self._say = say
        self._progress = None if quiet else self._show()
        if todo.start is not None and not quiet:
            say(f"going on after {_counted(todo.start.done, 'article')}")

    def failed(self, error: InputError) -> None:
        self._say(str(error))

    def moved(self, tally: Tally) -> None:
        if self._progress is not None:
            self._progress.moved(tally)

    def close(self) -> None:
        if self._progress is not None:
            self._progress.close()

    def tell_what_is_left(self) -> None:
        output = self._todo.output
        if self._quiet or output is None or not os.path.exists(unfinished_path(output)):
            return
        more = "; --resume goes on with it" if self._todo.origin is not None else ""
        self._say(f"{unfinished_path(output)} holds what is done{more}")

    def _show(self) -> Bar | Lines | None:
        """A bar where there is a terminal and no records run over it, for more than one small file."""
        total = sum(size_of(path) for path in self._todo.inputs if isinstance(path, str) and path != STDIN)
        if not os.isatty(_STDERR):
            return Lines(self._say, total)
        records_in_view = self._todo.output is None and os.isatty(STDOUT)
        small = len(self._todo.inputs) < 2 and total < 1_000_000
        return None if records_in_view or small else Bar(total)


def _check(request: Request) -> None:
    encoding, output, errors, texts = request.reading.encoding, request.output, request.errors, request.texts
    if encoding is not None and not is_encoding(encoding):
        raise UsageError(
            f"unknown encoding {encoding!r}; use a name such as utf-8, utf-16, windows-1256, iso-8859-6"
        )
    for option, value, choices in (
        ("--format", request.format, get_args(OutputFormat)),
        ("--input-format", request.reading.input_format, get_args(Format)),
    ):
        if value is not None and value not in choices:
            raise UsageError(f"{option} {value!r} is none of {', '.join(choices)}")
    for path in (output, errors):
        if path is not None and (reason := obstacle(path)):
            raise UsageError(f"{path}: cannot be written ({reason}); choose another place for the output")
    if texts is not None:
        try:
            os.makedirs(texts, exist_ok=True)
        except OSError as error:
            raise UsageError(
                f"{texts}: no folder can be made there ({error.strerror}); choose another"
            ) from None
    if request.resume and output is None:
        raise UsageError("--resume goes on with an output file; name it with -o FILE")


def _output_format(request: Request) -> OutputFormat:
    kind: OutputFormat = request.format or format_of(request.output)  # type: ignore[assignment]
    if kind == "parquet":
        try:
            import pyarrow  # noqa: F401
        except ImportError:
            raise UsageError("Parquet needs the package pyarrow; pip install 'pyarrow>=20'") from None
    return kind


def _start(output: str, origin: checkpoint.Origin | None) -> checkpoint.Checkpoint | None:
    """Where to go on, None for the beginning. Raises `UsageError` where the bytes would differ."""
    if origin is None:
        raise UsageError(
            "--resume needs files as input and an output file that is not Parquet;"
            " run without it, from the beginning"
        )
    start = checkpoint.read(output)
    if start is not None and (difference := start.origin.difference(origin)):
        raise UsageError(
            f"{output}: cannot be resumed: {difference} since it was begun;"
            " run without --resume, from the beginning"
        )
    return start


def _summarise(todo: Plan, tally: Tally, say: Callable[[str], None]) -> None:
    for encoding, count in tally.guessed.items():
        others = f" and {count - 1:,} more" if count > 1 else ""
        say(
            f"{tally.first_guessed[encoding]}{others}: read as {encoding}, not being UTF-8;"
            " --encoding overrides"
        )
    failed = ""
    if count := tally.failures.total():
        reasons = ", ".join(f"{number:,} {reason}" for reason, number in tally.failures.most_common())
        failed = f"; {count:,} failed: {reasons}"
    say(
        f"{_counted(tally.articles, 'article')}, {_counted(tally.statements, 'statement')}"
        f" by {_counted(len(tally.speakers), 'speaker')}{failed}"
    )


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
