"""The article's cast: the roles beside names and the persons it names, wherever they stand."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import another_given
from qawl.lexicon.word import NOTHING, Token
from qawl.model import Span
from qawl.phrases import Phrase, noun_phrase
from qawl.phrases.apart import another_office
from qawl.scene import COMMAS, Scene, Scenes
from qawl.speakers.mention import Mention, mention
from qawl.speakers.namebounds import MOST_NAME_WORDS
from qawl.speakers.namewords import is_name_word


def roles_in(scenes: Scenes, number: int) -> list[Mention]:
    """Roles that stand beside a name in a sentence."""
    found = []
    scene = scenes[number]
    tokens = scene.tokens
    at = 0
    while at < len(tokens):
        word = tokens[at].word
        if not word.tags & (t.ROLE | t.TITLE) or _only_name(tokens, at):
            at += 1
            continue
        phrase = noun_phrase(
            scene, at, len(tokens), frozenset(), attached=bool(word.preposition or word.conjunction)
        )
        if phrase is None or not phrase.name_end:
            beside = _named_before(scenes, tokens, at, phrase.end) if phrase is not None else None
            if phrase is not None and beside is None:
                beside = _named_after(scenes, scene, phrase)
            found += [beside] if beside is not None else []
            at += 1
            continue
        if other := _office_behind_name(tokens, phrase):
            phrase = noun_phrase(scene, at, other, frozenset(), attached=True) or phrase
        met = _met(tokens, phrase)
        if met:
            at = met  # استقبل المحافظ السفير فلانا
            continue
        end = _next_person(tokens, phrase)
        span = Span(tokens[phrase.start].start, tokens[end - 1].end)
        name = Span(tokens[phrase.name_start].start, tokens[min(end, phrase.name_end) - 1].end)
        made = mention(scenes.text, tokens, span, name)
        single = made is not None and len(made.name_keys) == 1
        if made is None or not made.name or single and not _may_be_named(tokens, phrase):
            at += 1  # نجل وزيرة الهجرة فلانة, المصورة مهتمة
            continue
        found.append(made)
        if phrase.name_end < end and (word.tags & t.TITLE or _second_role(tokens, phrase.name_end)):
            after = mention(scenes.text, tokens, Span(name.start, span.end), name)
            found += [after] if after is not None else []  # الأمير فلان، ولي العهد
        joined = phrase.name_end < phrase.end and tokens[phrase.name_end].word.conjunction
        at = max(phrase.name_end if joined else end, at + 1)
    return found


def _second_role(tokens: list[Token], name_end: int) -> bool:
    """Whether another role stands behind a comma and the name: الدبلوماسي النرويجي فلان، مدير الوكالة."""
    if tokens[name_end].word.text not in COMMAS or name_end + 1 >= len(tokens):
        return False
    word = tokens[name_end + 1].word
    return bool(word.tags & t.ROLE) and not (word.conjunction or word.preposition)


def _only_name(tokens: list[Token], at: int) -> bool:
    """Whether a role that is a name too is but that here, and no title of rank with its land: أميرة ويلز."""
    noble = at + 1 < len(tokens) and tokens[at + 1].word.rules & t.FIEF
    return not noble and bool(tokens[at].word.tags & t.SURE_NAME or _in_a_name(tokens, at))


def _may_be_named(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the one word of a name may be one, and is no unknown verb of the role: إن الرئيس قصد أن، أن
    القاتل سلم نفسه.
    """
    word = tokens[phrase.name_start].word
    behind = tokens[phrase.name_end].word if phrase.name_end < len(tokens) else NOTHING
    before = tokens[phrase.start - 1].word if phrase.start else NOTHING
    himself = tokens[phrase.name_end - 1].word.tags & t.REFLEXIVE and not word.article
    acts = (himself or behind.tags & t.COMPLEMENTIZER and not before.forms) and not word.tags & t.NAMES
    return is_name_word(word) and not acts


def _in_a_name(tokens: list[Token], at: int) -> bool:
    """Whether a role that is a name too ends one or stands in its midst: سامر النجار، محمد سيد طنطاوي."""
    word, after = tokens[at].word, tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    if at and word.article and word.tags & t.SURNAME and tokens[at - 1].word.tags & t.SURE_NAME:
        return not word.preposition
    if not at or word.article or not word.tags & tokens[at - 1].word.tags & after.tags & t.NAME:
        return False
    own = not (after.article or after.tags & (t.PLACE | t.ORGANISATION | t.ROLE | t.TITLE))
    return bool(own and tokens[at - 1].word.tags & t.SURE_NAME)


