"""What came after something of a known day: "after he won in May", "a coup, after which", "then", "within a week"."""

from dateline.model import FUTURE, Modality, When
from dateline.reports.clauses.clause import Clause
from dateline.reports.dates import distances
from dateline.reports.dates.neighbours import own_timex
from dateline.reports.drafts import dating
from dateline.reports.drafts.dating import Dated
from dateline.reports.drafts.draft import Draft
from dateline.reports.drafts.story import Story
from dateline.reports.grammar.event_nouns import Trigger

LATER = frozenset(["then", "later", "subsequently", "afterwards", "afterward", "thereafter"])
NEAR = 40  # characters between two sentences that follow each other


def sequel(draft: Draft, n: int, mode: Modality, story: Story) -> Dated | None:
    """Between what it followed and publication; only for what is told as over and has no date of its own."""
    verb = draft.clauses[n].verb
    if mode in FUTURE or verb.modal or verb.tense == "present":
        return None
    if soon := _within(draft, n, story):
        return soon
    if verb.perfect:
        return None
    known, words = _after_which(draft, n) or _after_clause(draft, n) or _later(draft, n, story) or (None, "")
    if known is None or known.first is None or known.precision == "before":
        return None
    return dating.after_it(known, story.published, words)


def _within(draft: Draft, n: int, story: Story) -> Dated | None:
    """ "Within ten days the rebels had taken three towns", "A truce, signed in May, collapsed within weeks"."""
    span = draft.parsed.span(draft.clauses[n].first, draft.clauses[n].last)
    lengths = (one for one in draft.timexes if one.type == "DURATION" and one.signal == "within")
    length = next((one for one in lengths if span.start <= one.span.start < span.end), None)
    if length is None or _infinitive(draft, n, length.span.start):
        return None
    verb = draft.parsed.words[draft.clauses[n].verb.first].start
    aside = [one.when for one in draft.timexes if one.type == "DATE" and span.start < one.span.start < verb]
    known = aside[-1] if aside else _told_last(draft, n, story)
    return distances.soon_after(length, known, story.published) if known else None


def _infinitive(draft: Draft, n: int, end: int) -> bool:
    """ "swore to disarm within weeks": what is still to be done."""
    behind = (word for word in draft.parsed.words[draft.clauses[n].verb.last :] if word.start < end)
    return any(word.low == "to" for word in behind)


def _after_which(draft: Draft, n: int) -> tuple[When, str] | None:
    """ "a coup in May, after which the general fled"."""
    low = [word.low for word in draft.parsed.words[draft.clauses[n].first :][:2]]
    known = draft.dates.get(n - 1)
    if low != ["after", "which"] or known is None or known.timex is None:
        return None
    return known.when, "after which"


def _after_clause(draft: Draft, n: int) -> tuple[When, str] | None:
    """ "Talks resumed after the chief won the vote in May"; not "two days after", which says how long after."""
    behind = draft.clauses[n + 1] if n + 1 < len(draft.clauses) else None
    if behind is None or behind.relation != "after" or draft.clauses[n].relation not in ("main", "other", "complement"):
        return None
    words = draft.parsed.words
    if words[behind.first].low != "after":
        return None
    found = draft.triggers[n + 1] or Trigger(
        "other", behind.verb.main, behind.verb.main + 1, behind.verb.lemma, noun=False
    )
    timex = own_timex(draft, behind, found)
    if timex is None or timex.type not in ("DATE", "TIME") or timex.signal in ("since", "until", "by", "before"):
        return None
    return timex.when, draft.text(words[behind.first].start, words[behind.verb.last - 1].end)


def _later(draft: Draft, n: int, story: Story) -> tuple[When, str] | None:
    """ "Rebels then took the port", "The president later fled": after what is told right before."""
    clause = draft.clauses[n]
    cue = next((word for word in _around_verb(draft, clause) if word in LATER), "")
    if not cue:
        return None
    known = _told_last(draft, n, story)
    return (known, cue) if known else None


def _told_last(draft: Draft, n: int, story: Story) -> When | None:
    """The date of what is told right before, in the sentence or in the one before it."""
    for k in range(n - 1, -1, -1):
        if k in draft.dates and draft.dates[k].timex:
            return draft.dates[k].when
    last = story.reports[-1] if story.reports else None
    if last is None or last.modality in FUTURE or draft.parsed.sentence.span.start - last.span.end >= NEAR:
        return None
    return last.when


def _around_verb(draft: Draft, clause: Clause) -> list[str]:
    """The word before the verb, those within its group, and the one behind it."""
    first, last = max(clause.first, clause.verb.first - 1), min(clause.verb.last + 1, clause.last)
    return [word.low for word in draft.parsed.words[first:last]]
