"""The nouns of saying: قوله إن …، بالقول: …، تصريحات فلان بأن …"""

from __future__ import annotations

from msgspec import structs

from qawl.cues import Candidate
from qawl.lexicon import tags as t
from qawl.lexicon.shape import feminine_perfect, perfect, relational
from qawl.lexicon.word import NOTHING, Entry, Word
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import COMMAS, Scene
from qawl.statements import content
from qawl.statements.circumstances import skip_all_circumstances
from qawl.statements.draft import Draft, at_word
from qawl.statements.hastened import hastened
from qawl.statements.headlines import HEADLINE_NOUNS
from qawl.statements.in_words import in_these_words
from qawl.statements.nounuses import is_manner, is_owned, other_use
from qawl.statements.texts import is_own_speech
from qawl.statements.views import held

_FARTHEST_CARRIER = 20
"""Tokens between a verb that hands on (نقلت الوكالة) and the عن of its source."""
_FARTHEST = 12
"""Tokens between a noun and what is said, where no clause is."""
_LONGEST = 30
"""Tokens behind a noun in which its content is looked for."""
_STATES = frozenset(
    {"announce", "deny", "express", "promise", "welcome", "praise", "condemn", "confirm", "admit", "threaten"}
)
"""Senses of nouns with which who is named is who speaks, not whom it is said to."""
_TO_OTHERS = frozenset({"accuse", "demand", "criticise", "warn"})
"""Senses of nouns with which who is named speaks only where another is named behind: اتهام الوزير الشركة."""
_SPEAKERS = HEADLINE_NOUNS & ~t.DOCUMENT
"""Who may say what is told behind a noun without أن: إعلان الحكومة رفع الأجور."""
_OWNER_TAKES = frozenset({"ب", "على", "NP"})


def noun(scene: Scene, candidate: Candidate, subject: Phrase | None) -> tuple[Draft | None, str]:
    """قوله إن …، بالقول: …، تأكيده أن …، تصريحات فلان بأن …"""
    at, form, entry = candidate.at, candidate.form, candidate.form.entry
    end = scene.limit(at)
    owned, manner = is_owned(form), is_manner(form)
    if not (owned or manner) and (view := held(scene, candidate, end)) is not None:
        return view
    draft = hastened(scene, candidate, end) or in_these_words(scene, candidate, end)
    if draft is not None:
        return draft, ""
    if entry.evidence in ("light", "show") and not manner:
        return None, "the noun says nothing by itself"
    if entry.evidence == "quote" and not manner and not owned:
        return None, "the noun needs a quotation"
    saying = _is_saying(scene, candidate, subject, end)
    if form.prefix.endswith("ال") and not manner and not saying:
        return None, "the noun with ال needs a verb of its own"
    if not (owned or manner or saying):
        return _of_owner(scene, candidate, end)
    if form.prefix.endswith("ب") and not owned and (owner := _of_owner(scene, candidate, end))[0]:
        return owner  # استشهد بقول الوزير إن
    told = (owned or manner) and subject is None and entry.lemma != "قال"
    if told and _is_governed(scene, at) and not _opens_clause(scene, at, end, entry.sense):
        return None, "a noun after a preposition"
    if manner and any(token.word.rules & t.PERMITTED for token in scene.tokens[max(at - 2, 0) : at]):
        return None, "who may speak (غير مخول بالحديث)"
    if form.prefix.endswith("ل") and entry.sense == "think":
        return None, "a thought that nobody voices here (لاعتقاده أن)"
    if entry.lemma == "ذكر":
        return None, "impersonal (جدير بالذكر)"
    relayed = _relayed(scene, at) if owned or saying else None
    hands_on = relayed is not None and _hands_on(scene, relayed.start)
    between = scene.tokens[relayed.end : at] if relayed is not None else []
    if not hands_on and (manner or any(token.word.text not in COMMAS for token in between)):
        relayed = None  # امتنع عن التعليق، مكتفيا بالقول إن; عبر عن هذا الدور بقوله إن
    nominal = (manner or hands_on) and entry.lemma != "قال"
    found, why = content.find(scene, at + 1, at + 1, entry, min(end, at + _LONGEST), nominal)
    if found is None:
        return None, why
    somebody = subject is not None or at > 0 and is_own_speech(scene.tokens[at - 1].word)
    somebody = somebody or form.prefix.endswith("بال") and _somebody_acts(scene, at)
    why = other_use(scene, candidate, found, saying)
    why = why or _too_little(scene, candidate, somebody, found, hands_on)
    if why:
        return None, why
    return at_word("noun", at, entry, subject or relayed, found, True), ""


