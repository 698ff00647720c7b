"""Links to the very words on the page of the original: `#:~:text=[prefix-,]start[,end][,-suffix]`.

A browser that knows these text fragments (https://wicg.github.io/scroll-to-text-fragment/) scrolls there and marks the
words; to any other they mean nothing. Whitespace and case do not count in its search, punctuation does.
"""

import re
from urllib.parse import quote

_WHOLE = 120  # characters up to which a quote is given whole; of a longer one, its beginning and its end
_ENDS = 6  # words of each end
_AROUND = 4  # words before and after, where the quote alone stands there twice


def link(url: str, text: str, start: int, end: int) -> str:
    """`url` with a fragment for `text[start:end]`; `text` is the article, where other places have the same words.

    The address alone where there are no words.
    """
    words = text[start:end].split()
    if not words:
        return url
    parts = _quoted(words)
    if _times(words, text) > 1:
        before, after = text[:start].split()[-_AROUND:], text[end:].split()[:_AROUND]
        parts = [*([f"{_encoded(before)}-"] if before else []), *parts, *([f"-{_encoded(after)}"] if after else [])]
    page = url.partition(":~:")[0]
    return f"{page}{'' if '#' in page else '#'}:~:text={','.join(parts)}"


def _quoted(words: list[str]) -> list[str]:
    """The words, or their beginning and their end."""
    if len(" ".join(words)) <= _WHOLE or len(words) <= 2 * _ENDS:
        return [_encoded(words)]
    return [_encoded(words[:_ENDS]), _encoded(words[-_ENDS:])]


def _times(words: list[str], text: str) -> int:
    """How often the words (or the beginning that stands for them) occur; case does not count."""
    first = words if len(_quoted(words)) == 1 else words[:_ENDS]
    return len(re.findall(r"\s+".join(map(re.escape, first)), text, re.IGNORECASE))


def _encoded(words: list[str]) -> str:
    """Percent-encoded, with the three characters that have a meaning in a text directive: "-", "," and "&"."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
