"""A source as it stands in the text, taken apart: name, role, organisation, what it can be."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from msgspec import Struct

from qawl.lexicon import tags as t
from qawl.lexicon.word import Token, Word
from qawl.model import Span, SpeakerKind
from qawl.scene import COMMAS
from qawl.speakers.traits import FUNCTION, gender_of, is_definite, is_plural, kind_of

_QUOTED = re.compile(r"(?:&#34;|&quot;|[\"“”«‘'])([^\"“”«»&]+)(?:&#34;|&quot;|[\"“”»’'])")
_SHORT_NAME = 2
"""Words that a name is left with when a word before them is not its own."""
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
    first_inside = bisect_left(tokens, span.start, key=_start)
    inside = tokens[first_inside : bisect_left(tokens, span.end, lo=first_inside, key=_start)]
    words = [token for token in inside if token.word.kind != "sign"]
    if not words:
        return None
    content = [token for token in words if not token.word.tags & _SELF] or words
    first = content[0]
    of_another = name is not None and _of_another(content, name, _pauses(text, content, name))
    named = [
        token
        for token in words
        if name is not None and name.start <= token.start and token.end <= name.end and not of_another
    ]
    named = named[_before_name(words, named) : _told_to(named)]
    named = named[_complement(words, named) :]
    if _surname_after_role(words) and not named and not of_another:
        named = words[1:]
    if not named and not of_another:
        named = words[: _name_before_role(words)]
    named = named[: _office(named)]
    if _given_name(words, named):
        named = words[:2]
    name_text = text[named[0].start : named[-1].end] if named else ""
    name_keys = [token.word.key for token in named]
    if named and named[0] is words[0] and _bound(named[0].word):  # وفقا لبلومبيرغ
        name_text = name_text[len(named[0].word.conjunction) + 1 :]
        name_keys[0] = named[0].word.stem
    elif named and named[0] is words[0] and named[0].word.conjunction and named[0].word.tags & t.SURE_NAME:
        name_text = name_text[len(named[0].word.conjunction) :]  # وكلينتون أيدت
        name_keys[0] = named[0].word.stem
    role = _role(text, words, named)
    tags = first.word.tags
    led = bool(named) and any(
        not token.word.tags & t.TITLE for token in content if token.start < named[0].start
    )
    keys = tuple(
        token.word.stem
        for token in content
        if not token.word.tags & FUNCTION
        and not (
            named
            and (named[0].start <= token.start <= named[-1].start or led and token.start > named[-1].start)
        )
    )
    definite = is_definite(content)
    kind = kind_of(content, tags, bool(named), definite, text.startswith(_MARKS, span.start))
    if kind == "organisation" and named and text[: named[0].start].rstrip().endswith(("،", ",")):
        kind = "person"  # الادعاء العام، أوجوال نيكام
    return Mention(
        _bare(text, inside, span if named else _before_adjunct(inside, span)),
        span.start,
        span.end,
        keys,
        name_text,
        tuple(name_keys),
        role,
        first.word.stem,
        tags,
        definite,
        kind,
        gender_of(content),
        is_plural(content),
        bool(first.word.tags & t.HONORIFIC),
        any(token.word.tags & t.TITLE for token in words),
        any(token.word.tags & t.REFLEXIVE for token in words),
        _issuer(content),
        _offices(content, named),
    )


def _before_adjunct(inside: list[Token], span: Span) -> Span:
    """The name of an organisation without what is told of it: قناة "المسيرة" التابعة للحوثيين."""
    for before, token in pairwise(inside):
        named = not (before.word.article or before.word.tags) or before.word.kind == "sign"
        if named and token.word.article and token.word.rules & t.COMPLEMENTED and before is not inside[0]:
            return Span(span.start, before.end)
    return span


def _before_name(words: list[Token], named: list[Token]) -> int:
    """How many of the words of a name belong to what stands before it: a title, القيادي الحوثي فلان, المتحدث
    باسم نتنياهو فلان.
    """
    spokesman = any(token.word.rules & t.SPOKESMAN for token in words)
    if spokesman and named and named[0].word.key == "باسم" and named[0] is not words[0]:
        return len(named)  # المتحدث باسم القصر
    at = 0
    while len(named) - at > 1:
        word = named[at].word
        before = words[words.index(named[at]) - 1].word if named[at] is not words[0] else None
        title = word.tags & t.TITLE and not word.tags & t.SURE_NAME
        described = before is not None and before.article and before.tags & (t.ROLE | t.TITLE)
        adjective = described and word.article and word.stem.endswith("ي") and len(named) - at > _SHORT_NAME
        spoken_for = before is not None and before.key == "باسم" and len(named) - at > _SHORT_NAME
        nation = not at and before is None and word.article and word.tags & t.NATIONALITY
        native = nation and len(named) > _SHORT_NAME  # المصري محمد صلاح
        if not (title or adjective or native or spoken_for and word.tags & t.SURNAME):
            break
        at += 1
    return at


def _complement(words: list[Token], named: list[Token]) -> int:
    """How many of the words of a name say of what the role is: الناطق الرسمي بمنطقة عسير فلان."""
    if not named or named[0] is words[0] or not named[0].word.preposition:
        return 0
    if not named[0].word.rules & t.LOCALITY:
        return 0
    sure = any(token.word.tags & t.NAME for token in named[2:])
    return 2 if sure else len(named)


def _office(named: list[Token]) -> int:
    """Where the office begins that a name's words go on to: أحمد الطيب شيخ الأزهر."""
    bodies = t.ORGANISATION | t.KNOWN_ORGANISATION
    for at in range(_SHORT_NAME, len(named) - 1):
        word, following = named[at].word, named[at + 1].word
        office = word.tags & t.ROLE and not (word.article or word.tags & t.SURE_NAME)
        if office and following.tags & bodies and not named[at - 1].word.tags & t.NAME_PARTICLE:
            return at
    return len(named)


