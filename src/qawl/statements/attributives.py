"""Attributive expressions: وفقا للوزارة, على حد قوله, بحسب ما أعلنه الوزير."""

from __future__ import annotations

from msgspec import structs

from qawl.cues.stated import vowelled_passive
from qawl.lexicon import Lexicon
from qawl.lexicon import tags as t
from qawl.lexicon.load import Row
from qawl.lexicon.word import Entry, Token, Word
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import COMMAS, DETACHED_LA, Scene
from qawl.statements.agreement import BY_HIM, PRONOUNS
from qawl.statements.asides import AS, compares
from qawl.statements.cited import cited, past_day
from qawl.statements.draft import Draft
from qawl.statements.headlines import HEADLINE_NOUNS
from qawl.statements.learnt import told_to_learners
from qawl.statements.nosource import is_nobody, is_thing, with_name
from qawl.statements.objecthood import is_text
from qawl.statements.openings import detached_la
from qawl.statements.placing import placed

_TELLS = frozenset(
    {"say", "add", "mention", "comment", "confirm", "stress", "point_out", "inform", "announce", "reveal"}
    | {"explain", "claim", "admit", "describe", "write", "think"}
)
"""Senses of verbs that tell something: كما أوضح., not كما طلب."""
_ASKS = frozenset({"call", "demand", "request", "order", "suggest"})
_LONGEST_ADDRESSEE = 6
_LONGEST_SUBJECT = 10
_NEAR = 2
"""Tokens before the expression among which a quotation closes that is all that was said."""
_BEHIND_VERB = frozenset({"به", "عنه", "عن", "في", "على", "بذلك"})
"""What may stand between the verb and who said it: كما أدلى به الوزير."""
_APART = {"ل": DETACHED_LA, "عن": ("عن",), "إلى": ("الى",)}
"""How the prepositions of the expressions are written apart."""


def attributive(scene: Scene, at: int, lexicon: Lexicon, drafts: list[Draft]) -> Draft | None:
    """وفقا للوزارة، …; …، بحسب مصدر: the expression at token `at` with its source, before or after the
    clause.
    """
    row, length = _expression(scene, at, lexicon)
    if row is None or _is_other(scene, at, row):
        return None
    end, after, takes = scene.limit(at), at + length, row["takes"].split()
    if (pronoun := _pronoun(scene, after, end)) >= 0:
        return _of_who_spoke(scene, at, max(after, pronoun), pronoun, row, drafts)
    verb = _verb(scene, after, takes, end)
    if (voice := _voice(scene, after, verb, end)) >= 0:
        return _of_who_spoke(scene, at, after, voice, row, drafts)
    if verb >= 0:
        source = told_to_learners(scene, verb, end) or _who_said(scene, verb, end)
    else:
        source = _who_is_named(scene, after, takes, end)
    source = with_name(scene, source, end) if source is not None else None
    if source is None or is_nobody(scene, source, row["sense"]) or _says_behind(scene, after, source, end):
        return None
    by_mouth = row["sense"] == "quote" and row["takes"] == "NP"
    if by_mouth and any(draft.cue < at and source.end <= draft.start for draft in drafts):
        return None  # أدانت الحركة على لسان أمينها العام الهجوم
    relayed = cited(scene, verb, source, end)
    if relayed is not None:
        named, outlet = relayed
        bare = _bare(scene, at, after, row, named)
        behind = past_day(scene, outlet, end)
        relay, _ = _expression(scene, behind, lexicon)
        if relay is not None:  # بحسب رويترز نقلا عن شهود: the cue next to who said it
            cue_text = (scene.tokens[behind].start, scene.tokens[behind].end)
            bare = structs.replace(_bare(scene, at, after, relay, named), cue_text=cue_text)
        draft = placed(scene, bare, named, row["position"], drafts)
        carrier = (outlet.start, outlet.end, "carrier")
        return structs.replace(draft, via=(*draft.via, carrier)) if draft is not None else None
    if verb >= 0 and _is_belief(scene, verb, source, end):
        return None
    if verb < 0 and (is_thing(scene, source, row["sense"]) or _noun_is_cue(scene, source, end, drafts)):
        return None
    draft = placed(scene, _bare(scene, at, after, row, source), source, row["position"], drafts)
    inside = draft is not None and draft.rule == "attributive-inside" and _same(scene, source)
    return None if inside and any(other.cue < at for other in drafts) else draft


def _same(scene: Scene, source: Phrase) -> bool:
    """Whether the source is the one who spoke: وفق المصدر ذاته, بحسب المسؤول نفسه."""
    return any(token.word.tags & t.REFLEXIVE for token in scene.tokens[source.start : source.end + 1])


