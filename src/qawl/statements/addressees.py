"""Whom a verb of calling or telling speaks to, where the only noun phrase after it might be its subject."""

from __future__ import annotations

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, definite, imperfect
from qawl.lexicon.word import Form, Word
from qawl.phrases import Phrase
from qawl.scene import Scene
from qawl.statements import content
from qawl.statements.agreement import agrees, masculine
from qawl.statements.draft import Draft

_FARTHEST_MAKING = 12
"""Tokens between the verb that makes a text and the one that says something in it."""
_TELLS_CROWDS = frozenset({"call", "advise", "promise", "confirm"})
"""Senses of verbs whose only noun phrase, where it is a crowd, is rather told than tells."""


def is_addressee(
    scene: Scene, phrase: Phrase, candidate: Candidate, takes: frozenset[str], earlier: list[Draft]
) -> bool:
    """Whether the only noun phrase after the verb is who was called on, its subject being named before."""
    if "addressee" not in takes and not candidate.form.entry.objects:
        return False
    if scene.tokens[phrase.start - 1].word.key == "قبل":
        return False  # اتهم الوزير من قبل الحكومة بكذا
    agreeing = agrees(scene, phrase, candidate.form)
    if not agreeing and (candidate.form.gender == "m" or phrase.named and phrase.name_start == phrase.start):
        return True  # وتحث خالد النجار على
    man = scene.tokens[phrase.start].word.rules & t.BORNE_BY_MEN and phrase.end == phrase.start + 1
    if man and (candidate.form.gender, candidate.form.number) == ("f", "s") and candidate.at > 0:
        return True  # رحبت باريس بالحوار ودعت بوتين إلى
    if "addressee" not in takes:
        return False
    if _whoever(scene, phrase.start):
        return True
    if _content_at_once(scene, _past_all(scene, phrase), takes) and (
        _is_told(scene, phrase, candidate, takes) or _in_own_text(scene, candidate)
    ):
        return True
    return not phrase.named and _after_another(scene, phrase, candidate, takes, earlier)


def _whoever(scene: Scene, at: int) -> bool:
    """Whether all are meant who do something: ودعت كل من يملك معلومات إلى كذا; not كل من فرنسا وألمانيا."""
    words = [token.word for token in scene.tokens[at : at + 3]]
    if len(words) < 3 or not words[0].rules & t.EVERYONE or words[1].key != "من":
        return False
    acts = words[2].verb is not None or bool(words[2].tags & t.VERB) or imperfect(words[2])
    return acts and not words[2].article


def _in_own_text(scene: Scene, candidate: Candidate) -> bool:
    """Whether who made the text in which the verb says something is its subject, by the verb before: أصدرت
    الحركة بيانا طالبت فيه الحكومة بكذا; not نشرت الصحيفة مقابلة طالبت فيها الوزيرة بكذا.
    """
    at = candidate.at
    if at + 1 >= len(scene.tokens) or not scene.tokens[at + 1].word.rules & t.SAID_IN:
        return False
    for k in range(at - 1, max(at - _FARTHEST_MAKING, -1), -1):
        word = scene.tokens[k].word
        if word.tags & (t.MEDIA | t.OUTLET | t.RELATIVE) or word.alef:
            return False
        made = word.verb
        if made is not None:
            carried = any(take.startswith("source+") for take in made.entry.takes)
            return not carried and made.gender == candidate.form.gender
        if word.tags & t.VERB:
            return word.key.endswith("ت") == (candidate.form.gender == "f")
    return False


def _after_another(
    scene: Scene, phrase: Phrase, candidate: Candidate, takes: frozenset[str], earlier: list[Draft]
) -> bool:
    """ودعت إسرائيل إلى … after another attribution in the sentence; ودعت جميع الأطراف إلى."""
    both = scene.tokens[min(phrase.start + 1, phrase.end - 1)].word.key == "من"  # كل من فرنسا وألمانيا
    everyone = scene.tokens[phrase.start].word.rules & t.EVERYONE and not both
    if phrase.head & (t.QUANTIFIER | t.UNNAMED) and not everyone:
        return False
    joined = everyone and _joined(scene, candidate.at)
    if not _goes_on_from_before(scene, candidate.at, earlier) and not joined:
        return False
    end = _past_all(scene, phrase)
    if candidate.at == 0 and not everyone or end >= len(scene.tokens):
        return False
    following = scene.tokens[end].word
    return following.key in takes or (following.preposition != "" and following.preposition in takes)


