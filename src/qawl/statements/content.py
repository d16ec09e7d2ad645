"""What was said: where the content of an attribution begins and where it ends."""

from __future__ import annotations

from msgspec import Struct

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS
from qawl.lexicon.word import Entry, Word
from qawl.scene import Scene

_COMMAS = ("،", ",", "؛")
_STOPS = (".", "؟", "!", "?", "…", "...", "..")
_DASHES = ("-", "–", "—", "--")
_LONGEST_NAME = 5
_SOON = 3
_FARTHEST = 60
"""How many tokens may stand between a verb and its content."""


class Content(Struct, frozen=True):
    """The beginning of a content: the token it begins with, and how it was introduced.

    `by` is clause (إن, أن), quotation, colon, preposition, attached (ب, ل) or object; `form` clause or
    nominal.
    """

    start: int
    by: str
    form: str


def is_content_quotation(scene: Scene, at: int) -> bool:
    """Whether the quotation that opens at token `at` holds speech rather than a name."""
    close = scene.closing[at]
    length = close - at - 1
    if length <= 0:
        return False
    before = scene.tokens[at - 1].word if at else None
    if before is None or before.text in (":", *_COMMAS):
        return length > 1 or before is not None and before.text == ":"
    first = scene.tokens[at + 1].word
    if length > 2 and (
        first.tags & (t.COMPLEMENTIZER | t.NEGATION | t.PRONOUN | t.VERB) or first.key.startswith("سن")
    ):
        return True
    if before.tags & (t.ROLE | t.NAME | t.LISTENER) and not before.tags & (t.ORGANISATION | t.MEDIA):
        return length > 3
    if (
        before.tags & (t.ORGANISATION | t.MEDIA | t.OUTLET | t.PLACE)
        and before.preposition != "ل"
        or before.text in ("ل", "لـ", "ب", "بـ", "ال", "الـ")
    ):
        return length > 8
    if before.rules & t.TITLING:
        return False
    if before.tags & t.MEDIA:
        return length > _LONGEST_NAME
    return length > _LONGEST_NAME or before.verbal or bool(before.forms)


def opens(scene: Scene, at: int) -> bool:
    """Whether a content may open at the token: a complementizer, a colon, a quotation that holds speech."""
    word = scene.tokens[at].word
    return (
        bool(word.tags & t.COMPLEMENTIZER)
        or word.text == ":"
        or at in scene.closing
        and is_content_quotation(scene, at)
    )


def complements(word: Word, before: Word | None, entry: Entry) -> bool:
    """Whether a complementizer at this place opens the clause that the verb reports."""
    if not word.tags & t.COMPLEMENTIZER:
        return False
    if not entry.clause or word.conjunction == "و" or word.stem != "ان":
        return False
    takes = entry.takes
    if word.alef == "i" and not takes & {"إن", "clause", "quote"}:
        return False
    if word.alef == "i" and "إن" not in takes and takes & {"claim"}:
        return False
    if before is not None and before.tags & t.BEFORE_AN and word.alef != "i":
        return before.key in entry.before_an
    if word.preposition == "ب":
        return bool(takes & {"بأن", "أن", "إن"}) or "object+بأن" in takes
    return True


