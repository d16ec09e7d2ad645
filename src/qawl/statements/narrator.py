"""Where somebody who tells what he was told goes on with himself: قال لي النادل إن المطعم أفلس، فخرجت."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, OF_HIM, TO_ME, feminine_perfect
from qawl.lexicon.word import Word
from qawl.scene import Scene
from qawl.statements.draft import Draft

_BUT_I = ("لكنني", "لكني", "لكننا", "لكنا")
_I = ("انا", "نحن")
_NOT = ("لا", "لم", "ما", "لن")
_STILL = ("زلت", "زلنا")
"""With ما before them: وما زلنا ننتظر."""
_SHORTEST = 5
"""Letters of a perfect of ours: وجدنا; not ومنا."""
_LONGEST_TIME = 4
"""Tokens of what tells when, before the verb: وبعد شهر وجدنا."""


def goes_on_himself(scene: Scene, draft: Draft, at: int, limit: int) -> bool:
    """Whether a comma and the first person go on behind what somebody told the one who writes or is quoted:
    أكد لي مصدر أن الصفقة تمت، | ولا أعتقد أن أحدا سيتراجع; قالوا لنا إن العقود ستجدد، | وبعد شهر وجدنا
    الأبواب مغلقة; not أخبرني الحارس أن زوجته مرضت، فسافرت إلى المدينة.
    """
    if draft.by in ("quotation", "colon") or not _told_to_me(scene, draft.cue):
        return False
    word = scene.tokens[at].word
    if word.stem in _BUT_I or word.conjunction and word.stem in _I:
        return True
    if word.key[0] not in "وف":
        return False
    following = scene.tokens[min(at + 1, limit - 1)].word
    if word.key[1:] in _NOT:
        return following.key in _STILL or _present(following)
    if word.tags & (t.PREPOSITION | t.TIME) or word.preposition:
        ahead = (token.word for token in scene.tokens[at + 1 : min(at + _LONGEST_TIME, limit)])
        return any(_we_did(later) for later in ahead)
    thinks = word.first_person or word.text[1:2] == "أ"
    if thinks and following.tags & t.COMPLEMENTIZER or _we_did(word):
        return True
    told = [token.word for token in scene.tokens[draft.start : at]]
    somebody = t.RELATION | t.ROLE | t.NAMES | t.TITLE | t.ORGANISATION
    she = word.key[0] == "و" or any(word.tags & somebody for word in told)
    return _i_did(word) and not (she and any(feminine_perfect(word) for word in told))


def _told_to_me(scene: Scene, cue: int) -> bool:
    """Whether a verb has who tells of it as its object, or behind it: أخبرني، وعدتنا، قال لي، طلب مني."""
    verb = scene.tokens[cue].word.verb
    if verb is not None and verb.pronoun in ("ني", "نا"):
        return True
    return cue + 1 < len(scene.tokens) and scene.tokens[cue + 1].word.key in TO_ME


def _present(word: Word) -> bool:
    """Whether a word behind a negation is a verb in the first person: لا أعتقد، لم أصدقه، لم ننتظر."""
    return word.first_person or word.text[0] in "أن" and not word.article


def _we_did(word: Word) -> bool:
    """Whether a word ends as a perfect of ours: وانتظرنا، فنمنا; not وبيتنا، وعلينا, وقالت لنا."""
    key = next((word.key.removesuffix(his) for his in OF_HIM if word.key.endswith(f"نا{his}")), word.key)
    if not key.endswith("نا") or len(key) < _SHORTEST:
        return key == "كنا"
    return not word.tags & (HEADS | t.PREPOSITION | t.TIME | t.VERBAL_NOUN) and not word.article


def _i_did(word: Word) -> bool:
    """Whether a word may be a perfect of mine: فسافرت، ففتحتها; not فتاة, وبنات."""
    key = word.key.removesuffix("ها").removesuffix("ه")
    known = word.tags & ~t.VERB or word.article
    return key.endswith("ت") and not key.endswith("ات") and not known
