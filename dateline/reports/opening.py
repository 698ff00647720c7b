"""What a participle opens a sentence with and a day dates: "Born in Leeds in 1958, she read law" tells of a birth."""

from dateline.reports.drafts import dating
from dateline.reports.drafts.draft import Draft
from dateline.reports.drafts.story import Story
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.grammar.verb_group import known, participle
from dateline.reports.headlines import phrase_line
from dateline.reports.making import report

DEEDS = frozenset(["bear", "appoint", "arrest", "elect", "jail", "knight", "promote", "release", "sack"])
BORN = "born"


def opened(work: Draft, story: Story) -> None:
    """Reports the dated participle that opens the sentence of `work`, told of its subject."""
    words, clauses = work.parsed.words, work.clauses
    found = participle(words[0].low) if words else None
    if found is None or not clauses or known(words[0].low, "base"):
        return
    comma = next((k for k in range(1, clauses[0].verb.first) if words[k].low == ","), None)
    timex = next((t for t in work.timexes if comma and t.span.end <= words[comma].start), None)
    if comma is None or timex is None or timex.type != "DATE" or not timex.when.first:
        return
    if words[0].low != BORN and found not in DEEDS:
        return
    line = phrase_line.of_opening(work, comma, story.material.actors)
    if line:
        trigger = Trigger("other" if words[0].low == BORN else "decision", 0, 1, found, noun=True)
        span = work.parsed.span(0, comma)
        dated = dating.by_words(timex, "happened", False, story.published)
        work.reports.append(report(work, story, span, line, trigger, "happened", dated, None))
