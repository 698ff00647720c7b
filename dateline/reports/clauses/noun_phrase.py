"""The words of a noun phrase around its event noun."""

from collections.abc import Sequence

from dateline.model import Timex
from dateline.reports.clauses.clause import Parsed
from dateline.reports.grammar.closed_classes import DETERMINERS, MONTHS, PREPOSITIONS, WEEKDAYS
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.grammar.tokens import Token
from dateline.reports.grammar.verb_group import known

SHORT = frozenset("jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.".split())
DATES = WEEKDAYS | MONTHS | SHORT
# what leads on from a noun to what it is of
REACHING = frozenset(["to", "of", "for", "by", "from", "in", "into", "between", "with", "against", "targeting"])


def _on_somebody(words: Sequence[Token], k: int) -> bool:
    """ "the attack on a post", "on Kunduz": not "on Friday", "on May 3"."""
    if words[k].low != "on" or k + 1 >= len(words):
        return False
    following = words[k + 1]
    return following.low in DETERMINERS or (following.text[0].isupper() and following.low not in DATES)


def phrase(parsed: Parsed, noun: Trigger, timex: Timex | None) -> tuple[int, int]:
    """The noun with what describes it before, and its "to …", "of …" and date behind."""
    words = parsed.words
    first, last = noun.first, noun.last
    while first > 0 and noun.first - first < 5 and words[first - 1].low not in PREPOSITIONS:
        if not words[first - 1].is_word:
            if first < 2 or f"{words[first - 2].low}." not in SHORT:
                break
            first -= 1  # "the Sept. 11 attacks"
        first -= 1
        if words[first].low in DETERMINERS:
            break
    if words[first - 1].low == "to" and first < noun.first and known(words[first].low, "base"):
        first += 1  # "agreed to resume peace talks": the talks
    whole = next((one for one in parsed.nouns if one.last + 1 == first and words[one.last].low == "of"), None)
    if whole is not None:
        first = phrase(parsed, whole, None)[0]  # "the third round of talks"
    while timex and last < len(words) and words[last].start < timex.span.end:
        last += 1
    while last + 1 < len(words) and (words[last].low in REACHING or _on_somebody(words, last)):
        last += 1
        while (
            last < len(words) and last - noun.last < 12 and words[last].is_word and words[last].low not in PREPOSITIONS
        ):
            last += 1
    return first, last
