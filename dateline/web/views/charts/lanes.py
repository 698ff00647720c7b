"""The two lanes as a picture: talks above the line, violence below, a column a month (or a year)."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.model import Event
from dateline.web.dates import MONTHS, SHORT_MONTHS
from dateline.web.labels import CERTAINTY, LANE, Lane
from dateline.web.views.months import section_id, section_of
from dateline.web.words import listed, many, said

MOST_COLUMNS = 72  # a picture of more months than this has a column a year
PITCH, BAR, AXIS, MARGIN = 30, 22, 40, 18  # in pixels: a column, its bars, the axis, the room for numbers
_HIGHEST, _STEP = 96, 24  # in pixels: the longest bar, and the most that one event adds to a bar
_LONGEST_GAP = 18  # so many empty columns are drawn; a longer gap is broken


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: `ahead` where it counts what was only expected."""

    x: int
    y: int
    height: int
    lane: Lane
    ahead: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """The number at a lane's end; `y` is the baseline of its text."""

    y: int
    events: int


@dataclass(frozen=True, slots=True)
class Column:
    """A month with its bars; `href` leads to its section, "" where nothing is to be drawn.

    `year` is said at the first column of each year. `gap` says how long a broken gap is, else "". `silent`: no
    article was published in it or in the month after it.
    """

    x: int
    label: str
    year: str
    href: str = ""
    title: str = ""
    bars: tuple[Bar, ...] = ()
    tallies: tuple[Tally, ...] = ()
    gap: str = ""
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table that says the same."""

    title: str
    href: str
    talks: int
    talks_ahead: int
    violence: int
    violence_ahead: int


@dataclass(frozen=True, slots=True)
class Lanes:
    """The picture, in pixels, and its table: the axis lies from `top` to `bottom`.

    `not_drawn` counts the events of neither lane, or of no month.
    """

    width: int
    height: int
    top: int
    bottom: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    not_drawn: int


_LANES: tuple[Lane, ...] = ("talks", "violence")  # above the axis, below it
Month = tuple[int, int]  # the month is 0 where a column is a year
Counts = Counter[tuple[str, bool]]  # (lane, ahead) -> events


def lanes(events: Sequence[Event], published: Collection[date]) -> Lanes | None:
    """The picture of the dated talks and violence; None where there is nothing to draw.

    `published`: the days on which articles appeared. Months of which none could tell are drawn as silent.
    """
    months: dict[Month, Counts] = {}
    for event in events:
        key = section_of(event)
        if key and key[1] and LANE[event.type] != "other" and event.modality != "denied":
            ahead = CERTAINTY[event.modality] == "ahead"
            months.setdefault(key, Counter())[LANE[event.type], ahead] += 1
    if not months:
        return None
    counted = months if len(_axis(months)) <= MOST_COLUMNS else _by_year(months)
    highest = {lane: max(_total(counts, lane) for counts in counted.values()) for lane in _LANES}
    scale = min(_STEP, _HIGHEST / max(highest.values()))
    top = MARGIN + round(highest["talks"] * scale)
    heard = _heard(published, by_year=counted is not months)
    columns = tuple(replace(column, silent=month not in heard) for column, month in _columns(counted, scale, top))
    return Lanes(
        width=columns[-1].x + PITCH,
        height=top + AXIS + MARGIN + round(highest["violence"] * scale),
        top=top,
        bottom=top + AXIS,
        columns=columns,
        rows=tuple(_row(month, counted[month]) for month in sorted(counted)),
        not_drawn=len(events) - sum(counts.total() for counts in counted.values()),
    )


def _heard(published: Collection[date], *, by_year: bool) -> set[Month | str]:
    """The months (or years) of which an article can tell: its own, and the one before."""
    if by_year:
        return {(day.year, 0) for day in published}
    months = {day.year * 12 + day.month - 1 for day in published}
    return {(number // 12, number % 12 + 1) for own in months for number in (own, own - 1)}


def _total(counts: Counts, lane: str) -> int:
    return counts[lane, False] + counts[lane, True]


def _by_year(months: dict[Month, Counts]) -> dict[Month, Counts]:
    years: dict[Month, Counts] = {}
    for (year, _), counts in months.items():
        years.setdefault((year, 0), Counter()).update(counts)
    return years


def _axis(counted: dict[Month, Counts]) -> list[Month | str]:
    """The months from the first to the last, empty ones too; what a broken gap says in its place."""
    axis: list[Month | str] = []
    for month in sorted(counted):
        before = axis[-1] if axis else None
        if isinstance(before, tuple):
            empty = _number(month) - _number(before) - 1
            if empty > _LONGEST_GAP:
                axis.append(_gap(empty, by_year=not month[1]))
            else:
                axis += [_numbered(_number(before) + n, month) for n in range(1, empty + 1)]
        axis.append(month)
    return axis


def _number(month: Month) -> int:
    """Its place in the row of all months, or of all years where columns are years."""
    return month[0] * 12 + month[1] - 1 if month[1] else month[0]


def _numbered(number: int, like: Month) -> Month:
    return (number // 12, number % 12 + 1) if like[1] else (number, 0)


def _gap(empty: int, by_year: bool) -> str:
    if by_year or empty >= 24:
        years = empty if by_year else empty // 12
        return many("%(n)s year", "%(n)s years", years)
    return many("%(n)s month", "%(n)s months", empty)


def _columns(counted: dict[Month, Counts], scale: float, top: int) -> Iterator[tuple[Column, Month | str]]:
    year = 0
    for place, month in enumerate(_axis(counted)):
        x = place * PITCH
        if isinstance(month, str):
            yield Column(x, "", "", gap=month), month
            continue
        name = SHORT_MONTHS[month[1] - 1] if month[1] else ""
        new_year = str(month[0]) if month[0] != year else ""
        year = month[0]
        if month not in counted:
            yield Column(x, name, new_year), month
            continue
        bars = tuple(_bars(x + (PITCH - BAR) // 2, counted[month], scale, top))
        row = _row(month, counted[month])
        title = said("%(when)s: %(events)s", when=row.title, events=_events(row))
        yield Column(x, name, new_year, row.href, title, bars, tuple(_tallies(counted[month], bars))), month


def _bars(x: int, counts: Counts, scale: float, top: int) -> Iterator[Bar]:
    """What happened next to the axis, what lay ahead beyond it."""
    for lane in _LANES:
        offset = 0
        for ahead in (False, True):
            height = round(counts[lane, ahead] * scale)
            y = top - offset - height if lane == "talks" else top + AXIS + offset
            if height:
                yield Bar(x, y, height, lane, ahead)
            offset += height


def _tallies(counts: Counts, bars: Sequence[Bar]) -> Iterator[Tally]:
    for lane in _LANES:
        of_lane = [bar for bar in bars if bar.lane == lane]
        if of_lane and lane == "talks":
            yield Tally(min(bar.y for bar in of_lane) - 4, _total(counts, lane))
        elif of_lane:
            yield Tally(max(bar.y + bar.height for bar in of_lane) + 13, _total(counts, lane))


def _row(month: Month, counts: Counts) -> Row:
    year = str(month[0])
    title = said("%(month)s %(year)s", month=MONTHS[month[1] - 1], year=year) if month[1] else year
    href = f"#m{section_id(month)}" if month[1] else f"#y{month[0]:04}"
    found = [counts[lane, ahead] for lane in _LANES for ahead in (False, True)]
    return Row(title, href, *found)


def _events(row: Row) -> str:
    parts = (
        many("%(n)s talks event", "%(n)s talks events", row.talks) if row.talks else "",
        many("%(n)s hoped for or planned", "%(n)s hoped for or planned", row.talks_ahead) if row.talks_ahead else "",
        many("%(n)s violent event", "%(n)s violent events", row.violence) if row.violence else "",
        many("%(n)s feared or threatened", "%(n)s feared or threatened", row.violence_ahead)
        if row.violence_ahead
        else "",
    )
    return listed([part for part in parts if part])
