"""Whom the words before a cue name without a verb that brings them in: a group, a body, an antecedent."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import feminine, one_of_several, relational_plural
from qawl.lexicon.word import NOTHING, Token, Word
from qawl.model import Span, Statement
from qawl.phrases import noun_phrase
from qawl.phrases.apart import before_object
from qawl.scene import COMMAS, Scene
from qawl.speakers.authors import fitting, told_of_body
from qawl.speakers.likeness import same_gender
from qawl.speakers.mention import Mention, mention
from qawl.speakers.stage import Stage
from qawl.speakers.subjectwords import GOVERNED, PEOPLE, SPEAKING, has_object, is_clause_verb

_BODIES = t.ORGANISATION | t.KNOWN_ORGANISATION | t.PLACE | t.ROLE
_OF_HIM = ("عنه", "عنها")
"""Behind the verb of a relative clause they tell that it is about the one before it: الذي قال عنه إن."""
_LAST_OPENING = 2
"""The last token of a verb with which a sentence opens: لكنها قالت."""
_MOST_WORDS = 12
"""Words of an antecedent."""

_NO_MEN = t.DOCUMENT | t.MEDIA | t.ORGANISATION | t.PLACE | t.VERBAL_NOUN
"""Classes of nouns in ون that are no plural: القانون، التلفزيون، التعاون."""


def _uncounted(tokens: list[Token], at: int) -> bool:
    """Whether many are meant by a quantity alone, as a preposition follows: شارك عشرات في وقفة."""
    word, following = tokens[at].word, tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    many = word.tags & t.QUANTIFIER and (word.tags & t.NUMBER_WORD or word.stem.endswith("ات"))
    return bool(many and not word.preposition and following.tags & t.PREPOSITION) and following.key != "من"


class Antecedents:
    """Looks for whom a cue without a subject of its own means by its number, its gender or a pronoun."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def group_before(self, statement: Statement) -> Mention | None:
        """Several people named before a plural verb in its sentence, where they are nearer than who spoke
        last.
        """
        spoke = self._stage.spoke
        if any(entry[3] for entry in self._stage.spoke_in(statement.sentence)):
            return None
        group = self._group(self._stage.scenes[statement.sentence], self._stage.cue_token(statement))
        if group is not None or not statement.sentence or spoke and spoke[-1][3]:
            return group
        earlier = self._stage.scenes[statement.sentence - 1]
        return self._group(earlier, len(earlier.tokens))

    def group_named_before(self, start: int) -> Mention | None:
        """Several people named before the character in its sentence or the one before: اعتصم العمال. ويطالب
        هؤلاء.
        """
        number = self._stage.scenes.at(start)
        group = self._group(self._stage.scenes[number], self._stage.place_in_sentence(start))
        if group is not None or not number:
            return group
        earlier = self._stage.scenes[number - 1]
        return self._group(earlier, len(earlier.tokens))

    def _group(self, scene: Scene, end: int) -> Mention | None:
        """The group named last before token `end`."""
        tokens = scene.tokens
        for at in range(end - 1, -1, -1):
            word = tokens[at].word
            counted = _counted(tokens, at, end)  # قام 47 أكاديميا بكذا، أدانوا فيه
            some = counted or _uncounted(tokens, at)
            if not some and (word.kind != "word" or word.preposition or not self._several(word)):
                continue
            if word.tags & t.QUANTIFIER and not counted and self._of_things(tokens, at):
                continue
            before = tokens[at - 1].word if at > 1 else NOTHING  # not تجمع الطلاب وطالبوا
            owner = before.tags & t.ORGANISATION or before.rules & t.OFFICE
            if owner and not (before.article or before.tags & t.GROUP):
                continue  # مجلس النواب، رئيس الوزراء
            if some and not counted:
                return mention(self._stage.text, tokens, Span(tokens[at].start, tokens[at].end), None)
            start = at if counted else _group_start(tokens, at)
            phrase = noun_phrase(scene, start, end, _governed(tokens, start, end))
            if phrase is not None:
                phrase = before_object(scene, phrase)
                span = Span(tokens[phrase.start].start, tokens[_group_end(tokens, at, phrase.end) - 1].end)
                return mention(self._stage.text, tokens, span, None)
        return None

    def _of_things(self, tokens: list[Token], at: int) -> bool:
        """Whether a quantity is one of things: العديد من التجارب; not الكثير من العاملين."""
        if at + 2 >= len(tokens) or tokens[at + 1].word.key != "من":
            return False
        word = tokens[at + 2].word
        return word.plain and word.article and not (self._several(word) or word.stem.endswith(("ي", "ين")))

    def _several(self, word: Word) -> bool:
        """Whether a noun names several people: خبراء، المحتجون، المتهمين."""
        men = word.stem.endswith("ون") and not word.tags & _NO_MEN  # not القانون
        if word.tags & t.GROUP or word.article and (men or word.tags & t.QUANTIFIER):
            return True  # العشرات
        one = self._stage.lexicon.words[word.stem[:-2]] if word.article and word.stem.endswith("ين") else None
        return one is not None and bool(one.tags & t.ROLE)

    def feminine_before(self, statement: Statement) -> Mention | None:
        """The body or country named last before a verb in the feminine, where none such has spoken."""
        if statement.gender != "f" or statement.number == "p":
            return None
        return self._feminine(self._stage.scenes[statement.sentence], self._stage.cue_token(statement))

    def feminine_of_before(self, statement: Statement) -> Mention | None:
        """The woman, body or country named last in the sentence before one that a verb in the feminine opens:
        اتهم الوزير النقابة بالفساد. وقالت.
        """
        opens = statement.by.startswith("verb") and self._stage.cue_token(statement) <= _LAST_OPENING
        if statement.gender != "f" or statement.number == "p" or not (opens and statement.sentence):
            return None
        earlier = self._stage.scenes[statement.sentence - 1]
        same = earlier.kind == self._stage.scenes[statement.sentence].kind
        return self._feminine(earlier, len(earlier.tokens)) if same else None

    def _feminine(self, scene: Scene, end: int) -> Mention | None:
        """The last definite feminine noun phrase before token `end`, one of no preposition first."""
        governed = None
        for at in range(end - 1, -1, -1):
            word, before = scene.tokens[at].word, scene.tokens[max(at - 1, 0)].word
            adjective = word.article and before.article and feminine(before)  # المقاربة القائمة على
            owned = word.tags & t.PLACE and before.tags & _BODIES and not before.article  # جامعة القاهرة
            if not word.tags & _BODIES or adjective or owned:
                continue
            phrase = noun_phrase(scene, at, end, GOVERNED, attached=True)
            made = self._stage.mention_of(scene, phrase) if phrase is not None else None
            if made is None or made.gender != "f" or not made.definite or made.plural:
                continue
            if not (word.preposition or before.tags & t.PREPOSITION):
                return made
            governed = governed or made
        return governed

    def before_pronoun(self, statement: Statement) -> Mention | None:
        """Whom the sentence names last before وهو and the cue: رسائل بصوت فلان، وهو يطالب."""
        scene, cue = self._stage.scenes[statement.sentence], self._stage.cue_token(statement)
        if not cue or not scene.tokens[cue - 1].word.rules & t.BACKGROUND or statement.number == "p":
            return None
        fits = self._named_before(statement)
        return fits[-1] if fits else None

    def accused(self, statement: Statement) -> Mention | None:
        """Of or to whom the last who spoke in the sentence says something, where what follows turns to him:
        اتهم المعارضون الوزير بالفساد، لكنه يقول; دعت واشنطن النادي إلى كذا، فرد.
        """
        scene, cue = self._stage.scenes[statement.sentence], self._stage.cue_token(statement)
        here = self._stage.spoke_in(statement.sentence)
        turns = scene.tokens[cue].word.conjunction or _turns(scene, cue)
        if not here or statement.number != "s" or not turns:
            return None
        spoken = here[-1][0]
        behind = max(spoken.cue.end, spoken.source.end if spoken.source is not None else 0)
        for place in (spoken.spans[0].start, behind):
            at = self._stage.place_in_sentence(place)
            if place < spoken.cue.start or at >= cue or not scene.tokens[at].word.tags & PEOPLE:
                continue
            made = fitting(self._stage, scene, at, cue, statement)
            if made is None or not made.definite or made.plural:
                continue
            told = any(via.start <= made.start < via.end for via in spoken.via)
            if not (told and made.tags & (t.MEDIA | t.OUTLET)):  # قالت للتلفزيون إنه أوصى بكذا
                return made
        return None

    def denies(self, statement: Statement) -> Mention | None:
        """Who is accused before لكنه and denies it: اتهم النائب الوزير بالفساد، لكنه نفى."""
        scene, cue = self._stage.scenes[statement.sentence], self._stage.cue_token(statement)
        here = self._stage.spoke_in(statement.sentence)
        answers = statement.cue.sense == "deny" and here and here[-1][0].cue.sense == "accuse"
        return self.accused(statement) if answers and _turns(scene, cue) else None

    def announced(self, statement: Statement) -> Mention | None:
        """Who is named behind what a headline says first: لوّح بالإضراب.. الاتحاد يقاطع الحوار; وصفه بالكاذب:
        الوزير يرد.
        """
        scene = self._stage.scenes[statement.sentence]
        tokens = scene.tokens
        if scene.kind == "body" or self._stage.place_in_sentence(statement.cue.start) > 1:
            return None
        for at in range(1, len(tokens) - 1):
            if tokens[at].word.text.startswith((".", "…", ":")) and tokens[at + 1].word.tags & SPEAKING:
                phrase = noun_phrase(scene, at + 1, len(tokens), frozenset({"NP"}))
                made = self._stage.mention_of(scene, phrase) if phrase is not None else None
                return made if made is not None and same_gender(made.gender, statement.gender) else None
        return None

    def only_person(self, statement: Statement) -> Mention | None:
        """The one person of the verb's gender named before the cue in a sentence without a subject: وفي اتصال
        مع فلان، أكد أن.
        """
        fits = self._named_before(statement)
        return fits[0] if len(fits) == 1 and statement.number != "p" else None

    def only_one_here(self, statement: Statement) -> Mention | None:
        """The one person of the verb's gender named before the cue, and more than once in the article."""
        person = self.only_person(statement)
        if person is None or statement.gender == "f" and person.gender != "f":
            return None
        if len(person.name_keys) == 1 and not (person.role or self._stage.again(person.name_keys[0])):
            return None
        before = self._stage.word_before(person.start)
        other = before is not None and (before.kind != "word" or before.tags & t.ORGANISATION)
        return None if other else person  # ترجمة: فلان، شركة «فلان»

    def _named_before(self, statement: Statement) -> list[Mention]:
        """The persons of the verb's gender whom its sentence names before the cue."""
        people = self._stage.people_in(statement.sentence)
        before = [person for person in people if person.end <= statement.cue.start and person.name]
        return [person for person in before if same_gender(person.gender, statement.gender)]

    def antecedent(self, statement: Statement) -> Mention | None:
        """The person named right before the relative pronoun or حين that the cue follows: فلان حين قال."""
        scene, cue = self._stage.scenes[statement.sentence], self._stage.cue_token(statement)
        tokens = scene.tokens
        if statement.number == "p" or cue < 2 or _takes_relative(tokens, cue):
            return None
        if not (tokens[cue - 1].word.tags & t.RELATIVE or tokens[cue - 1].word.rules & t.WHEN):
            return None
        end = cue - 2 if tokens[cue - 2].word.text in COMMAS else cue - 1
        found = None
        for start in range(end - 1, max(end - _MOST_WORDS, -1), -1):
            word = tokens[start].word
            if word.kind == "sign" or word.conjunction or word.tags & t.VERB:
                break
            if not word.nominal or not word.tags & PEOPLE:
                continue
            made = self._named_until(scene, start, end)
            if made is not None and same_gender(made.gender, statement.gender):
                found = made if made.kind == "person" else None
        alone = found is not None and len(found.name_keys) == 1 and not found.role
        if found is not None and alone and self._owned(found):
            return None
        return found

    def in_his_words(self, statement: Statement) -> Mention | None:
        """Whose words the clause before حين and the cue tells of: مذكرا بما قاله الوزير قبل عام حين تعهد،
        مستعيدا وعود الوزير في البرلمان حين أكد.
        """
        scene, cue = self._stage.scenes[statement.sentence], self._stage.cue_token(statement)
        for at in range(cue - 2, 0, -1):
            word, before = scene.tokens[at].word, scene.tokens[at - 1].word
            if word.kind == "sign" and at not in scene.opening and at not in scene.closing:
                return None
            said = before.rules & t.RELATIVE_HEADLESS and any(form.pronoun for form in word.forms)
            noun = word.nominal and not (word.article or word.pronoun)
            said = (
                said
                or noun
                and any(form.tense in "ms" for form in self._stage.lexicon.words[word.stem].forms)
            )
            following = scene.tokens[at + 1].word
            if not said or not (following.nominal and following.tags & PEOPLE):
                continue
            made = fitting(self._stage, scene, at + 1, cue, statement)
            if made is not None and made.kind == "person" and not made.plural:
                return made
        return None

    def _owned(self, named: Mention) -> bool:
        """Whether a word with ال that may be a name is of the noun before it: خطة السلام التي."""
        before = self._stage.word_before(named.start)
        owns = before is not None and before.nominal and not (before.article or before.tags & PEOPLE)
        return owns and named.text.startswith("ال")

    def of_relative(self, statement: Statement) -> Mention | None:
        """The person or body whose relative clause goes on to the cue: شكر الوفد النقابة التي رحبت به،
        مؤكدة; قاطع الحزب شركة فصلت العمال وأكدت.
        """
        scene, cue = self._stage.scenes[statement.sentence], self._stage.cue_token(statement)
        tokens = scene.tokens
        other = t.RELATIVE_MASCULINE if statement.gender == "f" else t.RELATIVE_FEMININE
        for at in range(cue - 2, max(cue - 2 * _MOST_WORDS, 0), -1):
            word = tokens[at].word
            if word.kind == "sign" and word.text not in COMMAS:
                return None
            if (body := told_of_body(self._stage, scene, at, statement.gender)) is not None:
                return body
            if not word.tags & t.RELATIVE:
                continue
            verb, behind = tokens[at + 1].word, tokens[at + 2].word
            told_of = has_object(verb) or behind.key in _OF_HIM  # التي رفضتها الوزارة، الذي قال عنه المدير
            if told_of or word.rules & (other | t.RELATIVE_PLURAL) or statement.number == "p":
                return None
            return self._ending(scene, at - (tokens[at - 1].word.text in COMMAS), statement)
        return None

    def _ending(self, scene: Scene, end: int, statement: Statement) -> Mention | None:
        """The longest noun phrase before token `end` that names who fits the verb."""
        found = None
        for start in range(end - 1, max(end - _MOST_WORDS, -1), -1):
            word = scene.tokens[start].word
            if word.kind == "sign" and start not in scene.opening or word.conjunction or word.tags & t.VERB:
                break
            if not word.tags & SPEAKING or not (word.nominal or word.preposition):
                continue
            phrase = noun_phrase(scene, start, end, frozenset(), attached=True)
            if phrase is not None and phrase.end == end:
                found = fitting(self._stage, scene, start, end, statement) or found
            if found is not None and word.article and word.tags & (t.ROLE | t.TITLE):
                break
        return found

    def _named_until(self, scene: Scene, start: int, end: int) -> Mention | None:
        """The mention with a name that takes up `[start, end)`; behind the name but a role may stand."""
        tokens = scene.tokens
        phrase = noun_phrase(scene, start, end, frozenset(), attached=True)
        if phrase is None or phrase.end != end or not phrase.name_end:
            return None
        if phrase.name_end < end and not tokens[phrase.name_end].word.tags & t.ROLE:
            return None
        if any(token.word.preposition for token in tokens[phrase.name_start + 1 : phrase.name_end]):
            return None
        made = self._stage.mention_of(scene, phrase)
        return made if made is not None and made.name else None


