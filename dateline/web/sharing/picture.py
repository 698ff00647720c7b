"""Draws the picture that stands for the site where somebody shares a link to it: its title, and talks and violence.

The same timeline gives the same bytes with the same version of Pillow, which only this file knows. The font has the
Latin, Greek and Cyrillic letters; a title in another script is left to the words that go with the link.
"""

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING
from unicodedata import normalize

from dateline.model import Timeline
from dateline.web import files, labels
from dateline.web.labels import LANE_NAME, Lane
from dateline.web.language import ENGLISH, Language
from dateline.web.views.charts.lanes import BAR, PITCH, Lanes, lanes
from dateline.web.words import said

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630  # in pixels: what Open Graph's and Twitter's large cards ask for
_MARGIN, _CHART = 72, (320, 520)  # in pixels: around all, and the first and last row of the chart
_TITLE = (68, 56, 46)  # in pixels: the sizes of letters that are tried, and at most _LINES of each
_LINES = 2
_LETTERS = 160  # more never fit
_SMALL = 26
# The colours of the light theme in static/base.css, the shade a little darker.
_PAPER, _INK, _QUIET, _RULE, _WASH = "#fbfaf6", "#1b1c1f", "#595d65", "#85827a", "#e9e5d8"
_LANES: dict[Lane, str] = {"talks": "#0077bb", "violence": "#882255"}
_NOT_A_CHARACTER = "\uffff"


def of(timeline: Timeline, language: Language = ENGLISH) -> bytes:
    """The picture of `timeline`, as PNG, with words of a language where the font has its letters."""
    published = [day for one in timeline.articles if (day := one.published.latest)]
    facts = said(
        "%(events)s from %(articles)s, each with its source",
        events=labels.events(len(timeline.events)),
        articles=labels.articles(len(timeline.articles)),
    )
    return png(timeline.title or "A timeline", facts, lanes(timeline.events, published), language)


def png(title: str, facts: str, chart: Lanes | None, language: Language = ENGLISH) -> bytes:
    """A PNG of WIDTH × HEIGHT pixels; `facts` is a short line below the title."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 11), fill=_INK)
    below = _title(draw, normalize("NFC", title))
    draw.text((_MARGIN, below + 12), _written(facts, language), font=_font(_SMALL), fill=_QUIET)
    if chart:
        _chart(draw, chart)
        _legend(draw, language)
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


@cache
def _font(size: int) -> "FreeTypeFont":
    from PIL import ImageFont

    # The plain layout is the same everywhere; the other hangs on a library that not every build of Pillow has.
    return ImageFont.truetype(BytesIO(files.font()), size, layout_engine=ImageFont.Layout.BASIC)


def _title(draw: "ImageDraw", title: str) -> int:
    """Draws the title, if the font has its letters; gives the row below it."""
    lines, size = _fitted(title) if _can_draw(title) else ([], 0)
    for row, line in enumerate(lines):
        draw.text((_MARGIN, _MARGIN + row * size * 5 // 4), line, font=_font(size), fill=_INK)
    return _MARGIN + len(lines) * size * 5 // 4


def _can_draw(text: str) -> bool:
    """Whether the font has every letter: it draws one sign for all those that it has not."""
    font = _font(_SMALL)
    unknown = bytes(font.getmask(_NOT_A_CHARACTER))
    return not any(bytes(font.getmask(c)) == unknown for c in set(text) if not c.isspace())


def _fitted(title: str) -> tuple[list[str], int]:
    """The lines of the title, and the largest size in which they fit; in the smallest, what is too long is cut."""
    lines: list[str] = []
    for size in _TITLE:
        lines = _wrapped(title[:_LETTERS], size)
        if len(lines) <= _LINES and all(_fits(line, size) for line in lines):
            return lines, size
    return [_cut(line, _TITLE[-1], last=row == _LINES) for row, line in enumerate(lines[:_LINES], 1)], _TITLE[-1]


def _wrapped(text: str, size: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and _fits(f"{lines[-1]} {word}", size):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _cut(line: str, size: int, *, last: bool) -> str:
    if not last and _fits(line, size):
        return line
    while not _fits(f"{line}…", size):
        line = line[:-1]
    return f"{line}…"


def _fits(line: str, size: int) -> bool:
    return _font(size).getlength(line) <= WIDTH - 2 * _MARGIN


def _chart(draw: "ImageDraw", chart: Lanes) -> None:
    """The chart of the first page, stretched over the width: full bars for what happened, hollow for what lay ahead."""
    top, bottom = _CHART
    across, down = (WIDTH - 2 * _MARGIN) / chart.width, (bottom - top) / chart.height

    def box(x: int, y: int, width: int, height: int) -> tuple[int, int, int, int]:
        left, upper = _MARGIN + round(x * across), top + round(y * down)
        return left, upper, left + max(2, round(width * across)), upper + max(2, round(height * down))

    for column in chart.columns:
        if column.silent:
            draw.rectangle(box(column.x, 0, PITCH, chart.height), fill=_WASH)
    for row in (chart.top, chart.bottom):
        draw.rectangle(box(0, row, chart.width, 0), fill=_RULE)
    for column in chart.columns:
        for bar in column.bars:
            colour = _LANES[bar.lane]
            fill = _PAPER if bar.ahead else colour
            draw.rectangle(box(bar.x, bar.y, BAR, bar.height), fill=fill, outline=colour, width=3)
    _years(draw, chart, across, top + round((chart.top + chart.bottom) / 2 * down))


def _years(draw: "ImageDraw", chart: Lanes, across: float, row: int) -> None:
    """The years between the lanes, as many as have room."""
    font, free = _font(_SMALL - 6), 0.0
    for column in chart.columns:
        left = _MARGIN + column.x * across
        if column.year and left >= free:
            draw.text((left + 4, row), column.year, font=font, fill=_QUIET, anchor="lm")
            free = left + font.getlength(column.year) + _SMALL


def _written(text: str, language: Language) -> str:
    """`text` in a language; in English where the font has not its letters."""
    translated = language.say(text)
    return translated if _can_draw(translated) else text


def _legend(draw: "ImageDraw", language: Language) -> None:
    upper, lower = HEIGHT - 76, HEIGHT - 40
    middle = WIDTH // 2
    for left, row, fill, edge, text in (
        (_MARGIN, upper, _LANES["talks"], _LANES["talks"], said("%(lane)s, above", lane=LANE_NAME["talks"])),
        (_MARGIN, lower, _LANES["violence"], _LANES["violence"], said("%(lane)s, below", lane=LANE_NAME["violence"])),
        (middle, upper, _PAPER, _QUIET, said("Hollow: planned, hoped for or feared")),
        (middle, lower, _WASH, _WASH, said("Shaded: no article of these months")),
    ):
        draw.rectangle((left, row - 9, left + 18, row + 9), fill=fill, outline=edge, width=3)
        draw.text((left + 30, row), _written(text, language), font=_font(_SMALL - 4), fill=_QUIET, anchor="lm")
