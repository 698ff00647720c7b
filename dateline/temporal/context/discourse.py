"""From where a text counts: its publication, the time of a quotation, or the date that it told last."""

from dataclasses import dataclass, field
from datetime import date

from dateline.model import Sentence, When
from dateline.temporal.context import before_christ
from dateline.temporal.context.dated import Dated, Open, is_over, precedes
from dateline.temporal.context.flashback import Flashback
from dateline.temporal.context.narrative import (
    counts_from_speech,
    is_bare_year,
    names_quarter,
    year_named,
)
from dateline.temporal.context.standing import goes_on, in_passing, is_entry, is_heading, is_quoted, is_recalled, opens
from dateline.temporal.grammar.expression import (
    Calendar,
    Duration,
    Edge,
    Expression,
    Mention,
    Relative,
    TimeOfDay,
    Vague,
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that is counted from, as an interval where it is uncertain, and its name in words."""

    days: Open
    label: str  # "published 2019-06-30"
    words: str  # "the publication date 2019-06-30"


NO_ANCHOR = Anchor((None, None), "", "")


@dataclass(slots=True)
class Discourse:
    """What has been said so far in one text."""

    speech: Anchor
    narrative: bool
    published: Anchor
    clock: Dated | None = None  # the time of day told last: "two hours later"
    latest: Dated | None = None  # the date told last: "that month", "three years later"
    last_day: Dated | None = None  # the single day told last: "the next day", "three days later"
    next_day: Dated | None = None  # the single day told last that is still to come: "will vote on that day"
    reference: Dated | None = None  # the last date that the story goes on from: "on 3 May"
    reference_text: str = ""
    beside: Dated | None = None  # a day or month told with its year, earlier in this sentence
    joined: Dated | None = None  # the date right before this one: "in January and February"
    since: date | None = None  # the day that it is where this one ends what it began: "from Monday to Friday"
    of_clock: Dated | None = None  # the day that stands right before this clock time: "on Friday at 5 p.m."
    goes_on: bool = False  # this date is that of a deed told as the next one in its sentence: "and charged in January"
    history: tuple[Dated, bool] | None = None  # such a date that opened a sentence; whether it is that of an entry
    flashback: Flashback = field(default_factory=Flashback)  # the earlier year that is gone on in
    in_entry: bool = False  # this is an entry of a chronology, whose verbs are in the present
    section: Dated | None = None  # the year, month or day that is the heading of this section
    day: Dated | None = None  # the day told last in this paragraph: "on Friday at 5 p.m."
    coarse: bool = False  # a month or year has been told in this paragraph
    year: Dated | None = None  # the year told in this sentence: what "the year before" compares with
    quarter: Dated | None = None  # the quarter told last: what "a year earlier" compares with

    def counted_from(self, base: str, unit: str = "", cue: int = 0, *, back: bool = False) -> Anchor:
        """The anchor of an expression: of speech, or the date told last if there is one and it is meant.

        `unit` is what is counted, `back` whether to what was before; `cue` what the tense of the clause says (-1 past,
        1 future).
        """
        told = self.next_day if unit == "day" and cue > 0 and self.next_day else self._told_for(unit)
        if back and told and told.first and not self.narrative and _is_after(told.first, self.published):
            told = self.last_day  # "elections in May. Two weeks earlier": not before these
        wanted = base == "reference" or (base == "either" and self.narrative)
        if wanted and told and told.first and told.last:
            return that_day(told)
        if wanted and self.narrative:
            return Anchor((None, None), "", "an unknown date")
        return self.speech

    def _told_for(self, unit: str) -> Dated | None:
        """The date told last; for days the last single day, where a coarser date since then only looks back."""
        told, day = self.latest, self.last_day
        if unit not in ("day", "night") or told is None or told.first is None or told.first == told.last:
            return told
        if self.coarse and self.day is None:
            return told  # a day of another paragraph is not what "a day later" counts from
        if day and day.first and told.first <= day.first:
            return day
        return told if self.narrative or self.speech.days[0] is None else day

    def told_day(self) -> Dated | None:
        """The day that a clock time belongs to: the one told last, unless it is still to come."""
        day, said = self.day or self.last_day, self.published.days[1]
        return day if self.day or not (day and day.first and said and day.first > said) else None

    def left_behind(self, told: Dated) -> bool:
        """Whether news has long left this day: "overnight" is then of the night before it was printed."""
        said = self.speech.days[0]
        return not self.narrative and bool(said and told.first and (said - told.first).days > LATELY)

    def story(self) -> Anchor:
        """The time of a story: "yesterday" and "two years ago" in it are words of its own people."""
        told = self.reference
        if told is None or told.first is None or told.last is None:
            return Anchor((None, None), "", "an unknown date")
        return Anchor((told.first, told.last), f"told {told.value}", f"the time of the story, {told.value}")

    def open_section(self, heading: Sentence, told: Mention | None, found: Dated | None) -> None:
        """A heading that is a date with its year, "1943" or "1943: The landing", holds for what stands under it."""
        dated = told is not None and year_named(told.expression) is not None and is_heading(told, heading)
        self.section = found if dated else None

    def look_back(self, mention: Mention, sentence: Sentence) -> None:
        """Go on in the year that opened a sentence of the paragraph: in an entry of a chronology, "2000 -- …", or with
        a date that opens its own sentence, "In the spring of 1963 … On June 11 …"."""
        self.in_entry = self.history is not None and self.history[1]
        self.flashback.take(mention, sentence)
        if self.beside is None and self.history:
            told, entry = self.history
            if entry or opens(mention, sentence):
                self.beside = told

    def hear(self, mention: Mention, found: Dated, sentence: Sentence) -> None:
        """Remember a resolved date, if what follows may be counted from it."""
        expression = mention.expression
        if isinstance(expression, Duration) and expression.unit == "month" and expression.n in (6, 9, 12):
            self.quarter = None  # figures for nine months or a year: no quarter is spoken of now
        dated = (found.first and found.last) or before_christ.year_of(found)
        if mention.type not in ("DATE", "TIME") or not dated or isinstance(expression, Vague):
            return
        if isinstance(expression, TimeOfDay):
            self.clock = found
        if isinstance(expression, TimeOfDay) and expression.day is None:
            if self.day and self.day.value.endswith(NIGHTS) and precedes(self.day, found, 1):  # "at 3 a.m." after it
                self.latest = self.last_day = self.day = found
            return  # "overnight", "at noon": they name no day that anything is counted from
        if self.narrative and counts_from_speech(expression):
            return
        if is_bare_year(expression) and not (isinstance(expression, Relative) and expression.base != "speech"):
            self.year = found
        if is_recalled(mention, sentence):
            return  # what they recall is no day of what is told
        reported = self.quarter if self.quarter and is_over(self.quarter, self.published.days) else None
        passing = reported and (precedes(found, reported, TOO_LONG) or not is_over(found, self.published.days))
        ended = self.quarter is None and isinstance(expression, Edge)  # "the quarter ended June 25", a fiscal one maybe
        if (names_quarter(expression) or ended) and "-Q" in found.value and not passing:
            self.quarter = found  # not one told in passing: "after a poor second quarter", "hopes for the fourth"
        if found.first and found.last and (found.last - found.first).days > TOO_LONG and self.latest:
            if isinstance(expression, Relative) and expression.n and expression.n > 0:  # "two decades later"
                self.latest = self.last_day = self.reference = self.beside = self.history = None
            return  # a decade told in passing is nothing to count from
        if mention.signal not in BOUNDS or not self.last_day:
            self.latest = found
        self.coarse = self.coarse or found.first != found.last
        said = self.published.days[1]
        if found.first == found.last and found.first and said and found.first > said and not self.narrative:
            self.next_day = self.day = found
        elif found.first == found.last and mention.signal not in BOUNDS:  # "the most since Monday" looks back
            self.last_day = self.day = found
        self.flashback.hear(mention, found, sentence)
        first = opens(mention, sentence)
        if year_named(expression) is not None and (first or not is_bare_year(expression)):
            self.beside = found
            self.history = (found, is_entry(mention, sentence)) if first else None
        elif self._is_long_past(expression, found) or (is_bare_year(expression) and goes_on(mention, sentence)):
            self.beside = found
        elif self.beside and _of_month_last(expression):
            self.beside = found  # "in March 2000, … last January and … on June 7": not the June of 2000
        elif counts_from_speech(expression):
            self.history = None
        if self.narrative and self.reference and not self._leads(mention, found, sentence):
            return
        self.reference, self.reference_text = found, mention.text

    def _is_long_past(self, expression: Expression, found: Dated) -> bool:
        """Whether a month or day without a year lies so far back only by what was told before it."""
        said, first = self.published.days[0], found.first
        if not isinstance(expression, Calendar) or expression.month is None or said is None or first is None:
            return False
        return first.year < said.year - 1

    def _leads(self, mention: Mention, found: Dated, sentence: Sentence) -> bool:
        """Whether a story goes on from this date: it opens its sentence, or is a day or month of the same years.

        A year alone within the sentence, a date in brackets, in a quotation or behind "until" is told in passing.
        """
        if is_quoted(mention, sentence):
            return False
        if opens(mention, sentence) or sentence.headline:
            return True
        if in_passing(mention, sentence) or is_bare_year(mention.expression):
            return False
        told = self.reference.first if self.reference else None
        return not told or not found.first or abs(found.first.year - told.year) <= SAME_STORY


def _of_month_last(expression: Expression) -> bool:
    """ "Last January", "next May": a month of a year that is told from now."""
    if not isinstance(expression, Calendar) or expression.which is None:
        return False
    return expression.base == "speech" and expression.month is not None


TOO_LONG = 400  # days
BOUNDS = frozenset({"since", "ended", "ending"})  # "the week ended Dec. 5": nothing is told of that day
LATELY = 3  # days
NIGHTS = ("TEV", "TNI")
SAME_STORY = 8  # years


def _is_after(day: date, anchor: Anchor) -> bool:
    said = anchor.days[1]
    return said is not None and day > said


def that_day(told: Dated) -> Anchor:
    """A date told before as an anchor."""
    return Anchor((told.first, told.last), f"told {told.value}", f"the date told before it, {told.value}")


def publication(published: When) -> Anchor:
    """The publication as an anchor; without a date where nothing is known of it."""
    first, last = published.first, published.last
    if first is None and last is None:
        return Anchor((None, None), "", "an unknown publication date")
    if first == last:
        return Anchor((first, last), f"published {first}", f"the publication date {first}")
    words = f"a publication date between {first or '…'} and {last or '…'}"
    return Anchor((first, last), f"published {published.edtf}", words)


def quotation(day: date, text: str) -> Anchor:
    """The day on which something quoted was said."""
    return Anchor((day, day), f"said {day}", f"{day}, when it was said ('{text}')")
