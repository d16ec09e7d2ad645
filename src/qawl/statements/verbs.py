"""The constructions around a finite verb of saying: its subject before or after it, its content after it."""

from __future__ import annotations

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.word import Form, Word
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import Scene
from qawl.statements import content
from qawl.statements.draft import Draft

_FARTHEST_SUBJECT = 45
_FARTHEST_QUOTE = 10
"""Tokens between a verb that speaks only with a quotation, or its subject, and that quotation."""
_FARTHEST_NAME = 10
"""Tokens between a role and the name or complementizer that shows what stands there to be the subject."""
_COMMAS = ("،", ",")
_TURNS = frozenset({"غير", "الا", "بيد", "علما", "وغير", "والا", "رغم"})
"""With أن they turn to another attribution: غير أن المدير رجح."""
_RETURNING = frozenset(
    "فيه فيها فيهما فيهم خلاله خلالها به بها عنه عنها منه منها له لها إليه إليها اليه اليها عليه عليها".split()
)
"""After الذي and a verb these point back to what الذي stands for: it is not the subject."""
_PLURAL_RELATIVES = frozenset({"الذين", "اللواتي", "اللاتي", "اللاءي"})
_NOMINAL = frozenset({"NP", "ب", "الى", "عن", "على"})
_CLAUSE_SIGNS = (":", "؛", ".", "..", "...", "؟", "!", "-", "–", "…")


_CAN_SPEAK = (
    t.ROLE
    | t.TITLE
    | t.NAME
    | t.ORGANISATION
    | t.MEDIA
    | t.OUTLET
    | t.GROUP
    | t.UNNAMED
    | t.DOCUMENT
    | t.PLACE
    | t.QUANTIFIER
)
_TAKES_PERSON = frozenset(
    {
        "addressee",
        "NP",
        "object+ب",
        "object+بان",
        "object+على",
        "object+ل",
        "object+الى",
        "object+مسءولية",
        "object+predicate",
    }
)


def verb(scene: Scene, candidate: Candidate, earlier: list[Draft]) -> tuple[Draft | None, Phrase | None, str]:
    """The attribution of a finite verb, the subject found for it either way, and why there is no attribution."""
    form, at = candidate.form, candidate.at
    entry = form.entry
    takes = entry.governed
    end = _limit(scene, at)
    after = at + 1
    relayed = [take for take in takes if take.startswith("source+")]
    if relayed and not candidate.free_relative:
        return _relay(scene, candidate, relayed, takes, end)
    if form.pronoun and not candidate.relative and not candidate.free_relative and not takes & _TAKES_PERSON:
        return None, None, "the pronoun points back: a relative clause without الذي"
    before = _subject_before(scene, candidate, takes) or _after_amma(scene, candidate)
    subject_at = _past_adverbs(scene, after, end)
    if subject_at < end and scene.tokens[subject_at].word.text in _COMMAS:
        subject_at = content.skip_circumstances(scene, subject_at, end)  # دعا، في وقت سابق، أعضاء …
    following = noun_phrase(scene, subject_at, end, takes)
    if following is not None and subject_at in scene.closing and not _goes_on_after(scene, following, end):
        following = None
    if following is not None and (
        _is_object(scene, following, form, takes) or scene.tokens[following.start].word.conjunction
    ):
        following = None
    if following is not None:
        following = _stretched(scene, following, end, takes)
    if (
        following is not None
        and before is None
        and _is_addressee(scene, following, candidate, takes, earlier)
    ):
        return _attribution(scene, candidate, None, following.end, "verb", end)
    if (
        before is not None
        and following is not None
        and scene.tokens[at - 1].word.text in _COMMAS
        and "addressee" not in takes
    ):
        before = None
    if (
        before is not None
        and following is not None
        and before.start in scene.closing
        and scene.closing[before.start] + 1 >= before.end
    ):
        before = None
    if (
        before is not None
        and following is not None
        and not _agrees(scene, before, form)
        and _agrees(scene, following, form)
    ):
        before = None
    if before is not None and candidate.relative and not _agrees(scene, before, form):
        return _attribution(
            scene,
            candidate,
            following,
            following.end if following else after,
            "verb-subject" if following else "verb",
            end,
        )
    if (
        before is not None
        and candidate.relative
        and following is not None
        and "addressee" not in takes
        and (
            following.head & _CAN_SPEAK
            and not following.head & t.VERBAL_NOUN
            and _agrees(scene, following, form)
        )
    ):
        before = None
    if before is not None:
        subject_end = following.end if following is not None and "addressee" in takes else after
        order = "relative" if candidate.relative else "subject-verb"
        return _attribution(scene, candidate, before, subject_end, order, end)
    if following is not None:
        return _attribution(scene, candidate, following, following.end, "verb-subject", end)
    return _attribution(scene, candidate, None, after, "verb", end)


