"""What a finite verb of saying reports with the subject found for it, or why it reports nothing."""

from __future__ import annotations

import re

from msgspec import structs

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, OF_HIM, feminine, himself, imperfect
from qawl.lexicon.word import NOTHING, Entry, Form
from qawl.phrases import Phrase
from qawl.scene import COMMAS, Scene
from qawl.statements import content
from qawl.statements.agreement import CAN_SPEAK
from qawl.statements.asides import past_apposition, past_aside
from qawl.statements.choice import TAKES_ANOTHER
from qawl.statements.doubts import clause_begins, has_other_object, no_speaker, noun_of
from qawl.statements.draft import Draft
from qawl.statements.issuing import issued_text
from qawl.statements.nominal import doubtful_nominal
from qawl.statements.objecthood import is_text
from qawl.statements.objects import is_plain_object, is_predicate, only_most
from qawl.statements.openings import says_in_it
from qawl.statements.relays import clause_of_noun, free_relative, light, owns_its_noun, without_empty_noun
from qawl.statements.settings import past_outlet
from qawl.statements.verbdrafts import verb_draft

_HELD = t.DEMONSTRATIVE | t.VERBAL_NOUN | t.CLAIM_NOUN | t.RELATIVE_FREE
"""What is no predicate of the passive يعد: هذه الخطوة، استمرار القصف، ما حدث."""
_FARTHEST_QUOTE = 10
"""Tokens between a verb that speaks only with a quotation, or its subject, and that quotation."""
_SHADDA = "\u0651"
"""عبّر, بيّن: no preposition is written with it."""
_LONGEST_NAME = 5
"""Tokens from mark to mark of an outlet's name."""
_NEAR_CALLED = 3
"""Tokens behind the subject within which stands what something is called: أشار إليها بكلمة «…»."""
_NEAR = 16
"""Tokens between وبحسب and the verb whose فإن belongs to it."""

_WITH_PRONOUN = re.compile("(ب|الي|علي|عن|من)ه(?:ا|م|ما|ن)?")
_BEFORE_PRONOUN = {"الي": "الى", "علي": "على"}
"""Prepositions as they are written before a pronoun: إليه، عليها."""


def attribution(
    scene: Scene, candidate: Candidate, subject: Phrase | None, subject_end: int, order: str, end: int
) -> tuple[Draft | None, Phrase | None, str]:
    """The attribution with the subject found for the verb, that subject, and why there is no attribution."""
    form, at, entry = candidate.form, candidate.at, candidate.form.entry
    subject, subject_end = without_empty_noun(scene, subject, subject_end, entry)
    if subject is not None and subject.start > at and owns_its_noun(scene, subject, entry):
        subject, subject_end, order = None, at + 1, "verb"  # وجدد استعداد بلاده
    if order == "verb-subject" and subject is not None and _shows(scene, form, subject):
        return None, subject, "the subject is a thing"  # وينفي غلاء الأسعار وجود حل
    if order == "verb-subject" and subject is not None and _is_condemned(scene, subject, entry):
        subject, subject_end, order = None, at + 1, "verb"  # وأدان الحادث
    if order == "verb-subject" and subject is not None and _is_written(scene, subject, entry):
        subject, order = None, "verb"  # وكتب تغريدة: …، ونشر المقطع، وتابع حديثه: …
    if _is_preposition(scene, candidate, subject_end, end):
        says = subject is not None and _goes_on_saying(scene, subject)
        return None, subject if says else None, "a preposition here"
    if why := no_speaker(scene, candidate, subject):
        return None, subject if _does_another_thing(scene, candidate, subject) else None, why
    if entry.evidence == "light" or entry.light_nouns and "NP" not in entry.governed:
        told = light(scene, candidate, subject, subject_end, end)
        if told[0] is None and (issued := issued_text(scene, candidate)) is not None:
            told = issued, issued.source, ""
        if entry.evidence == "light" or told[0] is not None:
            return told
    if form.pronoun:
        if not (candidate.relative or candidate.free_relative or entry.governed & TAKES_ANOTHER):
            return None, subject, "the pronoun stands for what was said"
        judged = subject_end in scene.closing or is_predicate(scene, subject_end, end)
        held = subject is not None and judged and _concludes(scene, candidate)
        asks = order == "relative" and subject_end == at + 1 and "addressee" in entry.governed
        held = held or asks and candidate.relative  # السفير، الذي طالبه بالإسراع
        if not held and (candidate.free_relative or candidate.relative and not entry.objects):
            return free_relative(scene, candidate, subject, subject_end, end)
    found, why = _content(scene, candidate, subject, subject_end, end)
    if found is None and subject is not None and order == "verb-subject" and _needs_object(entry):
        found = content.Content(subject.start, "object", "nominal")
        subject, subject_end, order = None, at + 1, "verb"
    if found is None or found.start >= len(scene.tokens):
        return None, subject, why or "nothing follows it"
    if found.by == "object":
        found = clause_of_noun(scene, entry, found.start) or found
    if found.form == "nominal" and found.by != "object" and _points_back(scene, at + 1, entry):
        return None, subject, "its preposition bears a pronoun, which stands for what was said (دعا إليه)"
    if why := _doubt(scene, candidate, subject, subject_end, found, order):
        return None, subject, why
    return verb_draft(scene, candidate, subject, subject_end, found, order, end), subject, ""


