"""Whether a name is that of the person by whom who speaks is told of: والدة الجندي فلان، زوجة فلان."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import OF_OTHERS, feminine
from qawl.lexicon.word import Word


def whose_kin(words: list[Word]) -> bool:
    """Whether the name is that of the one whose kin or lawyer speaks: زوجة سامي حداد، شقيق أم علي."""
    if len(words) == 1:
        return False  # الأستاذ نفسه
    first, second = words[0], words[1]
    kin = first.tags & t.RELATION and not first.tags & (t.NAME | t.NAME_PARTICLE | t.TITLE)
    if not kin or first.article or first.pronoun or second.article:
        return False
    return bool(second.tags & t.SURE_NAME or second.tags & t.NAME_PARTICLE)


def serves(before: list[Word]) -> bool:
    """Whether a name is that of the person by whom the head is named: والدة الجندي الأسير فلان, متحدث باسم
    رئيس الوزراء فلان.
    """
    if _sides_with(before):
        return True
    head, last = before[0], before[-1]
    related = bool(head.tags & t.RELATION)
    master = next((at for at, word in enumerate(before) if at and _masters(word, at == 1 and related)), 0)
    own_title = last.tags & t.TITLE and master != len(before) - 1  # متحدث باسم الوزير العقيد فلان
    if not master or own_title or head.article or head.pronoun or before[master].conjunction:
        return False
    at = master
    while at > 1 and not (before[at].preposition or _complete(before[at - 1]) or _introduces(before[at - 1])):
        at -= 1
    if before[at].preposition or _introduces(before[at - 1]):
        return related or not any(definite(word) for word in before[1:at])
    if at > 1 or head.rules & t.DEPUTY and not before[master].tags & t.ANY_ROLE:
        return False  # وكيل وزير الصحة فلان
    second = before[1]  # مدير حملة المرشحة فلانة; not مساعد وكيل الجمهورية فلان
    return related or bool(second.tags & t.RELATION) and not second.rules & t.OFFICE


def told_apart(before: list[Word], given: Word) -> bool:
    """Whether a given name tells by its gender that it is not of the one who is served: محامية المتهم سارة
    فلان, شقيق الضحية جون فلان.
    """
    head, last = (feminine(word) for word in (before[0], before[-1]))
    if not (before[-1].article and before[-1].tags & (t.ROLE | t.TITLE | t.ADJECTIVE) or len(before) == 2):
        return False
    return head != last and bool(given.rules & (t.WOMAN if head else t.MAN))


def _sides_with(before: list[Word]) -> bool:
    """Whether the name is that of whose side the head is on: النائبة المقربة من رئيس الوزراء فلان, الوزير
    المنتمي إلى حزب المستشار فلان; not السفير المعارض للحرب الدكتور فلان.
    """
    side = next((at for at, word in enumerate(before) if at and word.article and word.rules & t.SIDING), 0)
    led = before[side + 1 :] if side else []
    if not led or not (led[0].preposition or _introduces(led[0])) or before[side - 1].tags & t.ORGANISATION:
        return False  # زعيم الحزب المعارض لرئيس الوزراء فلان
    master = next((word for word in led if word.tags & t.ROLE or definite(word)), None)
    return master is not None and bool(master.tags & t.ROLE)


def _masters(word: Word, related: bool) -> bool:
    """Whether a word names a person; after محامي or والد any singular with ال does: والد الطفل فلان."""
    if word.tags & t.ROLE:
        return True
    others = t.ORGANISATION | t.GROUP | t.VERBAL_NOUN | t.PLACE | t.NATIONALITY | t.SURE_NAME
    return related and word.article and not word.tags & others and not word.stem.endswith(("ين", "ات"))


def definite(word: Word) -> bool:
    """Whether a word needs no other to be definite: الوزير، وزيره، موسكو."""
    return word.article or bool(word.pronoun) or bool(word.tags & (t.PLACE | t.KNOWN_ORGANISATION))


def _complete(word: Word) -> bool:
    """Whether a word needs no other, with a pronoun too that is not read as one: رفيق دربه، صديق عمره."""
    return definite(word) or word.plain and word.key.endswith(OF_OTHERS)


def _introduces(word: Word) -> bool:
    return word.key == "باسم" or bool(word.tags & t.PREPOSITION) and not word.article
