"""Why a noun behind a verb of saying is not what was said: a bare object, a thing, the passive."""

from __future__ import annotations

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.word import NOTHING, Entry, Word
from qawl.phrases import Phrase
from qawl.scene import COMMAS, Scene
from qawl.statements.agreement import CAN_SPEAK, is_ministry
from qawl.statements.antecedents import before_relative
from qawl.statements.choice import returns
from qawl.statements.circumstances import skip_all_circumstances
from qawl.statements.content import Content, is_claim
from qawl.statements.objects import is_asked_of

_ORDERED = CAN_SPEAK & ~(t.DOCUMENT | t.PLACE) | t.KNOWN_ORGANISATION
"""Who may be told to do something."""
_NEAR = 4
"""Tokens before a verb among which stands the text that speaks: بيان للوزارة أكد."""
_SHORTEST_FRONTED = 3
"""Tokens of a preposition, its noun and a comma."""
_PERSONS = ("ون", "ين", "ان", "ي")
"""How words for people end: plurals, duals, surnames and nationalities."""


def doubtful_nominal(
    scene: Scene, candidate: Candidate, subject: Phrase | None, found: Content, order: str
) -> str:
    """Why a nominal content is not believed, empty where it is."""
    if candidate.free_relative:
        return "what ما stands for is no content"
    if found.by == "object" and candidate.form.tense == "i" and _before_it_happened(scene, candidate.at):
        return "what came to pass (قبل أن يطلب اللجوء)"
    if _valued(scene, candidate.form.entry, found):
        return "another verb (يقدر الجهود)"
    if scene.withholds_name(found.start):
        return "asks not to be named (طلب عدم نشر اسمه)"
    if subject is not None and (why := _wrong_subject(scene, candidate, subject, found)):
        return why
    if _orders_nobody(scene, candidate, subject, found):
        return "a thing that is sent, and no order (وجه القناة بإشاراته إلى الجمهور)"
    if scene.tokens[found.start].word.key not in ("مما", "ممن") and _lacks_object(scene, candidate, found):
        return "the object that it takes is missing: accused, not accusing"
    if subject is not None and _relative_speaks(scene, candidate, subject, found):
        return ""
    return (
        _relative(scene, candidate, subject, found)
        or _bare_object(scene, candidate.form.entry, subject, found)
        or _no_verb(scene, candidate, subject, found, order)
        or _points(scene, candidate, subject, found)
        or _thing_told(scene, candidate.form.entry, found)
        or _no_speech(scene, candidate, subject, found, order)
    )


def _before_it_happened(scene: Scene, at: int) -> bool:
    """قبل أن: what follows is told of when something else happened."""
    words = [token.word for token in scene.tokens[max(at - 2, 0) : at]]
    return len(words) > 1 and bool(words[0].rules & t.HAPPENED) and words[1].alef in ("a", "?")


def _valued(scene: Scene, entry: Entry, found: Content) -> bool:
    """Whether the object of a verb of reckoning is no quantity, nor that there is something: يقدر الجهود; not
    قدر عدد الضحايا بالمئات، قدر وجود مئات.
    """
    first = scene.tokens[found.start].word
    reckons = entry.sense == "predict" and entry.evidence == "clause" and found.by == "object"
    counted = first.tags & (t.QUANTIFIER | t.CLAIM_NOUN) or first.rules & t.THING
    return reckons and (first.article or not counted)


def _orders_nobody(scene: Scene, candidate: Candidate, subject: Phrase | None, found: Content) -> bool:
    """Whether a thing stands where whoever is ordered would: وجه الجيش ضربات بالصواريخ; not وجه الوزير قوات
    الأمن بالتدخل.
    """
    entry, behind = candidate.form.entry, candidate.at + 1
    if entry.sense != "order" or entry.evidence != "clause" or found.by == "object":
        return False
    if subject is not None and subject.start >= behind:
        behind = subject.end
    behind = skip_all_circumstances(scene, behind, found.start, entry.governed)
    word = scene.tokens[behind].word
    somebody = (word.tags & _ORDERED or word.rules & t.EVERYONE) and not word.preposition
    return behind < found.start and not (somebody and scene.tokens[found.start].word.tags & t.VERBAL_NOUN)


