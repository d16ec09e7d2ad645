"""The colon of a headline: زاخاروفا: مؤشرات إيجابية."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, imperfect
from qawl.lexicon.word import Entry, Word
from qawl.model import HEADLINES
from qawl.phrases import Phrase, noun_phrase
from qawl.phrases.phrase import FULL_NAME
from qawl.scene import DASHES, DETACHED, Scene
from qawl.statements.cited import RELAYING
from qawl.statements.countries import begins_with_we, goes_on_behind, speaks
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
_TOLD = frozenset({"addressee+ل"})
"""What the colon of a headline takes: الوزير لسكان الجنوب: …"""
_SOON = 5
"""Words behind a colon among which speech shows itself."""
_TO = ("امام", "الى")
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
    died = tokens[start].word.tags & t.VERBAL_NOUN and tokens[start].word.rules & t.DYING
    if died and colon + 1 not in scene.closing:
        return None
    start += bool(died)  # رحيل | الشاعر فلان: «القصيدة بيت»
    phrase = noun_phrase(scene, start, colon, _TOLD if headline else frozenset())
    if phrase is None:
        return None
    phrase = _up_to_colon(scene, phrase, colon) if headline else phrase
    if headline and phrase.end > phrase.start + 1 and tokens[phrase.end - 1].word.participle is not None:
        phrase = Phrase(phrase.start, phrase.end - 1, phrase.head, phrase.named)  # الكرملين معلقا على كذا: …
    named = phrase.head & t.ROLE and phrase.name_end == phrase.end  # مديرة برنامج كذا في معهد كذا فلانة: …
    if phrase.end - phrase.start > _LONGEST_HEADLINE_SOURCE and not named:
        return None
    cited = _cited(scene, phrase, colon)
    if not headline and tokens[phrase.start].word.text.isascii():
        return None  # Source: @club
    quoted = phrase.start in scene.closing and _is_called(scene, phrase, scene.closing[phrase.start] + 1)
    first = tokens[phrase.start + 1 if quoted else phrase.start].word
    titled = first.rules & t.TITLING and not first.tags & (t.SETTING | t.NAME)  # شعار الحملة: «…»
    if titled or _tells_more(scene, phrase, first, colon, headline) or _is_no_speech(scene, colon + 1):
        return None
    if (
        not headline
        and first.tags & (t.MEDIA | t.OUTLET)
        and any(form.tense == "p" for form in tokens[colon + 1].word.forms)
    ):
        return None  # طهران - وكالة فارس: قال القائد
    free = headline and scene.kind != "caption"  # صورة: المدير في مكتبه
    known = cited or (_may_head(scene, phrase, colon, quoted) if free else _is_named_speaker(phrase, first))
    if not known or not _may_say(scene, first.tags, colon + 1, headline):
        return None
    via = ((phrase.end, colon, "addressee"),) if _is_told(tokens[phrase.end].word) else ()
    then = tokens[colon + 1].word
    past = then.tags & t.COMPLEMENTIZER and not then.pronoun and colon + 2 < len(tokens)
    return Draft(
        "headline-colon",
        0,
        colon,
        colon + 1,
        _COLON,
        cited or phrase,
        colon + 2 if past else colon + 1,
        "clause" if goes_on_behind(scene, colon + 1) else "colon",
        "clause",
        False,
        via=((phrase.start, phrase.end, "carrier"),) if cited is not None else via,
        because=("a noun phrase that can speak before the colon",),
    )


def _cited(scene: Scene, outlet: Phrase, colon: int) -> Phrase | None:
    """Whom an outlet cites right before the colon: رويترز عن مسؤول غربي: …، وكالة فارس نقلا عن مصدر: …"""
    at = outlet.end + (scene.tokens[outlet.end].word.key == RELAYING)
    if not outlet.head & (t.MEDIA | t.OUTLET) or scene.tokens[at].word.key != "عن":
        return None
    named = noun_phrase(scene, at + 1, colon, frozenset())
    somebody = named is not None and (named.named or named.head & (HEADLINE_NOUNS & ~t.DOCUMENT | t.TITLE))
    return named if named is not None and somebody and named.end == colon else None


def _is_called(scene: Scene, phrase: Phrase, at: int) -> bool:
    """Whether a phrase is but what stands in marks, with its nation behind them: «الصحة» الليبية."""
    nation = at + 1 == phrase.end and scene.tokens[at].word
    return at == phrase.end or bool(nation and nation.article and nation.tags & t.NATIONALITY)


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
    if told is not None and told.start and tokens[told.start - 1].word.tags & t.PREPOSITION:
        return found  # بعد بيان يدعو إلى الهدوء: الوزير يستقيل
    if told is None:
        subject = noun_phrase(scene, _start(scene, colon, True), colon, frozenset())
        if subject is None or subject.end >= colon or not _acts(tokens[subject.end].word):
            return found
        person = subject.named and subject.head & (t.ROLE | t.TITLE | t.NAME) or subject.head & t.ROLE
        if not person and not (subject.head & HEADLINE_NOUNS and _is_said(scene, colon + 1, False)):
            return found
        return [*found, _of_colon(subject, colon)]
    return [*found, _of_colon(told, colon)] if _is_said(scene, colon + 1, True) else found


def with_dots(scene: Scene, found: list[Draft]) -> list[Draft]:
    """The attributions with that of a headline's first words, which are somebody's own where dots and what
    he does follow: "لن نبيع النادي".. رئيس الهلال يحسم الجدل; not "الموت القادم".. فيلم جديد.
    """
    close = scene.closing.get(0, -1)
    if close < _SHORTEST_CLAUSE or close + 3 >= len(scene.tokens) or any(d.start == 0 for d in found):
        return found
    said = any(_is_own(token.word) for token in scene.tokens[1:close])
    if not said or scene.tokens[close + 1].word.text not in _PARTS:
        return found
    subject = noun_phrase(scene, close + 2, len(scene.tokens), frozenset())
    if subject is None or subject.end >= len(scene.tokens) or not subject.head & (t.ROLE | t.TITLE | t.NAME):
        return found
    verb = scene.tokens[subject.end].word
    one = subject.end - subject.start == 1 and not subject.named  # أب يقتل ابنته
    if not _acts(verb) or verb.key[0] not in "يت" or one and not scene.tokens[subject.start].word.article:
        return found
    draft = Draft(
        "quotation-verb",
        subject.end,
        subject.end,
        subject.end + 1,
        _COLON,
        subject,
        0,
        "quotation",
        "clause",
        True,
        content_end=close + 1,
        because=("what a headline begins with, before dots and who does something",),
    )
    return [draft, *found]


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
    إقالته: …; رسالة من الوزير إلى الطلاب: …; رد جديد لموسكو: …; اعترافات المتهم بالقتل: "…"
    """
    tokens = scene.tokens
    start = _start(scene, colon, True)
    at = start + bool(tokens[start].word.rules & t.SUPERLATIVE)
    if not any(form.tense in "ms" for form in tokens[at].word.forms):
        return None
    if tokens[at].word.verb is None and (whose := _whose(scene, at + 1, colon)) is not None:
        return whose
    for k in range(at + 1, min(at + _SOON_NAMED, colon)):
        word = tokens[k].word
        apart = word.key == "من"
        if apart or word.preposition == "ل":
            phrase = noun_phrase(scene, k + apart, colon, frozenset(), attached=not apart)
            somebody = phrase is not None and (phrase.named or phrase.head & HEADLINE_NOUNS)
            return phrase if somebody else None
    return None


