"""Verbs that hand on or need help: نقلت … عن, جدد رفضه, and what follows ما أعلنته."""

from __future__ import annotations

from msgspec import structs

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import OF_HIM
from qawl.lexicon.word import Entry
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import COMMAS, Scene
from qawl.statements import content
from qawl.statements.agreement import CAN_SPEAK, FROM_HIM
from qawl.statements.draft import Draft, at_word
from qawl.statements.following import past_adverbs
from qawl.statements.objecthood import of_who_speaks
from qawl.statements.texts import holds_words, text_before

_FARTHEST_SOURCE = 12
"""Tokens between the verb, or who hands on, and the preposition of the source."""
_AFFIRMS = frozenset({"confirm", "stress", "mention"})
"""Senses of nouns that open what is affirmed again: التأكيد على أن، التذكير بأن."""
_NEAR = 4
"""Tokens behind هجوما among which stands that it is one of words."""


def relay(
    scene: Scene, candidate: Candidate, relayed: list[str], takes: frozenset[str], end: int
) -> tuple[Draft | None, Phrase | None, str]:
    """نقلت الوكالة عن فلان أن …, جاء في البيان أن …: the source stands after the preposition, the subject
    carries it.
    """
    at = candidate.at
    prepositions = {take.removeprefix("source+") for take in relayed}
    begin, from_him = at + 1, "عن" in prepositions
    if from_him and begin < end and scene.tokens[begin].word.key in FROM_HIM:
        carrier = noun_phrase(scene, past_adverbs(scene, begin + 1, end, candidate.form), end, takes)
        past = carrier.end if carrier is not None else begin + 1
        return _from_who_spoke(scene, candidate, carrier, begin, past, end)
    inside = takes | (prepositions - {"ب"})
    carrier = noun_phrase(scene, past_adverbs(scene, begin, end, candidate.form), end, inside)
    first = carrier.end if carrier is not None else begin
    if from_him and carrier is not None and first < end and scene.tokens[first].word.key in FROM_HIM:
        return _from_who_spoke(scene, candidate, carrier, first, first + 1, end)
    for k in range(first, min(first + _FARTHEST_SOURCE, end)):
        told = "source+في" in relayed and scene.tokens[k].word.noun is not None
        answers = any(form.entry.sense in ("answer", "comment") for form in scene.tokens[k].word.forms)
        if content.opens(scene, k) or told or answers:
            break  # جاء القرار بعد إعلان الوزير في بيان أن، جاء ردا على إعلان الوزير أن
        if from_him and scene.tokens[k - 1].word.participle is not None:
            break  # نقل الوزير تحيات الرئيس، معربا عن كذا
        source = _source(scene, k, prepositions, end)
        if source is not None:
            return _handed_on(scene, candidate, carrier, source, k, end)
    return _own_words(scene, candidate, carrier, end)


def _from_who_spoke(
    scene: Scene, candidate: Candidate, carrier: Phrase | None, from_him: int, past: int, end: int
) -> tuple[Draft | None, Phrase | None, str]:
    """ونقلت عنه الوكالة أن …, ونقل زواره عنه قوله إن: whoever spoke before is the source. `from_him` is where
    عنه stands, `past` where it and the carrier end.
    """
    found, why = content.find(scene, past, past, candidate.form.entry, end, True)
    if found is None or _noun_of_saying(scene, past, found.start):
        return None, None, why or "the noun of saying is the cue"
    via = ((carrier.start, carrier.end, "carrier"),) if carrier is not None else ()
    joined = scene.tokens[candidate.at].word.conjunction != ""
    draft = at_word("relay", candidate.at, candidate.form.entry, None, found, joined, via)
    return structs.replace(draft, voice=from_him), None, ""


