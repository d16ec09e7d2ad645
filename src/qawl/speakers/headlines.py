"""Who the headline leaves without a name: مسؤول أميركي: … where the article has the official say it again."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import relational
from qawl.model import HEADLINES, Statement
from qawl.speakers import figures
from qawl.speakers.likeness import base, same_gender
from qawl.speakers.mention import Mention
from qawl.speakers.rivals import rivals
from qawl.speakers.stage import Stage, holds

_SAME_CONTENT = 0.4
"""Part of the headline's words that the sentence which says the same holds."""
_BEGINNING = 4
"""Letters in which two forms of a word agree."""


def told_again(stage: Stage, source: Mention) -> Mention | None:
    """The person named as the source of what the article has a headline's unnamed one say, None where nobody
    is.
    """
    statement = next(
        (s for s, own in zip(stage.statements, stage.sources, strict=True) if own is source), None
    )
    if statement is None:
        return None
    if stage.scenes[statement.sentence].kind not in HEADLINES:
        if statement.sentence > _lead(stage):
            return None
        return _of_the_headline(stage, source, statement) if source.definite else _of_calling(stage, source)
    words = _words(stage, statement)
    if not words:
        return None
    best, found = _SAME_CONTENT, None
    for other, named in zip(stage.statements, stage.sources, strict=True):
        if named is None or other.sentence <= statement.sentence or not _may_be(stage, named, source):
            continue
        if not same_gender(other.gender, source.gender):
            continue  # عالمة أحياء: … ويوضح ريبيرو
        if source.definite and len(source.keys) > 1 and named.role and not {*source.keys} & {*named.keys}:
            continue  # another role
        here = {token.word.stem[:_BEGINNING] for token in stage.scenes.tokens[other.sentence]}
        same = sum(word[:_BEGINNING] in here for word in words) / len(words)
        if same > best or same == best and found is None:
            best, found = same, named
    return (
        found
        or _of_the_role(stage, source, statement)
        or _who_speaks_first(stage, source)
        or _of_the_lead(stage, source)
    )


def _of_the_headline(stage: Stage, source: Mention, statement: Statement) -> Mention | None:
    """Whom the headline names as saying what the lead has the holder of a role say: فلان: … قال رئيس كذا."""
    if stage.is_a(source.head, t.SPOKESMAN):
        return None
    here = {token.word.stem[:_BEGINNING] for token in stage.scenes.tokens[statement.sentence]}
    for other, named in zip(stage.statements, stage.sources, strict=True):
        if stage.scenes[other.sentence].kind not in HEADLINES:
            break
        if named is None or named.role or not _may_be(stage, named, source):
            continue
        words = _words(stage, other)
        if words and sum(word[:_BEGINNING] in here for word in words) / len(words) >= _SAME_CONTENT:
            return named
    return None


def outlet_named_later(stage: Stage, source: Mention) -> Mention | None:
    """The one outlet that the article names after a headline or lead which tells no more of it than its
    nation: صحيفة جزائرية … صحيفة «الخبر».
    """
    adjective = stage.lexicon.words[source.text.split()[-1]]
    bare = len(source.keys) == 2 and relational(adjective) and not adjective.article
    if not (source.tags & (t.MEDIA | t.GENERIC) and bare) or stage.scenes.at(source.start) > _lead(stage):
        return None
    named = [
        other
        for other in stage.organisations_with(source.head)
        if other.start > source.start and other.head == source.head and other.keys[1] != source.keys[1]
    ]
    return named[0] if named and len({other.keys[:2] for other in named}) == 1 else None


def _of_the_role(stage: Stage, source: Mention, statement: Statement) -> Mention | None:
    """The one person of the headline's role whom the article lets speak: ناشط عراقي: … الناشط فلان."""
    named = [
        other
        for other in stage.roles_with(source.head)
        if source.head in other.offices
        and other.start > max(statement.cue.start, source.start)
        and _may_be(stage, other, source)
        and not _of_another_body(stage, source, other)
    ]
    return named[0] if len({other.name_keys[-1:] for other in named}) == 1 else None


def _who_speaks_first(stage: Stage, source: Mention) -> Mention | None:
    """Whom the first sentence of the body lets speak, with an office and a name, where the headline has but a
    wide word for him (مسؤول ألماني: … قال وزير الداخلية فلان) or one of his trade (نجم كذا: … المهاجم فلان).
    """
    if source.definite and not source.plural:
        first = _first_in_body(stage)
        return first if first is not None and _of_the_trade(stage, source, first) else None
    if not source.tags & t.ANY_ROLE or source.plural:
        return None
    alike = stage.lexicon.synonyms.get(source.head, frozenset())
    if alike and not stage.is_a(source.head, t.ANY_OFFICIAL):  # وخبير: … يرى أستاذ العلاقات فلان
        told = [other for other in stage.sources if other is not None and not alike.isdisjoint(other.offices)]
        fits = {other.name: other for other in told if _may_be(stage, other, source)}
        return fits.popitem()[1] if len(fits) == 1 else None
    first = _first_in_body(stage)
    return first if first is not None and first.role and _may_be(stage, first, source) else None


