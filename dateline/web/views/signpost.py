"""A page that leads from the addresses of many events to where each is, where they have no pages of their own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dateline.model import Event
from dateline.web import urls
from dateline.web.views.parts import MACHINE, Link


class Pointer(NamedTuple):
    """The `id` of an event, or one that it had, and its place."""

    id: str
    link: Link


def signposts(
    events: Iterable[Event], stands: Mapping[str, str], former: Mapping[str, str]
) -> dict[str, tuple[Pointer, ...]]:
    """The pointers of each page, by its path. `stands` and `former`: see Lookup, and Site."""
    found: dict[str, list[Pointer]] = defaultdict(list)
    known = {event.id: event for event in events}
    for id in sorted(known.keys() | former.keys()):
        event = known[former.get(id, id)]
        place = urls.address(f"{stands[event.id]}#{urls.slug(event.id)}")
        found[urls.signposts(id)].append(Pointer(id, Link(event.headline, place, lang=MACHINE)))
    return {path: tuple(pointers) for path, pointers in sorted(found.items())}
