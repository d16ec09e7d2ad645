"""The subjects of verbs that are no cues: whom a sentence brings in before a statement."""

from __future__ import annotations

from msgspec import structs

from qawl.lexicon import tags as t
from qawl.lexicon.shape import happened_before
from qawl.lexicon.word import NOTHING, Token, Word
from qawl.model import Cue, Span, Statement
from qawl.phrases import acts_by_name, noun_phrase
from qawl.phrases.apart import before_object
from qawl.scene import COMMAS, Scene
from qawl.speakers.leading import called_behind, leading_phrase, past_asides, past_connectives, past_place
from qawl.speakers.likeness import same_gender
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Spoken, Stage, holds
from qawl.speakers.subjectwords import (
    GOVERNED,
    PEOPLE,
    RELATIVE,
    SPEAKING,
    is_clause_verb,
    is_finite,
    may_be_subject,
    may_speak,
    tells_of_noun,
    verb_gender,
)

_BEFORE_TOPIC = t.COMPLEMENTIZER | t.CONNECTIVE | t.AUXILIARY
"""What brings in a subject before its verb: أن الوزير زار، وكان الوزير قد زار."""
_BODIES = t.ORGANISATION | t.KNOWN_ORGANISATION
_THOUGHT = ("think", "express", "predict")
"""Senses of verbs of what somebody thinks."""
_LAST_OPENING = 2
"""The last token at which an أن opens what a sentence tells: يذكر أن، ومن المعروف أن."""
_MOST_SUBJECT_WORDS = 12
"""Words of a subject before its verb."""
_FARTHEST_END = 60
"""Tokens behind a verb within which its subject ends, whatever stands between: many more than in any sentence
of the news that was read. A cue further off changes nothing of it, so that it is read once for all of them.
"""


