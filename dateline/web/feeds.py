"""The feeds: of the whole site, of each actor and round that has events, and of what has changed.

Where the site's own address is not known, ids are tag: URIs and links are left out.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from heapq import nlargest
from urllib.parse import quote as percent_encoded

from dateline.changes import TITLES, Change
from dateline.export import atom, json_feed
from dateline.export.feed import Entry, Feed, Paragraph
from dateline.model import Event
from dateline.web import labels, urls
from dateline.web.lookup import Lookup
from dateline.web.page import Page
from dateline.web.views.card import Card, card
from dateline.web.views.changes import row
from dateline.web.visible import visible
from dateline.web.words import said

LIMIT = 100  # entries of a feed: a reader that comes more seldom goes to the page
# RFC 4151 wants a name that somebody owns and a day on which they did; of .invalid nobody can (RFC 2606).
_NOBODY = "tag:dateline.invalid,2000:"


@dataclass(frozen=True, slots=True)
class Source:
    """A page that can be followed, and the events that its feeds tell."""

    path: str
    title: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Follow:
    """The feeds that a page leads to: its own, or else the site's. `href` lacks ".atom" and ".json"."""

    title: str
    href: str
    own: bool


def sources(lookup: Lookup) -> Iterator[Source]:
    """The pages with feeds of events; none where no article has a day, since a feed must have one."""
    timeline = lookup.timeline
    if timeline.now is None:
        return
    site = timeline.title or "A timeline"
    yield Source(urls.HOME, site, timeline.events)
    for actor in lookup.paged:
        if actor.id in lookup.by_actor:
            yield Source(urls.actor(actor.id), f"{actor.name} – {site}", lookup.by_actor[actor.id])
    for round in timeline.rounds:
        if round.id in lookup.by_round:
            yield Source(urls.round(round.id), f"{round.name} – {site}", lookup.by_round[round.id])


def followed(lookup: Lookup, changes: bool) -> dict[str, Follow]:
    """The feeds that pages have of their own, by the path of the page; `changes`: whether there is a page of these."""
    found = {one.path: Follow(one.title, urls.address(urls.feed(one.path)), own=True) for one in sources(lookup)}
    if changes and found:
        found[urls.CHANGES] = Follow(_changes_title(lookup), urls.feed(urls.CHANGES), own=True)
    return found


def feeds(lookup: Lookup, base_url: str | None, changed: Sequence[Change] | None) -> Iterator[Page]:
    """The files of all the feeds, as Atom and as JSON Feed; `changed` as in `site.plan`."""
    if lookup.timeline.now is None:
        return
    site = _Site(lookup, base_url, lookup.timeline.now)

    @cache
    def entry(id: str) -> Entry:
        return _entry(lookup.events[id], site)

    last = {event.id: site.told(event)[1] for event in lookup.timeline.events}
    for source in sources(lookup):
        newest = nlargest(LIMIT, source.events, key=lambda event: (last[event.id], event.salience))
        yield from site.files(source.path, source.title, tuple(entry(event.id) for event in newest))
    if changed is not None:
        found = tuple(_change(one, site) for one in changed[:LIMIT])
        yield from site.files(urls.CHANGES, _changes_title(lookup), found)


def _changes_title(lookup: Lookup) -> str:
    return said("What has changed – %(site)s", site=lookup.timeline.title or "A timeline")


@dataclass(frozen=True, slots=True)
class _Site:
    """What all feeds share; `now` is the archive's latest day of publication."""

    lookup: Lookup
    base_url: str | None
    now: date

    def told(self, event: Event) -> tuple[date, date]:
        """When it was told first and last; what no article dates was known by the archive's end."""
        articles = (self.lookup.articles[report.article] for report in event.reports)
        days = [day for article in articles if (day := article.published.latest)]
        return min(days, default=self.now), max(days, default=self.now)

    def iri(self, path: str, within: str = "") -> str:
        """What names a thing for good: an event's id is its own whatever the site, a feed's lies `within` the title."""
        known = urls.canonical(self.base_url, path)
        return known or _NOBODY + "/".join(filter(None, (percent_encoded(within, safe=""), urls.address(path))))

    def files(self, path: str, title: str, entries: tuple[Entry, ...]) -> Iterator[Page]:
        """The feeds of the page at `path`."""
        timeline, stem = self.lookup.timeline, urls.feed(path)
        author = timeline.title or "A timeline"
        feed = Feed(
            id=self.iri(f"{stem}.atom", within=author),
            title=title,
            subtitle=timeline.description,
            author=author,
            language=timeline.language,
            updated=self.now,
            address=urls.canonical(self.base_url, stem),
            home=urls.canonical(self.base_url, path),
            entries=entries,
        )
        yield Page(f"{stem}.atom", visible(atom.text(feed)).encode())
        yield Page(f"{stem}.json", visible(json_feed.text(feed)).encode())


def _entry(event: Event, site: _Site) -> Entry:
    shown, path = card(event, site.lookup), urls.event(event.id)
    first, last = site.told(event)
    return Entry(
        id=site.iri(path),
        url=urls.canonical(site.base_url, path),
        title=labels.told(event),
        published=first,
        updated=last,
        body=tuple(_body(shown, site)),
        tags=(shown.type, shown.status.name, *(link.text for link in shown.actors)),
    )


def _body(shown: Card, site: _Site) -> Iterator[Paragraph]:
    says = f", according to {shown.says}" if shown.says else ""
    left_open = f" ({shown.date.note})" if shown.date.note else ""
    yield Paragraph(f"{shown.status.name}, {shown.date}{left_open}{says}.")
    quote = shown.quote
    yield Paragraph(
        quote.before + quote.words + quote.after,
        quoted=True,
        lang=None if quote.lang == site.lookup.timeline.language else quote.lang,
    )
    yield Paragraph(f"{quote.source.text}, {quote.published}{f', {shown.more}' if shown.more else ''}")
    yield Paragraph(f"How we know the date: {shown.how.explanation}")
    if shown.outcome:
        yield Paragraph(shown.outcome)
    for answer in shown.answers:
        yield Paragraph(f"{answer.label}: {answer.link.text}, {answer.date}. {answer.why}")
    for note in shown.notes:
        yield Paragraph(f"Editor’s note. {note.text}. {note.why}")


def _change(change: Change, site: _Site) -> Entry:
    """A change, named by what it says: built again from the same, it is the same entry."""
    named = (change.kind, change.event, change.was, change.now, change.why)
    digest = hashlib.sha256("\0".join(named).encode()).hexdigest()[:12]
    shown = row(change, site.lookup)
    path = urls.event(change.event) if change.event in site.lookup.events else urls.CHANGES
    return Entry(
        id=site.iri(f"{urls.CHANGES}#{digest}"),
        url=urls.canonical(site.base_url, path),
        title=f"{TITLES[change.kind]}: {change.headline}",
        published=site.now,
        updated=site.now,
        body=tuple(Paragraph(part) for part in (shown.step, shown.why) if part) or (Paragraph(change.headline),),
        tags=(TITLES[change.kind],),
    )
