"""What was named on the command line -> the inputs to read, in a fixed order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator

from qawl.read.errors import InputError

STDIN = "-"


def find_inputs(named: Iterable[str]) -> Iterator[str | InputError]:
    """The files behind `named` (files, directories, patterns, `-`), each once; an error for what has none.

    A directory stands for the `.txt` files in it and below, sorted by path; links to directories are not
    followed.
    """
    seen: set[str] = set()
    for name in named:
        for found in _behind(name):
            if isinstance(found, InputError):
                yield found
            elif found not in seen:
                seen.add(found)
                yield found


def _behind(name: str) -> Iterator[str | InputError]:
    if name == STDIN:
        yield name
    elif os.path.isdir(name):
        yield from _below(name)
    elif os.path.lexists(name) or not glob.has_magic(name):
        yield name  # A missing file is reported where it is opened, with the system's own reason.
    else:
        matches = sorted(glob.glob(name, recursive=True))
        for match in matches:
            yield from _below(match) if os.path.isdir(match) else (match,)
        if not matches:
            yield InputError(name, "no file matches this pattern", "check the spelling and the folder")


def _below(directory: str) -> Iterator[str | InputError]:
    errors: list[OSError] = []
    paths = [
        os.path.join(folder, name)
        for folder, _, names in os.walk(directory, onerror=errors.append)
        for name in names
        if name.lower().endswith(".txt")
    ]
    for error in errors:
        yield InputError(
            str(error.filename), f"cannot list the folder ({error.strerror})", "check its permissions"
        )
    if not paths and not errors:
        yield InputError(
            directory, "no .txt file in this folder or below", "name the files or another folder"
        )
    yield from sorted(paths)
