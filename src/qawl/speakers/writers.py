"""Writers of what the article is about: the author of an essay, the outlet's own reporter."""

from __future__ import annotations

from bisect import bisect_left

from qawl.lexicon import tags as t
from qawl.model import Statement
from qawl.phrases import noun_phrase
from qawl.scene import Scene
from qawl.speakers.likeness import same_gender
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage

_MOST_WORDS_TO_AUTHOR = 6
"""Words from an essay to its author: مقال نشرته الصحيفة لفلان."""
_MOST_WORDS_OF_ESSAY = 16
"""Words from an essay over its author and title to what is said in it."""


class Writers:
    """Who الكاتب and مراسلنا are."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def author(self, source: Mention) -> Mention | None:
        """Who wrote the essay that is named last before a mention of a writer who may be meant: مقال لفلان،
        مقال كتبه فلان … الكاتب; not الكاتبة.
        """
        for number in range(self._stage.scenes.at(source.start), -1, -1):
            scene = self._stage.scenes[number]
            for essay in range(len(scene.tokens) - 1, -1, -1):
                if scene.tokens[essay].word.rules & t.ESSAY:
                    writer = self._writer_of(scene, essay)
                    if (
                        writer is not None
                        and writer.start < source.start
                        and same_gender(writer.gender, source.gender)
                    ):
                        return writer
        return None

    def _writer_of(self, scene: Scene, essay: int) -> Mention | None:
        """Who is named before or behind the essay at token `essay` as its writer."""
        writer = self._writing(scene, essay)
        if writer is not None:
            return writer
        near = range(essay + 1, min(essay + _MOST_WORDS_TO_AUTHOR, len(scene.tokens)))
        authors = (self._written_by(scene, at, len(scene.tokens)) for at in near)
        return next((author for author in authors if author is not None), None)

    def _writing(self, scene: Scene, essay: int) -> Mention | None:
        """The subject of the verb whose object an essay is: كتب فلان مقالا."""
        for verb in range(essay - 2, max(essay - _MOST_WORDS_TO_AUTHOR, -1), -1):
            if scene.tokens[verb].word.rules & t.ISSUED:
                phrase = noun_phrase(scene, verb + 1, essay, frozenset({"NP"}))
                made = self._stage.mention_of(scene, phrase) if phrase is not None else None
                return made if made is not None and len(made.name_keys) > 1 else None
        return None

    def writes(self, statement: Statement) -> Mention | None:
        """Whose essay a statement without a subject of its own is said in: مقال لفلان قال فيه."""
        scene = self._stage.scenes[statement.sentence]
        tokens = scene.tokens
        cue = self._stage.cue_token(statement)
        inside = cue + 1 < len(tokens) and tokens[cue + 1].word.rules & t.IN_IT
        for essay in range(cue - 1, max(cue - _MOST_WORDS_OF_ESSAY, -1), -1):
            word = tokens[essay].word
            if word.tags & t.COMPLEMENTIZER:
                return None
            if not word.rules & t.ESSAY or word.article:
                continue
            for at in range(essay + 1, cue):
                author = self._written_by(scene, at, cue)
                if author is not None:
                    end = bisect_left(tokens, author.end, key=lambda token: token.start)
                    return author if inside or end == cue else None
            return None
        return None

    def _written_by(self, scene: Scene, at: int, end: int) -> Mention | None:
        """The person named behind ل or a verb with a pronoun at token `at`: لمحررها فلان، كتبه فلان."""
        tokens, word = scene.tokens, scene.tokens[at].word
        if word.key == "بقلم":
            at, word = at + 1, tokens[min(at + 1, len(tokens) - 1)].word
        attached = word.preposition == "ل" or tokens[at - 1].word.key == "بقلم"
        written = any(form.pronoun for form in word.forms) and at + 1 < len(tokens)
        if not attached and not written:
            return None
        phrase = noun_phrase(scene, at if attached else at + 1, end, frozenset(), attached=attached)
        made = self._stage.mention_of(scene, phrase) if phrase is not None else None
        return made if made is not None and len(made.name_keys) > 1 and made.kind == "person" else None

    def reporter(self, source: Mention) -> Mention | None:
        """The reporter named last before: كريشما فاسواني، مراسلة بي بي سي … وتضيف مراسلتنا."""
        if not source.tags & t.LISTENER or source.plural:
            return None
        head = source.head.removesuffix("نا")
        if source.points_back and not source.definite and head == source.head:
            return None  # قال مراسل
        head = f"{head[:-1]}ة" if head.endswith("ت") else head
        named = [
            role
            for role in self._stage.roles_with(head)
            if head in role.offices and set(source.keys[1:]) <= set(role.keys)
        ]
        if source.points_back:
            named += [
                other for other in self._stage.sources if other is not None and self._followed_by(other, head)
            ]
        before = (role for role in named if role.start < source.start and len(role.name_keys) > 1)
        return max(before, key=lambda role: role.start, default=None)

    def _followed_by(self, source: Mention, stem: str) -> bool:
        """Whether a role of the stem follows the source after a comma at most."""
        tokens = self._stage.scenes[self._stage.scenes.at(source.start)].tokens
        at = bisect_left(tokens, source.end, key=lambda token: token.start)
        return any(token.word.stem == stem for token in tokens[at : at + 2])