def _is_saying(scene: Scene, candidate: Candidate, subject: Phrase | None, end: int) -> bool:
    """القول إن …; حرص على التأكيد أن …"""
    tokens, at, entry = scene.tokens, candidate.at, candidate.form.entry
    if not candidate.form.prefix.endswith("ال") or at + 1 >= end:
        return False
    before = tokens[at - 1].word.key if at else ""
    if before in ("في", "الى") and entry.lemma == "قال" and tokens[at + 1].word.text == ":":
        return True  # ويستمر في القول: …، سارع إلى القول: …
    governed = before in ("على", "الى")
    if entry.lemma != "قال" and not (governed and entry.evidence == "strong"):
        return False
    told = subject is not None or before == "الى" or at > 0 and tokens[at - 1].word.verb is not None
    quoted = told and (at + 1 in scene.closing or tokens[at + 1].word.text == ":")  # وتابع القول: «…»
    return tokens[at + 1].word.tags & t.COMPLEMENTIZER > 0 or quoted


def _is_governed(scene: Scene, at: int) -> bool:
    """بعد تأكيده, في بيانه"""
    return at > 0 and scene.tokens[at - 1].word.tags & t.PREPOSITION > 0


def _opens_clause(scene: Scene, at: int, end: int, sense: str) -> bool:
    """مع إقراره بأن …, رغم إشارته إلى أن …, في رأيه أن …: a clause right behind the noun;
    not أضاف في وصفه أن.
    """
    before = scene.tokens[at - 1].word
    besides = before.tags & t.TIME or before.rules & t.CONCESSION or before.key == "مع"
    besides = besides or sense == "think" and before.key in ("في", "وفي")
    if at + 2 >= end or not besides:
        return False
    then, second = scene.tokens[at + 1].word, scene.tokens[at + 2].word
    return then.alef != "" or bool(then.tags & t.PREPOSITION and second.alef)


def _somebody_acts(scene: Scene, at: int) -> bool:
    """Whether the sentence, or its part behind a comma, begins with what somebody did by saying it: وختم
    الوزير بالدعوة إلى كذا, وفي أنقرة، اكتفى الوزير بالإعلان; not فازت الطالبة بعد مشاركتها بالإعلان.
    """
    if scene.tokens[at - 1].word.pronoun and scene.tokens[at - 1].word.tags & t.VERBAL_NOUN:
        return False
    starts = [k + 1 for k in range(at - 2) if scene.tokens[k].word.text in COMMAS]
    for start in {0, *starts[-1:]}:
        verb = scene.tokens[start].word
        own = start > 0 or verb.conjunction or feminine_perfect(verb)
        acts = perfect(verb) or (verb.tags & t.VERB or verb.verb is not None) and own
        if acts and at > start + 1 and not any(token.word.alef for token in scene.tokens[start + 1 : at]):
            who = noun_phrase(scene, start + 1, at, frozenset({"NP"}))
            if who is not None and (who.named or who.head & _SPEAKERS):
                return True
    return False


def _too_little(
    scene: Scene, candidate: Candidate, somebody: bool, found: content.Content, hands_on: bool
) -> str:
    """Why what was found is not enough for the noun to report; empty where it is."""
    at, prefix = candidate.at, candidate.form.prefix
    quoting = candidate.form.entry.evidence == "quote" and not is_manner(candidate.form)
    if quoting and (found.by != "colon" or found.start > at + 2):
        return "the noun needs a quotation"
    closing = prefix.endswith("ب") and at > 0 and is_own_speech(scene.tokens[at - 1].word)
    joined = found.by == "attached" and (closing or prefix.endswith("بال"))  # رد | ختم حديثه بالمطالبة بأدلة
    with_noun = found.by in ("object", "attached") and not joined or found.form == "nominal" and not somebody
    if with_noun and not (hands_on and found.start <= at + 2):
        return "a noun with a noun"
    if found.start > at + _FARTHEST and found.by != "clause" and not hands_on:
        return "the content is too far away"
    return ""


