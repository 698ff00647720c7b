"""Describes pages in the words of schema.org, as JSON-LD: events, claims, quotations, articles, the whole as a Dataset.

What happened or is to happen is an Event; what somebody claims or denies is a Claim and no more. A ClaimReview would
judge what is true: Dateline does not. Dates are given only where the day is known; what is hoped for has none.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dateline.model import Actor, ActorKind, Article, Event, Place, Report, Round, Speaker, Timeline, When

Thing = dict[str, Any]
Kind = Literal["event", "actor", "round", "article"]

_CONTEXT = "https://schema.org"
_ACTOR: Mapping[ActorKind, str] = {
    "person": "Person",
    "state": "GovernmentOrganization",  # an actor is what acts: the state, not the country
    "organisation": "Organization",
    "armed group": "Organization",
    "office": "Organization",
}
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_PUT_OFF = ("postpon", "suspend", "shelve")  # what may yet be held; what is called off in other words is cancelled
_IN_SCRIPT = tuple((c, f"\\u{ord(c):04x}") for c in "<>&\u2028\u2029")
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_MOST_PLACES = 10  # of those where most events were: what the Dataset is said to cover


@dataclass(frozen=True, slots=True)
class Known:
    """What events refer to, by id; `address` leads from the described page to that of another thing."""

    articles: Mapping[str, Article]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    rounds: Mapping[str, Round]
    events: Mapping[str, Event]
    address: Callable[[Kind, str], str]


def script(data: Thing) -> str:
    """`data` as the text of a <script> of type application/ld+json: nothing in it can end the element."""
    text = _JSON.encode(data)
    for sign, escaped in _IN_SCRIPT:
        text = text.replace(sign, escaped)
    return text


def of_event(event: Event, known: Known) -> Thing:
    """The event, or the claim of it, with the quotations that it rests on and the articles that hold them."""
    claim = event.modality in ("claimed", "denied")
    subject = _claim(event, known) if claim else _event(event, known)
    about = {"@id": subject["@id"]}
    page = known.address("event", event.id)
    quotations = [
        _quotation(report, f"{page}#quotation-{n}", about, known) for n, report in enumerate(event.reports, 1)
    ]
    articles = [_article(known.articles[id], known) for id in _articles(event)]
    return {"@context": _CONTEXT, "@graph": [subject, *quotations, *articles]}


def of_article(article: Article, known: Known) -> Thing:
    """The article that a page quotes; its text is not in it."""
    return {"@context": _CONTEXT, **_article(article, known)}


def of_site(timeline: Timeline, home: str, files: Iterable[tuple[str, str]]) -> Thing:
    """The timeline as a Dataset; `files` are the address and media type of each download."""
    places = {place.id: place.name for place in timeline.places}
    where = Counter(places[id] for event in timeline.events for id in event.places if id in places)
    return _filled(
        {
            "@context": _CONTEXT,
            "@type": "Dataset",
            "@id": f"{home}#dataset",
            "name": timeline.title,
            "description": timeline.description,
            "url": home,
            "inLanguage": timeline.language,
            "isAccessibleForFree": True,
            "dateModified": timeline.now.isoformat() if timeline.now else "",
            "temporalCoverage": _coverage(timeline),
            "spatialCoverage": [{"@type": "Place", "name": name} for name, _ in where.most_common(_MOST_PLACES)],
            "distribution": [
                {"@type": "DataDownload", "contentUrl": address, "encodingFormat": media} for address, media in files
            ],
        }
    )


def _coverage(timeline: Timeline) -> str:
    """From the first day of what is told as happened to the archive's end, as ISO 8601; "" where either is open."""
    first = min((e.when.first for e in timeline.events if e.modality == "happened" and e.when.first), default=None)
    return f"{first}/{timeline.now}" if first and timeline.now else ""


def _event(event: Event, known: Known) -> Thing:
    page = known.address("event", event.id)
    return _filled(
        {
            "@type": "Event",
            "@id": f"{page}#event",
            "name": event.headline,
            "url": page,
            "identifier": event.id,
            "disambiguatingDescription": "" if event.modality == "happened" else event.modality,
            **_status(event, known.events),
            "location": [_place(known.places[id]) for id in event.places if id in known.places],
            "about": [_actor(known.actors[id], known) for id in dict.fromkeys(event.actors) if id in known.actors],
            "superEvent": _round(event.round, known),
        }
    )


