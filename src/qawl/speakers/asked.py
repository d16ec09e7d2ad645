"""Who was asked, and therefore answers: وبسؤال المتهم، قال; سألت الصحيفة الوزير عن كذا فقال."""

from __future__ import annotations

from qawl import fold
from qawl.lexicon import tags as t
from qawl.lexicon.shape import OF_HIM, may_answer, whether
from qawl.lexicon.word import Token, Word
from qawl.model import Statement
from qawl.phrases import noun_phrase
from qawl.speakers.likeness import same_gender
from qawl.speakers.mention import Mention
from qawl.speakers.stage import Stage
from qawl.speakers.subjectwords import PEOPLE, is_finite

_LEAST_TO_ASKED = 2
"""Tokens of who was asked before a cue: وبسؤال المتهم قال."""
ABOUT = ("عن", "عما", "حول", "بشان")
"""Words behind which stands what is asked of."""
_NAMED = PEOPLE & ~(t.VERBAL_NOUN | t.QUANTIFIER)
"""Classes of words that name whom the question is put to."""
_ASKED_OF = frozenset({"NP", "عن", "ب", "على"})
"""What heads of what somebody was asked: وبسؤال المتهم عن المال، وبمواجهته بالتحريات."""
_MOST_TO_PARTICIPLE = 4
"""Tokens from the verb that answers to its participle: فرد على النائب قائلا."""
_REQUESTED = "addressee+من"
"""What a verb takes that asks somebody for something: طلب من."""


def fronted_asked(stage: Stage, statement: Statement) -> Mention | None:
    """Who was asked or faced, with which the sentence begins: وبسؤال المتهم عن كذا، قال; وبمواجهة
    المتهمين، اعترفوا.
    """
    scene, cue = stage.scenes[statement.sentence], stage.cue_token(statement)
    first = scene.tokens[0].word
    if cue < _LEAST_TO_ASKED or first.preposition != "ب" or not first.rules & t.ASKING or first.pronoun:
        return None
    phrase = noun_phrase(scene, 1, cue, _ASKED_OF)
    made = stage.mention_of(scene, phrase) if phrase is not None else None
    several = statement.number in ("p", "d")
    fits = made is not None and made.plural == several and same_gender(made.gender, statement.gender)
    return made if fits else None


def who_answers(stage: Stage, statement: Statement) -> Mention | None:
    """The person who was asked before a cue with ف, or one of answering, in its sentence: سألت الصحيفة الوزير
    عن كذا فقال; توجهنا بالسؤال إلى فلان، فأجاب; طلب الوزير من المدير كذا، فأجابه; قال الطالب للوزير كذا، فرد
    عليه.
    """
    tokens, cue = stage.scenes[statement.sentence].tokens, stage.cue_token(statement)
    answers = tokens[cue].word.conjunction == "ف" or statement.cue.sense == "answer"
    if statement.number == "p" or not statement.by.startswith("verb"):
        return _spoken_to(stage, statement) if statement.by.startswith("participle") else None
    if not answers:
        return None
    asked = _question(tokens, cue)
    if asked is None:
        return _spoken_to(stage, statement)
    if _again(tokens, asked):
        return None
    told = _told(stage, statement.sentence, asked, cue)
    if not told and (pointed := _pointed_to(stage, statement, asked)) is not None:
        return pointed
    if tokens[asked].word.tags & t.VERB:  # استمع القاضي | إلى الشاهد، فقال
        asked = next((at for at in range(asked, cue) if tokens[at].word.key == "الى"), asked)
    for person in told or stage.people_in(statement.sentence):
        behind = tokens[asked].end <= person.start and person.end <= statement.cue.start
        fits = person.kind == "person" and same_gender(person.gender, statement.gender)
        if behind and fits and not _is_matter(stage, asked, person):
            return person
    return None


def _spoken_to(stage: Stage, statement: Statement) -> Mention | None:
    """The person to whom the last who spoke in the sentence did so, where another answers him: قال الطالب
    للوزير فلان: «…»، فرد عليه; not …، ورد.
    """
    tokens, spoke = stage.scenes[statement.sentence].tokens, stage.spoke_in(statement.sentence)
    turn = _turn(tokens, stage.cue_token(statement))
    if not spoke or tokens[turn].word.key[0] != "ف" or not may_answer(tokens[turn].word):
        return None
    told = _told(stage, statement.sentence, stage.cue_token(spoke[-1][0]), turn)
    return next((person for person in told if same_gender(person.gender, statement.gender)), None)


def asked_again(stage: Stage, statement: Statement) -> bool:
    """Whether who spoke before was asked once more before a verb, which answers: وسئل عما إذا كان فلان سيأتي،
    فأجاب; وعما إذا كان فلان سيأتي، قال.
    """
    tokens, cue = stage.scenes[statement.sentence].tokens, stage.cue_token(statement)
    asked = _question(tokens, cue) if statement.by.startswith("verb") else None
    if asked is not None and _again(tokens, asked):
        return True
    return statement.by.startswith(("verb", "noun")) and _nobody_else_asked([k.word for k in tokens[:cue]])


