"""Which words of a sentence tell of an event: those of its clause, of its subject and of whom it concerns."""

from collections.abc import Iterator

from dateline.lexicon.load import document
from dateline.model import Name, Span
from dateline.reports.clauses.only_describes import reduced
from dateline.reports.clauses.subjects import antecedent
from dateline.reports.drafts.draft import Draft
from dateline.reports.grammar.event_nouns import Trigger

AMONG = frozenset(["among", "including"])
OBJECTS = frozenset(["which", "whom"])  # with a subject behind them, those to whom something is done


def zone(work: Draft, span: Span, found: Trigger) -> list[Span]:
    """The tokens that tell of the event, and those of its subject: of a statement not what is said.

    "The ministry said that rebels had fled" is told of the ministry; "urged the rebels to flee" of both.
    """
    own = next((n for n, trigger in enumerate(work.triggers) if trigger == found), None)
    words = work.parsed.words
    if own is None or found.type != "statement" or found.noun:
        inside = [k for k, word in enumerate(words) if span.start <= word.start < span.end]
        told = [Span(inside[0], inside[-1] + 1)] if inside else []
    else:
        told = [Span(work.clauses[own].first, work.clauses[own].last), *_acted_upon(work, own)]
    told = [part for span in told for part in _without_source(work, span)]
    if own is None:
        return told
    subject = _understood(work, own) or work.subject(own)
    subjects = [subject] if subject else []
    return [*told, *_detailed(work, own, found), *_whom(work, own), *subjects, *_among(work, own)]


def _without_source(work: Draft, span: Span) -> list[Span]:
    """The tokens but for those that say who is the source: "…, according to the agency"."""
    words = work.parsed.words
    for k in range(span.start, span.end - 1):
        if words[k].low == "according" and words[k + 1].low == "to":
            end = next((m for m in range(k, span.end) if words[m].low == ","), span.end)
            return [part for part in (Span(span.start, k), Span(end, span.end)) if part.end > part.start]
    return [span]


def _whom(work: Draft, own: int) -> Iterator[Span]:
    """ "The prisoners, whom (the mayor said) the army refused to free": clause `own` is told of the prisoners too."""
    after = 0 < own < len(work.clauses) and work.clauses[own].relation == "other" and own - 1 in work.sayings
    linked = own - 1 if after else own
    clause = work.clauses[linked]
    if linked and clause.relation == "relative" and clause.subject and work.parsed.words[clause.first].low in OBJECTS:
        named = antecedent(work.parsed, linked)
        yield from [named] if named else []


def _among(work: Draft, own: int) -> Iterator[Span]:
    """ "Four men sentenced in May, among them Ann Lee, were freed": who is picked out of those of whom it is told."""
    if own and reduced(work.parsed, own - 1):
        clause, words = work.clauses[own - 1], work.parsed.words
        first = next((k for k in range(clause.verb.last, clause.last) if words[k].low in AMONG), clause.last)
        yield from [Span(first, clause.last)] if first < clause.last else []


def _detailed(work: Draft, own: int, found: Trigger) -> Iterator[Span]:
    """ "a drone attack that killed six soldiers": the clause behind tells more of the same."""
    for clause, trigger in zip(work.clauses[own + 1 : own + 2], work.triggers[own + 1 : own + 2], strict=True):
        same = trigger.type == found.type if trigger else found.type == "attack"  # "that left six soldiers dead"
        if found.noun and clause.relation == "relative" and same:
            yield Span(clause.first, clause.last)


def _understood(work: Draft, n: int) -> Span | None:
    """The subject of what opens a sentence without one: "Weeks after opening talks, …, the envoy told reporters".

    Also of "In a statement issued on Monday, the army said".
    """
    found = work.triggers[n]
    told = found is not None and found.noun and found.type == "statement"
    issued = told and n == 0 and work.parsed.words[0].low == "in"
    if work.clauses[n].verb.finite and not issued:
        return None
    main = (m for m in range(n + 1, len(work.clauses)) if work.clauses[m].relation not in ("relative", "complement"))
    after = next(main, None)
    return work.subject(after) if after is not None else None


def _acted_upon(work: Draft, own: int) -> Iterator[Span]:
    """What an act of speech is about: "announced that it would free the rebels", and no mere "said"."""
    for n, clause in enumerate(work.clauses):
        if clause.governor == own and work.speaks_of_itself(n) and _acts(work, n):
            yield Span(clause.first, clause.last)  # "said he warned the rebels"
    if not _acts(work, own):
        return
    for n, clause in enumerate(work.clauses):
        content = clause.governor == own or (n == own + 1 and work.parsed.words[clause.first].low == "that")
        goes_on = n == own + 1 and clause.relation == "and" and clause.leader == own and _acts(work, n)
        if content or goes_on:
            yield Span(clause.first, clause.last)


def _acts(work: Draft, n: int) -> bool:
    """Whether clause `n` is an act by words, but for a denial."""
    verbs, verb = document("speech").data["verbs"], work.clauses[n].verb
    return verb.lemma in verbs["acts"] and work.parsed.words[verb.main].low not in verbs["denying"]


def holds(work: Draft, span: Span, name: Name) -> bool:
    """Whether the name begins within these tokens."""
    return work.parsed.words[span.start].start <= name.span.start < work.parsed.words[span.end - 1].end
