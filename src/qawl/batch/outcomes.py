"""Items -> outcomes, in order: the first few here, at once; the others in workers, many at a time."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from functools import partial

from qawl.batch.work import Job, Outcome, do
from qawl.read.errors import InputError
from qawl.read.item import Item, weight

Entry = Item | InputError

_BATCH = 50_000
"""Bytes that are sent to a worker together: some 100 ms of work."""
_MANY = 100


def outcomes(entries: Iterator[Entry], job: Job, jobs: int) -> Generator[Outcome]:
    """The outcome of each entry, in order, whatever the number of `jobs`.

    What is done in the time that workers take to start is done without them.
    """
    size = 0
    for entry in entries:
        yield do(entry, job)
        size += _size(entry)
        if jobs > 1 and size > _BATCH:
            break
    else:
        return
    from qawl.batch.pool import Pool  # Not needed for a small file, and slow to import.

    with Pool(jobs, partial(do, job=job), _given_up) as pool:
        yield from pool.in_order(_batches(entries))


def _batches(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    batch: list[Entry] = []
    size = 0
    for entry in entries:
        batch.append(entry)
        size += _size(entry)
        if size > _BATCH or len(batch) >= _MANY:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _size(entry: Entry) -> int:
    return 0 if isinstance(entry, InputError) else weight(entry)


def _given_up(entry: Entry) -> Outcome:
    path = entry.path
    return InputError(path, "its worker process died twice", "try it alone; report it if it fails again")
