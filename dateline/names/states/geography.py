"""Which place a name means: the conflict file's, a state, a region, or the gazetteer's likeliest."""

from collections.abc import Collection
from functools import cache

from dateline.lexicon import load
from dateline.model import Conflict, Gazetted, Place
from dateline.names.finding import knowledge
from dateline.names.finding.candidate import Candidate
from dateline.names.finding.spelling import fold, slug


@cache
def _regions() -> dict[str, Place]:
    found = {}
    for line in load.table_text("regions").splitlines()[2:]:
        name, code, latitude, longitude, _ = line.split("\t")
        found[slug(name)] = Place(slug(name), name, float(latitude), float(longitude), code or None, "province")
    return found


def state_place(code: str) -> Place:
    """A state as a place: the middle of the country."""
    state = knowledge.states()[code]
    return Place(state.id, state.name, state.latitude, state.longitude, code, "country")


def country_of(candidate: Candidate) -> str:
    """The code of the state or territory in or for which a candidate stands, by the lexicon or the largest town.

    "" if there is none.
    """
    if candidate.known:
        return candidate.known.code
    found = knowledge.places(fold(candidate.text)) if candidate.gazetted else ()
    return (found[0].place.country or "") if found else ""


def state_of(candidate: Candidate) -> str:
    """The same where a state is meant, whose army and police there are to be named; "" for Hong Kong or Gibraltar."""
    code = country_of(candidate)
    return code if code in knowledge.states() else ""


class Geography:
    """The places of one archive: the editor's first, then the package's."""

    def __init__(self, conflict: Conflict) -> None:
        self._editors: dict[str, Gazetted] = {}
        for gazetted in conflict.places:
            for form in (gazetted.place.name, *gazetted.aliases):
                self._editors[fold(form)] = gazetted

    def has(self, key: str) -> bool:
        return key in self._editors

    def region(self, identity: str) -> Place | None:
        return _regions().get(identity)

    def find(self, text: str, countries: Collection[str], province: bool) -> Place | None:
        """The place of this name; the article's `countries` (codes) win, then the larger. None if no list has it."""
        key = fold(text)
        if key in self._editors:
            return self._editors[key].place
        rows = knowledge.places(key)
        if not rows:
            return None
        best = max(rows, key=lambda g: (g.place.country in countries, _fits(g, province), g.population, g.place.id))
        place = best.place
        name = text if fold(place.name) != key or not text.isupper() else place.name
        twin = place.precision == "province" and any(g.place.precision == "city" for g in rows)
        identity = slug(place.name) + ("-province" if twin else "")
        elsewhere = rows[0].place.country != place.country
        if elsewhere and place.country:
            identity = f"{identity}-{place.country.lower()}"
        return Place(identity, _title(name), place.latitude, place.longitude, place.country, place.precision)


def _fits(gazetted: Gazetted, province: bool) -> bool:
    return (gazetted.place.precision == "province") == province


def _title(name: str) -> str:
    return name.title() if name.isupper() else name
