"""What the archive said by the day on which an article was published, and what has changed since."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from dateline.model import Event, Report
from dateline.web import labels, urls
from dateline.web.dates import Words, day_in_words, in_words
from dateline.web.lookup import Lookup
from dateline.web.views.card import Brief, brief
from dateline.web.views.excerpt import UNCUT, Excerpts, Rest
from dateline.web.views.parts import Link, article_link, event_link
from dateline.web.words import said

T = TypeVar("T")
MOST = 60  # days with a page of their own; of a larger archive each month has one, or each year
SINCE = {
    "has-outcome": said("What came of it"),
    "rescheduled-to": said("Moved to"),
    "denied-by": said("Denied"),
    "contradicts": said("Contradicted"),
    "confirmed-by": said("Confirmed"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """What later articles made of an event: `label` and the event that shows it, or what the event itself is now."""

    label: str
    link: Link | None
    date: str


@dataclass(frozen=True, slots=True)
class Then:
    """An event as it was known on that day; `changes` is empty where it stands as it stood."""

    link: Link
    status: str
    date: Words
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """A list of events; `rest` says what it leaves out."""

    entries: tuple[T, ...]
    total: int
    rest: Rest | None


@dataclass(frozen=True, slots=True)
class Known:
    """One day of publication. `new` was told for the first time that day; `since` of the others now stand otherwise."""

    day: str
    when: str  # "that day", or what the page takes together
    articles: tuple[Link, ...]
    held: int
    told: int
    new: Listed[Brief]
    ahead: Listed[Then]
    changed: Listed[Then]
    since: int
    before: Link | None
    after: Link | None

    @property
    def archive(self) -> str:
        """How large the archive was, in a sentence."""
        return said(
            "By this day the archive held %(articles)s that told of %(events)s. What later articles made of them is "
            "marked “Since then”.",
            articles=labels.articles(self.held),
            events=labels.events(self.told),
        )


@dataclass(frozen=True, slots=True)
class Row:
    link: Link
    articles: int
    new: int
    changed: int


def days(lookup: Lookup) -> tuple[date, ...]:
    """The days on which the archive grew, oldest first; above MOST the last of each month, or of each year.

    An article without a date counts from its last possible day.
    """
    return _steps(lookup)[0]


def _steps(lookup: Lookup) -> tuple[tuple[date, ...], str]:
    """The days that have a page, and what is new on one: what came on that day, or since the page before."""
    found = sorted({day for article in lookup.timeline.articles if (day := article.published.latest)})
    if len(found) <= MOST:
        return tuple(found), said("that day")
    months = sorted({(day.year, day.month): day for day in found}.values())
    if len(months) <= MOST:
        return tuple(months), said("since the month before")
    return tuple(sorted({day.year: day for day in found}.values())), said("since the year before")


def known_on(day: date, lookup: Lookup, excerpts: Excerpts = UNCUT) -> Known:
    all_days, when = _steps(lookup)
    at = all_days.index(day)
    since = all_days[at - 1] if at else date.min  # what came after the page before is new on this one
    articles = [one for one in lookup.timeline.articles if (out := one.published.latest) and out <= day]
    first_told = lookup.told.rows  # who asks for the timeline asks for all: no need to note each of its events
    told = [event for event in lookup.timeline.events if first_told[event.id] <= day]
    then = {event.id: found for event in told if _may_change(event) and (found := _then(event, day, lookup))}
    ahead = [event for event in told if event.id in then and labels.CERTAINTY[event.modality] == "ahead"]
    changed = [event for event in told if event.id in then and labels.CERTAINTY[event.modality] != "ahead"]
    return Known(
        day=day_in_words(day),
        when=when,
        articles=tuple(article_link(one) for one in articles if (one.published.latest or date.min) > since),
        held=len(articles),
        told=len(told),
        new=_listed(
            [event for event in told if first_told[event.id] > since], lambda event: brief(event, lookup), excerpts
        ),
        ahead=_listed(ahead, lambda event: then[event.id], excerpts),
        changed=_listed(changed, lambda event: then[event.id], excerpts),
        since=len(changed) + sum(1 for event in ahead if then[event.id].changes),
        before=_link(all_days[at - 1]) if at else None,
        after=_link(all_days[at + 1]) if at + 1 < len(all_days) else None,
    )


def row(day: date, known: Known) -> Row:
    """The line in the list for a day that has a page."""
    return Row(_link(day), len(known.articles), known.new.total, known.since)


def _listed(events: Sequence[Event], view: Callable[[Event], T], excerpts: Excerpts) -> Listed[T]:
    shown = excerpts.of(events, {})
    return Listed(tuple(view(event) for event in shown.events), shown.total, shown.rest)


def _link(day: date) -> Link:
    return Link(day_in_words(day), urls.address(urls.known(day)))


def _may_change(event: Event) -> bool:
    """Whether a later article or an editor can have made more of it: most stand as they were told."""
    ahead = labels.CERTAINTY[event.modality] == "ahead"
    edited = bool(event.editor)
    return ahead or edited or len(event.reports) > 1 or any(relation.type in SINCE for relation in event.relations)


def _then(event: Event, day: date, lookup: Lookup) -> Then | None:
    """None where it stands as it stood, unless it lay ahead."""
    known = [r for r in event.reports if (out := lookup.articles[r.article].published.latest) and out <= day]
    if not known:
        return None  # nothing dates its article, and the archive ends with the calendar
    best = next((report for report in known if report.timex), known[0])
    changes = tuple(_changes(event, best, day, lookup))
    if not changes and labels.CERTAINTY[event.modality] != "ahead":
        return None
    return Then(
        link=event_link(event, lookup),
        status=labels.STATUS[best.modality].name,
        date=in_words(best.when, best.by),
        changes=changes,
    )


def _changes(event: Event, best: Report, day: date, lookup: Lookup) -> Iterable[Change]:
    if event.modality != best.modality:
        yield Change(said("Now told as: %(status)s", status=labels.IS[event.modality]), None, "")
    if event.when.edtf != best.when.edtf:
        yield Change(said("Now dated"), None, str(in_words(event.when)))
    for relation in event.relations:
        other = lookup.events.get(relation.event)
        if relation.type in SINCE and other and lookup.told[other.id] > day:
            yield Change(SINCE[relation.type], event_link(other, lookup), str(in_words(other.when)))
