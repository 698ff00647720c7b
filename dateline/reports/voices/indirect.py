"""Speech that goes on without a verb of saying: "He said troops would leave. They would also hand over the camps." """

from dateline.model import FUTURE, Report
from dateline.reports.drafts.draft import Draft
from dateline.reports.drafts.story import Story

LATER = frozenset(["later", "eventually", "soon", "often", "never", "sometimes", "usually"])  # told from hindsight


def gone_on(draft: Draft, n: int, story: Story) -> Report | None:
    """What was said to come in the sentence before, where clause `n` goes on with it; None where it does not.

    "would" without a condition speaks from the past of what is to come: with a plan that somebody has told right
    before, in the same paragraph, it is part of that plan; "would not" refuses.
    """
    clause, last = draft.clauses[n], story.reports[-1] if story.reports else None
    if last is None or clause.governor is not None or clause.relation not in ("main", "and"):
        return None
    if (
        clause.verb.modal != "would"
        or clause.verb.negated
        or draft.quoted(clause)
        or any(c.relation == "condition" for c in draft.clauses)
    ):
        return None
    words = draft.parsed.words[clause.first : clause.verb.main]
    if any(word.low in LATER for word in words) or not _right_before(draft, last, story):
        return None
    told = last.modality in FUTURE and last.modality != "conditional" and last.type != "statement"
    return last if told and last.said_by and last.when.rule == "not before" else None


def _right_before(draft: Draft, last: Report, story: Story) -> bool:
    """Whether the report is one of the sentence before, in the same paragraph."""
    before = story.before(draft.parsed)
    return before is not None and last.span.start >= before.sentence.span.start
