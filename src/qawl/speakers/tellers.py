"""Who speaks to somebody who tells of it in his own words: قال التاجر: «جاءني رجل، وسألني عن السعر»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from qawl.lexicon import tags as t
from qawl.lexicon.shape import TO_ME
from qawl.lexicon.word import Token
from qawl.model import Statement
from qawl.phrases import noun_phrase
from qawl.scene import COMMAS, Scene
from qawl.speakers.asked import ABOUT
from qawl.speakers.likeness import same_gender
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Spoken, Stage, holds
from qawl.speakers.subjects import Subjects
from qawl.speakers.subjectwords import GOVERNED, PEOPLE

_START = attrgetter("start")
_TO_HIM = ("له", "لها", "لهم")
"""Behind a verb, who is answered."""
_PERSON = t.ROLE | t.UNNAMED | t.RELATION


class Tellers:
    """Looks for who told the one whose own words tell of it."""

    def __init__(self, stage: Stage, subjects: Subjects) -> None:
        self._stage = stage
        self._subjects = subjects

    def listener(self, statement: Statement) -> Statement | None:
        """The direct statement of the one to whom a verb inside it speaks: وسألني، وتعهد لي."""
        if not statement.by.startswith("verb"):
            return None
        tokens = self._stage.scenes[statement.sentence].tokens
        if not _to_me(tokens, self._stage.cue_token(statement)):
            return None
        around = [other for other in self._stage.statements if holds(other, statement.cue.start)]
        nearest = max(around, key=lambda other: other.spans[0].start, default=None)
        return nearest if nearest is not None and nearest.type == "direct" else None

    def teller(self, statement: Statement, outer: Statement) -> Mention | None:
        """Who acts in those words before the verb, or is named there last."""
        number, end = statement.sentence, self._stage.cue_token(statement)
        scene = self._stage.scenes[number]
        first = bisect_left(scene.tokens, outer.spans[0].start, key=_START)
        for at in range(end - 1, first - 1, -1):
            subject = self._subjects.after_verb(number, at, end)
            if subject is not None and subject.kind in ("person", "unnamed") and _fits(subject, statement):
                return subject
        people = [person for person in self._named(scene, first, end) if _fits(person, statement)]
        return next((person for person in reversed(people) if person.kind == "person"), None) or (
            people[-1] if people else None
        )

    def _named(self, scene: Scene, first: int, end: int) -> Iterator[Mention]:
        """Those whom the words from token `first` on name, but as a matter: اتصلت بفلان، سألت السلطات |
        عن الوزير.
        """
        at = first
        while at < end:
            word, before = scene.tokens[at].word, scene.tokens[max(at - 1, 0)].word
            at += 1
            doubtful = not word.tags & (PEOPLE & ~t.NAME | _PERSON | t.SURE_NAME)
            if doubtful or not (word.nominal or word.preposition):
                continue
            phrase = noun_phrase(scene, at - 1, end, GOVERNED, attached=True)
            made = self._stage.mention_of(scene, phrase) if phrase is not None else None
            if phrase is None or made is None:
                continue
            at = max(at, phrase.end)
            somebody = made.name or made.definite or word.tags & _PERSON
            called = before.kind == "sign" and before.text not in COMMAS and phrase.start > first
            if somebody and not called and before.key not in ABOUT:  # not سيارة "بيك أب"
                yield made

    def informer(self, statement: Statement, here: list[Spoken]) -> Mention | None:
        """Of whom the last who spoke in the sentence told, where a clause with حيث goes on that he informed
        somebody: قال الشاهد إن الطبيب خدع الجميع، حيث أبلغ زوجته أنه مسافر.
        """
        scene, cue = self._stage.scenes[statement.sentence], self._stage.cue_token(statement)
        if not here or not cue or statement.cue.sense != "inform" or scene.tokens[cue - 1].word.key != "حيث":
            return None
        told = here[-1][0]
        start = self._stage.place_in_sentence(told.spans[0].start)
        if told.form != "clause" or start >= cue:
            return None
        phrase = noun_phrase(scene, start, cue, GOVERNED)
        topic = self._stage.mention_of(scene, phrase) if phrase is not None else None
        if topic is None or topic.kind != "person" or not _fits(topic, statement):
            return None
        return topic

    def answerer(self, statement: Statement, here: list[Spoken]) -> Mention | None:
        """Whom the one who spoke asked or met, as he told, and who answers him: قال الوزير إنه سأل نظيره عن
        المعبر فأكد له أنه مفتوح.
        """
        scene, cue = self._stage.scenes[statement.sentence], self._stage.cue_token(statement)
        verb = scene.tokens[cue].word.verb
        then = scene.tokens[min(cue + 1, len(scene.tokens) - 1)].word
        if verb is None or verb.prefix != "ف" or not (verb.pronoun or then.key in _TO_HIM):
            return None
        for told, *_ in here:
            start = self._stage.place_in_sentence(told.spans[0].start)
            own = scene.tokens[start].word
            if start < cue and own.pronoun and own.tags & t.COMPLEMENTIZER:
                people = [person for person in self._named(scene, start, cue) if _fits(person, statement)]
                return people[-1] if people else None
        return None


def _to_me(tokens: list[Token], cue: int) -> bool:
    """Whether a verb has who tells of it as its object, or behind it: سألني، قال لي، طلب مني."""
    word = tokens[cue].word
    if word.verb is not None and word.verb.pronoun == "ني":
        return True
    return cue + 1 < len(tokens) and tokens[cue + 1].word.key in TO_ME


def _fits(person: Mention, statement: Statement) -> bool:
    return person.plural == (statement.number == "p") and same_gender(person.gender, statement.gender)
