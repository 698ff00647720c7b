"""Resolves the names of one article with what the archive knows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dateline.model import Actor, ActorKind, Name, NameKind, Place, Span
from dateline.names import bodies, knowledge
from dateline.names.candidate import Candidate
from dateline.names.geography import Geography, state_place
from dateline.names.knowledge import Known
from dateline.names.people import People, parts_of
from dateline.names.spelling import edits, fold, slug
from dateline.names.tally import Tally
from dateline.names.tokens import words_of

_GOVERNMENT_OF = re.compile(r"\b(government\s+of\s+(?:the\s+)?)\Z")
_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True)
class Linked:
    """A Name with what it adds to the lists of actors and places."""

    name: Name
    actor: tuple[str, str, ActorKind] | None = None  # id, name, kind
    place: Place | None = None
    forms: tuple[str, ...] = ()  # the surface forms to list with the actor or place
    role: str = ""
    sentence: int = -1  # index into the article's sentences
    subject: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Archive:
    """What all articles share."""

    editors: Mapping[str, Actor]  # by folded name or alias
    tally: Tally
    people: People
    geography: Geography


@dataclass(slots=True)
class _Article:
    """What one article has said so far."""

    text: str
    countries: frozenset[str]
    provinces: frozenset[str]
    surnames: dict[str, str] = field(default_factory=dict)  # last word -> the person last named in full
    firsts: dict[str, str] = field(default_factory=dict)
    around: str = ""  # the code of the state where the article was filed, or of which it speaks first
    titled: set[str] = field(default_factory=set)  # surnames that stand with a title somewhere: "President Bush"
    heads: dict[str, tuple[str, str, ActorKind]] = field(default_factory=dict)  # "department" -> the last one named


def resolve(archive: Archive, text: str, found: Sequence[Candidate]) -> tuple[Linked, ...]:
    """The linked names of one article, in order; `text` is the whole text of its file. Anaphors are left to coreference."""
    found = [candidate for candidate in found if not candidate.anaphor]
    article = _Article(text, _countries(found), _provinces(text, found))
    found = [*_agencies(text, found), *found]
    article.around = next((c.known.code for c in found if c.known and c.known.code and c.use == "place"), "")
    for candidate in found:
        _note_person(archive, article, candidate)
    linked = [
        replace(one, sentence=candidate.sentence, subject=candidate.subject, quoted=candidate.quoted)
        for candidate in found
        for one in _resolved(archive, article, candidate)
    ]
    return tuple(sorted(linked, key=lambda one: (one.name.span.start, -one.name.span.end)))


def _agencies(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The organisations on the header line of which `find` saw only the place: "Reuters, KABUL"."""
    for header in (c for c in found if c.sentence < 0):
        start = text.rfind("\n", 0, header.span.start) + 1
        for word in words_of(text, start, header.span.start):
            known = knowledge.lexicon().get(fold(word.text))
            if known and known.kind == "organisation" and word.capital:
                yield Candidate(Span(word.start, word.end), word.text, -2, known.kind, 4, known=known)


def _countries(found: Sequence[Candidate]) -> frozenset[str]:
    return frozenset(c.known.code for c in found if c.known and c.known.code)


def _provinces(text: str, found: Sequence[Candidate]) -> frozenset[str]:
    """The names that the article calls a province at least once."""
    near = ((c.text, text[max(0, c.span.start - 12) : c.span.start], text[c.span.end : c.span.end + 10]) for c in found)
    pattern = re.compile(r"\s(province|governorate|oblast)", re.IGNORECASE)
    return frozenset(fold(t) for t, before, after in near if before.endswith("province of ") or pattern.match(after))


def _note_person(archive: Archive, article: _Article, candidate: Candidate) -> None:
    if candidate.known is not None:
        return
    parts = parts_of(candidate.text)
    identity = archive.people.ids.get(parts)
    if identity and len(parts) > 1:
        article.surnames.setdefault(parts[-1], identity)
        article.firsts.setdefault(parts[0], identity)
    elif candidate.kind == "person" and candidate.role and len(parts) == 1:
        article.titled.add(parts[0])


