"""Meanings of words for the time of day: TIME."""

from dateline.temporal.grammar.dates import date
from dateline.temporal.grammar.expression import Calendar, Expression, Relative, TimeOfDay
from dateline.temporal.grammar.parts import Parts
from dateline.temporal.grammar.relatives import which


def clock(p: Parts) -> Expression | None:
    """5:30 p.m., 0930 GMT, noon, nine o'clock: a time of some day."""
    hour, minute = _hour_and_minute(p)
    if p.has("ampm"):
        hour = hour % 12 + p.get("ampm")
    elif p.has("later"):  # "from 4 to 8 p.m.", "from 11 to 1 p.m."
        first_half = hour % 12 > _figures(p.get("until"))[0] % 12
        hour = hour % 12 + (12 - p.get("later") if first_half else p.get("later"))
    elif p.has("this_day") and hour < 12:  # "8 o'clock tonight"
        hour = _in_part_of_day(hour, "NI")
    elif p.has("half_of_day") and hour <= 12 and not p.has("glued") and not p.has("hhmm"):
        hour = _in_part_of_day(hour, p.get("half_of_day"))
    if hour > 24 or minute > 59:
        return None
    text = f"{hour:02}:{minute:02}"
    return TimeOfDay(_day(p), text)


def spoken_clock(p: Parts) -> Expression | None:
    """Half past nine, a quarter to six: where no half of the day is told it stays open, and the morning is written."""
    hour, words = p.get("clock"), p.get("past") or p.get("to")
    if not 1 <= hour <= 12:
        return None
    if p.has("to"):
        hour = (hour - 1) or 12
    minute = 45 if p.has("to") else 30 if "half" in words else 15
    if p.has("half_of_day"):
        hour = _in_part_of_day(hour, p.get("half_of_day"))
    return TimeOfDay(_day(p), f"{hour:02}:{minute}")


def _hour_and_minute(p: Parts) -> tuple[int, int]:
    if p.has("glued"):  # "5pm", "5:30pm"
        text = p.get("glued")
        hour, _, minute = text[:-2].replace(".", ":").partition(":")
        return int(hour) % 12 + (12 if text.endswith("pm") else 0), int(minute or 0)
    value: int | float | str = p.get("clock")
    return divmod(value, 100) if p.has("hhmm") and isinstance(value, int) else _figures(value)


def _figures(value: int | float | str) -> tuple[int, int]:
    """Hour and minute of 5, of 5.30 and of "5:30"."""
    if isinstance(value, float):
        return int(value), round(value % 1 * 100)
    if isinstance(value, int):
        return value, 0
    hour, minute = value.split(":")[:2]
    return int(hour), int(minute)


def _in_part_of_day(hour: int, part: str) -> int:
    """4 in the morning, 4 in the afternoon, 2 at night: the hour of 24."""
    early = part == "MO" or (part == "NI" and hour % 12 < FIRST_OF_MORNING)
    return hour % 12 + (0 if early else 12)


FIRST_OF_MORNING = 6  # before this hour it is still night


def _day(p: Parts) -> Calendar | Relative | None:
    if p.has("deictic"):
        return Relative(p.get("deictic"), "day")
    if p.has("this_day"):
        return Relative(0, "day")
    if p.has("which"):
        n, base = which(p.get("which"))
        return Relative(n, "day", base)
    found = date(p)
    return found if isinstance(found, Calendar) and found != Calendar() else None


def part_of_day(p: Parts) -> Expression | None:
    """This morning, that night, the next evening, Friday night, the night of 27 June, tonight."""
    if p.has("deictic"):
        return TimeOfDay(Relative(p.get("deictic"), "day"), p.get("part"))
    if p.has("weekday") or p.has("month") or p.has("day"):
        return date(p)
    if not p.has("which"):
        return TimeOfDay(None, p.get("part"))
    n, base = which(p.get("which"))
    return TimeOfDay(Relative(n, "day", base), p.get("part"))


def early_hours(p: Parts) -> Expression | None:
    """The early hours of Friday."""
    return TimeOfDay(_day(p), "MO")


def overnight(_: Parts) -> Expression | None:
    """Overnight: in the night of the day that is spoken of."""
    return TimeOfDay(None, "NI")


def tonight(_: Parts) -> Expression | None:
    return TimeOfDay(Relative(0, "day"), "NI")
