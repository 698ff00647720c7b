"""Cuts a line where a phrase ends, so that no word waits for another and nothing that it hangs on is lost."""

import re
from collections.abc import Collection, Iterator, Sequence

from dateline.reports.headlines.shortening import tidy

MOST, HALF, LEAST = 2 / 3, 1 / 2, 2 / 5  # of the width: a line is cut no earlier
# where a line may end: before a preposition, a conjunction, a comma, a participle
PARTICIPLES = (
    "allowing|leaving|including|killing|wounding|citing|targeting|trying|leading|according|using|saying|adding"
)
# but not inside a list: "to train, assist and advise", "regional and international partners"
BREAK = re.compile(
    rf",? (?:to|in|on|at|by|for|with|from|as|that|who|which|while|against|after|when|where|because|since|"
    rf"before|during|into|under|despite|across|along|among|between|amid|without|{PARTICIPLES})\b(?![,.])|"
    r", (?!\w+,? and )|(?<!al)(?<!ic)(?<!ous)(?<!ive),? and\b| [–—-] |[:;] "
)
# where what is said has not yet been said: "The army said", "An official said that the demand"
UNSAID = re.compile(
    r"\b(?:sa(?:id|ys?)|told|(?:announc|argu|acknowledg|promis)(?:ed|es?)|den(?:ied|y|ies)|conced(?:ed|es?)|those|"
    r"(?:claim|add|insist|confirm|warn|vow|fear)(?:ed|s)?|hope[ds]?|that (?:the|an?|its|their|his|her) \w+|"
    r"that (?:M[rs]s?\.? |Dr\.? )?[A-Z][\w’'-]+)$"
)
# verbs that wait for "to": "urged the rebels", "were expected"
WAITS = re.compile(
    r"\b(?:(?:ask|order|warn|vow|threaten|fail|allow)(?:ed|s|ing)?|(?:urg|invit|refus|promis|enabl|forc|caus)(?:ed|es?|ing)|"
    r"told|(?<!-)led|agree[ds]?|call(?:ed|s|ing)? on)(?: (?!to\b)[^ ,]+){0,9}$"
)
TO = re.compile(r"[^,]* to\b")
TO_DO = re.compile(r"\bto \w+$")
# an aside at the end that is itself cut off: ", including the prospect" of " for a ceasefire", ", war" of " and death"
ADJUNCT = re.compile(r", (?:including|beyond|among|such as|as well as|along with|\w+$)[^,]*$")
# what describes the word before it, and what is done with it
ON = re.compile(r" (?:that|who|which|than)\b| to (?!(?:the|an?|its|their|his|her)\b|[A-Z\d])")
# "the senseless" of " killing of a reporter"
DOING = re.compile(r" (?:killing|wounding|leading)\b")
NOUN = re.compile(r"\b(?:the|an?|its|their)(?: \w+)?$")
# what a cut would turn round: "will leave" of " unless", "will not leave" of " until" and " without"
HANGING = re.compile(r" (?:unless|if|except|provided|(?:as|so) long as)\b")
NOT = re.compile(r"\b(?:not|never|no|nobody|cannot|refused?|refuses)\b|n['’]t\b")
NOT_YET = re.compile(r" (?:until|without|before)\b")
BEGUN = re.compile(r"\bthat (?:if|unless|when|once)\b[^,]*$")
TOLD = re.compile(r"\b(?:report|claim|allegation|rumou?r|suggestion|accusation|hope|fear)s?$")
# "a council led" of " by the mayor", not "was hit" of " by a drone"
LED = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!be )(?<!is )(?<!are )(?<!being )\b(?:\w+ed|led|held|run|built|set up)$"
)
AS_LONG = re.compile(r" (?:as|so) long$")  # "would not leave" of "as the war goes on"
AS = re.compile(r" as\b")
CALLED = re.compile(r"\b(?:characteri[sz]ed|described|termed|regarded|denounced|named|hailed)\b[^,]*$")
# a phrase that is whole by itself: "met in Amman" of " to discuss"
ADVERBIAL = re.compile(
    r",? (?:in|on|at|with|for|from|after|before|by|as|during|to (?:the|an?|its|their|his|her|[A-Z]\w+))\b"
)
AND = re.compile(r"[^,]* and\b")
PAIR = re.compile(r" (?:between|both)(?: (?!and )[^ ,]+)+$")
LEADS_ON = re.compile(r",? (?:of|for|from|to|that|between|and)\b")
SHORTEST = 0.45  # of the width, which a line keeps where such an aside goes
HEADLESS = re.compile(r"\b(?:on|in|at|under|into|over) the \w+$")  # "on the shoulders" of " of the rebels"
OF = re.compile(r" of\b")  # what stands before it is seldom whole: only where the line would get too short


