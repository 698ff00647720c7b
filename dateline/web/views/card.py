"""An event as the lists show it."""

from dataclasses import dataclass

from dateline.model import Event
from dateline.web import labels, urls
from dateline.web.dates import Words, in_words
from dateline.web.labels import Lane, Status
from dateline.web.lookup import Lookup
from dateline.web.views.facets import marks
from dateline.web.views.how import How, how
from dateline.web.views.parts import Link, Note, actor_link, event_link, notes, place_link, round_link
from dateline.web.views.quote import Quote, quote
from dateline.web.words import listed, many

ESSENTIAL = 0.6  # from this salience on an event is shown by the filter "essential"
# Relations whose other end is printed in the same box: an answer belongs beside the claim.
_ANSWERS = ("denied-by", "confirmed-by", "contradicts", "rescheduled-to", "has-outcome")


@dataclass(frozen=True, slots=True)
class Brief:
    """An event in one line."""

    link: Link
    date: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What another event says to this one."""

    label: str
    link: Link
    date: Words
    why: str


@dataclass(frozen=True, slots=True)
class Card:
    """`marks` are what the filters look for: names of data attributes with their values. `kind` leads to its type."""

    id: str
    marks: tuple[tuple[str, str], ...]
    link: Link
    date: Words
    status: Status
    type: str
    kind: Link
    lane: Lane
    certainty: str
    essential: bool
    says: str
    quote: Quote
    more: str
    actors: tuple[Link, ...]
    places: tuple[Link, ...]
    round: Link | None
    outcome: str
    answers: tuple[Answer, ...]
    how: How
    notes: tuple[Note, ...]


def card(event: Event, lookup: Lookup) -> Card:
    """The card of one event."""
    return Card(
        id=urls.slug(event.id),
        marks=marks(event, lookup),
        link=event_link(event, lookup),
        date=date_of(event),
        status=labels.status(event),
        type=labels.TYPE[event.type],
        kind=Link(labels.TYPE[event.type], urls.kind(event.type)),
        lane=labels.LANE[event.type],
        certainty=labels.CERTAINTY[event.modality],
        essential=event.salience >= ESSENTIAL,
        says=who_says(event, lookup),
        quote=quote(event.reports[0], lookup),
        more=_more(event),
        actors=tuple(actor_link(id, lookup) for id in dict.fromkeys(event.actors)),
        places=tuple(place_link(id, lookup) for id in dict.fromkeys(event.places)),
        round=round_link(event.round, lookup) if event.round else None,
        outcome=labels.outcome(event.forecast, event.when.last) if event.forecast else "",
        answers=answers(event, lookup, _ANSWERS),
        how=how(event, lookup),
        notes=notes(event.editor),
    )


def brief(event: Event, lookup: Lookup) -> Brief:
    return Brief(event_link(event, lookup), str(date_of(event)))


def date_of(event: Event) -> Words:
    return in_words(event.when, event.forecast.by if event.forecast else None)


def who_says(event: Event, lookup: Lookup) -> str:
    """Who says so, in words; "" where the narrator does."""
    named = {speaker.actor for speaker in event.said_by if not labels.by_pronoun(speaker)}
    apart = [one for one in event.said_by if not labels.by_pronoun(one) or one.actor not in named]
    voices = dict.fromkeys(labels.says(one, actor_link(one.actor, lookup).text if one.actor else "") for one in apart)
    return listed(tuple(voices), "; ") if voices else event.attribution or ""


def answers(event: Event, lookup: Lookup, types: tuple[str, ...]) -> tuple[Answer, ...]:
    """The event's relations of these types whose other end is on the timeline."""
    return tuple(
        Answer(labels.RELATION[one.type], event_link(other, lookup), date_of(other), one.why)
        for one in event.relations
        if one.type in types and (other := lookup.events.get(one.event))
    )


def _more(event: Event) -> str:
    others = event.articles - 1
    return many("and %(n)s more article", "and %(n)s more articles", others) if others > 0 else ""
