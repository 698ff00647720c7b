""" "the US envoy", "Washington's peace envoy": persons by role, as titles all over the archive tell it."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from dateline.model import WITHHELD
from dateline.names.finding import knowledge
from dateline.names.finding.candidate import Candidate
from dateline.names.finding.spelling import fold
from dateline.names.states.linked import Linked, Who, whole

_NEAR = 60  # characters between a side and the person in its role: "US special envoy for Syria James Jeffrey"
_AFTER = 45  # between a role and the name after it: "the Taliban spokesman in Qatar, Suhail Shaheen"


Held = tuple[str, str, Who | None]  # by a side, in a role, the person; None for one whose name the editor withholds


def held(text: str, linked: Sequence[Linked]) -> Iterator[Held]:
    """The roles that an article gives."""
    for side, person in pairwise(linked):
        if person.actor is None or person.actor.kind != "person" or not _side(side) or _no_longer(text, side):
            continue
        role = _role(text[side.name.span.end : person.name.span.start])
        if role:
            yield _side(side), role, person.actor
    for side in linked if WITHHELD in text else ():
        role = _role(text[side.name.span.end : text.find(WITHHELD, side.name.span.end)])
        if role:
            yield _side(side), role, None


def holders(roles: Iterable[Held]) -> dict[tuple[str, str], Who]:
    """Who has which role for whom: (id of a state or group, "envoy") -> person; only where one person alone has it."""
    found: dict[tuple[str, str], set[Who | None]] = defaultdict(set)
    for side, role, person in roles:
        found[side, role].add(person)
    holding = {key: next(iter(persons)) for key, persons in sorted(found.items()) if len(persons) == 1}
    return {key: person for key, person in holding.items() if person}


def _no_longer(text: str, side: Linked) -> bool:
    """ "Former Kenyan president Ann Lee" is not the Kenyan president."""
    before = fold(text[max(0, side.name.span.start - 12) : side.name.span.start]).split()[-1:]
    return bool(before) and before[0] in knowledge.words("titles", "no_longer")


def _role(between: str) -> str:
    """The role that stands between a side and a person, or ""."""
    role = between.strip().rpartition(" ")[2].lower()
    return role if len(between) < _NEAR and role in _roles() and not set(",.;:()") & set(between) else ""


def _roles() -> frozenset[str]:
    return knowledge.words("titles", "roles")


def _side(one: Linked) -> str:
    """The actor for whom a name before a role stands: "US" of "US envoy", "Taliban" of "Taliban spokesman"."""
    known = knowledge.lexicon().get(fold(one.name.text))
    if known and known.code in knowledge.states():
        return knowledge.states()[known.code].id
    return one.actor.id if one.actor and one.actor.kind != "person" else ""


def envoys(
    text: str, found: Sequence[Candidate], linked: Sequence[Linked], holder_of: Callable[[tuple[str, str]], Who | None]
) -> Iterator[Linked]:
    """The implied names of persons by a role that the archive gives to one person alone.

    Not where the text means anybody ("a US envoy") or itself says who it is.
    """
    sides = [(c, role) for c in found if c.use in ("modifier", "possessive") and (role := _role_behind(c))]
    by_start = {one.name.span.start: one for one in linked if not one.name.implied} if sides else {}
    known = (start for start, one in by_start.items() if one.actor and one.actor.kind == "person")
    withheld = (candidate.span.start for candidate in found if candidate.anaphor == WITHHELD)
    persons = sorted({*known, *withheld}) if sides else []
    for candidate, role in sides:
        one = by_start.get(candidate.span.start)
        if one is None:
            continue
        holder = holder_of((_side(one), role))
        written = re.compile(re.escape(role), re.IGNORECASE).search(text, candidate.span.end)  # it was found folded
        end = written.end() if written else candidate.span.end
        following = bisect_right(persons, candidate.span.start)
        next_person = persons[following] if following < len(persons) else len(text)
        if holder and not _anybody(text, candidate.span.start) and not _named_next(text, end, next_person):
            implied = whole(text, candidate.span.start, end, holder)
            yield implied.standing_at(candidate)


def _role_behind(candidate: Candidate) -> str:
    return next((word for word in candidate.head.split()[:3] if word in _roles()), "")


def _anybody(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start].rstrip().rpartition(" ")[2].lower()
    return before in ("a", "an", "another", "one", "former")


def _named_next(text: str, end: int, person: int) -> bool:
    """Whether the name follows: "US envoy Zalmay Khalilzad", "the Taliban spokesman in Qatar, Suhail Shaheen"."""
    if person - end >= _AFTER:
        return False
    between = text[end:person]
    return person <= end + 1 or (between.rstrip().endswith(",") and between.count(",") == 1)
