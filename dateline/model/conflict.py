"""Who and where a conflict is about, and what an editor knows of it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.model.article import Edit, Passage, When
from dateline.model.kinds import EventType, Modality

ActorKind = Literal["person", "organisation", "state", "armed group", "office"]


@dataclass(frozen=True, slots=True)
class Role:
    title: str
    first: date | None = None
    last: date | None = None
    seen: tuple[Passage, ...] = ()  # where articles give it, with the name


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
    phrases: tuple[str, ...] = ()  # longer ones in which articles speak of it, sorted: "a senior Taliban official"
    unnamed: bool = False  # a class of those whom the articles describe and do not name: "gunmen"


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
    noindex: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """What the editor changes of an event (`[[correction]]`); `event` is its id or that of a piece of its evidence."""

    event: str
    at: str  # "conflict.toml:41"
    why: str
    date: When | None = None
    headline: str | None = None
    kind: EventType | None = None
    modality: Modality | None = None
    actors: tuple[str, ...] | None = None  # ids; None leaves them as they are
    places: tuple[str, ...] | None = None
    hide: bool = False
    split: bool = False  # this piece of evidence is an event of its own
    join: str | None = None  # the id of the event to which it belongs


@dataclass(frozen=True, slots=True)
class Redaction:
    """A name that the editor withholds (`[[redact]]`), with its other spellings."""

    name: str
    at: str  # "conflict.toml:41"
    why: str
    aliases: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()  # words of the name that are somebody else's, too, and stay


@dataclass(frozen=True, slots=True)
class Conflict:
    """conflict.toml: what an editor knows. Without the file, all of it is empty."""

    title: str = ""
    description: str = ""
    language: str = "en"
    interface: str = "en"  # the language of the pages' own words
    url: str | None = None
    publish: str = "quotes"
    actors: tuple[Actor, ...] = ()
    places: tuple[Gazetted, ...] = ()
    tracks: tuple[Track, ...] = ()
    rounds: tuple[Round, ...] = ()
    notes: tuple[ArticleNote, ...] = ()
    corrections: tuple[Correction, ...] = ()
    redactions: tuple[Redaction, ...] = ()
    sha256: str | None = None  # of the file; None without one, and where names are withheld: it holds them