def _resolved(archive: Archive, article: _Article, candidate: Candidate) -> Iterator[Linked]:
    if not candidate.text:
        text = article.text[candidate.span.start : candidate.span.end]
        candidate = _header(candidate, text)
    editor = archive.editors.get(fold(candidate.text))
    if candidate.lone:
        yield from _lone(article, candidate)
    elif editor and editor.kind != "state":
        yield from _actor(article, candidate, (editor.id, editor.name, editor.kind))
    elif candidate.known:
        yield from _known(archive, article, candidate)
    else:
        yield from _unknown(archive, article, candidate)


def _header(candidate: Candidate, text: str) -> Candidate:
    known = knowledge.lexicon().get(fold(text))
    return Candidate(candidate.span, text, -1, "place", 4, "place", known, knowledge.is_place(fold(text)))


def _named(candidate: Candidate, kind: NameKind, identity: str | None, *, acts: bool) -> Name:
    return Name(candidate.span, candidate.text, kind, identity, False, acts)


def _actor(article: _Article, candidate: Candidate, actor: tuple[str, str, ActorKind]) -> Iterator[Linked]:
    for key in fold(candidate.text).split():
        article.heads[key] = actor
    forms = [candidate.text]
    end = _officials_end(article.text, candidate)
    if end:
        forms.append(" ".join(article.text[candidate.span.start : end].split()))
    role = " ".join(candidate.role.split()) if actor[2] == "person" else ""
    acts = not (actor[2] in ("organisation", "office") and _stands_by(candidate, actor[1]))
    yield Linked(_named(candidate, actor[2], actor[0], acts=acts), actor, None, tuple(forms), role)


def _stands_by(candidate: Candidate, name: str) -> bool:
    """Whether an organisation is only where somebody speaks or belongs: "on Twitter", "NATO Secretary-General …"."""
    belongs = candidate.use == "modifier" and not candidate.head
    return belongs or bool(set(fold(name).split()) & knowledge.words("nouns_of_names", "media"))


def _lone(article: _Article, candidate: Candidate) -> Iterator[Linked]:
    """ "the Department": the last full name with that head word, if any."""
    actor = article.heads.get(fold(candidate.text))
    if actor and candidate.use != "modifier":
        name = Name(candidate.span, candidate.text, actor[2], actor[0], True, True)
        yield Linked(name, actor, None, (candidate.text,))


def _known(archive: Archive, article: _Article, candidate: Candidate) -> Iterator[Linked]:
    known = _meant(article, candidate)
    if known.kind in ("organisation", "armed group", "office", "person"):
        yield from _actor(article, candidate, (known.id, known.name, known.kind))  # type: ignore[arg-type]
    elif known.kind == "place":
        yield from _place(archive, article, candidate)
    elif known.code:
        yield from _state(archive, article, candidate)
    else:
        yield from _people(candidate)


def _meant(article: _Article, candidate: Candidate) -> Known:
    """What a known name stands for; of two with the same abbreviation the one that the article names in full."""
    known = candidate.known
    assert known is not None  # noqa: S101 - the caller looked
    if not known.exact or known.kind in ("state", "nationality"):
        return known
    return next((other for other in knowledge.meanings(fold(candidate.text)) if other.name in article.text), known)


def _people(candidate: Candidate) -> Iterator[Linked]:
    """A people without a state acts only under its own name: "the Kurds"."""
    known = candidate.known
    assert known is not None  # noqa: S101 - the caller looked
    if known.people:
        actor: tuple[str, str, ActorKind] = (known.id, known.name, "organisation")
        yield Linked(_named(candidate, "nationality", known.id, acts=True), actor, None, (candidate.text,))
    else:
        yield Linked(_named(candidate, "nationality", None, acts=False))


def _state_actor(archive: Archive, code: str) -> tuple[str, str, ActorKind]:
    state = knowledge.states()[code]
    editor = archive.editors.get(fold(state.name))
    return (editor.id, editor.name, editor.kind) if editor else (state.id, state.name, "state")


