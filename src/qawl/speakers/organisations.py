"""An organisation, a group or a document -> its name in full."""

from __future__ import annotations

from itertools import pairwise

from msgspec import structs

from qawl import fold
from qawl.lexicon import tags as t
from qawl.lexicon.shape import prepositional, relational
from qawl.model import Speaker
from qawl.speakers import figures
from qawl.speakers.called import Called
from qawl.speakers.documents import Documents
from qawl.speakers.duals import Duals
from qawl.speakers.fields import by_field
from qawl.speakers.groups import Groups
from qawl.speakers.headlines import outlet_named_later
from qawl.speakers.kin import of_kin, tells_field
from qawl.speakers.knownbodies import KnownBodies
from qawl.speakers.likeness import base
from qawl.speakers.mention import Mention
from qawl.speakers.ministries import ministry
from qawl.speakers.namedbehind import body_named_behind
from qawl.speakers.people import People
from qawl.speakers.stage import Stage, nested
from qawl.speakers.topics import topic_since

_MOST_WORDS = 7
"""Words of a name."""
_MOST_WORDS_IN_SHORT = 3
"""Words of a name that leaves some out."""


class Organisations:
    """Organisations by the fullest name that the article gives them."""

    def __init__(self, stage: Stage, documents: Documents, people: People, known: KnownBodies) -> None:
        self._stage = stage
        self._groups = Groups(stage)
        self._duals = Duals(stage, people)
        self._documents = documents
        self._called = Called(stage)
        self._known = known

    def speaker(self, source: Mention) -> Speaker:
        """Who speaks where an organisation, a group or a document is the source."""
        if source.kind == "group" and (self._stage.is_a(source.head, t.FAMILY) or source.tags & t.MEDIA):
            whole = self.speaker(structs.replace(source, kind="organisation"))
            return structs.replace(whole, kind="group")  # عائلته, of عائلة فلان
        return (
            self._by_own_name(source)
            or self._groups.these(source)
            or self._behind_document(source)
            or self._told_of(source)
            or ministry(self._stage, source)
            or self._of_same_kind(source)
            or self._duals.speaker(source)
            or self._in_full(source)
            or self._of_the_tables(source)
            or self._named_later(source)
            or of_kin(self._stage, source)
            or self._of_no_table(source)
            or self._stage.identified(
                Speaker(
                    self._stage.as_it_stands(source),
                    source.kind,
                    strength="likely",
                    because=("the source as it stands",),
                )
            )
        )

    def _by_own_name(self, source: Mention) -> Speaker | None:
        """The body by the name that it gives itself: جماعة تطلق على نفسها "جيش الأحرار"."""
        name = body_named_behind(self._stage, source)
        if not name:
            return None
        return self._stage.identified(Speaker(name, "organisation", because=(f"its name: {source.text}",)))

    def _behind_document(self, source: Mention) -> Speaker | None:
        """Who issued the document that is spoken of again, or spoke last and may have, or itself: البيان."""
        again = source.kind == "document" and source.definite and len(source.keys) <= 2
        issued = again and self._stage.is_a(source.head, t.ISSUED_DOCUMENT)
        spoken = again and source.points_back and self._stage.is_a(source.head, t.SPOKEN_DOCUMENT)
        found = self._documents.issued_before(source) if issued or spoken else None
        if found is not None or not again:
            return found
        if not issued:  # دراسة يابانية … وأضافت الدراسة
            return self._stage.last(lambda who, *_: self._same_document(who, source))
        last = self._stage.last(
            lambda speaker, *_: (
                speaker.kind in ("organisation", "document", "place") and not self._documents.carries(speaker)
            )
        )
        if last is not None and (last.kind == "organisation" or self._stage.same_head(last, source)):
            return last
        return None

    def _same_document(self, speaker: Speaker, source: Mention) -> bool:
        """Whether a document that spoke is told more of than the source says: تقارير محلية، تلك التقارير."""
        if (
            speaker.kind != "document"
            or " و" in speaker.name
            or len(speaker.name.split()) <= len(source.keys)
        ):
            return False
        return self._stage.same_head(speaker, source)

    def _told_of(self, source: Mention) -> Speaker | None:
        """The organisation named before of which the source tells something: منظمة العفو … المنظمة المعنية
        بحقوق الإنسان.
        """
        first, *others = (self._stage.lexicon.words[word] for word in source.text.split())
        told = len(others) > 1 and others[0].article and others[0].rules & (t.COMPLEMENTED | t.TOLD_OF)
        if not (told and first.article and source.tags & t.GENERIC and prepositional(others[1])):
            return None
        bare = structs.replace(source, text=source.text.split()[0], keys=source.keys[:1])
        return self._of_same_kind(bare) or self._in_full(bare)

    def _of_same_kind(self, source: Mention) -> Speaker | None:
        """The organisation that spoke last and is what the source says alone: وزارة الصحة … الوزارة."""
        if not (source.points_back and source.definite and source.kind == "organisation"):
            return None
        spoken = None
        for entry in reversed(self._stage.spoke):
            if len(entry[1].name.split()) > 1 and self._stage.same_head(entry[1], source):
                if not nested(entry[0], self._stage.spoke):
                    spoken = entry
                    break  # كتبت صحيفة: "ذكرت صحيفة أخرى". وأضافت الصحيفة
                spoken = spoken or entry
        if spoken is None or spoken[1].kind != "organisation":
            return None
        statement = spoken[0]
        after = max(statement.cue.end, statement.source.end if statement.source else 0)
        topic = topic_since(self._stage, self._called, source, after)
        other = topic is not None and not topic.text.startswith(spoken[1].name)
        return self._named_in_full(source, topic) if topic is not None and other else spoken[1]

    def _in_full(self, source: Mention) -> Speaker | None:
        """Whom the article has in another place by a fuller name, or as one who spoke."""
        if source.name:
            return None  # أنصار فلان
        first = self._stage.lexicon.words[source.text.split()[0]]
        shown = first.tags & t.DEMONSTRATIVE > 0  # هؤلاء الخبراء
        if source.kind == "group" and len(source.text.split()) == len(source.keys) + shown:
            spoken = self._groups.spoken(source)
            fuller = self._groups.named(source) if spoken is None else None
            return self._named_in_full(source, fuller) if fuller is not None else spoken
        if not (source.kind == "organisation" or source.points_back and source.definite):
            return None
        spoken = self.spoken(source)
        if spoken is not None:
            return spoken
        fuller = (
            self._fuller(source.keys, source.start)
            or self._without_kind(source)
            or self._described(source)
            or by_field(self._stage, source)
        )
        called = self._called_so(source) if fuller is None or self._of_a_kind(fuller) else None
        return self._named_in_full(source, fuller) if called is None and fuller is not None else called

    def _of_a_kind(self, other: Mention) -> bool:
        """Whether a mention tells but the kind and nation of a body: المنظمة الدولية."""
        words = [self._stage.lexicon.words[word] for word in other.text.split()]
        told = all(word.article and relational(word) for word in words[1:])
        return bool(other.tags & t.GENERIC and words[0].article and told)

    def _named_later(self, source: Mention) -> Speaker | None:
        later = outlet_named_later(self._stage, source) if source.kind == "organisation" else None
        return self._named_in_full(source, later) if later is not None else None

    def _of_no_table(self, source: Mention) -> Speaker | None:
        """The body of a name that no table knows which spoke last: قالت «كورنال» إن … وأضافت الشركة."""
        called = source.kind == "organisation" and source.head in self._stage.lexicon.called
        if not (called and source.definite and len(source.text.split()) == 1):
            return None
        spoken = self._stage.last(
            lambda speaker, gender, plural: (
                (
                    speaker.kind == "organisation"
                    or speaker.kind == "person"
                    and not (plural or speaker.role)
                    and gender == source.gender == "f"
                )
                and self._is_new(speaker.name)
            )
        )
        return structs.replace(spoken, kind="organisation") if spoken is not None else None

    def _is_new(self, name: str) -> bool:
        """Whether a name is of one word that no table knows."""
        word = self._stage.lexicon.words[name]
        return not (word.tags or word.forms or " " in name or word.article)

    def _named_in_full(self, source: Mention, fuller: Mention) -> Speaker:
        fuller = self.spelled_out(fuller) or fuller
        because = (f"named in full: {fuller.text}",)
        return self._stage.identified(Speaker(fuller.text, source.kind, because=because))

    def _called_so(self, source: Mention) -> Speaker | None:
        """The organisation that the article calls by what it is."""
        spoken = self._stage.last(lambda speaker, *_: speaker.kind == "organisation")
        if spoken is not None and self._called.may_mean(source, spoken):
            return spoken
        called = self._called.named(source)
        if called is None:
            return None
        known = self._stage.lexicon.known.get(fold.key(called.text))
        name = self._known.in_full(called, known) if known is not None else called.text
        because = (f"called by what it is: {called.text}",)
        kind = "place" if known is not None and known.kind == "place" else source.kind  # باكستان … البلاد
        return self._stage.identified(Speaker(name, kind, because=because))

    def of_adjective(self, source: Mention) -> Mention | None:
        """The organisation named with the adjective that the source is, the last before it or else the first
        behind: البنك المركزي المصري … وأوضح المركزي; المركزي المصري: …
        """
        nations = all(key in self._stage.lexicon.nations for key in source.keys[1:])
        written = source.text.startswith("ال") and source.head.endswith("ي")
        if not (written and nations and source.definite) or source.tags & ~t.NATIONALITY:
            return None
        found = None
        for number in self._stage.scenes.holding({source.head}):
            for before, token in pairwise(self._stage.scenes.tokens[number]):
                named = token.word.stem == source.head and token.word.article
                if not (named and before.word.tags & t.ORGANISATION):
                    continue
                if token.start < source.start or found is None:
                    found = before
        if found is None:
            return None
        return next(
            (
                named
                for named in self._stage.organisations_with(found.word.stem)
                if named.start <= found.start < named.end and source.head in named.keys
            ),
            None,
        )

    def spelled_out(self, source: Mention) -> Mention | None:
        """The name behind which the article has the source's own as an abbreviation."""
        keys = source.keys or source.name_keys
        kinds = t.ROLE | t.TITLE | t.SURE_NAME | t.GROUP | t.DOCUMENT
        named_kind = len(keys) == 2 and source.tags & t.GENERIC
        if source.tags & kinds or not (len(keys) == 1 or named_kind):
            return None
        short = (source.name or source.text).split()[-1].strip("\"'“”«»()")
        bare = short.removeprefix("ال")  # الفاو: منظمة الأغذية والزراعة (فاو)
        found = self._stage.spelled_out(short) if short else None
        if found is None and bare and bare != short:
            found = self._stage.spelled_out(bare)
        return found

    def _fuller(self, keys: tuple[str, ...], start: int) -> Mention | None:
        """The organisation in the article that a mention with these words, at `start`, abbreviates."""
        if not keys or len(keys) > 3:
            return None
        words = self._stage.lexicon.words
        head = words[keys[0]].rules
        complete = head & t.POWER and not head & t.MINISTRY
        if complete and any(words[key].tags & t.NATIONALITY for key in keys):
            return None  # القوات الأميركية are not قوات البحرية الأميركية
        named = self._stage.organisations_with(keys[0])
        before = [m for m in named if m.start < start]
        after = [m for m in named if m.start > start]
        in_order = [*reversed(before), *after]
        in_order.sort(
            key=lambda other: (
                self._only_told_of(other),
                self._beside(other) if len(keys) == 1 else self._for_what(other),
            )
        )
        whole = next((other for other in in_order if _abbreviates(keys, other.keys, other)), None)
        if whole is None and len(keys) > 1:  # البعثة الأممية, of بعثة الأمم المتحدة
            bases = tuple(map(base, keys))
            whole = next((o for o in in_order if _abbreviates(bases, tuple(map(base, o.keys)), o)), None)
        return self._fullest(whole) if whole is not None else None

    def _for_what(self, other: Mention) -> bool:
        """Whether an act with ل may but tell what a body does: هيئة المكتبات لخدمة الثقافة."""
        words = [self._stage.lexicon.words[word] for word in other.text.split()]
        acts = (word for word, then in pairwise(words) if word.preposition == "ل" and then.article)
        return any(not word.article for word in acts)

    def _beside(self, other: Mention) -> bool:
        """Whether a body is but told of as another's partner: ناقشت لجنة كذا التنسيق مع لجنة كذا."""
        before = self._stage.word_before(other.start)
        return before is not None and before.key == "مع"

    def _only_told_of(self, other: Mention) -> bool:
        """Whether a mention gives a body no name: شركة ناشئة، شركة."""
        words = [self._stage.lexicon.words[word] for word in other.text.split()]
        told = t.COMPLEMENTED | t.TOLD_OF
        return all(not word.article and (word.rules & told or relational(word)) for word in words[1:])

    def _without_kind(self, source: Mention) -> Mention | None:
        """The organisation whose name without its first word the source is: قوات الدعم السريع … وأعلن الدعم
        السريع; not حكومة فرنسا … وأعلنت فرنسا.
        """
        if source.tags & (t.ORGANISATION | t.PLACE) or not source.keys:
            return None
        tail = f" {fold.key(source.text)}"
        named = (
            other
            for other in self._stage.organisations_with(source.keys[0])
            if other.start < source.start and fold.key(other.text).endswith(tail)
        )
        return next((other for other in named if fold.key(other.text).count(" ") == tail.count(" ")), None)

    def spoken(self, source: Mention) -> Speaker | None:
        """The organisation that spoke last and whose name the source begins, or whose kind it says with
        adjectives: وكالة كذا … وأضافت الوكالة الأممية.
        """
        words = [self._stage.lexicon.words[word] for word in source.text.split()]
        if len(words) == 1 or not all(word.article for word in words):
            return None
        begun = self._stage.last(lambda speaker, *_: speaker.name.startswith(f"{source.text} "))
        where = begun is not None and begun.name[len(source.text) :].startswith(" في ")
        if where and not self._stage.is_a(source.head, t.POWER):
            return begun  # السفارة الأمريكية في كابول
        nation = any(self._stage.lexicon.words[word.stem].tags & t.NATIONALITY for word in words[1:])
        if begun is not None and begun.kind == "organisation" and not nation:
            return begun
        adjectives = all(relational(word) for word in words[1:])
        short = source.tags & t.ORGANISATION and len(words) == 2  # قوة المهام المشتركة، القوة العسكرية
        if not ((source.tags & t.GENERIC or short) and adjectives):
            return None
        last = self._stage.last(lambda speaker, *_: speaker.kind == "organisation")
        if last is None or fold.key(last.name).split()[0] != source.head:
            return None
        own_keys = fold.key(last.name).replace(" ال", " ").split()
        differs = figures.differ(self._stage.lexicon, source.keys, own_keys)
        return None if differs or self._of_another_field(source, last.name) else last

    def _of_another_field(self, source: Mention, name: str) -> bool:
        """Whether a source with an adjective of no nation is another body than one named by what it is for:
        المجلس الوزاري is not مجلس الأمن; الشركة النفطية may be شركة النفط.
        """
        words = self._stage.lexicon.words
        first, *others = (words[word] for word in source.text.split())
        own = {base(key) for key in fold.key(name).replace(" ال", " ").split()}
        return any(tells_field(first, word) and base(word.stem) not in own for word in others)

    def _of_the_tables(self, source: Mention) -> Speaker | None:
        """The one organisation of the tables that the article names and whose words the source's are: الاتحاد
        العام للشغل، الاتحاد العام التونسي للشغل.
        """
        words = fold.key(source.text).split()
        if source.kind != "organisation" or not 1 < len(words) <= _MOST_WORDS_IN_SHORT:
            return None
        names = {
            name
            for name, key in self._stage.bound.items()
            if key.startswith(words[0]) and set(words) < set(key.split())
        }
        if len(names) != 1:
            return None
        whole = names.pop()
        because = (f"the tables and the article: {whole}",)
        return self._stage.identified(Speaker(whole, "organisation", because=because))

    def _described(self, source: Mention) -> Mention | None:
        """The organisation named last before that the source calls by what it is and of which nation: شركة
        لينوفو … وقالت الشركة الصينية.
        """
        if len(source.text.split()) == 1 or not self._of_a_kind(source):
            return None
        for other in reversed(self._stage.organisations_with(source.head)):
            other_nation = figures.differ(self._stage.lexicon, source.keys, other.keys)
            if other.start < source.start and other.head == source.head and not other_nation:
                proper = self._stage.lexicon.words[other.text.split()[1]]
                named = not proper.article or not relational(proper)
                if named and self._of_another_field(source, other.text):
                    continue
                if named or proper.tags & t.KNOWN_ORGANISATION:
                    return other
        return None

    def _fullest(self, mention: Mention) -> Mention:
        """The longest form of the same organisation in the article."""
        same = [
            m
            for m in self._stage.organisations_with(mention.head)
            if set(mention.keys) <= set(m.keys)
            and len(m.keys) <= _MOST_WORDS
            and (m.head == mention.head or m.tags & t.GENERIC and m.keys[1] == mention.head)
        ]
        return max(same, key=lambda m: len(m.keys), default=mention) if len(mention.keys) <= 3 else mention


def _abbreviates(keys: tuple[str, ...], others: tuple[str, ...], other: Mention) -> bool:
    """Whether words are of another name, which has more of them."""
    same_head = others[0] == keys[0] or other.tags & t.GENERIC and others[1] == keys[0]
    return len(keys) < len(others) <= _MOST_WORDS and set(keys) <= set(others) and bool(same_head)
