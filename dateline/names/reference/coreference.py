"""Who "he", "the group" or "government forces" are: somebody whom the article names, where it leaves no doubt."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dateline.model import WITHHELD, Name
from dateline.names.finding.candidate import Candidate
from dateline.names.finding.spelling import fold
from dateline.names.reference import anaphora
from dateline.names.reference.description import Called, described
from dateline.names.reference.memory import FOREIGN, Memory
from dateline.names.reference.pronouns import FEW, meant, only_person
from dateline.names.reference.protagonist import protagonist
from dateline.names.states import bodies
from dateline.names.states.linked import Linked, Who
from dateline.names.states.setting import CLEARLY, home

NEAR = 3  # sentences for which "the troops" are those named last
OTHERWISE = "former"  # who holds no office, or one beneath it
_NO_LONGER = frozenset("former ex then late shadow deputy vice assistant junior acting onetime".split())


def taken_up(text: str, found: Sequence[Candidate], linked: Sequence[Linked], called: Called) -> Iterator[Linked]:
    """The implied names of one article: its pronouns and nominals with whom they stand for.

    `text` is the whole article, `found` its candidates, `linked` its names in order, `called` its persons' titles.
    What an anaphor stands for can be taken up again.
    """
    where = home(text, found, linked)
    bearers = _bearers(linked)
    covered = _covered(linked)
    anaphors = [c for c in found if c.anaphor and c.span.start not in covered]
    memory = Memory(about={pronoun: protagonist(linked, pronoun) for pronoun in ("he", "she")})
    items: list[Linked | Candidate] = [*linked, *anaphors]
    for item in sorted(items, key=_start):
        if isinstance(item, Linked):
            memory.hear(item)
            continue
        if item.anaphor == WITHHELD:
            memory.withheld = item.sentence
            continue
        if _may_be_withheld(item, memory):
            yield Linked(Name(item.span, item.text, "person", None, True, True), sentence=item.sentence)
            continue
        who = _antecedent(item, memory, bearers, where, called)
        if who:
            name = Name(item.span, item.text, who.kind, who.id, True, True)
            forms = () if item.anaphor in anaphora.PRONOUNS | anaphora.REFLEXIVES.keys() else (item.text,)
            one = Linked(name, who, None, forms, "", item.sentence, item.subject, item.quoted)
            memory.hear(one)
            yield one


def _may_be_withheld(anaphor: Candidate, memory: Memory) -> bool:
    """Whether "he" may take up a name that the editor withholds: then it is somebody, and nobody known.

    Nobody who was named before is made to say what the withheld person says; one who is the subject since then is.
    """
    if (
        anaphor.anaphor not in ("he", "she", "him")
        or memory.withheld is None
        or anaphor.sentence - memory.withheld > FEW
    ):
        return False
    since = [one for one in memory.recent if one.subject and one.actor and one.actor.kind == "person"]
    return not any(one.sentence > memory.withheld for one in since)


def _start(item: Linked | Candidate) -> int:
    return item.name.span.start if isinstance(item, Linked) else item.span.start


def _covered(linked: Sequence[Linked]) -> set[int]:
    """The offsets inside implied names: "security forces" of "Afghan security forces" is no mention of its own."""
    return {at for one in linked if one.name.implied for at in range(*one.name.span)}


def _bearers(linked: Sequence[Linked]) -> dict[str, set[Who]]:
    """Whom the article gives each word of a title."""
    found: dict[str, set[Who]] = defaultdict(set)
    for one in linked:
        if one.actor and one.role:
            words = fold(one.role).split()
            for word in words:
                found[word].add(one.actor)
            if not _NO_LONGER.isdisjoint(words):
                found[OTHERWISE].add(one.actor)
    return found


def _antecedent(
    anaphor: Candidate, memory: Memory, bearers: dict[str, set[Who]], home: str, called: Called
) -> Who | None:
    noun = anaphor.anaphor
    if noun in anaphora.PRONOUNS:
        return meant(anaphor, memory)
    if noun in anaphora.REFLEXIVES:
        return only_person(anaphor, memory)
    if noun == anaphora.OF_OFFICE:
        return _holder(anaphor, bearers) if memory.withheld is None else None
    what = anaphora.nouns()[noun]
    if what == "armed group":
        return _group(anaphor, memory)
    if what == "body":
        return _body(anaphor, memory, home)
    if what == "state":
        return memory.heads.get(noun) or (_of_state(bodies.of_state(noun, home)) if home else None)
    if noun == "ministry" and " " in anaphor.text:
        body = bodies.body(anaphor.text.title(), home)
        return _of_state(body) if body and home else None
    if what == "role":
        return described(anaphor, memory, called) if memory.withheld is None else None
    return _party(memory) if noun == "party" else memory.heads.get(noun)


def _holder(anaphor: Candidate, bearers: Mapping[str, set[Who]]) -> Who | None:
    """ "The Foreign Secretary": the one person to whom the article gives each word of it, and no other office."""
    of_each = [bearers.get(word, set()) for word in fold(anaphor.text).split()]
    found = set.intersection(*of_each) - bearers.get(OTHERWISE, set())
    return found.pop() if len(found) == 1 else None


def _party(memory: Memory) -> Who | None:
    """ "The party" of an article on several is the one that it names most by far, if there is one."""
    ranked = memory.parties.most_common(2)
    clear = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] >= CLEARLY * ranked[1][1])
    return ranked[0][0] if clear else None


def _group(anaphor: Candidate, memory: Memory) -> Who | None:
    """The article's only armed group so far, else the only one of this sentence and the last."""
    recent = [one for one in memory.recent if one.sentence >= anaphor.sentence - 1]
    near = {one.actor.id for one in recent if one.actor and one.actor.id in memory.groups}
    only = memory.groups if len(memory.groups) == 1 else near
    return memory.groups[next(iter(only))] if len(only) == 1 else None


def _body(anaphor: Candidate, memory: Memory, home: str) -> Who | None:
    """The government or forces of the state where the article is set; "the troops" are the last ones named."""
    if "foreign" in anaphor.text.lower().split():
        return FOREIGN
    if anaphor.anaphor != "government" and " " not in anaphor.text and _still_told(memory.forces, anaphor):
        return memory.forces.actor if memory.forces else None
    if anaphor.anaphor == "government" and len(memory.governments) == 1:
        return next(iter(memory.governments))
    if "government" in anaphor.text.lower().split() and len(memory.governments) == 1:  # "government forces"
        own = bodies.forces_under(next(iter(memory.governments)).id)
        return _of_state(own) if own else None
    if not home:
        return None
    return _of_state(bodies.of_state(anaphor.anaphor, home))


def _still_told(forces: Linked | None, anaphor: Candidate) -> bool:
    """Whether the forces that were named last are near enough for "the troops" to be these."""
    return forces is not None and anaphor.sentence - forces.sentence <= NEAR


def _of_state(body: bodies.Body) -> Who:
    return Who(body.id, body.name, body.kind)
