"""The command `extract`: options, exit codes, progress. The only module that prints.

Records go to standard output or `-o FILE` and nothing else does; all talk goes to standard error. What
costs time to import is imported where it is used: help, usage errors and the first record come at once.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, NoReturn, get_args

import typer

from qawl import __version__
from qawl.model import Form, StatementType

STDOUT = 1

FAILED = 1
USAGE = 2

main = typer.Typer(
    help="Who said what in Arabic news.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _one_of(choices: object) -> Callable[[list[str] | None], list[str] | None]:
    """A check that every value given is one of a `Literal`'s."""

    def check(values: list[str] | None) -> list[str] | None:
        for value in values or ():
            if value not in get_args(choices):
                raise typer.BadParameter(f"{value!r} is none of {', '.join(get_args(choices))}.")
        return values

    return check


def _version(asked: bool) -> None:
    if asked:
        print(f"qawl {__version__}")
        raise typer.Exit


@main.callback()
def extract(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Who said what in Arabic news."""


@main.command(epilog="Exit status: 0 all well, 1 some input failed, 2 wrong usage, 130 interrupted.")
def quotes(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Files, directories (what can be read there and below), glob patterns; - is standard input.",
            show_default=False,
        ),
    ] = None,
    speaker: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Only statements by NAME, or a part of it, in Arabic or Latin letters. Repeatable.",
            show_default=False,
        ),
    ] = None,
    type_: Annotated[
        list[str] | None,
        typer.Option(
            "--type",
            metavar="|".join(get_args(StatementType)),
            callback=_one_of(StatementType),
            help="Only statements of this type. Repeatable.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        list[str] | None,
        typer.Option(
            metavar="|".join(get_args(Form)),
            callback=_one_of(Form),
            help="Only statements of this form. Repeatable.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write to FILE; it is there when it is whole.",
            show_default=False,
        ),
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="NAME",
            help="The output: jsonl, json, csv, tsv, parquet, jsonld (Web Annotation) or tei. "
            "Without it what the name of FILE ends in, else jsonl.",
            show_default=False,
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "-j", "--jobs", metavar="N", min=1, help="Processes to work with; the cores.", show_default=False
        ),
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with -o FILE where a run ended.")] = False,
    errors: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="List the inputs that fail in FILE, as JSON Lines.", show_default=False
        ),
    ] = None,
    fail_fast: Annotated[bool, typer.Option("--fail-fast", help="Stop at the first failure.")] = False,
    encoding: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="The encoding of the input. Without it: a byte-order mark, what a page declares, UTF-8, "
            "else windows-1256 or ISO-8859-6.",
            show_default=False,
        ),
    ] = None,
    input_format: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="The format of all inputs: text, html, jsonl, json, csv, tsv, feed, warc, parquet, zip or "
            "tar. Without it, it is recognised.",
            show_default=False,
        ),
    ] = None,
    text_field: Annotated[
        str | None, typer.Option(metavar="NAME", help="The field or column of the text.", show_default=False)
    ] = None,
    title_field: Annotated[
        str | None, typer.Option(metavar="NAME", help="That of the headline.", show_default=False)
    ] = None,
    date_field: Annotated[
        str | None, typer.Option(metavar="NAME", help="That of the date.", show_default=False)
    ] = None,
    id_field: Annotated[
        str | None, typer.Option(metavar="NAME", help="That of the identifier.", show_default=False)
    ] = None,
    save_text: Annotated[
        str | None,
        typer.Option(
            metavar="DIR",
            help="Save the text that positions count in, of articles that are not text files themselves.",
            show_default=False,
        ),
    ] = None,
    max_size: Annotated[
        int, typer.Option(metavar="MB", min=1, help="The largest article, unpacked; larger ones fail.")
    ] = 64,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but failures.")] = False,
) -> None:
    """Write every statement in Arabic news articles as a line of JSON: who said it, what, where it stands.

    \b
    extract quotes article.txt
    extract quotes news/ -o statements.jsonl
    extract quotes dump.jsonl.gz crawl.warc.gz pages.zip -o statements.csv
    extract quotes news/ --speaker Zakharova --type direct
    cat article.txt | extract quotes
    """
    gc.disable()  # What is loaded at the start stays: there is nothing to collect.
    from qawl import lexicon
    from qawl.quotes import Request, UsageError, perform, plan
    from qawl.read.inputs import STDIN
    from qawl.read.options import ReadOptions
    from qawl.select import Selection

    if not paths:
        if sys.stdin is None or sys.stdin.isatty():
            _refuse(
                "nothing to read; name files or directories, or pipe an article in (extract quotes --help)"
            )
        paths = [STDIN]
    request = Request(
        paths=tuple(paths),
        selection=Selection(tuple(speaker or ()), tuple(type_ or ()), tuple(form or ())),
        reading=ReadOptions(
            encoding, input_format, text_field, title_field, date_field, id_field, max_size * 1_000_000
        ),
        output=output,
        format=format_,
        texts=save_text,
        errors=errors,
        jobs=jobs,
        resume=resume,
        fail_fast=fail_fast,
        quiet=quiet,
    )
    try:
        todo = plan(request)
    except UsageError as error:
        _refuse(str(error))
    except lexicon.LexiconError as error:  # Its tables are there to be edited, by linguists too.
        _refuse(f"lexicon: {error}")
    finally:
        gc.enable()
    if status := perform(todo, quiet, _say):
        raise typer.Exit(status)


@main.command()
def schema() -> None:
    """Print the JSON Schema that every record follows."""
    from qawl.schema import RECORD

    print(RECORD, end="")


@main.command(epilog="Exit status: 0 all well, 1 no such article or words, 2 wrong usage.")
def explain(
    path: Annotated[str, typer.Argument(metavar="FILE", help="The article; - is standard input.")],
    at: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="Only what stands at these words.", show_default=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON object.")] = False,
) -> None:
    """Tell what each statement of an article rests on, line by line of the lexicon, or why there is none."""
    import json

    from qawl import lexicon
    from qawl.explain import as_text
    from qawl.explain import explain as story_of
    from qawl.read.errors import InputError
    from qawl.read.text import read_text

    try:
        story = story_of(read_text(path)[0], lexicon.load(), at)
    except (InputError, lexicon.LexiconError) as error:
        _say(str(error))
        raise typer.Exit(FAILED) from None
    _print(json.dumps(story.to_dict(), ensure_ascii=False) + "\n" if as_json else as_text(story))


@main.command(epilog="Exit status: 0 all well, 1 gold or records cannot be read, 2 wrong usage.")
def evaluate(
    gold_dir: Annotated[Path, typer.Argument(help="Holds articles/NAME.txt and statements/NAME.jsonl.")],
    predicted: Annotated[
        Path | None, typer.Argument(help="Records to score; without it what Qawl finds.", show_default=False)
    ] = None,
    docs: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Only the articles it names, one a line.", show_default=False),
    ] = None,
    show: Annotated[int, typer.Option(metavar="N", min=0, help="List the first N errors of each kind.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Write the figures as one JSON object.")] = False,
) -> None:
    """Score records against statements that people annotated."""
    import json

    from qawl import evaluate as measure
    from qawl import lexicon
    from qawl.read.errors import InputError

    try:
        gold = measure.read_gold(gold_dir, docs)
        records = measure.read_predicted(predicted) if predicted else measure.predict(gold, lexicon.load())
    except (InputError, lexicon.LexiconError) as error:
        _say(str(error))
        raise typer.Exit(FAILED) from None
    result = measure.evaluate(gold, records)
    figures = json.dumps(result.to_dict(), ensure_ascii=False) + "\n"
    _print(figures if as_json else measure.as_table(result, show))


def _print(text: str) -> None:
    """On standard output, as UTF-8 wherever it goes; a reader who has seen enough ends it quietly."""
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), STDOUT)


def _say(line: str) -> None:
    """One line on standard error, whatever characters a file name brought along."""
    shown = "".join(character if character.isprintable() else "\ufffd" for character in line)
    print(f"extract: {shown}", file=sys.stderr)


def _refuse(line: str) -> NoReturn:
    _say(line)
    raise typer.Exit(USAGE)
