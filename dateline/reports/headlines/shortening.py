"""Makes a line of words readable: without what dangles at its ends, without asides and titles."""

import re
from collections.abc import Sequence

WIDTH = 90
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
# "10.40pm: ", the label of an entry of a live report
CLOCK = re.compile(r"^\d{1,2}[.:]\d\d ?(?:[ap]\.?m\.?)?(?: (?:GMT|BST|UTC|IST|CET|EST|EDT))?(?::| [-–—]) ")
LEADING = re.compile(
    r"^(?:(?:and|but|or|so|yet|that|as(?! (?:many|much|few|little) as)|while|when|after|before|since|because|where|"
    r"also|then|however|"
    r"(?:even )?though|although|even(?! if)|meanwhile|moreover|nevertheless|alone|in which|who|which|whose|wherein|"
    r"(?:why|how)(?= (?:he|she|it|they|the|an?|his|her|its|their|[A-Z]))|"
    r"until(?= (?:he|she|it|they|the|an?|his|her|its|their|[A-Z]))|"
    r"to date|hours|days|weeks|a day|according to him|according to her)\b[, ]*|no, )+",
    re.IGNORECASE,
)
# "QUETTA/PESHAWAR: Four people": the line that says where a story was filed
FILED = re.compile(r"^[A-Z][A-Z/ .-]{2,40}: ")
# "Two days after the truce ended", "Six months later, the bloc"; not "Two days after the attack, the army"
LATER = re.compile(
    r"^(?:(?:just|only|about|around|some|a few|a couple of|several) )?"
    r"(?:\w+ )?(?:seconds|moments|minutes|hours|days?|weeks?|months?|years?) (?:later|earlier|after(?=[^,]*$)),? ",
    re.IGNORECASE,
)
# ", " behind them: they tie the sentence to the one before
TYING = re.compile(
    r"^(?:later|earlier|afterwards?|subsequently|eventually|finally|separately|instead|indeed|at one point|"
    r"(?:in|as a) (?:fact|particular|all|result|response|turn|addition|return)|in the meantime|"
    r"(?:since|by|until) (?:then|that time)|shortly (?:before|after|afterwards|thereafter)|soon after(?:wards)?|"
    r"(?:(?:on|at|around) )?(?:the same|that) (?:day|time|night|morning|evening)|"
    r"for (?:his|her|its|their) part|in a separate (?:incident|attack|development)), ",
    re.IGNORECASE,
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
LAST_NOUN = re.compile(
    r", (?:then|an? \w+|all|both|some|most|none|many|each|one|allegations|claims|charges|accusations|remarks|reports|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)$"
)
# "…, more than at any time" of "since they were ousted"
MORE_THAN = re.compile(r", (?:more|less|fewer) than (?:at|in|during|ever|before)\b[^,]*$")
OPENED, CLOSED = re.compile(r"(?<!\w)'(?=\w)"), re.compile(r"(?<=\w)[.,!?]?'(?!\w)")
# "was reached" of "on that issue": which one is told elsewhere
ON_THAT = re.compile(
    r" (?:on|in|about|over) (?:that|this|these|those) (?:issue|matter|point|regard|question|respect|subject|topic)s?$"
)
THROUGH = re.compile(
    r"\b(?:let|pulled|pushed|went|go|got|fell|broke|came|forced|voted|carried|rushed) through$"
    r"|\b(?:lied|spoken|talked|listened|attended) to$|\b(?:accounted|called|paid|cared|asked) for$"
    r"|\b(?:go|goes|going|gone|went|press|pressed|push|pushed|forge|forged|lie|lies|lay|move|moved|stay|stayed) ahead$"
    r"|\b(?:flew|flies|fly|stepped|moved|sworn|swore|called|broke|gave|given|came|went|rushed|caved) in$"
)
BRACKETS = re.compile(r" \([^()]{1,60}\)")
ASIDE = re.compile(r", (?:who|which|whose|one of) [^,]{4,90}, ")
# a title with what it is of: "Secretary of State", "Ambassador to the United Nations"
BEFORE_TITLE = r"(?:\b[Tt]he\s+)?(?:\b[A-Z]\w+['’]s\s+)?(?:\b(?:former|acting|interim|outgoing)\s+)?"
TITLE = BEFORE_TITLE + r"(?:\b[A-Z][\w.’'-]*\s+(?:(?:of|for|to)\s+the\s+|(?:of|for)\s+)?)+"
# "Taliban spokesman", "government spokesman Colonel"
ROLE = (
    r"(?:\b[Tt]he\s+)?(?:\b[\w.’'-]+\s+){0,2}\b(?:spokes(?:man|woman|person)|envoy|leader|commander|negotiator|minister|"
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
    (" on ", re.compile(r" on (?:an?|the)(?= and\b|,|$)"), ""),  # "on a Monday"
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
    for opening in (CLOCK, FILED, LATER, TYING, LEADING):
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
    text = ON_THAT.sub("", text)
    return _without_trailing(MORE_THAN.sub("", IN_WHAT.sub("", LAST_VERB.sub("", text))))


def _without_trailing(text: str) -> str:
    """Word by word from the end: a pattern would begin anew at every blank of the line."""
    while True:
        text = text.rstrip(MARKS)
        end = text[-LONGEST:].lower()
        if not end.endswith(TRAILING) or THROUGH.search(text):
            return text
        text = text[: -len(next(words for words in TRAILING if end.endswith(words)))]


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
    if "'" in text and len(OPENED.findall(text)) > len(CLOSED.findall(text)):
        text = OPENED.sub("", text)
    return " ".join(text.split())