def _points_back(scene: Scene, at: int, entry: Entry) -> bool:
    """Whether the verb's own preposition stands right behind it with a pronoun: الخطة التي رحبت بها الحكومة،
    المؤتمر الذي دعا إليه فلان; not طلب منه حذف المقطع.
    """
    found = _WITH_PRONOUN.fullmatch(scene.tokens[at].word.key) if at < len(scene.tokens) else None
    if found is None:
        return False
    preposition = _BEFORE_PRONOUN.get(found[1], found[1])
    return preposition in entry.prepositions and f"addressee+{preposition}" not in entry.governed


def _does_another_thing(scene: Scene, candidate: Candidate, subject: Phrase | None) -> bool:
    """Whether somebody named is the subject of the verb that says nothing, and so of what is said next: تابع
    الوزير فلان أعمال الصيانة، مشيرا إلى; not تحمل اسم فلان.
    """
    entry = candidate.form.entry
    if subject is None or not subject.named or scene.tokens[subject.start].word.stem in entry.others:
        return False
    return bool(entry.others) and has_other_object(scene, candidate)


def told_first(
    scene: Scene, candidate: Candidate, subject: Phrase, found: content.Content, stop: int, end: int
) -> tuple[Draft | None, Phrase | None, str]:
    """The attribution whose subject stands behind what was said, which ends at `stop`."""
    why = no_speaker(scene, candidate, subject) or doubtful_nominal(
        scene, candidate, subject, found, "verb-subject"
    )
    if why:
        return None, subject, why
    draft = verb_draft(scene, candidate, subject, candidate.at + 1, found, "verb-subject", end)
    return structs.replace(draft, content_end=stop), subject, ""


def _is_preposition(scene: Scene, candidate: Candidate, subject_end: int, end: int) -> bool:
    """Whether a word that may be a verb is a preposition here (عبر, بين): nothing that such a verb takes
    follows it.
    """
    at, entry = candidate.at, candidate.form.entry
    word = scene.tokens[at].word
    if not word.tags & t.PREPOSITION or _SHADDA in word.text or candidate.relative:
        return False
    if says_in_it(scene, at):
        return False
    said = scene.tokens[min(at + 1, end - 1)].word
    if said.noun is not None and not (
        said.article or said.tags & CAN_SPEAK & ~t.DOCUMENT or candidate.form.prefix
    ):
        return True  # جاء القرار عقب إعلان الوزير أن
    if candidate.form.gender == "m" and candidate.form.number == "s" and feminine(said) and not said.article:
        return True  # ظهر عبر قناة النادي بعد غياب عن الملاعب
    returning = scene.tokens[min(at + 1, end - 1)].word.rules & t.RETURNING
    circumstance = t.PREPOSITION | t.TIME  # عبر في بيان عن قلقه
    passed = (
        candidate.form.prefix or returning or scene.tokens[min(subject_end, end - 1)].word.tags & circumstance
    )
    close = past_aside(scene, subject_end, end)
    if close == subject_end > at + 1 and said.tags & (t.ROLE | t.TITLE | t.NAME):
        close = past_apposition(scene, subject_end, end)  # عبر فلان، رئيس الفرع، عن قلقه
    if close > subject_end and scene.tokens[close].word.key in entry.governed and _first_verb(scene, at):
        return False  # عبر فلان، وفقا للوزارة، عن قلقه
    after = past_outlet(scene, subject_end, end)  # وبين الوزير لـ«الغد» أن
    after = content.skip_circumstances(scene, after, end) if passed else after
    quoted = after in scene.closing and after + 1 < end
    followers = [scene.tokens[k].word for k in range(subject_end, min(after + 1 + quoted, end))]
    told = "NP" in entry.governed and candidate.form.prefix and followers and subject_end > at + 1
    if told and is_plain_object(followers[0]):
        return False  # وبين الوزير أهمية الحوار
    if any(w.key in entry.governed or w.tags & t.COMPLEMENTIZER for w in followers):
        return False
    return "ان" not in entry.governed or not _clause_comes(scene, at, subject_end, end)