def hopeless(scene: Scene, candidate: Candidate) -> str:
    """Why the verb can report nothing in this sentence whatever stands around it; empty where it may.

    A first look that spares the search: such a verb reports only with what the sentence does not hold.
    """
    tokens, at, entry = scene.tokens, candidate.at, candidate.form.entry
    if any(token.word.tags & t.DEMONSTRATIVE for token in tokens[at + 1 : at + 4]):
        return ""  # وصرح بذلك
    if entry.evidence == "light":
        nouns = entry.light_nouns
        return (
            ""
            if any(token.word.stem in nouns for token in tokens[at + 1 :])
            else "reports only with its noun"
        )
    if (
        entry.evidence not in ("quote", "clause")
        or scene.closing
        or any(token.word.text == ":" for token in tokens)
    ):
        return ""
    if entry.evidence == "quote":
        return "reports only with a quotation or a colon"
    if entry.governed & _NOMINAL or any(take.startswith("source+") for take in entry.governed):
        return ""
    return "" if any(token.word.alef for token in tokens[at + 1 :]) else "reports only with a clause"


def _goes_on_after(scene: Scene, phrase: Phrase, end: int) -> bool:
    """Whether something is said after a quoted noun phrase, so that it can be who says it: أعلنت "يونايت" أن."""
    if phrase.end >= end:
        return False
    word = scene.tokens[phrase.end].word
    return word.kind == "word" and not word.conjunction or word.text == ":"


def _stretched(scene: Scene, phrase: Phrase, end: int, takes: frozenset[str]) -> Phrase:
    """The subject up to the complementizer, colon, addressee or setting where only nouns and names stand between.

    What stands there is the subject whatever the words are: قال المدعي العام الهندي، أجوال نيكام، لشبكة CNN إن. After a role
    it may go on with one preposition if a name follows: قال قائد الشرطة بالإقليم، سيد أحمد سامي، إن.
    """
    tokens = scene.tokens
    role = bool(phrase.head & (t.ROLE | t.TITLE)) and not phrase.named
    organisation = (
        bool(phrase.head & t.ORGANISATION) and phrase.end < end and tokens[phrase.end].word.text in _COMMAS
    )
    if not phrase.head & (t.ROLE | t.TITLE | t.NAME | t.LISTENER) and not phrase.named and not organisation:
        return phrase
    k, commas, last, governed = phrase.end, 0, phrase.end, -1
    name_start, name_end = phrase.name_start, phrase.name_end
    while k < min(end, phrase.end + _FARTHEST_NAME):
        word = tokens[k].word
        if (
            word.tags & t.COMPLEMENTIZER
            or word.text == ":"
            or k in scene.closing
            and content.is_content_quotation(scene, k)
        ):
            break
        following = tokens[k + 1].word if k + 1 < end else None
        if (
            word.tags & t.LISTENER
            or word.preposition == "ل"
            and word.tags & (t.MEDIA | t.OUTLET)
            or word.key == "ل"
        ):
            break
        if word.tags & t.PREPOSITION and following is not None and following.tags & (t.SETTING | t.TIME):
            break
        if word.text in _COMMAS:
            commas += 1
            if commas > 2:
                return phrase
            if name_end == k:
                governed = -1
            k += 1
            continue
        foreign = word.preposition == "ب" and not word.tags and not word.stem.startswith("ال")
        if role and governed < 0 and following is not None and _opens_complement(word, following, takes):
            governed = k = k + (1 if word.tags & t.PREPOSITION and not word.preposition else 0)
            name_start = name_end = 0
            k += 1
            last = k
            continue
        plain = word.kind == "word" and not word.tags & (
            t.FUNCTION | t.TIME | t.VERB | t.SETTING | t.ATTRIBUTIVE | t.VERBAL_NOUN | t.MANNER
        )
        if (
            not plain
            or word.conjunction
            or word.preposition
            and not foreign
            or "\u064b" in word.text
            or word.verbal
            and not word.tags & t.NAME
        ):
            return phrase
        if word.tags & t.TITLE and not word.tags & t.SURE_NAME:
            name_start = name_end = 0
        elif name_end == k and word.article and word.stem.endswith("ة"):
            name_start = name_end = 0  # مدينة الملك سعود الطبية: the name is part of the institution's
        elif name_end == k and not word.tags & (t.ROLE | t.QUANTIFIER):
            name_end = k + 1
        elif not word.article and not word.tags & (t.ROLE | t.ORGANISATION | t.PLACE | t.NATIONALITY):
            if not name_end or governed >= 0:
                name_start, name_end = k, k + 1
        k += 1
        last = k
    else:
        return phrase
    if last == phrase.end or (governed >= 0 or organisation) and name_end != last:
        return phrase
    return Phrase(phrase.start, last, phrase.head, bool(name_end), name_start, name_end)


