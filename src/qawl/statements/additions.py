"""What the writer adds to a content: a comment, what another did meanwhile, when and where it was said."""

from __future__ import annotations

import re
from itertools import pairwise

from qawl.lexicon import tags as t
from qawl.lexicon.shape import definite, feminine_perfect, imperfect
from qawl.lexicon.word import NOTHING
from qawl.scene import COMMAS, TOPIC, Scene
from qawl.statements.agreement import agreement, one_speaks
from qawl.statements.asides import clause_of_time, interrupts, past_own_words, said_too
from qawl.statements.background import denied
from qawl.statements.circumstances import skip_all_circumstances
from qawl.statements.draft import Draft, is_noun
from qawl.statements.limits import bare_subject
from qawl.statements.openings import says_in_it
from qawl.statements.takingpart import goes_with_noun, no_text
from qawl.statements.upon import on_occasion

_ELATIVE = re.compile("أ\\w{3}")
_SOON = 4
"""Within how many tokens after لم stands what was not told: لم يذكر أي تفاصيل."""
_GOING_ON = ("add", "continue")
"""Senses of verbs that bring in what somebody said next: ليضيف أن …"""
_BY_WHICH = frozenset({"ب", "بـ"})
"""What brings in a charge in marks: اتهم الحكومة في بيان بـ"الكذب"."""
_ACTING = t.ROLE | t.TITLE | t.SURE_NAME | t.ORGANISATION | t.KNOWN_ORGANISATION
"""Who may act meanwhile and say something of his own."""
_LONGEST_TOPIC = 12
"""Tokens from أما to the verb that tells what is said of the topic."""
_OTHERS_NAME = 8
"""Within how many tokens after لكن stands what another did not confirm."""


def adds(scene: Scene, draft: Draft, at: int, limit: int, drafts: list[Draft]) -> bool:
    """Whether the writer goes on at a token inside the content, before which it may end."""
    nominal = is_noun(draft)
    if _meanwhile(scene, at, limit, nominal, drafts) or _unconfirmed(scene, at, limit):
        return True
    if _of_another_topic(scene, at, drafts) or _says_else(scene, draft, at, drafts):
        return True
    if scene.tokens[at].word.tags & t.ATTRIBUTIVE_START and not any(
        other.cue == at and other.rule == "attributive-inside" for other in drafts
    ):
        after = past_own_words(scene, at)
        closed = after < limit and scene.tokens[after].word.text in COMMAS
        subject = closed and bare_subject(scene, draft, at)  # أن الاتفاق، على حد وصفه، ولد ميتا
        resumed = after + closed < limit and said_too(scene, draft, after + closed)  # …، بحسب قوله، وإنه
        if after > at and not (subject or resumed or interrupts(scene, at, after, limit)):
            return True
    if _answers(scene, at, limit) or denied(scene, at, limit) or _withholds(scene, draft, at, limit):
        return True
    if nominal and (_overtaken(scene, at, limit) or on_occasion(scene, draft, at)):
        return True
    if nominal and told_where(scene, draft.start, at) and not _charge_waits(scene, draft, at, limit):
        return True
    if writer_comments(scene, at, nominal or draft.entry.sense == "claim"):
        return True  # زعم أن الأصوات سرقت | دون تقديم أدلة
    apart = nominal or scene.tokens[at - 1].word.kind == "sign"
    return _overtaken_by_words(scene, at, limit) or _tells_when(scene, at, limit, apart, nominal)


def _answers(scene: Scene, at: int, limit: int) -> bool:
    """Whether ردا على سؤال tells, with no comma before it, what was answered."""
    word = scene.tokens[at].word
    if word.key != "ردا" or at + 2 >= limit:
        return False
    return scene.tokens[at + 1].word.key == "على" and bool(scene.tokens[at + 2].word.rules & t.ASKED)


