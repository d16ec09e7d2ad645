"""Where a content ends."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, accusative, imperfect
from qawl.lexicon.word import Word
from qawl.scene import COMMAS, DASHES, Scene
from qawl.statements.acts import joined_act
from qawl.statements.additions import adds
from qawl.statements.asides import parenthesis_end, predicate
from qawl.statements.commas import leaves
from qawl.statements.draft import Draft, is_noun
from qawl.statements.limits import bare_subject, limit_of, waits
from qawl.statements.misclosed import writer_goes_on
from qawl.statements.openings import STOPS
from qawl.statements.quoted import quotation_is_all
from qawl.statements.relatives import main_verb, told_in_it, verb_of_its_own

_NEAR = 3
"""Tokens before a cue among which its الذي stands; marks no further apart hold no second piece of speech."""
_BEGUN = 6
"""Tokens of a sentence that has but begun: غادر وزير الخارجية الفرنسي، …"""
_LEAST_TIME = 2
"""Tokens of في وقت."""
_LONGEST_NAME = 7
"""Tokens of a name with its marks."""
_IMPERFECT = "يتن"
"""What an imperfect begins with."""
_FULL_STOPS = (".", "..", "!", "؟", "?")
"""Signs behind which another sentence begins in a quotation."""


def end(scene: Scene, draft: Draft, drafts: list[Draft]) -> int:
    """The token at which the content ends."""
    start = draft.start
    limit = limit_of(scene, draft, drafts)
    if (
        start in scene.closing
        and quotation_is_all(scene, draft)
        and not _in_pieces(scene, draft, drafts, limit)
    ):
        goes_on = writer_goes_on(scene, draft, drafts, start)
        return min(goes_on if goes_on >= 0 else scene.closing[start] + 1, limit)
    at, noun = min(scene.closing.get(start, start), limit), is_noun(draft)
    while at < limit:
        if at in scene.closing:
            if (goes_on := writer_goes_on(scene, draft, drafts, at)) >= 0:
                return min(goes_on, limit)
            opening, at = at, min(scene.closing[at] + 1, limit)
            if at < limit and _clause_closed(scene, draft, opening, at):
                return at
            continue
        another = noun and at > start
        word = scene.tokens[at].word
        if another and (
            joined_act(scene, draft, at)
            or main_verb(scene, draft, at)
            or told_in_it(scene, at)
            or _waited_for(scene, draft, at)
        ):
            return at
        if another and word.rules & t.WISHING:
            return at  # رحب بالضيوف | سائلا الله
        if word.stops and word.text in (*COMMAS, "؛") and at + 1 < limit:
            close = parenthesis_end(scene, draft, at, limit)
            if close > at:
                at = close
                continue
        if word.stops and _ends_at(scene, draft, at, limit, drafts):
            return at
        at += 1
    return limit


def _in_pieces(scene: Scene, draft: Draft, drafts: list[Draft], limit: int) -> bool:
    """Whether another quotation stands behind a comma after the first, no other attribution between them:
    قال إن "العمل كثير"، وهذا يعني أن الفريق "سيبقى شهرا".
    """
    after = scene.closing[draft.start] + 1
    if after >= limit or scene.tokens[after].word.text not in COMMAS:
        return False
    another = next((k for k in range(after + 1, limit) if k in scene.closing), -1)
    if another < 0 or scene.closing[another] - another <= _NEAR:
        return False
    between = [token.word.verb for token in scene.tokens[after:another]]
    told = any(verb is not None and "quote" in verb.entry.takes for verb in between)
    return not told and not any(after <= other.cue <= another for other in drafts)


def _ends_at(scene: Scene, draft: Draft, at: int, limit: int, drafts: list[Draft]) -> bool:
    """Whether the content ends before a token before which it may end."""
    tokens, start = scene.tokens, draft.start
    word = tokens[at].word
    if at + 1 < limit:
        if word.text in COMMAS and at + 1 in scene.closing and _told_by_outer(scene, draft, drafts):
            return True
        if word.text in (*COMMAS, "؛") and leaves(scene, draft, at + 1, limit):
            return not bare_subject(scene, draft, at)
        around = word.text in COMMAS and _clause_around(scene, draft, tokens[at + 1].word)
        if around and not waits(scene, draft, at):
            return True
    if word.text == "؟" and draft.entry.sense == "ask" and start not in scene.closing and at + 1 < limit:
        return True
    if word.text in _FULL_STOPS and _stops_in_quotation(scene, draft, at, limit):
        return True
    if word.text == ".." and _next_news(scene, draft, at, limit):
        return True
    if word.conjunction == "ف" and word.tags & t.COMPLEMENTIZER and _conceded(scene, draft):
        return at > start
    if word.text == "(" and _bracketed_source(scene, at, limit):
        return True
    if word.text == ")" and not any(tokens[k].word.text == "(" for k in range(start, at)):
        return True
    around = draft.rule == "attributive-inside"
    if word.text in DASHES and not around and tokens[_opening_sign(scene, draft)].word.text == word.text:
        return True
    return at > start and adds(scene, draft, at, limit, drafts)


def _told_by_outer(scene: Scene, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a noun that was said, or what a relative clause reports, stands in a clause that was said,
    which goes on in marks behind a comma: أكد أن السكان حذروا من تشققات، | "لكن أحدا لم يسمع"; إن الوزير،
    الذي أكد أن الضرائب ستنخفض، | "لم يفعل شيئا".
    """
    inside = is_noun(draft) and not draft.sibling or _between_commas(scene, draft)
    outer = (other for other in drafts if other.by == "clause" and other.cue < draft.cue)
    return inside and any(other.start <= draft.begin for other in outer)


