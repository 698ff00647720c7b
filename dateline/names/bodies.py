"""Bodies of a state: its government, forces and ministries, whichever way a text names them."""

from dataclasses import dataclass

from dateline.model import ActorKind
from dateline.names import knowledge
from dateline.names.spelling import fold, slug

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


def ministry(text: str, around: str) -> Body | None:
    """The ministry that `text` names: "Foreign Ministry of Iraq", "Iraqi Ministry of Foreign Affairs".

    `around` is the code of the state that the text speaks of where the name itself has none; "" leaves it out.
    None where the words name no ministry.
    """
    keys = fold(text).split()
    if "ministry" not in keys:
        return None
    code, rest = "", []
    for key in keys:
        known = knowledge.lexicon().get(key)
        if known and known.code and not code:
            code = known.code
        else:
            rest.append(_SPELLINGS.get(key, key))
    matter = " ".join(sorted(filter(None, rest)))
    if not matter:
        return None
    owner = adjective(code or around) + " " if code or around else ""
    name = f"{owner}{matter.title()} Ministry"
    return Body(slug(name), name, "office")
