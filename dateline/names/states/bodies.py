"""Bodies of a state: its government, forces and ministries, whichever way a text names them."""

from dataclasses import dataclass
from functools import cache

from dateline.model import ActorKind
from dateline.names.finding import knowledge
from dateline.names.finding.spelling import fold, slug

_SPELLINGS = {
    "defence": "defense",
    "affairs": "",
    "ministry": "",
    "department": "",
    "of": "",
    "for": "",
    "the": "",
    "and": "",
}


@dataclass(frozen=True, slots=True)
class Body:
    """A body of a state, as an actor."""

    id: str
    name: str
    kind: ActorKind


def adjective(code: str) -> str:
    """What a state's things are called: "Afghan", "US"."""
    state = knowledge.states()[code]
    return {"US": "US", "GB": "British"}.get(code) or (state.adjectives[0] if state.adjectives else state.name)


def government(code: str) -> Body:
    name = f"{adjective(code)} government"
    return Body(slug(name), name, "organisation")


def forces(code: str) -> Body:
    name = f"{adjective(code)} forces"
    return Body(slug(name), name, "armed group")


def forces_under(identity: str) -> Body | None:
    """The forces of the state whose government this is."""
    code = governed(identity)
    return forces(code) if code else None


def of_state(noun: str, code: str) -> Body:
    """What "the army", "the junta" or "the police" of a state is."""
    if noun in ("government", "junta"):
        return government(code)
    if noun in ("police", "policemen"):
        return owned(code, "Police", "organisation")
    return forces(code)


@cache
def all_forces() -> frozenset[str]:
    """The ids of the forces of every state."""
    return frozenset(forces(code).id for code in knowledge.states())


@cache
def _governments() -> dict[str, str]:
    return {government(code).id: code for code in sorted(knowledge.states())}


def governed(id: str) -> str:
    """The code of the state whose government this actor is; "" for any other."""
    return _governments().get(id, "")


def body(text: str, around: str) -> Body | None:
    """The body of a state that `text` names: "Foreign Ministry of Iraq", "Iraqi Parliament", "Syrian Army".

    `around` is the code of the state that the text speaks of where the name itself has none ("" where none is).
    None where the name is more than a state and the common name of such a body.
    """
    code, rest = "", []
    for key in fold(text).split():
        known = knowledge.lexicon().get(key)
        if known and known.code and not code and not known.seat:
            code = known.code
        elif _SPELLINGS.get(key, key):
            rest.append(_SPELLINGS.get(key, key))
    code = code or around
    if "ministry" in fold(text).split() and rest:
        return owned(code, " ".join(sorted(rest)).title() + " Ministry", "office")
    if not code or not rest or len(rest) > 2:
        return None
    if set(rest) <= _FORCES:
        return forces(code)
    if len(rest) == 1 and rest[0] in _COMMON_BODIES:
        return owned(code, rest[0].title(), "organisation")
    return None


def owned(code: str, name: str, kind: ActorKind) -> Body:
    """A body of that name of a state: "Pakistani Foreign Office"; of no state in particular for ""."""
    whole = f"{adjective(code)} {name}" if code else name
    return Body(slug(whole), whole, kind)


_FORCES = frozenset("army military armed forces troops security".split())
_COMMON_BODIES = frozenset("parliament cabinet congress senate assembly embassy police navy".split())