def _opens_complement(word: Word, following: Word, takes: frozenset[str]) -> bool:
    """Whether a preposition may go on with a role: مدير الشرطة بالإقليم, القاضية السابقة في جرائم الحرب."""
    if word.key in takes or word.preposition and word.preposition in takes:
        return False
    if word.preposition:
        return (
            word.preposition in ("ب", "ل")
            and bool(word.article or word.tags)
            and not word.tags & (t.SETTING | t.TIME | t.LISTENER | t.MANNER)
        )
    return word.key in ("في", "عن", "لدى", "الى", "على") and not following.tags & (
        t.SETTING | t.TIME | t.VERBAL_NOUN | t.FUNCTION
    )


def _limit(scene: Scene, at: int) -> int:
    """Where the verb's words end at the latest: the quotation it stands in, or the sentence."""
    mark = scene.inside[at]
    return min(scene.closing[mark], len(scene.tokens)) if mark >= 0 else len(scene.tokens)


def _past_adverbs(scene: Scene, at: int, end: int) -> int:
    """Past adverbs between verb and subject: أمس، خلالها, and accusatives such as قطعيا, which are never its subject."""
    while at < end:
        word = scene.tokens[at].word
        adverb = (
            "\u064b" in word.text
            or not word.tags
            and not word.article
            and word.key.endswith("يا")
            and len(word.key) > 4
        )
        if not (
            word.tags & t.TIME
            and not word.nominal
            and not word.tags & t.PREPOSITION
            or adverb
            and word.kind == "word"
            and not word.forms
        ):
            break
        at += 1
    return at


def _attribution(
    scene: Scene, candidate: Candidate, subject: Phrase | None, subject_end: int, order: str, end: int
) -> tuple[Draft | None, Phrase | None, str]:
    form, at = candidate.form, candidate.at
    entry = form.entry
    evidence = entry.evidence
    if candidate.homograph and scene.tokens[at].word.tags & t.PREPOSITION:
        follows = scene.tokens[subject_end].word if subject_end < end else None
        parenthesis = content.skip_circumstances(scene, subject_end, end) if form.prefix else subject_end
        after = scene.tokens[parenthesis].word if parenthesis < end else None
        if not any(
            w is not None and (w.key in entry.governed or w.tags & t.COMPLEMENTIZER) for w in (follows, after)
        ):
            return None, None, "a preposition here"
    if evidence == "light":
        return _light(scene, candidate, subject, subject_end, end)
    nominal = evidence in ("strong", "negated") or (
        evidence == "clause"
        and (not candidate.homograph or form.prefix != "" or _clause_begins(scene, at))
        and bool({"NP", "ب", "إلى", "عن", "على"} & entry.takes)
    )
    if form.pronoun and candidate.relative | candidate.free_relative:
        return _free(scene, candidate, subject, subject_end, end)
    found, why = content.find(scene, at + 1, subject_end, entry, end, nominal)
    if found is None:
        return None, subject, why
    if evidence == "quote" and (
        found.by not in ("quotation", "colon") or found.start > subject_end + _FARTHEST_QUOTE
    ):
        return None, subject, "reports only with a quotation or a colon near it"
    if found.form == "nominal":
        why = _doubtful_nominal(scene, candidate, subject, found, order)
        if why:
            return None, subject, why
    start = found.start
    if found.form == "nominal" and found.by != "object" and entry.objects:
        start = _object_start(scene, at, subject, subject_end, start, end)
    begin = subject.start if subject is not None and subject.start < at else at
    while begin > 0 and scene.tokens[begin - 1].word.tags & (
        t.CONNECTIVE | t.AUXILIARY | t.PERFECTIVE | t.RELATIVE
    ):
        begin -= 1
    turned = (
        begin > 1
        and scene.tokens[begin - 1].word.tags & t.COMPLEMENTIZER
        and scene.tokens[begin - 2].word.key in _TURNS
    )
    if turned:
        begin -= 2
    begin = _with_setting(scene, begin)
    opening = scene.tokens[begin].word
    sibling = (
        bool(turned)
        or opening.conjunction != ""
        or begin < at
        and bool(opening.tags & t.CONNECTIVE and not opening.tags & (t.SUBORDINATOR | t.COMPLEMENTIZER))
    )
    return (
        Draft(
            f"{order}-{found.by}",
            begin,
            at,
            at + 1,
            entry,
            subject,
            start,
            found.by,
            found.form,
            sibling,
            via=_addressee(scene, at + 1, start),
            because=(f"{entry.line} {entry.lemma}", f"content by {found.by}"),
        ),
        subject,
        "",
    )


