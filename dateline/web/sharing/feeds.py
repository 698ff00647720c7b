"""The feeds: of the whole site, of each actor and round that has events, and of what has changed.

Where the site's own address is not known, ids are tag: URIs and links are left out.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from heapq import nlargest
from urllib.parse import quote as percent_encoded

from dateline.changes import TITLES, Change
from dateline.export import atom, json_feed
from dateline.export.feed import Entry, Feed, Paragraph
from dateline.model import Event
from dateline.web import labels, urls
from dateline.web.asked import ALL, Table
from dateline.web.lookup import Lookup
from dateline.web.page import Page, Piece
from dateline.web.views.card import Card, card
from dateline.web.views.changes import row
from dateline.web.visible import visible
from dateline.web.words import said

_ENTRIES = 100_000  # so many are kept while the feeds are made, about 3 kB each
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


def sources(lookup: Lookup) -> dict[str, Callable[[], Source]]:
    """The pages with feeds of events, by path; none where no article has a day, since a feed must have one."""
    if lookup.whole.rows[ALL].now is None:
        return {}
    found: dict[str, Callable[[], Source]] = {urls.HOME: partial(_all, lookup)}
    found |= {urls.actor(id): partial(_of_actor, lookup, id) for id in lookup.called.rows if id in lookup.by_actor.rows}
    found |= {urls.round(id): partial(_of_round, lookup, id) for id in lookup.rounds.rows if id in lookup.by_round.rows}
    return found


def _all(lookup: Lookup) -> Source:
    return Source(urls.HOME, lookup.title, lookup.timeline.events)


def _of_actor(lookup: Lookup, id: str) -> Source:
    return Source(urls.actor(id), f"{lookup.called[id].name} – {lookup.title}", lookup.by_actor[id])


def _of_round(lookup: Lookup, id: str) -> Source:
    return Source(urls.round(id), f"{lookup.rounds[id].name} – {lookup.title}", lookup.by_round[id])


def followed(lookup: Lookup, changes: bool) -> dict[str, Follow]:
    """The feeds that pages have of their own, by the path of the page; `changes`: whether there is a page of these."""
    known = sources(lookup)
    found = {path: Follow(one().title, urls.address(urls.feed(path)), own=True) for path, one in known.items()}
    if changes and found:
        found[urls.CHANGES] = Follow(_changes_title(lookup), urls.feed(urls.CHANGES), own=True)
    return found


def feeds(lookup: Lookup, base_url: str | None, changed: Table[tuple[Change, ...]]) -> Iterator[Piece]:
    """All the feeds, each as Atom and as JSON Feed; `changed` as in `shared.Site`."""
    site = _Site(lookup, base_url)
    entry = lookup.notes.remembered(partial(_entry, site), most=_ENTRIES)
    known = sources(lookup)
    for path, source in known.items():
        yield Piece(urls.feed(path), partial(_of_source, source, site, entry))
    if known and changed.rows:
        yield Piece(urls.feed(urls.CHANGES), partial(_of_changes, changed, site))


def _of_source(source: Callable[[], Source], site: "_Site", entry: Callable[[str], Entry]) -> Iterator[Page]:
    found = source()
    newest = nlargest(LIMIT, found.events, key=lambda event: (site.told(event)[1], event.salience))
    yield from site.files(found.path, found.title, tuple(entry(event.id) for event in newest))


def _of_changes(changed: Table[tuple[Change, ...]], site: "_Site") -> Iterator[Page]:
    found = tuple(_change(one, site) for one in changed[ALL][:LIMIT])
    yield from site.files(urls.CHANGES, _changes_title(site.lookup), found)


def _changes_title(lookup: Lookup) -> str:
    return said("What has changed – %(site)s", site=lookup.title)


@dataclass(frozen=True, slots=True)
class _Site:
    """What all feeds share."""

    lookup: Lookup
    base_url: str | None

    @property
    def now(self) -> date:
        """The archive's latest day of publication: where it has none there are no feeds."""
        return self.lookup.timeline.now or date.max

    def told(self, event: Event) -> tuple[date, date]:
        """When it was told first and last; what no article dates was known by the archive's end."""
        articles = (self.lookup.articles[report.article] for report in event.reports)
        days = [day for article in articles if (day := article.published.latest)]
        return (min(days), max(days)) if days else (self.now, self.now)

    def iri(self, path: str, within: str = "") -> str:
        """What names a thing for good: an event's id is its own whatever the site, a feed's lies `within` the title."""
        known = urls.canonical(self.base_url, path)
        return known or _NOBODY + "/".join(filter(None, (percent_encoded(within, safe=""), urls.address(path))))

    def files(self, path: str, title: str, entries: tuple[Entry, ...]) -> Iterator[Page]:
        """The feeds of the page at `path`."""
        lookup, stem = self.lookup, urls.feed(path)
        author = lookup.title
        feed = Feed(
            id=self.iri(f"{stem}.atom", within=author),
            title=title,
            subtitle=lookup.description,
            author=author,
            language=lookup.language,
            updated=max(entry.updated for entry in entries) if entries else self.now,
            address=urls.canonical(self.base_url, stem),
            home=urls.canonical(self.base_url, path),
            entries=entries,
        )
        yield Page(f"{stem}.atom", visible(atom.text(feed)).encode())
        yield Page(f"{stem}.json", visible(json_feed.text(feed)).encode())


def _entry(site: _Site, id: str) -> Entry:
    event = site.lookup.events[id]
    shown, path = card(event, site.lookup), urls.event(event.id)
    first, last = site.told(event)
    return Entry(
        id=site.iri(path),
        url=urls.canonical(site.base_url, site.lookup.permalink(event.id)),
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
        lang=None if quote.lang == site.lookup.language else quote.lang,
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
    path = site.lookup.permalink(change.event) if change.event in site.lookup.events else urls.CHANGES
    return Entry(
        id=site.iri(f"{urls.CHANGES}#{digest}"),
        url=urls.canonical(site.base_url, path),
        title=f"{TITLES[change.kind]}: {change.headline}",
        published=site.now,
        updated=site.now,
        body=tuple(Paragraph(part) for part in (shown.step, shown.why) if part) or (Paragraph(change.headline),),
        tags=(TITLES[change.kind],),
    )
