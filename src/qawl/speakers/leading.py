"""Where the subject of a sentence or a verb begins: past connectives, asides and places."""

from __future__ import annotations

from itertools import pairwise

from qawl.lexicon import tags as t
from qawl.lexicon.shape import OF_HIM, accusative
from qawl.lexicon.word import NOTHING, Token, Word
from qawl.phrases import Phrase, noun_phrase
from qawl.phrases.apart import before_object
from qawl.scene import COMMAS, Scene
from qawl.speakers.subjectwords import GOVERNED, is_finite, may_lead

_BEFORE_SUBJECT = t.CONNECTIVE | t.PERFECTIVE | t.AUXILIARY
"""What may stand before the subject of a sentence or its verb: وقد كان الوزير."""
_MOST_IN_MARKS = 7
"""Tokens up to the mark that closes a name."""
_MOST_OF_PLACE = 5
"""Tokens of a preposition phrase between a verb and its subject."""


def past_connectives(tokens: list[Token], end: int) -> int:
    """The first token before `end` that is no sign, connective or auxiliary: وقد كان الوزير, nor what tells
    that it was next: عقب ذلك تحدث الوزير.
    """
    then = end > 2 and tokens[0].word.tags & t.PREPOSITION and tokens[0].word.tags & t.TIME
    next_ = then and tokens[1].word.rules & t.POINTING and not tokens[2].word.article
    for at in range(2 if next_ else 0, end):
        word = tokens[at].word
        if not (word.kind == "sign" or word.tags & _BEFORE_SUBJECT):
            return at
    return end


def fronted(words: list[Word]) -> bool:
    """Whether nothing but a phrase stands before a verb, with its comma or none where it tells of what is
    spoken of or what whoever speaks was doing: وفي كلمته، قال; وعن مستقبل فلان الذي غاب قال; ولدى استقباله
    فلانا قال.
    """
    words = words[words[0].rules & t.FRONTING and len(words) > 1 and words[1].rules & t.MATTER > 0 :]
    first, last = words[0], words[-1]
    relative = next((at for at, word in enumerate(words) if word.tags & t.RELATIVE), len(words))
    matter = any(word.rules & t.MATTER for word in words[:2])
    told = pairwise((NOTHING, *words[: relative if matter else None]))
    if any(is_finite(word) and not (word.rules | before.rules) & t.MATTER for before, word in told):
        return False  # not وبخصوص عقد اللاعب, where عقد is no verb
    act = first.tags & t.PREPOSITION and len(words) > 1 and words[1].tags & (t.VERBAL_NOUN | t.SETTING)
    led = first.tags & t.PREPOSITION or first.preposition
    return matter or act and words[1].key.endswith(OF_HIM) or bool(led and last.text in COMMAS)


def leading_phrase(scene: Scene, at: int, end: int) -> Phrase | None:
    """The subject that token `at` begins or, where `at` is the verb, the one behind it."""
    tokens, governed = scene.tokens, GOVERNED
    phrase = noun_phrase(scene, at, end, governed) if may_lead(tokens, at, end) else None
    if phrase is not None and _verb_like_name(tokens, phrase):
        phrase = noun_phrase(scene, at + 1, end, governed)
    if phrase is not None or at < end and tokens[at].word.tags & t.PREPOSITION:
        return phrase  # في الكثير من الأحيان
    if not may_lead(tokens, at + 1, end) or accusative(tokens[at + 1].word):
        return None  # وخاطب الأمريكيين قائلا
    if tokens[at].word.tags & (t.ADVERBIAL_PARTICIPLE | t.NEGATION) or tokens[at].word.participle:
        return None  # ومخاطبا الوزير، قال; ولم ينس
    phrase = noun_phrase(scene, at + 1, end, governed)
    return before_object(scene, phrase) if phrase is not None else None