def _with_setting(scene: Scene, begin: int) -> int:
    """Where the clause of the attribution begins: ، وعن المستوى قال المدرب begins at وعن, ، وبدوره أكد at وبدوره."""
    for k in range(begin - 1, max(begin - 8, 0), -1):
        word = scene.tokens[k].word
        if word.text in _COMMAS and k + 1 < begin:
            opening = scene.tokens[k + 1].word
            return (
                k + 1
                if opening.conjunction == "و"
                and (opening.tags & (t.PREPOSITION | t.TIME) or opening.preposition)
                else begin
            )
        if word.forms or word.tags & (t.COMPLEMENTIZER | t.VERB) or word.kind == "sign":
            break
    return begin


def _doubtful_nominal(
    scene: Scene, candidate: Candidate, subject: Phrase | None, found: content.Content, order: str
) -> str:
    """Why a nominal content is not believed, empty where it is."""
    form, entry = candidate.form, candidate.form.entry
    word = scene.tokens[candidate.at].word
    if candidate.free_relative:
        return "what ما stands for is no content"
    if (
        subject is not None
        and not subject.named
        and (found.by in ("object", "attached", "preposition") or candidate.relative)
    ):
        head = scene.tokens[subject.start].word
        if head.article and not head.tags and not head.stem.endswith(("ون", "ين")):
            return "the subject is nobody who speaks"
    if (
        found.by == "attached"
        and found.start == candidate.at + 1
        and not entry.takes & {"ب", "ل", "addressee"}
        and not form.pronoun
    ):
        return "the object that it takes is missing: accused, not accusing"
    if candidate.relative and found.by == "object":
        return "what the relative stands for is not said here"

    if entry.evidence == "clause" and found.by == "object":
        first = scene.tokens[found.start].word
        if not first.tags & t.VERBAL_NOUN or subject is None:
            return "a bare object, and the verb reports only with a clause"
    if candidate.homograph and subject is None and not form.prefix and candidate.at > 0 and order == "verb":
        return "may be a noun here"
    if found.by == "object" and subject is None and order == "verb":
        first = scene.tokens[found.start].word
        if not (
            first.tags & (t.VERBAL_NOUN | t.RELATIVE_FREE) or first.pronoun or found.start in scene.closing
        ):
            return "no subject, and no noun that stands for what was said"
    if (
        found.by == "preposition"
        and entry.evidence == "clause"
        and subject is None
        and word.conjunction == ""
    ):
        return "a preposition alone does not make it speech"
    return ""


def _light(
    scene: Scene, candidate: Candidate, subject: Phrase | None, subject_end: int, end: int
) -> tuple[Draft | None, Phrase | None, str]:
    """جدد رفضه …، ألقى باللوم …: a verb that reports only with one of its nouns, which begins the content."""
    entry, at = candidate.form.entry, candidate.at
    begin = content.skip_circumstances(scene, max(subject_end, at + 1), end)
    if begin >= end:
        return None, subject, "reports only with its noun"
    word = scene.tokens[begin].word
    how = next(
        (
            take
            for take in entry.takes
            if take in (f"noun:{word.stem}", f"{word.preposition}+noun:{word.stem}")
        ),
        "",
    )
    if not how or word.preposition and not how.startswith(word.preposition):
        return None, subject, "reports only with its noun"
    if subject is None and not word.pronoun and not word.article and not candidate.form.prefix:
        return None, subject, "no subject"
    draft = Draft("light-verb-object", at, at, at + 1, entry, subject, begin, "object", "nominal",
                  scene.tokens[at].word.conjunction != "", because=(f"{entry.line} {entry.lemma}", f"light_verbs.tsv {word.stem}"))  # fmt: skip
    return draft, subject, ""


def _clause_begins(scene: Scene, at: int) -> bool:
    """Whether a verb may stand here and a preposition may not: at the sentence's start, after a sign, كما, قد, أنه."""
    if at == 0:
        return True
    before = scene.tokens[at - 1].word
    return before.kind == "sign" or bool(
        before.tags & (t.CONNECTIVE | t.PERFECTIVE | t.AUXILIARY | t.COMPLEMENTIZER)
    )


