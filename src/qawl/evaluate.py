"""Records against gold: how many statements were found, how much of each, and by whom they were said.

A folder of gold holds `articles/NAME.txt` and `statements/NAME.jsonl`; `check.txt`, where there is one, names
the articles whose errors are never listed, so that they stay unread. A record is paired with the statement
whose content shares the most words with it, one to one, best pairs first. docs/accuracy.md says what each
figure means.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath
from typing import TypeVar

import msgspec
from msgspec import Struct

from qawl.lexicon import Lexicon
from qawl.model import Article, Form, SpeakerKind, StatementType
from qawl.pipeline import analyse
from qawl.read.errors import InputError
from qawl.records import records_of

LEVELS = ("found", "content", "exact", "speaker", "full")
"""found: Dice of the contents' words at least 0.5; content: at least 0.8; exact: the same words; speaker: found,
and the right speaker; full: content and the right speaker."""

OF_FOUND = ("speaker", "type", "form", "cue", "kind", "source")
"""What is counted as right among the statements found."""

GROUPS = ("all", "clause", "direct+mixed", "nominal")
"""A pair counts in a group where statement and record both belong to it."""

ERROR_KINDS = ("missed", "spurious", "boundary", "speaker", "type", "form")

_FOUND, _CONTENT, _COPY = 0.5, 0.8, 0.9

# The measure's own reading of a word. It is coarser than `fold.key` and must stay as it is: another reading, or
# another list, would change every figure, and figures of different days could no longer be compared.
_INVISIBLE = re.compile(
    r"[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_WORD = re.compile(rf"[^\W_](?:[^\W_]|{_INVISIBLE.pattern})*")
_LETTERS = str.maketrans(dict(zip("أإآٱىیةؤئگڤپچژک", "ااااييهويكفبجزك", strict=True)))
_COMPLEMENTIZERS = frozenset("ان بان فان وان".split())
_TITLES = frozenset(
    "السيد السيده الدكتور د الرئيس الوزير وزير الشيخ الامير الملك الجنرال اللواء العميد السفير المهندس النائب"
    " البروفيسور الاستاذ".split()
)


class GoldStatement(Struct, frozen=True):
    """A line of `statements/NAME.jsonl`; positions as in the record. `optional`: counts neither way."""

    type: StatementType
    spans: tuple[tuple[int, int], ...]
    form: Form = "clause"
    kind: SpeakerKind | None = None
    cue: tuple[int, int] | None = None
    source: tuple[int, int] | None = None
    speaker: str | None = None
    aliases: tuple[str, ...] = ()
    optional: bool = False


class Place(Struct, frozen=True):
    """A stretch of the text."""

    start: int
    end: int


class Who(Struct, frozen=True):
    """The speaker of a record."""

    name: str | None = None
    kind: str | None = None


class Predicted(Struct, frozen=True):
    """What is measured of a record, this program's or another's."""

    path: str
    spans: tuple[tuple[int, int], ...]
    type: str | None = None
    form: str = "clause"
    cue: Place | None = None
    source: Place | None = None
    speaker: Who | None = None

    @property
    def name(self) -> str | None:
        """The speaker's name."""
        return self.speaker.name if self.speaker else None


class Gold(Struct, frozen=True):
    """The articles to score, by name: text and statements. `unread` are those whose errors are not listed."""

    texts: dict[str, str]
    statements: dict[str, tuple[GoldStatement, ...]]
    articles: frozenset[str]
    unread: frozenset[str]


class Ratio(Struct, frozen=True):
    """Precision, recall and their harmonic mean, from 0 to 1."""

    p: float
    r: float
    f1: float


class Figures(Struct, frozen=True):
    """The figures of one group. `levels` by `LEVELS`, `of_found` by `OF_FOUND`."""

    gold: int
    predicted: int
    levels: dict[str, Ratio]
    of_found: dict[str, float]

    def to_dict(self) -> dict[str, object]:
        """One flat dictionary, the levels beside the counts."""
        ratios = {level: msgspec.to_builtins(ratio) for level, ratio in self.levels.items()}
        return {"gold": self.gold, "predicted": self.predicted, **ratios, "of_found": self.of_found}


class Mistake(Struct, frozen=True):
    """One error: its kind, the article, what the gold has and what was got, None where there is nothing."""

    kind: str
    article: str
    gold: str | None
    got: str | None


