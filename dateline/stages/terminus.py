"""The terminus post quem of an article that states no date: the latest full date that it tells as past."""

from bisect import bisect_right
from collections.abc import Sequence

from dateline import edtf
from dateline.model import Article, Published
from dateline.reports.clauses.clause import Clause, Parsed
from dateline.temporal.grammar.expression import Mention
from dateline.temporal.resolve import resolve

FORWARD = frozenset(["by", "until", "before", "for", "till", "to", "from"])


def terminus(article: Article, parsed: Sequence[Parsed], mentions: Sequence[Mention]) -> Published | None:
    """The bound, open to later days; None where it tells no full date as past."""
    starts = [one.sentence.span.start for one in parsed]
    around = ((mention, bisect_right(starts, mention.span.start) - 1) for mention in mentions)
    past = {mention.span for mention, n in around if n >= 0 and _past(mention, parsed[n])}
    if not past:
        return None  # and no day need be counted
    told = resolve(mentions, article.body, [one.sentence for one in parsed], edtf.UNKNOWN)
    full = [timex for timex in told if timex.span in past and timex.when.first is not None and timex.when.stated]
    if not full:
        return None
    latest = max(full, key=lambda timex: (timex.when.first, -timex.span.start))
    why = f"Not stated; it tells of {latest.when.edtf} (‘{latest.text}’) as past, so it was published then or later."
    when = edtf.when_within(
        latest.when.first, None, rule="latest date told", anchor=latest.text, explanation=why, stated=False
    )
    return Published(when, "text")


def _past(mention: Mention, parsed: Parsed) -> bool:
    """A date in a sentence that tells no future."""
    if mention.type != "DATE" or mention.signal in FORWARD:
        return False
    return any(_tells_past(parsed, clause, mention.span.start) for clause in parsed.clauses)


def _tells_past(parsed: Parsed, clause: Clause, at: int) -> bool:
    """Whether the expression stands in a clause of the plain past, and in no infinitive of it ("to leave on …")."""
    verb, words = clause.verb, parsed.words
    span = parsed.span(clause.first, clause.last)
    if not span.start <= at < span.end or clause.relation == "condition":
        return False
    past = verb.finite and (verb.tense == "past" or verb.perfect) and not verb.modal and not verb.chain
    inside = words[clause.first : clause.last]
    infinitive = any(word.low == "to" and word.end <= at for word in inside)
    return past and not infinitive and not any(word.low == "deadline" for word in inside)
