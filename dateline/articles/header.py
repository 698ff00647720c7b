"""The line above an article: ` date 2019-06-30 Reuters, KABUL`, and a dateline such as `Kabul:`."""

import re
from dataclasses import dataclass
from itertools import islice

from dateline.articles.labels import LABELS, is_label
from dateline.articles.markup import blank
from dateline.articles.masthead import Masthead, day_of, read_masthead
from dateline.articles.publication import stated
from dateline.model import Span, When
from dateline.problems import Problem, line_at

MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
DATE = r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[ \t]+[A-Z][a-z]+[ \t]+\d{4}|[A-Z][a-z]+\.?[ \t]+\d{1,2},?[ \t]+\d{4}"
HEADER = re.compile(rf"\s*(?:date[ \t]*:?[ \t]+)(?P<date>{DATE})(?=\s|,|\Z)[ \t]*,?", re.IGNORECASE)
# "Reuters, KABUL" and "AP, KABUL - The…": an agency of a few words, and a place in capitals
AGENCY = re.compile(r"[ \t]*(?P<agency>[A-Z][\w.&’'-]*(?:[ \t][A-Z][\w.&’'-]*){0,3})[ \t]*")
CAPITALS = r"[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ’'./-]+(?:[ -][^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ’'./-]+){0,3}"
AGENCY_PLACE = re.compile(
    rf"{AGENCY.pattern},[ \t]*(?P<place>{CAPITALS})(?:,[ \t]*(?:[A-Z][\w]+|(?:[A-Z]\.)+))?"
    r"(?=[ \t]*(?:\n|\r|\Z)|[ \t]+[-–—]+\s|[ \t]*:|[ \t]+[A-Z“\"])(?:[ \t]*[-–—:]+(?=\s))?"
)
# "Reuters, Kabul": all that is left of the line
AGENCY_TOWN = re.compile(rf"{AGENCY.pattern},[ \t]*(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)[ \t]*(?=\r?\Z)")
# "Kabul:" and "KABUL, Afghanistan (AP) --" before the first sentence
COLON = re.compile(
    rf"\s*(?!(?:{LABELS})\b)(?P<place>[A-Z](?=\w*[a-z])[\w’']+(?:-[\w’']+|[ ][A-Z][\w’']+){{0,4}})"
    r"[ \t]*(?P<mark>:)[ \t]+(?=[A-Z“\"])"
)
# "Kabul, 12 March 2003: Rebels…": sure by a date with its year, or by a month that is no name
DATED = re.compile(
    rf"\s*(?P<place>[A-Z][\w’']+(?:[- ][A-Z][\w’']+){{0,3}}),[ \t]*"
    rf"(?P<tail>(?P<date>(?:{MONTH}\.?[ \t]\d{{1,2}}|\d{{1,2}}[ \t]{MONTH}\.?)(?:,?[ \t]\d{{4}})?))"
    r"[ \t]*(?P<mark>:)[ \t]+(?=[A-Z“\"])"
)
# "NEW DELHI, FEB. 3. The president…"
STOPPED = re.compile(
    rf"\s*(?P<place>{CAPITALS}),[ \t]*"
    rf"(?P<tail>(?P<date>(?i:{MONTH})\.?[ \t]\d{{1,2}}|\d{{1,2}}[ \t](?i:{MONTH})))\.(?P<mark>)[ \t]+(?=[A-Z“\"])"
)
DAY = r"(?:[A-Z][a-z]+\.?[ \t]\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?[ \t][A-Z][a-z]+\.?)(?:,?[ \t]\d{4})?"
AGENCY_ONLY = re.compile(r"\((?P<agency>[A-Z][\w .&-]{1,40})\)[ \t]*(?:--|[-–—])[ \t]+")
WIRE = re.compile(
    rf"\s*(?P<place>{CAPITALS})(?:,[ \t]*[A-Z](?:[^\W\d]|[. ’'-]){{1,40}}?)?"
    rf"(?P<tail>[ \t]*,?[ \t]*(?P<date>{DAY}))?"
    r"(?:[ \t]*\((?P<agency>[\w .&-]{1,40})\))?[ \t]*(?P<mark>--|[-–—]|:)[ \t]*(?=\S)"
)
# "BAMAKO (Reuter, Aug. 8, 1988) -" and "BAMAKO (Reuters) Aug 8 1988 -"
WIRE_BEHIND = re.compile(
    rf"\s*(?P<place>{CAPITALS})[ \t]*\((?P<agency>[A-Z][\w .&-]{{1,40}})(?:,[ \t]+|\)[ \t]*,?[ \t]*)"
    rf"(?P<tail>(?P<date>{DAY}))\)?[ \t]*(?P<mark>--|[-–—]|:)[ \t]*(?=\S)"
)
# "Bamako, Sept 26, 2023 (AFP) - ": the place in small letters, sure by its date and its agency
WIRE_SMALL = re.compile(
    r"\s*(?P<place>[A-Z][\w’']+(?:-[\w’']+|[ ][A-Z][\w’']+){0,5})(?:,[ \t]*[A-Z][a-z]+)?"
    rf"(?P<tail>[ \t]*,?[ \t]+\(?(?P<date>{DAY}))"
    r",?[ \t]*\(?(?P<agency>[A-Z][\w .&-]{1,40})\)[ \t]*(?P<mark>--|[-–—]|:)[ \t]*(?=\S)"
)

