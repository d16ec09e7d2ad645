"""Which words of a source are its personal name."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import title_in_letters, unknown_plural
from qawl.lexicon.word import NOTHING, Token, Word
from qawl.model import Span
from qawl.scene import COMMAS
from qawl.speakers.lettered import behind_letters, known_as, mother
from qawl.speakers.namewords import (
    definite_before_father,
    given_and_surname,
    is_ayatollah,
    is_of_body,
    is_of_land,
    may_be_given_before_father,
)
from qawl.speakers.served import definite, serves, told_apart, whose_kin

_SHORT_NAME = 2
"""Words that a name is left with when a word before them is not its own."""
_DESCRIBED = t.ROLE | t.TITLE | t.ORGANISATION
"""What an adjective belongs to that might begin a name: القيادي الحوثي فلان, رئيس المجلس القروي فلان."""


def own_name(text: str, content: list[Token], words: list[Token], name: Span | None) -> list[Token]:
    """The words of the name of the one whom a source names, `name` where the phrase was read to hold one;
    `content` are its `words` without those that point back.
    """
    if called := mother(words) or known_as(text, words):
        return called
    of_another = name is not None and _of_another(content, name, pauses(text, content, name))
    named = [
        token
        for token in words
        if name is not None and name.start <= token.start and token.end <= name.end and not of_another
    ]
    named = named[_before_name(words, named) : _told_to(named)]
    named = _behind_comma(words, named[_complement(words, named) :])
    if named and named[0] is not words[0] and bound(named[0].word):
        return []  # المحامي لكريم حسان
    if _surname_after_role(words) and not named and not of_another:
        named = words[1:]
    if not named:
        named = behind_letters(words)
    if not named and not of_another:
        named = words[: _name_before_role(words)] or words[_name_behind_role(words) :]
    if named and named[0] is not words[0] and _begins_source(words[: words.index(named[0])]):
        named = words[: words.index(named[-1]) + 1]
    named = words[_given_with_article(words, named) : words.index(named[-1]) + 1] if named else named
    if _honoured_office(words, named):
        return []
    named = named[: _office(named)]
    told_of = t.TOLD_OF | t.YEARS
    if any(token.word.kind == "number" for token in named) or named and named[0].word.rules & told_of:
        return []  # الأم البالغة 29 عاما، "حزب الله" المدعوم من إيران
    if named and named[0] is words[0] and unknown_plural(named[0].word):
        return []
    if _given_name(words, named):
        named = words[: len(named) + 1]
    return named + _last_name(words, named)


def _before_name(words: list[Token], named: list[Token]) -> int:
    """How many of the words of a name belong to what stands before it: a title, القيادي الحوثي فلان, المتحدث
    باسم نتنياهو فلان, رئيس المجلس القروي فلان, المتحدث باسمهم فلان.
    """
    if not named:
        return 0
    spokesman = any(token.word.rules & t.SPOKESMAN for token in words)
    if spokesman and named[0].word.key == "باسم" and named[0] is not words[0]:
        first = next(token for token in words if token.word.key == "باسم")
        return len(named) if named[0] is first else 0  # المتحدث باسم القصر; الناطق باسم الحكومة باسم فلان
    if len(named) == 1 and named[0] is not words[0]:
        return int(is_of_land(named[0].word, words[words.index(named[0]) - 1].word))  # أميرة ويلز
    at = 0
    while len(named) - at > 1:
        word = named[at].word
        before = words[words.index(named[at]) - 1].word if named[at] is not words[0] else None
        title = word.tags & t.TITLE and not word.tags & t.SURE_NAME or title_in_letters(word)
        described = before is not None and before.article and before.tags & _DESCRIBED
        adjective = described and word.article and word.stem.endswith("ي") and len(named) - at > _SHORT_NAME
        served = before is not None and before.key == "باسم" and len(named) - at > _SHORT_NAME
        spoken_for = served and word.tags & t.SURNAME
        theirs = spokesman and word.stem == "اسم" and word.pronoun
        nation = not at and before is None and word.article and word.tags & t.NATIONALITY
        native = nation and len(named) > _SHORT_NAME  # المصري محمد صلاح
        if is_ayatollah(word, named[at + 1].word):
            at += 2  # آية الله فلان
            continue
        of_body = not at and before is not None and len(named) > _SHORT_NAME and is_of_body(word, before)
        of_land = before is not None and len(named) - at > _SHORT_NAME and is_of_land(word, before)
        if not (title or adjective or native or spoken_for or theirs or of_body or of_land):
            break
        at += _words_of_body(named) if of_body else 1
    return at


def _words_of_body(named: list[Token]) -> int:
    """How many words of what was read as a name are the body's that is called by a man's: جامعة | محمد
    الخامس | سامي فلان, جامعة | عبد المالك السعدي | سامي فلان.
    """
    at = 1
    while at < len(named) and named[at - 1].word.tags & t.NAME_PARTICLE:
        at += 1
    if len(named) - at <= _SHORT_NAME:
        return 1
    second, third = named[at].word, named[at + 1].word
    given = second.tags & t.SURE_NAME and not second.rules & t.ONLY_SURNAME  # مستشفى ناصر | عاطف محمد الحوت
    another = third.tags & t.SURE_NAME and not third.rules & t.ONLY_SURNAME and not given
    man = named[0].word.tags & (t.SURE_NAME | t.NAME_PARTICLE)
    return at + 1 if man and (second.rules & t.ORDINAL or another) else 1


def _complement(words: list[Token], named: list[Token]) -> int:
    """How many of the words of a name say of what the role is: الناطق الرسمي بمنطقة عسير فلان, مبعوث لهولاند
    فلان.
    """
    if not named or named[0] is words[0] or not named[0].word.preposition:
        return 0
    served = named[0].word
    master = served.preposition == "ل" and served.tags & t.SURNAME
    if master and (len(named) > _SHORT_NAME or len(named) == 1 and named[0] is not words[-1]):
        return 1  # المعاون السياسي لبري النائب فلان
    if not served.rules & t.LOCALITY:
        return 0
    sure = any(token.word.tags & t.NAME for token in named[2:])
    return 2 if sure else len(named)


def _behind_comma(words: list[Token], named: list[Token]) -> list[Token]:
    """The name of several words behind a comma, where but one stands before it, of whose office it is, or of
    the body he is in: عمدة إيدي، رينيه فيرهولست; الباحثة في مركز سان مارتين، ليليانا كاستيلو.
    """
    if len(named) != 1 or named[0] is words[0]:
        return named
    at = words.index(named[0])
    first = at - 1 if at > 1 and _part_of_foreign(words[at - 1].word) else at
    office, behind = words[first - 1].word, words[at + 1 :]
    bodies = t.ROLE | t.ORGANISATION
    if not office.tags & bodies or office.tags & t.TITLE or office.article or office.pronoun:
        return named
    if len(behind) < _SHORT_NAME or behind[0].start == named[0].end + 1:
        return named
    sure = behind[0].word.tags & t.SURE_NAME and not any(_no_name(token.word) for token in behind)
    return behind if sure else named


def _part_of_foreign(word: Word) -> bool:
    """Whether a word before a name may belong to it: سان مارتين، لوس كابوس."""
    return bool(word.tags & t.NAME_PARTICLE) or not (word.tags or word.article or word.preposition)


def _office(named: list[Token]) -> int:
    """Where the office begins that a name's words go on to: أحمد الطيب شيخ الأزهر."""
    bodies = t.ORGANISATION | t.KNOWN_ORGANISATION
    for at in range(_SHORT_NAME, len(named) - 1):
        word, following = named[at].word, named[at + 1].word
        if word.tags & t.ROLE and following.rules & t.FIEF:
            return at  # كيت ميدلتون أميرة ويلز
        office = word.tags & t.ROLE and not (word.article or word.tags & t.SURE_NAME)
        if office and following.tags & bodies and not named[at - 1].word.tags & t.NAME_PARTICLE:
            return at
    return len(named)