def _state(archive: Archive, article: _Article, candidate: Candidate) -> Iterator[Linked]:
    known = candidate.known
    assert known is not None  # noqa: S101 - the caller looked
    kind: NameKind = "nationality" if known.kind == "nationality" else "state"
    of = _GOVERNMENT_OF.search(article.text, max(0, candidate.span.start - 24), candidate.span.start)
    if of and kind == "state":
        government = bodies.government(known.code)
        whole = Span(of.start(1), candidate.span.end)
        text = " ".join(article.text[whole.start : whole.end].split())
        actor = (government.id, government.name, government.kind)
        yield Linked(Name(whole, text, government.kind, government.id, True, True), actor, None, (text,))
        yield Linked(_named(candidate, kind, None, acts=False))
        return
    body, end = _body(article.text, candidate, known.code)
    if body:
        whole = Span(candidate.span.start, end)
        text = " ".join(article.text[whole.start : whole.end].split())
        actor = (body.id, body.name, body.kind)
        yield Linked(Name(whole, text, body.kind, body.id, True, True), actor, None, (text,))
        yield Linked(_named(candidate, kind, None, acts=False))
        return
    actor = _state_actor(archive, known.code)
    officials = _officials_end(article.text, candidate)
    if _acts(candidate, officials):
        forms = (
            (candidate.text, " ".join(article.text[candidate.span.start : officials].split()))
            if officials
            else (candidate.text,)
        )
        yield Linked(_named(candidate, kind, actor[0], acts=True), actor, None, forms)
    elif kind == "state" and candidate.use != "modifier":
        place = state_place(known.code)
        yield Linked(_named(candidate, kind, place.id, acts=False), None, place, (candidate.text,))
    else:
        yield Linked(_named(candidate, kind, None, acts=False))


def _acts(candidate: Candidate, officials: int) -> bool:
    """Whether a state, or a people's adjective, stands for those who act."""
    known = candidate.known
    deed = candidate.head.split(" ", 1)[0] in knowledge.words("cues", "deeds")
    if candidate.use == "party":
        return known is not None and (known.kind == "state" or known.people)
    if known is not None and known.people:
        return candidate.use != "possessive"
    return candidate.use in ("modifier", "possessive") and (bool(officials) or deed)


def _nouns(text: str, candidate: Candidate) -> list[tuple[str, int]]:
    """The nouns after a modifier, each with the offset of its end."""
    wanted = candidate.head.split()
    found = []
    for match, word in zip(_WORD.finditer(text, candidate.span.end), wanted, strict=False):
        found.append((word, match.end()))
    return found


def _body(text: str, candidate: Candidate, code: str) -> tuple[bodies.Body | None, int]:
    """The government or forces that "Afghan government" or "US troops" names, and where it ends."""
    if candidate.use != "modifier":
        return None, 0
    before = knowledge.words("nouns_of_names", "forces_before")
    skipped = 0
    for word, end in _nouns(text, candidate)[:3]:
        if word in knowledge.words("nouns_of_names", "forces"):
            return bodies.forces(code), end
        if word in knowledge.words("nouns_of_names", "government") and not skipped:
            following = [w for w, _ in _nouns(text, candidate)[1:2]]
            if not following or following[0] not in knowledge.words("nouns_of_names", "forces"):
                return bodies.government(code), end
        if word not in before:
            return None, 0
        skipped += 1
    return None, 0


def _officials_end(text: str, candidate: Candidate) -> int:
    """Where "Taliban representatives" or "senior US officials" end; 0 where no such noun follows."""
    if candidate.use != "modifier":
        return 0
    for word, end in _nouns(text, candidate)[:3]:
        if word in knowledge.words("titles", "officials"):
            return end
        if word not in knowledge.words("titles", "qualifiers"):
            return 0
    return 0


def _place(archive: Archive, article: _Article, candidate: Candidate) -> Iterator[Linked]:
    known = candidate.known
    if known and known.seat and candidate.use in ("party", "possessive") and _seat_acts(candidate):
        actor = _state_actor(archive, known.code)
        yield Linked(_named(candidate, "place", actor[0], acts=True), actor, None, (candidate.text,))
        return
    place = archive.geography.region(known.id) if known and not known.seat else None
    if place is None:
        countries = frozenset([known.code]) if known and known.code else article.countries
        bare = re.sub(r" (Province|Governorate|Oblast|City|District)$", "", candidate.text)
        province = fold(bare) in article.provinces or bare != candidate.text
        full = known.name if known and not known.seat else bare
        place = archive.geography.find(full, countries, province)
    if place is None and not candidate.known:
        place = Place(slug(candidate.text), candidate.text, None, None, None, "city")
    yield Linked(_named(candidate, "place", place.id if place else None, acts=False), None, place, (candidate.text,))


