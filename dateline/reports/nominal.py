"""Noun phrases that tell an event by themselves: "July vote", "elections on Sept. 28", "Germany's decision"."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.lexicon.load import document
from dateline.model import Timex
from dateline.reports.clause import Parsed
from dateline.reports.event_nouns import Trigger
from dateline.reports.frames import listed
from dateline.reports.grammar import COORDINATORS, DETERMINERS, MARKS, MONTHS, PREPOSITIONS, QUOTES, RELATIVES, WEEKDAYS
from dateline.reports.morphology import inflect
from dateline.reports.tokens import Token
from dateline.reports.verb_group import known, participle

PARTICIPLES = frozenset(["held", "struck", "set", "due", "reached"])  # those that do not end in -ed
SHORT = frozenset("jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.".split())
DATES = WEEKDAYS | MONTHS | SHORT
REACH = 6  # words between a noun and the expression that dates it
# what leads on from a noun to what it is of
REACHING = frozenset(["to", "of", "for", "by", "from", "in", "into", "between", "with", "against", "targeting"])
# "before the first election in the new region in May": the deed of the clause has another time
ORDER = frozenset(["before", "after", "until"])
FAR = 9  # and the participle that has one of its own: "the withdrawal from the area first announced in May"
# deeds that are told by naming who did them
POSSESSED = frozenset(
    ["visit", "trip", "decision", "attack", "invasion", "offensive", "withdrawal", "resignation", "arrest", "killing"]
)


@dataclass(frozen=True, slots=True)
class Nominal:
    """An event noun with its own time expression, if any; `first`/`last` are the tokens of the phrase."""

    trigger: Trigger
    timex: Timex | None
    first: int
    last: int

    def shown(self, parsed: Parsed) -> tuple[int, int]:
        """The tokens of its headline: a bare noun with the day before it, "Saturday's vote" for "vote"."""
        first = self.first
        if self.timex and self.last - first == 1:
            first = next((k for k in range(first) if parsed.words[k].start == self.timex.span.start), first)
        return first, self.last

    def before_aside(self, parsed: Parsed) -> tuple[int, int]:
        """The tokens that an aside describes, where the phrase has one: "a deal" of "a deal, signed in May"."""
        at = self.trigger.first
        return (self.first, at - 1) if at > self.first and parsed.words[at - 1].low == "," else (at, at)


def nominals(parsed: Parsed, triggers: Sequence[Trigger | None], timexes: Sequence[Timex]) -> list[Nominal]:
    """The dated or possessed event nouns of a sentence, but for those that their clause tells by itself."""
    if not parsed.nouns:
        return []
    own = _told_by_clauses(parsed, triggers)
    verbs = {k for clause in parsed.clauses for k in range(clause.verb.first, clause.verb.last)}
    found: list[Nominal] = []
    used: set[int] = set()
    for noun in parsed.nouns:
        announced = _announced(parsed, noun, verbs, timexes) if noun.type != "statement" else None
        if announced and announced.timex and announced.timex.span.start not in used:
            used.add(announced.timex.span.start)
            found.append(announced)
            continue
        aside = _behind_comma(parsed, noun) > noun.last
        if (
            noun.type == "statement"
            or _only_meant(parsed, noun)
            or _compared(parsed, noun)
            or _opposed(parsed, noun)
            or _missing(parsed, noun)
        ):
            continue
        if not aside and any(noun.first == first for first, _, _ in own):
            continue
        owner = _owner(parsed, noun) if noun.lemma in POSSESSED and not _before(parsed, noun, timexes) else None
        if owner is not None:
            found.append(Nominal(noun, None, owner, phrase(parsed, noun, None)[1]))
            continue
        if not aside and any(first <= noun.first < last and noun.type == kind for first, last, kind in own):
            continue
        timex = _before(parsed, noun, timexes) or _after(parsed, noun, verbs, timexes)
        if timex and _dates_the_verb(parsed, triggers, noun, timex, timexes):
            continue
        if timex and timex.span.start not in used and (timex.when.first or timex.when.last):
            used.add(timex.span.start)
            k, (first, last) = _behind_comma(parsed, noun), phrase(parsed, noun, timex)
            told = aside and k < last  # "signed" of "a deal, signed in May, …"
            found.append(Nominal(noun._replace(first=k, last=k + 1) if told else noun, timex, first, last))
    return found


def without_effects(
    parsed: Parsed, triggers: Sequence[Trigger | None], described: Container[int]
) -> list[Trigger | None]:
    """ "A deal, signed in May, has allowed exports": the deal is told by its aside, its clause only what came of it."""
    effects = document("frames").data["light"]["effect"]
    return [
        None if event and event.first in described and clause.verb.lemma in effects else event
        for event, clause in zip(triggers, parsed.clauses, strict=True)
    ]


@cache
def _announcing() -> frozenset[str]:
    """Participles: "announced", "promised"."""
    lemmas = document("speech").data["verbs"]["announcing"]
    return frozenset(word for lemma in lemmas for word, form in inflect(lemma) if form == "part")


def _announced(parsed: Parsed, noun: Trigger, verbs: Container[int], timexes: Sequence[Timex]) -> Nominal | None:
    """ "the offensive announced on Friday": what was on that day is the announcement, and not the offensive."""
    words = parsed.words
    for k in range(_behind_comma(parsed, noun), min(noun.last + FAR, len(words) - 1)):
        if k in verbs or words[k].low in MARKS - QUOTES or words[k].low in RELATIVES:
            return None
        if words[k].low in _announcing():
            near = words[k + 1].end + 1
            timex = next((t for t in timexes if t.type == "DATE" and words[k].end <= t.span.start <= near), None)
            trigger = Trigger("statement", k, k + 1, words[k].low, noun=True)
            return Nominal(trigger, timex, phrase(parsed, noun, None)[0], k + 1) if timex else None
    return None


def _compared(parsed: Parsed, noun: Trigger) -> bool:
    """ "the first since the 1971 war", "the worst since": the noun only says since when."""
    low = [word.low for word in parsed.words[max(0, noun.first - REACH) : noun.first]]
    return "since" in low and any(word in SUPERLATIVES for word in low)


def _only_meant(parsed: Parsed, noun: Trigger) -> bool:
    """ "rejected a proposal to hold talks this week": what somebody would do is no talks."""
    words = parsed.words
    to = next((k for k in range(noun.first - 1, max(noun.first - REACH, 0), -1) if words[k].low == "to"), None)
    if to is None or to + 1 >= noun.first or known(words[to + 1].low, "base") is None:
        return False
    between = words[to + 2 : noun.first]
    meant = any(word.low in listed("light", "proposals") for word in words[max(to - 1, 0) : to])
    return meant and not any(word.low in PREPOSITIONS or word.low in MARKS for word in between)


def _opposed(parsed: Parsed, noun: Trigger) -> bool:
    """ "a march against the war in London on Friday": the day is that of the march."""
    return noun.type == "attack" and "against" in [
        word.low for word in parsed.words[max(0, noun.first - 2) : noun.first]
    ]


def _missing(parsed: Parsed, noun: Trigger) -> bool:
    """ "adjourned without an agreement on Friday": there was none."""
    return any(word.low == "without" for word in parsed.words[max(0, noun.first - REACH) : noun.first])


SUPERLATIVES = frozenset("first worst deadliest biggest largest most highest lowest heaviest bloodiest time".split())


def _told_by_clauses(parsed: Parsed, triggers: Sequence[Trigger | None]) -> list[tuple[int, int, str]]:
    """From the word that is the event of its clause to the clause's end: nouns of its kind there are the same event."""
    told: list[tuple[int, int, str]] = []
    for clause, found in zip(parsed.clauses, triggers, strict=True):
        if found and found.type != "statement":
            told.append((found.first, clause.last, found.type))
    return told


