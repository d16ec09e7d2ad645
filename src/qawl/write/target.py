"""Where the output goes: standard output, or a file that takes its name when it is whole.

Bytes are taken whole or not at all: where a write to a regular file fails midway, what it left is cut off.
"""

from __future__ import annotations

import os
import stat
from types import TracebackType
from typing import BinaryIO

STDOUT = 1


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


def is_special(path: str) -> bool:
    """Whether `path` is a pipe or a device: it is written directly and cannot be taken up again."""
    return os.path.exists(path) and not os.path.isfile(path)


def unfinished_path(path: str) -> str:
    """Where the output for `path` grows until it is whole; a link stays a link."""
    return f"{os.path.realpath(path)}.unfinished"


class Target:
    """A place to write to. `position` counts the bytes of whole records. All methods raise `OSError`."""

    def __init__(self, path: str | None, keep: int = 0) -> None:
        """To `path`, or standard output where it is None; of an unfinished file `keep` bytes stay."""
        self.position = keep
        self._path = path
        self._owned = path is not None
        self._direct = path is None or is_special(path)
        if path is None:
            self._file = STDOUT
        elif self._direct:
            self._file = os.open(path, os.O_WRONLY)
        else:
            self._file = os.open(
                unfinished_path(path), os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666
            )
            os.ftruncate(self._file, keep)
            os.lseek(self._file, keep, os.SEEK_SET)
        self._regular = stat.S_ISREG(os.fstat(self._file).st_mode)

    def write(self, data: bytes) -> None:
        """Writes all of `data`, or nothing where the place can be cut back."""
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[os.write(self._file, rest) :]
        except OSError:
            written = len(data) - len(rest)
            if self._regular and written:
                os.ftruncate(self._file, os.fstat(self._file).st_size - written)
                os.lseek(self._file, 0, os.SEEK_END)
            raise
        self.position += len(data)

    def stream(self) -> BinaryIO:
        """The place as a stream, for who writes on its own account."""
        return open(self._file, "wb", closefd=False)

    def sync(self) -> None:
        """Returns when what has been written will outlive a power failure."""
        if self._regular:
            os.fsync(self._file)

    def finish(self) -> None:
        """The output is whole: gives it its name."""
        if self._path is not None and not self._direct:
            os.fsync(self._file)
            os.replace(unfinished_path(self._path), os.path.realpath(self._path))

    def discard(self) -> None:
        """Removes an unfinished file."""
        if self._path is not None and not self._direct:
            os.unlink(unfinished_path(self._path))

    def __enter__(self) -> Target:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._owned:
            os.close(self._file)
