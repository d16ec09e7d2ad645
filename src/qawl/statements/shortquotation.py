"""A quotation too short to be taken for speech at once, where nothing else was said."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import definite, relational
from qawl.lexicon.word import Entry
from qawl.scene import DETACHED, Scene
from qawl.statements.circumstances import skip_all_circumstances
from qawl.statements.namesinmarks import sure_name
from qawl.statements.objects import in_another_clause, may_end
from qawl.statements.openings import Content, goes_on, is_content_quotation, says

_WITH_STOP = 3
"""Tokens from a mark to the closing one around one word and its stop."""
_SHORT_NAME = 6
"""Words in marks, with one of them, that may be a name."""
_SURELY_SPEECH = 9
"""Words in marks that are speech however far behind the verb."""
_NO_OWNERS = ("ا", "ه", "ها", "هم")
"""How words end that are owned, or tell how something was said: اسمه, ضاحكا."""


def _needs_another(scene: Scene, at: int) -> bool:
    """Whether what stands in marks after the word is its own: في «إعلان جدة», بموجب معاهدة «ستارت»; not an
    adjective (لقناة محلية «…»).
    """
    word, before = scene.tokens[at].word, scene.tokens[at - 1].word if at else None
    if word.kind == "number":
        return True
    if word.tags & t.TIME or says(word) or word.kind != "word":
        return False
    if before is not None and before.preposition and not before.article:
        return False
    owner = word.nominal and not (word.article or word.pronoun or word.key.endswith(_NO_OWNERS))
    return owner or bool(word.tags & t.PREPOSITION)


def _names(scene: Scene, at: int) -> bool:
    """Whether a quotation may be what somebody or something is called: لصحيفة «القدس العربي», الفنان «أبو
    حسن»; not behind a phrase that is complete (لقناة الجزيرة «لن نرحل»).
    """
    before, first = scene.tokens[at - 1].word, scene.tokens[at + 1].word
    if first.tags & (t.SURE_NAME | t.NAME_PARTICLE | t.TITLE) and scene.closing[at] - at <= _SHORT_NAME:
        return True
    if before.rules & (t.TITLING | t.NAMED) or before.kind != "word" or before.text in DETACHED:
        return True
    if scene.tokens[scene.closing[at] - 1].word.kind == "sign" and scene.closing[at] - at == _WITH_STOP:
        return True  # وكالة "يونهاب."
    adjective = relational(before) and not before.tags & t.PREPOSITION
    described = t.SETTING if adjective else t.MEDIA | t.ORGANISATION  # في مؤتمر صحفي، عبر منصة إكس
    owner = scene.tokens[at - 2].word if at > 1 else before
    if not (before.tags or before.article) and (owner.article and owner.tags & t.ROLE or not definite(owner)):
        unknown = owner.kind == "word" and not owner.tags & ~(t.NAMES | t.ROLE)
        if unknown and not owner.forms:
            return False  # قال السفير تورال غينوش «لن نرحل»
    return not (
        owner.tags & described and not owner.article or before.tags & t.LISTENER or may_end(scene, at - 1)
    )


def belongs(scene: Scene, at: int) -> bool:
    """Whether what stands in marks is a name, or belongs to the word before it."""
    if scene.closing[at] - at <= _SHORT_NAME:
        return _names(scene, at) or _needs_another(scene, at - 1)
    before = scene.tokens[at - 1].word
    return bool(before.tags & t.PREPOSITION or before.rules & (t.TITLING | t.NAMED))


def short_quotation(scene: Scene, start: int, end: int, entry: Entry) -> Content | None:
    """A quotation too short to be taken for speech at once, where nothing else follows the verb."""
    for at in range(start, min(end, len(scene.tokens))):
        if at not in scene.closing or scene.closing[at] - at <= 2:
            continue
        if scene.closing[at] - at <= _SHORT_NAME and sure_name(scene, at):
            continue
        if in_another_clause(scene, start, at, entry):
            return None
        surely = scene.closing[at] - at > _SURELY_SPEECH and is_content_quotation(scene, at)
        alone = skip_all_circumstances(
            scene, start, at + 1, entry.governed
        ) == at and scene.quotation_is_last(at)
        if surely or alone and not _names(scene, at):
            return Content(at, "quotation", "clause")
        if scene.closing[at] - at <= _SHORT_NAME and goes_on(scene, scene.closing[at] + 1):
            return None
        before = scene.tokens[at - 1].word
        spoken_to = before.preposition == "ل" or before.tags & t.LISTENER
        names = t.ORGANISATION | t.MEDIA | t.ROLE | t.OUTLET | t.NAME | t.SETTING
        if (
            before.rules & (t.TITLING | t.LOCALITY)  # بإقليم "وادي سوات"
            or before.tags & t.MEDIA
            or before.tags & names
            and not spoken_to
            or before.text in DETACHED
            or _needs_another(scene, at - 1)
        ):
            return None
        return Content(at, "quotation", "clause")
    return None
