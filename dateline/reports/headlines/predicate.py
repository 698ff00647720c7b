"""Subject and predicate of a clause in words: what a headline is made of."""

import re
from collections.abc import Mapping

from dateline.model import Actor
from dateline.reports.clauses.subject_core import PRONOUNS
from dateline.reports.clauses.subjects import behind_opening
from dateline.reports.drafts.draft import Draft
from dateline.reports.grammar.closed_classes import (
    MODALS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
)
from dateline.reports.headlines.borrowed import finite, with_negation, with_passive
from dateline.reports.headlines.linked import (
    AGE,
    held,
    named_between,
    object_before,
    object_of_saying,
    person,
    without_relative,
)
from dateline.reports.headlines.shortening import ARTICLE, WIDTH, clean
from dateline.reports.headlines.without_dates import words_of

APOSTROPHES = frozenset("'’")  # "we" and "'ve"
DASH = re.compile(r"\s+[–—]\s+")
APPOSED = re.compile(r", (?:the|an?) [^,]+,?$")  # "The swap, the third in a month, was agreed and took place"
DESCRIBED = re.compile(r"(?<=\w), (?:the|an?) .*$")
APPOSED_NAME = re.compile(
    r"^(?:The|An?|His|Her|Its|Their) [^,A-Z]+, ((?:[A-Z][\w.’'-]+ )+[A-Z][\w’'-]+)$"
)  # "The premier, Jane Roe"
APPOSED_TITLE = re.compile(r"^(?:The|An?) [^,]+, ((?:Mrs?|Ms|Dr)\.? [A-Z][\w’'-]+)$")
LINKING = (" who", " whom", " which", " that", " where")
OWNED = frozenset(["its", "his", "her", "their"])
BEGINNING = frozenset(["begin", "start", "initiate", "launch", "open", "hold", "resume", "conduct"])
Actors = Mapping[str, Actor]


def line(work: Draft, n: int, last: int, subject: str) -> str:
    """Subject and predicate; the clause as it stands where it has its own subject."""
    clause = work.parsed.clauses[n]
    if work.parsed.words[clause.first].low == "nor" and clause.verb.first == clause.first + 1:
        return clean(words_of(work, clause.first, last))  # "Nor was it clear"
    if clause.relation == "condition" and clause.subject is not None:
        word = "unless" if work.parsed.words[clause.first].low == "unless" else "if"
        line = _conditional(work, n, f"{word} {clean(words_of(work, clause.subject.start, last))}")
        return f"{line}…" if line.startswith(word.capitalize()) and last == clause.last and len(line) < WIDTH else line
    if clause.subject is not None and work.parsed.words[clause.first].low == "under" and _apposed_to_sentence(work, n):
        return held(work, clause, last) or clean(words_of(work, clause.first + 1, last))  # "Under a plan agreed in May"
    if clause.subject is not None and clause.verb.last < clause.subject.start and clause.last > clause.subject.start:
        be = clause.subject.start - 1  # "Among those held was an editor"
        done = f"{work.parsed.words[be].text} " if clause.verb.passive else ""
        return f"{subject} {done}{clean(words_of(work, clause.verb.first, be))}"
    if clause.subject is not None and clause.subject.end < clause.first and subject:  # "The truce, he said, ended"
        return f"{subject} {clean(words_of(work, clause.first, last))}"
    if clause.subject is not None and (own := _behind_link(work, n)) is not None:
        return clean(words_of(work, own, last))
    if clause.subject is not None and subject_word(work, n) not in PRONOUNS:
        if work.parsed.words[clause.subject.start].low in OWNED and (named := named_between(work, n)):
            return f"{named} {clean(words_of(work, clause.verb.first, last))}"
        text = f"{clean(without_relative(work, clause, last))} {object_of_saying(work, n, last)}".rstrip()
        return text if len(text) <= WIDTH else _without_apposition(work, n, last, text)
    text = (with_negation(work, n) or with_passive(work, n)) + clean(words_of(work, with_adverbs(work, n), last))
    if whom := object_before(work, n, last):
        rest = words_of(work, clause.verb.last, last) if clause.verb.last < last else ""
        text = clean(f"{words_of(work, with_adverbs(work, n), clause.verb.last)} {whom} {rest}")
    if clause.verb.form == "ing" and not subject and clause.verb.lemma in BEGINNING:
        return text.partition(" ")[2]  # "Weeks after initiating talks"
    if clause.verb.form == "ing" and not clause.verb.finite and subject:
        without = clause.verb.first > 0 and work.parsed.words[clause.verb.first - 1].low == "without"
        text = f"did not {clause.verb.lemma} {text.partition(' ')[2]}" if without else finite(text, clause, subject)
    if clause.verb.modal == "be to" and not re.match(r"(?:is|are|was|were|be|to)\b", text):
        text = f"to {text}"  # "was to halt the violence and begin a dialogue"
    if clause.verb.modal in MODALS and not MODALS.intersection(text.lower().split()[:1]):
        text = f"{clause.verb.modal} {text}"  # "will defend … and continue": the second verb borrows the first one's
    return f"{subject}{'' if text[:1] in APOSTROPHES else ' '}{text}" if subject else text


