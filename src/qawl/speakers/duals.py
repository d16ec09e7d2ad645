"""Two who speak together -> how the article names them: الوزيران، الزعيمان، الكاتبان، الدولتان."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.word import NOTHING, Token
from qawl.model import Speaker
from qawl.phrases import noun_phrase
from qawl.speakers.likeness import one_word, without_feminine
from qawl.speakers.mention import Mention
from qawl.speakers.people import People
from qawl.speakers.stage import Stage
from qawl.speakers.together import together

_TWO = 2
"""Those whom a dual means."""
_SENTENCES_BACK = 3
"""Sentences before in which two are looked for whom the article only names together."""
_LONGEST_STATE = 2
"""Words of the name of a state: الولايات المتحدة."""
_MANY_BACK = 8
"""Sentences before in which two of one office are looked for."""


class Duals:
    """Finds who is meant by a dual."""

    def __init__(self, stage: Stage, people: People) -> None:
        self._stage = stage
        self._people = people

    def speaker(self, source: Mention) -> Speaker | None:
        """The two whom a dual that stands alone means: الباحثان."""
        if not (source.points_back and source.definite and source.kind == "group"):
            return None
        if not source.head.endswith("ان"):
            return None
        one = f"{source.head[:-3]}ة" if source.head.endswith("تان") else source.head[:-2]  # الباحثتان
        if not self._stage.lexicon.words[one].tags & t.ROLE:
            return self._pair(source) or self._states(source)
        return (
            self._met(source, one)
            or self._so_called(source)
            or self._named_so(source)
            or self._stage.last(lambda speaker, gender, plural: plural and " و" in speaker.name)
            or self._one_by_one(source, one)
            or self._stage.last(lambda speaker, gender, plural: plural)
        )

    def _met(self, source: Mention, one: str) -> Speaker | None:
        """The two of an office whom a sentence before names: التقى الوزير فلان نظيره فلانا. وأكد الوزيران."""
        here = self._stage.scenes.at(source.start)
        far = _SENTENCES_BACK if self._stage.is_a(one, t.ANY_OFFICIAL) else _MANY_BACK
        for number in range(here, max(here - far, -1), -1):
            people = {
                person.name: person
                for person in self._stage.people_in(number)
                if person.end <= source.start and len(person.name_keys) > 1
            }
            if any(map(self._joint, people.values())):
                return None  # two names read as one: وزيرا الدفاع الفرنسي فلان والألماني فلان
            peers = any(
                self._stage.is_a(office, t.COUNTERPART) for who in people.values() for office in who.offices
            )
            holders = [who for who in people.values() if self._holds(who, one)]
            if len(people) == _TWO and (peers or len(holders) == _TWO):
                return self._both([self._people.bearing_name(who, "") for who in people.values()])
            if len(holders) > 1:
                return None
        return None

    def _holds(self, person: Mention, one: str) -> bool:
        """Whether a person has the office that a dual tells of two: a king and a president are الزعيمان."""
        role = self._people.bearing_name(person, "").role or ""
        words = self._stage.lexicon.words
        offices = person.offices | {words[word].stem for word in role.split()[:1]}
        if self._stage.is_a(one, t.ANY_OFFICIAL):
            return bool(offices)
        alike = {without_feminine(one)} | self._stage.lexicon.synonyms.get(without_feminine(one), frozenset())
        leads = self._stage.is_a(one, t.LEADER) and any(self._stage.is_a(o, t.RULER) for o in offices)
        return leads or not alike.isdisjoint(map(without_feminine, offices))

    def _joint(self, person: Mention) -> bool:
        """Whether the names of two were read as one person's."""
        return any(self._stage.lexicon.words[word].conjunction == "و" for word in person.name.split()[1:])

    @staticmethod
    def _both(two: list[Speaker]) -> Speaker | None:
        names = list(dict.fromkeys(speaker.name for speaker in two))
        because = ("the two named together before",)
        return Speaker(" و".join(names), "group", because=because) if len(names) == _TWO else None

    def _so_called(self, source: Mention) -> Speaker | None:
        """The several who spoke last and were called so: الباحثان فلان وفلان … قال خبراء … وأضاف الباحثان."""
        for statement, speaker, _, plural in reversed(self._stage.spoke):
            named = statement.source
            if plural and named is not None and source.head in self._stage.text[named.start : named.end]:
                return speaker
        return None

    def _named_so(self, source: Mention) -> Speaker | None:
        """The two whom the article named last before with the word: زارت الطالبتان فلانة وفلانة المعرض، مقال
        للكاتبين فلان وفلان.
        """
        for number in reversed(self._stage.scenes.holding({source.head, f"{source.head[:-2]}ين"})):
            scene = self._stage.scenes[number]
            for at, token in enumerate(scene.tokens):
                same = token.word.article and one_word(token.word.stem, source.head)
                if not same or token.start >= source.start:
                    continue
                phrase = noun_phrase(scene, at, len(scene.tokens), frozenset({"NP"}), attached=True)
                made = self._stage.mention_of(scene, phrase) if phrase is not None else None
                names = together(self._stage, made) if made is not None else None
                if names:
                    return Speaker(names, "group", because=("the two named so before",))
        return None

    def _one_by_one(self, source: Mention, one: str) -> Speaker | None:
        """The two persons who spoke whom alone the article calls so: قال الطبيب فلان … وقال الطبيب فلان …
        وأكد الطبيبان.
        """
        before = [role for role in self._stage.roles if role.start < source.start and not self._joint(role)]
        people = [role for role in before if self._holds(role, one)]
        names = {self._people.bearing_name(role, "").name for role in people}
        spoke = {speaker.name: speaker for _, speaker, *_ in self._stage.spoke if speaker.name in names}
        return self._both(list(spoke.values())) if len(names) == len(spoke) == _TWO else None

    def _pair(self, source: Mention) -> Speaker | None:
        """The two who spoke last of all, where they are joined: مصر وقطر … وأضاف البلدان, إيرباص وبوينغ …
        وأضافت الشركتان.
        """
        two = source.tags & (t.GROUP | t.ORGANISATION)
        last = self._stage.spoke[-1] if two and self._stage.spoke else None
        return last[1] if last is not None and last[3] and " و" in last[1].name else None

    def _states(self, source: Mention) -> Speaker | None:
        """The two states named together before, and no others: وقعت فنلندا والسويد … وأعلنت الدولتان."""
        if not self._stage.is_a(source.head, t.TWO_STATES):
            return None
        here = self._stage.scenes.at(source.start)
        for number in range(here, max(here - _SENTENCES_BACK, -1), -1):
            found = self._joined_states(self._stage.scenes.tokens[number], source.start)
            if found:
                name = found.pop()
                return None if found else Speaker(name, "group", because=("the two named together before",))
        return None

    def _joined_states(self, tokens: list[Token], before: int) -> set[str]:
        """The states joined by و in a sentence, by two: السودان وإثيوبيا; none of three or more."""
        found = set()
        for at in range(1, len(tokens)):
            if tokens[at].end > before or tokens[at].word.conjunction != "و":
                continue
            first = next(
                (k for k in range(max(at - _LONGEST_STATE, 0), at) if self._is_state(tokens[k:at])), at
            )
            ends = range(min(at + _LONGEST_STATE, len(tokens)), at, -1)
            end = next((k for k in ends if self._is_state(tokens[at:k])), at)
            after = tokens[end].word if end < len(tokens) else NOTHING
            if first < at < end and not (after.conjunction or tokens[first].word.conjunction):
                name = self._stage.text[tokens[first].start : tokens[end - 1].end]
                found.add(name.removeprefix(tokens[first].word.preposition))
        return found

    def _is_state(self, tokens: list[Token]) -> bool:
        """Whether words are the name of a state or its capital, be it with و or a preposition before."""
        words = [token.word for token in tokens]
        name = " ".join([words[0].key, *(word.key for word in words[1:])])
        attached = words[0].conjunction + words[0].preposition
        known = self._stage.lexicon.known.get(name.removeprefix(attached))
        return known is not None and known.kind == "place"