def _seat_acts(candidate: Candidate) -> bool:
    if candidate.use == "party":
        return True
    first = candidate.head.split(" ", 1)[0]
    return first in knowledge.words("cues", "deeds") or first in knowledge.words("titles", "officials")


def _unknown(archive: Archive, article: _Article, candidate: Candidate) -> Iterator[Linked]:
    key = fold(candidate.text)
    person = _royal(candidate) or _person(archive, article, candidate)
    if person:
        yield from _actor(article, candidate, (*person, "person"))
        return
    long = archive.tally.long_form(candidate.text)
    kind = archive.tally.kind(long or key)
    if kind == "place" and candidate.gazetted and archive.tally.votes[key]["place"] < 2 * archive.tally.seen(key):
        return  # a small town or a surname, and nothing says which
    if archive.geography.has(key) or kind == "place":
        yield from _place(archive, article, candidate)
    elif kind == "person":
        yield from _actor(article, candidate, (slug(candidate.text), candidate.text, "person"))
    elif kind in ("organisation", "office", "armed group"):
        yield from _organisation(archive, article, candidate, kind, long)


def _royal(candidate: Candidate) -> tuple[str, str] | None:
    """ "King Hussein" goes by his first name: he is no namesake's surname."""
    title = candidate.role.rpartition(" ")[2]
    if fold(title) not in knowledge.words("titles", "royal") or len(parts_of(candidate.text)) > 1:
        return None
    name = f"{title} {candidate.text}"
    return slug(name), name


def _person(archive: Archive, article: _Article, candidate: Candidate) -> tuple[str, str] | None:
    """The person (id, name) of a full name, or of a surname or first name whose owner the article or the archive names."""
    parts, people = parts_of(candidate.text), archive.people
    if len(parts) > 1:
        found = people.ids.get(parts) if archive.tally.kind(fold(candidate.text)) == "person" else None
        return (found, people.names[found]) if found else None
    if _no_surname(candidate):
        return None
    here = article.surnames.get(parts[-1]) or _misspelt(article, parts[-1])
    if here:
        return here, people.names[here]
    titled = parts[0] in article.titled
    owners = people.called(parts[-1]) if titled or not candidate.gazetted else set()
    within = owners & set(article.surnames.values())
    if len(within or owners) == 1:
        (found,) = within or owners
        return found, people.names[found]
    leader = knowledge.leaders().get(fold(candidate.text))
    if leader and (titled or not candidate.gazetted):
        return slug(leader), leader
    first = article.firsts.get(parts[0])
    if first and (not candidate.gazetted or parts[0] in knowledge.given_names()):
        return first, people.names[first]
    return (slug(candidate.text), candidate.text) if titled else None


def _misspelt(article: _Article, last: str) -> str | None:
    """A surname of five letters with one edit, of somebody whom this very article names in full: "Saree" for "Sarea"."""
    if len(last) != 5 or last in article.titled:
        return None
    near = {who for other, who in article.surnames.items() if other[:3] == last[:3] and edits(last, other, 1) == 1}
    return near.pop() if len(near) == 1 else None


def _no_surname(candidate: Candidate) -> bool:
    acronym = candidate.text.isupper() and candidate.kind == "organisation"
    return acronym or (candidate.kind == "place" and candidate.use == "place")


def _organisation(
    archive: Archive, article: _Article, candidate: Candidate, kind: ActorKind, long: str | None
) -> Iterator[Linked]:
    name = candidate.text
    if long:
        editor = archive.editors.get(long)
        if editor:
            yield from _actor(article, candidate, (editor.id, editor.name, editor.kind))
            return
        known = knowledge.lexicon().get(long)
        if known:
            yield from _actor(article, candidate, (known.id, known.name, known.kind))  # type: ignore[arg-type]
            return
        name = min(archive.tally.written.get(long, {name: 1}))
    body = bodies.body(name, article.around if "inistry" in name else "")
    if body:
        yield from _actor(article, candidate, (body.id, body.name, body.kind))
    else:
        yield from _actor(article, candidate, (slug(name), name, kind))
