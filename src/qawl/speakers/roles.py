"""A role -> its holder: الوزيرة، رئيس البرلمان الصومالي."""

from __future__ import annotations

from msgspec import structs

from qawl import fold
from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS
from qawl.model import Speaker, Strength
from qawl.speakers.accused import accused
from qawl.speakers.ages import tells_age_or_home
from qawl.speakers.alike import Alike
from qawl.speakers.bare import Bare
from qawl.speakers.described import Described
from qawl.speakers.headlines import told_again
from qawl.speakers.holders import Holders
from qawl.speakers.likeness import same_gender
from qawl.speakers.mention import Mention
from qawl.speakers.namedbehind import stated_role
from qawl.speakers.offices import (
    in_office,
)
from qawl.speakers.people import People
from qawl.speakers.presiding import presiding
from qawl.speakers.samesource import (
    SOURCE,
    SOURCES,
    one_of_two,
    same_source,
    same_sources,
    second_of_two,
    told_more_of,
)
from qawl.speakers.servants import servant_of, serves_another
from qawl.speakers.stage import Stage
from qawl.speakers.standins import StandIns
from qawl.speakers.subjects import Subjects
from qawl.speakers.writers import Writers

_MOST_WORDS_OF_AUTHOR = 2
"""كاتب المقال"""