def _withholds(scene: Scene, draft: Draft, at: int, limit: int) -> bool:
    """Whether it is told what the speaker did not tell: … ولم يذكر تفاصيل, … لكنه لم يقدم دليلا, … ورفض الكشف
    عن التفاصيل, … رافضا التعليق.
    """
    tokens = scene.tokens
    if at >= limit:
        return False
    refusing = tokens[at].word.participle
    if refusing is not None and refusing.entry.sense == "reject" and not tokens[at].word.conjunction:
        near = tokens[at + 1 : min(at + _SOON, limit)]
        own = agreement(scene, draft)[0] in ("", refusing.gender)  # ليس لديه معلومات رافضا التعليق
        own = own and not (refusing.number == "p" and one_speaks(scene, draft))  # غادروا رافضين التعليق
        bare = bare_subject(scene, draft, at)  # إن الشركة رافضة التعليق
        return own and not bare and any(token.word.rules & t.WITHHELD for token in near)
    verb = tokens[at].word.verb
    if verb is not None and verb.prefix == "و" and verb.tense == "p" and at + 1 < limit:
        refuses = verb.entry.sense == "reject" and tokens[at + 1].word.rules & t.WITHHELD
        return bool(refuses) and agreement(scene, draft)[0] in ("", verb.gender)
    told = at + 2 if tokens[at].word.rules & t.PRONOMINAL else at + 1
    if told + 1 >= limit or not tokens[told - 1].word.rules & t.NEGATOR:
        return False
    near = tokens[told + 1 : min(told + _SOON, limit)]
    return bool(tokens[told].word.rules & t.WITHHELD) and any(k.word.rules & t.WITHHELD for k in near)


def _meanwhile(scene: Scene, at: int, limit: int, nominal: bool, drafts: list[Draft]) -> bool:
    """Whether فيما, بينما or في حين brings in what another said: … فيما نفى مالك السفينة علمه بذلك."""
    word = scene.tokens[at].word
    paused = scene.tokens[at - 1].word.text in COMMAS
    opened = scene.tokens[at - 1].word.tags & t.COMPLEMENTIZER  # أنه في حين قال …
    since = not opened and at + 1 < limit and scene.tokens[at + 1].word.key == "حين"
    then = clause_of_time(scene, at, limit) if paused or since else -1
    if word.tags & t.CONNECTIVE and word.rules & t.FRONTING and at + 1 < limit:
        then = at + 1
    if then > at and paused and _another_says(scene, then, limit, drafts):
        return True
    verb = scene.tokens[then].word.verb if then > at else None
    if verb is None or verb.prefix:
        return False
    subject = scene.tokens[min(then + 1, limit - 1)].word
    reports = (
        verb.pronoun
        or verb.entry.evidence == "show"
        or subject.tags & t.MEDIA
        or _of_it(scene, then + 1, limit)
    )
    if not (nominal or reports) and drafts and all(other.cue != then for other in drafts):
        return False  # …، فيما أعادت شركة فتح الموقع
    somebody = definite(subject) or subject.tags & (t.ROLE | t.ORGANISATION) and not subject.preposition
    if verb.pronoun and word.key == "فيما" and not somebody:
        return False  # فيما وصفته بعمليات إرهابية; not فيما رفضه المشير
    if verb.tense == "p" and verb.entry.evidence == "strong":
        return True
    if verb.tense == "p" and any(other.cue == then and other.rule.startswith("light") for other in drafts):
        return True  # …، في حين ألقى باللوم على الحكم
    if then + 2 >= limit or not scene.tokens[then + 1].word.nominal:
        return False
    if verb.tense == "p" and verb.entry.evidence in ("light", "show"):  # …، فيما وجه الوزير انتقادات
        return True
    if verb.tense == "p":  # …، في حين رأى زعيم المعارضة فلان أن …
        who = scene.tokens[then + 1].word
        if who.tags & (t.ROLE | t.TITLE | t.MEDIA) or nominal and who.key == "اخرون":
            return True  # …، بينما تمنى سفير باكستان لو أخذت ملاحظاته
        near = [token.word for token in scene.tokens[then + 1 : min(then + _OTHERS_NAME, limit)]]
        return any(word.alef and not word.conjunction for word in near)
    return bool(scene.tokens[then + 2].word.tags & t.COMPLEMENTIZER)  # …، في حين تؤكد بيروت أن …


def _of_another_topic(scene: Scene, at: int, drafts: list[Draft]) -> bool:
    """Whether أما brings in a topic of which something is said: … ستفتح، | أما الجامعات فقد أكد أنها."""
    if scene.tokens[at].word.key not in TOPIC or scene.tokens[at - 1].word.kind != "sign":
        return False
    told = (other.cue for other in drafts if at < other.cue <= at + _LONGEST_TOPIC and other.begin >= at)
    cue = next(told, None)
    if cue is None:
        return False
    then = cue - 1 if scene.tokens[cue - 1].word.tags & t.PERFECTIVE else cue
    return scene.tokens[then].word.key[0] == "ف"