def _free(
    scene: Scene, candidate: Candidate, subject: Phrase | None, subject_end: int, end: int
) -> tuple[Draft | None, Phrase | None, str]:
    """ما أعلنته الحكومة من مقتل ستة."""
    tokens, entry, at = scene.tokens, candidate.form.entry, candidate.at
    for k in range(max(subject_end, at + 1), min(end, subject_end + 4)):
        word = tokens[k].word
        if word.key == "من" and candidate.free_relative and k + 1 < end and tokens[k + 1].word.kind == "word":
            draft = Draft("relative-object", at, at, at + 1, entry, subject, k + 1, "preposition", "nominal", False,
                          because=(f"{entry.line} {entry.lemma}", "ما … من"))  # fmt: skip
            return draft, subject, ""
        if word.text == ":" or word.tags & t.COMPLEMENTIZER:
            found, why = content.find(scene, at + 1, subject_end, entry, end, False)
            if found is not None:
                draft = Draft(f"relative-{found.by}", at, at, at + 1, entry, subject, found.start, found.by, found.form, False,
                              because=(f"{entry.line} {entry.lemma}",))  # fmt: skip
                return draft, subject, ""
            return None, subject, why
    return None, subject, "what the relative stands for is not said here"


def _object_start(
    scene: Scene, at: int, subject: Phrase | None, subject_end: int, start: int, end: int
) -> int:
    """With اتهم and its like the object belongs to the content: it begins after the subject."""
    begin = max(at + 1, subject_end)
    form = scene.tokens[at].word.forms
    if any(f.pronoun for f in form):
        return start
    begin = content.skip_circumstances(scene, begin, end)
    return begin if at < begin < start or begin <= start else start


def _is_object(scene: Scene, phrase: Phrase, form: Form, takes: frozenset[str]) -> bool:
    """Whether the noun phrase after the verb is what was said and not who said it."""
    first = scene.tokens[phrase.start].word
    tags = first.tags
    if tags & t.QUANTIFIER:
        return False
    if tags & (
        t.ROLE
        | t.NAME
        | t.ORGANISATION
        | t.PLACE
        | t.GROUP
        | t.UNNAMED
        | t.TITLE
        | t.KNOWN_ORGANISATION
        | t.DOCUMENT
    ):
        return bool(
            tags & t.VERBAL_NOUN
            and "NP" in takes
            and not first.article
            and tags & t.DOCUMENT == 0
            and first.pronoun != ""
        )
    if form.prefix.startswith("و") and form.entry.objects and first.article and tags & t.VERBAL_NOUN:
        return True
    return bool("NP" in takes and tags & t.VERBAL_NOUN)


def _is_addressee(
    scene: Scene, phrase: Phrase, candidate: Candidate, takes: frozenset[str], earlier: list[Draft]
) -> bool:
    """ودعت إسرائيل إلى … after another attribution in the sentence: the noun phrase is who was called on."""
    if "addressee" not in takes and not candidate.form.entry.objects:
        return False
    if not _agrees(scene, phrase, candidate.form) and candidate.form.gender == "m":
        return True
    first = scene.tokens[phrase.start].word
    if (
        first.stem.endswith("ين")
        and (first.article or first.tags & t.GROUP)
        and not first.tags & (t.NAME | t.PLACE)
    ):
        return True  # an accusative plural is an object
    if "addressee" not in takes or phrase.named or phrase.head & (t.QUANTIFIER | t.UNNAMED):
        return False
    if not earlier or not scene.tokens[candidate.at].word.conjunction:
        return False
    if candidate.at == 0 or phrase.end >= len(scene.tokens):
        return False
    following = scene.tokens[phrase.end].word
    return following.key in takes or (following.preposition != "" and following.preposition in takes)


def _gender(word: Word) -> str:
    if word.tags & t.NAME and not word.tags & (t.ROLE | t.ORGANISATION):
        return ""
    if word.stem.endswith(("ة", "ات")) or word.tags & t.PLACE:
        return "f"
    if word.tags & t.ROLE:
        return "m"
    return ""


def _agrees(scene: Scene, phrase: Phrase, form: Form) -> bool:
    first = scene.tokens[phrase.start].word
    gender = _gender(first)
    if not gender or not form.gender:
        return True
    if first.tags & (t.QUANTIFIER | t.PLACE) or first.tags & t.GROUP and not first.stem.endswith("ات"):
        return True
    return gender == form.gender


