"""data/events.geojson: the events at their places, as GeoJSON (RFC 7946, WGS 84).

A Feature is one event at one place: an event of two places has two, and each event has one at least. Where there is
no place, or none with a position, the geometry is null. A province or a country is one point of it: see
`place_precision`.
"""

from collections.abc import Iterator
from typing import Any

from dateline.export import json_text
from dateline.export.entry import Entry
from dateline.export.layout import Layout, writer
from dateline.model import Place, Timeline

Object = dict[str, Any]


def layout(timeline: Timeline, _: str | None) -> Layout:
    data = {"type": "FeatureCollection", "name": timeline.title, "features": json_text.ITEMS}
    head, tail = json_text.around(data)
    return Layout(head, _row, tail, listed=True)


def _row(entry: Entry) -> str:
    return "".join(map(json_text.item, _features(entry)))


text = writer(layout)


def _features(entry: Entry) -> Iterator[Object]:
    for place in entry.places or (None,):
        yield {
            "type": "Feature",
            "id": f"{entry.event.id}@{place.id}" if place else entry.event.id,
            "geometry": _geometry(place),
            "properties": _told(entry) | _where(place),
        }


def _geometry(place: Place | None) -> Object | None:
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return {"type": "Point", "coordinates": [place.longitude, place.latitude]}


def _told(entry: Entry) -> Object:
    event = entry.event
    return {
        "event": event.id,
        "headline": event.headline,
        "date": entry.date,
        "edtf": event.when.edtf,
        "earliest": event.when.first.isoformat() if event.when.first else None,
        "latest": event.when.last.isoformat() if event.when.last else None,
        "precision": event.when.precision,
        "type": event.type,
        "modality": event.modality,
        "attribution": event.attribution,
        "actors": list(entry.actors),
        "quote": entry.quote,
        "source": entry.source,
        "page": entry.page,
    }


def _where(place: Place | None) -> Object:
    return {
        "place": place.name if place else None,
        "place_precision": place.precision if place else None,
        "country": place.country if place else None,
    }
