"""Public figures whom the article names somewhere without their office: الرئيس الروسي where only فلاديمير
بوتين stands.
"""

from __future__ import annotations

from itertools import takewhile

from msgspec import structs

from qawl import fold
from qawl.lexicon import Lexicon
from qawl.lexicon import tags as t
from qawl.lexicon.figures import Known
from qawl.scene import Scenes
from qawl.speakers.likeness import without_feminine
from qawl.speakers.mention import Mention

_SPOKESMAN = "spokesperson"
"""The office of people.tsv."""
_SHORT_NAME = 2
"""Words of a name with which none is another's nation."""


def country(lexicon: Lexicon, keys: tuple[str, ...] | list[str]) -> str:
    """The ISO code of the one country or nationality among the stems, empty where there is none or more than
    one.
    """
    found = {lexicon.nations[key] for key in keys if key in lexicon.nations}
    return found.pop() if len(found) == 1 else ""


def of_a_nation(lexicon: Lexicon, role: Mention) -> bool:
    """Whether a role tells of a country or has a nationality of its own: السفير الروسي، المبعوث الأوروبي; not
    مستشار الرئيس للشؤون الأفريقية.
    """
    if country(lexicon, role.keys):
        return True
    words = [lexicon.words[word] for word in (role.role or role.text).split()]
    own = takewhile(lambda word: not (word.preposition or word.tags & t.PREPOSITION), words)
    return any(lexicon.words[word.stem].tags & t.NATIONALITY for word in own)


def differ(lexicon: Lexicon, one: tuple[str, ...] | list[str], other: tuple[str, ...] | list[str]) -> bool:
    """Whether the stems of both name a country, and not the same: الوزير القطري is not the Omani minister."""
    own, others = country(lexicon, one), country(lexicon, other)
    return bool(own and others) and own != others


def elsewhere(lexicon: Lexicon, name: str, role: str, source: Mention) -> bool:
    """Whether a person is of another country than the mention says, by the tables or else by the role."""
    wanted = country(lexicon, source.keys)
    if not wanted:
        return False
    figure = figure_of(lexicon, name)
    own = takewhile(
        lambda word: not word.tags & t.PREPOSITION, (lexicon.words[word] for word in role.split())
    )
    stems = [word.stem for word in own]  # الأستاذة في جامعة كولومبيا may be of another country
    return (figure.country if figure is not None else country(lexicon, stems)) not in ("", wanted)


def offices(lexicon: Lexicon, keys: tuple[str, ...] | list[str]) -> frozenset[str]:
    """The offices of people.tsv that the stems name, without countries."""
    own = [key for key in keys if key not in lexicon.nations]
    if own:
        own[0] = without_feminine(own[0])
    return lexicon.offices.get(" ".join(own), frozenset())


def cast(scenes: Scenes, lexicon: Lexicon) -> list[tuple[Known, str]]:
    """The public figures whose name stands in the article with two words at least, and the name as it is
    spelled there.
    """
    found: dict[str, tuple[Known, str]] = {}
    for tokens in scenes.tokens:
        for at, token in enumerate(tokens[1:], 1):
            if not token.word.tags & t.NAME or token.word.key not in lexicon.surnames:
                continue
            for first in (at - 1, at - 2):
                if first < 0:
                    continue
                figure = lexicon.people.get(" ".join(other.word.key for other in tokens[first : at + 1]))
                if figure is not None and figure.id:
                    found[figure.id] = (figure, scenes.text[tokens[first].start : token.end])
    return list(found.values())


def figure_of(lexicon: Lexicon, name: str) -> Known | None:
    """The public figure of the name, None where the tables know none."""
    return lexicon.people.get(fold.key(name))


def of_surname(scenes: Scenes, lexicon: Lexicon, key: str) -> Known | None:
    """The one figure of a surname, where the article speaks of the figure's country: زاخاروفا."""
    ids = lexicon.surnames.get(key, frozenset())
    if len(ids) != 1 or any(spelling.startswith(f"{key} ") for spelling in lexicon.people):
        return None
    figure = next((known for known in lexicon.people.values() if known.id in ids), None)
    return figure if figure is not None and _speaks_of(scenes, lexicon, figure.country) else None


def _speaks_of(scenes: Scenes, lexicon: Lexicon, country: str) -> bool:
    """Whether a country, its capital or its nationality stands in the article, by its ISO code."""
    for tokens in scenes.tokens:
        for token in tokens:
            word = token.word
            if not word.tags & (t.PLACE | t.NATIONALITY):
                continue
            if lexicon.nations.get(word.stem) == country:
                return True
            capital = lexicon.known.get(word.stem)
            if capital is not None and lexicon.nations.get(fold.key(capital.capital_of)) == country:
                return True
    return False


def without_nation(lexicon: Lexicon, source: Mention | None) -> Mention | None:
    """A person whose nation stands before the name, without it: الليبي عبد الباسط المقرحي."""
    if source is None or len(source.name_keys) <= _SHORT_NAME or not source.text.startswith(source.name):
        return source
    nation, *name = source.name_keys
    given = lexicon.words[name[0]].tags & t.SURE_NAME
    if not (nation.startswith("ال") and nation[2:] in lexicon.nations and given):
        return source
    if " " not in source.name:
        return source
    bare = source.name.split(maxsplit=1)[1]
    return structs.replace(source, name=bare, name_keys=tuple(name))


def without_master(lexicon: Lexicon, source: Mention | None) -> Mention | None:
    """A spokesman who is named by a public figure of another office, without that name: المتحدثة باسم الرئيس
    الروسي فلاديمير بوتين.
    """
    if source is None or not source.name or not lexicon.rules.get(source.head, 0) & t.SPOKESMAN:
        return source
    served = source.role.partition(" باسم ")[2]
    figure = figure_of(lexicon, source.name)
    own = figure is not None and figure.office and not figure.office.endswith(_SPOKESMAN)
    if not own or not served or source.text.endswith(served):
        return source
    if not lexicon.words[served.split()[0]].tags & t.ROLE:
        return source
    return structs.replace(source, name="", name_keys=(), role="")
