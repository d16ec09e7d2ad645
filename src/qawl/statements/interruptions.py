"""Where what a verb takes stands behind what interrupts them: a relative, حيث, what went on
meanwhile, a participle with its complement.
"""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import imperfect
from qawl.scene import COMMAS
from qawl.statements.governed import Place, behind_preposition, is_attached
from qawl.statements.objects import is_plain_object, may_end
from qawl.statements.openings import Content, complements, is_content_quotation, opens

_SOON = 3
"""Tokens behind a relative in which its verb stands, which may be one of saying; between a noun that may be
governed and one that takes its place."""
FARTHEST_OPENING = 12
"""Tokens in which إن shows that what stands right behind the verb opens nothing."""
_FARTHEST_ACT = 8
"""How many words a relative without a comma may have before the verb's object."""
_POINTS_AHEAD = ("يلي", "ياتي", "اتي", "تالي")
"""What stands before a colon and what it opens: ما يلي، بالآتي."""


def main_clause_begun(place: Place, at: int) -> bool:
    """Whether the token belongs to the main clause, whose verb stands behind a comma, while the verb of
    saying stands in one that waits for it: بعد أن حذر الجيش السكان، فر المئات | من منازلهم.
    """
    tokens = place.scene.tokens
    opening = tokens[max(place.after - 2, 0)].word.tags
    if not opening & (t.COMPLEMENTIZER | t.SUBORDINATOR):
        return False
    for k in range(place.subject_end + 1, at):
        word = tokens[k].word
        if tokens[k - 1].word.text in COMMAS and not (word.conjunction or word.pronoun):
            acts = word.verb is not None and word.verb.tense == "p" and not word.verb.prefix
            if acts or word.tags & t.VERB and not word.tags & ~t.VERB and not imperfect(word):
                return True
    return False


def behind_manner(place: Place, at: int) -> int:
    """The إن of the verb behind a participle with a complement of its own: قال الوزير معقبا على القرار إن …;
    -1 where none is.
    """
    own = place.scene.tokens[at].word.participle
    if own is None or "إن" not in place.entry.takes:
        return -1
    for k in range(at + 1, min(at + FARTHEST_OPENING, place.end)):
        word = place.scene.tokens[k].word
        if word.kind == "sign" or word.alef:
            opening = word.alef == "i" and not word.conjunction and (k > at + 1 or not own.entry.clause)
            return k if opening and word.tags & t.COMPLEMENTIZER else -1
        if word.noun is not None:
            return -1  # علق على قول الوزير إن
    return -1


def behind_meanwhile(place: Place, at: int) -> int:
    """Where what was said opens behind what went on meanwhile: وقالت بينما كانت توزع التمر: "لا خيام"; -1
    where it does not, or another says something (قال فلان بينما أكد غيره أن).
    """
    scene = place.scene
    meanwhile = scene.tokens[at].word
    if not (meanwhile.tags & t.CONNECTIVE and meanwhile.rules & t.FRONTING and "quote" in place.entry.takes):
        return -1
    for k in range(at + 2, place.end):
        word = scene.tokens[k].word
        if opens(scene, k):
            before = scene.tokens[k - 1].word
            return (
                k if word.alef != "a" or not before.verbal and complements(word, before, place.entry) else -1
            )
        if word.kind == "sign" or word.verb is not None and word.verb.entry.evidence == "strong":
            return -1
    return -1


def behind_relative(place: Place, at: int) -> int:
    """Where the clause of the verb opens behind a relative that reports nothing: أكد الوزير الذي أشرف على
    الحملة أن …; -1 where it does not.
    """
    k, closing = at, place.scene.closing
    while (k := k + 1) < place.end:
        word = place.scene.tokens[k].word
        if k in closing and "quote" in place.entry.takes and is_content_quotation(place.scene, k):
            return k
        if k in closing:
            k = closing[k]  # خلال مؤتمر عن "الفساد" أن
            continue
        if word.kind == "sign" or word.verb is not None and k <= at + _SOON:
            return -1
        if word.alef:
            opens_it = complements(word, place.scene.tokens[k - 1].word, place.entry)
            return k if opens_it and not word.conjunction else -1
    return -1


def noun_behind_relative(place: Place, at: int) -> Content | None:
    """The noun that a verb of saying governs by a preposition, behind a relative of its subject that reports
    nothing: ندد الحزب الذي أسسه فلان بالقرار.
    """
    scene = place.scene
    if not place.nominal or place.entry.evidence != "strong" or at + 1 >= place.end:
        return None
    found: Content | None = None
    for k in range(at + 1, place.end):
        word = scene.tokens[k].word
        if word.kind == "sign" or word.alef or word.verb is not None and k <= at + _SOON:
            break
        if word.conjunction == "و" and word.tags & (t.PRONOUN | t.VERB):
            break
        if found is None and at + 2 < k < at + _FARTHEST_ACT and _is_told(place, k):
            return Content(k, "object", "nominal")
        detached = word.key in place.entry.prepositions and word.tags & t.PREPOSITION and k + 1 < place.end
        if k > at + 1 and (detached or is_attached(place, k)):
            if found is not None and k > found.start + _SOON:
                break
            found = behind_preposition(scene, k + 1) if detached else Content(k, "attached", "nominal")
    return found


def _is_told(place: Place, at: int) -> bool:
    """Whether an act, or a claim with ال, behind a complete phrase is the verb's object: أعلن الوزير الذي
    يزور بكين تعليق المحادثات.
    """
    word = place.scene.tokens[at].word
    if not may_end(place.scene, at - 1) or place.scene.tokens[at - 1].word.verb is not None:
        return False
    act = "NP" in place.entry.governed and is_plain_object(word)
    claim = {"NP", "claim"} & place.entry.governed and word.article and word.tags & t.CLAIM_NOUN
    return bool(act or claim)


def colon_ahead(place: Place, at: int) -> int:
    """The colon behind words that only point to what it opens: أوصت بما يلي: …، صرح بالآتي: …; 0 where none
    stands there.
    """
    word = place.scene.tokens[at].word
    last = at + bool(word.tags & t.RELATIVE_FREE)
    if last + 1 >= place.end or place.scene.tokens[last + 1].word.text != ":":
        return 0
    points = place.scene.tokens[last].word.stem in _POINTS_AHEAD
    return last + 1 if points and (last > at or word.article) else 0
