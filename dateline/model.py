"""The frozen dataclasses that cross a stage boundary, in the order in which the data flows."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Precision = Literal["day", "week", "month", "season", "year", "decade", "range", "before", "after", "unknown"]
Basis = Literal["front matter", "header", "body line", "editor", "file name", "text", "corpus", "unknown"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
NameKind = Literal["person", "organisation", "armed group", "office", "state", "place", "nationality"]
ActorKind = Literal["person", "organisation", "state", "armed group", "office"]
EventType = Literal[
    "talks", "agreement", "meeting", "statement", "attack", "deployment", "decision",
    "election", "control", "displacement", "detention", "sanctions", "protest", "other",
]  # fmt: skip
Modality = Literal["happened", "scheduled", "expected", "claimed", "denied", "conditional"]
ForecastStatus = Literal["met", "late", "not met", "moved", "open", "not reported"]


class Span(NamedTuple):
    """`[start, end)` in characters of the article's file as it was read, front matter included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days and how we know it. `first`/`last` are inclusive; None is an open side."""

    edtf: str  # Library of Congress EDTF, level 1 and one-of-a-set; "../.." where nothing is known
    first: date | None
    last: date | None
    precision: Precision
    stated: bool  # False where tense or context implied it and no words of the text state it
    rule: str  # the name of the rule that made it
    anchor: str  # what it was counted from, in words: "published 2019-06-30"; "" where nothing was needed
    explanation: str  # one plain sentence


@dataclass(frozen=True, slots=True)
class Edit:
    """A line of conflict.toml that set or changed something, with its reason."""

    field: str
    was: str
    why: str
    at: str  # "conflict.toml:41"


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published, and what says so."""

    when: When
    basis: Basis


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it came. Every span below counts in `text`, which is never changed."""

    id: str
    file: str  # relative to the seeds folder, "/" between folders
    text: str
    body: str  # as long as `text`: front matter, header line and Markdown markup are blanks
    sha256: str
    title: str
    source: str | None
    dateline: str | None
    url: str | None
    author: str | None
    language: str | None
    tags: tuple[str, ...]
    published: Published
    dateline_span: Span | None = None  # the place in a header line or dateline ("KABUL")
    editor: tuple[Edit, ...] = ()
    duplicate_of: str | None = None  # the id of the article that this one repeats


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a headline. `quoted` are the parts between quotation marks."""

    span: Span
    text: str
    paragraph: int  # from 0
    headline: bool
    quoted: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression with its value: a TIMEX3 of TimeML 1.2.1, and the days that it means."""

    span: Span
    text: str
    type: TimexType
    value: str  # "2019-06-29", "2019-W26", "P18Y", "PAST_REF"
    when: When
    signal: str  # the preposition before it, in lower case ("by", "since", "until"); "" where none


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of somebody or somewhere. `id` is the actor or place it stands for, or None."""

    span: Span
    text: str
    kind: NameKind
    id: str | None
    implied: bool = False  # a pronoun or a role ("the US envoy") that the text licenses
    acts: bool = False  # the id is an actor's; for a place, also where it stands for its government


@dataclass(frozen=True, slots=True)
class Role:
    title: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()  # every surface form seen, sorted
    roles: tuple[Role, ...] = ()
    colour: str | None = None
    editor: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    id: str
    name: str
    latitude: float | None
    longitude: float | None
    country: str | None  # ISO 3166-1 alpha-2
    precision: Literal["city", "province", "country"]
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """A round of negotiations. `number` only where the text or the conflict file gives it."""

    id: str
    name: str
    track: str
    number: int | None
    edtf: str | None
    place: str | None
    stated: bool  # False where only the conflict file gives the number
    editor: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Track:
    """A series of negotiations: who talks with whom, and where."""

    id: str
    name: str
    parties: tuple[str, ...] = ()  # actor ids
    venue: str | None = None  # a place id or name
    aliases: tuple[str, ...] = ()  # how the texts call these talks: "intra-Afghan negotiations"
    at: str = ""  # "conflict.toml:41"


@dataclass(frozen=True, slots=True)
class Gazetted:
    """A place as the conflict file or the gazetteer gives it."""

    place: Place
    aliases: tuple[str, ...]
    population: int = 0


@dataclass(frozen=True, slots=True)
class ArticleNote:
    """What the editor knows of an article that does not say it itself (`[[article]]`)."""

    file: str
    at: str  # "conflict.toml:41"
    why: str
    published: When | None = None
    source: str | None = None
    url: str | None = None
    title: str | None = None
    licence: str | None = None
    publish: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """conflict.toml: what an editor knows. Without the file, all of it is empty."""

    title: str = ""
    description: str = ""
    language: str = "en"
    url: str | None = None
    publish: str = "quotes"
    actors: tuple[Actor, ...] = ()
    places: tuple[Gazetted, ...] = ()
    tracks: tuple[Track, ...] = ()
    rounds: tuple[Round, ...] = ()
    notes: tuple[ArticleNote, ...] = ()


@dataclass(frozen=True, slots=True)
class RoundMention:
    span: Span
    text: str
    number: int | None
    id: str | None


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


@dataclass(frozen=True, slots=True)
class Discard:
    """A sentence that led to no event, and why not."""

    article: str
    span: Span
    why: str


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
