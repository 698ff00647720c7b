"""When the event of a clause was, is or is to be: by its own time word, by its neighbours, or only bounded.

A day only where the text gives a day. Without words, tense and modality give bounds from the publication date.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dateline import edtf
from dateline.model import FUTURE, Modality, Timex, When
from dateline.reports.clause import Clause
from dateline.temporal.calendar import shift

DURATION = re.compile(r"P(T?)(\d+|X)([YMWDH])")
# the rules that date an event without words of its own; those with words carry the name of the expression's rule
RULES = (
    "distance",
    "ahead",
    "same time",
    "told before",
    "after it",
    "before it",
    "as of",
    "title",
    "not before",
    "not after",
)
OWN_YEAR = re.compile(r"\d{4}|next|this|coming", re.IGNORECASE)  # the expression itself says which year
PLANNED = frozenset(
    "plan schedule set reserve reserved fix slate postpone delay put move book arrange call "
    "invite summon convene".split()
)
END = re.compile(r"\bend\b", re.IGNORECASE)  # "before the end of May" ends with May
LESS = re.compile(r"(?:less|fewer|no more) than|under|within|almost|nearly", re.IGNORECASE)
HALF_A_YEAR = 183
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour"}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with the expression it rests on; `by` is the day by which a plan is to be carried out."""

    when: When
    timex: Timex | None = None
    by: date | None = None


def by_words(timex: Timex, modality: Modality, perfect: bool, published: When) -> Dated:
    """The date that a clause's own time expression gives, as its preposition says."""
    when, signal = timex.when, timex.signal
    first, last = when.first, when.last
    rule, anchor, why = when.rule, when.anchor, when.explanation
    if timex.type == "TIME" and signal in ("after", "before", "by") and first is not None and first == last:
        return Dated(when, timex, last if modality in FUTURE else None)  # "shortly after 6am" is on that day
    if signal in ("by", "before") and last is not None and (modality in FUTURE or signal == "before"):
        whole = signal == "by" or first is None or END.search(timex.text)
        edge = last if whole or first is None else first
        bound = edtf.when_within(
            None, edge, rule=rule, anchor=anchor, explanation=f"{why} “{signal}” makes it the last day."
        )
        return Dated(bound, timex, edge if modality in FUTURE else None)
    if signal == "since" and first is not None and (perfect or modality not in FUTURE):
        return Dated(_since(when, published, f"{why} “since” makes it the beginning."), timex)
    if signal == "after" and last is not None:
        return Dated(
            edtf.when_within(
                last, None, rule=rule, anchor=anchor, explanation=f"{why} “after” makes it the first day."
            ),
            timex,
        )
    if signal == "until" and last is not None:
        bound = edtf.when_lasting(None, last, rule=rule, anchor=anchor, explanation=f"{why} “until” makes it the end.")
        return Dated(bound, timex, last if modality in FUTURE else None)
    if signal == "into" and last is not None:
        why = f"{why} “into” makes it the end."
        if published.first and last < published.first:  # it was over when the article was published
            return Dated(edtf.when_lasting(None, last, rule=rule, anchor=anchor, explanation=why), timex)
        return Dated(_span(published, when, why), timex)
    return Dated(when, timex, last if modality in FUTURE else None)


def _since(begin: When, published: When, why: str) -> When:
    """From its beginning to publication; with an open end where publication lies before it."""
    ahead = begin.first and published.last and published.last < begin.first
    return _span(begin, edtf.UNKNOWN if ahead else published, why)


def _span(begin: When, end: When, why: str) -> When:
    whole = f"{begin.edtf}/{end.edtf if end.last else '..'}"
    if begin.edtf.startswith("[") or end.edtf.startswith("["):
        return edtf.when_lasting(begin.first, end.last, rule=begin.rule, anchor=begin.anchor, explanation=why)
    return When(whole, begin.first, end.last, "range", True, begin.rule, begin.anchor, why)


