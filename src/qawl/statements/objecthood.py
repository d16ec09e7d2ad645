"""Whether the noun phrase after a verb of saying is what was said, or who was told, and not who says it."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, OF_HIM, accusative, is_act, relational
from qawl.lexicon.word import NOTHING, Form, Word
from qawl.phrases import TAKES_OBJECTS, TAKES_PEOPLE, Phrase
from qawl.scene import COMMAS, Scene
from qawl.statements import content
from qawl.statements.agreement import CAN_SPEAK, agrees, is_ministry
from qawl.statements.objects import ANY, is_plain_object

_NO_OBJECT = (HEADS & ~(t.MEDIA | t.QUANTIFIER)) | t.NAME | t.PLACE | t.TITLE | t.KNOWN_ORGANISATION
_SHORT = 3
"""Letters of a word whose final ا is rather its own than the accusative's."""
_LONGEST_ASIDE = 12
"""Tokens from the comma before a phrase of circumstance to the one behind it."""
_NEAR = 3
"""Tokens behind a claim within which a complementizer shows that it asserts something."""


def is_saying(word: Word) -> bool:
    """Whether a noun stands for what is said and nobody who says it: حديثه، سؤال."""
    return any(form.tense == "s" for form in word.forms) and not word.tags & (CAN_SPEAK | t.VERB)


def is_text(phrase: Phrase) -> bool:
    """Whether the noun phrase is a text or place of writing, and no body: المقطع، البيان."""
    return bool(phrase.head & (t.DOCUMENT | t.SETTING)) and not phrase.head & (t.ORGANISATION | t.MEDIA)


def is_object(scene: Scene, phrase: Phrase, form: Form, takes: frozenset[str]) -> bool:
    """Whether the noun phrase after the verb is what was said and not who said it."""
    first = scene.tokens[phrase.start].word
    tags = first.tags
    if first.rules & t.DEITY and takes & TAKES_PEOPLE:
        return True  # دعا الله أن
    somebody = tags & _NO_OBJECT & ~(t.DOCUMENT if tags & t.CLAIM_NOUN else 0)  # not وأعلن خطة جديدة
    if (
        (not somebody and not first.pronoun or first.rules & t.MASCULINE or tags & t.PLACE)
        and takes & TAKES_OBJECTS
        and not agrees(scene, phrase, form)
    ):
        return True  # يطلب فيها المساعدة، دانت قرار القضاء، انتقد فيها مصر
    if takes & TAKES_OBJECTS and accusative(first):
        return True
    if takes & TAKES_OBJECTS and tags & t.GROUP and _accusative_follows(scene, phrase):
        return True
    if form.prefix and not form.pronoun and takes & TAKES_PEOPLE and _is_his(scene, phrase, form):
        return True  # وهنأ غريمه، ودعا نظيره إلى; not ووصفته مديرتها
    if first.key in ANY and takes & {"NP", "claim"}:
        return True  # ورفضت أي تدخل
    if tags & t.QUANTIFIER:
        return False
    if is_ministry(scene, phrase.start, form) and _more_follows(scene, phrase, form):
        return False  # نفت الصحة الأنباء
    denies = form.entry.sense in ("deny", "reject")
    points = tags & t.DEMONSTRATIVE and takes & {"NP", "claim"}
    if points and (denies or not form.entry.clause) and _points_at_claim(scene, phrase):
        return True
    if denies and tags & t.CLAIM_NOUN and not somebody:
        return not _claim_speaks(scene, phrase)  # ورفضت الاتهامات
    if form.entry.sense == "conclude" and is_saying(first):
        return True  # وختم كلامه بالدعوة إلى
    clause = phrase.end < len(scene.tokens) and scene.tokens[phrase.end].word.tags & t.COMPLEMENTIZER
    if (
        not tags
        and takes & TAKES_OBJECTS
        and first.key.endswith("ا")
        and not first.rules & t.LIKE_NAME  # أعلنت كورنالا أن
        and len(first.key) > _SHORT
        and phrase.end == phrase.start + 1
    ):
        return True  # واتهم دولا في الحلف بعرقلة الحوار
    if tags & t.HONORIFIC:
        own = form.entry.sense == "express" and tags & t.VERBAL_NOUN
        return bool(own) and not _object_follows(scene, phrase.end)  # أبدى سعادته بالفوز
    if "NP" in takes and not takes & TAKES_PEOPLE and not clause and _opens_act(scene, phrase):
        return True  # وأعلن فتح تحقيق
    if tags & _NO_OBJECT:
        his = tags & t.VERBAL_NOUN and not tags & t.DOCUMENT and first.pronoun and not first.article
        if his and tags & t.ORGANISATION and _said_by_it(scene, phrase, form):
            return False  # أعلنت حكومته تعيين فلان، كشفت إدارته عن كذا
        return bool(his and "NP" in takes) and not (clause and "ان" in takes)  # أكدت إدارته أن
    if form.prefix.startswith("و") and form.entry.objects and first.article and tags & t.VERBAL_NOUN:
        return True
    field = first.rules & t.MINISTRY  # أكدت التجارة الحرة أن
    if clause and "ان" in takes and first.article and form.entry.sense != "show" and not field:
        return False  # أكدت المعالجة النفسية أن
    if clause and "ان" in takes and not (first.pronoun or first.forms) and form.tense == "i":
        return False  # ويؤكد غلاء الأسعار أن
    claim = "claim" in takes and tags & t.CLAIM_NOUN and not first.article
    return bool("NP" in takes and tags & t.VERBAL_NOUN or claim)


