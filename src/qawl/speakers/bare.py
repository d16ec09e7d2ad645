"""A role -> whom the text names without one: كان كاظم جابر يعد التمر … وقال المزارع العراقي."""

from __future__ import annotations

from itertools import takewhile

from qawl.lexicon import tags as t
from qawl.lexicon.shape import relational
from qawl.lexicon.word import NOTHING, Word
from qawl.model import Speaker
from qawl.speakers import figures
from qawl.speakers.likeness import same_gender
from qawl.speakers.mention import Mention
from qawl.speakers.people import People
from qawl.speakers.stage import Stage, holds

_BODIES = t.ORGANISATION | t.KNOWN_ORGANISATION | t.MEDIA | t.OUTLET


class Bare:
    """Finds the last who was brought in by name alone, or spoke, with no role beside the name."""

    def __init__(self, stage: Stage, people: People) -> None:
        self._stage = stage
        self._people = people

    def brought_in_since(self, source: Mention) -> Speaker | None:
        """Whom the sentences since somebody spoke bring in."""
        return self._person(source, self._stage.spoke[-1][0].sentence if self._stage.spoke else -1)

    def person(self, source: Mention) -> Speaker | None:
        """Whom a role describes that nobody in the article has."""
        return self._person(source, -1)

    def _person(self, source: Mention, since: int) -> Speaker | None:
        last = self._stage.scenes.at(source.start)
        if since >= last or not self._describes(source) or self._inside_words(source):
            return None
        for number in range(last, since, -1):
            found = self._spoke(source, number) or (self._subject(source, number) if number < last else None)
            if found is not None:
                return found
        return None

    def _inside_words(self, source: Mention) -> bool:
        """Whether a role stands in what somebody says, who calls nobody so for the article."""
        return any(holds(statement, source.start) for statement, *_ in self._stage.spoke)

    def _describes(self, source: Mention) -> bool:
        """Whether a definite role tells what somebody is, and not what he is of which body or to whom."""
        if not source.definite or not source.tags & t.ROLE or source.role or source.plural:
            return False
        if self._stage.is_a(source.head, t.SPOKESMAN | t.COUNTERPART | t.OFFICE | t.AUTHOR):
            return False
        first, *others = (self._stage.lexicon.words[word] for word in source.text.split())
        if first.pronoun or any(word.pronoun for word in others):
            return False
        if not first.article:
            own = not first.tags & t.RELATION or bool(others) and others[0].rules & t.LOCALITY  # ابن القرية
            return bool(others and own) and not any(map(_of_a_body, others))
        told = all(map(self._qualifies, takewhile(lambda word: not word.tags & t.REFLEXIVE, others)))
        anybody = (first.tags | self._stage.lexicon.words[first.stem].tags) & t.ANY_ROLE  # السيدة
        craft = self._stage.is_a(source.head, t.CRAFT)  # المصور
        return told and bool(others or anybody or craft or self._aged(source))

    def _aged(self, source: Mention) -> bool:
        """Whether the age is told behind a role: المزارع البالغ من العمر 60 عاما."""
        tokens = self._stage.scenes[self._stage.scenes.at(source.start)].tokens
        after = self._stage.place_in_sentence(source.end)
        return after < len(tokens) and bool(tokens[after].word.rules & t.AGED)

    def _qualifies(self, word: Word) -> bool:
        if not word.article or word.preposition:
            return False
        nation = self._stage.lexicon.words[word.stem].tags & t.NATIONALITY
        return bool(
            nation
            or word.rules & t.AGED
            or word.tags & (t.ADJECTIVE | t.ANY_ROLE)
            or relational(word)
            or not word.tags
        )

    def _spoke(self, source: Mention, number: int) -> Speaker | None:
        """The last who spoke in a sentence and of whom no role is told."""
        for _, speaker, gender, plural in reversed(self._stage.spoke_in(number)):
            if not plural and self._may_be(source, speaker, gender):
                return speaker
        return None

    def _subject(self, source: Mention, number: int) -> Speaker | None:
        """The person whom a sentence brings in."""
        found = self._stage.brought_in(number) or self._of_nation(number)
        if found is None:
            return None
        subject, gender = found
        named = self._people.named if len(subject.name_keys) > 1 else self._people.bearing_name
        speaker = named(subject, f"brought in: {subject.text}")
        return speaker if self._may_be(source, speaker, gender) else None

    def _of_nation(self, number: int) -> tuple[Mention, str] | None:
        """The only person whom a sentence names, with no more than his nation: فاز الإسباني كارلوس غارسيا."""
        people = self._stage.people_in(number)
        if len(people) != 1 or people[0].role or len(people[0].name_keys) < 2:
            return None
        before = self._stage.word_before(people[0].start) or NOTHING
        nation = before.article and self._stage.lexicon.words[before.stem].tags & t.NATIONALITY
        return (people[0], people[0].gender) if nation else None

    def _may_be(self, source: Mention, speaker: Speaker, gender: str) -> bool:
        """Whether a person of no role that is told is of the gender and country that a role shows."""
        if speaker.kind != "person" or speaker.role and not self._by_another(speaker.role):
            return False
        if not same_gender(gender, source.gender):
            return False
        figure = figures.figure_of(self._stage.lexicon, speaker.name)
        return figure is None and not figures.elsewhere(self._stage.lexicon, speaker.name, "", source)

    def _by_another(self, role: str) -> bool:
        """Whether a role tells no more than to whom somebody is what he is: زميله في الفريق."""
        first = self._stage.lexicon.words[role.split()[0]]
        return bool(first.pronoun and (first.rules & t.COUNTERPART or first.tags & t.RELATION))


def _of_a_body(word: Word) -> bool:
    return bool(word.tags & _BODIES or word.rules & t.MINISTRY or word.preposition)
