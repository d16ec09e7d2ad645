"""What was said, looked for token by token after the verb and its subject."""

from __future__ import annotations

from msgspec import Struct

from qawl.lexicon import tags as t
from qawl.lexicon.word import Entry, Word
from qawl.scene import COMMAS, Scene
from qawl.statements.circumstances import past, relative_end
from qawl.statements.objects import before_quotation, is_bare_object, is_plain_object
from qawl.statements.openings import (
    DASHES,
    DETACHED,
    PAUSES,
    STOPS,
    Content,
    complements,
    is_content_quotation,
    is_reporting,
    says_in_it,
)

NOWHERE = -1
"""Where a search ends that met a colon with nothing after it."""
_FARTHEST = 60
"""How many steps there may be between a verb and its content."""
_SOON = 3
_NEAR = 10
_LONGEST_COMPLEMENT = 8
"""Tokens behind a participle in which what it governs ends: الدول الراعية لاتفاق وقف إطلاق النار."""
_LONGEST_PLACE = 8
"""Words between where somebody is and what he said: المدير بتوزر، رضا بن علي، بأن."""
_SAYING = frozenset(
    {"say", "inform", "comment", "conclude", "mention", "confirm", "announce", "add", "answer"}
)
"""Senses of verbs after which ب with a speech or meeting tells where it was said."""


class Place(Struct, frozen=True):
    """Where the content of a verb is looked for: its words end at `after`, its subject at `subject_end`, what
    belongs to both at `begins`, where a bare object would stand. `nominal` says whether a noun may be it.
    """

    scene: Scene
    entry: Entry
    after: int
    subject_end: int
    begins: int
    end: int
    nominal: bool


def search(place: Place) -> tuple[Content | None, int]:
    """The content that something opens after the verb; or none, and where the search ended."""
    tokens = place.scene.tokens
    at = place.after
    for _ in range(_FARTHEST):
        if at >= place.end:
            break
        step = _at_sign(place, at) if tokens[at].word.kind == "sign" else _at_word(place, at)
        if isinstance(step, Content):
            return step, at
        if step in (at, NOWHERE):
            return None, step
        at = step
    return None, at


def _at_sign(place: Place, at: int) -> Content | int:
    """The content that a sign opens, or the token to go on with: the sign itself where it ends the search."""
    text = place.scene.tokens[at].word.text
    if text == ":":
        return _after_colon(place.scene, at) if at + 1 < place.end else NOWHERE
    if at in place.scene.closing:
        return _quotation(place, at) or min(place.scene.closing[at] + 1, place.end)
    if text in COMMAS and at >= place.subject_end and (close := _aside_end(place, at)) > at:
        return close + 1
    if text == "(":
        return past(place.scene, at, ")", place.end)
    if text in DASHES and at >= place.subject_end:
        return past(place.scene, at, text, place.end)
    follows = place.scene.tokens[at + 1].word if at + 1 < place.end else None
    if text == "؛" and follows is not None and follows.alef:
        return at + 1
    inner = place.scene.after_short_title(at) or place.scene.inside_word(at)
    return at if text in (*STOPS, "؛") and not inner else at + 1


def _aside_end(place: Place, at: int) -> int:
    """The comma that closes a phrase of circumstance before the clause: أشار، خلال اجتماع للوزراء، إلى أن …;
    -1 where none does.
    """
    tokens, end = place.scene.tokens, place.end
    if at + 2 >= end or not tokens[at + 1].word.tags & (t.PREPOSITION | t.TIME):
        return -1
    close = next((k for k in range(at + 2, end) if tokens[k].word.kind == "sign"), -1)
    if close < 0 or close + 2 >= end or tokens[close].word.text not in COMMAS:
        return -1
    if any(token.word.alef for token in tokens[at + 1 : close]):
        return -1
    word, before = tokens[close + 1].word, tokens[close].word
    if word.key in place.entry.before_an:
        word, before = tokens[close + 2].word, word
    if complements(word, before, place.entry):
        return close
    governed = place.entry.prepositions
    first = tokens[at + 1].word
    noun = place.nominal and first.key not in governed and tokens[close + 1].word.key in governed
    return close if noun else -1


