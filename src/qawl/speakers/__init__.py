"""Source -> speaker: who speaks in each statement, resolved within the article."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from msgspec import structs

from qawl import fold
from qawl.lexicon import Lexicon
from qawl.lexicon import tags as t
from qawl.lexicon.compile import Known
from qawl.lexicon.shape import HEADS
from qawl.lexicon.word import Word
from qawl.model import Span, Speaker, Statement, Strength
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import Scene, Scenes
from qawl.speakers import figures
from qawl.speakers.cast import fullest_name, is_name_word, named_roles, organisations
from qawl.speakers.mention import Mention, mention

_SPEAKING = (HEADS & ~t.DOCUMENT) | t.NAME | t.PLACE | t.TITLE | t.KNOWN_ORGANISATION
_PEOPLE = _SPEAKING & ~(t.PLACE | t.QUANTIFIER)
_MOST_NAME_WORDS = 4
_MOST_WORDS_TO_AUTHOR = 6
_SHORT_NAME = 2
"""Words of a name before و that tell it from a noun."""
_SHORTEST_FEMININE_VERB = 3
_VOWELS = dict.fromkeys(map(ord, "اويىة"))
_KNOWN_HEADS = HEADS | t.TITLE | t.PLACE


def resolve(
    scenes: Scenes, statements: tuple[Statement, ...], lexicon: Lexicon
) -> tuple[Speaker | None, ...]:
    """The speaker of each statement in order; None where nobody in the article fits."""
    if not statements:
        return ()
    sources = [
        mention(scenes.text, scenes[statement.sentence].tokens, statement.source, statement.name)
        if statement.source
        else None
        for statement in statements
    ]
    return tuple(_Resolver(scenes, lexicon, statements, sources).run())


class _Resolver:
    """Goes through the statements in order and remembers who spoke."""

    def __init__(
        self,
        scenes: Scenes,
        lexicon: Lexicon,
        statements: tuple[Statement, ...],
        sources: list[Mention | None],
    ) -> None:
        self.text = scenes.text
        self.scenes = scenes
        self.lexicon = lexicon
        self.statements = statements
        self.sources = sources
        self._roles: dict[str, list[Mention]] = {}
        self._organisations: dict[str, list[Mention]] = {}
        self._names: dict[tuple[str, ...], str] = {}
        self._cast: list[Known] | None = None
        self._spokesmen = frozenset(key for key, bits in lexicon.rules.items() if bits & t.SPOKESMAN)
        self.spoke: list[tuple[Statement, Speaker, str, bool]] = []
        """Who has spoken so far: statement, speaker, gender, whether more than one."""

    def run(self) -> list[Speaker | None]:
        return [
            self._one(statement, source)
            for statement, source in zip(self.statements, self.sources, strict=True)
        ]

    def _one(self, statement: Statement, source: Mention | None) -> Speaker | None:
        if source is None:
            found = self._elided(statement)
            if found is not None:
                self.spoke.append((statement, *found))
            return found[0] if found is not None else None
        speaker = self._named(source)
        gender = statement.gender if statement.number != "p" else ""
        plural = source.plural or speaker.kind == "group" or statement.number in ("p", "d")
        if statement.by.startswith("subject-verb") and statement.number == "s" and gender == "m":
            plural = False  # a verb after its subject shows its number: الجانب الآخر رفض
        self.spoke.append((statement, speaker, gender or source.gender, plural))
        return speaker

    # Sources that are written

    def _is_organisation(self, source: Mention, known: Known) -> bool:
        """Whether a source that looks like a name is that of an organisation: وول ستريت جورنال."""
        if known.kind != "organisation" or source.name != source.text:
            return False
        if len(source.name_keys) > 1:
            return True
        return bool(source.tags & t.OUTLET) and not fullest_name(self.scenes, source.name, source.name_keys)

    def _named(self, source: Mention) -> Speaker:
        several = self._several(source)
        if several is not None:
            return Speaker(several, "group", because=("two names in the source",))
        issuer = self._issuer(source)
        if issuer is not None:
            speaker = self._named(issuer)
            return structs.replace(speaker, because=(f"who issued it: {source.text}", *speaker.because))
        known = self.lexicon.known.get(fold.key(source.text))
        if known is not None and (not source.name or self._is_organisation(source, known)):
            if known.kind == "place":
                bearer = self._bearer(source)
                if bearer is not None:
                    return self._person(bearer, bearer.name, bearer.name_keys, (f"surname: {bearer.text}",))
                return self._known(Speaker(source.text, "place", because=("the tables know it",)))
            name = self._proper_name(source, known) or self._known_in_full(source, known)
            return self._known(Speaker(name, "organisation", because=("the tables know it",)))
        if source.name and source.kind in ("person", "unnamed"):
            return self._person(source, source.name, source.name_keys, ("the name in the source",))
        if not source.tags & _KNOWN_HEADS and 0 < len(source.keys) <= 3:
            if source.kind == "person" and not source.text.startswith("ال"):
                return self._person(source, source.text, source.keys, ("the source is a name",))
            full = fullest_name(self.scenes, source.text, source.keys)
            if len(full.split()) > len(source.keys):
                return self._person(source, source.text, source.keys, ("the end of a name in the article",))
        if source.kind == "organisation" and len(source.name_keys) == 1 and not source.keys:
            full = fullest_name(self.scenes, source.text, source.name_keys)
            if len(full.split()) > 1:  # وأوضح "المبطي"
                return self._person(source, source.text, source.name_keys, ("the end of a name",))
        reporter = self._reporter(source)
        if reporter is not None:
            return self._person(reporter, reporter.name, reporter.name_keys, (f"role: {reporter.text}",))
        if source.kind in ("person", "unnamed"):
            return self._role(source)
        if source.kind in ("organisation", "document", "group"):
            return self._organisation(source)
        return self._known(Speaker(source.text, source.kind, because=("the source as it stands",)))

    def _person(self, source: Mention, name: str, keys: tuple[str, ...], because: tuple[str, ...]) -> Speaker:
        keys = tuple(key for key in keys if key not in ("-", "–"))
        full = self._namesake(source, keys) or self._names.get(keys)
        particle = self.lexicon.words[name.split()[0]].tags & t.NAME_PARTICLE
        if (
            full is None
            and len(keys) > 1
            and source.role
            and not source.text.startswith(name)
            and not particle
        ):
            full = self._names[keys] = name
        if full is None:
            full = fullest_name(self.scenes, name, keys) or name
            if len(full.split()) == 1:
                full = self._other_spelling(full) or self._by_surname(keys[-1]) or full
                company = self._company(keys[-1]) if full == name and not source.role else None
                if company is not None:
                    return self._known(Speaker(company, "organisation", because=(f"named {company}",)))
            elif full == name:
                full = self._with_middle_name(keys) or full
            self._names[keys] = full
        strength: Strength = "sure" if len(full.split()) > 1 else "likely"
        role = source.role or self._role_of(full)
        return self._known(
            Speaker(
                full,
                "person",
                role or None,
                self._affiliation(role),
                strength=strength,
                because=(*because, f"full name: {full}"),
            )
        )

    def _bearer(self, source: Mention) -> Mention | None:
        """The one named in full before whose surname is a place too: روبرت مالي … وأوضح مالي."""
        return next(
            (
                role
                for role in self.roles
                if role.start < source.start
                and len(role.name_keys) > 1
                and role.name_keys[-1:] == source.keys
                and not self.lexicon.words[role.name_keys[0]].conjunction
            ),
            None,
        )

    def _namesake(self, source: Mention, keys: tuple[str, ...]) -> str | None:
        """Where the article lets people of one surname speak, the one named in full last before."""
        if len(keys) != 1:
            return None
        bearers = [
            other
            for other in self.sources
            if other is not None and len(other.name_keys) > 1 and other.name_keys[-1] == keys[0]
        ]
        if len({other.name_keys[0] for other in bearers}) < 2:
            return None
        before = [other for other in bearers if other.start < source.start]
        return max(before, key=lambda other: other.start).name if before else None

    def _other_spelling(self, surname: str) -> str | None:
        """The article's full name of a public figure whose surname it spells in another way too: نتنياهو،
        نتانياهو.
        """
        figures = self.lexicon.surnames.get(fold.key(surname), frozenset())
        for role in self.roles:
            figure = self.lexicon.people.get(" ".join(role.name_keys))
            if figure is not None and figure.id in figures and len(role.name_keys) > 1:
                return role.name
        return None

    def _by_surname(self, surname: str) -> str | None:
        """The full name of the one named as a source who bears the surname, or one that differs in its vowels
        (كراولي، كرولي), or is called by the first word of the name (عرفان).
        """
        named = [
            source
            for source in self.sources
            if source is not None
            and len(source.name_keys) > 1
            and not self.lexicon.words[source.name_keys[0]].forms  # سأل بيرسون
        ]
        roles = [role for role in named if role.role]
        names = (
            {other.name for other in named if other.name_keys[-1] == surname}
            or {other.name for other in named if other.name_keys[0] == surname}
            or {role.name for role in roles if _sounds_like(role.name_keys[-1], surname)}
        )
        return names.pop() if len(names) == 1 else None

    def _company(self, key: str) -> str | None:
        """The organisation of which the article says what it is in another place: آبل، شركة آبل."""
        return next(
            (
                other.text
                for other in self._organisations_with(key)
                if other.tags & t.GENERIC and other.keys[1:] == (key,)
            ),
            None,
        )

    def _with_middle_name(self, keys: tuple[str, ...]) -> str | None:
        """The name of the one beside a role that has the same first and last word and others between."""
        names = {
            role.name
            for role in self.roles
            if len(role.name_keys) > len(keys)
            and (role.name_keys[0], *role.name_keys[-len(keys) + 1 :]) == keys
        }
        return names.pop() if len(names) == 1 else None

    def _role_of(self, name: str) -> str:
        last = fold.key(name.split()[-1])
        for role in self.roles:
            if role.name_keys and role.name_keys[-1] == last and role.role:
                return role.role
        return ""

    def _affiliation(self, role: str) -> str | None:
        if not role:
            return None
        words = role.split()
        for at, word in enumerate(words):
            known = self.lexicon.words[word.strip('،,"“”«»()') or word]
            if known.tags & (t.ORGANISATION | t.KNOWN_ORGANISATION) and not known.tags & t.ROLE:
                rest = " ".join(words[at:]).strip("،, ")
                return rest[1:] if known.preposition and not known.article else rest
        return None

    def _known(self, speaker: Speaker) -> Speaker:
        """With the Latin name and id of the tables."""
        key = fold.key(speaker.name)
        if speaker.kind == "person":
            known = self.lexicon.people.get(key) or figures.of_surname(self.scenes, self.lexicon, key)
        else:
            known = self.lexicon.known.get(key)
        if known is None:
            return speaker
        return structs.replace(speaker, latin=known.latin, id=known.id)

    # Roles

    @cached_property
    def roles(self) -> list[Mention]:
        """Sources in which a role stands beside a name."""
        return [source for source in self.sources if source is not None and source.name and source.role]

    def _roles_with(self, head: str) -> list[Mention]:
        """Roles beside a name whose words hold the stem: the sources first, then the rest of the article."""
        found = self._roles.get(head)
        if found is None:
            found = self._roles[head] = self.roles + named_roles(self.scenes, head)
        return found

    def _role(self, source: Mention) -> Speaker:
        if source.honorific:
            titled = [role for role in self.roles if role.start < source.start and role.honoured]
            titled = [role for role in titled if source.head.rstrip("اه") in fold.key(role.text)] or titled
            if titled:
                nearest = max(titled, key=lambda role: role.start)
                return self._person(
                    nearest, nearest.name, nearest.name_keys, (f"{source.text}: {nearest.text}",)
                )
        if (
            self._is(source.head, t.LATEST)
            or source.honorific
            or not source.keys
            or (source.tags & t.TITLE and len(source.keys) == 1 and not source.tags & t.ROLE)
        ):
            last = self._last(lambda speaker, *_: speaker.kind in ("person", "unnamed"))
            if last is not None:
                return last
        if source.points_back and source.definite and not source.role:
            person = next(
                (
                    m
                    for m in self.roles
                    if m.name_keys and m.name_keys[-1] == fold.key(source.text) and len(m.name_keys) > 1
                ),
                None,
            )
            if person is not None:
                return self._person(person, person.name, person.name_keys, (f"the surname of {person.name}",))
        if self._is(source.head, t.AUTHOR) and source.definite and len(source.keys) <= _SHORT_NAME:
            author = self._author(source.start)
            if author is not None:
                return self._person(author, author.name, author.name_keys, ("who wrote the essay",))
        if source.same and source.definite and source.tags & t.ROLE:
            last = self._last(lambda speaker, *_: speaker.kind in ("person", "unnamed"))
            if last is not None:
                return last
        if source.definite:
            role = self._matching_role(source)
            if role is not None:
                return self._person(role, role.name, role.name_keys, (f"role: {role.text}",))
            figure = self._figure(source)
            if figure is not None:
                return self._person(
                    source,
                    figure.name,
                    tuple(fold.key(figure.name).split()),
                    (f"the tables: {figure.office}",),
                )
            last = self._last(lambda speaker, gender, plural: self._same_head(speaker, source))
            if last is not None:
                return last
        if source.head == "مصدر" and source.definite and source.points_back and self.spoke:
            return self.spoke[-1][1]
        if source.points_back and source.definite and source.tags & t.ROLE:
            last = self._last(lambda speaker, gender, plural: speaker.kind in ("person", "unnamed"))
            if last is not None and last.kind == "unnamed":
                return last
        if source.tags & t.ANY_ROLE and source.definite and not source.role and self._described(source):
            last = self._last(
                lambda speaker, gender, plural: (
                    speaker.kind == "person"
                    and _same_gender(gender, source.gender)
                    and not self._of_elsewhere(speaker, source)
                )
            )
            if last is not None:
                return last
        return self._known(
            Speaker(
                source.text, source.kind, source.text, strength="likely", because=("the role as it stands",)
            )
        )

    def _author(self, place: int) -> Mention | None:
        """Who wrote the essay that is named first before a place in the text: مقال لفلان، مقال كتبه فلان."""
        for number in range(self.scenes.at(place) + 1):
            scene = self.scenes[number]
            essays = (at for at, token in enumerate(scene.tokens) if token.word.rules & t.ESSAY)
            for essay in essays:
                for at in range(essay + 1, min(essay + _MOST_WORDS_TO_AUTHOR, len(scene.tokens))):
                    author = self._written_by(scene, at)
                    if author is not None and author.start < place:
                        return author
        return None

    def _written_by(self, scene: Scene, at: int) -> Mention | None:
        """The person named behind ل or a verb with a pronoun at token `at`: لمحررها فلان، كتبه فلان."""
        tokens, word = scene.tokens, scene.tokens[at].word
        attached = word.preposition == "ل"
        written = any(form.pronoun for form in word.forms) and at + 1 < len(tokens)
        if not attached and not written:
            return None
        phrase = noun_phrase(scene, at if attached else at + 1, len(tokens), frozenset(), attached=attached)
        made = self._mention_of(scene, phrase) if phrase is not None else None
        return made if made is not None and len(made.name_keys) > 1 and made.kind == "person" else None

    def _reporter(self, source: Mention) -> Mention | None:
        """The reporter named last before: كريشما فاسواني، مراسلة بي بي سي … وتضيف مراسلتنا."""
        if not source.tags & t.LISTENER or source.plural:
            return None
        head = source.head.removesuffix("نا")
        if source.points_back and not source.definite and head == source.head:
            return None  # قال مراسل
        head = f"{head[:-1]}ة" if head.endswith("ت") else head
        named = [
            role
            for role in self._roles_with(head)
            if head in role.offices and set(source.keys[1:]) <= set(role.keys)
        ]
        if source.points_back:
            named += [other for other in self.sources if other is not None and self._followed_by(other, head)]
        before = (role for role in named if role.start < source.start and len(role.name_keys) > 1)
        return max(before, key=lambda role: role.start, default=None)

    def _followed_by(self, source: Mention, stem: str) -> bool:
        """Whether a role of the stem follows the source after a comma at most."""
        tokens = self.scenes[self.scenes.at(source.start)].tokens
        at = bisect_left(tokens, source.end, key=lambda token: token.start)
        return any(token.word.stem == stem for token in tokens[at : at + 2])

    def _described(self, source: Mention) -> bool:
        """Whether nothing but adjectives goes with the role: المسؤول الدولي السابق."""
        words = [self.lexicon.words[word] for word in source.text.split()[1:]]
        return all(
            word.tags & t.ADJECTIVE
            or self.lexicon.words[word.stem].tags & t.NATIONALITY
            or word.article
            and word.stem.endswith(("ي", "ية"))
            and not word.tags & (t.ROLE | t.ORGANISATION | t.PLACE | t.NAME)
            for word in words
        )

    def _of_elsewhere(self, speaker: Speaker, source: Mention) -> bool:
        """Whether a speaker is known to be of another country than the mention says."""
        wanted = figures.country(self.lexicon, source.keys)
        if not wanted:
            return False
        figure = figures.figure_of(self.lexicon, speaker.name)
        role = [self.lexicon.words[word].stem for word in (speaker.role or "").split()]
        own = figure.country if figure is not None else figures.country(self.lexicon, role)
        return own not in ("", wanted)

    def _is(self, key: str, rule: int) -> bool:
        """Whether a word belongs to a class of `tags.RULE`."""
        return bool(self.lexicon.rules.get(key, 0) & rule)

    def _matching_role(self, source: Mention) -> Mention | None:
        """The named role that the mention repeats, the nearest before it or else the first after it."""
        wanted = [key for key in source.keys if not self._is(key, t.STATE)]
        found = self._nearest_role(source, wanted)
        if found is None and wanted and wanted[0] in self._spokesmen:
            others = (self._nearest_role(source, [key, *wanted[1:]]) for key in sorted(self._spokesmen))
            found = next((role for role in others if role is not None), None)
        if found is not None or len(wanted) < 2:
            return found
        # The nationality that only one of the two mentions gives: رئيس البرلمان، رئيس البرلمان الصومالي.
        words = self.lexicon.words
        rest = [wanted[0], *(key for key in wanted[1:] if not words[key].tags & t.NATIONALITY)]
        return self._nearest_role(source, rest, only=True) if len(rest) < len(wanted) else None

    def _nearest_role(self, source: Mention, wanted: list[str], only: bool = False) -> Mention | None:
        best: tuple[int, int] | None = None
        found = None
        names = set()
        for role in self._roles_with(wanted[0]) if wanted else ():
            if role.start == source.start or not role.keys:
                continue
            if not _same_role(source, wanted, role) or only and self._elsewhere(role, source):
                continue
            if only and any(self.lexicon.words[key].tags & t.NATIONALITY for key in role.keys):
                continue
            if only and len(role.name_keys) < 2:
                return None
            names.add(role.name_keys[-1:])
            if only and (len(names) > 1 or role.keys[0] != wanted[0]):
                return None
            rank = (
                (0, source.start - role.start)
                if role.start < source.start
                else (1, role.start - source.start)
            )
            if best is None or rank < best:
                best, found = rank, role
        return found

    def _elsewhere(self, role: Mention, source: Mention) -> bool:
        """Whether the tables know that the named person belongs to another country than the mention says."""
        wanted = figures.country(self.lexicon, source.keys)
        figure = figures.figure_of(self.lexicon, role.name) if wanted else None
        return figure is not None and figure.country not in ("", wanted)

    def _figure(self, source: Mention) -> Known | None:
        """The one public figure named in the article who holds the office in the country that the mention
        names.
        """
        country, offices = (
            figures.country(self.lexicon, source.keys),
            figures.offices(self.lexicon, source.keys),
        )
        if not country or not offices:
            return None
        if self._cast is None:
            self._cast = figures.cast(self.scenes, self.lexicon)
        fitting = [figure for figure in self._cast if figure.country == country and figure.office in offices]
        return fitting[0] if len(fitting) == 1 else None

    def _same_head(self, speaker: Speaker, source: Mention) -> bool:
        words = [word.removeprefix("ال") for word in fold.key(speaker.role or speaker.name).split()]
        if not words or _nominative(words[0]) != _nominative(source.head.removeprefix("ال")):
            return False
        wanted, own = (figures.country(self.lexicon, keys) for keys in (source.keys, words))
        if wanted and own and wanted != own:
            return False  # الوزير القطري is not the Omani minister
        return source.kind == "person" or set(source.keys) <= {*words, source.head}

    def _last(self, fits) -> Speaker | None:  # type: ignore[no-untyped-def]
        for _, speaker, gender, plural in reversed(self.spoke):
            if fits(speaker, gender, plural):
                return speaker
        return None

    # Organisations and documents

    def _organisations_with(self, head: str) -> list[Mention]:
        found = self._organisations.get(head)
        if found is None:
            found = self._organisations[head] = organisations(self.scenes, head)
        return found

    def _several(self, source: Mention) -> str | None:
        """The names of two who speak together, as they stand: الرئيس فلان والوزيرة فلانة."""
        if not source.name or source.kind != "person":
            return None
        scene = self.scenes[self.scenes.at(source.start)]
        tokens = scene.tokens
        begin = self.text.find(source.name, source.start)
        first, end = (
            bisect_left(tokens, place, key=lambda token: token.start) for place in (begin, source.end)
        )
        at = next((k for k in range(first + 1, end) if tokens[k].word.conjunction == "و"), end)
        if at - first < _SHORT_NAME or at == end or tokens[at - 1].word.kind == "sign":
            return None
        word, close = tokens[at].word, begin + len(source.name)
        if word.tags & (t.ROLE | t.TITLE) and not word.tags & t.SURE_NAME:
            other = noun_phrase(scene, at, end, frozenset(), attached=True)
            made = self._mention_of(scene, other) if other is not None else None
            return f"{source.name} و{made.name}" if made is not None and made.name else None
        if tokens[at].start >= close:
            return None
        if (
            self.lexicon.words[word.stem].tags & t.NATIONALITY and at + 1 < end
        ):  # الوزير الفرنسي فلان والألماني فلان
            return f"{self.text[begin : tokens[at - 1].end]} و{self.text[tokens[at + 1].start : close]}"
        return source.name if word.tags & t.NAME else None

    def _issuer(self, source: Mention) -> Mention | None:
        """Who issued the document that the source names, None where it does not say."""
        if source.issuer < 0:
            return None
        tokens = self.scenes[self.scenes.at(source.start)].tokens
        name = self.text.find(source.name, source.issuer, source.end) if source.name else -1
        known = fold.key(source.name) in self.lexicon.known  # تقرير صادر عن بلومبيرغ
        span = Span(name, name + len(source.name)) if name >= 0 and not known else None
        return mention(self.text, tokens, Span(source.issuer, source.end), span)

    def _issued_before(self, source: Mention) -> Speaker | None:
        """Whoever issued the document that is spoken of before, or spoke in it: بيان للجيش … وقال البيان."""
        for number in range(self.scenes.at(source.start), -1, -1):
            scene = self.scenes[number]
            tokens = scene.tokens
            for at in range(len(tokens) - 1, -1, -1):
                word = tokens[at].word
                if word.stem != source.head or tokens[at].start >= source.start:
                    continue
                if word.article or word.pronoun:
                    continue
                phrase = noun_phrase(scene, at, len(tokens), frozenset(), attached=True)
                made = self._mention_of(scene, phrase) if phrase is not None else None
                issuer = self._issuer(made) if made is not None else None
                if issuer is not None:
                    return self._named(issuer)
                spoke = [entry[1] for entry in self.spoke if entry[0].sentence == number]
                own = self._is(source.head, t.SPOKEN_DOCUMENT) or spoke and spoke[-1].kind != "person"
                if spoke and own and at and tokens[at - 1].word.key == "في":
                    return spoke[-1]
        return None

    def _carries(self, speaker: Speaker) -> bool:
        """Whether a speaker is an outlet, which does not issue what it carries."""
        return bool(self.lexicon.words[speaker.name.split()[0]].tags & (t.MEDIA | t.OUTLET))

    def _organisation(self, source: Mention) -> Speaker:
        if (
            source.kind == "document"
            and self._is(source.head, t.ISSUED_DOCUMENT)
            and source.definite
            and len(source.keys) <= 2
        ):
            issued = self._issued_before(source)
            if issued is not None:
                return issued
            last = self._last(
                lambda speaker, gender, plural: (
                    speaker.kind in ("organisation", "document", "place") and not self._carries(speaker)
                )
            )
            if last is not None and (last.kind == "organisation" or self._same_head(last, source)):
                return last
        if source.points_back and source.definite and source.kind == "organisation":
            last = self._last(
                lambda speaker, gender, plural: (
                    len(speaker.name.split()) > 1 and self._same_head(speaker, source)
                )
            )
            if last is not None and last.kind == "organisation":
                return last
        if source.points_back and source.definite or source.kind == "organisation":
            fuller = self._fuller(source.keys, source.start)
            if fuller is not None:
                return self._known(
                    Speaker(
                        fuller.text,
                        source.kind,
                        because=(f"named in full: {fuller.text}",),
                    )
                )
        return self._known(Speaker(source.text, source.kind, because=("the source as it stands",)))

    def _fuller(self, keys: tuple[str, ...], start: int) -> Mention | None:
        """The organisation in the article that a mention with these words, at `start`, abbreviates."""
        if not keys or len(keys) > 3:
            return None
        wanted = set(keys)
        named = self._organisations_with(keys[0])
        before = [m for m in named if m.start < start]
        after = [m for m in named if m.start > start]
        for candidates in (list(reversed(before)), after):
            for other in candidates:
                if (
                    len(other.keys) > len(keys)
                    and len(other.keys) <= 7
                    and wanted <= set(other.keys)
                    and (other.head == keys[0] or other.tags & t.GENERIC and other.keys[1] == keys[0])
                ):
                    return self._fullest(other)
        return None

    def _known_in_full(self, source: Mention, known: Known) -> str:
        """The name of an organisation of the tables with the وزارة، حركة or nationality that the article
        gives it elsewhere.
        """
        best, length = source.text, len(source.keys)
        for other in self._organisations_with(source.keys[0]) if source.keys else ():
            same = self.lexicon.known.get(fold.key(other.text))
            fits = self._with_more(source, other) if same is None else same.name == known.name
            if fits and len(other.keys) > length:
                best, length = other.text, len(other.keys)
        return best

    def _proper_name(self, source: Mention, known: Known) -> str | None:
        """The name of an organisation that the source calls by what it is, where the article gives the name:
        الأمم المتحدة، المنظمة الدولية.
        """
        own, called = (set(fold.key(name).split()) for name in (known.name, source.text))
        described = source.tags & t.GENERIC and source.text.startswith("ال") and not own & called
        return known.name if described and known.name in self.text else None

    def _with_more(self, source: Mention, other: Mention) -> bool:
        """Whether the other name adds but what it is and of which nation: حماس، حركة حماس الفلسطينية."""
        more = [key for key in other.keys if key not in source.keys]
        heads, nations = (
            [key for key in more if self.lexicon.words[key].tags & tag] for tag in (t.GENERIC, t.NATIONALITY)
        )
        if len(other.keys) != len(source.keys) + len(more) or len(heads) + len(nations) != len(more):
            return False
        return len(nations) <= 1 and (not heads or heads == [other.head] and not source.tags & t.GENERIC)

    def _fullest(self, mention: Mention) -> Mention:
        """The longest form of the same organisation in the article."""
        same = [
            m
            for m in self._organisations_with(mention.head)
            if set(mention.keys) <= set(m.keys)
            and len(m.keys) <= 7
            and (m.head == mention.head or m.tags & t.GENERIC and m.keys[1] == mention.head)
        ]
        return max(same, key=lambda m: len(m.keys), default=mention) if len(mention.keys) <= 2 else mention

    # Subjects that are only in the verb

    def _elided(self, statement: Statement) -> tuple[Speaker, str, bool] | None:
        here = [entry for entry in self.spoke if entry[0].sentence == statement.sentence]
        inside = statement.cue.start > self.scenes[statement.sentence].tokens[0].end + 1
        if not here and (statement.by.startswith(("participle", "noun")) or inside):
            subject = self._main_subject(statement)
            if subject is not None and _same_gender(subject.gender, statement.gender):
                speaker = self._named(subject)
                return speaker, statement.gender or subject.gender, subject.plural
        if statement.number == "p":
            group = self._group_before(statement)
            if group is not None:
                return (
                    Speaker(
                        group.text,
                        group.kind,
                        strength="likely",
                        because=("subject elided: the group before it",),
                    ),
                    "",
                    True,
                )
        if not here and not inside:
            heading = self._heading(statement)
            if heading is not None:
                return heading
        if not here and not inside and statement.cue.sense not in ("add", "continue", "conclude"):
            introduced = self._introduced(statement)
            if introduced is not None:
                return introduced
        own = [entry for entry in self.spoke if not entry[0].by.startswith("attributive")]
        for entries in (here, own, self.spoke):
            if entries is own and here and statement.by.startswith("participle"):
                return self._weaker(here[-1][1]), here[-1][2], here[-1][3]  # وقالت الوزارة …، مضيفا
            runs_on = entries is here and self.text[: statement.cue.start].rstrip()[-1:] not in "،,؛"
            for earlier, speaker, gender, plural in reversed(entries):
                if _agree(statement, gender, plural) and (
                    runs_on or not _nested(earlier, statement, entries)
                ):
                    return self._weaker(speaker), gender, plural
        if self.spoke:
            _, speaker, gender, plural = self.spoke[-1]
            because = (*speaker.because, "the last who spoke, without agreement")
            return structs.replace(speaker, strength="guess", because=because), gender, plural
        subject = self._main_subject(statement)
        if subject is not None:
            return self._named(subject), statement.gender, subject.plural
        return None

    @staticmethod
    def _weaker(speaker: Speaker) -> Speaker:
        return structs.replace(
            speaker,
            strength="likely" if speaker.strength == "sure" else speaker.strength,
            because=(*speaker.because, "subject elided: the last who spoke and agrees"),
        )

    def _introduced(self, statement: Statement) -> tuple[Speaker, str, bool] | None:
        """The person whom the sentence before brings in without letting him speak: التقى
        المدرب … . وقال إن.
        """
        number = statement.sentence - 1
        if number < 0 or any(entry[0].sentence == number for entry in self.spoke):
            return None
        tokens = self.scenes[number].tokens
        subject = self._subject_of(number, len(tokens))
        if subject is None or not _same_gender(subject.gender, statement.gender):
            return None
        person = subject.kind == "person" and subject.name != "" and statement.number != "p"
        before = [token.word for token in tokens if token.end <= subject.start]
        fronted = before and (before[0].tags & (t.PREPOSITION | t.TIME) or before[0].preposition)
        if not person and not fronted and not any(word.verb is not None for word in before[:2]):
            return None
        return self._named(subject), statement.gender or subject.gender, subject.plural

    def _heading(self, statement: Statement) -> tuple[Speaker, str, bool] | None:
        """The person whose name alone is the heading that the statement stands under, where several speak so
        in turn: a line with a name, under it وأضاف.
        """
        last = self.spoke[-1][0].sentence if self.spoke else -1
        under = [number for number in self.headings if last < number < statement.sentence]
        if len(self.headings) < 2 or not under:
            return None
        tokens = self.scenes[under[-1]].tokens
        name = Span(tokens[0].start, tokens[-1].end)
        made = mention(self.text, tokens, name, name)
        return (self._named(made), statement.gender, False) if made is not None else None

    @cached_property
    def headings(self) -> list[int]:
        """The sentences that are nothing but a personal name."""
        return [
            number
            for number, tokens in enumerate(self.scenes.tokens)
            if 1 < len(tokens) <= _MOST_NAME_WORDS
            and all(token.word.tags & t.NAME or is_name_word(token.word) for token in tokens)
            and any(token.word.tags & (t.SURE_NAME | t.SURNAME) for token in tokens)
        ]

    def _group_before(self, statement: Statement) -> Mention | None:
        """Several people named before a plural verb in its sentence, where they are nearer than who spoke
        last.
        """
        scene = self.scenes[statement.sentence]
        cue = self._cue_token(statement)
        if any(entry[0].sentence == statement.sentence and entry[3] for entry in self.spoke):
            return None
        places = [(scene, at) for at in range(cue - 1, -1, -1)]
        earlier = self.scenes[statement.sentence - 1] if statement.sentence else None
        if earlier is not None and not (self.spoke and self.spoke[-1][3]):
            places += [(earlier, at) for at in range(len(earlier.tokens) - 1, -1, -1)]
        for where, at in places:
            word = where.tokens[at].word
            if (
                word.kind == "word"
                and not word.preposition
                and (word.tags & t.GROUP or word.article and word.stem.endswith("ون"))
            ):
                phrase = noun_phrase(
                    where, at, cue if where is scene else len(where.tokens), frozenset({"NP"})
                )
                if phrase is not None:
                    return mention(
                        self.text,
                        where.tokens,
                        Span(where.tokens[at].start, where.tokens[phrase.end - 1].end),
                        None,
                    )
        return None

    def _main_subject(self, statement: Statement) -> Mention | None:
        """The subject of the nearest verb before the cue that brings in somebody: وهاجم عباس …، قائلا."""
        cue = self._cue_token(statement)
        scene = self.scenes[statement.sentence]
        first = scene.tokens[0].word
        if scene.kind != "body" and statement.number != "p" and first.nominal and first.tags & _SPEAKING:
            return self._subject_of(statement.sentence, cue)  # فلان يلتقي فلانا ويؤكد كذا
        for at in range(cue - 1, 0, -1):
            subject = self._after_verb(statement.sentence, at, cue)
            if subject is None or not _same_gender(subject.gender, statement.gender):
                continue
            if statement.number != "p" or subject.plural or subject.kind == "group":
                return subject
        return self._subject_of(statement.sentence, cue)

    def _cue_token(self, statement: Statement) -> int:
        """The number of the cue's first token in its sentence."""
        return bisect_left(
            self.scenes[statement.sentence].tokens, statement.cue.start, key=lambda token: token.start
        )

    def _after_verb(self, sentence: int, at: int, end: int) -> Mention | None:
        """The subject that follows the finite verb at token `at`, None where no such verb stands there."""
        scene = self.scenes[sentence]
        tokens = scene.tokens
        word, before = tokens[at].word, tokens[at - 1].word
        if before.tags & (t.RELATIVE | t.RELATIVE_FREE | t.COMPLEMENTIZER):
            return None
        if before.tags & t.NEGATION and not _turns_to(tokens[end - 1].word):
            return None  # لم تعلن إسرائيل مسؤوليتها، لكنها قالت
        following = tokens[at + 1].word if at + 1 < end else None
        known = word.tags & t.VERB or word.verb is not None and not word.nominal
        if not known and not (following is not None and _unknown_verb(word, following)):
            return None
        start = at + 1
        while start < end and tokens[start].word.tags & t.TIME and not tokens[start].word.nominal:
            start += 1
        if start >= end or not tokens[start].word.nominal:
            return None
        if not tokens[start].word.tags & (_PEOPLE | t.PLACE if _feminine(word) else _PEOPLE):
            return None
        phrase = noun_phrase(scene, start, end, frozenset({"NP", "addressee"}))
        return self._mention_of(scene, phrase) if phrase is not None else None

    def _mention_of(self, scene: Scene, phrase: Phrase) -> Mention | None:
        tokens = scene.tokens
        name = (
            Span(tokens[phrase.name_start].start, tokens[phrase.name_end - 1].end)
            if phrase.name_end
            else None
        )
        return mention(self.text, tokens, Span(tokens[phrase.start].start, tokens[phrase.end - 1].end), name)

    def _subject_of(self, sentence: int, cue: int) -> Mention | None:
        """The subject of a sentence's main verb, looked for before token `cue`."""
        scene = self.scenes[sentence]
        tokens = scene.tokens
        at = 0
        while (
            at < cue
            and tokens[at].word.tags & (t.CONNECTIVE | t.PERFECTIVE | t.AUXILIARY)
            and not tokens[at].word.tags & _SPEAKING
        ):
            at += 1
        for start in (at, at + 1):
            if start > at and at < cue and tokens[at].word.tags & t.PREPOSITION:
                break  # في الكثير من الأحيان
            if start < cue and tokens[start].word.conjunction and tokens[start].word.forms:
                continue  # ويشار
            if start < cue and tokens[start].word.nominal and tokens[start].word.tags & _SPEAKING:
                phrase = noun_phrase(scene, start, cue, frozenset({"NP", "addressee"}))
                if phrase is not None:
                    return self._mention_of(scene, phrase)
        return next(
            (
                found
                for start in range(at + 1, cue)
                if (found := self._after_verb(sentence, start, cue)) is not None
            ),
            None,
        )


