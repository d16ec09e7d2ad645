"""A source as it stands in the text, taken apart: name, role, organisation, what it can be."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import takewhile
from operator import attrgetter

from msgspec import Struct

from qawl.lexicon import tags as t
from qawl.lexicon.shape import one_of_several, relational
from qawl.lexicon.word import Token, Word
from qawl.model import Span, SpeakerKind
from qawl.speakers.bodybounds import (
    before_adjunct,
    before_apposition,
    before_master,
    called_behind,
    led,
    superlatives,
)
from qawl.speakers.naming import bound, own_name, pauses
from qawl.speakers.traits import FUNCTION, before_document, gender_of, is_definite, is_plural, kind_of

_START = attrgetter("start")
_MARK = re.compile("[()\"“”«»‘'&]")
"""What tells that a mention holds marks at all."""
_QUOTED = re.compile(r"(?:&#34;|&quot;|[\"“”«‘'])([^\"“”«»&]+)(?:&#34;|&quot;|[\"“”»’'])")
_STOP_INSIDE = re.compile(r"(?<=\w{3})[.،,](?=[\"”»’'])")
"""A stop before the mark that closes a name; not "أ.ف.ب."."""
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ('"', '"'))
"""Marks and brackets around words of a name or role, each with its partner."""
_ACCUSATIVE = re.compile("(?:\u064b?ا|ا\u064b)$")
_SELF = t.REFLEXIVE | t.DEMONSTRATIVE
_MARKS = ('"', "“", "«", "'", "‘", "&")


class Mention(Struct, frozen=True):
    """A noun phrase that names somebody.

    `text` is without an attached preposition or conjunction. `keys` are the stems of its words, `name` the
    words of the personal name as written, `name_keys` their keys, `role` the rest as written. `head` is the
    stem of its first noun, `tags` the classes of that noun. `definite` says whether it points at somebody
    known.
    """

    text: str
    start: int
    end: int
    keys: tuple[str, ...]
    name: str
    name_keys: tuple[str, ...]
    role: str
    head: str
    tags: int
    definite: bool
    kind: SpeakerKind
    gender: str
    plural: bool
    honorific: bool = False
    """سموه، معاليه: whoever was so titled."""
    honoured: bool = False
    """Whether a title of honour stands in it: صاحب السمو، معالي."""
    same: bool = False
    """Whether it says that it is the one named before: ذات المتحدث، المصدر نفسه."""
    issuer: int = -1
    """For a document, where in the text the words begin that tell who issued it: بيان لوزارة الخارجية."""

    offices: frozenset[str] = frozenset()
    """The stems of the roles that are the person's own, not of whom he serves: of نائب الرئيس, نائب."""

    @property
    def points_back(self) -> bool:
        """Whether it names its head only: الوزيرة، المصدر نفسه."""
        return len(self.keys) == 1


def mention(text: str, tokens: list[Token], span: Span, name: Span | None) -> Mention | None:
    """The mention at `span`, whose tokens stand in `tokens` (those of its sentence)."""
    first_inside = bisect_left(tokens, span.start, key=_START)
    inside = tokens[first_inside : bisect_left(tokens, span.end, lo=first_inside, key=_START)]
    inside = inside[: min(led(inside), before_master(inside) if name else before_apposition(inside))]
    if called := called_behind(inside):
        inside, span, name = inside[called:], Span(inside[called].start, span.end), None
    words = [token for token in inside if token.word.kind != "sign"]
    if not words:
        return None
    span = Span(span.start, min(span.end, inside[-1].end))
    classes = 0
    for token in words:
        classes |= token.word.tags
    content = office = words[superlatives(words) :]
    if classes & _SELF:
        content = [token for token in office if not token.word.tags & _SELF] or office
    honours = _honours(content)
    content = content[honours:]
    first = content[0].word
    named = own_name(text, content, office, name)
    name_text, name_keys = _name(text, words, named)
    definite = is_definite(content) or honours > 0  # سعادة محافظ صحم
    whole = span if named else before_adjunct(inside, span)
    itself = words[-1].word
    if content and itself.tags & t.REFLEXIVE and not itself.article:
        whole = Span(whole.start, min(whole.end, content[-1].end))  # الشركة نفسها
    return Mention(
        text=_nominative(_bare(text, inside, whole), content),
        start=span.start,
        end=span.end,
        keys=_keys([token for token in content if token.start < whole.end], named),
        name=name_text,
        name_keys=name_keys,
        role=_role(text, words, named),
        head=first.stem,
        tags=first.tags,
        definite=definite,
        kind=_kind(text, span, content, named, definite),
        gender=_gender_of_name(named) or gender_of(content),
        plural=is_plural(content),
        honorific=bool(first.tags & t.HONORIFIC),
        honoured=bool(classes & t.TITLE),
        same=bool(classes & t.REFLEXIVE),
        issuer=_issuer(content),
        offices=_offices(content, named),
    )


