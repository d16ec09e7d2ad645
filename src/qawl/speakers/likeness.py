"""Words that are one word in another form or spelling."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.words import Words
from qawl.scene import HYPHENS

_SOUNDS = str.maketrans("غذثظضصط", "جدتزدست", "اويىةعء")
"""Letters of one sound in foreign names: تسفانغيراي، تسفانجيراي; those of vowels go. Not ك and
ج: كمال is not جمال."""
_VOWELS = str.maketrans("", "", "اويىةعء")
_SHORT_NAME = 4
"""Letters of a name that another one may be like and be no spelling of it: سمير، سميرة; جبر، جابر."""
_LONGEST_SINGULAR = 4
"""Letters of a word that only ends like a dual: مكان."""


def sounds_like(one: str, other: str) -> bool:
    """Whether two spellings of a foreign name differ in the letters of vowels and of like sounds only."""
    one, other = _alike(one), _alike(other)
    if one == other:
        return True
    if one[:1] != other[:1] and one[:1].translate(_SOUNDS) != other[:1].translate(_SOUNDS):
        return False
    consonants = one.translate(_SOUNDS)
    return len(consonants) > 2 and consonants == other.translate(_SOUNDS)


def _alike(name: str) -> str:
    """A name in one of the ways in which it is written: داود for داوود, شكري for شكرى, راعي for الراعي."""
    return name.removeprefix("ال").replace("وو", "و").replace("ى", "ي")


def one_name(words: Words, one: str, other: str) -> bool:
    """Whether two words may be one name in two spellings: كراولي، كرولي; not two that people are given: سمير،
    سميرة; جبر، جابر.
    """
    if not sounds_like(one, other):
        return False
    first, second = _alike(one), _alike(other)
    short = min(len(first), len(second)) <= _SHORT_NAME and words[one].tags & words[other].tags & t.NAME
    return first == second or not short or first.translate(_VOWELS) != second.translate(_VOWELS)


def misspelt(one: str, other: str) -> bool:
    """Whether two words differ in one letter, or in the order of two: السسي، السبسي; كارتين، كاترين."""
    short, long = sorted((one, other), key=len)
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) != len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return one != other and (swapped or short[at + 1 :] == long[at + 1 :])


def nominative(key: str) -> str:
    """A plural in the case of subjects and with its ending whole: مسؤولين، مسؤولون; مؤلفو، مؤلفون."""
    if key.endswith("و") and len(key) > _LONGEST_SINGULAR:
        return f"{key}ن"
    return f"{key[:-2]}ون" if key.endswith("ين") else key


def one_word(one: str, other: str) -> bool:
    """Whether two words differ at most in the case of several or of two: مسؤولين, مسؤولون or مسؤولان."""
    if nominative(one) == nominative(other):
        return True
    dual = one if one.endswith("ان") else other
    return len(dual) > _LONGEST_SINGULAR and {one, other} == {dual, f"{dual[:-2]}ين"}


def without_feminine(key: str) -> str:
    """The masculine of a role: وزيرة، وزير."""
    return key.removesuffix("ة")


def base(key: str) -> str:
    """A word without the endings in which nationality and place differ: روسي، روسية، روسيا."""
    for ending in ("ية", "يا", "ي", "ا", "ة"):
        if key.endswith(ending) and len(key) > len(ending) + 2:
            return key[: -len(ending)]
    return key


def same_gender(one: str, other: str) -> bool:
    """Whether two genders may be one; an empty one is not known."""
    return not (one and other and one != other)


def joined(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name with what is written apart or in one word in one: عبد الله، عبدالله."""
    return tuple(" ".join(keys).replace("عبد ", "عبد").replace("ابو ", "ابو").split())


def without_hyphens(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without the hyphens between them: أوكازيو-كورتيز."""
    return tuple(key for key in keys if key not in HYPHENS)
