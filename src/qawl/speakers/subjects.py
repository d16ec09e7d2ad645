"""The subjects of verbs that are no cues: whom a sentence brings in before a statement."""

from __future__ import annotations

from bisect import bisect_left

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, accusative
from qawl.lexicon.word import Token, Word
from qawl.model import Span, Statement
from qawl.phrases import noun_phrase
from qawl.scene import COMMAS
from qawl.speakers.likeness import same_gender
from qawl.speakers.mention import Mention, mention
from qawl.speakers.stage import Spoken, Stage, holds

_SPEAKING = (HEADS & ~t.DOCUMENT) | t.NAME | t.PLACE | t.TITLE | t.KNOWN_ORGANISATION
_PEOPLE = _SPEAKING & ~(t.PLACE | t.QUANTIFIER)
_BEFORE_SUBJECT = t.CONNECTIVE | t.PERFECTIVE | t.AUXILIARY
_RELATIVE = t.RELATIVE | t.RELATIVE_FREE
_SHORTEST_FEMININE_VERB = 3
_MOST_ANTECEDENT_WORDS = 12
_MOST_TO_BACKGROUND = 4


class Subjects:
    """Looks for the noun phrase that a cue without a subject of its own goes back to."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def group_before(self, statement: Statement) -> Mention | None:
        """Several people named before a plural verb in its sentence, where they are nearer than who spoke
        last.
        """
        scene = self._stage.scenes[statement.sentence]
        cue = self._cue_token(statement)
        if any(entry[0].sentence == statement.sentence and entry[3] for entry in self._stage.spoke):
            return None
        places = [(scene, at) for at in range(cue - 1, -1, -1)]
        earlier = self._stage.scenes[statement.sentence - 1] if statement.sentence else None
        if earlier is not None and not (self._stage.spoke and self._stage.spoke[-1][3]):
            places += [(earlier, at) for at in range(len(earlier.tokens) - 1, -1, -1)]
        for where, at in places:
            word = where.tokens[at].word
            if word.kind == "word" and not word.preposition and self._several(word):
                end = cue if where is scene else len(where.tokens)
                phrase = noun_phrase(where, _group_start(where.tokens, at), end, frozenset({"NP"}))
                if phrase is not None:
                    last = phrase.end - bool(where.tokens[phrase.end - 1].word.tags & t.REFLEXIVE)
                    places_at = [k for k in range(at + 1, last) if where.tokens[k].word.key == "في"]
                    known = word.article or places_at and where.tokens[places_at[0] - 1].word.article
                    last = places_at[0] if known and places_at else last  # أوقفوا المهاجرين في البحر
                    span = Span(where.tokens[phrase.start].start, where.tokens[last - 1].end)
                    return mention(self._stage.text, where.tokens, span, None)
        return None

    def _several(self, word: Word) -> bool:
        """Whether a noun names several people: خبراء، المحتجون، المتهمين."""
        if word.tags & t.GROUP or word.article and word.stem.endswith("ون"):
            return True
        one = self._stage.lexicon.words[word.stem[:-2]] if word.article and word.stem.endswith("ين") else None
        return one is not None and bool(one.tags & t.ROLE)

    def main_subject(self, statement: Statement) -> Mention | None:
        """The subject of the nearest verb before the cue that brings in somebody: وهاجم عباس …، قائلا."""
        cue = self._cue_token(statement)
        scene = self._stage.scenes[statement.sentence]
        first = scene.tokens[0].word
        if scene.kind != "body" and statement.number != "p" and first.nominal and first.tags & _SPEAKING:
            return self.subject_of(statement.sentence, cue)  # فلان يلتقي فلانا ويؤكد كذا
        for at in range(cue - 1, 0, -1):
            subject = (
                self._turned_to(statement.sentence, at, cue)
                or self._before_verb(statement.sentence, at)
                or self.after_verb(statement.sentence, at, cue)
            )
            if subject is None or not same_gender(subject.gender, statement.gender):
                continue
            if statement.number != "p" or subject.plural or subject.kind == "group":
                return subject
        return self.subject_of(statement.sentence, cue)

    def nearer_subject(self, statement: Statement, here: list[Spoken]) -> Mention | None:
        """The subject of a clause that begins after what was said before in the sentence: قال … إن …، غير أن
        فلانا رفض ذلك، قائلا.
        """
        tokens = self._stage.scenes[statement.sentence].tokens
        cue = self._cue_token(statement)
        start = statement.cue.start
        spoken = [entry[0] for entry in here]
        around = [span.start for other in spoken for span in other.spans if span.start <= start < span.end]
        left = max(around, default=0)
        for at in range(cue - 1, 0, -1):
            place = tokens[at].start
            if place <= left or any(holds(other, place) for other in spoken if not holds(other, start)):
                return None
            if any(other.cue.start <= place < other.cue.end for other in spoken):
                return None
            subject = self._before_verb(statement.sentence, at)
            subject = subject or self._clause_subject(statement.sentence, at, cue)
            if subject is not None and same_gender(subject.gender, statement.gender):
                return subject if statement.number != "p" or subject.plural else None
        return None

    def feminine_before(self, statement: Statement) -> Mention | None:
        """The body or country named last before a verb in the feminine, where none such has spoken."""
        if statement.gender != "f" or statement.number == "p":
            return None
        scene = self._stage.scenes[statement.sentence]
        for at in range(self._cue_token(statement) - 1, -1, -1):
            word = scene.tokens[at].word
            if not word.nominal or not word.tags & (t.ORGANISATION | t.KNOWN_ORGANISATION | t.PLACE | t.ROLE):
                continue
            phrase = noun_phrase(scene, at, self._cue_token(statement), frozenset({"NP"}), attached=True)
            made = self._stage.mention_of(scene, phrase) if phrase is not None else None
            if made is not None and made.gender == "f" and made.definite:
                return made
        return None

    def author_before(self, statement: Statement) -> Mention | None:
        """Who is named last before a cue with فيه, which points back to what he said or wrote."""
        scene = self._stage.scenes[statement.sentence]
        tokens, cue = scene.tokens, self._cue_token(statement)
        if cue < 2 or cue + 1 >= len(tokens) or not tokens[cue + 1].word.rules & t.SAID_IN:
            return None
        relative = tokens[cue - 1].word
        if (
            relative.tags & t.RELATIVE
            and not relative.conjunction
            and tokens[cue - 2].word.text not in COMMAS
        ):
            return None  # في الوقت الذي شدد فيه
        found = None
        for start in range(cue - 1, max(cue - 2 * _MOST_ANTECEDENT_WORDS, -1), -1):
            word = tokens[start].word
            if found is not None and (word.kind == "sign" or word.tags & t.VERB):
                break
            if not word.nominal or not word.tags & (_PEOPLE & ~t.QUANTIFIER):
                continue
            phrase = noun_phrase(scene, start, cue, frozenset({"NP"}), attached=True)
            if phrase is None or found is not None and phrase.end < found.end:
                continue
            made = self._stage.mention_of(scene, phrase)
            if made is not None and same_gender(made.gender, statement.gender):
                found = phrase
        return self._stage.mention_of(scene, found) if found is not None and statement.number != "p" else None

    def antecedent(self, statement: Statement) -> Mention | None:
        """The person named right before the relative pronoun or حين that the cue follows: فلان حين قال."""
        scene = self._stage.scenes[statement.sentence]
        tokens, cue = scene.tokens, self._cue_token(statement)
        if cue < 2 or not (tokens[cue - 1].word.tags & t.RELATIVE or tokens[cue - 1].word.rules & t.WHEN):
            return None
        end = cue - 1
        if tokens[end - 1].word.text in COMMAS:
            end -= 1
        found = None
        for start in range(end - 1, max(end - _MOST_ANTECEDENT_WORDS, -1), -1):
            word = tokens[start].word
            if word.kind == "sign" or word.conjunction or word.tags & t.VERB:
                break
            if not word.nominal or not word.tags & (_PEOPLE & ~t.QUANTIFIER):
                continue
            phrase = noun_phrase(scene, start, end, frozenset(), attached=True)
            if phrase is None or phrase.end != end or not phrase.name_end:
                continue
            if phrase.name_end < end and not tokens[phrase.name_end].word.tags & t.ROLE:
                continue
            if any(token.word.preposition for token in tokens[phrase.name_start + 1 : phrase.name_end]):
                continue
            made = self._stage.mention_of(scene, phrase)
            if made is not None and made.name and same_gender(made.gender, statement.gender):
                found = made if made.kind == "person" else None
        return found if statement.number != "p" else None

    def _turned_to(self, sentence: int, at: int, end: int) -> Mention | None:
        """The noun phrase behind the أن at token `at` that turns to another: غير أن القضاة …"""
        scene = self._stage.scenes[sentence]
        word, before = scene.tokens[at].word, scene.tokens[at - 1].word
        if not word.tags & t.COMPLEMENTIZER or not before.rules & t.CONTRAST or at + 1 >= end:
            return None
        first = scene.tokens[at + 1].word
        named = first.tags & _SPEAKING and first.nominal
        phrase = noun_phrase(scene, at + 1, end, frozenset({"NP"})) if named else None
        return self._stage.mention_of(scene, phrase) if phrase is not None else None

    def _clause_subject(self, sentence: int, at: int, end: int) -> Mention | None:
        """The subject of the clause that token `at` opens, after a comma or connective."""
        turned = self._turned_to(sentence, at, end)
        if turned is not None:
            return turned
        tokens = self._stage.scenes[sentence].tokens
        word, before = tokens[at].word, tokens[at - 1].word
        opens = word.conjunction or before.text in COMMAS or before.tags & (t.CONNECTIVE | _RELATIVE)
        return self.after_verb(sentence, at, end) if opens else None

    def _cue_token(self, statement: Statement) -> int:
        """The number of the cue's first token in its sentence."""
        return bisect_left(
            self._stage.scenes[statement.sentence].tokens, statement.cue.start, key=lambda token: token.start
        )

    def _before_verb(self, sentence: int, at: int) -> Mention | None:
        """The subject between أن or a connective and the finite verb at token `at`: لكن الصحيفة كشفت"""
        scene = self._stage.scenes[sentence]
        word = scene.tokens[at].word
        known = word.tags & (t.VERB | t.AUXILIARY) or word.verb is not None and not word.nominal
        if not known and (word.tags or word.article or word.kind != "word" or word.key[0] not in "يت"):
            return None
        for start in range(at - 1, max(at - _MOST_ANTECEDENT_WORDS, 0), -1):
            before = scene.tokens[start - 1].word
            if before.kind == "sign":
                break
            if not before.tags & (t.COMPLEMENTIZER | t.CONNECTIVE) or before.pronoun:
                continue
            first = scene.tokens[start].word
            named = first.nominal and first.tags & _SPEAKING
            phrase = noun_phrase(scene, start, at, frozenset({"NP"})) if named else None
            if phrase is None or phrase.end != at:
                return None
            made = self._stage.mention_of(scene, phrase)
            feminine = _feminine(word)
            fits = made is not None and same_gender(made.gender, "f" if feminine else "m")
            return made if fits else None
        return None

    def after_verb(self, sentence: int, at: int, end: int) -> Mention | None:
        """The subject that follows the finite verb at token `at`, None where no such verb stands there."""
        scene = self._stage.scenes[sentence]
        tokens = scene.tokens
        word, before = tokens[at].word, tokens[max(at - 1, 0)].word
        told = _told_of(tokens, at)
        if before.tags & (_RELATIVE | t.COMPLEMENTIZER) and not told:
            return None
        if before.tags & t.NEGATION and not (told or _turns_to(tokens[end - 1].word)):
            return None  # لم تعلن إسرائيل مسؤوليتها، لكنها قالت
        following = tokens[at + 1].word if at + 1 < end else None
        known = word.tags & t.VERB or word.verb is not None and (not word.nominal or _opens(word, before))
        if not (known or told) and not (following is not None and _only_a_verb(word, following)):
            return None
        start = at + 1
        while start < end and tokens[start].word.tags & t.TIME and not tokens[start].word.nominal:
            start += 1
        if start >= end or not tokens[start].word.nominal or accusative(tokens[start].word):
            return None
        if tokens[start].word.rules & t.DEITY:
            return None  # حفظه الله
        kinds = _PEOPLE | t.PLACE if _feminine(word) else _PEOPLE
        speaks = tokens[start].word.tags & kinds or _speaking_document(word, tokens[start].word)
        if not speaks and not _described(tokens, start, end):
            return None
        phrase = noun_phrase(scene, start, end, frozenset({"NP", "addressee"}))
        return self._stage.mention_of(scene, phrase) if phrase is not None else None

    def _behind_object(self, sentence: int, verb: int, end: int) -> Mention | None:
        """The person named behind a verb's object of one word: حضر الجلسة رئيس البرلمان فلان."""
        scene = self._stage.scenes[sentence]
        tokens = scene.tokens
        if verb + 2 >= end or tokens[verb].word.article or tokens[verb].word.preposition:
            return None
        thing, word = tokens[verb + 1].word, tokens[verb + 2].word
        known = thing.article and not thing.preposition and not thing.tags & _SPEAKING
        if not known or word.article or not word.tags & t.ROLE or word.preposition or word.conjunction:
            return None
        phrase = noun_phrase(scene, verb + 2, end, frozenset({"NP"}))
        made = self._stage.mention_of(scene, phrase) if phrase is not None else None
        return made if made is not None and made.name and made.kind == "person" else None

    def subject_of(self, sentence: int, cue: int) -> Mention | None:
        """The subject of a sentence's main verb, looked for before token `cue`."""
        scene = self._stage.scenes[sentence]
        tokens = scene.tokens
        at = 0
        while (
            at < cue
            and (tokens[at].word.kind == "sign" or tokens[at].word.tags & _BEFORE_SUBJECT)
            and not tokens[at].word.tags & _SPEAKING
        ):
            at += 1
        for start in (at, at + 1):
            if start > at and at < cue and tokens[at].word.tags & t.PREPOSITION:
                break  # في الكثير من الأحيان
            if start < cue and tokens[start].word.conjunction and tokens[start].word.forms:
                continue  # ويشار
            speaks = start < cue and (tokens[start].word.tags & _SPEAKING or _described(tokens, start, cue))
            if speaks and tokens[start].word.nominal:
                if start > at and accusative(tokens[start].word):
                    continue  # وخاطب الأمريكيين قائلا
                phrase = noun_phrase(scene, start, cue, frozenset({"NP", "addressee"}))
                if phrase is not None:
                    return self._stage.mention_of(scene, phrase)
        behind = self._behind_object(sentence, at, cue)
        if behind is not None:
            return behind
        return next(
            (
                found
                for start in range(at + 1, cue)
                if (found := self.after_verb(sentence, start, cue)) is not None
            ),
            None,
        )


