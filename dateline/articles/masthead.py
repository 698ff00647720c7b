"""The lines of a page or an export above its article: "The Herald, 12 March 2003, Page 4", "LENGTH: 812 words".

A line is a masthead where it holds a full date and around it only names, numbers and the words that such lines are
made of; its first name is the source. Below and above it, or a line that is nothing but a date, those that name a
writer or hold a field of an export are no text either.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from dateline.articles.address import MONTHS
from dateline.articles.labels import is_label
from dateline.lexicon.load import document
from dateline.model import Span

LINES = 10  # with text, in which they stand
LONGEST = 160  # characters of one
MOST = 18  # words beside its date
NAME = 6  # words of a newspaper's name
WRITERS = 14  # words of a line that names writers
MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
NEAR = 200  # characters behind a date in numbers, in which its month may be named
NAMED = re.compile(rf"\b(?P<month>{MONTH})\.?[ \t]+(?P<day>\d{{1,2}})\b(?![ \t,]+\d{{4}})", re.IGNORECASE)
TO = r"[ \t]*(?:[-–/]|to)[ \t]*"  # "8 to 14 August 2003", "March 15-16, 2003": the days for which an issue is on sale
DAYS = re.compile(rf"(?<![\d/.])(\d{{1,2}}(?:st|nd|rd|th)?){TO}\d{{1,2}}(?:st|nd|rd|th)?(?=[ \t,]+(?:\d{{4}}|[A-Z]))")
DATE = re.compile(
    rf"(?<![-\d])\d{{4}}-\d\d-\d\d(?![-\d])|(?<![-/.\d])\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}(?![-/.\d])"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?:{TO}\d{{1,2}}(?:st|nd|rd|th)?)?[ \t]+{MONTH}\.?,?[ \t]+\d{{4}}\b"
    rf"|\b{MONTH}\.?[ \t]+\d{{1,2}}(?:st|nd|rd|th)?(?:{TO}\d{{1,2}}(?:st|nd|rd|th)?)?,?[ \t]+\d{{4}}\b",
    re.IGNORECASE,
)
KEYS = "SECTION|LENGTH|BYLINE|DATELINE|EDITION|SOURCE|PUBLICATION|LOAD-DATE|PUB-TYPE|PAGE|COPYRIGHT|LANGUAGE|GRAPHIC"
FIELD = re.compile(rf"(?:{KEYS}|{KEYS.title()})[ \t]*:")
TITLE = re.compile(r"(?:HEADLINE|Headline|TITLE|Title)[ \t]*:[ \t]*")  # what stands behind it is text
WRITER = re.compile(r"(?:interview |words )?by [A-Z]", re.IGNORECASE)
ALONE = frozenset(["published", "posted", "updated", "issued", "printed", "date", "on", "am", "pm", "gmt", "utc"])
MARKS = re.compile(r"\s*(?:[|/·•;,()\[\]]|\s[-–—]+(?!\S))\s*")
PAGE = re.compile(r"\d")
TWICE = re.compile(r"updated|modified|print", re.IGNORECASE)
WORD = re.compile(r"\w")
LINE_START = re.compile(r"\n[ \t]*")
IN_NAMES = frozenset(["of", "the", "on", "and", "&"])  # "Times of India", "Mail on Sunday"
PLACE = re.compile(r"[^\W\d_a-zß-öø-ÿ]{4,}(?:[ -][^\W\d_a-zß-öø-ÿ]{2,}){0,3}")


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
    names = _names(body, dated)
    at = lines.index(dated)
    above = next((paper for line in (*lines[:1], *lines[max(0, at - 1) : at]) if (paper := _paper(body, line))), None)
    below = _paper(body, lines[at + 1]) if alone and not above and at + 1 < len(lines) else None
    beside = above or (below if below and _ends_as_paper(body, below) else None)
    placed = next((n for n, name in enumerate(names) if _is_place(body, name)), None)
    date = _date(body, dated)
    free = [name for n, name in enumerate(names) if n != placed]
    named = [name for name in free if placed != 0 or (date and name.start > date.end) or body[name.start - 1] == "("]
    papers = [name for name in named if _is_paper(body, name)]
    source = next(iter([*papers, *([beside] if beside else []), *named]), None)
    beside_line = [line for line in lines if source and line != dated and line.start <= source.start < line.end]
    return Masthead(
        (*([] if alone else [dated]), *beside_line, *_no_text(body, lines, dated)),
        None if alone else date,
        body[slice(*source)] if source else None,
        names[placed] if placed is not None else None,
    )


def _before_title(body: str, line: Span, title: Callable[[str], bool] = bool) -> Masthead | None:
    """ "The Herald | 5 May 1998 | The fall of a minister": a newspaper's name and a date before the title.

    The name may be wanting: "12 March 2003 – Coup in Kano", unless other lines begin like it, as in a chronology.
    """
    date = _date(body, line)
    mark = MARKS.match(body, date.end, line.end) if date else None
    if date is None or mark is None or not title(body[mark.end() : line.end]):
        return None
    names = _names(body, Span(line.start, date.start))
    if date.start == line.start:
        if not mark[0].strip(" \t|/·") or _is_chronology(body, line):
            return None
    elif not names or not _is_paper(body, names[0]):
        return None
    if not all(map(_belongs, _beside(body, Span(line.start, date.end)))):
        return None
    return Masthead((Span(line.start, mark.end()),), date, body[slice(*names[0])] if names else None)


def _is_chronology(body: str, line: Span) -> bool:
    """Whether other lines as well begin with their date: its first entry does not date a list."""
    begins = DATE.match(body, line.start) is not None
    return begins and any(DATE.match(body, found.end()) for found in LINE_START.finditer(body, line.end))


def _behind_title(body: str, line: Span) -> Masthead | None:
    """ "Minister out", The Herald, 5 May 1998"."""
    date = _date(body, line)
    names = _names(body, Span(line.start, date.start)) if date else []
    if date is None or not names or names[-1].start <= line.start + 1 or not _is_paper(body, names[-1]):
        return None
    if body[names[-1].end : date.start].strip(" ,;("):
        return None
    title = body[: names[-1].start].rstrip(" ,;|")
    return Masthead((Span(len(title), line.end),), date, body[slice(*names[-1])])