def find(
    scene: Scene, after: int, subject_end: int, entry: Entry, end: int, nominal: bool
) -> tuple[Content | None, str]:
    """The content of a verb whose words end at `after` and whose subject ends at `subject_end`; or why there
    is none.
    """
    tokens = scene.tokens
    takes, prepositions, distant = entry.governed, entry.prepositions, entry.distant
    closing = scene.closing
    at = after
    steps = 0
    begins = _past_addressee(scene, skip_circumstances(scene, subject_end, end), end, entry)
    if (
        nominal
        and "NP" in takes
        and begins < end
        and (_plain_object(tokens[begins].word) or begins == after and _object_of_participle(scene, begins))
        and not (begins > after and subject_end == after and begins != subject_end)
    ):
        return Content(begins, "object", "nominal"), ""
    while at < end and steps < _FARTHEST:
        steps += 1
        word = tokens[at].word
        before = tokens[at - 1].word if at else None
        if word.kind == "sign":
            if word.text == ":":
                if at + 1 < end:
                    return _after_colon(scene, at), ""
                return None, "nothing after the colon"
            if at in closing:
                if at < subject_end:
                    at = min(closing[at] + 1, end)
                    continue
                predicate = "object+predicate" in takes and (
                    subject_end > after or not tokens[begins].word.nominal
                )
                if (
                    nominal
                    and (predicate or "NP" in takes)
                    and _before_quotation(scene, begins, at, subject_end)
                ):
                    return Content(begins, "object", "clause" if predicate else "nominal"), ""
                if nominal and before is not None and before.key in prepositions and at > after + 1:
                    return Content(at, "preposition", "nominal"), ""
                if _governed_within(scene, at, subject_end, prepositions):
                    return Content(at, "quotation", "nominal"), ""
                near = entry.evidence in ("strong", "quote") or at <= subject_end + 4 or begins >= at
                if near and "quote" in entry.takes and is_content_quotation(scene, at):
                    return Content(at, "quotation", "clause"), ""
                at = min(closing[at] + 1, end)
                continue
            if word.text == "(":
                at = _past(scene, at, ")", end)
                continue
            if word.text in _DASHES and at >= subject_end:
                at = _past(scene, at, word.text, end)
                continue
            if word.text in _STOPS or word.text == "؛":
                break
            at += 1
            continue
        if word.tags & t.RELATIVE and at >= subject_end:
            close = _relative_end(scene, at, end)
            if close > at:
                at = close + 1
                continue
        if word.alef and word.conjunction == "و" and at >= subject_end:
            break  # وأن goes on with a clause that was opened elsewhere
        if complements(word, before, entry) and at >= after:
            start = at if word.pronoun else at + 1
            return Content(start, "clause", "clause"), ""
        if at >= subject_end and "هل" in takes and word.tags & t.QUESTION and not word.tags & t.NEGATION:
            return Content(at, "clause", "clause"), ""
        if at >= subject_end and nominal and (distant or at == subject_end or begins >= at):
            if _attached_relative(scene, at, end) in prepositions:
                return Content(at, "attached", "nominal"), ""
            if word.key in ("عما", "عمن") and "عن" in prepositions:
                asked = at + 1 < end and tokens[at + 1].word.key in ("اذا", "ان")
                return Content(at, "preposition", "clause" if asked else "nominal"), ""
            if word.tags & t.DEMONSTRATIVE and not (at + 1 < end and tokens[at + 1].word.article):
                at += 1
                continue
            if (
                word.key in prepositions
                and word.kind == "word"
                and at + 1 < end
                and not (before and before.tags & t.ATTRIBUTIVE)
            ):
                following = tokens[at + 1].word
                if complements(following, word, entry):
                    at += 1
                    continue
                where = (
                    following.tags & (t.SETTING | t.TIME)
                    and word.key == "في"
                    or following.tags & t.SETTING
                    and following.key.endswith(("ه", "ها"))
                    and word.key != "الى"
                )
                if not where and "NP" in takes and begins < at and _bare_object(scene, begins, subject_end):
                    return Content(begins, "object", "nominal"), ""
                if not where:
                    return Content(at + 1, "preposition", "nominal"), ""
            manner = word.tags & (t.MANNER | t.SETTING | t.TIME) and not (
                at + 1 < end and tokens[at + 1].word.tags & t.VERBAL_NOUN and not word.article
            )
            follows = tokens[at + 1].word if at + 1 < end else word
            pointing = word.rules & t.POINTING and (
                not follows.article or bool(follows.tags & (t.ROLE | t.TITLE))
            )
            attached = (
                ""
                if pointing
                else word.preposition or ("ب" if word.tags & t.MANNER and word.key.startswith("ب") else "")
            )
            if (
                attached
                and attached in prepositions
                and not manner
                and not (word.tags & t.PLACE and not distant)
            ) and not (
                attached == "ل"
                and word.tags & (t.MEDIA | t.LISTENER | t.OUTLET)
                or attached == "ب"
                and _clause_soon(scene, at + 1, end, entry)
            ):
                return Content(at, "attached", "nominal"), ""
            if word.text in ("ب", "بـ") and "ب" in prepositions:
                return Content(at, "attached", "nominal"), ""
        if at >= subject_end and is_reporting(scene, at) and at > after:
            break
        joined = at >= subject_end and word.tags & t.VERB and word.conjunction == "و"
        if joined and not any(_in_relative(token.word) for token in tokens[after:at]):
            break  # رفض وحاول أن …: another clause
        if (
            word.tags & t.CONNECTIVE and at >= subject_end and not word.tags & (t.TIME | t.PREPOSITION)
        ) and not (word.key in ("كما", "قد", "اما") or word.key == "غير" and not _turns(scene, at)):
            break
        at += 1
    if "quote" in takes:
        short = _short_quotation(scene, max(after, subject_end), at)
        if short >= 0:
            return Content(short, "quotation", "clause"), ""
    if not nominal:
        return None, "no content found after it"
    if "object+مسءولية" in takes and _names_blame(scene, begins, end, subject_end > after):
        return Content(begins, "object", "nominal"), ""
    if "object+predicate" in takes and _predicates(scene, begins, end):
        return Content(begins, "object", "clause"), ""
    later = _after_comma(scene, begins, end, entry, subject_end == after)
    if later is not None and tokens[begins - 1].word.text in _COMMAS:
        return later, ""
    if "NP" in takes or "claim" in takes:
        found = _object(scene, begins, subject_end, end)
        if found >= 0 and ("NP" in takes or scene.tokens[found].word.tags & t.CLAIM_NOUN):
            return Content(found, "object", "nominal"), ""
    if later is not None:
        return later, ""
    return None, "no content found after it"


