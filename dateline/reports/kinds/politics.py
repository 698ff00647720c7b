"""Verbs that mean something else in politics and money: a motion is carried, a price falls, a governor is called on."""

from collections.abc import Sequence
from functools import cache

from dateline.lexicon.load import document
from dateline.model import Span
from dateline.reports.clauses.clause import Clause, Parsed
from dateline.reports.clauses.subjects import subject_span
from dateline.reports.grammar.classes import nouns
from dateline.reports.grammar.closed_classes import MARKS, PREPOSITIONS
from dateline.reports.grammar.event_nouns import Trigger, singular
from dateline.reports.grammar.frames import listed
from dateline.reports.grammar.tokens import Token

OFFICES = frozenset("he she they who government cabinet board council team".split())


@cache
def roles() -> frozenset[str]:
    """The words for offices and their holders: "minister", "chief"."""
    return frozenset(document("titles").data["roles"].split())


def put_to_vote(words: Sequence[Token], subject: Span) -> bool:
    """ "The motion was carried by 412 votes to 149"."""
    voted = document("frames").data["figurative"]["voted"]
    return any(singular(word.low) in voted for word in words[subject.start : subject.end])


def in_price(words: Sequence[Token], clause: Clause) -> bool:
    """ "Shares fell", "fell by 3 percent", "fell sharply": a price or a number, and no place that is lost."""
    following = words[clause.verb.last].text if clause.verb.last < clause.last else ""
    if clause.verb.lemma != "fall" and following in ("up", "down", "higher", "lower"):
        return True
    if following[:1].isdigit() or following == "by" or following.endswith("ly"):
        return clause.verb.lemma == "fall"
    if following == "to" and words[min(clause.verb.last + 1, clause.last - 1)].text[:1].isdigit():
        return True  # "fell to 46 per cent"
    subject = words[clause.subject.start : clause.subject.end] if clause.subject else ()
    return any(singular(word.low) in listed("light", "counted") for word in subject)


def visits(words: Sequence[Token], clause: Clause, fixed: Trigger) -> bool:
    """ "called on the governor late on Monday": nobody is asked to do anything."""
    asked = any(word.low in ("to", "for", "that") for word in words[fixed.last :])
    return not asked and clause.verb.tense == "past" and fixed.last < clause.last


def holds_people(words: Sequence[Token], clause: Clause, first: int) -> bool:
    """ "captured an army general", "Two soldiers were captured": no town is taken, but somebody.

    The object begins at token `first`. "A meeting of ministers was held" holds nobody.
    """
    if words[clause.first].low == "whom":
        return True  # "soldiers whom the rebels captured"
    ends = (k for k in range(first, clause.last) if words[k].low in MARKS or words[k].low in PREPOSITIONS)
    whom = [word for word in words[first : next(ends, clause.last)] if word.is_word]
    if clause.verb.passive:
        whom = list(words[clause.subject.start : clause.subject.end]) if clause.subject else []
        if clause.verb.lemma == "hold" and any(word.low in PREPOSITIONS for word in whom):
            return False
    return bool(whom) and (whom[-1].low in nouns() or singular(whom[-1].low) in roles())


def holds_office(parsed: Parsed, clause: Clause) -> bool:
    """ "dismissed his army chief", "was dismissed from it", where "dismissed the reports" is a denial."""
    words, verb = parsed.words, clause.verb
    ends = (k for k in range(verb.last, clause.last) if words[k].low in MARKS or words[k].low in PREPOSITIONS)
    behind = next(ends, clause.last)
    whom = words[verb.last : behind]
    if verb.passive:
        subject = subject_span(parsed, parsed.clauses.index(clause))
        whom = words[subject.start : subject.end] if subject else ()
        if behind < clause.last and words[behind].low == "from":
            return True
        if whom and (whom[-1].text[0].isupper() or whom[-1].low in OFFICES):
            return True
    if whom and verb.lemma == "dismiss" and not verb.passive and whom[-1].text[0].isupper():
        return behind == clause.last or words[behind].low != "as"  # "dismissed Lee", and not "as a liar"
    return bool(whom) and singular(whom[-1].low) in roles()
