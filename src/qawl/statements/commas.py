"""What stands after a comma and is no longer what was said."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import feminine_perfect, imperfect, perfect, prepositional
from qawl.lexicon.word import Word
from qawl.scene import COMMAS, Scene
from qawl.statements.acts import (
    acts_alike,
    acts_himself,
    clauseless,
    deed,
    happens_to_it,
    noun_with_article,
    past_act,
)
from qawl.statements.against import left_open, others_view, turns_against
from qawl.statements.agreement import agreement
from qawl.statements.asides import clause_of_time
from qawl.statements.background import background
from qawl.statements.draft import Draft, is_noun
from qawl.statements.narrator import goes_on_himself
from qawl.statements.relatives import goes_on_relating
from qawl.statements.turns import denied_by_another, turns
from qawl.statements.upon import past_day, upon

_MEANWHILE = ("فيما", "بينما")
"""What goes on with other news of the same time."""
_LONGEST_FRONTED = 10
"""Within how many tokens after وبعد or وفي the verb of a new clause stands."""
_LONG = 4
"""Letters of a verb of three with و before it, which may be its verbal noun too: وعقد."""
_SHORT = 4
"""Letters of a word of which a longer one with و and ت is a verb."""
_WHO_NEAR = 3
"""Tokens before الذي from the role on: النائب حفني القط الذي."""
_SAID_NEAR = 4
"""Tokens behind الذي up to the word of saying: الذي قاطعه بالقول."""
_FIGURES = 8
"""Tokens behind متراجعا among which a number shows that it tells of figures."""


def leaves(scene: Scene, draft: Draft, at: int, limit: int) -> bool:
    """Whether what follows a comma is no longer what was said."""
    nominal = is_noun(draft)
    word = scene.tokens[at].word
    following = scene.tokens[at + 1].word if at + 1 < limit else None
    asked = word.conjunction == "ف" and word.tags & t.QUESTION and not word.tags & t.NEGATION
    if asked and draft.by != "colon":
        return draft.entry.sense != "ask"  # قال إن …، فهل يتغير شيء؟
    if word.rules & t.BACKGROUND:
        return background(scene, draft, at, limit)
    if goes_on_himself(scene, draft, at, limit):
        return True
    if _lists(scene, at, limit):
        return False
    if (
        turns(scene, at, limit, nominal)
        or _came(scene, at, limit, nominal)
        or _done_next(scene, draft, at, limit)
    ):
        return True
    if _supposed(scene, at, limit) or others_view(scene, draft, at, limit) or left_open(scene, at, limit):
        return True
    if (
        turns_against(scene, draft, at, limit)
        or _next_event(scene, draft, at, following)
        or _participle(scene, draft, at, following)
    ):
        return True
    if _new_line(scene, at):
        return True
    then = past_day(scene, draft, at, limit) if nominal else at
    if then > at and (then + 1 >= limit or leaves(scene, draft, then + 1, limit)):
        return True
    if following is None:
        return False
    if word.key == "هذا" and following.key[0] == "و":
        return True  # …، هذا وقد عاد الوفد
    if word.key == "كما" and at + 2 < limit and _somebody_did(following, scene.tokens[at + 2].word):
        return True  # …، كما قرر الرئيس إلغاء الاجتماع
    if (
        answered(scene, at, limit)
        or nominal
        and (_result(scene, at, limit) or _writers_sentence(scene, draft, at, limit))
    ):
        return True
    if nominal and (_begins_anew(word) or _other_news(scene, draft, at) or upon(scene, draft, at)):
        return True
    if word.key[0] == "ف" and draft.by != "colon" and _i_said(word):
        return True
    if word.key not in ("في", "خلال", "عبر"):
        return False
    if following.tags & t.SETTING:
        if following.rules & t.BEARING or not nominal and clause_of_time(scene, at, limit) > at:
            return False  # …، في وقت تواجه فيه البلاد أزمة
        return all(token.word.text not in COMMAS for token in scene.tokens[at:limit])
    return nominal and word.key != "عبر" and bool(following.tags & t.TIME)


def _lists(scene: Scene, at: int, limit: int) -> bool:
    """Whether some of what was said are named: تدابير، وبينها كذا; إصلاحات، في مقدمتها كذا; not وصل إلى عمان،
    ومنها انتقل إلى البتراء.
    """
    word, following = (scene.tokens[min(k, limit - 1)].word for k in (at, at + 1))
    among = at + bool(word.tags & t.PREPOSITION and following.rules & t.LISTING and at + 1 < limit)
    word = scene.tokens[among].word
    if not word.rules & t.LISTING or not word.key.endswith(("ها", "هم")):
        return False
    following = scene.tokens[min(among + 1, limit - 1)].word
    return bool(following.tags & t.VERBAL_NOUN) or not past_act(following)


def _begins_anew(word: Word) -> bool:
    """Whether a pronoun, قد or a clause that waits for its main one begins a sentence: طلب أفكارا أخرى، ونحن
    نعمل; طالب بإزالته، وهذا ما فعلناه; أدان الحادث، وقد عين لجنة; رفض الاتهامات، ورغم ذلك فتح تحقيق.
    """
    pointing = word.tags & t.DEMONSTRATIVE and word.key != "وذلك"
    joined = word.key[0] in "وف" and word.tags & t.PRONOUN or word.conjunction == "و" and pointing
    waits = word.tags & t.SUBORDINATOR and word.stem != "لو" or word.rules & t.CONCESSION
    fronted = word.key[0] == "و" and waits  # not ولو كانوا من خصومه
    return bool(joined or fronted or word.tags & t.PERFECTIVE or word.key == "ولم")


def _i_said(word: Word) -> bool:
    """Whether the writer tells what he said himself: قال لي إنه متعب، فقلت له …"""
    said = (form for form in word.forms if form.tense == "p" and form.person == "1")
    return word.verb is None and any(form.entry.clause and form.entry.evidence == "strong" for form in said)


def _other_news(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether كما, فيما or بينما and a verb go on with other news after a noun that was said: …، كما زار …"""
    word, following = scene.tokens[at].word, scene.tokens[at + 1].word
    verbal = following.tags & t.VERB or following.verb is not None or imperfect(following)
    verbal = verbal or _unknown_perfect(following)
    act = following.tags & t.VERBAL_NOUN and not (following.article or following.preposition)
    verbal = verbal or act and word.key in _MEANWHILE  # فيما تظاهر العشرات
    then = scene.tokens[at + 2].word if at + 2 < len(scene.tokens) else following
    if not verbal or following.tags & t.COMPLEMENTIZER:
        return False
    if word.key == "كما":
        return True
    related = word.key == "فيما" and then.preposition == "ب"  # فيما يتعلق بالأسعار
    return (
        word.key in _MEANWHILE
        and not related
        and not any(
            token.word.tags & (t.CONNECTIVE | t.COMPLEMENTIZER | t.RELATIVE)
            for token in scene.tokens[draft.start : at]
        )
    )


