"""Who a verb that reports nothing leaves over for the participle that does: رد الوزير … قائلا إن."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import OF_OTHERS, is_act
from qawl.lexicon.word import NOTHING
from qawl.phrases import Phrase
from qawl.phrases.apart import before_object
from qawl.phrases.state import TAKES_OBJECTS
from qawl.scene import COMMAS, Scene
from qawl.statements.agreement import CAN_SPEAK, PERSONS, counts_things
from qawl.statements.apposed import named_past_day
from qawl.statements.commas import answered
from qawl.statements.draft import Draft
from qawl.statements.objecthood import is_saying

_SHORT_VERB = 3
"""Letters of a verb that ends as one with its object does: تهم."""


def left_over(
    here: Scene, at: int, draft: Draft | None, phrase: Phrase | None, found: list[Draft]
) -> Phrase | None:
    """The subject of the verb at the token where a participle may bring in what it says: رد الوزير على
    السؤال قائلا إن …; not الوكالة التي نشرت الصورة، مبينة, but الأمر الذي دفع الوزير إلى الرد، مبينا، ما دفع
    الوزير إلى الرد، مبينا.
    """
    if draft is not None:
        return phrase if draft.rule == "backward" else None
    before = here.tokens[at - 1].word if at else NOTHING
    verb = here.tokens[at].word.key
    told_of = len(verb) > _SHORT_VERB and verb.endswith(OF_OTHERS)  # الصورة التي نشرتها الوكالة، مبينة
    came_of = _of_what_was_told(here, at) and not any(form.pronoun for form in here.tokens[at].word.forms)
    if before.tags & t.RELATIVE and phrase is not None and phrase.start > at and not (told_of or came_of):
        return None
    paused = before.text in COMMAS or at > 1 and answered(here, at - 2, len(here.tokens))
    main = not found or came_of or here.tokens[at].word.conjunction != "" or paused
    if phrase is None or not (main and _somebody(here, phrase)) or _is_taken(here, at, phrase):
        return None
    return named_past_day(here, before_object(here, phrase)) if phrase.start > at else phrase


def _of_what_was_told(here: Scene, at: int) -> bool:
    """Whether a relative behind a comma stands for all that was told before: …، الأمر الذي دفع فلانا إلى كذا،
    …، ما دفعه، …، وهو ما دفعه.
    """
    relative, first, comma = (here.tokens[k].word if k >= 0 else NOTHING for k in range(at - 1, at - 4, -1))
    if relative.key in ("ما", "مما"):
        return first.text in COMMAS or first.rules & t.BACKGROUND > 0 and comma.text in COMMAS
    return first.key == "الامر" and comma.text in COMMAS


def _is_taken(here: Scene, at: int, phrase: Phrase) -> bool:
    """Whether an act or words in marks behind the verb are what the verb takes, and do not speak: ورفضت
    الهجرة قائلة، ورفض "الحلول الجزئية" مؤكدا.
    """
    verb = here.tokens[at].word.verb
    taken = phrase.start > at and verb is not None and bool(verb.entry.governed & TAKES_OBJECTS)
    of_others = here.tokens[at].word.key.endswith(OF_OTHERS)  # فقاطعته «الشيتي»
    marked = phrase.start in here.closing and not of_others
    return taken and (marked or is_act(here.tokens[phrase.start].word))


def _somebody(here: Scene, phrase: Phrase | None) -> bool:
    """Whether the subject of a verb that reports nothing can be who says what a participle brings in."""
    if phrase is None:
        return False
    first = here.tokens[phrase.start + (phrase.start in here.closing)].word  # فقاطعه «الشيتي» قائلا
    if first.preposition or first.pronoun and not first.tags & CAN_SPEAK:
        return False  # أعاد فتحه، معللا
    if is_saying(first) or counts_things(here, phrase):
        return False  # ورد على سؤال، واختتم حديثه
    follows = here.tokens[phrase.end].word if phrase.end < len(here.tokens) else None
    if (
        follows is not None
        and follows.participle is not None
        and first.kind == "word"
        and not (first.tags or first.article)
    ):
        return not first.key.endswith("ا")  # وتابع ذكار قائلا
    latest = first.rules & t.LATEST and first.article  # ورد الأخير قائلا
    marked = phrase.start in here.closing  # ورد "الوحدة" مؤكدا
    return bool(phrase.head or phrase.named or latest or marked) or first.stem.endswith(PERSONS)
