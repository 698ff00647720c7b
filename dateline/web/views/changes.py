"""What has changed since the site was last published."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.changes import ORDER, TITLES, Change
from dateline.web import urls
from dateline.web.lookup import Lookup
from dateline.web.views.parts import Link


@dataclass(frozen=True, slots=True)
class Row:
    link: Link
    was: str
    now: str
    why: str


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    title: str
    rows: tuple[Row, ...]


def changes_page(changed: Sequence[Change], lookup: Lookup) -> tuple[Section, ...]:
    """The changes by kind; what is withdrawn has no page to go to."""
    sections = (
        Section(kind, TITLES[kind], tuple(_row(c, lookup) for c in changed if c.kind == kind)) for kind in ORDER
    )
    return tuple(section for section in sections if section.rows)


def _row(change: Change, lookup: Lookup) -> Row:
    here = change.event in lookup.events
    other = lookup.events.get(change.now)
    href = urls.address(urls.event(change.event)) if here else None
    return Row(Link(change.headline, href), change.was, other.headline if other else change.now, change.why)
