"""The command `extract`: options, exit codes, progress. The only module that prints.

Records go to standard output or `-o FILE` and nothing else does; all talk goes to standard error. What
costs time to import is imported where it is used: help, usage errors and the first record come at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, get_args

import typer

from qawl import __version__
from qawl.model import Form, StatementType

if TYPE_CHECKING:
    from qawl.batch import Extracted
    from qawl.read.errors import InputError
    from qawl.records import Record
    from qawl.select import Selection

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


@main.command(epilog="Exit status: 0 all well, 1 some input failed, 2 wrong usage.")
def quotes(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Files, directories (their .txt files and those below), glob patterns; - is standard input.",
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
            help="Write to FILE, complete or not at all.",
            show_default=False,
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="The encoding of the input. Without it: a byte-order mark, else UTF-8, else windows-1256.",
            show_default=False,
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but failures.")] = False,
) -> None:
    """Write every statement in Arabic news articles as a line of JSON: who said it, what, where it stands.

    \b
    extract quotes article.txt
    extract quotes news/ -o statements.jsonl
    extract quotes news/ --speaker Zakharova --type direct
    cat article.txt | extract quotes
    """
    from qawl.read.decode import is_encoding
    from qawl.read.inputs import STDIN, find_inputs
    from qawl.select import Selection
    from qawl.write.target import obstacle

    if encoding is not None and not is_encoding(encoding):
        _refuse(f"unknown encoding {encoding!r}; use a name such as utf-8, utf-16, windows-1256, iso-8859-6")
    if output is not None and (reason := obstacle(output)):
        _refuse(f"{output}: cannot be written ({reason}); choose another place for the output")
    if not paths:
        if sys.stdin is None or sys.stdin.isatty():
            _refuse(
                "nothing to read; name files or directories, or pipe an article in (extract quotes --help)"
            )
        paths = [STDIN]
    run = Run(list(find_inputs(paths)), encoding, quiet)
    run.write(Selection(tuple(speaker or ()), tuple(type_ or ()), tuple(form or ())), output)
    run.summarise()
    if run.failed:
        raise typer.Exit(FAILED)


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


class Run:
    """One run of `quotes`: writes what was found and keeps count of what became of the inputs."""

    def __init__(self, inputs: list[str | InputError], encoding: str | None, quiet: bool) -> None:
        self.inputs = inputs
        self.encoding = encoding
        self.quiet = quiet
        self.articles = 0
        self.statements = 0
        self.speakers: set[str] = set()
        self.guessed: list[str] = []
        self.failed = 0

    def write(self, selection: Selection, output: str | None) -> None:
        """The records of each input that the selection keeps, as soon as that input is done."""
        from qawl import lexicon
        from qawl.batch import extract_each
        from qawl.read.errors import InputError
        from qawl.write.jsonl import encode_lines
        from qawl.write.target import open_target

        try:
            compiled = lexicon.load()
        except lexicon.LexiconError as error:  # Its tables are there to be edited, by linguists too.
            _refuse(f"lexicon: {error}")
        try:
            with open_target(output) as target, self._progress(output) as advance:
                for done in extract_each(self.inputs, compiled, self.encoding):
                    if isinstance(done, InputError):
                        self.failed += 1
                        _say(str(done))
                    else:
                        records = [record for record in done.records if selection.keeps(record)]
                        target.write(encode_lines(records))
                        target.flush()
                        self._count(done, records)
                    advance()
        except BrokenPipeError:  # The reader has seen enough: `extract quotes … | head -1`.
            raise typer.Exit from None
        except OSError as error:
            where = output or "standard output"
            _say(f"{where}: cannot be written ({error.strerror}); make room or write elsewhere")
            raise typer.Exit(FAILED) from None

    def _count(self, done: Extracted, records: list[Record]) -> None:
        self.articles += 1
        self.statements += len(records)
        self.speakers.update(record.speaker.name for record in records if record.speaker)
        if done.guessed:
            self.guessed.append(done.path)

    def summarise(self) -> None:
        """The last words of the run."""
        if self.quiet:
            return
        if self.guessed:
            others = f" and {len(self.guessed) - 1} more" if len(self.guessed) > 1 else ""
            _say(f"{self.guessed[0]}{others}: read as windows-1256, not being UTF-8; --encoding overrides")
        failed = f"; {self.failed} failed" if self.failed else ""
        _say(
            f"{_counted(self.articles, 'article')}, {_counted(self.statements, 'statement')}"
            f" by {_counted(len(self.speakers), 'speaker')}{failed}"
        )

    @contextmanager
    def _progress(self, output: str | None) -> Iterator[Callable[[], object]]:
        """A bar on the terminal where there is something to wait for and no records run over it."""
        records_in_view = output is None and os.isatty(STDOUT)
        if self.quiet or records_in_view or len(self.inputs) < 2 or not sys.stderr.isatty():
            yield lambda: None
            return
        from rich.console import Console
        from rich.progress import Progress

        with Progress(console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
            task = progress.add_task("articles", total=len(self.inputs))
            yield lambda: progress.advance(task)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _say(line: str) -> None:
    """One line on standard error, whatever characters a file name brought along."""
    shown = "".join(character if character.isprintable() else "\ufffd" for character in line)
    print(f"extract: {shown}", file=sys.stderr)


def _refuse(line: str) -> NoReturn:
    _say(line)
    raise typer.Exit(USAGE)
