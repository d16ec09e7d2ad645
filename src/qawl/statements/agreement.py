"""Who a cue agrees with by gender and number: its speaker, the noun phrase that can be its subject."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, feminine
from qawl.lexicon.word import Form, Word
from qawl.phrases import Phrase
from qawl.scene import Scene
from qawl.statements.draft import Draft

CAN_SPEAK = HEADS | t.TITLE | t.NAME | t.OUTLET | t.PLACE
"""The classes of what may say something."""
_COUNTRY = t.MASCULINE | t.FEMININE
"""What countries are: لبنان، تركيا; not cities, of which clubs bear the names."""
PRONOUNS = {"ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p"), "هما": ("", "d")}
"""Gender and number of each attached pronoun."""
BY_HIM = {f"ل{pronoun}": shown for pronoun, shown in PRONOUNS.items()}
"""What وفقا له shows of who spoke."""
FROM_HIM = {f"عن{pronoun}": shown for pronoun, shown in PRONOUNS.items()}
"""What نقلت عنه الوكالة shows of who spoke."""
PERSONS = ("ون", "ين", "ان", "ي", "ة")
"""How words for people end: plurals, duals, surnames and nationalities, women."""
_SEVERAL = ("ون", "ين", "ات", "ان")
"""How nouns of several end."""


def agreement(scene: Scene, draft: Draft) -> tuple[str, str]:
    """Gender and number of who speaks, as the cue shows them: by its ending, or by the pronoun of قولها.
    Where the draft has a voice of its own (وفقا لها, حسب قوله), that outranks the cue.
    """
    if draft.rule.startswith("relay") and draft.voice < 0:
        return "", ""  # نقلت الوكالة عن فلان أن: the verb is the agency's
    voice = scene.tokens[draft.voice].word
    if draft.voice >= 0 and (shown := BY_HIM.get(voice.key) or FROM_HIM.get(voice.key)):
        return shown
    if draft.voice >= 0 and (voice.tags & t.ATTRIBUTIVE_NOUN or voice.pronoun and not voice.forms):
        return PRONOUNS.get(voice.pronoun, ("", ""))
    forms = scene.tokens[draft.cue if draft.voice < 0 else draft.voice].word.forms
    for form in sorted(forms, key=_of_first_person):
        if form.entry is draft.entry or draft.voice >= 0 and form.tense in "pims":
            if form.tense in "ms":
                return PRONOUNS.get(form.pronoun, ("", ""))
            return form.gender, form.number
    return "", ""


def one_speaks(scene: Scene, draft: Draft) -> bool:
    """Whether the cue and who is named with it show that one speaks: قال الأستاذ; not قال المحتجون."""
    if agreement(scene, draft)[1] != "s":
        return False
    if draft.source is None:
        return True
    words = [token.word for token in scene.tokens[draft.source.start : draft.source.end]]
    plural = t.GROUP | t.QUANTIFIER | t.UNNAMED | t.MEDIA
    several = words[0].tags & plural or words[0].stem.endswith(_SEVERAL)
    return not several and not any(word.conjunction for word in words)


def is_one(scene: Scene, phrase: Phrase) -> bool:
    """Whether one person is named by an office: مدير الأمن; not المدير والوزير، مديرو الأمن."""
    first = scene.tokens[phrase.start].word
    if not first.tags & t.ROLE or first.tags & (t.GROUP | t.QUANTIFIER | t.ORGANISATION):
        return False
    several = first.stem.endswith(("ون", "ين", "ان", "و", "ات", "ا", "اء"))
    return not several and not any(
        token.word.conjunction for token in scene.tokens[phrase.start : phrase.end]
    )


def agrees(scene: Scene, phrase: Phrase, form: Form) -> bool:
    """Whether the noun phrase can be the subject of the verb by its gender and number."""
    first = scene.tokens[phrase.start].word
    if (form.gender, form.number) == ("m", "p") and is_one(scene, phrase):
        return False  # بمواجهة المتهمين أمام المدير، اعترفوا
    gender = _gender(first) or _of_given_name(first, phrase)
    if not gender or not form.gender:
        return True
    if first.rules & t.NO_PERSONS:
        return form.gender == "f"
    if (
        first.tags & t.PLACE
        and not first.tags & (t.NAME | t.ROLE | t.ORGANISATION)
        and first.rules & _COUNTRY
    ):
        called = {"addressee", "person"} & form.entry.governed  # حذر | تركيا; أعلنت السودان is written too
        return gender == form.gender or gender == "m" and form.tense == "p" and not called
    if first.article and first.rules & t.MASCULINE:
        return gender == form.gender  # تحث | الجانب الأوروبي
    if first.tags & (t.QUANTIFIER | t.PLACE) or first.tags & t.GROUP and not first.stem.endswith("ات"):
        return True
    return gender == form.gender


def is_ministry(scene: Scene, at: int, verb: Form) -> bool:
    """Whether a verb in the feminine has for its subject the body named by its field at the token: أعلنت
    الصحة، أعلنت الخارجية الروسية; not الهجرة غير النظامية، التجارة الحرة.
    """
    word = scene.tokens[at].word
    field = word.article and word.rules & (t.MINISTRY | t.SERVICE)
    if not field or verb.gender != "f" or verb.number != "s":
        return False
    following = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else word
    adjective = not following.tags & ~(t.ADJECTIVE | t.NATIONALITY | t.NAMES | t.PLAIN)
    told = following.article and not following.conjunction and following.stem.endswith("ة") and adjective
    if told or following.key == "غير":
        return bool(following.tags & t.NATIONALITY or word.rules & t.SERVICE)
    return True


def masculine(word: Word) -> bool:
    """Whether no verb in the feminine has the noun for its subject: الركاب، الرئيس، المجتمع."""
    if word.rules & t.MASCULINE:
        return True
    if word.rules & (t.NO_PERSONS | t.FEMININE) or feminine(word) or word.stem.endswith(("تان", "تا")):
        return False  # دعت الشركتان
    return bool(word.tags & (t.ROLE | t.GROUP)) and not word.tags & (t.ORGANISATION | t.NAME | t.PLACE)


def _of_given_name(word: Word, phrase: Phrase) -> str:
    """What a man's given name before another shows, and a woman's wherever it stands: خالد النجار، مريم."""
    if word.article:
        return ""
    if word.rules & t.WOMAN:
        return "f"
    return "m" if word.rules & t.MAN and phrase.name_end > phrase.name_start + 1 else ""


def _gender(word: Word) -> str:
    if word.tags & t.REFLEXIVE:
        return ""  # ذات المصدر
    if word.rules & t.EPICENE or word.tags & t.NAME and not word.tags & (t.ROLE | t.ORGANISATION):
        return ""
    if word.tags & t.PLACE and word.rules & t.MASCULINE:
        return "m"  # لبنان
    if feminine(word) or word.tags & t.PLACE or word.rules & (t.NO_PERSONS | t.FEMININE):
        return "f"
    if word.tags & t.ROLE or word.rules & t.MASCULINE:
        return "m"
    return ""


def _of_first_person(form: Form) -> bool:
    """Whether a form is the first person's, which a cue spelled alike is last of all: أنتقد, not انتقد."""
    return form.person == "1"


def counts_things(scene: Scene, phrase: Phrase) -> bool:
    """Whether some things are counted, which somebody made or showed: ونشر عدة صور، موضحا; not عدة ناشطين."""
    words = [token.word for token in scene.tokens[phrase.start : phrase.start + 2]]
    if phrase.named or phrase.start + 1 >= phrase.end or not words[0].tags & t.QUANTIFIER:
        return False
    things = words[1].tags & t.DOCUMENT or not words[1].tags & CAN_SPEAK
    return bool(things) and words[1].nominal and not words[1].stem.endswith(PERSONS)
