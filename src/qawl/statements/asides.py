"""Asides, after which a content goes on: between commas, or saying again whose words it is."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, feminine_perfect, future, imperfect
from qawl.lexicon.word import NOTHING, Word
from qawl.scene import COMMAS, DRAWN_DASHES, Scene
from qawl.statements.draft import Draft

AS = ("كما", "مثلما")
"""Before a verb alone they tell whose words it is (كما قال), before one with a content they go on."""

_INFORMS = frozenset({"inform", "mention", "explain", "point_out", "confirm", "reveal"})
"""Senses of verbs that tell what nobody contests."""
_LONGEST_ENCLOSED = 10
"""Tokens behind a source up to the sign that closes the aside."""
_ASIDE = 12
"""Tokens that an aside between commas holds: عبر فلان، لدى حضوره في برنامج كذا، عن قلقه."""
_WHERE = ("في", "على", "عن")
"""What may stand behind جاء، ورد: حسبما جاء في البيان."""
_TELLS = frozenset({"say", "explain", "claim", "mention", "add", "write", "describe"})
"""Senses of verbs that, behind كما, are only whose words it is, even with no comma."""


def predicate(word: Word) -> bool:
    """Whether the main clause goes on after a parenthesis between commas: a verb that is no part of it."""
    return not word.conjunction and bool(
        word.tags & (t.VERB | t.NEGATION | t.PERFECTIVE)
        or word.verb is not None
        or word.kind == "word"
        and imperfect(word)
        or not word.tags
        and not word.article
        and word.kind == "word"
    )


def breaks_off(before: Word, behind: Word) -> bool:
    """Whether a verb right before an aside waits for the noun right behind it: كان، وفق الشرطة، حادثا; بلغ،
    بحسب الوزارة، مئتين; تنوي، وفقا لمصدر، رفع الدعم.
    """
    noun = before.article or before.preposition or before.tags & (t.VERBAL_NOUN | HEADS | t.PREPOSITION)
    acts = before.verb is not None or before.tags & (t.VERB | t.AUXILIARY) or imperfect(before)
    acts = acts or future(before)
    if noun or not (acts or before.kind == "word" and not before.tags and feminine_perfect(before)):
        return False
    opens = t.RELATIVE | t.CONNECTIVE | t.SUBORDINATOR | t.COMPLEMENTIZER | t.ATTRIBUTIVE | t.NEGATION
    said = behind.participle is not None or behind.verbal or behind.tags & (opens | t.ADVERBIAL_PARTICIPLE)
    return behind.kind in ("word", "number") and not (behind.conjunction or said)


def parenthesis_end(scene: Scene, draft: Draft, at: int, limit: int) -> int:
    """The comma that closes a parenthesis with وهو in the middle of a clause, -1 where the clause ends before
    it: السفينة، وهي الأولى من نوعها، ستبحر غدا; حكم على فلان، وهو من سكان بيروت، بالسجن; أن المصنع توقف، وهو
    الأكبر في البلاد، وأن العمال غادروا.
    """
    if not scene.tokens[at + 1].word.rules & t.BACKGROUND:
        return -1
    close = next((k for k in range(at + 2, limit) if scene.tokens[k].word.text in COMMAS), -1)
    if close < 0 or close + 1 >= limit:
        return -1
    marked = close + 1 in scene.closing and close + 2 < limit  # …، وهو رقم كبير، "بهامش كبير"
    resumed = scene.tokens[close + 1 + marked].word
    attached = resumed.preposition in ("ب", "ل") and not resumed.conjunction
    governed = attached and (marked or not resumed.tags & (t.SETTING | t.TIME | t.MANNER))
    return close if governed or predicate(resumed) or said_too(scene, draft, close + 1) else -1


def said_too(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether the word goes on with what was said as it began: أن المصنع توقف، …، وأن العمال غادروا; أشار إلى
    زيادة، …، وإلى أن; or with a list: المخطوط الأم، والمخطوط المرحلي، …، والمخطوط المنسوب.
    """
    word, opening = scene.tokens[at].word, scene.tokens[draft.start - 1].word
    if word.conjunction != "و":
        return False
    if word.tags & t.COMPLEMENTIZER:
        return draft.form == "clause" or bool(scene.tokens[draft.start].word.preposition)
    said = (token.word for token in scene.tokens[draft.start : at])
    listed = word.article and any(w.conjunction == "و" and w.stem == word.stem for w in said)
    return listed or bool(word.tags & t.PREPOSITION) and word.stem == opening.stem


