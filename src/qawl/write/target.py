"""Where the output goes: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

_STDOUT = 1


def obstacle(path: str) -> str | None:
    """Why no output can be written to `path`, as far as can be told beforehand; None where it can."""
    folder = os.path.dirname(os.path.realpath(path))
    if os.path.isdir(path):
        return "it is a folder"
    if not os.path.isdir(folder):
        return "there is no such folder"
    if not os.access(path if os.path.exists(path) else folder, os.W_OK):
        return "no permission"
    return None


@contextmanager
def open_target(path: str | None) -> Iterator[BinaryIO]:
    """A binary stream to `path`, or to standard output where it is None.

    A file is written beside its place and moved there at the end: a failure leaves an earlier one as it was.
    What is not a regular file (a pipe, a device) is written directly. Raises `OSError`.
    """
    if path is None:
        with open(_STDOUT, "wb", closefd=False) as stream:
            yield stream
    elif os.path.exists(path) and not os.path.isfile(path):
        with open(path, "wb") as stream:
            yield stream
    else:
        final = os.path.realpath(path)  # A link stays a link.
        unfinished = f"{final}.{os.getpid()}.unfinished"
        try:
            with open(unfinished, "xb") as stream:
                yield stream
            os.replace(unfinished, final)
        except BaseException:
            if os.path.exists(unfinished):
                os.unlink(unfinished)
            raise
