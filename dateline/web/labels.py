"""What the site calls the members of the model's closed lists."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.model import Event, EventType, Forecast, Modality, Speaker
from dateline.web.dates import day_in_words

Lane = Literal["talks", "violence", "other"]

LANE: dict[EventType, Lane] = {
    "talks": "talks",
    "agreement": "talks",
    "meeting": "talks",
    "attack": "violence",
    "control": "violence",
    "displacement": "violence",
    "statement": "other",
    "deployment": "other",
    "decision": "other",
    "election": "other",
    "detention": "other",
    "sanctions": "other",
    "protest": "other",
    "other": "other",
}

LANE_NAME: dict[Lane, str] = {
    "talks": "Talks and agreements",
    "violence": "Violence",
    "other": "Statements and decisions",
}


@dataclass(frozen=True, slots=True)
class Status:
    """How sure it is that something happened: `key` picks the mark, `meaning` says it in a sentence."""

    key: Modality
    name: str
    meaning: str


STATUS: dict[Modality, Status] = {
    "happened": Status("happened", "Happened", "The article tells it as a fact."),
    "scheduled": Status("scheduled", "Scheduled", "It was announced or due; that it took place is not said here."),
    "expected": Status("expected", "Expected", "Somebody hoped for it, feared it or thought it likely."),
    "claimed": Status("claimed", "Claimed", "Somebody says so; the article does not say it itself."),
    "denied": Status("denied", "Denied", "Somebody says that it is not so."),
    "conditional": Status("conditional", "Conditional", "It depends on something that had not happened."),
}  # fmt: skip

# The groups of the filter: what is told as done, what is in dispute, what still lay ahead.
CERTAINTY: dict[Modality, str] = {
    "happened": "done",
    "claimed": "disputed",
    "denied": "disputed",
    "scheduled": "ahead",
    "expected": "ahead",
    "conditional": "ahead",
}

TYPE: dict[EventType, str] = {
    "talks": "Talks",
    "agreement": "Agreement",
    "meeting": "Meeting",
    "statement": "Statement",
    "attack": "Attack",
    "deployment": "Troops",
    "decision": "Decision",
    "election": "Election",
    "control": "Territory",
    "displacement": "Displacement",
    "detention": "Detention",
    "sanctions": "Sanctions",
    "protest": "Protest",
    "other": "Event",
}

RELATION = {
    "outcome-of": "Outcome of",
    "has-outcome": "What came of it",
    "denies": "Denies",
    "denied-by": "Denied",
    "confirms": "Confirms",
    "confirmed-by": "Confirmed",
    "contradicts": "Contradicted",
    "rescheduled-to": "Moved to",
    "rescheduled-from": "Moved from",
    "follows": "After",
    "precedes": "Before",
}


def told(event: Event) -> str:
    """The headline as it may stand alone, where no mark is beside it: "Claimed: …" unless it is told as happened."""
    return event.headline if event.modality == "happened" else f"{STATUS[event.modality].name}: {event.headline}"


def count(number: int, one: str, many: str = "") -> str:
    """ "1 event", "1,204 events"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


PRONOUNS = frozenset("he she it they who which".split())


def by_pronoun(speaker: Speaker) -> bool:
    """Whether the text says only "he" of somebody known: outside of it that says nothing."""
    return speaker.actor is not None and speaker.text.lower() in PRONOUNS


def says(speaker: Speaker, name: str) -> str:
    """Who says so: "a senior US official (not named), via Reuters"; by `name` where the text has a pronoun."""
    text = name if by_pronoun(speaker) else speaker.text
    if text.startswith(("The ", "A ", "An ")):  # it opened a sentence
        text = text[0].lower() + text[1:]
    unnamed = " (not named)" if speaker.anonymous else ""
    via = f", via {speaker.reported_by}" if speaker.reported_by else ""
    return f"{text}{unnamed}{via}"


def outcome(forecast: Forecast, dated: date | None) -> str:
    """What became of something expected, in a sentence; when it is due only where its date does not end there."""
    due = f"Due by {day_in_words(forecast.by)}. " if forecast.by and forecast.by != dated else ""
    return (
        due
        + {
            "met": "It came in time." if forecast.by or dated else "It came.",
            "late": f"It came {_late(forecast.days_late)} late.",
            "not met": "It did not come.",
            "moved": "It was moved to another date.",
            "open": "Still ahead when the latest article was written.",
            "not reported": "The articles do not say what became of it.",
        }[forecast.status]
    )


def _late(days: tuple[int, int] | None) -> str:
    if days is None:
        return "too"
    low, high = days
    return count(high, "day") if low == high else f"{low:,} to {count(high, 'day')}"
