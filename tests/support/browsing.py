"""The kinds of pages, the ways to look at them, and how a test opens one in the browser."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Open = Callable[..., Any]


def address(site: Path, path: str) -> str:
    return (site / path).as_uri()


KINDS = {
    "home": "index.html",
    "event": "events/e-pact.html",
    "merged event": "events/e-baghlan.html",
    "actors": "actors/index.html",
    "actor": "actors/taliban.html",
    "kind": "kinds/attack.html",
    "rounds": "rounds/index.html",
    "round": "rounds/round-7.html",
    "places": "places/index.html",
    "place": "places/kunduz-province.html",
    "town": "places/doha.html",
    "country as a place": "places/afghanistan.html",
    "articles": "articles/index.html",
    "quoted article": "articles/003-fba608fdec5015fe.html",
    "whole article": "articles/004-6889e1226b3a68eb.html",
    "forecasts": "forecasts.html",
    "disputed": "disputed.html",
    "demands": "demands.html",
    "days": "known/index.html",
    "as known on a day": "known/2019-06-30.html",
    "search": "search.html",
    "A–Z index": "a-z.html",
    "data": "data/index.html",
    "about": "about.html",
    "whole timeline": "timeline.html",
    "worksheet": "worksheet.html",
    "key": "worksheet-key.html",
    "not found": "404.html",
}

# of a timeline that is cut into years and months
LARGE_KINDS = {
    "home of a large timeline": "index.html",
    "year": "years/2021.html",
    "crowded year": "years/2019.html",
    "month": "months/2019-06.html",
    "undated": "years/undated.html",
    "cut kind": "kinds/attack.html",
    "cut actor": "actors/taliban.html",
    "cut list of actors": "actors/index.html",
}

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}

LOOKS: dict[str, tuple[dict[str, int], dict[str, Any]]] = {
    "light": (DESK, {"color_scheme": "light"}),
    "dark": (DESK, {"color_scheme": "dark"}),
    "phone": (PHONE, {"color_scheme": "light"}),
    "forced colours": (DESK, {"forced_colors": "active"}),
}

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
