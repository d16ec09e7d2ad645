"""A statement whose subject is only in the verb -> who speaks."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import structs

from qawl import fold
from qawl.lexicon import tags as t
from qawl.lexicon.word import NOTHING, Token
from qawl.model import Speaker, Statement, Strength
from qawl.scene import ends_in
from qawl.speakers.antecedents import Antecedents
from qawl.speakers.asked import asked_again, faced, fronted_asked, who_answers
from qawl.speakers.authors import Authors
from qawl.speakers.carried import carried
from qawl.speakers.emerged import emerged
from qawl.speakers.headings import Headings
from qawl.speakers.introduced import OPENING, Found, Introduced, agree
from qawl.speakers.issuing import issuing
from qawl.speakers.leading import fronted
from qawl.speakers.likeness import same_gender
from qawl.speakers.mention import Mention
from qawl.speakers.punished import punished
from qawl.speakers.stage import Spoken, Stage
from qawl.speakers.subjects import Subjects
from qawl.speakers.subjectwords import is_finite, is_state, verb_gender, verb_number
from qawl.speakers.tellers import Tellers
from qawl.speakers.toldinmarks import told_in_marks
from qawl.speakers.turns import in_passing, left, tells_as_subject, told_by_person
from qawl.speakers.writers import Writers

_TWO = 2  # persons that a dual means
_MOST_TO_NOUN = 4
"""Words from a verb to the noun of saying that goes with it."""


class Elided:
    """Chooses among the subject of the sentence, whom the text brings in, and those who spoke before."""

    def __init__(
        self, stage: Stage, subjects: Subjects, writers: Writers, named: Callable[[Mention], Speaker]
    ) -> None:
        self._stage = stage
        self._subjects = subjects
        self._antecedents = Antecedents(stage)
        self._authors = Authors(stage)
        self._before = Introduced(stage, subjects, named)
        self._headings = Headings(stage)
        self._tellers = Tellers(stage, subjects)
        self._writers = writers
        self._named = named
        self._asides: list[Statement] = []
        """Statements of those whom a subordinate clause let speak: فلان حين قال."""

    def speaker(self, statement: Statement) -> Found | None:
        """The speaker with gender and whether more than one, None where the article offers nobody."""
        found = self._found(statement)
        other = told_in_marks(self._stage, statement, found[0]) if found is not None else None
        return found if other is None else (self._named(other), statement.gender or other.gender, False)

    def _found(self, statement: Statement) -> Found | None:
        """Whoever the verb, its sentence and those before it tell of."""
        verb = self._verb_of(statement)
        if verb is not None and not statement.gender:
            gender = verb_gender(verb.word)
            number = verb_number(verb.word) if gender else statement.number
            statement = structs.replace(statement, gender=gender, number=number)
        if self._stands_in_it(statement):
            statement = structs.replace(statement, gender="")
        listener = self._tellers.listener(statement)
        teller = self._tellers.teller(statement, listener) if listener else carried(self._stage, statement)
        teller = teller or issuing(self._stage, self._subjects, statement) or punished(self._stage, statement)
        teller = teller or emerged(self._stage, statement)
        if teller is not None:
            return self._named(teller), statement.gender or teller.gender, teller.plural
        if listener is not None and statement.number != "p":
            return None
        here = self._stage.spoke_in(statement.sentence)
        if statement.by.startswith("participle") and statement.cue.sense == "say":
            # كتب فلان ردا على فلان الذي تساءل عن كذا، قائلا
            here = [entry for entry in here if not entry[0].by.startswith("relative")]
        begin = statement.cue.start if verb is None else verb.start
        begin = min(begin, statement.spans[0].start) if statement.by == "quotation-verb" else begin
        tokens = self._stage.scenes[statement.sentence].tokens
        before = [token.word for token in tokens if token.end <= begin]
        leading = all(word.tags & OPENING or word.rules & t.CONTRAST for word in before)
        inside = len(before) > 1 and not leading
        begins = not inside or statement.by.startswith("verb") and fronted(before)
        return (
            self._before.taken_up(statement)
            or self._subject_again(statement, verb)
            or self._of_him(statement)
            or (self._two(statement, inside) if statement.number == "d" else None)
            or self._somebody(self._of_the_sentence(statement, here, inside))
            or self._group(statement)
            or (self._only_one_here(statement) if not (here or begins) else None)
            or (self._somebody(self._of_before(statement)) if not here and begins else None)
            or self._of_those_who_spoke(statement, here, inside)
            or self._somebody(self._without_agreement(statement))
        )

    def _stands_in_it(self, statement: Statement) -> bool:
        """Whether the verb shows what stands in a text, not who speaks: ردت الشركة في بيان جاء فيه أن."""
        tokens, cue = self._stage.scenes[statement.sentence].tokens, self._stage.cue_token(statement)
        verb = tokens[cue].word.verb
        if verb is None or "source+في" not in verb.entry.takes or not 0 < cue < len(tokens) - 1:
            return False
        text = tokens[cue - 1].word.tags & (t.DOCUMENT | t.SETTING)
        return bool(text and tokens[cue + 1].word.rules & t.SAID_IN)

    def _somebody(self, found: Found | None) -> Found | None:
        """Who was found, but for a word that is a name nowhere else in the article: تعطيه راتب سنة، ونفى."""
        speaker = found[0] if found is not None else None
        if speaker is None or speaker.kind != "person" or speaker.role or " " in speaker.name:
            return found
        word = self._stage.lexicon.words[speaker.name]
        sure = word.tags & t.SURE_NAME and not word.preposition or word.rules & t.DEITY
        return found if sure or word.key in self._stage.speaking else None

    def _verb_of(self, statement: Statement) -> Token | None:
        """The verb or participle that a noun of saying stands with: وتختم حديثها بالقول، مكتفية بالقول."""
        if not statement.by.startswith("noun"):
            return None
        tokens = self._stage.scenes[statement.sentence].tokens
        cue = self._stage.cue_token(statement)
        near = reversed(tokens[max(cue - _MOST_TO_NOUN, 0) : cue])
        return next((token for token in near if is_finite(token.word) or is_state(token.word)), None)

    def _subject_again(self, statement: Statement, verb: Token | None) -> Found | None:
        """The one who spoke and whose surname follows the verb: واكتفى فلان بالقول; ويستعد فلان، كما قال."""
        tokens = self._stage.scenes[statement.sentence].tokens
        if verb is None and not statement.by.startswith("attributive"):
            return None
        behind = tokens.index(verb) + 1 if verb is not None else 1
        if behind >= self._stage.cue_token(statement):
            return None
        found = self._before.of_surname(tokens[behind].word)
        return found if found is None or same_gender(found[1], statement.gender) else None

    def _of_the_sentence(self, statement: Statement, here: list[Spoken], inside: bool) -> Found | None:
        """Whom the sentence itself brings in before the cue."""
        author = self._writers.writes(statement)
        if author is not None and same_gender(author.gender, statement.gender):
            return self._named(author), statement.gender or author.gender, False
        asked = who_answers(self._stage, statement)
        if not here:
            asked = asked or fronted_asked(self._stage, statement) or self._authors.text_before(statement)
        if asked is not None:
            return self._named(asked), statement.gender or asked.gender, asked.plural
        denying = self._antecedents.denies(statement)
        if denying is not None:
            return self._named(denying), statement.gender, False
        antecedent = self._antecedents.antecedent(statement)
        antecedent = self._of_clause_before(statement, antecedent) or antecedent
        if antecedent is not None:
            self._asides.append(statement)
            return self._named(antecedent), statement.gender or antecedent.gender, antecedent.plural
        thinks = statement.by.startswith("participle") and self._thinks(statement)
        if not (here or thinks) and (statement.by.startswith(("participle", "noun")) or inside):
            author = self._authors.author(statement)
            if author is not None:
                return self._named(author), statement.gender or author.gender, author.plural
            subject = self._subjects.main_subject(statement)
            if subject is None or not same_gender(subject.gender, statement.gender):
                subject = self._antecedents.of_relative(statement)
            told = statement.by.startswith("attributive")  # ارتفعت الأسعار، على حد قوله
            fits = subject is not None and same_gender(subject.gender, statement.gender)
            if subject is not None and fits and (subject.kind == "person" or not told):
                return self._named(subject), statement.gender or subject.gender, subject.plural
        nearer = self._authors.author_before(statement) or self._antecedents.before_pronoun(statement)
        nearer = nearer or self._tellers.answerer(statement, here) or self._tellers.informer(statement, here)
        if nearer is None and here:
            nearer = self._subjects.nearer_subject(statement, here)
        if nearer is None:
            return None
        return self._named(nearer), statement.gender or nearer.gender, nearer.plural

    def _of_clause_before(self, statement: Statement, nearest: Mention | None) -> Mention | None:
        """The subject of the clause on which حين and the cue hang: هاجم الوزير فلانا حين قال; not where
        the words of the nearest are told of (ذكر الوزير بكلام فلان حين قال).
        """
        cue = self._stage.cue_token(statement)
        before = self._stage.scenes[statement.sentence].tokens[cue - 1].word if cue else NOTHING
        if not before.rules & t.WHEN or statement.number != "s":
            return None
        if (teller := self._antecedents.in_his_words(statement)) is not None:
            return teller
        owned = self._stage.word_before(nearest.start) if nearest is not None else None
        told = owned is not None and not owned.article and self._stage.lexicon.words[owned.stem].forms
        if told or self._stage.spoke_in(statement.sentence):
            return None
        subject = self._subjects.main_subject(statement)
        return None if subject is not None and self._in_relative(subject, nearest) else subject

    def _in_relative(self, subject: Mention, nearest: Mention | None) -> bool:
        """Whether a relative clause goes on to who is named last: هذه هي الصور التي التقطها فلان عندما."""
        last = nearest.start if nearest is not None else 0
        tokens = self._stage.scenes.tokens[self._stage.scenes.at(subject.start)]
        return any(token.word.tags & t.RELATIVE for token in tokens if subject.end <= token.start < last)

    def _only_one_here(self, statement: Statement) -> Found | None:
        """The one person named before a verb in a sentence in which nobody acts or speaks: يدور جدل حول دور
        فلان، لكنه أكد.
        """
        if not statement.by.startswith("verb") or statement.number != "s":
            return None
        person = self._antecedents.only_one_here(statement)
        if person is None:
            return None
        own = set(person.name_keys)
        spoke = self._stage.last(lambda speaker, *_: own <= set(fold.key(speaker.name).split()))
        return spoke or self._named(person), statement.gender, False

    def _thinks(self, statement: Statement) -> bool:
        """Whether a sentence begins with what the last who spoke thinks, who agrees."""
        last = self._stage.spoke[-1:] if self._subjects.is_thought(statement.sentence) else []
        return any(agree(statement, gender, plural) for *_, gender, plural in last)

    def _group(self, statement: Statement) -> Found | None:
        """The group before a verb in the plural."""
        if statement.number != "p":
            return None
        group = self._acting_group(statement) or self._antecedents.group_before(statement)
        opens = statement.by.startswith("participle") and not self._stage.cue_token(statement)
        if group is None or opens and self._stage.several_spoke(statement.sentence - 1):
            return None  # أشارت مصادر إلى أن …، كما هرب العشرات. مؤكدين أن
        because = ("subject elided: the group before it",)
        return Speaker(group.text, group.kind, strength="likely", because=because), statement.gender, True

    def _two(self, statement: Statement, inside: bool) -> Found | None:
        """The only two persons named before a verb in the dual, where no two spoke: التقى الوزير فلان السفير
        فلانا، وأكدا.
        """
        if any(agree(statement, gender, plural) for *_, gender, plural in self._stage.spoke[-1:]):
            return None
        people = self._stage.people_in(statement.sentence if inside else statement.sentence - 1)
        before = [person for person in people if person.end <= statement.cue.start and person.name]
        names = list(dict.fromkeys(self._named(person).name for person in before))
        if len(names) != _TWO:
            return None
        return Speaker(" و".join(names), "group", strength="likely", because=("the two before it",)), "", True

    def _acting_group(self, statement: Statement) -> Mention | None:
        """The group that does what the sentence before tells: أغلق السكان الطريق أمام العمال. وقالوا."""
        number = statement.sentence - 1
        opens = statement.by.startswith("verb") and not self._stage.cue_token(statement)
        if not opens or not self._before.silent(number) or self._stage.scenes[number].kind != "body":
            return None
        subject = self._subjects.subject_of(number, len(self._stage.scenes[number].tokens))
        return subject if subject is not None and subject.kind == "group" and subject.plural else None

    def _of_before(self, statement: Statement) -> Found | None:
        """Whom a heading or the sentence before brings in."""
        told = self._authors.told_of(statement.sentence - 1, statement) if statement.sentence else None
        if told is not None and self._before.silent(statement.sentence - 1):
            return self._named(told), statement.gender or told.gender, False
        under = self._headings.above(statement)
        heading = (self._named(under), statement.gender, False) if under is not None else None
        continues = self._stage.continues(statement) and not self._talked(statement.sentence - 1)
        return heading if heading is not None or continues else self._before.introduced(statement)

    def _talked(self, number: int) -> bool:
        """Whether a sentence begins with a verb of talk: تحدث الوزير عن الأزمة. وأضاف أن."""
        tokens = self._stage.scenes[number].tokens if number >= 0 else []
        return any(token.word.verb is not None for token in tokens[:1])

    def _of_those_who_spoke(self, statement: Statement, here: list[Spoken], inside: bool) -> Found | None:
        """The last who spoke and agrees, in the sentence or before it."""
        continues = not inside and statement.by.startswith("participle")  # …، وفقا لفلان. موضحا أن
        verb = self._verb_of(statement)
        begin = verb.start if verb is not None else statement.cue.start  # …، مكتفيا بالقول
        own = [
            entry
            for entry in self._stage.spoke
            if not entry[0].by.startswith(("attributive", "relative"))
            and entry[0] not in self._asides
            and not (self._is_law(entry[1]) and entry[0].sentence < statement.sentence)
            or entry[0].sentence == statement.sentence - 1
            and (
                continues
                or not inside
                and (told_by_person(entry) or tells_as_subject(self._stage, self._subjects, entry[0]))
            )
        ]
        for entries in (here, own, self._stage.spoke):
            if entries is own and here:
                nearest = self._of_content(statement)
                if nearest is not None:
                    return nearest
            if entries is own and here and statement.by.startswith("participle"):
                return self._weaker(here[-1][1]), here[-1][2], here[-1][3]  # وقالت الوزارة …، مضيفا
            runs_on = entries is here and ends_in(self._stage.text, begin) not in "،,؛"
            outer = [entry for entry in here if not entry[0].by.startswith("relative")]
            if entries is here and outer and not runs_on and statement.by.startswith("verb"):
                entries = outer  # انتقد فلان الرئيس، الذي وعد بكذا، وقال
            for earlier, speaker, gender, plural in reversed(entries):
                if in_passing(earlier, statement, entries):
                    continue
                if agree(statement, gender, plural) and (
                    runs_on or self._beside(earlier) or not left(earlier, statement, entries)
                ):
                    return self._weaker(speaker), gender, plural
        return None

    def _is_law(self, speaker: Speaker) -> bool:
        """Whether a law was quoted, which goes on to say nothing: وينص القانون على كذا. وأضاف."""
        words = self._stage.lexicon.words
        return speaker.kind == "document" and bool(words[speaker.name.partition(" ")[0]].tags & t.LAW)

    def _beside(self, statement: Statement) -> bool:
        """Whether a statement stands beside what was said and not in it: …، فيما شكر فلان الوزير."""
        before = self._stage.word_before(statement.cue.start)
        return before is not None and bool(before.rules & t.FRONTING) and not before.tags & t.SUBORDINATOR

    def _of_content(self, statement: Statement) -> Found | None:
        """Whoever acts in what was said, where nobody who spoke in the sentence agrees: قالت إن …، إلا أن
        المدرب رفض، معتبرا.
        """
        subject = self._subjects.main_subject(statement)
        known = subject is not None and (subject.definite or subject.kind == "unnamed")  # إن متحدثا هاجم
        if subject is None or not known or subject.gender != statement.gender:
            subject = self._antecedents.accused(statement) or self._antecedents.of_relative(statement)
        if subject is None:
            return None
        return self._named(subject), statement.gender, subject.plural

    def _without_agreement(self, statement: Statement) -> Found | None:
        """Who is left where nobody who spoke agrees."""
        feminine = self._antecedents.feminine_before(statement)
        if feminine is not None:
            return structs.replace(self._named(feminine), strength="guess"), "f", feminine.plural
        subject = self._subjects.main_subject(statement) or self._antecedents.announced(statement)
        if subject is None or not same_gender(subject.gender, statement.gender):
            relative = self._antecedents.of_relative(statement)
            subject = (
                relative or self._antecedents.only_person(statement) or subject
            )  # التقت الصحيفة فلانا، وقال
        if subject is not None and (same_gender(subject.gender, statement.gender) or not self._stage.spoke):
            return self._named(subject), statement.gender, subject.plural
        introduced = self._before.introduced(statement)  # قالت الحكومة …. سحب الاتحاد المشروع. وأضاف
        other = self._antecedents.feminine_of_before(statement) if introduced is None else None
        if other is not None:
            return structs.replace(self._named(other), strength="guess"), "f", False
        if introduced is not None or not self._stage.spoke:
            return introduced
        for _, speaker, gender, plural in reversed(self._stage.spoke):
            if agree(statement, gender, plural):  # كتبت الصحيفة: "قال فلان …". وتابعت: "وأضاف …"
                return self._weaker(speaker), gender, plural
        continues = self._stage.continues(statement) or not statement.sentence
        other = None if continues else self._before.only_other(statement.sentence - 1, statement)
        if other is not None:
            return self._named(other), other.gender, False  # قال للوزيرة فلانة إن …. فردت
        _, speaker, gender, plural = self._stage.spoke[-1]
        last = self._stage.lexicon.words[speaker.name.split()[-1]]
        two = speaker.name.endswith("ان") and not last.tags & t.NAMES  # قال مصرفيان … وأشارا; not سليمان
        if speaker.kind == "person" and not two and self._of_several(statement):
            return None
        because = (*speaker.because, "the last who spoke, without agreement")
        return structs.replace(speaker, strength="guess", because=because), gender, plural

    def _of_several(self, statement: Statement) -> bool:
        """Whether a verb is of several others: يقولون; not أعلنا, which may be said of ourselves."""
        forms = self._stage.scenes[statement.sentence].tokens[self._stage.cue_token(statement)].word.forms
        finite = [form for form in forms if form.tense in "pi"]
        return bool(finite) and all(form.number != "s" and form.person == "3" for form in finite)

    def _weaker(self, speaker: Speaker) -> Speaker:
        """Who spoke, taken up without a word: a person named in full is likelier than a role or a body, and
        sure where nobody spoke since.
        """
        full = speaker.kind == "person" and speaker.name != speaker.role and " " in speaker.name
        strength: Strength = "guess"
        if full and speaker.strength != "guess" and speaker.name == self._stage.spoke[-1][1].name:
            strength = "sure"
        elif speaker.strength == "sure" or full and speaker.strength == "likely":
            strength = "likely"
        return structs.replace(
            speaker,
            strength=strength,
            because=(*speaker.because, "subject elided: the last who spoke and agrees"),
        )

    def _of_him(self, statement: Statement) -> Found | None:
        """Who spoke last and agrees, where عنه says that another carries it or a question that it is
        an answer: ونقلت عنه الصحيفة قوله، وسئل عما إذا كان فلان سيأتي فأجاب.
        """
        if asked_again(self._stage, statement):
            return self._of_those_who_spoke(statement, [], inside=True)
        if faced(self._stage, statement):
            own = [entry for entry in reversed(self._stage.spoke) if entry[0].sentence < statement.sentence]
            last = next((entry for entry in own if agree(statement, entry[2], entry[3])), None)
            spoke = (self._weaker(last[1]), last[2], last[3]) if last is not None else None
            return self._before.introduced(statement) or spoke
        cue = self._stage.cue_token(statement)
        near = self._stage.scenes[statement.sentence].tokens[max(cue - _MOST_TO_NOUN, 0) : cue]
        if not (statement.by.startswith("noun") and any(token.word.rules & t.FROM_HIM for token in near)):
            return None
        return self._of_those_who_spoke(statement, [], inside=True)
