"""One event of a sentence -> its Report: where it stands in the text, who and where, and whose word it is."""

from dateline.model import Modality, Report, Span, Speaker
from dateline.reports.actors import parties, unnamed
from dateline.reports.clauses.clause_marks import BREAKS
from dateline.reports.drafts import telling
from dateline.reports.drafts.dating import Dated
from dateline.reports.drafts.draft import Draft
from dateline.reports.drafts.story import Story
from dateline.reports.grammar.closed_classes import COORDINATORS, DETERMINERS
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.grammar.figures import figures
from dateline.reports.grammar.speech_verbs import says


def report(
    work: Draft, story: Story, span: Span, line: str, found: Trigger, mode: Modality, dated: Dated, who: Speaker | None
) -> Report:
    material = story.material
    inside = [name for name in work.names if span.start <= name.span.start < span.end and name.id]
    places = dict.fromkeys(name.id for name in inside if not name.acts and name.id and name.kind in ("place", "state"))
    quote = material.article.text[span.start : span.end]
    where = telling.zone(work, span, found)
    actors = parties.actors(work, story, span, where, found, who)
    claimant = who if mode in ("claimed", "denied") else None
    return Report(
        article=material.article.id,
        span=span,
        quote=quote,
        headline=line,
        trigger=work.parsed.span(found.first, found.last),
        type=found.type,
        modality=mode,
        when=dated.when,
        timex=dated.timex,
        by=dated.by,
        actors=actors,
        places=tuple(places),
        round=parties.round_of(work, story, span, found, dated.when),
        attribution=who.text if who else None,
        said_by=(who,) if who else (),
        figures=figures(quote),
        described=unnamed.described(work, story, where, found, claimant, actors),
    )


def span_of(work: Draft, n: int, last: int, found: Trigger) -> Span:
    """The clause, from the noun on where that stands before it: "a truce in the east, which took effect".

    For a saying the whole sentence, since what is said belongs to it.
    """
    clause = work.clauses[n]
    if found.type == "statement" and says(clause.verb):
        return work.parsed.sentence.span
    words = work.parsed.words
    first, last = min(clause.first, found.first), max(last, found.last)
    if 0 < found.first < clause.first and words[found.first - 1].low in DETERMINERS:
        first -= 1
    while first < found.first and (not words[first].is_word or words[first].low in COORDINATORS):
        first += 1
    while last > found.last and words[last - 1].low in BREAKS:
        last -= 1
    return work.parsed.span(first, last)


def extent_of(work: Draft, n: int, found: Trigger) -> int:
    """The token after the clause and what hangs on it as part of its event: "attacked … and killed", "…, killing"."""
    last = work.clauses[n].last
    for m in range(n + 1, len(work.clauses)):
        clause, other = work.clauses[m], work.triggers[m]
        when = clause.relation == "when" and clause.first == last and other is not None and not other.noun
        when = when and work.parsed.words[clause.first - 1].low != ","
        if when and m == n + 1 and other and other.type == found.type == "attack":
            return clause.last  # "Nine were killed when a bomb hit the bus"
        same = clause.relation in ("and", "participle") and clause.subject is None and clause.first == last
        same = same and clause.leader is not None and clause.leader >= n  # not "… that its troops left, calling it …"
        if not same or other is None or other.type != found.type:
            break
        if says(clause.verb) and any(behind.governor == m for behind in work.clauses[m + 1 :]):
            break  # "condemned the attack and denied that …"
        last = clause.last
    return last