def _wrong_subject(scene: Scene, candidate: Candidate, subject: Phrase, found: Content) -> str:
    """Why the subject has said nothing; empty where it may have."""
    near = scene.tokens[subject.start + 1 : subject.start + 3]
    if found.by == "object" and any(token.word.rules & t.PERCENT for token in near):
        return "a share of those asked holds it (يؤيد 53 في المئة من السكان الفكرة)"
    if found.by == "object" and _another_verb(scene, candidate, subject):
        return "the object of a verb that no table knows (درس الوزير طلب التمديد)"
    if subject.named or not (candidate.relative or found.by in ("object", "attached", "preposition")):
        return ""
    if _event_ends(scene, candidate, subject, found):
        return "how an event ended (اختتم اللقاء بتكريم المشاركين)"
    head, claim = scene.tokens[subject.start].word, scene.tokens[found.start].word.tags & t.CLAIM_NOUN
    if candidate.form.entry.sense in ("deny", "reject") and claim and found.start == subject.end:
        return ""  # نفى القطيش التهم
    called = "addressee" in candidate.form.entry.takes and found.start <= subject.end + 1
    shown = candidate.form.entry.sense == "express" and candidate.form.tense == "i"  # النزاع يعبر عن رغبة
    doubtful = candidate.relative or found.by == "object" or called or shown  # ودعت النهضة القوى إلى …
    thing = head.stem.endswith("ات") or doubtful and not head.stem.endswith(_PERSONS)
    before = scene.tokens[subject.start - 1].word if subject.start else NOTHING
    thing = thing and not (head.rules & t.LATEST and not before.article)  # ونفى الأخير وجود خلاف
    if head.article and not head.tags and thing and not is_ministry(scene, subject.start, candidate.form):
        return "the subject is nobody who speaks"
    return ""


def _event_ends(scene: Scene, candidate: Candidate, subject: Phrase, found: Content) -> bool:
    """Whether a meeting ends with what is done: اختتمت الندوة بتكريم فلان; not اختتم البيان بالدعوة."""
    head, done = scene.tokens[subject.start].word, scene.tokens[found.start].word
    said = any(form.tense in "ms" for form in done.forms) or head.tags & t.DOCUMENT
    return candidate.form.entry.sense == "conclude" and head.tags & t.SETTING > 0 and not said


def _another_verb(scene: Scene, candidate: Candidate, subject: Phrase) -> bool:
    """Whether what looks like the subject before a verb that may be a noun is a verb that no table knows with
    its own: وسلم الوفد للوزير طلب تمديد المهلة; not المحامي طلب الإفراج عن موكله.
    """
    cue, head = scene.tokens[candidate.at].word, scene.tokens[subject.start].word
    if subject.start > candidate.at or subject.end <= subject.start + 1 or candidate.form.tense != "p":
        return False
    owner = scene.tokens[subject.start + 1].word
    unknown = not (head.tags or head.article or head.forms or head.rules & t.LIKE_NAME)
    person = owner.article or owner.tags & CAN_SPEAK
    return bool(unknown and cue.nominal and person) and not cue.conjunction


def _lacks_object(scene: Scene, candidate: Candidate, found: Content) -> bool:
    """اتهم بالتربح: the passive of a verb that takes a person and what that person is accused of."""
    if found.start != candidate.at + 1 or candidate.form.pronoun:
        return False
    quoted = found.by == "quotation" and scene.tokens[found.start + 1].word.preposition == "ب"
    if found.by != "attached" and not quoted:
        return False
    return not candidate.form.entry.takes & {"ب", "ل", "addressee"}


def _relative_speaks(scene: Scene, candidate: Candidate, subject: Phrase, found: Content) -> bool:
    """Whether what the relative stands for says it, to a person or of an act: البيان الذي نفى صدور القرار،
    الرئيس الذي هنأ أسر الضحايا.
    """
    if not candidate.relative or candidate.form.pronoun or subject.start >= candidate.at:
        return False
    person = "person" in candidate.form.entry.takes and (subject.named or subject.head & (t.ROLE | t.TITLE))
    word = scene.tokens[found.start].word
    act = word.tags & t.VERBAL_NOUN
    of_whom = scene.tokens[candidate.at + 1].word.key == "من" and "addressee+من" in candidate.form.entry.takes
    if of_whom and act and not (word.article or word.pronoun) and found.by == "object":
        return True  # الوزير الذي طلب من جنوده مواصلة القتال
    if found.start == candidate.at + 1:
        return bool(act or person)
    apart = act and found.by == "object" and (subject.named or subject.head & CAN_SPEAK)
    limit = scene.limit(candidate.at)
    reached = skip_all_circumstances(scene, candidate.at + 1, limit, candidate.form.entry.governed)
    return bool(apart) and reached == found.start  # الوزير الذي نفى أمس وجود خلافات