def _honours(content: list[Token]) -> int:
    """How many words before an office only honour its bearer: سمو وزير الخارجية، السيد الرئيس."""
    at = 0
    while at + 1 < len(content):
        word, following = content[at].word, content[at + 1].word
        if not word.rules & t.HONOUR or not following.tags & t.ROLE or following.preposition:
            break
        at += 1
    return at


def _gender_of_name(named: list[Token]) -> str:
    """The gender that a given name shows: رئيس الوزراء تيريزا ماي; a family name alone shows none."""
    if named and named[0].word.rules & t.WOMAN:
        return "f"
    return "m" if len(named) > 1 and named[0].word.rules & t.MAN else ""


def _name(text: str, words: list[Token], named: list[Token]) -> tuple[str, tuple[str, ...]]:
    """The personal name as written and the keys of its words, without what is attached before it."""
    if not named:
        return "", ()
    written = text[named[0].start : named[-1].end]
    keys = tuple(token.word.key for token in named)
    first = named[0].word
    if named[0] is not words[0]:
        return written, keys
    if first.preposition == "ل" and first.article:  # وفقا للظواهري
        return f"ال{written[len(first.conjunction) + 2 :]}", (f"ال{first.stem}", *keys[1:])
    if bound(first) or first.preposition == "ب" and first.tags & t.SURE_NAME:  # وفقا لبلومبيرغ، التقى بسامي
        return written[len(first.conjunction) + 1 :].lstrip("ـ"), (first.stem, *keys[1:])
    known = t.SURE_NAME | t.NAME_PARTICLE | (t.NAME if first.conjunction == "و" else 0)
    if first.conjunction and first.tags & known:  # وكلينتون أيدت
        return written[len(first.conjunction) :], (first.stem, *keys[1:])
    if first.conjunction and first.article:  # والبدوي: لن نشارك
        return written[len(first.conjunction) :], (first.key[len(first.conjunction) :], *keys[1:])
    return written, keys


def _keys(content: list[Token], named: list[Token]) -> tuple[str, ...]:
    """The stems of the words beside the name: those before it and, where but titles or one role stand there,
    those behind: المستشار فلان المتحدث الرسمي.
    """
    none = FUNCTION | t.PRONOUN  # فلان، وهو وزير
    kept = [token for token in content if token.word.article or not token.word.tags & none]  # النيابة
    if named:
        first, last = named[0].start, named[-1].start
        told = [token for token in _told_first(content) if token.start < first]
        end = told[-1].end if told else 0
        before = [token for token in told if not token.word.tags & t.TITLE]
        kind = t.ROLE | t.NATIONALITY  # الألماني فلان، مدرب الفريق
        led = len(before) > 1 or bool(before) and not (before[0].word.article and before[0].word.tags & kind)
        kept = [token for token in kept if token.start < end or token.start > last and not led]
    return tuple(token.word.stem for token in kept)


def _told_first(words: list[Token]) -> list[Token]:
    """The words before those that bring in the name: المتحدث | ويدعى فلان، المفوض، | وهو النيجيري فلان."""
    return list(takewhile(lambda token: not token.word.tags & (t.CALLED | t.PRONOUN), words))


def _kind(text: str, span: Span, content: list[Token], named: list[Token], definite: bool) -> SpeakerKind:
    """What the mention can be; a name behind a comma is a person's: الادعاء العام، أوجوال نيكام."""
    with_role = named[:1] == content[:1] and len(named) < len(content)  # "كريم حمودي" رئيس الاتحاد
    quoted = text.startswith(_MARKS, span.start) and not with_role
    kind = kind_of(content, content[0].word.tags, bool(named), definite, quoted)
    if kind == "organisation" and named and pauses(text, content, Span(named[0].start, named[-1].end)):
        return "person"
    return kind