def _same_role(source: Mention, wanted: list[str], role: Mention) -> bool:
    keys = set(role.keys)
    if not wanted:
        return False
    if _without_feminine(wanted[0]) not in {_without_feminine(key) for key in role.offices}:
        return False
    if source.gender == "f" and role.gender == "m":
        return False
    return all(_base(key) in {_base(other) for other in keys} for key in wanted[1:])


def _sounds_like(one: str, other: str) -> bool:
    """Whether two spellings of a foreign name differ in the letters of vowels only."""
    consonants = one.translate(_VOWELS)
    return one[0] == other[0] and len(consonants) > 2 and consonants == other.translate(_VOWELS)


def _nominative(key: str) -> str:
    """A plural in the case of subjects: مسؤولين، مسؤولون."""
    return f"{key[:-2]}ون" if key.endswith("ين") else key


def _without_feminine(key: str) -> str:
    return key.removesuffix("ة")


def _base(key: str) -> str:
    """A word without the endings in which nationality and place differ: روسي، روسية، روسيا."""
    for ending in ("ية", "يا", "ي", "ا", "ة"):
        if key.endswith(ending) and len(key) > len(ending) + 2:
            return key[: -len(ending)]
    return key


def _same_gender(one: str, other: str) -> bool:
    """Whether two genders may be one; an empty one is not known."""
    return not (one and other and one != other)