class Subjects:
    """Looks for the noun phrase that a cue without a subject of its own goes back to."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._read_in = -1
        self._read: dict[tuple[int, int], Mention | None] = {}
        """The subjects of the verbs of one sentence, by verb and by the end of what was read."""
        self._first: dict[tuple[int, int], Mention | None] = {}
        """The subjects of main verbs, by sentence and cue."""

    def main_subject(self, statement: Statement) -> Mention | None:
        """The subject of the nearest verb before the cue that brings in somebody: وهاجم عباس …، قائلا; زارت
        الوزيرة معرضا نظمته الجامعة وأكدت.
        """
        cue = self._stage.cue_token(statement)
        scene = self._stage.scenes[statement.sentence]
        first = scene.tokens[0].word
        if scene.kind != "body" and statement.number != "p" and first.nominal and first.tags & SPEAKING:
            return self.subject_of(statement.sentence, cue)  # فلان يلتقي فلانا ويؤكد كذا
        of_it = cue + 1 < len(scene.tokens) and scene.tokens[cue + 1].word.rules & t.RETURNING
        nearer: Mention | None = None  # who acts in a relative clause with no الذي
        for at in range(cue - 1, 0, -1):
            subject = self._turned_to(statement.sentence, at, cue) or self._of_verb(
                statement.sentence, at, cue
            )
            if subject is None or not same_gender(subject.gender, statement.gender):
                continue
            if _more_than_one(statement, subject):
                continue
            if not of_it and statement.number != "p" and tells_of_noun(scene.tokens, at):
                nearer = nearer or subject
                continue
            if statement.number != "p" or subject.plural or subject.kind == "group":
                return subject
        subject = self.subject_of(statement.sentence, cue)
        if subject is None or not same_gender(subject.gender, statement.gender):
            subject = nearer or self._of_words(statement, cue) or subject
        if subject is None or _more_than_one(statement, subject):
            return None
        one = subject.name and subject.kind == "person" or subject.kind == "document"
        one = one and not subject.plural
        return None if statement.number == "p" and one else subject  # التقى الوزير الأهالي الذين أكدوا

    def _of_words(self, statement: Statement, cue: int) -> Mention | None:
        """Whose saying a noun tells of, or who comes with ل behind سبق: بعد إعلان الوزارة أنها …، مؤكدة; سبق
        للوزير أن رفض ذلك، معتبرا; not where it is what is spoken of (وعن استبعاد اللاعب فلان، قال).
        """
        scene = self._stage.scenes[statement.sentence]
        for at in range(cue - 2, -1, -1):
            word, following = scene.tokens[at].word, scene.tokens[at + 1].word
            said = any(form.tense == "m" and "أن" in form.entry.takes for form in word.forms)
            said = said and not (word.article or word.pronoun)
            if said and any(token.word.rules & t.MATTER for token in scene.tokens[max(at - 2, 0) : at]):
                continue
            behind = following.nominal if said else happened_before(word) and following.preposition == "ل"
            if not behind or not following.tags & SPEAKING:
                continue
            phrase = noun_phrase(scene, at + 1, cue, frozenset({"NP"}), attached=True)
            made = self._stage.mention_of(scene, phrase) if phrase is not None else None
            if made is not None and made.definite and same_gender(made.gender, statement.gender):
                return made
        return None

    def nearer_subject(self, statement: Statement, here: list[Spoken]) -> Mention | None:
        """The subject of a clause that begins after what was said before in the sentence: قال … إن …، غير أن
        فلانا رفض ذلك، قائلا.
        """
        tokens = self._stage.scenes.tokens[statement.sentence]
        cue = self._stage.cue_token(statement)
        if _tells_of_relative(tokens, cue):
            return None
        topic = self._running_on(statement, cue) if statement.by.startswith("participle") else None
        if topic is not None:
            return topic
        start = statement.cue.start
        spoken = [entry[0] for entry in here]
        around = [span.start for other in spoken for span in other.spans if span.start <= start < span.end]
        left = max(around, default=0)
        taken: list[Span | Cue] = [other.cue for other in spoken]
        taken += [span for other in spoken if not holds(other, start) for span in other.spans]
        beside = self._beside(statement.sentence, cue, max(other.cue.end for other in spoken))
        if beside is not None and same_gender(beside.gender, statement.gender):
            return beside if not _more_than_one(statement, beside) and statement.number != "p" else None
        for at in range(cue - 1, 0, -1):
            place = tokens[at].start
            begins = place == left and statement.number == "s"
            if place <= left and not begins or any(part.start <= place < part.end for part in taken):
                return None
            subject = self._before_verb(statement.sentence, at)
            subject = subject or self._clause_subject(statement.sentence, at, cue, begins)
            if subject is not None and same_gender(subject.gender, statement.gender):
                return subject if statement.number != "p" or subject.plural else None
        return None

    def _running_on(self, statement: Statement, cue: int) -> Mention | None:
        """The one of whom a second clause with أن tells that runs on to a participle with no comma: …، وأن
        السائق توسل إليه قائلا; not where another acts in it (وأن الوزير قاطعه النائب قائلا).
        """
        scene = self._stage.scenes[statement.sentence]
        tokens, at = scene.tokens, cue - 1
        while at > 0 and tokens[at].word.kind != "sign" and not tokens[at].word.tags & t.COMPLEMENTIZER:
            at -= 1
        word, first = tokens[at].word, tokens[at + 1].word
        opens = word.tags & t.COMPLEMENTIZER and word.conjunction == "و" and not word.pronoun
        if not (opens and first.tags & SPEAKING and first.nominal):
            return None
        phrase = noun_phrase(scene, at + 1, cue, frozenset({"NP"}))
        made = self._stage.mention_of(scene, phrase) if phrase is not None and phrase.end < cue else None
        if phrase is None or made is None or not same_gender(made.gender, statement.gender):
            return None
        others = (token.word for token in tokens[phrase.end : cue])
        acts = any(word.tags & PEOPLE and not word.preposition for word in others)
        return None if acts else made

    def _beside(self, sentence: int, end: int, left: int) -> Mention | None:
        """The subject of the last clause with فيما behind a place of the text: …، فيما زار فلان المدينة."""
        tokens = self._stage.scenes.tokens[sentence]
        for at in range(end - 2, 0, -1):
            word = tokens[at].word
            if tokens[at].start <= left:
                return None
            if word.tags & t.CONNECTIVE and word.rules & t.FRONTING and not word.tags & t.SUBORDINATOR:
                return self.after_verb(sentence, at + 1, end)
        return None

    def is_thought(self, sentence: int) -> bool:
        """Whether a sentence begins with what somebody thinks: ويعتقد أن الحاكم فشل، مشيرا."""
        first, *others = (token.word for token in self._stage.scenes.tokens[sentence][:3])
        thinks = first.verb is not None and first.verb.tense == "i" and first.verb.entry.sense in _THOUGHT
        return thinks and any(word.tags & t.COMPLEMENTIZER for word in others)

    def _turned_to(self, sentence: int, at: int, end: int) -> Mention | None:
        """The noun phrase behind the أن at token `at` that turns to another or opens the sentence: غير أن
        القضاة …، يذكر أن الوزير …
        """
        scene = self._stage.scenes[sentence]
        word, before = scene.tokens[at].word, scene.tokens[at - 1].word
        if not word.tags & t.COMPLEMENTIZER or word.pronoun or at + 1 >= end:
            return None
        if not (before.rules & t.CONTRAST or at <= _LAST_OPENING and not before.nominal):
            return None
        first = scene.tokens[at + 1].word
        named = first.tags & SPEAKING and first.nominal
        phrase = noun_phrase(scene, at + 1, end, frozenset({"NP"})) if named else None
        return self._stage.mention_of(scene, phrase) if phrase is not None else None

    def _clause_subject(self, sentence: int, at: int, end: int, begins: bool) -> Mention | None:
        """The subject of the clause that token `at` opens, after a comma or connective or where what was said
        begins.
        """
        turned = self._turned_to(sentence, at, end)
        if turned is not None:
            return turned
        tokens = self._stage.scenes.tokens[sentence]
        word, before = tokens[at].word, tokens[at - 1].word
        leads = t.CONNECTIVE | t.PERFECTIVE | RELATIVE
        opens = begins or word.conjunction or before.text in COMMAS or before.tags & leads
        if before.text in COMMAS and (named := acts_by_name(self._stage.scenes[sentence], at, end)):
            return self._stage.mention_of(self._stage.scenes[sentence], named)
        return self.after_verb(sentence, at, end) if opens else None

    def _before_verb(self, sentence: int, at: int) -> Mention | None:
        """The subject between أن or a connective and the finite verb at token `at`: لكن الصحيفة كشفت"""
        scene = self._stage.scenes[sentence]
        word = scene.tokens[at].word
        known = word.tags & t.AUXILIARY or is_finite(word) or word.rules & t.CONTACT
        unlike = word.tags or word.key[0] not in "يت"
        if word.conjunction or not known and unlike:
            return None
        negated = bool(scene.tokens[at - 1].word.tags & t.NEGATION)  # أن الوزير لم يوافق
        done = bool(scene.tokens[at - 1].word.tags & t.PERFECTIVE)  # كان الوزير قد زار
        stop = at - (negated or done)
        stop -= stop > 1 and scene.tokens[stop - 1].word.tags & t.AUXILIARY > 0  # أن الوزير كان قد زار
        stop -= stop > 1 and stop - 1 in scene.closing  # أن الوزير «زار المصنع ووعد بكذا»
        for start in range(stop - 1, max(at - _MOST_SUBJECT_WORDS, -1), -1):
            before = scene.tokens[start - 1].word if start else NOTHING
            opens = before.tags & _BEFORE_TOPIC and not before.pronoun or start - 1 in scene.closing
            if not (opens or start == 0 or before.text in COMMAS):
                continue
            if done and before.tags & t.COMPLEMENTIZER and start - 1 > _LAST_OPENING:
                return None  # أفادت أن الوزير قد زار; not يذكر أن الوزير قد زار
            if before.text in COMMAS and start > 1 and scene.tokens[start - 2].word.tags & t.NAME:
                continue  # فلان، عميد كلية كذا
            named = scene.tokens[start].word.nominal and may_speak(scene.tokens, start, stop)
            phrase = noun_phrase(scene, start, stop, frozenset({"NP"})) if named else None
            if phrase is None or phrase.end != stop:
                if before.text in COMMAS:
                    continue  # رئيس البلدية، فلان، زار
                return None
            made = self._stage.mention_of(scene, phrase)
            shown = "f" if negated and word.stem.startswith("ت") else verb_gender(word)  # لم تلتزم
            if made is None or not same_gender(made.gender, shown):
                return None
            return made if made.gender else structs.replace(made, gender=shown)
        return None

    def _of_verb(self, sentence: int, at: int, end: int) -> Mention | None:
        """The subject before or behind the finite verb at token `at`, None where none stands there."""
        if sentence != self._read_in:
            self._read_in, self._read = sentence, {}
        asked = (at, min(end, at + _FARTHEST_END))
        if asked not in self._read:
            before = self._before_verb(sentence, at) if at else None
            self._read[asked] = before or self.after_verb(sentence, *asked)
        return self._read[asked]

    def after_verb(self, sentence: int, at: int, end: int) -> Mention | None:
        """The subject that follows the finite verb at token `at`, None where no such verb stands there."""
        scene = self._stage.scenes[sentence]
        tokens = scene.tokens
        if not is_clause_verb(tokens, at, end):
            return None
        if (phrase := called_behind(scene, at, end)) is not None:
            return self._stage.mention_of(scene, phrase)
        start = past_place(tokens, past_asides(tokens, at + 1, end), end)
        if start + 1 < end and tokens[start].word.tags & t.DEMONSTRATIVE and tokens[start + 1].word.article:
            start += 1  # أجرى هذا الخبير مقابلة
        if start + 1 < end and verb_gender(tokens[at].word) == "f" and _utterance(tokens[start].word):
            start += 1  # أثارت تصريحات الوزير
        held = (
            start + 1 < end
            and tokens[start].word.rules & t.HOLDINGS
            and tokens[start + 1].word.tags & _BODIES
        )
        start += held > 0  # هبط سهم الشركة
        if start >= end or not may_be_subject(tokens, start, end, tokens[at].word):
            return None
        phrase = noun_phrase(scene, start, end, GOVERNED)
        made = self._stage.mention_of(scene, before_object(scene, phrase)) if phrase is not None else None
        own = not (held or _utterance(tokens[start - 1].word))
        if made is not None and own and tokens[at].word.tags & t.VERB and _disagree(tokens[at].word, made):
            return None  # نعت الوزارة الفنان
        return self._with_name(sentence, _shown_by(tokens[at].word, made) if own else made)

    def _with_name(self, sentence: int, subject: Mention | None) -> Mention | None:
        """The subject with the name behind it, where an adjective might have been an object: التقت النائبة
        المعارضة فلانة.
        """
        if subject is None or subject.name or subject.kind != "person":
            return subject
        people = self._stage.people_in(sentence)
        return next((person for person in people if person.start == subject.start and person.name), subject)

    def _behind_object(self, sentence: int, verb: int, end: int) -> Mention | None:
        """The person named behind a verb's object of one word: حضر الجلسة رئيس البرلمان فلان."""
        scene = self._stage.scenes[sentence]
        tokens = scene.tokens
        shown = verb + 1 < end and tokens[verb + 1].word.tags & t.DEMONSTRATIVE  # درس هذه الفترة الباحث فلان
        begin = verb + bool(shown)
        if begin + 2 >= end:
            return None
        before, verb = tokens[verb].word, begin
        if before.article or before.preposition:
            return None
        thing, word = tokens[verb + 1].word, tokens[verb + 2].word
        known = thing.article and not thing.preposition and not thing.tags & SPEAKING
        person = t.ROLE | t.TITLE | (t.SURE_NAME if before.pronoun else 0)  # شاركه الرأي أحمد السعيد
        named = word.tags & person and not (word.preposition or word.conjunction)
        if not known or not named or word.article and not (before.pronoun or shown):
            return None  # حضر الجلسة الرئيس; but شاطره الرأي الرئيس
        phrase = noun_phrase(scene, verb + 2, end, frozenset())
        made = self._stage.mention_of(scene, phrase) if phrase is not None else None
        return made if made is not None and made.name and made.kind == "person" else None

    def _called(self, scene: Scene, at: int, end: int) -> Mention | None:
        """The one who is named behind the هو at token `at`: المرشح الثالث هو فلان."""
        if at + 1 >= end or not scene.tokens[at].word.tags & t.PRONOUN:
            return None
        phrase = noun_phrase(scene, at + 1, end, GOVERNED)
        made = self._stage.mention_of(scene, phrase) if phrase is not None else None
        return made if made is not None and made.name else None

    def subject_of(self, sentence: int, cue: int) -> Mention | None:
        """The subject of a sentence's main verb, looked for before token `cue`, once for all who ask."""
        asked = (sentence, cue)
        if asked not in self._first:
            self._first[asked] = self._first_subject(*asked)
        return self._first[asked]

    def _first_subject(self, sentence: int, cue: int) -> Mention | None:
        scene = self._stage.scenes[sentence]
        at = past_connectives(scene.tokens, cue)
        phrase = leading_phrase(scene, at, cue)
        if phrase is not None:
            called = self._called(scene, phrase.end, cue)
            made = self._stage.mention_of(scene, phrase)
            if phrase.start == at + 1:
                made = _shown_by(scene.tokens[at].word, made)
            return called or self._with_name(sentence, made)
        place = past_place(scene.tokens, at, cue)
        if place > at:  # ومن بين هؤلاء المحامي فلان
            phrase = noun_phrase(scene, place, cue, GOVERNED)
            return self._stage.mention_of(scene, phrase) if phrase is not None else None
        behind = self._behind_object(sentence, at, cue)
        if behind is not None:
            return behind
        turned = (self._turned_to(sentence, start, cue) for start in range(1, min(_LAST_OPENING + 2, cue)))
        topic = next((found for found in turned if found is not None), None)
        if topic is not None:
            return topic
        # the verb at `at` once more: leading_phrase has not looked past أمس, معه and the like
        subjects = (self._of_verb(sentence, start, cue) for start in range(at, cue))
        return next((found for found in subjects if found is not None), None)