def _before(parsed: Parsed, noun: Trigger, timexes: Sequence[Timex]) -> Timex | None:
    """ "July vote", "their 2001 defeat", "the May 1st deadline": the expression describes the noun."""
    words = parsed.words
    for timex in timexes:
        if timex.type != "DATE" or timex.value.endswith("_REF") or timex.signal == "on":
            continue  # "On Tuesday rockets hit the port"
        last = next((k for k in range(noun.first) if words[k].end >= timex.span.end), None)
        if last is None or noun.first - last > 2:
            continue
        apart = PREPOSITIONS | MARKS | DETERMINERS | COORDINATORS  # not "at Easter and elections"
        if not any(words[k].low in apart for k in range(last + 1, noun.first)):
            return timex
    return None


def _after(parsed: Parsed, noun: Trigger, verbs: Container[int], timexes: Sequence[Timex]) -> Timex | None:
    """ "elections on Sept. 28", "the agreement signed in February": no finite verb and no comma between."""
    words = parsed.words
    for timex in timexes:
        if timex.type != "DATE" or timex.value.endswith("_REF") or timex.signal not in ("on", "in", "of", "for", ""):
            continue
        if timex.span.start < words[noun.last - 1].end:
            continue
        first = next((k for k in range(noun.last, len(words)) if words[k].start >= timex.span.start), None)
        begin = _behind_comma(parsed, noun)
        apposed = _apposed(words, begin, first) if first is not None else ()
        if first is None or first - noun.last - len(apposed) > REACH:
            continue
        if any(k in verbs or (words[k].low in MARKS and k not in apposed) for k in range(begin, first)):
            continue
        if _attached(parsed, noun, first):
            return timex
    return None


def _apposed(words: Sequence[Token], first: int, last: int) -> Sequence[int]:
    """The commas around a name that only says which place is meant: "reached in the capital, Luanda, on Friday"."""
    commas = [k for k in range(first, last) if words[k].low == ","]
    if len(commas) != 2 or not all(word.text[0].isupper() for word in words[commas[0] + 1 : commas[1]]):
        return ()
    return range(commas[0], commas[1] + 1)


