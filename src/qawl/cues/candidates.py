"""The words of a sentence that may be cues, each with the reading that it has where it stands."""

from __future__ import annotations

from msgspec import Struct

from qawl.cues.adjectives import is_adjective, is_adverb
from qawl.cues.nouns import is_noun
from qawl.cues.stated import impersonal, not_stated, thought_inside
from qawl.cues.verbs import FOR_HIM, OPENING, verb_here
from qawl.lexicon import tags as t
from qawl.lexicon.shape import happened_before
from qawl.lexicon.word import NOTHING, Form, Token, Word
from qawl.model import Rejected

_VERSE_OPENS, _VERSE_ENDS = ("(", "﴿", "{"), (")", "﴾", "}")
_LONGEST_VERSE = 40
"""Tokens of a verse before a word in it."""
_NEAR = 12
"""Tokens behind a word in which the clause opens that shows it to be a noun of saying: رغم زعم الوزير أن."""
_MOST_SURNAMES = 4
"""Tokens from a given name on among which the verb stands: دان قزي رأى."""


class Candidate(Struct, frozen=True):
    """A token that may be a cue: its index, the form it is read as, and what it is: verb, participle or noun.

    `free_relative` is true after ما or من (ما أعلنته), `relative` after الذي and its like.
    """

    at: int
    form: Form
    kind: str
    relative: bool = False
    free_relative: bool = False
    homograph: bool = False


def candidates(tokens: list[Token], looked_at: list[int], trace: list[Rejected] | None) -> list[Candidate]:
    """The candidates of a sentence in order, at most one a token; `looked_at` are the
    tokens that may be one.
    """
    found = []
    for at in looked_at:
        token = tokens[at]
        if not token.word.forms:
            continue
        candidate, why = _candidate(tokens, at)
        if candidate is not None:
            found.append(candidate)
        elif trace is not None and why:
            trace.append(Rejected(token.start, token.end, "cue", why))
    return found


def _candidate(tokens: list[Token], at: int) -> tuple[Candidate | None, str]:
    """The candidate that token `at` is: a participle, a verb or a noun; or else why it is none."""
    word = tokens[at].word
    if _in_name(tokens, at) or _given_name(tokens, at):
        return None, "part of a name"
    if _in_verse(tokens, at):
        return None, "what a verse tells (قوله تعالى (وإذ قال …))"
    if word.tags & t.ADVERBIAL_PARTICIPLE or is_adverb(tokens, at):
        return None, "an adverb here"
    verb = verb_here(tokens, at)
    if word.participle and not (verb and verb.prefix) and not _governed(tokens, at):
        if _predicate(tokens, at) or is_adjective(tokens, at, word.participle):
            return None, "an adjective or a noun here"
        return Candidate(at, word.participle, "participle"), ""
    noun = _noun_of_saying(word)
    if verb:
        found, why = _as_verb(tokens, at, verb, noun)
        if found or why:
            return found, why
        if noun and noun.pronoun and verb.pronoun and _promises(tokens, at, verb):
            return Candidate(at, verb, "verb", homograph=True), ""
        if noun and (noun.entry.evidence == "strong" or _clause_soon(tokens, at)):
            return Candidate(at, noun, "noun"), ""  # رغم تعهد الوزير بكذا، رغم زعم الوزير أن
    names_source = word.tags & t.ATTRIBUTIVE and not word.pronoun  # برأي الخبراء فإن
    if noun and (not verb or _only_noun(noun)) and not names_source:
        return Candidate(at, noun, "noun"), ""
    if word.passive:
        return None, "a passive has no speaker"
    if word.first_person:
        return None, "the first person speaks for itself"
    return None, "a noun here, not a verb of saying" if verb else ""


def _predicate(tokens: list[Token], at: int) -> bool:
    """Whether a participle tells what somebody is: أكدت الحركة أنها متمسكة، إن "الحكومة مطالبة بالرد"."""
    if tokens[at].word.key.endswith("ا"):
        return False
    before = tokens[at - 1].word if at else NOTHING
    if before.pronoun and before.tags & t.COMPLEMENTIZER:
        return True
    start = at
    while start and tokens[start - 1].word.article:
        start -= 1
    start -= 0 < start < at and tokens[start - 1].word.nominal  # إن قوى المعارضة
    start -= start > 1 and tokens[start - 1].word.text in OPENING
    opens = tokens[start - 1].word if start else NOTHING
    return before.article and bool(opens.tags & t.COMPLEMENTIZER)


def _promises(tokens: list[Token], at: int, verb: Form) -> bool:
    """Whether a name stands before the word and what the verb takes behind it: إن سامي النجار وعده بفرصة."""
    before = tokens[at - 1].word if at else NOTHING
    following = tokens[at + 1].word if at + 1 < len(tokens) else NOTHING
    told = "addressee" in verb.entry.governed and following.preposition in verb.entry.prepositions
    return bool(before.tags & t.SURNAME) and told


def _as_verb(tokens: list[Token], at: int, verb: Form, noun: Form | None) -> tuple[Candidate | None, str]:
    """The candidate that a verb is, or why it says nothing; neither where the word is no verb here."""
    why = not_stated(tokens, at, verb) or thought_inside(tokens, at, verb)
    if why:
        return None, why
    homograph = bool(noun) or bool(tokens[at].word.tags & ~t.NAMES)
    if is_noun(tokens, at, verb, homograph) or noun and _owned_before_clause(tokens, at, verb):
        return None, ""
    if impersonal(tokens, at, verb):
        return None, "impersonal: nobody is named who says it"
    relative = at > 0 and bool(tokens[at - 1].word.tags & t.RELATIVE) or _behind_relative(tokens, at)
    habitual = at > 1 and tokens[at - 2].word.rules & t.HABIT  # عادة ما تنفي
    what = at > 0 and verb.pronoun in ("ه", "ها") and tokens[at - 1].word.key == "فيما"  # فيما وصفه بكذا
    free = what or at > 0 and tokens[at - 1].word.rules & t.RELATIVE_HEADLESS > 0 and not habitual
    return Candidate(at, verb, "verb", relative, bool(free), homograph), ""


