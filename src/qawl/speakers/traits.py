"""What a noun phrase can be: definite or not, person or organisation, its gender and number."""

from __future__ import annotations

from itertools import takewhile

from qawl.lexicon import tags as t
from qawl.lexicon.shape import feminine, one_of_several, prepositional, unknown_plural
from qawl.lexicon.word import NOTHING, Token, Word
from qawl.model import SpeakerKind

FUNCTION = t.PREPOSITION | t.CONNECTIVE | t.RELATIVE
_OF_SEVERAL = ("ان", "ون", "ين")
"""Endings of nouns for two or several."""


def is_definite(content: list[Token]) -> bool:
    """Whether the head is definite, by its article, a pronoun, or the definite noun that follows it."""
    first = content[0].word
    if (
        first.article
        or first.pronoun
        or first.tags & (t.PLACE | t.KNOWN_ORGANISATION | t.NAME)
        and not first.tags & t.ROLE
    ):
        return True
    if first.tags & t.HONORIFIC:
        return True
    if len(content) < 2:
        return False
    following = content[1].word
    if following.article and not following.preposition:
        return True  # ممثل النيابة
    if following.key == "باسم" or following.tags & FUNCTION or following.preposition:
        return False
    if _of_its_nation(first, following):
        return False  # لاجئة سورية
    if following.tags & t.PLACE or following.pronoun or following.rules & t.FIEF:
        return True
    outlet = following.tags & (t.KNOWN_ORGANISATION | t.OUTLET) or following.rules & t.BOUND
    if following.tags & t.ORGANISATION and len(content) > 2:
        outlet = outlet or content[2].word.rules & t.BOUND
    if first.tags & t.ROLE and outlet:
        return True  # مراسل بي بي سي
    measured = following.rules & t.DESCRIBING and not following.tags & (t.ROLE | t.TITLE | t.GROUP)
    if measured and len(content) > 2 and content[2].word.article:
        return False  # دبلوماسي رفيع المستوى
    if following.tags & t.NAME and not following.tags & t.ROLE:
        after = content[2].word if len(content) > 2 else None  # رئيس أركان الجيش
        return after is not None and after.article and not (after.preposition or following.tags & t.SURE_NAME)
    return is_definite(content[1:])


def _of_its_nation(noun: Word, word: Word) -> bool:
    """Whether a word that is a country too tells of which nation a feminine noun is: لاجئة سورية."""
    nation = word.tags & t.NATIONALITY and word.stem.endswith("ية") and not word.article
    return bool(nation) and noun.stem.endswith("ة") and bool(noun.tags & t.ROLE)


def kind_of(content: list[Token], tags: int, named: bool, definite: bool, quoted: bool) -> SpeakerKind:
    """What kind of speaker a phrase is, by its head and what follows it."""
    first = content[0].word
    if first.tags & t.HONORIFIC:
        return "person"
    if first.rules & t.THESE and len(content) == 1:
        return "group"  # ويرى هؤلاء
    nameless = tags & t.UNNAMED and not definite
    if not (named or nameless) and not tags & t.ROLE and _coordinated(content):
        return "group"
    if tags & t.UNNAMED or first.tags & t.RELATIVE_FREE:
        return "unnamed"  # مصدر، من (هناك من يقول)
    if first.rules & t.FAMILY or tags & t.MEDIA and first.rules & t.NO_PERSONS and not named:
        return "group"  # عائلة فلان، صحف عربية
    if tags & t.LISTENER and first.stem.endswith(("ون", "ين", "و")) and not named:
        return "group"  # مراسلون
    if _counts_unnamed(content):
        return "unnamed"
    if tags & t.QUANTIFIER and any(map(_is_text, content[1:3])):
        return "document"  # إحدى الرسائل، العديد من الدراسات، ثلاثة قرارات
    if one_of_several(first):
        return "unnamed"
    others = takewhile(lambda word: not prepositional(word), (token.word for token in content[1:4]))
    two = first.key == first.stem + "ا" and any(word.article or word.conjunction for word in others)
    if tags & t.ROLE and (two or _two_offices(content)) and not named:
        return "group"  # وزيرا الدفاع والداخلية، وزيرا خارجية مصر والأردن; not لكن مديرا في الوزارة
    body = tags & t.ORGANISATION and not (named and first.article)  # المعارضة البارزة فلانة
    following = content[1].word if len(content) > 1 else NOTHING
    retired = tags & t.TITLE and following.tags & t.ROLE  # اللواء المتقاعد
    if retired or first.rules & t.OFFICE and following.tags & t.ORGANISATION:
        body = 0  # محافظة البنك المركزي; not محافظة القاهرة
    if tags & (t.ROLE | t.RELATION) and not (body or _verdict(content, named)) or (tags & t.TITLE and named):
        advised = following.tags & t.SURE_NAME and not following.tags & t.TITLE  # مستشار ترامب
        of_somebody = advised or tags & t.RELATION and following.tags & t.NAME  # محامي فلان
        return "person" if named or definite or of_somebody else "unnamed"
    if tags & (t.KNOWN_ORGANISATION | t.OUTLET) and not named:
        return "organisation"
    if tags & t.PLACE and not named and not (tags & t.SURE_NAME and len(content) > 1):
        return "place"
    if tags & t.GROUP:
        if first.rules & t.CROWD:
            return "unnamed"
        return "group"
    if tags & t.QUANTIFIER and not _company(content) or _team(content):
        return "group"
    if tags & t.CLAIM_NOUN and (before_document(content) or "\u064b" in first.text):
        return "document"  # مشروع قرار، ادعاءً
    if tags & (t.MEDIA | t.ORGANISATION):
        return "organisation"
    return _kind_of_others(content, tags, named, quoted)