def _waited_for(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether the verb comes, with no comma before it, for which a clause at the head of the sentence waits:
    منذ إعلان الوزارة عن فتح التسجيل | توافد الطلاب; لما طالبوا بالتعويض | رفضت البلدية.
    """
    return verb_of_its_own(scene, draft, at) and _fronted(scene, draft)


def _clause_closed(scene: Scene, draft: Draft, opening: int, at: int) -> bool:
    """Whether behind the marks that end a relative attribution the clause around it goes on: الجدد الذين
    يقولون إنهم "وجدوا السلام هنا" لا يعرفون اللغة; not الذي قال إن حركة "السلام الآن" لا تقبل.
    """
    word = scene.tokens[at].word
    speech = at - opening > _LONGEST_NAME or scene.tokens[opening - 1].word.tags & t.COMPLEMENTIZER
    if not draft.rule.startswith("relative") or draft.by != "clause" or not speech or opening == draft.start:
        return False
    acts = word.tags & (t.VERB | t.NEGATION | t.PERFECTIVE | t.AUXILIARY) or word.verb or imperfect(word)
    return bool(acts) and not word.conjunction and not (word.verb is not None and word.verb.prefix)


def _stops_in_quotation(scene: Scene, draft: Draft, at: int, limit: int) -> bool:
    """Whether a sentence ends at the sign inside the quotation that holds the whole attribution: كتب: "القرار
    يطالب بوقف النار. هذا مهم"; "اعترف الوزير بالخطأ! نريد وجوها جديدة".
    """
    around = scene.inside[draft.cue]
    if around < 0 or scene.inside[at] != around or draft.by in ("quotation", "colon") or at + 1 >= limit:
        return False
    return not scene.after_short_title(at) and scene.tokens[at].end < scene.tokens[at + 1].start


def _next_news(scene: Scene, draft: Draft, at: int, limit: int) -> bool:
    """Whether two dots outside the marks stand for a full stop: روسيا تنسحب من الاتفاق.. وتوقعات برد أميركي;
    not before what goes on with the clause: يعيشان سويا.. أو يموتان سويا; … الأمن.. وتخوض حربا; nor behind
    a headline's colon: المدير: جيش أقوى أم اقتصاد أقوى.. أيهما أفضل؟
    """
    if (
        draft.rule == "headline-colon"
        or at - draft.start < _NEAR
        or at + 1 >= limit
        or scene.inside[at] != scene.inside[draft.cue]
    ):
        return False
    word = scene.tokens[at + 1].word
    joined = word.tags & t.CONNECTIVE and not word.conjunction
    goes_on = word.key[0] in "وف" and (word.tags & t.VERB or word.verb is not None or imperfect(word))
    return not (joined or goes_on and draft.form == "clause" or at + 1 in scene.closing)


def _bracketed_source(scene: Scene, at: int, limit: int) -> bool:
    """Whether brackets that end the sentence tell whose words they are: … (بحسب الوزارة)."""
    if at + 2 >= limit or not scene.tokens[at + 1].word.tags & t.ATTRIBUTIVE:
        return False
    close = next((k for k in range(at + 2, limit) if scene.tokens[k].word.text == ")"), limit)
    return close + 1 >= limit or scene.tokens[close + 1].word.text in STOPS


def _clause_around(scene: Scene, draft: Draft, following: Word) -> bool:
    """Whether after a comma the clause goes on in which the attribution is relative, or was fronted."""
    if (predicate(following) or _completes(following)) and _between_commas(scene, draft):
        return True
    verb = is_noun(draft) and predicate(following) and not following.key.endswith("ة")  # not خاصة أن
    goes_on = following.verb is not None and following.verb.tense == "i" and not following.verb.prefix
    goes_on = goes_on and draft.rule.startswith(("verb", "subject"))
    if (verb or goes_on) and _fronted(scene, draft):
        return True  # وبينما يطالب السكان بكذا، يؤكد خبراء أن
    if is_noun(draft) and _continues_main(scene, draft, following):
        return True
    if not _main_clause(following):
        return False
    said = following.verb if draft.form == "nominal" and not following.tags & t.PREPOSITION else None
    if said is not None and said.entry.evidence == "strong":
        return True  # وفي بيان أدان فيه الهجوم، قال الوزير …
    relative = draft.rule.startswith("relative") and following.tags & t.COMPLEMENTIZER
    return bool(relative) or _fronted(scene, draft)


def _continues_main(scene: Scene, draft: Draft, word: Word) -> bool:
    """Whether the word goes on with a sentence that had but begun before the relative: غادر الوزير، الذي أعلن
    استقالته، إلى باريس; حكم على النائب، الذي اتهم الشرطة بالفساد، بالسجن; وأجرى الطبيب، الذي …، تجارب.
    """
    first, at = max(scene.inside[draft.cue] + 1, 0), draft.cue - 1
    comma = scene.tokens[at - 1].word.text in COMMAS if at > first else False
    if not (comma and scene.tokens[at].word.tags & t.RELATIVE) or at - first > _BEGUN or word.conjunction:
        return False
    if word.tags & (t.CONNECTIVE | t.SUBORDINATOR | t.COMPLEMENTIZER):
        return False
    apposed = word.article or word.tags & (HEADS | t.NAMES | t.TITLE | t.PLACE)
    return (
        bool(word.tags & (t.PREPOSITION | t.TIME))
        or word.preposition in ("ب", "ل")
        or word.plain
        and not apposed
    )


def _completes(word: Word) -> bool:
    """Whether a word goes on with a verb before the relative: وبدا اللاعب، الذي قال إنه تعرض للضرب، متأثرا;
    يقوم الرئيس، الذي صرح بأن …، بتعيين أعضاء.
    """
    act = word.preposition == "ب" and word.tags & t.VERBAL_NOUN and not word.article
    state = word.tags & t.ADVERBIAL_PARTICIPLE or accusative(word)
    return not word.conjunction and bool(act or state)


def _between_commas(scene: Scene, draft: Draft) -> bool:
    """Whether what holds the cue stands after a comma, a relative clause or what somebody calls it: الوزير،
    الذي قال إن …، سيسافر; جماعة، وصفها بأنها كذا، هاجمت.
    """
    called = draft.entry.sense == "describe" and any(f.pronoun for f in scene.tokens[draft.cue].word.forms)
    if called and draft.cue > 0 and scene.tokens[draft.cue - 1].word.text in COMMAS:
        return True
    return any(
        scene.tokens[k].word.tags & t.RELATIVE and k > 0 and scene.tokens[k - 1].word.text in COMMAS
        for k in range(max(draft.cue - _NEAR, 0), draft.cue)
    )


def _opening_sign(scene: Scene, draft: Draft) -> int:
    """The token before the attribution, past what relates it to the words before: -الذي يقول، -وهو يقول."""
    at = draft.cue - 1
    if at > 0 and (scene.tokens[at].word.tags & t.RELATIVE or scene.tokens[at].word.rules & t.BACKGROUND):
        at -= 1
    return at


def _conceded(scene: Scene, draft: Draft) -> bool:
    """Whether the attribution stands in a clause that waits for فإن: رغم أن الوزير قال إن … فإن …; وإذا كان
    الوزير قد أكد أن …، فإن …
    """
    for k in range(draft.cue - 1, scene.inside[draft.cue], -1):
        word = scene.tokens[k].word
        if word.text in (*COMMAS, "؛", "."):
            return False
        if word.rules & (t.FRONTING | t.CONCESSION) or word.tags & t.CONDITION:
            return True
    return False


def _fronted(scene: Scene, draft: Draft) -> bool:
    """Whether the attribution stands in a clause that opens the sentence and waits for its main clause: وفيما
    قال الوزير إن …، فقد أكد …; في خطوة وصفها خبراء بأنها …، حل الرئيس البرلمان.
    """
    first = max(scene.inside[draft.cue] + 1, 0)
    while first < draft.cue and (
        scene.tokens[first].word.kind == "sign" or scene.tokens[first].word.tags & t.CONNECTIVE
    ):
        if scene.tokens[first].word.rules & t.FRONTING:
            break
        first += 1
    comma = next((k for k in range(draft.cue - 1, first, -1) if scene.tokens[k].word.text in COMMAS), -1)
    if comma >= 0 and not scene.tokens[comma + 1].word.conjunction:
        return False
    first = max(first, comma + 1)  # ومنذ يوم أمس، وفور إعلان الجيش فقدان جندي، داهم
    words = [token.word for token in scene.tokens[first : draft.cue]]
    text = draft.source is not None and draft.source.start == first + 1 and draft.source.end == draft.cue
    if text and words[0].tags & t.PREPOSITION:
        return True  # وفي دراسة نشرتها المجلة وخلصت إلى أن …، راقب الباحثون
    if draft.rule.startswith("noun") and words and words[0].tags & (t.PREPOSITION | t.TIME):
        return True  # وردا على قول الوزير إن …، غادر الوفد
    second = words[1].rules if len(words) > 1 and words[0].tags & t.PREPOSITION else 0  # على الرغم، في حين
    if words and (words[0].rules | second) & (t.FRONTING | t.CONCESSION):
        return True
    if _called_in_front(words, scene.tokens[draft.cue].word):
        return True
    when = len(words) > 1 and words[0].tags & t.PREPOSITION and words[1].tags & (t.TIME | t.SETTING)
    relates = when and (words[-1].tags & (t.RELATIVE | t.NEGATION) or len(words) == _LEAST_TIME)
    if not relates or draft.cue + 1 >= len(scene.tokens):
        return False
    # في اليوم الذي أعلن فيه …، غادر الوفد; في وقت أعلنت فيه …، عادت النقابات
    return bool(scene.tokens[draft.cue + 1].word.rules & t.SAID_IN)


def _called_in_front(words: list[Word], cue: Word) -> bool:
    """Whether the cue tells of an indefinite noun with في at the head of the sentence: في خطوة | وصفها."""
    if not 2 <= len(words) <= _LEAST_TIME + 1 or words[0].stem != "في" or cue.verb is None:
        return False
    noun = words[1]
    return bool(cue.verb.pronoun) and noun.nominal and not (noun.article or noun.pronoun)


def _main_clause(word: Word) -> bool:
    """Whether a word begins the main clause after a fronted one: with ف, or a verb without و."""
    if word.key.startswith("ف") and (word.conjunction or word.verb is not None or word.tags & t.PERFECTIVE):
        return True
    if word.tags & t.VERB and not word.tags & t.VERBAL_NOUN or word.rules & t.DEED and not word.conjunction:
        return not word.conjunction and word.key[0] not in _IMPERFECT  # …، غادر الوفد
    return word.verb is not None and word.verb.tense == "p" and not word.verb.prefix
