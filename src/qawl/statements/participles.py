"""The participles of saying: قائلا إن …، مضيفة أن …"""

from __future__ import annotations

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import definite, imperfect
from qawl.lexicon.word import NOTHING, Entry, Word
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import COMMAS, DASHES, Scene
from qawl.statements import content
from qawl.statements.agreement import BY_HIM
from qawl.statements.doubts import has_other_object
from qawl.statements.draft import Draft, at_word
from qawl.statements.objects import is_asked_of
from qawl.statements.relays import clause_of_noun, its_noun

_NEAR = 3
"""Tokens between the subject and what was said behind a participle that is no adjective."""
_FARTHEST_BEING = 8
"""Tokens between كان and a participle that goes on with what somebody was."""
_FARTHEST = 25
"""Tokens between a participle and what is said, where no clause is."""


def participle(scene: Scene, candidate: Candidate, subject: Phrase | None) -> tuple[Draft | None, str]:
    """قائلا: …، مضيفة أن …: the speaker is the main verb's subject, given where that verb has no content of
    its own.
    """
    at, entry = candidate.at, candidate.form.entry
    end = scene.limit(at)
    if subject is not None and subject.start == at:
        subject = None  # ورد | متهما النقابة, no two who are accused
    if entry.evidence == "show":
        return None, "shows, does not say"
    if scene.withholds_name(at + 1):
        return None, "asks not to be named (طالبا عدم نشر اسمه)"
    if at + 1 < end and scene.tokens[at + 1].word.text == ":" and _is_label(scene, at):
        return None, "a label (متابعة: فلان)"
    if at and scene.tokens[at - 1].word.rules & t.WHISTLE:
        return None, "no words announce it (أطلق صافرته معلنا نهاية الشوط)"
    if entry.others and has_other_object(scene, candidate):
        return None, "with this object it is another verb, which says nothing (مرجعا حقوقه إلى)"
    if entry.light_nouns:
        told = _light_participle(scene, candidate, subject, end)  # مجددا دعوته، مكررا مطالبته
        if entry.evidence == "light" or told[0] is not None:
            return told
    behind = at + 1
    if at + 1 < end and scene.tokens[at + 1].word.tags & t.HONORIFIC and not entry.objects:
        behind = at + 2
        subject = Phrase(at + 1, behind, t.HONORIFIC, False)  # مؤكدا جلالته أن
    addressee = noun_phrase(scene, behind, end, entry.governed) if "addressee" in entry.governed else None
    subject_end = addressee.end if addressee is not None else behind
    judges = "object+predicate" in entry.takes  # عادًّا القرار صائبا
    nominal = entry.evidence == "strong" or judges or _with_act(scene, at + 1, end, entry)
    first = scene.tokens[min(at + 1, end - 1)].word
    if first.rules & t.POINTING and first.preposition == "ب" and "ب" not in entry.governed:
        behind = max(behind, at + 2)  # نافيا بذلك ما أوردته الوكالة
    found, why = content.find(scene, behind, max(subject_end, behind), entry, end, nominal)
    if found is None:
        return None, why
    if why := _too_little(scene, candidate, found) or _other_use(scene, candidate, found, subject_end):
        return None, why
    start = found.start
    accused = found.by == "clause" and entry.sense == "accuse"  # متهما إيران بأنها
    if entry.objects and (accused or found.form == "nominal"):
        start = content.skip_circumstances(scene, at + 1, end)
    draft = Draft(
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
    )
    return draft, ""


def _is_label(scene: Scene, at: int) -> bool:
    """Whether a participle before a colon is the verbal noun, which tells what the lines behind it are: سالم
    النجار - الرياض - متابعة: …
    """
    if at == 0 and scene.kind != "body":
        return True
    act = any(form.tense == "m" for form in scene.tokens[at].word.forms)
    return act and (at == 0 or scene.tokens[at - 1].word.text in DASHES)