def _name_before_role(words: list[Token]) -> int:
    """How many words are the name of one whose role follows, though the first could be a noun: حاكم الزاملي
    نائب الرئيس.
    """
    for at in range(1, len(words)):
        word = words[at].word
        if word.conjunction or word.preposition:
            return 0
        if at > 1 and word.tags & (t.ROLE | t.TITLE) and not word.tags & t.NAME:
            sure = any(token.word.tags & t.SURE_NAME for token in words[:at])
            unknown = not any(token.word.tags & ~t.NAMES & ~t.ROLE for token in words[:at])
            return at if sure and unknown and not words[0].word.article else 0
    return 0


def _surname_after_role(words: list[Token]) -> bool:
    """Whether a definite role has but a surname behind it, which may be a place's too: الوزير أوستن."""
    if len(words) != _SHORT_NAME:
        return False
    role, word = words[0].word, words[1].word
    if not role.article or not role.tags & (t.ROLE | t.TITLE):
        return False
    return bool(word.tags & t.SURNAME) and not (word.article or word.preposition or word.conjunction)


def _given_name(words: list[Token], named: list[Token]) -> bool:
    """Whether what might be a role before a single name is the first name: أمير رودريغيز."""
    first = words[0].word
    return (
        len(named) == 1
        and len(words) > 1
        and named[0] is words[1]
        and bool(first.tags & t.ROLE and first.tags & t.NAME)
        and not (first.article or first.preposition or named[0].word.tags & t.PLACE)
    )


def _bound(word: Word) -> bool:
    """Whether a name is bound to a preposition without an article, as after وفقا."""
    return word.preposition == "ل" and not word.article


def _told_to(named: list[Token]) -> int:
    """Where a name ends before those who are spoken to, as in a headline: فلان لفلان."""
    return next(
        (
            at
            for at in range(1, len(named))
            if named[at].word.preposition == "ل" and not named[at - 1].word.tags & t.NAME_PARTICLE
        ),
        len(named),
    )


def _of_another(content: list[Token], name: Span, pause: bool) -> bool:
    """Whether the name in a source is not the speaker's: أحد مساعدي الرئيس فلان، الكاتب عن فلان."""
    first = content[0].word
    before = [token.word for token in content if token.end <= name.start]
    if not before or first.tags & t.DOCUMENT or before[-1].tags & t.CALLED:
        return False
    if before[-1].tags & t.PREPOSITION and not before[-1].article:
        return True
    apart = t.TITLE | t.ROLE | t.PLACE | t.NATIONALITY | t.KNOWN_ORGANISATION
    single = len(before) > _SHORT_NAME and content[-1].start <= name.start
    if (
        single
        and first.rules & t.SPOKESMAN
        and before[-2].key == "باسم"
        and not (before[-1].article or before[-1].tags & apart)
    ):
        return True  # المتحدث باسم قصر باكنغهام
    if all(token.word.tags & t.OUTLET for token in content if name.start <= token.start < name.end):
        return True  # مسؤول في الوزارة لشبكة CNN
    if first.tags & t.ORGANISATION and not first.tags & t.ROLE and not first.article and len(before) > 1:
        return bool(before[1].tags & t.ROLE)  # مكتب رئيس الوزراء، فلان
    if before[-1].tags & t.RELATION and len(before) == 1 and not (before[-1].article or before[-1].pronoun):
        return True
    if not pause and _serves(before):
        return True
    if not first.tags & (t.QUANTIFIER | t.UNNAMED):
        return False
    return not before[-1].article or any(word.tags & t.ROLE and word.article for word in before)


def _pauses(text: str, content: list[Token], name: Span) -> bool:
    """Whether a comma stands before the name: ابن شيخ القرية، فلان."""
    ends = [token.end for token in content if token.end <= name.start]
    return bool(ends) and any(comma in text[ends[-1] : name.start] for comma in COMMAS)


