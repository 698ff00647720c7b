"""Spellings that were taken for somebody whose name is written otherwise: what an editor should confirm."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Actor, Name
from dateline.names.linking.people import parts_of


@dataclass(frozen=True, slots=True)
class Respelt:
    spelling: str
    actor: Actor
    articles: tuple[str, ...]

    @property
    def lines(self) -> str:
        """The lines of conflict.toml that settle it, if it is right."""
        known = ", ".join(f'"{form}"' for form in dict.fromkeys((*self.actor.aliases, self.spelling)))
        head = f'[[actor]]\nid = "{self.actor.id}"\nname = "{self.actor.name}"\nkind = "{self.actor.kind}"\n'
        return f"{head}aliases = [{known}]\n"


def respelt_names(mentions: Mapping[str, Sequence[Name]], actors: Sequence[Actor]) -> tuple[Respelt, ...]:
    """The spellings of persons that share no last word with the name or an alias, by the actor's name.

    `mentions` are the linked names of each article; what only takes a name up ("the US envoy") is no spelling.
    """
    persons = {actor.id: actor for actor in actors if actor.kind == "person"}
    where: dict[tuple[str, str], set[str]] = defaultdict(set)
    for article, names in mentions.items():
        for name in names:
            actor = None if name.implied else persons.get(name.id or "")
            if actor and not _written(name.text, actor):
                where[actor.id, name.text].add(article)
    found = (Respelt(text, persons[identity], tuple(sorted(files))) for (identity, text), files in where.items())
    return tuple(sorted(found, key=lambda one: (one.actor.name, one.spelling)))


def _written(text: str, actor: Actor) -> bool:
    known = {part for form in (actor.name, *actor.aliases) for part in parts_of(form)}
    return parts_of(text)[-1] in known