def _bare(text: str, inside: list[Token], span: Span) -> str:
    """The words as a name: للوزارة is الوزارة, a mark whose partner is not here goes."""
    written = text[span.start : span.end].strip(" ،,")
    first = inside[0].word
    if first.preposition or first.conjunction and first.stem != first.key:
        rest = written[len(first.text) :]
        bare = first.text
        if first.conjunction and bare[:1] in "وف":
            bare = bare[1:]
        if first.preposition == "ل" and first.article:
            bare = _after_lam(bare, first, inside)
        elif first.preposition:
            bare = bare[1:].lstrip("ـ")
        written = bare + rest
    if written.startswith(("ل ", "لـ", "بـ")) and len(inside) > 1:
        written = written[2:].strip()
    if _MARK.search(written) is None:
        return written
    written = _STOP_INSIDE.sub("", written)
    inner = _QUOTED.fullmatch(written)
    if inner is not None:
        return inner[1].strip()
    for opening, closing in _PAIRS:
        if _unpaired(written, opening, closing):
            written = written.replace(opening, "").replace(closing, "").strip()
    return written


def _unpaired(written: str, opening: str, closing: str) -> bool:
    """Whether a mark stands without its partner: الأمين العام للحلف (الناتو."""
    if opening == closing:
        return written.count(opening) % 2 == 1
    return written.count(opening) != written.count(closing)


def _nominative(written: str, content: list[Token]) -> str:
    """Who is not definite, in the case of a subject: لكن مصدرا دبلوماسيا قال is مصدر دبلوماسي; not طيارا
    الطائرة، مصادرنا.
    """
    words = written.split(" ")
    first = content[0].word
    # لكن سكانا قالوا، لكن تقريرا أفاد
    plain = first.tags & (t.GROUP | t.DOCUMENT | t.SETTING) and first.key == f"{first.stem}ا"
    of_some = first.tags & t.QUANTIFIER and len(content) > 1 and content[1].word.key == "من"  # لكن عددا من
    role = first.tags & t.ROLE and (first.key == f"{first.stem}ا" or first.tags & t.ADVERBIAL_PARTICIPLE)
    if first.pronoun or not (first.tags & t.UNNAMED or of_some or plain or role):
        return written
    indefinite = takewhile(lambda token: not token.word.tags & t.CALLED, content)  # متحدثا | باسمها
    end = sum(1 for _ in takewhile(_ACCUSATIVE.search, words[: sum(1 for _ in indefinite)]))
    following = content[end].word if end < len(content) else None
    inside = following is not None and (following.preposition or following.tags & (t.PREPOSITION | t.CALLED))
    if end == 1 and following is not None and not inside and following.key != "باسم":
        return written
    return " ".join([*(_ACCUSATIVE.sub("", word) for word in words[:end]), *words[end:]])


def _after_lam(bare: str, first: Word, inside: list[Token]) -> str:
    """للوزارة is الوزارة, للجنة الأولمبية is اللجنة الأولمبية, but للجنة التحقيق is لجنة التحقيق."""
    if not first.stem.startswith("ل"):
        return "ال" + bare[2:]
    following = inside[1].word if len(inside) > 1 else None
    described = following is None or following.article and following.stem.endswith(("ة", "ي"))
    return ("ال" if described else "") + bare[1:]


