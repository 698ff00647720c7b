"""What "who" and "which" link, in the words of a line: "the port, which troops hold" -> "troops hold the port"."""

import re

from dateline.reports.clauses.clause import Clause
from dateline.reports.clauses.governing import behind_object
from dateline.reports.clauses.subject_core import PRONOUNS, THEN
from dateline.reports.clauses.subjects import antecedent, apposed, pursued, within_which
from dateline.reports.drafts.draft import Draft
from dateline.reports.grammar.closed_classes import COORDINATORS, DETERMINERS, MARKS, PREPOSITIONS, is_adverb
from dateline.reports.grammar.verb_group import gerund, known, participle
from dateline.reports.headlines.shortening import clean
from dateline.reports.headlines.without_dates import words_of

MOMENTS = frozenset("day night morning time moment week month year way place reason extent".split())
LED = frozenset(["for", "in", "with", "from", "during", "after"])  # behind a verb whose object "which" is
ARTICLES = frozenset(["the", "a", "an"])
AGE = re.compile(r", \d+,?$")  # "Mr Doe, 71, has never"


def without_relative(work: Draft, clause: Clause, last: int) -> str:
    """ "Pakistan, which hosted them", "gunmen who fled" -> "Pakistan hosted them", "gunmen fled"; else as it stands."""
    words, first, verb = work.parsed.words, clause.first, clause.verb.first
    if words[first].low in ("who", "whom", "which", "that") and clause.relation == "relative" and clause.subject:
        n = work.clauses.index(clause)
        again = words[first - 1].low in COORDINATORS and work.clauses[n - 1].relation == "relative"
        whom = antecedent(work.parsed, n - again)  # "who are held there but whom …"
        if whom and _gap(work, clause, last):  # "whom Kenya refused to admit", "which it bought for a pound in 2006"
            start = whom.start + (gerund(words[whom.start].low) is not None)
            told = f"{words_of(work, first + 1, clause.verb.last)} {words_of(work, start, whom.end)}"
            return f"{told} {_behind_verb(work, clause, last)}".rstrip()
    if [word.low for word in words[first + 1 : first + 3]] == ["of", "whom"]:  # "protesters, two of whom were held"
        among = antecedent(work.parsed, work.clauses.index(clause))
        those = clean(words_of(work, among.start, among.end)) if among else ""
        the = "" if those.lower().startswith("the ") else "the "
        return f"{words[first].text} of {the}{those} {words_of(work, verb, last)}"
    within = within_which(words, clause.subject) if clause.subject else None
    if within is not None:
        return words_of(work, within, last)  # "The war, in which thousands have died"
    owned = _owned(work, clause, last)
    if owned:
        return owned
    if verb - first > 1 and words[verb - 1].low in ("who", "which", "that") and words[verb - 2].low not in MARKS:
        described = next(
            (k for k in range(first + 1, verb) if words[k].low == "," and words[k + 1].low in ARTICLES), None
        ) or (apposed(words, clause.subject) if clause.subject else None)
        if words[verb - 1].low == "who" and described:  # "Mr Doe, a lawyer who studied law"
            return f"{AGE.sub('', words_of(work, first, described))} {words_of(work, verb, last)}"
        return f"{words_of(work, _linked(work, clause), verb - 1)} {words_of(work, verb, last)}"
    actual = behind_object(words, clause.subject) if clause.subject else None
    if actual is not None:  # "a claim the government dismissed" -> "the government dismissed a claim"
        what = words_of(work, first, actual)
        told = f"{words_of(work, actual, clause.verb.last)} {what[:1].lower()}{what[1:]}"
        rest = words_of(work, clause.verb.last, last).split() if clause.verb.last < last else []
        verbs = (k for k, word in enumerate(rest) if known(word.lower(), "s", "past"))
        return " ".join([told, *rest[: next(verbs, len(rest))]])  # "… provides for" is told of the declaration
    aside = _participial(work, clause)
    if aside is not None:
        return f"{words_of(work, first, aside)} {words_of(work, verb, last)}"
    relatives = (k for k in range(first + 2, verb) if words[k].low in ("who", "which") and words[k - 1].low == ",")
    at = next(relatives, None)
    if at is None or any(words[k].low == "," for k in range(at, verb)):
        return words_of(work, clause.first, last)
    held_up = _apposition_closed(work, clause.first, at - 1)
    between = [word for word in words[at + 1 : verb] if not is_adverb(word.low)]
    if between and not clause.verb.passive and _gap(work, clause, clause.last):
        told = clean(words_of(work, at + 1, clause.verb.last))
        return f"{told} {held_up[:1].lower()}{held_up[1:]} {_behind_verb(work, clause, last)}".rstrip()
    return f"{held_up} {words_of(work, at + 1, last)}"


