"""Which person a surname, a first name or a title with a name means."""

from dateline.names.finding import knowledge
from dateline.names.finding.candidate import Candidate
from dateline.names.finding.spelling import edits, fold, slug
from dateline.names.linking.people import parts_of
from dateline.names.states.linked import Archive, Scene, Who

SAME = 3  # letters with which a surname and a misspelling of it begin


def note(archive: Archive, scene: Scene, candidate: Candidate) -> None:
    """Remember a full name or a titled surname of the article, before anything is resolved."""
    if candidate.known is not None:
        return
    parts = parts_of(candidate.text)
    identity = archive.person(candidate.text)
    if identity and len(parts) > 1:
        first, last = parts[0], parts[-1]
        scene.by_surname.add(scene.surnames.setdefault(last, identity))
        scene.by_first.add(scene.firsts.setdefault(first, identity))
        scene.alike.setdefault(last[:SAME], {}).setdefault(last, identity)
    elif candidate.kind == "person" and candidate.role and len(parts) == 1:
        scene.titled.add(parts[0])


def person(archive: Archive, scene: Scene, candidate: Candidate) -> Who | None:
    """The person whom a candidate names: by full name, by surname in the article, then the archive, or a known leader.

    None where it is nobody, or where two persons could be meant.
    """
    parts = parts_of(candidate.text)
    meant = archive.long_form(candidate.text)
    if meant and archive.kind(meant) == "person" and (known := archive.person(meant)):
        return _who(archive, known)  # "Carlos", as Ilich Ramírez is known
    if len(parts) > 1:
        found = archive.person(candidate.text) if archive.kind(fold(candidate.text)) == "person" else None
        return _who(archive, found) if found else None
    royal = _royal(candidate)
    if royal or _no_surname(candidate):
        return royal
    leader = knowledge.leaders().get(fold(candidate.text))
    if leader and slug(leader) in scene.by_first:
        return _who(archive, slug(leader))  # "Saddam" is Saddam Hussein, whatever else ends so
    here = scene.surnames.get(parts[-1]) or _misspelt(scene, parts[-1])
    if here:
        return _who(archive, here)
    titled = parts[0] in scene.titled
    acts = candidate.subject and candidate.use == "party" and far_away(scene, parts[-1])
    owners = archive.persons_called(parts[-1]) if titled or acts or not candidate.gazetted else set()
    owners = owners & scene.by_surname or owners
    if len(owners) == 1:
        return _who(archive, next(iter(owners)))
    if leader and (titled or not candidate.gazetted):
        return Who(slug(leader), leader, "person")
    first = scene.firsts.get(parts[0])
    if first and (not candidate.gazetted or parts[0] in knowledge.given_names()):
        return _who(archive, first)
    return Who(slug(candidate.text), candidate.text, "person") if titled else None


def _who(archive: Archive, identity: str) -> Who:
    return Who(identity, archive.ask("name", identity), "person")


def _royal(candidate: Candidate) -> Who | None:
    """ "King Hussein" goes by his first name: he is no namesake's surname."""
    title = candidate.role.rpartition(" ")[2]
    if fold(title) not in knowledge.words("titles", "royal"):
        return None
    name = f"{title} {candidate.text}"
    return Who(slug(name), name, "person")


def _misspelt(scene: Scene, last: str) -> str | None:
    """A surname of five letters with one edit, of somebody whom this article names in full: "Saree" for "Sarea"."""
    if len(last) != 5 or last in scene.titled:
        return None
    if last not in scene.misspelt:
        alike = scene.alike.get(last[:SAME], {})
        near = {who for other, who in alike.items() if edits(last, other, 1) == 1}
        scene.misspelt[last] = near.pop() if len(near) == 1 else None
    return scene.misspelt[last]


def _no_surname(candidate: Candidate) -> bool:
    acronym = candidate.text.isupper() and candidate.kind == "organisation"
    return acronym or (candidate.kind == "place" and candidate.use == "place")


def far_away(scene: Scene, key: str) -> bool:
    """Whether the places of this name lie in no country that the article names."""
    return all(one.place.country not in scene.countries for one in knowledge.places(key))


def may_be_surname(archive: Archive, scene: Scene, key: str) -> bool:
    """Whether nothing but its name says that this is a place: no cue, no size, no country that the article names."""
    return not archive.ask("cued as a place", key) and far_away(scene, key)
