"""Every kind of page by keyboard and at any size: order, visible focus, no scrolling sideways."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Open, address

pytestmark = pytest.mark.browser

# The elements that Tab reaches, in its order: where no tabindex is above 0 that is the order of the source.
REACHED = """
() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
  .filter(one => one.getClientRects().length && !one.disabled && one.checkVisibility({visibilityProperty: true}))
  .filter(one => one.tabIndex >= 0 && (one.type !== "radio" || one.checked))
"""
# A step of Tab may lead down, to the right in a line, or to the top of a column further right: never back.
# The places on a map have no order of reading: there Tab goes by their number of events, as the list beside it does.
STEPS_BACK = f"""
() => {{
  const reached = ({REACHED})().filter(one => !one.matches(".skip, svg.map a"));
  const name = one => one.outerHTML.slice(0, 90);
  const back = [];
  reached.slice(1).forEach((next, n) => {{
    const a = reached[n].getClientRects()[0], b = next.getClientRects()[0];
    const above = b.bottom <= a.top + 2, beside = b.top < a.bottom - 2 && !above;
    const inside = reached[n].contains(next);
    if (!inside && ((above && b.left < a.right - 2) || (beside && b.left < a.left - 2)))
      back.push(name(reached[n]) + " -> " + name(next));
  }});
  return [reached.length, back];
}}
"""
# Each in turn has the focus: it must lie in the window, be covered by nothing, and show that it has it.
LOST = f"""
() => ({REACHED})().filter(one => {{
  one.focus();
  const box = one.getClientRects()[0];
  const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const marked = [one, one.nextElementSibling].filter(Boolean).map(mark => getComputedStyle(mark)).some(
    style => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
  return !at || !(one.contains(at) || at.contains(one)) || !marked;
}}).map(one => one.outerHTML.slice(0, 120))
"""
# As for axe: of months that the browser skips, it only guesses where things are.
ALL_LAID_OUT = ".month { content-visibility: visible !important }"
TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"


@pytest.fixture(scope="module")
def laid_out(browser: Any, kind: str) -> Iterator[Any]:
    """A page of each kind, opened once for all that is asked of it."""
    context = browser.new_context(reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    page.goto(kind)
    page.add_style_tag(content=ALL_LAID_OUT)
    yield page
    context.close()


def test_tab_goes_as_the_eye_does(laid_out: Any, kind: str) -> None:
    laid_out.set_viewport_size({"width": 1280, "height": 900})
    reached, back = laid_out.evaluate(STEPS_BACK)
    assert laid_out.evaluate("![...document.querySelectorAll('[tabindex]')].some(one => one.tabIndex > 0)")
    assert reached > 0 or kind.endswith("404.html")
    assert back == []


@pytest.mark.parametrize("size", [(1280, 500), (320, 640)])
def test_the_focus_is_seen_and_under_nothing(laid_out: Any, size: tuple[int, int]) -> None:
    """WCAG 2.4.7 and 2.4.11, also beside what stays in place while the page scrolls."""
    laid_out.set_viewport_size({"width": size[0], "height": size[1]})
    laid_out.keyboard.press("Tab")  # from now on the browser shows the focus as for a keyboard
    assert laid_out.evaluate(LOST) == []


def test_nothing_runs_off_the_side(laid_out: Any) -> None:
    """WCAG 1.4.10 at 320 px, a zoom of 200 % on a desk, and 1.4.4: text alone at 200 %."""
    for width in (320, 640):
        laid_out.set_viewport_size({"width": width, "height": 640})
        assert not laid_out.evaluate(TOO_WIDE), width
    laid_out.set_viewport_size({"width": 1280, "height": 900})
    laid_out.evaluate("document.documentElement.style.fontSize = '200%'")
    assert not laid_out.evaluate(TOO_WIDE)
    laid_out.evaluate("document.documentElement.style.fontSize = ''")


def test_the_focus_is_seen_where_months_are_drawn_as_they_come(page: Open, sample_site: Path) -> None:
    shown = page(address(sample_site, "index.html"), viewport={"width": 1280, "height": 500})
    shown.locator(".months a").first.focus()
    for _ in range(40):
        shown.keyboard.press("Tab")
        inside = shown.evaluate(
            "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {"
            "const box = document.activeElement.getClientRects()[0];"
            "done(box.top > -1 && box.bottom < innerHeight + 1) })))"  # a page scrolls by whole pixels
        )
        assert inside, shown.evaluate("document.activeElement.outerHTML")


def test_the_checks_see_what_is_wrong(page: Open) -> None:
    """A page whose order is turned round by its style, under a bar that covers the focus, too wide for a phone."""
    shown = page("about:blank", viewport={"width": 320, "height": 500})
    shown.set_content(
        "<div style='display: flex; flex-direction: column-reverse; width: 600px'>"
        "<a href='#1'>One</a><a href='#2'>Two</a></div>"
        "<div style='position: fixed; inset: 0; background: white'></div>"
    )
    shown.keyboard.press("Tab")
    assert len(shown.evaluate(STEPS_BACK)[1]) == 1
    assert len(shown.evaluate(LOST)) == 2
    assert shown.evaluate(TOO_WIDE)