def _quotation(place: Place, at: int) -> Content | None:
    """The content at a quotation, if it is one, or ends one that began before it: اعتبر القرار "خطوة"."""
    scene, entry, begins, subject_end = place.scene, place.entry, place.begins, place.subject_end
    if at < subject_end:
        return None
    before = scene.tokens[at - 1].word if at else None
    predicate = "object+predicate" in entry.governed
    if (
        place.nominal
        and (predicate or "NP" in entry.governed)
        and before_quotation(scene, begins, at, subject_end, predicate)
    ):
        return Content(begins, "object", "clause" if predicate else "nominal")
    if place.nominal and before is not None and before.key in entry.prepositions and at > place.after + 1:
        return _behind_preposition(scene, at)
    if _governed_within(scene, at, subject_end, entry.prepositions):
        return Content(at, "quotation", "nominal")
    near = entry.evidence in ("strong", "quote") or at <= subject_end + 4 or begins >= at
    if near and "quote" in entry.takes and is_content_quotation(scene, at):
        return Content(at, "quotation", "clause")
    return None


def _at_word(place: Place, at: int) -> Content | int:
    """The content that a word opens, or the token to go on with: the word itself where it ends the search."""
    scene, entry = place.scene, place.entry
    word = scene.tokens[at].word
    behind = at >= place.subject_end
    if behind and word.tags & t.RELATIVE:
        close = relative_end(scene, at, place.end)
        if close > at:
            return close + 1
        if (opening := _behind_relative(place, at)) > at:
            return opening
        if (noun := _noun_behind_relative(place, at)) is not None:
            return noun
    attributive = word.tags & t.ATTRIBUTIVE and not word.tags & t.CONNECTIVE
    if behind and attributive and scene.tokens[at - 1].word.text in PAUSES:
        words = ((k, scene.tokens[k].word) for k in range(at + 1, place.end))
        return next((k for k, w in words if w.text in PAUSES or w.tags & t.COMPLEMENTIZER), at)
    if behind and word.alef and word.conjunction == "و":
        return at  # وأن goes on with a clause that was opened elsewhere
    if complements(word, scene.tokens[at - 1].word if at else None, entry):
        return Content(at if word.pronoun else at + 1, "clause", "clause")
    if behind and "هل" in entry.governed and _asks(scene, at, place.end):
        return Content(at, "clause", "clause")
    if behind and place.nominal and (entry.distant or at == place.subject_end or place.begins >= at):
        step = _governed(place, at)
        if step is not None:
            return step
    return at if behind and _goes_elsewhere(place, at) else at + 1


def _behind_relative(place: Place, at: int) -> int:
    """Where the clause of the verb opens behind a relative that reports nothing: أكد الوزير الذي أشرف على
    الحملة أن …; -1 where it does not.
    """
    for k in range(at + 1, place.end):
        word = place.scene.tokens[k].word
        if word.kind == "sign" or word.verb is not None and k <= at + _SOON:
            return -1
        if word.alef:
            opens_it = complements(word, place.scene.tokens[k - 1].word, place.entry)
            return k if opens_it and not word.conjunction else -1
    return -1


def _noun_behind_relative(place: Place, at: int) -> Content | None:
    """The noun that a verb of saying governs by a preposition, behind a relative of its subject that reports
    nothing: ندد الحزب الذي أسسه فلان بالقرار.
    """
    scene = place.scene
    if not place.nominal or place.entry.evidence != "strong" or at + 1 >= place.end:
        return None
    found: Content | None = None
    for k in range(at + 1, place.end):
        word = scene.tokens[k].word
        if word.kind == "sign" or word.alef or word.verb is not None and k <= at + _SOON:
            break
        detached = word.key in place.entry.prepositions and word.tags & t.PREPOSITION and k + 1 < place.end
        if k > at + 1 and (detached or is_attached(place, k)):
            if found is not None and k > found.start + _SOON:
                break
            found = _behind_preposition(scene, k + 1) if detached else Content(k, "attached", "nominal")
    return found


