"""Makes a line of words fit: without what dangles at its ends, without titles, cut where a phrase ends."""

import re
from collections.abc import Collection, Iterator, Sequence

WIDTH = 90
MOST, HALF, LEAST = 2 / 3, 1 / 2, 2 / 5  # of the width: a line is cut no earlier
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
LEADING = re.compile(
    r"^(?:(?:and|but|or|so|yet|that|as|while|when|after|before|since|because|where|also|then|however|"
    r"(?:even )?though|although|even(?! if)|meanwhile|moreover|nevertheless|alone|in which|who|which|whose|wherein|"
    r"to date|hours|days|weeks|a day|according to him|according to her)\b[, ]*|no, )+",
    re.IGNORECASE,
)
# "QUETTA/PESHAWAR: Four people": the line that says where a story was filed
FILED = re.compile(r"^[A-Z][A-Z/ .-]{2,40}: ")
# "Two days after the truce ended", "Six months later, the bloc"; not "Two days after the attack, the army"
LATER = re.compile(
    r"^(?:\w+ )?(?:hours|days?|weeks?|months?|years?) (?:later|earlier|after(?=[^,]*$)),? ", re.IGNORECASE
)
DANGLING = (
    "and or but that which who to of in on at by for with from the a an as its their his her into than such including "
    "is are was were be been has have had will would over under about between against while when after before most "
    "ahead due prior close more less along following among across through during without despite towards toward amid "
    "near inside outside if whether unless until both only"
)
WAITING = (
    "as early|as far|as late|as long|as recently|as soon|at a time|at the time|as part|in order|in addition|"
    "in exchange|in accordance|in line|on behalf|as well|at the beginning|at the start|in the middle"
)
TRAILING = tuple(f" {words}" for words in (*DANGLING.split(), *WAITING.split("|")))
LONGEST = max(map(len, TRAILING))
MARKS = " ,;:–—-"
AND_SAID = tuple(f" and {verb}" for verb in ("said", "says", "added", "warned", "vowed", "accused"))
LAST_VERB = re.compile(r",\s+(?:\w+(?:ing|ed)|held|known|led|made|built|set|run|down|up)$")
IN_WHAT = re.compile(r" in what (?!.*\b(?:called|described|termed|said)\b).*$")  # who called it what is cut off
# "…, an attack" of "for which nobody answers"
LAST_NOUN = re.compile(r", (?:an? \w+|all|both|some|most|none|many|each|one)$")
# "…, more than at any time" of "since they were ousted"
MORE_THAN = re.compile(r", (?:more|less|fewer) than (?:at|in|during|ever|before)\b[^,]*$")
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
    r"(?:claim|add|insist|confirm|warn|vow|fear)(?:ed|s)?|hope[ds]?|that (?:the|an?|its|their|his|her) \w+)$"
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
BRACKETS = re.compile(r" \([^()]{1,60}\)")
ASIDE = re.compile(r", (?:who|which|whose|one of) [^,]{4,90}, ")
# a title with what it is of: "Secretary of State", "Ambassador to the United Nations"
BEFORE_TITLE = r"(?:\b[Tt]he\s+)?(?:\b[A-Z]\w+['’]s\s+)?(?:\b(?:former|acting|interim|outgoing)\s+)?"
TITLE = BEFORE_TITLE + r"(?:\b[A-Z][\w.’'-]*\s+(?:(?:of|for|to)\s+the\s+|(?:of|for)\s+)?)+"
# "Taliban spokesman", "government spokesman Colonel"
ROLE = (
    r"(?:\b[Tt]he\s+)?(?:\b[\w’'-]+\s+){0,2}\b(?:spokes(?:man|woman|person)|envoy|leader|commander|negotiator|minister|"
    r"president|chief|governor|mayor|official|member)\s+(?:[A-Z]\w+\.?\s+)?"
)

ALSO = re.compile(r"\balso\s+")
# what each of these needs to be there, what goes, and what comes instead, in this order
MENDED = (
    (
        ",",
        re.compile(r",\s*(?:as|as of|as late as|as early as|as recently as)\s*,"),
        "",
    ),  # the day that stood there has gone
    ("(", re.compile(r"\(\s*\)"), ""),
    ("(", re.compile(r"\(([A-Z][a-z]+)\) (?=[A-Z])"), r"\1 "),  # "President (John) Doe"
    ("according", re.compile(r",?\s+according\s*(?=,|$)"), ""),  # whose words these are is told at the end
    (",", re.compile(r"\s*,(?:\s*,)+"), ","),
)
# words at the front that point at another line, and what comes instead
POINTING = (
    (re.compile(r"(?:during|in|at|on|under) (?:this|that|these|those) [^,]{3,30}, ", re.IGNORECASE), ""),
    (re.compile(r"(?:this|that|it) (?:is|was) (?:the|a|an) ", re.IGNORECASE), ""),
    (re.compile(r"(?:its|his|her|their)\b", re.IGNORECASE), "The"),
)


def clean(text: str) -> str:
    """One line, without connecting words before it and marks around it."""
    text = " ".join(text.split()).strip(" ,;:.–—-“”\"'")
    for opening in (FILED, LEADING, LATER):
        text = _instead(opening, "", text)
    if "also" in text:
        text = ALSO.sub("", text)
    for mark in ",.;:’":
        text = text.replace(" " + mark, mark)
    for needed, pattern, by in MENDED:
        if needed in text:
            text = pattern.sub(by, text)
    return text.strip(" ,;:.–—-")


def _instead(opening: re.Pattern[str], by: str, text: str) -> str:
    """The text with `by` for the opening that it begins with, if it does."""
    match = opening.match(text)
    return by + text[match.end() :] if match else text


def alone(text: str) -> str:
    """Without words at the front that point at another line: "This is the second visit", "During this trip, "."""
    for opening, by in POINTING:
        text = _instead(opening, by, text)
    return text


def tidy(text: str) -> str:
    """Without words at the end that wait for another: "…, claiming", "… and said that"; `text` is one line."""
    text = _without_trailing(text)
    if text.endswith(AND_SAID):
        text = text[: text.rindex(" and ")]
    text = LAST_NOUN.sub("", text)
    return _without_trailing(MORE_THAN.sub("", IN_WHAT.sub("", LAST_VERB.sub("", text))))


def _without_trailing(text: str) -> str:
    """Word by word from the end: a pattern would begin anew at every blank of the line."""
    while True:
        text = text.rstrip(MARKS)
        end = text[-LONGEST:].lower()
        if not end.endswith(TRAILING):
            return text
        text = text[: -len(next(words for words in TRAILING if end.endswith(words)))]


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


def without_aside(text: str) -> str:
    """ "The envoy, who signed a deal, will travel" -> "The envoy will travel"."""
    return ASIDE.sub(" ", text, count=1)


def without_brackets(text: str) -> str:
    """ "The front (FPL) has set a day" -> "The front has set a day"."""
    return BRACKETS.sub("", text)


def without_titles(text: str, people: Sequence[str]) -> str:
    """ "US Secretary of State Mike Pompeo" -> "Mike Pompeo"."""
    for person in dict.fromkeys(people):
        if " " in person and person in text:
            text = re.sub(rf"(?:{TITLE}|{ROLE})(?={re.escape(person)}\b)", "", text)
    return text


def balanced(text: str) -> str:
    """Without quotation marks and brackets that have lost their other half."""
    for opening, closing in (("“", "”"), ("(", ")")):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    return " ".join(text.split())
