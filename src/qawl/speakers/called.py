"""Which organisation, named before, is called by what it is: الحركة، الشركة الأميركية، الوزارة، المملكة."""

from __future__ import annotations

from qawl import fold
from qawl.lexicon import tags as t
from qawl.lexicon.word import Token, Word
from qawl.model import Span, Speaker
from qawl.speakers import figures
from qawl.speakers.kin import tells_apart_from_none, tells_field
from qawl.speakers.mention import Mention, mention
from qawl.speakers.stage import Stage

_MOST_WORDS = 6
"""Words of a name in the tables."""
_NATION = t.NATIONALITY | t.PLACE
MINISTRY = "وزارة"
_COMPANY = "شركة"
"""Called by its trade: شركة الطيران; not وزارة الطيران."""


class Called:
    """Finds the organisation or country for which a definite noun stands, by the tables."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._found: dict[str, list[tuple[int, int, int, str]]] = {}

    def named(self, source: Mention) -> Mention | None:
        """The organisation or country named last before that a noun of the source stands for."""
        known = source.head in self._stage.lexicon.called or source.head == MINISTRY
        if not known or not self._calls(source):
            return None
        for number, at, end, name in reversed(self._standing_for(source.head)):
            tokens = self._stage.scenes.tokens[number]
            if tokens[at].start < source.start and (not name or self._may_be(name, source)):
                span = Span(tokens[at].start, tokens[end - 1].end)
                return mention(self._stage.text, tokens, span, None)
        return None

    def _standing_for(self, head: str) -> list[tuple[int, int, int, str]]:
        """The names for which the noun stands, looked for once an article: the sentence, the tokens between
        which each stands and the usual name, empty of a ministry.
        """
        if head not in self._found:
            found = self._found[head] = []
            for number, tokens in enumerate(self._stage.scenes.tokens):
                for at in range(len(tokens)):
                    short = head == MINISTRY
                    end, name = (_ministry(tokens, at), "") if short else self._known(tokens, at, head)
                    if end:
                        found.append((number, at, end, name))
        return self._found[head]

    def named_first(self, source: Mention, after: int, most: int) -> Mention | None:
        """The organisation of the tables with which a sentence behind a place begins, `most` tokens before
        it, and for which the source's noun stands: أما معاريف فنشرت … ودعت الصحيفة.
        """
        if source.head not in self._stage.lexicon.called:
            return None
        scenes = self._stage.scenes
        for number in range(scenes.at(source.start), scenes.at(after) - 1, -1):
            tokens = scenes[number].tokens
            for at, token in enumerate(tokens):
                if at > most and not tokens[at - 1].word.rules & t.ISSUED:
                    continue  # وتحت عنوان كذا، كتبت معاريف
                if not after < token.start < source.start:
                    continue
                end, name = self._known(tokens, at, source.head)
                if end and self._may_be(name, source):
                    return mention(self._stage.text, tokens, Span(token.start, tokens[end - 1].end), None)
        return None

    def may_mean(self, source: Mention, speaker: Speaker) -> bool:
        """Whether the source's noun stands for an organisation of the tables that spoke: الترجي، النادي;
        اللجنة الدولية للصليب الأحمر، المنظمة.
        """
        known = self._stage.lexicon.known.get(fold.key(speaker.name))
        if known is None or source.head not in known.nouns | known.wider:
            return False
        return self._calls(source) and self._may_be(speaker.name, source)

    def _calls(self, source: Mention) -> bool:
        """Whether the source is a definite noun with nothing but adjectives, or عملاقة or شركة with what it
        makes or does: عملاقة التكنولوجيا، شركة الطيران.
        """
        first, *others = (self._stage.lexicon.words[word] for word in source.text.split())
        nation = figures.country(self._stage.lexicon, source.keys)
        if nation and first.article and first.tags & t.ORGANISATION and not first.tags & t.GENERIC:
            return False  # الاتحاد الماليزي is no فيفا
        if first.article:
            if any(tells_field(first, word) for word in others):
                return False  # المجلس الوزاري is not مجلس الأمن
            return not first.rules & t.MINISTRY and all(map(tells_apart_from_none, others))
        judged = all(word.rules & t.JUDGING or word.tags & t.NATIONALITY for word in others[1:])
        trade = source.head == _COMPANY and judged and others and others[0].rules & t.TRADE
        made = trade or self._stage.is_a(source.head, t.GIANT)
        return bool(made and others and others[0].article)  # not شركة طيران

    def _known(self, tokens: list[Token], at: int, head: str) -> tuple[int, str]:
        """Where the name ends that begins at token `at` and that the noun stands for, 0 where none does, and
        the usual name.
        """
        first = tokens[at].word
        start = first.stem if first.preposition or first.conjunction else first.key
        if first.pronoun or start not in self._stage.lexicon.called[head]:
            return 0, ""
        for end in range(min(at + _MOST_WORDS, len(tokens)), at, -1):
            name = " ".join([start, *(token.word.key for token in tokens[at + 1 : end])])
            known = self._stage.lexicon.known.get(name)
            inside = any(token.word.stem == head for token in tokens[max(at - 2, 0) : at])
            power = self._stage.is_a(head, t.POWER)
            if known is not None and known.kind == "place" and not (inside or power):
                club = self._stage.lexicon.known.get(f"{head} {name}")  # نادي برشلونة
                known = club if club is not None and fold.key(club.name).split()[0] == head else known
            if known is not None:
                return (end, known.name) if head in known.nouns else (0, "")
        return 0, ""

    def _may_be(self, name: str, source: Mention) -> bool:
        """Whether the organisation is of no other nation than the source says."""
        own_keys = [key.removeprefix("ال") for key in fold.key(name).split()]
        return not figures.differ(self._stage.lexicon, source.keys, own_keys)


def _ministry(tokens: list[Token], at: int) -> int:
    """Where a ministry's short name ends that begins at token `at`, 0 where none does: الداخلية المصرية."""
    if at + 1 >= len(tokens):
        return 0
    word, nation = tokens[at].word, tokens[at + 1].word
    if not (word.article and word.rules & t.MINISTRY and nation.article and nation.tags & _NATION):
        return 0
    owner = at and not word.preposition and not word.conjunction and _construct(tokens[at - 1].word)
    return at + 2 if nation.stem.endswith("ة") and not owner else 0


def _construct(word: Word) -> bool:
    """Whether a noun owns the one behind it: وزيرة الداخلية."""
    return bool(word.tags & (t.ROLE | t.ORGANISATION)) and not word.article