def _asks(scene: Scene, at: int, end: int) -> bool:
    """هل، كيف، إذا، ما الذي، ما هو: opens an indirect question."""
    word = scene.tokens[at].word
    following = scene.tokens[at + 1].word if at + 1 < end else None
    if word.key == "ما" and following is not None:
        return bool(following.tags & (t.RELATIVE | t.PRONOUN))
    return word.key == "اذا" or bool(word.tags & t.QUESTION and not word.tags & t.NEGATION)


def _governed(place: Place, at: int) -> Content | int | None:
    """The noun that the verb governs by a preposition at the token, or the token to go on with where the
    word is surely none, else None.
    """
    scene, entry, end = place.scene, place.entry, place.end
    word = scene.tokens[at].word
    if entry.objects and at < place.begins:
        return at + 1  # عزت الشركة، في بيان إلى السوق، الارتفاع إلى
    following = scene.tokens[at + 1].word if at + 1 < end else None
    if _attached_relative(scene, at, end) in entry.prepositions:
        return Content(at, "attached", "nominal")
    if _of_participle(place, at):
        return at + 1
    if word.key in ("عما", "عمن") and "عن" in entry.prepositions:
        asked = following is not None and following.key in ("اذا", "ان")
        return Content(at, "preposition", "clause" if asked else "nominal")
    if word.tags & t.DEMONSTRATIVE and not (following is not None and following.article):
        return at + 1
    before = scene.tokens[at - 1].word if at else None
    reply = t.PREPOSITION | t.ADVERBIAL_PARTICIPLE  # ردا على، تعليقا على
    attributive = before is not None and (before.tags & t.ATTRIBUTIVE or before.tags & reply == reply)
    if word.key == "من" and before is not None and before.key in ("اكثر", "اقل"):
        return None
    if word.text in ("ب", "بـ") and "ب" in entry.prepositions:
        return Content(at, "attached", "nominal")
    if word.key in entry.prepositions and "NP" in entry.governed:
        act = next((k for k in (at - 1, at - 2) if _is_act(place, k, at)), -1)
        if act >= 0:
            return Content(act, "object", "nominal")
    if word.key in entry.prepositions and word.kind == "word" and following is not None and not attributive:
        if complements(following, word, entry):
            return at + 1
        third = scene.tokens[at + 2].word if at + 2 < end else word
        if following.rules & t.POINTING and not third.article:
            return at + 1  # أشار إلى ذلك
        doubted = entry.sense == "doubt" and following.article and at == place.subject_end  # شكك في الإعلان
        if doubted or not (_tells_where(word, following) or _published(before, word, following)):
            if (
                "NP" in entry.governed
                and place.begins < at
                and is_bare_object(scene, place.begins, place.subject_end)
            ):
                return Content(place.begins, "object", "nominal")
            return _behind_preposition(scene, at + 1)
    if is_attached(place, at):
        return Content(at, "attached", "nominal")
    return None


def _of_participle(place: Place, at: int) -> bool:
    """Whether the preposition at the token belongs to the participle before it, since what the verb governs
    stands behind: دعا الدول الراعية للاتفاق إلى الالتزام به.
    """
    scene, governed = place.scene, place.entry.prepositions
    before, word = scene.tokens[at - 1].word, scene.tokens[at].word
    if not (before.article and before.rules & t.COMPLEMENTED and scene.tokens[at - 2].word.article):
        return False
    if word.preposition not in governed and word.key not in governed:
        return False
    for k in range(at + 1, min(at + _LONGEST_COMPLEMENT, place.end)):
        word, noun = scene.tokens[k].word, scene.tokens[min(k + 1, place.end - 1)].word
        if word.kind == "sign" or word.verb is not None or word.tags & (t.CONNECTIVE | t.COMPLEMENTIZER):
            return False
        if word.key in governed and noun.tags & t.VERBAL_NOUN:
            return True
        if word.preposition in governed and word.tags & t.VERBAL_NOUN:
            return True
    return False


