"""What a word may be: one bit a class, so that a token is asked with a single `&`."""

from __future__ import annotations

_NAMES = (
    "complementizer preposition before_an time relative relative_free connective negation future "
    "subjunctive condition question auxiliary perfective pronoun demonstrative quantifier setting "
    "manner number_word adverbial_participle role title organisation group unnamed document media "
    "listener verbal_noun name sure_name surname place nationality known_organisation outlet month "
    "attributive attributive_start attributive_noun attributive_second noun_of_saying plain report "
    "subordinator generic law reflexive adjective name_particle relation verb capital claim_noun "
    "called honorific any_role"
).split()

TAG: dict[str, int] = {name: 1 << at for at, name in enumerate(_NAMES)}
"""Each class's bit by its name in the tables."""

COMPLEMENTIZER = TAG["complementizer"]
PREPOSITION = TAG["preposition"]
BEFORE_AN = TAG["before_an"]
TIME = TAG["time"]
RELATIVE = TAG["relative"]
RELATIVE_FREE = TAG["relative_free"]
CONNECTIVE = TAG["connective"]
NEGATION = TAG["negation"]
FUTURE = TAG["future"]
SUBJUNCTIVE = TAG["subjunctive"]
CONDITION = TAG["condition"]
QUESTION = TAG["question"]
AUXILIARY = TAG["auxiliary"]
PERFECTIVE = TAG["perfective"]
PRONOUN = TAG["pronoun"]
DEMONSTRATIVE = TAG["demonstrative"]
QUANTIFIER = TAG["quantifier"]
SETTING = TAG["setting"]
MANNER = TAG["manner"]
NUMBER_WORD = TAG["number_word"]
ADVERBIAL_PARTICIPLE = TAG["adverbial_participle"]
ROLE = TAG["role"]
TITLE = TAG["title"]
ORGANISATION = TAG["organisation"]
GROUP = TAG["group"]
UNNAMED = TAG["unnamed"]
DOCUMENT = TAG["document"]
MEDIA = TAG["media"]
LISTENER = TAG["listener"]
VERBAL_NOUN = TAG["verbal_noun"]
NAME = TAG["name"]
SURE_NAME = TAG["sure_name"]
SURNAME = TAG["surname"]
PLACE = TAG["place"]
NATIONALITY = TAG["nationality"]
KNOWN_ORGANISATION = TAG["known_organisation"]
OUTLET = TAG["outlet"]
MONTH = TAG["month"]
ATTRIBUTIVE = TAG["attributive"]
ATTRIBUTIVE_START = TAG["attributive_start"]
ATTRIBUTIVE_NOUN = TAG["attributive_noun"]
ATTRIBUTIVE_SECOND = TAG["attributive_second"]
PLAIN = TAG["plain"]
VERB = TAG["verb"]
REPORT = TAG["report"]
SUBORDINATOR = TAG["subordinator"]
GENERIC = TAG["generic"]
LAW = TAG["law"]
REFLEXIVE = TAG["reflexive"]
ADJECTIVE = TAG["adjective"]
NAME_PARTICLE = TAG["name_particle"]
RELATION = TAG["relation"]
CAPITAL = TAG["capital"]
CLAIM_NOUN = TAG["claim_noun"]
CALLED = TAG["called"]
HONORIFIC = TAG["honorific"]
ANY_ROLE = TAG["any_role"]

NAMES = NAME | SURE_NAME | SURNAME
"""A word that has none but these may be a name and nothing else that the tables know."""
FUNCTION = (
    COMPLEMENTIZER
    | PREPOSITION
    | RELATIVE
    | CONNECTIVE
    | NEGATION
    | AUXILIARY
    | PERFECTIVE
    | PRONOUN
    | DEMONSTRATIVE
    | FUTURE
)
"""Words that are never part of a name."""

_RULE_NAMES = (
    "wholly proceeding calling nicknamed only_surname honour surnamed habit attendance signed hardly quarter "
    "heartfelt eponym dying dedicated filial interlocutor oblique unit arm "
    "envoy turning returning relative_masculine relative_feminine relative_plural relative_headless "
    "negator interrogative wish to_come happened "
    "concluding background fronting named undefined titling pointing thus issued direction role_preposition "
    "name_word latest state issued_document crowd counting comment bearing withheld contrast concession "
    "complemented locality toponym percent ordinal masculine other name_middle continuing "
    "issued_words published spoken_document power spokesman supposed other_verb thing court pronominal bound "
    "last_name like_name two_things of_work scholar "
    "essay author before_name when acquaintance grade deputy no_persons came side remark asked describing "
    "own_alef namesake office meeting asking led complaint lesser fief inquiring amid means blame "
    "counterpart player scathing said_in everyone ministry giant in_it identity no_adjective deity occasion "
    "occurrence time_unit in_such_a_way acting representative completing acted_on aged executive audience "
    "feminine office_filler leader ruler uniting told_of family posted years taking_part page mutual "
    "task epicene coming_back onlooker woman man deed entering changing elative superlative existence "
    "whistle from_him praise theophoric official any_official during service aftermath upcoming coinciding "
    "gathering these departed errand hearing twofold stative styling listing dependent unsaid genre polled "
    "threatened resulting leading_to sharing_in meeting_with judging trade match contact online permitted "
    "schooling chanted hosting territorial siding learnt in_what hastening hesitating matter borne_by_men "
    "wishing doom utmost holdings involving making punishing emerging apart craft what_was two_states charge"
).split()

