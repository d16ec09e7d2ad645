"""Names of more than one word that are read as a whole, because a word of them may be something else:
بان كي مون، لويد أوستن، جنوب أفريقيا.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from qawl.lexicon.tags import NAMES, RULE, TAG
from qawl.lexicon.word import Wholes, Word

if TYPE_CHECKING:
    from qawl.lexicon.figures import Known


_GRAMMAR = (
    TAG["complementizer"]
    | TAG["connective"]
    | TAG["pronoun"]
    | TAG["negation"]
    | TAG["auxiliary"]
    | TAG["time"]
)
_BOUND_BODIES = frozenset({"club", "company", "airline", "university", "research", "ngo"})
_NAME_AND_SURNAME = 2
_LONG_WORD = 3
"""Letters without which a name may be part of another: بي بي, بي بي سي."""


def whole_names(people: dict[str, Known], known: dict[str, Known], tags: dict[str, int]) -> dict[str, Wholes]:
    """The words of each name by the keys of its first and second, longest name first. Words of no class keep,
    where the name stands, what they are.
    """
    found: dict[str, Wholes] = {}
    for name, entry in (people | known).items():
        keys = name.replace("-", " - ").split()  # بان كي-مون
        outlet = entry.kind == "organisation" and not entry.body
        own = (outlet or entry.body in _BOUND_BODIES) and _unread(keys, tags)
        prefixed = (
            (entry.capital_of or entry.body and not name.startswith("ال"))
            and len(keys) > 1
            and keys[0][0] in "بلك"
            and keys[0] not in tags
        )  # بيونغ يانغ، بوكو حرام
        titled = name in people and (tags.get(keys[0], 0) | tags.get(keys[0].removeprefix("ال"), 0))
        whole = len(keys) >= _fewest_words(keys, tags) and entry.kind != "organisation"  # جنوب أفريقيا
        given = len(keys) == _NAME_AND_SURNAME and not keys[0].startswith("ال")  # سعادة الشامي
        if titled & (TAG["title"] | TAG["role"]) and not given:
            continue  # الملك محمد السادس
        made = own or prefixed or whole or _reads_as_grammar(keys, tags)
        if not made and (entry.kind != "organisation" or len(keys) == 1):
            continue
        if name in people:
            bits = NAMES
        else:
            bits = TAG["place" if entry.kind == "place" else "outlet" if outlet else "known_organisation"]
        head = tags.get(keys[0], 0) & TAG["organisation"] if own else 0
        words = tuple(
            _part(key, not at, bits | head * (not at) if made else 0) for at, key in enumerate(keys)
        )
        alike = found.setdefault(keys[0], {})
        alike[keys[1]] = tuple(sorted((*alike.get(keys[1], ()), words), key=len, reverse=True))
    return found


@cache
def _part(key: str, first: bool, bits: int) -> Word:
    """A word of a name; the same for all names, for the kept lexicon is read at each start."""
    return Word(key, key, key, "word", bits, nominal=True, plain=True, rules=0 if first else RULE["bound"])


def _fewest_words(keys: list[str], tags: dict[str, int]) -> int:
    """After إن a name of one word may follow, so two do not make a name with it: إن صالح."""
    return 3 if tags.get(keys[0], 0) & (TAG["complementizer"] | TAG["auxiliary"]) else 2


def _reads_as_grammar(keys: list[str], tags: dict[str, int]) -> bool:
    """Whether a word of a name is written like one of the grammar: بان كي مون, أطباء بلا حدود too."""
    if len(keys) < _fewest_words(keys, tags):
        return False
    if any(key.startswith("ال") and tags.get(key[2:], 0) & TAG["preposition"] for key in keys[1:]):
        return True  # قناة الشرق
    return any((tags.get(key, 0) | tags.get(key.removeprefix("ب"), 0)) & _GRAMMAR for key in keys)


def _unread(keys: list[str], tags: dict[str, int]) -> bool:
    """Whether the name of an organisation goes on with a word that would begin another name: مانشستر يونايتد,
    غولدمان ساكس.
    """
    if len(keys) < 2 or any(key.startswith("ال") for key in keys) or max(map(len, keys)) < _LONG_WORD:
        return False
    return not all(map(tags.get, keys))