def _turns(scene: Scene, cue: int) -> bool:
    """Whether a pronoun before a cue turns to somebody: لكنه، إلا أنه."""
    word = scene.tokens[cue - 1].word if cue else NOTHING
    return bool(word.tags & (t.CONNECTIVE | t.COMPLEMENTIZER)) and has_object(word)


def _counted(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a number at token `at` counts those who did what the verb before it says."""
    if tokens[at].word.kind != "number" or not 0 < at < end - 1:
        return False
    verb, noun = tokens[at - 1].word, tokens[at + 1].word
    return bool(verb.tags & t.VERB) and noun.nominal and noun.key.endswith("ا") and not noun.tags & t.TIME


def _governed(tokens: list[Token], start: int, end: int) -> frozenset[str]:
    """What the verb before the group at token `start` takes: خرج المحتجون | من القاعة; not قال
    الكثيرون من الأهالي.
    """
    if not start or tokens[start].word.tags & t.QUANTIFIER or not is_clause_verb(tokens, start - 1, end):
        return frozenset({"NP"})
    following, among = (tokens[min(start + k, end - 1)].word for k in (1, 2))
    part = following.key == "من" and (among.tags & t.GROUP or among.stem.endswith("ين"))
    return GOVERNED - {"addressee", "من"} if part else GOVERNED - {"addressee"}


def _takes_relative(tokens: list[Token], cue: int) -> bool:
    """Whether a verb behind a relative has it for its object, or tells of it: ساركوزي الذي اتهمته الأحزاب،
    زميله الذي قال عنه إن.
    """
    verb, following = tokens[cue].word.verb, tokens[min(cue + 1, len(tokens) - 1)].word
    return following.key in _OF_HIM or verb is not None and bool(verb.pronoun)


def _group_start(tokens: list[Token], at: int) -> int:
    """Where a group is named whose word is token `at`: مئات الخبراء، الرحالة والمؤرخون."""
    while at and _nation_of_group(tokens[at].word, tokens[at - 1].word):
        at -= 1
    if at > 1 and tokens[at - 1].word.key == "من" and tokens[at - 2].word.tags & t.QUANTIFIER:
        return at - 2  # عدد من العلماء
    if not at:
        return at
    word, before = tokens[at].word, tokens[at - 1].word
    if before.kind == "number" and not word.article:
        return at - 1  # 3 قضاة
    joined = word.conjunction == "و" and word.article and before.article and before.nominal
    one = one_of_several(before)
    counted = before.tags & t.QUANTIFIER and not (one or before.preposition or before.conjunction)
    owned = before.tags & t.GROUP and before.nominal and not (before.article or before.conjunction)
    return at - 1 if joined or counted or owned and word.article else at  # أهالي الضحايا


def _group_end(tokens: list[Token], at: int, end: int) -> int:
    """Where the group of token `at` ends in a phrase up to `end`, without أنفسهم or a place behind it:
    أوقفوا المهاجرين في البحر.
    """
    last = end - bool(tokens[end - 1].word.tags & t.REFLEXIVE)
    place = next((k for k in range(at + 1, last) if tokens[k].word.key == "في"), None)
    if place is not None and (tokens[at].word.article or tokens[place - 1].word.article):
        return place
    return last


def _nation_of_group(word: Word, before: Word) -> bool:
    """Whether a people or such is the adjective of the group before it: الأسرى الإسرائيليون، خبراء
    اقتصاديون.
    """
    plural = word.stem.endswith(("ون", "ين")) and not word.conjunction and word.article == before.article
    people = before.tags & t.GROUP or not word.article and before.stem.endswith("ون")
    adjective = word.article or word.tags & t.NATIONALITY or relational_plural(word)
    return plural and bool(people) and bool(adjective)
