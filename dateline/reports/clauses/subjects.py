"""Of whom a verb is told: the words of its subject, and what "who" and "which" stand for."""

from collections.abc import Sequence

from dateline.model import Span
from dateline.reports.clauses.clause import Parsed
from dateline.reports.clauses.governing import resumes_subject
from dateline.reports.clauses.subject_core import PARTICLES, core
from dateline.reports.grammar.closed_classes import DETERMINERS, PREPOSITIONS, RELATIVES
from dateline.reports.grammar.frames import listed
from dateline.reports.grammar.tokens import Token
from dateline.reports.grammar.verb_group import gerund, known

OBJECTS = frozenset(["me", "you", "him", "her", "it", "us", "them"])


def subject_span(parsed: Parsed, n: int) -> Span | None:
    """The tokens of the subject of clause `n`, or of the clause that lends it its subject."""
    seen = set()
    at: int | None = n
    while at is not None and at not in seen:
        seen.add(at)
        clause = parsed.clauses[at]
        if clause.subject and clause.subject.end > clause.subject.start:
            return core(parsed, _of_whom(parsed, clause.subject, own=at == n))
        said_of = _said_of(parsed, at)
        if said_of is not None:
            return said_of
        if clause.relation == "relative" and at > 0:
            return _before_relative(parsed, at) or antecedent(parsed, at)
        begun = next((m for m in range(at) if resumes_subject(parsed.words, parsed.clauses[m], clause)), None)
        resumed = _resumed(parsed, at) if clause.relation == "other" and begun is None else None
        if resumed is not None:
            return antecedent(parsed, resumed)
        at = clause.leader if begun is None else begun
    return None


def _of_whom(parsed: Parsed, subject: Span, own: bool) -> Span:
    """ "The premier, whose party won, promised …": the party won, and the premier promised."""
    words = parsed.words
    held_up = (
        k for k in range(subject.start + 2, subject.end) if words[k].low in RELATIVES and words[k - 1].low == ","
    )
    if not own and (comma := next(held_up, 0)) and words[comma].low != "whose":
        return Span(subject.start, comma - 1)  # "The case, which critics have mocked, has been delayed"
    if (inside := within_which(words, subject)) is not None:
        return Span(inside, subject.end) if own else Span(subject.start, inside - 3)
    if described := apposed(words, subject):
        return Span(subject.start, described)
    if sought := pursued(words, subject):
        return Span(sought + 1, subject.end) if own else Span(subject.start, sought)
    at = next((k for k in range(subject.start + 1, subject.end - 1) if words[k].low == "whose"), None)
    if at is None:
        return subject
    return Span(at + 1, subject.end) if own else Span(subject.start, at - (words[at - 1].low == ","))


def within_which(words: Sequence[Token], subject: Span) -> int | None:
    """The "thousands" of "The war, in which thousands": they did, and not the war; else None."""
    for k in range(subject.start + 3, subject.end - 1):
        if words[k].low in ("which", "whom") and words[k - 1].low in PREPOSITIONS and words[k - 2].low == ",":
            return k + 1
    return None


def pursued(words: Sequence[Token], subject: Span) -> int | None:
    """The "hunting" of "Detectives hunting a gang who": the gang did it, whom they hunt; else None."""
    if words[subject.end - 1].low not in ("who", "which", "that"):
        return None
    seekers = range(subject.start + 1, subject.end - 2)
    return next((k for k in seekers if words[k].low in listed("described", "pursuing")), None)


def apposed(words: Sequence[Token], subject: Span) -> int | None:
    """The comma of "The rebels, mostly former soldiers who": what the aside's "who" does, the rebels do; else None."""
    if subject.end - subject.start < 4 or words[subject.end - 1].low not in ("who", "which"):
        return None
    commas = [k for k in range(subject.start + 1, subject.end - 2) if words[k].low == ","]
    opened = len(commas) == 1 and words[subject.start].low not in PREPOSITIONS
    return commas[0] if opened and words[commas[0] + 1].low in listed("described", "openings") else None


def _said_of(parsed: Parsed, n: int) -> Span | None:
    """ "fires, which state media said were under control": clause `n` tells it of the fires."""
    leader = parsed.clauses[n].leader
    if parsed.clauses[n].relation != "complement" or not leader:
        return None
    saying, before = parsed.clauses[leader], parsed.clauses[leader - 1]
    first, last = before.verb.last, saying.first
    first += parsed.words[first].low in PREPOSITIONS  # "fired at a jet that they said had left"
    while last > first and not parsed.words[last - 1].is_word:
        last -= 1
    linked = (
        saying.relation == "relative"
        and parsed.words[saying.first].low in RELATIVES | {"that"}
        and saying.subject is not None
    )
    return Span(first, last) if linked and last > first and parsed.words[first].low not in PREPOSITIONS else None


def _before_relative(parsed: Parsed, n: int) -> Span | None:
    """ "A truce" of "a truce that took effect was extended": clause `n` has a verb, and no pronoun of its own."""
    words = parsed.words
    first, verb = parsed.clauses[n].first, parsed.clauses[n].verb
    if words[first].low in PREPOSITIONS or any(words[k].low in RELATIVES for k in range(first, verb.first)):
        return None
    for m in range(n - 1, -1, -1):
        clause = parsed.clauses[m]
        for k in range(clause.first + 1, clause.verb.first):
            if words[k].low in RELATIVES or (words[k].low == "that" and k + 1 == clause.verb.first):
                return core(parsed, Span(clause.first, k))
        if clause.relation != "relative":
            return None
    return None


