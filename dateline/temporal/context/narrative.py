"""What an expression needs to be dated by: a year that it names, the day of speech, or the story that it stands in."""

from collections.abc import Sequence

from dateline.temporal.context.dated import Open
from dateline.temporal.grammar.expression import Calendar, Edge, Expression, Mention, Relative, TimeOfDay, Years


def is_bare_year(expression: Expression) -> bool:
    """Whether the words name no more than a year or a part of one: "1941", "late 1941", "the previous year"."""
    match expression:
        case Calendar(year=year, month=None, part=""):
            return year is not None
        case Relative(unit=unit):
            return unit == "year"
        case Edge(base=base):
            return is_bare_year(base)
        case _:
            return False


def is_narrative(mentions: Sequence[Mention], published: Open) -> bool:
    """Whether a text tells history: it names years of its own, and hardly ever counts from the day of speech.

    News looks back into history as well, but says in its lead what happened on Friday, or yesterday.
    """
    limit = min((day.year for day in published if day), default=9999) - 1
    foreign = [m.expression for m in mentions if (year := year_named(m.expression)) is not None and year < limit]
    spoken = [mention for mention in mentions if counts_from_speech(mention.expression)]
    if spoken and spoken[0].span.start - mentions[0].span.start < LEAD:
        return False
    deictic = len(spoken)
    dated = sum(isinstance(expression, Calendar) and expression.month is not None for expression in foreign)
    enough = 4 if deictic else 2
    return len(foreign) >= enough and len(foreign) >= 4 * deictic and dated >= enough // 2


def reaches_to(mentions: Sequence[Mention], published: Open) -> bool:
    """Whether the years that a text names reach up to its publication, as a life's do in an obituary.

    There "last December" and "on Friday" are words of the day on which it was printed, and of no story.
    """
    first = published[0]
    if first is None:
        return False
    return any((year_named(mention.expression) or 0) >= first.year - RECENT for mention in mentions)


def is_of_today(expression: Expression) -> bool:
    """Whether the words point at the day of speech: "Friday", "yesterday", "last December", "February last year"."""
    match expression:
        case TimeOfDay(day=day) if day:
            return is_of_today(day)
        case Calendar(year=None, month=month, part=part, which=which, year_from=year_from) if month or part:
            pointing = year_from if isinstance(year_from, Relative) else None
            return (which is not None and expression.base == "speech") or (
                pointing is not None and pointing.base == "speech"
            )
        case _:
            return counts_from_speech(expression)


RECENT = 2  # years
LEAD = 600  # characters from the first time expression on


def year_named(expression: Expression) -> int | None:
    """The year that the words themselves name; negative before Christ."""
    match expression:
        case Edge(base=base):
            return year_named(base)
        case TimeOfDay(day=day) if day:
            return year_named(day)
        case Calendar(year=year, era=era) if year is not None:
            return year if era == "AD" else -year
        case Years(digits=digits, era=era) if len(digits) > 1:
            return int(digits.ljust(4, "0")) * (1 if era == "AD" else -1)
        case _:
            return None


def counts_from_speech(expression: Expression) -> bool:
    """Whether only the day of speech gives it a date: "yesterday", "Friday", "last week"."""
    match expression:
        case Edge(base=base):
            return counts_from_speech(base)
        case TimeOfDay(day=day) if day:
            return counts_from_speech(day)
        case Relative(base=base):
            return base == "speech"
        case Calendar(year=None, month=None, part="", weekday=weekday, base=base):
            return weekday is not None and base == "speech"
        case _:
            return False


def is_weekday(expression: Expression) -> bool:
    """Whether the words name a day of the week and no date: "Friday", "noon on Friday", "late on Friday"."""
    match expression:
        case Edge(base=base):
            return is_weekday(base)
        case TimeOfDay(day=day) if day:
            return is_weekday(day)
        case Calendar(weekday=weekday, month=month):
            return weekday is not None and month is None
        case _:
            return False


def names_quarter(expression: Expression) -> bool:
    """Whether the words name a quarter themselves: "the third quarter", "the latest quarter", not "a year earlier"."""
    if isinstance(expression, Relative):
        return expression.unit == "quarter" and expression.n == -1 and expression.base == "either"
    return isinstance(expression, Calendar) and expression.part.startswith("Q") and expression.year_from is None
