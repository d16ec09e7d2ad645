"""Outlets and documents that lead to what another says, and so carry it: ووفقا للإذاعة فإن الوزير أكد أن …"""

from __future__ import annotations

from msgspec import structs

from qawl.lexicon import tags as t
from qawl.scene import Scene
from qawl.statements.draft import Draft


def as_carriers(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The attributions, leading outlets turned into carriers of the one that they lead to."""
    carried: dict[int, Draft] = {}
    left_out: set[int] = set()
    for n, draft in enumerate(drafts):
        led_to = next((k for k, other in enumerate(drafts) if _leads_to(scene, draft, other)), None)
        if led_to is not None and draft.source is not None:
            carrier = (draft.source.start, draft.source.end, "carrier")
            carried[led_to] = structs.replace(drafts[led_to], via=(*drafts[led_to].via, carrier))
            left_out.add(n)
    return [carried.get(n, draft) for n, draft in enumerate(drafts) if n not in left_out]


def _leads_to(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether what an outlet or document tells begins with the other attribution: وبحسب الصحيفة فقد أكد
    الوزير …; وبحسب التقرير، قال الوزير …
    """
    if draft.rule != "attributive-leading" or draft.source is None or draft.source.named:
        return False
    if not draft.source.head & (t.MEDIA | t.OUTLET | t.DOCUMENT) or draft.source.head & t.ROLE:
        return False
    perfective = bool(scene.tokens[draft.start].word.tags & t.PERFECTIVE)
    own = other.rule.startswith(("verb", "subject")) and other.source is not None
    return own and other.begin in (draft.start, draft.start + perfective) and other.start > other.cue
