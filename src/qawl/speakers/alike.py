"""What the role of whoever spoke is called besides, and whether a role may mean him."""

from __future__ import annotations

from itertools import pairwise

from qawl.lexicon import tags as t
from qawl.lexicon.word import Word
from qawl.model import Speaker
from qawl.speakers import figures
from qawl.speakers.likeness import same_gender, without_feminine
from qawl.speakers.mention import Mention
from qawl.speakers.rivals import rivals
from qawl.speakers.stage import Stage, holds

IN_THE_NAME = "باسم"


class Alike:
    """Compares a role with those of who spoke."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def may_be(self, source: Mention, speaker: Speaker, gender: str) -> bool:
        """Whether a speaker is a person of the source's gender, of no other country and no rival body, who
        tells of nobody in his own words: قال المريض: «استدعاني الطبيب وأخبرني».
        """
        sentence = self._stage.spoke_in(self._stage.scenes.at(source.start))
        if any(holds(entry[0], source.start) and entry[1].name == speaker.name for entry in sentence):
            return False
        if speaker.kind != "person" or not same_gender(gender, source.gender):
            return False
        if rivals(self._stage.lexicon, source.text, speaker.role or ""):
            return False
        return not figures.elsewhere(self._stage.lexicon, speaker.name, speaker.role or "", source)

    def _last_in_full(self, source: Mention) -> Speaker | None:
        """The last who spoke in a clause of his own, if he is named in full and the source may mean him."""
        own = (entry for entry in reversed(self._stage.spoke) if not entry[0].by.startswith("relative"))
        _, speaker, gender, _ = next(own, (None, None, "", False))
        if speaker is None or " " not in speaker.name or speaker.name == speaker.role:
            return None
        return speaker if self.may_be(source, speaker, gender) else None

    def _so_called(self, source: Mention, speaker: Speaker) -> bool:
        """Whether a speaker's role is the head of the source or another word for it."""
        head = without_feminine(source.head)
        alike = {head} | self._stage.lexicon.synonyms.get(head, frozenset())
        return not alike.isdisjoint(self._roles_of(speaker))

    def _roles_of(self, speaker: Speaker) -> set[str]:
        """The words of a speaker's role without the feminine, alone and by two where no other role owns them,
        and its first three: of نائبة رئيس الوزراء, نائب، نائب رئيس وزراء; not رئيس وزراء.
        """
        stems = self._stems(speaker)
        stems = stems[: stems.index(IN_THE_NAME)] if IN_THE_NAME in stems else stems  # المتحدث باسم الأمين
        first = stems[:1]  # عمدة
        stems = [without_feminine(stem) for stem in first] + stems[1:]
        words = self._stage.lexicon.words
        owned = {at + 1 for at, stem in enumerate(stems) if words[stem].tags & t.ROLE}
        pairs = [" ".join(two) for at, two in enumerate(pairwise(stems)) if at not in owned]
        body = t.ORGANISATION | t.GROUP
        if pairs and pairs[0] in self._stage.lexicon.synonyms and not words[stems[1]].tags & body:
            first, stems = [], stems[1:]  # رجل أعمال is not الشاب; زعيم حزب is القيادي
        elif len(stems) > 1 and 1 in owned and (speaker.role or "").split()[1].startswith("ال"):
            stems = stems[:1] + stems[2:]  # محامي المتهم is not المتهم
        return {*first, *stems, *map(without_feminine, stems), *pairs, " ".join(stems[:3])}

    def _words_of(self, speaker: Speaker) -> list[Word]:
        return [self._stage.lexicon.words[word] for word in (speaker.role or "").split()]

    def _stems(self, speaker: Speaker) -> list[str]:
        """The stems of the words of a speaker's role."""
        return [word.stem for word in self._words_of(speaker)]