def faced(stage: Stage, statement: Statement) -> bool:
    """Whether a sentence begins with what somebody did to him who answers: وسأله القاضي عن كذا، فأجاب; وواجهه
    المحقق بكذا، فرد; وعندما سألته الصحفية عن كذا، رد قائلا.
    """
    tokens, cue = stage.scenes[statement.sentence].tokens, stage.cue_token(statement)
    when = len(tokens) > 1 and bool(tokens[0].word.tags & t.SUBORDINATOR)
    first, turn = tokens[when].word, _turn(tokens, cue)
    pronoun = first.verb.pronoun if first.verb is not None else first.pronoun
    shown = "f" if pronoun == "ها" else "m"
    if turn <= when or pronoun not in OF_HIM or first.nominal or shown != statement.gender:
        return False
    asked = any(form.entry.sense == "ask" for form in first.forms)
    answers = may_answer(tokens[turn].word)
    then = tokens[turn].word.key[0] == "ف" or when and tokens[turn].word.conjunction != "و"
    return then and (asked or answers)


def _turn(tokens: list[Token], cue: int) -> int:
    """The finite verb to which a cue belongs, 0 where there is none: فأجاب; فرد | قائلا; فرد عليه | قائلا."""
    if is_finite(tokens[cue].word) or may_answer(tokens[cue].word):
        return cue
    near = range(cue - 1, max(cue - _MOST_TO_PARTICIPLE, 0), -1) if tokens[cue].word.participle else ()
    return next((at for at in near if is_finite(tokens[at].word) or may_answer(tokens[at].word)), 0)


def _nobody_else_asked(words: list[Word]) -> bool:
    """Whether words tell what was asked, and before it nobody, or who asked him: وعما إذا كان، ولدى سؤاله عما
    إذا كان، وعندما سأله الصحفيون إن كان.
    """
    him = False
    for at in range(1, len(words) - 1):
        before = words[at - 1]
        him = him or before.verb is not None and before.verb.pronoun in OF_HIM
        if not him and before.tags & _NAMED and not before.tags & (t.MEDIA | t.OUTLET):
            return False
        if whether(before, words[at], words[at + 1]):
            return True
    return False


def _again(tokens: list[Token], asked: int) -> bool:
    """Whether at token `asked` stands the passive of asking, and nobody who is asked behind it: سئل عما."""
    return bool(tokens[asked].word.passive) and tokens[asked + 1].word.key in ABOUT


def _question(tokens: list[Token], cue: int) -> int | None:
    """The token before the cue that asks somebody, and is not what was asked: سئل عما إذا كان قد طلب."""
    asks = [at for at in range(cue - 1, -1, -1) if _asks(tokens[at].word)]
    questions = (at for at in asks if any(form.entry.sense == "ask" for form in tokens[at].word.forms))
    return next(questions, asks[0] if asks else None)


def _pointed_to(stage: Stage, statement: Statement, asked: int) -> Mention | None:
    """The last person before the verb at token `asked` that asks him by a pronoun, and who does not ask:
    تواصل الممثل مع المخرج فلان، وطلب منه كذا، فأجابه; or before the noun that says why he was called:
    اتصلت الصحيفة بالمخرج فلان لسؤاله عن كذا، فأجاب.
    """
    tokens = stage.scenes.tokens[statement.sentence]
    verb = tokens[asked].word.verb
    behind = tokens[asked + 1].word
    asking = next(reversed(stage.spoke_in(statement.sentence)), None)
    if _to_ask(tokens[asked].word):
        own = set()
    else:
        him = behind.rules & t.RETURNING and behind.key.startswith("من")
        if asking is None or verb is None or not (verb.pronoun or him):
            return None
        own = set(fold.key(asking[1].name).split())
    for person in reversed(stage.people_in(statement.sentence)):
        if person.end > tokens[asked].start or not same_gender(person.gender, statement.gender):
            continue
        if own.isdisjoint(person.name_keys):
            return person
    return None


def _is_matter(stage: Stage, asked: int, person: Mention) -> bool:
    """Whether the question behind token `asked` is about the person: سئل عن المدير فلان فقال."""
    place = stage.place_in_sentence(person.start)
    tokens = stage.scenes.tokens[stage.scenes.at(person.start)][asked:place]
    return any(token.word.key in ABOUT for token in tokens)


def _told(stage: Stage, sentence: int, asked: int, end: int) -> list[Mention]:
    """To whom the question behind token `asked` is put: بالسؤال لفلان; سألت القاضية المتهم."""
    scene = stage.scenes[sentence]
    place = scene.tokens[asked].start
    source = next((s.source for s in stage.statements if s.cue.start == place), None)
    at = stage.place_in_sentence(source.end) if source is not None else asked + 1
    behind = scene.tokens[at].word if at < end else None
    if behind is not None and behind.key == "من":
        at += 1  # طلب فلان من زميله كذا، فأجابه
    elif behind is None or behind.preposition != "ل" and (source is None or not behind.tags & t.ROLE):
        return []
    phrase = noun_phrase(scene, at, end, _ASKED_OF, attached=True)
    made = stage.mention_of(scene, phrase) if phrase is not None else None
    return [made] if made is not None and made.kind == "person" else []


def _to_ask(word: Word) -> bool:
    """Whether a noun tells why somebody was called: لسؤاله عن كذا، للاستفسار."""
    return word.key.startswith("ل") and any(
        form.entry.sense == "ask" and form.tense == "m" for form in word.forms
    )


def _asks(word: Word) -> bool:
    """Whether a word says that somebody is asked or heard: سألت، بالسؤال، استمعت; not وتساءل, which asks
    nobody.
    """
    asking = word.rules & t.ASKING and (
        word.tags & t.VERB or any(form.entry.sense == "ask" for form in word.forms)
    )
    if asking or _to_ask(word):
        return True
    asks = word.verb or word.passive or next((form for form in word.forms if form.tense in "pi"), None)
    if asks is None:
        return False
    return asks.entry.sense == "ask" and "addressee" in asks.entry.takes or _REQUESTED in asks.entry.takes
