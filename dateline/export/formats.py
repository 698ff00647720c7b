"""Every format in which the site offers its events, in the order of the page of data."""

from collections.abc import Iterator, Sequence

from dateline.export import (
    acled_csv,
    bibliography,
    datapackage,
    events_csv,
    events_geojson,
    events_ics,
    events_json,
    evidence_csv,
    timelinejs,
)
from dateline.export.download import Download, Format, Listed
from dateline.model import Timeline

FORMATS = (
    Format(
        name="csv",
        file="events.csv",
        media_type="text/csv",
        use="Tables",
        purpose="One row an event: dates with their bounds, kind, actors, places, first quote, what became of it.",
        write=events_csv.text,
        layout=events_csv.layout,
        table=events_csv.TABLE,
    ),
    Format(
        name="evidence-csv",
        file="evidence.csv",
        media_type="text/csv",
        use="Tables",
        purpose="One row a quote: where it stands in its article, and how its date follows from its words.",
        write=evidence_csv.text,
        layout=evidence_csv.layout,
        holds="quote",
        table=evidence_csv.TABLE,
    ),
    Format(
        name="acled-csv",
        file="events-acled-columns.csv",
        media_type="text/csv",
        use="Tables",
        purpose="ACLED-like columns, not ACLED data: for tools that expect such columns.",
        write=acled_csv.text,
        layout=acled_csv.layout,
        rule="Only what is told as happened or claimed and is known to a month or better. No source is graded.",
        selects=acled_csv.selected,
        table=acled_csv.TABLE,
    ),
    Format(
        name="ics",
        file="events.ics",
        media_type="text/calendar",
        use="Calendar, map and slides",
        purpose="For calendars: whole days, with the quote in the notes.",
        write=events_ics.text,
        layout=events_ics.layout,
        rule="An event stands on all the days on which it may have been, if they are at most 31; else on the day by "
        "which it is due, if the text names one; else it is left out. Only what is told as happened is confirmed, "
        "the rest tentative.",
        selects=events_ics.selected,
    ),
    Format(
        name="geojson",
        file="events.geojson",
        media_type="application/geo+json",
        use="Calendar, map and slides",
        purpose="For maps (QGIS, Leaflet, kepler.gl): one feature for each event at each of its places.",
        write=events_geojson.text,
        layout=events_geojson.layout,
        rule="A province or a country is one point, as place_precision says; where no position is known, the geometry "
        "is null.",
    ),
    Format(
        name="timelinejs",
        file="timelinejs.json",
        media_type="application/json",
        use="Calendar, map and slides",
        purpose="For TimelineJS 3: slides with the quote, and the date as exact as it is known.",
        write=timelinejs.text,
        layout=timelinejs.layout,
        rule="An event of which only the first or the last day possible is known stands there; one without any date "
        "is left out.",
        selects=timelinejs.selected,
    ),
    Format(
        name="bibtex",
        file="citations.bib",
        media_type="application/x-bibtex",
        use="Citations",
        purpose="The articles for BibTeX, BibLaTeX, JabRef and Zotero.",
        write=bibliography.bibtex,
        holds="article",
    ),
    Format(
        name="csl",
        file="citations.csl.json",
        media_type="application/vnd.citationstyles.csl+json",
        use="Citations",
        purpose="The articles as CSL-JSON, for pandoc, Quarto and Zotero.",
        write=bibliography.csl,
        holds="article",
    ),
    Format(
        name="json",
        file="events.json",
        media_type="application/json",
        use="For programs",
        purpose="All that the pages show: articles, events, actors, rounds, demands and places, each quote located.",
        write=events_json.text,
        layout=events_json.layout,
    ),
)


def downloads(timeline: Timeline, base_url: str | None) -> Iterator[Download]:
    """Every file in data/ that is made of the timeline, one at a time; last the data package, which describes them.

    `base_url` is the site's address, for full links.
    """
    listed = []
    for format in FORMATS:
        made = Download(format, format.write(timeline, base_url).encode())
        listed.append(made.listed())
        yield made
    yield package(timeline, base_url, listed)


def package(timeline: Timeline, base_url: str | None, files: Sequence[Listed]) -> Download:
    """The data package, which describes the other files."""
    return Download(PACKAGE, datapackage.text(timeline, base_url, files).encode())


def _package(timeline: Timeline, base_url: str | None) -> str:
    *_, last = downloads(timeline, base_url)
    return last.content.decode()


PACKAGE = Format(
    name="datapackage",
    file="datapackage.json",
    media_type="application/json",
    use="For programs",
    purpose="What each column of the tables means, and the size and SHA-256 of each file: a Frictionless Data Package.",
    write=_package,
    holds="file",
)
BY_NAME = {format.name: format for format in (*FORMATS, PACKAGE)}
