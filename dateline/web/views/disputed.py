"""Claims and their answers: what one says and another denies, and reports that cannot both be right."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from dateline.model import Event, Report
from dateline.web import labels
from dateline.web.dates import Words
from dateline.web.lookup import Lookup
from dateline.web.views.card import Brief, Quote, brief, date_of, quote, who_says
from dateline.web.views.excerpt import UNCUT, Excerpts, Rest
from dateline.web.views.parts import Link, event_link
from dateline.web.words import said

ABOUT = {"happened": said("Did it happen?"), "date": said("When was it?"), "figure": said("How many?")}
ANSWERED = ("denied-by", "contradicts")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: the event, who says so, and the words."""

    link: Link
    status: str
    says: str
    date: Words
    quote: Quote


@dataclass(frozen=True, slots=True)
class Dispute:
    about: str
    one: Side
    other: Side
    why: str


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The claims of one speaker that no report here answers."""

    speaker: str
    claims: tuple[Brief, ...]


@dataclass(frozen=True, slots=True)
class Disputed:
    """Beside each list what it leaves out."""

    disputes: tuple[Dispute, ...]
    disputes_rest: Rest | None
    denials: tuple[Brief, ...]  # denials of what no event of the timeline tells
    denials_rest: Rest | None
    unanswered: tuple[Unanswered, ...]
    unanswered_rest: Rest | None


def disputed(lookup: Lookup, excerpts: Excerpts = UNCUT) -> Disputed:
    """Every dispute once, in the order of the timeline; the claims by how many a speaker makes."""
    seen: set[frozenset[str]] = set()
    disputes: list[tuple[Event, Dispute]] = []
    for event in lookup.timeline.events:
        for relation in event.relations:
            other = lookup.events.get(relation.event)
            pair = frozenset([event.id, relation.event])
            if relation.type in ANSWERED and other and pair not in seen:
                seen.add(pair)
                about = ABOUT.get(relation.about or "", said("In dispute"))
                sides = _side(event, lookup), _side(other, lookup)
                disputes.append((event, Dispute(about, *sides, relation.why)))
    disputes += [(event, found) for event in lookup.timeline.events if (found := _counted(event, lookup))]
    answered = {id for pair in seen for id in pair}
    alone = [event for event in lookup.timeline.events if event.id not in answered]
    shown = excerpts.of(tuple({event.id: event for event, _ in disputes}.values()), {})
    here = {event.id for event in shown.events}
    denials = excerpts.of([event for event in alone if event.modality == "denied"], {"modality": "denied"})
    claims = excerpts.of([event for event in alone if event.modality == "claimed"], {"modality": "claimed"})
    return Disputed(
        disputes=tuple(dispute for event, dispute in disputes if event.id in here),
        disputes_rest=shown.rest,
        denials=tuple(brief(event, lookup) for event in denials.events),
        denials_rest=denials.rest,
        unanswered=_unanswered(claims.events, lookup),
        unanswered_rest=claims.rest,
    )


def _counted(event: Event, lookup: Lookup) -> Dispute | None:
    """Two articles that tell of one event with figures that no number fits."""
    counting = [report for report in event.reports if report.figures]
    several = len({report.article for report in counting}) > 1
    for one, other in combinations(counting, 2) if several else ():
        pairs = [(a, b) for a in one.figures for b in other.figures if a.excludes(b)]
        if pairs and one.article != other.article:
            why = said(
                "Two reports of one event: “%(one)s” and “%(other)s” (%(what)s).",
                one=pairs[0][0].text,
                other=pairs[0][1].text,
                what=pairs[0][0].what,
            )
            return Dispute(ABOUT["figure"], _side(event, lookup, one), _side(event, lookup, other), why)
    return None


def _side(event: Event, lookup: Lookup, report: Report | None = None) -> Side:
    status = labels.STATUS[event.modality].name
    said = quote(report or event.reports[0], lookup)
    return Side(event_link(event, lookup), status, who_says(event, lookup), date_of(event), said)


def _speaker(event: Event, lookup: Lookup) -> str:
    """The name of who says so where the text gives one, else what it calls them."""
    actor = next((one.actor for one in event.said_by if one.actor and not one.anonymous), None)
    known = lookup.actors.get(actor or "")
    return known.name if known else who_says(event, lookup) or said("not named")


def _unanswered(claims: Iterable[Event], lookup: Lookup) -> tuple[Unanswered, ...]:
    by_speaker: dict[str, list[Brief]] = defaultdict(list)
    for event in claims:
        by_speaker[_speaker(event, lookup)].append(brief(event, lookup))
    often = sorted(by_speaker.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Unanswered(speaker, tuple(claims)) for speaker, claims in often)
