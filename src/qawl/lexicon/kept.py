"""The compiled lexicon, kept beside the code as Python keeps bytecode: to read it back takes a quarter of the
time that compiling the tables takes, and each start of the command would compile them anew.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import sys
from importlib.util import cache_from_source
from pathlib import Path

from qawl import __version__, dates, fold, model
from qawl.lexicon.compile import Lexicon, compile_lexicon

_State = tuple[str, tuple[tuple[str, int, int], ...]]
"""The version (some installers set one time for all files), and the name, time of change in nanoseconds and
size of each file that a compiled lexicon follows from."""
_CODE = tuple(Path(str(module.__file__)) for module in (dates, fold, model))
"""What the modules of this folder import from the others."""


def compiled(folder: Path) -> Lexicon:
    """The lexicon of the tables in `folder`, as it was kept if neither they nor the code have changed since.

    It is kept where bytecode would be. Where Python may not write that (`PYTHONDONTWRITEBYTECODE`, somebody
    else's folder), or there is no file to ask when it changed, each start compiles it. Raises LexiconError.
    """
    try:
        state, place = _state(folder), _place(folder)
    except (OSError, NotImplementedError):  # no such folder or no such file; a Python without bytecode
        return compile_lexicon(folder)
    lexicon = _read(place, state)
    if lexicon is None:
        lexicon = compile_lexicon(folder)
        if not sys.dont_write_bytecode:
            _write(place, state, lexicon)
    return lexicon


def _place(folder: Path) -> Path:
    return Path(cache_from_source(f"{folder}.py")).with_suffix(".pickle")


def _state(folder: Path) -> _State:
    tables = (path for path in folder.iterdir() if path.is_file())  # there is none behind an editor's lock
    paths = sorted((*tables, *Path(__file__).parent.glob("*.py"), *_CODE))
    stats = ((path.name, path.stat()) for path in paths)
    return __version__, tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)


def _read(place: Path, state: _State) -> Lexicon | None:
    """The lexicon kept at `place`; None where there is none, of another state, or a damaged one."""
    try:
        with place.open("rb") as file:
            if pickle.load(file) != state:
                return None
            lexicon = pickle.load(file)
    except Exception:  # Whatever the bytes of a damaged file tell it to do may fail.
        return None
    return lexicon if isinstance(lexicon, Lexicon) else None


def _write(place: Path, state: _State, lexicon: Lexicon) -> None:
    """Keeps the lexicon at `place`, whole or not at all: others may be starting at the same time."""
    new = place.with_suffix(f".{os.urandom(8).hex()}")  # no other process or thread has it
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            with new.open("xb") as file:
                pickle.dump(state, file, pickle.HIGHEST_PROTOCOL)
                pickle.dump(lexicon, file, pickle.HIGHEST_PROTOCOL)
            os.replace(new, place)
        finally:
            new.unlink(missing_ok=True)