def _issuer(content: list[Token]) -> int:
    """Where the words begin that tell who issued a document, -1 where none do."""
    first = content[0].word
    heads = t.DOCUMENT | t.ROLE | t.ORGANISATION | t.QUANTIFIER | t.NAMES
    latest = len(content) > 1 and not first.article and content[1].word.rules & t.ISSUED_DOCUMENT
    if (latest or before_document(content)) and not first.tags & heads:
        return _issuer(content[1:])  # أحدث تقرير للمركز، آخر تحديث صادر عن اللجنة
    for at, token in enumerate(content[1:-2], 1):
        if token.word.rules & t.ISSUED and content[at + 1].word.key == "عن":
            issuer = content[at + 2 :]
            known = is_definite(issuer) or issuer[0].word.tags & t.ORGANISATION
            document = first.tags & t.DOCUMENT or first.rules & t.ISSUED_DOCUMENT
            return issuer[0].start if known and document else -1
    if not first.rules & (t.ISSUED_DOCUMENT | t.ISSUED_WORDS):
        return -1
    for at, token in enumerate(content[1:], 1):
        word, before = token.word, content[at - 1].word
        following = content[at + 1].word if at + 1 < len(content) else None
        placed = following is not None and following.tags & t.PREPOSITION and following.key != "من"
        if placed and word.rules & t.ISSUED:
            return -1  # بيان نشر على موقع كذا
        if word.key == "ل" and following is not None:
            return content[at + 1].start  # بيان لـ"حركة النهضة"
        attached = word.preposition == "ل" or bool(before.rules & t.ROLE_PREPOSITION) or before.key == "من"
        if word.rules & t.MINISTRY and not (attached or word.article):
            continue  # مذكرة داخلية
        if word.preposition == "ل" and word.tags & t.ROLE and first.rules & t.COMPLAINT:
            return -1  # بلاغ للنائب العام
        if word.tags & t.NATIONALITY and not attached or first.article and word.article and not attached:
            continue
        one_of = one_of_several(word) and not word.article
        if relational(word) and not (word.article or attached) and following and following.preposition:
            continue  # بيان صحفي للوزارة
        if (
            word.tags & (t.ORGANISATION | t.KNOWN_ORGANISATION | t.MEDIA | t.OUTLET | t.GROUP | t.UNNAMED)
            or one_of  # رواية أحد الركاب
            or word.tags & t.ROLE
            and (attached or word.article or following is not None and following.article)
            or word.tags & (t.PLACE | t.NAMES)
            and attached  # تغريدة لسامر الحداد
            or at == 1
            and first.rules & t.ISSUED_WORDS
            and _somebody(word)  # تصريحات حلمي طولان
        ):
            return token.start
    return -1


def _somebody(word: Word) -> bool:
    """Whether a word can but name a person: طولان، بايدن; not هامة، أمس."""
    if word.tags & t.SURE_NAME:
        return not word.preposition
    own = not (word.article or word.preposition or word.forms or word.tags & ~t.NAMES)
    return own and bool(word.tags & t.NAMES or word.rules & t.LIKE_NAME)


def _offices(content: list[Token], named: list[Token]) -> frozenset[str]:
    found = set()
    for at, token in enumerate(content):
        word, before = token.word, content[at - 1]
        if not word.tags & (t.ROLE | t.TITLE) or at and word.preposition:
            continue
        if at and word.conjunction and before in named and token is not content[-1]:
            break  # الوزيرة فلانة ووزير الدفاع فلان
        beside = before in named or before.word.tags & (t.TITLE | t.PRONOUN)
        own = word.conjunction or before.word.article or beside
        if not at or own:
            found.add(word.stem)
    return frozenset(found)


def _only_nation(before: list[Token]) -> bool:
    """Whether nothing but a nationality stands before a name: الألماني فلان، مدرب الفريق."""
    return len(before) == 1 and before[0].word.article and bool(before[0].word.tags & t.NATIONALITY)


def _role(text: str, words: list[Token], named: list[Token]) -> str:
    if not named:
        return ""
    before = [token for token in _told_first(words) if token.end <= named[0].start]
    after = [token for token in words if token.start >= named[-1].end]
    if after and after[0].word.tags & t.ROLE and not after[0].word.conjunction and _only_nation(before):
        before = []
    if before and not before[0].word.rules & t.ISSUED_WORDS:  # not تصريحات حلمي طولان
        start, end = before[0].start, before[-1].end
        closed = any(text[end] == pair[1] and _unpaired(text[start:end], *pair) for pair in _PAIRS)
        return _bare(text, before, Span(start, end + closed))  # الأمين العام للحلف (الناتو) فلان
    if not after or after[0].word.conjunction == "و":
        return ""  # فلان وبعض أعضاء أسرته
    return text[after[0].start : after[-1].end]