def object_of_saying(work: Draft, n: int, last: int) -> str:
    """ "captives" for "captives which, the ministry said, no state has refused to free"; "" where it is told behind."""
    before = work.clauses[n - 1] if n else None
    if before is None or n - 1 not in work.sayings or before.relation != "relative":
        return ""
    linked = work.parsed.words[before.first].low in ("which", "whom")
    passive = work.clauses[n].verb.passive or work.clauses[n].verb.lemma == "be"
    whom = antecedent(work.parsed, n - 1) if linked and not passive else None
    if whom is None or told_behind(work, work.clauses[n], last):
        return ""
    start = whom.start + (gerund(work.parsed.words[whom.start].low) is not None)
    return clean(words_of(work, start, whom.end))


def _apposition_closed(work: Draft, first: int, last: int) -> str:
    """ "the opposition leader, Jane Roe" of "the opposition leader, Jane Roe, who" with the comma behind it."""
    words, text = work.parsed.words, AGE.sub("", words_of(work, first, last))
    commas = [k for k in range(first, last) if words[k].low == ","]
    if (
        text.count(",") != 1
        or not commas  # that of "2,000"
        or words[first].low in PREPOSITIONS | THEN
        or is_adverb(words[first].low)
        or len(commas) > 2
    ):
        return text
    return person(work, commas[0], last) or f"{text},"


def _linked(work: Draft, clause: Clause) -> int:
    """Where the phrase begins that "that" links: "the raid" of "A mayor blamed for the raid that killed nine"."""
    words, last = work.parsed.words, clause.verb.first - 1
    sought = pursued(words, clause.subject) if clause.subject else None
    if sought is not None:
        return sought + 1
    nouns = [noun for noun in work.parsed.event_nouns(clause.first, last) if noun.type == "attack"]
    start = nouns[-1].first if nouns else clause.first
    while start > clause.first and words[start - 1].low not in PREPOSITIONS and not gerund(words[start - 1].low):
        start -= 1
    doing = any(gerund(words[k].low) or words[k + 1].low == "of" for k in range(clause.first, start))
    return start if nouns and doing else clause.first


def told_behind(work: Draft, clause: Clause, last: int) -> bool:
    """Whether anything but a date stands behind the verb."""
    words = [word for word in work.parsed.words[clause.verb.last : last] if word.is_word]
    dates = [timex.span for timex in work.timexes]
    signals = {timex.signal for timex in work.timexes}
    return any(word.low not in signals and not any(d.start <= word.start < d.end for d in dates) for word in words)


def _gap(work: Draft, clause: Clause, last: int) -> bool:
    """Whether the verb's object stands before it: nothing is behind it but the date, or "for" and "in" with a noun."""
    words, behind = work.parsed.words, clause.verb.last
    led = behind + 1 < last and words[behind].low in LED and words[behind + 1].low not in MARKS
    return led or not told_behind(work, clause, last)


def _behind_verb(work: Draft, clause: Clause, last: int) -> str:
    """What stands behind the verb, up to the comma that closes the relative clause."""
    first, last = clause.verb.last, min(last, clause.last)
    closed = next((k for k in range(first, last) if work.parsed.words[k].low == ","), last)
    return clean(words_of(work, first, closed)) if closed > first else ""


