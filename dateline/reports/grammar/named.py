"""The names of a sentence, asked for by where they stand: of a long list, none is gone through for each word."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from dateline.model import Name, Span


class Named:
    """The names of one sentence."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._names = sorted(names, key=lambda name: name.span.start)
        self._starts = [name.span.start for name in self._names]
        self._longest = max((name.span.end - name.span.start for name in self._names), default=0)

    def meeting(self, span: Span) -> Iterator[Name]:
        """Those that have a character in common with the span, in the order of the text."""
        first = bisect_left(self._starts, span.start - self._longest)
        return (name for name in self._names[first : bisect_left(self._starts, span.end)] if name.span.meets(span))

    def over(self, offset: int) -> Iterator[Name]:
        """Those within which the character stands."""
        return self.meeting(Span(offset, offset + 1))

    def beginning(self, offset: int) -> Name | None:
        """The first that begins there."""
        at = bisect_left(self._starts, offset)
        return self._names[at] if self._starts[at : at + 1] == [offset] else None
