"""What all articles together say of a name, a person or a side: all that linking one of them may ask of the others.

Where each article asks here and nowhere else, what it asked tells when it must be linked again, and when it need not.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from dateline.names.linking.people import People, parts_of
from dateline.names.linking.tally import Tally
from dateline.names.linking.telling import Heard
from dateline.names.states.envoys import holders
from dateline.names.states.service import Service
from dateline.names.states.titled import all_titles


class Answers:
    """Answers by the name of the question; each is looked up and put into words once."""

    def __init__(self, of: Mapping[str, Callable[[Any], Any]]) -> None:
        """The answers are plain values, without sets, which have no order."""
        self._of = of
        self._given: dict[tuple[str, Any], Any] = {}
        self._said: dict[tuple[str, Any], str] = {}

    def __call__(self, what: str, of: Any) -> Any:
        question = what, of
        if question not in self._given:
            self._given[question] = self._of[what](of)
        return self._given[question]

    def said(self, what: str, of: Any) -> str:
        question = what, of
        if question not in self._said:
            self._said[question] = repr(self(what, of))
        return self._said[question]


def of_names(tally: Tally, people: People) -> Answers:
    """What the votes and the full names of all articles say; None of those who are no longer named."""
    return Answers(
        {
            "kind": tally.kind,
            "long form": tally.long_form,
            "cued as a place": tally.cued_as_place,
            "spellings": lambda key: tuple(sorted(tally.written.get(key, ()))),
            "person": lambda name: people.ids.get(parts_of(name)),
            "name": people.names.get,
            "called": lambda last: tuple(sorted(people.called(last))),
        }
    )


def of_persons(heard: Iterable[Heard], service: Service) -> Answers:
    """What the full names and titles in all articles say of persons and those whom they serve."""
    told = tuple(heard)
    holder = holders(role for one in told for role in one.held)
    called = all_titles(given for one in told for given in one.titles)
    return Answers(
        {
            "holder": holder.get,
            "titles": lambda who: called.get(who, ()),
            "service": lambda id: tuple(sorted(service.get(id, ()))),
        }
    )
