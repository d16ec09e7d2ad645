"""An indefinite noun right before the verb, of which it tells without الذي: ورود تقارير أفادت بأن."""

from __future__ import annotations

from qawl.cues import Candidate
from qawl.cues.verbs import FOR_HIM
from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS, accusative, feminine
from qawl.lexicon.word import NOTHING, Word
from qawl.phrases import Phrase, noun_phrase
from qawl.scene import Scene
from qawl.statements.agreement import PRONOUNS, agrees

_LONGEST_PHRASES = 9
"""Words of the prepositions between a noun and the verb that tells of it, at most."""
_LONGEST_NOUN = 3
"""Words of such a noun with its adjectives, at most."""
_FINDS = frozenset({"show", "conclude", "reveal"})
"""Senses of verbs that tell what an inquiry finds: دراسة نشرتها المجلة وخلصت إلى أن."""
_WHERE = ("في", "عبر", "خلال", "بعد", "عقب", "قبل")
"""Behind which a text or body tells where or when others speak."""


def told_by_text(scene: Scene, candidate: Candidate) -> Phrase | None:
    """The indefinite text right before an imperfect that tells what it says: على علم بتقرير يفيد بأن, or of
    whom it asks something: وقعوا عريضة تطالب الوزارة بسحب الكتاب; not one that somebody speaks in (الوزير
    في بيان يؤكد).
    """
    at = candidate.at
    if at < 1:
        return None
    word, before = scene.tokens[at - 1].word, scene.tokens[max(at - 2, 0)].word
    form = candidate.form
    if form.tense != "i" or form.prefix or not form.entry.clause or word.article or word.pronoun:
        return None
    then = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else NOTHING
    told = form.pronoun and not then.rules & t.RETURNING  # تلقت إنذارا يهددها بالفصل
    governed = word.preposition or before.tags & t.PREPOSITION and before.stem != "في"
    called = form.entry.objects or "addressee" in form.entry.governed
    asks = called and not before.tags & (t.PREPOSITION | t.CLAIM_NOUN | t.DOCUMENT)  # مشروع قرار
    text = word.tags & (t.DOCUMENT | t.SETTING if told else t.DOCUMENT)
    if not (text and (governed or told or asks) or asks and word.rules & t.ISSUED_WORDS):
        return None
    counted = before.kind == "number" or bool(before.tags & t.QUANTIFIER)
    phrase = noun_phrase(scene, at - 1 - counted, at, frozenset(), attached=True)
    return phrase if phrase is not None and agrees(scene, phrase, form) else None


def told_by_made(scene: Scene, candidate: Candidate) -> Phrase | None:
    """The indefinite text before who made it and an imperfect that tells what it says: مشروع قرار قدمته قطر
    يطالب بكذا, عريضة وقعها نواب تنتقد كذا, مشروع قانون تقدم به نواب يدعو إلى كذا; or behind أن any verb: لكن
    تقريرا اطلعت عليه الصحيفة أكد; or a perfect with و: دراسة نشرتها المجلة وخلصت إلى أن. Of one that came
    from somebody, who sent it: بلاغا من الأهالي يفيد بكذا.
    """
    at, form = candidate.at, candidate.form
    marked = at - 1 in scene.opening and form.prefix  # دراسة نشرتها مجلة «ساينس» وخلصت
    if form.pronoun or form.number != "s" or scene.tokens[at - 1].word.kind != "word" and not marked:
        return None
    then = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else NOTHING
    if form.prefix and (form.prefix != "و" or form.tense != "p" or then.rules & t.RETURNING):
        return None
    for made in range(at - 2, max(at - _LONGEST_PHRASES, 0), -1):
        word, before = scene.tokens[made].word, scene.tokens[made - 1].word
        if (
            word.kind != "word"
            and not marked
            or word.conjunction
            or word.tags & (t.FUNCTION & ~t.PREPOSITION)
        ):
            return None
        if word.key == "من" and (sender := _sender(scene, candidate, made)) is not None:
            return sender
        bears = word.key.endswith(("ه", "ها")) and not (word.article or word.tags & ~t.VERB)
        bears = bears or word.rules & t.ISSUED > 0 and word.pronoun in ("ه", "ها")  # نشرته is no نشرة
        returns = word.rules & t.RETURNING and not (before.article or before.pronoun)  # تقدم به نواب
        if returns or bears and before.nominal and not (before.article or before.pronoun):
            text = _text_before(scene, made - bool(returns)) or _text_behind_an(scene, made)
            who = noun_phrase(scene, made + 1, at, frozenset({"NP"}))
            if text is None or who is None or who.end != at:
                return None
            if form.prefix:
                spoken = scene.tokens[text.start].word.rules & t.SPOKEN_DOCUMENT
                other = form.entry.sense not in _FINDS and text.start > 1  # تسلم تقريرا أعدته اللجنة وقال
                whole = noun_phrase(scene, text.start, at, frozenset(), attached=True) or text
                return whole if not (spoken or other) and agrees(scene, text, form) else None
            if not accusative(scene.tokens[text.start].word) and _somewhere(scene, text.start):
                return None  # في بيان أصدرته الوزارة يؤكد الوزير
            before = scene.tokens[max(text.start - 1, 0)].word
            opened = before.tags & t.COMPLEMENTIZER or before.key.endswith("لكن")
            return text if (form.tense == "i" or opened) and agrees(scene, text, form) else None
    return None


