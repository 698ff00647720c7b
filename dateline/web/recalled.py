"""What is made of one event and of what it names: where all that is as it was, the last build has made it already."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from dateline.model import Event
from dateline.web.answers import AROUND, reduced
from dateline.web.asked import Notes

T = TypeVar("T")


class Recalled:
    """`before` are the results of the last build, by the `answers` that tell all of an event and of what it names."""

    def __init__(self, notes: Notes, answers: Mapping[str, bytes], before: Mapping[bytes, Any]) -> None:
        self.results: dict[bytes, Any] = {}  # of this build, for the next
        self._notes = notes
        self._answers = answers
        self._before = before

    def of(self, event: Event, make: Callable[[], T]) -> T:
        """What `make` makes: plain values. What asks for anything else of the timeline is made each time."""
        question = AROUND + event.id
        key = self._answers.get(question, b"")
        if key in self._before:
            self._notes.asked.add(question)
            found = self.results[key] = self._before[key]
            return found  # type: ignore[no-any-return]  # what was kept by this key is what `make` makes
        with self._notes.taken() as noted:
            made = make()
        asked = reduced(noted, event)
        self._notes.asked |= asked
        if key and asked == {question}:
            self.results[key] = made
        return made
