"""Whether reports of two articles tell one event, and why.

What both say must fit: their days, and what `odds` looks at. Then what they have in common is counted, and only much
of it makes them one: two events taken for one mislead, one told twice does not. The points are our own judgement.
"""

from dataclasses import dataclass

from dateline.merging.in_common import ENDS, ONE_PERSON, common, sides_of_both
from dateline.merging.odds import DIRECTED, at_odds, counts_differ, several
from dateline.merging.sameness import agree, named_alike, parties
from dateline.merging.sayings import said_alike
from dateline.merging.traits import Traits, offensive
from dateline.model import Report

SAME_WORDS = "the same words in two articles"
LONG = 31  # days that a stated span may have and still date what it holds
MEMORY = 100  # days after which an article hardly tells of an event without saying when it was
NEAR_DAYS = 7  # days by which a bound may lie behind the day of one event

ONE_ANNOUNCEMENT = "announced on the same day"
SAME_DATE = "same date"
LEFT_OPEN = "one article gives the day, the other leaves it open"
BARE = 4  # points that join two reports that tell nothing but who, where and what
ENOUGH = 5  # points that join reports of the same stated day
MORE = 6  # where the days are wider or only bounded
MOST = 9  # where one article leaves the day open
LESS = 2  # points that a report from a distance may lack of them, where it can mean no other event


@dataclass(frozen=True, slots=True)
class Match:
    """Why two reports tell one event; not `sure` where they do only if no other event fits as well."""

    why: str
    points: int = 0
    sure: bool = True


def in_two_articles(a: Traits, b: Traits) -> Match | None:
    """Why reports of two articles tell one event; None where they do not, or where too little says so."""
    if a.wording and a.wording == b.wording and agree(a, b) and _copied(a, b):
        return Match(SAME_WORDS) if not (a.tellers and b.tellers) or a.tellers & b.tellers else None
    if saying := said_alike(a, b):
        return Match(saying)
    days, least = _days(a, b)
    kind = _one_kind(a, b) if days else ""
    if not kind or at_odds(a, b) or counts_differ(a, b):
        return None
    if days == ONE_ANNOUNCEMENT and not sides_of_both(a, b):
        return None
    if days == "year":
        return _in_one_year(a, b)
    shared = common(a, b)
    if not shared.points or several(a) != several(b):
        return None
    if least == MORE and _once_in_a_life(a, b):
        least = ENOUGH
    if _one_accord(a, b) or (a.kind == b.kind == "meeting" and a.things.once & b.things.once & ENDS):
        least -= 1  # talks, too, begin and end but once in a week
    elif least == ENOUGH and shared.bare:
        least = BARE
    sure = shared.points >= least
    if not sure and (shared.points < least - LESS or not _from_afar(a, b, days)):
        return None
    return Match(f"{kind}, {', '.join(shared.of)}; {days}", shared.points, sure)


def _in_one_year(a: Traits, b: Traits) -> Match | None:
    """Of a year, in which an actor may do much: both must also call it the same."""
    alike = bool(parties(a.report) & parties(b.report)) and agree(a, b) and named_alike(a.report, b.report)
    return Match("same kind, year and actor, called by the same name") if alike else None


def _from_afar(a: Traits, b: Traits, days: str) -> bool:
    """Whether they are no news of one day: one looks back at it ("the March massacre"), or both look ahead to it."""
    mine, theirs = (set(one.sides) - one.persons for one in (a, b))
    if a.kind in DIRECTED and mine and theirs and not mine & theirs:
        return False
    if a.kind == "statement" and not a.things.deeds & b.things.deeds:  # only said on the same day
        return False
    ahead = a.ahead and days == SAME_DATE
    return bool(a.kinds & b.kinds) and (ahead or days == LEFT_OPEN or a.recalled or b.recalled)


def _copied(a: Traits, b: Traits) -> bool:
    """Whether the same words are of one event: those of one week's news, later only with a day that both state."""
    if a.published is None or b.published is None or abs((a.published - b.published).days) <= NEAR_DAYS:
        return True
    return a.report.timex is not None and b.report.timex is not None and a.report.when.edtf == b.report.when.edtf


def _one_accord(a: Traits, b: Traits) -> bool:
    """Whether both tell that one was reached: a side has few, and in one week hardly two."""
    reached = all(one.kind == "agreement" and one.report.modality in ("happened", "claimed") for one in (a, b))
    return reached and stated(a.report) and (stated(b.report) or b.report.when.first is None)


def _once_in_a_life(a: Traits, b: Traits) -> bool:
    """Whether both tell of what one person does but once in the days that both state: is elected, or resigns."""
    stated = a.report.timex is not None and b.report.timex is not None
    return stated and bool(a.persons & b.persons) and bool(a.things.once & b.things.once & ONE_PERSON)


def _one_kind(a: Traits, b: Traits) -> str:
    """In words, where they are of one kind: troops of a side that move into a place may be its offensive elsewhere."""
    if a.kind == b.kind or a.kinds & b.kinds:
        return "same kind"
    if a.report.round and a.report.round == b.report.round and a.things.once & b.things.once & ENDS:
        return "both tell how one round began or ended"
    return "both tell of an offensive" if sides_of_both(a, b) and offensive(a) and offensive(b) else ""


def _days(a: Traits, b: Traits) -> tuple[str, int]:
    """How their days agree, in words, and the points that they then need; "" where they do not."""
    one, two = a.report, b.report
    if a.announced and b.announced:
        return (ONE_ANNOUNCEMENT if one.when.first == two.when.first else "", ENOUGH)
    if not (stated(one) and stated(two)) or (one.when.first is None) != (two.when.first is None):
        if _bounded_near(one, two) or _bounded_near(two, one):
            return "one article gives the day, the other a bound near it", MORE
        left_open = a.kind != "statement" and (_left_open(one, two) or _left_open(two, one))
        return (LEFT_OPEN if left_open else "", MOST)
    if (one.when.first, one.when.last) == (two.when.first, two.when.last):
        if one.when.precision == "year":
            return "year", 0
        return SAME_DATE, ENOUGH if one.when.precision == "day" else MORE
    inside = _inside(one, two) or _inside(two, one)
    return ("the day of one lies in the days of the other" if inside else "", MORE)


def stated(report: Report) -> bool:
    """Whether words of its own or of its sentence give its day: "left on Monday by resigning"."""
    return report.timex is not None or (report.when.rule == "same time" and report.when.precision == "day")


def _inside(one: Report, two: Report) -> bool:
    """Whether the day that one states lies in the week or month that the other states."""
    day, first, last = one.when.first, two.when.first, two.when.last
    if one.when.precision != "day" or day is None or first is None or last is None:
        return False
    return first <= day <= last and (last - first).days < LONG


def _bounded_near(one: Report, two: Report) -> bool:
    """Whether one states a day or a week and the other only tells "on or before" one at most NEAR_DAYS after it."""
    day, last, bound = one.when.first, one.when.last, two.when.last
    if one.timex is None or two.when.first is not None:
        return False
    if day is None or last is None or bound is None or (last - day).days >= NEAR_DAYS:
        return False
    return bound >= day and (bound - last).days <= NEAR_DAYS


def _left_open(one: Report, two: Report) -> bool:
    """Whether one states a day and the other only tells that it was before a later one: "since the rebels left"."""
    day, bound = one.when.first, two.when.last
    if not stated(one) or one.when.precision != "day" or two.timex is not None or two.when.first is not None:
        return False
    return day is not None and bound is not None and 0 <= (bound - day).days <= MEMORY
