"""Where a clause begins before its verb, a place that only stands before it, and the whole of a subject that
was found behind a comma.
"""

from __future__ import annotations

from msgspec import structs

from qawl.lexicon import tags as t
from qawl.lexicon.shape import imperfect, one_of_several, prepositional
from qawl.lexicon.word import Form
from qawl.phrases import Phrase, noun_phrase
from qawl.phrases.phrase import FULL_NAME
from qawl.scene import COMMAS, Scene

_LONGEST_BEFORE_NAME = 14
"""Tokens of a role before the comma and its name, at most."""
CLAUSE_SIGNS = frozenset({*":؛.؟!-–…•●■▪◉*", "..", "..."})
"""Signs behind which a clause begins."""

_BEHIND_PLACE = ("-", "–", "(", "ـ", "/")
"""Signs between the place that a report is from and its outlet or first word."""
_BEHIND_DATE = ("/", ":", "-", "–", "ـ", ")")


def begins_clause(scene: Scene, at: int) -> bool:
    """Whether a clause may begin at the token: after a sign, أن, كما, كان, جعل."""
    previous = scene.tokens[at - 1].word
    if previous.text in COMMAS:
        return True
    if previous.text in CLAUSE_SIGNS and not scene.after_short_title(at - 1):
        return not scene.inside_compound(at - 1)  # جان-بيير لاكروا
    if previous.text == "/" and scene.tokens[at].start > scene.tokens[at - 1].end:
        return True  # عام / رئيس اللجنة يطالب, not مارس/آذار
    if previous.rules & t.SIDE:
        aside = scene.tokens[at].word.kind == "sign"  # أن الوزير، من جانبه، أضاف
        return bool(previous.pronoun) and not aside  # ومن جانبه | المدير أضاف
    if previous.pronoun:
        return False
    if previous.tags & t.COMPLEMENTIZER or previous.rules & t.MAKING:
        return True
    if previous.tags & t.AUXILIARY and at > 1 and scene.tokens[at - 2].word.tags & t.RELATIVE:
        return scene.tokens[at].word.nominal  # التي كان الوزير قد أعلن; not التي كانت تتحدث
    leads = previous.tags & (t.CONNECTIVE | t.AUXILIARY) and not previous.preposition
    return bool(leads) and not (previous.key == "غير" and scene.tokens[at].word.nominal)


def with_name_before(scene: Scene, phrase: Phrase, lowest: int, stop: int) -> Phrase:
    """The whole of حسام حسن، المدير الفني، قد أعلن, رئيس اللجنة في المجلس، فلان، قد أعلن where only what is
    behind the comma was reached.
    """
    tokens = scene.tokens
    end = _before_age(scene, phrase.start - 1, lowest)
    for start in range(end - 1, max(lowest, end - _LONGEST_BEFORE_NAME) - 1, -1):
        word = tokens[start].word
        sign = word.kind == "sign" and not scene.inside_compound(start)
        if sign or word.tags & (t.CONNECTIVE | t.COMPLEMENTIZER | t.AUXILIARY) or word.verbal:
            break
        begins = start == lowest or begins_clause(scene, start)
        if not begins or not word.nominal or word.forms and not word.article:
            continue
        whole = noun_phrase(scene, start, stop, frozenset())
        if whole is None or not whole.named:
            continue
        if whole.end == phrase.end:
            return whole
        first = tokens[phrase.start].word
        joined = first.conjunction == "و" and first.article and not phrase.named
        joined = joined or tokens[phrase.end - 1].word.rules & t.YEARS > 0  # عمي صالح، صاحب الستين عاما، يقول
        closed = phrase.end < stop and tokens[phrase.end].word.text in COMMAS
        joined = joined or closed and one_of_several(first)  # هند كرم، إحدى المتضررات، تقول
        trade = first.tags & t.ROLE and not first.article and not phrase.named
        full = end < phrase.start - 1 or whole.name_end - whole.name_start >= FULL_NAME
        aged = closed and trade and full and whole.name_end == end  # هند كرم (40 عاما)، طبيبة، تقول
        if aged or joined and whole.end == end:  # الوزير، فلان، والناشط في مجال كذا أعلن
            return Phrase(start, phrase.end, whole.head, True, whole.name_start, whole.name_end)
    return phrase