def _of_owner(scene: Scene, candidate: Candidate, end: int) -> tuple[Draft | None, str]:
    """تصريحات فلان بأن …، شكاوى السكان من أن …: who is named with the noun, and the clause behind."""
    tokens, at, entry = scene.tokens, candidate.at, candidate.form.entry
    owner = noun_phrase(scene, _past_voicing(scene, at + 1), end, entry.governed | _OWNER_TAKES)
    if owner is None:
        return None, "no speaker beside the noun"
    if owner.end == owner.start + 1 and not owner.named and _is_adjective(tokens[owner.start].word):
        return None, "an adjective of the noun (تصريح صحفي)"
    then = owner.end
    while then < end and (
        tokens[then].word.tags & t.TIME
        or tokens[then].word.kind == "number"
        and tokens[then - 1].word.tags & t.TIME
        or tokens[then].word.text in COMMAS
        and (owner.named or then + 1 < end and tokens[then + 1].word.alef == "a")
    ):
        then += 1
    then = _past_background(scene, then, end)
    if then < end and not tokens[then].word.tags & t.RELATIVE:
        then = skip_all_circumstances(
            scene, then, end, entry.governed
        )  # إعلان الرئيس، في مؤتمر صحفي مشترك، أن
    then = _past_name(scene, then, end)
    if then + 1 < end and tokens[then].word.key in entry.before_an:
        then += 1
    follows = tokens[then].word if then < end else None
    opened = follows is not None and follows.alef and not follows.conjunction  # حسب توقعاته، فإن
    governor = tokens[then - 1].word
    opened = opened and (not governor.tags & t.BEFORE_AN or governor.key in entry.before_an)  # المتوقع أن
    if follows is None or not opened or not entry.clause or entry.sense == "think":
        return _noun_of_owner(scene, candidate, owner, end)
    if not owner.head & HEADLINE_NOUNS and not tokens[owner.start].word.rules & t.LATEST:
        return None, "what follows the noun is no speaker"
    start = then if follows.pronoun else then + 1
    return _by_owner(at, entry, owner, content.Content(start, "clause", "clause")), ""


def _is_adjective(word: Word) -> bool:
    """Whether a word that may be somebody tells what kind of noun stands before it: تصريح صحفي."""
    return relational(word) and not (word.article or word.pronoun)


def _by_owner(at: int, entry: Entry, owner: Phrase, found: content.Content) -> Draft:
    """The attribution of a noun to the one it belongs to: إعلان الحكومة أنها، إعلان الحكومة رفع الأجور."""
    rule = "noun-source-clause" if found.by == "clause" else "noun-source-object"
    return structs.replace(at_word("noun-source", at, entry, owner, found, False), rule=rule)


def _noun_of_owner(scene: Scene, candidate: Candidate, owner: Phrase, end: int) -> tuple[Draft | None, str]:
    """بعد إعلان الحكومة رفع الأجور، رغم نفي الوزير صحة الخبر، إعراب الصين عن قلقها، اتهام الوزير الشركة
    بالتقصير: the noun phrase behind who speaks.
    """
    at, entry = candidate.at, candidate.form.entry
    speaks = owner.head & _SPEAKERS and not scene.tokens[owner.start].word.rules & t.DEITY
    told = entry.evidence == "strong" and (entry.sense in _STATES or entry.sense in _TO_OTHERS)
    if not (told and speaks and _was_said(scene, at)):
        return None, "no clause after the noun"
    found, why = content.find(scene, owner.end, owner.end, entry, min(end, at + _LONGEST), True)
    if found is None or found.form != "nominal" or found.by == "quotation":
        return None, why
    begin = content.skip_circumstances(scene, owner.end, end)
    others = scene.tokens[min(begin, found.start)].word
    of_others = entry.sense in _TO_OTHERS and (
        begin < found.start and others.nominal or others.preposition == "ل" and "ل" in entry.prepositions
    )
    if entry.sense not in _STATES and not of_others:
        return None, "who is named may be whom it is said to (اتهام الوزير بالفساد)"
    first = scene.tokens[found.start].word
    if first.tags & (t.PREPOSITION | t.NUMBER_WORD) or first.rules & t.COUNTING:
        return None, "what follows tells more of what is named (إعلان الحداد ثلاثة أيام)"
    start = begin if entry.objects else found.start
    return _by_owner(at, entry, owner, structs.replace(found, start=start)), ""


