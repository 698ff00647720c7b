"""Whether the clause around an expression speaks of the past or of what is to come."""

import re

from dateline.model import Sentence, Span
from dateline.temporal.context.tense import NEARER, OVERTAKEN, cue_words, is_overtaken, is_past, may_tell, tense

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[;:“\"]|``")
# a word of four letters or more without a capital: a headline that has one is not in title case
SMALL = re.compile(
    r"(?<![\w'’-])(?!(?:after|about|under|until|since|before|amid|with|from|over|into|against|between)\b)[a-z]{4}"
)
REACH = 160  # characters before and after the expression: the verb of a clause is seldom farther (measured on news)
POSSESSIVE = ("'s", "’s")
LIMITS = frozenset({"until", "till"})
DEADLINES = frozenset({"by", "before"})
EXTENTS = frozenset({"through"})
STARTS = frozenset({"starting", "beginning"})
WITHIN = frozenset({"in", "on"})
CERTAINLY_PAST = -2
MOVES = LIMITS | {"to", "for"}
AWAITED = frozenset({"at", "during"})
PLANNED = frozenset({"due", "scheduled", "planned", "slated", "expected", "deadline", "ultimatum"})
PRESENT = frozenset({"is", "are", "has", "have"})
STATES = frozenset({"is", "are", "be", "remain", "remains", "stay", "stays"})
BETWEEN = frozenset({"not", "now", "also", "already", "all", "both"})  # "has", and its verb
STATE_OF = frozenset({"at", "in", "on", "under", "without"})  # "been at war", "been without water"
AWAY = frozenset({"who", "which", "that", "when", "where", "and", "but", "to", "after", "before", ";", ":", "“", '"'})
STOPS = frozenset({";", ":"})
QUOTES = frozenset({"“", '"', "``"})


def direction(text: str, sentence: Sentence, span: Span, signal: str) -> int:
    """By the verb nearest before the expression, else the first after it: -1 past, 1 future, 0 where nothing tells.

    CERTAINLY_PAST where the past verb leaves no room for doubt: "withdrew in August". NEARER looks ahead too, but a
    weekday may be one that is just over: "the hearing set for Friday was put off".
    """
    found = _direction(text, sentence, span, signal)
    if text.startswith(POSSESSIVE, span.end) and signal not in cue_words()["since"]:
        # "Wednesday's ruling": the verb is not that of the ruling; "will be discussed at Friday's meeting" is
        awaited = (found == 1 and signal in AWAITED) or _is_awaited(text, sentence, span, signal, found)
        return 1 if awaited else 0
    return found


def lasts_until_now(text: str, sentence: Sentence, span: Span, signal: str) -> bool:
    """ "Has been fighting for seven years", "has ruled for 30", "have been at war for two": they end with the text."""
    before = _words(text[max(sentence.span.start, span.start - REACH) : span.start])
    at = max((i for i, word in enumerate(before) if word in ("has", "have")), default=None)
    if signal != "for" or at is None or not AWAY.isdisjoint(before[at:]):
        return False
    first, second, *_ = [word for word in before[at + 1 :] if not (word.endswith("ly") or word in BETWEEN)] + ["", ""]
    return first in cue_words()["lasting"] or (first == "been" and (second.endswith("ing") or second in STATE_OF))


def _is_awaited(text: str, sentence: Sentence, span: Span, signal: str, found: int) -> bool:
    """ "Ahead of Sunday's vote", "they prepare for Sunday's vote", "Sunday's vote will …": it is to come.

    So is what comes "days before Sunday's vote", if nothing in the clause is past.
    """
    cues = cue_words()
    before = _words(text[max(sentence.span.start, span.start - REACH) : span.start])
    after = _words(text[span.end : min(sentence.span.end, span.end + REACH)])[1:]  # behind the "s"
    if "had" in before:
        return False
    governor = before[-2].lower() if len(before) > 1 else ""
    if found == 1 and signal in DEADLINES and after[:1] and after[0] in cues["appointment"]:
        return True
    if (signal == "of" and governor == "ahead") or (signal == "for" and governor in cues["readying"]):
        return True
    return len(after) > 1 and after[0] in cues["appointment"] and after[1] in cues["modal"]


