"""Inputs -> items: opens each, sees what it holds, passes its articles on one by one, not yet decoded."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator

from qawl.read import jsonvalues, tables
from qawl.read.errors import InputError
from qawl.read.formats import HEAD, Format, recognise
from qawl.read.item import Document, Item
from qawl.read.options import ReadOptions
from qawl.read.stream import Meter, Stream, open_stream


def split(
    inputs: Iterable[str | InputError], options: ReadOptions, meter: Meter
) -> Generator[Item | InputError]:
    """The articles of each input in order, none of them decoded; an error for what fails.

    `inputs` are paths, `-` for standard input. Whatever the size of a container, one article is in memory.
    """
    for named in inputs:
        if isinstance(named, InputError):
            yield named
            continue
        try:
            with open_stream(named, meter) as stream:
                yield from _items(stream, options, inside=False)
        except InputError as error:
            yield error


def _items(stream: Stream, options: ReadOptions, inside: bool) -> Iterator[Item | InputError]:
    """The articles of a stream, which may itself be a member `inside` an archive. Raises `InputError`."""
    kind = options.input_format or recognise(stream.reader.peek(HEAD), stream.name)
    stream.check()
    if kind in ("text", "html"):
        whole = kind == "text" and not stream.packed and not inside
        data = stream.read_whole(options.largest)
        yield Document(stream.path, data, "html" if kind == "html" else "text", whole)
    elif kind is None:
        raise InputError(
            stream.path, "not a kind of file that is read", "export it as text, HTML, CSV or JSON"
        )
    elif inside and kind in ("zip", "tar"):
        raise InputError(
            stream.path, "an archive inside an archive", "unpack the outer one and name this one"
        )
    else:
        yield from _articles_of(kind, stream, options)
        stream.check()


def _articles_of(kind: Format | str, stream: Stream, options: ReadOptions) -> Iterator[Item | InputError]:
    largest = options.largest
    if kind in ("jsonl", "json", "csv", "tsv"):
        stream.recode(options.encoding)
    match kind:
        case "jsonl":
            yield from jsonvalues.lines(stream, largest)
        case "json":
            yield from jsonvalues.elements(stream, largest)
        case "csv" | "tsv":
            yield from tables.rows(stream, largest, tab=kind == "tsv")
        case "feed":
            from qawl.read import feed

            yield from feed.entries(stream)
        case "warc":
            from qawl.read import crawl

            yield from crawl.pages(stream, largest)
        case "parquet":
            from qawl.read import parquet

            with stream.seekable() as file:
                yield from parquet.rows(file, stream.path)
        case "zip":
            from qawl.read import archives

            with stream.seekable() as file:
                yield from _of_members(archives.zip_members(file, stream.path), options)
        case "tar":
            from qawl.read import archives

            yield from _of_members(archives.tar_members(stream), options)


def _of_members(members: Iterable[Stream | InputError], options: ReadOptions) -> Iterator[Item | InputError]:
    for member in members:
        if isinstance(member, InputError):
            yield member
            continue
        try:
            yield from _items(member, options, inside=True)
        except InputError as error:
            yield error