class Evaluation(Struct, frozen=True):
    """The figures by group, the errors of the articles that may be read, the records that name no article."""

    articles: int
    groups: dict[str, Figures]
    mistakes: tuple[Mistake, ...]
    unknown: int

    def to_dict(self) -> dict[str, object]:
        """The figures alone, as `--json` writes them."""
        return {"docs": self.articles, **{group: figures.to_dict() for group, figures in self.groups.items()}}


# Reading


def read_gold(folder: Path, docs: Path | None = None) -> Gold:
    """The gold in `folder`; of the articles only those that the file `docs` names, one a line.

    Raises InputError, naming file and line, where something cannot be read.
    """
    only = frozenset(_text(docs).split()) if docs else None
    articles = sorted((folder / "articles").glob("*.txt"))
    texts, statements = {}, {}
    for path in articles:
        annotated = folder / "statements" / f"{path.stem}.jsonl"
        if (only is None or path.stem in only) and annotated.exists():
            texts[path.stem] = _text(path)
            statements[path.stem] = tuple(_lines(annotated, GoldStatement))
    if not texts:
        raise InputError(
            str(folder), "no articles/NAME.txt with statements/NAME.jsonl to score", "name a folder of gold"
        )
    check = folder / "check.txt"
    unread = frozenset(_text(check).split()) if check.exists() else frozenset()
    return Gold(texts, statements, frozenset(path.stem for path in articles), unread)


def read_predicted(path: Path) -> list[Predicted]:
    """The records in a file of JSON Lines. Raises InputError with file and line."""
    return list(_lines(path, Predicted))


def predict(gold: Gold, lexicon: Lexicon) -> list[Predicted]:
    """What this program finds in the articles to score."""
    found = []
    for name, text in gold.texts.items():
        records = records_of(analyse(Article(text, f"{name}.txt"), lexicon))
        found += msgspec.convert([record.to_dict() for record in records], list[Predicted])
    return found


def _text(path: Path) -> str:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return file.read()
    except OSError as error:
        raise InputError(
            str(path), f"cannot be read ({error.strerror})", "check its name and permissions"
        ) from None
    except UnicodeDecodeError:
        raise InputError(str(path), "is not UTF-8", "save it as UTF-8") from None


_Line = TypeVar("_Line", GoldStatement, Predicted)


def _lines(path: Path, kind: type[_Line]) -> Iterable[_Line]:
    decoder = msgspec.json.Decoder(kind)
    for number, line in enumerate(_text(path).split("\n"), 1):
        if line.strip():
            try:
                yield decoder.decode(line)
            except msgspec.MsgspecError as error:
                raise InputError(f"{path}:{number}", f"no statement: {error}", "correct the line") from None


# Words and names


def _folded(text: str) -> str:
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).translate(_LETTERS).lower()


def _words(text: str, spans: Iterable[tuple[int, int]]) -> dict[int, str]:
    """The words in the spans by where they start, folded."""
    return {
        start + word.start(): _folded(word.group())
        for start, end in spans
        for word in _WORD.finditer(text[start:end])
    }