RULE: dict[str, int] = {name: 1 << at for at, name in enumerate(_RULE_NAMES)}
"""The bits of the classes that one rule asks for. They stand in `Word.rules`, apart from `Word.tags`: a word
that has none of the classes above may be a name, whatever rule asks for it."""

THESE = RULE["these"]
DEPARTED = RULE["departed"]
DYING = RULE["dying"]
MATTER = RULE["matter"]
BORNE_BY_MEN = RULE["borne_by_men"]
MAKING = RULE["making"]
HOLDINGS = RULE["holdings"]
HOSTING = RULE["hosting"]
TERRITORIAL = RULE["territorial"]
ERRAND = RULE["errand"]
UNSAID = RULE["unsaid"]
GENRE = RULE["genre"]
POLLED = RULE["polled"]
SIDING = RULE["siding"]
PERMITTED = RULE["permitted"]
THREATENED = RULE["threatened"]
RESULTING = RULE["resulting"]
LEADING_TO = RULE["leading_to"]
SHARING_IN = RULE["sharing_in"]
MEETING_WITH = RULE["meeting_with"]
JUDGING = RULE["judging"]
TRADE = RULE["trade"]
MATCH = RULE["match"]
ONLINE = RULE["online"]
SCHOOLING = RULE["schooling"]
CHANTED = RULE["chanted"]
HEARING = RULE["hearing"]
STATIVE = RULE["stative"]
ORDINAL = RULE["ordinal"]
LISTING = RULE["listing"]
ELATIVE = RULE["elative"]
SUPERLATIVE = RULE["superlative"]
IN_WHAT = RULE["in_what"]
EXISTENCE = RULE["existence"]
GATHERING = RULE["gathering"]
WHISTLE = RULE["whistle"]
ENVOY = RULE["envoy"]
HEARTFELT = RULE["heartfelt"]
EPONYM = RULE["eponym"]
OBLIQUE = RULE["oblique"]
"""A plural in ي that owns the next noun, which is no subject (سائقي المركبات): no table gives it."""
UNIT = RULE["unit"]
ARM = RULE["arm"]
INTERLOCUTOR = RULE["interlocutor"]
FILIAL = RULE["filial"]
DEDICATED = RULE["dedicated"]
TURNING = RULE["turning"]
RETURNING = RULE["returning"]
LEARNT = RULE["learnt"]
HASTENING = RULE["hastening"]
HESITATING = RULE["hesitating"]
DOOM = RULE["doom"]
WISHING = RULE["wishing"]
UTMOST = RULE["utmost"]
RELATIVE_MASCULINE = RULE["relative_masculine"]
RELATIVE_FEMININE = RULE["relative_feminine"]
RELATIVE_PLURAL = RULE["relative_plural"]
RELATIVE_HEADLESS = RULE["relative_headless"]
NEGATOR = RULE["negator"]
INTERROGATIVE = RULE["interrogative"]
WISH = RULE["wish"]
TO_COME = RULE["to_come"]
HAPPENED = RULE["happened"]
CONCLUDING = RULE["concluding"]
BACKGROUND = RULE["background"]
UNDEFINED = RULE["undefined"]
TITLING = RULE["titling"]
STYLING = RULE["styling"]
POINTING = RULE["pointing"]
THUS = RULE["thus"]
ISSUED = RULE["issued"]
DIRECTION = RULE["direction"]
ROLE_PREPOSITION = RULE["role_preposition"]
NAME_WORD = RULE["name_word"]
LATEST = RULE["latest"]
STATE = RULE["state"]
ISSUED_DOCUMENT = RULE["issued_document"]
ISSUED_WORDS = RULE["issued_words"]
PUBLISHED = RULE["published"]
SPOKEN_DOCUMENT = RULE["spoken_document"]
CROWD = RULE["crowd"]
COUNTING = RULE["counting"]
COMMENT = RULE["comment"]
BEARING = RULE["bearing"]
WITHHELD = RULE["withheld"]
IDENTITY = RULE["identity"]
CONTRAST = RULE["contrast"]
CONCESSION = RULE["concession"]
FRONTING = RULE["fronting"]
NAMED = RULE["named"]
COMPLEMENTED = RULE["complemented"]
LOCALITY = RULE["locality"]
TOPONYM = RULE["toponym"]
BOUND = RULE["bound"]
"""A word that goes on with the name before it (see `wholes.py`): no table gives it."""
LIKE_NAME = RULE["like_name"]
"""A word that no table knows, with letters that names have (see `letters.py`): no table gives it."""
TWO_THINGS = RULE["two_things"]
"""The dual of a common noun, in the genitive or accusative: هدفين، رسالتين. No table gives it."""
WHAT_WAS = RULE["what_was"]
"""ما and a verb that are written as one word: ماجاء. No table gives it."""
LAST_NAME = RULE["last_name"]
"""A surname that only the article tells, which ends a name: no table gives it."""
PERCENT = RULE["percent"]
MASCULINE = RULE["masculine"]
OTHER = RULE["other"]
NAME_MIDDLE = RULE["name_middle"]
CONTINUING = RULE["continuing"]
POWER = RULE["power"]
SUPPOSED = RULE["supposed"]
OTHER_VERB = RULE["other_verb"]
THING = RULE["thing"]
ONLOOKER = RULE["onlooker"]
OFFICIAL = RULE["official"]
ANY_OFFICIAL = RULE["any_official"]
DURING = RULE["during"]
AFTERMATH = RULE["aftermath"]
UPCOMING = RULE["upcoming"]
COINCIDING = RULE["coinciding"]
COMING_BACK = RULE["coming_back"]
COURT = RULE["court"]
SPOKESMAN = RULE["spokesman"]
ESSAY = RULE["essay"]
AUTHOR = RULE["author"]
OF_WORK = RULE["of_work"]
SCHOLAR = RULE["scholar"]
WHEN = RULE["when"]
DEITY = RULE["deity"]
PRAISE = RULE["praise"]
THEOPHORIC = RULE["theophoric"]
PRONOMINAL = RULE["pronominal"]
BEFORE_NAME = RULE["before_name"]
ACQUAINTANCE = RULE["acquaintance"]
GRADE = RULE["grade"]
DEPUTY = RULE["deputy"]
NO_PERSONS = RULE["no_persons"]
CAME = RULE["came"]
SIDE = RULE["side"]
REMARK = RULE["remark"]
ASKED = RULE["asked"]
NO_ADJECTIVE = RULE["no_adjective"]
DESCRIBING = RULE["describing"]
COUNTERPART = RULE["counterpart"]
OFFICE = RULE["office"]
PLAYER = RULE["player"]
SCATHING = RULE["scathing"]
FROM_HIM = RULE["from_him"]
SAID_IN = RULE["said_in"]
EVERYONE = RULE["everyone"]
MINISTRY = RULE["ministry"]
SERVICE = RULE["service"]
GIANT = RULE["giant"]
IN_IT = RULE["in_it"]
OCCASION = RULE["occasion"]
OCCURRENCE = RULE["occurrence"]
TIME_UNIT = RULE["time_unit"]
IN_SUCH_A_WAY = RULE["in_such_a_way"]
WHOLLY = RULE["wholly"]
PROCEEDING = RULE["proceeding"]
OFFICE_FILLER = RULE["office_filler"]
LEADER = RULE["leader"]
RULER = RULE["ruler"]
TWO_STATES = RULE["two_states"]
CHARGE = RULE["charge"]
UNITING = RULE["uniting"]
TOLD_OF = RULE["told_of"]
FAMILY = RULE["family"]
POSTED = RULE["posted"]
HABIT = RULE["habit"]
HARDLY = RULE["hardly"]
QUARTER = RULE["quarter"]
ATTENDANCE = RULE["attendance"]
SIGNED = RULE["signed"]
ACTING = RULE["acting"]
REPRESENTATIVE = RULE["representative"]
COMPLETING = RULE["completing"]
DEPENDENT = RULE["dependent"]
ACTED_ON = RULE["acted_on"]
YEARS = RULE["years"]
TAKING_PART = RULE["taking_part"]
PAGE = RULE["page"]
MUTUAL = RULE["mutual"]
TASK = RULE["task"]
EPICENE = RULE["epicene"]
WOMAN = RULE["woman"]
MAN = RULE["man"]
AGED = RULE["aged"]
EXECUTIVE = RULE["executive"]
AUDIENCE = RULE["audience"]
FEMININE = RULE["feminine"]
HONOUR = RULE["honour"]
CALLING = RULE["calling"]
NICKNAMED = RULE["nicknamed"]
ONLY_SURNAME = RULE["only_surname"]
"""A name that nobody is given, only bears after his own (ترامب): from names.tsv."""
SURNAMED = RULE["surnamed"]
NAMESAKE = RULE["namesake"]
MEETING = RULE["meeting"]
CONTACT = RULE["contact"]
TWOFOLD = RULE["twofold"]
LED = RULE["led"]
COMPLAINT = RULE["complaint"]
LESSER = RULE["lesser"]
FIEF = RULE["fief"]
DEED = RULE["deed"]
ENTERING = RULE["entering"]
INVOLVING = RULE["involving"]
CHANGING = RULE["changing"]
ASKING = RULE["asking"]
INQUIRING = RULE["inquiring"]
AMID = RULE["amid"]
MEANS = RULE["means"]
BLAME = RULE["blame"]
EMERGING = RULE["emerging"]
APART = RULE["apart"]
CRAFT = RULE["craft"]
PUNISHING = RULE["punishing"]
