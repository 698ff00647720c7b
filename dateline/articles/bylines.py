"""Lines at the head of an article that are no text: fields of an export, pages, and those that name writers."""

import re
from collections.abc import Iterator
from functools import cache

from dateline.articles.newspapers import LEGAL, NAME, WRITER, listed
from dateline.lexicon.load import document
from dateline.model import Span

WRITER_NAMES, TITLE_WORDS = 3, 4  # the most words of a writer's name, the fewest of a title below it
WRITERS = 14  # words of a line that names writers
KEYS = "SECTION|LENGTH|BYLINE|DATELINE|EDITION|SOURCE|PUBLICATION|LOAD-DATE|PUB-TYPE|PAGE|COPYRIGHT|LANGUAGE|GRAPHIC"
FIELD = re.compile(rf"(?:{KEYS}|{KEYS.title()})[ \t]*:|(?:ZCZC|NNNN)\b")  # a telex begins and ends with these
PERSON = re.compile(r"[A-Z][a-zà-ÿ’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+){1,2}")
AGENCY = re.compile(r"[A-Z]{2,5}")
STOPS = (".", "”", '"', "?", "!")
TITLE = re.compile(r"(?:HEADLINE|Headline|TITLE|Title)[ \t]*:[ \t]*")  # what stands behind it is text


def no_text(body: str, lines: list[Span], dated: Span) -> Iterator[Span]:
    """The fields of an export and the lines that name writers."""
    titled = False  # a line before it is the title
    for line in lines:
        text = body[slice(*line)]
        if line == dated:
            continue
        if match := TITLE.match(text):
            yield Span(line.start, line.start + match.end())
            titled = True
        elif _is_field(text) or (titled and _writer_below(body, lines, line)) or _writer_above_title(body, lines, line):
            yield line
        else:
            titled = True


def _is_field(text: str) -> bool:
    """ "LENGTH: 812 words", "Page 2", "By Ann Lee", "Copyright 1989 The Herald"."""
    said = FIELD.match(text) or LEGAL.match(text)
    return said is not None or _only_page(text) or (WRITER.match(text) is not None and _names_writers(text))


def _only_page(text: str) -> bool:
    """ "Page 2", "Final edition": nothing but words of mastheads and numbers, one of them small or a number."""
    words = re.findall(r"[\w]+", text)
    known = all(word[0].isdigit() or word.casefold() in listed("masthead") for word in words)
    return known and words[0].casefold() in ("page", "pg", "p", "section", "edition", "final", "first", "late", "bc")


def _writer_above_title(body: str, lines: list[Span], line: Span) -> bool:
    """ "Margaret Hale" above a longer line that ends without a stop: who wrote it, and not what it is called."""
    words = body[slice(*line)].split()
    at = lines.index(line)
    title = body[slice(*lines[at + 1])].split() if at + 1 < len(lines) else []
    named = 1 < len(words) <= WRITER_NAMES and words[0] in _given() and all(word[0].isupper() for word in words)
    titled = len(title) >= TITLE_WORDS and not title[-1].endswith((".", "”", '"'))
    return named and titled and any(word.islower() for word in title) and not _only_writers(" ".join(title))


@cache
def _given() -> frozenset[str]:
    return frozenset(name for names in document("given_names").data.values() for name in names.split())


def _names_writers(text: str) -> bool:
    return len(text.split()) <= WRITERS and not text.endswith((".", "?", "!", '"', "”"))


def _writer_below(body: str, lines: list[Span], line: Span) -> bool:
    """ "Ann Lee and Carl Moss", "ANSA", and "Maeve Kinsella" between the title and the first paragraph."""
    text, at = body[slice(*line)], lines.index(line)
    if _only_writers(text) or AGENCY.fullmatch(text):
        return True
    following = body[slice(*lines[at + 1])] if at + 1 < len(lines) else ""  # a paragraph is none of these lines
    opens = not following or (len(following.split()) > WRITERS and following.endswith(STOPS))
    return opens and PERSON.fullmatch(text) is not None


def _only_writers(text: str) -> bool:
    """ "Ann Lee and Carl Moss", "Special Correspondent": below a title."""
    words = text.split()
    if all(word.casefold() in listed("masthead") for word in words):
        return True
    names = [word for word in words if word != "and"]
    both = "and" in words[1:-1]
    return both and len(names) <= NAME and all(re.fullmatch(r"[A-Z][\w.'’-]+", word) for word in names)