def _shown_by(verb: Word, subject: Mention | None) -> Mention | None:
    """The subject with the gender that its verb shows, where its full name shows none: شاركت نوفال الولرز."""
    if subject is None or subject.gender or subject.plural or len(subject.name_keys) == 1:
        return subject
    if subject.kind != "person" or not (verb.tags & t.VERB or is_finite(verb)):
        return subject
    return structs.replace(subject, gender=verb_gender(verb))


def _tells_of_relative(tokens: list[Token], cue: int) -> bool:
    """Whether a verb tells of what stands before its relative, so that who spoke before says it: قال إن الحزب
    يواجه الأزمة التي قال إنها موروثة.
    """
    if not cue or not tokens[cue - 1].word.tags & t.RELATIVE or cue + 1 >= len(tokens):
        return False
    opening = tokens[cue + 1].word
    return bool(opening.tags & t.COMPLEMENTIZER and opening.pronoun)


def _more_than_one(statement: Statement, subject: Mention) -> bool:
    """Whether a participle or verb of one man cannot go with several: شكر الشعوب، متهما، وقال."""
    told = statement.by.startswith(("participle", "verb"))
    one = told and statement.gender == "m" and statement.number == "s"
    return one and subject.plural and subject.kind == "group"


def _utterance(word: Word) -> bool:
    """Whether a noun is what somebody said, who is named behind it: تصريحات الوزير."""
    said = word.tags & (t.SETTING | t.DOCUMENT) and any(form.tense == "s" for form in word.forms)
    return bool(said) and not (word.article or word.pronoun or word.preposition)


def _disagree(verb: Word, subject: Mention) -> bool:
    """Whether one person or body can be no subject of a verb before it for its gender."""
    return not subject.plural and not same_gender(subject.gender, verb_gender(verb))