def _turns_to(word: Word) -> bool:
    """Whether a connective turns to what was the subject: لكنها، إلا أنه."""
    return bool(word.tags & (t.CONNECTIVE | t.COMPLEMENTIZER)) and word.key.endswith(("ه", "ها", "هم"))


def _unknown_verb(word: Word, following: Word) -> bool:
    """Whether an unknown word can only be the verb of a feminine subject: قلصت الوكالة توقعاتها."""
    return (
        word.kind == "word"
        and not (word.tags or word.article or word.preposition)
        and len(word.stem) > _SHORTEST_FEMININE_VERB
        and word.key.endswith("ت")
        and not word.key.endswith("ات")
        and bool(following.tags & _PEOPLE)
        and following.stem.endswith(("ة", "ات"))
    )


def _feminine(word: Word) -> bool:
    """Whether a finite verb shows a feminine subject."""
    if word.verb is not None:
        return word.verb.gender == "f"
    return word.stem.startswith("ت") or word.stem.endswith("ت")


def _agree(statement: Statement, gender: str, plural: bool) -> bool:
    if statement.number == "p":
        return plural
    if not _same_gender(statement.gender, gender):
        return False
    return not (plural and statement.number == "s" and statement.gender == "m")


def _nested(
    earlier: Statement, statement: Statement, entries: list[tuple[Statement, Speaker, str, bool]]
) -> bool:
    """Whether the earlier statement stands inside the content of another, so that its speaker has left the
    stage.
    """
    return any(
        other is not earlier
        and other.spans[0].start <= earlier.cue.start < other.spans[-1].end
        and other.cue.start < earlier.cue.start
        for other, *_ in entries
    ) and not (earlier.sentence == statement.sentence and earlier.spans[-1].end > statement.cue.start)