def _serves(before: list[Word]) -> bool:
    """Whether a name is that of the person by whom the head is named: والدة الجندي الأسير فلان, متحدث باسم
    رئيس الوزراء فلان.
    """
    head, last = before[0], before[-1]
    related = bool(head.tags & t.RELATION)
    master = next((at for at, word in enumerate(before) if at and _masters(word, at == 1 and related)), 0)
    own_title = last.tags & t.TITLE and master != len(before) - 1  # متحدث باسم الوزير العقيد فلان
    if not master or own_title or head.article or head.pronoun or before[master].conjunction:
        return False
    at = master
    while at > 1 and not (before[at].preposition or _definite(before[at - 1]) or _introduces(before[at - 1])):
        at -= 1
    if before[at].preposition or _introduces(before[at - 1]):
        return related or not any(_definite(word) for word in before[1:at])
    if at > 1 or head.rules & t.DEPUTY and not before[master].tags & t.ANY_ROLE:
        return False  # وكيل وزير الصحة فلان
    return related or bool(before[1].tags & t.RELATION)  # مدير حملة المرشحة فلانة


def _masters(word: Word, related: bool) -> bool:
    """Whether a word names a person; after محامي or والد any singular with ال does: والد الطفل فلان."""
    if word.tags & t.ROLE:
        return True
    others = t.ORGANISATION | t.GROUP | t.VERBAL_NOUN | t.PLACE | t.NATIONALITY
    return related and word.article and not word.tags & others and not word.stem.endswith(("ين", "ات"))


def _definite(word: Word) -> bool:
    return word.article or bool(word.pronoun) or bool(word.tags & (t.PLACE | t.KNOWN_ORGANISATION))


def _introduces(word: Word) -> bool:
    return word.key == "باسم" or bool(word.tags & t.PREPOSITION) and not word.article


def _bare(text: str, inside: list[Token], span: Span) -> str:
    """The words as a name: للوزارة is الوزارة, a mark whose partner is not here goes."""
    written = text[span.start : span.end].strip(" ،,")
    first = inside[0].word
    if first.kind == "word" and (first.preposition or first.conjunction and first.stem != first.key):
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
    inner = _QUOTED.fullmatch(written)
    if inner is not None:
        return inner[1].strip()
    for opening, closing in (("«", "»"), ("“", "”"), ("(", ")"), ('"', '"')):
        if (
            opening == closing
            and written.count(opening) % 2
            or opening != closing
            and written.count(opening) != written.count(closing)
        ):
            written = written.replace(opening, "").replace(closing, "").strip()
    return written


def _after_lam(bare: str, first: Word, inside: list[Token]) -> str:
    """للوزارة is الوزارة, للجنة الأولمبية is اللجنة الأولمبية, but للجنة التحقيق is لجنة التحقيق."""
    if not first.stem.startswith("ل"):
        return "ال" + bare[2:]
    following = inside[1].word if len(inside) > 1 else None
    described = following is None or following.article and following.stem.endswith(("ة", "ي"))
    return ("ال" if described else "") + bare[1:]


def _start(token: Token) -> int:
    return token.start


def _issuer(content: list[Token]) -> int:
    """Where the words begin that tell who issued a document, -1 where none do."""
    first = content[0].word
    if not first.rules & (t.ISSUED_DOCUMENT | t.ISSUED_WORDS):
        return -1
    for at, token in enumerate(content[1:], 1):
        word, before = token.word, content[at - 1].word
        following = content[at + 1].word if at + 1 < len(content) else None
        attached = word.preposition == "ل" or bool(before.rules & t.ROLE_PREPOSITION) or before.key == "من"
        if word.tags & t.NATIONALITY and not attached or first.article and word.article and not attached:
            continue
        if (
            word.tags & (t.ORGANISATION | t.KNOWN_ORGANISATION | t.MEDIA | t.OUTLET | t.GROUP | t.UNNAMED)
            or word.tags & t.ROLE
            and (attached or word.article or following is not None and following.article)
            or word.tags & t.PLACE
            and attached
        ):
            return token.start
    return -1


def _offices(content: list[Token], named: list[Token]) -> frozenset[str]:
    found = set()
    for at, token in enumerate(content):
        word, before = token.word, content[at - 1]
        if not word.tags & (t.ROLE | t.TITLE) or at and word.preposition:
            continue
        if at and word.conjunction and before in named and token is not content[-1]:
            break  # الوزيرة فلانة ووزير الدفاع فلان
        own = word.conjunction or before.word.article or before.word.tags & t.TITLE or before in named
        if not at or own:
            found.add(word.stem)
    return frozenset(found)


def _role(text: str, words: list[Token], named: list[Token]) -> str:
    if not named:
        return ""
    before = [token for token in words if token.end <= named[0].start]
    after = [token for token in words if token.start >= named[-1].end]
    if before:
        return text[before[0].start : before[-1].end]
    return text[after[0].start : after[-1].end] if after else ""