def _whose(scene: Scene, at: int, colon: int) -> Phrase | None:
    """The person to whom the noun of saying before the token belongs, whose own words stand in the marks
    behind the colon: شهادة | طبيب من غزة: "…"; not رواية | نجيب محفوظ: "ثرثرة فوق النيل".
    """
    noun, word = scene.tokens[at - 1].word, scene.tokens[at].word
    somebody = t.ROLE | t.TITLE | t.NAME | t.RELATION
    if colon + 1 not in scene.closing or noun.rules & t.NAMED or word.preposition:
        return None
    admits = any(form.entry.sense == "admit" for form in noun.forms) and word.plain
    return noun_phrase(scene, at, colon, frozenset()) if admits or word.tags & somebody else None


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
    if any(_is_own(word) for word in words):
        return True
    if words and begins_with_we(words[0]):
        return True
    return any_clause and any(_acts(word) for word in words)


def _is_own(word: Word) -> bool:
    """Whether a word shows somebody's own speech: لن، نحن، سوف، هذا، أريد، بلدنا."""
    own = t.NEGATION | t.PRONOUN | t.FUTURE | t.DEMONSTRATIVE
    return bool(word.tags & own) or word.first_person or word.key.endswith("نا")


def _is_label(scene: Scene, colon: int) -> bool:
    """Whether what stands before the first of two colons only tells of what kind the article is: مقابلة: خبير
    صيني: …, تقرير إخباري: خبراء: …
    """
    first = scene.tokens[0].word
    somebody = (HEADLINE_NOUNS | t.TITLE) & ~t.DOCUMENT
    names = first.tags & somebody and first.nominal and not first.rules & t.THING  # حصري: خبير صيني: …
    return colon <= _LONGEST_LABEL and first.kind == "word" and not names


