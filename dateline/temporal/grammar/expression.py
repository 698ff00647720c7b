"""What a time expression says, before any clock: a small closed union, one class a kind of meaning."""

from dataclasses import dataclass
from typing import Literal

from dateline.model import Span, TimexType

Era = Literal["AD", "BC"]
Stretch = Literal["past", "next", ""]
From = Literal["speech", "reference", "either"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place in the calendar by name, with only the fields that the words state: "Sept. 28", "Friday"."""

    year: int | None = None
    month: int | None = None  # 1..12
    day: int | None = None  # 1..31
    weekday: int | None = None  # Monday is 0
    part: str = ""  # part of a year: "Q1".."Q4", "QX", "H1", "H2", "SP", "SU", "FA", "WI"; "X": "the 2018 period"
    which: int | None = None  # -1 "last Friday", 0 "this summer", 1 "next May", 2 "the May after next"
    base: From = "speech"  # what `which` is counted from: "the following May" from the date told last
    year_from: "Relative | None" = None  # "October last year", "the third quarter of that year"
    era: Era = "AD"


@dataclass(frozen=True, slots=True)
class Years:
    """A decade or a century: the `digits` it begins with ("197", "19"), or the tens alone ("9" of the nineties)."""

    digits: str
    length: Literal[10, 100, 1000]
    era: Era = "AD"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast or memorial day, "Christmas 1989", by the rule that the lexicon gives for it ("12-25", "easter-2")."""

    rule: str
    year: int | None = None
    which: int | None = None


@dataclass(frozen=True, slots=True)
class Relative:
    """`n` units away: "yesterday", "last month", "two weeks ago", "the next day". None: "days ago"."""

    n: int | None
    unit: str
    base: From = "speech"  # counted from the time of speech, or from the date told last
    half: bool = False  # "a year and a half ago"
    within: tuple[int, str] | None = None  # "fifty years ago today": (0, "day"); "… next month": (1, "month")
    ahead: bool = False  # the direction where `n` is None: "a few days later"
    compared: bool = False  # "the year before": with a year that the sentence has told, if it has


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, and whether the words say that it ends ("past") or begins ("next") now."""

    n: float | None
    unit: str
    stretch: Stretch = ""
    rest: tuple[float, str] | None = None  # "two years and three months": 3 months


@dataclass(frozen=True, slots=True)
class Repeated:
    """Something that recurs; `value` is a period ("P1D") or a calendar pattern ("XXXX-WXX-5")."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """The past, the present or the future without a measure: "recently", "now", "soon"."""

    ref: Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A clock time ("15:30") or a part of the day ("MO", "AF", "EV", "NI", …) of some day."""

    day: "Calendar | Relative | Holiday | None"
    clock: str


@dataclass(frozen=True, slots=True)
class Edge:
    """Only a part of the time named: "early 2019", "the end of May", "later this week"."""

    base: "Calendar | Years | Holiday | Relative"
    edge: str  # "start", "early", "mid", "late", "end", "earlier", "later", "first half", "second half", "rest"


Expression = Calendar | Years | Holiday | Relative | Duration | Repeated | Vague | TimeOfDay | Edge


@dataclass(frozen=True, slots=True)
class Mention:
    """One time expression of a text, as found. `span` counts in the text that was searched."""

    span: Span
    text: str
    type: TimexType
    rule: str
    signal: str  # the preposition before it, in lower case; "after" or "before" behind a length of time
    expression: Expression
