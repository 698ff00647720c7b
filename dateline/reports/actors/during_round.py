"""What was done while a round went on: "The tenth round opened on Monday. The envoy arrived on Thursday"."""

from datetime import timedelta
from itertools import chain

from dateline.lexicon.load import document
from dateline.model import FUTURE, Report, Span, When
from dateline.reports.drafts.draft import Draft
from dateline.reports.drafts.story import Story
from dateline.reports.grammar.event_nouns import Trigger

DONE_AT_TALKS = frozenset(["talks", "meeting", "agreement"])
LONGEST = timedelta(days=21)  # that a round takes
NEAR = 600  # characters behind its name


def during_round(work: Draft, story: Story, span: Span, found: Trigger, when: When) -> str | None:
    """The round whose day the paragraph has told right before, where this is of the days behind it."""
    if found.type not in DONE_AT_TALKS or when.precision != "day" or when.first is None:
        return None
    named = story.rounds.last_ended(span.start)
    first = story.paragraphs[work.parsed.sentence.paragraph][0].sentence.span.start
    if named is None or named.span.start < first or span.start - named.span.end > NEAR:
        return None
    told = chain(reversed(work.reports), reversed(story.reports))
    last = next((one for one in told if one.round or one.span.end < named.span.start), None)
    if last is None or last.round != named.id or last.modality in FUTURE or _over(last):
        return None
    if last.when.precision != "day" or last.when.first is None:
        return None
    return last.round if timedelta(0) <= when.first - last.when.first <= LONGEST else None


def _over(told: Report) -> bool:
    """Whether it tells that the round has ended."""
    return not set(document("rounds").data["over"].split()).isdisjoint(told.quote.casefold().replace(".", " ").split())
