"""Worker processes that start once and outlive their jobs: tasks in, results out in the order of the tasks.

A worker that dies is replaced and its task done again, item by item; what kills a worker again is given up.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

_AHEAD = 4
"""Tasks for each worker that may be read, or done and waiting for one before them: what bounds the memory."""

# A forked worker has the lexicon at once. Elsewhere threads of the system's own make forking unsafe.
_FORKED = sys.platform == "linux"
_CONTEXT = multiprocessing.get_context("fork") if _FORKED else multiprocessing.get_context("spawn")


class _Task(Generic[In, Out]):
    """Items that are sent to a worker together, or one by one after a worker died on them."""

    def __init__(self, items: list[In]) -> None:
        self.items = items
        self.results: list[Out] = []
        self.singly = False

    @property
    def next_items(self) -> list[In]:
        at = len(self.results)
        return self.items[at : at + 1] if self.singly else self.items

    @property
    def finished(self) -> bool:
        return len(self.results) == len(self.items)


class _Worker(Generic[In, Out]):
    def __init__(self, do: Callable[[In], Out], inherited: list[Connection]) -> None:
        self.connection, theirs = _CONTEXT.Pipe()
        inherited = [*inherited, self.connection]
        self.task: _Task[In, Out] | None = None
        self._process = _CONTEXT.Process(
            target=_serve,
            args=(theirs, do, inherited if _FORKED else []),
            daemon=True,
        )
        # Ctrl-C goes to every process; until the worker ignores it, it is held back.
        held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, held)
        theirs.close()

    def send(self, task: _Task[In, Out]) -> None:
        """Raises OSError where the worker is dead."""
        self.task = task
        self.connection.send(task.next_items)

    def receive(self) -> list[Out]:
        """Raises EOFError or OSError where the worker died."""
        results: list[Out] = self.connection.recv()
        return results

    def stop(self) -> None:
        self._process.kill()
        self._process.join()
        self.connection.close()


class Pool(Generic[In, Out]):
    """Up to `size` workers, started as there is work for them. `do` gives a result for each item.

    `give_up` gives the result for an item on which two workers died. A context: at its end all are stopped.
    """

    def __init__(self, size: int, do: Callable[[In], Out], give_up: Callable[[In], Out]) -> None:
        self._size = size
        self._do = do
        self._give_up = give_up
        self._workers: list[_Worker[In, Out]] = []
        self._queue: deque[_Task[In, Out]] = deque()

    def __enter__(self) -> Pool[In, Out]:
        gc.freeze()  # What is there now stays shared with the workers.
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.stop()
        gc.unfreeze()

    def in_order(self, batches: Iterable[list[In]]) -> Iterator[Out]:
        """The results of all items of all batches, in their order. Batches are read a little ahead."""
        source = iter(batches)
        order: deque[_Task[In, Out]] = deque()
        more = True
        while more or order:
            while order and order[0].finished:
                yield from order.popleft().results
            if more and len(order) < _AHEAD * self._size:
                batch = next(source, None)
                if batch is None:
                    more = False
                else:
                    order.append(_Task(batch))
                    self._queue.append(order[-1])
            self._assign()
            busy = {worker.connection: worker for worker in self._workers if worker.task}
            may_read = more and len(order) < _AHEAD * self._size
            for connection in wait(list(busy), timeout=0 if may_read or not busy else None):
                self._collect(busy[connection])  # type: ignore[index]

    def _assign(self) -> None:
        idle = [worker for worker in self._workers if worker.task is None]
        while self._queue and (idle or len(self._workers) < self._size):
            worker = idle.pop() if idle else self._start()
            task = self._queue.popleft()
            try:
                worker.send(task)
            except OSError:
                self._bury(worker, task)

    def _start(self) -> _Worker[In, Out]:
        worker = _Worker(self._do, [other.connection for other in self._workers])
        self._workers.append(worker)
        return worker

    def _collect(self, worker: _Worker[In, Out]) -> None:
        task = worker.task
        assert task is not None
        try:
            task.results += worker.receive()
        except (EOFError, OSError):
            self._bury(worker, task)
            return
        worker.task = None
        if not task.finished:
            self._queue.appendleft(task)

    def _bury(self, worker: _Worker[In, Out], task: _Task[In, Out]) -> None:
        worker.stop()
        self._workers.remove(worker)
        if task.singly:
            task.results.append(self._give_up(task.items[len(task.results)]))
        task.singly = True
        if not task.finished:
            self._queue.appendleft(task)


def _serve(connection: Connection, do: Callable[[In], Out], inherited: list[Connection]) -> None:
    """The life of a worker: it ends when the one who sends is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    for other in inherited:
        other.close()
    while True:
        try:
            items = connection.recv()
            connection.send([do(item) for item in items])
        except (EOFError, OSError):
            return
