"""Whether a state's name or adjective is a place, somebody who acts, or part of a larger name ("Afghan forces")."""

import re
from collections.abc import Iterator

from dateline.model import NameKind
from dateline.names.finding import knowledge
from dateline.names.finding.candidate import Candidate
from dateline.names.finding.knowledge import Known
from dateline.names.finding.spelling import fold, slug
from dateline.names.states import bodies
from dateline.names.states.geography import state_place
from dateline.names.states.linked import Archive, Linked, Scene, Who, named, nouns_after, officials_end, whole

_GOVERNMENT_OF = re.compile(r"\b(government\s+of\s+(?:the\s+)?)\Z")

_JOINT = re.compile(r"\s+and\s+(?:the\s+)?[A-Z][\w-]*\s+((?:[a-z][a-z-]*\s+){0,2}[a-z]+)")

_LED = re.compile(r"-led (?:(?:Arab|military|international|naval|air) ){0,2}(coalition|alliance)\b")  # no one state's
_NAMED = re.compile(r",?\s+[A-Z]")  # behind an office: "Iran's foreign minister, Javad Zarif"
_TOGETHER = ("leadership", "delegation", "side", "team")
PLURALS = frozenset(["ministers", "presidents", "envoys", "governments", "generals", "warships", "warplanes"])


def state_actor(archive: Archive, code: str) -> Who:
    """The state as an actor, the editor's if the conflict file has it."""
    state = knowledge.states()[code]
    return archive.own(Who(state.id, state.name, "state"))


def people(archive: Archive, text: str, candidate: Candidate, known: Known) -> Iterator[Linked]:
    """A people without a state acts by its own name or before "groups": "the Kurds", "Kurdish groups".

    "Lado, a Dinka," and "Dinka villages" only say of which people somebody or something is.
    """
    end = officials_end(text, candidate)
    several = text.endswith(("s", *_TOGETHER), 0, end)  # one "Kurdish rebel leader" is not the Kurds
    end = end if several else 0
    people = known.people or fold(known.name) in knowledge.words("peoples", "peoples")
    one = text[max(0, candidate.span.start - 3) : candidate.span.start].lower().endswith(("a ", "an "))
    themselves = known.people and candidate.use != "modifier" and not one
    if people and (themselves or end):  # "Western diplomats" are no people of the West
        who = archive.own(Who(known.id, known.name, "organisation"))
        forms = [candidate.text] + [" ".join(text[candidate.span.start : end].split())] * bool(end)
        yield Linked(named(candidate, "nationality", who.id, acts=True), who, None, tuple(forms))
    else:
        yield Linked(named(candidate, "nationality", None, acts=False))


def state(archive: Archive, scene: Scene, candidate: Candidate, known: Known) -> Iterator[Linked]:
    """A state's name or adjective: one Name, and an implied one where a body of the state is named with it."""
    kind: NameKind = "nationality" if known.kind == "nationality" else "state"
    body = _body(archive, scene.text, candidate, known)
    if body:
        yield body
        yield Linked(named(candidate, kind, None, acts=False))
        return
    officials = _officials_end(scene.text, candidate) or _office_end(scene.text, candidate)
    some = known.people and _only_some(scene.text, candidate.span.start)
    if (_acts(candidate, known, officials) and not some) or (
        kind == "nationality" and _shares_officials(scene.text, candidate)
    ):
        who = state_actor(archive, known.code)
        forms = [candidate.text]
        if officials:
            forms.append(" ".join(scene.text[candidate.span.start : officials].split()))
        yield Linked(named(candidate, kind, who.id, acts=True), who, None, tuple(forms))
    elif kind == "state" and candidate.use != "modifier":
        place = state_place(known.code)
        yield Linked(named(candidate, kind, place.id, acts=False), None, place, (candidate.text,))
    else:
        yield Linked(named(candidate, kind, None, acts=False))


def _officials_end(text: str, candidate: Candidate) -> int:
    """Where "senior US officials" end; 0 for "Libyan rebels", who are not Libya."""
    end = officials_end(text, candidate)
    return 0 if text[:end].rpartition(" ")[2].lower() in knowledge.words("titles", "of_no_state") else end


