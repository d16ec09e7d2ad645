"""Before which token a content ends at the latest: other attributions, the clause around its own."""

from __future__ import annotations

from qawl.cues.verbs import ON_HIM
from qawl.lexicon import tags as t
from qawl.lexicon.shape import relational
from qawl.lexicon.word import Word
from qawl.phrases import acts_by_name
from qawl.scene import COMMAS, Scene
from qawl.statements.agreement import agreement
from qawl.statements.draft import Draft
from qawl.statements.headlinenews import another_talks, news_told, present, second_news
from qawl.statements.outcomes import outcome
from qawl.statements.relatives import relative_apart
from qawl.statements.speech import in_first_person
from qawl.statements.within import opening_alef, told_within

_NEAR = 3
"""Tokens between another cue and its clause where it surely reports."""
_LONGEST_SUBJECT = 6
_LONGEST_SETTING = 12
"""Tokens of what tells when and where before the verb of a sentence."""
_LONGEST_ANSWER = 10
"""Tokens between a comma and the participle of the clause behind it."""


def limit_of(scene: Scene, draft: Draft, drafts: list[Draft]) -> int:
    """The token before which the content ends at the latest: the end of the quotation that the cue stands in,
    the next attribution of the same speaker, the content of the verb whose subject this clause belongs to.
    """
    parting = [other for other in drafts if _may_part(other)]  # asked for every clause around the draft
    limit = outcome(scene, draft, min(scene.limit(draft.cue), _next_attribution(scene, draft, parting)))
    for other in drafts:
        if other.cue < draft.cue and draft.start < other.start and other.by in ("clause", "colon"):
            stop = _before_content(scene, other)
            owned = other.source is not None and other.source.end == draft.cue - 1  # قال فلان الذي يصر على
            manner = draft.rule.startswith("participle") and _unbroken(scene, draft.start, stop)
            closed = owned or manner or scene.tokens[stop].word.kind == "sign"
            if closed and not draft.rule.startswith("attributive"):
                limit = min(limit, stop)
        if (
            draft.rule == "attributive-leading"
            and other.rule == "attributive-inside"
            and draft.start < other.start
        ):
            limit = min(limit, other.start)
        if draft.rule.startswith("relative") and other.begin < draft.cue < draft.start < other.cue:
            limit = min(limit, other.cue)  # البيان الذي نفى التهمة أعرب عن …
        if draft.start < other.cue and other.rule == "attributive-leading" and _goes_apart(scene, other.cue):
            limit = min(limit, other.cue)  # …، ووفقا للوزارة فإن …
        relative = relative_apart(scene, draft, other) if draft.start < other.cue else -1
        if relative >= 0 and not bare_subject(scene, draft, relative):
            limit = min(limit, relative)
        if draft.start < other.cue:
            limit = min(limit, _despite(scene, draft, other, limit))
        if draft.entry.sense == "ask" and draft.start < other.cue and _answers(scene, other):
            limit = min(limit, other.cue - 1)  # سألت القاضية المتهم عن كذا، فأجاب
        if draft.start < other.cue and (other.rule.startswith("participle") or _said_in(scene, other)):
            limit = min(limit, _answer(scene, draft.start, other, limit))
        if other.rule == "headline-colon" and draft.start < other.cue:
            limit = min(limit, _before_colon(draft, other))
        if _encloses(other, draft):
            limit = min(limit, _next_clause(scene, draft.start, limit))
        if other.by == draft.by == "clause" and other.start <= draft.begin:
            limit = min(limit, _clause_of_outer(scene, other.start, draft.start, limit))
        if _told_besides(scene, draft, other):
            limit = min(limit, other.cue - (scene.tokens[other.cue - 1].word.text in COMMAS))
        if other.by == "clause" and other.start <= draft.begin:
            outer = _next_attribution(scene, other, parting)  # إن الوزارة وصفت ذلك بالإهانة، | ورحبوا بالبيان
            limit = min(limit, outer) if outer > draft.start else limit
    if scene.kind != "body" and draft.form == "nominal":
        limit = min(limit, second_news(scene, draft.start, limit))
    if draft.rule == "headline-colon":
        limit = min(limit, another_talks(scene, draft.start, limit))
    if scene.kind != "body" and draft.cue == 0 and draft.source is None:
        limit = min(limit, news_told(scene, draft.start, limit))
    return limit


