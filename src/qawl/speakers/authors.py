"""Whose speech, writing or meeting something was said in: مقال لفلان قال فيه، جاء ذلك خلال لقاء فلان."""

from __future__ import annotations

from msgspec import structs

from qawl.lexicon import tags as t
from qawl.lexicon.shape import feminine, imperfect
from qawl.lexicon.word import Token, Word
from qawl.model import Statement
from qawl.phrases import noun_phrase
from qawl.scene import COMMAS, Scene
from qawl.speakers.likeness import same_gender
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage
from qawl.speakers.subjectwords import (
    GOVERNED,
    PEOPLE,
    has_object,
    is_finite,
    is_one_of,
    verb_gender,
)

_SAID_IN = t.SETTING | t.DOCUMENT | t.VERBAL_NOUN | t.ATTRIBUTIVE_SECOND
"""Meetings, texts and على لسان, in which something is said."""
_MOST_TO_SENDER = 3
"""Tokens from a call or letter to the من of its sender: اتصالا هاتفيا من نظيره."""
_LEAST_TO_AUTHOR = 3
"""Tokens of a document and its author before a cue: وفي مقال لفلان قال."""
_LEAST_TO_TOLD = 3
"""Tokens of جاء ذلك في before the noun for what was said or where."""
_STANDS_IN = "source+في"
"""What a verb takes that tells what stands in a text: جاء في البيان أن."""
_EXPLAINING = ("say", "explain", "comment")
"""Senses of the nouns of saying that name with ل who says it: توضيح، تعليق; not تهديد, شكر."""
_MOST_WORDS = 12
"""Words between an author and a cue."""


