"""What goes on with a noun phrase beside nouns: signs, appositions, و."""

from __future__ import annotations

from qawl.lexicon import tags as t
from qawl.lexicon.shape import HEADS as _HEADS
from qawl.lexicon.shape import OF_HIM, feminine, one_of_several, prepositional, relational, to_outlet
from qawl.lexicon.word import NOTHING, Word
from qawl.phrases.bearer import Bearer
from qawl.phrases.marked import Marked
from qawl.phrases.phrase import FULL_NAME, LONGEST_APPOSITION
from qawl.phrases.state import TAKES_OBJECTS, TAKES_PEOPLE
from qawl.scene import COMMAS, DETACHED, HYPHENS

_LONGEST_WHERE = 8
"""Words with their commas that tell where a role is, before its bearer's name."""
_LONGEST_MANNER = 5
"""Tokens up to what is his in what tells how somebody spoke: والحسرة بادية على وجهه."""
_NAMING = t.NAMES | t.NAME_PARTICLE | t.TITLE
"""Words of a name with its title."""


def _may_name(word: Word, at: int) -> bool:
    """Whether a word may be that of a name with the number `at`: one with ال that no table knows is last."""
    surname = at > 1 and word.article and not word.tags and word.key.endswith("ي")
    return not word.preposition and bool(word.tags & (t.NAMES | t.NAME_PARTICLE) or surname)


def _participle(word: Word) -> bool:
    """Whether the word may be a participle: فلان، المعروف بكذا؛ فلانة، الحائزة جائزة كذا."""
    noun = t.TIME | t.PLAIN | t.GROUP | t.ORGANISATION
    return word.stem.startswith("م") and not word.tags & noun or bool(word.rules & t.COMPLEMENTED)


