"""What a sentence itself says became of its plan: "was set for Friday, but was put off", "…, but never took place"."""

import re
from functools import cache
from typing import NamedTuple

from dateline.lexicon.load import document
from dateline.model import Event, Report
from dateline.relations.vicinity import Vicinity

REACH = 160  # characters behind a plan in which the same sentence says so


class Undone(NamedTuple):
    """`later` where it was put off and not called off; `told` is the event that says so, where there is one."""

    later: bool
    told: Event | None


def undone(event: Event, text: str, near: Vicinity) -> Undone | None:
    """What became of a planned event by the words right behind it; `text` is that of its article."""
    plan = event.reports[0]
    if text[plan.span.end - 1] in ".!?":
        return None
    end = plan.span.end - (len("but") if plan.quote.endswith(" but") else 0)
    match = _said().match(text, end, end + REACH)
    if not match:
        return None
    told = (other for report, other, _ in near.around(plan.span, REACH) if other is not event and _tells(report, match))
    return Undone(match.lastgroup == "later", next(told, None))


def _tells(report: Report, match: re.Match[str]) -> bool:
    return match.start() <= report.span.start < match.end() or report.span.start < match.end() <= report.span.end


@cache
def _said() -> re.Pattern[str]:
    """Behind a plan: its verb where an aside parted the two, or another of "it", "that meeting"."""
    words = document("modality").data["undone"]
    subject = r"(?:(?:and|but|which|although|though|yet)\s+(?:(?:it|they|(?:that|this|the|these|those)\s+\w+)\s+)?)*"
    was = r"(?:(?:was|were|is|are|(?:has|have|had)\s+(?:since\s+)?been)\s+)(?:\w+ly\s+|later\s+|then\s+|again\s+)?"
    later, off, never = ("|".join(words[key]) for key in ("later", "off", "never"))
    return re.compile(
        rf"[\s,—–-]*{subject}(?:{was}(?:(?P<later>{later})|(?P<off>{off}))|(?P<never>{never}))\b", re.IGNORECASE
    )
