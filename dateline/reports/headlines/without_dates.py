"""The words of a part of a sentence without its dates: these stand beside the headline."""

import re

from dateline.reports.drafts.draft import Draft
from dateline.reports.grammar.closed_classes import is_adverb
from dateline.reports.grammar.verb_group import known
from dateline.reports.headlines.shortening import THROUGH
from dateline.temporal.ranges import of_days

DAYS = frozenset(["day", "week"])
# true only on the day of the article: "in February last year"
DEICTIC = re.compile(r"\b(?:last|next|this|coming|past|ago|later|earlier)\b", re.IGNORECASE)
# what an expression belongs to: "the worst attack this month", "his second this year"
RANKED = re.compile(r"\b(?:first|second|third|fourth|only|worst|best|most|\w{3,}est)\b(?: \w+){0,7} $", re.IGNORECASE)
# "workers," of "workers, on Friday, voted"
SUBJECT = re.compile(r"(?!(?:In|On|At|Under|By|After|Before|During|With|From|For) )[^,]{3,40},")
OWN_COMMA = re.compile(r", \d{4}$")
KEPT_SIGNALS = frozenset("by for since until before after following from between into to through till".split())


def words_of(work: Draft, first: int, last: int) -> str:
    """The words `[first, last)` without expressions of days and weeks: the date stands beside the headline."""
    words = work.parsed.words
    start, end = words[first].start, words[last - 1].end
    text = work.text(start, end)
    for timex in reversed(work.timexes):
        if timex.span.start < start or timex.span.end > end:
            continue
        dated = timex.type in ("DATE", "TIME") and not timex.value.endswith("_REF") and timex.when.first is not None
        exact = timex.when.precision in DAYS or of_days(timex)
        days = dated and (exact or bool(DEICTIC.search(timex.text)))
        rest = text[timex.span.end - start :]
        owner = timex.text.endswith(("'s", "’s")) or rest.startswith(("'", "’"))  # "in Saturday's shelling"
        ranked = not exact and bool(RANKED.search(text[: timex.span.start - start]))
        described = any(noun.first and words[noun.first].start == timex.span.end + 1 for noun in work.parsed.nouns)
        if not days or timex.signal in KEPT_SIGNALS or owner or ranked or (timex.signal and described):
            continue
        whole = _without_signal(text[: timex.span.start - start], timex.signal)
        before = _without_participle(work, first, last, whole)
        whole_date = OWN_COMMA.search(timex.text) and rest.startswith(", ")  # "met on May 1, 1998, in Oslo"
        if (whole_date or rest.startswith(", when ")) and before.strip():
            rest = rest[1:]  # "The crisis began on Monday, when a bank failed"
        emptied = (
            before != whole and before.rstrip().endswith(",") and rest.startswith(",")
        )  # "a deal, signed on Monday, "
        emptied = emptied or (SUBJECT.fullmatch(before.rstrip()) is not None and rest.startswith(","))
        text = before.rstrip()[:-1] + rest.lstrip()[1:] if emptied else before + rest
    return text


def _without_participle(work: Draft, first: int, last: int, before: str) -> str:
    """ "began the offensive announced" -> "began the offensive": what only the date held there goes with it."""
    at = work.parsed.words[first].start + len(before.rstrip())
    k = next((k for k in range(first, len(work.parsed.words)) if work.parsed.words[k].end == at), first)
    verbs = [clause.verb for clause in work.clauses if first <= clause.verb.first < k]
    verbal = any(
        clause.verb.first <= k and k - 1 < clause.verb.last for clause in work.clauses
    )  # "was killed", "were seen wounded"
    ahead = k > first and any(k < clause.verb.first < last for clause in work.clauses)  # "A vote held on Sunday asked"
    if not (verbs or ahead) or verbal or not known(work.parsed.words[k].low, "part"):
        return before
    if k > first and work.parsed.words[k - 1].low == "being":
        return before  # "fell without a shot being fired on Monday"
    while is_adverb(work.parsed.words[k - 1].low) and k - 1 > first:
        k -= 1
    return work.text(work.parsed.words[first].start, work.parsed.words[k - 1].end)


def _without_signal(before: str, signal: str) -> str:
    """ "met on" -> "met": the preposition goes with the expression."""
    bare = before.rstrip()
    if THROUGH.search(bare):
        return before  # "sworn in" of "sworn in tomorrow"
    if signal and (bare.lower() == signal or bare.lower().endswith(" " + signal)):
        return bare[: -len(signal)]
    return before