def _source(scene: Scene, at: int, prepositions: set[str], end: int) -> Phrase | None:
    """The source behind the preposition at the token, or with it in one word: عن الوزير, لمصدر."""
    word = scene.tokens[at].word
    source: Phrase | None = None
    if word.key in prepositions and at + 1 < end:
        tongue = scene.tokens[at + 1].word.key == "لسان"  # جاء على لسان الوزير
        if word.key == "على" and "عن" in prepositions and not tongue:
            return None  # نقلت القناة على الهواء, but نقلت الصحيفة على لسان الوزير
        begin = at + 2 if tongue else at + 1
        member = begin < end and scene.tokens[begin].word.rules & t.REPRESENTATIVE  # عن النائب عن الحزب فلان
        source = noun_phrase(scene, begin, end, frozenset({"NP"} if member else {"عن", "NP"}))
    elif word.preposition == "ب" and "ب" in prepositions:  # وجاء بتقرير الطب الشرعي
        text = noun_phrase(scene, at, end, frozenset({"NP"}), attached=True)
        text = text if text is not None and text.head & t.DOCUMENT and text.end < end else None
        told = text is not None and (
            content.opens(scene, text.end) or scene.tokens[text.end].word.text == ":"
        )
        return text if told else None  # not جاء بنتائج عكسية
    elif word.preposition in prepositions and word.preposition:
        source = Phrase(at, at + 1, word.tags, False)
    if source is None:
        return None
    head = scene.tokens[source.start].word
    saying = source.head & t.DOCUMENT or any(form.tense == "s" for form in head.forms)
    if source.head & t.PLAIN and not (saying or source.head & CAN_SPEAK):
        return None
    return None if head.article and not (source.head or source.named) else source


def _handed_on(
    scene: Scene, candidate: Candidate, carrier: Phrase | None, source: Phrase, preposition: int, end: int
) -> tuple[Draft | None, Phrase | None, str]:
    """What the source said and the subject of the verb hands on: نقلت الوكالة عن الوزير أن …"""
    at, entry = candidate.at, candidate.form.entry
    found, why = content.find(scene, source.end, source.end, entry, end, True)
    quoted = found is not None and found.by == "quotation"
    if quoted and scene.tokens[preposition].word.key == "في" and not holds_words(scene, source):
        return None, source, "a place or time, not a text (جاء في المركز الثالث فيلم «…»)"
    comes = "source+في" in entry.takes and found is not None and found.by in ("clause", "colon")
    if comes and not _may_come(scene, carrier, source, preposition):
        return None, source, "no source"
    found = found or _reported_act(scene, entry, source.end, end)
    if found is None:
        return None, source, why
    if _hopes(scene, source.end, end):
        found = content.Content(source.end, "object", "nominal")
    elif _noun_of_saying(scene, source.end, found.start):
        return None, source, "the noun of saying is the cue"
    via = ((carrier.start, carrier.end, "carrier"),) if carrier is not None else ()
    draft = at_word("relay", at, entry, source, found, scene.tokens[at].word.conjunction != "", via)
    return draft, source, ""


def _may_come(scene: Scene, carrier: Phrase | None, source: Phrase, preposition: int) -> bool:
    """Whether what came behind جاء may hold words: في البيان، على لسانه, not جاء القرار في مؤتمر, جاء حفاظا
    على الأمن.
    """
    if scene.tokens[source.start - 1].word.key == "لسان" or source.head & t.DOCUMENT:
        return True
    if scene.tokens[preposition].word.key == "على":
        known = t.SETTING | t.MEDIA | t.OUTLET | CAN_SPEAK
        return source.named or source.start in scene.closing or bool(source.head & known)
    return carrier is None or carrier.named or bool(carrier.head & CAN_SPEAK & ~t.DOCUMENT)  # ورد الوزير بأن


def _reported_act(scene: Scene, entry: Entry, at: int, end: int) -> content.Content | None:
    """نقلت الوكالة عن الوزارة مقتل ستة, نقل الزوار عن الرئيس استياءه من التأخير: what happened, or what is
    felt and meant, right behind the source of نقل.
    """
    start = content.skip_circumstances(scene, at, end)
    if entry.lemma != "نقل" or start >= end:
        return None
    word = scene.tokens[start].word
    says = any(form.tense == "s" and form.entry.evidence == "strong" for form in word.forms)
    act = (
        word.tags & t.VERBAL_NOUN
        and not word.preposition
        and (not word.pronoun or word.pronoun in OF_HIM and not says)
    )
    return content.Content(start, "object", "nominal") if act else None


def _noun_of_saying(scene: Scene, at: int, end: int) -> bool:
    """Whether a noun of saying stands between the tokens: نقلت الوكالة عن الوزير قوله إن …"""
    return any(f.tense in "ms" and f.pronoun for token in scene.tokens[at:end] for f in token.word.forms)


