"""Which person a surname, a first name or a title with a name means."""

from dateline.names import knowledge
from dateline.names.candidate import Candidate
from dateline.names.linked import Archive, Scene, Who
from dateline.names.people import parts_of
from dateline.names.spelling import edits, fold, slug


def note(archive: Archive, scene: Scene, candidate: Candidate) -> None:
    """Remember a full name or a titled surname of the article, before anything is resolved."""
    if candidate.known is not None:
        return
    parts = parts_of(candidate.text)
    identity = archive.people.ids.get(parts)
    if identity and len(parts) > 1:
        scene.surnames.setdefault(parts[-1], identity)
        scene.firsts.setdefault(parts[0], identity)
    elif candidate.kind == "person" and candidate.role and len(parts) == 1:
        scene.titled.add(parts[0])


def person(archive: Archive, scene: Scene, candidate: Candidate) -> Who | None:
    """The person whom a candidate names: by full name, by surname in the article, then the archive, or a known leader.

    None where it is nobody, or where two persons could be meant.
    """
    parts, people = parts_of(candidate.text), archive.people
    if len(parts) > 1:
        found = people.ids.get(parts) if archive.tally.kind(fold(candidate.text)) == "person" else None
        return _who(archive, found) if found else None
    royal = _royal(candidate)
    if royal or _no_surname(candidate):
        return royal
    leader = knowledge.leaders().get(fold(candidate.text))
    if leader and slug(leader) in scene.firsts.values():
        return _who(archive, slug(leader))  # "Saddam" is Saddam Hussein, whatever else ends so
    here = scene.surnames.get(parts[-1]) or _misspelt(scene, parts[-1])
    if here:
        return _who(archive, here)
    titled = parts[0] in scene.titled
    owners = people.called(parts[-1]) if titled or not candidate.gazetted else set()
    owners = owners & set(scene.surnames.values()) or owners
    if len(owners) == 1:
        return _who(archive, next(iter(owners)))
    if leader and (titled or not candidate.gazetted):
        return Who(slug(leader), leader, "person")
    first = scene.firsts.get(parts[0])
    if first and (not candidate.gazetted or parts[0] in knowledge.given_names()):
        return _who(archive, first)
    return Who(slug(candidate.text), candidate.text, "person") if titled else None


def _who(archive: Archive, identity: str) -> Who:
    return Who(identity, archive.people.names[identity], "person")


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
    near = {who for other, who in scene.surnames.items() if other[:3] == last[:3] and edits(last, other, 1) == 1}
    return near.pop() if len(near) == 1 else None


def _no_surname(candidate: Candidate) -> bool:
    acronym = candidate.text.isupper() and candidate.kind == "organisation"
    return acronym or (candidate.kind == "place" and candidate.use == "place")