def _came(scene: Scene, at: int, limit: int, nominal: bool) -> bool:
    """Whether the writer tells when it was said: …، جاء ذلك خلال لقائه; …، وتأتي هذه التصريحات بعد …"""
    if not scene.tokens[at].word.rules & t.CAME or at + 2 >= limit:
        return False
    first, second = scene.tokens[at + 1].word, scene.tokens[at + 2].word
    pointed = bool(first.tags & t.DEMONSTRATIVE)
    if nominal and scene.tokens[at].word.conjunction or pointed and (nominal or not second.article):
        return True
    said = second if pointed else first
    return bool(said.tags & (t.SETTING | t.CLAIM_NOUN)) and (pointed or bool(said.pronoun or said.forms))


def _done_next(scene: Scene, draft: Draft, at: int, limit: int) -> bool:
    """Whether the speaker's next act is told after a content that tells of nothing past: …، ثم غادر القاعة;
    …، وغادرت بعدها القاعة.
    """
    tokens = scene.tokens
    if _refuses_next(scene, draft, at) or acts_himself(scene, draft, at):
        return True
    if tokens[draft.start].word.tags & t.COMPLEMENTIZER:
        return False  # قال إنه قصف الموقع، ثم انسحب
    act = at + (tokens[at].word.key == "ثم")
    if act >= limit:
        return False
    now = is_noun(draft) and act > at and (imperfect(tokens[act].word) or tokens[act].word.tags == t.VERB)
    if now and not tokens[act].word.conjunction:
        return True  # تدعوهم إلى السفر، ثم تعود إلى عملها
    if not (past_act(tokens[act].word) if act > at else _acts_after(scene, at, limit)):
        return False
    told = (token.word for token in tokens[draft.start : at])
    return not any(past_act(word) or word.tags & t.AUXILIARY for word in told)