def _start(scene: Scene, colon: int, headline: bool) -> int:
    """Where the part of the headline that the colon stands in begins: … .. زاخاروفا: …، … .. و«الصحة»: …"""
    tokens = scene.tokens
    label = tokens[1].word.text == "/" or tokens[1].word.text in DASHES and tokens[0].word.rules & t.THING
    filed = 2 if headline and label else 0  # سياسي / وزير الخارجية: …، خاص - وزير الخارجية: …
    start = max((k + 1 for k in range(colon) if headline and tokens[k].word.text in _PARTS), default=filed)
    while start < colon and (tokens[start].word.kind == "sign" and start not in scene.closing):
        start += 1
    return start + (tokens[start].word.key == "و" and start + 1 in scene.closing)


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
    if first.tags & t.DOCUMENT and last.rules & t.GENRE:
        return True  # تقرير إخباري: …
    own = phrase.end == colon > 1 and tokens[colon - 2].word.tags & t.ORGANISATION > 0  # رئيس حزب تواصل: …
    channel = first.tags & (t.MEDIA | t.OUTLET | t.KNOWN_ORGANISATION)  # القناة 12: …
    counted = phrase.end if phrase.named and first.tags & (t.ROLE | t.NAME | t.TITLE) else colon
    counts = any(token.word.kind == "number" for token in tokens[phrase.start : counted]) and not channel
    if counts or any(token.word.verbal for token in tokens[phrase.start : colon - own]):
        return True
    if first.rules & t.NAMED and not first.tags & HEADLINE_NOUNS:
        return True  # أغنية فيروز: "زهرة المدائن"
    return bool(first.rules & t.THING) and not (phrase.named and first.tags & t.NAME)


def _is_named_speaker(phrase: Phrase, first: Word) -> bool:
    """Whether a line of the text that begins with the phrase and a colon is what it says: الوزير: …"""
    return phrase.named or bool(first.tags & (t.ROLE | t.ORGANISATION | t.TITLE | t.NAME))


def _may_head(scene: Scene, phrase: Phrase, colon: int, quoted: bool) -> bool:
    """Whether the phrase may speak in a headline, an unknown word or two too: زاخاروفا: …; not what happens
    somewhere (كمين في درنة: …).
    """
    first = scene.tokens[phrase.start + 1 if quoted else phrase.start].word
    if phrase.named or first.tags & (HEADLINE_NOUNS | t.TITLE):
        return True
    where = scene.tokens[phrase.end].word
    if phrase.end < colon and where.key == "في" and not first.article:
        return False
    unknown = not first.tags or first.rules & t.MINISTRY or quoted and first.article  # النفط: …
    return bool(unknown) and first.kind == "word" and (phrase.end - phrase.start <= 2 or quoted)


def _may_say(scene: Scene, tags: int, at: int, headline: bool) -> bool:
    """Whether a place or a text before the colon says what begins at the token: موسكو: لن نقبل, تقرير: …"""
    if tags & t.PLACE and not speaks(scene, at, bool(tags & t.CAPITAL)):
        return False
    if not tags & t.DOCUMENT or tags & (t.ORGANISATION | t.MEDIA):
        return True
    return headline and bool(tags & t.REPORT)


def _tells_where(word: Word) -> bool:
    if word.preposition and word.tags & t.SETTING:
        return True  # فلان باحتفال عسكري: …
    if word.text in DETACHED:
        return True  # الوزير بـ"صوت عال": …
    manner = word.tags & (t.PREPOSITION | t.TIME | t.MANNER) or word.participle  # المجلس بالإجماع: …
    manner = manner or word.key == RELAYING
    return _is_told(word) or bool(manner)


def _is_told(word: Word) -> bool:
    """Whether the word begins whom a headline's speaker speaks to: الوزير للطلاب: …, فلان أمام البرلمان: …"""
    return bool(word.tags & t.LISTENER) or word.preposition == "ل" or detached_la(word) or word.key in _TO


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
    named = named or _full_name(words)
    return bool(counted) or named or all(word.article for word in words)


def _full_name(words: list[Word]) -> bool:
    """Whether a given name and a surname that no table knows are all: العلا: علياء المطبقاني."""
    if len(words) != FULL_NAME:
        return False
    given, surname = words
    known = surname.tags or surname.forms or surname.preposition
    return bool(given.tags & t.SURE_NAME) and not given.article and surname.article and not known
