"""Who is named where a sentence tells nothing of its own: beside what it does tell, they have a part in that.

"If no help comes from the government, the town could fall", "condemned the raid and asked the ministry for a report".
"""

from collections.abc import Iterator, Set
from dataclasses import replace

from dateline.model import Report, Span
from dateline.reports.clauses.only_describes import reduced
from dateline.reports.drafts.draft import Draft
from dateline.reports.drafts.telling import holds
from dateline.reports.grammar.closed_classes import RELATIVES


def with_beside(work: Draft) -> list[Report]:
    """The reports of a sentence, each with the actors of the clauses that hang on its own and tell no event.

    Not of those that only describe somebody, nor of who says so. Nobody is added whom another report of the sentence
    has; only a quotation is also told of those whom its speaker speaks of.
    """
    if not work.reports or len(work.clauses) < 2:
        return work.reports
    homes = [_home(work, report) for report in work.reports]
    told = {n for n in homes if n is not None}
    known = {id for report in work.reports for id in report.actors}
    added: dict[int, list[str]] = {}
    for m in range(len(work.clauses)):
        host = None if m in told else _host(work, m, told)
        if host is not None:
            said = work.clauses[m].governor == host
            added.setdefault(host, []).extend(id for id in _acting(work, m) if said or id not in known)
    for n in sorted(told):
        added.setdefault(n, []).extend(_whose_words(work, n))
    return [
        replace(report, actors=tuple(dict.fromkeys((*report.actors, *added[home])))) if home in added else report
        for report, home in zip(work.reports, homes, strict=True)
    ]


def _home(work: Draft, report: Report) -> int | None:
    """The clause that has the words which name the event."""
    at, words = report.trigger.start, work.parsed.words
    return next((n for n, c in enumerate(work.clauses) if words[c.first].start <= at < words[c.last - 1].end), None)


def _host(work: Draft, m: int, told: Set[int]) -> int | None:
    """The clause with an event that clause `m` belongs to: the nearest of the same voice, or what says the quotation.

    Not a relative one: "NATO left the town, which was attacked" tells of no attack on NATO.
    """
    clauses, words = work.clauses, work.parsed.words
    if clauses[m].relation == "attribution" or any(c.governor == m for c in clauses) or _describes(work, m):
        return None
    hosts = [
        n for n in told if words[clauses[n].first].low not in RELATIVES | {"that"} or clauses[n].relation != "relative"
    ]
    beside = [n for n in hosts if clauses[n].governor == clauses[m].governor]
    if beside:
        return min(beside, key=lambda n: (abs(n - m), n > m))
    saying = clauses[m].governor
    if saying is None or not work.quoted(clauses[m]):
        return None
    return next((n for n in (saying, clauses[saying].governor, clauses[saying].leader) if n in told), None)


def _describes(work: Draft, m: int) -> bool:
    """ "rebels, whose leader is abroad", "a town held by rebels", "a guarantee that the army would leave"."""
    clause, words = work.clauses[m], work.parsed.words
    linked = clause.relation == "relative" or any(w.low in RELATIVES for w in words[clause.first : clause.verb.first])
    bare = clause.relation == "other" and clause.subject is None and clause.verb.last == clause.verb.first + 1
    by = bare and clause.verb.last < clause.last and words[clause.verb.last].low == "by"
    of_noun = clause.relation == "complement" and clause.governor is None
    source = words[clause.first].low == "according"
    return linked or by or of_noun or source or reduced(work.parsed, m)


def _whose_words(work: Draft, n: int) -> Iterator[str]:
    """ "the minister's remarks on the possibility that …": whose remarks clause `n` is the content of."""
    clause, words = work.clauses[n], work.parsed.words
    if not n or clause.relation != "complement" or clause.governor is not None:
        return
    for k in range(work.clauses[n - 1].verb.last, clause.first):
        owned = work.parsed.event_nouns(k, clause.first) if words[k].low in ("'s", "'") else []
        if any(noun.type == "statement" for noun in owned):
            yield from (name.id for name in work.names if name.acts and name.id and name.span.end == words[k].start)


def _acting(work: Draft, m: int) -> Iterator[str]:
    """Those who act in clause `m`; of a condition not those of whom its subject only speaks ("if Chad promises …")."""
    apart = {start for phrase in work.phrases for start in phrase.names}
    clause, words = work.clauses[m], work.parsed.words
    subject = work.subject(m) if clause.relation == "condition" else None
    heads = Span(words[subject.start].start, words[subject.end - 1].start) if subject else Span(0, 0)
    for name in work.names:
        inside = name.acts and name.span.start not in apart and holds(work, Span(clause.first, clause.last), name)
        if inside and name.id and not (heads.start <= name.span.start and name.span.end <= heads.end):
            yield name.id