def _first_verb(scene: Scene, at: int) -> bool:
    """Whether no verb stands before the token in its clause: من جانبه عبر; not سافر الوفد عبر."""
    for token in reversed(scene.tokens[:at]):
        if token.word.kind == "sign":
            return True
        if token.word.verbal or token.word.tags & t.VERB or imperfect(token.word):
            return False
    return True


def _clause_comes(scene: Scene, at: int, subject_end: int, end: int) -> bool:
    """Whether a clause with أن follows somebody who stands at the beginning, behind nothing but when, where
    and to whom it was said: وبين مدير المستشفى للصحفيين خلال زيارته أن; not وبين الوزير والسفير.
    """
    subject = [token.word for token in scene.tokens[at + 1 : subject_end]]
    begins = at == 0 or scene.tokens[at - 1].word.text in COMMAS
    if not begins or not subject or not subject[0].tags & (t.ROLE | t.TITLE | t.SURE_NAME):
        return False
    if any(token.word.conjunction for token in scene.tokens[at + 2 : subject_end + 1]):
        return False
    related = False
    for k, token in enumerate(scene.tokens[subject_end:end], subject_end):
        word = token.word
        if word.text == ":" and k + 1 in scene.closing:
            return True
        if word.tags & t.COMPLEMENTIZER:
            return word.alef in ("a", "?")
        related = related or bool(word.tags & t.RELATIVE)
        if word.participle or (word.verb is not None or word.tags & t.VERB) and not related:
            return False
    return False


def _goes_on_saying(scene: Scene, subject: Phrase) -> bool:
    """وعقب الوزير قائلا: who is named with a participle of saying behind him."""
    following = scene.tokens[subject.end].word if subject.end < len(scene.tokens) else NOTHING
    somebody = scene.tokens[subject.start].word.tags & (t.ROLE | t.TITLE | t.SURE_NAME)
    return bool(somebody) and following.participle is not None


def _content(
    scene: Scene, candidate: Candidate, subject: Phrase | None, subject_end: int, end: int
) -> tuple[content.Content | None, str]:
    """What was said, or why nothing was found."""
    form = candidate.form
    thought = candidate.relative and form.tense == "i" and subject is None  # الأدوية التي يعتبرونها وقائية
    holds = form.pronoun and not thought and "object+predicate" in form.entry.governed
    if holds and subject is not None and subject_end in scene.closing and subject_end < end:
        return content.Content(subject_end, "quotation", "clause"), ""  # التي اعتبرها سالم "جوهرة"
    if holds and is_predicate(scene, subject_end, end):
        return content.Content(subject_end, "object", "clause"), ""  # واعتبره شرطا …
    nominal = _takes_nominal(scene, candidate)
    return content.find(scene, candidate.at + 1, subject_end, form.entry, end, nominal)


def _concludes(scene: Scene, candidate: Candidate) -> bool:
    """Whether ما stands for all that was told before: وهو ما اعتبره الوزير «خرقا»; …، ما اعتبره."""
    before = scene.tokens[max(candidate.at - 2, 0)].word
    concludes = before.rules & t.CONCLUDING or before.text in COMMAS
    return candidate.free_relative and bool(concludes) and "object+predicate" in candidate.form.entry.governed


