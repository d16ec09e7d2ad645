"""Quotations whose closing mark stands too late: "الجسر آمن، مؤكدا أنه فحص" holds words of the writer."""

from __future__ import annotations

from qawl.scene import COMMAS, Scene
from qawl.statements.agreement import agreement
from qawl.statements.draft import Draft

_GOING_ON = frozenset(
    {"add", "continue", "confirm", "stress", "point_out", "explain", "mention", "predict", "think"}
)
"""Senses of the participles with which a writer goes on: مضيفا، مؤكدا; not واعدا, told of another too."""


def writer_goes_on(scene: Scene, draft: Draft, drafts: list[Draft], opening: int) -> int:
    """The comma inside the marks before which the quotation ends, for the writer brings in what the speaker
    said next; -1 where nothing shows it: not "اتصل بي مدير الشركة وأعلن استقالته، مؤكدا أنه لن يعود".
    """
    closing = scene.closing[opening]
    for other in drafts:
        comma = other.cue - 1
        if not opening < comma < closing or scene.inside[other.cue] != opening:
            continue
        if not other.rule.startswith("participle") or scene.tokens[comma].word.text not in COMMAS:
            continue
        said = scene.tokens[other.cue].word.participle
        if (
            said is None
            or said.number != "s"
            or other.source is not None
            or other.entry.sense not in _GOING_ON
        ):
            continue
        if agreement(scene, draft)[0] not in ("", said.gender):
            continue
        near = range(opening + 1, comma)
        if not any(scene.tokens[k].word.verb is not None or k in scene.closing for k in near):
            return comma
    return -1