def _direction(text: str, sentence: Sentence, span: Span, signal: str) -> int:
    stop = min(sentence.span.end, span.end + REACH)
    ahead, behind = text[max(sentence.span.start, span.start - REACH) : span.start], text[span.end : stop]
    in_title = sentence.headline and not SMALL.search(ahead) and not SMALL.search(behind)
    if in_title:  # "Truce to Start Sunday": capitals tell no name from a verb
        ahead, behind = ahead.lower(), behind.lower()
    before, after = _words(ahead), _words(behind)
    if before[-2:] == ["at", "least"]:  # "until at least Friday"
        del before[-2:]
    if (sign := _by_preposition(before, signal, after)) is not None:
        return sign
    next_word = WORD.match(behind, 1)
    if next_word and is_past([next_word[0]], 0) and next_word[0] not in cue_words()["shifted"]:
        return -1  # "on Sunday issued"
    if signal in DEADLINES and "could" in before:
        return 1
    for i in reversed(range(len(before))):
        if before[i] in STOPS:
            break
        if sentence.headline and before[i] in cue_words()["leaving"]:
            continue  # "Envoy Flies to Corvo Sunday": titles tell what is over in the present
        if may_tell(before[i]) and (found := tense(before, i)) is not None:
            if found == 1 and before[i] in PLANNED and is_overtaken(before, i, after):
                return OVERTAKEN
            if found == 0 and signal in DEADLINES:  # "could be reached by August"
                return 1
            if found == -1 and signal == "by" and _is_ordered(before[i:]):
                return 1
            return CERTAINLY_PAST if found < 0 and i == len(before) - 2 and signal in WITHIN else found
        if sentence.headline and before[i] == "to" and _is_infinitive(before[i + 1 : i + 2], in_title=in_title):
            return 1  # "Truce to begin Friday"
    for i, word in enumerate(after):
        if word in STOPS or word in QUOTES:
            break  # what is quoted speaks of another time
        if may_tell(word) and (found := tense(after, i, behind=True)) is not None:
            return found
    return 1 if signal in DEADLINES | STARTS | EXTENTS else 0


def _is_ordered(words: list[str]) -> bool:
    """ "Has ordered two carriers to sail by Saturday": what is to be done is still ahead."""
    at = words.index("to") if "to" in words else 0
    return at > 1 and words[0] in cue_words()["voiced"] and words[at + 1 : at + 2] != ["have"]


def _is_infinitive(words: list[str], *, in_title: bool) -> bool:
    """Whether a verb follows the "to" of a headline: any word that is no name, but in a title one that is known."""
    cues = cue_words()
    if not words or in_title:
        return words != [] and words[0] in cues["infinitive"]
    first = words[0].partition("-")[0]  # "six-year"
    return first.islower() and first not in cues["no_infinitive"] | cues["article"]


def _by_preposition(before: list[str], signal: str, after: list[str]) -> int | None:
    """What the preposition before a date says by itself: "since Friday", "as early as Friday", "until Friday"."""
    cues, governor = cue_words(), before[-2] if len(before) > 1 else ""
    if signal in cues["since"]:
        return CERTAINLY_PAST
    if _is_appointed(before, signal):
        return 1
    if signal in ("at", "on") and governor in STARTS:
        return NEARER  # "a pause starting at midnight on Friday"
    if after[:3] == ["as", "the", "deadline"] and cues["fixed"].intersection(before[-2:]):
        return 1  # "have set April 30 as the deadline"
    settled = cues["fixed"] | cues["called"]
    fixed = [i for i in range(len(before)) if before[i] in settled] if signal == "for" else []
    if fixed:  # "has set the vote for January 21", "had been set for Friday"
        return OVERTAKEN if "had" in before or is_overtaken(before, fixed[-1], after) else 1
    if signal == "to" and governor in cues["accounting"]:
        return -1  # "results for the year to 31 March"
    if signal in LIMITS and governor:
        verb = len(before) - (3 if governor == "on" and len(before) > 2 else 2)  # "held until May", "went on until May"
        lasted = governor not in cues["moved"] and is_past(before, verb) and before[verb - 1] not in STATES
        lasted = lasted or _last_past(before) in cues["lasting"]
        denied = governor.lower() in ("not", "up") and before[-3:-2] not in (["is"], ["are"])  # "not until Friday"
        return -1 if lasted or denied or "had" in before[-6:] else 1
    if governor in ("back", "forward"):
        governor = before[-3] if len(before) > 2 else ""
    # "was put back to Friday", "was postponed from Wednesday to Friday", "has extended the loan through May"
    from_there = before[-4:-3] if before[-3:-2] == ["from"] else []
    moved = [governor, *from_there] if signal in MOVES else before if signal == "through" else []
    return 1 if cues["moved"].intersection(moved) else None


def _last_past(words: list[str]) -> str:
    """The past verb that stands last in the clause; "" where there is none, or another tense stands behind it."""
    for i in reversed(range(len(words))):
        if words[i] in STOPS or words[i] in PRESENT or words[i] in cue_words()["modal"]:
            break
        if is_past(words, i):
            return words[i]
    return ""


def _is_appointed(before: list[str], signal: str) -> bool:
    """ "As soon as Friday", "he leaves in May", "the funeral is Saturday": it is to come."""
    cues = cue_words()
    if before[-2:] in (["soon", "as"], ["early", "as"]):
        return True
    at = len(before) - (2 if signal in WITHIN else 1)
    if at < 0 or (signal and signal not in WITHIN):
        return False
    if before[at] in ("is", "are"):
        return True
    if signal:  # but "had to leave on Friday", "leaves 12 dead on Friday"
        return before[at] in cues["leaving"] and before[at - 1 : at] != ["to"]
    return before[at] in cues["departing"]


def _words(text: str) -> list[str]:
    return WORD.findall(text.replace("’", "'"))