def _takes_nominal(scene: Scene, candidate: Candidate) -> bool:
    """Whether a noun can stand for what was said: أدان الهجوم, not with each verb that reports with إن."""
    entry = candidate.form.entry
    if entry.evidence != "clause":
        return entry.evidence in ("strong", "negated")
    surely = not candidate.homograph or candidate.form.prefix != "" or clause_begins(scene, candidate.at)
    held = "object+predicate" in entry.takes  # عدّ القرار باطلا
    return surely and (held or bool({"NP", "ب", "إلى", "عن", "على"} & entry.takes))


def _is_condemned(scene: Scene, subject: Phrase, entry: Entry) -> bool:
    """Whether what stands behind a verb that needs an object is a thing, which speaks not."""
    head = noun_of(scene, subject)
    return _needs_object(entry) and bool(head.rules & t.THING) and not subject.named


def _shows(scene: Scene, form: Form, subject: Phrase) -> bool:
    """Whether a noun phrase has what it does not say behind it: تكذب التطورات كل التوقعات."""
    if form.tense != "i" or subject.named or subject.end >= len(scene.tokens):
        return False
    if not _needs_object(form.entry) or subject.head & CAN_SPEAK:
        return False
    behind = scene.tokens[subject.end].word
    return is_plain_object(behind) or bool(behind.tags & t.QUANTIFIER)


def _is_written(scene: Scene, subject: Phrase, entry: Entry) -> bool:
    """Whether what stands behind a verb of writing or ordering is a text, which is written and writes not
    (ووجه رسالة إلى الطلاب: …), or behind one of ending his own words.
    """
    own = entry.sense in ("conclude", "continue") and scene.tokens[subject.start].word.key.endswith(OF_HIM)
    written = entry.sense in ("write", "order") or own
    return written and is_text(subject) and not subject.named


def _needs_object(entry: Entry) -> bool:
    """وأدانت هذا العمل، كما انتقد المسلحين: the only noun phrase after such a verb is its object."""
    return "NP" in entry.takes and entry.of_things and entry.evidence == "strong"


def _doubt(
    scene: Scene,
    candidate: Candidate,
    subject: Phrase | None,
    subject_end: int,
    found: content.Content,
    order: str,
) -> str:
    """Why the content found is not what the subject said; empty where it is."""
    form, entry = candidate.form, candidate.form.entry
    marked = found.by in ("quotation", "colon")
    if subject is None and found.by == "clause" and _is_what_is_told(scene, candidate, found.start):
        return "what ما stands for is no speaker (ما ورد في الخبر مما يعني أن)"
    what = form.tense == "i" and scene.tokens[candidate.at + 1].word.key == "ما"
    if subject is None and what and found.start > candidate.at + 1:
        return "what ما stands for is no speaker (ويهدد ما يجري بكذا)"
    if entry.evidence == "quote" and (not marked or found.start > subject_end + _FARTHEST_QUOTE):
        return "reports only with a quotation or a colon near it"
    goes_on = found.by == "quotation" and scene.tokens[found.start + 1].word.conjunction == "و"
    if entry.evidence == "quote" and goes_on and found.start > subject_end:
        return "the quotation goes on with what was told (خاطب المركز الوزارة «ولم نتلق ردا»)"
    short = found.by == "quotation" and scene.closing[found.start] - found.start <= _LONGEST_NAME
    if candidate.free_relative and short and not _concludes(scene, candidate):
        return "the marks hold who said it (وفقا لما أوردت «النهار»)"
    if marked and form.pronoun and candidate.relative:
        return "what the relative stands for is not said here"
    following = scene.tokens[candidate.at + 1].word
    if (
        entry.sense == "point_out"
        and marked
        and following.rules & t.RETURNING
        and found.start <= subject_end + _NEAR_CALLED
    ):
        return "what something is called (أشار إليها بكلمة «…»)"
    held = "object+predicate" in entry.governed and form.tense == "i" and not form.pronoun
    if held and found.by == "quotation" and found.start == candidate.at + 1 and order != "verb-subject":
        return "the passive, which is written alike (لاعب يعتبر «جوكرا»)"
    apart = found.form == "clause" and scene.tokens[found.start - 1].word.text in COMMAS
    if held and candidate.relative and found.by == "object" and apart:
        return "the passive, which is written alike (الذي يعتبر الأفضل، …)"
    if _held_alike(scene, candidate, subject, found):
        return "the passive, which is written alike (يعتبر هذا مفيدا)"
    if found.by == "quotation" and _tells_how(scene, candidate, found.start):
        return "the marks hold how something was done (إن بلاده ترد «بالطريقة المناسبة»)"
    if entry.sense == "conclude" and _is_name(scene, found, subject_end):
        return "what was ended has this name (اختتم دورة «…»)"
    introduced = found.start - (found.by == "colon")
    written = entry.sense == "write" and marked and (found.by == "quotation" or introduced > subject_end)
    if written and _is_title(scene, candidate.at, introduced):
        return "what was written has this name (كتب رواية «…»)"
    if found.by == "clause" and _goes_with_source(scene, candidate.at, found.start):
        return "the clause is that of the attributive expression before it"
    if found.form == "nominal" or entry.sense == "request" and scene.withholds_name(found.start):
        return doubtful_nominal(scene, candidate, subject, found, order)
    return ""


