"""The constructions without a finite verb: participles and nouns; quotations put first."""

from __future__ import annotations

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import COMMAS, Scene
from qawl.statements import content
from qawl.statements.draft import Draft, at_word
from qawl.statements.headlines import HEADLINE_NOUNS
from qawl.statements.relays import its_noun

_FARTHEST_CARRIER = 20
"""Tokens between a verb that hands on (نقلت الوكالة) and the عن of its source."""
_NEAR = 3
_LONGEST_ASIDE = 12
_SHORTEST_QUOTATION = 3
_SHORTEST_APART = 2
"""Words of a quotation before its verb, and of one that stands alone: «لن نستسلم»، قال فلان."""
_APART = (*COMMAS, "..", "...", "…")
_BETWEEN = (*_APART, "-", "–", ".")
"""What may stand between a quotation and the attribution behind it."""
_OWNER_TAKES = frozenset({"ب", "على", "NP"})


def participle(scene: Scene, candidate: Candidate, subject: Phrase | None) -> tuple[Draft | None, str]:
    """قائلا: …، مضيفة أن …: the speaker is the main verb's subject, given where that verb has no content of
    its own.
    """
    at, entry = candidate.at, candidate.form.entry
    end = scene.limit(at)
    subject_end = at + 1
    takes = entry.governed
    if "addressee" in takes:
        addressee = noun_phrase(scene, at + 1, end, takes)
        subject_end = addressee.end if addressee is not None else at + 1
    if entry.evidence == "show":
        return None, "shows, does not say"
    if entry.evidence == "light":
        return _light_participle(scene, candidate, subject, end)
    following = scene.tokens[at + 1].word if at + 1 < end else None
    directly = following is not None and following.preposition == "ب" and following.tags & t.VERBAL_NOUN
    nominal = entry.evidence == "strong" or bool(directly) and "ب" in entry.takes  # موجهة بمتابعة التنفيذ
    found, why = content.find(scene, at + 1, subject_end, entry, end, nominal)
    if found is None:
        return None, why
    if entry.evidence == "quote" and found.by not in ("quotation", "colon"):
        return None, "reports only with a quotation or a colon"
    if found.start > at + 25 and found.by != "clause":
        return None, "the content is too far away"
    if found.by == "object" and found.form == "nominal":
        first = scene.tokens[found.start].word
        if not (
            first.tags & (t.VERBAL_NOUN | t.RELATIVE_FREE)
            or found.start in scene.closing
            or first.pronoun
            or first.article
        ):
            return None, "no noun that stands for what was said"
    if found.by != "colon" and found.start > subject_end + _NEAR and _describes(scene, at):
        return None, "an adjective of the noun before it: ضمانات مؤكدة"
    if found.form == "nominal" and scene.tokens[at].word.stem.endswith("ات"):
        return None, "a noun here: مقترحات"
    start = found.start
    if found.form == "nominal" and at and scene.tokens[at - 1].word.tags & t.VERB:
        return None, "a predicate of the verb before it (ما زال مصرا على)"
    if found.by == "attached" and start == at + 1 and not entry.takes & {"ب", "ل"}:
        return None, "the object that it takes is missing: accused, not accusing"
    if found.form == "nominal" and entry.objects:
        start = content.skip_circumstances(scene, at + 1, end)
    return (
        Draft(
            f"participle-{found.by}",
            at,
            at,
            at + 1,
            entry,
            subject,
            start,
            found.by,
            found.form,
            True,
            because=(f"{entry.line} {entry.lemma}", f"content by {found.by}"),
        ),
        "",
    )


def _light_participle(
    scene: Scene, candidate: Candidate, subject: Phrase | None, end: int
) -> tuple[Draft | None, str]:
    """ملقية باللائمة على …، مجددة دعمها ل …"""
    at = candidate.at
    begin = its_noun(scene, candidate, None, at + 1, end)
    if begin < 0:
        return None, "reports only with its noun"
    found = content.Content(begin, "object", "nominal")
    return at_word("participle", at, candidate.form.entry, subject, found, True), ""


def _describes(scene: Scene, at: int) -> bool:
    """Whether a participle in the feminine follows an indefinite noun that it agrees with, or غير."""
    before = scene.tokens[at - 1].word if at else None
    return (
        before is not None
        and before.key == "غير"
        or before is not None
        and scene.tokens[at].word.stem.endswith("ة")
        and before.key.endswith(("ة", "ات"))
        and not before.article
        and not before.tags & (t.NAME | t.PLACE | t.TIME | t.SETTING)
    )