def _past_all(scene: Scene, phrase: Phrase) -> int:
    """Past a noun phrase and the word that tells that all of them are meant: حثت الأطراف كافة | على كذا."""
    all_of = phrase.end < len(scene.tokens) and scene.tokens[phrase.end].word.rules & t.EVERYONE
    return phrase.end + bool(all_of)


def _goes_on_from_before(scene: Scene, at: int, earlier: list[Draft]) -> bool:
    """Whether the verb rather has the subject of what stands before: … ودعت إسرائيل إلى, وكانت قد دعت إسرائيل
    إلى.
    """
    if scene.tokens[at].word.conjunction:
        return bool(earlier)
    words = [token.word for token in scene.tokens[max(at - 2, 0) : at]]
    return len(words) > 1 and bool(words[1].tags & t.PERFECTIVE and words[0].tags & t.AUXILIARY)


def _content_at_once(scene: Scene, at: int, takes: frozenset[str]) -> bool:
    """Whether what was asked of the noun phrase that ends at the token begins right there."""
    if at >= len(scene.tokens):
        return False
    word = scene.tokens[at].word
    if content.opens(scene, at) or word.key in takes or word.preposition in takes:
        return True
    asked = word.tags & t.VERBAL_NOUN and not word.tags & (HEADS | t.NAME | t.TIME)
    return "NP" in takes and bool(asked) and not (word.preposition or word.conjunction)


def _is_told(scene: Scene, phrase: Phrase, candidate: Candidate, takes: frozenset[str]) -> bool:
    """Whether the noun phrase right before the content is told it: the verb needs an object (وناشد الأهالي
    التدخل), does not agree with it (ودعت الركاب إلى) or goes on from another sentence and it is a crowd, or
    nobody who speaks (ودعا الزوار إلى).
    """
    if "NP" in takes:
        words = [token.word for token in scene.tokens[phrase.start : phrase.end]]
        return any(definite(word) or word.tags & t.NAME for word in words)
    first = scene.tokens[phrase.start].word
    if phrase.named or phrase.head & (t.QUANTIFIER | t.UNNAMED):
        return False
    if candidate.form.gender == "f" and masculine(first):
        return True
    public = first.rules & t.AUDIENCE and first.rules & t.MASCULINE  # كما طالب المجتمع الدولي بكذا
    told = candidate.form.entry.sense in _TELLS_CROWDS or public
    if not _joined(scene, candidate.at) or not told:
        return False
    return bool(first.rules & t.AUDIENCE) or _nobody(first, candidate.form) or _also(scene, phrase, candidate)


def _also(scene: Scene, phrase: Phrase, candidate: Candidate) -> bool:
    """Whether somebody of whom something was told before also calls on people of no case: كما دعا النواب إلى;
    not كما دعا المتظاهرون إلى, كما دعا نواب الحزب إلى.
    """
    word = scene.tokens[phrase.start].word
    several = phrase.head & t.GROUP and not phrase.head & (t.ORGANISATION | t.ROLE)
    alone = phrase.end == phrase.start + 1 and word.article and not word.key.endswith("ون")
    return bool(several) and alone and scene.tokens[candidate.at - 1].word.key == "كما"


def _nobody(word: Word, form: Form) -> bool:
    """Whether the noun is none that the tables know to speak, but for a text (الوثيقة)."""
    return word.article and not word.tags and not (form.gender == "f" and word.stem.endswith("ة"))


def _joined(scene: Scene, at: int) -> bool:
    """Whether the clause of the verb goes on from another: ودعا, كما دعا, كلمة دعا فيها."""
    if scene.tokens[at].word.conjunction == "و":
        return True
    if at + 1 < len(scene.tokens) and scene.tokens[at + 1].word.rules & t.SAID_IN:
        return True
    return at > 0 and bool(scene.tokens[at - 1].word.tags & t.CONNECTIVE)
