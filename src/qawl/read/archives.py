"""ZIP and tar -> their members."""

from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Iterator
from typing import IO

from qawl.read.errors import InputError
from qawl.read.formats import is_readable
from qawl.read.stream import Stream

_REMEDY = "what could be read is done; fetch the file again"


def zip_members(file: IO[bytes], path: str) -> Iterator[Stream | InputError]:
    """The members to read, in the order of the archive; `file` must be seekable.

    Nothing is ever written under their names. Raises `InputError` where it is no archive.
    """
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise InputError(path, "damaged or cut short", "fetch the file again", str(error)) from None
    with archive:
        for member in archive.infolist():
            if member.is_dir() or not _wanted(member.filename):
                continue
            name = f"{path}#{member.filename}"
            if member.flag_bits & 1:
                yield InputError(name, "encrypted", "unpack the archive with its password and name the files")
                continue
            try:
                with archive.open(member) as source:
                    yield Stream(source, name, member.filename)
            except (zipfile.BadZipFile, NotImplementedError, OSError) as error:
                yield InputError(name, "damaged or cut short", _REMEDY, str(error))


def tar_members(stream: Stream) -> Iterator[Stream]:
    """The members to read, in the order of the archive; links and devices are left out.

    Raises `InputError` where the archive is broken.
    """
    member_stream: Stream | None = None
    try:
        with tarfile.open(fileobj=stream.reader, mode="r|") as archive:
            for member in archive:
                archive.members.clear()  # type: ignore[attr-defined]  # tarfile keeps all it has seen.
                if not member.isfile() or not _wanted(member.name):
                    continue
                source = archive.extractfile(member)
                if source is not None:
                    name = member.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
                    member_stream = Stream(source, f"{stream.path}#{name}", name)
                    yield member_stream
    except tarfile.TarError as error:
        if member_stream is not None and member_stream.damaged:
            return  # That has been said.
        stream.check()
        raise InputError(stream.path, "damaged or cut short", _REMEDY, str(error)) from None


def _wanted(name: str) -> bool:
    return is_readable(name) and not any(
        part.startswith(".") and part.strip(".") or part == "__MACOSX" for part in name.split("/")
    )
