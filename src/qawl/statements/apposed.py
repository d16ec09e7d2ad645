"""What a subject behind its verb is told by between commas: فلان، أستاذ التاريخ في جامعة كذا، في …"""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, one_of_several, prepositional
from qawl.lexicon.word import NOTHING, Word
from qawl.phrases import TAKES_OBJECTS, TAKES_PEOPLE, Phrase, noun_phrase
from qawl.scene import COMMAS, DASHES, Scene
from qawl.statements import content
from qawl.statements.complements import named_at_last, told_to, with_complements, with_those
from qawl.statements.following import stretched
from qawl.statements.objects import is_plain_object
from qawl.statements.openings import STOPS

_FARTHEST = 30
"""Tokens from the first comma to what was said."""
_LONGEST_FIELD = 8
"""Tokens by which a role goes on over a preposition to the first comma."""
_MOST = 3
"""Appositions side by side."""
_BODY = t.ORGANISATION | t.KNOWN_ORGANISATION | t.GROUP | t.MEDIA | t.OUTLET


def whole_subject(scene: Scene, phrase: Phrase, end: int, takes: frozenset[str]) -> Phrase:
    """The subject behind its verb with all that belongs to it, up to what was said."""
    phrase = with_complements(scene, stretched(scene, phrase, end, takes), end, takes)
    phrase = with_those(scene, named_at_last(scene, phrase, end, takes), end, takes)
    phrase = with_bodies(scene, with_appositions(scene, phrase, end, takes), end, takes)
    return with_bearer_of_both(scene, phrase, end, takes)


def with_bodies(scene: Scene, phrase: Phrase, end: int, takes: frozenset[str]) -> Phrase:
    """The body with the others that stand behind commas up to what was said: قالت حركة كذا، وحزب كذا، إن."""
    last = phrase.end
    body = phrase.head & (t.ORGANISATION | t.KNOWN_ORGANISATION) and not phrase.named
    while body and last + 2 < end and scene.tokens[last].word.text in COMMAS:
        word = scene.tokens[last + 1].word
        if word.conjunction != "و" or not word.tags & (t.ORGANISATION | t.KNOWN_ORGANISATION):
            break
        further = noun_phrase(scene, last + 1, end, takes, attached=True)
        if further is None or further.named:
            break
        last = further.end
    whole = Phrase(phrase.start, last, phrase.head, False)
    close = last < end and scene.tokens[last].word.text in (*COMMAS, "؛")
    return whole if last > phrase.end and close and _follows(scene, whole, last, end, takes, True) else phrase


def with_bearer_of_both(scene: Scene, phrase: Phrase, end: int, takes: frozenset[str]) -> Phrase:
    """The role with another behind a comma, and with who has both, before what was said: نفى رئيس البرلمان،
    زعيم الحركة فلان وجود خلاف; دعا رئيس الحكومة، وزير المالية فلان إلى.
    """
    comma = phrase.end
    role = phrase.head & t.ROLE and not phrase.named
    if not role or comma + 1 >= end or scene.tokens[comma].word.text not in COMMAS:
        return phrase
    word = scene.tokens[comma + 1].word
    if tells_who(scene, comma + 1, end, False) != "role" or word.conjunction:
        return phrase
    other = noun_phrase(scene, comma + 1, end, takes)
    if other is None or not other.named or other.name_end != other.end or other.end >= end:
        return phrase
    behind = scene.tokens[other.end].word
    said = takes & TAKES_OBJECTS or behind.noun is not None  # جدد رئيس المجلس، قائد الجيش فلان رفضه
    object_ = said and behind.kind == "word" and behind.nominal and not behind.conjunction
    if not object_ and {behind.key, behind.preposition}.isdisjoint(takes):
        return phrase
    return Phrase(phrase.start, other.end, phrase.head, True, other.name_start, other.name_end)


