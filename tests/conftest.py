"""The sites that the tests look at, each built once for all of them."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from sample_timeline import sample

from dateline.pipeline import run
from dateline.publish import publish
from dateline.web.page import Page
from dateline.web.render import pages

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="session")
def sample_pages() -> Sequence[Page]:
    """The pages of the sample timeline, without an absolute address."""
    return pages(sample(), None)


@pytest.fixture(scope="session")
def sample_site(sample_pages: Sequence[Page], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample timeline's site: small, with each shape that a page must cope with."""
    out = tmp_path_factory.mktemp("sample") / "site"
    publish(sample_pages, out)
    return out


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of our own articles in seeds/, as `build.py` makes it: every page, link and event of it is checked."""
    out = tmp_path_factory.mktemp("built") / "site"
    publish(pages(run(SEEDS).timeline, None), out)
    return out