def _verdict(content: list[Token], named: bool) -> bool:
    """Whether what is a role too is a document here: نص الحكم على; not حكم المباراة، الحكم السويسري."""
    first = content[0].word
    told = content[1].word if len(content) > 1 else NOTHING
    referee = named or told.rules & t.MATCH or told.tags & t.NATIONALITY
    return bool(first.tags & t.DOCUMENT) and not referee


def before_document(content: list[Token]) -> bool:
    """Whether a document follows an indefinite head: مشروع قرار، أحدث تقرير."""
    return len(content) > 1 and not content[0].word.article and bool(content[1].word.tags & t.DOCUMENT)


def _kind_of_others(content: list[Token], tags: int, named: bool, quoted: bool) -> SpeakerKind:
    """What kind of speaker a phrase is whose head is no word for a person or a body."""
    first = content[0].word
    if len(content) == 1 and first.article and first.rules & t.MINISTRY and not tags & t.DOCUMENT:
        return "organisation"  # المالية، النقل
    if tags & t.DOCUMENT and not (named and first.article) or tags & t.LAW and not named:
        return "document"  # المادة (30)
    if not named and before_document(content):
        return "document"  # مشروع قرار، أحدث الأرقام
    told = tags & t.CLAIM_NOUN or any(form.tense == "s" for form in first.forms)
    if not named and (told or tags & t.SETTING and first.key == f"{first.stem}ا"):  # مقطعا يزعم
        return "document"  # التحذير، المقترح، شائعات
    if len(content) == 1 and tags & t.ADJECTIVE and not first.article:
        return "unnamed"  # آخر
    if (
        len(content) > 1
        and not (named or tags & ~(t.ADJECTIVE | t.PLAIN) or first.article)
        and content[1].word.tags & t.GROUP
    ):
        return "unnamed" if content[1].word.rules & t.CROWD else "group"  # كبار المسؤولين، قدامى اللاعبين
    if quoted and not tags & t.SURE_NAME and not _personal(content):
        return "organisation"
    if named or tags & t.NAME:
        return "person"
    if unknown_plural(first):
        return "group"
    if len(content) == 1 and not first.article and not tags:
        return "person"
    several = first.article or tags & t.NATIONALITY  # سوريون
    plural = several and first.stem.endswith(("ون", "ين", "ان")) and not tags & ~t.NATIONALITY
    if plural or first.kind == "number":
        return "group"
    return "person" if first.article and first.stem.startswith("م") else "organisation"


def _is_text(token: Token) -> bool:
    return bool(token.word.tags & t.DOCUMENT or token.word.rules & t.ISSUED_WORDS)


def _personal(content: list[Token]) -> bool:
    """Whether words in marks can but be a person's name: "صالح السرحاني"."""
    words = [token.word for token in content]
    plain = not any(word.tags & ~t.NAMES or word.forms or word.preposition for word in words)
    return len(words) > 1 and plain and bool(words[0].tags & t.NAME) and not words[0].article


def _company(content: list[Token]) -> bool:
    """Whether a word for several is a company: المجموعة، مجموعة طلعت مصطفى, but مجموعة من العلماء."""
    first = content[0].word
    if not first.tags & t.ORGANISATION:
        return False
    following = content[1].word if len(content) > 1 else None
    if following is None or first.article:
        return first.article
    if content[1].start > content[0].end + 1:
        return True  # مجموعة "مشاركات"
    several = following.tags & (t.GROUP | t.PREPOSITION | t.QUANTIFIER) or following.stem.endswith(
        ("ون", "ين")
    )
    return not several and bool(following.article or following.tags & (t.NAME | t.KNOWN_ORGANISATION))


def _team(content: list[Token]) -> bool:
    """Whether a team is told by its members: فريق دولي من العلماء."""
    for at in range(1, len(content) - 1):
        if content[at].word.key == "من":
            team = content[0].word.tags & t.ORGANISATION and not content[0].word.article
            return bool(team and content[at + 1].word.tags & t.GROUP)
        if not content[at].word.tags & t.ADJECTIVE and not content[at].word.stem.endswith("ي"):
            return False
    return False


