"""In whose name a person says "we": "Taliban spokesman Zabihullah Mujahid", "US peace envoy Zalmay Khalilzad"."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from dateline.names.finding import knowledge
from dateline.names.finding.spelling import fold
from dateline.names.states.linked import Archive, Linked, Who
from dateline.names.states.service import FAR
from dateline.names.states.states import state_actor

SENT = frozenset(["envoy", "ambassador"])  # "US Afghan envoy": by the first, to the second


def spoken_for(archive: Archive, text: str, names: Sequence[Linked]) -> Iterator[tuple[str, Who]]:
    """A person's id and the state or body for which an article says that the person speaks; not "former US envoy"."""
    for n, (side, person) in enumerate(pairwise(names)):
        if person.actor and person.actor.kind == "person" and (role := _role(text, side, person)):
            first = _sender(text, names[n - 1], side) if n and role in SENT else None
            if stands := _stands_for(archive, first or side):
                yield person.actor.id, stands


def spokesmen(told: Iterable[tuple[str, Who]]) -> Mapping[str, Who]:
    """Person's id -> the state or body that is named most; nobody for whom the texts say two things as often."""
    found: dict[str, Counter[Who]] = defaultdict(Counter)
    for person, stands in told:
        found[person][stands] += 1
    often = {person: sides.most_common(2) for person, sides in sorted(found.items())}
    return {person: top[0][0] for person, top in often.items() if len(top) == 1 or top[0][1] > top[1][1]}


def _role(text: str, side: Linked, person: Linked) -> str:
    """The word for whoever speaks, between a side and the person: "spokesman" of "CMA spokesman, Ann Lee"; else "".

    A president or a chancellor is told of in person, and not as a voice of the state.
    """
    if not 0 < person.name.span.start - side.name.span.end <= FAR:
        return ""
    between = fold(text[side.name.span.end : person.name.span.start].replace(",", " ")).split()
    title = between[1:] if between[:1] == ["s"] else between
    former = fold(text[max(0, side.name.span.start - 12) : side.name.span.start]).split()[-1:] in (["former"], ["ex"])
    speaks = bool(title) and title[-1] in _speaking() and set(title) <= _speaking() | _qualifying() and not former
    unfit = knowledge.words("titles", "ruling") | {"former"}
    return title[-1] if speaks and unfit.isdisjoint(title) else ""


def _sender(text: str, first: Linked, side: Linked) -> Linked | None:
    """Another state's name right before it."""
    beside = text[first.name.span.end : side.name.span.start] == " "
    return first if beside and first.name.kind in ("state", "nationality") else None


def _stands_for(archive: Archive, side: Linked) -> Who | None:
    """The state whose name it is or begins with ("US Department of State"), else the body or group; no place."""
    words = fold(side.name.text).split()
    for last in range(1, len(words) + 1):
        known = knowledge.lexicon().get(" ".join(words[:last]))
        if known and known.code in knowledge.states() and not known.seat:
            return state_actor(archive, known.code)
    return side.actor if side.actor and side.actor.kind in ("armed group", "organisation", "state", "office") else None


@cache
def _speaking() -> frozenset[str]:
    return knowledge.words("titles", "serving") | knowledge.words("titles", "speaking")


@cache
def _qualifying() -> frozenset[str]:
    return knowledge.words("titles", "of_serving") | knowledge.words("titles", "qualifiers")