def _turns(scene: Scene, at: int) -> bool:
    """Whether غير means but: غير أن, not غير المشارك."""
    return at + 1 < len(scene.tokens) and bool(scene.tokens[at + 1].word.tags & t.COMPLEMENTIZER)


def _bare_object(scene: Scene, at: int, subject_end: int) -> bool:
    """Whether an indefinite noun that can be no speaker stands between the subject and what follows: أعلن في
    بيان مسؤولية حركته عن …
    """
    word = scene.tokens[at].word
    speaker = HEADS & ~t.DOCUMENT | t.NAME | t.PLACE | t.NATIONALITY | t.TITLE | t.TIME | t.DEMONSTRATIVE
    return (
        not word.article
        and not word.tags & speaker
        and at not in scene.closing
        and _object(scene, at, subject_end, len(scene.tokens)) >= 0
    )


def _before_quotation(scene: Scene, at: int, quotation: int, subject_end: int) -> bool:
    """Whether what was said begins with a noun before the quotation: اعتبر القرار المتخذ "خطوة جيدة", أوضح
    ضرورة "الحوار"; but رددوا هتاف "…".
    """
    named = at + 1 == quotation and not scene.tokens[at].word.tags & t.VERBAL_NOUN
    return at < quotation and not named and _bare_object(scene, at, subject_end)


def _governed_within(scene: Scene, at: int, subject_end: int, prepositions: frozenset[str]) -> bool:
    """ندد الأمير "بالهجوم الإرهابي": the preposition that the verb takes, inside the marks right after it."""
    inner = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else None
    return (
        inner is not None
        and at <= subject_end + 1
        and scene.closing[at] > at + 2
        and (inner.preposition in prepositions if inner.preposition else inner.key in prepositions)
    )


_FARTHEST_BLAME = 12


def _names_blame(scene: Scene, at: int, end: int, told: bool) -> bool:
    """حملت الحكومة الحزب مسؤولية الهجوم: the object and what it is blamed for.

    `told` says whether a subject stands before it; right after the verb it may be تحمُّل مسؤولية.
    """
    for k in range(at, min(at + _FARTHEST_BLAME, end)):
        word = scene.tokens[k].word
        if word.stem == "مسءولية":
            return k > at or word.article or told
        if word.kind != "word" and k not in scene.closing and k not in scene.opening or word.tags & t.VERB:
            return False
    return False


def _predicates(scene: Scene, at: int, end: int) -> bool:
    """اعتبر الوزير القرار خطأ: a definite object, and after it an indefinite word that says what it is."""
    if at >= end:
        return False
    word = scene.tokens[at].word
    definite = (
        word.article or word.pronoun or word.tags & (t.NAME | t.PLACE | t.DEMONSTRATIVE | t.VERBAL_NOUN)
    )
    if word.kind != "word" or word.conjunction or word.preposition or not definite:
        return False
    for k in range(at + 1, min(at + _FARTHEST_BLAME, end)):
        word = scene.tokens[k].word
        if word.tags & (t.COMPLEMENTIZER | t.VERB) or word.text in (*_STOPS, ":"):
            return False
        indefinite = word.kind == "word" and not (word.article or word.pronoun or word.preposition)
        unknown = not word.tags & ~t.VERBAL_NOUN and len(word.key) > 3
        accusative = "\u064b" in word.text or unknown and word.key.endswith("ا")
        if indefinite and accusative and not word.tags & t.TIME:
            return True
    return False


