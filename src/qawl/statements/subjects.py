"""The subject before a verb of saying: what reaches the verb, and what agrees with it."""

from __future__ import annotations

from msgspec import structs

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import feminine, feminine_perfect, whether
from qawl.lexicon.word import Word
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import COMMAS, HYPHENS, Scene
from qawl.statements.agreement import CAN_SPEAK, agrees, is_ministry
from qawl.statements.antecedents import (
    past_auxiliaries,
    with_relative,
)
from qawl.statements.beginnings import (
    begins_clause,
    clause_between,
    dateline,
    first_of_two,
    in_headline,
    tells_field,
    with_name_before,
)
from qawl.statements.indefinite import indefinite, told_by_claim, told_by_group, told_by_made, told_by_text
from qawl.statements.relativesubjects import has_other_perfective, lowest_subject, of_relative
from qawl.statements.standsfor import tells_of

_SPEAKS = t.ROLE | t.ORGANISATION | t.DOCUMENT | t.GROUP | t.QUANTIFIER
"""What a verbal noun is too that may say something: إدارة."""
_LONGEST_NAME = 4
_CLOSING_MARKS = ('"', "»", "”")
_ASKED = 2
"""Tokens from إذا كان to what is asked."""
_WHO_BEFORE = 2
"""Tokens of هناك من."""
_LONGEST_BEFORE_MARK = 12
"""Tokens of a subject before the mark that its verb opens, at most."""


def subject_before(scene: Scene, candidate: Candidate, takes: frozenset[str]) -> Phrase | None:
    """The subject that stands before the verb: the nearest noun phrase that begins a clause and reaches the
    verb, or what the الذي of the verb stands for.
    """
    at = candidate.at
    joined = scene.tokens[at].word.conjunction and candidate.form.prefix  # وعدت has its own و
    if joined and at > 0 and not candidate.free_relative:
        return told_by_made(scene, candidate)
    if _behind_quotation(scene, at):
        return None
    if candidate.free_relative and _some_who(scene, at):
        return Phrase(at - 1, at, t.UNNAMED, False)
    if at == 0 or candidate.free_relative or candidate.form.prefix.endswith("ل"):
        return None
    before = scene.tokens[at - 1].word
    if (mark := at - 1 - bool(before.tags & t.NEGATION)) == scene.inside[at] >= 0:
        return _before_mark(scene, candidate, mark)
    if candidate.relative:
        return of_relative(scene, candidate, takes)
    if not candidate.form.prefix and _in_words_of_another(scene, at):
        return None
    if before.tags & t.AUXILIARY and at > 1:
        before = scene.tokens[at - 2].word  # الجيش كان أعلن، حيث كانت أعلنت
    if before.tags & t.CONNECTIVE or has_other_perfective(before):
        return None  # فيما كشفت الوزارة
    found = _nearest(scene, candidate, past_auxiliaries(scene, at))
    return None if found is not None and tells_of(scene, found, candidate) else found


def _behind_quotation(scene: Scene, at: int) -> bool:
    """Whether a quotation that is no name stands alone before the verb, or behind a colon or أن: "الجسر آمن
    والطريق مفتوح"، أجاب; صاح: "ارحل"، فرد; وإذ أكد أن "الملف سياسي"، شدد.
    """
    closing = at - 2
    if closing < 0 or closing not in scene.opening or scene.tokens[at - 1].word.text not in COMMAS:
        return False
    opening = scene.opening[closing]
    before = scene.tokens[opening - 1].word if opening > 0 else None
    opens = before is not None and before.tags & t.COMPLEMENTIZER and not before.pronoun
    said = before is not None and (opens or before.text == ":")
    return said or scene.opens_alone(opening) and closing - opening > _LONGEST_NAME


def _some_who(scene: Scene, at: int) -> bool:
    """Whether who speaks is but somebody there is: هناك من يقول إن، ثمة من يرى أن; not من وصفهم بالخونة."""
    if at < _WHO_BEFORE:
        return False
    there, who, verb = (token.word for token in scene.tokens[at - _WHO_BEFORE : at + 1])
    return who.key == "من" and bool(there.rules & t.EXISTENCE) and verb.verb is not None and not verb.pronoun


