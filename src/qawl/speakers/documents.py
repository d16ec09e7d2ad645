"""A document -> whoever issued it: بيان للجيش."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from msgspec import structs

from qawl import fold
from qawl.lexicon import tags as t
from qawl.lexicon.word import Token, Word
from qawl.model import Span, Speaker
from qawl.phrases import noun_phrase
from qawl.scene import Scene
from qawl.speakers.mention import Mention, mention
from qawl.speakers.stage import Stage, nested
from qawl.speakers.subjects import Subjects
from qawl.speakers.subjectwords import PEOPLE

_MOST_TO_ISSUER = 10
"""Words between a document and whoever issued it."""
_ISSUES = PEOPLE & ~(t.VERBAL_NOUN | t.QUANTIFIER)
"""Classes of words that name who issues something."""
_GENDERS = {"ها": "f", "ه": "m"}
"""What is attached to a document -> the gender of who owns it."""


class Documents:
    """Finds who issued a document, in its name or where it is spoken of before."""

    def __init__(self, stage: Stage, subjects: Subjects, named: Callable[[Mention], Speaker]) -> None:
        self._stage = stage
        self._subjects = subjects
        self._named = named

    def issuer(self, source: Mention) -> Mention | None:
        """Who issued the document that the source names, None where it does not say."""
        if source.issuer < 0:
            return (
                self._of_outlet(source)
                or self._issued_after(source)
                or self._came_out(source)
                or self._issued_by_subject(source)
            )
        tokens = self._stage.scenes[self._stage.scenes.at(source.start)].tokens
        name = self._stage.text.find(source.name, source.issuer, source.end) if source.name else -1
        known = fold.key(source.name) in self._stage.lexicon.known  # تقرير صادر عن بلومبيرغ
        span = Span(name, name + len(source.name)) if name >= 0 and not known else None
        end = source.end if source.name else _end_of_issuer(tokens, source)
        return mention(self._stage.text, tokens, Span(source.issuer, end), span)

    def owner(self, source: Mention) -> str:
        """The gender of whose document the source calls his by a pronoun: جاء في بيانها، ذكر تقريره السنوي;
        empty where it calls it nobody's.
        """
        if source.name:
            return ""
        words = self._stage.lexicon.words
        first, *others = fold.key(source.text).split()
        ending = next((ending for ending in _GENDERS if first.endswith(ending)), "")
        bare = first.removesuffix(ending)
        nouns = (bare, f"{bare[:-1]}ة") if bare.endswith("ت") else (bare,)
        document = ending and any(words[noun].tags & t.DOCUMENT for noun in nouns)
        told = all(words[word].article for word in others)
        return _GENDERS[ending] if document and told else ""

    def _of_outlet(self, source: Mention) -> Mention | None:
        """The outlet whose bare name stands behind a document, where the article tells what it is: صحيفة "ذا
        تايمز" … تقرير "ذا تايمز".
        """
        name = source.keys[1:]
        if not (name and self._stage.is_a(source.head, t.ISSUED_DOCUMENT)) or source.text.startswith("ال"):
            return None
        named = self._stage.organisations_with(name[0])
        return next(
            (other for other in named if other.tags & t.MEDIA and other.keys[1:][: len(name)] == name), None
        )

    def _issued_after(self, source: Mention) -> Mention | None:
        """Who stands behind صدر عن at some distance, or behind a verb whose object the document is: بيان صدر
        أمس عن الوزارة، النتائج التي أعلنتها اللجنة.
        """
        if not self._stage.is_a(source.head, t.ISSUED_DOCUMENT | t.ISSUED_WORDS | t.PUBLISHED):
            return None
        scene = self._stage.scenes[self._stage.scenes.at(source.start)]
        tokens, head = scene.tokens, self._stage.place_in_sentence(source.start)
        issued = behind = False
        for at in range(head + 1, min(head + _MOST_TO_ISSUER, len(tokens) - 1)):
            word = tokens[at].word
            issued = issued or bool(word.rules & t.ISSUED)
            sent = at + 1 + bool(tokens[at + 1].word.rules & t.RETURNING)
            if (word.rules & t.ISSUED or _announces(word)) and _points_back(tokens, at):
                return self._issuer_at(scene, sent, 0) if sent < len(tokens) else None
            if issued and word.key == "عن":
                told = tokens[at + 1].word.tags
                act = told & t.VERBAL_NOUN and not told & _ISSUES  # كشفت بيانات نشرت أمس عن تراجع السياحة
                placed = act or behind and not told & PEOPLE  # التقرير الذي صدر عن الأزمة
                return self._issuer_at(scene, at + 1, source.end) if not placed else None
            outside = not issued and tokens[at].start >= source.end
            behind = behind or outside
            if outside and not _leads_to_issuing(word) or word.tags & t.COMPLEMENTIZER:
                return None
        return None

    def _came_out(self, source: Mention) -> Mention | None:
        """Who stands behind عن where the document is the subject of صدر: صدر بيان عن الوزارة، صدر عن الوزارة
        بيان; not أصدرت بيانا عن الأزمة.
        """
        if _definite(source) or not self._stage.is_a(source.head, t.ISSUED_DOCUMENT):
            return None
        scene = self._stage.scenes[self._stage.scenes.at(source.start)]
        tokens, head = scene.tokens, self._stage.place_in_sentence(source.start)
        if tokens[head].word.key != source.head:
            return None
        for at in range(head - 2, max(head - _MOST_TO_ISSUER, 0), -1):
            verb = tokens[max(at - 1 - bool(tokens[at - 1].word.tags & t.TIME), 0)]
            if tokens[at].word.key == "عن" and self._issues(verb):
                return self._issuer_at(scene, at + 1, 0)
        if not head or not self._issues(tokens[head - 1]):
            return None
        for at in range(head + 1, min(head + _MOST_TO_ISSUER, len(tokens) - 1)):
            if tokens[at].word.key == "عن" and tokens[at + 1].word.tags & PEOPLE:
                return self._issuer_at(scene, at + 1, 0)
        return None

    def _issues(self, token: Token) -> bool:
        """Whether a word is a verb of issuing, with و or without: أصدر، وصدر."""
        return bool(self._stage.lexicon.words[token.word.stem].rules & t.ISSUED)

    def _issuer_at(self, scene: Scene, at: int, end: int) -> Mention | None:
        """The definite noun phrase at token `at`, which goes on to `end` where the source itself does."""
        if scene.tokens[at].start < end:
            span = Span(scene.tokens[at].start, end)
            made = mention(self._stage.text, scene.tokens, span, None)
        else:
            phrase = noun_phrase(scene, at, len(scene.tokens), frozenset())
            made = self._stage.mention_of(scene, phrase) if phrase is not None else None
        return made if made is not None and made.definite else None

    def _issued_by_subject(self, source: Mention) -> Mention | None:
        """The subject of the verb whose object the document is: أصدر الحزب بيانا جاء فيه."""
        if _definite(source) or not self._stage.is_a(source.head, t.ISSUED_DOCUMENT):
            return None
        sentence = self._stage.scenes.at(source.start)
        tokens, head = self._stage.scenes[sentence].tokens, self._stage.place_in_sentence(source.start)
        if tokens[head].word.preposition or tokens[head - 1].word.tags & t.PREPOSITION:
            return None
        for at in range(head - 1, max(head - _MOST_TO_ISSUER, 0) - 1, -1):
            if self._issues(tokens[at]):
                return self._subjects.after_verb(sentence, at, head) or self._whose(sentence, at, head)
        return None

    def _whose(self, sentence: int, at: int, end: int) -> Mention | None:
        """Who is named right behind a verb that may be a noun: نشر الحزب بيانا، بعد نشر الوزارة بيانا."""
        scene = self._stage.scenes[sentence]
        word = scene.tokens[at + 1].word
        if scene.tokens[at].word.article or not word.nominal or not word.tags & PEOPLE:
            return None
        phrase = noun_phrase(scene, at + 1, end, frozenset({"NP"}))
        return self._stage.mention_of(scene, phrase) if phrase is not None else None

    def issued_before(self, source: Mention) -> Speaker | None:
        """Whoever issued the document that is spoken of before, or spoke in it: بيان للجيش … وقال البيان;
        else who last spoke in what is called so already: وقال فلان في البيان … وقال البيان.
        """
        within: Speaker | None = None
        for number in range(self._stage.scenes.at(source.start), -1, -1):
            scene = self._stage.scenes[number]
            tokens = scene.tokens
            for at in range(len(tokens) - 1, -1, -1):
                word = tokens[at].word
                owned = _with_pronoun(source.head)
                if tokens[at].start >= source.start or not word.stem.startswith((source.head, owned)):
                    continue
                if (speaker := self._own_words(source, number, at)) is not None:
                    return speaker
                if word.article and within is None and at and tokens[at - 1].word.stem == "في":
                    within = next(reversed(self._who_spoke(number, tokens[at].start)), None)
                if word.stem not in (source.head, f"{source.head}ا") or word.article or word.pronoun:
                    continue
                phrase = noun_phrase(scene, at, len(tokens), frozenset(), attached=True)
                made = self._stage.mention_of(scene, phrase) if phrase is not None else None
                if made is not None:  # بلاغا; بيان is a name too
                    made = structs.replace(made, head=source.head, definite=False)
                issuer = self.issuer(made) if made is not None else None
                if issuer is not None:
                    return self._named(issuer)
                spoke = self._who_spoke(number, tokens[at].start)
                own = self._stage.is_a(source.head, t.SPOKEN_DOCUMENT) or spoke and spoke[-1].kind != "person"
                if spoke and own and at and tokens[at - 1].word.stem == "في":
                    return spoke[-1]
        return within

    def _own_words(self, source: Mention, number: int, at: int) -> Speaker | None:
        """Who spoke in what token `at` of a sentence calls his: قال المحامي في بلاغه … وأضاف البلاغ."""
        tokens = self._stage.scenes[number].tokens
        word, owners = tokens[at].word, ("ه", "ها")
        bearing = word.stem.startswith(_with_pronoun(source.head)) and word.stem[len(source.head) :] in owners
        owned = bearing or word.stem == source.head and word.pronoun in owners
        if not owned or not self._stage.is_a(source.head, t.SPOKEN_DOCUMENT):
            return None
        spoke = self._who_spoke(number, tokens[at].start)
        return spoke[-1] if spoke and at and tokens[at - 1].word.stem == "في" else None

    def _who_spoke(self, number: int, place: int) -> list[Speaker]:
        """Who spoke in a sentence, last the one whose document stands at a place: whose verb is before it, or
        else no other reports (وفي بيان، قالت الوزارة: "أكدت اللجنة أن …").
        """
        here = self._stage.spoke_in(number)
        before = [entry for entry in here if entry[0].cue.start < place]
        outer = [entry for entry in here if not nested(entry[0], here)]
        return [entry[1] for entry in before or outer]

    def carries(self, speaker: Speaker) -> bool:
        """Whether a speaker is an outlet, which does not issue what it carries."""
        return bool(self._stage.lexicon.words[speaker.name.split()[0]].tags & (t.MEDIA | t.OUTLET))


def _definite(source: Mention) -> bool:
    """Whether a document is told of before; not بيان alone, which is a name too."""
    return source.definite and fold.key(source.text) != source.head


def _end_of_issuer(tokens: list[Token], source: Mention) -> int:
    """Where whoever issued a document ends, before an adjective in the masculine that is the document's own:
    تقرير اللجنة الدولية | الأخير, تقرير الأمم المتحدة | الخاص بالحرب.
    """
    inside = [token for token in tokens if source.start <= token.start < source.end]
    if source.head.endswith("ة") or inside[1].start != source.issuer:
        return source.end  # not الصادر عن منظمة كذا
    for before, token in pairwise(inside[1:]):
        body = before.word.article and before.word.stem.endswith("ة")
        joined = token.word.preposition or token.word.conjunction
        own = token.word.article and not (token.word.stem.endswith("ة") or joined)
        if body and own and not token.word.tags & ~(t.ADJECTIVE | t.BACKGROUND | t.NAMES):
            return before.end
    return source.end


def _with_pronoun(noun: str) -> str:
    """The beginning of a noun to which a pronoun is attached: رسالت of رسالته."""
    return f"{noun[:-1]}ت" if noun.endswith("ة") else noun


def _leads_to_issuing(word: Word) -> bool:
    """Whether a word may stand between a document and the verb that issues it: تقرير لعام 2021 صدر عن،
    النتائج التي أعلنتها.
    """
    return bool(word.tags & (t.RELATIVE | t.TIME)) or word.stem.isdigit()


def _announces(word: Word) -> bool:
    """Whether a verb makes its object known: النتائج التي أعلنتها اللجنة."""
    return any(form.pronoun and form.tense == "p" and form.entry.sense == "announce" for form in word.forms)


def _points_back(tokens: list[Token], at: int) -> bool:
    """Whether a verb has the noun before it for its object: رسالة وجهها فلان، رسالة بعث بها فلان."""
    own = any(form.pronoun and form.tense == "p" for form in tokens[at].word.forms) or tokens[at].word.pronoun
    return bool(own) or bool(tokens[at + 1].word.rules & t.RETURNING)
