"""Turn the annotations a person writes into the gold a scorer reads.

    python tests/gold/compile.py            writes statements/NAME.jsonl for every annotated/NAME.txt
    python tests/gold/compile.py --check    writes nothing; fails where a file is not what would be written

`README.md` beside this file describes the annotation format. An annotation names words of
`articles/NAME.txt`; compiling finds them and writes their `[start, end)` offsets in Unicode code points of
the article as decoded (a BOM not counted, newlines as in the file). Whatever is not found, or could be meant
in two places, is refused with the annotation's file and line.
Exit code 0 all well, 1 something refused or stale, 2 usage.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

TYPES = ("direct", "indirect", "mixed")
FORMS = ("clause", "nominal")
KINDS = ("person", "organisation", "place", "group", "unnamed", "document")
REQUIRED = ("type", "form", "content", "cue", "source", "speaker", "kind")
KEYS = (*REQUIRED, "aliases", "optional")
ELLIPSIS = " … "
OCCURRENCE = re.compile(r"(?P<words>.+?)\s*@(?P<number>[1-9][0-9]*)")


class AnnotationError(Exception):
    """What is wrong and where: the message is `file:line: reason`."""


class Place(NamedTuple):
    """A half-open stretch of the article."""

    start: int
    end: int


@dataclass(frozen=True)
class Field:
    """One line of a block: its key, its value and where it stands in the annotation file."""

    key: str
    value: str
    where: str


@dataclass(frozen=True)
class Block:
    """One statement as a person wrote it; `where` is its first line."""

    fields: tuple[Field, ...]
    where: str

    def all(self, key: str) -> list[Field]:
        """The lines with this key, in their order."""
        return [field for field in self.fields if field.key == key]

    def one(self, key: str) -> Field:
        """The only line with this key; AnnotationError where there is none or a second one."""
        found = self.all(key)
        if not found:
            raise AnnotationError(f"{self.where}: the statement has no line `{key}:`")
        if len(found) > 1:
            raise AnnotationError(f"{found[1].where}: a second line `{key}:`; only content may stand twice")
        return found[0]


def read_blocks(annotation: str, name: str) -> list[Block]:
    """The statements of an annotation file; `name` is what errors call the file."""
    blocks: list[Block] = []
    for number, line in enumerate(annotation.splitlines(), start=1):
        where = f"{name}:{number}"
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        if stripped == "statement":
            blocks.append(Block((), where))
            continue
        key, colon, value = (part.strip() for part in stripped.partition(":"))
        if not colon or key not in KEYS or not value:
            raise AnnotationError(
                f"{where}: neither `statement` nor a comment nor `key: value` with a known key"
            )
        if not blocks:
            raise AnnotationError(f"{where}: stands before the first line `statement`")
        last = blocks[-1]
        blocks[-1] = Block((*last.fields, Field(key, value, where)), last.where)
    return blocks


def occurrences(text: str, words: str) -> list[Place]:
    """Where `words` stand in the text as whole words."""
    before = r"(?<!\w)" if re.match(r"\w", words) else ""
    after = r"(?!\w)" if re.search(r"\w\Z", words) else ""
    return [Place(*match.span()) for match in re.finditer(before + re.escape(words) + after, text)]


def split_number(field: Field) -> tuple[str, int | None]:
    """The words of a field, and n where they end in `@n`."""
    match = OCCURRENCE.fullmatch(field.value)
    return (match["words"], int(match["number"])) if match else (field.value, None)


def numbered(text: str, words: str, number: int, where: str) -> Place:
    """The occurrence of that number, from 1."""
    places = occurrences(text, words)
    if len(places) < number:
        raise AnnotationError(f"{where}: `{words}` stands {len(places)} times in the article, not {number}")
    return places[number - 1]


def content_place(text: str, field: Field) -> Place:
    """The stretch that a `content:` line names, either in full or as `first words … last words`."""
    words, number = split_number(field)
    first, ellipsis, last = words.partition(ELLIPSIS)
    if number is None:
        places = occurrences(text, first)
        if len(places) != 1:
            how = "is not in the article" if not places else f"stands {len(places)} times; end the line in @n"
            raise AnnotationError(f"{field.where}: `{first}` {how}")
        number = 1
    start, end = numbered(text, first, number, field.where)
    if not ellipsis:
        return Place(start, end)
    ends = [place for place in occurrences(text, last) if place.start >= end]
    if not ends:
        raise AnnotationError(f"{field.where}: `{last}` does not stand after `{first}`")
    if len(ends) > 1 and "\n" not in text[ends[0].end : ends[1].start]:
        raise AnnotationError(f"{field.where}: `{last}` stands twice in its paragraph; give more last words")
    return Place(start, ends[0].end)


def distance(place: Place, anchors: list[Place]) -> int:
    """How many code points lie between a place and the nearest anchor; 0 where they touch or overlap."""
    return min(max(anchor.start - place.end, place.start - anchor.end, 0) for anchor in anchors)


def nearest(text: str, field: Field, anchors: list[Place], outside: list[Place]) -> Place:
    """The occurrence of the number given, else the nearest to the anchors that touches none of `outside`."""
    words, number = split_number(field)
    if number is not None:
        return numbered(text, words, number, field.where)
    free = [
        place
        for place in occurrences(text, words)
        if not any(place.start < other.end and other.start < place.end for other in outside)
    ]
    if not free:
        raise AnnotationError(f"{field.where}: `{words}` is not in the article outside the content")
    ranked = sorted(free, key=lambda place: distance(place, anchors))
    if len(ranked) > 1 and distance(ranked[0], anchors) == distance(ranked[1], anchors):
        raise AnnotationError(f"{field.where}: `{words}` stands twice as near; end the line in @n")
    return ranked[0]


def choice(block: Block, key: str, allowed: tuple[str, ...]) -> str:
    """The value of a line that must be one of a few words."""
    field = block.one(key)
    if field.value not in allowed:
        raise AnnotationError(f"{field.where}: {key} is `{field.value}`, not one of {', '.join(allowed)}")
    return field.value


def compile_block(block: Block, text: str, doc: str) -> dict[str, object]:
    """The gold record of one annotated statement of the article `text`."""
    spans = [content_place(text, field) for field in block.all("content")]
    if not spans:
        raise AnnotationError(f"{block.where}: the statement has no line `content:`")
    if any(left.end > right.start for left, right in zip(spans, spans[1:], strict=False)):
        raise AnnotationError(f"{block.all('content')[1].where}: spans overlap or stand out of order")
    cue = nearest(text, block.one("cue"), spans, spans)
    source = block.one("source")
    mention = None if source.value == "none" else nearest(text, source, [cue], [cue])
    record: dict[str, object] = {
        "doc": doc,
        "type": choice(block, "type", TYPES),
        "form": choice(block, "form", FORMS),
        "spans": spans,
        "cue": cue,
        "source": mention,
        "speaker": block.one("speaker").value,
        "kind": choice(block, "kind", KINDS),
    }
    if block.all("aliases"):
        record["aliases"] = [name.strip() for name in block.one("aliases").value.split("|")]
    if block.all("optional"):
        choice(block, "optional", ("true",))
        record["optional"] = True
    return record


def compile_annotation(annotation: str, text: str, doc: str, name: str) -> str:
    """The JSON Lines of one article's gold, in the annotation's order; AnnotationError on the first fault."""
    records = [compile_block(block, text, doc) for block in read_blocks(annotation, name)]
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def compile_file(annotated: Path) -> str:
    """What statements/NAME.jsonl must hold for annotated/NAME.txt."""
    article = annotated.parent.parent / "articles" / annotated.name
    if not article.exists():
        raise AnnotationError(f"{annotated}:1: there is no article {article}")
    with article.open(encoding="utf-8-sig", newline="") as stream:
        text = stream.read()
    return compile_annotation(annotated.read_text("utf-8"), text, annotated.stem, str(annotated))


def stray_files(gold: Path) -> list[str]:
    """Articles without an annotation and statements without one."""
    annotated = {path.stem for path in (gold / "annotated").glob("*.txt")}
    others = [*(gold / "articles").glob("*.txt"), *(gold / "statements").glob("*.jsonl")]
    unknown = [path for path in sorted(others) if path.stem not in annotated]
    return [f"{path}: there is no annotated/{path.stem}.txt" for path in unknown]


def main(arguments: list[str] | None = None) -> int:
    """Compile or check every annotation beside this file; the exit code."""
    parser = argparse.ArgumentParser(description="Turn annotated/*.txt into statements/*.jsonl.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where statements/ is stale")
    check = parser.parse_args(arguments).check
    gold = Path(__file__).parent
    problems = stray_files(gold)
    for annotated in sorted((gold / "annotated").glob("*.txt")):
        target = gold / "statements" / f"{annotated.stem}.jsonl"
        try:
            wanted = compile_file(annotated)
        except AnnotationError as error:
            problems.append(str(error))
            continue
        if not check:
            target.write_text(wanted, "utf-8")
        elif not target.exists() or target.read_text("utf-8") != wanted:
            problems.append(f"{target}: not up to date; run python tests/gold/compile.py")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
