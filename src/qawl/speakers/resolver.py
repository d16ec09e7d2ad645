"""Each statement's source -> its speaker, in order."""

from __future__ import annotations

from msgspec import structs

from qawl import fold
from qawl.lexicon import tags as t
from qawl.lexicon.figures import Known
from qawl.lexicon.shape import HEADS
from qawl.lexicon.word import NOTHING
from qawl.model import Speaker, Statement
from qawl.speakers import figures
from qawl.speakers.documents import Documents
from qawl.speakers.elided import Elided
from qawl.speakers.homelands import homeland
from qawl.speakers.knownbodies import KnownBodies
from qawl.speakers.mention import Mention
from qawl.speakers.namedbehind import NamedElsewhere, named_behind
from qawl.speakers.organisations import Organisations
from qawl.speakers.people import People
from qawl.speakers.roles import Roles
from qawl.speakers.stage import Stage
from qawl.speakers.standins import StandIns
from qawl.speakers.subjects import Subjects
from qawl.speakers.together import together
from qawl.speakers.writers import Writers

_KNOWN_HEADS = HEADS | t.TITLE | t.PLACE | t.ADJECTIVE
_MOST_NAME_WORDS = 3
"""Words of a name that the tables do not know."""


class Resolver:
    """Goes through the statements in order, hands each source to the part that knows its kind, and remembers
    who spoke.
    """

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._people = People(stage)
        self._stand_ins = StandIns(stage)
        self._named_elsewhere = NamedElsewhere(stage)
        self._writers = Writers(stage)
        subjects = Subjects(stage)
        self._roles = Roles(stage, self._people, self._writers, subjects)
        self._documents = Documents(stage, subjects, self._named)
        self._bodies = KnownBodies(stage)
        self._organisations = Organisations(stage, self._documents, self._people, self._bodies)
        self._elided = Elided(stage, subjects, self._writers, self._named)

        self._genders: dict[str, str] = {}
        """The gender that a verb showed of a speaker."""

    def run(self) -> list[Speaker | None]:
        """The speaker of each statement, None where nobody fits. A resolver runs once."""
        found = [
            self._one(statement, source)
            for statement, source in zip(self._stage.statements, self._stage.sources, strict=True)
        ]
        vars(self).clear()  # Its parts hold it as it holds them: the article's memory is to be free at once.
        return found

    def _one(self, statement: Statement, source: Mention | None) -> Speaker | None:
        unnamed = self._unnamed(statement, source)
        if source is None or unnamed is not None:
            return unnamed
        surname = source.kind == "person" and len(source.name_keys) == 1 and not source.gender
        if surname and statement.by.startswith("verb"):
            source = structs.replace(source, gender=statement.gender)  # قالت ترامب
        speaker = self._named(source)
        gender = statement.gender if statement.number != "p" else ""
        plural = source.plural or speaker.kind == "group" or statement.number in ("p", "d")
        if source.name and speaker.kind == "person":
            plural = False  # هنأ is no dual where one person is named
        if statement.by.startswith("subject-verb") and statement.number == "s" and gender == "m":
            plural = False  # a verb after its subject shows its number: الجانب الآخر رفض
        gender = gender or source.gender or self._genders.get(speaker.name, "")
        if not gender and speaker.kind == "person":
            figure = figures.figure_of(self._stage.lexicon, speaker.name)
            gender = figure.gender if figure is not None else ""
        self._genders[speaker.name] = gender
        if not self._commented_on(statement):
            self._stage.hear((statement, speaker, gender, plural))
        return speaker

    def _unnamed(self, statement: Statement, source: Mention | None) -> Speaker | None:
        """Who speaks where the subject is only in the verb, or a document's owner only in its pronoun: وأضاف
        أن، جاء في بيانها.
        """
        owner = self._documents.owner(source) if source is not None else ""
        if owner:
            statement = structs.replace(statement, gender=owner, number="s")
        found = self._elided.speaker(statement) if source is None or owner else None
        if found is None or owner and found[0].kind == "document":
            return None
        self._stage.hear((statement, *found))
        return found[0]

    def _commented_on(self, statement: Statement) -> bool:
        """Whether somebody else speaks of the statement in the sentence that it opens, and goes on after it:
        وتعليقا على تصريحات فلان بأن …، قال الدبلوماسي.
        """
        if not statement.by.startswith("noun") or not self._stage.spoke:
            return False
        cue = self._stage.cue_token(statement)
        before = self._stage.scenes[statement.sentence].tokens[cue - 1].word if cue else NOTHING
        if not before.tags & t.PREPOSITION:
            return False
        end = statement.spans[-1].end
        return any(
            other.sentence == statement.sentence and other.cue.start > end and not other.by.startswith("noun")
            for other in self._stage.statements
        )

    def _is_organisation(self, source: Mention, known: Known) -> bool:
        """Whether a source that looks like a name is that of an organisation: وول ستريت جورنال."""
        if known.kind != "organisation" or source.name != source.text:
            return False
        if len(source.name_keys) > 1:
            return True
        if source.tags & t.SURE_NAME and not source.tags & t.OUTLET:
            return False
        return not self._stage.fullest_name(source.name, source.name_keys)

    def _named(self, source: Mention) -> Speaker:
        """The speaker of a source that is written."""
        return (
            self._latest_body(source)
            or self._several(source)
            or homeland(self._stage, source)
            or self._issuer(source)
            or self._abbreviated(source)
            or self._of_the_tables(source)
            or self._roles.of_nation(source)
            or self._roles.aged(source)
            or self._with_name(source)
            or self._called(source)
            or self._unknown_name(source)
            or self._reporter(source)
            or self._by_adjective(source)
            or self._by_kind(source)
        )

    def _latest_body(self, source: Mention) -> Speaker | None:
        """The body or role for which الأخير stands, who is not one of several that spoke: قال أحد الضحايا إن
        المتهم كذب، وإن الأخير أقر بذلك.
        """
        body = self._stand_ins.body(source)
        if body is None or body.start == source.start:
            return None
        speaker = self._named(body)
        if speaker.kind == "unnamed" and body.definite and speaker.name != body.text:
            return Speaker(body.text, body.kind, because=(f"who it stands for: {body.text}",))
        return speaker

    def _several(self, source: Mention) -> Speaker | None:
        several = together(self._stage, source)
        return Speaker(several, "group", because=("two names in the source",)) if several else None

    def _issuer(self, source: Mention) -> Speaker | None:
        """Whoever issued the document that the source is."""
        issuer = self._documents.issuer(source)
        if issuer is None:
            return None
        speaker = self._named(issuer)
        return structs.replace(speaker, because=(f"who issued it: {source.text}", *speaker.because))

    def _abbreviated(self, source: Mention) -> Speaker | None:
        spelled = self._organisations.spelled_out(source)
        return (
            self._organisation(spelled.text, f"in short: {source.text}, {spelled.text}") if spelled else None
        )

    def _of_the_tables(self, source: Mention) -> Speaker | None:
        """The organisation or place that the tables know by the whole source."""
        known = self._stage.lexicon.known.get(fold.key(source.text))
        if known is None or source.name and not self._is_organisation(source, known):
            return None
        if known.kind == "place":
            return self._surname_or_place(source)
        if self._bodies.not_named(source, known):
            return None
        spoken = self._organisations.spoken(source)
        if spoken is not None:
            return spoken  # منظمة الصحة … المنظمة الأممية
        return self._organisation(self._bodies.in_full(source, known), "the tables know it")

    def _surname_or_place(self, source: Mention) -> Speaker:
        """The place of the tables, or who bears its name: روبرت مالي … وأوضح مالي."""
        bearer = self._people.bearer(source)
        if bearer is not None:
            return self._people.bearing_name(bearer, f"surname: {bearer.text}")
        return self._people.figure_of_surname(source) or self._stage.identified(
            Speaker(source.text, "place", because=("the tables know it",))
        )

    def _with_name(self, source: Mention) -> Speaker | None:
        """The person whose name the source holds."""
        if not source.name or source.kind not in ("person", "unnamed"):
            return None
        return self._people.bearing_name(source, "the name in the source")

    def _called(self, source: Mention) -> Speaker | None:
        """Whoever is named behind the source: قال أحد الشهود لنا، ويدعى فلان."""
        person = named_behind(self._stage, source) or self._named_elsewhere.called(source)
        if person is None:
            return None
        role = person.role or (source.text if source.tags & t.ROLE else "")
        return self._people.bearing_name(structs.replace(person, role=role), f"{source.text}: {person.text}")

    def _unknown_name(self, source: Mention) -> Speaker | None:
        """The person whose name the source is in words that the tables do not know as one."""
        known = source.tags & _KNOWN_HEADS or self._stage.is_body(source.head)
        head = known and not (source.tags & t.NAME and not source.definite)  # مشرف
        head = head and not self._surname_of_somebody(source)
        noble = len(source.keys) > 1 and self._stage.is_a(source.keys[-1], t.FIEF)  # أميرة ويلز
        if head or noble or source.honorific or not 0 < len(source.keys) <= _MOST_NAME_WORDS:
            return None
        if source.kind == "person" and not source.text.startswith("ال"):
            return self._people.speaker(source, source.text, source.keys, ("the source is a name",))
        full = self._stage.fullest_name(source.text, source.keys)
        full = full or self._people.called(source.text) or ""
        if len(full.split()) <= len(source.keys):
            return None
        described = not source.tags & t.NAME and full.startswith(f"{source.text} ")
        if (
            described
            and len(source.keys) > 1
            and not self._stage.lexicon.words[source.keys[1]].tags & t.NATIONALITY
        ):
            return None  # المجلس الانتقالي الجنوبي فلان
        name = (
            full.removeprefix(f"{source.text} ") if described else source.text
        )  # النازحة فلانة … وقالت النازحة
        keys = tuple(fold.key(name).split())
        return self._people.speaker(source, name, keys, ("a part of a name in the article",))

    def _surname_of_somebody(self, source: Mention) -> bool:
        """Whether a role or field that is a surname too is the surname of whom the article names: سامي النجار
        … وقال النجار; كريم العدل … وقال العدل.
        """
        words = self._stage.lexicon.words
        field = words[source.text].rules & t.MINISTRY
        if not (source.points_back and (field or words[source.text].rules & t.ONLY_SURNAME)):
            return False
        given, *rest = self._stage.fullest_name(source.text, source.keys).split() or [""]
        return (
            bool(rest)
            and rest[-1] == source.text
            and bool(words[given].tags & (t.NAME if field else t.SURE_NAME))
        )

    def _reporter(self, source: Mention) -> Speaker | None:
        reporter = self._writers.reporter(source)
        return self._people.bearing_name(reporter, f"role: {reporter.text}") if reporter else None

    def _by_adjective(self, source: Mention) -> Speaker | None:
        """البنك المركزي المصري … وأوضح المركزي."""
        whole = self._organisations.of_adjective(source)
        return self._organisation(whole.text, f"named in full: {whole.text}") if whole else None

    def _by_kind(self, source: Mention) -> Speaker:
        """Who holds the role that the source is, or the organisation, group or document."""
        office = source.tags & t.TITLE or source.tags & t.ROLE and source.tags & t.DOCUMENT  # الحكم
        titled = office and source.points_back and source.text.startswith("ال")
        officer = titled and self._stage.roles_with(source.head)  # اللواء
        stands_for = self._stage.is_a(source.head, t.LATEST | t.DEPARTED)
        if source.kind in ("person", "unnamed") or officer or stands_for:
            return self._roles.speaker(source)
        return self._roles.otherwise(source) or self._organisations.speaker(source)

    def _organisation(self, name: str, why: str) -> Speaker:
        return self._stage.identified(Speaker(name, "organisation", because=(why,)))