def named_past_day(scene: Scene, phrase: Phrase) -> Phrase:
    """The role that was somebody's at the time, with the name between commas: ورد رئيس النادي حينها، فيليب
    دوارتي، قائلا.
    """
    name = phrase.end + 2
    if phrase.named or not phrase.head & t.ROLE or name >= len(scene.tokens):
        return phrase
    if not scene.tokens[phrase.end].word.tags & t.TIME or scene.tokens[name - 1].word.text not in COMMAS:
        return phrase
    found = noun_phrase(scene, name, len(scene.tokens), frozenset())
    alone = found is not None and found.name_start == name and found.name_end == found.end
    if found is None or not alone or found.end == len(scene.tokens):
        return phrase
    closed = scene.tokens[found.end].word.text in COMMAS
    return Phrase(phrase.start, found.end, phrase.head, True, name, found.end) if closed else phrase


def with_appositions(scene: Scene, phrase: Phrase, end: int, takes: frozenset[str]) -> Phrase:
    """The subject up to the comma behind which what was said begins, whatever words tell who it is: قال فلان،
    رئيس «جمهورية كذا» المعين من موسكو، إن; يشكك فلان، الأستاذ في جامعة كذا، في القرار. A role alone has
    to be named behind one of the commas.
    """
    comma = _opened(scene, phrase, end, takes)
    if not comma or told_to(scene.tokens[phrase.end].word):
        return phrase
    name = (phrase.name_start, phrase.name_end)
    office = (
        phrase.head & t.ROLE and phrase.end > phrase.start + 1 and scene.tokens[phrase.start].word.article
    )
    called = phrase.head & t.NAME and not office
    one = name[1] > 0 or called or not phrase.head  # not القاضي المسؤول عن الملف، فلان
    whole, sure = bool(one or phrase.head & _BODY), True
    last = min(comma + _FARTHEST, end)
    for _ in range(_MOST):
        by = tells_who(scene, comma + 1, end, whole)
        close = _closing(scene, comma + 2, last) if by else 0
        if not close:
            return phrase
        sure = sure and by == "role"
        if by == "role" and not one:
            name = _name_in(scene, comma + 1, close)
            one = whole = whole or name[1] > 0
        if close >= phrase.end and whole and _follows(scene, phrase, close, end, takes, sure):
            close -= scene.tokens[close - 1].word.key in takes  # أشار فلان، رئيس النقابة | إلى أن
            return Phrase(phrase.start, close, phrase.head, name[1] > 0, *name)
        comma = close
    return phrase


def _opened(scene: Scene, phrase: Phrase, end: int, takes: frozenset[str]) -> int:
    """The comma behind which the subject is told of further: inside the phrase behind its name, right behind
    it, or where a role without a name goes on to; 0 where none is.
    """
    one = not phrase.head and phrase.end == phrase.start + 1
    if phrase.end >= end or not (phrase.named or phrase.head & (HEADS | t.TITLE | t.NAME | _BODY) or one):
        return 0
    begins = max(phrase.name_end, phrase.start + 1)
    comma = next((at for at in range(begins, phrase.end + 1) if scene.tokens[at].word.text in COMMAS), 0)
    if comma or phrase.named or not phrase.head & t.ROLE:
        return comma
    cut = scene.tokens[phrase.end].word
    further = prepositional(cut) or cut.tags & t.TIME or cut.rules & t.BEFORE_NAME
    if not further or cut.key in takes or cut.preposition and cut.preposition in takes:
        return 0
    close = _closing(scene, phrase.end, min(phrase.end + _LONGEST_FIELD, end))
    return close if close and scene.tokens[close].word.text in COMMAS else 0