def _office_end(text: str, candidate: Candidate) -> int:
    """Where "Iran's foreign minister" or "the Iranian president" ends, whom the text does not name; else 0."""
    start = candidate.span.start
    the = candidate.use == "modifier" and text[max(0, start - 4) : start].lower() == "the "
    if not the and candidate.use != "possessive":
        return 0
    for word, end in nouns_after(text, candidate):
        if word in knowledge.words("titles", "serving") or (not the and word in knowledge.words("titles", "speaking")):
            return 0 if _NAMED.match(text, end) else end
        if word not in knowledge.words("titles", "of_serving"):
            return 0
    return 0


def _acts(candidate: Candidate, known: Known, officials: int) -> bool:
    """Whether it stands for those who act: as a party, as "the Afghans", before "officials" or before its own deed."""
    if candidate.use == "party":
        return known.kind == "state" or known.people
    if known.people:
        return candidate.use != "possessive"
    return candidate.use in ("modifier", "possessive") and (bool(officials) or does(candidate))


def _only_some(text: str, start: int) -> bool:
    """ "About 300 Americans", "thousands of ethnic Uzbeks": some of the people, and not their state."""
    before = text[max(0, start - 30) : start].lower().split()
    last = before[-2] if before[-1:] == ["of"] and len(before) > 1 else (before or [""])[-1]
    return last[:1].isdigit() or last in knowledge.words("cues", "some_of")


def _shares_officials(text: str, candidate: Candidate) -> bool:
    """ "Israeli and Egyptian leaders": the officials of both."""
    match = _JOINT.match(text, candidate.span.end)
    nouns = match[1].split() if match else []
    shared = knowledge.words("titles", "officials") | knowledge.words("nouns_of_names", "forces") | PLURALS
    return any(word in shared for word in nouns)


def does(candidate: Candidate) -> bool:
    """Whether it stands before a deed of its own: "the US invasion", "an Israeli tank strike", "Germany's decision"."""
    for word in candidate.head.split()[:3]:
        if word in knowledge.words("cues", "deeds"):
            return True
        if word in knowledge.words("cues", "clause") or word in knowledge.words("titles", "roles"):
            return False
    return False


def _body(archive: Archive, text: str, candidate: Candidate, known: Known) -> Linked | None:
    """ "government of Syria", "Afghan government", "US troops": the body of the state that is named with it."""
    start = candidate.span.start
    before = text[max(0, start - 12) : start].split()[-1:]
    if before and before[0].lower() in knowledge.words("cues", "quantifiers"):
        start = text.rindex(before[0], 0, start)  # "some US troops" is one mention
    back = max(0, candidate.span.start - 24)
    of = _GOVERNMENT_OF.search(text, back, candidate.span.start) if known.kind == "state" else None
    if of:
        government = _who(archive, bodies.government(known.code))
        return whole(text, of.start(1), candidate.span.end, government)
    led = _LED.match(text, candidate.span.end)
    if led:
        name = f"{candidate.text}-led {led[1]}"
        return whole(text, candidate.span.start, led.end(), archive.own(Who(slug(name), name, "organisation")))
    if candidate.use not in ("modifier", "possessive"):
        return None
    nouns = nouns_after(text, candidate)
    if nouns and nouns[0][0] in knowledge.words("nouns_of_names", "government") and not _forces_end(nouns[1:]):
        return whole(text, start, nouns[0][1], _who(archive, bodies.government(known.code)))
    for noun, end in nouns:
        office = (
            bodies.body(_unowned(text[candidate.span.start : end]), "") if noun in ("ministry", "parliament") else None
        )
        if office:
            return whole(text, start, end, _who(archive, office))
    end = _forces_end(nouns)
    return whole(text, start, end, _who(archive, bodies.forces(known.code))) if end else None


def _unowned(name: str) -> str:
    """ "Russia's defence ministry" as the Russia defence ministry."""
    return name.replace("'s ", " ").replace("’s ", " ")


def _forces_end(nouns: list[tuple[str, int]]) -> int:
    """Where "security forces" or "troops" end, if these nouns begin with them; else 0."""
    for k, (word, end) in enumerate(nouns):
        if word in knowledge.words("nouns_of_names", "forces"):
            deed = word == "military" and k + 1 < len(nouns) and nouns[k + 1][0] in knowledge.words("cues", "deeds")
            return 0 if deed else end  # "the Turkish military operation" is Turkey's
        if word not in knowledge.words("nouns_of_names", "forces_before"):
            return 0
    return 0


def _who(archive: Archive, body: bodies.Body) -> Who:
    return archive.own(Who(body.id, body.name, body.kind))
