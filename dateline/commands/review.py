"""The command `review`: what a person should look at, worst first.

That is undated articles, doubtful dates, likely duplicates, unknown names.
"""

import argparse
import json
from collections.abc import Sequence

from dateline.commands.duplicates import likely
from dateline.commands.ending import status
from dateline.commands.result import found
from dateline.model import Actor, Article, Event
from dateline.names.linking.respelt import Respelt, respelt_names
from dateline.names.linking.unknown import Unknown
from dateline.stages.resolving import Resolved

HEAVY = 0.5  # share of an article's text from which quoting it calls for a look at the licence
SHOWN = 20  # names listed; the commonest come first


def review(options: argparse.Namespace) -> int:
    """Prints the list."""
    with found(options) as result:
        print(listed(result.resolved(), result.unknown, result.timeline.actors, result.timeline.events), end="")
        return status(result.problems, strict=options.strict)


def listed(
    resolved: Sequence[Resolved], unknown: Sequence[Unknown], actors: Sequence[Actor], events: Sequence[Event]
) -> str:
    """The list as text, from all that the archive has. Articles in file order, names by how often they stand there."""
    mentions = {one.article.id: one.names for one in resolved}
    parts = [
        _section(
            "Articles whose date is open: paste the lines into conflict.toml, with the day and how you know it",
            [line for r in resolved if _open(r.article) for line in _undated(r.article)],
        ),
        _section(
            "Time expressions that stay open", [line for r in resolved if not _open(r.article) for line in _vague(r)]
        ),
        _section(
            "Events that may be one: paste the lines that are right into conflict.toml",
            [line for one, other in likely(events) for line in _joined(one, other)],
        ),
        _section("Names that rest on little: paste the lines that are right into conflict.toml", _names(unknown)),
        _section(
            "Spellings taken for a known name: paste what is right in place of the actor's lines, if it has any",
            [line for one in respelt_names(mentions, actors) for line in _respelt(one)],
        ),
        _section("Articles quoted above one half: is that allowed?", [line for r in resolved for line in _quoted(r)]),
    ]
    return "\n".join(part for part in parts if part) or "Nothing to look at.\n"


def _section(title: str, lines: Sequence[str]) -> str:
    return "\n".join([title, *(f"  {line}" for line in lines), ""]) if lines else ""


def _joined(one: Event, other: Event) -> list[str]:
    lines = f'[[correction]]\nevent = "{other.id}"\njoin = "{one.id}"\nwhy = ""'
    return [f"{one.when.edtf}: {one.headline} / {other.headline}", *_indented(lines)]


def _open(article: Article) -> bool:
    return article.published.when.precision not in ("day",)


def _undated(article: Article) -> list[str]:
    when = article.published.when
    lines = f'[[article]]\nfile = {json.dumps(article.file, ensure_ascii=False)}\npublished = YYYY-MM-DD\nwhy = ""'
    return [f"{article.file}: {when.edtf} ({article.published.basis}). {when.explanation}", *_indented(lines)]


def _vague(one: Resolved) -> list[str]:
    """Dates without a year that neither text nor publication date settles."""
    return [
        f"{one.article.file}: ‘{timex.text}’ = {timex.value}"
        for timex in one.timexes
        if timex.type == "DATE" and timex.value.startswith("XXXX") and timex.when.first is None
    ]


def _names(unknown: Sequence[Unknown]) -> list[str]:
    lines: list[str] = []
    for name in unknown[:SHOWN]:
        guess = f"perhaps a {name.kind}" if name.kind else "of unknown kind"
        often = "once" if name.times == 1 else f"{name.times} times"
        lines += [f"{name.name}: {often} in {', '.join(name.articles)}, {guess}", *_indented(name.lines)]
    if len(unknown) > SHOWN:
        lines.append(f"and {len(unknown) - SHOWN} more that are rarer")
    return lines


def _respelt(one: Respelt) -> list[str]:
    return [f"{one.spelling} in {', '.join(one.articles)}: taken for {one.actor.name}", *_indented(one.lines)]


def _indented(text: str) -> list[str]:
    return [f"    {line}" for line in text.rstrip().split("\n")]


def _quoted(one: Resolved) -> list[str]:
    covered = {i for report in one.reports for i in range(*report.span)}
    share = len(covered) / max(1, len(one.article.body.strip()))
    return [f"{one.article.file}: {share:.0%} of its text is quoted"] if share > HEAVY else []