def _says_else(scene: Scene, draft: Draft, at: int, drafts: list[Draft]) -> bool:
    """Whether لكن, and when or where, lead to what who speaks or another said else: الرواية جيدة، | لكنها
    في حوار لاحق قالت إن.
    """
    if not scene.tokens[at].word.key.startswith(("لكن", "ولكن")) or at < draft.start + 1:
        return False
    near = (other for other in drafts if at + 1 < other.cue <= at + _LONGEST_TOPIC and other.begin > at)
    other = next((other for other in near if other.by == "clause" and other.rule.startswith("verb")), None)
    verb = scene.tokens[other.cue].word.verb if other is not None else None
    if other is None or verb is None or verb.tense != "p" or verb.prefix:
        return False
    his = other.source is not None or agreement(scene, draft)[0] in ("", verb.gender)
    between = [token.word for token in scene.tokens[at + 1 : other.cue]]
    when = between and between[0].tags & (t.PREPOSITION | t.TIME)
    clause = t.VERB | t.COMPLEMENTIZER | t.RELATIVE | t.NEGATION
    return his and bool(when) and not any(word.tags & clause or word.verbal for word in between)


def _another_says(scene: Scene, verb: int, limit: int, drafts: list[Draft]) -> bool:
    """Whether who acts meanwhile says something himself: …، فيما دافع النائب فلان عن القانون، قائلا إنه; …،
    فيما اكتفت الوزارة ببيان قالت فيه إنها; …، بينما اكتفى السفير فلان بالقول إن.
    """
    if verb + 1 >= limit:
        return False
    acts, who = scene.tokens[verb].word, scene.tokens[verb + 1].word
    somebody = who.tags & _ACTING and not who.preposition
    verbal = acts.verb is not None or acts.tags & t.VERB or acts.rules & t.CONTACT or not acts.tags
    if acts.rules & t.EXISTENCE or acts.article or acts.verb is None and imperfect(acts):
        return False
    if verbal and who.nominal and not who.preposition and _by_saying(scene, verb, limit, drafts):
        return True
    if not (somebody and verbal):
        return False
    person = who.tags & (t.ROLE | t.TITLE | t.SURE_NAME) and not who.tags & t.ORGANISATION
    for other in drafts:
        if other.cue <= verb + 1:
            continue
        said = scene.tokens[other.cue].word
        participle = person and limit - 1 <= other.cue <= limit + 1 and said.participle is not None
        if participle or other.cue < limit and says_in_it(scene, other.cue):
            feminine = (
                said.stem.endswith("ة") if participle else said.verb is not None and said.verb.gender == "f"
            )
            return feminine == feminine_perfect(acts)
    return False


def _by_saying(scene: Scene, verb: int, limit: int, drafts: list[Draft]) -> bool:
    """Whether somebody acts at the verb by saying what follows: … اكتفى فلان | بالقول إن."""
    nouns = (other.cue for other in drafts if other.rule.startswith("noun") and verb + 1 < other.cue)
    near = (scene.tokens[cue].word for cue in nouns if limit - 1 <= cue <= limit + 1)
    return any(form.prefix.endswith(("ب", "بال")) for word in near for form in word.forms)


def _of_it(scene: Scene, at: int, limit: int) -> bool:
    """Whether what was said before is all that a verb of saying has: رحب بها رئيس الحكومة, نفت الشركة ذلك."""
    near = [token.word for token in scene.tokens[at : min(at + _SOON, limit)]]
    if near and near[0].rules & t.RETURNING:
        return True
    return any(word.rules & t.POINTING and not then.article for word, then in pairwise((*near, NOTHING)))


def _unconfirmed(scene: Scene, at: int, limit: int) -> bool:
    """Whether the writer tells what another did not: … لكن القوات لم تؤكد ذلك; رغم أن الشركة لم تحدد عددا;
    فيما رفضت الوزارة التعليق.
    """
    word = scene.tokens[at].word
    if word.key == "في" and at + 1 < limit and scene.tokens[at + 1].word.key == "حين":
        word = scene.tokens[at + 1].word
    if not word.rules & (t.FRONTING | t.CONCESSION) and word.key not in ("لكن", "ولكن"):
        return False
    for k in range(at + 1, min(at + _OTHERS_NAME, limit - 1)):
        word = scene.tokens[k].word
        if word.kind == "sign" or word.tags & t.RELATIVE:
            return False
        verb = word.verb if scene.tokens[k - 1].word.rules & t.FRONTING else None
        if verb is not None and verb.entry.sense == "reject":
            near = (token.word for token in scene.tokens[k + 1 : min(k + _OTHERS_NAME, limit)])
            return any(near_word.article and near_word.rules & t.WITHHELD for near_word in near)
        if word.key == "لم":
            return any(token.word.rules & t.WITHHELD for token in scene.tokens[k + 1 : k + 3])
    return False