def _resumed(parsed: Parsed, n: int) -> int | None:
    """The relative clause after which the verb of clause `n` goes on: "the envoy, who has …, will travel"."""
    for m in range(n - 1, 0, -1):
        if parsed.clauses[m].relation == "relative" and parsed.clauses[m].subject is None:
            return m
        if parsed.clauses[m].relation in ("main", "but", "complement"):
            return None
    return None


def antecedent(parsed: Parsed, n: int) -> Span | None:
    """What "who" and "which" stand for: the noun phrase before them, or the one that an apposition describes."""
    words, before = parsed.words, parsed.clauses[n - 1]
    start, end = before.verb.last, parsed.clauses[n].first
    if (effective := _taking_effect(parsed, n, start, end) or _killing(parsed, n, start, end)) is not None:
        return effective
    content = [k for k in range(start, end) if words[k].low == "that"]
    start = content[-1] + 1 if content else start  # "told reporters on Monday that the vote, which …"
    while end > start and not words[end - 1].is_word:
        end -= 1
    if end <= start:
        return subject_span(parsed, n - 1)
    commas = [k for k in range(start, end) if words[k].low == ","]
    among = next((k for k in commas if words[k + 1].low in ("among", "including")), None)
    if among is not None:
        start = among + 1  # "45 men, among them six of the garrison, which"
    elif commas and words[parsed.clauses[n].first].low == "who" and _is_name(words[commas[-1] + 1 : end]):
        start = commas[-1] + 1  # "one of its founders, Ann Lee, who"
    elif commas and words[parsed.clauses[n].first].low == "that" and words[commas[-1] + 1].low in ("a", "an"):
        start = commas[-1] + 1  # "turned it down in May, a decision that"
    elif commas:
        end = commas[0]
    if words[start - 1].low == "to" and start + 1 < end and known(words[start].low, "base"):
        start += 1  # "the latest row to hit the premier, whose"
    if start + 2 < end and words[start].low in OBJECTS | PARTICLES:
        following = words[start + 1].low  # "told him the news that", "ruled out selling the mill, which"
        start += following in DETERMINERS or gerund(following) is not None
    inner = [k for k in range(start, end) if words[k].low in PREPOSITIONS and not _within_name(words, k)]
    if inner and all(word.low.isdigit() for word in words[inner[-1] + 1 : end]):
        inner.pop()  # "a man of 52, who"
    first = inner[-1] + 1 if inner else start
    infinitive = bool(inner) and words[inner[-1]].low == "to" and first + 1 < end
    if infinitive and (words[first + 1].low in DETERMINERS or known(words[first].low, "base")):
        first += 1  # "to save the deal, which …", "to hit Mr Doe, whose …"
    return Span(first, end) if first < end else None


def _taking_effect(parsed: Parsed, n: int, start: int, end: int) -> Span | None:
    """ "announced a truce in the east, which took effect on Monday", "… in May, which expired": no province does."""
    verb, words = parsed.clauses[n].verb, parsed.words
    behind = [word.low for word in words[verb.last : verb.last + 2]]
    effective = verb.lemma in ("take", "come", "go", "enter") and {"effect", "force"}.intersection(behind)
    if not effective and verb.lemma not in ("expire", "lapse"):
        return None
    nouns = [noun for noun in parsed.event_nouns(start, end) if noun.type in ("agreement", "decision", "sanctions")]
    if not nouns:
        return None
    first = nouns[-1].first
    while first > start and (words[first - 1].low in DETERMINERS or words[first - 1].text.islower()):
        first -= 1
        if words[first].low in DETERMINERS:
            break
    return Span(first, nouns[-1].last)


def _killing(parsed: Parsed, n: int, start: int, end: int) -> Span | None:
    """ "after the bombing in the capital, which killed nine": no town kills."""
    clause, words = parsed.clauses[n], parsed.words
    done = clause.verb.lemma in ("kill", "wound", "injure", "destroy", "leave", "claim") and not clause.verb.passive
    nouns = [noun for noun in parsed.event_nouns(start, end) if noun.type == "attack"] if done else []
    if not nouns or words[clause.first].low != "which":
        return None
    first = nouns[-1].first
    while first > start and words[first - 1].text.islower() and words[first - 1].low not in PREPOSITIONS:
        first -= 1
    return Span(first, nouns[-1].last)


def _within_name(words: Sequence[Token], k: int) -> bool:
    """ "Coordination of Highland Movements", "a round of talks": no preposition that a phrase ends before."""
    names = words[k - 1].text[0].isupper() and words[k + 1].text[0].isupper()
    of_talks = words[k - 1].low == "round" and words[k + 1].low not in DETERMINERS
    return words[k].low == "of" and (names or of_talks)


def _is_name(words: Sequence[Token]) -> bool:
    return len(words) > 1 and all(word.text[0].isupper() for word in words)


def behind_opening(parsed: Parsed, n: int) -> int | None:
    """Where the subject begins behind "After the vote in May, "; None where no such phrase opens the sentence."""
    clause, words = parsed.clauses[n], parsed.words
    opens = words[0].low in PREPOSITIONS or words[1].low in ("after", "before")  # "Hours before the vote the army left"
    if n or clause.subject is None or clause.relation != "main" or not opens:
        return None
    span = subject_span(parsed, n)
    behind = span is not None and span.start > 1 and (words[span.start - 1].low == "," or clause.subject.start > 1)
    return span.start if span is not None and behind else None