def _with_act(scene: Scene, at: int, end: int, entry: Entry) -> bool:
    """موجهة بمتابعة التنفيذ، شارحا أهمية الحوار"""
    word = scene.tokens[at].word if at < end else None
    if word is None or not word.tags & (t.VERBAL_NOUN | t.CLAIM_NOUN):
        return False
    return word.preposition == "ب" and "ب" in entry.takes or not word.preposition and "NP" in entry.takes


def _too_little(scene: Scene, candidate: Candidate, found: content.Content) -> str:
    """Why what was found is not enough for the participle to report; empty where it is."""
    if found.start > candidate.at + _FARTHEST and found.by != "clause":
        return "the content is too far away"
    blames = candidate.form.entry.blames
    if found.by == "object" and found.form == "nominal" and found.start not in scene.closing and not blames:
        first = scene.tokens[found.start].word
        known = t.VERBAL_NOUN | t.RELATIVE_FREE
        paused = scene.tokens[candidate.at - 1].word.text in COMMAS
        owned = paused and (_owned(scene, found.start) or _brought(scene, found.start))
        owned = owned or is_asked_of(scene, candidate.at + 1, found.start, candidate.form.entry)
        somebody = candidate.form.entry.sense in ("thank", "congratulate")  # شاكرا كل من ساهم
        if not (first.tags & known or definite(first) or owned or somebody):
            return "no noun that stands for what was said"
    return ""


def _owned(scene: Scene, at: int) -> bool:
    """Whether the noun at the token belongs to a definite one: مستنكرا طول مدة الانتظار."""
    words = [token.word for token in scene.tokens[at + 1 : at + _NEAR]]
    first = scene.tokens[at].word
    if first.tags & t.DEMONSTRATIVE:
        return bool(words) and not words[0].tags & t.TIME
    nouns = not (first.forms or first.preposition or "\u064b" in first.text) and all(
        w.plain for w in words[:1]
    )
    return nouns and any(word.article and not word.preposition for word in words)


def _brought(scene: Scene, at: int) -> bool:
    """Whether others have told what the noun at the token stands for: مؤكدة معلومات أوردتها صحيفة."""
    words = [token.word for token in scene.tokens[at : at + 2]]
    told = len(words) > 1 and words[1].pronoun or any(form.pronoun for form in words[-1].forms)
    return words[0].stem.endswith("ات") and bool(told) or bool(words[0].tags & t.DOCUMENT and told)


def _other_use(scene: Scene, candidate: Candidate, found: content.Content, subject_end: int) -> str:
    """Why the participle is an adjective, a noun or the passive here; empty where it is none."""
    at = candidate.at
    if found.by != "colon" and found.start > subject_end + _NEAR and _describes(scene, at):
        return "an adjective of the noun before it: ضمانات مؤكدة"
    if found.form == "nominal" and scene.tokens[at].word.stem.endswith("ات"):
        return "a noun here: مقترحات"
    before = scene.tokens[at - 1].word if at else scene.tokens[at].word
    following = scene.tokens[at + 1].word
    held = before.verb is not None and "object+predicate" in before.verb.entry.takes  # يعتبر لافتا في المدينة
    if found.form == "nominal" and at and (held or before.tags & t.VERB):
        return "a predicate of the verb before it (ما زال مصرا على)"
    opens = at > 0 and scene.inside[at] == at - 1 and found.by != "object"  # "داعية السلم …"
    if found.form == "nominal" and (opens or _of_being(scene, at)):
        return "what somebody is (كان وفيا لمبادئه مصرا عليها)"
    entry = candidate.form.entry
    if entry.sense == "threaten" and _threatened(scene, at):
        return "the passive, which is written alike (قرى مهددة بالزوال)"
    if "inner" in entry.takes and entry.sense != "express" and candidate.form.number == "p":
        return "a thought that nobody voices here (معتقدين أن)"
    if _is_demand(scene, candidate):
        return "the verbal noun, which is written alike (للدفاع عنهم ومطالبة الحكومة بكذا)"
    if candidate.form.entry.objects and _is_described(scene.tokens[at + 1].word):
        return "a noun here: متهما سعوديا، متهما آخر"
    if found.form == "nominal" and candidate.form.entry.objects and _is_preposition(scene, at + 1):
        return "the object that it takes is missing: أربعة متهمين في ما يعرف بكذا"
    if following.key in BY_HIM and entry.sense != "thank" and "addressee+ل" not in entry.takes:
        return "a noun here, with its owner: مقرا لها"
    attached = found.by == "attached" and found.start == at + 1
    of_what = attached and scene.tokens[at + 1].word.key in ("مما", "ممن")  # محذرا مما سماه التصعيد
    if attached and not of_what and not candidate.form.entry.takes & {"ب", "ل"}:
        return "the object that it takes is missing: accused, not accusing"
    return ""


