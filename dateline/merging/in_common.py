"""What two reports have in common, in points: the deed, who and where, and what the texts tell of it besides."""

import re
from dataclasses import dataclass

from dateline.merging.odds import tell_apart
from dateline.merging.traits import Traits, one_town, same_count
from dateline.text.wording import content_words, normal

GENERIC = frozenset(["attack", "killing", "announcement", "talks", "visit"])  # deeds of which a day may have many
SMALL = re.compile(r"\b[a-z]+\b")
AGREEMENT = "agreement"
ENDS = frozenset(["opening", "closing"])  # of talks: "began on Monday and ended nine days later" tells of both
MASSACRE = "massacre"  # of things.toml
MANY = 10  # dead who make it one
ONE_PERSON = frozenset(  # what one person does, or has done to him, but once in a while
    "appointment birth conviction dismissal election inauguration indictment resignation sentence succession surrender "
    "wedding".split()
)


@dataclass(frozen=True, slots=True)
class Common:
    """What two reports have in common: points, and what they are given for."""

    points: int
    of: tuple[str, ...]
    bare: bool


def common(a: Traits, b: Traits) -> Common:
    """What they share of deed, sides, place, target and figures. Without one deed, and a side or a place: nothing."""
    deed, where = _deed(a, b), _where(a, b)
    sides, persons = sides_of_both(a, b), a.persons & b.persons
    who = min(4, len(sides) + len(persons))
    one_round = a.report.round is not None and a.report.round == b.report.round
    if not deed or not (who or one_round or (where and a.kind != "statement")):
        return Common(0, (), True)
    one, two = a.things, b.things
    counted = [
        ("persons" if persons else "actors", who),
        ("place" if where > 1 else "country", where),
        ("deed", deed),
        ("target", 2 * bool(one.targets & two.targets)),
        ("people concerned", len(one.people & two.people)),
        ("figures", 2 * same_count(a.report, b.report)),
        ("round", 3 * one_round),
    ]
    details = any((*told.things.means, *told.things.targets, *told.report.figures) for told in (a, b))
    points = sum(points for _, points in counted)
    return Common(points, tuple(name for name, points in counted if points), where > 1 and not details)


def sides_of_both(a: Traits, b: Traits) -> set[str]:
    """The sides that both have; of a plan also those who announce it, which are often those who will do it."""
    if not (a.announced and b.announced):
        return set(a.sides) & set(b.sides)
    apart = a.sides and b.sides and not set(a.sides) & set(b.sides)
    return set() if apart else (set(a.sides) | a.tellers) & (set(b.sides) | b.tellers)


def _deed(a: Traits, b: Traits) -> int:
    """3 for what two do once a day, 2 for other deeds and means, 1 for those of which it has many; 1 more for two."""
    one, two = (a.named, b.named) if a.kind == b.kind == "other" else (a.things, b.things)
    once, deeds = one.once & two.once, (one.deeds | one.means) & (two.deeds | two.means)
    if a.kind == b.kind == "agreement" and not (one.once and two.once):
        once |= {AGREEMENT}  # "agreed to stop fighting": an accord by any other name
    if _massacre(a, b) or _massacre(b, a):
        deeds |= {MASSACRE}
    if not once and not deeds:
        return _same_word(a, b) or int(_seen_there(a, b))
    best = 3 if once else 2 if deeds - GENERIC else 1
    alone = bool(a.named.once & b.named.once & ONE_PERSON) or bool(once & ENDS)
    both_told = bool(one.once and two.once)
    another = 2 * (both_told and one.once != two.once and not alone)  # "broke the ceasefire": not that alone
    if a.announced and one.deeds - two.deeds and two.deeds - one.deeds:
        return 0  # "would guard captured fighters" and "would release captured fighters"
    return best + (len(once) + len(deeds) > 1) - another


def _same_word(a: Traits, b: Traits) -> int:
    """1 where the same word names it, 2 where it is done to the same: "lifted the ban", "the ban was lifted"."""
    if normal(a.report.trigger_words) != normal(b.report.trigger_words):
        return 0
    return 1 + (a.kind != "statement" and bool(_nouns(a) & _nouns(b)))


def _nouns(told: Traits) -> frozenset[str]:
    """What its text speaks of besides: words of content in small letters, no verb that names the deed."""
    small = frozenset(word for word in SMALL.findall(told.report.quote) if len(word) > 3)
    return (small & content_words(told.report.quote)) - set(told.report.trigger_words.split())


def _seen_there(a: Traits, b: Traits) -> bool:
    """Whether one tells of a person's visit and the other of whom the same one met."""
    deeds = (a.things.deeds, b.things.deeds)
    visited = any("visit" in one and "talks" in other for one, other in (deeds, deeds[::-1]))
    return a.kind == b.kind == "meeting" and visited and bool(a.persons & b.persons)


def _massacre(a: Traits, b: Traits) -> bool:
    """ "the massacre", "killed 40 villagers": whether one names it, and the other counts as many dead."""
    dead = (figure.low or 0 for figure in b.report.figures if figure.what == "killed")
    return MASSACRE in a.things.deeds and any(low >= MANY for low in dead)


def _where(a: Traits, b: Traits) -> int:
    """2 for a town or a province, 1 for a state that is more than the side of both, or of which both articles tell."""
    if any(one_town(x, y) for x in a.cities for y in b.cities) or a.provinces & b.provinces:
        return 2
    if (a.states & b.states) - (set(a.sides) & set(b.sides)):
        return 1
    return int(bool(a.settings & b.settings) and (tell_apart(a, b) or not (a.states and b.states)))