def _before_age(scene: Scene, comma: int, lowest: int) -> int:
    """Where what stands before a comma ends without how old somebody is: هند كرم | (40 عاما)، هند كرم | ، 40
    عاما،.
    """
    tokens, at = scene.tokens, comma
    bracketed = at - 1 > lowest and tokens[at - 1].word.text == ")"
    at -= bracketed
    if at - 3 < lowest or not tokens[at - 1].word.rules & t.YEARS or tokens[at - 2].word.kind != "number":
        return comma
    opened = tokens[at - 3].word.text
    return at - 3 if opened == "(" or not bracketed and opened in COMMAS else comma


def in_headline(scene: Scene, at: int) -> bool:
    """Whether a headline has a verb before token `at`: روسيا تقصف ماريوبول وكييف تتعهد."""
    if scene.kind == "body":
        return False
    word, before = scene.tokens[at].word, scene.tokens[at - 1].word
    apart = not word.tags & before.tags & t.PLACE  # not بيان من مصر والأردن يدعو
    if at > 1 and apart and word.tags & (t.NAME | t.PLACE) and scene.tokens[at - 2].word.tags & t.PREPOSITION:
        return True  # تسع سنوات في السلطة وموريسون يقر بالهزيمة
    if word.tags & t.PLACE and before.tags & t.NAME and not before.tags & t.PLACE:
        return True  # عام على اغتيال فلانة وواشنطن تجدد الدعوة
    if at > 1 and word.pronoun and word.tags & (t.ROLE | t.RELATION) and word.conjunction:
        return True  # مقتل صحفي وزوجته تتهم الشرطة
    told = (token.word for token in scene.tokens[:at])
    return any(word.verb is not None or imperfect(word) for word in told)


def dateline(scene: Scene, place: Phrase, stop: int) -> bool:
    """Whether the place only tells where the news is from: الدوحة في 14 نوفمبر /قنا/ أكد, طنجة
    (قناة الميناء)- أوضح; not behind أن: لكن فرنسا -خوفا من الرد- تنفي.
    """
    if place.start and scene.tokens[place.start - 1].word.tags & t.COMPLEMENTIZER:
        return False
    last, at = scene.tokens[stop - 1].word, place.end
    words = [token.word for token in scene.tokens[place.start + 1 : at]]
    if words and words[-1].text == ")":
        inside = [word.text for word in words].index("(")
        return all(word.rules & t.BOUND for word in words[:inside])
    return not words and (scene.tokens[at].word.text in _BEHIND_PLACE or last.text in _BEHIND_DATE)


def tells_field(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase is an adverb before a comma that tells of what field the news is: ميدانيا، أفادت
    مصادر; not ليبيا، دعت.
    """
    word = scene.tokens[phrase.start].word
    if phrase.end != phrase.start + 1 or scene.tokens[phrase.end].word.text not in COMMAS:
        return False
    return word.key.endswith("يا") and not (word.article or word.tags & (t.NAME | t.PLACE | t.OUTLET))


def clause_between(scene: Scene, start: int, stop: int) -> bool:
    """Whether و begins another clause behind the last comma: الصور التي نشرت، وعن ذلك قال فلان."""
    at = stop - 1
    while at > start and scene.tokens[at - 1].word.text not in COMMAS:
        at -= 1
    word = scene.tokens[at].word
    return at > start and word.conjunction == "و" and prepositional(word)


def first_of_two(scene: Scene, second: Phrase, lowest: int, verb: Form) -> Phrase | None:
    """Both subjects of a verb in the dual where a comma stands before the second: محمد صلاح، وزميله أندي
    روبرتسون، أعربا.
    """
    comma = second.start - 1
    if verb.number != "d" or scene.tokens[second.start].word.conjunction != "و":
        return None
    for at in range(comma - 1, lowest - 1, -1):
        if at == lowest or begins_clause(scene, at):
            first = noun_phrase(scene, at, comma, frozenset())
            if first is not None and first.end == comma and (first.head or first.named):
                return structs.replace(first, end=second.end)
    return None
