"""The rules: what they match, in the language of `language.py`, and what it means. The first that fits wins.

Where several rules can begin at a word they are tried in this order, so the longer and surer come first. A rule
whose meaning is None is a silence: its words are passed over. `tests/examples/temporal*.toml` has an example of each.
"""

from dataclasses import dataclass
from functools import cache
from re import Pattern
from re import compile as regex

from dateline.temporal import dates, lengths
from dateline.temporal.dates import Meaning
from dateline.temporal.language import Compiled, compile_pattern, words_of
from dateline.temporal.words import Vocabulary, vocabulary


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    pattern: str
    meaning: Meaning | None  # None: say nothing about these words


PARTS = {
    "EDGE": """edge=(early HYPHEN? (in | on)? | late HYPHEN? (in | on)? | mid HYPHEN? | (earlier | later) (in | on)?
        | the? very? (end | beginning | start | middle | close | rest | remainder | outset | turn | height | course) of
        | the (first | second | last | latter | early | late) (half | part | days | weeks | months | years) of)""",
    "ABOUT": """(about | around | approximately | roughly | nearly | almost | just? (over | under) | only | just | exactly
        | at (least | most) | (no | not)? (more | less | fewer) than | up to | as (many | long | little) as
        | well over | another | at least another)""",
    "MONTH_DAY": "month=MONTH the? day=(DAY | DAY_TH)",
    "DAY_MONTH": "the? day=(DAY | DAY_TH) of? month=MONTH",
    "WHOSE": "whose=((last | this | next | that | the? same | the (following | previous | next | preceding)) year)",
    "YEAR_TOLD": "(COMMA? (in | of)? ERA_AD? year=YEAR ERA_AD? | COMMA? of? WHOSE)",
    "YEAR_BC": "(COMMA? of? year=NUMBER bc=ERA_BC)",
    "DAY_NAMED": "(weekday=WEEKDAY COMMA? the?)",
    "FULL_DATE": "DAY_NAMED? (MONTH_DAY | DAY_MONTH) (YEAR_BC | YEAR_TOLD)?",
    "UPON": "COMMA? (on | of)?",
    "SOME_DAY": "(deictic=DEICTIC | FULL_DATE | DAY_NAMED)",
    "WHICH": """which=(last | next | this | this (past | coming | same | current) | past | coming | upcoming | that
        | that same | the? same | the? (following | previous | preceding | prior | current | coming | upcoming)
        | the (next | very next | subsequent | latest))""",
    "LAST": "which=(last | next | this | this (past | coming) | past | coming | that | the? (following | previous | coming))",
    "QUANTITY": """(n=NUMBER and half=((a | one) half) | n=NUMBER fraction=FRACTION? | n=(a | an | one)
        | some=((a | the)? (good | great)? (few | couple | dozen | number | handful) of? | a? SOME | a (lot | great many) of))""",
    "CLOCK_TIME": """(glued=CLOCK_GLUED | clock=(CLOCK | HOUR) ampm=AMPM | clock=HOUR o'clock
        | clock=(CLOCK | HOUR) in the half_of_day=PART_OF_DAY | clock=CLOCK (hours | >ZONE | >(on WEEKDAY))
        | hhmm=(clock=HHMM) (hours | >ZONE) | clock=MOMENT)""",
}  # fmt: skip