def _says_behind(scene: Scene, after: int, source: Phrase, end: int) -> bool:
    """بعد يوم على قول الوزير إن …: what was said follows the noun."""
    noun = scene.tokens[after - 1].word
    if not any(form.tense == "s" for form in noun.forms) or noun.tags & t.ATTRIBUTIVE_NOUN:
        return False
    then = source.end + (source.end < end and scene.tokens[source.end].word.text in COMMAS)
    opens = then < end and scene.tokens[then].word.alef == "i"
    return opens and scene.tokens[then].word.conjunction != "ف"  # على حد قول الوزير فإن


def _is_belief(scene: Scene, verb: int, source: Phrase, end: int) -> bool:
    """كما يعتقد البعض، كما يطالب السكان: what nobody in particular thinks, or what is called for."""
    words = [scene.tokens[k].word for k in range(verb, min(verb + 2, end))]
    senses = {form.entry.sense for word in words for form in word.forms if form.tense in "pi"}
    some = source.head & t.QUANTIFIER and source.end == source.start + 1
    return bool(senses and senses <= _ASKS or some and "think" in senses)


def _bare(scene: Scene, at: int, after: int, row: Row, source: Phrase) -> Draft:
    """The attribution before its content is looked for."""
    return Draft(
        "attributive",
        at,
        at,
        after,
        Entry(row["phrase"], row["sense"], frozenset(), "clause", row.line),
        source,
        -1,
        "clause",
        "clause",
        False,
        because=(row.line,),
        cue_text=(scene.tokens[at].start, scene.tokens[after - 1].end),
    )


def _pronoun(scene: Scene, after: int, end: int) -> int:
    """The token whose pronoun stands for who spoke: وبحسبها، وفقا له; -1 where there is none."""
    last = scene.tokens[after - 1].word
    if last.pronoun and (last.tags & t.ATTRIBUTIVE_NOUN or not last.forms):
        return after - 1  # بحسبها، من وجهة نظره
    if after < end and scene.tokens[after].word.key in BY_HIM:
        return after
    return -1


def _voice(scene: Scene, after: int, verb: int, end: int) -> int:
    """The verb, or the noun with a pronoun, that shows who speaks where nobody is named: بحسب ما ذكره, على حد
    قولها, وفق تعبيره; -1 where there is none.
    """
    tokens = scene.tokens
    if verb < 0:
        owned = (
            k
            for k in (after - 1, after)
            if k < end and any(f.tense in "ms" and f.pronoun for f in tokens[k].word.forms)
        )
        return next((k for k in owned if _pauses(scene, max(k + 1, after), end)), -1)
    said = verb + 1 if verb < end and tokens[verb].word.tags & (t.PERFECTIVE | t.AUXILIARY) else verb
    form = tokens[said].word.verb if said < end else None
    if (
        form is None
        or form.entry.sense not in _TELLS
        or form.pronoun == "نا"
        or vowelled_passive(tokens[said].word.text, form)
    ):
        return -1
    if form.tense == "i" and "impersonal" in form.entry.takes or form.entry.evidence == "light":
        return -1
    then = _past_verb(tokens, said, end)
    told = then < end and (tokens[then].word.preposition == "ل" or detached_la(tokens[then].word))
    near = range(then, min(then + _LONGEST_ADDRESSEE, end) if told else then + 1)
    return said if any(_pauses(scene, k, end) for k in near) else -1


def _past_verb(tokens: list[Token], verb: int, end: int) -> int:
    """The token behind the verb at token `verb` and what may stand between it and who said it."""
    at = verb + 1
    while at < end and (tokens[at].word.tags & t.TIME or tokens[at].word.key in _BEHIND_VERB):
        at += 1
    return at


def _pauses(scene: Scene, at: int, end: int) -> bool:
    return at >= end or scene.tokens[at].word.kind == "sign" and at not in scene.closing


def _of_who_spoke(
    scene: Scene, at: int, after: int, voice: int, row: Row, drafts: list[Draft]
) -> Draft | None:
    """…، على حد قوله: the clause before it, which nobody else in the sentence says; ووفقا له، …; behind a
    quotation only the clause around it: "…"، والسبب -على حد قوله- هو الجفاف.
    """
    nobody = Phrase(voice, max(voice + 1, after), 0, False)
    before = [draft for draft in drafts if draft.cue < at]
    if any(scene.closing.get(draft.start, at) >= at - _NEAR for draft in before):
        return None
    draft = placed(scene, _bare(scene, at, after, row, nobody), nobody, row["position"], drafts)
    if before and draft is not None and draft.rule != "attributive-inside":
        return None
    sight = scene.tokens[voice].word.pronoun and not scene.tokens[voice].word.forms  # من وجهة نظره
    sight = sight and not scene.tokens[voice].word.tags & t.ATTRIBUTIVE_NOUN
    if sight and draft is not None and draft.rule != "attributive-leading":
        return None
    return structs.replace(draft, source=None, voice=voice) if draft is not None else None