def _behind_preposition(scene: Scene, at: int) -> Content:
    """The content at a token that a preposition stands before: بـ«الإفراج عنه» keeps it, as بالإفراج does."""
    if scene.tokens[at - 1].word.text in DETACHED:
        return Content(at - 1, "attached", "nominal")
    return Content(at, "preposition", "nominal")


def _tells_where(word: Word, following: Word) -> bool:
    """Whether a preposition and the word after it tell where, when or by whom it was said: في بيان, على
    صفحته, على لسان فلان.
    """
    if following.key == "لسان" or following.rules & (t.OCCASION | t.SIDE):
        return True
    whereabouts = word.key not in ("الى", "عن")  # اعتذر عن تصريحاته
    own = following.tags & t.SETTING and following.key.endswith(("ه", "ها")) and whereabouts
    return bool(following.tags & (t.SETTING | t.TIME) and word.key == "في" or own)


def _is_act(place: Place, at: int, preposition: int) -> bool:
    """Whether the noun before a preposition is what was said: أعلنت الحركة … مسؤوليتها عن الهجوم, أعلن …
    مسؤولية حركته عن الهجوم.
    """
    tokens = place.scene.tokens
    if at < place.subject_end or tokens[at - 1].word.tags & t.PREPOSITION:
        return False
    owned = tokens[preposition - 1].word.pronoun != "" and tokens[preposition - 1].word.nominal
    return owned and is_plain_object(tokens[at].word) and not tokens[at].word.tags & t.SETTING


def _published(before: Word | None, word: Word, following: Word) -> bool:
    """Whether a site, behind what was published there, tells where it was said: في تغريدة على تويتر."""
    if before is None or not before.tags & t.SETTING or word.key != "على":
        return False
    return bool(following.tags & (t.OUTLET | t.MEDIA)) and not following.pronoun


def is_attached(place: Place, at: int) -> bool:
    """Whether the word bears the preposition that the verb takes, and is not the manner, place or addressee:
    طالب بالإفراج; but أكد للصحفيين, بثقة.
    """
    scene, entry, end = place.scene, place.entry, place.end
    word = scene.tokens[at].word
    follows = scene.tokens[at + 1].word if at + 1 < end else word
    if word.rules & t.POINTING and (not follows.article or follows.tags & (t.ROLE | t.TITLE)):
        return False
    attached = word.preposition or ("ب" if word.tags & t.MANNER and word.key.startswith("ب") else "")
    present = word.rules & t.ATTENDANCE and entry.sense not in _SAYING  # رحب بمشاركة فلان
    if (
        not attached
        or attached not in entry.prepositions
        or word.tags & t.PREPOSITION
        and not (word.preposition or present)
    ):
        return False
    told_in = t.SETTING if entry.sense in _SAYING else 0  # صرح ببيان, not ندد بتصريحات
    manner = (
        word.tags & (t.MANNER | told_in | t.TIME)
        and not present
        and not (at + 1 < end and follows.tags & t.VERBAL_NOUN and not (word.article or follows.preposition))
    )
    asks = "addressee" in entry.governed and not told_in  # ناشد جندي بتبوك الأمير بمساعدته
    where = word.tags & t.PLACE and (asks or not entry.distant)
    if manner or where:
        return False
    if attached == "ل":
        told = word.tags & (t.MEDIA | t.LISTENER | t.OUTLET)
        return not told and not _called_on_before(scene, at, end, entry)
    return attached != "ب" or not _clause_soon(scene, at + 1, end, entry, word.tags & t.VERBAL_NOUN == 0)


def _also_says(place: Place, at: int) -> bool:
    """Whether another reports here, and an object stands before: نفت برلين الاتهامات كما قال الوزير إن …"""
    tokens = place.scene.tokens
    reports = tokens[at].word.verb is not None and tokens[at - 1].word.key == "كما"
    return reports and "NP" in place.entry.governed and place.begins + 1 < at


