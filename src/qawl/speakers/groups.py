"""Several people -> how the article names them in full: هؤلاء، القادة الثلاثة، أعضاء المجلس."""

from __future__ import annotations

from msgspec import structs

from qawl.lexicon import tags as t
from qawl.model import Speaker
from qawl.speakers.antecedents import Antecedents
from qawl.speakers.likeness import nominative
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage


class Groups:
    """Finds who is meant by a plural."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

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

    def named(self, source: Mention) -> Mention | None:
        """The definite group before whose members the source calls by fewer words: أعضاء المجلس، الأعضاء;
        موظفو المصرف، الموظفون.
        """
        if not source.keys or not source.text.startswith("ال"):
            return None
        for other in reversed(self._called_so(source)):
            words = [self._stage.lexicon.words[word] for word in other.text.split()]
            other_words = t.PREPOSITION | t.QUANTIFIER  # القراصنة الأربعة are not all
            plain = not any(word.conjunction or word.tags & other_words for word in words[1:])
            same = len(other.keys) > len(source.keys) and set(source.keys) <= {
                nominative(other.keys[0]),
                *other.keys,
            }
            described = not words[0].article or all(word.article for word in words)
            if other.start < source.start and same and plain and described and other.definite:
                return other
        return None

    def _called_so(self, source: Mention) -> list[Mention]:
        """The groups whose names hold the head, also without its ending: موظفو المصرف، الموظفون."""
        head = source.keys[0]
        if not head.endswith("ون"):
            return self._stage.organisations_with(head)
        found = [
            other
            for form in (head, head[:-1], f"{head[:-2]}ي")
            for other in self._stage.organisations_with(form)
            if form == head or not self._stage.lexicon.words[form].tags & t.ROLE
        ]
        return sorted(found, key=lambda other: other.start)

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
