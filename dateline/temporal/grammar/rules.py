"""The rules: what they match, in the language of `language.py`, and what it means. The first that fits wins.

Where several rules can begin at a word they are tried in this order, so the longer and surer come first. A rule
whose meaning is None is a silence: its words are passed over. `tests/examples/temporal*.toml` has an example of each.
"""

from collections.abc import Callable
from dataclasses import dataclass

from dateline.temporal.grammar import clocks, dates, lengths, named_days, relatives
from dateline.temporal.grammar.expression import Expression
from dateline.temporal.grammar.parts import Parts

Meaning = Callable[[Parts], Expression | None]


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    pattern: str
    meaning: Meaning | None  # None: say nothing about these words


PARTS = {
    "EDGE": """
        edge=((early | late) HYPHEN? (in | on)? the? | mid HYPHEN? | (earlier | later) (in | on)? the? |
        the? very? (end | beginning | start | middle | close | rest | remainder | outset | turn | height)
        of (the | its)? | the (first | second | last | latter | early | late | opening | final | closing)
        (half | part | days | weeks | months | years) of the? | the (first | last | final | opening | closing)
        (quarter | third | decades) of the)""",
    "ABOUT": """
        (about | around | approximately | roughly | nearly | almost | (just | well) (over | under) | (over
        | under) >NUMBER | only | just | exactly | at (least | most) | (no | not)? (more | less | fewer)
        than | up to | as (many | long | little) as | another | at least another)""",
    "TO": "(HYPHEN | DASH | SLASH | to | through | until | till | and | or)",
    "ACROSS": "(HYPHEN | DASH | SLASH)",
    "MONTH_DAY": "month=MONTH day=(DAY | DAY_TH)",
    "DAY_MONTH": "(the? day=DAY_TH | day=DAY) of? month=MONTH",
    "WHOSE": """
        whose=((last | this | next | that | the? same | the (following | previous | next | preceding)) year |
        the year (before | after) >(COMMA | DOT | CLOSE | QUOTE | and | but))""",
    "SHORT_YEAR": "(of? APOSTROPHE short=YY !>(UNIT | UNITS | PERCENT))",
    "YEAR_TOLD": "(COMMA? (in | of)? (fiscal year? | fy)? ERA_AD? year=YEAR ERA_AD? | COMMA? of? WHOSE)",
    "YEAR_BC": "(COMMA? of? year=NUMBER bc=ERA_BC)",
    "DAY_NAMED": "(weekday=WEEKDAY COMMA? the?)",
    "FULL_DATE": "DAY_NAMED? (MONTH_DAY | DAY_MONTH) (YEAR_BC | YEAR_TOLD)?",
    "SOME_DAY": "(deictic=DEICTIC | FULL_DATE | weekday=WEEKDAY_NAME)",
    "TOLD_DAY": "which=(that same? | the? same | the? (next | following)) (day | half_of_day=PART_OF_DAY)",
    "OTHER_UNIT": """
        which=(last | next | this | this past | (this | the) (coming | same | current | latest) | coming |
        upcoming | its latest | (the | its) most recent)""",
    "TOLD_UNIT": """
        which=(that same? | the? same | the? (following | previous | preceding | prior) | the very? (next
        | subsequent))""",
    "LAST": """
        which=(last | next | this (past | coming)? | past | coming | that same? | the (next | same) |
        the? (following | previous | coming))""",
    "QUANTITY": """
        (n=NUMBER >(dozen | thousand | million | billion) scale=CARDINAL | a n=LARGE | n=NUMBER HYPHEN? and
        HYPHEN? half=((a | one) HYPHEN? half) | n=NUMBER (fraction=FRACTION | HYPHEN odd)? | n=(a | an | one) |
        n=((a | the)? (couple | pair) of?) | some=(half a dozen | (a | the)? (good | great)? (few | dozen |
        number | handful) of? | a? SOME | a (lot | great many) of | (tens | dozens | scores | hundreds |
        thousands) of))""",
    "STRETCH": "(past | next | coming | previous)",
    "INFINITIVE": "(to | will | would | could | may | might | can | should | not)",
    "SPAN": "(n=NUMBER (to | or | HYPHEN) NUMBER | n=(a | one) or two | QUANTITY) FULL?",
    "UNIT_OR_UNITS": "(unit=UNIT | plural=(unit=UNITS))",
    "CLOCK_TIME": """
        (glued=CLOCK_GLUED | clock=(CLOCK | HOUR | POINTED) ampm=AMPM | clock=(HOUR | CARDINAL) o'clock
        (in the half_of_day=PART_OF_DAY)? | clock=(CLOCK | HOUR | POINTED) in the half_of_day=PART_OF_DAY |
        clock=(CLOCK | POINTED) >((that | this) PART_OF_DAY | tonight) | <(at | around | about | by)
        clock=HOUR >((that | this | on? WEEKDAY_NAME) PART_OF_DAY) | <(at | from | until) clock=POINTED
        hours | clock=CLOCK (hours | >ZONE | >(on WEEKDAY)) | <(at | around | about | by | until | from |
        after) clock=CLOCK | clock=POINTED >ZONE | hhmm=(clock=HHMM) (hours | >ZONE | >(OPEN HHMM ZONE)) |
        clock=MOMENT)""",
    "CLAUSE_END": "(COMMA | DOT | QUOTE | and | but | in | at | on)",
    "GAMES": "(olympic | olympics | paralympic | paralympics | games)",
    "FEAST": """
        holiday=((easter | whit) (sunday | monday) | eid (al | ul) HYPHEN? (fitr | adha) | HOLIDAY (day |
        eve)? | good friday | palm sunday | holy saturday | ash wednesday | shrove tuesday | maundy thursday |
        (new year | valentine) S (day | eve) | (may | boxing | election | labor | memorial | veterans |
        armistice | anzac | bastille | columbus | victory | ascension | remembrance)
        day | (st DOT? | saint) patrick S day | international? women S day >YEAR |
        <(on | by | before | after | since | until) international? women S day)""",
    "QUARTER": "number=ORDINAL (HYPHEN | fiscal | financial)? kind=(quarter | half)",
}  # fmt: skip