def _status(event: Event, events: Mapping[str, Event]) -> Thing:
    """What was planned, whether it was moved or called off, and the days where they are known."""
    if event.modality in ("expected", "conditional"):
        return {}
    first, last = _days(event.when)
    days = {"startDate": first, "endDate": last}
    if event.modality != "scheduled":
        return days
    other = {one.type: events[one.event] for one in event.relations if one.event in events}
    if "rescheduled-to" in other:
        moved = _days(other["rescheduled-to"].when)[0]
        return {"eventStatus": f"{_CONTEXT}/EventRescheduled", "previousStartDate": first, "startDate": moved}
    if "rescheduled-from" in other:
        before = _days(other["rescheduled-from"].when)[0]
        return {"eventStatus": f"{_CONTEXT}/EventRescheduled", "previousStartDate": before, **days}
    if event.forecast and event.forecast.status == "not met" and "has-outcome" in other:
        postponed = other["has-outcome"].reports[0].trigger_words.startswith(_PUT_OFF)
        status = "EventPostponed" if postponed else "EventCancelled"
        return {"eventStatus": f"{_CONTEXT}/{status}", "previousStartDate": first}
    return {"eventStatus": f"{_CONTEXT}/EventScheduled", **days}


def _days(when: When) -> tuple[str, str]:
    """The first and the last day, "" where only bounds are known: once within a week is no day."""
    ends = when.edtf.split("/")
    first, last = (end if _DAY.fullmatch(end) else "" for end in (ends[0], ends[-1]))
    return first, last


def _claim(event: Event, known: Known) -> Thing:
    """What somebody says, with the event that it would be; a denial speaks of none."""
    page = known.address("event", event.id)
    appearances = [_reference(id, known) for id in _articles(event)]
    return _filled(
        {
            "@type": "Claim",
            "@id": f"{page}#claim",
            "name": event.headline,
            "text": event.reports[0].quote,
            "url": page,
            "identifier": event.id,
            "disambiguatingDescription": event.modality,
            "author": _speakers(event.said_by, known),
            "appearance": appearances,
            "firstAppearance": appearances[0],
            "about": _event(event, known) if event.modality == "claimed" else None,
        }
    )


def _quotation(report: Report, id: str, about: Thing, known: Known) -> Thing:
    unnamed = [f"{one.text}{' (not named)' if one.anonymous else ''}" for one in report.said_by if not one.actor]
    return _filled(
        {
            "@type": "Quotation",
            "@id": id,
            "text": report.quote,
            "inLanguage": known.articles[report.article].language,
            "about": about,
            "isPartOf": _reference(report.article, known),
            "spokenByCharacter": _speakers(report.said_by, known),
            "creditText": "; ".join(unnamed),
        }
    )


def _article(article: Article, known: Known) -> Thing:
    first, last = _days(article.published.when)
    return _filled(
        {
            "@type": "NewsArticle",
            **_reference(article.id, known),
            "headline": article.title,
            "url": article.url if article.url and article.url.startswith(("https://", "http://")) else None,
            "datePublished": first if first == last else "",
            "inLanguage": article.language,
            "author": {"@type": "Person", "name": article.author} if article.author else None,
            "publisher": {"@type": "Organization", "name": article.source} if article.source else None,
            "identifier": {"@type": "PropertyValue", "propertyID": "SHA-256", "value": article.sha256},
        }
    )


def _articles(event: Event) -> list[str]:
    return list(dict.fromkeys(report.article for report in event.reports))


def _reference(article: str, known: Known) -> Thing:
    return {"@id": f"{known.address('article', article)}#article"}


def _speakers(speakers: Iterable[Speaker], known: Known) -> list[Thing]:
    ids = dict.fromkeys(one.actor for one in speakers if one.actor)
    return [_actor(known.actors[id], known) for id in ids if id in known.actors]


def _actor(actor: Actor, known: Known) -> Thing:
    page = known.address("actor", actor.id)
    type = "Thing" if actor.unnamed else _ACTOR[actor.kind]
    return {"@type": type, "@id": f"{page}#actor", "name": actor.name, "url": page}


def _round(id: str | None, known: Known) -> Thing | None:
    if id is None or id not in known.rounds:
        return None
    page = known.address("round", id)
    return {"@type": "Event", "@id": f"{page}#round", "name": known.rounds[id].name, "url": page}


def _place(place: Place) -> Thing:
    """A city has a point; of a province or a country it would say more than is known."""
    point = None
    if place.precision == "city" and place.latitude is not None and place.longitude is not None:
        point = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    address = {"@type": "PostalAddress", "addressCountry": place.country} if place.country else None
    return _filled({"@type": "Place", "name": place.name, "geo": point, "address": address})


def _filled(thing: Thing) -> Thing:
    """Without the properties of which nothing is known."""
    return {name: value for name, value in thing.items() if value not in (None, "", [])}
