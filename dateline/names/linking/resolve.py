"""Resolves the names of one article with what the archive knows."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dateline.model import ActorKind, Name, NameKind, Place, Span
from dateline.names.finding import knowledge
from dateline.names.finding.candidate import Candidate
from dateline.names.finding.knowledge import Known
from dateline.names.finding.spelling import fold, slug
from dateline.names.finding.tokens import words_of
from dateline.names.linking import persons
from dateline.names.states import administrations, agencies, bodies, states
from dateline.names.states.agencies import UNITED_NATIONS
from dateline.names.states.geography import country_of, state_of
from dateline.names.states.linked import Archive, Linked, Scene, Who, actor, named

_BRITISH = ("Downing Street", "Whitehall", "House of Commons", "the Commons", "Tory ", "the Tories")
_PROVINCES = ("province", "governorate", "oblast")
_PROVINCE_AFTER = re.compile(rf"\s({'|'.join(_PROVINCES)})", re.IGNORECASE)
_PROVINCE_END = re.compile(r" (Province|Governorate|Oblast|City|District)$")


def resolve(archive: Archive, text: str, found: Sequence[Candidate]) -> tuple[Linked, ...]:
    """The linked names of one article, in order; `text` is its whole text. Anaphors are left to coreference."""
    found = [candidate for candidate in found if not candidate.anaphor]
    found = [*_agencies(text, found), *(_header(text, c) if not c.text else c for c in found)]
    scene = _scene(text, found)
    for candidate in found:
        persons.note(archive, scene, candidate)
    linked = [one.standing_at(candidate) for candidate in found for one in _resolved(archive, scene, candidate)]
    return tuple(sorted(linked, key=lambda one: (one.name.span.start, -one.name.span.end)))


def _agencies(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The organisations on the header line of which `find` saw only the place: "Reuters, KABUL"."""
    for header in (c for c in found if c.sentence < 0):
        start = text.rfind("\n", 0, header.span.start) + 1
        words = words_of(text, start, header.span.start)
        for at, word in enumerate(words.texts):
            known = knowledge.lexicon().get(fold(word))
            if known and known.kind == "organisation" and words.capitals[at]:
                yield Candidate(Span(words.starts[at], words.ends[at]), word, -2, known.kind, 4, known=known)


def _header(text: str, candidate: Candidate) -> Candidate:
    """The place of a header line that the body has blanked."""
    place = text[candidate.span.start : candidate.span.end]
    known = knowledge.lexicon().get(fold(place))
    return candidate._replace(text=place, known=known, gazetted=knowledge.is_place(fold(place)))


def _scene(text: str, found: Sequence[Candidate]) -> Scene:
    codes = [code for c in found if not (c.gazetted and c.subject) and (code := country_of(c))]  # a town seldom acts
    filed = next((state_of(c) for c in found[:1] if c.known is None or c.known.kind == "place"), "")
    around = filed or next((code for c in found if c.use == "place" and (code := state_of(c))), "")
    if not filed and any(sign in text for sign in _BRITISH):
        around, codes = "GB", [*codes, "GB"]  # "the Foreign Office", whatever country the article is on
    folded = text.casefold()
    any_province = any(word in folded for word in _PROVINCES)
    provinces = frozenset(fold(c.text) for c in found if _called_province(text, c)) if any_province else frozenset()
    return Scene(text, frozenset(codes), provinces, around)


_OWNER = re.compile(r"([A-Z]\w+(?: [A-Z]\w+)?|\w+)[’']s? \Z")
_OWNER_REACH = 40  # characters before "Foreign Ministry" in which its owner stands


def _called_province(text: str, candidate: Candidate) -> bool:
    start, end = candidate.span
    return text.endswith("province of ", 0, start) or _PROVINCE_AFTER.match(text, end, end + 12) is not None


