"""Events -> Timeline: their order, and who, where and which rounds the site shows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.model import Article, Conflict, Demand, Edit, Event, Hidden, Passage, Place, Round, Timeline, Track
from dateline.rounds.held import days_taken, ended
from dateline.stages.archive import Archive
from dateline.stages.resolving import Told
from dateline.unnamed import described, with_unnamed

ONE_ROUND = 60  # days that a round may take


def of(
    conflict: Conflict,
    archive: Archive,
    resolved: Sequence[Told],
    events: Sequence[Event],
    hidden: tuple[Hidden, ...] = (),
) -> Timeline:
    """The Timeline of all that was read and merged; `hidden` are the events that the editor has taken out."""
    ordered = tuple(sorted((with_unnamed(event, archive.actors) for event in events), key=_order))
    articles = tuple(sorted((one.article for one in resolved), key=_published))
    of_round: dict[str | None, list[Event]] = defaultdict(list)
    for event in ordered:
        of_round[event.round].append(event)
    return Timeline(
        title=conflict.title or "A timeline",
        description=conflict.description,
        language=conflict.language,
        interface=conflict.interface,
        url=conflict.url,
        publish={article.id: article.publish or conflict.publish for article in articles},
        now=now_of(articles),
        articles=articles,
        events=ordered,
        actors=described(ordered, archive.directory.actors),
        rounds=tuple(
            _round(known, of_round[known.id], archive.directory.places, conflict.tracks) for known in archive.rounds
        ),
        places=archive.directory.places,
        tracks=conflict.tracks,
        discards=tuple(discard for one in resolved for discard in one.discards),
        hidden=hidden,
        withheld=tuple(Edit("withheld", "", one.why, one.at) for one in conflict.redactions),
        conflict_sha256=conflict.sha256,
        demands=_demands(resolved, hidden),
        unnumbered=tuple(
            Passage(one.article.id, mention.span) for one in resolved for mention in one.rounds if mention.id is None
        ),
    )


def _demands(resolved: Sequence[Told], hidden: Sequence[Hidden]) -> tuple[Demand, ...]:
    """Each stand once: what an article and its copies tell in the same words is told by the oldest of them.

    The words of an event that the editor has taken out make no demand either.
    """
    out = [passage for one in hidden for passage in one.evidence]
    found: dict[tuple[object, ...], Demand] = {}
    for one in sorted(resolved, key=lambda one: _published(one.article)):
        copied = one.article.duplicate_of or one.article.id
        for demand in one.demands:
            if any(demand.article == words.article and demand.span.meets(words.span) for words in out):
                continue
            found.setdefault(
                (copied, demand.subject, demand.stance, demand.actors, " ".join(demand.quote.split())), demand
            )
    return tuple(found.values())


def now_of(articles: Iterable[Article]) -> date | None:
    """The archive's "now": the latest day on which one of its articles was published. No clock is read."""
    days = [day for article in articles if (day := article.published.latest)]
    return max(days, default=None)


def _published(article: Article) -> tuple[date, str]:
    when = article.published.when
    return when.first or when.last or date.max, article.file


def _order(event: Event) -> tuple[date, date, float, str]:
    """By day; what is only bounded stands at its known bound; the undated last."""
    when = event.when
    return when.first or when.last or date.max, when.last or date.max, -event.salience, event.id


def _round(known: Round, events: Sequence[Event], places: Sequence[Place], tracks: Sequence[Track]) -> Round:
    """A round with its dates, the conflict file's or those of talks that the text dates, and its venue as a place.

    `events` are those that are told of it.
    """
    venue = next((place.id for place in places if place.name == known.place), known.place)
    track = next((track for track in tracks if track.id == known.track and track.venue == known.place), None)
    edits = (
        (Edit("venue", "", f"The editor gives it for all of the {track.name}.", track.at),) if track and venue else ()
    )
    known = replace(known, place=venue, editor=(*known.editor, *edits))
    mine = [event for event in events if _may_be_held(event)]
    held = [event for event in mine if event.type == "talks"]
    agreed = [event for event in mine if event.type == "agreement" and event.modality in ("happened", "claimed")]
    days = (
        known.edtf or _days(held, mine) or _days(agreed, ())
    )  # "At the fifth round, on July 2, the sides agreed on …"
    return replace(known, edtf=days, place=known.place or _venue(held, places) or _venue(agreed, places))


def _may_be_held(event: Event) -> bool:
    off = event.forecast is not None and event.forecast.status in ("moved", "not met")
    return event.modality in ("happened", "claimed", "scheduled", "expected") and not off


def _days(held: Sequence[Event], told: Sequence[Event] = ()) -> str | None:
    """From the first to the last day that the texts give for a round; planned ones where it is not told as held.

    `told` are all events of the round, which may say how long it took.
    """
    dated = [one for one in held if one.reports[0].timex is not None]
    done = [one for one in dated if one.modality in ("happened", "claimed")] or dated
    if not done:
        return None
    begin, end = done[0].when, done[-1].when
    exact = begin.precision == end.precision == "day"
    if exact and begin == end and begin.first and (days := _taken(told, done)):
        return f"{begin.first - timedelta(days - 1)}/{begin.first}"
    if exact and begin.first and end.last and 0 < (end.last - begin.first).days <= ONE_ROUND:
        return f"{begin.first}/{end.last}"
    return begin.edtf


def _taken(told: Sequence[Event], done: Sequence[Event]) -> int | None:
    """How many days a round took of which the texts date the end alone; None where they do not say."""
    if not all(ended(report.quote) for event in done for report in event.reports):
        return None
    return days_taken(report.quote for event in told for report in event.reports)


def _venue(held: Sequence[Event], places: Sequence[Place]) -> str | None:
    """The town in which the texts say that a round was held; None where they name several, or only a country."""
    towns = {place.id for place in places if place.precision == "city"}
    named = {id for event in held for id in event.places if id in towns}
    return named.pop() if len(named) == 1 else None