def _past_addressee(scene: Scene, at: int, end: int, entry: Entry) -> int:
    """Past whom it was said to, where a bare object follows: أكدت الوزيرة للسفيرة دعمها, طلب منه حذفه."""
    if at + 1 >= end or "NP" not in entry.takes:
        return at
    word, then = scene.tokens[at].word, at + 1
    person = word.tags & (t.ROLE | t.NAME | t.GROUP) or word.stem.endswith("ين")
    if f"addressee+{word.preposition}" in entry.takes and person:
        while (
            then < end and scene.tokens[then].word.plain and not scene.tokens[then].word.tags & t.VERBAL_NOUN
        ):
            then += 1
    elif f"addressee+{word.key[:-1]}" not in entry.takes or word.key[-1] not in "هم":
        return at
    return then if then < end and _plain_object(scene.tokens[then].word) else at


def _in_relative(word: Word) -> bool:
    """What makes a verb after it go on with a clause about the source: بيان أصدره ووزعته, وهو أستاذ وسيطر."""
    return bool(word.tags & (t.RELATIVE | t.VERB) or word.rules & t.BACKGROUND or word.verb is not None)


def _attached_relative(scene: Scene, at: int, end: int) -> str:
    """The preposition of بما، مما، ممن before a verb that names it: ندد بما وصفه بالظلم."""
    key = scene.tokens[at].word.key
    if key[1:] not in ("ما", "من") or at + 1 >= end:
        return ""
    verb = scene.tokens[at + 1].word
    if not verb.forms and not verb.tags & t.VERB:
        return ""
    return {"ب": "ب", "م": "من"}.get(key[0], "")


_LONGEST_SUBJECT = 30


def _after_comma(scene: Scene, at: int, end: int, entry: Entry, bare: bool) -> Content | None:
    """أبدى فلان، مفوض الحد من الأسلحة، تفاؤله …; عبر سكان في الحي، وآخرون، عن رفضهم: what was said,
    after a comma and whatever was told of who said it. `bare` says that no subject was read.
    """
    if entry.evidence != "strong":
        return None
    for k in range(at + 1, min(at + _LONGEST_SUBJECT, end)):
        word, before = scene.tokens[k].word, scene.tokens[k - 1].word
        if word.text in _STOPS or word.tags & t.COMPLEMENTIZER or word.text == ":" or is_reporting(scene, k):
            return None
        unread = bare and k <= at + _SOON and word.tags & t.PREPOSITION  # وأشار بوزو إلى وجود …
        if before.text not in _COMMAS and not unread:
            continue
        if "NP" in entry.takes and _plain_object(word) and not word.tags & t.RELATIVE_FREE:
            return Content(k, "object", "nominal")
        if (
            word.key in entry.prepositions
            and k + 1 < end
            and not scene.tokens[k + 1].word.tags & t.ATTRIBUTIVE_SECOND
        ):
            following = scene.tokens[k + 1].word
            if not following.tags & t.COMPLEMENTIZER:
                return Content(k + 1, "preposition", "nominal")
            if k + 2 < end:
                return Content(k + 1 if following.pronoun else k + 2, "clause", "clause")
    return None


def _clause_soon(scene: Scene, at: int, end: int, entry: Entry) -> bool:
    """Whether بأن follows at once, so that what stands before it tells where: أفاد مصدرنا بالجهة بأن …"""
    return any(
        scene.tokens[k].word.preposition == "ب" and complements(scene.tokens[k].word, None, entry)
        for k in range(at, min(at + _SOON, end))
    )


