"""The parts of a line above an article: its date, a newspaper's name, a place, and the words of such lines."""

import re
from functools import cache

from dateline.articles.labels import is_label
from dateline.lexicon.load import document
from dateline.model import Span

NAME = 6  # words of a newspaper's name
MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
TO = r"[ \t]*(?:[-–/]|to)[ \t]*"  # "8 to 14 August 2003", "March 15-16, 2003": the days for which an issue is on sale
DAYS = re.compile(rf"(?<![\d/.])(\d{{1,2}}(?:st|nd|rd|th)?){TO}\d{{1,2}}(?:st|nd|rd|th)?(?=[ \t,]+(?:\d{{4}}|[A-Z]))")
DATE = re.compile(
    rf"(?<![-\d])\d{{4}}-\d\d-\d\d(?![-\d])|(?<![-/.\d])\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}(?![-/.\d])"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?:{TO}\d{{1,2}}(?:st|nd|rd|th)?)?[ \t]+{MONTH}\.?,?[ \t]+\d{{4}}\b"
    rf"|\b\d{{1,2}}-{MONTH}-\d{{4}}\b"
    rf"|\b{MONTH}\.?[ \t]+\d{{1,2}}(?:st|nd|rd|th)?(?:{TO}\d{{1,2}}(?:st|nd|rd|th)?)?,?[ \t]+\d{{4}}\b",
    re.IGNORECASE,
)
WRITER = re.compile(r"(?:interview |words )?by [A-Z]", re.IGNORECASE)
LEGAL = re.compile(r"\W*(?:copyright\b|©|\(c\)|all rights reserved|supplied by |the materials in the )", re.IGNORECASE)
ALONE = frozenset(["published", "posted", "updated", "issued", "printed", "date", "on", "am", "pm", "gmt", "utc"])
MARKS = re.compile(r"\s*(?:[|/·•;,()\[\]]|\s[-–—]+(?!\S))\s*")
PAGE = re.compile(r"\d")
TWICE = re.compile(r"updated|modified|print", re.IGNORECASE)
IN_NAMES = frozenset(["of", "the", "on", "and", "&"])  # "Times of India", "Mail on Sunday"
PLACE = re.compile(r"[^\W\d_a-zß-öø-ÿ]{4,}(?:[ -][^\W\d_a-zß-öø-ÿ]{2,}){0,3}")


def date_in(body: str, line: Span) -> Span | None:
    """The date of a line; of two, the first, where a word such as "updated" says why there are two."""
    dates = [Span(*date.span()) for date in DATE.finditer(body, *line)]
    return dates[0] if len(dates) == 1 or (dates and TWICE.search(body, *line)) else None


def words_beside(body: str, line: Span) -> list[str]:
    """The words of a line beside its dates and the days of the week."""
    words = re.findall(r"[^\s,|/·•;()\[\]–—]+", DATE.sub(" ", body[slice(*line)]))
    return [word for word in words if word.strip(".-").casefold() not in weekdays()]


def belongs(word: str) -> bool:
    bare = word.strip(".:-&*+")
    return not bare or bare[0].isupper() or bare[0].isdigit() or "." in bare or bare.casefold() in listed("masthead")


@cache
def listed(key: str) -> frozenset[str]:
    return frozenset(document("sentences").data[key])


def weekdays() -> frozenset[str]:
    return listed("weekdays") | {""}


def names_in(body: str, line: Span) -> list[Span]:
    """The parts of a line that may be the name of a newspaper or a place."""
    edges = sorted((*DATE.finditer(body, *line), *MARKS.finditer(body, *line)), key=lambda found: found.start())
    found, at = [], line.start
    for start, end in (*(edge.span() for edge in edges), (line.end, line.end)):
        part, at = _trimmed(body, at, start), max(at, end)
        words = body[slice(*part)].split()
        writer = WRITER.match(body, part.start) or (
            words and words[-1].casefold() in listed("masthead") and not is_paper(body, part)
        )
        named = bool(words) and not any(char.isdigit() for char in words[0])  # no "A01", no "Pg. A14"
        named = named and not (
            words[0].strip(".").casefold() in listed("masthead") - IN_NAMES and PAGE.search(words[-1])
        )
        named = named and not is_label(body[slice(*part)])
        if named and len(words) <= NAME and words[0][:1].isalpha() and not writer:
            found.append(part)
    return found


def _trimmed(body: str, start: int, end: int) -> Span:
    """Without the days of the week and the words of mastheads around a name: "Published", "Sat"."""
    text = body[start:end]
    words = list(re.finditer(r"\S+", text))
    while words and words[-1][0].strip(".:").casefold() in weekdays() | ALONE:
        if len(words) > 2 and words[-2][0] == "on" and words[-3][0].casefold() not in ALONE:
            break  # "Independent on Sunday"
        words.pop()
    while words and words[0][0].endswith(":"):
        words.pop(0)
    return Span(start + words[0].start(), start + words[-1].end()) if words else Span(start, start)


def is_place(body: str, name: Span) -> bool:
    """ "PORT LASSAY", and no "AFP" nor "MAIL ON SUNDAY"."""
    place = PLACE.fullmatch(body, *name) is not None and not is_paper(body, name)
    return place and not is_label(body[slice(*name)])


def is_paper(body: str, line: Span) -> bool:
    """Whether it reads like a newspaper's name: "The Herald", "Mail on Sunday", "news.example / UK"."""
    if LEGAL.match(body, *line):
        return False
    words = re.findall(r"[^\s,/|()]+", body[slice(*line)])
    named = any(
        word.casefold() in listed("papers") or re.fullmatch(r"[\w-]+(?:\.[a-z]{2,4})+", word, re.I) for word in words
    )
    return named and len(words) <= NAME and all(map(belongs, words))


def paper_in(body: str, line: Span) -> Span | None:
    """The newspaper's name that a line is, or begins with: "The Hindu - Online edition of a National Newspaper"."""
    if is_paper(body, line):
        return line
    names = names_in(body, line)
    own = all(map(belongs, words_beside(body, line))) and body[line.end - 1] not in "?!\"”’'"
    return names[0] if own and names and names[0].end < line.end and is_paper(body, names[0]) else None


def ends_as_paper(body: str, name: Span) -> bool:
    """ "Moor Post", "The Independent": the line below a date is a name only if it reads like one to its end."""
    return body[slice(*name)].rsplit(None, 1)[-1].casefold() in listed("papers")
