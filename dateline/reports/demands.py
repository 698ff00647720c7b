"""Who asks for what, who refuses it and who gives way: the clauses that take a stand on a demand.

A stand is a verb ("want", "reject", "agree") or a noun ("the condition set by the rebels: …") with one of the subjects
of lexicon/demands.toml behind it; "rejected the demand" is about what was asked for before.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dateline.lexicon.load import document
from dateline.model import Demand, Stance
from dateline.reports.actors import parties
from dateline.reports.clauses.clause import Clause, Parsed
from dateline.reports.clauses.rejected import rejecter, unsaid, untrue
from dateline.reports.drafts.draft import Draft
from dateline.reports.drafts.story import Story
from dateline.reports.grammar.closed_classes import FIRST_PERSON, PREPOSITIONS
from dateline.reports.grammar.tokens import Token
from dateline.reports.voices import vouching as voices

STILL_ASKED = 800  # characters for which "the demand" is the one told before
AHEAD = 25  # words behind the verb in which its object stands
APART = 6  # words between those that name a subject together: "withdrawal of all foreign troops"
OPPOSITE: dict[Stance, Stance | None] = {"asks": "moves", "refuses": None, "moves": "refuses"}
UNREAL = frozenset(["condition"])  # "if they decide that they don't want": nobody has asked


class Subject(NamedTuple):
    id: str
    name: str
    ways: tuple[tuple[re.Pattern[str], ...], ...]  # each way to say it: words that stand near each other
    hint: re.Pattern[str]  # a word of which one must be there


@cache
def subjects() -> tuple[Subject, ...]:
    rows = document("demands").data["subject"]
    found = []
    for row in rows:
        ways = tuple(_way(words) for words in row["words"])
        hint = re.compile(r"(?<!\S)(?:" + "|".join(way[0].pattern for way in ways) + r")(?!\S)")
        found.append(Subject(row["id"], row["name"], ways, hint))
    return tuple(found)


def _way(words: str) -> tuple[re.Pattern[str], ...]:
    """ "releas*|free* prisoner*": a pattern for each word, in which "*" stands for any ending."""
    return tuple(
        re.compile("|".join(re.escape(one).replace(r"\*", r"\S*") for one in w.split("|"))) for w in words.split()
    )


@cache
def _verbs() -> dict[tuple[str, str], Stance]:
    """(lemma, what must follow it or "") -> stance."""
    found: dict[tuple[str, str], Stance] = {}
    stances: tuple[Stance, ...] = ("asks", "refuses", "moves")
    for stance in stances:
        for entry in document("demands").data["verbs"][stance]:
            lemma, _, after = entry.partition(" ")
            found[lemma, after] = stance
    return found


@cache
def _nouns(key: str) -> frozenset[str]:
    return frozenset(document("demands").data["nouns"][key])


def demands(work: Draft, story: Story) -> Iterator[Demand]:
    """The stands that one sentence takes, in the order of its text; `story.demands` holds those before it."""
    parsed = work.parsed
    for n, clause in enumerate(work.clauses):
        stance, first = _stance(parsed, clause)
        if stance is None or clause.relation in UNREAL or _denied(parsed, n):
            continue
        found = _subject(parsed.words[first : _end(work, n, first)]) or _asked_before(work, first, story)
        actors, who = _who(work, n, story)
        if found and actors:
            yield _demand(work, story, found, stance, actors, who)
    asks = _nouns("asks")
    for k in (k for k, word in enumerate(parsed.words) if word.low in asks):
        owner = _owner(work, k)
        found = _subject(parsed.words[k + 1 : k + AHEAD]) if owner else None
        if found:
            yield _demand(work, story, found, "asks", owner, "")


def _denied(parsed: Parsed, n: int) -> bool:
    """ "denied that he had agreed to autonomy", "It is false that they want a truce"."""
    return rejecter(parsed, n) is not None or untrue(parsed, n) is not None or unsaid(parsed, n)


def _demand(
    work: Draft, story: Story, found: tuple[str, str], stance: Stance, actors: tuple[str, ...], who: str
) -> Demand:
    span = work.parsed.sentence.span
    article = story.material.article
    names = [actor.name for id in actors if (actor := story.material.actors.get(id))]
    return Demand(
        article.id, span, article.text[span.start : span.end], *found, stance, actors, who or ", ".join(names)
    )


def _stance(parsed: Parsed, clause: Clause) -> tuple[Stance | None, int]:
    """What the clause does, and the token from which its object may stand: "want to form …" begins with "form"."""
    verb = clause.verb
    words, verbs = parsed.words, _verbs()
    governing = next((lemma for lemma in verb.chain if (lemma, "") in verbs), None)
    found = verbs.get((governing, "")) if governing else None
    first = verb.main if governing else verb.last
    if found is None:
        after = words[verb.last].low if verb.last < len(words) else ""
        found = verbs.get((verb.lemma, after)) or verbs.get((verb.lemma, ""))
    if found is None or verb.passive:
        return None, first
    return (OPPOSITE[found] if verb.negated else found), first


def _end(work: Draft, n: int, first: int) -> int:
    """The token at which the object ends: with the clause and those that it governs, no further than AHEAD words."""
    last = work.clauses[n].last
    for m in range(n + 1, len(work.clauses)):
        if work.clauses[m].governor == n or work.clauses[m].relation == "complement":
            last = work.clauses[m].last
        else:
            break
    last = min(max(last, first), first + AHEAD)
    words = work.parsed.words  # "demanded that troops leave before any ceasefire": only what stands before is asked for
    return next((k for k in range(first + 1, last) if words[k].low in _nouns("ends")), last)


def _subject(words: Sequence[Token]) -> tuple[str, str] | None:
    """The subject that is named first among the words; of two at one place, the one higher in the list."""
    low = [word.low for word in words]
    text = " ".join(low)
    best: tuple[int, int, Subject] | None = None
    for rank, subject in enumerate(subjects()):
        hinted = subject.ways if subject.hint.search(text) else ()
        places = [at for way in hinted if (at := _place(way, low)) is not None]
        if places and (best is None or (min(places), rank) < best[:2]):
            best = (min(places), rank, subject)
    return (best[2].id, best[2].name) if best else None


def _place(way: tuple[re.Pattern[str], ...], low: Sequence[str]) -> int | None:
    """Where the first of the words stands if all stand near each other, in any order; None where they don't."""
    for k in range(len(low)):
        near = low[k : k + APART]
        if any(p.fullmatch(low[k]) for p in way) and all(any(p.fullmatch(word) for word in near) for p in way):
            return k
    return None


