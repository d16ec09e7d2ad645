"""The cues that one written word may be, read with what may be attached to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qawl.lexicon.saying import Reading
from qawl.lexicon.tags import FUNCTION, TAG
from qawl.lexicon.word import Entry, Form

PRONOUNS = ("ه", "ها", "هم", "هن", "هما", "نا", "ني")
"""What a noun or verb bears in the place of an owner or object."""
NOUN_PRONOUN = re.compile(r"(.{2,}?)(هما|ها|هم|هن|ه|نا)")
_VERB_PRONOUN = re.compile(r"(.{2,}?)(هما|ها|هم|هن|ه|نا|ني)")
_PREFIXES = {"ب": ("", "ب", "بال"), "ل": ("", "ل", "لل"), "ك": ("", "ك"), "ا": ("", "ال")}
"""What may be attached before a noun, by its first letter."""
_NO_FORMS = TAG["time"] | TAG["quantifier"] | TAG["pronoun"] | TAG["reflexive"]
_GRAMMAR = FUNCTION | TAG["time"] | TAG["before_an"] | TAG["quantifier"] | TAG["condition"] | TAG["question"]


class CueForms:
    """The forms of verbs and nouns of saying that a spelling may be, by the compiled tables."""

    def __init__(
        self,
        tags: dict[str, int],
        names: dict[str, int],
        readings: dict[str, tuple[Reading, ...]],
        nouns: dict[str, Entry],
    ) -> None:
        self._tags = tags
        self._names = names
        self._readings = readings
        self._nouns = nouns

    def of(self, key: str, text: str, tags: int, bare: bool) -> Iterator[Form]:
        """The cues the word may be, read with what may be attached to them. A word of the grammar has nothing
        attached.
        """
        written = text if len(text) == len(key) else key
        if tags & _NO_FORMS and not tags & TAG["preposition"]:
            if tags & TAG["time"]:  # مجددا is an adverb, and after a comma a participle
                yield from (form for form in self._verb_forms(key, "", "", written) if form.tense == "a")
            return
        if tags & _GRAMMAR:
            attached = "" if key in self._tags or key[0] not in "وف" else key[0]
            yield from self._verb_forms(key[len(attached) :], attached, "", written[len(attached) :])
            return
        own = bare and tags & TAG["plain"] or key[0] == "ف" and key in self._names  # فيلم، فتحي
        for conjunction in ("", key[0]) if key[0] in "وف" and len(key) > 2 and not own else ("",):
            rest = key[len(conjunction) :]
            yield from self._verb_forms(rest, conjunction, "", written[len(conjunction) :])
            if rest[0] in "سل" and len(rest) > 3:
                for form in self._verb_forms(
                    rest[1:], conjunction + rest[0], "", written[len(conjunction) + 1 :]
                ):
                    if form.tense == "i" and not (rest[0] == "س" and self._jussive(rest[1:], form)):
                        yield form
            if written[len(conjunction)] != "آ":  # آمر اللواء is no أمر
                yield from self._noun_forms(rest, conjunction, own > 0)

    def _verb_forms(self, key: str, prefix: str, pronoun: str, written: str) -> Iterator[Form]:
        for reading in self._readings.get(key, ()):
            wasl = written[0] == "إ" and reading.alef not in ("أ", "إ", "آ")  # إتهم
            if written[0] in "أإآ" and reading.alef != written[0] and not wasl:
                continue
            if reading.tense in "pian" and not (pronoun and reading.tense in "an"):
                yield Form(
                    reading.entry,
                    reading.tense,
                    reading.passive,
                    reading.person,
                    reading.gender,
                    reading.number,
                    prefix,
                    pronoun,
                )
        if pronoun:
            return
        match = _VERB_PRONOUN.fullmatch(key) if key.endswith(PRONOUNS) else None
        if match:
            stem, suffix = match.groups()
            for candidate in (
                stem,
                stem[:-1] + "ى" if stem.endswith("ا") and suffix != "ني" else "",
                stem + "ا" if stem.endswith("و") else "",
            ):
                if candidate and candidate in self._readings:
                    yield from self._verb_forms(candidate, prefix, suffix, written)

    def _jussive(self, key: str, form: Form) -> bool:
        """Whether an imperfect has lost its last letter, as before no سـ: يطر beside يطري."""
        whole = (reading for end in "يىو" for reading in self._readings.get(key + end, ()))
        return any(reading.entry is form.entry and reading.tense == "i" for reading in whole)

    def _noun_forms(self, key: str, conjunction: str, whole: bool) -> Iterator[Form]:
        """Verbal nouns and nouns of saying: قوله، بالقول، لتأكيده، والتأكيد; بحث is `whole`, no ب with حث."""
        for prefix in ("",) if whole and key[0] in "بلك" else _PREFIXES.get(key[0], ("",)):
            if not key.startswith(prefix) or len(key) < len(prefix) + 2:
                continue
            rest = key[len(prefix) :]
            stems = [(rest, "")]
            match = NOUN_PRONOUN.fullmatch(rest) if rest.endswith(PRONOUNS) else None
            if match and "ال" not in prefix and prefix != "لل":
                stem, pronoun = match.groups()
                stems += [(stem, pronoun)] + ([(stem[:-1] + "ة", pronoun)] if stem.endswith("ت") else [])
            for stem, pronoun in stems:
                for reading in self._readings.get(stem, ()):
                    if reading.tense == "m":
                        yield Form(reading.entry, "m", False, "", "", "", conjunction + prefix, pronoun)
                entry = self._nouns.get(stem)
                if entry:
                    yield Form(entry, "s", False, "", "", "", conjunction + prefix, pronoun)
