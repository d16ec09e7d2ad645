"""A document -> whoever issued it: بيان للجيش."""

from __future__ import annotations

from collections.abc import Callable

from qawl import fold
from qawl.lexicon import tags as t
from qawl.model import Span, Speaker
from qawl.phrases import noun_phrase
from qawl.speakers.mention import Mention, mention
from qawl.speakers.stage import Stage


class Documents:
    """Finds who issued a document, in its name or where it is spoken of before."""

    def __init__(self, stage: Stage, named: Callable[[Mention], Speaker]) -> None:
        self._stage = stage
        self._named = named

    def issuer(self, source: Mention) -> Mention | None:
        """Who issued the document that the source names, None where it does not say."""
        if source.issuer < 0:
            return None
        tokens = self._stage.scenes[self._stage.scenes.at(source.start)].tokens
        name = self._stage.text.find(source.name, source.issuer, source.end) if source.name else -1
        known = fold.key(source.name) in self._stage.lexicon.known  # تقرير صادر عن بلومبيرغ
        span = Span(name, name + len(source.name)) if name >= 0 and not known else None
        return mention(self._stage.text, tokens, Span(source.issuer, source.end), span)

    def issued_before(self, source: Mention) -> Speaker | None:
        """Whoever issued the document that is spoken of before, or spoke in it: بيان للجيش … وقال البيان."""
        for number in range(self._stage.scenes.at(source.start), -1, -1):
            scene = self._stage.scenes[number]
            tokens = scene.tokens
            for at in range(len(tokens) - 1, -1, -1):
                word = tokens[at].word
                if word.stem != source.head or tokens[at].start >= source.start:
                    continue
                if word.article or word.pronoun:
                    continue
                phrase = noun_phrase(scene, at, len(tokens), frozenset(), attached=True)
                made = self._stage.mention_of(scene, phrase) if phrase is not None else None
                issuer = self.issuer(made) if made is not None else None
                if issuer is not None:
                    return self._named(issuer)
                spoke = [entry[1] for entry in self._stage.spoke if entry[0].sentence == number]
                own = self._stage.is_a(source.head, t.SPOKEN_DOCUMENT) or spoke and spoke[-1].kind != "person"
                if spoke and own and at and tokens[at - 1].word.key == "في":
                    return spoke[-1]
        return None

    def carries(self, speaker: Speaker) -> bool:
        """Whether a speaker is an outlet, which does not issue what it carries."""
        return bool(self._stage.lexicon.words[speaker.name.split()[0]].tags & (t.MEDIA | t.OUTLET))