def _opens_act(scene: Scene, phrase: Phrase) -> bool:
    """Whether a noun that is a name only before الله stands before what is done: وأعلن فتح تحقيق؛ وأكد فتح
    المعابر; not وأعلنت فتح أنها.
    """
    words = [token.word for token in scene.tokens[phrase.start : phrase.start + 2]]
    act = words[0].rules & t.THEOPHORIC and words[0].tags & t.VERBAL_NOUN
    return bool(act) and len(words) > 1 and words[1].nominal and not words[1].tags & t.NAMES


def _more_follows(scene: Scene, phrase: Phrase, form: Form) -> bool:
    """Whether something stands behind the noun phrase that may be what was said."""
    if phrase.end >= len(scene.tokens):
        return False
    word = scene.tokens[phrase.end].word
    governed = {word.key, word.preposition} & form.entry.prepositions
    return bool(word.nominal or word.text in COMMAS or word.tags & t.COMPLEMENTIZER or governed)


def _said_by_it(scene: Scene, phrase: Phrase, form: Form) -> bool:
    """Whether what was said stands behind somebody's body, with no more than when between them."""
    at = phrase.end
    while at < len(scene.tokens) and scene.tokens[at].word.tags & t.TIME:
        at += 1
    following = scene.tokens[at].word if at < len(scene.tokens) else NOTHING
    said = following.key in form.entry.prepositions or is_act(following) or _object_follows(scene, at)
    return agrees(scene, phrase, form) and said


def _object_follows(scene: Scene, at: int) -> bool:
    """Whether a noun stands at the token that is what was said: أبدى سعادته استعداده."""
    return at < len(scene.tokens) and is_plain_object(scene.tokens[at].word)


def _is_his(scene: Scene, phrase: Phrase, form: Form) -> bool:
    """Whether the noun phrase is but somebody told of by whom he belongs to, with no other noun behind it;
    not وطالبت والدته، وطالب رئيسها فلان, where a verb of the other gender shows that the kin or who is named
    speaks.
    """
    first = scene.tokens[phrase.start].word
    named = first.tags & t.ROLE and phrase.name_end
    if (first.tags & t.RELATION or named) and (form.gender, first.pronoun) in (("m", "ها"), ("f", "ه")):
        return False
    kin = first.tags & t.RELATION and not first.rules & t.COUNTERPART
    if kin and phrase.name_end and form.entry.sense == "inform":
        return False  # وأفاد نجله خالد بأن
    own = first.pronoun in OF_HIM and first.tags & (t.ROLE | t.RELATION | t.GROUP)
    if not own or phrase.end >= len(scene.tokens):
        return bool(own)
    return not (scene.tokens[phrase.end].word.nominal or _object_behind_aside(scene, phrase.end))


def _object_behind_aside(scene: Scene, at: int) -> bool:
    """Whether a noun stands behind a phrase of circumstance in commas: واتهم رئيسه فلان، في حديث مع الصحيفة،
    الوزارة بكذا.
    """
    tokens = scene.tokens
    if tokens[at].word.text not in COMMAS or at + 1 >= len(tokens):
        return False
    if not tokens[at + 1].word.tags & (t.PREPOSITION | t.TIME):
        return False
    near = range(at + 2, min(at + _LONGEST_ASIDE, len(tokens) - 1))
    close = next((k for k in near if tokens[k].word.text in (*COMMAS, ".", "؛")), 0)
    behind = tokens[close + 1].word if close and tokens[close].word.text in COMMAS else None
    return behind is not None and behind.nominal and not (behind.conjunction or behind.preposition)


def _claim_speaks(scene: Scene, phrase: Phrase) -> bool:
    """Whether a clause follows what another said, which then asserts it: ونفت الأنباء أن."""
    near = scene.tokens[phrase.end : phrase.end + _NEAR]
    return any(token.word.tags & t.COMPLEMENTIZER for token in near)


def _points_at_claim(scene: Scene, phrase: Phrase) -> bool:
    """Whether the noun phrase is what another said, and nothing says that it asserts: ورفض هذه الاتهامات."""
    if phrase.end < phrase.start + 2 or _claim_speaks(scene, phrase):
        return False
    return content.is_claim(scene, phrase.start, phrase.end)


def _accusative_follows(scene: Scene, phrase: Phrase) -> bool:
    """Whether the adjective of a broken plural shows it to be no subject: ناشد القادة السياسيين."""
    if phrase.end != phrase.start + 1 or phrase.end >= len(scene.tokens):
        return False
    first, following = scene.tokens[phrase.start].word, scene.tokens[phrase.end].word
    plural = first.article and not first.stem.endswith(("ون", "ان", "ات"))
    return plural and following.article and accusative(following)


def owned_in_marks(scene: Scene, at: int) -> bool:
    """Whether one word in marks is a noun that a definite one behind it owns: حيا "شجاعة" الناخبين; not
    "حركة" الفلسطينية.
    """
    close = scene.closing[at]
    word, owner = scene.tokens[at + 1].word, scene.tokens[min(close + 1, len(scene.tokens) - 1)].word
    thing = close == at + 2 and not word.article and (word.stem.endswith("ة") or word.tags & t.VERBAL_NOUN)
    known = t.NAME | t.KNOWN_ORGANISATION | t.OUTLET | t.PLACE
    other = owner.tags & (t.TIME | t.NATIONALITY | t.ADJECTIVE) or relational(owner)
    return bool(thing and owner.article) and not (word.tags & known or owner.preposition or other)


def of_who_speaks(scene: Scene, at: int, end: int) -> bool:
    """Whether the noun at the token is of the one who speaks or of his country: تعازيه، استعداد بلاده."""
    word = scene.tokens[at].word
    if word.pronoun or at + 1 >= end or word.article:
        return bool(word.pronoun)
    owner = scene.tokens[at + 1].word
    return bool(owner.pronoun) and not (owner.preposition or owner.tags & t.PREPOSITION)