def _subject_before(scene: Scene, candidate: Candidate, takes: frozenset[str]) -> Phrase | None:
    """The subject that stands before the verb: the nearest noun phrase that begins a clause and reaches the verb."""
    tokens, at = scene.tokens, candidate.at
    if at == 0 or tokens[at].word.conjunction or candidate.free_relative:
        return None
    if tokens[at - 1].word.tags & t.CONNECTIVE and not candidate.relative and tokens[at - 1].word.nominal is False:
        return None  # فيما كشفت الوزارة
    if candidate.relative and candidate.form.number == "s" and tokens[at - 1].word.key in _PLURAL_RELATIVES:
        return None  # اللاجئين، الذين قال إن قضيتهم …
    if candidate.relative and at + 1 < len(tokens) and tokens[at + 1].word.key in _RETURNING:
        return _owner(scene, at, takes)
    if tokens[at - 1].word.tags & t.PERFECTIVE and tokens[at - 1].word.key != "قد":
        return None
    stop = at
    while (
        stop > 0
        and tokens[stop - 1].word.tags & (t.PERFECTIVE | t.AUXILIARY | t.RELATIVE | t.NEGATION)
        and not tokens[stop - 1].word.nominal
    ):
        stop -= 1
    lowest = max(scene.inside[at] + 1, at - _FARTHEST_SUBJECT, 0)
    if candidate.relative:
        return _antecedent(scene, stop, lowest)
    k = stop
    while k > lowest:
        previous = tokens[k - 1].word
        if (k - 1) in scene.opening and scene.opening[k - 1] >= lowest:
            k = scene.opening[k - 1]
            continue
        boundary = (
            previous.text in _CLAUSE_SIGNS
            or bool(
                previous.tags & (t.COMPLEMENTIZER | t.CONNECTIVE | t.AUXILIARY)
                and not previous.pronoun
                and not previous.preposition
            )
            or previous.text in _COMMAS
        )
        if boundary and k < stop:
            phrase = _reaching(scene, k, stop, candidate, takes)
            if phrase is not None:
                return _with_name_before(scene, phrase, lowest, stop) if previous.text in _COMMAS else phrase
            if previous.text not in _COMMAS and previous.text not in ("-", "–"):
                if not any(tokens[m].word.tags & t.RELATIVE for m in range(k, stop)):
                    return None
        k -= 1
    if k == lowest and k < stop:
        phrase = _reaching(scene, k, stop, candidate, takes)
        if phrase is not None:
            return phrase
    return _indefinite_before(scene, stop)


def _with_name_before(scene: Scene, phrase: Phrase, lowest: int, stop: int) -> Phrase:
    """The whole of حسام حسن، المدير الفني، قد أعلن where only the apposition was reached."""
    tokens = scene.tokens
    for start in range(phrase.start - 2, max(lowest, phrase.start - 9) - 1, -1):
        word = tokens[start].word
        if (
            word.kind != "word"
            or word.tags & (t.CONNECTIVE | t.COMPLEMENTIZER | t.PREPOSITION | t.AUXILIARY)
            or word.forms
        ):
            break
        whole = noun_phrase(scene, start, stop, frozenset())
        begins = (
            start == lowest
            or tokens[start - 1].word.kind == "sign"
            or bool(tokens[start - 1].word.tags & (t.AUXILIARY | t.CONNECTIVE | t.COMPLEMENTIZER))
        )
        if begins and whole is not None and whole.named and whole.end == phrase.end:
            return whole
    return phrase


def _indefinite_before(scene: Scene, stop: int) -> Phrase | None:
    """ورود تقارير أفادت بـ: an indefinite noun right before the verb, which is a relative clause without الذي."""
    tokens = scene.tokens
    start = stop
    while start > 0 and start > stop - 4:
        word = tokens[start - 1].word
        if word.kind != "word" or word.article or word.tags & t.FUNCTION or word.forms:
            return None
        start -= 1
        if word.tags & (t.DOCUMENT | t.UNNAMED | t.GROUP) and not word.preposition:
            return noun_phrase(scene, start, stop, frozenset())
    return None


def _owner(scene: Scene, at: int, takes: frozenset[str]) -> Phrase | None:
    """تصريحات فلان التي قال فيها: who the words before الذي belong to, unless the subject follows the verb."""
    end = len(scene.tokens)
    if at + 2 < end and noun_phrase(scene, at + 2, end, takes) is not None:
        return None
    stop = at
    while stop > 0 and scene.tokens[stop - 1].word.tags & (t.RELATIVE | t.PERFECTIVE | t.AUXILIARY):
        stop -= 1
    words = _antecedent(scene, stop, max(scene.inside[at] + 1, 0))
    if words is None or not scene.tokens[words.start].word.tags & (
        t.SETTING | t.DOCUMENT | t.CLAIM_NOUN | t.VERBAL_NOUN
    ):
        return None
    return noun_phrase(scene, words.start + 1, words.end, frozenset())