def _group_start(tokens: list[Token], at: int) -> int:
    """Where a group is named whose word is token `at`: مئات الخبراء، الرحالة والمؤرخون."""
    while at and _nation_of_group(tokens[at].word, tokens[at - 1].word):
        at -= 1
    if not at:
        return at
    word, before = tokens[at].word, tokens[at - 1].word
    joined = word.conjunction == "و" and word.article and before.article and before.nominal
    one = before.key.startswith("احد")
    counted = before.tags & t.QUANTIFIER and not (one or before.preposition or before.conjunction)
    owned = before.tags & t.GROUP and before.nominal and not (before.article or before.conjunction)
    return at - 1 if joined or counted or owned and word.article else at  # أهالي الضحايا


def _nation_of_group(word: Word, before: Word) -> bool:
    """Whether a people is the adjective of the group before it: الأسرى الإسرائيليون."""
    plural = word.article and word.stem.endswith(("ون", "ين")) and not word.conjunction
    return plural and before.article and bool(before.tags & t.GROUP)


def _speaking_document(verb: Word, word: Word) -> bool:
    """Whether a definite document is the subject of a verb: يغطي التقرير, not what it issues: أصدر البيان."""
    return bool(word.tags & t.DOCUMENT and word.rules & t.ISSUED_DOCUMENT and word.article) and not (
        verb.rules & t.ISSUED
    )


