"""Quotation marks in a noun phrase: what somebody or a body is called, or what the verb takes."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS as _HEADS
from qawl.lexicon.shape import opens_clause, relational
from qawl.lexicon.word import Word
from qawl.phrases.ahead import Ahead
from qawl.phrases.phrase import FULL_NAME, LONGEST_QUOTED_NAME
from qawl.phrases.state import TAKES_OBJECTS, TAKES_PEOPLE
from qawl.scene import COMMAS

_LONGEST_NICKNAME = 3
"""Tokens up to the mark that closes it."""
_SHORTEST_SPEECH = 2
"""Words in marks that may be all that somebody said."""


class Marked(Ahead):
    """Whether a phrase goes on over words in marks."""

    def _marks(self, close: int, word: Word) -> int:
        """How far the phrase goes on over the marks that open here and close at `close`."""
        at = self.at
        before = self.tokens[at - 1].word if at > self.start else word
        if self.last == "name" and self.named and at > self.start:
            return close + 1 - at if self._nickname(close) else 0
        if self._bearer_in_marks(close, before):
            self.last, self.named, self.closed = "name", True, True
            self.name_start, self.name_end = at + 1, close
            return close + 1 - at
        if (
            "addressee" in self.governed
            and at > self.start
            and (not before.tags & (_HEADS | t.KNOWN_ORGANISATION) or self._adjective_of_somebody(before))
            and not (before.tags & t.PREPOSITION or before.key == "باسم" or before.rules & t.PAGE)
        ):
            return 0
        if at > self.start and (self._is_speech(before) or self._marked_object(before)):
            return 0
        if close - at > LONGEST_QUOTED_NAME or close >= self.end:
            return 0
        if at == self.start:
            self.last = "name"
            if self._named_before_role(close):
                self.named, self.name_start, self.name_end = True, at + 1, close
        self.closed = True
        return close + 1 - at

    def _named_before_role(self, close: int) -> bool:
        """Whether the marks that open the phrase hold the name of whoever bears the role behind them: «كريم
        حمودي» رئيس الاتحاد; not «القسام» قائد كذا.
        """
        words = [token.word for token in self.tokens[self.at + 1 : close]]
        role = self.tokens[close + 1].word if close + 1 < self.end else None
        if role is None or not role.tags & t.ROLE or role.preposition or role.conjunction:
            return False
        if len(words) < FULL_NAME or words[0].article or self.governed & TAKES_PEOPLE:
            return False  # حذر «كريم حمودي» عضو اللجنة من كذا
        return not any(
            word.kind != "word"
            or word.forms
            or word.preposition
            or word.tags & ~(t.NAMES | t.NAME_PARTICLE)
            and not word.tags & t.SURNAME
            for word in words
        )

    def _adjective_of_somebody(self, before: Word) -> bool:
        """Whether what may be a role is the adjective of somebody: أبلغ مصدر ديبلوماسي «الحياة» أن."""
        first = self.tokens[self.start].word
        somebody = self.at > self.start + 1 and first.tags & (t.UNNAMED | t.ROLE) and not first.article
        role = before.tags & t.ROLE and not before.tags & (t.ORGANISATION | t.MEDIA | t.NAME)
        return bool(somebody and role) and relational(before) and not before.article

    def _bearer_in_marks(self, close: int, before: Word) -> bool:
        """Whether the marks hold the name of who bears the role before them: قال رئيس الميناء «سامر الحلو»
        إن; not مدير شركة «سامر».
        """
        full = self.tokens[self.at + 1].word.rules & (t.MAN | t.WOMAN) and close - self.at > FULL_NAME
        owned = self.at - self.start > FULL_NAME and not before.tags & _HEADS  # مدير شركة كورنال "فهد بدر"
        definite = self.closed or before.tags & t.TITLE or full and owned  # not مؤسس "ديب فريش"
        bearer = definite and self.head & (t.ROLE | t.TITLE) and not self.named and close < self.end
        owns = before.tags & (t.ORGANISATION | t.MEDIA) and not before.article or before.rules & t.TITLING
        if not bearer or owns or not 1 < close - self.at <= LONGEST_QUOTED_NAME:
            return False
        first, *others = [token.word for token in self.tokens[self.at + 1 : close]]
        own = t.NAMES | t.NAME_PARTICLE
        several = bool(others) and all(word.tags & t.NAME for word in (first, *others))
        given = several or first.tags & (t.SURE_NAME | t.NAME_PARTICLE)
        if not given or first.article or first.tags & ~own:
            return False
        if any(word.kind != "word" or word.tags & ~own or word.forms for word in others):
            return False
        return not self.scene.quotation_is_last(self.at) or "." in first.text  # المدعو "ب. كمال"

    def _nickname(self, close: int) -> bool:
        """Whether marks behind a full name hold what somebody is called besides, since who he is follows:
        أحمد حسام «ميدو»، نجم الفريق.
        """
        if close - self.at > _LONGEST_NICKNAME or self._name_words() < FULL_NAME or close + 2 >= self.end:
            return False
        behind, after = self.tokens[close + 1].word, self.tokens[close + 2].word
        inside = self.tokens[self.at + 1].word
        if inside.verbal or inside.tags & (t.COMPLEMENTIZER | t.NEGATION):
            return False
        role = behind.text in COMMAS and after.tags & (t.ROLE | t.RELATION) and not after.conjunction
        return bool(role or behind.tags & t.ROLE and not behind.conjunction)

    def _marked_object(self, before: Word) -> bool:
        """Whether marks behind a complete subject hold the verb's object, or tell how it was said: اتهم الجيش
        "قسد" بكذا, أدانت الحركة "المجزرة البشعة", أدانت إيران "بشدة" الهجوم.
        """
        close = self.scene.closing[self.at]
        first = self.tokens[self.at + 1].word
        if (
            first.tags & t.MANNER
            or "\u064b" in first.text
            or close > self.at + 2
            and self._governed_in_marks(before, first)
        ):
            return True
        if first.tags & t.PREPOSITION and before.tags & t.NATIONALITY and before.article:
            return True  # ابقاء الحكومة العراقية "على اطلاع كامل"
        proper = before.tags & (t.PLACE | t.KNOWN_ORGANISATION | t.OUTLET)
        if not self.governed & TAKES_OBJECTS or not (before.article or proper) or close + 1 >= self.end:
            return False
        if first.tags & (t.SURE_NAME | t.NAME_PARTICLE | t.TITLE) and self.head & t.ROLE:
            return False  # القيادي "أبو عمر"
        after = self.tokens[close + 1].word
        if after.preposition and f"object+{after.preposition}" in self.governed:
            return True
        single = close == self.at + 2
        if single and (relational(first) or first.stem.startswith("م")):
            return False  # الحكومة "الشرعية"
        name_inside = first.tags & (t.NAME | t.KNOWN_ORGANISATION | t.OUTLET | t.PLACE)
        called_on = "addressee" in self.governed and (after.key in self.governed or after.preposition)
        if called_on and not (single and self.head & t.ORGANISATION and not first.article):
            return True  # حذر الوزير "دول الجوار" من; not دعت المنظمة الدولية "يونيسف" إلى
        return not name_inside and (first.article or bool(first.tags & (t.VERBAL_NOUN | t.CLAIM_NOUN)))

    def _governed_in_marks(self, before: Word, first: Word) -> bool:
        """Whether the first word in marks has the preposition that the verb takes: رحب العراق "بعودة
        اللاجئين"; not نددت منظمة "بلا قيود" بالهجوم.
        """
        body = before.tags & (t.ORGANISATION | t.MEDIA) and not before.article
        if body or before.rules & (t.NAMED | t.TITLING):
            return False
        preposition = first.preposition or (first.key if first.tags & t.PREPOSITION else "")
        return preposition in self.governed

    def _marked_body(self, word: Word, before: Word) -> int:
        """How far a role or body goes on over ل or ب and the name in marks of what it belongs to: الأمين
        العام لـ«حزب الله» فلان، القائد العام لـ"قسد" فلان; 0 where that is who was spoken to: قال الوزير
        لـ"الشرق" إن. Over و too and the second of two names in marks: حركتا "فتح" و"حماس".
        """
        at = self.at + 1
        if word.key not in ("ل", "ب", "و") or at not in self.scene.closing or self.named:
            return 0
        close = self.scene.closing[at]
        if close - at > LONGEST_QUOTED_NAME or close >= self.end:
            return 0
        first = self.tokens[at + 1].word
        if word.key == "و":
            return close + 1 - self.at if self._second_in_marks(first) else 0
        after = self.tokens[close + 1].word if close + 1 < self.end else None
        owner = word.key == "ل" and self._owner_in_marks(first, before, after)
        if not (owner or after is not None and self._place_in_marks(word, first, after)):
            return 0
        self.closed = True
        return close + 1 - self.at

    def _second_in_marks(self, first: Word) -> bool:
        """Whether marks behind و, of which `first` is the first word, hold a name beside the one in marks
        before it: حزبي "النهضة" | و"الأمل"، في "غزني" | و"خوست".
        """
        opening = self.scene.opening.get(self.at - 1, -1)
        if opening <= self.start:
            return False
        return not (first.verbal or first.tags & (t.COMPLEMENTIZER | t.NEGATION | t.PREPOSITION))

    def _owner_in_marks(self, first: Word, before: Word, after: Word | None) -> bool:
        """Whether the name in marks that begins with `first` is that of what a role, body, page or document
        is of: بيان لـ"حركة النهضة".
        """
        start = self.tokens[self.start].word
        owned = before.article and not start.article  # بيان الوزارة لـ"الشرق الأوسط"
        if start.rules & t.PAGE or self.head & t.DOCUMENT and not owned:
            return True
        if not self.head & (t.ROLE | t.ORGANISATION) or first.tags & (t.OUTLET | t.MEDIA):
            return False
        if first.tags & t.KNOWN_ORGANISATION or before.rules & t.EXECUTIVE:
            return True
        return after is not None and self._bears_name(after)

    def _place_in_marks(self, word: Word, first: Word, after: Word) -> bool:
        """Whether the name in marks that begins with `first` is of the body where a role is, since its bearer
        follows or the body is known.
        """
        if self.last not in ("role", "organisation") or not self.head & t.ROLE:
            return False
        if self._bears_name(after):
            return True
        body = first.tags & (t.KNOWN_ORGANISATION | t.ORGANISATION) and not first.tags & (t.OUTLET | t.MEDIA)
        return bool(body) and not first.article and word.key not in self.governed

    def _bears_name(self, word: Word) -> bool:
        """Whether the word may be the first of the name of who bears a role: no article, nothing else."""
        if word.kind != "word" or word.article or word.conjunction or word.preposition:
            return False
        known = word.tags & t.SURE_NAME or not word.forms
        return bool(known) and not word.tags & ~(t.NAMES | t.TITLE)

    def _is_speech(self, before: Word) -> bool:
        """Whether a quotation behind a complete subject is what was said: قال الوزير "لا نريد حربا"."""
        words = self.scene.closing[self.at] - self.at - 1
        if "quote" in self.governed and words >= _SHORTEST_SPEECH and self._says_clause(before):
            return True
        described = before.rules & t.DESCRIBING or before.tags & t.NATIONALITY  # مسؤول أمريكي كبير
        if "quote" not in self.governed or words < _SHORTEST_SPEECH or not (self.closed or described):
            return False
        first = self.tokens[self.at + 1].word
        proper = before.tags & (t.PLACE | t.KNOWN_ORGANISATION | t.OUTLET)
        complete = before.article or proper or described and self.at > self.start + 1
        called = first.tags & (t.SURE_NAME | t.NAME_PARTICLE | t.TITLE) and words < LONGEST_QUOTED_NAME - 1
        return bool(complete and not called) and self.scene.quotation_is_last(self.at)

    def _says_clause(self, before: Word) -> bool:
        """Whether marks behind any but an organisation open a clause, which is no name, or stand behind an
        unnamed source: قال مصدر أمني "لن نتراجع".
        """
        if before.tags & (t.ORGANISATION | t.MEDIA | t.DOCUMENT) or before.rules & (t.NAMED | t.TITLING):
            return False
        first = self.tokens[self.at + 1].word
        clause = t.NEGATION | t.COMPLEMENTIZER | t.PRONOUN | t.FUTURE | t.PERFECTIVE
        verb = first.tags & t.VERB and not first.tags & (t.VERBAL_NOUN | t.NAME) or opens_clause(first)
        return bool(first.tags & clause or verb or self.head & t.UNNAMED)
