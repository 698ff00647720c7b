"""The feeds: of the whole site, of each actor and round that has events, and of what has changed.

Where the site's own address is not known, ids are tag: URIs and links are left out.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
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

LIMIT = 100  # entries of a feed of events: a reader that comes more seldom goes to the page
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
    for actor in timeline.actors:
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
    now = lookup.timeline.now
    if now is None:
        return
    entries = {event.id: _entry(event, lookup, base_url, now) for event in lookup.timeline.events}
    for source in sources(lookup):
        newest = sorted(source.events, key=lambda event: (entries[event.id].updated, event.salience), reverse=True)
        found = tuple(entries[event.id] for event in newest[:LIMIT])
        yield from _files(source.path, source.title, found, lookup, base_url, now)
    if changed is not None:
        told = tuple(_change(one, lookup, base_url, now) for one in changed)
        yield from _files(urls.CHANGES, _changes_title(lookup), told, lookup, base_url, now)


def _changes_title(lookup: Lookup) -> str:
    return f"What has changed – {lookup.timeline.title or 'A timeline'}"


def _files(
    path: str, title: str, entries: tuple[Entry, ...], lookup: Lookup, base_url: str | None, now: date
) -> Iterator[Page]:
    timeline, stem = lookup.timeline, urls.feed(path)
    site = timeline.title or "A timeline"
    feed = Feed(
        id=_iri(base_url, f"{stem}.atom", site),
        title=title,
        subtitle=timeline.description,
        author=site,
        language=timeline.language,
        updated=now,
        address=urls.canonical(base_url, stem),
        home=urls.canonical(base_url, path),
        entries=entries,
    )
    yield Page(f"{stem}.atom", atom.text(feed).encode())
    yield Page(f"{stem}.json", json_feed.text(feed).encode())


def _iri(base_url: str | None, path: str, site: str = "") -> str:
    """What names a thing for good. An event's id is its own, whatever the site; a feed's holds the site's title."""
    name = f"{percent_encoded(site, safe='')}/{urls.address(path)}" if site else urls.address(path)
    return urls.canonical(base_url, path) or _NOBODY + name


def _entry(event: Event, lookup: Lookup, base_url: str | None, now: date) -> Entry:
    """The event, dated by its evidence; what no article dates was known by the archive's end."""
    told = [day for one in event.reports if (day := lookup.articles[one.article].published.latest)]
    shown, path = card(event, lookup), urls.event(event.id)
    return Entry(
        id=_iri(base_url, path),
        url=urls.canonical(base_url, path),
        title=labels.told(event),
        published=min(told, default=now),
        updated=max(told, default=now),
        body=tuple(_body(shown)),
        tags=(shown.type, shown.status.name, *(link.text for link in shown.actors)),
    )


def _body(shown: Card) -> Iterator[Paragraph]:
    says = f", according to {shown.says}" if shown.says else ""
    left_open = f" ({shown.date.note})" if shown.date.note else ""
    yield Paragraph(f"{shown.status.name}, {shown.date}{left_open}{says}.")
    quote = shown.quote
    yield Paragraph(quote.before + quote.words + quote.after, quoted=True, lang=quote.lang)
    yield Paragraph(f"{quote.source.text}, {quote.published}{f', {shown.more}' if shown.more else ''}")
    yield Paragraph(f"How we know the date: {shown.how.explanation}")
    if shown.outcome:
        yield Paragraph(shown.outcome)
    for answer in shown.answers:
        yield Paragraph(f"{answer.label}: {answer.link.text}, {answer.date}. {answer.why}")
    for note in shown.notes:
        yield Paragraph(f"Editor’s note. {note.text}. {note.why}")


def _change(change: Change, lookup: Lookup, base_url: str | None, now: date) -> Entry:
    """A change, named by what it says: built again from the same, it is the same entry."""
    told = (change.kind, change.event, change.was, change.now, change.why)
    digest = hashlib.sha256("\0".join(told).encode()).hexdigest()[:12]
    shown = row(change, lookup)
    step = " → ".join(part for part in (shown.was, shown.now) if part)
    here = change.event in lookup.events
    return Entry(
        id=_iri(base_url, f"{urls.CHANGES}#{digest}"),
        url=urls.canonical(base_url, urls.event(change.event) if here else urls.CHANGES),
        title=f"{TITLES[change.kind]}: {change.headline}",
        published=now,
        updated=now,
        body=tuple(Paragraph(part) for part in (step, shown.why) if part) or (Paragraph(change.headline),),
        tags=(TITLES[change.kind],),
    )
