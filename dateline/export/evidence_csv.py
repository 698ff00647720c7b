"""data/evidence.csv: one row for each piece of evidence."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

from dateline.export.entry import Entry
from dateline.export.layout import Layout, writer
from dateline.export.table import Cell, Column, Table, header, line
from dateline.model import Article, Report, Timeline, Timex, TimexType


@dataclass(frozen=True, slots=True)
class Row:
    """A piece of evidence, its event's id and its place among that event's evidence, from 1."""

    event: str
    number: int
    report: Report
    article: Article


def _words(of: Callable[[Timex], Cell]) -> Callable[[Row], Cell]:
    """Reads something off the time expression; an empty cell where there is none."""
    return lambda row: of(row.report.timex) if row.report.timex else None


TABLE: Table[Row] = Table(
    (
        Column("event", "string", "The id of the event, as in events.csv.", lambda r: r.event),
        Column("number", "integer", "Counts an event's evidence from 1, oldest first.", lambda r: r.number),
        Column("article", "string", "The id of the article.", lambda r: r.article.id),
        Column("file", "string", "Its file in the folder of articles.", lambda r: r.article.file),
        Column("sha256", "string", "The SHA-256 of that file, for which the offsets hold.", lambda r: r.article.sha256),
        Column(
            "start",
            "integer",
            "Where the quote begins, in characters of the file from 0.",
            lambda r: r.report.span.start,
        ),
        Column("end", "integer", "Where it ends, exclusive.", lambda r: r.report.span.end),
        Column("quote", "string", "The words of the article.", lambda r: r.report.quote),
        Column(
            "edtf", "string", "When this piece of evidence says it was, as an EDTF value.", lambda r: r.report.when.edtf
        ),
        Column("expression", "string", "The words that say when.", _words(lambda t: t.text)),
        Column("expression_start", "integer", "Where they begin in the file.", _words(lambda t: t.span.start)),
        Column("expression_end", "integer", "Where they end, exclusive.", _words(lambda t: t.span.end)),
        Column(
            "expression_type", "string", "Their type in TimeML 1.2.1.", _words(lambda t: t.type), get_args(TimexType)
        ),
        Column("expression_value", "string", "Their TIMEX3 value.", _words(lambda t: t.value)),
        Column("rule", "string", "The rule that read them.", _words(lambda t: t.when.rule)),
        Column("anchor", "string", "What they were counted from.", _words(lambda t: t.when.anchor)),
        Column("explanation", "string", "How the date follows, in a sentence.", lambda r: r.report.when.explanation),
    ),
    ("event", "number"),
    "event",
)


def layout(_: Timeline, __: str | None) -> Layout:
    return Layout(header(TABLE), _rows, "")


def _rows(entry: Entry) -> str:
    """In the order of the event's evidence."""
    told = enumerate(zip(entry.event.reports, entry.articles, strict=True), start=1)
    return "".join(line(TABLE, Row(entry.event.id, number, *one)) for number, one in told)


text = writer(layout)