RULES = (
    # Names that only look like dates.
    Rule("group named by its day", """
        !<on (MONTH_DAY | DAY_MONTH) (>CAPITAL GROUP | movement !>of | alliance | bloc)""", None),
    Rule("Bloody Sunday", ">CAPITAL (bloody | black | super | cyber) (WEEKDAY_NAME | MONTH_NAME)", None),
    Rule("Good Friday Agreement", """
        good friday PACT | easter (rising | rebellion) | (the SEASON | <the MONTH) >CAPITAL UPHEAVAL""", None),
    Rule("operation by its name", ">CAPITAL operation (SEASON | MONTH | PART_OF_DAY | MOMENT)", None),
    # Explicit dates, and times of them.
    Rule("ISO date", "iso=ISO", named_days.iso),
    Rule("date with hyphens", "day=DAY HYPHEN month=MONTH HYPHEN year=YEAR", dates.date),
    Rule("date in figures", "slashed=SLASHED", named_days.slashed),
    Rule("clock time before another of its day", """
        (glued=CLOCK_GLUED | clock=(CLOCK | HOUR) ampm=AMPM?) >((and | to | until | HYPHEN) (CLOCK_GLUED |
        until=(CLOCK | HOUR) later=AMPM) on? SOME_DAY) | <(from | between) clock=(CLOCK | HOUR) >((and | to |
        until | HYPHEN) until=(CLOCK | HOUR) later=AMPM)""", clocks.clock),
    Rule("clock time", """
        ABOUT? CLOCK_TIME (OPEN HHMM ZONE CLOSE)? (ZONE time? | new? OTHER time | OPEN (ZONE | OTHER >time)
        time? CLOSE)? (COMMA? (on | of)? SOME_DAY half_of_day=PART_OF_DAY? | TOLD_DAY | which=this
        half_of_day=PART_OF_DAY | this_day=tonight | (on | in) the half_of_day=PART_OF_DAY (of SOME_DAY)?)?""",
        clocks.clock),
    Rule("four in the afternoon", """
        <(at | around | about | by | until | till | before | after | from) clock=CARDINAL in the
        half_of_day=PART_OF_DAY ((of | on) SOME_DAY)?""", clocks.clock),
    Rule("half past nine", """
        (past=(half past | a? quarter past) clock=(CARDINAL | HOUR) !>MONEY | to=(a? quarter to)
        clock=(CARDINAL | HOUR) >(in the PART_OF_DAY | AMPM | o'clock | DOT | COMMA | on | this | ZONE))
        (on? weekday=WEEKDAY_NAME half_of_day=PART_OF_DAY | in the half_of_day=PART_OF_DAY)?""",
        clocks.spoken_clock),
    Rule("night between two days", """
        the? (early | late)? part=PART_OF_DAY (of | from)? (day=(DAY | DAY_TH) ACROSS (DAY | DAY_TH) of?
        month=MONTH | month=MONTH day=(DAY | DAY_TH) ACROSS (DAY | DAY_TH)) (COMMA? year=YEAR)?""",
        dates.date),
    Rule("part of a dated day", """
        the? (early | late in the)? part=PART_OF_DAY hours? ((of | on) (SOME_DAY | day=(DAY | DAY_TH)
        >(TO the? (DAY | DAY_TH) of? month=MONTH (COMMA? year=YEAR)?)) | of the day=DAY_TH | which=(the
        (next | following)) day)""",
        clocks.part_of_day),
    Rule("early hours of a day", """
        the? (early | small | wee) morning? hours of (SOME_DAY PART_OF_DAY? | the morning) |
        the (small | wee) hours !>of""", clocks.early_hours),
    Rule("Friday noon", "weekday=WEEKDAY_NAME clock=MOMENT", clocks.clock),
    Rule("dated day and part", "DAY_NAMED? (MONTH_DAY | DAY_MONTH) part=PART_OF_DAY", dates.date),
    Rule("day or weekend of a holiday", """
        the edge=(day (before | after)) FEAST | the? FEAST edge=(week | weekend) ((of | in)? year=YEAR)?""",
        named_days.beside_holiday),
    Rule("holiday", """
        EDGE? LAST? (the? (muslim | islamic)? (holy | fasting)? month of)? FEAST (COMMA? (of | in)? year=YEAR)?""",
        named_days.holiday),
    Rule("day before a range's month", """
        (the day=DAY_TH | day=(DAY | DAY_TH)) >((COMMA (DAY | DAY_TH))? (COMMA (DAY | DAY_TH))? COMMA? TO
        the? (DAY | DAY_TH) of? month=MONTH (COMMA? year=YEAR)?)""", dates.date),
    Rule("September 11 attacks", "month=MONTH day=DAY >(terrorist? (attacks | attack))", named_days.attack),
    Rule("date before another of its year", """
        EDGE? (MONTH_DAY | DAY_MONTH) >(TO (MONTH DAY | DAY MONTH | DAY) COMMA? year=YEAR) |
        MONTH_DAY >((COMMA DAY)? COMMA DAY COMMA? and DAY COMMA? year=YEAR)""", dates.date),
    Rule("date of a thing of a year", """
        (MONTH_DAY | DAY_MONTH) >((OTHER | PACT | UPHEAVAL) of year=YEAR)""", dates.date_of_thing),
    Rule("year first", """
        year=YEAR COMMA? (MONTH_DAY | DAY_MONTH | month=MONTH >(HYPHEN | DASH | COLON))""", dates.date),
    Rule("date", "EDGE? FULL_DATE", dates.date),
    Rule("next Friday, May 3", "LAST DAY_NAMED (MONTH_DAY | DAY_MONTH)", dates.date),
    Rule("day after a range's month", """
        <(month=MONTH (DAY | DAY_TH) TO) day=(DAY | DAY_TH) (COMMA? year=YEAR)? !>(UNIT | UNITS | HYPHEN |
        PERCENT | MONTH) | (<(month=MONTH DAY COMMA) |
        <(month=MONTH DAY COMMA DAY COMMA)) day=DAY >((COMMA DAY)? COMMA? and DAY (COMMA? year=YEAR)?) |
        (<(month=MONTH DAY COMMA DAY and) | <(month=MONTH DAY COMMA DAY COMMA and) | <(month=MONTH DAY COMMA DAY
        COMMA DAY and) | <(month=MONTH DAY COMMA DAY COMMA DAY COMMA and)) day=DAY (COMMA? year=YEAR)? !>(UNIT |
        UNITS | HYPHEN | PERCENT | MONTH)""", dates.date),
    Rule("day of last month", """
        the? day=(DAY_TH | DAY) of whose=(last | this | next | that | the (same | next | following | previous))
        month""", dates.day_of_month),
    Rule("weekday of every month", """
        the (ORDINAL | last) (COMMA ORDINAL)? (and ORDINAL)? (WEEKDAY_NAME | WEEKDAY_PLURAL) (of
        | in) (each | every) unit=month""",
        lengths.every),
    Rule("the 27th", """
        <(on the DAY_TH and) the? day=DAY_TH | <(on | by | until | since) the day=DAY_TH >(COMMA | DOT | CLOSE |
        DASH | and | PREPOSITION | DETERMINER | SUBJECT)""", dates.day_told),
    Rule("named day", "named=NAMED_DAY", named_days.named_day),
    Rule("month and year BC", "EDGE? month=MONTH YEAR_BC", dates.date),
    Rule("month and year", "EDGE? month=MONTH (YEAR_TOLD | SHORT_YEAR)", dates.date),
    Rule("month before another of its year", """
        EDGE? month=MONTH >(TO MONTH (COMMA? year=YEAR | of? WHOSE))""", dates.date),
    Rule("month of last year", "WHOSE S month=MONTH", dates.date),
    Rule("the summer before last", """
        the (month=MONTH | season=SEASON | weekday=WEEKDAY_NAME) (before last | after next) !>(UNIT | WEEKDAY |
        MONTH)""", dates.second_next),
    Rule("every month by name", "(every | each) month=MONTH day=(DAY | DAY_TH)?", lengths.every),
    Rule("last or next month by name", "EDGE? LAST (MONTH_DAY | month=MONTH)", dates.date),
    Rule("month", "EDGE? month=MONTH_NAME", dates.date),
    Rule("month with an edge", "EDGE month=MONTH", dates.date),
    Rule("month that is a word too", """
        (<PREPOSITION | <(PREPOSITION at least) | <(MONTH (HYPHEN | DASH | COMMA | and | to | or)))
        month=(MONTH_WORD | MONTH_SHORT) | <START month=(MONTH_WORD | MONTH_SHORT) >(HYPHEN | DASH | COLON)""",
        dates.date),
    Rule("the May election", """
        <DETERMINER month=(MONTH_WORD | MONTH_SHORT) !>(on | to | for | of | COMMA | DOT)""", dates.date),
    # Years and longer.
    Rule("year BC", "EDGE? (circa | ca | the year)? year=NUMBER bc=ERA_BC", dates.date),
    Rule("year AD", "ERA_AD year=NUMBER | year=NUMBER ERA_AD", dates.date),
    Rule("year of a range BC", "year=NUMBER >((HYPHEN | to | and) NUMBER bc=ERA_BC)", dates.date),
    Rule("model number", "YEAR HYPHEN !>NUMBER", None),
    Rule("before or after a year", "(post | pre) HYPHEN? year=YEAR", dates.date),
    Rule("numbered thing", "NUMBERED COLON? NUMBER | no DOT NUMBER", None),
    Rule("number of things", """
        ((more | less | fewer | greater) than | nearly | some | estimated) YEAR !>(UNIT | UNITS | HYPHEN)""", None),
    Rule("car of a year", "!<PREPOSITION YEAR MAKE", None),
    Rule("quarter of a named year", "EDGE? (the | its)? year=YEAR S? (fiscal HYPHEN?)? QUARTER", dates.part_of_year),
    Rule("quarter of last year", "EDGE? WHOSE S? (fiscal HYPHEN?)? (QUARTER | season=SEASON)", dates.part_of_year),
    Rule("quarter told before, of a year", """
        WHOSE S (period=period | quarter) | (the | its | their) year=YEAR (period=period | quarter) | the
        (same | corresponding | comparable) (period=period | quarter) (of | in)? (year=YEAR | WHOSE)""",
        dates.quarter_then),
    Rule("half of a year", """
        EDGE? the? (number=ORDINAL | last=(last | latter | final)) kind=(half | quarter) of (year=YEAR | WHOSE |
        whose=(the year))""", dates.part_of_year),
    Rule("fiscal year", "EDGE? the? (fiscal year? | fy) (year=YEAR | short=YY)", dates.date),
    Rule("the year", "EDGE? (the? (year | years) | ERA_AD) year=YEAR", dates.date),
    Rule("year", """
        EDGE? !<((OTHER | NO_YEAR) HYPHEN) !<SLASH year=YEAR (>(season | SLASH YY) | !>(PERCENT | UNIT | UNITS
        | SLASH | FRACTION | COUNTED | MEASURE))""", dates.year),
    Rule("year in two figures", """
        <(class of) APOSTROPHE short=YY | <(in | since | until) APOSTROPHE short=YY >(COMMA | DOT | CLOSE | and |
        but | when | where | PREPOSITION | DASH)""", dates.date),
    Rule("end year of a range", "<(year=YEAR (HYPHEN | SLASH)) yy=YY !>(UNITS | PERCENT)", dates.date),
    Rule("age in tens", "(his | her | their | my | our) (early | mid | late)? HYPHEN? (DECADE | TENS)", None),
    Rule("decade", """
        EDGE? the? (early | mid | late)? HYPHEN? ((hundreds=CARDINAL HYPHEN?)? decade=TENS | decade=DECADE)
        bc=ERA_BC?""", dates.decade),
    Rule("century", """
        EDGE? the? (early | mid | late)? HYPHEN? number=ORDINAL HYPHEN? (century | centuries) bc=ERA_BC?""",
        dates.century),
    Rule("centuries", """
        EDGE? the? (early | mid | late)? HYPHEN? number=ORDINAL >((and | or | to) the? (early | mid | late)? HYPHEN?
        ORDINAL HYPHEN? (century | centuries) bc=ERA_BC?)""", dates.century),
    # Quarters and seasons.
    Rule("quarter a year ago", "the? year HYPHEN (earlier | ago) ago=QUARTER", dates.part_of_year),
    Rule("Q3", "(year=YEAR HYPHEN?)? part=PART_OF_YEAR (COMMA? of? year=YEAR)?", dates.quarter_by_code),
    Rule("half of a thing", "EDGE? the? (ORDINAL | last) HYPHEN? half of DETERMINER? OTHER !>S", None),
    Rule("quarter", """
        EDGE? (the | its | their)? (fiscal HYPHEN?)? QUARTER (YEAR_TOLD | !>(of (this | that | last | next) UNIT))""",
        dates.part_of_year),
    Rule("Summer Olympics", "the? SEASON GAMES", None),
    Rule("Arab Spring", "(arab | prague) spring", None),
    Rule("season of a year", """
        EDGE? the? (early | late | mid)? HYPHEN? season=SEASON (YEAR_BC | SHORT_YEAR | YEAR_TOLD (HYPHEN YY)?) | EDGE?
        the? year=YEAR season=SEASON_SURE !>GAMES""", dates.part_of_year),
    Rule("season before another of its year", """
        the season=SEASON >(and (the | early | late)? SEASON (of | in)? year=YEAR)""", dates.part_of_year),
    Rule("every season", "(every | each) (season=SEASON | !>night part=PART_OF_DAY)", lengths.every),
    Rule("seasons", "(the? (past | last | next) NUMBER)? season=SEASONS !>(ago | earlier | later)", lengths.every),
    Rule("last or next season", "EDGE? LAST season=SEASON", dates.part_of_year),
    Rule("the fall of prices", "!<PREPOSITION the fall !>S", None),
    Rule("the season", "EDGE? the (early | late)? season=SEASON !>(of | in)", dates.part_of_year),
    Rule("season with an edge", "EDGE season=SEASON !>of", dates.part_of_year),
    Rule("season", """
        season=SEASON_SURE | <(in | until | by | since) season=SEASON | season=SEASON >(offensive | offensives |
        campaign | campaigns | fighting)""", dates.part_of_year),
    # Days of the week and of the month.
    Rule("Friday prayers", "!<(after | following) weekday=WEEKDAY (prayers | prayer | sermon)", lengths.every),
    Rule("week of a month", """
        the (number=ORDINAL | last=(last | final)) week (of | in) month=MONTH YEAR_TOLD?""",
        dates.week_of_month),
    Rule("week of a day", """
        the unit=(week | weekend) of (MONTH_DAY (ACROSS DAY)? | DAY_MONTH | day=DAY ACROSS DAY of?
        month=MONTH) YEAR_TOLD?""", dates.week_of),
    Rule("day of a month by its rank", """
        the (number=ORDINAL | last=(last | final)) (unit=day | weekday=WEEKDAY_NAME) (of | in) (month=MONTH
        YEAR_TOLD? | which=(the | this | last | next | that | the? same | the (following | previous)) month)""",
        dates.ranked_day),
    Rule("newspaper", "WEEKDAY PAPER | >CAPITAL (mail | independent) on WEEKDAY", None),
    Rule("every weekday", "(every | each) (other | ORDINAL)? weekday=WEEKDAY part=PART_OF_DAY?", lengths.every),
    Rule("weekdays", "weekday=WEEKDAY_PLURAL !>(ago | earlier | later)", lengths.every),
    Rule("weekday nights", """
        weekday=WEEKDAY_NAME (part=PARTS_OF_DAY | >((COMMA WEEKDAY_NAME)? COMMA? (and | or) WEEKDAY_NAME
        part=PARTS_OF_DAY))""", lengths.every),
    Rule("part of a weekday", "((early | late) on?)? LAST? weekday=WEEKDAY_NAME part=PART_OF_DAY", dates.date),
    Rule("weekday of last week", """
        weekday=WEEKDAY_NAME (COMMA? of)? whose=((last | this | next | that | the same) week) !>S""",
        dates.weekday_of_week),
    Rule("last or next weekday", "EDGE? LAST weekday=WEEKDAY_NAME", dates.date),
    Rule("the Friday", "<on the weekday=WEEKDAY_NAME >(COMMA | DOT | PREPOSITION | and)", dates.weekday_told),
    Rule("weekday", "EDGE? weekday=WEEKDAY_NAME", dates.date),
    Rule("the people of today", "(today | tomorrow) S >GENERATION | <(GENERATION of) (today | tomorrow)", None),
    Rule("part of yesterday", """
        the? (mid HYPHEN?)? part=PART_OF_DAY deictic=DEICTIC | deictic=DEICTIC part=PART_OF_DAY""",
        relatives.deictic),
    Rule("paper of today", "<(PAPER_OF_TODAY | S) >CAPITAL DEICTIC | <(S QUOTE) >CAPITAL DEICTIC", None),
    Rule("yesterday", "EDGE? deictic=DEICTIC", relatives.deictic),
    Rule("tonight", "later? tonight", clocks.tonight),
    Rule("overnight", "overnight", clocks.overnight),
    Rule("at night", "<(at | by) part=night", lengths.at_night),
    Rule("by nightfall", """
        <(by | until | before) part=PART_OF_DAY !>(prayers | HYPHEN) | <(at | after | around | since)
        (part=PART_OF_DAY !>(OTHER | prayers | HYPHEN) | >(dawn | dusk | daybreak | nightfall | sunrise | sundown |
        sunset) part=PART_OF_DAY)""", clocks.part_of_day),
    Rule("mid-afternoon", """
        mid HYPHEN? part=PART_OF_DAY | <(in | by | during | until | since | from) (early | late) part=PART_OF_DAY
        !>(HYPHEN | hours) | <(in | during) part=PART_OF_DAY >trading""", clocks.part_of_day),
    Rule("in the morning", """
        <(in | during | by | since | until | into | through | throughout) the (early | late)? (mid HYPHEN?)?
        part=PART_OF_DAY !>of""", clocks.part_of_day),
    Rule("part of this day", """
        (early | late | later | earlier)? which=(last | next | this | that same? | the? same | the? (next
        | following | previous)) part=PART_OF_DAY""", clocks.part_of_day),
    # Counted from another date.
    Rule("two lengths in one", """
        ABOUT? (n=NUMBER | n=(a | an | one)) UNIT_OR_UNITS and (more=NUMBER | more=(a | an | one))
        (part=UNIT | part=UNITS) (ago | earlier | later)? !>HYPHEN""",
        lengths.two_lengths),
    Rule("years later, in a year", """
        ABOUT? QUANTITY (UNIT | UNITS) (later | earlier) >(COMMA in year=YEAR)""", dates.date),
    Rule("fifty years ago today", """
        ABOUT? QUANTITY UNIT_OR_UNITS direction=ago (to_day=today | which=(this | last | next) period=(week |
        month) | this season=SEASON)""", relatives.ago),
    Rule("date, days after another", """
        <((DAY | DAY_TH) COMMA) ABOUT? QUANTITY UNIT_OR_UNITS (later | afterwards | earlier) >(COMMA | DOT | CLOSE) |
        <((DAY | DAY_TH) COMMA YEAR COMMA) ABOUT? QUANTITY UNIT_OR_UNITS (later | afterwards | earlier)
        >(COMMA | DOT | CLOSE)""", relatives.that_day),
    Rule("a week ago Tuesday", """
        (a | one) edge=(week (ago | from)) on? weekday=WEEKDAY_NAME""", dates.week_beside_weekday),
    Rule("ago", """
        ABOUT? (QUANTITY UNIT_OR_UNITS (or (so | two))? | n=(a | an | one) unit=UNIT and half=(a half))
        direction=(ago | (earlier | later) !>than | previously | beforehand | afterwards | from now | hence |
        after that | before that | before >CLAUSE_END | back >(COMMA | DOT | QUOTE)) |
        ABOUT? half HYPHEN? (a | an)? halved=UNIT direction=(ago | earlier | later)""", relatives.ago),
    Rule("units ago", "plural=(unit=UNITS) direction=(ago | earlier | later | afterwards)", relatives.ago),
    Rule("year-earlier", "(the | a)? unit=year HYPHEN direction=(earlier | ago) (period | quarter)?", relatives.ago),
    Rule("quarter a year before", "the quarter unit=(a year) direction=(ago | earlier)", relatives.year_before),
    Rule("week before last", """
        the unit=UNIT (before last | after next) !>(UNIT | WEEKDAY | MONTH | SEASON)""", relatives.second_unit),
    Rule("day after tomorrow", "the day (after tomorrow | before yesterday)", relatives.second_day),
    Rule("date, the day before", """
        <((DAY | DAY_TH | YEAR | WEEKDAY_NAME) COMMA) the day (before | after)""", relatives.that_day),
    Rule("day before a date", """
        the edge=(day (before | after)) (LAST? weekday=WEEKDAY_NAME | FULL_DATE)""", dates.day_beside_date),
    Rule("years to the day", "<((UNIT | UNITS) to) the day", None),
    Rule("day before", "the day (before | after | following)", relatives.day_beside),
    Rule("week before", """
        the unit=(week | weekend | month | year | night) direction=(before | after) >CLAUSE_END""",
        relatives.unit_before),
    Rule("the year so far", """
        the full unit=year !>(ended | ending) | <(for | of | throughout | during) the unit=year !>(ended |
        ending | (to | through) (MONTH | DAY) | YEAR | OTHER) |
        <(throughout) the unit=(day | week | month) | <((most | much | part) of) the unit=(day | week | month)""",
        relatives.relative),
    Rule("year ended", """
        the (full | fiscal | financial)? unit=year >(ended | ending | (to | through) (MONTH | DAY)) |
        the unit=(week | month) >((ended | ending | to | through) on? (MONTH | DAY | WEEKDAY))""", lengths.length),
    Rule("fiscal or full year", "the (fiscal | financial) unit=year", lengths.length),
    Rule("year-end", """
        the? (unit=(year | month | quarter) HYPHEN? | unit=(year | quarter | month | week | day) S) end (of?
        year=YEAR)?""", relatives.unit_end),
    Rule("end of the unit", "EDGE !>second unit=UNIT", relatives.relative),
    Rule("programme of the week", "<(QUOTE | S) this >CAPITAL week", None),
    Rule("quarter of a unit", """
        a? quarter of (a | an) unit=UNIT | (a | the)? (STRETCH | last)? quarter HYPHEN? unit=century""",
        lengths.quarter_of),
    Rule("the last quarter", """
        the which=(last | past | next | coming) unit=quarter !>(of | HYPHEN)""", relatives.relative),
    Rule("over the next unit", """
        <(for | over | during | within) the stretch=next !>day unit=UNIT | the? stretch=(past | coming)
        unit=(decade | century)""", lengths.length),
    Rule("same month of the year before", """
        the same unit=(day | week | weekend | month) (of | in)? (last year | a year (ago | earlier | before) |
        the (previous | prior) year | the year before)""", relatives.same_last_year),
    Rule("to this day", "<to this day >(COMMA | DOT | OTHER)", relatives.present),
    Rule("that unit", "EDGE? TOLD_UNIT unit=UNIT !>HYPHEN", relatives.relative),
    Rule("this unit", "EDGE? OTHER_UNIT (fiscal | financial)? unit=UNIT !>(HYPHEN (long | old))", relatives.relative),
    Rule("quarter to a day", """
        (the | its)? (latest | fiscal)? quarter >(that? (over=ended | ending) (MONTH_DAY | DAY_MONTH)
        (COMMA? year=YEAR)?)""", dates.quarter_to),
    Rule("the unit", "the unit=(weekend | quarter) !>(HYPHEN to)", relatives.relative),
    Rule("the week", """
        <(for | over | during) the week >(COMMA | DOT | CLOSE | QUOTE | and) | the week >S""",
        relatives.the_week),
    Rule("the latest period", "the latest unit=period", relatives.latest_period),
    # Lengths and what recurs.
    Rule("war so old", "ABOUT? n=NUMBER HYPHEN unit=UNIT HYPHEN? old >(STRIFE | OTHER STRIFE)", lengths.lasting),
    Rule("years-long", "plural=(unit=UNITS) HYPHEN (long | old)", lengths.length),
    Rule("weeklong", "unit=UNIT_LONG | plural=(unit=UNITS_LONG)", lengths.length),
    Rule("age", "NUMBER CARDINAL? HYPHEN? (UNIT | UNITS) HYPHEN? (old | olds | of age) | (a | one) UNIT old", None),
    Rule("parts of a whole", """
        ABOUT? NUMBER HYPHEN (quarter | quarters) | ABOUT? (a | one) quarter | ABOUT? NUMBER quarters >of
        | quarters""", None),
    Rule("days on which", "<on UNITS >(when | that | of)", None),
    Rule("as many days", "as many unit=UNITS", lengths.as_many),
    Rule("every unit", """
        (every | each) n=(NUMBER | other | ORDINAL)? (unit=UNIT | unit=UNITS) | <(at | on) >weekends unit=UNITS""",
        lengths.every),
    Rule("hours a day", "NUMBER (hours a day | days a week)", None),
    Rule("working hours", "(working | office | business | rush | opening | after HYPHEN) hours", None),
    Rule("minutes apart", "UNITS apart", None),
    Rule("price a year", "<MONEY (a | an) UNIT | <(MONEY (thousand | million)) (a | an) UNIT", None),
    Rule("so often a unit", "(NUMBER? TIMES) (a | an | per | each | every) unit=UNIT", lengths.every),
    Rule("so many a unit", "<(NUMBER OTHER) n=(a | an) unit=UNIT", lengths.rate),
    Rule("rate", "<(PERCENT | MEASURE | COUNTED | UNITS) (a | an) unit=UNIT | per unit=UNIT", lengths.every),
    Rule("adverb of repetition", "frequency=FREQUENCY", lengths.adverb),
    Rule("one day", """
        <(will | would | may | might | could | can | shall) one day | some day !>(in | of)""", relatives.future),
    Rule("half a unit", "half HYPHEN? (a | an)? unit=UNIT", lengths.half),
    Rule("a second thing", "(a | the) second", None),
    Rule("last minute", "(at | until)? the last minute", None),
    Rule("last unit of something", """
        the last unit=UNIT >of | the first >(hour | week | month | year | decade) unit=UNIT >of""", lengths.length),
    Rule("stretch of time", """
        (at least)? (the stretch=(STRETCH | last) ABOUT? | stretch=STRETCH !>NUMBER | stretch=(past |
        next | previous) | !<INFINITIVE stretch=last) (SPAN? plural=(unit=UNITS) | unit=UNIT) (or so)? |
        the n=NUMBER stretch=STRETCH plural=(unit=UNITS)""",
        lengths.length),
    Rule("first of several", """
        the (first | final | following | intervening | ensuing | subsequent) QUANTITY? plural=(unit=UNITS)""",
        lengths.length),
    Rule("unit and a half", "ABOUT? n=(a | an | one) unit=UNIT and half=(a half)", lengths.length),
    Rule("war by its length", "the? n=NUMBER HYPHEN? unit=(UNIT | UNITS) APOSTROPHE? >war", lengths.of_war),
    Rule("hyphened length", """
        ABOUT? (n=NUMBER (HYPHEN and HYPHEN half=(a HYPHEN half))? | some=SOME) fraction=FRACTION? HYPHEN
        unit=(UNIT | UNITS) (HYPHEN? long)?""", lengths.length),
    Rule("day-long", "unit=UNIT HYPHEN (long | old)", lengths.length),
    Rule("length that lasts", "ABOUT? the? QUANTITY FULL? UNIT_OR_UNITS >(of STRIFE)", lengths.lasting),
    Rule("length", """
        ABOUT? the? !>(YEAR (HYPHEN YY)? season) SPAN more? UNIT_OR_UNITS long? !>HYPHEN""", lengths.length),
    Rule("another year", "(another | an additional | a (single | whole | entire | full)) unit=UNIT", lengths.length),
    Rule("bare length", "plural=(unit=UNITS) ((or | and | to) UNITS)?", lengths.length),
    # What has no measure.
    Rule("recent units", "the? (more | most)? recent plural=(unit=UNITS) (more=((and | or) UNITS))?", lengths.recent),
    Rule("more recent", "(more | most) recent", None),
    Rule("as recently as", """
        as recently as | (as | how) long ago | most recently >(PREPOSITION | last | this | MONTH | WEEKDAY)""", None),
    Rule("not soon but after", "as? (soon | shortly) (after | before | as)", None),
    Rule("now as an opening", "<START now COMMA", None),
    Rule("present", """
        (right | just)? PRESENT | at (the | this) (moment | present) !>when | at this time !>(last | next | of) |
        at present | these
        days | to date | the time being""", relatives.present),
    Rule("future", """
        (the | near | foreseeable) (near | foreseeable | immediate | distant)? future | future !>(OTHER |
        GROUP | PACT | UPHEAVAL) |
        the (near | short) term | <(will | be | very | coming | would | to | may | could | might | should)
        soon | soon >(DOT | COMMA | QUOTE | to | will | would | may) | FUTURE""", relatives.future),
    Rule("long ago", """
        ((a long | some | a short) time | a (short | little)? while | not? (so | very)? long) ago | the other
        day | <in those days""", relatives.past),
    Rule("past", """
        <in the past | the (recent | distant) past | then HYPHEN? current | (more | most)? PAST""", relatives.past),
)  # fmt: skip