def clause_of_time(scene: Scene, at: int, limit: int) -> int:
    """The word after في حين, في وقت or في الوقت الذي, which open a clause; -1 where a noun follows, or no
    clause does: في وقت لاحق.
    """
    if scene.tokens[at].word.key != "في" or at + 2 >= limit:
        return -1
    first, second = scene.tokens[at + 1].word, scene.tokens[at + 2].word
    if first.key == "حين":
        return at + 2
    if first.key == "الوقت":
        return at + 3 if second.tags & t.RELATIVE and at + 3 < limit else -1
    verbal = second.tags & (t.VERB | t.AUXILIARY | t.NEGATION | t.PERFECTIVE) or second.forms
    return at + 2 if first.key == "وقت" and (verbal or imperfect(second)) else -1


def past_own_words(scene: Scene, at: int) -> int:
    """Past على حد تعبيره، وفق قوله، كما قال: the speaker again, no part of what was said; -1 where no such
    words stand at the token.
    """
    if at + 1 >= len(scene.tokens):
        return -1
    word, following = scene.tokens[at].word, scene.tokens[at + 1].word
    if word.key == "على" and following.key == "حد":
        said = scene.tokens[at + 2].word if at + 2 < len(scene.tokens) else NOTHING
        if not (said.pronoun or said.forms or said.tags & t.VERBAL_NOUN):
            return -1  # للرجال والنساء على حد سواء
        return at + 3
    if at and scene.tokens[at - 1].word.key == "على":
        return -1  # على حسب رغبته
    if word.pronoun and not word.conjunction and word.tags & t.ATTRIBUTIVE and following.kind == "sign":
        goes_on = at + 2 < len(scene.tokens) and scene.tokens[at + 2].word.kind == "word"
        return -1 if goes_on and following.text not in COMMAS else at + 1  # …، حسبهم; not -برأيهم- …
    own = bool(following.pronoun) or any(form.pronoun for form in following.forms)
    if word.tags & t.ATTRIBUTIVE and own and any(form.tense in "ms" for form in following.forms):
        return at + 2
    return _past_own_verb(scene, at)


def enclosed(before: str, behind: str) -> bool:
    """Whether two signs are the dashes or brackets around words: – على حد قوله –, (بحسب قوله)."""
    return before in DRAWN_DASHES and behind in DRAWN_DASHES or (before, behind) == ("(", ")")


def enclosing(scene: Scene, at: int, after: int, limit: int) -> int:
    """The sign that closes the dashes or brackets opened right before token `at`, with what belongs to the
    words in them: – وفقا للقراءة الأولية للوثيقة –; else `after`.
    """
    near = range(after, min(after + _LONGEST_ENCLOSED, limit))
    before = scene.tokens[at - 1].word.text if at else ""
    return next((k for k in near if enclosed(before, scene.tokens[k].word.text)), after)