def _honoured_office(words: list[Token], named: list[Token]) -> bool:
    """Whether what might be a name is the office, of a place that no table knows, of who is honoured: سعادة
    والي صحم.
    """
    if len(named) != _SHORT_NAME or named != words[1:] or not words[0].word.rules & t.HONOUR:
        return False
    office, place = named[0].word, named[1].word
    return bool(office.rules & t.OFFICE and office.tags & t.ROLE) and not (place.tags or place.article)


def _name_before_role(words: list[Token]) -> int:
    """How many words are the name of one whose role follows, though the first could be a noun: حاكم الزاملي
    نائب الرئيس; though the second has ال: جمال الشمايلة السفير الأردني.
    """
    for at in range(1, len(words)):
        word = words[at].word
        if word.conjunction or word.preposition:
            return 0
        if at > 1 and word.tags & (t.ROLE | t.TITLE) and not word.tags & t.NAME:
            sure = any(token.word.tags & t.SURE_NAME for token in words[:at])
            sure = sure or at == _SHORT_NAME and given_and_surname(words[0].word, words[1].word)
            sure = sure or at == _SHORT_NAME and all(token.word.tags & t.NAME for token in words[:at])
            known = ~t.NAMES & ~t.ROLE if not words[0].word.article else ~t.NAMES & ~t.PLAIN
            unknown = not any(token.word.tags & known for token in words[:at])
            both = words[0].word.article and words[1].word.article and not word.article
            return at if unknown and (sure if not words[0].word.article else both) else 0
    return 0