class Authors:
    """Looks for who wrote, sent or gave what a cue without a subject of its own was said in."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def author(self, statement: Statement) -> Mention | None:
        """Who sent, wrote or recorded what the statement was said in."""
        return (
            self.sender(statement)
            or self._maker(statement)
            or self._fronted_author(statement)
            or self._owner_before(statement)
            or self.told_of(statement.sentence, statement)
        )

    def author_before(self, statement: Statement) -> Mention | None:
        """Who is named last before a cue with فيه, which points back to what he said or wrote."""
        scene, cue = self._stage.scenes[statement.sentence], self._stage.cue_token(statement)
        tokens = scene.tokens
        if statement.number == "p" or not _points_into(tokens, cue) or self._in_own_text(statement, cue):
            return None
        found, found_end = None, 0
        for start in range(cue - 1, max(cue - 2 * _MOST_WORDS, -1), -1):
            word = tokens[start].word
            if found is not None and (word.kind == "sign" or word.tags & t.VERB):
                break
            somebody = word.tags & PEOPLE or is_one_of(tokens, start)  # عريضة قدمها أحد الناشطين
            if not (word.nominal or word.preposition == "ل") or not somebody or "\u064b" in word.text:
                continue
            if start and tokens[start - 1].word.key == "الى":
                found = None  # رسالة وجهها إلى الوزير فلان وقال فيها
                continue
            phrase = noun_phrase(scene, start, cue, frozenset({"NP"}), attached=True)
            if phrase is None or phrase.end < found_end:
                continue
            made = self._stage.mention_of(scene, phrase)
            if made is not None and same_gender(made.gender, statement.gender):
                found, found_end = made, phrase.end
            elif made is not None:
                found = None  # خطابا للوزير فلان تطالبه فيه
        return found

    def _in_own_text(self, statement: Statement, cue: int) -> bool:
        """Whether who said something before in the sentence said it in a text that nobody else is told to
        have made: أكد الوزير دعمه للمدير في بيان قال فيه; not أدانت الحركة خطاب فلان الذي قال فيه.
        """
        here = self._stage.spoke_in(statement.sentence)
        if not here or here[-1][3] or not same_gender(here[-1][2], statement.gender):
            return False
        tokens = self._stage.scenes[statement.sentence].tokens
        at = cue - 1 if tokens[cue - 1].word.tags & (t.SETTING | t.DOCUMENT) else cue - 2
        at -= bool(tokens[at - 1].word.tags & (t.SETTING | t.DOCUMENT))  # عبر شريط فيديو قال فيه
        text, before = tokens[at].word, tokens[at - 1].word
        indefinite = at > 0 and text.tags & (t.SETTING | t.DOCUMENT) and not (text.article or text.pronoun)
        return bool(indefinite) and bool(before.tags & t.PREPOSITION or text.preposition in ("ب", "ل"))

    def sender(self, statement: Statement) -> Mention | None:
        """From whom the call or letter came in which something was said: تلقى الوزير اتصالا من نظيره فلان،
        أعرب خلاله عن …
        """
        scene, cue = self._stage.scenes[statement.sentence], self._stage.cue_token(statement)
        tokens = scene.tokens
        if not _points_into(tokens, cue):
            return None
        for at in range(cue - 1, max(cue - _MOST_WORDS, 0), -1):
            near = tokens[max(at - _MOST_TO_SENDER, 0) : at]
            if tokens[at].word.key == "من" and any(map(self._is_said, near)):
                phrase = noun_phrase(scene, at + 1, cue, frozenset({"NP"}))
                made = self._stage.mention_of(scene, phrase) if phrase is not None else None
                if made is None or made.kind != "person":
                    return None
                return made if same_gender(made.gender, statement.gender) else None
        return None

    def _maker(self, statement: Statement) -> Mention | None:
        """Who is named behind the verb of an indefinite text in which something was said: دعوى أقامتها
        الحكومة ضد المصرف، تطالب فيها.
        """
        scene, cue = self._stage.scenes[statement.sentence], self._stage.cue_token(statement)
        tokens = scene.tokens
        if not _points_into(tokens, cue) or statement.number == "p":
            return None
        for at in range(cue - 2, max(cue - 2 * _MOST_WORDS, 0), -1):
            made, text = tokens[at].word, tokens[at - 1].word
            indefinite = text.nominal and not (text.article or text.pronoun)
            if not (indefinite and text.tags & (t.DOCUMENT | t.SETTING)) or not has_object(made):
                continue
            following = tokens[at + 1].word
            carried = made.article or following.tags & (t.MEDIA | t.OUTLET)  # بيانا نقلته الصحيفة
            own = following.tags & t.PREPOSITION or following.preposition  # بيان نشرته على صفحتها
            return None if carried or own else fitting(self._stage, scene, at + 1, cue, statement)
        return None

    def text_before(self, statement: Statement) -> Mention | None:
        """The text with which the sentence begins and in which something stands, or whoever issued it: وفي
        تقرير أعدته اللجنة، جاء أن; وفي بيان صدر عن الهيئة، قالت إن; not وفي بيان لاحق، ورد أن.
        """
        scene, cue = self._stage.scenes[statement.sentence], self._stage.cue_token(statement)
        tokens = scene.tokens
        verb = tokens[cue].word.verb if statement.by.startswith("verb") else None
        if cue < _LEAST_TO_AUTHOR or verb is None or tokens[0].word.stem != "في":
            return None
        text = tokens[1].word
        if not (text.tags & t.DOCUMENT or text.rules & t.ISSUED_DOCUMENT) or text.pronoun:
            return None
        stands = _STANDS_IN in verb.entry.takes
        for at in range(_LEAST_TO_AUTHOR, cue - 1):
            if tokens[at].word.key == "عن" and tokens[at - 1].word.rules & t.ISSUED:
                told = structs.replace(statement, gender="") if stands else statement
                return fitting(self._stage, scene, at + 1, cue, told)
        phrase = noun_phrase(scene, 1, cue, GOVERNED) if stands else None
        made = self._stage.mention_of(scene, phrase) if phrase is not None else None
        if made is None or made.definite or made.issuer >= 0 or not text.rules & t.SPOKEN_DOCUMENT:
            return made
        return made if any(token.word.rules & t.ISSUED for token in tokens[2:cue]) else None

    def _is_said(self, token: Token) -> bool:
        """Whether a word is a speech or a text, with or without ب: بكلمة ترحيبية."""
        words, stem = self._stage.lexicon.words, token.word.stem
        return bool((words[stem].tags | words[stem.removeprefix("ب")].tags) & (t.SETTING | t.DOCUMENT))

    def _fronted_author(self, statement: Statement) -> Mention | None:
        """Whose essay, speech or side the sentence begins with: وفي مقال للكاتب فلان نشرته الصحيفة، قال."""
        scene, cue = self._stage.scenes[statement.sentence], self._stage.cue_token(statement)
        tokens = scene.tokens
        if cue < _LEAST_TO_AUTHOR or not tokens[0].word.tags & t.PREPOSITION or statement.number == "p":
            return None
        first = bool(tokens[1].word.rules & t.GRADE)  # في أول ظهور لفلان
        begin = 1 + first
        spoken = _is_spoken(tokens[1].word)
        if not (first or spoken or _has_author(tokens[1].word)):
            return None
        comma = next((at for at in range(begin + 1, cue) if tokens[at].word.text in COMMAS), cue)
        owner = next((at for at in range(begin + 1, comma) if _is_owner(tokens[at].word)), None)
        made = fitting(self._stage, scene, owner, cue, statement) if owner is not None else None
        of_body = made is not None and not made.name and (spoken or not tokens[begin].word.tags & t.DOCUMENT)
        return None if of_body else made  # في حفل للوزارة، قال

    def _owner_before(self, statement: Statement) -> Mention | None:
        """Whose speech or writing stands before a cue with فيه, or right before the cue: تداولوا مقطعا للوزير
        فلان قال فيه, نشر الموقع بيانا للوزارة قال.
        """
        scene, cue = self._stage.scenes[statement.sentence], self._stage.cue_token(statement)
        tokens = scene.tokens
        pointed = _points_into(tokens, cue)
        if not pointed and (not statement.by.startswith("verb") or tokens[cue].word.conjunction):
            return None
        for at in range(cue - 1, max(cue - _MOST_WORDS, 1), -1):
            word = tokens[at].word
            if not pointed and word.kind == "sign":
                return None
            made = next((k.word for k in reversed(tokens[at - 2 : at]) if _has_author(k.word)), None)
            if made is not None and _is_owner(word):
                indefinite = not made.article and (pointed or not made.preposition)
                return self._owner(scene, at, cue, statement, made, pointed) if indefinite else None
        return None

    def _owner(
        self, scene: Scene, at: int, end: int, statement: Statement, text: Word, pointed: bool
    ) -> Mention | None:
        """Who made the text and is named from token `at` on, where he or the text fits the verb."""
        phrase = noun_phrase(scene, at, end, frozenset({"NP"}), attached=True)
        made = self._stage.mention_of(scene, phrase) if phrase is not None else None
        if made is None or phrase is None or not pointed and phrase.end != end:
            return None
        if not (made.name or text.tags & t.DOCUMENT or made.kind == "person"):
            return None  # ترأس الوزير اجتماعا للجنة، أكد خلاله
        said = not pointed and statement.number == "s" and feminine(text) == (statement.gender == "f")
        if statement.number in ("s", "p") and made.plural != (statement.number == "p") and not said:
            return None
        return made if said or same_gender(made.gender, statement.gender) else None

    def told_of(self, number: int, statement: Statement) -> Mention | None:
        """Whose speech, writing or meeting a sentence names in which something was said: جاء ذلك خلال لقاء
        الوزير وفدا، جاء ذلك في بيان أصدرته الوزارة.
        """
        scene = self._stage.scenes[number]
        tokens = scene.tokens
        if not _points_back(tokens) or statement.number == "p":
            return None
        for at in range(_LEAST_TO_TOLD, min(_MOST_WORDS, len(tokens))):
            word, before = tokens[at].word, tokens[at - 1].word
            if before.tags & _SAID_IN and has_object(before) and not before.tags & t.VERB:
                return None  # خلال لقائه الوزير
            if word.tags & PEOPLE and (word.nominal or word.preposition):
                made = (
                    fitting(self._stage, scene, at, len(tokens), statement) if _whose(word, before) else None
                )
                issued = bool(before.tags & t.DOCUMENT) or has_object(before)
                return made if made is not None and (issued or made.kind == "person") else None
        return None


def fitting(stage: Stage, scene: Scene, at: int, end: int, statement: Statement) -> Mention | None:
    """The person named or the body at token `at`, where it fits the verb."""
    phrase = noun_phrase(scene, at, end, GOVERNED, attached=True)
    made = stage.mention_of(scene, phrase) if phrase is not None else None
    if made is None or not same_gender(made.gender, statement.gender):
        return None
    return made if made.name or made.definite and made.kind in ("organisation", "person") else None


def told_of_body(stage: Stage, scene: Scene, at: int, gender: str) -> Mention | None:
    """The indefinite body or group right before a verb in the perfect that tells of it with no الذي: شركة |
    فصلت العمال، جماعة | نفذت الهجوم.
    """
    word, before = scene.tokens[at].word, scene.tokens[at - 1].word
    indefinite = before.nominal and not (before.article or before.pronoun or before.tags & t.NAMES)
    if not indefinite or not before.tags & (t.ORGANISATION | t.GROUP):
        return None
    if not is_finite(word) or word.conjunction or has_object(word) or imperfect(word):
        return None
    phrase = noun_phrase(scene, at - 1, at, GOVERNED, attached=True)
    return stage.mention_of(scene, phrase) if phrase is not None and verb_gender(word) == gender else None


def _points_back(tokens: list[Token]) -> bool:
    """Whether a sentence says no more than where something was said: جاء ذلك في، وجاءت هذه التصريحات خلال;
    not بعد خطاب فلان، في أعقاب خطابه.
    """
    if len(tokens) <= _LEAST_TO_TOLD or not tokens[0].word.rules & t.CAME:
        return False
    if any(token.word.rules & t.AFTERMATH for token in tokens[_LEAST_TO_TOLD : _LEAST_TO_TOLD + 2]):
        return False
    during = any(token.word.rules & t.DURING for token in tokens[2 : _LEAST_TO_TOLD + 1])
    return during and bool(tokens[1].word.tags & t.DEMONSTRATIVE)


def _whose(word: Word, before: Word) -> bool:
    """Whether a noun tells whose the speech or meeting before it is: كلمة للوزير، لقاء الوزير."""
    if word.preposition or before.tags & t.PREPOSITION:
        return _is_owner(word) and bool(before.tags & (t.SETTING | t.DOCUMENT))
    return has_object(before) or bool(before.tags & _SAID_IN) and not before.article


def _has_author(word: Word) -> bool:
    """Whether ل behind a noun names whose it is, and not to whom: مقال، كلمة; not رسالة، تصريح."""
    if not word.tags & (t.SETTING | t.DOCUMENT) or word.pronoun or word.tags & (t.TIME | t.ADJECTIVE):
        return False
    return not (word.rules & t.SPOKEN_DOCUMENT and word.tags & t.VERBAL_NOUN)


def _is_spoken(word: Word) -> bool:
    """Whether a word is an act of saying, which a named person has with ل: وفي توضيح لفلان نشرته الصحيفة."""
    said = any(form.tense in "ms" and form.entry.sense in _EXPLAINING for form in word.forms)
    return bool(word.tags & t.VERBAL_NOUN) and said and not (word.article or word.pronoun)


def _is_owner(word: Word) -> bool:
    return word.preposition == "ل" and bool(word.tags & PEOPLE) and not word.tags & (t.MEDIA | t.OUTLET)


def _points_into(tokens: list[Token], cue: int) -> bool:
    """Whether the cue has فيه behind it, which points to a noun before: مقال قال فيه."""
    if cue < 2 or cue + 1 >= len(tokens) or not tokens[cue + 1].word.rules & t.SAID_IN:
        return False
    relative = tokens[cue - 1].word
    attached = relative.tags & t.RELATIVE and not relative.conjunction
    return not attached or tokens[cue - 2].word.text in COMMAS  # في الوقت الذي شدد فيه