def _past_own_verb(scene: Scene, at: int) -> int:
    """Past وفق ما أعلنه، كما قال، حسبما ذكر, where neither a subject nor a content follows; else -1."""
    limit = len(scene.tokens)
    word = scene.tokens[at].word
    bare = word.key in AS
    apart = at > 0 and scene.tokens[at - 1].word.text in COMMAS
    then = at + 1
    if not word.tags & t.RELATIVE_FREE:
        if scene.tokens[then].word.key not in ("ما", "لما"):
            return -1
        then += 1
    if then < limit and scene.tokens[then].word.tags & t.PERFECTIVE:
        then += 1
    if then >= limit:
        return -1
    verb = scene.tokens[then].word.verb
    if verb is None or not verb.entry.clause or bare and verb.number == "p":
        return -1
    then += 1
    following = scene.tokens[then].word if then < limit else None
    if following is not None and following.key in _WHERE and "source+في" in verb.entry.takes and not bare:
        return then + 1  # حسبما جاء في تقرير
    if following is not None and following.rules & t.RETURNING and not bare:
        then += 1  # بحسب ما أفاد به
        following = scene.tokens[then].word if then < limit else None
    if (
        bare
        and not apart
        and (verb.entry.sense not in _TELLS or following is not None and following.text != ".")
    ):
        return -1  # سيعمل كما وعد
    return then if following is None or following.text in (*COMMAS, ".", "؛") else -1


def interrupts(scene: Scene, at: int, after: int, limit: int) -> bool:
    """Whether the clause goes on after على حد تعبيره, which ends at `after`: … كانت، على حد وصفه، «في
    الموعد»; الفرق التي كانت - حسب قوله - أول من وصل; سياسة أدت، بحسب رأيه، إلى إفلاسهم.
    """
    before = scene.tokens[at - 1].word
    after = enclosing(scene, at, after, limit)
    if after + 1 < limit and enclosed(before.text, scene.tokens[after].word.text):
        return scene.tokens[after + 1].word.kind == "word" or after + 1 in scene.closing
    if before.tags & (t.SUBORDINATOR | t.COMPLEMENTIZER):
        return True  # لأنه حسب تعبيره لا يعرف
    closed = after < limit and scene.tokens[after].word.text in COMMAS
    after += closed
    if after >= limit:
        return False
    word = scene.tokens[after].word
    governs = closed and word.tags & t.PREPOSITION and not word.conjunction
    told = scene.tokens[max(at - 2, 0)].word
    if governs and (told.verbal or told.tags & t.VERB and not told.tags & t.VERBAL_NOUN):
        return True
    if closed and before.text in COMMAS and breaks_off(told, word):
        return True
    return closed and after in scene.closing or predicate(word)


def compares(scene: Scene, at: int) -> bool:
    """Whether the clause right before the expression denies what another says: لم تنخفض الأسعار كما زعم; not
    لم يصب أحد كما ذكرت الشرطة.
    """
    forms = scene.tokens[at + 1].word.forms if at + 1 < len(scene.tokens) else ()
    if any(form.entry.sense in _INFORMS for form in forms):
        return False
    for k in range(at - 1, -1, -1):
        word = scene.tokens[k].word
        if word.kind == "sign" or word.tags & t.COMPLEMENTIZER:
            return False
        if word.tags & t.NEGATION:
            return True
    return False


def past_aside(scene: Scene, at: int, end: int) -> int:
    """Past the commas around وفقا للوزارة, خلال زيارته at the token; `at` where no such words stand there."""
    if at + 1 >= end or scene.tokens[at].word.text not in COMMAS:
        return at
    if not scene.tokens[at + 1].word.tags & (t.ATTRIBUTIVE_START | t.PREPOSITION | t.TIME):
        return at
    near = range(at + 2, min(at + _ASIDE, end - 1))
    return next((k + 1 for k in near if scene.tokens[k].word.text in COMMAS), at)


def past_apposition(scene: Scene, at: int, end: int) -> int:
    """Past the commas around who the one before the token is, or the second of them: عبر فلان، | رئيس
    الفرع، | عن; `at` where no such words stand there.
    """
    if at < 1 or at + 1 >= end or scene.tokens[at].word.text not in COMMAS:
        return at
    if scene.tokens[at + 1].word.tags & t.PREPOSITION:
        return at + 1
    words = [token.word for token in scene.tokens[at - 1 : min(at + _ASIDE, end - 1)]]
    close = next((k for k, word in enumerate(words[2:], start=2) if word.text in COMMAS), 0)
    if not close or any(word.verbal or word.tags & t.VERB or word.conjunction for word in words[2:close]):
        return at
    return at + close
