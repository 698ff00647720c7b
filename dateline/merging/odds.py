"""What keeps two reports of one kind apart: another place, others, other means, the other way round."""

from collections.abc import Sequence
from functools import cache

from dateline.lexicon.load import document
from dateline.merging.things import Things
from dateline.merging.traits import Traits, one_town, same_count
from dateline.model import Figure
from dateline.text.wording import normal

MUTUAL = frozenset(["meeting", "agreement"])  # who else takes part makes it another
DIRECTED = frozenset(["attack", "control", "detention", "sanctions", "deployment"])  # what one does to another
MEDIATION = "mediation"  # of things.toml
TWICE = 2  # by which a toll rises at most
ARMED = frozenset(["soldiers", "fighters", "commanders", "separatists"])  # of things.toml
SAYINGS = frozenset(["announcement", "condemnation"])


def at_odds(a: Traits, b: Traits) -> bool:
    """Whether what two reports of one kind say of who, where and what cannot be one event, whatever their days."""
    one, two = a.report, b.report
    if (one.modality == "denied") != (two.modality == "denied"):
        return True
    if one.round and two.round and one.round != two.round:
        return True
    if a.kind == b.kind == "agreement" and len(set(a.sides) & set(b.sides)) > 1:
        return _others(a, b)  # where it was signed is not where it holds, nor does it hit those of whom it speaks
    return _elsewhere(a, b) or _others(a, b) or _otherwise(a, b)


def _elsewhere(a: Traits, b: Traits) -> bool:
    """Each names a state, a town or a province that the other does not, and none in common."""
    if tell_apart(a, b):
        return False
    if not (a.states <= b.states or b.states <= a.states):
        return True
    if a.cities and b.cities:
        return not any(one_town(x, y) for x in a.cities for y in b.cities)
    return bool(a.provinces and b.provinces) and not a.provinces & b.provinces


def tell_apart(a: Traits, b: Traits) -> bool:
    """Whether one tells only who agreed, and the other only where: "the accord in Pretoria was signed"."""
    return a.kind == b.kind == "agreement" and any(not (one.lie_in or two.sides) for one, two in ((a, b), (b, a)))


def _others(a: Traits, b: Traits) -> bool:
    """Others take part, speak, or do it the other way round."""
    if a.persons and b.persons and not a.persons & b.persons:
        return a.kind != "election" or not set(a.sides) & set(b.sides)  # one tells who won, the other who lost
    if a.kind in MUTUAL and not _mediated(a, b):
        return min(len(a.sides), len(b.sides)) > 1 and len(set(a.sides) & set(b.sides)) < 2
    if a.kind == "statement":
        return (bool(a.sides and b.sides) and a.sides[0] != b.sides[0]) or _of_another_matter(a.things, b.things)
    return a.kind in DIRECTED and _reversed(_by_whom(a), _by_whom(b))


def _mediated(a: Traits, b: Traits) -> bool:
    """ "agreed after mediation by Oman": who takes part in one may only have brought the others together."""
    return a.kind == "agreement" and MEDIATION in a.things.deeds | b.things.deeds


def _of_another_matter(a: Things, b: Things) -> bool:
    """ "condemned the sanctions", "condemned the strike": each speaks of something, and of nothing in common."""
    mine, theirs = ((one.once | one.deeds | one.means | one.targets) - SAYINGS for one in (a, b))
    return bool(mine and theirs) and not mine & theirs


def _by_whom(told: Traits) -> tuple[str, ...]:
    """Who does it first, where somebody does: "was hit by Israel" ends with who did it."""
    if told.order[:1] != told.sides[:1]:
        return ()
    at = told.report.trigger.end - told.report.span.start
    return told.order[::-1] if " by " in told.report.quote[at:] else told.order


def _reversed(one: Sequence[str], other: Sequence[str]) -> bool:
    return bool(one and other) and one[0] != other[0] and one[0] in other and other[0] in one


def _otherwise(a: Traits, b: Traits) -> bool:
    """Other means, another target, or other people, and none in common; those who fight are no others to themselves."""
    one, two = a.things, b.things
    apart = ARMED if a.kind in MUTUAL else frozenset()
    tables = ((one.means, two.means), (one.targets, two.targets), (one.people - apart, two.people - apart))
    return any(mine and theirs and not mine & theirs for mine, theirs in tables)


def counts_differ(a: Traits, b: Traits) -> bool:
    """Other numbers of killed or wounded, and none in common; a toll may have risen since the day itself."""
    one, two = a.report, b.report
    pairs = [(mine, theirs) for mine in one.figures for theirs in two.figures if mine.excludes(theirs)]
    return (
        bool(pairs)
        and not same_count(one, two)
        and not (_one_target(a, b) and all(_rises(a, b, *pair) for pair in pairs))
    )


def _one_target(a: Traits, b: Traits) -> bool:
    """Whether both tell what was hit, and in which town."""
    town = any(one_town(mine, theirs) for mine in a.cities for theirs in b.cities)
    return town and bool(a.things.targets & b.things.targets)


def _rises(a: Traits, b: Traits, mine: Figure, theirs: Figure) -> bool:
    """Whether the later article tells of more, but not of twice as many as the news of the day."""
    if a.published is None or b.published is None or a.published == b.published:
        return False
    first, few, more = (a, mine, theirs) if a.published < b.published else (b, theirs, mine)
    if first.recalled or few.high is None or more.low is None:
        return False
    return few.high < more.low < TWICE * few.high


def several(told: Traits) -> bool:
    """Whether it counts deeds of which each is an event: "two rounds of talks, in March and April"."""
    report = told.report
    at = report.trigger.start - report.span.start
    if not report.trigger_words.endswith("s"):
        return False
    before = normal(report.quote[:at]).split()[-2:]  # "two", or "two bloody"
    return any(word in _numbers() or word.isdecimal() for word in before)


@cache
def _numbers() -> frozenset[str]:
    return frozenset(document("frames").data["counting"]["several"])
