"""The state where an article is set: whose government, forces and police it speaks of without a name."""

from collections import Counter
from collections.abc import Sequence

from dateline.names.finding import knowledge
from dateline.names.finding.candidate import Candidate
from dateline.names.states import bodies
from dateline.names.states.geography import country_of
from dateline.names.states.linked import Linked


def home(text: str, found: Sequence[Candidate], linked: Sequence[Linked]) -> str:
    """The code of that state; "" where it is open. `text` is the whole article."""
    return _governed(linked) or _named_most(text, found)


def _governed(linked: Sequence[Linked]) -> str:
    """The code of the only state whose government the article begins with, wherever it talks; "" for none.

    "BERN (AP) -- Chad's government and the rebels met in Switzerland": the government is not the Swiss one.
    """
    lead = {one.actor.id for one in linked if one.actor and -1 < one.sentence <= LEAD}
    codes = [code for id in sorted(lead) if (code := bodies.governed(id))]
    return codes[0] if len(codes) == 1 else ""


LEAD = 1  # the last sentence that counts as the beginning


def _named_most(text: str, found: Sequence[Candidate]) -> str:
    """The code of the state where the article is set: whose soil and people it names most. "" where that is open.

    Where it was filed counts for a few of these, and does not decide: news of Myanmar comes from Phnom Penh.
    """
    filed = next((c for c in found if c.sentence == -1), None)
    header = country_of(filed) if filed else ""
    there = [c for c in found if c.use in ("place", "of", "possessive") or not _from_afar(c)]
    # these say where the story is set: counted twice
    sure = [c for c in there if c.sentence == 0 or _the_capital(text, c)]
    codes = Counter(filter(None, [*[header] * FILED, *map(country_of, there), *map(country_of, sure)]))
    if not codes:
        return ""
    first, *others = sorted(codes, key=lambda code: (-codes[code], code))
    if first not in knowledge.states() or codes[first] < TWICE:  # a territory such as Hong Kong; one town by the way
        return ""
    return first if not others or codes[first] >= CLEARLY * codes[others[0]] else ""  # of two states at war neither


CLEARLY = 1.5  # times as often as the next
TWICE = 2  # mentions, or one in the first sentence
FILED = 3  # mentions that the header line's place is worth


def _from_afar(candidate: Candidate) -> bool:
    """Whether a name may act far away as well: a state or its seat ("Washington said"), "French officials"."""
    known = candidate.known
    if known is None:
        return False
    offices = knowledge.words("titles", "officials")
    office = candidate.use == "modifier" and any(word in offices for word in candidate.head.split())
    return known.kind == "state" or known.seat or (known.kind == "nationality" and office)


def _the_capital(text: str, candidate: Candidate) -> bool:
    """ "in the capital, Bujumbura": the reader knows of which state."""
    before = text[max(0, candidate.span.start - len(CAPITAL)) : candidate.span.start]
    return " ".join(before.split()).endswith(CAPITAL.strip())


CAPITAL = "the capital, "
