"""Who is meant by a word that names nobody by itself: سموه، الأخير، نجم الفريق."""

from __future__ import annotations

from qawl import fold
from qawl.lexicon import tags as t
from qawl.lexicon.word import Token
from qawl.phrases import noun_phrase
from qawl.speakers.likeness import same_gender
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage, holds

_SENTENCES_BACK = 2
"""Sentences before in which the last who was named may stand."""


class StandIns:
    """The persons for whom an honorific, الأخير or الراحل stands."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def person(self, source: Mention) -> Mention | None:
        """The person named before for whom the source stands, None where it names one itself or nobody is
        found.
        """
        if source.honorific:
            return self._titled(source)
        return self.latest(source) if self._stage.is_a(source.head, t.LATEST | t.DEPARTED) else None

    def body(self, source: Mention) -> Mention | None:
        """The body, country or role with no name told of last before in the sentence for which الأخيرة
        stands, None where a person was named later: هاجمت الحركة، لكن الأخيرة نفت; سأل الطبيب، وأكد الأخير.
        """
        if not self._stage.is_a(source.head, t.LATEST):
            return None
        sentence = self._stage.scenes.at(source.start)
        scene = self._stage.scenes[sentence]
        feminine = source.head.endswith("ة")
        person = self.latest(source)
        end = len(scene.tokens)
        for at in range(end - 1, -1, -1):
            word, start = scene.tokens[at].word, scene.tokens[at].start
            if start == source.start and at:
                end = at - (scene.tokens[at - 1].word.noun is not None)  # النقابة | وإعلان الأخيرة أنها
            if start >= source.start or word.tags & (t.SURE_NAME | t.TITLE):
                continue
            if person is not None and person.end > start:
                return None
            held = word.preposition or at and scene.tokens[at - 1].word.tags & t.PREPOSITION
            place = word.tags & t.PLACE and not (word.tags & t.CAPITAL and held)  # اتهمت موسكو كييف
            body = word.tags & t.ORGANISATION or word.tags & t.ROLE and word.article
            if body and word.stem.endswith("ة") == feminine or place and feminine:
                phrase = noun_phrase(scene, at, end, frozenset({"NP", "في"}), attached=True)
                return self._stage.mention_of(scene, phrase) if phrase is not None else None
        return None

    def _titled(self, source: Mention) -> Mention | None:
        """Whoever bears the title or an office that goes with it, in the nearest sentence before; there the
        one who spoke, or else the first.
        """
        offices = self._stage.lexicon.honorifics.get(source.head, ())
        roles = {role for first, *_ in offices for role in self._stage.roles_with(first)}
        before = [role for role in roles if role.start < source.start and role.kind == "person"]
        fitting = [role for role in before if any(_bears(role, office) for office in offices)]
        if not fitting:
            honoured = [role for role in self._stage.roles if role.honoured and role.start < source.start]
            return max(honoured, key=lambda role: role.start, default=None)
        said = [statement for statement, *_ in self._stage.spoke]
        others = [role for role in fitting if not any(holds(statement, role.start) for statement in said)]
        fitting = others or fitting  # أكد سموه أن الأمير فلانا كريم. وقال سموه
        place = max(self._stage.scenes.at(role.start) for role in fitting)
        nearest = [role for role in fitting if self._stage.scenes.at(role.start) == place]
        spoken = [role for role in nearest if role in self._stage.sources]
        return min(spoken or nearest, key=lambda role: role.start)

    def latest(self, source: Mention) -> Mention | None:
        """The last person named before: التقى الوزير فلانا، وقال الأخير; the first of his sentence where one
        is meant who died.
        """
        departed = self._stage.is_a(source.head, t.DEPARTED)
        if departed and (dead := self._dead(source)):
            return dead
        sentence = self._stage.scenes.at(source.start)
        for number in range(sentence, max(sentence - _SENTENCES_BACK, -1), -1):
            before = [
                person
                for person in self._stage.people_in(number)
                if person.end <= source.start and same_gender(person.gender, source.gender)
            ]
            if before:
                return before[0] if departed else max(before, key=lambda person: person.end)
        return None

    def _dead(self, source: Mention) -> Mention | None:
        """The first person whose death the article tells, named behind the word for it: توفي المخرج فلان،
        وقالت الناقدة فلانة … وكان الراحل قد قال; رحيل الروائي فلان.
        """
        for number in range(self._stage.scenes.at(source.start) + 1):
            tokens = self._stage.scenes.tokens[number]
            told = (token for token in tokens if self._stage.is_a(token.word.stem, t.DYING))
            death = next(told, None)
            if death is None or death.start >= source.start:
                continue
            people = [person for person in self._stage.people_in(number) if person.end <= source.start]
            if death.word.pronoun:  # أعلنت عائلة المخرج فلان وفاته
                people = [person for person in people if person.end <= death.start][-1:]
            else:
                people = [person for person in people if person.start >= death.end][:1]
                people = [person for person in people if not self._mourns(tokens, person)]
            if people and same_gender(people[0].gender, source.gender):
                return people[0]
        return None

    def _mourns(self, tokens: list[Token], person: Mention) -> bool:
        """Whether behind a person stands but the word for who died: نعى الرئيس فلان الفقيد."""
        behind = next((token.word for token in tokens if token.start >= person.end), None)
        return behind is not None and behind.article and self._stage.is_a(behind.stem, t.DEPARTED)


def _bears(role: Mention, office: tuple[str, ...]) -> bool:
    """Whether a person named with a role holds an office, by the stems of its words, or is so titled."""
    first, *more = office
    titles = {fold.key(word).removeprefix("ال") for word in role.text.split()} | role.offices
    return first in titles and set(more) <= set(role.keys)