def _short_quotation(scene: Scene, start: int, end: int) -> int:
    """A quotation too short to be taken for speech at once, where nothing else follows the verb."""
    for at in range(start, min(end, len(scene.tokens))):
        if at in scene.closing and scene.closing[at] - at > 2:
            before = scene.tokens[at - 1].word
            if before.rules & t.TITLING:
                return -1
            spoken_to = before.preposition == "ل" or before.tags & t.LISTENER
            if (
                not spoken_to
                and before.tags & (t.ORGANISATION | t.MEDIA | t.ROLE | t.OUTLET | t.NAME | t.SETTING)
                or before.text in ("ل", "لـ", "ب", "بـ")
            ):
                return -1
            return at
    return -1


def _relative_end(scene: Scene, at: int, end: int) -> int:
    """The comma that closes a relative clause between the subject and its content, -1 where the content comes
    before one.
    """
    k = at + 1
    while k < min(end, at + 30):
        word = scene.tokens[k].word
        if k in scene.closing:
            k = scene.closing[k] + 1
            continue
        if word.text in _COMMAS:
            return k
        if word.tags & t.COMPLEMENTIZER and word.alef == "i" or word.text in (":", *_STOPS):
            return -1
        k += 1
    return -1


def _plain_object(word: Word) -> bool:
    """A noun that stands for what was said and can be nothing else: مقتل، استعداده، ضرورة."""
    return (
        bool(word.tags & t.VERBAL_NOUN)
        and not word.article
        and not word.preposition
        and not word.conjunction
        and not word.tags & (t.ROLE | t.ORGANISATION | t.NAME | t.GROUP | t.TIME | t.DOCUMENT | t.QUANTIFIER)
    )


def _object_of_participle(scene: Scene, at: int) -> bool:
    """A verbal noun with ال right after a participle, which takes no subject: مؤكدا الاتفاق على …"""
    word = scene.tokens[at].word
    return (
        scene.tokens[at - 1].word.participle is not None
        and bool(word.tags & t.VERBAL_NOUN)
        and not word.preposition
        and not word.tags & (HEADS & ~t.DOCUMENT | t.NAME)
    )


def _after_colon(scene: Scene, at: int) -> Content:
    start = at + 1
    word = scene.tokens[start].word
    if word.tags & t.COMPLEMENTIZER and not word.pronoun and start + 1 < len(scene.tokens):
        return Content(start + 1, "colon", "clause")
    return Content(start, "colon", "clause")


def _past(scene: Scene, at: int, sign: str, end: int) -> int:
    for close in range(at + 1, min(at + 25, end)):
        if scene.tokens[close].word.text == sign:
            return close + 1
    return at + 1


def is_reporting(scene: Scene, at: int) -> bool:
    """Whether another attribution begins here: a participle of saying or a finite verb of saying with و."""
    word = scene.tokens[at].word
    if word.participle is not None and not word.tags & (t.ROLE | t.NAME):
        return True
    verb = word.verb
    return verb is not None and verb.prefix[:1] in ("و", "ف") and verb.entry.evidence != "light"


def skip_circumstances(scene: Scene, at: int, end: int) -> int:
    """Past what tells when and where it was said: days, dates, في بيان …, phrases between
    commas or dashes.
    """
    tokens = scene.tokens
    while at < end:
        word = tokens[at].word
        if word.text in _COMMAS and at + 1 < end:
            following = tokens[at + 1].word
            if (
                following.tags
                & (t.PREPOSITION | t.TIME | t.ATTRIBUTIVE | t.ADVERBIAL_PARTICIPLE | t.RELATIVE | t.CONDITION)
                or following.preposition
            ):
                close = next(
                    (k for k in range(at + 2, min(at + 40, end)) if tokens[k].word.text in _COMMAS), -1
                )
                if close < 0:
                    at += 1
                    continue
                at = close + 1
                continue
            at += 1
            continue
        if word.text in _DASHES:
            at = _past(scene, at, word.text, end)
            continue
        if word.tags & t.RELATIVE:
            close = _relative_end(scene, at, end)
            if close < 0:
                break
            at = close + 1
            continue
        if (
            word.kind == "number"
            or word.tags & (t.TIME | t.MONTH | t.NUMBER_WORD)
            and not word.tags & t.VERBAL_NOUN
        ):
            at += 1
            continue
        if word.text in ("/", ")") or word.tags & t.MANNER and not word.tags & (t.VERBAL_NOUN | t.SETTING):
            at += 1
            continue
        if word.text == "(":
            at = _past(scene, at, ")", end)
            continue
        if (
            word.tags & t.PREPOSITION
            and at + 1 < end
            and (tokens[at + 1].word.tags & (t.SETTING | t.TIME) or _dates(scene, at + 1, end))
        ):
            indefinite = not tokens[at + 1].word.article
            at += 2
            while at < end and _goes_on(tokens[at].word, tokens[at - 1].word):
                at += 1
            if indefinite and at < end and _relates(tokens[at].word):
                at = _relative_clause_end(scene, at, end)
            continue
        break
    return at


