"""Files -> streams of their unpacked bytes, which tell afterwards whether all went well."""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import lzma
import os
import shutil
import stat
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Any

from qawl.read.decode import marked_encoding
from qawl.read.errors import InputError
from qawl.read.inputs import STDIN, as_unicode

_STDIN = 0
_BUFFER = 1 << 18
_PACKINGS: tuple[tuple[bytes, str, Callable[[Any], Any]], ...] = (
    (b"\x1f\x8b", ".gz", lambda file: gzip.GzipFile(fileobj=file)),
    (b"BZh", ".bz2", bz2.BZ2File),
    (b"\xfd7zXZ\x00", ".xz", lzma.LZMAFile),
    (b"\x28\xb5\x2f\xfd", ".zst", lambda file: _zstd().ZstdFile(file)),
)
_SHORT_SUFFIXES = {".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar", ".tzst": ".tar"}


def _zstd() -> Any:
    """The module that unpacks Zstandard."""
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return zstd


def _damages() -> tuple[type[Exception], ...]:
    """What reading raises where the data are broken or end too early. Asked when something was raised: few
    inputs are archives, and the start of the command need not wait for these modules.
    """
    import tarfile
    import zipfile

    return (
        EOFError,
        NotImplementedError,  # A packing of a zip that Python does not know.
        OSError,
        UnicodeError,
        lzma.LZMAError,
        tarfile.TarError,
        zipfile.BadZipFile,
        zlib.error,
        _zstd().ZstdError,
    )


class Meter:
    """How many bytes of the files named have been read so far, for whoever shows progress."""

    def __init__(self) -> None:
        self.read = 0


class _Counted(io.FileIO):
    def __init__(self, file: str | int, meter: Meter) -> None:
        super().__init__(file, "rb", closefd=isinstance(file, str))
        self._meter = meter

    def readinto(self, buffer: Any) -> int | None:
        count = super().readinto(buffer)
        self._meter.read += count or 0
        return count


class _Recoded:
    """The bytes of `source`, which are in `encoding`, as UTF-8."""

    def __init__(self, source: IO[bytes], encoding: str) -> None:
        self._source = source
        self._decoder = codecs.getincrementaldecoder(encoding)()

    def read(self, size: int) -> bytes:
        while part := self._source.read(max(size // 4, 1)):  # A character takes up to four bytes of UTF-8.
            if text := self._decoder.decode(part):
                return text.encode()
        self._decoder.decode(b"", final=True)
        return b""


class _Unpacked(io.RawIOBase):
    """The bytes of `source` until they end or turn out to be broken: `damage` then tells how."""

    def __init__(self, source: IO[bytes] | _Recoded) -> None:
        self._source = source
        self.damage: Exception | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self.damage is not None:
            return 0
        try:
            data = self._source.read(len(buffer)) if len(buffer) < _BUFFER else self._source.read(_BUFFER)
        except _damages() as error:
            self.damage = error
            return 0
        buffer[: len(data)] = data
        return len(data)


class Stream:
    """Unpacked bytes under the name that shows their format (without the suffix of a packing)."""

    def __init__(self, source: IO[bytes], path: str, name: str) -> None:
        self.path = path
        self.source = source
        self.packed = False
        self.name = name.lower()
        self._raws: list[_Unpacked] = []
        self.reader = self._buffered(source)
        for _ in _PACKINGS:  # A file packed twice is unpacked twice, and so on, but not for ever.
            head = self.reader.peek(8)
            for magic, suffix, unpack in _PACKINGS:
                if head.startswith(magic):
                    self.reader = self._buffered(unpack(self.reader))
                    self.name = self.name.removesuffix(suffix)
                    self.packed = True
                    break
            else:
                break
        for suffix, meant in _SHORT_SUFFIXES.items():
            if self.name.endswith(suffix):
                self.name = self.name.removesuffix(suffix) + meant

    def recode(self, encoding: str | None) -> None:
        """From here on the bytes are UTF-8 without a mark. `encoding` is what the user said, or None.

        Bytes without a mark are left as they are: the eight-bit encodings are told apart line by line.
        """
        encoding = encoding or marked_encoding(self.reader.peek(4))
        if encoding is not None and codecs.lookup(encoding).name != "utf-8":
            self.reader = self._buffered(_Recoded(self.reader, encoding))
        if self.reader.peek(3).startswith(codecs.BOM_UTF8):
            self.reader.read(3)

    def _buffered(self, source: IO[bytes] | _Recoded) -> io.BufferedReader:
        self._raws.append(_Unpacked(source))
        return io.BufferedReader(self._raws[-1], _BUFFER)

    @property
    def damaged(self) -> bool:
        """Whether the bytes read so far ended because they are broken."""
        return any(raw.damage is not None for raw in self._raws)

    def check(self) -> None:
        """Raises `InputError` where the bytes read so far ended because they are broken."""
        for raw in self._raws:
            if isinstance(raw.damage, OSError) and raw.damage.errno:
                raise InputError(self.path, "cannot be read", "check the file", raw.damage.strerror or "")
            if raw.damage is not None:
                raise InputError(
                    self.path,
                    "damaged or cut short",
                    "what could be read is done; fetch the file again",
                    str(raw.damage) or type(raw.damage).__name__,
                )

    @contextmanager
    def seekable(self) -> Iterator[IO[bytes]]:
        """The bytes where one can go back and forth: the file itself, or a copy on disk while in use."""
        if isinstance(self.source, io.FileIO) and not self.packed and self.source.seekable():
            yield self.source
        else:
            import tempfile

            with tempfile.TemporaryFile() as copy:
                try:
                    shutil.copyfileobj(self.reader, copy, _BUFFER)
                    copy.seek(0)
                except OSError as error:
                    remedy = "make room there or set TMPDIR"
                    detail = error.strerror or ""
                    raise InputError(self.path, "no room in the temporary folder", remedy, detail) from None
                yield copy

    def read_whole(self, largest: int) -> bytes:
        """All bytes. Raises `InputError` where they are damaged or more than `largest`."""
        parts, size = [], 0
        while part := self.reader.read(_BUFFER):
            parts.append(part)
            size += len(part)
            if size > largest:
                raise too_large(self.path, largest)
        self.check()
        return b"".join(parts)


def too_large(path: str, largest: int) -> InputError:
    """The error to raise for one article of more than `largest` bytes."""
    remedy = "raise --max-size if it is one article indeed"
    return InputError(path, "too large", remedy, f"more than {largest / 1e6:g} MB unpacked")


@contextmanager
def open_stream(path: str, meter: Meter) -> Iterator[Stream]:
    """The unpacked bytes of the file `path`, `-` for standard input.

    Raises `InputError` where it cannot be opened, and at the end where it changed while it was read.
    """
    name = as_unicode(path)
    try:
        file = _Counted(_STDIN if path == STDIN else path, meter)
    except FileNotFoundError:
        raise InputError(name, "no such file", "check the spelling and the folder") from None
    except PermissionError as error:
        raise InputError(name, "cannot be read", "check its permissions", str(error.strerror)) from None
    except (OSError, ValueError) as error:
        detail = (error.strerror or "") if isinstance(error, OSError) else str(error)
        raise InputError(name, "cannot be read", "check the file", detail) from None
    with file:
        before = os.fstat(file.fileno())
        yield Stream(file, name, path)
        after = os.fstat(file.fileno())
        if stat.S_ISREG(before.st_mode) and _state(before) != _state(after):
            raise InputError(name, "changed while it was read", "run again when nothing writes to it")


def _state(of: os.stat_result) -> tuple[int, int]:
    return of.st_size, of.st_mtime_ns