def _own_words(
    scene: Scene, candidate: Candidate, carrier: Phrase | None, end: int
) -> tuple[Draft | None, Phrase | None, str]:
    """What the subject itself says where no source is named: نقلت الصحيفة أن …; جاء فيه, of a text before."""
    tokens, at, entry = scene.tokens, candidate.at, candidate.form.entry
    if carrier is not None and not carrier.named and not carrier.head & CAN_SPEAK:
        return None, carrier, "the subject is nobody who speaks"
    past_carrier = carrier.end if carrier is not None else at + 1
    found, why = content.find(scene, at + 1, past_carrier, entry, end, False)
    if found is None:
        return None, carrier, why
    speaker = carrier
    comes = entry.lemma in ("جاء", "ورد")
    then = tokens[at + 1].word
    far = found.by == "clause" and found.start > at + _NEAR and then.tags & t.TIME
    if comes and carrier is None and far and not then.rules & t.SAID_IN:
        return None, carrier, "no source"  # البيان، جاء بعد تقارير أفادت بأن …
    if comes and carrier is not None and found.start > carrier.end + 1:
        return None, carrier, "no source"  # وجاءت المذكرات، التي قيل إن …
    if comes and found.by in ("quotation", "colon"):
        speaker = text_before(scene, at) if tokens[at + 1].word.key in ("فيه", "فيها") else None
        if speaker is None:
            return None, carrier, "no source"
    then = tokens[past_carrier].word
    to = then.preposition == "ل" or then.key == "الى"
    if entry.lemma == "نقل" and (found.by == "quotation" or then.nominal or to):
        return None, carrier, "carries, does not say (تنقل روسيا اليورانيوم، نقل الجرحى إلى المستشفى)"
    order = "verb-subject" if speaker is not None else "verb"
    draft = at_word(order, at, entry, speaker, found, tokens[at].word.conjunction != "")
    return draft, speaker, ""


def _hopes(scene: Scene, at: int, end: int) -> bool:
    """نقل البيان عن الوزير أمله في أن …: a noun of saying with a preposition is what was said; not تحذيره من
    أن, whose clause is.
    """
    if at + 1 >= end:
        return False
    word, preposition = scene.tokens[at].word, scene.tokens[at + 1].word.key
    clause = at + 2 < end and scene.tokens[at + 2].word.tags & t.COMPLEMENTIZER > 0
    nouns = [form.entry for form in word.forms if form.tense == "s" and form.pronoun]
    hopes = any(preposition in entry.prepositions for entry in nouns)
    return hopes and not (clause and any(f"{preposition}+أن" in entry.takes for entry in nouns))


def light(
    scene: Scene, candidate: Candidate, subject: Phrase | None, subject_end: int, end: int
) -> tuple[Draft | None, Phrase | None, str]:
    """جدد رفضه …، ألقى باللوم …: a verb that reports only with one of its nouns, which begins the content."""
    entry, at = candidate.form.entry, candidate.at
    if subject is not None and subject.start > at and _is_its_noun(scene, subject.start, entry):
        subject_end, subject = subject.start, None  # أعاد التذكير بأن …
    after = max(subject_end, at + 1)
    after += after < end and scene.tokens[after].word.rules & t.SAID_IN > 0  # كلمة جدد فيها دعمه
    begin = its_noun(scene, candidate, subject, after, end)
    if begin < 0:
        return None, subject, "reports only with its noun"
    if subject is not None and subject.start > at and subject.end > begin:
        subject = noun_phrase(scene, subject.start, begin, frozenset())
    quoted = begin in scene.closing
    word = scene.tokens[begin + 1 if quoted else begin].word
    if f"spoken:{word.stem}" in entry.takes and not _with_words(scene, subject, begin, end):
        return None, subject, "an attack, not a statement"
    if subject is None and not word.pronoun and not word.article and not candidate.form.prefix:
        return None, subject, "no subject"
    if _is_empty(scene, entry, begin, end):
        return None, subject, "it is not told of what (وجه تحذيرا للحركة)"
    clause = clause_of_noun(scene, entry, begin)
    if clause is not None:
        told = at_word("verb-subject" if subject is not None else "verb", at, entry, subject, clause, False)
        return structs.replace(told, sibling=scene.tokens[at].word.conjunction != ""), subject, ""
    draft = Draft(
        "light-verb-object",
        at,
        at,
        at + 1,
        entry,
        subject,
        begin,
        "quotation" if quoted else "object",
        "clause" if quoted else "nominal",
        scene.tokens[at].word.conjunction != "",
        because=(f"{entry.line} {entry.lemma}", f"light_verbs.tsv {word.stem}"),
    )
    return draft, subject, ""