def writer_comments(scene: Scene, at: int, nominal: bool) -> bool:
    """Whether the writer comments on what was said: في خطوة …، دون أن يكشف …، دون تقديم أدلة."""
    word = scene.tokens[at].word
    following = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else None
    if following is None:
        return False
    apart = scene.tokens[at - 1].word.text in COMMAS or at - 1 in scene.opening
    if word.key == "في":
        if _ELATIVE.fullmatch(following.text) and at + 2 < len(scene.tokens):
            following = scene.tokens[at + 2].word  # في أوضح إشارة إلى
        return apart and (following.rules & t.COMMENT > 0 or _told_of(scene, at + 1))
    if word.key == "من" and following.key in ("دون", "غير") and at + 2 < len(scene.tokens):
        word, following, at = following, scene.tokens[at + 2].word, at + 1
        if word.key == "غير" and not following.tags & t.COMPLEMENTIZER:
            return False
    elif word.key not in ("دون", "بدون"):
        return False
    apart = apart or nominal
    if following.key == "مزيد":  # دون مزيد من التفاصيل
        return apart and any(token.word.rules & t.WITHHELD for token in scene.tokens[at + 2 : at + 4])
    if following.tags & t.COMPLEMENTIZER and at + 2 < len(scene.tokens):
        following = scene.tokens[at + 2].word
        return apart and bool(following.forms) or bool(following.rules & t.WITHHELD)
    return apart and bool(following.rules & t.WITHHELD)


def _overtaken(scene: Scene, at: int, limit: int) -> bool:
    """Whether the writer tells with قبل أن what happened afterwards (طالب بالإقالة قبل أن يتراجع), or with
    بعد أن what was said before: هددت بالرد بعد أن اتهمت جارتها بالقصف.
    """
    tokens = scene.tokens
    told = tokens[at + 2].word.verb if tokens[at].word.key == "بعد" and at + 2 < limit else None
    if told is not None and tokens[at + 1].word.tags & t.COMPLEMENTIZER:
        return told.tense == "p" and told.entry.evidence == "strong"
    before_an = tokens[at].word.key == "قبل" and at + 1 < limit
    return before_an and bool(tokens[at + 1].word.tags & t.COMPLEMENTIZER)


def _overtaken_by_words(scene: Scene, at: int, limit: int) -> bool:
    """Whether after a comma قبل أن and a verb of saying bring in the next statement, or ل and one of more:
    …، قبل أن يضيف أن …؛ ليضيف أن …
    """
    told = scene.tokens[at].word.verb
    if told is not None and told.prefix == "ل" and told.tense == "i":
        follows = scene.tokens[at + 1].word if at + 1 < limit else scene.tokens[at].word
        return told.entry.sense in _GOING_ON and bool(follows.alef or follows.text == ":")
    if scene.tokens[at].word.key != "قبل" or scene.tokens[at - 1].word.text not in COMMAS or at + 2 >= limit:
        return False
    verb = scene.tokens[at + 2].word.verb
    return bool(scene.tokens[at + 1].word.tags & t.COMPLEMENTIZER) and verb is not None


