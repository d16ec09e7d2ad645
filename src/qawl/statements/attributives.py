"""Attributive expressions: وفقا للوزارة, على حد قوله, بحسب ما أعلنه الوزير."""

from __future__ import annotations

from qawl.lexicon import Lexicon
from qawl.lexicon import tags as t
from qawl.lexicon.load import Row
from qawl.lexicon.word import Entry
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import COMMAS, Scene
from qawl.statements.circumstances import past
from qawl.statements.clauses import (
    DASHES,
    LONGEST_RELATIVE,
    clause_start,
    continues,
    goes_elsewhere,
    main_clause,
    opens_clause,
    parenthesis,
    past_addressee,
    past_time,
    wanted,
)
from qawl.statements.draft import Draft
from qawl.statements.headlines import HEADLINE_NOUNS

_LONGEST_BEFORE_PARENTHESIS = 12
_OWNERS = t.ORGANISATION | t.MEDIA | t.NAME | t.PLACE | t.KNOWN_ORGANISATION | t.OUTLET
"""Whose estimates or data may be a source: توقعات المعهد."""


def attributive(scene: Scene, at: int, lexicon: Lexicon, drafts: list[Draft]) -> Draft | None:
    """وفقا للوزارة، …; …، بحسب مصدر: the expression at token `at` with its source, before or after the
    clause.
    """
    tokens = scene.tokens
    row, length = _expression(scene, at, lexicon)
    if row is None or at and tokens[at - 1].word.key == "على":
        return None  # على حسب المناطق
    if (
        row["sense"] == "quote"
        and at
        and any(f.entry.evidence == "strong" for f in tokens[at - 1].word.forms)
    ):
        return None  # أكدت على لسان المتحدث باسمها أن …
    before = tokens[at - 1].word if at else None
    if row["sense"] == "think" and before is not None and before.tags & t.VERB and not before.article:
        return None  # تحظى بتقدير زملائها
    takes = row["takes"].split()
    end = scene.limit(at)
    after = at + length
    cue = (tokens[at].start, tokens[after - 1].end)
    source: Phrase | None = None
    verbal = "verb" in takes or "ل+verb" in takes
    k = after
    if k < end and tokens[k].word.key in ("ما", "لما", "عما") and verbal:
        k += 1
        verbal_now = True
    else:
        verbal_now = "NP" not in takes and "verb" in takes
    if verbal_now:
        if k < end and tokens[k].word.tags & (t.PERFECTIVE | t.AUXILIARY):
            k += 1
        if k >= end or not any(f.tense in "pi" and f.entry.evidence != "light" for f in tokens[k].word.forms):
            return None
        k += 1
        while k < end and (
            tokens[k].word.tags & t.TIME or tokens[k].word.key in ("به", "عنه", "عن", "في", "على", "بذلك")
        ):
            k += 1
        k = _past_listener(scene, k, end)
        source = noun_phrase(scene, k, end, frozenset({"NP", "عن"}))
        if source is not None and _told(scene, source, end):
            return None
    else:
        wants = next((take.split("+")[0] for take in takes if "+" in take and not take.endswith("verb")), "")
        if k >= end:
            return None
        word = tokens[k].word
        if wants == "ل":
            if word.preposition == "ل":
                source = _attached_source(scene, k, end)
            elif word.text in ("ل", "لـ"):
                source = noun_phrase(scene, k + 1, end, frozenset())
        elif wants in ("عن", "إلى"):
            if word.key == {"عن": "عن", "إلى": "الى"}[wants]:
                source = noun_phrase(scene, k + 1, end, frozenset())
        else:
            source = noun_phrase(scene, k, end, frozenset())
        source = _who_made_them(scene, source, end) if source is not None else None
    if source is None or _only_pronoun(scene, source) or source.head & t.LAW and not source.named:
        return None
    if row["sense"] == "think" and not source.named and not tokens[source.start].word.tags:
        return None  # في تقدير سطوتهم، من منظور مختلف
    if not verbal_now and (_tells_no_source(scene, source) or _noun_is_cue(scene, source, end, drafts)):
        return None
    if (
        not verbal_now
        and not source.named
        and not source.head & (HEADLINE_NOUNS | t.DOCUMENT | t.QUANTIFIER | t.TITLE | t.LISTENER)
    ):
        head = tokens[source.start].word
        if (
            (row["sense"] == "think" or not any(form.tense in "ms" for form in head.forms))
            and head.article
            and (source.end - source.start > 1 or head.stem.endswith(("ة", "ات")))
        ):
            return None
    entry = Entry(row["phrase"], row["sense"], frozenset(), "clause", row.line)
    return _placed(scene, at, after, entry, source, row["position"], cue, drafts)