def _before_mark(scene: Scene, candidate: Candidate, mark: int) -> Phrase | None:
    """The subject behind أن where the marks begin with its verb: أكد أن السفارة «ترحب بالزوار»، قال إن وارسو
    «لا تستبعد الرد».
    """
    for at in range(mark - 1, max(mark - _LONGEST_BEFORE_MARK, scene.inside[mark]), -1):
        word = scene.tokens[at].word
        if word.tags & t.COMPLEMENTIZER and not word.pronoun:
            phrase = noun_phrase(scene, at + 1, mark, frozenset())
            reaches = phrase is not None and phrase.end == mark
            return phrase if phrase and reaches and agrees(scene, phrase, candidate.form) else None
        if word.kind == "sign":
            return None
    return None


def _in_words_of_another(scene: Scene, at: int) -> bool:
    """Whether فيها behind the verb points to what another said: رد الوزير على تعليقات لفلان، انتقد فيها."""
    if at + 1 >= len(scene.tokens) or not scene.tokens[at + 1].word.rules & t.SAID_IN:
        return False
    return any(
        scene.tokens[k].word.preposition == "ل" and scene.tokens[k - 1].word.tags & (t.SETTING | t.DOCUMENT)
        for k in range(at - 1, max(at - _LONGEST_BEFORE_MARK, 0), -1)
    )


def _nearest(scene: Scene, candidate: Candidate, stop: int) -> Phrase | None:
    """The nearest noun phrase that begins a clause and reaches the verb, whose words begin at `stop`."""
    tokens, lowest, k = scene.tokens, lowest_subject(scene, candidate.at), stop
    doubtful: Phrase | None = None
    told_by = told_by_text(scene, candidate) or told_by_group(scene, candidate)
    told_by = told_by or told_by_claim(scene, candidate)
    if (told_by := told_by or told_by_made(scene, candidate)) is not None:
        return told_by
    if tokens[stop - 1].word.text in _CLOSING_MARKS and stop - 1 not in scene.opening:
        return None  # what was said ends here, and its mark opened in another sentence
    k = _opening_dash(scene, lowest, stop) or k  # المدرب -حفاظا على الهدوء- نفى
    while k > lowest:
        previous = tokens[k - 1].word
        if candidate.form.tense == "i" and k < stop and (joined := _joined(scene, k, stop, candidate)):
            return joined
        if (k - 1) in scene.opening and scene.opening[k - 1] >= lowest:
            k = scene.opening[k - 1]
            continue
        if k < stop and begins_clause(scene, k):
            phrase = _reaching(scene, k, stop, candidate)
            comma = previous.text in COMMAS
            if phrase is not None and not comma:
                return phrase
            if phrase is not None and (phrase.head & CAN_SPEAK or phrase.named):
                if _of_verb_before(scene, phrase, stop):
                    return None
                both = first_of_two(scene, phrase, lowest, candidate.form)
                return both or with_name_before(scene, phrase, lowest, stop)
            doubtful = doubtful or phrase
            parenthesis = comma or previous.text in HYPHENS
            if not parenthesis and not any(token.word.tags & t.RELATIVE for token in tokens[k:stop]):
                return doubtful or indefinite(scene, stop, candidate)
        k -= 1
    if k == lowest and k < stop:
        phrase = _reaching(scene, k, stop, candidate)
        if phrase is not None:
            return phrase
    return doubtful or indefinite(scene, stop, candidate)


def _with_unknown_name(scene: Scene, phrase: Phrase, stop: int) -> Phrase:
    """A role with the unknown words that stand between it and the verb, which are its name: مراسل القناة في
    مقديشو محمد اولاد حسن يقول.
    """
    words = [token.word for token in scene.tokens[phrase.end : stop]]
    if phrase.named or not phrase.head & t.ROLE or not 0 < len(words) <= _LONGEST_NAME:
        return phrase
    if any(word.kind != "word" or word.article or word.conjunction or word.tags & ~t.NAMES for word in words):
        return phrase
    return Phrase(phrase.start, stop, phrase.head, True, phrase.end, stop)


