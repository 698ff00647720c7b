"""Writes the timeline as data/events.json, the public interface that events.schema.json describes.

Offsets count in `str` characters of the article's file; days are ISO 8601, bounds inclusive, null where a side
is open. Keys are only ever added: `schema_version` stays 1.
"""

from datetime import date
from typing import Any

from dateline.export import json_text
from dateline.export.entry import Entry
from dateline.export.layout import Layout, writer
from dateline.model import (
    Actor,
    Article,
    Demand,
    Edit,
    Event,
    Forecast,
    Hidden,
    Place,
    Published,
    Relation,
    Report,
    Role,
    Round,
    Speaker,
    Timeline,
    Timex,
    When,
)

Object = dict[str, Any]


def layout(timeline: Timeline, _: str | None) -> Layout:
    """The file ends in a line break, and is the same for the same timeline."""
    data = {
        "schema": "events.schema.json",
        "schema_version": 1,
        "conflict": {"title": timeline.title, "description": timeline.description},
        "articles": map(_article, timeline.articles),
        "events": json_text.ITEMS,
        "actors": [_actor(one) for one in timeline.actors],
        "rounds": [_round(one) for one in timeline.rounds],
        "places": [_place(one) for one in timeline.places],
        "hidden": [_hidden(one) for one in timeline.hidden],
        "demands": [_demand(one) for one in timeline.demands],
        "withheld": [_withheld(one, timeline) for one in timeline.withheld],
    }
    head, tail = json_text.around(data)
    return Layout(head, _row, tail, listed=True)


def _row(entry: Entry) -> str:
    return json_text.item(_event(entry.event))


text = writer(layout)


def published(known: Published) -> Object:
    """When an article was published, and what says so."""
    return {
        "edtf": known.when.edtf,
        "earliest": _day(known.when.first),
        "latest": _day(known.when.last),
        "basis": known.basis,
        "explanation": known.when.explanation,
    }


def _article(article: Article) -> Object:
    return {
        "id": article.id,
        "file": article.file,
        "sha256": article.sha256,
        "title": article.title,
        "source": article.source,
        "dateline": article.dateline,
        "url": article.url,
        "licence": article.licence,
        "published": published(article.published),
        "duplicate_of": article.duplicate_of,
        "editor": _edits(article.editor),
    }


def _event(event: Event) -> Object:
    return {
        "id": event.id,
        "other_ids": sorted(event.other_ids),
        "headline": event.headline,
        "date": _when(event.when),
        "type": event.type,
        "modality": event.modality,
        "salience": event.salience,
        "actors": list(event.actors),
        "places": list(event.places),
        "round": event.round,
        "attribution": event.attribution,
        "said_by": [_speaker(one) for one in event.said_by],
        "evidence": [_evidence(one) for one in event.reports],
        "joins": [{"evidence": list(one.evidence), "why": one.why} for one in event.joins],
        "sources": {"articles": event.articles, "independent": event.independent},
        "figures": [{"what": one.what, "low": one.low, "high": one.high, "text": one.text} for one in event.figures],
        "forecast": _forecast(event.forecast),
        "relations": [_relation(one) for one in event.relations],
        "editor": _edits(event.editor),
    }


def _when(when: When) -> Object:
    return {
        "edtf": when.edtf,
        "earliest": _day(when.first),
        "latest": _day(when.last),
        "precision": when.precision,
    }


def _evidence(report: Report) -> Object:
    return {
        "article": report.article,
        "start": report.span.start,
        "end": report.span.end,
        "quote": report.quote,
        "expression": _expression(report.timex),
        "explanation": report.when.explanation,
    }


def _expression(timex: Timex | None) -> Object | None:
    if timex is None:
        return None
    return {
        "start": timex.span.start,
        "end": timex.span.end,
        "text": timex.text,
        "type": timex.type,
        "value": timex.value,
        "rule": timex.when.rule,
        "anchor": timex.when.anchor,
    }


def _forecast(forecast: Forecast | None) -> Object | None:
    if forecast is None:
        return None
    late = forecast.days_late
    return {
        "by": _day(forecast.by),
        "status": forecast.status,
        "outcome": forecast.outcome,
        "days_late": None if late is None else {"low": late[0], "high": late[1]},
    }


def _relation(relation: Relation) -> Object:
    return {
        "type": relation.type,
        "event": relation.event,
        "about": relation.about,
        "why": relation.why,
    }


def _speaker(speaker: Speaker) -> Object:
    return {
        "actor": speaker.actor,
        "text": speaker.text,
        "anonymous": speaker.anonymous,
        "reported_by": speaker.reported_by,
    }


def _role(role: Role) -> dict[str, Any]:
    seen = [{"article": one.article, "start": one.span.start, "end": one.span.end} for one in role.seen]
    return {"title": role.title, "first": _day(role.first), "last": _day(role.last), "seen": seen}


def _actor(actor: Actor) -> Object:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": list(actor.aliases),
        "mentions": sorted({*actor.mentions, *actor.phrases}),
        "roles": [_role(one) for one in actor.roles],
        "unnamed": actor.unnamed,
        "editor": _edits(actor.editor),
    }


def _round(round: Round) -> Object:
    return {
        "id": round.id,
        "name": round.name,
        "track": round.track,
        "number": round.number,
        "edtf": round.edtf,
        "place": round.place,
        "stated": round.stated,
        "editor": _edits(round.editor),
    }


def _hidden(hidden: Hidden) -> Object:
    return {"event": hidden.id, "article": hidden.article, "why": hidden.why, "at": hidden.at}


def _withheld(edit: Edit, timeline: Timeline) -> Object:
    """A name that the editor withholds: in the articles there is a block for each of its letters."""
    return {"articles": [one.id for one in timeline.articles if edit in one.editor], "why": edit.why, "at": edit.at}


def _demand(demand: Demand) -> Object:
    return {
        "subject": demand.subject,
        "name": demand.name,
        "stance": demand.stance,
        "actors": list(demand.actors),
        "who": demand.who,
        "article": demand.article,
        "start": demand.span.start,
        "end": demand.span.end,
        "quote": demand.quote,
    }


def _place(place: Place) -> Object:
    return {
        "id": place.id,
        "name": place.name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country": place.country,
        "precision": place.precision,
    }


def _edits(edits: tuple[Edit, ...]) -> list[Object]:
    return [{"field": one.field, "was": one.was, "why": one.why, "at": one.at} for one in edits]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
