"""How a run goes, for the one who waits: a bar on a terminal, else a line every so often."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from qawl.batch.run import Tally

if TYPE_CHECKING:
    from rich.progress import Progress

_REDRAWN = 0.2
"""Seconds between two drawings of the bar."""
_LINES = 30.0
"""Seconds between two lines."""


class Lines:
    """A line every half a minute through `say`; `total` is in bytes of input, 0 where that is not known."""

    def __init__(self, say: Callable[[str], None], total: int) -> None:
        self._say = say
        self._total = total
        self._start = self._said = time.monotonic()

    def moved(self, tally: Tally) -> None:
        """Says how far it is, if it is time to."""
        now = time.monotonic()
        if now - self._said >= _LINES:
            self._said = now
            share = f"{min(tally.meter.read / self._total, 1):.0%} read, " if self._total else ""
            rate = tally.articles / (now - self._start)
            self._say(
                f"{share}{tally.articles:,} articles, {tally.statements:,} statements, {rate:,.0f} articles/s"
            )

    def close(self) -> None:
        """Leaves nothing behind."""


class Bar:
    """A bar of the bytes read, with articles, statements, rate and the time left."""

    def __init__(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

        # Drawn from here and not from a thread of its own: worker processes are forked.
        self._progress: Progress = Progress(
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[articles]:,} articles"),
            TextColumn("{task.fields[statements]:,} statements"),
            TextColumn("{task.fields[rate]:,.0f}/s"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,
            auto_refresh=False,
        )
        self._task = self._progress.add_task("", total=total or None, articles=0, statements=0, rate=0.0)
        self._start = time.monotonic()
        self._drawn = 0.0
        self._progress.start()

    def moved(self, tally: Tally) -> None:
        """Draws how far it is, if it is time to."""
        now = time.monotonic()
        if now - self._drawn >= _REDRAWN:
            self._drawn = now
            rate = tally.articles / max(now - self._start, _REDRAWN)
            self._progress.update(
                self._task,
                completed=tally.meter.read,
                articles=tally.articles,
                statements=tally.statements,
                rate=rate,
                refresh=True,
            )

    def close(self) -> None:
        """Takes the bar away."""
        self._progress.stop()


def size_of(path: str) -> int:
    """Bytes of a file; 0 where there is none or its size says nothing."""
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