def _owned_before_clause(tokens: list[Token], at: int, verb: Form) -> bool:
    """عن الوزير زعمه أن: what would be an object of a verb that speaks to nobody."""
    following = tokens[at + 1].word if at + 1 < len(tokens) else None
    if following is None or not verb.pronoun or verb.prefix or "addressee" in verb.entry.takes:
        return False
    return (
        following.tags & t.COMPLEMENTIZER > 0 and following.alef in ("a", "?") and not following.preposition
    )


def _clause_soon(tokens: list[Token], at: int) -> bool:
    """Whether a clause opens near behind the word."""
    return any(token.word.alef for token in tokens[at + 1 : at + _NEAR])


def _in_name(tokens: list[Token], at: int) -> bool:
    """Whether the word before leads a name: أبو، السيد; not a title that is a role too, nor أبو لبن."""
    before = tokens[at - 1].word if at else None
    if before is None or before.preposition and at > 1 and tokens[at - 2].word.tags & t.NAME_PARTICLE:
        return False
    if tokens[at].word.key.startswith("ف") and tokens[at].word.verb is not None:
        return False  # أما النائبة منى بنت الدي فقالت
    if before.article and before.rules & t.HONOUR:
        return False  # جهاز أمن الدولة أكد; not دولة الرئيس
    tags = before.tags
    return bool(tags & (t.NAME_PARTICLE | t.TITLE) and not tags & t.ROLE)


def _given_name(tokens: list[Token], at: int) -> bool:
    """Whether a verb that is a name too stands between a definite role and a surname, behind which a verb of
    saying follows: المحلل دان قزي رأى أن; not الوزير دان الهجوم.
    """
    word, bearer = tokens[at].word, tokens[at - 1].word if at else NOTHING
    if word.verb is None or word.verb.prefix or not (word.tags & t.NAME and bearer.article):
        return False
    role = tokens[at - 2].word if at > 1 and not bearer.tags & t.ROLE else bearer  # الخبير المالي دان قزي
    if not (role.article and role.tags & t.ROLE):
        return False
    verbs = ((k, tokens[k].word.verb) for k in range(at + 2, min(at + _MOST_SURNAMES, len(tokens))))
    says = next((k for k, verb in verbs if verb is not None and not verb.prefix), at)
    surnames = [token.word for token in tokens[at + 1 : says]]
    return bool(surnames) and all(
        name.nominal and not (name.tags & ~t.NAMES or name.preposition or name.conjunction)
        for name in surnames
    )


def _in_verse(tokens: list[Token], at: int) -> bool:
    """Whether the word stands in brackets that open behind the name of God: يقول تعالى (وقالوا …)، والله
    سبحانه يقول (وإذ قال …).
    """
    for k in range(at - 1, max(at - _LONGEST_VERSE, 0), -1):
        text = tokens[k].word.text
        if text in _VERSE_ENDS:
            return False
        if text in _VERSE_OPENS:
            return any(token.word.rules & t.PRAISE for token in tokens[max(k - 3, 0) : k])
    return False


def _governed(tokens: list[Token], at: int) -> bool:
    """Whether the word stands after a preposition; بعد and its like lead clauses too."""
    tags = tokens[at - 1].word.tags if at else 0
    return bool(tags & t.PREPOSITION and not tags & t.TIME)


def _noun_of_saying(word: Word) -> Form | None:
    """The word as a noun; not a verbal noun that nouns_of_saying.tsv does not know."""
    noun = word.noun
    known = noun is not None and (noun.tense != "m" or any(form.tense == "s" for form in word.forms))
    return noun if known else None


def _only_noun(noun: Form) -> bool:
    """Whether what is attached to a word that may be a verb, or its form, shows the noun: بقوله، القول."""
    return bool(noun.pronoun) or noun.prefix.endswith(("ب", "ال")) or noun.tense == "m"


def before_happened(tokens: list[Token], at: int) -> int:
    """Back past سبق أن before the token, with whom it tells of: الوزير الذي | سبق له أن نفى."""
    if at < 3 or tokens[at - 1].word.alef not in ("a", "?"):
        return at
    first = at - 3 if tokens[at - 2].word.key in FOR_HIM else at - 2
    return first if first > 0 and happened_before(tokens[first].word) else at


def _behind_relative(tokens: list[Token], at: int) -> bool:
    """الذي كان قد قال، الذي سبق أن قال، الذين ما زالوا يطالبون."""
    first, at = at, before_happened(tokens, at)
    if at < first and tokens[at - 1].word.tags & t.RELATIVE:
        return True
    steps = 0
    while at > 0 and steps < 3 and _stands_between(tokens[at - 1].word, tokens[at].word):
        at -= 1
        steps += 1
    return steps > 0 and at > 0 and bool(tokens[at - 1].word.tags & t.RELATIVE)


def _stands_between(word: Word, following: Word) -> bool:
    """Whether the word may stand between الذي and its verb: كان، قد، أمس، ما زال."""
    if following.rules & t.CONTINUING and word.tags & (t.NEGATION | t.RELATIVE_FREE):
        return True
    return bool(word.tags & (t.PERFECTIVE | t.AUXILIARY | t.TIME) or word.rules & t.CONTINUING)