def noun(scene: Scene, candidate: Candidate, subject: Phrase | None) -> tuple[Draft | None, str]:
    """قوله إن …، بالقول: …، تأكيده أن …، تصريحات فلان بأن …"""
    tokens, at, form = scene.tokens, candidate.at, candidate.form
    entry = form.entry
    end = scene.limit(at)
    by_pronoun = form.pronoun in ("ه", "ها", "هم", "هما")
    by_manner = form.prefix.endswith("ب") or form.prefix.endswith("بال")
    if entry.evidence in ("light", "show") and not by_manner:
        return None, "the noun says nothing by itself"
    quoting = entry.evidence == "quote" and not by_manner
    if quoting and not by_pronoun:
        return None, "the noun needs a quotation"
    governed = at > 0 and tokens[at - 1].word.key in ("على", "الى")  # حرص على التأكيد أن
    saying = (
        (entry.lemma == "قال" or governed and entry.evidence == "strong")
        and form.prefix.endswith("ال")
        and at + 1 < end
        and (
            tokens[at + 1].word.tags & t.COMPLEMENTIZER > 0 or at + 1 in scene.closing and subject is not None
        )
    )
    if form.prefix.endswith("ال") and not by_manner and not saying:
        return None, "the noun with ال needs a verb of its own"
    if not (by_pronoun or by_manner or saying):
        return _of_owner(scene, candidate, end)
    before = tokens[at - 1].word if at else None
    if (
        (by_pronoun or by_manner)
        and entry.lemma != "قال"
        and before is not None
        and before.tags & t.PREPOSITION
        and subject is None
    ):
        return None, "a noun after a preposition"
    if entry.lemma == "ذكر":
        return None, "impersonal (جدير بالذكر)"
    relayed = _relayed(scene, at) if by_pronoun or saying else None
    hands_on = relayed is not None and _hands_on(scene, relayed.start)
    found, why = content.find(
        scene,
        at + 1,
        at + 1,
        entry,
        min(end, at + 30),
        (by_manner or hands_on) and entry.lemma != "قال",
    )
    if found is None:
        return None, why
    if by_pronoun and before is not None and before.tags & t.VERB:
        return None, "the object of the verb before it (يتم وصفه)"
    if saying and before is not None and before.tags & t.BEFORE_AN and not before.tags & t.PREPOSITION:
        return None, "may be said, is not (يمكن القول إن)"
    if (
        by_pronoun
        and entry.lemma != "قال"
        and any(tokens[k].word.text in COMMAS for k in range(at + 2, found.start - 1))
    ):
        return None, "the clause is another's"
    if quoting and (found.by != "colon" or found.start > at + 2):
        return None, "the noun needs a quotation"
    if (found.by in ("object", "attached") or found.by == "preposition" and not subject) and not (
        hands_on and found.start <= at + 2
    ):
        return None, "a noun with a noun"
    if found.start > at + 12 and found.by != "clause":
        return None, "the content is too far away"
    if not by_pronoun and not by_manner and not saying and subject is None:
        return None, "no speaker"
    return at_word("noun", at, entry, subject or relayed, found, True), ""


def _of_owner(scene: Scene, candidate: Candidate, end: int) -> tuple[Draft | None, str]:
    """تصريحات فلان بأن …، شكاوى السكان من أن …: who is named with the noun, and the clause behind."""
    tokens, at, entry = scene.tokens, candidate.at, candidate.form.entry
    owner = noun_phrase(scene, _past_voicing(scene, at + 1), end, entry.governed | _OWNER_TAKES)
    if owner is None:
        return None, "no speaker beside the noun"
    then = owner.end
    while then < end and (
        tokens[then].word.tags & t.TIME or owner.named and tokens[then].word.text in COMMAS
    ):
        then += 1
    if then + 1 < end and tokens[then].word.key in entry.before_an:
        then += 1
    follows = tokens[then].word if then < end else None
    if follows is None or not follows.alef or not entry.clause or entry.sense == "think":
        return None, "no clause after the noun"
    if not owner.head & HEADLINE_NOUNS and not tokens[owner.start].word.rules & t.LATEST:
        return None, "what follows the noun is no speaker"
    start = then if follows.pronoun else then + 1
    return Draft(
        "noun-source-clause",
        at,
        at,
        at + 1,
        entry,
        owner,
        start,
        "clause",
        "clause",
        False,
        because=(f"{entry.line} {entry.lemma}",),
    ), ""