def tells_who(scene: Scene, at: int, end: int, whole: bool) -> str:
    """By what the words at the token tell who somebody is: by a role, or a name where none was told before
    (role); of who is named already by what describes him or it (الحائز جائزة كذا، الجناح العسكري للحركة).
    """
    word = scene.tokens[at].word if at < end else NOTHING
    if word.kind != "word" or word.preposition or word.verbal and not word.article:
        return ""
    if word.tags & (t.TIME | t.MONTH | t.PREPOSITION) or word.conjunction not in ("", "و"):
        return ""
    if word.tags & t.ROLE:
        return "role"
    if word.conjunction:
        return ""
    if word.tags & (t.RELATION | t.TITLE) or one_of_several(word):
        return "role"
    if not whole:
        if word.article:  # مدرب الفريق، الوطني سامي الزبيدي
            following = scene.tokens[at + 1].word if at + 1 < end else NOTHING
            given = following.tags & t.SURE_NAME and not (following.article or following.preposition)
            return "role" if given and word.nominal else ""
        return "role" if word.tags & t.NAME or not (word.tags or word.forms) else ""
    described = word.article and word.nominal or word.tags & (t.ORGANISATION | t.ADJECTIVE)
    return "description" if described else ""


def _closing(scene: Scene, at: int, last: int) -> int:
    """The next comma, or where what was said begins, where nothing before it begins a clause or another's
    words; 0 where none is.
    """
    while at < last:
        word = scene.tokens[at].word
        if at in scene.closing:
            at = scene.closing[at]
        elif word.text in COMMAS or content.opens(scene, at) or _dashed(scene, at):
            return at
        elif _interrupts(scene, at, word):
            return 0
        at += 1
    return 0


def _dashed(scene: Scene, at: int) -> bool:
    """Whether a dash stands at the token that joins no two words: فلان، رئيس النقابة - أمس - أن."""
    return scene.tokens[at].word.text in DASHES and not scene.inside_compound(at)


def _interrupts(scene: Scene, at: int, word: Word) -> bool:
    """Whether the word is no part of what tells who somebody is: a stop, a verb of saying, أن, في بيان."""
    if word.kind == "sign":
        return word.text in (*STOPS, ":", "؛") and not (scene.after_short_title(at) or scene.inside_word(at))
    before = scene.tokens[at - 1].word
    if word.tags & t.SETTING and before.tags & t.PREPOSITION and before.key != "عن":
        return True  # في بيان; not القاضي المسؤول عن القضية، فلان
    clause = t.COMPLEMENTIZER | t.CONNECTIVE | t.PRONOUN | t.NEGATION | t.RELATIVE | t.ATTRIBUTIVE
    verb = word.verbal and not one_of_several(scene.tokens[at - 1].word)  # أحد أبرز القادة
    return bool(word.tags & clause and not word.tags & t.NAME) or verb or told_to(word)


def _name_in(scene: Scene, at: int, close: int) -> tuple[int, int]:
    """The name at the end of what stands before the comma: الناطق باسم الحكومة محمد المومني."""
    found = noun_phrase(scene, at, close, frozenset())
    if found is None or found.name_end != close:
        return 0, 0
    return found.name_start, found.name_end


def _follows(scene: Scene, phrase: Phrase, close: int, end: int, takes: frozenset[str], sure: bool) -> bool:
    """Whether what was said begins behind the comma, or behind the circumstances that begin there; `sure`
    says that a role or title stands before it.
    """
    cut, before = scene.tokens[phrase.end].word, scene.tokens[phrase.end - 1].word
    if scene.tokens[close].word.text not in COMMAS:
        return sure and not scene.tokens[close - 1].word.tags & t.TIME
    object_ = "NP" in takes and cut.nominal and not (before.tags & t.ROLE and not before.article)
    for at in {close + 1, content.skip_circumstances(scene, close, end)}:
        word = scene.tokens[at].word if at < end else None
        if word is None or at <= close or word.conjunction:
            continue
        if content.opens(scene, at):
            return sure or not takes & TAKES_PEOPLE
        if object_:
            continue
        if word.key in takes or word.preposition and word.preposition in takes:
            return sure or not (
                word.tags & t.MANNER or takes & TAKES_PEOPLE
            )  # نددت النقابة، المنضوية في الاتحاد، بالقرار; not بقوة
        if not sure:
            continue
        if is_plain_object(word) and "NP" in takes or takes & TAKES_OBJECTS and word.nominal:
            return not word.tags & (t.ROLE | t.TITLE) and not word.participle
    return False
