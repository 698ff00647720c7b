"""One verb for several days: "will hand over Mora by 15 May, Dano by 20 May and Lano by June" tells of three deeds."""

from collections.abc import Iterator
from typing import NamedTuple

from dateline.model import Modality, Report, Speaker, Timex
from dateline.reports.drafts import dating
from dateline.reports.drafts.dating import Dated
from dateline.reports.drafts.draft import Draft
from dateline.reports.drafts.story import Story
from dateline.reports.grammar.closed_classes import DETERMINERS, PREPOSITIONS
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.headlines.fitting import fitted
from dateline.reports.headlines.shortening import clean
from dateline.reports.headlines.without_dates import words_of
from dateline.reports.making import report

JOINING = frozenset([",", "and"])
SIGNALS = frozenset(["by", "on", "in", "before"])
LONGEST = 7  # words of "and the eastern districts of Lano"


class Other(NamedTuple):
    """What is said of another day: the tokens of "Dano", and the day."""

    first: int
    last: int
    timex: Timex


def others_told(
    work: Draft, n: int, found: Trigger, mode: Modality, dated: Dated, story: Story, who: Speaker | None
) -> Iterator[Report]:
    """Reports of what clause `n` tells of the days behind its own, each of another thing or place."""
    if found.noun or found.type == "statement" or dated.timex is None or dated.timex.signal not in SIGNALS:
        return
    for other in _others(work, n, dated.timex):
        subject = work.subject(n)
        whole = words_of(work, subject.start, subject.end) if subject else ""
        verb = words_of(work, work.clauses[n].verb.first, max(found.last, work.clauses[n].verb.last))
        line = fitted(work, clean(f"{whole} {verb} {words_of(work, other.first, other.last)}"), "")
        span = work.parsed.span(other.first, other.last)
        trigger = Trigger(found.type, other.first, other.last, found.lemma, noun=True)
        when = dating.by_words(other.timex, mode, False, story.published)
        yield report(work, story, span, line, trigger, mode, when, who)


def _others(work: Draft, n: int, own: Timex) -> Iterator[Other]:
    """The phrases of clause `n` that follow one another, each with a day of the kind of its `own`."""
    words, last = work.parsed.words, work.parsed.words[work.clauses[n].last - 1].end
    before = own
    for timex in work.timexes:
        if timex.span.start < own.span.end or timex.span.end > last or timex.span.start in work.taken:
            continue
        inside = [k for k, word in enumerate(words) if before.span.end <= word.start < timex.span.start]
        first = next((k for k in inside if words[k].low not in JOINING), 0)
        alike = timex.type == "DATE" and timex.signal == own.signal and timex.when.precision == own.when.precision
        joined = bool(inside) and inside[0] < first and words[inside[0]].low in JOINING
        if not (alike and joined and words[inside[-1]].low == own.signal and _thing(work, first, inside[-1])):
            return
        closing = next(k for k in range(inside[-1], len(words)) if words[k].end >= timex.span.end)
        yield Other(first, closing + 1, timex)
        before = timex


def _thing(work: Draft, first: int, last: int) -> bool:
    """Whether the tokens name a thing or a place of their own: "Dano", "the town of Lano", "in Mora"."""
    words = work.parsed.words[first:last]
    verbs = {k for clause in work.clauses for k in range(clause.verb.first, clause.verb.last)}
    named = any(word.text[0].isupper() for word in words) or (bool(words) and words[0].low in DETERMINERS)
    plain = all(word.is_word for word in words) and not verbs & set(range(first, last))
    return named and plain and 0 < len(words) <= LONGEST and words[-1].low not in PREPOSITIONS
