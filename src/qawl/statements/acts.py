"""What who speaks did next: ندد بالهجوم وترأس اجتماعا طارئا."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import (
    HEADS,
    accusative,
    definite,
    feminine,
    feminine_perfect,
    future,
    imperfect,
    may_answer,
    only_imperfect,
    perfect,
    prepositional,
)
from qawl.lexicon.word import Word
from qawl.model import HEADLINES
from qawl.scene import COMMAS, Scene
from qawl.statements.agreement import agreement, one_speaks
from qawl.statements.draft import Draft

NEGATIONS_OF_VERBS = ("لم", "لن", "ليس", "ليست")
"""Of the negations those that no noun follows: بالحرية وعدم الإكراه, الاستخدام المفرط وغير المتكافئ."""
_IMPERFECT = "يتنس"
"""What an imperfect begins with: يرسل، تشمل، نحن نعمل, سيبدأ."""
_OWNS = ("ل", "من")
"""What may go on with an indefinite noun: دعم له، جزء منه."""
_SHORT = 3
"""Letters of a word that may be a noun where its shape shows no verb: زار is a verb, دخل may be income."""
_LONG = 4
"""Letters of a word in ت, with و, that may be a noun: وصوت."""


def joined_act(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether و or ثم and a verb that can be no noun go on from the cue, where nothing said before it is a
    verb: نددوا بالحادث وهاجموا التصريحات, طالبه بالرحيل واستقدم قوات; or لكن, إلا أن turn to a new clause; or
    a question is answered.
    """
    word = scene.tokens[at].word
    if draft.entry.sense == "ask" and _tells_answer(word):
        return True
    if word.rules & t.CONTRAST and scene.tokens[at + 1 : at + 2]:
        return bool(scene.tokens[at + 1].word.tags & t.COMPLEMENTIZER) and clauseless(scene, draft, at)
    if word.key in ("ثم", "ومن") and _then(scene, at):
        return clauseless(scene, draft, at)
    if word.key[0] not in "وفل" or _between(scene, draft.start, at):
        return False
    following = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else word
    turns = word.key.startswith(("لكن", "ولكن")) and not prepositional(following)
    acts = _is_verb_with_wa(word) or _does(scene, at) or acts_alike(scene, draft, at)
    acts = acts or _they_do(scene, at) or happens_to_it(scene, at)
    if not turns and not acts:
        return False
    return clauseless(scene, draft, at)


def _tells_answer(word: Word) -> bool:
    """Whether a word tells how a question was answered: سألته عن السبب | فرد قائلا، | فلم يجب."""
    if word.key[0] == "ف" and word.stem in NEGATIONS_OF_VERBS:
        return True
    return may_answer(word)


def _between(scene: Scene, start: int, at: int) -> bool:
    """Whether و joins the second of two: الطريق بين القاهرة وعين شمس."""
    near = range(max(start, at - _SHORT), at - 1)
    return any(scene.tokens[k].word.key in ("بين", "كلا", "كل") for k in near)