def _relative(scene: Scene, candidate: Candidate, subject: Phrase | None, found: Content) -> str:
    """Why a relative clause tells of what stands before it; empty where it may be who speaks."""
    form, at = candidate.form, candidate.at
    in_it = scene.tokens[min(at + 1, len(scene.tokens) - 1)].word.rules & t.SAID_IN
    told = form.tense == "i" or form.gender == "f" and not in_it  # بكلمة حذرت فيها
    if subject is None and told and not form.prefix and _after_indefinite(scene, at):
        return "a relative clause of the noun before it (شعب يدعو إلى السلام)"
    if not candidate.relative:
        return ""
    if subject is None and not form.pronoun and _told_of_thing(scene, at):
        return "a thing's relative clause (الأسباب التي دعت إلى)"
    if found.by in ("preposition", "object") and _points_back(scene, candidate):
        return "what the relative stands for is not said here"  # القرار الذي حذر منه كثيرون
    behind = subject is not None and subject.start > at
    said_of_it = behind and _own_object(scene, found.start)
    of_them = form.number == "p" and not form.pronoun and _own_object(scene, found.start)
    of_him = subject is not None and behind and bool(scene.tokens[subject.start].word.pronoun)
    told_first = subject is not None and behind and subject.start == found.start + 1  # التي نفى صحتها الجيش
    returned = returns(scene, at) or of_him or told_first  # الحركة التي نفى زعيمها وجود خلافات
    object_told = found.by == "object" and not (returned or said_of_it or of_them)
    if object_told or subject is None and form.tense == "i":
        return "what the relative stands for is not said here"
    return ""


def _points_back(scene: Scene, candidate: Candidate) -> bool:
    """Whether the preposition that the verb takes bears the pronoun of the relative: حذر منه."""
    word = scene.tokens[candidate.at + 1].word if candidate.at + 1 < len(scene.tokens) else None
    if word is None or not word.rules & t.RETURNING:
        return False
    return any(
        word.key.startswith(preposition[:-1])
        for preposition in candidate.form.entry.prepositions
        if len(preposition) > 1
    )


def _bare_object(scene: Scene, entry: Entry, subject: Phrase | None, found: Content) -> str:
    """Why the object of a verb that reports with a clause is not what was said; empty where it may be."""
    if entry.evidence != "clause" or found.by != "object":
        return ""
    first = scene.tokens[found.start].word
    person = "person" in entry.takes and first.tags & (t.ROLE | t.TITLE | t.ORGANISATION)
    if person and subject is not None and subject.named:
        return ""  # هاجم فلان الرئيس السابق
    if not first.tags & t.VERBAL_NOUN or subject is None:
        return "a bare object, and the verb reports only with a clause"
    return ""


def _no_verb(scene: Scene, candidate: Candidate, subject: Phrase | None, found: Content, order: str) -> str:
    """Why the word without a subject may be a noun or the passive; empty where it is neither."""
    form, at = candidate.form, candidate.at
    if subject is not None or form.prefix:
        return ""
    first = at == 0 and (scene.kind == "body" or form.tense != "p")  # طلب تعزيز القوات heads a headline
    unsure = candidate.homograph and not first and order == "verb" and form.pronoun in ("", "نا")
    plain = found.by in ("attached", "preposition")
    if unsure and not (_behind_fronted(scene, at, plain) or returns(scene, at) or _pronoun_before(scene, at)):
        return "may be a noun here"
    passive = form.entry.sense in ("announce", "accuse", "reveal") and form.tense == "p" and not form.pronoun
    then = form.entry.sense != "accuse" and form.gender == "f" and at > 0
    then = then and scene.tokens[at - 1].word.tags & t.SUBORDINATOR > 0  # عندما كشفت تفاصيل الحادث
    act = scene.tokens[found.start].word
    own = act.tags & t.VERBAL_NOUN and act.pronoun == "ها"  # حين أعلنت رفضها
    then = then and not own
    if passive and (at == 0 and scene.kind == "body" or then):
        return "the passive, which is written alike (أعلنت حالة الطوارئ)"
    return ""


def _behind_fronted(scene: Scene, at: int, plain: bool) -> bool:
    """Whether a clause that waits for its main one and ends with no name stands before the verb, or only a
    preposition with its noun and a comma, where a plain one with its noun was said: وفي سياق متصل، تعهد به;
    وإذ أشاد بدور الجيش، طالب بتسليحه; not وبعدما قال كريم سعد، طالب بكلية الطب، إن.
    """
    words = [token.word for token in scene.tokens[:at]]
    if scene.kind != "body" or len(words) < _SHORTEST_FRONTED or words[-1].text not in COMMAS:
        return False
    if words[0].rules & t.FRONTING and any(word.verb is not None for word in words[1:_SHORTEST_FRONTED]):
        return not words[-2].tags & t.NAME
    opens = words[0].tags & t.PREPOSITION and not words[0].tags & t.COMPLEMENTIZER
    return bool(plain and opens) and not any(word.verbal or word.kind != "word" for word in words[1:-1])