def _first_in_body(stage: Stage) -> Mention | None:
    """Whom the first sentence of the body lets speak first."""
    said = zip(stage.statements, stage.sources, strict=True)
    body = (
        named for s, named in said if stage.scenes[s.sentence].kind == "body" and s.sentence < _lead(stage)
    )
    return next(body, None)


def _of_the_trade(stage: Stage, source: Mention, named: Mention) -> bool:
    """Whether a player or coach of a team is told again by a name and no other team: نجم الوحدات … المهاجم
    فلان, مدرب الوحدات … المدير الفني فلان.
    """
    own = named.role.startswith("ال") or not set(source.keys[1:]).isdisjoint(named.keys)
    if not own or not _may_be(stage, named, source):
        return False
    if stage.is_a(source.head, t.PLAYER):
        return any(stage.is_a(office, t.PLAYER) for office in named.offices)
    alike = stage.lexicon.synonyms.get(source.head, frozenset())
    return not alike.isdisjoint({*named.offices, " ".join(named.keys[:2])})


def _of_the_lead(stage: Stage, source: Mention) -> Mention | None:
    """The one whom the first sentence of the body brings in by name alone, where nobody of the role
    is named: نجمة المسرح: … تستعد جليلة بكار لعرض جديد.
    """
    if stage.is_a(source.head, t.OFFICE | t.SPOKESMAN) or source.kind not in ("person", "unnamed"):
        return None
    brought = stage.brought_in(_lead(stage) - 1)
    if brought is None or any(source.head in role.offices for role in stage.roles_with(source.head)):
        return None
    person, gender = brought
    return person if same_gender(gender, source.gender) and _may_be(stage, person, source) else None


def _of_another_body(stage: Stage, source: Mention, other: Mention) -> bool:
    """Whether two roles are of different bodies: مدرب الاتحاد, مدرب الوحدة فلان; a nation tells of none."""
    words = stage.lexicon.words
    body, others = (
        {key for key in keys if key != source.head and not words[key].tags & t.NATIONALITY}
        for keys in (source.keys[1:], {*other.keys} - {*other.name_keys})
    )
    return source.definite and bool(body and others) and body.isdisjoint(others)


def _lead(stage: Stage) -> int:
    """The number of the second sentence of the body."""
    return next((n for n in range(len(stage.scenes.tokens)) if stage.scenes[n].kind == "body"), 0) + 1


def _of_calling(stage: Stage, source: Mention) -> Mention | None:
    """The only person whom the article names later with what the source is: فيلسوف أميركي … الفيلسوف فلان."""
    if stage.is_a(source.head, t.SPOKESMAN):
        return None
    words = [stage.lexicon.words[word] for word in source.text.split()[1:]]
    complement = t.PREPOSITION | t.ORGANISATION | t.PLACE | t.ROLE
    named = [role for role in stage.roles_with(source.head) if source.head in role.offices]
    if stage.is_a(source.head, t.ANY_OFFICIAL):
        named = [role for role in named if not _of_a_field(stage, role)]
    if any(word.article or word.tags & complement for word in words):  # مستشار للرئيس الأوكراني
        wanted = {base(key) for key in source.keys}
        named = [role for role in named if len(wanted) > 1 and wanted <= {base(key) for key in role.keys}]
    if len({role.name_keys[-1:] for role in named}) != 1 or named[0].start < source.start:
        return None
    whole = len(named[0].name_keys) > 1 and _may_be(stage, named[0], source)
    return named[0] if whole else None


def _of_a_field(stage: Stage, role: Mention) -> bool:
    """Whether a role tells for what somebody answers: مسؤول الإعلام فلان is not مسؤول أممي."""
    first, *others = (stage.lexicon.words[word] for word in role.role.split())
    return not first.article and bool(others) and others[0].article


def _words(stage: Stage, statement: Statement) -> set[str]:
    """The stems of the words that a statement says."""
    return {
        token.word.stem
        for token in stage.scenes.tokens[statement.sentence]
        if holds(statement, token.start)
        and token.word.kind == "word"
        and len(token.word.stem) >= _BEGINNING - 1
        and not token.word.tags & t.FUNCTION
    }


def _may_be(stage: Stage, named: Mention, source: Mention) -> bool:
    """Whether a source with a person's name may be who the headline means: of no other country, gender or
    rival body.
    """
    if not named.name or named.kind != "person" or not same_gender(named.gender, source.gender):
        return False
    if rivals(stage.lexicon, source.text, named.role):
        return False
    return not figures.differ(stage.lexicon, source.keys, named.keys)
