"""Verbs whose content stands before them: a quotation right before, or the sentence before."""

from __future__ import annotations

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.word import Entry
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import COMMAS, Scene
from qawl.statements.draft import Draft
from qawl.statements.namesinmarks import LONGEST_NAME, named
from qawl.statements.openings import is_content_quotation
from qawl.statements.shortquotation import belongs

_TELLS = frozenset({"say", "explain", "confirm", "stress", "mention", "announce", "reveal", "add"})
"""Senses of verbs with which هذا ما points back."""
_TOLD_OF = frozenset({"describe", "express"})
"""Senses of verbs that take no quotation, with which هكذا and بهذه الكلمات point to one."""
BEFORE_IT = "the quotation before it"
"""What `because` tells of a content before its cue."""
_SPEAKERS = t.ROLE | t.TITLE | t.ORGANISATION | t.KNOWN_ORGANISATION
_LONGEST_ASIDE = 12
_SHORTEST_QUOTATION = 3
_SHORTEST_APART = 2
"""Words of a quotation before its verb, and of one that stands alone: «لن نستسلم»، قال فلان."""
_LONGEST_GAP = 40
"""Blanks between two sentences."""
_SPOKEN = ('"', "»", "”", "؟", "?")
_APART = (*COMMAS, "..", "...", "…")
_BETWEEN = (*_APART, "-", "–", ".")
"""What may stand between a quotation and the attribution behind it."""


def quotation_first(
    scene: Scene, candidate: Candidate, subject: Phrase | None, taken: set[int]
) -> Draft | None:
    """ "…"، قال فلان: the quotation right before the verb; where another follows the subject, it goes on
    there.
    """
    tokens, at, entry = scene.tokens, candidate.at, candidate.form.entry
    k = (subject.start if subject is not None and subject.start < at else at) - 1
    thus = candidate.free_relative and k > 0 and tokens[k - 1].word.tags & t.DEMONSTRATIVE > 0
    if thus:
        k -= 2  # "…"، هذا ما قاله الوزير
    while k >= 0 and (tokens[k].word.text in _BETWEEN or tokens[k].word.rules & t.THUS):
        thus = thus or tokens[k].word.rules & t.THUS > 0
        k -= 1
    if k < 0 or k not in scene.opening or candidate.form.prefix:
        return None
    opening = scene.opening[k]
    if k + 1 == at and entry.sense == "continue" and subject is None and _only_names(scene, opening, k):
        return None  # "الهلال الأحمر" يواصل توزيع المساعدات
    short = k - opening <= LONGEST_NAME + 1 and not scene.opens_alone(opening)
    if short and not thus and named(scene, opening):
        return None  # وفي قصيدة "على أعالي الجبل" يقول الشاعر
    apart = tokens[k + 1].word.text in _APART and scene.opens_alone(opening)
    behind = subject is not None and subject.start == at + 1
    if taken and "source+في" in entry.takes:
        return None  # طالبت بالتحقيق "صونا للكرامة"، كما ورد في بلاغها
    if not (thus or "quote" in entry.takes or apart and behind and entry.clause):  # "…"، زعم الوزير
        return None
    after = _goes_on(scene, subject.end if subject is not None and subject.end > at else at + 1)
    second = (after, scene.closing[after]) if after >= 0 else None
    shortest = _SHORTEST_APART if apart or thus else _SHORTEST_QUOTATION
    shortest -= second is not None and behind and opening == 0  # "نعم"، قال فلان، "…"
    if opening in taken or k - opening - 1 < shortest or _ends_clause(scene, opening, k, at, subject):
        return None
    return of_quotation(candidate, subject, opening, k, second)


def of_quotation(
    candidate: Candidate,
    subject: Phrase | None,
    opening: int,
    closing: int,
    second: tuple[int, int] | None = None,
) -> Draft:
    """The attribution of the quotation before the cue, between two marks, and of the `second` behind it."""
    at, entry = candidate.at, candidate.form.entry
    return Draft(
        "quotation-verb",
        at,
        at,
        at + 1,
        entry,
        subject,
        opening,
        "quotation",
        "clause",
        True,
        content_end=closing + 1,
        second=second,
        because=(f"{entry.line} {entry.lemma}", BEFORE_IT),
    )


def _only_names(scene: Scene, opening: int, closing: int) -> bool:
    """Whether the marks hold nouns and no clause: "الهلال الأحمر"; not "لن نستسلم"."""
    words = [token.word for token in scene.tokens[opening + 1 : closing]]
    return not any(word.verbal or word.tags & (t.VERB | t.NEGATION | t.PRONOUN) for word in words)


def behind_quotation(scene: Scene, candidate: Candidate, subject: Phrase | None) -> bool:
    """Whether the verb stands right behind a quotation that begins the sentence: "…" قال فلان: "…"; not
    behind the title of what was written ("…" كتبت الصحيفة: "…").
    """
    opening = scene.opening.get(candidate.at - 1, -1)
    first = opening >= 0 and scene.opens_alone(opening)
    paper = subject is not None and subject.head & (t.MEDIA | t.OUTLET)
    return first and not (paper and candidate.form.entry.sense == "write")