def _resolved(archive: Archive, scene: Scene, candidate: Candidate) -> Iterator[Linked]:
    editor = archive.editors.get(fold(candidate.text))
    if candidate.lone:
        yield from _lone(scene, candidate)
    elif editor and (editor.kind != "state" or candidate.known is None):
        yield from actor(archive, scene, candidate, Who(editor.id, editor.name, editor.kind))
    elif archive.geography.has(fold(candidate.text)):
        yield from _place(archive, scene, candidate)
    elif candidate.known and not _redefined(archive, scene, candidate, candidate.known):
        yield from _known(archive, scene, candidate, _meant(scene, candidate, candidate.known))
    else:
        yield from _unknown(archive, scene, candidate)


def _lone(scene: Scene, candidate: Candidate) -> Iterator[Linked]:
    """ "the Department": the last full name with that head word, if any."""
    who = scene.heads.get(fold(candidate.text))
    if who and candidate.use != "modifier":
        name = Name(candidate.span, candidate.text, who.kind, who.id, True, True)
        yield Linked(name, who, None, (candidate.text,))


def _meant(scene: Scene, candidate: Candidate, known: Known) -> Known:
    """What a known name stands for; of two with one abbreviation, that which the article names in full: RSF."""
    if not known.exact or known.kind in ("state", "nationality"):
        return known
    return next((other for other in knowledge.meanings(fold(candidate.text)) if _has(scene.text, other.name)), known)


def _redefined(archive: Archive, scene: Scene, candidate: Candidate, known: Known) -> bool:
    """Whether the article gives a known abbreviation to another: "the Social Democratic Front (SDF)"."""
    long = archive.ask("long form", candidate.text) if known.exact else None
    if long is None or long in knowledge.lexicon() or _initials(long) != fold(candidate.text):
        return False
    return any(_has(scene.text, name) for name in archive.ask("spellings", long))


def _initials(name: str) -> str:
    """The first letters of a folded name, without its small words."""
    small = knowledge.words("nouns_of_names", "connectors") | {"and", "the", "in"}
    return "".join(word[0] for word in name.split() if word not in small)


@lru_cache(maxsize=64)
def _has(text: str, name: str) -> bool:
    """Whether an article has a name in full: asked for each mention of its abbreviation."""
    return name in text


def _known(archive: Archive, scene: Scene, candidate: Candidate, known: Known) -> Iterator[Linked]:
    if known.kind == "place":
        yield from _place(archive, scene, candidate)
    elif known.kind in ("state", "nationality") and known.code:
        yield from states.state(archive, scene, candidate, known)
    elif known.kind == "nationality":
        yield from states.people(archive, scene.text, candidate, known)
    elif known.kind in ("organisation", "armed group", "office"):
        agency = [*agencies.agency(archive, scene.text, candidate)] if known.id == UNITED_NATIONS.id else []
        if agency:
            yield from agency
            return
        body = _elsewhere(scene, candidate, known)
        who = Who(body.id, body.name, body.kind) if body else Who(known.id, known.name, known.kind)
        yield from actor(archive, scene, candidate, who)


def _elsewhere(scene: Scene, candidate: Candidate, known: Known) -> bodies.Body | None:
    """ "Congress" in an article on the Philippines: a body of that state, where the known one's is not spoken of."""
    owner, _, common = known.name.partition(" ")
    code = {"US": "US", "UK": "GB"}.get(owner)
    if code is None or common != candidate.text or code in scene.countries or not scene.around:
        return None
    return bodies.owned(scene.around, candidate.text, "organisation" if known.kind != "office" else "office")


def _place(archive: Archive, scene: Scene, candidate: Candidate) -> Iterator[Linked]:
    known = candidate.known
    if known and known.seat and _seat_acts(candidate):
        who = states.state_actor(archive, known.code)
        kind: NameKind = "place" if knowledge.is_place(fold(candidate.text)) else "office"
        yield Linked(named(candidate, kind, who.id, acts=True), who, None, (candidate.text,))
        return
    place = _located(archive, scene, candidate, known)
    if place:
        yield Linked(named(candidate, "place", place.id, acts=False), None, place, (candidate.text,))
    else:
        yield Linked(named(candidate, "office", None, acts=False))


