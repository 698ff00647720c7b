"""Makes a line of words fit: without what dangles at its ends, without titles, cut where a phrase ends."""

import re
from collections.abc import Sequence

WIDTH = 90
MOST, HALF = 2 / 3, 1 / 2  # of the width: a line is cut no earlier
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
LEADING = re.compile(
    r"^(?:(?:and|but|or|so|yet|that|as|while|when|after|before|since|because|where|if|even|also|then|however|"
    r"meanwhile|moreover|nevertheless|alone|whether|in which|who|which|whose|wherein|to date|hours|days|weeks|a day|"
    r"according to him|according to her)\b[, ]*)+",
    re.IGNORECASE,
)
# "Two days after the truce ended", "Six months later, the bloc"; not "Two days after the attack, the army"
LATER = re.compile(
    r"^(?:\w+ )?(?:hours|days?|weeks?|months?|years?) (?:later|earlier|after(?=[^,]*$)),? ", re.IGNORECASE
)
DANGLING = (
    "and or but that which who to of in on at by for with from the a an as its their his her into than such including "
    "is are was were be been has have had will would over under about between against while when after before most "
    "ahead due prior along"
)
WAITING = "at a time|at the time|as part|in order|in addition|in exchange|in accordance|in line|on behalf|as well"
TRAILING = re.compile(rf"(?:[\s,;:–—-]+|\s+(?:{'|'.join(DANGLING.split())}|{WAITING}))+$", re.IGNORECASE)
# where a line may end: before a preposition, a conjunction, a comma, a participle
AND_SAID = re.compile(r" and (?:said|says|added|warned|vowed|accused)$")
PARTICIPLES = (
    "allowing|leaving|including|killing|wounding|citing|targeting|trying|leading|according|using|saying|adding"
)
# but not inside a list: "to train, assist and advise", "regional and international partners"
BREAK = re.compile(
    rf",? (?:to|in|on|at|by|for|with|from|as|that|who|which|while|against|after|"
    rf"before|during|into|under|despite|{PARTICIPLES})\b|, (?!\w+,? and )|"
    r"(?<!al)(?<!ic)(?<!ous)(?<!ive),? and\b| [–—-] "
)
OF = re.compile(r" of\b")  # what stands before it is seldom whole: only where the line would get too short
ASIDE = re.compile(r", (?:who|which|whose|one of) [^,]{4,90}, ")
# a title with what it is of: "Secretary of State", "Ambassador to the United Nations"
TITLE = r"(?:\b[A-Z][\w.’'-]*\s+(?:(?:of|for|to)\s+the\s+|(?:of|for)\s+)?)+"


def clean(text: str) -> str:
    """One line, without connecting words before it and marks around it."""
    text = " ".join(text.split()).strip(" ,;:.–—-“”\"'")
    text = LEADING.sub("", text)
    text = LATER.sub("", text)
    text = re.sub(r"\balso\s+", "", text)
    text = re.sub(r"\s+([,.;:’])", r"\1", text)
    text = re.sub(r",\s*(?:as|as of|as late as)\s*,", "", text)  # the day that stood there has gone
    text = re.sub(r"\(\s*\)", "", text)
    text = re.sub(r",?\s+according\s*(?=,|$)", "", text)  # whose words these are is told at the end
    text = re.sub(r"\s*,(?:\s*,)+", ",", text)
    return text.strip(" ,;:.–—-")


def alone(text: str) -> str:
    """Without words at the front that point at another line: "This is the second visit", "During this trip, "."""
    text = re.sub(r"^(?:during|in|at|on|under) (?:this|that|these|those) [^,]{3,30}, ", "", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:this|that|it) (?:is|was) (?:the|a|an) ", "", text, flags=re.IGNORECASE)
    return re.sub(r"^(?:its|his|her|their)\b", "The", text, flags=re.IGNORECASE)


def tidy(text: str) -> str:
    """Without words at the end that wait for another: "…, claiming", "… and said that"."""
    return TRAILING.sub("", re.sub(r",\s+(?:\w+(?:ing|ed)|down|up)$", "", AND_SAID.sub("", TRAILING.sub("", text))))


def cut(text: str, width: int) -> str:
    """At most `width` characters, cut where a phrase ends if one ends in the last third, or else in the second half."""
    if len(text) <= width:
        return text
    for pattern, least in ((BREAK, MOST), (OF, HALF), (BREAK, HALF)):
        breaks = [found.start() for found in pattern.finditer(text) if width * least <= found.start() <= width]
        if breaks:
            break
    return tidy(text[: breaks[-1]] if breaks else text[: width + 1].rsplit(" ", 1)[0])


def without_aside(text: str) -> str:
    """ "The envoy, who signed a deal, will travel" -> "The envoy will travel"."""
    return ASIDE.sub(" ", text, count=1)


def without_titles(text: str, people: Sequence[str]) -> str:
    """ "US Secretary of State Mike Pompeo" -> "Mike Pompeo"."""
    for person in dict.fromkeys(people):
        if " " in person and person in text:
            text = re.sub(rf"{TITLE}(?={re.escape(person)}\b)", "", text)
    return text


def balanced(text: str) -> str:
    """Without quotation marks and brackets that have lost their other half."""
    for opening, closing in (("“", "”"), ("(", ")")):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    return " ".join(text.split())
