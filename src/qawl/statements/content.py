"""What was said: where the content of an attribution begins, and how it is introduced."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, accusative, feminine_perfect, imperfect
from qawl.lexicon.word import Entry, Word
from qawl.scene import Scene
from qawl.statements.circumstances import of_its_kind, skip_all_circumstances, skip_circumstances
from qawl.statements.events import COMPLEMENTS
from qawl.statements.governed import Place, is_attached
from qawl.statements.objects import (
    ANY,
    has_predicate,
    is_object_of_participle,
    is_plain_object,
    may_end,
    names_blame,
    object_at,
    past_addressee,
)
from qawl.statements.openings import (
    PAUSES,
    STOPS,
    Content,
    is_reporting,
    opens,
)
from qawl.statements.repeated import repeated
from qawl.statements.search import NOWHERE, search
from qawl.statements.shortquotation import short_quotation

__all__ = ["Content", "find", "is_claim", "opens", "skip_circumstances"]

_SOON = 3
"""Tokens of a subject that was not read, behind which its preposition stands."""
_LONGEST_SUBJECT = 30
"""Tokens of a subject behind which a content without إن is looked for."""
_SAYS = frozenset({"say", "add", "mention", "explain"})
"""Senses of verbs whose إن some newspapers leave out."""
_SHORTEST_CLAUSE = 5
"""Words of a clause without إن."""
_DENIES = frozenset({"deny", "reject"})
_CALLS = frozenset({"call", "demand", "request", "advise"})
"""Senses of verbs with which some newspapers leave out the preposition."""
_ACTS = t.VERBAL_NOUN | t.CLAIM_NOUN


def find(
    scene: Scene, after: int, subject_end: int, entry: Entry, end: int, nominal: bool
) -> tuple[Content | None, str]:
    """The content of a verb whose words end at `after` and whose subject ends at `subject_end`; or why there
    is none.
    """
    begins = past_addressee(scene, _begins(scene, subject_end, end, entry, nominal), end, entry)
    place = Place(scene, entry, after, subject_end, begins, end, nominal)
    if _object_at_once(place):
        return Content(begins, "object", "nominal"), ""
    found, stop = search(place)
    if stop == NOWHERE:
        return None, "nothing after the colon"
    if nominal and _takes_act(place, found):
        asked = _asked_of(place)
        if asked is not None and (found is None or asked.start < found.start):
            return asked, ""
    if found is not None and nominal and _told_of_object(place, found):
        return Content(begins, "object", "nominal"), ""
    if found is not None and nominal and _held_before(place, found):
        return Content(begins, "object", "clause"), ""
    if found is None and "quote" in entry.governed:
        found = short_quotation(scene, max(after, subject_end), stop, entry)
    if found is None and nominal:
        found = _unopened(place)
    if found is None and entry.sense in _SAYS and "إن" in entry.takes:
        found = _without_particle(place)
    return found, "" if found is not None else "no content found after it"


def _told_of_object(place: Place, found: Content) -> bool:
    """Whether the clause found is what another says of an object that stands before: أعلن أمس إسقاط طائرة قال
    إنها معادية; or is but what the claim asserts that is denied: نفى الاتهامات بأن الشركة مفلسة.
    """
    tokens, begins = place.scene.tokens, place.begins
    if found.by != "clause" or begins >= found.start:
        return False
    if place.entry.sense in _DENIES and not tokens[begins].word.preposition:
        another = any(form.tense == "s" for form in tokens[begins].word.forms)  # نفى إعلان الحكومة أنها
        return another or is_claim(place.scene, begins, place.end)
    if "NP" not in place.entry.governed:
        return False
    if not is_plain_object(tokens[begins].word):
        return False
    said = (tokens[k].word.verb for k in range(max(begins, found.start - _SOON), found.start))
    return any(verb is not None and not verb.prefix and verb.entry.clause for verb in said)


def _held_before(place: Place, found: Content) -> bool:
    """Whether what something is held to be stands before the clause found: اعتبر المشكلة هي الفقر، كأنه متأكد
    بأن.
    """
    if found.by != "clause" or "object+predicate" not in place.entry.governed:
        return False
    behind = place.begins == place.subject_end < found.start
    return behind and has_predicate(place.scene, place.begins, found.start - 1)


def _begins(scene: Scene, subject_end: int, end: int, entry: Entry, nominal: bool) -> int:
    """Where a content without a complementizer would begin: past all circumstances where the object or the
    preposition that the verb takes stands behind them.
    """
    bare = nominal and not entry.clause and ("NP" in entry.governed or entry.objects)
    begins = skip_circumstances(scene, subject_end, end, bool(bare))
    if not nominal:
        return begins
    then = skip_all_circumstances(scene, begins, end, entry.governed)
    if then in (begins, end):
        return begins
    word = scene.tokens[then].word
    taken = word.key in entry.prepositions or word.preposition in entry.prepositions
    bare = "NP" in entry.governed and (is_plain_object(word) or word.article)
    claim = "claim" in entry.governed and is_claim(scene, then, end)
    return then if taken or bare or claim else begins


def _object_at_once(place: Place) -> bool:
    """Whether a bare object that can be nothing else stands right after the subject: أعلنت الشرطة مقتل …"""
    scene, after, begins = place.scene, place.after, place.begins
    if not place.nominal or "NP" not in place.entry.governed or begins >= place.end:
        return False
    returned = begins == after + 1 and scene.tokens[after].word.rules & t.RETURNING  # أعلنت فيه رفضها
    if begins > after and place.subject_end == after and not returned:
        return False
    if "addressee" in place.entry.governed and scene.tokens[begins].word.rules & t.EVERYONE:
        return False  # ناشدت الحركة كافة الأطراف وقف القتال
    if (
        scene.tokens[begins].word.rules & t.ISSUED
        and scene.tokens[min(begins + 1, place.end - 1)].word.tags & t.TIME
    ):
        return False  # كشف تقرير، نشر الثلاثاء، أن
    plain = is_plain_object(scene.tokens[begins].word) or of_its_kind(scene, begins, place.end)
    if plain and not scene.tokens[begins].word.rules & t.CHANTED:
        return not (begins == place.subject_end and _needs_name(scene, begins - 1))
    return begins == after and is_object_of_participle(scene, begins)


def _needs_name(scene: Scene, at: int) -> bool:
    """جمعية حماية المستهلك: what an organisation without ال does is its name."""
    word, following = scene.tokens[at].word, scene.tokens[min(at + 2, len(scene.tokens) - 1)].word
    named = t.KNOWN_ORGANISATION | t.OUTLET | t.PLACE | t.NAME | t.MEDIA
    bare = word.tags & t.ORGANISATION and not (word.article or word.pronoun or word.tags & named)
    return bool(bare) and following.article


def _without_particle(place: Place) -> Content | None:
    """وقال السائق، وهو من سكان الحي، الطريق ما زال مغلقا: a clause behind the comma that closes what tells
    who said it, where and when; not a noun with what is told of it (قصيدة يحفظها الناس).
    """
    scene, end = place.scene, place.end
    at = skip_all_circumstances(scene, place.subject_end, end, place.entry.governed)
    if at <= place.subject_end or at + _SHORTEST_CLAUSE > end or scene.tokens[at - 1].word.text not in PAUSES:
        return None
    first, lead = scene.tokens[at].word, scene.tokens[max(place.after - 2, 0)].word
    if first.kind != "word" or first.conjunction or first.tags & (t.CONNECTIVE | t.RELATIVE):
        return None
    if lead.tags & (t.ATTRIBUTIVE | t.RELATIVE_FREE):
        return None  # كما يقول فلان، …
    if place.after - 2 - (lead.text in PAUSES) in scene.opening:
        return None  # "…"، يقول فلان، دون أن يحدد موعدا
    words = [token.word for token in scene.tokens[at:end]]
    if any(word.alef == "i" or word.participle or word.text == ":" for word in words):
        return None
    return Content(at, "clause", "clause") if _is_clause(words) else None


def _is_clause(words: list[Word]) -> bool:
    """Whether words begin with a verb, or have one that is no relative clause."""
    if _may_be_verb(words[0]) or feminine_perfect(words[0]):
        return True
    relative = next((k for k, word in enumerate(words) if word.tags & t.RELATIVE), len(words))
    pairs = zip(words, words[1:relative], strict=False)
    return any(_may_be_verb(word) and not _told_of(before) for before, word in pairs)


def _may_be_verb(word: Word) -> bool:
    return bool(word.tags & (t.VERB | t.AUXILIARY | t.NEGATION)) or imperfect(word)


def _told_of(before: Word) -> bool:
    """Whether a verb behind the word is no clause of its own: أغنية جديدة لم | يسمعها أحد."""
    indefinite = before.plain and not (before.article or before.tags & (t.FUNCTION | t.NAMES))
    return indefinite or _may_be_verb(before)


def _unopened(place: Place) -> Content | None:
    """The noun that is what was said where nothing opens it."""
    scene, begins, end, takes = place.scene, place.begins, place.end, place.entry.governed
    if place.entry.blames and names_blame(scene, begins, end, place.subject_end > place.after):
        return Content(begins, "object", "nominal")
    if "object+predicate" in takes and has_predicate(scene, begins, end):
        return Content(begins, "object", "clause")
    later = _after_comma(place)
    if later is not None and scene.tokens[begins - 1].word.text in PAUSES:
        return later
    if "NP" in takes or "claim" in takes:
        found = object_at(scene, begins, place.subject_end, end)
        if found >= 0 and _governed_by_another(scene.tokens[found].word, place.entry):
            return later  # يدين الفريق بفوزه لجماهيره
        if found >= 0 and ("NP" in takes or is_claim(scene, found + (found in scene.closing), end)):
            return Content(found, "object", "nominal")
    return later or _later_object(place) or _later_preposition(place)


def _governed_by_another(word: Word, entry: Entry) -> bool:
    """Whether an act bears a preposition that the verb does not take, so that it is no object."""
    acts = word.preposition and word.tags & t.VERBAL_NOUN
    return bool(acts) and not entry.clause and word.preposition not in entry.prepositions


def _takes_act(place: Place, found: Content | None) -> bool:
    """Whether an act may stand behind whom the verb calls on, of the verbs that take ب or إلى too where
    neither stands: طالب قادة العالم دعم بلاده.
    """
    entry = place.entry
    if "addressee" not in entry.governed or found is not None and found.form != "nominal":
        return False
    if "NP" in entry.governed:
        return True
    pointed = place.after < place.end and place.scene.tokens[place.after].word.rules & t.RETURNING
    return found is None and entry.sense in _CALLS and not pointed


def _asked_of(place: Place) -> Content | None:
    """ناشد المدير المنظمات الدولية إدخال الوقود: the second noun is what was asked of the first."""
    scene, at, end = place.scene, place.begins, place.end
    if at >= end:
        return None
    subject = at == place.after and not accusative(scene.tokens[at].word)  # وناشد المواطنين عدم التسرع
    if place.subject_end == place.after and subject:
        return None
    for k in range(at, min(at + _LONGEST_SUBJECT, end)):
        word = scene.tokens[k].word
        if _ends_search(scene, k) or word.kind == "sign":
            return None
        noun = word.tags & t.VERBAL_NOUN and not (word.preposition or word.conjunction)
        noun = noun and not word.rules & t.EVERYONE
        before = scene.tokens[k - 1].word
        owned = before.key.endswith(("ها", "هم", "ته"))
        owned = owned or before.rules & t.EVERYONE > 0 and k > at + 1  # ناشد الأطراف كافة التحرك
        first = k == at and place.subject_end > place.after  # مناشدة السكان التبرع بالدم
        described = word.article and word.stem.endswith("ة")  # الأطراف المشاركة
        if "NP" not in place.entry.governed and (k == at == place.subject_end or described):
            continue
        if noun and not word.tags & (HEADS | t.SURE_NAME) and (first or owned or may_end(scene, k - 1)):
            return Content(k, "object", "nominal")
    return None


def is_claim(scene: Scene, at: int, end: int) -> bool:
    """اتهامات، هذه الاتهامات، أي تفاوض، هذا الكلام، ما قاله الوزير: what others say or want."""
    word = scene.tokens[at].word
    if word.tags & t.DEMONSTRATIVE and at + 1 < end:
        noun = scene.tokens[at + 1].word
        return bool(noun.tags & t.CLAIM_NOUN) or any(form.tense in "ms" for form in noun.forms)
    if word.tags & t.RELATIVE_FREE and word.key == "ما" and at + 1 < end:
        if scene.tokens[at - 1].word.tags & t.VERBAL_NOUN and not scene.tokens[at - 1].word.article:
            return False  # رفض تأكيد ما ذكرته الصحيفة
        # رفض ما سماه تسييس الملف، ما قاله الوزير، ما قيل عنه، ما جاء في البيان، ما يتم تداوله
        told = scene.tokens[at + 1].word
        if told.rules & t.PROCEEDING and at + 2 < end:
            told = scene.tokens[at + 2].word
        said = any(form.passive or "source+في" in form.entry.takes for form in told.forms)
        return told.key.endswith("ه") or said
    some = word.key in ANY and at + 1 < end
    return bool(scene.tokens[at + 1 if some else at].word.tags & t.CLAIM_NOUN)


def _after_comma(place: Place) -> Content | None:
    """أبدى فلان، مفوض الحد من الأسلحة، تفاؤله …; عبر سكان في الحي، وآخرون، عن رفضهم; رحب فلان، الوزير لدى
    المنظمة، بالقرار: what was said, after a comma and whatever was told of who said it.
    """
    scene, at, end, entry = place.scene, place.begins, place.end, place.entry
    if entry.evidence != "strong" or at >= end:
        return None
    bare = place.subject_end == place.after
    if scene.tokens[at - 1].word.text in PAUSES and "NP" in entry.takes and _plain_at(place, at):
        return Content(at, "object", "nominal")
    for k in range(at + 1, min(at + _LONGEST_SUBJECT, end)):
        word, before = scene.tokens[k].word, scene.tokens[k - 1].word
        if _ends_search(scene, k):
            return None
        unread = bare and k <= at + _SOON and word.tags & t.PREPOSITION  # وأشار بوزو إلى وجود …
        if before.text not in PAUSES and not unread:
            continue
        if "NP" in entry.takes and is_plain_object(word) and not word.tags & t.RELATIVE_FREE:
            return Content(k, "object", "nominal")
        told = not entry.clause or word.tags & t.CLAIM_NOUN  # نفت الشركة، ومقرها لندن، الاتهامات
        if told and "NP" in entry.takes and _definite_object(word):
            return Content(k, "object", "nominal")
        if not unread and is_attached(place, k):
            return Content(k, "attached", "nominal")
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


def _plain_at(place: Place, at: int) -> bool:
    return at < place.end and is_plain_object(place.scene.tokens[at].word)


def _definite_object(word: Word) -> bool:
    """ثمن مصدر في الحركة، لقناة محلية، القرار: a definite noun that tells nothing of who spoke."""
    return (
        word.article
        and word.nominal
        and not word.tags & (t.ROLE | t.TITLE | t.NAME | t.GROUP | t.NATIONALITY)
    )


def _ends_search(scene: Scene, at: int) -> bool:
    word = scene.tokens[at].word
    return (
        word.text in STOPS or word.tags & t.COMPLEMENTIZER > 0 or word.text == ":" or is_reporting(scene, at)
    )


def _later_object(place: Place) -> Content | None:
    """أعلن الجيش في شباط الماضي رسميا تأسيس …: what was announced, behind all that tells where and when."""
    scene, at, end, entry = place.scene, place.begins, place.end, place.entry
    taken = {"NP", "claim"} & entry.takes  # رفض الوزير في القاهرة أمس هذه الاتهامات
    if entry.evidence != "strong" or not taken or place.subject_end == place.after:
        return None
    related = False
    for k in range(at, min(at + _LONGEST_SUBJECT, end)):
        word = scene.tokens[k].word
        if _ends_search(scene, k):
            return None
        if word.tags & t.RELATIVE:
            related = True  # الذي يشرف على العملية؛ خلال زيارة قام بها
        elif (word.tags & t.VERB or word.verbal) and not (related or word.participle):
            return None
        own = word.pronoun or k + 1 < end and scene.tokens[k + 1].word.pronoun
        told = is_plain_object(word) if "NP" in taken else is_claim(scene, k, end)
        if told and word.preposition:
            before = scene.tokens[k - 1].word
            act = before.tags & t.VERBAL_NOUN and not before.preposition
            return Content(k - 1, "object", "nominal") if act and k > at else None  # رفض القبول بخطة
        if k > at and told and may_end(scene, k - 1) and (own or not related):
            return Content(k, "object", "nominal")
    return None


def _later_preposition(place: Place) -> Content | None:
    """ندد الحزب الذي أسسه فلان بقرار …, أعربت الدول الأعضاء في المجلس عن تعاطفها: the act behind the
    preposition that the verb takes, past all that belongs to who spoke.
    """
    scene, end, entry = place.scene, place.end, place.entry
    if entry.evidence != "strong" or place.subject_end == place.after or place.after >= end:
        return None
    first = scene.tokens[place.after].word
    somebody = first.article or first.tags & (HEADS | t.NAME | t.TITLE | t.PLACE)
    if entry.sense == "point_out" and (not somebody or first.tags & (_ACTS | t.DOCUMENT)):
        return None  # تشير عمليات القتل إلى
    for k in range(place.subject_end, min(place.subject_end + _LONGEST_SUBJECT, end - 1)):
        word, following = scene.tokens[k].word, scene.tokens[k + 1].word
        if _ends_search(scene, k) or word.text in PAUSES or word.tags & t.VERB and word.conjunction:
            return None
        if word.tags & _ACTS and is_attached(place, k):
            return Content(k, "attached", "nominal")
        takes = word.key in entry.prepositions and word.key in COMPLEMENTS and following.tags & _ACTS
        if takes and repeated(scene, place.subject_end, k, end) < 0:
            return Content(k + 1, "preposition", "nominal")
    return None
