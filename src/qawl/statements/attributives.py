"""Attributive expressions: وفقا للوزارة, على حد قوله, بحسب ما أعلنه الوزير."""

from __future__ import annotations

from qawl.lexicon import Lexicon
from qawl.lexicon import tags as t
from qawl.lexicon.load import Row
from qawl.lexicon.word import Entry, Word
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import COMMAS, Scene
from qawl.statements.circumstances import past
from qawl.statements.draft import Draft
from qawl.statements.headlines import HEADLINE_NOUNS

_LONGEST_BEFORE_PARENTHESIS = 12
_LONGEST_RELATIVE = 25
_DASHES = ("-", "–", "—", "ـ", "ــ")
_LONGEST_ADDRESSEE = 6
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
    if at >= end or scene.tokens[at].word.preposition != "ل" or not scene.tokens[at].word.tags & t.LISTENER:
        return at
    listener = noun_phrase(scene, at, end, frozenset(), attached=True)
    return listener.end if listener is not None else at


def _told(scene: Scene, source: Phrase, end: int) -> bool:
    """كما ترفض الاتهامات، كما أعلنت الهيئة فوز القائمة: the verb has a content of its own."""
    head = scene.tokens[source.start].word
    acts = head.tags & (t.VERBAL_NOUN | t.CLAIM_NOUN) and not source.head & HEADLINE_NOUNS
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
    goes_on = _main_clause(scene, source.end, end)
    leading = (
        at == lowest
        or _opens_clause(scene, at)
        or tokens[at].word.conjunction == "و"
        and (goes_on >= 0 or source.end < end and tokens[source.end].word.text in COMMAS)
    )
    if leading and position != "trailing":
        start = source.end
        if goes_on >= 0 and (tokens[start].word.text not in COMMAS or goes_on == start + 1):
            start = goes_on
        if start < end and tokens[start].word.text in _DASHES:
            start = past(scene, start, tokens[start].word.text, end)  # نقلا عن رويترز -بتصرف-: …
        while start < end and tokens[start].word.text in (*COMMAS, ":"):
            start += 1
        if start < end and tokens[start].word.tags & t.RELATIVE:
            close = next(
                (
                    k
                    for k in range(start, min(end, start + _LONGEST_RELATIVE))
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
    after_source = _past_addressee(scene, source.end, end)
    dashed = (
        at > 0
        and tokens[at - 1].word.text in _DASHES
        and after_source < end - 1
        and tokens[after_source].word.text in _DASHES
    )
    begins: int | None = None
    if dashed:
        outer = next((d for d in reversed(drafts) if d.cue < at and 0 <= d.start < at), None)
        begins = outer.start if outer is not None else _clause_start(scene, at - 1, lowest)
    elif (
        after_source + 2 < end
        and tokens[after_source].word.text in (*COMMAS, *_DASHES)
        and at > 0
        and tokens[at - 1].word.text in (*COMMAS, *_DASHES)
        and at - lowest <= _LONGEST_BEFORE_PARENTHESIS
        and not _goes_elsewhere(tokens[after_source + 1].word)
        and not any(d.cue < at for d in drafts)
    ):
        begins = lowest
    elif _parenthesis(scene, at, after_source, end):
        outer = next((d for d in reversed(drafts) if d.cue < at and 0 <= d.start < at), None)
        begins = max(outer.start if outer is not None else lowest, _clause_start(scene, at - 1, lowest))
    elif (
        (
            _continues(scene, source.end, end)
            or tokens[at - 1].word.kind == "word"
            and _wanted(scene, source, end)
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


def _opens_clause(scene: Scene, at: int) -> bool:
    """Whether a clause begins with the expression: أنه، وفقا للتقرير، …; التي بحسب وصفه …; هي: وفق …"""
    before = scene.tokens[at - 1].word
    if before.text in COMMAS and at > 1:
        before = scene.tokens[at - 2].word
    return bool(before.tags & (t.COMPLEMENTIZER | t.RELATIVE)) or before.text == ":"


def _main_clause(scene: Scene, at: int, end: int) -> int:
    """Where the main clause begins behind a source and what belongs to it: حسب الوزارة فإن …، وفقا للجنة التي
    … فقد …; -1 where no word shows it.
    """
    for k in range(at, min(end, at + _LONGEST_RELATIVE)):
        word = scene.tokens[k].word
        if word.conjunction == "ف" and word.tags & t.COMPLEMENTIZER or word.key == "فقد":
            return k
    return -1


def _parenthesis(scene: Scene, at: int, close: int, end: int) -> bool:
    """Whether the expression stands between commas in a clause that waits for a preposition or أن: عادة يرجع
    تاريخها، حسب المصادر، إلى العصر الأموي.
    """
    tokens = scene.tokens
    if (
        at < 1
        or scene.inside[at] >= 0
        or close + 2 >= end
        or any(tokens[k].word.text not in COMMAS for k in (at - 1, close))
    ):
        return False
    word, following = tokens[close + 1].word, tokens[close + 2].word
    if word.conjunction or following.tags & (t.SETTING | t.TIME):
        return False
    return bool(word.tags & t.PREPOSITION) or bool(word.tags & t.COMPLEMENTIZER) and word.alef != "i"


def _continues(scene: Scene, at: int, end: int) -> bool:
    """Whether the clause around the expression goes on with أن: واللافت بحسب التقرير أن …"""
    if at < end and scene.tokens[at].word.text in COMMAS:
        at += 1
    word = scene.tokens[at].word if at < end else None
    return (
        word is not None and bool(word.tags & t.COMPLEMENTIZER) and not word.conjunction and word.alef != "i"
    )


def _wanted(scene: Scene, source: Phrase, end: int) -> bool:
    """Whether the clause around the expression, with no comma between, waits for what follows the source:
    تضم الفرق حسب الوزارة ممثلين عن …, الطول بحسب المصادر نحو متر.
    """
    if source.end >= end:
        return False
    word = scene.tokens[source.end].word
    if word.kind == "number":
        return True
    telling = t.PREPOSITION | t.CONNECTIVE | t.RELATIVE | t.DEMONSTRATIVE | t.TIME | t.SETTING | t.ATTRIBUTIVE
    free = not (word.article or word.conjunction or word.preposition or word.tags & telling or word.forms)
    relative = word.tags & t.VERB and not scene.tokens[source.start].word.article and not source.named
    return word.kind == "word" and free and not relative


def _clause_start(scene: Scene, at: int, lowest: int) -> int:
    """Where the clause that ends before token `at` begins: after the nearest comma or connective."""
    while at > lowest:
        before = scene.tokens[at - 1].word
        if before.text in COMMAS or before.tags & t.CONNECTIVE:
            break
        at -= 1
    return at


def _past_addressee(scene: Scene, at: int, end: int) -> int:
    """Past whom it was said to (… لـ«النهار»،) up to the sign that closes the parenthesis; else `at`."""
    if (
        at >= end
        or scene.tokens[at].word.preposition != "ل"
        and scene.tokens[at].word.text not in ("ل", "لـ")
    ):
        return at
    for k in range(at, min(at + _LONGEST_ADDRESSEE, end)):
        if scene.tokens[k].word.text in (*COMMAS, *_DASHES):
            return k
    return at


def _goes_elsewhere(word: Word) -> bool:
    """Whether what follows the source is no part of the clause before it: a connective, و, a participle of
    saying.
    """
    return bool(
        word.conjunction or word.tags & (t.CONNECTIVE | t.RELATIVE) or any(f.tense == "a" for f in word.forms)
    )