def _called_on_before(scene: Scene, at: int, end: int, entry: Entry) -> bool:
    """Whether a word with ل still tells who is called on, and إلى to what: الدول الراعية لاتفاق السلام إلى …,
    الأحزاب المعارضة للحكومة إلى …
    """
    if not {"ل", "الى"} <= entry.prepositions:
        return False
    near = range(at + 1, min(at + _NEAR, end))
    stop = next((k for k in near if scene.tokens[k].word.kind == "sign"), end)
    called = next((k for k in near if scene.tokens[k].word.key == "الى" and k < stop), -1)
    if called < 0:
        return False
    word, before = scene.tokens[at].word, scene.tokens[at - 1].word
    if word.tags & (t.ORGANISATION | t.PLACE | t.GROUP | t.ROLE) or word.stem.endswith("ات"):
        return True
    describes = before.article and (before.stem[0] == "م" or before.stem[1:2] == "ا")
    other = t.GROUP | t.NAMES | (0 if scene.tokens[at - 2].word.article else t.ROLE)
    return called > at + 1 and describes and not before.tags & other


def _goes_elsewhere(place: Place, at: int) -> bool:
    """Whether another attribution or clause begins at a word behind the subject."""
    scene, after = place.scene, place.after
    word = scene.tokens[at].word
    if at > after and is_reporting(scene, at) or says_in_it(scene, at) or _also_says(place, at):
        return True
    joined = word.tags & t.VERB and word.conjunction == "و"
    if joined and not any(_in_relative(token.word) for token in scene.tokens[after:at]):
        return True  # رفض وحاول أن …: another clause
    if not word.tags & t.CONNECTIVE or word.tags & (t.TIME | t.PREPOSITION | t.NAME_PARTICLE | t.AUXILIARY):
        return False
    return word.key not in ("كما", "قد", "اما") and (word.key != "غير" or _turns(scene, at))


def _after_colon(scene: Scene, at: int) -> Content:
    """What a colon opens, without the complementizer that may follow it."""
    start = at + 1
    word = scene.tokens[start].word
    if word.tags & t.COMPLEMENTIZER and not word.pronoun and start + 1 < len(scene.tokens):
        return Content(start + 1, "colon", "clause")
    return Content(start, "colon", "clause")


def _governed_within(scene: Scene, at: int, subject_end: int, prepositions: frozenset[str]) -> bool:
    """ندد الأمير "بالهجوم الإرهابي": the preposition that the verb takes, inside the marks right after it."""
    inner = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else None
    return (
        inner is not None
        and at <= subject_end + 1
        and scene.closing[at] > at + 2
        and (inner.preposition in prepositions if inner.preposition else inner.key in prepositions)
    )


def _attached_relative(scene: Scene, at: int, end: int) -> str:
    """The preposition of بما، مما، ممن before a verb that names it: ندد بما وصفه بالظلم."""
    key = scene.tokens[at].word.key
    if key[1:] not in ("ما", "من") or at + 1 >= end:
        return ""
    verb = scene.tokens[at + 1].word
    if not verb.forms and not verb.tags & t.VERB:
        return ""
    return {"ب": "ب", "م": "من"}.get(key[0], "")


def _clause_soon(scene: Scene, at: int, end: int, entry: Entry, place: bool) -> bool:
    """Whether بأن follows, so that what stands before it tells where: أفاد مصدرنا بالجهة، فلان، بأن …; an act
    (بقتل مدني، بأنه) tells where only right before it.
    """
    for k in range(at, min(at + (_LONGEST_PLACE if place else _SOON), end)):
        word = scene.tokens[k].word
        if word.text in COMMAS and place:
            continue
        if word.kind == "sign" or word.conjunction or word.verbal:
            return False
        if word.preposition == "ب" and complements(word, None, entry):
            return True
    return False


def _in_relative(word: Word) -> bool:
    """What makes a verb after it go on with a clause about the source: بيان أصدره ووزعته, وهو أستاذ وسيطر."""
    return bool(word.tags & (t.RELATIVE | t.VERB) or word.rules & t.BACKGROUND or word.verb is not None)


def _turns(scene: Scene, at: int) -> bool:
    """Whether غير means but: غير أن, not غير المشارك."""
    return at + 1 < len(scene.tokens) and bool(scene.tokens[at + 1].word.tags & t.COMPLEMENTIZER)