def _name_behind_role(words: list[Token]) -> int:
    """Where the words begin that can but be the name of one whose definite role they follow: المحلل السياسي
    صلاح الدين الجورشي, محامي الدفاع الحميدي السبيعي.
    """
    first = words[0].word
    last = len(words) - _SHORT_NAME
    if not first.tags & t.ROLE or last < 1:
        return len(words)
    sure = all(token.word.tags & t.SURE_NAME and not token.word.tags & ~t.NAMES for token in words[last:])
    apart = any(token.word.conjunction for token in words)
    if apart:
        foreign = not any(token.word.article or token.word.conjunction for token in words[last:])
        return last if sure and foreign and words[last - 1].word.article else len(words)
    if sure and (first.article or first.pronoun or words[last - 1].word.article):
        while last > 1 and _goes_on(words[last - 1].word, words[last].word):
            last -= 1
        return last
    if last > 1 and not first.article and _of_a_town(words[last - 1].word, words[last].word, words[-1].word):
        return last
    for at in range(1, last + 1):
        before = words[at - 1].word
        if not (before.article or before.pronoun) or words[at].word.article or words[at].word.key == "باسم":
            continue
        named = [token.word for token in words[at:]]
        if named[0].tags & t.PREPOSITION:
            continue  # الباحث في تاريخ القدس فلان
        known = any(map(_may_be_name, named)) and not any(map(_no_name, named))
        return at if known else len(words)
    return len(words)


def _of_a_town(town: Word, given: Word, surname: Word) -> bool:
    """Whether a name that may be another word follows a town that no table knows: والي سطيف ناصر القطان."""
    if town.tags or town.article or town.forms or town.kind != "word":
        return False
    names = all(word.tags & t.NAME and not word.tags & ~t.NAMES for word in (given, surname))
    return names and surname.article and not given.article


def _goes_on(word: Word, following: Word) -> bool:
    """Whether a word belongs to the name that goes on with the one behind it: صالح بن عواد المغامسي."""
    if word.article or word.preposition or word.tags & t.PLACE:
        return False
    given = word.tags & t.SURE_NAME and not word.tags & ~t.NAMES
    return bool(word.tags & t.NAME_PARTICLE or given or following.tags & t.NAME_PARTICLE)


def _no_name(word: Word) -> bool:
    """Whether a word cannot stand in a name behind a role."""
    if word.kind != "word" or word.preposition or word.conjunction or word.pronoun or word.forms:
        return True
    return bool(word.tags & ~(t.NAMES | t.NAME_PARTICLE | t.ROLE | t.TITLE)) and not word.tags & t.NAME


def _may_be_name(word: Word) -> bool:
    """Whether a word without ال is a name, or one that the tables do not know."""
    return not word.article and (bool(word.tags & t.NAMES) or not word.tags and word.kind == "word")


def _surname_after_role(words: list[Token]) -> bool:
    """Whether a definite role has but a surname behind it, which may be a place's too: الوزير أوستن."""
    if len(words) != _SHORT_NAME:
        return False
    role, word = words[0].word, words[1].word
    if not role.article or not role.tags & (t.ROLE | t.TITLE):
        return False
    return bool(word.tags & t.SURNAME) and not (word.article or word.preposition or word.conjunction)


def _given_name(words: list[Token], named: list[Token]) -> bool:
    """Whether what might be a role before a name is the first name: أمير رودريغيز, سيد محمد جافيد."""
    first = words[0].word
    return (
        bool(named)
        and len(words) > 1
        and named[0] is words[1]
        and bool(first.tags & t.ROLE and first.tags & t.NAME)
        and not (first.article or first.preposition or named[0].word.tags & t.PLACE)
    )


def _begins_source(before: list[Token]) -> bool:
    """Whether the words before a name are its own, as nothing is told by them: حشمة الله غني خيل."""
    first = before[0].word
    unknown = not (first.tags or first.article or first.forms or first.preposition)
    return unknown and len(before) <= _SHORT_NAME and all(not token.word.tags & ~t.NAMES for token in before)


def _given_with_article(words: list[Token], named: list[Token]) -> int:
    """Where a name begins whose first word has ال, behind a definite role: المندوب السوداني الحارث إدريس."""
    first = words.index(named[0])
    father = named[0].word.rules & t.FILIAL
    single = len(named) == 1 or named[0].word.tags & t.NAME_PARTICLE or father
    before = words[first - 2].word if first > 1 else NOTHING
    if first and father and definite_before_father(words[first - 1].word, before):
        return first - 1  # قال العربي بن عمار
    if first < _SHORT_NAME or named[0].word.article or not single:
        return first
    given = words[first - 1].word
    if father and may_be_given_before_father(given):
        return first - 1
    nothing_else = given.tags & t.NAME and not given.tags & ~t.NAMES and not given.stem.endswith(("ي", "ة"))
    grade = given.rules & t.GRADE  # اللواء الركن عبد الله
    joined = grade or given.conjunction or given.preposition or words[first - 1].end + 1 != named[0].start
    return first - 1 if given.article and before.article and nothing_else and not joined else first


