"""The lines of a page or an export above its article: "The Herald, 12 March 2003, Page 4", "LENGTH: 812 words".

A line is a masthead where it holds a full date and around it only names, numbers and the words that such lines are
made of; its first name is the source. Below and above it, or a line that is nothing but a date, those that name a
writer or hold a field of an export are no text either.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from dateline.articles.address import MONTHS
from dateline.articles.bylines import no_text
from dateline.articles.newspapers import (
    ALONE,
    DATE,
    DAYS,
    IN_NAMES,
    MARKS,
    MONTH,
    belongs,
    date_in,
    ends_as_paper,
    is_paper,
    is_place,
    names_in,
    paper_in,
    weekdays,
    words_beside,
)
from dateline.model import Span

LINES = 10  # with text, in which they stand
LONGEST = 160  # characters of one
MOST = 18  # words beside its date
NEAR = 200  # characters behind a date in numbers, in which its month may be named
NAMED = re.compile(rf"\b(?P<month>{MONTH})\.?[ \t]+(?P<day>\d{{1,2}})\b(?![ \t,]+\d{{4}})", re.IGNORECASE)
WORD = re.compile(r"\w")
DATELINE = re.compile(r"\)?[ \t]*(?:--|[-–—:])[ \t]+\S")  # what is told follows the date
LINE_START = re.compile(r"\n[ \t]*")


class Masthead(NamedTuple):
    """`lines` are no text; `date` is that of the masthead, None where a line that is nothing but a date says it."""

    lines: tuple[Span, ...]
    date: Span | None = None
    source: str | None = None
    place: Span | None = None


def read_masthead(body: str) -> Masthead | None:
    """The masthead at the head of a text; None where nothing there dates it."""
    lines = list(_lines(body))
    alone = next((line for line in lines if _only_date(body, line)), None)
    dated = alone or next((line for line in lines if _is_masthead(body, line)), None)
    if dated is None:
        first = _before_title(body, lines[0]) if lines else None
        return first or next((found for line in lines[:3] if (found := _behind_title(body, line))), None)
    if not alone and dated == lines[0] and (titled := _before_title(body, dated, title=_is_title)):
        return titled
    if not alone and _is_chronology(body, dated):
        return None
    names = names_in(body, dated)
    at = lines.index(dated)
    above = next((paper for line in (*lines[:1], *lines[max(0, at - 1) : at]) if (paper := paper_in(body, line))), None)
    below = paper_in(body, lines[at + 1]) if alone and not above and at + 1 < len(lines) else None
    beside = above or (below if below and ends_as_paper(body, below) else None)
    placed = next((n for n, name in enumerate(names) if is_place(body, name)), None)
    date = date_in(body, dated)
    free = [name for n, name in enumerate(names) if n != placed]
    named = [name for name in free if placed != 0 or (date and name.start > date.end) or body[name.start - 1] == "("]
    papers = [name for name in named if is_paper(body, name)]
    source = next(iter([*papers, *([beside] if beside else []), *named]), None)
    beside_line = [line for line in lines if source and line != dated and line.start <= source.start < line.end]
    return Masthead(
        (*([] if alone else [dated]), *beside_line, *no_text(body, lines, dated)),
        None if alone else date,
        body[slice(*source)] if source else None,
        names[placed] if placed is not None else None,
    )


def _before_title(body: str, line: Span, title: Callable[[str], bool] = bool) -> Masthead | None:
    """ "The Herald | 5 May 1998 | The fall of a minister": a newspaper's name and a date before the title.

    The name may be wanting: "12 March 2003 – Coup in Kano", unless other lines begin like it, as in a chronology.
    """
    date = date_in(body, line)
    mark = MARKS.match(body, date.end, line.end) if date else None
    if date is None or mark is None or not title(body[mark.end() : line.end]):
        return None
    names = names_in(body, Span(line.start, date.start))
    if date.start == line.start:
        if not mark[0].strip(" \t|/·") or _is_chronology(body, line):
            return None
    elif not names or not is_paper(body, names[0]):
        return None
    if not all(map(belongs, words_beside(body, Span(line.start, date.end)))):
        return None
    return Masthead((Span(line.start, mark.end()),), date, body[slice(*names[0])] if names else None)


def _is_chronology(body: str, line: Span) -> bool:
    """Whether other lines as well begin with their date: its first entry does not date a list."""
    begins = DATE.match(body, line.start) is not None
    return begins and any(DATE.match(body, found.end()) for found in LINE_START.finditer(body, line.end))


def _behind_title(body: str, line: Span) -> Masthead | None:
    """ "Minister out", The Herald, 5 May 1998"."""
    date = date_in(body, line)
    names = names_in(body, Span(line.start, date.start)) if date else []
    if date is None or not names or names[-1].start <= line.start + 1 or not is_paper(body, names[-1]):
        return None
    if body[names[-1].end : date.start].strip(" ,;(") or DATELINE.match(body, date.end, line.end):
        return None
    title = body[: names[-1].start].rstrip(" ,;|(")
    return Masthead((Span(len(title), line.end),), date, body[slice(*names[-1])])


def _is_title(text: str) -> bool:
    """Whether what stands behind a date is a title, "Coup in Kano", and no name or "Friday, BC cycle"."""
    if text.partition(",")[0].casefold() in weekdays():
        return False
    small = {word for word in text.split() if word[0].islower()}
    return bool(small - IN_NAMES) and not any(char.isdigit() for char in text)


def day_of(body: str, date: Span) -> str:
    """The words of a masthead's date; of "12/03/2014" beside "March 12" which of the two it is, as YYYY-MM-DD.

    An issue on sale "8 to 14 August 2003" is of the first of these days.
    """
    text = DAYS.sub(r"\1", body[slice(*date)])
    numbers = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", text)
    beside = next(NAMED.finditer(body, 0, date.end + NEAR), None)
    if not (numbers and beside):
        return text
    month = next(n for n, name in enumerate(MONTHS, 1) if beside["month"].lower().startswith(name))
    day, pair = int(beside["day"]), {int(numbers[1]), int(numbers[2])}
    return f"{numbers[3]}-{month:02}-{day:02}" if pair == {day, month} else text


def _lines(body: str) -> Iterator[Span]:
    """The first lines that hold text, up to the first that is a paragraph."""
    at, seen = 0, 0
    while at < len(body) and seen < LINES:
        end = body.find("\n", at)
        end = len(body) if end < 0 else end
        text = body[at:end].strip()
        if len(text) > LONGEST:
            return
        if WORD.search(text):
            seen += 1
            start = body.index(text, at)
            yield Span(start, start + len(text))
        at = end + 1


def _only_date(body: str, line: Span) -> bool:
    """Whether there is nothing but a date, perhaps with the time of day: that is found without a masthead."""
    beside = words_beside(body, line)
    return date_in(body, line) is not None and all(w[0].isdigit() or w.strip(":").casefold() in ALONE for w in beside)


def _is_masthead(body: str, line: Span) -> bool:
    words = words_beside(body, line)
    ended = body[line.end - 1] in "?!\"”’'"
    return date_in(body, line) is not None and len(words) <= MOST and not ended and all(map(belongs, words))
