"""Several people -> how the article names them in full: الوزيران، القادة الثلاثة، أعضاء المجلس."""

from __future__ import annotations

from msgspec import structs

from qawl.lexicon import tags as t
from qawl.model import Speaker
from qawl.phrases import noun_phrase
from qawl.speakers.antecedents import Antecedents
from qawl.speakers.mention import Mention
from qawl.speakers.people import People
from qawl.speakers.stage import Stage
from qawl.speakers.together import together

_TWO = 2
"""Persons that a dual means: الوزيران."""
_SENTENCES_BACK = 3
"""Sentences before in which two who met are looked for."""


class Groups:
    """Finds who is meant by a plural or dual."""

    def __init__(self, stage: Stage, people: People) -> None:
        self._stage = stage
        self._people = people

    def several(self, source: Mention) -> Speaker | None:
        """The several who spoke last: الباحثان."""
        if not (source.points_back and source.definite and source.kind == "group"):
            return None
        if not source.head.endswith("ان"):
            return None
        one = f"{source.head[:-3]}ة" if source.head.endswith("تان") else source.head[:-2]  # الباحثتان
        if not self._stage.lexicon.words[one].tags & t.ROLE:
            return self._pair(source)
        return (
            self._met(source)
            or self._so_called(source)
            or self._named_so(source)
            or self._stage.last(lambda speaker, gender, plural: plural and " و" in speaker.name)
            or self._stage.last(lambda speaker, gender, plural: plural)
        )

    def _so_called(self, source: Mention) -> Speaker | None:
        """The several who spoke last and were called so: الباحثان فلان وفلان … قال خبراء … وأضاف الباحثان."""
        for statement, speaker, _, plural in reversed(self._stage.spoke):
            named = statement.source
            if plural and named is not None and source.head in self._stage.text[named.start : named.end]:
                return speaker
        return None

    def _named_so(self, source: Mention) -> Speaker | None:
        """The two whom the article named last before with the word: زارت الطالبتان فلانة وفلانة المعرض."""
        for number in reversed(self._stage.scenes.holding({source.head})):
            scene = self._stage.scenes[number]
            for at, token in enumerate(scene.tokens):
                if token.word.stem != source.head or not token.word.article or token.start >= source.start:
                    continue
                phrase = noun_phrase(scene, at, len(scene.tokens), frozenset({"NP"}))
                made = self._stage.mention_of(scene, phrase) if phrase is not None else None
                names = together(self._stage, made) if made is not None else None
                if names:
                    return Speaker(names, "group", because=("the two named so before",))
        return None

    def these(self, source: Mention) -> Speaker | None:
        """The several who spoke last, or who are named right before: قال خبراء … ويرى هؤلاء; اعتصم العمال.
        ويطالب هؤلاء.
        """
        word = self._stage.lexicon.words[source.text]
        if not word.rules & t.THESE or word.preposition:
            return None
        spoke = self._stage.last(lambda speaker, gender, plural: plural)
        group = Antecedents(self._stage).group_named_before(source.start) if spoke is None else None
        if group is None:
            return spoke
        return Speaker(group.text, "group", strength="likely", because=(f"those named before: {group.text}",))

    def _pair(self, source: Mention) -> Speaker | None:
        """The two who spoke last of all, where they are joined: مصر وقطر … وأضاف البلدان, إيرباص وبوينغ …
        وأضافت الشركتان.
        """
        two = source.tags & (t.GROUP | t.ORGANISATION)
        last = self._stage.spoke[-1] if two and self._stage.spoke else None
        return last[1] if last is not None and last[3] and " و" in last[1].name else None

    def _met(self, source: Mention) -> Speaker | None:
        """The two of an office named together before: التقى الوزير فلان نظيره فلانا. وأكد الوزيران."""
        here = self._stage.scenes.at(source.start)
        for number in range(here, max(here - _SENTENCES_BACK, -1), -1):
            people = {
                person.name: person
                for person in self._stage.people_in(number)
                if person.end <= source.start and len(person.name_keys) > 1 and person.offices
            }
            if not people:
                continue
            offices = {office for person in people.values() for office in person.offices}
            if len(people) != _TWO or source.head.removesuffix("ان") not in offices:
                return None
            name = " و".join(self._people.bearing_name(person, "").name for person in people.values())
            return Speaker(name, "group", because=("the two named together before",))
        return None

    def named(self, source: Mention) -> Mention | None:
        """The definite group before whose members the source calls by fewer words: أعضاء المجلس، الأعضاء."""
        if not source.keys or not source.text.startswith("ال"):
            return None
        for other in reversed(self._stage.organisations_with(source.keys[0])):
            words = [self._stage.lexicon.words[word] for word in other.text.split()]
            other_words = t.PREPOSITION | t.QUANTIFIER  # القراصنة الأربعة are not all
            plain = not any(word.conjunction or word.tags & other_words for word in words[1:])
            same = set(source.keys) <= set(other.keys) and len(other.keys) > len(source.keys)
            described = not words[0].article or all(word.article for word in words)
            if other.start < source.start and same and plain and described and other.definite:
                return other
        return None

    def spoken(self, source: Mention) -> Speaker | None:
        """The group of somewhere that spoke last, by its head: باحثون من جامعة أكسفورد … وأضاف الباحثون; قادة
        مصر والأردن … وشدد القادة.
        """
        words = self._stage.lexicon.words
        people = self._stage.is_a(source.head, t.AUDIENCE)  # السكان are all of them
        keys = tuple(key for key in source.keys if not words[key].tags & t.QUANTIFIER)
        if len(keys) < len(source.keys):
            keys = keys[:1]  # القادة الثلاثة، قادة الدول الثلاث
        if people or len(keys) != 1 or not source.definite:
            return None
        bare = structs.replace(source, keys=keys)
        return self._stage.last(
            lambda speaker, *_: (
                speaker.kind == "group"
                and self._of_some(speaker.name.split())
                and self._stage.same_head(speaker, bare)
            )
        )

    def _of_some(self, name: list[str]) -> bool:
        """Whether a group is told of whom, from where, of what nation or by its number."""
        joined = any(self._stage.lexicon.words[word].conjunction == "و" for word in name[1:2])
        return len(name) > 1 and not joined
