"""The colon of a headline: زاخاروفا: مؤشرات إيجابية."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, feminine, imperfect
from qawl.lexicon.word import NOTHING, Entry, Token, Word
from qawl.model import HEADLINES
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import Scene
from qawl.statements.draft import Draft
from qawl.statements.openings import detached_la

HEADLINE_NOUNS = (HEADS & ~t.QUANTIFIER) | t.NAME | t.PLACE | t.KNOWN_ORGANISATION | t.OUTLET
"""What may speak before the colon of a headline, and what a noun of saying may belong to."""
_COLON = Entry(":", "headline", frozenset(), "clause", "headline colon")
_LONGEST_HEADLINE_SOURCE = 9
_PARTS = ("..", "...", "…", "|")
"""Signs between the parts of a headline."""
_LONGEST_LABEL = 2
"""Words: مقابلة خاصة."""
_LONGEST_FIGURE = 4
_FARTHEST_COLON = 25
"""Tokens of a headline's clause before its colon."""
_SHORTEST_CLAUSE = 3
"""Tokens before its colon."""
_SOON = 5
"""Words behind a colon among which speech shows itself."""
_SHORT_QUOTATION = 3
"""Tokens from mark to mark of two words, which may be a name."""
_LONGEST_NOUN = 3
"""Letters of a word in ن that is rather a noun: نفط."""
_DENIES = ("لا", "ليس", "ليست")
_NEAR = 3
"""Words after a country and a colon among which a denial stands."""
_SOON_NAMED = 3
"""Words from what a headline begins with to whose it is: رد جديد لموسكو."""


def headline_colon(scene: Scene) -> Draft | None:
    """زاخاروفا: مؤشرات إيجابية: a short noun phrase that can speak, a colon, and what is said, in a headline
    or at a line's start.
    """
    tokens = scene.tokens
    near = tokens[: _LONGEST_HEADLINE_SOURCE + 6]
    colons = [k for k, token in enumerate(near) if token.word.text == ":"]
    if not colons or colons[0] < 1 or colons[0] + 1 >= len(tokens):
        return None
    headline = scene.kind in (*HEADLINES, "caption")
    labelled = headline and len(colons) > 1 and _is_label(scene, colons[0])
    colon = colons[int(labelled)]
    start = colons[0] + 1 if labelled else _start(scene, colon, headline)
    phrase = noun_phrase(scene, start, colon, frozenset())
    if phrase is None:
        return None
    phrase = _up_to_colon(scene, phrase, colon) if headline else phrase
    named = phrase.head & t.ROLE and phrase.name_end == phrase.end  # مديرة برنامج كذا في معهد كذا فلانة: …
    if phrase.end - phrase.start > _LONGEST_HEADLINE_SOURCE and not named:
        return None
    if not headline and tokens[phrase.start].word.text.isascii():
        return None  # Source: @club
    quoted = phrase.start in scene.closing and scene.closing[phrase.start] + 1 == phrase.end
    first = tokens[phrase.start + 1 if quoted else phrase.start].word
    if _tells_more(scene, phrase, first, colon, headline) or _is_no_speech(scene, colon + 1):
        return None
    if (
        not headline
        and first.tags & (t.MEDIA | t.OUTLET)
        and any(form.tense == "p" for form in tokens[colon + 1].word.forms)
    ):
        return None  # طهران - وكالة فارس: قال القائد
    free = headline and scene.kind != "caption"  # صورة: المدير في مكتبه
    known = _may_head(phrase, first, quoted) if free else _is_named_speaker(phrase, first)
    if not known or not _may_say(scene, first.tags, colon + 1, headline):
        return None
    then = tokens[colon + 1].word
    past = then.tags & t.COMPLEMENTIZER and not then.pronoun and colon + 2 < len(tokens)
    return Draft(
        "headline-colon",
        0,
        colon,
        colon + 1,
        _COLON,
        phrase,
        colon + 2 if past else colon + 1,
        "clause" if _goes_on(scene, colon + 1) else "colon",
        "clause",
        False,
        via=() if phrase.end == colon else ((phrase.end, colon, "addressee"),),
        because=("a noun phrase that can speak before the colon",),
    )


