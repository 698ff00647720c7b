"""What the site calls the members of the model's closed lists."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.model import Actor, ActorKind, Event, EventType, Forecast, Modality, Speaker
from dateline.web.dates import day_in_words
from dateline.web.words import Said, many, said

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
    "talks": said("Talks and agreements"),
    "violence": said("Violence"),
    "other": said("Statements and decisions"),
}


@dataclass(frozen=True, slots=True)
class Status:
    """How sure it is that something happened: `key` picks the mark, `meaning` says it in a sentence."""

    key: Modality
    name: str
    meaning: str


STATUS: dict[Modality, Status] = {
    "happened": Status("happened", said("Happened"), said("The article tells it as a fact.")),
    "scheduled": Status(
        "scheduled", said("Scheduled"), said("It was announced or due; that it took place is not said here.")
    ),
    "expected": Status("expected", said("Expected"), said("Somebody hoped for it, feared it or thought it likely.")),
    "claimed": Status("claimed", said("Claimed"), said("Somebody says so; the article does not say it itself.")),
    "denied": Status("denied", said("Denied"), said("Somebody says that it is not so.")),
    "conditional": Status("conditional", said("Conditional"), said("It depends on something that had not happened.")),
}  # fmt: skip

# Of a statement the article vouches that it was made; whether it is true, it leaves to who made it.
_SAID = Status("happened", said("Happened"), said("The article tells as a fact that this was said, not that it is so."))

# The same within a sentence: "Talks, claimed".
IS: dict[Modality, str] = {
    "happened": said("happened"),
    "scheduled": said("scheduled"),
    "expected": said("expected"),
    "claimed": said("claimed"),
    "denied": said("denied"),
    "conditional": said("conditional"),
}

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
    "talks": said("Talks"),
    "agreement": said("Agreement"),
    "meeting": said("Meeting"),
    "statement": said("Statement"),
    "attack": said("Attack"),
    "deployment": said("Troops"),
    "decision": said("Decision"),
    "election": said("Election"),
    "control": said("Territory"),
    "displacement": said("Displacement"),
    "detention": said("Detention"),
    "sanctions": said("Sanctions"),
    "protest": said("Protest"),
    "other": said("Event"),
}

# What places and actors are, as it stands within a sentence.
KIND: dict[ActorKind, str] = {
    "state": said("state"),
    "armed group": said("armed group"),
    "organisation": said("organisation"),
    "person": said("person"),
    "office": said("office"),
}
NOT_NAMED = said("not named")
PRECISION: dict[str, str] = {"city": said("city"), "province": said("province"), "country": said("country")}

RELATION = {
    "outcome-of": said("Outcome of"),
    "has-outcome": said("What came of it"),
    "denies": said("Denies"),
    "denied-by": said("Denied"),
    "confirms": said("Confirms"),
    "confirmed-by": said("Confirmed"),
    "contradicts": said("Contradicted"),
    "rescheduled-to": said("Moved to"),
    "rescheduled-from": said("Moved from"),
    "follows": said("After"),
    "precedes": said("Before"),
}


def kind_of(actor: Actor) -> str:
    """What an actor is, as it stands within a sentence."""
    return NOT_NAMED if actor.unnamed else KIND[actor.kind]


def status(event: Event) -> Status:
    """How sure an event is."""
    return _SAID if event.type == "statement" and event.modality == "happened" else STATUS[event.modality]


def told(event: Event) -> str:
    """The headline as it may stand alone, where no mark is beside it: "Claimed: …" unless it is told as happened."""
    if event.modality == "happened":
        return event.headline
    return said("%(status)s: %(headline)s", status=STATUS[event.modality].name, headline=event.headline)


def events(number: int) -> Said:
    """ "1 event", "1,204 events"."""
    return many("%(n)s event", "%(n)s events", number)


def articles(number: int) -> Said:
    return many("%(n)s article", "%(n)s articles", number)


PRONOUNS = frozenset("he she it they who which".split())


def by_pronoun(speaker: Speaker) -> bool:
    """Whether the text says only "he" of somebody known: outside of it that says nothing."""
    return speaker.actor is not None and speaker.text.lower() in PRONOUNS


def says(speaker: Speaker, name: str) -> str:
    """Who says so: "a senior US official (not named), via Reuters"; by `name` where the text has a pronoun."""
    text = name if by_pronoun(speaker) else speaker.text
    if text.startswith(("The ", "A ", "An ")):  # it opened a sentence
        text = text[0].lower() + text[1:]
    if speaker.anonymous:
        text = said("%(speaker)s (not named)", speaker=text)
    return (
        said("%(speaker)s, via %(reporter)s", speaker=text, reporter=speaker.reported_by)
        if speaker.reported_by
        else text
    )


def outcome(forecast: Forecast, dated: date | None) -> str:
    """What became of something expected, in a sentence; when it is due only where its date does not end there."""
    found = {
        "met": said("It came in time.") if forecast.by or dated else said("It came."),
        "late": _late(forecast.days_late),
        "not met": said("It did not come."),
        "moved": said("It was moved to another date."),
        "open": said("Still ahead when the latest article was written."),
        "not reported": said("The articles do not say what became of it."),
    }[forecast.status]
    if forecast.by and forecast.by != dated:
        return said("Due by %(day)s. %(outcome)s", day=day_in_words(forecast.by), outcome=found)
    return found


def _late(days: tuple[int, int] | None) -> str:
    if days is None:
        return said("It came too late.")
    low, high = days
    if low == high:
        return many("It came %(n)s day late.", "It came %(n)s days late.", high)
    return many("It came %(low)s to %(n)s day late.", "It came %(low)s to %(n)s days late.", high, low=low)
