"""What the last build drew is drawn again wherever it would now look otherwise."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from types import MappingProxyType

import pytest
from sample_timeline import sample

from dateline.export import timelinejs
from dateline.export.entry import Entry
from dateline.export.layout import Layout
from dateline.model import Edit, Event, Timeline
from dateline.web import blocks, cards
from dateline.web.asked import ALL, Notes, Table
from dateline.web.ledger import Ledger
from dateline.web.lookup import Lookup
from dateline.web.page import Page, Same
from dateline.web.render import drawn
from dateline.web.search import index
from dateline.web.sizes import Sizes
from dateline.web.views.card import Card, card

BASE_URL = "https://example.org/x"
SIZES = {
    "one page": Sizes(),
    "years": Sizes(home=5, year=100, whole=4, listed=2),
    "months": Sizes(home=5, year=3, whole=4, own_page=5),
}


NOTHING: Mapping[str, bytes] = MappingProxyType({})


def all_intact(_: str) -> bool:
    return True


def built(
    timeline: Timeline, sizes: Sizes, left: bytes = b"", held: Mapping[str, bytes] = NOTHING, **options: object
) -> tuple[list[Page | Same], bytes]:
    """The files of a build, and what it leaves; `held` are those of the last one."""
    ledger = Ledger(left, all_intact, content=lambda path: held.get(path, b""))
    return list(drawn(timeline, BASE_URL, None, sizes, ledger=ledger, **options)), ledger.packed()  # type: ignore[arg-type]


def contents(files: list[Page | Same]) -> dict[str, bytes]:
    return {one.path: one.content for one in files if isinstance(one, Page)}


def one_by_one(timeline: Timeline) -> Iterator[Timeline]:
    """The timeline with one thing changed, in every part of the model that a page shows."""
    events, articles = timeline.events, timeline.articles

    def with_event(at: int, event: Event) -> Timeline:
        return replace(timeline, events=(*events[:at], event, *events[at + 1 :]))

    for at, event in enumerate(events):
        yield replace(timeline, events=(*events[:at], *events[at + 1 :]))
        yield with_event(at, replace(event, headline="Another headline"))
        yield with_event(at, replace(event, salience=0.0, actors=event.actors[:1], relations=()))
        yield with_event(at, replace(event, other_ids=("e-former",), editor=(Edit("kind", "", "So it is.", "x:1"),)))
    for at, article in enumerate(articles):
        others = articles[:at], articles[at + 1 :]
        yield replace(timeline, articles=(*others[0], replace(article, title="Another title"), *others[1]))
        yield replace(timeline, articles=(*others[0], replace(article, noindex=True), *others[1]))
        yield replace(timeline, publish={**timeline.publish, article.id: "full"})
    for at, actor in enumerate(timeline.actors):
        for changed in (replace(actor, name="Another Name"), replace(actor, aliases=("Another Alias",))):
            yield replace(timeline, actors=(*timeline.actors[:at], changed, *timeline.actors[at + 1 :]))
    for at, place in enumerate(timeline.places):
        moved = replace(place, name="Elsewhere", country=None)
        yield replace(timeline, places=(*timeline.places[:at], moved, *timeline.places[at + 1 :]))
    for at, round in enumerate(timeline.rounds):
        yield replace(timeline, rounds=(*timeline.rounds[:at], replace(round, number=99), *timeline.rounds[at + 1 :]))
    yield replace(timeline, title="Another", description="Another")
    yield replace(timeline, demands=(), discards=(), unnumbered=(), tracks=())


@pytest.mark.parametrize(("first", "sizes"), list(enumerate(SIZES.values())), ids=list(SIZES))
def test_whatever_changes_the_site_is_as_if_drawn_anew(first: int, sizes: Sizes) -> None:
    before, left = built(sample(), sizes)
    held = contents(before)
    for timeline in islice(one_by_one(sample()), 6 * first, None, 19):  # all of them take minutes
        again, _ = built(timeline, sizes, left, held)
        there = {one.path: held[one.path] if isinstance(one, Same) else one.content for one in again}
        assert there == contents(built(timeline, sizes)[0])


def test_only_what_tells_of_it_is_drawn_again() -> None:
    timeline = sample()
    event = next(one for one in timeline.events if one.id == "e-baghlan")
    others = tuple(replace(one, headline="Another") if one is event else one for one in timeline.events)
    _, left = built(timeline, SIZES["years"])
    again, _ = built(replace(timeline, events=others), SIZES["years"], left)
    new = {one.path for one in again if isinstance(one, Page)}
    assert {"events/e-baghlan.html", "index.html", "data/events.json", "search/terms.js"} <= new
    assert not {"actors/khalilzad.html", "places/doha.html", "static/base.css"} & new


def test_of_a_file_for_download_only_what_is_told_otherwise_is_written_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "_TOGETHER", 1)  # a block for each event
    timeline = sample()
    event, last = timeline.events[5], timeline.events[-1]
    slides = filter(timelinejs.selected, timeline.events)
    firsts = {timeline.events[0].id, next(slides).id}  # items of lists without a comma before them
    before, left = built(timeline, Sizes())
    told: set[str] = set()

    def noted(layout: Layout, entries: Iterable[Entry], write: Callable[..., bytes] = Layout.told) -> bytes:
        held = list(entries)
        told.update(entry.event.id for entry in held)
        return write(layout, held)

    monkeypatch.setattr(Layout, "told", noted)
    other = replace(event, headline="Another")
    for events, changed in (
        ((*timeline.events[:5], other, *timeline.events[6:]), {event.id}),
        ((other, *timeline.events[:5], *timeline.events[6:]), {event.id}),
        (timeline.events[1:], set()),
        (timeline.events[:-1], set()),
        ((last, *timeline.events[:-1]), set()),
    ):
        now = replace(timeline, events=events)
        anew = contents(built(now, Sizes())[0])
        told.clear()
        again = contents(built(now, Sizes(), left, contents(before))[0])
        assert told <= changed | firsts
        assert changed <= told
        assert again.items() <= anew.items()


@pytest.mark.parametrize("sizes", SIZES.values(), ids=list(SIZES))
def test_of_a_page_only_the_cards_that_say_something_else_are_drawn_again(
    monkeypatch: pytest.MonkeyPatch, sizes: Sizes
) -> None:
    timeline = sample()
    before, left = built(timeline, sizes)
    drawn_again: set[str] = set()

    def noted(event: Event, lookup: Lookup) -> Card:
        drawn_again.add(event.id)
        return card(event, lookup)

    monkeypatch.setattr(cards, "card", noted)
    changed = timeline.events[5]
    events = tuple(replace(one, headline="Another") if one is changed else one for one in timeline.events)
    built(replace(timeline, events=events), sizes, left, contents(before))
    about = {one.id for one in events if one.id == changed.id or changed.id in {to.event for to in one.relations}}
    assert changed.id in drawn_again
    assert drawn_again <= about


def test_what_is_found_of_an_event_is_made_again_only_where_it_says_something_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    timeline = sample()
    changed = timeline.events[5]
    events = tuple(replace(one, headline="Another") if one is changed else one for one in timeline.events)
    again = replace(timeline, events=events, title="Another")  # the title is a setting: nothing of it may be recalled
    about = {one.id for one in events if one.id == changed.id or changed.id in {to.event for to in one.relations}}
    made: set[str] = set()

    def noted(event: Event, lookup: Lookup) -> index.Document:
        made.add(event.id)
        return document(event, lookup)

    document = index._event
    before, left = built(timeline, Sizes())
    monkeypatch.setattr(index, "_event", noted)
    for now, expected in ((replace(again, title=timeline.title), about), (again, {one.id for one in events})):
        made.clear()
        found, _ = built(now, Sizes(), left, contents(before))
        assert made == expected
        assert contents(found).items() <= contents(built(now, Sizes())[0]).items()


def test_nothing_stands_under_other_settings_nor_for_other_names_nor_from_what_is_damaged() -> None:
    _, left = built(sample(), Sizes())
    for ledger in (Ledger(left, all_intact, beside="a name"), Ledger(left[:-9], all_intact), Ledger(b"", all_intact)):
        assert all(isinstance(one, Page) for one in drawn(sample(), BASE_URL, None, ledger=ledger))
    assert all(isinstance(one, Page) for one in drawn(sample(), None, None, ledger=Ledger(left, all_intact)))


def test_a_file_that_is_not_as_it_was_left_is_drawn_again() -> None:
    _, left = built(sample(), Sizes())
    ledger = Ledger(left, lambda path: path != "events/e-pact.html")
    new = {one.path for one in drawn(sample(), BASE_URL, None, ledger=ledger) if isinstance(one, Page)}
    assert "events/e-pact.html" in new
    assert "events/e-baghlan.html" not in new


def test_a_build_that_keeps_all_leaves_as_much_to_the_next() -> None:
    _, left = built(sample(), Sizes())
    first, again = built(sample(), Sizes(), left)
    assert [one.path for one in first] == [one.path for one in built(sample(), Sizes(), again)[0]]
    assert sum(isinstance(one, Same) for one in built(sample(), Sizes(), again)[0]) > 90


def test_each_question_is_noted() -> None:
    notes = Notes()
    table = Table(notes, "rows", {"a": 1, "b": 2})
    for ask, noted in (
        (lambda: table["a"], {"rows/a"}),
        (lambda: table.get("missing"), {"rows/missing"}),
        (lambda: "b" in table, {"rows/b"}),
        (lambda: list(table.values()), {f"rows/{ALL}", "rows/a", "rows/b"}),
        (lambda: len(table), {f"rows/{ALL}"}),
        (lambda: bool(table), {f"rows/{ALL}"}),
        (lambda: table.rows["a"], set()),
    ):
        with notes.taken() as asked:
            ask()
        assert asked == noted
    assert notes.asked == set()


def test_what_is_remembered_is_asked_again_by_each_who_gets_it() -> None:
    notes = Notes()
    table = Table(notes, "rows", {"a": 1})
    made = notes.remembered(lambda id: table[id] + 1, most=10)
    for _ in range(2):
        with notes.taken() as asked:
            assert made("a") == 2
        assert asked == {"rows/a"}
