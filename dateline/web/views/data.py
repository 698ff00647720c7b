"""The page of data: each file with what it is for, how large it is, and what of the events it holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from dateline.export.download import Holds, Listed
from dateline.model import Timeline
from dateline.web import labels
from dateline.web.words import many, said


@dataclass(frozen=True, slots=True)
class File:
    """`size` and `holds` are in words: "39 kB", "45 of 113 events"."""

    name: str
    media_type: str
    size: str
    holds: str
    purpose: str
    rule: str


@dataclass(frozen=True, slots=True)
class Use:
    title: str
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class DataPage:
    """`changes`: whether there is a changes.json."""

    events: str
    uses: tuple[Use, ...]
    changes: bool


def data_page(files: Sequence[Listed], timeline: Timeline, changes: bool) -> DataPage:
    """The files by what they are used for, in their order; `changes`: whether there is a changes.json too."""
    there: dict[Holds, int] = {
        "event": len(timeline.events),
        "quote": sum(len(event.reports) for event in timeline.events),
        "article": len(timeline.articles),
        "file": len(files) - 1,  # the package describes all but itself
    }
    uses = groupby(files, key=lambda file: file.format.use)
    return DataPage(
        events=labels.events(len(timeline.events)),
        uses=tuple(Use(said(title), tuple(_file(one, timeline, there) for one in found)) for title, found in uses),
        changes=changes,
    )


def _file(listed: Listed, timeline: Timeline, there: Mapping[Holds, int]) -> File:
    format = listed.format
    left_out = sum(not format.selects(event) for event in timeline.events)
    all_of_it = _held(there[format.holds], format.holds)
    return File(
        name=format.file,
        media_type=format.media_type,
        size=_size(listed.octets),
        holds=said("%(some)s of %(all)s", some=there[format.holds] - left_out, all=all_of_it)
        if left_out
        else all_of_it,
        purpose=said(format.purpose),
        rule=said(format.rule) if format.rule else "",
    )


def _held(number: int, what: Holds) -> str:
    match what:
        case "event":
            return labels.events(number)
        case "quote":
            return many("%(n)s quote", "%(n)s quotes", number)
        case "article":
            return labels.articles(number)
        case "file":
            return many("%(n)s file", "%(n)s files", number)


def _size(octets: int) -> str:
    """In decimal units, as file managers show it."""
    if octets < 1000:
        return many("%(n)s byte", "%(n)s bytes", octets)
    if octets < 999_500:
        return said("%(size)s kB", size=round(octets / 1000))
    whole, _, tenth = f"{octets / 1_000_000:.1f}".partition(".")
    return said("%(whole)s.%(tenth)s MB", whole=whole, tenth=tenth)
