"""One article's clauses, dates and names -> its Reports, and why the other sentences give none."""

from functools import partial
from typing import NamedTuple

from dateline.faults import WHAT, Fault, kept_apart
from dateline.model import Demand, Discard, Report
from dateline.reports.actors.beside import with_beside
from dateline.reports.clauses.clause import LONGEST, Parsed
from dateline.reports.dates import chronology
from dateline.reports.demands import demands
from dateline.reports.drafts.draft import Draft, draft
from dateline.reports.drafts.story import Material, Story
from dateline.reports.kinds.nominal import nominals, without_effects
from dateline.reports.opening import opened
from dateline.reports.told_by_clauses import tell_clauses
from dateline.reports.told_by_nouns import adverbial, tell_foretold, tell_nouns
from dateline.reports.voices import vouching as voices
from dateline.reports.worth.nothing_known import nothing_known


class Told(NamedTuple):
    """What an article tells, in the order of its text; a Discard for each sentence without a report."""

    reports: tuple[Report, ...]
    discards: tuple[Discard, ...]
    demands: tuple[Demand, ...]
    faults: tuple[Fault, ...]


def reports(material: Material) -> Told:
    story = Story(material)
    discards: list[Discard] = []
    faults: list[Fault] = []
    for parsed in material.parsed:
        work, fault = kept_apart(partial(tell, parsed, story), None)
        found = work.reports if work else []
        story.reports += sorted(found, key=lambda report: report.span)
        if not found:
            why = _why_not(work) if work else WHAT
            discards.append(Discard(material.article.id, parsed.sentence.span, why))
        if fault:
            faults.append(Fault(parsed.sentence.span.start, fault))
    return Told(tuple(story.reports), tuple(discards), tuple(story.demands), tuple(faults))


def tell(parsed: Parsed, story: Story) -> Draft:
    """One sentence with its reports, and the reasons why its other clauses with an event word give none."""
    work = draft(parsed, story)
    parsed = work.parsed
    if _asks(parsed):
        work.passing.append("only a question")
        return work
    if unknown := nothing_known(work):
        work.passing.append("says that nothing is known")
        if unknown[0] == 0:
            return work
        work.triggers = [None if n in unknown else found for n, found in enumerate(work.triggers)]
    phrases = nominals(parsed, work.triggers, work.timexes)
    work.described = {noun for found in phrases for noun in range(*found.before_aside(parsed))}
    work.triggers = without_effects(parsed, work.triggers, work.described)
    work.taken |= {found.timex.span.start for found in phrases if found.timex and not adverbial(work, found)}
    voices.hear(work, story)
    chronology.date_sayings(work, story)
    tell_clauses(work, story)
    tell_nouns(work, story, phrases)
    tell_foretold(work, story, phrases)
    opened(work, story)
    work.reports = with_beside(work)
    for demand in demands(work, story):
        story.demands.append(demand)  # one by one: "rejected the demand" looks back at those before it
    return work


def _asks(parsed: Parsed) -> bool:
    """ "Did the party know?": nobody says that it did; where somebody is quoted as asking, that is told."""
    text = parsed.sentence.text.rstrip()
    return text.endswith("?") and not parsed.sentence.headline


def _why_not(work: Draft) -> str:
    if work.passing:
        return work.passing[0]
    if len(work.parsed.words) > LONGEST:
        return "too long for a sentence"
    if work.timexes:
        return "a time expression, but no event word"
    if work.parsed.nouns:
        return "an event word, but nothing told of it"
    return "no date, no event word"
