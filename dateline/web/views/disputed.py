"""Claims and their answers: what one says and another denies, and reports that cannot both be right."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.model import Event, Relation, Report
from dateline.web import labels
from dateline.web.dates import Words
from dateline.web.lookup import Lookup
from dateline.web.views.card import Brief, brief, date_of, who_says
from dateline.web.views.excerpt import UNCUT, Excerpts, Rest
from dateline.web.views.parts import Link, event_link
from dateline.web.views.quote import Quote, quote
from dateline.web.words import said

ABOUT = {"happened": said("Did it happen?"), "date": said("When was it?"), "figure": said("How many?")}
_ABOUT_ELSE = said("In dispute")
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
class Question:
    """The disputes about one thing, such as whether something happened."""

    about: str
    disputes: tuple[Dispute, ...]


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The claims of one speaker that no report here answers."""

    speaker: str
    claims: tuple[Brief, ...]


@dataclass(frozen=True, slots=True)
class Disputed:
    """Beside each list what it leaves out."""

    questions: tuple[Question, ...]
    disputes_rest: Rest | None
    denials: tuple[Brief, ...]  # denials of what no event of the timeline tells
    denials_rest: Rest | None
    unanswered: tuple[Unanswered, ...]
    unanswered_rest: Rest | None


def disputed(lookup: Lookup, excerpts: Excerpts = UNCUT) -> Disputed:
    """The disputes by what they are about, the claims by how many a speaker makes; else in the timeline's order."""
    answers = list(_answers(lookup))
    disputes = [(event, _dispute(event, other, relation, lookup)) for event, other, relation in answers]
    disputes += [(event, found) for event in lookup.timeline.events if (found := _counted(event, lookup))]
    shown = excerpts.of(tuple({event.id: event for event, _ in disputes}.values()), {})
    here = {event.id for event in shown.events}
    answered = {one.id for event, other, _ in answers for one in (event, other)}
    alone = [event for event in lookup.timeline.events if event.id not in answered]
    denials = excerpts.of([event for event in alone if event.modality == "denied"], {"modality": "denied"})
    claims = excerpts.of([event for event in alone if event.modality == "claimed"], {"modality": "claimed"})
    return Disputed(
        questions=_questions([dispute for event, dispute in disputes if event.id in here]),
        disputes_rest=shown.rest,
        denials=tuple(brief(event, lookup) for event in denials.events),
        denials_rest=denials.rest,
        unanswered=_unanswered(claims.events, lookup),
        unanswered_rest=claims.rest,
    )


def _answers(lookup: Lookup) -> Iterator[tuple[Event, Event, Relation]]:
    """Each two events of which one answers the other, once."""
    seen: set[frozenset[str]] = set()
    for event in lookup.timeline.events:
        for relation in event.relations:
            other = lookup.events.get(relation.event)
            pair = frozenset([event.id, relation.event])
            if relation.type in ANSWERED and other and pair not in seen:
                seen.add(pair)
                yield event, other, relation


def _dispute(event: Event, other: Event, relation: Relation, lookup: Lookup) -> Dispute:
    about = ABOUT.get(relation.about or "", _ABOUT_ELSE)
    return Dispute(about, _side(event, lookup), _side(other, lookup), relation.why)


def _questions(disputes: Sequence[Dispute]) -> tuple[Question, ...]:
    asked = {about: tuple(one for one in disputes if one.about == about) for about in (*ABOUT.values(), _ABOUT_ELSE)}
    return tuple(Question(about, found) for about, found in asked.items() if found)


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
    words = quote(report or event.reports[0], lookup)
    return Side(event_link(event, lookup), status, who_says(event, lookup), date_of(event), words)


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
