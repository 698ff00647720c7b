"""Whom an article has named so far, as far as a later word can take them up."""

from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.names.finding import knowledge
from dateline.names.finding.spelling import fold
from dateline.names.states import bodies
from dateline.names.states.linked import Linked, Who

GROUPS = frozenset(["armed group", "organisation", "state", "office"])
REACH = 40  # names back that a pronoun is looked up in; enough for two long sentences
FOREIGN = Who("foreign-forces", "foreign forces", "armed group")


@dataclass(slots=True)
class Memory:
    """Whom the article has named so far, as far as a later word can take them up."""

    recent: deque[Linked] = field(default_factory=lambda: deque(maxlen=REACH))  # in order
    heard: set[Who] = field(default_factory=set)
    persons: dict[Who, None] = field(default_factory=dict)  # in the order of their first names
    groups: dict[str, Who] = field(default_factory=dict)  # armed groups that are no state's
    heads: dict[str, Who] = field(default_factory=dict)  # each word of a name -> the last actor with it
    parties: Counter[Who] = field(default_factory=Counter)
    governments: set[Who] = field(default_factory=set)
    forces: Linked | None = None  # a state's, as named last
    about: Mapping[str, Who | None] = field(default_factory=dict)  # pronoun -> the person of whom the article is
    withheld: int | None = None  # the sentence in which a name was withheld last

    def hear(self, one: Linked) -> None:
        who = one.actor
        if who is None:
            return
        self.recent.append(one)
        self.heard.add(who)
        if who.kind == "person":
            self.persons[who] = None
        if who.id in bodies.all_forces():
            self.forces = one
        elif who.kind == "armed group" and not _of_a_state(who):
            self.groups[who.id] = who
        if who.kind in GROUPS:
            for word in fold(who.name).split():
                self.heads[word] = who
            if "party" in fold(who.name).split():
                self.parties[who] += 1
            elif bodies.governed(who.id):
                self.governments.add(who)


def _of_a_state(who: Who) -> bool:
    """Whether this is a state's army or foreign troops: no "militants" or "rebels" of an article."""
    first = knowledge.lexicon().get(fold(who.name).partition(" ")[0])
    own = knowledge.lexicon().get(fold(who.name))
    return who == FOREIGN or (own is None and first is not None and first.code != "")