def _dates(scene: Scene, at: int, end: int) -> bool:
    """الثالث من إبريل, 3 من إبريل."""
    return (
        at + 2 < end
        and scene.tokens[at + 1].word.key == "من"
        and bool(scene.tokens[at + 2].word.tags & t.MONTH)
    )


def _relates(word: Word) -> bool:
    """Whether a verb goes on with an indefinite noun as its relative clause: في بيان نشره
    …, في كلمة ألقاها …
    """
    return (
        bool(word.tags & t.VERB)
        and word.key.endswith(("ه", "ها"))
        or not word.tags & t.VERBAL_NOUN
        and any(form.pronoun or form.tense == "p" for form in word.forms)
    )


def _relative_clause_end(scene: Scene, at: int, end: int) -> int:
    """Past a relative clause without الذي, up to a comma, a colon, the complementizer or a quotation that is
    speech.
    """
    while at < end:
        word = scene.tokens[at].word
        if word.text in (*_COMMAS, *_STOPS) or opens(scene, at):
            return at
        at = scene.closing[at] + 1 if at in scene.closing else at + 1
    return end


def _goes_on(word: Word, before: Word) -> bool:
    """Whether a word goes on with the phrase that a setting began: بيان مقتضب، مؤتمر صحفي مشترك، وقت سابق من
    اليوم.
    """
    if word.kind != "word":
        return word.kind == "number"
    if (
        word.tags & (t.TIME | t.MONTH | t.SETTING | t.NUMBER_WORD)
        or before.kind == "number"
        or before.tags & (t.NUMBER_WORD | t.QUANTIFIER)
    ):
        return True
    if before.tags & t.ORGANISATION and not before.article and word.pronoun:
        return True
    if before.tags & t.PREPOSITION and word.nominal and not word.tags & (t.VERBAL_NOUN | t.CLAIM_NOUN):
        return True
    if word.tags & (t.VERBAL_NOUN | t.RELATIVE_FREE | t.COMPLEMENTIZER | t.MANNER):
        return False
    if word.preposition:
        return word.article or bool(word.tags & (t.PLACE | t.ORGANISATION | t.KNOWN_ORGANISATION))
    return (
        word.article
        or bool(word.tags & (t.PREPOSITION | t.PLACE | t.NATIONALITY | t.OUTLET | t.KNOWN_ORGANISATION))
        or not word.tags
        and (word.key.endswith(("ي", "ة")) or _describes(word, before))
    )


def _describes(word: Word, before: Word) -> bool:
    """وقت سابق، بيان مقتضب: an indefinite noun of the setting with a word shaped like a participle."""
    if not before.tags & t.SETTING or before.article or word.pronoun or word.forms:
        return False
    return word.key[0] == "م" or word.key[1:2] == "ا" and len(word.key) == _ACTIVE


_ACTIVE = 4
"""Letters of the active participle of a simple verb: سابق."""


def _object(scene: Scene, at: int, subject_end: int, end: int) -> int:
    """The token where a bare object begins if one stands at token `at`, past the circumstances; else -1."""
    if at >= end:
        return -1
    word = scene.tokens[at].word
    if at in scene.closing:
        return at
    if word.tags & t.RELATIVE_FREE and word.key in ("ما", "من") and at + 1 < end:
        return at
    if word.kind == "number":
        return at
    if word.verb is not None and any(form.pronoun for form in word.forms) and at > subject_end:
        return -1  # في بيان نشره …
    if word.kind != "word" or word.conjunction or word.preposition == "ل":
        return -1
    if word.nominal or word.tags & (t.VERBAL_NOUN | t.DEMONSTRATIVE | t.QUANTIFIER | t.SETTING | t.NEGATION):
        return at
    return -1
