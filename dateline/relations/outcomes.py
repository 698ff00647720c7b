"""What became of what was planned or hoped for: it came, in time or late, was moved, called off, or nothing is told.

An outcome is told by a later article, is of the same kind and between the same sides, and has a day of its own that
lies after the forecast was made. Nothing but the articles decides; where they are silent, so is the ledger.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise

from dateline.lexicon.load import document
from dateline.model import Article, Event, EventType, ForecastStatus
from dateline.relations.put_off import undone
from dateline.relations.vicinity import Vicinity
from dateline.stages.sides import Sides, pairs, taking_part
from dateline.text.wording import content_words

FORECASTS = frozenset(["scheduled", "expected"])
KINDS: Mapping[EventType, str] = {"meeting": "talks", "talks": "talks"}  # a planned meeting is held as talks
MOVED_BY = 200  # days by which a vote or a round may be put off and still be the same
PATIENT = frozenset(["agreement", "election"])  # kinds that are the same however late they come
SOON = 60  # days after which talks, visits and the like are others than those that were planned
AT_ONCE = 7  # days after which news of a round that is over does not say that it was in time
CALLED_OFF = ("cancel", "postpon", "call off", "calls off", "called off", "suspend", "scrap", "shelve", "abandon")
ROUND_HELD = "round"  # the block of what was held of one round, whoever took part
TRUCES = frozenset(["truce", "ceasefire", "cease-fire", "armistice"])  # of these there are many in one war
ROUND = re.compile(r"\b(\w+)[\s-]+round\b", re.IGNORECASE)
Block = tuple[str, str, str]
Against = Mapping[tuple[str, str], Sequence[tuple[Event, frozenset[str]]]]


@dataclass(frozen=True, slots=True)
class Fate:
    """`other` is the id of the event that shows it, "" where only words of the forecast's own sentence do.

    `days_late`: the least and the most days, where it came late.
    """

    status: ForecastStatus
    other: str
    days_late: tuple[int, int] | None
    why: str


def fates(
    events: Sequence[Event], articles: Mapping[str, Article], known: Sides, told: Mapping[str, Vicinity]
) -> dict[str, Fate]:
    """Event id -> what became of it, for each forecast of which the archive tells that; `told` is by article."""
    done, off = _done(events, known), _decided_against(events, known)
    ahead: dict[tuple[str, str | None], list[Event]] = defaultdict(list)
    for event in events:
        if event.modality in FORECASTS:
            for key in _same_thing(event):
                ahead[key].append(event)
    cast = _cast(events)
    found: dict[str, Fate] = {}
    for event in events:
        if event.modality not in FORECASTS:
            continue
        near = (other for key in _same_thing(event) for other in ahead[key])
        fate = (
            _undone(event, articles, told)
            or _came(event, done, articles, known)
            or _moved(event, near, articles, cast)
            or _called_off(event, off, articles, known)
        )
        if fate:
            found[event.id] = fate
    return found


def _done(events: Sequence[Event], known: Sides) -> dict[Block, list[Event]]:
    """What happened on stated days, by kind and sides, in the order of its first days."""
    done: dict[Block, list[Event]] = defaultdict(list)
    for event in sorted(events, key=_by_day):
        sure = _has_come(event)
        for block in _blocks(event, known) if sure or _was_held(event) else ():
            if sure or block[0] == ROUND_HELD:
                done[block].append(event)
    return done


def _has_come(event: Event) -> bool:
    when = event.when
    return event.modality == "happened" and when.stated and bool(when.first and when.last)


def _was_held(event: Event) -> bool:
    """Whether it is a round of talks that is told as held, on whatever day: no other has its number."""
    held = event.modality in ("happened", "claimed") and event.type == "talks"
    return held and event.round is not None and event.when.last is not None


def _by_day(event: Event) -> tuple[date, str]:
    """By the first day; what was over by a day, but has no first one, by that."""
    return event.when.first or event.when.last or date.max, event.id


def _decided_against(events: Sequence[Event], known: Sides) -> Against:
    """The decisions that call something off, by two sides, each with its words."""
    found: dict[tuple[str, str], list[tuple[Event, frozenset[str]]]] = defaultdict(list)
    for event in events:
        off = any(report.trigger_words.startswith(CALLED_OFF) for report in event.reports)
        if off and event.type == "decision" and _has_come(event):
            words = frozenset(word for report in event.reports for word in content_words(report.quote))
            for two in pairs(event, known):
                found[two].append((event, words))
    return found


def _cast(events: Sequence[Event]) -> Mapping[str, set[str]]:
    """Article -> the actors of its events."""
    cast: dict[str, set[str]] = defaultdict(set)
    for event in events:
        for report in event.reports:
            cast[report.article] |= set(event.actors)
    return cast


def _one_story(event: Event, other: Event, cast: Mapping[str, set[str]]) -> bool:
    """Whether the two are told in articles about the same people: "July vote" is the vote of that country."""
    return len(cast[event.reports[0].article] & cast[other.reports[0].article]) > 1


def _blocks(event: Event, known: Sides) -> Iterator[Block]:
    kind = KINDS.get(event.type, event.type)
    if event.round and kind == "talks":
        yield ROUND_HELD, event.round, ""
    for one, other in pairs(event, known):
        yield kind, one, other
    if event.type == "agreement":
        for one in sorted(taking_part(event, known)):
            yield kind, one, ""


def _told(event: Event, articles: Mapping[str, Article]) -> tuple[date | None, date | None]:
    """The days on which the event may first have been told."""
    when = articles[event.reports[0].article].published.when
    return when.first, when.last


def _told_by(event: Event, articles: Mapping[str, Article]) -> date | None:
    """The day by which it was told, as far as that is known."""
    first, last = _told(event, articles)
    return last or first


def _came(
    event: Event, done: Mapping[Block, list[Event]], articles: Mapping[str, Article], known: Sides
) -> Fate | None:
    if event.type in ("statement", "attack", "other"):
        return None  # too many of a kind to say which one had been meant
    alone = len(taking_part(event, known)) == 1  # "the envoy wants a deal": with whom is not said
    blocks = [block for block in _blocks(event, known) if alone or block[2] or block[0] == ROUND_HELD]
    first_two = [islice(_after(event, done.get(block, ()), articles), 2) for block in blocks]
    candidates = {other.id: other for found in first_two for other in found if _as_good(event, other)}
    if not candidates or (alone and len(candidates) > 1):
        return None
    came = min(candidates.values(), key=_by_day)
    held = event.round is not None and came.round == event.round
    first, last, by = came.when.first, came.when.last, event.due
    if first is None and by and last and (last - by).days > AT_ONCE:
        return None  # it was held, in time or late
    since = by or _told(event, articles)[1]
    patient = event.type in PATIENT and TRUCES.isdisjoint(event.reports[0].quote.casefold().split())
    if not patient and first and since and (first - since).days > (MOVED_BY if held else SOON):
        return None
    what = "of the same round" if held else "of the same kind of event between the same sides"
    why = f"A later article tells {what}, {came.when.edtf}."
    if by is None or first is None or last is None or first <= by:
        return Fate("met", came.id, None, why)
    return Fate("late", came.id, ((first - by).days, (last - by).days), why)


def _as_good(event: Event, came: Event) -> bool:
    """Whether an accord is what was hoped for: no consent to talk, and no first step towards "a final agreement"."""
    if event.type != "agreement":
        return True
    words, hoped = document("modality").data["undone"], event.reports[0].quote.casefold().split()
    quotes = [report.quote.casefold().split() for report in came.reports]
    talk = all(any(a == "to" and b in words["to_talk"] for a, b in pairwise(quote)) for quote in quotes)
    short = "final" in hoped and any(word in words["short"] for quote in quotes for word in quote)
    return not talk and not short


def _after(event: Event, done: Sequence[Event], articles: Mapping[str, Article]) -> Iterator[Event]:
    """Those of `done`, which are in the order of their days, that were told later and came after the event was told."""
    told = _told_by(event, articles)
    if told:
        first = bisect_right(done, told, key=lambda other: _by_day(other)[0])
        yield from (other for n in range(first, len(done)) if _later(event, other := done[n], articles))


def _later(event: Event, other: Event, articles: Mapping[str, Article]) -> bool:
    """Whether the other was told after this one, of a day after this one was told."""
    if other.reports[0].article == event.reports[0].article:
        return False
    told, (retold, _) = _told_by(event, articles), _told(other, articles)
    day = other.when.first or other.when.last
    return bool(told and retold and retold > told and day and day > told)


def _same_thing(event: Event) -> Iterator[tuple[str, str | None]]:
    """Votes, and rounds of talks, of which there is one at a time."""
    if event.type == "election":
        yield "election", None
    elif event.round:
        yield "round", event.round


def _moved(
    event: Event, others: Iterator[Event], articles: Mapping[str, Article], cast: Mapping[str, set[str]]
) -> Fate | None:
    """A later article gives another day for the same thing that is still to come."""
    mine, (_, told) = event.due, _told(event, articles)
    if mine is None or told is None:
        return None
    for other in others:
        theirs, (retold, _) = other.due, _told(other, articles)
        if other is event or theirs is None or retold is None or retold <= told:
            continue
        if abs((theirs - mine).days) > MOVED_BY or _overlap(event, other):
            continue
        apart = event.actors and other.actors and not set(event.actors) & set(other.actors)
        if not apart and _one_story(event, other, cast) and not _another_round(event, other):
            why = f"A later article gives another date for it, {other.when.edtf}: put off or moved, no contradiction."
            return Fate("moved", other.id, None, why)
    return None


def _another_round(event: Event, other: Event) -> bool:
    """ "the first round of the election" and the second are two, and none of them was moved."""
    mine, theirs = ({m[1].lower() for m in ROUND.finditer(one.reports[0].quote)} for one in (event, other))
    return bool(mine and theirs and not mine & theirs)


def _overlap(event: Event, other: Event) -> bool:
    (a, b), (c, d) = (event.when.first, event.when.last), (other.when.first, other.when.last)
    return not ((a and d and d < a) or (b and c and c > b))


def _undone(event: Event, articles: Mapping[str, Article], told: Mapping[str, Vicinity]) -> Fate | None:
    """ "was set for Friday, but was put off", in the sentence of the plan itself."""
    article = event.reports[0].article
    found = undone(event, articles[article].text, told[article])
    if found is None or len({report.article for report in event.reports}) > 1:
        return None
    other = found.told.id if found.told else ""
    if found.later:
        return Fate("moved", other, None, "The same sentence tells that it was put off.")
    return Fate("not met", other, None, "The same sentence tells that it was called off.")


def _called_off(event: Event, against: Against, articles: Mapping[str, Article], known: Sides) -> Fate | None:
    """ "The president cancelled the talks": a decision of one of its sides that names the very thing."""
    thing = event.reports[0].trigger_words.split()[-1:]
    for two in pairs(event, known):
        for decision, words in against.get(two, ()):
            if thing and thing[0] in words and _later(event, decision, articles):
                return Fate(
                    "not met", decision.id, None, f"A later article tells that it was called off, {decision.when.edtf}."
                )
    return None
