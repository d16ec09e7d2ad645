"""Where a noun phrase ends, word by word."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS as _HEADS
from qawl.lexicon.shape import OF_HIM, in_names, prepositional, superlative, tells_in_what
from qawl.lexicon.word import Word
from qawl.phrases.dedicated import Dedicated
from qawl.phrases.grammar import Grammar
from qawl.phrases.joins import Joins
from qawl.phrases.nouns import Nouns
from qawl.phrases.often import occurrence
from qawl.phrases.phrase import Phrase
from qawl.phrases.prepositions import Prepositions
from qawl.phrases.servers import Servers
from qawl.phrases.state import TAKES_PEOPLE
from qawl.scene import COMMAS, HYPHENS

_NOT_OWNED = t.NAMES | t.FUNCTION | t.QUANTIFIER | t.REFLEXIVE | t.TIME
"""Classes of words in ه that belong to a phrase: كله، نفسه، عبده."""
_SHORTEST_OWNED = 3
"""Letters of a word that may be a noun with its pronoun, less one: رأسه."""
_LONGEST_NAME = 4
"""Words of the first of several names, at most."""
_RARE = t.HEARTFELT | t.EPONYM | t.FILIAL | t.DEITY | t.ISSUED | t.SUPERLATIVE
"""Classes of few words, which are asked for before all others but signs and numbers."""


class Reader(Grammar, Joins, Prepositions, Nouns, Dedicated, Servers):
    """Reads one noun phrase."""

    def read(self) -> Phrase | None:
        while self.at < self.end:
            step = self._step()
            if not step:
                break
            aside = step > 1 and self.tokens[self.at].word.kind == "sign"
            if self.last == "name" and not aside and self.tokens[self.at].word.text not in COMMAS:
                if self.name_end == 0:
                    self.name_start, self.name_end = self.at, self.at + step
                elif self.name_end == self.at:
                    self.name_end += step
                elif self.object and self._begins_full_name(self.at):
                    self.at = self.object  # اتهم النائب فلان رئيس الوزراء فلانا: the second is the object
                    break
            self.at += step
        while self.name_end and self.name_start > self.lowest_name and self._begins_name(self.name_start - 1):
            self.name_start -= 1
        end = self._end()
        return self._phrase(end) if end > self.start else None

    def read_unknown(self) -> Phrase | None:
        """The phrase that begins with a name which looks like no noun: قال كالمسكي لوففيل إن."""
        words = self._begins_unknown()
        if not words:
            return None
        self.last, self.named, self.closed = "name", True, True
        self.name_start, self.name_end = self.start, self.start + words
        self.at = self.name_end
        return self.read()

    def _end(self) -> int:
        """Where the phrase ends without the prepositions and commas that it was left behind, and without a
        participle that nothing completes: الصحف اللبنانية | الصادرة اليوم.
        """
        end = self.at
        while end > self.start and (
            self._only_preposition(self.tokens[end - 1].word)
            or self.tokens[end - 1].word.text in (*COMMAS, *HYPHENS)
            or end > self.start + 1
            and self._lacks_complement(self.tokens[end - 1].word)
        ):
            end -= 1
        return end

    def _lacks_complement(self, word: Word) -> bool:
        """Whether what completes a definite participle is not of the phrase: القناة التابعة | لها."""
        return bool(word.rules & t.DEPENDENT) and word.article and not word.preposition

    def _phrase(self, end: int) -> Phrase:
        """What was read up to `end`; the name behind مصادر مطلعة على موقف فلان is not the source's."""
        if self.head & t.UNNAMED and any(
            token.word.tags & t.PREPOSITION for token in self.tokens[self.start : self.name_start]
        ):
            self.named, self.name_start, self.name_end = False, 0, 0
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
        """How many tokens the phrase goes on, 0 where it ends. The first question with an answer decides."""
        word = self.tokens[self.at].word
        if word.rules & t.PERCENT and self.at > self.start and self.tokens[self.at - 1].word.kind == "number":
            return 1
        if word.kind == "sign":
            return self._sign(word)
        if word.kind == "number":
            return self._number_of_unit() or self._number()
        if word.rules & _RARE and (rare := self._rare(word)) is not None:
            return rare
        if self.at == self.start:
            return self._first(word)
        if self._is_his(word):
            return 0
        before = self.tokens[self.at - 1].word
        ordinal = before.rules & t.ORDINAL and word.rules & t.COUNTING
        if ordinal or tells_in_what(word, before) or self._in_compound(word):
            return 1  # المادة الثالثة عشرة، اللاعب الأكثر تتويجا، شولته-كرامر
        own_lam = word.key[0] == "ل" and not (word.tags & ~t.NAMES or self.named)
        if own_lam and (words := self._body_behind_lam()):
            self.last, self.closed, self.lowest_name = "organisation", True, self.at + words
            return words
        if not (word.tags & ~t.NAMES or self.named) and (words := self._unknown_bearer(self.at)):
            self.last, self.named, self.closed = "name", True, True
            return words
        if word.tags & t.HONORIFIC:
            return 0  # شكر المدير فلان سموه
        if self.name_end == self.at and self._after_master() and (words := self._bearer_from_here(word)):
            return words
        if before.text == "." and not word.tags and self.scene.inside_word(self.at - 1):
            return 1  # بنك جيه.بي مورجان
        apart = word.pronoun or word.key.endswith("ا") or before.stem.endswith("ون") and not word.article
        if apart and f"noun:{word.stem}" in self.governed:
            return 0  # جددت مصالح الحماية المدنية دعوتها, قطع الرئيس وعدا, وجه نواب معارضون اتهامات
        if word.noun is not None and word.noun.pronoun:
            unnamed = self.at == self.start + 1 and before.tags & (t.GROUP | t.UNNAMED) and not before.article
            if unnamed or self.last == "name" and word.tags & t.SETTING:
                return 0  # نقلت عن شهود إشارتهم إلى; تختم برايس حديثها
        if self.at == self.start + 1 and self._one_behind_several(word, before):
            return 0
        if (step := self._by_form(word, before)) is not None:
            return step
        if word.plain:
            return self._further(word)
        if marked := self._marked_body(word, before):
            return marked
        if (step := self._word_of_grammar(word, before)) is not None:
            return step
        if (step := self._verb_or_name(word, before)) is not None:
            return step
        if (step := self._adjective_or_time(word, before)) is not None:
            return step
        return self._joined(word)

    def _one_behind_several(self, word: Word, before: Word) -> bool:
        """Whether one name alone stands behind several men, whose it is not: اتهم المحققون | كوهين بكذا;
        not قال المحللون فلان وفلان.
        """
        men = before.article and before.tags & t.GROUP and before.stem.endswith("ون")
        if not men or word.tags & ~t.NAMES or not word.tags or word.preposition or word.conjunction:
            return False
        return not any(token.word.conjunction for token in self.tokens[self.at : self.at + _LONGEST_NAME])

    def _is_his(self, word: Word) -> bool:
        """Whether what belongs to the subject is what the verb takes, behind all of its phrase: مسحت السيدة |
        دموعها, هز سامي النجار | رأسه.
        """
        if "NP" not in self.governed or word.tags & _NOT_OWNED or word.rules & t.LIKE_NAME:
            return False
        if word.article or word.preposition or word.conjunction or word.verb is not None:
            return False
        if not (word.key.endswith(OF_HIM) and word.plain) or word.rules & t.RETURNING:
            return False  # الناطق باسمها، المحكوم عليه
        previous = self.tokens[self.at - 1].word
        complete = previous.article or previous.tags & t.TITLE or self.name_end == self.at
        return bool(complete) and len(word.key) > _SHORTEST_OWNED  # not المتحدث باسم حكومته

    def _rare(self, word: Word) -> int | None:
        """What is decided for words of few classes: خالص التهاني, جامعة الملك خالد, السالكة بنت محمد."""
        if word.rules & t.HEARTFELT and self._greeting_follows():
            return 0
        if self.at == self.start:
            return None
        before = self.tokens[self.at - 1].word
        if word.rules & t.SUPERLATIVE:
            one = before.tags & t.QUANTIFIER and self.at + 1 < self.end
            return 1 if one and superlative(word, self.tokens[self.at + 1].word) else None  # أحد أبرز قادة
        if word.rules & t.ISSUED:
            return self._issued()
        if word.rules & t.DEITY and self._prayed_to(before):
            return 0  # دعا الشيخ الله أن
        if word.rules & t.EPONYM and (words := self._named_after(word, before)):
            self.last, self.closed, self.lowest_name = "organisation", True, self.at + words
            return words
        if word.rules & t.FILIAL and self._before_father(before):
            self.last, self.named, self.closed = "name", True, True
            self.name_start, self.name_end = self.at - 1, self.at
            return 1
        return None

    def _prayed_to(self, before: Word) -> bool:
        """Whether God is whom the verb takes, and no part of a name: not حسن نصر الله, سالم المولى."""
        word = self.tokens[self.at].word
        if before.rules & t.THEOPHORIC or word.rules & t.BOUND:
            return False
        praised = self.at + 1 < self.end and self.tokens[self.at + 1].word.rules & t.PRAISE
        god = word.key == "الله"
        if not self.governed & TAKES_PEOPLE:
            return bool(god and (praised or self._complementizer_follows()))
        surname = word.article and word.tags & t.SURNAME and not god  # سالم المولى
        return bool(praised or not surname) or self.last != "name" or self._name_words() > 1

    def _greeting_follows(self) -> bool:
        """Whether the noun of the light verb stands behind what tells how it is meant: خالص
        التهاني, بخالص الشكر.
        """
        at = self.at + 1
        while at < self.end and self.tokens[at].word.rules & t.HEARTFELT:
            at += 1
        codes = {f"{code}noun:{self.tokens[at].word.stem}" for code in ("", "ب+")} if at < self.end else set()
        return not codes.isdisjoint(self.governed)

    def _honoured(self) -> int:
        """How many words stand for who is honoured: سموه; سموه الكريم. The phrase ends behind them."""
        word = self.tokens[self.at + 1].word if self.at + 1 < self.end else None
        return 2 if word is not None and word.article and word.rules & t.DESCRIBING else 1

    def _number(self) -> int:
        """A number begins a phrase, or is of what it is written to or behind: الـ15، القناة 13، القرار 17."""
        if self.at == self.start:
            return 1
        before = self.tokens[self.at - 1]
        if before.word.rules & t.AGED:
            years = self.at + 1 < self.end and self.tokens[self.at + 1].word.rules & t.YEARS
            return 2 if years else 1  # الأم البالغة 29 عاما
        if before.end == self.tokens[self.at].start or before.word.key == "ال" or before.word.tags & t.MEDIA:
            return 1
        if before.word.article and before.word.tags & (t.DOCUMENT | t.LAW):
            following = self.tokens[self.at + 1].word if self.at + 1 < self.end else before.word
            return int(following.article or not following.nominal)  # not ذكر التقرير 20 حالة
        body = self.at > self.start + 1 and self.tokens[self.at - 2].word.tags & t.ORGANISATION
        if before.word.tags & t.PLACE and body and self._ends_here():
            return 1  # جامعة الجزائر 2; not بلدية الدمام 14 منشأة
        return 1 if self.last in ("", "organisation") and not self.closed else 0

    def _first(self, word: Word) -> int:
        """Whether a phrase begins with the word: رئيس الوزراء، هذا المسؤول; not لن, يقول, باسم, على."""
        tags = word.tags
        if word.nominal and not tags and (words := self._begins_unknown()):
            self.last, self.named, self.closed = "name", True, True
            return words
        if word.pronoun and not tags and word.key[0] == "و":
            return 0  # وتضيف وعيناها على العود
        if self._begins_clause(tags) or self._only_verb(word) or tags == t.RELATIVE_FREE:
            return 0  # يقول; رحب | بما وصفه
        if word.forms and tags & t.NAME and self._verb_of_next(word):
            return 0  # بينت الوزارة
        if tags & t.DEMONSTRATIVE:
            return 1
        if word.key == "باسم" and word.tags != t.NAMES:
            return 0
        if occurrence(self.tokens, self.at, self.end) >= 0 or self._on_behalf(word):
            return 0  # قال مرة أخرى، قال نيابة عن الوزير
        self.head = tags | (t.TITLE if word.rules & t.HONOUR and self._role_follows() else 0)
        if tags & t.RELATION and word.pronoun:
            self.head |= t.ROLE  # خصمه في القضية
            self.last = self.last or "role"
        self._begin(word)
        if tags & t.HONORIFIC:
            self.end = self.at + self._honoured()  # أكد سموه أهمية الحوار، وجه معاليه الجهات المعنية
        nation = tags & t.NATIONALITY and word.article and not self.last
        if nation and (self._foreign_name(self.at + 1) or self._given_name_at(1)):
            self.last = "role"  # البولندية إيغا شفيونتيك
        if word.rules & t.COMPLEMENTED and word.article and self._heads(word):
            self.head, self.last, self.named = t.ROLE | t.ADJECTIVE, "role", False
        return 1

    def _heads(self, word: Word) -> bool:
        """Whether an adjective that takes a complement stands for who is told of: المكلف بالإعلام لدى الوزارة
        فلان, الفائز بالجائزة فلان.
        """
        if word.tags == t.ADJECTIVE:
            return True
        name = word.tags & t.NAME and not word.tags & (t.SURE_NAME | ~t.NAMES)
        return bool(name) and prepositional(self.tokens[min(self.at + 1, self.end - 1)].word)

    def _on_behalf(self, word: Word) -> bool:
        """Whether نيابة عن, ردا على begins here; not النيابة العامة."""
        begins = word.tags & t.PREPOSITION and word.tags & t.ADVERBIAL_PARTICIPLE and not word.article
        return bool(begins) and self._preposition_follows()

    def _joined(self, word: Word) -> int:
        """A preposition, a word with one or with و, or else a noun: عدد من السكان، جمعية للصيادين."""
        if word.key == "ال" and self.at + 1 < self.end and self.tokens[self.at + 1].word.kind == "number":
            return 2
        if word.tags == t.RELATIVE_FREE:
            return 0  # أشاد المدير بما تحقق
        if word.key == "باسم":
            return self._in_the_name()
        if word.tags & t.CALLED and word.preposition == "ب" and self.tokens[self.at - 1].word.tags & t.ROLE:
            following = self.tokens[self.at + 1].word if self.at + 1 < self.end else word
            return int(not in_names(word, following))  # الناطق باسمه; not الرئيس باسمه وباسم الحكومة
        if self._only_preposition(word) and not word.article:
            if not self._preposition_inside(word):
                return 0
            named = self.last == "name" and not self.tokens[self.at - 1].word.tags & t.QUANTIFIER
            self._open("organisation" if named else self.last)
            return 1
        if word.preposition:
            return self._with_preposition(word)
        if word.conjunction:
            return self._with_conjunction(word)
        return self._further(word)

    def _with_preposition(self, word: Word) -> int:
        """A word that begins like ب, ل or ك: بينامين نتنياهو، مدينة بورتو، المتحدث باسم الجمعية للصيادين."""
        if self._only_seems_attached(word):
            return self._after_closed(word, self.tokens[self.at - 1].word)
        if self._named_after_kind(word):
            self.closed = True
            return 1
        if not self._attached_inside(word):
            return 0
        self._noun(word)
        return 1

    def _with_conjunction(self, word: Word) -> int:
        """A word that begins like و or ف: وزير الداخلية والدفاع; تشارلز فيراري."""
        whole = not (self.closed or word.tags or word.forms) and self.head & t.ORGANISATION
        if word.conjunction == "ف" and whole and self.at > self.start + 1:
            return 1  # مجموعة إميل فراي
        if word.conjunction == "ف":
            return 1 if self.last == "name" and not word.tags & ~t.NAMES and not word.forms else 0
        if not self._joins(word):
            return 0
        if word.tags & t.NAME and self.named and not self._other_office(word):
            return 1
        begun = self.last
        self.conjunct = self.at
        self._begin(word)
        self.last = self.last or begun
        return 1

    def _other_office(self, word: Word) -> bool:
        """Whether an office that is a name too is that of another: المخرج فلان والأمين العام للحزب فلان."""
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else word
        owned = following.article and not following.tags & t.NAMES or following.tags & t.ORGANISATION
        return bool(word.tags & t.ROLE and owned) and not word.tags & t.SURE_NAME

    def _in_the_name(self) -> int:
        """باسم: in the name of somebody, what an account is called, or a given name."""
        first = self.tokens[self.start].word
        if self._called_by_name(first):
            self.last, self.named, self.closed, self.lowest_name = "role", False, True, self.at + 1
            return 1
        several = first.rules & t.SPOKESMAN  # المتحدثان باسم الجيش والشرطة
        if not self.head & (t.ROLE | t.UNNAMED | t.TITLE | t.NAME) and self.last != "role" and not several:
            return 0
        given = self.closed and not self.named and self.head & t.ROLE and not self._role_follows()
        spoken_for = any(token.word.key == "باسم" for token in self.tokens[self.start : self.at])
        given = given and (spoken_for or not first.rules & t.SPOKESMAN)
        alone = first.article and self._given_name_at(1)  # المدرب باسم قاسم
        if given and self._name_goes_on() and (self.start + 1 < self.at or alone):
            self.last, self.named = "name", True
            return 1
        self._open("role")
        return 1

    def _called_by_name(self, first: Word) -> bool:
        """Whether باسم tells what an account or its unnamed owner is called: حساب باسم فلان, مستخدم باسم
        فلان, المتطوع المعروف باسم فلان; not متحدث باسم فلان, حساب باسم الوزارة.
        """
        called = self.tokens[self.at - 1].word.rules & t.NICKNAMED
        if called or first.article or first.rules & (t.SPOKESMAN | t.OFFICE) or self.at + 1 >= self.end:
            return bool(called)
        name = self.tokens[self.at + 1].word
        own = first.rules & t.PAGE or first.tags & t.ROLE and not first.tags & t.NAME
        known = name.tags & (t.SURE_NAME | t.NAME_PARTICLE) and not (name.article or name.tags & t.PLACE)
        return bool(own and (known or name.key.isascii()))

    def _begins_name(self, at: int) -> bool:
        """Whether a word that stood open to be a noun belongs to the name after it: جلوي بن محمد."""
        word = self.tokens[at].word
        if at < self.master_end:
            return False  # مستشار ترامب | فلان
        if at > self.start and self.tokens[at - 1].word.rules & t.LOCALITY:
            return False  # منطقة عسير فلان
        if word.tags & t.KNOWN_ORGANISATION and not self.tokens[at - 1].word.article:
            return False  # رئيس بوينغ | فلان
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