def object_before(work: Draft, n: int, last: int) -> str:
    """ "the freeze" for "the freeze (which) she announced in May": what the verb is done to stands before it."""
    clause, words = work.clauses[n], work.parsed.words
    if clause.relation != "relative" or clause.subject is None or clause.verb.passive or clause.verb.lemma == "be":
        return ""
    if words[clause.first].low in ("where", "when", "whose", "in") or not _gap(work, clause, last):
        return ""
    if told_behind(work, clause, last) and words[clause.first].low not in ("which", "whom"):
        return ""  # "the day that she left for the coast"
    whom = antecedent(work.parsed, n)
    told = clean(words_of(work, whom.start, whom.end)) if whom else ""
    last_word = told.rpartition(" ")[2].lower()
    return told if told and last_word not in MOMENTS and last_word not in PRONOUNS else ""


def _owned(work: Draft, clause: Clause, last: int) -> str:
    """ "The premier, Ann Lee, whose party won" -> "Ann Lee's party won"; "" where there is no "whose"."""
    words, first = work.parsed.words, clause.first
    at = next((k for k in range(first, clause.verb.first) if words[k].low == "whose"), None)
    if at is None or clause.subject is None:
        return ""
    if at > first:
        commas = [k for k in range(first, at) if words[k].low == ","]
        named = person(work, commas[-2], commas[-1]) if len(commas) > 1 else ""
        owner = named or words_of(work, first, commas[0] if commas else at)
    else:
        span = antecedent(work.parsed, work.clauses.index(clause))
        owner = words_of(work, *span) if span else ""
    owner = clean(owner)
    return f"{owner}{'’' if owner.endswith('s') else '’s'} {words_of(work, at + 1, last)}" if owner else ""


def _participial(work: Draft, clause: Clause) -> int | None:
    """The comma at which an aside begins that has lost its day: "A truce, announced on Monday, ended"."""
    words, verb = work.parsed.words, clause.verb.first
    commas = [k for k in range(clause.first, verb) if words[k].low == ","]
    if len(commas) < 2 or commas[-1] + 1 != verb:
        return None
    k, end = commas[-2], commas[-1]
    if not participle(words[k + 1].low) or words[k + 2].low not in PREPOSITIONS:
        return None
    return k if words_of(work, k + 1, end) != work.text(words[k + 1].start, words[end - 1].end) else None


def held(work: Draft, clause: Clause, last: int) -> str:
    """ "the deal was put to them" of "Under the terms of the deal, which was put to them, …"; "" without "which"."""
    words = work.parsed.words
    which = next((k for k in range(clause.first, clause.verb.first) if words[k].low == "which"), 0)
    start = next((k for k in range(which - 2, clause.first, -1) if words[k].low in DETERMINERS), 0)
    return (
        clean(f"{words_of(work, start, which - 1)} {words_of(work, which + 1, min(last, clause.last))}")
        if which and start
        else ""
    )


def named_between(work: Draft, n: int) -> str:
    """ "Jane Roe" of "Its spokesperson, the Rev. Jane Roe, denied"; "" where no person is named between the commas."""
    span, words = work.subject(n), work.parsed.words
    verb = work.clauses[n].verb.first
    commas = [k for k in range(span.start, verb) if words[k].low == ","] if span else []
    if len(commas) != 2 or commas[1] + 1 != verb:
        return ""
    start, end = words[commas[0] + 1].start, words[commas[1] - 1].end
    people = (name for name in work.names if name.kind == "person" and not name.implied)
    return next((name.text for name in people if start <= name.span.start and name.span.end == end), "")


def person(work: Draft, first: int, last: int) -> str:
    """The person that an apposition names: "a spokesman, John Doe, …"; empty where it names none."""
    words = work.parsed.words
    start, end = words[first + 1].start, words[last - 1].end
    return next((n.text for n in work.names if n.kind == "person" and (n.span.start, n.span.end) == (start, end)), "")