def _verb_like_name(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the given name at the head is rather a verb, as behind the name stands what only that can take:
    وفضل أبو السعود | أن يغيب، وفضل القطان | عدم الحديث، ولد الصباغ | عام 1949.
    """
    first, second = tokens[phrase.start].word, tokens[min(phrase.start + 1, phrase.end - 1)].word
    behind = tokens[phrase.end].word if phrase.end < len(tokens) else NOTHING
    named = phrase.named and phrase.name_start == phrase.start and phrase.name_end == phrase.end
    takes = behind.tags & t.COMPLEMENTIZER or behind.tags & t.NEGATION and behind.tags & t.VERBAL_NOUN
    like = first.conjunction == "و" and first.tags & t.VERBAL_NOUN and not first.tags & t.SURE_NAME
    born = first.rules & t.FILIAL and first.tags & t.PLAIN and phrase.end > phrase.start + 1
    if named and born and behind.tags & t.TIME:
        return True
    return bool(named and like and takes and not behind.pronoun and second.tags & t.NAMES)


def called_behind(scene: Scene, at: int, end: int) -> Phrase | None:
    """The name in marks right behind the verb at token `at`, with what the verb takes behind it: ورفعت «جي بي
    مورغان» السعر، متوقعة أن; not ونشر «الخبر»، مؤكدا أن, وتناول "أسعار النفط" في كلمته.
    """
    opening = at + 1
    closing = scene.closing.get(opening, opening)
    if not opening + 1 < closing < min(opening + _MOST_IN_MARKS, end - 1):
        return None
    behind = scene.tokens[closing + 1].word
    inside = [token.word for token in scene.tokens[opening + 1 : closing]]
    described = (
        inside[0].article and inside[-1].article and inside[-1].tags & t.NATIONALITY
    )  # الخطوط الكويتية
    if behind.kind != "word" or behind.conjunction or not (described or all(map(_of_name, inside))):
        return None
    return Phrase(opening, closing + 1, inside[0].tags, False, 0, 0)


def _of_name(word: Word) -> bool:
    """Whether a word is that of a body's name, known or in no table: أدنوك، جي بي مورغان، بنك بوبيان."""
    known = word.tags & (t.KNOWN_ORGANISATION | t.OUTLET | t.NAMES | t.PLACE | t.ORGANISATION)
    unknown = not (word.tags or word.forms or word.article or word.preposition or word.pronoun)
    return bool(known) or word.kind == "word" and unknown


def past_asides(tokens: list[Token], start: int, end: int) -> int:
    """Past the words from a token on that stand between a verb and its subject: وصل أمس | الوزير."""
    while start < end and (step := _aside(tokens, start)):
        start += step
    return min(start, end)


def past_place(tokens: list[Token], start: int, end: int) -> int:
    """Past a short preposition phrase that ends with a definite noun, where whoever bears a role or a body
    follows: وصل إلى الفندق الوزير فلان، دخل على خط الأزمة رئيس الحزب.
    """
    if start >= end or not tokens[start].word.tags & t.PREPOSITION or tokens[start].word.nominal:
        return start
    for at in range(start + 2, min(start + _MOST_OF_PLACE, end)):
        word, before = tokens[at].word, tokens[at - 1].word
        if word.kind != "word" or word.preposition or word.conjunction:
            return start
        if (
            (before.article and not before.tags & t.ROLE or before.tags & t.DEMONSTRATIVE)
            and word.tags & (t.ROLE | t.TITLE | t.ORGANISATION)
            and word.nominal
        ):
            return at
    return start


def _aside(tokens: list[Token], at: int) -> int:
    """The words that may stand between a verb and its subject, 0 for none: وصل أمس الوزير، واتفقت معه
    الباحثة، نفاه جملة وتفصيلا المدير، رفضه بشكل قاطع الوزير.
    """
    word, following = tokens[at].word, tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    if following.rules & t.WHOLLY or word.rules & t.IN_SUCH_A_WAY and not following.article:
        return 2
    told = word.tags & t.TIME or word.tags & t.PREPOSITION and word.pronoun
    return int(word.tags & t.MANNER > 0 or not word.nominal and bool(told))
