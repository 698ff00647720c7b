"""Who "he", "the group" or "the US envoy" is: somebody whom the same article names, and only where it leaves no doubt."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.model import Name, Span
from dateline.names import anaphora, bodies, knowledge
from dateline.names.candidate import Candidate
from dateline.names.linked import Linked, Who
from dateline.names.spelling import fold

Offices = Mapping[tuple[str, str], str]  # (actor id of a state or group, role) -> the id of the person in that role

_GROUPS = frozenset(["armed group", "organisation", "state", "office"])
FOREIGN = Who("foreign-forces", "foreign forces", "armed group")


@dataclass(frozen=True, slots=True)
class _Said:
    """Somebody named in the article, as far as it has been read."""

    actor: Who
    sentence: int
    subject: bool
    quoted: bool
    acts: bool
    start: int


def offices(texts: Mapping[str, str], linked: Mapping[str, Sequence[Linked]]) -> dict[tuple[str, str], str]:
    """Which person has which role for whom, as titles and appositions of the whole archive say: (state, "envoy") -> id.

    Only a role that one person alone has for that side is in it.
    """
    holders: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for article, names in linked.items():
        for side, person in pairwise(names):
            if person.actor is None or person.actor.kind != "person" or not _side(side):
                continue
            between = texts[article][side.name.span.end : person.name.span.start]
            role = between.strip().rpartition(" ")[2].lower()
            if len(between) < 60 and role in knowledge.words("titles", "roles") and not set(",.;:()") & set(between):
                holders[_side(side), role][person.actor.id] += 1
    return {key: next(iter(found)) for key, found in sorted(holders.items()) if len(found) == 1}


def _side(one: Linked) -> str:
    """The actor for whom a name before a role stands: "US" of "US envoy", "Taliban" of "Taliban spokesman"."""
    if one.actor:
        return one.actor.id if one.actor.kind != "person" else ""
    known = knowledge.lexicon().get(fold(one.name.text))
    return known.id if known and known.code and not known.seat else ""


def taken_up(
    text: str, found: Sequence[Candidate], linked: Sequence[Linked], offices: Offices, people: Mapping[str, Who]
) -> Iterator[Linked]:
    """The implied names of one article: its pronouns and nominals with whom they stand for.

    `found` are the article's candidates, `linked` its names in order, `people` every person of the archive by id.
    """
    said = [_said(one) for one in linked if one.actor]
    home = _home(found)
    whole = [one.name.span for one in linked if one.name.implied]
    for candidate in sorted((c for c in found if c.anaphor), key=lambda c: c.span):
        if any(span.start <= candidate.span.start < span.end for span in whole):
            continue  # "security forces" of "Afghan security forces"
        before = [one for one in said if one.start < candidate.span.start and _reaches(candidate, one)]
        actor = _antecedent(candidate, before, linked, home)
        if actor:
            said.append(
                _Said(actor, candidate.sentence, candidate.subject, candidate.quoted, True, candidate.span.start)
            )
            said.sort(key=lambda one: one.start)
            name = Name(candidate.span, candidate.text, actor.kind, actor.id, True, True)
            forms = () if candidate.anaphor in anaphora.PRONOUNS else (candidate.text,)
            yield Linked(name, actor, None, forms, "", candidate.sentence, candidate.subject)
    yield from _envoys(text, found, linked, offices, people)


def _said(one: Linked) -> _Said:
    assert one.actor is not None  # noqa: S101 - the caller looked
    return _Said(one.actor, one.sentence, one.subject, one.quoted, one.name.acts, one.name.span.start)


def _reaches(candidate: Candidate, one: _Said) -> bool:
    """A pronoun takes up who was named by the same voice, and in a quotation only in the same sentence."""
    if candidate.anaphor not in anaphora.PRONOUNS:
        return True
    return one.acts and one.quoted == candidate.quoted and not (one.quoted and one.sentence != candidate.sentence)


def _home(found: Sequence[Candidate]) -> str:
    """The code of the state where the article is set: of its header line, else the one whose soil and people it names most."""
    header = next((c.known.code for c in found if c.sentence == -1 and c.known), "")
    there = (
        c.known.code
        for c in found
        if c.known and c.known.code and (c.use in ("place", "of") or c.known.kind == "nationality")
    )
    codes = Counter(there)
    return header or (min(codes, key=lambda code: (-codes[code], code)) if codes else "")


def _antecedent(candidate: Candidate, before: Sequence[_Said], linked: Sequence[Linked], home: str) -> Who | None:
    noun = candidate.anaphor
    if noun in ("he", "she"):
        return _last_subject(candidate, before, frozenset(["person"]))
    if noun in ("they", "it"):
        return _last_subject(candidate, before, _GROUPS)
    what = anaphora.nouns()[noun]
    if what == "armed group":
        return _last_group(candidate, before)
    if what == "body":
        return _body(candidate, before, home)
    if what == "role":
        return _sole_bearer(candidate, linked)
    holders = [one.actor for one in before if noun in fold(one.actor.name).split() and one.actor.kind in _GROUPS]
    return holders[-1] if holders else None


def _last_subject(candidate: Candidate, before: Sequence[_Said], kinds: frozenset[str]) -> Who | None:
    """The last subject of these kinds in the same sentence, else in the one before; there alone if it has no subject."""
    for sentence in (candidate.sentence, candidate.sentence - 1):
        here = [one for one in before if one.sentence == sentence and one.actor.kind in kinds]
        subjects = [one for one in here if one.subject]
        if subjects:
            return (subjects[-1] if sentence == candidate.sentence else subjects[0]).actor
        if len({one.actor.id for one in here}) == 1:
            return here[0].actor
    return None


def _last_group(candidate: Candidate, before: Sequence[_Said]) -> Who | None:
    """The armed group of the article so far if there is but one, else the one named in this sentence or the last."""
    forces = bodies.all_forces() | {FOREIGN.id}
    groups = [one for one in before if one.actor.kind == "armed group" and one.actor.id not in forces]
    near = [one for one in groups if one.sentence >= candidate.sentence - 1]
    if len({one.actor.id for one in groups}) == 1 or len({one.actor.id for one in near}) == 1:
        return (near or groups)[-1].actor
    return None


def _body(candidate: Candidate, before: Sequence[_Said], home: str) -> Who | None:
    """The government or forces last named, else those of the state that the article speaks of most."""
    text = candidate.text.lower()
    if text.startswith("foreign"):
        return FOREIGN
    government = candidate.anaphor == "government"
    ids = bodies.all_governments() if government else bodies.all_forces()
    own = (bodies.government(home) if government else bodies.forces(home)) if home else None
    last = [one.actor for one in before if one.actor.id in ids]
    if own and (" " in text or government):
        return Who(own.id, own.name, own.kind)
    return last[-1] if last else None


def _sole_bearer(candidate: Candidate, linked: Sequence[Linked]) -> Who | None:
    """The one person whom the article gives this title, if there is but one."""
    bearers = {one.actor for one in linked if one.actor and candidate.anaphor in fold(one.role).split()}
    return bearers.pop() if len(bearers) == 1 else None


def _envoys(
    text: str, found: Iterable[Candidate], linked: Sequence[Linked], offices: Offices, people: Mapping[str, Who]
) -> Iterator[Linked]:
    """ "the US envoy", "Washington's peace envoy": the person whom the archive gives this role for this side."""
    by_start = {one.name.span.start: one for one in linked if not one.name.implied}
    persons = sorted(start for start, one in by_start.items() if one.actor and one.actor.kind == "person")
    for candidate in found:
        one = by_start.get(candidate.span.start)
        role = next((word for word in candidate.head.split()[:3] if word in knowledge.words("titles", "roles")), "")
        if one is None or not role or candidate.use not in ("modifier", "possessive"):
            continue
        side = _side(one) or (candidate.known.id if candidate.known else "")
        if candidate.known and candidate.known.code:
            side = knowledge.states()[candidate.known.code].id
        holder = offices.get((side, role))
        end = text.find(role, candidate.span.end) + len(role)
        following = next((start for start in persons if start > candidate.span.start), len(text))
        if holder is None or _indefinite(text, candidate.span.start) or _named_next(text, end, following):
            continue
        span = Span(candidate.span.start, end)
        actor = people[holder]
        written = " ".join(text[span.start : span.end].split())
        name = Name(span, written, actor.kind, actor.id, True, True)
        yield Linked(name, actor, None, (written,), "", candidate.sentence, candidate.subject)


def _indefinite(text: str, start: int) -> bool:
    """ "a US envoy" is anybody."""
    return text[max(0, start - 12) : start].rstrip().rpartition(" ")[2].lower() in (
        "a",
        "an",
        "another",
        "one",
        "former",
    )


def _named_next(text: str, end: int, following: int) -> bool:
    """Whether the name comes after the role: "US envoy Zalmay Khalilzad", "the Taliban spokesman in Qatar, Suhail Shaheen"."""
    between = text[end:following]
    return following <= end + 1 or (len(between) < 45 and between.rstrip().endswith(",") and between.count(",") == 1)
