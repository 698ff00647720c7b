"""Article -> Sentences: paragraphs, headlines, quotations and sentence ends, as spans into the file.

The splitter is rule-based: a full stop ends a sentence unless it belongs to an abbreviation, an initial or a
number; closing quotation marks belong to the sentence that they close.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from dateline.lexicon.load import document
from dateline.model import Article, Sentence, Span, readable
from dateline.text.quotation import doubled

# a stop, what may close around it, and either space or the glued capital of the next sentence
STOP = re.compile(
    r"(?<![.!?…])(?P<mark>[.!?…]+)(?P<close>(?:[\"”’)\]»]|'')*)"
    r"(?:(?P<gap>\s+)(?=(?P<next>[\"“‘(\[«`']*\w+))|(?=(?P<glued>[A-Z][a-z])))"
)
CLOSING = frozenset(["”", "»", "''"])
QUOTES = re.compile(r"[“”«»\"]|``|''")
WIRE_DATELINE = re.compile(
    r"(?P<line>[A-Z]{2}[^\n!?“\"]{1,70}?\d{1,4}[^\n.!?“\"]{0,30}?"
    r"|[A-Z][^\n!?“\"]{1,50}?\d{1,4}[^\n.!?“\"]{0,8}?\([A-Z][\w .&-]{1,40}\))\s*(?:--|—|–|\s-)\s+(?=[A-Z“\"`])"
)
# "Patna, Feb. 12: Police"
MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
DATED_COLON = re.compile(
    rf"(?P<line>[ \t,]{{0,60}}+(?:[A-Z][\w.’'-]{{1,30}}+ ?){{0,3}}, "
    rf"(?:{MONTH}\.? \d{{1,2}}|\d{{1,2}} {MONTH}\.?)(?:,? \d{{4}})?)\s*:\s+(?=[A-Z“\"])"
)
# "NEW DELHI, FEB. 3. The president"
DATED_STOP = re.compile(
    rf"(?P<line>[A-Z][A-Z.' -]{{2,40}}, (?i:{MONTH}\.? \d{{1,2}}|\d{{1,2}} {MONTH}))\.\s+(?=[A-Z“\"])"
)
DATELINES = (WIRE_DATELINE, DATED_COLON, DATED_STOP)
WORD = re.compile(r"[\w.’'-]*")
MARKS = re.compile(r"[.!?…\"“”«»]|``|''")  # of which one must stand in what is split or quoted
BYLINE = re.compile(r"By (?:[A-Z][\w.’'-]*(?:,? (?:and )?)?){1,6}(?: in [A-Z][\w ]+)?")
TERMINALS, CLOSERS = tuple(".!?…:;"), "\"”’')]»"
# what stands before a question, an answer, an item of a list, a letter
LABEL = re.compile(
    r"(?:Q(?:uestion)?|A(?:nswer)?)\s?[:.]\s+|[•*▪●]\s+|(?:Sir|Madam|Dear Sir|Dear Editor)(?:\s?[,:–—-])+\s+(?=[A-Z])"
)
CLOCK = re.compile(r"\d[ ]?[ap]m\Z")
LETTER = re.compile(r"\w")
LEAD = 4  # paragraphs, in one of which a wire service's dateline stands
WIDEST = 160  # characters to which text is wrapped: a longer line is a paragraph


def sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences and headlines of an article, in order; header, dateline and page furniture left out."""
    body = doubled(article.body)
    if article.dateline_span and body[: article.dateline_span.start].rstrip(" \t")[-1:] in ("", "\n"):
        start, end = article.dateline_span
        visible = body[end : end + 1].isspace() or not body[end : end + 1]
        if visible:  # the header's other words are blanks: the place alone is no sentence
            body = body[:start] + " " * (end - start) + body[end:]
    found: list[Sentence] = []
    read = readable(body)
    for number, (paragraph, terminated) in enumerate(_paragraphs(read)):
        labelled = LABEL.match(read, *paragraph)
        if labelled:
            paragraph = Span(labelled.end(), paragraph.end)
        start, end = paragraph
        text = read[start:end]
        if not LETTER.search(text) or _is_furniture(text) or BYLINE.fullmatch(text):
            continue
        headline = not terminated and len(text) < 200
        if number >= LEAD and not MARKS.search(text):  # most lines of a list
            found.append(Sentence(paragraph, body[start:end], number, headline, ()))
            continue
        quoted = _quotations(read, paragraph)
        ends = [quotation.end for quotation in quoted]
        for span in _split(read, paragraph, first=number < LEAD):
            near = quoted[bisect_right(ends, span.start) : bisect_right(ends, span.end) + 1]
            inside = tuple(Span(max(q.start, span.start), min(q.end, span.end)) for q in near if span.meets(q))
            found.append(Sentence(span, body[span.start : span.end], number, headline, inside))
    return tuple(found)


