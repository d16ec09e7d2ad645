"""A personal name -> the person: the full name that the article gives."""

from __future__ import annotations

from functools import cached_property

from qawl import fold
from qawl.lexicon import tags as t
from qawl.lexicon.word import Word
from qawl.model import Speaker, Strength
from qawl.speakers import nicknames
from qawl.speakers.givennames import is_another
from qawl.speakers.goingon import going_on_beside_role
from qawl.speakers.likeness import joined, misspelt, one_name, sounds_like, without_hyphens
from qawl.speakers.mention import Mention
from qawl.speakers.onesurname import namesake
from qawl.speakers.stage import Stage

_SHORTEST_SURNAME = 4
"""Letters of a surname that may have ال in one place and not in another."""
_LEAST_CUT = 3
"""Letters that a name called by its beginning lacks."""
_MOST_MORE_LETTERS = 3
"""Letters that one spelling of a name has more than another."""


class People:
    """Persons by their names, each spelling resolved once."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._names: dict[tuple[str, ...], str] = {}

    def speaker(self, source: Mention, name: str, keys: tuple[str, ...], because: tuple[str, ...]) -> Speaker:
        """The person of a name, `keys` the keys of its words, that stands in or for the source."""
        keys = without_hyphens(keys)
        full = self._titled(source, keys)
        full = full or namesake(self._stage, self._named, source, keys) or self._names.get(keys)
        particle = self._stage.lexicon.words[name.split()[0]].tags & t.NAME_PARTICLE
        if (
            full is None
            and len(keys) > 1
            and source.role
            and not source.text.startswith(name)
            and not particle
        ):
            longer = self._with_middle_name(name, keys) or self._going_on(source, keys)
            full = self._names[keys] = longer or self._of_line(name, keys) or name
        if full is None and (own := nicknames.own_name(self._stage, keys)):
            full = self._names[keys] = own
        if full is None:
            full = (
                self._stage.fullest_name(name, keys)
                or self._without_article(name)
                or self._in_one_word(name, keys)
                or self._joined_on(name)
                or name
            )
            if len(full.split()) == 1:
                full = (
                    self._other_spelling(full)
                    or self._by_surname(keys[-1])
                    or self._holding(keys)
                    or self._beside_role(keys[-1])
                    or self._shortened(keys[-1])
                    or self._misspelt(keys)
                    or full
                )
                company = self._company(keys[-1]) if full == name and not source.role else None
                if company is not None:
                    return self._stage.identified(
                        Speaker(company, "organisation", because=(f"its company: {company}",))
                    )
            elif full != name:
                full = self._holding(tuple(fold.key(full).split())) or self._spoken_in_full(full) or full
            elif keys:
                more = self._with_middle_name(name, keys) or self._holding(keys)
                full = more or self._misspelt(keys) or full
            if full != name and " " in full:
                full = going_on_beside_role(self._stage, full) or full
            if not source.role:
                full = self._brought_in(full, keys) or full
            if is_another(self._stage, source, keys, full):
                full = name
            self._names[keys] = full
        role = source.role or self._role_of(full)
        strength: Strength = "sure" if len(full.split()) > 1 else "likely"
        because = (*because, f"full name: {full}")
        held = self._affiliation(role)
        return self._stage.identified(
            Speaker(full, "person", role or None, held, strength=strength, because=because)
        )

    def bearing_name(self, source: Mention, why: str) -> Speaker:
        """The person of a mention that holds a name."""
        return self.speaker(source, source.name, source.name_keys, (why,))

    def named(self, source: Mention, why: str) -> Speaker:
        """The person of a mention that holds the whole name."""
        self._names.setdefault(without_hyphens(source.name_keys), source.name)
        return self.bearing_name(source, why)

    def bearer(self, source: Mention) -> Mention | None:
        """The one named in full before whose surname is a place too: روبرت مالي … وأوضح مالي."""
        return next(
            (
                named
                for named in self._named
                if named.start < source.start
                and named.name_keys[-1].removeprefix("ال") in source.keys[-1:]
                and not self._stage.lexicon.words[named.name_keys[0]].conjunction
            ),
            None,
        )

    def figure_of_surname(self, source: Mention) -> Speaker | None:
        """The public figure named in the article whose surname is a place or a role too: لويد أوستن … وأضاف
        أوستن، وليد المعلم … وكان المعلم قد قال.
        """
        key = fold.key(source.text)
        names = {name for _, name in self._stage.figures if fold.key(name.split()[-1]) == key}
        if len(names) != 1:
            return None
        (figure,) = names
        return self.speaker(source, figure, tuple(fold.key(figure).split()), (f"surname: {figure}",))

    def _titled(self, source: Mention, keys: tuple[str, ...]) -> str | None:
        """The one of the title whose first name it is: الملك سلمان بن عبد العزيز، الملك سلمان."""
        if len(keys) != 1 or not source.role or not source.tags & (t.TITLE | t.ROLE):
            return None
        words = self._stage.lexicon.words
        for other in self._stage.roles_with(source.head) if words[keys[0]].tags & t.SURE_NAME else ():
            same = other.name_keys[:1] == keys and source.head in other.offices
            if same and len(other.name_keys) > 1 and words[other.name_keys[1]].tags & t.NAME:
                return other.name
        return None

    def _other_spelling(self, surname: str) -> str | None:
        """The article's full name of a public figure whose surname it spells in another way too: نتنياهو،
        نتانياهو.
        """
        ids = self._stage.lexicon.surnames.get(fold.key(surname), frozenset())
        words = self._stage.lexicon.words
        names = {name for known, name in self._stage.figures if known.id in ids} if ids else set()
        first = {name: words[name.split()[0]].tags for name in names}
        names = {name for name in names if first[name] & t.SURE_NAME or not first[name] & (t.TITLE | t.ROLE)}
        return names.pop() if len(names) == 1 else None

    def called(self, word: str) -> str | None:
        """The one named as a source whose first or last name a single word is."""
        return self._by_surname(fold.key(word)) if " " not in word else None

    def _by_surname(self, surname: str) -> str | None:
        """The full name of the one named as a source who bears the surname, or one that differs in its vowels
        (كراولي، كرولي), or is called by the first word of the name (عرفان).
        """
        named, words = self._named, self._stage.lexicon.words
        roles = [role for role in named if role.role]
        names = (
            {other.name for other in named if other.name_keys[-1] == surname}
            or {other.name for other in named if other.name_keys[0] == surname}
            or {role.name for role in roles if one_name(words, role.name_keys[-1], surname)}
        )
        return names.pop() if len(names) == 1 else None if names else self._spelled_otherwise(surname)

    def _shortened(self, key: str) -> str | None:
        """The name of the one whose surname a source begins: قال المدرب ريجيكامب … وأضاف ريجي."""
        names = {
            role.name
            for role in self._stage.roles
            if role.name_keys[-1].startswith(key) and len(role.name_keys[-1]) >= len(key) + _LEAST_CUT
        }
        return names.pop() if len(names) == 1 and len(key) >= _SHORTEST_SURNAME else None

    def _beside_role(self, surname: str) -> str | None:
        """The name of the one whom the article names with a role, though not as who speaks: واتفق معه الدكتور
        السيد فلان … وأضاف فلان; or with his father's, a name that few are given: أحمد بن عيد … وتمنى عيد.
        """
        rare = not self._stage.lexicon.words[surname].tags & t.SURE_NAME
        names = {
            person.name
            for number in self._stage.sentences_with(surname)
            for person in self._stage.people_in(number)
            if len(person.name_keys) > 1
            and person.name_keys[-1] == surname
            and (person.role or rare and self._filial(person.name_keys[-2]))
        }
        return names.pop() if len(names) == 1 else None

    def _brought_in(self, full: str, keys: tuple[str, ...]) -> str | None:
        """The one whom a sentence brings in by name alone and who is called by the first or last word of it,
        where no other was found: جاءت سلام تسفاي … وتقول سلام.
        """
        if not self._stage.speaking.intersection(keys):
            return None
        found = map(self._stage.brought_in, self._stage.sentences_with(keys[-1]))
        size, names = len(keys), set()
        for entry in found:
            own = without_hyphens(entry[0].name_keys) if entry is not None else ()
            if entry is not None and len(own) > size and keys in (own[:size], own[-size:]):
                names.add(entry[0].name)
        name = names.pop() if len(names) == 1 else ""
        return name if name.startswith(f"{full} ") or " " not in full else None

    def _in_one_word(self, name: str, keys: tuple[str, ...]) -> str:
        """The full name of whose surname is written in one word elsewhere: دو فيلبان، دوفيلبان; نصرالله."""
        words = self._stage.lexicon.words
        if len(keys) != 2 or not (words[keys[0]].rules & t.NAME_WORD or words[keys[1]].rules & t.DEITY):
            return ""
        return self._stage.fullest_name(name.replace(" ", ""), ("".join(keys),))

    def _joined_on(self, name: str) -> str:
        """The full name of whoever is named with و before the surname: آبل تكشف هاتفها .. وكوك: …"""
        bare = name.removeprefix("و")
        if bare == name or " " in name or len(bare) < _SHORTEST_SURNAME - 1:
            return ""
        full = self._stage.fullest_name(bare, (fold.key(bare),))
        return full if full.split()[-1:] == [bare] else ""

    def _without_article(self, name: str) -> str:
        """The full name of whose surname has ال here and not there, or there and not here: الصوراني، راجي
        صوراني; سومة، عمر السومة.
        """
        bare = name.removeprefix("ال")
        if " " in name or len(bare) < _SHORTEST_SURNAME:
            return ""
        other = f"ال{name}" if bare == name else bare
        return self._stage.fullest_name(other, (fold.key(other),))

    def _spelled_otherwise(self, surname: str) -> str | None:
        """The full name of whoever bears the surname in another spelling elsewhere: اودينغا، اودينجا."""
        words = self._stage.lexicon.words
        spellings = {
            word.stem: word.text
            for word in self._may_be_names
            if abs(len(word.stem) - len(surname)) <= _MOST_MORE_LETTERS
            and surname not in (word.key, word.stem)
            and one_name(words, word.stem, surname)
        }
        found = {self._stage.fullest_name(text, (key,)) for key, text in spellings.items()} - {""}
        return found.pop() if len(found) == 1 else None

    def _misspelt(self, keys: tuple[str, ...]) -> str | None:
        """The full name of whose surname an unknown word, told once, differs from in one letter: السسي,
        السبسي.
        """
        *given, surname = keys
        unknown = len(surname) >= _SHORTEST_SURNAME and not self._stage.lexicon.words[surname].tags
        if not unknown or self._stage.again(surname):
            return None
        names = {
            other.name
            for other in self._named
            if misspelt(other.name_keys[-1], surname)
            and len(other.name_keys) > len(keys)
            and set(given) <= set(other.name_keys)
        }
        return names.pop() if len(names) == 1 else None

    @cached_property
    def _whole(self) -> dict[str, tuple[str, ...]]:
        """The names of the sources with a role or of several words, and their words."""
        named = (*self._stage.roles, *self._named)
        return {source.name: joined(without_hyphens(source.name_keys)) for source in named}

    @cached_property
    def _may_be_names(self) -> list[Word]:
        """The article's words that are names or that no table knows, each once, where it stands last."""
        known = ~t.NAMES
        words = [token.word for tokens in self._stage.scenes.tokens for token in tokens]
        once = {word.text: word for word in reversed(words) if not word.tags & known}
        return list(reversed(once.values()))

    @cached_property
    def _named(self) -> list[Mention]:
        """The sources that hold a name of several words, of one person."""
        words = self._stage.lexicon.words
        return [
            source
            for source in self._stage.sources
            if source is not None
            and len(source.name_keys) > 1
            and not words[source.name_keys[0]].forms  # سأل بيرسون
            and not any(words[word].conjunction == "و" for word in source.name.split()[1:])
        ]

    def _holding(self, keys: tuple[str, ...]) -> str | None:
        """The one source's name that begins with the words of a shorter one, or has them in its midst or
        joined by a hyphen: ألكساندريا أوكازيو كورتيز، أوكازيو; راشد بن عبدالله، بن عبد الله.
        """
        names, keys = {}, joined(keys)
        for own, name in self._with_word.get(keys[0], {}).items():
            places = [at for at in range(len(own) - len(keys) + 1) if not at or not self._filial(own[at - 1])]
            if len(own) > len(keys) and any(own[at : at + len(keys)] == keys for at in places):
                names[own] = name
        return names.popitem()[1] if len(names) == 1 else None

    def _spoken_in_full(self, name: str) -> str | None:
        """The one longer name by which somebody was taken up before who is now called by a middle word of it:
        ساروج كومار جاه … كومار, read as ساروج كومار.
        """
        words = self._stage.lexicon.words
        longer = {full for full in self._names.values() if full.startswith(f"{name} ")}
        office = any(words[full.split()[-1]].tags & t.ROLE for full in longer)  # أسعد الناصري خطيب
        return longer.pop() if len(longer) == 1 and not office else None

    @cached_property
    def _with_word(self) -> dict[str, dict[tuple[str, ...], str]]:
        """The names of several words by each word of theirs, with all their words."""
        found: dict[str, dict[tuple[str, ...], str]] = {}
        for source in self._named:
            own = joined(without_hyphens(source.name_keys))
            for word in own:
                found.setdefault(word, {})[own] = source.name
        return found

    def _filial(self, key: str) -> bool:
        """Whether the name behind the word is the father's: بن، ولد."""
        return self._stage.lexicon.words[key].rules & t.FILIAL > 0

    def _company(self, key: str) -> str | None:
        """The organisation of which the article says what it is in another place: آبل، شركة آبل; الوداد، نادي
        الوداد.
        """
        stem = key.removeprefix("ال")
        return next(
            (
                other.text
                for other in self._stage.organisations_with(stem)
                if other.tags & t.GENERIC and other.keys[1:2] == (stem,)
            ),
            None,
        )

    def _going_on(self, source: Mention, keys: tuple[str, ...]) -> str | None:
        """The name of the same title that goes on with more words elsewhere: الشيخ محمد بن راشد آل مكتوم."""
        if not source.tags & t.TITLE:
            return None
        names = {
            role.name_keys[-1]: role.name
            for role in self._stage.roles_with(source.head)
            if len(role.name_keys) > len(keys) and role.name_keys[: len(keys)] == keys
        }
        return names.popitem()[1] if len(names) == 1 else None

    def _of_line(self, name: str, keys: tuple[str, ...]) -> str:
        """The name that goes on with more of a line elsewhere: خالد بن فهد، خالد بن فهد آل سعود."""
        if not any(self._stage.lexicon.words[key].rules & t.FILIAL for key in keys[1:]):
            return ""
        fuller = self._stage.fullest_name(name, keys)
        return fuller if fold.key(fuller).replace(" ", "").startswith(keys[0]) else ""

    def _with_middle_name(self, name: str, keys: tuple[str, ...]) -> str | None:
        """The name that has the same first and last words and others between: يوسف صقر أبو ربيع."""
        short = joined(keys)
        names = {
            other
            for other, words in self._whole.items()
            if len(words) > len(short)
            and (words[0], *words[1 - len(short) : -1]) == short[:-1]
            and sounds_like(words[-1], short[-1])
        } or {
            other
            for other, words in self._whole.items()
            if words != short and "".join(words) == "".join(short)
        }
        if names or len(keys) == 1:
            return names.pop() if len(names) == 1 else None
        given = 1 + bool(len(keys) > 2 and self._stage.lexicon.words[keys[0]].tags & t.NAME_PARTICLE)
        full = self._stage.fullest_name(" ".join(name.split()[given:]), keys[given:])  # عبد الله | النجار
        for fuller in (full, self._spelled_otherwise(keys[-1]) or ""):  # سعد الداود, سعد بن ناصر الداوود
            own = joined(tuple(fold.key(fuller).split()))  # عبدالله بن ناصر النجار
            if len(own) <= len(short) or own[0] != short[0] or own[1 - len(short) : -1] != short[1:-1]:
                continue
            if sounds_like(own[-1], short[-1]):
                return fuller
        return None

    def _role_of(self, name: str) -> str:
        last = fold.key(name.split()[-1])
        for role in self._stage.roles:
            if role.name_keys and role.name_keys[-1] == last and role.role:
                return role.role
        return ""

    def _affiliation(self, role: str) -> str | None:
        if not role:
            return None
        words = role.split()
        for at, word in enumerate(words):
            known = self._stage.lexicon.words[word.strip('،,"“”«»()') or word]
            if known.tags & (t.ORGANISATION | t.KNOWN_ORGANISATION) and not known.tags & t.ROLE:
                rest = " ".join(words[at:]).strip("،, ")
                return rest[1:] if known.preposition and not known.article else rest
        return None