class Joins(Marked, Bearer):
    """Whether a phrase goes on over what is no noun."""

    def _joins(self, word: Word) -> bool:
        """Whether a noun with و goes on with the phrase: وزير الداخلية والدفاع، موسكو وواشنطن."""
        if word.tags & t.VERBAL_NOUN and not word.article and self.head & t.ORGANISATION and not self.closed:
            return True
        act = t.VERBAL_NOUN | t.PLAIN
        if word.tags & act and self.tokens[self.at - 1].word.tags & act and not (self.closed or word.article):
            return True  # لجنة إنقاذ وتأهيل المدينة، قسم علوم وهندسة المواد، غرفة تجارة وصناعة عمان
        bare = not (word.tags or word.article or word.pronoun or self.closed)
        if bare and self.head & t.GROUP and word.stem.endswith(("ات", "ون")):
            return True  # أحزاب وتجمعات
        if relational(word) and relational(self.tokens[self.at - 1].word) and self.head & t.UNNAMED:
            return not (word.article or word.tags & t.NAME)  # مصادر مالية وقانونية
        if word.tags & t.DOCUMENT and self.head & t.DOCUMENT and not word.article:
            return True  # بيانات وتصريحات
        following = self.tokens[self.at + 1].word if self.at + 1 < self.end else word
        if word.tags & t.QUANTIFIER and self._of_some():
            return True  # الحركة الشعبية وعدد من الأحزاب
        office = (
            self.head & (t.ROLE | t.ORGANISATION | t.DOCUMENT) and not self.named and self.start + 1 < self.at
        )
        if office and following.article and word.tags & (t.VERBAL_NOUN | t.PLAIN) and not word.article:
            if self.tokens[self.at - 1].word.article:
                return True  # وزير الزراعة واستصلاح الأراضي، وزارة الزراعة وموارد المياه
            if self.head & t.ROLE:
                return False
        its = (word.pronoun or following.pronoun) and word.tags & t.VERBAL_NOUN and not word.article
        if its and self.head & t.ORGANISATION and self._has_purpose():
            return True  # المركز الأوروبي للوقاية من الأمراض ومكافحتها، … ومنع انتشارها
        before = self.tokens[self.at - 1].word
        field = office and before.article and feminine(before) and self.head & t.ROLE
        if field and word.tags & t.VERBAL_NOUN and word.pronoun == "ها":
            return True  # أستاذ الحوكمة وتنظيمها في معهد كذا
        if self.last == "organisation" and following.article and word.stem.endswith("ة"):
            return True  # هيئة الاتصالات وتقنية المعلومات
        if word.tags & (t.VERBAL_NOUN | t.PREPOSITION) and not (word.article or word.tags & t.TITLE):
            return False  # but وسعادة السفير
        if word.tags & (_HEADS | t.NAME | t.TITLE | t.PLACE | t.NATIONALITY | t.KNOWN_ORGANISATION):
            return True
        if word.tags & self.tokens[self.at - 1].word.tags & t.OUTLET:
            return True  # وكالتا رويترز وفرانس برس
        if self.last == "name" and word.article and self._tells_how():
            return False
        return (
            word.article or word.stem.startswith("ال") or bool(word.pronoun) and not word.tags & t.PLAIN
        )  # not ومقرها برلين

    def _tells_how(self) -> bool:
        """Whether the noun with و, of no class, tells how somebody spoke, as what is his behind it shows: قال
        فواز والدموع في عينيه، والحسرة بادية على وجهه.
        """
        for token in self.tokens[self.at + 1 : min(self.at + _LONGEST_MANNER, self.end)]:
            word = token.word
            if word.kind != "word" or word.tags & t.COMPLEMENTIZER:
                return False
            if word.pronoun or word.key.endswith(OF_HIM) and not word.tags:
                return True
        return False

    def _initials_in_brackets(self, close: int, inside: Word) -> None:
        """Reads the initials of who bears the role before the brackets as his name: المتهم (ب.ك)."""
        alone = close == self.at + 2 and inside.tags & t.SURE_NAME and "." in inside.text
        if alone and self.head & (t.ROLE | t.TITLE) and not self.named:
            self.last, self.named = "name", True
            self.name_start, self.name_end = self.at + 1, close

    def _of_some(self) -> bool:
        """Whether من stands behind the quantifier and its adjective: عدد من السكان، عدد كبير من السكان."""
        words = [token.word for token in self.tokens[self.at + 1 : min(self.at + 3, self.end)]]
        if words and words[0].rules & t.DESCRIBING:
            words = words[1:]
        return bool(words) and words[0].key == "من"

    def _has_purpose(self) -> bool:
        """Whether an act behind ل tells what the body is for: الهيئة العامة للرقابة على الأدوية."""
        words = (token.word for token in self.tokens[self.start + 1 : self.at])
        aim = t.VERBAL_NOUN | t.PLAIN
        return any(word.rules & t.TASK or word.preposition == "ل" and word.tags & aim for word in words)

    def _sign(self, word: Word) -> int:
        scene, at = self.scene, self.at
        if at in scene.closing:
            return self._marks(scene.closing[at], word)
        if at > self.start and (scene.after_short_title(at) or scene.inside_word(at)):
            return 1
        if word.text == "(" and at > self.start and not self._age():
            inside = self.tokens[at + 1].word if at + 1 < self.end else word
            if inside.verb is not None and not inside.tags or inside.tags & t.NEGATION:
                return 0  # سائق (رفض الكشف عن اسمه)، شاهد (لم يذكر اسمه)
            for close in range(at + 1, min(at + 9, self.end)):
                if self.tokens[close].word.text == ")":
                    self._initials_in_brackets(close, inside)
                    self.closed = self.closed or self.tokens[at - 1].word.rules & t.LIKE_NAME > 0
                    return close + 1 - at
            return 0
        if word.text in COMMAS and at > self.start and at + 1 < self.end:
            if self.tokens[at + 1].word.rules & t.NICKNAMED:
                return 0  # دقلو، الملقب بـ"حميدتي"
            if self._apposition_follows(self.tokens[at + 1].word):
                return int(
                    at + 2 >= self.end or not self.scene.withholds_name(at + 2)
                )  # أرملة، فضلت عدم ذكر اسمها
            return self._where_between_commas()
        bearer = word.text == "/" and self.head & t.ROLE and self.closed and not self.named
        if bearer and self._given_name_at(1):
            return 1  # رئيس اللجنة/ فلان
        if word.text == ":" and self.head & (t.ROLE | t.TITLE) and not self.named and self._named_told():
            return 1
        if word.text in HYPHENS and (close := self._apposition_in_dashes(word.text)):
            return close + 1 - at
        if word.text in HYPHENS and self._branch_follows():
            self._open("organisation")
            self.closed = bool(self.tokens[at + 1].word.tags & t.PLACE)
            return 2
        if word.text in HYPHENS and self._adjectives_joined() or word.text == "+" and self._added():
            return 2
        compound = word.text in HYPHENS and self._compound_follows()
        if compound or word.text in ("-", "–", "/", ".") and self.last == "name":
            return 1 if self._glued() else 0
        return 0

    def _named_told(self) -> bool:
        """Whether but the bearer's name stands between the colon behind his title and إن, or the outlet that
        he told: وقال المواطن: سعد بن علي الدوسري إن, مدير المرور: فلان الفلاني لـ«الرياض» أن.
        """
        behind = [token.word for token in self.tokens[self.at + 1 : self.at + LONGEST_APPOSITION]]
        names = next((n for n, word in enumerate(behind) if not _may_name(word, n)), 0)
        then = behind[names] if names >= FULL_NAME else NOTHING
        told = then.tags & t.COMPLEMENTIZER or to_outlet(then) or then.text in DETACHED
        return bool(told) and (self.closed or self.tokens[self.at - 1].word.article)

    def _apposition_in_dashes(self, dash: str) -> int:
        """Where the dash stands that closes the role of who was named: فلانة – رئيسة الجمعية – إن; 0 where
        none is told.
        """
        if self.last != "name" or self._glued() or self.at + 2 >= self.end:
            return 0
        role = self.tokens[self.at + 1].word
        if not role.tags & (t.ROLE | t.RELATION) or role.preposition or role.conjunction:
            return 0
        for close in range(self.at + 2, min(self.at + LONGEST_APPOSITION, self.end)):
            word = self.tokens[close].word
            if word.text == dash:
                return close
            if word.kind == "sign" or word.verbal or word.tags & t.COMPLEMENTIZER:
                return 0
        return 0

    def _where_between_commas(self) -> int:
        """How many words between commas tell where a role is whose bearer is named behind them: مدير الأوقاف،
        بولاية صحار، الشيخ فلان؛ مفتي المدينة، في شمال البلاد، فلان; 0 where none do.
        """
        if not self.head & t.ROLE or self.named or self.at + 2 >= self.end:
            return 0
        word, following = self.tokens[self.at + 1].word, self.tokens[self.at + 2].word
        where = following if word.key == "في" else word
        if where is word and word.preposition != "ب" or word.pronoun or {"ب", "في"} & self.governed:
            return 0
        if not (where.tags & (t.PLACE | t.ORGANISATION) or where.rules & (t.LOCALITY | t.DIRECTION)):
            return 0
        for comma in range(self.at + 2, min(self.at + _LONGEST_WHERE, self.end - 1)):
            word = self.tokens[comma].word
            if word.text in COMMAS:
                bearer = self.tokens[comma + 1].word
                named = bearer.tags & t.TITLE or bearer.tags & t.SURE_NAME and not bearer.article
                named = named and (
                    self.governed and not self.governed & TAKES_PEOPLE or self._closed_by_comma(comma)
                )
                return comma - self.at if named and not bearer.tags & t.PLACE else 0
            if word.kind == "sign" or word.verbal and not word.tags:
                return 0
        return 0

    def _closed_by_comma(self, comma: int) -> bool:
        """Whether the name behind the comma ends at another: هنأ المدير، بمدينة كذا، فلان، العاملين."""
        behind = self.tokens[comma + 2 : comma + _LONGEST_WHERE]
        end = next((token.word for token in behind if not token.word.tags & _NAMING), None)
        return end is not None and end.text in COMMAS

    def _branch_follows(self) -> bool:
        """Whether a dash stands between a body and its branch or place: تنظيم الدولة الإسلامية – ولاية
        خراسان، مدير المركز العربي للأبحاث – تونس فلان; not المدير – تونس بلد صغير – إن.
        """
        if self.named or self._glued() or self.at + 2 >= self.end:
            return False
        branch, of = self.tokens[self.at + 1].word, self.tokens[self.at + 2].word
        if self.head & t.ROLE and self.closed and branch.tags & t.PLACE and not branch.tags & t.NATIONALITY:
            rest = self.tokens[self.at + 2 : self.at + LONGEST_APPOSITION]
            dash = self.tokens[self.at].word.text
            return not (branch.preposition or any(token.word.text == dash for token in rest))
        body = self.head & (t.ORGANISATION | t.KNOWN_ORGANISATION)
        part = branch.tags & t.ORGANISATION or branch.rules & t.LOCALITY
        plain = not (branch.article or branch.conjunction or branch.preposition)
        return bool(body and part and plain and of.nominal)

    def _adjectives_joined(self) -> bool:
        """Whether a dash joins two adjectives: القمة العربية-الأميركية, المنتدى العربي - الصيني."""
        if self.at + 1 >= self.end:
            return False
        before, word = self.tokens[self.at - 1].word, self.tokens[self.at + 1].word
        gaps = {self.tokens[k].end == self.tokens[k + 1].start for k in (self.at - 1, self.at)}
        same = relational(before) and relational(word) and feminine(before) == feminine(word)
        return before.article and word.article and not word.tags & t.ROLE and same and len(gaps) == 1

    def _added(self) -> bool:
        """Whether one more is added to the states that a group is told by: مجموعة 5+1."""
        if self.at + 1 >= self.end or self.tokens[self.at - 1].word.kind != "number":
            return False
        word = self.tokens[self.at + 1].word
        return word.kind == "number" or bool(word.tags & t.QUANTIFIER)

    def _compound_follows(self) -> bool:
        """Whether the word after a dash may be the second part of a place's name: ولاية بادن-فورتمبرغ."""
        if self.at + 1 >= self.end:
            return False
        word, before = self.tokens[self.at + 1].word, self.tokens[self.at - 1].word
        return not (word.tags & ~t.NAMES or word.forms or before.tags & ~(t.NAMES | t.PLACE))

    def _glued(self) -> bool:
        """Whether the sign stands between two words with no space: غوميز-سانشيز."""
        at = self.at
        if at + 1 >= self.end or at <= self.start or self.tokens[at + 1].word.kind != "word":
            return False
        return (
            self.tokens[at - 1].end == self.tokens[at].start
            and self.tokens[at + 1].start == self.tokens[at].end
        )

    def _name_between_commas(self, word: Word) -> bool:
        """Whether two words with ال between commas are a name: النائب عن الجبهة، الجيلاني الهمامي، …"""
        if self.at + 3 >= self.end or word.tags & ~t.NAMES:
            return False
        surname, after = self.tokens[self.at + 2].word, self.tokens[self.at + 3].word
        known = word.tags | surname.tags & (t.NAME | t.SURNAME)
        return (
            bool(known)
            and not surname.tags & ~t.NAMES
            and (after.text in COMMAS or bool(after.tags & t.COMPLEMENTIZER))
        )

    def _own_name_follows(self, word: Word) -> bool:
        """Whether a second name after a comma is the speaker's: محامي الرئيس السابق فلان، فلان، …"""
        head = self.tokens[self.start].word
        if not (head.tags & t.RELATION or head.rules & t.SPOKESMAN) or self.last != "name":
            return False
        return self.name_start > self.start + 1 and bool(word.tags & t.NAME) and not word.tags & ~t.NAMES

    def _one_of_them(self, word: Word) -> bool:
        """Whether who was named is told of as one of several, or as from a body: فلان، أحد المنظمين؛ فلانة،
        من مركز كذا.
        """
        following = self.tokens[self.at + 2].word if self.at + 2 < self.end else None
        if following is None or self.last != "name":
            return False
        if word.key == "من" and "من" not in self.governed:
            return bool(following.tags & t.ORGANISATION) and not (following.article or following.pronoun)
        return one_of_several(word) and following.tags & t.GROUP > 0  # not فلان، عدد المصابين بلغ

    def _only_shaped(self, word: Word) -> bool:
        """Whether a word is shaped like a verbal noun, but an unknown word follows it and a pause: المدعي
        العام، أجوال نيكام، …
        """
        if word.tags != t.VERBAL_NOUN or word.forms or self.at + 3 >= self.end:
            return False
        surname, after = self.tokens[self.at + 2].word, self.tokens[self.at + 3].word
        unknown = surname.kind == "word" and not (surname.tags & ~t.NAMES or surname.forms or surname.article)
        unknown |= surname.rules & t.DEITY > 0  # رئيس الشرطة، كفاية الله، …
        return unknown and (after.text in COMMAS or bool(after.tags & t.COMPLEMENTIZER))

    def _given_name_between(self, word: Word) -> bool:
        """Whether a given name and another stand between commas, or before an age: أحد الناجين، سامي عوض،"""
        words = [token.word for token in self.tokens[self.at + 1 : min(self.at + 6, self.end)]]
        length = next((n for n, w in enumerate(words) if w.kind == "sign"), 0)
        ends = length > 1 and words[length].text in (*COMMAS, "(")
        names = all(w.tags & t.NAME or not w.tags for w in words[:length])
        sure = any(w.tags & t.SURE_NAME for w in words[:length])
        return bool(ends and names and sure and word.tags & t.NAME) and not word.article

    def _age(self) -> bool:
        """Whether a parenthesis after a name begins with a number: فلان (44 عاما); not المادة (12)."""
        numbered = self.head & (t.DOCUMENT | t.LAW) and not self.named
        return not numbered and self.at + 1 < self.end and self.tokens[self.at + 1].word.kind == "number"

    def _of_things(self, word: Word) -> bool:
        """Whether a word in ة or ات cannot tell of the man who was named: قال فلان، المفاوضات مستمرة."""
        if word.tags & (t.ROLE | t.RELATION):
            return False
        given = self.tokens[self.name_start or self.start].word
        man = given.rules & t.MAN or self.head & t.ROLE and not feminine(self.tokens[self.start].word)
        return word.stem.endswith("ات") or word.stem.endswith("ة") and bool(man)

    def _behind_apposition(self) -> bool:
        """Whether a comma before this one began an apposition to the name: فلانة، أرملة فلان، …"""
        return any(token.word.text in COMMAS for token in self.tokens[self.name_end : self.at])

    def _says_more(self, word: Word) -> bool:
        """Whether a participle that may be a role or a name has what it takes behind it: فلان، متابعا: "…";
        فلانة، مشيرة إلى كذا; not فلانة، مشيرة خطاب.
        """
        following = self.tokens[self.at + 2].word if self.at + 2 < len(self.tokens) else word
        opens = following.text == ":" or following.tags & t.COMPLEMENTIZER
        says = (form for form in word.forms if form.tense == "a" and not word.article)
        return any(opens or following.key in form.entry.prepositions for form in says)

    def _apposition_follows(self, word: Word) -> bool:
        """After a comma: a name after a role, a role after a name."""
        if word.conjunction == "و" and word.tags & t.ROLE and self.head & t.ROLE and not self.named:
            self._open("role")
            return True  # أستاذ الآثار، ورئيس المختبر، فلان
        if word.tags & t.CALLED and not self.named and self.at + 2 < self.end:
            return True  # أحد المحتجين، ويدعى كريم، …
        if not (word.tags or self.named) and self._unknown_bearer(self.at + 1):
            return True  # المفوضة السامية، لمدوديك كالمسكي،
        if word.conjunction or word.preposition or word.kind != "word" or self._says_more(word):
            return False
        if self.named and self._one_of_them(word):
            self._open("role")
            return True
        if not self.head and self.at == self.start + 1 and word.tags & t.ROLE and self.last == "name":
            self._open("role")
            return True  # مارديجيتو، مسؤول بوزارة كذا
        if self.named:
            if self.governed & TAKES_PEOPLE and self._behind_apposition():
                return False  # اتهمت فلانة، أرملة فلان، الرئيس بقتله
            called = word.article and self._given_name_at(2)
            if self.governed & TAKES_PEOPLE and called:
                return False  # هنأ الملحق فلان، المبتعث حسام بالإنجاز
            if self._own_name_follows(word):
                self.name_start, self.name_end = 0, 0
                return True
            thing = word.tags & (t.CLAIM_NOUN | t.VERBAL_NOUN | t.DOCUMENT)
            taken = thing and self.governed & TAKES_OBJECTS  # نفى الوزير، سامي النجار، المزاعم
            described = word.article and word.nominal and _participle(word)
            if word.tags & (t.ROLE | t.RELATION) or described and not (taken or self._of_things(word)):
                self._open("role")
                self.closed = False
                return True
            return False
        if self.head & t.QUANTIFIER and self._given_name_between(word):
            self.last, self.named, self.closed = "name", True, True
            return True
        if self.head & t.ROLE and word.article and self._name_between_commas(word):
            self.last, self.named, self.closed = "name", True, True
            return True
        if (self.last == "role" or self.head & t.ROLE) and word.nominal and not word.article:
            following = self.tokens[self.at + 2].word if self.at + 2 < self.end else None
            more = following is not None and following.tags & t.NAME
            ending = ("ة", "ين") if more else ("ة", "ا", "ين")
            verb = word.key[0] in "تي" and self.head & t.ORGANISATION  # بحسب الوزارة، تودي الإنفلونزا بالآلاف
            unknown = not (word.tags or verb) and not word.key.endswith(ending)
            land = word.tags & t.PLACE and following and prepositional(following)  # اتهم الناطق، إسرائيل ب
            bears = word.tags & t.ROLE and more and following is not None and not following.article
            if bears or self._only_shaped(word) or word.tags & t.NAME and not land or unknown:
                self.last, self.named, self.closed = "name", True, True
                return True
        if self.head & t.QUANTIFIER and word.tags & t.SURE_NAME and not (word.article or word.tags & t.PLACE):
            self.last, self.named, self.closed = "name", True, True
            return True  # أحد الصيادين، عبد الله النقبي
        if (self.last == "role" or self.head & t.ROLE) and word.tags & t.TITLE:
            return True
        if self.head & t.ROLE and word.tags & t.NATIONALITY and word.article and self.at + 2 < self.end:
            name = self.tokens[self.at + 2].word
            return bool(name.tags & t.NAME) or name.kind == "word" and not name.tags and not name.article
        return False