def _sender(scene: Scene, candidate: Candidate, of: int) -> Phrase | None:
    """Who stands behind من, right before an imperfect that tells of the indefinite text before it, or what he
    says in it: تلقى المدير إخطارا من مأمور القسم | يفيد بكذا, بلاغا من ربة منزل | تتهم فيه زوجها بكذا.
    """
    text, form = _text_before(scene, of), candidate.form
    if text is None or form.tense != "i" or not accusative(scene.tokens[text.start].word):
        return None
    who = noun_phrase(scene, of + 1, candidate.at, frozenset())
    if who is None or who.end != candidate.at:
        return None
    said_in = scene.tokens[min(candidate.at + 1, len(scene.tokens) - 1)].word.rules & t.SAID_IN
    return who if agrees(scene, who if said_in else text, form) else None


def _text_behind_an(scene: Scene, end: int) -> Phrase | None:
    """The indefinite text with what belongs to it that stands behind أن: بيد أن تقريرا لخبراء الأمم المتحدة |
    اطلعت عليه.
    """
    for at in range(end - 1, max(end - _LONGEST_PHRASES, 0), -1):
        word, before = scene.tokens[at].word, scene.tokens[at - 1].word
        if word.kind != "word" or word.conjunction:
            return None
        if before.tags & t.COMPLEMENTIZER and not before.pronoun:
            text = word.tags & t.DOCUMENT and not word.article and not word.pronoun
            return noun_phrase(scene, at, end, frozenset()) if text else None
    return None


def _text_before(scene: Scene, end: int) -> Phrase | None:
    """The indefinite text, with its adjectives, that ends before the token: مشروع قرار | قدمته."""
    for start in range(end - 1, max(end - _LONGEST_NOUN, 0) - 1, -1):
        word, before = scene.tokens[start].word, scene.tokens[start - 1].word if start else NOTHING
        if word.article or word.pronoun or word.kind != "word" or not (word.nominal or word.preposition):
            return None
        if word.tags & t.DOCUMENT:
            owner = before.tags & HEADS and before.nominal and not (before.article or before.pronoun)
            phrase = noun_phrase(scene, start - bool(owner), end, frozenset(), attached=True)
            return phrase if phrase is not None and phrase.end == end else None
    return None


def told_by_group(scene: Scene, candidate: Candidate) -> Phrase | None:
    """The indefinite group right before a verb in the plural, which tells of it: تجمع أمام السفارة محتجون
    نددوا بكذا; not what goes on from another noun (عائلات ضحايا، عمال ونقابيون).
    """
    at = candidate.at
    if at < 2 or candidate.form.number != "p" or candidate.form.prefix:
        return None
    word, before = scene.tokens[at - 1].word, scene.tokens[at - 2].word
    counted = word.tags & t.ROLE and (
        before.kind == "number" or before.tags & t.NUMBER_WORD
    )  # 200 موظف طالبوا
    others = word.article or word.pronoun or word.preposition or word.conjunction
    if others or not (word.tags & t.GROUP or counted):
        return None
    if counted:
        more = scene.tokens[at - 3].word if at > 3 else NOTHING  # أكثر من 200 موظف
        start = at - 4 if more.key == "من" and scene.tokens[at - 4].word.tags & t.QUANTIFIER else at - 2
        return noun_phrase(scene, start, at, frozenset())
    owned = before.nominal and not (before.article or before.pronoun)
    return noun_phrase(scene, at - 1, at, frozenset()) if not owned else None


def told_by_claim(scene: Scene, candidate: Candidate) -> Phrase | None:
    """The indefinite text, recording or claim before a verb of claiming, which tells of it: تداولوا مقطعا |
    يزعم أن, فند ادعاءً مشابها | زعم أن; not خبرا زعمت فيه أن, في منشور ادعى.
    """
    at, form = candidate.at, candidate.form
    then = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else NOTHING
    if form.entry.sense != "claim" or form.number != "s" or form.prefix or then.rules & t.SAID_IN:
        return None
    for start in range(at - 1, max(at - _LONGEST_NOUN, 0) - 1, -1):
        word = scene.tokens[start].word
        owned = word.pronoun and "\u064b" not in word.text  # مشابهًا is no مشابهها
        if word.kind != "word" or word.article or owned or word.tags & t.PREPOSITION:
            return None
        text = word.tags & (t.DOCUMENT | t.SETTING | t.CLAIM_NOUN)
        if text and (accusative(word) or not _somewhere(scene, start)):
            phrase = noun_phrase(scene, start, at, frozenset(), attached=True)
            return phrase if phrase is not None and phrase.end == at else None
    return None