def _after_amma(scene: Scene, candidate: Candidate) -> Phrase | None:
    """أما فلان فقال: the noun phrase after أما."""
    tokens, at = scene.tokens, candidate.at
    if tokens[at].word.conjunction != "ف":
        return None
    for k in range(at - 1, max(at - 20, -1), -1):
        if tokens[k].word.key in ("اما", "واما"):
            return noun_phrase(scene, k + 1, at, frozenset())
        if tokens[k].word.text in _CLAUSE_SIGNS:
            return None
    return None


def _antecedent(scene: Scene, stop: int, lowest: int) -> Phrase | None:
    """What الذي stands for: the noun phrase right before it."""
    tokens = scene.tokens
    end = stop
    while end > lowest and tokens[end - 1].word.text in _COMMAS:
        end -= 1
    start = end
    while start > lowest:
        if (start - 1) in scene.opening and scene.opening[start - 1] >= lowest:
            start = scene.opening[start - 1]
            continue
        word = tokens[start - 1].word
        if (
            not word.nominal
            or word.tags & t.VERBAL_NOUN
            and not word.tags & (t.ROLE | t.ORGANISATION | t.GROUP)
        ):
            if word.preposition and not word.tags & t.TIME:
                start -= 1
            break
        start -= 1
        if word.conjunction and not word.tags & (t.PLACE | t.NAME | t.ROLE | t.ORGANISATION):
            break
    if start >= end:
        return None
    people = [
        k
        for k in range(start, end)
        if tokens[k].word.tags & (t.ROLE | t.TITLE) and not tokens[k].word.preposition
    ]
    if people:
        person = people[-1]
        while (
            person > start
            and tokens[person - 1].word.nominal
            and not tokens[person - 1].word.article
            and not tokens[person].word.article
        ):
            person -= 1
        while (
            person - 1 in people
            and tokens[person - 1].word.article == tokens[person].word.article
            and tokens[person].word.tags & t.TITLE
        ):
            person -= 1
        phrase = noun_phrase(scene, person, end, frozenset())
        if phrase is not None and phrase.end == end:
            return phrase
    first = tokens[start].word
    if first.preposition == "ل" and start >= 2:
        for head in (start - 1, start - 2):
            if tokens[head].word.tags & t.DOCUMENT and not tokens[head].word.preposition:
                whole = noun_phrase(scene, head, end, frozenset())  # البيان الختامي للمؤتمر الذي دعا إلى
                if whole is not None and whole.end == end:
                    return whole
    if first.preposition and first.tags:
        return noun_phrase(scene, start, end, frozenset(), attached=True)
    phrase = noun_phrase(scene, start, end, frozenset())
    if phrase is None and start + 1 < end:
        phrase = noun_phrase(scene, start + 1, end, frozenset())
    return phrase


def _reaching(
    scene: Scene, start: int, stop: int, candidate: Candidate, takes: frozenset[str]
) -> Phrase | None:
    """The noun phrase at `start` where only circumstances or a relative clause stand between it and the verb."""
    tokens = scene.tokens
    phrase = noun_phrase(scene, start, stop, frozenset())
    first = tokens[start].word
    if phrase is None or not first.nominal and start not in scene.closing and first.kind != "number":
        return None
    if "\u064b" in first.text:
        return None  # an accusative: مؤتمراً
    if not first.tags and first.key.endswith("ت") and not first.key.endswith("ات"):
        return None  # an unknown verb in the feminine: أشعلت الكلمة …
    if tokens[start].word.tags & t.VERBAL_NOUN and not tokens[start].word.tags & (
        t.ROLE | t.ORGANISATION | t.DOCUMENT | t.GROUP
    ):
        return None
    if not _agrees(scene, phrase, candidate.form):
        return None
    at = phrase.end
    if at == stop:
        return phrase
    if (
        phrase.end == phrase.start + 1
        and first.tags & t.PLACE
        and tokens[at].word.text in ("-", "–", "(", "ـ", "/")
    ):
        return None  # a dateline
    while at < stop and tokens[at].word.text in (*_COMMAS, "-", "–", "("):
        at += 1
    if at == stop:
        return phrase
    word = tokens[at].word
    if (
        word.tags & (t.RELATIVE | t.TIME | t.PREPOSITION | t.PERFECTIVE | t.ADVERBIAL_PARTICIPLE)
        or word.preposition
    ):
        if (
            any(tokens[m].word.tags & t.COMPLEMENTIZER for m in range(at, stop))
            and not word.tags & t.RELATIVE
        ):
            return None
        return phrase
    if any(form.tense == "a" for form in word.forms):
        return phrase
    if not first.article and any(form.pronoun and form.tense in "pi" for form in word.forms):
        return phrase  # استطلاع أجرته بي بي سي خلص إلى أن
    return None


