"""What holds of all that is read, whatever was given: for the tests of any text, and for fuzz/."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from dateline.articles.markup import even
from dateline.faults import WHAT
from dateline.model import Article, Event, Report, Sentence, Span, Timeline, When
from dateline.pipeline import Result, run
from dateline.problems import Problem, UnusableInputError
from dateline.reports.headlines.shortening import WIDTH
from dateline.stages.resolving import Resolved


def archive(*inputs: Path) -> Result | None:
    """What the inputs come to, looked at from end to end; None where they hold no readable article."""
    try:
        found = run(*inputs)
    except UnusableInputError as error:
        problems(error.problems)
        return None
    problems(found.problems)
    timeline(found.timeline)
    for one in found.resolved():
        resolved(one)
    return found


def problems(found: Iterable[Problem]) -> None:
    for one in found:
        str(one).encode()
        assert one.what and one.where.line >= 0
        assert WHAT not in one.what, one


def article(one: Article) -> None:
    """The body is the text, character for character, but for what is blanked."""
    text = even(one.text)
    assert len(one.body) == len(text)
    assert all(b in (t, " ", "\n") for b, t in zip(one.body, text, strict=True))
    assert one.id and one.title and "\n" not in one.title
    if one.dateline_span:
        _inside(one.dateline_span, Span(0, len(text)))
    when(one.published.when)


def sentences(found: Sequence[Sentence], body: str) -> None:
    """They stand in the text in their order, and none in another; a dateline within one may be blank, marks doubled."""
    end = 0
    for one in found:
        assert one.span.start >= end and one.text.strip()
        for a, b in zip(one.text, body[slice(*one.span)], strict=True):
            assert a in (b, " ") or (a in "“”`" and b in "'‘’")
        end = one.span.end
        assert all(one.span.start <= start <= stop <= one.span.end for start, stop in one.quoted)
    assert end <= len(body)


def resolved(one: Resolved) -> None:
    text, whole = one.article.text, Span(0, len(one.article.text))
    article(one.article)
    sentences(one.sentences, one.article.body)
    within = [sentence.span for sentence in one.sentences]
    for timex in one.timexes:
        _inside(timex.span, whole)
        assert timex.value and timex.text == one.article.body[slice(*timex.span)]
        when(timex.when)
    _apart([timex.span for timex in one.timexes])
    for name in one.names:
        _inside(name.span, whole)
        assert name.text.strip()
    for mention in one.rounds:
        _inside(mention.span, whole)
    for discard in one.discards:
        assert discard.why and any(_is_inside(discard.span, span) for span in within)
    for told in one.reports:
        report(told, text)


def report(one: Report, text: str) -> None:
    """The quote is what the article says, and what the report rests on stands in the article."""
    _inside(one.span, Span(0, len(text)))
    _inside(one.trigger, one.span)
    assert one.quote == text[slice(*one.span)] and one.trigger_words.strip()
    assert one.headline.strip() and len(one.headline) <= WIDTH
    when(one.when)


def timeline(found: Timeline) -> None:
    """No two events have one address, and all that they name is there."""
    ids = [id for event in found.events for id in (event.id, *event.other_ids)]
    assert len(ids) == len(set(ids))
    articles = {one.id for one in found.articles}
    actors, places = {one.id for one in found.actors}, {one.id for one in found.places}
    rounds = {one.id for one in found.rounds} | {None}
    for event in found.events:
        _event(event)
        assert event.reports and {one.article for one in event.reports} <= articles
        assert set(event.actors) <= actors and set(event.places) <= places and event.round in rounds
        assert {relation.event for relation in event.relations} <= {other.id for other in found.events}


def _event(event: Event) -> None:
    when(event.when)
    assert 0 <= event.salience <= 1 and 1 <= event.independent <= event.articles <= len(event.reports)
    assert all(0 <= a < b < len(event.reports) for a, b in (sorted(join.evidence) for join in event.joins))


def when(one: When) -> None:
    assert one.first is None or one.last is None or one.first <= one.last
    assert one.edtf and one.rule


def _inside(span: Span, whole: Span) -> None:
    assert _is_inside(span, whole), (span, whole)


def _is_inside(span: Span, whole: Span) -> bool:
    return whole.start <= span.start < span.end <= whole.end


def _apart(spans: Sequence[Span]) -> None:
    for before, after in pairwise(spans):
        assert before.end <= after.start, (before, after)
