"""One plain sentence for how an expression came by its days."""

from dateline.edtf import NOTHING
from dateline.temporal.context.dated import Dated
from dateline.temporal.context.discourse import Anchor
from dateline.temporal.grammar.expression import (
    Calendar,
    Duration,
    Edge,
    Expression,
    Holiday,
    Mention,
    Repeated,
    TimeOfDay,
    Vague,
)


def explanation(mention: Mention, found: Dated, anchor: Anchor, edtf: str, cue: int) -> str:
    """For people: "'Friday', counted from the publication date 2019-06-30, is 2019-07-05: the clause looks ahead."

    `cue` is what the tense of the clause says (-1 past, 1 future), where that decided.
    """
    said = f"'{' '.join(mention.text.split())}'"
    counted = f", counted from {anchor.words}," if anchor.words else ""
    match mention.expression:
        case Repeated():
            return f"{said} says how often, not when."
        case Vague() if edtf == NOTHING:
            return f"{said} says no more than that it is {WORDS[found.value]}."
        case Duration() if edtf == NOTHING:
            return f"{said} says how long, not when."
        case _ if edtf == NOTHING and not found.value.startswith("BC"):
            return f"{said} cannot be dated: {anchor.words or 'nothing'} is all there is to count from."
        case Duration():
            return f"{said}{counted} is the time {edtf}."
        case _:
            shown = found.value if found.value.startswith("BC") else edtf
            tense = TENSES[cue] if anchor.label.startswith(("published", "said")) else ""
            return f"{said}{counted} is {shown}{tense}."


def is_implied(expression: Expression) -> bool:
    """Whether the words leave the year open, and only tense or context gives it: "Sept. 28", "in May"."""
    match expression:
        case Edge(base=base):
            return is_implied(base)
        case TimeOfDay(day=day):
            return day is not None and is_implied(day)
        case Calendar(year=None, year_from=None, which=None, month=month, part=part):
            return month is not None or part != ""
        case Holiday(year=year, which=which):
            return year is None and which is None
        case _:
            return False


TENSES = {
    -2: ": the clause speaks of the past",
    -1: ": the clause speaks of the past",
    0: "",
    1: ": the clause speaks of what is to come",
    2: ": it is the nearer one",
}
WORDS = {"PAST_REF": "past", "PRESENT_REF": "present", "FUTURE_REF": "to come"}
