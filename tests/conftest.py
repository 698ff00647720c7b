"""The sites that the tests look at, each built once for all of them."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from sample_timeline import sample

from dateline.publish import publish
from dateline.web.page import Page
from dateline.web.render import pages


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
def built_site(sample_site: Path) -> Path:
    """The folder of the site whose every page, link and event is checked."""
    return sample_site