def _content(text: str, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Where the words of a content start, without complementizers at its head."""
    words = list(_words(text, spans).items())
    head = next((at for at, (_, word) in enumerate(words) if word not in _COMPLEMENTIZERS), len(words))
    return frozenset(start for start, _ in words[head:])


def _dice(one: frozenset[int], other: frozenset[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _name(name: str) -> str:
    """A name to compare: its words folded, without titles before it."""
    words = _WORD.findall(_folded(name))
    while len(words) > 1 and words[0] in _TITLES:
        del words[0]
    return " ".join(words)


def _same_speaker(wanted: GoldStatement, got: Predicted) -> bool:
    names = {_name(name) for name in (wanted.speaker, *wanted.aliases) if name}
    return _name(got.name) in names if got.name else not names


def _same_source(text: str, wanted: GoldStatement, got: Predicted) -> bool:
    if not wanted.source or not got.source:
        return not wanted.source and not got.source
    there = _content(text, [(got.source.start, got.source.end)])
    return _dice(_content(text, [wanted.source]), there) >= _CONTENT


def _same_cue(wanted: GoldStatement, got: Predicted) -> bool:
    return bool(wanted.cue and got.cue and got.cue.start < wanted.cue[1] and got.cue.end > wanted.cue[0])


# Scoring


class _Scored(Struct, frozen=True):
    """One article's statements and records, paired: `(statement, record, Dice)`.

    `counts` says of each statement whether it counts; `harmless` are the records that count neither way, because
    they give an optional statement.
    """

    text: str
    wanted: tuple[GoldStatement, ...]
    got: tuple[Predicted, ...]
    pairs: tuple[tuple[int, int, float], ...]
    counts: tuple[bool, ...]
    harmless: frozenset[int]


def evaluate(gold: Gold, predicted: Iterable[Predicted]) -> Evaluation:
    """The figures of the records against the gold; records of articles that are not scored are left out."""
    by_article: dict[str, list[Predicted]] = {name: [] for name in gold.texts}
    unknown = 0
    for record in predicted:
        name = PurePath(record.path).name.removesuffix(".txt")
        if name in by_article:
            by_article[name].append(record)
        else:
            unknown += name not in gold.articles
    scored = {
        name: _scored(text, gold.statements[name], by_article[name]) for name, text in gold.texts.items()
    }
    mistakes = [
        mistake for name, one in scored.items() if name not in gold.unread for mistake in _mistakes(name, one)
    ]
    groups = {group: _figures(group, scored.values()) for group in GROUPS}
    mistakes.sort(key=lambda mistake: ERROR_KINDS.index(mistake.kind))
    return Evaluation(len(scored), groups, tuple(mistakes), unknown)


def _scored(text: str, wanted: tuple[GoldStatement, ...], got: Sequence[Predicted]) -> _Scored:
    contents = [_content(text, statement.spans) for statement in wanted]
    found = [_content(text, record.spans) for record in got]
    pairs = _pairs(wanted, got, contents, found)
    counts = _counting(text, wanted, {i: overlap for i, _, overlap in pairs})
    paired = {j: i for i, j, _ in pairs}
    optional = [content for content, counted in zip(contents, counts, strict=True) if not counted]
    harmless = frozenset(
        j
        for j, content in enumerate(found)
        if (
            not counts[paired[j]]
            if j in paired
            else any(_dice(other, content) >= _FOUND for other in optional)
        )
    )
    return _Scored(text, wanted, tuple(got), pairs, counts, harmless)


def _pairs(
    wanted: Sequence[GoldStatement],
    got: Sequence[Predicted],
    contents: Sequence[frozenset[int]],
    found: Sequence[frozenset[int]],
) -> tuple[tuple[int, int, float], ...]:
    """Statements and records one to one, most overlap first; of equals the one with the right speaker."""
    possible = sorted(
        (-overlap, not _same_speaker(wanted[i], got[j]), i, j)
        for i, content in enumerate(contents)
        for j, other in enumerate(found)
        if (overlap := _dice(content, other)) >= _FOUND
    )
    pairs: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for overlap, _, i, j in possible:
        if i not in pairs and j not in used:
            pairs[i] = (j, -overlap)
            used.add(j)
    return tuple((i, j, overlap) for i, (j, overlap) in pairs.items())


def _counting(text: str, wanted: Sequence[GoldStatement], overlaps: dict[int, float]) -> tuple[bool, ...]:
    """Whether each statement counts: not the optional ones.

    Of a text that stands twice in the article, the copy that was found counts in the place of the other.
    """
    counts = [not statement.optional for statement in wanted]
    words = [Counter(_words(text, statement.spans).values()) for statement in wanted]
    for i, statement in enumerate(wanted):
        if not counts[i] or overlaps.get(i) == 1.0:
            continue
        for k, other in enumerate(wanted):
            if counts[k] or other.speaker != statement.speaker or overlaps.get(k, 0) <= overlaps.get(i, 0):
                continue
            if 2 * (words[i] & words[k]).total() / (words[i].total() + words[k].total()) >= _COPY:
                counts[i], counts[k] = False, True
                break
    return tuple(counts)


def _belongs(group: str, one: GoldStatement | Predicted) -> bool:
    if group == "direct+mixed":
        return one.type in ("direct", "mixed")
    return group in ("all", one.form)


def _figures(group: str, articles: Iterable[_Scored]) -> Figures:
    tally: Counter[str] = Counter()
    for one in articles:
        tally["gold"] += sum(
            counted and _belongs(group, statement)
            for statement, counted in zip(one.wanted, one.counts, strict=True)
        )
        tally["got"] += sum(
            _belongs(group, record) and j not in one.harmless for j, record in enumerate(one.got)
        )
        for i, j, overlap in one.pairs:
            wanted, got = one.wanted[i], one.got[j]
            if one.counts[i] and _belongs(group, wanted) and _belongs(group, got):
                tally.update(_rights(one.text, wanted, got, overlap))
    found = tally["found"]
    return Figures(
        tally["gold"],
        tally["got"],
        {level: _ratio(tally[level], tally["got"], tally["gold"]) for level in LEVELS},
        {name: round(tally[name] / found, 4) if found else 0.0 for name in OF_FOUND},
    )


def _rights(text: str, wanted: GoldStatement, got: Predicted, overlap: float) -> dict[str, bool]:
    """What is right about a pair."""
    speaker = _same_speaker(wanted, got)
    return {
        "found": True,
        "content": overlap >= _CONTENT,
        "exact": overlap == 1.0,
        "speaker": speaker,
        "full": speaker and overlap >= _CONTENT,
        "type": got.type == wanted.type,
        "form": got.form == wanted.form,
        "cue": _same_cue(wanted, got),
        "kind": (got.speaker.kind if got.speaker else None) == wanted.kind,
        "source": _same_source(text, wanted, got),
    }


def _ratio(right: int, got: int, gold: int) -> Ratio:
    p, r = right / got if got else 0.0, right / gold if gold else 0.0
    return Ratio(round(p, 4), round(r, 4), round(2 * p * r / (p + r), 4) if p + r else 0.0)


# Errors


def _mistakes(article: str, one: _Scored) -> list[Mistake]:
    found = {i: (one.got[j], overlap) for i, j, overlap in one.pairs}
    paired = {j for _, j, _ in one.pairs}
    mistakes = []
    for i, wanted in enumerate(one.wanted):
        if not one.counts[i]:
            continue
        said = _shown(one.text, wanted.spans)
        if i not in found:
            mistakes.append(Mistake("missed", article, f"[{wanted.speaker}] {said}", None))
            continue
        got, overlap = found[i]
        if overlap < _CONTENT:
            mistakes.append(Mistake("boundary", article, said, _shown(one.text, got.spans)))
        if not _same_speaker(wanted, got):
            mistakes.append(Mistake("speaker", article, f"[{wanted.speaker}] {said}", f"[{got.name}]"))
        if got.type != wanted.type:
            mistakes.append(Mistake("type", article, f"{wanted.type}: {said}", got.type))
        if got.form != wanted.form:
            mistakes.append(Mistake("form", article, f"{wanted.form}: {said}", got.form))
    for j, got in enumerate(one.got):
        if j not in paired and j not in one.harmless:
            mistakes.append(Mistake("spurious", article, None, f"[{got.name}] {_shown(one.text, got.spans)}"))
    return mistakes


def _shown(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The beginning and end of a content on one line."""
    said = " ".join(" … ".join(text[start:end] for start, end in spans).split())
    return said if len(said) <= 120 else f"{said[:80]} […] {said[-35:]}"


def as_table(evaluation: Evaluation, show: int) -> str:
    """The figures in percent for people, after the first `show` errors of each kind."""
    lines = []
    if show:
        for kind in ERROR_KINDS:
            mistakes = [mistake for mistake in evaluation.mistakes if mistake.kind == kind]
            lines.append(f"{kind}: {len(mistakes)}")
            for mistake in mistakes[:show]:
                sides = (("gold", mistake.gold), ("got", mistake.got))
                lines.append(f"  {mistake.article}")
                lines += [f"    {side:4} {words}" for side, words in sides if words is not None]
        lines.append("")
    if evaluation.unknown:
        lines.append(f"{evaluation.unknown} records name no article of the gold")
    lines.append(
        f"{'group':14}{'gold':>6}{'got':>6}  " + "".join(f"{level + ' P/R/F1':>22}" for level in LEVELS)
    )
    for group, figures in evaluation.groups.items():
        ratios = "".join(
            f"{100 * ratio.p:8.1f}{100 * ratio.r:7.1f}{100 * ratio.f1:7.1f}"
            for ratio in figures.levels.values()
        )
        lines.append(f"{group:14}{figures.gold:6}{figures.predicted:6}  {ratios}")
    right = ", ".join(
        f"{name} {100 * share:.1f}%" for name, share in evaluation.groups["all"].of_found.items()
    )
    lines.append(f"of the found: {right}")
    return "\n".join(lines) + "\n"
