"""Hostile text in every field, in a real browser: nothing runs, loads or leads away, on any kind of page."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from browsing import address
from sample_timeline import sample
from vectors import ALL, filled

from dateline.model import Timeline
from dateline.pipeline import run
from dateline.publishing.publish import publish
from dateline.web.page import Page
from dateline.web.render import pages

pytestmark = pytest.mark.browser

# what a document holds that no page of ours does; `refresh` is for the pages that only lead on
FOREIGN = r"""
(root) => {
  const never = "iframe object embed base img image video audio style frame applet portal noscript math".split(" ");
  const own = /^[.\/]*(static|search)\//;
  const search = /^[.\/]*search\.html$/;
  const onward = /^0; url=(\.\.\/)?(events|index|years|months|timeline)[\w.\/~#%-]*$/;
  const leads = /^(href|src|action|formaction|xlink:href|data|poster)$/;
  const found = [];
  for (const one of root.querySelectorAll("*")) {
    const name = one.localName;
    const value = (attribute) => one.getAttribute(attribute) || "";
    if (never.includes(name)) found.push(name);
    if (name === "script" && one.type !== "application/ld+json" && !own.test(value("src"))) found.push("script");
    if (name === "form" && value("action") && !search.test(value("action"))) found.push("form");
    if (name === "meta" && /refresh/i.test(one.httpEquiv) && !onward.test(one.content)) found.push(one.content);
    for (const { name: attribute, value: to } of one.attributes) {
      if (/^on/i.test(attribute) || attribute === "style" || attribute === "srcdoc") found.push(attribute);
      if (!leads.test(attribute)) continue;
      const scheme = /^[\s\0-\x1f]*([a-z][a-z0-9+.\t\n\r-]*):/i.exec(to);
      const elsewhere = scheme && (!/^(https?|mailto)$/.test(scheme[1]) || (name !== "a" && one.rel !== "canonical"));
      if (elsewhere || /^[\s\\\/]{2}/.test(to)) found.push(attribute + "=" + to);
    }
  }
  for (const one of root.querySelectorAll("script[type='application/ld+json']")) JSON.parse(one.textContent);
  return found;
}
"""
PARSED = "(html) => (" + FOREIGN + ")(new DOMParser().parseFromString(html, 'text/html'))"


def hostile(suffix: str, first: int) -> Timeline:
    """The sample with a vector in each field, its articles whole, as .txt or .md."""
    timeline = filled(sample(), first)
    articles = tuple(replace(one, file=one.id + suffix) for one in timeline.articles)
    publish = {one.id: "full" if suffix == ".md" or first % 2 else "quotes" for one in articles}
    return replace(timeline, articles=articles, publish=publish, interface="en", language="en")


@pytest.fixture(scope="module")
def parser(browser: Any) -> Any:
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("first", range(0, len(ALL), 21))
def test_no_page_has_a_part_that_an_article_made(parser: Any, suffix: str, first: int) -> None:
    for page in pages(hostile(suffix, first), "https://example.org/x"):
        if page.path.endswith(".html") and page.path != "404.html":
            assert parser.evaluate(PARSED, page.content.decode()) == [], page.path


def test_what_is_looked_for_is_found(parser: Any) -> None:
    """The tests above and below can fail: each vector that makes an element is found where it is not escaped."""
    made = [vector for vector in ALL if parser.evaluate(PARSED, f"<p title='x'>{vector}</p>")]
    attributes = [vector for vector in ALL if parser.evaluate(PARSED, f'<a href="{vector}">x</a>')]
    assert len(made) > 30 and len(attributes) > 15


HEAD = """---
title: {title}
source: {source}
author: {author}
url: {url}
tags: [{tags}]
date: 2019-06-{day:02}
---
"""
STORY = (
    "Rebels {0} attacked the port of Kunduz on Friday, Ahmad {1} Wali said. {2} The army bombed Doha on Tuesday, "
    "killing 16 {3} people.\n\n"
    "“Talks {4} will be held in Doha on 5 July 2019,” {5} said the envoy {6} of the Taliban. {7}\n\n{8}\n\n"
    "The seventh round of talks between the Taliban and the United States {9} began in Doha on Saturday."
)


def written(folder: Path) -> Path:
    """An archive with every vector in bodies, front matter, rows, names of files and the conflict file."""
    said = [json.dumps(vector) for vector in ALL]  # as YAML and TOML read them, too
    toml = [
        re.sub(
            r"\\u(2028|2029|feff|202e)", r"\\u\1", text.replace("\\u001b", "").replace("\\u0001", "").replace("\\f", "")
        )
        for text in said
    ]
    for number in range(len(ALL)):
        turn, quoted = ALL[number:] + ALL[:number], said[number:] + said[:number]
        name = re.sub(r"[/\0\\:]", "", turn[0])[:60]
        matter = HEAD.format(
            title=quoted[0], source=quoted[1], author=quoted[2], url=quoted[3], tags=quoted[4], day=1 + number % 28
        )
        text = (matter + STORY.format(*turn)).replace("\x01", "")
        (folder / f"{number} {name}{'.md' if number % 2 else '.txt'}").write_text(text, encoding="utf-8")
    rows = [
        {"text": STORY.format(*ALL[9:]), "id": vector, "title": vector, "url": vector, "source": vector}
        for vector in ALL
    ]
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    parts = [f'title = {toml[0]}\ndescription = {toml[1]}\nlanguage = {toml[2]}\nurl = {toml[25]}\npublish = "full"\n']
    for number, text in enumerate(toml):
        parts.append(f'[[actor]]\nid = "a-{number}"\nname = {text}\naliases = ["Wali {number}"]\ncolour = {text}\n')
        parts.append(f'[[place]]\nid = "p-{number}"\nname = {text}\naliases = ["Doha {number}"]\n')
        parts.append(f'[[round]]\nid = "r-{number}"\nname = {text}\nnumber = {number + 1}\nwhy = {text}\n')
    parts.append(
        '[[actor]]\nid = "wali"\nname = "<img src=x onerror=alert(1)>"\nkind = "person"\naliases = ["Ahmad Wali"]\n'
    )
    parts.append(f'[[track]]\nid = "t"\nname = {toml[3]}\nparties = ["taliban"]\nvenue = {toml[4]}\n')
    parts.append(f'[[redact]]\nname = "Nobody Here"\naliases = [{toml[14]}]\nwhy = {toml[5]}\n')
    (folder / "conflict.toml").write_text("\n".join(parts), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Page]:
    folder = written(tmp_path_factory.mktemp("vectors"))
    result = run(folder)
    assert not any("not TOML" in problem.what for problem in result.problems)
    assert len(result.timeline.articles) > 100 and len(result.timeline.events) > 40 and result.timeline.rounds
    return pages(result.timeline, None)


def test_no_page_of_an_archive_has_a_part_that_an_article_made(parser: Any, archive: Sequence[Page]) -> None:
    html = [page for page in archive if page.path.endswith(".html") and page.path != "404.html"]
    assert len(html) > 300
    found = {page.path: parser.evaluate(PARSED, page.content.decode()) for page in html}
    assert {path: parts for path, parts in found.items() if parts} == {}


@pytest.fixture(scope="module")
def watched(browser: Any) -> Any:
    """A browser's page that keeps a list of all that a page did of itself."""
    context = browser.new_context()
    context.add_init_script("window.alert = () => { window.ran = true; }")
    page = context.new_page()
    page.did = []
    page.on("dialog", lambda dialog: (page.did.append("dialog"), dialog.dismiss()))
    page.on("console", lambda message: page.did.append(message.text))
    page.on("pageerror", lambda error: page.did.append(str(error)))
    page.on("request", lambda request: page.did.append(request.url) if not request.url.startswith("file:") else None)
    page.on("popup", lambda _: page.did.append("popup"))
    yield page
    context.close()


def looked_at(page: Any, there: str) -> list[str]:
    """What the page at this address did of itself, had in it, and turned into."""
    page.did.clear()
    page.goto(there)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.hover("body")
    page.keyboard.press("Tab")
    found = [*page.did, *page.evaluate(f"({FOREIGN})(document)")]
    if page.evaluate("window.ran"):
        found.append("ran")
    return found if page.url == there else [*found, page.url]


def test_nothing_runs_loads_or_leads_away(watched: Any, archive: Sequence[Page], tmp_path: Path) -> None:
    publish(archive, tmp_path / "site")
    kinds: dict[str, list[str]] = {}
    for page in archive:
        if page.path.endswith(".html") and page.path != "404.html" and b'http-equiv="refresh"' not in page.content:
            kinds.setdefault(page.path.rpartition("/")[0] if "/" in page.path else page.path, []).append(page.path)
    opened = [path for paths in kinds.values() for path in paths[:: max(1, len(paths) // 4)]]
    assert len(opened) > 30 and {"articles", "events", "actors", "rounds", "places", "index.html"} <= set(kinds)
    for path in opened:
        assert looked_at(watched, address(tmp_path / "site", path)) == [], path


def test_a_query_stays_text(watched: Any, sample_site: Path) -> None:
    for vector in ALL[::3]:
        there = f"{address(sample_site, 'search.html')}?q={quote(vector)}"
        assert looked_at(watched, there) == [], vector
        watched.wait_for_function("document.querySelector('main [role=status]').textContent")
        assert watched.evaluate(f"({FOREIGN})(document)") == [], vector