def _ends_clause(scene: Scene, opening: int, closing: int, at: int, subject: Phrase | None) -> bool:
    """Whether the quotation is but the end of a clause that كما gives to the speaker: وهو ما يعد "خطوة
    كبيرة"، كما يقول فلان; أكد أن القرار خاطئ، "لأنه متسرع"، كما قال.
    """
    if opening == 0 or not any(token.word.rules & t.THUS for token in scene.tokens[closing:at]):
        return False
    before = scene.tokens[opening - 1].word
    if before.kind == "word":
        return True
    told = any(token.word.tags & t.COMPLEMENTIZER for token in scene.tokens[:opening])
    return told and subject is None and before.text in COMMAS


def _goes_on(scene: Scene, at: int) -> int:
    """The opening mark of what the speaker went on to say, right after the attribution or past what the
    writer tells of it: قالت فلانة، وهي أم لطفلين، "…"; -1 where nothing follows.
    """
    k = at
    while k < min(at + _LONGEST_ASIDE, len(scene.tokens)):
        word = scene.tokens[k].word
        if k in scene.closing:
            joined = scene.tokens[k - 1].word.text in (*COMMAS, ":", "-", "–")
            behind = k == at or is_content_quotation(scene, k) and not belongs(scene, k)
            if joined or behind and scene.quotation_is_last(k):
                return k if scene.closing[k] - k > 2 else -1
            k = scene.closing[k]  # قال فلان لصحيفة «القدس»، "…"
        told = word.verbal and not scene.tokens[k - 1].word.rules & t.BACKGROUND  # وهي تحمل طفلها
        if k not in scene.opening and (
            word.kind == "sign" and word.text not in (*COMMAS, ":", "-", "–") or told
        ):
            return -1
        k += 1
    return -1


def backward(scene: Scene, candidate: Candidate, subject: Phrase | None) -> Draft | None:
    """وصرّحت بذلك المتحدثة: the cue points back to the sentence before."""
    tokens, at = scene.tokens, candidate.at
    if at > 3 or scene.kind != "body":
        return None
    if thus_said(scene, candidate):
        return of_sentence_before(candidate, subject)
    if subject is not None and _this_is_what(scene, candidate):
        return of_sentence_before(candidate, subject)
    for k in range(at + 1, min(at + 4, len(tokens))):
        pointing = tokens[k].word.tags & t.DEMONSTRATIVE and tokens[k].word.stem in ("ذلك", "هذا")
        if pointing and (
            k + 1 >= len(tokens) or not tokens[k + 1].word.article or tokens[k + 1].word.tags & _SPEAKERS
        ):
            entry = candidate.form.entry
            told = entry.evidence == "strong" or entry.lemma == "ذكر"
            if not tokens[k].word.preposition and not told:
                return None  # يعد ذلك …
            following = noun_phrase(scene, k + 1, len(tokens), frozenset())
            source = following or subject
            if source is None or tokens[source.start].word.key in ("ذلك", "هذا"):
                return None
            return of_sentence_before(candidate, source)
    return None


def thus_said(scene: Scene, candidate: Candidate) -> bool:
    """Whether a sentence tells who said the quotation or asked the question that ends before it: "…". هكذا
    يلخص المزارع معاناته; …؟ بهذه الكلمات تساءل الكاتب.
    """
    words = [token.word for token in scene.tokens[: candidate.at]]
    thus = any(word.rules & t.THUS for word in words) and words[0].key != "كما"
    if not thus or not all(word.rules & (t.THUS | t.POINTING) for word in words):
        return False
    if candidate.form.prefix or not may_end_quotation(candidate.form.entry):
        return False
    return behind_spoken(scene)


def may_end_quotation(entry: Entry) -> bool:
    """Whether a verb with هكذا or بهذه الكلمات tells who said the words before: هكذا وصف النازح حياته."""
    return "quote" in entry.takes or entry.sense in _TOLD_OF


def behind_spoken(scene: Scene) -> bool:
    """Whether the sentence before ends with a quotation or a question."""
    start = scene.tokens[0].start
    return scene.text[max(start - _LONGEST_GAP, 0) : start].rstrip().rstrip(".").endswith(_SPOKEN)


def _this_is_what(scene: Scene, candidate: Candidate) -> bool:
    """هذا ما أكده الوزير: the sentence before, which is told and not denied."""
    at, form = candidate.at, candidate.form
    if at < 2 or form.pronoun != "ه" or form.entry.sense not in _TELLS:
        return False
    what, this = scene.tokens[at - 1].word, scene.tokens[at - 2].word
    return what.key == "ما" and this.stem in ("ذلك", "هذا") and this.tags & t.DEMONSTRATIVE > 0 and at <= 3


def of_sentence_before(candidate: Candidate, source: Phrase | None, why: str = "ذلك points back") -> Draft:
    """The attribution of the sentence before to the source; `why` is told beside the cue's line."""
    at, entry = candidate.at, candidate.form.entry
    return Draft(
        "backward",
        at,
        at,
        at + 1,
        entry,
        source,
        -1,
        "backward",
        "clause",
        True,
        because=(f"{entry.line} {entry.lemma}", why),
    )