RULES = (
    # Explicit dates, times of explicit dates.
    Rule("ISO date", "iso=ISO", dates.iso),
    Rule("date in figures", "slashed=SLASHED", dates.slashed),
    Rule("clock time", "ABOUT? CLOCK_TIME (ZONE time?)? (UPON SOME_DAY)?", lengths.clock),
    Rule("part of a dated day", "the? (early | late)? part=PART_OF_DAY hours? of (SOME_DAY | day=(DAY_TH))", lengths.part_of_day),
    Rule("dated day and part", "DAY_NAMED? (MONTH_DAY | DAY_MONTH) part=PART_OF_DAY", dates.date),
    Rule("day of a range before its month", "day=(DAY | DAY_TH) >((HYPHEN | to | through | until | and | or) the? (DAY | DAY_TH) of? month=MONTH (COMMA? year=YEAR)?)", dates.date),
    Rule("date before another of its year", "EDGE? (MONTH_DAY | DAY_MONTH) >((HYPHEN | to | through | until | and) (MONTH DAY | DAY MONTH | DAY) COMMA? year=YEAR)", dates.date),
    Rule("date", "EDGE? FULL_DATE", dates.date),
    Rule("day after a range's month", "<(month=MONTH (DAY | DAY_TH) (HYPHEN | to | through | until | and | or)) day=(DAY | DAY_TH) (COMMA? year=YEAR)? !>(UNITS | HYPHEN | PERCENT)", dates.date),
    Rule("month and year BC", "EDGE? month=MONTH YEAR_BC", dates.date),
    Rule("month and year", "EDGE? month=MONTH YEAR_TOLD", dates.date),
    Rule("month before another of its year", "EDGE? month=MONTH >((HYPHEN | to | through | until | and | or) MONTH COMMA? year=YEAR)", dates.date),
    Rule("month of last year", "LAST year S month=MONTH", None),
    Rule("every month by name", "(every | each) month=MONTH", lengths.every),
    Rule("last or next month by name", "EDGE? LAST month=MONTH", dates.date),
    Rule("month", "EDGE? month=(MONTH_NAME) ", dates.date),
    Rule("month with an edge", "EDGE month=MONTH", dates.date),
    Rule("month that is a word too", "<PREPOSITION month=(MONTH_WORD | MONTH_SHORT)", dates.date),
    # Years and longer.
    Rule("year BC", "EDGE? (circa | ca | the year)? year=NUMBER bc=ERA_BC", dates.date),
    Rule("model number", "YEAR HYPHEN OTHER", None),
    Rule("fiscal year", "EDGE? the? fiscal year? year=YEAR", dates.date),
    Rule("the year", "EDGE? (the? years? | ERA_AD) year=YEAR", dates.date),
    Rule("quarter of a year told before", "EDGE? (the | its)? year=YEAR S? (fiscal HYPHEN?)? number=ORDINAL HYPHEN? kind=(quarter | half)", dates.part_of_year),
    Rule("year", "EDGE? !<(OTHER HYPHEN) !<SLASH year=YEAR !>(PERCENT | UNITS | HYPHEN OTHER | SLASH | FRACTION | COUNTED)", dates.date),
    Rule("end year of a range", "<(year=YEAR (HYPHEN | SLASH)) yy=YY !>(UNITS | PERCENT)", dates.date),
    Rule("decade", "EDGE? the? (early | mid | late)? HYPHEN? decade=(DECADE | TENS) bc=ERA_BC?", dates.decade),
    Rule("century", "EDGE? the? (early | mid | late)? HYPHEN? number=ORDINAL HYPHEN? century bc=ERA_BC?", dates.century),
    # Quarters and seasons.
    Rule("quarter", "EDGE? (the | its | their)? (fiscal HYPHEN?)? number=ORDINAL HYPHEN? kind=(quarter | half) (YEAR_TOLD | !>OTHER)?", dates.part_of_year),
    Rule("season of a year", "EDGE? the? (early | late | mid)? HYPHEN? season=SEASON (YEAR_BC | YEAR_TOLD)", dates.part_of_year),
    Rule("every season", "(every | each) season=SEASON", lengths.every),
    Rule("last or next season", "EDGE? LAST season=SEASON", dates.part_of_year),
    Rule("the season", "EDGE? the (early | late)? season=SEASON", dates.part_of_year),
    Rule("season", "EDGE? season=SEASON_SURE", dates.part_of_year),
    # Weekdays and days.
    Rule("every weekday", "(every | each) weekday=WEEKDAY", lengths.every),
    Rule("weekdays", "weekday=WEEKDAY_PLURAL", lengths.every),
    Rule("part of a weekday", "(early | late)? (LAST | on)? weekday=WEEKDAY_NAME part=PART_OF_DAY", dates.date),
    Rule("last or next weekday", "EDGE? LAST weekday=WEEKDAY_NAME", dates.date),
    Rule("weekday", "EDGE? weekday=WEEKDAY_NAME", dates.date),
    Rule("part of yesterday", "deictic=DEICTIC part=PART_OF_DAY", dates.deictic),
    Rule("yesterday", "EDGE? deictic=DEICTIC", dates.deictic),
    Rule("tonight", "later? tonight", lengths.tonight),
    Rule("part of this day", "(early | late | later | earlier)? (which=(this | that | that same | the same | the (next | following | previous) | last | next) part=PART_OF_DAY)", lengths.part_of_day),
    # Counted from another date.
    Rule("ago", "ABOUT? QUANTITY (unit=UNIT | unit=UNITS) direction=(ago | earlier | later | afterwards | from now | hence)", dates.ago),
    Rule("units ago", "plural=(unit=UNITS) direction=(ago | earlier | later | afterwards)", dates.ago),
    Rule("year-earlier", "the? unit=year HYPHEN direction=(earlier | ago) (period | quarter)?", dates.ago),
    Rule("day before", "the (day | night) (before | after)", dates.day_beside),
    Rule("end of the week", "EDGE (the | its) unit=UNIT", dates.relative),
    Rule("last week", "EDGE? WHICH unit=UNIT", dates.relative),
    Rule("the weekend", "the unit=(weekend | quarter)", dates.relative),
    # Lengths.
    Rule("as many days", "as many unit=UNITS", lengths.as_many),
    Rule("sets by unit", "(every | each) n=(NUMBER | other | ORDINAL)? (unit=UNIT | unit=UNITS)", lengths.every),
    Rule("rate", "(<TIMES | <PERCENT | <MONEY | per) (a | an)? unit=UNIT", lengths.every),
    Rule("how often", "TIMES (a | an | per | each | every) unit=UNIT", lengths.every),
    Rule("adverb of repetition", "frequency=FREQUENCY", lengths.adverb),
    Rule("half a unit", "half HYPHEN? (a | an)? unit=UNIT", lengths.half),
    Rule("stretch of time", "ABOUT? the? stretch=(past | last | next | coming | previous | recent) ABOUT? QUANTITY? (unit=UNIT | plural=(unit=UNITS))", lengths.length),
    Rule("first of several", "the (first | final | following | intervening | ensuing | subsequent) QUANTITY? plural=(unit=UNITS)", lengths.length),
    Rule("unit and a half", "ABOUT? (a | one) unit=UNIT and half=(a half)", lengths.length),
    Rule("hyphened length", "ABOUT? n=NUMBER fraction=FRACTION? HYPHEN unit=(UNIT | UNITS) (HYPHEN? (long | old))?", lengths.length),
    Rule("length", "ABOUT? the? QUANTITY more? (unit=UNIT | plural=(unit=UNITS)) (long | old)?", lengths.length),
    Rule("bare length", "plural=(unit=UNITS)", lengths.length),
    # Without a measure.
    Rule("holiday", "EDGE? LAST? holiday=HOLIDAY (COMMA? year=YEAR)?", dates.holiday),
    Rule("present", "(right | just)? PRESENT | at (the | this) (moment | present) | (these | nowadays) days | to date | the present | the time being", dates.present),
    Rule("future", "the? (near | foreseeable | immediate | distant)? future | FUTURE", dates.future),
    Rule("past", "the? (recent | distant)? past !>OTHER | (more | most)? PAST", dates.past),
)  # fmt: skip


