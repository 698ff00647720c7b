"""A page of each kind, for the tests that hold of all."""

from pathlib import Path

import pytest
from browsing import KINDS, LARGE_KINDS, address


@pytest.fixture(scope="module", params=[*KINDS, *LARGE_KINDS])
def kind(request: pytest.FixtureRequest, sample_site: Path, large_site: Path) -> str:
    """The address of a page of each kind in turn."""
    name = request.param
    return address(large_site, LARGE_KINDS[name]) if name in LARGE_KINDS else address(sample_site, KINDS[name])
