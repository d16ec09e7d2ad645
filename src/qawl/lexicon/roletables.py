"""What one who bears a role may be called: offices, honorifics, other roles for the same; and so a body."""

from __future__ import annotations

from pathlib import Path

from qawl import fold
from qawl.lexicon.load import rows, spellings
from qawl.lexicon.tags import TAG


def offices(folder: Path) -> dict[str, frozenset[str]]:
    """The offices of people.tsv by the stems of what the press calls them."""
    found: dict[str, set[str]] = {}
    for row in rows(folder, "roles.tsv", ("role", "phrases")):
        for phrase in spellings(row["phrases"]):
            found.setdefault(fold.key(phrase), set()).add(row["role"])
    return {phrase: frozenset(roles) for phrase, roles in found.items()}


def kin(folder: Path) -> dict[str, frozenset[str]]:
    """The nouns for bodies of one kind, by each of them: شركة، مجموعة."""
    found: dict[str, set[str]] = {}
    for row in rows(folder, "kinds.tsv", ("kind", "nouns", "wider", "note")):
        nouns = set(map(fold.key, (row["wider"] or row["nouns"]).split()))
        for noun in nouns:
            found.setdefault(noun, set()).update(nouns)
    return {noun: frozenset(nouns) for noun, nouns in found.items()}


def honorific_offices(folder: Path, tags: dict[str, int]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The offices and titles that each honorific goes with; adds the honorifics to `tags`."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for row in rows(folder, "honorifics.tsv", ("honorific", "offices", "note")):
        key = fold.key(row["honorific"])
        tags[key] = tags.get(key, 0) | TAG["honorific"]
        found[key] = tuple(tuple(fold.key(office).split()) for office in spellings(row["offices"]))
    return found


def synonyms(folder: Path) -> dict[str, frozenset[str]]:
    """What else one may be called who is called so, by the stems of the words."""
    found: dict[str, set[str]] = {}
    for row in rows(folder, "synonyms.tsv", ("roles", "note")):
        roles = set(map(fold.key, spellings(row["roles"])))
        for role in roles:
            found.setdefault(role, set()).update(roles)
    return {role: frozenset(roles) for role, roles in found.items()}
