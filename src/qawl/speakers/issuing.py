"""Who issues the text in which a clause without الذي says something: بعد إصدار الوزارة بيانا تعلن فيه."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.model import Statement
from qawl.phrases import noun_phrase
from qawl.scene import COMMAS, Scene
from qawl.speakers.likeness import same_gender
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage
from qawl.speakers.subjects import Subjects
from qawl.speakers.subjectwords import SPEAKING

_MOST_WORDS = 12
"""Words of whoever issues a text."""
_TEXTS = t.DOCUMENT | t.SETTING | t.VERBAL_NOUN | t.MEDIA
"""Classes of what holds somebody's words: رسالة، تسجيل، اعترافات."""
_MOST_TO_TEXT = 4
"""Tokens from the text to the verb: بيانا صحفيا مطولا، أكدت."""


def issuing(stage: Stage, subjects: Subjects, statement: Statement) -> Mention | None:
    """The one behind the noun of issuing, or the subject of its verb where a relative clause stands between:
    إصدار الوزارة بيانا تعلن فيه كذا; نشرت الجمعية، التي نظمت الحملة، بيانا أكدت فيه كذا.
    """
    scene, cue = stage.scenes[statement.sentence], stage.cue_token(statement)
    tokens = scene.tokens
    if not statement.by.startswith("verb") or cue + 1 >= len(tokens):
        return None
    if not tokens[cue + 1].word.rules & t.RETURNING:
        return None
    if (owner := _owner(stage, scene, cue)) is not None:
        fits = owner.plural == (statement.number == "p") and same_gender(owner.gender, statement.gender)
        carrier = subjects.subject_of(statement.sentence, cue)
        carried = carrier is None or carrier.tags & (t.MEDIA | t.OUTLET) or owner.plural != carrier.plural
        return owner if fits and carried else None  # not بعث النادي رسالة للاتحاد أكد فيها
    text = _text_before(scene, cue)
    if not text or statement.number == "p":
        return None
    made = None
    if tokens[text - 1].word.text in COMMAS:
        relative = any(token.word.tags & t.RELATIVE for token in tokens[:text])
        made = subjects.subject_of(statement.sentence, cue) if relative else None
        made = None if stage.spoke_in(statement.sentence) else made
    for start in range(text - 1, max(text - _MOST_WORDS, 0), -1):
        word, act = tokens[start].word, tokens[start - 1].word
        issues = act.tags & t.VERBAL_NOUN and act.nominal and not (act.article or act.pronoun)
        if issues and word.tags & SPEAKING and word.nominal:
            phrase = noun_phrase(scene, start, text, frozenset({"NP"}))
            whole = phrase is not None and phrase.end == text
            made = stage.mention_of(scene, phrase) if phrase is not None and whole else None
            break
    return made if made is not None and same_gender(made.gender, statement.gender) else None


def _owner(stage: Stage, scene: Scene, cue: int) -> Mention | None:
    """Whose text it is by the ل right before the verb: نشرت الصحيفة رسالة لعدد من الأطباء طالبوا فيها."""
    for start in range(cue - 1, max(cue - _MOST_WORDS, 1), -1):
        word, text = scene.tokens[start].word, scene.tokens[start - 1].word
        if word.preposition == "ل" and text.tags & _TEXTS and not (text.article or text.pronoun):
            phrase = noun_phrase(scene, start, cue, frozenset(), attached=True)
            return stage.mention_of(scene, phrase) if phrase is not None and phrase.end == cue else None
    return None


def _text_before(scene: Scene, cue: int) -> int:
    """The token of the text told of right before a verb that says something in it, 0 where none is."""
    tokens = scene.tokens
    last = cue - 1 - (tokens[cue - 1].word.text in COMMAS)
    for at in range(last, max(last - _MOST_TO_TEXT, 1), -1):
        word = tokens[at].word
        if word.article or word.preposition or word.conjunction or not word.nominal:
            return 0
        if word.tags & t.DOCUMENT:
            return at
    return 0
