"""What is told near a place of an article, found without going through all that the article tells."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from dateline.model import Event, Report, Span


class Vicinity:
    """The reports of one article with their events, in the order of its text."""

    def __init__(self, article: str, events: Iterable[Event]) -> None:
        told = [(report, event) for event in events for report in event.reports if report.article == article]
        self._told = sorted(told, key=lambda one: one[0].span.start)
        self._starts = [report.span.start for report, _ in self._told]
        self._longest = max((report.span.end - report.span.start for report, _ in self._told), default=0)

    def around(self, span: Span, most: int) -> Iterator[tuple[Report, Event, int]]:
        """Each report less than `most` characters from the span, its event and the characters between the two.

        In the order of the text; of those that begin at one place in the order of the events. What meets the span
        is at no distance.
        """
        first = bisect_left(self._starts, span.start - self._longest - most)
        for report, event in self._told[first : bisect_left(self._starts, span.end + most)]:
            gap = max(report.span.start - span.end, span.start - report.span.end, 0)
            if gap < most:
                yield report, event, gap