def _points(scene: Scene, candidate: Candidate, subject: Phrase | None, found: Content) -> str:
    """Why a verb of pointing tells of a gesture; empty where it may say something."""
    if candidate.form.entry.sense != "point_out":
        return ""
    shown = scene.tokens[found.start].word
    if found.by == "attached" and shown.preposition == "ل" and not shown.tags & t.VERBAL_NOUN:
        return "points at somebody (يشير لعناصر)"
    if candidate.form.tense != "i":
        return ""
    if subject is not None and scene.tokens[subject.start].word.tags & t.DEMONSTRATIVE:
        return "shows, does not say (تشير هذه الأرقام إلى)"
    gesture = candidate.at and scene.tokens[candidate.at - 1].word.rules & t.BACKGROUND
    if gesture and not shown.tags & (t.VERBAL_NOUN | t.RELATIVE_FREE):
        return "a gesture (وهو يشير إلى بيته)"
    return ""


def _no_speech(scene: Scene, candidate: Candidate, subject: Phrase | None, found: Content, order: str) -> str:
    """Why a verb with so little around it does not report; empty where it may."""
    entry = candidate.form.entry
    if candidate.form.prefix.endswith("ل") and not _came_back(scene, candidate.at):
        return "an aim, not a statement (ليكشف)"
    if found.by == "preposition" and _says_itself(scene, found.start):
        return "the noun behind it says what follows (خلص إلى القول إن)"
    if subject is not None:
        return ""
    told = scene.tokens[found.start].word
    felt = told.tags & (t.VERBAL_NOUN | t.CLAIM_NOUN | t.RELATIVE_FREE) or found.form == "clause"
    of_subject = (told.pronoun or told.key[-2:]).endswith("ها" if candidate.form.gender == "f" else "ه")
    if entry.sense == "express" and candidate.form.tense == "i" and not (felt or of_subject):
        return "what something stands for (اللغة تمثل هويته وتعبر عن فكره)"
    bare = found.by == "object" and order == "verb"
    bare = bare and not is_asked_of(scene, candidate.at + 1, found.start, entry)  # طلب منه الحضور
    if bare and not _stands_for_speech(scene, entry, found.start):
        return "no subject, and no noun that stands for what was said"
    alone = found.by == "preposition" and entry.evidence == "clause"
    if alone and not scene.tokens[candidate.at].word.conjunction:
        return "a preposition alone does not make it speech"
    return ""


def _says_itself(scene: Scene, at: int) -> bool:
    """Whether القول and what it says begin at the token; not الاعتقاد بأن, of which one may warn."""
    word = scene.tokens[at].word
    said = word.article and any(form.entry.lemma == "قال" for form in word.forms)
    return said and at + 1 < len(scene.tokens) and bool(scene.tokens[at + 1].word.tags & t.COMPLEMENTIZER)


def _came_back(scene: Scene, at: int) -> bool:
    """عادت لتعلن استمرار رحلاتها: what somebody came back to was said; والوزارة إذ تعلن ذلك لتؤكد حرصها."""
    words = (scene.tokens[k].word for k in range(max(at - _NEAR, 0), at))
    return any(word.rules & t.COMING_BACK or word.key == "اذ" for word in words)


def _strongly_of(entry: Entry, word: Word) -> bool:
    """Whether a verb that always is speech tells what is said of a country or body: انتقد فرنسا، السلطات."""
    strong = entry.evidence == "strong" and entry.sense in ("criticise", "praise")
    body = word.article and (word.tags & t.ORGANISATION or word.rules & t.NO_PERSONS)
    return strong and bool(word.tags & t.PLACE or body)


