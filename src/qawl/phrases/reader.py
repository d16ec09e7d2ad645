"""Where a noun phrase ends, word by word."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS as _HEADS
from qawl.lexicon.shape import NEVER as _NEVER
from qawl.lexicon.shape import imperfect as _looks_imperfect
from qawl.lexicon.word import Word
from qawl.phrases.joins import Joins
from qawl.phrases.nouns import Nouns
from qawl.phrases.phrase import Phrase
from qawl.phrases.state import TAKES_PEOPLE
from qawl.scene import COMMAS


class Reader(Joins, Nouns):
    """Reads one noun phrase."""

    def read(self) -> Phrase | None:
        while self.at < self.end:
            step = self._step()
            if not step:
                break
            if self.last == "name" and self.tokens[self.at].word.text not in (*COMMAS, "("):
                if self.name_end == 0:
                    self.name_start, self.name_end = self.at, self.at + step
                elif self.name_end == self.at:
                    self.name_end += step
                elif self.object and self.tokens[self.at].word.tags & t.SURE_NAME:
                    self.at = self.object  # اتهم النائب فلان رئيس الوزراء فلانا: the second is the object
                    break
            self.at += step
        while (
            self.name_end
            and self.name_start > self.start
            and self._begins_name(self.tokens[self.name_start - 1].word)
        ):
            self.name_start -= 1
        end = self.at
        while end > self.start and (
            self.tokens[end - 1].word.tags & t.PREPOSITION
            and not self.tokens[end - 1].word.tags & (t.NAME | _HEADS)
            or self.tokens[end - 1].word.text in COMMAS
        ):
            end -= 1
        if end <= self.start:
            return None
        if self.head & t.UNNAMED and any(
            token.word.tags & t.PREPOSITION for token in self.tokens[self.start : self.name_start]
        ):
            self.named, self.name_start, self.name_end = False, 0, 0  # مصادر مطلعة على موقف فلان
        return Phrase(
            self.start,
            end,
            self.head,
            self.named,
            self.name_start,
            min(self.name_end, end),
            self.object if self.object < end else 0,
        )

    def _step(self) -> int:
        """How many tokens the phrase goes on, 0 where it ends."""
        word = self.tokens[self.at].word
        if word.rules & t.PERCENT and self.at > self.start and self.tokens[self.at - 1].word.kind == "number":
            return 1
        if word.kind == "sign":
            return self._sign(word)
        if word.kind == "number":
            if self.at > self.start and self.tokens[self.at - 1].end == self.tokens[self.at].start:
                return 1
            if self.tokens[self.at - 1].word.key == "ال" and self.at > self.start:
                return 1
            if self.tokens[self.at - 1].word.tags & t.MEDIA:
                return 1  # القناة 13
            return 1 if self.at == self.start or self.last in ("", "organisation") and not self.closed else 0
        first = self.at == self.start
        if not first and word.rules & t.BOUND:
            self.closed = True
            return 1
        if not first and word.rules & t.GRADE and self._after_rank():
            return 1
        before = self.tokens[self.at - 1].word
        if not first and self.last == "name" and before.rules & t.NAME_WORD and before.tags & t.SURE_NAME:
            return 1  # هشام آيت منا
        indefinite = "\u064b" in word.text or word.key == word.stem + "ا" and not word.tags & t.ROLE
        if not first and indefinite and not self._accusative_head():
            return 0  # أعلن فلان مبكراً، عقدت شخصيات مؤتمرا
        if not first and self._withholds(word):
            return 0
        if word.plain and not first:
            if self.last == "name" and self.tokens[self.at - 1].word.tags & t.NAME_PARTICLE:
                return 1
            return self._further(word)
        tags = word.tags
        if not first and len(word.key) == 1 and not tags & t.TITLE:
            return 0  # طالب الوزير بـ«الإفراج عنه»
        if word.rules & t.NAME_MIDDLE and self.last == "name" and (step := self._middle()):
            return step
        if tags & t.CALLED and not first:
            self.last, self.named, self.closed = "role", False, True
            return 1 if self._name_goes_on() else 0
        if not first and self.last == "name" and self.tokens[self.at - 1].word.tags & t.NAME_PARTICLE:
            return 1
        if word.key == "فان" and self.last == "name" and self._particle_of_name():
            return 2
        if word.key in ("شبه", "غير") and not first and self.at + 1 < self.end:
            return 2 if self._qualifies(word, self.tokens[self.at + 1].word) else 0
        if tags & t.COMPLEMENTIZER or (tags & _NEVER and not tags & (t.NAME | t.TITLE | _HEADS)):
            return 0
        issued = word.rules & t.ISSUED and self.at <= self.start + 2
        if self.head & t.DOCUMENT and not first and issued:
            self._open("organisation")
            return 1
        if (
            word.verbal
            and not first
            and not self.closed
            and any(f.tense in "ms" and not f.prefix for f in word.forms)
        ) and (
            self.tokens[self.at - 1].word.tags & (t.ORGANISATION | t.GROUP | t.ROLE)
            and not self.tokens[self.at - 1].word.article
        ):
            return 1
        foreign = not self.closed and self.tokens[self.at - 1].word.tags & t.ORGANISATION  # شركة يوبكويتس
        foreign = foreign or self.last == "name" and word.key[0] == "ف" and not word.forms  # ماركو فينانزيو
        if not first and self._surname_here(word):
            self.named = True
            return 1
        if (
            word.verbal or tags & t.VERB or not (first or foreign) and _looks_imperfect(word)
        ) and not word.article:
            return 0
        owned = tags & t.GROUP and word.article and not self.closed  # نقيب الصحفيين العراقيين
        if tags & (t.LISTENER | t.MANNER) and not first and not tags & t.NAMES and not owned:
            return 0
        told = word.verb is not None and word.verb.tense == "p" and not word.article
        unnamed = self.head & (t.UNNAMED | t.ROLE) and not (
            self.named or self.tokens[self.start].word.article
        )
        if told and not first and unnamed and not tags & (t.NAMES | _HEADS):
            return 0  # مصدر دبلوماسي طلب عدم ذكر اسمه
        if tags & t.DEMONSTRATIVE:
            return 1 if first or not self.closed else 0
        if tags & t.ADJECTIVE and not first and self._adjective_here(word):
            return 1
        if tags & t.TIME and not first and self._titled_name():
            self.last, self.named, self.closed = "name", True, True
            return 1  # الشيخ صباح خالد
        if word.rules & t.AT_THAT_TIME and self.head & t.ROLE and not self.named and self._name_goes_on():
            return 1  # وزير النفط آنذاك فلان
        if (
            tags & t.TIME
            and (
                self.head & t.QUANTIFIER
                and self.at == self.start + 1
                or self.tokens[self.at - 1].word.rules & t.PERCENT
            )
            and word.stem.startswith("من")
        ):
            return 1  # عدد منهم
        if (
            not first
            and tags & (t.TIME | t.ATTRIBUTIVE | t.ADVERBIAL_PARTICIPLE)
            and not (tags & (t.NAME | _HEADS) and not self.closed)
        ):
            return 0
        if (
            word.key == "ال"
            and not first
            and self.at + 1 < self.end
            and self.tokens[self.at + 1].word.kind == "number"
        ):
            return 2
        if word.key == "باسم":
            return self._in_the_name()
        if tags & t.PREPOSITION and not tags & (_HEADS | t.NAME) and not word.article:
            if first or not self._preposition_inside(word):
                return 0
            self._open(self.last)
            return 1
        if (
            word.preposition in ("ب", "ك")
            and not tags
            and (self.last == "name" or self._surname_follows(word))
            and not word.stem.endswith(("ة", "ات", "ين") if self.last == "name" else ("ة", "ات"))
            and not (word.preposition == "ب" and word.article)
            and (not self.governed & {"ب", "object+ب"} or word.preposition == "ك" or self._ends_here())
        ):
            return self._after_closed(word, tags)
        if word.preposition and not tags and not word.article and self._kind_before() and not self.closed:
            self.closed = True
            return 1
        if word.preposition and not first:
            if not self._attached_inside(word):
                return 0
            self._noun(word)
            return 1
        if word.conjunction and not first:
            if word.conjunction == "ف" and self.last == "name" and not tags & ~t.NAMES and not word.forms:
                return 1  # فيراري
            if word.conjunction == "ف" or not self._joins(word):
                return 0
            if tags & t.NAME and self.named:
                return 1
            begun = self.last
            self._begin(word)
            self.last = self.last or begun
            return 1
        if first:
            self.head = tags
            self._begin(word)
            return 1
        return self._further(word)

    def _qualifies(self, word: Word, following: Word) -> bool:
        """Whether شبه or غير belongs to the noun before it: وكالة أنباء فارس شبه الرسمية، قرار غير ملزم."""
        if word.key == "شبه":
            return self.closed and following.article
        definite = self.tokens[self.at - 1].word.article
        return definite == following.article and bool(definite or self.head & _HEADS and not self.named)

    def _middle(self) -> int:
        """How far a name goes on over a word of the grammar: تشانغ هو يون؛ بانغ شينغ هو، نائبة المدير."""
        if self._unknown_follows():
            return 2
        return 1 if self._name_words() > 1 and self._pause_follows() else 0

    def _particle_of_name(self) -> bool:
        """Whether فان is no فإن: روبن فان بيرسي."""
        if not self.tokens[self.at - 1].word.tags & t.NAME or self._ends_here():
            return False
        following = self.tokens[self.at + 1].word
        return not following.article and not following.tags & ~t.NAMES

    def _in_the_name(self) -> int:
        """باسم: in the name of somebody, or a given name."""
        if not self.head & (t.ROLE | t.UNNAMED | t.TITLE | t.NAME):
            return 0
        given = self.closed and not self.named and self.head & t.ROLE and not self._role_follows()
        if given and self._name_goes_on() and self.start + 1 < self.at:
            self.last, self.named = "name", True
            return 1
        self._open("role")
        return 1

    def _adjective_here(self, word: Word) -> bool:
        """Whether a word that is also an adverb of time belongs to the noun before it: مدير عام، الادعاء
        العام.
        """
        previous = self.tokens[self.at - 1].word
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        if word.rules & t.OTHER:
            return not previous.article
        if following is not None and (following.tags & t.TIME or following.kind == "number"):
            return False
        if word.tags & t.ORGANISATION and self.governed & TAKES_PEOPLE and not previous.tags & t.ROLE:
            return False  # هنأت الوزارة المنتخب
        if word.article or word.key.startswith("ال"):
            return (previous.article or previous.pronoun != "") and (not self.named or self.last != "name")
        if self.head & t.UNNAMED and previous.stem.endswith(("ي", "ية")) and not previous.article:
            return True  # مصدر أمني مطلع
        return not self.closed and bool(previous.tags & (t.ROLE | t.UNNAMED | t.NATIONALITY))

    def _begins_name(self, word: Word) -> bool:
        """Whether a word that stood open to be a noun belongs to the name after it: جلوي بن محمد."""
        if word.tags & t.NAME_PARTICLE:
            return self.name_start - 1 > self.start
        particle = self.tokens[self.name_start].word.tags & t.NAME_PARTICLE and not word.article
        return (
            word.kind == "word"
            and not word.conjunction
            and bool(
                particle
                and not word.tags & ~t.NAMES
                and not word.rules & t.GRADE
                or word.tags & t.SURE_NAME
                and not word.tags & (t.PLACE | _HEADS | t.TITLE)
            )
        )
