"""One plain sentence for how an expression came by its days."""

from dateline.edtf import NOTHING
from dateline.temporal.dated import Dated
from dateline.temporal.discourse import Anchor
from dateline.temporal.expression import Duration, Mention, Repeated, Vague


def explanation(mention: Mention, found: Dated, anchor: Anchor, edtf: str) -> str:
    """For people: "'yesterday', counted from the publication date 2019-06-30, is 2019-06-29"."""
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
            return f"{said}{counted} is {shown}."


WORDS = {"PAST_REF": "past", "PRESENT_REF": "present", "FUTURE_REF": "to come"}
