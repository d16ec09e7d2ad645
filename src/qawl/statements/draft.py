"""An attribution found, before its content has an end."""

from __future__ import annotations

from msgspec import Struct

from qawl.lexicon.word import Entry
from qawl.phrases import Phrase
from qawl.statements.openings import Content


class Draft(Struct, frozen=True):
    """Cue, source and where the content begins; `content_end` where the construction itself knows it, else
    -1.

    `begin` is the first token of the attribution (its subject or connective), where a content before it must
    end. `sibling` says whether it ends a content that is running when it begins, or is nested in it.
    `cue_end` is past the cue's last token. `via` holds token spans with the role of each. `voice` is the
    token that shows who speaks where the cue does not: بحسب ما ذكرته, else -1.
    """

    rule: str
    begin: int
    cue: int
    cue_end: int
    entry: Entry
    source: Phrase | None
    start: int
    by: str
    form: str
    sibling: bool
    content_end: int = -1
    second: tuple[int, int] | None = None
    via: tuple[tuple[int, int, str], ...] = ()
    because: tuple[str, ...] = ()
    cue_text: tuple[int, int] | None = None
    voice: int = -1


def is_noun(draft: Draft) -> bool:
    """Whether the content is a noun, or a noun with what it is held to be: اعتبر القرار خطأ."""
    return draft.form == "nominal" or draft.by == "object"


def at_word(
    construction: str,
    at: int,
    entry: Entry,
    source: Phrase | None,
    found: Content,
    sibling: bool,
    via: tuple[tuple[int, int, str], ...] = (),
    why: tuple[str, ...] = (),
) -> Draft:
    """The attribution that begins with its cue, the word at `at`, and whose content was found behind it.
    `why` is what `because` holds beside the cue's line.
    """
    return Draft(
        f"{construction}-{found.by}",
        at,
        at,
        at + 1,
        entry,
        source,
        found.start,
        found.by,
        found.form,
        sibling,
        via=via,
        because=(f"{entry.line} {entry.lemma}", *why),
    )