def indefinite(scene: Scene, stop: int, candidate: Candidate) -> Phrase | None:
    """The indefinite noun, right before the verb or before prepositions, of which it tells without الذي."""
    if candidate.form.tense not in ("p", "i"):
        return None
    phrase = _right_before(scene, stop, candidate) or _said_or_body(scene, stop, candidate)
    phrase = phrase or _before_prepositions(scene, stop, candidate)
    before = scene.tokens[phrase.start - 1].word if phrase is not None and phrase.start else NOTHING
    purpose = before.key[:1] == "ل" and any(form.tense == "m" for form in before.forms)
    asked = (
        before.tags & t.PREPOSITION and phrase is not None and scene.tokens[phrase.start].word.rules & t.ASKED
    )
    return phrase if not (purpose or asked) else None  # تستعد لطرح قرار يدين كذا، ردا على سؤال قال إن


def _before_prepositions(scene: Scene, stop: int, candidate: Candidate) -> Phrase | None:
    """The indefinite text or somebody before prepositions, with a verb that tells of it without الذي: تلقى
    بلاغا من السكان يفيد بكذا، أحد العاملين في المصنع قال إنه; not one that something is said in (في بيان
    للوزارة يؤكد).
    """
    if candidate.form.prefix or candidate.form.number != "s":
        return None
    for at in range(stop - 1, max(stop - _LONGEST_PHRASES, 0), -1):
        word = scene.tokens[at].word
        if (
            word.kind != "word"
            or word.verbal
            or word.conjunction
            or word.tags & (t.FUNCTION & ~t.PREPOSITION)
        ):
            return None
        if word.tags & t.PREPOSITION and not word.nominal or word.preposition:
            told = _told_of(scene, at, stop, candidate)
            if told is not None:
                return told
    return None


def _told_of(scene: Scene, end: int, stop: int, candidate: Candidate) -> Phrase | None:
    """The indefinite noun phrase that ends at `end`, of which the verb behind `stop` can tell."""
    for start in range(end - 1, max(end - _LONGEST_NOUN, 1) - 1, -1):
        word, before = scene.tokens[start].word, scene.tokens[start - 1].word
        joined = word.preposition == "ب"  # مستشهدة بتقرير للبنك حذر من
        if word.kind != "word" or word.pronoun or not (word.nominal or joined) or word.tags & t.FUNCTION:
            return None
        of_those = any(token.word.article for token in scene.tokens[start + 1 : end])
        following = scene.tokens[start + 1].word
        people = following.article and following.tags & t.GROUP  # أحد العاملين; not عشرات القذائف
        somebody = word.tags & (t.QUANTIFIER if people else 0 if of_those else t.UNNAMED | t.ROLE)
        behind = word.preposition or before.tags & t.PREPOSITION  # على تقرير للبنك أشار إلى
        whose = scene.tokens[end].word.preposition == "ل" and behind and candidate.form.entry.clause
        text = word.tags & t.DOCUMENT and (whose or candidate.form.tense == "i" and not of_those)
        if (text or somebody) and not word.article:
            owned = before.nominal and not (before.article or before.pronoun or joined)
            if before.key == "في" or owned:
                return None
            phrase = noun_phrase(scene, start, stop, frozenset(), attached=True)
            fits = phrase is not None and not phrase.named and agrees(scene, phrase, candidate.form)
            return phrase if fits else None
        if word.preposition:
            return None
    return None


def _describes(before: Word, role: Word) -> bool:
    """Whether a word for somebody is but the adjective of the noun before it, or a name: ندبة كبيرة، مركزا
    اقتصاديا، الشيخ جراح; not كاتبا صحفيا.
    """
    accusative = role.key == role.stem + "ا"
    if before.article:  # في الحي رجل هدد
        known = before.tags & (t.ROLE | t.TITLE | t.NAME) or feminine(role)
        return bool(known) and not (accusative or role.preposition)
    if not before.nominal or before.tags & (t.ROLE | t.GROUP | t.UNNAMED):
        return False
    return accusative and before.key == before.stem + "ا" or feminine(role)