def _up_to_colon(scene: Scene, phrase: Phrase, colon: int) -> Phrase:
    """Who speaks, with the one word that names his body (رئيس حزب تواصل: …) or with عن and whom he stands for
    (نائب عن الفتح: …) right before the colon.
    """
    rest = [token.word for token in scene.tokens[phrase.end : colon]]
    role = phrase.head & t.ROLE and not phrase.named
    if not rest or not role or any(word.kind != "word" or word.conjunction for word in rest):
        return phrase
    last = scene.tokens[phrase.end - 1].word
    body = last.tags & t.ORGANISATION and not (last.article or last.pronoun) and phrase.end > phrase.start + 1
    own = body and len(rest) == 1 and not (rest[0].preposition or rest[0].tags & t.PREPOSITION)
    stands_for = (
        rest[0].key == "عن" and len(rest) <= _LONGEST_LABEL and not scene.tokens[phrase.start].word.article
    )
    return Phrase(phrase.start, colon, phrase.head, False) if own or stands_for else phrase


def with_colon(scene: Scene, found: list[Draft]) -> list[Draft]:
    """The attributions with that of a colon that ends a headline's clause: the words behind it are those of
    its subject (المدير يدافع عن قراره: لن أستقيل), of who comments (أول تعليق من المدير بعد إقالته: لن أعود),
    or of who is named with و right before the colon (القطارات تتوقف والوزير: لن نستسلم).
    """
    tokens = scene.tokens
    colon = next((k for k, token in enumerate(tokens[:_FARTHEST_COLON]) if token.word.text == ":"), 0)
    if colon < _SHORTEST_CLAUSE or colon + 2 >= len(tokens):
        return found
    speaker = _commented(scene, colon) or _joined_before(scene, colon)
    if speaker is not None and (not speaker.head & t.PLACE or _is_said(scene, colon + 1, True)):
        return [*(d for d in found if d.start <= colon or d.cue > colon), _of_colon(speaker, colon)]
    if any(d.start > colon for d in found):
        return found
    told = next((d.source for d in found if d.form == "nominal" and d.rule.startswith("subject")), None)
    if told is None:
        subject = noun_phrase(scene, _start(scene, colon, True), colon, frozenset())
        if subject is None or subject.end >= colon or not _acts(tokens[subject.end].word):
            return found
        person = subject.named and subject.head & (t.ROLE | t.TITLE | t.NAME) or subject.head & t.ROLE
        if not person and not (subject.head & HEADLINE_NOUNS and _is_said(scene, colon + 1, False)):
            return found
        return [*found, _of_colon(subject, colon)]
    return [*found, _of_colon(told, colon)] if _is_said(scene, colon + 1, True) else found


def _of_colon(speaker: Phrase, colon: int) -> Draft:
    """The attribution of what stands behind the colon at token `colon`."""
    return Draft(
        "headline-colon",
        colon,
        colon,
        colon + 1,
        _COLON,
        speaker,
        colon + 1,
        "colon",
        "clause",
        False,
        because=("a colon behind a clause of somebody who can speak",),
    )


def _commented(scene: Scene, colon: int) -> Phrase | None:
    """Whose words stand behind the colon where a headline begins with what they are: أول تعليق من المدير بعد
    إقالته: …; رسالة من الوزير إلى الطلاب: …; رد جديد لموسكو: …
    """
    tokens = scene.tokens
    start = _start(scene, colon, True)
    at = start + bool(tokens[start].word.rules & t.SUPERLATIVE)
    if not any(form.tense in "ms" for form in tokens[at].word.forms):
        return None
    for k in range(at + 1, min(at + _SOON_NAMED, colon)):
        word = tokens[k].word
        apart = word.key == "من"
        if apart or word.preposition == "ل":
            phrase = noun_phrase(scene, k + apart, colon, frozenset(), attached=not apart)
            somebody = phrase is not None and (phrase.named or phrase.head & HEADLINE_NOUNS)
            return phrase if somebody else None
    return None


def _joined_before(scene: Scene, colon: int) -> Phrase | None:
    """Who is named with و right before the colon, behind a clause of others."""
    for k in range(colon - 1, max(colon - _LONGEST_HEADLINE_SOURCE, 1), -1):
        word = scene.tokens[k].word
        if word.conjunction != "و" and not (word.key[0] == "و" and word.tags & t.NAMES):
            continue
        phrase = noun_phrase(scene, k, colon, frozenset(), attached=True)
        if phrase is None or phrase.end != colon:
            return None
        first = scene.tokens[_start(scene, colon, True)].word
        clause = any(_acts(token.word) for token in scene.tokens[:k]) or not first.tags & HEADLINE_NOUNS
        somebody = phrase.named or phrase.head & (HEADLINE_NOUNS | t.TITLE)
        return phrase if clause and somebody else None
    return None