def _asked_before(work: Draft, first: int, story: Story) -> tuple[str, str] | None:
    """What "the demand" points back at: the last that somebody asked for in this article, not long ago."""
    words = work.parsed.words[first : first + 4]
    if not story.demands or not any(word.low in _nouns("pointing") for word in words):
        return None
    last = story.demands[-1]
    near = last.stance == "asks" and work.parsed.sentence.span.start - last.span.start < STILL_ASKED
    return (last.subject, last.name) if near else None


def _who(work: Draft, n: int, story: Story) -> tuple[tuple[str, ...], str]:
    """The actors of the subject, and its words: who speaks where it says "we"."""
    subject = work.subject(n)
    if subject is None:
        return (), ""
    words = work.parsed.words[subject.start : subject.end]
    governor = work.clauses[n].governor
    if governor is not None and work.speaks_of_itself(n):
        return _who(work, governor, story)
    if words[0].low in FIRST_PERSON:
        speaker = voices.speaker(work, n, story)
        return ((speaker.actor,), speaker.text) if speaker and speaker.actor else ((), "")
    actors = tuple(dict.fromkeys(parties.acting(work, n) or ()))
    if words[0].low in PREPOSITIONS:
        return actors, ""  # "At a meeting in May the parties"
    return actors, " ".join(work.text(words[0].start, words[-1].end).split()) if len(words) > 1 else ""


def _owner(work: Draft, noun: int) -> tuple[str, ...]:
    """Whose demand or condition it is: "the Taliban's demand", "the condition set by the Taliban"."""
    words = work.parsed.words
    before = {words[k].start for k in range(max(0, noun - 3), noun)}
    after: set[int] = set()
    for k in range(noun + 1, min(noun + AHEAD // 2, len(words) - 1)):
        if words[k].low in document("demands").data["nouns"]["owners"]:
            after = {word.start for word in words[k + 1 : k + 4]}
        if after or words[k].low in (":", ".", ";"):
            break
    found = [name.id for name in work.names if name.acts and name.id and name.span.start in before | after]
    return tuple(dict.fromkeys(found))
