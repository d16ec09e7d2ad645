"""What an unfinished run has done, in a small file beside its output, so that another can go on with it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

import qawl
from qawl.batch.work import Job
from qawl.lexicon.load import ARABIC
from qawl.read.errors import InputError
from qawl.write.target import unfinished_path


class Origin(Struct, frozen=True):
    """What the output follows from, as hashes: the same origin gives the same bytes."""

    program: str
    options: str
    inputs: str

    def difference(self, other: Origin) -> str | None:
        """What is not the same, in words; None where all is."""
        if self.program != other.program:
            return "Qawl or its lexicon is not the same"
        if self.options != other.options:
            return "the options are not the same"
        if self.inputs != other.inputs:
            return "an input was added, removed or changed"
        return None


class Checkpoint(Struct, frozen=True):
    """How far a run has come: `done` items, bytes of `output` and `errors`, how many `failed`."""

    origin: Origin
    done: int
    output: int
    errors: int
    failed: int


def origin_of(job: Job, inputs: Iterable[str | InputError], errors: str | None) -> Origin:
    """The origin of a run; of the inputs, names, sizes and times of change count."""
    program = hashlib.sha256(qawl.__version__.encode())
    for table in sorted(ARABIC.iterdir()):
        if table.is_file():
            program.update(table.name.encode() + b"\0" + table.read_bytes())
    options = hashlib.sha256(msgspec.json.encode(job) + repr(errors).encode())
    seen = hashlib.sha256()
    for named in inputs:
        seen.update(_state(named))
    return Origin(program.hexdigest(), options.hexdigest(), seen.hexdigest())


def read(path: str) -> Checkpoint | None:
    """The checkpoint of the unfinished output for `path`; None where there is nothing to go on with."""
    try:
        checkpoint = msgspec.json.decode(Path(_name(path)).read_bytes(), type=Checkpoint)
        return checkpoint if os.path.getsize(unfinished_path(path)) >= checkpoint.output else None
    except (OSError, msgspec.DecodeError):
        return None


def write(path: str, checkpoint: Checkpoint) -> None:
    """Puts the checkpoint in the place of the one before. Raises `OSError`; that one then stays."""
    new = f"{_name(path)}.new"
    try:
        Path(new).write_bytes(msgspec.json.encode(checkpoint))
        os.replace(new, _name(path))
    except OSError:
        Path(new).unlink(missing_ok=True)
        raise


def remove(path: str) -> None:
    """There is nothing to go on with any more."""
    Path(_name(path)).unlink(missing_ok=True)


def files_of(path: str) -> tuple[str, str, str]:
    """All files that a run with the output `path` makes there: none of them is an input."""
    return os.path.realpath(path), unfinished_path(path), _name(path)


def _name(path: str) -> str:
    return f"{unfinished_path(path)}.state"


def _state(named: str | InputError) -> bytes:
    if isinstance(named, InputError):
        return repr(named.args).encode("utf-8", "surrogateescape")
    try:
        status = os.stat(named)
    except OSError:
        return os.fsencode(named) + b"\0-\0"
    return os.fsencode(named) + f"\0{status.st_size}\0{status.st_mtime_ns}\0".encode()
