"""Links to the very words on the page of the original: `#:~:text=[prefix-,]start[,end][,-suffix]`.

A browser that knows these text fragments (https://wicg.github.io/scroll-to-text-fragment/) scrolls there and marks the
words; to any other they mean nothing. Whitespace and case do not count in its search, punctuation does.
"""

from functools import lru_cache
from urllib.parse import quote

_WHOLE = 120  # characters up to which a quote is given whole; of a longer one, its beginning and its end
_ENDS = 6  # words of each end
_AROUND = 4  # words before and after, where the quote alone stands there twice


def link(url: str, text: str, start: int, end: int) -> str:
    """`url` with a fragment for `text[start:end]`; `text` is the article, where other places may have the same words.

    The address alone where there are no words.
    """
    lines = _lines(text[start:end])
    if not lines:
        return url
    parts = _quoted(lines)
    if _times(lines[0] if len(parts) == 1 else lines[0][:_ENDS], text) > 1:
        before = [f"{_encoded(line[-_AROUND:])}-" for line in _lines(text[:start])[-1:]]
        after = [f"-{_encoded(line[:_AROUND])}" for line in _lines(text[end:])[:1]]
        parts = [*before, *parts, *after]
    page = url.partition(":~:")[0]
    return f"{page}{'' if '#' in page else '#'}:~:text={','.join(parts)}"


def _lines(text: str) -> list[list[str]]:
    """The words of each line: no part of a fragment may reach from one paragraph into the next."""
    return [line.split() for line in text.splitlines() if line.strip()]


def _quoted(lines: list[list[str]]) -> list[str]:
    """The words, or their beginning and their end."""
    words = lines[0]
    if len(lines) == 1 and (len(" ".join(words)) <= _WHOLE or len(words) <= 2 * _ENDS):
        return [_encoded(words)]
    return [_encoded(words[:_ENDS]), _encoded(lines[-1][-_ENDS:])]


def _times(words: list[str], text: str) -> int:
    """How often the words occur; case does not count."""
    return _flat(text).count(" ".join(words).lower())


@lru_cache(maxsize=64)
def _flat(text: str) -> str:
    """A text as a browser searches it: an article is asked for each of its quotes."""
    return " ".join(text.split()).lower()


def _encoded(words: list[str]) -> str:
    """Percent-encoded, with the three characters that have a meaning in a text directive: "-", "," and "&"."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