class Roles:
    """Finds who holds a role in the article, or by the tables."""

    def __init__(self, stage: Stage, people: People, writers: Writers, subjects: Subjects) -> None:
        self._stage = stage
        self._people = people
        self._writers = writers
        self._stand_ins = StandIns(stage)
        self._holders = Holders(stage, subjects)
        self._alike = Alike(stage)
        self._described = Described(stage, people, self._alike)
        self._bare = Bare(stage, people)

    def speaker(self, source: Mention) -> Speaker:
        """Who holds the role that is the source; the role as it stands where nobody is found."""
        return (
            self._stood_for(source)
            or self._titled(source)
            or self._of_surname(source)
            or self._author(source)
            or servant_of(self._stage, source)
            or (self._as_it_stands(source) if serves_another(self._stage, source) else None)
            or self._same(source)
            or self._going_on(source)
            or self._counterpart(source)
            or self._holder(source)
            or self._again(source)
            or self._bare.brought_in_since(source)
            or self._described.speaker(source)
            or self._accused(source)
            or self._told_again(source)
            or self._bare.person(source)
            or self._described.named_later(source)
            or self._as_it_stands(source)
        )

    def of_nation(self, source: Mention) -> Speaker | None:
        """The last person who spoke, where the source tells no more than the nation and nobody is called so:
        قال فليك … وأشاد الألماني.
        """
        words = source.text.split()
        word = self._stage.lexicon.words[words[0]]
        if len(words) > 1 or not word.article or not word.stem.endswith(("ي", "ة")):
            return None  # الأتراك, الروس
        if not self._stage.lexicon.words[word.stem].tags & t.NATIONALITY:
            return None
        if self._stage.fullest_name(source.text, (word.key,)):
            return None
        gender = "f" if word.stem.endswith("ة") else "m"
        return self._stage.last(
            lambda speaker, shown, plural: (
                " " in speaker.name
                and self._alike.may_be(structs.replace(source, gender=gender), speaker, shown)
            )
        )

    def otherwise(self, source: Mention) -> Speaker | None:
        """Whose role a noun that is none elsewhere is another word for: المدرب فلان … وقال الإطار الوطني."""
        another = not source.tags & HEADS and source.definite and source.head in self._stage.lexicon.synonyms
        return self._described.called_otherwise(source) if another else None

    def aged(self, source: Mention) -> Speaker | None:
        """The last person who spoke or was named, where the source tells but his age: السبعينية."""
        return self._last_or_latest(source) if tells_age_or_home(self._stage, source) else None

    def _stood_for(self, source: Mention) -> Speaker | None:
        """Whoever is named before where the source is a word that names nobody: سموه، الأخير."""
        person = self._stand_ins.person(source)
        return self._people.bearing_name(person, f"who it stands for: {person.text}") if person else None

    def _titled(self, source: Mention) -> Speaker | None:
        """The last person who spoke and may bear the title, or else any, where the source tells no more than
        that: معاليها، السيد.
        """
        title = source.tags & t.TITLE and len(source.keys) == 1 and not source.tags & t.ROLE
        whoever = self._stage.lexicon.words[source.text].rules & t.RELATIVE_HEADLESS  # هناك من يقول إن
        if whoever or not (title or source.honorific or not source.keys):
            return None
        shown = ("f" if source.head.endswith("ها") else "m") if source.honorific else ""
        called = self._described.called_otherwise(source) if title and not source.honorific else None
        return called or self._last_person(shown)

    def _of_surname(self, source: Mention) -> Speaker | None:
        """Whoever is named in full with a role, where the source is the surname."""
        words = fold.key(source.text).split()
        if not source.definite or not (
            source.points_back and not source.role or self._role_with_word(source)
        ):
            return None
        surname = words[-1]
        for person in self._stage.roles:
            alike = len(words) == 1 or words[0].removeprefix("ال") in person.offices
            if len(person.name_keys) > 1 and person.name_keys[-1] == surname and alike:
                return self._people.bearing_name(person, f"surname: {person.name}")
        return self._people.figure_of_surname(source) if len(words) == 1 else None

    @staticmethod
    def _role_with_word(source: Mention) -> bool:
        """Whether a role has one more word, which may be a surname: الوزير الصغير."""
        return len(source.keys) == 2 and source.text.startswith("ال") and bool(source.tags & t.ROLE)

    def _author(self, source: Mention) -> Speaker | None:
        """Who wrote the essay: الكاتب، كاتب المقال."""
        short = source.definite and len(source.keys) <= _MOST_WORDS_OF_AUTHOR
        if not (short and self._stage.is_a(source.head, t.AUTHOR)):
            return None
        author = self._writers.author(source)
        return self._people.bearing_name(author, "who wrote the essay") if author is not None else None

    def _same(self, source: Mention) -> Speaker | None:
        """The last person who spoke and is called so, or else any, where the source says that it is the same:
        المسؤول نفسه; not who holds an office of his own: وزير المال نفسه.
        """
        if not (source.same and source.definite and source.tags & t.ROLE):
            return self._interlocutor(source)
        called = self._stage.last(lambda speaker, *_: self._stage.same_head(speaker, source))
        own = len(source.keys) > 1 and not self._stage.lexicon.words[source.text.split()[0]].article
        return called or (None if own else self._last_person())

    def _interlocutor(self, source: Mention) -> Speaker | None:
        """The last person who spoke or was named, of whom so is told: محدثنا، ضيف البرنامج."""
        first = self._stage.lexicon.words[source.text.split()[0]]
        owned = first.pronoun or not (first.article or first.rules & t.SPOKESMAN) and len(source.keys) > 1
        if not (first.rules & t.INTERLOCUTOR and owned) or source.plural or source.name:
            return None
        return self._last_or_latest(source)

    def _last_or_latest(self, source: Mention) -> Speaker | None:
        """The last person of the source's gender who spoke, or else who was named."""
        spoke = self._last_person(source.gender)
        named = self._stand_ins.latest(source) if spoke is None else None
        return self._people.bearing_name(named, f"who it stands for: {named.text}") if named else spoke

    def _going_on(self, source: Mention) -> Speaker | None:
        """The person who spoke last, whose words a role that nobody else has goes on with: قال فلان … وأضاف
        قائد الفريق.
        """
        if source.start not in self._stage.going_on or not source.definite or not source.tags & t.ROLE:
            return None
        if source.plural or self._stage.lexicon.words[source.text.split()[0]].pronoun:
            return None
        if self._stage.is_a(source.head, t.SPOKESMAN if len(source.keys) > 1 else t.AUTHOR):
            return None  # المتحدث باسم السفارة is not the ambassador, الكاتب not whom he cites
        wanted = [key for key in source.keys if not self._stage.is_a(key, t.STATE)]
        if self._holders.nearest(source, wanted) is not None:
            return None
        if not self._stage.spoke:
            return None
        _, speaker, gender, _ = self._stage.spoke[-1]
        if not self._alike.may_be(source, speaker, gender) or self._nameless(source):
            return None
        return self._described.by_own_words(source) or speaker

    def _counterpart(self, source: Mention) -> Speaker | None:
        """The only other one named of the nation that a counterpart is told by: الوزير الأردني فلان … نظيره
        الأردني.
        """
        person = self._holders.counterpart_of_nation(source)
        return self._people.bearing_name(person, f"role: {person.text}") if person is not None else None

    def _nameless(self, source: Mention) -> Speaker | None:
        """The last who spoke without a name and is called what the source is: محقق في الهيئة … المحقق."""
        return self._stage.last(
            lambda speaker, *_: speaker.kind == "unnamed" and self._stage.same_head(speaker, source)
        )

    def _again(self, source: Mention) -> Speaker | None:
        """المصدر is who was told of or spoke last without a name, المسؤول the last person who did so without
        one and may be so called, unless one with a name is: السيناتور.
        """
        if source.head == SOURCE:
            same = same_source(self._stage, source)
        else:
            told = same_sources(self._stage, source) if source.head == SOURCES else None
            same = told or second_of_two(self._stage, source)
        if same is not None or not source.definite:
            return same
        last = self._last_person() if source.tags & t.ROLE else None
        if last is None or last.kind != "unnamed" or not self._described.so_called(source, last):
            return None
        again = source.points_back or told_more_of(self._stage, source, last)
        return last if again and self._described.called_otherwise(source) is None else None

    def _accused(self, source: Mention) -> Speaker | None:
        """The only one of whom the article told that he is tried or charged: المتهم."""
        person = accused(self._stage, source)
        speaker = self._people.bearing_name(person, f"who is accused: {person.text}") if person else None
        fits = speaker is not None and self._alike.may_be(source, speaker, person.gender if person else "")
        return speaker if fits else None

    def _told_again(self, source: Mention) -> Speaker | None:
        """Whoever says in the article what its headline has of a role."""
        again = told_again(self._stage, source) if source.tags & (t.ROLE | t.TITLE) else None
        if again is None:
            return None
        return self._people.bearing_name(again, f"who says it in the article: {again.text}")

    def _as_it_stands(self, source: Mention) -> Speaker:
        name, because = self._stage.as_it_stands(source), ("the role as it stands",)
        strength: Strength = "sure" if source.kind == "unnamed" else "likely"
        role = stated_role(self._stage, source) or name
        return self._stage.identified(Speaker(name, source.kind, role, strength=strength, because=because))

    def _last_person(self, shown: str = "") -> Speaker | None:
        """The last person who spoke, named or not, of the gender that is shown."""
        return self._stage.last(
            lambda speaker, gender, plural: (
                speaker.kind in ("person", "unnamed") and same_gender(gender, shown)
            )
        )

    def _holder(self, source: Mention) -> Speaker | None:
        """Who is named with the role somewhere, holds it by the tables, or spoke as one of that name."""
        if not source.definite:
            return None
        their_head = source.points_back  # رئيسها
        chair = presiding(self._stage, source) if their_head else None
        role = self._holders.matching(source) if chair is None else None
        if role is not None:
            return (
                self._described.nameless_since(source, role)
                or self._described.called_before(source, role)
                or self._people.bearing_name(role, f"role: {role.text}")
            )
        if not their_head:
            chair = presiding(self._stage, source)
        if chair is not None:
            return self._people.bearing_name(chair, "who leads the body")
        figure = in_office(self._stage, source)
        if figure is not None:
            known, name = figure
            return self._people.speaker(
                source, name, tuple(fold.key(name).split()), (f"the tables: {known.office}",)
            )
        role = self._holders.told_in_fewer(source)
        if role is not None:
            return self._people.bearing_name(role, f"role: {role.text}")
        called = self._stage.last(
            lambda speaker, gender, plural: speaker.kind != "group" and self._stage.same_head(speaker, source)
        )
        return one_of_two(self._stage, called, source) if called is not None else None
