"""Whether a text has the form of what it stands for: an address on the web, a language, a name on one line."""

import re

_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", re.IGNORECASE)  # RFC 5646, without what is only private
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # all but tab and line feed: HTML and XML have no place for them


def web_address(text: str) -> bool:
    """Whether a link may lead there: no other scheme than http and https."""
    return bool(_ADDRESS.fullmatch(text))


def site_address(text: str) -> bool:
    """Whether a site can stand there: paths are put behind it."""
    return web_address(text) and not set(text) & set("?#")


def language(text: str) -> bool:
    """Whether it is a language tag such as "en" or "pt-BR"."""
    return bool(_LANGUAGE.fullmatch(text))


def printable(text: str) -> bool:
    return not _CONTROL.search(text)