def _is_title(text: str) -> bool:
    """Whether what stands behind a date is no name, of a newspaper or a writer: "Coup in Kano"."""
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


def _date(body: str, line: Span) -> Span | None:
    """The date of a line; of two, the first, where a word such as "updated" says why there are two."""
    dates = [Span(*date.span()) for date in DATE.finditer(body, *line)]
    return dates[0] if len(dates) == 1 or (dates and TWICE.search(body, *line)) else None


def _only_date(body: str, line: Span) -> bool:
    """Whether there is nothing but a date, perhaps with the time of day: that is found without a masthead."""
    beside = _beside(body, line)
    return _date(body, line) is not None and all(w[0].isdigit() or w.strip(":").casefold() in ALONE for w in beside)


def _beside(body: str, line: Span) -> list[str]:
    """The words of a line beside its dates and the days of the week."""
    words = re.findall(r"[^\s,|/·•;()\[\]–—]+", DATE.sub(" ", body[slice(*line)]))
    return [word for word in words if word.strip(".-").casefold() not in _days()]


def _is_masthead(body: str, line: Span) -> bool:
    words = _beside(body, line)
    ended = body[line.end - 1] in "?!\"”’'"
    return _date(body, line) is not None and len(words) <= MOST and not ended and all(map(_belongs, words))


def _belongs(word: str) -> bool:
    bare = word.strip(".:-&*+")
    return not bare or bare[0].isupper() or bare[0].isdigit() or "." in bare or bare.casefold() in _words("masthead")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(document("sentences").data[key])


def _days() -> frozenset[str]:
    return _words("weekdays") | {""}