def _joined(scene: Scene, at: int, stop: int, candidate: Candidate) -> Phrase | None:
    """The subject of a second clause that و brings in, in headlines: … بالاعتذار وعمرو أديب ينصحها."""
    word, following = scene.tokens[at].word, scene.tokens[at + 1].word
    speaks = word.tags & (CAN_SPEAK | t.KNOWN_ORGANISATION) or following.rules & t.BOUND  # والدعم السريع
    if word.conjunction != "و" or word.preposition or not speaks:
        return None
    one = candidate.form.number == "s" and in_headline(scene, at)
    if at == 0 or _beside(scene, at) and not one:
        return None
    phrase = _reaching(scene, at, stop, candidate)
    return phrase if phrase is not None and phrase.end == stop else None


def _beside(scene: Scene, at: int) -> bool:
    """Whether a noun with و goes on with the one before it: مصر وقطر; not a body or person with a place that
    begins no clause (قصف على غزة وحماس تتوعد).
    """
    before, word = scene.tokens[at - 1].word, scene.tokens[at].word
    if before.tags & (CAN_SPEAK & ~t.PLACE | word.tags & t.NATIONALITY):
        return True
    if not before.tags & t.PLACE:
        return False
    begins = any(k == 0 or begins_clause(scene, k) for k in (at - 1, max(at - 2, 0)))
    return begins or bool(word.tags & t.PLACE or not word.tags)


def _reaching(scene: Scene, start: int, stop: int, candidate: Candidate) -> Phrase | None:
    """The noun phrase at `start` where only circumstances or a relative clause stand
    between it and the verb.
    """
    tokens = scene.tokens
    phrase = noun_phrase(scene, start, stop, frozenset())
    first = tokens[start].word
    if phrase is None or _begins_no_subject(scene, phrase, stop) or not agrees(scene, phrase, candidate.form):
        return None
    ministry = is_ministry(scene, start, candidate.form)
    if first.tags & t.VERBAL_NOUN and not (first.tags & _SPEAKS or ministry):
        return None
    body = t.ORGANISATION if ministry else 0
    phrase = _with_unknown_name(scene, structs.replace(phrase, head=phrase.head | body), stop)
    phrase = with_relative(scene, phrase, stop)
    at = phrase.end
    if first.tags & t.PLACE and dateline(scene, phrase, stop):
        return None
    if at == stop or tokens[at].word.text in COMMAS and tokens[stop - 1].word.text in COMMAS:
        return phrase
    if tokens[at].word.text in HYPHENS and (close := _closing_dash(scene, at, stop)):
        at = close + 1  # شركة المدى -وهي شركة خاصة- قد أعلنت
    if tokens[at].word.text == "(" and (close := _closing_bracket(scene, at, stop)):
        at = close + 1  # سامر الحلو (45 عاما) يقول
    while at < stop and tokens[at].word.text in (*COMMAS, "-", "–", "("):
        at += 1
    if at == stop:
        return phrase
    if clause_between(scene, at, stop):
        return None
    word = tokens[at].word
    if (
        word.tags & (t.RELATIVE | t.TIME | t.PREPOSITION | t.PERFECTIVE | t.ADVERBIAL_PARTICIPLE)
        or word.preposition
    ):
        if (
            any(tokens[m].word.tags & t.COMPLEMENTIZER for m in range(at, stop))
            and not word.tags & t.RELATIVE
        ):
            return None
        return phrase
    if any(form.tense == "a" for form in word.forms):
        return phrase
    issued = word.rules & t.ISSUED and not word.key.endswith("وا")  # not جنود العدو وزعوا منشورات تطالب
    told = issued or any(form.pronoun and form.tense in "pi" for form in word.forms)
    if not first.article and told:
        return phrase  # استطلاع أجرته الشركة خلص إلى أن، تقريرا نشر أمس أفاد بأن
    return None