def _refuses_next(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether it is told what who spoke rejects, behind what he will do: قال إنه سيضرب، ورفض أي حوار."""
    verb = scene.tokens[at].word.verb
    if verb is None or verb.prefix != "و" or verb.tense != "p" or verb.entry.evidence != "strong":
        return False
    shall = scene.tokens[draft.start + 1].word.key.startswith(("سي", "ست"))
    his = scene.tokens[draft.start].word.pronoun and shall
    return bool(his) and agreement(scene, draft)[0] in ("", verb.gender)


def _acts_after(scene: Scene, at: int, limit: int) -> bool:
    """Whether a verb with و stands at the token with the time after which it was done: وغادرت بعدها."""
    word = scene.tokens[at].word
    if word.conjunction != "و" or not word.tags & t.VERB or at + 1 >= limit:
        return False
    then = scene.tokens[at + 1].word
    return bool(then.tags & t.TIME and then.pronoun)


def _supposed(scene: Scene, at: int, limit: int) -> bool:
    """Whether the writer goes on with what is thought or told: …، ويعتقد أن …"""
    tokens = scene.tokens
    if tokens[at].word.conjunction != "و" or at + 1 >= limit:
        return False
    return bool(tokens[at + 1].word.tags & t.COMPLEMENTIZER) and any(
        form.tense == "i" and "impersonal" in form.entry.takes and (form.gender, form.number) == ("m", "s")
        for form in tokens[at].word.forms
    )


def _next_event(scene: Scene, draft: Draft, at: int, following: Word | None) -> bool:
    """Whether a comma, و and a verb tell what happened next: after a noun that was said any verb (أعلن افتتاح
    الجسر، وبدأ العمل فيه), after a clause a verb with a subject of its own (…، وعقد المدير العام اجتماعا).
    """
    word, nominal = scene.tokens[at].word, is_noun(draft)
    if following is None:
        return nominal and word.tags == t.VERB and word.conjunction == "و"  # نفت علمها، واكتفت | بالقول
    if noun_with_article(word) or _listed(scene, draft, at):
        return False
    if nominal and goes_on_relating(scene, draft, at):
        return False
    if nominal and (deed(word) or acts_alike(scene, draft, at) or happens_to_it(scene, at)):
        return True
    if not word.conjunction and not any(form.prefix in ("و", "ف") for form in word.forms):
        return nominal and imperfect(word) and _told_anew(scene, draft, at)
    if word.key[0] == "ف" and not nominal:
        return False
    told = any(form.tense == "p" and form.prefix in ("و", "ف") for form in word.forms)
    happened = told and not _rather_noun(word, following) or perfect(word)
    if not happened and not word.tags & t.VERB:
        return nominal and _present(word) and _told_anew(scene, draft, at)
    if nominal and (happened or not _to_be(word) or _told_anew(scene, draft, at)):
        return True
    if not nominal and not happened and _to_be(word):
        return False
    own_subject = t.ROLE | t.ORGANISATION | t.KNOWN_ORGANISATION | t.TITLE
    return bool(following.tags & own_subject) and not following.preposition


def _told_anew(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether a verb with و goes on with no verb said before: أعلن عزمه على الترشح، ويعد ذلك تحولا."""
    word = scene.tokens[at].word
    return word.key[0] == "و" and not word.tags & t.VERBAL_NOUN and clauseless(scene, draft, at - 1)


def _present(word: Word) -> bool:
    """Whether a word with و is an imperfect of saying, shown or unknown: ويعد."""
    return imperfect(word) or any(form.tense == "i" and form.prefix == "و" for form in word.forms)


def _somebody_did(word: Word, subject: Word) -> bool:
    """Whether a verb of the perfect and who did it follow one another: قرر الرئيس."""
    someone = subject.tags & (t.ROLE | t.TITLE) and subject.article and not subject.preposition
    return bool(someone) and past_act(word) and not (word.tags & t.VERBAL_NOUN and word.verb is None)


def _rather_noun(word: Word, following: Word) -> bool:
    """Whether a light verb that is a verbal noun too, or a verb with its object that is a noun with its owner
    too, stands before no one who acts: …، ورفع كفاءة الطاقة; …، ورفضها التدخل.
    """
    light = word.verb is not None and word.verb.entry.evidence == "light" and word.tags & t.VERBAL_NOUN
    owned = word.verb is not None and word.verb.pronoun and word.noun is not None
    if not (light or owned):
        return False
    return not following.tags & (t.ROLE | t.TITLE | t.NAME | t.ORGANISATION)


def _listed(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether a word that may be a perfect in the masculine stands, after what a woman or a body said, before
    no one who may have done it: وكررت الحركة مطالبها بوقف النار، وعقد صفقة.
    """
    word, following = scene.tokens[at].word, scene.tokens[at + 1].word
    may_be_noun = is_noun(draft) and word.tags & t.VERBAL_NOUN and len(word.key) == _LONG
    known = t.ROLE | t.NAMES | t.PLACE | t.TITLE | t.PREPOSITION | t.ORGANISATION
    somebody = following.article or following.tags & known
    return bool(may_be_noun) and agreement(scene, draft)[0] == "f" and not somebody


def _to_be(word: Word) -> bool:
    """Whether a verb with و is an imperfect, which goes on with a clause: …، ويقوم الجندي بالتفتيش."""
    return word.key[1] == "ي" or word.key[1:3] == "سي" or word.key[1] == "ت" and not word.key.endswith("ت")


def _unknown_perfect(word: Word) -> bool:
    """Whether an unknown word with و ends as a verb in the feminine: …، وباشرت الشرطة التحقيق."""
    known = word.tags or word.article or len(word.key) <= _SHORT
    return not known and feminine_perfect(word)


def _participle(scene: Scene, draft: Draft, at: int, following: Word | None) -> bool:
    """Whether a participle in the accusative tells, after a comma, how it was said: …، مسجلا احترازه."""
    word = scene.tokens[at].word
    gender, _ = agreement(scene, draft)
    known = word.participle
    if known is not None and word.tags & t.ORGANISATION:
        takes = known.entry.before_an | known.entry.prepositions
        known = known if following is not None and following.key in takes else None  # يضم مسجدا، ومركزا صحيا
    if known is not None and not word.tags & t.TIME:
        return not (word.conjunction and known.gender == "f") and (not gender or known.gender == gender)
    shaped = word.stem[:1] == "م" and word.stem[-1:] == "ا" and len(word.stem) > 4
    if (
        word.tags & ~t.ADVERBIAL_PARTICIPLE
        or word.forms
        or word.rules & t.RESULTING
        and not is_noun(draft)
        or word.rules & t.CHANGING
        and _of_figures(scene, draft, at)
    ):
        return False
    if gender == "f" and following is not None and word.key[0] == "م" and word.key[-1] == "ة":
        return bool(following.article or following.pronoun) and not prepositional(following)  # متجاهلة لقبه
    return shaped and gender != "f" and not word.stem.endswith("تا")


def _of_figures(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether what was said has numbers before the token or right behind it, or somebody is behind: بلغت
    مليارا، متراجعة عن العام الماضي; متقدما على الهلال; not إن القرار نهائي، متراجعا عن وعوده.
    """
    if scene.tokens[min(at + 1, len(scene.tokens) - 1)].word.key == "على":
        return True
    near = (token.word for token in scene.tokens[draft.start : at + _FIGURES])
    return any(word.kind == "number" or word.tags & t.NUMBER_WORD or word.rules & t.PERCENT for word in near)


def _new_line(scene: Scene, at: int) -> bool:
    """Whether a comma ends the line, and the next begins with the writer's own step: وبالبحث …، هذا وقد …"""
    word = scene.tokens[at].word
    if "\n" not in scene.text[scene.tokens[at - 1].end : scene.tokens[at].start]:
        return False
    return bool(
        word.conjunction
        and (word.preposition or word.tags & (t.ATTRIBUTIVE | t.VERB) or word.verb is not None)
        or word.tags & t.DEMONSTRATIVE
        or word.key in (*_MEANWHILE, "كما")
    )


def answered(scene: Scene, at: int, limit: int) -> bool:
    """Whether the writer tells what another says to it: …، الأمر الذي نفته الوزارة; …، ما أغضب النائب فلانا
    الذي رد قائلا.
    """
    word, following = scene.tokens[at].word, scene.tokens[at + 1].word
    if word.key == "الامر" and following.tags & t.RELATIVE:
        return denied_by_another(scene, at + 2, limit) or _who_answered(scene, at + 2, limit)
    return word.key in ("ما", "مما") and past_act(following) and _who_answered(scene, at + 1, limit)


def _who_answered(scene: Scene, at: int, limit: int) -> bool:
    """Whether it is told what somebody whom it moved said: … أثار استياء النائب فلان الذي قاطعه | بالقول."""
    for who in range(at + 1, limit - 1):
        if not scene.tokens[who].word.tags & t.RELATIVE:
            continue
        moved = scene.tokens[max(at, who - _WHO_NEAR) : who]
        if any(token.word.tags & (t.ROLE | t.GROUP) for token in moved):
            near = [token.word for token in scene.tokens[who + 1 : who + _SAID_NEAR]]
            return any(word.participle or word.noun or word.verb and word.verb.tense == "p" for word in near)
    return False


def _result(scene: Scene, at: int, limit: int) -> bool:
    """Whether the writer tells after a comma what came of it: …، ما أدى إلى توتر; …، الأمر الذي أثار قلقا."""
    tokens, then = scene.tokens, at + 1
    if tokens[at].word.key == "الامر" and then < limit and tokens[then].word.tags & t.RELATIVE:
        return True
    if tokens[at].word.key not in ("ما", "مما"):
        return False
    return then < limit and past_act(tokens[then].word)


def _writers_sentence(scene: Scene, draft: Draft, at: int, limit: int) -> bool:
    """Whether, after a noun that was said, a time or place with و opens a clause of the writer's: …، وبعد ذلك
    وقعت هجمات; …، ونظرا لأن المطر غزير فإن الطريق مغلق.
    """
    word = scene.tokens[at].word
    if not word.key.startswith("و") or not word.tags & (t.PREPOSITION | t.TIME):
        return False
    if any(token.word.conjunction == "ف" and token.word.alef for token in scene.tokens[at:limit]):
        return True
    if word.stem == scene.tokens[draft.start - 1].word.stem:
        return False  # شدد على الوحدة، وعلى الحوار
    for token in scene.tokens[at + 1 : min(at + _LONGEST_FRONTED, limit)]:
        if token.word.tags & (t.COMPLEMENTIZER | t.RELATIVE | t.RELATIVE_FREE):
            return False
        noun = token.word.tags & (t.VERBAL_NOUN | t.PREPOSITION)
        if past_act(token.word) and not token.word.conjunction and not noun:
            return True
    return False
