"""Land, coasts, borders and countries as they show in a frame: paths for an SVG."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from dateline.web.map.atlas import Country, Point, Shape, atlas, within
from dateline.web.map.clipping import polygon, polyline, stepped
from dateline.web.map.frame import Frame

_STEP = 1.2  # pixels: a point nearer than this to the one before is not drawn
_SPECK = 2.5  # pixels: an island smaller than this is not drawn


@dataclass(frozen=True, slots=True)
class Ground:
    """The paths' `d`, "" where nothing shows. The coast is the land's edge: cuts of the data lie outside the window."""

    land: str
    borders: str


@lru_cache(maxsize=32)
def ground(frame: Frame) -> Ground:
    """Drawn once a frame: the pages of one country's places share theirs."""
    whole = atlas()
    return Ground(filled(outlines(whole.land, frame)), _stroked(whole.borders, frame))


def outlines(rings: Sequence[Shape], frame: Frame) -> list[list[Point]]:
    """What of the rings shows, in pixels."""
    found = []
    for ring in within(rings, frame.box):
        cut = polygon(ring, frame.box)
        if cut:
            shown = _thinned(frame.line(stepped([*cut, cut[0]])))
            if len(shown) > 2 and _meets(shown, frame):
                found.append(shown)
    return found


def _meets(ring: Sequence[Point], frame: Frame) -> bool:
    """Whether a ring may show in the window, and is more than a speck."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    if max(xs) - min(xs) < _SPECK and max(ys) - min(ys) < _SPECK:
        return False
    return max(xs) > 0 and min(xs) < frame.width and max(ys) > 0 and min(ys) < frame.height


@lru_cache(maxsize=32)
def countries(frame: Frame) -> tuple[tuple[Country, list[list[Point]]], ...]:
    """The countries of which something shows, each with its outlines in pixels."""
    found = ((country, outlines(country.rings, frame)) for country in atlas().countries)
    return tuple((country, rings) for country, rings in found if rings)


def filled(rings: Iterable[Sequence[Point]]) -> str:
    return "".join(path(ring) + "z" for ring in rings)


def _stroked(lines: Sequence[Shape], frame: Frame) -> str:
    found = []
    for line in within(lines, frame.box):
        for piece in polyline(line, frame.box):
            shown = _thinned(frame.line(stepped(piece)))
            if len(shown) > 1 and _meets(shown, frame):
                found.append(path(shown))
    return "".join(found)


def _thinned(points: Sequence[Point]) -> list[Point]:
    """Without what is too near to the point before; first and last stay."""
    last = points[0]
    found = [last]
    for point in points:
        if not (-_STEP < point[0] - last[0] < _STEP and -_STEP < point[1] - last[1] < _STEP):
            last = point
            found.append(point)
    if points[-1] is not last:
        found.append(points[-1])
    return found


def path(points: Sequence[Point]) -> str:
    """An SVG path through the points, each counted from the one before, in tenths of a pixel."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    steps = ((x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(tenths))
    return f"M{_pair(tenths[0])}l" + " ".join(map(_pair, steps)).replace(" -", "-")


def _pair(tenths: tuple[int, int]) -> str:
    x, y = map(_number, tenths)
    return f"{x}{y}" if y[0] == "-" else f"{x} {y}"


def _number(tenths: int) -> str:
    """As short as SVG allows: "12", "-.5"."""
    text = f"{tenths / 10:.1f}".removesuffix(".0")
    return text.replace("0.", ".") if -10 < tenths < 10 else text
