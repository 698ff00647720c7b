"""The site as its pages see it: what they have in common, and all that they can ask."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from dateline.changes import Change
from dateline.model import Event, Timeline
from dateline.web import urls
from dateline.web.asked import ALL, Table
from dateline.web.dates import day_in_words
from dateline.web.frame import FOLDERS, MENU, WHOLE, WORKSHEET, Frame, Planned, Settings
from dateline.web.lookup import Lookup, of
from dateline.web.marking import Html
from dateline.web.sharing.feeds import Follow, followed
from dateline.web.sizes import Sizes
from dateline.web.views.division import Division, Shelved, divided
from dateline.web.views.excerpt import Excerpts, excerpts
from dateline.web.views.months import sections
from dateline.web.views.parts import Link
from dateline.web.views.signpost import Pointer, signposts
from dateline.web.words import said


@dataclass(frozen=True, slots=True)
class Site:
    """The site as far as each of its pages needs it: what it asks of a Table is noted."""

    lookup: Lookup
    settings: Settings
    until: str
    division: Division
    excerpts: Excerpts
    feeds: Table[Follow]
    titles: Table[str]  # of the pages of the timeline, by path
    shelves: Table[Shelved]
    beside: Table[tuple[str, str]]  # event id -> that of the one before it and of the one after, "" for none
    former: Table[str]  # an id that an event had -> its id
    signposts: Table[tuple[Pointer, ...]]  # path of the page -> what it holds; none where events have own pages
    changed: Table[tuple[Change, ...]]  # what is new since the site was last published; empty for no page of it

    @property
    def base_url(self) -> str | None:
        return self.settings.base_url

    @property
    def tables(self) -> tuple[Table[Any], ...]:
        """All that pages can ask, but for the timeline as a whole."""
        known = self.lookup
        found = (getattr(owner, field.name) for owner in (known, self) for field in fields(owner))
        return tuple(one for one in found if isinstance(one, Table) and one is not known.whole)

    def page(
        self,
        path: str,
        template: str,
        view: object,
        title: str,
        description: str = "",
        shared_as: str = "",
        data: Html | None = None,
        noindex: bool = False,
    ) -> Planned:
        """The page at `path` in its frame; where not given, `description` is the site's and `shared_as` the title."""
        settings = self.settings
        folder = path.partition("/")[0] + "/" + urls.HOME
        inside = path != folder and folder in FOLDERS
        frame = Frame(
            site=settings.title,
            title=title,
            description=description or settings.description or settings.title,
            path=path,
            up=urls.up(path),
            canonical=urls.canonical(settings.base_url, path),
            menu=settings.menu,
            crumbs=() if path == urls.HOME else (MENU[0], FOLDERS[folder]) if inside else MENU[:1],
            shared_as=shared_as or title,
            picture=settings.picture,
            feed=self.feeds.get(path, settings.site_feed),
            data=data,
            paper=settings.paper,
            until=self.until if "/" not in path or path == folder else "",
            noindex=noindex,
        )
        return Planned(frame, template, view)


def site_of(timeline: Timeline, base_url: str | None, changed: Sequence[Change] | None, sizes: Sizes) -> Site:
    """What the pages of a timeline share; `changed` is None where there is no page of what has changed."""
    division = divided(timeline.events, sizes)
    found = of(timeline, division.stands(), own_pages=len(timeline.events) <= sizes.own_page)
    notes = found.notes
    feeds = followed(found, changed is not None)
    settings = Settings(
        base_url=base_url,
        title=found.title,
        description=found.description,
        language=found.language,
        menu=(*MENU, Link(said("Changes"), urls.CHANGES)) if changed is not None else MENU,
        site_feed=replace(feeds[urls.HOME], own=False) if feeds else None,
        paper=(WHOLE, WORKSHEET) if len(timeline.events) <= sizes.whole else (WORKSHEET,),
        picture=urls.canonical(base_url, urls.PICTURE),
        own_pages=found.own_pages,
        sizes=sizes,
    )
    cut = excerpts(division, sizes)
    titles = Table(notes, "titles", cut.titles)
    shown = [event for section in sections(timeline.events) for event in section.events]
    ids = [event.id for event in shown]
    former = _former(shown)
    posts = {} if found.own_pages else signposts(shown, found.stands.rows, former)
    return Site(
        lookup=found,
        settings=settings,
        until=day_in_words(timeline.now) if timeline.now else "",
        division=division,
        excerpts=replace(cut, titles=titles, stands=found.stands),
        feeds=Table(notes, "feeds", feeds),
        titles=titles,
        shelves=Table(notes, "shelves", {one.part.path: one for one in division.shelved()}),
        beside=Table(notes, "beside", dict(zip(ids, zip(["", *ids], [*ids[1:], ""], strict=False), strict=False))),
        changed=Table(notes, "changed", {} if changed is None else {ALL: tuple(changed)}),
        former=Table(notes, "former", former),
        signposts=Table(notes, "signposts", posts),
    )


def _former(events: Sequence[Event]) -> dict[str, str]:
    """Ids that events had, where no other has them now; of two that claim one, the first in time has it."""
    here = {event.id for event in events}
    return {id: event.id for event in reversed(events) for id in event.other_ids if id not in here}
