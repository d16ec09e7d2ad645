"""What was named on the command line -> the inputs to read, in a fixed order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator

from qawl.read.errors import InputError
from qawl.read.formats import is_readable

STDIN = "-"


def as_unicode(path: str) -> str:
    """A path that any output can hold: bytes of a file name that are not UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def find_inputs(named: Iterable[str]) -> Iterator[str | InputError]:
    """The files behind `named` (files, directories, patterns, `-`), each once; an error for what has none.

    A directory stands for the files in it and below whose names tell a format that can be read, by path;
    hidden files are left out and links to directories not followed.
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
            yield InputError(
                as_unicode(name), "no file matches this pattern", "check the spelling and the folder"
            )


def _below(directory: str) -> Iterator[str | InputError]:
    errors: list[OSError] = []
    paths = [
        os.path.join(folder, name)
        for folder, _, names in os.walk(directory, onerror=errors.append)
        for name in names
        if is_readable(name) and not name.startswith(".")
    ]
    for error in errors:
        folder = as_unicode(str(error.filename))
        yield InputError(folder, "cannot list the folder", "check its permissions", str(error.strerror))
    if not paths and not errors:
        yield InputError(
            as_unicode(directory),
            "no file to read in this folder or below",
            "name the files or another folder",
        )
    yield from sorted(paths)
