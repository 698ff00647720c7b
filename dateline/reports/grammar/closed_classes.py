"""The closed word classes of English that the clause finder leans on."""

from functools import lru_cache

from dateline.reports.grammar.tokens import VOCABULARY

BE = frozenset("be is are was were been being am 's 're 'm".split())
HAVE = frozenset("have has had having 've".split())
DO = frozenset("do does did".split())
MODALS = frozenset("will would can could may might shall should must 'll 'd".split())
NEGATIONS = frozenset("not n't never".split())
ADVERBS = frozenset(
    "yesterday today also already yet now still ever even just only largely then once again soon later earlier always "
    "often thus therefore both all previously subsequently since first together instead further more most "
    "merely reportedly allegedly".split()
)
DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your some any each every no another other "
    "such what which whose several many few both all most more".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for with from to into over under between among through during against about after "
    "before since until within without toward towards across behind near upon amid despite along around "
    "off via per following including according regarding concerning pending beyond besides except".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset("january february march april may june july august september october november december".split())
FIRST_PERSON = frozenset("i we".split())
SUBJECT_PRONOUNS = frozenset("i you he she it we they who which there this that these those".split())
RELATIVES = frozenset("who which whom whose where wherein".split())
SUBORDINATORS = frozenset(
    "after before as while when if because since although though until unless whether once whereas lest".split()
)
COORDINATORS = frozenset("and but or nor yet so".split())
OPENING = frozenset(["“", '"', "``", "«"])
CLOSING = frozenset(["”", '"', "''", "»"])
QUOTES = OPENING | CLOSING
MARKS = frozenset(', ; : — – - -- “ ” " ( )'.split())
LY_NOUNS = frozenset(
    "rally family ally assembly reply supply italy butterfly anomaly monopoly apply comply rely imply multiply".split()
)


@lru_cache(VOCABULARY)
def is_adverb(word: str) -> bool:
    """`word` in lower case."""
    return word in ADVERBS or word in NEGATIONS or (word.endswith("ly") and len(word) > 4 and word not in LY_NOUNS)
