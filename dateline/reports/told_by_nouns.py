"""Reports of noun phrases: what they tell by themselves, and what a saying foretells in one."""

from dateline.model import Modality, Span, When
from dateline.reports.drafts import dating
from dateline.reports.drafts.dating import Dated
from dateline.reports.drafts.draft import Draft
from dateline.reports.drafts.story import Story
from dateline.reports.headlines import phrase_line
from dateline.reports.kinds.foretold import foretold
from dateline.reports.kinds.nominal import Nominal
from dateline.reports.making import report
from dateline.reports.voices import vouching as voices
from dateline.reports.worth.verdict import TOLD_BY_CONTENT

# "before July vote" dates the deal that comes before as well as the vote
OUTER = frozenset(["before", "after", "by", "until", "since"])


def adverbial(work: Draft, found: Nominal) -> bool:
    """ "On a trip to Kabul this week, he said", "before July vote": the expression dates the clause as well."""
    opening = found.first <= 1 and work.parsed.words[0].low in ("on", "during", "at", "in")
    ahead = found.timex is not None and found.timex.span.end <= work.parsed.words[found.trigger.first].start
    return opening or bool(ahead and found.timex and found.timex.signal in OUTER)


def tell_nouns(work: Draft, story: Story, phrases: list[Nominal]) -> None:
    """Reports of noun phrases that tell an event by themselves: "presidential elections on Sept. 28"."""
    for found in phrases:
        mode = _nominal_modality(found, story.published)
        dated = _nominal_date(found, mode, work, story)
        who = voices.reason_giver(work, found.trigger, story)
        mode = "claimed" if who and mode == "happened" else mode
        span = work.parsed.span(found.first, found.last)
        line = phrase_line.of_span(work, Span(*found.shown(work.parsed)), story.material.actors)
        work.reports.append(report(work, story, span, line, found.trigger, mode, dated, who))


def tell_foretold(work: Draft, story: Story, phrases: list[Nominal]) -> None:
    """Reports of what a saying foretells: "spoke of an imminent incursion"."""
    for found in foretold(work.parsed, work.triggers, work.names):
        if any(other.trigger.first == found.trigger.first for other in phrases):
            continue
        who = work.speakers.setdefault(found.n, voices.author(work, found.n, story))
        said, clause = work.dates.get(found.n), work.clauses[found.n]
        dated = dating.by_tense(clause, "expected", story.published)
        if said and said.when.precision == "day" and said.when.rule != "as of":
            dated = dating.by_speech(clause, "expected", said.when, f"on {said.when.edtf}")
        line = phrase_line.of_foretold(work, found, story.material.actors, who)
        span = work.parsed.span(found.first, found.last)
        if found.doing is not None and not (said and said.timex):
            work.passing.append(TOLD_BY_CONTENT)
            work.reports = [one for one in work.reports if one.trigger != _words_of(work, found.n)]
        work.reports.append(report(work, story, span, line, found.trigger, "expected", dated, who))


def _words_of(work: Draft, n: int) -> Span | None:
    """The words that name the event of clause `n`."""
    found = work.triggers[n]
    return work.parsed.span(found.first, found.last) if found else None


def _nominal_modality(found: Nominal, published: When) -> Modality:
    if found.timex is None:
        return "happened"
    first, now = found.timex.when.first, published.last
    ahead = first is not None and now is not None and first > now
    return "scheduled" if ahead or found.trigger.lemma == "deadline" else "happened"


def _nominal_date(found: Nominal, mode: Modality, work: Draft, story: Story) -> Dated:
    if found.timex is None:
        return Dated(dating.told(_told_with(work, found) or story.published))
    if adverbial(work, found) and found.timex.signal in OUTER:
        return Dated(found.timex.when, found.timex)
    return dating.by_words(found.timex, mode, False, story.published)


def _told_with(work: Draft, found: Nominal) -> When | None:
    """The day of the clause that names the deed: "pulled out in May, citing the rebels' attacks"."""
    around = [n for n, clause in enumerate(work.clauses) if clause.first <= found.trigger.first < clause.last]
    dates = [work.dates[n].when for n in (*around, *work.dates) if n in work.dates]
    return next((when for when in dates if when.rule != "not before"), None)
