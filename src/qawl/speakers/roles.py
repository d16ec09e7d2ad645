"""A role -> its holder: الوزيرة، رئيس البرلمان الصومالي."""

from __future__ import annotations

from msgspec import structs

from qawl import fold
from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS
from qawl.model import Speaker, Strength
from qawl.speakers import figures
from qawl.speakers.ages import tells_age_or_home
from qawl.speakers.bare import Bare
from qawl.speakers.described import Described
from qawl.speakers.floor import has_the_floor, last_on_floor
from qawl.speakers.headlines import told_again
from qawl.speakers.likeness import base, same_gender, without_feminine
from qawl.speakers.mention import Mention
from qawl.speakers.offices import (
    in_office,
    is_lesser,
    no_longer,
    of_a_body,
    of_a_group,
    of_another_titled,
    of_same_body,
    same_role,
    without_adjectives,
)
from qawl.speakers.people import People
from qawl.speakers.presiding import presiding
from qawl.speakers.rivals import rivals
from qawl.speakers.samesource import SOURCE, one_of_two, same_source, second_of_two, told_more_of
from qawl.speakers.stage import Stage
from qawl.speakers.standins import StandIns
from qawl.speakers.subjects import Subjects
from qawl.speakers.writers import Writers

_MOST_WORDS_OF_AUTHOR = 2
"""كاتب المقال"""
_NEARBY = 2
"""Sentences between a role and the same role told by its nation only."""


