"""A run over many inputs: outcomes in order to the output, failures to their list, and a checkpoint every second."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing
from itertools import islice
from typing import Protocol

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

_SECONDS = 1.0
"""Between two checkpoints: what a kill may cost."""


class Plan(Struct, frozen=True):
    """What to do: `inputs` in their order, by `jobs` processes, to `output` (None is standard output).

    `start` is the checkpoint of the run that this one goes on with; `origin` is None where nobody can go on with it.
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
        self.guessed: dict[str, list[str]] = {}
        """Encodings that were guessed, with the first path each and a mark for each further one."""
        self.guesses: Counter[str] = Counter()
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
        tally.guessed.setdefault(done.guessed, []).append(done.path)
