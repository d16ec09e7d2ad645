"""The name that a sentence gives behind a word for it, at some distance: قال أحد الشهود لنا، ويدعى فلان."""

from __future__ import annotations

from collections.abc import Iterator

from qawl.lexicon import tags as t
from qawl.lexicon.shape import TO_WHOM, imperfect, one_of_several
from qawl.lexicon.word import Word
from qawl.model import Span
from qawl.phrases import noun_phrase
from qawl.scene import COMMAS, DETACHED, Scene
from qawl.speakers.cast import stated_behind
from qawl.speakers.mention import Mention, mention
from qawl.speakers.namewords import as_called, is_name_word
from qawl.speakers.stage import Stage

_MOST_WORDS = 9
"""Tokens between a source and the name."""
_LONGEST_NAME = 5
_MOST_TO_OWN_NAME = 6
"""Tokens between a body and the mark before its name: جماعة عراقية تطلق على نفسها اسم "كذا"."""
_MARKS = ('"', "«", "“")
_ENDS = (":", ".", *_MARKS)


def named_behind(stage: Stage, source: Mention) -> Mention | None:
    """Who a nameless source is, by the name that its sentence gives before what is said."""
    if source.name or source.plural or source.kind not in ("person", "unnamed"):
        return None
    scene = stage.scenes[stage.scenes.at(source.start)]
    tokens = scene.tokens
    first = stage.place_in_sentence(source.end)
    phrase = stated_behind(scene, first)
    stated = stage.mention_of(scene, phrase) if phrase is not None else None
    if stated is not None and stated.name:
        return stated
    marked = _in_marks(scene, first, source.gender)
    if marked is not None:
        return mention(stage.text, tokens, marked, marked)
    inside = stage.place_in_sentence(source.start) + 1
    for at in range(inside, min(first + _MOST_WORDS, len(tokens) - 1)):
        word = tokens[at].word
        called = as_called(tokens, inside, at)  # عامل عرف نفسه باسم فلان
        if at < first and not called:
            continue
        near = [token.word for token in tokens[at + 1 : at + 4]]
        pointed = any(behind.key in TO_WHOM or behind.rules & t.CALLING for behind in near)
        if word.tags & (t.COMPLEMENTIZER | t.VERBAL_NOUN) and not pointed or word.text in _ENDS:
            return None  # رفض ذكر اسمه; not طلب الإشارة إليه باسم فلان
        if word.tags & t.CALLED and not word.preposition or called:
            start = at + 1 + (tokens[at + 1].word.text in _MARKS)
            end = start
            if start < len(tokens) and _describes_name(tokens[start].word):
                start = end = start + 1  # اسمه الأول فلان, باسم مستعار
            while end < min(start + _LONGEST_NAME, len(tokens)) and is_name_word(tokens[end].word):
                end += 1
            if start < end < len(tokens) - 1 and tokens[end + 1].word.text in COMMAS:
                end += tokens[end].word.article  # ناصر علي الشيخ،
            if end == start:
                return None
            name = Span(tokens[start].start, tokens[end - 1].end)
            made = mention(stage.text, tokens, name, name)
            return made if made is not None and made.name else None
    return None


def stated_role(stage: Stage, source: Mention) -> str:
    """The role that the sentence tells behind one of several without a name: قال أحدهم، وهو طبيب، إن."""
    scene = stage.scenes[stage.scenes.at(source.start)]
    tokens, at = scene.tokens, stage.place_in_sentence(source.end)
    first = stage.lexicon.words[source.text.split()[0]]
    if source.kind != "unnamed" or not one_of_several(first) or at + 2 >= len(tokens):
        return ""
    pronoun = tokens[at + 1].word
    if tokens[at].word.text not in COMMAS or not (pronoun.tags & t.PRONOUN and pronoun.conjunction == "و"):
        return ""
    phrase = noun_phrase(scene, at + 2, len(tokens), frozenset())
    if phrase is None or not tokens[phrase.start].word.tags & t.ROLE:
        return ""
    return stage.text[tokens[phrase.start].start : tokens[phrase.end - 1].end]


def _describes_name(word: Word) -> bool:
    """Whether a word tells which name stands behind it, or that it is not his own."""
    own = word.article and word.tags & t.ADJECTIVE
    return bool(own or word.rules & t.DESCRIBING and not word.tags & t.NAMES)