class Roles:
    """Finds who holds a role in the article, or by the tables."""

    def __init__(self, stage: Stage, people: People, writers: Writers, subjects: Subjects) -> None:
        self._stage = stage
        self._subjects = subjects
        self._people = people
        self._writers = writers
        self._stand_ins = StandIns(stage)
        self._described = Described(stage, people)
        self._bare = Bare(stage, people)

    def speaker(self, source: Mention) -> Speaker:
        """Who holds the role that is the source; the role as it stands where nobody is found."""
        return (
            self._stood_for(source)
            or self._titled(source)
            or self._of_surname(source)
            or self._author(source)
            or self._same(source)
            or self._going_on(source)
            or self._holder(source)
            or self._again(source)
            or self._bare.brought_in_since(source)
            or self._described.speaker(source)
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
        if len(words) > 1 or not word.article or word.stem.endswith(("ون", "ين")):
            return None
        if not self._stage.lexicon.words[word.stem].tags & t.NATIONALITY:
            return None
        if self._stage.fullest_name(source.text, (word.key,)):
            return None
        gender = "f" if word.stem.endswith("ة") else "m"
        return self._stage.last(
            lambda speaker, shown, plural: (
                " " in speaker.name
                and self._described.may_be(structs.replace(source, gender=gender), speaker, shown)
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
        if not (title or source.honorific or not source.keys):
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
        author = self._writers.author(source.start)
        return self._people.bearing_name(author, "who wrote the essay") if author is not None else None

    def _same(self, source: Mention) -> Speaker | None:
        """The last person who spoke and is called so, or else any, where the source says that it is the same:
        المسؤول نفسه.
        """
        if not (source.same and source.definite and source.tags & t.ROLE):
            return self._interlocutor(source)
        called = self._stage.last(lambda speaker, *_: self._stage.same_head(speaker, source))
        return called or self._last_person()

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
        if self._nearest_role(source, wanted) is not None:
            return None
        if not self._stage.spoke:
            return None
        _, speaker, gender, _ = self._stage.spoke[-1]
        if not self._described.may_be(source, speaker, gender) or self._nameless(source):
            return None
        return self._described.by_own_words(source) or speaker

    def _nameless(self, source: Mention) -> Speaker | None:
        """The last who spoke without a name and is called what the source is: محقق في الهيئة … المحقق."""
        return self._stage.last(
            lambda speaker, *_: speaker.kind == "unnamed" and self._stage.same_head(speaker, source)
        )

    def _again(self, source: Mention) -> Speaker | None:
        """المصدر is who was told of or spoke last without a name, المسؤول the last person who did so without
        one and may be so called, unless one with a name is: السيناتور.
        """
        same = (
            same_source(self._stage, source) if source.head == SOURCE else second_of_two(self._stage, source)
        )
        if same is not None or not source.definite:
            return same
        last = self._last_person() if source.tags & t.ROLE else None
        if last is None or last.kind != "unnamed" or not self._described.so_called(source, last):
            return None
        again = source.points_back or told_more_of(self._stage, source, last)
        return last if again and self._described.called_otherwise(source) is None else None

    def _told_again(self, source: Mention) -> Speaker | None:
        """Whoever says in the article what its headline has of a role."""
        again = told_again(self._stage, source) if source.tags & (t.ROLE | t.TITLE) else None
        if again is None:
            return None
        return self._people.bearing_name(again, f"who says it in the article: {again.text}")

    def _as_it_stands(self, source: Mention) -> Speaker:
        name, because = self._stage.as_it_stands(source), ("the role as it stands",)
        strength: Strength = "sure" if source.kind == "unnamed" else "likely"
        return self._stage.identified(Speaker(name, source.kind, name, strength=strength, because=because))

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
        role = self._matching_role(source)
        if role is not None:
            return (
                self._described.nameless_since(source, role)
                or self._described.called_before(source, role)
                or self._people.bearing_name(role, f"role: {role.text}")
            )
        chair = presiding(self._stage, source)
        if chair is not None:
            return self._people.bearing_name(chair, "who leads the body")
        figure = in_office(self._stage, source)
        if figure is not None:
            known, name = figure
            return self._people.speaker(
                source, name, tuple(fold.key(name).split()), (f"the tables: {known.office}",)
            )
        role = self._told_in_fewer(source)
        if role is not None:
            return self._people.bearing_name(role, f"role: {role.text}")
        called = self._stage.last(
            lambda speaker, gender, plural: speaker.kind != "group" and self._stage.same_head(speaker, source)
        )
        return one_of_two(self._stage, called, source) if called is not None else None

    def _matching_role(self, source: Mention) -> Mention | None:
        """The named role that the mention repeats, the nearest before it or else the first after it."""
        wanted = [key for key in source.keys if not self._stage.is_a(key, t.STATE)]
        found = self._nearest_role(source, wanted)
        same = self._same_office(wanted) if found is None else frozenset()
        if same:
            others = (self._nearest_role(source, [key, *wanted[1:]]) for key in sorted(same))
            found = next((role for role in others if role is not None), None)
        whole = self._without_fillers(wanted)
        if found is None and 1 < len(whole) < len(wanted):
            found = self._nearest_role(source, whole)
        if found is None and wanted:
            found = of_same_body(self._stage, source, wanted) or self._counterpart(source, wanted)
        if found is not None or len(wanted) < 2:
            return found
        # The nationality that only one of the two mentions gives: رئيس البرلمان، رئيس البرلمان الصومالي.
        rest = without_adjectives(self._stage, source, wanted)
        if len(rest) == len(wanted) or " ".join(wanted[:2]) in self._stage.lexicon.synonyms:
            return None  # المدير الفني is no المدير العام
        offices = [rest[0], *sorted(same - {rest[0]})]  # الناطق باسم الجيش فلان … المتحدث العسكري
        found_as = (self._nearest_role(source, [office, *rest[1:]], only=True) for office in offices)
        again = next((role for role in found_as if role is not None), None)
        return again or no_longer(self._stage, source, rest)

    def _without_fillers(self, keys: list[str]) -> list[str]:
        """A role without the words that it may lack before others: رئيس مجلس إدارة الشركة، المتحدث باسم وزارة
        كذا.
        """
        return [key for key in keys[:-1] if not self._stage.is_a(key, t.OFFICE_FILLER)] + keys[-1:]

    def _told_in_fewer(self, source: Mention) -> Mention | None:
        """The one person whose role is told elsewhere in fewer words: رئيس الوفد الأوروبي, of رئيس الوفد
        فلان; in a sentence nearby by its nation: وزير الدفاع البريطاني, of الوزير البريطاني فلان; by the
        first of two offices: عميد كلية الطب, of فلان عميد الكلية ورئيس اللجنة.
        """
        words = self._stage.lexicon.words
        wanted = self._without_fillers([key for key in source.keys if not self._stage.is_a(key, t.STATE)])
        if len(wanted) < 2 or any(words[f"ال{key}"].tags & t.ADJECTIVE for key in wanted):
            return None
        all_wanted, place = {base(key) for key in wanted}, self._stage.scenes.at(source.start)
        found = {}
        for role in self._stage.roles_with(wanted[0]):
            keys = self._without_fillers(list(_first_office(role)))
            own = {base(key) for key in keys}
            itself = role.start == source.start
            if itself or len(own) < 2 or not own <= all_wanted or len(role.name_keys) < 2:
                continue
            nation = len(own) == 2 and any(words[key].tags & t.NATIONALITY for key in keys)
            near = abs(self._stage.scenes.at(role.start) - place) <= _NEARBY
            fits = near if nation else base(wanted[1]) in own
            if (
                fits
                and same_role(source, wanted[:1], role)
                and not figures.elsewhere(self._stage.lexicon, role.name, "", source)
            ):
                found[role.name_keys[-1]] = role
        return found.popitem()[1] if len(found) == 1 else None

    def _same_office(self, wanted: list[str]) -> frozenset[str]:
        """The other names of an office, empty where it has none: الناطق باسم الوزارة، الزعيم الصيني."""
        having = self._stage.lexicon.having
        if not wanted:
            return frozenset()
        if wanted[0] in having[t.LEADER]:
            nation = len(wanted) > 1 and self._stage.lexicon.words[wanted[1]].tags & t.NATIONALITY
            return having[t.RULER] if nation else frozenset()
        same = having[t.PLAYER if len(wanted) == 1 else t.SPOKESMAN]
        return same if wanted[0] in same else frozenset()

    def _counterpart(self, source: Mention, wanted: list[str]) -> Mention | None:
        """Who is the counterpart of whoever holds the office: الوزير الإيراني, of نظيره الإيراني فلان."""
        words = self._stage.lexicon.words
        nations = [key for key in wanted[1:] if words[key].tags & t.NATIONALITY]
        if not nations and source.gender != "f":
            return None
        keys = sorted(self._stage.lexicon.having[t.COUNTERPART])
        found = [self._nearest_role(source, [key, *nations]) for key in keys]
        before = [role for role in found if role is not None and role.start < source.start]
        nearest = max(before, key=lambda role: role.start, default=None)
        if nearest is None:
            return None
        found_alike = nations or nearest.gender == "f"  # نظيرته فلانة … الوزيرة
        same = self._stage.is_a(wanted[0], t.LEADER) or self._met_by(nearest, without_feminine(wanted[0]))
        return nearest if found_alike and same else None

    def _met_by(self, counterpart: Mention, office: str) -> bool:
        """Whether one of the office is told of before a counterpart in the sentence, by the office or by the
        name: قال وزير الخارجية فلان …. وقال فلان، خلال لقائه نظيرته فلانة.
        """
        sentence = self._stage.scenes.tokens[self._stage.scenes.at(counterpart.start)]
        before = [token.word for token in sentence if token.start < counterpart.start]
        if any(without_feminine(word.stem) == office for word in before):
            return True
        keys = {word.key for word in before}
        holders = (role for role in self._stage.roles if office in map(without_feminine, role.offices))
        return any(role.name_keys[-1] in keys for role in holders)

    def _nearest_role(self, source: Mention, wanted: list[str], only: bool = False) -> Mention | None:
        best: tuple[int, int, int] | None = None
        found = None
        names = set()
        roles = self._stage.roles_with(wanted[0]) if wanted else []
        last = last_on_floor(self._stage, source) if roles else None
        for role in roles:
            if (
                role.start == source.start
                or not role.keys
                or not same_role(source, wanted, role)
                or is_lesser(self._stage, role, source)
                or only
                and (
                    figures.elsewhere(self._stage.lexicon, role.name, "", source)
                    or rivals(self._stage.lexicon, source.text, role.role)
                )
            ):
                continue
            if only and figures.of_a_nation(self._stage.lexicon, role):
                continue
            if only and self._of_a_state(wanted) and of_a_body(self._stage, role):
                continue  # الرئيس الفرنسي is not رئيس البلدية فلان
            names.add(role.name_keys[-1:])
            if only and (len(role.name_keys) < 2 or len(names) > 1 or role.keys[0] != wanted[0]):
                return None
            before = role.start < source.start
            spoken = before and source.start in self._stage.going_on and role in self._stage.roles
            of_state = source.points_back and self._of_a_state(wanted)
            other = of_state and (of_a_group(self._stage, role) if spoken else of_a_body(self._stage, role))
            other |= of_another_titled(self._stage, role)
            if before and not spoken and last is not None:
                spoken = has_the_floor(self._stage, self._subjects, role, source, last)
            rank = (int(other), 0 if spoken else 1 if before else 2, abs(source.start - role.start))
            if best is None or rank < best:
                best, found = rank, role
        return found

    def _of_a_state(self, wanted: list[str]) -> bool:
        """Whether whoever rules is meant, with no word of what: الرئيس الفرنسي."""
        return len(wanted) == 1 and self._stage.is_a(wanted[0], t.RULER)


def _first_office(role: Mention) -> tuple[str, ...]:
    """The words of a role up to a second office: عميد الكلية ورئيس اللجنة."""
    second = (at for at, key in enumerate(role.keys) if at and key in role.offices)
    return role.keys[: next(second, len(role.keys))]
