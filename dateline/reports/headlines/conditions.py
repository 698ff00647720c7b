"""What a plan hangs on: "The city could fall" tells more than "The city could fall if no help comes"."""

from dateline.reports.drafts.draft import Draft
from dateline.reports.grammar.closed_classes import MODALS
from dateline.reports.grammar.speech_verbs import says
from dateline.reports.headlines.cutting import phrases
from dateline.reports.headlines.shortening import WIDTH, clean
from dateline.reports.headlines.without_dates import words_of

BETWEEN = ("relative", "participle", "other")  # "a vote, set for May, if the war ends"


def conditioned(work: Draft, n: int, text: str, width: int) -> str:
    """The line of clause `n` with the condition that stands before or behind it, if that fits into `width` letters.

    "would not leave until the war ends" does not say that nobody leaves: there "…" shows that more is said.
    """
    m = _condition(work, n)
    if m is None or not {"if", "unless", "until"}.isdisjoint(text.casefold().split()):
        return text
    clause, words = work.clauses[m], work.parsed.words
    start = clause.subject.start if clause.subject else clause.first
    opening = next((words[k].low for k in range(clause.first, start) if words[k].low in ("until", "unless")), "if")
    whole = f"{text} {opening} {clean(words_of(work, start, clause.last))}"
    content = clause.verb.last < len(words) and words[clause.verb.last].low == "that"
    if says(clause.verb) or content:  # "if both sides showed" waits for what they show
        return f"{text}…" if len(text) < width else text
    if len(whole) <= width:
        return whole
    verb = words[clause.verb.last - 1].text
    for room in (width, WIDTH):  # who says so gives way
        told = [whole] if len(whole) <= room else phrases(whole, room, strict=True)
        for one in told:
            if verb in one[len(text) + len(opening) :].split():
                return one
    return f"{text}…" if len(text) < width else text


def _condition(work: Draft, n: int) -> int | None:
    """The clause that says on what clause `n` hangs; None where none does."""
    verb = work.clauses[n].verb
    later = range(n + 1, len(work.clauses))
    m = next((k for k in later if work.clauses[k].relation not in BETWEEN or work.clauses[k].subject), n)
    behind = work.clauses[m]
    if m > n and behind.relation == "until" and verb.negated:
        return m
    content = work.parsed.words[verb.last : behind.first] if says(verb) else ()
    if not (verb.modal or verb.tense == "future" or any(word.low in MODALS for word in content)):
        return None
    if m > n and behind.relation == "condition" and behind.subject:
        return m
    before = work.clauses[n - 1] if n else None
    if before is None or before.relation != "condition" or not before.subject:
        return None
    opening = work.parsed.words[before.first].low
    return n - 1 if opening in ("if", "unless") and work.clauses[n].subject is not None else None