def _located(archive: Archive, scene: Scene, candidate: Candidate, known: Known | None) -> Place | None:
    """Where a place is; without coordinates if no list has it; None for a seat that is no town ("White House")."""
    edited = archive.geography.has(fold(candidate.text))
    region = archive.geography.region(known.id) if known and not known.seat and not edited else None
    if region:
        return region
    countries = frozenset([known.code]) if known and known.code else scene.countries
    bare = _PROVINCE_END.sub("", candidate.text)
    province = fold(bare) in scene.provinces or bare != candidate.text
    full = known.name if known and not known.seat else bare
    place = archive.geography.find(full, countries, province)
    if place or known:
        return place
    return _unlisted(candidate.text)


@lru_cache(maxsize=1 << 12)
def _unlisted(name: str) -> Place:
    """A place of which nothing but its name is known."""
    return Place(slug(name), name, None, None, None, "city")


def _seat_acts(candidate: Candidate) -> bool:
    """Whether a capital or palace stands for its government: "Washington said", "the Kremlin's denial"."""
    officials = candidate.head.split(" ", 1)[0] in knowledge.words("titles", "officials")
    return candidate.use == "party" or (candidate.use == "possessive" and (officials or states.does(candidate)))


def _unknown(archive: Archive, scene: Scene, candidate: Candidate) -> Iterator[Linked]:
    key = fold(candidate.text)
    who = persons.person(archive, scene, candidate)
    long = archive.long_form(candidate.text)
    known = knowledge.lexicon().get(long or "")
    kind = known.kind if known else archive.kind(long or key)
    if who:
        yield from _in_person(archive, scene, candidate, who)
    elif kind == "place" and candidate.gazetted and persons.may_be_surname(archive, scene, key):
        return
    elif kind == "place":
        yield from _place(archive, scene, candidate)
    elif kind == "person":
        yield from _in_person(archive, scene, candidate, Who(slug(candidate.text), candidate.text, "person"))
    elif kind in ("organisation", "office", "armed group"):
        yield from actor(archive, scene, candidate, _organisation(archive, scene, candidate, kind, long))


def _in_person(archive: Archive, scene: Scene, candidate: Candidate, who: Who) -> Iterator[Linked]:
    """A person, or the administration that goes by his name: "the Trump administration"."""
    led = administrations.led(archive, scene.text, candidate)
    if led:
        yield led
        yield Linked(named(candidate, "person", who.id, acts=False), who, None, (candidate.text,))
    else:
        yield from actor(archive, scene, candidate, who)


def _organisation(archive: Archive, scene: Scene, candidate: Candidate, kind: ActorKind, long: str | None) -> Who:
    """The organisation of this name, or of the full name `long` (folded) for which it is the abbreviation."""
    editor = archive.editors.get(long or "")
    if editor:
        return Who(editor.id, editor.name, editor.kind)
    known = knowledge.lexicon().get(long or "")
    if known and known.kind in ("organisation", "armed group", "office"):
        return Who(known.id, known.name, known.kind)
    name = next(iter(archive.ask("spellings", long)), candidate.text) if long else candidate.text
    body = bodies.body(name, _whose(scene, candidate) if "inistry" in name else "")
    return Who(body.id, body.name, body.kind) if body else Who(slug(name), name, kind)


def _whose(scene: Scene, candidate: Candidate) -> str:
    """The code of the state whose ministry it is: "Germany's Foreign Ministry"; "" for "the kingdom's"."""
    start = candidate.span.start
    owner = _OWNER.search(scene.text, max(0, start - _OWNER_REACH), start)
    if owner is None:
        return scene.around
    known = knowledge.lexicon().get(fold(owner[1]))
    return known.code if known else ""
