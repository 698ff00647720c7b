"""What has changed since the site was last published."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.changes import ORDER, TITLES, Change, Kind
from dateline.web import urls
from dateline.web.dates import of_edtf
from dateline.web.lookup import Lookup
from dateline.web.views.parts import MACHINE, Link
from dateline.web.words import said


@dataclass(frozen=True, slots=True)
class Row:
    """A change; `step` is "was → now", or the one of them that there is."""

    link: Link
    step: str
    why: str


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    title: str
    rows: tuple[Row, ...]


def changes_page(changed: Sequence[Change], lookup: Lookup) -> tuple[Section, ...]:
    """The changes by kind; what is withdrawn has no page to go to."""
    sections = (
        Section(kind, said(TITLES[kind]), tuple(row(c, lookup) for c in changed if c.kind == kind)) for kind in ORDER
    )
    return tuple(section for section in sections if section.rows)


def row(change: Change, lookup: Lookup) -> Row:
    """The change in words, dates and the other event among them."""
    here = change.event in lookup.events
    href = urls.address(lookup.path(change.event)) if here else None
    steps = [_said(change.kind, value, lookup) for value in (change.was, change.now) if value]
    return Row(Link(change.headline, href, lang=MACHINE), _step(steps), change.why)


def _step(steps: Sequence[str]) -> str:
    match steps:
        case [was, now]:
            return said("%(was)s → %(now)s", was=was, now=now)
        case [one]:
            return one
    return ""


def _said(kind: Kind, value: str, lookup: Lookup) -> str:
    other = lookup.events.get(value)
    dated = of_edtf(value) if kind in ("moved", "new", "withdrawn") else None
    return other.headline if other else str(dated or value)