def _begins_no_subject(scene: Scene, phrase: Phrase, stop: int) -> bool:
    """Whether the first word of a noun phrase before a verb is no noun that may be its subject."""
    start, first = phrase.start, scene.tokens[phrase.start].word
    marked = start in scene.closing
    called = phrase.name_start == start and phrase.name_end > start + 1  # برافر سافيان يقول
    if "\u064b" in first.text and not (start and _governs(scene.tokens[start - 1].word)):
        return True  # an accusative: مؤتمراً; not لكن مسؤولاً شكك
    if _asked_of_him(scene, start, stop) or first.tags & t.MONTH or first.rules & t.CONTINUING:
        return True  # في 26 فبراير/ شباط أشار إلى
    if first.tags & t.QUANTIFIER and start + 1 < stop and scene.tokens[start + 1].word.tags & t.TIME:
        return True  # كل ليلة يسألني الأولاد
    if tells_field(scene, phrase) or first.key == "وذلك":
        return True  # …، وذلك في بيان قالت فيه إن
    if first.tags:
        return False
    if first.key[0] == "و" and phrase.end == start + 1 and not marked:
        return True  # an unknown verb or adverb with و: وسلّم، وتقليديا
    if start and scene.tokens[start - 1].word.tags & t.SUBORDINATOR and phrase.end < stop:
        return True  # عندما أسافر حول العالم يسألني الناس
    if first.pronoun and first.stem.endswith("و"):
        return True  # a verb in the plural with its object: رافقوها
    if called and not feminine(scene.tokens[phrase.name_end - 1].word):
        return False  # سكيغيت المرغاشي أكد
    return feminine_perfect(first)  # an unknown verb in the feminine: أشعلت الكلمة …


def _of_verb_before(scene: Scene, phrase: Phrase, stop: int) -> bool:
    """Whether what stands behind a comma tells who the subject of a verb before it is: في حين دعا فلان،
    القيادي في الحزب، إلى كذا، حذر.
    """
    for start in range(phrase.start - 2, max(phrase.start - _LONGEST_NAME - 2, 0), -1):
        word, before = scene.tokens[start].word, scene.tokens[start - 1].word
        if word.kind == "sign" or word.tags & t.COMPLEMENTIZER:
            return False
        if before.verb is not None and not before.tags & (t.AUXILIARY | t.NAME):
            whole = noun_phrase(scene, start, stop, frozenset())
            return whole is not None and whole.named and whole.end == phrase.end
    return False


def _closing_dash(scene: Scene, at: int, stop: int) -> int:
    """Where the dash stands that closes what the one at the token opens, and ends right before the verb; 0
    where none does.
    """
    last = stop - 1
    return last if last > at and scene.tokens[last].word.text == scene.tokens[at].word.text else 0


def _opening_dash(scene: Scene, lowest: int, stop: int) -> int:
    """Where the aside begins that a dash right before the verb closes; 0 where none does, or where it may
    name who speaks: المدير - سامر الحلو - قال.
    """
    last = scene.tokens[stop - 1].word
    if last.text not in HYPHENS:
        return 0
    opening = next((k for k in range(stop - 2, lowest, -1) if scene.tokens[k].word.text == last.text), 0)
    word = scene.tokens[opening + 1].word
    adverb = word.key.endswith("ا") and not (word.article or word.tags & (CAN_SPEAK | t.NAMES))
    return opening if adverb else 0


def _closing_bracket(scene: Scene, at: int, stop: int) -> int:
    """Where the bracket closes that the one at the token opens, before the verb; 0 where none does."""
    return next((k for k in range(at + 1, stop) if scene.tokens[k].word.text == ")"), 0)


def _asked_of_him(scene: Scene, at: int, stop: int) -> bool:
    """Whether the word is what is asked of somebody, or who the question is about: وعما إذا كان متفائلا،
    أجاب; وعندما سئل عما إذا كان فلان سيأتي، قال.
    """
    word = scene.tokens[at].word
    if at < _ASKED or not scene.tokens[at - 1].word.tags & t.AUXILIARY:
        return False
    opens, before = scene.tokens[at - _ASKED].word, scene.tokens[max(at - _ASKED - 1, 0)].word
    asks = opens.key == "اذا" or whether(before, opens, scene.tokens[at - 1].word)
    if asks and scene.tokens[stop - 1].word.text in COMMAS:
        return True
    asked = opens.tags & (t.CONDITION | t.CONNECTIVE)
    return bool(asked) and word.key.endswith("ا") and not (word.article or word.tags & CAN_SPEAK)


def _governs(word: Word) -> bool:
    """Whether a subject is in the accusative after the word: أن مسؤولاً، لكن مسؤولاً."""
    return bool(word.tags & t.COMPLEMENTIZER) or word.key.endswith("لكن")
