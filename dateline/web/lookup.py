"""The timeline, indexed once for all the pages."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from dateline.model import Actor, Article, Discard, Event, Place, Report, Round, Timeline
from dateline.web import urls
from dateline.web.asked import ALL, TIMELINE, Notes, Table
from dateline.web.badges import Badge, badges

T = TypeVar("T")
Index = Table[tuple[Event, ...]]
SEVERAL = 2  # events that make a page for gunmen: the card of one tells all of them


@dataclass(frozen=True, slots=True)
class Lookup:
    """Everything by id, and the events of each actor, place and round in the timeline's order.

    Each asks is noted: a page that looks at the whole `timeline` changes with all that is in it.
    """

    notes: Notes
    title: str
    description: str
    language: str
    whole: Table[Timeline]
    articles: Table[Article]
    actors: Table[Actor]
    called: Table[Actor]  # who has a page, by name and kind alone: most pages say no more, and stay as they are
    pageless: Table[str]  # the names of the others
    places: Table[Place]
    rounds: Table[Round]
    events: Table[Event]
    by_actor: Index
    by_place: Index
    by_round: Index
    by_country: Table[tuple[Place, ...]]  # "" for the places of no known country
    badges: Table[Badge]  # actor id -> its mark
    evidence: Table[tuple[tuple[Report, Event], ...]]  # article id -> in the order of the text
    discards: Table[tuple[Discard, ...]]
    publish: Table[str]  # article id -> "full" or "quotes"
    told: Table[date]  # event id -> when the first article that tells of it was out at the latest
    stands: Table[str]  # event id -> the path of the page of the timeline on which it stands
    own_pages: bool  # whether each event has one; of a very large timeline all is on the pages of years and months

    @property
    def timeline(self) -> Timeline:
        return self.whole[ALL]

    def path(self, event: str) -> str:
        """Where an event is, by its id: its own page, or its place on the page of its year or month."""
        return urls.event(event) if self.own_pages else f"{self.stands[event]}#{urls.slug(event)}"

    def permalink(self, event: str) -> str:
        """Where an event can be found however the timeline is cut into pages, by its id."""
        return urls.event(event) if self.own_pages else urls.signpost(event)

    @property
    def paged(self) -> list[Actor]:
        """The actors with a page of their own: no class without a name of which one event alone tells."""
        return [one for one in self.timeline.actors if one.id in self.called.rows]


def of(timeline: Timeline, stands: Mapping[str, str] = MappingProxyType({}), own_pages: bool = True) -> Lookup:
    """Index `timeline`; for `stands` and `own_pages` see Lookup."""
    notes = Notes()
    articles = {one.id: one for one in timeline.articles}
    by_actor = _index((id, event) for event in timeline.events for id in dict.fromkeys(event.actors))
    paged = [one for one in timeline.actors if not one.unnamed or len(by_actor.get(one.id, ())) >= SEVERAL]
    called = {one.id: _called(one) for one in paged}
    by_place = _index((id, event) for event in timeline.events for id in dict.fromkeys(event.places))
    by_round = _index((event.round, event) for event in timeline.events if event.round)
    by_country = _index((place.country or "", place) for place in timeline.places)
    reports = ((report, event) for event in timeline.events for report in event.reports)
    evidence = _index((pair[0].article, pair) for pair in sorted(reports, key=lambda pair: pair[0].span))
    discards = _index((one.article, one) for one in sorted(timeline.discards, key=lambda one: one.span))
    return Lookup(
        notes=notes,
        title=timeline.title,
        description=timeline.description,
        language=timeline.language,
        whole=Table(notes, TIMELINE, {ALL: timeline}),
        articles=Table(notes, "articles", articles),
        actors=Table(notes, "actors", {one.id: one for one in timeline.actors}),
        called=Table(notes, "called", called),
        pageless=Table(notes, "pageless", {one.id: one.name for one in timeline.actors if one.id not in called}),
        places=Table(notes, "places", {one.id: one for one in timeline.places}),
        rounds=Table(notes, "rounds", {one.id: one for one in timeline.rounds}),
        events=Table(notes, "events", {one.id: one for one in timeline.events}),
        by_actor=Table(notes, "by_actor", by_actor),
        by_place=Table(notes, "by_place", by_place),
        by_round=Table(notes, "by_round", by_round),
        by_country=Table(notes, "by_country", by_country),
        badges=Table(notes, "badges", badges(paged, by_actor)),
        evidence=Table(notes, "evidence", evidence),
        discards=Table(notes, "discards", discards),
        publish=Table(notes, "publish", timeline.publish),
        told=Table(notes, "told", {one.id: _told(one, articles) for one in timeline.events}),
        stands=Table(notes, "stands", stands),
        own_pages=own_pages,
    )


def _called(actor: Actor) -> Actor:
    return Actor(actor.id, actor.name, actor.kind, unnamed=actor.unnamed)


def _told(event: Event, articles: Mapping[str, Article]) -> date:
    """The last possible day of its oldest article; what no article dates is told last of all."""
    return min((day for one in event.reports if (day := articles[one.article].published.latest)), default=date.max)


def _index(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    """What belongs to each id, in the order of the pairs."""
    found: dict[str, list[T]] = defaultdict(list)
    for id, one in pairs:
        found[id].append(one)
    return {id: tuple(ones) for id, ones in found.items()}
