"""data/events-acled-columns.csv: columns like ACLED's, for tools that read those. It is not ACLED data.

A row is an event told as happened or claimed and known to a month or better. What ACLED's coders judge and Dateline
does not stays empty (the scale of the source) or is of another kind (who comes first, the type of event).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.export.entry import Entry
from dateline.export.layout import Layout, writer
from dateline.export.table import Column, Table, header, line, listed
from dateline.model import Event, Place, Timeline

_WEEK, _MONTH = 7, 31  # days, at most
_GEO_PRECISION = {"city": 1, "province": 3}  # ACLED's codes; it has none for a whole country
_BEFALLING = frozenset(["attack", "detention"])
_MOST_EXACT = ("city", "province", "country")


@dataclass(frozen=True, slots=True)
class Row:
    """`days` is how many days the event may have been on; `place` the most exact one that is told."""

    entry: Entry
    days: int
    place: Place | None

    @property
    def sides(self) -> tuple[Sequence[str], Sequence[str]]:
        """Who takes part and is named first, and the others; whom an attack or an arrest befalls is never first."""
        actors = self.entry.actors
        if self.entry.event.type not in _BEFALLING:
            return actors[:1], actors[1:]
        doing = [name for name in actors if name not in self.entry.people]
        return doing[:1], [name for name in actors if name not in doing[:1]]

    @property
    def point(self) -> tuple[float | None, float | None]:
        """Latitude and longitude; none for a country, which is no point."""
        place = self.place
        return (place.latitude, place.longitude) if place and place.precision != "country" else (None, None)

    @property
    def time_precision(self) -> int:
        """ACLED's code."""
        return 1 if self.days == 1 else 2 if self.days <= _WEEK else 3

    @property
    def notes(self) -> str:
        """The event in a sentence, its quote and where that stands."""
        claimed = "Claimed: " if self.entry.event.modality == "claimed" else ""
        return f"{claimed}{self.entry.event.headline}. {self.entry.quoted} ({self.entry.source})"


TABLE: Table[Row] = Table(
    (
        Column("event_id", "string", "The id in events.csv.", lambda r: r.entry.event.id),
        Column("event_date", "date", "The first day possible; see time_precision.", lambda r: r.entry.event.when.first),
        Column(
            "time_precision", "integer", "1: the day; 2: within 7 days; 3: within a month.", lambda r: r.time_precision
        ),
        Column("date_earliest", "date", "The first day possible.", lambda r: r.entry.event.when.first),
        Column("date_latest", "date", "The last day possible.", lambda r: r.entry.event.when.last),
        Column("event_type", "string", "Dateline's kind of event, none of ACLED's.", lambda r: r.entry.event.type),
        Column(
            "actor1",
            "string",
            "Who took part and is named first; in an attack or an arrest no civilians.",
            lambda r: listed(r.sides[0]),
        ),
        Column("actor2", "string", "Who else, with “; ” between them.", lambda r: listed(r.sides[1])),
        Column("location", "string", "The most exact place that is told.", lambda r: r.place.name if r.place else None),
        Column("latitude", "number", "Degrees, north positive; empty for a country.", lambda r: r.point[0]),
        Column("longitude", "number", "Degrees, east positive; empty for a country.", lambda r: r.point[1]),
        Column(
            "geo_precision",
            "integer",
            "1: a town; 3: a province, by one point; empty for a country.",
            lambda r: _GEO_PRECISION.get(r.place.precision) if r.place else None,
        ),
        Column("source", "string", "Who published the quoted article.", lambda r: r.entry.article.source),
        Column("source_scale", "string", "Always empty: sources are not graded.", lambda _: None),
        Column("notes", "string", "The event, its quote and where that stands.", lambda r: r.notes),
    ),
    ("event_id",),
    "event_id",
)


def selected(event: Event) -> bool:
    """Whether it has a row."""
    return event.modality in ("happened", "claimed") and 1 <= _days(event) <= _MONTH


def layout(_: Timeline, __: str | None) -> Layout:
    return Layout(header(TABLE), _row, "")


def _row(entry: Entry) -> str:
    return line(TABLE, Row(entry, _days(entry.event), _place(entry))) if selected(entry.event) else ""


text = writer(layout)


def _days(event: Event) -> int:
    """How many days it may have been on; 0 where a side is open."""
    when = event.when
    return (when.last - when.first).days + 1 if when.first and when.last else 0


def _place(entry: Entry) -> Place | None:
    return min(entry.places, key=lambda place: _MOST_EXACT.index(place.precision), default=None)
