"""What the resolvers of an article share: its scenes, the tables, its cast as asked for, who has spoken."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from itertools import takewhile
from operator import attrgetter

from msgspec import structs

from qawl import fold
from qawl.lexicon import Lexicon
from qawl.lexicon import tags as t
from qawl.lexicon.figures import Known
from qawl.lexicon.shape import one_of_several
from qawl.lexicon.word import NOTHING, Word
from qawl.model import Span, Speaker, Statement
from qawl.phrases import Phrase
from qawl.scene import Scene, Scenes
from qawl.speakers import abbreviations, figures, fullnames
from qawl.speakers.bodynames import organisations
from qawl.speakers.broughtin import brought_in
from qawl.speakers.cast import holding, people_in, roles_in
from qawl.speakers.likeness import one_word
from qawl.speakers.mention import Mention, mention
from qawl.speakers.rivals import rivals

CONTINUING = ("add", "continue", "conclude")
"""Senses of verbs with which the one who spoke goes on."""
_MANY = ("ين", "ون")
"""Endings of those among whom somebody is told to be: كبير الباحثين."""
_START = attrgetter("start")
Spoken = tuple[Statement, Speaker, str, bool]
"""Who has spoken: statement, speaker, gender, whether more than one."""


class Stage:
    """An article's sources and cast, and the memory of who spoke."""

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
        self._named_roles: dict[int, list[Mention]] = {}
        self._organisations: dict[str, list[Mention]] = {}
        self._people: dict[int, list[Mention]] = {}
        self._brought_in: dict[int, tuple[Mention, str] | None] = {}
        self._fullest_names: dict[tuple[str, tuple[str, ...]], str] = {}
        self._spelled_out: dict[str, Mention | None] = {}
        self.spoke: list[Spoken] = []
        self._spoke_in: dict[int, list[Spoken]] = {}

    def hear(self, entry: Spoken) -> None:
        """Remembers who spoke."""
        self.spoke.append(entry)
        self._spoke_in.setdefault(entry[0].sentence, []).append(entry)

    def several_spoke(self, number: int) -> bool:
        """Whether the last who spoke did so in the sentence and are several or unnamed: خبراء، مصادر."""
        last = self.spoke[-1:]
        several = (plural or speaker.kind in ("group", "unnamed") for _, speaker, _, plural in last)
        return any(several) and last[0][0].sentence == number

    def spoke_in(self, number: int) -> list[Spoken]:
        """Who has spoken in a sentence, in the order of the statements."""
        return self._spoke_in.get(number, [])

    def fullest_name(self, written: str, keys: tuple[str, ...]) -> str:
        """The fullest form of a personal name that the article gives, looked for once."""
        asked = (written, keys)
        if asked not in self._fullest_names:
            self._fullest_names[asked] = fullnames.fullest_name(self.scenes, written, keys)
        return self._fullest_names[asked]

    def spelled_out(self, written: str) -> Mention | None:
        """The name of the organisation that an abbreviation stands behind, looked for once."""
        if written not in self._spelled_out:
            self._spelled_out[written] = abbreviations.spelled_out(self.scenes, written)
        return self._spelled_out[written]

    def as_it_stands(self, source: Mention) -> str:
        """The source's words as a name, without what but points at somebody: تلك | التقارير."""
        first, _, rest = source.text.partition(" ")
        pointing = self.lexicon.words[first].tags & t.DEMONSTRATIVE and rest.startswith("ال")
        return rest if pointing else source.text

    @cached_property
    def roles(self) -> list[Mention]:
        """Sources in which a role stands beside a name."""
        return [source for source in self.sources if source is not None and source.name and source.role]

    @cached_property
    def going_on(self) -> frozenset[int]:
        """Where the sources begin whose verb goes on with what was said: وأضاف الوزير، وتابع قائد المنتخب."""
        return frozenset(
            source.start
            for statement, source in zip(self.statements, self.sources, strict=True)
            if source is not None and (statement.cue.sense in CONTINUING or self._goes_on(source))
        )

    def _goes_on(self, source: Mention) -> bool:
        """Whether a verb that goes on stands before a source, the cue being another: وتابع المدرب قائلا."""
        word = self.word_before(source.start)
        verb = word.verb if word is not None else None
        return verb is not None and verb.entry.sense in CONTINUING

    def continues(self, statement: Statement) -> bool:
        """Whether a statement goes on with what was said before, by its verb, the one before its participle
        or كما: وأضاف، وتابع قائلا، كما لفت.
        """
        if statement.cue.sense in CONTINUING:
            return True
        cue, tokens = self.cue_token(statement), self.scenes.tokens[statement.sentence]
        before = tokens[cue - 1].word if cue else NOTHING
        if before.verb is not None and before.verb.entry.sense in CONTINUING:
            return True
        return cue == 1 and bool(before.rules & t.THUS and before.tags & t.CONNECTIVE)

    @cached_property
    def figures(self) -> list[tuple[Known, str]]:
        """The public figures named in the article, and how it spells their names."""
        return figures.cast(self.scenes, self.lexicon)

    @cached_property
    def bound(self) -> dict[str, str]:
        """The names of several words that the tables know and the article holds, with their keys."""
        found: dict[str, str] = {}
        for tokens in self.scenes.tokens:
            first = 0
            for at in [at for at, token in enumerate(tokens) if token.word.rules & t.BOUND]:
                if not at or not tokens[at - 1].word.rules & t.BOUND:
                    first = max(at - 1, 0)
                if at + 1 == len(tokens) or not tokens[at + 1].word.rules & t.BOUND:
                    name = self.text[tokens[first].start : tokens[at].end]
                    found[name] = fold.key(name)
        return found

    def roles_with(self, head: str) -> list[Mention]:
        """Roles beside a name whose words hold the stem: the sources first, then the rest of the article."""
        found = self._roles.get(head)
        if found is None:
            named = [role for number in holding(self.scenes, head) for role in self._roles_in(number)]
            found = self._roles[head] = self.roles + named
        return found

    def _roles_in(self, sentence: int) -> list[Mention]:
        """The roles that stand beside a name in a sentence: الرئيس السوداني عمر البشير."""
        found = self._named_roles.get(sentence)
        if found is None:
            found = self._named_roles[sentence] = roles_in(self.scenes, sentence)
        return found

    def people_in(self, sentence: int) -> list[Mention]:
        """The persons that a sentence names, in order."""
        found = self._people.get(sentence)
        if found is None:
            found = self._people[sentence] = people_in(self.scenes, sentence, self._roles_in(sentence))
        return found

    def brought_in(self, sentence: int) -> tuple[Mention, str] | None:
        """The person whom a sentence of the body brings in by name alone, and the gender of its verb."""
        if sentence not in self._brought_in:
            self._brought_in[sentence] = self._bring_in(sentence)
        return self._brought_in[sentence]

    def _bring_in(self, sentence: int) -> tuple[Mention, str] | None:
        tokens = self.scenes.tokens[sentence]
        found = brought_in(tokens, self.again) if self.scenes[sentence].kind == "body" else None
        if found is None:
            return None
        start, end, gender = found
        name = Span(tokens[start].start, tokens[end - 1].end)
        made = mention(self.text, tokens, name, name)
        return (made, made.gender or gender) if made is not None and made.name else None

    def organisations_with(self, head: str) -> list[Mention]:
        """Organisations of the article whose names hold the stem."""
        found = self._organisations.get(head)
        if found is None:
            found = self._organisations[head] = organisations(self.scenes, head)
        return found

    def again(self, key: str) -> bool:
        """Whether the article has a word in more sentences than one."""
        return key in self._repeated

    @cached_property
    def speaking(self) -> frozenset[str]:
        """The keys of the single words that are a source by themselves: وتقول سلام."""
        return frozenset(
            fold.key(source.text)
            for statement, source in zip(self.statements, self.sources, strict=True)
            if source is not None and " " not in source.text and statement.cue.sense != "headline"
        )

    @cached_property
    def _keys(self) -> list[set[str]]:
        """The keys of each sentence's words."""
        return [{token.word.key for token in tokens} for tokens in self.scenes.tokens]

    @cached_property
    def _repeated(self) -> frozenset[str]:
        """The keys of the words that stand in several sentences."""
        seen: set[str] = set()
        repeated: set[str] = set()
        for here in self._keys:
            repeated |= seen & here
            seen |= here
        return frozenset(repeated)

    def sentences_with(self, key: str) -> list[int]:
        """The numbers of the sentences that hold a word, or a word of its stem, in order."""
        of_stem = self.scenes.holding({key.removeprefix("ال")})
        return [number for number, here in enumerate(self._keys) if key in here or number in of_stem]

    def times_named(self, surname: str) -> int:
        """How often a surname stands in the article."""
        key = fold.key(surname)
        return sum(
            token.word.stem == key or token.word.key == key
            for tokens in self.scenes.tokens
            for token in tokens
        )

    def is_a(self, key: str, rule: int) -> bool:
        """Whether a word belongs to a class of `tags.RULE`."""
        return bool(self.lexicon.rules.get(key, 0) & rule)

    def last(self, fits: Callable[[Speaker, str, bool], bool]) -> Speaker | None:
        """The last who spoke and fits, by speaker, gender and whether more than one."""
        for _, speaker, gender, plural in reversed(self.spoke):
            if fits(speaker, gender, plural):
                return speaker
        return None

    def last_outer(self) -> Speaker | None:
        """The last who spoke and whose words are not reported by another."""
        for statement, speaker, *_ in reversed(self.spoke):
            if not nested(statement, self.spoke):
                return speaker
        return None

    def same_head(self, speaker: Speaker, source: Mention) -> bool:
        """Whether a speaker is called what the source says first, and is of no other country."""
        words = [word.removeprefix("ال") or word for word in fold.key(speaker.role or speaker.name).split()]
        if source.plural and one_of_several(self.lexicon.words[words[0]]):
            return False  # أحد المسؤولين is not المسؤولان
        words = words[self.counted(words) :]
        if len(words) > 1 and words[1][-2:] in _MANY and words[1][:-2] == source.head:
            words = [source.head, *words[2:]]  # كبير الباحثين في معهد كذا … وقال الباحث
        if self.is_a(words[0], t.OBLIQUE) and len(words) > 1:
            words = [f"{words[0]}ن", *words[1:]]  # سائقي الشركة … وقال السائقون
        if not words or not one_word(words[0], source.head.removeprefix("ال")):
            return False
        own = takewhile(lambda word: not self.lexicon.words[word].tags & t.PREPOSITION, words)
        if figures.differ(self.lexicon, source.keys, list(own)):
            return False  # السفير الصيني is not السفير الأميركي لدى لبنان
        if figures.elsewhere(self.lexicon, speaker.name, "", source):
            return False  # وزير الخارجية الإسرائيلي is not the Turkish one
        if source.kind == "person":
            if rivals(self.lexicon, source.text, speaker.role or speaker.name):
                return False
            return len(words) == 1 or not self._of_another(source, words)
        return all(any(one_word(key, word) for word in (*words, source.head)) for key in source.keys)

    def counted(self, words: list[str]) -> bool:
        """Whether a number or quantity is told first: ثلاثة مصادر أمنية, 4 مسؤولين."""
        first = words[0] if len(words) > 1 else ""
        return first.isdigit() or bool(first and self.lexicon.words[first].tags & t.QUANTIFIER)

    def _of_another(self, source: Mention, words: list[str]) -> bool:
        """Whether an office is of another body than the words say: وزير الطاقة is not وزير الخارجية, nor رئيس
        الوزراء رئيس البلدية, nor the mayor الرئيس الصيني.
        """
        tags = {key: self.lexicon.words[key].tags for key in source.keys}
        stems = list(map(self._stem, words))
        own = {key for key in stems[1:] if self.is_body(key)}
        own.update(key for key in stems[1:2] if self.lexicon.words[key].tags & t.GROUP)
        wanted = {key for key in source.keys[1:] if self.is_body(key) and not tags[key] & t.GENERIC}
        wanted.update(key for key in source.keys[1:2] if tags[key] & t.GROUP)
        if self.is_a(source.head, t.RULER):
            state = all(tags[key] & t.NATIONALITY for key in source.keys[1:])
            nation = any(self.lexicon.words[key].tags & t.NATIONALITY for key in stems[1:2])
            if state and own or nation and wanted and not any(self.is_a(key, t.STATE) for key in wanted):
                return True
        if not (wanted and own):
            return False
        return {key.replace("ا", "") for key in wanted}.isdisjoint(key.replace("ا", "") for key in own)

    def _stem(self, word: str) -> str:
        return self.lexicon.words[word].stem

    def is_body(self, key: str) -> bool:
        """Whether a stem in a role names a body: وزير الطاقة، رئيس البلدية."""
        word = self.lexicon.words[key]
        body = word.tags & (t.ORGANISATION | t.KNOWN_ORGANISATION)
        return bool(body or word.rules & (t.POWER | t.MINISTRY))

    def identified(self, speaker: Speaker) -> Speaker:
        """With the Latin name and id of the tables."""
        key = fold.key(speaker.name)
        if speaker.kind == "person":
            known = self.lexicon.people.get(key) or figures.of_surname(self.scenes, self.lexicon, key)
        else:
            known = self.lexicon.known.get(key)
        if known is None:
            return speaker
        return structs.replace(speaker, latin=known.latin, id=known.id)

    def cue_token(self, statement: Statement) -> int:
        """The number of the cue's first token in its sentence."""
        tokens = self.scenes.tokens[statement.sentence]
        return bisect_left(tokens, statement.cue.start, key=_START)

    def word_before(self, place: int) -> Word | None:
        """The word before a place in its sentence."""
        at = self.place_in_sentence(place)
        return self.scenes.tokens[self.scenes.at(place)][at - 1].word if at else None

    def place_in_sentence(self, place: int) -> int:
        """How many tokens stand before a place in its sentence."""
        tokens = self.scenes.tokens[self.scenes.at(place)]
        return bisect_left(tokens, place, key=_START)

    def mention_of(self, scene: Scene, phrase: Phrase) -> Mention | None:
        """The mention that a noun phrase of a sentence makes."""
        tokens = scene.tokens
        name = (
            Span(tokens[phrase.name_start].start, tokens[phrase.name_end - 1].end)
            if phrase.name_end
            else None
        )
        return mention(self.text, tokens, Span(tokens[phrase.start].start, tokens[phrase.end - 1].end), name)


def holds(statement: Statement, place: int) -> bool:
    """Whether a place in the text belongs to what is said."""
    return any(span.start <= place < span.end for span in statement.spans)


def nested(statement: Statement, entries: list[Spoken]) -> bool:
    """Whether a statement stands inside the content of another."""
    return any(
        other is not statement
        and other.spans[0].start <= statement.cue.start < other.spans[-1].end
        and other.cue.start < statement.cue.start
        for other, *_ in entries
    )


def of_inner(statement: Statement, entries: list[Spoken]) -> bool:
    """Whether a verb without a subject is of one who spoke in the same sentence inside what another said:
    ذكر المحامي أن المتهم أقر بالسرقة، إلا أنه زعم أنه ندم.
    """
    here = [entry for entry in entries if entry[0].sentence == statement.sentence]
    names = {speaker.name for said, speaker, *_ in here if said is statement}
    inner = {speaker.name for said, speaker, *_ in here if said is not statement and nested(said, here)}
    return statement.source is None and statement.by.startswith("verb") and bool(names & inner)
