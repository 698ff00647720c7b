"""What the archive knows of its names: each article's mentions, and who and where they stand for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.model import Actor, Name, Place


@dataclass(frozen=True, slots=True)
class Directory:
    """The names of an archive. `actors` and `places` hold only those that are mentioned, by id.

    `service` says of actors, by id, for which states and groups they stand; `spokesmen` of persons for whom they say
    "we".
    """

    mentions: Mapping[str, tuple[Name, ...]]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    service: Mapping[str, frozenset[str]] = field(default_factory=dict)
    spokesmen: Mapping[str, str] = field(default_factory=dict)

    def names(self, article_id: str) -> tuple[Name, ...]:
        """The names of one article in order of their place; none for an article that is not in the archive."""
        return self.mentions.get(article_id, ())