def _relay(
    scene: Scene, candidate: Candidate, relayed: list[str], takes: frozenset[str], end: int
) -> tuple[Draft | None, Phrase | None, str]:
    """نقلت الوكالة عن فلان أن …, جاء في البيان أن …: the source stands after the preposition, the subject carries it."""
    tokens, at = scene.tokens, candidate.at
    entry = candidate.form.entry
    prepositions = {take.removeprefix("source+") for take in relayed}
    carrier = noun_phrase(scene, _past_adverbs(scene, at + 1, end), end, takes | prepositions)
    k = carrier.end if carrier is not None else at + 1
    for k in range(k, min(k + 12, end)):
        word = tokens[k].word
        if (
            word.tags & t.COMPLEMENTIZER
            or word.text == ":"
            or k in scene.closing
            and content.is_content_quotation(scene, k)
        ):
            break
        source: Phrase | None = None
        if word.key in prepositions and k + 1 < end:
            source = noun_phrase(scene, k + 1, end, frozenset({"عن", "NP"}))
        elif word.preposition in prepositions and word.preposition:
            source = Phrase(k, k + 1, word.tags, False)
        if (
            source is None
            or source.head & t.PLAIN
            or not source.head
            and not source.named
            and tokens[source.start].word.article
        ):
            continue
        via = ((carrier.start, carrier.end, "carrier"),) if carrier is not None else ()
        found, why = content.find(scene, source.end, source.end, entry, end, True)
        if found is None:
            start = content.skip_circumstances(scene, source.end, end)
            if (
                entry.lemma == "نقل"
                and start < end
                and tokens[start].word.tags & t.VERBAL_NOUN
                and not tokens[start].word.pronoun
            ):
                found = content.Content(start, "object", "nominal")
            else:
                return None, source, why
        if any(
            f.tense in "ms" and f.pronoun
            for m in range(source.end, found.start)
            for f in tokens[m].word.forms
        ):
            return None, source, "the noun of saying is the cue"
        draft = Draft(f"relay-{found.by}", at, at, at + 1, entry, source, found.start, found.by, found.form,
                      tokens[at].word.conjunction != "", via=via, because=(f"{entry.line} {entry.lemma}",))  # fmt: skip
        return draft, source, ""
    if carrier is not None and not carrier.named and not carrier.head & _CAN_SPEAK:
        return None, carrier, "the subject is nobody who speaks"
    # Without a source of its own: the subject speaks (نقلت الصحيفة أن …, كتب …).
    found, why = content.find(scene, at + 1, carrier.end if carrier else at + 1, entry, end, False)
    if found is None:
        return None, carrier, why
    if entry.lemma in ("جاء", "ورد") and found.by in ("quotation", "colon"):
        return None, carrier, "no source"
    draft = Draft(f"{'verb-subject' if carrier else 'verb'}-{found.by}", at, at, at + 1, entry, carrier, found.start, found.by,
                  found.form, tokens[at].word.conjunction != "", because=(f"{entry.line} {entry.lemma}",))  # fmt: skip
    return draft, carrier, ""


def _addressee(scene: Scene, at: int, end: int) -> tuple[tuple[int, int, str], ...]:
    """Whom it was said to, where that is an outlet or listeners: قال لوكالة سبوتنيك، للصحفيين."""
    for k in range(at, min(end, at + 25)):
        word = scene.tokens[k].word
        if word.preposition == "ل" and word.tags & (t.MEDIA | t.LISTENER | t.OUTLET):
            phrase = noun_phrase(scene, k + 1, end, frozenset()) if not word.tags & t.LISTENER else None
            stop = phrase.end if phrase is not None and not scene.tokens[k + 1].word.verbal else k + 1
            return ((k, stop, "addressee"),)
        if word.text in ("ل", "لـ") and k + 1 < end and (k + 1) in scene.closing:
            return ((k, min(scene.closing[k + 1] + 1, end), "addressee"),)
    return ()