DATELINES = (WIRE, WIRE_BEHIND, WIRE_SMALL, DATED, STOPPED)


@dataclass(frozen=True, slots=True)
class Header:
    """`body` is the text with the header as blanks, but for the dateline's place."""

    body: str
    date: When | None = None
    source: str | None = None
    place: str | None = None
    place_span: Span | None = None


def read_header(file: str, body: str) -> tuple[Header, list[Problem]]:
    """What stands above or at the head of the text, also below a title; a Problem for an impossible date."""
    match = next((m for line in _first_lines(body) if (m := HEADER.match(body, line))), None)
    if not match:
        masthead = read_masthead(body)
        return _below(file, body, masthead) if masthead else _dateline(file, body, None)
    when, problems = stated(match["date"], file, line_at(body, match.start("date")))
    line_end = body.find("\n", match.end())
    line_end = len(body) if line_end < 0 else line_end
    rest = body[match.end() : line_end]
    tail = AGENCY_PLACE.match(rest) or AGENCY_TOWN.match(rest) or _agency_alone(rest)
    end = match.end() + (tail.end() if tail else 0)
    masked = blank(body, match.start(), end)
    source = tail["agency"] if tail else None
    place = tail.groupdict().get("place") if tail else None
    if not place or not tail:
        found, wrong = _dateline(file, masked, when)
        return Header(found.body, when, source or found.source, found.place, found.place_span), problems + wrong
    span = Span(match.end() + tail.start("place"), match.end() + tail.end("place"))
    masked = masked[: span.start] + place + masked[span.end :]
    return Header(masked, when, source, place.title(), span), problems


def _below(file: str, body: str, masthead: Masthead) -> tuple[Header, list[Problem]]:
    """What a masthead says, and a dateline below it."""
    when, problems = None, list[Problem]()
    if masthead.date:
        when, problems = stated(day_of(body, masthead.date), file, line_at(body, masthead.date.start))
    masked = body
    for line in masthead.lines:
        masked = blank(masked, *line)
    if masthead.place:
        start, end = masthead.place
        masked = masked[:start] + body[start:end] + masked[end:]
        return Header(masked, when, masthead.source, body[start:end].title(), masthead.place), problems
    found, wrong = _dateline(file, masked, when)
    source = masthead.source or found.source
    return Header(found.body, found.date, source, found.place, found.place_span), problems + wrong


def _first_lines(body: str, most: int = 4) -> list[int]:
    """The offsets at which the first lines with text begin: a title may stand above the header."""
    return [found.start() for found in islice(re.finditer(r"^[ \t]*(?=\S)", body, re.MULTILINE), most)]


def _agency_alone(rest: str) -> re.Match[str] | None:
    """An agency is all that is left of the line: a few words and no sentence."""
    match = AGENCY.match(rest)
    return match if match and match.end() == len(rest.rstrip()) else None


def _dateline(file: str, body: str, date: When | None) -> tuple[Header, list[Problem]]:
    """A dateline before the first sentence. One that holds a date stays visible: the date is an expression.

    With its year, that date is the publication date of an article that states no other.
    """
    lines = _first_lines(body)
    match = next((m for line in lines for one in DATELINES if (m := one.match(body, line))), None)
    match = match or (COLON.match(body, lines[0]) if lines else None)
    match = None if match and is_label(match["place"]) else match
    if not match:
        alone = next((m for line in lines if (m := AGENCY_ONLY.match(body, line))), None)
        return Header(blank(body, *alone.span()) if alone else body, date, alone["agency"] if alone else None), []
    span = Span(*match.span("place"))
    groups = match.groupdict()
    problems: list[Problem] = []
    if date is None and groups.get("date") and re.search(r"\d{4}", match["date"]):
        date, problems = stated(match["date"], file, line_at(body, match.start("date")))
    if not groups.get("tail"):
        body = blank(body, match.start(), match.end())
        body = body[: span.start] + match["place"] + body[span.end :]
    place = match["place"]
    return Header(body, date, groups.get("agency"), place.title() if place.isupper() else place, span), problems