def clause_of_noun(scene: Scene, entry: Entry, at: int) -> content.Content | None:
    """The clause that the noun of a light verb opens, if it only says that something was said again: جدد
    الوزير التأكيد على أن …
    """
    again = any(form.tense == "m" and form.entry.sense in _AFFIRMS for form in scene.tokens[at].word.forms)
    if not again or not entry.light_nouns:
        return None
    at += 2 if at + 2 < len(scene.tokens) and scene.tokens[at + 1].word.key == "على" else 1
    word = scene.tokens[at].word if at + 1 < len(scene.tokens) else scene.tokens[at - 1].word
    if not word.tags & t.COMPLEMENTIZER or word.alef != "a" and word.alef != "?":
        return None
    return content.Content(at if word.pronoun else at + 1, "clause", "clause")


def _is_empty(scene: Scene, entry: Entry, at: int, end: int) -> bool:
    """وجه تحذيرا شديدا للحركة: the noun of a light verb without what it takes, up to the next sign."""
    noun = scene.tokens[at].word.stem
    codes = (code.removeprefix("of+").partition(":") for code in entry.takes if code.startswith("of+"))
    takes = {preposition for preposition, _, told in codes if told == noun}
    for token in scene.tokens[at + 1 : end] if takes else ():
        word = token.word
        if word.kind == "sign":
            return word.text not in (":", '"', "«", "“")
        if word.key in takes or word.preposition in takes or word.alef:
            return False
    return bool(takes)


def owns_its_noun(scene: Scene, phrase: Phrase, entry: Entry) -> bool:
    """Whether the noun of a light verb is the speaker's own, which is no subject: رفضه، استعداد بلاده; with
    جدد every noun is: جدد رفض أي تدخل.
    """
    if f"noun:{scene.tokens[phrase.start].word.stem}" not in entry.takes:
        return False
    if entry.sense == "stress":
        return True
    words = [token.word for token in scene.tokens[phrase.start : phrase.start + 2]]
    return any(word.pronoun != "" for word in words)


def _with_words(scene: Scene, subject: Phrase | None, at: int, end: int) -> bool:
    """Whether the attack at the token is one of words: هجوما لاذعا; one by a person, on no country."""
    words = [token.word for token in scene.tokens[at + 1 : min(at + _NEAR, end)]]
    if any(word.rules & t.SCATHING for word in words):
        return True
    if subject is None or subject.head & (t.ORGANISATION | t.GROUP | t.PLACE | t.KNOWN_ORGANISATION):
        return False
    person = subject.named or subject.head & (t.ROLE | t.TITLE | t.NAME | t.MEDIA | t.OUTLET)
    armed = words and words[0].key.endswith("يا")  # هجوما صاروخيا
    return bool(person) and not armed and not any(word.tags & t.PLACE for word in words)


def without_empty_noun(
    scene: Scene, subject: Phrase | None, subject_end: int, entry: Entry
) -> tuple[Phrase | None, int]:
    """The subject and its end past a noun that adds nothing to the verb: لفت الوزير الانتباه إلى …, ولفتت
    الوزيرة انتباه السفير إلى …
    """
    begin = subject.start if subject is not None else subject_end
    for at in range(begin, min(subject_end + 1, len(scene.tokens))):
        word = scene.tokens[at].word
        if not {f"outside:{word.stem}", f"outside:{word.key}"}.isdisjoint(entry.takes):
            if subject is not None and subject.start <= at < subject.end:
                subject = noun_phrase(scene, subject.start, at, frozenset()) if at > subject.start else None
            whose = None if word.article else noun_phrase(scene, at + 1, len(scene.tokens), entry.governed)
            return subject, whose.end if whose is not None else at + 1
    return subject, subject_end