def _tells_no_source(scene: Scene, source: Phrase) -> bool:
    """حسب النوع، وفق أجندات سياسية، باعتراف دولي, وفقا لكل حالة: an unknown noun that is nobody's name."""
    tokens = scene.tokens
    head = tokens[source.start].word
    if head.tags & t.QUANTIFIER and source.start + 1 < source.end:
        head = tokens[source.start + 1].word
        return not head.tags and head.stem.endswith("ة")
    thing = head.rules & t.THING and not (source.named and head.tags & t.NAME)  # وفقا لعمر …
    if thing or head.tags & t.PLAIN and not head.tags & HEADLINE_NOUNS:
        return True
    if head.tags == t.VERBAL_NOUN and not head.forms:
        return True  # وفق رؤيته، بحسب الجودة
    if head.tags or head.pronoun or source.start in scene.closing:
        return False
    alone = source.end == source.start + 1
    if head.article:
        return alone and not head.stem.endswith(("ي", "ون", "ين", "ان"))
    expression = tokens[source.start - 1].word
    adjective = alone and head.key.endswith("ي") and any(form.tense in "ms" for form in expression.forms)
    owned = any(tokens[k].word.tags & _OWNERS for k in range(source.start + 1, source.end))
    return head.stem.endswith("ات") and not owned or adjective


def _noun_is_cue(scene: Scene, source: Phrase, end: int, drafts: list[Draft]) -> bool:
    """نقلا عن مصدر أمني قوله إن: the noun of saying next to the content is the cue."""
    near = range(source.start + 1, min(source.end + 2, end))
    return any(
        draft.cue in near
        and any(form.tense in "ms" and form.pronoun for form in scene.tokens[draft.cue].word.forms)
        for draft in drafts
    )


def _who_made_them(scene: Scene, source: Phrase, end: int) -> Phrase:
    """بحسب تصريحات أدلى بها فلان: who said the words that the expression names."""
    then = source.end
    if not source.head & t.DOCUMENT or source.named or then + 2 >= end:
        return source
    verb = scene.tokens[then].word
    if not (verb.forms or verb.tags & t.VERB) or not scene.tokens[then + 1].word.rules & t.RETURNING:
        return source
    person = noun_phrase(scene, then + 2, end, frozenset({"ل", "NP"}))
    return person if person is not None and person.head & HEADLINE_NOUNS else source


def _past_listener(scene: Scene, at: int, end: int) -> int:
    """Past the outlet that was told, where the speaker follows: حسبما قال لوكالة رويترز مدير الشركة."""
    told = t.LISTENER | t.MEDIA | t.OUTLET
    if at >= end or scene.tokens[at].word.preposition != "ل" or not scene.tokens[at].word.tags & told:
        return at
    listener = noun_phrase(scene, at, end, frozenset(), attached=True)
    return listener.end if listener is not None else at


def _told(scene: Scene, source: Phrase, end: int) -> bool:
    """كما ترفض الاتهامات، كما أعلنت الهيئة فوز القائمة، كما يرونه مناسبا: the verb has its own content."""
    head = scene.tokens[source.start].word
    acts = head.tags & (t.VERBAL_NOUN | t.CLAIM_NOUN) and not source.head & HEADLINE_NOUNS
    acts = acts or "\u064b" in head.text or head.key == head.stem + "ا"
    after = scene.tokens[source.end].word if source.end < end else None
    return bool(acts) or (
        after is not None
        and bool(after.tags & t.VERBAL_NOUN)
        and not (after.article or after.preposition or after.conjunction)
    )


def _only_pronoun(scene: Scene, source: Phrase) -> bool:
    """بحسب قوله، وفق تعبيره: the speaker is the one who speaks already."""
    word = scene.tokens[source.start].word
    return source.end == source.start + 1 and any(form.tense in "ms" and form.pronoun for form in word.forms)