def _is_other(scene: Scene, at: int, row: Row) -> bool:
    """Whether the words of the expression mean something else behind the word before them."""
    if not at:
        return False
    before = scene.tokens[at - 1].word
    reply = before.tags & t.ADVERBIAL_PARTICIPLE  # ردا على قول الوزير إن
    if before.key == "على" or before.tags & t.NEGATION or reply:
        return True  # على حسب المناطق، وليس كما يزعم البعض
    if row["phrase"] in AS and compares(scene, at):
        return True
    if scene.tokens[at].word.key == "فحسب" and before.kind == "word":
        return True  # حرب باردة فحسب
    words = (scene.tokens[k].word for k in range(max(at - 2, 0), at))
    if row["phrase"] == "على ما" and (_takes_on(before) or _answers(scene, at)):
        return True  # ليسوا مجمعين على ما يراه
    if row["takes"] == "NP" and any(form.tense == "s" for word in words for form in word.forms):
        return row["sense"] == "quote"  # لاقى انتقادات حادة على لسان الرئيس
    strong = any(form.entry.evidence == "strong" for form in before.forms)
    denied = at > 1 and scene.tokens[at - 2].word.key == "ما"  # نفى ما جاء على لسان النائب
    if row["sense"] == "quote" and row["takes"] == "NP" and (strong or denied):
        return True  # أكدت على لسان المتحدث باسمها أن …; but أفادت نقلا عن مصدر بأن
    held = any("object+predicate" in form.entry.takes for form in before.forms)  # يعتبر في نظر ابنته
    verb = held or before.tags & t.VERB
    return row["sense"] == "think" and verb > 0 and not before.article  # تحظى بتقدير زملائها


def _takes_on(word: Word) -> bool:
    """Whether the word takes على: ليسوا مجمعين على, رد على, علق على."""
    return any("على" in code.split("+") for form in word.forms for code in form.entry.takes)


def _answers(scene: Scene, at: int) -> bool:
    """Whether the verb and its subject right before the token take على: رد الوزير | على ما قالته المعارضة."""
    for verb in range(at - 1, max(at - _LONGEST_SUBJECT, 0) - 1, -1):
        if _takes_on(scene.tokens[verb].word):
            subject = noun_phrase(scene, verb + 1, at, frozenset())
            return subject is not None and subject.end == at
    return False


def _verb(scene: Scene, at: int, takes: list[str], end: int) -> int:
    """Where the verb of بحسب ما أعلنه الوزير, كما قال الوزير should stand; -1 where a noun should."""
    if at < end and scene.tokens[at].word.key in ("ما", "لما", "عما") and {"verb", "ل+verb"} & set(takes):
        return at + 1
    return at if "verb" in takes and "NP" not in takes else -1


def _says_clause(entry: Entry, gives: bool) -> bool:
    """Whether a verb says a clause, and so may stand for one: كما قال الوزير, not كما اتهم المعارضة; `gives`
    says that به stands for the noun that it needs.
    """
    if gives and entry.evidence == "light":
        return entry.sense in _TELLS
    return entry.clause and not entry.objects and entry.sense not in ("reject", "agree")


def _who_said(scene: Scene, at: int, end: int) -> Phrase | None:
    """The subject of the verb at the token, which has no content of its own: ما [قد أعلنه الوزير]."""
    tokens = scene.tokens
    if at < end and tokens[at].word.tags & (t.PERFECTIVE | t.AUXILIARY):
        at += 1
    forms = [f for f in tokens[at].word.forms if f.tense in "pi"] if at < end else []
    gives = at + 1 < end and tokens[at + 1].word.key == "به"  # ما أدلى به الوزير
    if all(f.number == "p" for f in forms) or not any(_says_clause(f.entry, gives) for f in forms):
        return None  # كما أدان الهجوم، كما يرونه مناسبا
    at = _past_verb(tokens, at, end)
    if tokens[at - 1].word.key == "في" and at < end:
        word = tokens[at].word
        if word.pronoun or not word.tags & (t.SETTING | t.DOCUMENT):
            return None  # كما يكتب في مواقع أخرى، كما نشر في مقاله صورا
    cites = any("source+عن" in form.entry.takes for form in forms)
    taken = "ان" if any(form.pronoun for form in forms) else "NP"  # ما أفاد المسؤول وكالة كذا
    governed = frozenset({taken, "عن"} if cites else {taken})  # ما أعلنه النائب عن الحزب
    source = noun_phrase(scene, _past_listener(scene, at, end), end, governed)
    if source is None or _told(scene, source, end):
        return None
    written = is_text(source) and any(form.entry.sense == "write" for form in forms)
    return None if written else source  # كما نشرت المقطع