def cut(text: str, width: int, whole: Collection[str] = ()) -> str:
    """At most `width` characters, cut where a phrase ends; with "…" where none does.

    `whole` are words that are not parted: a name, a clause and its verb.
    """
    return text if len(text) <= width else next(phrases(text, width, whole), open_ended(text, width))


def open_ended(text: str, width: int) -> str:
    """The text cut behind a word, and "…" for what is not there."""
    begun, what, _ = text[: width - 1].rpartition(" in what ")
    return tidy(begun) if what else tidy(text[: width - 1].rsplit(" ", 1)[0]) + "…"


def phrases(
    text: str, width: int, whole: Collection[str] = (), *, strict: bool = False, more: bool = False
) -> Iterator[str]:
    """The text up to the ends of its phrases, the best first.

    A strict cut leaves nothing out that the words before it wait for: "a schedule" of " to withdraw". `more`: the line
    will show that more is said.
    """
    found = [match.start() for match in BREAK.finditer(text)]
    breaks = [at for at in reversed(found) if width * LEAST <= at <= width]
    of = [] if strict else [_last_break(OF, text, width)]
    first = HALF if strict else MOST
    for at in (
        *(at for at in breaks if at >= width * first),
        *(at for at in of if at >= width * HALF and not HEADLESS.search(text[:at])),
        *(at for at in breaks if at < width * first and not strict),
    ):
        waits = (strict and _waits(text, at, found)) or (not more and _hangs(text, at))
        if not (waits or _parts(text, at, whole) or _unsaid(text, at)):
            yield tidy(text[: _whole(text, at, width)])


def _parts(text: str, at: int, whole: Collection[str]) -> bool:
    """Whether a cut at `at` parts words that are not to be parted."""
    starts = ((text.find(words, max(0, at - len(words) + 1), at + len(words)), len(words)) for words in whole)
    return any(0 <= start < at < start + length for start, length in starts)


def _waits(text: str, at: int, breaks: Sequence[int]) -> bool:
    """Whether what stands before `at` waits for what follows: "a schedule" of " to withdraw", not "met in Amman"."""
    before = max((one for one in breaks if one < at), default=0)
    if AS.match(text, at):
        return bool(CALLED.search(text[:at]))
    return bool(ON.match(text, at)) and not ADVERBIAL.match(text, before)


def _hangs(text: str, at: int) -> bool:
    """Whether what is cut off at `at` is what the rest hangs on: "will leave" of " unless the war ends"."""
    said, rest = text[:at], text[at:]
    begun = BEGUN.search(said) or AS_LONG.search(said)
    return bool(HANGING.search(rest) or begun or (NOT.search(said) and NOT_YET.search(rest)))


def _unsaid(text: str, at: int) -> bool:
    """Whether what is cut off at `at` is what is said, or what somebody is to do."""
    said, rest = text[:at], text[at:]
    half = TO_DO.search(said) and rest.startswith((" to ", " into "))  # "to take" of " to the streets"
    one = PAIR.search(said) and AND.match(rest)  # "between the premier" of " and the envoy"
    noun = (DOING.match(rest) and NOUN.search(said)) or (rest.startswith(" that ") and TOLD.search(said))
    noun = noun or (rest.startswith(" by ") and LED.search(said))
    return bool(UNSAID.search(said) or half or one or noun or (TO.match(rest) and WAITS.search(said)))


def _whole(text: str, at: int, width: int) -> int:
    """Where the last whole phrase ends: before an aside that would be cut off in its middle."""
    aside = ADJUNCT.search(text[:at]) if LEADS_ON.match(text[at:]) else None
    return aside.start() if aside and aside.start() >= width * SHORTEST else at


def _last_break(pattern: re.Pattern[str], text: str, width: int) -> int:
    """Where the last phrase begins that does so within the width; 0 where none does."""
    at = 0
    for found in pattern.finditer(text):
        if found.start() > width:
            break
        at = found.start()
    return at
