"""The rounds of negotiations: the list, and each one's page with what went on around it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model import Event, Round
from dateline.web.dates import Words, bounds, of_edtf
from dateline.web.labels import LANE
from dateline.web.lookup import Lookup
from dateline.web.views.card import Brief, brief
from dateline.web.views.demands import Asked, asked
from dateline.web.views.excerpt import UNCUT, Excerpt, Excerpts
from dateline.web.views.parts import Link, Note, ShortQuote, actor_link, notes, place_link, round_link, short_quotes

AROUND = 14  # days: how long before and after a round its statements count
_HELD = ("happened", "claimed", "scheduled")  # who is hoped for did not take part
_WORDS = ("statement", "decision", "meeting")


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round in the list; `number`, `dates` and `venue` are None where nothing says them."""

    link: Link
    number: str | None
    dates: Words | None
    venue: Link | None
    events: int


@dataclass(frozen=True, slots=True)
class Compared:
    """What the articles tell of a round, beside the others; an empty list is not reported.

    `violence` and `words` count the events meanwhile and the statements of the two weeks after; None where the days
    of the round are not known. `demands`: of articles that appeared in the two weeks around it.
    """

    link: Link
    parties: tuple[Link, ...]
    took_part: tuple[Link, ...]
    agreed: tuple[Brief, ...]
    left_open: tuple[Brief, ...]
    violence: int | None
    words: int | None
    demands: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class RoundsPage:
    """The rounds that have a number or a line of the editor's, and how the articles speak of others."""

    rows: tuple[RoundRow, ...]
    compared: tuple[Compared, ...]
    unnumbered: tuple[ShortQuote, ...]


@dataclass(frozen=True, slots=True)
class RoundPage:
    """The lists are in the timeline's order."""

    row: RoundRow
    talks: str  # the name of its track, "" where nothing says which talks it belongs to
    parties: tuple[Link, ...]
    stated: bool
    took_part: tuple[Link, ...]
    events: Excerpt
    dated: bool
    before: Excerpt
    violence: Excerpt
    after: Excerpt
    notes: tuple[Note, ...]


def rounds_page(lookup: Lookup) -> RoundsPage:
    rows = tuple(_row(one, lookup) for one in lookup.timeline.rounds)
    compared = tuple(_compared(one, lookup) for one in lookup.timeline.rounds)
    return RoundsPage(rows, compared, short_quotes(lookup.timeline.unnumbered, lookup))


def _compared(round: Round, lookup: Lookup) -> Compared:
    page, events = round_page(round, lookup), lookup.by_round.get(round.id, ())
    done = [event for event in events if event.type == "agreement" and event.modality in ("happened", "claimed")]
    ahead = [event for event in events if event.modality in ("expected", "conditional", "denied")]
    return Compared(
        link=page.row.link,
        parties=page.parties,
        took_part=page.took_part,
        agreed=tuple(brief(event, lookup) for event in done),
        left_open=tuple(brief(event, lookup) for event in ahead),
        violence=page.violence.total if page.dated else None,
        words=page.after.total if page.dated else None,
        demands=asked(*_around(round, events), lookup),
    )


def round_page(round: Round, lookup: Lookup, excerpts: Excerpts = UNCUT) -> RoundPage:
    events = lookup.by_round.get(round.id, ())
    first, last = _bounds(round, events)
    timeline = lookup.timeline.events

    def words(event: Event) -> bool:
        return event.round != round.id and event.type in _WORDS

    def violence(event: Event) -> bool:
        return event.round != round.id and LANE[event.type] == "violence"

    held = [event for event in events if LANE[event.type] == "talks" and event.modality in _HELD]
    actors = dict.fromkeys(id for event in held for id in event.actors)
    track = next((track for track in lookup.timeline.tracks if track.id == round.track), None)
    return RoundPage(
        row=_row(round, lookup),
        talks=track.name if track else "",
        parties=tuple(actor_link(id, lookup) for id in track.parties) if track else (),
        stated=round.stated,
        took_part=tuple(actor_link(id, lookup) for id in actors),
        events=excerpts.of(events, {"round": round.id}),
        dated=first is not None,
        before=_between(timeline, words, first and _away(first, -AROUND), first and _away(first, -1), excerpts),
        violence=_between(timeline, violence, first, last, excerpts, lane="violence"),
        after=_between(timeline, words, last and _away(last, 1), last and _away(last, AROUND), excerpts),
        notes=notes(round.editor),
    )


def _row(round: Round, lookup: Lookup) -> RoundRow:
    return RoundRow(
        link=round_link(round.id, lookup),
        number=None if round.number is None else str(round.number),
        dates=of_edtf(round.edtf) if round.edtf else None,
        venue=place_link(round.place, lookup) if round.place else None,
        events=len(lookup.by_round.get(round.id, ())),
    )


def _bounds(round: Round, events: Iterable[Event]) -> tuple[date | None, date | None]:
    """A round's first and last day: its own where they are given, else those of its dated talks."""
    known = [
        (event.when.first, event.when.last)
        for event in events
        if LANE[event.type] == "talks" and event.when.first and event.when.last
    ]
    first, last = bounds(round.edtf) if round.edtf else (None, None)
    return (
        first or min((first for first, _ in known), default=None),
        last or max((last for _, last in known), default=None),
    )


def _around(round: Round, events: Iterable[Event]) -> tuple[date | None, date | None]:
    """The days of a round and the two weeks on each side of it."""
    first, last = _bounds(round, events)
    return first and _away(first, -AROUND), last and _away(last, AROUND)


def _away(day: date, days: int) -> date:
    """The day so many days later, inside the calendar's years 1 to 9999."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _between(
    timeline: Sequence[Event],
    wanted: Callable[[Event], bool],
    first: date | None,
    last: date | None,
    excerpts: Excerpts,
    **choice: str,
) -> Excerpt:
    """The events that surely lie within these days, found by their first day, in whose order the timeline is."""
    if first is None or last is None:
        return Excerpt(())
    near = timeline[bisect_left(timeline, first, key=_begins) : bisect_right(timeline, last, key=_begins)]
    found = [event for event in near if event.when.first and event.when.last and event.when.last <= last]
    choice |= {"from": first.isoformat(), "to": last.isoformat()}
    return excerpts.of([event for event in found if wanted(event)], choice)


def _begins(event: Event) -> date:
    return event.when.first or event.when.last or date.max
