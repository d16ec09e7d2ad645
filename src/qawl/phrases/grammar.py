"""Words inside a noun phrase that are no plain nouns: of the grammar, verbs, adverbs, times."""

from __future__ import annotations

import re

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS as _HEADS
from qawl.lexicon.shape import NEVER as _NEVER
from qawl.lexicon.shape import OF_HIM, calls_so, feminine, feminine_perfect, relational
from qawl.lexicon.shape import imperfect as _looks_imperfect
from qawl.lexicon.word import NOTHING, Word
from qawl.phrases.bearer import Bearer
from qawl.phrases.state import MAGHREBI, TAKES_OBJECTS, TAKES_PEOPLE
from qawl.scene import COMMAS

_MET = re.compile("[وف]?التق(?:ت|ى|وا|اه|ين)")
"""A verb that seems to begin with ال: قال بائعون التقت بهم الصحيفة، والتقى الوزير نظيره."""
_BODY = t.ORGANISATION | t.DOCUMENT | t.ROLE | t.GROUP
_GIVEN = 4
"""Letters of a given name that looks like a verb."""
_FATHA = "\u064e"
"""On the last letter it shows the accusative."""
_LONGEST_OBJECT = 8
"""Tokens up to the preposition that the verb takes, behind such a surname."""


class Grammar(Bearer):
    """Whether a phrase ends before such a word or goes on over it. None: no answer."""

    def _by_form(self, word: Word, before: Word) -> int | None:
        """What is decided before the class of the word is asked for: هشام آيت منا; not أعلن فلان مبكراً."""
        if word.rules & t.BOUND:
            self.closed = True
            return 1
        if word.rules & before.rules & t.BEFORE_NAME and self.at > self.start + 1:
            return 1  # الحكومة المعترف بها دوليا
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else word
        if word.rules & t.NICKNAMED and (self.named or not word.article) or calls_so(word, following):
            return 0  # أحمد الشرع المعروف بكذا، قائد ملقب بكذا، جندي عرف عن نفسه باسم كذا
        if word.rules & t.OCCURRENCE and self.closed:
            return 0  # أعلن الوزير مرة أخرى
        if word.rules & t.GRADE and self._after_rank():
            return 1
        if self.last == "name" and before.rules & t.NAME_WORD and before.tags & t.SURE_NAME:
            return 1  # هشام آيت منا
        if word.text != word.key or word.key != word.stem:  # a diacritic, or more letters than its stem
            accusative = word.key == word.stem + "ا" and not (word.tags & t.ROLE or self._surname_in_a())
            indefinite = "\u064b" in word.text or accusative
            if indefinite and not self._accusative_head() or word.text.endswith(_FATHA):
                return 0  # أعلن فلان مبكراً، عقدت شخصيات مؤتمرا، نصح النائب رئيسَ الحكومة
        several = self.head & (t.GROUP | t.QUANTIFIER) or "\u064b" in before.text or before.key.endswith("ا")
        if several and not self.named and word.key.endswith("وا") and not word.tags:
            return 0  # قرابة ثلاثين مقاتلا أجنبيا دخلوا المدينة
        return 0 if self._withholds(word) else None

    def _word_of_grammar(self, word: Word, before: Word) -> int | None:
        """A word of the grammar ends the phrase, but: امرأة تدعى فلانة، قرار غير ملزم."""
        tags = word.tags
        if len(word.key) == 1 and not tags & t.TITLE:
            if self.head & t.TITLE and not self.named and (before.text == "." or len(before.key) == 1):
                return 1  # اللواء أ.ح فلان
            return 2 if self._detached_and(word, before) else 0  # طالب الوزير بـ«الإفراج عنه»
        own = word.rules & t.NAME_MIDDLE and not self._is_copula(word)
        middle = own and not tags & t.RELATIVE_FREE  # not رفض فلان ما سماه
        if middle and before.tags & t.TITLE and before.article:
            self.last, self.named, self.closed = "name", True, True
            return 1  # السيدة لي
        if middle and self.last == "name" and (step := self._middle()):
            return step
        if own and self._begins_foreign_name():
            self.last, self.named, self.closed = "name", True, True
            return 2  # رئيس الشركة لي وانغ
        if tags & t.CALLED and not word.preposition:
            self.last, self.named, self.closed = "role", False, True
            first = self.tokens[self.start].word
            if self.name_start == self.start and not (first.tags & t.SURE_NAME or first.rules & t.LIKE_NAME):
                self.name_start = self.name_end = 0  # متضرر يدعى فلان
            return int(self._name_goes_on() or self._letters_in_marks())
        if self.last == "name" and before.tags & t.NAME_PARTICLE:
            return 0 if tags & (t.RELATIVE | t.COMPLEMENTIZER) else 1  # قال آبي الذي …
        if word.key in ("شبه", "غير") and self.at + 1 < self.end:
            return 2 if self._qualifies(word, self.tokens[self.at + 1].word) else 0
        return 0 if self._begins_clause(tags) else None

    def _is_copula(self, word: Word) -> bool:
        """Whether هو tells who somebody is, as a given name follows: الفائز هو سامي عوض."""
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else word
        return bool(word.tags & t.PRONOUN and following.rules & (t.MAN | t.WOMAN))

    def _detached_and(self, word: Word, before: Word) -> bool:
        """Whether و stands apart between two definite nouns: إدارة الخدمات و السلامة."""
        if word.key != "و" or not self.closed or not before.article or self.at + 1 >= self.end:
            return False
        following = self.tokens[self.at + 1].word
        return following.article and not following.tags & (t.ROLE | t.TITLE)

    def _begins_clause(self, tags: int) -> bool:
        """Whether a word is no part of any noun phrase: أن، لن، الذي."""
        if tags & t.COMPLEMENTIZER:
            return True
        return bool(tags & _NEVER) and not tags & (t.NAME | t.TITLE | _HEADS)

    def _verb_or_name(self, word: Word, before: Word) -> int | None:
        """A verb ends the phrase; not what only looks like one: بيان صادر عن، يان فيشر، شركة يوبكويتس."""
        if before.rules & t.LOCALITY and word.tags == t.VERB and not (before.article or self.closed):
            self.closed = True
            return 1  # عمدة منطقة كتم
        if self._given_like_verb(word):
            self.last, self.named = "name", True
            return 1
        if self._surname_here(word):
            self.named = True
            return 1
        if self._told_by_clause(word, before):
            self.closed = False
            return 2
        if self._of_the_verb(word):
            of_adjective = before.rules & t.COMPLEMENTED and before.article and self.at > self.start + 1
            return int(self._of_members(word) or bool(of_adjective))  # القناة الناطقة بالإنجليزية
        return 0 if self._verb_follows(word, before) else None

    def _told_by_clause(self, word: Word, before: Word) -> bool:
        """Whether an indefinite place is told of by who holds it: ناشطون في مناطق يسيطر عليها الجيش."""
        if self.at < self.start + 2 or self.at + 2 >= self.end or before.article or not before.nominal:
            return False
        if not self.tokens[self.at - 2].word.tags & t.PREPOSITION or word.key[:1] not in "يت":
            return False
        points_back = self.tokens[self.at + 1].word.rules & t.RETURNING
        return bool(points_back) and self.tokens[self.at + 2].word.nominal

    def _issued(self) -> int | None:
        """How far what somebody issues goes on with the clause that tells who did: تصريح أصدره الحلف, بيان
        صدر عن الوزارة; or where it stands: بيان نشر على موقع كذا; not تقرير نُشر الأحد.
        """
        first, before = self.tokens[self.start].word, self.tokens[self.at - 1].word
        if self.head & t.DOCUMENT and self.tokens[self.at].word.conjunction and self.at > self.start + 2:
            return 0  # دراسة نشرتها مجلة كذا | وأعدها باحثون
        document = (self.head | before.tags) & t.DOCUMENT
        document = document or (first.rules | before.rules) & t.ISSUED_DOCUMENT
        if not document or self.at + 1 >= self.end or self.at > self.start + 2:
            return None
        following = self.tokens[self.at + 1].word
        if following.tags & t.TIME or following.pronoun and not self.tokens[self.at].word.pronoun:
            return 0  # دراسة نشرت نتائجها; not بيان وزعه مكتبه
        if not following.tags & t.PREPOSITION or following.key in ("عن", "من"):
            self._open("organisation")
            return 1
        if first.article or self.at + 2 >= self.end:
            return None
        place = self.tokens[self.at + 2].word
        where = place.kind == "word" and not place.tags & (t.TIME | t.COMPLEMENTIZER | t.PREPOSITION)
        owned = before.preposition and self.at != self.start + 1  # بيان للمحكمة نشر على موقعها
        if owned or not where or not self._free_preposition(following.key):
            return 0
        self._open("organisation")
        return 2

    def _free_preposition(self, key: str) -> bool:
        """Whether the verb before the phrase takes no such preposition, or finds what it takes further on."""
        if key not in self.governed:
            return True
        ahead = (token.word for token in self.tokens[self.at + 2 : min(self.at + _LONGEST_OBJECT, self.end)])
        return any(word.key == key or word.tags & t.COMPLEMENTIZER for word in ahead)

    def _only_verb(self, word: Word) -> bool:
        """Whether the tables know the word as a verb, and what looks like an article is none."""
        if word.article:
            return bool(word.tags & t.VERB and _MET.match(word.key))
        return (word.verbal or bool(word.tags & t.VERB)) and not self._tells_which_source(word)

    def _verb_follows(self, word: Word, before: Word) -> bool:
        """Whether the word is a verb; not شركة يوبكويتس، ماركو فينانزيو."""
        if self._only_verb(word):
            return True
        if word.article:
            return False
        if not self.closed and before.tags & (t.ORGANISATION | (t.ROLE if word.rules & t.LIKE_NAME else 0)):
            return False  # شركة يوبكويتس, مدرب فياريال
        if self.last == "name" and word.key[0] == "ف" and not word.forms:
            return False  # ماركو فينانزيو
        return _looks_imperfect(word) and not self._surname_like_verb(word, before)

    def _verb_of_next(self, word: Word) -> bool:
        """Whether what is a surname too is the verb of a woman or body that heads its clause, as its subject
        stands behind it: بينت الوزارة، بينت شركة كذا; not قال بينت الأحد.
        """
        before = self.tokens[self.at - 1].word if self.at else NOTHING
        other = not feminine_perfect(word) or word.tags & (t.SURE_NAME | ~t.NAMES)
        if before.verb is not None or other or self.at + 1 >= self.end:
            return False
        following = self.tokens[self.at + 1].word
        subject = following.article or following.tags & t.ORGANISATION and not following.preposition
        return bool(subject) and not following.tags & (t.TIME | t.NAME | t.NATIONALITY)

    def _surname_in_a(self) -> bool:
        """Whether the word can only be the surname of who bears a role: المراسلة ناتاليا انتيلافا إن."""
        if self.last != "name" or self._name_words() != 1 or not self.head & t.ROLE:
            return False
        return bool(self.governed) and not self.governed & TAKES_OBJECTS and self._ends_here()

    def _given_like_verb(self, word: Word) -> bool:
        """Whether what looks like a verb behind a role is a given name, since an unknown word follows it and
        nothing else: وزير الداخلية يزيد زرهوني عن؛ المعلق يوئيل ماركوس إن.
        """
        complete = self.closed and self.last in ("role", "organisation") and self.head & t.ROLE
        if not complete or self.named or not self.governed or len(word.key) < _GIVEN:
            return False
        if word.tags & t.NAME and word.forms:
            return self._unknown_follows() and not self._complementizer_follows()  # الصحفي حكمت فريدون
        if word.key[:1] != "ي":
            return False
        if word.tags & ~t.NAMES or word.pronoun or any(form.pronoun for form in word.forms):
            return False
        first, second = self.tokens[self.start].word, self.tokens[self.start + 1].word
        definite = first.article or second.article or second.tags & (t.PLACE | t.KNOWN_ORGANISATION)
        return bool(definite) and self._unknown_follows() and self._name_ends_soon()

    def _of_the_verb(self, word: Word) -> bool:
        """Whether the word belongs to the verb before the phrase, or to what the unnamed asks: مصدر دبلوماسي
        طلب عدم ذكر اسمه.
        """
        tags = word.tags
        ours = self.tokens[self.at - 1].word
        if tags & t.LISTENER and ours.tags & t.LISTENER and not ours.article and self.at == self.start + 1:
            return False  # مراسل لبي بي سي
        if tags == t.LISTENER and self.head & t.DOCUMENT and not word.key.startswith("لل"):
            return False  # تقرير لبي بي سي; not تقرير للصحفيين
        if self.last == "name" and tags & t.ROLE and not (word.preposition or self.governed & TAKES_PEOPLE):
            return False  # ليلى حداد مراسلة الجزيرة
        owned = tags & (t.GROUP | t.ROLE) and word.article and not self.closed  # نقيب الصحفيين العراقيين
        counted = self.head & t.QUANTIFIER and (ours.key == "من" or word.article)  # عدد من الحضور، أحد الحضور
        if tags & (t.LISTENER | t.MANNER) and not (tags & t.NAMES or owned or counted):
            return True
        told = word.verb is not None and word.verb.tense == "p" and not word.article
        if not told or tags & (t.NAMES | _HEADS) or self.named:
            return False
        return bool(self.head & (t.UNNAMED | t.ROLE)) and not self.tokens[self.start].word.article

    def _adjective_or_time(self, word: Word, before: Word) -> int | None:
        """Adverbs of time end the phrase; not مدير عام، الشيخ صباح خالد، وزير النفط آنذاك فلان، عدد منهم."""
        tags = word.tags
        if tags & t.DEMONSTRATIVE and self._completely_described(word, before):
            return 0
        if tags & t.DEMONSTRATIVE:
            return 0 if self.closed or word.conjunction == "ف" else 1  # وحسب خبراء فهذا ممكن
        if tags & t.ADJECTIVE and self._adjective_here(word):
            return 1
        if tags & t.TIME and self._titled_name():
            self.last, self.named, self.closed = "name", True, True
            return 1  # الشيخ صباح خالد
        if word.rules & t.BEFORE_NAME and self.head & t.ROLE and not self.named and self._named_next():
            return 1  # وزير النفط آنذاك فلان، رئيس القسم فيها فلان
        if self._part_of(word) or self._acted_on(word) or self._graded(word, before):
            return 1
        ends = tags & (t.TIME | t.ATTRIBUTIVE | t.ADVERBIAL_PARTICIPLE)
        return 0 if ends and (self.closed or not tags & (t.NAME | _HEADS)) else None

    def _completely_described(self, word: Word, before: Word) -> bool:
        """Whether an indefinite noun has its adjective, which owns nothing: نفى مصدر أمني هذه الاتهامات; not
        منظمات معنية بهذا الشأن.
        """
        if before.article or word.preposition and before.rules & t.COMPLEMENTED:
            return False
        return bool(self.head & t.UNNAMED and relational(before)) or self._indefinite_adjective()

    def _part_of(self, word: Word) -> bool:
        """Whether منهم stands behind a number of them: عدد منهم، 20% منهم."""
        if not word.tags & t.TIME or not word.stem.startswith("من") or self.at == 0:
            return False
        before = self.tokens[self.at - 1].word
        many = self.head & t.QUANTIFIER and self.at == self.start + 1
        return bool(many or before.rules & t.PERCENT)

    def _acted_on(self, word: Word) -> bool:
        """Whether عليه, به belong to what is before them: المجني عليها، المشتبه به; to a body's second act:
        مكافحة الأمراض والسيطرة عليها.
        """
        before = self.tokens[self.at - 1].word
        task = before.tags & t.VERBAL_NOUN and before.conjunction and before.article and self.head & _BODY
        points = word.rules & t.RETURNING or task and word.tags & t.TIME and word.key.endswith(OF_HIM)
        return bool(points and (before.rules & t.ACTED_ON or task))

    def _only_preposition(self, word: Word) -> bool:
        """Whether a word is a preposition and no noun or name too."""
        return bool(word.tags & t.PREPOSITION) and not word.tags & (_HEADS | t.NAME)

    def _named_after_kind(self, word: Word) -> bool:
        """Whether an unknown word is a name that begins like a preposition: بلدية باكولي; with ك a known name
        or what seems to bear ال: صحيفة كالكاليست, شركة سكيلوف كالفيس.
        """
        like = word.preposition == "ك" and not word.key.endswith("ة")
        if not word.preposition or word.tags & ~(t.NAMES if like else 0) or word.article and not like:
            return False
        before = self.tokens[self.at - 1].word
        name = before.rules & t.LIKE_NAME or before.tags and not (before.tags & ~t.NAMES or before.article)
        if like and name and self.last == "organisation" and not self.named:
            return True
        return not self.closed and self._kind_before()

    def _only_seems_attached(self, word: Word) -> bool:
        """Whether an unknown word rather is a name that begins with ب or ك: رئيس الوزراء بينامين نتنياهو."""
        shaped = t.VERBAL_NOUN if word.preposition == "ك" else 0  # كارزاي
        if word.tags & ~(t.NAMES | shaped) or word.preposition not in ("ب", "ك") or word.forms:
            return False
        if self.last == "name" and self._same_preposition_follows(word):
            return True
        if word.tags & t.NAMES:  # قالت فاطمة بلعروسي
            return self.last == "name" and self._name_words() == 1 and word.preposition not in self.governed
        if feminine(word) and not self._maghrebi_surname(word):
            return False
        if word.preposition == "ب" and (word.article or self._described_next()):
            return False
        if self.last == "name":
            if word.stem.endswith("ين") and not self._complementizer_follows():
                return False
        elif not self._surname_follows(word):
            return False
        taken = word.preposition == "ب" and self.governed & {"ب", "object+ب"}
        return not taken or self._ends_here()

    def _same_preposition_follows(self, word: Word) -> bool:
        """Whether what the verb takes with ب begins at the next word: أشاد عبد الحفيظ بخوش بيقظة أعوانه."""
        charged = f"object+{word.preposition}" in self.governed
        if self.at + 1 >= self.end or not (charged or word.preposition in self.governed):
            return False
        following = self.tokens[self.at + 1].word
        if following.preposition == word.preposition and following.tags:
            return True
        if self._name_words() != 1 or word.tags or word.pronoun:
            return False
        if not (charged or word.key.startswith(MAGHREBI)):
            return False  # اتهم همايون بارزي الحكومة بالتقصير
        for token in self.tokens[self.at + 1 : min(self.at + _LONGEST_OBJECT, self.end)]:
            if token.word.preposition == word.preposition and token.word.tags:
                return True  # طالب أحمد بنعيسى الوزارة بالتحقيق
            if token.word.kind == "sign" or token.word.alef:
                return False
        return False

    def _qualifies(self, word: Word, following: Word) -> bool:
        """Whether شبه or غير belongs to the noun before it: وكالة أنباء فارس شبه الرسمية، قرار غير ملزم."""
        if word.key == "شبه":
            return self.closed and following.article
        definite = self.tokens[self.at - 1].word.article
        return definite == following.article and bool(definite or self.head & _HEADS and not self.named)

    def _begins_foreign_name(self) -> bool:
        """Whether the name of who bears a role begins with a word of the grammar: لي وانغ، هو جين تاو."""
        if not self.head & t.ROLE or self.named or not self.closed or self.at + 2 >= self.end:
            return False
        word, after = self.tokens[self.at + 1].word, self.tokens[self.at + 2].word
        if word.article or word.tags & ~t.NAMES or word.forms or word.preposition or _looks_imperfect(word):
            return False
        ends = after.tags & t.COMPLEMENTIZER or after.text in COMMAS or after.key in self.governed
        ends = ends or self._foreign_name(self.at + 1) and self._shut(self.at + 3)  # ما ينج جو إن
        return bool(word.tags & t.SURE_NAME or word.kind == "word" and ends)

    def _middle(self) -> int:
        """How far a name goes on over a word of the grammar: تشانغ هو يون؛ بانغ شينغ هو، نائبة المدير."""
        if self._unknown_follows():
            return 2
        ends = self._pause_follows() or self._complementizer_follows() or self._takes_next()
        return 1 if self._name_words() > 1 and ends else 0

    def _takes_next(self) -> bool:
        """Whether what the verb takes begins behind هو, which so is of the name: قال كيم سونغ هو إن."""
        return bool(self.governed) and self._complement_next() and "NP" not in self.governed

    def _adjective_here(self, word: Word) -> bool:
        """Whether a word that is also an adverb of time belongs to the noun before it: مدير عام، الادعاء
        العام.
        """
        previous = self.tokens[self.at - 1].word
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        if word.rules & t.OTHER:
            return not previous.article
        if previous.rules & t.DIRECTION and previous.article:
            return True  # الشؤون الشرق أوسطية
        if following is not None and (following.tags & t.TIME or following.kind == "number"):
            known = word.tags & t.ADJECTIVE and following.tags & t.TIME and not previous.article
            return bool(known and self.head & t.UNNAMED)  # مصدر مطلع أمس; not الوزير مطلع العام
        if word.tags & t.ORGANISATION and self.governed & TAKES_PEOPLE and not previous.tags & t.ROLE:
            return False  # هنأت الوزارة المنتخب
        if word.article or word.key.startswith("ال"):
            known = previous.article or previous.pronoun != "" or previous.key.startswith("ال")  # أمين السر
            return known and (not self.named or self.last != "name")
        if self.head & t.UNNAMED and relational(previous) and not previous.article:
            return True  # مصدر أمني مطلع
        return not self.closed and bool(previous.tags & (t.ROLE | t.UNNAMED | t.NATIONALITY))