def _tells_how(scene: Scene, candidate: Candidate, opening: int) -> bool:
    """Whether a quotation in another's clause is but a preposition, none that the verb takes, and nouns: إن
    بلاده ترد على الرسالة «عبر القنوات المناسبة».
    """
    tokens = scene.tokens
    inside = [token.word for token in tokens[opening + 1 : scene.closing[opening]]]
    if not inside or not inside[0].tags & t.PREPOSITION or inside[0].key in candidate.form.entry.prepositions:
        return False
    if tokens[opening - 1].word.kind == "sign" or not any(
        token.word.alef for token in tokens[: candidate.at]
    ):
        return False
    acts = t.VERB | t.COMPLEMENTIZER | t.PRONOUN | t.NEGATION | t.RELATIVE | t.RELATIVE_FREE | t.FUTURE
    return not any(
        word.tags & acts or word.verb or word.first_person or imperfect(word) for word in inside[1:]
    )


def _held_alike(scene: Scene, candidate: Candidate, subject: Phrase | None, found: content.Content) -> bool:
    """Whether what something is held to be follows a verb that may be passive: يعتبر هذا مفيدا، تعد المدينة
    الأولى إنتاجا; not يعتبر نفسه ضحية، تعد الحركة هذه الخطوة خطأ.
    """
    held = found.by == "object" and found.form == "clause"
    if not held or candidate.form.tense != "i" or candidate.form.pronoun:
        return False
    object_ = scene.tokens[found.start].word
    if himself(object_):
        return False
    if subject is None:
        return not object_.tags & t.RELATIVE_FREE
    if only_most(scene, found.start) and not subject.head & HEADS:
        return True  # تعتبر تونس الوجهة الأولى
    return candidate.form.entry.evidence == "clause" and not object_.tags & _HELD


def _is_name(scene: Scene, found: content.Content, subject_end: int) -> bool:
    """Whether the marks stand right behind a word that they name: اختتم دورة «…»."""
    if found.by != "quotation" or found.start <= subject_end:
        return False
    before = scene.tokens[found.start - 1].word
    return before.kind == "word" and not before.tags & t.SETTING


def _is_what_is_told(scene: Scene, candidate: Candidate, start: int) -> bool:
    """Whether the verb tells of what ما stands for, and the clause belongs to another: ما ورد في الخبر مما
    يعني أن; not ما ذكره من أن.
    """
    words = [token.word for token in scene.tokens[max(start - 2, 0) : start]]
    if not candidate.free_relative or candidate.form.pronoun or len(words) < 2:
        return False
    what = scene.tokens[candidate.at - 1].word.key.endswith("ما")
    return what and words[1].alef != "" and words[0].key != "من"


def _is_title(scene: Scene, verb: int, at: int) -> bool:
    """Whether the marks hold what a work is called: رواية «…»، كتاب بعنوان «…»; not على قناته: «…»."""
    on = scene.tokens[at - 2].word.key == "على"
    return at - 1 > verb and not on and bool(scene.tokens[at - 1].word.rules & (t.TITLING | t.NAMED))


def _goes_with_source(scene: Scene, at: int, start: int) -> bool:
    """وبحسب سكان تحدثوا للوكالة، فإن …: what follows فإن belongs to بحسب."""
    opening = scene.tokens[start if scene.tokens[start].word.alef else start - 1].word
    return opening.conjunction == "ف" and any(
        scene.tokens[k].word.tags & t.ATTRIBUTIVE_NOUN for k in range(max(at - _NEAR, 0), at)
    )