def _told_besides(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether another noun of saying with و goes on beside the draft's, with who says it right behind: تأكيد
    الشركة تأجيل المشروع، | وتهديد النقابات بالإضراب.
    """
    nouns = draft.rule.startswith("noun") and other.rule.startswith("noun") and draft.start < other.cue
    owned = nouns and other.source is not None and other.source.start == other.cue + 1
    return owned and scene.tokens[other.cue].word.conjunction == "و"


def _unbroken(scene: Scene, start: int, stop: int) -> bool:
    """Whether no sign stands between what a participle takes and إن: قال فلان منتقدا القرار إن …"""
    return all(token.word.kind != "sign" for token in scene.tokens[start:stop])


def _goes_apart(scene: Scene, cue: int) -> bool:
    """Whether an expression with و leads a new clause behind a comma, and does not stand between أنه and what
    it opens: …، ووفقا للوزارة فإن; not أنه، ووفقا للوزارة، سيعود.
    """
    opened = scene.tokens[max(cue - 2, 0)].word.tags & t.COMPLEMENTIZER
    joined = scene.tokens[cue].word.conjunction == "و" and scene.tokens[cue - 1].word.text in COMMAS
    return joined and not opened


def _answers(scene: Scene, other: Draft) -> bool:
    """Whether the verb of another attribution stands with ف behind a comma."""
    before = scene.tokens[other.cue - 1].word.text in COMMAS
    return before and other.entry.sense in ("answer", "say") and scene.tokens[other.cue].word.key[0] == "ف"


def _said_in(scene: Scene, other: Draft) -> bool:
    """Whether a verb points back to what it was said in: …، فرد عليه الوزير ببيان قال فيه إن."""
    following = scene.tokens[other.cue + 1].word if other.cue + 1 < len(scene.tokens) else None
    return following is not None and bool(following.rules & t.SAID_IN)


def _answer(scene: Scene, start: int, other: Draft, limit: int) -> int:
    """The comma before ف or ل, or و and somebody by his name, and the verb to which a participle of saying
    belongs: …، فرد عليه الوزير قائلا; …، ليقاطعه فلان، رئيس اللجنة، قائلا; …، وتداخل الدكتور فلان مطالبا.
    """
    source = other.source
    for at in range(other.cue - 2, max(other.cue - _LONGEST_ANSWER, start), -1):
        if scene.tokens[at].word.text not in COMMAS or source is not None and source.start < at <= source.end:
            continue
        word = scene.tokens[at + 1].word
        said = any("ف" in form.prefix for form in word.forms) or word.key[0] == "ف" and word.pronoun
        named = source is not None and source.start == at + 2 and word.key[0] in "فل" and not word.article
        said = said or scene.tokens[at + 2].word.key in ON_HIM and word.key[0] == "ف"
        return at if said or named or acts_by_name(scene, at + 1, other.cue) is not None else limit
    return limit


def _despite(scene: Scene, draft: Draft, other: Draft, limit: int) -> int:
    """The token before رغم and a noun of saying: … رغم تأكيد الوزارة أن."""
    if not other.rule.startswith("noun"):
        return limit
    if scene.inside[other.cue] != scene.inside[draft.cue]:
        return limit
    at = other.cue - 1
    at -= at > 0 and scene.tokens[at].word.key == "من"
    at -= at > 0 and scene.tokens[at].word.key == "الرغم"
    despite = scene.tokens[at : other.cue]
    first = any(token.word.rules & t.CONCESSION for token in despite)
    return at if first and at > draft.start else limit


def _may_part(other: Draft) -> bool:
    """Whether an attribution may be the next one of some speaker, by what it is alone."""
    return other.sibling or other.rule.startswith("verb-subject") or other.entry.sense == "answer"


def _next_attribution(scene: Scene, draft: Draft, parting: list[Draft]) -> int:
    """Where the next attribution of the same speaker begins, of those that may be one; the number of tokens
    where there is none. What stands behind ما is not one: رفض | ما ورد في البيان من أنه تأخر.
    """
    what = any(token.word.tags & t.RELATIVE_FREE for token in scene.tokens[draft.start : draft.start + 1])
    for other in parting:
        if (
            other is not draft
            and other.begin > draft.start + (draft.by == "clause")
            and (other.sibling or _splices(scene, draft, other))
            and not (what and other.begin == draft.start + 1)
            and not _inside_clause(scene, other)
            and scene.inside[other.begin] == scene.inside[draft.cue]
            and _may_be_speakers(scene, draft, other)
            and (_goes_on_apart(scene, other) or not bare_subject(scene, draft, other.begin))
        ):
            return other.begin if other.sibling else _past_setting(scene, draft, other.begin)
    return len(scene.tokens)


def _goes_on_apart(scene: Scene, other: Draft) -> bool:
    """Whether what parts no clause goes on: a participle with a quotation (إن موسكو شريك، مضيفا: "…"), a verb
    with و behind a comma with a clause (إن القرار صائب، وأكدت أن).
    """
    if other.rule.startswith("participle"):
        return other.by in ("quotation", "colon")
    paused = other.begin == other.cue > 0 and scene.tokens[other.cue - 1].word.text in COMMAS
    joined = paused and scene.tokens[other.cue].word.conjunction == "و"
    return joined and other.rule.startswith("verb") and other.by in ("clause", "quotation", "colon")


def _splices(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether a verb of saying, with its subject behind it, begins a sentence of its own after a comma: …،
    قالت فلانة إن; not where what was said waits for it: أنه بعد الجلسة، قال المدير إن.
    """
    if draft.entry.sense == "ask" and other.entry.sense == "answer":
        return True  # سألته عما إذا كان يخشى ذلك، أجاب: "…"
    speaks = other.entry.sense in ("say", "add", "continue")  # …، يضيف فلان: "…"
    if not other.rule.startswith("verb-subject") or not (speaks or other.entry.evidence == "strong"):
        return False
    verb = scene.tokens[other.cue].word.verb
    opened = other.begin == other.cue or scene.tokens[other.begin].word.key == "وقد"  # …، وقد اتهمت الوزارة
    paused = opened and other.begin > 0 and scene.tokens[other.begin - 1].word.text in COMMAS
    told = verb is not None and not verb.pronoun and (speaks or verb.tense == "p")
    told = told and not scene.tokens[other.cue + 1].word.rules & t.RETURNING  # حوار، دعا إليه الرئيس
    return paused and told and not waits(scene, draft, other.cue - 1)


def _past_setting(scene: Scene, draft: Draft, at: int) -> int:
    """The token before the phrases of time and place between commas that open a sentence: …، وفي القاهرة،
    الجمعة، أعلن المتحدث; …، كذلك، قالت.
    """
    begin = at
    for k in range(at - 2, max(draft.start, at - _LONGEST_SETTING), -1):
        if scene.tokens[k].word.text not in COMMAS:
            continue
        first = scene.tokens[k + 1].word
        if first.key[0] == "و" and first.tags & (t.PREPOSITION | t.TIME):
            return k
        if not all(token.word.tags & t.TIME for token in scene.tokens[k + 1 : begin - 1]):
            return begin
        begin = k + 1
    return begin


def waits(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether what was said so far is but a time or condition, for which its own clause is still to come: أنه
    بعد الحرب، …
    """
    first = draft.start + bool(scene.tokens[draft.start].word.tags & t.COMPLEMENTIZER)
    fronted = scene.tokens[first].word.tags & (t.PREPOSITION | t.TIME | t.CONDITION | t.SUBORDINATOR)
    return bool(fronted) and all(token.word.text not in COMMAS for token in scene.tokens[draft.start : at])


def _inside_clause(scene: Scene, other: Draft) -> bool:
    """Whether an attributive phrase with no comma stands in a clause that goes on with a preposition: يحصر
    الخلاف حسب الحركة في أربع نقاط.
    """
    if other.rule != "attributive-trailing" or other.source is None:
        return False
    after = other.source.end
    if after + 1 >= len(scene.tokens) or scene.tokens[other.begin - 1].word.kind == "sign":
        return False
    word, following = scene.tokens[after].word, scene.tokens[after + 1].word
    governs = word.tags & t.PREPOSITION and not word.conjunction
    return bool(governs) and not following.tags & (t.SETTING | t.TIME | t.PLACE)


def bare_subject(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether what was said would be but a definite noun, which waits for what is told of it: قالت إن ريس،
    وموظفا آخر، اعترفا بدورهما; إن تقرير اللجنة، الذي خلص إلى كذا، مزور.
    """
    if draft.by != "clause" or at - draft.start > _LONGEST_SUBJECT:
        return False
    named = t.NAMES | t.PLACE | t.TITLE | t.ROLE | t.ORGANISATION | t.KNOWN_ORGANISATION
    other = t.COMPLEMENTIZER | t.PREPOSITION | t.VERB | t.NEGATION | t.PRONOUN | t.CONNECTIVE
    words = [token.word for token in scene.tokens[draft.start : at] if token.word.text not in COMMAS]
    if not words or not (_behind_inna(words[-1]) or words[-1].tags & (t.NAMES | t.PLACE)):
        return False
    first = words[0]
    owned = len(words) > 1 and first.plain and words[1].article and not (first.tags & other or first.verbal)
    owned = owned and all(relational(word) for word in words[2:])  # تقرير البنك الدولي; not سبب الأزمة الجفاف
    return all(
        (_behind_inna(w) or w.tags & named) and not w.tags & other and not w.verbal
        for w in words[bool(owned) :]
    )


def _behind_inna(word: Word) -> bool:
    """Whether a word is the subject of إن and can be nothing told of it: الوزير, or the accusative متسللا."""
    return word.article or word.plain and word.key.endswith("ا")


def _may_be_speakers(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether a cue without a subject of its own may be the speaker's: not a verb after و, nor a participle
    right after its noun, that does not agree. مضيفا أن التصريحات لا تنفع وتشير إلى …: تشير was said.
    """
    if _own_speech(scene, draft) and other.rule.startswith(("verb", "subject")):
        return other.by in ("quotation", "colon") or _told_again(scene, draft, other)
    apart = scene.tokens[other.begin - 1].word.kind == "sign"
    if not apart and other.source is None and _belongs(scene, draft, other):
        return False
    if told_within(scene, draft, other):
        return False
    if (
        other.source is not None
        or other.begin < other.cue
        or other.by in ("quotation", "colon")
        or other.entry.sense in ("add", "continue")
        or other.begin - 1 - apart in scene.opening
        or other.rule.startswith("participle")
        and (apart or other.by == "clause" and other.start <= other.cue + _NEAR)
    ):
        return True
    mine, _ = agreement(scene, draft)
    its, _ = agreement(scene, other)
    return not mine or not its or mine == its


def _belongs(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether a cue with no comma before it goes on with what is said: a feminine adjective (أنها تدرس خطة
    مقترحة من روما), an imperfect with و after a cue in the perfect (قال إن الشعب يقدر ذلك ويبدي إعجابه).
    """
    word, said = scene.tokens[other.cue].word, scene.tokens[draft.cue].word
    if word.stem == "مفاد":
        return True  # إن القرار رسالة واضحة مفادها أن
    if other.rule.startswith("participle"):
        its, _ = agreement(scene, other)
        before = scene.tokens[other.begin - 1].word
        closed = before.article or before.pronoun or before.tags & (t.VERB | t.PLACE | t.TIME)
        closed = closed or before.verb is not None or before.stem.endswith("ي")
        attribute = its == "f" and not closed
        act = other.by == "object" and scene.tokens[other.start].word.tags & t.VERBAL_NOUN  # مؤكدة ضرورة …
        return attribute and not act and other.by not in ("clause", "quotation", "colon")
    if other.by == "colon" or draft.form == "nominal" and other.by == "clause":
        return False  # نفت إيران سعيها إلى ذلك وتقول إن
    tenses = [form.tense for form in word.forms if form.entry is other.entry]
    perfect = any(form.tense == "p" for form in said.forms if form.entry is draft.entry)
    return bool(tenses) and set(tenses) == {"i"} and perfect and other.rule.startswith("verb")


def _own_speech(scene: Scene, draft: Draft) -> bool:
    """Whether the content is the speaker's words after a colon, in which verbs of saying are the speaker's:
    وأضاف: بلغنا الشرطة وأفادونا بأن …
    """
    if draft.by != "colon" or draft.rule == "headline-colon" or draft.start in scene.closing:
        return False
    opening = scene.tokens[draft.start - 1 : draft.start + 1]
    return not any(token.word.tags & t.COMPLEMENTIZER for token in opening)


def _told_again(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether he who spoke of himself is told of again: وقال: أنا سعيد هنا، واعترف بأنه سيحتاج إلى وقت; not
    وقال: سألت المدير، وأكد أنه سيأتي.
    """
    verb = scene.tokens[other.cue].word.verb
    elided = other.source is None and other.by == "clause" and verb is not None and verb.prefix == "و"
    first = scene.tokens[draft.start].word
    return elided and bool(first.tags & t.PRONOUN) and in_first_person(first)


def _before_content(scene: Scene, outer: Draft) -> int:
    """Where the clause ends that stands between a verb and its content: قال الوزير، الذي نفى التهمة، إن …"""
    end = outer.start
    while scene.tokens[end - 1].word.kind == "sign" or scene.tokens[end - 1].word.tags & t.COMPLEMENTIZER:
        end -= 1
    return end


def _encloses(outer: Draft, inner: Draft) -> bool:
    """Whether a noun that was said, or what something was called, stands in a clause that was said: قال إن
    الوزير طلب توضيحات …; قال إن الوزير وصف القرار بأنه …
    """
    called = inner.entry.sense == "describe"
    return outer.by == "clause" and outer.start <= inner.begin and (inner.form == "nominal" or called)


def _next_clause(scene: Scene, start: int, limit: int) -> int:
    """The token before وأن, which goes on with the clause around a noun: …، وأن الرئيس سيرد; with no comma
    where nothing in the noun could go on with it: رفضت الوساطة وأنها سترد.
    """
    opened = False
    for at in range(start, limit - 1):
        before, word = scene.tokens[at].word, scene.tokens[at + 1].word
        opened = opened or before.tags & t.COMPLEMENTIZER > 0
        if word.conjunction == "و" and word.tags & t.COMPLEMENTIZER:
            if before.text in COMMAS:
                return at
            aim = not word.pronoun and at + 2 < limit and present(scene.tokens[at + 2].word)
            if not (opened or aim or before.tags & t.CONNECTIVE):
                return at + 1  # not نصحه بالراحة وأن يبقى, nor لا سيما وأن
    return limit


def _clause_of_outer(scene: Scene, outer: int, inner: int, limit: int) -> int:
    """The token before وإن, which goes on with the statement around where the inner one is opened by أن: قال
    إن المدير أكد أن العمل انتهى، | وإن الوفد غادر; not وإن كان.
    """
    if (opening_alef(scene, outer), opening_alef(scene, inner)) != ("i", "a"):
        return limit
    for at in range(inner, limit - 1):
        word, following = scene.tokens[at].word, scene.tokens[at + 1].word
        if word.alef != "i" or scene.inside[at] != scene.inside[inner]:
            continue
        if word.conjunction != "و":
            return limit  # another who says it with إن stands between
        if word.pronoun or following.nominal:
            return at - (scene.tokens[at - 1].word.text in COMMAS)
    return limit


def _before_colon(draft: Draft, other: Draft) -> int:
    """The colon of a headline that ends the content, or who speaks before it: … والوزير: لن نستسلم."""
    source = other.source
    return source.start if source is not None and source.start > draft.start else other.cue