def _who_is_named(scene: Scene, at: int, takes: list[str], end: int) -> Phrase | None:
    """The noun phrase at the token, or behind the preposition that the expression takes: نقلا عن الوزير."""
    if at >= end:
        return None
    word = scene.tokens[at].word
    preposition = next((take.split("+")[0] for take in takes if take.endswith("+NP")), "")
    if preposition == "ل" and word.preposition == "ل":
        return _who_made_them(scene, _attached_source(scene, at, end), end)
    apart = _APART.get(preposition)
    if apart and (word.text if preposition == "ل" else word.key) not in apart:
        return None
    source = noun_phrase(scene, at + 1 if apart else at, end, frozenset())
    return _who_made_them(scene, source, end) if source is not None else None


def _noun_is_cue(scene: Scene, source: Phrase, end: int, drafts: list[Draft]) -> bool:
    """نقلا عن مصدر أمني قوله إن: the noun of saying next to the content is the cue."""
    near = range(source.start + 1, min(source.end + 2, end))
    return any(
        draft.cue in near
        and any(form.tense in "ms" and form.pronoun for form in scene.tokens[draft.cue].word.forms)
        for draft in drafts
    )


def _who_made_them(scene: Scene, source: Phrase, end: int) -> Phrase:
    """بحسب تصريحات أدلى بها فلان: who said the words that the expression names."""
    then = source.end
    if not source.head & (t.DOCUMENT | t.SETTING) or source.named or then + 2 >= end:
        return source
    verb = scene.tokens[then].word
    if not (verb.forms or verb.tags & t.VERB) or not scene.tokens[then + 1].word.rules & t.RETURNING:
        return source
    person = noun_phrase(scene, then + 2, end, frozenset({"ل", "NP"}))
    outlet = person is not None and person.head & (t.MEDIA | t.OUTLET)  # وثائق اطلعت عليها رويترز
    somebody = person is not None and not outlet and (person.named or person.head & HEADLINE_NOUNS)
    return person if person is not None and somebody else source


def _past_listener(scene: Scene, at: int, end: int) -> int:
    """Past the outlet that was told, where the speaker follows: حسبما قال لوكالة رويترز مدير الشركة."""
    told = t.LISTENER | t.MEDIA | t.OUTLET
    if at >= end or scene.tokens[at].word.preposition != "ل" or not scene.tokens[at].word.tags & told:
        return at
    listener = noun_phrase(scene, at, end, frozenset(), attached=True)
    return listener.end if listener is not None else at


def _told(scene: Scene, source: Phrase, end: int) -> bool:
    """كما ترفض الاتهامات، كما أعلنت الهيئة فوز القائمة، كما يرونه مناسبا: the verb has its own content."""
    head = scene.tokens[source.start].word
    if head.tags & (t.TIME | t.MONTH):
        return True  # كما شهد شهر مايو ارتفاعا
    somebody = source.head & (HEADLINE_NOUNS | t.QUANTIFIER)  # عدد من الخبراء
    acts = head.tags & (t.VERBAL_NOUN | t.CLAIM_NOUN) and not somebody
    acts = acts or "\u064b" in head.text or head.key == head.stem + "ا"
    if not acts and scene.withholds_name(source.end + 1):
        return False  # كما قال مسؤول طلب عدم ذكر اسمه
    after = scene.tokens[source.end].word if source.end < end else None
    return bool(acts) or (
        after is not None
        and bool(after.tags & t.VERBAL_NOUN)
        and not (after.article or after.preposition or after.conjunction)
    )


def _expression(scene: Scene, at: int, lexicon: Lexicon) -> tuple[Row | None, int]:
    """The longest attributive expression that begins at token `at`, and its length in tokens."""
    tokens = scene.tokens
    first = tokens[at].word
    follows = tokens[at + 1].word if at + 1 < len(tokens) else first
    if first.pronoun and (first.pronoun not in PRONOUNS or follows.rules & t.DEITY):
        return None, 0  # حسبنا، وفقه الله
    key = first.stem if first.conjunction or first.pronoun else first.key
    for words, row in lexicon.attributives.get(key, ()):
        stop = at + 1 + len(words)
        if stop <= len(tokens) and all(_is(tokens[at + 1 + n].word, key) for n, key in enumerate(words)):
            return row, 1 + len(words)
    return None, 0


def _is(word: Word, key: str) -> bool:
    """Whether the word is the expression's, with a pronoun too: على حد قولها."""
    return word.key == key or word.key in (key + "ه", key + "ها", key + "هم")


def _attached_source(scene: Scene, at: int, end: int) -> Phrase:
    """للمتحدثة باسم الوزارة: the phrase that begins with an attached ل."""
    phrase = noun_phrase(scene, at, end, frozenset(), attached=True)
    return phrase or Phrase(at, at + 1, scene.tokens[at].word.tags, False)