def _is_its_noun(scene: Scene, at: int, entry: Entry) -> bool:
    """Whether the light verb's noun begins at the token, in marks too: جدد الزعماء "دعمهم للسلطة"."""
    first = noun = min(at + 1, len(scene.tokens) - 1) if at in scene.closing else at
    while noun + 1 < len(scene.tokens) and scene.tokens[noun].word.rules & t.HEARTFELT:
        noun += 1  # رفع أسمى آيات التهاني
    word = scene.tokens[noun].word
    before = scene.tokens[at - 1].word
    preposition = word.preposition or (before.key if before.tags & t.PREPOSITION else "")
    meant = noun > first and f"ب+noun:{word.stem}" in entry.takes  # تقدم بخالص التعازي
    return meant or (f"{preposition}+noun:" if preposition else "noun:") + word.stem in entry.takes


def its_noun(scene: Scene, candidate: Candidate, subject: Phrase | None, subject_end: int, end: int) -> int:
    """Where the noun of a light verb stands, -1 where it does not.

    Right after the subject; one with ال or in the accusative that was read as part of it (جددت الوزارة
    التنديد، قطع الوزير عهدا بأن); after a comma and an apposition (جدد فلان، الوزير، دعوته).
    """
    entry = candidate.form.entry
    begin = content.skip_circumstances(scene, subject_end, end)
    for k in range(subject_end + 1, begin):
        if scene.tokens[k].word.article and _is_its_noun(scene, k, entry):
            return k  # ألقى خلال المؤتمر اللوم على إيران
    if begin + 1 < end and scene.tokens[begin + 1].word.tags & t.REFLEXIVE:
        begin += 2  # قطع على نفسه وعدا
    if begin + 1 < end and scene.tokens[begin].word.key == "من" and _is_its_noun(scene, begin + 1, entry):
        return begin + 1  # قلل من أهمية كذا
    if begin < end and _is_its_noun(scene, begin, entry):
        return begin
    if subject is not None and subject.start > candidate.at and subject.head & CAN_SPEAK:
        for k in range(subject.start + 1, subject.end):
            word = scene.tokens[k].word
            ends = word.article and not word.rules & t.BOUND or word.key.endswith("ا")
            if ends and _is_its_noun(scene, k, entry):
                return k  # not أبلغت قوات الدعم السريع الشرطة أن
    for k in range(subject_end, min(subject_end + _FARTHEST_SOURCE, end)):
        word = scene.tokens[k].word
        if word.conjunction:
            break
        told = "addressee" in entry.takes and of_who_speaks(scene, k, end)  # أبلغ الرئيس نظيره تعازيه
        if (told or scene.tokens[k - 1].word.text in COMMAS) and _is_its_noun(scene, k, entry):
            return k
        if word.verbal or word.tags & (t.VERB | t.CONNECTIVE):
            break
    return -1


def free_relative(
    scene: Scene, candidate: Candidate, subject: Phrase | None, subject_end: int, end: int
) -> tuple[Draft | None, Phrase | None, str]:
    """ما أعلنته الحكومة من مقتل ستة."""
    tokens, entry, at = scene.tokens, candidate.form.entry, candidate.at
    for k in range(max(subject_end, at + 1), min(end, subject_end + 4)):
        word = tokens[k].word
        if entry.evidence != "strong" or entry.sense == "express":
            told = False  # ما أبداه من صبر
        else:
            takes = entry.clause or "NP" in entry.takes  # not بكل ما تحمله الكلمة من معنى
            takes = takes and not {"object+predicate", "object+ب"} & entry.governed  # ما اعتبره تدخلا من
            told = word.key == "من" and candidate.free_relative and takes
        if told and k + 1 < end and tokens[k + 1].word.kind == "word":
            opening = tokens[k + 1].word
            clause = opening.tags & t.COMPLEMENTIZER > 0 and k + 2 < end  # ما قاله الوزير من أن
            draft = Draft(
                "relative-object",
                at,
                at,
                at + 1,
                entry,
                subject,
                k + 2 if clause and not opening.pronoun else k + 1,
                "clause" if clause else "preposition",
                "clause" if clause else "nominal",
                False,
                because=(f"{entry.line} {entry.lemma}", "ما … من"),
            )
            return draft, subject, ""
        if word.text == ":" or word.tags & t.COMPLEMENTIZER:
            found, why = content.find(scene, at + 1, subject_end, entry, end, False)
            if found is not None:
                return at_word("relative", at, entry, subject, found, False), subject, ""
            return None, subject, why
    return None, subject, "what the relative stands for is not said here"
