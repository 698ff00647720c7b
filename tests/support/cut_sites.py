"""The sample cut into years and months, as if it were large."""

from functools import cache

from sample_timeline import sample

from dateline.model import Timeline
from dateline.web.render import drawn
from dateline.web.sizes import Sizes

BY_YEAR = Sizes(home=5, year=100, whole=100, own_page=100)

BY_MONTH = Sizes(home=5, year=3, whole=4, own_page=100)

NO_OWN_PAGES = Sizes(home=5, year=3, whole=4, own_page=10)

CUT_LISTS = Sizes(home=5, year=3, whole=4, own_page=100, listed=2)


def with_undated() -> Timeline:
    """The sample, one event of which has no date."""
    timeline = sample()
    assert any(event.when.first is None and event.when.last is None for event in timeline.events)
    return timeline


@cache
def site(sizes: Sizes) -> dict[str, bytes]:
    return {page.path: page.content for page in drawn(with_undated(), "https://example.org/x", None, sizes)}
