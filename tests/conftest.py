"""The site that the tests look at, built once for all of them."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from sample_timeline import sample

from dateline.publish import publish
from dateline.web.page import Page
from dateline.web.render import pages

BASE_URL = "https://example.org/repo/"


@pytest.fixture(scope="session")
def site_pages() -> Sequence[Page]:
    """The pages of the sample timeline, without an absolute address."""
    return pages(sample(), None)


@pytest.fixture(scope="session")
def built_site(site_pages: Sequence[Page], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    out = tmp_path_factory.mktemp("built") / "site"
    publish(site_pages, out)
    return out
