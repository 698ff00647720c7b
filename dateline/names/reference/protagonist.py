"""Of whom an article is: "she", paragraphs after her name, where nobody else can be meant."""

from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.lexicon import gender
from dateline.names.states.linked import Linked, Who

LEAST = 3  # sentences that name her
TWICE = 2  # are enough where nobody else is named whom the pronoun may mean
CLEARLY = 2  # times as many as the next person whom the pronoun may mean
NEAR = 2  # sentences back in which nobody else may be named


def protagonist(linked: Sequence[Linked], pronoun: str) -> Who | None:
    """The person whom by far the most sentences name of those whom `pronoun` fits; None where there is none.

    In an interview or a profile that may be none but the title, whose only person nobody else outdoes.
    """
    named = {(one.actor, one.sentence) for one in linked if _is_person(one) and not one.name.implied}
    counted = Counter(who for who, _ in named if who and gender.fits(pronoun, who.name))
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0].id))
    if not ranked:
        return None
    titled = {who for who, sentence in named if who and sentence == 0 and who in counted}
    if len(titled) == 1 and counted[(alone := next(iter(titled)))] == ranked[0][1]:
        return alone
    if ranked[0][1] < (LEAST if len(ranked) > 1 else TWICE):
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= CLEARLY * ranked[1][1] else None


def nobody_else(recent: Iterable[Linked], pronoun: str, sentence: int, who: Who) -> bool:
    """Whether the last sentences name no other person whom `pronoun` fits."""
    near = (one.actor for one in recent if one.sentence >= sentence - NEAR and _is_person(one))
    return not any(other and other != who and gender.fits(pronoun, other.name) for other in near)


def _is_person(one: Linked) -> bool:
    return one.actor is not None and one.actor.kind == "person"