def _right_before(scene: Scene, stop: int, candidate: Candidate) -> Phrase | None:
    """ورود تقارير أفادت بـ: an indefinite noun before the verb, which is a relative clause without الذي."""
    tokens, start = scene.tokens, stop
    then = tokens[candidate.at + 1].word if candidate.at + 1 < len(tokens) else None
    if then is not None and then.rules & t.SAID_IN and not candidate.form.prefix:
        return None  # أصدر النادي بيانا أكد فيه …: what it was said in
    shown = PRONOUNS.get(then.pronoun) if then is not None and then.tags & t.COMPLEMENTIZER else None
    several = shown == ("m", "p") and candidate.form.number == "s"
    last = tokens[stop - 1].word
    letter = shown == ("f", "s") and last.tags & t.DOCUMENT and feminine(last)  # وثيقة قالت إنها سرية
    if several or letter or shown == ("m", "s") and candidate.form.gender == "f":
        return None  # أفراد قالت إنهم، رجل قالت إنه: others say it of them
    while start > 0 and start > stop - 4:
        word = tokens[start - 1].word
        if word.kind != "word" or word.article or word.pronoun or word.tags & t.FUNCTION:
            return None
        heads = start < stop and start > 1 and scene.tokens[start - 2].word.article  # في الحي رجل غاضب هدد
        if word.tags & t.ROLE and start > 1 and not heads and _describes(scene.tokens[start - 2].word, word):
            if not scene.tokens[start - 2].word.tags & t.DOCUMENT:
                return None
            start -= 1
            continue  # تقارير صحفية أفادت
        if word.forms and not word.tags & t.DOCUMENT:
            return None
        made = candidate.form.gender == "f" or shown and not word.tags & (t.ROLE | t.GROUP | t.UNNAMED)
        his = candidate.form.gender == "m" and word.tags & t.DOCUMENT and feminine(word)  # في تغريدة قال
        if his or candidate.form.number == "p" or made and word.key == word.stem + "ا":
            return None  # تسجيلا قالت إنه، صورا قال إنها: the noun is what was made, not who says it
        start -= 1
        if start and word.tags & t.ROLE and scene.tokens[start - 1].word.tags & t.SETTING and not heads:
            continue  # في تصريح إعلامي أفاد فلان
        told_him = candidate.form.pronoun or then is not None and then.key in FOR_HIM
        met = told_him and word.tags & (t.UNNAMED | t.ROLE)  # اتصل بموظف أكد له أن
        if met or word.tags & (t.DOCUMENT | t.UNNAMED | t.GROUP | t.ROLE) and not word.preposition:
            before = scene.tokens[start - 1].word if start else word
            noun = before.nominal or before.preposition  # لعائلات ضحايا طالبت
            owner = before.tags & HEADS and noun and not (before.article or before.pronoun)
            begin = start - 1 if owner else start  # مشروع قرار
            return noun_phrase(scene, begin, stop, frozenset(), attached=True)
    return None


def _said_or_body(scene: Scene, stop: int, candidate: Candidate) -> Phrase | None:
    """What was said or a body, also with what is written to it: شائعات ذكرت أن، بجماعة دعت إلى، لقرار يطالب
    بكذا; not where it is said in or of that (ببيان قال، مزاعم قالت إنها كاذبة).
    """
    following = scene.tokens[candidate.at + 1].word if candidate.at + 1 < len(scene.tokens) else NOTHING
    if candidate.form.prefix or following.rules & t.SAID_IN:
        return None
    opening = following.pronoun if following.tags & t.COMPLEMENTIZER else ""
    for at in range(stop - 1, max(stop - _LONGEST_NOUN, 0) - 1, -1):
        word = scene.tokens[at].word
        other = word.article or word.pronoun or word.conjunction or word.tags & t.FUNCTION
        if other or not (word.nominal or word.preposition):
            return None
        said = word.tags & t.CLAIM_NOUN or any(form.tense == "s" for form in word.forms)
        text = (said or word.tags & t.DOCUMENT and word.preposition) and word.preposition != "ب"
        body = word.tags & t.ORGANISATION and not word.rules & t.SIDE and candidate.form.tense == "p"
        body = body and word.key != word.stem + "ا"  # مركزا تجاريا
        if not (text or body):
            continue
        told_of = candidate.form.pronoun, opening if text else ""
        its_own = any(PRONOUNS.get(pronoun) == (candidate.form.gender, "s") for pronoun in told_of)
        if its_own or _somewhere(scene, at):
            return None
        phrase = noun_phrase(scene, at, stop, frozenset(), attached=True)
        fits = phrase is not None and phrase.end == stop and agrees(scene, phrase, candidate.form)
        return phrase if fits else None
    return None


def _somewhere(scene: Scene, at: int) -> bool:
    """Whether a text or body belongs to another noun or tells where or when others speak: في حركة قالت."""
    before = scene.tokens[at - 1].word if at else NOTHING
    owned = before.nominal and not (before.article or before.tags & t.PREPOSITION)
    setting = before.tags & t.SETTING and not before.tags & t.TIME  # not بحث اليوم مشروع قرار
    return owned or before.stem in _WHERE or bool(setting)