def by_distance(timex: Timex, relation: str, known: When | None, text: str) -> Dated | None:
    """ "a day after X": the date of one side from that of the other, `known` that of the later one.

    A whole number of days or longer shifts the date; "hours", "days" and "weeks" only bound it.
    """
    match = DURATION.match(timex.value)
    if not match or known is None or known.last is None:
        return None
    clock, number, unit = match.groups()
    name = UNITS[unit]
    back = -1 if relation == "after" else 1
    words = f"‘{text}’"
    if number == "X" or clock or unit == "H":
        day_before = _shifted(known.first, known.last, -1, "day") if known.first and (clock or unit == "H") else None
        earlier = day_before[0] if day_before else None
        why = f"{words}: within {name}s before what is dated {known.edtf}."
        return Dated(_bounded(earlier, known.last, "distance", known, why), timex)
    if known.first is None:
        days = _shifted(known.last, known.last, back * int(number), name)
        why = f"{words}: {number} {name}(s) before what is dated {known.edtf}."
        return Dated(_bounded(None, days[1], "distance", known, why), timex) if days else None
    days = _shifted(known.first, known.last, back * int(number), name)
    if days is None:
        return None
    first, last = days
    if LESS.match(timex.text):
        why = f"{words}: at most {number} {name}(s) before what is dated {known.edtf}."
        return Dated(edtf.when_within(first, known.last, rule="distance", anchor=known.edtf, explanation=why), timex)
    shifted = edtf.within(first, last)
    why = f"{words}: that was {known.edtf}, so this was {shifted}."
    return Dated(edtf.when_within(first, last, rule="distance", anchor=known.edtf, explanation=why), timex)


def from_day(length: Timex, timex: Timex) -> Dated | None:
    """ "two days before Christmas": so far from the day that is named; None where the length is not counted in days."""
    match, known = DURATION.match(length.value), timex.when
    if not match or match[1] or match[2] == "X" or match[3] == "H" or known.first is None or known.last is None:
        return None
    count = int(match[2]) * (1 if timex.signal == "after" else -1)
    days = _shifted(known.first, known.last, count, UNITS[match[3]])
    if days is None:
        return None
    why = f"‘{length.text} {timex.signal} {timex.text}’: that is {known.edtf}, so this was {edtf.within(*days)}."
    return Dated(edtf.when_within(*days, rule="distance", anchor=known.edtf, explanation=why), timex)


def _shifted(first: date, last: date, n: int, unit: str) -> tuple[date, date] | None:
    """The interval moved by `n` units; None where it leaves the years 1 to 9999."""
    try:
        return shift(first, last, n, unit)
    except OverflowError:
        return None


def ahead(timex: Timex, base: When) -> Dated | None:
    """ "in 14 months": counted from `base`, the event on which the plan hangs."""
    match = DURATION.match(timex.value)
    if not match or match[2] == "X" or match[1] or base.first is None or base.last is None:
        return None
    days = _shifted(base.first, base.last, int(match[2]), UNITS[match[3]])
    if days is None:
        return None
    first, last = days
    if timex.signal == "within":
        first = base.first
    why = f"‘{timex.signal} {timex.text}’, counted from {base.edtf}, is {edtf.within(first, last)}."
    return Dated(edtf.when_within(first, last, rule="ahead", anchor=base.edtf, explanation=why), timex, last)


def by_neighbour(when: When, why: str, rule: str = "same time") -> Dated:
    """The date of a clause that shares the time of another."""
    implied = When(when.edtf, when.first, when.last, when.precision, False, rule, when.edtf, why)
    return Dated(implied)


def after_it(known: When, published: When, words: str) -> Dated:
    """ "Following the vote, …": between that event and publication."""
    last = published.last if published.last and known.first and published.last >= known.first else None
    why = f"‘{words}’: after what is dated {known.edtf}."
    return Dated(_bounded(known.first, last, "after it", known, why))


def before_it(known: When, words: str) -> Dated:
    """ "The announcement was made after they had spoken": the second was by then."""
    return Dated(_bounded(None, known.last, "before it", known, f"‘{words}’: before what is dated {known.edtf}."))


def by_speech(clause: Clause, modality: Modality, said: When, words: str) -> Dated:
    """What was said on a known day: what is past was by then, what is to come not before."""
    return Dated(_bounds(clause, modality, said, f"said {said.edtf}", f"It was said {words}".rstrip()))