def _office_behind_name(tokens: list[Token], phrase: Phrase) -> int:
    """Where the office begins, behind a name and before a title, of whom the one named met: استقبل رئيس
    المجلس فلان | قائد القوات اللواء فلانا; 0 where none does.
    """
    if not phrase.start or not tokens[phrase.start - 1].word.rules & t.MEETING:
        return 0
    if not tokens[phrase.name_start - 1].word.tags & t.TITLE:
        return 0
    for at in range(phrase.start + 2, phrase.name_start - 1):
        word, before = tokens[at].word, tokens[at - 1].word
        office = word.tags & t.ROLE and not (word.article or word.preposition or word.conjunction)
        if office and before.tags & t.SURE_NAME and not before.tags & (t.ROLE | t.PLACE | t.TITLE):
            return at
    return 0


def _met(tokens: list[Token], phrase: Phrase) -> int:
    """Where the object begins that a verb of meeting needs, in a phrase that reads it as one with the
    subject: استقبل رئيس الجامعة | السفير فلانا; 0 where another follows (استقبل المحافظ اللواء فلان وفدا).
    """
    if not phrase.start or not tokens[phrase.start - 1].word.rules & t.MEETING:
        return 0
    if office := another_office(tokens, phrase):
        return office
    for at in range(phrase.name_start, phrase.start, -1):
        word = tokens[at].word
        second = (
            word.tags & (t.ROLE | t.TITLE) and word.article and not (word.preposition or word.conjunction)
        )
        if second and tokens[at - 1].word.article | bool(tokens[at - 1].word.tags & t.PLACE):
            return 0 if _met_behind(tokens, phrase) else at
    return 0