def _threatened(scene: Scene, at: int) -> bool:
    """Whether what is to befall somebody stands with ب behind a participle of threatening: مهددين بالطرد،
    مهددا بمجاعة; not مهددا بهدم البيت, nor behind a comma.
    """
    doom = scene.tokens[at + 1].word
    if doom.preposition != "ب" or not doom.rules & t.DOOM or scene.tokens[at - 1].word.text in COMMAS:
        return False
    owner = scene.tokens[at + 2].word if at + 2 < len(scene.tokens) else NOTHING
    return doom.article or not owner.article


def _of_being(scene: Scene, at: int) -> bool:
    """Whether the clause only tells what somebody was: ظل أمينا لوعوده مصرا على العمل."""
    if scene.tokens[at].word.conjunction:
        return False
    for k in range(at - 1, max(at - _FARTHEST_BEING, -1), -1):
        word = scene.tokens[k].word
        if word.kind == "sign" or word.tags & t.VERB or word.verb is not None:
            return False
        if word.tags & t.AUXILIARY:
            what = scene.tokens[k + 1].word
            return k + 1 < at and what.nominal and what.key.endswith("ا")
    return False


def _is_demand(scene: Scene, candidate: Candidate) -> bool:
    """Whether a participle in the feminine that is a verbal noun too goes on with nouns: no participle stands
    before it in the sentence.
    """
    word = scene.tokens[candidate.at].word
    if word.conjunction != "و" or not any(form.tense == "m" for form in word.forms):
        return False
    return not any(token.word.participle is not None for token in scene.tokens[: candidate.at])


def _is_described(word: Word) -> bool:
    """Whether the word behind a participle is the adjective of a man: سعوديا, آخر; not سوريا, a country."""
    origin = word.tags & t.NATIONALITY and not word.tags & t.PLACE and word.key.endswith("يا")
    another = word.tags & t.ADJECTIVE and not word.key.endswith("ين")  # متهما آخرين: others are accused
    return bool(origin or another) and not word.article


def _is_preposition(scene: Scene, at: int) -> bool:
    """Whether a phrase with a preposition begins here that tells neither when nor by whom it was said; not
    محملا من سماهم المعرقلين المسؤولية.
    """
    word, following = scene.tokens[at].word, scene.tokens[min(at + 1, len(scene.tokens) - 1)].word
    second = following.tags & t.ATTRIBUTIVE_SECOND and not following.tags & t.RELATIVE_FREE  # على لسان
    told = second or word.tags & t.TIME or following.tags & t.SETTING
    does = following.verb is not None or following.tags & t.VERB or imperfect(following)
    does = does or bool(following.rules & t.STYLING)
    return bool(word.tags & t.PREPOSITION) and not (told or word.key == "من" and does)


def _light_participle(
    scene: Scene, candidate: Candidate, subject: Phrase | None, end: int
) -> tuple[Draft | None, str]:
    """ملقية باللائمة على …، مجددة دعمها ل …، معيدة التأكيد على أن …"""
    at = candidate.at
    begin = its_noun(scene, candidate, None, at + 1, end)
    if begin < 0:
        return None, "reports only with its noun"
    found = clause_of_noun(scene, candidate.form.entry, begin) or content.Content(begin, "object", "nominal")
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
