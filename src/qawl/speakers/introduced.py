"""The sentence before a statement whose subject is only in the verb -> whom it brings in."""

from __future__ import annotations

from collections.abc import Callable

from qawl import fold
from qawl.lexicon import tags as t
from qawl.lexicon.word import NOTHING, Token, Word
from qawl.model import Speaker, Statement
from qawl.scene import COMMAS
from qawl.speakers.likeness import same_gender
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage, holds
from qawl.speakers.subjects import Subjects
from qawl.speakers.subjectwords import is_finite

Found = tuple[Speaker, str, bool]
"""A speaker, the gender, whether more than one."""
_SENTENCES_BACK = 3
"""Sentences before in which the first subject is looked for."""
_VERB = t.VERB | t.VERBAL_NOUN | t.NAMES
"""What a verb may be written like: نظم، منح."""
OPENING = t.CONNECTIVE | t.PERFECTIVE | t.AUXILIARY | t.COMPLEMENTIZER
"""Words before a verb with which a sentence still begins: وقد قال، غير أنه قال."""
_BEFORE_BODY = OPENING | t.VERB
"""Words before the body that a sentence is about: وقد سحبت الحركة، غير أن الحركة."""


class Introduced:
    """Looks for who is brought in, without being let speak, before a statement."""

    def __init__(self, stage: Stage, subjects: Subjects, named: Callable[[Mention], Speaker]) -> None:
        self._stage = stage
        self._subjects = subjects
        self._named = named

    def introduced(self, statement: Statement) -> Found | None:
        """The person whom the sentence before brings in without letting him speak: التقى
        المدرب … . وقال إن.
        """
        number = statement.sentence - 1
        if not self.silent(number):
            return None
        if not self._stage.spoke:
            return self._brought_in(self._first_with_subject(number), statement)
        found = self._brought_in(number, statement)
        if found is None and self.silent(number - 1):
            issued = self._stage.scenes[number - 1].tokens[0].word.rules & t.ISSUED
            return self._brought_in(number - 1, statement) if issued or self._of_things(number) else None
        return found

    def _of_things(self, number: int) -> bool:
        """Whether a sentence of the body tells of nobody: زار الوزير المصنع. وارتفعت الأسعار. وقال."""
        scene = self._stage.scenes[number]
        if scene.kind != "body" or self._stage.people_in(number):
            return False
        return self._subjects.subject_of(number, len(scene.tokens)) is None

    def silent(self, number: int) -> bool:
        """Whether there is such a sentence and nobody speaks in it."""
        return number >= 0 and not self._stage.spoke_in(number)

    def _brought_in(self, number: int, statement: Statement) -> Found | None:
        """The subject of a sentence in which nobody speaks, where it fits."""
        tokens = self._stage.scenes[number].tokens
        if any(holds(entry[0], tokens[0].start) for entry in self._stage.spoke):
            return None  # "… . لكن السفينة غرقت". وقال
        again = self._named_again(tokens[:2])
        if again is not None and same_gender(again[1], statement.gender) and statement.number != "p":
            return again
        subject = self._subjects.subject_of(number, len(tokens))
        brought = self._by_name_alone(number, statement, subject)
        if brought is not None:
            return brought
        if subject is not None and not same_gender(subject.gender, statement.gender):
            subject = self.only_other(number, statement)
        if subject is None:
            return None
        person = subject.kind == "person" and subject.name != "" and statement.number != "p"
        before = [token.word for token in tokens if token.end <= subject.start]
        fronted = before and (before[0].tags & (t.PREPOSITION | t.TIME) or before[0].preposition)
        if subject.kind == "group" and subject.gender != "f" and statement.number == "s":
            return None  # وتجمع مئات المحتجين. وأضاف
        opens = any(word.tags & t.COMPLEMENTIZER for word in before)  # يذكر أن المشروع بدأ
        said = not opens and any(word.verb is not None for word in before[:2])
        role = subject.kind == "person" and self._stage.is_a(subject.head, t.OFFICE | t.SPOKESMAN)
        body = subject.definite and not subject.plural and (role or subject.kind in ("organisation", "place"))
        behind = next((token.word for token in tokens if token.start >= subject.end), NOTHING)
        acted = body and (_only_verb(before, behind) or all(map(_leads_to_body, before)))
        acted = acted and (bool(before) or _may_be_verb(behind))  # الوزارة أغلقت المصنع
        if any(word.rules & t.STATIVE for word in before[:2]):
            said = acted = False  # وتتكون اللجنة من خمسة أعضاء. وأضافت
        both = statement.number == "d" and subject.kind == "group"  # التقى الوزيران. وأكدا
        others = any(agree(statement, gender, plural) for *_, gender, plural in self._stage.spoke)
        if others and not (person or fronted or said or acted or both):
            return None
        if others and subject.gender == "f" and len(before) == 1 and _of_a_man(before[0]):
            return None  # ونظم المهرجان الممثلة فلانة: she is no subject of it
        speaker = self._named(subject)
        if others and speaker.kind == "group" and statement.number == "s" and statement.gender == "m":
            return None  # وشارك الباحث فلان والباحثة فلانة. وأشار
        return speaker, statement.gender or subject.gender, subject.plural

    def _by_name_alone(self, number: int, statement: Statement, subject: Mention | None) -> Found | None:
        """The one whom a sentence brings in by name alone, with no other subject: لا تنام فلانة. وتقول."""
        brought = self._stage.brought_in(number)
        if brought is None or statement.number == "p" or not same_gender(brought[1], statement.gender):
            return None
        person, gender = brought
        if subject is not None and not (
            subject.start <= person.start < subject.end and same_gender(subject.gender, statement.gender)
        ):
            return None
        return self._named(person), statement.gender or gender, False

    def _named_again(self, tokens: list[Token]) -> Found | None:
        """The one who spoke and whose surname begins a sentence before its verb: صوراني يعتبر نفسه …"""
        if len(tokens) < 2 or not (tokens[1].word.verb or tokens[1].word.tags & t.VERB):
            return None
        return self.of_surname(tokens[0].word)

    def of_surname(self, word: Word) -> Found | None:
        """The one who spoke and bears a surname."""
        for _, speaker, gender, _ in reversed(self._stage.spoke):
            surname = fold.key(speaker.name.split()[-1])
            if speaker.kind == "person" and word.key in (surname, surname.removeprefix("ال")):
                return speaker, gender, False
        return None

    def taken_up(self, statement: Statement) -> Found | None:
        """The one who spoke and whose surname stands, behind nothing but a connective, before the verb or the
        one on which a participle or noun of saying hangs: لكن فلانا أكد, غير أن فلانا رفض ذلك، مؤكدا.
        """
        tokens, cue = self._stage.scenes[statement.sentence].tokens, self._stage.cue_token(statement)
        last = cue - 1 - (tokens[cue - 1].word.text in COMMAS)
        if not statement.by.startswith(("participle", "noun")):
            last = cue if statement.by.startswith("verb") and tokens[cue].word.conjunction != "و" else 0
        opening = OPENING & ~t.COMPLEMENTIZER if self._stage.spoke_in(statement.sentence) else OPENING
        for at in range(last, 0, -1):
            word, before = tokens[at].word, tokens[at - 2].word if at > 1 else NOTHING
            if word.text in COMMAS or word.conjunction == "و" and is_finite(word):
                return None
            verb = word.verb is not None or word.tags & t.VERB
            if verb and (at == 1 or before.tags & opening or before.rules & t.CONTRAST):
                found = self.of_surname(tokens[at - 1].word)
                if found is not None and same_gender(found[1], statement.gender):
                    return found
            if at == cue:
                return None
        return None

    def _first_with_subject(self, number: int) -> int:
        """The nearest sentence back from one that brings in a subject, where nobody has spoken yet: وصل
        الوزير إلى المدينة. ومن المقرر كذا. وقال.
        """
        for earlier in range(number, max(number - _SENTENCES_BACK, -1), -1):
            tokens = self._stage.scenes[earlier].tokens
            if self._subjects.subject_of(earlier, len(tokens)) is not None:
                return earlier
        return number

    def only_other(self, number: int, statement: Statement) -> Mention | None:
        """The one person of the verb's gender whom a sentence names, where nobody of it spoke: استقبل الوزير
        وزيرة كذا فلانة. وقالت.
        """
        if any(agree(statement, gender, plural) for *_, gender, plural in self._stage.spoke):
            return None
        people = [
            person
            for person in self._stage.people_in(number)
            if person.gender == statement.gender and person.kind == "person" and person.name
        ]
        return people[0] if len(people) == 1 and statement.number == "s" else None


