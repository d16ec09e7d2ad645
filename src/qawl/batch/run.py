"""A run over many inputs: outcomes in order to the output, failures to their list, checkpoints beside it."""

from __future__ import annotations

import os
import time
from collections import Counter
from contextlib import ExitStack, closing, suppress
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

import msgspec
from msgspec import Struct

from qawl.batch import checkpoint
from qawl.batch.checkpoint import Checkpoint
from qawl.batch.interrupt import Interrupts
from qawl.batch.outcomes import outcomes
from qawl.batch.work import Done, Job
from qawl.read.errors import InputError
from qawl.read.split import split
from qawl.read.stream import Meter
from qawl.write import formats
from qawl.write.target import Target, is_special

if TYPE_CHECKING:
    from qawl.write.parquet import ParquetFile

_SECONDS = 1.0
"""Between two checkpoints: what a kill may cost."""


class Plan(Struct, frozen=True):
    """What to do: `inputs` in their order, by `jobs` processes, to `output` (None is standard output).

    `start` is the checkpoint of the run that this one goes on with; `origin` is None where none can.
    """

    inputs: tuple[str | InputError, ...]
    job: Job
    jobs: int
    output: str | None
    errors: str | None
    fail_fast: bool
    origin: checkpoint.Origin | None
    start: Checkpoint | None


class Tally:
    """What came of the inputs so far, in this run."""

    def __init__(self) -> None:
        self.articles = 0
        self.statements = 0
        self.speakers: set[str] = set()
        self.failures: Counter[str] = Counter()
        self.guessed: Counter[str] = Counter()
        """Articles by the encoding that was guessed for them."""
        self.first_guessed: dict[str, str] = {}
        self.meter = Meter()


class Listener(Protocol):
    """Who is told how the run goes."""

    def failed(self, error: InputError) -> None:
        """An input failed; the run goes on."""

    def moved(self, tally: Tally) -> None:
        """One more item is done."""


def run(plan: Plan, tally: Tally, listener: Listener) -> None:
    """Does the plan, counting in `tally`. Where it stops early, what was done until then is whole.

    Raises `OSError` where the output cannot be written, `Stopped` at the first failure if so planned,
    `KeyboardInterrupt` on Ctrl-C.
    """
    with ExitStack() as stack:
        writer = stack.enter_context(_Writer(plan))
        interrupts = stack.enter_context(Interrupts())
        entries = split(plan.inputs, plan.job.reading, tally.meter)
        done = plan.start.done if plan.start else 0
        results = outcomes(islice(entries, done, None), plan.job, plan.jobs)
        stack.enter_context(closing(entries))
        for outcome in stack.enter_context(closing(results)):
            with interrupts.held():
                if isinstance(outcome, InputError):
                    tally.failures[outcome.reason] += 1
                    listener.failed(outcome)
                    writer.failed(outcome)
                else:
                    writer.add(outcome)
                    _count(outcome, tally)
            listener.moved(tally)
            if plan.fail_fast and isinstance(outcome, InputError):
                raise Stopped
        with interrupts.held():
            writer.finish()


class Stopped(Exception):
    """The run was to stop at the first failure, and did."""


def _count(done: Done, tally: Tally) -> None:
    tally.articles += 1
    tally.statements += done.statements
    tally.speakers.update(done.speakers)
    if done.guessed:
        tally.guessed[done.guessed] += 1
        tally.first_guessed.setdefault(done.guessed, done.path)


class _Writer:
    """The output and the list of failures, with a checkpoint of both where the run can be gone on with."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        start = plan.start
        self._format = formats.load(plan.job.output_format)
        self._target = Target(plan.output, start.output if start else 0)
        self._parquet: ParquetFile | None = None
        self._done = start.done if start else 0
        self._failed = start.failed if start else 0
        self._errors = os.open(plan.errors, os.O_WRONLY | os.O_CREAT, 0o666) if plan.errors else None
        self._errors_length = start.errors if start else 0
        if self._errors is not None and not is_special(plan.errors or ""):
            os.ftruncate(self._errors, self._errors_length)
            os.lseek(self._errors, self._errors_length, os.SEEK_SET)
        self._saved = time.monotonic()

    def __enter__(self) -> _Writer:
        if self._plan.output is not None and self._plan.start is None:
            checkpoint.remove(self._plan.output)  # Of an earlier run, whose output this one overwrites.
        if self._plan.job.output_format == "parquet":
            from qawl.write.parquet import ParquetFile

            self._parquet = ParquetFile(self._target.stream())
        elif self._target.position == 0 and self._format.head:
            self._target.write(self._format.head)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._target, suppress(OSError):
            if kind is not None and (self._parquet or self._target.position <= len(self._format.head)):
                self._target.discard()
                if self._plan.output is not None:
                    checkpoint.remove(self._plan.output)
            elif kind is not None:
                self._save()
        if self._errors is not None:
            os.close(self._errors)

    def add(self, done: Done) -> None:
        """The records of an article."""
        if done.output and self._parquet is not None:
            self._parquet.write(done.output)
        elif done.output:
            first = self._target.position == len(self._format.head)
            self._target.write(done.output if first else self._format.between + done.output)
        self._next()

    def failed(self, error: InputError) -> None:
        """A failure, to its list."""
        self._failed += 1
        if self._errors is not None:
            line = {"path": error.path, "reason": error.reason, "detail": error.detail}
            self._errors_length += os.write(self._errors, msgspec.json.encode(line) + b"\n")
        self._next()

    def finish(self) -> None:
        """All is done: the output gets its name."""
        if self._parquet is not None:
            self._parquet.close()
        elif self._format.tail:
            self._target.write(self._format.tail)
        if self._plan.output is not None:
            checkpoint.remove(self._plan.output)
        self._target.finish()

    def _next(self) -> None:
        self._done += 1
        if time.monotonic() - self._saved >= _SECONDS:
            self._save()

    def _save(self) -> None:
        origin, output = self._plan.origin, self._plan.output
        if origin is not None and output is not None:
            self._target.sync()
            now = Checkpoint(origin, self._done, self._target.position, self._errors_length, self._failed)
            checkpoint.write(output, now)
        self._saved = time.monotonic()