def _behind_comma(parsed: Parsed, noun: Trigger) -> int:
    """The token behind the noun, and behind the comma of an aside that dates it: "a truce, agreed in May, ended"."""
    words, k = parsed.words, noun.last
    if any(word.low in ("on", "about") for word in words[max(noun.first - 2, 0) : noun.first]):
        return k  # "the report on the war, published in May": that is the report
    aside = k + 2 < len(words) and words[k].low == "," and participle(words[k + 1].low)
    return k + 1 if aside and words[k + 2].low in PREPOSITIONS else k


def _attached(parsed: Parsed, noun: Trigger, first: int) -> bool:
    """Right behind the noun, a participle that describes it, or its place: "a trip to Kabul this week"."""
    between = [parsed.words[k] for k in range(noun.last, first)]
    if len(between) <= 1:
        return True
    if any(word.low.endswith("ed") or word.low in PARTICIPLES for word in between):
        return True
    if any(word.low in ORDER for word in parsed.words[max(0, noun.first - REACH) : noun.first]):
        return True
    return len(between) <= 4 and between[0].low in ("to", "in") and between[1].text[0].isupper()


def _dates_the_verb(
    parsed: Parsed, triggers: Sequence[Trigger | None], noun: Trigger, timex: Timex, timexes: Sequence[Timex]
) -> bool:
    """ "rejected a ceasefire on Tuesday": the only date of a clause belongs to its past verb, not to its object.

    So it does to a verb that looks ahead, where no preposition ties it to the noun: "will debate the war next week".
    """
    words = parsed.words
    if timex.span.start < words[noun.last - 1].end:
        return False
    between = [word.low for word in words[noun.last :] if word.start < timex.span.start]
    if any(word.endswith("ed") or word in PARTICIPLES for word in between):
        return False
    for clause, found in zip(parsed.clauses, triggers, strict=True):
        if clause.first <= noun.first < clause.last:
            if found is None or found.noun or found.first > noun.first:
                return False
            span = parsed.span(clause.first, clause.last)
            dates = [t for t in timexes if t.type == "DATE" and span.start <= t.span.start < span.end]
            told = (clause.verb.tense == "past" and not clause.verb.modal) or not timex.signal
            told = told or _attended(parsed, noun, clause.verb.last)
            spoken_of = found.type in ("talks", "meeting") and noun.type in ("other", "attack")
            return (told or spoken_of) and dates == [timex]
    return False


def _attended(parsed: Parsed, noun: Trigger, first: int) -> bool:
    """ "will speak at a meeting in Brussels on Thursday": the day is that of the speech as well."""
    return any(word.low in ("at", "during") for word in parsed.words[max(first, noun.first - REACH) : noun.first])


def _owner(parsed: Parsed, noun: Trigger) -> int | None:
    """The token at which the owner of a deed begins: "Germany's decision", "President Trump's recent visit"."""
    words = parsed.words
    for k in range(noun.first - 1, max(0, noun.first - 4), -1):
        if words[k].low in ("'s", "'"):
            first = k - 1
            while first > 0 and words[first - 1].text[0].isupper() and words[first - 1].is_word:
                first -= 1
            return first if words[k - 1].text[0].isupper() else None
        if not words[k].is_word or words[k].low in PREPOSITIONS | DETERMINERS:
            return None
    return None


def _on_somebody(words: Sequence[Token], k: int) -> bool:
    """ "the attack on a post", "on Kunduz": not "on Friday", "on May 3"."""
    if words[k].low != "on" or k + 1 >= len(words):
        return False
    following = words[k + 1]
    return following.low in DETERMINERS or (following.text[0].isupper() and following.low not in DATES)


def phrase(parsed: Parsed, noun: Trigger, timex: Timex | None) -> tuple[int, int]:
    """The noun with what describes it before, and its "to …", "of …" and date behind."""
    words = parsed.words
    first, last = noun.first, noun.last
    while first > 0 and noun.first - first < 5 and words[first - 1].low not in PREPOSITIONS:
        if not words[first - 1].is_word:
            if first < 2 or f"{words[first - 2].low}." not in SHORT:
                break
            first -= 1  # "the Sept. 11 attacks"
        first -= 1
        if words[first].low in DETERMINERS:
            break
    if words[first - 1].low == "to" and first < noun.first and known(words[first].low, "base"):
        first += 1  # "agreed to resume peace talks": the talks
    whole = next((one for one in parsed.nouns if one.last + 1 == first and words[one.last].low == "of"), None)
    if whole is not None:
        first = phrase(parsed, whole, None)[0]  # "the third round of talks"
    while timex and last < len(words) and words[last].start < timex.span.end:
        last += 1
    while last + 1 < len(words) and (words[last].low in REACHING or _on_somebody(words, last)):
        last += 1
        while (
            last < len(words) and last - noun.last < 12 and words[last].is_word and words[last].low not in PREPOSITIONS
        ):
            last += 1
    return first, last