@dataclass(frozen=True)
class Grammar:
    """The compiled rules: for each class of token one expression of all rules that can begin with it."""

    vocabulary: Vocabulary
    openers: dict[str, Pattern[str]]
    rules: dict[str, tuple[Rule, Compiled, Pattern[str]]]


@cache
def grammar() -> Grammar:
    """The grammar, compiled once a process. Raises ValueError if a pattern is wrong."""
    literals = set().union(*(words_of(text) for text in (*PARTS.values(), *(rule.pattern for rule in RULES))))
    words = vocabulary(literals)
    rules: dict[str, tuple[Rule, Compiled, Pattern[str]]] = {}
    begins: dict[str, list[str]] = {}
    for n, rule in enumerate(RULES):
        compiled = compile_pattern(rule.pattern, PARTS, words.charset)
        rules[f"r{n}"] = (rule, compiled, regex(compiled.regex))
        for char in compiled.first:
            begins.setdefault(char, []).append(f"r{n}")
    openers = {
        char: regex("|".join(f"(?P<{key}>{_unnamed(rules[key][1].regex)})" for key in keys))
        for char, keys in begins.items()
    }
    return Grammar(words, openers, rules)


def _unnamed(pattern: str) -> str:
    return pattern_role.sub("(?:", pattern)


pattern_role = regex(r"\(\?P<[a-z_0-9]+>")
