"""What the reader found in one article: as JSON for programs, as marked text for people."""

from typing import Any

from dateline.commands.account import counted
from dateline.export import events_json
from dateline.model import Event, Timeline
from dateline.stages.resolving import Resolved


def as_json(one: Resolved) -> dict[str, Any]:
    """What `read --json` prints of an article: docs/articles.md tells it. Keys are only ever added."""
    return {
        "file": one.article.file,
        "published": events_json.published(one.article.published),
        "sentences": [list(sentence.span) for sentence in one.sentences],
        "expressions": [
            {
                "start": t.span.start,
                "end": t.span.end,
                "text": t.text,
                "type": t.type,
                "value": t.value,
                "edtf": t.when.edtf,
                "earliest": t.when.first.isoformat() if t.when.first else None,
                "latest": t.when.last.isoformat() if t.when.last else None,
                "rule": t.when.rule,
                "anchor": t.when.anchor,
            }
            for t in one.timexes
        ],
        "names": [
            {"start": n.span.start, "end": n.span.end, "text": n.text, "kind": n.kind, "id": n.id}
            for n in one.names
            if not n.implied
        ],
        "rounds": [
            {"start": r.span.start, "end": r.span.end, "text": r.text, "number": r.number, "id": r.id}
            for r in one.rounds
        ],
    }


def as_text(one: Resolved) -> str:
    """The article's sentences, each with its time expressions, names and events, and the reason where it has none."""
    article = one.article
    lines = [
        f"=== {article.file}",
        f"    published {article.published.when.edtf} ({article.published.basis}): "
        f"{article.published.when.explanation}",
    ]
    for sentence in one.sentences:
        start, end = sentence.span
        lines += ["", " ".join(sentence.text.split())]
        for timex in one.timexes:
            if start <= timex.span.start < end:
                lines.append(f"    time   {timex.text} = {timex.value}  {timex.when.explanation} [{timex.when.rule}]")
        for name in one.names:
            if start <= name.span.start < end:
                implied = ", implied" if name.implied else ""
                lines.append(f"    name   {name.text} = {name.id or '?'} ({name.kind}{implied})")
        for mention in one.rounds:
            if start <= mention.span.start < end:
                lines.append(f"    round  {mention.text} = {mention.id or 'no number given'}")
        for report in one.reports:
            if start <= report.span.start < end:
                lines.append(f"    event  {report.when.edtf}  {report.type}, {report.modality}: {report.headline}")
        lines += [f"    no event: {discard.why}" for discard in one.discards if discard.span.start == start]
    lines.append("")
    of_all = {"sentence": one.sentences, "time expression": one.timexes, "report": one.reports}
    counts = ", ".join(counted(len(found), name) for name, found in of_all.items())
    lines.append(f"    {counts}, {counted(len(one.discards), 'sentence', 'without one')}")
    return "\n".join(lines) + "\n"


def explain(event: Event, timeline: Timeline) -> str:
    """Why an event is on the timeline, with the words that its date rests on."""
    files = {article.id: article.file for article in timeline.articles}
    lines = [
        f"{event.id}",
        f"  {event.headline}",
        f"  {event.when.edtf} ({event.when.precision}), {event.type}, {event.modality}",
    ]
    if event.attribution:
        lines.append(f"  says who: {event.attribution}")
    for report in event.reports:
        lines += [
            f"  {files[report.article]} [{report.span.start}:{report.span.end}]",
            f"    “{' '.join(report.quote.split())}”",
            f"    date: {report.when.explanation} [{report.when.rule}]",
        ]
        if report.timex:
            lines.append(f"    rests on: ‘{report.timex.text}’ = {report.timex.value}")
    lines += [f"  joined {join.evidence[0]} and {join.evidence[1]}: {join.why}" for join in event.joins]
    return "\n".join(lines) + "\n"
