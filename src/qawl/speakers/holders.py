"""A role -> the mention in which somebody is named with it: رئيس البرلمان الصومالي … فلان، رئيس البرلمان."""

from __future__ import annotations

from qawl import fold
from qawl.lexicon import tags as t
from qawl.speakers import figures
from qawl.speakers.floor import has_the_floor, last_on_floor
from qawl.speakers.likeness import base, without_feminine
from qawl.speakers.mention import Mention
from qawl.speakers.offices import (
    is_lesser,
    no_longer,
    of_a_body,
    of_a_group,
    of_another_titled,
    of_same_body,
    same_role,
    without_adjectives,
)
from qawl.speakers.rivals import rivals
from qawl.speakers.stage import Stage
from qawl.speakers.subjects import Subjects

_NEARBY = 2
"""Sentences between a role and the same role told by its nation only."""

_WITH_NATION = 2
"""Words of a counterpart told by no more than his nation: نظيره الأردني."""


class Holders:
    """Finds who is named in the article with a role that is told alone."""

    def __init__(self, stage: Stage, subjects: Subjects) -> None:
        self._stage = stage
        self._subjects = subjects

    def matching(self, source: Mention) -> Mention | None:
        """The named role that the mention repeats, the nearest before it or else the first after it."""
        wanted = [key for key in source.keys if not self._stage.is_a(key, t.STATE)]
        found = self.nearest(source, wanted)
        same = self._same_office(wanted) if found is None else frozenset()
        if same:
            others = (self.nearest(source, [key, *wanted[1:]]) for key in sorted(same))
            found = next((role for role in others if role is not None), None)
        whole = self._without_fillers(wanted)
        if found is None and 1 < len(whole) < len(wanted):
            found = self.nearest(source, whole)
        if found is None and wanted:
            found = of_same_body(self._stage, source, wanted) or self._counterpart(source, wanted)
        if found is not None or len(wanted) < 2:
            return found
        # The nationality that only one of the two mentions gives: رئيس البرلمان، رئيس البرلمان الصومالي.
        rest = without_adjectives(self._stage, source, wanted)
        if len(rest) == len(wanted) or " ".join(wanted[:2]) in self._stage.lexicon.synonyms:
            return None  # المدير الفني is no المدير العام
        offices = [rest[0], *sorted(same - {rest[0]})]  # الناطق باسم الجيش فلان … المتحدث العسكري
        found_as = (self.nearest(source, [office, *rest[1:]], only=True) for office in offices)
        again = next((role for role in found_as if role is not None), None)
        return again or no_longer(self._stage, source, rest)

    def told_in_fewer(self, source: Mention) -> Mention | None:
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

    def nearest(self, source: Mention, wanted: list[str], only: bool = False) -> Mention | None:
        """Who is named with the wanted words of a role: whoever goes on first, then the nearest before, then
        behind; with `only`, none where two of different names are: رئيس البرلمان of رئيس البرلمان الصومالي.
        """
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

    def _without_fillers(self, keys: list[str]) -> list[str]:
        """A role without the words that it may lack before others: رئيس مجلس إدارة الشركة، المتحدث باسم وزارة
        كذا.
        """
        return [key for key in keys[:-1] if not self._stage.is_a(key, t.OFFICE_FILLER)] + keys[-1:]

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

    def counterpart_of_nation(self, source: Mention) -> Mention | None:
        """Who is named with an office of the nation that a counterpart without a name is told by, and is not
        who spoke last: قال الوزير الأردني فلان … وقال السوري فلان … وشدد نظيره الأردني.
        """
        if (
            not self._stage.is_a(source.head, t.COUNTERPART)
            or source.name
            or len(source.keys) != _WITH_NATION
        ):
            return None
        nation = source.keys[1]
        if not self._stage.lexicon.words[nation].tags & t.NATIONALITY or not self._stage.spoke:
            return None
        last = fold.key(self._stage.spoke[-1][1].name).split()[-1:]
        found = {
            role.name_keys[-1]: role
            for role in self._stage.roles_with(nation)
            if role.start < source.start
            and role.keys[-1:] == (nation,)
            and len(role.name_keys) > 1
            and [role.name_keys[-1]] != last
            and not self._stage.is_a(role.head, t.SPOKESMAN)
        }
        return found.popitem()[1] if len(found) == 1 else None

    def _counterpart(self, source: Mention, wanted: list[str]) -> Mention | None:
        """Who is the counterpart of whoever holds the office: الوزير الإيراني, of نظيره الإيراني فلان."""
        words = self._stage.lexicon.words
        nations = [key for key in wanted[1:] if words[key].tags & t.NATIONALITY]
        if not nations and source.gender != "f":
            return None
        keys = sorted(self._stage.lexicon.having[t.COUNTERPART])
        found = [self.nearest(source, [key, *nations]) for key in keys]
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

    def _of_a_state(self, wanted: list[str]) -> bool:
        """Whether whoever rules is meant, with no word of what: الرئيس الفرنسي."""
        return len(wanted) == 1 and self._stage.is_a(wanted[0], t.RULER)


def _first_office(role: Mention) -> tuple[str, ...]:
    """The words of a role up to a second office: عميد الكلية ورئيس اللجنة."""
    second = (at for at, key in enumerate(role.keys) if at and key in role.offices)
    return role.keys[: next(second, len(role.keys))]
