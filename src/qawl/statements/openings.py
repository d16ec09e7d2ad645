"""What opens a content: a complementizer, a colon, a quotation that holds speech."""

from __future__ import annotations

from msgspec import Struct

from qawl.cues.adjectives import is_adverb
from qawl.cues.nouns import between_two
from qawl.lexicon import tags as t
from qawl.lexicon.shape import feminine
from qawl.lexicon.word import Entry, Word
from qawl.scene import COMMAS, DETACHED, DETACHED_LA, Scene
from qawl.statements.namesinmarks import between_commas, sure_name

PAUSES = (*COMMAS, "؛")
STOPS = (".", "؟", "!", "?", "…", "...", "..")
_LONGEST_NAME = 5
"""Words in marks that may be a name."""
_OF_THEM = frozenset({"منها", "من", "بينها", "ضمنها", "مثل", "قبيل"})
"""What stands between calls and one of them: هتافات من بينها «…»، من قبيل «…»."""
_FARTHEST_CALL = 4
"""Tokens of the calls before that: هتافات منددة بغلاء الأسعار منها «…»."""
_LONGEST_GOVERNED = 8
"""Words in marks after a preposition that are rather a part of the sentence: خلال «جراحة كبرى»."""
_PLAIN_CLAUSE = frozenset({"إن", "أن", "بأن", "object+بأن", "quote", "clause"})
"""What takes a clause without a preposition before it."""


class Content(Struct, frozen=True):
    """The beginning of a content: the token it begins with, and how it was introduced.

    `by` is clause (إن, أن), quotation, colon, preposition, attached (ب, ل) or object; `form` clause or
    nominal.
    """

    start: int
    by: str
    form: str


def detached_la(word: Word) -> bool:
    """Whether the word is ل written apart from what it governs: لـ«الشروق»."""
    return word.text in DETACHED_LA


def is_content_quotation(scene: Scene, at: int) -> bool:
    """Whether the quotation that opens at token `at` holds speech rather than a name."""
    close = scene.closing[at]
    length = close - at - 1
    if length <= 0:
        return False
    before = scene.tokens[at - 1].word if at else None
    if before is None or before.text in (":", *PAUSES):
        if at > 1 and between_commas(scene, at):
            return False
        return length > 1 or before is not None and before.text == ":"
    if chanted(scene, at):
        return True
    if length <= _LONGEST_GOVERNED and _governs(before):
        return False
    if length <= _LONGEST_NAME and (goes_on(scene, close + 1) or sure_name(scene, at)):
        return False
    if any(scene.tokens[k].word.text in STOPS for k in range(at + 3, close - 2)):
        return True  # كتب على منصة إكس "شكرا لكم! الأسعار تنخفض"
    first = scene.tokens[at + 1].word
    if (
        first.conjunction
        and first.tags & t.NEGATION
        and not (says(before) or before.tags & (t.ROLE | t.NAMES))
    ):
        return False  # إن النادي خاطب الاتحاد مرتين «ولم نتلق ردا»
    if length > 2 and (
        first.tags & (t.COMPLEMENTIZER | t.NEGATION | t.PRONOUN | t.VERB | t.AUXILIARY)
        or first.key.startswith("سن")
    ):
        return True
    if before.tags & (t.ROLE | t.NAME | t.LISTENER) and not before.tags & (t.ORGANISATION | t.MEDIA):
        return length > 3
    if (
        before.tags & (t.ORGANISATION | t.MEDIA | t.OUTLET | t.PLACE)
        and before.preposition != "ل"
        or before.text in (*DETACHED, "ال", "الـ")
    ):
        return length > 8
    if before.rules & t.TITLING or before.tags & t.CALLED:
        return False
    if before.tags & t.MEDIA or _told_of_before(scene, before, close):
        return length > _LONGEST_NAME
    return length > _LONGEST_NAME or before.verbal or says(before)


def chanted(scene: Scene, at: int) -> bool:
    """Whether the marks hold one of the calls that a noun before tells of: رددوا هتافات منها «…»، شعارات من
    بينها «…»، هتافات مناهضة للحكومة مثل «…»؛ رددوا هتاف «…».
    """
    first = at
    while first and scene.tokens[first - 1].word.key in _OF_THEM:
        first -= 1
    if first < at and scene.tokens[first].word.key == "قبيل":
        return False  # هتافات قبيل «المباراة», but هتافات من قبيل «…»
    near = scene.tokens[max(first - (_FARTHEST_CALL if first < at else 1), 0) : first]
    return any(token.word.rules & t.CHANTED for token in near)


def _told_of_before(scene: Scene, verb: Word, close: int) -> bool:
    """Whether the marks hold who followed what was said, whose clause opens behind them: في كلمة تابعتها
    "الغد برس" إن.
    """
    at = close + 1
    if at + 1 < len(scene.tokens) and scene.tokens[at].word.text in PAUSES:
        at += 1
    clause = at < len(scene.tokens) and scene.tokens[at].word.tags & t.COMPLEMENTIZER
    return bool(clause) and verb.key.endswith(("ته", "تها", "ه", "ها")) and not verb.tags & t.NAMES


def goes_on(scene: Scene, at: int) -> bool:
    """Whether the phrase goes on behind the marks, so that they hold a name: «المدى» الأمريكية; بيان تلقى
    «صدى البحر» نسخة منه.
    """
    if at >= len(scene.tokens):
        return False
    word = scene.tokens[at].word
    following = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else word
    if word.text in COMMAS and following.tags & t.RELATIVE:
        return True
    if word.rules & t.RETURNING or word.plain and following.rules & t.RETURNING:
        return True
    return not word.conjunction and (word.article or word.nominal and word.pronoun != "")


