"""data/events.csv: one row an event."""

from collections.abc import Callable
from functools import partial
from typing import get_args

from dateline.export.entry import Entry
from dateline.export.layout import Layout, writer
from dateline.export.table import Cell, Column, Table, header, line, listed
from dateline.model import Event, EventType, Forecast, ForecastStatus, Modality, Precision, Timeline


def _ahead(of: Callable[[Forecast], Cell]) -> Callable[[Entry], Cell]:
    """Reads something off the forecast; an empty cell where there is none."""
    return lambda entry: of(entry.event.forecast) if entry.event.forecast else None


TABLE: Table[Entry] = Table(
    (
        Column("id", "string", "Lasts as long as the sentence that the event rests on.", lambda e: e.event.id),
        Column("headline", "string", "The event in at most 90 characters.", lambda e: e.event.headline),
        Column("date", "string", "When it was, in words.", lambda e: e.date),
        Column(
            "edtf", "string", "The same as an EDTF value; ../.. where nothing is known.", lambda e: e.event.when.edtf
        ),
        Column("earliest", "date", "The first day possible; empty where open.", lambda e: e.event.when.first),
        Column("latest", "date", "The last day possible; empty where open.", lambda e: e.event.when.last),
        Column("precision", "string", "How exact the date is.", lambda e: e.event.when.precision, get_args(Precision)),
        Column("stated", "boolean", "False where tense or context gave the date.", lambda e: e.event.when.stated),
        Column("type", "string", "What kind of event it is.", lambda e: e.event.type, get_args(EventType)),
        Column("modality", "string", "Told as a fact, a claim, ahead…", lambda e: e.event.modality, get_args(Modality)),
        Column("salience", "number", "From 0 to 1: what the timeline shows first.", lambda e: e.event.salience),
        Column(
            "attribution", "string", "Who says so; empty where the article itself does.", lambda e: e.event.attribution
        ),
        Column("actors", "string", "Who took part, with “; ” between them.", lambda e: listed(e.actors)),
        Column("actor_ids", "string", "Their ids in events.json.", lambda e: listed(e.event.actors)),
        Column("places", "string", "Where it was, with “; ” between them.", lambda e: listed(p.name for p in e.places)),
        Column("place_ids", "string", "Their ids in events.json.", lambda e: listed(e.event.places)),
        Column("round", "string", "The id of its round of negotiations.", lambda e: e.event.round),
        Column(
            "figures", "string", "Numbers that the text gives, with “; ” between them.", lambda e: _figures(e.event)
        ),
        Column("articles", "integer", "How many articles tell it.", lambda e: e.event.articles),
        Column("independent_sources", "integer", "How many of them are no copies.", lambda e: e.event.independent),
        Column("quote", "string", "Its oldest evidence; evidence.csv has all of it.", lambda e: e.quote),
        Column("article", "string", "The id of the article of this quote.", lambda e: e.article.id),
        Column("title", "string", "That article's title.", lambda e: e.article.title),
        Column("source", "string", "Who published that article.", lambda e: e.article.source),
        Column("published", "string", "When, as an EDTF value.", lambda e: e.article.published.when.edtf),
        Column("due", "date", "By when something scheduled or expected is to be.", _ahead(lambda f: f.by)),
        Column("forecast", "string", "What became of it.", _ahead(lambda f: f.status), get_args(ForecastStatus)),
        Column("outcome", "string", "The id of the event that came of it.", _ahead(lambda f: f.outcome)),
        Column("days_late_low", "integer", "How many days late that was at least.", _ahead(lambda f: _late(f)[0])),
        Column("days_late_high", "integer", "How many days late that was at most.", _ahead(lambda f: _late(f)[1])),
        Column(
            "edited", "boolean", "Whether an editor set or changed something of it.", lambda e: bool(e.event.editor)
        ),
        Column("page", "string", "The address of its page, or its path in the site.", lambda e: e.page),
    ),
    ("id",),
)


def layout(_: Timeline, __: str | None) -> Layout:
    return Layout(header(TABLE), partial(line, TABLE), "")


text = writer(layout)


def _figures(event: Event) -> str:
    return listed(f"{one.what}: {one.text}" for one in event.figures)


def _late(forecast: Forecast) -> tuple[int | None, int | None]:
    return forecast.days_late or (None, None)
