"""A role that nobody is named with -> whom it describes: الدبلوماسي، النائب of a senator, المدرب الفرنسي."""

from __future__ import annotations

import re

from msgspec import structs

from qawl import fold
from qawl.lexicon import tags as t
from qawl.model import Speaker
from qawl.speakers.alike import Alike
from qawl.speakers.likeness import base, nominative, without_feminine
from qawl.speakers.mention import Mention
from qawl.speakers.namednext import named_next
from qawl.speakers.people import People
from qawl.speakers.stage import Stage

_IN_MARKS = re.compile(r'[«"“]([^»"”]+)')
_NEARBY = 2
"""Sentences before a role in which the person whom it means may be named."""


class Described:
    """Finds who was named before and is called by another role now."""

    def __init__(self, stage: Stage, people: People, alike: Alike) -> None:
        self._stage = stage
        self._people = people
        self._alike = alike
        self._author: Speaker | None = None
        self._author_sought = False

    def speaker(self, source: Mention) -> Speaker | None:
        """Whom the role that is the source describes."""
        if self._stage.is_a(source.head, t.AUTHOR) and len(source.keys) == 1:
            return self._same_author(source)
        return self._named_before(source)

    def by_own_words(self, source: Mention) -> Speaker | None:
        """The last who spoke and whose role is another word for the source's, or has the nation or field that
        it tells: أستاذ الاقتصاد فلان … الخبير الاقتصادي.
        """
        told = {base(key) for key in source.keys[1:]}
        return self._stage.last(
            lambda speaker, gender, plural: (
                self._alike.another_word(source, speaker, gender)
                or not told.isdisjoint(map(base, self._alike.stems(speaker)))
                and self._alike.wide(source)
                and self._alike.of_a_kind(source, speaker, gender)
            )
        )

    def nameless_since(self, source: Mention, role: Mention) -> Speaker | None:
        """Who spoke without a name after the holder of a role that both have: المتحدث باسم الجيش فلان … وقال
        متحدث باكستاني … وأضاف المتحدث.
        """
        if not source.points_back:
            return None
        last = next((entry for entry in reversed(self._stage.spoke) if not entry[3]), None)
        if last is None or last[1].kind != "unnamed" or last[0].cue.start < role.start < source.start:
            return None
        head = self._stage.lexicon.words[last[1].name.split()[0]].stem
        alike = self._both_speak_for(head, source.head) or self._stage.same_head(last[1], source)
        return last[1] if alike else None

    def _both_speak_for(self, one: str, other: str) -> bool:
        """Whether two heads are those of spokesmen: متحدث، الناطق."""
        return self._stage.is_a(one, t.SPOKESMAN) and self._stage.is_a(other, t.SPOKESMAN)

    def called_before(self, source: Mention, role: Mention) -> Speaker | None:
        """Whoever is called otherwise before, where another is named with the role only later: المدير الفني
        فلان … وقال المدرب … وأثنى فلان، مدرب إنتر; مدير كذا فلان … وقال المسؤول الأممي.
        """
        if role.start < source.start:
            return None
        if not source.points_back:
            official = self._stage.is_a(source.head, t.ANY_OFFICIAL)
            return self._last_of_a_kind(source) if official else None
        return self.called_otherwise(source) or self._named_nearby(source)

    def so_called(self, source: Mention, nameless: Speaker) -> bool:
        """Whether a role may mean one who spoke without a name: أحد السكان … الرجل، مصدر … المسؤول; not متحدث
        باسم الشرطة … المتهم.
        """
        words = fold.key(nameless.name).split()
        if self._stage.counted(words):
            return True
        called, _ = self._alike.other_words(source)
        stem = self._stage.lexicon.words[words[0]].stem
        if self._stage.is_a(stem, t.OFFICIAL) and self._stage.is_a(source.head, t.ANY_OFFICIAL):
            return True
        head, own = without_feminine(nominative(stem)), without_feminine(source.head)
        if not called.isdisjoint((head, stem)):  # امرأة، السيدة
            return True
        if self._both_speak_for(stem, source.head):
            return True
        return head in (own, own.removesuffix("ي"))  # قاض، القاضي

    def _same_author(self, source: Mention) -> Speaker | None:
        """Whom الكاتب meant first, be it nobody: in an article about an essay he stays the same."""
        if not self._author_sought:
            self._author_sought = True
            self._author = self._named_before(source)
        return self._author

    def _named_before(self, source: Mention) -> Speaker | None:
        """Whom another role, a nation or a sentence nearby tells."""
        return (
            self._last_of_a_kind(source)
            or self._last_of_the_body(source)
            or self.called_otherwise(source)
            or self._of_nation(source)
            or self._named_nearby(source)
            or self._in_a_body(source)
            or self._of_a_work(source)
        )

    def _last_of_a_kind(self, source: Mention) -> Speaker | None:
        """The last who spoke and whom a role as wide as الخبير can mean, first one whose role tells it."""
        if not self._alike.wide(source):
            return None
        return self._stage.last(
            lambda speaker, gender, plural: (
                self._alike.of_a_kind(source, speaker, gender) and self._alike.tells(source, speaker, gender)
            )
        ) or self._stage.last(lambda speaker, gender, plural: self._alike.of_a_kind(source, speaker, gender))

    def _last_of_the_body(self, source: Mention) -> Speaker | None:
        """The last who spoke and whose role is of the body that a wide role names: مدير المستشفى فلان … وقال
        مسؤول المستشفى.
        """
        body = {base(key) for key in source.keys[1:]}
        if not (body and source.definite and source.tags & t.ANY_ROLE) or source.text.startswith("ال"):
            return None
        return self._stage.last(
            lambda speaker, gender, plural: (
                self._alike.may_be(source, speaker, gender)
                and body <= set(map(base, self._alike.stems(speaker)[1:]))
            )
        )

    def called_otherwise(self, source: Mention) -> Speaker | None:
        """The last who spoke and whose role is another word for the source's: السيناتور … وقال النائب."""
        return self._stage.last(
            lambda speaker, gender, plural: self._alike.another_word(source, speaker, gender)
        )

    def named_later(self, source: Mention) -> Speaker | None:
        """Who is named with another role later, or with the next statement: قال الوزير … وأضاف فلان."""
        called = self._called_later(source)
        following = named_next(self._stage, source) if called is None else None
        if following is None:
            return called
        speaker = self._people.bearing_name(following, f"named next: {following.text}")
        return structs.replace(speaker, role=speaker.role or source.text)

    def _called_later(self, source: Mention) -> Speaker | None:
        """The only person who speaks later and whose role is another word for the source's: قالت النائبة …
        وأضافت عضوة البرلمان فلانة.
        """
        if not source.definite or source.role:
            return None
        found = {}
        for person in self._stage.roles:
            if person.start > source.start:
                speaker = self._people.bearing_name(person, f"called so before: {person.text}")
                if self._alike.another_word(source, speaker, person.gender):
                    found[speaker.name] = speaker
        return found.popitem()[1] if len(found) == 1 else None

    def _named_nearby(self, source: Mention) -> Speaker | None:
        """The only person with a role in the sentences before whom the source can mean: التقى قائد
        الشرطة فلانا … وقال المسؤول.
        """
        if not source.definite:
            return None
        last, found = self._stage.scenes.at(source.start), {}
        for number in range(max(last - _NEARBY, 0), last + 1):
            for person in self._stage.people_in(number):
                if not person.role or person.start > source.start:
                    continue
                speaker = self._people.bearing_name(person, f"named nearby: {person.text}")
                fits = self._alike.wide(source) and self._alike.of_a_kind(source, speaker, person.gender)
                if fits or self._alike.another_word(source, speaker, person.gender):
                    found[speaker.name] = speaker
        told = {base(key) for key in source.keys[1:]}
        if len(found) > 1 and told:  # التقى الوزير فلان نظيره الفرنسي فلانا … وقال المسؤول الفرنسي
            found = {
                name: who for name, who in found.items() if told <= set(map(base, self._alike.stems(who)))
            }
        return found.popitem()[1] if len(found) == 1 else None

    def _in_a_body(self, source: Mention) -> Speaker | None:
        """The last who spoke, whose role is another word for the source's and tells not where it is held: يرى
        الخبير فلان كذا. ويوضح الباحث في معهد كذا، ويقول أستاذ القانون في جامعة كذا.
        """
        words = [self._stage.lexicon.words[word] for word in source.text.split()]
        at = next((at for at, word in enumerate(words[:-1]) if word.tags & t.PREPOSITION), 0)
        if not at or not (words[at + 1].tags & t.ORGANISATION or words[at + 1].article):
            return None
        scholar = words[0].rules & t.SCHOLAR and words[at - 1].article
        if not (words[0].article and at == 1 or scholar):
            return None
        speaker = self._last_in_full(source)
        if speaker is None or any(word.tags & t.ORGANISATION for word in self._alike.words_of(speaker)):
            return None
        return speaker if self._alike.word_or_another(source, speaker) else None

    def _of_a_work(self, source: Mention) -> Speaker | None:
        """The last who spoke, where the source tells but the name of a work: صاحب «الأيام»، بطلة مسلسل
        «ليلى»; or the only one who is named with it before.
        """
        title = _IN_MARKS.search(source.text) if self._stage.is_a(source.head, t.OF_WORK) else None
        if title is None:
            return None
        last = self._last_in_full(source)
        speaker = last if last is not None and self._makes_works(source, last) else None
        at = self._stage.text.find(title[1], 0, source.start)
        people = self._stage.people_in(self._stage.scenes.at(at)) if at >= 0 else []
        known = {who.name: who for who in (self._people.bearing_name(p, f"with {title[1]}") for p in people)}
        if not known or speaker is not None and speaker.name in known:
            return speaker
        return known.popitem()[1] if len(known) == 1 else None

    def _makes_works(self, source: Mention, speaker: Speaker) -> bool:
        """Whether a speaker may be whom the role beside a work means: الممثلة فلانة … بطلة مسلسل «ليلى»."""
        words = self._stage.lexicon.words
        if words[source.head].tags & t.ANY_ROLE and not self._alike.word_or_another(source, speaker):
            return False
        return any(words[stem].tags & t.ANY_ROLE for stem in self._alike.stems(speaker))

    def _last_in_full(self, source: Mention) -> Speaker | None:
        """The last who spoke in a clause of his own, if he is named in full and the source may mean him."""
        own = (entry for entry in reversed(self._stage.spoke) if not entry[0].by.startswith("relative"))
        _, speaker, gender, _ = next(own, (None, None, "", False))
        if speaker is None or " " not in speaker.name or speaker.name == speaker.role:
            return None
        return speaker if self._alike.may_be(source, speaker, gender) else None

    def _of_nation(self, source: Mention) -> Speaker | None:
        """The one named before with but his nation, where the role says it too: البرتغالي جوزيه مورينيو …
        وقال المدرب البرتغالي.
        """
        words = self._stage.lexicon.words
        nations = [key for key in source.keys if words[key].tags & t.NATIONALITY]
        if len(nations) != 1 or len(source.keys) != 2 or not source.text.startswith("ال"):
            return None
        for number in range(self._stage.scenes.at(source.start), -1, -1):
            for person in reversed(self._stage.people_in(number)):
                before = self._stage.word_before(person.start)
                named = before is not None and before.article and before.stem == nations[0]
                if named and person.start < source.start and len(person.name_keys) > 1:
                    return self._people.bearing_name(person, f"of the nation: {person.text}")
        return None