def _in_marks(scene: Scene, first: int, gender: str) -> Span | None:
    """What somebody is called, in marks behind the words for it from the token on: مستخدم يدعى "أبو يزن"،
    ناشط يلقب بـ"صقر الجبل"، جندي يطلق على نفسه اسم "فولك"، امرأة طلبت تعريفها باسم "سلوى"; not رجل رفض ذكر
    اسمه "خوفا من".
    """
    near = range(first, min(first + _MOST_WORDS, len(scene.tokens)))
    at = next((k for k in near if k in scene.closing), first)
    words = [token.word for token in scene.tokens[first:at]]
    if not words or scene.closing[at] - at > _LONGEST_NAME:
        return None
    if words[-1].article and len(words) > 1 and words[-2].rules & t.TITLING:
        words.pop()  # الاسم الحركي "شامان"
    last = words[-2] if len(words) > 1 and words[-1].key in DETACHED else words[-1]
    at_once = last is words[0] or words[0].text in COMMAS and last is words[1]
    if last.tags & t.CALLED and not last.preposition:
        called = at_once and not last.article
    elif last.rules & (t.CALLING | t.NICKNAMED):
        other = last.key[0] == "ت" or last.key[-1] in "تة"  # مدير شركة تعرف بـ"الواحة"
        called = at_once and last is not words[-1] and (gender != "m" or not other)
    else:
        called = bool(last.rules & t.TITLING or words[-1].tags & t.REFLEXIVE) and _of_himself(words[:-1])
    return Span(scene.tokens[at + 1].start, scene.tokens[scene.closing[at] - 1].end) if called else None


def _of_himself(words: list[Word]) -> bool:
    """Whether the words before a name tell whose it is by nothing but a verb and who was told of before: يطلق
    على نفسه | اسم, طلبت تعريفها | باسم; not يشرف على مشروع | باسم.
    """
    told = t.PREPOSITION | t.REFLEXIVE | t.RELATIVE | t.VERB
    return bool(words) and all(
        word.verbal
        or imperfect(word)
        or word.key[0] == "ت"
        and not word.tags
        or word.tags & told
        or word.rules & (t.CALLING | t.RETURNING)
        or word.tags & t.VERBAL_NOUN
        and (word.article or word.pronoun)
        for word in words
    )


def body_named_behind(stage: Stage, source: Mention) -> str:
    """The name that a body gives itself in marks behind the word for it: جماعة تطلق على نفسها "جيش الأحرار";
    empty where none does.
    """
    if source.name or source.kind not in ("organisation", "group"):
        return ""
    if stage.is_a(source.head, t.GIANT):
        return _behind_work(stage, source)
    if source.definite:
        return ""
    scene = stage.scenes[stage.scenes.at(source.start)]
    tokens = scene.tokens
    first = stage.place_in_sentence(source.end)
    for at in range(first + 1, min(first + _MOST_TO_OWN_NAME, len(tokens) - 1)):
        if at not in scene.closing:
            continue
        calls = any(token.word.rules & (t.CALLING | t.STYLING) for token in tokens[first : at - 1])
        itself = any(token.word.tags & t.REFLEXIVE for token in tokens[first + 1 : at])
        before = tokens[at - 1].word
        if calls and itself or before.tags & t.CALLED or before.rules & t.CALLING:
            return stage.text[tokens[at + 1].start : tokens[scene.closing[at] - 1].end]
        break
    return ""


def _behind_work(stage: Stage, source: Mention) -> str:
    """The name of a company behind what it makes: عملاق التجارة الإلكترونية أمازون."""
    words = source.text.split()
    made = [at for at, word in enumerate(words) if stage.lexicon.words[word].article]
    return " ".join(words[made[-1] + 1 :]).partition(" (")[0].strip("".join(_MARKS) + "»”") if made else ""


class NamedElsewhere:
    """The definite nouns behind which the article gives a name between commas, looked for once a noun."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._with_name: dict[str, list[tuple[Mention, Mention]]] = {}

    def called(self, source: Mention) -> Mention | None:
        """Who a definite role is, by the name that the article gives it in another place: المشتبه به، وهو
        نيجيري يدعى فلان، وصل أمس … وقال المشتبه به.
        """
        if source.name or source.kind != "person" or source.plural or not source.text.startswith("ال"):
            return None
        if source.head not in self._with_name:
            self._with_name[source.head] = list(self._named(source.head))
        return next(
            (
                named
                for told, named in self._with_name[source.head]
                if told.start != source.start and told.keys[: len(source.keys)] == source.keys
            ),
            None,
        )

    def _named(self, head: str) -> Iterator[tuple[Mention, Mention]]:
        """Where a noun with ال stands before a comma and the name of who it is, and that name."""
        for number in self._stage.scenes.holding({head}):
            scene = self._stage.scenes[number]
            for at, token in enumerate(scene.tokens):
                if token.word.stem != head or not token.word.article:
                    continue
                phrase = noun_phrase(scene, at, len(scene.tokens), frozenset(), attached=True)
                if phrase is None or phrase.end >= len(scene.tokens):
                    continue
                aside = scene.tokens[phrase.end].word.text in COMMAS
                told = self._stage.mention_of(scene, phrase) if aside else None
                named = named_behind(self._stage, told) if told is not None else None
                if told is not None and named is not None:
                    yield told, named