def _expression(scene: Scene, at: int, lexicon: Lexicon) -> tuple[Row | None, int]:
    """The longest attributive expression that begins at token `at`, and its length in tokens."""
    tokens = scene.tokens
    first = tokens[at].word
    for words, row in lexicon.attributives.get(first.stem if first.conjunction else first.key, ()):
        stop = at + 1 + len(words)
        if stop <= len(tokens) and all(tokens[at + 1 + n].word.key == key for n, key in enumerate(words)):
            return row, 1 + len(words)
    return None, 0


def _attached_source(scene: Scene, at: int, end: int) -> Phrase:
    """للمتحدثة باسم الوزارة: the phrase that begins with an attached ل."""
    phrase = noun_phrase(scene, at, end, frozenset(), attached=True)
    return phrase or Phrase(at, at + 1, scene.tokens[at].word.tags, False)


def _placed(
    scene: Scene,
    at: int,
    after: int,
    entry: Entry,
    source: Phrase,
    position: str,
    cue: tuple[int, int],
    drafts: list[Draft],
) -> Draft | None:
    tokens = scene.tokens
    end = scene.limit(at)
    lowest = max(scene.inside[at] + 1, 0)
    goes_on = main_clause(scene, source.end, end)
    leading = (
        at == lowest
        or opens_clause(scene, at)
        or tokens[at].word.conjunction == "و"
        and (goes_on >= 0 or source.end < end and tokens[source.end].word.text in COMMAS)
    )
    if leading and position != "trailing":
        start = source.end
        if goes_on >= 0 and (tokens[start].word.text not in COMMAS or goes_on == start + 1):
            start = goes_on
        if start < end and tokens[start].word.text in DASHES:
            start = past(scene, start, tokens[start].word.text, end)  # نقلا عن رويترز -بتصرف-: …
        start = past_time(scene, start, end)
        while start < end and tokens[start].word.text in (*COMMAS, ":"):
            start += 1
        if start < end and tokens[start].word.tags & t.RELATIVE:
            close = next(
                (
                    k
                    for k in range(start, min(end, start + LONGEST_RELATIVE))
                    if tokens[k].word.text in COMMAS
                ),
                -1,
            )
            if close < 0:
                return None
            start = close + 1
        if start < end and tokens[start].word.tags & t.COMPLEMENTIZER and not tokens[start].word.pronoun:
            start += 1
        if start >= end - 1:
            return None
        return Draft(
            "attributive-leading",
            at,
            at,
            after,
            entry,
            source,
            start,
            "clause",
            "clause",
            False,
            because=(entry.line,),
            cue_text=cue,
        )
    after_source = past_addressee(scene, source.end, end)
    dashed = (
        at > 0
        and tokens[at - 1].word.text in DASHES
        and after_source < end - 1
        and tokens[after_source].word.text in DASHES
    )
    begins: int | None = None
    if dashed:
        outer = next((d for d in reversed(drafts) if d.cue < at and 0 <= d.start < at), None)
        begins = outer.start if outer is not None else clause_start(scene, at - 1, lowest)
    elif (
        after_source + 2 < end
        and tokens[after_source].word.text in (*COMMAS, *DASHES)
        and at > 0
        and tokens[at - 1].word.text in (*COMMAS, *DASHES)
        and at - lowest <= _LONGEST_BEFORE_PARENTHESIS
        and not goes_elsewhere(tokens[after_source + 1].word)
        and not any(d.cue < at for d in drafts)
    ):
        begins = lowest
    elif parenthesis(scene, at, after_source, end):
        outer = next((d for d in reversed(drafts) if d.cue < at and 0 <= d.start < at), None)
        begins = max(outer.start if outer is not None else lowest, clause_start(scene, at - 1, lowest))
    elif (
        (
            continues(scene, source.end, end)
            or tokens[at - 1].word.kind == "word"
            and wanted(scene, source, end)
        )
        and at - lowest <= _LONGEST_BEFORE_PARENTHESIS
        and not any(d.cue < at for d in drafts)
    ):
        begins, after_source = lowest, source.end - 1
    if begins is not None:
        return Draft(
            "attributive-inside",
            at,
            at,
            after,
            entry,
            source,
            begins,
            "around",
            "clause",
            False,
            content_end=at - 1 if dashed else at,
            second=(after_source + 1, end),
            because=(entry.line,),
            cue_text=cue,
        )
    return Draft(
        "attributive-trailing",
        at,
        at,
        after,
        entry,
        source,
        lowest,
        "before",
        "clause",
        True,
        content_end=at,
        because=(entry.line,),
        cue_text=cue,
    )
