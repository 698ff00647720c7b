"""What the address of an article says of it: who published it, mostly its day, and words of its title."""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote, urlsplit

from dateline.articles.publication import YEARS
from dateline.articles.values import words
from dateline.problems import UnusableInputError

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
# "/2019/06/30/", "/2019-6-30-…" and "/2019/jun/30/"
_DAY = re.compile(rf"(?<!\d)(\d{{4}})([/-])(\d\d?|{'|'.join(MONTHS)})\2(\d\d?)(?!\d)", re.IGNORECASE)
_SUFFIX = re.compile(r"\.[a-z]\w{1,4}$", re.IGNORECASE)  # ".html", ".php5"
_NUMBER = re.compile(r"(?=.*\d)\w{6,}")  # what the publisher's database calls the article: "48814949", "idUSKCN1TW0A5"
_WORD = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Address:
    """`title` is a guess: an address has no capitals and no commas. None for what the address does not say."""

    url: str
    source: str
    date: date | None
    title: str | None


def is_address(text: str) -> bool:
    """Whether it is meant as an address on the web: "Kabul: talks begin" is not."""
    return bool(re.match(r"\s*[a-z][a-z0-9+.-]*://", text, re.IGNORECASE))


def read_address(text: str) -> Address:
    """What an address with http or https says; nothing is fetched. Raises UnusableInputError where it is none."""
    url = text.strip()
    try:
        parts = urlsplit(url)
        host, named = parts.hostname, parts.username
    except ValueError:  # such as "https://[::1"
        host = named = None
    if not host or parts.scheme not in ("http", "https"):
        raise UnusableInputError(f"{text!r} is no web address\n  hint: write https://…")
    if named is not None:
        raise UnusableInputError("the address holds the name of a user, and would be published\n  hint: leave it out")
    path = unquote(parts.path)
    return Address(url, host.removeprefix("www."), _day(path), _title(path))


def _day(path: str) -> date | None:
    for year, _, month, day in _DAY.findall(path):
        number = int(month) if month.isdecimal() else MONTHS.index(month.lower()) + 1
        try:
            found = date(int(year), number, int(day))
        except ValueError:
            continue
        if found.year in YEARS:
            return found
    return None


def _title(path: str) -> str | None:
    """The last part of a path that has words, made readable: "us-taliban-talks-48814949.html" is "Us taliban talks".

    The day is told apart, and is no part of a title.
    """
    for part in reversed(_DAY.sub("", path).split("/")):
        found = [word for word in re.split(r"[\s_+-]+", _SUFFIX.sub("", part)) if word]
        while found and _NUMBER.fullmatch(found[-1]):
            found.pop()
        while found and _NUMBER.fullmatch(found[0]):
            found.pop(0)
        title = words(" ".join(found)) or ""
        if _WORD.search(title) and title.lower() != "index":
            return title[0].upper() + title[1:]
    return None