def _met_behind(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether somebody else who was met follows the name: التقى الوزير الشيخ فلان قائد القوات."""
    inside = range(phrase.name_end, phrase.end)
    roles = (at for at in inside if tokens[at].word.tags & t.ROLE and tokens[at - 1].word.text not in COMMAS)
    return any(roles) or _next_person(tokens, phrase) < phrase.end or _object_at(tokens, phrase.end)


def _object_at(tokens: list[Token], at: int) -> bool:
    """Whether a noun stands at token `at`, or behind what stands there between commas: …، اليوم، وفدا."""
    if at < len(tokens) and tokens[at].word.text in COMMAS:
        told = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
        if not (told.preposition or told.tags & (t.PREPOSITION | t.TIME)):
            return False
        at = next((k for k in range(at + 1, len(tokens)) if tokens[k].word.text in COMMAS), len(tokens)) + 1
    if at >= len(tokens):
        return False
    word = tokens[at].word
    aside = word.preposition or word.conjunction or word.tags & (t.PREPOSITION | t.TIME | t.RELATIVE)
    return word.kind == "word" and word.nominal and not aside


def _next_person(tokens: list[Token], phrase: Phrase) -> int:
    """Where another person begins in a phrase that holds a name, or the phrase ends: التقى الملك فلان |
    الأمير فلانا، استقبل الوزير فلان | نظيره الروسي فلانا.
    """
    for at in range(phrase.name_start + 2, phrase.end - 1):
        word, before = tokens[at].word, tokens[at - 1].word
        if not word.tags & (t.ROLE | t.TITLE) or word.tags & t.SURE_NAME or before.text in COMMAS:
            continue
        titled = before.tags & (t.ROLE | t.TITLE) and not before.tags & t.NAME
        first = tokens[phrase.start].word
        met = phrase.start and tokens[phrase.start - 1].word.rules & t.MEETING and not first.tags & t.TITLE
        if met and not first.article and at >= phrase.name_end and not (titled or word.conjunction):
            return at  # استقبل رئيس المجلس فلان | قائد القوات فلانا
        if titled or at < phrase.name_end and not word.key.startswith("ال"):
            continue
        names = [token.word for token in tokens[at + 1 : phrase.end] if token.word.tags & t.SURE_NAME]
        if names and not any(name.tags & t.PLACE for name in names[:1]):
            return at
    return phrase.end


def people_in(scenes: Scenes, number: int, roles: list[Mention]) -> list[Mention]:
    """The persons named in a sentence, with their `roles` or without, in order."""
    found = roles.copy()
    tokens = scenes[number].tokens
    end = 0
    for at, token in enumerate(tokens):
        word = token.word
        if at < end or not word.tags & t.SURE_NAME or word.tags & t.PLACE:
            continue
        if any(person.start <= token.start < person.end for person in found):
            continue
        end = at + 1
        while end < len(tokens) and (is_name_word(tokens[end].word, strict=True) or _father(tokens, end)):
            after = tokens[end + 1].word if end + 1 < len(tokens) else NOTHING
            if end > at + 1 and another_given(tokens[end - 1].word, tokens[end].word, after):
                break  # هزم كريم المالكي | سعاد الجبوري
            end += 1
        name = Span(token.start, tokens[end - 1].end)
        made = mention(scenes.text, tokens, name, name)
        found += [made] if made is not None and made.kind == "person" else []
    return sorted(found, key=lambda person: person.start)


def _father(tokens: list[Token], at: int) -> bool:
    """Whether the word at token `at` is the father's name, though it may be another word: أحمد بن عيد."""
    word = tokens[at].word
    return bool(tokens[at - 1].word.rules & t.FILIAL and word.kind == "word" and not word.tags & ~t.NAMES)


def _named_before(scenes: Scenes, tokens: list[Token], role: int, end: int) -> Mention | None:
    """The person whose name a role follows, after a comma, as the subject of a verb of saying, or with a
    title of rank: رافي إيتان، وزير شؤون المتقاعدين; رافي إيتان، وهو وزير; كيت ميدلتون أميرة ويلز.
    """
    word = tokens[role].word
    if word.conjunction or word.preposition or role < 2:
        return None
    pronoun = tokens[role - 1].word
    stated = pronoun.tags & t.PRONOUN and pronoun.conjunction == "و"
    last = role - 1 if stated else role
    last -= tokens[last - 1].word.text in COMMAS
    first = last
    while first > 0 and last - first < MOST_NAME_WORDS:
        if not (is_name_word(tokens[first - 1].word) or _in_a_name(tokens, first - 1)):
            break
        first -= 1
    if last - first < 2 or not any(tokens[at].word.tags & t.SURE_NAME for at in range(first, last)):
        return None
    following = tokens[role + 1].word if role + 1 < len(tokens) else None
    dual = following is not None and following.article and not following.preposition
    becomes = word.key != word.stem and word.key == f"{word.stem}ا" and not dual  # عين فلانا مديرا للمصرف
    noble = following is not None and following.rules & t.FIEF
    if last == role and not (becomes or noble) and (first == 0 or tokens[first - 1].word.verb is None):
        return None  # التقى فلان وزير الخارجية
    name = Span(tokens[first].start, tokens[last - 1].end)
    return mention(scenes.text, tokens, Span(name.start, tokens[end - 1].end), name)


def _named_after(scenes: Scenes, scene: Scene, phrase: Phrase) -> Mention | None:
    """The person whom a definite role means, as said between commas behind it, or in brackets: وقال المفوض،
    وهو النيجيري إيفيانيي أونيكاتشي، إن; عن المواطن (هزاع).
    """
    tokens = scene.tokens
    if name := _in_brackets(tokens, phrase):
        return mention(scenes.text, tokens, Span(tokens[phrase.start].start, name.end), name)
    person = stated_behind(scene, phrase.end) if tokens[phrase.start].word.article else None
    if person is None or not person.name_end:
        return None
    name = Span(tokens[person.name_start].start, tokens[person.name_end - 1].end)
    return mention(scenes.text, tokens, Span(tokens[phrase.start].start, name.end), name)


def _in_brackets(tokens: list[Token], phrase: Phrase) -> Span | None:
    """The one word in brackets right behind a definite role, or at its end, that can but be a name."""
    marks = [
        at
        for at in range(phrase.start + 1, min(phrase.end + 1, len(tokens) - 2))
        if tokens[at].word.text == "("
    ]
    if not marks or not tokens[phrase.start].word.article or tokens[marks[0] + 2].word.text != ")":
        return None
    name = tokens[marks[0] + 1]
    known = name.word.tags & ~t.NAMES or name.word.article or name.word.forms
    named = name.word.tags & t.NAMES or name.word.rules & t.LIKE_NAME
    return Span(name.start, name.end) if named and not known else None


def stated_behind(scene: Scene, at: int) -> Phrase | None:
    """Who somebody is, as said between commas from the token on: أعلن مصدر آخر، وهو العقيد فلان، أن; or with
    none before what was said: أعلن مصدر آخر وهو العقيد فلان أن.
    """
    tokens = scene.tokens
    pause = at < len(tokens) and tokens[at].word.text in COMMAS
    at += pause
    if at + 1 >= len(tokens):
        return None
    pronoun = tokens[at].word
    if not pronoun.tags & t.PRONOUN or pronoun.conjunction != "و":
        return None
    phrase = noun_phrase(scene, at + 1, len(tokens), frozenset())
    if phrase is None or phrase.end >= len(tokens):
        return None
    behind = tokens[phrase.end].word
    said = behind.tags & t.COMPLEMENTIZER or behind.text == ":" or phrase.end in scene.closing
    said = said or behind.preposition == "ل"  # لرويترز
    closed = behind.text in COMMAS if pause else said and phrase.name_end == phrase.end
    return phrase if closed else None


def holding(scenes: Scenes, head: str) -> list[int]:
    """The sentences that hold a word of the stem, in either gender."""
    stems = {head, head.removesuffix("ة"), head + "ة", "ال" + head}  # الأمير is a name too, with its article
    return scenes.holding(stems)
