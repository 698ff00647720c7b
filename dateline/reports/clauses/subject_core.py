"""The subject without what stands before it: "On Friday, the ministry", "17:15 GMT - Soldiers"."""

from collections.abc import Sequence

from dateline.model import Span
from dateline.reports.clauses.clause import Parsed
from dateline.reports.clauses.governing import behind_object
from dateline.reports.grammar.closed_classes import CLOSING, DETERMINERS, MONTHS, PREPOSITIONS, WEEKDAYS, is_adverb
from dateline.reports.grammar.tokens import Token
from dateline.reports.grammar.verb_group import gerund, known, participle

PRONOUNS = frozenset(["he", "she", "it", "they", "i", "we", "you", "who", "which"])
SELF = frozenset(["he", "she", "it", "they"])
# what opens a sentence before its subject: "Late on Sunday, the president …"
OPENINGS = frozenset(
    "on in at during after under for despite however meanwhile speaking late early earlier also by last yesterday "
    "following before since amid with according outside inside within".split()
)
DASHES = frozenset(["-", "–", "—"])
THEN = frozenset(["then", "meanwhile", "later", "where", "wherein"])
PARTICLES = frozenset(["down", "up", "out", "off", "away", "back"])
ENDS = frozenset([",", ".", ";", "”", '"', "—", "that", "who", "which"])
BEFORE_PRONOUN = frozenset([",", "later", "earlier", "ago", "tonight", "today", "now", "soon", "afterwards", "before"])
ENDING = frozenset([",", "?", "!", ".", "…"])
CLOCK = 7  # tokens in which the dash of "17:15 GMT -" stands
HEADS = 3  # words of a length of time: "two days after"
DAYS = WEEKDAYS | {"yesterday"}
LINKS = frozenset(["after", "before"])
AFTER_SUBJECT = DAYS | ENDS | PRONOUNS | {"also", "then", "later", "subsequently", "has", "have"}


def core(parsed: Parsed, subject: Span) -> Span:
    """The subject without what stands before it ("On Friday, the ministry") and a relative pronoun after it."""
    start, end = subject
    words = parsed.words
    said = (k + 1 for k in range(end - 2, start, -1) if words[k].low in CLOSING and words[k - 1].low in ENDING)
    start = next(said, start)  # "I won," he said: in a sentence that goes on with a quotation
    start = _behind_clock(words, start, end)
    while words[start].low in THEN and start + 1 < end:
        start += 1
    if start + 2 < end and is_adverb(words[start].low) and words[start + 1].low == ",":
        start += 2  # "Separately, fighting in the hills"
    if words[start].low in PARTICLES and start + 2 < end and words[start + 1].low in DETERMINERS:
        start += 1  # "When she sat down a few members left"
    start = behind_object(words, Span(start, end)) or start
    opens = words[start].low in OPENINGS or (start == 0 and _opening_deed(words, end))
    if words[end - 1].low in SELF and (opens or words[end - 2].low in BEFORE_PRONOUN):
        return Span(end - 1, end)  # "In 2019 he", "A freelancer, he", "Two years later he"
    if opens:
        behind = [k + 1 for k in range(start, end - 1) if words[k].low == ","] or [start]
        behind = [k for k in behind if words[k].low not in PREPOSITIONS] or behind  # "On Friday, in Rome, the envoy"
        named = (k for k in behind if words[k].text[0].isupper())
        start = next(named, behind[0]) if start == 0 and words[0].low not in OPENINGS else behind[0]
    if words[start].low == "on" and words[min(start + 1, end - 1)].low in DAYS and start + 2 < end:
        start += 2  # "On Friday a spokesman"
    linked = [k for k in range(start, min(start + HEADS, end - 1)) if words[k].low in LINKS]
    if linked and not any(words[k].low in LINKS for k in range(linked[-1] + 1, end)):
        start = _behind_event(words, linked[-1] + 1, end)
    if (
        words[start].low == "on"
        and start + 3 < end
        and words[start + 1].low in MONTHS
        and words[start + 2].low.isdigit()
    ):
        start += 3  # "On May 3 a spokesman"
    while end > start and (words[end - 1].low in AFTER_SUBJECT or (end - 1 > start and _adverb(words[end - 1]))):
        if words[end - 1].low in PRONOUNS and end - 1 == start:
            break
        end -= 1
    if end - 1 > start and words[end - 1].low == "on" and end < len(words) and words[end].low in DAYS:
        end -= 1  # "The president on Friday explained"
    return Span(start, max(end, start + 1))


def _parts_names(words: Sequence[Token], comma: int, end: int) -> bool:
    """ "France, Spain and Italy": whether the comma only parts the names of one subject."""
    behind = words[comma + 1 : end]
    joined = any(word.low == "and" for word in behind)
    return joined and all(word.text[0].isupper() or word.low in ("and", "the") for word in (words[comma - 1], *behind))


def _behind_event(words: Sequence[Token], start: int, end: int) -> int:
    """ "hours after the envoy said": the envoy; "Hours before the vote a bomb", "Shortly after the vote, crowds": not
    the vote."""
    commas = [k for k in range(start + 1, end - 1) if words[k].low == ","]
    if len(commas) == 1 and not _parts_names(words, commas[0], end):
        return commas[0] + 1
    articles = [k for k in range(start + 2, end - 1) if words[k].low in ("a", "an")]
    return articles[0] if articles and words[articles[0] - 1].low not in PREPOSITIONS else start


def _behind_clock(words: Sequence[Token], start: int, end: int) -> int:
    """The token behind "17:15 GMT -": an entry of a live report begins with its time."""
    if start or not words[0].low[:1].isdigit():
        return start
    dash = next((k for k in range(1, min(CLOCK, end - 1)) if words[k].low in DASHES), None)
    return start if dash is None else dash + 1


def _adverb(word: Token) -> bool:
    return word.text[0].islower() and is_adverb(word.low)  # no "Ron Tully"


def _opening_deed(words: Sequence[Token], end: int) -> bool:
    """ "Addressing the council, Ann Lee", "Born in Leeds, Ann Lee": the subject comes behind the comma."""
    if gerund(words[0].low) is not None:
        return end > 1 and words[1].text.islower()  # not "Neighbouring Chad, which"
    done = participle(words[0].low) is not None and known(words[0].low, "base") is None
    return done and end > 1 and words[1].low in PREPOSITIONS
