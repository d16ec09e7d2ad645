"""What the words after and before the present one tell of a noun phrase."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS as _HEADS
from qawl.lexicon.shape import relational, relational_plural, to_outlet
from qawl.lexicon.word import NOTHING, Word
from qawl.phrases.nearby import Nearby
from qawl.phrases.state import BEFORE_SUBJECT, TAKES_OBJECTS, TAKES_PEOPLE
from qawl.scene import COMMAS

_FULL = ("ون", "ين")
"""Endings of a plural with its ن, which owns nothing: مراقبون سياسيون."""
_MANY = t.GROUP | t.NATIONALITY | t.UNNAMED
"""What an adjective or noun is that tells of several: إسرائيليون."""
_NO_NOUN = t.PREPOSITION | t.PLACE | t.QUANTIFIER
"""What no adjective describes."""
_NO_ADJECTIVE = t.DOCUMENT | t.ORGANISATION | t.NAME | t.PLACE | t.KNOWN_ORGANISATION | t.OUTLET
"""What may end like an adjective and is none."""
_ADVERBS = t.TIME | t.MANNER | t.LISTENER | t.ATTRIBUTIVE
"""What tells when, how or to whom something was said, and is no surname."""
_ADVERBIAL = ("ا", "ه", "هم", "ي")
"""Endings of adverbs and of prepositions with a pronoun: أيضا، عنه، لنا."""
_PAUSES = ("-", "–", "—", "(", ".")
"""Signs beside the comma behind which a name is complete."""
_OPENING = (":", "«", "“", '"', "ب", "بـ")
"""What opens a content, or ب written apart before it."""
_LONG_STEM = 5
"""Letters of an unknown word behind what looks like ب, from which on it is rather a foreign name."""


class Ahead(Nearby):
    """What the words around the present one are asked for while a phrase is read."""

    def _withholds(self, word: Word) -> bool:
        """Whether the unnamed asks not to be named: مسؤول أمني كبير طلب عدم نشر اسمه."""
        if self.at + 1 >= self.end or word.article or self.named or word.tags & t.PREPOSITION:
            return False
        if self.scene.withholds_name(self.at + 1):
            return True
        if word.tags & t.ROLE:
            return False
        following = self.tokens[self.at + 1].word
        if word.verb is None or not following.rules & t.WITHHELD:
            return False
        return bool(self.head & (t.ROLE | t.UNNAMED | t.GROUP | t.QUANTIFIER))

    def _of_two(self) -> bool:
        """Whether two are named: الرئيسان الروسي فلاديمير بوتين والأميركي دونالد ترامب."""
        return bool(self.head & t.GROUP) and self.tokens[self.start].word.stem.endswith("ان")

    def _kind_before(self) -> bool:
        """Whether the word before tells what kind of thing is named here: مدينة، نادي."""
        if self.at == 0:
            return False
        before = self.tokens[self.at - 1].word
        return bool(
            before.rules & t.LOCALITY or before.tags & (t.ORGANISATION | t.MEDIA) and not before.article
        )

    def _capital_before(self) -> bool:
        """Whether the kind of the place stands before its name: العاصمة صنعاء، العاصمة المؤقتة عدن."""
        before = self.tokens[self.at - 1].word
        if before.article and not before.rules & t.LOCALITY and self.at - 2 > self.start:
            before = self.tokens[self.at - 2].word
        return before.article and bool(before.rules & t.LOCALITY)

    def _name_after_next(self) -> bool:
        """Whether a role goes on over في to its name: الباحثة الرئيسية في الدراسة ليلى منصور."""
        if not self.head & t.ROLE or self.named or self.at + 2 >= self.end:
            return False
        before, word = self.tokens[self.at + 1].word, self.tokens[self.at + 2].word
        if word.article and before.article and self.at + 3 < self.end:
            after = self._behind_definite_words(self.at + 3)  # القيادي في الإطار التنسيقي عامر الفايز
            own = t.NAMES | t.NAME_PARTICLE
            return bool(after.tags & (t.SURE_NAME | t.NAME_PARTICLE)) and not (
                after.article or after.tags & ~own
            )
        if word.article or word.tags & ~t.NAMES or word.kind != "word":
            return False
        return bool(word.tags & t.SURE_NAME) or before.article and self._foreign_name(self.at + 2)

    def _behind_definite_words(self, at: int) -> Word:
        """The word behind the adjectives that are joined from the token on: الشأن الإيراني والتركي | فلان,
        الشؤون المصرية والشرق أوسطية | فلان.
        """
        while at + 1 < self.end:
            word = self.tokens[at].word
            joined = word.article and word.conjunction == "و"
            if not (joined or self.tokens[at - 1].word.rules & t.DIRECTION):
                break
            at += 1
        return self.tokens[at].word

    def _surname_follows(self, word: Word) -> bool:
        """Whether an unknown word after a role is a given name: رئيس الوزراء بينامين نتنياهو."""
        if not (self.last == "role" and self.closed and not self.named) or len(word.key) <= _LONG_STEM:
            return False
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        if following is None or following.article:
            return False
        particle = following.tags & t.NAME_PARTICLE or following.rules & t.NAME_WORD
        surname = following.tags & t.SURNAME and self.head & t.ROLE
        return bool(surname or particle) or word.preposition == "ك"

    def _after_rank(self) -> bool:
        """Whether the word before is a title or goes on with one: الفريق أول ركن فلان."""
        before = self.tokens[self.at - 1].word
        return bool(
            before.tags & t.TITLE and before.article or before.rules & t.GRADE and not before.preposition
        )

    def _titles(self, word: Word) -> bool:
        """Whether a word that names a team or troops too is the rank of who is named next: اللواء فلان."""
        if not word.tags & t.TITLE or not self.head & t.ROLE or self.at + 1 >= self.end:
            return False
        following = self.tokens[self.at + 1].word
        if following.preposition or following.conjunction:
            return False
        return bool(following.tags & t.TITLE or following.rules & t.GRADE) or self._name_goes_on()

    def _surname_though_noun(self, word: Word) -> bool:
        """Whether a word that may be a verbal noun is the second of a name: قال رياض سلامة أمس."""
        if not self.governed and word.verb is not None:
            return False
        before = self.tokens[self.at - 1].word
        given = before.tags & t.NAME and not before.rules & t.ONLY_SURNAME
        if not self.governed & TAKES_OBJECTS:
            surname = self.governed and before.tags & t.SURE_NAME and word.tags & t.SURNAME
            return bool(surname) or self._name_ends_soon() or self._ends_here()
        if word.rules & t.ONLY_SURNAME and given:
            return True  # طالب كريم حداد بالإفراج عنهم
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        ends = following is None or following.tags & (t.COMPLEMENTIZER | t.TIME) or following.text in COMMAS
        told = following is not None and (following.tags & t.MANNER or following.rules & t.BACKGROUND)
        ends = ends or told  # ليلى حداد بحزم، وهي تبكي
        ends = ends or given and self._complement_next()
        joined = following is not None and following.conjunction == "و" and following.tags & t.SURE_NAME
        return bool(word.tags & t.SURNAME and (ends or joined or self._object_follows()))

    def _complement_next(self) -> bool:
        """Whether what the verb takes besides a person begins at the next word: بأنه، أن، من."""
        if self.at + 1 >= self.end:
            return False
        word = self.tokens[self.at + 1].word
        key = word.preposition or word.key
        taken = key in self.governed or f"object+{key}" in self.governed
        return taken or bool(word.tags & t.COMPLEMENTIZER)

    def _object_follows(self) -> bool:
        """Whether an act that can only be what was said stands right behind: أعلن سامي حداد توفير …"""
        word = self.tokens[self.at + 1].word
        person = word.article or word.tags & (_HEADS | t.PLACE | t.KNOWN_ORGANISATION | t.SURE_NAME)
        if self.governed & TAKES_PEOPLE and person and not word.preposition:
            return True  # طالب المدير كريم حداد الوزارة بكذا
        if word.article or word.preposition or word.conjunction or word.tags & (t.NAME | _HEADS):
            return False
        return "NP" in self.governed and bool(word.tags & t.VERBAL_NOUN)

    def _titled_name(self) -> bool:
        """Whether a word that is a time of day too stands between a title and another name."""
        before = self.tokens[self.at - 1].word
        if not before.article or self.named:
            return False
        word = self.tokens[self.at].word
        adverb = word.tags & t.PREPOSITION or word.key.endswith(_ADVERBIAL) and not word.rules & t.NAME_MIDDLE
        titled = self.head & t.ROLE and self.closed and self.governed and not adverb
        if titled and self._unknown_follows() and self._name_ends_soon():
            return True  # الرئيس التوغولي فور غناسينغبي
        return bool(before.tags & t.TITLE) and self._given_name_at(1)

    def _after_indefinite(self, word: Word, previous: Word) -> bool:
        """Whether a noun stands behind an indefinite subject with its adjective, which owns nothing: نفى مصدر
        أمني الأنباء, أكد مسؤول أميركي رفيع أهمية الحوار; what was said behind a bare plural: نفى خبراء وجود.
        """
        if not self.governed & TAKES_OBJECTS or self.named or self.last == "name":
            return False
        first = self.tokens[self.conjunct].word
        if first.article or first.pronoun or not first.tags & _HEADS:
            return False
        said = bool(word.tags & t.VERBAL_NOUN) and not word.tags & (t.ROLE | t.NAME | _HEADS)
        if self.at == self.conjunct + 1:
            said = (said or self._written_by_another(word)) and not word.rules & t.COMPLETING  # عمال إغاثة
            bare = first.tags & t.GROUP and not first.stem.endswith(("ي", "و"))
            taken = said and not word.article and "NP" in self.governed
            return bool(bare and taken) and not (self._clause_soon() or self._other_object_soon())
        if not self._indefinite_adjective():
            return False
        if previous.rules & t.COMPLETING and word.rules & t.LOCALITY and not word.tags & t.OUTLET:
            return False  # مدير أمن محافظة الجيزة; not أخبر شهود عيان الجزيرة
        if previous.rules & t.LESSER and word.tags & t.ROLE and not word.article:
            return False  # نائبة مساعد وزير الخارجية
        if previous.rules & t.COMPLETING and word.article and word.tags & t.GROUP:
            return bool(self.governed & TAKES_PEOPLE) and not self._another_object()  # أولياء أمور التلاميذ
        if word.article:
            high = previous.rules & t.DESCRIBING and word.stem == "مستوى"  # رفيع المستوى
            return not (high or self._titles(word))  # معتمد كذا اللواء فلان
        if word.stem.endswith(_FULL) and previous.stem.endswith(_FULL):
            return False  # مراقبون ومحللون سياسيون
        another = t.ORGANISATION | t.GROUP | t.PLACE | t.DOCUMENT
        if self.governed & TAKES_PEOPLE and self._somebody(word):
            return True  # طالب مصدر أمني إسرائيل بكذا
        return said or bool(word.tags & another) and not word.tags & t.NAME

    def _somebody(self, word: Word) -> bool:
        """Whether a word without ال is a country, a body or person by name, an office or all of them."""
        if word.tags & (t.PLACE | t.KNOWN_ORGANISATION) or word.rules & t.EVERYONE:
            return True
        if word.tags & t.NATIONALITY or word.rules & t.DESCRIBING:
            return False  # مسؤول أميركي كبير
        owns = self.at + 1 < self.end and self.tokens[self.at + 1].word.article
        return bool(word.tags & t.SURE_NAME or word.tags & t.ROLE and owns)

    def _written_by_another(self, word: Word) -> bool:
        """Whether a document with its owner stands here: انتقد خبراء قرار الحكومة."""
        if not word.tags & t.DOCUMENT or word.tags & _HEADS & ~t.DOCUMENT or self.at + 1 >= self.end:
            return False
        owner = self.tokens[self.at + 1].word
        return not owner.preposition and bool(owner.article or owner.tags & t.PLACE or word.pronoun)

    def _tells_which_source(self, word: Word) -> bool:
        """Whether a participle of saying is the adjective of sources: مصادر سياسية مؤيدة للحكومة."""
        adjective = word.participle is not None and word.participle.gender == "f" and not word.conjunction
        if not adjective or not self.tokens[self.start].word.rules & t.NO_PERSONS:
            return False
        return all(relational(token.word) for token in self.tokens[self.start + 1 : self.at])

    def _indefinite_adjective(self) -> bool:
        """Whether the word before is the adjective of an indefinite noun, or completes it as an adjective
        does: مسؤول أمني، مصادر مطلعة، شهود عيان; not مسؤولي الوزارة.
        """
        word, noun = self.tokens[self.at - 1].word, self.tokens[self.at - 2].word
        if word.article or word.pronoun or word.preposition or word.tags & t.PREPOSITION:
            return False
        owns = noun.tags & t.GROUP and noun.stem.endswith("و")  # موظفو جباية الضرائب
        if self.at < self.start + 2 or word.kind != "word" or owns:
            return False
        dual = word.stem.endswith("ان") and noun.stem.endswith("ان")  # not سكان
        if (word.stem.endswith(_FULL) or dual) and word.tags & _MANY:
            return True  # a plural or dual with its ن owns nothing: خبراء اقتصاديون، مسؤولان إسرائيليان
        if word.rules & t.COMPLETING and self.at == self.start + 2:
            return bool(self.head & (t.ROLE | t.GROUP))
        proper = noun.tags & t.NAME and not (noun.tags & _HEADS or noun.rules & t.DESCRIBING)
        bare = noun.tags & _NO_NOUN and not noun.tags & t.ORGANISATION  # not مجموعة متطرفة
        if noun.article or noun.preposition or proper or bare or word.tags & t.GROUP:
            return False
        if word.rules & (t.MINISTRY | t.LOCALITY | t.QUARTER | t.NO_ADJECTIVE) or word.tags & (
            t.VERBAL_NOUN | t.KNOWN_ORGANISATION | t.OUTLET
        ):
            return False  # سكان حي، وزراء مالية الاتحاد، هيئة حماية المستهلك، شركة إيني
        if (
            word.rules & (t.DESCRIBING | t.OTHER | t.COMPLEMENTED)
            or word.tags & (t.NATIONALITY | t.PLACE) == t.NATIONALITY
        ):
            return True  # مسؤول روسي; not مندوب روسيا
        if word.tags & _NO_ADJECTIVE or self.head & t.QUANTIFIER or word.stem.endswith("تي"):
            return False
        if not relational_plural(word):
            return False
        return not word.tags & t.ROLE or self.at == self.conjunct + 2

    def _verb_behind(self) -> bool:
        """Whether another verb or أن stands right behind what looks like one: بحسب المحلل جانغ يونغلي فإن."""
        following = self.tokens[self.at + 1].word if self.at + 1 < len(self.tokens) else None
        return following is not None and bool(following.verb is not None or following.tags & t.COMPLEMENTIZER)

    def _surname_like_verb(self, word: Word, before: Word) -> bool:
        """Whether an unknown word in ي behind the given name of who bears a role, or right before what the
        verb takes, is no verb: الوزير توماس يانسن, أوضح جانغ يونغلي أن.
        """
        if word.tags & ~t.NAMES or word.forms or word.conjunction or self._name_words() != 1:
            return False
        if not self.governed and not self._verb_behind() or self._heads_clause() and self._thing_behind():
            return False
        given = before.tags & t.NAME or self.last == "name" and not before.tags
        role = self.head & t.ROLE and self.name_start > self.start
        return bool(given and (role or self._complement_next()))

    def _heads_clause(self) -> bool:
        """Whether no verb stands before the phrase: الأمير مشاري يفتتح الملتقى; not افتتح الأمير مشاري."""
        return not self.start or bool(self.tokens[self.start - 1].word.tags & BEFORE_SUBJECT)

    def _thing_behind(self) -> bool:
        """Whether a thing stands behind what may be a verb, which takes it: الأمير ثنيان يرعى الحفل، يفتتح
        ملتقى السياحة; not الوزير توماس يانسن الرئيس السابق للحزب.
        """
        noun, owner = (self.tokens[k].word if k < self.end else NOTHING for k in (self.at + 1, self.at + 2))
        if (
            noun.tags & (t.ROLE | t.TITLE | t.NAMES | t.TIME)
            or not self.tokens[self.start].word.tags & t.ROLE
        ):
            return False
        if not noun.nominal or noun.preposition or noun.conjunction:
            return False
        return noun.article or owner.article and not (owner.preposition or owner.conjunction)

    def _surname_of_role(self) -> bool:
        """Whether a place that is a surname too is all that follows a role: أكد الوزير أوستن أيضا دعمه."""
        first = self.tokens[self.start].word
        alone = self.at == self.start + 1 and first.article and first.tags & t.ROLE
        return bool(alone and not self.governed & TAKES_PEOPLE and self._ends_here())

    def _surname_here(self, word: Word) -> bool:
        """Whether a word that may be a verb or a place is the second of a name: يان فيشر رئيس، حسن خلف،"""
        if self.last != "name" or self.name_end != self.at or self._name_words() != 1:
            return False
        if word.article or self.at + 1 >= self.end or word.verbal and word.conjunction != "ف":
            return False
        turned = self.start and self.tokens[self.start - 1].word.key == "اما"
        then = self.tokens[self.at + 1].word.key[0]
        if turned and word.key[0] == "ف" and then != "ف" and not word.tags & t.SURE_NAME:
            return False  # أما لمى فترى، فتحاول; not أما محمد فارس فقال
        if word.tags & t.VERB and word.key[0] in "يت" and not word.tags & t.NAME:
            return False  # السيسي يستقبل وزير الدفاع
        if word.tags & t.FUNCTION or word.preposition in ("ب", "ل") and word.tags:
            return False
        his = word.pronoun and (word.preposition == "ب" or word.tags & t.VERBAL_NOUN)
        if word.tags & _ADVERBS and not word.tags & t.NAME or his:
            return False  # قال سلمان أمس، إن; نقل عن سلمان قوله، في تصريح، إن
        following = self.tokens[self.at + 1].word
        if word.preposition in self.governed and following.article:
            return False  # ندد بايدن بصمت العالم
        if following.tags & t.COMPLEMENTIZER:
            return bool(word.tags & t.NAME) or word.conjunction == "ف"  # قال لويس فارد إن
        if word.tags & t.PLACE and following.kind == "word" and not following.tags | following.article:
            return not (following.forms or following.preposition or len(following.key) == 1)
        pause = following.text in _PAUSES and not (word.tags & t.TIME or word.preposition)
        said = word.tags & t.VERBAL_NOUN and not (word.tags & t.NAME or word.conjunction)
        return pause or following.text in COMMAS or bool(following.tags & t.ROLE and not said)

    def _nothing_else_fits(self) -> bool:
        """Whether the word stands right before the complementizer of a verb that takes no object: it can only
        go on with the name (قال فلان فقراء إن).
        """
        if not self.governed or self.governed & (TAKES_OBJECTS - {"NP"}) or self.at + 1 >= self.end:
            return False
        governs = self.tokens[self.at].word.tags & t.BEFORE_AN  # أن كلينتون سبق أن أعلنت
        return not governs and bool(self.tokens[self.at + 1].word.tags & t.COMPLEMENTIZER)

    def _adjective_before(self) -> bool:
        return self.tokens[self.at - 1].word.stem.endswith("ة")

    def _ends_here(self) -> bool:
        """Whether the phrase must end after the present word: the complementizer, a sign or a preposition
        follows.
        """
        if self.at + 1 >= self.end:
            return True
        word = self.tokens[self.at + 1].word
        if word.conjunction == "و" and word.tags & t.NAME and not word.tags & t.PLACE:
            return True
        if (
            "NP" in self.governed
            and word.tags & t.VERBAL_NOUN
            and not word.article
            and not word.tags & (t.NAME | _HEADS)
        ):
            return True
        if word.preposition in self.governed:
            return True
        if word.tags & t.ADJECTIVE and word.article and self.tokens[self.at].word.article:
            return False  # القائد العام
        if to_outlet(word):
            return True  # هيثم الخطيب للجزيرة، ليلى حداد البالغة 60 عاما
        behind = t.COMPLEMENTIZER | t.PREPOSITION | t.TIME | t.LISTENER | t.SETTING | t.DEMONSTRATIVE
        return word.kind == "sign" or bool(word.tags & (behind | t.RELATIVE))

    def _content_behind(self) -> bool:
        """Whether what a verb with ب reports may still follow: أشاد المدير بالشركة بجهود العاملين; not behind
        a comma and another verb with و: رحب الحزب بالبرنامج، وقال رئيسه إن …; رحب بالبرنامج، معتبرا أنه …
        """
        words = [token.word for token in self.tokens[self.at : self.end]]
        for before, word, after in zip(words, words[1:], [*words[2:], words[-1]], strict=False):
            joined = word.verb is not None and word.verb.prefix == "و"
            if before.text in COMMAS and (joined or word.participle and after.alef):
                return False
            if word.preposition == "ب" or word.alef or word.text in _OPENING:
                return True
        return False

    def _a_state(self) -> bool:
        """Whether the word is a state and honours nobody: اتهم الرئيس دولة مجاورة; not دولة الرئيس."""
        word = self.tokens[self.at].word
        if not (word.rules & t.STATE and word.rules & t.HONOUR) or self.at + 1 >= self.end:
            return False
        following = self.tokens[self.at + 1].word.tags
        return not (following & t.ROLE or following & t.NAMES and not following & ~t.NAMES)
