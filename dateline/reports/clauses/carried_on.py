"""What goes on behind a saying in its middle: in "The general was held, police said, and will be tried" he is."""

from collections.abc import Sequence

from dateline.reports.clauses.clause import Clause
from dateline.reports.grammar.closed_classes import QUOTES
from dateline.reports.grammar.speech_verbs import speaks
from dateline.reports.grammar.tokens import Token

NEAR = 3  # words between a closing quotation mark and the saying


def carried_on(words: Sequence[Token], clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Gives each verb behind ", police said, and" the subject of what police said, who say this, too.

    Behind a quotation the speaker goes on ("“Never,” he said, and left"), and so he does where he speaks again.
    """
    done = list(clauses)
    for n, clause in enumerate(done):
        saying = clause.leader
        if saying is None or clause.subject is not None or clause.relation not in ("and", "but"):
            continue
        told = next((m for m in range(saying) if done[m].governor == saying and done[m].subject), None)
        if told is not None and _held_up(words, done[saying], clause) and not speaks(clause.verb):
            done[n] = clause._replace(leader=told, governor=saying)
    return tuple(done)


def _held_up(words: Sequence[Token], saying: Clause, clause: Clause) -> bool:
    """Whether the saying stands between commas, behind words that are nobody's literally."""
    before = words[max(0, saying.first - NEAR) : saying.first + 1]
    closed = "," in (words[clause.first].low, words[clause.first - 1].low)
    return saying.relation == "attribution" and closed and not any(word.low in QUOTES for word in before)
