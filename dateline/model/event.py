"""What the articles report, the events that the reports make, and the timeline of them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.model.article import Article, Edit, Passage, Span, When
from dateline.model.conflict import Actor, ActorKind, Place, Round, Track
from dateline.model.demand import Demand
from dateline.model.kinds import EventType, Modality
from dateline.model.mention import Timex

FUTURE: frozenset[Modality] = frozenset(["scheduled", "expected", "conditional"])
ForecastStatus = Literal["met", "late", "not met", "moved", "open", "not reported"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says so. `actor` is None where the text does not name one."""

    actor: str | None
    text: str
    anonymous: bool
    reported_by: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the text gives: killed, wounded, troops… `high` is None for "at least"."""

    what: str
    low: int | None
    high: int | None
    text: str

    def excludes(self, other: "Figure") -> bool:
        """Whether no number fits both: 9 and 12 killed; not "at least 16" and 20, nor killed and wounded."""
        pairs = ((self, other), (other, self))
        above = any(a.low is not None and b.high is not None and a.low > b.high for a, b in pairs)
        return self.what == other.what and above


@dataclass(frozen=True, slots=True)
class Description:
    """Those whom a text describes and does not name, as a class: gunmen, displaced families.

    `actor` is the id of somebody named to whom they belong: "a senior Taliban official".
    """

    actor: str | None
    name: str
    kind: ActorKind
    forms: tuple[str, ...]  # as the text has it: "at least 320 families", "families"


@dataclass(frozen=True, slots=True)
class Report:
    """What one clause of one article says: the smallest thing that can be cited."""

    article: str
    span: Span
    quote: str
    headline: str
    trigger: Span
    type: EventType
    modality: Modality
    when: When
    timex: Timex | None
    by: date | None  # the day by which a scheduled or expected event is to be
    actors: tuple[str, ...]
    places: tuple[str, ...]
    round: str | None
    attribution: str | None
    said_by: tuple[Speaker, ...]
    figures: tuple[Figure, ...]
    described: tuple[Description, ...] = ()  # who takes part without being named

    @property
    def trigger_words(self) -> str:
        """The words that name the event, in lower case."""
        return self.quote[self.trigger.start - self.span.start : self.trigger.end - self.span.start].casefold()


@dataclass(frozen=True, slots=True)
class Join:
    evidence: tuple[int, int]
    why: str


@dataclass(frozen=True, slots=True)
class Forecast:
    by: date | None
    status: ForecastStatus
    outcome: str | None
    days_late: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Relation:
    type: str
    event: str
    about: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, is to happen, or is said to: its reports and what they make together."""

    id: str
    other_ids: tuple[str, ...]
    headline: str
    when: When
    type: EventType
    modality: Modality
    salience: float  # 0..1
    actors: tuple[str, ...]
    places: tuple[str, ...]
    round: str | None
    attribution: str | None
    said_by: tuple[Speaker, ...]
    reports: tuple[Report, ...]  # oldest evidence first
    joins: tuple[Join, ...]
    articles: int
    independent: int
    figures: tuple[Figure, ...]
    forecast: Forecast | None
    relations: tuple[Relation, ...] = ()
    editor: tuple[Edit, ...] = ()

    @property
    def by(self) -> date | None:
        """The day by which it is to be, where a report says so."""
        return next((report.by for report in self.reports if report.by), None)

    @property
    def due(self) -> date | None:
        """`by`, or the last day of a date that is no mere bound."""
        return self.by or (self.when.last if self.when.first else None)


@dataclass(frozen=True, slots=True)
class Discard:
    """A sentence that led to no event, and why not."""

    article: str
    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Hidden:
    """An event that the editor has taken out: its article, and why. Its words are shown nowhere."""

    id: str
    evidence: tuple[Passage, ...]
    why: str
    at: str

    @property
    def article(self) -> str:
        return self.evidence[0].article


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything that the site shows, in reading order."""

    title: str
    description: str
    language: str
    url: str | None
    publish: dict[str, str]  # article id -> "quotes" or "full"
    now: date | None  # the archive's latest publication date: no clock is read
    articles: tuple[Article, ...]
    events: tuple[Event, ...]
    actors: tuple[Actor, ...]
    rounds: tuple[Round, ...]
    places: tuple[Place, ...]
    discards: tuple[Discard, ...]
    tracks: tuple[Track, ...] = ()
    demands: tuple[Demand, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    interface: str = "en"  # the language of the pages' own words
    withheld: tuple[Edit, ...] = ()  # the reason for each name that the editor withholds, and not the name
    conflict_sha256: str | None = None  # as that of the Conflict
    unnumbered: tuple[Passage, ...] = ()  # where articles speak of rounds without a number: "six rounds of talks"
