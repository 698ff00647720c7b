"""The terminus post quem of an article that states no date: the latest full date that it tells as past."""

from bisect import bisect_right
from collections.abc import Sequence

from dateline import edtf
from dateline.model import Article, Published, Timex
from dateline.reports.clauses import Clause, Parsed
from dateline.temporal.expression import Mention
from dateline.temporal.resolve import resolve

FORWARD = frozenset(["by", "until", "before", "for", "till", "to", "from"])


def terminus(article: Article, parsed: Sequence[Parsed], mentions: Sequence[Mention]) -> Published | None:
    """The bound, open to later days; None where it tells no full date as past."""
    told = resolve(mentions, article.body, [one.sentence for one in parsed], edtf.UNKNOWN)
    starts = [one.sentence.span.start for one in parsed]
    around = [bisect_right(starts, timex.span.start) - 1 for timex in told]
    past = [timex for timex, n in zip(told, around, strict=True) if n >= 0 and _past(timex, parsed[n])]
    if not past:
        return None
    latest = max(past, key=lambda timex: (timex.when.first, -timex.span.start))
    why = f"Not stated; it tells of {latest.when.edtf} (‘{latest.text}’) as past, so it was published then or later."
    when = edtf.when_within(
        latest.when.first, None, rule="latest date told", anchor=latest.text, explanation=why, stated=False
    )
    return Published(when, "text")


def _past(timex: Timex, parsed: Parsed) -> bool:
    """A date with its year, in a sentence that tells no future."""
    if timex.type != "DATE" or timex.when.first is None or timex.signal in FORWARD or not timex.when.stated:
        return False
    return any(_tells_past(parsed, clause, timex) for clause in parsed.clauses)


def _tells_past(parsed: Parsed, clause: Clause, timex: Timex) -> bool:
    """Whether the expression stands in a clause of the plain past, and in no infinitive of it ("to leave on …")."""
    verb, words = clause.verb, parsed.words
    span = parsed.span(clause.first, clause.last)
    if not span.start <= timex.span.start < span.end or clause.relation == "condition":
        return False
    past = verb.finite and (verb.tense == "past" or verb.perfect) and not verb.modal and not verb.chain
    inside = words[clause.first : clause.last]
    infinitive = any(word.low == "to" and word.end <= timex.span.start for word in inside)
    return past and not infinitive and not any(word.low == "deadline" for word in inside)
