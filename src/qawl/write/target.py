"""Where the output goes: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO


@contextmanager
def open_target(path: str | None) -> Iterator[BinaryIO]:
    """A binary stream to `path`, or to standard output where it is None.

    A file is written beside its place and moved there at the end: a failure leaves an earlier one as it was.
    What is not a regular file (a pipe, a device) is written directly. Raises `OSError`.
    """
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    elif os.path.exists(path) and not os.path.isfile(path):
        with open(path, "wb") as file:
            yield file
    else:
        path = os.path.realpath(path)  # A link stays a link.
        unfinished = f"{path}.{os.getpid()}.unfinished"
        try:
            with open(unfinished, "xb") as file:
                yield file
            os.replace(unfinished, path)
        except BaseException:
            if os.path.exists(unfinished):
                os.unlink(unfinished)
            raise
