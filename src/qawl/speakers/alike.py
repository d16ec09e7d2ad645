"""What the role of whoever spoke is called besides, and whether a role may mean him."""

from __future__ import annotations

from itertools import pairwise, takewhile

from qawl.lexicon import tags as t
from qawl.lexicon.shape import relational
from qawl.lexicon.word import Word
from qawl.model import Speaker
from qawl.speakers import figures
from qawl.speakers.likeness import base, same_gender, without_feminine
from qawl.speakers.mention import Mention
from qawl.speakers.rivals import rivals
from qawl.speakers.stage import Stage, holds

_IN_THE_NAME = "باسم"
_TOLD = 2
"""Words of a role with no more than an adjective: الطبيب الشرعي."""
_LONGEST_OFFICE = 3
"""Words of an office that has another name: نائب رئيس الوزراء."""
_OF_COUNTRY = 2
"""Words of a player's role told by his country: قائد البرتغال."""


class Alike:
    """Compares a role with those of who spoke."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def may_be(self, source: Mention, speaker: Speaker, gender: str) -> bool:
        """Whether a speaker is a person of the source's gender, of no other country and no rival body, and
        the source does not stand in what he says himself: قال المريض: «استدعاني الطبيب وأخبرني».
        """
        if speaker.kind != "person" or not same_gender(gender, source.gender):
            return False
        sentence = self._stage.spoke_in(self._stage.scenes.at(source.start))
        if any(holds(entry[0], source.start) and entry[1].name == speaker.name for entry in sentence):
            return False
        if rivals(self._stage.lexicon, source.text, speaker.role or "") or self._apart(source, speaker):
            return False
        return not figures.elsewhere(self._stage.lexicon, speaker.name, speaker.role or "", source)

    def _apart(self, source: Mention, speaker: Speaker) -> bool:
        """Whether the source is another part in life or court than the speaker's role: قال القاضي فلان … ورد
        المحامي; not المدرب واللاعب السابق فلان … وقال اللاعب, nor where the role is past: السفير السابق
        فلان … وقال المحلل.
        """
        if len(source.keys) > _TOLD or not self._stage.is_a(source.head, t.APART):
            return False
        own = self.words_of(speaker)
        if any(word.article and word.tags & t.ADJECTIVE for word in own[1:2]):
            return False
        parts = [word for word in own[:2] if word.rules & t.APART or word.article and word.rules & t.RULER]
        head = without_feminine(source.head)
        alike = {head} | self._stage.lexicon.synonyms.get(head, frozenset())
        other = alike.isdisjoint(without_feminine(word.stem) for word in parts)
        return bool(parts) and other and all(head != without_feminine(word.stem) for word in own)

    def wide(self, source: Mention) -> bool:
        """Whether the source is a role that many hold, with nobody's name beside it."""
        plays = self._stage.is_a(source.head, t.PLAYER)
        bare = self._stage.lexicon.words[source.head].tags  # النجم is a name too
        wide = bare & t.ANY_ROLE and (source.text.startswith("ال") or plays)
        return bool((wide or plays and self._of_a_team(source)) and not source.role)

    def of_a_kind(self, source: Mention, speaker: Speaker, gender: str) -> bool:
        """Whether a wide role can mean a person."""
        plays = self._stage.is_a(source.head, t.PLAYER)
        return (
            self.may_be(source, speaker, gender)
            and (self._spokesman(source, speaker) or not self._stage.is_a(source.head, t.SPOKESMAN))
            and (
                self._qualified(source, speaker)
                and not (plays and self._of_a_team(source))
                or plays
                and (not speaker.role or self._plays(speaker))
            )
        )

    def tells(self, source: Mention, speaker: Speaker, gender: str) -> bool:
        """Whether a person's role has the adjectives of the source, or is another word for it: السفير السوري
        فلان … وقال الدبلوماسي السوري.
        """
        own = takewhile(lambda stem: stem != _IN_THE_NAME, self.stems(speaker))
        told = {base(stem) for stem in own}  # not المتحدث باسم الرئاسة | الروسية
        if len(source.keys) > 1 and {base(key) for key in source.keys[1:]} <= told:
            return True
        return self.another_word(source, speaker, gender)

    def another_word(self, source: Mention, speaker: Speaker, gender: str) -> bool:
        """Whether a person's role is another word for the source's."""
        if speaker.kind != "person" or not same_gender(gender, source.gender):
            return False
        called, rest = self.other_words(source)
        if not called or called.isdisjoint(self._roles_of(speaker)):
            return False
        if rest and source.text.startswith("ال"):  # الأم المكلومة
            rest = [key for key in rest if not self._qualifies(self._stage.lexicon.words[f"ال{key}"])]
        if rest:  # عمدة المدينة
            rest = [key for key in rest if not self._stage.is_a(key, t.LOCALITY)]
        if not self.may_be(source, speaker, gender):
            return False
        return set(rest) <= set(self.stems(speaker)) if rest is not None else self._qualified(source, speaker)

    def word_or_another(self, source: Mention, speaker: Speaker) -> bool:
        """Whether a speaker's role is the head of the source or another word for it."""
        head = without_feminine(source.head)
        alike = {head} | self._stage.lexicon.synonyms.get(head, frozenset())
        return not alike.isdisjoint(self._roles_of(speaker))

    def other_words(self, source: Mention) -> tuple[frozenset[str], list[str] | None]:
        """The other words for a role, and what the source says besides where they are for more than its head:
        زعيم الحزب, of رئيس حزب كذا.
        """
        synonyms, words = self._stage.lexicon.synonyms, self._stage.lexicon.words
        keys = [key for key in source.keys if not words[key].tags & t.NATIONALITY]
        stems = [without_feminine(key) for key in keys[:1]] + keys[1:]
        for end in range(min(len(stems), _LONGEST_OFFICE), len(stems) == 1, -1):
            whole = synonyms.get(" ".join(stems[:end])) if source.definite else None
            whole = whole or (synonyms.get(keys[0]) if source.definite and end == 1 else None)  # عمدة المدينة
            if whole:
                return whole, stems[end:]
        if not stems or not source.text.startswith("ال"):
            return frozenset(), None
        return synonyms.get(stems[0]) or synonyms.get(keys[0]) or frozenset(), None

    def words_of(self, speaker: Speaker) -> list[Word]:
        """The words of a speaker's role, none where it is not told."""
        return [self._stage.lexicon.words[word] for word in (speaker.role or "").split()]

    def stems(self, speaker: Speaker) -> list[str]:
        """The stems of the words of a speaker's role."""
        return [word.stem for word in self.words_of(speaker)]

    def _roles_of(self, speaker: Speaker) -> set[str]:
        """The words of a speaker's role without the feminine, alone and by two where no other role owns them,
        and its first three: of نائبة رئيس الوزراء, نائب، نائب رئيس وزراء; not رئيس وزراء.
        """
        stems = self.stems(speaker)
        stems = stems[: stems.index(_IN_THE_NAME)] if _IN_THE_NAME in stems else stems  # المتحدث باسم الأمين
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

    def _of_a_team(self, source: Mention) -> bool:
        """Whether a role is held in a national team, called so or by the country: قائد منتخب مصر، قائد
        البرتغال; not قائد الجماعة.
        """
        words = self._stage.lexicon.words
        others = self._stage.lexicon.synonyms.get(" ".join(source.keys[:2]), frozenset())
        heads = {other.split()[0] for other in others} - {source.head}
        if any(self._stage.is_a(head, t.PLAYER) for head in heads):
            return True
        return len(source.keys) == _OF_COUNTRY and bool(words[source.text.split()[-1]].tags & t.PLACE)

    def _spokesman(self, source: Mention, speaker: Speaker) -> bool:
        """Whether a person whose role is told may be a spokesman told of by an adjective: المتحدث باسم الجيش
        فلان … وقال الناطق العسكري.
        """
        if not speaker.role or len(source.keys) == 1:
            return True
        words = self._stage.lexicon.words
        nation = any(words[key].tags & t.NATIONALITY for key in source.keys)
        return not nation and self._stage.is_a(self.stems(speaker)[0], t.SPOKESMAN)

    def _plays(self, speaker: Speaker) -> bool:
        """Whether a speaker's role is a player's: نجم ريال مدريد may be said of him."""
        return any(word.rules & t.PLAYER for word in self.words_of(speaker))

    def _qualified(self, source: Mention, speaker: Speaker) -> bool:
        """Whether nothing goes with the role but adjectives and what the speaker's own says: المسؤول الدولي
        السابق، القيادي في الحركة.
        """
        own = self.stems(speaker) if not self._stage.is_a(source.head, t.SPOKESMAN) else []
        words = [self._stage.lexicon.words[word] for word in source.text.split()]
        for at, word in enumerate(words[1:], 1):
            if word.tags & t.PREPOSITION and words[at - 1].article and at > 1:
                return True  # السياسي المنتمي إلى الحزب
            if not (word.tags & (t.ADJECTIVE | t.PREPOSITION) or word.stem in own or self._qualifies(word)):
                return False
        return True

    def _qualifies(self, word: Word) -> bool:
        """Whether a word with ال is an adjective of the role before it: الخبير العسكري، الأم المكلومة."""
        if self._stage.lexicon.words[word.stem].tags & t.NATIONALITY:
            return True
        if not word.article or word.tags & (t.ORGANISATION | t.PLACE | t.VERBAL_NOUN | t.GROUP):
            return False
        return not word.tags & (t.NAME | t.ROLE) or relational(word) or bool(word.tags & t.ANY_ROLE)
