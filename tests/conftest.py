"""The sites that the tests look at, each built once for all of them, and the browser that shows them."""

import os
import shutil
import signal
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from browsing import Open
from foreign import FOREIGN
from paths import SEEDS
from sample_timeline import sample

from dateline.pipeline import run
from dateline.publishing.publish import publish
from dateline.web.page import Page
from dateline.web.render import drawn, pages
from dateline.web.sizes import Sizes

CHROMIUM = next(
    filter(
        None,
        map(shutil.which, filter(None, [os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"])),
    ),
    None,
)

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell has Ctrl-C ignored by what runs in the background, and what a test starts would ignore it, too.
    signal.signal(signal.SIGINT, signal.default_int_handler)


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
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as a site that is cut into years and months."""
    out = tmp_path_factory.mktemp("large") / "site"
    publish(drawn(sample(), None, sizes=Sizes(home=5, listed=2, year=3)), out)
    return out


@pytest.fixture(scope="session")
def french_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with its interface in French."""
    out = tmp_path_factory.mktemp("french") / "site"
    publish(drawn(replace(sample(), interface="fr"), None), out)
    return out


@pytest.fixture(scope="session")
def foreign_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample in a language that runs from right to left."""
    out = tmp_path_factory.mktemp("foreign") / "site"
    publish(drawn(sample(), None, spoken=FOREIGN), out)
    return out


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of our own articles in seeds/, as `build.py` makes it: every page, link and event of it is checked."""
    out = tmp_path_factory.mktemp("built") / "site"
    publish(pages(run(SEEDS).timeline, None), out)
    return out


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no Chromium: set $CHROMIUM or install one")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Open]:
    """Opens a page in a context of its own; each is closed after the test."""
    contexts = []

    def opened(address: str, **options: Any) -> Any:
        context = browser.new_context(reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.requests = []
        page.messages = []
        page.on("console", lambda message: page.messages.append(message.text))
        page.on("request", lambda request: page.requests.append(request.url))
        page.on("pageerror", lambda error: pytest.fail(f"{address}: {error}"))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
