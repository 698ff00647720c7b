"""A worksheet for classes, and its key: quotes without their dating words and speakers, forecasts without their ends.

To be dated are at most MOST events whose words state a day, week or month, the weightiest first; each further event of
the same month, lane or certainty counts for less, so that the sheet spreads over all of the timeline. Then come the
weightiest claims, and the weightiest forecasts of which the articles tell the end. No chance is
in it: the same timeline gives the same sheet.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase

from dateline.model import Event, Report
from dateline.web import labels
from dateline.web.dates import Words
from dateline.web.labels import STATUS, Status
from dateline.web.lookup import Lookup
from dateline.web.views.card import Answer, answers, date_of, who_says
from dateline.web.views.outcome import Outcome, outcome
from dateline.web.views.parts import Link, event_link
from dateline.web.views.quote import Quote, dating_words, quote
from dateline.web.words import said

MOST, CLAIMS, FORECASTS = 14, 4, 4
_CLAIMED = ("claimed", "denied")
_CERTAIN = ("day", "week", "month")
_SHORTEST = 7  # words of a quote that can be read alone
_KNOWN_END = ("met", "late", "not met", "moved")
_LANE, _CERTAINTY, _MONTH = 0.05, 0.05, 0.1  # what one more of the same takes from an event's salience, of 0 to 1
NOBODY = said("the article itself")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a quote; `asks` is "when" or "who" where the sheet has a blank in their place, else ""."""

    text: str
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A quote with its blanks, and the answers: the sheet leaves those to the key."""

    letter: str
    pieces: tuple[Piece, ...]
    quote: Quote
    link: Link
    date: Words
    why: str
    who: str
    status: Status
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """A forecast and what became of it."""

    quote: Quote
    link: Link
    due: Words
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Worksheet:
    """`dates` and `speakers` are what to choose from, in an order that gives nothing away.

    `order` are the letters in the order of time, those of one date together.
    """

    questions: tuple[Question, ...]
    claims: tuple[Question, ...]
    dates: tuple[str, ...]
    speakers: tuple[str, ...]
    order: tuple[str, ...]
    statuses: tuple[Status, ...]
    endings: tuple[Ending, ...]


def worksheet(lookup: Lookup) -> Worksheet:
    """The sheet of a timeline; without questions where too little of it is dated."""
    chosen, claims = choose(lookup.timeline.events), _claims(lookup.timeline.events)
    shuffled = sorted(chosen, key=lambda event: hashlib.sha256(event.id.encode()).digest())
    letters = {event.id: letter for event, letter in zip(shuffled, ascii_uppercase, strict=False)}
    questions = tuple(_question(letters[event.id], event, _dated(event), lookup) for event in shuffled)
    further = ascii_uppercase[len(chosen) :]
    claimed = tuple(_question(a, event, None, lookup) for a, event in zip(further, claims, strict=False))
    named = {one.who for one in questions if any(piece.asks == "who" for piece in one.pieces)}
    named |= {one.who for one in claimed}
    dated: dict[str, list[str]] = {}
    for event in chosen:
        dated.setdefault(str(date_of(event)), []).append(letters[event.id])
    return Worksheet(
        questions=questions,
        claims=claimed,
        dates=tuple(dated),
        speakers=tuple(sorted(named, key=lambda name: (name.casefold(), name))),  # of a set, which has no order
        order=tuple(_together(sorted(group)) for group in dated.values()),
        statuses=tuple(STATUS.values()),
        endings=tuple(_ending(event, lookup) for event in _forecasts(lookup.timeline.events)),
    )


def _together(letters: Sequence[str]) -> str:
    """ "A and C and F": letters of one date."""
    first, *others = letters
    for one in others:
        first = said("%(letters)s and %(letter)s", letters=first, letter=one)
    return first


def choose(events: Sequence[Event]) -> list[Event]:
    """The events that the sheet asks about, in the order of time."""
    left = sorted((event for event in events if _dated(event)), key=lambda event: -event.salience)
    chosen: list[Event] = []
    while left and len(chosen) < MOST:
        best = _best(left, chosen)
        left.remove(best)
        chosen.append(best)
    return sorted(chosen, key=lambda event: (event.when.first, event.when.last, event.id))


def _best(left: Sequence[Event], chosen: Sequence[Event]) -> Event:
    """Which of those `left`, the weightiest first, is worth most beside the chosen: none more than it weighs."""
    best, worth = left[0], (_worth(left[0], chosen), left[0].id)
    for event in left[1:]:
        if _worth(event, ()) < worth[0]:
            break
        if (found := (_worth(event, chosen), event.id)) > worth:
            best, worth = event, found
    return best


def _dated(event: Event) -> Report | None:
    """The report whose quote dates the event to a month or better, and can be read alone."""
    sure = event.when.stated and event.when.precision in _CERTAIN and event.when.first and event.when.last
    reports = (
        one for one in event.reports if one.when == event.when and dating_words(one) and _stands_alone(one, event)
    )
    return next(reports, None) if sure else None


def _stands_alone(report: Report, event: Event) -> bool:
    """A claim can be told from a fact only where the quote says who makes it."""
    long = len(report.quote.split()) >= _SHORTEST
    return long and (event.modality not in _CLAIMED or any(asks == "who" for *_, asks in _blanks(report, event)))


def _worth(event: Event, chosen: Sequence[Event]) -> float:
    lane = sum(labels.LANE[one.type] == labels.LANE[event.type] for one in chosen)
    certainty = sum(labels.CERTAINTY[one.modality] == labels.CERTAINTY[event.modality] for one in chosen)
    month = sum(one.when.first == event.when.first or one.when.edtf[:7] == event.when.edtf[:7] for one in chosen)
    return round(event.salience - _LANE * lane - _CERTAINTY * certainty - _MONTH * month, 6)


def _claims(events: Sequence[Event]) -> list[Event]:
    """The weightiest claims and denials of somebody that are not asked to be dated."""
    found = [event for event in events if event.modality in _CLAIMED and event.said_by and not _dated(event)]
    long = [event for event in found if len(event.reports[0].quote.split()) >= _SHORTEST]
    return sorted(long, key=lambda event: (-event.salience, event.id))[:CLAIMS]


def _question(letter: str, event: Event, dated: Report | None, lookup: Lookup) -> Question:
    """The question about an event: when it was, and who says so; the latter alone where no report is `dated`."""
    report = dated or event.reports[0]
    blanks = [one for one in _blanks(report, event) if dated or one[2] == "who"]
    return Question(
        letter=letter,
        pieces=tuple(_pieces(report.quote, blanks)),
        quote=quote(report, lookup),
        link=event_link(event, lookup),
        date=date_of(event),
        why=event.when.explanation,
        who=who_says(replace(event, said_by=tuple(replace(one, reported_by=None) for one in event.said_by)), lookup)
        or NOBODY,
        status=labels.status(event),
        answers=answers(event, lookup, ("denied-by", "contradicts", "confirmed-by")),
    )


def _blanks(report: Report, event: Event) -> list[tuple[int, int, str]]:
    """Where the quote says when, and who says so; sorted and apart."""
    found = [(*words, "when")] if (words := dating_words(report)) else []
    for speaker in event.said_by:
        named = re.search(rf"(?<!\w){re.escape(speaker.text)}(?!\w)", report.quote)
        if named and all(named.end() <= start or end <= named.start() for start, end, _ in found):
            found.append((*named.span(), "who"))
    return sorted(found)


def _pieces(text: str, blanks: Sequence[tuple[int, int, str]]) -> list[Piece]:
    pieces, at = [], 0
    for start, end, asks in blanks:
        pieces += [Piece(text[at:start]), Piece(text[start:end], asks)]
        at = end
    return [piece for piece in (*pieces, Piece(text[at:])) if piece.text]


def _forecasts(events: Sequence[Event]) -> list[Event]:
    """The weightiest forecasts of which the articles tell the end."""
    ended = [event for event in events if event.forecast and event.forecast.status in _KNOWN_END]
    weighty = {event.id for event in sorted(ended, key=lambda event: (-event.salience, event.id))[:FORECASTS]}
    return [event for event in ended if event.id in weighty]


def _ending(event: Event, lookup: Lookup) -> Ending:
    return Ending(quote(event.reports[0], lookup), event_link(event, lookup), date_of(event), outcome(event, lookup))
