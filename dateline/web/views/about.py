"""How the timeline came about, and what an editor has taken out of it."""

from dataclasses import dataclass

from dateline.model import Edit
from dateline.web.lookup import Lookup
from dateline.web.views.parts import Link, article_link


@dataclass(frozen=True, slots=True)
class TakenOut:
    """An event that the editor hides: the article that tells it, and the reason; not its words."""

    article: Link
    why: str
    at: str


@dataclass(frozen=True, slots=True)
class Withheld:
    """A name that the editor withholds, without the name: in which articles it stood, and the reason."""

    articles: tuple[Link, ...]
    why: str
    at: str


@dataclass(frozen=True, slots=True)
class About:
    articles: int
    taken_out: tuple[TakenOut, ...]
    withheld: tuple[Withheld, ...]


def about(lookup: Lookup) -> About:
    timeline = lookup.timeline
    hidden = (TakenOut(article_link(lookup.articles[one.article]), one.why, one.at) for one in timeline.hidden)
    withheld = (Withheld(_articles_with(edit, lookup), edit.why, edit.at) for edit in timeline.withheld)
    return About(len(timeline.articles), tuple(hidden), tuple(withheld))


def _articles_with(edit: Edit, lookup: Lookup) -> tuple[Link, ...]:
    return tuple(article_link(article) for article in lookup.timeline.articles if edit in article.editor)
