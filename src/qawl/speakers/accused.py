"""المتهم -> the one of whom the article told that he is tried or charged."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.speakers.likeness import without_feminine
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage

_ACCUSED = "متهم"


def accused(stage: Stage, source: Mention) -> Mention | None:
    """The only person named in full in the sentences before that tell of a charge or trial: مثل فلان أمام
    المحكمة بتهمة الرشوة. ونفى المتهم; None where they name several.
    """
    alike = {_ACCUSED} | stage.lexicon.synonyms.get(_ACCUSED, frozenset())
    if not source.points_back or not source.definite or without_feminine(source.head) not in alike:
        return None
    found: dict[str, Mention] = {}
    for number in range(stage.scenes.at(source.start)):
        if any(token.word.rules & t.CHARGE for token in stage.scenes.tokens[number]):
            people = (person for person in stage.people_in(number) if len(person.name_keys) > 1)
            found.update((person.name_keys[-1], person) for person in people)
    return found.popitem()[1] if len(found) == 1 else None
