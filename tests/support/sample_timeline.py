"""Turns sample_timeline.toml into a Timeline: what the site's tests are fed."""

import hashlib
import tomllib
from datetime import date
from typing import Any

from paths import SEEDS, SUPPORT

from dateline.edtf import UNKNOWN, when_lasting, when_within
from dateline.model import (
    Actor,
    Article,
    Demand,
    Discard,
    Edit,
    Event,
    Figure,
    Forecast,
    Join,
    Place,
    Published,
    Relation,
    Report,
    Role,
    Round,
    Span,
    Speaker,
    Timeline,
    Timex,
    When,
)

Row = dict[str, Any]


def sample() -> Timeline:
    """The timeline; the same at every call."""
    rows = tomllib.loads((SUPPORT / "sample_timeline.toml").read_text(encoding="utf-8"))
    articles = {row["key"]: article(row) for row in rows["article"]}
    return Timeline(
        title="The United States and the Taliban",
        description="How the talks in Doha and the war in Afghanistan went on side by side.",
        language="en",
        url=None,
        publish={articles[row["key"]].id: row.get("publish", "quotes") for row in rows["article"]},
        now=date(2021, 3, 28),
        articles=tuple(articles.values()),
        events=tuple(event(row, articles) for row in rows["event"]),
        actors=tuple(actor(row) for row in rows["actor"]),
        rounds=tuple(round_(row) for row in rows["round"]),
        places=tuple(place(row) for row in rows["place"]),
        demands=tuple(demand(row, articles[row["article"]]) for row in rows["demand"]),
        discards=tuple(
            Discard(articles[row["article"]].id, span(articles[row["article"]], row["quote"]), row["why"])
            for row in rows["discard"]
        ),
    )


def span(article: Article, quote: str) -> Span:
    start = article.text.index(quote)
    return Span(start, start + len(quote))


def day(row: Row, key: str) -> date | None:
    return date.fromisoformat(row[key]) if key in row else None


def when(row: Row) -> When:
    make = when_lasting if row.get("lasts") else when_within
    why = row["explanation"]
    return make(day(row, "first"), day(row, "last"), rule=row["rule"], anchor=row.get("anchor", ""), explanation=why)


def article(row: Row) -> Article:
    file = next(SEEDS.glob(f"{row['key']}_*.txt"))
    text = file.read_bytes().decode("utf-8")
    header = row.get("header", 0)
    published = date.fromisoformat(row["published"])
    why = f"The {row.get('basis', 'header')} says {published}."
    return Article(
        id=file.stem.replace("_", "-"),
        file=file.name,
        text=text,
        body=" " * header + text[header:],
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        octets=len(text.encode()),
        title=row["title"],
        source=row.get("source"),
        dateline=None,
        url=None,
        author=None,
        language=None,
        tags=(),
        published=Published(
            when_within(published, published, rule="date", anchor="", explanation=why),
            row.get("basis", "header"),
        ),
        editor=(Edit("published", "unknown", row["why"], "conflict.toml:61"),) if "why" in row else (),
    )


def report(row: Row, event: Row, articles: dict[str, Article]) -> Report:
    source = articles[row["article"]]
    type_, modality = event["kind"].split()
    at = when(event["when"]) if "when" in event else UNKNOWN
    quoted = span(source, row["quote"])
    timex = None
    if "words" in row:
        start = source.text.index(row["words"], quoted.start)
        words = Span(start, start + len(row["words"]))
        timex = Timex(words, row["words"], "DATE", at.edtf, at, row.get("signal", ""))
    said_by = (speaker(event["said_by"]),) if "said_by" in event else ()
    return Report(
        article=source.id,
        span=quoted,
        quote=row["quote"],
        headline=event["headline"],
        trigger=quoted,
        type=type_,
        modality=modality,
        when=at,
        timex=timex,
        by=day(event, "by"),
        actors=tuple(event.get("actors", ())),
        places=tuple(event.get("places", ())),
        round=event.get("round"),
        attribution=said_by[0].text if said_by else None,
        said_by=said_by,
        figures=tuple(Figure(f["what"], f.get("low"), f.get("high"), f["text"]) for f in event.get("figures", ())),
    )


def event(row: Row, articles: dict[str, Article]) -> Event:
    reports = tuple(report(one, row, articles) for one in row["evidence"])
    first = reports[0]
    forecast = row.get("forecast")
    return Event(
        id=row["id"],
        other_ids=tuple(row.get("other_ids", ())),
        headline=first.headline,
        when=first.when,
        type=first.type,
        modality=first.modality,
        salience=row["salience"],
        actors=first.actors,
        places=first.places,
        round=first.round,
        attribution=first.attribution,
        said_by=first.said_by,
        reports=reports,
        joins=tuple(Join(tuple(one["evidence"]), one["why"]) for one in row.get("joins", ())),
        articles=len({one.article for one in reports}),
        independent=1,
        figures=first.figures,
        forecast=forecast
        and Forecast(
            first.by,
            forecast["status"],
            forecast.get("outcome"),
            tuple(forecast["days_late"]) if "days_late" in forecast else None,
        ),
        relations=tuple(
            Relation(one["type"], one["event"], one.get("about"), one["why"]) for one in row.get("relations", ())
        ),
        editor=edits(row),
    )


def demand(row: Row, article: Article) -> Demand:
    where = span(article, row["quote"])
    return Demand(
        article.id, where, row["quote"], row["subject"], row["name"], row["stance"], tuple(row["actors"]), row["who"]
    )


def speaker(row: Row) -> Speaker:
    return Speaker(row.get("actor"), row["text"], row.get("anonymous", False), row.get("reported_by"))


def edits(row: Row) -> tuple[Edit, ...]:
    return tuple(Edit(**one) for one in row.get("editor", ()))


def actor(row: Row) -> Actor:
    roles = tuple(Role(one["title"], day(one, "first"), day(one, "last")) for one in row.get("roles", ()))
    aliases, mentions = tuple(row.get("aliases", ())), tuple(row.get("mentions", ()))
    return Actor(row["id"], row["name"], row["kind"], aliases, mentions, roles, None, edits(row))


def round_(row: Row) -> Round:
    number = row.get("number")
    stated = number is not None
    return Round(row["id"], row["name"], row["track"], number, row.get("edtf"), row.get("place"), stated)


def place(row: Row) -> Place:
    latitude, longitude = row.get("at", (None, None))
    return Place(row["id"], row["name"], latitude, longitude, row.get("country"), row.get("precision", "city"))
