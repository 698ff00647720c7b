"""What the package knows of names: states, peoples, organisations, places, leaders, and the words of names."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dateline.lexicon import load
from dateline.model import Gazetted, NameKind, Place
from dateline.names.finding.spelling import fold, slug


@dataclass(frozen=True, slots=True)
class Known:
    """A name of the lexicon. `exact` names (US, WHO) count only as they are written, never as common words."""

    id: str
    name: str
    kind: NameKind
    code: str = ""  # ISO 3166-1 alpha-2 of the state it is, belongs to or stands for
    exact: str = ""
    seat: bool = False  # a capital or palace that stands for its government
    people: bool = False  # "Afghans": those who act, not the adjective


@dataclass(frozen=True, slots=True)
class State:
    """A country of countries.tsv."""

    id: str
    name: str
    code: str
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    aliases: tuple[str, ...]
    seats: tuple[str, ...]
    latitude: float
    longitude: float


def _rows(table: str) -> list[list[str]]:
    """The rows of a table below its credit and its header."""
    return [line.split("\t") for line in load.table_text(table).splitlines()[2:]]


def _many(field: str) -> tuple[str, ...]:
    return tuple(field.split("|")) if field else ()


@cache
def states() -> MappingProxyType[str, State]:
    """Every state by its code."""
    found = {}
    for name, code, adjectives, people, aliases, seats, latitude, longitude in _rows("countries"):
        lists = (_many(adjectives), _many(people), _many(aliases), _many(seats))
        found[code] = State(slug(name), name, code, *lists, float(latitude), float(longitude))
    return MappingProxyType(found)


def _exact(form: str) -> str:
    """An abbreviation is told from a common word by its capitals: US, WHO, IS, U.N."""
    return form if len(form) <= 5 and form.replace(".", "").isupper() else ""


def _state_names() -> Iterable[tuple[str, Known]]:
    for state in states().values():
        for form in (state.name, *state.aliases):
            yield form, Known(state.id, state.name, "state", state.code, _exact(form))
        for form in state.adjectives:
            if not _exact(form):
                yield form, Known(state.id, state.name, "nationality", state.code)
        for form in state.people:
            if form not in state.adjectives:
                yield form, Known(state.id, state.name, "nationality", state.code, people=True)
        for form in state.seats:
            yield form, Known(slug(form), form, "place", state.code, seat=True)


@cache
def lexicon() -> MappingProxyType[str, Known]:
    """Every name of the lexicon but the gazetteer's, by its folded form."""
    found: dict[str, Known] = {}
    for name, kind, aliases in _rows("organisations"):
        for form in (name, *_many(aliases)):
            found.setdefault(fold(form), Known(slug(name), name, kind, "", _exact(form)))  # type: ignore[arg-type]
    for name, code, _, _, aliases in _rows("regions"):
        for form in (name, *_many(aliases)):
            found.setdefault(fold(form), Known(slug(name), name, "place", code, _exact(form)))
    for form, known in _state_names():
        found.setdefault(fold(form), known)
    rows = load.document("peoples").data["adjective_of"].splitlines()
    people = dict(row.split() for row in rows if row)
    for form in words("peoples", "peoples"):
        name = people.get(form, form)
        found.setdefault(form, Known(slug(name), name.capitalize(), "nationality", people=True))
    for form in words("peoples", "adjectives"):
        name = people.get(form, form)
        found.setdefault(form, Known(slug(name), name.capitalize(), "nationality"))
    return MappingProxyType(found)


@cache
def meanings(short: str) -> tuple[Known, ...]:
    """Every organisation that goes by this abbreviation (folded), in the lexicon's order: RSF is two."""
    return tuple(
        Known(slug(name), name, kind, "", _exact(form))  # type: ignore[arg-type]
        for name, kind, aliases in _rows("organisations")
        for form in _many(aliases)
        if fold(form) == short
    )


@cache
def _lines() -> tuple[str, ...]:
    return tuple(load.table_text("gazetteer").splitlines()[2:])


@cache
def _gazetteer() -> dict[str, list[int]]:
    """The lines of the gazetteer by each folded name in them. Its letters are plain: few calls fold them all."""
    index: dict[str, list[int]] = {}
    for number, line in enumerate(_lines()):
        name, _, _, _, _, _, aliases = line.lower().replace("'", "").replace("-", " ").split("\t")
        index.setdefault(name, []).append(number)
        if aliases:
            for alias in aliases.split("|"):
                index.setdefault(alias, []).append(number)
    return index


@cache
def places(key: str) -> tuple[Gazetted, ...]:
    """The gazetteer's places of this folded name, the largest first."""
    found = []
    for number in dict.fromkeys(_gazetteer().get(key, ())):
        name, kind, country, latitude, longitude, population, aliases = _lines()[number].split("\t")
        precision = "province" if kind == "province" else "city"
        place = Place(slug(name), name, float(latitude), float(longitude), country, precision)  # type: ignore[arg-type]
        found.append(Gazetted(place, _many(aliases), int(population)))
    return tuple(sorted(found, key=lambda g: (-g.population, g.place.country or "", g.place.name)))


def is_place(key: str) -> bool:
    """Whether the gazetteer has a place of this folded name."""
    return key in _gazetteer()


def is_province(keys: Iterable[str]) -> bool:
    """Whether the gazetteer has a province of one of these folded names."""
    return any(g.place.precision == "province" for key in keys if is_place(key) for g in places(key))


@cache
def leaders() -> MappingProxyType[str, str]:
    """The full names of persons who go by a surname alone, by its folded form."""
    found = {}
    for name, aliases in _rows("leaders"):
        for form in _many(aliases):
            found[fold(form)] = name
    return MappingProxyType(found)


@cache
def state_abbreviations() -> MappingProxyType[str, str]:
    """The states of the United States by their abbreviations: "Calif" -> "California"."""
    rows = load.document("cues").data["state_abbreviations"].splitlines()
    return MappingProxyType(dict(row.split(" ", 1) for row in rows if row))


@cache
def longest(first: str) -> int:
    """How many words the longest known name has that begins with this folded word; 0 where there is none."""
    return _first_words().get(first, 0)


@cache
def _first_words() -> dict[str, int]:
    found: dict[str, int] = {}
    for key in (*lexicon(), *_gazetteer()):
        first, blank, _ = key.partition(" ")
        length = key.count(" ") + 1 if blank else 1
        if length > found.get(first, 0):
            found[first] = length
    return found


@cache
def words(document: str, key: str) -> frozenset[str]:
    """A list of words of a lexicon file, folded."""
    value = load.document(document).data[key]
    return frozenset(fold(word) for word in value.split())


@cache
def lines(document: str, key: str) -> frozenset[str]:
    """A list of phrases of a lexicon file, one a line, folded."""
    return frozenset(fold(line) for line in load.document(document).data[key].splitlines() if line)


@cache
def given_names() -> frozenset[str]:
    """Every given name, folded."""
    data = load.document("given_names").data
    return frozenset(fold(name) for names in data.values() for name in names.split())