def _counts_unnamed(content: list[Token]) -> bool:
    """ثلاثة مصادر مطلعة، 3 مسؤولين، بعض المصادر."""
    first = content[0].word
    if len(content) == 1 or not (first.tags & t.QUANTIFIER or first.kind == "number"):
        return False
    counted = first.kind == "number" or bool(first.rules & t.COUNTING)
    return bool(content[1].word.tags & t.UNNAMED or counted and content[1].word.rules & t.CROWD)


def _coordinated(content: list[Token]) -> bool:
    """Whether two speak together: الجيش والشرطة, but not وزارة الدفاع والطيران."""
    first = content[0].word
    if first.rules & t.CROWD or first.tags & t.DOCUMENT:
        return False
    for at, token in enumerate(content[1:]):
        before, word = content[at].word, token.word
        if word.preposition:
            return False
        if word.key == "و" and first.key.endswith("ا"):
            return True  # حركتا "فتح" و"حماس"; not وزارة الدفاع و الطيران
        if word.conjunction != "و" or word.tags & (t.OUTLET | t.RELATION):
            continue
        if word.pronoun and first.tags & t.PLACE:
            return True  # الولايات المتحدة وحلفاؤها
        if word.tags & (t.KNOWN_ORGANISATION | t.PLACE) and (first.article or first.tags & t.PLACE):
            return True
        if at == 0 and word.tags & t.KNOWN_ORGANISATION and before.tags & t.KNOWN_ORGANISATION:
            return not (word.rules & t.BOUND and before.rules & t.BOUND)  # حماس والجهاد الإسلامي
        nations = before.tags & word.tags & t.NATIONALITY and before.article and word.article
        if at == 1 and nations and (first.stem.endswith("ات") or first.tags & t.GROUP):
            return True  # السلطات المصرية والإسرائيلية
        if word.tags & t.ORGANISATION and first.article:
            return True
        complete = before.tags & (t.NATIONALITY | t.KNOWN_ORGANISATION | t.OUTLET)
        if word.tags & (t.ORGANISATION | t.MEDIA) and word.article and complete:
            return True  # هيئة البث الإسرائيلية والقناة 11
        if word.tags & (t.ORGANISATION | t.KNOWN_ORGANISATION | t.ROLE) and not word.article:
            return True
        several = word.tags & t.GROUP and not word.article or _some_more(word)
        if several and not first.tags & t.UNNAMED:
            return True  # السكان وعمال الشركة، حركة كذا والعديد من الأحزاب
    return False


def _two_offices(content: list[Token]) -> bool:
    """Whether the definite holders of two offices speak: رئيس الوزراء ووزير الدفاع."""
    if content[0].word.tags & t.ORGANISATION:
        return False
    if any(_his_own(token.word) or _some_more(token.word) for token in content[1:]):
        return True  # الملك ونائبه، والد الشهيد وأقاربه، المدير وعدد من العمال
    for at, token in enumerate(content[2:], 2):
        word, before = token.word, content[at - 1].word
        described = word.article and before.article and word.stem.endswith("ية") and feminine(before)
        if described:
            continue  # الشؤون البلدية والقروية
        if word.conjunction == "و" and word.tags & t.ROLE and not word.preposition:
            return bool(word.article) or is_definite(content[at:])
    return False


def _some_more(word: Word) -> bool:
    """Whether a word joins some of others: وعدد من العمال، والعديد من النواب."""
    return word.conjunction == "و" and bool(word.tags & t.QUANTIFIER) and not word.preposition


def _his_own(word: Word) -> bool:
    """Whether a word joins somebody who is told by whom he belongs to."""
    person = word.tags & (t.ROLE | t.GROUP | t.RELATION)
    return bool(word.conjunction == "و" and word.pronoun and person and not word.preposition)


def gender_of(content: list[Token]) -> str:
    """The gender of a phrase, empty where it shows none."""
    for at, token in enumerate(content):
        word = token.word
        if word.tags & t.QUANTIFIER:
            continue
        described = content[at + 1].word if word.article and at + 1 < len(content) else NOTHING
        if (
            word.tags & t.ROLE
            and described.article
            and described.tags & t.NATIONALITY
            and feminine(described)
        ):
            return "f"  # العجوز السورية
        if word.tags & t.NAME and not word.tags & ~t.NAMES:
            return ""  # هنية، أسامة
        if word.rules & t.EPICENE:
            return ""  # عمدة المدينة
        if feminine(word) or word.rules & (t.FEMININE | t.NO_PERSONS):
            return "f"
        if word.tags & t.PLACE and not word.tags & t.NAME:
            return "f"
        two = word.tags & t.GROUP and word.stem.endswith("ان") and not word.stem.endswith("تان")  # مسؤولان
        return "m" if two or word.tags & (t.ROLE | t.ORGANISATION) else ""
    return ""


def is_plural(content: list[Token]) -> bool:
    """Whether a phrase names several."""
    word = content[0].word
    if word.tags & t.ROLE and word.stem.endswith("ي"):
        return False  # محامي الدفاع
    sources = word.tags & t.UNNAMED and word.stem.endswith(_OF_SEVERAL)  # مصدران
    return bool(word.tags & (t.GROUP | t.QUANTIFIER) or sources) and not one_of_several(word)
