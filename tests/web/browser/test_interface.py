"""The site in French and from right to left, in a real browser."""

from pathlib import Path

import pytest
from browsing import DESK, KINDS, PHONE, WCAG, Open, address

pytestmark = pytest.mark.browser

# A page of each make: the others are built of the same pieces.
LOOKED_AT = ("home", "merged event", "actors", "rounds", "places", "quoted article", "forecasts", "search", "about")
WIDE = "document.documentElement.scrollWidth <= innerWidth"
# What stands beyond the page's edges, but for what scrolls and what only screen readers meet.
OUTSIDE = """() => [...document.querySelectorAll("main *, header *, footer *")].filter(one => {
  const box = one.getBoundingClientRect();
  return (box.left < -1 || box.right > innerWidth + 1) && box.width > 1 && !one.closest(".scroller, .unseen, svg");
}).map(one => one.tagName + "." + one.className)"""


@pytest.mark.parametrize("kind", LOOKED_AT)
def test_no_barrier_in_french(page: Open, french_site: Path, kind: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    shown = page(address(french_site, KINDS[kind]), bypass_csp=True)
    shown.add_style_tag(content=".month { content-visibility: visible !important }")
    shown.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    for size in (DESK, PHONE):
        shown.set_viewport_size(size)
        found = Axe().run(shown, options={"runOnly": {"type": "tag", "values": WCAG}})
        assert found.violations_count == 0, found.generate_report()
        assert shown.evaluate(WIDE)


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_sticks_out_from_right_to_left(page: Open, foreign_site: Path, size: dict[str, int]) -> None:
    shown = page(address(foreign_site, "index.html"), viewport=size)
    for kind, path in KINDS.items():
        shown.goto(address(foreign_site, path))
        shown.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert shown.evaluate(WIDE), kind
        assert shown.evaluate(OUTSIDE) == [], kind


# The box of the words themselves, not of their element, which is as wide as the page.
WORDS = """name => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(name));
  const { left, right } = range.getBoundingClientRect();
  return [left, right];
}"""


def test_a_page_from_right_to_left_is_a_mirror(page: Open, foreign_site: Path, sample_site: Path) -> None:
    """Also its title, although that is in English."""
    mirrored = page(address(foreign_site, "events/e-pact.html"), viewport=DESK)
    usual = page(address(sample_site, "events/e-pact.html"), viewport=DESK)
    for name in (".brand a", "h1", ".crumbs li"):
        left, _ = usual.evaluate(WORDS, name)
        _, right = mirrored.evaluate(WORDS, name)
        assert abs(left - (DESK["width"] - right)) < 2, name


def test_time_and_east_run_to_the_right_in_every_language(page: Open, foreign_site: Path) -> None:
    shown = page(address(foreign_site, "forecasts.html"), viewport=DESK)
    starts = "[...document.querySelectorAll('.slippage a text')].map(one => one.getBBox().x)"
    assert all(abs(x) < 2 for x in shown.evaluate(starts))
    years = shown.locator(".slippage .year").all_text_contents()
    assert years.index("2020") < years.index("2021")


def test_filters_speak_french(page: Open, french_site: Path) -> None:
    shown = page(address(french_site, "index.html"))
    shown.locator("#lane-talks").check()
    assert shown.locator(".found").text_content() == "9 sur 18 événements affichés"
    shown.get_by_text("Plus de filtres").click()
    assert shown.locator("select[name=actor] option").first.text_content() == "Tous"


def test_who_follows_a_link_is_told_in_french(page: Open, french_site: Path) -> None:
    shown = page(address(french_site, "index.html") + "#e-pact")
    style = "getComputedStyle(document.querySelector('#e-pact .when'), '::before').content"
    assert "Un lien vous a mené ici" in shown.evaluate(style)


def test_the_search_speaks_french(page: Open, french_site: Path) -> None:
    shown = page(address(french_site, "search.html") + "?q=attaque")
    shown.locator(".results li").first.wait_for()
    assert "résultat" in shown.locator(".found").text_content()
    assert "Attaque" in shown.locator(".results .small").first.text_content()
    nothing = page(address(french_site, "search.html") + "?q=xyzzyx")
    nothing.get_by_text("Rien trouvé pour «\u00a0xyzzyx\u00a0».").wait_for()
