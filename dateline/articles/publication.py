"""When an article was published: which of the places that may say so does, and whether they agree."""

import re
from itertools import islice

from dateline import edtf
from dateline.articles.front_matter import FrontMatter
from dateline.articles.markup import blank
from dateline.model import ArticleNote, Basis, Published, Span, When
from dateline.problems import Location, Problem, line_at
from dateline.temporal.absolute import read_date

DATE_LINE = re.compile(
    r"^[ \t]*(?:(?:published|posted|updated|date|issued)[ \t]*(?:on[ \t]|:)?[ \t]*)?"
    r"(?P<date>(?=[^\n]*\d{4})[^\n]{6,40}?)[ \t]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)
FILE_DATE = re.compile(r"(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)")
# "05/06/2019": May or June? Whatever stands behind it, such as the time that spreadsheets add, and a weekday before it
AMBIGUOUS = re.compile(
    r"\s*(?:[A-Za-z]{3,9}[.,]*\s+)?"
    r"(?:(0?[1-9]|1[0-2])\s*[/.-]\s*(?!\1\b)(?:0?[1-9]|1[0-2])\s*[/.-]\s*\d{4}"
    r"|\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2})(?!\d)"
)
COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4}(?:\d\d)?Z?)?")  # "20190630T101500Z", ISO 8601's basic format
YEARS = range(1450, 2200)  # in which news can have been published; 9999-12-31 stands for "no date"
# a line that can only be meant as a date, also where no such day exists
DATE_SHAPE = re.compile(r"\d{4}-\d\d-\d\d|(?:[A-Z][a-z]+day, )?[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4}")
LINE = re.compile(r"[^\n]+")
LONGEST_LINE = 200  # characters, with the blanks around the date
HINT = "write it as YYYY-MM-DD"


def stated(text: str, file: str, line: int) -> tuple[When | None, list[Problem]]:
    """The days that a stated date means; a Problem where it means none ("2019-02-30")."""
    if AMBIGUOUS.match(text):
        return None, [_ambiguous(text, Location(file, line))]
    compact = COMPACT.fullmatch(text.strip())
    when = read_date("-".join(compact.groups()) if compact else text)
    if when is None or when.first is None or when.first.year not in YEARS:
        return None, [Problem(Location(file, line), f"{text!r} is not a date", HINT)]
    return when, []


def _ambiguous(text: str, where: Location) -> Problem:
    return Problem(where, f"{text!r} may be read in more than one way", HINT)


def date_of(
    file: str, path: str, body: str, matter: FrontMatter, header_date: When | None, note: ArticleNote | None
) -> tuple[Published, str, list[Problem]]:
    """The publication date, the body with a line that is nothing but that date as blanks, and Problems.

    In this order: front matter (what a row or a page says of its text is of that kind), header, a body line that is
    nothing but a date, the editor's note, `path` with YYYY-MM-DD in it. Nothing of these: unknown, and the archive
    may find bounds later.
    """
    problems: list[Problem] = []
    found: list[tuple[Basis, When, str]] = []
    if matter.date:
        when, problems = stated(matter.date, file, matter.date_line)
        if when:
            found.append(("front matter", when, f"The {matter.says} says {matter.date}."))
    if header_date:
        found.append(("header", header_date, f"The header line says {header_date.edtf}."))
    line, wrong = _date_line(file, body)
    problems += wrong
    if line:
        match, when = line
        words = match["date"]
        found.append(("body line", when, f"Line {line_at(body, match.start('date'))} is nothing but {words!r}."))
        body = blank(body, *match.span())
    if note and note.published:
        if found and not _overlap(found[0][1], note.published):
            problems.append(_contradiction(note, found[0]))
        found.append(("editor", note.published, f"The editor dates it ({note.at}): {note.why}"))
    name = FILE_DATE.search(path)
    if name:
        when, wrong = stated(name[1], file, 0)
        problems += wrong
        if when:
            found.append(("file name", when, f"The file's name holds {name[1]}."))
    if not found:
        return Published(edtf.UNKNOWN, "unknown"), body, problems
    basis, when, why = found[0]
    return Published(_published(when, basis, why), basis), body, problems


def _published(when: When, basis: Basis, why: str) -> When:
    return When(when.edtf, when.first, when.last, when.precision, basis != "editor", basis, "", why)


def _date_line(file: str, body: str) -> tuple[tuple[re.Match[str], When] | None, list[Problem]]:
    """The first line that is nothing but a full date, among the first eight that hold text, or the last.

    A Problem for a line that can only be meant as a date and is none ("June 31, 2019"), or may be two ("5/6/2019").
    """
    for line in _first_and_last(body):
        match = DATE_LINE.fullmatch(body, *line) if line.end - line.start <= LONGEST_LINE else None
        when = read_date(match["date"]) if match else None
        if match and when and AMBIGUOUS.match(match["date"]):
            return None, [_ambiguous(match["date"], Location(file, line_at(body, match.start("date"))))]
        if match and when and when.precision == "day":
            return (match, when), []
        if match and when is None and DATE_SHAPE.fullmatch(match["date"]):
            what = f"{match['date']!r} is not a date"
            return None, [Problem(Location(file, line_at(body, match.start("date"))), what, HINT)]
    return None, []


def _first_and_last(body: str) -> list[Span]:
    """The first eight lines that hold text, and the last: what stands between them is not gone through."""
    with_text = (line.span() for line in LINE.finditer(body) if line[0].strip())
    lines = [Span(*span) for span in islice(with_text, 8)]
    stop = len(body.rstrip())
    end = body.find("\n", stop)
    last = Span(body.rfind("\n", 0, stop) + 1, end if end >= 0 else len(body))
    return lines if not lines or last == lines[-1] else [*lines, last]


def _overlap(a: When, b: When) -> bool:
    return not ((a.first and b.last and b.last < a.first) or (a.last and b.first and b.first > a.last))


def _contradiction(note: ArticleNote, first: tuple[Basis, When, str]) -> Problem:
    basis, when, _ = first
    file, _, line = note.at.partition(":")
    dated = note.published.edtf if note.published else ""
    what = f"the note dates {note.file} {dated}, but its {basis} says {when.edtf}"
    return Problem(Location(file, int(line)), what, f"the {basis} is kept; correct or remove the note")
