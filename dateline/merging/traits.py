"""A report as it is compared with others: who, where and what, by names that all articles share."""

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from dateline.merging.things import Things, things
from dateline.model import FUTURE, EventType, Figure, Report
from dateline.stages.known import Known
from dateline.text.wording import normal

KINDS: dict[EventType, EventType] = {"talks": "meeting"}  # one article's meeting is another's talks

OFFENSIVE = "offensive"  # of things.toml
NEWS = 2  # days over which what happened is told as news
WORDS = 6  # blanks in a quote that two articles can hardly have by chance
LINKS = ("which ", "who ", "that ")
MOVING = frozenset(["deployment", "control"])  # what an offensive of one article may be in another


@dataclass(frozen=True, slots=True)
class Traits:
    """`report`, with what the archive knows of those and of where it tells."""

    report: Report
    kind: EventType
    sides: tuple[str, ...]
    order: tuple[str, ...]  # the sides and states, those of persons left out, as they are told
    tellers: frozenset[str]  # the sides of those who only tell it
    persons: frozenset[str]
    cities: frozenset[str]
    provinces: frozenset[str]
    lie_in: frozenset[str]  # the states in which the places lie
    states: frozenset[str]  # those, and the ones that act
    ahead: bool  # whether it has not come
    announced: bool  # whether no day is told of it but the one on which it was said to come
    wording: str  # its quote's words, "" where two articles may have so few by chance
    text: str  # all that its article says of it
    kinds: frozenset[str]  # that of each clause of its article that tells of it
    settings: frozenset[str]  # the states of which its article tells
    published: date | None  # the first day on which its article may have appeared

    @property
    def things(self) -> Things:
        """Looked up when they are asked for: most reports differ before that."""
        return things(self.text)

    @property
    def recalled(self) -> bool:
        """Whether its article appeared days after the day that it gives: it looks back at what is known."""
        last = self.report.when.last if self.report.when.first else None
        return bool(last and self.published and (self.published - last).days > NEWS)

    @property
    def named(self) -> Things:
        """The thing that its own word names."""
        return things(self.report.trigger_words)


def traits(
    report: Report, known: Known, settings: frozenset[str] = frozenset(), published: date | None = None
) -> Traits:
    told_by = {speaker.actor for speaker in report.said_by} if report.type != "statement" else set()
    actors = [actor for actor in report.actors if actor not in told_by]
    stand_for = {actor: _in_order(known.sides[actor]) if actor in known.sides else (actor,) for actor in actors}
    sides = dict.fromkeys(side for actor in actors for side in stand_for[actor])
    order = [side for actor in actors if actor not in known.people for side in stand_for[actor]]
    order += [place for place in report.places if place in known.states]
    places = {place: known.places[place] for place in report.places if place in known.places}
    lie_in = frozenset(where.state for where in places.values() if where.state)
    return Traits(
        report,
        KINDS.get(report.type, report.type),
        tuple(sides),
        tuple(dict.fromkeys(order)),
        frozenset(side for actor in told_by if actor for side in known.sides.get(actor, (actor,))),
        known.people & set(actors),
        frozenset(place for place in report.places if place not in places or places[place].precision == "city"),
        frozenset(place for place, where in places.items() if where.precision == "province"),
        lie_in,
        lie_in | known.states.intersection(sides),
        report.modality in FUTURE,
        _announced(report),
        normal(report.quote) if report.quote.count(" ") >= WORDS else "",
        _text(report),
        _one_kind(KINDS.get(report.type, report.type)),
        settings,
        published,
    )


@lru_cache(maxsize=16_384)
def _in_order(names: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(names))


@cache
def _one_kind(kind: str) -> frozenset[str]:
    return frozenset([kind])


def _text(report: Report) -> str:
    """The quote, and of "which began on Monday" the line, which says what did."""
    return f"{report.quote} {report.headline}" if report.quote.startswith(LINKS) else report.quote


def _announced(report: Report) -> bool:
    when = report.when
    return when.rule == "not before" and report.timex is None and when.anchor == f"said {when.first}"


def offensive(told: Traits) -> bool:
    """Whether an offensive is what is told, and not only spoken of; looked up in few words before in many."""
    if told.kind == "attack":
        return OFFENSIVE in things(told.report.trigger_words).once
    return told.kind in MOVING and " into " in told.report.quote and OFFENSIVE in told.things.once


def places_apart(one: Traits, other: Traits) -> bool:
    """Whether both name places, and none of them is one of the other's or the state in which one of those lies."""
    mine, theirs = set(one.report.places), set(other.report.places)
    return bool(mine and theirs) and not (mine & (theirs | other.lie_in) or theirs & one.lie_in)


def one_town(one: str, other: str) -> bool:
    """ "Baghdad" and "Baghdad International Airport" too."""
    return one == other or one.startswith(f"{other}-") or other.startswith(f"{one}-")


def same_count(one: Report, other: Report) -> bool:
    """As many killed, or wounded; a single one is no mark."""
    return any(_alike(mine, theirs) for mine in one.figures for theirs in other.figures)


def _alike(mine: Figure, theirs: Figure) -> bool:
    return mine.what == theirs.what and mine.low == theirs.low and (mine.low or 0) > 1
