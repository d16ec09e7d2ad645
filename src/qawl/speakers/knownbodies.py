"""A body that the tables know -> the name that the article gives it: حماس، حركة حماس الفلسطينية."""

from __future__ import annotations

from msgspec import structs

from qawl import fold
from qawl.lexicon import tags as t
from qawl.lexicon.figures import Known
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage


class KnownBodies:
    """Finds the fullest name that an article gives a body of the tables."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def not_named(self, source: Mention, known: Known) -> bool:
        """Whether the source only describes an organisation of the tables that the article does not name: in
        an article about another, المنظمة الدولية is not الأمم المتحدة.
        """
        return _describes(source, known) and self._proper_name(source, known) is None

    def in_full(self, source: Mention, known: Known) -> str:
        """The name that the article gives an organisation of the tables."""
        return self._proper_name(source, known) or self._known_in_full(source, known)

    def _known_in_full(self, source: Mention, known: Known) -> str:
        """The name of an organisation of the tables with the وزارة، حركة or nationality that the article
        gives it elsewhere.
        """
        keys = source.keys or source.name_keys
        best, length = source.text, len(keys)
        for other in self._stage.organisations_with(keys[0]) if keys else ():
            same = self._stage.lexicon.known.get(fold.key(other.text))
            fits = same.name == known.name if same is not None else self._with_more(known, keys, other)
            fits = fits or same is None and self._told_of_what(source, other)
            if fits and len(other.keys) > length:
                best, length = other.text, len(other.keys)
        own = fold.key(source.text)
        for name, key in self._stage.bound.items():
            begun = key.startswith(f"{own} ")  # الترجي, of الترجي الرياضي التونسي
            within = " " in own and own.removeprefix("ال") in key.partition(" ")[2]  # الصليب الأحمر
            ending = key.endswith(f" {own}") and key.count(" ") > 1  # حماس, of حركة المقاومة الإسلامية حماس
            letters = own.isascii() and not key.isascii()  # HRW
            letters = letters or own == "".join(word.removeprefix("ال")[:1] for word in key.split())  # قسد
            longer = " " in own and key.count(" ") > own.count(" ")  # اتحاد الشغل, of الاتحاد العام للشغل
            fuller = begun or within or ending or letters or longer
            same = self._stage.lexicon.known.get(key) if fuller else None
            if same is not None and same.name == known.name and len(name) > len(best):
                best = name
        if own.isascii() and best != source.text:  # HRW, هيومن رايتس ووتش, منظمة هيومن رايتس ووتش
            return self._known_in_full(
                structs.replace(source, text=best, keys=tuple(fold.key(best).split())), known
            )
        return best

    def _told_of_what(self, source: Mention, other: Mention) -> bool:
        """Whether the other name adds to the source's own but what the body is for: وكالة فارس للأنباء."""
        rest = other.text.removeprefix(f"{source.text} ").split()
        if len(rest) != 1 or rest[0] == other.text:
            return False
        kind, word = (self._stage.lexicon.words[key] for key in (source.text.split()[0], rest[0]))
        return bool(kind.tags & t.GENERIC and word.preposition == "ل" and word.article)

    def _proper_name(self, source: Mention, known: Known) -> str | None:
        """The name of an organisation that the source calls by what it is, where the article gives the name:
        الأمم المتحدة، المنظمة الدولية.
        """
        if not _describes(source, known):
            return None
        keys = fold.key(known.name).split()
        for tokens in self._stage.scenes.tokens:
            for at, token in enumerate(tokens[: len(tokens) - len(keys) + 1]):
                if token.word.stem == keys[0].removeprefix("ال") and all(
                    other.word.key == key for other, key in zip(tokens[at + 1 :], keys[1:], strict=False)
                ):
                    return known.name
        return None

    def _with_more(self, known: Known, keys: tuple[str, ...], other: Mention) -> bool:
        """Whether the other name adds to the words of a known one but what it is and of which nation: حماس،
        حركة حماس الفلسطينية; نادي الزمالك.
        """
        more = [key for key in other.keys if key not in keys]
        words = self._stage.lexicon.words
        nations = [key for key in more if words[key].tags & t.NATIONALITY]
        kind = words[other.head].tags & t.GENERIC and " في " not in other.text
        towns = [key for key in more if kind and words[key].tags & t.PLACE]  # نادي الاتحاد, نادي اتحاد جدة
        heads = [
            key for key in more if words[key].tags & t.GENERIC or key in known.nouns and key not in nations
        ]
        if len(other.keys) != len(keys) + len(more) or len(heads) + len(nations) + len(towns) != len(more):
            return False
        return (
            len(nations) <= 1
            and len(towns) <= 1
            and (not heads or heads == [other.head] and not words[keys[0]].tags & t.GENERIC)
        )


def _describes(source: Mention, known: Known) -> bool:
    """Whether the source tells by another word what an organisation is: المنظمة الدولية، التكتل الأوروبي."""
    own, called = (fold.key(name).replace(" ال", " ").split() for name in (known.name, source.text))
    kind = source.tags & (t.GENERIC | t.ORGANISATION) and len(called) > 1
    return (
        bool(kind) and source.text.startswith("ال") and called[0][2:] not in {own[0].removeprefix("ال"), *own}
    )