def _acts(word: Word) -> bool:
    """Whether a word is a verb, or unknown and begins as one of the present does: تعين."""
    unknown = word.plain and not word.tags and word.key[0] in "يت"
    return unknown or imperfect(word) or word.verb is not None or bool(word.tags & t.VERB)


def _is_said(scene: Scene, at: int, any_clause: bool) -> bool:
    """Whether words are somebody's own: a quotation, we, I, a denial; where a verb of saying stands before,
    any clause.
    """
    if at in scene.closing:
        return True
    words = [token.word for token in scene.tokens[at : at + _SOON]]
    own = t.NEGATION | t.PRONOUN | t.FUTURE | t.DEMONSTRATIVE
    if any(word.tags & own or word.first_person or word.key.endswith("نا") for word in words):
        return True
    if words and _we(words[0]):
        return True
    return any_clause and any(_acts(word) for word in words)


def _is_label(scene: Scene, colon: int) -> bool:
    """Whether what stands before the first of two colons only tells of what kind the article is: مقابلة: خبير
    صيني: …, تقرير إخباري: خبراء: …
    """
    first = scene.tokens[0].word
    somebody = (HEADLINE_NOUNS | t.TITLE) & ~t.DOCUMENT
    return colon <= _LONGEST_LABEL and first.kind == "word" and not (first.tags & somebody and first.nominal)


def _start(scene: Scene, colon: int, headline: bool) -> int:
    """Where the part of the headline that the colon stands in begins: … .. زاخاروفا: …"""
    tokens = scene.tokens
    filed = 2 if headline and tokens[1].word.text == "/" else 0  # سياسي / وزير الخارجية: …
    start = max((k + 1 for k in range(colon) if headline and tokens[k].word.text in _PARTS), default=filed)
    while start < colon and (tokens[start].word.kind == "sign" and start not in scene.closing):
        start += 1
    return start


def _tells_more(scene: Scene, phrase: Phrase, first: Word, colon: int, headline: bool) -> bool:
    """Whether what stands before the colon is more than somebody who speaks, and where or to whom."""
    tokens = scene.tokens
    if not headline and any(form.tense in "pi" and form.prefix[:1] in ("و", "ف") for form in first.forms):
        return True  # وأكمل: …
    last = tokens[colon - 1].word
    if last.rules & t.RETURNING or last.tags & t.PRONOUN:
        return True  # أعمالا، منها: …
    says = headline and first.tags & (t.ROLE | t.NAME | t.TITLE) and colon + 1 in scene.closing
    if phrase.end < colon and not says and not _tells_where(tokens[phrase.end].word):
        return True
    own = phrase.end == colon > 1 and tokens[colon - 2].word.tags & t.ORGANISATION > 0  # رئيس حزب تواصل: …
    channel = first.tags & (t.MEDIA | t.OUTLET | t.KNOWN_ORGANISATION)  # القناة 12: …
    counted = phrase.end if phrase.named and first.tags & (t.ROLE | t.NAME | t.TITLE) else colon
    counts = any(token.word.kind == "number" for token in tokens[phrase.start : counted]) and not channel
    if counts or any(token.word.verbal for token in tokens[phrase.start : colon - own]):
        return True
    return bool(first.rules & t.THING) and not (phrase.named and first.tags & t.NAME)


def _is_named_speaker(phrase: Phrase, first: Word) -> bool:
    """Whether a line of the text that begins with the phrase and a colon is what it says: الوزير: …"""
    return phrase.named or bool(first.tags & (t.ROLE | t.ORGANISATION | t.TITLE | t.NAME))


def _may_head(phrase: Phrase, first: Word, quoted: bool) -> bool:
    """Whether the phrase may speak in a headline, an unknown word or two too: زاخاروفا: …"""
    if phrase.named or first.tags & (HEADLINE_NOUNS | t.TITLE):
        return True
    unknown = not first.tags or first.rules & t.MINISTRY or quoted and first.article  # النفط: …
    return bool(unknown) and first.kind == "word" and (phrase.end - phrase.start <= 2 or quoted)


