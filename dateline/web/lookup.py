"""The timeline, indexed once for all the pages."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dateline.model import Actor, Article, Discard, Event, Place, Report, Round, Timeline
from dateline.web.badges import Badge, badges

Index = dict[str, tuple[Event, ...]]
SEVERAL = 2  # events that make a page for gunmen: the card of one tells all of them


@dataclass(frozen=True, slots=True)
class Lookup:
    """Everything by id, and the events of each actor, place and round in the timeline's order."""

    timeline: Timeline
    articles: dict[str, Article]
    actors: dict[str, Actor]
    paged: tuple[Actor, ...]  # those with a page of their own: not a class without a name that one event tells of
    places: dict[str, Place]
    rounds: dict[str, Round]
    events: dict[str, Event]
    by_actor: Index
    by_place: Index
    by_round: Index
    badges: dict[str, Badge]  # id of an actor that has a page -> its mark
    evidence: dict[str, tuple[tuple[Report, Event], ...]]  # article id -> in the order of the text
    discards: dict[str, tuple[Discard, ...]]
    told: dict[str, date]  # event id -> when the first article that tells of it was out at the latest


def of(timeline: Timeline) -> Lookup:
    """Index `timeline`."""
    evidence: dict[str, list[tuple[Report, Event]]] = defaultdict(list)
    discards: dict[str, list[Discard]] = defaultdict(list)
    articles = {one.id: one for one in timeline.articles}
    for event in timeline.events:
        for report in event.reports:
            evidence[report.article].append((report, event))
    for discard in timeline.discards:
        discards[discard.article].append(discard)
    by_actor = _index((id, event) for event in timeline.events for id in dict.fromkeys(event.actors))
    paged = tuple(one for one in timeline.actors if not one.unnamed or len(by_actor.get(one.id, ())) >= SEVERAL)
    return Lookup(
        timeline=timeline,
        articles=articles,
        actors={one.id: one for one in timeline.actors},
        paged=paged,
        places={one.id: one for one in timeline.places},
        rounds={one.id: one for one in timeline.rounds},
        events={one.id: one for one in timeline.events},
        by_actor=by_actor,
        by_place=_index((id, event) for event in timeline.events for id in dict.fromkeys(event.places)),
        by_round=_index((event.round, event) for event in timeline.events if event.round),
        badges=badges(paged, by_actor),
        evidence={id: tuple(sorted(found, key=lambda pair: pair[0].span)) for id, found in evidence.items()},
        told={one.id: _told(one, articles) for one in timeline.events},
        discards={id: tuple(sorted(found, key=lambda one: one.span)) for id, found in discards.items()},
    )


def _told(event: Event, articles: Mapping[str, Article]) -> date:
    """The last possible day of its oldest article; what no article dates is told last of all."""
    return min((day for one in event.reports if (day := articles[one.article].published.latest)), default=date.max)


def _index(pairs: Iterable[tuple[str, Event]]) -> Index:
    found: dict[str, list[Event]] = defaultdict(list)
    for id, event in pairs:
        found[id].append(event)
    return {id: tuple(events) for id, events in found.items()}