def told_where(scene: Scene, start: int, at: int) -> bool:
    """Whether it is told, with no comma before it, where or when a noun was said: رحب بالقرار في بيان."""
    word = scene.tokens[at].word
    if word.key not in ("في", "خلال", "عبر", "اثناء", "بحسب", "عقب", "لدى"):
        return False
    if at + 1 >= len(scene.tokens):
        return False
    before, relates = scene.tokens[at - 1].word, scene.tokens[at - 2].word.tags
    verbal = before.forms or before.tags & t.VERB or before.rules & (t.CAME | t.ISSUED)
    if verbal and relates & (t.RELATIVE | t.RELATIVE_FREE) or before.rules & t.WHAT_WAS:
        return False  # ما ورد في تقرير، ماورد في تقرير، القرار الذي جاء في أعقاب كذا
    following = scene.tokens[at + 1].word
    after = scene.tokens[at + 2].word if at + 2 < len(scene.tokens) else following
    aired = following.article and following.tags & t.ORGANISATION and scene.tokens[start].word.pronoun
    if word.key == "عبر" and (following.tags & t.OUTLET or aired):
        return True  # أعلن اعتزاله عبر تويتر, عبر التلفزيون
    if (
        following.key == "وقت"
        and not after.tags & t.TIME
        or following.rules & (t.BEARING | t.AMID | t.LISTING)
    ):
        return False  # في وقت مناسب، في إطار الاتفاق، في مقدمتها
    if no_text(following, after):
        return False
    if scene.tokens[at - 1].word.key == "من" or word.key == "في" and goes_with_noun(scene, start, at):
        return False  # من خلال زيارة الموقع، الدخول في حوار
    if after.rules & t.UPCOMING:
        return False  # اثناء زيارته القادمة
    if _subject_waits(scene, start, at):
        return False  # أمله بأن الحل في حوار الأطراف
    if word.key in ("خلال", "عقب") and following.rules & t.GATHERING and feminine_perfect(after):
        return True  # خلال قمة عقدت في بروكسل, not خلال عملية نفذت في
    return (
        bool(following.tags & t.SETTING)
        and not following.tags & (t.TIME | t.ORGANISATION)
        and not following.article
    )


def _charge_waits(scene: Scene, draft: Draft, at: int, limit: int) -> bool:
    """Whether what somebody is accused of stands behind what tells where it was said: اتهم الحكومة في بيان |
    بالتراجع عن وعودها، حمل الشركة خلال مؤتمر صحفي مسؤولية الحادث.
    """
    entry = draft.entry
    if not (entry.blames or "object+ب" in entry.governed):
        return False
    then = skip_all_circumstances(scene, at, limit, entry.governed | _BY_WHICH)
    if then >= limit or any(_charges(scene, k) for k in range(draft.start, at)):
        return False
    return _charges(scene, then)


def _charges(scene: Scene, at: int) -> bool:
    """Whether a charge begins at the token: بالإهمال، بـ"الكذب"، مسؤولية الهجوم."""
    word = scene.tokens[at].word
    return word.preposition == "ب" or word.text in _BY_WHICH or bool(word.rules & t.BLAME)


def _subject_waits(scene: Scene, start: int, at: int) -> bool:
    """Whether, behind a noun with أن, only a definite noun stands, of which nothing is told yet: اعتقاده بأن
    السبب | في تعليق الصفقة هو كذا.
    """
    opened = next((k for k in range(start, at) if scene.tokens[k].word.tags & t.COMPLEMENTIZER), at)
    words = [token.word for token in scene.tokens[opened + 1 : at]]
    return bool(words) and all(word.article and not word.preposition for word in words)


def _told_of(scene: Scene, at: int) -> bool:
    """Whether others say something of the noun at the token right behind it: في قرار وصفته المعارضة بأنه, في
    إجراء قالت بروكسل إنه; not في ضربة نفذتها طائرة.
    """
    noun = scene.tokens[at].word
    form = scene.tokens[at + 1].word.verb if at + 1 < len(scene.tokens) else None
    if form is None or form.prefix or not noun.nominal or noun.article or noun.pronoun:
        return False
    if form.pronoun:
        return form.entry.sense in ("describe", "think") or "object+predicate" in form.entry.governed
    return form.entry.clause and form.entry.evidence == "strong"


def _tells_when(scene: Scene, at: int, limit: int, apart: bool, nominal: bool) -> bool:
    """Whether وذلك tells when and where it was said, or who said it, not what for: وذلك بعد …، وذلك في رد على
    …، وذلك وفقا ل …; in a clause with no sign before it (`apart`) only where, not when.
    """
    if scene.tokens[at].word.key != "وذلك" or at + 2 >= limit:
        return False
    first, second = scene.tokens[at + 1].word, scene.tokens[at + 2].word
    if first.tags & t.ATTRIBUTIVE:
        return True
    if first.rules & t.COINCIDING:
        return apart  # وذلك بالتزامن مع، وذلك تزامنا مع
    if not first.tags & t.PREPOSITION or first.key == "في" and second.rules & t.BEARING:
        return False
    if first.key == "في" and second.rules & t.COMMENT:
        return nominal  # وذلك في خطوة مفاجئة
    if not apart:
        return bool(second.tags & t.SETTING) and not second.tags & t.TIME
    meeting = first.key in ("خلال", "لدى", "عقب") and second.pronoun  # وذلك لدى افتتاحه المعرض
    return bool(first.tags & t.TIME or second.tags & (t.SETTING | t.TIME) or meeting)