def _behind_link(work: Draft, n: int) -> int | None:
    """The token behind "under which" and "two days before": the clause is told from its subject on."""
    clause, words = work.clauses[n], work.parsed.words
    subject = work.subject(n)
    if clause.subject is None or subject is None:
        return None
    linked = words[clause.first].low in PREPOSITIONS and words[clause.first + 1].low in RELATIVES
    if clause.relation == "relative" and linked:
        return subject.start
    linked = any(word.low in SUBORDINATORS for word in words[clause.first : clause.first + 2])  # "Hours before …"
    opening = behind_opening(work.parsed, n) if linked else None
    if opening is not None and not any(words[k].low in RELATIVES for k in range(opening, clause.verb.first)):
        return opening  # "After the vote, the army left"
    timed = clause.relation in ("before", "after") and words[clause.first].low not in ("before", "after")
    return subject.start if timed and clause.first < subject.start < clause.verb.first else None


def _apposed_to_sentence(work: Draft, n: int) -> bool:
    """Whether clause `n` is only what stands before the comma behind which another subject comes."""
    clause, following = work.clauses[n], work.clauses[n + 1 : n + 2]
    closed = work.parsed.words[clause.last - 1].low == ","
    return n == 0 and closed and bool(following) and following[0].subject is not None and clause.verb.form != "base"


def with_adverbs(work: Draft, n: int) -> int:
    """The token at which the verb of clause `n` begins with its adverbs: "It nearly lost the town"."""
    clause = work.clauses[n]
    verb = clause.verb.first
    while verb - 1 > clause.first and is_adverb(work.parsed.words[verb - 1].low):
        verb -= 1
    return verb


def _conditional(work: Draft, n: int, condition: str) -> str:
    """ "The US will leave if Kabul does not want its troops": the condition behind what hangs on it, if it fits."""
    before = work.clauses[n - 1] if n else None
    if before is not None and before.relation in ("main", "complement", "and", "but") and before.verb.finite:
        span = work.subject(n - 1)
        subject = words_of(work, span.start, span.end) if span else ""
        open_ended = n + 1 < len(work.clauses) and _unsaid(work, n)  # "if both showed that they …"
        told = clean(f"{subject} {words_of(work, before.verb.first, before.last)}")
        line = f"{told}…" if open_ended else f"{told} {condition}"
        if subject and len(line) <= WIDTH:
            return line
    return condition[:1].upper() + condition[1:]


def _unsaid(work: Draft, n: int) -> bool:
    """Whether the clause behind clause `n` is what it tells: "if both showed", "if they guaranteed" of "that …"."""
    that = work.parsed.words[min(work.clauses[n].verb.last, len(work.parsed.words) - 1)].low == "that"
    return that or work.clauses[n + 1].governor == n


def _without_apposition(work: Draft, n: int, last: int, text: str) -> str:
    """ "The envoy, a former general, left" -> "The envoy left", so that the verb is not cut off."""
    clause, words = work.parsed.clauses[n], work.parsed.words
    core = work.subject(n)
    first = core.start if core and clause.first <= core.start < clause.verb.first else clause.first
    commas = [k for k in range(first, clause.verb.first) if words[k].low == ","]
    if not commas and first > clause.first and words[first - 1].low == ",":
        return clean(words_of(work, first, last))  # "During operations in the hills around the port, troops …"
    if len(commas) < 2 or commas[-1] + 2 < clause.verb.first:
        return text
    named = person(work, commas[0], commas[-1])
    return clean(f"{named or words_of(work, first, commas[0])} {words_of(work, clause.verb.first, last)}")


def subject_of(work: Draft, n: int, actors: Actors) -> str:
    """The subject in words; for a pronoun the name it stands for, unless the clause names that one itself."""
    parsed = work.parsed
    span = work.subject(n)
    if span is None:
        return ""
    start, end = parsed.words[span.start].start, parsed.words[span.end - 1].end
    inside = next((name.span.start for name in work.names if name.span.start < start < name.span.end), None)
    text = clean(words_of(work, *span) if inside is None else work.text(inside, end))
    if text.endswith(" who") or (span.end < len(parsed.words) and parsed.words[span.end].low == "who"):
        text = DESCRIBED.sub("", text)  # "Mr Doe, a tall, almost blind lawyer who"
    if text.endswith(LINKING):
        text = text.rpartition(" ")[0].removesuffix(",")
    text = APPOSED.sub("", AGE.sub("", DASH.split(text)[0]))  # "The army — whose commander is …"
    text = APPOSED_TITLE.sub(r"\1", APPOSED_NAME.sub(r"\1", text))
    if text.lower().startswith("to "):
        return ""  # "those who want to … and to keep troops": the end of a longer subject
    stands = next(
        (name.id for name in work.names if name.span.start >= start and name.span.end <= end and name.id), None
    )
    actor = actors.get(stands or "")
    if text.lower() not in PRONOUNS:
        return re.split(r"\s*(?:[–—(]|, )", text)[0] if len(text) > 45 else in_full(text, actor)
    if work.speaks_of_itself(n):
        return text
    if text.lower() == "they" and actor and actor.kind != "armed group":
        return text  # "United Nations are to meet"
    named = {name.id for name in work.names if not name.implied and name.span.start > start}
    return actor.name if actor and stands not in named else text


def subject_word(work: Draft, n: int) -> str:
    """The subject where it is one word, but for adverbs ("we strongly"), in lower case."""
    span, words = work.subject(n), work.parsed.words
    if span is None or not all(is_adverb(words[k].low) for k in range(span.start + 1, span.end)):
        return ""
    return words[span.start].low


def in_full(name: str, actor: Actor | None) -> str:
    """ "Department", "the ministry" -> "US Department of State": one word of a body's name is the body's name."""
    bare = ARTICLE.sub("", name)
    if actor is None or actor.kind == "person" or len(bare.split()) != 1 or bare.lower() == actor.name.lower():
        return name
    return actor.name if bare.lower() in actor.name.lower() else name
