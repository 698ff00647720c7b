"""The actors: the list, and each one's page."""

from dataclasses import dataclass, replace

from dateline.model import Actor, Event, Role
from dateline.web.badges import Badge
from dateline.web.dates import day_in_words
from dateline.web.labels import kind_of
from dateline.web.lookup import Lookup
from dateline.web.views import months
from dateline.web.views.card import ESSENTIAL, Brief, brief
from dateline.web.views.charts.matrix import Matrix, matrix
from dateline.web.views.company import Companion, companions
from dateline.web.views.excerpt import UNCUT, Excerpts, Rest
from dateline.web.views.parts import Counted, Note, ShortQuote, actor_link, notes, short_quotes
from dateline.web.words import said

_KINDS = {
    "state": said("States"),
    "armed group": said("Armed groups and forces"),
    "organisation": said("Organisations"),
    "person": said("People"),
    "office": said("Offices"),
}
_UNNAMED = said("Described, and not named")
_NAMED = said("Named, in no event")
_CLOSEST = 12  # so many companions are named at the head of a page
_DESCRIPTIONS = 24  # at most, of those who are not named
DISPUTABLE = ("claimed", "denied")


@dataclass(frozen=True, slots=True)
class Group:
    """`left_out` is how many are not shown, being of the fewest events."""

    title: str
    actors: tuple[Counted, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class ActorsPage:
    groups: tuple[Group, ...]
    matrix: Matrix | None


@dataclass(frozen=True, slots=True)
class RoleView:
    """A title, with the dates that an editor gives it and the words of the articles that it rests on."""

    title: str
    dates: str
    quotes: tuple[ShortQuote, ...]


@dataclass(frozen=True, slots=True)
class ActorPage:
    name: str
    badge: Badge
    kind: str
    unnamed: bool
    spellings: tuple[str, ...]
    roles: tuple[RoleView, ...]
    said: tuple[Brief, ...]  # what they said
    told: tuple[Brief, ...]  # what others say of them
    closest: tuple[Companion, ...]  # the first of `with_whom`
    with_whom: tuple[Companion, ...]
    months: tuple[months.Month, ...]
    rest: Rest | None
    notes: tuple[Note, ...]


def actors_page(lookup: Lookup, most: int) -> ActorsPage:
    """The actors, `most` of each kind: the A–Z index has them all."""
    shown = (replace(one, actors=one.actors[:most], left_out=max(len(one.actors) - most, 0)) for one in groups(lookup))
    return ActorsPage(tuple(shown), matrix(lookup))


def groups(lookup: Lookup) -> tuple[Group, ...]:
    """The actors by kind, those of most events first; at the end those that are named but act in no event."""
    counted: dict[str, list[Counted]] = {title: [] for title in (*_KINDS.values(), _UNNAMED, _NAMED)}
    for one in lookup.paged:
        events = len(lookup.by_actor.get(one.id, ()))
        counted[_group(one) if events else _NAMED].append(Counted(actor_link(one.id, lookup), events))
    return tuple(
        Group(title, tuple(sorted(actors, key=lambda one: (-one.events, one.link.text))))
        for title, actors in counted.items()
        if actors
    )


def _group(actor: Actor) -> str:
    return _UNNAMED if actor.unnamed else _KINDS[actor.kind]


def actor_page(actor: Actor, lookup: Lookup, excerpts: Excerpts = UNCUT) -> ActorPage:
    shown = excerpts.of(lookup.by_actor.get(actor.id, ()), {"actor": actor.id})
    events = shown.events
    with_whom = companions(actor.id, lookup, {event.id for event in events})
    spellings = dict.fromkeys(_descriptions(actor) if actor.unnamed else (*actor.mentions, *actor.aliases))
    return ActorPage(
        name=actor.name,
        badge=lookup.badges[actor.id],
        kind=kind_of(actor),
        unnamed=actor.unnamed,
        spellings=tuple(one for one in spellings if one != actor.name),
        roles=_roles(actor, lookup),
        said=tuple(brief(event, lookup) for event in events if _speaks(actor, event)),
        told=tuple(
            brief(event, lookup) for event in events if event.modality in DISPUTABLE and not _speaks(actor, event)
        ),
        closest=with_whom[:_CLOSEST],
        with_whom=with_whom,
        months=months.views(months.sections(events), ESSENTIAL),
        rest=shown.rest,
        notes=notes(actor.editor),
    )


def _descriptions(actor: Actor) -> list[str]:
    """As what the articles describe them, without numbers: "a senior provincial official"."""
    return [one for one in actor.phrases if not any(map(str.isdigit, one))][:_DESCRIPTIONS]


def _speaks(actor: Actor, event: Event) -> bool:
    return any(speaker.actor == actor.id for speaker in event.said_by)


def _roles(actor: Actor, lookup: Lookup) -> tuple[RoleView, ...]:
    """The titles, those of the oldest article first."""
    views = (RoleView(one.title, _dates(one), _first_and_last(one, lookup)) for one in actor.roles)
    return tuple(sorted(views, key=lambda view: (view.quotes[0].order if view.quotes else (), view.title)))


def _first_and_last(role: Role, lookup: Lookup) -> tuple[ShortQuote, ...]:
    """The oldest and the newest words that give the title: so long at least it was theirs."""
    quotes = short_quotes(role.seen, lookup)
    return (quotes[0], quotes[-1]) if len(quotes) > 2 else quotes


def _dates(role: Role) -> str:
    first, last = (day and day_in_words(day) for day in (role.first, role.last))
    if first and last:
        return said("from %(first)s to %(last)s", "day", first=first, last=last)
    if first:
        return said("from %(first)s", "day", first=first)
    return said("to %(last)s", "day", last=last) if last else ""
