"""How the timeline came about, and what an editor has taken out of it."""

from dataclasses import dataclass

from dateline.web.lookup import Lookup
from dateline.web.views.parts import Link, article_link


@dataclass(frozen=True, slots=True)
class TakenOut:
    """An event that the editor hides: the article that tells it, and the reason; not its words."""

    article: Link
    why: str
    at: str


@dataclass(frozen=True, slots=True)
class About:
    articles: int
    taken_out: tuple[TakenOut, ...]


def about(lookup: Lookup) -> About:
    timeline = lookup.timeline
    hidden = (TakenOut(article_link(lookup.articles[one.article]), one.why, one.at) for one in timeline.hidden)
    return About(len(timeline.articles), tuple(hidden))