def _was_said(scene: Scene, at: int) -> bool:
    """Whether the noun tells of what was said, neither asked for nor the subject of a clause behind it: بعد
    إعلان الحكومة, جاء إعلان الحكومة; not ضرورة إعلان, إن إعلان الشركة … خطأ, أوضح إعلان الرياض.
    """
    k = at - 1
    while k > 0 and k in scene.closing:
        k -= 1
    before = scene.tokens[k].word if k >= 0 else NOTHING
    if before.kind != "word" and before.text not in COMMAS or before.tags & (t.COMPLEMENTIZER | t.NEGATION):
        return False
    of_act = before.tags & (t.VERBAL_NOUN | t.BEFORE_AN) and not before.tags & t.PREPOSITION
    told = before.verb is not None and not before.rules & t.CAME
    return not (of_act and not (before.article or before.pronoun) or told)


def _past_background(scene: Scene, at: int, end: int) -> int:
    """Past what tells who the owner is, between commas: إعلان مصدر عسكري، وهو ضابط في الجيش، أن."""
    if at + 2 >= end or scene.tokens[at].word.text not in COMMAS:
        return at
    if not scene.tokens[at + 1].word.rules & t.BACKGROUND:
        return at
    near = range(at + 2, min(at + _FARTHEST, end))
    return next((k + 1 for k in near if scene.tokens[k].word.text in COMMAS), at)


def _past_name(scene: Scene, at: int, end: int) -> int:
    """Past a name that ends what tells where, right before the clause: في لقاء مع الوزير، فلان، أن."""
    close = at
    while close < end and scene.tokens[close].word.nominal and not scene.tokens[close].word.article:
        close += 1
    named = at < close < end - 1 and scene.tokens[close].word.text in COMMAS
    return close + 1 if named and scene.tokens[close + 1].word.alef == "a" else at


def _past_voicing(scene: Scene, at: int) -> int:
    """Past a verb between the noun and who voiced it: تحذيرات أطلقتها الحكومة، تصريحات أدلى بها الوزير."""
    words = [token.word for token in scene.tokens[at : at + 2]]
    if not words or words[0].verb is None:
        return at
    if words[0].verb.pronoun:
        return at + 1
    return at + 2 if len(words) > 1 and words[1].rules & t.RETURNING else at


def _relayed(scene: Scene, at: int) -> Phrase | None:
    """نقلت الوكالة عن فلان قوله: the noun phrase between عن and the noun of saying."""
    tokens = scene.tokens
    for k in range(at - 1, max(at - 25, -1), -1):
        if tokens[k].word.key in ("عن", "وعن") and not tokens[k + 1].word.rules & t.IDENTITY:
            alone = k + 2 == at and tokens[k + 1].word.kind == "word" and not tokens[k + 1].word.tags
            only = Phrase(k + 1, at, 0, True, k + 1, at) if alone else None  # عن بوشيلين قوله
            return noun_phrase(scene, k + 1, at, frozenset()) or only
        if tokens[k].word.text in (".", ":", "؛"):
            return None
    return None


def _hands_on(scene: Scene, at: int) -> bool:
    """Whether a verb before the phrase at `at` hands on what was said: نقلت الوكالة عن فلان نفيه الخبر."""
    return any(
        "source+عن" in form.entry.takes
        for k in range(max(at - _FARTHEST_CARRIER, 0), at)
        for form in scene.tokens[k].word.forms
    )