def _told_of(tokens: list[Token], at: int) -> bool:
    """Whether the verb at token `at` has its object in a relative that a clause with وهو brings: …، وهو ما
    رفضته الحركة.
    """
    finite = any(form.pronoun and form.tense in "pi" for form in tokens[at].word.forms)
    return finite and any(
        tokens[k].word.rules & t.BACKGROUND for k in range(max(at - _MOST_TO_BACKGROUND, 0), at)
    )


def _opens(word: Word, before: Word) -> bool:
    """Whether a word that may be a verb or a noun opens a clause: …، تحدث الكاتب عن …"""
    if word.article or word.preposition or not word.tags & t.VERBAL_NOUN:
        return False
    return (
        before.text in COMMAS or bool(before.tags & (t.CONNECTIVE | t.PERFECTIVE)) or word.conjunction != ""
    )


def _turns_to(word: Word) -> bool:
    """Whether a connective turns to what was the subject: لكنها، إلا أنه."""
    return bool(word.tags & (t.CONNECTIVE | t.COMPLEMENTIZER)) and word.key.endswith(("ه", "ها", "هم"))


def _described(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a definite word before a personal name is what the person is: فازت المغربية نوال المتوكل."""
    word, names = tokens[start].word, [token.word for token in tokens[start + 1 : min(start + 3, end)]]
    if not word.article or len(names) < 2 or not names[0].tags & t.NAME or names[0].article:
        return False
    return any(name.tags & t.SURE_NAME and not name.tags & t.PLACE for name in names)


def _only_a_verb(word: Word, following: Word) -> bool:
    """Whether a word that may be a noun or is unknown can only be a verb: with a pronoun before a noun (رفضه
    الوزير), of a feminine subject (قلصت الوكالة توقعاتها).
    """
    if word.verb is not None and word.verb.pronoun:
        return following.nominal and bool(following.tags & _PEOPLE)
    return (
        word.kind == "word"
        and not (word.tags or word.article or word.preposition)
        and len(word.stem) > _SHORTEST_FEMININE_VERB
        and word.key.endswith("ت")
        and not word.key.endswith("ات")
        and bool(following.tags & _PEOPLE)
        and following.stem.endswith(("ة", "ات"))
    )


def _feminine(word: Word) -> bool:
    """Whether a finite verb shows a feminine subject."""
    if word.verb is not None:
        return word.verb.gender == "f"
    return word.stem.startswith("ت") or word.stem.endswith("ت")