def _names(body: str, line: Span) -> list[Span]:
    """The parts of a line that may be the name of a newspaper or a place."""
    edges = sorted((*DATE.finditer(body, *line), *MARKS.finditer(body, *line)), key=lambda found: found.start())
    found, at = [], line.start
    for start, end in (*(edge.span() for edge in edges), (line.end, line.end)):
        part, at = _trimmed(body, at, start), max(at, end)
        words = body[slice(*part)].split()
        writer = WRITER.match(body, part.start) or (
            words and words[-1].casefold() in _words("masthead") and not _is_paper(body, part)
        )
        named = bool(words) and not any(char.isdigit() for char in words[0])  # no "A01", no "Pg. A14"
        named = named and not (words[0].strip(".").casefold() in _words("masthead") - IN_NAMES and PAGE.search(words[-1]))
        named = named and not is_label(body[slice(*part)])
        if named and len(words) <= NAME and words[0][:1].isalpha() and not writer:
            found.append(part)
    return found


def _trimmed(body: str, start: int, end: int) -> Span:
    """Without the days of the week and the words of mastheads around a name: "Published", "Sat"."""
    text = body[start:end]
    words = list(re.finditer(r"\S+", text))
    while words and words[-1][0].strip(".:").casefold() in _days() | ALONE:
        if len(words) > 2 and words[-2][0] == "on" and words[-3][0].casefold() not in ALONE:
            break  # "Independent on Sunday"
        words.pop()
    while words and words[0][0].endswith(":"):
        words.pop(0)
    return Span(start + words[0].start(), start + words[-1].end()) if words else Span(start, start)


def _is_place(body: str, name: Span) -> bool:
    """ "PORT LASSAY", and no "AFP" nor "MAIL ON SUNDAY"."""
    place = PLACE.fullmatch(body, *name) is not None and not _is_paper(body, name)
    return place and not is_label(body[slice(*name)])


def _is_paper(body: str, line: Span) -> bool:
    """Whether it reads like a newspaper's name: "The Herald", "Mail on Sunday", "news.example / UK"."""
    words = re.findall(r"[^\s,/|()]+", body[slice(*line)])
    named = any(
        word.casefold() in _words("papers") or re.fullmatch(r"[\w-]+(?:\.[a-z]{2,4})+", word, re.I) for word in words
    )
    return named and len(words) <= NAME and all(map(_belongs, words))


def _paper(body: str, line: Span) -> Span | None:
    """The newspaper's name that a line is, or begins with: "The Hindu - Online edition of a National Newspaper"."""
    if _is_paper(body, line):
        return line
    names = _names(body, line)
    own = all(map(_belongs, _beside(body, line))) and body[line.end - 1] not in "?!\"”’'"
    return names[0] if own and names and names[0].end < line.end and _is_paper(body, names[0]) else None


def _ends_as_paper(body: str, name: Span) -> bool:
    """ "Birmingham Post", "The Independent": the line below a date is read as a name only if it reads like one to its end."""
    return body[slice(*name)].rsplit(None, 1)[-1].casefold() in _words("papers")


def _no_text(body: str, lines: list[Span], dated: Span) -> Iterator[Span]:
    """The fields of an export and the lines that name writers."""
    titled = False  # a line before it is the title
    for line in lines:
        text = body[slice(*line)]
        if line == dated:
            continue
        if match := TITLE.match(text):
            yield Span(line.start, line.start + match.end())
            titled = True
        elif FIELD.match(text) or (WRITER.match(text) and _names_writers(text)) or (titled and _only_writers(text)):
            yield line
        else:
            titled = True


def _names_writers(text: str) -> bool:
    return len(text.split()) <= WRITERS and not text.endswith((".", "?", "!", '"', "”"))


def _only_writers(text: str) -> bool:
    """ "Ann Lee and Carl Moss", "Special Correspondent": below a title."""
    words = text.split()
    if all(word.casefold() in _words("masthead") for word in words):
        return True
    names = [word for word in words if word != "and"]
    both = "and" in words[1:-1]
    return both and len(names) <= NAME and all(re.fullmatch(r"[A-Z][\w.'’-]+", word) for word in names)