def clauseless(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether no verb stands in what was said before the token, with which another could go on."""
    marks = scene.closing.keys() | scene.opening.keys()
    between = [k for k in range(draft.start, at) if k not in marks]
    return not any(_clausal(scene.tokens[k].word, scene.tokens[k - 1].word) for k in between)


def _clausal(word: Word, before: Word) -> bool:
    """Whether the verb may go on with a clause that the word stands in, or with what a comma ended."""
    clausal = t.RELATIVE | t.RELATIVE_FREE | t.COMPLEMENTIZER | t.AUXILIARY
    relates = word.tags & clausal and not word.tags & t.PREPOSITION  # من مدينة البصرة
    if relates or word.text in (*COMMAS, "؛", ":"):
        return True
    noun = word.article or word.preposition or word.tags & t.VERBAL_NOUN
    noun = noun or before.tags & t.PREPOSITION and not before.pronoun  # على تجاوز المحنة
    return not noun and (word.verbal or bool(word.tags & t.VERB) or imperfect(word))


def _is_verb_with_wa(word: Word) -> bool:
    """Whether a word is و with a verb, and nothing else: ونقلت، وهاجموا، واستقدم، ولم; not واللعب."""
    if noun_with_article(word) or _owned(word):
        return False
    if perfect(word) or deed(word) or word.conjunction == "و" and word.stem in NEGATIONS_OF_VERBS:
        return True
    if word.tags & t.PERFECTIVE and word.key[0] == "و":
        return True  # وقد
    if word.conjunction == "و" and word.tags == t.VERB and word.stem[0] not in _IMPERFECT:
        return True
    verb = word.verb
    if verb is not None and verb.tense == "p" and verb.prefix == "ف" and not word.tags & t.UNNAMED:
        return True  # على الفوز | فقال, بالرحيل | فرفض; not كل فرد
    if verb is None or verb.tense != "p" or verb.prefix != "و" or _may_be_noun(word):
        return False
    return bool(verb.pronoun) or verb.number != "s" or verb.gender == "f"


def _does(scene: Scene, at: int) -> bool:
    """Whether و and an imperfect that can be no noun go on behind a definite noun, in a headline, or before
    a definite subject: أدان الهجوم ويرسل تعازيه; not بقوانين عادلة وتضمن حقوقا.
    """
    word, before = scene.tokens[at].word, scene.tokens[at - 1].word
    acts = only_imperfect(word) or word.tags == t.VERB
    if word.conjunction != "و" or word.stem[0] not in _IMPERFECT or not acts:
        return False
    subject = at + 1 < len(scene.tokens) and scene.tokens[at + 1].word.article
    known = definite(before) or before.kind == "sign" or bool(before.tags & (t.PLACE | t.NAMES))
    return subject or known or scene.kind in HEADLINES  # شركة تكشف عن هاتف جديد | وتثير جدلا


def _then(scene: Scene, at: int) -> bool:
    """Whether ثم or ومن ثم and a perfect tell what was done afterwards: أعلن إفلاسه | ثم باع بيته; not زيارة
    بيروت ثم دمشق.
    """
    then = at + 1 + (scene.tokens[at].word.key == "ومن")
    if then >= len(scene.tokens) or scene.tokens[then - 1].word.key != "ثم":
        return False
    word = scene.tokens[then].word
    verb = word.verb is not None and word.verb.tense == "p" or word.tags & t.VERB and not imperfect(word)
    known = word.tags & ~t.VERB or word.article or word.preposition
    return not known and bool(verb or feminine_perfect(word)) and not future(word)


def _they_do(scene: Scene, at: int) -> bool:
    """Whether و and an imperfect of several tell what they do besides: يطالبون بزيادة الأجور | وينظمون مسيرة;
    not the name ويلسون.
    """
    word, before = scene.tokens[at].word, scene.tokens[at - 1].word
    several = word.key.startswith("وي") and word.key.endswith("ون")
    if not several or before.tags & (HEADS | t.NAMES | t.TITLE):
        return False
    return only_imperfect(word) or imperfect(word) or word.tags == t.VERB


def happens_to_it(scene: Scene, at: int) -> bool:
    """Whether و and a verb tell what was done in or to what a definite noun before them names: مسؤوليته عن
    الهجوم | وقتل فيه عشرة, انتقادات للفنانة، | وسخر منها البعض; not تقديرا ودعما له.
    """
    word = scene.tokens[at].word
    bound = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else word
    if word.key[0] != "و" or word.article or not bound.rules & t.RETURNING:
        return False
    before = scene.tokens[at - 1 - (scene.tokens[at - 1].word.text in COMMAS)].word
    told = word.tags & t.VERB or word.verb is not None and word.verb.tense == "p" and word.verb.prefix == "و"
    if not told or not (definite(before) or before.tags & t.NAMES):
        return False
    noun = word.tags & t.VERBAL_NOUN or _may_be_noun(word)
    return not noun or not bound.key.startswith(_OWNS)


def noun_with_article(word: Word) -> bool:
    """Whether a word has ال and is none of the verbs that begin like it: واللعب; not والتحق، وألقى."""
    return word.article and word.stem[0] != "ت" and "أل" not in word.text


def _owned(word: Word) -> bool:
    """Whether a noun in ة has whose it is, which looks like a verb and its object: وقدرته على الفوز."""
    return bool(word.pronoun and word.tags & t.VERBAL_NOUN) and word.stem.endswith("ة")


def deed(word: Word) -> bool:
    """Whether a word is و with a verb that the tables know to be no noun: وسافر، وكان; not وكأن."""
    return bool(word.rules & t.DEED) and word.key[0] in "وف" and "كأن" not in word.text


def acts_alike(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether و and a word that may be a perfect are a verb of the cue's gender here: وزار الجرحى, ومدت يدها
    إلى خصومها.
    """
    gender, _ = agreement(scene, draft)
    word = scene.tokens[at].word
    following = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else word
    if _to_the_same(scene, draft, word):
        return True
    if gender == "f":
        short = len(word.key) <= _LONG and not following.key.endswith("ها")
        known = word.tags or word.article or word.forms or short or word.key.endswith("ات")
        return word.key[0] == "و" and word.key.endswith("ت") and (word.tags == t.VERB or not known)
    if gender == "m" and _does_what(scene, at, word, following):
        return True
    if gender != "m" or word.conjunction != "و" or word.preposition or word.article or _owned(word):
        return False
    noun = word.tags & (HEADS | t.VERBAL_NOUN | t.LAW | t.PLACE | t.TIME | t.CLAIM_NOUN | t.PREPOSITION)
    verb = word.verb
    if verb is not None and verb.tense == "p" and verb.prefix == "و":
        noun = noun or _may_be_noun(word) or not _is_verb_alone(word.stem)
        governs = following.tags & t.PREPOSITION or following.preposition == "ب"
        return not noun or bool(governs) or _is_accusative(following)
    if not word.tags & t.VERB or noun or future(word):
        return False
    verbs = _is_verb_alone(word.stem) and (word.stem[0] != "ت" or word.stem[-1] in "ىا")
    return verbs or _is_accusative(following)


def _to_the_same(scene: Scene, draft: Draft, word: Word) -> bool:
    """Whether و and a verb have the object of the cue: اتهمه بالسرقة | وطرده; not هدده بقتله وحرقه."""
    verb, first = scene.tokens[draft.cue].word.verb, scene.tokens[draft.start].word
    pronoun = verb.pronoun if verb is not None else ""
    if not pronoun or first.pronoun or word.key[0] != "و" or not word.key.endswith(pronoun):
        return False
    three = len(word.key) - len(pronoun) == _LONG
    return three and not word.article and not word.tags & ~(t.VERB | t.VERBAL_NOUN | t.PLAIN)


def _does_what(scene: Scene, at: int, word: Word, following: Word) -> bool:
    """Whether و and three letters behind a comma have an object that shows it by its ending, as a verbal noun
    has none: نفى التهمة، | وفتح تحقيقا; not وعلى نطاق واسع، ومبلغ.
    """
    three = len(word.key) == _LONG and word.key[0] == "و" and not (word.article or word.preposition)
    act = word.tags & t.VERBAL_NOUN or not word.tags & ~(t.VERB | t.NAMES | t.PLAIN)
    if not three or not act or scene.tokens[at - 1].word.text not in COMMAS:
        return False
    return following.key.endswith("ا") and _is_accusative(following)


def acts_himself(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether و and a perfect in the masculine tell what who spoke did, as none but a feminine noun stands in
    the clause before: قال الوزير إن الحكومة ملتزمة، | وانسحب من الجلسة; not إن الأزمة انتهت، وعاد السكان.
    """
    first, word = scene.tokens[draft.start].word, scene.tokens[at].word
    if draft.by != "clause" or not (first.article and feminine(first)) or at + 1 >= len(scene.tokens):
        return False
    if not _is_verb_with_wa(word) or word.tags & (t.NEGATION | t.PERFECTIVE | t.AUXILIARY):
        return False
    if word.key[0] != "و" or feminine_perfect(word) or word.key.endswith("وا"):
        return False
    if agreement(scene, draft) != ("m", "s") or not one_speaks(scene, draft):
        return False
    told = (token.word for token in scene.tokens[draft.start + 1 : at - 1])
    others = t.ROLE | t.NAMES | t.GROUP | t.TITLE | t.UNNAMED
    if any(other.tags & others or other.text in COMMAS for other in told):
        return False
    following = scene.tokens[at + 1].word
    return prepositional(following) or bool(following.pronoun) or following.article and feminine(following)


def _may_be_noun(word: Word) -> bool:
    """Whether a verb is spelled like its verbal noun or a noun of saying: شجبهم، توجه."""
    return any(form.tense in "ms" for form in word.forms)


def _is_verb_alone(stem: str) -> bool:
    """Whether a known verb is shaped like no noun of three letters: زار، جدد، دعا; not حمل، دخل."""
    return len(stem) > _SHORT or stem[-1] in "ىا" or stem[1:2] == "ا" or stem[1:2] == stem[2:3]


def _is_accusative(word: Word) -> bool:
    """Whether an indefinite noun is the object of a verb before it, and no verbal noun's genitive."""
    unknown = not (word.tags & ~t.VERBAL_NOUN or word.article)
    return accusative(word) or unknown and word.key.endswith("ا") and len(word.key) > _LONG


def past_act(word: Word) -> bool:
    """Whether a word without و reads as a verb of the perfect."""
    if word.tags & t.VERB and word.key[0] not in "يتن" and not future(word):
        return True
    return bool(word.forms) and any(form.tense == "p" for form in word.forms)