def _is_furniture(text: str) -> bool:
    """Whether this is a line that pages have beside their articles: "Read more:"."""
    words = text.split(maxsplit=_most_words())
    return " ".join(words).casefold().rstrip(":") in _furniture()


@cache
def _most_words() -> int:
    """How many words the longest line of page furniture has: of a paragraph no more are looked at."""
    return max(len(line.split()) for line in _furniture())


@cache
def _furniture() -> frozenset[str]:
    return frozenset(line.casefold() for line in document("sentences").data["furniture"])


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(document("sentences").data[key])


def _terminated(text: str) -> bool:
    """Whether the text ends with a stop or a colon, perhaps inside quotation marks or brackets."""
    return text.rstrip(CLOSERS).endswith(TERMINALS)


def ends_line(body: str, start: int, end: int) -> bool:
    """Whether a stop or a colon ends the line and a sentence: not that of "Nov." where "12" comes next."""
    text = body[start:end]
    if not _terminated(text):
        return False
    stop = STOP.match(body, end - 1) if len(text) <= WIDEST else None
    return stop is None or _ends(body, start, stop)


def _paragraphs(body: str) -> Iterator[tuple[Span, bool]]:
    """The lines that hold text, and whether a stop or colon ends them; `flowing` has joined what was only wrapped."""
    at = 0
    for line in body.split("\n"):
        text = line.strip()
        if text:
            first = at if text == line else at + len(line) - len(line.lstrip())
            yield Span(first, first + len(text)), _terminated(text)
        at += len(line) + 1


def _quotations(body: str, paragraph: Span) -> list[Span]:
    """What stands between quotation marks; a mark never closed runs to the end of its paragraph."""
    found: list[Span] = []
    opened = -1
    for mark in QUOTES.finditer(body, *paragraph):
        sign = mark[0]
        if opened < 0:
            opened = -1 if sign in CLOSING else mark.end()
        elif sign in CLOSING or sign == '"':
            found.append(Span(opened, mark.start()))
            opened = -1
    if opened >= 0:
        found.append(Span(opened, paragraph.end))
    return found


def _split(body: str, paragraph: Span, *, first: bool) -> list[Span]:
    spans: list[Span] = []
    start = paragraph.start
    wire = next((found for one in DATELINES if (found := one.match(body, *paragraph))), None) if first else None
    if wire:  # "WASHINGTON, August 8 (Xinhua) -- The president…": its date does not date the sentence
        spans.append(Span(start, wire.end("line")))
        start = wire.end()
    for stop in STOP.finditer(body, start, paragraph.end):
        if not _ends(body, start, stop):
            continue
        end = stop.end("close")
        spans.append(Span(start, end))
        start = stop.end("gap") if stop["gap"] else end
    if start < paragraph.end:
        spans.append(Span(start, paragraph.end))
    return [span for span in spans if LETTER.search(body, span.start, span.end)]


def _ends(body: str, start: int, stop: re.Match[str]) -> bool:
    before = WORD.match(body[max(start, stop.start() - 40) : stop.start()][::-1])  # from its end, once
    word = before[0][::-1].lstrip("’'").rsplit("-", 1)[-1] if before else ""  # "Nov. 30-Dec. 2"
    if stop["glued"]:
        return stop["mark"] == "." and not stop["close"] and len(word) > 2 and word.islower() and word.isalpha()
    following = (stop["next"] or "").lstrip("\"“‘([«`'")
    if not following or following[0].islower():
        return False
    if stop["mark"] != "." or stop["close"]:
        return True
    if word in _words("numbered"):
        return not following[0].isdigit()  # "Did he? No. He never said so."
    if word in _words("titles") or (len(word) == 1 and word.isascii() and word.isupper()):
        return False
    if CLOCK.search(body, max(start, stop.start() - 10), stop.start()):
        return True  # "at 9.15am. Mr Doe"
    if "." in word or word in _words("abbreviations"):  # U.S., p.m., Sept.
        return following in _words("openers") or bool(stop["next"] and stop["next"][0] in '"“`')
    return True
