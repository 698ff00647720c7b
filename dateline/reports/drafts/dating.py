"""When the event of a clause was, is or is to be: by its own time word, by its neighbours, or only bounded.

A day only where the text gives a day. Without words, tense and modality give bounds from the publication date.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dateline import edtf
from dateline.model import FUTURE, Modality, Timex, When
from dateline.reports.clauses.clause import Clause

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
END = re.compile(r"\bend\b", re.IGNORECASE)  # "before the end of May" ends with May


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
        return Dated(since(when, published, f"{why} “since” makes it the beginning."), timex)
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


def since(begin: When, published: When, why: str) -> When:
    """From its beginning to publication; with an open end where publication lies before it."""
    ahead = begin.first and published.last and published.last < begin.first
    return _span(begin, edtf.UNKNOWN if ahead else published, why)


def _span(begin: When, end: When, why: str) -> When:
    whole = f"{begin.edtf}/{end.edtf if end.last else '..'}"
    if begin.edtf.startswith("[") or end.edtf.startswith("["):
        return edtf.when_lasting(begin.first, end.last, rule=begin.rule, anchor=begin.anchor, explanation=why)
    return When(whole, begin.first, end.last, "range", True, begin.rule, begin.anchor, why)


def by_neighbour(when: When, why: str, rule: str = "same time") -> Dated:
    """The date of a clause that shares the time of another."""
    implied = When(when.edtf, when.first, when.last, when.precision, False, rule, when.edtf, why)
    return Dated(implied)


def after_it(known: When, published: When, words: str) -> Dated:
    """ "Following the vote, …": between that event and publication."""
    last = published.last if published.last and known.first and published.last >= known.first else None
    why = f"‘{words}’: after what is dated {known.edtf}."
    return Dated(bounded(known.first, last, "after it", known, why))


def before_it(known: When, words: str) -> Dated:
    """ "The announcement was made after they had spoken": the second was by then."""
    return Dated(bounded(None, known.last, "before it", known, f"‘{words}’: before what is dated {known.edtf}."))


def close_to(known: When, words: str, side: str) -> Dated:
    """ "Hours before the vote, …": on about the same day, which the text does not name."""
    why = f"‘{words}’: on about the day of what is dated {known.edtf}."
    rule = "before it" if side == "before" else "after it"
    return Dated(When(f"{known.edtf}~", known.first, known.last, known.precision, False, rule, known.edtf, why))


def by_speech(clause: Clause, modality: Modality, said: When, words: str) -> Dated:
    """What was said on a known day: what is past was by then, what is to come not before."""
    return Dated(_bounds(clause, modality, said, f"said {said.edtf}", f"It was said {words}".rstrip()))


def told(published: When, rule: str = "not after") -> When:
    """What the text names as done: on or before the day of publication."""
    if published.last is None:
        return edtf.UNKNOWN
    why = f"The text does not say when; it is named as done, so it was on or before {published.last}."
    return bounded(None, published.last, rule, published, why, published.edtf)


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
        return bounded(
            base.first, None, "not before", base, f"{why}; it was still to come, so not before {base.first}.", anchor
        )
    if _state(clause) and base.first is not None:
        note = f"{why}; it is told as lasting then ({base.edtf})."
        return When(base.edtf, base.first, base.last, base.precision, False, "as of", anchor, note)
    if verb.progressive and verb.tense == "past" and base.first is not None and base.last is not None:
        note = f"{why}; it is told as going on when the article was written."
        return bounded(base.first - timedelta(days=1), base.last, "as of", base, note, anchor)
    tense = "past perfect" if verb.perfect and verb.tense == "past" else "past"
    return bounded(
        None, base.last, "not after", base, f"{why}; the {tense} tense puts it on or before {base.last}.", anchor
    )


def _state(clause: Clause) -> bool:
    """Told in the present, or as going on: true on the day on which it is told."""
    verb = clause.verb
    return verb.tense == "present" and not verb.perfect and not verb.modal


def bounded(first: date | None, last: date | None, rule: str, base: When, why: str, anchor: str = "") -> When:
    return edtf.when_within(first, last, rule=rule, anchor=anchor or base.edtf, explanation=why, stated=False)
