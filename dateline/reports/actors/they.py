"""Whom "they" takes up who has been described and not named: "Gunmen stormed the school. They fled on foot"."""

from collections.abc import Iterator
from itertools import takewhile

from dateline.model import Description
from dateline.reports.drafts.described import Phrase
from dateline.reports.drafts.draft import Draft
from dateline.reports.drafts.story import Story
from dateline.reports.grammar.event_nouns import Trigger


def they(work: Draft, story: Story, found: Trigger) -> tuple[Description, ...]:
    """The subject "they" of the event, where the sentence or the one before leaves no doubt; nobody for others."""
    own = next((n for n, trigger in enumerate(work.triggers) if trigger == found), None)
    subject = work.subject(own) if own is not None else None
    if own is None or subject is None or work.parsed.words[subject.end - 1].low != "they":
        return ()
    pronoun = work.parsed.words[subject.end - 1]
    if work.quoted(work.clauses[own]) or any(name.span.start == pronoun.start for name in work.names):
        return ()  # someone else says "they", or they have a name
    before = [*_subjects(work, subject.end - 1)]
    if before:
        return (before[-1].who,)
    last = story.before(work.parsed)
    since = last.sentence.span.start if last else work.parsed.sentence.span.start
    lately = takewhile(lambda report: report.span.start >= since, reversed(story.reports))
    told = [report for report in lately if report.span.start < work.parsed.sentence.span.start]
    acting = {one.name: one for report in told for one in report.described}
    return tuple(acting.values()) if len(acting) == 1 and not any(report.actors for report in told) else ()


def _subjects(work: Draft, end: int) -> Iterator[Phrase]:
    """The descriptions before token `end` that are the subject of a clause."""
    for phrase in work.phrases:
        does = any(clause.first <= phrase.first and phrase.last <= clause.verb.first for clause in work.clauses)
        if phrase.last <= end and does and phrase.noun.group != "people":
            yield phrase