def told(published: When, rule: str = "not after") -> When:
    """What the text names as done: on or before the day of publication."""
    if published.last is None:
        return edtf.UNKNOWN
    why = f"The text does not say when; it is named as done, so it was on or before {published.last}."
    return _bounded(None, published.last, rule, published, why, published.edtf)


def by_tense(clause: Clause, modality: Modality, published: When) -> Dated:
    """No words say when: tense and modality bound the event by the publication date."""
    if published.first is None and published.last is None:
        return Dated(edtf.UNKNOWN)
    return Dated(_bounds(clause, modality, published, f"published {published.edtf}", "The text does not say when"))


def _bounds(clause: Clause, modality: Modality, base: When, anchor: str, why: str) -> When:
    verb = clause.verb
    if (base.first if modality in FUTURE else base.last) is None:
        return edtf.UNKNOWN
    if modality in FUTURE:
        return _bounded(
            base.first, None, "not before", base, f"{why}; it was still to come, so not before {base.first}.", anchor
        )
    if _state(clause) and base.first is not None:
        note = f"{why}; it is told as lasting then ({base.edtf})."
        return When(base.edtf, base.first, base.last, base.precision, False, "as of", anchor, note)
    if verb.progressive and verb.tense == "past" and base.first is not None and base.last is not None:
        note = f"{why}; it is told as going on when the article was written."
        return _bounded(base.first - timedelta(days=1), base.last, "as of", base, note, anchor)
    tense = "past perfect" if verb.perfect and verb.tense == "past" else "past"
    return _bounded(
        None, base.last, "not after", base, f"{why}; the {tense} tense puts it on or before {base.last}.", anchor
    )


def _state(clause: Clause) -> bool:
    """Told in the present, or as going on: true on the day on which it is told."""
    verb = clause.verb
    return verb.tense == "present" and not verb.perfect and not verb.modal


def _bounded(first: date | None, last: date | None, rule: str, base: When, why: str, anchor: str = "") -> When:
    return edtf.when_within(first, last, rule=rule, anchor=anchor or base.edtf, explanation=why, stated=False)


def not_ahead(dated: Dated, clause: Clause, modality: Modality, published: When) -> Dated | None:
    """What is told in the past tense is over: a month without a year that would lie ahead is last year's."""
    when, timex, verb = dated.when, dated.timex, clause.verb
    past = (verb.tense == "past" or verb.perfect) and not verb.modal
    if timex is None or OWN_YEAR.search(timex.text):
        return dated
    if modality in FUTURE:
        return _nearer(dated, timex, published) if verb.tense == "past" or verb.modal == "would" else dated
    if not past or (timex.signal == "for" and verb.lemma in PLANNED):
        return dated
    if modality == "denied" and timex.signal in ("before", "by", "until"):
        return dated  # "was not planned before June"
    first, last = timex.when.first, timex.when.last
    if first is None or last is None or published.last is None or first <= published.last:
        return dated
    if verb.lemma == "agree" or (first == last and (verb.lemma in PLANNED or verb.chain)):
        return dated  # "agreed to meet in May"
    if first == last and (first - published.last).days <= HALF_A_YEAR:
        return None  # the day of what was asked for or agreed: "urged them to march on October 13"
    days = _shifted(first, last, -1, "year")
    if days is None:
        return dated
    first, last = days
    why = f"{when.explanation} That would be after publication, and it is told as past: the year before."
    moved = edtf.when_within(first, last, rule=when.rule, anchor=when.anchor, explanation=why)
    return Dated(_since(moved, published, why) if timex.signal == "since" else moved, timex)


def _nearer(dated: Dated, timex: Timex, published: When) -> Dated:
    """ "It was to be signed on April 1", told in May: what had been planned for a day far ahead was for the last."""
    first, last = timex.when.first, timex.when.last
    if first is None or last is None or published.last is None or (first - published.last).days <= HALF_A_YEAR:
        return dated
    days = _shifted(first, last, -1, "year")
    if days is None:
        return dated
    why = f"{dated.when.explanation} That would be long after publication, and it had been planned: the year before."
    when = edtf.when_within(*days, rule=dated.when.rule, anchor=dated.when.anchor, explanation=why)
    return Dated(when, timex, dated.by and days[1])