def _of_a_man(word: Word) -> bool:
    """Whether a word may be a verb, and is none of a woman: نظم، not نظمت، تنظم."""
    bare = word.kind == "word" and not (word.article or word.preposition or word.tags & ~_VERB)
    return bare and not (word.stem.startswith("ت") or word.key.endswith(("ت", "ة")))


def _leads_to_body(word: Word) -> bool:
    return bool(word.tags & _BEFORE_BODY or word.rules & t.CONTRAST)


def _only_verb(before: list[Word], behind: Word) -> bool:
    """Whether the one word before a body is a verb, since its object stands behind: نظم النادي ندوة."""
    first = before[0] if len(before) == 1 else NOTHING
    thing = behind.nominal and not behind.article and behind.key.endswith(("ة", "ا"))
    return bool(thing) and first.kind == "word" and not (first.article or first.preposition)


def _may_be_verb(behind: Word) -> bool:
    """Whether a word behind a body is a verb, or may be one and no adjective: الاتحاد رفض العرض."""
    return is_finite(behind) or behind.verb is not None and not (behind.article or behind.preposition)


def agree(statement: Statement, gender: str, plural: bool) -> bool:
    if statement.number == "p":
        return plural
    if not same_gender(statement.gender, gender) or statement.number == "d" and not plural:
        return False
    return not (plural and statement.number == "s" and statement.gender == "m")