def _past_voicing(scene: Scene, at: int) -> int:
    """Past a verb between the noun and who voiced it: تحذيرات أطلقتها الحكومة، تصريحات أدلى بها الوزير."""
    words = [token.word for token in scene.tokens[at : at + 2]]
    if not words or words[0].verb is None:
        return at
    if words[0].verb.pronoun:
        return at + 1
    return at + 2 if len(words) > 1 and words[1].rules & t.RETURNING else at


def _relayed(scene: Scene, at: int) -> Phrase | None:
    """نقلت الوكالة عن فلان قوله: the noun phrase between عن and the noun of saying."""
    tokens = scene.tokens
    for k in range(at - 1, max(at - 25, -1), -1):
        if tokens[k].word.key in ("عن", "وعن"):
            alone = k + 2 == at and tokens[k + 1].word.kind == "word" and not tokens[k + 1].word.tags
            only = Phrase(k + 1, at, 0, True, k + 1, at) if alone else None  # عن بوشيلين قوله
            return noun_phrase(scene, k + 1, at, frozenset()) or only
        if tokens[k].word.text in (".", ":", "؛"):
            return None
    return None


def _hands_on(scene: Scene, at: int) -> bool:
    """Whether a verb before the phrase at `at` hands on what was said: نقلت الوكالة عن فلان نفيه الخبر."""
    return any(
        "source+عن" in form.entry.takes
        for k in range(max(at - _FARTHEST_CARRIER, 0), at)
        for form in scene.tokens[k].word.forms
    )


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
    if k < 0 or k not in scene.opening or not (thus or "quote" in entry.takes) or candidate.form.prefix:
        return None
    opening = scene.opening[k]
    apart = tokens[k + 1].word.text in _APART and (opening == 0 or tokens[opening - 1].word.kind == "sign")
    shortest = _SHORTEST_APART if apart or thus else _SHORTEST_QUOTATION
    if opening in taken or k - opening - 1 < shortest or _ends_clause(scene, opening, k, at):
        return None
    after = _goes_on(scene, subject.end if subject is not None and subject.end > at else at + 1)
    second = (after, scene.closing[after]) if after >= 0 else None
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
        content_end=k + 1,
        second=second,
        because=(f"{entry.line} {entry.lemma}", "the quotation before it"),
    )


def _ends_clause(scene: Scene, opening: int, closing: int, at: int) -> bool:
    """Whether the quotation is but the end of a clause that كما gives to the speaker: وهو ما يعد "خطوة
    كبيرة"، كما يقول فلان.
    """
    thus = any(token.word.rules & t.THUS for token in scene.tokens[closing:at])
    return thus and opening > 0 and scene.tokens[opening - 1].word.kind == "word"


def _goes_on(scene: Scene, at: int) -> int:
    """The opening mark of what the speaker went on to say, right after the attribution or past what the
    writer tells of it: قالت فلانة، وهي أم لطفلين، "…"; -1 where nothing follows.
    """
    for k in range(at, min(at + _LONGEST_ASIDE, len(scene.tokens))):
        word = scene.tokens[k].word
        if k in scene.closing:
            joined = k == at or scene.tokens[k - 1].word.text in (*COMMAS, ":", "-", "–")
            return k if joined and scene.closing[k] - k > 2 else -1
        told = word.verbal and not scene.tokens[k - 1].word.rules & t.BACKGROUND  # وهي تحمل طفلها
        if word.kind == "sign" and word.text not in (*COMMAS, ":", "-", "–") or told:
            return -1
    return -1


def backward(scene: Scene, candidate: Candidate, subject: Phrase | None) -> Draft | None:
    """وصرّحت بذلك المتحدثة: the cue points back to the sentence before."""
    tokens, at = scene.tokens, candidate.at
    if at > 3 or scene.kind != "body":
        return None
    for k in range(at + 1, min(at + 4, len(tokens))):
        pointing = tokens[k].word.tags & t.DEMONSTRATIVE and tokens[k].word.stem in ("ذلك", "هذا")
        if pointing and (
            k + 1 >= len(tokens)
            or not tokens[k + 1].word.article
            or tokens[k + 1].word.tags & (t.ROLE | t.TITLE)
        ):
            if (
                not tokens[k].word.preposition
                and candidate.form.entry.evidence != "strong"
                and candidate.form.entry.sense != "come"
            ):
                return None  # يعد ذلك …
            following = noun_phrase(scene, k + 1, len(tokens), frozenset())
            source = following or subject
            if source is None or tokens[source.start].word.key in ("ذلك", "هذا"):
                return None
            entry = candidate.form.entry
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
                because=(f"{entry.line} {entry.lemma}", "ذلك points back"),
            )
    return None