def says(word: Word) -> bool:
    """Whether the word may bring in what was said: a verb, a participle, a noun of saying; not معاهدة."""
    return any(form.tense in "pias" for form in word.forms)


def _governs(word: Word) -> bool:
    """Whether a word is a preposition; عبر «تويتر» is no verb of saying, which would take عن."""
    says_words = any("quote" in form.entry.takes for form in word.forms)
    return bool(word.tags & t.PREPOSITION) and not (word.tags & t.TIME or word.pronoun or says_words)


def opens(scene: Scene, at: int) -> bool:
    """Whether a content may open at the token: a complementizer, a colon, a quotation that holds speech."""
    word = scene.tokens[at].word
    return (
        bool(word.tags & t.COMPLEMENTIZER)
        or word.text == ":"
        or at in scene.closing
        and is_content_quotation(scene, at)
    )


def conditional(scene: Scene, at: int) -> bool:
    """Whether the إن at the token is a condition and no complementizer: إن لم تدفع فسنرحل، إن كنتم صادقين."""
    word = scene.tokens[at].word
    if at + 1 >= len(scene.tokens) or word.alef != "i" or word.pronoun or word.preposition:
        return False
    following = scene.tokens[at + 1].word
    return (
        following.text == "لم"
        or bool(following.tags & t.AUXILIARY)
        and following.key.startswith(("كان", "كن"))
    )


def complements(word: Word, before: Word | None, entry: Entry) -> bool:
    """Whether a complementizer at this place opens the clause that the verb reports."""
    if not word.tags & t.COMPLEMENTIZER:
        return False
    if not entry.clause or word.conjunction == "و" or word.stem != "ان":
        return False
    takes = entry.takes
    if word.alef == "i" and not takes & {"إن", "clause", "quote"}:
        return False
    if before is not None and before.tags & t.BEFORE_AN and word.alef != "i":
        own = before.verb is not None and before.verb.entry is entry and before.verb.tense == "p"
        return own or before.key in entry.before_an  # قدر المعهد أن and قدر أن
    governed = before is not None and before.key in entry.before_an
    if before is not None and before.key == "على" and not governed and before.tags & t.PREPOSITION:
        return False  # نشر صورة على أنها قديمة، أقر الخطة على أن تنفذ غدا
    if entry.evidence == "clause" and not (takes & _PLAIN_CLAUSE or governed):
        return False  # ذهب، في حال …، فإن
    if word.preposition == "ب":
        return bool(takes & {"بأن", "أن", "إن"}) or "object+بأن" in takes
    return governed or takes & _PLAIN_CLAUSE != {"بأن"}  # شهدت المدينة شللا، أكد فلان أن


def is_reporting(scene: Scene, at: int) -> bool:
    """Whether another attribution begins here: a participle of saying or a finite verb of saying with و."""
    word = scene.tokens[at].word
    if word.participle is not None and not _is_called(scene, at):
        before = scene.tokens[at - 1].word if at else None
        noun = before is not None and (_agrees(scene, at) or _governs(before))  # في مذكرة
        return not (noun or is_adverb(scene.tokens, at))
    verb = word.verb
    if verb is None or verb.prefix[:1] not in ("و", "ف") or verb.entry.evidence == "light":
        return False
    return not between_two(scene.tokens, at)


def _is_called(scene: Scene, at: int) -> bool:
    """Whether a participle rather names somebody or is an adverb; a role that opens a clause does not: مدعيا
    أن.
    """
    tags = scene.tokens[at].word.tags
    if tags & (t.NAME | t.ADVERBIAL_PARTICIPLE):
        return True
    opens = at + 1 < len(scene.tokens) and scene.tokens[at + 1].word.tags & t.COMPLEMENTIZER
    return bool(tags & t.ROLE) and not opens


def says_in_it(scene: Scene, at: int) -> bool:
    """نشر بيانا أكد فيه أن …: a verb of saying in a relative clause without الذي, with its own content."""
    verb = scene.tokens[at].word.verb
    if verb is None or verb.prefix or verb.pronoun or at + 1 >= len(scene.tokens):
        return False
    relays = any(take.startswith("source+") for take in verb.entry.takes)
    reports = verb.entry.evidence not in ("light", "quote") and not relays
    return reports and bool(scene.tokens[at + 1].word.rules & t.SAID_IN)


def _agrees(scene: Scene, at: int) -> bool:
    """Whether a participle goes with the indefinite noun before it: كلمة مسجلة، في مراسلة موجهة إلى كذا; not
    قالت في كلمة موضحة أن.
    """
    word, before = scene.tokens[at].word, scene.tokens[at - 1].word
    opens = at + 1 < len(scene.tokens) and scene.tokens[at + 1].word.tags & t.COMPLEMENTIZER
    governed = at > 1 and not opens and _governs(scene.tokens[at - 2].word) and before.nominal
    return (
        word.stem.endswith("ة")
        and bool(before.tags & t.SETTING or governed)
        and feminine(before)
        and not (before.article or before.pronoun)
    )


def is_amount(scene: Scene, at: int) -> bool:
    """Whether a number with what it counts in stands here, no date: رجح البنك 460 مليون ريال، 3.2%."""
    then = scene.tokens[min(at + 1, len(scene.tokens) - 1)].word
    counted = then.tags & t.NUMBER_WORD and not then.conjunction or then.rules & t.PERCENT
    return scene.tokens[at].word.kind == "number" and bool(counted)