def _last_name(words: list[Token], named: list[Token]) -> list[Token]:
    """What might be a role, bare behind a name, may be its end: شريف الله وزير، سالم ضيف الله الحربي."""
    behind = words[words.index(named[-1]) + 1 :] if named else []
    if not behind or named[-1].end + 1 != behind[0].start or behind[0].word.conjunction:
        return []
    word = behind[0].word
    if len(behind) > 1 and word.rules & t.THEOPHORIC and behind[1].word.rules & t.DEITY:
        return behind if len(behind) == _SHORT_NAME or behind[-1].word.tags & t.NAMES else behind[:2]
    may_be = word.tags & t.ROLE and word.tags & t.NAME and not word.article
    return behind if may_be and len(behind) == 1 else []


def bound(word: Word) -> bool:
    """Whether a name is bound to a preposition without an article, as after وفقا."""
    return word.preposition == "ل" and not word.article


def _told_to(named: list[Token]) -> int:
    """Where a name ends before those who are spoken to, as in a headline (فلان لفلان), or how old one is:
    فلانة ذات الستين عاما.
    """
    return next(
        (
            at
            for at in range(1, len(named))
            if not named[at - 1].word.tags & t.NAME_PARTICLE
            and (named[at].word.preposition == "ل" or named[at].word.tags & t.REFLEXIVE)
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
    if len(before) > 1 and bound(before[-1]) and before[-1].tags & t.SURE_NAME:
        own = content[len(before) :]  # الرئيس التنفيذي لسوزوكي فلان الفلاني, but مستشار لدونالد ترامب
        return not (before[-1].tags & t.SURNAME and len(own) > 1 and own[0].word.tags & t.SURE_NAME)
    if len(before) <= _SHORT_NAME and not pause and whose_kin([token.word for token in content]):
        return True
    single = len(before) > _SHORT_NAME and content[-1].start <= name.start
    if single and _surname_of_master(before):
        return True
    if all(token.word.tags & t.OUTLET for token in content if name.start <= token.start < name.end):
        return True  # مسؤول في الوزارة لشبكة CNN
    body = first.tags & t.ORGANISATION and not first.tags & (t.ROLE | t.TITLE)
    if body and not first.article and len(before) > 1:
        return bool(before[1].tags & t.ROLE) and not before[-1].tags & t.RELATION  # مكتب رئيس الوزراء، فلان
    if not pause and serves(before) and not told_apart(before, content[len(before)].word):
        return True
    if not first.tags & (t.QUANTIFIER | t.UNNAMED):
        return False
    told = before[:-1] if _own_title(before) else before
    return not before[-1].article or any(word.tags & t.ROLE and word.article for word in told)


def _own_title(before: list[Word]) -> bool:
    """Whether the title before a name is no other's, as the words before it are complete: أحد المشاركين في
    الوقفة المهندس فلان; not أحد مساعدي الوزير فلان.
    """
    if len(before) <= _SHORT_NAME or not before[-1].tags & (t.ROLE | t.TITLE):
        return False
    return definite(before[-2]) and not before[-2].tags & (t.ROLE | t.TITLE)


def _surname_of_master(before: list[Word]) -> bool:
    """Whether a single name behind a role that another serves is his: المتحدث باسم الرئيس ماكرون, الوفد
    المرافق للرئيس الروسي مدفيديف.
    """
    at = len(before) - (2 if before[-1].tags & t.NATIONALITY and before[-1].article else 1)
    master = before[at]
    if at < 1 or not master.tags & t.ROLE or not (master.article or master.preposition == "ل"):
        return False
    return master.preposition == "ل" or before[at - 1].key == "باسم"


def pauses(text: str, content: list[Token], name: Span) -> bool:
    """Whether a comma stands before the name, or before the title that goes with it, or a closing mark: ابن
    شيخ القرية، فلان, دفاع المتهم، المحامي فلان, منسق حملة «صحتك» الدكتور فلان.
    """
    before = [token for token in content if token.end <= name.start]
    paused = before and any(comma in text[before[-1].end : name.start] for comma in COMMAS)
    return bool(paused) or _titled_apart(text, before)


def _titled_apart(text: str, before: list[Token]) -> bool:
    """Whether the last word is a title or role with ال behind a comma or mark: والد الشهيد، المواطن."""
    if len(before) < _SHORT_NAME or not before[-1].word.article or before[-1].word.conjunction:
        return False
    gap = text[before[-2].end : before[-1].start]
    pause = gap.startswith(("»", '"', "”")) or any(comma in gap for comma in COMMAS)
    return pause and bool(before[-1].word.tags & (t.ROLE | t.TITLE))