def _stands_for_speech(scene: Scene, entry: Entry, at: int) -> bool:
    """Whether the object at the token is enough where no subject is named: وأعلن تأجيلها."""
    first = scene.tokens[at].word
    if first.tags & (t.VERBAL_NOUN | t.RELATIVE_FREE) or first.pronoun or at in scene.closing:
        return True
    if entry.sense == "announce" and first.tags & (t.SETTING | t.DOCUMENT) and not first.article:
        return True  # ويعلن زيارة قريبة، وأعلن خطة جديدة
    if entry.blames:
        return True  # لكنها حملت إسرائيل مسؤولية الأزمة
    if entry.sense in ("thank", "congratulate") or _strongly_of(entry, first):
        return True  # وهنأ الفريق الفائز، وانتقد فرنسا
    if first.tags & t.DEMONSTRATIVE:
        return entry.of_things or is_claim(scene, at, len(scene.tokens))  # ورفض هذه الاتهامات
    thing = first.rules & t.THING or first.tags & t.CLAIM_NOUN  # وأدان الحادث، واستنكر تصريحات الوزير
    return entry.of_things and bool(thing or first.stem.endswith("ين"))


def _after_indefinite(scene: Scene, at: int) -> bool:
    """Whether an indefinite noun, and no text that speaks, stands right before the verb, which then tells
    of it.
    """
    while at > 1 and _is_indefinite_adjective(scene.tokens[at - 1].word):
        at -= 1  # دعوات أسترالية وأوكرانية تطالب بكذا
    if at == 0:
        return False
    word = scene.tokens[at - 1].word
    if word.rules & (t.TIME_UNIT | t.ASKED | t.POINTING):
        return False  # وبعد ساعات أعلنت، وردا على سؤال دعت
    other = t.TIME | t.MANNER | t.KNOWN_ORGANISATION | t.VERB | t.REFLEXIVE | CAN_SPEAK
    definite = word.article or word.pronoun or word.tags & other or word.verb is not None
    text = any(token.word.tags & t.DOCUMENT for token in scene.tokens[max(at - _NEAR, 0) : at])
    before = scene.tokens[at - 2].word.tags if at > 1 else 0
    governed = word.preposition or before & t.PREPOSITION and not before & t.TIME  # في وقفة تندد
    plain = word.kind == "word" and not word.tags & t.FUNCTION
    noun = word.nominal and not (word.conjunction or word.key.startswith("و")) or governed and plain
    return bool(noun) and not (definite or text or word.key.endswith("ا"))


def _is_indefinite_adjective(word: Word) -> bool:
    """أسترالية، وأوكرانية: a nationality in the feminine, which goes with a noun before it."""
    return bool(word.tags & t.NATIONALITY) and word.key.endswith("ية") and not word.article


def _told_of_thing(scene: Scene, at: int) -> bool:
    """Whether the noun before الذي is a thing."""
    at = before_relative(scene, at)
    return at > 0 and bool(scene.tokens[at - 1].word.rules & t.THING)


def _thing_told(scene: Scene, entry: Entry, found: Content) -> str:
    """Why what stands for the content is a thing or another verb's subject, empty where it is not."""
    first = scene.tokens[_first_told(scene, found.start)].word
    told = first.tags
    if entry.sense == "predict" and scene.tokens[found.start].word.rules & t.SIGNED:
        return "another verb (توقع عقدا)"
    act = "claim" in entry.takes and found.by in ("attached", "preposition")
    act_named = any(form.tense == "m" for form in first.forms)  # لوح بطرح الثقة
    speech = (
        told & (t.VERBAL_NOUN | t.CLAIM_NOUN | t.RELATIVE_FREE) or first.rules & t.THREATENED or act_named
    )
    if act and not speech:
        return "a thing, not speech (لوح بالأعلام)"
    if entry.evidence == "negated" and not told & t.VERBAL_NOUN:
        return "another verb (لم تخف وطأتها)"
    return ""


def _first_told(scene: Scene, at: int) -> int:
    """The first word of the content, past marks and a preposition written apart: لوّح بـ"عقوبات"."""
    while at + 1 < len(scene.tokens) and (at in scene.closing or scene.tokens[at].word.text in ("ب", "بـ")):
        at += 1
    return at


def _own_object(scene: Scene, at: int) -> bool:
    """الهجمات التي أعلن التنظيم مسؤوليته عنها، التهم التي نفى صحتها: an object whose pronoun points back."""
    word = scene.tokens[at].word
    return bool(word.tags & t.VERBAL_NOUN and word.pronoun)


def _pronoun_before(scene: Scene, at: int) -> bool:
    """لكنه طالب …، وإنها دعت …: after these stands a verb."""
    before = scene.tokens[at - 1].word
    also = before.tags & t.CONNECTIVE and not before.nominal and before.kind == "word" and len(before.key) > 2
    return bool(before.tags & t.COMPLEMENTIZER and before.pronoun or before.rules & t.PRONOMINAL or also)