def _may_say(scene: Scene, tags: int, at: int, headline: bool) -> bool:
    """Whether a place or a text before the colon says what begins at the token: موسكو: لن نقبل, تقرير: …"""
    if tags & t.PLACE and not _speaks(scene, at, bool(tags & t.CAPITAL)):
        return False
    if not tags & t.DOCUMENT or tags & (t.ORGANISATION | t.MEDIA):
        return True
    return headline and bool(tags & t.REPORT)


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether a phrase goes on behind the marks that open at the token: واشنطن: "أدلة قاطعة" على مقتله."""
    behind = scene.closing.get(at, len(scene.tokens)) + 1
    return behind < len(scene.tokens) and bool(scene.tokens[behind].word.tags & t.PREPOSITION)


def _tells_where(word: Word) -> bool:
    if word.preposition and word.tags & t.SETTING:
        return True  # فلان باحتفال عسكري: …
    return word.preposition == "ل" or detached_la(word) or bool(word.tags & (t.PREPOSITION | t.TIME))


def _is_no_speech(scene: Scene, at: int) -> bool:
    """A number behind a label (الإناث: 42، الشهود: 3 أشخاص), a name (المدرب: سامي النجار), a definite phrase
    that only names (فلان: البطل المنسي؟), or nothing.
    """
    tokens = scene.tokens
    if at < len(tokens) and tokens[at].word.kind == "number":
        return len(tokens) - at <= _LONGEST_FIGURE
    words = [token.word for token in tokens[at:] if token.word.kind == "word"]
    if len(tokens) - at > _LONGEST_FIGURE or any(k in scene.closing for k in range(at, len(tokens))):
        return False
    counted = bool(words) and words[0].tags & t.NUMBER_WORD and not any(_acts(word) for word in words)
    named = all(word.tags & (t.SURE_NAME | t.OUTLET | t.MEDIA | t.NAME) and not word.forms for word in words)
    return bool(counted) or named or all(word.article for word in words)


def _speaks(scene: Scene, at: int, capital: bool) -> bool:
    """Whether what follows a country and a colon is said by it (a promise, a refusal, we) rather than news
    from there.
    """
    word = scene.tokens[at].word
    then = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else NOTHING
    if at in scene.closing:
        return scene.closing[at] - at > _SHORT_QUOTATION + (not _goes_on(scene, at))
    if word.tags & (t.NEGATION | t.DEMONSTRATIVE | t.COMPLEMENTIZER | t.PRONOUN | t.FUTURE):
        return True
    if word.key == "على" or word.tags & t.BEFORE_AN and not word.tags & t.PREPOSITION:
        return True  # إيران: يجب وقف الحرب; not هايتي: بعد الزلزال
    denied = any(token.word.key in _DENIES for token in scene.tokens[at + 1 : at + _NEAR])
    if word.article and denied or word.tags & t.PLACE and _may_be(scene.tokens[at + 1 : at + _SOON]):
        return True  # إسرائيل: المناورات لا تستهدف أحدا، فرنسا: إيران لم تلتزم بالاتفاق
    if capital and (
        word.article or word.tags & (t.NATIONALITY | t.PLACE) or any(form.tense == "m" for form in word.forms)
    ):
        return True
    ready = word.nominal and not word.tags and word.key.endswith("ون") and not word.article
    if ready and (then.preposition in ("ل", "ب") or then.key in ("على", "من", "ل", "الى")):
        return True  # تركيا: مستعدون للحوار
    if word.tags & t.VERB and word.key[0] == "ن" and not word.tags & ~t.VERB:
        return True  # إيران: نريد السلام
    near = scene.tokens[at : at + _NEAR]
    if any(token.word.pronoun == "نا" for token in near):
        return True  # مصر: موقفنا لم يتغير
    return _we(word)


def _may_be(ahead: list[Token]) -> bool:
    """Whether it is denied, possible or still to come what is told of another state: الصين لن تتراجع."""
    told = t.NEGATION | t.PERFECTIVE | t.FUTURE
    words = [token.word for token in ahead]
    return any(word.tags & told or word.key.startswith(("سي", "ست")) and not feminine(word) for word in words)


def _we(word: Word) -> bool:
    """Whether an unknown word begins as the first person plural does: سنعود، نقترض."""
    return word.key.startswith(("سن", "ن")) and len(word.key) > _LONGEST_NOUN and not word.tags
