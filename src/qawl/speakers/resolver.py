"""Each statement's source -> its speaker, in order."""

from __future__ import annotations

from msgspec import structs

from qawl import fold
from qawl.lexicon import tags as t
from qawl.lexicon.compile import Known
from qawl.lexicon.shape import HEADS
from qawl.model import Speaker, Statement
from qawl.speakers import figures
from qawl.speakers.documents import Documents
from qawl.speakers.elided import Elided
from qawl.speakers.fullnames import fullest_name
from qawl.speakers.mention import Mention
from qawl.speakers.organisations import Organisations
from qawl.speakers.people import People
from qawl.speakers.roles import Roles
from qawl.speakers.stage import Stage
from qawl.speakers.subjects import Subjects
from qawl.speakers.together import together
from qawl.speakers.writers import Writers

_KNOWN_HEADS = HEADS | t.TITLE | t.PLACE


class Resolver:
    """Goes through the statements in order, hands each source to the part that knows its kind, and remembers
    who spoke.
    """

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._people = People(stage)
        self._writers = Writers(stage)
        self._roles = Roles(stage, self._people, self._writers)
        subjects = Subjects(stage)
        self._documents = Documents(stage, subjects, self._named)
        self._organisations = Organisations(stage, self._documents)
        self._elided = Elided(stage, subjects, self._writers, self._named)

        self._genders: dict[str, str] = {}
        """The gender that a verb showed of a speaker."""

    def run(self) -> list[Speaker | None]:
        """The speaker of each statement, None where nobody fits."""
        return [
            self._one(statement, source)
            for statement, source in zip(self._stage.statements, self._stage.sources, strict=True)
        ]

    def _one(self, statement: Statement, source: Mention | None) -> Speaker | None:
        if source is None:
            found = self._elided.speaker(statement)
            if found is not None:
                self._stage.spoke.append((statement, *found))
            return found[0] if found is not None else None
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
        self._stage.spoke.append((statement, speaker, gender, plural))
        return speaker

    def _is_organisation(self, source: Mention, known: Known) -> bool:
        """Whether a source that looks like a name is that of an organisation: وول ستريت جورنال."""
        if known.kind != "organisation" or source.name != source.text:
            return False
        if len(source.name_keys) > 1:
            return True
        return bool(source.tags & t.OUTLET) and not fullest_name(
            self._stage.scenes, source.name, source.name_keys
        )

    def _named(self, source: Mention) -> Speaker:
        """The speaker of a source that is written."""
        several = together(self._stage, source)
        if several is not None:
            return Speaker(several, "group", because=("two names in the source",))
        issuer = self._documents.issuer(source)
        if issuer is not None:
            speaker = self._named(issuer)
            return structs.replace(speaker, because=(f"who issued it: {source.text}", *speaker.because))
        spelled = self._organisations.spelled_out(source)
        if spelled is not None:
            because = (f"in short {source.text}: {spelled.text}",)
            return self._stage.identified(Speaker(spelled.text, "organisation", because=because))
        known = self._stage.lexicon.known.get(fold.key(source.text))
        if known is not None and (not source.name or self._is_organisation(source, known)):
            if known.kind == "place":
                bearer = self._people.bearer(source)
                if bearer is not None:
                    return self._people.bearing_name(bearer, f"surname: {bearer.text}")
                figure = self._people.figure_of_surname(source.text)
                if figure is not None:
                    keys = tuple(fold.key(figure).split())
                    return self._people.speaker(source, figure, keys, (f"surname: {figure}",))
                return self._stage.identified(Speaker(source.text, "place", because=("the tables know it",)))
            name = self._organisations.name_in_full(source, known)
            return self._stage.identified(Speaker(name, "organisation", because=("the tables know it",)))
        if source.name and source.kind in ("person", "unnamed"):
            return self._people.bearing_name(source, "the name in the source")
        if not (source.tags & _KNOWN_HEADS or source.honorific) and 0 < len(source.keys) <= 3:
            if source.kind == "person" and not source.text.startswith("ال"):
                return self._people.speaker(source, source.text, source.keys, ("the source is a name",))
            full = fullest_name(self._stage.scenes, source.text, source.keys)
            full = full or self._people.called(source.text) or ""
            if len(full.split()) > len(source.keys):
                keys = tuple(fold.key(source.text).split())
                return self._people.speaker(source, source.text, keys, ("a part of a name in the article",))
        if source.kind == "organisation" and len(source.name_keys) == 1 and not source.keys:
            full = fullest_name(self._stage.scenes, source.text, source.name_keys)
            if len(full.split()) > 1:  # وأوضح "المبطي"
                return self._people.speaker(source, source.text, source.name_keys, ("the end of a name",))
        reporter = self._writers.reporter(source)
        if reporter is not None:
            return self._people.bearing_name(reporter, f"role: {reporter.text}")
        whole = self._organisations.of_adjective(source)
        if whole is not None:
            because = (f"named in full: {whole.text}",)
            return self._stage.identified(Speaker(whole.text, "organisation", because=because))
        if source.kind in ("person", "unnamed") or self._stage.is_a(source.head, t.LATEST):
            return self._roles.speaker(source)
        if source.kind in ("organisation", "document", "group", "place"):
            return self._organisations.speaker(source)
        return self._stage.identified(Speaker(source.text, source.kind, because=("the source as it stands",)))
